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
            start, end = closing.span()
            if self.words is None:
                yield start, end
            elif not self.lasts:
                if before := self.words.search(folded, max(0, start - _REACH), start):
                    yield before.start(), end
            elif folded[start - 1 : start] in self.lasts:
                reach = max(0, start - _REACH)  # many words: to ask for them on this side of the last comma alone takes half the time
                if before := self.words.search(folded, max(reach, folded.rfind("，", reach, start)), start):
                    yield before.start(), end


def heads(words: str, closing: str, lasts: Iterable[str] = ()) -> Heads:
    """The heads with these patterns of words ("" for none) and closing; `lasts` as for `Heads`."""
    return Heads(lazy(closing), lazy(rf"(?:{words})\Z") if words else None, frozenset(lasts))
