"""What a reader of files hands on: the raw text, what only the file knows about it, and where on its pages each character stands.

A text file has none but the text, unless it is Markdown (`sources.markdown`).
A PDF, a Word file or a web page also knows which digits are raised, which lines are notes,
tables or furniture, and where a paragraph begins: these are `Hints`, by raw offset, and the layers after this one take them in
place of their guesses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from unodc_report.models.pages import PageMap

ApartKind = Literal["table", "figure", "box"]


@dataclass(frozen=True, slots=True)
class Apart:
    """A raw span that stands apart from the running text.

    Attributes:
        kind: `table` and `figure` are no text; a `box` is (it is read as paragraphs of its own).
        start, end: raw span, whole lines.
        rows: for a table, the raw spans of the cells of each row; for a figure, those of its labels.
        title: raw span of the caption, inside `start`..`end`; None where there is none.
    """

    kind: ApartKind
    start: int
    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...] = ()
    title: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file knows about its text, by raw offset.

    Attributes:
        begins: raw start of a line -> whether a block begins there; a line that is not in it is undecided.
        marks: raw spans of footnote marks, None where the file does not know them.
        notes: raw spans of footnotes, one a note or a part of one, whole lines.
        note_starts: raw starts of the lines that begin a footnote with its mark.
        furniture: raw spans of page furniture, whole lines.
        apart: tables, figures and boxes, in raw order.
        headings: raw start of a line -> level, of lines that the file calls headings.
    """

    begins: Mapping[int, bool] = field(default_factory=dict)
    marks: tuple[tuple[int, int], ...] | None = None
    notes: tuple[tuple[int, int], ...] = ()
    note_starts: frozenset[int] = frozenset()
    furniture: tuple[tuple[int, int], ...] = ()
    apart: tuple[Apart, ...] = ()
    headings: Mapping[int, int] = field(default_factory=dict)


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read.

    Attributes:
        name: of the file, None where there is none (bytes, a stream without a name).
        text: raw text. For a text file exactly as decoded, line ends included; for other files in reading order, pages parted by
            form feeds.
        encoding: of a text file or web page: `utf-8`, `utf-16-le`, `utf-16-be` or `gb18030`; empty for others.
        form: `text`, `pdf`, `docx` or `html`.
        hints: what the file knows about its text.
        page_map: where on its pages the characters stand; None where there are no pages.
        symbol, job: the document symbol and the job number that the file gives beside its text (properties, running heads); None if none.
        notes: what could not be read, and where.
    """

    name: str | None
    text: str
    encoding: str
    form: Literal["text", "pdf", "docx", "html"] = "text"
    hints: Hints = NO_HINTS
    page_map: PageMap | None = None
    symbol: str | None = None
    job: str | None = None
    notes: tuple[str, ...] = ()
