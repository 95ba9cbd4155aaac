"""The command line as a shell sees it: what goes where, and how it ends."""

from __future__ import annotations

import csv
import inspect
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
from click.testing import CliRunner
from specimens import FIXTURES

import unodc_report
from unodc_report.cli import cli

# Before version 8.2 click's runner mixes standard error into standard output where it is not told otherwise.
SEPARATE: Final[dict[str, Any]] = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}
COMMAND: Final = (sys.executable, "-W", "error", "-m", "unodc_report")


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in this process."""
    done = CliRunner(**SEPARATE).invoke(cli, [str(argument) for argument in arguments], input=stdin, env=environment, prog_name="unodc-report", catch_exceptions=False)
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout_bytes.decode(), done.stderr_bytes.decode())


def run_apart(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    done = subprocess.run([*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, env=os.environ | environment, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def lines_of(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def refusal(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of standard error of a command that refused; nothing else was printed."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("unodc-report: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.fixture
def file(tmp_path: Path, report_text: str) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(report_text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, report_text: str) -> Path:
    folder = tmp_path / "reports"
    (folder / "inner").mkdir(parents=True)
    for name in ("b.txt", "a.TXT", "inner/c.txt"):
        (folder / name).write_text(report_text, encoding="utf-8")
    (folder / "notes.md").write_text("2020年", encoding="utf-8")
    return folder


class TestExtract:
    def test_prints_the_rows_of_read(self, file: Path) -> None:
        done = run_apart("extract", file)
        assert (done.returncode, done.stderr) == (0, "")
        assert lines_of(done.stdout) == unodc_report.read(file).rows()

    def test_reads_standard_input(self, file: Path) -> None:
        assert run_apart("extract", "-", stdin=file.read_bytes()).stdout == run("extract", file).stdout

    def test_reads_gb18030(self, tmp_path: Path, file: Path, report_text: str) -> None:
        other = tmp_path / "gb.txt"
        other.write_bytes(report_text.encode("gb18030"))
        assert run("extract", other).stdout == run("extract", file).stdout

    def test_output_is_utf8_in_any_locale(self, file: Path) -> None:
        plain = run("extract", file).stdout
        assert run_apart("extract", file, PYTHONIOENCODING="latin-1").stdout == plain
        assert run_apart("extract", file, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").stdout == plain

    def test_json_is_one_object(self, file: Path) -> None:
        record = json.loads(run("extract", "--format", "json", file).stdout)
        assert list(record) == ["metadata", "structure", "mentions", "observations", "exhibits", "notes"]
        assert record["mentions"] == unodc_report.read(file).rows()

    def test_csv_has_one_header(self, folder: Path) -> None:
        rows = list(csv.reader(io.StringIO(run("extract", "--format", "csv", folder).stdout)))
        assert rows[0][:3] == ["file", "type", "start"]
        assert sum(row[0] == "file" for row in rows) == 1
        assert {len(row) for row in rows} == {len(rows[0])}

    def test_a_folder_gives_its_text_files_in_sorted_order(self, folder: Path) -> None:
        files = [row["file"] for row in lines_of(run("extract", folder).stdout)]
        assert list(dict.fromkeys(files)) == [str(folder / name) for name in ("a.TXT", "b.txt", "inner/c.txt")]

    def test_several_files_say_which(self, file: Path, folder: Path) -> None:
        rows = lines_of(run("extract", folder / "b.txt", file).stdout)
        assert list(dict.fromkeys(row["file"] for row in rows)) == [str(folder / "b.txt"), str(file)]
        assert all(next(iter(row)) == "file" for row in rows)

    def test_output_goes_to_the_file(self, file: Path, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        done = run("extract", file, "-o", out)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert out.read_text(encoding="utf-8") == run("extract", file).stdout

    @pytest.mark.parametrize(("text", "told"), [("The Commission met in Vienna on 16 July 2021 (www.unodc.org). " * 30, "0% of the letters"), ("2020年聯合國毒品和犯罪問題辦公室協助會員國。" * 30, "traditional")])
    def test_another_script_is_read_with_a_warning(self, text: str, told: str, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        done = run("extract", path)
        assert done.returncode == 0
        assert done.stdout
        assert re.fullmatch(rf"unodc-report: .*a\.txt: .*{told}.*\n", done.stderr)

    def test_a_text_without_mentions_gives_no_rows(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("1. 无。\n", encoding="utf-8")
        done = run("extract", path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


class TestRefusals:
    def test_unknown_file(self, tmp_path: Path) -> None:
        assert "missing.txt" in refusal(run_apart("extract", tmp_path / "missing.txt"))

    @pytest.mark.parametrize("command", [("show",), ("explain", "-p", "1")])
    def test_unknown_file_of_other_commands(self, command: tuple[str, ...], tmp_path: Path) -> None:
        assert "missing.txt" in refusal(run(*command, tmp_path / "missing.txt"))

    @pytest.mark.parametrize(
        "content",
        [b"", b"\x7fELF\x02\x01\x01" + bytes(200), b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)), b"\x81\xff\xfe\x00\x81" * 9],
        ids=["empty", "program", "picture", "pdf", "bytes"],
    )
    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    def test_what_is_no_text(self, content: bytes, form: str, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(content)
        assert "a.txt" in refusal(run("extract", "--format", form, path))

    def test_what_is_no_text_on_standard_input(self) -> None:
        assert "<stdin>" in refusal(run_apart("extract", "-", stdin=b""))

    def test_folder_without_text_files(self, tmp_path: Path) -> None:
        assert "no .txt files" in refusal(run("extract", tmp_path))

    def test_folder_where_one_file_is_wanted(self, tmp_path: Path) -> None:
        assert tmp_path.name in refusal(run("show", tmp_path))

    def test_output_that_cannot_be_written(self, file: Path, tmp_path: Path) -> None:
        assert "no/such/out" in refusal(run("extract", file, "-o", tmp_path / "no/such/out"))

    def test_unknown_paragraph(self, file: Path) -> None:
        assert "no paragraph 99; its paragraphs are 1 to 3" in refusal(run("explain", file, "-p", "99"))

    def test_what_python_would_do_is_not_told_to_the_shell(self, tmp_path: Path) -> None:
        assert "parse()" not in refusal(run("extract", tmp_path / "missing.txt"))

    @pytest.mark.parametrize("command", [("extract",), ("show",), ("explain", "-p", "1")], ids=" ".join)
    def test_limits(self, command: tuple[str, ...], file: Path) -> None:
        assert "more than the limit of 10 bytes" in refusal(run(*command, "--max-bytes", "10", file))
        assert "more than the limit of 5" in refusal(run(*command, "--max-characters", "5", file))
        assert run(*command, "--max-bytes", "100000", "--max-pages", "9", "--max-characters", "9999", file).returncode == 0
        assert run(*command, "--max-pages", "0", file).returncode == 2

    def test_a_data_set_is_read_with_the_limits_that_are_set(self, file: Path, tmp_path: Path) -> None:
        assert "parquet" in refusal(run("extract", "-f", "parquet", "-o", tmp_path / "out", "--max-pages", "3", file))

    @pytest.mark.parametrize("command", [("extract",), ("show",), ("explain", "-p", "1"), ("schema",)], ids=" ".join)
    def test_standard_output_that_is_closed(self, command: tuple[str, ...], file: Path) -> None:
        words = [*COMMAND, *command, *([] if command == ("schema",) else [str(file)])]
        done = subprocess.run(["/bin/sh", "-c", '"$@" >&-', "sh", *words], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (2, "unodc-report: standard output is closed\n")

    def test_standard_input_that_is_closed(self) -> None:
        done = subprocess.run(["/bin/sh", "-c", '"$@" <&-', "sh", *COMMAND, "extract", "-"], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (2, "unodc-report: standard input is closed\n")

    def test_a_file_is_written_without_standard_output(self, file: Path, tmp_path: Path) -> None:
        words = [*COMMAND, "extract", "-o", str(tmp_path / "out.jsonl"), str(file)]
        done = subprocess.run(["/bin/sh", "-c", '"$@" >&-', "sh", *words], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == run("extract", file).stdout

    def test_unknown_option(self) -> None:
        done = run("extract", "--colour", "x")
        assert (done.returncode, done.stdout) == (2, "")
        assert "--colour" in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_bad_file_among_good_ones_is_named_and_the_others_are_printed(self, file: Path, tmp_path: Path) -> None:
        bad = tmp_path / "bad.txt"
        bad.write_bytes(b"")
        done = run("extract", bad, file)
        assert done.returncode == 2
        assert re.fullmatch(r"unodc-report: .*bad\.txt.*\n", done.stderr)
        assert [{k: v for k, v in row.items() if k != "file"} for row in lines_of(done.stdout)] == unodc_report.read(file).rows()

    def test_a_bad_file_keeps_the_output_from_being_written(self, file: Path, tmp_path: Path) -> None:
        out, before = tmp_path / "out.jsonl", set(tmp_path.iterdir())
        done = run("extract", tmp_path / "missing.txt", file, "-o", out)
        assert (done.returncode, done.stdout) == (2, "")
        assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["unodc-report", "unodc-report"]
        assert set(tmp_path.iterdir()) == before

    def test_keep_going_writes_the_rest(self, file: Path, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        done = run("extract", tmp_path / "missing.txt", file, "-o", out, "--keep-going")
        assert done.returncode == 2
        assert {row["file"] for row in lines_of(out.read_text(encoding="utf-8"))} == {str(file)}


class TestEndings:
    @pytest.fixture
    def many(self, tmp_path: Path, report_text: str) -> Path:
        folder = tmp_path / "many"
        folder.mkdir()
        for n in range(400):
            (folder / f"{n:03}.txt").write_text(report_text * 4, encoding="utf-8")
        return folder

    def test_a_reader_that_goes_away(self, many: Path) -> None:
        with subprocess.Popen([*COMMAND, "extract", str(many)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 141

    @pytest.mark.parametrize("command", [("extract",), ("extract", "-f", "html"), ("show",), ("explain", "-p", "1"), ("schema",), ("fetch", "-o")], ids=" ".join)
    def test_a_reader_that_was_never_there(self, command: tuple[str, ...], file: Path, tmp_path: Path) -> None:
        (tmp_path / "A_76_122.zh.pdf").write_bytes((FIXTURES / "drugs/report.pdf").read_bytes())  # so that nothing is fetched
        what: dict[str, tuple[str | Path, ...]] = {"schema": (), "fetch": (tmp_path, "A/76/122")}
        ours, theirs = os.pipe()
        os.close(ours)
        done = subprocess.run([*COMMAND, *command, *what.get(command[0], (file,))], stdout=theirs, stderr=subprocess.PIPE, check=False)
        os.close(theirs)
        assert (done.returncode, done.stderr) == (141, b"")

    @pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_an_interrupt_leaves_nothing_behind(self, sent: signal.Signals, status: int, many: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        out.mkdir()
        # a signal may come while a module is imported: the file that is then left open is no fault of the program
        quiet = ("-W", "ignore::ResourceWarning")
        command = [*COMMAND[:3], *quiet, *COMMAND[3:], "extract", str(many), "-o", str(out / "rows.jsonl")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            deadline = time.monotonic() + 20
            while not list(out.iterdir()) and time.monotonic() < deadline:
                time.sleep(0.01)
            assert list(out.iterdir()), "the unfinished file"
            process.send_signal(sent)
            assert process.communicate(timeout=20) == (b"", b"")
        assert process.returncode == status
        assert list(out.iterdir()) == []

    @pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_an_interrupt_inside_a_finalizer_is_not_lost(self, sent: signal.Signals, status: int, file: Path, tmp_path: Path) -> None:
        # what is raised while Python finalizes something goes nowhere; imports do so at every module
        code = f"""if True:
            import os, sys, time, weakref
            from unodc_report import cli, report
            class Passing: pass
            def read(source):
                passing = Passing()
                seen = weakref.ref(passing, lambda _: [os.kill(os.getpid(), {int(sent)}), time.sleep(60)])
                del passing
                time.sleep(60)
            report.read = read
            cli.main()
        """
        out = tmp_path / "out"
        out.mkdir()
        command = [sys.executable, "-c", code, "extract", str(file), "-o", str(out / "rows.jsonl")]
        done = subprocess.run(command, capture_output=True, check=False, timeout=30)
        assert (done.returncode, done.stdout, done.stderr) == (status, b"", b"")
        assert list(out.iterdir()) == []


class TestShow:
    def test_tells_title_structure_and_counts(self, file: Path) -> None:
        done = run("show", file)
        assert (done.returncode, done.stderr) == (0, "")
        for words in ("秘书长的报告", "一.导言  1-2", "二.结论  3", "country", "COL", "哥伦比亚", "NGA", "3,500", "106"):
            assert words in done.stdout, words

    @pytest.mark.parametrize("columns", [80, 120])
    def test_fits_the_width_and_has_no_colour_in_a_pipe(self, columns: int, file: Path) -> None:
        from rich.cells import cell_len

        shown = run("show", file, COLUMNS=str(columns)).stdout
        assert "\x1b" not in shown
        assert max(map(cell_len, shown.splitlines())) <= columns

    def test_has_colour_on_a_terminal(self, file: Path) -> None:
        ours, theirs = pty.openpty()
        with subprocess.Popen([*COMMAND, "show", str(file)], stdout=theirs, stderr=theirs, env=os.environ | {"TERM": "xterm-256color"}) as process:
            os.close(theirs)
            seen = b""
            try:
                while piece := os.read(ours, 65536):
                    seen += piece
            except OSError:  # the terminal is closed when its last writer ends
                pass
        os.close(ours)
        assert process.returncode == 0
        assert b"\x1b[" in seen
        assert "哥伦比亚".encode() in seen

    def test_all_lists_every_quantity(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("".join(f"{n}. 培训了 {n + 300} 名法官。\n" for n in range(1, 41)), encoding="utf-8")
        short, whole = run("show", path).stdout, run("show", "--all", path).stdout
        assert "340" not in short
        assert "and 20 more quantities" in short
        assert "340" in whole
        assert "more quantities" not in whole


class TestExplain:
    def test_tells_the_rule_of_every_mention_of_the_paragraph(self, file: Path) -> None:
        done = run("explain", file, "--paragraph", "2", COLUMNS="200")
        assert (done.returncode, done.stderr) == (0, "")
        mentions = [m for m in unodc_report.read(file).mentions if m.paragraph == "2"]
        assert len(mentions) >= 3
        for mention in mentions:
            assert mention.text in done.stdout
            assert mention.rule in done.stdout
        assert "培训了40名" not in done.stdout


    def test_tells_of_one_list_item_what_stands_in_it(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("一. 活动\n\n1. 各国采取了下列行动：\n\n(a) 哥伦比亚缉获 106 吨可卡因；\n\n(b) 尼日尔培训了 40 名法官。\n", encoding="utf-8")
        assert unodc_report.read(path).paragraph("1(b)").kind == "item"
        item, whole = run("explain", path, "-p", "1(b)", COLUMNS="200"), run("explain", path, "-p", "1", COLUMNS="200")
        assert (item.returncode, item.stderr) == (0, "")
        assert "尼日尔" in item.stdout
        assert "哥伦比亚" not in item.stdout
        assert "尼日尔" in whole.stdout
        assert "哥伦比亚" in whole.stdout


class TestSchema:
    def test_rows_follow_it(self, file: Path) -> None:
        schema = json.loads(run("schema").stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for form in ("jsonl", "json"):
            rows = lines_of(run("extract", "--format", form, file, file).stdout)
            assert rows
            for row in rows:
                validator.validate(row)
                assert not validator.is_valid(row | {"start": "first"} if form == "jsonl" else row | {"mentions": None})


def test_version() -> None:
    done = run_apart("--version")
    assert (done.returncode, done.stdout) == (0, f"unodc-report {unodc_report.__version__}\n")


@pytest.mark.parametrize("command", [(), ("extract",), ("show",), ("explain",), ("schema",)])
def test_help(command: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: ")
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_extract_loads_what_it_needs_only(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1. 2020年3月，哥伦比亚加入《联合国反腐败公约》。\n", encoding="utf-8")
    code = "import sys; from unodc_report.cli import cli; cli(['extract', sys.argv[1]], standalone_mode=False); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 3
    assert "unodc_report.pipeline" in done.stderr.split()
    assert sorted(set(done.stderr.split()) & {"rich", "jieba", "cn2an", "asyncio"}) == []
