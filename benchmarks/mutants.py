"""Counts what became of the mutants of each module: `python benchmarks/mutants.py build/mutants/mutants` prints a table.

mutmut keeps, beside each file that it changed, the exit status of pytest for each change: 0 where no test failed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Final

KINDS: Final = ("killed", "survived", "untested", "slow")
_BY_STATUS: Final = {0: "survived", 1: "killed", 3: "killed", 33: "untested", -24: "slow", 24: "slow", 36: "slow", 152: "slow", 255: "slow"}


def count(folder: Path) -> dict[str, Counter[str]]:
    """How many mutants of each module below `folder` were killed, survived, are run by no test, or took too long."""
    found: dict[str, Counter[str]] = {}
    for path in sorted(folder.rglob("*.py.meta")):
        statuses = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].values()
        kinds = Counter(_BY_STATUS.get(status, "killed") for status in statuses if status is not None)
        if kinds:
            found[path.name.removesuffix(".py.meta")] = kinds
    return found


def row(name: str, kinds: Counter[str]) -> str:
    """A row of the table; the score counts a mutant that runs without end as found."""
    score = (kinds["killed"] + kinds["slow"]) / kinds.total()
    return f"| {name} | {' | '.join(str(kinds[kind]) for kind in KINDS)} | {score:.0%} |"


def main(arguments: list[str]) -> int:
    """Print the table of the folder given."""
    found = count(Path(arguments[0]))
    print(f"| module | {' | '.join(KINDS)} | score |\n| --- |{' ---: |' * (len(KINDS) + 1)}")
    for name, kinds in found.items():
        print(row(name, kinds))
    print(row("all", sum(found.values(), Counter())))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
