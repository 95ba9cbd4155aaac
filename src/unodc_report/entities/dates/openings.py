"""Where dates can begin, and which rows can go on from there.

Most figures begin no date, and behind most years stands 年, with which most rows do not go on: trying all rows at each figure takes
three times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from unodc_report.chinese.calendar import DAY, MONTH, YEAR
from unodc_report.rules import Rule

OPENING: Final = re.compile(
    r"[0-9一二三四五六七八九十](?<!\d.)(?=[\d一二三四五六七八九十〇零月世 \-至到、,和及与或以])(?:(?<![A-Za-z./第].)|(?<=[年月日初底末]/.))(?<!\d[,\-].)"
    r"(?:(?<=\d)\d{3}|(?<=[一二])[五六七八九〇零][〇零一二三四五六七八九]{2}|[\d十一二三四五六七八九]{0,2}(?:月|世纪| ?-|[至到、,和及与或]|以及)|[三四五六七八九]?[\d十]年代)"
)
"""The beginning of a date; of four numerals, where it may be a year. What stands right before and behind its first character tells of most figures that they begin none."""
_YEAR: Final = 4  # numerals
_FIGURES: Final = "0123456789一二三四五六七八九十"
_JOINTS: Final = "、和及与或以,"
_TO: Final = " -至到直"
_PERIODS: Final = "两双三四五六七八十财会日学交预咖可作销市营农水榨"
_BEHIND_A_YEAR: Final = {
    "date.point": "]年", "date.range": "]年" + _TO, "date.days": "]年", "date.months": "]年", "date.years": _JOINTS,
    "date.year_range": "年/" + _FIGURES + _TO, "date.named_year": "年" + _PERIODS, "date.period_ended": "年",
    "date.decade": "年", "date.decades": _JOINTS + _TO, "date.decade_pair": "", "date.decade_range": "年", "date.quarters": "年",
    "date.numeric": "-./", "date.damaged": " 0123456789",
}  # fmt: skip
"""By row: the characters that can follow the year with which it begins."""
_BEHIND_ITS_WORD: Final = {
    "date.days": _FIGURES, "date.months": _FIGURES, "date.period_ended": _FIGURES, "date.year_range": _TO,
    "date.named_year": _PERIODS + "度", "date.decade": "代", "date.decade_range": "代", "date.quarters": "第",
}  # fmt: skip
"""By row: the characters that can follow the 年 of that year, where only some can."""
_BEGUN_BY: Final = {
    "月": ("date.point", "date.range", "date.days", "date.months"), "纪": ("date.decade", "date.decades", "date.decade_pair", "date.decade_range"), "代": ("date.decade", "date.decade_pair", "date.decade_range"),
    "、": ("date.range", "date.months", "date.decade_pair"), **dict.fromkeys(_JOINTS[1:] + _TO, ("date.range", "date.months")),
}  # fmt: skip
"""By the last character of an opening without a year: the rows that can begin so."""
_BEHIND: Final = re.compile(f"年[{re.escape(''.join(_BEHIND_ITS_WORD.values()))}]?|[{re.escape(''.join(_BEHIND_A_YEAR.values()))}]?")
"""What stands behind a year, as far as rows ask for it."""
_NO_YEAR: Final = "*"
_OF_SEVERAL: Final = frozenset(("date.range", "date.days", "date.months"))
"""The rows of dates that go on behind the first day, month or year."""
_GOES_ON: Final = re.compile(
    rf"(?:{YEAR}\]?年)?+(?:{MONTH}月)?+(?:{DAY}日)?+(?:[ \-至到直、和及与或以,起(星上下前后全第最春夏秋冬年初底末中份\d一二三四五六七八九十廿]|，[\d一二三四五六七八九十廿])"
)
"""A date and, behind it, a character with which one of these rows goes on: a joint, a part of the year, a weekday, a further figure."""


class Openings:
    """The rows of dates, by the openings with which they can go on.

    Args:
        rules: the rows.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._known: dict[tuple[str, bool], tuple[Rule, ...]] = {}

    def rows(self, folded: str, opening: re.Match[str]) -> tuple[Rule, ...]:
        """The rows to be tried where `OPENING` matched, in their order."""
        start, end = opening.span()
        year = end - start == _YEAR and opening[0].isnumeric()
        key = _BEHIND.match(folded, end)[0] if year else folded[end - 1] + _NO_YEAR  # type: ignore[index]  # it matches nothing too
        known = key, _GOES_ON.match(folded, start) is not None
        if known not in self._known:
            self._known[known] = tuple(rule for rule in self._rules if (known[1] or rule.id not in _OF_SEVERAL) and _can_go_on(rule.id, key))
        return self._known[known]


def _can_go_on(row: str, key: str) -> bool:
    """Whether a row can go on from an opening: the last character of one without a year and `*`, or what stands behind a year."""
    if key.endswith(_NO_YEAR):
        return row in _BEGUN_BY[key[0]]
    behind, further = key[:1], key[1:]
    if not behind or behind not in _BEHIND_A_YEAR[row]:
        return False
    return behind != "年" or row not in _BEHIND_ITS_WORD or (further != "" and further in _BEHIND_ITS_WORD[row])
