"""The tables of the page: figures, countries, documents, each row leading to where it stands in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from unodc_report.display.values import deed, link, number, place, written

if TYPE_CHECKING:
    from unodc_report.models.mentions import Mention
    from unodc_report.models.observations import Observation
    from unodc_report.report import Report


def figures(report: Report) -> str:
    """One row an observation."""
    by_start = {mention.start: i for i, mention in enumerate(report.mentions) if mention.type == "quantity"}
    rows = [_figure(observation, by_start[observation.quantity.start]) for observation in report.observations]
    return _table(("¶", "As written", "Value#", "Unit", "Of what", "What happened", "Who", "Where", "When"), rows)


def countries(report: Report) -> str:
    """One row a country, those named most first."""
    return _table(("Code", "Country", "", "Mentions#", "Paragraphs"), _groups(report, "country", "iso3"))


def documents(report: Report) -> str:
    """One row a document of which the symbol is known."""
    return _table(("Symbol", "Kind", "Mentions#", "Paragraphs"), _groups(report, "document", "symbol"))


def _figure(observation: Observation, mention: int) -> Sequence[str]:
    quantity = observation.quantity
    sorts = quantity.value if quantity.value is not None else quantity.low if quantity.low is not None else quantity.high
    when = observation.when or observation.as_of
    return (
        _to(mention, observation.paragraph or "–"),
        _to(mention, quantity.text),
        f'<td class="number" data-sort="{sorts if sorts is not None else ""}">{escape(number(quantity))}</td>',
        _cell(quantity.unit),
        _cell(observation.item, observation.item_en),
        _cell(*deed(observation)),
        _cell(observation.actor or observation.programme),
        _cell(", ".join(map(place, observation.where))),
        _cell(when),
    )


def _groups(report: Report, kind: str, field: str) -> list[Sequence[str]]:
    groups: dict[str, list[tuple[int, Mention]]] = {}
    for i, mention in enumerate(report.mentions):
        value = getattr(mention, field, None) if mention.type == kind else None
        if isinstance(value, str):
            groups.setdefault(value, []).append((i, mention))
    ranked = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [_group(value, members) for value, members in ranked]


def _group(value: str, members: Sequence[tuple[int, Mention]]) -> Sequence[str]:
    first = members[0][1]
    paragraphs = {mention.paragraph or "–": i for i, mention in reversed(members)}
    places = " ".join(f'<a href="#m{i}">{escape(name)}</a>' for name, i in reversed(paragraphs.items()))
    count = f'<td class="number" data-sort="{len(members)}">{len(members)}</td>'
    ends = (count, f'<td class="places">{places}</td>')
    if first.type == "country":
        return (_cell(value), _to(members[0][0], first.label_zh or first.text, chinese=True), _cell(first.label_en), *ends)
    address = link(first)
    outside = f' <a class="out" href="{escape(address)}" rel="noopener noreferrer" target="_blank" data-w>open</a>' if address else ""
    shown = f'<td><a href="#m{members[0][0]}">{escape(value)}</a>{outside}</td>'
    return (shown, _cell(written(getattr(first, "kind", ""))), *ends)


def _to(mention: int, words: str, *, chinese: bool = False) -> str:
    language = ' lang="zh-Hans"' if chinese else ""
    return f'<td><a href="#m{mention}"{language}>{escape(words)}</a></td>'


def _cell(words: str | None, gloss: str | None = None) -> str:
    aside = f' <span class="gloss">{escape(gloss)}</span>' if gloss else ""
    return f"<td>{escape(words or '')}{aside}</td>"


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose columns can be sorted; a name that ends in # is of a column of numbers."""
    heads = "".join(f'<th scope="col"{" class=number" if name.endswith("#") else ""}>{escape(name.rstrip("#"))}</th>' for name in names)
    body = "".join(f"<tr>{''.join(row)}</tr>\n" for row in rows)
    if not body:
        return '<p class="none" data-w>None in this report.</p>'
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
