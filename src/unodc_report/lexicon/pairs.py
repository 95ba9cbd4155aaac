"""Names by their first characters: two lead to short names, four to longer ones. Nothing but Python."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import compress, count
from typing import Final

_LONG: Final = 4  # code points by which longer names are told apart: hundreds begin with 联合国
_STRETCH: Final = 1 << 16  # characters that are looked at in one go, an even number: memory does not grow with the text
_CODE: Final = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"


class Pairs:
    """An index of texts of two characters and more.

    >>> list(Pairs(["印度", "印度尼西亚"]).find("印度尼西亚和印度洋"))
    [(0, 5, '印度尼西亚'), (0, 2, '印度'), (6, 8, '印度')]
    """

    def __init__(self, texts: Iterable[str]) -> None:
        short: defaultdict[str, list[str]] = defaultdict(list)
        long: defaultdict[str, list[str]] = defaultdict(list)
        for text in sorted(texts, key=len, reverse=True):
            bucket = short[text[:2]]
            if len(text) >= _LONG:
                bucket = long[text[:_LONG]]
            bucket.append(text)
        self._short, self._long = dict(short), dict(long)
        self._pairs = frozenset(memoryview("".join(short).encode(_CODE)).cast("Q"))

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """The texts in a longer one: start, end and text, in text order, the longest first at a place."""
        short, long = self._short, self._long
        for start in self._starts(folded):
            for text in long.get(folded[start : start + _LONG], ()):
                if folded.startswith(text, start):
                    yield start, start + len(text), text
            for text in short[folded[start : start + 2]]:
                if folded.startswith(text, start):
                    yield start, start + len(text), text

    def _starts(self, folded: str) -> list[int]:
        """Where the text has the first two characters of a name. Runs over every character, so pairs are integers: half the time."""
        found: list[int] = []
        for begin in range(0, len(folded), _STRETCH):
            coded = memoryview(folded[begin : begin + _STRETCH + 1].encode(_CODE, "surrogatepass"))
            for first in (0, 1):  # the pairs that begin at an even offset, then those at an odd one
                pairs = coded[4 * first : 4 * first + (len(coded) - 4 * first) // 8 * 8].cast("Q")
                found += compress(count(begin + first, 2), map(self._pairs.__contains__, pairs))
        found.sort()
        return found
