"""How the names of places look that no table holds.

A run of transliteration characters alone is no place: it may be a person, a party, a people. It is one
- with a type word (腊卡省, 扎勒卡难民营),
- after a country and before what takes place there (意大利卢卡召开), after a known place and 的 (北达尔富尔的乌姆巴卢队部),
- after 位于, 设在 and the like (位于安多雅的火箭试验区),
- in a coordination with a place (基斯马尤、贝莱德文和多比利).
Names in Latin letters are read with a type word or 附近 behind them (Qahtaniya村).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from unodc_report.entities.place_countries import Countries, Found
from unodc_report.entities.surroundings import TRANSLITERATION
from unodc_report.reading import Reading, Taken
from unodc_report.rules import Candidate, Fields, Rule, scan

_T: Final = f"[{TRANSLITERATION}]"
_RUN: Final = f"[东西南北中上下大小新]?{_T}{{2,10}}+(?:-{_T}{{2,8}}+)?"
"""A name; a compass point or 新 may stand before it."""

TYPE_WORD: Final = (
    "(?:自治共和国|共和国|自治省|自治区|自治州|特别行政区|大区|难民营|定居点|半岛|群岛|高地|谷地|山谷"
    "|市(?![场长民价值面]|政(?!府))|省(?![略份级长际])|州(?![长际级立议])|县(?![长级])|郡(?!长)|邦(?![联交])|镇(?![压静定痛长])|村(?![庄民落长社])"
    "|城(?![市镇区乡墙])|岛(?![屿国民上])|港(?![口元币务人澳])|区(?![域别分划间内长]))"
)
"""The word for the kind of place that belongs to the name, not where it begins another word (市场, 省略, 区域)."""

_AND: Final = "(?:、|和|及|与|以及)"
_EDGE: Final = r"(?=[，。、；:)\n和及与等]|以及|的|各|地区|两|举行|召开|举办|附近|郊区|一带|周边|周围|之间|方向|$)"
_THERE: Final = "(?=举行|召开|举办|主办|附近|郊区|郊外|市区|机场|港口|监狱|医院|难民营|营地|队部|检查站|过境点|基地|以[东西南北])"
_LATIN: Final = r"[A-Za](?<![A-Za-z0-9/.-].)(?:(?<=[Aa])l[- ][A-Z]|(?<=[A-Z]))[a-z][A-Za-z'’`-]{1,20}(?: (?:al-)?[A-Z][a-z'’`-]{1,20}){0,3}"

NOT_PLACES: Final = frozenset({
    "阿拉伯", "伊斯兰", "穆斯林", "库尔德", "塔利班", "哈马斯", "埃博拉", "苏维埃", "罗姆", "胡塞", "图阿雷格", "图西", "胡图", "什叶", "雅兹迪", "卡特尔",
    "马拉松", "奥林匹克", "沙里亚", "加勒比", "普什图", "豪萨", "富拉尼", "奥斯卡", "诺贝尔", "普利策", "托拉斯", "沙林", "阿司匹林",
    "沙漠", "瓦斯", "巴士",
})  # fmt: skip
"""Words, peoples, movements and persons that are written with the same characters."""
_NO_PLACE_BEHIND: Final = re.compile("[族人语裔教派号]|总统|总理|先生|女士|大使|将军|政权|运动|组织|公约|议定书")


def _unknown(match: re.Match[str]) -> Fields | str:
    name = match["span"]
    if name in NOT_PLACES or _NO_PLACE_BEHIND.match(match.string, match.end("span")):
        return "no name of a place"
    return {"name": name, "iso3": None}


ALONE: Final = (
    Rule(
        id="place.typed",
        pattern=re.compile(rf"(?=[东西南北中上下大小新]?{_T}{{2}})(?<!{_T})(?P<span>{_RUN}{TYPE_WORD})"),
        build=_unknown,
        finds=(
            ("在腊卡省西部，", "腊卡省", {"iso3": "SYR"}),
            ("马拉维的扎勒卡难民营", "扎勒卡难民营", {"iso3": "MWI"}),
            ("阿富汗贾格图县的一所学校", "贾格图县", {"iso3": "AFG"}),
        ),
        skips=("各省市的地方当局", "进入巴西市场", "省级和州级法院", "少数民族自治区"),
    ),
    Rule(
        id="place.latin",
        pattern=re.compile(rf"(?P<span>{_LATIN}(?:村|镇|市|省|州|县|难民营)|{_LATIN}(?=附近|以[东西南北]))"),
        build=_unknown,
        finds=(("叙利亚 Qahtaniya 村的居民", "Qahtaniya 村", {"name": "Qahtaniya村", "iso3": "SYR"}), ("Abu Dis 附近的检查站", "Abu Dis", {"iso3": None})),
        skips=("UNODC 市一级方案", "Annex 一"),
    ),
    Rule(
        id="place.located",
        pattern=re.compile(rf"(?:位于|设在|驻扎在|前往|飞抵|抵达|运抵|来到)(?P<span>{_RUN}){_EDGE}"),
        build=_unknown,
        finds=(("从位于安德内斯的试验场发射", "安德内斯", {"iso3": None}),),
        skips=("位于阿拉伯区域",),
    ),
    Rule(
        id="place.site",
        pattern=re.compile(rf"[在于](?P<span>{_T}{{3,8}}+){_THERE}"),
        build=_unknown,
        finds=(("在拉姆巴克附近发生冲突", "拉姆巴克", {"iso3": None}),),
        skips=("在哥伦比亚举行", "在伊斯兰医院"),
    ),
)
"""Rules that stand by themselves; a name that a known place, a country or a region touches gives way to it."""

AFTER_COUNTRY: Final = Rule(
    id="place.country",
    pattern=re.compile(rf"(?P<span>{_RUN})(?=举行|召开|举办|主办|设立|开设|市政|的警察|附近|[，、和及](?:{_T}{{2,8}}+)(?:举行|召开|举办))"),
    build=_unknown,
    finds=(("2014 年 9 月在意大利库帕拉召开的会议", "库帕拉", {"iso3": "ITA"}),),
    skips=("伊拉克萨达姆政权", "阿富汗塔利班、基地组织"),
)
"""Matched where a country's name ends."""

INSIDE: Final = Rule(
    id="place.inside",
    pattern=re.compile(rf"的(?P<span>{_T}{{3,8}}+)(?=队部|难民营|营地|机场|基地|港口|医院|监狱|检查站|过境点|附近|郊区|地区|[，。、；)])"),
    build=_unknown,
    finds=(("在北达尔富尔的乌姆古马队部附近", "乌姆古马", {"iso3": "SDN"}),),
    skips=("当地的阿拉伯部落、塔利班。",),
)
"""Matched where a known place's name ends."""

AND_NEXT: Final = Rule(
    id="place.next",
    pattern=re.compile(rf"{_AND}(?P<span>{_RUN}){_EDGE}"),
    build=_unknown,
    finds=(("在摩加迪沙、贾纳莱和多巴里等地", "多巴里", {"iso3": "SOM"}),),
    skips=("伊斯兰国家和阿拉伯国家、穆斯林和塔利班",),
)
"""Matched where a place's name ends: what stands beside a place in a list of names is a place."""

BEFORE: Final = re.compile(rf"(?:[在于到至、]|来自|前往|抵达|访问|包括)(?P<span>{_T}{{2,8}}+){_AND}$")
"""Matched in the text before a place's name: the member of the list before it."""

_RUN_AND_TYPE: Final = re.compile(rf"{_T}{{2,10}}+(?:-{_T}{{2,8}}+)?{TYPE_WORD}")
_NOT_OVER: Final = ("opaque", "region", "organization", "instrument")
_WINDOW: Final = 16

ROWS: Final = (*ALONE, AFTER_COUNTRY, INSIDE, AND_NEXT)


def after_countries(reading: Reading, countries: Countries) -> Iterator[Found]:
    """The places that stand right behind a country's name."""
    for _, end, _ in countries.spans:
        yield from _matched(AFTER_COUNTRY, reading.folded, end)


def add_unknown(reading: Reading, countries: Countries, after: Iterable[Found], found: list[Found]) -> None:
    """Add to the known places those that only their surroundings tell."""
    taken = Taken(len(reading.folded))
    for place in found:
        taken.add("place", place.start, place.end)
    for start, end, _ in countries.spans:
        taken.add("country", start, end)
    for trap in reading.hits.get("trap", ()):
        taken.add("country", trap.start, trap.end)
    for finding in (*_findings(reading, found, taken), *after):
        _add(reading, taken, found, finding)
    for place in list(found):
        _add_list(reading, taken, found, place)


def _findings(reading: Reading, found: Sequence[Found], taken: Taken) -> Iterator[Found]:
    for finding in scan(ALONE, reading.folded):
        if isinstance(finding, Candidate):
            start = _after_names(taken, finding.start, finding.end)
            if start == finding.start or _RUN_AND_TYPE.fullmatch(reading.folded, start, finding.end):
                yield Found(start, finding.end, finding.rule)
    for place in tuple(found):
        yield from _matched(INSIDE, reading.folded, place.end)


def _after_names(taken: Taken, start: int, end: int) -> int:
    """Where a run goes on after a country or a known place at its head (阿富汗|贾格图县)."""
    while taken.overlaps(start, start + 1, "country", "place"):
        start += 1
    return min(start, end)


def _matched(rule: Rule, folded: str, position: int, beside: int | None = None) -> Iterator[Found]:
    match = rule.pattern.match(folded, position)
    if match is not None and not isinstance(rule.build(match), str):
        yield Found(*match.span("span"), rule.id, None, beside)


def _add(reading: Reading, taken: Taken, found: list[Found], place: Found) -> bool:
    if taken.overlaps(place.start, place.end, "country", "place") or reading.taken.overlaps(place.start, place.end, *_NOT_OVER):
        return False
    taken.add("place", place.start, place.end)
    found.append(place)
    return True


def _add_list(reading: Reading, taken: Taken, found: list[Found], place: Found) -> None:
    """The members of a list that a place stands in, to the right and one to the left."""
    folded = reading.folded
    before = BEFORE.search(folded, max(0, place.start - _WINDOW), place.start)
    if before and before["span"] not in NOT_PLACES:
        _add(reading, taken, found, Found(*before.span("span"), AND_NEXT.id, None, place.start))
    end = place.end
    while (follower := next(_matched(AND_NEXT, folded, end, place.start), None)) and _add(reading, taken, found, follower):
        end = follower.end
