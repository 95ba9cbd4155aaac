"""What holds of any text whatsoever: made of the pieces of reports, of arbitrary characters, and of both.

Every day the same few thousand texts; `EXAMPLES=25000 pytest tests/test_properties.py` (`make properties`) tries new ones.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from properties import EXAMPLES, TEXTS, check_passage, check_report, check_values
from scoring import squeeze
from sheets import HABITS, Habits, Shape, set_pages
from specimens import SPECIMENS, raw

from unodc_report import ReadingError, extract, parse, to_date
from unodc_report.models.mentions import Mention, plain
from unodc_report.structure import read_report


def examples(number: int) -> settings:
    """So many examples every day, always the same; at night as many new ones as are asked for."""
    quick: Final = (HealthCheck.too_slow, HealthCheck.data_too_large)
    return settings(max_examples=EXAMPLES or number, derandomize=not EXAMPLES, database=None, deadline=None, suppress_health_check=quick)


@examples(1_500)
@given(TEXTS)
def test_any_passage(text: str) -> None:
    check_passage(text)


@examples(1_000)
@given(TEXTS)
def test_any_report(text: str) -> None:
    check_report(text)


@examples(1_000)
@given(TEXTS)
def test_any_value(text: str) -> None:
    check_values(text)


@examples(300)
@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_what_was_read_before_changes_nothing(texts: list[str]) -> None:
    forwards = [extract(text) for text in texts]
    backwards = [extract(text) for text in reversed(texts)]
    assert forwards == backwards[::-1]


@examples(300)
@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 31))
def test_days_that_do_not_exist_are_no_dates(year: int, month: int, day: int) -> None:
    text = f"{year}年{month}月{day}日"
    try:
        there = date(year, month, day)
    except ValueError:
        with pytest.raises(ReadingError):
            to_date(text)
        assert list(extract(text)) == []
    else:
        value = to_date(text)
        assert (value.start, value.end, value.edtf) == (there, there, there.isoformat())


# A specimen set in lines and pages of any size, with page furniture, page notes and broken numbers, says what its source says.

ONCE: Final = (Phase.explicit, Phase.generate)  # a report is long: looking for a shorter case takes minutes


def shapes(text: str) -> dict[str, Shape]:
    """The blocks as the gold writes them."""
    blocks = [block for block in read_report(text).blocks if block.kind != "masthead"]
    return {b.id: (b.kind, b.level if b.kind == "heading" else None, "".join(b.printed.split())) for b in blocks}


def said(mentions: tuple[Mention, ...]) -> Counter[tuple[str, ...]]:
    """What mentions say and in which paragraph, however their characters are printed."""
    return Counter((m.type, str(m.paragraph), squeeze(m.text), *(squeeze(str(plain(getattr(m, name)))) for name in m.FIELDS if name != "related")) for m in mentions)


@cache
def said_in_one_line_a_paragraph(name: str) -> Counter[tuple[str, ...]]:
    return said(parse(raw(name, "word")).mentions)


@pytest.mark.parametrize("name", SPECIMENS)
@settings(examples(60), phases=ONCE)
@given(HABITS)
def test_the_size_of_lines_and_pages_changes_no_block(name: str, habits: Habits) -> None:
    text, wanted = set_pages(name, habits)
    assert shapes(text) == wanted


@pytest.mark.parametrize("name", SPECIMENS)
@settings(examples(10), phases=ONCE)
@given(HABITS)
def test_the_size_of_lines_and_pages_changes_no_mention(name: str, habits: Habits) -> None:
    found, wanted = said(parse(set_pages(name, habits)[0]).mentions), said_in_one_line_a_paragraph(name)
    assert found == wanted, (wanted - found, found - wanted)


@pytest.mark.parametrize("name", SPECIMENS)
@settings(examples(30), phases=ONCE)
@given(HABITS)
def test_where_nothing_tells_paragraphs_apart_their_numbers_do(name: str, habits: Habits) -> None:
    """A paragraph without a number whose last line is full cannot be told from the next one: of those only the text is held."""
    text, wanted = set_pages(name, replace(habits, apart="nothing"))
    found = shapes(text)
    assert {key: shape for key, shape in found.items() if shape[0] != "summary"} == {key: shape for key, shape in wanted.items() if shape[0] != "summary"}
    assert "".join(shape[2] for shape in found.values()) == "".join(shape[2] for shape in _notes_last(wanted).values())


def _notes_last(wanted: dict[str, Shape]) -> dict[str, Shape]:
    return dict(sorted(wanted.items(), key=lambda item: item[1][0] == "footnote"))
