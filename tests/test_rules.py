"""Every rule finds its examples, finds nothing in its counter-examples, and stays linear on hostile text."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import hostile
import pytest

import unodc_report
from unodc_report import entities
from unodc_report.chinese.characters import fold
from unodc_report.layout.passage import read_passage
from unodc_report.models.mentions import MENTION_TYPES, plain
from unodc_report.pipeline import read_mentions
from unodc_report.rules import Rule, matches_at

MODULES: Final = [
    importlib.import_module(m.name) for m in pkgutil.walk_packages(entities.__path__, "unodc_report.entities.") if not m.ispkg
]
RULES: Final = [rule for module in MODULES for rule in vars(module).get("RULES", ())]
FINDS: Final = [pytest.param(rule, *find, id=f"{rule.id}-{n}") for rule in RULES for n, find in enumerate(rule.finds)]
SPECIMENS: Final = sorted((Path(__file__).parents[1] / "fixtures").glob("*/*.txt"))
SKIPS: Final = [pytest.param(rule, text, id=f"{rule.id}-{n}") for rule in RULES for n, text in enumerate(rule.skips)]


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES if isinstance(rule, Rule) and rule.begins])
def test_the_words_with_which_a_rule_begins_miss_none_of_its_matches(rule: Rule) -> None:
    texts = [text for text, *_ in rule.finds] + [path.read_text(encoding="utf-8") for path in SPECIMENS]
    for folded in map(fold, texts):
        sought = {match.span() for match in matches_at(rule.begins, rule.pattern, folded)}
        assert sought >= {match.span() for match in rule.pattern.finditer(folded)}


def test_every_entity_module_shows_rules_and_extract() -> None:
    for module in entities.MODULES:
        assert isinstance(module.RULES, tuple), module.__name__
        assert callable(module.extract), module.__name__


def test_ids_are_unique() -> None:
    assert [rule_id for rule_id, n in Counter(rule.id for rule in RULES).items() if n > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_row_is_whole(rule: Rule) -> None:
    assert rule.type in MENTION_TYPES
    assert re.fullmatch(r"[a-z]+\.[a-z0-9_]+", rule.id)
    assert rule.finds, "a rule without texts that it must find"
    assert rule.skips, "a rule without texts that it must not find"
    for _, surface, fields in rule.finds:
        assert surface
        assert set(fields) <= set(MENTION_TYPES[rule.type].FIELDS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_pattern_of_a_rule_matches_in_one_of_its_examples(rule: Rule) -> None:
    assert any(rule.pattern.search(read_passage(text).folded) for text, _, _ in rule.finds)


WITHOUT_ROW: Final = frozenset(
    {"organization.name", "organization.bare_conference", "organization.short_name", "programme.name", "programme.shape", "sdg.member"}
)
"""Found by the lexicon, by the report's own short names or by their neighbours: what finds them is no pattern."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_mentions_name_the_rule_that_found_them(rule: Rule) -> None:
    there = {each.id for each in RULES} | WITHOUT_ROW
    assert {m.rule for text, _, _ in rule.finds for m in unodc_report.extract(text)} <= there


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_explains_a_reading_is_whole(rule: Rule) -> None:
    """A veto has its place, its rule and a phrase that begins small; what was inferred names its field: all are shown to users."""
    there = {each.id for each in RULES} | WITHOUT_ROW
    for text in (*(find[0] for find in rule.finds), *rule.skips):
        document = read_passage(text)
        outcome = read_mentions(document, observations=False)
        for veto in outcome.vetoes:
            assert 0 <= veto.start < veto.end <= len(document.text), veto
            assert (veto.type in MENTION_TYPES, veto.rule in there) == (True, True), veto
            assert re.match("[a-z]+ |一 with ", veto.reason), veto
        for found in outcome.candidates:
            assert {note.partition(": ")[0] for note in found.inferred} <= set(MENTION_TYPES[found.type].FIELDS), found


@pytest.mark.parametrize(("rule", "text", "surface", "fields"), FINDS)
def test_finds(rule: Rule, text: str, surface: str, fields: dict[str, object]) -> None:
    mentions = [m for m in unodc_report.extract(text) if m.type == rule.type]
    there = [m for m in mentions if squeeze(m.text) == squeeze(surface)]
    assert there, f"no {rule.type} {surface!r} among {[m.text for m in mentions]}"
    wanted = {name: plain(value) for name, value in fields.items()}
    got = [{name: plain(getattr(m, name)) for name in fields} for m in there]
    assert wanted in got


@pytest.mark.parametrize(("rule", "text"), SKIPS)
def test_skips(rule: Rule, text: str) -> None:
    assert [(m.text, m.rule) for m in unodc_report.extract(text) if m.type == rule.type] == []


def seconds(work: Callable[[str], object], text: str) -> float:
    """The time that this thread computes for, whatever else the machine does; what other tests left behind is not collected meanwhile."""
    gc.disable()
    try:
        start = time.thread_time()
        work(text)
        return time.thread_time() - start
    finally:
        gc.enable()


def slow(work: Callable[[str], object], unit: str, length: int) -> str | None:
    """What shows that the work is not linear: four times the text may take four times as long, never sixteen times.

    Short times say nothing and pass; what looks slow is measured five times before it is told.
    """
    short, long = unit * (length // len(unit)), unit * (4 * length // len(unit))
    before, after = seconds(work, short), seconds(work, long)
    for _ in range(4):
        if after < 0.05 or after < 8 * before:
            return None
        before, after = min(before, seconds(work, short)), min(after, seconds(work, long))
    return f"{unit!r} × {length}: {before:.4f} s, then {after:.4f} s" if after > 8 * before else None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_pattern_is_linear_on_hostile_text(rule: Rule) -> None:
    def run(text: str) -> None:
        for _ in rule.pattern.finditer(text):
            pass

    assert [told for unit in hostile.UNITS if (told := slow(run, fold(unit), 5_000))] == []


def _parse_lines(text: str) -> None:
    unodc_report.parse("\n".join(text[i : i + 40] for i in range(0, len(text), 40)))


@pytest.mark.parametrize("unit", hostile.UNITS)
def test_reading_is_linear_on_hostile_text(unit: str) -> None:
    """Through all layers: as a passage, as one endless line, as lines of a report."""
    unodc_report.parse("2020年缉获1吨。")  # tables are loaded on first need
    works = (unodc_report.extract, unodc_report.parse, _parse_lines)
    assert [told for work in works if (told := slow(work, unit, 2_500))] == []
