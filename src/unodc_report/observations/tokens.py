"""A sentence as tokens: its mentions whole, the characters between them as words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from unodc_report.chinese.words import Segmenter
from unodc_report.rules import Candidate, in_text_order

_MENTION_TAGS: Final = {
    "country": "g", "region": "g", "place": "g", "organization": "n", "instrument": "n", "publication": "n", "event": "n",
    "drug": "n", "date": "t", "quantity": "Q", "document": "n", "reference": "n", "sdg": "n", "url": "n", "programme": "n",
}  # fmt: skip
_SENTENCE: Final = re.compile("[^。;；！!?？\n]+")
_RUN_TOGETHER: Final = frozenset({"和约", "与约", "及约", "和近"})
"""What a word of the dictionary makes of two words before a number."""
_SUFFIXES: Final = frozenset("者率量额费权税站案")
"""Endings that make a noun of the word before them: 受益|者, 接种|率, 承付|权."""
_STEMS: Final = frozenset("vnali")
_LATIN: Final = re.compile(r"[铀钚铯锶碘钴铱镭钍氙氪氚]-\d{1,3}|[A-Za-z0-9]+(?:[-./'][A-Za-z0-9]+)*")
"""A run of Latin letters and digits, the name of an isotope with it (铀-235)."""


class Token(NamedTuple):
    """A word or a mention.

    Attributes:
        text, start, end: as in the clean text of the document.
        tag: word class; for a mention Q quantity, t date, g country, region or place, n anything else; w for a mark.
        mention: the mention that it is, else None.
    """

    text: str
    start: int
    end: int
    tag: str
    mention: Candidate | None = None

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
    """A sentence with its tokens, in order and without gaps but for blanks."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    def quantity(self, at: int) -> Candidate:
        """The quantity that token `at` is."""
        mention = self.tokens[at].mention
        if mention is None or mention.type != "quantity":
            raise IndexError(f"token {at} is no quantity")
        return mention


def clause_start(tokens: Sequence[Token], at: int, marks: str = "，:") -> int:
    """Index of the first token of the clause that token `at` stands in."""
    for i in range(at - 1, -1, -1):  # asked several times of every figure
        if tokens[i].text in marks:
            return i + 1
    return 0


def sentences(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences between two offsets."""
    for match in _SENTENCE.finditer(folded, start, end):
        yield match.span()


def tokenize(folded: str, span: tuple[int, int], mentions: Sequence[Candidate], segmenter: Segmenter) -> Sentence:
    """The tokens of a sentence, given the mentions of the document that lie in it (any order).

    Where mentions nest, the longest is the token: the country in an institution's name is no place of its own here.
    """
    position = span[0]
    tokens: list[Token] = []
    for mention in in_text_order(mentions):
        if mention.start < position:
            continue
        if position < mention.start:
            _add_words(tokens, folded, position, mention.start, segmenter)
            if mention.type == "quantity" and tokens[-1].text in _RUN_TOGETHER:
                word = tokens.pop()  # 85亿|和约|97亿
                tokens.append(Token(word.text[0], word.start, word.start + 1, "c"))
                tokens.append(Token(word.text[1], word.start + 1, word.end, "d"))
        tag = _MENTION_TAGS[mention.type]
        tokens.append(Token(folded[mention.start : mention.end], mention.start, mention.end, tag, mention))
        position = mention.end
    if position < span[1]:
        _add_words(tokens, folded, position, span[1], segmenter)
    return Sentence(span[0], span[1], tuple(tokens))


def _add_words(tokens: list[Token], folded: str, start: int, end: int, segmenter: Segmenter) -> None:
    """Add the words between two mentions; a run of Latin letters and digits (P-4, COVID-19) is one."""
    position = start
    for run in _LATIN.finditer(folded, start, end):
        if position < run.start():
            _add_chinese(tokens, folded, position, run.start(), segmenter)
        note = len(run[0]) == 1 and run[0].islower()  # the mark of a table's note: 7名|b
        tokens.append(Token(run[0], run.start(), run.end(), "w" if note else "n"))
        position = run.end()
    if position < end:
        _add_chinese(tokens, folded, position, end, segmenter)


def _add_chinese(tokens: list[Token], folded: str, start: int, end: int, segmenter: Segmenter) -> None:
    """Add the words of a text without Latin letters; what an ending makes a noun of is one word (受益|者)."""
    first = len(tokens)
    for text, tag in segmenter.cut(folded[start:end]):
        end = start + len(text)
        if text in _SUFFIXES and len(tokens) > first and len(tokens[-1].text) > 1 and tokens[-1].tag[:1] in _STEMS:
            stem = tokens.pop()
            tokens.append(Token(stem.text + text, stem.start, end, "n"))
        elif not text[0].isalnum():
            tokens.append(Token("，" if text == "," else text, start, end, "w"))  # converters leave either comma
        else:  # 青年, 季节: time words of the dictionary stand as nouns
            tokens.append(Token(text, start, end, "tn" if tag == "t" else tag, None))
        start = end
