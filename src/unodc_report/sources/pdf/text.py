"""The raw text of a PDF, written line by line with the place of each character, and the hints for the layers after it."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from unodc_report.models.pages import PageMap
from unodc_report.sources.pdf.blocks import begins
from unodc_report.sources.source import Apart, Hints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unodc_report.sources.pdf.arrange import Exhibit, Page
    from unodc_report.sources.pdf.blocks import Setting
    from unodc_report.sources.pdf.characters import Rect
    from unodc_report.sources.pdf.lines import Piece

_RULE: Final = re.compile(r"[_＿]{5,}|[─━―—]{5,}|-{8,}")
_ZONE: Final = 0.13  # of a page's height: what comes back there is furniture
_STARS: Final = re.compile(r"\*{1,4}\s")


@dataclass(slots=True)
class _Sheet:
    """Raw text that grows, with the place of each character and the hints."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    edges: tuple[array[float], array[float], array[float], array[float]] = field(
        default_factory=lambda: (array("f"), array("f"), array("f"), array("f"))
    )
    lines: array[int] = field(default_factory=lambda: array("q"))
    pages: array[int] = field(default_factory=lambda: array("q"))
    starts: dict[int, bool] = field(default_factory=dict)
    marks: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    note_starts: set[int] = field(default_factory=set)
    furniture: list[tuple[int, int]] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)

    def put(self, text: str, boxes: Sequence[Rect | None] | None = None) -> tuple[int, int]:
        """Add text, with the places of its characters where it has any; its raw span."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        if boxes is None:
            for edge in self.edges:
                edge.extend([0.0] * len(text))
        else:
            for k, edge in enumerate(self.edges):
                edge.extend([0.0 if box is None else box[k] for box in boxes])
        return start, self.length

    def line(self, pieces: Sequence[Piece], indent: int = 0) -> list[tuple[int, int]]:
        """Add a line of one or several pieces; the raw span of each."""
        self.lines.append(self.length)
        spans = []
        if indent > 0:
            self.put(" " * indent)
        for k, piece in enumerate(pieces):
            if k:
                self.put("\t")
            spans.append(self.put(piece.text, piece.boxes))
        self.put("\n")
        return spans


def write(pages: Sequence[Page], setting: Setting) -> tuple[str, Hints, PageMap]:
    """Raw text, hints and places of the pages."""
    sheet = _Sheet()
    furniture = _furniture(pages)
    last: Piece | None = None
    for number, page in enumerate(pages):
        sheet.pages.append(sheet.length)
        last = _write_page(sheet, page, setting, furniture.get(number, set()), last)
        if sheet.parts and sheet.parts[-1] == "\n":
            sheet.parts[-1] = "\f"
        else:
            sheet.put("\f")
    sheet.lines.append(sheet.length)
    hints = Hints(
        begins=sheet.starts,
        marks=tuple(sheet.marks) if sheet.marks else None,
        notes=tuple(sheet.notes),
        note_starts=frozenset(sheet.note_starts),
        furniture=tuple(sheet.furniture),
        apart=tuple(sheet.apart),
    )
    return "".join(sheet.parts), hints, PageMap(*sheet.edges, sheet.lines, sheet.pages)


def _write_page(sheet: _Sheet, page: Page, setting: Setting, furniture: set[int], last: Piece | None) -> Piece | None:
    """Write a page; the last line of its running text, or `last` where it has none."""
    noted = bool(sheet.notes) and len(sheet.pages) > 1 and sheet.notes[-1][0] >= sheet.pages[-2]
    foot = _notes_from(page, setting, furniture, noted=noted)
    exhibits = list(page.exhibits)
    text = [piece for k, piece in enumerate(page.flow) if k < foot and k not in furniture]
    place, torn = -1, True
    if last is not None:
        text.insert(0, last)
        place = 0
    for k, piece in enumerate(page.flow):
        while exhibits and k not in furniture and (exhibits[0].top < piece.base or k >= foot) and exhibits[0].top < page.height:
            torn = _write_exhibit(sheet, exhibits.pop(0), setting)
        if k in furniture:
            sheet.furniture.append(_one(sheet, piece))
            torn = True
        elif k >= foot:
            _write_note(sheet, piece)
            torn = True
        else:
            place += 1
            _write_text(sheet, text, place, setting, torn=torn)
            torn = False
    for exhibit in exhibits:
        _write_exhibit(sheet, exhibit, setting)
    return text[-1] if text else last


def _one(sheet: _Sheet, piece: Piece, indent: int = 0) -> tuple[int, int]:
    return sheet.line([piece], indent)[0]


def _write_text(sheet: _Sheet, text: list[Piece], k: int, setting: Setting, *, torn: bool) -> None:
    piece = text[k]
    known = begins(text, k, setting, torn=torn)
    if known and not torn and sheet.parts:
        sheet.put("\n")
    indent = min(40, max(0, round((piece.left - setting.left) / (0.5 * piece.size)))) if setting.left else 0
    start, _ = _one(sheet, piece, indent)
    if known is not None:
        sheet.starts[start] = known
    sheet.marks += [(start + first, start + end) for first, end in piece.raised if first]


def _write_note(sheet: _Sheet, piece: Piece) -> None:
    start, end = _one(sheet, piece)
    if _RULE.fullmatch(piece.text):
        return
    sheet.notes.append((start, end))
    if _is_marked(piece):
        sheet.note_starts.add(start)


def _write_exhibit(sheet: _Sheet, exhibit: Exhibit, setting: Setting) -> bool:
    """Write what stands apart from the text. Always True: the text around it is now interrupted."""
    if exhibit.kind == "box":
        pieces = [piece for row in exhibit.rows for piece in row]
        start = sheet.length
        for k, piece in enumerate(pieces):
            known = begins(pieces, k, setting)
            first, _ = _one(sheet, piece)
            if known is not None:
                sheet.starts[first] = known
        sheet.apart.append(Apart("box", start, sheet.length))
        return True
    start = sheet.length
    rows = [tuple(sheet.line(row)) for row in exhibit.rows]
    title = (rows[0][0][0], rows[exhibit.caption - 1][-1][1]) if exhibit.caption else None
    sheet.apart.append(Apart(exhibit.kind, start, sheet.length, tuple(rows[exhibit.caption :]), title))
    return True


def _notes_from(page: Page, setting: Setting, furniture: set[int], *, noted: bool) -> int:
    """The index of the first line of the footnotes of a page, or of the rule above them; `noted` says that the page before has some."""
    places = [k for k in range(len(page.flow)) if k not in furniture]
    first = len(page.flow)
    for k in reversed(places):
        piece = page.flow[k]
        if _RULE.fullmatch(piece.text):
            below = page.flow[k + 1] if k + 1 < len(page.flow) and k + 1 not in furniture else None
            if below is not None and (_is_marked(below) or noted or below.size < 0.95 * setting.size or below.text[0].isdigit()):
                return k
            continue
        marked = _is_marked(piece)
        if page.under_rule(piece) and (marked or noted):
            return k
        if piece.size < 0.95 * setting.size and marked:
            first = k
    small = [k for k in places if k >= first]
    return first if all(page.flow[k].size < 0.95 * setting.size for k in small) else len(page.flow)


def _is_marked(piece: Piece) -> bool:
    """Whether a line begins with a raised mark, or with stars."""
    return (bool(piece.raised) and piece.raised[0][0] == 0) or _STARS.match(piece.text) is not None


def _furniture(pages: Sequence[Page]) -> dict[int, set[int]]:
    """The lines at the head and foot of pages that come back at one height, digits apart: by page, their indexes."""
    places: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for number, page in enumerate(pages):
        for k, piece in enumerate(page.flow):
            if not _ZONE * page.height < piece.base < (1 - _ZONE) * page.height:
                key = re.sub(r"\d+", "#", piece.text), round(piece.base / 4)
                places.setdefault(key, []).append((number, k))
    found: dict[int, set[int]] = {}
    for (text, _), each in places.items():
        if len({number for number, _ in each}) > 1 and len(text) < 80:
            for number, k in each:
                found.setdefault(number, set()).add(k)
    return found

