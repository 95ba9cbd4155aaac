"""What holds of any text whatsoever: made of the pieces of reports, of arbitrary characters, and of both.

Every day the same few thousand texts; `EXAMPLES=25000 pytest tests/test_properties.py` (`make properties`) tries new ones.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from properties import EXAMPLES, TEXTS, check_passage, check_report, check_values
from specimens import SPECIMENS, raw

from unodc_report import ReadingError, extract, parse, to_date
from unodc_report.models.mentions import Mention, plain


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
        assert text not in [mention.text for mention in extract(text)]
    else:
        value = to_date(text)
        assert (value.start, value.end, value.edtf) == (there, there, there.isoformat())


# The same text set in lines and pages of any size, with page furniture and page notes, says the same.

FURNITURE: Final = ("\n{symbol}\n\n{page}/18 {job}\n\n", "\n{symbol} {page}/18 {job}\n", "\n{job}\n{page}/18\n\f\n", "\n{page}/18 {job}\n\f{symbol}\n", "\n\n")
WORD: Final = re.compile(r"[A-Za-z0-9.,/%()_:-]+(?: \d{3})*[，。、；：）》”]*|.[，。、；：）》”]*")
"""What no line end breaks."""


def said(mentions: tuple[Mention, ...]) -> Counter[tuple[str, ...]]:
    """What mentions say, wherever they stand."""
    return Counter((m.type, m.text, *(str(plain(getattr(m, name))) for name in m.FIELDS if name != "related")) for m in mentions)


def set_in_lines(text: str, width: int) -> list[str]:
    """The text in lines of at most so many characters, set as a word processor sets them."""
    lines = []
    for paragraph in text.splitlines():
        line = ""
        for word in WORD.findall(paragraph):
            if line and len(line) + len(word) > width:
                lines.append(line)
                line = ""
            line += word
        lines.append(line)
    return lines


def body(text: str) -> tuple[str, str, str]:
    """A specimen without line ends in its paragraphs: what stands before its first paragraph, the paragraphs, the notes."""
    first = re.search(r"^1\.\t", text, re.MULTILINE)
    notes = re.search(r"^\*\t", text, re.MULTILINE)
    assert first is not None
    end = notes.start() if notes else len(text)
    return text[: first.start()], text[first.start() : end], text[end:]


@pytest.mark.parametrize("name", SPECIMENS)
@settings(examples(20), phases=(Phase.explicit, Phase.generate))  # a report is long: looking for a shorter case takes minutes
@given(width=st.integers(32, 50), height=st.integers(20, 60), furniture=st.sampled_from(FURNITURE))
def test_the_size_of_lines_and_pages_changes_next_to_no_mention(name: str, width: int, height: int, furniture: str) -> None:
    """At most one in a hundred: a line that happens to begin with a number and a full line before it can look like a heading."""
    text = raw(name, "word")
    report = parse(text)
    before, paragraphs, after = body(text)
    lines = set_in_lines(paragraphs, width)
    pages = ["\n".join(lines[k : k + height]) for k in range(0, len(lines), height)]
    fills = {"symbol": report.metadata.symbol, "job": report.metadata.job_number or "V.21-04921"}
    parts = [page + furniture.format(page=n, **fills) for n, page in enumerate(pages, 2)]
    broken = "\n".join(set_in_lines(before, width)) + "\n" + "".join(parts) + "\n".join(set_in_lines(after, width))
    wanted, found = said(report.mentions), said(parse(broken).mentions)
    changed = max((wanted - found).total(), (found - wanted).total())
    assert changed <= wanted.total() / 100, (wanted - found, found - wanted)
