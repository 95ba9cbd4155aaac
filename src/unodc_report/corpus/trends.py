"""One figure over many reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pyarrow as pa

from unodc_report.errors import UnodcReportError
from unodc_report.export.arrow import schema_of

_EQUAL: Final = ("item_code", "action_class", "polarity", "actor", "programme", "kind", "unit", "qualifier", "change", "change_mode")
_TAKEN: Final = (
    "value", "low", "high", "qualifier", "kind", "unit", "item", "action", "instrument", "where", "when", "as_of",
    "sentence", "paragraph", "start", "end",
)  # fmt: skip
SCHEMA: Final = pa.schema([
    ("file", pa.string()),
    ("symbol", pa.string()),
    ("published", pa.date32()),
    ("date", pa.date32()),
    ("year", pa.int64()),
    ("dated_by", pa.string()),
    *(schema_of("observations").field(name) for name in _TAKEN),
])  # fmt: skip
"""Of a trend. `date`: last day of the stock's date (`as_of`), else of the figure's period (`when`), else the date of the report;
`dated_by` says which of these; null where the report tells none."""


def trend(observations: pa.Table, reports: pa.Table, wanted: Mapping[str, str]) -> pa.Table:
    """The observations that have what is wanted, each with its report and its date, in the order of the dates.

    Every figure that fits is a row: where a report gives several (a year and the one before), all are there. What the text denies
    (14个会员国未参加表决) is left out unless `polarity` is wanted.

    Args:
        observations: the table of that name.
        reports: the table of that name.
        wanted: values by slot. `item` is held by the counted noun phrase or is its English name; `where` is one of the places;
            `instrument` is the id or part of the title; `item_code`, `action_class`, `polarity`, `actor`, `programme`, `kind`,
            `unit`, `qualifier`, `change`, `change_mode` are equal.

    Raises:
        UnodcReportError: something else is wanted, or nothing.
    """
    known = {"item", "where", "instrument", *_EQUAL}
    if not wanted or set(wanted) - known:
        other = ", ".join(sorted(set(wanted) - known)) or "nothing"
        raise UnodcReportError(f"a trend wants one or more of {', '.join(sorted(known))}; not {other}")
    of = {row["file"]: row for row in reports.select(["file", "symbol", "published"]).to_pylist()}
    rows = [_row(row, of[row["file"]]) for row in observations.to_pylist() if _fits(row, wanted)]
    rows.sort(key=lambda row: (row["date"] or date.max, row["file"], row["start"]))
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _fits(row: Mapping[str, Any], wanted: Mapping[str, str]) -> bool:
    if row["polarity"] == "negative" and "polarity" not in wanted:
        return False
    for slot, value in wanted.items():
        if slot == "item":
            fits = value in (row["item"] or "") or value in (row["item_en"], row["head"])
        elif slot == "where":
            fits = value in (row["where"] or ())
        elif slot == "instrument":
            fits = row["instrument"] == value or ((row["instrument"] or "").startswith("《") and value in row["instrument"])
        else:
            fits = row[slot] == value
        if not fits:
            return False
    return True


def _row(row: Mapping[str, Any], report: Mapping[str, Any]) -> dict[str, Any]:
    dates = [("as_of", row["as_of_end"]), ("when", row["when_end"] or row["when_start"]), ("report", report["published"])]
    by, day = next(((by, day) for by, day in dates if day is not None), (None, None))
    taken = {name: row[name] for name in _TAKEN}
    return {**report, "date": day, "year": day.year if day else None, "dated_by": by, **taken}
