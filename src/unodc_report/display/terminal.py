"""Where what is shown on a terminal is written to."""

from __future__ import annotations

from typing import IO

from rich.console import Console


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the caller, who knows how its command ends, where rich would end the process with status 1."""
        raise  # noqa: PLE0704  # rich calls this while it handles the error


def console(stream: IO[str], width: int | None) -> Console:
    """A console that prints to the stream, with colours if it is a terminal.

    Args:
        stream: to print to; what it raises comes through, `BrokenPipeError` among it.
        width: columns; None for the terminal's (80 where there is none, or the variable COLUMNS).

    >>> import io
    >>> stream = io.StringIO()
    >>> console(stream, 40).print("缉获")
    >>> stream.getvalue()
    '缉获\\n'
    """
    return _Console(file=stream, width=width, highlight=False)
