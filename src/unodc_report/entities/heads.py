"""Head words at the end of names (…委员会, …部, …全球方案): where they stand in a text.

A head ends in its closing, a short literal that a search jumps to; words before it may belong to the head. Looking for the closing
first and for the words behind it takes a fraction of the time of looking for the words, which begin as many others do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from unodc_report.patterns import lazy

_REACH: Final = 30  # code points before a closing in which the words of its head stand


class Heads(NamedTuple):
    """The heads with one closing.

    Attributes:
        closing: pattern of the end of the head; it begins with a literal.
        words: pattern of what stands before the closing and belongs to the head; None where nothing does.
        lasts: the last characters of what stands there, where the words are many; else none.
    """

    closing: re.Pattern[str]
    words: re.Pattern[str] | None
    lasts: frozenset[str]

    def find(self, folded: str) -> Iterator[tuple[int, int]]:
        """Start and end of each head, the longest words before a closing.

        >>> list(heads("监测|联合监测", "机制").find("设立了联合监测机制"))
        [(3, 9)]
        """
        for closing in self.closing.finditer(folded):
            start = self.begin(folded, closing.start())
            if start is not None:
                yield start, closing.end()

    def begin(self, folded: str, closing: int) -> int | None:
        """Where the head begins whose closing stands at `closing`, the longest words before it; None where no head ends there."""
        if self.words is None:
            return closing
        reach = closing - _REACH
        if self.lasts:
            if not closing or folded[closing - 1] not in self.lasts:
                return None
            reach = max(reach, folded.rfind("，", max(0, reach), closing))  # many words: to ask for them on this side of the last comma alone takes half the time
        before = self.words.search(folded, reach, closing)
        return None if before is None else before.start()


def heads(words: str, closing: str, lasts: Iterable[str] = ()) -> Heads:
    """The heads with these patterns of words ("" for none) and closing; `lasts` as for `Heads`."""
    return Heads(lazy(closing), lazy(rf"(?:{words})\Z") if words else None, frozenset(lasts))
