"""The package as a stranger gets it: built, installed into an empty environment, run there, and type-checked from outside.

What installs anything is marked `package` and run by `make package`, not with the other tests.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

import unodc_report

ROOT: Final = Path(__file__).parent.parent
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSION: Final = PROJECT["version"]
PATIENCE: Final = 300  # seconds that a command gets
TESTS: Final = ("test_cli.py", "test_dates.py", "test_normalise.py", "test_sources.py")
"""Of the source archive, run against its wheel; none of them needs an extra."""


def test_one_version_everywhere() -> None:
    assert unodc_report.__version__ == VERSION
    assert f"## [{VERSION}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_type_checkers_are_shown_every_public_name() -> None:
    """The names in `__all__`, which they see, are those that are found at run time."""
    assert set(unodc_report.__all__) == set(unodc_report._HOME)  # noqa: SLF001  # what finds them
    assert all(getattr(unodc_report, name) is not None for name in unodc_report.__all__)


def test_the_extra_all_holds_what_reading_and_showing_need() -> None:
    extras = PROJECT["optional-dependencies"]
    assert set(re.findall(r"\w+", extras["all"][0].partition("[")[2])) == set(extras) - {"all", "test", "spark", "ray", "spacy", "notebook", "docs"}


@dataclass(frozen=True)
class Environment:
    """A virtual environment."""

    folder: Path

    def run(self, *command: str | Path, cwd: Path, status: int = 0) -> str:
        """What a command of the environment prints, and says on standard error."""
        program, *arguments = map(str, command)
        line = [str(self.folder / "bin" / program), *arguments]
        done = subprocess.run(line, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False, timeout=PATIENCE)
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def install(self, *what: str | Path) -> None:
        self.run("python", "-m", "pip", "install", "-qq", "--disable-pip-version-check", *what, cwd=self.folder)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that was built out of it."""
    folder = tmp_path_factory.mktemp("archives")
    builder = made(tmp_path_factory.mktemp("builder"))
    builder.install("build>=1.2")
    builder.run("python", "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(archives: Path) -> Path:
    (path,) = archives.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def plain(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel and what it requires, no extras."""
    environment = made(tmp_path_factory.mktemp("plain"))
    environment.install(wheel)
    return environment


@pytest.fixture(scope="module")
def tools(plain: Environment) -> Environment:
    """The same with what tests and type-checks from outside; nothing of it is in an extra of the library."""
    plain.install("pytest>=8.2", "hypothesis>=6.100", "jsonschema>=4.18", "mypy>=1.10", "pyright[nodejs]>=1.1.400")
    return plain


def made(folder: Path) -> Environment:
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=PATIENCE)
    return Environment(folder)


@pytest.mark.package
def test_wheel_holds_types_and_tables_and_nothing_of_the_checkout(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "unodc_report/py.typed" in names
    tables = {f"unodc_report/data/tables/{path.name}" for path in (ROOT / "src/unodc_report/data/tables").glob("*.csv")}
    assert tables
    assert tables <= names
    assert {name.partition("/")[0] for name in names} == {"unodc_report", f"unodc_report-{VERSION}.dist-info"}
    assert not [name for name in names if name.endswith((".pyc", ".orig"))]


@pytest.mark.package
def test_wheel_names_its_extras_and_pythons(wheel: Path) -> None:
    metadata = zipfile.ZipFile(wheel).read(f"unodc_report-{VERSION}.dist-info/METADATA").decode()
    assert set(re.findall(r"^Provides-Extra: (.+)$", metadata, re.MULTILINE)) == set(PROJECT["optional-dependencies"])
    assert f"Requires-Python: {PROJECT['requires-python']}" in metadata
    for minor in (11, 12, 13, 14):
        assert f"Classifier: Programming Language :: Python :: 3.{minor}" in metadata


@pytest.mark.package
def test_the_command_runs_in_an_empty_environment(plain: Environment, tmp_path: Path) -> None:
    assert plain.run("unodc-report", "--version", cwd=tmp_path) == f"unodc-report {VERSION}\n"
    (tmp_path / "a.txt").write_text("1. 2020年3月，哥伦比亚缉获106吨可卡因。\n", encoding="utf-8")
    rows = [json.loads(line) for line in plain.run("unodc-report", "extract", "a.txt", cwd=tmp_path).splitlines()]
    assert [(row["type"], row.get("edtf") or row.get("iso3") or row.get("value")) for row in rows][:3] == [
        ("date", "2020-03"),
        ("country", "COL"),
        ("quantity", 106),
    ]
    for command in (["show"], ["explain", "-p", "1"], ["extract", "-f", "csv"], ["extract", "-f", "json"], ["extract", "-f", "html"]):
        assert "106" in plain.run("unodc-report", *command, "a.txt", cwd=tmp_path)
    assert "$defs" in plain.run("unodc-report", "schema", cwd=tmp_path)


FEATURES: Final = {
    "a PDF": ("pdf", "unodc_report.read('report.pdf')"),
    "a Word file": ("docx", "unodc_report.read('report.docx')"),
    "Arrow": ("arrow", "report.to_arrow()"),
    "a frame": ("arrow", "report.to_frame('dates', backend='polars')"),
    "Parquet": ("arrow", "report.to_parquet('folder')"),
    "Corpus": ("arrow", "unodc_report.Corpus"),
    "Corpus, imported": ("arrow", "from unodc_report import Corpus"),
    "the corpus": ("arrow", "from unodc_report.corpus import read_batch"),
    "engines": ("arrow", "import unodc_report.corpus.engines"),
    "charts": ("viz", "from unodc_report import charts; charts.country_map(report)"),
    "spaCy": ("spacy", "from unodc_report.export.annotation import spacy_doc; spacy_doc(report)"),
}
TRY: Final = """
import sys, unodc_report
report = unodc_report.parse("1. 2020年。")
try:
    exec(sys.argv[1])
except unodc_report.UnodcReportError as error:
    print(error)
"""


@pytest.mark.package
@pytest.mark.parametrize(("extra", "code"), FEATURES.values(), ids=FEATURES)
def test_what_needs_an_extra_names_it(plain: Environment, extra: str, code: str) -> None:
    told = plain.run("python", "-W", "error", "-c", TRY, code, cwd=ROOT / "fixtures/drugs")
    assert f"pip install 'unodc-report[{extra}]'" in told
    assert told.count("\n") == 1


def test_no_extra_is_left_out() -> None:
    """`all` and `test` are made of others; Spark and Ray come to the library, not the other way (tests/test_engines.py); no feature needs the rest."""
    assert {extra for extra, _ in FEATURES.values()} == set(PROJECT["optional-dependencies"]) - {"all", "test", "spark", "ray", "fast", "notebook", "docs"}


@pytest.mark.package
@pytest.mark.parametrize(
    ("extra", "arguments"),
    [("arrow", ("-f", "parquet", "-o", "out", "report.html")), ("pdf", ("report.pdf",)), ("docx", ("report.docx",))],
    ids=["parquet", "pdf", "docx"],
)
def test_the_command_names_the_extra(plain: Environment, tmp_path: Path, extra: str, arguments: tuple[str, ...]) -> None:
    for name in ("report.pdf", "report.docx", "report.html"):
        (tmp_path / name).symlink_to(ROOT / "fixtures/drugs" / name)
    told = plain.run("unodc-report", "extract", *arguments, cwd=tmp_path, status=2)
    assert told.startswith("unodc-report: ")
    assert f"pip install 'unodc-report[{extra}]'" in told
    assert told.count("\n") == 1


@pytest.mark.package
def test_the_source_archive_is_tested_by_itself(tools: Environment, archives: Path, tmp_path: Path) -> None:
    (path,) = archives.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = tmp_path / f"unodc_report-{VERSION}"
    assert {"src", "tests", "docs", "fixtures", "resources", "README.md", "LICENSE", "Makefile"} <= {item.name for item in unpacked.iterdir()}
    told = tools.run("python", "-m", "pytest", "-q", *(f"tests/{name}" for name in TESTS), cwd=unpacked)
    assert int(re.search(r"(\d+) passed", told)[1]) > 100  # type: ignore[index]  # else the test fails here
    assert "skipped" not in told


USE: Final = """
from collections.abc import Iterable
from decimal import Decimal
from typing import assert_type

import unodc_report as ur
from unodc_report import Report, UnodcReportError, extract, parse, to_country, to_date, to_number, to_symbol
from unodc_report.models.mentions import Country, Date, Quantity

report: Report = parse("1. 2020年3月，哥伦比亚缉获106吨可卡因。")
assert_type(report.countries, tuple[Country, ...])
assert_type(report.quantities[0].value, Decimal | None)
codes: list[str] = [country.iso3 for country in report.countries]
for mention in extract("2020年"):
    if mention.type == "date":
        assert_type(mention, Date)
        edtf: str = mention.edtf
    elif isinstance(mention, Quantity):
        unit: str | None = mention.unit


def spans(mentions: Iterable[Country | Date]) -> list[tuple[int, int]]:
    return [(mention.raw_start, mention.raw_end) for mention in mentions]


print(spans(report.countries), [observation.sentence for observation in report.observations], report.explain(report.mentions[0]))
symbol: str | None = ur.read("a.txt").metadata.symbol
value: Decimal | None = to_number("250多万").value
day: str = to_date("2021年3月7日").edtf
try:
    names: list[str] = [to_country("大韩民国"), to_symbol("第75/196号决议")]
except UnodcReportError as error:
    print(error)
"""

MISUSE: Final = """
import unodc_report as ur

ur.reed("a.txt")
ur.parse(7)
ur.parse("1. ").countries[0].edtf
text: str = ur.parse("1. ").quantities[0].value
ur.parse("1. ").metadata.symbol.lower()
number: int = ur.to_date("2020年")
for mention in ur.extract("2020年"):
    if mention.type == "dat":
        pass
"""
WRONG: Final = {4, 5, 6, 7, 8, 9, 11}  # lines


@pytest.mark.package
def test_mypy_sees_types_and_reports_what_is_wrong(tools: Environment, tmp_path: Path) -> None:
    mypy = ("mypy", "--strict", "--strict-equality", "--no-error-summary", "--cache-dir", tmp_path / "cache")
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    assert tools.run(*mypy, "use.py", cwd=tmp_path) == ""
    (tmp_path / "misuse.py").write_text(MISUSE, encoding="utf-8")
    told = tools.run(*mypy, "misuse.py", cwd=tmp_path, status=1)
    assert {int(line) for line in re.findall(r"^misuse\.py:(\d+): error", told, re.MULTILINE)} == WRONG


@pytest.mark.package
def test_pyright_sees_types_and_reports_what_is_wrong(tools: Environment, tmp_path: Path) -> None:
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', encoding="utf-8")
    for name, program, wrong in (("use.py", USE, set[int]()), ("misuse.py", MISUSE, WRONG)):
        (tmp_path / name).write_text(program, encoding="utf-8")
        told = json.loads(tools.run("pyright", "--pythonpath", tools.folder / "bin/python", "--outputjson", name, cwd=tmp_path, status=1 if wrong else 0))
        reported: list[dict[str, Any]] = told["generalDiagnostics"]
        assert {item["range"]["start"]["line"] + 1 for item in reported} == wrong, reported
