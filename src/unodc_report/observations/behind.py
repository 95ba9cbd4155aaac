"""The noun phrase behind a number: which of its first words open it, and where it ends before what those counted do.

五个|区域间调查论坛; not 46项|被归为…, whose noun was said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.clauses import (
    AGENTS,
    OWN,
    acts_end,
    befallen,
    closing,
    done_by,
    ends_clause,
    is_ground,
    is_person,
    joined_by,
    joins_cases,
    left_undone,
    related,
    skip_beforehand,
)
from unodc_report.observations.items import BOUNDS, COMPOUNDING, DEGREES, SETTLING, Item, aged, noun_phrase, relative_end
from unodc_report.observations.tokens import Token
from unodc_report.observations.vocabulary import AGAINST, AMONG, CAUSATIVE, COORDINATORS, EITHER, words

_PREDICATIVE: Final = frozenset({
    "被", "将", "已", "均", "都", "在", "是", "为", "超过", "可", "可以", "获", "属", "属于", "有所", "略有", "内", "以内", "之内",
})  # fmt: skip
"""Words that open the predicate of a figure whose noun was said before: 46项|被归为…."""
_RECEIVING: Final = words("empty") & words("handing") | words("suffering")
"""Light verbs of those to whom something is done."""
_AFTER_SUBJECT: Final = frozenset({"v", "d", "ad", "p", "c", "w"})


def object_phrase(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:
    """The noun phrase after the quantity at token `at`; None where a predicate, a mark or nothing follows. Money has one only after 的."""
    if at + 1 >= len(tokens):
        return None
    if not money and not _said_before(tokens, at) and (modified := _modified(tokens, at)) is not None:
        return modified
    found = _next_phrase(tokens, at, money=money)
    if found is None and not money and tokens[at].text[-1] in "名位" and (end := closing(tokens, at + 1, _unit(tokens[at]))) is not None:
        found = noun_phrase(tokens, end + 1)  # 3 000名|从未上过学的女童
        return None if found is None else Item(at + 1, found.end)
    if found is not None and tokens[at].text[-1] in "起宗桩" and is_person(tokens[found.end - 1].text):
        return None  # 6起|返乡者|带来病毒引起的感染
    lies = found is not None and tokens[found.start].verbal and tokens[found.end - 1].tag == "g"
    return None if lies else found  # 国家中有34个|位于非洲


def _next_phrase(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:  # noqa: C901, PLR0911, PLR0912  # one return a construction
    """The noun phrase that begins with the next word, or behind its 的."""
    start = at + 1
    if tokens[start].text in AGAINST or tokens[start].text in DEGREES:
        return None  # 与2016年的|984吨|相比，产量下降
    if tokens[start].text == "没有" and start + 1 < len(tokens) and tokens[start + 1].text == "在":
        return None  # 其中3份|没有在|时限内提出
    if tokens[at].text[-1] in "次回" and tokens[start].text == "有":
        return None  # 较2013年的172次|有大幅增长
    if tokens[at].text[-1] in "次回" and tokens[start].verbal and not _compounds(tokens, start):
        closes = start + 1 == len(tokens) or tokens[start + 1].tag in {"w", "d"} or tokens[start + 1].text in CAUSATIVE
        if tokens[at - 1].text in {"经", "经过"} and start + 1 < len(tokens) and tokens[start + 1].text == "后":
            return Item(start, start + 1)  # 经三次|修改|后
        return Item(start, start + 1) if closes and tokens[at - 1].text == "的" else None  # 34个国家的120次|评估
    if at and tokens[at - 1].text == "其中" and tokens[start].tag == "d":
        return None  # 其中9个|重新投票
    if tokens[start].text in COORDINATORS or (tokens[start].text in _PREDICATIVE and not _located(tokens, start)):
        return None
    if tokens[start].tag == "vn" and start + 1 < len(tokens) and tokens[start + 1].text in SETTLING:
        return None  # 52%|生活|在城市
    if tokens[start].verbal:
        following = tokens[start + 1] if start + 1 < len(tokens) else None
        if tokens[at].text[-1] in "起例宗" and joins_cases(tokens, at):
            return Item(start, start + 1)  # 592起|绑架|和65起性暴力案件
        if tokens[at].text[-1] in "起例宗件项" and (named := acts_end(tokens, start)) is not None:
            return Item(start, named)  # 474起|杀害和残害儿童案件
        if following is not None and following.text == "了":
            return None  # 通过国家和区域两级|发出了意向书
        if tokens[start].text in EITHER and (following is None or following.tag in _AFTER_SUBJECT) and tokens[at].text[-1] not in "名位次":
            return Item(start, start + 1)  # 两份|报告|承认
        if _has(tokens, start) or _says_of_part(tokens, at) or (_said_before(tokens, at) and tokens[start].text not in COMPOUNDING):
            return None
        if tokens[start].text in _RECEIVING and relative_end(tokens, start) is None:
            return None  # 有17项|得到证实
    if tokens[start].text == "的":
        dated = tokens[start + 1 : start + 2] and tokens[start + 1].tag == "t"
        found = noun_phrase(tokens, start + (2 if dated else 1))  # 5亿美元的2003年|预算
        if found is not None and (tokens[found.start].text in {"速度", "速率"} or is_ground(tokens, found.end)):
            return None  # 以每年2 670亿吨的|速度
        level = found is not None and tokens[found.end - 1].text.endswith(_LEVELS) and (money or tokens[at].text[-1] not in "个项种")
        place = found is not None and all(token.tag == "g" for token in tokens[found.start : found.end])
        if found is not None and found.end > found.start + 1 and joined_by(tokens, found.end - 1):
            return Item(found.start, found.end - 1)  # 2 100万公顷的|天然林|消失
        return None if level or place else found  # 人口达14亿的|印度
    if money:
        return _sum_of(tokens, start)
    if (tokens[start].text in _SUCH or (tokens[start].tag == "m" and tokens[start].text[0] == "第")) and start + 1 < len(tokens):
        found = noun_phrase(tokens, start + 1)
        return None if found is None else Item(start, found.end)  # 665份|此类文件
    if tokens[at].text[-1] == "级" and tokens[start].tag != "n":
        return None  # 在国家和国际两级|优先满足
    if tokens[start].text == '"':
        return _quoted(tokens, start)
    found = aged(tokens, start) if tokens[start].tag == "Q" else noun_phrase(tokens, start)
    if found is not None and (tokens[at].text[-1] in "名位" or (tokens[at].text[-1] in "万亿" and not money)):
        found = _to_person(tokens, found)
    if found is not None and found.end > found.start + 1 and tokens[found.end - 1].text in _STATING and ends_clause(tokens, found.end):
        return Item(found.start, found.end - 1)  # 300份条约|规定，
    if found is not None and (stating := _ruling(tokens, found)) is not None:
        return Item(found.start, stating)  # 40项公约|规定设立机构
    if found is not None and tokens[at].text[-1] == "份" and _is_paper(tokens, found.end):
        return Item(start, found.end + 1)
    if found is None or found.end <= start + 1:
        return found
    if at and tokens[at - 1].text == "每" and tokens[found.end - 1].text[-1] == "率":
        return Item(start, found.end - 1)  # 每10万|居民|凶杀率
    if at and tokens[at - 1].text == "每" and tokens[found.end - 1].text.endswith("人数"):
        return Item(start, start + 1)  # 每10万|活产|产妇死亡人数
    if at and tokens[at - 1].text in _WITH and tokens[found.end - 1].tag == "vn" and ends_clause(tokens, found.end):
        return Item(start, found.end - 1)  # 与12个|组织|协商
    if tokens[at].text[-1] == "个" and (agent := _to_agent(tokens, found)) is not None:
        return agent
    persons = tokens[at].text[-1] in "名位" or (tokens[at].text[-1] in "万亿" and is_person(tokens[found.end - 2].text))
    acts = done_by(tokens, found.end - 1) if persons else joined_by(tokens, found.end - 1)
    return Item(start, found.end - 1) if acts else found


def _is_paper(tokens: Sequence[Token], end: int) -> bool:
    """Whether the word at `end`, a verb too, is the paper that is counted: 七份根据第十九条提交的缔约国|报告|."""
    return end < len(tokens) and tokens[end].text in EITHER and tokens[end].text.endswith(_PAPERS) and ends_clause(tokens, end + 1)


_STATING: Final = frozenset({"规定", "显示", "表明", "指出", "承认", "认为"})


_LAWS: Final = ("公约", "条约", "协定", "协议", "议定书", "法律", "条例", "宪法", "法规", "文书", "立法")


def _ruling(tokens: Sequence[Token], found: Item) -> int | None:
    """Index of the 规定 in a phrase that is the verb of the laws before it: 300份条约|规定法院具有管辖权, but not 公约规定的义务."""
    at = next((i for i in range(found.start + 1, found.end) if tokens[i].text == "规定" and tokens[i - 1].text.endswith(_LAWS)), None)
    return at if at is not None and at + 1 < len(tokens) and tokens[at + 1].text != "的" and tokens[at + 1].tag != "w" else None


_SUCH: Final = frozenset({"各级", "各类", "各种", "此类", "这类", "该类", "此种", "这种", "其他", "类似", "上述"})
_HAVING_ENDS: Final = frozenset({"有", "设有", "建有", "持有", "拥有", "没有", "配有", "享有", "载有", "装有", "备有"})


def _has(tokens: Sequence[Token], start: int) -> bool:
    """Whether the verb at `start` says what those counted have, and modifies no noun: 其中三个|有|自己的设施, 6个|建有|监测系统."""
    if tokens[start].text not in _HAVING_ENDS:
        return False
    end = relative_end(tokens, start)
    return end is None or tokens[end - 1].text in OWN or end + 1 >= len(tokens) or not tokens[end + 1].nominal


def _said_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun of the number is said as the whole before it: 22个|县|中有|15个|被列为…的地区, 中有|154个|派代表团."""
    over = at - 3 if at > 2 and tokens[at - 2].text == "，" else at - 2
    return over > 0 and tokens[at - 1].text[-1] == "有" and tokens[over].text in AMONG


def _says_of_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb after a part of the figure before is its predicate: 其中两份|存在|违反…的情况, not 其中两个|采矿|公司."""
    if not at or tokens[at - 1].text != "其中" or tokens[at + 1].text in COMPOUNDING:
        return False
    return at + 2 < len(tokens) and (tokens[at + 2].verbal or tokens[at + 2].tag == "vn")


def _quoted(tokens: Sequence[Token], start: int) -> Item | None:
    """What stands in quotes, with the noun that it is the name of: 三名|"山鹰"武装分子, 四个|"友好学校"."""
    end = next((i for i in range(start + 2, len(tokens)) if tokens[i].text == '"'), None)
    if end is None:
        return None
    named = end + 1 < len(tokens) and tokens[end + 1].tag == "n" and tokens[end + 1].mention is None
    found = noun_phrase(tokens, end + 1) if named else None
    return Item(start + 1, end) if found is None else Item(start, found.end)


_SUMS: Final = words("money_noun") | words("given_sum")


def _sum_of(tokens: Sequence[Token], start: int) -> Item | None:
    """The noun of money that an amount stands before without 的: 8 000万美元|财政援助, 2亿美元|优惠贷款."""
    end = start
    while end < len(tokens) and tokens[end].nominal and tokens[end].mention is None:
        end += 1
    return Item(start, end) if end > start and tokens[end - 1].text in _SUMS else None


_LEVELS: Final = ("历史", "新高", "新低", "水平", "峰值", "高峰", "纪录", "记录", "高位", "低位", "最高点", "最低点", "高点", "低点")
"""Endings of nouns for the level that a figure is: 172吨的|历史新高."""


def _modified(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun behind a clause that begins like a predicate: 三个|为实现和平而努力的组织, 5名|以前与武装团体有关联的儿童."""
    start = skip_beforehand(tokens, at + 1)
    if (measured := _measured(tokens, start)) is not None:
        found = _behind(tokens, measured)
    elif befallen(tokens, start) or left_undone(tokens, start):
        found = _behind(tokens, start + 2)
    elif related(tokens, start):
        found = _behind(tokens, next(j for j in range(start, len(tokens)) if tokens[j].text == "的") + 1)
    elif (start > at + 1 or tokens[start].text in _PREDICATIVE) and (end := closing(tokens, at + 1, _unit(tokens[at]))) is not None:
        found = _behind(tokens, end + 1)
    else:
        return None
    return None if found is None else Item(at + 1, found.end)


def _measured(tokens: Sequence[Token], start: int) -> int | None:
    """Index behind the 的 of a clause that says how long, great or dear each is: 18名|任期三年的|成员, 12艘|总吨位5 000吨以上的|船只."""
    i = start
    while i < len(tokens) and tokens[i].tag in {"n", "b"} and tokens[i].mention is None:
        i += 1
    mention = tokens[i].mention if start < i < len(tokens) - 2 else None
    if mention is None or mention.type != "quantity" or mention.fields["kind"] not in ("duration", "measure", "money"):
        return None
    i += 2 if tokens[i + 1].text in BOUNDS else 1
    return i + 1 if i + 1 < len(tokens) and tokens[i].text == "的" else None


def _behind(tokens: Sequence[Token], start: int) -> Item | None:
    """The noun phrase behind a modifier, its noun one that is a verb too: 与和平行动有关的|报告|."""
    alone = tokens[start].text in EITHER and (start + 1 == len(tokens) or tokens[start + 1].tag in _AFTER_SUBJECT)
    return Item(start, start + 1) if alone else noun_phrase(tokens, start)


def _unit(token: Token) -> object:
    return None if token.mention is None else token.mention.fields.get("unit")


_OF_PERSONS: Final = frozenset({
    "有期徒刑", "无期徒刑", "终身监禁", "监禁", "徒刑", "死刑", "缓刑", "罚金", "名单", "名册", "简历", "姓名", "名额", "费用", "薪金",
    "工资", "津贴", "差旅费", "任期", "身份",
})  # fmt: skip
"""Nouns that 名 and 位 do not count: 753名|人员|名单."""


def _to_person(tokens: Sequence[Token], found: Item) -> Item:
    """The phrase up to its person: over 的 to who follows (埃博拉治疗站的|工作人员), without what is no person (人员|名单)."""
    end = found.end
    if end - found.start > 1 and tokens[end - 1].text in _OF_PERSONS and is_person(tokens[end - 2].text):
        return Item(found.start, end - 1)
    person = next((i for i in range(found.start, end - 1) if tokens[i + 1].text == "的" and is_person(tokens[i].text)), None)
    if person is not None and not is_person(tokens[end - 1].text):
        return Item(found.start, person + 1)  # 948名|失踪人员|的遗骸
    if end + 1 < len(tokens) and not is_person(tokens[end - 1].text) and tokens[end].verbal and is_person(tokens[end + 1].text):
        return Item(found.start, end + 2)  # 400名|接触史追查人员
    if is_person(tokens[end - 1].text) or end + 1 >= len(tokens) or tokens[end].text != "的":
        return found
    further = noun_phrase(tokens, end + 1)
    return found if further is None or not is_person(tokens[further.end - 1].text) else Item(found.start, further.end)


_PAPERS: Final = ("报告", "来文", "文件", "答复")
"""Endings of nouns that 份 counts, not 个."""


def _to_agent(tokens: Sequence[Token], found: Item) -> Item | None:
    """The phrase up to the state whose papers are spoken of: 27个|缔约国|初次报告逾期."""
    if not tokens[found.end - 1].text.endswith(_PAPERS):
        return None
    agent = next((i for i in range(found.start, found.end - 1) if tokens[i].text in AGENTS), None)
    bare = agent is not None and all(token.nominal and token.text != "的" for token in tokens[agent : found.end])
    return Item(found.start, agent + 1) if agent is not None and bare else None


def _located(tokens: Sequence[Token], start: int) -> bool:
    """Whether 在 at `start` opens a clause that modifies the noun: 412名|在国外出生的儿童."""
    end = relative_end(tokens, start) if tokens[start].text == "在" else None
    return end is not None and end + 1 < len(tokens) and tokens[end + 1].nominal


_WITH: Final = frozenset({"与", "同"})


_ENTERPRISES: Final = frozenset({"行动", "活动", "任务", "会议", "作业", "事件"})
"""Nouns that a verb before them says the kind of: 四次|拦截|行动."""


def _compounds(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verb at `i` belongs to a noun after it: 八次|审议|会议, not 三次|提及|方案."""
    return i + 1 < len(tokens) and tokens[i + 1].nominal and (tokens[i].text in COMPOUNDING or tokens[i + 1].text in _ENTERPRISES)
