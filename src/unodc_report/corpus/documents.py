"""The documents of a corpus: files of a folder, paths, or texts that are already in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeAlias

import pyarrow as pa

from unodc_report.corpus.batches import DOCUMENTS
from unodc_report.errors import InputTypeError
from unodc_report.folders import list_reports, printable

Given: TypeAlias = "str | os.PathLike[str] | tuple[str, str | bytes]"
"""What a corpus is made of: a path, or a name with a whole text or the bytes of a file."""

_TAKEN: Final = "paths, or pairs of a name and a text (or the bytes of a file)"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document by its name, and where its characters are.

    Attributes:
        file: its name in the tables.
        path: of the file to be read, None where the content is given.
        content: the whole text, or the bytes of a file.
    """

    file: str
    path: str | None = None
    content: str | bytes | None = None

    @property
    def fingerprint(self) -> str:
        """A mark that changes when the document does: size and time of a file, a digest of a text or of bytes."""
        if self.path is not None:
            try:
                state = Path(self.path).stat()
            except OSError:
                return "missing"
            return f"{state.st_size}-{state.st_mtime_ns}"
        content = self.content.encode("utf-8", "surrogatepass") if isinstance(self.content, str) else self.content or b""
        return blake2b(content, digest_size=16).hexdigest()


def check_documents(given: object) -> None:
    """See that documents were given, one after the other: a path by itself would be read character by character.

    Raises:
        InputTypeError: they were not.
    """
    if isinstance(given, str | bytes | os.PathLike) or not isinstance(given, Iterable):
        raise InputTypeError(f"a corpus takes {_TAKEN}, in a list: [{given!r:.60}]; a folder is for Corpus.from_folder()")


def entry_of(given: Given) -> Entry:
    """A document as a corpus holds it.

    Raises:
        InputTypeError: it is none.

    >>> entry_of("reports/a.txt").file, entry_of(("A/76/122", "1. 导言")).file
    ('reports/a.txt', 'A/76/122')
    """
    match given:
        case (str() as name, str() | bytes() as content):
            return Entry(name, content=content)
        case str() | os.PathLike() if isinstance(path := os.fspath(given), str):
            return Entry(printable(path), path=path)
    raise InputTypeError(f"a corpus takes {_TAKEN}, not {type(given).__name__}: {given!r:.60}")


def entries_of_folder(folder: str | os.PathLike[str]) -> list[Entry]:
    """The reports of a folder and of the folders in it, by the endings of their names, in sorted order; named by their path inside it.

    Raises:
        OSError: the folder cannot be listed.
    """

    def fail(error: OSError) -> None:
        raise error

    found = list_reports(folder, fail)
    return [Entry(printable(path.relative_to(folder).as_posix()), path=str(path)) for path in found]


def batch_of(entries: Iterable[Entry]) -> pa.RecordBatch:
    """The documents as a record batch."""
    rows = [
        {
            "file": entry.file,
            "path": entry.path,
            "text": entry.content if isinstance(entry.content, str) else None,
            "content": entry.content if isinstance(entry.content, bytes) else None,
        }
        for entry in entries
    ]
    return pa.RecordBatch.from_pylist(rows, schema=DOCUMENTS)


def shards(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    """The documents, `size` at a time."""
    shard: list[Entry] = []
    for entry in entries:
        shard.append(entry)
        if len(shard) == size:
            yield shard
            shard = []
    if shard:
        yield shard
