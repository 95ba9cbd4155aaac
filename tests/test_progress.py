"""The bar of a run over many files, where it can be seen."""

from __future__ import annotations

import sys
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from unodc_report.display import progress
from unodc_report.display.progress import Progress

BEGUN = """
from unodc_report.display import progress
progress._PATIENCE = progress._PAUSE = 0
bar = progress.Progress(2000, shown=True)
for name in ("a.txt", "b.txt", "<i>c</i>.txt"):
    bar.step(name)
"""
ENDED = "bar.__exit__(None, None, None)"
CORPUS = """
from unodc_report import Corpus
corpus = Corpus([(str(n), f"1. {n} 年，2020 年缉获 106 吨可卡因。") for n in range(2000, 2006)]).read(workers=1, shard=2)
"""


def executed(*cells: str) -> list[list[Any]]:
    """The outputs of the cells of a notebook."""
    made: Any = nbformat.v4
    notebook = made.new_notebook(cells=[made.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    return [cell.outputs for cell in notebook.cells]


@pytest.mark.filterwarnings("default")  # those of the kernel's client are not ours
def test_a_notebook_shows_a_bar_below_the_cell() -> None:
    (output,), *_ = executed(BEGUN)
    html = output["data"]["text/html"]
    assert '<progress value="2" max="2000"' in html
    assert "2 of 2,000" in html
    assert "&lt;i&gt;c&lt;/i&gt;.txt" in html


@pytest.mark.filterwarnings("default")
def test_in_a_notebook_the_bar_goes_when_the_run_ends() -> None:
    (output,), nothing, corpus = executed(BEGUN, ENDED, CORPUS)
    assert output["data"]["text/html"] == ""
    assert nothing == []
    assert [other["output_type"] for other in corpus] == ["display_data"]
    assert corpus[0]["data"]["text/html"] == ""


@pytest.mark.parametrize("shown", [True, False])
def test_there_is_no_bar_where_nobody_sees_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, shown: bool) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: not shown)
    with Progress(3, shown=shown) as bar:
        for name in "abc":
            bar.step(name)
    assert capsys.readouterr() == ("", "")


def test_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with Progress(2000, shown=True) as bar:
        for name in ("a.txt", "[b]c.txt"):
            bar.step(name)
    out, err = capsys.readouterr()
    assert out == ""
    assert "1/2000" in err
    assert "[b]c.txt" in err
