"""Rows in three formats, their schema, and files that are whole or not there."""

from __future__ import annotations

import csv
import io
import json
import stat
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import unodc_report
from unodc_report.export.rows import COLUMNS, report_record, write_csv, write_json, write_jsonl
from unodc_report.export.schema import DIALECT, schema
from unodc_report.models.mentions import MENTION_TYPES
from unodc_report.output import replacing, whole_file
from unodc_report.report import Report


@pytest.fixture
def report(report_text: str) -> Report:
    return unodc_report.parse(report_text)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema())


def written(write: Any, report: Report, **options: Any) -> str:
    stream = io.StringIO()
    write(report, stream, **options)
    return stream.getvalue()


def test_json_lines_hold_one_mention_a_line(report: Report) -> None:
    lines = written(write_jsonl, report).splitlines()
    assert [json.loads(line) for line in lines] == [mention.row() for mention in report.mentions]
    assert len(lines) > 15


def test_rows_lead_back_to_the_file(report: Report, report_text: str) -> None:
    for line in written(write_jsonl, report).splitlines():
        row = json.loads(line)
        assert "".join(report_text[row["start"] : row["end"]].split()) == "".join(row["text"].split())


def test_chinese_is_written_as_it_is(report: Report) -> None:
    assert "哥伦比亚" in written(write_jsonl, report)
    assert "哥伦比亚" in written(write_json, report)
    assert "哥伦比亚" in written(write_csv, report)


@pytest.mark.parametrize("write", [write_jsonl, write_json])
def test_file_is_the_first_field(write: Any, report: Report) -> None:
    for line in written(write, report, file="卷一/a.txt").splitlines():
        assert next(iter(json.loads(line).items())) == ("file", "卷一/a.txt")


def test_json_holds_the_report_on_one_line(report: Report) -> None:
    text = written(write_json, report)
    assert text.count("\n") == 1
    record = json.loads(text)
    assert list(record) == ["metadata", "structure", "mentions", "observations", "exhibits", "notes"]
    assert record["structure"] == [block.row() for block in report.blocks]
    assert record["mentions"] == report.rows()


def test_csv_has_the_fields_of_all_types(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(written(write_csv, report))))
    assert tuple(rows[0]) == COLUMNS
    assert {name for model in MENTION_TYPES.values() for name in model.FIELDS} <= set(COLUMNS)
    assert [row["text"] for row in rows] == [mention.text for mention in report.mentions]
    assert {row["iso3"] for row in rows if row["type"] == "country"} == {"COL", "NER", "NGA"}
    assert {row["iso3"] for row in rows if row["type"] == "date"} == {""}


def test_csv_of_a_second_report_needs_no_header(report: Report) -> None:
    assert written(write_csv, report) == ",".join(COLUMNS) + "\n" + written(write_csv, report, header=False)


def test_csv_joins_several_values() -> None:
    report = unodc_report.parse("1. 第五十四至第五十七届会议。\n")
    (row,) = (row for row in csv.DictReader(io.StringIO(written(write_csv, report))) if row["type"] == "event")
    assert row["number"] == "54; 55; 56; 57"


def test_schema_is_valid() -> None:
    assert schema()["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(schema())


def test_schema_has_every_type_with_the_fields_of_its_rows(report: Report) -> None:
    definitions = schema()["$defs"]
    assert set(MENTION_TYPES) <= set(definitions)
    for mention in report.mentions:
        row = mention.row()
        assert list(definitions[row["type"]]["properties"]) == ["file", *row, "page", "boxes"]


def test_rows_and_report_follow_the_schema(report: Report, validator: jsonschema.Draft202012Validator) -> None:
    assert report.rows()
    for row in report.rows():
        validator.validate(row)
        validator.validate({"file": "a.txt", **row})
        assert not validator.is_valid(row | {"end": None})
    validator.validate(json.loads(json.dumps(report_record(report))))


def test_rows_of_a_file_with_pages_follow_the_schema(validator: jsonschema.Draft202012Validator) -> None:
    report = unodc_report.read(Path(__file__).parent.parent / "fixtures/drugs/report.pdf")
    record = json.loads(json.dumps(report_record(report)))
    validator.validate(record)
    assert record["exhibits"]
    assert record["observations"]
    for row in report.rows()[:50]:
        validator.validate(json.loads(json.dumps(row)))
        assert row["page"] >= 1
    cells = next(csv.DictReader(io.StringIO(written(write_csv, report))))
    assert cells["page"] == "1"
    assert len(cells["boxes"].split("; ")[0].split()) == 5


@pytest.mark.parametrize(
    "damage",
    [{"start": -1}, {"start": "3"}, {"type": "land"}, {"iso3": None}, {"rule": None}, {"colour": "red"}, {"inferred": "year"}],
)
def test_schema_refuses_other_rows(damage: dict[str, object], validator: jsonschema.Draft202012Validator) -> None:
    (row,) = (mention.row() for mention in unodc_report.extract("哥伦比亚") if mention.type == "country")
    assert validator.is_valid(row)
    assert not validator.is_valid(row | damage)


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with whole_file(target) as stream:
        stream.write("第一行\n")
        assert not target.exists()
    assert target.read_bytes() == "第一行\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", encoding="utf-8")

    def fail() -> None:
        with whole_file(target) as stream:
            stream.write("new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_cannot_be_written_is_named_as_the_caller_named_it(tmp_path: Path, report: Report) -> None:
    for target in (tmp_path / "none" / "a.html", tmp_path / "reports"):
        with pytest.raises(OSError, match=r"No such file|Is a directory") as caught:
            report.to_html(target) if target.name == "a.html" else _replace(target)
        assert caught.value.filename == str(target)
        assert ".part" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


def _replace(folder: Path) -> None:
    folder.mkdir()
    with replacing(folder) as part:
        part.write_bytes(b"x")


def test_mode_and_link_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "out.jsonl", tmp_path / "latest.jsonl"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    with whole_file(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_what_is_no_plain_file_is_written_to() -> None:
    with whole_file("/dev/null") as stream:
        stream.write("gone")
    assert not Path("/dev/null").is_file()
