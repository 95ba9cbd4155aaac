"""Footnote marks in the text: digits glued to a word or to a full stop, which only the footnotes tell from numbers.

`参加。2` + `3 月 7 日`, `目标，2 如今`, `重点人群1 需求`, `决议¹`, `决议[1]`. A mark is believed only where a footnote with that
number exists, after the mark before it and before its footnote; all else stays in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

_DIGITS: Final = re.compile(r"[0-9]+|[¹²³⁰⁴-⁹]+|(?<=\S)\*{1,4}")
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PAUSE: Final = frozenset("。！？；：，、”’》）〉」』】…)]\"!?;:,％%")
COUNTED: Final = re.compile(
    r"\s?(?:[年月日号时点分秒个名项种类人位次例宗起件份支吨克升米里元亿万千百十多余几至到届条款段节章页卷岁倍成架艘辆台套家所座级度周小天星期美欧％%℃°]|国(?![际家内])|公[斤里顷吨升分]|世纪|[-–—~～]\s?[0-9]|[.,，/、][0-9]|[ \xa0][0-9]{3}(?![0-9]))"
)
_MOST: Final = 400  # places looked at for one note
_NAMED: Final = frozenset("标第表图件目款条节章项号案")


class Mark(NamedTuple):
    """A place in the raw text that may hold a footnote mark.

    Attributes:
        start, end: raw span.
        key: the note's number or stars.
        strength: 3 raised or bracketed, 2 glued to a mark of punctuation, 1 glued to a word or parted by a blank.
    """

    start: int
    end: int
    key: str
    strength: int


def find_candidates(raw: str) -> dict[str, list[Mark]]:
    """Every place that could hold a footnote mark, by the note's number, in text order."""
    found: dict[str, list[Mark]] = {}
    for match in _DIGITS.finditer(raw):
        start, end = match.span()
        if end - start > 4 or start == 0:
            continue
        mark = _candidate(raw, start, end)
        if mark is not None:
            found.setdefault(mark.key, []).append(mark)
    return found


def _candidate(raw: str, start: int, end: int) -> Mark | None:
    before = raw[start - 1]
    first = raw[start]
    if first == "*":
        return Mark(start, end, raw[start:end], 2)
    key = raw[start:end]
    if first > "9":
        return Mark(start, end, key.translate(_SUPERSCRIPT), 3)
    if end - start > 3 or first == "0":
        return None
    after = raw[end : end + 6]
    if before in "[［" and after[:1] in ("]", "］"):
        return Mark(start - 1, end + 1, key, 3)
    if after[:1] == "/" and before in _PAUSE and not after[1:2].isalnum():
        return Mark(start, end + 1, key, 2)
    if before in _PAUSE:
        return None if _counts(after) or not _free(after) else Mark(start, end, key, 2)
    if "\u4e00" <= before <= "\u9fff":
        return None if before in _NAMED or _counts(after) or not _free(after) else Mark(start, end, key, 1)
    if before in " \u3000\xa0" and raw[start - 2 : start - 1] in _PAUSE and start > 1:
        return None if _counts(after) or not _free(after) or after[:1] not in " \n\r\u3000" else Mark(start, end, key, 1)
    return Mark(start, end, key, 1) if _alone(raw, start, after) else None


def _alone(raw: str, start: int, after: str) -> bool:
    """Whether digits on a line of their own follow a mark of punctuation."""
    return raw[start - 1] in "\n\r\u2028" and after[:1] in "\n\r\u2028 " and raw[max(0, start - 16) : start].rstrip()[-1:] in _PAUSE


def _counts(after: str) -> bool:
    return COUNTED.match(after) is not None


def _free(after: str) -> bool:
    """Whether the digits end there: no letter, digit or hyphen goes on."""
    return not after or not (after[0].isascii() and (after[0].isalnum() or after[0] in "-%+=_@#$&"))


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
