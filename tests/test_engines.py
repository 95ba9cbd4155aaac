"""The same rows from a pool of processes, from Spark and from Ray as from one process, also when a worker is killed.

Both engines are heavy and no part of the test extra: `make engines` makes an environment for them, and `ENGINE_REPORTS` says how many
reports are read. Where an engine is not installed its tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pytest
import specimens

from unodc_report.corpus import Corpus, Nested, Rows
from unodc_report.corpus.engines import OnTables, ray_rows, ray_tables, spark_rows, spark_tables
from unodc_report.errors import MissingExtraError
from unodc_report.export.arrow import schema_of
from unodc_report.export.columns import WHOLE

NUMBER: Final = int(os.environ.get("ENGINE_REPORTS", "12"))
BAD: Final = "bad.txt"

pytestmark = pytest.mark.filterwarnings("default")  # those of the engines are not ours


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports = tmp_path_factory.mktemp("reports")
    kinds = [(name, layout) for name in specimens.SPECIMENS for layout in ("word", "dense", "numbers")]
    for n in range(NUMBER):
        name, layout = kinds[n % len(kinds)]
        (reports / f"{n:04}.txt").write_bytes(specimens.raw(name, layout).encode())
    shutil.copyfile(specimens.FIXTURES / "drugs/report.html", reports / "0000.html")  # it holds a table
    (reports / BAD).write_bytes(b"%PDF-1.7 broken")
    return reports


@pytest.fixture(scope="module")
def few(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handful of the reports, for what need not be shown on all."""
    reports = tmp_path_factory.mktemp("few")
    for path in [*sorted(folder.iterdir())[:6], folder / BAD]:
        shutil.copyfile(path, reports / path.name)
    return reports


@pytest.fixture(scope="module")
def single(folder: Path) -> dict[str, pa.Table]:
    """The tables as one process makes them."""
    corpus = Corpus.from_folder(folder).read(workers=1, progress=False)
    return {name: corpus.to_arrow(name) for name in WHOLE}


@pytest.fixture(scope="module")
def single_few(few: Path) -> dict[str, pa.Table]:
    corpus = Corpus.from_folder(few).read(workers=1, progress=False)
    return {name: corpus.to_arrow(name) for name in WHOLE}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Spark on two cores of this machine; a task may fail three times."""
    sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed: make engines")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java 17 or newer on the path or in JAVA_HOME (Debian: apt-get install openjdk-17-jre-headless)")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = sql.SparkSession.builder.master("local[2,4]")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "16",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    """Ray on two cores of this machine."""
    pytest.importorskip("ray.data", reason="Ray is not installed: make engines")
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=200 << 20)
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield ray
    ray.shutdown()


def files_of(spark: Any, folder: Path) -> Any:
    return spark.read.format("binaryFile").load(str(folder)).select("path", "content").repartition(4)


def in_order(table: pa.Table, name: str) -> pa.Table:
    """The rows in the order of the reports, each named by its file alone: engines put the address before it, and keep no order."""
    table = table.cast(schema_of(name))
    for column in ("file", "error"):  # an error begins with the name
        if column in table.schema.names:
            values = pc.replace_substring_regex(table.column(column), r"^\S*/", "")
            table = table.set_column(table.schema.get_field_index(column), table.schema.field(column), values)
    return table.take(pc.sort_indices(table.column("file")))  # stable: the rows of a report stay as they came


def taken_out(nested: pa.Table, name: str) -> pa.Table:
    """A table out of the lists of its rows."""
    rows = nested.column(name).cast(Nested((name,)).schema.field(name).type).combine_chunks().flatten()
    return in_order(pa.Table.from_batches([pa.RecordBatch.from_struct_array(rows)]), name)


def assert_same(nested: pa.Table, single: dict[str, pa.Table]) -> None:
    assert nested.num_rows == single["reports"].num_rows
    for name, table in single.items():
        assert table.num_rows
        assert taken_out(nested, name).equals(in_order(table, name)), name


def test_the_pool_gives_the_same_rows(folder: Path, single: dict[str, pa.Table]) -> None:
    corpus = Corpus.from_folder(folder).read(workers=2, progress=False, shard=4)
    for name, table in single.items():
        assert corpus.to_arrow(name).equals(table), name
    assert [refused.file for refused in corpus.errors] == [BAD]


def test_tables_give_what_batches_give(few: Path, single_few: dict[str, pa.Table]) -> None:
    documents = pa.Table.from_pylist([{"path": str(path)} for path in few.iterdir()])
    assert_same(OnTables(Nested())(documents), single_few)
    for name, table in single_few.items():
        assert in_order(OnTables(Rows(name))(documents), name).equals(in_order(table, name)), name


def test_spark_gives_the_same_rows(spark: Any, folder: Path, single: dict[str, pa.Table]) -> None:
    assert_same(spark_tables(files_of(spark, folder)).toArrow(), single)


def test_spark_gives_one_table(spark: Any, few: Path, single_few: dict[str, pa.Table], tmp_path: Path) -> None:
    documents = files_of(spark, few)
    errors = spark_rows(documents, "reports").where("error is not null").collect()
    assert [Path(row["file"]).name for row in errors] == [BAD]
    assert in_order(spark_rows(documents).toArrow(), "mentions").equals(single_few["mentions"])
    spark_tables(documents, ("mentions", "reports")).write.parquet(str(tmp_path / "out"))
    inline = spark.read.parquet(str(tmp_path / "out")).selectExpr("inline(mentions)")
    assert in_order(inline.toArrow(), "mentions").equals(single_few["mentions"])


def test_ray_gives_the_same_rows(ray: Any, folder: Path, single: dict[str, pa.Table]) -> None:
    documents = ray.data.read_binary_files(str(folder), include_paths=True)
    assert_same(collected(ray, ray_tables(documents, batch_size=16)), single)


def test_ray_gives_one_table(ray: Any, few: Path, single_few: dict[str, pa.Table]) -> None:
    documents = ray.data.read_binary_files(str(few), include_paths=True)
    assert in_order(collected(ray, ray_rows(documents, batch_size=4)), "mentions").equals(single_few["mentions"])


def collected(ray: Any, dataset: Any) -> pa.Table:
    return pa.concat_tables(ray.get(dataset.to_arrow_refs()))


def killed_once(mark: Path) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Passes documents on; the first process that would pass on a certain report is killed with no chance to say so, as the system
    kills one that takes too much memory."""

    def passed(documents: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in documents:
            if any(path.endswith(BAD) for path in batch.column("path").to_pylist()) and not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    return passed


def test_spark_reads_again_what_a_killed_worker_had(spark: Any, few: Path, single_few: dict[str, pa.Table], tmp_path: Path) -> None:
    documents = files_of(spark, few)
    killed = documents.mapInArrow(killed_once(tmp_path / "killed"), documents.schema)
    assert_same(spark_tables(killed).toArrow(), single_few)
    assert (tmp_path / "killed").exists()


def test_ray_reads_again_what_a_killed_worker_had(ray: Any, few: Path, single_few: dict[str, pa.Table], tmp_path: Path) -> None:
    passed = killed_once(tmp_path / "killed")

    def through(documents: pa.Table) -> pa.Table:
        return pa.Table.from_batches(passed(iter(documents.to_batches())), schema=documents.schema)

    documents = ray.data.read_binary_files(str(few), include_paths=True).map_batches(through, batch_format="pyarrow")
    assert_same(collected(ray, ray_tables(documents)), single_few)
    assert (tmp_path / "killed").exists()


def test_ray_gives_up_in_the_end() -> None:
    """Ray Data itself goes on for ever with a document that kills every process that reads it."""

    class Given:
        def map_batches(self, _: Any, **options: Any) -> dict[str, Any]:
            return options

    documents: Any = Given()
    for made in (ray_rows(documents, batch_size=4), ray_tables(documents, batch_size=4)):
        assert made == {"batch_format": "pyarrow", "batch_size": 4, "max_retries": 3}
    assert ray_rows(documents, max_retries=-1)["max_retries"] == -1


def test_without_spark_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql.pandas.types", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'unodc-report\[spark\]'"):
        spark_rows(object())
