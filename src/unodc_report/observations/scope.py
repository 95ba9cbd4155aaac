"""Where and when a figure applies: the places and dates whose reach it stands in.

A date reaches to the end of its sentence from where it stands; one that follows the number counts when none precedes it.
A place counts when it opens the sentence or clause with 在, when it modifies the counted noun (非洲和亚洲的20多个会员国, 17名
叙利亚平民), or when the thing comes from it (来自…的). 其中, 其间 and 同期 take over the period of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.items import COORDINATORS, Item
from unodc_report.observations.tokens import Sentence, Token
from unodc_report.observations.vocabulary import words

INHERITING: Final = words("inheriting")
_LOCATIVE: Final = words("locative")
_OPEN: Final = "("
_CLOSE: Final = ")"
_NAMING: Final = words("area_noun")
def find_when(sentence: Sentence, at: int) -> Token | None:
    """The date token whose period the quantity at token `at` falls in; None where the sentence states none."""
    tokens = sentence.tokens
    inside = _bracket(tokens, at)
    for i in range(at - 1, -1, -1):
        if tokens[i].tag == "t" and _bracket(tokens, i) in {None, inside} and not _names(tokens, i):
            return tokens[i]
    for i in range(at + 1, len(tokens)):
        if tokens[i].text in {"，", ":"} or tokens[i].tag == "Q":
            break
        if tokens[i].tag == "t" and (_bracket(tokens, i) in {None, inside}) and not _names(tokens, i):
            return tokens[i]
    return None


def _bracket(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the bracket that token `at` stands in, None outside of brackets."""
    for i in range(at - 1, -1, -1):
        if tokens[i].text == _CLOSE:
            return None
        if tokens[i].text == _OPEN:
            return i
    return None


def _compares(tokens: Sequence[Token], date: int, at: int) -> bool:
    """Whether the date stands in a clause that only compares, before the clause of the number: 与2011年的…相比，|增加了."""
    end = next((i for i in range(date, at) if tokens[i].text == "，"), None)
    return end is not None and tokens[end - 1].text in {"相比", "比较", "相较"}


def _names(tokens: Sequence[Token], at: int) -> bool:
    """Whether the date only names something: 2014年|《…报告》, 2014年通过的|…, 2016-2017两年期|预算."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if following.mention is not None and following.mention.type in {"instrument", "publication", "event", "document"}:
        return True
    if following.text == "的":
        noun = tokens[at + 2 : at + 4]
        return bool(noun) and noun[0].nominal and all(token.tag != "Q" for token in noun)
    return False


def find_where(sentence: Sentence, at: int, item: Item | None) -> list[Token]:
    """The place tokens that the quantity at token `at` applies to, in order; empty where none is stated."""
    tokens = sentence.tokens
    return _of_item(tokens, item) or _before_number(tokens, at) or _locative(tokens, at) or _following(tokens, at)


def _of_item(tokens: Sequence[Token], item: Item | None) -> list[Token]:
    """Places inside the counted noun phrase."""
    if item is None:
        return []
    return [token for token in tokens[item.start : item.end] if token.tag == "g"]


def _before_number(tokens: Sequence[Token], at: int) -> list[Token]:
    """Places that modify the number from the left: 非洲和亚洲的|20多个, 东欧|36个, 来自加勒比区域的|100名."""
    i = at - 1
    while i >= 0 and (tokens[i].tag in {"d", "b", "m", "r", "a"} or tokens[i].text in {"的", "约", "近", "多达"} | _NAMING):
        i -= 1
    found: list[Token] = []
    while i >= 0 and (tokens[i].tag == "g" or (tokens[i].text in COORDINATORS | _NAMING and found)):
        if tokens[i].tag == "g":
            found.insert(0, tokens[i])
        i -= 1
    if not found or i < 0:
        return found if i >= 0 else []
    return found if tokens[i].verbal or tokens[i].tag in {"p", "w"} else []


def _locative(tokens: Sequence[Token], at: int) -> list[Token]:
    """Places after 在, 于, … before the number: the nearest such phrase whose reach is not broken by a bracket."""
    inside = _bracket(tokens, at)
    for i in range(at - 1, -1, -1):
        if tokens[i].text in _LOCATIVE and _bracket(tokens, i) in {None, inside}:
            found, end = _places_after(tokens, i + 1, at)
            if found and not (end < at and tokens[end].tag == "n" and tokens[end - 1].tag == "g"):
                return found  # not 在阿鲁沙|精神的帮助下
    return []


def _places_after(tokens: Sequence[Token], start: int, stop: int) -> tuple[list[Token], int]:
    """The places from token `start` on, and the index after them."""
    i = start
    found: list[Token] = []
    while i < stop:
        named = tokens[i].tag in {"g", "f", "t"} or tokens[i].text in COORDINATORS
        if not named and not (found and tokens[i].text in _NAMING | {"的"}):
            break
        if tokens[i].tag == "g":
            found.append(tokens[i])
        i += 1
    return found, i


def _following(tokens: Sequence[Token], at: int) -> list[Token]:
    """Places in a later clause that says what the figure covers: 61项…，涉及|欧洲、中东和亚洲."""
    for i in range(at + 1, len(tokens)):
        if tokens[i].tag == "Q":
            return []
        if tokens[i].text in {"涉及", "遍及", "覆盖", "分布在", "遍布"} and tokens[i - 1].text == "，":
            return _places_after(tokens, i + 1, len(tokens))[0]
    return []
