"""The documentation says what the library does."""

from __future__ import annotations

import doctest
import json
import re
import runpy
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
RECIPES: Final = [
    pytest.param(script, printed, id=re.sub(r"\W+", "-", title.lower()).strip("-"))
    for title, script, printed in re.findall(
        r"^## (.+?)\n(?:(?!^## ).)*?```python\n(.*?)```\n(?:\n```text\n(.*?)```\n)?",
        (ROOT / "docs/cookbook.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL,
    )
]  # fmt: skip
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


@pytest.mark.parametrize(("page", "examples"), [("README.md", 12), ("docs/index.md", 12), ("docs/observations.md", 4)])
def test_examples_at_the_prompt_run(page: str, examples: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, tried = doctest.testfile(str(ROOT / page), module_relative=False, optionflags=flags, encoding="utf-8")
    assert tried >= examples
    assert failed == 0


def test_the_cook_book_has_recipes() -> None:
    assert len(RECIPES) >= 12
    assert len({param.id for param in RECIPES}) == len(RECIPES)


@pytest.mark.parametrize(("script", "printed"), RECIPES)
def test_recipe(script: str, printed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each runs by itself, as a script in a folder that holds the reports."""
    for folder in ("fixtures", "examples"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / "recipe.py").write_text(script, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runpy.run_path("recipe.py", run_name="__main__")
    assert words(capsys.readouterr().out) == words(printed)
    for name in re.findall(r"""(?:save|Path)\("([\w.]+)"\)""", script):
        assert (tmp_path / name).stat().st_size > 0, name


def words(text: str) -> list[list[str]]:
    """Lines as their words: how wide a library sets its columns is its own affair."""
    return [line.split() for line in text.splitlines()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page: Path) -> None:
    from unodc_report.cli import cli

    for command in re.findall(r"^(?:\$ )?unodc-report ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert command in cli.commands
