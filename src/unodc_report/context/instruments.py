"""Which treaty a bare 《公约》 is: the report's own definition, else the last one of its kind named before it.

A short title is known once 《全称》（《简称》） has stood in the report. A bare title without a definition is the nearest full
or short title of its kind before it: in its block, else in its section, else in the headings above it, else the only one
that the report names before.
Two that stand side by side (《甲公约》和《乙公约》) decide nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final

from unodc_report.entities.instruments.titles import BARE, instrument_id, squeezed
from unodc_report.entities.issuer import issuer
from unodc_report.models.document import Block
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate

_DEFINED: Final = re.compile(r"""《([^《》\n]{2,200})》\((?:(?:以?下文?)?(?:均|统)?(?:简称|称)[为作]?|即|[又也亦通]称)?:?"?《([^《》\n]{2,40})》"?\)""")
_KINDS: Final = frozenset({
    "公约", "议定书", "宣言", "条约", "宪章", "规约", "协定", "纲领", "纲要", "计划", "议程", "规则", "准则", "原则", "框架", "战略", "契约", "守则", "措施",
})  # fmt: skip
"""The last two or three characters of titles."""
_PROTOCOL_OF: Final = lazy(r"(?P<convention>.{2,40}?公约)(?:第.{1,3}项|关于.{2,60}的|旨在.{2,30}的)?(?:任择|附加|补充)?议定书")
"""A protocol by its full title names its convention too."""
_BESIDE: Final = lazy(r"(?:和|与|及|以及|、|及其|或)")
_SERIES: Final = {
    "CCPR/C": "ICCPR", "E/C.12": "ICESCR", "CEDAW": "CEDAW", "CERD": "ICERD", "CRC": "CRC", "CRPD": "CRPD",
    "CED": "ICPPED", "CMW": "ICRMW", "CAT/C": "CAT", "FCCC": "UNFCCC", "SPLOS": "UNCLOS", "UNEP/CBD": "CBD", "CBD": "CBD", "UNEP/CHW": "Basel Convention",
}  # fmt: skip
"""The conventions that alone are 《公约》 in the documents of their own bodies."""
_TREATY_OF: Final = {"COSP-UNCAC": "UNCAC", "COP-UNTOC": "UNTOC"}
_TREATY_BODIES: Final = {
    "CCPR": "ICCPR", "CESCR": "ICESCR", "CERD": "ICERD", "CEDAW": "CEDAW", "CRC": "CRC", "CAT": "CAT", "CRPD": "CRPD", "CED": "ICPPED", "CMW": "ICRMW",
}  # fmt: skip
"""Committees that supervise one convention: beside them a bare 《公约》 of which nothing else tells is theirs."""
_CONGRESS: Final = re.compile("预防犯罪(?:大会|(?:和|与|及)(?:刑事司法|罪犯待遇))|犯罪与司法")
_DECLARATIONS: Final = {"Doha Declaration", "Bangkok Declaration", "Vienna Declaration"}
_SHORT: Final = 6
"""Code points up to which a declaration is named by its city alone; several bodies have adopted declarations there."""


_OWNERS: Final = {
    "宪章": (
        "Charter of the United Nations",
        lazy("联合国|安全理事会|安理会|大会|本组织|国际法院|第[六七八]章|第(?:五十一|三十三|三十九|七十三|五十二|一百零三|九十九|51|33|39|73|103|99)条|国际和平|使用武力|咨询意见|自决"),
    ),
    "行动纲要": ("Beijing Declaration and Platform for Action", lazy("北京|妇女|性别平等|女童")),
}
"""Bare titles of which one instrument is the owner, and the words of its matter."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A place where the text names an instrument; `key` None for one without an id."""

    start: int
    end: int
    key: str | None


_START: Final = attrgetter("start")


def resolve_instruments(reading: Reading, found: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """The ids of short and bare titles, where the text tells them."""
    instruments = found.get("instrument", [])
    if not instruments:
        return found
    resolver = _Resolver(reading, found)
    return found | {"instrument": [resolver.resolved(candidate) for candidate in instruments]}


class _Resolver:
    """What the text defines and names, in text order, for one pass over its bare titles."""

    def __init__(self, reading: Reading, found: Mapping[str, list[Candidate]]) -> None:
        self._folded = reading.folded
        self._own = _own_convention(reading)
        self._committees = [
            (body.start, _TREATY_BODIES[str(body.fields["id"])]) for body in found.get("organization", ()) if body.fields["id"] in _TREATY_BODIES
        ]
        self._defined = _definitions(reading.folded)
        self._blocks = reading.document.blocks
        self._places = [block.start for block in self._blocks]
        self._headings = {block.id: block for block in self._blocks if block.kind == "heading"}
        self._reading, self._found = reading, found

    @cached_property
    def _congress(self) -> bool:
        """Whether the text speaks of a crime congress."""
        return _CONGRESS.search(self._folded) is not None

    @cached_property
    def _named(self) -> dict[str, list[_Named]]:
        """The places that name an instrument by its kind, in text order: asked where a bare title is met."""
        named: dict[str, list[_Named]] = defaultdict(list)
        for kind, name in self._names(self._reading, self._found):
            named[kind].append(name)
        for names in named.values():
            names.sort(key=_START)
        return named

    def resolved(self, candidate: Candidate) -> Candidate:
        """The candidate with its id, where the text tells it."""
        title = squeezed(self._folded[candidate.start : candidate.end])
        if title == "盟约" and title not in self._defined:
            title = "公约"
        if candidate.fields["id"] in _DECLARATIONS and len(title) <= _SHORT and not self._congress:
            return candidate._replace(fields={"id": None})
        if candidate.fields["id"] is not None:
            return candidate
        key, how = self._meaning(title, candidate.start), "short title that the text defines"
        if key is None and title == "公约" and self._own:
            key, how = self._own, "the convention under which the report is issued"
        elif key is None and BARE.fullmatch(title):
            key, how = self._before(_kind(title), candidate.start)
            if key is None and title == "公约" and not self._names_another(candidate.start):
                key, how = self._of_committee(candidate.start), "the convention of the committee named before it"
            if key is None and title in _OWNERS:
                key, how = self._owned(title, candidate.start), "the instrument that bears this name where nothing else is named"
        return candidate._replace(fields={"id": key}, inferred=(f"id: {how}",)) if key else candidate

    def _owned(self, title: str, start: int) -> str | None:
        """The one instrument that a bare 《宪章》 or 《行动纲要》 is, where its paragraph speaks of its matter and the text names no other."""
        key, matter = _OWNERS[title]
        block = self._blocks[self._block_at(start)]
        if any(named.key != key for named in self._named.get(_kind(title), ())):
            return None
        return key if self._named.get(_kind(title)) or matter.search(self._folded, block.start, block.end) else None

    def _meaning(self, title: str, start: int) -> str | None:
        meanings = self._defined.get(title)
        if meanings is None:
            return None
        place = bisect_right(meanings, (start, "\U0010ffff"))
        return meanings[place - 1][1] if place else None

    def _before(self, kind: str, start: int) -> tuple[str | None, str]:
        """The instrument of this kind that was last named before `start`, and how it was told."""
        names = self._named.get(kind, [])
        end = bisect_left(names, start, key=_START)
        if not end:
            return None, ""
        block = self._blocks[self._block_at(start)]
        last = names[end - 1]
        if last.start >= block.start:
            return self._last(names, end), f"the {kind} named before it"
        if block.section and self._blocks[self._block_at(last.start)].section == block.section:
            return self._last(names, end), f"the last {kind} named in the section"
        if key := self._in_headings(kind, block):
            return key, f"the {kind} that a heading above it names"
        keys = {name.key for name in names[: min(end, 200)]}
        return (keys.pop(), f"the only {kind} that the text names before it") if len(keys) == 1 else (None, "")

    def _of_committee(self, start: int) -> str | None:
        """The convention of the last treaty body named before `start` in the same block."""
        end = bisect_left(self._committees, (start, ""))
        if not end or self._committees[end - 1][0] < self._blocks[self._block_at(start)].start:
            return None
        return self._committees[end - 1][1]

    def _names_another(self, start: int) -> bool:
        """Whether a convention is named before `start` in the same block, which may be meant in the stead of a committee's."""
        names = self._named.get("公约", [])
        end = bisect_left(names, start, key=_START)
        return bool(end) and names[end - 1].start >= self._blocks[self._block_at(start)].start

    def _in_headings(self, kind: str, block: Block) -> str | None:
        """The one instrument of this kind that the nearest heading above which names any holds."""
        names, section = self._named.get(kind, []), block.section
        while section is not None and section in self._headings:
            heading = self._headings[section]
            keys = {n.key for n in names if heading.start <= n.start < heading.end}
            if keys:
                return keys.pop() if len(keys) == 1 else None
            section = heading.section
        return None

    def _block_at(self, position: int) -> int:
        return max(0, bisect_right(self._places, position) - 1)

    def _last(self, names: Sequence[_Named], end: int) -> str | None:
        """The last of the names before `end`; none if another stands beside it as its equal."""
        last = names[end - 1]
        for other in names[max(0, end - 4) : end - 1]:
            if other.key != last.key and other.end <= last.start and _BESIDE.fullmatch(self._folded, other.end, last.start):
                return None
        return last.key

    def _names(self, reading: Reading, found: Mapping[str, list[Candidate]]) -> Iterator[tuple[str, _Named]]:
        """All places that name an instrument: mentions, names inside the names of mechanisms, and conferences of parties."""
        for candidate in found.get("instrument", ()):
            title = squeezed(self._folded[candidate.start : candidate.end])
            if _kind(title) and not BARE.fullmatch(title):
                key = candidate.fields["id"] or self._meaning(title, candidate.start)
                yield _kind(title), _Named(candidate.start, candidate.end, str(key) if key else None)
                if (parent := _PROTOCOL_OF.fullmatch(title)) and (convention := instrument_id(parent["convention"])):
                    yield "公约", _Named(candidate.start, candidate.end, convention)
        for hit in reading.hits.get("instrument", ()):
            inside = reading.taken.covers(hit.start, hit.end, "instrument")
            if not inside and hit.name.key and _kind(hit.name.text) and not BARE.fullmatch(hit.name.text):
                yield _kind(hit.name.text), _Named(hit.start, hit.end, hit.name.key)
        for candidate in found.get("organization", ()):
            treaty = _TREATY_OF.get(str(candidate.fields["id"]))
            if treaty and candidate.rule != "organization.bare_conference":
                yield "公约", _Named(candidate.start, candidate.end, treaty)


def _own_convention(reading: Reading) -> str | None:
    """The convention whose body or conference issues a report, by the series that its symbol opens with, or by the committee that issues it."""
    if not reading.document.whole:
        return None
    symbol = reading.document.metadata.symbol or ""
    if key := next((key for series, key in _SERIES.items() if symbol.startswith(f"{series}/")), None):
        return key
    own = issuer(reading)
    return _TREATY_BODIES.get(own.key) if own else None


def _definitions(folded: str) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Short titles, and full ones that only their short title tells, with the places from which they hold."""
    defined: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for match in _DEFINED.finditer(folded):
        full, short = squeezed(match[1]), squeezed(match[2])
        key = instrument_id(full) or instrument_id(short)
        if key:
            defined[short].append((match.start(2), key))
            defined[full].append((match.start(), key))
    return defined


def _kind(title: str) -> str:
    if title.endswith("盟约"):  # the covenants of human rights, as documents before 2000 call them
        return "公约"
    kind = title[-2:] if title[-2:] in _KINDS else title[-3:]
    return kind if kind in _KINDS else ""
