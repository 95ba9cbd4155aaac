"""From candidates to the mentions that users see: raw spans, paragraph and section, labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import tee
from operator import itemgetter
from typing import Final, TypeAlias

from unodc_report.data.counted import action_label, item_label
from unodc_report.data.labels import NO_LABEL, Label, coded
from unodc_report.models.document import Document
from unodc_report.models.mentions import MENTION_TYPES, Mention, MentionBase, Quantity
from unodc_report.models.observations import Observation
from unodc_report.models.pages import Box, PageMap
from unodc_report.models.records import Spans, unfilled
from unodc_report.observations.slots import Slots
from unodc_report.patterns import lazy
from unodc_report.rules import Candidate

_SPAN: Final = itemgetter(Candidate._fields.index("start"), Candidate._fields.index("end"))


def handed_on(candidates: list[Candidate]) -> Iterator[Candidate]:
    """The candidates of a list, which is emptied: what is made of them takes their place in memory, not another as large."""
    candidates.reverse()
    while candidates:
        yield candidates.pop()


def assemble(document: Document, candidates: Iterable[Candidate]) -> tuple[Mention, ...]:
    """The candidates, which are in text order, as frozen mentions."""
    text, blocks, page_map = document.text, document.blocks, document.page_map
    further = [*(block.start for block in blocks[1:]), len(text) + 1]  # where the block after each begins
    at = 0
    known = dict[str, str]().setdefault
    candidates, spanned = tee(candidates)
    raw_spans = document.source_map.raw_spans(map(_SPAN, spanned))
    mentions = []
    for (kind, start, end, rule, fields, inferred), (raw_start, raw_end) in zip(candidates, raw_spans, strict=True):
        model, unfilled, codes = _of(kind)
        while start >= further[at]:
            at += 1
        block = blocks[at]
        values = unfilled()
        values["start"], values["end"], values["raw_start"], values["raw_end"] = start, end, raw_start, raw_end
        words = text[start:end]
        values["text"] = known(words, words)  # names come again: one string for all of a text
        values["paragraph"], values["section"] = block.paragraph or None, block.section
        values["rule"], values["inferred"] = rule, inferred
        if page_map is not None:
            values["page"], values["boxes"] = _place(document, page_map, start, end)
        if codes is not None:
            values["label_en"], values["label_zh"] = codes[1].get(fields[codes[0]], NO_LABEL)
        values |= fields
        if kind == "quantity" and (related := fields.get("related")) is not None:
            values["related"] = document.source_map.raw_span(*related)  # type: ignore[misc]  # a clean span
        mentions.append(model.whole(values))
    return tuple(mentions)  # type: ignore[arg-type]  # MENTION_TYPES holds the members of the union


_Kind: TypeAlias = tuple[type[MentionBase], Callable[[], dict[str, object]], tuple[str, Mapping[object, Label]] | None]
"""What is asked of a type of mention again and again: its model, what gives the defaults of its fields to be filled with its values,
and the field that holds its code with the labels of the codes (None where it has none)."""


@cache
def _of(kind: str) -> _Kind:
    return MENTION_TYPES[kind], unfilled(MENTION_TYPES[kind]), coded(kind)


def _place(document: Document, page_map: PageMap, start: int, end: int) -> tuple[int | None, tuple[Box, ...]]:
    """Page and boxes of a clean span."""
    boxes = tuple(box for run in document.source_map.raw_runs(start, end) for box in page_map.boxes(*run))
    return boxes[0].page if boxes else page_map.page(document.source_map.raw_at(start)), _joined(boxes)


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
    told: _Told = {}
    return tuple([_observation(document, quantities[found.quantity.start], found, told) for found in slots])


_LONGEST_SENTENCE: Final = 2_000  # code points: a text without full stops would be copied whole for each of its figures


def _around(text: str, sentence: tuple[int, int], quantity: Quantity) -> str:
    """The sentence of a figure, of one that has no end in sight the part with the figure in its middle."""
    start, end = sentence
    if end - start > _LONGEST_SENTENCE:
        start = max(start, min(quantity.start - _LONGEST_SENTENCE // 2, end - _LONGEST_SENTENCE))
        end = min(end, max(start + _LONGEST_SENTENCE, quantity.end))
    return text[start:end]


_PLANNED: Final = lazy("将(?!近)|应(?![对急邀])|力争|拟(?!议)|目标")
"""Words between a date and a figure of what is to be by then: 到2030年|将|死亡率降低三分之一."""


def _as_of(document: Document, quantity: Quantity, found: Slots) -> str | None:
    """The date of a stock: the end of a period that has no beginning (截至5月), unless the figure is what is to be by then."""
    if quantity.when is None or not quantity.when.startswith("../"):
        return None
    _, behind = found.spans.get("when", (0, quantity.start))
    planned = behind < quantity.start and _PLANNED.search(document.text, behind, quantity.start)
    return None if planned else quantity.when[3:]


_Told: TypeAlias = dict[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
"""The constructions of observations, once each: many figures are found by the same ones."""


def _observation(document: Document, quantity: Quantity, found: Slots, told: _Told) -> Observation:
    item_en, item_code = item_label(quantity.item, quantity.head)
    action_en, action_class = action_label(quantity.action)
    constructions = tuple([(slot, name) for slot, name in found.found.items() if name is not None])
    return Observation.trusted({
        "quantity": quantity,
        "item": quantity.item, "item_en": item_en, "item_code": item_code, "head": quantity.head,
        "action": quantity.action, "action_en": action_en, "action_class": action_class,
        "polarity": None if quantity.action is None else "negative" if found.denied else "positive",
        "actor": found.actor, "programme": found.programme, "instrument": found.instrument,
        "where": quantity.where, "when": quantity.when, "as_of": _as_of(document, quantity, found),
        "change": quantity.change, "change_mode": quantity.change_mode, "relation": quantity.relation, "related": quantity.related,
        "paragraph": quantity.paragraph, "section": quantity.section,
        "sentence": _around(document.text, found.sentence, quantity),
        "spans": Spans(found.spans), "inferred": found.inferred,
        "constructions": told.setdefault(constructions, constructions),
    })  # fmt: skip
