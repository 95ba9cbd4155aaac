"""The head words with which names of bodies end (…委员会, …部, …法院), what is asked of each, and where they stand in a text.

Most are sought by their last two characters and compared as words, or by a short closing with the words before it; only few by a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from unodc_report.entities.heads import heads
from unodc_report.entities.organizations.words import AGENCIES, BUREAUX, DIVISIONS, MINISTRIES, OFFICES, UNITS, choice
from unodc_report.patterns import lazy

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
        unit: whether its name begins behind the last office, division or post before it: 副主任直属办公室|合同管理股.
        defined: whether it is a name only where its short name follows in brackets, because the words are those of alliances and
            campaigns too.
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
    unit: bool = False
    defined: bool = False


HEADS: Final[tuple[Head, ...]] = (
    Head("小组委员会", ends="员会", committee=True, topics=True),
    Head("委员会|理事会", ends="员会 事会", committee=True, part=True),
    Head("执行局(?![势面])", part=True, least=99),
    Head("特别工作组|工作组|工作队|专家组|协调小组|专家小组", ends="作组 作队 家组 小组", committee=True),
    Head("问题监测组|问题监察组", ends="测组 察组", committee=True),
    Head("问题(?:咨询|行动|指导|审查|联络|监测|高级别)", closing="小组", committee=True),
    Head("咨询|行动|指导|审查|评价|支助|支持|联络|监测|监察", closing="小组", committee=True, opened=True),
    Head("之友小组|之友集团", ends="小组 集团", committee=True, topics=True),
    Head(_MINISTRIES, closing="部(?![门門队隊长長署落级族委件际]|分(?![发别析]))", lasts=_lasts(MINISTRIES), bare=True),
    *(Head(r"(?![各该本其两每某这那新旧原前副总此])[\u4e00-\u9fff]", closing=f"{end}(?=副?{end}长)", committee=True, unit=True) for end in "司处局署厅部"),
    Head(
        rf"(?:(?:{choice({*BUREAUX, *MINISTRIES})})(?:管理|事务|服务|监管|监督)?[和与及]?){{1,4}}+总?",
        closing="局(?![势面部限长促])",
        lasts=_lasts(BUREAUX, MINISTRIES) + "理务管督和与及总",
        bare=True,
    ),
    Head(_MINISTRIES, closing="厅(?![长堂室局])", lasts=_lasts(MINISTRIES), opened=True, least=1),
    *(
        Head(
            rf"(?:(?:{_DIVISION})(?:[和与及、](?=[^司处]))?){{2,8}}+|(?:{choice(UNITS)})|(?<=部)(?:{_DIVISION})",
            closing=closing,
            lasts=_lasts(DIVISIONS, UNITS),
            bare=True,
        )
        for closing in ("司(?<!公司)(?![法令机长徒])", "处(?<!办事处)(?![理罚置以于分决境方长在所女死])")
    ),
    Head(
        "(?:(?:东亚|西亚|南亚|中亚|东南亚|西非|东非|非洲|亚洲|欧洲|美洲|中东|太平洋|拉丁美洲|加勒比)[和与及、]?){1,4}(?<![和与及、])[一二三四]?",
        closing="司(?![法令机长徒局])",
        lasts="亚非洲东洋比一二三四",
        bare=True,
    ),
    Head("行政|管理|区域业务|业务|训练|经费筹措|权利|审计", closing="司(?![法令机长徒局])", lasts="政理务练措利计", bare=True),
    Head(rf"(?:(?:{choice(OFFICES)})(?:[和与及、](?!办))?){{2,6}}+", closing="办公室", lasts=_lasts(OFFICES), bare=True),
    Head("(?:主管|负责)[\u4e00-\u9fff、]{2,18}(?:副|助理)(?:秘书长|总干事|高级专员)", closing="办公室", bare=True),
    Head("问题(?:秘书长)?(?:特别(?:代表|顾问|协调员|特使)|高级代表|特使)", closing="办公室|办事处", committee=True, topics=True),
    Head("", closing="司(?<!公司)(?![法令机长徒局])", part=True, least=99),
    Head("金融情报室|财政情报室|金融情报中心|金融情报机构|金融情报处|金融情报局", ends="报室 中心 机构 报处 报局", opened=True, least=1),
    Head("事务|服务|监督|监察|调查|保护|发展|合作|法执行|执法|管制|检查|侦查|救济|证人|贩运|犯罪|恐怖主义|黑手党|毒品|欺诈|洗钱", closing="局(?![势面部限长促])", topics=True),
    Head("高级管理局(?!势)", ends="理局", topics=True),
    Head("管理局(?![势面部限长促])", opened=True),
    Head("[^战政时大残僵危骗格布当结定全棋开破变乱死终迷赌饭牌新败的了]", closing="局(?![势面部限长促内外中])", opened=True, least=3),
    Head("审计|检察|公诉|情报|移民|入境事务|海关|税务|惩教|警务|统计|登记|注册|缉毒|反腐败|工程", closing="处(?<!办事处)(?![理罚置以于分决境方长])", topics=True),
    Head(rf"(?:(?:{choice(AGENCIES)})[和与]?){{1,3}}+总?", closing="署(?![名长])", bare=True),
    Head("总署(?!名)", topics=True),
    Head("总局(?!势)", ends="总局", topics=True, committee=True),
    Head("申诉专员公署|监察专员公署|廉政公署|私隐专员公署", ends="公署", bare=True),
    Head("高级公署|总公署|监察公署", ends="公署", opened=True, least=1),
    Head("[^部签联连官公专]", closing="署(?![名长理])", opened=True, least=1),
    Head("办公室", opened=True, beyond=True, part=True, office=True),
    Head(
        "|".join(_put_together(("最高",), ("", "人民", "司法", "上诉", "宪法", "行政", "军事"), ("法院(?!分庭)", "检察院")))
        + "|宪法法院|宪法法庭|宪法委员会|高等法院|审计法院|上诉法院|上诉法庭|总检察院|国家检察院|审计院",
        ends="法院 察院 法庭 员会 计院",
        bare=True,
    ),
    Head(
        "特别检察官办公室|检察官办公室|总检察长办公室|副检察长办公室|检察长办公室|检察长办公厅|监察专员办公室|监察员办公室|审计长办公室|公设辩护人办公室|公共辩护人办公室|公共辩护律师办公室|人民律师办公室|"
        "护民官办公室|人民保护者办公室|人民监察员办公室|人民保护官办公室|保护官办公室|捍卫者办公室|权利维护者办公室|"
        + "|".join(_put_together(("人权", "难民", "儿童", "平等", "残疾人", "信息", "隐私"), ("", "事务"), ("专员办公室",)))
        + "|"
        + "|".join(_put_together(("儿童权利", "妇女权利", "残疾人权利", "土著人民权利", "少数群体权利"), ("办公室",)))
        + "|"
        + "|".join(_put_together(("罗姆人", "少数民族", "妇女", "儿童", "残疾人", "移民", "难民", "土著", "反歧视", "性别平等", "两性平等"), ("事务办公室",))),
        ends="公室 公厅", bare=True,
    ),
    Head(
        "|".join(_put_together(("特别检察官", "检察官", "总检察长", "检察长", "监察专员", "监察员", "审计长", "公设辩护人", "护民官", "人民保护官", "人权捍卫者"), ("办事处",))),
        ends="事处", bare=True,
    ),
    Head("高级专员办事处|高级专员办公室", ends="事处 公室", topics=True, least=4),
    Head("国务秘书处", ends="书处", topics=True),
    Head("法院|法庭", ends="法院 法庭", topics=True, beyond=True, least=4, part=True),
    Head("检察院", ends="察院", topics=True),
    Head("警察总局|宪兵总局|国家宪兵队", ends="总局 兵队", bare=True),
    Head("律师|会计师|审计师", closing="事务所", opened=True, least=1),
    Head("警察局|(?:国家|皇家|联邦|地方|边防|司法|金融|共和国|禁毒|缉毒)警察(?![局员官长总学]|部队|委员会)|国家民警(?![局官])|国民警察|(?<!国家)宪兵队|国民警卫队|海岸警卫队", ends="察局 警察 民警 兵队 卫队", opened=True, least=1),
    Head("(?:培训|师范|警察|司法|外交|行政|公共行政)学院", ends="学院", topics=True),
    Head("研究所|研究院|研究中心", ends="究所 究院 中心", topics=True, least=3, part=True),
    Head("科学院(?!士)", ends="学院", topics=True),
    Head("国家评估|国家监管|核监管|核安全|防范酷刑|预防酷刑|国家防范酷刑|国家预防酷刑", closing="机构", opened=True, least=1),
    Head("学院|大学", ends="学院 大学", opened=True, beyond=True),
    Head(
        "中心(?<!市中心)(?<!公约区域中心)(?<!公约协调中心)(?<!公约区域协调中心)(?<!拘留中心)(?<!收容中心)(?<!接待中心)(?<!过境中心)(?<!登记中心)(?<!羁留中心)(?<!安置中心)(?<!收留中心)(?<!投票中心)(?<!后送中心)(?<!医疗中心)(?<!保健中心)|银行|公司|集团公司|集团(?<!武装集团)(?<!国家集团)(?<!区域集团)(?<!犯罪集团)(?<!利益集团)(?<!族裔集团)|实验室|通讯社|新闻社|广播电台|电视台",
        ends="中心 银行 公司 集团 验室 讯社 闻社 电台 视台",
        opened=True,
        beyond=True,
    ),
    Head("(?:中央|国家|储备|人民|开发)银行", ends="银行", opened=True),
    Head("|".join((*_put_together(("", "重建", "稳定", "恢复"), ("", "自愿"), ("信托基金",)), "自愿基金")), ends="基金", opened=True),
    Head("研究|发展|重建|稳定|妇女|儿童|和平|文化|环境|科学|教育|社会保障|养老|养恤|投资|财富", closing="基金(?![会组经份项资额筹余管需])", landed=True, least=1),
    Head("社会保险|社会保障|健康保险|医疗保险|养老保险|疾病保险|养恤|团结|就业|住房", closing="基金(?![会组经份项资额筹余管需])", opened=True, topics=True, least=1),
    Head("多伙伴|多方伙伴|多捐助方|人道主义|集合|汇集", closing="基金(?![会组经份项资额筹余管需])", opened=True, least=1),
    Head("(?:联盟|运动|同盟|力量|阵营|联合体)(?=\\()", ends="联盟 运动 同盟 力量 阵营 合体", defined=True),
    Head("(?:组织|论坛|机构|服务社)(?=\\([A-Z])", ends="组织 论坛 机构 务社", defined=True),
    Head("人权|妇女|青年|土著|土著民族|土著人民|学生|教师|农民|记者|律师|工人|民主|残疾人|企业家|爱国|民间社会|非政府组织|解放|民族|人民|进步|救国|复兴|变革|抵抗|革命", closing="联盟(?![国约党])", landed=True, least=1),
    Head("人权|权利|公民自由|消费者|福音|出版商|广播|老年人|妇女|青年|学生|教师|农民|记者|律师|工人|法官|医生|作家|残疾人|残障|盲人|聋人|鸟类|家庭组织|合作社|博物馆|图书馆|科学|癌症|心脏|糖尿病|保护自然|议会", closing="联盟(?![国约党])", opened=True, topics=True, least=1),
    Head("国家|经济合作|能源|劳工|农业发展|民航|电信|邮政|海事|卫生|知识产权|专利|旅游|标准化|计量|工业发展|林业|粮食|渔业|渔业管理|渔业发展|动植物卫生|法律协商", closing="组织(?![的了法者起并]|和(?:举办|协调|参加|实施|开展|主办|管理))", landed=True, topics=True, least=1),
    Head("(?:失踪者|失踪人员|被拘留者|被监禁者|被绑架者|政治犯)(?:和(?:失踪者|被拘留者|被害人))?(?:家属|亲属|家庭)(?:协会|委员会|联合会)", ends="协会 员会 合会", bare=True, committee=True),
    Head("工会大会|工会代表大会", ends="大会", opened=True, least=1),
    Head("基金会|学会|协会组织|协会|工会联合会|工会联盟|联合会|总工会|工会|商会|总会|公会(?!议)|协进会(?!议)|促进会(?!议)|联谊会(?!议)|互助会(?!议)|慈善会(?!议)|救济会(?!议)|救助会(?!议)|协调会(?!议)", ends="金会 学会 组织 协会 合会 联盟 工会 商会 总会 公会 进会 谊会 助会 善会 济会 调会", opened=True),
    Head("国民议会|国民大会|国民代表大会|人民代表大会|立法议会|联邦议院|参议院|众议院|上议院|下议院|国务院(?!长)|制宪会议|人民议会|大国民议会|最高拉达|国家大呼拉尔|民族院|国民院|代表院(?!代)|元老院", ends="议会 大会 议院 务院 会议 拉达 拉尔 族院 民院 表院 老院", bare=True),
    Head("国家图书馆|国家档案馆|国家博物馆|国家美术馆|国家通讯社|国家电视台", ends="书馆 案馆 物馆 术馆 讯社 视台", bare=True),
    Head("议会(?!选举)|国会(?!选举)|长老大会|立法会议|立法会|立法局|制宪大会", ends="议会 国会 大会 法会 会议 法局", opened=True, least=1),
    Head("(?<=国家)杜马|(?<=联邦)杜马|(?<=罗斯)杜马", ends="杜马", opened=True, least=1),
    Head("特派|援助|支助|稳定|观察|核查|法治|监督|监察|警察|训练", closing="团(?![结体长员])", opened=True, sent=True),
    Head("(?:国家|国民|共和国|总统|边防|革命)卫队", ends="卫队", opened=True, least=1),
    Head("(?:劳工|工人|劳动者)?总联盟|总同盟|(?:劳工|工人|劳动者)联盟", ends="联盟 同盟", opened=True, least=1),
    Head("(?:妇女|性别平等|两性平等|种族平等|规划|计划|粮食安全|营养安全|社会发展|规划和发展|和平|青年|儿童|残疾人|移民|土著|禁毒|毒品|药物|反腐败|廉政|人权)(?:事务|政策|管制|方案)?", closing="秘书处", opened=True, topics=True, least=1),
    Head(rf"(?:国家|全国){_MINISTRIES}", closing="秘书处(?<!国务秘书处)", bare=True),
    Head(_MINISTRIES, closing="秘书处(?<!国务秘书处)", lasts=_lasts(MINISTRIES), landed=True, topics=True, least=1),
    Head("法务|外务|财务|文部科学|厚生劳动|经济产业|国土交通|环境|总务|防卫|农林水产", closing="省(?![份级市])", bare=True),
    Head("高级专员署", ends="员署", topics=True, least=4),
    Head("(?:国家|特别)秘书处", ends="书处", topics=True, least=4),
    Head("实况调查团", ends="查团", opened=True, part=True),
    Head("检查组|监察组|检查小组", ends="查组 察组 小组", part=True, least=99),
    Head("(?:种族主义[和与及、])?仇外心理|种族主义|仇恨犯罪|女性遇害问题", closing="观察站", topics=True, bare=True),
    Head("(?:酷刑|暴力|行为|滥用|歧视|毒品|药物|犯罪|贩运|移民|人权|权利|妇女|儿童|性别|平等|就业|卫生)(?:观察|监测)", closing="站(?<=观察站|监测站)", opened=True, topics=True, least=1),
    Head(r"驻[\u4e00-\u9fff]{2,6}", closing="部队", sent=True, least=99),
    Head("技术中心|(?:安全|卫生|发展|政策|环境)所(?![需在有得作做产述])", ends="中心 全所 生所 展所 策所 境所", part=True, least=99),
    Head("国民|国防|空|海|陆|解放|革命|人民", closing="军(?![基司部陆事官人方舰工备队民])", opened=True, least=1),
    Head("国防|武装|特种|特遣|突击|内部安全|国防和安全|禁毒|缉毒", closing="部队(?!派)", opened=True, least=1),
    Head("过渡(?:时期)?|临时", closing="行政当局|行政机构", opened=True),
    Head("武装力量|红十字会|红新月会", ends="力量 字会 月会", opened=True, least=1),
    Head("(?<![员、和与])警察|边防", closing="部队(?!派)", opened=True, beyond=True),
    Head("阵线", opened=True),
    Head("(?:人民|民族)?(?:解放|民主|爱国|抵抗|革命)(?:解放|民主|人民)?|人民", closing="力量", landed=True, topics=True, least=1),
    Head("解放|抵抗|爱国|救国", closing="运动", opened=True, least=1),
    Head("[^之差商行劳逆军团步一二三四五六七八九十0-9]", closing="旅(?![行游客程馆居社店途费长顾])", opened=True, beyond=True, alone=True),
    Head("战略|中央|非洲|欧洲|太平洋|南方|北方|联合作战|联合", closing="司令部", opened=True, least=1),
    Head("总|综合|教学|军事|野战|中央|儿童|妇产", closing="医院", opened=True, least=1),
    Head("医院", ends="医院", opened=True, beyond=True, alone=True),
    Head("(?:股份|有限|责任){1,3}", closing="公司"),
    Head("修女会|传教会", ends="女会 教会", opened=True),
    Head(
        "(?:民主|人民|自由|社会|伊斯兰|国民|国大|劳动|共产|保守|进步|联盟|统一|团结|独立|革命|解放|正义|绿|全国|大会|工人|社会主义|民族|联合|农民|复兴|变革|革新|更新|行动|公民|大众|基督教|繁荣|公正|发展|爱国){2,5}",
        closing="党(?![员派])",
        bare=True,
        alone=True,
    ),
    Head("共产|保守|自由|民主|共和|社会|人民|国民|独立|民族|正义|国大|复兴|工人|激进", closing="党(?![员派])", bare=True, alone=True),
    Head("共产|工|保守|自由|民主|共和|劳动|劳工|社会|人民|绿|进步", closing="党(?![员派])", opened=True, alone=True, least=1),
    Head("(?:解放|爱国|民主|人民|民族|复兴|统一|救国|拯救|全国|联合|革命|抵抗|团结|伊斯兰){1,3}", closing="阵线", bare=True),
)
_LONGEST_WORDS: Final = 10  # code points of the longest words that are sought by their ends
_AHEAD: Final = 2  # code points behind a head that its words look at
_PATTERNS: Final = tuple((rank, re.compile(head.words)) for rank, head in enumerate(HEADS) if not head.closing and not head.ends)
_CLOSED: Final = tuple((rank, heads(head.words, head.closing, head.lasts)) for rank, head in enumerate(HEADS) if head.closing)
_CLOSINGS: Final = {closing: [row for row in _CLOSED if row[1].closing.pattern == closing] for closing in dict.fromkeys(row[1].closing.pattern for row in _CLOSED)}
"""By closing: its rows with what they seek."""
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
_LAST: Final = re.compile(f"[{''.join(sorted({end[-1] for end in _BY_END}))}](?<=[{''.join(sorted({end[0] for end in _BY_END}))}].)")
HEAD: Final = lazy("|".join(head.closing or head.words for head in HEADS))
"""The ends of all heads."""


def find_heads(folded: str) -> Iterator[tuple[int, int, Head]]:
    """The heads of the text without overlaps; of two that begin together the earlier row."""
    found = [*find_ends(folded)]
    found += [(match.start(), rank, match.end()) for rank, pattern in _PATTERNS for match in pattern.finditer(folded)]
    for rows in _CLOSINGS.values():
        for closing in rows[0][1].closing.finditer(folded):
            last, end = closing.span()
            for rank, closed in rows:
                start = closed.begin(folded, last)
                if start is not None:
                    found.append((start, rank, end))
    found.sort()
    done = 0
    for start, rank, end in found:
        if start >= done:
            done = end
            yield start, end, HEADS[rank]


def find_ends(folded: str) -> Iterator[tuple[int, int, int]]:
    """Start, row and end of the heads that are sought by their last two characters."""
    for last in _LAST.finditer(folded):
        end = last.end()
        endings = _BY_END.get(folded[end - 2 : end])
        if endings is None:
            continue
        before = folded[end - _LONGEST_WORDS if end > _LONGEST_WORDS else 0 : end]
        for rank, words, pattern in endings:
            for word, never in words:
                if before.endswith(word) and not (never and folded.startswith(never, end)):
                    yield end - len(word), rank, end
                    break
            for match in pattern.finditer(folded, end - len(before), end + _AHEAD) if pattern else ():
                if match.end() == end:
                    yield match.start(), rank, end
