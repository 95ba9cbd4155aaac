"""The text of a block as HTML: mentions in nested marks, footnote marks at their place, everything else escaped."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from html import escape
from typing import NamedTuple


class Mark(NamedTuple):
    """A span to be marked: clean offsets, the number of the mention, its type."""

    start: int
    end: int
    mention: int
    type: str


class Insertion(NamedTuple):
    """Finished HTML that stands at a clean offset."""

    at: int
    html: str


def marked(text: str, span: tuple[int, int], marks: Iterable[Mark], insertions: Iterable[Insertion] = (), *, prefix: str = "m") -> str:
    """The characters of `text` in `span` with the marks opened and closed in good order.

    Marks may nest. Where two cross, the later one is cut in two pieces; the first piece of a mention carries its id,
    `prefix` and its number. An insertion stands behind the marks that end at its offset and before those that begin there.

    >>> marks = [Mark(0, 3, 7, "organization"), Mark(1, 2, 8, "country")]
    >>> marked("a<b", (0, 3), marks)
    '<mark id="m7" class="m organization" data-m="7">a<mark id="m8" class="m country" data-m="8">&lt;</mark>b</mark>'
    >>> marked("abc", (0, 3), [Mark(0, 2, 1, "date"), Mark(1, 3, 2, "event")], [Insertion(3, "<sup>1</sup>")]).count("data-m")
    3
    """
    start, end = span
    starting = deque(sorted((mark for mark in marks if start <= mark.start < mark.end <= end), key=lambda mark: (mark.start, -mark.end)))
    waiting = deque(sorted(insertion for insertion in insertions if start <= insertion.at <= end))
    cuts = sorted({start, end, *(at for mark in starting for at in mark[:2]), *(insertion.at for insertion in waiting)})
    pieces: list[str] = []
    opened: list[Mark] = []
    for cut, following in zip(cuts, [*cuts[1:], end], strict=True):
        crossing = _close(opened, cut, pieces)
        while waiting and waiting[0].at == cut:
            pieces.append(waiting.popleft().html)
        while starting and starting[0].start == cut:
            crossing.append(starting.popleft())
        pieces += [_opening(mark, prefix if mark.start == cut else None) for mark in crossing]
        opened += crossing
        pieces.append(escape(text[cut:following]))
    return "".join(pieces)


def _close(opened: list[Mark], cut: int, pieces: list[str]) -> list[Mark]:
    """Close what ends at `cut` and what stands inside it; gives back what must be opened again."""
    crossing: list[Mark] = []
    while any(mark.end <= cut for mark in opened):
        mark = opened.pop()
        pieces.append("</mark>")
        if mark.end > cut:
            crossing.insert(0, mark)
    return crossing


def _opening(mark: Mark, prefix: str | None) -> str:
    place = "" if prefix is None else f'id="{prefix}{mark.mention}" '
    return f'<mark {place}class="m {mark.type}" data-m="{mark.mention}">'
