"""Whether a name of the tables that the lexicon met is a body where it stands, and which.

A name may be part of a longer word (部|门, 组|成), of a title, of the name of a national body (国家|安全理事会), or be the
assembly of another body than the United Nations.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

from unodc_report.entities.issuer import is_of_agency
from unodc_report.entities.organizations.words import ACTIVITIES, JOINTS, NO_PARTNERS
from unodc_report.entities.surroundings import HIT_START, TRANSLITERATION, TRANSLITERATION_ONLY, begun_before, covered
from unodc_report.lexicon import Hit
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding, Veto

_KIND: Final = "organization"
_NO_BODY: Final = ("网络", "网", "契约", "倡议", "方案", "机制", "举措", "战略")
_BODY_ALL_THE_SAME: Final = (
    "余留机制", "处理机制", "政府间倡议", "独立机制", "调查机制", "专家机制", "安排监测和核查机制", "渔业机制", "水机制", "能源机制", "艾滋病方案", "世界粮食方案", "哈卡尼网络", "志愿人员方案", "有组织犯罪倡议",
)  # fmt: skip
_LONGER: Final = {
    "部": "门門队隊长長署落分级",
    "局": "势面部限长",
    "署": "名",
    "处": "理罚置",
    "司": "法令机",
    "团": "结体公化",
    "学": "生",
    "家": "庭园",
    "盟": "约国",
    "组": "织成",
    "军": "事官用衔备警队",
    "社": "会区员论交群",
    "旅": "行游客程馆居社店途费",
    "会": "堂厅场",
    "际": "公合标法贸条刑义经货商航海准规化性社关年日",
}
_CONFERENCE: Final = re.compile("缔约[国方](?:会议|大会)$")
_ASSEMBLY: Final = "大会"
_ASSEMBLY_TOO: Final = frozenset({"联合国大会", "联大"})
_NTH: Final = lazy(r"第(?:[一二三四五六七八九十]{1,5}|\d{1,2})届$")
_NEAR_ORDINAL: Final = 8
"""An assembly behind its ordinal is a session: 第58届联合国大会."""
_SPEAKS: Final = re.compile("大会[，,] ?(?:审议了|回顾|忆及|铭记|重申|确认|考虑到|意识到|认识到|注意到|深信|欢迎)")
_UNITED_NATIONS: Final = "联合国"
_SOUNDED: Final = frozenset(TRANSLITERATION)
_OTHER_ASSEMBLY: Final = re.compile(
    r"(?:届|首脑|审议|人民|缔约国|缔约方|发展|减灾|风险|世界|国民|成员国?|会员|对话|制宪|长老|局|本次|这次|此次|该|各次|历次|司法|犯罪|卫生|劳工|环境|人居|代表|"
    r"延期|筹备|通信|电信|标准化|全体|年度|股东|议会|科学|国际|区域|民族|青年|妇女|协会|联盟|年|个)$"
)
_OF_THAT_YEAR: Final = lazy(r"(?:\A|[自从在于，。；(\n])(?:19|20)\d\d年\Z")
_ADOPTS: Final = lazy("大会(?:通过|设立|宣布|决定)")
"""What the General Assembly did in a year, where the year stands before it: 自2007年|大会通过…以来."""
_ITS_OWN: Final = lazy("大会(?:第[一二三四五六七八九十百0-9]+届|[^，。；和与、]{0,14}特别会议|紧急特别会议|第[0-9]+/[0-9]+)")
_STATES_HAVE_THEM: Final = re.compile("^(?!联合国|国际|世界|全球|欧洲|非洲|亚洲|美洲|拉丁美洲|西亚).*(?:委员会|(?<!援助)(?<!支助)部|司|(?:管制|统计|税务|情报|安全|禁毒|缉毒)[署局]|经济和社会理事会)$")
_THEIRS: Final = lazy("[各该我本贵两外邻]国$")
_JOINED: Final = lazy(r"(?<![中各员洲个些盟他别数])(?:国家|全国)(?!代表|当局|机构|政府|元首)(?:(?![的在向由与对将被和])[\u4e00-\u9fff、]){2,8}[和与及、]\Z")
_LONGEST_JOINED: Final = 12
"""What may stand before a name that states use too as the last of the fields of one of theirs: 国家家庭和|人口委员会."""
_NATIONAL_TOO: Final = lazy("^(?!联合国|国际|世界|全球|欧洲|非洲|亚洲|美洲|拉丁美洲|西亚).*(?:委员会|理事会|(?<!援助)(?<!支助)部|[司署局]|反恐中心)$")
"""After 国家 more kinds of names are those of a state: 国家安全理事会, 国家禁毒署; 苏丹|安全理事会 are two names in a row."""
_REGIONAL_TOO: Final = frozenset(f"{field}组织" for field in ("海事", "民航", "劳工", "气象", "旅游", "卫生", "移民", "电信")) | {"国际法委员会"}
"""Names of bodies that regions have too: 阿拉伯|劳工组织, 西非|海事组织, 美洲|国际法委员会."""
_TREATY_BODY: Final = lazy("^(?:消除|禁止|防止|防范|强迫失踪|儿童权利|残疾人权利|经济(?!和社会理事会)|人权事务)|^第[一二三四五六]|^大会")
_OF_A_STATE: Final = re.compile("(?:国家|全国|联邦|独立|中央|总统|总理府|政府|皇家|最高|外国|州|省|议会|国会|议院|参议院|众议院|内阁|(?:全国|国家)(?:提高|促进|增进|改善))$")
_ENDS_OF_A_STATE: Final = "家国邦立央统理府高州省会院阁促进善"
_WHOLE: Final = frozenset(("透明国际",))
"""Names whose last character begins no other word: 透明 stands before no 国际合作."""
_NUMERALS: Final = frozenset("一二三四五六七八九十百")
_HALL: Final = re.compile("大会(?:[堂厅场战]|事务[和司部处]|的?(?:筹备|最后报告|组织委员会|组委会|东道国))|(?<=扩)大会|(?<=[盛重特最较])大会议")
"""A hall, a conference (the General Assembly has no host and no final report), or 扩大会议, 重大会议."""
_OTHER_WORDS: Final = {
    "北约": lazy(r"(?<=[以东西正偏])北约|北约(?=[\d二三四五六七八九百几数半])"),
    "人口委员会": lazy("(?<=贩[运卖])人口委员会"),
    "犯罪委员会": lazy("(?<=[融织济络毒器])犯罪委员会"),
    "人权委员会": lazy("(?<=[等主治义正理][和与及])人权委员会"),  # 平等与|人权委员会, 民主和|人权委员会
    "统计委员会": lazy("(?<=[康生业工育法口济])统计委员会"),
    "卫生大会": lazy("(?<=[国省市州物])卫生大会"),
    "东欧集团": lazy("(?<=前)东欧集团|东欧集团(?=国家)"),
    "卫生组织": re.compile("(?<=[^、和与及，。由向经据在])卫生组织"),  # that of the world, where agencies are listed; 保健和|卫生组织 are a kind
    "国际法院": lazy("国际法院(?=[和与及、或](?:各|国际)?(?:法庭|仲裁)(?!规))"),
    "胡塞": lazy("胡塞人"),
    "伊斯兰国": lazy('(?<!")伊斯兰国(?!武装分子|战斗人员|恐怖)|(?<=")伊斯兰国(?!")'),  # 伊斯兰国家; the state that once was 阿富汗伊斯兰国
}
"""By name: where it is part of other words. The pattern is matched at the name; its lookbehind sees what stands before."""
_OF_A_SYMBOL: Final = lazy(r"/(?:\d|[A-Z]{1,4}\d|[A-Z][a-z]{1,4}\.)|[:/](?:19|20)\d\d/\d")  # ODA/25-2019/SA, CRC/C11, CFS:2002/4
_BEHIND_A_NUMBER: Final = lazy(r"(?<=\d/)")  # 2013/33/EU
_TRADE: Final = lazy("世贸|世界贸易组织|WTO|贸易争端|关贸总协定|WT/")
_BOSNIA: Final = lazy("波斯尼亚|波黑|代顿|萨拉热窝|塞族共和国|SFOR|IFOR|北约")
_APARTHEID: Final = lazy("种族隔离")
_ONLY_WITH: Final = {
    "上诉机构": _TRADE,
    "争端解决机构": _TRADE,
    "全权代表大会": lazy("国际电联|电信|ITU|无线电"),
    "应急基金": lazy("救济协调员|人道|中央应急|应急基金(?:秘书处|咨询小组|资金)|咨询小组|拯救生命"),
    "纲领会": lazy("马里|阿扎瓦德|阿尔及尔|协调会"),
    "新生力量": lazy("科特迪瓦|科迪|阿比让|布瓦凯|巴博|联科行动|瓦加杜古|独角兽"),
    "三方委员会": lazy("科威特|伊拉克"),
    "技术小组委员会": lazy("科威特|伊拉克|联伊"),
    "执行董事会": lazy("基金组织|世界银行|世行|布雷顿"),
    "总理事会": lazy("世贸|世界贸易组织|WTO"),
    "稳定部队": _BOSNIA,
    "执行部队": _BOSNIA,
    "三人小组": _APARTHEID,
    "三人工作组": _APARTHEID,
    "投资管理办公室": lazy("养恤金|养恤基金"),
    "长老大会": lazy("托克劳|乌卢|法考福|阿塔福|努库诺努"),
}
"""By name: what must be said near it, where other bodies have that name, or it is made of ordinary words."""
_NEAR: Final = 120  # code points to each side
_NOT_AFTER_UN: Final = lazy("[常派]?驻联合国$")
_UNDER_COUNTRY: Final = partial(covered, ("country",))
_KINDS: Final = ("委员会", "法院", "工作组", "专家组", "小组")
_SHORT: Final = 7
"""Code points of names that are those of a kind too, behind 各: 各|审计委员会."""
_SEVERAL: Final = lazy("(?:各|两|其他|这些|特设)$")
_ENDS_OF_SEVERAL: Final = "各两他些设"


def read_name(reading: Reading, hit: Hit) -> Finding:
    """The body that a hit names, or why it names none."""
    rule = "organization.name"
    reason = hidden(reading, hit.start, hit.end) or _not_this_body(reading.folded, hit)
    if not reason and reading.once(_UNDER_COUNTRY)[hit.start] and (country := begun_before(reading.hits.get("country", ()), hit.start)) is not None and country.end < hit.end:
        reason = f"begins inside the country {country.name.text}"
    if hit.name.text == _ASSEMBLY and _is_inside_an_event(reading, hit):
        reason = "a congress, not the General Assembly"
    if not reason and _is_national(reading, hit):
        reason = "of a state: read with what stands before it"
    if not reason and hit.name.text in _REGIONAL_TOO and _begins_at_a_region(reading, hit):
        reason = "of a region: read with what stands before it"
    if not reason and _is_inside_a_foreign_name(reading, hit):
        reason = "inside a longer foreign name"
    if reason:
        return Veto(_KIND, hit.start, hit.end, rule, reason)
    start = _with_united_nations(reading.folded, hit)
    of_another = hit.name.text == _ASSEMBLY and (_is_of_another_body(reading, hit.start) or is_of_agency(reading))
    key = None if of_another else hit.name.key or None
    return Candidate(_KIND, start, hit.end, rule, {"id": key})


def _begins_at_a_region(reading: Reading, hit: Hit) -> bool:
    return any(region.end == hit.start for region in reading.hits.get("region", ()))


def _is_inside_an_event(reading: Reading, hit: Hit) -> bool:
    return hit.start > 0 and reading.taken.covers(hit.start - 1, hit.end, "event")


def _is_of_another_body(reading: Reading, start: int) -> bool:
    """Whether the name of a body ends right before an assembly, or the bracket that says it in short: 教科文组织大会, …组织(美洲组织)大会.

    A title that ends with such a name is none where the resolution opens after it: …难民事务高级专员办事处 大会，审议了….
    """
    if _SPEAKS.match(reading.folded, start):
        return False
    hits = reading.hits[_KIND]
    before = bisect_left(hits, start, key=HIT_START) - 1
    end = start - reading.folded.endswith(")", 0, start)
    return before >= 0 and hits[before].end == end and hits[before].name.text != "联合国"


def _is_inside_a_foreign_name(reading: Reading, hit: Hit) -> bool:
    """Whether a name that is written by sound goes on to either side: 伊加特 in 雷扎|伊加特|人."""
    folded = reading.folded
    if not _is_sounded(hit.name.text):
        return False
    if folded[hit.end : hit.end + 1] in TRANSLITERATION_ONLY:
        return True
    return folded[max(0, hit.start - 1) : hit.start] in TRANSLITERATION_ONLY and not any(
        land.end == hit.start for kind in ("country", "region", "place") for land in reading.hits.get(kind, ()) if land.end >= hit.start
    )


@lru_cache(maxsize=4096)
def _is_sounded(name: str) -> bool:
    """Whether a name is written by sound alone."""
    return _SOUNDED.issuperset(name)


def _with_united_nations(folded: str, hit: Hit) -> int:
    """Where the name begins with the 联合国 that stands before it, where the table has it without: 联合国|安保部."""
    start = hit.start - len(_UNITED_NATIONS)
    if start < 0 or hit.name.text.isascii() or not folded.startswith(_UNITED_NATIONS, start) or _NOT_AFTER_UN.search(folded, start - 2, hit.start):
        return hit.start
    return start


def _is_national(reading: Reading, hit: Hit) -> bool:
    """Whether a country or 国家 before a name that states use too says that it is theirs: 国家人权委员会, 印度统计委员会."""
    if hit.start and reading.folded[hit.start - 1] in _ENDS_OF_A_STATE and _OF_A_STATE.search(reading.folded, hit.start - 4, hit.start):
        return _NATIONAL_TOO.search(hit.name.text) is not None
    if not _is_of_states(hit.name.text):
        return False
    if reading.folded[hit.start - 1 : hit.start] in JOINTS and _is_joined(reading.folded, hit.start):
        return True
    if _THEIRS.search(reading.folded, hit.start - 2, hit.start):
        return True
    if not any(_ends_at(reading.hits.get(kind, ()), hit.start) for kind in ("country", "region")):  # 印度|统计委员会, 亚洲|人权委员会
        return False
    return _TREATY_BODY.search(hit.name.text) is None


def _is_joined(folded: str, start: int) -> bool:
    """Whether 国家 and a field of work stand before what joins them to a name, and no body ends there: 国家家庭和|人口委员会."""
    before = _JOINED.search(folded, start - _LONGEST_JOINED, start)
    return before is not None and (not before[0][:-1].endswith(NO_PARTNERS) or before[0][:-1].endswith(ACTIVITIES))


def _ends_at(hits: Sequence[Hit], end: int) -> bool:
    """Whether the last of the hits that begin before `end` ends there."""
    before = bisect_left(hits, end, key=HIT_START) - 1
    return before >= 0 and hits[before].end == end


@lru_cache(maxsize=4096)
def _is_of_states(name: str) -> bool:
    """Whether states too have bodies of this name."""
    return _STATES_HAVE_THEM.search(name) is not None


def hidden(reading: Reading, start: int, end: int) -> str:
    """Names inside titles, symbols and links are no mentions; one that begins with a title or holds a disease's name is."""
    if not reading.taken.overlaps(start, end, "opaque", "document", "url"):
        return ""
    if reading.taken.overlaps(end - 1, end, "opaque"):
        return "inside a title"
    return "inside a symbol or link" if reading.taken.overlaps(start, end, "document", "url") else ""


class _About(NamedTuple):
    """What a name tells by itself.

    Attributes:
        reason: why it is no body, wherever it stands; "" where it may be one.
        longer: the characters that make another word of it behind it.
        numeral: whether a numeral before it makes another number of it.
        other: where it is part of other words, None where nowhere.
        latin: whether it is in Latin letters.
    """

    reason: str
    longer: str
    numeral: bool
    other: re.Pattern[str] | None
    latin: bool


@lru_cache(maxsize=4096)
def _about(name: str) -> _About:
    reason = ""
    if _CONFERENCE.search(name):
        reason = "a conference of parties: read with its treaty"
    elif name.endswith(_NO_BODY) and not name.endswith(_BODY_ALL_THE_SAME):
        reason = "a network, mechanism or programme"
    longer = "" if name in _WHOLE else _LONGER.get(name[-1], "")
    return _About(reason, longer, name[0] in _NUMERALS, _OTHER_WORDS.get(name), name.isascii())


def _not_this_body(folded: str, hit: Hit) -> str:
    name = hit.name.text
    if reason := _about(name).reason:
        return reason
    if name == _ASSEMBLY:
        return _no_general_assembly(folded, hit.start)
    if name in _ASSEMBLY_TOO and _NTH.search(folded, hit.start - _NEAR_ORDINAL, hit.start):
        return "part of the name of its session"
    if _goes_on(folded, hit):
        return "part of a longer word"
    return _one_of_several(folded, hit)


def _one_of_several(folded: str, hit: Hit) -> str:
    name, start = hit.name.text, hit.start
    if start and folded[start - 1] in _ENDS_OF_SEVERAL:
        if name.endswith("法庭") and _SEVERAL.search(folded, start - 2, start):
            return "one of several, not named"
        if name.endswith(_KINDS) and len(name) <= _SHORT and folded[start - 1] == "各":
            return "one of several, not named"
    alone = name in _ONLY_WITH and not _ONLY_WITH[name].search(folded, start - _NEAR, hit.end + _NEAR)
    return "a name that other bodies have too" if alone else ""


_IN_A_CODE: Final = lazy(r"\d[A-Z]?-\Z")


def _goes_on(folded: str, hit: Hit) -> bool:
    """Whether the words around a name make another word of it: 以北|约30公里, 部|门, ODA/25-2019/SA, the substance 5F-|ADB."""
    _, longer, numeral, other, latin = _about(hit.name.text)
    if longer and folded[hit.end : hit.end + 1] in longer and hit.end < len(folded) and not folded.startswith("成员", hit.end):
        return True  # 组|成, but 小组|成员
    if numeral and hit.start and folded[hit.start - 1] in _NUMERALS:
        return True  # 二|十二国集团
    if latin and (folded.startswith("式", hit.end) or _in_a_symbol(folded, hit) or _IN_A_CODE.search(folded, hit.start - 3, hit.start)):
        return True
    return other is not None and other.match(folded, hit.start) is not None


def _in_a_symbol(folded: str, hit: Hit) -> bool:
    return _OF_A_SYMBOL.match(folded, hit.end) is not None or _BEHIND_A_NUMBER.match(folded, hit.start) is not None


def _acts_in_a_year(folded: str, start: int) -> bool:
    return _ADOPTS.match(folded, start) is not None and _OF_THAT_YEAR.search(folded, start - 6, start) is not None


def _no_general_assembly(folded: str, start: int) -> str:
    if _HALL.match(folded, start):
        return "part of a longer word"
    before = _OTHER_ASSEMBLY.search(folded, start - 3, start)
    if before and (before[0] == "届" or not (_ITS_OWN.match(folded, start) or _acts_in_a_year(folded, start))):
        return "a congress, not the General Assembly"
    return ""
