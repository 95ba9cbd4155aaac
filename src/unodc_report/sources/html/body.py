"""From the tokens of a web page to its paragraphs, lists, tables and footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from unodc_report.sources.docx.numbering import letters, roman
from unodc_report.sources.flow import Box, Item, Note, Para, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unodc_report.sources.html.tokens import Token

_BLOCKS: Final = frozenset({
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote",
    "pre",
    "table", "tr", "td", "th", "caption", "tbody", "thead", "tfoot", "figure", "figcaption", "hr", "center", "address", "aside",
    "fieldset", "body", "html", "details", "summary", "header", "footer", "nav", "form",
})  # fmt: skip
_SKIPPED: Final = frozenset({"head", "nav", "header", "footer", "form", "button"})
_VOID: Final = frozenset(["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"])
_MARK: Final = re.compile(r"\[?\s?([0-9]{1,3}|\*{1,4}|[a-z]|[ivx]{1,5}|[†‡§])\s?\]?")
_NOTE_ID: Final = re.compile(r"_?(?:ftn|edn|fn|footnote|endnote|note)[-_:.]?[0-9a-z]", re.IGNORECASE)
_WHITE: Final = re.compile(r"[ \t\r\n\f]+")
_DEEPEST: Final = 400
_TYPED: Final = re.compile(r"\s*(?:[0-9]{1,3}[.．、]|[(（][a-z0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}[.、．]|[A-Z][.．])")


@dataclass(slots=True)
class _List:
    """An open list: how it numbers its items, and how many it had."""

    kind: str
    count: int


@dataclass(slots=True)
class _Element:
    """An open element: its name and its id."""

    name: str
    id: str


@dataclass(slots=True)
class _Line:
    """A paragraph being filled."""

    text: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)  # span and the id that the mark leads to
    label: str = ""
    ids: set[str] = field(default_factory=set)


class Body:
    """Takes tokens and keeps what a reader of the page sees.

    Attributes:
        items: paragraphs, tables and boxes.
        notes: the footnotes.
    """

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.notes: list[Note] = []
        self._line = _Line()
        self._open: list[_Element] = []
        self._lists: list[_List] = []
        self._tables: list[list[list[list[Para]]]] = []
        self._skip = 0
        self._raised = -1  # where in the line a raised text or a link to a note began
        self._target = ""
        self._known: dict[str, str] = {}  # id that a mark leads to -> the mark
        self._keys: set[str] = set()
        self._heading: int | None = None
        self._breaks = 0
        self._aside = 0  # where in the items the last aside began

    def take(self, stream: Iterable[Token]) -> None:
        """Read a page to its end."""
        for token in stream:
            if not token.name:
                self._text(token.text)
            elif token.name[0] == "/":
                self._close(token.name[1:])
            else:
                self._start(token)
        self._flush()

    @property
    def marked(self) -> bool:
        """Whether footnote marks are known from the page itself and need not be guessed."""
        return bool(self._keys)

    def _text(self, text: str) -> None:
        if self._skip:
            return
        shown = _WHITE.sub(" ", text)
        line = self._line
        if not line.text or line.text[-1] in " \n":
            shown = shown.lstrip(" ")
        if shown.strip():
            self._breaks = 0
        line.text += shown

    def _start(self, token: Token) -> None:
        name, attributes = token.name, token.attributes
        if name in _VOID:
            self._void(name)
            return
        if name in _BLOCKS:
            self._flush()
        identity = attributes.get("id") or attributes.get("name") or ""
        if len(self._open) < _DEEPEST:
            self._open.append(_Element(name, identity))
            self._skip += name in _SKIPPED
        if identity:
            self._line.ids.add(identity)
        if name in ("sup", "a"):
            self._raise(name, attributes.get("href", ""))
        elif name in ("ol", "ul"):
            start = attributes.get("start", "1")
            kind = "•" if name == "ul" else attributes.get("type", "1")
            self._lists.append(_List(kind, int(start) - 1 if start.isdecimal() and len(start) < 6 else 0))
        elif name == "li":
            self._item()
        elif name == "aside":
            self._aside = len(self.items)
        elif name[0] == "h" and name[1:].isdigit():
            self._heading = int(name[1:])
        else:
            self._start_table(name)

    def _raise(self, name: str, target: str) -> None:
        """A raised text, or a link inside the page, begins."""
        if name == "sup" or target.startswith("#"):
            self._raised = len(self._line.text) if self._raised < 0 else self._raised
            self._target = target.removeprefix("#") or self._target

    def _start_table(self, name: str) -> None:
        if name == "table":
            self._tables.append([])
        elif name == "tr" and self._tables:
            self._tables[-1].append([])
        elif name in ("td", "th") and self._tables:
            if not self._tables[-1]:
                self._tables[-1].append([])
            self._tables[-1][-1].append([])

    def _void(self, name: str) -> None:
        if name == "hr":
            self._flush()
        elif name == "br":
            self._breaks += 1
            if self._breaks > 1 or not self._line.text:
                self._flush()
            else:
                self._line.text += "\n"

    def _close(self, name: str) -> None:
        depth = next((k for k in range(len(self._open) - 1, max(-1, len(self._open) - 60), -1) if self._open[k].name == name), None)
        if name in ("sup", "a") and depth is not None:
            self._mark()
        if name in _BLOCKS:
            self._flush()
        if depth is None:
            return
        for element in self._open[depth:]:
            self._skip -= element.name in _SKIPPED
        del self._open[depth:]
        self._end(name)

    def _end(self, name: str) -> None:
        """Close an element, and what ends with it."""
        if name == "li":
            self._line.label = ""
        elif name in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif name == "table" and self._tables:
            self._table(self._tables.pop())
        elif name[0] == "h" and name[1:].isdigit():
            self._heading = None
        elif name == "aside":
            self._box()

    def _mark(self) -> None:
        """A raised text or a link inside the page has ended: a mark, where it looks like one."""
        if self._raised < 0 or any(element.name in ("sup", "a") for element in self._open[:-1][-3:]):
            return
        line, start = self._line, self._raised
        text = line.text[start:]
        match = _MARK.fullmatch(text.strip())
        if match is not None:
            line.text = line.text[:start] + text.strip()
            line.marks.append((start, len(line.text), self._target))
            if start:
                self._keys.add(match[1])
                if self._target:
                    self._known.setdefault(self._target, match[1])
        elif text.strip() in ("↩", "^", "↑", "↩︎", "[↑]"):
            line.text = line.text[:start]
        self._raised, self._target = -1, ""

    def _item(self) -> None:
        if not self._lists:
            self._line.label = "•\t"
            return
        inner = self._lists[-1]
        inner.count += 1
        value = inner.count
        shown = {
            "•": "•", "a": f"({letters(value)})", "i": f"({roman(value)})", "A": f"{letters(value).upper()}.",
            "I": f"{roman(value).upper()}.",
        }  # fmt: skip
        self._line.label = shown.get(inner.kind, f"{value}.") + "\t"

    def _flush(self) -> None:
        """End the paragraph that is being filled."""
        line, self._line = self._line, _Line()
        self._raised, self._breaks = -1, 0
        text = line.text.rstrip(" \n")
        if self._skip or not text.strip():
            if not self._skip:
                self._line.label, self._line.ids = line.label, line.ids
            return
        key = self._note_key(line)
        if key is not None:
            self._note(key, text)
            return
        label = "" if _TYPED.match(text) else line.label
        marks = [(start + len(label), end + len(label)) for start, end, _ in line.marks if end <= len(text)]
        para = Para(label + text, marks, self._heading, joined=False)
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1].append(para)
        else:
            self.items.append(para)

    def _note_key(self, line: _Line) -> str | None:
        """The mark of the footnote that a paragraph is, or goes on (then empty); None for text."""
        ids = line.ids | {element.id for element in self._open[-6:] if element.id}
        for identity in ids:
            if identity in self._known:
                return self._known.pop(identity)
        if line.marks and line.marks[0][0] == 0:
            key = _MARK.fullmatch(line.text[: line.marks[0][1]].strip())
            if key is not None and key[1] in self._keys:
                return key[1]
        inside = any(_NOTE_ID.match(element.id) for element in self._open[-6:] if element.id)
        return "" if inside and self.notes else None

    def _note(self, key: str, text: str) -> None:
        if not key:
            self.notes[-1].paras.append(Para(text))
            return
        match = _MARK.match(text)
        if match is not None and match[1] == key:
            text = text[match.end() :]
        self.notes.append(Note(key, [Para(text.strip(" .\t"))]))

    def _table(self, rows: list[list[list[Para]]]) -> None:
        rows = [row for row in rows if row]
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1] += [para for row in rows for cell in row for para in cell]
        elif rows:
            self.items.append(Table(rows))

    def _box(self) -> None:
        """Paragraphs of an aside, made one box: those since it was opened."""
        paras = [item for item in self.items[self._aside :] if isinstance(item, Para)]
        del self.items[self._aside :]
        if paras:
            self.items.append(Box(paras))
