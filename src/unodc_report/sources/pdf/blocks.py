"""Where blocks begin among the lines of a PDF, by distance, indent, type and how far the line before is filled."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from unodc_report.chinese.characters import is_wide
from unodc_report.sources.pdf.lines import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unodc_report.sources.pdf.lines import Piece

_CLOSED: Final = re.compile(r"[。！？；：…!?;:．｡][”’」』》〉）)］\]】\"']*$")
_LABELLED: Final = re.compile(rf"{LABEL.pattern}(?=\s|[\u4e00-\u9fff“《（(])")
_NO_START: Final = frozenset("。，、；：）》”’％%!?！？)]】〉」』…")
_FIELD: Final = re.compile(
    r"Distr\b.*|(?:General|Limited|Restricted)|[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4}|(?:Arabic|Chinese|English|French|Russian|Spanish)|Original\s*[:：].*"
    r"|联\s*合\s*国|[A-Z][A-Z0-9]{0,6}(?:/[A-Za-z0-9.\-()]{1,20}){1,6}\*{0,2}"
)
"""Lines of a masthead that stand by themselves."""
_WINDOW: Final = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """How the running text of a PDF is set.

    Attributes:
        size: of its type.
        leading: distance of base lines within a paragraph, in em.
        left, right: edges of its column.
        spaced: whether paragraphs stand apart by more than their lines do.
    """

    size: float
    leading: float
    left: float
    right: float
    spaced: bool


def find_setting(pages: Iterable[Sequence[Piece]]) -> Setting:
    """The setting that most of the text has."""
    sizes: Counter[float] = Counter()
    steps: Counter[float] = Counter()
    lefts: Counter[int] = Counter()
    rights: Counter[int] = Counter()
    pairs: list[tuple[Piece, Piece]] = []
    for pieces in pages:
        for piece in pieces:
            sizes[round(piece.size * 2) / 2] += len(piece.text)
        pairs += pairwise(pieces)
    size = sizes.most_common(1)[0][0] if sizes else 10.5
    for before, after in pairs:
        if abs(after.size - size) < 0.6 and abs(before.size - size) < 0.6 and len(after.text) > 12 and after.base > before.base:
            steps[round((after.base - before.base) / size, 1)] += 1
            lefts[round(after.left)] += 1
            rights[round(after.right)] += 1
    leading = steps.most_common(1)[0][0] if steps else 1.5
    left = lefts.most_common(1)[0][0] if lefts else 0
    right = rights.most_common(1)[0][0] if rights else 0
    steps_to_labels = [b.base - a.base for a, b in pairs if _LABELLED.match(b.text) and b.base > a.base]
    apart = [step > (leading + 0.22) * size for step in steps_to_labels]
    return Setting(size, leading, left, right, len(apart) > 2 and sum(apart) > 0.6 * len(apart))


def is_closed(piece: Piece) -> bool:
    """Whether a sentence or its part ends with the line, a raised mark at its end apart."""
    text = piece.text
    if piece.raised and piece.raised[-1][1] >= len(text.rstrip()):
        text = text[: piece.raised[-1][0]]
    return _CLOSED.search(text.rstrip()[-8:]) is not None


def begins(pieces: Sequence[Piece], k: int, setting: Setting, *, torn: bool = False) -> bool | None:  # noqa: C901, PLR0911  # one reason a line
    """Whether a block begins at line `k` of some lines in reading order; None where the page does not tell.

    `torn` says that something else stands between the line and the one before: a page's end, a drawing, a note.
    """
    if k == 0:
        return True
    before, line = pieces[k - 1], pieces[k]
    if abs(before.size - line.size) > 0.07 * max(before.size, line.size):
        return True
    closed, short = is_closed(before), _is_short(pieces, k, setting)
    labelled = _LABELLED.match(line.text) is not None
    aligned = before.column == line.column
    if _FIELD.fullmatch(line.text) or _FIELD.fullmatch(before.text) or (not aligned and not torn and line.base > before.base):
        return True
    if not torn and aligned:
        step = line.base - before.base
        if step > (setting.leading + 0.22) * line.size or step < 0:
            return True
    if before.bold != line.bold and (short or closed):
        return True
    if short:
        return True
    if short is None and aligned and not closed and not labelled and (line.size > 1.15 * setting.size or (line.bold and before.bold)):
        return False  # a title or a name in large or bold type
    if labelled or short is None or before.bold != line.bold:
        return None
    if not closed:
        return False
    if line.left > _inner_left(pieces, k, setting) + 0.8 * line.size:
        return True
    return False if setting.spaced and not torn else None


def _inner_left(pieces: Sequence[Piece], k: int, setting: Setting) -> float:
    following = pieces[k + 1] if k + 1 < len(pieces) else None
    near = [pieces[k - 1].left, *([following.left] if following is not None and following.column == pieces[k].column else [])]
    return max(setting.left, min(near))


def _is_short(pieces: Sequence[Piece], k: int, setting: Setting) -> bool | None:
    """Whether the line before `k` ends although the next word had room on it; None where the column's edge is not known."""
    before, line = pieces[k - 1], pieces[k]
    need = before.right + _first_word(line) + 0.6 * line.size
    near = [piece.right for piece in _together(pieces, k, setting)]
    edge = max(near, default=before.right)
    full = sum(right > edge - 1.2 * line.size for right in near)
    wide = edge > setting.left + 0.6 * (setting.right - setting.left)
    if edge >= setting.right - 1.5 * line.size or full > (1 if wide else 2):
        return need < edge
    return True if need < edge else None


def _together(pieces: Sequence[Piece], k: int, setting: Setting) -> list[Piece]:
    """The lines around `k` that are spaced as closely as lines of one paragraph."""
    first, end = k - 1, k + 1
    while first > max(0, k - _WINDOW) and _follows(pieces[first - 1], pieces[first], setting):
        first -= 1
    while end < min(len(pieces), k + _WINDOW) and _follows(pieces[end - 1], pieces[end], setting):
        end += 1
    return list(pieces[first:end])


def _follows(before: Piece, line: Piece, setting: Setting) -> bool:
    step = line.base - before.base
    return before.column == line.column and abs(before.size - line.size) < 0.6 and 0 < step < (setting.leading + 0.22) * line.size


def _first_word(piece: Piece) -> float:
    """Width of the unbreakable start of a line: its first word, or its first character with the punctuation bound to it."""
    end = 1
    text = piece.text
    if not is_wide(text[0]):
        while end < len(text) and not is_wide(text[end]) and text[end] != " ":
            end += 1
    elif text[0] in "（《“(〈「『‘":
        end = 2
    while end < len(text) and text[end] in _NO_START:
        end += 1
    boxes = [box for box in piece.boxes[:end] if box is not None]
    return sum(box[2] - box[0] for box in boxes) or piece.size
