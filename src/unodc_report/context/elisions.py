"""The year that a bare "3月7日" leaves out: from the last date before it, or from one of the same month after it.

Looked for in this order: the words right before it (同年, 次年), the last date with a year before it in its block, then, in a
report, the last one before it in its section, one that is not a resolution's if there is one, then the report's own date for a month that is
not after it or that the words before it announce (将于8月). Where none of
these tells, a date of the same month that follows in the sentence does (1月25日，…2015年1月25日); else the year stays XXXX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from unodc_report.entities.dates.bare import UNTIL
from unodc_report.entities.dates.forms import ENGLISH_MONTHS
from unodc_report.models.document import Block
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate
from unodc_report.standards import edtf

_RELATIVE: Final = re.compile("(?P<word>同年|当年|次年|翌年|第二年|来年|去年|上年|今年|本年|明年)$")
_SHIFTS: Final = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1, "第二年": 1, "来年": 1}
_FROM_REPORT: Final = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
_YEARS: Final = re.compile(r"(?<!\d)\d{4}(?=[-~/,}]|$)")


_MONTH: Final = lazy(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d)")
_YEAR_ALONE: Final = 4  # code points of a date that is no more than a year
_FOLLOWING: Final = 4  # dates after a bare one that are looked at
_MONTH_NAMES: Final = "|".join(ENGLISH_MONTHS)
_MASTHEAD_DATE: Final = re.compile(rf"\d{{1,2}} ?(?P<month>{_MONTH_NAMES}) ?(?P<year>\d{{4}})", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"第 ?[A-Z]?\d{1,5}(?:/| ?[A-Z]? ?\(|号)")  # a resolution: its day says little of when the rest of a report happens
_RECURRING: Final = re.compile(r"(?:[例常年届]会|会议)\($")
"""Before a month in which a body meets each year: 年会(6月份)."""
_A_YEAR: Final = lazy(r"\d{4}年")
_FOUNDED: Final = re.compile(r"(?:[成建创设]立|[创兴修]建|创[办始]|诞生|始建|始)于?$")
"""Before a year in which a body began: it tells nothing of the days after it."""
_SAME: Final = lazy("[^。；\n]{0,16}(?:同年|当年|次年|翌年|第二年)")
"""After such a year, where the text goes on with it all the same: 成立于1994年，同年11月开始工作."""
_COMPARED: Final = ("较", "比", "高于", "低于", "多于", "少于", "超过")
"""Before a year with which the one spoken of is compared: what follows does not happen in it."""
_PLANNED: Final = lazy("(?:将[于在]?|定于|预定于?|预计|计划|拟于?|预期|准备)[^，。；\n]{0,8}$")


class _Anchor(NamedTuple):
    """A year that the text has named, and where."""

    year: int
    block: Block
    words: str


def fill_dates(reading: Reading, found: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """The mentions with the years of bare month-days filled in where the text before them tells; each filled one says whence."""
    dates = found.get("date", [])
    if not any(edtf.UNKNOWN_YEAR in str(date.fields["edtf"]) for date in dates):
        return found
    return {**found, "date": list(_filled(reading, dates))}


def _filled(reading: Reading, dates: list[Candidate]) -> Iterator[Candidate]:
    blocks = iter(reading.document.blocks)
    block = next(blocks)
    anchor: _Anchor | None = None
    happened: _Anchor | None = None  # the last one that is not the date of a resolution
    for place, date in enumerate(dates):
        while date.start >= block.end:
            block = next(blocks)
        text = str(date.fields["edtf"])
        if edtf.UNKNOWN_YEAR in text:
            told = anchor if anchor is not None and (anchor.block is block or _NUMBERED.match(reading.folded, date.end)) else happened or anchor
            filled = _year(reading, date, block, told) or _later_year(reading.folded, date, dates[place + 1 : place + 1 + _FOLLOWING])
            if filled is None:
                yield date
                continue
            year, source = filled
            text = text.replace(edtf.UNKNOWN_YEAR, str(year))
            if edtf.is_valid(text):
                date = date._replace(fields={"edtf": text}, inferred=(*date.inferred, f"edtf: {source}"))  # noqa: PLW2901
        year_here = _last_year(text)
        if year_here is not None and not _is_aside(reading.folded, date, block, anchor):
            anchor = _Anchor(year_here, block, reading.text[date.start : date.end])
            happened = happened if _NUMBERED.match(reading.folded, date.end) else anchor
        yield date


def _is_aside(folded: str, date: Candidate, block: Block, anchor: _Anchor | None) -> bool:
    """Whether the text only compares with a year, or says since when a body is there (成立于1993年): what follows happens in another."""
    if anchor is not None and anchor.block is block and folded.endswith(_COMPARED, block.start, date.start):
        return True
    founded = len(str(date.fields["edtf"])) == _YEAR_ALONE and _FOUNDED.search(folded, max(block.start, date.start - 4), date.start) is not None
    return founded and not _SAME.match(folded, date.end)


def _later_year(folded: str, date: Candidate, following: Sequence[Candidate]) -> tuple[int, str] | None:
    """The year of a date of the same month later in the sentence: who gives the day twice leaves the year out once."""
    month = _MONTH.match(str(date.fields["edtf"]))
    for later in following:
        between = folded[date.end : later.start]
        if month is None or "。" in between or "\n" in between:
            return None
        told = _MONTH.match(str(later.fields["edtf"]))
        if told is not None and told["year"].isdecimal():
            return (int(told["year"]), f"year of {folded[later.start : later.end]}") if told["month"] == month["month"] else None
    return None


@lru_cache(maxsize=1024)
def _last_year(text: str) -> int | None:
    """The last year that a date names; None for a deadline (../2030), which tells nothing of what comes after it."""
    years = _YEARS.findall(text)
    return int(years[-1]) if years and not text.startswith(edtf.OPEN) else None


def _year(reading: Reading, date: Candidate, block: Block, anchor: _Anchor | None) -> tuple[int, str] | None:
    if _RECURRING.search(reading.folded, max(block.start, date.start - 4), date.start) and not _year_in_sentence(reading.folded, date.start):
        return None
    before = reading.folded[max(block.start, date.start - 3) : date.start]
    relative = _RELATIVE.search(before)
    word = relative["word"] if relative else ""
    if word in _FROM_REPORT:
        own = _report_date(reading)
        return (own[0] + _FROM_REPORT[word], f"{word} of the report's date") if own else None
    month = str(date.fields["edtf"]).partition("-")[2][:2]
    if anchor is not None and (anchor.block is block or (reading.document.whole and anchor.block.section == block.section)):
        year = anchor.year + _SHIFTS.get(word, 0)
        return _not_to_come(reading, date, year, month), f"year of {anchor.words}"
    own = _report_date(reading)
    planned = _PLANNED.search(reading.folded, max(block.start, date.start - 16), date.start) is not None
    if own and month.isdecimal() and (int(month) <= own[1] or planned):
        return own[0], "year of the report's date"
    return None


def _year_in_sentence(folded: str, position: int) -> bool:
    start = max(folded.rfind("。", 0, position), folded.rfind("\n", 0, position), position - 80) + 1
    return _A_YEAR.search(folded, start, position) is not None


def _not_to_come(reading: Reading, date: Candidate, year: int, month: str) -> int:
    """The year, but one less where a report says how things stood (截至) on a day that was still to come when it was written."""
    own = _report_date(reading)
    if own is None or not month.isdecimal() or not UNTIL.search(reading.folded, date.start - 3, date.start):
        return year
    return year - 1 if (year, int(month)) > own else year


def _report_date(reading: Reading) -> tuple[int, int] | None:
    """Year and month of the report by its masthead."""
    stated = reading.document.metadata.date
    if stated is None or not reading.document.whole:
        return None
    if match := _MASTHEAD_DATE.fullmatch(" ".join(stated.split())):
        return int(match["year"]), ENGLISH_MONTHS[match["month"].title()]
    return None
