"""Where pointers begin: 第 and its numbers are sought once for all rules that begin so, letters before 节 by the 节."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from unodc_report.entities.ordinals import AND
from unodc_report.entities.references.numbers import BRACKETED, LIST, OWN
from unodc_report.rules import Finding, Rule, finding, matches_from, scan

_ORDINAL: Final = re.compile(rf"第(?= ?(?:{LIST}|{BRACKETED}(?:{AND}{BRACKETED}){{0,6}})(?:分段|[段条款节章]|{OWN}))")
"""第 before numbers and what can be numbered so."""
LETTERED: Final = "reference.lettered_section"
_BEHIND_A_LETTER: Final = re.compile("节(?<=[A-Z0-9]节)")
_LIST_OF_LETTERS: Final = 48  # code points of the longest


def seek(rules: Iterable[Rule], folded: str) -> Iterator[Finding]:
    """What the rules of pointers find in a folded text, rule by rule."""
    ordinals = [ordinal.start() for ordinal in _ORDINAL.finditer(folded)]
    for rule in rules:
        if rule.id == LETTERED:
            yield from _lettered(rule, folded)
        elif rule.pattern.pattern.startswith("第"):
            yield from (finding(rule, match) for match in matches_from(ordinals, rule.pattern, folded))
        else:
            yield from scan((rule,), folded)


def _lettered(rule: Rule, folded: str) -> Iterator[Finding]:
    """The sections with letters."""
    done = 0
    for section in _BEHIND_A_LETTER.finditer(folded):
        for match in rule.pattern.finditer(folded, max(done, section.start() - _LIST_OF_LETTERS), section.end() + 1):
            done = match.end()
            yield finding(rule, match)
