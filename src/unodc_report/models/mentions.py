"""The mentions: one frozen type for each kind of thing that a report names, told apart by `type`.

Field names and normal forms are those of the annotation guide (docs/mentions.md). Offsets are Unicode code points.
"""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Field

from unodc_report.models.pages import Box
from unodc_report.models.records import Record


def plain(value: object) -> object:
    """A field's value as JSON holds it: numbers as numbers, tuples as lists.

    >>> plain(Decimal("2500000")), plain(Decimal("17.5")), plain((54, 55))
    (2500000, 17.5, [54, 55])
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


class MentionBase(Record):
    """What all mentions have.

    Attributes:
        start, end: clean span, offsets into `report.text`.
        raw_start, raw_end: raw span, offsets into the source as read; it covers line and page breaks inside the mention.
        text: the clean surface, `report.text[start:end]`.
        paragraph: id of the paragraph, heading, title or footnote that holds it; None for a passage.
        section: id of the heading above it; None before the first heading and for a passage.
        rule: id of the rule that found it.
        inferred: what the words of the mention do not say and context told, each as "field: how".
        page: on which it begins, where the file has pages; the first is 1.
        boxes: where it stands on its pages, one box a line, in points from the top left corner.
        label_en, label_zh: names of the coded value in English and Chinese, where a table has them.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ()

    start: int
    end: int
    raw_start: int
    raw_end: int
    text: str
    paragraph: str | None = None
    section: str | None = None
    rule: str
    inferred: tuple[str, ...] = ()
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    label_en: str | None = None
    label_zh: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Clean span."""
        return self.start, self.end

    @property
    def raw_span(self) -> tuple[int, int]:
        """Raw span."""
        return self.raw_start, self.raw_end

    def row(self) -> dict[str, Any]:
        """The flat record of the annotation guide: type, raw offsets, text, paragraph, the type's fields, rule, inferred.

        From a file with pages also `page` and `boxes`, each [page, left, top, right, bottom].
        """
        row: dict[str, Any] = {
            "type": self.type,  # type: ignore[attr-defined]  # every member of the union has it
            "start": self.raw_start,
            "end": self.raw_end,
            "text": self.text,
            "paragraph": self.paragraph,
        }
        for name in self.FIELDS:
            row[name] = plain(getattr(self, name))
        row["rule"] = self.rule
        row["inferred"] = list(self.inferred)
        if self.page is not None:
            row["page"] = self.page
            row["boxes"] = [list(box) for box in self.boxes]
        return row

    def _repr_html_(self) -> str:
        """The mention as a notebook shows it."""
        return str(import_module("unodc_report.display.notebook").mention_card(self))


class Country(MentionBase):
    """A state or area of ISO 3166-1. `iso3`: alpha-3 code."""

    FIELDS: ClassVar[tuple[str, ...]] = ("iso3",)
    type: Literal["country"] = "country"
    iso3: str


class Region(MentionBase):
    """A supra-national area. `name`: its plain name; `m49`: UN M49 code of three digits, None where M49 has no such area."""

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "m49")
    type: Literal["region"] = "region"
    name: str
    m49: str | None = None


class Place(MentionBase):
    """A named place below country level. `name`: as written; `iso3`: of its country, None if unclear."""

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "iso3")
    type: Literal["place"] = "place"
    name: str
    iso3: str | None = None


class Organization(MentionBase):
    """A named body. `id`: of the organizations table, None for one that the table does not hold."""

    FIELDS: ClassVar[tuple[str, ...]] = ("id",)
    type: Literal["organization"] = "organization"
    id: str | None = None


class DocumentReference(MentionBase):
    """A numbered United Nations document, resolution or decision. `symbol`: its symbol, None where nothing tells the body."""

    FIELDS: ClassVar[tuple[str, ...]] = ("kind", "symbol")
    type: Literal["document"] = "document"
    kind: Literal["resolution", "decision", "document"]
    symbol: str | None = None


class Instrument(MentionBase):
    """A treaty, declaration, agenda, law or set of rules. `id`: of the treaties table, else None."""

    FIELDS: ClassVar[tuple[str, ...]] = ("id",)
    type: Literal["instrument"] = "instrument"
    id: str | None = None


class Publication(MentionBase):
    """A titled work that is not an instrument. `title`: the words inside its marks."""

    FIELDS: ClassVar[tuple[str, ...]] = ("title",)
    type: Literal["publication"] = "publication"
    title: str


class Programme(MentionBase):
    """A programme, initiative, mechanism, network or campaign by name. `name`: as written; `kind`: which of these it is."""

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "kind")
    type: Literal["programme"] = "programme"
    name: str
    kind: Literal["programme", "project", "initiative", "mechanism", "network", "campaign", "operation", "forum"]


class Event(MentionBase):
    """A numbered session, congress or meeting. `body`: organization id or `UN Crime Congress`; `number`: one or several."""

    FIELDS: ClassVar[tuple[str, ...]] = ("body", "number")
    type: Literal["event"] = "event"
    body: str | None = None
    number: int | tuple[int, ...]


class Date(MentionBase):
    """A date or period. `edtf`: Extended Date/Time Format, ISO 8601-2."""

    FIELDS: ClassVar[tuple[str, ...]] = ("edtf",)
    type: Literal["date"] = "date"
    edtf: str


class Quantity(MentionBase):
    """A number of something.

    Attributes:
        value: the stated number, exact; None for a range or a vague magnitude.
        low, high: bounds of a range or of a vague magnitude.
        qualifier: exact, about, over, at_least, nearly, under or up_to.
        kind: count, measure, money, percent, fraction, duration or multiple.
        unit: UCUM code, %, pp, ISO 4217 code, d/wk/mo/a, or the Chinese measure word.
        item, head: the counted noun phrase as written, and its head; None where the measure word stands for it.
        action: what happened to the counted thing, verb or verbal noun as written.
        where: ISO 3166-1 alpha-3 codes and region names that the figure applies to.
        when: EDTF of the period or date that it applies to.
        change, change_mode: whether it is an increase or a decrease, `by` how much or `to` which level.
        relation: part_of another figure (its raw span in `related`) or share_of a base (its `item`).
    """

    FIELDS: ClassVar[tuple[str, ...]] = (
        "value", "low", "high", "qualifier", "kind", "unit", "item", "head", "action", "where", "when",
        "change", "change_mode", "relation", "related",
    )  # fmt: skip
    type: Literal["quantity"] = "quantity"
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Literal["exact", "about", "over", "at_least", "nearly", "under", "up_to"] = "exact"
    kind: Literal["count", "measure", "money", "percent", "fraction", "duration", "multiple"]
    unit: str | None = None
    item: str | None = None
    head: str | None = None
    action: str | None = None
    where: tuple[str, ...] = ()
    when: str | None = None
    change: Literal["increase", "decrease"] | None = None
    change_mode: Literal["by", "to"] | None = None
    relation: Literal["part_of", "share_of"] | None = None
    related: tuple[int, int] | None = None


class Reference(MentionBase):
    """A pointer inside the report or into an instrument. `target`: para:24, article:31(3), annex:2, ibid and so on."""

    FIELDS: ClassVar[tuple[str, ...]] = ("target",)
    type: Literal["reference"] = "reference"
    target: str


class Drug(MentionBase):
    """A controlled drug or precursor. `id`: its English name."""

    FIELDS: ClassVar[tuple[str, ...]] = ("id",)
    type: Literal["drug"] = "drug"
    id: str


class SustainableDevelopmentGoal(MentionBase):
    """A Sustainable Development Goal or target by number. `goal`: "11" or "16.4"."""

    FIELDS: ClassVar[tuple[str, ...]] = ("goal",)
    type: Literal["sdg"] = "sdg"
    goal: str


class Url(MentionBase):
    """A link that the text itself gives. `url`: as written."""

    FIELDS: ClassVar[tuple[str, ...]] = ("url",)
    type: Literal["url"] = "url"
    url: str


Mention: TypeAlias = Annotated[
    Country | Region | Place | Organization | DocumentReference | Instrument | Publication | Event | Date | Quantity
    | Reference | Drug | SustainableDevelopmentGoal | Url | Programme,
    Field(discriminator="type"),
]

MENTION_TYPES: dict[str, type[MentionBase]] = {
    "country": Country,
    "region": Region,
    "place": Place,
    "organization": Organization,
    "document": DocumentReference,
    "instrument": Instrument,
    "publication": Publication,
    "event": Event,
    "date": Date,
    "quantity": Quantity,
    "reference": Reference,
    "drug": Drug,
    "sdg": SustainableDevelopmentGoal,
    "url": Url,
    "programme": Programme,
}
