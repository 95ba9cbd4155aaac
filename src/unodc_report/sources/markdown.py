r"""Markdown, as converters of PDF and Word files write it: what is markup is blanked, what it says of the lines is handed on as hints.

Each character of the text keeps its place: markup becomes white space, so that offsets are those of the text as it was given.
Recognized are headings (`## `), emphasis, tables of pipes, footnotes (`[^1]`, `<sup>1</sup>`), list marks before labels, quotes, links,
images, comments and rules. Levels of headings are hints: some converters know them, others write `##` before each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final

from unodc_report.chinese.characters import is_wide
from unodc_report.patterns import lazy
from unodc_report.sources.captions import CAPTION, MASTHEAD
from unodc_report.sources.source import Apart, Hints

_HEADING: Final = lazy(r" {0,3}(?P<marks>#{1,6})[ \t]+(?=\S)")
_DELIMITER: Final = lazy(r"[ \t]*(?=[^\n]*\|)\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)*[ \t]*(?::?-{3,}:?)?[ \t]*$")
_DEFINED: Final = lazy(r"\[\^(?P<key>[^\]\s]{1,8})\]:")
_SIGNS: Final = lazy(
    rf"^(?:#{{1,6}} +\S|(?=[ \t]*\|?[ \t]*:?---){_DELIMITER.pattern}|{_DEFINED.pattern})|<sup>[0-9*]{{1,3}}</sup>"
    r"|^\*\*[^\s*\n][^*\n]{0,200}\*\*[ \t]*$(?=[^*]{0,2000}\*\*[^\s*])", re.MULTILINE
)  # fmt: skip
_BRACKETED: Final = lazy(r"\[(?P<stars>\*{1,3})\]")
_HIDDEN: Final = lazy(  # nothing of it is printed
    r"<!--[^>]{0,400}-->|!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)|</?(?:span|a|u|b|i|em|strong|br|sub|div|p|center)(?:\s[^>\n]{0,400})?/?>"
)
_MARK: Final = lazy(r"(?:<sup>\s?|\[\^|\$\^\{?)(?P<key>[0-9]{1,3}|\*{1,3}|[a-z])(?:\s?</sup>|\](?!:)|\}?\$)")
_LINK: Final = lazy(r"(?<!!)(?P<open>\[)(?P<text>[^\[\]\n]{1,300})(?P<close>\]\((?:https?:|mailto:|www\.|[#/])[^)\s]{0,400}\))")
_EMPHASIS: Final = lazy(r"(?<![*\\])(?P<open>\*{1,3})(?=[^\s*])(?P<text>[^*\n]{1,400})(?<=[^\s\\])(?P<close>(?P=open))(?!\*)")
_ESCAPED: Final = lazy(r"\\(?=[!-/:-@\[-`{-~])")
_NUMBER: Final = lazy(r"^([ \t]*(?:[-*+] +)?[0-9]{1,3})\\([.)])", re.MULTILINE)  # what is escaped changes places with its escape
_LISTED: Final = lazy(r"[ \t]*[-*+][ \t]+(?=[(（]?[a-z]{1,4}[)）]|[(（]?[0-9一二三四五六七八九十]{1,3}[)）.．、]|[•·●■])")
_QUOTED: Final = lazy(r"[ \t]*(?:>[ \t]?)+")
_PAGE: Final = lazy(r"-{5}|\{[0-9]{1,4}\}-{20,}")  # how two converters part pages
_RULED: Final = lazy(r"[ \t]*(?:-(?:[ \t]*-){2,6}|\*(?:[ \t]*\*){2,})[ \t]*")
_CELL: Final = lazy(r"(?<!\\)\|")
_RARE: Final = 20_000  # characters in which at least one line is marked up; in a plain text one may look so
_FRONT: Final = 12  # lines in which a table holds the masthead
_NOWHERE: Final = "\u200b"  # in place of markup inside a word, which it must not part


def is_markdown(text: str) -> bool:
    """Whether a text is marked up: it has headings, tables, footnotes or lines in bold as Markdown has them.

    >>> is_markdown("## 一. 导言"), is_markdown("* A/76/50。"), is_markdown("**摘要**\\n\\n**一. 导言**")
    (True, False, True)
    """
    if "#" in text or "**" in text or "---" in text or "[^" in text or "<sup>" in text:
        return sum(1 for _ in islice(_SIGNS.finditer(text), 1 + len(text) // _RARE)) * _RARE > len(text)
    return False


def read_markdown(text: str) -> tuple[str, Hints]:
    """The text with its markup blanked, as long as before, and what the markup says.

    >>> plain, hints = read_markdown("## **一. 导言**\\n")
    >>> plain, hints.headings
    ('     一. 导言  \\n', {5: 2})
    """
    blanked = _BRACKETED.sub(r" \g<stars> ", _NUMBER.sub(r"\1\2 ", _HIDDEN.sub(_blank, text)))
    scan = _Scan()
    lines = blanked.splitlines(keepends=True)
    k = position = 0
    while k < len(lines):
        rows = _table(lines, k)
        taken = lines[k : k + rows] if rows else [scan.line(lines[k], position)]
        scan.parts += scan.table(taken, position, k) if rows else taken
        position += sum(map(len, taken))
        k += max(rows, 1)
    scan.end_note(position)
    marked = _inline("".join(scan.parts), scan)
    headings = {_first(marked, start, end): level for start, end, level in scan.headings}
    begins = dict.fromkeys(headings, True) | {_first(marked, end, len(marked)): True for _, end, _ in scan.headings}
    starts = frozenset(_first(marked, start, end) for start, end in scan.notes)
    notes = tuple((_first(marked, start, end), end) for start, end in scan.notes)
    marks = tuple(sorted(mark for mark in scan.marks if mark[0] not in starts))
    return marked, Hints(begins, marks or None, notes, starts, (), tuple(scan.apart), headings)


@dataclass(slots=True)
class _Scan:
    """What the lines and the marks in them said."""

    parts: list[str] = field(default_factory=list)
    headings: list[tuple[int, int, int]] = field(default_factory=list)  # start, end, level
    notes: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)
    note: tuple[int, bool] | None = None  # where an open note starts, and whether it was defined by its name
    caption: tuple[int, int] | None = None  # the last line, where it was one

    def line(self, line: str, start: int) -> str:
        """A line without the markup that it begins with."""
        end, bare = start + len(line.rstrip()), line.strip()
        self._go_on(line, bare, start)
        if bare:
            self.caption = (start, end) if len(bare) < 60 and CAPTION.match(bare) else None
        if heading := _HEADING.match(line):
            self.headings.append((start, end, len(heading["marks"])))
            words = line[heading.end() :].rstrip("\r\n# ")
            return " " * heading.end() + words.ljust(len(line) - heading.end() - _ending(line)) + _tail(line)
        if _PAGE.fullmatch(bare):
            return " " * (len(line) - _ending(line) - 1) + "\f" + _tail(line)
        if _RULED.fullmatch(line.rstrip("\r\n")):
            return _blank_line(line)
        if defined := _DEFINED.match(line):
            first, last = defined.span("key")
            return " " * first + line[first:last] + " " * (defined.end() - last) + line[defined.end() :]
        opened = _QUOTED.match(line) or _LISTED.match(line)
        return " " * opened.end() + line[opened.end() :] if opened else line

    def _go_on(self, line: str, bare: str, start: int) -> None:
        """Open and close notes: one with a name goes on in indented lines, one with a raised number until a blank line."""
        named = _DEFINED.match(line) is not None
        if self.note is not None and (named or bare[:5] == "<sup>" or (line[:1] not in " \t\r\n" if self.note[1] else not bare)):
            self.end_note(start)
        if named or (bare[:5] == "<sup>" and _MARK.match(bare)):
            self.note = (start, named)

    def end_note(self, end: int) -> None:
        """Close the note that is open."""
        if self.note is not None:
            self.notes.append((self.note[0], end))
            self.note = None

    def table(self, lines: list[str], start: int, place: int) -> list[str]:
        """The lines of a table, kept beside the text unless it holds the masthead."""
        blanked = [_blank_line(line) if k == 1 else _CELL.sub(" ", line) for k, line in enumerate(lines)]
        if place < _FRONT and any(MASTHEAD.search(line) for line in blanked):
            return blanked
        rows, position = [], start
        for k, line in enumerate(lines):
            if k != 1:
                rows.append(tuple(_cells(line, position)))
            position += len(line)
        first = self.caption[0] if self.caption is not None else start
        self.apart.append(Apart("table", first, position, tuple(rows), self.caption))
        self.caption = None
        return blanked


def _table(lines: list[str], k: int) -> int:
    """How many lines a table has that begins here; 0 where none does."""
    if "|" not in lines[k] or k + 1 >= len(lines) or "---" not in lines[k + 1] or not _DELIMITER.match(lines[k + 1]):
        return 0
    end = k + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end - k


def _cells(line: str, start: int) -> list[tuple[int, int]]:
    """The spans of the cells of a row."""
    bare = line.strip()
    first = line.index(bare) + bare.startswith("|") if bare else 0
    last = len(line.rstrip()) - bare.endswith("|")
    edges = [first - 1, *(match.start() for match in _CELL.finditer(line, first, last)), last]
    return [(start + left + 1, start + right) for left, right in pairwise(edges)]


def _inline(text: str, scan: _Scan) -> str:
    """The text with the markup inside its lines blanked; footnote marks are noted."""

    def mark(match: re.Match[str]) -> str:
        first, last = match.span("key")
        scan.marks.append((first, last))
        return " " * (first - match.start()) + match[0][first - match.start() : last - match.start()] + " " * (match.end() - last)

    def opened(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        first, last = match["text"][0], match["text"][-1]
        return _filled(before, first, len(match["open"])) + match["text"] + _filled(last, after, len(match["close"]))

    text = _MARK.sub(mark, text)
    for pattern in (_LINK, _EMPHASIS, _EMPHASIS):  # emphasis may stand in emphasis
        text = pattern.sub(opened, text)
    return _ESCAPED.sub(_NOWHERE, text)


def _filled(left: str, right: str, length: int) -> str:
    """White space in place of markup; inside a narrow word such as parts nothing."""
    parts = not left.strip() or not right.strip() or is_wide(left) or is_wide(right)
    return (" " if parts else _NOWHERE) * length


def _first(text: str, start: int, end: int) -> int:
    """The offset of the first character that is printed."""
    bare = text[start:end].lstrip(f" \t\r\n\f{_NOWHERE}")
    return end - len(bare) if bare else start


def _blank(match: re.Match[str]) -> str:
    return "".join(c if c in "\r\n" else " " for c in match[0])


def _ending(line: str) -> int:
    return len(line) - len(line.rstrip("\r\n"))


def _tail(line: str) -> str:
    return line[len(line) - _ending(line) :]


def _blank_line(line: str) -> str:
    return " " * (len(line) - _ending(line)) + _tail(line)
