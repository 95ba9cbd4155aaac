"""The raw text of files that hold paragraphs rather than pages (Word, HTML): one paragraph a line, notes at the end, with hints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from unodc_report.sources.captions import CAPTION, MASTHEAD, SOURCE, SUMMARY
from unodc_report.sources.source import Apart, Hints

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CAPTION_LINES: Final = 3
_LONGEST_CELL: Final = 400  # characters: a table with longer cells only arranges text on the page
_WHOLE_PAGE: Final = 3_000


@dataclass(slots=True)
class Para:
    """A paragraph: its text, the spans in it of footnote marks, its level where it is a heading.

    Lines broken by hand are parted by `\\n`; `joined` says that they are one paragraph all the same.
    """

    text: str
    marks: list[tuple[int, int]] = field(default_factory=list)
    heading: int | None = None
    joined: bool = True


@dataclass(slots=True)
class Table:
    """A table: rows of cells, each cell its paragraphs. `drawn` is True for a picture or chart, which has no cells."""

    rows: list[list[list[Para]]]
    drawn: bool = False


@dataclass(slots=True)
class Box:
    """Paragraphs in a frame of their own."""

    paras: list[Para]


@dataclass(slots=True)
class Note:
    """A footnote: the mark as printed, and its paragraphs."""

    key: str
    paras: list[Para]


Item = Para | Table | Box


class Flow:
    """Writes items in order and keeps the hints."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._begins: dict[int, bool] = {}
        self._marks: list[tuple[int, int]] = []
        self._notes: list[tuple[int, int]] = []
        self._note_starts: set[int] = set()
        self._apart: list[Apart] = []
        self._headings: dict[int, int] = {}

    def write(self, items: Sequence[Item], notes: Iterable[Note], *, marked: bool = True) -> tuple[str, Hints]:
        """The raw text of items and footnotes, and its hints; `marked` says that the file knows its footnote marks."""
        flat = list(_flat(items))
        place = 0
        while place < len(flat):
            place = self._item(flat, place)
        for note in notes:
            self._note(note)
        hints = Hints(
            self._begins, tuple(self._marks) if marked else None, tuple(self._notes), frozenset(self._note_starts), (),
            tuple(self._apart), self._headings,
        )  # fmt: skip
        return "".join(self._parts), hints

    def _item(self, flat: list[Item], place: int) -> int:
        """Write the item at `place`, with the caption or source that belongs to it; the place of the next."""
        exhibit = _exhibit_after(flat, place)
        if exhibit is not None:
            after = exhibit + 1
            while after < len(flat) and after < exhibit + 4 and isinstance(para := flat[after], Para) and SOURCE.match(para.text):
                after += 1
            self._exhibit(flat[place:after], exhibit - place)
            return after
        item = flat[place]
        if isinstance(item, Para):
            self._para(item)
        elif isinstance(item, Box):
            start = self._length
            for para in item.paras:
                self._para(para)
            self._apart.append(Apart("box", start, self._length))
        return place + 1

    def _para(self, para: Para, prefix: str = "") -> tuple[int, int]:
        start = self._length
        for k, line in enumerate(para.text.split("\n")):
            if k == 0 or para.joined:
                self._begins[self._length + len(line) - len(line.lstrip())] = k == 0
            self._put((prefix if k == 0 else "") + line + "\n")
        shift = start + len(prefix)
        self._marks += [(shift + first, shift + end) for first, end in para.marks]
        if para.heading is not None:
            self._headings[start] = para.heading
        return start, self._length - 1

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _exhibit(self, items: Sequence[Item], place: int) -> None:
        """Write a caption, its table, and what stands under it, as one thing apart."""
        start = self._length
        lines = [self._para(item) for item in items[:place] if isinstance(item, Para)]
        table = items[place]
        cells = table.rows if isinstance(table, Table) else []
        rows = [tuple(self._cell(cell, last=k + 1 == len(row)) for k, cell in enumerate(row)) for row in cells]
        rows += [(self._para(item),) for item in items[place + 1 :] if isinstance(item, Para)]
        if not rows and not lines:
            self._put("\n")
        title = (lines[0][0], lines[-1][1]) if lines else None
        kind: Literal["table", "figure"] = "figure" if isinstance(table, Table) and table.drawn else "table"
        self._apart.append(Apart(kind, start, self._length, tuple(rows), title))

    def _cell(self, cell: Sequence[Para], *, last: bool) -> tuple[int, int]:
        start = self._length
        self._put(" ".join(para.text.replace("\n", " ") for para in cell))
        end = self._length
        self._put("\n" if last else "\t")
        return start, end

    def _note(self, note: Note) -> None:
        start = self._length
        self._note_starts.add(start)
        for k, para in enumerate(note.paras or [Para("")]):
            self._para(para, f"{note.key} " if k == 0 else "")
        self._notes.append((start, self._length))


def _exhibit_after(flat: list[Item], place: int) -> int | None:
    """The index of the table that stands at `place`, or that has its caption there."""
    item = flat[place]
    if isinstance(item, Table):
        return place
    if not (isinstance(item, Para) and len(item.text) < 60 and CAPTION.match(item.text)):
        return None
    for k in range(place + 1, min(len(flat), place + _CAPTION_LINES + 1)):
        other = flat[k]
        if isinstance(other, Table):
            return k
        if not isinstance(other, Para) or len(other.text) > 80:
            return None
    return None


def _flat(items: Iterable[Item]) -> Iterable[Item]:
    """The items; a table that only arranges text on the page (a masthead, a frame) is replaced by its contents."""
    for number, item in enumerate(items):
        if not isinstance(item, Table) or item.drawn:
            if not isinstance(item, Para) or item.text.strip():
                yield item
            continue
        cells = [cell for row in item.rows for cell in row]
        paras = [para for cell in cells for para in cell if para.text.strip()]
        if (number < 12 and any(MASTHEAD.search(para.text) for para in paras)) or _arranges(cells):
            yield from paras
        elif len(item.rows) == 1 and len(cells) == 1:
            summary = any(SUMMARY.fullmatch(para.text.strip()) for para in paras[:3])
            if not summary and sum(len(para.text) for para in paras) < _WHOLE_PAGE:
                yield Box(paras)
            else:
                yield from paras
        elif paras:
            yield item


def _arranges(cells: list[list[Para]]) -> bool:
    long = any(sum(len(para.text) for para in cell) > _LONGEST_CELL or len(cell) > 6 for cell in cells)
    return long and len(cells) > 1
