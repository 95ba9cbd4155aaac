"""The dates and periods of a report on a line of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

import altair as alt

from unodc_report.charts.style import INK, PALETTE, QUIET, WIDTH, Tables, data, heading, named, shortened, styled

_ROW: Final = 17  # pixels
_LABEL: Final = 24  # characters
_MARGIN: Final = 0.04  # of the whole time, at both ends
_KINDS: Final = ("day", "up to a month", "longer", "open")


def timeline(source: Tables, *, limit: int = 40, first: int | None = None, last: int | None = None) -> alt.LayerChart:
    """The dates of a report in the order of time: a dot for a day, a bar for a period, a fading end where it is open.

    The more often a date is named, the thicker its bar. Dates whose year the report does not tell are left out, and the line below
    the title says how many.

    Args:
        source: a report or a corpus.
        limit: how many dates, those that are named most.
        first: only dates that touch this year or a later one.
        last: only dates that touch this year or an earlier one.
    """
    rows = source.to_arrow("dates").select(["edtf", "edtf_start", "edtf_end", "text"]).to_pylist()
    known = [row for row in rows if row["edtf_start"] or row["edtf_end"]]
    inside = [row for row in known if _touches(row, first, last)]
    counts = Counter(row["edtf"] for row in inside)
    chosen = {edtf for edtf, _ in counts.most_common(limit)}
    by_edtf = {row["edtf"]: row for row in reversed(inside) if row["edtf"] in chosen}
    bars = _bars(by_edtf.values(), counts, first, last)
    left_out = len(rows) - len(known)
    below = f"{len(bars)} dates and periods of {len(counts)}" + (f"; {left_out} without a year not shown" if left_out else "")
    return styled(_chart(bars).properties(title=heading(f"Dates and periods: {named(source)}", below)))


def _chart(bars: list[dict[str, Any]]) -> alt.LayerChart:
    low, high = (bars[0]["low"], bars[0]["high"]) if bars else (None, None)
    base = alt.Chart(data(bars)).encode(
        y=alt.Y("edtf:N", sort=[bar["edtf"] for bar in bars], axis=None),
        x=alt.X(
            "from:T",
            title=None,
            scale=alt.Scale(domain=[low, high]) if bars else alt.Undefined,
            axis=alt.Axis(format=_precision(low, high), orient="top", tickCount=8),
        ),
        tooltip=[alt.Tooltip("text:N"), alt.Tooltip("edtf:N"), alt.Tooltip("mentions:Q")],
    )
    colour = alt.Color(
        "kind:N",
        title=None,
        sort=list(_KINDS),
        scale=alt.Scale(domain=list(_KINDS), range=list(PALETTE[:4])),
        legend=alt.Legend(orient="bottom"),
    )
    spans = base.transform_filter("datum.kind != 'day'").mark_bar(cornerRadius=2, strokeWidth=2)
    days = base.transform_filter("datum.kind == 'day'").mark_circle(opacity=1)
    size = alt.Size("mentions:Q", scale=alt.Scale(type="sqrt", range=[45, 160]), legend=None)
    thickness = alt.Size("mentions:Q", scale=alt.Scale(type="sqrt", range=[5, 12]), legend=None)
    faint = alt.condition("datum.kind == 'open'", alt.value(0.35), alt.value(1))
    right, left = "datum.side == 'right'", "datum.side == 'left'"
    return (
        alt.layer(
            spans.encode(x2="to:T", color=colour, stroke=colour, size=thickness, opacity=faint),
            days.encode(color=colour, size=size),
            base.transform_filter(right).mark_text(align="left", dx=8, fontSize=11, color=INK).encode(x="to:T", text="label:N"),
            base.transform_filter(left).mark_text(align="right", dx=-8, fontSize=11, color=INK).encode(text="label:N"),
            base.transform_filter("datum.before").mark_text(text="◀", dx=4, fontSize=9, color=QUIET),
            base.transform_filter("datum.after").mark_text(text="▶", dx=-4, fontSize=9, color=QUIET).encode(x="to:T"),
        )
        .resolve_scale(size="independent")
        .properties(width=WIDTH, height=alt.Step(_ROW))
    )


def _precision(low: str | None, high: str | None) -> str:
    """How the axis is labelled: by years, or by months where it covers few years."""
    days = (date.fromisoformat(high) - date.fromisoformat(low)).days if low and high else 0
    return "%Y" if days > 8 * 366 else "%Y-%m"


def _touches(row: dict[str, Any], first: int | None, last: int | None) -> bool:
    start, end = row["edtf_start"] or row["edtf_end"], row["edtf_end"] or row["edtf_start"]
    return (first is None or end.year >= first) and (last is None or start.year <= last)


def _bars(rows: Iterable[dict[str, Any]], counts: Counter[str], first: int | None, last: int | None) -> list[dict[str, Any]]:
    rows = sorted(rows, key=lambda row: (row["edtf_start"] or row["edtf_end"], row["edtf_end"] or date.max))
    ends = [day for row in rows for day in (row["edtf_start"], row["edtf_end"]) if day]
    if not ends:
        return []
    low = max(min(ends), date(first, 1, 1)) if first else min(ends)
    high = min(max(ends), date(last, 12, 31)) if last else max(ends)
    margin = timedelta(days=max(30, int((high - low).days * _MARGIN)))
    low, high = low - margin, high + margin
    middle = low + (high - low) * 0.6
    bars = []
    for row in rows:
        start, end = max(row["edtf_start"] or low, low), min(row["edtf_end"] or high, high)
        bars.append({
            "edtf": row["edtf"], "label": shortened(row["text"], _LABEL), "text": row["text"], "mentions": counts[row["edtf"]],
            "from": start.isoformat(), "to": end.isoformat(), "low": low.isoformat(), "high": high.isoformat(), "kind": _kind(row),
            "before": row["edtf_start"] is None, "after": row["edtf_end"] is None,
            "side": "left" if end > middle and row["edtf_start"] else "right",
        })  # fmt: skip
    return bars


def _kind(row: dict[str, Any]) -> str:
    if row["edtf_start"] is None or row["edtf_end"] is None:
        return "open"
    days = (row["edtf_end"] - row["edtf_start"]).days
    return "day" if days == 0 else "up to a month" if days < 31 else "longer"
