"""The result object and the three calls that make one."""

from __future__ import annotations

from unodc_report.assemble import assemble
from unodc_report.layout.passage import read_passage
from unodc_report.models.mentions import Mention
from unodc_report.pipeline import read_mentions


def extract(text: str) -> tuple[Mention, ...]:
    """The mentions of a passage by itself, in text order; raw offsets count from its first character.

    >>> [m.row()["url"] for m in extract("见 www.unodc.org。")]
    ['www.unodc.org']
    """
    document = read_passage(text)
    candidates, _ = read_mentions(document)
    return assemble(document, candidates)
