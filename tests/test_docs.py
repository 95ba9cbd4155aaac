"""The documentation says what the library does."""

from __future__ import annotations

import doctest
import json
import re
from pathlib import Path
from typing import Final

import pytest

import unodc_report
from unodc_report.models.mentions import MENTION_TYPES, plain

ROOT: Final = Path(__file__).parent.parent
SECTIONS: Final = re.split(r"^## ", (ROOT / "docs/mentions.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
ROWS: Final = [
    pytest.param(section.split("\n", 1)[0], *(cell.strip() for cell in row), id=f"{section.split(maxsplit=1)[0]}-{n}")
    for section in SECTIONS
    if section.split("\n", 1)[0] in MENTION_TYPES
    for n, row in enumerate(re.findall(r"^\| (?!text |---)(.+?) \| (.+?) \|(.*)\|$", section, re.MULTILINE))
]
PAGES: Final = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def squeeze(text: str) -> str:
    return "".join(text.split())


def as_written(value: object) -> str:
    value = plain(value)
    return "null" if value is None else value if isinstance(value, str) else json.dumps(value)


def test_every_type_has_its_section_and_examples() -> None:
    assert {param.values[0] for param in ROWS} == set(MENTION_TYPES)


@pytest.mark.parametrize(("kind", "text", "surface", "fields"), ROWS)
def test_example(kind: str, text: str, surface: str, fields: str) -> None:
    mentions = [m for m in unodc_report.extract(text) if m.type == kind]
    if surface == "-":
        assert [m.text for m in mentions] == []
        return
    there = [m for m in mentions if squeeze(m.text) == squeeze(surface)]
    assert len(there) == 1, [m.text for m in mentions]
    for name, wanted in re.findall(r"(\w+): ((?:\[.*?\]|\{.*?\}|[^,])+)", fields):
        assert as_written(getattr(there[0], name)) == wanted, name


def test_the_examples_of_the_readme_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=flags, encoding="utf-8")
    assert tried > 10
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page: Path) -> None:
    from unodc_report.cli import cli

    for command in re.findall(r"^(?:\$ )?unodc-report ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert command in cli.commands
