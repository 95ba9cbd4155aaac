"""One report, many files: PDF, Word, HTML and every text layout give the same paragraphs and the same mentions."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import specimens

import unodc_report
from unodc_report.chinese.characters import fold

if TYPE_CHECKING:
    from unodc_report.report import Report

FORMS = ("pdf", "docx", "html")
CASES = [(name, form) for name in specimens.SPECIMENS for form in FORMS]
PLACE = {"start", "end", "page", "boxes", "related", "inferred"}


@cache
def read(name: str, form: str) -> Report:
    return unodc_report.read(specimens.FIXTURES / name / f"report.{form}")


@cache
def text(name: str) -> Report:
    return unodc_report.parse(specimens.raw(name, "pdfium"))


def bare(words: str) -> str:
    return "".join(fold(words).split())


def mentions(report: Report) -> Counter[str]:
    """All mentions with all fields, their place in the file apart."""
    rows: list[dict[str, Any]] = [{k: v for k, v in row.items() if k not in PLACE} for row in report.rows()]
    return Counter(json.dumps({**row, "text": bare(row["text"])}, ensure_ascii=False, sort_keys=True) for row in rows)


def blocks(report: Report) -> list[tuple[object, ...]]:
    """All blocks but the masthead, and but what only the files print (boxes)."""
    kept = [block for block in report.blocks if block.kind != "masthead" and not block.id.startswith("b")]
    return [(b.id, b.kind, bare(b.text), b.section, b.level if b.kind == "heading" else None) for b in kept]


@pytest.mark.parametrize(("name", "form"), CASES)
def test_every_file_gives_the_mentions_of_the_text(name: str, form: str) -> None:
    found, expected = mentions(read(name, form)), mentions(text(name))
    assert found == expected, f"only {form}: {found - expected}\nonly text: {expected - found}"


@pytest.mark.parametrize(("name", "form"), CASES)
def test_every_file_gives_the_blocks_of_the_text(name: str, form: str) -> None:
    assert blocks(read(name, form)) == blocks(text(name))


@pytest.mark.parametrize(("name", "form"), CASES)
def test_every_file_gives_the_masthead_of_the_text(name: str, form: str) -> None:
    unprinted = {"job_number"} if form == "html" else set()  # a web page has no job number
    assert read(name, form).metadata.model_dump(exclude=unprinted) == text(name).metadata.model_dump(exclude=unprinted)


@pytest.mark.parametrize(("name", "form"), CASES)
def test_footnotes_stand_at_the_same_marks(name: str, form: str) -> None:
    def anchored(report: Report) -> list[tuple[str, str | None]]:
        return [(n.id, None if n.anchor is None else bare(report.text[n.anchor - 6 : n.anchor])) for n in report.footnotes]

    assert anchored(read(name, form)) == anchored(text(name))
