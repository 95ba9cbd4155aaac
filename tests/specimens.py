"""Reads the specimens under fixtures/: raw texts as they are, and their gold."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
FIXTURES: Final = ROOT / "fixtures"
if str(ROOT) not in sys.path:  # `fixtures` is a package of the repository, not of the distribution
    sys.path.insert(0, str(ROOT))

LAYOUTS: Final = ("pdfium", "pdftotext", "dense", "word", "numbers")
SPECIMENS: Final = ("drugs", "treaties", "humanitarian", "development")


def raw(specimen: str, layout: str) -> str:
    """The raw text, line ends as they are in the file."""
    return (FIXTURES / specimen / f"{layout}.txt").read_bytes().decode()


@cache
def gold(specimen: str, layout: str) -> list[dict[str, Any]]:
    """The gold mentions."""
    return _rows(FIXTURES / specimen / f"{layout}.gold.jsonl")


@cache
def structure(specimen: str, layout: str) -> list[dict[str, Any]]:
    """The gold structure."""
    return _rows(FIXTURES / specimen / f"{layout}.structure.jsonl")


def metadata(specimen: str) -> dict[str, str | None]:
    """What the masthead says."""
    content: dict[str, str | None] = json.loads((FIXTURES / specimen / "metadata.json").read_text(encoding="utf-8"))
    return content


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
