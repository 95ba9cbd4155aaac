"""What governs a number: the verb or preposition before it, over qualifiers, modifiers and earlier members of its list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.items import COORDINATORS
from unodc_report.observations.tokens import Token
from unodc_report.observations.vocabulary import words

_VERBS: Final = words("causative") | words("existential") | words("to")
_EITHER: Final = words("either")
"""Words that are verbs when a number follows them."""
_QUALIFIERS: Final = words("qualifier")
"""Words that may stand between a verb and its number."""
_AREAS: Final = words("area_noun")
_LISTING: Final = COORDINATORS | _AREAS
_MODIFIER: Final = 14  # tokens of a modifier in 的
_OF_EQUALS: Final = COORDINATORS - {"并"}


def governor(tokens: Sequence[Token], at: int) -> int | None:  # noqa: C901, PLR0911  # one branch a word class
    """Index of the verb or preposition that governs the number, over qualifiers, modifiers in 的 and earlier conjuncts."""
    i, modified = at - 1, False
    while i >= 0:
        token = tokens[i]
        if token.text in _EITHER and tokens[i + 1].tag != "n":
            return i
        if token.text == "的":
            if i and tokens[i - 1].verbal:
                return None if modified else i - 1  # 召开|的五次会议, not 被占领|的北部地区的12个靶场
            start = _modifier_start(tokens, i)
            if start is None:
                return None
            modified, i = True, start - 1
        elif token.text in COORDINATORS:
            start = i if i and tokens[i - 1].tag == "g" else _earlier_conjunct(tokens, i)
            if start is None:
                return None
            i = start - 1
        elif token.verbal or token.tag in {"p", "vn"} or token.text in _VERBS:
            if token.text not in _QUALIFIERS:
                return i
            i -= 1
        elif token.text in _QUALIFIERS or token.tag in {"d", "m", "r", "b", "q", "ul", "ug", "uz", "t", "g", "a"}:
            i -= 1
        else:
            return None
    return None


def over_modifier(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the verb with 了 whose object the modifier that ends in the 的 at `at` belongs to: |截获|了运往比利时的可卡因7.8吨."""
    for i in range(at - 1, max(at - _MODIFIER, 0), -1):
        if tokens[i].tag == "w" and tokens[i].text != "、":
            return None
        if tokens[i].text == "了":
            return i - 1 if tokens[i - 1].verbal or tokens[i - 1].tag == "vn" else None
    return None


def _modifier_start(tokens: Sequence[Token], at: int) -> int | None:
    """Index at which the modifier that ends in the 的 at `at` begins: 来自…的, 创记录的, 非洲和亚洲的."""
    for i in range(at - 1, max(at - 14, -1), -1):
        if tokens[i].text in {"来自", "涉及", "包括", "关于", "有关", "针对"}:
            return i
        if tokens[i].tag == "w" and tokens[i].text != "、":
            break
    i = at
    while i and tokens[i - 1].nominal and tokens[i - 1].tag != "g":
        i -= 1
    if i < at and i and tokens[i - 1].tag == "Q":
        return i - 1  # 190多个国家|的200多万人
    if i < at and i and tokens[i - 1].tag == "g" and i > 1 and tokens[i - 2].tag == "p":
        return i - 1  # 为|约旦地方政府|的210名工作人员
    i = at
    while i and (tokens[i - 1].tag in {"g", "a", "b", "t", "z"} or tokens[i - 1].text in _LISTING):
        i -= 1
    return i if any(token.text not in _AREAS for token in tokens[i:at]) else None


def _earlier_conjunct(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the earlier quantity that the coordinator at `at` joins to this one."""
    for i in range(at - 1, max(at - 9, -1), -1):
        if tokens[i].tag == "Q":
            return i
        if not (tokens[i].nominal or tokens[i].text in COORDINATORS):
            return None
    return None


def first_conjunct(tokens: Sequence[Token], at: int) -> Token:
    """The first of coordinated verbs: 起草|或修订."""
    while at >= 2 and tokens[at - 1].text in _OF_EQUALS and (tokens[at - 2].verbal or tokens[at - 2].tag == "vn"):
        at -= 2
    return tokens[at]
