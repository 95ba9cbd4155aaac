"""Dates as Chinese texts write them: the patterns of their parts, and their parts as numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from unodc_report.chinese.numerals import chinese

YEAR: Final = r"(?:1[5-9]\d\d|20\d\d|2[12]\d\d(?=\]?年)|(?:一[五六七八九]|二[〇零])[〇零一二三四五六七八九]{2})"
"""A year of four digits, 1500 to 2099, in either script; to 2299 right before 年 (no range of resolutions or pages)."""
MONTH: Final = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
DAY: Final = r"(?:\d{1,2}|三十一?|(?:二?十|廿)?[一二三四五六七八九]|二?十|廿)"

TO: Final = "(?: ?-{1,2} ?|至|到|直至|直到)"
_LISTED: Final = f"{DAY}[日月]"
JOINT: Final = "(?:、|和|及|与|或|以及|,)"
"""What joins years."""
AND: Final = f"(?:{JOINT}|，(?={_LISTED}(?:，{_LISTED}){{0,6}}(?:和|及|与|以及){_LISTED}))"
"""What joins days and months; a comma only in a list that ends in 和: 5月1日，2日和3日."""
WEEKDAY: Final = r"(?:\(?星期[一二三四五六日天]\)?)?"

_EDGES: Final = "(?:初(?!步|审|级|始|次|稿|衷|中|选|任|(?<=月初)期)|底(?!层|线|特|气|部)|末(?!日|端|尾))"
PART: Final = (
    "(?:(?<=年)(?:上半年|下半年|前半年|后半年|全年|第?[一二三四1-4]季度|最后一?个?季度|[春夏秋冬](?:[季天]|(?=[，。；、至]))|年中(?!期)|中(?=[，。；、)以之前后]|$))"
    "|(?<=月)(?:上旬|中下旬|中旬|下旬|中(?=[，。；、)至到]|为止|$)|份)"
    f"|(?:(?<=年)年?|(?<=月)){_EDGES})"
)
"""A part of a year or of a month, right behind 年 or 月."""
BOUND: Final = (
    "(?:以来|以前|之前|以后|之后|[及或](?:其|以|之)后|[及或](?:以|之)前|(?<=[底末])前(?!后)"
    "|前(?![\\d南总首主任往来几述所线景夕期两三四五六一苏秘政法检副执负高瞻沿身者途方门段言面文体殖军战革后半例科]|边(?!界)|部[长门分]|国[家王务]|成员|大[使会]|特[别使派]|提[条是下]|进去)"
    "|后(?![续果来期半者勤备代裔天盾遗退冷两三四五一几任面]|的?发展|发[展达]|方(?!案))"
    "|起(?![草诉义飞火源来到点码因初作步伏获价见]|至(?!今)))"
)
"""Words right after a date that belong to it (前, 后, 起); not where they begin another word (前总统, 后续, 起草)."""

BEFORE: Final = frozenset({"以前", "之前", "前", "及以前", "及之前", "或以前", "或之前"})
SINCE: Final = frozenset({"以来", "以后", "之后", "后", "起", "及其后", "及以后", "及之后", "或其后", "或以后", "或之后"})


@lru_cache(maxsize=1024)
def number(text: str | None) -> int | None:
    """A year, month or day as a number, in either script; None for no text.

    >>> number("二〇二一"), number("十二"), number("07"), number(None)
    (2021, 12, 7, None)
    """
    if text is None:
        return None
    value = int(text) if text.isdecimal() else chinese(text)
    return None if value is None else int(value)
