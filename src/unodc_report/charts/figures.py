"""Figures: those of a report by its topics, and one figure over the years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

import altair as alt
import pyarrow as pa

from unodc_report.charts.style import BLUE, INK, PALETTE, WIDTH, Tables, data, heading, named, shortened, styled

_TOPIC: Final = 26  # characters
_ITEM: Final = 22
_ROW: Final = 19  # pixels
_CLAUSE: Final = re.compile("[，。；：、()（）]")
_APPROXIMATE: Final = {"about": "≈", "over": ">", "at_least": "≥", "nearly": "<", "under": "<", "up_to": "≤", "exact": ""}


def figures_by_topic(source: Tables, *, unit: str | None = None, limit: int = 30) -> alt.FacetChart:
    """The largest figures of a report, one bar each, under the chapters that they stand in; the axis is logarithmic.

    Args:
        source: a report or a corpus.
        unit: only figures of this unit (`t`, `USD`, `%`); by default what is counted (people, cases, States).
        limit: how many.
    """
    rows = _chosen(source, unit)
    rows = sorted(rows, key=lambda row: -row["value"])[:limit]
    chapters = _chapters(source)
    bars = [_bar(number, row, chapters) for number, row in enumerate(rows)]
    topics = list(dict.fromkeys(bar["topic"] for bar in sorted(bars, key=lambda bar: bar["order"])))
    base = alt.Chart().encode(
        y=alt.Y(
            "key:N",
            sort=alt.SortField("value", "descending"),
            title=None,
            axis=alt.Axis(labelExpr="split(datum.label, '\\uE000')[0]", labelLimit=320, ticks=False, domain=False),
        ),
        x=alt.X(
            "value:Q",
            title=unit or "number",
            scale=alt.Scale(type="symlog", constant=1, nice=False),
            axis=alt.Axis(labelExpr="replace(format(datum.value, '~s'), 'G', 'B')", values=_ticks(rows)),
        ),
        tooltip=[
            alt.Tooltip("text:N"),
            alt.Tooltip("item:N"),
            alt.Tooltip("sentence:N"),
            alt.Tooltip("paragraph:N"),
            alt.Tooltip("file:N"),
        ],
    )
    layers = alt.layer(
        base.mark_bar(color=BLUE, height=11, cornerRadiusEnd=2),
        base.mark_text(align="left", dx=5, color=INK, fontSize=11).encode(text="text:N"),
        data=data(bars),
    ).properties(width=WIDTH - 180, height=alt.Step(_ROW))
    what = f"unit {unit}" if unit else "what is counted"
    chart = layers.facet(
        row=alt.Row(
            "topic:N",
            sort=topics,
            title=None,
            header=alt.Header(
                labelAngle=0, labelAlign="left", labelOrient="top", labelAnchor="start", labelFontWeight="bold", labelPadding=2
            ),
        ),
        spacing=14,
        title=heading(
            f"Figures by topic: {named(source)}", f"The {len(bars)} largest, {what}; logarithmic scale" if bars else f"No figures ({what})"
        ),
    )
    return styled(chart.resolve_scale(y="independent"))


def trend_over_time(trend: pa.Table, *, by: Literal["unit", "item"] = "unit", title: str = "Trend") -> alt.LayerChart:
    """One figure over the reports, as `Corpus.trend` gives it: a point a statement, a line through those of one unit or one item.

    Args:
        trend: its table.
        by: what has a line of its own.
        title: of the chart.
    """
    rows: list[dict[str, Any]] = [
        {
            "year": row["year"],
            "date": row["date"].isoformat(),
            "value": float(row["value"]),
            "line": row[by] or "",
            "text": _APPROXIMATE.get(row["qualifier"], "") + f"{row['value'].normalize():,f}",
            "report": row["symbol"] or row["file"],
            "sentence": row["sentence"],
        }
        for row in trend.to_pylist()
        if row["date"] is not None and row["value"] is not None
    ]
    base = alt.Chart(data(rows)).encode(
        x=alt.X(
            "year:Q",
            title=None,
            scale=alt.Scale(zero=False, padding=36),
            axis=alt.Axis(format="d", values=sorted({row["year"] for row in rows}), grid=False),
        ),
        y=alt.Y("value:Q", title=None, scale=alt.Scale(zero=False, padding=24)),
        color=alt.Color(
            "line:N",
            title=None,
            scale=alt.Scale(range=list(PALETTE)),
            legend=alt.Legend(orient="bottom") if len({r["line"] for r in rows}) > 1 else None,
        ),
        tooltip=["text:N", "date:T", "report:N", "sentence:N"],
    )
    layers: Any = alt.layer(
        base.mark_line(strokeWidth=2, interpolate="linear"),
        base.mark_circle(size=70, opacity=1),
        base.mark_text(dy=-13, fontSize=12).encode(text="text:N"),
    )
    chart: alt.LayerChart = layers.properties(width=WIDTH - 80, height=260, title=heading(title))
    return styled(chart)


def _chosen(source: Tables, unit: str | None) -> list[dict[str, Any]]:
    rows = source.to_arrow("observations").to_pylist()
    positive = [row for row in rows if row["value"] is not None and row["value"] > 0]
    return [row for row in positive if (row["unit"] == unit if unit else row["kind"] == "count")]


def _bar(number: int, row: Mapping[str, Any], chapters: Mapping[tuple[str | None, str], tuple[int, str]]) -> dict[str, Any]:
    order, topic = chapters.get((row["file"], row["section"]), (-1, "")) if row["section"] else (-1, "")
    shown = shortened(_label(row), _ITEM)
    return {
        "key": f"{shown}\ue000{number}",  # two bars may have one label
        "topic": shortened(topic, _TOPIC) or "–",
        "order": order,
        "value": float(row["value"]),
        **{name: row[name] for name in ("text", "item", "sentence", "paragraph", "file")},
    }


def _label(row: Mapping[str, Any]) -> str:
    """What is counted and what happened to it; where nothing is named, the clause of the figure."""
    item, action = row["item"], row["action"]
    if item:
        return f"{action}：{item}" if action and action not in item else str(item)
    clauses = _CLAUSE.split(row["sentence"])
    return next((clause for clause in clauses if row["text"] in clause), row["sentence"]).replace(row["text"], "…")


def _ticks(rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """Ticks of the logarithmic axis: 0 and the powers of ten up to the largest figure; every third one where there are many."""
    highest = max((int(row["value"]) for row in rows), default=1)
    powers = [10**power for power in range(len(str(highest)))]
    return [0, *powers[:: 1 if len(powers) < 8 else 3]]


def _chapters(source: Tables) -> dict[tuple[str | None, str], tuple[int, str]]:
    """For each heading the place and the text of the highest heading above it, itself included."""
    rows = source.to_arrow("paragraphs").select(["file", "id", "kind", "section", "text"]).to_pylist()
    headings = {(row["file"], row["id"]): row for row in rows if row["kind"] == "heading"}
    places = {key: place for place, key in enumerate(headings)}
    top: dict[tuple[str | None, str], tuple[int, str]] = {}
    for key, row in headings.items():
        above = (row["file"], row["section"])
        top[key] = top.get(above) or (places[key], row["text"])
    return top
