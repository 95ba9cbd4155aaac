"""The errors of the library. Nothing else escapes, whatever the input; what an operating system refuses to write is its own `OSError`.

All derive from `UnodcReportError`, which is a `ValueError`, so that code that cleans a column can catch the usual thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SHOWN: Final = 60  # characters of what was given


class UnodcReportError(ValueError):
    """Base of every error that the library raises."""


class SourceError(UnodcReportError):
    """A source cannot be read: names the file, what was found in it and what would be accepted."""


class DataError(UnodcReportError):
    """A reference table is wrong: names the file, the row and the field."""


class LimitError(UnodcReportError):
    """The input is larger than the caller allowed: names the limit and the size."""


class MissingExtraError(UnodcReportError, ImportError):
    """What was asked for needs a package that is not installed: names the extra that brings it, or the package."""


class MissingReaderError(MissingExtraError, SourceError):
    """The same, of a file whose reader is not installed."""


class UnknownNameError(UnodcReportError, KeyError):
    """There is no table, paragraph or backend of that name: names those that there are."""

    def __str__(self) -> str:
        """The message as it is: a `KeyError` would quote it."""
        return str(self.args[0])


class InputTypeError(UnodcReportError, TypeError):
    """What was given is of a type that the call does not take: names it, and what is accepted."""


def check_text(given: object, call: str, otherwise: str = "") -> None:
    """See that a text was given.

    Args:
        given: what the caller gave.
        call: the name of the function, as the message begins.
        otherwise: what to do with what was given, where that can be told.

    Raises:
        InputTypeError: it is none.

    >>> check_text(float("nan"), "to_number()")
    Traceback (most recent call last):
    unodc_report.errors.InputTypeError: to_number() takes a text (str), not float: nan
    """
    if not isinstance(given, str):
        shown = repr(given)
        what = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
        raise InputTypeError(f"{call} takes a text (str), not {type(given).__name__}: {what}{otherwise}")


@contextmanager
def needing(extra: str, what: str, error: type[MissingExtraError] = MissingExtraError) -> Iterator[None]:
    """Around the imports of what an extra brings.

    Args:
        extra: name of the extra in `pip install 'unodc-report[extra]'`.
        what: the part of the library that needs it, as the message begins.
        error: to be raised.

    Raises:
        MissingExtraError: a package of the extra is missing, or cannot be loaded.

    >>> with needing("arrow", "it"):
    ...     import no_such_package
    Traceback (most recent call last):
    unodc_report.errors.MissingExtraError: it needs the extra arrow: pip install 'unodc-report[arrow]' (No module named 'no_such_package')
    """
    try:
        yield
    except ImportError as cause:
        if (cause.name or "").partition(".")[0] == "unodc_report":  # a fault of the library itself
            raise
        raise error(f"{what} needs the extra {extra}: pip install 'unodc-report[{extra}]' ({cause})") from cause


class ReadingError(UnodcReportError):
    """A normaliser could not read a text to its end.

    Attributes:
        text: the text as given.
        position: code-point offset at which reading stopped.

    >>> print(ReadingError("3月32日", 2, "no such day"))
    no such day:
      3月32日
       　^
    """

    def __init__(self, text: str, position: int, reason: str) -> None:
        self.text = text
        self.position = position
        self.reason = reason
        # The caret is padded with blanks as wide as the characters above it: ideographic ones under Chinese.
        padding = "".join("\u3000" if ord(c) > 0x2E7F else " " for c in text[:position])
        super().__init__(f"{reason}:\n  {text}\n  {padding}^")

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, int, str], dict[str, object]]:
        """Of what it is made: by itself an exception is pickled and copied with its message alone."""
        return type(self), (self.text, self.position, self.reason), vars(self)
