"""The report's own short names: 全称（简称）, （以下简称“简称”）. They are read first, hold everywhere, and win over the tables.

A bracket after the name of a body defines a short name if its characters stand in the full name in the same order, or if
it is an acronym. It is none if it is a gloss, a date, a symbol, a place, or a bare head (委员会).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from unodc_report.data.names import NEVER_NAMES
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding

_KIND: Final = "organization"
_BRACKET: Final = re.compile(r"""\((?:以下简称|以下称为?|下称|简称为?|缩写为?)?:?["《]?(?P<short>[^()"《》\n，。；]{2,24})["》]?\)""")
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z0-9&./-]{0,14}[A-Z0-9][A-Za-z]?(?:-[\u4e00-\u9fff]{2,8})?")
_BARE_HEADS: Final = NEVER_NAMES | frozenset((
    "组织", "中心", "基金", "基金会", "法院", "法庭", "大会", "小组", "小组委员会", "联盟", "特派团", "援助团", "机构", "研究所", "协会", "论坛", "银行", "公司", "部队",
    "管理局", "执行局", "人权", "联合", "国际", "缔约国", "缔约方", "成员国", "会员国", "日本", "当局", "总部", "该组织",
))  # fmt: skip
_LONGEST: Final = 70  # code points of a full name


@dataclass(frozen=True, slots=True)
class Definition:
    """A short name that the report gives: where, and to which body."""

    start: int
    short: str
    key: str | None


def stands_for(short: str, full: str) -> bool:
    """Whether a bracket is a short name of the full name before it.

    >>> stands_for("妇女署", "联合国促进性别平等和增强妇女权能署"), stands_for("EC3", "欧洲网络犯罪中心")
    (True, True)
    >>> stands_for("重点是西非", "国际刑警组织"), stands_for("委员会", "麻醉药品委员会"), stands_for("A/76/122", "大会")
    (False, False, False)
    """
    if short in _BARE_HEADS or len(short) >= len(full) + 12:
        return False
    if _ACRONYM.fullmatch(short):
        return "/" not in short or (short.count("/") == 1 and not any(c.isdigit() for c in short))
    rest = iter(full)
    return short != full and len(short) < len(full) and all(character in rest for character in short)


def definitions(reading: Reading) -> Iterator[Definition]:
    """The short names of bodies that the text defines, in text order."""
    bodies = reading.taken.marks(_KIND)
    ends = {hit.end: hit for hit in reading.hits.get(_KIND, ())}
    lands = {(hit.start, hit.end) for hit in reading.hits.get("country", ())}
    for match in _BRACKET.finditer(reading.folded):
        end = match.start()
        if not end or not bodies[end - 1]:
            continue
        hit = ends.get(end)
        start = end - 1
        while start and bodies[start - 1] and end - start < _LONGEST:
            start -= 1
        key = hit.name.key if hit is not None and hit.start >= start else ""
        full = reading.folded[start:end]
        for short in re.split("[、/]", match["short"]) if "、" in match["short"] else [match["short"]]:
            # a bracket that says which country a body is of defines no name: 德国之声(德国)
            if stands_for(short, full) and match.span("short") not in lands and not reading.taken.overlaps(*match.span("short"), "document"):
                yield Definition(match.start("short"), short, key or None)


def extract(reading: Reading) -> Iterator[Finding]:
    """Every place where a short name that the report defines stands; where it defines one twice, the last one before holds."""
    defined: dict[str, list[Definition]] = defaultdict(list)
    for definition in definitions(reading):
        defined[definition.short].append(definition)
    if defined:
        yield from _occurrences(reading, defined)


def _occurrences(reading: Reading, defined: Mapping[str, Sequence[Definition]]) -> Iterator[Candidate]:
    places = {short: [meaning.start for meaning in meanings] for short, meanings in defined.items()}
    pattern = re.compile("|".join(_bounded(short) for short in sorted(defined, key=len, reverse=True)))
    for match in pattern.finditer(reading.folded):
        start, end = match.span()
        if reading.taken.overlaps(end - 1, end, "opaque") or _inside_longer(reading, start, end):
            continue
        place = bisect_right(places[match[0]], start)
        key = defined[match[0]][max(0, place - 1)].key
        inferred = ("id: short name that the text defines",) if key else ()
        yield Candidate(_KIND, start, end, "organization.short_name", {"id": key}, inferred)


def _bounded(short: str) -> str:
    first, rest = re.escape(short[0]), re.escape(short[1:])  # the first character first: patterns that begin so are sought fast
    left = r"(?<![A-Za-z0-9/].)" if short[0].isascii() else ""
    right = r"(?![A-Za-z0-9/])" if short[-1].isascii() else ""
    return first + left + rest + right


def _inside_longer(reading: Reading, start: int, end: int) -> bool:
    """Whether the name of a body that is there already is longer than the short name met inside it."""
    return (start > 0 and reading.taken.covers(start - 1, end, _KIND)) or reading.taken.covers(start, end + 1, _KIND)
