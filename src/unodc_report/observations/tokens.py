"""A sentence as tokens: its mentions whole, the characters between them as words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from unodc_report.chinese.words import Segmenter
from unodc_report.observations.vocabulary import EITHER
from unodc_report.rules import Candidate, in_text_order

_MENTION_TAGS: Final = {
    "country": "g", "region": "g", "place": "g", "organization": "n", "instrument": "n", "publication": "n", "event": "n",
    "drug": "n", "date": "t", "quantity": "Q", "document": "n", "reference": "n", "sdg": "n", "url": "n", "programme": "n",
}  # fmt: skip
_SENTENCE: Final = re.compile("[^。;；！!?？\n]+")
_RUN_TOGETHER: Final = frozenset({"和约", "与约", "及约", "和近"})
"""What a word of the dictionary makes of two words before a number."""
_STEMS: Final = frozenset("vnali")
_TO: Final = frozenset("到至")
_MOVING: Final = frozenset("升降增减涨跌")
"""Verbs of one character to which 到 and 至 belong: 又|升到."""
_DONE: Final = frozenset("了过")
_OF_TWO: Final = frozenset("率量额")
"""Before them a verbal noun is a verb: 组织|了."""
_ENDINGS: Final = frozenset("者率量额费权税站案员官师商") | _TO | _DONE
"""Those that are neither of these make a noun of the word before them: 受益|者, 接种|率, 督导|员."""
_LATIN: Final = re.compile(r"[铀钚铯锶碘钴铱镭钍氙氪氚]-\d{1,3}|[A-Za-z0-9]+(?:[-./'][A-Za-z0-9]+)*")
"""A run of Latin letters and digits, the name of an isotope with it (铀-235)."""


_CLAUSE_MARKS: Final = frozenset("，:")
_NO_BRACKET: Final = -1  # where no bracket opened


class Token(NamedTuple):
    """A word or a mention.

    Attributes:
        text, start, end: as in the clean text of the document.
        tag: word class; for a mention Q quantity, t date, g country, region or place, n anything else; w for a mark.
        mention: the mention that it is, else None.
        since_clause: how many tokens of its clause stand before it.
        since_bracket: how many tokens before it the bracket opens that it stands in; more than stand before it outside of brackets.
    """

    text: str
    start: int
    end: int
    tag: str
    mention: Candidate | None = None
    since_clause: int = 0
    since_bracket: int = 0

    @property
    def nominal(self) -> bool:
        """Whether it can stand inside a noun phrase as a noun or before one."""
        return self.tag[:1] in {"n", "g", "a", "b", "j", "l", "s", "z", "x", "i", "h", ""} or self.tag in {"vn", "an", "zg", "tn"}

    @property
    def verbal(self) -> bool:
        """Whether it is a verb in its own right, not a verbal noun."""
        return self.tag in {"v", "vi", "vg", "vd"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens, in order and without gaps but for blanks.

    What it holds is told once: many a slot is not sought where the sentence has nothing that could fill it.

    Attributes:
        start, end: its clean span.
        tokens: its words and mentions.
        figures: the indices of the quantities.
        kinds: the types of the mentions among the tokens.
        words: the texts of the tokens.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    figures: tuple[int, ...]
    kinds: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, tokens: tuple[Token, ...], start: int, end: int) -> Sentence:
        """The sentence of some tokens."""
        mentions = [(at, token.mention.type) for at, token in enumerate(tokens) if token.mention is not None]
        figures = tuple([at for at, kind in mentions if kind == "quantity"])
        return cls(start, end, tokens, figures, frozenset([kind for _, kind in mentions]), frozenset([token.text for token in tokens]))

    def figure_before(self, at: int) -> int | None:
        """Index of the nearest quantity before token `at`."""
        nth = bisect_left(self.figures, at)
        return self.figures[nth - 1] if nth else None

    def quantity(self, at: int) -> Candidate:
        """The quantity that token `at` is."""
        mention = self.tokens[at].mention
        if mention is None or mention.type != "quantity":
            raise IndexError(f"token {at} is no quantity")
        return mention


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Index of the first token of the clause that token `at` stands in: behind the last comma or colon."""
    if at >= len(tokens):
        return at if tokens[-1].text in _CLAUSE_MARKS else clause_start(tokens, at - 1)
    return max(at - tokens[at].since_clause, 0)


def behind_mark(tokens: Sequence[Token], at: int, marks: str) -> int:
    """Index of the token behind the last of some marks before token `at`; 0 where none is."""
    for i in range(at - 1, -1, -1):
        if tokens[i].text in marks:
            return i + 1
    return 0


def comma_from(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Index of the first comma from token `start` on, before token `stop`; `stop` where none is."""
    return next((i for i in range(start, stop) if tokens[i].text == "，"), stop)


def beginning_at(tokens: Sequence[Token], position: int) -> int | None:
    """Index of the token that begins at a clean offset, None where none does."""
    return next((i for i, token in enumerate(tokens) if token.start == position), None)


def bracket_start(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the bracket that token `at` stands in, None outside of brackets."""
    opened = at - tokens[at].since_bracket
    return opened if opened >= 0 else None


def past_bracket(tokens: Sequence[Token], start: int) -> int:
    """Index behind the bracket that opens at token `start`, else `start`: 57%|(最低可达3%)|的药物."""
    if start >= len(tokens) or tokens[start].text != "(":
        return start
    return next((i + 1 for i in range(start, len(tokens)) if tokens[i].text == ")"), start)


def sentences(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences between two offsets."""
    for match in _SENTENCE.finditer(folded, start, end):
        yield match.span()


def tokenize(folded: str, span: tuple[int, int], mentions: Sequence[Candidate], segmenter: Segmenter) -> Sentence:
    """The tokens of a sentence, given the mentions of the document that lie in it (any order).

    Where mentions nest, the longest is the token: the country in an institution's name is no place of its own here.
    """
    position = span[0]
    written = _Tokens(folded, segmenter)
    for mention in in_text_order(mentions):
        if mention.start < position:
            continue
        if position < mention.start:
            written.add_words(position, mention.start)
            if mention.type == "quantity" and written.tokens[-1].text in _RUN_TOGETHER:
                written.part_last()  # 85亿|和约|97亿
        written.add(folded[mention.start : mention.end], mention.start, mention.end, _MENTION_TAGS[mention.type], mention)
        position = mention.end
    if position < span[1]:
        written.add_words(position, span[1])
    return Sentence.of(tuple(written.tokens), *span)


class _Tokens:
    """The tokens of a sentence while they are made: each knows where its clause and its bracket began.

    Args:
        folded: the folded text of the document.
        segmenter: cuts what stands between two mentions.
    """

    __slots__ = ("_bracket", "_clause", "_folded", "_segmenter", "tokens")

    def __init__(self, folded: str, segmenter: Segmenter) -> None:
        self._folded, self._segmenter = folded, segmenter
        self.tokens: list[Token] = []
        self._clause, self._bracket = 0, _NO_BRACKET

    def add(self, text: str, start: int, end: int, tag: str, mention: Candidate | None = None) -> None:
        """Add a token that is no mark."""
        at = len(self.tokens)
        self.tokens.append(Token(text, start, end, tag, mention, at - self._clause, at - self._bracket))

    def part_last(self) -> None:
        """Make two words of the last one, the second of which qualifies the number behind it."""
        word = self.tokens.pop()
        self.add(word.text[0], word.start, word.start + 1, "c")
        self.add(word.text[1], word.start + 1, word.end, "d")

    def add_words(self, start: int, end: int) -> None:
        """Add the words between two mentions; a run of Latin letters and digits (P-4, COVID-19) is one."""
        position = start
        for run in _LATIN.finditer(self._folded, start, end):
            if position < run.start():
                self._add_chinese(position, run.start())
            note = len(run[0]) == 1 and run[0].islower()  # the mark of a table's note: 7名|b
            self.add(run[0], run.start(), run.end(), "w" if note else "n")
            position = run.end()
        if position < end:
            self._add_chinese(position, end)

    def _add_chinese(self, start: int, end: int) -> None:
        """Add the words of a text without Latin letters; what an ending makes a noun of is one word (受益|者)."""
        tokens = self.tokens
        first, before = len(tokens), ""
        for text, tag in self._segmenter.cut(self._folded[start:end]):
            end = start + len(text)
            if text in _ENDINGS and len(tokens) > first and self._ends(text, end):
                pass
            elif not text[0].isalnum():
                self._add_mark(text, start, end)
            else:  # 青年, 季节: time words of the dictionary stand as nouns
                at = len(tokens)
                if before == "被" and (tag == "vn" or text in EITHER):
                    tag = "v"  # noqa: PLW2901  # 被|监禁
                tokens.append(Token(text, start, end, "tn" if tag == "t" else tag, None, at - self._clause, at - self._bracket))
            start, before = end, text

    def _ends(self, text: str, end: int) -> bool:
        """Whether an ending is one word with the word before it, which is made one then; 了 only makes a verb of that."""
        last = self.tokens[-1]
        if text in _DONE:
            if last.tag == "vn" or last.text in EITHER:
                self.tokens[-1] = last._replace(tag="v")
            return False
        if text in _OF_TWO and len(last.text) == 1 and len(self.tokens) > 1 and self._joins_two():
            stem = self.tokens.pop()
            last = self.tokens[-1]._replace(text=self.tokens[-1].text + stem.text)  # 宽|减|率, 排|减|量
        elif not (last.text in _MOVING if text in _TO else len(last.text) > 1 and last.tag[:1] in _STEMS):
            return False
        self.tokens.pop()
        self.add(last.text + text, last.start, end, "v" if text in _TO else "n")
        return True

    def _joins_two(self) -> bool:
        """Whether the last two words are single characters side by side that a dictionary without their compound parted: 可|捕|量."""
        first, last = self.tokens[-2:]
        return len(first.text) == 1 and first.end == last.start and last.tag in {"v", "vn"} and first.tag[:1] in _STEMS

    def _add_mark(self, text: str, start: int, end: int) -> None:
        self.add("，" if text == "," else text, start, end, "w")  # converters leave either comma
        mark, at = self.tokens[-1].text, len(self.tokens)
        if mark in _CLAUSE_MARKS:
            self._clause = at
        elif mark == "(":
            self._bracket = at - 1
        elif mark == ")":
            self._bracket = _NO_BRACKET
