"""Figures that are changes, and figures that belong to others: 增加了3倍, 增加到3倍, 其中…, 76%是女童."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from unodc_report.data.counted import action_label
from unodc_report.observations.before import TIMES, alike
from unodc_report.observations.governors import PERIODS, earlier_conjunct
from unodc_report.observations.items import Item, leads_level
from unodc_report.observations.tokens import Sentence, Token, bracket_start, clause_start
from unodc_report.observations.vocabulary import AGAINST, COORDINATORS, FROM, REPORTING, words

Change = Literal["increase", "decrease"]
Relation = Literal["part_of", "share_of"]

_UP: Final = words("up")
_DOWN: Final = words("down")
_UP_OR_DOWN: Final = _UP | _DOWN
_TO: Final = frozenset({"到", "至", "达", "达到", "为"})
_REACHING: Final = words("reaching")
_BETWEEN: Final = words("before_change")
_THAN: Final[dict[str, Change]] = {"多": "increase", "高": "increase", "少": "decrease", "低": "decrease"}
"""Adjectives that are changes where something is compared."""
_DIRECTIONS: Final = _UP_OR_DOWN | frozenset(_THAN)
_RATES: Final = ("率", "速度", "缺口", "差距", "幅", "幅度", "份额", "比例", "比重", "占比", "指数", "丰度", "贡献")
"""Endings of nouns that a share is the value of: it is no share of them."""
_FORMER: Final = frozenset({"原有", "原来", "原先", "最初", "此前", "先前"})
"""Words of the level that a change begins at: 从|原有|的31%升至."""
_EARLIER: Final = TIMES | _FORMER
_MEANS: Final = ("平均值", "平均数", "平均水平", "均值")
_INCLUDING: Final = frozenset({
    "为", "达", "其中", "占", "包括", "有", "还", "约", "近", "至少", "超过", "包含", "仅", "大约", "已有", "约有", "共有", "仅有",
})  # fmt: skip


def find_change(sentence: Sentence, at: int) -> tuple[Change | None, Literal["by", "to"] | None, str | None]:
    """The direction of the change that the quantity at token `at` is, whether it says by how much or to which level, the construction."""
    if _DIRECTIONS.isdisjoint(sentence.words):
        return None, None, None
    tokens = sentence.tokens
    if at and tokens[at - 1].text in _THAN and compares(tokens, at - 1):
        return _THAN[tokens[at - 1].text], "by", "change.compared"
    if (changed := _of_variable(tokens, at)) is not None:
        return changed, "by", "change.variable"
    if _has_others(tokens, at):
        return None, None, None
    to, start = False, _before_owners(tokens, at)
    for i in range(start - 1, max(start - 7, -1), -1):
        word = tokens[i].text
        direction: Change | None = "increase" if word in _UP else "decrease" if word in _DOWN else None
        if direction is not None:
            level = (to and not _is_size(tokens, i, at)) or word in _REACHING
            return direction, "to" if level else "by", "change.before_number"
        if word == "(" and to:
            break  # 失业人数增加(2011年为|170万|)
        if word in _TO:
            to = True
        elif word not in _BETWEEN and tokens[i].tag not in {"d", "ul", "t"} and not _passes(tokens, i):
            break
    first = earlier_conjunct(tokens, at - 1) if at and tokens[at - 1].text in COORDINATORS else None
    return (None, None, None) if first is None else find_change(sentence, first)  # 增至16个办事处、|120名|工作人员


def _before_owners(tokens: Sequence[Token], at: int) -> int:
    """Where what a figure is of begins, if it is a number of others: 减至|6个国家的|1 255例; else the figure itself."""
    i = at - 2 if at > 2 and tokens[at - 1].text == "的" else at
    while i < at and i and tokens[i].nominal:
        i -= 1
    return i if i < at - 2 and tokens[i].tag == "Q" else at


def _has_others(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure counts those whose other figure follows: 减至|6个|国家的1 255例."""
    i = at + 1
    while i < len(tokens) and tokens[i].nominal:
        i += 1
    return at + 1 < i < len(tokens) - 1 and tokens[i].text == "的" and tokens[i + 1].tag == "Q"


def _is_size(tokens: Sequence[Token], i: int, at: int) -> bool:
    """Whether the change at `i` is a noun and the share at `at` its size, not a level: 2011年的|增长|为3.1%."""
    noun = i > 0 and tokens[i - 1].text == "的" and tokens[at].text.endswith("%")
    return noun and all(token.text == "为" or token.tag in {"d", "Q"} or token.text in _JOINING for token in tokens[i + 1 : at])


def _of_variable(tokens: Sequence[Token], at: int) -> Change | None:
    """The direction in which somebody changes a variable by the share at token `at`: 增加|收入|35%."""
    mention, start = tokens[at].mention, at
    if mention is None or mention.fields["kind"] not in {"percent", "fraction"}:
        return None
    while start and tokens[start - 1].nominal and tokens[start - 1].text not in _UP_OR_DOWN:
        start -= 1
    if start == at:
        return None
    start -= start > 1 and tokens[start - 1].text == "了"
    verb = tokens[start - 1].text if start else ""
    if verb in _REACHING:
        return None  # 从25%|降到|不足5%
    return "increase" if verb in _UP else "decrease" if verb in _DOWN else None


def compares(tokens: Sequence[Token], i: int) -> bool:
    """Whether something is compared before token `i`: |比|2014年少2 100万美元, 与目标|相比|，人数少12万人."""
    clause = clause_start(tokens, i)
    against = clause > 1 and tokens[clause - 2].text in AGAINST
    return against or any(token.text in {"比", "较"} for token in tokens[clause:i])


def _passes(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` stands between a change and its number: 的 in 至2021年|的|12吨, 30%|和| in 增加了30%和4%."""
    if tokens[i].text == "的":
        return i > 0 and (tokens[i - 1].tag == "t" or tokens[i - 1].text in TIMES or tokens[i - 1].text in PERIODS)
    if tokens[i].text in PERIODS:
        return i > 0 and tokens[i - 1].tag == "t"
    if tokens[i].text in TIMES:
        return True  # 上升至|去年|的12%
    listed = i if tokens[i].text in _JOINING else i + 1
    further = listed + 1
    while further < len(tokens) and tokens[further].tag == "d":
        further += 1  # 85亿和|约|97亿
    joins = listed > 0 and further < len(tokens) and tokens[listed].text in _JOINING
    return joins and tokens[listed - 1].tag == tokens[further].tag == "Q"


_JOINING: Final = COORDINATORS | {"即"}
"""Words between two figures of one change: 30%|和|4%, 470万美元|即|2.9%."""


def find_relation(sentence: Sentence, at: int, item: Item | None) -> tuple[Relation | None, tuple[int, int] | None, str | None]:
    """What the quantity at token `at` is part or share of, the clean span of that figure where it is one, and the construction."""
    tokens = sentence.tokens
    clause = _clause(tokens, at)
    before = sentence.figure_before(at)
    earlier = None if before is None else tokens[before]
    kind = sentence.quantity(at).fields["kind"]
    if clause > 1 and tokens[clause - 2].text == "其中" and kind in {"count", "measure", "money"}:
        clause -= 2  # |其中，|患严重营养不良的儿童约1.8万
    if tokens[clause].text == "其中" and all(
        token.text in _INCLUDING or token.tag in {"d", "w"} or token.nominal or _is_listed(tokens, i)
        for i, token in enumerate(tokens[clause:at], clause)
    ):
        whole = next((tokens[i] for i in range(clause - 1, -1, -1) if tokens[i].tag == "Q"), None) or earlier
        return "part_of", (whole.start, whole.end) if whole is not None else None, "relation.part_of_whole"
    if earlier is not None and _of_those(tokens, at, clause, earlier):
        return "part_of", (earlier.start, earlier.end), "relation.of_those"
    if (first := earlier_conjunct(tokens, at - 1)) is not None and tokens[at - 1].text in COORDINATORS and alike(tokens[first], tokens[at]):
        told, related, _ = find_relation(sentence, first, None)
        if told == "part_of":
            return told, related, "relation.joined"  # 其中包括531名妇女和|248名|儿童
    whole = _whole(tokens, at, clause)
    if whole is not None:
        return "part_of", (whole.start, whole.end), "relation.further_part"
    if kind in {"percent", "fraction"} and item is not None and find_change(sentence, at)[0] is None:
        varies = _varies(tokens, at, item) or _opens_range(tokens, at)
        return (None, None, "relation.none_value") if varies else ("share_of", None, "relation.share")
    return None, None, None


def _is_listed(tokens: Sequence[Token], i: int) -> bool:
    """Whether a figure stands in a list with the one after it: 其中吗啡|2吨|、海洛因5吨."""
    return tokens[i].text in COORDINATORS or (tokens[i].tag == "Q" and i + 1 < len(tokens) and tokens[i + 1].text in COORDINATORS)


def _clause(tokens: Sequence[Token], at: int) -> int:
    """Index of the first token of the clause that token `at` stands in; a bracket that it stands in is one, a closed one is not."""
    start, opened = clause_start(tokens, at), bracket_start(tokens, at)
    return start if opened is None else max(start, opened + 1)


def _of_those(tokens: Sequence[Token], at: int, clause: int, earlier: Token) -> bool:
    """Whether 其中 at once before the number, or at the head of a clause that only says how many there are, makes a part of it.

    将|其中|97名驱逐; |其中|未经处理的占40%; |其中|找到的遗骸有92具.
    """
    if tokens[at - 1].text == "其中" or (at > 1 and tokens[at - 1].text == "的" and tokens[at - 2].text == "其中"):
        return _same_unit(tokens[at], earlier)
    if tokens[clause].text != "其中" or any(token.tag == "Q" for token in tokens[clause:at]):
        return False
    last = at - 1
    while tokens[last].tag == "d":
        last -= 1
    told = tokens[last].text in _THERE_ARE or (tokens[last].tag == "n" and (at + 1 == len(tokens) or tokens[at + 1].tag == "w"))
    return tokens[at - 1].text in _MAKING_UP or (told and any(t.text == "的" for t in tokens[clause:at]))


_MAKING_UP: Final = frozenset({"占", "约占", "仅占", "占到"})
_THERE_ARE: Final = frozenset({"有", "为", "共有", "约有", "仅有", "达"})


def _same_unit(one: Token, other: Token) -> bool:
    """Whether two figures count the same kind of thing: 名, 位 and 人 all count persons."""
    first, second = (token.mention.fields if token.mention is not None else {} for token in (one, other))
    same = first.get("unit") == second.get("unit") or {first.get("unit"), second.get("unit")} <= _PERSONS
    return same and first.get("kind") == second.get("kind")


_PERSONS: Final = frozenset({"名", "位", "人"})


def _whole(tokens: Sequence[Token], at: int, clause: int) -> Token | None:
    """The figure with the same unit before the 其中 that the number is a part after, itself or as a further member of the list.

    4 700万美元，其中瑞典捐助了|1 200万美元; 37项建议，其中24项已执行，|10项正在执行.
    """
    if not clause or (tokens[clause].text != "其中" and not _opens(tokens, clause)):
        return None
    kind = tokens[at].mention.fields.get("kind")  # type: ignore[union-attr]  # a Q token is a mention
    first = next(i for i in range(clause, at + 1) if tokens[i].tag == "Q")
    listed = all(tokens[i].nominal or _is_listed(tokens, i) for i in range(first, at))
    if not listed or kind not in {"count", "money", "measure"}:
        return None
    while clause and tokens[clause].text != "其中":
        if not _opens(tokens, clause):
            return None
        clause = _clause(tokens, clause - 1)
    if not clause:
        return None
    earlier = next((tokens[i] for i in range(clause - 1, -1, -1) if tokens[i].tag == "Q"), None)
    return earlier if earlier is not None and _same_unit(tokens[at], earlier) else None


def _opens(tokens: Sequence[Token], clause: int) -> bool:
    """Whether a clause opens with a figure, alone or with a noun or what befell persons before it.

    ，|10项正在执行; ，|笔译费28万美元; ，|受伤19人.
    """
    following = tokens[clause + 1].mention if clause + 1 < len(tokens) else None
    if tokens[clause].verbal and following is not None and following.fields.get("unit") in _PERSONS:
        return True
    while clause < len(tokens) and tokens[clause].nominal:
        clause += 1
    return clause < len(tokens) and tokens[clause].tag == "Q"


def _varies(tokens: Sequence[Token], at: int, item: Item) -> bool:
    """Whether the share is the value of what the item names, not a part of it: 投票率为|69%, 由|83%|提高到."""
    if item.how == "after":
        return "".join(token.text for token in tokens[max(item.start, item.end - 2) : item.end]).endswith(_MEANS)  # 低于9.8%的|世界平均值
    return item.end <= at and tokens[item.end - 1].text.endswith(_RATES)


def _opens_range(tokens: Sequence[Token], at: int) -> bool:
    """Whether the share is the level that a change begins at: 席位|从2012年的|11%上升到."""
    i = at - 1
    while i > 0 and (tokens[i].tag == "t" or tokens[i].text == "的" or tokens[i].text in _EARLIER):
        i -= 1
    return i >= 0 and (tokens[i].text in FROM or leads_level(tokens, i)) and at + 1 < len(tokens) and tokens[at + 1].text in _UP_OR_DOWN




def taken_part(tokens: Sequence[Token], item: Item, at: int) -> Token | None:
    """What was done to the thing whose number changed from one level to another: |缉获|的海洛因从91吨降至74吨."""
    i = item.start - 2
    if i < 0 or tokens[i + 1].text != "的" or not tokens[i].verbal or action_label(tokens[i].text)[1] == "other":
        return None
    if i and tokens[i - 1].tag in {"a", "b"}:
        return None  # 非正规|就业|的人数
    end = brackets_end(tokens, item.end) if tokens[item.end].text == "(" else item.end
    return tokens[i] if end < at and tokens[end].text in FROM and tokens[i].text not in REPORTING else None


def is_level_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause only gives the level of another time: 捐款增加到5亿美元，|2009年为|4亿美元."""
    if tokens[at - 1].text not in _LEVEL:
        return False
    clause = clause_start(tokens, at)
    return clause < at - 1 and all(token.tag in {"t", "d", "c"} for token in tokens[clause : at - 1])


def lies_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause only says that so many are in a place: 17个集中在非洲，|中亚地区有|6个."""
    return tokens[at - 1].text[-1] == "有" and tokens[clause_start(tokens, at)].tag == "g"


_LEVEL: Final = frozenset({"为", "是", "只有", "仅为", "仅有"})


def brackets_end(tokens: Sequence[Token], at: int) -> int:
    """Index after the bracket that token `at` stands in, and after what is joined to it in the same form: 差旅费(…)和咨询费(…)|."""
    end = next((i + 1 for i in range(at, len(tokens)) if tokens[i].text == ")"), len(tokens))
    if end >= len(tokens) or tokens[end].text not in COORDINATORS:
        return end
    opened = end + 1
    while opened < len(tokens) and tokens[opened].nominal:
        opened += 1
    return brackets_end(tokens, opened) if opened < len(tokens) and tokens[opened].text == "(" else end
