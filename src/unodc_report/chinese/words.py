"""Words and their classes, for the few places where characters do not decide: the counted noun, the verb beside it.

A text is cut into the words whose frequencies have the greatest product, as jieba's tokenizer cuts it from the same words when
it does not guess at unknown ones (`unodc_report.data.lexemes` holds the words).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import inf, log
from sys import maxunicode
from typing import Final, NamedTuple, TypeAlias

Word: TypeAlias = tuple[str, str]
"""A word and its class after the ICTCLAS tag set (n noun, v verb, vn verbal noun, p preposition, d adverb, …); "" if unknown."""


_NEVER: Final = -inf
_LAST: Final = chr(maxunicode)


class Lexemes(NamedTuple):
    """Words, how often a corpus met each, and the class of each; in the order of the words' code points."""

    words: Sequence[str]
    counts: Sequence[int]
    tags: Sequence[str]


class Segmenter:
    """Cuts short windows of text into words.

    Args:
        lexemes: the words of the language.
        own: words beyond them, each with its class: they are as frequent as the most frequent of the others.

    >>> segmenter = Segmenter(Lexemes(["了", "人员", "培训"], [9000, 700, 500], ["ul", "n", "vn"]), {"从业人员": "n"})
    >>> segmenter.cut("培训了从业人员")
    [('培训', 'vn'), ('了', 'ul'), ('从业人员', 'n')]
    """

    def __init__(self, lexemes: Lexemes, own: Mapping[str, str]) -> None:
        self._lexemes = lexemes
        self._own: dict[str, dict[str, str]] = {}
        for word, tag in own.items():
            self._own.setdefault(word[0], {})[word] = tag
        self._most = max(lexemes.counts)
        replaced = sum(lexemes.counts[place] for place in map(self._place, own) if place is not None)
        self._total = log(sum(lexemes.counts) - replaced + self._most * len(own))
        self._unknown = -self._total
        self._weights: dict[str, float] = {}
        self._tags: dict[str, str] = {}
        self._met: set[str] = set()

    def _place(self, word: str) -> int | None:
        """Where a word stands in the list, None where it does not."""
        words = self._lexemes.words
        place = bisect_left(words, word)
        return place if place < len(words) and words[place] == word else None

    def _meet(self, characters: AbstractSet[str]) -> None:
        """Loads the words that begin with these characters, and only those: a report of a few pages needs a quarter of all words."""
        words, counts, tags = self._lexemes
        for first in characters:
            begin, end = bisect_left(words, first), bisect_right(words, first + _LAST)
            own = self._own.get(first, {})
            known = dict(zip(words[begin:end], counts[begin:end], strict=True)) | dict.fromkeys(own, self._most)
            # Each prefix of a word maps to its weight; a prefix that is no word has the weight of what is never chosen.
            self._weights.update({word[:end]: _NEVER for word in known for end in range(2, len(word)) if word[:end] not in known})
            self._weights.update({word: log(count) - self._total for word, count in known.items()})
            self._tags.update(zip(words[begin:end], tags[begin:end], strict=True))
            self._tags.update(own)
        self._met |= characters

    def cut(self, text: str) -> list[Word]:
        """The words of a text, without gaps: joined they are the text. Of equal cuts the one with longer first words."""
        words: list[Word] = []
        position, tags = 0, self._tags
        if not self._met.issuperset(text):
            self._meet(set(text) - self._met)
        if len(text) == 1:  # a fifth of what stands between two mentions: 的, 和, a mark
            return [(text, tags.get(text, ""))]
        ends = self._ends(text)
        while position < len(text):
            end = ends[position]
            piece = text[position:end]
            words.append((piece, tags.get(piece, "")))
            position = end
        return words

    def _ends(self, text: str) -> list[int]:
        """For each position the end of the word that begins there on the best way from it to the end of the text."""
        size, weigh, unknown = len(text), self._weights.get, self._unknown
        scores, ends, best = [0.0] * (size + 1), [0] * size, 0.0
        for start in range(size - 1, -1, -1):
            best, best_end, end = weigh(text[start], unknown) + best, start + 1, start + 2
            while end <= size and (weight := weigh(text[start:end])) is not None:
                score = weight + scores[end]
                if score >= best:
                    best, best_end = score, end
                end += 1
            scores[start], ends[start] = best, best_end
        return ends
