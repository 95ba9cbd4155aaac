"""From a record batch of documents to record batches of rows: what the process pool runs, and Spark and Ray unchanged.

>>> documents = pa.RecordBatch.from_pylist([{"file": "a", "text": "1. 2020 年缉获 106 吨可卡因。"}, {"file": "b", "text": ""}])
>>> rows = read_batch(documents, ("mentions", "reports"))
>>> rows["mentions"].column("text").to_pylist()
['2020年', '106吨', '可卡因']
>>> rows["reports"].column("error").to_pylist()
[None, 'b: empty; accepted: PDF, Word (.docx), HTML, or text in UTF-8, UTF-16 or GB18030']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

import pyarrow as pa

from unodc_report.errors import UnodcReportError
from unodc_report.export.arrow import refused, schema_of, to_batch
from unodc_report.export.columns import WHOLE
from unodc_report.report import Report, parse, read

DOCUMENTS: Final = pa.schema([("file", pa.string()), ("path", pa.string()), ("text", pa.large_string()), ("content", pa.large_binary())])
"""The columns of a batch of documents. Of `text` (a whole text), `content` (the bytes of a file) and `path` (a file to be read) the
first that is there counts; `bytes` is another name of `content`; `file` names the report, else its path does. Columns may be missing."""


def read_batch(documents: pa.RecordBatch, tables: Sequence[str] = ("mentions",)) -> dict[str, pa.RecordBatch]:
    """The rows of the documents, in their order, by table.

    A document that cannot be read has no rows, and its row in the table `reports` says why.

    Args:
        documents: columns as in `DOCUMENTS`.
        tables: names of tables (`export.columns.TABLES`).
    """
    return {name: _joined(name, batches) for name, batches in _read_all(documents, tables).items()}


@dataclass(frozen=True, slots=True)
class Rows:
    """`read_batch` for one table, over a stream of batches: the function that `mapInArrow` takes. It can be sent to other processes.

    >>> documents = pa.RecordBatch.from_pylist([{"file": "a", "text": "1. 见 www.unodc.org。"}])
    >>> [batch.num_rows for batch in Rows("urls")([documents])]
    [1]
    """

    table: str = "mentions"

    def __call__(self, documents: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The rows of each batch of documents."""
        for batch in documents:
            yield read_batch(batch, (self.table,))[self.table]

    @property
    def schema(self) -> pa.Schema:
        """Of the rows."""
        return schema_of(self.table)


@dataclass(frozen=True, slots=True)
class Nested:
    """A row for each document: its name in `file`, and for each table a column that lists its rows.

    So an engine reads a document once for all tables, and lists are taken apart later (`inline` in Spark's SQL, `unnest` in DuckDB).

    >>> documents = pa.RecordBatch.from_pylist([{"file": "a", "text": "1. 见 www.unodc.org。"}, {"file": "b", "text": "1. 无。"}])
    >>> (batch,) = Nested(("urls", "reports"))([documents])
    >>> [[row["url"] for row in rows] for rows in batch.column("urls").to_pylist()]
    [['www.unodc.org'], []]
    """

    tables: tuple[str, ...] = tuple(WHOLE)

    def __call__(self, documents: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The rows of each batch of documents."""
        for batch in documents:
            read = _read_all(batch, self.tables)
            files = pa.array([_name(document) for document in _documents(batch, contents=False)], pa.string())
            yield pa.record_batch([files, *(_listed(name, batches) for name, batches in read.items())], schema=self.schema)

    @property
    def schema(self) -> pa.Schema:
        """Of the rows."""
        return pa.schema([("file", pa.string()), *((name, pa.list_(pa.struct(list(schema_of(name))))) for name in self.tables)])


def _read_all(documents: pa.RecordBatch, tables: Sequence[str]) -> dict[str, list[pa.RecordBatch]]:
    """For each table the rows of each document."""
    rows: dict[str, list[pa.RecordBatch]] = {name: [] for name in tables}
    for document in _documents(documents):
        outcome = _read(document)
        for name, batches in rows.items():
            if isinstance(outcome, Report):
                batches.append(to_batch(outcome, name))
            elif name == "reports":
                batches.append(refused(_name(document), outcome))
            else:
                batches.append(pa.RecordBatch.from_pylist([], schema=schema_of(name)))
    return rows


_NAMES: Final = frozenset({"file", "path"})
_READ: Final = frozenset({*DOCUMENTS.names, "bytes"})


def _documents(batch: pa.RecordBatch, *, contents: bool = True) -> Iterator[dict[str, Any]]:
    """One document after the other, so that only one is in memory beside the batch itself."""
    wanted = _READ if contents else _NAMES
    for i in range(batch.num_rows):
        yield {name: batch.column(name)[i].as_py() for name in batch.schema.names if name in wanted}


def _name(document: Mapping[str, Any]) -> str:
    return str(document.get("file") or document.get("path") or "")


def _read(document: Mapping[str, Any]) -> Report | str:
    """The report, or why there is none."""
    name, text = _name(document), document.get("text")
    try:
        report = parse(text) if text else read(_content(document))
    except UnodcReportError as error:
        return str(error).replace("the input:", f"{name}:", 1)
    except Exception as error:  # noqa: BLE001  # a fault of the library with one document must not lose the others
        return f"{name}: {type(error).__name__}: {error}"
    return report.model_copy(update={"name": name})


def _content(document: Mapping[str, Any]) -> bytes | str:
    for field in ("content", "bytes", "path"):
        value: bytes | str | None = document.get(field)
        if value is not None:
            return value
    return b""


def _joined(name: str, batches: Sequence[pa.RecordBatch]) -> pa.RecordBatch:
    schema = schema_of(name)
    if not batches:
        return pa.RecordBatch.from_pylist([], schema=schema)
    columns = [pa.concat_arrays([batch.column(i) for batch in batches]) for i in range(len(schema))]
    return pa.record_batch(columns, schema=schema)


def _listed(name: str, batches: Sequence[pa.RecordBatch]) -> pa.ListArray:
    """A column of lists: for each document the list of its rows."""
    offsets = pa.array(accumulate((batch.num_rows for batch in batches), initial=0), pa.int32())
    return pa.ListArray.from_arrays(offsets, _joined(name, batches).to_struct_array())
