"""Measure the library against annotated text beside the checkout; check the floors; write the figures down.

usage: accuracy.py [--shared FOLDER] [--check] [--write] [--release VERSION]

FOLDER holds reports/, gold/, data/ and the measures in tools/ (see CONTRIBUTING.md). Five measures:

* the specimens in fixtures/, in every layout, against the gold beside them;
* the report A/76/122, read whole by the command line, against its annotation;
* 320 sentences of other documents, each read by itself, against their annotation;
* the other 3,679 sentences of that set against reviewed.tsv beside this file: what an earlier state of the library found in them, read
  against the guide sentence by sentence, with every difference settled;
* 4,000 sentences against what a few plain patterns find in their English translation: translators differ, so this one compares
  versions of the library and does not say how good one is.

The page shows what has changed since the figures in released.json, which `--release` writes, and the known failures: the strict
expected failures of tests/unseen/open.txt.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

WHOLE: Final = "all"
NOTHING: Final = "-"  # the type in the row of a sentence without mentions
LONGEST: Final = 100_000  # more characters than any sentence has
ROOT: Final = Path(__file__).resolve().parent.parent
RELEASED: Final = Path(__file__).with_name("released.json")
REVIEWED: Final = Path(__file__).with_name("reviewed.tsv")
REPORT_FLOOR: Final = 0.95
REPORT_FLOORS: Final = {WHOLE: 0.97}
SENTENCE_FLOORS: Final = {WHOLE: 0.93, "country": 0.97, "date": 0.95, "document": 0.95, "quantity": 0.90}
REVIEWED_FLOORS: Final = {WHOLE: 0.97, "country": 0.97, "date": 0.97, "document": 0.97, "quantity": 0.97, "organization": 0.95}
RECALL_FLOOR: Final = 0.96
RECALL_FLOORS: Final = {"large number": 0.95, "month": 0.95}
"""Two kinds cannot reach the target of 0.96 on these lines. Of 129 large numbers six are not in the Chinese as numbers with one
value (two ranges, which have bounds and no value; two numbers that the translation changes or leaves out; one misread by the
pattern of the English); of 87 months four (three that only the English names, one whose year no passage tells)."""
PRECISION_FLOOR: Final = 0.88
PRECISION_FLOORS: Final = {"country": 0.75}  # a pronoun in English is often the name again in Chinese


@dataclass(frozen=True, slots=True)
class Agreement:
    """One line of the comparison with the English: items on either side, and the shares of each that are on the other."""

    kind: str
    english: int
    chinese: int
    recall: float
    precision: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All measures: for the annotated texts, the score of each type and of all; of the specimens the counts of gold, found, right."""

    specimens: dict[str, tuple[int, int, int]]
    report: dict[str, dict[str, Any]]
    sentences: dict[str, dict[str, Any]]
    reviewed: dict[str, dict[str, Any]]
    agreement: list[Agreement]
    seconds: float


def measure(shared: Path) -> Figures:
    """Run the five measures."""
    tools, gold = shared / "tools", shared / "gold"
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.jsonl"
        begun = time.perf_counter()
        run("-m", "unodc_report", "extract", shared / "reports/A_76_122.zh.txt", "--output", rows)
        seconds = time.perf_counter() - begun
        report = run(tools / "score.py", gold / "A_76_122.zh.jsonl", rows, "--json")
    sentences = run(tools / "score_sentences.py", "--json")
    corpus = shared / "data/unpc-dev"
    reviewed = score_reviewed(corpus / "UNv1.0.devset.zh", tools)
    agreement = run(tools / "agree.py", corpus / "UNv1.0.devset.zh", corpus / "UNv1.0.devset.en")
    return Figures(score_specimens(), by_type(report), by_type(sentences), by_type(reviewed), agreements(agreement), seconds)


def score_reviewed(corpus: Path, tools: Path) -> str:
    """The scores of the reviewed sentences, each read by itself, as score.py prints them."""
    from unodc_report import extract

    sentences = corpus.read_text(encoding="utf-8").split("\n")
    rows = reviewed_rows(sentences)
    gold = [row for row in rows if row["type"] != NOTHING]
    found: list[dict[str, Any]] = []
    for line in dict.fromkeys(row["line"] for row in rows):
        found += [{**mention.row(), "line": line} for mention in extract(sentences[line - 1])]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("gold.jsonl", "found.jsonl")]
        for path, mentions in zip(paths, (gold, found), strict=True):
            path.write_text("".join(json.dumps(_placed(row)) + "\n" for row in mentions), encoding="utf-8")
        return run(tools / "score.py", *paths, "--json")


def reviewed_rows(sentences: list[str]) -> list[dict[str, Any]]:
    """The annotation of the reviewed sentences: line, type, span in it, surface, fields. A sentence without mentions has one row."""
    with REVIEWED.open(encoding="utf-8", newline="") as lines:
        rows: list[dict[str, Any]] = [dict(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    for row in rows:
        line, start, end = (int(row[name]) for name in ("line", "start", "end"))
        row |= {"line": line, "start": start, "end": end, "text": sentences[line - 1][start:end], **json.loads(row.pop("fields"))}
    return rows


def _placed(row: dict[str, Any]) -> dict[str, Any]:
    """The row with offsets that are its own among all sentences."""
    return {**row, "start": row["line"] * LONGEST + row["start"], "end": row["line"] * LONGEST + row["end"]}


def score_specimens() -> dict[str, tuple[int, int, int]]:
    """Gold, found and right mentions by type and of all, summed over the specimens and their layouts."""
    sys.path.insert(0, str(ROOT / "tests"))
    import scoring
    import specimens

    from unodc_report import parse

    total: dict[str, Counter[str]] = {}
    for name in specimens.SPECIMENS:
        for layout in specimens.LAYOUTS:
            found = parse(specimens.raw(name, layout)).rows()
            for kind, score in scoring.score(specimens.gold(name, layout), found).items():
                total.setdefault(kind, Counter()).update(gold=score.gold, found=score.found, right=score.right)
    kinds = sorted(total, key=lambda kind: (kind == WHOLE, kind))
    return {kind: (total[kind]["gold"], total[kind]["found"], total[kind]["right"]) for kind in kinds}


def strict_f1(gold: int, found: int, right: int) -> float:
    """Right mentions count on both sides."""
    return 2 * right / (gold + found) if gold + found else 1.0


def run(*arguments: str | Path) -> str:
    """What Python prints for the arguments; its complaints go where ours go."""
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8").stdout


def by_type(scores: str) -> dict[str, dict[str, Any]]:
    """The scores of each type, and of all under `all`."""
    told = json.loads(scores)
    return {**told["types"], WHOLE: told["all"]}


def agreements(table: str) -> list[Agreement]:
    """The lines of the printed table: the kind (it may hold blanks), then six figures.

    >>> agreements("large number    590    600    620   0.983   0.952  0.967")
    [Agreement(kind='large number', english=600, chinese=620, recall=0.983, precision=0.952)]
    """
    lines = []
    for line in table.splitlines():
        kind, *figures = line.rsplit(maxsplit=6)
        if len(figures) == 6 and figures[0].isdecimal():
            lines.append(Agreement(kind.strip(), int(figures[1]), int(figures[2]), float(figures[3]), float(figures[4])))
    return lines


def shortfalls(figures: Figures) -> list[str]:
    """What is below its floor, one line each."""
    lines = []
    for kind, score in figures.report.items():
        lines += below("report", kind, score["strict_f1"], REPORT_FLOORS.get(kind, REPORT_FLOOR))
    for kind, floor in SENTENCE_FLOORS.items():
        lines += below("sentences", kind, figures.sentences[kind]["strict_f1"], floor)
    for kind, floor in REVIEWED_FLOORS.items():
        lines += below("reviewed sentences", kind, figures.reviewed[kind]["strict_f1"], floor)
    for line in figures.agreement:
        lines += below("agreement, recall", line.kind, line.recall, RECALL_FLOORS.get(line.kind, RECALL_FLOOR))
        lines += below("agreement, precision", line.kind, line.precision, PRECISION_FLOORS.get(line.kind, PRECISION_FLOOR))
    return lines


def below(measured: str, kind: str, figure: float, floor: float) -> list[str]:
    """A line if the figure is below the floor."""
    return [] if figure >= floor else [f"{measured}: {kind} {figure:.3f}, floor {floor:.2f}"]


def page(figures: Figures, released: dict[str, Any]) -> str:
    """The figures as a page of Markdown."""
    return f"""# Accuracy

How often a mention is right. The short answer: on a report that nobody has looked at **expect 0.92 to 0.95** (strict F1, all types
together), more for figures and symbols, less for places and bodies, and 0.75 to 0.88 for bodies in texts dense with them. The figures
near 1.000 are of texts that were in view while the library was written: they show that it does what its guide says, and nothing more.

| text | in view while rules were written? |
| --- | --- |
| specimens, A/76/122, 320 and 3,679 sentences | yes |
| passages of real documents, with the rules before them (0.92), and later lots at first reading (up to 0.95) | no |
| passages written for the purpose, at first reading (0.91 to 0.97) | no |
| the same documents and passages, after their causes were mended | yes |
| agreement with the English | yes in part: the annotated sentences are among its own |

Written by `make accuracy`; floors are in `benchmarks/accuracy.py`, what counts as a mention is in [mentions.md](mentions.md).
*Strict F1* counts a mention as right when its span and its normal form are both right. *Norm* is the share of right normal forms
among the spans found.

## Specimens

Four invented reports ([fixtures](../fixtures/README.md)), written with their annotation side by side and set as five converters would print
each: all twenty texts together.

{specimen_table(figures.specimens)}

## A report: A/76/122

One report of the Secretary-General (18 pages, 100 numbered paragraphs), annotated, and read whole by the command line in
{figures.seconds:.2f} s, the start of Python included. The library was developed with this report in view, so the figures say that it
does what the annotation guide says, not how well it does on a report that nobody has looked at.

{score_table(figures.report)}

## Sentences of other documents

320 sentences from the development set of the United Nations Parallel Corpus v1.0 (Ziemski, Junczys-Dowmunt, Pouliquen, 2016;
documents of all organs, 1990-2014), each read by itself, annotated. They too were in view.

{score_table(figures.sentences)}

The other 3,679 sentences of that set (`benchmarks/reviewed.tsv`): what the library had found in them was read against the guide, sentence
by sentence, and what was missing or wrong noted; where the library then came to differ from that, a second reader settled each case
without favour to either side. What is hard to see stays unseen in such an annotation, so the figures are somewhat kind.

{score_table(figures.reviewed)}

{slot_line(figures.reviewed)}

## Text that was not in view

The figures to go by are those at first reading. Passages in the manner of other bodies and decades (resolutions, treaty bodies,
budgets, disarmament, peacekeeping, sanctions, climate, texts of the 1950s to 1990s) were written with their mentions before the library
read them; what was general in the misses of a set was mended before the next was written. Strict F1 over all types at first reading,
against the mentions as first written:

| set | passages | with the rules before the set | at first reading | after its causes were mended |
| --- | ---: | ---: | ---: | ---: |
| first figures | 324 | | 0.91 | 0.94 |
| first figures, second set | 37 | | 0.92 | |
| before any new rule | 142 | 0.915 | 0.929 | 1.000 |
| second | 69 | 0.935 | 0.950 | 1.000 |
| third | 47 | 0.928 | 0.953 | 0.995 |
| fourth | 220 | 0.965 | 0.968 | 0.997 |
| 1,052 of the reviewed sentences, kept back while rules were written | | 0.963 | 0.980 | |

Only the column of first readings is a measure of unseen text: in the last one slips of the annotation are mended too, some fifteen
of the third set and some twenty of the fourth. All passages are tests now (`tests/unseen/`); those that are not read yet stand below.

Then real documents were read, as converters and web pages give them: resolutions and statements of the Council since 1948, treaty
bodies, budgets, codification, drugs and crime, economy, health and food, in some 820 passages of five subjects. They are not in the
repository; what they taught is, in words of our own. Each passage was annotated before the library read it; the figures are against
that annotation, put right by the guide in part:

| subject | not in view: with the rules before | in view: with the rules since |
| --- | ---: | ---: |
| administration and law | 0.917 | 0.961 |
| drugs, crime and justice | 0.914 | 0.949 |
| economy, environment and health | 0.932 | 0.959 |
| human rights and refugees | 0.918 | 0.947 |
| peace and security | 0.932 | 0.967 |
| all | 0.923 | 0.956 |

Only the first column is a measure of unseen text: the second was in view while those rules were written. What one lot led to helped
the next ones little: their first readings rose from 0.948 to 0.954 in one case, and in two not at all. In a second round each lot was
annotated for some types alone; at first reading numbers, dates,
pointers and symbols had 0.965 to 0.982, countries, places, instruments and publications 0.905 to 0.926, organizations, in texts
dense with them, 0.75 to 0.88.

So expect 0.92 to 0.95 on a report that nobody has looked at, most for figures and symbols, least for organizations and places.

What was counted, what happened to it, where and when: over 131 and 120 figures of fresh passages, in [observations.md](observations.md).

## Agreement with the English

4,000 sentences of the same development set. What the library finds in the Chinese is held against what a few plain patterns find in
the English of the same sentences. Nothing here was annotated. Translators differ (a name for a pronoun, a number rounded), so 1.0
cannot be reached, and precision for countries is low by nature. *Recall* is the share of what stands in the English that is found
in the Chinese, *precision* the reverse.

{agreement_table(figures.agreement)}

## What has changed

{changes(figures, released)}

## Known failures

Passages that are not read as they should be. They are strict expected failures of the tests: one that is read at last fails them until
it is moved. Slots of figures that are not found as they should be stand in `tests/slots/`, each with its reason.

{known_failures()}
"""


def score_table(scores: dict[str, dict[str, Any]]) -> str:
    """A line a type, all of them last."""
    lines = ["| type | annotated | found | precision | recall | norm | strict F1 |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for kind, s in scores.items():
        if kind == WHOLE:
            lines.append(f"| **all** | {s['gold']} | {s['pred']} | | | | **{s['strict_f1']:.3f}** |")
        else:
            shares = " | ".join(f"{s[name]:.3f}" for name in ("precision", "recall", "norm", "strict_f1"))
            lines.append(f"| {kind} | {s['gold']} | {s['pred']} | {shares} |")
    return "\n".join(lines)


def slot_line(scores: dict[str, dict[str, Any]]) -> str:
    """How often the surroundings of the quantities found are right."""
    fields = scores["quantity"]["fields"]
    return "Of its quantities: " + ", ".join(f"`{name}` {fields[name]:.3f}" for name in ("item", "action", "where", "when")) + "."


def specimen_table(counts: dict[str, tuple[int, int, int]]) -> str:
    """A line a type, all of them last."""
    lines = ["| type | annotated | found | strict F1 |", "| --- | ---: | ---: | ---: |"]
    for kind, (gold, found, right) in counts.items():
        f1 = f"{strict_f1(gold, found, right):.3f}"
        lines.append(f"| **{kind}** | {gold} | {found} | **{f1}** |" if kind == WHOLE else f"| {kind} | {gold} | {found} | {f1} |")
    return "\n".join(lines)


def agreement_table(agreement: list[Agreement]) -> str:
    """A line a kind."""
    lines = ["| kind | in the English | in the Chinese | recall | precision |", "| --- | ---: | ---: | ---: | ---: |"]
    lines += [f"| {a.kind} | {a.english} | {a.chinese} | {a.recall:.3f} | {a.precision:.3f} |" for a in agreement]
    return "\n".join(lines)


def known_failures() -> str:
    """The passages that are not read as they should be, each with its reason, as a Markdown list."""
    lines = (ROOT / "tests/unseen/open.txt").read_text(encoding="utf-8").splitlines()
    reasons = {lines[i + 1]: line.removeprefix("# ") for i, line in enumerate(lines) if line.startswith("# ")}
    return "\n".join(f"- {reason[0].upper()}{reason[1:]}: {passage}" for passage, reason in reasons.items())


def to_release(figures: Figures, version: str) -> dict[str, Any]:
    """The figures as released.json holds them."""
    agreement = {a.kind: {"recall": a.recall, "precision": a.precision} for a in figures.agreement}
    return {"version": version, "strict F1": by_text(figures), "agreement": agreement}


def changes(figures: Figures, released: dict[str, Any]) -> str:
    """The figures that are not those of the release, as a Markdown table."""
    now = to_release(figures, "")
    lines = []
    for measured in ("strict F1", "agreement"):
        for group, before in released[measured].items():
            for name, figure in now[measured].get(group, {}).items():
                old = before.get(name)
                if old is None or abs(figure - old) >= 0.0005:
                    told, change = ("", "new") if old is None else (f"{old:.3f}", f"{figure - old:+.3f}")
                    lines.append(f"| {measured} | {group} | {name} | {told} | {figure:.3f} | {change} |")
    if not lines:
        return f"No figure has changed since {released['version']}."
    head = ["| measure | of | | then | now | change |", "| --- | --- | --- | ---: | ---: | ---: |"]
    return "\n".join([f"Since {released['version']}; what is not named is as it was.", "", *head, *lines])


def by_text(figures: Figures) -> dict[str, dict[str, float]]:
    """The strict F1 by annotated text, then by type."""
    return {
        "specimens": {kind: strict_f1(*counts) for kind, counts in figures.specimens.items()},
        "report": {kind: score["strict_f1"] for kind, score in figures.report.items()},
        "sentences": {kind: score["strict_f1"] for kind, score in figures.sentences.items()},
        "reviewed": {kind: score["strict_f1"] for kind, score in figures.reviewed.items()},
    }


def kinds_of(columns: dict[str, dict[str, float]]) -> list[str]:
    """The types of all columns in order, `all` at the end."""
    return sorted({kind for column in columns.values() for kind in column}, key=lambda kind: (kind == WHOLE, kind))


def summary(figures: Figures) -> str:
    """The strict F1 of every type on the annotated texts, and the agreement, as plain text."""
    columns = by_text(figures)
    lines = [f"{'strict F1':14}" + "".join(f"{name:>11}" for name in columns)]
    for kind in kinds_of(columns):
        cells = (f"{column[kind]:11.3f}" if kind in column else f"{'-':>11}" for column in columns.values())
        lines += [f"{kind:14}" + "".join(cells)]
    lines.append(f"\n{'agreement':14}{'recall':>11}{'precision':>11}")
    lines += [f"{a.kind:14}{a.recall:>11.3f}{a.precision:>11.3f}" for a in figures.agreement]
    return "\n".join(lines)


def readme_table(figures: Figures) -> str:
    """The strict F1 of every type on the annotated texts, as a Markdown table."""
    columns = by_text(figures)
    texts = ("4 specimens × 5 layouts", "report A/76/122", "320 sentences", "3,679 sentences")
    lines = [f"| type | {' | '.join(texts)} |", f"| --- |{' ---: |' * len(texts)}"]
    for kind in kinds_of(columns):
        cells = (f"{column[kind]:.3f}" if kind in column else "" for column in columns.values())
        lines += [f"| {kind} | " + " | ".join(cells) + " |"]
    return "\n".join(lines)


def set_between(page: str, mark: str, content: str) -> str:
    """The page with what stands between `<!-- mark -->` and `<!-- /mark -->` replaced."""
    begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, _, rest = page.partition(begin)
    return f"{before}{begin}\n{content}\n{end}{rest.partition(end)[2]}"


def specimen_shown() -> str:
    """What the command line shows of a specimen, as a Markdown block."""
    command = [sys.executable, "-m", "unodc_report", "show", "fixtures/drugs/pdfium.txt"]
    environment = {**os.environ, "COLUMNS": "80"}
    shown = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8").stdout
    lines = "\n".join(line.rstrip() for line in shown.splitlines())
    return f"```\n$ unodc-report show fixtures/drugs/pdfium.txt\n{lines}\n```"


def main() -> int:
    """Run the command; 1 if a floor is missed and --check asks for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the annotated texts and the measures")
    parser.add_argument("--check", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md and what README.md shows")
    parser.add_argument("--release", metavar="VERSION", help="keep the figures as those of this version")
    options = parser.parse_args()
    if not (options.shared / "tools").is_dir():
        parser.error(f"{options.shared}: no measures there")
    figures = measure(options.shared)
    print(summary(figures))
    if options.write:
        released = json.loads(RELEASED.read_text(encoding="utf-8"))
        (ROOT / "docs/accuracy.md").write_text(page(figures, released), encoding="utf-8")
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        readme = set_between(set_between(readme, "accuracy", readme_table(figures)), "show", specimen_shown())
        (ROOT / "README.md").write_text(readme, encoding="utf-8")
    if options.release:
        RELEASED.write_text(json.dumps(to_release(figures, options.release), indent=1) + "\n", encoding="utf-8")
    missed = shortfalls(figures) if options.check else []
    print(*missed, sep="\n", file=sys.stderr, end="\n" if missed else "")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
