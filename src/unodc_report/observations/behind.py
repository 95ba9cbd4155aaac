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
from unodc_report.observations.constructions import Found
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


def _next_phrase(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:
    """The noun phrase that begins with the next word, or behind its 的."""
    start = at + 1
    if _opens_predicate(tokens, at):
        return None
    if tokens[start].verbal and (decided := _behind_verb(tokens, at)) is not None:
        return decided.value
    if tokens[start].text == "的":
        return _behind_of(tokens, at, money=money)
    return _sum_of(tokens, start) if money else _nouns(tokens, at)


def _behind_verb(tokens: Sequence[Token], at: int) -> Found[Item | None] | None:
    """What a verb behind the number makes of it; None where the verb may open a noun phrase."""
    if tokens[at].text[-1] in _TIMES and not _compounds(tokens, at + 1):
        return Found(_done_so_often(tokens, at))
    if (named := _named_by_act(tokens, at)) is not None:
        return Found(named)
    return Found(None) if _is_predicate(tokens, at) else None


def _nouns(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun phrase at once behind a number of things."""
    start = at + 1
    ordinal = tokens[start].tag == "m" and tokens[start].text[0] == "第"  # 96份|第二次定期报告
    if (ordinal or tokens[start].text in _SUCH) and start + 1 < len(tokens):
        found = noun_phrase(tokens, start + 1)
        return None if found is None else Item(start, found.end)  # 665份|此类文件
    if tokens[at].text[-1] == "级" and tokens[start].tag != "n":
        return None  # 在国家和国际两级|优先满足
    if tokens[start].text == '"':
        return _quoted(tokens, start)
    found = aged(tokens, start) if tokens[start].tag == "Q" else noun_phrase(tokens, start)
    return None if found is None else _without_act(tokens, at, found)


_TIMES: Final = "次回"
"""Measure words of what is done again and again."""


def _opens_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows says something of those counted, or compares them."""
    following, after = tokens[at + 1], tokens[at + 2].text if at + 2 < len(tokens) else ""
    if following.text in AGAINST or following.text in DEGREES:
        return True  # 与2016年的|984吨|相比，产量下降
    if following.text == "没有" and after == "在":
        return True  # 其中3份|没有在|时限内提出
    if tokens[at].text[-1] in _TIMES and following.text == "有":
        return True  # 较2013年的172次|有大幅增长
    if at and tokens[at - 1].text == "其中" and following.tag == "d":
        return True  # 其中9个|重新投票
    if following.text in COORDINATORS or (following.text in _PREDICATIVE and not _located(tokens, at + 1)):
        return True
    return following.tag == "vn" and after in SETTLING  # 52%|生活|在城市


def _done_so_often(tokens: Sequence[Token], at: int) -> Item | None:
    """The verb behind a number of times, where it is what was done so often: 34个国家的120次|评估|."""
    start = at + 1
    after = tokens[start + 1] if start + 1 < len(tokens) else None
    if tokens[at - 1].text in {"经", "经过"} and after is not None and after.text == "后":
        return Item(start, start + 1)  # 经三次|修改|后
    closes = after is None or after.tag in {"w", "d"} or after.text in CAUSATIVE
    return Item(start, start + 1) if closes and tokens[at - 1].text == "的" else None


def _named_by_act(tokens: Sequence[Token], at: int) -> Item | None:
    """The cases that a verb behind the number names, or the paper that is a verb too."""
    start, unit = at + 1, tokens[at].text[-1]
    if unit in "起例宗" and joins_cases(tokens, at):
        return Item(start, start + 1)  # 592起|绑架|和65起性暴力案件
    if unit in "起例宗件项" and (named := acts_end(tokens, start)) is not None:
        return Item(start, named)  # 474起|杀害和残害儿童案件
    closes = start + 1 == len(tokens) or tokens[start + 1].tag in _AFTER_SUBJECT
    return Item(start, start + 1) if tokens[start].text in EITHER and closes and unit not in "名位次" else None  # 两份|报告|承认


def _is_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb behind the number is what those counted do, whose noun was said before."""
    start = at + 1
    if start + 1 < len(tokens) and tokens[start + 1].text == "了":
        return True  # 通过国家和区域两级|发出了意向书
    if _has(tokens, start) or _says_of_part(tokens, at) or (_said_before(tokens, at) and tokens[start].text not in COMPOUNDING):
        return True
    return tokens[start].text in _RECEIVING and relative_end(tokens, start) is None  # 有17项|得到证实


def _behind_of(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:
    """The noun phrase behind the 的 of a number; None where the number says how much or how far it is: 人口达14亿的|印度."""
    dated = at + 2 < len(tokens) and tokens[at + 2].tag == "t"
    found = noun_phrase(tokens, at + (3 if dated else 2))  # 5亿美元的2003年|预算
    if found is None or tokens[found.start].text in {"速度", "速率"} or is_ground(tokens, found.end):
        return None  # 以每年2 670亿吨的|速度
    if found.end > found.start + 1 and joined_by(tokens, found.end - 1):
        return Item(found.start, found.end - 1)  # 2 100万公顷的|天然林|消失
    level = tokens[found.end - 1].text.endswith(_LEVELS) and (money or tokens[at].text[-1] not in "个项种")
    place = all(token.tag == "g" for token in tokens[found.start : found.end])
    return None if level or place else found


def _without_act(tokens: Sequence[Token], at: int, found: Item) -> Item:
    """The noun phrase behind a number without a last word that is what those counted do, and with one that is the paper counted."""
    start, unit = at + 1, tokens[at].text[-1]
    if unit in "名位万亿":
        found = _to_person(tokens, found)
    if (stating := _statement(tokens, found)) is not None:
        return Item(found.start, stating)
    if unit == "份" and _is_paper(tokens, found.end):
        return Item(start, found.end + 1)
    if found.end <= start + 1:
        return found
    last, noun = Item(start, found.end - 1), tokens[found.end - 1]
    before = tokens[at - 1].text if at else ""
    if before == "每" and noun.text.endswith(("率", "人数")):
        return last if noun.text[-1] == "率" else Item(start, start + 1)  # 每10万|居民|凶杀率, 每10万|活产|产妇死亡人数
    if before in _WITH and noun.tag == "vn" and ends_clause(tokens, found.end):
        return last  # 与12个|组织|协商
    agent = _to_agent(tokens, found) if unit == "个" else None
    persons = unit in "名位" or (unit in "万亿" and is_person(tokens[last.end - 1].text))
    return agent or (last if (done_by if persons else joined_by)(tokens, last.end) else found)


def _is_paper(tokens: Sequence[Token], end: int) -> bool:
    """Whether the word at `end`, a verb too, is the paper that is counted: 七份根据第十九条提交的缔约国|报告|."""
    return end < len(tokens) and tokens[end].text in EITHER and tokens[end].text.endswith(_PAPERS) and ends_clause(tokens, end + 1)


_STATING: Final = frozenset({"规定", "显示", "表明", "指出", "承认", "认为"})


_LAWS: Final = ("公约", "条约", "协定", "协议", "议定书", "法律", "条例", "宪法", "法规", "文书", "立法")


def _statement(tokens: Sequence[Token], found: Item) -> int | None:
    """Index of the verb that says what those before it state or rule: 300份条约|规定，, 40项公约|规定设立; not 公约规定的义务."""
    if found.end > found.start + 1 and tokens[found.end - 1].text in _STATING and ends_clause(tokens, found.end):
        return found.end - 1
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
