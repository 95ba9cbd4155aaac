"""The charts: what they hold, what they say, and that they can be drawn."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import altair as alt
import pytest

import unodc_report
from unodc_report import charts
from unodc_report.charts.map import NOTE
from unodc_report.corpus import Corpus
from unodc_report.data.tables import rows
from unodc_report.report import Report

FIXTURES = Path(__file__).parent.parent / "fixtures"
ALL = [charts.figures_by_topic, charts.timeline, charts.country_map, charts.citation_network]


@pytest.fixture(scope="module")
def drugs() -> Report:
    return unodc_report.read(FIXTURES / "drugs/report.pdf")


def holdings(chart: Any) -> list[dict[str, Any]]:
    """All rows that a chart holds, the shapes of the map excepted."""
    datasets = chart.to_dict().get("datasets", {})
    return [row for values in datasets.values() if isinstance(values, list) for row in values]


def words(chart: Any) -> str:
    return json.dumps(chart.to_dict(), ensure_ascii=False)


def test_figures_stand_under_the_chapters_of_the_report(drugs: Report) -> None:
    bars = holdings(charts.figures_by_topic(drugs, unit="t"))
    assert {bar["text"]: bar["value"] for bar in bars} == {
        q.text: float(q.value) for q in drugs.quantities if q.unit == "t" and q.value is not None
    }
    chapters = {heading.text for heading in drugs.headings if heading.level == 1}
    assert {bar["topic"] for bar in bars} <= chapters
    assert len({bar["topic"] for bar in bars}) > 1


def test_figures_without_a_noun_are_told_by_their_clause() -> None:
    bars = holdings(charts.figures_by_topic(unodc_report.parse("一. 导言\n\n1. 获救超过 30 人，其中 12 人受援助。\n")))
    assert [bar["key"].partition("\ue000")[0] for bar in bars] == ["获救超过…", "其中…受援助"]


def test_figures_are_limited_to_the_largest(drugs: Report) -> None:
    bars = holdings(charts.figures_by_topic(drugs, limit=5))
    counts = sorted((float(q.value) for q in drugs.quantities if q.kind == "count" and q.value), reverse=True)
    assert sorted((bar["value"] for bar in bars), reverse=True) == counts[:5]


def test_timeline_holds_each_date_once_in_the_order_of_time(drugs: Report) -> None:
    bars = {row["edtf"]: row for row in holdings(charts.timeline(drugs))}
    assert set(bars) == {date.edtf for date in drugs.dates if not date.edtf.startswith("XXXX")}
    starts = [row["from"] for row in bars.values() if not row["before"]]
    assert starts == sorted(starts)
    assert {edtf: row["mentions"] for edtf, row in bars.items()} == Counter(date.edtf for date in drugs.dates)
    assert {row["kind"] for row in bars.values()} == {"day", "up to a month", "longer", "open"}


def test_timeline_says_what_it_leaves_out() -> None:
    chart = charts.timeline(unodc_report.parse("1. 3 月 7 日开会。2020 年和 2031 年开会。\n"), last=2025)
    assert "1 without a year not shown" in words(chart)
    assert {row["text"] for row in holdings(chart)} == {"2020年"}


def test_map_counts_countries_and_carries_the_note(drugs: Report) -> None:
    chart = charts.country_map(drugs)
    codes = {row["m49"]: row["iso3"] for row in rows("countries", "m49", "iso3")}
    counted = {codes[row["m49"]]: row["count"] for row in holdings(chart) if "m49" in row}
    named = Counter(country.iso3 for country in drugs.countries)
    assert counted.items() <= named.items()
    assert len(counted) > 15
    (note,) = [title["text"] for title in [chart.to_dict()["title"]]]
    assert NOTE in " ".join(note)


def test_map_names_what_is_too_small() -> None:
    chart = charts.country_map(unodc_report.parse("1. 新加坡、马耳他和法国出席。\n"))
    assert "Not drawn at this scale: Singapore, Malta." in words(chart)
    assert [row["en"] for row in holdings(chart) if "m49" in row] == ["France"]


def test_map_of_where_figures_apply(drugs: Report) -> None:
    counted = sum(row["count"] for row in holdings(charts.country_map(drugs, of="reached")) if "m49" in row)
    assert 0 < counted <= sum(len(observation.where) for observation in drugs.observations)


def test_network_joins_reports_with_what_they_cite(drugs: Report) -> None:
    lines = {(row["source"], row["target"]) for row in holdings(charts.citation_network(drugs, instruments=False)) if "step" in row}
    symbols = {document.symbol for document in drugs.documents if document.symbol} - {drugs.metadata.symbol}
    assert lines == {(drugs.metadata.symbol, symbol) for symbol in symbols}


def test_network_is_limited_to_what_is_cited_most() -> None:
    corpus = Corpus([("a", "1. 大会第 55/25 号和第 60/1 号决议。"), ("b", "1. 大会第 60/1 号决议。")]).read(workers=1)
    shown = {row["target"] for row in holdings(charts.citation_network(corpus, limit=1)) if "step" in row}
    assert shown == {"A/RES/60/1"}


def test_trend_is_a_line_of_its_figures() -> None:
    texts = [(str(year), f"1. 截至 {year} 年 7 月，《公约》有 {n} 个缔约方。\n") for year, n in ((2018, 189), (2016, 187))]
    trend = Corpus(texts).read(workers=1).trend(item="缔约方")
    assert [row["text"] for row in holdings(charts.trend_over_time(trend))] == ["187", "189"]


@pytest.mark.parametrize("function", ALL, ids=lambda function: function.__name__)
def test_a_chart_can_be_drawn_from_much_and_from_nothing(function: Any, drugs: Report, tmp_path: Path) -> None:
    for report in (drugs, unodc_report.parse("1. 此处没有。\n")):
        chart = function(report)
        assert isinstance(chart, alt.TopLevelMixin)
        chart.save(tmp_path / "chart.png")
        assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
