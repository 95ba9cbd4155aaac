"""Who cites what: the documents that reports name by their symbols, as a graph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa

_JOINT: Final = re.compile(r"-(?=[A-Z]+(?:\.\d+)?/)")  # between the symbols of one document; not in A/RES/S-30/1
_NODES: Final = pa.schema(
    [
        ("id", pa.string()),
        ("kind", pa.string()),
        ("title", pa.string()),
        ("published", pa.date32()),
        ("in_corpus", pa.bool_()),
        ("cited_by", pa.int64()),
        ("cites", pa.int64()),
    ]
)
_EDGES: Final = pa.schema(
    [
        ("source", pa.string()),
        ("target", pa.string()),
        ("kind", pa.string()),
        ("mentions", pa.int64()),
        ("paragraphs", pa.list_(pa.string())),
    ]
)


@dataclass(frozen=True, slots=True)
class Citations:
    """A graph of citations.

    Attributes:
        nodes: `id` (symbol; for a report without one its file name; id of an instrument), `kind` (report, resolution, decision,
            document, instrument), `title` and `published` of reports of the corpus, `in_corpus`, `cited_by` (number of reports),
            `cites` (number of documents).
        edges: `source`, `target`, `kind` of the target, how many `mentions`, and the `paragraphs` that hold them.
    """

    nodes: pa.Table
    edges: pa.Table


def citations(reports: pa.Table, mentions: pa.Table, *, instruments: bool = False) -> Citations:
    """The graph of a corpus or of one report; a report that names itself does not cite itself.

    Args:
        reports: the table of that name.
        mentions: the table of that name.
        instruments: also treaties and other instruments that have an id.

    >>> from unodc_report import parse
    >>> report = parse("1. 大会第 75/196 号和第 76/185 号决议，以及 A/76/122。2020 年又见大会第 75/196 号决议。")
    >>> graph = citations(report.to_arrow("reports"), report.to_arrow("mentions"))
    >>> graph.edges.select(["target", "mentions"]).to_pylist()[1]
    {'target': 'A/RES/75/196', 'mentions': 2}
    """
    known = [row for row in reports.to_pylist() if row["error"] is None]
    sources = {row["file"]: _id(row) for row in known}
    index = {symbol: _id(row) for row in known for symbol in (row["symbol"], *_symbols(row["symbol"])) if symbol}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    columns = mentions.select(["file", "type", "symbol", "kind", "id", "paragraph"])
    for row in columns.to_pylist():
        for target, kind in _targets(row, index, instruments=instruments):
            if target != sources[row["file"]]:
                found[sources[row["file"]], target].append(row["paragraph"])
                kinds.setdefault(target, kind)
    edges = [
        {"source": source, "target": target, "kind": kinds[target], "mentions": len(where), "paragraphs": list(dict.fromkeys(where))}
        for (source, target), where in sorted(found.items())
    ]
    return Citations(_nodes(known, edges), pa.Table.from_pylist(edges, schema=_EDGES))


def _id(report: Mapping[str, Any]) -> str:
    return str(report["symbol"] or report["file"] or "")


def _symbols(symbol: str | None) -> list[str]:
    """The symbols of a document that has two.

    >>> _symbols("E/2021/30-E/CN.15/2021/17"), _symbols("A/RES/S-30/1")
    (['E/2021/30', 'E/CN.15/2021/17'], ['A/RES/S-30/1'])
    """
    return _JOINT.split(symbol) if symbol else []


def _targets(row: Mapping[str, Any], index: Mapping[str, str], *, instruments: bool) -> Iterator[tuple[str, str]]:
    if row["type"] == "document" and row["symbol"]:
        held = (index[symbol] for symbol in _symbols(row["symbol"]) if symbol in index)
        report = next(held, None)
        yield (report, "report") if report else (row["symbol"], row["kind"])
    elif instruments and row["type"] == "instrument" and row["id"]:
        yield row["id"], "instrument"


def _nodes(reports: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> pa.Table:
    nodes: dict[str, dict[str, Any]] = {
        _id(row): {"id": _id(row), "kind": "report", "title": row["title"], "published": row["published"], "in_corpus": True}
        for row in reports
    }
    cited, cites = defaultdict(set), defaultdict(set)
    for edge in edges:
        nodes.setdefault(edge["target"], {"id": edge["target"], "kind": edge["kind"], "in_corpus": False})
        cited[edge["target"]].add(edge["source"])
        cites[edge["source"]].add(edge["target"])
    rows = [{**node, "cited_by": len(cited[name]), "cites": len(cites[name])} for name, node in sorted(nodes.items())]
    return pa.Table.from_pylist(rows, schema=_NODES)
