"""The body of a Word document: paragraphs with their automatic numbers, tables, text boxes, notes at their marks, changes accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from unodc_report.sources.docx.numbering import Numbering, W, show
from unodc_report.sources.flow import Box, Item, Note, Para, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_SMALLEST: Final = 1_200_000  # EMU (3.3 cm): a smaller picture is an emblem or an icon
_GONE: Final = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "sdtPr", "tblPr", "delText", "delInstrText", "bookmarkStart")
)
_PLAIN: Final = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_MARK: Final = re.compile(r"[0-9]{1,3}|\*{1,4}|[a-z]")


@dataclass(slots=True)
class Style:
    """What a style gives its paragraphs: a list and its level, the level of a heading, a style to follow."""

    number: str | None = None
    depth: int | None = None
    heading: int | None = None
    base: str | None = None


@dataclass(slots=True)
class _Line:
    """A paragraph being read."""

    text: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    beside: list[Item] = field(default_factory=list)

    def add(self, text: str, *, mark: bool = False) -> None:
        if mark and text.strip():
            self.marks.append((len(self.text), len(self.text) + len(text)))
        self.text += text


class Body:
    """Reads the elements of a body, counting lists and notes as it goes.

    Attributes:
        notes: the notes whose marks were met, in that order.
    """

    def __init__(self, numbering: Numbering, styles: Mapping[str, Style], sources: Mapping[str, Any], forms: Mapping[str, str]) -> None:
        self._numbering, self._styles, self._sources, self._forms = numbering, styles, sources, forms
        self._counts: dict[str, int] = {}
        self._automatic = 0
        self._fields: list[str | None] = []  # open fields: their instruction, None once their result is shown
        self._pending: _Line | None = None  # a paragraph whose end was deleted: the next one goes on
        self.notes: list[Note] = []

    def items(self, parent: Any) -> Iterator[Item]:  # noqa: ANN401  # an lxml element
        """The items of an element, in order."""
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                yield from self._paragraph(child)
            elif tag == W + "tbl":
                yield self._table(child)
            elif tag == _MC + "AlternateContent":
                yield from self.items(_choice(child))
            elif tag not in _GONE and isinstance(tag, str):
                yield from self.items(child)

    def _paragraph(self, node: Any) -> Iterator[Item]:  # noqa: ANN401
        properties = node.find(W + "pPr")
        label, heading = self._label(properties)
        line = self._pending or _Line()
        self._pending = None
        if label and not line.text:
            line.add(label + "\t")
        self._inline(node, line)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._pending = line
            return
        text = line.text.rstrip()
        if text:
            yield Para(text, [mark for mark in line.marks if mark[1] <= len(text)], heading)
        yield from line.beside

    def _label(self, properties: Any) -> tuple[str, int | None]:  # noqa: ANN401
        """The automatic number of a paragraph and its level as a heading."""
        style = _value(properties, "pStyle")
        number = depth = heading = None
        seen: set[str] = set()
        direct = properties.find(W + "numPr") if properties is not None else None
        if direct is not None:
            number, depth = _value(direct, "numId"), _integer(_value(direct, "ilvl"))
        outline = _integer(_value(properties, "outlineLvl"))
        heading = outline + 1 if outline is not None and outline < 9 else None
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            known = self._styles[style]
            number, depth = number or known.number, depth if depth is not None else known.depth
            heading = heading if heading is not None else known.heading
            style = known.base
        if number is None or number == "0":
            return "", heading
        return self._numbering.label(number, depth or 0), heading

    def _inline(self, parent: Any, line: _Line) -> None:  # noqa: ANN401
        for node in parent:
            tag = node.tag
            if tag == W + "r":
                self._run(node, line)
            elif tag == _MC + "AlternateContent":
                self._inline(_choice(node), line)
            elif tag == W + "fldSimple" and "AUTONUM" in (node.get(W + "instr") or "").upper():
                self._autonum(line)
            elif tag == _M + "t":
                line.add(node.text or "")
            elif tag not in _GONE and isinstance(tag, str):
                self._inline(node, line)

    def _run(self, run: Any, line: _Line) -> None:  # noqa: ANN401
        properties = run.find(W + "rPr")
        if properties is not None and _on(properties.find(W + "vanish")):
            return
        raised = _value(properties, "vertAlign") == "superscript"
        custom = False
        for node in run:
            tag = node.tag
            if tag == W + "t" and not self._hidden():
                text = node.text or ""
                line.add(text, mark=custom or (raised and _MARK.fullmatch(text.strip()) is not None))
                custom = False
            elif tag in _PLAIN and not self._hidden():
                line.add("\n" if node.get(W + "type") in ("page", "column") else _PLAIN[tag])
            elif tag == W + "sym":
                line.add(_symbol(node))
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                custom = self._reference(node, line, run)
            elif tag == W + "fldChar":
                self._field(node.get(W + "fldCharType"), line)
            elif tag == W + "instrText" and self._fields and self._fields[-1] is not None:
                self._fields[-1] += node.text or ""
            elif tag in (W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"):
                self._drawing(_choice(node) if tag == _MC + "AlternateContent" else node, line)

    def _hidden(self) -> bool:
        """Whether the instruction of a field is being read, not its result."""
        return any(instruction is not None for instruction in self._fields)

    def _field(self, kind: str | None, line: _Line) -> None:
        if kind == "begin":
            self._fields.append("")
        elif self._fields and kind in ("separate", "end"):
            instruction = self._fields[-1]
            if instruction is not None and "AUTONUM" in instruction.upper():
                self._fields[-1] = ""
                self._autonum(line)
            if kind == "separate":
                self._fields[-1] = None
            else:
                self._fields.pop()

    def _autonum(self, line: _Line) -> None:
        self._automatic += 1
        line.add(f"{self._automatic}.")

    def _reference(self, node: Any, line: _Line, run: Any) -> bool:  # noqa: ANN401
        """Set the mark of a note and read the note; whether its mark is text that follows."""
        kind = "footnote" if node.tag == W + "footnoteReference" else "endnote"
        source = self._sources.get(f"{kind}{node.get(W + 'id')}")
        if source is None:
            return False
        custom = _on(node, W + "customMarkFollows")
        if custom:
            key = "".join(t.text or "" for t in run.iter(W + "t")).strip() or "*"
        else:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            key = show(self._counts[kind], self._forms.get(kind, "decimal"))
            line.add(key, mark=True)
        fields, self._fields = self._fields, []
        pending, self._pending = self._pending, None
        paras = [item for item in self.items(source) if isinstance(item, Para)]
        self._fields, self._pending = fields, pending
        for para in paras:
            para.marks = []
        if paras:
            paras[0].text = paras[0].text.strip().removeprefix(key).strip()
        self.notes.append(Note(key, paras))
        return custom

    def _drawing(self, node: Any, line: _Line) -> None:  # noqa: ANN401
        boxes = list(node.iter(W + "txbxContent"))
        for box in boxes:
            if any(other in boxes for other in box.iterancestors(W + "txbxContent")):
                continue
            paras = [item for item in self.items(box) if isinstance(item, Para)]
            if paras:
                line.beside.append(Box(paras))
        extent = next(node.iter(_DRAWN), None)
        if not boxes and extent is not None and min(_integer(extent.get("cx")) or 0, _integer(extent.get("cy")) or 0) > _SMALLEST:
            line.beside.append(Table([], drawn=True))

    def _table(self, table: Any) -> Table:  # noqa: ANN401
        rows = []
        for row in _children(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            rows.append([self._cell(cell) for cell in _children(row, W + "tc")])
        return Table([row for row in rows if row])

    def _cell(self, cell: Any) -> list[Para]:  # noqa: ANN401
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(W + "val") != "restart":
            return []
        paras: list[Para] = []
        for item in self.items(cell):
            if isinstance(item, Para):
                paras.append(item)
            elif isinstance(item, Table):
                paras += [para for row in item.rows for inner in row for para in inner]
            else:
                paras += item.paras
        return paras


def _children(parent: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401
    """Rows or cells, those in content controls and changes included."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "moveTo"):
            yield from _children(child, tag)


def _choice(node: Any) -> Any:  # noqa: ANN401
    choice = node.find(_MC + "Choice")
    fallback = node.find(_MC + "Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


def _symbol(node: Any) -> str:  # noqa: ANN401
    try:
        return chr(int(node.get(W + "char") or "", 16))
    except (ValueError, OverflowError):
        return ""


def _value(parent: Any, name: str) -> str | None:  # noqa: ANN401
    node = parent.find(W + name) if parent is not None else None
    return node.get(W + "val") if node is not None else None


def _on(node: Any, attribute: str = W + "val") -> bool:  # noqa: ANN401
    """Whether a switch is there and not turned off."""
    if node is None or (attribute != W + "val" and node.get(attribute) is None):
        return False
    return node.get(attribute, "1") not in ("0", "false", "off")


def _integer(text: str | None) -> int | None:
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def read_styles(root: Any) -> dict[str, Style]:  # noqa: ANN401
    """The styles of `word/styles.xml` by their id."""
    styles: dict[str, Style] = {}
    for node in root.iter(W + "style") if root is not None else ():
        properties = node.find(W + "pPr")
        direct = properties.find(W + "numPr") if properties is not None else None
        outline = _integer(_value(properties, "outlineLvl"))
        name = re.fullmatch(r"heading (\d)", (_value(node, "name") or "").lower())
        styles[node.get(W + "styleId") or ""] = Style(
            _value(direct, "numId"),
            _integer(_value(direct, "ilvl")),
            outline + 1 if outline is not None and outline < 9 else int(name[1]) if name else None,
            _value(node, "basedOn"),
        )
    return styles
