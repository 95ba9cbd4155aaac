"""Bodies that no table holds, by the shape of their names: a head word (…委员会, …法院, …部) and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from unodc_report.chinese.characters import han
from unodc_report.entities.organizations.edges import LONGEST, at_opening, left_edge, opens, opens_nowhere, says_nothing, says_topic_only
from unodc_report.entities.organizations.heads import Head, find_heads
from unodc_report.entities.organizations.lists import is_coordinate
from unodc_report.entities.organizations.speakers import find_speakers
from unodc_report.entities.organizations.striving import find_striving
from unodc_report.entities.organizations.words import ACTIVITIES, JOINTS, NO_PARTNERS, OFFICERS, ONLY_TOPICS, SOUNDS
from unodc_report.entities.surroundings import TRANSLITERATION, TRANSLITERATION_ONLY
from unodc_report.patterns import lazy
from unodc_report.rules import matches_at, matches_from

QUOTED: Final = re.compile(
    r"""["`'][^"`'\n，。、]{1,20}["'](?:研究所|组织|运动|集团|基金会|公司|(?:行动)?部队|委员会|联盟|中心|小组|旅|民兵|(?:警察|军事|观察|援助|培训)?特派团)"""
)
_QUOTES: Final = ('"', "`", "'")
BAND: Final = re.compile(r'"[^"\n，。、和与]{2,12}(?:(?<!之)旅|阵线|烈士组|解放军|民兵|协会|联合会|(?<=[主平争国放])联盟)"')
"""An armed group or association that stands in quotes, its kind inside them; the quotes are no part of it."""
_UNTOLD_KINDS: Final = ("非政府组织", "民间社会组织", "人权组织", "妇女组织", "慈善机构", "武装团体", "恐怖团体", "恐怖组织", "叛乱团体", "激进团体")
CALLED: Final = re.compile(rf"""\"(?:{'|'.join(f'(?<={kind}.)' for kind in _UNTOLD_KINDS)})(?P<span>[^"\n，。；]{{2,20}})\"""")
"""What stands in quotes right behind the word for its kind is its name, whatever words it is made of."""
LATIN: Final = re.compile(
    r"[A-Z](?<![A-Za-z].)(?!\.[^A-Za-z])[A-Za-z\-·.&]{1,30}+(?: (?:(?:of|for|and|de|du|des|la|the) )?[A-Z][A-Za-z\-·.&]{1,30}+){0,4}+(?:部队|(?:私人|股份|控股)?(?:有限|责任){0,2}公司|银行|集团|大学|研究所|基金会|组织|协会|学院|法院|小组|(?:总|综合|教学|野战)?医院|(?:预科|小|中)?学校)"
)
OF_PERSON: Final = re.compile(rf"·[{TRANSLITERATION}丽露娅·]{{1,12}}(?:基金会|基金(?![会组经份项资额筹余管需])|研究所|研究中心|医院|大学)")
OF_SAINT: Final = re.compile(rf"圣(?![诞地战经城洁])[{TRANSLITERATION}母心家瑟丽]{{1,8}}(?:大学|学院|医院|修女会|修道会|基金会|协会|中学|小学|学校)")
"""What bears the name of a saint: sought by the one character."""
_FORENAMES: Final = 6  # code points before the dot
_FORENAME: Final = lazy(rf"(?!(?<=[感致答鸣])谢|(?<=说)明)[{TRANSLITERATION}丽露娅]{{2,{_FORENAMES}}}\Z")
"""What is named after a person whose names a dot parts: sought by the dot, which is rare."""
NUMBERED: Final = lazy(r"[126-9](?<![\d/].)(?:(?<=[12])\d|(?<=[6-9]))\d\d(?:[/和](?:[6-9]|1\d|2\d)\d\d){0,3}委员会(?!成员)")
_WRITING: Final = ("拟订", "拟定", "制订", "制定", "谈判")
NEGOTIATING: Final = re.compile(
    rf"(?:{'|'.join(_WRITING)})(?:一[项份部个])?{han('、0123456789')}{{2,60}}?(?:公约|议定书|条约|法律文书|国际文书)(?:问题)?(?:谈判工作范围)?(?:初稿|草案)?(?:政府间|特设|谈判|筹备|不限成员名额|闭会期间|专家){{1,5}}(?:委员会|工作组|会议(?<!专家组会议)|(?<=专家)组)"
)
"""Committees that write a treaty bear what they are to write: 拟订一项…公约特设委员会."""
_COMMITTEE_BY_NUMBER: Final = re.compile(r"委员会(?<=\d委员会)")
_NUMBERS: Final = 20  # code points of the longest list of numbers: 751/1907和2253委员会
NUMBERED_GROUP: Final = re.compile(r"第(?:[一二三四五六七八九](?:工作组|小组委员会|主要委员会)|\d{1,2}(?:工作组|行动(?:小组|队)))")
_BEHIND: Final = 2  # code points behind it that its pattern looks at
_OF_ITS_OWN: Final = lazy(
    rf"(?:高级)?独立|(?:国会|议会|参议院|众议院|内阁|总理府|总统府){han('、')}{{2,}}\Z|(?:高级|最高){han()}{{2,}}事务\Z|{han('、')}{{2,}}(?:部际(?:间|协调|指导|工作|常设)?|(?:问题|事务|[人者]|妇女|儿童|青年|权利|平等|暴力|贩运|犯罪|歧视|酷刑|毒品)(?:国家|全国|最高|高级|常设)(?:协调|咨询|指导)?)\Z"
)
"""A committee of a topic that calls itself independent, of ministries or of a state is one body: 独立选举委员会, 人权部际委员会, 儿童问题国家理事会."""
_LONGER: Final = re.compile("们|性(?![别暴侵虐])|式|化|型|制(?![定订作约])|间|网|级|织|系统|体系")
_ASSOCIATIONS: Final = frozenset(("协会", "联合会", "工会", "学会"))
_LAST_JOINT: Final = lazy("[^\n]*[和与及、]")
_OWNER: Final = lazy("[^\n]*(?:办公室|办事处|主任|处长|司长|[司处厅局组团署部](?!分|门|队|署|理))")
_SENDERS: Final = lazy("(?:联盟|[欧非]盟|组织|共同体|经共体|南共体|西共体)$")
_PART: Final = lazy("理事会|(?:行政|争议|上诉|仲裁)法庭|执行局|实况调查团|技术中心|检查组|监察组|检查小组|(?:起草|遵约|执行|常设|中央管理|管理|指导|咨询|技术|协调|筹备|财务|预算|审计|科学|方案)(?:理事会|委员会)")
"""The parts that bodies have; a bare 委员会 after a name stands for another body."""
_LONGEST_DIVISION: Final = 14
_DIVISION: Final = lazy(rf"(?![和与及、等在])(?:(?!的){han('、')}){{2,14}}(?<!上)")
"""What a division may be called by right behind the name of the body that it is of: 儿基会|方案司, 难民署|国际保护司."""
_KIND: Final = "a kind of bodies"
_BARE: Final = "bare head"
_FORCES: Final = ("国家警察", "国家民警", "宪兵队", "海岸警卫队")
"""Forces of which a state has one: among its bodies they need no country."""
_PUBLIC: Final = ("局", "署", "办公室", "观察站", "基金会", "协会")
"""Heads that are common words and hardly ever those of a kind among bodies by name."""
_COMMON: Final = "a common word with no name before it"
_NO_OFFICE: Final = lazy("^[和与及、]|[驻在设有的各其开关建内外]")
_PLURAL: Final = frozenset(("各", "各国", "两", "两国", "外国", "他国", "每", "某", "本", "任何", "其他", "其它", "所有", "有关", "相关", "下列", "上述"))
_CONCERNING: Final = ("有关", "相关")
"""What may stand before one body that begins with its country too: 有关|伊拉克国家石油公司."""
_WORKS: Final = ("促进", "增进", "改善", "加强", "支持", "协助", "恢复", "规范", "推动", "推进", "振兴")
_FOUNDED: Final = lazy("(?:[设成建创]立|创[设建]|组建)了?$")
"""Behind the verb of founding a verb of these is no predicate: it opens the name of what was founded."""
_NATIONAL: Final = lazy("全国$|(?<![个各等些])国家$")
_NATIONAL_LENGTH: Final = 3
"""Behind 全国 a verb is none either."""
_OF_SEVERAL: Final = lazy("(?:一些|有些|许多|若干|各|其[他它]|大?多数|所有|部分|几个|两|[0-9二三四五六七八九十]个)[^，。；的]{0,6}[国州省家方]的$")
"""一些国家的反腐败委员会: several bodies, none of them named."""
_ON: Final = lazy("..问题(?:高级别?|专家|特别|联合|不限成员名额|政府间){0,3}$")
"""A group on a topic is one group: 有组织犯罪问题高级|专家组."""
_LEVEL: Final = lazy("各|[省市县州村乡镇区]级|基层|地方(?!政府|自治|治理)")
"""Committees of a level are many: 县级调解委员会, 地方和平委员会."""
_WINDOW: Final = 14  # code points before a name in which that is said
_SHORT: Final = lazy(r"""\((?:以下简称|下称|简称)?["《]?(?P<short>[^()"《》\n，。；、\d]{2,12})["》]?\)""")
_SIDE: Final = lazy("[东西南北中]{1,2}[部方]")
_MEMBERS: Final = re.compile("(?:妇女|女性|青年|儿童|学生|教师|律师|法官|医生|记者|工人|农民|土著|土著人民|残疾人|盲人|聋人|天主教|基督教|犹太|犹太人|穆斯林|伊斯兰|路德宗|社会党|议员|市长|和平|自由|妇女组织|[和与及、]){1,5}(?=国际|世界|全国)")
"""Whose world-wide or national association it is."""
_WORKING: Final = ("协会", "联合会", "学会", "联盟", "基金会", "研究所")
_LONGEST_MEMBERS: Final = 10  # code points of a country and of those who are members
_FIGHTERS: Final = ("阵线", "力量", "同盟", "联盟", "运动", "军", "党")
_CAUSES: Final = ("复兴", "解放", "拯救", "保卫", "捍卫")
_CAMPAIGN: Final = lazy("消除|终止|抗击|打击|零容忍|防治|制止|预防|禁止|资源|人力")  # what is fought for or against by no body of its own
_KINDS: Final = lazy("(?:非政府|民间社会|政府间|国际|区域|社区|基层|专门|人权|情报|执法|监管|评级|融资|宗教|慈善|妇女|青年|独立|预防|权力|政府|国家|性|多边|公共|金融)(?:组织|机构)$|(?:经济|会议|高级别|政治|投资)论坛$")
"""What a bracket with capitals shortens too, and is a kind of bodies or a meeting: 金融情报机构(FIU)."""
_LONG: Final = 6  # code points that a name has at least which its short name alone tells to be one
_DEFINED: Final = lazy(r"""\((?:以下简称|下称|简称)?"?[A-Z\u4e00-\u9fff][^()\n]{1,20}\)""")


class Shape(NamedTuple):
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


class Bounds(NamedTuple):
    """A head, and what is before it: no name begins before `limit`; at `parent` the last name found by its shape ended."""

    head: int
    end: int
    limit: int
    parent: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What names are bounded by.

    Attributes:
        folded: the folded text.
        known: end to start of the bodies that the lexicon met.
        openers: start to end of the countries, regions and places in the text.
        lands: those of them that are countries or regions.
        latin: where words in Latin letters begin, in order.
        starts: where the openers begin, in order.
    """

    folded: str
    known: Mapping[int, int]
    openers: Mapping[int, int]
    lands: Mapping[int, int]
    latin: Sequence[int]
    starts: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", sorted(self.openers))


def find_shapes(around: Surroundings) -> Iterator[Shape]:
    """Names of bodies by shape."""
    folded = around.folded
    for rule, matches in (("quoted_name", matches_at(_QUOTES, QUOTED, folded)), ("latin_name", matches_from(around.latin, LATIN, folded)), ("numbered_group", NUMBERED_GROUP.finditer(folded))):
        for match in matches:
            yield Shape(match.start(), match.end(), f"organization.{rule}")
    yield from _of_persons(around)
    for start, end in find_striving(folded, around.known, around.lands):
        yield Shape(start, end, "organization.striving")
    for match in matches_at(_WRITING, NEGOTIATING, folded):
        if around.known.get(match.end(), match.end()) > match.start():
            yield Shape(match.start(), match.end(), "organization.negotiating_committee")
    yield from _numbered_committees(folded)
    for match in BAND.finditer(folded):
        yield Shape(match.start() + 1, match.end() - 1, "organization.quoted_band")
    for match in CALLED.finditer(folded):
        yield Shape(*match.span("span"), "organization.called")
    for start, end, rule, reason in find_speakers(folded, around.known):
        yield Shape(start, end, rule, reason)
    yield from _with_coordinates(around, [*_headed(around)])


def _with_coordinates(around: Surroundings, shapes: list[Shape]) -> Iterator[Shape]:
    """The shapes; those that might be kinds of bodies are bodies among bodies: 司法部、选举委员会和国家审计署."""
    ends = dict(around.known) | {shape.end: shape.start for shape in shapes if not shape.reason}
    starts = frozenset(ends.values())
    for shape in shapes:
        may = shape.reason == _KIND or (shape.reason == _BARE and around.folded.endswith(_FORCES, shape.start, shape.end)) or (shape.reason == _COMMON and _says_which(around.folded, shape))
        told = may and is_coordinate(around.folded, (shape.start, shape.end), starts, ends)
        yield shape._replace(reason="") if told else shape


def _says_which(folded: str, shape: Shape) -> bool:
    """Whether words that are common ones tell more than a field of work: 马雅妇女保护署."""
    head = next((head for head in _PUBLIC if folded.endswith(head, shape.start, shape.end)), None)
    return head is not None and not says_topic_only(folded[shape.start : shape.end - len(head)])


def _of_persons(around: Surroundings) -> Iterator[Shape]:
    folded = around.folded
    for match in OF_SAINT.finditer(folded):
        if match.start() not in around.openers:  # 圣卢西亚|大学
            yield Shape(match.start(), match.end(), "organization.persons_name")
    for match in OF_PERSON.finditer(folded):
        forename = _FORENAME.search(folded, match.start() - _FORENAMES, match.start())
        if forename is not None:
            yield Shape(forename.start(), match.end(), "organization.persons_name")


def _numbered_committees(folded: str) -> Iterator[Shape]:
    for committee in _COMMITTEE_BY_NUMBER.finditer(folded):
        numbered = NUMBERED.search(folded, committee.start() - _NUMBERS, committee.end() + _BEHIND)
        if numbered is not None:
            yield Shape(numbered.start(), numbered.end(), "organization.numbered_committee")


def _headed(around: Surroundings) -> Iterator[Shape]:
    """Names by their heads, in text order: none begins before the end of the name before it."""
    limit, ends, position, parent = 0, sorted(around.known), 0, -1
    for start, end, head in find_heads(around.folded):
        while position < len(ends) and ends[position] <= start:
            position += 1
        if position and limit < ends[position - 1]:
            limit = ends[position - 1]
        if end in around.known or (position < len(ends) and ends[position] > end and around.known[ends[position]] <= start):
            continue  # a known name, or inside one: …临时行政当局|特派团
        if head.bare and head.closing and position < len(ends) and around.known[ends[position]] < start < ends[position] < end:
            limit = ends[position]  # its words begin inside a known name: 贸发会议|统计司
        shape = _shape(around, head, Bounds(max(limit, start), end, limit, parent))
        yield shape
        if not shape.reason or head.committee:
            limit = end
        if not shape.reason:
            parent = end


def _shape(around: Surroundings, head: Head, place: Bounds) -> Shape:
    start, end = place.head, place.end
    if head.opened and not head.committee and _is_common(around, place):
        return Shape(start, end, "organization.shape", _COMMON)
    if not head.words and not (1 < start - place.limit <= _LONGEST_DIVISION):
        return Shape(start, end, "organization.shape", _COMMON)
    edge, cut = left_edge(around.folded, place.limit, start, around.openers)
    edge = _with_cut(around, head, place, edge, cut)
    before = _LAST_JOINT if head.alone else _OWNER if head.unit else None
    if before is not None and (passed := before.match(around.folded, edge, start)):
        edge = passed.end()
    if edge in around.known and around.folded[start:end] in _ASSOCIATIONS:
        # the body that its members belong to is part of its name: 国际刑事法院律师协会
        return Shape(around.known[edge], end, "organization.shape")
    if edge in around.known or edge == place.parent:
        if head.sent and edge in around.known and _is_sent(around, edge):
            return Shape(around.known[edge], end, "organization.shape")
        if head.part and _is_part(around.folded, head, Span(edge, start, end)):
            return Shape(edge, end, "organization.part")
    if not head.committee and not _is_led(around.folded, edge, start):
        first, edge = edge, at_opening(around.folded, edge, start, around.openers)
        while first < edge and around.folded[edge - 1] in TRANSLITERATION_ONLY and edge in around.openers:
            edge -= 1  # a place that ends a longer foreign name: 瑟|马利特
    edge = _at_place(around, edge, start)
    return Shape(_at_cause(around, edge, end), end, "organization.shape", _reason(around, head, Span(edge, start, end), cut))


def _with_cut(around: Surroundings, head: Head, place: Bounds, edge: int, cut: str) -> int:
    """Where a name begins that goes on over the word it was cut from: 亚洲和|中东司, 设立了|促进|两性平等全国委员会, 秘鲁全国|促进|就业理事会."""
    limit = place.limit
    if not head.words and cut in JOINTS:
        return limit
    folded, verb = around.folded, edge - len(cut)
    if cut in JOINTS and edge == place.head and head.bare and (first := _with_fields(around, limit, verb)) < verb:
        return first
    if cut in JOINTS and folded.endswith(_WORKS, limit, verb):
        verb -= 2  # 全国促进|和|保护人权委员会
    elif cut not in _WORKS:
        return edge
    if not head.committee:
        return _with_work(around, edge, verb) if folded.endswith(_WORKING, place.head, place.end) else edge
    if _NATIONAL.search(folded, max(limit, verb - _NATIONAL_LENGTH), verb):
        return left_edge(folded, limit, verb, around.openers)[0]
    return verb if cut in _WORKS and _FOUNDED.search(folded, limit, verb) else edge


def _with_fields(around: Surroundings, limit: int, joint: int) -> int:
    """Where the name of an agency begins whose first fields of work no list has: 国家解除武装、复员和|重返社会管理局; the joint if it does not."""
    before = around.folded[max(limit, joint - 2) : joint]
    if before.endswith(NO_PARTNERS) and before not in ACTIVITIES:
        return joint
    edge = left_edge(around.folded, limit, joint, around.openers)[0]
    return edge if around.folded.startswith(("国家", "全国", "联邦"), edge) else joint


def _with_work(around: Surroundings, edge: int, verb: int) -> int:
    """Where the name of an association begins whose country, and who its members are, stands before its work: 柬埔寨|促进和保护人权联盟."""
    for start in range(verb, max(0, verb - _LONGEST_MEMBERS) - 1, -1):
        if start in around.openers and around.openers[start] <= verb and says_topic_only(around.folded[around.openers[start] : verb]):
            return start
    return edge


def _at_place(around: Surroundings, edge: int, head: int) -> int:
    """Where a name begins that began with a country before its place: neither the country nor a part of it belongs to 美利坚合众国|西雅图警察局, 乌干达北部|古卢警察局."""
    inner = around.openers.get(edge, edge)
    if edge in around.lands and (side := _SIDE.match(around.folded, inner, head)) is not None:
        inner = side.end()
    return inner if inner in around.openers and inner < head else edge


def _is_led(folded: str, edge: int, head: int) -> bool:
    """Whether what stands before the word that opens names belongs to the name too: 土著|世界协会, 阿马齐格文化|皇家学院."""
    return SOUNDS.match(folded, edge, head) is not None or _MEMBERS.match(folded, edge, head) is not None


def _at_cause(around: Surroundings, edge: int, end: int) -> int:
    """Where a name begins that opens with what is to be done for a country: 复兴|中非人民阵线, 解放|乌干达人民力量."""
    if edge not in around.lands or not around.folded.endswith(_FIGHTERS, edge, end):
        return edge
    return edge - 2 if around.folded.endswith(_CAUSES, max(0, edge - 2), edge) else edge


def _is_common(around: Surroundings, place: Bounds) -> bool:
    """Whether nothing before a common word can make it a name: asked first, because most of them are none and the edge costs more to find."""
    low = place.head - LONGEST
    return low > place.limit and opens_nowhere(around.folded, low, place.head, around.starts) and not _DEFINED.match(around.folded, place.end)


def _is_sent(around: Surroundings, edge: int) -> bool:
    """Whether a name that goes on at `edge` is that of a mission of the body before it: 欧洲联盟|驻科, 非洲联盟|马里."""
    return _SENDERS.search(around.folded, around.known[edge], edge) is not None and (around.folded.startswith("驻", edge) or edge in around.lands)


def _is_part(folded: str, head: Head, span: Span) -> bool:
    """Whether what follows the name of a body names a part of it: its 执行理事会, its 岛屿事务办公室, not its 国家办公室."""
    modifier, words = folded[span.edge : span.head], folded[span.head : span.end]
    if not head.words:
        return _DIVISION.fullmatch(modifier) is not None
    if head.office:
        return len(modifier) > 1 and not OFFICERS.fullmatch(modifier) and not _NO_OFFICE.search(modifier)
    if folded.endswith("大学", 0, span.edge) and words[-1] in "所院心":
        return len(modifier) > 1
    return _PART.fullmatch(modifier + words) is not None or (head.committee and len(modifier) > 1 and ONLY_TOPICS.fullmatch(modifier) is not None)


def _reason(around: Surroundings, head: Head, span: Span, cut: str) -> str:
    if _LONGER.match(around.folded, span.end):
        return "part of a longer word"
    if cut == "第":
        return "an ordinal"
    if (cut in _PLURAL and not (cut in _CONCERNING and span.edge in around.lands)) or (cut and cut[0] in "一二三四五六七八九十几数多0123456789") or (cut == "的" and _OF_SEVERAL.search(around.folded, span.edge - _WINDOW, span.edge)):
        return "one of several, not named"
    if head.committee and _LEVEL.match(around.folded, span.edge, span.head):
        return "one of a level, not named"
    if head.defined:
        return "" if _is_shortened(around.folded, span) else _COMMON
    return "" if head.bare else _says_too_little(around, head, span)


def _is_shortened(folded: str, span: Span) -> bool:
    """Whether a name is followed by its own characters in brackets, or by capitals: 布隆迪复兴力量同盟(布复同), …联盟(UFD)."""
    bracket = _SHORT.match(folded, span.end)
    if bracket is None or span.end - span.edge < _LONG or folded.endswith(bracket["short"], span.edge, span.end):
        return False
    if _CAMPAIGN.search(folded, span.edge, span.end) or _KINDS.search(folded, span.edge, span.end):
        return False
    short, rest = bracket["short"], iter(folded[span.edge : span.end])
    return (short.isascii() and short.isupper()) or all(character in rest for character in short)


def _says_too_little(around: Surroundings, head: Head, span: Span) -> str:
    folded, (edge, start, end) = around.folded, span
    modifier = folded[edge:start]
    rest = folded[around.lands.get(edge, edge) : start] if head.beyond else modifier
    led = edge in around.lands and not head.beyond  # 中国|议会: the country's own characters are words for kinds too
    if head.office and (OFFICERS.fullmatch(rest) or _NO_OFFICE.search(rest)):
        return "an office that has no name of its own"
    if len(modifier) < head.least or (says_nothing(rest) and not led and not (head.topics and not head.beyond and not head.committee and rest)):
        return _BARE
    if head.landed and edge not in around.openers and not _is_shortened(folded, span):
        return "a common word with no country before it"
    if opens(folded, edge, around.openers) or _DEFINED.match(folded, end) or (head.committee and _OF_ITS_OWN.match(modifier)) or _MEMBERS.match(folded, edge, start):
        return ""
    if head.opened:
        return _COMMON
    on_a_topic = head.topics or (head.committee and _ON.search(modifier) is not None)
    return _KIND if says_topic_only(modifier) and not on_a_topic else ""
