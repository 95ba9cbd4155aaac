"""Many reports into one data set: bad files, runs that are killed, changes, several processes; trends and citations."""

from __future__ import annotations

import inspect
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import specimens
from click.testing import CliRunner

import unodc_report
from unodc_report.cli import cli
from unodc_report.corpus import DOCUMENTS, Corpus, Rows, read_batch
from unodc_report.corpus import pool as pools
from unodc_report.corpus.documents import Entry, entry_of
from unodc_report.corpus.lock import alone
from unodc_report.corpus.trends import trend
from unodc_report.errors import InputTypeError, UnodcReportError
from unodc_report.export.arrow import schema_of
from unodc_report.export.columns import TABLES, WHOLE

TEXTS: Final = {f"{name}-{layout}.txt": specimens.raw(name, layout) for name in ("drugs", "treaties") for layout in ("word", "dense")}

RUN: Final = """
import sys
from unodc_report.corpus import Corpus
if __name__ == "__main__":
    Corpus.from_folder(sys.argv[1], into=sys.argv[2]).read(workers=int(sys.argv[3]), shard=2, progress=False)
"""


def small(n: int, year: int = 2020) -> str:
    return f"一. 导言\n\n1. {year} 年缉获 {n} 吨可卡因，见大会第 75/196 号决议。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in TEXTS.items():
        (reports / name).write_bytes(text.encode())
    return reports


def rows(corpus: Corpus, name: str = "mentions") -> list[dict[str, Any]]:
    return [dict(row) for row in corpus.to_arrow(name).to_pylist()]


def alone_in(text: str, name: str, table: str = "mentions") -> list[dict[str, Any]]:
    table_of = unodc_report.parse(text).to_arrow(table)
    return [row | {"file": name} for row in table_of.to_pylist()]


def test_rows_are_those_of_each_report_by_itself(folder: Path, tmp_path: Path) -> None:
    corpus = Corpus.from_folder(folder, into=tmp_path / "out").read(workers=1, shard=2)
    for table in WHOLE:
        made = rows(corpus, table)
        expected = [row for name in sorted(TEXTS) for row in alone_in(TEXTS[name], name, table)]
        assert Counter(map(repr, made)) == Counter(map(repr, expected))
    assert corpus.errors == ()
    assert len(list((tmp_path / "out/reports").iterdir())) == 2


def test_two_processes_give_the_same_rows(folder: Path, tmp_path: Path) -> None:
    one = Corpus.from_folder(folder, into=tmp_path / "one").read(workers=1)
    two = Corpus.from_folder(folder, into=tmp_path / "two").read(workers=2, shard=2)
    for table in WHOLE:
        assert two.to_arrow(table).equals(one.to_arrow(table))


def test_bad_files_are_listed_and_lose_nothing(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(small(1), encoding="utf-8")
    (reports / "b.txt").write_bytes(b"")
    (reports / "c.pdf").write_bytes(b"%PDF-1.7 broken")
    (reports / "d.txt").write_text(small(4), encoding="utf-8")
    (reports / "gone.txt").symlink_to(tmp_path / "nowhere")
    corpus = Corpus.from_folder(reports, into=tmp_path / "out").read(workers=1)
    assert [refused.file for refused in corpus.errors] == ["b.txt", "c.pdf", "gone.txt"]
    assert all(refused.error for refused in corpus.errors)
    assert [row["file"] for row in rows(corpus, "drugs")] == ["a.txt", "d.txt"]
    assert [row["file"] for row in rows(corpus, "reports")] == ["a.txt", "b.txt", "c.pdf", "d.txt", "gone.txt"]


def test_the_command_line_and_the_corpus_read_the_same_files_of_a_folder(folder: Path, tmp_path: Path) -> None:
    (folder / "inner" / ".git").mkdir(parents=True)
    for name in ("inner/z.TXT", ".hidden.txt", "~$lock.docx", "inner/.git/log.txt", "notes.md", ".txt"):
        (folder / name).write_text(small(1), encoding="utf-8")
    names = sorted([*TEXTS, "inner/z.TXT"])
    corpus = Corpus.from_folder(folder, into=tmp_path / "out").read(workers=1)
    assert [row["file"] for row in rows(corpus, "reports")] == names
    done = CliRunner().invoke(cli, ["extract", "-f", "json", str(folder)])
    assert done.exit_code == 0
    assert [json.loads(line)["file"] for line in done.output.splitlines()] == [str(folder / name) for name in names]


def test_a_fault_of_the_library_is_listed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str) -> Any:
        raise RecursionError(f"deep in {len(text)} characters")

    monkeypatch.setattr("unodc_report.corpus.batches.parse", fail)
    corpus = Corpus([("a", small(1))]).read(workers=1)
    assert [refused.error for refused in corpus.errors] == [f"a: RecursionError: deep in {len(small(1))} characters"]


def test_reading_again_reads_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = Corpus.from_folder(folder, into=tmp_path / "out").read(workers=1)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    monkeypatch.setattr(pools, "_read_shard", None)
    corpus.read(workers=1)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")} == before


def test_a_changed_and_a_new_file_are_read(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for n in range(5):
        (reports / f"{n}.txt").write_text(small(n + 1), encoding="utf-8")
    Corpus.from_folder(reports, into=tmp_path / "out").read(workers=1, shard=2)
    (reports / "1.txt").write_text(small(1000), encoding="utf-8")
    (reports / "5.txt").write_text(small(6), encoding="utf-8")
    corpus = Corpus.from_folder(reports, into=tmp_path / "out").read(workers=1, shard=2)
    assert [(row["file"], int(row["value"])) for row in rows(corpus, "quantities")] == [
        ("0.txt", 1), ("1.txt", 1000), ("2.txt", 3), ("3.txt", 4), ("4.txt", 5), ("5.txt", 6),
    ]  # fmt: skip


def test_what_was_refused_can_be_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [("a", small(1)), ("b", small(2))]
    with monkeypatch.context() as patch:
        patch.setattr("unodc_report.corpus.batches.parse", None)
        Corpus(documents, into=tmp_path).read(workers=1)
    corpus = Corpus(documents, into=tmp_path)
    assert [refused.file for refused in corpus.read(workers=1).errors] == ["a", "b"]
    assert corpus.read(workers=1, again=True).errors == ()
    assert len(rows(corpus, "drugs")) == 2


def test_a_stream_of_texts_is_read_once(tmp_path: Path) -> None:
    Corpus(((str(n), small(n + 1)) for n in range(4)), into=tmp_path).read(workers=1, shard=2)
    asked = []

    def stream() -> Any:
        for n in range(6):
            asked.append(n)
            yield str(n), small(n + 1)

    corpus = Corpus(stream(), into=tmp_path).read(workers=1, shard=2)
    assert asked == list(range(6))
    assert [row["file"] for row in rows(corpus, "drugs")] == [str(n) for n in range(6)]


def kill_when(folder: Path, out: Path, parts: int, workers: int) -> None:
    """Run in a process of its own and kill that with no chance to clean up when so many shards are done."""
    run = subprocess.Popen([sys.executable, "-c", RUN, str(folder), str(out), str(workers)], start_new_session=True)
    until = time.monotonic() + 120
    while len(list((out / "reports").glob("part-*.parquet"))) < parts:
        assert time.monotonic() < until
        assert run.poll() is None, "ended before it could be killed"
        time.sleep(0.005)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, workers: int) -> None:
    reports, out = tmp_path / "reports", tmp_path / "out"
    reports.mkdir()
    for n in range(8):
        for name, text in TEXTS.items():
            (reports / f"{n}-{name}").write_bytes(text.encode())
    script = tmp_path / "run.py"
    script.write_text(RUN, encoding="utf-8")
    kill_when(reports, out, 3, workers)
    kept = set((out / "reports").glob("part-*.parquet"))
    assert 3 <= len(kept) < 16
    (out / "mentions/part-0123456789abcdef.parquet").write_bytes(b"half")  # as a run that died while it wrote may leave it
    corpus = Corpus.from_folder(reports, into=out).read(workers=1)
    assert kept <= set((out / "reports").glob("part-*.parquet"))
    counts = Counter(row["file"] for row in rows(corpus))
    for path in reports.iterdir():
        assert counts[path.name] == len(alone_in(TEXTS[path.name[2:]], path.name))
    assert [row["file"] for row in rows(corpus, "reports")] == sorted(path.name for path in reports.iterdir())
    assert not list(out.rglob("*.part"))


class Deadly(bytes):
    """Ends the process that unpickles it."""

    def __reduce__(self) -> Any:
        return os._exit, (3,)


def test_a_document_that_kills_its_worker_is_listed(tmp_path: Path) -> None:
    documents: list[Any] = [(str(n), small(n + 1)) for n in range(6)]
    documents[3] = ("3", Deadly(b"x"))
    corpus = Corpus(documents, into=tmp_path).read(workers=2, shard=2)
    assert [(refused.file, refused.error) for refused in corpus.errors] == [("3", "3: the process that read it died")]
    assert [row["file"] for row in rows(corpus, "drugs")] == ["0", "1", "2", "4", "5"]


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(UnodcReportError, match="another run is writing"):
        Corpus([("a", small(1))], into=tmp_path).read(workers=1)


def test_the_files_of_others_are_never_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = tmp_path / "reports"  # named as a table is
    reports.mkdir()
    for name in ("a.txt", "part-one.parquet", ".hidden"):
        (reports / name).write_text(small(1), encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnodcReportError, match=r"reports: holds a\.txt, so it is no folder of a data set"):
        Corpus([("a", small(1))], into=tmp_path).read(workers=1)
    with pytest.raises(UnodcReportError, match="which is to be read"):
        Corpus.from_folder(reports, into=tmp_path).read(workers=1)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["extract", "reports/", "-f", "parquet", "-o", "."])
    assert (done.exit_code, "which is to be read: read into another folder" in done.output) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_data_set_holds_no_document_that_is_read(folder: Path, tmp_path: Path) -> None:
    path = next(folder.iterdir())
    (folder / "linked.txt").symlink_to(tmp_path / "elsewhere.txt")
    before = sorted(tmp_path.rglob("*"))
    for documents in ([path], [folder / "linked.txt"]):
        with pytest.raises(UnodcReportError, match="which is to be read"):
            Corpus(documents, into=folder).read(workers=1)
    assert sorted(tmp_path.rglob("*")) == before
    with pytest.raises(UnodcReportError, match="which is to be read"):
        Corpus((given for given in [path]), into=folder).read(workers=1)
    assert Corpus.from_folder(folder, into=folder / "made").read(workers=1).to_arrow("reports").num_rows == len(TEXTS) + 1


def test_hidden_files_among_the_tables_stay(tmp_path: Path) -> None:
    (tmp_path / "mentions").mkdir()
    (tmp_path / "mentions/.DS_Store").write_bytes(b"x")
    left = tmp_path / "mentions" / f".part-{'0' * 16}.parquet.{'f' * 16}.part"
    left.write_bytes(b"half")
    Corpus([("a", small(1))], into=tmp_path).read(workers=1)
    assert (tmp_path / "mentions/.DS_Store").exists()
    assert not left.exists()


def test_a_data_set_of_another_version_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Corpus([("a", small(1))], into=tmp_path).read(workers=1)
    monkeypatch.setattr("unodc_report.corpus.dataset.__version__", "99")
    with pytest.raises(UnodcReportError, match="take another folder"):
        Corpus([("a", small(1))], into=tmp_path).read(workers=1)


def test_the_data_set_is_plain_parquet(folder: Path, tmp_path: Path) -> None:
    corpus = Corpus.from_folder(folder, into=tmp_path / "out").read(workers=1, shard=3)
    by_hand = pq.read_table(tmp_path / "out/mentions")
    assert by_hand.num_rows == corpus.to_arrow("mentions").num_rows == sum(batch.num_rows for batch in corpus.batches("mentions"))
    assert sum(batch.num_rows for batch in corpus.batches("drugs")) == corpus.to_arrow("drugs").num_rows > 0
    assert Corpus.open(tmp_path / "out").to_frame("reports", "polars").height == len(TEXTS)


def test_nothing_read_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(UnodcReportError, match="nothing has been read"):
        Corpus.open(tmp_path).to_arrow()
    with pytest.raises(UnodcReportError, match="No such file"):
        Corpus.from_folder(tmp_path / "nowhere")
    with pytest.raises(UnodcReportError, match="one name"):
        Corpus([("a", small(1)), ("a", small(2))]).read(workers=1)


def test_where_no_document_is_the_tables_are_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for corpus in (Corpus([]), Corpus.from_folder(tmp_path / "empty", into=tmp_path / "out"), Corpus(iter(()))):
        assert corpus.read(workers=1).errors == ()
        for table in TABLES:
            assert corpus.to_arrow(table).num_rows == 0
            assert corpus.to_arrow(table).schema == schema_of(table)
            assert sum(batch.num_rows for batch in corpus.batches(table)) == 0
        assert corpus.trend(item="可卡因").num_rows == corpus.citations().edges.num_rows == 0


@pytest.mark.parametrize("documents", ["good.txt", b"good.txt", Path("good.txt"), None, 7], ids=repr)
def test_one_path_is_not_taken_for_many(documents: Any) -> None:
    with pytest.raises(InputTypeError, match=r"a corpus takes paths, or pairs .* in a list"):
        Corpus(documents)


@pytest.mark.parametrize("given", [("a", "text", 3), ("a",), 7, None, ("a", None), (Path("a"), "text"), b"a.txt", {"a": "text"}], ids=repr)
def test_what_is_no_document_is_refused(given: Any) -> None:
    with pytest.raises(InputTypeError, match=f"not {type(given).__name__}: "):
        Corpus([given])
    with pytest.raises(InputTypeError, match="a corpus takes"):
        Corpus(each for each in [given]).read(workers=1)


def test_a_temporary_data_set_goes_with_its_corpus() -> None:
    corpus = Corpus([("a", small(1))]).read(workers=1)
    folder = corpus.folder
    assert folder.exists()
    del corpus
    assert not folder.exists()


def test_record_batches_come_in_several_shapes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(small(7), encoding="utf-8")
    content = path.read_bytes()
    shapes: list[dict[str, Any]] = [
        {"path": str(path)},
        {"path": "s3://a", "content": content},
        {"file": "a", "bytes": content},
        {"file": "a", "text": small(7)},
    ]
    for shape in shapes:
        made = read_batch(pa.RecordBatch.from_pylist([shape]), ("quantities",))["quantities"]
        assert made.column("value").to_pylist() == [7]
        assert made.column("file").to_pylist() == [shape.get("file", shape.get("path"))]


def test_rows_can_be_sent_to_another_process() -> None:
    there = pickle.loads(pickle.dumps(Rows("observations")))  # noqa: S301  # our own
    batches = [pa.RecordBatch.from_pylist([{"file": str(n), "text": small(n + 1)}], schema=DOCUMENTS) for n in range(3)]
    made = list(there(iter(batches)))
    assert [batch.column("file").to_pylist() for batch in made] == [["0"], ["1"], ["2"]]
    assert all(batch.schema == there.schema for batch in made)
    assert next(Rows()(iter([pa.RecordBatch.from_pylist([], schema=DOCUMENTS)]))).num_rows == 0


def test_fingerprint_tells_a_change(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert entry_of(path).fingerprint == "missing"
    path.write_text("1", encoding="utf-8")
    first = entry_of(path).fingerprint
    path.write_text("12", encoding="utf-8")
    assert entry_of(path).fingerprint not in {first, "missing"}
    assert Entry("a", content="1").fingerprint == Entry("b", content=b"1").fingerprint != Entry("a", content="2").fingerprint


def parties(year: int, number: int) -> str:
    return (
        f"联合国 CTOC/COP/{year}/9\n\nDistr.: General\n\n27 July {year}\n\nChinese\n\nOriginal: English\n\n缔约方会议\n\n一. 导言\n\n"
        f"1. 截至 {year} 年 7 月 1 日，《联合国打击跨国有组织犯罪公约》有 {number} 个缔约方。\n\n2. 见大会第 55/25 号决议和 CTOC/COP/{year - 2}/9。\n"
    )


@pytest.fixture(scope="module")
def conferences() -> Corpus:
    return Corpus([(f"{year}.txt", parties(year, number)) for year, number in ((2020, 190), (2016, 187), (2018, 189))]).read(workers=1)


def test_a_trend_follows_one_figure_over_the_years(conferences: Corpus) -> None:
    made = conferences.trend(item="缔约方", instrument="UNTOC").to_pylist()
    assert [(row["year"], row["value"], row["dated_by"], row["symbol"]) for row in made] == [
        (2016, 187, "as_of", "CTOC/COP/2016/9"),
        (2018, 189, "as_of", "CTOC/COP/2018/9"),
        (2020, 190, "as_of", "CTOC/COP/2020/9"),
    ]
    assert conferences.trend(item="缔约方", instrument="UNCAC").num_rows == 0


def test_a_trend_leaves_out_what_the_text_denies_unless_it_is_wanted() -> None:
    text = "一. 表决\n\n1. 2020 年，有 25 个会员国参加了表决。\n\n2. 2020 年，有 14 个会员国未参加表决。\n"
    votes = Corpus([("votes.txt", text)]).read(workers=1)
    assert [row["value"] for row in votes.trend(item="会员国").to_pylist()] == [25]
    assert [row["value"] for row in votes.trend(item="会员国", polarity="negative").to_pylist()] == [14]


def test_a_trend_wants_something_known(conferences: Corpus) -> None:
    with pytest.raises(TypeError, match="colour"):
        conferences.trend(colour="red")  # type: ignore[call-arg]  # a user's mistake
    tables = conferences.to_arrow("observations"), conferences.to_arrow("reports")
    with pytest.raises(UnodcReportError, match="not colour") as caught:
        trend(*tables, {"colour": "red"})
    slots = [name for name in inspect.signature(Corpus.trend).parameters if name != "self"]
    assert all(re.search(rf"\b{slot}\b", str(caught.value)) for slot in slots)
    for slot in slots:
        assert trend(*tables, {slot: "?"}).num_rows == conferences.trend(**{slot: "?"}).num_rows == 0
    with pytest.raises(UnodcReportError, match="not nothing"):
        conferences.trend()


def test_citations_are_a_graph_of_reports_and_what_they_cite(conferences: Corpus) -> None:
    graph = conferences.citations(instruments=True)
    edges = {(edge["source"], edge["target"]): edge for edge in graph.edges.to_pylist()}
    assert edges["CTOC/COP/2020/9", "CTOC/COP/2018/9"]["kind"] == "report"
    assert edges["CTOC/COP/2020/9", "A/RES/55/25"]["paragraphs"] == ["2"]
    assert ("CTOC/COP/2020/9", "UNTOC") in edges
    nodes = {node["id"]: node for node in graph.nodes.to_pylist()}
    assert (nodes["A/RES/55/25"]["cited_by"], nodes["A/RES/55/25"]["in_corpus"]) == (3, False)
    assert (nodes["CTOC/COP/2014/9"]["in_corpus"], nodes["CTOC/COP/2016/9"]["in_corpus"]) == (False, True)
    assert {edge["kind"] for edge in conferences.citations().edges.to_pylist()} == {"report", "resolution", "document"}


def test_the_command_writes_a_data_set(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(small(1), encoding="utf-8")
    (reports / "b.txt").write_bytes(b"")
    done = CliRunner().invoke(cli, ["extract", "--format", "parquet", "-o", str(tmp_path / "out"), str(reports)])
    assert done.exit_code == 2
    assert "b.txt: empty" in done.output
    assert pq.read_table(tmp_path / "out/mentions").num_rows == len(unodc_report.parse(small(1)).mentions)
    assert CliRunner().invoke(cli, ["extract", "--format", "parquet", str(reports)]).exit_code == 2


def test_the_corpus_is_a_name_of_the_package() -> None:
    assert unodc_report.Corpus is Corpus
