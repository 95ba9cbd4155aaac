"""Words and their classes, for the few places where characters do not decide: the counted noun, the verb beside it.

A text is cut into the words whose frequencies have the greatest product, as jieba's tokenizer cuts it from the same words when
it does not guess at unknown ones (`unodc_report.data.lexemes` holds the words).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, log
from sys import intern
from typing import Final, NamedTuple, TypeAlias

Word: TypeAlias = tuple[str, str]
"""A word and its class after the ICTCLAS tag set (n noun, v verb, vn verbal noun, p preposition, d adverb, …); "" if unknown."""


_NEVER: Final = -inf


class Lexemes(NamedTuple):
    """Words, how often a corpus met each, and the class of each."""

    words: Sequence[str]
    counts: Sequence[int]
    tags: Sequence[str]


class Segmenter:
    """Cuts short windows of text into words.

    Args:
        lexemes: the words of the language.
        own: words beyond them, each with its class: they are as frequent as the most frequent of the others.

    >>> segmenter = Segmenter(Lexemes(["培训", "了", "人员"], [500, 9000, 700], ["vn", "ul", "n"]), {"从业人员": "n"})
    >>> segmenter.cut("培训了从业人员")
    [('培训', 'vn'), ('了', 'ul'), ('从业人员', 'n')]
    """

    def __init__(self, lexemes: Lexemes, own: Mapping[str, str]) -> None:
        words, counts, tags = lexemes
        known = dict(zip(words, counts, strict=True)) | dict.fromkeys(own, max(counts))
        total = log(sum(known.values()))
        weights = {count: log(count) - total for count in set(known.values())}
        # Every beginning of a word leads to its weight, or to that of what is never cut where it is no word itself.
        self._weights: dict[str, float] = {word[:end]: _NEVER for word in known if len(word) > 2 for end in range(2, len(word))}
        self._weights.update(zip(known, map(weights.__getitem__, known.values()), strict=True))
        self._tags = dict(zip(words, map(intern, tags), strict=True)) | dict(own)
        self._unknown = -total

    def cut(self, text: str) -> list[Word]:
        """The words of a text, without gaps: joined they are the text. Of equal cuts the one with longer first words."""
        words: list[Word] = []
        position, tags = 0, self._tags
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
