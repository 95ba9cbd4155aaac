"""A report as Arrow tables (extra `arrow`), each with a schema that does not depend on what the report holds.

Numbers are `decimal128(38, 12)`, exact: what a report cannot say in 26 digits before the point and 12 after it is null, never
rounded. Dates are `date32` beside their EDTF string, lists are lists. Columns: `export.columns`, docs/frames.md.

    >>> from unodc_report import parse
    >>> table = to_arrow(parse("1. 2020 年缉获 106 吨可卡因。"), "quantities")
    >>> table.column("value").to_pylist(), table.column("when_end").to_pylist()
    ([Decimal('106.000000000000')], [datetime.date(2020, 12, 31)])
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from unodc_report.errors import UnknownNameError, UnodcReportError
from unodc_report.export.columns import DATED, PLURALS, TABLES, WHOLE, Column
from unodc_report.normalise import to_date
from unodc_report.standards.edtf import bounds

if TYPE_CHECKING:
    from unodc_report.models.document import Block
    from unodc_report.models.observations import Observation
    from unodc_report.report import Report

DIGITS: Final = 38
SCALE: Final = 12
"""Digits of a decimal after the point; `DIGITS` counts all of them."""
_UNIT: Final = Decimal(1).scaleb(-SCALE)
_EXACT: Final = Context(prec=DIGITS, traps=[Inexact, InvalidOperation])

_BOX: Final = pa.struct([("page", pa.int32()), *((side, pa.float64()) for side in ("left", "top", "right", "bottom"))])
_TYPES: Final[Mapping[str, pa.DataType]] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "decimal": pa.decimal128(DIGITS, SCALE),
    "date": pa.date32(),
    "strings": pa.list_(pa.string()),
    "integers": pa.list_(pa.int64()),
    "boxes": pa.list_(_BOX),
    "cells": pa.list_(pa.list_(pa.string())),
}


@cache
def schema_of(name: str) -> pa.Schema:
    """The schema of a table; what a column holds stands in its metadata under `about`.

    Raises:
        UnknownNameError: there is no such table.

    >>> schema_of("dates").field("edtf_start").type
    DataType(date32[day])
    """
    if name not in TABLES:
        raise UnknownNameError(f"no table {name!r}; there are {', '.join(TABLES)}")
    return pa.schema([pa.field(column.name, _TYPES[column.kind], metadata={"about": column.about}) for column in TABLES[name]])


def to_arrow(report: Report, name: str) -> pa.Table:
    """A table of a report: `reports` (one row), `paragraphs`, `mentions`, `observations`, `exhibits`, or one type of mention.

    Raises:
        UnknownNameError: there is no such table.
    """
    return pa.Table.from_batches([to_batch(report, name)])


def to_batch(report: Report, name: str) -> pa.RecordBatch:
    """The same as one record batch."""
    schema = schema_of(name)
    records = _records(report, name)
    arrays = [_array(records, column, kind) for column, kind in zip(TABLES[name], schema.types, strict=True)]
    return pa.record_batch(arrays, schema=schema)


def refused(file: str, error: str) -> pa.RecordBatch:
    """The row of `reports` for a file that could not be read."""
    return pa.RecordBatch.from_pylist([{"file": file, "error": error}], schema=schema_of("reports"))


def of_type(mentions: pa.Table, name: str) -> pa.Table:
    """The table of one type of mention, out of the table of all."""
    import pyarrow.compute as pc

    schema = schema_of(name)
    return mentions.filter(pc.equal(mentions["type"], PLURALS[name])).select(schema.names).cast(schema)


def whole_name(name: str) -> str:
    """The table of `WHOLE` that holds the rows of a table."""
    schema_of(name)
    return name if name in WHOLE else "mentions"


def _records(report: Report, name: str) -> Sequence[Mapping[str, Any]]:
    file = {"file": report.name}
    if name == "reports":
        return [file | _of_report(report)]
    if name == "paragraphs":
        return [{**b.__dict__, **file, "clean_start": b.start, "clean_end": b.end, **_raw_span(b)} for b in report.blocks]
    if name == "observations":
        return [file | _of_observation(observation) for observation in report.observations]
    if name == "exhibits":
        return [{**e.__dict__, **file, "start": e.raw_start, "end": e.raw_end} for e in report.exhibits]
    chosen = PLURALS.get(name)
    return [
        {**m.__dict__, **file, "start": m.raw_start, "end": m.raw_end, "clean_start": m.start, "clean_end": m.end}
        for m in report.mentions
        if chosen in (None, m.type)
    ]


def _raw_span(block: Block) -> dict[str, int | None]:
    segments = block.segments
    return {"start": segments[0][0] if segments else None, "end": segments[-1][1] if segments else None}


def _of_report(report: Report) -> dict[str, Any]:
    counts = {"characters": len(report.text), "mentions": len(report.mentions), "notes": report.notes}
    return {**report.metadata.__dict__, "published": _published(report.metadata.date), **counts}


def _published(printed: str | None) -> date | None:
    try:
        return to_date(printed).start if printed else None
    except UnodcReportError:
        return None


def _of_observation(observation: Observation) -> dict[str, Any]:
    figure = observation.quantity
    own = {"start": figure.raw_start, "end": figure.raw_end, "text": figure.text, "page": figure.page}
    return {**figure.__dict__, **observation.__dict__, **own}


def _array(records: Sequence[Mapping[str, Any]], column: Column, kind: pa.DataType) -> pa.Array:
    base, _, side = column.name.rpartition("_")
    if base in DATED and side in _SIDES:
        values: Iterable[Any] = (_day(record.get(base), _SIDES[side]) for record in records)
    else:
        made = _MADE.get(column.kind)
        values = (record.get(column.name) for record in records)
        if made is not None:
            values = (None if value is None else made(value) for value in values)
    return pa.array(list(values), type=kind)


def _day(edtf: str | None, side: int) -> date | None:
    return None if edtf is None else _bounds(edtf)[side]


@lru_cache
def _bounds(edtf: str) -> tuple[date | None, date | None]:
    return bounds(edtf)


def _exact(value: Decimal) -> Decimal | None:
    """The number where the column can hold it as it is."""
    try:
        return value.quantize(_UNIT, context=_EXACT)
    except (Inexact, InvalidOperation):
        return None


def _integers(value: int | tuple[int, ...]) -> tuple[int, ...]:
    return (value,) if isinstance(value, int) else value


_SIDES: Final = {"start": 0, "end": 1}
_MADE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "decimal": _exact,
    "integers": _integers,
    "boxes": lambda boxes: [box._asdict() for box in boxes],
}
"""How a model's value is turned into the value of its column, where the two differ."""
