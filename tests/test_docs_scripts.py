"""The Python of the pages on files, frames, corpora and the viewer runs as it stands: block after block, each as a script of its own."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from unodc_report import Corpus

ROOT: Final = Path(__file__).parent.parent
PAGES: Final = ("README.md", "docs/corpus.md", "docs/formats.md", "docs/frames.md", "docs/viewer.md")
CLUSTER: Final = ("s3a://", "s3://")


def blocks(page: str) -> list[str]:
    """The scripts of a page: its blocks of Python that are not at the prompt."""
    return re.findall(r"^```python\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


BLOCKS: Final = [(page, number, script) for page in PAGES for number, script in enumerate(blocks(page), 1)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the pages speak of: `report.pdf`, a folder `reports` in which a fetched document lies already, and the checkout's own reports."""
    place = tmp_path_factory.mktemp("pages")
    for name in ("fixtures", "examples"):
        (place / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "fixtures/drugs/report.pdf", place / "report.pdf")
    (place / "reports").mkdir()
    for report in sorted((ROOT / "examples/reports").glob("*.txt")):
        shutil.copy(report, place / "reports")
    shutil.copy(ROOT / "fixtures/drugs/report.pdf", place / "reports/A_76_122.zh.pdf")
    return place


@pytest.mark.parametrize(("page", "script"), [pytest.param(page, script, id=f"{page}-{number}") for page, number, script in BLOCKS])
def test_script(page: str, script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one folder: a later block of a page may open what an earlier one wrote."""
    compile(script, page, "exec")
    for name in sorted(set(re.findall(r"^(?:import|from) (\w+)", script, re.MULTILINE))):
        if find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    if "pyspark" in script and shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java")
    if any(mark in script for mark in CLUSTER):
        pytest.skip("reads from the storage of a cluster; that it compiles is seen above")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setattr("urllib.request.OpenerDirector.open", no_network)
    if '.open("dataset")' in script and not (folder / "dataset").exists():  # its maker ran in another process of the tests
        Corpus.from_folder("reports", into="dataset").read(workers=1, progress=False)
    (folder / "block.py").write_text(script, encoding="utf-8")
    runpy.run_path("block.py", run_name="__main__")


def no_network(*_: object, **__: object) -> None:
    raise AssertionError("the examples read from the cache")


def test_pages_have_scripts() -> None:
    assert {page for page, _, _ in BLOCKS} == set(PAGES)
