"""Words and their classes, for the few places where characters do not decide: the counted noun, the verb beside it.

The words are those of jieba's dictionary that its corpus met at least a hundred times, cut by jieba's own algorithm with
a private tokenizer: no shared state, no cache file, no guessing of unknown words. Loaded on first need.
"""

from __future__ import annotations

import re
import warnings
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FREQUENT: Final = re.compile(r"^(\S+) (\d{3,}) ([a-z]+)$", re.MULTILINE)


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
        own: words beyond the dictionary, each with its tag: they are never cut apart.
    """

    def __init__(self, own: Mapping[str, str]) -> None:
        self._tags = dict(_dictionary()[0])
        self._tags.update(own)
        self._tokenizer = _tokenizer(own)

    def cut(self, text: str) -> tuple[Word, ...]:
        """The words of a text, without gaps: joined they are the text."""
        tags = self._tags
        return tuple(Word(piece, tags.get(piece, "")) for piece in self._pieces(text))

    def _pieces(self, text: str) -> Iterable[str]:
        return self._tokenizer.cut(text, HMM=False)  # type: ignore[attr-defined, no-any-return]


@cache
def _dictionary() -> tuple[dict[str, str], dict[str, int]]:
    """Tags and frequencies of the frequent words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's sources hold escapes that newer Pythons warn of
        text = (files("jieba") / "dict.txt").read_text(encoding="utf-8")
    found = _FREQUENT.findall(text)
    return {word: tag for word, _, tag in found}, {word: int(count) for word, count, _ in found}


def _tokenizer(own: Mapping[str, str]) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba import Tokenizer

    frequencies = dict(_dictionary()[1])
    frequencies.update(dict.fromkeys(own, max(frequencies.values())))
    total = sum(frequencies.values())
    for word in tuple(frequencies):
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)  # jieba walks prefixes; one that is no word counts nothing
    tokenizer = Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
    return tokenizer


@lru_cache(maxsize=1)
def segmenter(own: tuple[tuple[str, str], ...] = ()) -> Segmenter:
    """The one segmenter for a table of own words."""
    return Segmenter(dict(own))
