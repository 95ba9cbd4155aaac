"""Footnotes apart from the text: which lines are notes, where the text goes on after them, and where their marks are.

A note block stands under a rule of underscores, or, where a converter lost the rule, is known by its numbers: they go on
from the note before, and the text above holds the marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from unodc_report.layout.joining import parts_symbol
from unodc_report.layout.known import Known
from unodc_report.layout.labels import read_label
from unodc_report.layout.lines import Line, is_closed, width
from unodc_report.layout.marks import COUNTED, SUPERSCRIPT, Mark, choose, find_candidates
from unodc_report.patterns import lazy

_RULE: Final = lazy(r"[_＿]{5,}|[─━―—–]{5,}|[-=]{8,}|_(?:\s?_){4,}")
_NOTE: Final = re.compile(
    r"(?P<star>\*{1,4})(?!\*)\s*(?=[^\s*])"
    r"|\[?(?P<number>[0-9]{1,3}|[¹²³⁰⁴-⁹]{1,3})(?![0-9.．,，、%％\-–—:：年月日])(?:[\])]|[/／](?=\s))?\s*(?=\S)"
)
_ALONE: Final = re.compile(r"[0-9]{1,3}|[¹²³⁰⁴-⁹]{1,3}|\*{1,4}")  # a raised number, and its note on the line after it
_FIRST: Final = frozenset("0123456789０１２３４５６７８９¹²³⁰⁴⁵⁶⁷⁸⁹*[")  # a note or a numbered paragraph begins with one of these
_LETTER: Final = lazy(r"(?P<letter>[a-z])\s+(?=[^\sa-z])")
_KNOWN: Final = lazy(r"\[?(?P<key>[0-9]{1,3}|[¹²³⁰⁴-⁹]{1,3}|\*{1,4}|[a-z]{1,6}|[†‡§]{1,3})\]?(?=\s|$)")
_SYMBOL_NOTE: Final = re.compile(r"\*{1,4}\s*[A-Z][A-Z0-9]*(?:/[A-Za-z0-9.\-]{1,20}){1,8}[。.]?")
_ADOPTED: Final = lazy(r"\*{1,4}\s*[^。；]{2,60}届会议[^。；]{2,70}通过。")  # of conclusions whose title lost the mark
_NEAR: Final = 400  # characters from a note that stands first to the title that it belongs to
_PAGE_END: Final = 2  # blank lines within a page, at most
_AHEAD: Final = 12  # lines from which a note that stands first takes how wide a line is
_MORE: Final = lazy(r"可查|可从|见|另见|载于|[(（]|https?:|www\.")
_AMID: Final = 9  # a note of a higher number may be the first of an excerpt
_CITED: Final = lazy(r"\S{1,5}\s+(?:另?见|同上|参[见看阅]|《|[A-Z]{1,4}/|大会|安全理事会|联合国，)")
_HEAD: Final = lazy(r"注\s?释?|尾\s?注|脚\s?注|Notes")
_BROKEN_MARK: Final = lazy(r"(?:[0-9]{1,3}|[¹²³⁰⁴-⁹]{1,3}|\*+)$")


_STOPS: Final = frozenset("。；，")  # no number that counts something stands right before one
_STARTS: Final = frozenset({"number", "cjk", "letter", "paren", "chapter", "annex", "bullet"})


@dataclass(slots=True)
class Note:
    """A footnote: its label, the indexes of its lines, and its mark in the text."""

    key: str
    lines: list[int]
    mark: Mark | None = None

    @property
    def number(self) -> int | None:
        """The note's number, None for stars and letters."""
        return int(self.key) if self.key.isdigit() else None


@dataclass(slots=True)
class _Scan:
    """The state of the pass over the lines."""

    raw: str
    lines: list[Line]
    marks: dict[str, list[Mark]]
    body: list[int] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    inside: bool = False
    ruled: bool = False  # the line before was a rule
    width: int = 0  # of the widest line of a note
    counted: bool = False  # numbered paragraphs have begun
    expected: int = 1
    marked_to: int = 0  # raw offset of the last mark that a note without a rule was believed for


def separate(raw: str, lines: list[Line], reasons: dict[int, str], known: Known) -> tuple[list[int], list[Note]]:
    """The indexes of the lines of the text, and the notes with their marks. Rules are added to `reasons`."""
    scan = _Scan(raw, lines, find_candidates(raw, known.marks))
    for i, line in enumerate(lines):
        if i in reasons:
            scan.inside = False
        elif line.text[0] in "_＿─━―—–-=" and _RULE.fullmatch(line.text):
            reasons[i] = "rule"
            scan.inside = scan.ruled = True
        elif i in known.notes and _take_known(scan, i, line, starts=i in known.note_starts):
            scan.inside = scan.ruled = False
        else:
            _take(scan, i, line)
            scan.ruled = False
    _place_marks(scan)
    return scan.body, scan.notes


def _take(scan: _Scan, i: int, line: Line) -> None:
    if line.page and not scan.ruled:
        scan.inside = False
    if not scan.inside and line.text[0] not in _FIRST:
        scan.body.append(i)
        return
    key = None if i and parts_symbol(scan.lines[i - 1].text, line.text) else _note_key(scan, line)
    if key is not None and (_is_ruled_note(scan, key) if scan.inside else _is_loose_note(scan, i, key)):
        _begin(scan, i, key)
    elif scan.inside and scan.notes and not _resumes(scan, line):
        note = scan.notes[-1]
        note.lines.append(i)
        scan.width = max(scan.width, width(line.text))
    else:
        scan.inside = False
        scan.body.append(i)
        label = read_label(line.text)
        if label and label.kind == "number" and 0 < int(label.key) < 4:
            scan.counted = True


def _take_known(scan: _Scan, i: int, line: Line, *, starts: bool) -> bool:
    """Take a line that the file knows as part of a footnote; False where no footnote is open and none begins."""
    match = _KNOWN.match(line.text) if starts else None
    if match is not None:
        key = match["key"].translate(SUPERSCRIPT)
        scan.notes.append(Note(str(int(key)) if key.isdigit() else key, [i]))
        scan.expected = int(key) + 1 if key.isdigit() else scan.expected
    elif scan.notes:
        scan.notes[-1].lines.append(i)
    return bool(scan.notes)


def _begin(scan: _Scan, i: int, key: str) -> None:
    scan.notes.append(Note(key, [i]))
    scan.width = max(scan.width, width(scan.lines[i].text))
    scan.inside = True
    if key.isdigit():
        scan.expected = int(key) + 1
        mark = choose(scan.marks, key, scan.marked_to, scan.lines[i].start)
        scan.marked_to = mark.start if mark else scan.marked_to


def _note_key(scan: _Scan, line: Line) -> str | None:
    match = _NOTE.match(line.text)
    if match is None and _ALONE.fullmatch(line.text):
        return _alone(scan, line)
    if match is None:
        match = _LETTER.match(line.text) if scan.ruled or (scan.inside and scan.notes and scan.notes[-1].key.isalpha()) else None
        return match["letter"] if match else None
    if match["star"]:
        return match["star"]
    if COUNTED.match(line.text, match.end("number")):
        return None
    return str(int(match["number"].translate(SUPERSCRIPT)))


def _alone(scan: _Scan, line: Line) -> str | None:
    """The key that is all of a line, where the text before it holds its mark: else it is the number of a page or a paragraph."""
    key = str(int(line.text.translate(SUPERSCRIPT))) if line.text[0] != "*" else line.text
    return key if choose(scan.marks, key, scan.marked_to if key.isdigit() else -1, line.start) else None


def _is_ruled_note(scan: _Scan, key: str) -> bool:
    if not key.isdigit():
        return True
    number = int(key)
    return number == scan.expected or (scan.ruled and (number == 1 or scan.expected < number < scan.expected + 20))


def _is_loose_note(scan: _Scan, i: int, key: str) -> bool:
    """Whether a line not under a rule begins a note."""
    if key[0] == "*":
        return _is_star_note(scan, i, key)
    if not key.isdigit():
        return False
    number = int(key)
    if number > _AMID and not scan.notes and _CITED.match(scan.lines[i].text):  # an excerpt begins amid the notes
        mark = choose(scan.marks, key, scan.marked_to, scan.lines[i].start)
        return mark is not None and mark.strength > 1
    if number == 1 and scan.body and _HEAD.fullmatch(scan.lines[scan.body[-1]].text):
        return True
    if not scan.expected <= number < scan.expected + 3:
        return False
    mark = choose(scan.marks, key, scan.marked_to, scan.lines[i].start)
    return mark is not None and (mark.strength > 1 or scan.raw[mark.end : mark.end + 1] in _STOPS)


def _is_star_note(scan: _Scan, i: int, key: str) -> bool:
    """A line that begins with stars: a note, and no bullet of a list, where it is alone and the text holds its mark."""
    line = scan.lines[i]
    again = any(scan.lines[k].text.startswith("* ") for k in (i - 1, i + 1) if 0 <= k < len(scan.lines))
    if again or any(note.key == key for note in scan.notes):
        return False
    if _SYMBOL_NOTE.fullmatch(line.text) or _ADOPTED.fullmatch(line.text) or choose(scan.marks, key, -1, line.start):
        return True
    return not scan.counted and is_closed(line.text)


def _resumes(scan: _Scan, line: Line) -> bool:
    """Whether the text goes on at this line, after a note."""
    note = scan.notes[-1]
    last = scan.lines[note.lines[-1]]
    if _ALONE.fullmatch(last.text) and len(note.lines) == 1:
        return False  # its words come yet
    label = read_label(line.text)
    ended = is_closed(last.text) and last.text[-1] not in "：；:;"
    if line.gap > max(_PAGE_END, last.gap) or (label is not None and ended and label.kind in _STARTS):
        return True
    before = scan.lines[scan.body[-1]].text if scan.body else ""
    if not before and note.key[0] == "*":
        return ended and _MORE.match(line.text) is None  # no line of the text tells how wide a full one is
    full = max(scan.width, width(before)) if before else max(width(ahead.text) for ahead in scan.lines[: note.lines[0] + _AHEAD])
    if ended and width(last.text) < 0.93 * full:
        return True
    waiting = bool(before) and not is_closed(_BROKEN_MARK.sub("", before))
    if not waiting:
        return False
    return _MORE.match(line.text) is None if ended else width(last.text) < 0.6 * full and line.text[0] > "\u2e7f"


def _place_marks(scan: _Scan) -> None:
    """Give each note its mark: in order, before the note, outside of notes and furniture."""
    starts = [scan.lines[i].start for i in scan.body]
    lines = [scan.lines[i] for i in scan.body]
    usable: dict[str, list[Mark]] = {}
    wanted = {note.key for note in scan.notes}
    for key in wanted:
        usable[key] = [m for m in scan.marks.get(key, ()) if _inside(m, starts, lines)]
    last = -1
    for note in scan.notes:
        start = scan.lines[note.lines[0]].start
        if note.key.isdigit():
            note.mark = choose(usable, note.key, last, start)
            last = note.mark.start if note.mark else last
        elif note.key[0] == "*" or any(mark.strength > 3 for mark in usable[note.key]):
            first = not starts or start < starts[0]  # it stands before all text
            note.mark = choose(usable, note.key, start, start + _NEAR) if first else choose(usable, note.key, -1, start)


def _inside(mark: Mark, starts: list[int], lines: list[Line]) -> bool:
    k = bisect_right(starts, mark.start) - 1
    return k >= 0 and mark.end <= lines[k].end
