"""Passages with the slots of their figures written beside them: how the files under slots/ are read, and how a reading is judged.

A passage stands on a line of its own (blank lines and lines in # are left out). Below it stands one line for each of its figures,
in their order: the figure without blanks, then the slots that the passage tells, as `slot=value`; a slot that is not there must
stay empty. `where` lists its codes between commas, `rel` is the relation, `change=increase by` the change with its mode.
`head=` is the head of the item where it is not its last two characters; an item is right when it holds the head and stays inside
the phrase, for how many modifiers a phrase takes is a matter of taste.

A passage that is not read in full yet has a line `! reason` above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeAlias

import unodc_report as ur
from unodc_report.models.observations import Observation

FOLDER: Final = Path(__file__).parent / "slots"
SLOTS: Final = ("item", "action", "where", "when", "change", "rel", "actor", "instrument")
_CHANGE: Final = re.compile(r"change=(increase|decrease) (by|to)")

Verdict: TypeAlias = Literal["right", "wrong", "null"]


@dataclass(slots=True)
class Passage:
    """A passage, the slots of its figures, and why it is not read in full yet (empty if it is)."""

    text: str
    reason: str
    figures: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file."""
    passage, reason = None, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("! "):
            reason = line[2:]
        elif line.startswith("  ") and passage is not None:
            surface, *slots = _CHANGE.sub(r"change=\1:\2", line).split()
            passage.figures.append((surface, dict(slot.split("=", 1) for slot in slots)))
        elif line and line[0] != "#":
            if passage is not None:
                yield passage
            passage, reason = Passage(line, reason), ""
    if passage is not None:
        yield passage


def squeeze(text: str | None) -> str:
    """The text without blanks."""
    return "".join((text or "").split())


def found(row: Observation) -> dict[str, str]:
    """The slots of an observation as the files write them, empty ones as empty texts."""
    return {
        "item": squeeze(row.item), "action": squeeze(row.action), "where": ",".join(sorted(row.where)), "when": row.when or "",
        "change": f"{row.change}:{row.change_mode}" if row.change else "", "rel": row.relation or "",
        "actor": squeeze(row.actor), "instrument": squeeze(row.instrument),
    }  # fmt: skip


def read(passage: Passage) -> list[tuple[str, dict[str, str]]]:
    """What the library finds of the figures of a passage."""
    return [(squeeze(row.quantity.text), found(row)) for row in ur.parse(passage.text).observations]


def judge(slot: str, wanted: dict[str, str], got: dict[str, str]) -> Verdict:
    """Whether a slot is as the file says; `null` is empty where the passage tells."""
    want, have = wanted.get(slot, ""), got[slot]
    if slot == "where":
        want = ",".join(sorted(want.split(",")))
    if slot == "item" and want and have:
        return "right" if have in want and wanted.get("head", want[-2:]) in have else "wrong"
    return "right" if want == have else "wrong" if have else "null"


def differences(passage: Passage) -> list[str]:
    """Figure by figure, what is not as the file says."""
    rows = read(passage)
    if [surface for surface, _ in rows] != [surface for surface, _ in passage.figures]:
        return [f"figures: {[surface for surface, _ in rows]}"]
    return [
        f"{surface} {slot}: wanted {wanted.get(slot, '')!r}, got {got[slot]!r}"
        for (surface, wanted), (_, got) in zip(passage.figures, rows, strict=True)
        for slot in SLOTS
        if judge(slot, wanted, got) != "right"
    ]
