"""With 分别 the noun or the place that stands where the number stands in its list: 警察和|志愿人员|分别为1 162人和190人."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.before import is_named
from unodc_report.observations.items import Item
from unodc_report.observations.tokens import Token, clause_start
from unodc_report.observations.vocabulary import COORDINATORS

EACH: Final = frozenset({"分别", "分别为", "分别是", "分别有"})
_LISTED: Final = 12  # members of a list at most


def turn_before(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the 分别 in the clause of the number at token `at`."""
    return next((i for i in range(at - 1, clause_start(tokens, at) - 1, -1) if tokens[i].text in EACH), None)


def numbers_after(tokens: Sequence[Token], turn: int) -> list[int]:
    """Indices of the numbers from the 分别 at `turn` to the end of its clause."""
    end = next((i for i in range(turn, len(tokens)) if tokens[i].text in "，:"), len(tokens))
    return [i for i in range(turn, end) if tokens[i].tag == "Q"]


def member(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun of the list before 分别 that is counted by the number at token `at`; None where the two lists do not match."""
    turn = turn_before(tokens, at)
    if turn is None:
        return None
    numbers, nouns = numbers_after(tokens, turn), _listed(tokens, turn)
    return nouns[numbers.index(at)] if len(numbers) == len(nouns) > 1 and at in numbers else None


def _listed(tokens: Sequence[Token], turn: int) -> list[Item]:
    """The nouns of the list that ends at token `turn`, in order; empty where one is a place or a body alone."""
    found: list[Item] = []
    end = turn
    while end and tokens[end - 1].tag == "d":
        end -= 1  # 产量和价格|将|分别增至
    while len(found) < _LISTED:
        start = end
        while start and tokens[start - 1].nominal:
            start -= 1
        if start == end or all(is_named(token) for token in tokens[start:end]):
            return []
        found.insert(0, Item(start, end, "before"))
        if not start or tokens[start - 1].text not in COORDINATORS:
            return found
        end = start - 1
    return []


def place_in_turn(tokens: Sequence[Token], at: int, places: list[Token]) -> list[Token]:
    """With 分别 the place that stands where the number stands in its list: 秘鲁和智利分别增加了30%和|4%."""
    clause = clause_start(tokens, at)
    if len(places) < 2 or all(token.text != "分别" for token in tokens[clause:at]):
        return places
    numbers = [i for i, token in enumerate(tokens) if i >= clause and token.tag == "Q"]
    return [places[numbers.index(at)]] if len(numbers) == len(places) else places
