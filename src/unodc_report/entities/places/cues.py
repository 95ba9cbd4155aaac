"""Places that no table holds, by words that stand beside nothing else: X北部, X以北20公里, 首府X, 从X飞往, X至Y公路.

Each rule is sought by its words, which are rarer than the characters of names, and needs three characters of a name where persons, peoples
and words of the language could stand too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.entities.places.words import ARRIVING, CHARACTERS, EDGE, NOT_PLACES, Leads, T, unknown
from unodc_report.patterns import lazy
from unodc_report.rules import Finding, Rule, finding

_NAME: Final = f"{T}{{3,8}}+(?:-{T}{{2,8}}+)?"
_SHORT_NAME: Final = f"{T}{{2,8}}+(?:-{T}{{2,8}}+)?"
_PART_OF_IT: Final = (
    "(?:[东西南北][南北]?|中)部(?![队长门署落分位件族委])|以[东西南北](?=约|大约|\\d|的|不远|地区|一带|方向|和|、)|境内|全境|市中心|市区|沿岸"
    "|(?:周边|周围|边境|沿海|沿岸)地区|及其(?:周[围边]|附近|郊区)|(?:过境|入境)(?:点|口岸)"
)
_SEATED_THERE: Final = "(?:中央|市|省|县|区)监狱|(?:军事|地方|地区|初审|上诉|高等)法[庭院]|警察(?:局|总部|总局|分局)|炼油厂|发电厂|水电站|核电站|水泥厂|大坝|水坝|过境点|边防站|兵营|军营|空军基地|海军基地"

BEFORE_ITS_PARTS: Final = Rule(
    id="place.parts",
    pattern=re.compile(rf"(?P<span>{_NAME})(?={_PART_OF_IT})"),
    build=unknown,
    finds=(
        ("冲突波及卡索佐罗北部的村庄", "卡索佐罗", {"iso3": None}),
        ("乌干达的卡索佐罗以西约 30 公里处", "卡索佐罗", {"iso3": "UGA"}),
        ("控制了卡索佐罗全境", "卡索佐罗", {"iso3": None}),
    ),
    skips=("伊斯兰部队", "阿拉伯北部", "库尔德以北的", "那里南部", "利比亚北部"),
)
"""Matched where a run of the characters of names begins that ends before the parts and surroundings of a place."""

DISTRICT: Final = Rule(
    id="place.district",
    pattern=re.compile(rf"(?<![^在于从至到往、，。；(和及与对向\n])(?P<span>{_NAME})(?=地区(?!办事处|总部|主任|代表|经理|委员会|分部|组织|中心|网络|部落|主义|性|间|一级|各级|合作|一体化)|山区)"),
    build=unknown,
    finds=(("在卡索佐罗地区和索佐卡镇", "卡索佐罗", {"iso3": None}),),
    skips=("伊斯兰地区", "阿拉伯地区", "塔利班地区", "许多森林地区", "在库尔德地区"),
)
"""The same before 地区 and 山区, behind what begins a place."""

STRUCK: Final = Rule(
    id="place.struck",
    pattern=re.compile(rf"(?<![与同跟和及对向])(?P<span>{_NAME})(?=发生了?(?:爆炸|枪击|袭击|骚乱|地震|洪灾|示威)|爆发了?(?:战斗|冲突|疫情|霍乱|示威|骚乱))"),
    build=unknown,
    finds=(("上月，卡索佐罗爆发了霍乱", "卡索佐罗", {"iso3": None}),),
    skips=("与卡索佐罗爆发冲突", "塔利班发生骚乱"),
)
"""The same before what strikes it."""

WITH_A_SEAT: Final = Rule(
    id="place.seat",
    pattern=re.compile(rf"(?P<span>{_NAME})(?={_SEATED_THERE})"),
    build=unknown,
    finds=(
        ("关押在卡索佐罗中央监狱的囚犯", "卡索佐罗", {"iso3": None}),
        ("卡索佐罗军事法庭判他有罪", "卡索佐罗", {"iso3": None}),
        ("占领了卡索佐罗炼油厂", "卡索佐罗", {"iso3": None}),
    ),
    skips=("伊斯兰法院", "沙里亚法院", "胡塞军营", "卡索佐罗监狱"),
)
"""The same before what stands in a town: prisons, courts, works."""

_CALLED: Final = "[府会都市镇庄屿地](?=TT)(?:(?<=[首州]府)|(?<=省会)|(?<=首都)|(?<=港市)|(?<=[重村城市小]镇)|(?<=村庄)|(?<=岛屿)|(?<=飞地)|(?<=[口部境海要史业近大]城市))".replace("T", T)
CALLED: Final = Rule(
    id="place.called",
    begins=tuple("府会都市镇庄屿地"),
    pattern=re.compile(rf"{_CALLED}(?P<span>{_SHORT_NAME})(?:{EDGE}|(?=发生|爆发|发动|遭|举行|市区|会见|港口|机场|逮捕|缴获|设立|建立))"),
    build=unknown,
    finds=(
        ("对该省的城镇卡索佐发动袭击", "卡索佐", {"iso3": None}),
        ("他们在首府索佐会见了省长", "索佐", {"iso3": None}),
        ("北部城市卡索佐港口的货船", "卡索佐", {"iso3": None}),
    ),
    skips=("首都塔利班的代表", "城镇各区", "主要城市的居民", "村庄那里的居民"),
)
"""Behind what a place is."""

JOURNEY: Final = Rule(
    id="place.journey",
    pattern=lazy(rf"(?:从|由|自)(?P<span>{_SHORT_NAME})(?=[飞前开运驶逃]往|出发前往|起飞|启程|[运逃转]到|撤[出离军退]|抵达|返回|步行|乘[车船机坐])"),
    build=unknown,
    finds=(("货机从索佐飞往首都", "索佐", {"iso3": None}), ("他们由卡索佐罗逃到边境", "卡索佐罗", {"iso3": None})),
    skips=("从那里前往边境", "由塔利班运到", "自古巴飞往"),
)
"""Where a journey begins."""

GOAL: Final = Rule(
    id="place.goal",
    pattern=lazy(rf"(?:向|朝)(?P<span>{_NAME})(?=方向|进发|推进|挺进|撤退|逃窜|空投|增兵|移动|进军)"),
    build=unknown,
    finds=(("纵队向卡索佐罗推进", "卡索佐罗", {"iso3": None}),),
    skips=("向塔利班推进", "向伊斯兰方向"),
)
"""Where it leads."""

DISTANT: Final = Rule(
    id="place.distant",
    pattern=lazy(rf"距(?:离|首都)?(?P<span>{_SHORT_NAME})(?=(?:以?[东西南北][南北]?)?(?:约|大约|不到|仅)?\d+(?:\.\d+)?(?:公里|英里|千米))"),
    build=unknown,
    finds=(("该村距索佐约 30 公里", "索佐", {"iso3": None}), ("营地距离卡索佐罗 12 公里", "卡索佐罗", {"iso3": None})),
    skips=("距那里 30 公里", "距边界 5 公里"),
)
"""From where a distance is measured."""

ROAD: Final = Rule(
    id="place.road",
    pattern=lazy(rf"(?<!{T})(?P<span>{_SHORT_NAME})(?:[和与至到]|-|通往)(?P<other>{_SHORT_NAME})(?=(?:之间)?的?(?:公路|道路(?![分选之争])|铁路|走廊|航线|干道|沿线))"),
    build=unknown,
    finds=(("封锁了索佐至卡索佐罗公路", "索佐", {"iso3": None}), ("索佐和卡索佐罗之间的道路已经修复", "卡索佐罗", {"iso3": None})),
    skips=("阿拉伯和伊斯兰之间的道路", "那里至公路"),
)
"""Two ends of a road."""

_ACTS: Final = (
    "(?:举行|召开|举办|签署|签订|缔结|通过了?|开幕|闭幕|会见|会晤|会谈|搜查|缴获|查获|逮捕|被捕|被拘|被绑架|遭[到受]?|遇[害袭]|丧生|坠毁|交[火战]|爆发|发生|出生|去世"
    "|组织了|成立了?|设立|设有|一(?=辆|所|座|处|栋)|开设|建立|建造|设点|执行任务|控制局势|维持治安|登陆|降落|停[泊靠]|部署|派驻|派有|驻扎|巡逻|发动|针对|实施的?(?:袭击|爆炸)|发现[了的]?|进行了?(?:访问|会谈|战斗|谈判))"
)
AT_A_STOP: Final = Rule(
    id="place.stop",
    pattern=re.compile(rf"(?<![存对关由基属所位正现实旨内外重利])在(?P<span>{_NAME})(?=[，。；)])"),
    build=unknown,
    finds=(("战斗发生前，在卡索佐罗，居民已撤离", "卡索佐罗", {"iso3": None}),),
    skips=("在塔利班，", "关键在安宁，", "存在森林，"),
)
"""Where a clause ends."""

_NO_TIME: Final = "(?![^，。；]{0,24}(?:后|时|[之以]?前|期间|以来)(?=[，。；]|$))"
"""Behind what is done: no clause of time, which tells what somebody does (在克林顿签署法案后)."""
THERE: Final = Rule(
    id="place.there",
    pattern=re.compile(rf"(?:在|(?<=[日月年])于)(?P<span>{_NAME})(?={_ACTS}{_NO_TIME})"),
    build=unknown,
    finds=(
        ("1996 年 4 月在卡索佐罗签订的协定", "卡索佐罗", {"iso3": None}),
        ("2 月 3 日于卡索佐罗举行的会议", "卡索佐罗", {"iso3": None}),
        ("他在卡索佐罗会见了部长", "卡索佐罗", {"iso3": None}),
    ),
    skips=("在塔利班控制区", "在穆斯林举行的仪式上", "在阿拉伯部署", "在卡索佐罗签署法案后，", "在卡索佐罗会见代表时，"),
)
"""Where what is done takes place."""

_EVENTS: Final = "举行|召开|举办|发生|爆发|交火|交战|坠毁|设有|派驻|驻扎|部署|巡逻"
HAPPENING: Final = Rule(
    id="place.happening",
    pattern=re.compile(rf"在(?P<span>{T}{{2}}(?:-{T}{{2,8}}+)?)(?=(?:{_EVENTS}){_NO_TIME})"),
    build=unknown,
    finds=(("在索佐爆发的战斗", "索佐", {"iso3": None}), ("在索佐派驻了警察", "索佐", {"iso3": None})),
    skips=("在那里举行", "在古代发生的", "在森林部署", "在索佐举行选举后，"),
)
"""The same of what happens, which no person does: names of two characters too."""

_FOUND_THERE: Final = "控制区|行政|存在|示威|集会|活动|办事处|办公室|总部|代表处|监狱|机场|大使馆|使馆|领事馆|难民|部队|驻军|医院|学校|市场|营地|据点|阵地|基地|仓库|港口|居民|检查站|停火|战斗|冲突|袭击|局势|军营|法院|特派团|外地|分社|工厂|拘留"
WHAT_IS_THERE: Final = Rule(
    id="place.what_is_there",
    pattern=re.compile(rf"(?:在|驻)(?P<span>{_NAME})的(?=[^，。；、的]{{0,8}}(?:{_FOUND_THERE}))"),
    build=unknown,
    finds=(("他们在卡索佐罗的代表处", "卡索佐罗", {"iso3": None}), ("驻卡索佐罗的两个营部队", "卡索佐罗", {"iso3": None})),
    skips=("在塔利班的营地", "在穆罕默德的领导下", "在卡斯特罗的医院"),
)
"""Of a place: what stands or goes on there."""

TWO_THERE: Final = Rule(
    id="place.two",
    begins=("在", "从"),
    pattern=re.compile(rf"[在从](?P<span>{_NAME})[和与及、](?P<other>{_NAME})(?=[设建驻]有|部署|开设|设立|撤[出离]|的[^，。；、的]{{0,8}}(?:{_FOUND_THERE}))"),
    build=unknown,
    finds=(("在卡索佐和特德尔罗的国家行政", "特德尔罗", {"iso3": None}), ("在卡索佐、特德尔罗设有哨所", "卡索佐", {"iso3": None}), ("从卡索佐和特德尔罗撤出", "卡索佐", {"iso3": None})),
    skips=("在卡索佐和特德尔罗的主持下", "在塔利班和哈马斯的据点"),
)
"""The same of two."""

SHELLED: Final = Rule(
    id="place.shelled",
    pattern=lazy(rf"对(?P<span>{_NAME})(?=(?:进行|实施|发动|的)了?[^，。；、]{{0,8}}(?:轰炸|炮击|空袭|围困|围攻|封锁))"),
    build=unknown,
    finds=(("对卡索佐罗进行了 60 多次轰炸", "卡索佐罗", {"iso3": None}), ("对卡索佐罗的围困", "卡索佐罗", {"iso3": None})),
    skips=("对塔利班进行轰炸", "对塞雷卡的围困"),
)
"""What is bombed or besieged."""

POSTED: Final = Rule(
    id="place.posted",
    pattern=lazy(rf"(?<!常)驻(?P<span>{_SHORT_NAME})(?=部队|办事处|大使馆|总领事|领事馆|代表处|记者|特使)"),
    build=unknown,
    finds=(("驻索佐部队的营地", "索佐", {"iso3": None}), ("驻卡索佐罗总领事", "卡索佐罗", {"iso3": None})),
    skips=("驻阿富汗部队", "常驻代表"),
)
"""Of those posted there."""

VISITED: Final = Rule(
    id="place.visited",
    begins=("访问", "走访", "视察", "踏访", "访问了", "走访了", "视察了", "踏访了"),
    pattern=lazy(rf"(?:访问|走访|视察|踏访)了?(?P<span>{_NAME})(?=[，。；、)和及与]|以及|的|期间|时|后|$)"),
    build=unknown,
    finds=(("他走访了卡索佐罗，", "卡索佐罗", {"iso3": None}), ("访问卡索佐罗期间", "卡索佐罗", {"iso3": None})),
    skips=("访问了塔利班的代表", "访问阿富汗期间"),
)
"""Of those who go there to see."""

_BEHIND: Final = (BEFORE_ITS_PARTS, DISTRICT, STRUCK, WITH_A_SEAT)
_CUES_BEHIND: Final = re.compile(f"[东西南北中以境全市沿周边及过入地山省县区军初上高警炼发爆水核大兵空海](?<={T}.)[部东西南北内生发境中区监岸海边围防其方央事营审诉等察油电泥坝军]")
"""The first two characters of what stands behind places, right behind a name."""
_CUES_BEFORE: Final = {
    "在": (AT_A_STOP, THERE, HAPPENING, WHAT_IS_THERE), "于": (THERE,), "驻": (POSTED, WHAT_IS_THERE),
    **dict.fromkeys("从由自", (JOURNEY,)), **dict.fromkeys("向朝", (GOAL,)), "对": (SHELLED,), "距": (DISTANT,),
}  # fmt: skip
"""By the word before a name, with which the rules begin."""
_LEADS: Final = (*_CUES_BEFORE, *(f"{word}{more}" for word in _CUES_BEFORE for more in ("离", "首都")))
_BY_THEMSELVES: Final = (CALLED, VISITED)
_ROADS: Final = re.compile("公路|道路|铁路|走廊|航线|干道|沿线")
_LONGEST: Final = 26  # code points of the two ends of a road with what joins them
_AT_LEADS: Final = (AT_A_STOP, THERE, HAPPENING, WHAT_IS_THERE, POSTED, JOURNEY, GOAL, SHELLED, DISTANT)
ROWS: Final = (*_BEHIND, *_AT_LEADS, *_BY_THEMSELVES, TWO_THERE, ROAD)


def run_before(folded: str, end: int) -> int:
    """Where the run of the characters of names begins that ends at a position; without the end of another word at its head."""
    start = end
    while start and (folded[start - 1] in CHARACTERS or (folded[start - 1] == "-" and start < end)):
        start -= 1
    return start + (start < end and folded[start - 1 : start] in _OTHER_WORDS.get(folded[start], frozenset()))


_OTHER_WORDS: Final = {"达": frozenset(ARRIVING), "切": frozenset("关迫密一深"), "内": frozenset("国境区城市省州县室户院以之其期年月日天海")}
"""Characters that begin names, by those before them that make another word of them: 抵达|哈贾."""


def find(folded: str, leads: Leads) -> Iterator[Finding]:
    """What the rules find in a folded text."""
    yield from _before_cues(folded)
    for start in leads.starts(_LEADS):
        for rule in _CUES_BEFORE[folded[start]]:
            if (match := rule.pattern.match(folded, start)) is not None:
                yield finding(rule, match)
    for rule in _BY_THEMSELVES:
        yield from leads.findings(rule)
    for match in leads.matches(TWO_THERE):
        yield from _two(TWO_THERE, match)
    for cue in _ROADS.finditer(folded):
        if (match := _road(folded, cue.start())) is not None:
            yield from _two(ROAD, match)


def _before_cues(folded: str) -> Iterator[Finding]:
    """The names that end before the words that stand behind places."""
    for cue in _CUES_BEHIND.finditer(folded):
        start = run_before(folded, cue.start())
        for rule in _BEHIND:
            if (match := rule.pattern.match(folded, start)) is not None:
                yield finding(rule, match)


def _road(folded: str, end: int) -> re.Match[str] | None:
    """The road whose word begins at a position, with both of its ends."""
    matches = (ROAD.pattern.match(folded, start) for start in range(max(0, end - _LONGEST), end))
    return next((match for match in matches if match is not None), None)


def _two(rule: Rule, match: re.Match[str]) -> Iterator[Finding]:
    """Both names of a match, where neither is something else."""
    if not isinstance(rule.build(match), str) and match["other"] not in NOT_PLACES:
        yield finding(rule, match)
        yield finding(rule, match)._replace(start=match.start("other"), end=match.end("other"))
