"""From candidates to the mentions that users see: raw spans, paragraph and section, labels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from unodc_report.data.counted import action_label, item_label
from unodc_report.data.labels import labels
from unodc_report.models.document import Block, Document
from unodc_report.models.mentions import MENTION_TYPES, Mention, Quantity
from unodc_report.models.observations import Observation
from unodc_report.models.places import Box, Places
from unodc_report.models.records import blank
from unodc_report.observations.read import Slots
from unodc_report.rules import Candidate, Fields


def assemble(document: Document, candidates: Iterable[Candidate]) -> tuple[Mention, ...]:
    """The candidates as frozen mentions, in the order given."""
    starts = [block.start for block in document.blocks]
    return tuple([_mention(document, document.blocks[bisect_right(starts, c.start) - 1], c) for c in candidates])


def _mention(document: Document, block: Block, candidate: Candidate) -> Mention:
    kind, start, end, rule, fields, inferred = candidate
    model = MENTION_TYPES[kind]
    values = {**blank(model), **fields}
    values["start"], values["end"] = start, end
    values["raw_start"], values["raw_end"] = document.source_map.raw_span(start, end)
    values["text"] = document.text[start:end]
    values["paragraph"], values["section"] = block.paragraph or None, block.section
    values["rule"], values["inferred"] = rule, inferred
    values["label_en"], values["label_zh"] = labels(kind, fields)
    if document.places is not None:
        values |= _place(document, document.places, start, end)
    related = fields.get("related")
    if isinstance(related, tuple):
        values["related"] = document.source_map.raw_span(*related)
    return model.whole(values)  # type: ignore[return-value]  # MENTION_TYPES holds the members of the union


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
