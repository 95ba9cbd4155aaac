"""Dates that say less than a date does: 第三季度 after 2010年第二季度, 19日 after 2009年1月17日, a year in brackets without its 年.

A bare day is a date only where a date with its month stands before it on the same line: by itself it may be a number of days. The
year of a bare quarter is XXXX until `unodc_report.context.elisions` has read the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from unodc_report.chinese.calendar import number
from unodc_report.chinese.characters import LETTER
from unodc_report.patterns import lazy
from unodc_report.rules import Candidate, Fields, Finding, Rule, finding, scan
from unodc_report.standards import edtf

_REACH: Final = 300  # code points before a bare day within which its month is looked for
UNTIL: Final = re.compile("截[至止]到?$")
_MONTH_OF: Final = lazy(r"(?:\A|[/,])(?P<month>(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2]))(?:-\d\d)?[~}]?\Z")


def _quarter(match: re.Match[str]) -> Fields | str:
    point = edtf.division(edtf.UNKNOWN_YEAR, edtf.QUARTERS[number(match["quarter"]) or 1]) + ("~" if match["edge"] else "")
    return {"edtf": edtf.interval(edtf.OPEN, point) if UNTIL.search(match.string, max(0, match.start() - 3), match.start()) else point}


def _day(match: re.Match[str]) -> Fields | str:
    return {"edtf": f"{edtf.UNKNOWN_YEAR}-XX-{int(match['day']):02d}"} if 1 <= int(match["day"]) <= 31 else "no such day"


def _in_month(match: re.Match[str], month: str) -> str:
    """The day, or the days from one to another, of a month that stands before it."""
    first = f"{month}-{int(match['day']):02d}"
    return edtf.interval(first, f"{month}-{int(match['last']):02d}") if match["last"] else first


def _year(match: re.Match[str]) -> Fields | str:
    """The year of what is named before the bracket; among counts in brackets it is one of them: 印度(1998)、尼泊尔(641)."""
    folded, start = match.string, match.start("span")
    floor, end = folded.rfind("\n", 0, start) + 1, folded.find("\n", start)
    others = _COUNT_IN_BRACKETS.search(folded, max(floor, start - _REACH), min(len(folded) if end < 0 else end, start + _REACH))
    return {"edtf": match["span"]} if others is None else "a count among counts"


_COUNT_IN_BRACKETS: Final = lazy(r"[\u4e00-\u9fff]\((?!(?:19|20)\d\d\))\d[\d, .]*\)")
_WORKS: Final = ("》", "报告")

ROWS: Final = (
    Rule(
        id="date.quarter",
        pattern=re.compile("第(?<![年度]第)(?P<quarter>[一二三四1-4])季度(?P<edge>[初末底](?!期))?"),
        build=_quarter,
        finds=(
            ("2010年第二季度为3.2%，第三季度为2.8%", "第三季度", {"edtf": "2010-35"}),
            ("截至第三季度末", "第三季度末", {"edtf": "../XXXX-35~"}),
            ("第四季度的缉获量", "第四季度", {"edtf": "XXXX-36"}),
        ),
        skips=("每季度报告一次", "前三季度"),
    ),
    Rule(
        id="date.day",
        pattern=re.compile(
            rf"(?P<day>\d(?<![\d月年至到期每达过满长多近约共用的第超前头个-].)\d?)日(?:至(?P<last>\d\d?)日)?(?={LETTER}|[，。、；)]|$)(?!至\d)"
            r"(?![内期程本元圆游间历志常报租薪]|以[内上下]|之[内后前]|后|的)"
        ),
        build=_day,
        finds=(
            ("2009年1月17日宣布停火，议会19日核可", "19日", {"edtf": "2009-01-19"}),
            ("3月4日遭到炮击。5日又有两人丧生", "5日", {"edtf": "XXXX-03-05"}),
            ("3月1和2日、5日至9日开会", "5日至9日", {"edtf": "XXXX-03-05/XXXX-03-09"}),
            ("2008年9月15日和19日至26日举行", "19日至26日", {"edtf": "2008-09-19/2008-09-26"}),
        ),
        skips=("议会19日核可", "在14日内答复", "为期14日的停火", "90日通知期"),
    ),
    Rule(
        id="date.bracketed_year",
        pattern=re.compile(r"\((?P<span>(?:19|20)\d\d)\)(?![号\d])"),
        build=_year,
        finds=(
            ("加纳(2019)、多哥* (2020)", "2020", {"edtf": "2020"}),
            ("《世界城市展望》(2009)", "2009", {"edtf": "2009"}),
        ),
        skips=("印度(1998)、尼泊尔(641)", "第1540(2004)号决议", "缺勤人数(2012)", "尼泊尔(3000)"),
    ),
)
_QUARTER, _DAY, _BRACKETED = ROWS
_AFTER_DIGIT: Final = re.compile(r"日(?<=\d日)")


def _days(folded: str) -> Iterator[re.Match[str]]:
    """The matches of the row of days, sought by the 日 at their ends: most numbers are none."""
    for mark in _AFTER_DIGIT.finditer(folded):
        start = mark.start() - 1
        match = _DAY.pattern.match(folded, start - folded[start - 1 : start].isdecimal())
        if match is not None:
            yield match


def find_quarters(folded: str) -> Iterator[Finding]:
    """The quarters of a folded text that no year stands before."""
    return scan((_QUARTER,), folded)


def find_years(folded: str, named: Container[int]) -> Iterator[Finding]:
    """The years in brackets right after a country or area, which ends at one of `named`, or after a work."""
    for match in _BRACKETED.pattern.finditer(folded):
        end = match.start()
        while end and folded[end - 1] in " *":  # the mark of a note: 多哥* (2020)
            end -= 1
        if end in named or folded.endswith(_WORKS, 0, end):
            yield finding(_BRACKETED, match)


def find_days(folded: str, dates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The bare days of a folded text, each with the month of the last of `dates` before it.

    Args:
        folded: the folded text.
        dates: its other dates, in text order.
    """
    place = 0
    for match in _days(folded):
        while place < len(dates) and dates[place].end <= match.start():
            place += 1
        if not place or isinstance(_DAY.build(match), str) or folded.find("\n", dates[place - 1].end, match.start()) >= 0:
            continue
        before = dates[place - 1]
        month = _MONTH_OF.search(str(before.fields["edtf"]))
        if month is not None and match.start() - before.end <= _REACH:
            fields = {"edtf": _in_month(match, month["month"])}
            if edtf.is_valid(str(fields["edtf"])):
                yield Candidate("date", match.start(), match.end(), _DAY.id, fields, ("edtf: the month named before it",))
