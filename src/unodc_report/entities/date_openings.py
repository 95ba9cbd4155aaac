"""Where dates can begin, and which rows can go on from there.

Most figures begin no date, and behind most years stands 年, with which most rows do not go on: trying all rows at each figure takes
three times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from unodc_report.rules import Rule

OPENING: Final = re.compile(
    r"[\d一二三四五六七八九十](?:(?<![\dA-Za-z./第].)|(?<=[年月日初底末]/.))(?<!\d[,\-].)"
    r"(?:(?<=\d)\d{3}|(?<=[一二])[五六七八九〇零]|[\d十一二三四五六七八九]{0,2}(?:月|世纪| ?-|[至到、,和及与或]|以及)|[\d十]年代)"
)
"""The beginning of a date; of four digits, where it may be a year in digits."""
_YEAR: Final = 4  # digits
_BEHIND_A_YEAR: Final = {
    "date.point": "]年", "date.range": "]年 -至到直", "date.days": "]年", "date.months": "]年", "date.years": "、和及与或以,",
    "date.year_range": "年 -至到直/0123456789一二", "date.named_year": "年两双三四五财会日学交预咖可作销农水", "date.period_ended": "年",
    "date.decade": "年", "date.decades": "、和及与或以, -至到直", "date.decade_range": "年", "date.quarters": "年",
    "date.numeric": "-./", "date.damaged": " 0123456789",
}  # fmt: skip
"""By row: the characters that can follow the year with which it begins."""


def by_follower(rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    """For each character that can follow a year in digits, the rows that can go on with it, in their order."""
    rules = tuple(rules)
    return {c: tuple(rule for rule in rules if c in _BEHIND_A_YEAR[rule.id]) for c in set().union(*_BEHIND_A_YEAR.values())}


def is_year(opening: re.Match[str]) -> bool:
    """Whether a date opens with a year in digits."""
    return opening.end() - opening.start() == _YEAR and opening[0].isdecimal()
