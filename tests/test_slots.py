"""The slots around the figures of passages written for it: item, action, where, when, change, relation, actor, instrument.

The passages of blind_1.txt and blind_2.txt were annotated before the library read them; docs/observations.md gives the first reading.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from slot_cases import FOLDER, SLOTS, Passage, differences, judge, passages

FILES = sorted(FOLDER.glob("*.txt"))
PASSAGES = [(path, passage) for path in FILES for passage in passages(path)]


def case(path: Path, number: int, passage: Passage) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=passage.reason)] if passage.reason else []
    return pytest.param(passage, id=f"{path.stem}-{number}", marks=marks)


@pytest.mark.parametrize("passage", [case(path, number, passage) for number, (path, passage) in enumerate(PASSAGES)])
def test_the_slots_of_a_passage_are_those_written_beside_it(passage: Passage) -> None:
    assert differences(passage) == []


def test_every_slot_is_filled_in_some_passage_and_empty_in_some() -> None:
    figures = [slots for _, passage in PASSAGES for _, slots in passage.figures]
    assert len(figures) > 250
    for slot in SLOTS:
        assert any(slot in slots for slots in figures), slot
        assert any(slot not in slots for slots in figures), slot


@pytest.mark.parametrize(
    ("got", "verdict"),
    [("法官和检察官", "right"), ("法官", "right"), ("检察官", "wrong"), ("两名法官和检察官", "wrong"), ("", "null")],
)
def test_an_item_is_right_when_it_holds_the_head_and_stays_in_the_phrase(got: str, verdict: str) -> None:
    assert judge("item", {"item": "法官和检察官", "head": "法官"}, {"item": got}) == verdict


def test_a_slot_that_is_not_written_must_stay_empty() -> None:
    assert judge("where", {}, {"where": "PER"}) == "wrong"
    assert judge("where", {"where": "PER,COL"}, {"where": "COL,PER"}) == "right"
