"""A corpus: many reports and the data set that they are read into.

corpus = Corpus.from_folder("reports", into="dataset").read()
corpus.errors
corpus.trend(instrument="UNTOC", item="缔约方")
corpus.citations().edges
"""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

import pyarrow as pa

from unodc_report.corpus.citations import Citations, citations
from unodc_report.corpus.dataset import DataSet
from unodc_report.corpus.documents import Entry, Given, check_documents, entries_of_folder, entry_of, shards
from unodc_report.corpus.lock import alone
from unodc_report.corpus.pool import read_shards
from unodc_report.corpus.trends import trend
from unodc_report.display.progress import Progress
from unodc_report.errors import UnodcReportError
from unodc_report.export.frames import to_frame


class Refused(NamedTuple):
    """A document that could not be read, and why."""

    file: str
    error: str


class Corpus:
    """Many reports, and the Parquet data set that they are read into.

    Args:
        documents: paths, or pairs of a name and a text (or the bytes of a file). May be a generator: it is not kept in memory.
        into: folder of the data set; None for a temporary one, which goes when the corpus does.

    Raises:
        InputTypeError: documents are given that are neither, or one path in place of several.

    >>> corpus = Corpus([("a", "1. 2020 年缉获 106 吨可卡因。"), ("b", "1. 2021 年缉获 120 吨可卡因。"), ("c", b"%PDF-1.7 ...")])
    >>> corpus.read(workers=1).to_arrow("drugs").column("file").to_pylist(), [refused.file for refused in corpus.errors]
    (['a', 'b'], ['c'])
    >>> corpus.trend(item="可卡因").select(["file", "year", "value", "unit"]).to_pylist()[1]
    {'file': 'b', 'year': 2021, 'value': Decimal('120.000000000000'), 'unit': 't'}
    """

    def __init__(self, documents: Iterable[Given] = (), *, into: str | os.PathLike[str] | None = None) -> None:
        check_documents(documents)
        self._entries: Iterable[Entry] = (
            [entry_of(given) for given in documents] if isinstance(documents, list | tuple) else map(entry_of, documents)
        )
        self._data = DataSet(Path(tempfile.mkdtemp(prefix="unodc-report-") if into is None else into))
        if into is None:
            weakref.finalize(self, shutil.rmtree, self._data.folder, ignore_errors=True)

    @classmethod
    def from_folder(cls, folder: str | os.PathLike[str], *, into: str | os.PathLike[str] | None = None) -> Self:
        """The reports of a folder and of the folders in it: files .txt, .pdf, .docx, .html, named by their paths inside it.

        Raises:
            UnodcReportError: the folder cannot be listed.
        """
        corpus = cls(into=into)
        try:
            corpus._entries = entries_of_folder(folder)
        except OSError as error:
            raise UnodcReportError(f"{os.fspath(folder)}: {error.strerror or error}") from error
        return corpus

    @classmethod
    def open(cls, dataset: str | os.PathLike[str]) -> Self:
        """The corpus of a data set that was read before."""
        return cls(into=dataset)

    @property
    def folder(self) -> Path:
        """The folder of the data set."""
        return self._data.folder

    def read(self, *, workers: int | None = None, progress: bool = True, shard: int = 16, again: bool = False) -> Self:
        """Read what is not yet in the data set, and write it there.

        May be killed at any time and run again: what is done stays and is not read twice; a file that has changed since (size or
        time) is read again. Files that cannot be read are listed in `errors`.

        Args:
            workers: processes, by default one for each core, fewer for a few reports; 1 reads in this process. A script that starts
                more than one must do so under `if __name__ == "__main__":`, as always with processes that are started afresh.
            progress: show a bar on the terminal.
            shard: documents that are written to one file.
            again: read again what could not be read before (when a missing extra has been installed).

        Raises:
            UnodcReportError: another run is writing to the folder, it was written by another version of the library, or it holds other
                files where the tables would be, or documents that are to be read.
            OSError: the folder cannot be written to.
        """
        for entry in self._entries if isinstance(self._entries, list) else ():
            self._data.check_apart(entry)
        self._data.prepare()
        with alone(self.folder):
            pending = self._pending(again=again)
            with Progress(len(pending) if isinstance(pending, list) else 0, shown=progress) as bar:
                for done in read_shards(shards(pending, shard), self.folder, workers or _enough(pending, shard)):
                    for entry in done:
                        bar.step(entry.file)
        return self

    @property
    def errors(self) -> tuple[Refused, ...]:
        """The documents that could not be read, each with the reason."""
        rows = self._data.table("reports", ["file", "error"]).to_pylist()
        return tuple(Refused(row["file"], row["error"]) for row in rows if row["error"] is not None)

    def to_arrow(self, name: str = "mentions") -> pa.Table:
        """A table of all reports, with the columns of `Report.to_arrow`, in the order of the reports' names.

        Raises:
            UnknownNameError: there is no such table.
            UnodcReportError: nothing has been read yet.
        """
        return self._data.table(name)

    def to_frame(self, name: str = "mentions", backend: str | Callable[[Any], Any] = "pandas") -> Any:  # noqa: ANN401
        """The same as a data frame, as in `Report.to_frame`."""
        return to_frame(self.to_arrow(name), backend)

    def batches(self, name: str = "mentions") -> Iterator[pa.RecordBatch]:
        """The same batch by batch, in no order, for a corpus that is larger than memory."""
        return self._data.batches(name)

    def trend(  # noqa: PLR0913  # any of the slots
        self,
        *,
        item: str | None = None,
        item_code: str | None = None,
        action_class: str | None = None,
        polarity: str | None = None,
        actor: str | None = None,
        programme: str | None = None,
        instrument: str | None = None,
        where: str | None = None,
        kind: str | None = None,
        unit: str | None = None,
        qualifier: str | None = None,
        change: str | None = None,
        change_mode: str | None = None,
    ) -> pa.Table:
        """One figure over the reports, in the order of its dates: see `corpus.trends.trend`, which says what each slot means.

        Raises:
            UnodcReportError: nothing is wanted, or nothing has been read yet.
        """
        slots = {
            "item": item, "item_code": item_code, "action_class": action_class, "polarity": polarity, "actor": actor,
            "programme": programme,
            "instrument": instrument, "where": where, "kind": kind, "unit": unit, "qualifier": qualifier, "change": change,
            "change_mode": change_mode,
        }  # fmt: skip
        wanted = {slot: value for slot, value in slots.items() if value is not None}
        return trend(self.to_arrow("observations"), self.to_arrow("reports"), wanted)

    def citations(self, *, instruments: bool = False) -> Citations:
        """Who cites what: documents by symbol, with `instruments` also treaties and other instruments by id."""
        return citations(self.to_arrow("reports"), self.to_arrow("mentions"), instruments=instruments)

    def _pending(self, *, again: bool) -> Iterable[Entry]:
        """The documents that are still to be read. First removes what a killed run left unfinished."""
        if not isinstance(self._entries, list):
            return self._streamed(self._entries, again=again)
        states = {entry.file: entry.fingerprint for entry in self._entries}
        if len(states) < len(self._entries):
            raise UnodcReportError("two documents of the corpus have one name")
        self._data.recover(states, again=again)
        done = self._data.documents()
        return [entry for entry in self._entries if entry.file not in done]

    def _streamed(self, entries: Iterable[Entry], *, again: bool) -> Iterator[Entry]:
        """The same for a generator, one by one. Does not check whether a document that is done has changed since."""
        self._data.recover({}, again=again)
        done = set(self._data.documents())
        for entry in entries:
            if entry.file not in done:
                self._data.check_apart(entry)
                done.add(entry.file)
                yield entry


def _enough(pending: Iterable[Entry], shard: int) -> int:
    """One process a core, but fewer for few reports: starting a process takes longer than reading a few of them."""
    shards = -(-len(pending) // shard) if isinstance(pending, list) else _cores()
    return max(1, min(_cores(), shards))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover  # macOS, Windows
