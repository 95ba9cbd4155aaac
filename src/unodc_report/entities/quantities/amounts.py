"""What the rows of `unodc_report.entities.quantities.rows` make of their matches: the fields of a quantity, or why it is none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from unodc_report.chinese.characters import han
from unodc_report.chinese.numerals import Number, multiplier, read, read_range
from unodc_report.entities.quantities.approximators import qualifier
from unodc_report.entities.quantities.measure_words import currencies, units
from unodc_report.patterns import lazy
from unodc_report.rules import Fields

NOT_A_NUMBER: Final = "not a well-formed number"
ARTICLE: Final = "一 with a measure word is an article"
LABEL: Final = "a label or a number of no thing"


class Stated(NamedTuple):
    """A number where it stands, or two that make a range, with the match of what follows them.

    Attributes:
        folded: the folded text.
        start, end: span of the quantity.
        first, last: the number; the end of the range, None where there is none.
        tail: what follows, up to `end`; of a number that shares its unit with the last of its list, what follows that one.
    """

    folded: str
    start: int
    end: int
    first: str
    last: str | None
    tail: re.Match[str]


def _of_match(match: re.Match[str]) -> Stated:
    """A number that the pattern of its row matches as a whole, in its groups `first` and `last`."""
    named = match.re.groupindex
    first, last = match["first"] if "first" in named else None, match["last"] if "last" in named else None
    return Stated(match.string, match.start(), match.end(), first or "", last, match)


def _amount(stated: Stated) -> Number | str:
    """The number or range, or why there is none."""
    first = read(stated.first) or _neared(stated)
    if first is None:
        return NOT_A_NUMBER
    if stated.last is None:
        return first
    last = read(stated.last)
    if last is None or first.value is None or last.value is None:
        return NOT_A_NUMBER
    return read_range(stated.first, stated.last) or "no range: it falls"


_POWERS: Final = frozenset({"百", "千", "万", "百万", "千万", "亿", "百亿", "千亿", "万亿"})
_NEARING: Final = lazy(r"(?:(?<![最附邻临靠亲新])近|逾|超过?|(?<![已经超通不路越])过|(?<![条公节制])约|大致|不到|不足|至少|达)\Z")


def _neared(stated: Stated) -> Number | None:
    """A bare power of ten, which counts where a word says how near it is: 近百人, 逾千名, not 百人."""
    near = _NEARING.search(stated.folded, stated.start - 3, stated.start) if stated.first in _POWERS else None
    if near is None:
        return None
    return Number(Decimal(multiplier(stated.first)), qualifier="over" if near[0] == "过" else "exact")  # the other words are read as beside any number


def _fields(stated: Stated, number: Number, kind: str, unit: str | None, factor: Decimal | int = 1) -> Fields:
    """The fields of a quantity; `factor`: of the unit in the number's writing (a century has 100 years)."""
    value, low, high = number.value, number.low, number.high
    if factor != 1:
        value, low, high = (None if part is None else part * factor for part in (value, low, high))
    qualified = qualifier(stated.folded, stated.start, stated.end, number.qualifier)
    return {"value": value, "low": low, "high": high, "qualifier": qualified, "kind": kind, "unit": unit}


def counted(stated: Stated) -> Fields | str:
    """A count of what a measure word or the noun after it names."""
    number = _amount(stated)
    if isinstance(number, str):
        return number
    if stated.first == "二" and stated.tail["unit"] not in _TWO_OF:
        return ARTICLE
    if stated.first == "一" and number.value is not None and not _is_counted_one(stated):
        return ARTICLE
    if stated.first == "半" and stated.folded[stated.start - 1 : stated.start] in _WHICH_HALF:
        return LABEL  # 后半期
    return _fields(stated, number, "count", stated.tail["unit"])


_WHICH_HALF: Final = frozenset("上下前后")
_TWO_OF: Final = frozenset("名个位人家国项件艘辆架所")
"""Measure words that 二 counts with as 两 does; with others it is a rank or a kind (二次, 二级, 二类)."""

# 一 counts where the sentence insists on the number, gives out one to each, or sets it beside another number.
_INSISTS: Final = lazy(rf"(?:[仅只](?:{han()}{{0,3}}(?!是){han()})?|唯一的?|至少有?|最多|至多|不超过|不到|不止|少于|超过|每[^，。；、\n年月日天次周]{{1,18}}(?<!的)各?)$")


_ONE_IN: Final = re.compile(r"每[\d一二两三四五六七八九十百千万]{1,6}[^\d，。；、\n]{1,14}(?:[中里][就便只仅约]{0,2}|[就便])有$")
"""Shares told by two numbers: 每四名女童中就有|一名."""
_POST: Final = re.compile(r"(?:[PDG]-\d|NO-[A-D]|FS-\d|[AU]SG)[^，。；、\n]{0,12}?(?:员额|职位|职等)")
"""Posts of a grade are counted where budgets set them up or give them up: 增设一个P-4员额."""


_A_POST: Final = re.compile("[^，。；、\n]{0,16}?(?:职位|员额)")
_BESIDE_POSTS: Final = lazy(r"[\d两三四五六七八九十]个[^，。；、\n]{1,24}(?:职位|员额)[和及与、]\Z")


def _is_post(stated: Stated) -> bool:
    """Whether a post is counted: one of a grade, or one beside others (三个P-4职位和|一个当地雇员职位)."""
    folded, start, end = stated.folded, stated.start, stated.end
    if _POST.match(folded, end):
        return True
    return _A_POST.match(folded, end) is not None and _BESIDE_POSTS.search(folded, start - 32, start) is not None


_VOTED: Final = re.compile("一票(?:弃权|反对|赞成)|(?<=票对)一票")


_AND_MORE: Final = ("以上", "或以上", "及以上")
"""Words after a measure word of which 一 is the least: 一个|以上项目."""
_AT_LEAST: Final = lazy(r"(?:至少|最少|最多|至多|起码|不止)[^，。；、:\n\d一]{0,10}\Z")
"""What insists on the number from before a verb: 至少|绕地球一圈."""
_COUNTS: Final = "[名个位项份支架艘辆件家所次]"
_OTHER_NUMBER: Final = rf"(?:\d[\d ,]{{0,8}}|[两三四五六七八九十]{{1,3}}){_COUNTS}"
_BETWEEN: Final = r"[^，。；、:()\"\n一两三四五六七八九十\d]{1,14}"
_BEFORE_OTHERS: Final = lazy(rf"{_BETWEEN}(?:和|及|与|以及|、){_OTHER_NUMBER}")
_AFTER_OTHERS: Final = lazy(rf"{_OTHER_NUMBER}{_BETWEEN}(?:和|及|与|以及|、) ?\Z")
_TALLY: Final = lazy(r"[名位架艘辆挺](?=[，。；、)\n]|\Z)")
_NO_NOUN: Final = "这那其之任何哪每另同唯是为有中了第统万某本该上下前后头各的"
_TELLING: Final = lazy(rf"[两二三四五六七八九十\d]{_COUNTS}{han()}{{0,6}}\((?:其中)?包括\Z")
"""A tally whose part is told in brackets: 两名(包括|一个空缺)."""


def _is_one_of_several(stated: Stated) -> bool:
    """Whether 一 stands beside another number: |一名主席和四名副主席, 21个国家和|一个观察员国家; or closes a tally (代表|一名，)."""
    folded, start, end = stated.folded, stated.start, stated.end
    if _BEFORE_OTHERS.match(folded, end) or _AFTER_OTHERS.search(folded, start - 30, start) or _TELLING.search(folded, start - 14, start):
        return True
    return start > 0 and folded[start - 1] not in _NO_NOUN and "一" <= folded[start - 1] <= "鿿" and _TALLY.match(folded, end - 1) is not None


def _is_counted_one(stated: Stated) -> bool:
    if stated.folded[stated.start : stated.end].startswith("一(1)") or stated.folded.startswith(_AND_MORE, stated.end):
        return True
    if _VOTED.match(stated.folded, stated.start) or _is_post(stated) or _ONE_IN.search(stated.folded, stated.start - 30, stated.start):
        return True
    if _THE_ONE.search(stated.folded[max(0, stated.start - 2) : stated.start]):
        return False
    if _is_one_of_several(stated) or _AT_LEAST.search(stated.folded, stated.start - 14, stated.start):
        return True
    return _INSISTS.search(stated.folded[max(0, stated.start - 22) : stated.start]) is not None


_HALF: Final = Decimal("0.5")


def of_unit(stated: Stated) -> Fields | str:
    """A measure, percentage or multiple: the unit's code stands in the table of units."""
    number = _amount(stated)
    if isinstance(number, str):
        return number
    code, kind = units()[stated.tail["unit"].strip()]
    return _fields(stated, _with_halves(stated, number), kind, code)


def _with_halves(stated: Stated, number: Number) -> Number:
    """The number and half a unit more; in a range each end has its own: 两吨半, 一年半至两年半, 三至四年半."""
    upper = "半" in stated.tail[0]
    lower = upper if stated.last is None else "半" in stated.folded[stated.start + len(stated.first) : stated.tail.start() - len(stated.last)]
    ends = ((number.value, upper), (number.low, lower), (number.high, upper))
    value, low, high = (part + _HALF if part is not None and half else part for part, half in ends)
    return Number(value, low, high, number.qualifier)


_WARMTH: Final = lazy(r"(?:[升增]温|气温|温度|水温|变暖|体温)[^，。；、\n\d]{0,12}(?<!零下)(?<![负-])(?:\d[\d.]{0,4}度?[至到-])?\Z")


_ANGLE: Final = lazy(r"(?:倾角|仰角|夹角|角度|坡度|方位角|轨道面)[^，。；、\n\d]{0,8}(?:\d[\d.]{0,4}度?[至到-])?\Z")
_QUAKE_BEFORE: Final = lazy(r"(?:里氏|矩震级|震级)[^，。；、\n\d]{0,6}(?:\d[\d.]{0,3}级?[至到-])?\Z")
_QUAKE_BEHIND: Final = lazy("(?:以上)?的?(?:强烈|特大|[大强])?(?:地震|余震)")
_LEAD: Final = 22  # code points in which the words stand that tell what is measured


def degrees(stated: Stated) -> Fields | str:
    """A temperature or an angle in 度, where the words before it speak of one: 升温|2度, 轨道倾角|98.2度, but not 北纬|12度."""
    number, lead = _amount(stated), stated.start - _LEAD
    if isinstance(number, str):
        return LABEL
    if _WARMTH.search(stated.folded, lead, stated.start):
        return _fields(stated, number, "measure", "Cel")
    return _fields(stated, number, "measure", "deg") if _ANGLE.search(stated.folded, lead, stated.start) else LABEL


def magnitude(stated: Stated) -> Fields | str:
    """How strong an earthquake was, in 级: 里氏|7.6级, |6.5级|地震, but no step of another scale."""
    number = _amount(stated)
    quake = _QUAKE_BEHIND.match(stated.folded, stated.end) or _QUAKE_BEFORE.search(stated.folded, max(0, stated.start - _LEAD), stated.start)
    return LABEL if isinstance(number, str) or quake is None else _fields(stated, number, "measure", "级")


def money(stated: Stated) -> Fields | str:
    """An amount of money; the code is None where several currencies share the name."""
    number = NOT_A_NUMBER if stated.first == "二" else _amount(stated)  # 二元 is a twofold thing
    return number if isinstance(number, str) else _fields(stated, number, "money", currencies()[stated.tail["unit"]] or None)


_SIGNS: Final = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "EUR": "EUR", "USD": "USD", "GBP": "GBP", "CHF": "CHF"}
_SCALES: Final = {"million": 10**6, "billion": 10**9, "thousand": 10**3, None: 1}


def money_sign(match: re.Match[str]) -> Fields | str:
    """An amount of money with the sign of its currency before it."""
    stated = _of_match(match)
    number = _amount(stated)
    if isinstance(number, str):
        return number
    return _fields(stated, number, "money", _SIGNS[match["sign"]], _SCALES[match["scale"]])


def countless(match: re.Match[str]) -> Fields | str:
    """A magnitude said as 数以…计: at least so many, nobody says how many."""
    number = read(match["first"] if match["first"][0] == "十" else "一" + match["first"])
    if number is None or number.value is None:
        return NOT_A_NUMBER
    return {"value": None, "low": number.value, "high": None, "qualifier": "about", "kind": "count", "unit": None}


_BASES: Final = {"千": Decimal("0.001"), "万": Decimal("0.0001"), "百万": Decimal("0.000001"), "十亿": Decimal("0.000000001")}


def per_cent(match: re.Match[str]) -> Fields | str:
    """百分之, 千分之, 百万分之 … and a number."""
    stated = _of_match(match)
    number = Number(Decimal(100)) if stated.first == "百" else _amount(stated)
    if isinstance(number, str):
        return number
    return _fields(stated, number, "percent", "%") if match["base"] == "百" else _fields(stated, number, "fraction", None, _BASES[match["base"]])


def fraction(match: re.Match[str]) -> Fields | str:
    """A share of a whole: N分之N, 半, 成, 2/3."""
    if match["slashed"]:
        part, whole = (Decimal(n) for n in match["slashed"].split("/"))
        return _fields(_of_match(match), Number(round(part / whole, 12)), "fraction", None) if part < whole else LABEL
    number = read(match["low"] or match[0])
    if number is not None and match["high"] and (last := read(match["high"])) is not None:
        number = Number(low=number.value, high=last.value)
        if not (number.low or 0) < (number.high or 0):
            return "no range: it falls"
    return NOT_A_NUMBER if number is None else _fields(_of_match(match), number, "fraction", None)


def half(match: re.Match[str]) -> Fields | str:
    """A half that a word before it makes more or less: 逾半, 过半, 近半."""
    fields = _fields(_of_match(match), Number(_HALF), "fraction", None)
    return {**fields, "qualifier": "over"} if match.string[match.start() - 1] == "过" else fields


_YEARLIKE: Final = re.compile(r"\d{4}|[〇零一二三四五六七八九]{4}")
_THE_ONE: Final = re.compile("(?:[这那同前后上下每第某另头当本该年何]|(?<![已仅只约])有)$")  # 有一天, but 仅有|一个, 已有|一年

_NUMBERED_PLAN: Final = lazy("第[一二三四五六七八九十\\d]{1,3}个?$")
_DECADE_NAME: Final = lazy("(?:该|新的|国际(?:行动|法)?|妇女|青年|残疾人|土著人民|扫盲|减灾|裁军|饮水|营养问题行动|人权教育|可持续能源|生物多样性|第[一二三四]个[^，。；、\n]{2,12}|能源|教育|发展)$")


def duration(stated: Stated) -> Fields | str:
    """A number of years, months, days, …; an age."""
    unit = stated.tail["unit"]
    number = _amount(stated)
    if isinstance(number, str):
        return number
    if unit == "年" and _YEARLIKE.fullmatch(stated.first):
        return "a year, not a number of years"
    before = stated.folded[max(0, stated.start - 16) : stated.start]
    if stated.last is None and (_THE_ONE.search(before) if stated.first == "一" else stated.first == "半" and unit == "年" and before[-1:] in _WHICH_HALF):
        return ARTICLE  # 这一年, 上半年
    if unit == "年" and stated.folded.startswith("计划", stated.end) and _NUMBERED_PLAN.search(before):
        return "the name of a plan"
    if stated.first == "十" and unit == "年" and _DECADE_NAME.search(before):
        return "the name of a decade"
    code = "d" if unit == "日" else units()[unit.replace("多", "").replace("半", "")][0]
    number = _with_halves(stated, number)
    if "多" in unit:
        number = Number(number.value, number.low, number.high, "over")
    return _fields(stated, number, "duration", code, 100 if "世纪" in unit else 1)


def two_of(match: re.Match[str]) -> Fields | str:
    """A number that stands before its noun without a measure word."""
    number = read(match["first"] or match[0].removesuffix("级"))
    return NOT_A_NUMBER if number is None else _fields(_of_match(match), number, "count", "级" if match[0].endswith("级") else None)


_GREAT: Final = lazy("[万亿]|[, ]")
_REACHED: Final = lazy(r"(?:共有?|共计|总计|合计|总数为?|总额为?|人数为?|数目为?|达到?|[增减降升]至|[加少降升]到|为|有)$")
_BARE_END: Final = re.compile(r"[号条款段章节届年月日时分点度元世:/.A-Za-z\d]|-(?!-)|比\d| [\dA-Za-z(]|\*")
_BARE_BEFORE: Final = re.compile(r"(?:[A-Za-z)\]*#№] ?|[\d.] |\d比|[\"/]|项目|目标|附件|附表|表|图|段|条|款|节|章|号|决议|决定|建议|方案|阶段|规则|原则|准则|指标|步骤|编号|号码|电话|传真|文件|注|序号|系列|脚注|页|卷|信箱|邮编|编码|室)$")


_COMPARES: Final = ("<", ">", "≤", "≥", "≦", "≧")
_AGED: Final = re.compile(r"(?<=[万亿])\d{1,2}(?:(?:-|至|到)\d{1,2})?岁")
"""The age of those that a number counts: 2.84亿|15至64岁的人."""


def _in_great_units(number: str) -> bool:
    """Whether a number is written in 万 or 亿, as the number of a note is not: 叙利亚(|650万|)."""
    return number[-1] in "万亿"


def _bracketed(before: str, text: str, end: int) -> bool:
    """Whether a number stands alone in brackets, or after a square one: (12), [3, 5]."""
    return before.endswith("[") or (before.endswith("(") and text.startswith(")", end))


def bare(match: re.Match[str]) -> Fields | str:
    """A number with no unit: a count where it is long, has 万, is reached or approximated; else nothing."""
    text, start, end = match.string, match.start(), match.end()
    stated = _of_match(match)
    number = _amount(stated)
    if isinstance(number, str):
        return number
    before = text[max(0, start - 4) : start]
    named = match["noun"] is not None
    if (not named and ((_BARE_END.match(text, end) and not _AGED.match(text, end)) or _BARE_BEFORE.search(before) or (_bracketed(before, text, end) and not _in_great_units(match["first"])))) or _in_a_table(text, start, end):
        return LABEL
    digits = stated.first
    long = number.qualifier == "about" or (_GREAT.search(digits) is not None and (number.value or number.low or 0) >= 1000)
    if not (long or named) and (_YEARLIKE.fullmatch(digits) or not digits[0].isdecimal()):
        return LABEL
    if before.endswith(_COMPARES):
        return LABEL  # p<0.05
    fields = _fields(stated, number, "count", None)
    return fields if long or named or fields["qualifier"] != "exact" or _REACHED.search(before) else LABEL


_DEBRIS: Final = lazy(r"[\d ,.()\-*]{12,}")


def _in_a_table(text: str, start: int, end: int) -> bool:
    """Whether a number stands in a run of digits and blanks, as the cells of a table do."""
    run = _DEBRIS.match(text, max(text.rfind(" ", max(0, start - 2), start), start), end + 16)  # no need to see the whole table
    return run is not None and run.end() > end + 2
