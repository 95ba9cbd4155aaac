"""How fast a folder of reports is read, how much memory that takes, and what a killed run leaves: `python benchmarks/corpus.py`.

The folder holds the specimens under fixtures/ as often as it takes. Each line that is printed is a row of a table in Markdown.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parent.parent
RUN: Final = """
import sys
from unodc_report.corpus import Corpus
if __name__ == "__main__":
    Corpus.from_folder(sys.argv[1], into=sys.argv[2]).read(workers=int(sys.argv[3]), progress=False)
"""


class Measure(NamedTuple):
    """Of a run: seconds, and the highest memory of all its processes together, in MiB, in its first and its second half."""

    seconds: float
    early: float
    late: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        script = home / "run.py"
        script.write_text(RUN, encoding="utf-8")
        reports = specimens(home / "reports", options.reports)
        print(f"{options.reports} reports, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
        print("| workers | seconds | reports a second | MiB, first half | MiB, second half |\n| ---: | ---: | ---: | ---: | ---: |")
        for _ in range(options.rounds):
            for workers in (1, 2):
                shutil.rmtree(home / "out", ignore_errors=True)
                run = measured(script, reports, home / "out", workers)
                print(
                    f"| {workers} | {run.seconds:.1f} | {options.reports / run.seconds:.1f} | {run.early:.0f} | {run.late:.0f} |",
                    flush=True,
                )
        print("\n" + killed(script, reports, home / "killed", home / "out"))


def specimens(folder: Path, number: int) -> Path:
    """A folder of so many text files."""
    folder.mkdir()
    texts = cycle(sorted((ROOT / "fixtures").glob("*/*.txt")))
    for n, path in enumerate(islice((path for path in texts if path.parent.name != "source"), number)):
        shutil.copyfile(path, folder / f"{n:05}-{path.parent.name}-{path.name}")
    return folder


def start(script: Path, reports: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    """A run in a process of its own."""
    return subprocess.Popen([sys.executable, str(script), str(reports), str(out), str(workers)])


def measured(script: Path, reports: Path, out: Path, workers: int) -> Measure:
    """A run from beginning to end."""
    begun = time.monotonic()
    run = start(script, reports, out, workers)
    memory: list[float] = []
    while run.poll() is None:
        memory.append(resident(run.pid))
        time.sleep(0.25)
    if run.returncode:
        raise SystemExit(f"the run ended with {run.returncode}")
    half = len(memory) // 2
    return Measure(time.monotonic() - begun, max(memory[:half]), max(memory[half:]))


def resident(pid: int) -> float:
    """Memory of a process and its children in MiB (Linux)."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 + sum(resident(int(child)) for child in children)


def killed(script: Path, reports: Path, out: Path, whole: Path) -> str:
    """Kill a run in the middle, run again, and compare with the data set of an undisturbed run."""
    from unodc_report.corpus import Corpus

    number = len(list(reports.iterdir()))
    run = start(script, reports, out, 2)
    while len(list((out / "reports").glob("part-*.parquet"))) * 16 < number / 2:
        time.sleep(0.05)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    there = Corpus.open(out).to_arrow("reports").num_rows
    if start(script, reports, out, 2).wait():
        raise SystemExit("the second run failed")
    one, two = Corpus.open(whole), Corpus.open(out)
    same = all(one.to_arrow(name).equals(two.to_arrow(name)) for name in ("reports", "mentions", "observations", "paragraphs"))
    twice = sum(count > 1 for count in Counter(two.to_arrow("reports").column("file").to_pylist()).values())
    rows = two.to_arrow("mentions").num_rows
    return f"Killed with {there} reports done; after the second run {number} reports, {twice} twice, {rows} mentions, tables equal: {same}"


if __name__ == "__main__":
    main()
