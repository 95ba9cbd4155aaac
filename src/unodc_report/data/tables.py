"""Reading the table files: UTF-8 CSV with a header, beside this module under tables/."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from unodc_report.errors import DataError


@cache
def rows(table: str, *columns: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `tables/<table>.csv`.

    Args:
        table: file name without its ending.
        columns: the columns that the caller reads; a table without one of them is refused.

    Raises:
        DataError: the table is missing, lacks a column, or a row has too many or too few fields.
    """
    header, records = _checked(table, columns)
    return tuple(dict(zip(header, fields, strict=True)) for fields in records)


def columns(table: str, *names: str) -> tuple[tuple[str, ...], ...]:
    """The named columns of `tables/<table>.csv`, each with a value a row: for long tables that are read once.

    Raises:
        DataError: as `rows`.
    """
    header, records = _checked(table, names)
    whole = list(records)
    return tuple(tuple([record[place] for record in whole]) for place in map(header.index, names))


def _checked(table: str, columns: tuple[str, ...]) -> tuple[list[str], Iterator[list[str]]]:
    """The header of a table and its rows, each as long as the header."""
    try:
        text = (files(__package__) / "tables" / f"{table}.csv").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError(f"tables/{table}.csv: no such table") from error
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    missing = set(columns) - set(header)
    if missing:
        raise DataError(f"tables/{table}.csv: no column {', '.join(sorted(missing))}")
    return header, _of_width(table, len(header), reader)


def _of_width(table: str, width: int, records: Iterable[list[str]]) -> Iterator[list[str]]:
    for number, fields in enumerate(records, 2):
        if len(fields) != width:
            raise DataError(f"tables/{table}.csv, line {number}: {len(fields)} fields where the header has {width}")
        yield fields
