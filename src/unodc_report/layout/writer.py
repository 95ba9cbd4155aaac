"""Writes clean text from raw text and keeps the map between the two as it goes.

White space is dropped where it stands beside a wide character, and is one blank between two narrow ones, so that
`2020 年 3 月`, `2020年3月` and a date broken over two lines all read the same, while `500 000` and `David Scharia` keep
their blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from unodc_report.chinese.characters import SPACE, is_wide
from unodc_report.models.document import Removal, SourceMap

_WHITE: Final = re.compile(f"[{SPACE}]+")


class Writer:
    """Builds a clean text run by run.

    >>> writer = Writer("2020 年 3\\n月，17 186 名")
    >>> writer.copy(0, 17)
    >>> writer.text()
    '2020年3月，17 186名'
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._parts: list[str] = []
        self._clean: list[int] = []
        self._origin: list[int] = []
        self._length = 0
        self._next = -1  # raw offset just after the last character written
        self._last = "\n"
        self._blank: int | None = None  # raw offset of white space that waits for its right neighbour
        self._reasons: list[tuple[int, int, str]] = []

    def __len__(self) -> int:
        return self._length

    def text(self) -> str:
        """What has been written so far."""
        return "".join(self._parts)

    def tail(self, start: int) -> str:
        """What has been written from the clean offset `start` on, which must be where a line begins."""
        parts, length, k = self._parts, self._length, len(self._parts)
        while length > start:
            k -= 1
            length -= len(parts[k])
        return "".join(parts[k:])

    def source_map(self) -> SourceMap:
        """The map from what has been written to the raw text."""
        return SourceMap(tuple(self._clean), tuple(self._origin), self._length)

    def copy(self, start: int, end: int) -> None:
        """Write the raw characters `start`..`end`, white space tidied."""
        raw, position = self._raw, start
        for white in _WHITE.finditer(raw, start, end):
            first, last = white.span()
            if first > position:
                self._write(position, first)
            if self._blank is None:
                self._blank = first
            position = last
        if end > position:
            self._write(position, end)

    def skip(self, start: int, end: int, reason: str) -> None:
        """Leave the raw characters `start`..`end` out and say why."""
        if end > start:
            self._reasons.append((start, end, reason))

    def blank(self, position: int) -> None:
        """White space at a raw offset, as after the last character of a line: tidied as any other."""
        if self._blank is None:
            self._blank = position

    def join(self) -> None:
        """A broken word, number or symbol goes on: no blank between its halves."""
        if self._blank is not None:
            self.skip(self._blank, self._blank + 1, "join")
            self._blank = None

    def end_block(self) -> None:
        """End the line of the clean text. Nothing happens at the start of a line."""
        self._blank = None
        if self._length and self._last != "\n":
            self._put("\n", self._next)

    def removals(self) -> tuple[Removal, ...]:
        """Every raw character that was not written, in raw order: with the reason given for it, else `space`."""
        kept = sorted(self._kept())
        return tuple(_complement(kept, sorted(self._reasons), len(self._raw)))

    def _kept(self) -> Iterable[tuple[int, int]]:
        ends = [*self._clean[1:], self._length]
        size = len(self._raw)
        for clean, origin, end in zip(self._clean, self._origin, ends, strict=True):
            yield origin, min(size, origin + end - clean)

    def _write(self, start: int, end: int) -> None:
        if self._blank is not None:
            if self._last != "\n" and not is_wide(self._last) and not is_wide(self._raw[start]):
                self._put(" ", self._blank)
            self._blank = None
        self._put(self._raw[start:end], start)

    def _put(self, piece: str, origin: int) -> None:
        if origin != self._next:
            self._clean.append(self._length)
            self._origin.append(origin)
        self._parts.append(piece)
        self._length += len(piece)
        self._next = origin + len(piece)
        self._last = piece[-1]


def _complement(kept: list[tuple[int, int]], reasons: list[tuple[int, int, str]], size: int) -> Iterable[Removal]:
    """What lies between the kept spans, cut up by the spans that have a reason."""
    position = k = 0
    for start, end in (*kept, (size, size)):
        while position < start:
            while k < len(reasons) and reasons[k][1] <= position:
                k += 1
            first, last, reason = reasons[k] if k < len(reasons) else (size, size, "space")
            if first > position:
                stop = min(first, start)
                yield Removal(position, stop, "space")
            else:
                stop = min(last, start)
                yield Removal(position, stop, reason)
            position = stop
        position = max(position, end)
