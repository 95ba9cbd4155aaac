"""Who cites what, as a network of two columns: reports on the left, what they cite on the right, so that every name can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import altair as alt

from unodc_report.charts.style import INK, PALETTE, Tables, data, heading, named, shortened, styled
from unodc_report.corpus.citations import citations

_KINDS: Final = ("report", "resolution", "decision", "document", "instrument")
_ROW: Final = 18  # pixels
_BEND: Final = 0.35  # of the width: how far a line leaves its column before it turns
_STEPS: Final = 30  # points of a line
_NAME: Final = 34  # characters


def citation_network(source: Tables, *, instruments: bool = True, limit: int = 40) -> alt.LayerChart:
    """Reports and what they cite. The thicker a line, the more often; the larger a dot, the more reports cite the document.

    A report that cites another report of the corpus is joined to it by a bow.

    Args:
        source: a report or a corpus.
        instruments: also treaties and other instruments.
        limit: how many cited documents, those that are cited most.
    """
    graph = citations(source.to_arrow("reports"), source.to_arrow("mentions"), instruments=instruments)
    nodes = {node["id"]: node for node in graph.nodes.to_pylist()}
    edges = graph.edges.to_pylist()
    weight: dict[str, int] = defaultdict(int)
    for edge in edges:
        weight[edge["target"]] += edge["mentions"]
    cited = sorted((name for name in nodes if not nodes[name]["in_corpus"]), key=lambda n: (-nodes[n]["cited_by"], -weight[n], n))
    left = sorted((name for name in nodes if nodes[name]["in_corpus"]), key=lambda n: (str(nodes[n]["published"]), n))
    right = _ordered(cited[:limit], left, edges)
    places = {**_column(left, 0.0), **_column(right, 1.0)}
    height = max(len(left), len(right), 6) * _ROW
    below = f"{len(right)} of {len(cited)} cited documents, those cited most" if len(cited) > limit else f"{len(cited)} cited documents"
    chart = alt.layer(*_lines(edges, places), *_points(nodes, places, weight)).properties(
        width=420, height=height, title=heading(f"Citations: {named(source)}", below)
    )
    return styled(chart.resolve_scale(size="independent"))


def _lines(edges: Iterable[Mapping[str, Any]], places: Mapping[str, tuple[float, float]]) -> list[alt.Chart]:
    points = [
        {"edge": number, "step": step, "x": x, "y": y, **{name: edge[name] for name in ("source", "target", "kind", "mentions")}}
        for number, edge in enumerate(edges)
        if edge["target"] in places
        for step, (x, y) in enumerate(_curve(places[edge["source"]], places[edge["target"]]))
    ]
    most = max([8, *(point["mentions"] for point in points)])
    lines = (
        alt.Chart(data(points))
        .mark_line(opacity=0.35)
        .encode(
            x=_axis("x", [-0.05, 1.05]),
            y=_axis("y", [1.02, -0.02]),
            detail="edge:N",
            order="step:Q",
            color=_colour(),
            strokeWidth=alt.StrokeWidth("mentions:Q", scale=alt.Scale(type="sqrt", domain=[1, most], range=[1, 5]), legend=None),
            tooltip=["source:N", "target:N", "mentions:Q"],
        )
    )
    return [lines]


def _points(
    nodes: Mapping[str, Mapping[str, Any]], places: Mapping[str, tuple[float, float]], weight: Mapping[str, int]
) -> list[alt.Chart]:
    rows = [
        {
            "id": name, "label": shortened(name, _NAME), "kind": nodes[name]["kind"], "x": x, "y": y, "title": nodes[name]["title"] or "",
            "cited_by": nodes[name]["cited_by"], "mentions": weight.get(name, 0),
        }
        for name, (x, y) in places.items()
    ]  # fmt: skip
    most = max([4, *(row["cited_by"] for row in rows)])
    base = alt.Chart(data(rows)).encode(
        x=_axis("x", [-0.05, 1.05]), y=_axis("y", [1.02, -0.02]), tooltip=["id:N", "kind:N", "title:N", "cited_by:Q", "mentions:Q"]
    )
    return [
        base.mark_circle(opacity=1).encode(
            color=_colour(),
            size=alt.Size("cited_by:Q", scale=alt.Scale(type="sqrt", domain=[0, most], range=[30, 200]), legend=None),
        ),
        base.transform_filter("datum.x == 0").mark_text(align="right", dx=-12, fontSize=11, color=INK).encode(text="label:N"),
        base.transform_filter("datum.x == 1").mark_text(align="left", dx=12, fontSize=11, color=INK).encode(text="label:N"),
    ]


def _axis(name: str, domain: Sequence[float]) -> Any:  # noqa: ANN401  # one of two classes of altair
    channel = alt.X if name == "x" else alt.Y
    return channel(f"{name}:Q", axis=None, scale=alt.Scale(domain=list(domain), nice=False))


def _colour() -> alt.Color:
    return alt.Color(
        "kind:N", scale=alt.Scale(domain=list(_KINDS), range=list(PALETTE[: len(_KINDS)])), legend=alt.Legend(orient="bottom", title=None)
    )


def _column(names: Sequence[str], x: float) -> dict[str, tuple[float, float]]:
    return {name: (x, (place + 0.5) / len(names)) for place, name in enumerate(names)}


def _ordered(right: Sequence[str], left: Sequence[str], edges: Iterable[Mapping[str, Any]]) -> list[str]:
    """The cited documents in order: by the mean place of the reports that cite them, so that few lines cross; ties by name."""
    rank = {name: place for place, name in enumerate(left)}
    citing: dict[str, list[int]] = defaultdict(list)
    for edge in edges:
        citing[edge["target"]].append(rank[edge["source"]])
    return sorted(right, key=lambda name: (sum(citing[name]) / len(citing[name]), name))


def _curve(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Points of a line that leaves and reaches its columns level: a cubic Bézier curve."""
    (x0, y0), (x3, y3) = start, end
    x1, x2 = (x0 + _BEND / 2, x3 + _BEND / 2) if x0 == x3 else (x0 + _BEND, x3 - _BEND)
    points = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
        points.append((round(a * x0 + b * x1 + c * x2 + d * x3, 4), round(a * y0 + b * y0 + c * y3 + d * y3, 4)))
    return points
