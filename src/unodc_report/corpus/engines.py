"""Thin adapters: the functions of `batches` under Spark and under Ray Data. Both engines bring their own scheduler, retries and writing.

The library is installed on the workers; a document that cannot be read has no rows, and its row in the table `reports` says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa

from unodc_report.corpus.batches import Nested, Rows
from unodc_report.errors import needing
from unodc_report.export.columns import WHOLE

_RETRIES: Final = 3  # without a limit Ray Data tries for ever, even a document that kills every process that reads it


def spark_rows(documents: Any, table: str = "mentions") -> Any:  # noqa: ANN401  # pyspark's DataFrame
    """A Spark data frame of rows, out of one of documents (`spark.read.format("binaryFile").load(…)`), by `mapInArrow`.

    Args:
        documents: with columns as in `batches.DOCUMENTS`; others are left out.
        table: name of the table.

    Raises:
        MissingExtraError: pyspark is not installed.
    """
    return _on_spark(documents, Rows(table))


def spark_tables(documents: Any, tables: Sequence[str] = tuple(WHOLE)) -> Any:  # noqa: ANN401
    """A Spark data frame of a row for each document, with its rows of each table as a list: each document is read once for all.

    Write it, and take a table out of it with `selectExpr("inline(mentions)")`.

    Args:
        documents: as for `spark_rows`.
        tables: names of the tables, by default those that together hold a report.

    Raises:
        MissingExtraError: pyspark is not installed.
    """
    return _on_spark(documents, Nested(tuple(tables)))


def ray_rows(documents: Any, table: str = "mentions", **options: Any) -> Any:  # noqa: ANN401  # ray's Dataset
    """A Ray data set of rows, out of one of documents (`ray.data.read_binary_files(…, include_paths=True)`), by `map_batches`.

    Args:
        documents: with columns as in `batches.DOCUMENTS`; others are left out.
        table: name of the table.
        options: of `map_batches` (`batch_size`, `concurrency`, `num_cpus`, `memory` …); `max_retries` is 3 where it is not given.
    """
    return _on_ray(documents, Rows(table), options)


def ray_tables(documents: Any, tables: Sequence[str] = tuple(WHOLE), **options: Any) -> Any:  # noqa: ANN401
    """A Ray data set of a row for each document, with its rows of each table as a list: each document is read once for all.

    Args:
        documents: as for `ray_rows`.
        tables: names of the tables, by default those that together hold a report.
        options: as for `ray_rows`.
    """
    return _on_ray(documents, Nested(tuple(tables)), options)


@dataclass(frozen=True, slots=True)
class OnTables:
    """`Rows` or `Nested` for engines that hand over Arrow tables.

    >>> documents = pa.Table.from_pylist([{"file": "a", "text": "1. 见 www.unodc.org。"}])
    >>> OnTables(Rows("urls"))(documents).column("url").to_pylist()
    ['www.unodc.org']
    """

    rows: Rows | Nested

    def __call__(self, documents: pa.Table) -> pa.Table:
        """The rows of a table of documents."""
        return pa.Table.from_batches(self.rows(documents.to_batches()), schema=self.rows.schema)


def _on_spark(documents: Any, rows: Rows | Nested) -> Any:  # noqa: ANN401
    with needing("spark", "reading on Spark"):
        from pyspark.sql.pandas.types import from_arrow_schema
    return documents.mapInArrow(rows, from_arrow_schema(rows.schema))


def _on_ray(documents: Any, rows: Rows | Nested, options: Mapping[str, Any]) -> Any:  # noqa: ANN401
    return documents.map_batches(OnTables(rows), batch_format="pyarrow", **{"max_retries": _RETRIES, **options})
