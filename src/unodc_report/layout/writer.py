"""Writes clean text from raw text and keeps the map between the two as it goes.

White space is dropped where it stands beside a wide character, and is one blank between two narrow ones, so that
`2020 年 3 月`, `2020年3月` and a date broken over two lines all read the same, while `500 000` and `David Scharia` keep
their blank.
"""

from __future__ import annotations

import re
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
        self._last = "\n"
        self._blank: int | None = None  # raw offset of white space that waits for its right neighbour
        self.removals: list[Removal] = []

    def __len__(self) -> int:
        return self._length

    def text(self) -> str:
        """What has been written so far."""
        return "".join(self._parts)

    def source_map(self) -> SourceMap:
        """The map from what has been written to the raw text."""
        return SourceMap(tuple(self._clean), tuple(self._origin), self._length)

    def copy(self, start: int, end: int) -> None:
        """Write the raw characters `start`..`end`, white space tidied."""
        position = start
        for white in _WHITE.finditer(self._raw, start, end):
            self._write(position, white.start())
            self._wait(white.start(), white.end())
            position = white.end()
        self._write(position, end)

    def skip(self, start: int, end: int, reason: str) -> None:
        """Leave the raw characters `start`..`end` out and say why."""
        if end > start:
            self.removals.append(Removal(start, end, reason))

    def join(self, position: int) -> None:
        """A broken word, number or symbol goes on at `position`: no blank between its halves."""
        if self._blank is not None:
            self.skip(self._blank, self._blank + 1, "join")
            self._blank = None

    def end_block(self) -> None:
        """End the line of the clean text. Nothing happens at the start of a line."""
        if self._blank is not None:
            self.skip(self._blank, self._blank + 1, "space")
            self._blank = None
        if self._length and self._last != "\n":
            self._put("\n", self._origin[-1] + self._length - self._clean[-1])

    def _wait(self, start: int, end: int) -> None:
        if self._blank is None:
            self._blank = start
            start += 1
        self.skip(start, end, "space")

    def _write(self, start: int, end: int) -> None:
        if end <= start:
            return
        if self._blank is not None:
            if self._last == "\n" or is_wide(self._last) or is_wide(self._raw[start]):
                self.skip(self._blank, self._blank + 1, "space")
            else:
                self._put(" ", self._blank)
            self._blank = None
        self._put(self._raw[start:end], start)

    def _put(self, piece: str, origin: int) -> None:
        if not self._clean or self._origin[-1] + self._length - self._clean[-1] != origin:
            self._clean.append(self._length)
            self._origin.append(origin)
        self._parts.append(piece)
        self._length += len(piece)
        self._last = piece[-1]
