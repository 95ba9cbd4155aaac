"""What stands apart from the running text: tables and figures, kept beside it, and boxes, read after the block that they interrupt."""

from __future__ import annotations

from bisect import bisect_right

from unodc_report.layout.cleaning import CleanText
from unodc_report.layout.writer import Writer
from unodc_report.models.document import Exhibit
from unodc_report.models.pages import PageMap
from unodc_report.sources.source import Hints
from unodc_report.structure.outline import Unit


def with_boxes(units: list[Unit], text: CleanText) -> list[Unit]:
    """The units with those of boxes, `b1`, `b2` …, each after the unit that it interrupts or follows."""
    if not text.boxes:
        return units
    starts = [unit.rows[0].line.start for unit in units]
    after: dict[int, list[Unit]] = {}
    count = 0
    for drafts in text.boxes:
        for draft in drafts:
            count += 1
            place = bisect_right(starts, drafts[0].rows[0].line.start) - 1
            section = _section(units[place]) if place >= 0 else None
            after.setdefault(place, []).append(Unit(f"b{count}", "text", draft.rows, section=section, paragraph=f"b{count}"))
    merged = after.get(-1, [])
    for place, unit in enumerate(units):
        merged += [unit, *after.get(place, ())]
    return merged


def _section(unit: Unit) -> str | None:
    return unit.id if unit.kind == "heading" else unit.section


def find_exhibits(raw: str, hints: Hints, units: list[Unit], page_map: PageMap | None) -> tuple[Exhibit, ...]:
    """The tables and figures, in raw order, with the block after which each stands."""
    starts = [unit.rows[0].line.start for unit in units]
    found: list[Exhibit] = []
    counts = {"table": 0, "figure": 0}
    for apart in hints.apart:
        if apart.kind == "box":
            continue
        counts[apart.kind] += 1
        place = bisect_right(starts, apart.start) - 1
        found.append(
            Exhibit(
                id=f"{apart.kind}{counts[apart.kind]}",
                kind=apart.kind,
                title=_title(raw, *apart.title) if apart.title else None,
                rows=tuple(tuple(_tidy(raw, *cell) for cell in row) for row in apart.rows),
                after=units[place].id if place >= 0 else None,
                raw_start=apart.start,
                raw_end=apart.end,
                page=page_map.page(apart.start) if page_map else None,
            )
        )
    return tuple(found)


def _title(raw: str, start: int, end: int) -> str:
    """The lines of a caption as one; a blank stays between figures (表2|2011-2020年), where the text of a page has none at a line's end."""
    title = ""
    for line in raw[start:end].splitlines(keepends=True):
        tidy = _tidy(raw, start, start + len(line))
        title += " " + tidy if title[-1:].isascii() and tidy[:1].isascii() and title and tidy else tidy
        start += len(line)
    return title


def _tidy(raw: str, start: int, end: int) -> str:
    writer = Writer(raw)
    writer.copy(start, end)
    return writer.text().strip()
