"""The errors of the library. Nothing else escapes, whatever the input.

All derive from `UnodcReportError`, which is a `ValueError`, so that code that cleans a column can catch the usual thing.
"""


class UnodcReportError(ValueError):
    """Base of every error that the library raises."""


class SourceError(UnodcReportError):
    """A source cannot be read: names the file, what was found in it and what would be accepted."""


class DataError(UnodcReportError):
    """A reference table is wrong: names the file, the row and the field."""


class LimitError(UnodcReportError):
    """The input is larger than the caller allowed: names the limit and the size."""


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
