"""How the names of places look that no table holds.

A run of transliteration characters alone is no place: it may be a person, a party, a people. It is one
- with a type word (腊卡省, 扎勒卡难民营),
- after a country and before what takes place there (意大利卢卡召开), after a known place and 的 (北达尔富尔的乌姆巴卢队部),
- after 位于, 设在 and the like (位于安多雅的火箭试验区),
- in a coordination with a place (基斯马尤、贝莱德文和多比利).
- in a list before 等地 (邦加、哈珀和绥德鲁等地).
Names that are a compass point and a type word (西部省) are places of the country that the text tells. Names in Latin letters: `places.latin`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from unodc_report.entities.places import cues, latin
from unodc_report.entities.places.countries import Countries, Found
from unodc_report.entities.places.lists import ENUMERATED, ET_CETERA, SHARED, before_et_cetera, beside_known, enumerated
from unodc_report.entities.places.words import BEFORE_NAMES, CHARACTERS, EDGE, INNER, NOT_PLACES, Leads, M, T, is_edge, may_begin, unknown
from unodc_report.entities.surroundings import ABOVE_OR_BELOW, AND
from unodc_report.patterns import lazy
from unodc_report.reading import Reading, Taken
from unodc_report.rules import Candidate, Finding, Rule, finding, matches_at, scan

_RUN: Final = f"[{BEFORE_NAMES}]?{T}{{2,10}}+(?:-{T}{{2,8}}+)?"
"""A name; a compass point or 新 may stand before it."""

TYPE_WORD: Final = re.compile(
    "(?:自治共和国|共和国|国家公园|自然保护区|保护区|自治省|自治区|自治州|特别行政区|大区|难民营|营地|定居点|半岛|群岛|高地|谷地|山谷|河谷"
    "|市(?![场长民价值面]|政(?!府))|省(?![略份级长际])|州(?![长际级立议])|县(?![长级])|郡(?!长)|邦(?![联交])|镇区(?![域别])|镇(?![压静定痛长])|村(?![庄民落长社])"
    "|城(?![市镇区乡墙])|岛(?![屿国民上])|环礁|港(?![口元币务人澳])|府(?![邸第院库])|区(?<!济特区)(?![域别分划间内长]))"
)
"""The word for the kind of place that belongs to the name, not where it begins another word (市场, 省略, 区域)."""

_TYPED_RUN: Final = (
    rf"[{BEFORE_NAMES}]?(?:(?>{T}{{2,10}}(?<!邦))(?:-(?>{T}{{2,8}}(?<!邦)))?|{T}{{1,8}}(?<!邦)[{INNER}](?>{T}{{1,8}}(?<!邦)))"
)
"""The same before a type word; 邦 is a character of names too (切蒂斯格尔|邦, but 邦加), and one of other characters may stand inside."""

_TYPE_WORD_BEGINS: Final = re.compile(f"[保共区半县国城大定山岛州市府村河港特环省群自营谷邦郡镇难高](?<={T}.)")
"""The first character of a type word right behind a character of names: the characters are sought, which is three times as fast as the words."""
_INSIDE: Final = CHARACTERS | frozenset(f"{INNER}-")
_LONGEST: Final = 20  # code points of the longest name before its type word
_THERE: Final = "(?=举行|召开|举办|主办|发生|爆发|绑架|巡逻|交火|附近|郊区|郊外|市区|机场|港口|监狱|医院|难民营|营地|队部|检查站|过境点|基地|地区|核电|水电|电站|大坝|金矿|煤矿|口岸|边检|以[东西南北])"

_AT_ITS_PLACE: Final = (
    "位于", "设在", "驻扎在", "部署在", "前往", "飞抵", "抵达", "运抵", "来到", "攻占", "夺回", "收复", "撤出", "炮击", "轰炸", "围困", "进驻", "驶往",
    "飞往", "运往", "开往", "返抵", "返回", "重返", "逃至", "途经", "经由", "穿越", "占领", "解放", "驻守", "进攻", "围攻", "炮轰", "空袭", "封锁",
    "毗邻",
)  # fmt: skip
"""What stands there, goes there or is done to a place."""
_FROM_IT: Final = (
    "生于", "居住在", "住在", "逃往", "逃到", "迁往", "迁至", "关押在", "扣押在", "拘押在", "羁押在", "软禁在", "被困在", "滞留在", "安置在", "集结在",
    "埋葬在", "停靠在", "发生在", "发生于", "来自", "驻", "公里的", "公里处的", "以东的", "以西的", "以南的", "以北的",
)  # fmt: skip
"""What leads to a place where somebody lives, is held or comes from."""

ALONE: Final = (
    Rule(
        id="place.typed",
        pattern=lazy(rf"(?P<span>{_TYPED_RUN}{TYPE_WORD.pattern})"),
        build=unknown,
        finds=(
            ("在腊卡省西部，", "腊卡省", {"iso3": "SYR"}),
            ("马拉维的扎勒卡难民营", "扎勒卡难民营", {"iso3": "MWI"}),
            ("阿富汗贾格图县的一所学校", "贾格图县", {"iso3": "AFG"}),
            ("缅甸卡索佐镇区的村庄", "卡索佐镇区", {"iso3": "MMR"}),
            ("在印度索佐格尔邦的村庄", "索佐格尔邦", {"iso3": "IND"}),
            ("在卡索佐罗国家公园偷猎", "卡索佐罗国家公园", {"iso3": None}),
            ("粮食已运达索佐卡省", "索佐卡省", {"iso3": None}),
            ("抵达达卡佐省", "达卡佐省", {"iso3": None}),
            ("卡索本贾县和佐永戈市的居民", "佐永戈市", {"iso3": None}),
        ),
        skips=("各省市的地方当局", "塔利班营地", "进入巴西市场", "省级和州级法院", "少数民族自治区", "12平方公里雷区", "阿拉伯半岛", "乌托邦的设想", "该经济特区"),
    ),
    Rule(
        id="place.compass",
        pattern=re.compile(
            r"(?P<span>[东南西北中极](?<![东南西北中个几各些数两二三四五六七八九十0-9].)"
            r"(?:[东西南北]?[部方]省|(?<=[东西])[南北]省|(?:[东西南北]部?|部)大区|(?<=北)方州))(?![份区市级长内外际会]|[一二两三四五几][省级])"
        ),
        build=unknown,
        finds=(
            ("卢旺达西部省的难民营", "西部省", {"name": "西部省", "iso3": "RWA"}),
            ("海地东南部省受灾", "东南部省", {"iso3": "HTI"}),
            ("喀麦隆极北大区和西北大区", "西北大区", {"iso3": "CMR"}),
            ("北部省的卫生中心", "北部省", {"iso3": None}),
        ),
        skips=("西部省份的农民", "北部各省", "四个西部省", "该国西部地区", "中部省级医院", "东西部省区市"),
    ),
    Rule(
        id="place.located",
        begins=_AT_ITS_PLACE + tuple(f"{word}了" for word in _AT_ITS_PLACE),
        pattern=lazy(rf"(?:{'|'.join(_AT_ITS_PLACE)})了?(?P<span>{_RUN}){EDGE}"),
        build=unknown,
        finds=(
            ("从位于安德内斯的试验场发射", "安德内斯", {"iso3": None}),
            ("政府军炮击了卡夫尔祖拉的市场", "卡夫尔祖拉", {"iso3": None}),
            ("他们已返回索佐。", "索佐", {"iso3": None}),
        ),
        skips=("位于阿拉伯区域", "轰炸塔利班的营地", "穿越森林和沙漠", "占领基地", "返回那里"),
    ),
    Rule(
        id="place.origin",
        begins=_FROM_IT,
        pattern=lazy(rf"(?:{'|'.join(_FROM_IT)})(?P<span>{T}{{3,8}}+){EDGE}"),
        build=unknown,
        finds=(
            ("来自卡索佐罗的难民", "卡索佐罗", {"iso3": None}),
            ("平民逃往乌姆扎尔古。", "乌姆扎尔古", {"iso3": None}),
            ("袭击发生在乌姆扎尔古，", "乌姆扎尔古", {"iso3": None}),
            ("护堤以东的卡索佐罗和", "卡索佐罗", {"iso3": None}),
            ("戈马以北 30 公里的基巴扎尔，", "基巴扎尔", {"iso3": "COD"}),
        ),
        skips=("来自阿富汗的难民", "来自塔利班的威胁", "驻利比里亚特派团", "来自那里的人"),
    ),
    Rule(
        id="place.site",
        begins=("在", "于"),
        pattern=re.compile(rf"[在于](?P<span>{T}{{3,8}}+{_THERE}|{T}{{2}}(?=(?:国际)?机场|难民营|过境点))"),
        build=unknown,
        finds=(
            ("在拉姆巴克附近发生冲突", "拉姆巴克", {"iso3": None}),
            ("在马里塔班霍拉特地区的武装团体", "塔班霍拉特", {"iso3": "MLI"}),
        ),
        skips=("在哥伦比亚举行", "在伊斯兰医院", "在阿拉伯地区"),
    ),
)
"""Rules that stand by themselves; a name that a known place, a country or a region touches gives way to it."""

AFTER_COUNTRY: Final = Rule(
    id="place.country",
    pattern=lazy(rf"(?P<span>{_RUN})(?=举行|召开|举办|主办|设立|开设|市政|的(?:警察|居民|村民|监狱|医院|学校|机场|港口|市场|口岸|边检站|边境|难民|营地|基地|工厂|法院|部落|矿|局势|状况|形势|冲突|战斗|港)|附近|之间|口岸|发生|一带|地区|机场|监狱|[，、和及](?:{T}{{2,8}}+)(?:举行|召开|举办))"),
    build=unknown,
    finds=(
        ("2014 年 9 月在意大利库帕拉召开的会议", "库帕拉", {"iso3": "ITA"}),
        ("伊拉克塔勒扎法的居民", "塔勒扎法", {"iso3": "IRQ"}),
    ),
    skips=("伊拉克萨达姆政权", "阿富汗塔利班、基地组织"),
)
"""Matched where a country's name ends."""

IN_COUNTRY: Final = Rule(
    id="place.in_country",
    pattern=lazy(rf"(?P<span>{T}{{3,8}}+)(?=[，。、；)\n和及与]|以及|遭|被|等|两|$)"),
    build=unknown,
    finds=(("在马里塔班霍拉，车队遇袭", "塔班霍拉", {"iso3": "MLI"}), ("从也门沙伊尔等地", "沙伊尔", {"iso3": "YEM"}), ("（2012 年 5 月 2 日，意大利库帕拉）", "库帕拉", {"iso3": "ITA"})),
    skips=("在古巴卡斯特罗、", "阿富汗塔利班、基地组织"),
)
"""Matched where a country's name ends that a word for being in it or coming from it stands before."""
_IN: Final = "在于从到至自往"
_DATED: Final = re.compile("[日月年]，$")
"""A country after a date and a comma says where something was: (2012年5月2日，意大利库帕拉)."""

INSIDE: Final = Rule(
    id="place.inside",
    pattern=lazy(rf"的(?P<span>{T}{{3,8}}+)(?=队部|难民营|营地|机场|基地|港口|医院|监狱|检查站|过境点|附近|郊区|地区|[，。、；)])"),
    build=unknown,
    finds=(("在北达尔富尔的乌姆古马队部附近", "乌姆古马", {"iso3": "SDN"}),),
    skips=("当地的阿拉伯部落、塔利班。",),
)
"""Matched where a known place's name ends."""

_MEMBER_RUN: Final = f"[{BEFORE_NAMES}]?{M}{{2,10}}+"
"""A name in a list of places: characters that words begin with too may stand in it, because the list tells what it is."""
AND_NEXT: Final = Rule(
    id="place.next",
    pattern=lazy(rf"(?:\([^()]{{1,16}}\))?{AND}(?P<span>{_RUN}(?!西)|{_MEMBER_RUN})(?:{EDGE}|(?=\()|(?=[三四五六七八九十0-9]{{1,2}}(?:个|座)?[地省县州市镇村区城港营])|(?=[设建驻]有|设立|发生|爆发|遭|受灾|部署|交战|巡逻|的))"),
    build=unknown,
    finds=(
        ("在摩加迪沙、贾纳莱和多巴里等地", "多巴里", {"iso3": "SOM"}),
        ("在摩加迪沙、贾纳莱和多巴里设有观察站", "多巴里", {"iso3": "SOM"}),
        ("在摩加迪沙、贾纳莱和巴扬尔发生冲突", "巴扬尔", {"iso3": "SOM"}),
    ),
    skips=("伊斯兰国家和阿拉伯国家、穆斯林和塔利班",),
)
"""Matched where a place's name ends: what stands beside a place in a list of names is a place."""

BEFORE: Final = lazy(rf"(?:(?:[在于到至、]|(?:[向对从由]|袭击了)(?={T}{{3}})|来自|前往|抵达|访问|包括)(?P<span>{T}{{2,8}}+|{latin.NAME})|[的了](?P<latin>{latin.NAME})){AND}(?:附近|邻近)?$")
"""Matched in the text before a place's name: the member of the list before it."""
_ENDS_OF_JOINTS: Final = "、和及与近"
"""Last characters of what can stand between that member and the name: 、, 以及, 和附近."""
_JOINTS: Final = ("(", "、", "和", "及", "与", "以及")

PART: Final = Rule(
    id="place.part",
    pattern=lazy(rf"(?:(?<=[省州县区邦市])|(?<=自治共和国)|(?<=达尔富尔)|(?<=科尔多凡)|(?<=基伍)|(?<=加扎勒河))(?P<span>{T}{{3,8}}+)(?:{EDGE}|(?=再次|发生|爆发|遭|事件|居民区|监狱|机场|医院|难民营|法院))"),
    build=unknown,
    finds=(
        ("北基伍省卡索佐罗的市场", "卡索佐罗", {"iso3": "COD"}),
        ("南达尔富尔卡索佐罗发生冲突", "卡索佐罗", {"iso3": "SDN"}),
    ),
    skips=("各省塔利班的营地", "该州阿拉伯的部落"),
)
"""Matched where a place's name with its type word ends: a run of the characters of transliteration right behind it is a place in it."""

NEAR: Final = Rule(
    id="place.near",
    pattern=lazy(rf"(?P<span>{T}{{3,8}}+)(?=附近|一带|郊区|郊外)"),
    build=unknown,
    finds=(("昨晚，卡索佐罗附近有枪声", "卡索佐罗", {"iso3": None}),),
    skips=("塔利班附近的据点", "边界附近"),
)
"""Matched where a run begins that ends before 附近."""
_NEAR_WORDS: Final = ("附近", "一带", "郊区", "郊外")
_NEAR: Final = lazy("|".join(_NEAR_WORDS))

ABROAD: Final = Rule(
    id="place.abroad",
    pattern=lazy(rf"(?:[在于到至从自]|访问|前往|抵达)(?P<span>{_RUN})(?=\()"),
    build=unknown,
    finds=(("在库帕拉(意大利)举行讲习班", "库帕拉", {"iso3": "ITA"}),),
    skips=("卡索佐罗(巴西)当选", "在塔利班(阿富汗)"),
)
"""Matched in the text before a country's name in brackets."""

IN_BRACKETS: Final = Rule(
    id="place.in_brackets",
    pattern=lazy(rf"(?P<span>{T}{{3,8}}+)(?=\()"),
    build=unknown,
    finds=(("在卡索佐罗(北基伍)和戈马的营地", "卡索佐罗", {"iso3": "COD"}),),
    skips=("塔利班(该省)", "卡索佐罗(2012)"),
)
"""Matched where the run begins that ends before the bracket of a known place."""

_NOT_OVER: Final = ("opaque", "region", "organization", "instrument")
_NOT_OVER_TYPED: Final = ("opaque", "region", "instrument")
_SHORTEST_SITE: Final = 3
_SQUARE: Final = re.compile("(?<=[公英海])里")
"""27平方公|里雷区: the measure's last character is no part of a name."""
_INSIDE_BODIES: Final = ("place.typed", cues.WITH_A_SEAT.id, latin.ALONE[0].id)
"""The rules whose places stand in names of bodies too (科斯马尔达里市|法院): their type word, or the court, tells them from the sounds of a name."""
_WINDOW: Final = 32

ROWS: Final = (*ALONE, AFTER_COUNTRY, IN_COUNTRY, INSIDE, PART, NEAR, ABROAD, IN_BRACKETS, AND_NEXT, ET_CETERA, ENUMERATED, SHARED, *cues.ROWS, *latin.ROWS)


def after_countries(reading: Reading, countries: Countries) -> Iterator[Found]:
    """The places that stand right behind a country's name."""
    folded = reading.folded
    for start, end, iso3 in countries.spans:
        named = may_begin(folded, end)
        if named:
            yield from _matched(AFTER_COUNTRY, folded, end)
        if named and ((start and folded[start - 1] in _IN) or _DATED.search(folded, max(0, start - 2), start)):
            yield from _matched(IN_COUNTRY, folded, end)
        if folded[start - 1 : start] == "(" and folded[end : end + 1] == ")":
            abroad = ABROAD.pattern.search(folded, max(0, start - _WINDOW), start)
            if abroad is not None and abroad.end() == start - 1 and not isinstance(ABROAD.build(abroad), str):
                yield Found(*abroad.span("span"), ABROAD.id, iso3)


def add_unknown(reading: Reading, countries: Countries, after: Iterable[Found], found: list[Found]) -> None:
    """Add to the known places those that only their surroundings tell."""
    taken = Taken(len(reading.folded))
    for place in found:
        taken.add("place", place.start, place.end)
    for start, end, _ in countries.spans:
        taken.add("country", start, end)
    for trap in reading.hits.get("trap", ()):
        taken.add("country", trap.start, trap.end)
    for place in chain(_findings(reading, found, taken), after):  # one by one: what is found stands before what is sought behind it
        _add(reading, taken, found, place)
    for place in list(found):
        _add_list(reading, taken, found, place)


def _typed(folded: str) -> Iterator[Finding]:
    """The matches of the first rule, sought by their type words: names begin with characters that most words begin with."""
    typed, last = ALONE[0], 0
    for word in _TYPE_WORD_BEGINS.finditer(folded):
        if TYPE_WORD.match(folded, word.start()) is None:
            continue
        for start in range(_first_before(folded, max(last, word.start() - _LONGEST), word.start()), word.start() - 1):
            match = typed.pattern.match(folded, start) if is_edge(folded, start) else None
            if match is not None:
                last = match.end()
                yield finding(typed, match)
                break


def _alone(folded: str, leads: Leads) -> Iterator[Finding]:
    """The matches of the other rules for names by themselves."""
    for rule in ALONE[1:]:
        yield from leads.findings(rule) if rule.begins else scan((rule,), folded)


def _first_before(folded: str, floor: int, end: int) -> int:
    """Where a name before its type word can begin at the earliest."""
    start = end
    while start > floor and folded[start - 1] in _INSIDE:
        start -= 1
    return start - 1 if start > floor else start


def _findings(reading: Reading, found: Sequence[Found], taken: Taken) -> Iterator[Found]:
    leads = Leads(reading.folded)
    for candidate in (*_typed(reading.folded), *_alone(reading.folded, leads), *cues.find(reading.folded, leads), *latin.find(reading)):
        if isinstance(candidate, Candidate):
            start = _after_names(reading.folded, taken, candidate.start, candidate.end)
            if start == candidate.start or ALONE[0].pattern.fullmatch(reading.folded, start, candidate.end) or _is_rest(candidate, start):
                yield Found(start, candidate.end, candidate.rule, f"{candidate.fields['iso3']}|" if candidate.fields["iso3"] else None)
    for place in tuple(found):
        if reading.folded.startswith("的", place.end) and may_begin(reading.folded, place.end + 1):
            yield from _matched(INSIDE, reading.folded, place.end, place.start)
        if may_begin(reading.folded, place.end):
            yield from _matched(PART, reading.folded, place.end, place.start)
        if latin.may_begin(reading.folded, place.end):
            yield from _matched(latin.INSIDE, reading.folded, place.end, place.start)
        if reading.folded.startswith("地区", place.end) and may_begin(reading.folded, place.end + len("地区")):
            yield from _matched(PART, reading.folded, place.end + len("地区"), place.start)
        yield from _before_bracket(reading.folded, place)
    yield from _near(reading.folded)
    starts = sorted(place.start for place in found)
    for each in (*before_et_cetera(reading.folded), *enumerated(reading.folded, leads)):
        yield beside_known(each, starts)


def _before_bracket(folded: str, place: Found) -> Iterator[Found]:
    """The place before a bracket that holds nothing but the one that it is in: 卡索佐罗(北基伍)."""
    if place.start and folded[place.start - 1] == "(" and folded[place.end : place.end + 1] == ")":
        yield from _matched(IN_BRACKETS, folded, cues.run_before(folded, place.start - 1), place.start)


def _near(folded: str) -> Iterator[Found]:
    """The runs that end before 附近 and the like."""
    for mark in matches_at(_NEAR_WORDS, _NEAR, folded):
        yield from _matched(NEAR, folded, cues.run_before(folded, mark.start()))


def _is_rest(finding: Candidate, start: int) -> bool:
    """Whether enough of a site's name is left after the country at its head (在马里|塔班霍拉特地区)."""
    return finding.rule == "place.site" and finding.end - start >= _SHORTEST_SITE


def _after_names(folded: str, taken: Taken, start: int, end: int) -> int:
    """Where a run goes on after a country or a known place at its head (阿富汗|贾格图县), or after the 下 of 以下."""
    if ABOVE_OR_BELOW.match(folded, start):
        return start + 1
    if _SQUARE.match(folded, start):
        return start + 1
    while taken.overlaps(start, start + 1, "country", "place"):
        start += 1
    return min(start, end)


def _matched(rule: Rule, folded: str, position: int, beside: int | None = None) -> Iterator[Found]:
    match = rule.pattern.match(folded, position)
    if match is not None and not isinstance(rule.build(match), str):
        yield Found(*match.span("span"), rule.id, None, beside)


def _add(reading: Reading, taken: Taken, found: list[Found], place: Found) -> bool:
    if taken.overlaps(place.start, place.end, "country", "place") or reading.taken.overlaps(place.start, place.end, *(_NOT_OVER_TYPED if place.rule in _INSIDE_BODIES else _NOT_OVER)):
        return False
    taken.add("place", place.start, place.end)
    found.append(place)
    return True


def _add_list(reading: Reading, taken: Taken, found: list[Found], place: Found) -> None:
    """The members of a list that a place stands in, to both sides."""
    folded = reading.folded
    start = place.start
    while start and folded[start - 1] in _ENDS_OF_JOINTS and (before := BEFORE.search(folded, max(0, start - _WINDOW), start)) and before["span"] not in NOT_PLACES and (before["span"] or folded[start].isascii()):
        start = before.start("span" if before["span"] else "latin")
        if not _add(reading, taken, found, Found(start, before.end("span" if before["span"] else "latin"), AND_NEXT.id, None, place.start)):
            break
    end = place.end
    further = latin.FURTHER if folded[place.start].isascii() else latin.AND_NEXT
    while (follower := next(_followers(folded, end, place.start, further), None)) and _add(reading, taken, found, follower):
        end = follower.end


def _followers(folded: str, end: int, beside: int, further: Rule) -> Iterator[Found]:
    if folded.startswith(_JOINTS, end):  # behind a bracket the next one is another entry: 塔什干(2011年)、卡索佐(2012年)
        yield from _matched(AND_NEXT, folded, end, None if folded[end] == "(" else beside)
        if latin.may_begin(folded, end + (2 if folded.startswith("以及", end) else 1)):
            yield from _matched(further, folded, end, beside)
