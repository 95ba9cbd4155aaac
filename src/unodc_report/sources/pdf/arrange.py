"""A PDF page taken apart: running text in reading order, and the tables, charts, boxes and side notes that stand apart from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from unodc_report.sources.captions import CAPTION, MASTHEAD, SOURCE, SUMMARY
from unodc_report.sources.pdf.columns import in_order
from unodc_report.sources.pdf.graphics import Region, gather, is_framed, union
from unodc_report.sources.pdf.lines import Piece, make_piece, pieces_of

if TYPE_CHECKING:
    from unodc_report.sources.pdf.characters import PageCharacters, Rect, Run
    from unodc_report.sources.pdf.graphics import Graphics
    from unodc_report.sources.source import ApartKind


@dataclass(slots=True)
class Exhibit:
    """What stands apart on a page.

    Attributes:
        kind: `table`, `figure` or `box`.
        rows: its lines from the top, each as the pieces side by side.
        top, bottom: where it stands on the page.
        caption: its first rows that are its number and title.
    """

    kind: ApartKind
    rows: list[list[Piece]]
    top: float
    bottom: float
    caption: int = 0


@dataclass(slots=True)
class Page:
    """A page taken apart.

    Attributes:
        width, height: as laid out.
        flow: the lines of the running text, furniture and footnotes among them, in reading order.
        exhibits: what stands apart, from the top.
        rules: thin horizontal lines that are drawn.
        unmapped: characters without a Unicode value.
        scanned: whether the page is a picture without text.
        summary: whether a framed summary reaches its end, so that a frame at the head of the next page goes on with it.
    """

    width: float
    height: float
    flow: list[Piece] = field(default_factory=list)
    exhibits: list[Exhibit] = field(default_factory=list)
    rules: list[Rect] = field(default_factory=list)
    unmapped: int = 0
    scanned: bool = False
    summary: bool = False

    def under_rule(self, piece: Piece) -> bool:
        """Whether a short drawn line stands just above a line, as above footnotes."""
        return any(
            0 < piece.base - rule[3] < 2.6 * piece.size
            and rule[2] - rule[0] < 0.5 * self.width
            and abs(rule[0] - piece.left) < 3 * piece.size
            for rule in self.rules
            if not any(exhibit.top - 2 <= rule[1] <= exhibit.bottom + 2 for exhibit in self.exhibits if exhibit.kind != "box")
        )


def arrange(found: PageCharacters, graphics: Graphics, number: int, body: float, *, summary: bool = False) -> Page:
    """Take the page apart; `body` is the size of the running text, 0 where it is not known; `summary` is that of the page before."""
    turn = _turn(found.runs)
    if turn:
        found, graphics = _upright(found, graphics, turn)
    shapes = _without_underlines(graphics, found.runs)
    page = Page(found.width, found.height, rules=[box for kind, box in shapes if kind == "rule"], unmapped=found.unmapped)
    page.scanned = not found.runs and graphics.picture > 0.4
    runs = [run for run in found.runs if run.turn == 0]
    aside = [run for run in found.runs if run.turn]
    for kind, box in _regions(shapes, runs, number, found):
        inside = [run for run in runs if _holds(box, run)]
        if kind == "box" and (_is_summary(inside) or (summary and box[1] < 0.3 * page.height)):
            page.summary = max((run.base for run in runs), default=0) < box[3] + 0.2 * page.height
            continue
        if kind == "figure":
            inside = _without_prose(inside, body, page.width)
        held = set(map(id, inside))
        runs = [run for run in runs if id(run) not in held]
        page.exhibits.append(Exhibit(kind, pieces_of(inside, cells=kind != "box"), box[1], box[3]))
    rows = pieces_of(runs)
    if number > 1 or not any(MASTHEAD.search(piece.text) for row in rows[:8] for piece in row):
        rows = _without_bare_tables(page, rows)
    rows = _attach_neighbours(page, rows, body)
    rows = _without_margin_notes(page, rows)
    page.flow = in_order(rows, page.width)
    _add_turned(page, aside)
    page.exhibits = [exhibit for exhibit in page.exhibits if exhibit.rows]
    page.exhibits.sort(key=lambda exhibit: exhibit.top)
    return page


def _is_summary(runs: list[Run]) -> bool:
    return any(SUMMARY.fullmatch(row[0].text) for row in pieces_of(runs)[:3])


def _without_prose(runs: list[Run], body: float, width: float) -> list[Run]:
    """The runs that belong to a drawing: without whole lines of running text that only happen to lie inside its frame."""
    rows: dict[int, int] = {}
    for run in runs:
        if abs(run.size - body) < 0.6:
            rows[round(run.base)] = rows.get(round(run.base), 0) + sum(char > "\u2e7f" for char in run.text)
    prose = {base for base, count in rows.items() if count * body > 0.45 * width}
    return [run for run in runs if round(run.base) not in prose]


def _turn(runs: list[Run]) -> int:
    counts: Counter[int] = Counter()
    for run in runs:
        counts[run.turn] += len(run.text)
    return max(counts, key=lambda turn: (counts[turn], turn == 0)) if counts else 0


def _upright(found: PageCharacters, graphics: Graphics, turn: int) -> tuple[PageCharacters, Graphics]:
    """A page whose text is set sideways, turned so that it reads from left to right; the boxes shown stay where they are."""
    width, height = found.width, found.height

    def place(box: Rect) -> Rect:
        left, top, right, bottom = box
        if turn == 1:
            return height - bottom, left, height - top, right
        if turn == 3:
            return top, width - right, bottom, width - left
        return width - right, height - bottom, width - left, height - top

    def base(line: float) -> float:
        return line if turn == 1 else height - line if turn == 2 else width - line

    runs = [
        replace(run, boxes=[place(box) for box in run.boxes], shown=run.boxes, turn=0, base=base(run.base)) if run.turn == turn
        else replace(run, boxes=[place(box) for box in run.boxes], shown=run.boxes, turn=(run.turn - turn) % 4 or 1)
        for run in found.runs
    ]  # fmt: skip
    wide, high = (height, width) if turn % 2 else (width, height)
    turned = replace(found, width=wide, height=high, runs=runs)
    other = {"rule": "upright", "upright": "rule"} if turn % 2 else {}
    shapes = [(other.get(kind, kind), place(box)) for kind, box in graphics.shapes]
    return turned, replace(graphics, shapes=shapes)


def _holds(box: Rect, run: Run) -> bool:
    first, last = run.boxes[0], run.boxes[-1]
    x, y = (first[0] + last[2]) / 2, (first[1] + first[3]) / 2
    return box[0] - 6 <= x <= box[2] + 6 and box[1] - 2 <= y <= box[3] + 2


def _without_underlines(graphics: Graphics, runs: list[Run]) -> list[tuple[str, Rect]]:
    """What is drawn, without the lines under, through and over words, and the bars that mark changes at the margin."""
    if not any(kind == "rule" for kind, _ in graphics.shapes):
        return graphics.shapes
    zones: dict[int, list[Run]] = {}
    for run in runs:
        zones.setdefault(int(run.base // 20), []).append(run)

    def underlines(rule: Rect) -> bool:
        place = int(rule[1] // 20)
        return any(
            run.base - run.size < rule[1] < run.base + 0.3 * run.size and run.left - 3 < rule[0] and rule[2] < run.right + 3
            for zone in (place - 1, place, place + 1)
            for run in zones.get(zone, ())
        )

    return [(kind, box) for kind, box in graphics.shapes if kind != "rule" or not underlines(box)]


def _regions(shapes: list[tuple[str, Rect]], runs: list[Run], number: int, found: PageCharacters) -> list[tuple[ApartKind, Rect]]:
    """The boxes of what stands apart, with its kind."""
    if not shapes:
        return []
    rows = pieces_of(runs, cells=True)
    decided: list[tuple[ApartKind, Rect]] = []
    for region in gather(shapes):
        inside = [row for row in (_inside(row, region.box) for row in rows) if row]
        if number == 1 and region.box[1] < 0.4 * found.height and any(MASTHEAD.search(piece.text) for row in inside for piece in row):
            continue
        if number == 1 and region.box[3] < 0.3 * found.height and not inside:
            continue  # the emblem
        kind = _kind(region, inside)
        if kind is not None:
            decided.append((kind, region.box))
    return _merged(decided + _ruled_tables([box for kind, box in shapes if kind == "rule"], rows, found))


def _inside(row: list[Piece], box: Rect) -> list[Piece]:
    return [p for p in row if box[0] - 6 <= (p.left + p.right) / 2 <= box[2] + 6 and box[1] - 2 <= (p.top + p.bottom) / 2 <= box[3] + 2]


def _kind(region: Region, rows: list[list[Piece]]) -> ApartKind | None:  # noqa: PLR0911  # one reason a line
    wide, high = region.box[2] - region.box[0], region.box[3] - region.box[1]
    if wide < 60 or high < 30:
        return None
    drawn = len(region.shapes) + len(region.frames)
    several = sum(len(row) > 1 for row in rows)
    lines = len(region.rules) + len(region.uprights)
    if _is_prose(rows, wide):
        return "box" if region.frames or is_framed(region) else None
    if any(p[2] - p[0] > 130 and p[3] - p[1] > 60 for p in region.pictures):
        return "figure"  # smaller ones are emblems, logos and codes to scan
    if region.pictures and not drawn and not lines:
        return None
    if several > 1 and lines > 2 and several >= 0.4 * len(rows) and len(region.shapes) < 3 + several:
        return "table"
    if several > 1 and len(region.frames) >= several and len(region.shapes) < 3:
        return "table"  # shaded rows or cells
    if drawn + len(region.pictures) > 2 or (lines > 3 and several) or (lines > 12 and high > 60):
        return "figure"
    return "box" if rows and is_framed(region) else None


def _is_prose(rows: list[list[Piece]], wide: float) -> bool:
    if not rows:
        return False
    long = sum(len(row) == 1 and row[0].right - row[0].left > 0.7 * wide and len(row[0].text) > 12 for row in rows)
    return long >= 2 and long >= 0.4 * len(rows)


def _ruled_tables(rules: list[Rect], rows: list[list[Piece]], found: PageCharacters) -> list[tuple[ApartKind, Rect]]:
    """Tables that have horizontal rules only: rules of one width with rows of several columns between them."""
    wide = sorted((r for r in rules if r[2] - r[0] > 0.3 * found.width), key=lambda r: r[1])
    tables: list[tuple[ApartKind, Rect]] = []
    for upper, lower in pairwise(wide):
        if abs(upper[0] - lower[0]) > 6 or abs(upper[2] - lower[2]) > 6:
            continue
        between = [row for row in (_inside(row, (upper[0], upper[3], upper[2], lower[1])) for row in rows) if row]
        if between and sum(len(row) > 1 for row in between) >= 0.6 * len(between):
            tables.append(("table", union(upper, lower)))
    return tables


def _merged(parts: list[tuple[ApartKind, Rect]]) -> list[tuple[ApartKind, Rect]]:
    merged: list[tuple[ApartKind, Rect]] = []
    for kind, box in sorted(parts, key=lambda part: part[1][1]):
        if merged and box[1] <= merged[-1][1][3] + 3 and not (merged[-1][0] == "box" == kind):
            merged[-1] = (merged[-1][0] if merged[-1][0] != "box" else kind, union(merged[-1][1], box))
        else:
            merged.append((kind, box))
    return merged


def _without_bare_tables(page: Page, rows: list[list[Piece]]) -> list[list[Piece]]:
    """Rows without those that form tables without rules: several rows of three columns, or more of two, of short cells."""
    kept: list[list[Piece]] = []
    block: list[list[Piece]] = []
    for row in [*rows, []]:
        if len(row) > 1 and all(len(piece.text) < 26 for piece in row[1:]) and sum(len(p.text) for p in row) / len(row) < 22:
            block.append(row)
            continue
        if len(block) > 2 and sum(len(r) > 2 for r in block) * 2 > len(block):
            page.exhibits.append(Exhibit("table", block, block[0][0].top, block[-1][0].bottom))
        else:
            kept.extend(block)
        block = []
        if row:
            kept.append(row)
    return kept


def _attach_neighbours(page: Page, rows: list[list[Piece]], body: float) -> list[list[Piece]]:
    """Captions above, labels and sources below what stands apart, taken out of the running text."""
    taken: set[int] = set()
    for exhibit in sorted(page.exhibits, key=lambda e: e.top):
        if exhibit.kind != "box":
            exhibit.caption = _take_caption(exhibit, rows, taken)
            _take_below(page, exhibit, rows, taken, body)
            exhibit.rows.sort(key=lambda row: row[0].base)
        elif exhibit.rows and CAPTION.match(exhibit.rows[0][0].text):
            exhibit.caption = 1
    return [row for i, row in enumerate(rows) if i not in taken]


def _take_caption(exhibit: Exhibit, rows: list[list[Piece]], taken: set[int]) -> int:
    above = [i for i, row in enumerate(rows) if i not in taken and row[0].base < exhibit.top + 4]
    edge = exhibit.top
    for count, i in enumerate(reversed(above[-5:]), 1):
        row = rows[i]
        if edge - row[0].base > 3.2 * row[0].size or len(row) > 2:
            return 0
        edge = row[0].top
        if CAPTION.match(row[0].text) and len(row[0].text) < 60:
            chosen = above[-count:]
            taken.update(chosen)
            exhibit.rows[:0] = [rows[k] for k in chosen]
            return next((n for n, k in enumerate(chosen) if rows[k][0].size < 0.9 * row[0].size or len(rows[k]) > 1), count)
    return 0


def _take_below(page: Page, exhibit: Exhibit, rows: list[list[Piece]], taken: set[int], body: float) -> None:
    bottom = max([exhibit.bottom, *(piece.bottom for row in exhibit.rows for piece in row)])
    for i, row in enumerate(rows):
        if i in taken or row[0].base <= exhibit.top:
            continue
        source = SOURCE.match(row[0].text) is not None
        near = row[0].top - bottom < (3.5 if source else 1.6) * row[0].size
        if row[0].top < bottom and row[0].base > exhibit.top and row[0].size < 0.93 * body:
            near = True
        small = body > 0 and max(piece.size for piece in row) < 0.93 * body
        noted = bool(row[0].raised) and row[0].raised[0][0] == 0 and row[0].text[0].isdigit()
        if not near or not (source or small) or noted or page.under_rule(row[0]):
            break
        taken.add(i)
        exhibit.rows.append(row)
        bottom = max(bottom, row[0].bottom)


def _without_margin_notes(page: Page, rows: list[list[Piece]]) -> list[list[Piece]]:
    """Rows without the pieces that stand wholly beside the column of the running text."""
    wide = [piece for row in rows for piece in row if piece.right - piece.left > 0.4 * page.width]
    if len(wide) < 6:
        return rows
    left = Counter(round(piece.left / 3) for piece in wide).most_common(1)[0][0] * 3
    right = sorted(piece.right for piece in wide)[len(wide) // 2]
    notes: list[Piece] = []
    kept: list[list[Piece]] = []
    for row in rows:
        inside = [piece for piece in row if piece.left < right + 2 and piece.right > left - 2]
        if 0.1 * page.height < row[0].base < 0.9 * page.height and all(p.right - p.left < 0.3 * page.width for p in row if p not in inside):
            notes += [piece for piece in row if piece not in inside]
        else:
            inside = row
        if inside:
            kept.append(inside)
    if notes:
        notes.sort(key=lambda note: (note.left > right, note.base))
        page.exhibits.append(Exhibit("box", [[note] for note in notes], notes[0].top, notes[-1].bottom))
    return kept


def _add_turned(page: Page, turned: list[Run]) -> None:
    """Text set sideways beside upright text: the label of an axis, a note along an edge."""
    pieces = [make_piece([run]) for run in turned if "".join(run.text).strip()]
    for piece in pieces:
        middle = (piece.boxes[0] or (0.0, 0.0, 0.0, 0.0))[1]
        near = [exhibit for exhibit in page.exhibits if exhibit.kind == "figure" and exhibit.top - 40 <= middle <= exhibit.bottom + 40]
        if near:
            near[0].rows.append([piece])
        else:
            page.exhibits.append(Exhibit("figure", [[piece]], page.height, page.height))
