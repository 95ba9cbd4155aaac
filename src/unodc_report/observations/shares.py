"""The base of a share, and what is compared: 70%的|缔约国, 年轻人占|人口|30%, |受害者|中，女童占19%, |支出|低于预算90万欧元."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.before import TIMES, alike, run_before
from unodc_report.observations.clauses import befallen
from unodc_report.observations.items import CHANGES, Item, aged, noun_phrase
from unodc_report.observations.tokens import Token, clause_start, past_bracket
from unodc_report.observations.vocabulary import AMONG, COORDINATORS, EITHER

AROUND: Final = frozenset({"以上", "以下", "左右", "上下"})
"""Words of the number that stand after it."""
MAKING_UP: Final = frozenset({"占", "约占", "仅占"})
WORTH: Final = frozenset({"重", "重约", "重达", "总重", "估价", "估值", "价值", "总值"})
"""Words with which a clause gives the weight or the worth of the figure before: ，|价值|480万美元."""
_LIKE: Final = MAKING_UP | {"相当于", "等于"}


_AIMS: Final = frozenset({"目标", "水平", "速度", "上限", "下限", "门槛"})
"""Nouns that a share is the measure of."""
_INSIDE: Final = frozenset({"f", "m", "mq", "t", "Q", "d"})
_OF: Final = frozenset({"其", "该", "的"})


def joined_share(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the share before, where both are of one thing: 捐款总额的22%和|18%, 增加到2012年的7%和2013年的|9%."""
    over = at - 3 if at > 4 and tokens[at - 1].text == "的" and tokens[at - 2].tag == "t" else at - 1
    if over < 2 or tokens[over].text not in COORDINATORS or not alike(tokens[over - 1], tokens[at]):
        return None
    return over - 1 if over < at - 1 or tokens[over - 2].text == "的" else None


def whole_after(tokens: Sequence[Token], at: int) -> Item | None:
    """The whole behind the 的 of a share: 70%的|缔约国, 50%以上的|感染者."""
    of = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in AROUND else past_bracket(tokens, at + 1)
    if of + 1 >= len(tokens) or tokens[of].text != "的":
        return None
    if of == at + 1 and tokens[of + 1].tag == "Q":
        return aged(tokens, of + 1)
    does = of + 2 < len(tokens) and (tokens[of + 2].verbal or tokens[of + 2].text in {"由", "在", "于", "被"})
    if tokens[of + 1].verbal and does:
        return Item(of + 1, of + 2)  # 52%的|分娩|由…接生
    if tokens[of + 1].text in _AIMS and at and tokens[at - 1].verbal:
        return None  # 未达到2%的|目标
    if befallen(tokens, of + 1):
        found = noun_phrase(tokens, of + 3)  # 四分之一的|被定罪人员
        return None if found is None else Item(of + 1, found.end)
    return noun_phrase(tokens, of + 1)


def voters(tokens: Sequence[Token], at: int) -> Item | None:
    """Those whose majority a share is: 参加表决的|成员|三分之二多数."""
    if at + 1 >= len(tokens) or tokens[at + 1].text not in {"多数", "多数票"} or (at + 2 < len(tokens) and tokens[at + 2].text == "的"):
        return None
    return run_before(tokens, at - 1 if tokens[at - 1].text == "的" else at)


def differing(tokens: Sequence[Token], at: int) -> Item | None:
    """What differs from something by the number: |支出|低于预算90万欧元, |入学率|高于全国平均水平12个百分点."""
    i = at - 1
    while i > 0 and tokens[i].nominal and tokens[i].tag != "g":
        i -= 1
    return run_before(tokens, i) if 0 < i < at - 1 and tokens[i].text in _DIFFERING else None


_DIFFERING: Final = frozenset({"低于", "高于", "多于", "少于", "超出", "超过"})


def compared(tokens: Sequence[Token], at: int) -> Item | None:
    """What is so many times another: 女性感染的|几率|几乎是同龄男性的两倍."""
    start = at - 1
    if start < 2 or tokens[start].text != "的":
        return None
    while start and (tokens[start - 1].nominal or tokens[start - 1].tag in _INSIDE or tokens[start - 1].text in _OF):
        start -= 1
    if not start or tokens[start - 1].text not in {"是", "为", "相当于", "等于", "达到"}:
        return None
    start -= 1
    while start and tokens[start - 1].tag == "d":
        start -= 1
    return run_before(tokens, start)


def made_up(tokens: Sequence[Token], at: int) -> Item | None:
    """The whole that stands between 占 and its share: 年轻人占|人口|30%以上."""
    start = at
    while start and tokens[start - 1].nominal:
        start -= 1
    return Item(start, at, "before") if 0 < start < at and tokens[start - 1].text in _LIKE else None


def changed(tokens: Sequence[Token], at: int) -> Item | None:
    """The variable that somebody changes by a share: 增加|收入|35%, 减少了|贫困人口|12%."""
    found = run_before(tokens, at)
    over = -1 if found is None else found.start - 1
    over -= over > 0 and tokens[over].text == "了"
    return found if over >= 0 and tokens[over].text in CHANGES else None


def beside_share(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun that a percentage stands before without 的: 缴纳30%|利润税."""
    if tokens[at].text[-1] not in "%成半数一二三四五六七八九十":
        return None
    at = at + 1 if at + 1 < len(tokens) and tokens[at + 1].text in {"以上", "以下"} else at
    if at + 1 >= len(tokens):
        return None
    noun = tokens[at + 1]
    return noun_phrase(tokens, at + 1) if noun.tag == "n" and noun.mention is None and noun.text not in EITHER else None


def of_group(tokens: Sequence[Token], clause: int, end: int) -> Item | None:
    """The group that a clause before names, where this one and those between only name its parts: |受害者|中，女童占19%，男童占15%."""
    while clause > 1 and all(token.nominal for token in tokens[clause:end]):
        last = clause - 2  # before the comma
        if tokens[last].text in AMONG:
            return base_before(tokens, last)
        if tokens[last].tag != "Q":
            return None
        clause = clause_start(tokens, last)
        end = last
        while end > clause and (tokens[end - 1].tag == "d" or tokens[end - 1].text == "占"):
            end -= 1
    return None


def _joins_nouns(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in COORDINATORS and at > 0 and tokens[at - 1].tag == "n"


def base_before(tokens: Sequence[Token], end: int) -> Item | None:
    """The run of nouns before token `end`, number nouns included: |总额|的百分之五."""
    if end and tokens[end - 1].tag == "Q":
        return run_before(tokens, end - 1)  # 在|死亡总人数|73人中
    start = end
    while start and (tokens[start - 1].nominal or (start < end and _joins_nouns(tokens, start - 1))):
        start -= 1  # 特使和特别代表|中
    if start < end and all(token.text in TIMES for token in tokens[start:end]):
        return None  # 上升至|去年|的12%
    return Item(start, end, "before") if start < end else None


def that_makes_up(tokens: Sequence[Token], at: int) -> Item | None:
    """The part that a share of a whole is the share of: |教育支出|占总支出的15%，比上年增加2个百分点."""
    making = next((i for i in range(at - 1, clause_start(tokens, at), -1) if tokens[i].text in MAKING_UP), None)
    return None if making is None else run_before(tokens, making)
