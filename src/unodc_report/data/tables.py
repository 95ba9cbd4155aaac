"""Reading the table files: UTF-8 CSV with a header, beside this module under tables/."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from unodc_report.errors import DataError


def rows(table: str, *columns: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `tables/<table>.csv`.

    Args:
        table: file name without its ending.
        columns: the columns that the caller reads; a table without one of them is refused.

    Raises:
        DataError: the table is missing, lacks a column, or a row has too many or too few fields.
    """
    header, records = _records(table)
    _require(table, header, columns)
    return records


@cache
def _records(table: str) -> tuple[list[str], tuple[Mapping[str, str], ...]]:
    """The header of a table and its rows by column, read once for all that ask."""
    header, records = _checked(table, ())
    return header, tuple(dict(zip(header, fields, strict=True)) for fields in records)


def columns(table: str, *names: str) -> tuple[Sequence[str], ...]:
    """The named columns of `tables/<table>.csv`, each with a value a row: for long tables, of which nothing else is kept.

    Raises:
        DataError: as `rows`.
    """
    text = _text(table)
    header = text.partition("\n")[0].split(",")
    cells = text.removesuffix("\n").replace("\n", ",").split(",")
    if '"' in text or len(cells) != len(header) * text.count("\n") or not set(names) <= set(header):
        header, records = _checked(table, names)
        whole = list(zip(*records, strict=True)) or [()] * len(header)
        return tuple(whole[place] for place in map(header.index, names))
    # No field is quoted and none is missing, so every n-th cell belongs to the same column.
    return tuple(cells[len(header) + place :: len(header)] for place in map(header.index, names))


def _checked(table: str, columns: tuple[str, ...]) -> tuple[list[str], list[list[str]]]:
    """The header of a table and its rows, each as long as the header."""
    header, *records = list(csv.reader(_text(table).splitlines())) or [[]]
    _require(table, header, columns)
    if set(map(len, records)) - {len(header)}:
        number, fields = next((number, fields) for number, fields in enumerate(records, 2) if len(fields) != len(header))
        raise DataError(f"tables/{table}.csv, line {number}: {len(fields)} fields where the header has {len(header)}")
    return header, records


def _text(table: str) -> str:
    try:
        return (files(__package__) / "tables" / f"{table}.csv").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError(f"tables/{table}.csv: no such table") from error


def _require(table: str, header: list[str], columns: tuple[str, ...]) -> None:
    missing = set(columns) - set(header)
    if missing:
        raise DataError(f"tables/{table}.csv: no column {', '.join(sorted(missing))}")
