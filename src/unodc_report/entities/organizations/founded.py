"""Offices, bureaux and funds that a sentence says were founded: 设立了社会团结基金, 2019年设立人口贩运问题办公室.

Their names are made of ordinary words, and where they are only spoken of they may be kinds. What tells that one body is named is that
it was founded, in a year or at all (设立了), that nothing counts it (一个), and that a mark ends the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from unodc_report.chinese.characters import han
from unodc_report.entities.organizations.edges import says_nothing, says_topic_only
from unodc_report.entities.organizations.words import OFFICERS
from unodc_report.patterns import lazy
from unodc_report.rules import Fields, Rule, matches_at

_HEADS: Final = "办公室|办事处|秘书处|(?<![当布结格棋时定])局|署(?<!部署)|(?<!信托)(?<!周转)(?<!储备)(?<!准备)(?<!应急)(?<!专项)(?<!循环)(?<!种子)(?<!投资)基金|观察站|监测站"
_VERBS: Final = ("设立", "成立", "建立", "创立", "创设", "创建", "组建")
FOUNDED: Final = re.compile(
    rf"(?:{'|'.join(_VERBS)})(?:了|(?<=[年月日]..))(?P<span>(?P<words>{han('、')}{{4,24}}?)(?:{_HEADS}))(?=[，。；\n(]|\Z|并(?!行))"
)
_NO_NAME: Final = lazy("[各其该本这那每某两的了在由或]|[一二三四五六七八九十几多数]+[个家所支名项处间]|若干|所有|任何|有关|相关|类似|自己|[部局署处司院团会心室构][和与及、]|[和与及]其|(?:委员会|理事会|大会|法院)$")
_SEVERAL: Final = lazy(r"(?:[些各每几两]|许多|若干|多数|所有|部分|\d+个|[一二三四五六七八九十多]个)[^，。；\n]{0,10}$")
"""Who founded bodies of a kind, each its own: 有些国家设立了性别平等观察站."""
_WINDOW: Final = 16  # code points before the verb in which that is said


def find_founded(folded: str, openers: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Where the names of bodies stand that the text says were founded.

    Args:
        folded: the folded text.
        openers: start to end of the countries, regions and places: 设立了内罗毕办事处 names no body of its own.

    >>> list(find_founded("政府设立了社会团结基金，并设立了一个规划和预算办公室。", {}))
    [(5, 11)]
    """
    for match in matches_at(_VERBS, FOUNDED, folded):
        start, words = match.start("span"), match["words"]
        bare = folded[openers.get(start, start) : match.end("words")]
        if _SEVERAL.search(folded, match.start() - _WINDOW, match.start()):
            continue
        if not (_NO_NAME.search(words) or says_nothing(bare) or says_topic_only(bare) or OFFICERS.fullmatch(bare) or words.startswith("驻")):
            yield match.span("span")


def unlisted(_: re.Match[str]) -> Fields:
    """The fields of a body that no table lists."""
    return {"id": None}


FOUNDING: Final = Rule(
    id="organization.founded",
    pattern=FOUNDED,
    build=unlisted,
    finds=(
        ("教育部设立了社会团结基金。", "社会团结基金", {"id": None}),
        ("2019年设立人口贩运问题办公室;", "人口贩运问题办公室", {"id": None}),
        ("成立了社会包容秘书处(2014年)", "社会包容秘书处", {"id": None}),
    ),
    skips=(
        "设立了一个人口贩运问题办公室。",
        "应设立人口贩运问题办公室。",
        "设立了地区协调办公室。",
        "设立了受害者援助基金。",
        "有些国家设立了社会融合观察站。",
        "设立了三个人口贩运问题办公室",
        "设立了灾后住房重建信托基金。",
        "建立了相对稳定的布局。",
    ),
)
