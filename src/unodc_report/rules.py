"""Rules as rows, and what they yield.

A rule is an id, a pattern over the folded clean text, and a function that builds the fields of the mention or vetoes the
match. Its examples stand beside it: texts in which it must find a mention with its normal form, texts in which it must
find none. `tests/test_rules.py` runs them all, and runs every pattern over long hostile strings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple, TypeAlias

Fields: TypeAlias = Mapping[str, object]


class Candidate(NamedTuple):
    """A mention on its way through the passes: clean span, the fields of its type, the rule that found it."""

    type: str
    start: int
    end: int
    rule: str
    fields: Fields
    inferred: tuple[str, ...] = ()


class Veto(NamedTuple):
    """A match that is no mention, and why: kept for `Report.explain`."""

    type: str
    start: int
    end: int
    rule: str
    reason: str


Finding: TypeAlias = Candidate | Veto


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows have.

    Attributes:
        id: `type.name`, unique.
        pattern: over the folded text.
        finds: (text, surface, normal form): in `text`, the rule's type must be found over `surface` with these fields.
        skips: texts in which the rule's type must not be found at all.
        type: the mention type that the rule yields: its id up to the point.
        group: the group `span` of the pattern, 0 where it has none.
    """

    id: str
    pattern: re.Pattern[str]
    finds: tuple[tuple[str, str, Fields], ...]
    skips: tuple[str, ...]
    type: str = field(init=False)
    group: str | int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "type", self.id.partition(".")[0])
        object.__setattr__(self, "group", "span" if "(?P<span>" in self.pattern.pattern else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Row):
    """One row whose pattern matches the mention: the group `span` where it has one, else the whole match.

    Attributes:
        build: the fields from the match, or a reason (a string) why this is no mention.
        begins: rare words with one of which every match begins: to seek these is many times as fast as the pattern, which
            asks every character. None where the pattern begins with a literal, which the engine seeks by itself, or with what is not rare.
    """

    build: Callable[[re.Match[str]], Fields | str]
    begins: tuple[str, ...] = ()


def finding(rule: Rule, match: re.Match[str]) -> Finding:
    """What a rule makes of a match of its pattern: a candidate or a veto."""
    start, end = match.span(rule.group)
    return told(rule, start, end, rule.build(match))


_new: Final = tuple.__new__  # `Candidate` itself runs a function of Python for each of the many


def told(row: Row, start: int, end: int, built: Fields | str) -> Finding:
    """A candidate where a row built fields for a span, a veto where it gave a reason."""
    if isinstance(built, str):
        return _new(Veto, (row.type, start, end, row.id, built))
    return _new(Candidate, (row.type, start, end, row.id, built, ()))


def scan(rules: Iterable[Rule], folded: str) -> Iterator[Finding]:
    """All matches of all rules, rule by rule, as candidates or vetoes; overlaps are settled later (see `settle`)."""
    for rule in rules:
        for match in matches_at(rule.begins, rule.pattern, folded) if rule.begins else rule.pattern.finditer(folded):
            yield finding(rule, match)


def matches_at(words: Iterable[str], pattern: re.Pattern[str], folded: str) -> Iterator[re.Match[str]]:
    r"""The matches of a pattern that begin with one of a few rare words, word by word.

    >>> [match[0] for match in matches_at(("图", "表"), re.compile(r"[图表]\d"), "见表1和图2，地图")]
    ['图2', '表1']
    """
    for word in words:
        position = folded.find(word)
        while position >= 0:
            match = pattern.match(folded, position)
            if match is not None:
                yield match
            position = folded.find(word, position + 1 if match is None else match.end())


def matches_from(starts: Iterable[int], pattern: re.Pattern[str], folded: str) -> Iterator[re.Match[str]]:
    r"""The matches of a pattern that begin at one of some places, which are in order, without overlaps.

    >>> [match[0] for match in matches_from((0, 1, 3), re.compile(r"\d\d"), "123456")]
    ['12', '45']
    """
    done = 0
    for start in starts:
        match = pattern.match(folded, start) if start >= done else None
        if match is not None:
            done = match.end()
            yield match


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates of one type without overlaps, in text order: the leftmost wins, then the longest, then the earlier row.

    >>> a, b = Candidate("date", 0, 5, "date.year", {}), Candidate("date", 0, 7, "date.month", {})
    >>> [c.rule for c in settle([a, b])]
    ['date.month']
    """
    kept: list[Candidate] = []
    end = -1
    for candidate in in_text_order(candidates):
        if candidate.start >= end:
            kept.append(candidate)
            end = candidate.end
    return kept


_START: Final = itemgetter(Candidate._fields.index("start"))
_END: Final = itemgetter(Candidate._fields.index("end"))


def in_text_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates by where they begin, of those that begin together the longer first; else in the order given."""
    longest_first = sorted(candidates, key=_END, reverse=True)
    longest_first.sort(key=_START)
    return longest_first
