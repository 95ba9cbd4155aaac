"""Thin adapters: the function of `batches` under Spark and under Ray Data. Both engines bring their own scheduler, retries and writing.

The library is installed on the workers; a document that cannot be read has no rows, and its row in the table `reports` says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from unodc_report.corpus.batches import Rows


def spark_rows(documents: Any, table: str = "mentions") -> Any:  # noqa: ANN401  # pyspark's DataFrame
    """A Spark data frame of rows, out of one of documents (`spark.read.format("binaryFile").load(…)`), by `mapInArrow`.

    Args:
        documents: with columns as in `batches.DOCUMENTS`; others are left out.
        table: name of the table.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    rows = Rows(table)
    return documents.mapInArrow(rows, from_arrow_schema(rows.schema))


def ray_rows(documents: Any, table: str = "mentions", **options: Any) -> Any:  # noqa: ANN401  # ray's Dataset
    """A Ray data set of rows, out of one of documents (`ray.data.read_binary_files(…, include_paths=True)`), by `map_batches`.

    Args:
        documents: with columns as in `batches.DOCUMENTS`; others are left out.
        table: name of the table.
        options: of `map_batches` (`batch_size`, `concurrency`, `num_cpus` …).
    """
    return documents.map_batches(TableRows(table), batch_format="pyarrow", **options)


@dataclass(frozen=True, slots=True)
class TableRows:
    """`Rows` for engines that hand over Arrow tables.

    >>> documents = pa.Table.from_pylist([{"file": "a", "text": "1. 见 www.unodc.org。"}])
    >>> TableRows("urls")(documents).column("url").to_pylist()
    ['www.unodc.org']
    """

    table: str

    def __call__(self, documents: pa.Table) -> pa.Table:
        """The rows of a table of documents."""
        rows = Rows(self.table)
        return pa.Table.from_batches(rows(documents.to_batches()), schema=rows.schema)
