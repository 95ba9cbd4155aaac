"""Reading the table files: UTF-8 CSV with a header, beside this module under tables/."""

from __future__ import annotations

import csv
from collections.abc import Mapping
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


def columns(table: str, *names: str) -> tuple[list[str], ...]:
    """The named columns of `tables/<table>.csv`, each with a value a row: for long tables whose fields hold no comma and no quote.

    Raises:
        DataError: as `rows`.
    """
    text = _text(table)
    header = text[: text.index("\n")].split(",")
    _require(table, header, names)
    cells = text.removesuffix("\n").replace("\n", ",").split(",")
    if len(cells) != len(header) * text.count("\n"):
        _checked(table, names)  # says where
        raise DataError(f"tables/{table}.csv: a field holds a comma")
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
