"""Where pointers begin: 第 and its numbers are sought and read once for all rows that begin so, letters before 节 by the 节."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from unodc_report.entities.ordinals import AND
from unodc_report.entities.references.numbers import LIST, OWN, SEVERAL
from unodc_report.rules import Fields, Finding, Row, Rule, finding, scan, told


class Ordinal(NamedTuple):
    """第 and the numbers behind it.

    Attributes:
        start, end: their span.
        numbers: the numbers, None where they stand in brackets.
        bracketed: the numbers in brackets, None where they do not.
    """

    start: int
    end: int
    numbers: str | None
    bracketed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalRow(Row):
    """One row whose pattern matches what follows 第 and its numbers.

    Attributes:
        build: the fields from the ordinal and the match, or a reason (a string) why this is no pointer.
        measures: words with one of which the match begins.
        bracketed: whether the numbers may stand in brackets.
        behind: what stands right before 第.
    """

    build: Callable[[Ordinal, re.Match[str]], Fields | str]
    measures: tuple[str, ...]
    bracketed: bool = False
    behind: re.Pattern[str] | None = None


_ORDINAL: Final = re.compile(rf"第(?= ?(?:{LIST}|(?P<bracketed>{SEVERAL}))(?:分段|[段条款节章]|{OWN}))")
"""第 before numbers and what can be numbered so."""
_AGAIN: Final = re.compile(rf"[段条](?={AND}[\d一二三四五六七八九十百零〇IVX])")
"""What begins a number without its 第: 第30段和|32段."""
AGAIN: Final = frozenset(("reference.paragraph_again", "reference.article_again"))
LETTERED: Final = "reference.lettered_section"
_BEHIND_A_LETTER: Final = re.compile("节(?<=[A-Z0-9]节)")
_LIST_OF_LETTERS: Final = 48  # code points of the longest


def seek(rows: Iterable[Rule | OrdinalRow], folded: str) -> Iterator[Finding]:
    """What the rows of pointers find in a folded text, row by row."""
    ordinals = [_ordinal(match) for match in _ORDINAL.finditer(folded)]
    again = _AGAIN.search(folded) is not None
    for row in rows:
        if isinstance(row, OrdinalRow):
            yield from _ordinals(row, ordinals, folded)
        elif row.id == LETTERED:
            yield from _lettered(row, folded)
        elif again or row.id not in AGAIN:
            yield from scan((row,), folded)


def _ordinal(match: re.Match[str]) -> Ordinal:
    numbers, bracketed = match["numbers"], match["bracketed"]
    return Ordinal(match.start(), match.end("bracketed" if numbers is None else "numbers"), numbers, bracketed)


def _ordinals(row: OrdinalRow, ordinals: Iterable[Ordinal], folded: str) -> Iterator[Finding]:
    """What one row finds behind the ordinals."""
    done = 0
    for ordinal in ordinals:
        start, end = ordinal.start, ordinal.end
        if start < done or not folded.startswith(row.measures, end) or (ordinal.numbers is None and not row.bracketed):
            continue
        match = row.pattern.match(folded, end) if row.behind is None or row.behind.match(folded, start) else None
        if match is not None:
            done = match.end()
            yield told(row, start, done, row.build(ordinal, match))


def _lettered(rule: Rule, folded: str) -> Iterator[Finding]:
    """The sections with letters."""
    done = 0
    for section in _BEHIND_A_LETTER.finditer(folded):
        for match in rule.pattern.finditer(folded, max(done, section.start() - _LIST_OF_LETTERS), section.end() + 1):
            done = match.end()
            yield finding(rule, match)
