"""From candidates to the mentions that users see: raw spans, paragraph and section, labels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from unodc_report.data.counted import action_label, item_label
from unodc_report.data.labels import labels
from unodc_report.models.document import Document
from unodc_report.models.mentions import MENTION_TYPES, Mention, Quantity
from unodc_report.models.observations import Observation
from unodc_report.models.places import Box
from unodc_report.observations.read import Slots
from unodc_report.rules import Candidate, Fields


def assemble(document: Document, candidates: Iterable[Candidate]) -> tuple[Mention, ...]:
    """The candidates as frozen mentions, in the order given."""
    starts = [block.start for block in document.blocks]
    mentions = []
    for c in candidates:
        block = document.blocks[bisect_right(starts, c.start) - 1]
        raw_start, raw_end = document.source_map.raw_span(c.start, c.end)
        label_en, label_zh = labels(c.type, c.fields)
        mentions.append(
            MENTION_TYPES[c.type](
                start=c.start,
                end=c.end,
                raw_start=raw_start,
                raw_end=raw_end,
                text=document.text[c.start : c.end],
                paragraph=block.paragraph or None,
                section=block.section,
                rule=c.rule,
                inferred=c.inferred,
                **_place(document, c.start, c.end),
                label_en=label_en,
                label_zh=label_zh,
                **_raw_fields(document, c.fields),
            )
        )
    return tuple(mentions)  # type: ignore[arg-type]  # MENTION_TYPES holds the members of the union


def _place(document: Document, start: int, end: int) -> Fields:
    """Page and boxes of a clean span, where the source has pages."""
    places = document.places
    if places is None:
        return {}
    boxes = tuple(box for run in document.source_map.raw_runs(start, end) for box in places.boxes(*run))
    return {"page": boxes[0].page if boxes else places.page(document.source_map.raw_at(start)), "boxes": _joined(boxes)}


def _joined(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """Boxes with those of one line made one: what the clean text leaves out of a line parts its runs."""
    joined: list[Box] = []
    for box in boxes:
        last = joined[-1] if joined else None
        if last is not None and last.page == box.page and last.top < box.bottom and box.top < last.bottom and last.left <= box.left:
            joined[-1] = Box(box.page, last.left, min(last.top, box.top), max(last.right, box.right), max(last.bottom, box.bottom))
        else:
            joined.append(box)
    return tuple(joined)


def _raw_fields(document: Document, fields: Fields) -> Fields:
    """The fields with clean spans among them turned into raw ones."""
    related = fields.get("related")
    if not isinstance(related, tuple):
        return fields
    return {**fields, "related": document.source_map.raw_span(*related)}


def assemble_observations(document: Document, mentions: Sequence[Mention], slots: Iterable[Slots]) -> tuple[Observation, ...]:
    """One observation a quantity, from its slots; a number inside a name (五国集团) has none."""
    quantities = {mention.start: mention for mention in mentions if isinstance(mention, Quantity)}
    return tuple(_observation(document, quantities[found.quantity.start], found) for found in slots)


def _observation(document: Document, quantity: Quantity, found: Slots) -> Observation:
    item_en, item_code = item_label(quantity.item, quantity.head)
    action_en, action_class = action_label(quantity.action)
    as_of = quantity.when[3:] if quantity.when is not None and quantity.when.startswith("../") else None
    return Observation(
        quantity=quantity,
        item=quantity.item, item_en=item_en, item_code=item_code, head=quantity.head,
        action=quantity.action, action_en=action_en, action_class=action_class,
        actor=found.actor, programme=found.programme, instrument=found.instrument,
        where=quantity.where, when=quantity.when, as_of=as_of,
        change=quantity.change, change_mode=quantity.change_mode, relation=quantity.relation, related=quantity.related,
        paragraph=quantity.paragraph, section=quantity.section,
        sentence=document.text[found.sentence.start : found.sentence.end],
        spans=dict(found.spans), inferred=found.inferred,
    )  # fmt: skip
