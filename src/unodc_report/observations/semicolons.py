"""What a clause after a semicolon takes over from the one before it.

The period and the place with which the sentence opens (2018年，秘鲁缉获…；|玻利维亚缉获…), those of the subject that it leaves out
(；|缴获现金500万美元), the noun that it leaves out (；|尼日尔有5 000名).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from unodc_report.observations.before import COMPARING, alike
from unodc_report.observations.items import MOVES, REACHES
from unodc_report.observations.tokens import Sentence, Token, beginning_at
from unodc_report.observations.vocabulary import words

_FRAME: Final = 12  # tokens of the adverbial with which a sentence opens
_ADVERBIAL: Final = frozenset({"t", "p", "g", "f", "c", "d"})
_OPENING: Final = frozenset({"预计", "估计", "预测", "据估计", "截至", "截止", "自", "自从", "到"})
_ALSO: Final = frozenset({"另", "还", "并", "并且", "同时", "此外", "又", "也", "而且", "以及", "共", "另外"})
"""Words before the verb of a clause that leaves its subject out."""
_THERE_IS_MORE: Final = frozenset({"另有", "还有", "尚有", "并有"})
_OTHERS: Final = words("attitude") | words("reporting") | words("causative")
"""Verbs that open a clause about what somebody else does."""
_MOVES: Final = MOVES | words("to")
_LEANING: Final = _MOVES | REACHES | words("existential") | {"从", "由", "的", "至", "到", "是", "仅有", "则"}
_NOW: Final = frozenset({"目前", "现在", "现有", "至今", "迄今", "去年", "今年", "上年", "上一年", "前一年", "次年", "翌年"})


class Turn(NamedTuple):
    """What the clause before a semicolon leaves.

    Attributes:
        when, where: of its last figure.
        frame_when, frame_where: of the adverbial with which the sentence opened.
        item: clean span of the noun phrase of its last figure, the place before it left out.
        head: its head.
        figure: the token of that figure.
    """

    when: str | None = None
    where: tuple[str, ...] = ()
    frame_when: str | None = None
    frame_where: tuple[str, ...] = ()
    item: tuple[int, int] | None = None
    head: str | None = None
    figure: Token | None = None

    def after(self, sentence: Sentence, at: int) -> Turn:
        """What reaches the quantity at token `at` of the clause after the semicolon."""
        tokens = sentence.tokens
        labelled = tokens[0].text == "("
        subjectless = not labelled and leaves_subject_out(tokens, at)
        dated = any((t.tag == "t" and tokens[max(i - 1, 0)].text not in COMPARING) or t.text in _NOW for i, t in enumerate(tokens))
        figure = self.figure if self.item is not None and not labelled and leaves_noun_out(tokens, at) else None
        item, head = (self.item, self.head) if figure is not None and alike(figure, tokens[at]) else (None, None)
        when = None if dated else self.frame_when or (self.when if subjectless else None)
        return Turn(when, self.frame_where or (self.where if subjectless else ()), item=item, head=head)


def frame_end(sentence: Sentence) -> int:
    """Clean offset of the comma after the adverbial with which a sentence opens (在秘鲁|，); its start where it opens otherwise."""
    tokens = sentence.tokens
    comma = next((i for i, token in enumerate(tokens[:_FRAME]) if token.text == "，"), 0)
    frame = tokens[:comma]
    if not frame or frame[0].text == "(" or any(token.verbal or token.tag == "Q" or token.text == ":" for token in frame):
        return sentence.start
    return tokens[comma].start


def opens_clause(sentence: Sentence, date: tuple[int, int]) -> bool:
    """Whether the date, given by its clean span, stands at the head of its clause, before which only places stand.

    在秘鲁，|2018年|有30名法官; 加强应对，自|1月|以来; not where it modifies a noun (2015年|的缉获量).
    """
    tokens = sentence.tokens
    at = beginning_at(tokens, date[0])
    if at is None or (at + 1 < len(tokens) and tokens[at + 1].text == "的"):
        return False
    i = at - 1
    while i >= 0 and (tokens[i].tag in _ADVERBIAL or tokens[i].text in _OPENING):
        i -= 1
    return i < 0 or tokens[i].text == "，"


def dates_clause(tokens: Sequence[Token], date: tuple[int, int], at: int) -> bool:
    """Whether the date, given by its clean span, is of the whole clause: it stands before the figure at `at` and modifies no noun."""
    return any(token.start == date[0] and tokens[i + 1].text != "的" for i, token in enumerate(tokens[:at]))


def leaves_subject_out(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause up to the figure at `at` opens with its verb: |缴获|现金500万美元, |另有|7人受伤."""
    i = 0
    while i < at and (tokens[i].text in _ALSO or tokens[i].tag in {"d", "c"}) and tokens[i].text not in _THERE_IS_MORE:
        i += 1
    opening = tokens[i]
    if i == at:
        return at > 0 and tokens[0].text in _ALSO
    return opening.text in _THERE_IS_MORE or (opening.verbal and opening.text not in _OTHERS)


def leaves_noun_out(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause holds only places, times and words of being and changing beside its figures: |尼日尔|有5 000名, |2016年|为25吨."""
    lead = tokens[:at]
    named = any(token.tag in {"g", "t"} for token in lead)
    leans = all(token.tag in {"g", "t", "d", "c", "Q", "ul"} or token.text in _LEANING for token in lead)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return named and leans and (following is None or following.tag == "w" or following.text in _MOVES)
