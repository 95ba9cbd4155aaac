"""Footnote marks in the text: digits glued to a word or to a full stop, which only the footnotes tell from numbers.

`参加。2` + `3 月 7 日`, `目标，2 如今`, `重点人群1 需求`, `决议¹`, `决议[1]`. A mark is believed only where a footnote with that
number exists, after the mark before it and before its footnote; all else stays in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PAUSE: Final = frozenset('。！？；：，、”’》）〉」』】…)]"!?;:,％%')
COUNTED: Final = re.compile(
    r"\s?(?:[年月日号时点分秒个名项种类人位次例宗起件份支吨克升米里元亿万千百十多余几至到届条款段节章页卷岁倍成架艘辆台套家所座级度周小天星期美欧％%℃°]"
    r"|国(?![际家内])|公[斤里顷吨升分]|世纪|[-–—~～]\s?[0-9]|[.,，/、][0-9]|[ \xa0][0-9]{3}(?![0-9]))"
)
"""What follows a number that counts something: such digits are no mark."""
_NO_NAME: Final = "标第表图件目款条节章项号案"  # 表1, 目标11, 附件2 are names, no marks
_GLUED: Final = re.compile(rf"(?<=[{re.escape(''.join(sorted(_PAUSE)))}\u4e00-\u9fff])(?<![{_NO_NAME}])[0-9]{{1,3}}(?![0-9])")
_RAISED: Final = re.compile(
    r"[¹²³⁰⁴-⁹*\[［](?:(?<=\*)(?P<star>\*{0,3})|(?<=[\[［])(?P<number>[1-9][0-9]{0,2})[\]］]|(?<![*\[［])[¹²³⁰⁴-⁹]*)"
)
_APART: Final = re.compile(r"[。！？；，：”’》）](?: |\s{1,9}(?=[0-9]{1,3}[ \t]*[\n\r]))(?P<number>[1-9][0-9]{0,2})(?=\s)")
_KNOWN: Final = re.compile(r"[\[［]?[0-9]{1,3}[\]］]?|[¹²³⁰⁴-⁹]{1,3}|\*{1,4}|[a-z†‡§]")
_MOST: Final = 400  # places looked at for one note


class Mark(NamedTuple):
    """A place in the raw text that may hold a footnote mark.

    Attributes:
        start, end: raw span.
        key: the note's number or stars.
        strength: 4 known from the file, 3 raised or bracketed, 2 glued to a mark of punctuation, 1 glued to a word or parted by a blank.
    """

    start: int
    end: int
    key: str
    strength: int


def find_candidates(raw: str, known: tuple[tuple[int, int], ...] | None = None) -> dict[str, list[Mark]]:
    """Every place that could hold a footnote mark, by the note's number, in text order.

    Where the file knows its marks (`known`, raw spans), no digit elsewhere is one; stars still may be.
    """
    found: list[Mark] = []
    for start, end in known or ():
        found += [Mark(start + m.start(), start + m.end(), m[0].strip("[]［］").translate(_SUPERSCRIPT), 4) for m in _KNOWN.finditer(raw[start:end])]
    for match in _GLUED.finditer(raw) if known is None else ():
        start, end = match.span()
        after = raw[end : end + 6]
        if raw[start] != "0" and _is_over(after):
            found.append(Mark(start, end + _slash(after), match[0], 2 if raw[start - 1] in _PAUSE else 1))
    for match in _RAISED.finditer(raw):
        start, end = match.span()
        if match["star"] is not None:
            if start and not raw[start - 1].isspace():
                found.append(Mark(start, end, match[0], 2))
        elif known is None:
            found.append(Mark(start, end, (match["number"] or match[0]).translate(_SUPERSCRIPT), 3))
    for match in _APART.finditer(raw) if known is None else ():
        start, end = match.span("number")
        if _is_over(raw[end : end + 6]):
            found.append(Mark(start, end, match["number"], 1))
    found.sort()
    places: dict[str, list[Mark]] = {}
    for mark in found:
        places.setdefault(mark.key, []).append(mark)
    return places


def _slash(after: str) -> int:
    """The slash of the old style `决议。1/`."""
    return int(after[:1] == "/" and not after[1:2].isalnum())


def _is_over(after: str) -> bool:
    """Whether digits end before `after` as a mark does: nothing is counted, no letter, digit or hyphen goes on."""
    if not after:
        return True
    first = after[0]
    if first == "/":
        return not after[1:2].isalnum()
    return not (first.isascii() and (first.isalnum() or first in "-%+=_@#$&")) and COUNTED.match(after) is None


def choose(candidates: dict[str, list[Mark]], key: str, after: int, before: int) -> Mark | None:
    """The best place for the mark of note `key` between two raw offsets: the strongest, then the first."""
    places = candidates.get(key, [])
    best: Mark | None = None
    first = bisect_right(places, after, key=_start)
    for mark in places[first : first + _MOST]:
        if mark.start >= before:
            break
        if best is None or mark.strength > best.strength:
            best = mark
    return best


def _start(mark: Mark) -> int:
    return mark.start
