"""Whose session a bare 第三十届会议 is.

委员会第三十届会议 is a session of the commission last named; a resumed session (第一次续会) is one of the body whose session
was named before it in the paragraph; a session that the report elsewhere gives to one body only is that body's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from unodc_report.context.resolutions import block_of
from unodc_report.entities.bodies import stands_alone
from unodc_report.entities.events import GAP, is_other_assembly
from unodc_report.lexicon import Hit
from unodc_report.reading import Reading
from unodc_report.rules import Candidate

# What a body is called after it was named in full, and how its full names end.
_KINDS: Final = ("特设委员会", "小组委员会", "筹备委员会", "委员会", "缔约国会议", "缔约方会议", "缔约方大会", "执行局", "理事会", "审议组", "工作组", "专家组", "论坛", "会议")
_KIND: Final = re.compile("|".join(_KINDS))
_REACH: Final = 120  # code points between 委员会 and its session


def resolve_sessions(reading: Reading, found: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """Fill in the bodies of sessions whose clause does not name them.

    >>> import unodc_report as ur
    >>> text = "1. 麻醉药品委员会开了会。\\n\\n2. 委员会于2021年4月举行了第六十四届会议，12月举行了续会。\\n"
    >>> [(e.text, e.body) for e in ur.parse("一. 导言\\n\\n" + text).events]
    [('第六十四届会议', 'CND')]
    """
    events = found.get("event", [])
    if all(event.fields["body"] for event in events):
        return found
    resolver = _Resolver(reading)
    done: list[Candidate] = []
    for event in events:
        done.append(event if event.fields["body"] else resolver.resolve(event, done))
    return {**found, "event": _repeated(reading, done) if reading.document.whole else done}


class _Resolver:
    """Finds bodies of sessions in one document.

    Args:
        reading: the document with its lexicon hits.
    """

    def __init__(self, reading: Reading) -> None:
        self._document = reading.document
        self._folded = reading.folded
        self._hits = [hit for hit in reading.hits.get("organization", ()) if not is_other_assembly(reading.folded, hit)]
        self._starts = [hit.start for hit in self._hits]

    def resolve(self, event: Candidate, before: Sequence[Candidate]) -> Candidate:
        """The session with its body, if the text before it tells."""
        if self._folded.endswith("续会", event.start, event.end):
            return self._resumed(event, before)
        kind = self._kind(event.start)
        if kind is None:
            return event
        hit = self._antecedent(kind)
        if hit is None or not hit.name.key:
            return event
        return _with_body(event, hit.name.key, f"{kind[0]} stands for {hit.name.text}")

    def _resumed(self, event: Candidate, before: Sequence[Candidate]) -> Candidate:
        block = block_of(self._document, event.start)
        for earlier in reversed(before):
            if earlier.start < block.start:
                return event
            if earlier.fields["body"]:
                return _with_body(event, str(earlier.fields["body"]), "session named before it in the paragraph")
        return event

    def _kind(self, position: int) -> re.Match[str] | None:
        """The word for a body that holds the session: 委员会 in 委员会于2021年5月举行了第三十届会议."""
        last = None
        for match in _KIND.finditer(self._folded, max(0, position - _REACH), position):
            last = match
        if last is None or not GAP.fullmatch(self._folded, last.end(), position):
            return None
        return last if stands_alone(self._folded, last.start()) else None

    def _antecedent(self, kind: re.Match[str]) -> Hit | None:
        """The body of that kind last named: in the section, else the only one named in the report so far."""
        index = bisect_left(self._starts, kind.start())
        named = [hit for hit in self._hits[:index] if hit.name.text.endswith(kind[0])]
        if not named:
            return None
        section = block_of(self._document, kind.start()).section
        if block_of(self._document, named[-1].start).section == section or len({hit.name.key for hit in named}) == 1:
            return named[-1]
        return None


def _repeated(reading: Reading, events: list[Candidate]) -> list[Candidate]:
    """Sessions (届) without a body get the one that all others of that number in the report have."""
    bodies: dict[object, set[str]] = {}
    for event in events:
        if event.fields["body"] and _is_session(reading, event):
            bodies.setdefault(event.fields["number"], set()).add(str(event.fields["body"]))
    return [
        _with_body(event, next(iter(bodies[event.fields["number"]])), "the same session elsewhere in the report")
        if not event.fields["body"] and _is_session(reading, event) and len(bodies.get(event.fields["number"], ())) == 1
        else event
        for event in events
    ]


def _is_session(reading: Reading, event: Candidate) -> bool:
    surface = reading.folded[event.start : event.end]
    return surface.endswith(("届会议", "届常会")) and isinstance(event.fields["number"], int)


def _with_body(event: Candidate, body: str, how: str) -> Candidate:
    return replace(event, fields={**event.fields, "body": body}, inferred=(*event.inferred, f"body: {how}"))
