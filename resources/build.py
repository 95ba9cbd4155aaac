"""Builds the reference tables of the library from the hand-edited sources in this folder.

    python resources/build.py [FOLDER]

Reads resources/*.csv and the dictionary of the package jieba, checks them, and writes src/unodc_report/data/tables/*.csv (or
FOLDER/*.csv) with a README that gives source and licence of every table. Plain Python, no network, the same bytes on every run.
A wrong source stops the build with its file, row and field.

A new table: its source in this folder, a line in sources.csv, a line in `TABLES` below.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, TypeAlias

from unodc_report.chinese.characters import fold
from unodc_report.errors import DataError

HERE: Final = Path(__file__).resolve().parent
TABLES_FOLDER: Final = HERE.parent / "src" / "unodc_report" / "data" / "tables"

FREQUENT: Final = 100
"""Occurrences from which on a word of the dictionary is taken."""

Row: TypeAlias = dict[str, str]


def read(name: str) -> list[Row]:
    """The rows of `resources/<name>.csv`, white space around fields removed."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        width = len(reader.fieldnames or ())
        rows = []
        for number, row in enumerate(reader, 2):
            if None in row or None in row.values():
                raise DataError(f"resources/{name}.csv, line {number}: not the {width} fields of the header")
            rows.append({key: value.strip() for key, value in row.items()})
        return rows


def surface(name: str) -> str:
    """A name as it stands in folded clean text: variants folded, no white space but in names wholly in Latin letters."""
    return fold(name) if name.isascii() else "".join(fold(name).split())


def copied(name: str, **renamed: str) -> Callable[[], Iterator[Row]]:
    """A table that is its source; `renamed` maps a column of the table to one of the source."""

    def rows() -> Iterator[Row]:
        for row in read(name):
            yield row | {new: row[old] for new, old in renamed.items()}

    return rows


def country_names() -> Iterator[Row]:
    """Every form of a country's name that is matched, one row a form."""
    forms: dict[str, tuple[str, str]] = {}
    for row in read("countries"):
        for column, kind in (("zh_short", "short"), ("zh_unterm_short", "short"), ("zh_m49", "short"), ("zh_unterm_formal", "formal")):
            if row[column]:
                _add_form(forms, row[column], row["iso3"], kind, f"countries.csv, {row['iso3']}, {column}")
    for number, row in enumerate(read("country_aliases"), 2):
        if row["kind"] != "not matched":
            _add_form(forms, row["alias"], row["iso3"], row["kind"], f"country_aliases.csv, line {number}, alias")
    for name, (iso3, kind) in forms.items():
        yield {"name": name, "iso3": iso3, "kind": kind}


def _add_form(forms: dict[str, tuple[str, str]], name: str, iso3: str, kind: str, where: str) -> None:
    known = forms.setdefault(surface(name), (iso3, kind))
    if known[0] != iso3:
        raise DataError(f"resources/{where}: {name} is {known[0]} already, not {iso3}")


def places() -> Iterator[Row]:
    """One row a name. `iso3`: the one country that is meant where nothing tells, "" if none; `others`: those it may be.

    A hand-written row decides. Among the others a place must be `MAIN` times as populous as the next of its name, a
    capital counting `CAPITAL` times, to be the one that is meant.
    """
    reserved = {row["name"] for row in country_names()} | {row["name"] for row in regions()}
    by_hand: dict[str, list[Row]] = {}
    for row in read("places"):
        by_hand.setdefault(surface(row["zh"]), []).append(row)
    found: dict[str, list[Row]] = {}
    for row in read("world_places"):
        found.setdefault(surface(row["zh"]), []).append(row)
    for name in by_hand.keys() | found.keys():
        hand, world = by_hand.get(name, []), sorted(found.get(name, ()), key=_weight, reverse=True)
        if (name in reserved and not hand) or any(row["kind"] == "not matched" for row in hand):
            continue
        first = (hand or world)[0]
        alone = bool(hand) or len(world) == 1 or _weight(world[0]) >= MAIN * _weight(world[1])
        codes = list(dict.fromkeys(row["iso3"] for row in (*hand, *world) if row["iso3"]))
        iso3 = first["iso3"] if alone else ""
        others = [] if hand and not iso3 else [code for code in codes if code != iso3]
        yield {"name": name, "en": first["en"], "iso3": iso3, "others": "|".join(others), "kind": first["kind"]}


MAIN: Final = 5
CAPITAL: Final = 10


def _weight(row: Row) -> int:
    return int(row["weight"]) * (CAPITAL if row["kind"] == "capital" else 1)


def lexemes() -> Iterator[Row]:
    """The words of the dictionary of the package jieba that its corpus met at least a hundred times."""
    package = find_spec("jieba")
    if package is None or not package.submodule_search_locations:
        raise DataError("the table lexemes is made from the dictionary of the package jieba: pip install jieba")
    with Path(package.submodule_search_locations[0], "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split()
            if int(count) >= FREQUENT:
                yield {"zh": word, "count": count, "tag": tag}


def regions() -> Iterator[Row]:
    """One row a form of a region's name, with the plain name that a mention gives."""
    for row in read("regions"):
        yield row | {"name": surface(row["zh"]), "plain": surface(row["plain"] or row["zh"])}


@dataclass(frozen=True)
class Table:
    """A table to write.

    Attributes:
        columns: in the order of the file.
        rows: makes the rows.
        key_column: unique, never empty, sorted; "" for the first column.
        names: the columns that hold names, with | between; no name may stand in two rows.
    """

    columns: tuple[str, ...]
    rows: Callable[[], Iterable[Row]]
    key_column: str = ""
    names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The column that is unique, never empty and sorted."""
        return self.key_column or self.columns[0]


TABLES: Final[dict[str, Table]] = {
    "approximators": Table(("zh", "position", "qualifier"), copied("approximators")),
    "countries": Table(
        (
            "iso3", "iso2", "m49", "zh", "zh_formal", "en", "en_formal", "status", "region", "subregion", "intermediate",
            "ldc", "lldc", "sids", "wikidata",
        ),
        copied(
            "countries", zh="zh_short", zh_formal="zh_unterm_formal", en="en_m49", status="un_status",
            region="m49_region", subregion="m49_subregion", intermediate="m49_intermediate",
        ),
    ),
    "country_names": Table(("name", "iso3", "kind"), country_names),
    "currencies": Table(("zh", "iso4217", "en", "symbol", "kind"), copied("currencies")),
    "currency_short_names": Table(("zh", "iso4217"), copied("currency_short_names")),
    "diseases": Table(("zh", "en"), copied("diseases")),
    "drugs": Table(("id", "zh", "aliases", "en", "group", "cas", "control"), copied("drugs"), names=("zh", "aliases")),
    "languages": Table(("iso639", "en", "zh"), copied("languages")),
    "measure_words": Table(("zh", "not_before", "only_before"), copied("measure_words")),
    "organizations": Table(
        ("id", "zh_full", "zh_short", "en", "acronym", "wikidata", "category"),
        copied("organizations"),
        key_column="zh_full",
        names=("zh_full", "zh_short"),
    ),
    "organs": Table(("symbol_prefix", "zh", "en", "numbering", "adopts"), copied("organs")),
    "places": Table(("name", "en", "iso3", "others", "kind"), places),
    "programmes": Table(("zh", "en", "acronym", "kind"), copied("programmes")),
    "publications": Table(("zh", "en"), copied("publications", zh="zh_title", en="en_title")),
    "regions": Table(("name", "plain", "en", "m49", "kind"), regions),
    "roles": Table(("zh", "roles"), copied("roles")),
    "sdg_goals": Table(("goal", "zh_short", "zh_title", "en_short", "en_title", "uri"), copied("sdg_goals")),
    "sdg_targets": Table(("target", "goal", "uri"), copied("sdg_targets")),
    "traps": Table(("text", "reading"), copied("traps")),
    "treaties": Table(
        ("id", "zh_title", "zh_short", "en", "acronym_or_short_en", "year", "adoption_symbol", "class"),
        copied("treaties"),
        key_column="zh_title",
        names=("zh_title", "zh_short"),
    ),
    "counted": Table(("zh", "en", "code"), copied("counted")),
    "verbs": Table(("zh", "en", "class"), copied("verbs")),
    "lexemes": Table(("zh", "count", "tag"), lexemes),
    "words": Table(("zh", "tag"), copied("words")),
    "units": Table(("zh", "unit", "kind"), copied("units")),
}  # fmt: skip


def checked(name: str, table: Table) -> list[Row]:
    """The rows of a table, sorted by its key."""
    rows: dict[str, Row] = {}
    for row in table.rows():
        missing = [column for column in table.columns if column not in row]
        if missing:
            raise DataError(f"table {name}: no column {', '.join(missing)}")
        key = row[table.key]
        if not key:
            raise DataError(f"table {name}, column {table.key}: empty in {row}")
        if key in rows:
            raise DataError(f"table {name}, column {table.key}: {key} stands there twice")
        rows[key] = row
    _check_names(name, table, rows)
    return [rows[key] for key in sorted(rows)]


def _check_names(name: str, table: Table, rows: dict[str, Row]) -> None:
    owners: dict[str, str] = {}
    for key, row in rows.items():
        for column in table.names:
            for alias in filter(None, row[column].split("|")):
                if owners.setdefault(surface(alias), key) != key:
                    raise DataError(f"table {name}, {key}, column {column}: {alias} names {owners[surface(alias)]} already")


def write(folder: Path) -> None:
    """Write all tables and their README into a folder."""
    sources = {row["table"]: row for row in read("sources")}
    if sources.keys() != TABLES.keys():
        raise DataError(f"resources/sources.csv, table: not the tables that are built: {', '.join(sorted(sources.keys() ^ TABLES.keys()))}")
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for name, table in TABLES.items():
        rows = checked(name, table)
        counts[name] = len(rows)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, table.columns, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    (folder / "README.md").write_text(_readme(sources, counts), encoding="utf-8")


def _readme(sources: dict[str, Row], counts: dict[str, int]) -> str:
    lines = [
        "# Reference tables",
        "",
        "Written by `python resources/build.py` from the files in `resources/`: edit those, never these. UTF-8, a header, sorted by",
        "the first column. `|` separates the members of a field that holds several.",
        "",
        "| table | rows | columns | source | licence |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {name}.csv | {counts[name]} | {', '.join(table.columns)} | {sources[name]['source']} | {sources[name]['licence']} |"
        for name, table in TABLES.items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TABLES_FOLDER)
