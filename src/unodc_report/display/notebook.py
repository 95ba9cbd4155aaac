"""How a report and its parts show themselves in a notebook: small pieces of HTML that follow the notebook's own colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Any, Final

from unodc_report.display.marking import Mark, marked
from unodc_report.display.values import TYPE_NAMES, deed, fields, link, normal_form, number, place, slots
from unodc_report.errors import UnknownNameError
from unodc_report.models.mentions import MentionBase

if TYPE_CHECKING:
    from unodc_report.models.document import Block
    from unodc_report.models.mentions import Mention
    from unodc_report.models.observations import Observation
    from unodc_report.report import Report, Section

_SHOWN: Final = 50  # rows of a table
_TOP: Final = 8  # countries on a card
_ABOUT: Final = ("symbol", "body", "session", "date", "author")
_ATTRIBUTES: Final = {
    "countries": "country", "regions": "region", "places": "place", "organizations": "organization", "documents": "document",
    "instruments": "instrument", "publications": "publication", "events": "event", "dates": "date", "quantities": "quantity",
    "references": "reference", "drugs": "drug", "sdgs": "sdg", "programmes": "programme", "urls": "url",
}  # fmt: skip
NAMES: Final = ("mentions", *_ATTRIBUTES, "observations", "paragraphs")
"""What `Report.table` can show."""

_CLASSES: Final = {"value": ' class="n"', "mentions": ' class="n"', "when": ' class="w"'}
_STYLE: Final = (
    "<style>.ur{font-size:.9em;line-height:1.5;max-width:72em}.ur table{border-collapse:collapse;margin:.5em 0}"
    ".ur td,.ur th{text-align:left!important;vertical-align:top;padding:.2em .9em .2em 0;border-bottom:1px solid rgba(128,128,128,.3)}"
    ".ur td.n,.ur th.n{text-align:right!important;font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".ur td.w{white-space:nowrap}.ur .s{opacity:.7}"
    ".ur h4{margin:.2em 0 .3em;font-size:1.15em;line-height:1.4}.ur .t{max-height:16em;overflow:auto;padding:0 .6em;"
    "border:1px solid rgba(128,128,128,.3);border-radius:4px}.ur .t p{margin:.6em 0}"
    ".ur mark{background:rgba(255,196,0,.28);color:inherit;padding:0 1px}.ur ul{margin:.2em 0;padding-left:1.2em}</style>"
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a report, for the eye: the last value in a notebook cell shows it as a table with the paragraphs it comes from.

    For data to compute with take `Report.rows` or the objects themselves.

    Attributes:
        name: what the rows are (see `NAMES`).
        columns: their names.
        rows: the cells, as text.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    _blocks: tuple[str, ...] = field(repr=False)  # of each row
    _marks: tuple[Mark | None, ...] = field(repr=False)  # of each row
    _report: Report = field(repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.rows)

    def _repr_html_(self) -> str:
        prefix = f"ur-{sha256((self.name + self._report.text).encode('utf-8', 'replace')).hexdigest()[:8]}-"
        heads = "".join(f"<th{_class(name)}>{escape(name)}</th>" for name in ("¶", *self.columns))
        shown = range(min(len(self.rows), _SHOWN))
        lines = "".join(f"<tr>{self._place(i, prefix)}{self._cells(self.rows[i])}</tr>" for i in shown)
        more = f'<div class="s">and {len(self.rows) - _SHOWN:,} more rows</div>' if len(self.rows) > _SHOWN else ""
        head = f"<h4>{escape(self.name.capitalize())}: {len(self.rows):,}</h4>"
        return _framed(f"{head}<table><tr>{heads}</tr>{lines}</table>{more}{self._paragraphs(shown, prefix)}")

    def _place(self, row: int, prefix: str) -> str:
        mark = self._marks[row]
        target = f"{prefix}p-{self._blocks[row]}" if mark is None else f"{prefix}{mark.mention}"
        return f'<td><a href="#{escape(target)}">{escape(self._blocks[row])}</a></td>'

    def _cells(self, cells: Sequence[str]) -> str:
        return "".join(f"<td{_class(name)}>{escape(cell)}</td>" for name, cell in zip(self.columns, cells, strict=True))

    def _paragraphs(self, rows: range, prefix: str) -> str:
        """The text of the paragraphs that the rows come from, which their links lead to."""
        named = {self._blocks[row] for row in rows}
        marks = [mark for row in rows if (mark := self._marks[row]) is not None]
        lines = []
        for block in self._report.blocks:
            if block.paragraph in named:
                inside = [mark for mark in marks if block.start <= mark.start < block.end]
                words = marked(self._report.text, (block.start, block.end), inside, prefix=prefix)
                lines.append(f'<p id="{escape(prefix)}p-{escape(block.id)}">{words}</p>')
        return f'<div class="t" lang="zh-Hans">{"".join(lines)}</div>' if lines else ""


def table(report: Report, name: str) -> Table:
    """The table of that name (see `NAMES`), or of that type of mention.

    Raises:
        UnknownNameError: there is no such table.

    >>> from unodc_report import parse
    >>> list(table(parse("1. 2020年，哥伦比亚缉获106吨可卡因。"), "countries"))
    [('哥伦比亚', 'COL', 'Colombia')]
    """
    if name == "observations":
        return _observations(report)
    if name == "paragraphs":
        counts = Counter(mention.paragraph for mention in report.mentions)
        rows = [((block.text, str(counts[block.id])), block.id, None) for block in report.paragraphs]
        return _made(report, name, ("text", "mentions"), rows)
    if name == "mentions":
        return _mentions(report, name, None)
    kind = _ATTRIBUTES.get(name, name)
    if kind not in TYPE_NAMES:
        raise UnknownNameError(f"no table {name!r}: one of {', '.join(NAMES)}")
    return _mentions(report, name, kind)


_Row = tuple[tuple[str, ...], str, Mark | None]


def _made(report: Report, name: str, columns: tuple[str, ...], rows: Sequence[_Row]) -> Table:
    return Table(name, columns, tuple(row[0] for row in rows), tuple(row[1] for row in rows), tuple(row[2] for row in rows), report)


def _mentions(report: Report, name: str, kind: str | None) -> Table:
    chosen = [(i, mention) for i, mention in enumerate(report.mentions) if kind in (None, mention.type)]
    label: Callable[[Mention], str] = lambda mention: mention.label_en or mention.label_zh or ""  # noqa: E731  # one line, used twice
    if kind is None:
        columns: tuple[str, ...] = ("type", "text", "normal form", "label")
        cells = [(mention.type, mention.text, normal_form(mention), label(mention)) for _, mention in chosen]
    else:
        columns = ("text", "normal form", "label")
        cells = [(mention.text, normal_form(mention), label(mention)) for _, mention in chosen]  # type: ignore[misc]
    rows = [(row, mention.paragraph or "", _mark(i, mention)) for row, (i, mention) in zip(cells, chosen, strict=True)]
    return _made(report, name, columns, rows)


def _observations(report: Report) -> Table:
    numbers = {mention.start: i for i, mention in enumerate(report.mentions) if mention.type == "quantity"}
    rows: list[_Row] = []
    for seen in report.observations:
        cells = (
            number(seen.quantity), seen.quantity.unit or "", seen.item or "", seen.item_en or "", *deed(seen),
            seen.actor or seen.programme or "", ", ".join(map(place, seen.where)), seen.when or "",
        )  # fmt: skip
        rows.append((cells, seen.paragraph or "", _mark(numbers[seen.quantity.start], seen.quantity)))
    columns = ("value", "unit", "of what", "of what, in English", "what happened", "what happened, in English", "who", "where", "when")
    return _made(report, "observations", columns, rows)


def _mark(number_: int, mention: MentionBase) -> Mark:
    return Mark(mention.start, mention.end, number_, "m")


def report_card(report: Report) -> str:
    """A header: what the report is, how many mentions of each type, the countries named most, what stayed undecided."""
    meta = report.metadata
    title = meta.title or " ".join(block.text for block in report.blocks if block.kind == "title") or "Report"
    about = " · ".join(escape(value) for name in _ABOUT if (value := getattr(meta, name)))
    size = f"{len(report.paragraphs):,} numbered paragraphs · {len(report.footnotes):,} footnotes · {len(report.text):,} characters"
    counts: Counter[str] = Counter(mention.type for mention in report.mentions)
    types = [(TYPE_NAMES[kind][0], f"{counts[kind]:,}") for kind in TYPE_NAMES if counts[kind]]
    named = Counter((mention.iso3, mention.label_en or mention.text) for mention in report.countries).most_common(_TOP)
    lines = [("Mentions", ", ".join(f"{name.lower()} {count}" for name, count in types))]
    if named:
        lines.append(("Countries", ", ".join(f"{name} ({count})" for (_, name), count in named)))
    lines += [("Not decided", note) for note in report.notes]
    return _framed(
        f'<h4 lang="zh-Hans">{escape(title)}</h4><div lang="zh-Hans">{about}</div><div class="s">{size}</div>{_pairs(lines)}'
        '<div class="s">Tables: <code>report.table("countries")</code>, <code>"observations"</code> …; '
        'the whole text: <code>report.to_html("report.html")</code></div>'
    )  # fmt: skip


def mention_card(mention: MentionBase) -> str:
    """A mention: its words, its fields, label, rule, and what context told."""
    kind = str(mention.row()["type"])
    lines = [*fields(mention), *([("label", label)] if (label := _label(mention)) else [])]
    lines += [("context", line) for line in mention.inferred]
    lines += [("paragraph", mention.paragraph)] if mention.paragraph else []
    lines.append(("rule", mention.rule))
    address = link(mention)
    outside = f'<div><a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(address)}</a></div>' if address else ""
    head = f'<h4><span lang="zh-Hans">{escape(mention.text)}</span> <span class="s">{escape(kind)}</span></h4>'
    return _framed(f"{head}{_pairs(lines)}{outside}")


def observation_card(seen: Observation) -> str:
    """An observation: its sentence with the figure marked, the fields of the figure and the slots."""
    start = seen.sentence.find(seen.quantity.text)
    marks = [Mark(start, start + len(seen.quantity.text), 0, "m")] if start >= 0 and seen.sentence.count(seen.quantity.text) == 1 else []
    prefix = f"ur-{sha256(seen.sentence.encode('utf-8', 'replace')).hexdigest()[:8]}-o{seen.quantity.start}-"
    words = marked(seen.sentence, (0, len(seen.sentence)), marks, prefix=prefix)
    lines = [*fields(seen.quantity), *slots(seen), *(("context", line) for line in seen.inferred)]
    lines += [("paragraph", seen.paragraph)] if seen.paragraph else []
    return _framed(f'<h4>{escape(normal_form(seen.quantity))}</h4><div lang="zh-Hans">{words}</div>{_pairs(lines)}')


def section_card(section: Section) -> str:
    """A section: its heading, the headings below it, and its own blocks."""
    blocks = "".join(f"<p>{escape(block.text)}</p>" for block in section.blocks)
    text = f'<div class="t">{blocks}</div>' if blocks else ""
    return _framed(f'<div lang="zh-Hans"><h4>{escape(section.heading.text)}</h4>{_outline(section.sections)}{text}</div>')


def _outline(sections: Sequence[Section]) -> str:
    entries = (f"<li>{escape(section.heading.text)}{_size(section.blocks)}{_outline(section.sections)}</li>" for section in sections)
    return f"<ul>{''.join(entries)}</ul>" if sections else ""


def _size(blocks: Sequence[Block]) -> str:
    numbers = [block.id for block in blocks if block.kind == "paragraph"]
    return f' <span class="s">{escape(numbers[0])}–{escape(numbers[-1])}</span>' if numbers else ""


def _label(mention: MentionBase) -> str:
    return " · ".join(filter(None, (mention.label_en, mention.label_zh)))


def _pairs(lines: Sequence[tuple[str, Any]]) -> str:
    rows = "".join(f'<tr><td class="s">{escape(name)}</td><td>{escape(str(value))}</td></tr>' for name, value in lines)
    return f"<table>{rows}</table>"


def _class(column: str) -> str:
    return _CLASSES.get(column, "")


def _framed(inside: str) -> str:
    return f'{_STYLE}<div class="ur">{inside}</div>'
