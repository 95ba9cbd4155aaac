"""From runs of characters to lines: raised marks beside their words, pieces of one base line side by side, blanks where words part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unodc_report.chinese.characters import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unodc_report.sources.pdf.characters import Rect, Run

_MARK: Final = re.compile(r"\s*(?:[0-9]{1,3}|[*＊]{1,4}|[†‡§]|[a-z])(?:[,，、][0-9]{1,3})?\s*")
_SUPERIOR: Final = re.compile(r"[¹²³⁰⁴-⁹]+")
LABEL: Final = re.compile(
    r"(?:[0-9]{1,3}[.．、]?|[(（][a-z0-9一二三四五六七八九十]{1,4}[)）]|[一二三四五六七八九十]{1,3}[.．、]|[A-Z][.．、]|[0-9]{1,2}[)）]|[•●■▪◆‣➢·○□–—\-\uf000-\uf0ff\ufffd]|[①-⑳]"
    r"|第\s?[一二三四五六七八九十]{1,3}\s?[章部]分?|附\s?件\s?[一二三四五六七八九十]{0,3}|[*＊]{1,3})"
)
_APART: Final = 1.8  # em between pieces of one base line
_CELL: Final = 0.9  # em between cells of a table
_BLANK: Final = 0.16  # em between letters, beyond which a blank stands there
_ZONE: Final = 24.0  # points: runs are looked up by the zone of their base line
_MOST: Final = 400  # runs looked at in a zone


@dataclass(slots=True)
class Piece:
    """A line, or the part of one that stands in one column.

    Attributes:
        text: its characters, blanks between words put in.
        boxes: on the page as shown, one a character; None for a blank put in.
        raised: spans in `text` of raised marks.
        base, size, bold: of most of it.
        left, top, right, bottom: around it, in the frame in which the page is laid out.
        column: pieces that follow one another in one column share its number.
    """

    text: str
    boxes: list[Rect | None]
    raised: list[tuple[int, int]]
    base: float
    size: float
    bold: bool
    left: float
    top: float
    right: float
    bottom: float
    column: int = 0


def find_raised(runs: list[Run]) -> None:
    """Mark the runs that are raised beside larger text: small, above the base line, next to a word."""
    if not any(_may_be_raised(run) for run in runs):
        return
    zones = _zones(runs)
    for run in runs:
        run.raised = _may_be_raised(run) and any(_raised_beside(run, other) for other in _near(zones, run))


def _may_be_raised(run: Run) -> bool:
    return len(run.text) <= 8 and _MARK.fullmatch("".join(run.text)) is not None


def _zones(runs: list[Run]) -> dict[int, list[Run]]:
    zones: dict[int, list[Run]] = {}
    for run in runs:
        if not _may_be_raised(run) or run.size > 9:
            zones.setdefault(int(run.base // _ZONE), []).append(run)
    return zones


def _near(zones: dict[int, list[Run]], run: Run) -> Iterator[Run]:
    place = int(run.base // _ZONE)
    for zone in (place, place + 1):
        for other in zones.get(zone, ())[:_MOST]:
            if other is not run and other.base > run.base:
                yield other


def _raised_beside(run: Run, other: Run) -> bool:
    rise, em = other.base - run.base, other.size
    if not 0.1 * em < rise < 0.75 * em:
        return False
    if run.size > 0.87 * em and (run.size > 1.05 * em or rise < 0.25 * em):
        return False
    return -0.3 * em < run.left - other.right < 0.6 * em or -0.3 * em < other.left - run.right < 0.9 * em


def make_rows(runs: list[Run]) -> list[list[Run]]:
    """Runs by base line, from the top; each row from the left."""
    rows: list[list[Run]] = []
    for run in sorted((r for r in runs if not r.raised), key=lambda r: (r.base, r.left)):
        for row in reversed(rows[-4:]):
            if abs(row[0].base - run.base) <= 0.3 * min(row[0].size, run.size):
                row.append(run)
                break
        else:
            rows.append([run])
    _attach([run for run in runs if run.raised], rows)
    for row in rows:
        row.sort(key=lambda r: r.left)
    return rows


def _attach(raised: list[Run], rows: list[list[Run]]) -> None:
    """Put raised runs into the rows of the words beside them."""
    if not raised:
        return
    owner = {id(run): row for row in rows for run in row}
    zones = _zones([run for row in rows for run in row])
    for run in raised:
        beside = [other for other in _near(zones, run) if _raised_beside(run, other)]
        best = min(beside, key=lambda other: min(abs(run.left - other.right), abs(other.left - run.right)), default=None)
        if best is None:
            run.raised = False
            rows.append([run])
        else:
            owner[id(best)].append(run)
    rows.sort(key=lambda row: row[0].base)


def split_row(row: list[Run], *, cells: bool = False) -> list[Piece]:
    """The pieces of a row: cut where a wide blank stands, a label and its text kept together; or, finer, the cells of a table."""
    apart = _CELL if cells else _APART
    groups: list[list[Run]] = []
    edge = 0.0
    for run in row:
        if not "".join(run.text).strip():
            continue
        if groups:
            gap, em = run.left - edge, max(run.size, groups[-1][-1].size)
            label = not cells and len(groups) == 1 and gap < 6 * em and _is_label(groups[-1])
        if not groups or (gap > apart * em and not label) or "".join(run.text[:6]).startswith("Distr."):
            groups.append([])
        groups[-1].append(run)
        edge = max(edge, run.right) if len(groups[-1]) > 1 else run.right
    return [make_piece(group) for group in groups]


def _is_label(runs: list[Run]) -> bool:
    return LABEL.fullmatch("".join("".join(run.text) for run in runs).strip()) is not None


def make_piece(runs: list[Run]) -> Piece:
    """Runs side by side as one piece."""
    text: list[str] = []
    boxes: list[Rect | None] = []
    raised: list[tuple[int, int]] = []
    last = runs[0]
    edge = last.left
    for run in runs:
        shown = run.shown if run.shown is not None else run.boxes
        start, gap = len(text), _BLANK * run.size
        for char, box, place in zip(run.text, run.boxes, shown, strict=True):
            if box[0] - edge > gap and text and _parted(text[-1], char, box[0] - edge, run.size, marks=run.raised or last.raised):
                text.append(" ")
                boxes.append(None)
                start += len(text) == start + 1
            text.append(char)
            boxes.append(place)
            edge = box[2]
        if run.raised:
            raised.append((start, len(text)))
            if start == 0:
                text.append(" ")
                boxes.append(None)
        last = run
    text, boxes, raised = _stripped(text, boxes, raised)
    raised += [match.span() for match in _SUPERIOR.finditer("".join(text))]
    body = [run for run in runs if not run.raised] or runs
    biggest = max(body, key=lambda run: len(run.text))
    bold = 2 * sum(len(run.text) for run in body if run.bold) > sum(len(run.text) for run in body)
    top, bottom = min(run.boxes[0][1] for run in body), max(run.boxes[0][3] for run in body)
    return Piece("".join(text), boxes, raised, biggest.base, biggest.size, bold, runs[0].left, top, max(run.right for run in runs), bottom)


def _parted(before: str, after: str, gap: float, size: float, *, marks: bool) -> bool:
    if before == " " or after == " " or before == "\u3000" or after == "\u3000":
        return False
    if gap > 0.55 * size:
        return True
    return not marks and not is_wide(before) and not is_wide(after)


def _stripped(
    text: list[str], boxes: list[Rect | None], raised: list[tuple[int, int]]
) -> tuple[list[str], list[Rect | None], list[tuple[int, int]]]:
    start, end = 0, len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[start:end], boxes[start:end], [(a - start, min(b, end) - start) for a, b in raised]


def pieces_of(runs: list[Run], *, cells: bool = False) -> list[list[Piece]]:
    """The rows of some runs, each as its pieces."""
    find_raised(runs)
    rows = [split_row(row, cells=cells) for row in make_rows(runs)]
    return [row for row in rows if row]
