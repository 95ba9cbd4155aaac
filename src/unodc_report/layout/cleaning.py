"""From raw text to clean text: which lines are text, which are notes, what is dropped, and where one block ends and the next begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unodc_report.layout.contents import find_contents
from unodc_report.layout.drafts import Draft, make_drafts, make_rows
from unodc_report.layout.footnotes import Note, separate
from unodc_report.layout.furniture import cut_inline, find_furniture
from unodc_report.layout.known import know
from unodc_report.layout.lines import Line, split_lines
from unodc_report.layout.links import find_links
from unodc_report.layout.run_in import cut_run_in
from unodc_report.layout.setting import Measure, measure
from unodc_report.sources.source import NO_HINTS, Hints


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
        boxes: the drafts of each box that stands apart, where the file knows boxes.
        symbol, job: what the furniture says: the running symbol and the job number.
        entries: headings without a label that a table of contents lists.
        headings: raw start of a line -> level, of the lines that the file calls headings.
    """

    raw: str
    lines: list[Line]
    reasons: dict[int, str]
    drafts: list[Draft]
    notes: list[Note]
    setting: Measure
    symbol: str | None
    job: str | None
    boxes: list[list[Draft]] = field(default_factory=list)
    entries: frozenset[str] = frozenset()
    headings: Mapping[int, int] = field(default_factory=dict)


def clean(raw: str, hints: Hints = NO_HINTS) -> CleanText:
    r"""The drafts and notes of a report; what the file knows of its text (`hints`) goes before what its lines look like.

    >>> found = clean("1. 会员国在这一时期报告的可卡因缉获量\n增加。1\n____________\n1 见第 3 段。\nA/76/122\n3/18 V.21-04921\n")
    >>> [draft.text for draft in found.drafts], found.notes[0].key, found.symbol, found.job
    (['1. 会员国在这一时期报告的可卡因缉获量增加。1'], '1', 'A/76/122', 'V.21-04921')
    """
    lines, known = know(cut_inline(raw, cut_run_in(split_lines(raw))), hints)
    furniture = find_furniture(lines, known.reasons)
    reasons = furniture.reasons
    find_links(lines, reasons)
    entries = find_contents(lines, reasons)
    body, notes = separate(raw, lines, reasons, known)
    rows = make_rows(lines, body, notes, bare=furniture.numbered_alone, entries=entries)
    setting = measure(raw, rows)
    drafts = make_drafts(raw, rows, setting)
    boxes = [make_drafts(raw, make_rows(lines, list(box), [], bare=False), setting) for box in known.boxes]
    for i in (i for box in known.boxes for i in box):
        del reasons[i]
    return CleanText(
        raw, lines, reasons, drafts, notes, setting, furniture.symbol, furniture.job, [box for box in boxes if box], entries, hints.headings
    )
