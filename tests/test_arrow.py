"""Tables of a report as Arrow, as the frames of other libraries, and as Parquet."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import unodc_report
from unodc_report.errors import MissingExtraError, UnknownNameError
from unodc_report.export.arrow import schema_of
from unodc_report.export.columns import PLURALS, TABLES, WHOLE
from unodc_report.export.frames import to_frame
from unodc_report.models.mentions import MENTION_TYPES, plain
from unodc_report.report import Report

EMPTY = unodc_report.parse("1. 此处没有。\n")


@pytest.fixture(scope="module")
def drugs() -> Report:
    return unodc_report.read(Path(__file__).parent.parent / "fixtures/drugs/report.pdf")


def only(text: str, table: str) -> dict[str, Any]:
    (row,) = unodc_report.parse(f"1. {text}\n").to_arrow(table).to_pylist()
    return dict(row)


@pytest.mark.parametrize("name", TABLES)
def test_schema_is_the_same_with_and_without_rows(name: str, drugs: Report) -> None:
    full, empty = drugs.to_arrow(name), EMPTY.to_arrow(name)
    full.validate(full=True)
    assert full.schema.equals(empty.schema, check_metadata=True)
    assert full.schema == schema_of(name)
    assert not [field.name for field in full.schema if pa.types.is_null(field.type)]


def test_every_type_has_its_table_under_the_name_of_its_property(drugs: Report) -> None:
    assert set(PLURALS.values()) == set(MENTION_TYPES)
    for name, kind in PLURALS.items():
        mentions = getattr(drugs, name)
        table = drugs.to_arrow(name)
        assert table.column("text").to_pylist() == [mention.text for mention in mentions]
        assert set(table.column("type").to_pylist()) <= {kind}
        assert set(MENTION_TYPES[kind].FIELDS) <= set(table.schema.names)


def test_rows_say_what_the_mentions_say(drugs: Report) -> None:
    records = drugs.to_arrow("mentions").to_pylist()
    assert len(records) == len(drugs.mentions) > 300
    for mention, record in zip(drugs.mentions, records, strict=True):
        for name, value in mention.row().items():
            if name == "boxes":
                assert [list(box.values()) for box in record[name]] == value
            elif name == "number":
                assert record[name] == (value if isinstance(value, list) else [value])
            elif isinstance(record[name], Decimal):
                assert plain(record[name]) == value
            else:
                assert record[name] == value, name
        assert (record["clean_start"], record["clean_end"]) == mention.span


def test_observations_and_paragraphs(drugs: Report) -> None:
    records = drugs.to_arrow("observations").to_pylist()
    assert [r["sentence"] for r in records] == [o.sentence for o in drugs.observations]
    assert [r["where"] for r in records] == [list(o.where) for o in drugs.observations]
    blocks = drugs.to_arrow("paragraphs").to_pylist()
    assert [b["id"] for b in blocks] == [b.id for b in drugs.blocks]
    assert all(drugs.text[b["clean_start"] : b["clean_end"]] == b["text"] for b in blocks)


def test_metadata_is_one_row(drugs: Report) -> None:
    (row,) = drugs.to_arrow("reports").to_pylist()
    assert (row["symbol"], row["published"], row["error"]) == ("E/CN.7/2023/9", dt.date(2023, 1, 20), None)
    assert row["mentions"] == len(drugs.mentions)


def test_numbers_are_exact() -> None:
    row = only("缉获 0.1 吨可卡因。", "quantities")
    assert row["value"] == Decimal("0.1")
    assert isinstance(row["value"], Decimal)
    assert schema_of("quantities").field("value").type == pa.decimal128(38, 12)


def test_a_number_that_does_not_fit_is_null_and_not_rounded() -> None:
    report = unodc_report.parse("1. 缉获 106 吨可卡因。\n")
    for value, held in [("0.123456789012", True), ("0.1234567890123", False), ("9" * 26, True), ("9" * 27, False), ("1E+25", True)]:
        (quantity,) = report.quantities
        other = report.model_copy(update={"mentions": (quantity.model_copy(update={"value": Decimal(value)}),)})
        assert other.to_arrow("quantities").column("value").to_pylist() == [Decimal(value) if held else None]


@pytest.mark.parametrize(
    ("text", "edtf", "first", "last"),
    [
        ("2020 年 3 月 7 日至 12 日", "2020-03-07/2020-03-12", dt.date(2020, 3, 7), dt.date(2020, 3, 12)),
        ("自 2020 年 3 月以来", "2020-03/..", dt.date(2020, 3, 1), None),
        ("截至 2021 年 5 月", "../2021-05", None, dt.date(2021, 5, 31)),
        ("2021 年下半年", "2021-41", dt.date(2021, 7, 1), dt.date(2021, 12, 31)),
        ("3 月 7 日", "XXXX-03-07", None, None),
    ],
)
def test_dates_stand_beside_their_edtf(text: str, edtf: str, first: dt.date | None, last: dt.date | None) -> None:
    row = only(f"{text}开会。", "dates")
    assert (row["edtf"], row["edtf_start"], row["edtf_end"]) == (edtf, first, last)


def test_several_values_are_lists() -> None:
    assert only("第五十四至第五十七届会议。", "events")["number"] == [54, 55, 56, 57]
    assert only("第三十届会议。", "events")["number"] == [30]


@pytest.mark.parametrize("name", ["mentions", "observations", "drugs"])
def test_pandas_and_polars_hold_the_same_as_arrow(name: str, drugs: Report) -> None:
    for report in (drugs, EMPTY):
        table = report.to_arrow(name)
        pandas, polars = report.to_frame(name), report.to_frame(name, backend="polars")
        assert isinstance(pandas, pd.DataFrame)
        assert isinstance(polars, pl.DataFrame)
        assert list(pandas.columns) == polars.columns == table.schema.names
        assert polars.rows(named=True) == table.to_pylist()
        assert pa.Table.from_pandas(pandas, schema=table.schema, preserve_index=False).equals(table)


def test_an_all_null_column_keeps_its_type_in_polars() -> None:
    frame = EMPTY.to_frame("mentions", backend="polars")
    assert frame.schema["value"] == pl.Decimal(38, 12)
    assert frame.schema["where"] == pl.List(pl.String)
    assert frame.schema["edtf_start"] == pl.Date


def test_anything_that_takes_the_arrow_stream(drugs: Report) -> None:
    class Taker:
        def __init__(self, stream: Any) -> None:
            self.capsule = stream.__arrow_c_stream__()

    assert "PyCapsule" in type(drugs.to_frame("countries", backend=Taker).capsule).__name__
    assert drugs.to_frame("countries", backend=pl.DataFrame).height == len(drugs.countries)


def test_two_reports_join_in_sql(drugs: Report) -> None:
    treaties = unodc_report.read(Path(__file__).parent.parent / "fixtures/treaties/report.pdf")
    one, two = drugs.to_arrow("countries"), treaties.to_arrow("countries")
    query = "select distinct one.iso3 from one join two using (iso3) order by iso3"
    assert [iso3 for (iso3,) in duckdb.connect().execute(query).fetchall()] == sorted(
        {c.iso3 for c in drugs.countries} & {c.iso3 for c in treaties.countries}
    )
    assert one.num_rows
    assert two.num_rows


def test_duckdb_backend_sums_exactly(drugs: Report) -> None:
    relation = drugs.to_frame("quantities", backend="duckdb")
    ((total,),) = relation.filter("unit = 't'").aggregate("sum(value)").fetchall()
    assert total == sum(q.value for q in drugs.quantities if q.unit == "t" and q.value is not None)


def test_parquet_comes_back(drugs: Report, tmp_path: Path) -> None:
    files = drugs.to_parquet(tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.parquet" for name in WHOLE} == {path.name for path in files}
    for path in files:
        assert pq.read_table(path).equals(drugs.to_arrow(path.stem))
    assert pq.read_schema(files[0]).field("file").metadata[b"about"]


def test_what_does_not_exist_is_named(drugs: Report) -> None:
    with pytest.raises(UnknownNameError, match="no table 'numbers'; there are reports"):
        drugs.to_arrow("numbers")
    with pytest.raises(UnknownNameError, match="no backend 'excel'"):
        drugs.to_frame("mentions", backend="excel")


def test_without_the_extra_the_error_says_what_to_install(drugs: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "unodc_report.export.arrow")
    with pytest.raises(MissingExtraError, match=r"unodc-report\[arrow\]"):
        drugs.to_arrow()
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtraError, match="pip install duckdb"):
        to_frame(pa.table({}), "duckdb")


def test_every_column_is_documented() -> None:
    page = (Path(__file__).parent.parent / "docs/frames.md").read_text(encoding="utf-8")
    for name, columns in WHOLE.items():
        section = page.split(f"\n### {name}\n", 1)[1].split("\n##", 1)[0]
        listed = [line.split(" | ")[0].strip("| `") for line in section.splitlines() if line.startswith("| `") and line.count(" | ") == 2]
        assert listed == [column.name for column in columns]
        assert all(column.about in section for column in columns)
    common = {column.name for name in PLURALS for column in TABLES[name]} - {
        name for model in MENTION_TYPES.values() for name in model.FIELDS
    }
    for name in PLURALS:
        line = next(line for line in page.splitlines() if line.startswith(f"| `{name}` | `"))
        own = [column.name for column in TABLES[name] if column.name not in common or column.name.startswith(("edtf_", "when_"))]
        assert line == f"| `{name}` | " + ", ".join(f"`{column}`" for column in own) + " |"


def test_the_sql_of_the_page_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    root = Path(__file__).parent.parent
    monkeypatch.chdir(root)
    page = (root / "docs/frames.md").read_text(encoding="utf-8")
    code = next(block for block in page.split("```python\n")[1:] if block.startswith("import duckdb")).split("```")[0]
    exec(code, {})  # noqa: S102  # our own page
    assert "UNODC" in capsys.readouterr().out
