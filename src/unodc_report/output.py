"""An output file that is there whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[IO[str]]:
    """A UTF-8 text stream; what is written to it becomes the file `path` when the block ends, and nothing does if it fails.

    The text goes to a file beside `path` that takes its place in one step. A link stays a link, a file keeps its mode, and what
    is no plain file (/dev/null, a named pipe) is written to as it is.

    Raises:
        OSError: the folder cannot be written to, the disk is full, …
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    with replacing(target) as part:
        with open(part, "x", encoding="utf-8", newline="\n", opener=_for_the_owner) as stream:  # has no opener there
            yield stream
        part.chmod(_mode(target))


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """The name of a file beside `target`: when the block ends it takes the place of `target` in one step, if it fails it is removed.

    Raises:
        OSError: the file cannot be written; names `target`.
    """
    part = target.with_name(f".{target.name}.{token_hex(8)}.part")  # known before it exists: a signal may come in between
    try:
        yield part
        part.replace(target)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (part, str(part)):
            error.filename, error.filename2 = str(target), None  # the name that the caller knows
        raise


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced; for a new one what the caller's mask leaves."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
