"""How far a run over many files is: a bar that moves and then goes.

In a notebook it stands below the cell, on a terminal it is a line of standard error. Short runs have none, nor those nobody watches.
"""

from __future__ import annotations

import sys
import time
from html import escape
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE: Final = 1.0  # seconds; what ends sooner needs no bar, and rich is not loaded for it
_PAUSE: Final = 0.2  # seconds between two looks of a bar in a notebook
_NAME: Final = 40  # characters of a name, its end


class Progress:
    """A bar of `total` steps.

    Args:
        total: number of files.
        shown: False where the bar would run through the results.
    """

    def __init__(self, total: int, *, shown: bool) -> None:
        self._total = total
        self._begin = _kind() if shown and total > 1 else None
        self._begun = time.monotonic()
        self._done = 0
        self._bar: _Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self, name: str) -> None:
        """The file `name` is next."""
        if self._begin is not None and self._bar is None and time.monotonic() - self._begun > _PATIENCE:
            self._bar = self._begin(self._total, self._begun)
        if self._bar is not None:
            self._bar.show(self._done, name[-_NAME:])
        self._done += 1


class _Bar(Protocol):
    def show(self, done: int, name: str) -> None: ...

    def stop(self) -> None: ...


def _kind() -> Callable[[int, float], _Bar] | None:
    """Where a bar can be shown. IPython is asked only if it is loaded already; only in a notebook has it a kernel."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if hasattr(shell, "kernel"):
        return _InNotebook
    return _OnTerminal if sys.stderr.isatty() else None


class _OnTerminal:
    def __init__(self, total: int, _begun: float) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
        self._task = self._bar.add_task("", total=total)
        self._bar.start()

    def show(self, done: int, name: str) -> None:
        self._bar.update(self._task, completed=done, description=name)

    def stop(self) -> None:
        self._bar.stop()


class _InNotebook:
    """Shown by IPython itself: rich's bar would need ipywidgets there."""

    def __init__(self, total: int, begun: float) -> None:
        from IPython.display import HTML, display

        self._total, self._begun, self._shown = total, begun, 0.0
        self._html: Callable[[str], Any] = HTML
        self._place: Any = display(HTML(""), display_id=True)  # type: ignore[no-untyped-call]

    def show(self, done: int, name: str) -> None:
        now = time.monotonic()
        if now - self._shown >= _PAUSE:
            self._shown = now
            left = (now - self._begun) / done * (self._total - done) if done else None
            self._place.update(self._html(_bar(done, self._total, left, name)))

    def stop(self) -> None:
        self._place.update(self._html(""))


def _bar(done: int, total: int, left: float | None, name: str) -> str:
    """A bar as HTML, in the notebook's own colours.

    >>> _bar(3, 2000, 725.2, "a<b.txt").partition("</progress>")[2]
    ' 3 of 2,000 · 12:05 left · <span style="opacity:.7">a&lt;b.txt</span></div>'
    """
    time_left = "" if left is None else f" · {left // 60:.0f}:{left % 60:02.0f} left"
    return (
        f'<div style="font-variant-numeric:tabular-nums;white-space:nowrap"><progress value="{done}" max="{total}" '
        f'style="width:20em;vertical-align:middle"></progress> {done:,} of {total:,}{time_left} · '
        f'<span style="opacity:.7">{escape(name)}</span></div>'
    )
