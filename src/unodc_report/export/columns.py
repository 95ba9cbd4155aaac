"""The tables that a report gives, column by column: what `export.arrow` builds and what docs/frames.md documents.

A table has all its columns whatever a report holds. Beside each EDTF string stand two columns with the first and the last day that
it admits (`edtf_start`, `edtf_end`): null at an open end, and for a date whose year is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from unodc_report.models.mentions import MENTION_TYPES

Kind: TypeAlias = Literal["string", "integer", "decimal", "date", "strings", "integers", "boxes", "cells"]


class Column(NamedTuple):
    """A column: its name, the kind of its values, what it holds."""

    name: str
    kind: Kind
    about: str


_FILE: Final = Column("file", "string", "name of the report: the path as given, or the name under which its text was given")
_START: Final = Column("start", "integer", "raw offset in the file as read, in code points")
_END: Final = Column("end", "integer", "raw offset just after the last character")
_TEXT: Final = Column("text", "string", "clean text of the mention")
_PARAGRAPH: Final = Column("paragraph", "string", "id of the paragraph, heading, title or note that holds it")
_SECTION: Final = Column("section", "string", "id of the heading above it")
_PAGE: Final = Column("page", "integer", "page on which it begins, from 1; null where the file has no pages")
_INFERRED: Final = Column("inferred", "strings", "what its words do not say and the report told, as `field: how`")

_LEADING: Final = (
    _FILE,
    Column("type", "string", "type of the mention"),
    _START,
    _END,
    Column("clean_start", "integer", "offset in the clean text of the report"),
    Column("clean_end", "integer", "offset in the clean text just after it"),
    _TEXT,
    _PARAGRAPH,
    _SECTION,
)
_TRAILING: Final = (
    Column("label_en", "string", "English name of the coded value"),
    Column("label_zh", "string", "Chinese name of the coded value"),
    Column("rule", "string", "id of the rule that found it"),
    _INFERRED,
    _PAGE,
    Column("boxes", "boxes", "its places on its pages, one a line: page, left, top, right, bottom in points from the top left"),
)

_FIELDS: Final[Mapping[str, tuple[Kind, str]]] = MappingProxyType({
    "iso3": ("string", "ISO 3166-1 alpha-3 code of the country"),
    "name": ("string", "plain name"),
    "m49": ("string", "UN M49 code, three digits"),
    "id": ("string", "id in the tables of organizations, instruments or drugs"),
    "kind": ("string", "kind of the document, quantity or programme"),
    "symbol": ("string", "symbol of the document, resolution or decision"),
    "title": ("string", "title, without its marks"),
    "body": ("string", "id of the body that meets"),
    "number": ("integers", "numbers of the sessions"),
    "edtf": ("string", "date or period in EDTF (ISO 8601-2)"),
    "value": ("decimal", "the stated number, exact"),
    "low": ("decimal", "lower bound of a range or of a vague magnitude"),
    "high": ("decimal", "upper bound of a range"),
    "qualifier": ("string", "exact, about, over, at_least, nearly, under or up_to"),
    "unit": ("string", "UCUM code, %, pp, ISO 4217 code, d/wk/mo/a, or the Chinese measure word"),
    "item": ("string", "what is counted, as written"),
    "item_en": ("string", "English name of what is counted"),
    "item_code": ("string", "code of what is counted (`drug:cocaine`, `iccs:0101`)"),
    "head": ("string", "head noun of what is counted"),
    "action": ("string", "what happened to it, as written"),
    "action_en": ("string", "English verb of the action"),
    "action_class": ("string", "class of the action"),
    "polarity": ("string", "`negative` where the text denies the action, else `positive`"),
    "actor": ("string", "id of the acting organization, or its text"),
    "programme": ("string", "programme that the figure belongs to"),
    "instrument": ("string", "id or title of the instrument whose status the figure gives"),
    "where": ("strings", "ISO 3166-1 alpha-3 codes and region names that the figure applies to"),
    "when": ("string", "EDTF of the period that the figure applies to"),
    "as_of": ("string", "EDTF of the date of a stock figure"),
    "change": ("string", "increase or decrease"),
    "change_mode": ("string", "`by` how much or `to` which level"),
    "relation": ("string", "part_of another figure or share_of a base"),
    "related": ("integers", "raw start and end of that other figure"),
    "sentence": ("string", "clean text of the sentence, of one longer than 2,000 code points the part around the figure"),
    "target": ("string", "what the pointer points to (`para:24`, `article:31(3)`)"),
    "goal": ("string", "goal (`16`) or target (`16.4`)"),
    "url": ("string", "link as written"),
})
DATED: Final = frozenset({"edtf", "when", "as_of"})
"""Columns of EDTF strings."""

PLURALS: Final[Mapping[str, str]] = MappingProxyType({
    "countries": "country", "regions": "region", "places": "place", "organizations": "organization", "documents": "document",
    "instruments": "instrument", "publications": "publication", "programmes": "programme", "events": "event", "dates": "date",
    "quantities": "quantity", "references": "reference", "drugs": "drug", "sdgs": "sdg", "urls": "url",
})  # fmt: skip
"""Tables of one type of mention, named as the properties of `Report`."""

_OBSERVATION: Final = (
    "value", "low", "high", "qualifier", "kind", "unit", "item", "item_en", "item_code", "head", "action", "action_en", "action_class",
    "polarity", "actor", "programme", "instrument", "where", "when", "as_of", "change", "change_mode", "relation", "related",
)  # fmt: skip


def _fields(names: tuple[str, ...]) -> Iterator[Column]:
    for name in names:
        kind, about = _FIELDS[name]
        yield Column(name, kind, about)
        if name in DATED:
            yield Column(f"{name}_start", "date", f"first day that `{name}` admits")
            yield Column(f"{name}_end", "date", f"last day that `{name}` admits")


def _mentions(names: tuple[str, ...]) -> tuple[Column, ...]:
    return (*_LEADING, *_fields(names), *_TRAILING)


_REPORTS: Final = (
    _FILE,
    Column("symbol", "string", "symbol of the report"),
    Column("title", "string", "its title"),
    Column("body", "string", "body to which it is addressed, as printed"),
    Column("session", "string", "session, as printed"),
    Column("agenda_item", "string", "agenda item, as printed"),
    Column("author", "string", "author line, as printed"),
    Column("date", "string", "date of the masthead, as printed"),
    Column("published", "date", "the same as a date"),
    Column("distribution", "string", "distribution, as printed"),
    Column("language", "string", "language, as printed"),
    Column("original_language", "string", "original language, as printed"),
    Column("job_number", "string", "job number"),
    _INFERRED,
    Column("characters", "integer", "length of its clean text in code points"),
    Column("mentions", "integer", "number of its mentions"),
    Column("notes", "strings", "what could not be decided, and where"),
    Column("error", "string", "why it could not be read; null if it was"),
)
_PARAGRAPHS: Final = (
    _FILE,
    Column("id", "string", "id of the block, unique in the report"),
    Column("kind", "string", "masthead, title, summary, heading, paragraph, item, text, table or footnote"),
    Column("paragraph", "string", "id under which its mentions are filed: the numbered paragraph of a list item"),
    Column("section", "string", "id of the heading that it stands under"),
    Column("label", "string", "number or letter as printed"),
    Column("number", "integer", "number of a numbered paragraph or note"),
    Column("level", "integer", "depth of a heading or list item"),
    Column("text", "string", "clean text"),
    Column("clean_start", "integer", "offset in the clean text of the report"),
    Column("clean_end", "integer", "offset in the clean text just after it"),
    Column("start", "integer", "raw offset of its first character"),
    Column("end", "integer", "raw offset just after its last character"),
    _PAGE,
)
_EXHIBITS: Final = (
    _FILE,
    Column("id", "string", "`table1`, `figure1` …"),
    Column("kind", "string", "table or figure"),
    Column("title", "string", "number and caption"),
    Column("rows", "cells", "cells of a table row by row; labels of a figure"),
    Column("after", "string", "id of the block after which it stands"),
    _START,
    _END,
    _PAGE,
)

WHOLE: Final[Mapping[str, tuple[Column, ...]]] = MappingProxyType({
    "reports": _REPORTS,
    "paragraphs": _PARAGRAPHS,
    "mentions": _mentions(tuple(dict.fromkeys(name for model in MENTION_TYPES.values() for name in model.FIELDS))),
    "observations": (_FILE, _START, _END, _TEXT, _PARAGRAPH, _SECTION, *_fields(_OBSERVATION), Column(*("sentence", *_FIELDS["sentence"])),
                     _INFERRED, _PAGE),
    "exhibits": _EXHIBITS,
})  # fmt: skip
"""The tables that together hold a report, each thing once: what a Parquet data set is made of."""

TABLES: Final[Mapping[str, tuple[Column, ...]]] = MappingProxyType({
    **WHOLE,
    **{plural: _mentions(MENTION_TYPES[kind].FIELDS) for plural, kind in PLURALS.items()},
})  # fmt: skip
"""All tables by name."""
