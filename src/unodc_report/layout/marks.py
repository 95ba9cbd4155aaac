"""Footnote marks in the text: digits glued to a word or to a full stop, which only the footnotes tell from numbers.

`参加。2` + `3 月 7 日`, `目标，2 如今`, `重点人群1 需求`, `决议¹`, `决议[1]`. A mark is believed only where a footnote with that
number exists, after the mark before it and before its footnote; all else stays in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from unodc_report.patterns import lazy

SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PAUSE: Final = frozenset('。！？；：，、”’》）〉」』】…)]"!?;:,％%')
COUNTED: Final = re.compile(
    r"\s{2,4}[月日](?![本内])|(?:\r\n|\s)?(?:[年月日号时点分秒个名项种类人位次例宗起件份支吨克升米里元亿万千百十多余几至到届条款段节章页卷岁倍成架艘辆台套家所座级度周小天星期美欧％%℃°]"
    r"|国(?![际家内])|公[斤里顷吨升分]|世纪|[-–—~～]\s?[0-9]|[.,，/、][0-9]|[ \xa0][0-9]{3}(?![0-9]))"
)
"""What follows a number that counts something: such digits are no mark."""
_NO_NAME: Final = "标第表图件目款条节章项号案"  # 表1, 目标11, 附件2 are names, no marks
_GLUED: Final = lazy(rf"(?<=[{re.escape(''.join(sorted(_PAUSE)))}\u4e00-\u9fff])(?<![{_NO_NAME}])[0-9]{{1,3}}(?![0-9])")
_STARS: Final = re.compile(r"\*{1,4}")
_RAISED: Final = lazy(r"[¹²³⁰⁴-⁹\[［](?:(?<=[\[［])(?P<number>[1-9][0-9]{0,2})[\]］]|(?<![\[［])[¹²³⁰⁴-⁹]*)")
_APART: Final = lazy(r"[。！？；，：”’》）](?: |\s{1,9}(?=[0-9]{1,3}[ \t]*[\n\r]))(?P<number>[1-9][0-9]{0,2})(?=\s)")
_KNOWN: Final = lazy(r"[\[［]?[0-9]{1,3}[\]］]?|[¹²³⁰⁴-⁹]{1,3}|\*{1,4}|[a-z]{1,6}|[†‡§]{1,3}")
_MOST: Final = 400  # places looked at for one note


class Mark(NamedTuple):
    """A place in the raw text that may hold a footnote mark.

    Attributes:
        start, end: raw span.
        key: the note's number or stars.
        strength: 4 known from the file, 3 raised or bracketed, 2 glued to a mark of punctuation or before a slash, 1 glued to a word
            or parted by a blank.
    """

    start: int
    end: int
    key: str
    strength: int


def find_candidates(raw: str, known: tuple[tuple[int, int], ...] | None = None) -> dict[str, list[Mark]]:
    """Every place that could hold a footnote mark, by the note's number, in text order.

    Where the file knows its marks (`known`, raw spans), no digit elsewhere is one; stars still may be.
    """
    found = [*_stars(raw), *(_guessed(raw) if known is None else _known(raw, known))]
    found.sort()
    places: dict[str, list[Mark]] = {}
    for mark in found:
        places.setdefault(mark.key, []).append(mark)
    return places


def _stars(raw: str) -> Iterator[Mark]:
    for match in _STARS.finditer(raw):
        start, end = match.span()
        if start and (not raw[start - 1].isspace() or raw[start - 2 : start - 1] == "*"):
            yield Mark(start, end, match[0], 2)


def _known(raw: str, known: tuple[tuple[int, int], ...]) -> Iterator[Mark]:
    for start, end in known:
        for match in _KNOWN.finditer(raw[start:end]):
            yield Mark(start + match.start(), start + match.end(), match[0].strip("[]［］").translate(SUPERSCRIPT), 4)


def _guessed(raw: str) -> Iterator[Mark]:
    for match in _GLUED.finditer(raw):
        start, end = match.span()
        after = raw[end : end + 6]
        if raw[start] != "0" and _is_over(after):
            slash = _slash(after)
            yield Mark(start, end + slash, match[0], 2 if slash or raw[start - 1] in _PAUSE else 1)
    for match in _RAISED.finditer(raw):
        yield Mark(*match.span(), (match["number"] or match[0]).translate(SUPERSCRIPT), 3)
    for match in _APART.finditer(raw):
        start, end = match.span("number")
        if _is_over(raw[end : end + 6]):
            yield Mark(start, end, match["number"], 1)


def _slash(after: str) -> int:
    """The slash of the old style `决议。1/`."""
    return int(after[:1] in ("/", "／") and _ends_slash(after))


def _ends_slash(after: str) -> bool:
    """Whether no number or letter stands behind a slash, as in 1/2 and and/or."""
    return not (after[1:2].isascii() and after[1:2].isalnum())


def _is_over(after: str) -> bool:
    """Whether digits end before `after` as a mark does: nothing is counted, no letter, digit or hyphen goes on."""
    if not after:
        return True
    first = after[0]
    if first in "/／":
        return _ends_slash(after)
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
