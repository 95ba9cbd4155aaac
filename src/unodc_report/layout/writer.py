"""Writes clean text from raw text and keeps the map between the two as it goes.

White space is dropped where it stands beside a wide character, and is one blank between two narrow ones, so that
`2020 年 3 月`, `2020年3月` and a date broken over two lines all read the same, while `500 000` and `David Scharia` keep
their blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, overload

from unodc_report.chinese.characters import SPACE, is_wide
from unodc_report.layout.joining import Words, is_torn, joins
from unodc_report.models.document import Removal, SourceMap

_WHITE: Final = re.compile(f"[{SPACE}][{SPACE}]*")  # a pattern that opens with a set, not with its repetition, is found faster
_EDGES: Final = frozenset("()/0123456789")  # what a blank that a converter left in a number, a symbol or a bracket stands beside
_LINE_END: Final = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")


class Removals(Sequence[Removal]):
    """What a text lost on the way to clean text; worked out when first asked for.

    >>> writer = Writer("甲 乙")
    >>> writer.copy(0, 3)
    >>> list(writer.removals())
    [Removal(start=1, end=2, reason='space')]
    """

    def __init__(self, kept: SourceMap, reasons: list[tuple[int, int, str]], size: int) -> None:
        self._kept = kept
        self._reasons = reasons
        self._size = size

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, index: int) -> Removal: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Removal, ...]: ...

    def __getitem__(self, index: int | slice) -> Removal | tuple[Removal, ...]:
        return self._all[index]

    @cached_property
    def _all(self) -> tuple[Removal, ...]:
        kept = self._kept
        ends = [*kept.clean[1:], kept.length]
        spans = [(raw, min(self._size, raw + end - clean)) for clean, raw, end in zip(kept.clean, kept.raw, ends, strict=False)]
        return tuple(_complement(sorted(spans), sorted(self._reasons), self._size))


class Writer:
    """Builds a clean text run by run.

    >>> writer = Writer("2020 年 3\\n月，17 186 名")
    >>> writer.copy(0, 19)
    >>> writer.text()
    '2020年3月，17 186名'
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._words = Words(raw)
        self._parts: list[str] = []
        self._clean: list[int] = []
        self._origin: list[int] = []
        self._length = 0
        self._next = -1  # raw offset just after the last character written
        self._last = "\n"  # what was written last
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
        """Write the raw characters `start`..`end`, white space tidied, broken words and numbers joined over line ends."""
        raw, put, position = self._raw, self._put, start
        for white in _WHITE.finditer(raw, start, end):
            first, last = white.span()
            if first == start or last == end:
                self._write(position, first)
                self._blank = first if self._blank is None else self._blank
            elif is_wide(raw[first - 1]) or is_wide(raw[last]):
                if self._blank is not None:
                    self._write(position, first)
                else:
                    put(raw[position:first], position)
            elif last - first == 1 and raw[first] == " ":
                if not (raw[first - 1] in _EDGES or raw[last] in _EDGES) or not is_torn(raw, first):
                    continue  # between two narrow characters a blank stays
                self._write(position, first)
                self.skip(first, last, "join")
            else:
                self._write(position, first)
                self._blank = first
                if not any(c.isspace() for c in raw[first:last]):
                    self._blank = None  # invisible marks alone part no words
                elif _LINE_END.search(raw, first, last) and joins(raw[max(0, first - 80) : first], raw[last : last + 80], self._words):
                    self._join()
            position = last
        self._write(position, end)

    def skip(self, start: int, end: int, reason: str) -> None:
        """Leave the raw characters `start`..`end` out and say why."""
        if end > start:
            self._reasons.append((start, end, reason))

    def next_line(self, end: int, start: int, *, whole: bool = False) -> None:
        """Go on from a line that ended at the raw offset `end` to one that starts at `start`; `whole`: nothing is broken between them."""
        if self._blank is None:
            self._blank = end
        raw = self._raw
        narrow = not (whole or is_wide(self._last[-1]) or is_wide(raw[start]))
        if narrow and joins(raw[max(0, end - 80) : end], raw[start : start + 80], self._words):
            self._join()

    def _join(self) -> None:
        if self._blank is not None:
            self.skip(self._blank, self._blank + 1, "join")
            self._blank = None

    def end_block(self) -> None:
        """End the line of the clean text, on which something is written."""
        self._blank = None
        self._put("\n", self._next)

    def removals(self) -> Removals:
        """Every raw character that was not written, in raw order: with the reason given for it, else `space`."""
        return Removals(self.source_map(), self._reasons, len(self._raw))

    def _write(self, start: int, end: int) -> None:
        if end <= start:
            return
        if self._blank is not None:
            if self._last != "\n" and not is_wide(self._last[-1]) and not is_wide(self._raw[start]):
                self._put(" ", self._blank)
            self._blank = None
        self._put(self._raw[start:end], start)

    def _put(self, piece: str, origin: int) -> None:
        if origin != self._next:
            self._clean.append(self._length)
            self._origin.append(origin)
        self._parts.append(piece)
        size = len(piece)
        self._length += size
        self._next = origin + size
        self._last = piece


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
