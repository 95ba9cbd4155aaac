"""The characters of a PDF page, as PDFium gives them: runs of one size on one base line, with a box for each character.

All coordinates that leave this module are points from the top left corner of the page as it is shown (rotation and crop box applied).
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Rect = tuple[float, float, float, float]
"""left, top, right, bottom."""

_BOLD: Final = ("bold", "black", "heavy", "simhei", "heiti", "hei-")
UNMAPPED: Final = "\ufffd"
_NO_TEXT: Final = frozenset("\r\n\x00\ufeff\u200b\xad\uffff")
_HYPHENS: Final = frozenset("\x02\ufffe")  # what PDFium makes of a hyphen at the end of a line


@dataclass(slots=True)
class Run:
    """Characters that stand side by side on one base line.

    Attributes:
        text, boxes: one box a character, in the frame in which the page is laid out.
        base: of the base line, from the top (for turned text, from the left).
        size: of the font, as shown.
        bold: whether the font is.
        turn: quarter turns from upright, anticlockwise.
        raised: whether it is a raised mark beside larger text.
        shown: boxes on the page as it is shown, where the page is laid out in another direction (a table set sideways).
    """

    text: list[str]
    boxes: list[Rect]
    base: float
    size: float
    bold: bool
    turn: int
    raised: bool = False
    shown: list[Rect] | None = None

    @property
    def left(self) -> float:
        """Of its first character."""
        return self.boxes[0][0]

    @property
    def right(self) -> float:
        """Of its last character."""
        return self.boxes[-1][2]


@dataclass(slots=True)
class PageCharacters:
    """The text of a page: its size, its runs in the order of the file, how many characters have no Unicode value."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    unmapped: int = 0
    count: int = 0


def shower(page: Any) -> tuple[float, float, Callable[[float, float, float, float], Rect], int]:  # noqa: ANN401  # pypdfium2 has no types
    """Width and height of a page as shown, a function from PDF coordinates (left, bottom, right, top) to it, and its quarter turns."""
    left, bottom, right, top = page.get_cropbox()
    quarter = page.get_rotation() // 90 % 4
    wide, high = right - left, top - bottom
    turned: dict[int, Callable[[float, float, float, float], Rect]] = {
        0: lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0),
        1: lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
        2: lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom),
        3: lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0),
    }
    return (high, wide, turned[quarter], quarter) if quarter % 2 else (wide, high, turned[quarter], quarter)


class _Style:
    """Font, direction and base line of one text object, looked up once."""

    __slots__ = ("base", "bold", "size", "turn")

    def __init__(self, base: float, size: float, bold: bool, turn: int) -> None:
        self.base, self.size, self.bold, self.turn = base, size, bold, turn


class Reader:
    """Reads the characters of pages; remembers fonts.

    `raw` is the module `pypdfium2.raw`, imported where the PDF is opened.
    """

    def __init__(self, raw: Any) -> None:  # noqa: ANN401
        self._raw = raw
        self._bold: dict[int, bool] = {}
        self._rect = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._loose = _bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
        self._object = _bare(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def read(self, page: Any, limit: int) -> PageCharacters:  # noqa: ANN401
        """The characters of a page. At most `limit` are read; `count` tells how many there are."""
        raw = self._raw
        self._bold.clear()  # PDFium may reuse the address of a font that it let go with a page
        width, height, show, quarter = shower(page)
        found = PageCharacters(width, height)
        textpage = page.get_textpage()
        try:
            handle = textpage.raw
            found.count = raw.FPDFText_CountChars(handle)
            if 0 < found.count <= limit:
                self._collect(handle, found, show, quarter)
        finally:
            textpage.close()
        return found

    def _collect(self, handle: Any, found: PageCharacters, show: Callable[[float, float, float, float], Rect], quarter: int) -> None:  # noqa: ANN401
        raw, rect = self._raw, self._rect
        loose, get_object, place = self._loose, self._object, ctypes.addressof(rect)
        page = ctypes.cast(handle, ctypes.c_void_p).value
        codes = self._codes(handle, found.count)
        known: int | None = None
        style = _Style(0.0, 1.0, bold=False, turn=0)
        run: Run | None = None
        for i, code in enumerate(codes):
            if code in _NO_TEXT or not loose(page, i, place):
                continue
            x0, x1, y0, y1 = rect.left, rect.right, rect.bottom, rect.top
            if x1 - x0 <= 0 and y1 - y0 <= 0:
                continue  # made up by PDFium
            holder = get_object(page, i)
            if holder != known or holder is None:
                known, style = holder, self._style(handle, i, show, quarter)
                run = None if run is None or not _same(run, style) else run
            box = show(x0, y0, x1, y1)
            char = "-" if code in _HYPHENS else code
            if "\u2e80" <= char <= "\u2fd5":
                char = unicodedata.normalize("NFKC", char)  # a radical that stands for the character
            private = "\ue000" <= char <= "\uf8ff"
            if char < " " or char == UNMAPPED or (private and raw.FPDFText_HasUnicodeMapError(handle, i) == 1):
                found.unmapped += 1
                char = UNMAPPED
            if run is None or not _adjoins(run, box):
                run = Run([], [], style.base, style.size, style.bold, style.turn)
                found.runs.append(run)
            run.text.append(char)
            run.boxes.append(box)

    def _codes(self, handle: Any, count: int) -> list[str]:  # noqa: ANN401
        raw = self._raw
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        if len(text) == count and written == count + 1:
            return list(text)
        codes = (raw.FPDFText_GetUnicode(handle, i) for i in range(count))
        return [chr(c) if c < 0x110000 and not 0xD800 <= c < 0xE000 else UNMAPPED for c in codes]

    def _style(self, handle: Any, i: int, show: Callable[[float, float, float, float], Rect], quarter: int) -> _Style:  # noqa: ANN401
        raw, m = self._raw, self._matrix
        raw.FPDFText_GetCharOrigin(handle, i, ctypes.byref(self._x), ctypes.byref(self._y))
        x, y = self._x.value, self._y.value
        turn, scale = quarter, 1.0
        if raw.FPDFText_GetMatrix(handle, i, ctypes.byref(m)):
            turn = (round(math.atan2(m.b, m.a) / (math.pi / 2)) + quarter * 3) % 4
            scale = math.hypot(m.c, m.d) or 1.0
        size = abs(raw.FPDFText_GetFontSize(handle, i)) * scale
        shown = show(x, y, x, y)
        return _Style(shown[1] if turn % 2 == 0 else shown[0], size or 1.0, self._is_bold(raw.FPDFText_GetTextObject(handle, i)), turn)

    def _is_bold(self, holder: Any) -> bool:  # noqa: ANN401
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(holder) if holder else None
        if not font:
            return False
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._bold:
            name = ctypes.create_string_buffer(160)
            raw.FPDFFont_GetBaseFontName(font, name, 160)
            shown = name.value.decode("utf-8", "replace").lower()
            self._bold[key] = any(word in shown for word in _BOLD) or raw.FPDFFont_GetWeight(font) >= 600
        return self._bold[key]


def _bare(function: Any, *kinds: Any) -> Any:  # noqa: ANN401
    """A function of PDFium with plain addresses for pointers: it is called for every character, and so takes half the time."""
    return ctypes.CFUNCTYPE(*kinds)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def _same(run: Run, style: _Style) -> bool:
    near = abs(run.base - style.base) < 0.08 * run.size and abs(run.size - style.size) < 0.05 * run.size
    return near and run.bold == style.bold and run.turn == style.turn


def _adjoins(run: Run, box: Rect) -> bool:
    """Whether a character goes on the run without a leap."""
    last = run.boxes[-1]
    gap = (box[0] - last[2], last[1] - box[3], last[0] - box[2], box[1] - last[3])[run.turn]
    return -0.7 * run.size < gap < 0.7 * run.size
