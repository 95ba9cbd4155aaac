"""Patterns that are compiled when they are first asked.

To compile all patterns of the rules takes longer than to read a report, which asks half of them: `lazy` stands where `re.compile`
would stand for those that few reports ask.

What stands right before a place is sought from a position some characters before it: `pattern.search(folded, start - 4, start)`. Where
that falls before the text, the engine begins at the first character, so nobody need ask (a slice would count from the text's end).
"""

from __future__ import annotations

import re
from typing import Final, cast

_ASKED: Final = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub")


class _Lazy:
    """What `re.compile` gives, as far as rules ask it; its methods are put in their slots when the first of them is asked."""

    __slots__ = ("flags", "pattern", *_ASKED)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        """Called for what is not in its slot yet.

        Raises:
            re.error: the pattern is none.
        """
        compiled = re.compile(self.pattern, self.flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, but compiled on first need; wrong ones are told by the tests, which ask all.

    >>> lazy("[图表]").match("表1")[0]
    '表'
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
