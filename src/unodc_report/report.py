"""The result object and the three calls that make one: `read`, `parse`, `extract`."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar, cast, overload

from pydantic import BaseModel, ConfigDict, Field

from unodc_report.assemble import assemble, assemble_observations, handed_on
from unodc_report.errors import UnknownNameError, check_text, needing
from unodc_report.explanation import Explanation, explain
from unodc_report.layout.passage import read_passage
from unodc_report.models.document import Block, Document, Exhibit, Metadata
from unodc_report.models.mentions import (
    Country, Date, DocumentReference, Drug, Event, Instrument, Mention, MentionBase, Organization, Place, Programme, Publication, Quantity,
    Reference, Region, SustainableDevelopmentGoal, Url,
)  # fmt: skip
from unodc_report.models.observations import Observation
from unodc_report.pipeline import read_mentions
from unodc_report.rules import Veto
from unodc_report.sources.limits import MAX_BYTES, MAX_CHARACTERS, MAX_PAGES
from unodc_report.sources.reading import read_source
from unodc_report.structure import read_report, with_source

if TYPE_CHECKING:
    import pyarrow as pa

_M = TypeVar("_M", bound=MentionBase)


class Section(BaseModel):
    """A heading with what stands under it: its own blocks, then the sections one level down."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    heading: Block
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    def _repr_html_(self) -> str:
        return str(_display("notebook").section_card(self))


class Report(BaseModel):
    """A United Nations report, read. Frozen; `model_dump_json` and `model_validate_json` give an equal one back.

    Attributes:
        name: of the file, None for a text.
        text: clean text; clean spans count from its first character.
        metadata: what the masthead says.
        blocks: title, headings, paragraphs, list items, notes, in the order of `text` (footnotes after the body).
        mentions: all mentions, in the order of `text`.
        observations: one a quantity: who did what to how many, where and when.
        notes: what could not be decided, and where.
        exhibits: tables and figures, which stand beside the text.
        vetoes: matches of rules that are no mentions, with the reason (see `explain`).
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    name: str | None = None
    text: str = Field(repr=False)
    metadata: Metadata
    blocks: tuple[Block, ...] = Field(repr=False)
    mentions: tuple[Mention, ...] = Field(repr=False)
    observations: tuple[Observation, ...] = Field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    vetoes: tuple[Veto, ...] = Field(default=(), repr=False)
    exhibits: tuple[Exhibit, ...] = Field(default=(), repr=False)

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The numbered paragraphs, in order."""
        return self._blocks("paragraph")

    @property
    def headings(self) -> tuple[Block, ...]:
        """The headings, in order, each with its `level`."""
        return self._blocks("heading")

    @property
    def footnotes(self) -> tuple[Block, ...]:
        """The footnotes, in order, each with the `anchor` of its mark."""
        return self._blocks("footnote")

    @property
    def sections(self) -> tuple[Section, ...]:
        """The headings as a tree."""
        return _tree(self.blocks)

    @property
    def tables(self) -> tuple[Exhibit, ...]:
        """The tables of a file that knows them (PDF, Word, HTML), in order; their cells hold no mentions."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.kind == "table")

    @property
    def figures(self) -> tuple[Exhibit, ...]:
        """The charts and pictures of a file that knows them, in order, with their labels."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.kind == "figure")

    def paragraph(self, number: int | str) -> Block:
        """The numbered paragraph, or the block with that id.

        Raises:
            UnknownNameError: the report has no such paragraph; it is a `KeyError`.
        """
        for block in self.blocks:
            if block.id == str(number):
                return block
        raise UnknownNameError(f"no paragraph {number}")

    def explain(self, mention: Mention) -> Explanation:
        """Which rule found the mention, by which pattern, what context told, what gave way to it; `print` it.

        Of a quantity also where each slot of its observation was found.
        """
        own = (found for found in self.observations if found.quantity.start == mention.start and mention.type == "quantity")
        return explain(mention, self.text, self.vetoes, next(own, None))

    def rows(self) -> list[dict[str, Any]]:
        """All mentions as flat records, in order (see `MentionBase.row`)."""
        return [mention.row() for mention in self.mentions]

    def to_arrow(self, name: str = "mentions") -> pa.Table:
        """A table as Arrow (extra `arrow`), with the same columns whatever the report holds (docs/frames.md).

        `name`: `mentions`, one type of them by its property's name, `paragraphs`, `observations`, `exhibits`, `reports` (the metadata).

        Raises:
            UnknownNameError: there is no such table.
            MissingExtraError: the extra is not installed.
        """
        return _export("arrow").to_arrow(self, name)

    def to_frame(self, name: str = "mentions", backend: str | Callable[[Any], Any] = "pandas") -> Any:  # noqa: ANN401
        """The same as a data frame: `pandas`, `polars`, `duckdb`, `pyarrow`, or a function that takes the Arrow C stream.

        Raises:
            UnknownNameError: there is no such table or backend.
            MissingExtraError: the extra or the backend is not installed.
        """
        return _export("frames").to_frame(self.to_arrow(name), backend)

    def to_parquet(self, folder: str | os.PathLike[str]) -> list[Path]:
        """Write the report to a folder as Parquet, one file a table: `reports`, `paragraphs`, `mentions`, `observations`, `exhibits`.

        Raises:
            OSError: the folder cannot be written to.
        """
        files: list[Path] = _export("frames").to_parquet(self, folder)
        return files

    @overload
    def to_html(self, path: None = None) -> str: ...
    @overload
    def to_html(self, path: str | os.PathLike[str]) -> Path: ...
    def to_html(self, path: str | os.PathLike[str] | None = None) -> str | Path:
        """The report as one self-contained page to be read in a browser (docs/viewer.md): written to `path`, else given back as text.

        Raises:
            OSError: the file cannot be written.
        """
        page: str = _display("html").page(self)
        if path is None:
            return page
        with import_module("unodc_report.output").whole_file(path) as stream:
            stream.write(page)
        return Path(path)

    def table(self, name: str = "mentions") -> Any:  # noqa: ANN401  # a layer above this one has the type
        """A table to look at in a notebook: `mentions`, one type of them by its property's name, `observations`, `paragraphs`.

        Its rows are text for the eye; to compute, take `rows`, `to_arrow` or the objects themselves.

        Raises:
            UnknownNameError: there is no such table; it is a `KeyError`.
        """
        return _display("notebook").table(self, name)

    def _repr_html_(self) -> str:
        return str(_display("notebook").report_card(self))

    @property
    def countries(self) -> tuple[Country, ...]:
        """States and areas of ISO 3166-1."""
        return self._mentions(Country)

    @property
    def regions(self) -> tuple[Region, ...]:
        """Supra-national areas."""
        return self._mentions(Region)

    @property
    def places(self) -> tuple[Place, ...]:
        """Named places below country level."""
        return self._mentions(Place)

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Named bodies."""
        return self._mentions(Organization)

    @property
    def documents(self) -> tuple[DocumentReference, ...]:
        """Numbered documents, resolutions and decisions."""
        return self._mentions(DocumentReference)

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """Treaties, declarations, laws, sets of rules."""
        return self._mentions(Instrument)

    @property
    def publications(self) -> tuple[Publication, ...]:
        """Titled works that are not instruments."""
        return self._mentions(Publication)

    @property
    def events(self) -> tuple[Event, ...]:
        """Numbered sessions and meetings."""
        return self._mentions(Event)

    @property
    def dates(self) -> tuple[Date, ...]:
        """Dates and periods."""
        return self._mentions(Date)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers of something."""
        return self._mentions(Quantity)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Pointers inside the report or into an instrument."""
        return self._mentions(Reference)

    @property
    def drugs(self) -> tuple[Drug, ...]:
        """Controlled drugs and precursors."""
        return self._mentions(Drug)

    @property
    def sdgs(self) -> tuple[SustainableDevelopmentGoal, ...]:
        """Sustainable Development Goals and targets."""
        return self._mentions(SustainableDevelopmentGoal)

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """Programmes, initiatives, mechanisms, networks, campaigns."""
        return self._mentions(Programme)

    @property
    def urls(self) -> tuple[Url, ...]:
        """Links of the text."""
        return self._mentions(Url)

    def _blocks(self, kind: str) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind == kind)

    def _mentions(self, kind: type[_M]) -> tuple[_M, ...]:
        return tuple(cast("_M", mention) for mention in self.mentions if isinstance(mention, kind))


def read(  # noqa: PLR0913  # each has its default
    source: str | os.PathLike[str] | bytes | IO[bytes],
    *,
    password: str | None = None,
    observations: bool = True,
    max_bytes: int = MAX_BYTES,
    max_pages: int = MAX_PAGES,
    max_characters: int = MAX_CHARACTERS,
) -> Report:
    """Read a report from a file: a path, its bytes, or an open binary file. What it is, its first bytes tell, not its name.

    PDF (extra `pdf`), Word .docx (extra `docx`), HTML, and text in UTF-8, UTF-16 or GB18030. From a PDF each mention knows its
    page and its boxes on it. `password` opens an encrypted PDF; `observations` as in `parse`. What is larger than
    `max_bytes` (64 MiB), `max_pages` (3,000) or `max_characters` (16 million) is refused.

    Raises:
        SourceError: the file cannot be read: it is none of these, damaged, encrypted, or scanned without a text layer; where its
            reader is not installed, a `MissingReaderError`.
        LimitError: it is larger than the limits allow.
    """
    file = read_source(source, password=password, max_bytes=max_bytes, max_pages=max_pages, max_characters=max_characters)
    document = read_report(file.text, file.hints, file.page_map)
    return _report(with_source(document, file), file.name, observations=observations)


def parse(text: str, *, observations: bool = True) -> Report:
    """Read a report from its whole text, as a PDF reader or a word processor gives it. Raw offsets count from its first character.

    Without `observations` the report has none, and its quantities have no item, action, where, when, change and relation: for
    who wants the mentions alone, a third faster.

    Raises:
        InputTypeError: no text was given.

    >>> report = parse("一. 导言\\n\\n1. 2020 年缉获 106 吨可卡因。\\n")
    >>> [(m.type, m.text, m.paragraph) for m in report.mentions]
    [('date', '2020年', '1'), ('quantity', '106吨', '1'), ('drug', '可卡因', '1')]
    """
    check_text(text, "parse()", "; a file, or the bytes of one, is for read()" if isinstance(text, bytes | os.PathLike) else "")
    return _report(read_report(text), None, observations=observations)


def extract(text: str, *, observations: bool = True) -> tuple[Mention, ...]:
    """The mentions of a passage by itself, in text order; raw offsets count from its first character.

    Normal forms use the passage alone: a year or a body that it does not tell stays open. `observations` as in `parse`.

    Raises:
        InputTypeError: no text was given.

    >>> [(m.type, m.text) for m in extract("2020 年缉获 106 吨可卡因")]
    [('date', '2020年'), ('quantity', '106吨'), ('drug', '可卡因')]
    """
    check_text(text, "extract()")
    document = read_passage(text)
    return assemble(document, handed_on(read_mentions(document, observations=observations).candidates))


def _report(document: Document, name: str | None, *, observations: bool) -> Report:
    outcome = read_mentions(document, observations=observations)
    mentions = assemble(document, handed_on(outcome.candidates))
    return Report.model_construct(  # of parts that are whole
        name=name,
        text=document.text,
        metadata=document.metadata,
        blocks=document.blocks,
        mentions=mentions,
        observations=assemble_observations(document, mentions, outcome.slots),
        notes=document.notes,
        vetoes=tuple(outcome.vetoes),
        exhibits=document.exhibits,
    )


def _export(module: str) -> Any:  # noqa: ANN401
    """A module of `export` that needs Arrow."""
    with needing("arrow", "a table of a report"):
        return import_module(f"unodc_report.export.{module}")


def _display(module: str) -> Any:  # noqa: ANN401
    """A module of `display`, loaded when something is to be shown."""
    return import_module(f"unodc_report.display.{module}")


def _tree(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """The sections of the body: each heading takes what follows until a heading of its level or higher."""
    body = [block for block in blocks if block.kind != "footnote"]
    starts = [i for i, block in enumerate(body) if block.kind == "heading"]
    return _sections(body, starts, 0, len(starts))


def _sections(body: list[Block], starts: list[int], first: int, last: int) -> tuple[Section, ...]:
    sections = []
    while first < last:
        heading = body[starts[first]]
        after = first + 1
        while after < last and (body[starts[after]].level or 1) > (heading.level or 1):
            after += 1
        own_end = starts[first + 1] if first + 1 < len(starts) else len(body)
        own = tuple(body[starts[first] + 1 : own_end])
        sections.append(Section(heading=heading, blocks=own, sections=_sections(body, starts, first + 1, after)))
        first = after
    return tuple(sections)
