"""Where on the pages of a file the raw characters stand."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A place on a page of a file: points (1/72 inch) from the top left corner of the page as it is shown; the first page is 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageMap:
    """The place of each raw character, in points from the top left corner of the page as it is shown.

    Attributes:
        left, top, right, bottom: one number a raw character; all zero for one that is not printed (a line break).
        lines: raw offsets at which lines begin.
        pages: raw offset at which each page begins.

    >>> zeros = array("f", [0, 0, 0])
    >>> pages = PageMap(array("f", [72, 82, 0]), zeros, array("f", [82, 92, 0]), array("f", [10, 10, 0]), array("q", [0]), array("q", [0]))
    >>> pages.boxes(0, 3)
    [Box(page=1, left=72.0, top=0.0, right=92.0, bottom=10.0)]
    """

    left: array[float]
    top: array[float]
    right: array[float]
    bottom: array[float]
    lines: array[int]
    pages: array[int]

    def page(self, offset: int) -> int:
        """The page that holds a raw offset; the first is 1."""
        return bisect_right(self.pages, offset)

    def boxes(self, start: int, end: int) -> list[Box]:
        """The boxes of a raw span: one a line."""
        boxes: list[Box] = []
        while start < end:
            line = bisect_right(self.lines, start)
            stop = min(end, self.lines[line]) if line < len(self.lines) else end
            shown = [i for i in range(start, stop) if self.right[i] or self.bottom[i]]
            if shown:
                left, top = min(self.left[i] for i in shown), min(self.top[i] for i in shown)
                right, bottom = max(self.right[i] for i in shown), max(self.bottom[i] for i in shown)
                boxes.append(Box(self.page(start), round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)))
            start = stop
        return boxes
