"""Arrow tables as the data frames of other libraries, and as Parquet files."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from unodc_report.errors import MissingExtraError, UnknownNameError
from unodc_report.export.arrow import to_arrow
from unodc_report.export.columns import WHOLE
from unodc_report.output import replacing

if TYPE_CHECKING:
    from unodc_report.report import Report

_F = TypeVar("_F")


def to_frame(table: pa.Table, backend: str | Callable[[Any], _F] = "pandas") -> Any:  # noqa: ANN401  # whatever the backend makes
    """An Arrow table as a data frame.

    Args:
        table: of the columns in `export.columns`.
        backend: `pandas` (columns of Arrow types, so that nothing is lost), `polars`, `duckdb` (a relation), `pyarrow`; or a
            function of one argument that takes anything with the Arrow C stream (`polars.DataFrame`, `narwhals.from_native`).

    Raises:
        UnknownNameError: the backend is not known.
        MissingExtraError: it is not installed.

    >>> from unodc_report import parse
    >>> to_frame(to_arrow(parse("1. 2020 年缉获 106 吨可卡因。"), "drugs"), lambda stream: pa.table(stream).num_rows)
    1
    """
    if callable(backend):
        return backend(table)
    if backend not in _BACKENDS:
        raise UnknownNameError(f"no backend {backend!r}; there are {', '.join(_BACKENDS)}, or give a function")
    try:
        library = import_module(backend)
    except ImportError as error:
        raise MissingExtraError(f"{backend} is not installed: pip install {backend}") from error
    return _BACKENDS[backend](library, table)


def to_parquet(report: Report, folder: str | os.PathLike[str]) -> list[Path]:
    """Write the tables that together hold a report, each to `<table>.parquet` in the folder; says which files were written.

    The folder is made where it is not there. Each file appears when it is whole, and takes the place of an older one.

    Raises:
        OSError: the folder cannot be written to.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    return [write_parquet(to_arrow(report, name), target / f"{name}.parquet") for name in WHOLE]


def write_parquet(table: pa.Table, path: Path) -> Path:
    """Write a table to a file that is there whole or not at all."""
    with replacing(path) as part:
        pq.write_table(table, part, compression="zstd")
    return path


def _pandas(pandas: Any, table: pa.Table) -> Any:  # noqa: ANN401
    return table.to_pandas(types_mapper=pandas.ArrowDtype)


_BACKENDS: Final[dict[str, Callable[[Any, pa.Table], Any]]] = {
    "pandas": _pandas,
    "polars": lambda polars, table: polars.from_arrow(table),
    "duckdb": lambda duckdb, table: duckdb.from_arrow(table),
    "pyarrow": lambda _, table: table,
}
