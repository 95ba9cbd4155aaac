"""Bodies that no table holds, by the shape of their names: a head word (…委员会, …法院, …部) and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final, NamedTuple

from unodc_report.chinese.characters import HAN
from unodc_report.entities.heads import heads
from unodc_report.entities.organization_edges import LONGEST, at_opening, left_edge, opens, opens_nowhere, says_nothing, says_topic_only
from unodc_report.entities.organization_speakers import find_speakers
from unodc_report.entities.organization_words import AGENCIES, BUREAUX, DIVISIONS, MINISTRIES, OFFICERS, ONLY_TOPICS, UNITS, choice
from unodc_report.entities.surroundings import TRANSLITERATION_ONLY

_MINISTRY: Final = choice(MINISTRIES)
_MINISTRIES: Final = rf"(?:(?:{_MINISTRY})(?:[和与及、](?!部(?![族落])|厅))?){{1,8}}+"
"""Fields of ministries in a row: 环境、森林和气候变化. The longest word at a place is taken and none is given back: linear."""
_DIVISION: Final = choice(DIVISIONS)


def _put_together(*parts: Iterable[str]) -> Iterator[str]:
    """The words that one of each of the parts makes."""
    return map("".join, product(*parts))


def _lasts(*lists: Iterable[str]) -> str:
    """The last characters of words."""
    return "".join({word[-1] for words in lists for word in words})


@dataclass(frozen=True, slots=True)
class Head:
    """A kind of head words.

    Attributes:
        words: pattern of the head, in which a field of work (外交, 司法) may be part.
        closing: pattern of what must follow the words as the end of the head, where the words are many: it is sought first, and
            the words before it.
        lasts: the characters with which the words before a closing can end, where the words are many: most closings are dropped by them.
        ends: the last two characters of all that the words can match, with blanks between: they are sought first, and the words that
            end there. A head with neither is sought by its words, which takes many times as long.
        bare: whether the head says enough alone (最高法院, 外交部).
        opened: whether the name must begin as names of institutions do (see `opens`), because the words are common ones.
        topics: whether words that only tell a field of work are enough before it (金融和经济犯罪法庭).
        beyond: whether more than a country and a kind must stand before it: 英国大学 is no name, 科隆大学 is one.
        committee: whether long names may have a country inside (…非洲…问题特设委员会); others begin with it.
        least: the fewest code points that must stand before the head where it is not bare; 99 where it is a name only as a part.
        landed: whether the name must begin with a country, a region or a place: what the words mean is a thing too (发展基金).
        part: whether it is a name right after that of the body it belongs to, however little it says (禁化武组织|执行理事会).
        office: whether what stands before it must tell more than whose office it is (see `OFFICERS`).
        alone: whether nothing that ends in 和 or 、 can be part of its name.
        sent: whether a body sends it, and its name begins with that of the body (欧洲联盟驻科法治团).
    """

    words: str
    closing: str = ""
    lasts: str = ""
    ends: str = ""
    bare: bool = False
    opened: bool = False
    topics: bool = False
    beyond: bool = False
    committee: bool = False
    least: int = 2
    landed: bool = False
    part: bool = False
    office: bool = False
    sent: bool = False
    alone: bool = False


HEADS: Final[tuple[Head, ...]] = (
    Head("小组委员会", ends="员会", committee=True, topics=True),
    Head("委员会|理事会", ends="员会 事会", committee=True, part=True),
    Head("执行局(?![势面])", part=True, least=99),
    Head("特别工作组|工作组|工作队|专家组|协调小组|专家小组", ends="作组 作队 家组 小组", committee=True),
    Head("问题(?:咨询|行动|指导|审查|联络|监测|高级别)", closing="小组", committee=True),
    Head("咨询|行动|指导|审查|评价|支助|支持|联络|监测|监察", closing="小组", committee=True, opened=True),
    Head("之友小组|之友集团", ends="小组 集团", committee=True, topics=True),
    Head(_MINISTRIES, closing="部(?![门門队隊长長署落级族委件]|分(?![发别析]))", lasts=_lasts(MINISTRIES), bare=True),
    Head(
        rf"(?:(?:{choice(BUREAUX)})(?:管理|事务|服务|监管|监督)?[和与及]?){{1,4}}+总?",
        closing="局(?![势面部限长促])",
        lasts=_lasts(BUREAUX) + "理务管督和与及总",
        bare=True,
    ),
    Head(_MINISTRIES, closing="厅(?![长堂室局])", lasts=_lasts(MINISTRIES), opened=True, least=1),
    Head(
        rf"(?:(?:{_DIVISION})(?:[和与及、](?=[^司处]))?){{2,8}}+|(?:{choice(UNITS)})|(?<=部)(?:{_DIVISION})",
        closing="[司处](?:(?<=司)(?<!公司)(?![法令机长徒])|(?<=处)(?<!办事处)(?![理罚置以于分决境方长在所女死]))",
        lasts=_lasts(DIVISIONS, UNITS),
        bare=True,
    ),
    Head("金融情报室|金融情报中心|金融情报机构|金融情报处|金融情报局", ends="报室 中心 机构 报处 报局", opened=True, least=1),
    Head("事务|服务|监督|监察|调查|保护|发展|合作|法执行|执法|管制|检查|侦查|救济|证人|贩运|犯罪|恐怖主义|黑手党|毒品|欺诈|洗钱", closing="局(?![势面部限长促])", topics=True),
    Head("管理局(?![势面部限长促])", opened=True),
    Head("审计|检察|公诉|情报|移民|海关|税务|惩教|警务|统计|登记|注册|缉毒|反腐败|工程", closing="处(?<!办事处)(?![理罚置以于分决境方长])", topics=True),
    Head(rf"(?:{choice(AGENCIES)})总?", closing="署(?![名长])", bare=True),
    Head("总署(?!名)", topics=True),
    Head("高级公署|总公署|监察公署", ends="公署", opened=True, least=1),
    Head("[^部签联连官公专]", closing="署(?![名长理])", opened=True, least=1),
    Head("办公室", opened=True, beyond=True, part=True, office=True),
    Head(
        "|".join(_put_together(("最高",), ("", "人民", "司法", "上诉", "宪法", "行政", "军事"), ("法院(?!分庭)", "检察院")))
        + "|宪法法院|宪法法庭|宪法委员会|高等法院|上诉法院|上诉法庭|总检察院|国家检察院",
        ends="法院 察院 法庭 员会",
        bare=True,
    ),
    Head(
        "特别检察官办公室|检察官办公室|总检察长办公室|副检察长办公室|检察长办公室|检察长办公厅|监察专员办公室|监察员办公室|审计长办公室|公设辩护人办公室",
        ends="公室 公厅", bare=True,
    ),
    Head("法院|法庭|检察院", ends="法院 法庭 察院", topics=True, beyond=True, least=4),
    Head("警察总局", bare=True),
    Head("警察局|(?:国家|皇家|联邦|地方|边防|司法|金融|共和国)警察(?![局员官长总学]|部队)|国家民警(?![局官])|国民警察|(?:国家)?宪兵队|国民警卫队|海岸警卫队", ends="察局 警察 民警 兵队 卫队", opened=True, least=1),
    Head("(?:培训|师范|警察|司法|外交|行政|公共行政)学院", ends="学院", topics=True),
    Head("研究所|研究院|研究中心", ends="究所 究院 中心", topics=True, least=4, part=True),
    Head("科学院(?!士)", ends="学院", topics=True),
    Head("国家评估|国家监管|核监管|核安全", closing="机构", opened=True, least=1),
    Head("学院|大学", ends="学院 大学", opened=True, beyond=True),
    Head(
        "中心(?<!市中心)(?<!公约区域中心)(?<!公约协调中心)(?<!公约区域协调中心)(?<!拘留中心)(?<!收容中心)(?<!接待中心)(?<!过境中心)(?<!登记中心)(?<!羁留中心)(?<!安置中心)(?<!收留中心)(?<!投票中心)(?<!后送中心)(?<!医疗中心)(?<!保健中心)|银行|公司|集团公司|集团(?<!国家集团)(?<!区域集团)(?<!犯罪集团)(?<!利益集团)(?<!族裔集团)|实验室|通讯社|新闻社|广播电台|电视台",
        ends="中心 银行 公司 集团 验室 讯社 闻社 电台 视台",
        opened=True,
        beyond=True,
    ),
    Head("(?:中央|国家|储备|人民|开发)银行", ends="银行", opened=True),
    Head("|".join((*_put_together(("", "重建", "稳定", "恢复"), ("", "自愿"), ("信托基金",)), "自愿基金")), ends="基金", opened=True),
    Head("研究|发展|重建|稳定|妇女|儿童|和平|文化|环境|科学|教育|社会保障|养老|养恤|投资|财富", closing="基金(?![会组经份项资额筹余管需])", landed=True, least=1),
    Head("多伙伴|多方伙伴|多捐助方|人道主义|集合|汇集", closing="基金(?![会组经份项资额筹余管需])", opened=True, least=1),
    Head("人权|妇女|青年|学生|教师|农民|记者|律师|工人|民主|残疾人|企业家|爱国|民间社会|非政府组织", closing="联盟(?![国约党])", landed=True, least=1),
    Head("基金会|学会|协会组织|协会|工会联合会|工会联盟|联合会|总工会|工会|商会|总会", ends="金会 学会 组织 协会 合会 联盟 工会 商会 总会", opened=True),
    Head("国民议会|国民大会|人民代表大会|立法议会|联邦议院|参议院|众议院|上议院|下议院|国务院(?!长)|制宪会议", ends="议会 大会 议院 务院 会议", bare=True),
    Head("议会|国会|长老大会|立法会议|立法会|立法局|制宪大会", ends="议会 国会 大会 法会 会议 法局", opened=True, least=1),
    Head("(?<=国家)杜马|(?<=联邦)杜马|(?<=罗斯)杜马", ends="杜马", opened=True, least=1),
    Head("特派|援助|支助|稳定|观察|核查|法治|监督|监察|警察|训练", closing="团(?![结体长员])", opened=True, sent=True),
    Head("(?:国家|国民|共和国|总统|边防|革命)卫队", ends="卫队", opened=True, least=1),
    Head("(?:劳工|工人|劳动者)?总联盟|总同盟|(?:劳工|工人|劳动者)联盟", ends="联盟 同盟", opened=True, least=1),
    Head("(?:妇女|性别平等|两性平等|规划|计划|粮食安全|营养安全|社会发展|和平|青年|儿童|残疾人|移民|土著|禁毒|廉政|人权)(?:事务|政策|方案)?", closing="秘书处", opened=True, least=1),
    Head("实况调查团", ends="查团", opened=True, part=True),
    Head("检查组|监察组|检查小组", ends="查组 察组 小组", part=True, least=99),
    Head("酷刑|暴力|行为|滥用|歧视|毒品|药物|犯罪|贩运|移民|人权|权利|妇女|儿童|性别|平等|就业|卫生", closing="观察站|监测站", opened=True, topics=True, least=1),
    Head(r"驻[\u4e00-\u9fff]{2,6}", closing="部队", sent=True, least=99),
    Head("技术中心|(?:安全|卫生|发展|政策|环境)所(?![需在有得作做产述])", ends="中心 全所 生所 展所 策所 境所", part=True, least=99),
    Head("国民|国防|空|海|陆|解放|革命|人民", closing="军(?![基司部陆事官人方舰工备队民])", opened=True, least=1),
    Head("国防|武装|特种|特遣|突击|内部安全|国防和安全", closing="部队(?!派)", opened=True, least=1),
    Head("过渡(?:时期)?|临时", closing="行政当局|行政机构", opened=True),
    Head("武装力量|红十字会|红新月会", ends="力量 字会 月会", opened=True, least=1),
    Head("(?<![员、和与])警察|边防", closing="部队(?!派)", opened=True, beyond=True),
    Head("阵线", opened=True),
    Head("解放|抵抗", closing="运动", opened=True, least=1),
    Head("战略|中央|非洲|欧洲|太平洋|南方|北方|联合作战|联合", closing="司令部", opened=True, least=1),
    Head("总|综合|教学|军事|野战|中央|儿童|妇产", closing="医院", opened=True, least=1),
    Head("(?:股份|有限|责任){1,3}", closing="公司"),
    Head("修女会|传教会", ends="女会 教会", opened=True),
    Head(
        "(?:民主|人民|自由|社会|伊斯兰|国民|国大|劳动|共产|保守|进步|联盟|统一|团结|独立|革命|解放|正义|绿|全国|大会|工人|社会主义|民族|联合|农民|复兴|变革|繁荣|公正|发展|爱国){2,5}",
        closing="党(?![员派])",
        bare=True,
        alone=True,
    ),
    Head("共产|工|保守|自由|民主|共和|劳动|劳工|社会|人民|绿|进步", closing="党(?![员派])", opened=True, alone=True, least=1),
    Head("(?:解放|爱国|民主|人民|民族|复兴|统一|救国|革命|抵抗|团结|伊斯兰){1,3}", closing="阵线", bare=True),
)
_LONGEST_WORDS: Final = 10  # code points of the longest words that are sought by their ends
_AHEAD: Final = 2  # code points behind a head that its words look at
_PATTERNS: Final = tuple((rank, re.compile(head.words)) for rank, head in enumerate(HEADS) if not head.closing and not head.ends)
_CLOSINGS: Final = tuple((rank, heads(head.words, head.closing, head.lasts)) for rank, head in enumerate(HEADS) if head.closing)
_WORD: Final = re.compile(r"(?P<word>[^\[\](){}?*+.\\|]+)(?:\(\?!(?P<never>[^()\[\]|]+)\))?(?:\||\Z)")
"""A word of a list of them, and what must not follow it."""


class Ending(NamedTuple):
    """The heads of a row that end in two characters.

    Attributes:
        rank: of the row.
        words: the heads, the longest first, each with what must not follow it ("" for nothing).
        pattern: of the heads in the stead of `words`, where they are more than words, or one begins as another does (协会|组织).
    """

    rank: int
    words: tuple[tuple[str, str], ...] = ()
    pattern: re.Pattern[str] | None = None


def _endings(end: str) -> Iterator[Ending]:
    for rank, head in enumerate(HEADS):
        if end not in head.ends.split():
            continue
        words = {match["word"]: match["never"] or "" for match in _WORD.finditer(head.words)}
        ending = {word: never for word, never in words.items() if word.endswith(end)}
        grows = any(other != word and other.startswith(word) for word in ending for other in words)
        if not grows and not _WORD.sub("", head.words):
            yield Ending(rank, tuple((word, ending[word]) for word in sorted(ending, key=len, reverse=True)))
        else:
            yield Ending(rank, pattern=re.compile(head.words))


_BY_END: Final = {end: tuple(_endings(end)) for head in HEADS for end in head.ends.split()}
_LAST: Final = re.compile(f"[{''.join(sorted({end[-1] for end in _BY_END}))}]")
HEAD: Final = re.compile("|".join(head.closing or head.words for head in HEADS))
"""The ends of all heads."""
QUOTED: Final = re.compile(
    r"""["`'][^"`'\n，。、]{1,20}["'](?:研究所|组织|运动|集团|基金会|公司|(?:行动)?部队|委员会|联盟|中心|小组|旅|民兵|(?:警察|军事|观察|援助|培训)?特派团)"""
)
BAND: Final = re.compile(r'"[^"\n，。、和与]{2,12}(?:(?<!之)旅|阵线|烈士组|解放军|民兵|协会|联合会|(?<=[主平争国放])联盟)"')
"""An armed group or association that stands in quotes, its kind inside them; the quotes are no part of it."""
CALLED: Final = re.compile(r'(?:非政府组织|民间社会组织|人权组织|妇女组织|慈善机构|武装团体|恐怖团体|恐怖组织|叛乱团体|激进团体)"(?P<span>[^"\n，。；]{2,20})"')
"""What stands in quotes right behind the word for its kind is its name, whatever words it is made of."""
LATIN: Final = re.compile(
    r"[A-Z](?<![A-Za-z].)(?!\.[^A-Za-z])[A-Za-z\-·.&]{1,30}(?: [A-Z][A-Za-z\-·.&]{1,30}){0,4}(?:部队|公司|银行|集团|大学|研究所|基金会|组织|协会|学院|法院|小组|(?:总|综合|教学|野战)?医院|(?:预科|小|中)?学校)"
)
NUMBERED: Final = re.compile(r"[126-9](?<![\d/].)(?:(?<=[12])\d|(?<=[6-9]))\d\d(?:[/和](?:[6-9]|1\d|2\d)\d\d){0,3}委员会(?!成员)")
NEGOTIATING: Final = re.compile(
    rf"[拟制谈](?:(?<=[拟制])[订定]|(?<=谈)判)(?:一[项份部个])?[{HAN}、\d]{{2,60}}?(?:公约|议定书|条约|法律文书|国际文书)(?:问题)?(?:政府间|特设|谈判|筹备|不限成员名额){{1,3}}(?:委员会|工作组|会议)"
)
"""Committees that write a treaty bear what they are to write: 拟订一项…公约特设委员会."""
_COMMITTEE_BY_NUMBER: Final = re.compile(r"委员会(?<=\d委员会)")
_NUMBERS: Final = 20  # code points of the longest list of numbers: 751/1907和2253委员会
NUMBERED_GROUP: Final = re.compile(r"第(?:[一二三四五六七八九](?:工作组|小组委员会|主要委员会)|\d{1,2}(?:工作组|行动(?:小组|队)))")
_INDEPENDENT: Final = re.compile("(?:高级)?独立")
"""A committee of a topic that calls itself independent is one body: 独立选举委员会."""
_LONGER: Final = re.compile("们|性|式|化|型|制(?![定订作约])|间|网|级|织|系统|体系")
_ASSOCIATIONS: Final = frozenset(("协会", "联合会", "工会", "学会"))
_LAST_JOINT: Final = re.compile("[^\n]*[和与及、]")
_SENDERS: Final = re.compile("(?:联盟|[欧非]盟|组织|共同体|经共体|南共体|西共体)$")
_PART: Final = re.compile("理事会|执行局|实况调查团|技术中心|检查组|监察组|检查小组|(?:起草|遵约|执行|常设|中央管理|管理|指导|咨询|技术|协调|筹备|财务|预算|审计|科学|方案)(?:理事会|委员会)")
"""The parts that bodies have; a bare 委员会 after a name stands for another body."""
_COMMON: Final = "a common word with no name before it"
_NO_OFFICE: Final = re.compile("^[和与及、]|[驻在设有的各其开关建内外]")
_PLURAL: Final = frozenset(("各", "各国", "两", "两国", "外国", "他国", "每", "某", "本", "任何", "其他", "其它", "所有", "有关", "相关", "下列", "上述"))
_OF_SEVERAL: Final = re.compile("(?:一些|有些|许多|若干|各|其[他它]|大?多数|所有|部分|几个|两|[0-9二三四五六七八九十]个)[^，。；的]{0,6}[国州省家方]的$")
"""一些国家的反腐败委员会: several bodies, none of them named."""
_LEVEL: Final = re.compile("各|[省市县州村乡镇区]级|基层|地方(?!政府|自治|治理)")
"""Committees of a level are many: 县级调解委员会, 地方和平委员会."""
_WINDOW: Final = 14  # code points before a name in which that is said
_DEFINED: Final = re.compile(r"""\((?:以下简称|下称|简称)?"?[A-Z\u4e00-\u9fff][^()\n]{1,20}\)""")


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
        starts: where the openers begin, in order.
    """

    folded: str
    known: Mapping[int, int]
    openers: Mapping[int, int]
    lands: Mapping[int, int]
    starts: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", sorted(self.openers))


def find_shapes(around: Surroundings) -> Iterator[Shape]:
    """Names of bodies by shape."""
    folded = around.folded
    for rule, pattern in (("quoted_name", QUOTED), ("latin_name", LATIN), ("numbered_group", NUMBERED_GROUP)):
        for match in pattern.finditer(folded):
            yield Shape(match.start(), match.end(), f"organization.{rule}")
    for match in NEGOTIATING.finditer(folded):
        if around.known.get(match.end(), match.end()) > match.start():
            yield Shape(match.start(), match.end(), "organization.negotiating_committee")
    for committee in _COMMITTEE_BY_NUMBER.finditer(folded):
        numbered = NUMBERED.search(folded, max(0, committee.start() - _NUMBERS), committee.end() + _AHEAD)
        if numbered is not None:
            yield Shape(numbered.start(), numbered.end(), "organization.numbered_committee")
    for match in BAND.finditer(folded):
        yield Shape(match.start() + 1, match.end() - 1, "organization.quoted_band")
    for match in CALLED.finditer(folded):
        yield Shape(*match.span("span"), "organization.called")
    for start, end, rule, reason in find_speakers(folded, around.known):
        yield Shape(start, end, rule, reason)
    yield from _headed(around)


def _headed(around: Surroundings) -> Iterator[Shape]:
    """Names by their heads, in text order: none begins before the end of the name before it."""
    limit, ends, position, parent = 0, sorted(around.known), 0, -1
    for start, end, head in _heads(around.folded):
        while position < len(ends) and ends[position] <= start:
            limit, position = max(limit, ends[position]), position + 1
        if end in around.known:
            continue
        shape = _shape(around, head, Bounds(start, end, limit, parent))
        yield shape
        if not shape.reason or head.committee:
            limit = end
        if not shape.reason:
            parent = end


def _heads(folded: str) -> Iterator[tuple[int, int, Head]]:
    """The heads of the text without overlaps; of two that begin together the earlier row."""
    found = [*_ended(folded)]
    found += [(match.start(), rank, match.end()) for rank, pattern in _PATTERNS for match in pattern.finditer(folded)]
    found += [(start, rank, end) for rank, closed in _CLOSINGS for start, end in closed.find(folded)]
    found.sort()
    last = 0
    for start, rank, end in found:
        if start >= last:
            last = end
            yield start, end, HEADS[rank]


def _ended(folded: str) -> Iterator[tuple[int, int, int]]:
    """Start, row and end of the heads that are sought by their last two characters."""
    for last in _LAST.finditer(folded):
        end = last.end()
        for rank, words, pattern in _BY_END.get(folded[end - 2 : end], ()):
            for word, never in words:
                if folded.endswith(word, 0, end) and not (never and folded.startswith(never, end)):
                    yield end - len(word), rank, end
                    break
            for match in pattern.finditer(folded, max(0, end - _LONGEST_WORDS), end + _AHEAD) if pattern else ():
                if match.end() == end:
                    yield match.start(), rank, end


def _shape(around: Surroundings, head: Head, place: Bounds) -> Shape:
    start, end = place.head, place.end
    if head.opened and not head.committee and _is_common(around, place):
        return Shape(start, end, "organization.shape", _COMMON)
    edge, cut = left_edge(around.folded, place.limit, start, around.openers)
    if head.alone and (joint := _LAST_JOINT.match(around.folded, edge, start)):
        edge = joint.end()
    if edge in around.known and around.folded[start:end] in _ASSOCIATIONS:
        # the body that its members belong to is part of its name: 国际刑事法院律师协会
        return Shape(around.known[edge], end, "organization.shape")
    if edge in around.known or edge == place.parent:
        if head.sent and edge in around.known and _is_sent(around, edge):
            return Shape(around.known[edge], end, "organization.shape")
        if head.part and _is_part(around.folded, head, Span(edge, start, end)):
            return Shape(edge, end, "organization.part")
    if not head.committee:
        first, edge = edge, at_opening(around.folded, edge, start, around.openers)
        while first < edge and around.folded[edge - 1] in TRANSLITERATION_ONLY and edge in around.openers:
            edge -= 1  # a place that ends a longer foreign name: 瑟|马利特
    inner = around.openers.get(edge, edge)
    if inner in around.openers and inner < start:
        edge = inner  # a country before the place of an institution is no part of its name: 美利坚合众国西雅图警察局
    return Shape(edge, end, "organization.shape", _reason(around, head, Span(edge, start, end), cut))


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
    if cut in _PLURAL or (cut and cut[0] in "一二三四五六七八九十几数多0123456789") or (cut == "的" and _OF_SEVERAL.search(around.folded, max(0, span.edge - _WINDOW), span.edge)):
        return "one of several, not named"
    if head.committee and _LEVEL.match(around.folded, span.edge, span.head):
        return "one of a level, not named"
    return "" if head.bare else _says_too_little(around, head, span)


def _says_too_little(around: Surroundings, head: Head, span: Span) -> str:
    folded, (edge, start, end) = around.folded, span
    modifier = folded[edge:start]
    rest = folded[around.lands.get(edge, edge) : start] if head.beyond else modifier
    led = edge in around.lands and not head.beyond  # 中国|议会: the country's own characters are words for kinds too
    if head.office and (OFFICERS.fullmatch(rest) or _NO_OFFICE.search(rest)):
        return "an office that has no name of its own"
    if len(modifier) < head.least or (says_nothing(rest) and not led and not (head.topics and not head.beyond and not head.committee and rest)):
        return "bare head"
    if head.landed and edge not in around.openers:
        return "a common word with no country before it"
    if opens(folded, edge, around.openers) or _DEFINED.match(folded, end) or (head.committee and _INDEPENDENT.match(modifier)):
        return ""
    if head.opened:
        return _COMMON
    return "a kind of bodies" if says_topic_only(modifier) and not head.topics else ""
