"""Sets a specimen on pages of any size, as a converter of any habits would print it: the gold of each block goes along."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import specimens
from hypothesis import strategies as st

from fixtures.build import structure_rows
from fixtures.layouts import RULE, Line, Pages, Sheet, lines_of, paginate
from fixtures.markup import Block, Specimen, read_specimen
from fixtures.setting import Style

FURNITURE: Final = (
    "\n{symbol}\n\n{page}/{count} {job}\n\n", "{symbol} {page}/{count} {job}\n", "{job}\n{page}/{count}\n\f", "{page}/{count} {job}\n\f{symbol}\n", "\n{symbol}\n{job} {page}/{count}\n",
    "- {page} -\n\f", "第 {page} 页，共 {count} 页\n",
)  # fmt: skip
"""What stands between two pages."""

Shape = tuple[str, int | None, str]
"""The kind of a block, the level of a heading, the text without white space."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a converter sets a text on pages.

    Attributes:
        width: of a line, in half-width columns.
        height: of a page, in lines.
        style: blanks, brackets, digits, marks, where words may break.
        blank: blank lines between two lines of a paragraph.
        apart: what tells blocks apart: `gap`, one more blank line; `indent`, of their first line; `trailing`, a blank at their end; or nothing.
        furniture: what stands between two pages.
        end: what ends a line.
    """

    width: int
    height: int
    style: Style
    blank: int
    apart: str
    furniture: str
    end: str


STYLES: Final = (Style(0, spaced=True), Style(0, spaced=True, mark="superscript"), Style(0, ascii_forms=True, breaks="/"), Style(0, mark="bracket", breaks="/-,"), Style(0, full_width=True, mark="superscript"))
HABITS: Final = st.builds(
    Habits, width=st.integers(56, 124), height=st.integers(16, 60), style=st.sampled_from(STYLES), blank=st.integers(0, 1),
    apart=st.sampled_from(("gap", "indent", "trailing")), furniture=st.sampled_from(FURNITURE), end=st.sampled_from(("\n", "\r\n")),
)  # fmt: skip


@cache
def specimen(name: str) -> Specimen:
    """The source of a specimen."""
    return read_specimen(specimens.FIXTURES / "source" / f"{name}.txt")


def set_pages(name: str, habits: Habits) -> tuple[str, dict[str, Shape]]:
    """The raw text of a specimen, and what its blocks must be, the masthead apart."""
    source, sheet = specimen(name), Sheet()
    sheet.raw(_masthead(source.masthead, habits))
    style = Style(habits.width, habits.style.spaced, habits.style.ascii_forms, habits.style.full_width, habits.style.mark, habits.style.breaks)
    pages = paginate(source, style, habits.height, lambda block: _indent(block, habits))
    for number, (lines, notes) in enumerate(pages, 1):
        for line in lines:
            _put(sheet, line, habits)
        if notes:
            sheet.raw(RULE + habits.end)
            for note in notes:
                for line in lines_of(note, style):
                    _put(sheet, line, habits)
        if number < len(pages):
            sheet.raw(_foot(source.masthead, number, pages, habits))
    rows = structure_rows(source, sheet)
    return "".join(sheet.parts), {str(row["id"]): _shape(row) for row in rows}


def _masthead(head: dict[str, str], habits: Habits) -> str:
    fields = [f"联合国 {head['symbol']}", head["organ"], "Distr.: General", head["date"], head["language"], f"Original: {head['original']}"]
    lines = [*fields, *head["session"].split("|"), head["agenda"]]
    return "".join(line + habits.end * (1 + habits.blank) for line in lines if line) + habits.end


def _indent(block: Block, habits: Habits) -> tuple[str, str]:
    return ("    ", "") if habits.apart == "indent" and block.kind in {"para", "summary", "item"} else ("", "")


def _put(sheet: Sheet, line: Line, habits: Habits) -> None:
    more = habits.apart == "gap" or line.block.kind in {"title", "heading"}
    sheet.raw(line.indent)
    sheet.put(line.block, line.pieces)
    sheet.raw(" " * (habits.apart == "trailing" and line.last) + habits.end * (1 + habits.blank + (more and line.last)))


def _foot(head: dict[str, str], number: int, pages: Pages, habits: Habits) -> str:
    text = habits.furniture.format(symbol=head["symbol"], job=head["job"], page=number + 1, count=len(pages))
    return text.replace("\n", habits.end * (1 + habits.blank))


def _shape(row: dict[str, object]) -> Shape:
    kind, level = str(row["kind"]), row.get("level")
    heading = kind == "heading" and isinstance(level, int)
    return {"para": "paragraph"}.get(kind, kind), int(str(level)) if heading else None, "".join(str(row["text"]).split())
