"""Bodies that no table holds, by the shape of their names: a head word (…委员会, …法院, …部) and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, NamedTuple

from unodc_report.chinese.characters import HAN
from unodc_report.entities.organization_edges import at_opening, left_edge, opens, says_nothing, says_topic_only
from unodc_report.entities.organization_words import BUREAUX, MINISTRIES, choice

_MINISTRY: Final = choice(MINISTRIES)


@dataclass(frozen=True, slots=True)
class Head:
    """A kind of head words.

    Attributes:
        words: pattern of the head, in which a field of work (外交, 司法) may be part.
        closing: pattern of what must follow the words as the end of the head, where the words begin as many others do: it is sought
            first, and the words before it.
        bare: whether the head says enough alone (最高法院, 外交部).
        opened: whether the name must begin as names of institutions do (see `opens`), because the words are common ones.
        topics: whether words that only tell a field of work are enough before it (金融和经济犯罪法庭).
        beyond: whether more than a country and a kind must stand before it: 英国大学 is no name, 科隆大学 is one.
        chain: whether several fields may be joined before it (教育、科学和文化部).
        committee: whether long names may have a country inside (…非洲…问题特设委员会); others begin with it.
        least: the fewest code points that must stand before the head where it is not bare.
    """

    words: str
    closing: str = ""
    bare: bool = False
    opened: bool = False
    topics: bool = False
    beyond: bool = False
    chain: bool = False
    committee: bool = False
    least: int = 2

    @property
    def pattern(self) -> str:
        """Pattern of the whole head."""
        return f"(?:{self.words}){self.closing}" if self.closing else self.words


HEADS: Final[tuple[Head, ...]] = (
    Head("小组委员会|委员会|理事会|特别工作组|工作组|工作队|专家组|协调小组|专家小组", committee=True),
    Head(_MINISTRY, closing="部(?![门队长署落级族委件]|分(?![发别析]))", bare=True, chain=True),
    Head(choice(BUREAUX), closing="局(?![势面部限长])", bare=True),
    Head("(?:事务|服务|监督|监察|调查|保护|发展|合作)局(?![势面部限长])", topics=True),
    Head("管理局(?![势面部限长])", opened=True),
    Head("(?:审计|检察|公诉|情报|移民|海关|税务|惩教|警务|统计|登记|注册|缉毒|反腐败|工程)处(?![理罚置以于分决境方长])", topics=True),
    Head("(?:总检察|检察|审计|警察|监察|廉政公|海关|移民|开发|发展合作|环境保护|税务|惩教|规划|航天|港务)总?署(?!名)", opened=True),
    Head("最高(?:人民|司法|上诉|宪法|行政|军事)?(?:法院(?!分庭)|检察院)|宪法(?:法院|法庭|委员会)|高等法院|上诉法[院庭]", bare=True),
    Head(
        "特别检察官办公室|检察官办公室|总检察长办公室|副检察长办公室|检察长办公室|监察专?员办公室|审计长办公室|公设辩护人办公室", bare=True
    ),
    Head("法院|法庭|检察院", topics=True, beyond=True, least=4),
    Head("警察总?局|国家警察(?![局员官长总])|国民警察|宪兵队|国民警卫队|海岸警卫队", opened=True, least=1),
    Head("(?:培训|师范|警察|司法|外交|行政|公共行政)学院", topics=True),
    Head("研究所|研究院|科学院|研究中心", topics=True, least=4),
    Head("学院|大学", opened=True, beyond=True),
    Head(
        "中心(?<!拘留中心)(?<!收容中心)(?<!医疗中心)(?<!保健中心)|银行|公司|集团(?<!国家集团)(?<!区域集团)(?<!犯罪集团)(?<!利益集团)(?<!族裔集团)|实验室|通讯社|广播电台",
        opened=True,
        beyond=True,
    ),
    Head("(?:中央|国家|储备|人民|开发)银行", opened=True),
    Head("基金会|学会|协会|联合会|工会|商会|总会", opened=True),
    Head("国民议会|国民大会|人民代表大会|立法议会|联邦议院|参议院|众议院|上议院|下议院|国务院(?!长)|制宪会议", bare=True),
    Head("议会|国会|杜马|长老大会|立法会议?|立法局|制宪大会", opened=True, least=1),
    Head("特派团|援助团|支助团|稳定团|观察团|核查团|法治团|监督团|国民军", opened=True),
    Head(
        "(?:民主|人民|自由|社会|国民|国大|劳动|共产|保守|进步|联盟|统一|团结|独立|革命|解放|正义|绿|全国|大会|工人|社会主义){2,5}",
        closing="党(?![员派])",
        bare=True,
    ),
    Head("(?:解放|爱国|民主|人民|民族|复兴|统一|救国|革命|抵抗|团结|伊斯兰){1,3}", closing="阵线", bare=True),
)
_REACH: Final = 30  # code points before the closing of a head in which its words stand
_PATTERNS: Final = tuple((head, re.compile(head.words)) for head in HEADS if not head.closing)
_CLOSINGS: Final = tuple((head, re.compile(head.closing), re.compile(rf"(?:{head.words})\Z")) for head in HEADS if head.closing)
HEAD: Final = re.compile("|".join(head.pattern for head in HEADS))
_CHAIN: Final = re.compile(rf"(?:(?:{_MINISTRY})、){{0,3}}(?:{_MINISTRY})(?:和|及|与|以及)\Z")
QUOTED: Final = re.compile(r'"[^"\n，。]{1,20}"(?:研究所|组织|运动|集团|基金会|公司|部队|委员会|联盟|中心)')
LATIN: Final = re.compile(
    r"[A-Z](?<![A-Za-z].)[A-Za-z\-·.&]{1,30}(?: [A-Z][A-Za-z\-·.&]{1,30}){0,4}(?:部队|公司|银行|集团|大学|研究所|基金会|组织|协会|学院|法院)"
)
NUMBERED: Final = re.compile(r"[126-9](?<![\d/].)(?:(?<=[12])\d|(?<=[6-9]))\d\d(?:[/和](?:[6-9]|1\d|2\d)\d\d){0,3}委员会(?!成员)")
NEGOTIATING: Final = re.compile(
    rf"(?:拟[订定]|制[订定]|谈判)(?:一[项份部个])?[{HAN}、\d]{{2,60}}?(?:公约|议定书|条约|法律文书|国际文书)(?:问题)?(?:政府间|特设|谈判|筹备|不限成员名额){{1,3}}(?:委员会|工作组|会议)"
)
"""Committees that write a treaty bear what they are to write: 拟订一项…公约特设委员会."""
NUMBERED_GROUP: Final = re.compile("第[一二三四五六七八九](?:工作组|小组委员会)")
SPEAKER: Final = re.compile(
    r"(?:\d{1,3}\. ?)?(?P<span>[\u4e00-\u9fff·]{2,14}(?P<head>组织|运动|联盟|协会|联合会|基金会|理事会|学会|姐妹会))(?=相信|认为|认识到|呼吁|敦促|欢迎|赞赏|强调)"
)
"""Matched where a line begins."""

_TWO_BODIES: Final = re.compile("(?:组织|运动|联盟|协会|联合会|基金会|理事会|学会|同盟)[和与及、]")
_INDEPENDENT: Final = re.compile("(?:高级)?独立")
"""A committee of a topic that calls itself independent is one body: 独立选举委员会."""
_LONGER: Final = re.compile("们|性|式|化|型|制(?![定订作约])|间|网|级|织|系统|体系")
_ASSOCIATIONS: Final = frozenset(("协会", "联合会", "工会", "学会"))
_PLURAL: Final = frozenset(("各", "各国", "两", "两国", "外国", "他国", "每", "某", "本", "任何", "其他", "其它", "所有", "有关", "相关", "下列", "上述"))
_DEFINED: Final = re.compile(r"""\((?:以下简称|下称|简称)?"?[A-Z\u4e00-\u9fff][^()\n]{1,20}\)""")


@dataclass(frozen=True, slots=True)
class Shape:
    """A name found by its shape: span, rule, and why it is none ("" if it is one)."""

    start: int
    end: int
    rule: str
    reason: str = ""


class Span(NamedTuple):
    """Where a name begins, where its head begins, where it ends."""

    edge: int
    head: int
    end: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What names are bounded by.

    Attributes:
        folded: the folded text.
        known: end to start of the bodies that the lexicon met.
        openers: start to end of the countries, regions and places in the text.
        lands: those of them that are countries or regions.
    """

    folded: str
    known: Mapping[int, int]
    openers: Mapping[int, int]
    lands: Mapping[int, int]


def find_shapes(around: Surroundings) -> Iterator[Shape]:
    """Names of bodies by shape."""
    folded = around.folded
    for rule, pattern in (("quoted_name", QUOTED), ("latin_name", LATIN), ("numbered_committee", NUMBERED), ("numbered_group", NUMBERED_GROUP), ("negotiating_committee", NEGOTIATING)):
        for match in pattern.finditer(folded):
            if pattern is NEGOTIATING and match.end() in around.known and around.known[match.end()] <= match.start():
                continue
            yield Shape(match.start(), match.end(), f"organization.{rule}")
    for match in filter(None, (SPEAKER.match(folded, start) for start in _line_starts(folded))):
        start, end = match.span("span")
        reason = "a kind of bodies" if says_topic_only(match["span"].removesuffix(match["head"])) else ""
        if any(start < known < end for known in around.known) or _TWO_BODIES.search(match["span"]):
            reason = "several bodies"
        yield Shape(start, end, "organization.speaker", reason)
    yield from _headed(around)


def _line_starts(folded: str) -> Iterator[int]:
    start = 0
    while start >= 0:
        yield start
        start = folded.find("\n", start) + 1 or -1


def _headed(around: Surroundings) -> Iterator[Shape]:
    """Names by their heads, in text order: none begins before the end of the name before it."""
    limit, ends, position = 0, sorted(around.known), 0
    for start, end, head in _heads(around.folded):
        while position < len(ends) and ends[position] <= start:
            limit, position = max(limit, ends[position]), position + 1
        if end in around.known:
            continue
        shape = _shape(around, head, start, end, limit)
        yield shape
        if not shape.reason or head.committee:
            limit = end


def _heads(folded: str) -> Iterator[tuple[int, int, Head]]:
    """The heads of the text without overlaps. One pattern a kind is many times as fast as one pattern of all kinds."""
    found = [(match.start(), match.end(), head) for head, pattern in _PATTERNS for match in pattern.finditer(folded)]
    for head, closing, words in _CLOSINGS:
        for match in closing.finditer(folded):
            before = words.search(folded, max(0, match.start() - _REACH), match.start())
            if before is not None:
                found.append((before.start(), match.end(), head))
    found.sort(key=itemgetter(0))
    last = 0
    for start, end, head in found:
        if start >= last:
            last = end
            chain = _CHAIN.search(folded, max(0, start - 24), start) if head.chain else None
            yield (chain.start() if chain else start), end, head


def _shape(around: Surroundings, head: Head, start: int, end: int, limit: int) -> Shape:  # a head's place and what bounds it
    edge, cut = left_edge(around.folded, limit, start, around.openers)
    if edge in around.known and around.folded[start:end] in _ASSOCIATIONS:
        # the body that its members belong to is part of its name: 国际刑事法院律师协会
        return Shape(around.known[edge], end, "organization.shape")
    if not head.committee:
        edge = at_opening(around.folded, edge, start, around.openers)
    inner = around.openers.get(edge, edge)
    if inner in around.openers and inner < start:
        edge = inner  # a country before the place of an institution is no part of its name: 美利坚合众国西雅图警察局
    return Shape(edge, end, "organization.shape", _reason(around, head, Span(edge, start, end), cut))


def _reason(around: Surroundings, head: Head, span: Span, cut: str) -> str:
    if _LONGER.match(around.folded, span.end):
        return "part of a longer word"
    if cut in _PLURAL or (cut and cut[0] in "一二三四五六七八九十几数多0123456789"):
        return "one of several, not named"
    return "" if head.bare else _says_too_little(around, head, span)


def _says_too_little(around: Surroundings, head: Head, span: Span) -> str:
    folded, (edge, start, end) = around.folded, span
    modifier = folded[edge:start]
    rest = folded[around.lands.get(edge, edge) : start] if head.beyond else modifier
    led = edge in around.lands and not head.beyond  # 中国|议会: the country's own characters are words for kinds too
    if len(modifier) < head.least or (says_nothing(rest) and not led and not (head.topics and not head.beyond and rest)):
        return "bare head"
    if opens(folded, edge, around.openers) or _DEFINED.match(folded, end) or (head.committee and _INDEPENDENT.match(modifier)):
        return ""
    if head.opened:
        return "a common word with no name before it"
    return "a kind of bodies" if says_topic_only(modifier) and not head.topics else ""
