"""The data set of a corpus: a folder with a folder of Parquet files for each table.

Documents are read in shards. The rows of a shard are one file in each table, all of one name, and the file in `reports` is written
last: a shard is done when that file is there, and it says in its metadata which documents it holds. Files of the other tables
without it are what a killed run has left behind. They are not read, and the next run removes them: files of names such as it gives
itself, and no others.

    dataset/reports/part-3f….parquet       one row a report, also for those that could not be read
    dataset/mentions/part-3f….parquet
    dataset/observations/ paragraphs/ exhibits/
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from unodc_report import __version__
from unodc_report.corpus.documents import Entry
from unodc_report.errors import UnodcReportError
from unodc_report.export.arrow import of_type, schema_of, whole_name
from unodc_report.export.columns import PLURALS, WHOLE
from unodc_report.export.frames import write_parquet

_LAST: Final = "reports"
_DOCUMENTS: Final = b"unodc_report.documents"
_VERSION: Final = b"unodc_report.version"
_NAME: Final = "part-{}.parquet"
_OURS: Final = re.compile(r"part-[0-9a-f]{16}\.parquet|\.part-[0-9a-f]{16}\.parquet\.[0-9a-f]{16}\.part")
"""Names that this module gives: a file of a shard, and the same while it is written (`output.replacing`)."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """The tables under a folder."""

    folder: Path

    def prepare(self) -> None:
        """Make the folders.

        Raises:
            UnodcReportError: in one of them are files of others, as where it is a folder of reports; nothing is changed then.
            OSError: they cannot be made.
        """
        folders = [self.folder / name for name in WHOLE]
        for folder in folders:
            if (other := _foreign(folder)) is not None:
                raise UnodcReportError(f"{folder}: holds {other}, so it is no folder of a data set: read into another folder")
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)

    def check_apart(self, entry: Entry) -> None:
        """See that a document does not stand inside the data set.

        Raises:
            UnodcReportError: it does.
        """
        if entry.path is None:
            return
        inside = Path(os.path.realpath(Path(entry.path).parent))  # a link that stands there counts, wherever it leads
        if inside.is_relative_to(os.path.realpath(self.folder)):
            raise UnodcReportError(f"{self.folder}: holds {entry.file}, which is to be read: read into another folder")

    def write(self, shard: Sequence[Entry], states: Mapping[str, str], tables: Mapping[str, pa.RecordBatch]) -> None:
        """Write the rows of a shard, `reports` last; `states` are the fingerprints of its documents before they were read."""
        name = part_name(shard)
        for table in (*(table for table in WHOLE if table != _LAST), _LAST):
            rows = pa.Table.from_batches([tables[table]])
            if table == _LAST:
                rows = rows.replace_schema_metadata({_DOCUMENTS: json.dumps(states).encode(), _VERSION: __version__.encode()})
            write_parquet(rows, self.folder / table / name)

    def holds(self, shard: Sequence[Entry]) -> bool:
        """Whether the shard is done."""
        return (self.folder / _LAST / part_name(shard)).exists()

    def parts(self) -> list[str]:
        """Names of the files of the shards that are done."""
        return sorted(path.name for path in (self.folder / _LAST).glob(_NAME.format("*")) if _OURS.fullmatch(path.name))

    def documents(self) -> dict[str, str]:
        """The documents that are done, with the state in which they were read."""
        return {file: state for part in self.parts() for file, state in self._held(part).items()}

    def recover(self, states: Mapping[str, str], *, again: bool) -> None:
        """Remove what a killed run left behind, and the shards that hold a document whose state is now another.

        With `again` also those that hold a document that could not be read.

        Raises:
            UnodcReportError: a shard was written by another version of the library.
        """
        for part in self.parts():
            changed = any(states.get(file, state) != state for file, state in self._held(part).items())
            if changed or (again and self._refused(part)):
                self._remove(part)
        done = set(self.parts())
        for table in WHOLE:
            for path in (self.folder / table).iterdir():
                if path.name not in done and _OURS.fullmatch(path.name):
                    path.unlink()

    def table(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A whole table, the reports in the order of their names.

        Raises:
            UnodcReportError: there is no such table, or nothing has been read yet.
        """
        rows = self._scan(name).to_table(columns=list(columns) if columns else None)
        rows = rows.take(pc.sort_indices(rows["file"]))  # stable: the rows of a report stay in its order
        return of_type(rows, name) if name in PLURALS else rows

    def batches(self, name: str) -> Iterator[pa.RecordBatch]:
        """A table batch by batch, in no order: memory stays flat however many reports there are."""
        for batch in self._scan(name).to_batches():
            if name in PLURALS:
                yield from of_type(pa.Table.from_batches([batch]), name).to_batches()
            else:
                yield batch

    def _scan(self, name: str) -> ds.Dataset:
        parts, whole = self.parts(), whole_name(name)
        if not parts:
            if not (self.folder / _LAST).is_dir():
                raise UnodcReportError(f"{self.folder}: nothing has been read into this folder yet (Corpus.read)")
            return ds.dataset(schema_of(whole).empty_table())
        return ds.dataset([str(self.folder / whole / part) for part in parts], schema=schema_of(whole), format="parquet")

    def _held(self, part: str) -> dict[str, str]:
        metadata = pq.read_schema(self.folder / _LAST / part).metadata or {}
        version = metadata.get(_VERSION, b"").decode()
        if version != __version__:
            raise UnodcReportError(f"{self.folder}: written by version {version or 'unknown'}, this is {__version__}: take another folder")
        held: dict[str, str] = json.loads(metadata[_DOCUMENTS])
        return held

    def _refused(self, part: str) -> bool:
        errors = pq.read_table(self.folder / _LAST / part, columns=["error"]).column("error")
        return bool(errors.null_count < len(errors))

    def _remove(self, part: str) -> None:
        for table in (_LAST, *WHOLE):  # `reports` first: from then on the shard is not done
            (self.folder / table / part).unlink(missing_ok=True)


def _foreign(folder: Path) -> str | None:
    """The first file, by its name, that is none of a data set's; hidden ones (.DS_Store) are left alone and say nothing."""
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return next((name for name in names if not name.startswith(".") and not _OURS.fullmatch(name)), None)


def part_name(shard: Sequence[Entry]) -> str:
    """The name of the files of a shard: the same documents have the same name."""
    digest = blake2b("\0".join(entry.file for entry in shard).encode(), digest_size=8)
    return _NAME.format(digest.hexdigest())
