"""Shards of documents through a pool of processes into a data set.

Workers are started afresh (`spawn`), write the rows of their shards themselves, and end when the run that started them does. No more
than two shards a worker are on their way, so memory does not grow with the corpus. A document that kills its worker (a fault in a
native library, memory) is found by reading its shard again document by document, and is listed as one that cannot be read.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import connection
from pathlib import Path
from typing import Final

import pyarrow as pa

from unodc_report.corpus.batches import read_batch
from unodc_report.corpus.dataset import DataSet
from unodc_report.corpus.documents import Entry, batch_of
from unodc_report.corpus.lock import beside_other_workers
from unodc_report.export.arrow import refused, schema_of
from unodc_report.export.columns import WHOLE

_AHEAD: Final = 2  # shards on their way for each worker
_DIED: Final = "the process that read it died"


def read_shards(shards: Iterable[Sequence[Entry]], folder: Path, workers: int) -> Iterator[Sequence[Entry]]:
    """Read the shards into the data set under `folder`; each is given back when it is done."""
    if workers == 1:
        for shard in shards:
            _read_shard(shard, folder)
            yield shard
        return
    waiting = iter(shards)
    while True:
        broken: list[Sequence[Entry]] = []
        yield from _in_pool(waiting, folder, workers, broken)
        if not broken:
            return
        done = [shard for shard in broken if DataSet(folder).holds(shard)]
        yield from done
        yield from _one_by_one([entry for shard in broken if shard not in done for entry in shard], folder)


def _in_pool(waiting: Iterator[Sequence[Entry]], folder: Path, workers: int, broken: list[Sequence[Entry]]) -> Iterator[Sequence[Entry]]:
    """Read until nothing is waiting, or until a worker dies: what was on its way then is put into `broken`."""
    with _pool(folder, workers) as pool:
        running: dict[Future[None], Sequence[Entry]] = {}
        while True:
            try:
                for shard in islice(waiting, workers * _AHEAD - len(running)):
                    running[_submit(pool, shard, folder, broken)] = shard
            except BrokenProcessPool:
                broken += running.values()
                return
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                shard = running.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    broken += [shard, *running.values()]
                    return
                future.result()
                yield shard


def _submit(pool: ProcessPoolExecutor, shard: Sequence[Entry], folder: Path, broken: list[Sequence[Entry]]) -> Future[None]:
    try:
        return pool.submit(_read_shard, shard, folder)
    except BrokenProcessPool:
        broken.append(shard)
        raise


def _one_by_one(entries: Sequence[Entry], folder: Path) -> Iterator[Sequence[Entry]]:
    """Read documents one at a time. A document that kills the process is refused, and a new process reads the rest."""
    left = iter(entries)
    for entry in left:
        with _pool(folder, 1) as pool:
            try:
                for one in chain([entry], left):
                    pool.submit(_read_shard, [one], folder).result()
                    yield [one]
            except BrokenProcessPool:
                _refuse(one, folder)
                yield [one]


def _refuse(entry: Entry, folder: Path) -> None:
    tables = {name: pa.RecordBatch.from_pylist([], schema=schema_of(name)) for name in WHOLE}
    row = refused(entry.file, f"{entry.file}: {_DIED}")
    DataSet(folder).write([entry], {entry.file: entry.fingerprint}, tables | {"reports": row})


def _read_shard(shard: Sequence[Entry], folder: Path) -> None:
    states = {entry.file: entry.fingerprint for entry in shard}
    DataSet(folder).write(shard, states, read_batch(batch_of(shard), tuple(WHOLE)))


def _pool(folder: Path, workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin, initargs=(folder,))


def _begin(folder: Path) -> None:
    """Start a worker: it keeps a shared lock on the folder while it lives, and ends when its parent is gone."""
    pa.set_cpu_count(1)  # one process a core is enough
    parent = multiprocessing.parent_process()
    share = beside_other_workers(folder)

    def watch() -> None:
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1 if share else 0)

    threading.Thread(target=watch, daemon=True).start()
