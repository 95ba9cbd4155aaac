"""The body of the page: the blocks of a report as a readable document, mentions marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, Final

from unodc_report.display.marking import Insertion, Mark, marked

if TYPE_CHECKING:
    from unodc_report.models.document import Block, Exhibit
    from unodc_report.report import Report

_HIGHEST: Final = 2  # the page's own title is the first level
_LOWEST: Final = 6
_NOTE_TEXT: Final = 200  # characters of a footnote shown at its mark


def document(report: Report) -> str:
    """The report's blocks in order, footnotes last, each with an id `p-` and its own; tables and figures where they stand."""
    return "".join(_Body(report).parts())


class _Body:
    """What setting one block of a report needs to know of the others.

    Args:
        report: to be shown.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._marks = [Mark(m.start, m.end, number, m.type) for number, m in enumerate(report.mentions)]
        self._starts = [mark.start for mark in self._marks]
        self._notes = sorted(_reference(note, note.anchor) for note in report.footnotes if note.anchor is not None)
        self._anchors = [note.at for note in self._notes]
        self._exhibits: dict[str | None, list[Exhibit]] = defaultdict(list)
        for exhibit in report.exhibits:
            self._exhibits[exhibit.after].append(exhibit)

    def parts(self) -> Iterator[str]:
        """The pieces of the page, in order."""
        body = [block for block in self._report.blocks if block.kind != "footnote"]
        yield from self._run([block for block in body if block.kind == "masthead"], "masthead")
        yield from map(_exhibit, self._exhibits[None])
        for block in body:
            if block.kind != "masthead":
                yield self._block(block)
                yield from map(_exhibit, self._exhibits[block.id])
        yield from self._run(self._report.footnotes, "footnotes")

    def _run(self, blocks: Iterable[Block], name: str) -> Iterator[str]:
        inside = "".join(self._block(block) + "".join(map(_exhibit, self._exhibits[block.id])) for block in blocks)
        if inside:
            yield f'<section class="{name}">{inside}</section>'

    def _block(self, block: Block) -> str:
        label_end = block.start + label_length(block)
        first = bisect_left(self._starts, block.start)
        last = bisect_left(self._starts, block.end)
        if first < last and self._starts[first] < label_end:
            label_end = block.start
        notes = self._notes[bisect_left(self._anchors, block.start) : bisect_right(self._anchors, block.end)]
        notes = [note._replace(at=max(note.at, label_end)) for note in notes]  # a mark at a number stands behind it
        words = marked(self._report.text, (label_end, block.end), self._marks[first:last], notes)
        return _framed(block, self._report.text[block.start : label_end].strip(), words)


def _framed(block: Block, label: str, words: str) -> str:
    opening = f'id="{_id(block)}" data-p="{escape(block.paragraph)}"'
    shown = f'<span class="label">{escape(label)}</span>' if label else ""
    if block.kind == "heading":
        level = min(_HIGHEST + (block.level or 1) - 1, _LOWEST)
        return f'<h{level} class="b" {opening}>{shown}<span class="t">{words}</span></h{level}>\n'
    if block.kind == "title":
        return f'<p class="b title" {opening}><span class="t">{words}</span></p>\n'
    back = ""
    if block.kind == "footnote" and block.anchor is not None:
        back = f' <a class="back" href="#r-{escape(block.id)}" aria-label="Back to the text">↩</a>'
    depth = f" d{min(block.level or 1, 4)}" if block.kind == "item" else ""
    return f'<p class="b {block.kind}{depth}{"" if label else " bare"}" {opening}>{shown}<span class="t">{words}</span>{back}</p>\n'


def _exhibit(exhibit: Exhibit) -> str:
    caption = f"<figcaption>{escape(exhibit.title)}</figcaption>" if exhibit.title else ""
    if exhibit.kind == "table":
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in exhibit.rows)
        return f'<figure class="exhibit">{caption}<div class="scroll"><table>{rows}</table></div></figure>\n'
    labels = " · ".join(escape(" ".join(row)) for row in exhibit.rows)
    return f'<figure class="exhibit">{caption}<p class="labels">{labels}</p></figure>\n'


def label_length(block: Block) -> int:
    """How many characters of a block are its printed number: `15.`, `(a)`, `[3]`."""
    if block.label is None:
        return 0
    found = re.match(rf"\s*[\[［(（]?{re.escape(block.label)}[\]］)）.．、]?\s*", block.text)
    return found.end() if found and found.end() < len(block.text) else 0


def _id(block: Block) -> str:
    return escape(f"p-{block.id}")


def _reference(note: Block, anchor: int) -> Insertion:
    """The mark of a footnote in the text."""
    link = f'<a id="r-{escape(note.id)}" href="#{_id(note)}" title="{_short(note.text)}">{escape(note.label or "*")}</a>'
    return Insertion(anchor, f'<sup class="ref">{link}</sup>')


def _short(text: str) -> str:
    return escape(text if len(text) <= _NOTE_TEXT else text[: _NOTE_TEXT - 1] + "…")
