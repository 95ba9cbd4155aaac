"""Goes through a document and finds the slots around each quantity; what a sentence takes over from the one before is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from unodc_report.chinese.words import Segmenter
from unodc_report.data.lexemes import lexemes
from unodc_report.data.tables import rows
from unodc_report.models.document import Document
from unodc_report.observations import actors, changes
from unodc_report.observations.actions import find_action
from unodc_report.observations.alongside import befalls_too, divides, ends, goes_on, heading, is_included, is_joined, is_rate, is_row
from unodc_report.observations.before import widened
from unodc_report.observations.counted import find_item, past_place
from unodc_report.observations.heads import head
from unodc_report.observations.items import CHANGES
from unodc_report.observations.periods import (
    begins_range,
    find_when,
    joint_dates,
    opens_since,
    opens_that_year,
    respective_member,
    takes_over,
    that_year,
    year_before,
)
from unodc_report.observations.scope import find_where, opening_place, reaches_on, with_states
from unodc_report.observations.semicolons import Turn, dates_clause, frame_end, opens_clause
from unodc_report.observations.tokens import Sentence, Token, clause_start, sentences, tokenize
from unodc_report.rules import Candidate

_PART_WORDS: Final = frozenset({"其中"})
_INCLUDING: Final = frozenset({"包括", "包含", "有", "含", "超过", "不到", "达"})
"""Verbs with which 其中 leads to its figure without saying anything of it."""
_INVOLVING: Final = "涉及"
_COMPARING: Final = frozenset({"比", "较", "高于", "低于", "多于", "少于"})
_PLACES: Final = frozenset({"country", "region", "place"})
_STATES: Final = frozenset({"country", "place"})
_SEMICOLONS: Final = ";；"
_LABEL: Final = 24  # characters at the head of a paragraph in which its number, a date and the 在 of its scope stand
_FIGURES: Final = 60  # of a sentence: what holds more is a table run together, and its words say nothing of its figures
_WORDS_BEFORE: Final = 100  # tokens of the sentence that are looked at before a number, and after it
_WORDS_AFTER: Final = 60


class Slots(NamedTuple):
    """What was found around one quantity.

    Attributes:
        quantity: the candidate, with `item`, `head`, `action`, `where`, `when`, `change`, `relation` among its fields.
        sentence: clean span of its sentence.
        actor: id of the acting organization, or its text.
        programme: text of the programme that the figure belongs to.
        instrument: id or text of the instrument whose status it gives.
        spans: clean span of each slot.
        inferred: what was taken over, as "slot: how".
    """

    quantity: Candidate
    sentence: tuple[int, int]
    actor: str | None = None
    programme: str | None = None
    instrument: str | None = None
    spans: Mapping[str, tuple[int, int]] = MappingProxyType({})
    inferred: tuple[str, ...] = ()


class _Carried(NamedTuple):
    """What a sentence leaves for the next one of its block."""

    when: str | None = None
    action: str | None = None
    where: tuple[str, ...] = ()  # with which the paragraph opened
    list_head: Sentence | None = None  # the sentence with a colon that rows may follow
    turn: Turn | None = None  # where a semicolon follows


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
    carried = _Carried()
    starts = [candidate.start for candidate in candidates]
    for span in sentences(document.folded, *block):
        named = candidates[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        if not named:
            carried = _Carried(where=carried.where, list_head=carried.list_head)
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

    carried: _Carried
    bodies: Sequence[Candidate]
    opens: bool


def _of_sentence(
    document: Document, span: tuple[int, int], inside: Sequence[Candidate], around: _Surroundings
) -> tuple[list[Slots], _Carried]:
    """The slots of a sentence's quantities, and what it leaves for the next sentence."""
    carried = around.carried
    figures = [c for c in inside if c.type == "quantity"]
    if len(figures) > _FIGURES:
        return [Slots(figure, span) for figure in figures], _Carried()
    placed = any(c.type in _PLACES for c in inside)
    sentence = tokenize(document.folded, span, inside, segmenter()) if figures or (around.opens and placed) else None
    if placed:
        carried = carried._replace(where=_codes(opening_place(sentence)) if around.opens and sentence is not None else ())
    if sentence is None or not figures:
        return [], _Carried(_last_date(inside), where=carried.where, list_head=_list_head(document, span, sentence) or carried.list_head)
    slots = list(_of_figures(document, sentence, _named_states(inside), around._replace(carried=carried)))
    return slots, _left_by(document, sentence, inside, slots, carried)


def _of_figures(document: Document, sentence: Sentence, states: Mapping[int, Candidate], around: _Surroundings) -> Iterator[Slots]:
    last = None
    for at, token in enumerate(sentence.tokens):
        if token.tag == "Q":
            near, place = _around(sentence, at)
            draft = _Draft(document, near, place, _Known(around.carried, last, states))
            last = _with_names(document, draft.slots(), near, place, around.bodies)
            yield last


def _named_states(inside: Sequence[Candidate]) -> dict[int, Candidate]:
    """The countries and places with which names of bodies begin, by their start."""
    named = {c.start for c in inside if c.type == "organization"}
    return {c.start: c for c in inside if c.start in named and c.type in _STATES} if named else {}


def _last_date(inside: Sequence[Candidate]) -> str | None:
    return next((str(c.fields["edtf"]) for c in reversed(inside) if c.type == "date"), None)


def _list_head(document: Document, span: tuple[int, int], sentence: Sentence | None) -> Sentence | None:
    """The sentence if a colon in it opens a list."""
    return sentence if ":" in document.folded[slice(*span)] else None


def _left_by(document: Document, sentence: Sentence, inside: Sequence[Candidate], slots: Sequence[Slots], carried: _Carried) -> _Carried:
    """What a sentence with quantities leaves for the next one."""
    span = sentence.start, sentence.end
    if not slots:
        return _Carried(_last_date(inside), where=carried.where, list_head=_list_head(document, span, sentence) or carried.list_head)
    first, last = slots[0], slots[-1]
    dated = first.spans.get("when")
    when = _text(first if dated is not None and opens_clause(sentence, dated) else last, "when")
    turn = _turn(sentence, last, carried.turn or Turn()) if document.folded[span[1] : span[1] + 1] in _SEMICOLONS else None
    return _Carried(when, _text(last, "action"), carried.where, _list_head(document, span, sentence) or carried.list_head, turn)


def _turn(sentence: Sentence, last: Slots, before: Turn) -> Turn:
    """What a clause with figures leaves for the one behind its semicolon."""
    tokens, figure = sentence.tokens, last.quantity
    at = next(i for i, token in enumerate(tokens) if token.start == figure.start)
    when, where = _text(last, "when"), _places(last)
    dated, placed, opened = last.spans.get("when"), last.spans.get("where"), frame_end(sentence)
    found = find_item(sentence, at)
    return Turn(
        when=when if dated is None or dates_clause(tokens, dated, at) else None,
        where=where,
        frame_when=before.frame_when if dated is None else when if dated[0] < opened or opens_clause(sentence, dated) else None,
        frame_where=before.frame_where if placed is None else where if placed[0] < opened else (),
        item=None if found is None else (tokens[past_place(tokens, found)].start, tokens[found.end - 1].end),
        head=_text(last, "head"),
        figure=tokens[at],
    )


def _around(sentence: Sentence, at: int) -> tuple[Sentence, int]:
    """The sentence near token `at`, and the index of the token in it: a table run together is no sentence of a thousand words."""
    start, end = max(0, at - _WORDS_BEFORE), at + _WORDS_AFTER
    if not start and end >= len(sentence.tokens):
        return sentence, at
    near = sentence.tokens[start:end]
    return Sentence(near[0].start, near[-1].end, near), at - start


class _Known(NamedTuple):
    """What is known when the slots of a quantity are sought, besides its sentence.

    Attributes:
        before: what the sentence before left.
        earlier: the slots of the quantity before it in the sentence.
        states: the countries and places with which names of bodies in the sentence begin, by their start.
    """

    before: _Carried
    earlier: Slots | None
    states: Mapping[int, Candidate]


class _Draft:
    """The slots of one quantity while they are being found.

    Args:
        document: the document.
        sentence, at: the quantity is token `at` of the sentence.
        known: what is known besides.
    """

    def __init__(self, document: Document, sentence: Sentence, at: int, known: _Known) -> None:
        self._document, self._sentence, self._at = document, sentence, at
        self._before, self._earlier, self._states = known
        self._item = find_item(sentence, at)
        self._turn = Turn() if known.before.turn is None else known.before.turn.after(sentence, at)
        self._spans: dict[str, tuple[int, int]] = {}
        self._inferred: list[str] = []

    def slots(self) -> Slots:
        """All slots that the sentence and the one before tell."""
        sentence, at = self._sentence, self._at
        change, mode = changes.find_change(sentence, at)
        relation, related = changes.find_relation(sentence, at, self._item)
        action = self._find_action()
        instrument = actors.find_instrument(sentence, at, self._item, action)
        fields = {
            **sentence.quantity(at).fields,
            "item": self._cut("item", self._item_span()),
            "head": head(sentence, self._item) if self._item is not None else self._turn.head,
            "action": action,
            "where": self._where(action),
            "when": self._when(),
            "change": change,
            "change_mode": mode,
            "relation": relation,
            "related": related,
        }
        self._cut("instrument", instrument)
        quantity = sentence.quantity(at)
        return Slots(
            quantity._replace(fields=fields, inferred=(*quantity.inferred, *self._inferred)), (sentence.start, sentence.end),
            instrument=_name(instrument), spans=self._spans, inferred=tuple(self._inferred),
        )  # fmt: skip

    def _cut(self, slot: str, found: Token | tuple[int, int] | None) -> str | None:
        """The clean text of what was found for a slot; keeps its span."""
        if found is None:
            return None
        self._spans[slot] = (found.start, found.end) if isinstance(found, Token) else found
        return self._document.text[slice(*self._spans[slot])]

    def _item_span(self) -> tuple[int, int] | None:
        if self._item is None:
            counted = self._list_heading() if is_row(self._sentence.tokens, self._at) else None
            if counted is not None:
                self._inferred.append("item: the heading of its list")
            elif self._turn.item is not None:
                self._inferred.append("item: said before the semicolon")
            return counted or self._turn.item
        if self._item.how == "elided":
            self._inferred.append("item: said with an earlier figure of the sentence")
        tokens, start = self._sentence.tokens, self._item.start
        if self._item.how == "before" and tokens[self._at - 1].text != "(":
            start = widened(tokens, start)
        return tokens[start].start, tokens[self._item.end - 1].end

    def _list_heading(self) -> tuple[int, int] | None:
        return heading(self._sentence) or (heading(self._before.list_head) if self._before.list_head is not None else None)

    def _find_action(self) -> str | None:
        word = find_action(self._sentence, self._at, self._item)
        if word is not None:
            return self._cut("action", word)
        if not self._shares_verb():
            return None
        taken = _text(self._earlier, "action") if self._earlier else self._before.action
        own = self._item is not None and self._item.how == "before" and self._item.end < self._at
        if taken == _INVOLVING or (taken in CHANGES and (own or changes.is_level_of(self._sentence.tokens, self._at))):
            return None  # what its part has to do with others is not what the figure has; 激增至2亿吨，其中藻类产量为|3 780万吨
        if taken is not None:
            self._inferred.append(f"action: {taken}, from the figure before")
        return taken

    def _shares_verb(self) -> bool:
        """Whether a figure without a verb of its own shares that of the figure before: 其中包括…, 和2012年的43起."""
        tokens, kind = self._sentence.tokens, self._sentence.quantity(self._at).fields["kind"]
        if kind in {"duration", "percent", "fraction", "multiple"} or tokens[clause_start(tokens, self._at)].text in _COMPARING:
            return False
        if self._item is not None and self._item.how == "elided":
            return ends(tokens, self._at) and not changes.lies_there(tokens, self._at)
        if divides(self._sentence, self._at, self._item):
            return True
        clause = clause_start(tokens, self._at)
        if goes_on(self._sentence, self._at, self._item):
            return True
        if clause > 1 and tokens[clause - 2].text in _PART_WORDS:
            clause -= 2
        between = tokens[clause : self._at]
        part = tokens[clause].text in _PART_WORDS and all(token.text in _INCLUDING or not token.verbal for token in between)
        part = part or (self._is_included() and self._item is not None and self._item.how == "after")
        return part and (self._item is None or self._item.end <= self._at or ends(tokens, self._item.end - 1))

    def _is_included(self) -> bool:
        return is_included(self._sentence, self._at, None if self._earlier is None else self._earlier.quantity)

    def _when(self) -> str | None:  # noqa: PLR0911  # one return a construction
        year = that_year(self._sentence, self._at)
        if year is not None:
            self._inferred.append(f"when: {year}, the year of the date before")
            return year
        date = find_when(self._sentence, self._at)
        if date is not None and (one := respective_member(self._sentence, date, self._at)) is not None:
            self._cut("when", date)
            return one
        if date is not None and date.mention is not None:
            self._cut("when", date)
            when = str(date.mention.fields["edtf"])
            if year_before(self._sentence, self._at):
                self._inferred.append(f"when: the year before {when}")
                return str(int(when) - 1) if when.isdigit() else None
            if (both := joint_dates(self._sentence, date)) is not None:
                return both
            if when.endswith("/..") and begins_range(self._sentence, date):
                return when.removesuffix("/..")
            return f"{when}/.." if when.replace("-", "").isdigit() and opens_since(self._sentence, date) else when
        if self._before.when is not None and takes_over(self._sentence, self._at):
            when = self._before.when
            when = when[:4] if opens_that_year(self._sentence) and when.replace("-", "").isdigit() else when
            self._inferred.append(f"when: {when}, from the sentence before")
            return when
        if self._turn.when is not None:
            self._inferred.append(f"when: {self._turn.when}, from before the semicolon")
        return self._turn.when

    def _where(self, action: str | None) -> tuple[str, ...]:
        sentence = with_states(self._sentence, self._states) if self._states else self._sentence
        places = find_where(sentence, self._at, self._item, action)
        if places:
            self._cut("where", (places[0].start, places[-1].end))
            return _codes(places)
        if self._before.where and reaches_on(self._sentence, self._at, self._item):
            self._inferred.append("where: with which the paragraph opens")
            return self._before.where
        if self._turn.where and reaches_on(self._sentence, self._at, self._item):
            self._inferred.append("where: from before the semicolon")
            return self._turn.where
        clause = clause_start(self._sentence.tokens, self._at)
        part = self._sentence.tokens[clause].text in _PART_WORDS or self._is_included()
        joined = is_joined(self._sentence, self._at) or befalls_too(self._sentence, self._at, action, _text(self._earlier, "action"))
        if self._earlier is None or not (part or joined or is_rate(self._sentence, self._at, self._item)):
            return ()
        taken = _places(self._earlier)
        if taken:
            self._inferred.append("where: from the figure that it is part of" if part else "where: from the figure before")
        return taken


def _with_names(document: Document, slots: Slots, sentence: Sentence, at: int, bodies: Sequence[Candidate]) -> Slots:
    """The slots with actor and programme, bare nouns resolved by what stands before them in the document."""
    spans, inferred = dict(slots.spans), list(slots.inferred)
    actor = actors.find_actor(sentence, at)
    name = _name(actor)
    if actor is not None:
        spans["actor"] = actor.start, actor.end
        if actor.mention is None:
            body = actors.resolve(actor.text, bodies, actor.start, document.folded)
            name = None if body is None else str(body.fields.get("id") or document.text[body.start : body.end])
            if name is not None:
                inferred.append(f"actor: {actor.text} is {name}, named before")
    programme = actors.find_programme(sentence, at)
    if programme is not None:
        spans["programme"] = programme.start, programme.end
    text = None if programme is None else document.text[programme.start : programme.end]
    return slots._replace(actor=name, programme=text, spans=spans, inferred=tuple(inferred))


def _name(token: Token | None) -> str | None:
    """The id of what a token names, else its text."""
    if token is None:
        return None
    key = token.mention.fields.get("id") if token.mention is not None else None
    return str(key) if key is not None else token.text


def _codes(places: Sequence[Token]) -> tuple[str, ...]:
    """ISO codes of countries and places, names of regions, each once."""
    codes = []
    for place in places:
        fields = place.mention.fields if place.mention is not None else {}
        code = fields.get("iso3") or (fields.get("name") if place.mention is not None and place.mention.type == "region" else None)
        if code is not None:
            codes.append(str(code))
    return tuple(dict.fromkeys(codes))


def _text(slots: Slots | None, slot: str) -> str | None:
    value = slots.quantity.fields.get(slot) if slots is not None else None
    return value if isinstance(value, str) else None


def _places(slots: Slots) -> tuple[str, ...]:
    value = slots.quantity.fields.get("where")
    return value if isinstance(value, tuple) else ()
