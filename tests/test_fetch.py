"""Fetching by symbol, from a server on loopback that misbehaves as the document service does, and worse."""

from __future__ import annotations

import os
import stat
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
import specimens
from click.testing import CliRunner

from unodc_report import fetching
from unodc_report.cli import cli
from unodc_report.errors import LimitError, SourceError
from unodc_report.fetching import Fetched, fetch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Call = Callable[..., Fetched]

PDF = (specimens.FIXTURES / "treaties" / "report.pdf").read_bytes()
PAGE = b"<!DOCTYPE html><html><body>Service unavailable</body></html>"


class Service(BaseHTTPRequestHandler):
    """Answers by the symbol asked for; `tries` counts the calls for each, `busy` those at one time."""

    tries: ClassVar[dict[str, int]] = {}
    busy: ClassVar[list[int]] = [0, 0]  # now, most
    lock: ClassVar[threading.Lock] = threading.Lock()

    def log_message(self, *_: object) -> None:
        return

    def do_GET(self) -> None:
        with self.lock:
            self.busy[0] += 1
            self.busy[1] = max(self.busy)
        try:
            self.answer()
        finally:
            with self.lock:
                self.busy[0] -= 1

    def answer(self) -> None:  # noqa: C901, PLR0912  # one way to misbehave a line
        parts = urlsplit(self.path)
        if parts.path != "/api":
            self.file(parts.path)
            return
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        symbol = asked["s"]
        with self.lock:
            self.tries[symbol] = self.tries.get(symbol, 0) + 1
        first = self.tries[symbol] == 1
        name = symbol.split("/")[1]
        if name == "UPPER":
            self.send(302, b"", Location="/DOC/UNDOC/A.PDF")
        elif name == "AWAY":
            self.send(302, b"", Location="http://example.org/a.pdf")
        elif name == "ROUND":
            self.send(302, b"", Location=self.path)
        elif name == "NONE":
            self.send(404, b"")
        elif name == "GATEWAY" and first:
            self.send(502, PAGE)
        elif (name == "HTML" and first) or name == "ALWAYSHTML":
            self.send(200, PAGE)
        elif name == "CUT" and first:
            self.send(200, PDF[:1000], length=len(PDF))
        elif name == "BIG":
            self.send(200, b"%PDF-" + b"0" * 5000, length=0 if asked["l"] == "fr" else None)
        elif name == "DRIP":
            self.drip()
        elif name == "ENGLISH":
            self.send(200, english())
        elif name == "SLOW":
            time.sleep(0.1)
            self.send(200, PDF)
        elif name == "HANGUP" and first:
            self.close_connection = True
        else:
            self.send(200, PDF)

    def file(self, path: str) -> None:
        self.send(200, PDF) if path == "/doc/undoc/a.pdf" else self.send(404, b"")

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            try:
                self.wfile.write(b"%PDF-")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def send(self, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if length != 0:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


def english() -> bytes:
    """A page of English, as small as a PDF can be."""
    text = b"BT /F1 12 Tf 20 200 Td (Report of the Secretary-General on crime prevention) Tj ET"
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
    )  # fmt: skip
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (k, part) for k, part in enumerate(parts, 1)) + b"trailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/api"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def get(address: str) -> Call:
    Service.tries.clear()

    def call(symbol: str, **more: object) -> Fetched:
        settings: dict[str, object] = {"address": address, "backoff": 0.01, "timeout": 5.0}
        return fetch(symbol, **settings | more)  # type: ignore[arg-type]

    return call


def test_a_document_comes_with_its_address_and_its_language_checked(get: Call) -> None:
    found = get("A/76/122")
    assert found.data == PDF
    assert found.checked
    assert found.url.endswith("?s=A/76/122&l=zh&t=pdf")


def test_a_path_in_capitals_is_served_in_small_letters(get: Call) -> None:
    assert get("A/UPPER/1").url.endswith("/doc/undoc/a.pdf")


@pytest.mark.parametrize("symbol", ["A/GATEWAY/1", "A/HTML/1", "A/CUT/1", "A/HANGUP/1"])
def test_what_passes_is_tried_again(get: Call, symbol: str) -> None:
    assert get(symbol).data == PDF
    assert Service.tries[symbol] == 2


def test_what_does_not_pass_is_an_error_after_the_last_try(get: Call) -> None:
    with pytest.raises(SourceError, match="3 tries: the answer is a page of HTML"):
        get("A/ALWAYSHTML/1", attempts=3)
    assert Service.tries["A/ALWAYSHTML/1"] == 3


def test_no_such_document_is_told_at_once(get: Call) -> None:
    with pytest.raises(SourceError, match="no such document"):
        get("A/NONE/1")
    assert Service.tries["A/NONE/1"] == 1


def test_an_english_document_in_place_of_a_chinese_one_is_refused(get: Call, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no version in zh"):
        get("A/ENGLISH/1", to=tmp_path / "a.pdf", cache=tmp_path / "cache")
    assert not list(tmp_path.rglob("*.pdf"))
    assert get("A/ENGLISH/1", language="en").data.startswith(b"%PDF")


@pytest.mark.parametrize("language", ["zh", "fr"])
def test_more_than_the_limit_is_not_read(get: Call, language: str) -> None:
    with pytest.raises(LimitError, match="limit of 3000"):
        get("A/BIG/1", language=language, max_bytes=3000)


def test_a_server_that_drips_meets_the_time_out(get: Call) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceError, match="time-out"):
        get("A/DRIP/1", timeout=0.3, attempts=1)
    assert time.monotonic() - begun < 10  # the server would drip for minutes


@pytest.mark.parametrize(("symbol", "told"), [("A/AWAY/1", "another host"), ("A/ROUND/1", "redirects")])
def test_redirects_stay_at_home_and_end(get: Call, symbol: str, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        get(symbol)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"symbol": "A/76/122", "language": "xx"}, "no such language"), ({"symbol": "../etc/passwd"}, "no document symbol"),
        ({"symbol": "A/../x"}, "no document symbol"), ({"symbol": "A/76/122", "format": "odt"}, "no such format"), ({"symbol": "A"}, "no document symbol"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_without_a_call(get: Call, arguments: dict[str, str], told: str) -> None:
    with pytest.raises(SourceError, match=told):
        get(**arguments)
    assert not Service.tries


def test_a_file_is_saved_whole_and_the_cache_is_asked_first(get: Call, tmp_path: Path) -> None:
    first = get("A/76/122", to=tmp_path / "out" / "a.pdf", cache=tmp_path / "cache")
    assert (tmp_path / "out" / "a.pdf").read_bytes() == PDF
    assert first.path == tmp_path / "out" / "a.pdf"
    again = get("A/76/122", cache=tmp_path / "cache")
    assert (again.data, again.url) == (PDF, "")
    assert Service.tries["A/76/122"] == 1
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["A_76_122.zh.pdf", "a.pdf"]


def test_a_saved_file_has_the_mode_that_the_mask_leaves(get: Call, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        get("A/76/122", to=tmp_path / "a.pdf")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


def test_what_comes_from_the_cache_is_checked_as_what_comes_from_the_service(get: Call, tmp_path: Path) -> None:
    for language, checked in (("zh", True), ("en", False)):
        found = [get("A/76/122", language=language, cache=tmp_path) for _ in range(2)]
        assert [(one.checked, bool(one.url)) for one in found] == [(checked, True), (checked, False)]
    (tmp_path / "A_76_122.zh.pdf").write_bytes(english())
    with pytest.raises(SourceError, match="no version in zh"):
        get("A/76/122", cache=tmp_path)


def test_the_cache_keeps_to_the_limit_and_what_it_cannot_give_is_named(get: Call, tmp_path: Path) -> None:
    kept = get("A/76/122", cache=tmp_path).path
    assert kept is not None
    with pytest.raises(LimitError, match="more than the limit of 10 bytes"):
        get("A/76/122", cache=tmp_path, max_bytes=10)
    kept.write_bytes(b"")
    with pytest.raises(SourceError, match=r"A_76_122\.zh\.pdf: empty"):
        get("A/76/122", cache=tmp_path)


def test_a_place_that_cannot_be_written_is_named(get: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SourceError, match="cannot be written"):
        get("A/76/122", to=tmp_path / "file" / "a.pdf")


def test_nobody_listens() -> None:
    with pytest.raises(SourceError, match="no answer"):
        fetch("A/76/122", address="http://127.0.0.1:9/api", attempts=1, timeout=2)


def test_three_calls_at_a_time_at_most(get: Call) -> None:
    Service.busy[1] = 0
    threads = [threading.Thread(target=get, args=(f"A/SLOW/{k}",), kwargs={"language": "en"}) for k in range(7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 < Service.busy[1] <= 3
    assert len(Service.tries) == 7


def test_the_address_of_the_service_is_the_documented_one() -> None:
    assert fetching.ADDRESS == "https://documents.un.org/api/symbol/access"


def test_the_command_saves_and_prints_where(address: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["fetch", "A/76/122", "A/NONE/2", "-o", str(tmp_path), "--address", address])
    assert done.stdout.splitlines() == [str(tmp_path / "A_76_122.zh.pdf")]
    assert "A/NONE/2: no such document" in done.stderr
    assert done.exit_code == 2
    assert (tmp_path / "A_76_122.zh.pdf").read_bytes() == PDF
