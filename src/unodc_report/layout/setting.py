"""How a text is set: whether its lines are broken, how wide they are, what a blank line and a blank at a line's end say."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from unodc_report.layout.drafts import Row

NARROW: Final = 24  # columns: no line of a text is so short but the last of a paragraph
_SHORTEST, _LONGEST = 40, 130  # columns between which the widest line of a page is a full one
_FEW: Final = 10  # open lines that tell little of the margin


class Measure(NamedTuple):
    """How this text is set.

    Attributes:
        wrapped: False where every line is a paragraph.
        margin: usual width of a full line, in half-width columns.
        full: a line at least so wide may be a full one.
        gap: blank lines between two lines of one paragraph.
        trailing: whether a blank at a line's end says that the paragraph ends there.
        measured: False where there was too little text to measure.
    """

    wrapped: bool
    margin: int
    full: float
    gap: int
    trailing: bool
    measured: bool


def measure(raw: str, rows: list[Row]) -> Measure:
    """How the text is set, from those lines that neither end a sentence nor stand before a label."""
    sizes = sorted(row.width for row in rows) or [0]
    wide = max(24, sizes[len(sizes) * 9 // 10] // 2)
    running = [i for i in range(len(rows) - 1) if rows[i].width >= wide and not rows[i].marked]
    broken = [i for i in running if not rows[i].closed and rows[i].line.text[-1] not in "，,"]
    wrapped = wide < 120 and (len(running) < 3 or len(broken) > 0.34 * len(running))
    open_ = [i for i in broken if rows[i + 1].label is None]
    sure = _surely_broken(rows, sizes[-1]) if len(open_) < _FEW else []
    if len(sure) > 1 and not (wrapped and len(open_) > 2 and sum(rows[i].width for i in open_) > 0.8 * sizes[-1] * len(open_)):
        open_, wrapped = sure, True  # the others are titles, headings and cells of tables
    elif len(open_) < 3:  # too little to measure: an open line goes on unless it is very short, a closed one does not
        return Measure(wrapped, NARROW, sizes[-1] + 1, 0, trailing=False, measured=False)
    widths = sorted(rows[i].width for i in open_)
    margin = widths[len(widths) // 2]
    if open_ is not sure and len(open_) < _FEW and sum(row.width > 1.3 * margin for row in rows) > max(2, 0.1 * len(rows)):
        wrapped = False  # lines well beyond the margin: those few open ones are entries of a list
    full = max(0.75 * margin, 0.97 * widths[len(widths) // 10])
    gaps = Counter(rows[i + 1].line.gap for i in open_ if not rows[i + 1].torn)
    gap = gaps.most_common(1)[0][0] if gaps else 0
    plain = [row.line.gap for row in rows if row.label is None and not row.torn]
    if len(open_) < _FEW and 4 * plain.count(0) > len(plain):
        gap = 0  # titles have blank lines after them, lines of paragraphs have not
    return Measure(wrapped, margin, full, gap, _trailing(raw, rows, open_, margin), measured=True)


def _surely_broken(rows: list[Row], widest: int) -> list[int]:
    """Lines almost as wide as any that end inside a sentence, in a text of a page or two: numbered ones, or no blank line follows."""
    if not _SHORTEST < widest < _LONGEST:
        return []
    found = []
    for i, (row, after) in enumerate(pairwise(rows)):
        if row.width < 0.85 * widest or row.closed or row.marked or after.label is not None or after.torn:
            continue
        numbered = row.label is not None and row.label.kind == "number"
        if numbered or (after.line.gap == 0 and (after.closed or after.width > 0.85 * widest)):
            found.append(i)
    return found


def _trailing(raw: str, rows: list[Row], open_: list[int], margin: int) -> bool:
    """Whether lines inside a paragraph end bare while the last ones end with a blank, as PDFs made by Word read."""
    short = [i for i in range(len(rows)) if rows[i].closed and rows[i].width < 0.7 * margin and not rows[i].marked]
    inside = sum(blank_after(raw, rows[i]) for i in open_ if rows[i].width > 0.8 * margin)
    ending = sum(blank_after(raw, rows[i]) for i in short)
    return len(open_) > 9 and len(short) > 4 and inside * 12 < len(open_) and ending > 0.8 * len(short)


def blank_after(raw: str, row: Row) -> bool:
    """Whether a blank stands at the end of a row's line."""
    return raw[row.line.end : row.line.end + 1] in (" ", "\u3000", "\xa0")
