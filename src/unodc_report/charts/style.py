"""What all charts share: where their rows come from, fonts that have Chinese characters, colours, titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Protocol, TypeVar

import altair as alt
import pyarrow as pa

FONT: Final = "Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
INK: Final = "#1f2933"
QUIET: Final = "#6b7785"
BLUE: Final = "#0a6ebd"  # near the blue of the United Nations, dark enough for text
PALETTE: Final = (BLUE, "#d1661f", "#3a8f5c", "#8a5aa8", "#b8860b", "#6b7785")
WIDTH: Final = 640

_C = TypeVar("_C", alt.Chart, alt.LayerChart, alt.VConcatChart, alt.FacetChart)


class Tables(Protocol):
    """Anything that gives its rows as tables: a report or a corpus."""

    def to_arrow(self, name: str) -> pa.Table:
        """A table by its name."""


def data(rows: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """Rows as the data of a chart, inside the chart: no file goes with it."""
    return alt.InlineData(values=list(rows))


def heading(text: str, *below: str) -> alt.TitleParams:
    """A title with smaller lines below it."""
    return alt.TitleParams(text, subtitle=[line for line in below if line], anchor="start", frame="group", offset=14)


def styled(chart: _C) -> _C:
    """The chart with the fonts and colours of all."""
    return (
        chart.configure(font=FONT, padding=16, background="white")
        .configure_view(stroke=None)
        .configure_title(fontSize=16, subtitleFontSize=12, color=INK, subtitleColor=QUIET, subtitlePadding=6)
        .configure_axis(
            labelColor=INK, titleColor=QUIET, titleFontWeight="normal", gridColor="#e6eaee", domainColor="#c3cad2", labelFontSize=12
        )
        .configure_legend(labelColor=INK, titleColor=QUIET, titleFontWeight="normal", labelFontSize=12)
        .configure_header(labelColor=INK, labelFontSize=13, titleColor=QUIET)
    )


def shortened(text: str, length: int) -> str:
    """A text, cut short where it is longer than this.

    >>> shortened("可卡因缉获量", 5), shortened("可卡因", 5)
    ('可卡因缉…', '可卡因')
    """
    return text if len(text) <= length else text[: length - 1] + "…"


def named(source: Tables) -> str:
    """What a chart is of: the symbol of a report or its name, the number of reports of a corpus."""
    reports = source.to_arrow("reports").select(["symbol", "file", "error"]).to_pylist()
    read = [row for row in reports if row["error"] is None]
    if len(read) == 1:
        return str(read[0]["symbol"] or read[0]["file"] or "")
    return f"{len(read)} reports"
