"""One run at a time writes to a data set, and none begins while workers of a killed one are still alive.

The run holds `.run.lock` for itself; its workers share `.workers.lock`, which the run takes once before it begins. The system
gives both back when a process ends, however it ends. Where there are no such locks (Windows) nothing is held.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from unodc_report.errors import UnodcReportError

try:
    import fcntl
except ImportError:  # pragma: no cover  # Windows
    fcntl = None  # type: ignore[assignment]

_PATIENCE: Final = 10.0  # seconds that dying workers get
_RUN: Final = ".run.lock"
_WORKERS: Final = ".workers.lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While the block runs no other run writes to the folder.

    Raises:
        UnodcReportError: another one does.
    """
    with (folder / _RUN).open("a") as run, (folder / _WORKERS).open("a") as workers:
        _take(run, folder, 0)
        _take(workers, folder, _PATIENCE)
        _give_back(workers)
        yield


def beside_other_workers(folder: Path) -> IO[str]:
    """A worker's shared lock on the folder; it holds as long as the stream is open."""
    stream = (folder / _WORKERS).open("a")
    if fcntl is not None:
        fcntl.flock(stream, fcntl.LOCK_SH)
    return stream


def _take(stream: IO[str], folder: Path, patience: float) -> None:
    if fcntl is None:  # pragma: no cover
        return
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise UnodcReportError(f"{folder}: another run is writing to this folder") from None
            time.sleep(0.05)
        else:
            return


def _give_back(stream: IO[str]) -> None:
    if fcntl is not None:
        fcntl.flock(stream, fcntl.LOCK_UN)
