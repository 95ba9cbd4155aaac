"""Associations in a list of bodies: …；社区发展和人类技术协会；国际残疾人联盟；….

Reports list the non-governmental organizations that took part, one beside the other between semicolons or commas. The names of many are
made of ordinary words; what tells that they are names is that the entry before or behind them is the name of a body and no more.
A list of which a quarter are bodies is a list of bodies: whatever else in it ends as their names do is one, whatever words it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from unodc_report.chinese.characters import han
from unodc_report.entities.organizations.edges import says_nothing, says_topic_only
from unodc_report.entities.organizations.words import BARE, JOINTS
from unodc_report.patterns import lazy
from unodc_report.rules import matches_at

_MARK: Final = "；"
_BOUNDS: Final = ("；", ":", "\n")
"""Before an entry."""
_COMMA: Final = "、"
_ENDS: Final = (
    "协会|联合会|联盟|学会|工会|基金会|理事会|委员会|论坛|中心|组织|观察|(?<!代表)(?<!主席)团|社|会议|研究所|修女会|运动|行动"
)
LISTED: Final = re.compile(rf"[；:\n](?P<span>(?P<words>{han('、·')}{{2,30}}?)(?:{_ENDS}))(?=[；。\n]|\Z)")
"""Sought in the text with a line break before it."""
_NAME: Final = lazy(rf"(?![第各其该本这那两])(?P<words>{han('、·')}{{2,36}}?)(?:{_ENDS}|国际|(?<=[^议开])会)|[A-Z][A-Za-z\u00c0-\u024f'.&\- ]{{3,60}}")
"""What is a name in a list of bodies: it may begin with a verb (促进学校成为和平工具世界协会) or be in another script."""
_SURE: Final = ("协会", "联合会", "学会", "基金会", "商会", "总会", "研究所", "联盟", "同盟", "服务社", "国际")
_BETWEEN: Final = re.compile(rf"、(?P<span>(?P<words>(?:(?![和与及]){han('·')}){{2,16}}?)(?:{'|'.join(_SURE)}|组织|论坛|理事会|运动|中心|社|(?<=[^议开])会))(?=、|和|与|及|以及)")
"""An entry between commas: no words that join are in it."""
_WIDE: Final = ("国际", "世界", "全球", "欧洲", "非洲", "亚洲", "美洲", "阿拉伯")
"""What names with a common head begin with, where only the list tells that they are names."""
_JOINT: Final = lazy("、|和|与|以?及")
_NO_NAME: Final = lazy(
    "[第各其该本这那与向在由对请和及以或还被两]|一[些个项]|若干|所有|许多|任何|有关|相关|支持|加强|扩大|设立|建立|成立|促进|增进|改善|参加|邀请|鼓励|资助|访问|会见|提高|确保|制定|召开|举行|开展|组织|非政府|民间"
)
_LONGEST: Final = 80  # code points of an entry
_LONG: Final = 8  # code points of a name that tells no more than fields of work: between two bodies it is one
_FEWEST: Final = 3  # entries of a list that its bodies tell
_SHARE: Final = 4  # one in so many entries is a body
_BOUND: Final = lazy(r"[；:。\n]|\Z")
_STEP: Final = re.compile("；[^；:。\n，]*")
"""A mark and the entry behind it, which no clause with a comma is part of."""


def find_listed(folded: str, bodies: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The entries of lists that name a body because others beside them do.

    Args:
        folded: the folded text.
        bodies: start to end of the bodies known.

    >>> list(find_listed("国际法学家委员会；山区教育协会；沿海互助论坛；妇女组织", {0: 8}))
    [(9, 15), (16, 22)]
    """
    known = dict(bodies)
    if _COMMA in folded:
        yield from _between_commas(folded, known)
    if _MARK not in folded:
        return
    for start, end in _of_bodies(folded, known):
        known[start] = end
        yield start, end
    listed = matches_at(_BOUNDS, LISTED, "\n" + folded)
    entries = sorted((match.start("span") - 1, match.end() - 1, says_topic_only(match["words"])) for match in listed if _may_name(match))
    for start, end, kind in (*entries, *reversed(entries)):  # one entry tells of the next, to either side
        sides = _follows(folded, start, known), _precedes(folded, end, known)
        if start not in known and (all(sides) and end - start >= _LONG if kind else any(sides)):
            known[start] = end
            yield start, end


def _of_bodies(folded: str, known: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The names in the lists of which a quarter, and two at least, are bodies known."""
    for entries in _lists(folded):
        bodies = sum(known.get(start) == end for start, end in entries)
        if len(entries) < _FEWEST or bodies < 2 or bodies * _SHARE < len(entries):
            continue
        for start, end in entries:
            name = None if start in known else _NAME.fullmatch(folded, start, end)
            if name is not None and not (name["words"] and (says_nothing(name["words"]) or (says_topic_only(name["words"]) and end - start < _LONG))):
                yield start, end


def _lists(folded: str) -> Iterator[list[tuple[int, int]]]:
    """The entries of each list, those between the marks and the one before the first."""
    entries: list[tuple[int, int]] = []
    last = -1
    for step in _STEP.finditer(folded):
        mark, end = step.span()
        if mark != last:
            yield entries
            entries = [(max(folded.rfind(bound, max(0, mark - _LONGEST), mark) for bound in "；:。\n，") + 1, mark)]
        last = end
        if end > mark + 1 and not folded.startswith("，", end):
            entries.append((mark + 1, end))
    yield entries


def _between_commas(folded: str, known: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The associations that stand between two bodies in an enumeration, by themselves or several in a row."""
    ends = set(known.values())
    row: list[tuple[int, int]] = []
    for entry in _BETWEEN.finditer(folded):
        start, end = entry.span("span")
        if entry.start() not in ends and not (row and row[-1][1] == entry.start()):
            row = []
            continue
        if start in known or not _is_association(entry):
            row = []
            continue
        row.append((start, end))
        joint = _JOINT.match(folded, end)
        if joint is not None and joint.end() in known:
            yield from row
            row = []


def is_coordinate(folded: str, span: tuple[int, int], starts: Collection[int], ends: Mapping[int, int]) -> bool:
    """Whether a name stands between two bodies that it is joined with, or is the last of three.

    Args:
        folded: the folded text.
        span: of the name.
        starts: where bodies start.
        ends: end to start of the bodies.

    >>> is_coordinate("司法部、选举委员会和儿基会", (4, 9), {0, 10}, {3: 0, 13: 10})
    True
    >>> is_coordinate("司法部、儿基会和选举委员会", (8, 13), {0, 4}, {3: 0, 7: 4}), is_coordinate("儿基会和选举委员会", (4, 9), {0}, {3: 0})
    (True, False)
    """
    start, end = span
    before = start - 1 - folded.endswith("以及", 0, start)
    if folded[start - 1 : start] not in JOINTS or before not in ends:
        return False
    joint = _JOINT.match(folded, end)
    if joint is not None and joint.end() in starts:
        return True
    other = ends[before] - 1
    return folded[start - 1] != _COMMA and folded[other : other + 1] == _COMMA and other in ends


def _is_association(entry: re.Match[str]) -> bool:
    words = entry["words"]
    if entry["span"].endswith("国际"):
        return BARE.fullmatch(words) is None  # 保护国际, but no 区域国际
    if not _may_name(entry) or says_topic_only(words):
        return False
    return entry["span"].endswith(_SURE) or words.startswith(_WIDE)


def _may_name(entry: re.Match[str]) -> bool:
    words = entry["words"]
    return not (_NO_NAME.match(words) or says_nothing(words))


def _follows(folded: str, start: int, known: Mapping[int, int]) -> bool:
    """Whether the entry before the mark in front of `start` is a body."""
    mark = start - 1
    if folded[mark] != _MARK:
        return False
    floor = max(0, mark - _LONGEST)
    before = max(folded.rfind(bound, floor, mark) for bound in "；:。\n")
    return (before >= 0 or not floor) and known.get(before + 1) == mark


def _precedes(folded: str, end: int, known: Mapping[int, int]) -> bool:
    """Whether the entry behind the mark at `end` is a body."""
    if not folded.startswith(_MARK, end):
        return False
    bound = _BOUND.search(folded, end + 1, min(len(folded), end + 1 + _LONGEST))
    return bound is not None and known.get(end + 1) == bound.start()
