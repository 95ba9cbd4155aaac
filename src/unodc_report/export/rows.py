"""The mentions of a report as rows: JSON Lines, JSON, CSV.

Each function writes one report to a text stream in one piece, so that a reader of the stream never meets half a report
because the next one failed. The stream wants UTF-8. With `file` each row begins with a field of that name.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any, Final

from unodc_report.models.mentions import MENTION_TYPES

if TYPE_CHECKING:
    from unodc_report.report import Report

_COMMON: Final = ("type", "start", "end", "text", "paragraph")
_LAST: Final = ("rule", "inferred", "page", "boxes")

COLUMNS: Final = (*_COMMON, *dict.fromkeys(name for kind in MENTION_TYPES.values() for name in kind.FIELDS), *_LAST)
"""The header of the CSV: the fields of all types, whatever a report holds, so that files of several runs can be stacked."""


def mention_rows(report: Report, file: str | None = None) -> list[dict[str, Any]]:
    """The mentions of a report in reading order, each as a flat record that JSON can hold."""
    rows = [mention.row() for mention in report.mentions]
    return rows if file is None else [{"file": file, **row} for row in rows]


def write_jsonl(report: Report, stream: IO[str], file: str | None = None) -> None:
    """Write one JSON object a mention, one a line.

    >>> import sys
    >>> from unodc_report import parse
    >>> write_jsonl(parse("1. 见 www.unodc.org。"), sys.stdout)  # doctest: +ELLIPSIS
    {"type": "url", "start": 5, "end": 18, "text": "www.unodc.org", "paragraph": "1", "url": "www.unodc.org", ...}
    """
    stream.write("".join(_json(row) + "\n" for row in mention_rows(report, file)))


def report_record(report: Report, file: str | None = None) -> dict[str, Any]:
    """The report as one record.

    `metadata`, `structure` (its blocks in order), `mentions`, `observations` (what is said of each quantity), `exhibits` (tables and
    figures, from files that know them), `notes` (what stayed undecided).
    """
    record: dict[str, Any] = {} if file is None else {"file": file}
    record["metadata"] = report.metadata.model_dump(mode="json")
    record["structure"] = [block.row() for block in report.blocks]
    record["mentions"] = mention_rows(report)
    record["observations"] = [observation.row() for observation in report.observations]
    record["exhibits"] = [exhibit.model_dump(mode="json") for exhibit in report.exhibits]
    record["notes"] = list(report.notes)
    return record


def write_json(report: Report, stream: IO[str], file: str | None = None) -> None:
    """Write the whole report as one JSON object on one line (see `report_record`)."""
    stream.write(_json(report_record(report, file)) + "\n")


def write_csv(report: Report, stream: IO[str], file: str | None = None, *, header: bool = True) -> None:
    """Write one line a mention under a header of all fields (`COLUMNS`); a field that its type does not have stays empty.

    Several values in one field are separated by `; ` (`[54, 55]` is `54; 55`), the numbers of a box by blanks. Quoting is that of RFC 4180.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    names = COLUMNS if file is None else ("file", *COLUMNS)
    if header:
        writer.writerow(names)
    for row in mention_rows(report, file):
        writer.writerow([_cell(row.get(name)) for name in names])
    stream.write(lines.getvalue())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cell(value: object) -> object:
    """A field as a cell holds it.

    >>> _cell([54, 55]), _cell(None), _cell(17.5), _cell([[1, 72.0, 90.5, 144.0, 101.5]])
    ('54; 55', '', 17.5, '1 72.0 90.5 144.0 101.5')
    """
    if value is None:
        return ""
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Iterable):
        return "; ".join(" ".join(map(str, item)) if isinstance(item, list) else str(item) for item in value)
    return str(value)
