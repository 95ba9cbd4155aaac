"""Whose resolution a bare number is: 第30/1号决议, 会议通过第8/1号决议.

In this order: the source that a footnote cites before the number or with 同上; the same number with its body elsewhere in
the report; the antecedent of a body named by its kind alone (会议, 委员会, 理事会); the body last named before it in the
paragraph; the only one named before it in the section. A body counts only if it numbers in that form and can have reached that
session. A number that no body claims keeps none: the General Assembly is no default.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from unodc_report.entities.bodies import GENERIC, Body, bodies, body_before
from unodc_report.models.document import Block, Document
from unodc_report.reading import Reading
from unodc_report.rules import Candidate
from unodc_report.standards.resolutions import BARE, STRONG, Noun, Number, possible, read_number, symbol_of

_NUMBER: Final = re.compile(rf"{STRONG}|(?<=第){BARE}")
# Supplements to the official records, and series of documents, in which bodies print what they adopt.
_SOURCES: Final = (
    (re.compile(r"E/CN\.\d+(?=/)"), None),
    (re.compile(r"CAC/COSP(?=/)|CTOC/COP(?=/)|A/HRC(?=/)"), None),
    (re.compile(r"E/\d{4}/30\b"), "E/CN.15"),
    (re.compile(r"E/\d{4}/28\b"), "E/CN.7"),
    (re.compile(r"E/\d{4}/27\b"), "E/CN.6"),
    (re.compile(r"E/\d{4}/26\b"), "E/CN.5"),
    (re.compile(r"E/\d{4}/24\b"), "E/CN.3"),
    (re.compile(r"A/\d{2}/53\b"), "A/HRC"),
    (re.compile(r"A/\d{2}/49\b"), "A"),
)
_KINDS: Final[Mapping[str, re.Pattern[str]]] = {
    "会议": re.compile(r"CAC/COSP|CTOC/COP"),
    "委员会": re.compile(r"E/CN\.\d+"),
    "理事会": re.compile(r"E|A/HRC|S"),
}
_OPEN_YEAR: Final = 2035  # where a report does not say its year: no bound
_SECTION_REACH: Final = 20_000  # code points of a section before a number that are looked at


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
    resolver = _Resolver(reading, documents, found.get("reference", ()))
    return {**found, "document": [d if d.fields["symbol"] else resolver.resolve(d) for d in documents]}


class _Resolver:
    """Finds bodies in one document.

    Args:
        reading: the document.
        documents: all its document mentions, in text order.
        references: its pointers, for 同上.
    """

    def __init__(self, reading: Reading, documents: Sequence[Candidate], references: Sequence[Candidate]) -> None:
        self._document = reading.document
        self._folded = reading.folded
        self._documents = documents
        self._ibid = [r for r in references if r.fields["target"] == "ibid"]
        self._year = report_year(reading.document)
        self._cited: dict[tuple[Number, str], set[str]] = {}
        for mention in documents:
            number = self._number(mention)
            if number is not None and mention.fields["symbol"]:
                self._cited.setdefault((number, str(mention.fields["kind"])), set()).add(str(mention.fields["symbol"]))

    def resolve(self, mention: Candidate) -> Candidate:
        """The mention with its symbol, if the report tells it."""
        number = self._number(mention)
        if number is None:
            return mention
        case = _Case(mention, block_of(self._document, mention.start), number, cast("Noun", mention.fields["kind"]))
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
        if not self._document.whole:
            yield from self._antecedents(case)
            return
        if len(self._cited.get((case.number, case.noun), ())) == 1:
            return
        yield from self._antecedents(case)
        if not self._named_by_kind(case):
            yield from self._last_named(case)

    def _named_by_kind(self, case: _Case) -> Body | None:
        near = body_before(self._folded, case.mention.start)
        return near[0] if near and not near[0].organ and near[0].words in GENERIC else None

    def _antecedents(self, case: _Case) -> Iterator[tuple[str, str]]:
        """What 会议, 委员会 or 理事会 right before the number stands for: the last body of that kind named before it."""
        kind = self._named_by_kind(case)
        pattern = _KINDS.get(kind.words) if kind else None
        if kind is None or pattern is None:
            return
        start = max(self._section_start(case.block), kind.start - _SECTION_REACH)
        named = [b.organ for b in bodies(self._folded, start, kind.start) if pattern.fullmatch(b.organ)]
        if named:
            yield named[-1], f"{kind.words} stands for the body last named"

    def _last_named(self, case: _Case) -> Iterator[tuple[str, str]]:
        """The fitting body last named in the paragraph; else the only fitting one named in the section."""
        start, floor = case.mention.start, self._section_start(case.block)
        for organ in self._fitting(case, case.block.start, start)[-1:]:
            yield organ, "body last named in the paragraph"
        section = set(self._fitting(case, max(floor, start - _SECTION_REACH), case.block.start))
        if len(section) == 1:
            yield section.pop(), "only body named before it in the section"

    def _fitting(self, case: _Case, start: int, end: int) -> list[str]:
        named = (b.organ for b in bodies(self._folded, start, end) if b.organ)
        return [organ for organ in named if possible(organ, case.number, case.noun, self._year)]

    def _section_start(self, block: Block) -> int:
        starts = [b.start for b in self._document.blocks if b.section == block.section and b.kind != "footnote"]
        return min(starts, default=block.start) if block.kind != "footnote" else block.start

    def _source(self, position: int, block: Block) -> str | None:
        """The body in whose document, cited in the footnote before the number or in the one that 同上 refers to, it stands."""
        start = block.start
        notes = [b for b in self._document.blocks if b.kind == "footnote" and b.start <= block.start]
        for note in reversed(notes):
            end = position if note.start == block.start else note.end
            symbols = [str(d.fields["symbol"]) for d in self._documents if note.start <= d.start < end and d.fields["kind"] == "document"]
            if symbols:
                return _organ_of(symbols[-1])
            if not any(start <= r.start < end for r in self._ibid):
                return None
            start = 0 if note.start == block.start else start
        return None


def _with_symbol(mention: Candidate, symbol: str, how: str) -> Candidate:
    return replace(mention, fields={**mention.fields, "symbol": symbol}, inferred=(*mention.inferred, f"symbol: {how}"))


def _organ_of(symbol: str) -> str | None:
    """The body that prints its resolutions in a document, None where the symbol does not tell.

    >>> _organ_of("E/2021/30-E/CN.15/2021/17"), _organ_of("CTOC/COP/2020/10"), _organ_of("A/76/122")
    ('E/CN.15', 'CTOC/COP', None)
    """
    for pattern, organ in _SOURCES:
        if match := pattern.search(symbol):
            return organ or match[0]
    return None


def block_of(document: Document, position: int) -> Block:
    """The block that holds a clean offset."""
    return document.blocks[max(0, bisect_right([b.start for b in document.blocks], position) - 1)]


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
