"""Bodies: organs, agencies, commissions, working groups, ministries, courts, institutes, armed groups.

Most names are in the lexicon; names that no table holds are found by their shape (`organization_shapes`). Bare heads
(委员会, 办公室), bare 联合国, governments, networks and programmes are no bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.entities.organization_shapes import Surroundings, find_shapes
from unodc_report.entities.party_conferences import find_conferences
from unodc_report.lexicon import Hit
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding, Rule, Veto

_KIND: Final = "organization"
_NO_BODY: Final = ("网络", "网", "契约", "倡议", "方案", "机制", "举措", "战略")
_BODY_ALL_THE_SAME: Final = ("余留机制", "处理机制", "政府间倡议")
_LONGER: Final = {"部": "门队长署落分级", "局": "势面部限长", "署": "名", "处": "理罚置", "司": "法令机", "团": "结体", "盟": "约国", "组": "织成"}
_CONFERENCE: Final = re.compile("缔约[国方](?:会议|大会)$")
_ASSEMBLY: Final = "大会"
_OTHER_ASSEMBLY: Final = re.compile(
    r"(?:届|审议|人民|缔约国|缔约方|发展|减灾|风险|世界|国民|成员国?|会员|对话|制宪|长老|局|本次|这次|此次|该|各次|历次|司法|犯罪|卫生|劳工|环境|人居|代表|"
    r"全体|年度|股东|议会|科学|国际|区域|民族|青年|妇女|协会|联盟|年)$"
)
_ITS_OWN: Final = re.compile("大会(?:第[一二三四五六七八九十百0-9]+届|特别会议|紧急特别会议|第[0-9]+/[0-9]+)")
_HALL: Final = re.compile("大会[堂厅场战]")
_SEVERAL: Final = re.compile("(?:各|两|其他|这些|特设)$")


def extract(reading: Reading) -> Iterator[Finding]:
    """Bodies by name, conferences of parties, bodies by shape."""
    conferences = list(find_conferences(reading))
    yield from conferences
    named: list[Finding] = [*conferences]
    named += [_named(reading, hit) for hit in reading.hits.get(_KIND, ())]
    yield from named[len(conferences) :]
    ends = {found.end: found.start for found in named if isinstance(found, Candidate)}
    lands = {hit.start: hit.end for kind in ("region", "country") for hit in reading.hits.get(kind, ())}
    openers = {hit.start: hit.end for hit in reading.hits.get("place", ())} | lands
    for shape in find_shapes(Surroundings(reading.folded, ends, openers, lands)):
        reason = shape.reason or _hidden(reading, shape.start, shape.end)
        if reason:
            yield Veto(_KIND, shape.start, shape.end, shape.rule, reason)
        else:
            yield Candidate(_KIND, shape.start, shape.end, shape.rule, {"id": None})


def _named(reading: Reading, hit: Hit) -> Finding:
    rule = "organization.name"
    reason = _hidden(reading, hit.start, hit.end) or _not_this_body(reading.folded, hit)
    if reason:
        return Veto(_KIND, hit.start, hit.end, rule, reason)
    return Candidate(_KIND, hit.start, hit.end, rule, {"id": hit.name.key or None})


def _hidden(reading: Reading, start: int, end: int) -> str:
    """Names inside titles, symbols and links are no mentions; one that begins with a title or holds a disease's name is."""
    if reading.taken.overlaps(end - 1, end, "opaque"):
        return "inside a title"
    return "inside a symbol or link" if reading.taken.overlaps(start, end, "document", "url") else ""


def _not_this_body(folded: str, hit: Hit) -> str:
    name, end = hit.name.text, hit.end
    if _CONFERENCE.search(name):
        return "a conference of parties: read with its treaty"
    if name.endswith(_NO_BODY) and not name.endswith(_BODY_ALL_THE_SAME):
        return "a network, mechanism or programme"
    following = folded[end : end + 1]
    if following and following in _LONGER.get(name[-1], ""):
        return "part of a longer word"
    if name == _ASSEMBLY:
        return _no_general_assembly(folded, hit.start)
    if name.endswith("法庭") and _SEVERAL.search(folded, max(0, hit.start - 2), hit.start):
        return "one of several, not named"
    return ""


def _no_general_assembly(folded: str, start: int) -> str:
    if _HALL.match(folded, start):
        return "part of a longer word"
    before = _OTHER_ASSEMBLY.search(folded, max(0, start - 3), start)
    if before and (before[0] == "届" or not _ITS_OWN.match(folded, start)):
        return "a congress, not the General Assembly"
    return ""


RULES: Final[tuple[Rule, ...]] = ()
