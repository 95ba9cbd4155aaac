"""Whose resolution a bare number is: 第30/1号决议, 会议通过第8/1号决议.

In this order: the source that a footnote cites before the number or with 同上; the same number with its body elsewhere in
the report; the antecedent of a body named by its kind alone (会议, 委员会, 理事会); the body last named before it in the
paragraph; the only one named before it in the section; the council, commission or conference whose document it is. A body counts
only if it numbers in that form and can have reached that session. A number that no body claims keeps none: the General Assembly is no default.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from unodc_report.entities.bodies import GENERIC, Body, bodies, body_before, sentence_start
from unodc_report.models.document import Block, Document
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate
from unodc_report.standards.resolutions import BARE, STRONG, Noun, Number, possible, read_number, symbol_of

_NUMBER: Final = re.compile(rf"{STRONG}|(?<=第){BARE}")
# Supplements to the official records, and series of documents, in which bodies print what they adopt.
_SOURCES: Final = (
    (lazy(r"E/CN\.\d+(?=/)"), None),
    (lazy(r"CAC/COSP(?=/)|CTOC/COP(?=/)|A/HRC(?=/)"), None),
    (lazy(r"E/\d{4}/30\b"), "E/CN.15"),
    (lazy(r"E/\d{4}/28\b"), "E/CN.7"),
    (lazy(r"E/\d{4}/27\b"), "E/CN.6"),
    (lazy(r"E/\d{4}/26\b"), "E/CN.5"),
    (lazy(r"E/\d{4}/24\b"), "E/CN.3"),
    (lazy(r"A/\d{2}/53\b"), "A/HRC"),
    (lazy(r"A/\d{2}/49\b"), "A"),
)
_KINDS: Final[Mapping[str, re.Pattern[str]]] = {
    "会议": lazy(r"CAC/COSP|CTOC/COP"),
    "委员会": lazy(r"E/CN\.\d+"),
    "理事会": lazy(r"E|A/HRC|S"),
}
_ORGANS: Final[Mapping[str, str]] = {
    "UNGA": "A", "HRC": "A/HRC", "CND": "E/CN.7", "CCPCJ": "E/CN.15", "CSW": "E/CN.6", "COSP-UNCAC": "CAC/COSP", "COP-UNTOC": "CTOC/COP",
}  # fmt: skip
"""The opening of the symbols of the bodies that number what they adopt by their sessions."""
_MEETING: Final = lazy("[次届]会议")
"""No conference but a meeting of the body named before it: 理事会第22次会议."""
_OWN_SERIES: Final = re.compile(r"A/HRC(?=/)|E/CN\.\d+(?=/)|CAC/COSP(?=/)|CTOC/COP(?=/)")
"""The series of the bodies that print what they adopt in documents of their own."""
_OPEN_YEAR: Final = 2035  # where a report does not say its year: no bound


@dataclass(frozen=True, slots=True)
class _Case:
    """A number whose body is to be found."""

    mention: Candidate
    block: Block
    number: Number
    noun: Noun


def resolve_resolutions(reading: Reading, found: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """Fill in the symbols of resolutions and decisions whose sentence does not name the body.

    >>> import unodc_report as ur
    >>> report = ur.parse("一. 导言\\n\\n1. 麻醉药品委员会通过了第62/1号决议。\\n\\n2. 按照第62/1号决议，举行了会议。\\n")
    >>> [(d.symbol, d.inferred) for d in report.documents]
    [('E/CN.7/RES/62/1', ()), ('E/CN.7/RES/62/1', ('symbol: the same number elsewhere in the report',))]
    """
    documents = found.get("document", [])
    if all(d.fields["symbol"] for d in documents):
        return found
    resolver = _Resolver(reading, documents, found.get("reference", ()), found.get("event", ()))
    return {**found, "document": [d if d.fields["symbol"] else resolver.resolve(d) for d in documents]}


class _Resolver:
    """Finds bodies in one document.

    Args:
        reading: the document.
        documents: all its document mentions, in text order.
        references: its pointers, for 同上.
        events: its sessions, with their bodies as far as they are known.
    """

    def __init__(self, reading: Reading, documents: Sequence[Candidate], references: Sequence[Candidate], events: Sequence[Candidate]) -> None:
        self._document = reading.document
        self._folded = reading.folded
        self._blocks = Blocks(reading.document)
        self._symbols = [d for d in documents if d.fields["kind"] == "document"]
        self._symbol_starts = [d.start for d in self._symbols]
        self._ibid = [r.start for r in references if r.fields["target"] == "ibid"]
        self._sessions = [event for event in events if event.fields["body"] in _ORGANS]
        self._year = report_year(reading.document)
        own = _OWN_SERIES.search(reading.document.metadata.symbol or "")
        self._own = own[0] if own else None
        self._cited: dict[tuple[Number, str], set[str]] = {}
        for mention in documents:
            number = self._number(mention)
            if number is not None and mention.fields["symbol"]:
                self._cited.setdefault((number, str(mention.fields["kind"])), set()).add(str(mention.fields["symbol"]))

    @cached_property
    def _named(self) -> dict[str, list[int]]:
        """Where each body is named: asked of whole reports only."""
        named: dict[str, list[int]] = {}
        for body in bodies(self._folded, 0, len(self._folded)):
            if body.organ:
                named.setdefault(body.organ, []).append(body.start)
        return named

    def resolve(self, mention: Candidate) -> Candidate:
        """The mention with its symbol, if the report tells it."""
        number = self._number(mention)
        if number is None:
            return mention
        case = _Case(mention, self._blocks.at(mention.start), number, cast("Noun", mention.fields["kind"]))
        cited = self._cited.get((number, case.noun), set())
        for organ, how in self._claims(case):
            if not possible(organ, number, case.noun, self._year):
                continue
            symbol = symbol_of(organ, number, case.noun)
            if symbol:
                return _with_symbol(mention, symbol, how)
            break
        if len(cited) == 1:
            return _with_symbol(mention, next(iter(cited)), "the same number elsewhere in the report")
        if self._own and possible(self._own, number, case.noun, self._year) and (symbol := symbol_of(self._own, number, case.noun)):
            return _with_symbol(mention, symbol, "the body whose document it is")
        return mention

    def _number(self, mention: Candidate) -> Number | None:
        if mention.fields["kind"] == "document":
            return None
        match = _NUMBER.search(self._folded, mention.start, mention.end)
        return read_number(match[0]) if match else None

    def _claims(self, case: _Case) -> Iterator[tuple[str, str]]:
        """Bodies that may be meant, the best evidence first, each with where it was found."""
        if case.block.kind == "footnote" and (source := self._source(case.mention.start, case.block)):
            yield source, "source cited in the footnote"
        if organ := self._at_session(case):
            yield organ, "the session of that number named before it"
        if not self._document.whole:
            yield from self._antecedents(case)
            return
        if len(self._cited.get((case.number, case.noun), ())) == 1:
            return
        yield from self._antecedents(case)
        if not self._named_by_kind(case):
            yield from self._last_named(case)

    def _at_session(self, case: _Case) -> str | None:
        """The body whose session of the same number the sentence names before a resolution: 在第八届会议上通过了…的第8/3号决议."""
        start = sentence_start(self._folded, case.mention.start)
        for event in reversed(self._sessions):
            if start <= event.start < case.mention.start and str(event.fields["number"]) == case.number.session:
                return _ORGANS[str(event.fields["body"])]
        return None

    def _named_by_kind(self, case: _Case) -> Body | None:
        near = [body for body in body_before(self._folded, case.mention.start) if not _MEETING.search(self._folded, body.start - 1, body.end)]
        return near[0] if near and not near[0].organ and near[0].words in GENERIC else None

    def _antecedents(self, case: _Case) -> Iterator[tuple[str, str]]:
        """What 会议, 委员会 or 理事会 right before the number stands for: the last body of that kind named before it."""
        kind = self._named_by_kind(case)
        pattern = _KINDS.get(kind.words) if kind else None
        if kind is None or pattern is None:
            return
        organ = self._last(lambda organ: pattern.fullmatch(organ) is not None, self._blocks.section_start(case.block), kind.start)
        if organ:
            yield organ, f"{kind.words} stands for the body last named"

    def _last_named(self, case: _Case) -> Iterator[tuple[str, str]]:
        """The fitting body last named in the paragraph; else the only fitting one named in the section."""
        start = case.mention.start

        def fitting(organ: str) -> bool:
            return possible(organ, case.number, case.noun, self._year)

        organ = self._last(fitting, case.block.start, start)
        if organ:
            yield organ, "body last named in the paragraph"
            return
        floor = self._blocks.section_start(case.block)
        named = [organ for organ in self._named if fitting(organ) and self._position(organ, floor, start) >= 0]
        if len(named) == 1:
            yield named[0], "only body named before it in the section"

    def _last(self, wanted: Callable[[str], bool], start: int, end: int) -> str | None:
        """The body last named between two offsets among those that are wanted."""
        places = {self._position(organ, start, end): organ for organ in self._named if wanted(organ)}
        last = max(places, default=-1)
        return places[last] if last >= 0 else None

    def _position(self, organ: str, start: int, end: int) -> int:
        """Where a body is last named between two offsets, -1 if nowhere."""
        places = self._named[organ]
        index = bisect_left(places, end) - 1
        return places[index] if index >= 0 and places[index] >= start else -1

    def _source(self, position: int, block: Block) -> str | None:
        """The body in whose document, cited in the footnote before the number or in the one that 同上 refers to, it stands."""
        end = position
        for note in self._blocks.notes_up_to(block):
            index = bisect_left(self._symbol_starts, end) - 1
            if index >= 0 and self._symbol_starts[index] >= note.start:
                return _organ_of(str(self._symbols[index].fields["symbol"]))
            ibid = bisect_left(self._ibid, end) - 1
            if ibid < 0 or self._ibid[ibid] < note.start:
                return None
            end = note.start
        return None


class Blocks:
    """The blocks of a document, found by offset.

    Args:
        document: the document.
    """

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._starts = [block.start for block in document.blocks]
        self._notes = [block for block in document.blocks if block.kind == "footnote"]
        self._note_starts = [block.start for block in self._notes]
        self._sections: dict[str | None, int] = {}
        for block in document.blocks:
            if block.kind != "footnote":
                self._sections.setdefault(block.section, block.start)

    def at(self, position: int) -> Block:
        """The block that holds a clean offset."""
        return self._blocks[max(0, bisect_right(self._starts, position) - 1)]

    def section_start(self, block: Block) -> int:
        """Where the section of a block begins; a footnote is a section of its own."""
        return block.start if block.kind == "footnote" else self._sections[block.section]

    def notes_up_to(self, block: Block) -> Iterator[Block]:
        """A footnote and those before it, backwards, at most a few dozen: 同上 leads no further."""
        last = bisect_right(self._note_starts, block.start)
        return iter(self._notes[max(0, last - 50) : last][::-1])


def _with_symbol(mention: Candidate, symbol: str, how: str) -> Candidate:
    return mention._replace(fields={**mention.fields, "symbol": symbol}, inferred=(*mention.inferred, f"symbol: {how}"))


def _organ_of(symbol: str) -> str | None:
    """The body that prints its resolutions in a document, None where the symbol does not tell.

    >>> _organ_of("E/2021/30-E/CN.15/2021/17"), _organ_of("CTOC/COP/2020/10"), _organ_of("A/76/122")
    ('E/CN.15', 'CTOC/COP', None)
    """
    for pattern, organ in _SOURCES:
        if match := pattern.search(symbol):
            return organ or match[0]
    return None


def report_year(document: Document) -> int:
    """The year of a report, as its symbol or date tells; a year in the future where nothing does.

    >>> from unodc_report.layout.passage import read_passage
    >>> report_year(read_passage("2020年"))
    2035
    """
    symbol, date = document.metadata.symbol or "", document.metadata.date or ""
    if year := re.search(r"(?:19|20)\d\d", date) or re.search(r"(?<=/)(?:19|20)\d\d(?=/|$)", symbol):
        return int(year[0])
    if session := re.match(r"A/(?:C\.\d/)?(\d\d)/", symbol):
        return 1946 + int(session[1])
    return _OPEN_YEAR
