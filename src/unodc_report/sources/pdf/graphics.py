"""What a PDF page draws: rules, frames, shapes and pictures, gathered into regions that may be tables, charts or boxes."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from unodc_report.sources.pdf.characters import Rect, shower

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOST: Final = 4_000  # shapes looked at on a page: a map may hold a hundred thousand
_DEEPEST: Final = 4  # forms inside forms: a damaged file may hold a cycle
_THIN: Final = 2.5  # points
_NEAR: Final = 16.0  # points between shapes of one drawing


@dataclass(slots=True)
class Region:
    """Shapes that stand together.

    Attributes:
        box: around all of them.
        rules: thin horizontal lines. uprights: thin vertical lines.
        frames: rectangles that may hold text.
        shapes: all else that is drawn: bars, curves, areas.
        pictures: images.
    """

    box: Rect
    rules: list[Rect] = field(default_factory=list)
    uprights: list[Rect] = field(default_factory=list)
    frames: list[Rect] = field(default_factory=list)
    shapes: list[Rect] = field(default_factory=list)
    pictures: list[Rect] = field(default_factory=list)


@dataclass(slots=True)
class Graphics:
    """All that a page draws: each shape with its kind (`rule`, `upright`, `frame`, `shape`, `picture`), and the share that images cover."""

    shapes: list[tuple[str, Rect]] = field(default_factory=list)
    picture: float = 0.0


def read_graphics(raw: Any, page: Any) -> Graphics:  # noqa: ANN401  # pypdfium2 has no types
    """What the page draws."""
    width, height, show, _ = shower(page)
    whole = (0.0, 0.0, width, height)
    found = Graphics()
    for kind, box in _shapes(raw, page, show):
        shown = _within(box, whole)
        if shown is None:
            continue
        wide, high = shown[2] - shown[0], shown[3] - shown[1]
        if kind == "picture":
            found.picture += wide * high / max(1.0, width * height)
        if wide > 0.85 * width and high > 0.85 * height:
            continue  # a background, or the picture of a scanned page
        form = _kind(wide, high) if kind == "path" else kind
        if form:
            found.shapes.append((form, shown))
    return found


def _shapes(raw: Any, page: Any, show: Callable[[float, float, float, float], Rect]) -> Iterator[tuple[str, Rect]]:  # noqa: ANN401
    bounds = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(bound) for bound in bounds]
    kinds = {raw.FPDF_PAGEOBJ_PATH: "path", raw.FPDF_PAGEOBJ_IMAGE: "picture"}
    kinds |= {raw.FPDF_PAGEOBJ_SHADING: "shape", raw.FPDF_PAGEOBJ_FORM: "shape"}
    count = raw.FPDFPage_CountObjects(page.raw)
    seen = 0
    for i in range(min(count, 200_000)):
        shape = raw.FPDFPage_GetObject(page.raw, i)
        if not shape:
            continue
        kind = kinds.get(raw.FPDFPageObj_GetType(shape))
        if kind is None or not raw.FPDFPageObj_GetBounds(shape, *references):
            continue
        if kind == "path" and _is_blank(raw, shape):
            continue
        left, bottom, right, top = (bound.value for bound in bounds)
        yield kind, show(left, bottom, right, top)
        seen += 1
        if seen >= _MOST:
            return


def _is_blank(raw: Any, shape: Any) -> bool:  # noqa: ANN401
    """Whether a path is drawn neither as line nor as area (a clipping path), or white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(shape, ctypes.byref(fill), ctypes.byref(stroke)):
        return False
    if stroke.value:
        return False
    if not fill.value:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(shape, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha))
    return alpha.value == 0 or min(red.value, green.value, blue.value) > 250


def _within(box: Rect, whole: Rect) -> Rect | None:
    left, top, right, bottom = max(box[0], whole[0]), max(box[1], whole[1]), min(box[2], whole[2]), min(box[3], whole[3])
    return (left, top, right, bottom) if right >= left and bottom >= top else None


def _kind(wide: float, high: float) -> str:
    if high <= _THIN:
        return "rule" if wide > 12 else ""
    if wide <= _THIN:
        return "upright" if high > 6 else ""
    return "frame" if wide > 60 and high > 14 else "shape"


def gather(shapes: list[tuple[str, Rect]]) -> list[Region]:
    """Shapes in regions, by their vertical distance: text of one column stands above and below drawings, not beside them."""
    regions: list[Region] = []
    for kind, box in sorted(shapes, key=lambda shape: shape[1][1]):
        if not regions or box[1] > regions[-1].box[3] + _NEAR:
            regions.append(Region(box))
        region = regions[-1]
        region.box = union(region.box, box)
        kinds = {"rule": region.rules, "upright": region.uprights, "frame": region.frames, "shape": region.shapes}
        kinds.get(kind, region.pictures).append(box)
    return regions


def is_framed(region: Region) -> bool:
    """Whether a rectangle or four lines go round the region."""
    left, top, right, bottom = region.box
    wide, high = right - left, bottom - top
    if any(f[2] - f[0] > 0.9 * wide and f[3] - f[1] > 0.9 * high for f in region.frames):
        return True
    sides = [u[0] for u in region.uprights if u[3] - u[1] > 0.8 * high]
    ends = [r[1] for r in region.rules if r[2] - r[0] > 0.8 * wide]
    if not sides or not ends:
        return False
    return min(sides) < left + 6 and max(sides) > right - 6 and min(ends) < top + 6 and max(ends) > bottom - 6


def union(a: Rect, b: Rect) -> Rect:
    """The box around two boxes."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
