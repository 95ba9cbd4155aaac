"""Words and their classes, for the few places where characters do not decide: the counted noun, the verb beside it.

The words are those of jieba's dictionary that its corpus met at least a hundred times. A text is cut into the words whose
frequencies have the greatest product, as jieba's own tokenizer cuts it without guessing of unknown words; the dictionary is
read as data and jieba itself is not imported: no shared state, no cache file. Loaded on first need.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Final, NamedTuple

from unodc_report.errors import DataError

_FREQUENT: Final = re.compile(rb" (\d{3,}) ([a-z]+)")  # count and tag of a line `word count tag`


class Word(NamedTuple):
    """A word.

    Attributes:
        text: its characters.
        tag: word class after the ICTCLAS tag set (n noun, v verb, vn verbal noun, p preposition, d adverb, …); "" if unknown.
    """

    text: str
    tag: str


class Segmenter:
    """Cuts short windows of text into words.

    Args:
        own: words beyond the dictionary, each with its tag: they are as frequent as the most frequent of it.

    >>> [word.text for word in Segmenter({"从业人员": "n"}).cut("培训了从业人员")]
    ['培训', '了', '从业人员']
    """

    def __init__(self, own: Mapping[str, str]) -> None:
        frequencies = {word: count for word, count, _ in _dictionary()}
        most = max(frequencies.values())
        frequencies |= dict.fromkeys(own, most)
        total = log(sum(frequencies.values()))
        self._tags = {word: tag for word, _, tag in _dictionary()} | dict(own)
        self._weights = {word: log(count) - total for word, count in frequencies.items()}
        self._unknown = -total
        self._prefixes = {word[:end] for word in frequencies for end in range(2, len(word) + 1)}

    def cut(self, text: str) -> list[Word]:
        """The words of a text, without gaps: joined they are the text. Of equal cuts the one with longer first words."""
        ends = self._ends(text)
        words, position, tags = [], 0, self._tags
        while position < len(text):
            piece = text[position : ends[position]]
            words.append(Word(piece, tags.get(piece, "")))
            position = ends[position]
        return words

    def _ends(self, text: str) -> list[int]:
        """For each position the end of the word that begins there on the best way from it to the end of the text."""
        size, weights, prefixes = len(text), self._weights, self._prefixes
        scores, ends = [0.0] * (size + 1), [0] * size
        for start in range(size - 1, -1, -1):
            best, best_end = weights.get(text[start], self._unknown) + scores[start + 1], start + 1
            for end in range(start + 2, size + 1):
                piece = text[start:end]
                if piece not in prefixes:
                    break
                if piece in weights and (score := weights[piece] + scores[end]) >= best:
                    best, best_end = score, end
            scores[start], ends[start] = best, best_end
        return ends


@cache
def _dictionary() -> tuple[tuple[str, int, str], ...]:
    """The frequent words of jieba's dictionary: word, count, tag."""
    package = find_spec("jieba")
    if package is None or not package.submodule_search_locations:
        raise DataError("the word list of the package jieba is missing: install unodc-report with its requirements")
    lines = Path(package.submodule_search_locations[0], "dict.txt").read_bytes()  # five megabytes: only what is frequent is decoded
    return tuple(
        (lines[lines.rfind(b"\n", 0, match.start()) + 1 : match.start()].decode(), int(match[1]), match[2].decode())
        for match in _FREQUENT.finditer(lines)
    )
