"""The constructions by which the slots of observations are filled: each decides in its example, the page on observations lists them all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest

import unodc_report as ur
from unodc_report.observations import actions, counted, scope, stated
from unodc_report.observations.constructions import TOLD, Construction

PAGE: Final = Path(__file__).parent.parent / "docs" / "observations.md"
TRIED: Final[list[Sequence[Construction[Any, Any]]]] = [
    stated.CONSTRUCTIONS, counted.CONSTRUCTIONS, actions.CONSTRUCTIONS, scope.CONSTRUCTIONS,
]  # fmt: skip
LISTED: Final = [(row.id, row.example) for rows in TRIED for row in rows]
EXAMPLES: Final = dict([*LISTED, *TOLD.items()])
SLOTS: Final = ("item", "action", "actor", "programme", "instrument", "where", "when", "change", "relation")


def read(example: str) -> ur.Report:
    return ur.parse(example.replace("|", ""))


def test_no_two_constructions_share_an_id_and_each_id_begins_with_its_slot() -> None:
    assert len(EXAMPLES) == len(LISTED) + len(TOLD)
    assert {construction.partition(".")[0] for construction in EXAMPLES} == set(SLOTS)


@pytest.mark.parametrize("construction", EXAMPLES)
def test_a_construction_decides_in_its_example_and_finds_the_words_between_the_bars(construction: str) -> None:
    slot, example = construction.partition(".")[0], EXAMPLES[construction]
    report = read(example)
    decided = [observation for observation in report.observations if (slot, construction) in observation.constructions]
    assert decided
    if "|" in example:
        spans = [observation.spans[slot] for observation in decided if slot in observation.spans]
        assert example.split("|")[1] in [report.text[slice(*span)] for span in spans]
    if ".none_" in construction:
        assert all(getattr(observation, slot) is None for observation in decided)


@pytest.mark.parametrize("construction", EXAMPLES)
def test_every_slot_that_is_filled_says_by_which_construction(construction: str) -> None:
    for observation in read(EXAMPLES[construction]).observations:
        told = dict(observation.constructions)
        assert told.keys() >= {slot for slot in SLOTS if getattr(observation, slot)}
        assert set(told.values()) <= EXAMPLES.keys()


def test_the_page_on_observations_lists_the_constructions_as_they_are() -> None:
    rows = re.findall(r"^\| `([a-z]+\.[a-z_]+)` \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert [(name, example.replace("**", "|")) for name, example in rows] == list(EXAMPLES.items())


def test_explain_names_the_construction_of_a_slot_with_words_and_of_one_without() -> None:
    report = ur.parse("在秘鲁，局势有所改善。警方缉获了5公斤海洛因。")
    told = str(report.explain(report.quantities[0]))
    assert re.search(r"action +缉获 .* by action\.governor", told)
    assert re.search(r"where +no words of its own +by where\.paragraph", told)


def test_explain_names_the_construction_that_leaves_a_slot_empty() -> None:
    report = ur.parse("冲突夺走了22万多人的生命。")
    assert report.observations[0].action is None
    assert "by action.none_owner" in str(report.explain(report.quantities[0]))


def test_a_saved_report_keeps_the_constructions_and_no_row_holds_them() -> None:
    report = ur.parse("警方缉获了5公斤海洛因。")
    (observation,) = ur.Report.model_validate_json(report.model_dump_json()).observations
    assert dict(observation.constructions)["action"] == "action.governor"
    assert observation == report.observations[0]
    assert "constructions" not in observation.row()
