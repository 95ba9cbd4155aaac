"""Words beside a number that say how it relates to the truth: 超过, 至少, 近, 以上, 左右.

They stand outside the span of a quantity and decide its qualifier. Most touch the number, with at most a light verb between (至少有,
高达); a few may stand apart from it in the same clause (几乎是同龄男性的两倍).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple, cast

from unodc_report.chinese.numerals import Qualifier
from unodc_report.data.tables import rows
from unodc_report.entities.surroundings import AND_MARKS
from unodc_report.patterns import lazy

_REACH: Final = 24  # code points before a number within which a qualifier is looked for
_TOUCH: Final = 10  # code points of the longest word that touches a number, two light words included
_LIGHT: Final = "有着|有|达到|达|是|为|占到|占|约有|的|了|过|其|在|到|会|将|共有|共|已|总共|支付|提供|重|长|宽|高|深|值|需|含"
_OF_BASE: Final = re.compile(
    r"(?P<word>不到|(?<!食物|粮食|营养|热量|供应|供给|资金|经费|资源|体重|就业|能力)不足|超过|少于|约占|约为|接近|将近|(?:没有|从?未)超[过出]|不[应得能会可宜]?(?:超[过出]|[高低多少]于))[^，,。；、:()\n\d%]{1,12}的$"
)
"""A qualifier of a share that stands before its base: 不到|总量的|17%, but 食物不足者的|17%."""
_OF_CHANGE: Final = re.compile(
    r"(?<![公条节制违预签纽盟誓契大隐依合])(?P<word>约)(?:[增减升降占耗]|上升|下降|提高|提升|扩大|缩小|缩减|萎缩|相当|等于|损失|排放|产生|生产|创造|覆盖|吸收|储存|造成)"
    r"[^，。；、:()\n\d%一二两三四五六七八九十百千万亿]{0,4}$"
)
"""One before a verb of change or extent: 约增加了|30%, 约排放|3吨."""
_OF_RATE: Final = re.compile(
    r"(?P<word>超过|逾|不到|不足|低于|高于|至少|接近|将近|(?<![公条节制违预签纽盟誓契大隐依合])约)[为达合]?(?:每[^，。；、:()\n\d%的有中]{1,5}){1,2}$"
)
"""A qualifier before what a rate is reckoned by: 约为每公顷|1.8吨."""
_ITS_SIZE: Final = lazy(r"\([^()\n]{1,20}\)\Z")
"""The size of a base, in brackets behind it: 几乎占总额(446亿美元)的|60%."""
_NOT_BEFORE: Final = {**dict.fromkeys(("最低", "最高", "最少", "最多", "最长"), "的"), "多": "数边种个国元样次项方名达半少米", "前后": "两三"}
_COUNTERS: Final = frozenset("名位项份起件座所支家枚架艘辆种个次人例宗")
"""Measure words behind which 多 begins another word: 140名|多功能工兵; of a count it stands before them (300多名)."""
_NOT_IN_WORDS: Final = {"约": "公条节制违预签纽盟誓契大隐依", "近": "附最邻临靠亲新", "逾": "", "超": "", "满": "不未年已充"}


class _Patterns(NamedTuple):
    """What the table of approximators says.

    Attributes:
        touching: pattern of a word before a number, with light words between.
        lasts: the characters in which it ends.
        apart: pattern of a word that stands apart from the number behind it.
        after: pattern of a word after a number.
        words: the qualifiers of the words.
    """

    touching: re.Pattern[str]
    lasts: frozenset[str]
    apart: re.Pattern[str]
    after: re.Pattern[str]
    words: dict[str, Qualifier]


@cache
def _patterns() -> _Patterns:
    words: dict[str, Qualifier] = {}
    places: dict[str, list[str]] = {"before": [], "apart": [], "after": []}
    for row in rows("approximators", "zh", "position", "qualifier"):
        words[row["zh"]] = cast("Qualifier", row["qualifier"])
        for position in row["position"].split("|"):
            places[position].append(row["zh"])
    before, apart, after = ("|".join(_guarded(word) for word in sorted(places[p], key=len, reverse=True)) for p in ("before", "apart", "after"))
    return _Patterns(
        re.compile(rf"(?=[{_firsts(places['before'])}])(?:{before})(?:{_LIGHT}){{0,2}}\Z"),
        frozenset(word[-1] for word in (*places["before"], *_LIGHT.split("|"))),
        re.compile(rf"(?=[据{_firsts(places['apart'])}])(?:据估[计算]，(?![^，。；、:()\n\d%]{{6}})|{apart})[^，,。；、:()\n\d%两三四五六七八九十百千万亿]{{0,18}}(?<![前后去来近这那头该])$"),
        re.compile(rf"(?:{after})"),
        words,
    )


def _firsts(words: list[str]) -> str:
    """The first characters of words, as a class: asked before the words are, of which most have a guard before them."""
    return "".join(sorted({word[0] for word in words}))


def _guarded(word: str) -> str:
    if word == "以下":  # 收到3份以下文件 points at what follows
        return "以下(?=[的，。；、)]|$)|(?<=[岁%元])以下"
    if word == "估计":  # 估计数的|5% takes a share of what was estimated
        return "估计(?![数总值额]{1,2}[的中之])"
    inside, after = _NOT_IN_WORDS.get(word), _NOT_BEFORE.get(word)
    return (f"(?<![{inside}])" if inside else "") + word + (f"(?![{after}])" if after else "")


def qualifier(folded: str, start: int, end: int, infix: Qualifier) -> Qualifier:
    """The qualifier of the number at `start`..`end`: by a word that touches it, its infix, a word after it, a word apart.

    >>> qualifier("不到总量的17%", 5, 8, "exact"), qualifier("约占总额的百分之五", 5, 9, "exact")
    ('under', 'about')
    >>> qualifier("收入最低的40%", 5, 8, "exact"), qualifier("食物不足人口的24%", 7, 10, "exact"), qualifier("约为每公顷2吨", 5, 7, "exact")
    ('exact', 'exact', 'about')
    >>> qualifier("超过25个", 2, 5, "exact"), qualifier("约40多项", 1, 5, "over"), qualifier("18岁以上", 0, 3, "exact")
    ('over', 'about', 'at_least')
    """
    touching, lasts, apart, after, words = _patterns()
    if infix == "about":  # 数百, 几十: 近几十年 are recent ones
        return infix
    before = folded[start - _REACH if start > _REACH else 0 : start]
    if before.endswith(")的"):
        before = _ITS_SIZE.sub("", folded[max(0, start - 2 * _REACH) : start - 1]) + "的"
    if before and before[-1] in lasts and (match := touching.search(before, len(before) - _TOUCH)):
        return _word(words, match[0])
    if infix != "exact":
        return infix
    if (match := after.match(folded, end)) and not (match[0] == "多" and folded[end - 1] in _COUNTERS):
        return words[match[0]]
    if match := apart.search(before):
        return _word(words, match[0])
    match = _over_words(before)
    return _word(words, match["word"]) if match else _of_first(folded, start, end)


def _over_words(before: str) -> re.Match[str] | None:
    """A qualifier over what stands between it and the number; each form is sought only where its last or rarest character stands."""
    if "每" in before and (match := _OF_RATE.search(before)):
        return match
    if before.endswith("的") and (match := _OF_BASE.search(before)):
        return match
    return _OF_CHANGE.search(before) if "约" in before else None


_FIGURE: Final = re.compile(r"\d[\d ,.]{0,12}[万亿]?")
_FIGURE_BEFORE: Final = lazy(r"(?<![\d ,.])\d[\d ,.]{0,12}[万亿]?\Z")
_LIST: Final = 36  # code points of a list whose first number has the qualifier


def _of_first(folded: str, start: int, end: int) -> Qualifier:
    """The qualifier of the number before, where both have one unit and nothing but 和 stands between: 约23 000架次和|165 000架次."""
    number = _FIGURE.match(folded, start, end) if start and folded[start - 1] in AND_MARKS else None
    unit = folded[number.end() : end] if number else ""
    if not unit:
        return "exact"
    earlier = folded[max(0, start - _LIST) : start - 1]
    if not earlier.endswith(unit):
        return "exact"
    touching, words = _patterns().touching, _patterns().words
    first = _FIGURE_BEFORE.search(earlier[: -len(unit)])
    match = touching.search(earlier[: first.start()]) if first else None
    return "about" if match and _word(words, match[0]) == "about" else "exact"


def _word(words: dict[str, Qualifier], found: str) -> Qualifier:
    """The qualifier of the longest word with which the text found begins."""
    length = max(n for n in range(1, len(found) + 1) if found[:n] in words)
    return words[found[:length]]


def stands_before(words: str) -> bool:
    """Whether the words say nothing but a qualifier of the number after them.

    >>> stands_before("至少有"), stands_before("报告")
    (True, False)
    """
    return _patterns().touching.fullmatch(words) is not None


def stands_after(words: str) -> bool:
    """Whether the words say nothing but a qualifier of the number before them."""
    return _patterns().after.fullmatch(words) is not None
