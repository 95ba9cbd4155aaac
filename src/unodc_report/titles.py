"""Titles in book-title marks 《…》: found first, because nothing inside them is a mention of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_MARK: Final = re.compile("[《》\n]")
_LONGEST: Final = 240  # code points; the longest titles of treaties have some 120


def find_titles(folded: str) -> Iterator[tuple[int, int]]:
    """Spans of the outermost 《…》, marks included, in text order. A title ends within its block; an unpaired mark is none.

    >>> text = "《〈公约〉执行手册》和《打击贩运人口》"
    >>> [text[a:b] for a, b in find_titles(text)]
    ['《〈公约〉执行手册》', '《打击贩运人口》']
    >>> list(find_titles("《没有结尾"))
    []
    """
    opened: list[int] = []
    position = folded.find("《")
    while position >= 0:
        for mark in _MARK.finditer(folded, position):
            position = mark.end()
            if mark[0] == "《":
                opened.append(mark.start())
                continue
            start = opened.pop()
            if mark[0] == "》":
                if opened and position - opened[0] <= _LONGEST:
                    continue
                if position - start <= _LONGEST:
                    yield start, position
            opened.clear()
            break  # the next title may be far
        position = -1 if opened else folded.find("《", position)
