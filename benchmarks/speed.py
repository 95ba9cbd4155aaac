"""Measure time and memory against what else reads Chinese text; write docs/performance.md.

usage: speed.py [--shared FOLDER] [--rivals PYTHON] [--compiled PYTHON] [--sizes N …] [--write]

The text is the specimens in fixtures/ and, where FOLDER has them, 4,000 sentences of other documents, in turns, repeated to
each size.
Times are processor time of one thread, median of 7 runs (fewer where one takes long, see the column), and ratios to
`jieba.lcut` in the same process. The runs take turns, so that a machine that slows down slows all of them.
`--rivals` names a Python in whose environment jionlp or recognizers-text-suite (with emoji<2) are installed; they are measured
on the first 20,000 characters. What is not installed is left out and named. `--compiled` names the Python that `make compiled` has
given the compiled package: it is measured in turns with `jieba.lcut` too, in a process of its own.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "performance.md"
SPECIMEN: Final = ROOT / "fixtures" / "drugs" / "pdfium.txt"
SIZES: Final = (20_000, 200_000, 2_000_000)
RUNS: Final = 7
RUNS_OF_A_LAYER: Final = 3
PATIENCE: Final = 120.0  # seconds of all runs of one measure: after them no further run begins
RIVAL_SIZE: Final = 20_000
HOSTILE_SIZE: Final = 20_000
PIECE: Final = 30  # lines
REFERENCE: Final = "jieba.lcut"
Work = Callable[[str], object]

RIVALS: Final = {
    "jionlp, dates and amounts of money": (
        "import jionlp\n"
        "def work(t):\n"
        "    for s in t.splitlines():\n"
        "        jionlp.ner.extract_time(s); jionlp.ner.extract_money(s)\n"
    ),
    "recognizers-text-suite, numbers and dates": (
        "from recognizers_number import recognize_number\n"
        "from recognizers_date_time import recognize_datetime\n"
        "def work(t):\n"
        "    for s in t.splitlines():\n"
        "        recognize_number(s, 'zh-cn'); recognize_datetime(s, 'zh-cn')\n"
    ),
    "recognizers-text-suite, all of it for Chinese: numbers, units, money, dates, links": (
        "from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage\n"
        "from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension, recognize_temperature\n"
        "from recognizers_date_time import recognize_datetime\n"
        "from recognizers_sequence import recognize_url\n"
        "every = (\n"
        "    recognize_number, recognize_ordinal, recognize_percentage, recognize_age, recognize_currency, recognize_dimension,\n"
        "    recognize_temperature, recognize_datetime, recognize_url,\n"
        ")\n"
        "def work(t):\n"
        "    for s in t.splitlines():\n"
        "        for recognize in every:\n"
        "            recognize(s, 'zh-cn')\n"
    ),
}  # fmt: skip
"""What other readers are asked to find, line by line: of each what it has of what is found here."""
RIVAL_RUN: Final = """
import sys, time, warnings
warnings.simplefilter("ignore")
{work}
text = sys.stdin.read()
work(text[:200])
times = []
for _ in range({runs}):
    start = time.process_time(); work(text); times.append(time.process_time() - start)
print(sorted(times)[len(times) // 2])
"""

COMPILED_RUN: Final = """
import sys
sys.path.insert(0, {folder!r})
import speed
from unodc_report import pipeline
assert not pipeline.__file__.endswith(".py"), "not compiled"
text, works = sys.stdin.read(), speed.works()
works = {{name: work for name, work in works.items() if name.startswith("unodc_report.") or name == speed.REFERENCE}}
for work in works.values():
    work(text[:20_000])
for size in {sizes!r}:
    for m in speed.medians(works, speed.of_size(text, size)):
        print(m.name, m.size, m.seconds, m.runs, sep="\\t")
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """The median time of a work on a text of a size, in seconds, and of how many runs."""

    name: str
    size: int
    seconds: float
    runs: int


def material(shared: Path) -> str:
    """Specimens and development sentences in turns, so that a text of any size holds both in the same proportion."""
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").glob("*/word.txt"))]
    sentences = shared / "data/unpc-dev/UNv1.0.devset.zh"
    if sentences.is_file():
        sources.append(sentences.read_text(encoding="utf-8"))
    pieces = []
    for source in sources:
        lines = source.splitlines(keepends=True)
        pieces += [(start / len(lines), "".join(lines[start : start + PIECE])) for start in range(0, len(lines), PIECE)]
    return "".join(piece for _, piece in sorted(pieces))


def of_size(text: str, size: int) -> str:
    """So many characters of the text, repeated as often as it takes."""
    return (text * (size // len(text) + 1))[:size]


def medians(candidates: dict[str, Work], text: str) -> list[Measure]:
    """The measures of works on a text, run in turns."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(RUNS):
        for name, work in candidates.items():
            if times[name] and sum(times[name]) > PATIENCE:
                continue
            start = time.process_time()
            work(text)
            times[name].append(time.process_time() - start)
    return [Measure(name, len(text), statistics.median(seconds), len(seconds)) for name, seconds in times.items()]


def works() -> dict[str, Work]:
    """What is measured in this process, by name."""
    import jieba
    import jieba.posseg

    import unodc_report
    from unodc_report.layout.passage import read_passage
    from unodc_report.structure import read_report

    jieba.setLogLevel(60)
    jieba.dt.tmp_dir = tempfile.mkdtemp()
    jieba.initialize()
    found: dict[str, Work] = {
        "unodc_report.extract: text to mentions": lambda text: unodc_report.extract(text, observations=False),
        "unodc_report.extract: text to mentions with observations": unodc_report.extract,
        "unodc_report.parse: layout, structure, mentions, observations": unodc_report.parse,
        "clean and fold alone": read_passage,
        "layout and structure alone": read_report,
        REFERENCE: jieba.lcut,
        "jieba.posseg.lcut": jieba.posseg.lcut,
        're.findall(r"\\d[\\d,.]*")': re.compile(r"\d[\d,.]*").findall,
    }
    if importlib.util.find_spec("ahocorasick_rs"):
        found["ahocorasick_rs, names of countries"] = _countries()
    return found


def _countries() -> Work:
    from ahocorasick_rs import AhoCorasick, MatchKind

    from unodc_report.data.tables import rows

    automaton = AhoCorasick([row["zh"] for row in rows("countries", "zh") if row["zh"]], matchkind=MatchKind.LeftmostLongest)
    find: Work = automaton.find_matches_as_indexes
    return find


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What a work gives, and the median of its times."""
    times = []
    for _ in range(RUNS_OF_A_LAYER):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return result, statistics.median(times)


def layers(text: str) -> Iterator[tuple[str, float]]:
    """Name and time of every layer on a text, in order, each on what those before it gave."""
    from unodc_report import pipeline
    from unodc_report.assemble import assemble
    from unodc_report.data.names import lexicon
    from unodc_report.layout.passage import read_passage
    from unodc_report.observations.read import read_observations
    from unodc_report.reading import Reading, Taken
    from unodc_report.rules import Veto, in_text_order

    document, seconds = timed(lambda: read_passage(text))
    yield "clean and fold", seconds
    hits, seconds = timed(lambda: lexicon().find(document.folded))
    yield "lexicon", seconds
    reading = Reading(document, hits, Taken(len(document.text)))
    pipeline._mark_opaque(reading)  # noqa: SLF001  # the steps of `read_mentions`, one by one
    found: dict[str, Any] = {}
    vetoes: list[Veto] = []
    for extractor in pipeline.EXTRACTORS:
        findings, seconds = timed(lambda extractor=extractor: list(extractor(reading)))  # type: ignore[misc]
        yield f"entities: {extractor.__module__.split('.')[2]}", seconds
        pipeline._add(reading, found, vetoes, iter(findings))  # noqa: SLF001
    for fill in pipeline.CONTEXT_PASSES:
        found, seconds = timed(lambda fill=fill, found=found: fill(reading, found))  # type: ignore[misc]
        yield f"context: {fill.__name__}", seconds
    candidates = in_text_order(c for layer in found.values() for c in layer)
    _, seconds = timed(lambda: list(read_observations(document, candidates)))
    yield "observations", seconds
    _, seconds = timed(lambda: assemble(document, candidates))
    yield "models", seconds


def plain_lexicon(text: str) -> float:
    """Time of the lexicon as it searches without the extra `fast`."""
    from unodc_report.data.names import names
    from unodc_report.layout.passage import read_passage
    from unodc_report.lexicon import Lexicon

    lexicon, folded = Lexicon(names(), compiled=False), read_passage(text).folded
    start = time.process_time()
    lexicon.find(folded)
    return time.process_time() - start


def hostile_texts(ordinary: float) -> list[str]:
    """The worst of hostile texts by layer, and of the whole, in lines. `ordinary`: seconds a character of ordinary text."""
    sys.path.insert(0, str(ROOT / "tests"))
    import hostile

    import unodc_report

    worst: dict[str, tuple[float, str]] = {}
    whole: list[tuple[float, str]] = []
    for unit in hostile.UNITS:
        text = of_size(unit, HOSTILE_SIZE)
        _, seconds = timed(lambda text=text: unodc_report.extract(text))  # type: ignore[misc]  # the text of this turn
        whole.append((seconds, unit))
        for name, seconds in layers(text):
            worst[name] = max(worst.get(name, (0.0, "")), (seconds, unit))
    lines = [
        "", "## Hostile text", "",
        f"{len(hostile.UNITS)} pieces, each repeated to {HOSTILE_SIZE:,} characters. Ratios are to the time that `extract` takes for a",
        "character of ordinary text; a text of nothing but mentions costs what its mentions cost.", "",
        "| layer | worst piece | µs a character | ratio |", "| --- | --- | ---: | ---: |",
    ]  # fmt: skip
    whole.sort(reverse=True)
    rows = [*zip(("the whole, worst", "the whole, second", "the whole, third"), whole, strict=False), *worst.items()]
    row = "| {} | `{}` | {:.2f} | {:.1f} |"
    paces = ((name, unit.replace("\n", "\\n"), seconds / HOSTILE_SIZE) for name, (seconds, unit) in rows)
    return lines + [row.format(name, unit, pace * 1e6, pace / ordinary) for name, unit, pace in paces]


def rival(python: Path, name: str, text: str) -> Measure | None:
    """The measure of another library in its own environment; None where it is not installed or does not run."""
    script = RIVAL_RUN.format(work=RIVALS[name], runs=3)
    done = subprocess.run([str(python), "-c", script], input=text, capture_output=True, text=True, check=False, timeout=600)
    return Measure(name, len(text), float(done.stdout.split()[-1]), 3) if done.returncode == 0 and done.stdout.split() else None


def compiled(python: Path, text: str, sizes: tuple[int, ...]) -> list[Measure]:
    """The measures of the compiled package in its own environment."""
    script = COMPILED_RUN.format(folder=str(Path(__file__).parent), sizes=sizes)
    done = subprocess.run([str(python), "-c", script], input=text, capture_output=True, text=True, check=True)
    lines = (line.split("\t") for line in done.stdout.splitlines())
    return [Measure(name, int(size), float(seconds), int(runs)) for name, size, seconds, runs in lines]


def compiled_lines(measures: list[Measure]) -> list[str]:
    """The section of the compiled package, in lines."""
    reference = {m.size: m.seconds for m in measures if m.name == REFERENCE}
    row = "| {} | {:,} | {} | {:.2f} | {:.2f} |"
    lines = [row.format(m.name, m.size, m.runs, m.seconds / m.size * 1e6, m.seconds / reference[m.size]) for m in measures]
    return ["", "## Compiled", "", *COMPILED.splitlines(), "", *HEADER, *lines]


def outside(code: str) -> list[float]:
    """The numbers that a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=installed())
    return [float(number) for number in done.stdout.split()]


@cache
def installed() -> dict[str, str]:
    """The environment of a fresh process that finds its modules compiled, as those of an installed package are."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = tempfile.mkdtemp()
    subprocess.run([sys.executable, "-m", "unodc_report", "extract", str(SPECIMEN)], capture_output=True, check=True, env=environment)
    return environment


def start_times() -> tuple[float, float, float]:
    """Milliseconds to import the package, to make the first call after it (processor time), and of the command on a specimen (wall time).

    Each is the best of five fresh processes.
    """
    code = (
        "import time; a = time.process_time(); import unodc_report; b = time.process_time()\n"
        "unodc_report.extract('2020年缉获106吨可卡因'); print(b - a, time.process_time() - b)"
    )
    runs = [outside(code) for _ in range(5)]
    return min(run[0] for run in runs) * 1000, min(run[1] for run in runs) * 1000, min(_command() for _ in range(5)) * 1000


def _command() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "unodc_report", "extract", str(SPECIMEN)], capture_output=True, check=True, env=installed())
    return time.perf_counter() - start


def peak_memory(size: int, shared: Path) -> tuple[float, float]:
    """Megabytes of a fresh process after a small text, and bytes a character that reading a text of a size adds."""
    code = (
        f"import sys, resource; sys.path.insert(0, {str(Path(__file__).parent)!r}); import speed, unodc_report; from pathlib import Path\n"
        "unodc_report.extract('2020年缉获106吨可卡因')\n"
        f"text = speed.of_size(speed.material(Path({str(shared)!r})), {size})\n"
        "before = speed.peak(); unodc_report.extract(text); print(before, speed.peak())"
    )
    before, after = outside(code)
    return before / 1e6, (after - before) / size


def peak() -> int:
    """Peak memory of this process so far, in bytes: what the system tells of it, which a parent's size does not blur."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))[1]) * 1024  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def tables(measures: list[Measure], others: list[Measure], missing: list[str], steps: list[tuple[str, float]], step_size: int) -> list[str]:
    """The page but for what a fresh process tells, in lines."""
    reference = {m.size: m.seconds for m in measures if m.name == REFERENCE}
    lines = [
        "# Performance", "",
        "Written by `make speed`. Processor time of one thread; microseconds a character, and the ratio to `jieba.lcut` on the same",
        "text in the same process (below 1: less time than jieba takes to cut the text into words).", "",
        f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}.", "",
        *HEADER,
    ]  # fmt: skip
    row = "| {} | {:,} | {} | {:.2f} | {:.2f} |"
    ordered = sorted(measures, key=lambda m: (m.size, m.seconds))
    lines += [row.format(m.name, m.size, m.runs, m.seconds / m.size * 1e6, m.seconds / reference[m.size]) for m in ordered]
    pace = reference[min(reference)] / min(reference)
    lines += [
        row.format(m.name, m.size, m.runs, m.seconds / m.size * 1e6, m.seconds / m.size / pace) for m in others
    ]
    if missing:
        lines += ["", f"Not installed here and left out: {', '.join(missing)}."]
    whole = sum(seconds for name, seconds in steps if not name.startswith("("))
    lines += ["", "## Each layer alone", "", f"Text of {step_size:,} characters, each layer on what those before it gave.", ""]
    lines += ["| layer | µs a character | share |", "| --- | ---: | ---: |"]
    lines += [f"| {name} | {seconds / step_size * 1e6:.3f} | {seconds / whole:.1%} |" for name, seconds in steps]
    return lines


HEADER: Final = ("| what | characters | runs | µs a character | ratio to `jieba.lcut` |", "| --- | ---: | ---: | ---: | ---: |")
COMPILED: Final = """\
The package is pure Python. Where there is a C compiler, the parts that read can be compiled with
[mypyc](https://mypyc.readthedocs.io): in the sources `make compiled` leaves a wheel for the machine in `build/compiled/dist`, after some
minutes. What it reads is the same, row by row: the target compares all that both read in the specimens, in hostile texts and in the
development sentences, and runs the tests on it.
"""

BOUNDS: Final = """

## What bounds it

Profiled with py-spy (500 samples a second, a text of 200,000 characters), before and after the work on speed for 0.1.0. It began with
`extract` at 1.1 times the time of `jieba.lcut` on that text. What the profile showed, and what was done:

- Patterns that begin with a lookbehind, an optional part or a group of alternatives are tried at every character. Where the first
  character comes first and what stands before it is asked behind it (a capital, then `(?<![A-Za-z].)`, for `(?<![A-Za-z])` and a capital),
  the search skips to it: heads of names took 0.26 µs a character and take 0.07, English dates 0.09 and 0.005, short names 0.15 and 0.03.
- `str.translate` asks a table of every character; a search for the few variants and a table for those is ten times as fast.
- The lexicon asked every pair of characters as a string of its own; pairs are read as integers out of the encoded text, or, with the
  extra `fast`, all names are met by one automaton.
- Objects: findings are named tuples; models are made without validating what the extractors found and share their sets of given fields
  (101 bytes a character became 58); sets of words that observations join are joined once, not in their loops.
- Most of what is asked of the taken characters lies where nothing is marked, so that is asked first; numbers inside a date or a symbol are
  passed at once, and behind a number only the rows are tried that can go on.
- Heads of names are sought by their last two characters and compared as words, or by a closing that is dropped where the character
  before it ends no word of the head; places with a type word by that word, codes, links and bare days by a literal. A common word
  (议会, 银行) is dropped where nothing before it can open a name, before the edge of its name is sought: the worst hostile text for
  organizations fell from 4.7 to below 2.
- Dates are tried by what stands behind the year: seventeen thousand matches that were tried in that text became six. Titles, points of
  time and numbers that come again are worked out once; titles are sought from 《 on; a bare number that cannot count is told before its
  qualifier.
- Which characters are taken is kept as bits, two bytes a character for sixteen layers. Mentions of one type share the names of their
  fields, as instances of one class do: both together took the memory from 70 to 53 bytes a character.
- Tables are read once and long ones by column, words share their weights and classes, blocks are made without pydantic's validators,
  which are not built when a report is read; a small text needs 64 MB.
- Rules that share how they begin (a word that leads to a place, 第 and its number, the marks of a resolution) are sought once for all of
  them; tokens of a sentence know where their clause and bracket began, and slots that nothing in the sentence could fill are not sought.
  Counted in instructions of the processor on 20,000 characters, observations and mentions together fell by a sixth.
- Words in Latin letters are sought once for symbols, codes, bodies and places; at a number only the rows are tried that its first
  character and what stands behind it allow; only layers that others give way to are marked. Instructions for 20,000 characters: 255
  million for the mentions became 213, 389 with observations 355.
- A class of a pattern is spelled out character by character when it is compiled, the Chinese characters all thirty thousand: a class now
  names what is none of them, the grammar of numbers and dates stands once where it stood in a dozen patterns, and words behind a number are
  compiled by their first character, when it comes. From start to end the command took 6.6 billion instructions and takes 4.9.

The profile is flat: no function has more than a twentieth. A third of the whole is the observations, a third of that the cutting into
words. Of the mentions a third is the regular expressions, half of these at the figures and heads where something may begin; an eighth
is the collector of garbage and the making of what is handed out, some three microseconds a mention. So mentions take between half and
six tenths of the time of `jieba.lcut`, where half was aimed at; compiled, about half, and with observations seven to eight tenths. A single
pattern for all heads was tried and takes four times as long as theirs one by one. Recognizers-Text, asked for figures and dates alone, is
passed about eighty times; asked for all that it has of what is found here, two hundred times. The same runs again differ by a tenth and
more, on the small text more than on the large ones.

The command starts in the time that it takes to read some 150,000 characters: a third of it is the compiling of some 550 patterns (as
many more, which few reports ask, are compiled when they are first asked), a fifth the loading of modules, pydantic's among them, the rest
the tables, the index of names and the words. It looks for garbage more rarely than Python does by itself, and a text of less than 16,000
characters is searched for names without the automaton, which takes longer to make.
"""


def beginnings(size: int, shared: Path) -> list[str]:
    """What a fresh process takes to start, and in memory, in lines."""
    imported, first, command = start_times()
    small, per_character = peak_memory(size, shared)
    return [
        "", "## Start and memory", "", "| what | value |", "| --- | ---: |", f"| `import unodc_report` | {imported:.0f} ms |",
        f"| first call after it (tables and words are loaded) | {first:.0f} ms |", f"| peak memory after a small text | {small:.0f} MB |",
        f"| `unodc-report extract` of a specimen, wall time | {command:.0f} ms |",
        f"| added by a text of {size:,} characters | {per_character:.0f} bytes a character |", "",
    ]  # fmt: skip


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--rivals", type=Path, help="a Python whose environment has jionlp or recognizers-text-suite")
    parser.add_argument("--compiled", type=Path, help="a Python whose environment has the compiled package and jieba")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    given = parser.parse_args()
    text = material(given.shared)
    measures: list[Measure] = []
    candidates = works()
    for work in candidates.values():
        work(text[:2_000])  # tables and words are loaded
    for size in given.sizes:
        fast = {name: work for name, work in candidates.items() if name != "jieba.posseg.lcut" or size <= 200_000}  # else minutes
        measures += medians(fast, of_size(text, size))
        print(*(f"{m.name}, {m.size:,}: {m.seconds:.3f} s" for m in measures if m.size == size), sep="\n", file=sys.stderr)
    step_size = min(200_000, max(given.sizes))
    measured = {name: rival(given.rivals, name, of_size(text, RIVAL_SIZE)) if given.rivals else None for name in RIVALS}
    others = [measure for measure in measured.values() if measure is not None]
    missing = [name for name, measure in measured.items() if measure is None]
    if not importlib.util.find_spec("ahocorasick_rs"):
        missing.append("ahocorasick_rs")
    steps = list(layers(of_size(text, step_size)))
    steps.insert(2, ("(lexicon, without the extra `fast`)", plain_lexicon(of_size(text, step_size))))
    lines = tables(measures, others, missing, steps, step_size)
    ordinary = next(m.seconds / m.size for m in measures if "with observations" in m.name and m.size == min(given.sizes))
    if given.compiled:
        lines += compiled_lines(compiled(given.compiled, text, tuple(given.sizes)))
    told = "\n".join(lines + BOUNDS.splitlines() + hostile_texts(ordinary) + beginnings(max(given.sizes), given.shared))
    print(told)
    if given.write:
        PAGE.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
