"""The compiled package gives the rows of its sources: `make compiled` makes it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import hostile
import pytest
import specimens

from unodc_report import pipeline

ROOT: Final = Path(__file__).parent.parent
ASK: Final = """
import json, sys
import unodc_report
from unodc_report import pipeline
for text in json.load(sys.stdin):
    report = unodc_report.parse(text)
    print(json.dumps([pipeline.__file__, report.model_dump(mode="json"), [str(veto) for veto in report.vetoes]], sort_keys=True))
"""

if str(pipeline.__file__).endswith(".py"):
    pytest.skip("the package that is installed here is not compiled", allow_module_level=True)


def reports(texts: list[str], **environment: str) -> tuple[set[str], list[object]]:
    """Of which files the pipeline was, and what a fresh process reads in the texts."""
    asked = [sys.executable, "-c", ASK]
    done = subprocess.run(asked, input=json.dumps(texts), capture_output=True, text=True, check=True, env=os.environ | environment)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row[0] for row in rows}, [row[1:] for row in rows]


def texts() -> list[str]:
    """Specimens in all layouts, pieces repeated, and the development sentences where they are."""
    found = [path.read_text(encoding="utf-8") for name in specimens.SPECIMENS for path in sorted((ROOT / "fixtures" / name).glob("*.txt"))]
    found += [unit * 50 for unit in hostile.UNITS]
    sentences = ROOT.parent / "shared" / "data" / "unpc-dev" / "UNv1.0.devset.zh"
    return found + ([sentences.read_text(encoding="utf-8")] if sentences.is_file() else [])


def test_all_that_is_read_is_the_same() -> None:
    compiled, theirs = reports(texts())
    sources, ours = reports(texts(), PYTHONPATH=str(ROOT / "src"))
    assert {Path(file).suffix for file in compiled} == {".so"}
    assert {Path(file).suffix for file in sources} == {".py"}
    assert len(ours) > 100
    assert theirs == ours
