"""Goes through a document and finds the slots around each quantity; what a sentence takes over from the one before is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from unodc_report.chinese.words import Segmenter
from unodc_report.data.lexemes import lexemes
from unodc_report.data.tables import rows
from unodc_report.models.document import Document
from unodc_report.observations.counted import find_item, past_place
from unodc_report.observations.scope import opening_place
from unodc_report.observations.semicolons import Turn, dates_clause, frame_end, opens_clause
from unodc_report.observations.slots import Carried, Draft, Known, Slots, codes_of, places_of, text_of
from unodc_report.observations.tokens import Sentence, sentences, tokenize
from unodc_report.rules import Candidate

_PLACES: Final = frozenset({"country", "region", "place"})
_STATES: Final = frozenset({"country", "place"})
_SEMICOLONS: Final = ";；"
_LABEL: Final = 24  # characters at the head of a paragraph in which its number, a date and the 在 of its scope stand
_FIGURES: Final = 60  # of a sentence: what holds more is a table run together, and its words say nothing of its figures
_WORDS_BEFORE: Final = 100  # tokens of the sentence that are looked at before a number, and after it
_WORDS_AFTER: Final = 60


@cache
def segmenter() -> Segmenter:
    """The segmenter with the words that reports use and general dictionaries lack."""
    return Segmenter(lexemes(), {row["zh"]: row["tag"] for row in rows("words", "zh", "tag")})


def read_observations(document: Document, candidates: Sequence[Candidate]) -> Iterator[Slots]:
    """The slots of every quantity among the candidates (in text order), in text order."""
    starts = [candidate.start for candidate in candidates]
    bodies = [candidate for candidate in candidates if candidate.type == "organization"]
    for block in document.blocks:
        inside = candidates[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        if any(candidate.type == "quantity" for candidate in inside):
            yield from _of_block(document, (block.start, block.end), inside, bodies)


def _of_block(document: Document, block: tuple[int, int], candidates: Sequence[Candidate], bodies: Sequence[Candidate]) -> Iterator[Slots]:
    """The slots of a block's quantities, sentence by sentence: each leaves something for the next."""
    carried = Carried()
    starts = [candidate.start for candidate in candidates]
    for span in sentences(document.folded, *block):
        named = candidates[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        if not named:
            carried = Carried(where=carried.where, list_head=carried.list_head)
            continue
        inside = [c for c in named if c.end <= span[1]]
        opens = span[0] < block[0] + _LABEL and "在" in document.folded[span[0] : min(block[0] + _LABEL, span[1])]
        slots, carried = _of_sentence(document, span, inside, _Surroundings(carried, bodies, opens=opens))
        yield from slots


class _Surroundings(NamedTuple):
    """What a sentence stands in.

    Attributes:
        carried: what the sentence before it left.
        bodies: the organizations of the document.
        opens: whether it may open its block with a place.
    """

    carried: Carried
    bodies: Sequence[Candidate]
    opens: bool


def _of_sentence(
    document: Document, span: tuple[int, int], inside: Sequence[Candidate], around: _Surroundings
) -> tuple[list[Slots], Carried]:
    """The slots of a sentence's quantities, and what it leaves for the next sentence."""
    carried = around.carried
    figures = [c for c in inside if c.type == "quantity"]
    if len(figures) > _FIGURES:
        return [Slots(figure, span) for figure in figures], Carried()
    placed = any(c.type in _PLACES for c in inside)
    sentence = tokenize(document.folded, span, inside, segmenter()) if figures or (around.opens and placed) else None
    if placed:
        carried = carried._replace(where=codes_of(opening_place(sentence)) if around.opens and sentence is not None else ())
    if sentence is None or not figures:
        return [], Carried(_last_date(inside), where=carried.where, list_head=_list_head(document, span, sentence, carried))
    slots = list(_of_figures(document, sentence, _named_states(inside), around._replace(carried=carried)))
    return slots, _left_by(document, sentence, inside, slots, carried)


def _of_figures(document: Document, sentence: Sentence, states: Mapping[int, Candidate], around: _Surroundings) -> Iterator[Slots]:
    last = None
    for at in sentence.figures:
        near, place = _around(sentence, at)
        last = Draft(document, near, place, Known(around.carried, last, states, around.bodies)).slots()
        yield last


def _named_states(inside: Sequence[Candidate]) -> dict[int, Candidate]:
    """The countries and places with which names of bodies begin, by their start."""
    named = {c.start for c in inside if c.type == "organization"}
    return {c.start: c for c in inside if c.start in named and c.type in _STATES} if named else {}


def _last_date(inside: Sequence[Candidate]) -> str | None:
    return next((str(c.fields["edtf"]) for c in reversed(inside) if c.type == "date"), None)


def _list_head(document: Document, span: tuple[int, int], sentence: Sentence | None, carried: Carried) -> Sentence | None:
    """The sentence if a colon in it opens a list, else the one before that did."""
    return (sentence if ":" in document.folded[slice(*span)] else None) or carried.list_head


def _left_by(document: Document, sentence: Sentence, inside: Sequence[Candidate], slots: Sequence[Slots], carried: Carried) -> Carried:
    """What a sentence with quantities leaves for the next one."""
    span = sentence.start, sentence.end
    if not slots:
        return Carried(_last_date(inside), where=carried.where, list_head=_list_head(document, span, sentence, carried))
    first, last = slots[0], slots[-1]
    dated = first.spans.get("when")
    when = text_of(first if dated is not None and opens_clause(sentence, dated) else last, "when")
    turn = _turn(sentence, last, carried.turn or Turn()) if document.folded[span[1] : span[1] + 1] in _SEMICOLONS else None
    return Carried(when, text_of(last, "action"), last.denied, carried.where, _list_head(document, span, sentence, carried), turn)


def _turn(sentence: Sentence, last: Slots, before: Turn) -> Turn:
    """What a clause with figures leaves for the one behind its semicolon."""
    tokens, figure = sentence.tokens, last.quantity
    at = next(i for i, token in enumerate(tokens) if token.start == figure.start)
    when, where = text_of(last, "when"), places_of(last)
    dated, placed, opened = last.spans.get("when"), last.spans.get("where"), frame_end(sentence)
    found = find_item(sentence, at)
    return Turn(
        when=when if dated is None or dates_clause(tokens, dated, at) else None,
        where=where,
        frame_when=before.frame_when if dated is None else when if dated[0] < opened or opens_clause(sentence, dated) else None,
        frame_where=before.frame_where if placed is None else where if placed[0] < opened else (),
        item=None if found is None else (tokens[past_place(tokens, found)].start, tokens[found.end - 1].end),
        head=text_of(last, "head"),
        figure=tokens[at],
    )


def _around(sentence: Sentence, at: int) -> tuple[Sentence, int]:
    """The sentence near token `at`, and the index of the token in it: a table run together is no sentence of a thousand words."""
    start, end = max(0, at - _WORDS_BEFORE), at + _WORDS_AFTER
    if not start and end >= len(sentence.tokens):
        return sentence, at
    near = sentence.tokens[start:end]
    return Sentence.of(near, near[0].start, near[-1].end), at - start
