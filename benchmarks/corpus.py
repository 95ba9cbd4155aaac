"""How fast a folder of reports is read, how much memory that takes, and what a killed run leaves: `python benchmarks/corpus.py`.

The folder holds the specimens under fixtures/ as often as it takes. Runs with one and with two workers take turns, several rounds, so
that what else the machine does falls on both. Beside the time on the clock stands the processor time of all processes of a run: the
second is about the same however busy the machine is, and what two workers take more than one is what the pool itself costs.
`--write` puts the tables into docs/corpus.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parent.parent
RUN: Final = """
import sys
from unodc_report.corpus import Corpus
if __name__ == "__main__":
    Corpus.from_folder(sys.argv[1], into=sys.argv[2]).read(workers=int(sys.argv[3]), progress=False)
"""


WORKERS: Final = (1, 2)


class Measure(NamedTuple):
    """Of a run.

    Attributes:
        seconds: by the clock.
        processor: seconds of all its processes.
        early: the highest memory of all its processes together in its first half, in MiB.
        late: the same in its second half.
    """

    seconds: float
    processor: float
    early: float
    late: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="into docs/corpus.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        script = home / "run.py"
        script.write_text(RUN, encoding="utf-8")
        reports = specimens(home / "reports", options.reports)
        measures: dict[int, list[Measure]] = {workers: [] for workers in WORKERS}
        for _ in range(options.rounds):
            for workers in WORKERS:
                shutil.rmtree(home / "out", ignore_errors=True)
                measures[workers].append(measured(script, reports, home / "out", workers))
                print(f"{workers}: {measures[workers][-1]}", file=sys.stderr, flush=True)
        text = table(options.reports, measures) + "\n\n" + killed(script, reports, home / "killed", home / "out")
    print(text)
    if options.write:
        write(text)


def table(number: int, measures: Mapping[int, Sequence[Measure]]) -> str:
    """The medians in Markdown, and what two workers gain."""
    lines = ["| workers | seconds | of processors | reports a second | MiB, first half | MiB, second half |", "| ---: " * 6 + "|"]
    medians = {workers: Measure(*map(median, zip(*runs, strict=True))) for workers, runs in measures.items()}
    for workers, run in medians.items():
        lines.append(
            f"| {workers} | {run.seconds:.0f} | {run.processor:.0f} | {number / run.seconds:.1f} | {run.early:.0f} | {run.late:.0f} |"
        )
    one, two = medians[1], medians[2]
    best = min(run.seconds for run in measures[1]) / min(run.seconds for run in measures[2])
    day = datetime.now(tz=UTC).date()
    head = f"{number:,} reports, {os.cpu_count()} cores, {day}, Python {platform.python_version()}; medians of {len(measures[1])} rounds."
    gain = (
        f"Two workers read {one.seconds / two.seconds:.2f} times as fast as one ({best:.2f} by the best round of each) and take "
        f"{two.processor / one.processor:.2f} times its processor time: with a second core that is free, "
        f"up to {2 * one.processor / two.processor:.2f} times as fast."
    )
    return "\n".join([head, "", *lines, "", gain])


def write(text: str) -> None:
    """Put the figures into the documentation, between their marks."""
    page = ROOT / "docs/corpus.md"
    before, begin, rest = page.read_text(encoding="utf-8").partition("<!-- measured -->\n")
    _, end, after = rest.partition("<!-- /measured -->")
    page.write_text(before + begin + text + "\n" + end + after, encoding="utf-8")


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
    begun, used = time.monotonic(), processor_time()
    run = start(script, reports, out, workers)
    memory: list[float] = []
    while run.poll() is None:
        memory.append(resident(run.pid))
        time.sleep(0.25)
    if run.returncode:
        raise SystemExit(f"the run ended with {run.returncode}")
    half = len(memory) // 2
    return Measure(time.monotonic() - begun, processor_time() - used, max(memory[:half]), max(memory[half:]))


def processor_time() -> float:
    """Of all children that have ended, and theirs."""
    times = os.times()
    return times.children_user + times.children_system


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
    missing = number - two.to_arrow("reports").num_rows
    return (
        f"Killed (`SIGKILL`) with {there:,} reports done and run again: {missing} missing, {twice} twice, {rows:,} mentions; "
        f"the tables are {'equal to' if same else 'NOT equal to'} those of a run that was not disturbed."
    )


if __name__ == "__main__":
    main()
