"""Which treaty a bare 《公约》 is: the report's own definition, else the last one of its kind named before it.

A short title is known once 《全称》（《简称》） has stood in the report. A bare title without a definition is the nearest full
or short title of its kind before it: in its block, else in its section, else the only one that the report names before.
Two that stand side by side (《甲公约》和《乙公约》) decide nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from unodc_report.entities.instrument_titles import BARE, instrument_id, squeezed
from unodc_report.models.document import Block
from unodc_report.reading import Reading
from unodc_report.rules import Candidate

_DEFINED: Final = re.compile(r"""《([^《》\n]{2,200})》\((?:以下简称|以下称为?|下称|简称)?:?"?《([^《》\n]{2,40})》"?\)""")
_KINDS: Final = ("公约", "议定书", "宣言", "条约", "宪章", "规约", "协定", "纲领", "纲要", "计划", "议程", "规则", "准则", "原则", "框架", "战略", "契约", "守则", "措施")
_BESIDE: Final = re.compile(r"(?:和|与|及|以及|、|及其|或)")
_TREATY_OF: Final = {"COSP-UNCAC": "UNCAC", "COP-UNTOC": "UNTOC"}


@dataclass(frozen=True, slots=True)
class _Named:
    """A place where the text names an instrument of a kind; `key` None for one without an id."""

    start: int
    end: int
    kind: str
    key: str | None


def resolve_instruments(reading: Reading, found: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """The ids of short and bare titles, where the text tells them."""
    instruments = found.get("instrument", [])
    if not instruments:
        return found
    defined = _definitions(reading.folded)
    blocks = reading.document.blocks
    places = [block.start for block in blocks]
    named = sorted(_named(reading, found, defined), key=lambda name: name.start)
    resolved = []
    for candidate in instruments:
        if candidate.fields["id"] is not None:
            resolved.append(candidate)
            continue
        key, how = _resolve(reading, candidate, defined, named, blocks[max(0, bisect_right(places, candidate.start) - 1)])
        resolved.append(replace(candidate, fields={"id": key}, inferred=(f"id: {how}",)) if key else candidate)
    return found | {"instrument": resolved}


def _definitions(folded: str) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Short titles, and full ones that only their short title tells, with the places from which they hold."""
    defined: dict[str, list[tuple[int, str]]] = {}
    for match in _DEFINED.finditer(folded):
        full, short = squeezed(match[1]), squeezed(match[2])
        key = instrument_id(full) or instrument_id(short)
        if key:
            defined.setdefault(short, []).append((match.start(2), key))
            defined.setdefault(full, []).append((match.start(), key))
    return defined


def _named(reading: Reading, found: Mapping[str, list[Candidate]], defined: Mapping[str, Sequence[tuple[int, str]]]) -> Iterator[_Named]:
    """All places that name an instrument: mentions, names inside the names of mechanisms, and conferences of parties."""
    folded = reading.folded
    for candidate in found.get("instrument", ()):
        title = squeezed(folded[candidate.start : candidate.end])
        kind = _kind(title)
        if kind and not BARE.fullmatch(title):
            key = candidate.fields["id"] or _defined(defined, title, candidate.start)
            yield _Named(candidate.start, candidate.end, kind, str(key) if key else None)
    for hit in reading.hits.get("instrument", ()):
        kind = _kind(hit.name.text)
        if kind and hit.name.key and not BARE.fullmatch(hit.name.text):
            yield _Named(hit.start, hit.end, kind, hit.name.key)
    for candidate in found.get("organization", ()):
        treaty = _TREATY_OF.get(str(candidate.fields["id"]))
        if treaty and candidate.rule != "organization.bare_conference":
            yield _Named(candidate.start, candidate.end, "公约", treaty)


def _kind(title: str) -> str:
    return next((kind for kind in _KINDS if title.endswith(kind)), "")


def _defined(defined: Mapping[str, Sequence[tuple[int, str]]], title: str, start: int) -> str | None:
    meanings = defined.get(title, ())
    before = [key for place, key in meanings if place <= start]
    return before[-1] if before else None


def _resolve(
    reading: Reading, candidate: Candidate, defined: Mapping[str, Sequence[tuple[int, str]]], named: Sequence[_Named], block: Block
) -> tuple[str | None, str]:
    title = squeezed(reading.folded[candidate.start : candidate.end])
    key = _defined(defined, title, candidate.start)
    if key:
        return key, "short title that the text defines"
    if not BARE.fullmatch(title):
        return None, ""
    kind = _kind(title)
    before = [name for name in named if name.end <= candidate.start and name.kind == kind]
    near = [name for name in before if name.start >= block.start]
    if near:
        return _last(reading.folded, near), f"the {kind} named before it"
    sections = {b.start: b.section for b in reading.document.blocks} if block.section else {}
    starts = sorted(sections)
    same = [name for name in before if sections and sections[starts[max(0, bisect_right(starts, name.start) - 1)]] == block.section]
    if same:
        return _last(reading.folded, same), f"the last {kind} named in the section"
    keys = {name.key for name in before}
    return (keys.pop(), f"the only {kind} that the text names before it") if len(keys) == 1 else (None, "")


def _last(folded: str, names: Sequence[_Named]) -> str | None:
    """The last of the names; none if another stands beside it as its equal."""
    last = names[-1]
    for other in names[:-1]:
        if other.key != last.key and other.end <= last.start and _BESIDE.fullmatch(folded, other.end, last.start):
            return None
    return last.key
