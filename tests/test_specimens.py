"""The specimen reports: the library against hand-written gold, in every layout, and the layouts against each other."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import scoring
import specimens

from fixtures.build import build

if TYPE_CHECKING:
    from unodc_report.report import Report

CASES = [(name, layout) for name in specimens.SPECIMENS for layout in specimens.LAYOUTS]


@cache
def read(name: str, layout: str) -> Report:
    from unodc_report import parse

    return parse(specimens.raw(name, layout))


def found(name: str, layout: str) -> list[dict[str, Any]]:
    return [dict(mention.row()) for mention in read(name, layout).mentions]


@pytest.mark.parametrize("name", specimens.SPECIMENS)
def test_the_committed_files_are_what_the_sources_build(name: str) -> None:
    for path, content in build(name).items():
        assert (specimens.FIXTURES / path).read_bytes() == content.encode(), path


@pytest.mark.parametrize(("name", "layout"), CASES)
def test_gold_spans_hold_the_gold_text(name: str, layout: str) -> None:
    raw, rows = specimens.raw(name, layout), specimens.structure(name, layout)
    outside = {row["id"]: {o for start, end in row["segments"] for o in range(start, end)} for row in rows}
    for row in specimens.gold(name, layout):
        holder = next(ids for ids in outside.values() if row["start"] in ids)
        text = "".join(raw[o] for o in range(row["start"], row["end"]) if o in holder and not raw[o].isspace())
        assert text == row["text"], row


@pytest.mark.parametrize(("name", "layout"), CASES)
def test_mentions_reach_the_gold(name: str, layout: str) -> None:
    scores = scoring.score(specimens.gold(name, layout), found(name, layout))
    low = [kind for kind, score in scores.items() if score.f1 < (0.97 if kind == "all" else 0.95)]
    assert not low, f"{low}\n{scoring.report(scores)}"


@pytest.mark.parametrize("name", specimens.SPECIMENS)
def test_what_extractors_find_needs_no_validation(name: str) -> None:
    report = read(name, "word")
    for record in (*report.mentions, *report.observations):
        again = type(record).model_validate(dict(record), strict=True)
        assert again == record
        assert list(again.__dict__) == list(record.__dict__)
        assert again.model_dump_json() == record.model_dump_json()
    assert type(report).model_validate(dict(report), strict=True) == report


@pytest.mark.parametrize(("name", "layout"), CASES)
def test_structure_is_the_gold(name: str, layout: str) -> None:
    raw = specimens.raw(name, layout)
    blocks = [block.row() for block in read(name, layout).blocks if block.kind != "masthead"]
    assert [_shape(raw, row) for row in blocks] == [_shape(raw, row) for row in _body_first(specimens.structure(name, layout))]


def _body_first(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["kind"] == "footnote")


def _shape(raw: str, row: dict[str, Any]) -> tuple[object, ...]:
    places = frozenset(o for start, end in row["segments"] for o in range(start, end) if not raw[o].isspace())
    level = row.get("level") if row["kind"] == "heading" else None
    return row["id"], row["kind"], "".join(row["text"].split()), level, places


@pytest.mark.parametrize(("name", "layout"), CASES)
def test_the_masthead_is_read(name: str, layout: str) -> None:
    want = specimens.metadata(name) | ({"job_number": None} if layout in {"word", "numbers"} else {})
    got = read(name, layout).metadata.model_dump()
    assert {key: _tight(got[key]) for key in want} == {key: _tight(value) for key, value in want.items()}


def _tight(value: str | None) -> str | None:
    return "".join(value.split()) if value else value


@pytest.mark.parametrize("name", specimens.SPECIMENS)
@pytest.mark.parametrize("layout", specimens.LAYOUTS[1:])
def test_every_layout_gives_the_same_mentions(name: str, layout: str) -> None:
    first, other = (_forms(name, each) for each in (specimens.LAYOUTS[0], layout))
    assert first == other, f"only {specimens.LAYOUTS[0]}: {first - other}\nonly {layout}: {other - first}"


def _forms(name: str, layout: str) -> Counter[tuple[object, ...]]:
    rows = [row for row in found(name, layout) if row["type"] in scoring.IDENTIFYING]
    return Counter((row["type"], row["paragraph"], scoring.squeeze(row["text"]), *scoring.normal_form(row)) for row in rows)


RIGHT = {"item": 0.85, "action": 0.80, "where": 0.90, "when": 0.90, "change": 0.95, "change_mode": 0.95, "relation": 0.85}


@pytest.mark.parametrize("layout", specimens.LAYOUTS)
def test_the_words_around_a_figure_are_the_golds(layout: str) -> None:
    judged: dict[str, list[str]] = {slot: [] for slot in RIGHT}
    counts: Counter[str] = Counter()
    for name in specimens.SPECIMENS:
        figures = {(row["start"], row["end"]): row for row in found(name, layout) if row["type"] == "quantity"}
        for gold in specimens.gold(name, layout):
            figure = figures.get((gold["start"], gold["end"]))
            if gold["type"] != "quantity" or figure is None:
                continue
            for slot in RIGHT.keys() & gold.keys():
                counts[slot] += 1
                if not _same(slot, gold, figure):
                    judged[slot].append(f"{name} [{gold['paragraph']}] {gold['text']} {slot}: want {gold[slot]}, got {figure[slot]}")
    low = {slot: wrong for slot, wrong in judged.items() if 1 - len(wrong) / counts[slot] < RIGHT[slot]}
    assert not low, f"{dict(counts)}\n" + "\n".join(line for wrong in low.values() for line in wrong)


def _same(slot: str, gold: dict[str, Any], figure: dict[str, Any]) -> bool:
    """Whether a slot is right; an item also when it lies in the gold's and holds its head."""
    want, got = (sorted(row[slot]) if slot == "where" else scoring.value(row, slot) for row in (gold, figure))
    if slot == "item" and want is not None and got is not None:
        return want == got or (str(scoring.value(gold, "head")) in str(got) and str(got) in str(want))
    return want == got


def test_the_gold_says_what_figures_count_throughout() -> None:
    said = {name: [bool(RIGHT.keys() & row.keys()) for row in _quantities(name)] for name in specimens.SPECIMENS}
    assert {name: all(rows) and len(rows) > 45 for name, rows in said.items()} == dict.fromkeys(specimens.SPECIMENS, True)


def _quantities(name: str) -> list[dict[str, Any]]:
    return [row for row in specimens.gold(name, "word") if row["type"] == "quantity" and not row.get("optional")]


@pytest.mark.parametrize("name", specimens.SPECIMENS)
def test_gold_heads_lie_in_their_items(name: str) -> None:
    assert all(row["head"] in row["item"] for row in _quantities(name) if row.get("item"))
