"""Goes through the numbers of a text and asks the rows of each: the first that fits decides what it is a number of.

Numbers inside of a date, a symbol or a pointer are passed, and those that are the name of something (第五, 附件3, B2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from unodc_report.chinese.characters import han
from unodc_report.chinese.numerals import NUMBER
from unodc_report.entities.quantities import rows, shares
from unodc_report.entities.quantities.amounts import Stated
from unodc_report.entities.quantities.rows import NumberRow
from unodc_report.entities.quantities.shares import TO
from unodc_report.entities.surroundings import AND
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding, Rule, finding, scan, told

_SIGNED: Final = next(rule for rule in rows.RULES if isinstance(rule, Rule) and rule.id == "quantity.money_sign")
_BARE: Final = next(rule for rule in rows.RULES if rule.id == "quantity.bare")
_SHARING: Final = tuple(
    row for kind in ("percent", "measure", "money", "count") for row in rows.RULES if isinstance(row, NumberRow) and row.id == f"quantity.{kind}"
)
_GOING_ON: Final = frozenset("0123456789, .一二两三四五六七八九十百千万亿〇零廿卅数几上成多余分")
"""Characters with which a numeral can go on."""
_AGAIN: Final = lazy(r"\(\d{1,7}\)")  # 三(3)名, as legal texts write
_LAST: Final = lazy(NUMBER)
_REACH: Final = 9  # code points after a number in which its unit and what leads to the end of a range stand
_GOES_ON_BY: Final = frozenset("( -至到和与")
"""With which a number goes on that its digits repeat, or that begins a range."""
_TO_IS_NEAR: Final = re.compile("[-至到和与]")
_RANGE: Final = re.compile(rf"(?P<unit>[^\d\s，。；、()-]{{0,6}}?){TO}(?=[\d一二两三四五六七八九十百千万亿〇零廿卅数几上成])")
_RESPECTIVELY: Final = re.compile(r"分别[^，。；\n]{0,40}\Z")
_AND: Final = re.compile(AND)
_FIRST_CHARACTER: Final = re.compile(
    "[0-9一二两三四五六七八九十百千数几上成廿卅半零万亿]"
    "(?:(?<![零上万亿])|(?<=零)(?=票)|(?<=上)(?!百分之|千分之)|(?<=[近逾超过约到足少达][万亿])|(?<=万)(?=[余多]))"  # 加上|百分之七十五, 近|万人
)
_NUMERAL: Final = re.compile(rf"数以(?=[十百千万亿]{{1,2}}计)|(?<=唯)一(?=一)|(?:[百千]|百?万|十亿)分之|半|{NUMBER}")
_LABELLED: Final = re.compile(r"(?:第|星期|礼拜|红|附[件录表文图]|数以|[A-Za-z/.]|[A-Za-z\d]-|\d[, ]|之)$")
_COUNTED_ON: Final = lazy(rf"第{han('0123456789、,- ')}{{0,3}}?(?:[\d一二三四五六七八九十百]{{1,6}}(?:[、和至到及与或,]|以及| ?- ?)){{1,6}}$")
"""A list of ordinals before its next: 第3、5和|7次."""
_ORDINALS: Final = 30  # code points in which such a list stands
_LABEL_ENDS: Final = frozenset("第期拜红件录表文图以/.-, 、和至到及与或之") | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_BLOCKERS: Final = ("opaque", "document", "event", "reference", "sdg", "date", "url")


_TRIED: Final = tuple(row for row in rows.RULES if row is not _SIGNED)
_FIRSTS: Final = {row.id: row.firsts for row in rows.RULES if isinstance(row, NumberRow)} | {
    "quantity.fraction": frozenset("分成/半数"), "quantity.great": frozenset("大"), "quantity.half": frozenset(shares.HALVED),
    "quantity.countless": frozenset("十百千万亿"),
}  # fmt: skip
"""By row: the characters with which what follows a number begins, where only some can."""
_OPENERS: Final = frozenset().union(*_FIRSTS.values())
_FIGURES: Final = "0123456789"
_NUMERALS: Final = "一二两三四五六七八九十百千万"
_BEGUN_BY: Final = {"quantity.pair": "两三四五六七八九", "quantity.per_cent": "百千万十", "quantity.bare": _FIGURES + "数几上成" + _NUMERALS}
"""By row that goes on with anything: the characters with which its numbers begin."""


@cache
def _rows(first: str, behind: str) -> tuple[Rule | NumberRow, ...]:
    """The rows that can go on from a number that begins with one character and has another one behind it: most numbers need few rows tried."""
    return tuple(row for row in _TRIED if (first in _BEGUN_BY[row.id] if row.id in _BEGUN_BY else behind in _FIRSTS[row.id]))


def _may_be_bare(number: str) -> bool:
    """Whether a number may count with nothing behind it: in Chinese characters only one that holds 万 or 亿, or begins with 数 and the like."""
    return number[0] not in _NUMERALS or "万" in number or "亿" in number


def extract(reading: Reading) -> Iterator[Finding]:
    """The quantities of the text: at each number the first row that fits."""
    folded, position = reading.folded, 0
    blocked, taken_to = reading.taken.marks(*_BLOCKERS), reading.taken.end
    while first := _FIRST_CHARACTER.search(folded, position):
        start = first.start()
        position = start + 1
        if blocked[start]:
            position = taken_to(start)
            if folded[position : position + 1] not in _GOING_ON:
                continue
            numeral = _NUMERAL.match(folded, start)
            if numeral is not None and numeral.end() > position:
                position = numeral.end()
            continue
        numeral = _NUMERAL.match(folded, start)
        position = numeral.end() if numeral else position
        if numeral is None or (start and folded[start - 1] in _LABEL_ENDS and _is_label(folded, start)):
            continue
        found = _at(folded, start, position)
        if found is not None:
            yield found
            if found.end > position and isinstance(found, Candidate):
                position = found.end
    if any(sign in folded for sign in ("$", "€", "£", "EUR", "USD", "GBP", "CHF")):
        yield from scan((_SIGNED,), folded)


def _is_label(folded: str, start: int) -> bool:
    """Whether a number behind the end of a label is the name of something: 第五, 附件3, B2; 两 counts behind a letter too (A、B|两个小组)."""
    if folded[start] == "两" and folded[start - 1 : start] not in ("第", "之"):
        return False
    before = folded[max(0, start - _ORDINALS) : start]
    return _LABELLED.search(before[-2:]) is not None or ("第" in before and _COUNTED_ON.search(before) is not None)


def _at(folded: str, start: int, end: int) -> Finding | None:
    """What the number at `start`, whose numeral ends at `end`, is a number of: by the first row that fits."""
    first, behind = folded[start:end], folded[end : end + 1]
    if first == "一" and behind not in _OPENERS and behind not in _GOES_ON_BY:
        return None  # 一般, 统一: most of them
    position = again.end() if behind == "(" and (again := _AGAIN.match(folded, end)) else end
    ranged = _RANGE.match(folded, position) if _TO_IS_NEAR.search(folded, position, position + _REACH) else None
    last = _LAST.match(folded, ranged.end()) if ranged else None
    apart = position > end or (ranged is not None and ranged["unit"] == "")  # what it is a number of stands behind more than the numeral
    for row in _TRIED if apart else _rows(first[0], behind if behind in _OPENERS else ""):
        if isinstance(row, NumberRow):
            if ranged and last and (ranged["unit"] == "" or _is_unit(row, ranged["unit"])) and (tail := row.behind(folded, last.end())):
                return _stated(row, Stated(folded, start, tail.end(), first, last[0], tail))
            if tail := row.behind(folded, position):
                return _stated(row, Stated(folded, start, tail.end(), first, None, tail))
        elif row is _BARE and not _may_be_bare(first):
            continue
        elif row is _BARE and (shared := _with_shared_unit(folded, start, end)) is not None:
            return shared
        elif match := row.pattern.match(folded, start):
            return finding(row, match)
    return None


def _is_unit(row: NumberRow, text: str) -> bool:
    """Whether a text is what a row finds behind a number, and nothing else."""
    unit = row.behind(text, 0)
    return unit is not None and unit.end() == len(text)


def _with_shared_unit(folded: str, start: int, end: int) -> Finding | None:
    """A number of a list whose last number alone has the unit: 分别为|31|和112人."""
    position = end
    step = _AND.match(folded, end) if folded[start].isdecimal() else None
    if step is None or _RESPECTIVELY.search(folded, start - 44, start) is None:
        return None
    while step is not None and (number := _LAST.match(folded, step.end())) is not None:
        position = number.end()
        step = _AND.match(folded, position)
    for row in _SHARING:
        if position > end and (tail := row.behind(folded, position)):
            return _stated(row, Stated(folded, start, end, folded[start:end], None, tail))
    return None


def _stated(row: NumberRow, stated: Stated) -> Finding:
    return told(row, stated.start, stated.end, row.build(stated))
