"""The package as a stranger gets it: built, installed into an empty environment, run and type-checked from outside."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Final

import pytest

import unodc_report

ROOT: Final = Path(__file__).parent.parent
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIP: Final = ("-m", "pip", "--quiet", "--disable-pip-version-check")

USE: Final = """
from unodc_report import Report, extract, parse

report: Report = parse("1. 2020年3月，哥伦比亚缉获106吨可卡因。")
codes: list[str] = [country.iso3 for country in report.countries]
for mention in extract("2020年"):
    if mention.type == "date":
        edtf: str = mention.edtf
reveal_type(report.quantities[0].value)
"""


def run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, *PIP, "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (path,) = folder.glob("*.whl")
    return path


def test_one_version_everywhere() -> None:
    assert unodc_report.__version__ == PROJECT["version"]
    assert f"## [{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_wheel_holds_types_and_tables_and_nothing_of_the_checkout(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "unodc_report/py.typed" in names
    tables = {f"unodc_report/data/tables/{path.name}" for path in (ROOT / "src/unodc_report/data/tables").glob("*.csv")}
    assert tables
    assert tables <= names
    assert {name.partition("/")[0] for name in names} == {"unodc_report", f"unodc_report-{PROJECT['version']}.dist-info"}
    assert not [name for name in names if name.endswith((".pyc", ".orig"))]


def test_wheel_runs_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "env")
    python = tmp_path / "env/bin/python"
    run(python, *PIP, "install", wheel)
    assert run(tmp_path / "env/bin/unodc-report", "--version", cwd=tmp_path) == f"unodc-report {PROJECT['version']}\n"
    report = tmp_path / "a.txt"
    report.write_text("1. 2020年3月，哥伦比亚缉获106吨可卡因。\n", encoding="utf-8")
    rows = run(tmp_path / "env/bin/unodc-report", "extract", report, cwd=tmp_path)
    assert '"edtf": "2020-03"' in rows
    assert '"iso3": "COL"' in rows
    assert "秘书长" not in run(tmp_path / "env/bin/unodc-report", "show", report, cwd=tmp_path)


def test_types_are_seen_from_outside(tmp_path: Path) -> None:
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    told = run(sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", "use.py", cwd=tmp_path)
    assert 'Revealed type is "decimal.Decimal | None"' in told.replace("Union[decimal.Decimal, None]", "decimal.Decimal | None")
