"""Fetches a document by its symbol from the document service of the United Nations. Nothing else in the library uses the network.

The service answers `…/api/symbol/access?s=A/76/122&l=zh&t=pdf` with a redirect, often after many seconds. It refuses more than a few
calls at a time, answers 502 now and then, gives a page of HTML with status 200 in place of a document, gives English for a language
that it does not know, and names files in capitals that it serves in small letters. Each of these is met here.
"""

from __future__ import annotations

import http.client
import os
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, Literal

from unodc_report.errors import LimitError, SourceError, UnodcReportError, check_text
from unodc_report.output import replacing
from unodc_report.sources.limits import MAX_BYTES
from unodc_report.sources.text import load

ADDRESS: Final = "https://documents.un.org/api/symbol/access"
LANGUAGES: Final = ("ar", "zh", "en", "fr", "ru", "es")
_AT_A_TIME: Final = threading.BoundedSemaphore(3)  # the service refuses more than four
_SYMBOL: Final = re.compile(r"[A-Za-z][A-Za-z0-9]{0,9}(?:/[A-Za-z0-9.\-()\[\] ]{1,40}){1,9}")
_SCRIPTS: Final = {"zh": re.compile("[\u4e00-\u9fff]"), "ru": re.compile("[\u0400-\u04ff]"), "ar": re.compile("[\u0600-\u06ff]")}
_LATIN: Final = re.compile("[A-Za-z]")
_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_HOPS: Final = 5
_LONGEST_WAIT: Final = 60.0  # seconds
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as the service gave it; `unodc_report.read(fetched.data)` reads it.

    Attributes:
        symbol, language, format: as asked for.
        url: where it was found in the end; empty where it came from the cache.
        data: its bytes.
        path: where it was saved, None where it was not.
        checked: whether its text was seen to be in the script of the language.
    """

    symbol: str
    language: str
    format: str
    url: str
    data: bytes
    path: Path | None
    checked: bool


class _PassingError(Exception):
    """An answer that another try may better."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


def fetch(  # noqa: PLR0913  # each has its default
    symbol: str,
    *,
    language: str = "zh",
    format: Literal["pdf", "docx"] = "pdf",  # noqa: A002  # the word that users look for
    to: str | os.PathLike[str] | None = None,
    cache: str | os.PathLike[str] | None = None,
    timeout: float = 90.0,
    max_bytes: int = MAX_BYTES,
    attempts: int = 4,
    backoff: float = 2.0,
    address: str = ADDRESS,
) -> Fetched:
    """Fetch a document by its symbol.

    `to` saves it under that name, `cache` in that folder, from which it comes without the network the next time; a file is written
    whole or not at all. `timeout` is for one try, in seconds; between tries it waits `backoff` seconds, then twice as long, and so on.

    Raises:
        SourceError: there is no such document in that language, the service does not give it, or a file cannot be read or written.
        LimitError: it is larger than `max_bytes`.
        InputTypeError: symbol or language is no text.
    """
    symbol, language = _asked(symbol, language, format)
    kept = _cached(symbol, language, format, cache)
    if kept is not None and kept.is_file():
        (_, data), url = load(kept, max_bytes), ""
        checked = _check_language(symbol, language, data)
    else:
        url = _address(address, symbol, language, format)
        data, url = _try(symbol, url, format, timeout, max_bytes, attempts, backoff)
        checked = _check_language(symbol, language, data)
        if kept is not None:
            _save(kept, data)
    path = Path(to) if to is not None else None
    if path is not None:
        _save(path, data)
    return Fetched(symbol, language, format, url, data, path or kept, checked)


def _asked(symbol: str, language: str, form: str) -> tuple[str, str]:
    """Symbol and language in the form that the service takes.

    >>> _asked("S/RES/2396 (2017)", "ch", "pdf")
    ('S/RES/2396(2017)', 'zh')
    """
    check_text(symbol, "fetch()")
    check_text(language, "language=")
    symbol = re.sub(r"\s+(?=[(\[])", "", symbol.strip())
    language = {"ch": "zh"}.get(language.lower(), language.lower())
    if _SYMBOL.fullmatch(symbol) is None or ".." in symbol:
        raise SourceError(f"{symbol[:80]!r} is no document symbol; one looks like A/76/122")
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise SourceError(f"no such language: {language[:20]!r}; the service knows {known} (and gives English for any other)")
    if form not in ("pdf", "docx"):
        raise SourceError(f"no such format: {form[:20]!r}; the service knows pdf and docx")
    return symbol, language


def _address(address: str, symbol: str, language: str, form: str) -> str:
    """The address of a document.

    >>> _address(ADDRESS, "S/RES/2396(2017)", "zh", "pdf")
    'https://documents.un.org/api/symbol/access?s=S/RES/2396(2017)&l=zh&t=pdf'
    """
    return f"{address}?s={urllib.parse.quote(symbol, safe='/()[]')}&l={language}&t={'doc' if form == 'docx' else form}"


def _try(symbol: str, url: str, form: str, timeout: float, limit: int, attempts: int, backoff: float) -> tuple[bytes, str]:  # noqa: PLR0913, PLR0917
    """The document and its address, after as many tries as it takes."""
    reason = ""
    for attempt in range(max(1, attempts)):
        try:
            with _AT_A_TIME:
                return _download(symbol, url, form, time.monotonic() + timeout, limit)
        except _PassingError as error:
            reason = str(error)
            if attempt + 1 < attempts:
                time.sleep(min(_LONGEST_WAIT, max(backoff * 2**attempt, error.wait)))
    raise SourceError(f"{symbol}: not fetched after {max(1, attempts)} tries: {reason} ({url})")


def _download(symbol: str, url: str, form: str, deadline: float, limit: int) -> tuple[bytes, str]:
    """One try: redirects followed, the body read, its kind checked."""
    host = urllib.parse.urlsplit(url).hostname or ""
    lowered = False
    for _ in range(_HOPS + 1):
        try:
            with _open(url, deadline) as answer:
                data = _body(symbol, answer, deadline, limit)
            _check_kind(data, form)
        except urllib.error.HTTPError as error:
            with error:
                if error.code in _REDIRECTS:
                    url = _next(url, error.headers.get("Location"), host)
                    continue
            lower = _lowered(url)
            if error.code == 404 and lower != url and not lowered:  # not found
                url, lowered = lower, True
                continue
            raise _refusal(symbol, error) from error
        except (OSError, http.client.HTTPException) as error:
            raise _PassingError(f"no answer ({error})") from error
        return data, url
    raise SourceError(f"{symbol}: more than {_HOPS} redirects")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Redirects are looked at before they are followed."""

    def redirect_request(self, *_: Any, **__: Any) -> None:  # noqa: ANN401
        """Follow none."""


def _open(url: str, deadline: float) -> IO[bytes]:
    request = urllib.request.Request(url, headers={"User-Agent": "unodc-report"})  # noqa: S310
    answer: IO[bytes] = urllib.request.build_opener(_NoRedirect).open(request, timeout=_left(deadline))
    return answer


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _PassingError("time-out")
    return left


def _body(symbol: str, answer: Any, deadline: float, limit: int) -> bytes:  # noqa: ANN401  # http.client.HTTPResponse
    """The body of an answer, read until its end, the limit or the deadline."""
    stated = answer.headers.get("Content-Length", "")
    if stated.isdecimal() and int(stated) > limit:
        raise LimitError(f"{symbol}: {stated} bytes, more than the limit of {limit}")
    parts: list[bytes] = []
    size = 0
    while chunk := answer.read1(_CHUNK):
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            raise LimitError(f"{symbol}: more than the limit of {limit} bytes")
        _left(deadline)
    if stated.isdecimal() and size < int(stated):
        raise _PassingError(f"cut off after {size} of {stated} bytes")
    return b"".join(parts)


def _check_kind(data: bytes, form: str) -> None:
    if form == "pdf" and data[:1024].find(b"%PDF-") >= 0:
        return
    if form == "docx" and data.startswith(b"PK\x03\x04"):
        return
    if form == "docx" and data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError("the service has this document only as an old Word file (.doc), which cannot be read here; try the PDF")
    head = data[:2048].lower()
    what = "a page of HTML" if b"<html" in head or b"<!doctype" in head else f"{len(data)} bytes of something else"
    raise _PassingError(f"the answer is {what}, not {form}")


def _next(url: str, location: str | None, host: str) -> str:
    """Where a redirect leads: on the same host, or one of un.org."""
    target = urllib.parse.urljoin(url, location or "")
    parts = urllib.parse.urlsplit(target)
    name = parts.hostname or ""
    if not location or parts.scheme not in ("http", "https") or not (name in {host, "un.org"} or name.endswith(".un.org")):
        raise SourceError(f"a redirect to another host is not followed: {target[:120]}")
    if parts.scheme == "http" and url.startswith("https:"):
        target = "https" + target[4:]
    return urllib.parse.quote(target, safe="%/:=&?~#+!$,;'@()*[]")


def _lowered(url: str) -> str:
    parts = urllib.parse.urlsplit(url)
    return urllib.parse.urlunsplit(parts._replace(path=parts.path.lower()))


def _refusal(symbol: str, error: urllib.error.HTTPError) -> Exception:
    if error.code in _AGAIN:
        wait = error.headers.get("Retry-After", "")
        return _PassingError(f"status {error.code}", float(wait) if wait.isdecimal() and len(wait) < 6 else 0.0)
    return SourceError(f"{symbol}: no such document there (status {error.code})")


def _check_language(symbol: str, language: str, data: bytes) -> bool:
    """Whether the text was seen to be in the script of the language.

    Raises:
        SourceError: it is in another one.
    """
    script = _SCRIPTS.get(language)
    if script is None:
        return False
    from unodc_report.sources.reading import read_source

    try:
        text = read_source(data).text[:20_000]
    except UnodcReportError:
        return False  # too large to be read, scanned, or the reader is not installed
    own, latin = len(script.findall(text)), len(_LATIN.findall(text))
    if own < 0.2 * latin:
        raise SourceError(f"{symbol}: there is no version in {language}: the service gave one in another language")
    return True


def _cached(symbol: str, language: str, form: str, cache: str | os.PathLike[str] | None) -> Path | None:
    name = re.sub(r"[^A-Za-z0-9.\-()]", "_", symbol)
    return Path(cache) / f"{name}.{language}.{form}" if cache is not None else None


def _save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as part:
            part.write_bytes(data)
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror or error})") from error
