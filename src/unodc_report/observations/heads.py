"""The head of a counted noun phrase: the last word of its first conjunct, whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.items import Item
from unodc_report.observations.tokens import Sentence, Token
from unodc_report.observations.vocabulary import COORDINATORS

_NO_PART: Final = frozenset({"uj", "w", "d", "m", "r", "Q"})
"""Classes of words that are no part of the word after them."""


def head(sentence: Sentence, item: Item) -> str:
    """The head of the phrase: the last word of its first conjunct, behind the clause with which the phrase begins."""
    tokens = sentence.tokens[item.start : item.end]
    first = 0
    if tokens[0].verbal or tokens[0].tag in {"p", "c", "d", "f"}:
        first = next((i + 1 for i in range(len(tokens) - 2, 0, -1) if tokens[i].text == "的"), 0)
    cut = next((i for i, token in enumerate(tokens) if i > first and token.text in COORDINATORS), len(tokens))
    if cut + 2 < len(tokens) and tokens[cut - 1].tag == tokens[cut + 1].tag == "vn" and tokens[-1].tag == "n":
        cut = len(tokens)  # 审计和监督|委员会
    return _whole_word(tokens[first:cut])


def _whole_word(tokens: Sequence[Token]) -> str:
    """The last word with what makes one of it, where the dictionary knows its last character alone: 以色列|人, 脱|北|者."""
    start = len(tokens) - 1
    while start and len(tokens[-1].text) == 1 and tokens[start - 1].tag not in _NO_PART and tokens[start - 1].text not in COORDINATORS:
        start -= 1
        if tokens[-1].text != "者" or len(tokens[start].text) > 1:
            break
    return "".join(token.text for token in tokens[start:])
