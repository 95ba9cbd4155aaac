"""Passages and short reports of bodies and decades that nothing was built against: every mention that they hold, and no other.

A file under unseen/ holds the passages that show one type, or one kind of documents (budgets, treaties, security, development, decades),
each on a line of its own. The line below it lists all their mentions,
`type surface=normal form`, or "-" where there is none. Types are given by a letter (`TYPES`), `-` is no normal form; of a quantity
it is value (or low..high), unit and qualifier, of a session its body and number. In open.txt stands what is not read yet, each with its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

import unodc_report as ur

UNSEEN: Final = Path(__file__).parent / "unseen"
TYPES: Final = {
    "c": "country", "r": "region", "p": "place", "o": "organization", "d": "document", "i": "instrument", "b": "publication",
    "e": "event", "t": "date", "q": "quantity", "x": "reference", "g": "drug", "s": "sdg", "u": "url",
}  # fmt: skip
FORMS: Final = {
    "country": "iso3", "region": "name", "place": "iso3", "organization": "id", "document": "symbol", "instrument": "id",
    "date": "edtf", "reference": "target", "drug": "id", "sdg": "goal", "url": "url",
}  # fmt: skip
REPORTS: Final = sorted(path.stem for path in (UNSEEN / "reports").glob("*.txt"))


def squeeze(text: str) -> str:
    return "".join(text.split())


def plain(number: Decimal | None) -> str:
    return "-" if number is None else format(Decimal(str(number)).normalize(), "f")


def form(mention: Any) -> str:
    """The normal form of a mention as the files write it."""
    if mention.type == "quantity":
        size = f"{plain(mention.low)}..{plain(mention.high)}" if mention.value is None else plain(mention.value)
        return f"{size} {mention.unit or '-'} {mention.qualifier}"
    if mention.type == "event":
        number = mention.number if isinstance(mention.number, int) else "+".join(str(n) for n in mention.number)
        return f"{mention.body or '-'} {number}"
    return str(getattr(mention, FORMS[mention.type]) or "-") if mention.type in FORMS else ""


def mentions(found: Any) -> Counter[tuple[str, str, str]]:
    return Counter((m.type, squeeze(m.text), squeeze(form(m))) for m in found if m.type in TYPES.values())


def wanted(line: str) -> Counter[tuple[str, str, str]]:
    rows = [row.split(" ", 1) for row in line.strip().split("; ") if row != "-"]
    parts = [(TYPES[letter], *rest.rpartition("=")) for letter, rest in rows]
    return Counter((kind, squeeze(surface), squeeze(normal)) for kind, surface, _, normal in parts)


def passages(path: Path) -> Iterator[tuple[str, str, str]]:
    """Each passage with its mentions and the comment above it."""
    comment, text = "", ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            comment = line[2:]
        elif line.startswith("  "):
            yield text, line, comment
        else:
            text = line


READ: Final = [
    pytest.param(text, rows, id=f"{path.stem}-{n}")
    for path in sorted(UNSEEN.glob("*.txt"))
    if path.stem != "open"
    for n, (text, rows, _) in enumerate(passages(path))
]
OPEN: Final = [
    pytest.param(text, rows, marks=pytest.mark.xfail(strict=True, reason=reason)) for text, rows, reason in passages(UNSEEN / "open.txt")
]


def differences(got: Counter[tuple[str, str, str]], want: Counter[tuple[str, str, str]]) -> str:
    return "\n".join([f"missing {row}" for row in (want - got)] + [f"too many {row}" for row in (got - want)])


def test_there_are_passages_for_every_type() -> None:
    assert len(READ) > 500
    assert {kind for case in READ for kind, *_ in wanted(str(case.values[1]))} == set(TYPES.values())


@pytest.mark.parametrize(("text", "rows"), [*READ, *OPEN])
def test_a_passage_holds_these_mentions_and_no_others(text: str, rows: str) -> None:
    assert differences(mentions(ur.extract(text)), wanted(rows)) == ""


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_holds_these_mentions_and_no_others(name: str) -> None:
    report = ur.parse((UNSEEN / "reports" / f"{name}.txt").read_text(encoding="utf-8"))
    assert differences(mentions(report.mentions), wanted((UNSEEN / "reports" / f"{name}.want").read_text(encoding="utf-8"))) == ""


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("assembly_1993", {"symbol": "A/48/317", "body": "大会", "original_language": "English", "session": "第四十八届会议"}),
        ("council_2007", {"symbol": "S/2007/759", "body": "安全理事会", "date": "24 December 2007"}),
        (
            "treaty_body_2015",
            {"symbol": "CEDAW/C/KGZ/CO/4", "body": "消除对妇女歧视委员会", "date": "11 March 2015", "original_language": "English"},
        ),
    ],
)
def test_the_mastheads_of_other_bodies_are_read(name: str, fields: dict[str, str]) -> None:
    metadata = ur.parse((UNSEEN / "reports" / f"{name}.txt").read_text(encoding="utf-8")).metadata.model_dump()
    assert {key: metadata[key] for key in fields} == fields
