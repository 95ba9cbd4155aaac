"""Countries on a map."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

import altair as alt

from unodc_report.charts.style import BLUE, QUIET, WIDTH, Tables, data, heading, named, styled
from unodc_report.data.tables import rows

NOTE: Final = (
    "The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance "
    "by the United Nations."
)
SHAPES: Final = "Shapes: Natural Earth, 1:110 million, through world-atlas."
AS_IN_M49: Final = {"TWN": "CHN"}
"""Areas of ISO 3166-1 that the M49 standard does not list apart: drawn and counted as there."""
_LISTED: Final = 8  # names of States that are too small to be drawn
_TITLES: Final = {"named": "Countries named", "reached": "Countries that figures apply to"}
_COUNTS: Final = {"named": "mentions", "reached": "figures"}


def country_map(source: Tables, *, of: Literal["named", "reached"] = "named") -> alt.VConcatChart:
    """The countries of a report on a map of the world, darker the more often they occur.

    Below the map stand the note of the United Nations on boundaries and the countries that are too small for its scale.

    Args:
        source: a report or a corpus.
        of: `named` counts mentions, `reached` the figures that apply to a country.
    """
    counts = _counts(source, of)
    codes = {row["iso3"]: row for row in rows("countries", "iso3", "m49", "en", "zh")}
    shown = [_country(codes[iso3], count, _COUNTS[of]) for iso3, count in counts.items() if codes[iso3]["m49"] in _drawn()]
    small = [codes[iso3] for iso3, _ in counts.most_common() if codes[iso3]["m49"] not in _drawn()]
    below = f"{len(counts)} countries and areas, {counts.total()} {_COUNTS[of]}"
    chart = (
        alt.layer(_ground(), _filled(shown, _COUNTS[of]))
        .project("equalEarth")
        .properties(width=WIDTH, height=WIDTH // 2, title=heading(f"{_TITLES[of]}: {named(source)}", below))
    )
    note = alt.TitleParams(
        [*([_listed(small)] if small else []), *_wrapped(NOTE), SHAPES],
        orient="bottom", anchor="start", fontSize=10, fontWeight="normal", color=QUIET, offset=10, lineHeight=14,
    )  # fmt: skip
    return styled(alt.vconcat(chart, title=note))


def _ground() -> alt.Chart:
    return alt.Chart(_world()).mark_geoshape(fill="#e3e7eb", stroke="white", strokeWidth=0.4)


def _filled(shown: list[dict[str, Any]], what: str) -> alt.Chart:
    """The shapes of the countries that occur: each takes its row by its code."""
    highest = max((row["count"] for row in shown), default=1)
    ticks = sorted({1, round((highest + 1) / 2), highest})
    return (
        alt.Chart(_world())
        .mark_geoshape(stroke="white", strokeWidth=0.4)
        .transform_lookup(lookup="id", from_=alt.LookupData(data(shown), "m49", ["count", "en", "zh"]))
        .transform_filter("isValid(datum.count)")
        .encode(
            color=alt.Color(
                "count:Q",
                title=what,
                scale=alt.Scale(type="sqrt", domain=[1, highest] if highest > 1 else [0, 1], range=["#a3c9e8", BLUE, "#06385f"]),
                legend=alt.Legend(orient="none", legendX=8, legendY=WIDTH // 2 - 130, values=ticks, format="d", gradientLength=80),
            ),
            tooltip=[alt.Tooltip("en:N", title="country"), alt.Tooltip("zh:N", title="国家"), alt.Tooltip("count:Q", title=what)],
        )
    )


def _counts(source: Tables, of: str) -> Counter[str]:
    if of == "named":
        places = source.to_arrow("countries").column("iso3").to_pylist()
    else:
        codes = {row["iso3"] for row in rows("countries", "iso3")}
        lists = source.to_arrow("observations").column("where").to_pylist()
        places = [place for where in lists for place in where or () if place in codes]
    return Counter(AS_IN_M49.get(place, place) for place in places)


def _country(row: Mapping[str, str], count: int, what: str) -> dict[str, Any]:
    return {"m49": row["m49"], "en": row["en"], "zh": row["zh"], "count": count, "what": what}


def _listed(small: list[Mapping[str, str]]) -> str:
    names = ", ".join(row["en"] for row in small[:_LISTED])
    more = f" and {len(small) - _LISTED} more" if len(small) > _LISTED else ""
    return f"Not drawn at this scale: {names}{more}."


def _wrapped(text: str, width: int = 110) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@cache
def _atlas() -> Any:  # noqa: ANN401  # topojson
    return json.loads((files(__package__) / "countries-110m.json").read_text(encoding="utf-8"))


@cache
def _drawn() -> frozenset[str]:
    """M49 codes of the shapes."""
    return frozenset(shape["id"] for shape in _atlas()["objects"]["countries"]["geometries"] if "id" in shape)


def _world() -> alt.InlineData:
    return alt.InlineData(values=_atlas(), format=alt.TopoDataFormat(feature="countries", type="topojson"), name="world")
