"""Whether the text denies the act of a figure: 14个会员国|未|参加表决, 25万名儿童|得不到|教育. The polarity of an event in ISO-TimeML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.tokens import Sentence, Token, beginning_at
from unodc_report.observations.vocabulary import LIGHT, MODAL, words

_DENYING: Final = words("denying")
_BETWEEN: Final = frozenset({"d", "ad", "vd", "a", "r", "t", "f"})
"""Tags of words that may stand between what denies and the act: 未|及时|撤离."""
_REACH: Final = 10  # tokens


def is_denied(sentence: Sentence, act: Token) -> bool:
    """Whether a word that denies leads to the act, over adverbs, modal and light verbs, and phrases of place or means.

    Not over another verb, a mark or the 的 of a modifier: 未经处理的占40%, 尚未加入的国家有10个.
    """
    if _DENYING.isdisjoint(sentence.words):
        return False
    at = beginning_at(sentence.tokens, act.start)
    return at is not None and _leads_to(sentence.tokens, at)


def _leads_to(tokens: Sequence[Token], act: int) -> bool:
    if tokens[act].text in _DENYING:
        return True
    start = act if tokens[act].verbal else _carrier(tokens, act)
    phrase = False  # nouns and numbers that a preposition before them must lead to
    for i in range(start if start < act else act - 1, max(-1, start - _REACH), -1):
        token = tokens[i]
        if token.text in _DENYING:
            return not phrase
        if token.tag == "p":
            phrase = False
        elif token.nominal or token.tag == "Q":
            phrase = True  # 未|向3 000名难民|提供援助
        elif token.tag not in _BETWEEN and token.text not in LIGHT and token.text not in MODAL:
            return False
    return False


def _carrier(tokens: Sequence[Token], act: int) -> int:
    """Index of the light verb that carries the verbal noun at `act`, over what modifies that; else its own: 未|提供|充分的|援助."""
    i = act - 1
    while i > max(0, act - _REACH) and (tokens[i].nominal or tokens[i].tag in {"a", "b", "ul"} or tokens[i].text == "的"):
        i -= 1
    return i if i >= 0 and tokens[i].text in LIGHT else act
