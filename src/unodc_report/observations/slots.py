"""The slots around one quantity: what they are, and how they are found, one from the other, in its sentence and what was read before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from unodc_report.models.document import Document
from unodc_report.observations import actors, changes
from unodc_report.observations.actions import find_action
from unodc_report.observations.alongside import befalls_too, divides, ends, goes_on, heading, is_included, is_joined, is_rate, is_row
from unodc_report.observations.before import widened
from unodc_report.observations.counted import counted
from unodc_report.observations.heads import head
from unodc_report.observations.items import CHANGES
from unodc_report.observations.periods import (
    begins_range,
    find_when,
    joint_dates,
    opens_since,
    respective_member,
    takes_over,
)
from unodc_report.observations.polarity import is_denied
from unodc_report.observations.scope import find_where, reaches_on, with_states
from unodc_report.observations.semicolons import Turn
from unodc_report.observations.tokens import Sentence, Token, clause_start
from unodc_report.observations.years import opens_that_year, that_year, year_before
from unodc_report.rules import Candidate

_PART_WORDS: Final = frozenset({"其中"})
_INCLUDING: Final = frozenset({"包括", "包含", "有", "含", "超过", "不到", "达"})
"""Verbs with which 其中 leads to its figure without saying anything of it."""
_INVOLVING: Final = "涉及"
_COMPARING: Final = frozenset({"比", "较", "高于", "低于", "多于", "少于"})


class Slots(NamedTuple):
    """What was found around one quantity.

    Attributes:
        quantity: the candidate, with `item`, `head`, `action`, `where`, `when`, `change`, `relation` among its fields.
        sentence: clean span of its sentence.
        actor: id of the acting organization, or its text.
        programme: text of the programme that the figure belongs to.
        instrument: id or text of the instrument whose status it gives.
        denied: whether the text denies the action.
        spans: clean span of each slot.
        inferred: what was taken over, as "slot: how".
        found: by which construction each slot was filled, or left empty; None or nothing where none told.
    """

    quantity: Candidate
    sentence: tuple[int, int]
    actor: str | None = None
    programme: str | None = None
    instrument: str | None = None
    denied: bool = False
    spans: Mapping[str, tuple[int, int]] = MappingProxyType({})
    inferred: tuple[str, ...] = ()
    found: Mapping[str, str | None] = MappingProxyType({})


class Carried(NamedTuple):
    """What a sentence leaves for the next one of its block."""

    when: str | None = None
    action: str | None = None
    denied: bool = False  # the action
    where: tuple[str, ...] = ()  # with which the paragraph opened
    list_head: Sentence | None = None  # the sentence with a colon that rows may follow
    turn: Turn | None = None  # where a semicolon follows


class Known(NamedTuple):
    """What is known when the slots of a quantity are sought, besides its sentence.

    Attributes:
        before: what the sentence before left.
        earlier: the slots of the quantity before it in the sentence.
        states: the countries and places with which names of bodies in the sentence begin, by their start.
        bodies: the organizations of the document, in text order.
    """

    before: Carried
    earlier: Slots | None
    states: Mapping[int, Candidate]
    bodies: Sequence[Candidate]


class Draft:
    """The slots of one quantity while they are being found.

    Args:
        document: the document.
        sentence, at: the quantity is token `at` of the sentence.
        known: what is known besides.
    """

    def __init__(self, document: Document, sentence: Sentence, at: int, known: Known) -> None:
        self._document, self._sentence, self._at = document, sentence, at
        self._before, self._earlier, self._states, self._bodies = known
        self._found: dict[str, str | None] = {}
        self._item, self._found["item"] = counted(sentence, at)
        self._turn = Turn() if known.before.turn is None else known.before.turn.after(sentence, at)
        self._spans: dict[str, tuple[int, int]] = {}
        self._inferred: list[str] = []
        self._denied = False

    def slots(self) -> Slots:
        """All slots that the sentence and the one before tell."""
        sentence, at = self._sentence, self._at
        change, mode, self._found["change"] = changes.find_change(sentence, at)
        relation, related, self._found["relation"] = changes.find_relation(sentence, at, self._item)
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
        if instrument is not None:
            self._cut("instrument", instrument)
            self._found["instrument"] = "instrument.parties" if instrument.start < sentence.tokens[at].start else "instrument.joined"
        quantity = sentence.quantity(at)
        quantity = quantity._replace(fields=fields, inferred=(*quantity.inferred, *self._inferred))
        actor, programme = self._actor(), self._programme()
        return Slots(
            quantity, (sentence.start, sentence.end), actor, programme, _name(instrument), self._denied,
            self._spans, tuple(self._inferred), self._found,
        )  # fmt: skip

    def _actor(self) -> str | None:
        """Who acts, a bare noun resolved by what stands before it in the document."""
        actor = actors.find_actor(self._sentence, self._at)
        if actor is None:
            return None
        if "action" in self._spans and actors.is_done_by_counted(self._sentence, self._at, self._item, self._spans["action"][0]):
            self._found["actor"] = "actor.none_counted"
            return None
        self._spans["actor"] = actor.start, actor.end
        self._found["actor"] = "actor.subject" if actor.mention is not None else "actor.anaphor"
        if actor.mention is not None:
            return _name(actor)
        document = self._document
        body = actors.resolve(actor.text, self._bodies, actor.start, document.folded)
        name = None if body is None else str(body.fields.get("id") or document.text[body.start : body.end])
        if name is not None:
            self._inferred.append(f"actor: {actor.text} is {name}, named before")
        return name

    def _programme(self) -> str | None:
        programme = actors.find_programme(self._sentence, self._at)
        if programme is not None:
            self._found["programme"] = "programme.before"
        return self._cut("programme", programme)

    def _cut(self, slot: str, found: Token | tuple[int, int] | None) -> str | None:
        """The clean text of what was found for a slot; keeps its span."""
        if found is None:
            return None
        self._spans[slot] = (found.start, found.end) if isinstance(found, Token) else found
        return self._document.text[slice(*self._spans[slot])]

    def _note(self, slot: str, construction: str, how: str) -> None:
        """Keep that a slot is taken over, from where and by which construction."""
        self._found[slot] = construction
        self._inferred.append(f"{slot}: {how}")

    def _item_span(self) -> tuple[int, int] | None:
        if self._item is None:
            listed = self._list_heading() if is_row(self._sentence.tokens, self._at) else None
            if listed is not None:
                self._note("item", "item.heading", "the heading of its list")
            elif self._turn.item is not None:
                self._note("item", "item.semicolon", "said before the semicolon")
            return listed or self._turn.item
        if self._item.how == "elided":
            self._inferred.append("item: said with an earlier figure of the sentence")
        tokens, start = self._sentence.tokens, self._item.start
        if self._item.how == "before" and tokens[self._at - 1].text != "(":
            start = widened(tokens, start)
        return tokens[start].start, tokens[self._item.end - 1].end

    def _list_heading(self) -> tuple[int, int] | None:
        return heading(self._sentence) or (heading(self._before.list_head) if self._before.list_head is not None else None)

    def _find_action(self) -> str | None:
        word, self._found["action"] = find_action(self._sentence, self._at, self._item)
        if word is not None:
            self._denied = is_denied(self._sentence, word)
            return self._cut("action", word)
        if not self._shares_verb():
            return None
        taken = text_of(self._earlier, "action") if self._earlier else self._before.action
        own = self._item is not None and self._item.how == "before" and self._item.end < self._at
        if taken == _INVOLVING or (taken in CHANGES and (own or changes.is_level_of(self._sentence.tokens, self._at))):
            return None  # 涉及 and a change are said of the whole, not of its part: 激增至2亿吨，其中藻类产量为|3 780万吨
        if taken is not None:
            self._denied = self._earlier.denied if self._earlier else self._before.denied
            self._note("action", "action.figure_before", f"{taken}, from the figure before")
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

    def _when(self) -> str | None:
        year = that_year(self._sentence, self._at)
        if year is not None:
            self._note("when", "when.that_year", f"{year}, the year of the date before")
            return year
        dated = find_when(self._sentence, self._at)
        if dated is not None:
            return self._of_date(*dated)
        if self._before.when is not None and takes_over(self._sentence, self._at):
            when = self._before.when
            when = when[:4] if opens_that_year(self._sentence) and when.replace("-", "").isdigit() else when
            self._note("when", "when.sentence_before", f"{when}, from the sentence before")
            return when
        if self._turn.when is not None:
            self._note("when", "when.semicolon", f"{self._turn.when}, from before the semicolon")
        return self._turn.when

    def _of_date(self, date: Token, construction: str) -> str | None:
        """The period that a date, found by a construction, gives the figure; what its own words make of it is a construction too."""
        self._cut("when", date)
        when, period = str(date.mention.fields["edtf"]) if date.mention is not None else "", None
        if (one := respective_member(self._sentence, date, self._at)) is not None:
            construction, period = "when.in_turn", one
        elif year_before(self._sentence, self._at):
            self._inferred.append(f"when: the year before {when}")
            construction, period = "when.year_before", str(int(when) - 1) if when.isdigit() else None
        elif (both := joint_dates(self._sentence, date)) is not None:
            construction, period = "when.joined", both
        elif when.endswith("/..") and begins_range(self._sentence, date):
            construction, period = "when.level_before", when.removesuffix("/..")
        elif when.replace("-", "").isdigit() and opens_since(self._sentence, date):
            construction, period = "when.since", f"{when}/.."
        else:
            period = when
        self._found["when"] = construction
        return period

    def _where(self, action: str | None) -> tuple[str, ...]:
        sentence = with_states(self._sentence, self._states) if self._states else self._sentence
        places, self._found["where"] = find_where(sentence, self._at, self._item, action)
        if places:
            self._cut("where", (places[0].start, places[-1].end))
            return codes_of(places)
        if self._before.where and reaches_on(self._sentence, self._at, self._item):
            self._note("where", "where.paragraph", "with which the paragraph opens")
            return self._before.where
        if self._turn.where and reaches_on(self._sentence, self._at, self._item):
            self._note("where", "where.semicolon", "from before the semicolon")
            return self._turn.where
        clause = clause_start(self._sentence.tokens, self._at)
        part = self._sentence.tokens[clause].text in _PART_WORDS or self._is_included()
        joined = is_joined(self._sentence, self._at) or befalls_too(self._sentence, self._at, action, text_of(self._earlier, "action"))
        if self._earlier is None or not (part or joined or is_rate(self._sentence, self._at, self._item)):
            return ()
        taken = places_of(self._earlier)
        if taken:
            self._note("where", "where.figure_before", "from the figure that it is part of" if part else "from the figure before")
        return taken


def _name(token: Token | None) -> str | None:
    """The id of what a token names, else its text."""
    if token is None:
        return None
    key = token.mention.fields.get("id") if token.mention is not None else None
    return str(key) if key is not None else token.text


def codes_of(places: Sequence[Token]) -> tuple[str, ...]:
    """ISO codes of countries and places, names of regions, each once."""
    codes = []
    for place in places:
        fields = place.mention.fields if place.mention is not None else {}
        code = fields.get("iso3") or (fields.get("name") if place.mention is not None and place.mention.type == "region" else None)
        if code is not None:
            codes.append(str(code))
    return tuple(dict.fromkeys(codes))


def text_of(slots: Slots | None, slot: str) -> str | None:
    """What a slot of a quantity holds, None where it holds no text."""
    value = slots.quantity.fields.get(slot) if slots is not None else None
    return value if isinstance(value, str) else None


def places_of(slots: Slots) -> tuple[str, ...]:
    """The codes and names of regions where a quantity lies."""
    value = slots.quantity.fields.get("where")
    return value if isinstance(value, tuple) else ()
