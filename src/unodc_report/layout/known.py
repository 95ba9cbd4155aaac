"""What the file itself knows of its lines, put in place of what the layout would have to guess (see `sources.source.Hints`)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from unodc_report.layout.lines import Line
from unodc_report.sources.source import NO_HINTS, Apart, Hints


@dataclass(slots=True)
class Known:
    """Hints by the index of the line.

    Attributes:
        reasons: lines that are no running text: `furniture`, `table`, `figure`, `box`.
        notes: lines of footnotes.
        note_starts: those of them that begin a footnote.
        boxes: each box as the indexes of its lines.
        marks: raw spans of footnote marks, None where the file does not know them.
    """

    reasons: dict[int, str] = field(default_factory=dict)
    notes: set[int] = field(default_factory=set)
    note_starts: set[int] = field(default_factory=set)
    boxes: list[range] = field(default_factory=list)
    marks: tuple[tuple[int, int], ...] | None = None


def know(lines: list[Line], hints: Hints) -> tuple[list[Line], Known]:
    """The lines, told where blocks begin, and what else is known of them."""
    known = Known(marks=hints.marks)
    if hints is NO_HINTS:
        return lines, known
    starts = [line.start for line in lines]
    for start, end in hints.furniture:
        known.reasons.update(dict.fromkeys(_lines(starts, start, end), "furniture"))
    for apart in hints.apart:
        _set_apart(known, apart, starts)
    for start, end in hints.notes:
        known.notes.update(_lines(starts, start, end))
    known.note_starts = {i for i in known.notes if starts[i] in hints.note_starts}
    if hints.begins:
        lines = [line._replace(begins=hints.begins.get(line.start)) for line in lines]
    return lines, known


def _set_apart(known: Known, apart: Apart, starts: list[int]) -> None:
    places = _lines(starts, apart.start, apart.end)
    known.reasons.update(dict.fromkeys(places, apart.kind))
    if apart.kind == "box":
        known.boxes.append(places)


def _lines(starts: list[int], start: int, end: int) -> range:
    return range(bisect_left(starts, start), bisect_left(starts, end))
