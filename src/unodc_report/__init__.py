"""Reads United Nations reports in Chinese and gives back what they say as typed, located, normalised data.

    >>> import unodc_report as ur
    >>> [m.text for m in ur.extract("见 www.unodc.org。")]
    ['www.unodc.org']

Names are loaded when they are first used: importing the package does no work.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from unodc_report.corpus import Corpus
    from unodc_report.errors import (
        DataError,
        InputTypeError,
        LimitError,
        MissingExtraError,
        MissingReaderError,
        ReadingError,
        SourceError,
        UnknownNameError,
        UnodcReportError,
    )
    from unodc_report.fetching import Fetched, fetch
    from unodc_report.normalise import to_country, to_date, to_number, to_symbol
    from unodc_report.report import Report, extract, parse, read

__version__ = "0.1.0"

_HOME: Final = {
    "Corpus": "corpus",
    "Report": "report",
    "read": "report",
    "parse": "report",
    "extract": "report",
    "fetch": "fetching",
    "Fetched": "fetching",
    "to_number": "normalise",
    "to_date": "normalise",
    "to_country": "normalise",
    "to_symbol": "normalise",
    "UnodcReportError": "errors",
    "SourceError": "errors",
    "DataError": "errors",
    "InputTypeError": "errors",
    "LimitError": "errors",
    "MissingExtraError": "errors",
    "MissingReaderError": "errors",
    "UnknownNameError": "errors",
    "ReadingError": "errors",
}

__all__ = [  # the names live in the table above
    "Corpus",
    "DataError",
    "Fetched",
    "InputTypeError",
    "LimitError",
    "MissingExtraError",
    "MissingReaderError",
    "ReadingError",
    "Report",
    "SourceError",
    "UnknownNameError",
    "UnodcReportError",
    "extract",
    "fetch",
    "parse",
    "read",
    "to_country",
    "to_date",
    "to_number",
    "to_symbol",
]

if not TYPE_CHECKING:  # a type checker knows the names above, and reports every other one

    def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the module holds
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value
