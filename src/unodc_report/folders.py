"""The reports of a folder, and names of files as they are printed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

SUFFIXES: Final = (".txt", ".pdf", ".docx", ".html", ".htm")
"""Of the files of a folder that are read."""
_PASSED_OVER: Final = (".", "~$")  # hidden files, and those that Word keeps beside an open document


def list_reports(folder: str | os.PathLike[str], unreadable: Callable[[OSError], object]) -> list[Path]:
    """The reports of a folder and of the folders in it, by the endings of their names, in sorted order.

    Hidden files and folders are passed over, and the lock files (`~$report.docx`) that Word leaves.

    Args:
        folder: to be listed.
        unreadable: is told of each folder that cannot be listed; what it raises comes through.

    >>> list_reports("no/such/folder", lambda error: print(error.strerror))
    No such file or directory
    []
    """
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (Path(parent, name) for name in names if name.lower().endswith(SUFFIXES) and not name.startswith(_PASSED_OVER))
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def printable(path: str) -> str:
    r"""A path with what is no text in its name replaced, so that it can be printed in UTF-8.

    >>> printable("a\udcff.txt")
    'a\ufffd.txt'
    """
    return os.fsencode(path).decode("utf-8", "replace")
