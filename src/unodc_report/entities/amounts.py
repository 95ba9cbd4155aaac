"""What the rows of `unodc_report.entities.quantities` make of their matches: the fields of a quantity, or why it is none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from unodc_report.chinese.characters import HAN
from unodc_report.chinese.numerals import NUMBER, Number, read
from unodc_report.entities.approximators import qualifier
from unodc_report.entities.measure_words import currencies, currency_pattern, measure_pattern, unit_pattern, units
from unodc_report.rules import Fields

NOT_A_NUMBER: Final = "not a well-formed number"
ARTICLE: Final = "一 with a measure word is an article"
LABEL: Final = "a label or a number of no thing"

def _amount(match: re.Match[str]) -> Number | str:
    """The number or range at the groups `first` and `last`, or why there is none."""
    first = read(match["first"])
    if first is None:
        return NOT_A_NUMBER
    text = match.groupdict().get("last")
    if text is None:
        return first
    last = read(text)
    if last is None or first.value is None or last.value is None:
        return NOT_A_NUMBER
    low, high = first.value, last.value
    if text[-1] in _SHARED and match["first"][-1] not in _SHARED and low * _SHARED[text[-1]] < high:
        low *= _SHARED[text[-1]]
    return Number(low=low, high=high, qualifier=last.qualifier) if low < high else "no range: it falls"


_SHARED: Final = {"万": 10**4, "亿": 10**8, "百": 100, "千": 1000}


def _fields(match: re.Match[str], number: Number, kind: str, unit: str | None, factor: Decimal | int = 1) -> Fields:
    """The fields of a quantity; `factor`: of the unit in the number's writing (a century has 100 years)."""
    start, end = match.span("span" if "span" in match.re.groupindex else 0)
    value, low, high = (None if part is None else part * factor for part in (number.value, number.low, number.high))
    stated = qualifier(match.string, start, end, number.qualifier)
    return {"value": value, "low": low, "high": high, "qualifier": stated, "kind": kind, "unit": unit}


def counted(match: re.Match[str]) -> Fields | str:
    """A count of what a measure word or the noun after it names."""
    number = _amount(match)
    if isinstance(number, str):
        return number
    if match["first"] in {"一", "二"} and number.value is not None and not _is_counted_one(match):
        return ARTICLE
    return _fields(match, number, "count", match["unit"])


# 一 counts where the sentence insists on the number, gives out one to each, or sets it beside another number.
_INSISTS: Final = re.compile(rf"(?:[仅只](?:[{HAN}]{{0,3}}(?!是)[{HAN}])?|唯一的?|至少有?|最多|至多|不超过|不到|不止|少于|超过|每[^，。；、\n年月日天次周]{{1,18}}各?)$")


_ONE_IN: Final = re.compile(r"每[\d一二两三四五六七八九十百千万]{1,6}[^\d，。；、\n]{1,14}(?:[中里][就便只仅约]{0,2}|[就便])有$")
"""Shares told by two numbers: 每四名女童中就有|一名."""
_POST: Final = re.compile(r"(?:[PDG]-\d|NO-[A-D]|FS-\d|[AU]SG)[^，。；、\n]{0,12}?(?:员额|职位|职等)")
"""Posts of a grade are counted where budgets set them up or give them up: 增设一个P-4员额."""


_A_POST: Final = re.compile("[^，。；、\n]{0,16}?(?:职位|员额)")
_BESIDE_POSTS: Final = re.compile(r"[\d两三四五六七八九十]个[^，。；、\n]{1,24}(?:职位|员额)[和及与、]\Z")


def _is_post_beside_posts(match: re.Match[str]) -> bool:
    """Whether the sentence counts other posts right before: 三个P-4职位和|一个当地雇员职位."""
    start = match.start()
    return _A_POST.match(match.string, match.end()) is not None and _BESIDE_POSTS.search(match.string, max(0, start - 32), start) is not None


_VOTED: Final = re.compile("一票(?:弃权|反对|赞成)")


def _is_counted_one(match: re.Match[str]) -> bool:
    if match["first"] != "一":
        return False
    if _VOTED.match(match.string, match.start()) or _POST.match(match.string, match.end()) or _is_post_beside_posts(match) or _ONE_IN.search(match.string, max(0, match.start() - 30), match.start()):
        return True
    if _THE_ONE.search(match.string[max(0, match.start() - 1) : match.start()]):
        return False
    return _INSISTS.search(match.string[max(0, match.start() - 22) : match.start()]) is not None


def of_unit(match: re.Match[str]) -> Fields | str:
    """A measure, percentage or multiple: the unit's code stands in the table of units."""
    number = _amount(match)
    if isinstance(number, str):
        return number
    code, kind = units()[match["unit"].strip()]
    return _fields(match, number, kind, code)


def money(match: re.Match[str]) -> Fields | str:
    """An amount of money; the code is None where several currencies share the name."""
    number = _amount(match)
    return number if isinstance(number, str) else _fields(match, number, "money", currencies()[match["unit"]] or None)


_SIGNS: Final = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "EUR": "EUR", "USD": "USD", "GBP": "GBP", "CHF": "CHF"}
_SCALES: Final = {"million": 10**6, "billion": 10**9, "thousand": 10**3, None: 1}


def money_sign(match: re.Match[str]) -> Fields | str:
    """An amount of money with the sign of its currency before it."""
    number = _amount(match)
    if isinstance(number, str):
        return number
    return _fields(match, number, "money", _SIGNS[match["sign"]], _SCALES[match["scale"]])


_BASES: Final = {"千": Decimal("0.001"), "万": Decimal("0.0001"), "百万": Decimal("0.000001"), "十亿": Decimal("0.000000001")}


def per_cent(match: re.Match[str]) -> Fields | str:
    """百分之, 千分之, 百万分之 … and a number."""
    number = Number(Decimal(100)) if match["first"] == "百" else _amount(match)
    if isinstance(number, str):
        return number
    return _fields(match, number, "percent", "%") if match["base"] == "百" else _fields(match, number, "fraction", None, _BASES[match["base"]])


def fraction(match: re.Match[str]) -> Fields | str:
    """A share of a whole: N分之N, 半, 成, 2/3."""
    if match["slashed"]:
        part, whole = (Decimal(n) for n in match["slashed"].split("/"))
        return _fields(match, Number(round(part / whole, 12)), "fraction", None) if part < whole else LABEL
    number = read(match[0])
    return NOT_A_NUMBER if number is None else _fields(match, number, "fraction", None)


_YEARLIKE: Final = re.compile(r"\d{4}")
_THE_ONE: Final = re.compile("[这那同前后上下每第有某另头当本该年何]$")

_DECADE_NAME: Final = re.compile("(?:国际(?:行动)?|第[一二三四]个[^，。；、\n]{2,12}|能源|教育|发展)$")


def duration(match: re.Match[str]) -> Fields | str:
    """A number of years, months, days, …; an age."""
    unit = match["unit"]
    if match["first"] == "半":
        number: Number | str = Number(Decimal("0.5"))
    else:
        number = _amount(match)
    if isinstance(number, str):
        return number
    if unit == "年" and _YEARLIKE.fullmatch(match["first"]):
        return "a year, not a number of years"
    before = match.string[max(0, match.start() - 16) : match.start()]
    if match["first"] == "一" and _THE_ONE.search(before):
        return ARTICLE
    if match["first"] == "十" and unit == "年" and _DECADE_NAME.search(before):
        return "the name of a decade"
    code = "d" if unit == "日" else units()[unit][0]
    if match["half"] or "半" in unit:
        number = Number(None if number.value is None else number.value + Decimal("0.5"), number.low, number.high, number.qualifier)
    if "多" in unit:
        number = Number(number.value, number.low, number.high, "over")
    return _fields(match, number, "duration", code, 100 if "世纪" in unit else 1)


def two_of(match: re.Match[str]) -> Fields | str:
    """A number that stands before its noun without a measure word."""
    number = read(match["first"] or match[0].removesuffix("级"))
    return NOT_A_NUMBER if number is None else _fields(match, number, "count", "级" if match[0].endswith("级") else None)


_RESPECTIVELY: Final = re.compile(r"分别[^，。；\n]{0,40}\Z")
_SHARED_UNIT: Final = re.compile(
    rf"(?:(?:、|和|及|与|以及){NUMBER}){{1,8}}(?:(?P<unit>{unit_pattern('percent')}|{unit_pattern('measure')})|(?P<currency>{currency_pattern()})|(?P<counted>{measure_pattern()}))"
)
"""The rest of a list whose last number alone has the unit: 分别为31|和112人."""


def _with_shared_unit(match: re.Match[str], number: Number) -> Fields | None:
    text = match.string
    tail = _SHARED_UNIT.match(text, match.end())
    if tail is None or _RESPECTIVELY.search(text, max(0, match.start() - 44), match.start()) is None:
        return None
    if tail["unit"]:
        code, kind = units()[tail["unit"].strip()]
        return _fields(match, number, kind, code)
    if tail["currency"]:
        return _fields(match, number, "money", currencies()[tail["currency"]] or None)
    return _fields(match, number, "count", tail["counted"])


_GREAT: Final = re.compile("[万亿]|[, ]")
_REACHED: Final = re.compile(r"(?:共有?|共计|总计|合计|总数为?|总额为?|人数为?|数目为?|达到?|[增减降升]至|[加少降升]到|为|有)$")
_BARE_END: Final = re.compile(r"[号条款段章节届年月日时分点度元世:/.\-A-Za-z\d]| [\dA-Za-z(]|\*")
_BARE_BEFORE: Final = re.compile(r"(?:[A-Za-z)\]*#№] ?|[\d.] |[\[\"/]|项目|目标|附件|附表|表|图|段|条|款|节|章|号|决议|决定|建议|方案|阶段|规则|原则|准则|指标|步骤|编号|号码|电话|传真|文件|注|序号|系列|脚注|页|卷|信箱|邮编|编码|室)$")


def bare(match: re.Match[str]) -> Fields | str:
    """A number with no unit: a count where it is long, has 万, is reached or approximated; else nothing."""
    text, start, end = match.string, match.start(), match.end()
    number = _amount(match)
    if isinstance(number, str):
        return number
    if match["first"] == "一":
        return ARTICLE
    if (shared := _with_shared_unit(match, number)) is not None:
        return shared
    before = text[max(0, start - 4) : start]
    named = match["noun"] is not None
    if (not named and (_BARE_END.match(text, end) or _BARE_BEFORE.search(before) or (before.endswith("(") and text.startswith(")", end)))) or _in_a_table(text, start, end):
        return LABEL
    fields = _fields(match, number, "count", None)
    digits = match["first"]
    long = number.qualifier == "about" or (_GREAT.search(digits) is not None and (number.value or number.low or 0) >= 1000)
    if long or named or ((fields["qualifier"] != "exact" or _REACHED.search(before)) and not _YEARLIKE.fullmatch(digits) and digits[0].isdecimal()):
        return fields
    return LABEL


_DEBRIS: Final = re.compile(r"[\d ,.()\-*]{12,}")


def _in_a_table(text: str, start: int, end: int) -> bool:
    """Whether a number stands in a run of digits and blanks, as the cells of a table do."""
    run = _DEBRIS.match(text, max(text.rfind(" ", max(0, start - 2), start), start), end + 16)  # no need to see the whole table
    return run is not None and run.end() > end + 2
