"""Controlled drugs and precursors by name: from the lexicon, each with the English name of the three conventions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding, Rule


RULES: Final[tuple[Rule, ...]] = ()


def extract(reading: Reading) -> Iterator[Finding]:
    """The drugs that the lexicon met."""
    for hit in reading.hits.get("drug", ()):
        yield Candidate("drug", hit.start, hit.end, "drug.name", {"id": hit.name.key})
