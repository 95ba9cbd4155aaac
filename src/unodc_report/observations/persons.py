"""What persons, cases and flights are of, which a measure word counts without a noun: 其中57人为|儿童, |霍乱疑似病例|超过100万例."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.before import SKIPPED, alike, beside, rate_start, subject_before
from unodc_report.observations.behind import object_phrase
from unodc_report.observations.clauses import is_person
from unodc_report.observations.items import CHANGES, Item, noun_phrase
from unodc_report.observations.shares import WORTH
from unodc_report.observations.tokens import Token, clause_start
from unodc_report.observations.vocabulary import AMONG, words
from unodc_report.rules import Fields

CONTINUING: Final = words("up") | words("down") | {"比", "较", "达", "达到", "高于", "低于", "多于", "少于", *WORTH}
"""Words with which a clause without a subject says more of the figure before."""
_GOING_ON: Final = CONTINUING | AMONG
_NOT_PERSONS: Final = frozenset({"人员", "人", "人数", "人口", "人士"})
"""Nouns that say no more than the measure word 人 does."""
_HARM: Final = frozenset({"伤亡", "死亡", "失踪", "受伤"})
_OF_CASES: Final = ("病例", "病例数", "案例", "案件", "差距", "人数")
"""Endings of nouns for what is measured in cases: 这一|差距|已缩小为320例."""
OF_PERSONS: Final = ("人数", "人口", "容量", "上限", "限额", "规模", "编制", "总数")
"""Endings of nouns for what is measured in persons: 监狱|设计容量|为800人."""


def of_persons(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """Who the persons are whom 人 counts: 其中57人为|儿童, |叙利亚难民|有784 884人; of what a rate is, 死亡率为每千名4.2例."""
    if tokens[at - 1].text == "每":
        return None  # 每|10万人
    if _is_rate(tokens, at):
        return subject_before(tokens, at, fields)
    if (behind := _behind_unit(tokens, at, fields.get("unit"))) is not None or fields.get("unit") != "人":
        return behind
    if at + 2 < len(tokens) and tokens[at + 1].text in {"为", "是"}:
        found = noun_phrase(tokens, at + 2)
        if found is not None and found.end + 1 < len(tokens) and tokens[found.end].text == "的" and is_person(tokens[found.end + 1].text):
            found = Item(found.start, found.end + 2)  # 4 000多万人是|现代奴隶制的受害者
        closes = found is not None and (found.end == len(tokens) or tokens[found.end].tag == "w")
        return found if found is not None and closes and is_person(tokens[found.end - 1].text) else None
    ends = at + 1 == len(tokens) or tokens[at + 1].tag == "w" or tokens[at + 1].text in _GOING_ON
    found = subject_before(tokens, at, fields) if ends and tokens[at - 1].text not in {"(", ":"} else None
    if found is None or found.end < clause_start(tokens, at):
        return None
    noun = tokens[found.end - 1].text
    bare = found.end - found.start == 1 and noun in _NOT_PERSONS
    return found if not bare and (is_person(noun) or noun.endswith(OF_PERSONS)) else None


def _behind_unit(tokens: Sequence[Token], at: int, unit: object) -> Item | None:
    """What flights are of, and what befell persons, where their noun follows 的: 9架次的|救援飞行, 8 239人的|平民伤亡."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "的" or unit not in {"架次", "班次", "人"}:
        return None
    found = noun_phrase(tokens, at + 2)
    return None if found is None or (unit == "人" and tokens[found.end - 1].text not in _HARM) else found


def persons_beside(tokens: Sequence[Token], at: int) -> Item | None:
    """Persons who make a clause with their number and nothing else: 受援者4万人:|妇女|2.3万人，|男子|1.7万人."""
    found = beside(tokens, at) if tokens[at - 1].tag == "n" and tokens[at].text.endswith(("人", "人次")) else None
    return found if found is not None and found.end == found.start + 1 and is_person(tokens[found.start].text) else None


def of_cases(tokens: Sequence[Token], at: int, unit: object) -> Item | None:
    """What the cases are of, where their noun follows: 236例|脊髓灰质炎病例, not 3例|死亡."""
    moves = tokens[at - 1].text in CHANGES or (at + 1 < len(tokens) and tokens[at + 1].text in CHANGES)
    if unit == "例" and (moves or at + 1 == len(tokens) or tokens[at + 1].tag == "w"):
        found = subject_before(tokens, at, tokens[at].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
        told = found is not None and (moves or tokens[found.end - 1].text.endswith(_OF_CASES))
        return found if told else None  # |霍乱疑似病例|超过100万例, |死刑判决|从14例减至3例
    found = object_phrase(tokens, at, money=False) if unit == "例" else None
    named = found is not None and (tokens[found.end - 1].tag == "n" or tokens[found.end - 2].text in {"相关", "有关"})
    return found if named and found is not None and not tokens[found.start].verbal else None  # 40万例|疟疾相关死亡


def _is_rate(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number is a rate, or the level that one changed to: 每千名活产|93例|降至2020年的|37例."""
    if rate_start(tokens, at, max(at - SKIPPED, 0)) is not None:
        return True
    first = next((i for i in range(at - 1, max(at - 6, -1), -1) if tokens[i].tag == "Q"), None)
    if first is None or not alike(tokens[first], tokens[at]) or any(token.tag == "w" for token in tokens[first:at]):
        return False
    moved = any(token.text in CHANGES or token.text[-1] in "至到" for token in tokens[first:at])
    return moved and rate_start(tokens, first, max(first - SKIPPED, 0)) is not None
