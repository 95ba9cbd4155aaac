"""What Spark and Ray cost beside the process pool: `python benchmarks/engines.py`, in the environment that `make engines` makes.

Each reads the same specimens, once before it is measured so that processes that are kept are there. What is told is the processor time
of all processes, which says the same on a busy machine. "Handed through" is the same way without the reading: files to the engine, from
there to a Python process and back, as Arrow. Each line that is printed is a row of a table in Markdown.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from corpus import specimens

from unodc_report.corpus import Corpus, Nested
from unodc_report.corpus.engines import OnTables, ray_rows, ray_tables, spark_rows, spark_tables

BATCHES: Final = (4, 16, 64)
TICK: Final = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100)
    number = parser.parse_args().reports
    with tempfile.TemporaryDirectory() as name:
        folder = specimens(Path(name, "reports"), number)
        print("| what | processor seconds | seconds | reports a second of a processor |\n| --- | ---: | ---: | ---: |")
        for tasks in (by_itself, on_ray, on_spark):
            for what, task in tasks(folder):  # one after the other: an engine is there while its generator is
                seconds, processor = measured(task)
                print(f"| {what} | {processor:.1f} | {seconds:.1f} | {number / processor:.1f} |", flush=True)


def by_itself(folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """One process, and the pool."""
    documents = pa.Table.from_pylist([{"path": str(path), "content": path.read_bytes()} for path in folder.iterdir()])
    OnTables(Nested())(documents[:1])
    yield "one process, all tables, nothing written", lambda: OnTables(Nested())(documents)
    yield "the pool, 2 workers, with their start, written", lambda: Corpus.from_folder(folder).read(workers=2, progress=False)


def on_spark(folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Spark on two cores of this machine."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.log.level", "ERROR")
    spark = builder.getOrCreate()

    def run(rows: Callable[[Any], Any], batch: int) -> Callable[[], object]:
        def task() -> object:
            spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(batch))
            documents = spark.read.format("binaryFile").load(str(folder)).select("path", "content").repartition(8)
            return rows(documents).write.format("noop").mode("overwrite").save()

        return task

    run(lambda documents: spark_tables(documents.limit(8)), 4)()
    yield "Spark, handed through, batches of 16", run(lambda documents: documents.mapInArrow(iter, documents.schema), 16)
    yield "Spark, one table", run(spark_rows, 16)
    for batch in BATCHES:
        yield f"Spark, all tables, batches of {batch}", run(spark_tables, batch)
    spark.stop()


def on_ray(folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Ray on two cores of this machine."""
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=400 << 20)
    ray.data.DataContext.get_current().enable_progress_bars = False

    def run(rows: Callable[..., Any], batch: int) -> Callable[[], object]:
        return lambda: rows(ray.data.read_binary_files(str(folder), include_paths=True), batch_size=batch).materialize()

    def through(documents: Any, **options: Any) -> Any:  # noqa: ANN401
        return documents.map_batches(lambda batch: batch, batch_format="pyarrow", **options)

    run(through, 4)()
    run(ray_tables, 64)()
    yield "Ray, handed through, batches of 16", run(through, 16)
    yield "Ray, one table", run(ray_rows, 16)
    for batch in BATCHES:
        yield f"Ray, all tables, batches of {batch}", run(ray_tables, batch)
    ray.shutdown()


def measured(task: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of processors in this process and in all that come from it."""
    begun, used = time.monotonic(), processor_time(os.getpid())
    task()
    return time.monotonic() - begun, processor_time(os.getpid()) - used


def processor_time(pid: int) -> float:
    """Of a process, its children that are there, and those that have ended (Linux)."""
    try:
        ticks = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[11:15]
        children = [pid for task in Path(f"/proc/{pid}/task").iterdir() for pid in (task / "children").read_text(encoding="ascii").split()]
    except OSError:
        return 0.0
    return sum(map(int, ticks)) / TICK + sum(processor_time(int(child)) for child in children)


if __name__ == "__main__":
    main()
