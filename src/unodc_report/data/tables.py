"""Reading the table files: UTF-8 CSV with a header, beside this module under tables/."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
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
    return tuple(_checked(table, columns))


def _checked(table: str, columns: tuple[str, ...]) -> Iterator[Mapping[str, str]]:
    try:
        text = (files(__package__) / "tables" / f"{table}.csv").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError(f"tables/{table}.csv: no such table") from error
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    missing = set(columns) - set(header)
    if missing:
        raise DataError(f"tables/{table}.csv: no column {', '.join(sorted(missing))}")
    width = len(header)
    for number, fields in enumerate(reader, 2):
        if len(fields) != width:
            raise DataError(f"tables/{table}.csv, line {number}: {len(fields)} fields where the header has {width}")
        yield dict(zip(header, fields, strict=True))
