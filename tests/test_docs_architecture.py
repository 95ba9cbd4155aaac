"""docs/architecture.md names the layers in the order of the import contract, and every module of the package."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = ROOT / "src" / "unodc_report"
PAGE: Final = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
MODULES: Final = {path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py")}


def section(title: str) -> str:
    """The text below a heading of the second level."""
    return re.split(r"^## ", PAGE.partition(f"\n## {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def test_layers_stand_in_the_order_of_the_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(c for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    wanted = [set(re.findall(r"\w+", layer)) for layer in reversed(contract["layers"])]
    rows = re.findall(r"^\| (`.+?) \|", section("Layers"), re.MULTILINE)
    assert [set(re.findall(r"`(\w+)`", row)) for row in rows] == wanted


def test_every_module_has_its_line() -> None:
    named = set()
    for part in section("Where each thing lives").split("\n### ")[1:]:
        title, _, lines = part.partition("\n")
        for name in re.findall(r"`([\w/]+)`", lines):
            named |= {name, f"{title}/{name}"}
    missing = {module for module in MODULES if not module.endswith("__init__")} - named
    assert sorted(missing) == []


def test_no_line_is_of_a_module_that_is_gone() -> None:
    for name in re.findall(r"`(\w+(?:/\w+)+)`", section("Where each thing lives")):
        assert any(module == name or module.endswith(f"/{name}") for module in MODULES), name
