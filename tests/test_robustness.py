"""Threads, processes, sockets and files: reading a text touches nothing but the text."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import pytest
from specimens import FIXTURES, LAYOUTS, SPECIMENS, raw

from unodc_report import SourceError, UnodcReportError, extract, parse, read

TEXTS: Final = [raw(specimen, layout) for specimen in SPECIMENS for layout in LAYOUTS]


def digest(text: str) -> str:
    """What a text gives, in one line."""
    report = parse(text)
    return hashlib.sha256(report.model_dump_json().encode()).hexdigest()


def run(code: str, *arguments: str, **environment: str) -> str:
    done = subprocess.run([sys.executable, "-W", "error", "-c", code, *arguments], capture_output=True, text=True, check=False, env={**os.environ, **environment})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_sixteen_threads_give_what_one_gives() -> None:
    alone = [digest(text) for text in TEXTS]
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(digest, TEXTS)) == alone


def test_threads_that_all_make_the_first_call_agree() -> None:
    code = (
        "import threading, unodc_report\n"
        "start, found = threading.Barrier(16), []\n"
        "def work():\n"
        "    start.wait(); found.append(unodc_report.extract('2020年开发署在中国培训了100名法官，缉获1吨可卡因'))\n"
        "threads = [threading.Thread(target=work) for _ in range(16)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
        "print(len(found), all(f == found[0] for f in found), len(found[0]))"
    )
    here = extract("2020年开发署在中国培训了100名法官，缉获1吨可卡因")
    assert run(code).split() == ["16", "True", str(len(here))]


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_another_process_gives_the_same(seed: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXTS[0].encode())
    code = "import sys, pathlib, hashlib, unodc_report as u; print(hashlib.sha256(u.parse(pathlib.Path(sys.argv[1]).read_bytes().decode()).model_dump_json().encode()).hexdigest())"
    assert run(code, str(path), PYTHONHASHSEED=seed).strip() == digest(TEXTS[0])


def test_threads_that_all_validate_and_dump_first_agree() -> None:
    """Validators are built when they are first needed, by whichever thread comes first."""
    code = (
        "import sys, threading, unodc_report\n"
        "from unodc_report import Report\n"
        "sys.setswitchinterval(1e-5)\n"
        "report = unodc_report.parse('1. 2020年3月，哥伦比亚缉获106吨可卡因（见大会第75/196号决议）。')\n"
        "start, found = threading.Barrier(16), []\n"
        "def work(): start.wait(); found.append(Report.model_validate_json(report.model_dump_json()) == report)\n"
        "threads = [threading.Thread(target=work) for _ in range(16)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
        "print(found == [True] * 16)"
    )
    assert run(code).strip() == "True"


WATCHED: Final = """
import json, os, sys
seen = []
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.mkdir", "os.remove", "os.rename", "tempfile.", "shutil.", "urllib.")):
        seen.append([event, str(arguments[:2])])
    elif event == "open":
        path, mode, flags = arguments
        if (isinstance(mode, str) and set(mode) & set("wax+")) or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            seen.append([event, str(path)])
sys.dont_write_bytecode = True
sys.addaudithook(watch)
import unodc_report
unodc_report.extract("2020年开发署在中国培训了100名法官，缉获1吨可卡因")
unodc_report.parse(open(sys.argv[1], encoding="utf-8", newline="").read())
unodc_report.to_date("2020年"), unodc_report.to_number("三百"), unodc_report.to_country("中国"), unodc_report.to_symbol("A/76/122")
print(json.dumps(seen))
"""


def test_reading_opens_no_socket_and_writes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXTS[0].encode())
    seen: list[Any] = json.loads(run(WATCHED, str(path), TMPDIR=str(tmp_path)))
    assert seen == []
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_the_watch_sees_what_it_is_to_see(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"2020")
    code = WATCHED.replace("print(json", "import socket; socket.socket().close(); open(sys.argv[1] + 'x', 'w').close()\nprint(json")
    assert {event for event, _ in json.loads(run(code, str(path)))} == {"socket.__new__", "open"}


def test_the_shared_cache_of_the_word_dictionary_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "jieba.cache").write_bytes(b"not a dictionary")
    code = "import unodc_report as u; print(u.parse('1. 2020年培训了100名法官。').observations[0].action)"
    assert run(code, TMPDIR=str(tmp_path)).strip() == "培训"
    assert (tmp_path / "jieba.cache").read_bytes() == b"not a dictionary"


def test_the_words_do_not_touch_the_dictionary_that_others_share() -> None:
    code = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "import jieba, unodc_report; unodc_report.extract('2020年培训了100名法官')\n"
        "print(jieba.dt.initialized, len(jieba.dt.FREQ))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "TMPDIR": tempfile.gettempdir()})
    assert done.stdout.split() == ["False", "0"]


def test_a_word_file_that_lost_its_beginning_is_refused() -> None:
    data = (FIXTURES / "drugs/report.docx").read_bytes()
    with pytest.raises(SourceError, match="damaged"):
        read(data[:4] + data[5_000:])


def damaged(data: bytes, seed: int) -> bytes:
    """A file with a few bytes changed, cut out, or repeated."""
    chance, changed = random.Random(seed), bytearray(data)  # noqa: S311  # no secret
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(changed)), chance.choice((1, 2, 4, 40, 400))
        match chance.randrange(3):
            case 0:
                changed[at : at + length] = chance.randbytes(length)
            case 1:
                del changed[at : at + length]
            case _:
                changed[at:at] = changed[at : at + length]
    return bytes(changed) or b"\0"


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_damaged_files_are_read_or_refused(kind: str) -> None:
    data = (FIXTURES / "drugs" / f"report.{kind}").read_bytes()
    outcomes = set()
    for seed in range(40):
        try:
            report = read(damaged(data, seed), max_pages=60)
        except UnodcReportError as error:
            outcomes.add(type(error).__name__)
            assert "\n" not in str(error).strip()  # noqa: PT017  # both ends are right
        else:
            outcomes.add(type(report).__name__)
    assert outcomes <= {"Report", "SourceError", "LimitError"}
    assert "Report" in outcomes
