"""From raw text to clean text: which lines are text, which are notes, what is dropped, and where one block ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass

from unodc_report.layout.contents import find_contents
from unodc_report.layout.drafts import Draft, Measure, make_drafts, make_rows, measure
from unodc_report.layout.footnotes import Note, separate
from unodc_report.layout.furniture import cut_inline, find_furniture
from unodc_report.layout.lines import Line, split_lines
from unodc_report.layout.links import find_links


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text of a report without its furniture, in drafts of blocks that only await their kind.

    Attributes:
        raw: the text as read.
        lines: all lines that are not blank.
        reasons: why a line is no text, by its index: `furniture`, `link`, `rule`.
        drafts: the blocks of the body, in order.
        notes: the footnotes, with their marks in the body.
        setting: how the text is set.
        symbol, job: what the furniture says: the running symbol and the job number.
    """

    raw: str
    lines: list[Line]
    reasons: dict[int, str]
    drafts: list[Draft]
    notes: list[Note]
    setting: Measure
    symbol: str | None
    job: str | None


def clean(raw: str) -> CleanText:
    r"""The drafts and notes of a report.

    >>> found = clean("1. 缉获量\n增加。1\n____________\n1 见第 3 段。\nA/76/122\n3/18 V.21-04921\n")
    >>> [draft.text for draft in found.drafts], found.notes[0].key, found.symbol, found.job
    (['1. 缉获量增加。1'], '1', 'A/76/122', 'V.21-04921')
    """
    lines = cut_inline(raw, split_lines(raw))
    furniture = find_furniture(lines)
    reasons = furniture.reasons
    find_links(lines, reasons)
    find_contents(lines, reasons)
    body, notes = separate(raw, lines, reasons)
    rows = make_rows(lines, body, notes, bare=furniture.numbered_alone)
    setting = measure(raw, rows)
    drafts = make_drafts(raw, rows, setting)
    return CleanText(raw, lines, reasons, drafts, notes, setting, furniture.symbol, furniture.job)
