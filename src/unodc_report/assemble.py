"""From candidates to the mentions that users see: raw spans, paragraph and section, labels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from unodc_report.data.counted import action_label, item_label
from unodc_report.data.labels import LABELLED, labels
from unodc_report.models.document import Document
from unodc_report.models.mentions import MENTION_TYPES, Mention, Quantity
from unodc_report.models.observations import Observation
from unodc_report.models.places import Box, Places
from unodc_report.models.records import blank
from unodc_report.observations.read import Slots
from unodc_report.rules import Candidate, Fields


def assemble(document: Document, candidates: Iterable[Candidate]) -> tuple[Mention, ...]:
    """The candidates as frozen mentions, in the order given."""
    text, blocks, places, raw_span = document.text, document.blocks, document.places, document.source_map.raw_span
    starts = [block.start for block in blocks]
    mentions = []
    for kind, start, end, rule, fields, inferred in candidates:
        model = MENTION_TYPES[kind]
        block = blocks[bisect_right(starts, start) - 1]
        raw_start, raw_end = raw_span(start, end)
        values = {
            **blank(model), **fields,
            "start": start, "end": end, "raw_start": raw_start, "raw_end": raw_end, "text": text[start:end],
            "paragraph": block.paragraph or None, "section": block.section, "rule": rule, "inferred": inferred,
        }  # fmt: skip
        if kind in LABELLED:
            values["label_en"], values["label_zh"] = labels(kind, fields)
        elif kind == "quantity" and fields.get("related") is not None:
            values["related"] = raw_span(*fields["related"])  # type: ignore[misc]  # a clean span
        if places is not None:
            values |= _place(document, places, start, end)
        mentions.append(model.whole(values))
    return tuple(mentions)  # type: ignore[arg-type]  # MENTION_TYPES holds the members of the union


def _place(document: Document, places: Places, start: int, end: int) -> Fields:
    """Page and boxes of a clean span."""
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


def assemble_observations(document: Document, mentions: Sequence[Mention], slots: Iterable[Slots]) -> tuple[Observation, ...]:
    """One observation a quantity, from its slots; a number inside a name (五国集团) has none."""
    quantities = {mention.start: mention for mention in mentions if isinstance(mention, Quantity)}
    return tuple(_observation(document, quantities[found.quantity.start], found) for found in slots)


def _observation(document: Document, quantity: Quantity, found: Slots) -> Observation:
    item_en, item_code = item_label(quantity.item, quantity.head)
    action_en, action_class = action_label(quantity.action)
    as_of = quantity.when[3:] if quantity.when is not None and quantity.when.startswith("../") else None
    return Observation.trusted({
        "quantity": quantity,
        "item": quantity.item, "item_en": item_en, "item_code": item_code, "head": quantity.head,
        "action": quantity.action, "action_en": action_en, "action_class": action_class,
        "actor": found.actor, "programme": found.programme, "instrument": found.instrument,
        "where": quantity.where, "when": quantity.when, "as_of": as_of,
        "change": quantity.change, "change_mode": quantity.change_mode, "relation": quantity.relation, "related": quantity.related,
        "paragraph": quantity.paragraph, "section": quantity.section,
        "sentence": document.text[slice(*found.sentence)],
        "spans": dict(found.spans), "inferred": found.inferred,
    })  # fmt: skip
