"""The document as the layout and structure layers hand it on: clean text, its blocks, and the way back to the file.

Two coordinate systems (both in Unicode code points, half-open):

* *clean*: offsets into `Document.text`, on which every rule runs.
* *raw*: offsets into the source text exactly as it was read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from unodc_report.models.pages import PageMap
from unodc_report.models.records import Record

BlockKind = Literal["masthead", "title", "summary", "heading", "paragraph", "item", "text", "table", "footnote"]


class Block(Record):
    """One unit of the report's structure: a line of the clean text.

    Attributes:
        id: unique in the report: `t1` title, `s1` summary paragraph, `h3` heading, `15` numbered paragraph,
            `15(a)` list item, `x2` unnumbered text, `note3` footnote, `note*` asterisk note, `m1` masthead line.
        kind: what it is.
        start, end: clean offsets; `report.text[start:end]` is `text`.
        text: clean text, the printed number included, footnote marks left out.
        printed: the characters as printed, footnote marks included, without line breaks.
        label: the printed number or letter ("15.", "A.", "(a)", "3"), None where there is none.
        number: the number of a numbered paragraph or footnote.
        level: depth of a heading (1 is the highest); depth of a list item below its paragraph.
        section: id of the heading that the block stands under.
        paragraph: id under which mentions are filed: the numbered paragraph of a list item, else the block's own id.
        anchor: for a footnote, the clean offset in the body after which its mark is printed; None if no mark was found.
        segments: raw spans, in order, whose characters the block holds (footnote marks included).
        page: on which the block begins, where the file has pages; the first is 1.
    """

    id: str
    kind: BlockKind
    start: int
    end: int
    text: str
    printed: str
    label: str | None = None
    number: int | None = None
    level: int | None = None
    section: str | None = None
    paragraph: str
    anchor: int | None = None
    segments: tuple[tuple[int, int], ...] = ()
    page: int | None = None

    def row(self) -> dict[str, object]:
        """The block as a flat, JSON-ready record: id, kind (`para` for a paragraph), text as printed, raw segments, level of a heading."""
        kind = "para" if self.kind == "paragraph" else self.kind
        row: dict[str, object] = {"id": self.id, "kind": kind, "text": self.printed, "segments": [list(s) for s in self.segments]}
        if self.level is not None:
            row["level"] = self.level
        return row


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each clean character came from: runs of characters that stand in the same order in both texts.

    `clean[i]` and `raw[i]` are the offsets at which run `i` begins; inside a run both sides advance by one code point
    together. Runs are in clean order. In raw order they are monotone within the body and within the notes.

    >>> m = SourceMap(clean=(0, 3), raw=(2, 9), length=5)
    >>> m.raw_at(1), m.raw_span(2, 4)
    (3, (4, 10))
    """

    clean: tuple[int, ...]
    raw: tuple[int, ...]
    length: int

    def raw_at(self, position: int) -> int:
        """Raw offset of the clean character at `position`."""
        if not self.clean:
            return position
        run = bisect_right(self.clean, position) - 1
        return self.raw[run] + position - self.clean[run]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span of the clean span `start`..`end` (not empty): from its first character to just after its last."""
        clean = self.clean
        if not clean:
            return start, end
        run = bisect_right(clean, start) - 1
        raw_start = self.raw[run] + start - clean[run]
        if run + 1 == len(clean) or clean[run + 1] >= end:  # of one run, as most mentions are
            return raw_start, raw_start + end - start
        return raw_start, self.raw_at(end - 1) + 1

    def raw_spans(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """As `raw_span`, of clean spans in the order of their beginnings: many are found in a fraction of the time.

        >>> list(SourceMap(clean=(0, 3), raw=(2, 9), length=5).raw_spans([(0, 2), (2, 4), (4, 5)]))
        [(2, 4), (4, 10), (10, 11)]
        """
        runs = iter(zip(self.clean[1:], self.raw[1:], strict=True))
        clean, raw = (self.clean[0], self.raw[0]) if self.clean else (0, 0)
        further = next(runs, None)
        for start, end in spans:
            while further is not None and further[0] <= start:
                clean, raw = further
                further = next(runs, None)
            last = raw + end - clean if further is None or further[0] >= end else self.raw_at(end - 1) + 1
            yield raw + start - clean, last

    def raw_runs(self, start: int, end: int) -> list[tuple[int, int]]:
        """The raw spans whose characters the clean span `start`..`end` holds: what stands between them is left out.

        >>> SourceMap(clean=(0, 3), raw=(2, 9), length=5).raw_runs(2, 4)
        [(4, 5), (9, 10)]
        """
        if not self.clean:
            return [(start, end)]
        runs = []
        while start < end:
            run = bisect_right(self.clean, start) - 1
            stop = min(end, self.clean[run + 1]) if run + 1 < len(self.clean) else end
            runs.append((self.raw[run] + start - self.clean[run], self.raw[run] + stop - self.clean[run]))
            start = stop
        return runs


class Removal(NamedTuple):
    """A raw span that is not in the clean text, and why: `furniture`, `link`, `mark`, `rule`, `table`, `figure`, `space`, `join`."""

    start: int
    end: int
    reason: str


class Exhibit(Record):
    """A table or a figure of a file that knows them (PDF, Word, HTML): it stands beside the text, and holds no mentions.

    Attributes:
        id: `table1`, `figure1` …
        kind: what it is.
        title: its number and caption, None where none was found.
        rows: the cells of a table, row by row; the labels of a figure.
        after: id of the block after which it stands, None at the head of the report.
        raw_start, raw_end: raw span, caption and sources included.
        page: where the file has pages; the first is 1.
    """

    id: str
    kind: Literal["table", "figure"]
    title: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    after: str | None = None
    raw_start: int
    raw_end: int
    page: int | None = None


class Metadata(Record):
    """What the masthead says. A field is None where the text does not hold it; nothing is guessed."""

    symbol: str | None = None
    title: str | None = None
    body: str | None = None
    distribution: str | None = None
    date: str | None = None
    language: str | None = None
    original_language: str | None = None
    session: str | None = None
    agenda_item: str | None = None
    author: str | None = None
    job_number: str | None = None
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A report or a passage, cleaned: what every extractor reads.

    Attributes:
        text: clean text; each block is one line, body first, footnotes after it.
        folded: `text` with width and punctuation variants folded to one form, character by character, so that both
            share their offsets; labels and masthead lines are line ends in it. Rules match on it.
        blocks: in the order of `text`; they do not overlap.
        source_map: clean to raw.
        removals: every raw character that `text` does not hold.
        metadata: masthead fields.
        notes: what the layers could not decide, in words, with the raw offset.
        whole: True for a report (context may be used), False for a passage by itself.
        exhibits: tables and figures.
        page_map: where on its pages the raw text stands, None where the source has no pages.
    """

    text: str
    folded: str
    blocks: tuple[Block, ...]
    source_map: SourceMap
    removals: Sequence[Removal] = ()
    metadata: Metadata = field(default_factory=lambda: Metadata.trusted({}))
    notes: tuple[str, ...] = ()
    whole: bool = True
    exhibits: tuple[Exhibit, ...] = ()
    page_map: PageMap | None = None
