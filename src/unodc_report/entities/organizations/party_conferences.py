"""Bodies that bear the name of a treaty.

Conferences of its parties (《…公约》缔约国会议, …公约缔约方大会, and 缔约国会议 where the text tells whose), its secretariat and
its regional centres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from unodc_report.entities.instruments.titles import instrument_id
from unodc_report.entities.surroundings import exactly
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate

CONFERENCE: Final = re.compile("缔约[国方](?:会议|大会)")
OFFICES: Final = tuple(
    map(re.compile, ("(?P<office>秘书处)", "(?P<office>区域中心)(?![和与及、])", "》(?P<office>(?:(?:政府间)?谈判(?:工作)?(?:特设|政府间)?|特设|起草|筹备)委员会)"))
)
"""A pattern each, as one literal is found at once."""
_REACH: Final = 44  # code points between a treaty and the centre that bears its name
_TITLE: Final = re.compile(r"《[^《》\n]{2,60}(?:公约|议定书|条约|协定)》$")
_LED: Final = re.compile(r"设[于在][^，。；、()《》\n]{6,}")
_NO_MARK: Final = lazy(r"[^，。；、()《》\n]{2,}")
BODIES: Final = {"UNCAC": "COSP-UNCAC", "UNTOC": "COP-UNTOC"}
"""The conferences that have an id, by the treaty whose parties meet."""
_CLUES: Final = {"缔约国会议": ("腐败", "COSP-UNCAC"), "缔约方会议": ("有组织犯罪", "COP-UNTOC")}
"""What the text must speak of for the bare name to be that of the one body whose usual name it is."""
_CONVENTION: Final = "公约"
_NUMBERED: Final = lazy("第[一二三四五六七八九十百0-9]{1,4}[次届]$")  # a meeting, not its body


@dataclass(frozen=True, slots=True)
class _Conference:
    start: int
    end: int
    treaty: str | None
    named: bool


def conferences(reading: Reading) -> tuple[Candidate, ...]:
    """The conferences of parties of the text; a bare one is the last of its wording named before it, or what the text tells."""
    return tuple(_told(reading))


def _told(reading: Reading) -> Iterator[Candidate]:
    last: dict[str, str | None] = {}
    clues = {wording: body for wording, (word, body) in _CLUES.items() if word in reading.folded}
    for found in _conferences(reading):
        wording = reading.folded[found.end - 5 : found.end]
        if found.named:
            last[wording] = BODIES.get(found.treaty or "")
            yield Candidate("organization", found.start, found.end, "organization.party_conference", {"id": last[wording]})
        else:
            known = wording in last
            key = last[wording] if known else clues.get(wording)
            inferred = ("id: the conference named before it" if known else "id: what the text speaks of",) if key else ()
            yield Candidate("organization", found.start, found.end, "organization.bare_conference", {"id": key}, inferred)


def find_offices(reading: Reading) -> Iterator[Candidate]:
    """Secretariats and regional centres that bear the name of a treaty: 《斯德哥尔摩公约》秘书处, 巴塞尔公约…国家培训区域中心.

    A centre is one body only where its name says which: it begins with a country or a region, or with where it is (设于…).
    """
    folded = reading.folded
    ends = {hit.end: hit.start for hit in reading.hits.get("instrument", ())}
    lands = {hit.start for kind in ("country", "region") for hit in reading.hits.get(kind, ())}
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in OFFICES):
        start = match.start("office")
        if not match["office"].endswith("中心"):
            treaty = start
        else:
            near = range(start - 2, max(0, start - _REACH), -1)
            treaty = next((end for end in near if (end in ends or folded[end - 1] == "》") and _says_which(folded, end, start, lands)), 0)
        title = _TITLE.search(folded, treaty - 64, treaty)
        opening = title.start() if title else ends.get(treaty)
        if opening is not None and treaty and not reading.taken.overlaps(start, match.end(), "opaque"):
            known = exactly(reading.hits.get("organization", ()), opening, match.end())
            key = known.name.key or None if known else None
            yield Candidate("organization", opening, match.end(), "organization.treaty_office", {"id": key})


def _says_which(folded: str, start: int, end: int, lands: set[int]) -> bool:
    return (start in lands and _NO_MARK.fullmatch(folded, start, end) is not None) or _LED.fullmatch(folded, start, end) is not None


def _conferences(reading: Reading) -> Iterator[_Conference]:
    folded = reading.folded
    names = {hit.end: hit for hit in reading.hits.get("instrument", ())}
    serving: tuple[int, int] | None = None  # 作为《京都议定书》缔约方会议的, and where it ends
    for match in CONFERENCE.finditer(folded):
        start, end = match.span()
        if reading.taken.overlaps(start, end, "opaque"):
            continue
        opening = folded.rfind("《", max(0, start - 160), start) if folded[start - 1 : start] == "》" else -1
        if opening >= 0:
            title = folded[opening + 1 : start - 1]
            if folded.startswith("作为", opening - 2) and folded.startswith("的《", end):
                serving = (opening - 2, end + 1)
                continue
            if serving is not None and serving[1] == opening:
                yield _Conference(serving[0], end, None, named=True)
                continue
            yield _Conference(opening, end, instrument_id(title), named=title != _CONVENTION)
        elif start in names:
            yield _Conference(names[start].start, end, names[start].name.key or None, named=True)
        elif not _NUMBERED.search(folded, start - 8, start):
            bare = folded.endswith(_CONVENTION, 0, start)
            yield _Conference(start - 2 if bare else start, end, None, named=False)
