"""From lines to drafts of blocks: where one paragraph, heading or item ends and the next begins.

Converters differ: a blank line after every line, between paragraphs only, or never; one paragraph a line; lines broken at
raised digits. So the text is measured first (`Measure`), and a break is decided by labels, by how the line before ends,
and by what a blank line, a short line or a blank at the line's end says in this text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from unodc_report.layout.alone import are_cells, has_leaders, stands_alone
from unodc_report.layout.contents import entry_named
from unodc_report.layout.footnotes import Note
from unodc_report.layout.joining import hangs
from unodc_report.layout.labels import Label, follows, read_label, split_glued
from unodc_report.layout.lines import Line, is_closed, width
from unodc_report.layout.marks import Mark
from unodc_report.layout.masthead_lines import is_line, is_session, whole_symbol
from unodc_report.layout.resolution_lines import OPENS, is_adopting_body, is_adoption, opens_act
from unodc_report.layout.setting import NARROW, Measure, blank_after
from unodc_report.patterns import lazy

_RUNS_ON: Final = frozenset({"number", "paren", "parennum", "bullet", "compound", "bare"})
_WORD: Final = lazy(r"[（(“《〈]+(?:[!-~]{1,60}|.)|[!-~]{2,60}")  # no line ends with an opening bracket
_FRONT: Final = 40  # rows in which the masthead is looked for
_TOP: Final = 6  # rows in which a symbol alone on its line is the document's own
_HEADS: Final = frozenset({"chapter", "annex", "cjk", "letter"})
_LETTERS: Final = ("的信", "照会", "的信的附件")  # titles of letters
_OLD_MARK: Final = lazy(r"(?<=[。；;：:])\s?\d{1,3}/$")  # 的报告；2/
_DEPTHS: Final = {"chapter": 0, "annex": 0, "cjk": 1, "letter": 2}
_FIRST_KEYS: Final = frozenset({"一", "1", "A"})
_LISTED: Final = frozenset({"number", "bullet", "paren", "parennum"})  # they begin after a comma too


class Row(NamedTuple):
    """A line of the text on its way into a draft.

    Attributes:
        line: the line.
        closed: whether a sentence or its part ends with it, a footnote mark at its end apart.
        width: in half-width columns.
        label: what it begins with.
        marked: whether it ends with a footnote mark (or is nothing else).
        torn: whether furniture, links, notes or a form feed stand between it and the row before.
        alone: whether it is a block by itself: a line of the masthead, an author, 摘要, 附件.
        inset: whether it stands further in than the row after it; only told of torn rows, which have no row before them to be held against.
    """

    line: Line
    closed: bool
    width: int
    label: Label | None
    marked: bool
    torn: bool
    alone: bool
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Rows that belong together, before their kind is known."""

    rows: tuple[Row, ...]

    @property
    def label(self) -> Label | None:
        """The label of the first row."""
        return self.rows[0].label

    @property
    def closed(self) -> bool:
        """Whether the last row ends a sentence."""
        return self.rows[-1].closed

    @property
    def width(self) -> int:
        """Width of all rows together."""
        return sum(row.width for row in self.rows)

    @property
    def text(self) -> str:
        """The rows without white space between them: for looking at, not for keeping."""
        return "".join(row.line.text for row in self.rows)


def make_rows(lines: list[Line], body: list[int], notes: list[Note], *, bare: bool, entries: frozenset[str] = frozenset()) -> list[Row]:
    """The lines of the text with what a break is decided by."""
    marks = {note.mark.end: note.mark for note in notes if note.mark}
    rows: list[Row] = []
    before, front = -1, _FRONT
    for i in body:
        line = lines[i]
        mark: Mark | None = marks.get(line.end)
        text = line.text if mark is None else line.text[: max(0, mark.start - line.start)].rstrip()
        only = not text
        label = read_label(text) if text and text[0] in _LABEL_FIRST else None
        if label is not None and label.kind == "bare" and not bare:
            label = None
        torn = line.page or i != before + 1
        closed, columns = only or is_closed(_OLD_MARK.sub("", text) if text[-1] == "/" else text), width(text)
        front = 0 if label is not None and label.kind == "number" else front  # numbered paragraphs have begun: the masthead is over
        alone = columns <= 40 and stands_alone(text, closed=closed)
        alone = alone or has_leaders(text) or (len(rows) < front and _is_masthead(text, len(rows)))
        alone = alone or (bool(entries) and entry_named(text, entries) is not None)
        marked = mark is not None and (only or mark.key[0] != "*")  # a star at its end does not part a line in two
        rows.append(Row(line, closed, columns, label, marked, torn, alone))
        before = i
    for k, (row, after) in enumerate(pairwise(rows)):
        if row.torn and not after.torn and row.line.indent > after.line.indent:
            rows[k] = row._replace(inset=True)
        if row.line.text[-1] in "，," and is_adopting_body(row.line.text) and opens_act(after.line.text):
            rows[k] = row._replace(alone=True)
    return _with_chained(_with_letters(rows))


def _with_letters(rows: list[Row]) -> list[Row]:
    """A letter alone on its line heads one of the resolutions of one number, A, B, C: the body that adopts it speaks under the title."""
    letters = [k for k, row in enumerate(rows) if row.width == 1 and "A" <= row.line.text <= "Z"]
    for k in letters:
        under = rows[k + 1 : k + 4]
        if any(is_adopting_body(row.line.text) or row.line.text == chr(ord(rows[k].line.text) + 1) for row in under[1:]):
            rows[k] = rows[k]._replace(label=Label("letter", rows[k].line.text, 1, alone=True))
    return rows


def _is_masthead(text: str, place: int) -> bool:
    return is_line(text, None) or is_adoption(text) or (place < _TOP and whole_symbol(text) is not None)


def _with_chained(rows: list[Row]) -> list[Row]:
    """Numbers like 2.26 are labels only where they are counted: else a line happens to begin with a decimal."""
    keys = {row.label.key for row in rows if row.label is not None and row.label.kind == "compound"}
    number, compound, after = 0, (0, 0), _numbers_after(rows)
    chained: list[Row] = []
    for k, row in enumerate(rows):
        label = row.label
        if row.line.text[0].isdecimal() and (label is None or (label.kind == "compound" and not _is_chained(label, keys))):
            label = _counted(rows, k, number, compound, after[k])
        if label is not None and label.kind == "number":
            number = int(label.key)
        elif label is not None and label.kind == "compound" and label.key.replace(".", "").isdigit():
            compound = (int(label.key.partition(".")[0]), int(label.key.partition(".")[2]))
        chained.append(row if label is row.label else row._replace(label=label))
    return chained


def _numbers_after(rows: list[Row]) -> list[int]:
    """For each row the number of the next paragraph after it, 0 where there is none."""
    after = [0] * len(rows)
    for k in range(len(rows) - 1, 0, -1):
        label = rows[k].label
        after[k - 1] = int(label.key) if label is not None and label.kind == "number" else after[k]
    return after


def _counted(rows: list[Row], k: int, number: int, compound: tuple[int, int], after: int) -> Label | None:
    """The label of a row that begins with a decimal, where a paragraph may begin and the count goes on with it."""
    row, before = rows[k], rows[k - 1] if k else None
    heads = before is None or (before.label is not None and before.label.kind in _HEADS)
    if before is not None and not (heads or before.closed or before.alone or before.width < 0.6 * row.width):
        return None
    if row.label is not None and follows(row.label, number, compound):
        return row.label
    label = split_glued(row.line.text, number, compound)
    if label is None or label.kind == "compound":
        return label
    return label if 0 < after - number - 1 < 3 or (after == 0 and number > 1) else None


def _is_chained(label: Label, keys: set[str]) -> bool:
    part, _, number = label.key.partition(".")
    return label.kind != "compound" or bool({f"{part}.{int(number) - 1}", f"{part}.{int(number) + 1}"} & keys)


_LABEL_FIRST: Final = frozenset(
    "0123456789０１２３４５６７８９一二三四五六七八九十第附方(（ABCDEFGHIJKLMNOPQRSTUVWXYZ•●■▪◆‣➢⚫·○□◇►⁃‐–—-①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
) | frozenset(chr(c) for c in (*range(0xFF21, 0xFF3B), *range(0xF000, 0xF100)))


def _ends_with_blank(raw: str, row: Row) -> bool:
    """Whether the blank after an open line says that its paragraph is over: after a number or a word it may be the one it was broken at."""
    last = row.line.text[-1]
    return last > "\u2e7f" and not last.isdecimal() and blank_after(raw, row)


class _Open:
    """A draft being filled, with what the next row is held against."""

    __slots__ = ("indent", "rows", "sentence")

    def __init__(self, row: Row) -> None:
        self.rows = [row]
        self.indent = row.line.indent  # of the rows inside it, not of its first
        self.sentence = _ends_sentence(row)  # its text runs until a full stop, as a title's does not

    @property
    def numbered(self) -> bool:
        """Whether it began with a label that text follows as far as a full stop."""
        return self.rows[0].label is not None and self.rows[0].label.kind in _RUNS_ON

    def add(self, row: Row) -> None:
        if not row.torn:
            self.indent = row.line.indent if len(self.rows) == 1 else min(self.indent, row.line.indent)
        self.rows.append(row)
        self.sentence = self.sentence or _ends_sentence(row) or (len(self.rows) > 1 and self.numbered)


def _ends_sentence(row: Row) -> bool:
    return row.closed or "。" in row.line.text or row.line.text[-1] == "，"


def make_drafts(raw: str, rows: list[Row], setting: Measure) -> list[Draft]:
    """The rows, cut into drafts."""
    drafts: list[Draft] = []
    current: _Open | None = None
    counts: deque[int] = deque(maxlen=8)  # numbers that drafts began with, the last ones
    for row in rows:
        if current is not None and not _breaks(raw, current, row, setting, counts):
            current.add(row)
            continue
        if current is not None:
            drafts.append(Draft(tuple(current.rows)))
        current = _Open(row)
        if row.label is not None and row.label.kind == "number":
            counts.append(int(row.label.key))
    if current is not None:
        drafts.append(Draft(tuple(current.rows)))
    return list(_without_tails(drafts, setting))


def _breaks(raw: str, current: _Open, row: Row, setting: Measure, counts: Container[int]) -> bool:  # noqa: PLR0911  # one reason a line
    last, single = current.rows[-1], len(current.rows) == 1
    if single and last.label is not None and last.label.alone and last.label.kind != "annex":
        return row.label is not None and row.label.kind == last.label.kind
    if row.marked and not row.width:
        return False
    if row.line.begins is not None or hangs(last.line.text, row.line.text, closed=last.closed, headed=row.label is not None or row.alone):
        return row.line.begins or False
    if _label_breaks(raw, current, row, setting, counts) or row.alone or (single and last.alone):
        return True
    if _opens_clause(current, row, setting) or are_cells(last.line.text, row.line.text):
        return True
    if not setting.wrapped and last.marked and current.numbered:
        return False
    if not (setting.wrapped and setting.measured) and last.line.text[-1] == "、":
        return False
    if not setting.wrapped:
        if not row.torn:
            return last.closed or not row.closed or not current.numbered or "。" not in last.line.text  # else its last sentence is not over
        return last.closed or last.width <= 30 or not (current.sentence or current.numbered)
    return _unlabelled_breaks(raw, current, row, setting)


def _opens_clause(current: _Open, row: Row, setting: Measure) -> bool:
    """Whether a row is the next paragraph of a preamble, and the line before it is not a full one that happens to end with a comma."""
    first, last = current.rows[0], current.rows[-1]
    if last.line.text[-1] not in "，," or OPENS.match(first.line.text) is None or OPENS.match(row.line.text) is None:
        return False
    return not setting.measured or row.line.gap > 0 or last.width < min(setting.full, setting.margin)


def _opens_below(current: _Open, label: Label) -> bool:
    """Whether a label is the first of its kind under a heading that is still open: A. after 一."""
    above = current.rows[0].label
    if above is None or current.sentence or above.kind not in _DEPTHS or label.kind not in _DEPTHS:
        return False
    return _DEPTHS[above.kind] < _DEPTHS[label.kind] and label.key in _FIRST_KEYS


def _label_breaks(raw: str, current: _Open, row: Row, setting: Measure, counts: Container[int]) -> bool:
    last = current.rows[-1]
    label, end = row.label, last.line.text[-1]
    if label is None:
        return False
    if last.closed or _opens_below(current, label) or (label.kind == "bullet" and row.line.text[0] in "•●■▪◆"):
        return True
    if label.kind in ("bare", "compound"):
        return _is_short(last, setting)
    if label.kind == "number" and (label.key == "1" or int(label.key) - 1 in counts):
        return True  # whether it is one is settled by counting
    listed = label.kind in _LISTED and end in ("，," if label.kind == "number" else "，、,和及或")
    return listed or not _goes_on(raw, last, row, setting)


def _goes_on(raw: str, last: Row, row: Row, setting: Measure) -> bool:
    """Whether an open line goes on in the next one, as far as their setting tells."""
    if not setting.wrapped:
        return False
    if not row.torn and row.line.gap > setting.gap + last.marked:
        return False
    if setting.trailing and not row.torn and _ends_with_blank(raw, last):
        return False
    return last.width + _first_word(row) >= min(setting.full, setting.margin) or last.marked


def _is_short(row: Row, setting: Measure) -> bool:
    return row.width < min(setting.full, setting.margin) and not row.marked


def _unlabelled_breaks(raw: str, current: _Open, row: Row, setting: Measure) -> bool:  # noqa: PLR0911
    last, before = current.rows[-1], current.rows[-2] if len(current.rows) > 1 else None
    if not row.torn and row.line.gap < setting.gap:
        return False  # the same line, broken at a raised mark
    apart = not row.torn and row.line.gap > setting.gap + last.marked
    if not setting.measured and not last.closed and current.rows[0].label is None:
        return not (row.closed or row.torn) or (not current.sentence and _stands_over(last, row))
    if last.closed:
        indent = 0 if row.torn else last.line.indent - row.line.indent
        reach = last.width + indent + (before.width if before is not None and before.marked and last.line.gap < setting.gap else 0)
        if last.marked and not apart:
            return not current.numbered and reach + row.width > 1.15 * setting.margin and reach < 0.9 * setting.full
        if apart or reach + _first_word(row) < setting.full:
            return True
        if row.torn:
            return row.inset and current.rows[0].line.indent > current.indent
        return (setting.trailing and blank_after(raw, last)) or row.line.indent > current.indent
    if current.sentence:
        return False
    if apart:  # a blank line may also be all that is left of the end of a page
        return not current.numbered or last.width + _first_word(row) < min(setting.full, setting.margin)
    if setting.trailing and not row.torn:
        return _ends_with_blank(raw, last)
    return last.width + _first_word(row) < 0.7 * setting.margin


def _stands_over(last: Row, row: Row) -> bool:
    """Whether an open line is a unit by itself over a sentence, where the text does not tell how wide lines are: it is much shorter."""
    text = row.line.text
    short = row.width > NARROW and text[0] not in "(（" and last.width + _first_word(row) < 0.6 * row.width
    return short or is_session(text) or (row.line.gap > 0 and last.line.text.endswith(_LETTERS))


def _first_word(row: Row) -> int:
    """Width of what a row begins with and no line end parts, where that is more than a character: it may not have fitted before."""
    match = _WORD.match(row.line.text)
    return width(match[0]) + 1 if match else 0


def _without_tails(drafts: list[Draft], setting: Measure) -> list[Draft]:
    """Headings that ran on from a full last line, cut off again: a paragraph does not end without a full stop."""
    cut: list[Draft] = []
    for k, draft in enumerate(drafts):
        place = _tail(draft, drafts[k + 1] if k + 1 < len(drafts) else None, setting)
        if place is None:
            cut.append(draft)
        else:
            cut.extend((Draft(draft.rows[:place]), Draft(draft.rows[place:])))
    return cut


def _tail(draft: Draft, after: Draft | None, setting: Measure) -> int | None:
    rows = draft.rows
    if rows[-1].closed or len(rows) < 2 or after is None or after.label is None or after.label.kind == "bullet":
        return None
    if rows[-1].line.text[-1] in "，、,":
        return None
    place = next((k + 1 for k in range(len(rows) - 2, max(-1, len(rows) - 5), -1) if rows[k].closed), None)
    if place is None or rows[place].line.begins is False or any("。" in row.line.text for row in rows[place:]):
        return None
    return place if sum(row.width for row in rows[place:]) < 2.2 * setting.margin else None
