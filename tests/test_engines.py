"""The same rows from Spark and Ray as from one process. Both are heavy and no part of the test extra: where they are not installed the
tests of them are skipped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pytest
import specimens

from unodc_report.corpus import Corpus
from unodc_report.corpus.engines import TableRows, ray_rows, spark_rows

NUMBER: Final = int(os.environ.get("ENGINE_REPORTS", "12"))
TABLES: Final = ("mentions", "observations")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports = tmp_path_factory.mktemp("reports")
    kinds = [(name, layout) for name in specimens.SPECIMENS for layout in ("word", "dense", "numbers")]
    for n in range(NUMBER):
        name, layout = kinds[n % len(kinds)]
        (reports / f"{n:04}.txt").write_bytes(specimens.raw(name, layout).encode())
    (reports / "bad.txt").write_bytes(b"%PDF-1.7 broken")
    return reports


@pytest.fixture(scope="module")
def single(folder: Path) -> Corpus:
    return Corpus.from_folder(folder).read(workers=1)


def comparable(table: pa.Table) -> list[dict[str, Any]]:
    """Rows in one order, reports by the name of their file alone: engines put the address before it."""
    rows = [row | {"file": Path(row["file"]).name} for row in table.to_pylist()]
    return sorted(rows, key=lambda row: (row["file"], row["start"], repr(row)))


def test_tables_give_what_batches_give(folder: Path, single: Corpus) -> None:
    documents = pa.Table.from_pylist([{"path": str(path)} for path in folder.iterdir()])
    for name in TABLES:
        assert comparable(TableRows(name)(documents)) == comparable(single.to_arrow(name))


@pytest.mark.filterwarnings("default")
def test_spark_gives_the_same_rows(folder: Path, single: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql")
    monkeypatch.setenv("PYSPARK_PYTHON", __import__("sys").executable)
    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        documents = spark.read.format("binaryFile").load(str(folder)).select("path", "content").repartition(4)
        for name in TABLES:
            made = spark_rows(documents, name).toArrow()
            assert comparable(made) == comparable(single.to_arrow(name))
        errors = spark_rows(documents, "reports").where("error is not null").collect()
        assert [Path(row["file"]).name for row in errors] == ["bad.txt"]
    finally:
        spark.stop()


@pytest.mark.filterwarnings("default")
def test_ray_gives_the_same_rows(folder: Path, single: Corpus) -> None:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        documents = ray.data.read_binary_files(str(folder), include_paths=True)
        for name in TABLES:
            made = pa.concat_tables(ray.get(ray_rows(documents, name, batch_size=4).to_arrow_refs()))
            assert comparable(made) == comparable(single.to_arrow(name))
    finally:
        ray.shutdown()
