"""Which country a place is in: what the table says, what stands beside the place, and what its sentence names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from unodc_report.entities.surroundings import AND, AND_MARKS
from unodc_report.patterns import lazy
from unodc_report.reading import Reading

_SENTENCE_ENDS: Final = "。；\n"
_ENEMY: Final = re.compile("敌|占领(?:军|国|当局|部队)|(?:族裔|籍|族)?(?:难民|寻求庇护者)(?!营|定居点|事务|法|理事会)|[^，。；、和与]{0,10}(?:基金会|难民理事会|救援委员会|援助组织|援助会|国际开发署|发展署|合作署|合作机构|排雷小组|集团|公司)")
"""Behind a country: whoever fights or occupies names no country for a place, nor do those who fled from it,
nor its foundations and aid agencies, which work abroad."""
_AND: Final = lazy(AND)
_LONGEST: Final = 600  # characters on each side in which a sentence is looked at


class Found(NamedTuple):
    """A place on the way to its country.

    Attributes:
        start, end: clean span.
        rule: id of the rule that found it.
        key: the table's codes with | between, the one that is meant where nothing tells first ("" where none is); None for a
            place that no table holds.
        beside: start of the place that it stands with in a list, whose country it shares.
    """

    start: int
    end: int
    rule: str
    key: str | None = None
    beside: int | None = None


class Countries:
    """The countries that a document names, by position."""

    def __init__(self, reading: Reading) -> None:
        self._folded = reading.folded
        self._ends: dict[int, str] = {}
        self._inside: dict[int, str] = {}
        self.spans = [(h.start, h.end, h.name.key) for h in reading.hits.get("country", ()) if reading.taken.covers(h.start, h.end, "country")]

        self._enemies = frozenset(start for start, end, _ in self.spans if _ENEMY.match(self._folded, end))
        self._all = {iso3 for _, _, iso3 in self.spans}

    def decide(self, found: Sequence[Found]) -> Iterator[tuple[Found, str | None]]:
        """Each place with its country, in text order."""
        places = sorted(found, key=lambda place: place.start)
        sure = [(place.start, place.key) for place in places if place.key and "|" not in place.key.rstrip("|")]
        sure = [(start, key.rstrip("|")) for start, key in sure if key.strip("|")]
        codes = dict(sure)
        self._ends = {place.end: codes[place.start] for place in places if place.start in codes}
        decided: dict[int, str | None] = {}
        for place in sorted(places, key=lambda place: (place.beside is not None, place.start)):
            decided[place.start] = iso3 = self._country(place, sure, decided)
            if place.key is None and iso3 is not None:
                self._inside[place.end] = iso3
        for place in places:
            yield place, decided[place.start]

    def _country(self, place: Found, sure: Sequence[tuple[int, str]], decided: dict[int, str | None]) -> str | None:
        if place.key is not None:
            return self._of_known(place, place.key, sure)
        if (adjacent := self.before(place.start) or self._of_place_before(place.start)) is not None:
            return adjacent
        if place.start and self._folded[place.start - 1] in AND_MARKS and place.start - 1 in self._ends:
            return self._ends[place.start - 1]
        if place.beside is not None and decided.get(place.beside):
            return decided[place.beside]
        named = self._named(place.start, sure)
        return named.pop() if len(named) == 1 and not self._beside_country(place) else None

    def _of_place_before(self, position: int) -> str | None:
        """That of the place right before a position, or with 的 between: 甘贝拉州|的|普尼多难民营, Fuzuli区|Horadiz村."""
        return self._ends.get(position) or self._inside.get(position) or (self._ends.get(position - 1) if self._folded[position - 1 : position] == "的" else None)

    def _of_known(self, place: Found, key: str, sure: Sequence[tuple[int, str]]) -> str | None:
        """That of the country or place right before it (哥斯达黎加贝伦, 加利福尼亚州圣何塞), else the table's; a place that the table gives no country has none."""
        options = {code for code in key.split("|") if code}
        adjacent = self.before(place.start, "") or self._ends.get(place.start)
        if options and adjacent is not None:
            return adjacent
        named = options & self._named(place.start, sure) if len(options) > 1 else options
        if not named:
            named = options & self._all
        return named.pop() if len(named) == 1 else key.partition("|")[0] or None

    def _beside_country(self, place: Found) -> bool:
        """Whether the place stands in one list with a country, so that it is hardly a part of it (塔希提岛和新喀里多尼亚)."""
        behind = _AND.match(self._folded, place.end)
        index = bisect_left(self.spans, (behind.end(), 0, "")) if behind else len(self.spans)
        if behind and index < len(self.spans) and self.spans[index][0] == behind.end():
            return True
        return self._folded[place.start - 1 : place.start] in AND_MARKS and self.before(place.start - 1, "") is not None

    def before(self, position: int, between: str = "的") -> str | None:
        """The country whose name ends at a position, or has only `between` before it."""
        index = bisect_left(self.spans, (position, 0, "")) - 1
        if index < 0:
            return None
        _, end, iso3 = self.spans[index]
        return iso3 if end == position or (end == position - 1 and self._folded[end] == between) else None

    def _named(self, position: int, sure: Sequence[tuple[int, str]]) -> set[str]:
        """The countries that the sentence around a position names; where it names none, those of its known places."""
        first, last = max(0, position - _LONGEST), position + _LONGEST
        start = max(first, *(self._folded.rfind(mark, first, position) + 1 for mark in _SENTENCE_ENDS))
        end = min((at for mark in _SENTENCE_ENDS if (at := self._folded.find(mark, position, last)) >= 0), default=last)
        inside = self.spans[bisect_left(self.spans, (start, 0, "")) : bisect_left(self.spans, (end, 0, ""))]
        inside = [span for span in inside if span[0] not in self._enemies]
        return {iso3 for _, _, iso3 in inside} or {code for _, code in sure[bisect_left(sure, (start, "")) : bisect_left(sure, (end, ""))]}
