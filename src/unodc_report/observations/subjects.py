"""Places that are the subject of a figure's clause, and whether what they do makes them its ground: |土耳其|缉获, not 日本捐助."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.before import APART, is_named
from unodc_report.observations.clauses import is_person
from unodc_report.observations.grounds import ELSEWHERE, OF_STATES, OUTWARD, destination, past_span, places_after
from unodc_report.observations.items import BOUNDS, CHANGES, REACHES
from unodc_report.observations.objects import TRANSITIVE
from unodc_report.observations.tokens import Token, clause_start, past_bracket
from unodc_report.observations.vocabulary import COORDINATORS, DISASTERS, EITHER, INSIDE, words

_HAVING: Final = REACHES | CHANGES | words("existential") | words("reaching") | words("copula") | {"多达", "高达", "超过", "不到", "不足"}
_CHANGING: Final = REACHES | CHANGES
LOCAL: Final = CHANGES | words("local")
"""What happens where its subject is."""
_AGGRESSION: Final = words("aggression")
"""What a state does to others, or does it with, where it is named before: |以色列|侵略, |叙利亚|直升机."""
_HAPPENING: Final = DISASTERS | words("happening") - {"会议", "研讨会", "讲习班", "选举", "行动"}
_MAKING: Final = frozenset({"造成", "导致", "致使", "引起", "使"})
_EXISTING: Final = (words("existential") - {"包括"}) | {"现有", "设有", "拥有", "仍有"}
_DURING: Final = frozenset({"期间", "时期", "高峰期"})
_AUTHORITIES: Final = tuple(words("authority"))
GROUNDS: Final = (*_AUTHORITIES, "监狱", "医院", "大学", "学校", "厂", "设施", "机场", "矿山")
_POLICE: Final = ("当局", "警察", "警方", "海关", "政府", "警卫队", "宪兵")
"""Authorities that destroy things on their own ground alone."""


def of_subject(tokens: Sequence[Token], at: int, action: str | None) -> list[Token]:
    """The places that are the subject of the number's clause, or of the clause before where it has none of its own."""
    clause, moved = clause_start(tokens, at), False
    if (goal := destination(tokens, at, action, clause)) is not None:
        return goal
    for _ in range(4):
        start = clause
        while start < at and (tokens[start].tag in {"t", "d", "c"} or tokens[start].text in {"，", "截至", "自", "其中", "即", "同期"}):
            start += 1
        while not clause and start < at and (tokens[start].text.isdigit() or tokens[start].text == "."):
            start += 1  # 26.|百慕大有
        start = _past_time(tokens, past_span(tokens, start, at), at)
        start += start + 1 < at and is_named(tokens[start]) and tokens[start + 1].tag == "g" != tokens[start].tag  # 世卫组织|非洲区域报告了
        if start + 2 < at and tokens[start].tag in {"a", "b"} and tokens[start + 1].text == "的" and tokens[start + 2].tag == "g":
            start += 2  # 独立的|乌兹别克斯坦
        found, end = places_after(tokens, start, at)
        if found:
            if moved and action_label(tokens[end].text)[1] in ELSEWHERE:
                return []  # 瑞典|捐助了…，占四分之一
            return found if _acts(tokens, end, at, action) else []
        moved = True
        opening = tokens[start]
        if not (start and clause and (opening.verbal or opening.tag in {"Q", "vn"} or opening.text in _SUBJECTLESS)):
            return []
        clause = clause_start(tokens, clause - 1)
    return []


def _rate_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether the 的 at `at` joins persons and a rate, which is of where they live: 马里妇女|的识字率为12%."""
    if tokens[at].text != "的" or not is_person(tokens[at - 1].text):
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].nominal:
        end += 1
    return tokens[end - 1].text.endswith(("率", "寿命"))


def _past_time(tokens: Sequence[Token], start: int, at: int) -> int:
    """The index behind a word of time that is no date, before a place: 去年|伊拉克, 该月|伊拉克."""
    if start >= at:
        return start
    pointed = tokens[start].tag == "r" and tokens[start + 1].text in {"年", "月", "季度", "周"}
    timed = pointed or tokens[start].tag == "tn" or tokens[start].text in APART
    end = start + 1 + (pointed or tokens[start + 1].text in {"以来", "来"})
    return end if timed and end < at and tokens[end].tag == "g" else start


_SUBJECTLESS: Final = _HAVING | words("measure") | words("authority") | {"使", "比", "较", "并", "为", "向", "将", "把"}
"""Words that open a clause whose subject stands in the clause before."""


def _acts(tokens: Sequence[Token], end: int, at: int, action: str | None) -> bool:
    """Whether what follows the places at token `end` makes them the ground of the figure: a predicate, or 的 and a noun with one."""
    end = _past_apposition(tokens, end, at)
    following = tokens[end]
    if following.text in INSIDE or tokens[end - 1].text in INSIDE:
        return True
    if _attacks(tokens, end):
        return False
    if tokens[at - 1].text == "其" or _befalls(tokens, end, at):
        return True  # 南非凭借|其|4万兆瓦的发电能力
    if following.text in _EXISTING and (action is None or action_label(action)[1] not in OF_STATES):
        return True  # 哥伦比亚|已有27个城市被宣布为无雷区
    return _of_topic(tokens, end, at, action)


def _past_apposition(tokens: Sequence[Token], end: int, at: int) -> int:
    """The index behind what still belongs to the places before token `end`."""
    if tokens[end - 1].text in COORDINATORS:
        end -= 1  # 智利|与…合作
    if end + 2 < len(tokens) and tokens[end].text == "一" and tokens[end + 1].text == "国":
        end += 2  # 土耳其|一国|收容了
    end += tokens[end].text == "同期"
    return end + 2 * (end + 1 < at and tokens[end].tag == "Q" and tokens[end + 1].text in BOUNDS)  # 非洲|5岁以下|儿童仍然占


def _of_topic(tokens: Sequence[Token], end: int, at: int, action: str | None) -> bool:
    """Whether the figure is of the places before token `end` by what they do, or by the topic between them and the predicate."""
    topic = end
    while topic < at and (tokens[topic].nominal or (action in CHANGES and tokens[topic].verbal and topic + 1 < at)):
        topic += 1
    direct = _predicated(tokens, end, at) or _by_authority(tokens, end, topic)
    last = topic - 1 if topic > end + 1 and tokens[topic - 1].text in _DURING else topic
    last -= last > end + 1 and tokens[last - 1].text == "高峰"
    if last > end and tokens[last - 1].text in DISASTERS:
        return True  # 海地|霍乱疫情|已造成, 西非|埃博拉疫情|高峰时期
    topic = min(past_bracket(tokens, topic), at) if topic > end else topic  # 马里病例|(25例)|占
    if not direct and (topic == end or tokens[topic].tag == "w"):
        return False
    while topic < at - 1 and topic > end and tokens[topic].tag in {"t", "d"}:
        topic += 1
    if action is None:
        return any(token.text in _HAVING for token in tokens[clause_start(tokens, at) : at]) if direct else _is_level(tokens, topic)
    kind = action_label(action)[1]
    at_home = kind == "destroy" and topic > end and tokens[topic - 1].text.endswith(_POLICE)
    return (direct or action in CHANGES) and (action in LOCAL or kind not in OUTWARD or at_home)


def _predicated(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether a predicate follows the places at once."""
    following = tokens[end]
    if end == at or following.verbal or following.tag in {"d", "p", "vn", "c", "r", "Q"} or following.text == "每":
        return True  # 也门|三分之二人口，即1 880万人急需
    return following.text in TRANSITIVE or tokens[end - 1].text == "的"


def _by_authority(tokens: Sequence[Token], end: int, topic: int) -> bool:
    """Whether the nouns from `end` to `topic` name an authority or a ground of the places: 秘鲁|海关|, 秘鲁政府|计划|在2022年铲除."""
    last = topic - 1 if topic > end + 1 and tokens[topic - 1].text in EITHER else topic
    return last > end and tokens[last - 1].text.endswith(GROUNDS)


def _is_level(tokens: Sequence[Token], topic: int) -> bool:
    """Whether the topic that ends before `topic` only has a level or a rate: 南苏丹|境内流离失所者总数达|, not 日本|代表团为."""
    return (tokens[topic].text in _CHANGING and not tokens[topic - 1].text.endswith("团")) or _rate_of(tokens, topic)


def _attacks(tokens: Sequence[Token], end: int) -> bool:
    """Whether the place before token `end` is of those who attack: 以色列|侵略, 叙利亚|政权直升机."""
    if tokens[end - 1].text.endswith(tuple(_AGGRESSION)):
        return True
    i = end
    while i < len(tokens) and tokens[i].nominal and tokens[i].text not in _AGGRESSION:
        i += 1
    return i < len(tokens) and tokens[i].text in _AGGRESSION and tokens[end - 1].tag == "g" and i < end + 2


def _befalls(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether what happened in the place caused the number: 班吉|两派之间的冲突|已导致数百人死亡."""
    making = next((i for i in range(end, at) if tokens[i].text in _MAKING), None)
    if making is None:
        return False
    while making > end and tokens[making - 1].tag in {"d", "ul"}:
        making -= 1
    inside = tokens[end:making]
    if not inside or inside[-1].text not in _HAPPENING:
        return False
    return not any((token.verbal and token.tag != "vd") or token.tag in {"w", "p"} for token in inside[:-1])
