"""The reference tables: rebuilt from their sources they are the same, each is whole, and a broken one says where."""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from unodc_report.chinese.characters import fold
from unodc_report.data import tables
from unodc_report.data.codes import country_names, find_country, region_codes
from unodc_report.data.labels import labels
from unodc_report.data.names import NEVER_NAMES, lexicon, names
from unodc_report.errors import DataError
from unodc_report.models.mentions import MENTION_TYPES

ROOT: Final = Path(__file__).parent.parent
FOLDER: Final = ROOT / "src" / "unodc_report" / "data" / "tables"
TABLES: Final = sorted(FOLDER.glob("*.csv"))


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("resources_build", ROOT / "resources" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BUILD: Final = builder()


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_build_writes_what_the_package_holds(tmp_path: Path) -> None:
    BUILD.write(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(p.name for p in FOLDER.iterdir() if p.suffix in {".csv", ".md"})
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (FOLDER / path.name).read_bytes(), f"{path.name}: run python resources/build.py"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_is_sorted_and_its_key_unique(path: Path) -> None:
    table = BUILD.TABLES[path.stem]
    keys = [row[table.key] for row in rows_of(path)]
    assert keys
    assert all(keys)
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_fields_hold_no_stray_white_space(path: Path) -> None:
    for row in rows_of(path):
        for column, value in row.items():
            assert value == value.strip(), f"{path.name}: {column} {value!r}"


def test_every_table_has_source_and_licence() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in TABLES:
        (line,) = [line for line in readme.splitlines() if line.startswith(f"| {path.name} |")]
        assert all(cell.strip() for cell in line.strip("|").split("|")), line


def test_all_areas_of_iso_3166_have_a_name_and_a_label() -> None:
    codes = {row["iso3"] for row in rows_of(FOLDER / "countries.csv")}
    assert len(codes) == 249
    assert set(country_names().values()) == codes
    assert all(all(labels("country", {"iso3": code})) for code in codes)


def test_names_of_places_and_regions_are_no_names_of_countries() -> None:
    """But for the Brazilian city, which is meant only behind 巴西, and 中非, which is the country before its authorities alone."""
    taken = set(country_names())
    for table, both in (("places", {"萨尔瓦多"}), ("regions", {"中非"})):
        assert {row["name"] for row in rows_of(FOLDER / f"{table}.csv")} & taken == both


def test_countries_of_places_are_codes() -> None:
    codes = set(country_names().values())
    for row in rows_of(FOLDER / "places.csv"):
        assert {code for code in (row["iso3"], *row["others"].split("|")) if code} <= codes, row


def test_m49_codes_have_three_digits() -> None:
    assert region_codes()["非洲"] == "002"
    assert {len(code) for code in region_codes().values() if code} == {3}


def test_check_digits_of_cas_numbers() -> None:
    for row in rows_of(FOLDER / "drugs.csv"):
        if row["cas"]:
            *digits, check = [int(c) for c in row["cas"] if c.isdigit()]
            assert sum(n * d for n, d in enumerate(reversed(digits), 1)) % 10 == check, row["id"]


def test_names_are_long_enough_and_of_known_types() -> None:
    others = {"currency", "language", "disease", "programme", "trap"}
    for name in names():
        assert len(name.text) > 1
        assert name.text not in NEVER_NAMES
        assert name.type in MENTION_TYPES or name.type in others, name


def test_words_for_any_body_are_no_names() -> None:
    hits = lexicon().find(fold("办公室、委员会、会议、理事会、工作组、秘书处、联合国和方案"))
    assert hits.get("organization", []) == []


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("玻利维亚多民族国", "BOL"), ("多民族玻利维亚国", "BOL"), ("叙利亚", "SYR"), ("阿拉伯叙利亚共和国", "SYR"), ("伊朗（伊斯兰共和国）", "IRN"),
        ("巴勒斯坦国", "PSE"), ("美国", "USA"), ("美利坚合众国", "USA"), ("英国", "GBR"), ("大不列颠及北爱尔兰联合王国", "GBR"), ("刚果（金）", "COD"),
        ("刚果", "COG"), ("前南斯拉夫的马其顿共和国", "MKD"), ("扎伊尔", "COD"), ("上沃尔特", "BFA"), ("中国香港特别行政区", "HKG"), ("台湾", "TWN"),
        ("西撒哈拉", "ESH"), ("罗马教廷", "VAT"), ("多米尼克", "DMA"), ("多米尼加", "DOM"), ("尼日尔", "NER"), ("Türkiye", "TUR"), ("尼日", None),
        ("非洲", None), ("", None), ("科索沃", None), (" 大 韩 民 国 ", "KOR"), ("KOR", "KOR"), ("410", "KOR"),
    ],
)  # fmt: skip
def test_find_country(name: str, iso3: str | None) -> None:
    assert find_country(name) == iso3


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("region", {"name": "撒哈拉以南非洲"}, ("Sub-Saharan Africa", "撒哈拉以南非洲")),
        ("organization", {"id": "UNDP"}, ("United Nations Development Programme", "联合国开发计划署")),
        ("instrument", {"id": "UNCAC"}, ("United Nations Convention against Corruption", "联合国反腐败公约")),
        ("drug", {"id": "cocaine"}, ("cocaine", "可卡因")),
        ("sdg", {"goal": "1"}, ("No poverty", "无贫穷")),
        ("organization", {"id": None}, (None, None)),
        ("place", {"iso3": "ITA"}, (None, None)),
    ],
)
def test_labels(kind: str, fields: dict[str, object], expected: tuple[str | None, str | None]) -> None:
    assert labels(kind, fields) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [("id,zh\na,甲,乙\n", "line 2: 3 fields where the header has 2"), ("id,zh\na,甲\nb\n", "line 3: 1 fields"), ("id\na\n", "no column zh")],
)
def test_a_broken_table_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "broken.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    with pytest.raises(DataError, match=message):
        tables.rows("broken", "id", "zh")


def test_a_missing_table_is_named() -> None:
    with pytest.raises(DataError, match="no_such_table"):
        tables.rows("no_such_table")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("country_aliases", "alias,iso3,kind,note\n海地,USA,variant,\n", "country_aliases.csv, line 2, alias: 海地 is HTI already"),
        ("drugs", "id,zh,aliases,en,group,cas,control,status\na,甲药,丙药,a,,,,\nb,乙药,丙药,b,,,,\n", "column aliases: 丙药 names a already"),
        ("traps", "text,reading\n甲,x\n甲,y\n", "table traps, column text: 甲 stands there twice"),
        ("traps", "text,reading\n,x\n", "column text: empty"),
        ("languages", "iso639,en,zh\nen,English\n", "languages.csv, line 2"),
    ],
)
def test_a_broken_source_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, message: str) -> None:
    for path in (ROOT / "resources").glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(BUILD, "HERE", tmp_path)
    with pytest.raises(DataError, match=message):
        BUILD.write(tmp_path / "out")
