"""The whole reading in one function: names, then types, then context. The order of the two tuples is the order of work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias

from unodc_report import overlaps
from unodc_report.context import elisions, instruments as bare_instruments, resolutions, sessions, short_names
from unodc_report.data.names import lexicon
from unodc_report.entities import (
    countries, dates, documents, drugs, events, instruments, organizations, places, programmes, publications, quantities, references,
    regions, sdgs, urls,
)  # fmt: skip
from unodc_report.entities.surroundings import titles
from unodc_report.models.document import Document
from unodc_report.observations.read import read_observations
from unodc_report.observations.slots import Slots
from unodc_report.reading import Reading, Taken
from unodc_report.rules import Candidate, Finding, Veto, in_text_order, settle

Extractor: TypeAlias = Callable[[Reading], Iterator[Finding]]
Found: TypeAlias = dict[str, list[Candidate]]
ContextPass: TypeAlias = Callable[[Reading, Found], Found]

EXTRACTORS: Final[tuple[Extractor, ...]] = (
    urls.extract,
    documents.extract,
    events.extract,
    references.extract,
    sdgs.extract,
    dates.extract,
    quantities.extract,
    drugs.extract,
    organizations.extract,
    short_names.extract,
    regions.extract,
    countries.extract,
    instruments.extract,
    publications.extract,
    places.extract,
    programmes.extract,
)

CONTEXT_PASSES: Final[tuple[ContextPass, ...]] = (
    elisions.fill_dates,
    bare_instruments.resolve_instruments,
    sessions.resolve_sessions,
    resolutions.resolve_resolutions,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the reading of a document gave: mentions in text order, vetoed matches, and the slots around each quantity."""

    candidates: list[Candidate]
    vetoes: list[Veto]
    slots: list[Slots]


def read_mentions(document: Document, *, observations: bool = True) -> Outcome:
    """All mentions of a document, the quantities among them with what was counted, done, where and when; or without these slots."""
    reading = Reading(document, lexicon().find(document.folded), Taken(len(document.text)))
    _mark_opaque(reading)
    found: Found = {}
    vetoes: list[Veto] = []
    for extractor in EXTRACTORS:
        _add(reading, found, vetoes, extractor(reading))
    for fill in CONTEXT_PASSES:
        found = fill(reading, found)
    candidates = in_text_order(chain.from_iterable(found.values()))
    slots = list(read_observations(document, candidates)) if observations else []
    filled = {slot.quantity.start: slot.quantity for slot in slots}
    candidates = [filled.get(c.start, c) if c.type == "quantity" else c for c in candidates]
    return Outcome(candidates, vetoes, slots)


def _mark_opaque(reading: Reading) -> None:
    for start, end in reading.once(titles):
        reading.taken.add("opaque", start + 1, end - 1)
    for hit in reading.hits.get("disease", ()):
        reading.taken.add("opaque", hit.start, hit.end)


def _add(reading: Reading, found: Found, vetoes: list[Veto], findings: Iterator[Finding]) -> None:
    """Sort an extractor's findings into layers; drop what gives way to another layer or overlaps its own."""
    fresh: Found = {}
    overlap, mark = reading.taken.overlaps, reading.taken.add
    for finding in findings:
        if isinstance(finding, Veto):
            vetoes.append(finding)
            continue
        kind, start, end = finding[:3]
        blockers = overlaps.GIVES_WAY[kind]
        if blockers and overlap(start, end, *blockers):
            vetoes.append(Veto(kind, start, end, finding.rule, "inside " + " or ".join(blockers)))
        else:
            fresh.setdefault(kind, []).append(finding)
    for kind, candidates in fresh.items():
        before = found.get(kind, [])
        found[kind] = settle(candidates + before)  # of two with one span the later extractor's holds
        if kind not in overlaps.YIELDED_TO:
            continue
        marked = set(map(id, before))
        for candidate in found[kind]:
            if id(candidate) not in marked and candidate.rule not in overlaps.TRANSPARENT:
                mark(kind, candidate.start, candidate.end)
