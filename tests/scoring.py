"""Scores mentions against gold rows, as the annotation guide says: a hit has the gold's type, exact span and identifying fields."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = dict[str, Any]

IDENTIFYING: Final = {
    "country": ("iso3",), "region": ("name",), "place": ("iso3",), "organization": ("id",), "document": ("kind", "symbol"),
    "instrument": ("id",), "publication": (), "event": ("body", "number"), "date": ("edtf",),
    "quantity": ("value", "low", "high", "kind", "unit", "qualifier"), "reference": ("target",), "drug": ("id",), "sdg": ("goal",),
    "url": ("url",),
}  # fmt: skip


@dataclass(slots=True)
class Score:
    """Counts of one type, or of all."""

    gold: int = 0
    found: int = 0
    right: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Strict F1; 1 when there is nothing to find and nothing found."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


def squeeze(text: str) -> str:
    """The text without white space and in one width, so that layouts can be compared."""
    return "".join(normalize("NFKC", text.replace("“", '"').replace("”", '"')).replace("--", "——").replace("—", "-").split())


def value(row: Row, name: str) -> object:
    """A field's value in comparable form: numbers rounded to five figures, text squeezed, a list sorted."""
    content = row.get(name)
    if isinstance(content, (int, float, Decimal)):
        return f"{Decimal(str(content)):.5g}" if content < 1 else Decimal(str(content)).normalize()
    if isinstance(content, (list, tuple)):
        return tuple(sorted(content)) if len(content) > 1 else content[0]
    return squeeze(content) if isinstance(content, str) else content


def normal_form(row: Row) -> tuple[object, ...]:
    """The identifying fields of a mention."""
    return tuple(value(row, name) for name in IDENTIFYING[row["type"]])


def _touches(row: Row, others: Iterable[Row]) -> bool:
    return any(row["type"] == o["type"] and row["start"] < o["end"] and o["start"] < row["end"] for o in others)


def score(gold: list[Row], found: list[Row]) -> dict[str, Score]:
    """Scores by type, and under "all"; rows that the guide leaves open (`optional`) and types it does not know count neither way."""
    free = [row for row in gold if row.get("optional")]
    sides: dict[str, tuple[dict[tuple[int, int], Row], dict[tuple[int, int], Row]]] = defaultdict(lambda: ({}, {}))
    for row in gold:
        if not row.get("optional"):
            sides[row["type"]][0][row["start"], row["end"]] = row
    for row in found:
        if row["type"] in IDENTIFYING and not _touches(row, free):
            sides[row["type"]][1][row["start"], row["end"]] = row
    scores = {kind: _compare(kind, *sides[kind]) for kind in sorted(sides)}
    total = Score(*(sum(getattr(s, name) for s in scores.values()) for name in ("gold", "found", "right")))
    return scores | {"all": total}


def _compare(kind: str, gold: dict[tuple[int, int], Row], found: dict[tuple[int, int], Row]) -> Score:
    result = Score(len(gold), len(found))
    for span in sorted(gold.keys() | found.keys()):
        want, got = gold.get(span), found.get(span)
        if want is None or got is None:
            row = want or got or {}
            label = "missed" if got is None else "spurious"
            result.errors.append(f"{label} {kind} {span[0]} {row['text']!r} [{row['paragraph']}] {normal_form(row)}")
        elif normal_form(want) == normal_form(got):
            result.right += 1
        else:
            result.errors.append(f"wrong {kind} {span[0]} {want['text']!r} [{want['paragraph']}] want {normal_form(want)} got {normal_form(got)}")
    return result


def report(scores: dict[str, Score]) -> str:
    """The scores as a table, each type's errors below it: what a failing test prints."""
    lines = []
    for kind, s in scores.items():
        lines.append(f"{kind:14}{s.gold:5}{s.found:5}{s.right:5}  {s.f1:.3f}")
        lines += [f"    {error}" for error in s.errors]
    return "\n".join(lines)
