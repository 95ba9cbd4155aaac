"""The observation around a figure: who did what to how many, where and when."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from unodc_report.models.mentions import Quantity
from unodc_report.models.records import Record, Spans


class Observation(Record):
    """One figure with what the report says of it. A slot that the text does not decide is None.

    Attributes:
        quantity: the figure.
        item: what is counted, as written, to the end of the noun phrase; `item_en` and `item_code` where a table knows it
            (`drug:cocaine`, `iccs:0101`, `person:prosecutor`).
        head: its head noun.
        action: verb or verbal noun as written; `action_en` its English verb, `action_class` its class (`other` if in no table).
        polarity: `negative` where the text denies the action (14个会员国未参加表决), else `positive`; None without an action. As in
            ISO-TimeML (ISO 24617-1).
        actor: id of the acting organization, or its text where no table has it.
        programme: name of the programme or initiative that the figure belongs to.
        instrument: id or title of the instrument whose status the figure gives (parties, ratifications).
        where: ISO 3166-1 alpha-3 codes and region names.
        when: EDTF of the period or date that it falls in; `as_of` EDTF of the date of a stock figure.
        change: whether the figure is an increase or a decrease, and `by` how much or `to` which level.
        relation: `part_of` another figure or `share_of` a base; `related` is the raw span of that figure, None for a base in words.
        paragraph, section: as in mentions.
        sentence: clean text of the sentence; of one longer than 2,000 code points the part around the figure.
        spans: clean spans by slot; the dictionary does not change.
        inferred: what was taken over from elsewhere, as "slot: how".
        constructions: by which construction each slot was filled, or left empty, as (slot, id); `Report.explain` shows it, no row
            or table holds it.
    """

    quantity: Quantity
    item: str | None = None
    item_en: str | None = None
    item_code: str | None = None
    head: str | None = None
    action: str | None = None
    action_en: str | None = None
    action_class: str | None = None
    polarity: Literal["positive", "negative"] | None = None
    actor: str | None = None
    programme: str | None = None
    instrument: str | None = None
    where: tuple[str, ...] = ()
    when: str | None = None
    as_of: str | None = None
    change: Literal["increase", "decrease"] | None = None
    change_mode: Literal["by", "to"] | None = None
    relation: Literal["part_of", "share_of"] | None = None
    related: tuple[int, int] | None = None
    paragraph: str | None = None
    section: str | None = None
    sentence: str
    spans: Annotated[dict[str, tuple[int, int]], AfterValidator(Spans)]
    inferred: tuple[str, ...] = ()
    constructions: tuple[tuple[str, str], ...] = Field(default=(), repr=False)

    def row(self) -> dict[str, Any]:
        """A flat, JSON-ready record: the figure's fields first, then the slots."""
        figure = self.quantity.row()
        row: dict[str, Any] = {name: figure[name] for name in ("start", "end", "text", "value", "low", "high", "qualifier", "kind", "unit")}
        row |= self.model_dump(mode="json", exclude={"quantity", "spans", "constructions"})
        return row

    def _repr_html_(self) -> str:
        """The observation as a notebook shows it."""
        return str(import_module("unodc_report.display.notebook").observation_card(self))
