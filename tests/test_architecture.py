"""The shape of the code itself: what imports what, what loads when, how long modules are, and that reading touches nothing else."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).parent.parent / "src" / "unodc_report"
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
LONGEST: Final = 300  # lines of code; blank lines, comments and docstrings do not count

SHORTEST: Final = 8  # code points of a value that is worth one place

LONGER: Final[dict[str, str]] = {}
"""Modules that may be longer, each with its reason."""


def module_id(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def run(code: str, *arguments: str) -> str:
    """What a fresh interpreter prints for the code, without writing byte code."""
    command = [sys.executable, "-B", "-W", "ignore", "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_imports_go_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=PACKAGE.parent.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_module_says_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].rstrip().endswith((".", ":", "…")), docstring


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_module_is_short(path: Path) -> None:
    length = code_lines(path.read_text(encoding="utf-8"))
    if module_id(path) in LONGER:
        assert length > LONGEST, "short enough now: take it off the list"
    else:
        assert length <= LONGEST


def code_lines(source: str) -> int:
    """Lines that hold code: neither blank, nor comments alone, nor part of a docstring."""
    texts = {
        number
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    lines = enumerate(source.splitlines(), 1)
    return sum(1 for number, line in lines if number not in texts and line.strip() and not line.lstrip().startswith("#"))


def test_code_lines_leave_out_what_is_no_code() -> None:
    assert code_lines('"""One\ntwo."""\n\nX = """a\nb"""\n# note\nY = 1  # note\n') == 3


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys; before = set(sys.modules); import unodc_report; print(*(set(sys.modules) - before))"
    loaded = set(run(code).split())
    assert {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names} == {"unodc_report"}
    assert sorted(loaded & {"csv", "decimal", "json", "asyncio"}) == []


@pytest.mark.parametrize(
    ("text", "unneeded"),
    [("2020年3月，哥伦比亚加入《联合国反腐败公约》。", {"jieba", "cn2an", "click", "rich"}), ("缉获106吨可卡因。", {"cn2an", "click", "rich"})],
    ids=["no figures", "figures"],
)
def test_extracting_loads_what_it_needs_only(text: str, unneeded: set[str]) -> None:
    code = "import sys, unodc_report; assert unodc_report.extract(sys.argv[1]); print(*sys.modules)"
    loaded = set(run(code, text).split())
    assert "pydantic" in loaded
    assert sorted(loaded & unneeded) == []


AUDIT: Final = """
import json, os, sys

import unodc_report

touched = []

def note(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            touched.append([event, str(path)])
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "http.", "os.mkdir",
                           "os.rename", "os.remove", "os.rmdir", "shutil.", "tempfile.")):
        touched.append([event, str(arguments)])

sys.addaudithook(note)
mentions = unodc_report.extract(sys.argv[1])
report = unodc_report.parse(sys.argv[2])
for mention in report.mentions:
    str(report.explain(mention))
json.dump({"touched": touched, "mentions": len(mentions) + len(report.mentions)}, sys.stdout)
"""


def test_reading_opens_no_connection_and_writes_no_file(passage: str, report_text: str) -> None:
    told = json.loads(run(AUDIT, passage, report_text))
    assert told["mentions"] > 20
    assert told["touched"] == []


def test_the_audit_sees_what_it_watches_for(tmp_path: Path) -> None:
    code = AUDIT.replace("mentions = unodc", "open(sys.argv[3], 'w').close(); __import__('socket').socket(); mentions = unodc")
    told = json.loads(run(code, "2020年", "1. 2020年", str(tmp_path / "written")))
    assert [event for event, _ in told["touched"]] == ["open", "socket.__new__"]


def test_words_that_several_modules_ask_stand_once() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.AnnAssign) and node.value is not None and isinstance(node.target, ast.Name):
                value = ast.unparse(node.value)
                if value.startswith("words(") or (len(value) > SHORTEST and not value.isascii()):
                    places.setdefault(value, []).append(f"{path.stem}.{node.target.id}")
    assert [names for names in places.values() if len(names) > 1] == []
