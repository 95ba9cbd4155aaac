"""Who acted, under which programme, and whose status: the slots that the clause before the number tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.clauses import AGENTS, is_person
from unodc_report.observations.grounds import OF_STATES
from unodc_report.observations.items import MOVES, Item
from unodc_report.observations.tokens import Sentence, Token, beginning_at, bracket_start, clause_start, comma_from
from unodc_report.observations.vocabulary import CAUSATIVE, DISPOSAL, EXISTENTIAL, QUALIFIERS, words
from unodc_report.rules import Candidate

ANAPHORS: Final = words("anaphor")
"""Bare nouns that stand for a body named before whose name ends so."""

_PARTIES: Final = words("party")
_JOINING: Final = words("joining")
_NOT_SUBJECT: Final = words("not_subject")
_SUFFERING: Final = words("suffering") | {"被"}
_SAYING: Final = words("saying")
_CLAIMING: Final = frozenset({"声称", "宣称", "称", "表示", "说", "承认"})
"""Words of saying whose subject is also that of the verb behind them."""
_ALSO: Final = frozenset({"并", "并且", "同时", "还"})
"""Words with which a body that said something goes on to act."""
_OWN: Final = OF_STATES | {
    "arrive", "benefit", "displace", "enrol", "enter", "escape", "face", "gather", "graduate", "infect", "injure", "kill", "lack", "leave",
    "marry", "meet", "miss", "need", "reside", "resign", "retire", "return", "serve", "suffer", "travel", "vote",
}  # fmt: skip
"""Classes of acts that persons and states who are their subject do themselves, or that befall them: 74万人|死亡|, not 打死74人."""
_PASSIVE: Final = frozenset({"被", "遭", "遭到", "获", "获得", "得到", "由", "让", "受", "受到"})
_OF_PERSONS: Final = frozenset({"人", "名", "位", "人次"})
_START: Final = attrgetter("start")
_TRIED: Final = 100  # organizations named before a bare noun among which it is sought


def find_actor(sentence: Sentence, at: int) -> Token | None:
    """The organization, or the bare noun for one, that is the subject of the clauses up to the quantity at token `at`.

    Of several the nearest before the number. An organization after a preposition (与, 向, 根据) or in a list is none; after 由 it is.
    """
    if "organization" not in sentence.kinds and ANAPHORS.isdisjoint(sentence.words):
        return None
    tokens = sentence.tokens
    for i in range(at - 1, -1, -1):
        token = tokens[i]
        if (token.mention is None or token.mention.type != "organization") and token.text not in ANAPHORS:
            continue
        if bracket_start(tokens, i) is not None or _follows(tokens, i):
            continue
        if i + 2 < len(tokens) and _is_session(tokens[i + 1]) and tokens[i + 2].tag in {"v", "d", "p"}:
            return tokens[i]  # 人权理事会|第三十届会议通过了
        if _is_object(tokens, i) or _owns(tokens, i + 1, at):
            continue
        if _modifies(tokens, i + 1, at) or _suffers(tokens, i + 1, at) or _says(tokens, i + 1, at):
            return None
        if i + 1 < len(tokens) and tokens[i + 1].text not in {"的", "、", "(", "第"} and tokens[i + 1].tag not in {"w", "n", "f"}:
            return tokens[i]
    return None


def _follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether a preposition, or before a bare noun another noun, makes the body at `i` part of another phrase: 与|开发署|, 法律|办公室|."""
    return i > 0 and (tokens[i - 1].text in _NOT_SUBJECT or (tokens[i].mention is None and tokens[i - 1].nominal))


def _is_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb leads to the body and its number: 任命|会费委员会|六名成员."""
    return i > 0 and tokens[i + 1].tag == "Q" and (tokens[i - 1].text == "了" or tokens[i - 1].verbal)


def is_done_by_counted(sentence: Sentence, at: int, item: Item | None, action: int) -> bool:
    """Whether those counted do what the word at the character `action` says (109个国家|参加了), or the thing changes (面积|降至)."""
    tokens = sentence.tokens
    verb = beginning_at(tokens, action)
    if verb is None:
        return False
    if item is not None and item.how == "before" and item.end <= verb < at and tokens[verb].text in MOVES:
        start = clause_start(tokens, verb)
        return start <= item.start and all(token.text not in DISPOSAL | CAUSATIVE for token in tokens[start:verb])
    brought_about = any(token.text in CAUSATIVE for token in tokens[clause_start(tokens, at) : at])  # 儿基会|使|4 700名儿童|重返家庭
    if verb < at or brought_about or action_label(tokens[verb].text)[1] not in _OWN:
        return False
    counted = tokens[item.end - 1].text if item is not None else ""
    agents = counted in AGENTS or (is_person(counted) if counted else sentence.quantity(at).fields["unit"] in _OF_PERSONS)
    return agents and all(token.text not in _PASSIVE for token in tokens[at:verb])


def _owns(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a place in 在 and 的 follow the body, whose the noun behind them is: 开发署|在卢旺达的|支出."""
    if start + 2 >= at or tokens[start].text != "在" or tokens[start + 1].tag != "g":
        return False
    end = next((i for i in range(start + 2, at) if tokens[i].tag != "g" and tokens[i].text not in {"和", "、"}), at)
    return tokens[end].text == "的" and all(token.nominal for token in tokens[end + 1 : end + 3])


def _modifies(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether what the body does only says which body acts: 开发署|支助的法庭审结了."""
    end = comma_from(tokens, start, at)
    of = next((i for i in range(end - 1, start, -1) if tokens[i].text == "的"), start)
    head = next((i for i in range(of + 1, end) if not tokens[i].nominal), end)
    if of == start or head in {of + 1, end} or tokens[head - 1].text not in AGENTS:
        return False
    return (tokens[start].verbal or tokens[start].tag == "vn") and (tokens[head].verbal or tokens[head].tag in {"d", "p"})


def _suffers(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether something befalls the body, and that brings about the figure: 特派团车队|遭|伏击，|造成|4人死亡."""
    befalls = next((i for i in range(start, at) if tokens[i].text in _SUFFERING), at)
    return any(token.text in CAUSATIVE for token in tokens[befalls:at])


def _says(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the body only says what the figure is about and does not go on to act: 世卫组织估计|有300万人, not 特派团声称|打死."""
    end = comma_from(tokens, start, at)
    said = next((i for i in range(start, at) if tokens[i].text in _SAYING and (i < end or tokens[i - 1].text == "，")), None)
    if said is None:
        return False
    end = comma_from(tokens, said, at)
    if tokens[said].text in _CLAIMING and (_goes_on(tokens, said + 1) or (end < at and end == said + 1 and _goes_on(tokens, end + 1))):
        return False
    return not any(tokens[i].text in _ALSO and tokens[i].since_clause == 0 for i in range(end + 1, at))


def _goes_on(tokens: Sequence[Token], start: int) -> bool:
    """Whether what is said has no subject of its own: 称，|正向灾民提供援助, 声称|打死25人, but not 称，|已有25人死亡."""
    i = start
    while i < len(tokens) and tokens[i].tag == "d":
        i += 1
    if i >= len(tokens) or tokens[i].text in EXISTENTIAL or tokens[i].text in QUALIFIERS:
        return False
    return (tokens[i].verbal or tokens[i].tag == "p") and (i > start or tokens[start].since_clause > 0)


def _is_session(token: Token) -> bool:
    return token.mention is not None and token.mention.type == "event"


def resolve(anaphor: str, bodies: Sequence[Candidate], position: int, folded: str) -> Candidate | None:
    """The nearest of the organizations (in text order) before `position` whose name ends as the bare noun says; some dozens are tried."""
    end = bisect_left(bodies, position, key=_START)
    near = reversed(bodies[max(0, end - _TRIED) : end])
    return next((c for c in near if c.end <= position and folded.endswith(anaphor, c.start, c.end)), None)


def find_programme(sentence: Sentence, at: int) -> Token | None:
    """The programme, initiative, mechanism or network named nearest before the quantity at token `at`."""
    if "programme" not in sentence.kinds:
        return None
    before = reversed(sentence.tokens[:at])
    return next((t for t in before if t.mention is not None and t.mention.type == "programme"), None)


def find_instrument(sentence: Sentence, at: int, item: Item | None, action: str | None) -> Token | None:
    """The instrument whose status the figure gives: 《…公约》已有|187个缔约方, 120个国家|批准了《…公约》."""
    tokens = sentence.tokens
    counted = tokens[item.end - 1].text if item is not None else ""
    if counted in _PARTIES or counted.endswith(tuple(_PARTIES)):
        clause = clause_start(tokens, at)
        if tokens[clause].text in CAUSATIVE and clause:
            clause = clause_start(tokens, clause - 1)  # 五个国家加入《公约》，|使缔约国达到181个
        found = [t for t in tokens[clause:at] if t.mention is not None and t.mention.type == "instrument"]
        return found[-1] if found else None
    if action in _JOINING:
        return next((t for t in tokens[at:] if t.mention is not None and t.mention.type == "instrument"), None)
    return None
