"""Noun phrases: where the phrase ends that begins after a measure word or 的 (五个|区域间调查论坛, 70%的|受审议缔约国)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.clauses import AGENTS, OWN, befallen, closing, is_person, left_undone, past_figure, related, skip_beforehand
from unodc_report.observations.tokens import Token
from unodc_report.observations.vocabulary import words

COORDINATORS: Final = words("coordinator")
CHANGES: Final = words("change")
REACHES: Final = words("reach")
_OPENERS: Final = words("opener")
_COMPOUNDING: Final = words("compounding")
"""Verbs that stand before a noun as freely as nouns do (司法协助事务)."""
_PREDICATIVE: Final = frozenset({"被", "将", "已", "均", "都", "在", "是", "为", "超过", "可", "可以", "获"})
"""Words that open the predicate of a figure whose noun was said before: 46项|被归为…."""
EITHER: Final = words("either")
_OF_AGE: Final = frozenset({"以上", "以下", "大", "的", "及", "至", "不满", "未满"})
"""Words between an age and the noun that it modifies."""


_BOUNDS: Final = frozenset({"以上", "以下"})
_MAKING: Final = words("causative")
_AMONG: Final = frozenset({"中", "当中", "之中"})
_RECEIVING: Final = words("empty") & words("handing") | words("suffering")
"""Light verbs of those to whom something is done."""
_AFTER_SUBJECT: Final = frozenset({"v", "d", "ad", "p", "c", "w"})
_MODIFIERS: Final = frozenset({"a", "b", "z", "ad"})
_ADVERBIAL: Final = words("adverbial")
_ATTRIBUTES: Final = frozenset({"职等", "级别", "等级", "职类", "类型", "年龄段", "规模"})
"""Nouns whose 的 leads on to the thing that has the attribute: 4个|P-3职等的|员额."""
_NOW: Final = words("now")
"""Words of time that begin another phrase after a noun: 委员会|今后会议."""


@dataclass(frozen=True, slots=True)
class Item:
    """A counted noun phrase.

    Attributes:
        start, end: token indices into the sentence, half-open.
        how: `after` the number, `before` it, `elided` (said with an earlier number).
    """

    start: int
    end: int
    how: str = "after"


def elided(found: Item | None) -> Item | None:
    """The noun phrase of an earlier number, as that of one that leaves it out."""
    return None if found is None else Item(found.start, found.end, "elided")


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
    lies = found is not None and tokens[found.start].verbal and tokens[found.end - 1].tag == "g"
    return None if lies else found  # 国家中有34个|位于非洲


def _next_phrase(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:  # noqa: C901, PLR0911, PLR0912  # one return a construction
    """The noun phrase that begins with the next word, or behind its 的."""
    start = at + 1
    if tokens[start].text in DEGREES:
        return None
    if tokens[at].text[-1] in "次回" and tokens[start].verbal and not _compounds(tokens, start):
        if tokens[start].text in _HAVING_ENDS:
            return None  # 较前一年的172次|有|大幅增长
        closes = start + 1 == len(tokens) or tokens[start + 1].tag in {"w", "d"} or tokens[start + 1].text in _MAKING
        if tokens[at - 1].text in {"经", "经过"} and start + 1 < len(tokens) and tokens[start + 1].text == "后":
            return Item(start, start + 1)  # 经三次|修改|后
        return Item(start, start + 1) if closes and tokens[at - 1].text == "的" else None  # 34个国家的120次|评估
    if at and tokens[at - 1].text == "其中" and tokens[start].tag == "d":
        return None  # 其中9个|重新投票
    if tokens[start].text in COORDINATORS or (tokens[start].text in _PREDICATIVE and not _located(tokens, start)):
        return None
    if tokens[start].verbal:
        following = tokens[start + 1] if start + 1 < len(tokens) else None
        if following is not None and following.text == "了":
            return None  # 通过国家和区域两级|发出了意向书
        if tokens[start].text in EITHER and (following is None or following.tag in _AFTER_SUBJECT) and tokens[at].text[-1] not in "名位次":
            return Item(start, start + 1)  # 两份|报告|承认
        if _has(tokens, start) or _says_of_part(tokens, at) or (_said_before(tokens, at) and tokens[start].text not in _COMPOUNDING):
            return None
        if tokens[start].text in _RECEIVING and _relative_end(tokens, start) is None:
            return None  # 有17项|得到证实
    if tokens[start].text == "的":
        found = noun_phrase(tokens, start + 1)
        if found is not None and tokens[found.start].text in {"速度", "速率"}:
            return None  # 以每年2 670亿吨的|速度
        level = found is not None and tokens[found.end - 1].text.endswith(_LEVELS) and (money or tokens[at].text[-1] not in "个项种")
        place = found is not None and all(token.tag == "g" for token in tokens[found.start : found.end])
        return None if level or place else found  # 人口达14亿的|印度
    if money:
        return _sum_of(tokens, start)
    if tokens[start].text in _SUCH and start + 1 < len(tokens):
        found = noun_phrase(tokens, start + 1)
        return None if found is None else Item(start, found.end)  # 665份|此类文件
    if tokens[at].text[-1] == "级" and tokens[start].tag != "n":
        return None  # 在国家和国际两级|优先满足
    if tokens[start].text == '"':
        return _quoted(tokens, start)
    found = aged(tokens, start) if tokens[start].tag == "Q" else noun_phrase(tokens, start)
    if found is not None and tokens[at].text[-1] in "名位":
        found = _to_person(tokens, found)
    if found is None or found.end <= start + 1:
        return found
    if at and tokens[at - 1].text == "每" and tokens[found.end - 1].text[-1] == "率":
        return Item(start, found.end - 1)  # 每10万|居民|凶杀率
    if at and tokens[at - 1].text in _WITH and tokens[found.end - 1].tag == "vn" and _ends_clause(tokens, found.end):
        return Item(start, found.end - 1)  # 与12个|组织|协商
    if tokens[at].text[-1] == "个" and (agent := _to_agent(tokens, found)) is not None:
        return agent
    persons = tokens[at].text[-1] in "名位" or (tokens[at].text[-1] in "万亿" and is_person(tokens[found.end - 2].text))
    acts = _acts(tokens, found.end - 1) if persons else _joins(tokens, found.end - 1)
    return Item(start, found.end - 1) if acts else found


_SUCH: Final = frozenset({"此类", "这类", "该类", "此种", "这种", "其他", "类似", "上述"})
DEGREES: Final = frozenset({"有所", "略有", "稍有"})
"""How far something changes, after the number that it is compared with: 较前一期间的150次|有所|增加."""
_HAVING_ENDS: Final = frozenset({"有", "设有", "建有", "持有", "拥有", "没有", "配有", "享有", "载有", "装有", "备有"})


def _has(tokens: Sequence[Token], start: int) -> bool:
    """Whether the verb at `start` says what those counted have, and modifies no noun: 其中三个|有|自己的设施, 6个|建有|监测系统."""
    if tokens[start].text not in _HAVING_ENDS:
        return False
    end = _relative_end(tokens, start)
    return end is None or tokens[end - 1].text in OWN or end + 1 >= len(tokens) or not tokens[end + 1].nominal


def _said_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun of the number is said as the whole before it: 22个|县|中有|15个|被列为…的地区, 中有|154个|派代表团."""
    over = at - 3 if at > 2 and tokens[at - 2].text == "，" else at - 2
    return over > 0 and tokens[at - 1].text[-1] == "有" and tokens[over].text in _AMONG


def _says_of_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb after a part of the figure before is its predicate: 其中两份|存在|违反…的情况, not 其中两个|采矿|公司."""
    if not at or tokens[at - 1].text != "其中" or tokens[at + 1].text in _COMPOUNDING:
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
    if befallen(tokens, start) or left_undone(tokens, start):
        found = _behind(tokens, start + 2)
    elif related(tokens, start):
        found = _behind(tokens, next(j for j in range(start, len(tokens)) if tokens[j].text == "的") + 1)
    elif (start > at + 1 or tokens[start].text in _PREDICATIVE) and (end := closing(tokens, at + 1, _unit(tokens[at]))) is not None:
        found = _behind(tokens, end + 1)
    else:
        return None
    return None if found is None else Item(at + 1, found.end)


def _behind(tokens: Sequence[Token], start: int) -> Item | None:
    """The noun phrase behind a modifier, its noun one that is a verb too: 与和平行动有关的|报告|."""
    alone = tokens[start].text in EITHER and (start + 1 == len(tokens) or tokens[start + 1].tag in _AFTER_SUBJECT)
    return Item(start, start + 1) if alone else noun_phrase(tokens, start)


def _unit(token: Token) -> object:
    return None if token.mention is None else token.mention.fields.get("unit")


_OF_PERSONS: Final = frozenset({"名单", "名册", "简历", "姓名", "名额", "费用", "薪金", "工资", "津贴", "差旅费", "任期", "身份"})
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
    end = _relative_end(tokens, start) if tokens[start].text == "在" else None
    return end is not None and end + 1 < len(tokens) and tokens[end + 1].tag == "n"


def aged(tokens: Sequence[Token], at: int) -> Item | None:
    """A phrase that begins with an age: 450万名|6至59个月大的儿童, 300名|18岁以下青年."""
    mention = tokens[at].mention
    if mention is None or mention.fields.get("kind") != "duration":
        return None
    start = at + 1
    while start < len(tokens) and tokens[start].text in _OF_AGE:
        start += 1
    found = noun_phrase(tokens, start)
    return None if found is None else Item(at, found.end)


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verbal noun at `at`, the last of its clause, is what the persons before it do: 名 and 位 count no acts."""
    return _ends_clause(tokens, at + 1) and tokens[at].tag == "vn" and tokens[at - 1].tag == "n"


_JOINING: Final = frozenset({"participate", "attend", "accede", "ratify", "sign"})


_WITH: Final = frozenset({"与", "同"})


def _ends_clause(tokens: Sequence[Token], end: int) -> bool:
    return end == len(tokens) or tokens[end].tag == "w"


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verbal noun at `at`, the last of its clause, is what the states or bodies before it take part in: 15个国家|参与|，."""
    if not _ends_clause(tokens, at + 1) or tokens[at].tag != "vn":
        return False
    if tokens[at].text == "死亡":
        return tokens[at - 1].tag == "n"  # 95万头|牲畜|死亡
    joins = action_label(tokens[at].text)[1] in _JOINING or tokens[at].text == "发言"
    return joins and tokens[at - 1].text in AGENTS


_ENTERPRISES: Final = frozenset({"行动", "活动", "任务", "会议", "作业", "事件"})
"""Nouns that a verb before them says the kind of: 四次|拦截|行动."""


def _compounds(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verb at `i` belongs to a noun after it: 八次|审议|会议, not 三次|提及|方案."""
    return i + 1 < len(tokens) and tokens[i + 1].nominal and (tokens[i].text in _COMPOUNDING or tokens[i + 1].text in _ENTERPRISES)


def noun_phrase(tokens: Sequence[Token], start: int) -> Item | None:  # noqa: C901, PLR0912  # one branch a word class
    """The noun phrase that begins at token `start`, modifiers included, up to its last noun.

    One pass over the tokens: nouns extend the phrase, 的 after a plain noun ends it, a verb or preposition ends it unless it opens
    a modifier that a later 的 closes.
    """
    i, last = start, None  # `last`: the index after the last noun met
    opened = start  # where the nouns begin behind a clause that modifies them
    while i < len(tokens):
        token = tokens[i]
        if token.text == "的":
            if last == i and _plain(tokens, opened, i) and tokens[i - 1].text not in _ATTRIBUTES:
                break
            last = None
        elif token.text in COORDINATORS:
            if i + 1 < len(tokens) and tokens[i + 1].text in _BOUNDS:
                i += 1  # 专业人员|及以上|职类员额
            elif not _goes_on(tokens, i):
                break
        elif last == i and (step := past_figure(tokens, i - 1)) is not None and (token.verbal or token.tag in {"p", "d"}):
            i, last = step, None
        elif token.tag == "p" or token.text in _OPENERS:
            jump = _relative_end(tokens, i) if last is None else None
            if jump is None:
                break
            i, opened = jump, jump + 1
        elif token.verbal:
            step = _through_verb(tokens, i, start, last)
            if step is None:
                break
            if step == i + 1 and not (step < len(tokens) and tokens[step].nominal):
                last = step
            opened = step if step > i + 1 else opened
            i = step - 1
        elif last == i and (token.text in _NOW or _acts_next(tokens, i)):
            break
        elif token.nominal and not _changes_to(tokens, i):
            last = i + 1 if token.tag not in _MODIFIERS or (last == i and not _before_verb(tokens, i)) else last
        elif not (_links(tokens, i, last) or (token.tag == "m" and token.text[0] == "第" and token.text[-1] in "类级期")):
            break
        i += 1
    if last is None or last <= start:
        return None
    return Item(start, last - 1 if last > start + 1 and tokens[last - 1].text == "方面" and tokens[last - 2].tag == "n" else last)


def _acts_next(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` begins what those before it do: 15个国家|积极|参与了, 98%的选民|投票|赞成."""
    if not i or i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    if tokens[i].tag == "vn" and following.text in _SETTLING and (is_person(tokens[i - 1].text) or tokens[i - 1].text.endswith("人口")):
        return True  # 数百万难民|生活|在
    does = following.verbal or (following.tag == "vn" and i + 2 < len(tokens) and tokens[i + 2].text in {"了", "过"})
    acting = is_person(tokens[i - 1].text) or tokens[i - 1].text in AGENTS
    return does and (tokens[i].text in _ADVERBIAL or (tokens[i].text in {"投票", "发言"} and acting))


_SETTLING: Final = frozenset({"在", "于", "到", "至"})


def _before_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` modifies the verb after it: 难民|自愿|回返."""
    return i + 1 < len(tokens) and tokens[i + 1].verbal


def _links(tokens: Sequence[Token], i: int, last: int | None) -> bool:
    """Whether the locative or adverb at `i` leads on to a noun: 区域|间|调查, |最|不发达国家."""
    tag = tokens[i].tag
    if tag == "d" and last is None and _relative_end(tokens, i) is not None:
        return True
    return tag in {"f", "k", "d"} and i + 1 < len(tokens) and tokens[i + 1].nominal and (tag != "d" or last is None)


def _changes_to(tokens: Sequence[Token], i: int) -> bool:
    """A verbal noun with 到, 至, 了 or a number after it is the predicate: 诉讼|增加到, 城市|组织了."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    verb = tokens[i].tag == "vn" or tokens[i].text in EITHER
    return verb and following is not None and (following.text in {"到", "至", "了", "成", "为"} or following.tag == "Q")


def _plain(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the tokens hold nouns alone: then 的 after them begins another noun that they only modify."""
    if tokens[end - 1].tag in {"a", "b", "z", "d", "an", "i"}:
        return False  # 两条|截然不同|的道路
    if tokens[start].text in _MUTUAL:
        return False  # 三个|相互关联|的主题
    return not any(token.verbal or token.tag == "p" or token.text == "的" for token in tokens[start:end])


_MUTUAL: Final = frozenset({"相互", "互相", "彼此", "共同", "密切"})


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the coordination at token `at` goes on with another noun of the phrase."""
    i = at + 1
    if i >= len(tokens) or tokens[i].tag in {"Q", "w", "p", "c", "t", "r"}:
        return False
    if tokens[at].text == "与" and any(token.text in {"有关", "有关联", "相关", "一起", "合作"} for token in tokens[i : i + 8]):
        return False
    while i < len(tokens) and tokens[i].tag in {"a", "b", "d"}:
        i += 1
    return i < len(tokens) and tokens[i].nominal


def _through_verb(tokens: Sequence[Token], i: int, start: int, last: int | None) -> int | None:
    """The index to go on at when the verb at `i` only modifies a noun of the phrase; None when it is the predicate."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if last is None:
        if following is not None and following.nominal:
            end = _relative_end(tokens, i)
            return i + 1 if end is None or end > i + 8 else end + 1
        if following is None or following.tag == "w" or (following.text in COORDINATORS and i > start):
            return i + 1 if i > start else None  # 常规|袭击, with nothing after it
        end = _relative_end(tokens, i)
        return None if end is None else end + 1
    if following is None or following.tag not in {"n", "l"} or tokens[i].text not in _COMPOUNDING:
        return None
    after = tokens[i + 2] if i + 2 < len(tokens) else None
    return i + 1 if after is None or not (after.nominal or after.text == "的") else None


def _relative_end(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the 的 that closes the clause which begins at `i` as the modifier of a noun, within the same clause."""
    for j in range(i + 1, min(i + 18, len(tokens))):
        token = tokens[j]
        if (token.tag == "w" and token.text != "、") or token.text[0] == "是":
            return None
        if token.text == "的":
            return j
    return None
