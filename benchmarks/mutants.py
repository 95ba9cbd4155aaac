"""Changes the code of a layer in small ways with mutmut and counts the changes that no test notices.

`make mutants LAYER=entities SAMPLE=10 MUTANTS='dates.* quantities.amounts.*'` lays a copy of the project with the settings of the
layer under build/mutants/entities, has mutmut try one change in ten of a package and a module there, lists those that survived, and
prints a table of all that were tried in that folder. mutmut keeps, beside each file that it changed, the exit status of pytest for each
change: 0 where no test failed, 255 where pytest did not find the tests.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final
from zlib import crc32

ROOT: Final = Path(__file__).parent.parent
TESTS: Final = {
    "layout": (
        "breaks", "converters", "footnotes", "furniture", "joining", "layout", "layout_unseen_3", "lines", "link_lines", "run_in",
        "structure",
    ),
    "entities": (
        "rules", "unseen", "dates", "documents", "events", "geography", "instruments", "issuer", "normalise", "organizations",
        "programmes", "publications", "quantities", "reasons", "references", "sdgs", "symbols",
    ),
}  # fmt: skip
"""The tests of each layer that take a few seconds together, each time the same."""
_TABLE: Final = "[tool.mutmut]\n"
KINDS: Final = ("killed", "survived", "untested", "slow")
_BY_STATUS: Final = {
    0: "survived", 1: "killed", 3: "killed", 33: "untested", 255: "untested", -24: "slow", 24: "slow", 36: "slow", 152: "slow",
}  # fmt: skip


def lay(layer: str) -> Path:
    """A copy of the project in which mutmut changes the layer and runs its tests; what was tried there before is kept."""
    folder = ROOT / "build" / "mutants" / layer
    for name in ("src", "tests", "fixtures", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (folder / "mutants").rglob("*"):  # mutmut would leave what is there as it was, but for the files that it changes
        if path.is_file() and path.suffix not in {".meta", ".json"}:
            path.unlink()
    tests = [f"tests/test_{name}.py" for name in TESTS[layer]]
    own = {"only_mutate": [f"src/unodc_report/{layer}/*"], "pytest_add_cli_args_test_selection": tests}
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in own.items())
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8").replace(_TABLE, f"{_TABLE}{lines}")
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    return folder


def drawn(name: str, share: int) -> bool:
    """Whether a change is among so many in a hundred: told by its name alone, so the same ones each time."""
    return crc32(name.encode()) % 100 < share


def names(layer: str, share: int, patterns: list[str]) -> Iterator[str]:
    """The changes of a layer that are drawn and that fit one of the patterns."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # only where make mutants put it
    from mutmut.utils.format_utils import get_mutant_name

    for path in sorted((ROOT / "src" / "unodc_report" / layer).rglob("*.py")):
        for mutant in mutate_file_contents(str(path), path.read_text(encoding="utf-8")).mutant_names:
            name = get_mutant_name(path.relative_to(ROOT), mutant)
            if drawn(name, share) and any(fnmatchcase(name, f"unodc_report.{layer}.{pattern}") for pattern in patterns):
                yield name


def statuses(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Module below the folder, change and what became of it, for all that were tried in a folder."""
    for path in sorted(folder.rglob("*.py.meta")):
        module = path.relative_to(folder).as_posix().removesuffix(".py.meta")
        for name, status in json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items():
            if status is not None:
                yield module, name, _BY_STATUS.get(status, "killed")


def row(name: str, kinds: Counter[str]) -> str:
    """A row of the table; the score counts a mutant that runs without end as found."""
    score = (kinds["killed"] + kinds["slow"]) / kinds.total()
    return f"| {name} | {kinds.total()} | {' | '.join(str(kinds[kind]) for kind in KINDS)} | {score:.0%} |"


def table(folder: Path) -> Iterator[str]:
    """What became of the changes of each module."""
    found: dict[str, Counter[str]] = {}
    for module, _, kind in statuses(folder):
        found.setdefault(module, Counter())[kind] += 1
    yield f"| module | run | {' | '.join(KINDS)} | score |"
    yield f"| --- |{' ---: |' * (len(KINDS) + 2)}"
    for name, kinds in found.items():
        yield row(name, kinds)
    yield row("all", sum(found.values(), Counter()))


def main(arguments: list[str] | None = None) -> int:
    """Try the changes that are asked for and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layer", choices=TESTS)
    parser.add_argument("share", type=int, help="so many changes in a hundred")
    parser.add_argument("patterns", nargs="+", help="forms of the names of changes, after the layer: dates.*")
    asked = parser.parse_args(arguments)
    chosen = list(names(asked.layer, asked.share, asked.patterns))
    if not chosen:
        parser.error(f"no change of {asked.layer} fits {' '.join(asked.patterns)}")
    folder = lay(asked.layer)
    print(f"{len(chosen)} changes", flush=True)
    command = [str(Path(sys.executable).parent / "mutmut"), "run", "--max-children", "2", *chosen]
    status = subprocess.run(command, cwd=folder, check=False).returncode
    if status:
        return status
    changed = folder / "mutants" / "src" / "unodc_report" / asked.layer
    print(*(f"survived: {name}" for _, name, kind in statuses(changed) if kind == "survived"), sep="\n")
    print(*table(changed), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
