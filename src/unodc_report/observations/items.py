"""Noun phrases: where the phrase ends that begins after a measure word or 的 (五个|区域间调查论坛, 70%的|受审议缔约国)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from unodc_report.observations.clauses import AGENTS, is_person, past_figure, settles
from unodc_report.observations.tokens import Token
from unodc_report.observations.vocabulary import COORDINATORS, EITHER, words

CHANGES: Final = words("change")
MOVES: Final = CHANGES | words("up") | words("down")
"""Words of a change, and those that say which way it goes."""
REACHES: Final = words("reach")
_OPENERS: Final = words("opener")
COMPOUNDING: Final = words("compounding")
"""Verbs that stand before a noun as freely as nouns do (司法协助事务)."""
DEGREES: Final = frozenset({"有所", "略有", "稍有"})
"""How far something changes, after the number that it is compared with: 较前一期间的150次|有所|增加."""
_OF_AGE: Final = frozenset({"以上", "以下", "大", "的", "及", "至", "不满", "未满"})
"""Words between an age and the noun that it modifies."""


BOUNDS: Final = frozenset({"以上", "以下"})
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


_POINTING: Final = frozenset({"该", "本", "其"})
_INSIDE: Final = frozenset("内里外间") | {"当中", "之中", "中间"}
"""Words of place that the dictionary has as nouns."""


def elided(found: Item | None) -> Item | None:
    """The noun phrase of an earlier number, as that of one that leaves it out."""
    return None if found is None else Item(found.start, found.end, "elided")


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


class _Reach(NamedTuple):
    """How far a noun phrase is read.

    Attributes:
        at: index of the next token.
        last: the index after the last noun met; None behind what modifies a noun still to come.
        opened: where the nouns begin behind a clause that modifies them.
    """

    at: int
    last: int | None
    opened: int


def noun_phrase(tokens: Sequence[Token], start: int) -> Item | None:
    """The noun phrase that begins at token `start`, modifiers included, up to its last noun.

    One pass over the tokens: nouns extend the phrase, 的 after a plain noun ends it, a verb or preposition ends it unless it opens
    a modifier that a later 的 closes.
    """
    reach, further = _Reach(start, None, start), _further
    while reach.at < len(tokens) and (next_reach := further(tokens, start, reach)) is not None:
        reach = next_reach
    last = reach.last
    if last is None or last <= start:
        return None
    last -= last > start + 1 and tokens[last - 1].text in _INSIDE and tokens[last - 2].tag == "n"  # 在5个|国家|内
    return Item(start, last - 1 if last > start + 1 and tokens[last - 1].text == "方面" and tokens[last - 2].tag == "n" else last)


def _further(tokens: Sequence[Token], start: int, reach: _Reach) -> _Reach | None:
    """The phrase with the next word; None where that ends it."""
    i, last, opened = reach
    token = tokens[i]
    if token.text == "的":
        return _past_of(tokens, start, reach)
    if token.text in COORDINATORS:
        return _past_coordinator(tokens, reach)
    if last == i and (token.verbal or token.tag in {"p", "d"}) and (figure := past_figure(tokens, i - 1)) is not None:
        return _Reach(figure + 1, None, opened)
    if token.tag == "p" or token.text in _OPENERS:
        closed = relative_end(tokens, i) if last is None else None
        return None if closed is None else _Reach(closed + 1, last, closed + 1)
    return _past_verb(tokens, start, reach) if token.verbal else _past_noun(tokens, start, reach)


def _past_of(tokens: Sequence[Token], start: int, reach: _Reach) -> _Reach | None:
    """The phrase with its 的, unless only nouns stand before that: then another noun begins behind it."""
    i, last, opened = reach
    if last == i and _plain(tokens, opened, i) and tokens[i - 1].text not in _ATTRIBUTES:
        return None
    attribute = i > start and tokens[i - 1].tag in {"a", "b", "i", "l", "z"}
    return _Reach(i + 1, None, i + 1 if attribute else opened)  # 自给自足的|医疗小组|的工作


def _past_coordinator(tokens: Sequence[Token], reach: _Reach) -> _Reach | None:
    """The phrase with what joins another noun to it."""
    i, last, opened = reach
    if i + 1 < len(tokens) and tokens[i + 1].text in BOUNDS:
        return _Reach(i + 2, last, opened)  # 专业人员|及以上|职类员额
    return _Reach(i + 1, last, opened) if _goes_on(tokens, i) and not _owns_next(tokens, i + 1) else None


def _past_verb(tokens: Sequence[Token], start: int, reach: _Reach) -> _Reach | None:
    """The phrase with a verb that only modifies a noun of it."""
    i, last, opened = reach
    step = _through_verb(tokens, i, start, last)
    if step is None:
        return None
    if step > i + 1:
        return _Reach(step, last, step)
    return _Reach(step, last if step < len(tokens) and tokens[step].nominal else step, opened)


def _past_noun(tokens: Sequence[Token], start: int, reach: _Reach) -> _Reach | None:
    """The phrase with a noun or a word that leads on to one; None before what those named do, or what is said of them."""
    i, opened = reach.at, reach.opened
    last: int | None = reach.last  # the compiler of the package infers None from the pieces of a tuple
    token = tokens[i]
    if last == i and (token.text in _NOW or _acts_next(tokens, i)):
        return None
    if last is None and token.text in _POINTING and i > start:
        return _Reach(i + 1, last, opened)  # 7名来自马里的|该|特派团成员
    if last == i and token.text.isascii() and is_person(tokens[i - 1].text):
        return None  # 两名人权维护者|Maria Lopes
    if token.nominal and not _changes_to(tokens, i):
        heads = token.tag not in _MODIFIERS or (last == i and not _before_verb(tokens, i))
        return _Reach(i + 1, i + 1 if heads else last, opened)
    ordinal = token.tag == "m" and token.text[0] == "第" and token.text[-1] in "类级期"
    return _Reach(i + 1, last, opened) if ordinal or _links(tokens, i, last) else None


def _owns_next(tokens: Sequence[Token], i: int) -> bool:
    """Whether the body or country at `i` is whose the next figure is: 五个理事国和|海洋法法庭|七名法官."""
    owner = tokens[i].mention if i + 1 < len(tokens) else None
    return owner is not None and owner.type in {"organization", "country"} and tokens[i + 1].tag == "Q"


def _acts_next(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` begins what those before it do: 15个国家|积极|参与了, 98%的选民|投票|赞成."""
    if not i or i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    if tokens[i].text in {"不满", "未满", "年满"} and following.tag == "Q":
        return True  # 一半的人|不满|18岁
    if tokens[i].tag == "vn" and following.text in SETTLING and settles(tokens[i - 1].text):
        return True  # 数百万难民|生活|在
    does = following.verbal or (following.tag == "vn" and i + 2 < len(tokens) and tokens[i + 2].text in {"了", "过"})
    acting = is_person(tokens[i - 1].text) or tokens[i - 1].text in AGENTS
    if following.text == "或" and i + 3 < len(tokens) and tokens[i + 3].verbal:
        return tokens[i].tag == "ad"  # 70个国家|完全或部分|关闭了
    return does and (tokens[i].text in _ADVERBIAL or (tokens[i].text in {"投票", "发言"} and acting))


SETTLING: Final = frozenset({"在", "于", "到", "至"})


def _before_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` modifies the verb after it: 难民|自愿|回返."""
    return i + 1 < len(tokens) and tokens[i + 1].verbal


def _links(tokens: Sequence[Token], i: int, last: int | None) -> bool:
    """Whether the locative or adverb at `i` leads on to a noun: 区域|间|调查, |最|不发达国家."""
    tag = tokens[i].tag
    if tag == "d" and last is None and relative_end(tokens, i) is not None:
        return True
    return tag in {"f", "k", "d"} and i + 1 < len(tokens) and tokens[i + 1].nominal and (tag != "d" or last is None)


def _changes_to(tokens: Sequence[Token], i: int) -> bool:
    """A verbal noun with 到, 至, 了 or a number after it is the predicate: 诉讼|增加到, 城市|组织了."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    verb = tokens[i].tag == "vn" or tokens[i].text in EITHER
    if tokens[i].text in CHANGES and following is not None and following.tag == "d" and i + 2 < len(tokens) and tokens[i + 2].tag == "Q":
        return True  # 5个步兵营兵力|减少|约2 500人
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
    owner = i
    while owner < len(tokens) and tokens[owner].nominal:
        owner += 1
    if owner < len(tokens) and tokens[owner].tag == "Q" and tokens[owner].text[-1] in "个名位":
        return False  # 3个成员国|、联合国1个会员国
    return i < len(tokens) and tokens[i].nominal


def _through_verb(tokens: Sequence[Token], i: int, start: int, last: int | None) -> int | None:
    """The index to go on at when the verb at `i` only modifies a noun of the phrase; None when it is the predicate."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if last is None:
        if following is not None and following.nominal:
            end = relative_end(tokens, i)
            return i + 1 if end is None or end > i + 8 else end + 1
        if following is None or following.tag == "w" or (following.text in COORDINATORS and i > start):
            return i + 1 if i > start else None  # 常规|袭击, with nothing after it
        end = relative_end(tokens, i)
        return None if end is None else end + 1
    if following is None or following.tag not in {"n", "l"} or tokens[i].text not in COMPOUNDING:
        return None
    after = tokens[i + 2] if i + 2 < len(tokens) else None
    return i + 1 if after is None or not (after.nominal or after.text == "的") else None


def relative_end(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the 的 that closes the clause which begins at `i` as the modifier of a noun, within the same clause."""
    for j in range(i + 1, min(i + 18, len(tokens))):
        token = tokens[j]
        if (token.tag == "w" and token.text != "、") or token.text[0] == "是":
            return None
        if token.text == "的":
            return j
    return None


_PROPOSING: Final = frozenset({"建议", "提议", "决定", "要求", "倡议"})
_PROPOSERS: Final = (
    "委员会", "理事会", "秘书处", "秘书长", "大会", "部", "厅", "署", "团", "组", "会议", "专员",
    "主任", "总干事", "国", "方", "机构", "当局", "政府", "委",
)  # fmt: skip


def proposes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the last of some nouns is what their body does, before the change that it wishes.

    咨询委员会|建议|削减5%, not 秘书长的建议|增加了两倍.
    """
    if end >= len(tokens) or tokens[end - 1].text not in _PROPOSING or tokens[end].text not in CHANGES or tokens[end].text[-1] in "至到":
        return False
    return tokens[min(end + 1, len(tokens) - 1)].text != "了" and (start + 1 == end or tokens[end - 2].text.endswith(_PROPOSERS))


def past_base(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the nouns of a rate begin behind what it is counted on: 每10万居民|凶杀率, 每10万活产|产妇死亡人数."""
    if start < 2 or tokens[start - 1].tag != "Q" or tokens[start - 2].text != "每":
        return start
    if tokens[end - 1].text[-1] == "率":
        return end - 1
    return start + 1 if tokens[end - 1].text.endswith("人数") and start + 2 < end else start


def leads_level(tokens: Sequence[Token], i: int) -> bool:
    """Whether 自 leads to the level at which a change begins, and to no period: |自|1991年的5.5%升至."""
    return tokens[i].text == "自" and i + 2 < len(tokens) and tokens[i + 1].tag == "t" and tokens[i + 2].text == "的"
