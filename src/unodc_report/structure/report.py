"""From raw text to the document: the blocks written one after the other, body first, footnotes after it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from unodc_report.chinese.characters import fold, well_formed
from unodc_report.layout.cleaning import CleanText, clean
from unodc_report.layout.footnotes import Note
from unodc_report.layout.lines import Line
from unodc_report.layout.marks import Mark
from unodc_report.layout.writer import Writer
from unodc_report.models.document import Block, Document
from unodc_report.models.pages import PageMap
from unodc_report.sources.markdown import is_markdown, read_markdown
from unodc_report.sources.source import NO_HINTS, Hints, Source
from unodc_report.structure.exhibits import find_exhibits, with_boxes
from unodc_report.structure.metadata import read_metadata
from unodc_report.structure.outline import Unit, outline
from unodc_report.structure.script import script_notes


def read_report(raw: str, hints: Hints = NO_HINTS, page_map: PageMap | None = None) -> Document:
    r"""The whole report: clean text with its blocks, footnotes, masthead fields and the way back to `raw`.

    A file that is more than text hands on what it knows of its lines (`hints`) and where its characters stand (`page_map`); what a
    text in Markdown says of its lines is read here, and its markup is no part of the clean text.

    >>> document = read_report("一. 导言\n1. 会员国报告的缉获量在这一时期有所增\n加。\n2. 逮捕人数减少。\n")
    >>> [(block.id, block.kind, block.text) for block in document.blocks]
    [('h1', 'heading', '一.导言'), ('1', 'paragraph', '1.会员国报告的缉获量在这一时期有所增加。'), ('2', 'paragraph', '2.逮捕人数减少。')]
    """
    raw = well_formed(raw)
    if hints is NO_HINTS and is_markdown(raw):
        raw, hints = read_markdown(raw)
    text = clean(raw, hints)
    body = outline(text)
    units = with_boxes(body, text)
    scribe = _Scribe(Writer(raw), text, page_map)
    for unit in units:
        scribe.write_unit(unit)
    for note in text.notes:
        scribe.write_note(note)
    for i, reason in text.reasons.items():
        scribe.writer.skip(text.lines[i].start, text.lines[i].end, reason)
    whole = scribe.writer.text()
    blocks = tuple(scribe.blocks)
    folded = _folded(whole, scribe.blocks)
    return Document(
        whole, folded, blocks, scribe.writer.source_map(), scribe.writer.removals(), read_metadata(text, body, scribe.blocks),
        notes=script_notes(whole), exhibits=find_exhibits(raw, hints, body, page_map), page_map=page_map,
    )  # fmt: skip


def _folded(whole: str, blocks: list[Block]) -> str:
    r"""The folded text, with labels and masthead lines as line ends: they are no text for rules, and `7.` before 2021年 is no number.

    >>> document = read_report("一. 导言\n1. 2021 年。\n")
    >>> document.folded
    '\n\n导言\n\n\n 2021年。\n'
    """
    parts: list[str] = []
    position, folded = 0, fold(whole)
    for block in blocks:
        if block.kind == "masthead":
            hidden = block.end
        elif block.label is not None and block.text.startswith(block.label):
            hidden = block.start + len(block.label)
        else:
            continue
        parts += (folded[position : block.start], "\n" * (hidden - block.start))
        position = hidden
    return "".join((*parts, folded[position:]))


@dataclass(slots=True)
class _Scribe:
    """Writes units and notes, and makes their blocks."""

    writer: Writer
    text: CleanText
    page_map: PageMap | None = None
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(init=False)
    anchors: dict[int, int] = field(default_factory=dict)  # raw start of a mark -> clean offset it stands after
    used: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.marks = sorted(note.mark for note in self.text.notes if note.mark is not None)

    def write_unit(self, unit: Unit) -> None:
        """Write one block of the body."""
        start = len(self.writer)
        lines = [row.line for row in unit.rows]
        label = unit.rows[0].label
        bare = label is not None and label.kind == "bare"
        cuts = self._lines(_spans(lines, [row.torn or (bare and k == 1) for k, row in enumerate(unit.rows)]), bare=bare)
        self._block(unit, start, cuts, None, lines)

    def write_note(self, note: Note) -> None:
        """Write one footnote."""
        name = f"note{note.key}"
        self.used[name] = self.used.get(name, 0) + 1
        if self.used[name] > 1:
            name = f"{name}~{self.used[name]}"
        anchor = self.anchors.get(note.mark.start) if note.mark is not None else None
        start = len(self.writer)
        lines = [self.text.lines[i] for i in note.lines]
        self._lines(_spans(lines, [k > 0 and note.lines[k - 1] + 1 != i for k, i in enumerate(note.lines)]))
        section = self._section(anchor)
        unit = Unit(name, "footnote", (), note.key, note.number, section=section, paragraph=name)
        self._block(unit, start, [], anchor, lines)

    def _section(self, anchor: int | None) -> str | None:
        if anchor is None:
            return None
        place = bisect_right(self.blocks, max(0, anchor - 1), key=_start) - 1
        return self.blocks[place].section if place >= 0 else None

    def _lines(self, spans: list[tuple[int, int]], *, bare: bool = False) -> list[tuple[int, str]]:
        """Write raw spans as one block, the first a bare number that nothing may join; the marks left out, as (clean offset, mark)."""
        writer, raw, cuts = self.writer, self.text.raw, []
        for k, (start, end) in enumerate(spans):
            if k:
                writer.next_line(spans[k - 1][1], start, whole=bare and k == 1)
            position = start
            while (mark := self._mark_in(position, end)) is not None:
                writer.copy(position, mark.start)
                writer.skip(mark.start, mark.end, "mark")
                self.anchors[mark.start] = len(writer)
                cuts.append((len(writer), raw[mark.start : mark.end]))
                position = mark.end
            writer.copy(position, end)
        return cuts

    def _mark_in(self, start: int, end: int) -> Mark | None:
        k = bisect_right(self.marks, start, key=_before)
        return self.marks[k] if k < len(self.marks) and self.marks[k].start < end else None

    def _block(self, unit: Unit, start: int, cuts: list[tuple[int, str]], anchor: int | None, lines: list[Line]) -> None:
        writer = self.writer
        end = len(writer)
        if end == start:
            return
        text = writer.tail(start)
        writer.end_block()
        self.blocks.append(
            Block.trusted({
                "id": unit.id, "kind": unit.kind, "start": start, "end": end, "text": text, "printed": _with_marks(text, start, cuts),
                "label": unit.label, "number": unit.number, "level": unit.level, "section": unit.section, "paragraph": unit.paragraph,
                "anchor": anchor, "segments": tuple((line.start, line.end) for line in lines),
                "page": self.page_map.page(lines[0].start) if self.page_map is not None else None,
            })
        )  # fmt: skip


def _spans(lines: list[Line], torn: list[bool]) -> list[tuple[int, int]]:
    """The raw spans of lines, those run together between which nothing but white space stands."""
    spans: list[tuple[int, int]] = []
    for line, apart in zip(lines, torn, strict=True):
        if apart or not spans:
            spans.append((line.start, line.end))
        else:
            spans[-1] = (spans[-1][0], line.end)
    return spans


def _start(block: Block) -> int:
    return block.start


def _before(mark: Mark) -> int:
    return mark.start + 1  # a mark at the position itself counts as after it


def _with_marks(text: str, start: int, cuts: list[tuple[int, str]]) -> str:
    if not cuts:
        return text
    parts: list[str] = []
    position = 0
    for offset, mark in cuts:
        parts += (text[position : offset - start], mark)
        position = offset - start
    return "".join((*parts, text[position:]))


def with_source(document: Document, source: Source) -> Document:
    """The document with what its file tells beside its text: the symbol, where the text lost it, and notes on what could not be read."""
    metadata = document.metadata
    if metadata.symbol is None and source.symbol is not None:
        metadata = metadata.model_copy(update={"symbol": source.symbol, "inferred": (*metadata.inferred, "symbol")})
    if metadata.job_number is None and source.job is not None:
        metadata = metadata.model_copy(update={"job_number": source.job})
    return replace(document, metadata=metadata, notes=(*document.notes, *source.notes))
