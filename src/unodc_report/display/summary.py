"""A report at a glance: what it is, how it is built, what it names most, the figures it gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, Final

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from unodc_report.display.terminal import console
from unodc_report.display.values import deed, number
from unodc_report.models.document import Block
from unodc_report.models.mentions import MENTION_TYPES, MentionBase, Quantity

if TYPE_CHECKING:
    from unodc_report.report import Report, Section

_COUNTRIES: Final = 12
_QUANTITIES: Final = 20
_FREQUENT: Final = 3  # of a type
_WORD: Final = 24  # characters of a frequent value
_BAR: Final = 10  # cells
_AROUND: Final = 8  # characters on either side of a quantity
_NARROW: Final = {"in": 6, "value": 15, "unit": 4, "of": 14, "action": 8, "where": 8, "when": 11}  # cells a column
_WIDE: Final = {"in": 6, "value": 15, "unit": 6, "of": 20, "action": 8, "where": 12, "when": 15, "as written": 28}
_WIDE_FROM: Final = 118
_FIELDS: Final = ("symbol", "body", "session", "agenda_item", "date", "author", "distribution", "original_language", "job_number")


def print_summary(report: Report, stream: IO[str], *, everything: bool = False, width: int | None = None) -> None:
    """Print a report's summary.

    Args:
        report: what to sum up.
        stream: colours are used if it is a terminal, and none otherwise.
        everything: list all quantities.
        width: columns; None for the terminal's (80 where there is none, or the variable COLUMNS).
    """
    out = console(stream, width)
    for part in _parts(report, everything=everything, width=out.width):
        out.print(part)


def _parts(report: Report, *, everything: bool, width: int) -> Iterator[RenderableType]:
    yield _head(report)
    if report.headings:
        yield _titled("Structure", _outline(report))
    if report.mentions:
        yield _titled(f"Mentions: {len(report.mentions):,}", _types(report))
    if report.countries:
        yield _titled(f"Countries: {len({m.iso3 for m in report.countries})}", _countries(report))
    if report.quantities:
        yield _titled(f"Quantities: {len(report.quantities)}", _quantities(report, everything=everything, width=width))
    if report.notes:
        yield _titled(f"Not decided: {len(report.notes)}", Group(*(Text(f"· {note}") for note in report.notes)))


def _titled(title: str, body: RenderableType) -> RenderableType:
    return Group(Text(f"\n{title}", style="bold cyan"), Padding(body, (0, 0, 0, 2), expand=False))


def _head(report: Report) -> RenderableType:
    title = report.metadata.title or " ".join(block.text for block in report.blocks if block.kind == "title") or report.name or "(no title)"
    known = [(name, getattr(report.metadata, name)) for name in _FIELDS if getattr(report.metadata, name)]
    grid = Table.grid(padding=(0, 2))
    for name, value in known:
        grid.add_row(Text(name.replace("_", " "), style="dim"), Text(str(value)))
    size = f"{len(report.paragraphs)} numbered paragraphs · {len(report.footnotes)} footnotes · {len(report.text):,} characters"
    grid.add_row(Text("holds", style="dim"), Text(size))
    return Group(Text(title, style="bold"), grid)


def _outline(report: Report) -> RenderableType:
    trees = [_branch(section) for section in report.sections]
    return Group(*trees)


def _branch(section: Section) -> Tree:
    label = Text(section.heading.text)
    numbers = [block.number for block in _all_blocks(section) if block.kind == "paragraph" and block.number is not None]
    if numbers:
        label.append(f"  {_span(numbers)}", style="dim")
    tree = Tree(label, guide_style="dim")
    tree.children.extend(_branch(inner) for inner in section.sections)
    return tree


def _all_blocks(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for inner in section.sections:
        yield from _all_blocks(inner)


def _span(numbers: Sequence[int]) -> str:
    return str(numbers[0]) if numbers[0] == numbers[-1] else f"{numbers[0]}-{numbers[-1]}"


def _types(report: Report) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("type")
    table.add_column("mentions", justify="right")
    table.add_column("distinct", justify="right")
    table.add_column("most frequent", overflow="fold")
    for name, model in MENTION_TYPES.items():
        mentions = [m for m in report.mentions if isinstance(m, model)]
        if mentions:
            values = Counter(_value(m) for m in mentions)
            table.add_row(name, str(len(mentions)), str(len(values)), Text(_frequent(mentions, values)))
    return table


def _value(mention: MentionBase) -> str:
    """The key by which mentions are counted as one thing: the normal form, or the words where there is none."""
    if isinstance(mention, Quantity):
        return mention.text
    known = [value for name in mention.FIELDS if name != "kind" and (value := getattr(mention, name)) is not None]
    return str(known) if known else mention.text


def _frequent(mentions: Iterable[MentionBase], values: Counter[str]) -> str:
    words: dict[str, Counter[str]] = {}
    for mention in mentions:
        words.setdefault(_value(mention), Counter())[mention.text] += 1
    top = values.most_common(_FREQUENT)
    return "  ".join(f"{_short(words[value].most_common(1)[0][0])}{f'({count})' if count > 1 else ''}" for value, count in top)


def _short(text: str) -> str:
    return text if len(text) <= _WORD else text[: _WORD - 1] + "…"


def _countries(report: Report) -> RenderableType:
    counts = Counter(m.iso3 for m in report.countries)
    names = {m.iso3: (m.label_zh or m.text, m.label_en or "") for m in report.countries}
    places: dict[str, dict[str, None]] = {}
    for m in report.countries:
        places.setdefault(m.iso3, {})[m.paragraph or "-"] = None
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, max_width=_WORD, overflow="ellipsis", style="dim")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True, style="green")
    table.add_column(style="dim", no_wrap=True, overflow="ellipsis")
    most = max(counts.values())
    for iso3, count in counts.most_common(_COUNTRIES):
        bar = "█" * max(1, round(_BAR * count / most))
        table.add_row(iso3, Text(names[iso3][0]), Text(names[iso3][1]), str(count), bar, Text("in " + ", ".join(places[iso3])))
    return Group(table, *_more(len(counts) - _COUNTRIES, "countries"))


def _quantities(report: Report, *, everything: bool, width: int) -> RenderableType:
    """One line a figure; on a wide terminal with the words around it."""
    widths = _WIDE if width >= _WIDE_FROM else _NARROW
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, cells in widths.items():
        table.add_column(name, max_width=cells, no_wrap=True, overflow="ellipsis", justify="right" if name == "value" else "left")
    deeds = {seen.quantity.start: deed(seen)[0] for seen in report.observations}
    shown = report.quantities if everything else report.quantities[:_QUANTITIES]
    for quantity in shown:
        place = Text(quantity.paragraph or "-", style="dim")
        words = (quantity.unit or "", quantity.item or "", deeds.get(quantity.start, ""), " ".join(quantity.where), quantity.when or "")
        row: list[RenderableType] = [place, number(quantity), *map(Text, words), _surroundings(report.text, quantity)]
        table.add_row(*row[: len(widths)])
    return Group(table, *_more(len(report.quantities) - len(shown), "quantities (--all lists them)"))


def _more(count: int, what: str) -> list[Text]:
    return [Text(f"and {count} more {what}", style="dim")] if count > 0 else []


def _surroundings(text: str, mention: MentionBase) -> Text:
    before = text[max(0, mention.start - _AROUND) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + _AROUND].partition("\n")[0]
    return Text.assemble((before, "dim"), (mention.text, "bold"), (after, "dim"))
