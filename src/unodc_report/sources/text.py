"""Text files: which encoding, and what is no text at all.

UTF-8 with or without its mark, UTF-16 with its mark or plainly so without, and GB18030 (which holds GB 2312 and GBK) where
the characters are such as Chinese text is made of. The text is kept exactly as decoded; a byte order mark is no character of it.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
from pathlib import Path
from typing import IO, Final

from unodc_report.errors import LimitError, SourceError
from unodc_report.sources.source import Source

_ACCEPTED: Final = "accepted: PDF, Word (.docx), HTML, or text in UTF-8, UTF-16 or GB18030"
_CONTAINERS: Final = (
    (b"PK\x03\x04", "a Word document or another ZIP archive"), (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"), (b"{\\rtf", "an RTF document"), (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
)  # fmt: skip
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PLAIN: Final = re.compile(
    r"[\t\n\v\f\r\x20-\x7e\x85\xa0-\xff\u2010-\u2060\u2160-\u217f\u2460-\u24ff\u2500-\u257f\u25a0-\u25ff\u3000-\u303f\u4e00-\u9fff\uff01-\uff65\uffe0-\uffe6]+"
)


def load(source: str | os.PathLike[str] | bytes | IO[bytes], limit: int) -> tuple[str | None, bytes]:
    """The name and the bytes of a file: a path, the bytes themselves, or a file open for reading bytes.

    Raises:
        SourceError: it cannot be read, or is empty.
        LimitError: it is larger than `limit`.
    """
    name, data = _load(source, limit)
    shown = name or "the input"
    if len(data) > limit:
        raise LimitError(f"{shown}: more than the limit of {limit} bytes")
    if not data:
        raise SourceError(f"{shown}: empty; {_ACCEPTED}")
    return name, data


def read_text(name: str | None, data: bytes, max_characters: int) -> Source:
    """The text of a file.

    Raises:
        SourceError: it cannot be read as text; one line says what was found and what would be accepted.
        LimitError: it holds more than `max_characters`.

    >>> read_text(None, "缉获 106 吨".encode("gb18030"), 100).encoding
    'gb18030'
    """
    shown = name or "the input"
    for magic, what in _CONTAINERS:
        if data.startswith(magic):
            raise SourceError(f"{shown}: this is {what}; {_ACCEPTED}")
    text, encoding = decode(shown, data)
    if len(text) > max_characters:
        raise LimitError(f"{shown}: {len(text)} characters, more than the limit of {max_characters}")
    return Source(name, text, encoding)


def _load(source: str | os.PathLike[str] | bytes | IO[bytes], limit: int) -> tuple[str | None, bytes]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return None, bytes(source)
    if isinstance(source, (str, os.PathLike)):
        return _load_path(source, limit)
    name = getattr(source, "name", None)
    name = name if isinstance(name, str) else None
    shown = name or "the input"
    try:
        data = source.read(limit + 1)
    except (OSError, ValueError, AttributeError) as error:
        raise SourceError(f"{shown}: cannot be read ({error}); accepted: a path, bytes, or a file open for reading bytes") from error
    if not isinstance(data, bytes):
        raise SourceError(f"{shown}: a file open for reading {type(data).__name__}; accepted: a file open for reading bytes (mode 'rb')")
    return name, data


def _load_path(source: str | os.PathLike[str], limit: int) -> tuple[str, bytes]:
    name = os.fspath(source)
    if not isinstance(name, str):
        name = os.fsdecode(name)
    try:
        with Path(name).open("rb") as file:
            return name, file.read(limit + 1)
    except IsADirectoryError:
        raise SourceError(f"{_short(name)}: a folder; accepted: one file of text") from None
    except FileNotFoundError:
        raise SourceError(f"{_short(name)}: no such file; for the text itself use parse()") from None
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            raise SourceError(f"{_short(name)}: no such file; for the text itself use parse()") from None
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{_short(name)}: cannot be read ({reason})") from error


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= 200 else line[:200] + "…"


def decode(shown: str, data: bytes) -> tuple[str, str]:
    """The characters of a text file and its encoding.

    Raises:
        SourceError: no known encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark) and not data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
            return _strictly(shown, data[len(mark) :], encoding), encoding
    if b"\0" in data:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _try(data, encoding)
            if text is not None and _share(_PLAIN, text) > 0.98:
                return text, encoding
        raise SourceError(f"{shown}: a binary file (it holds NUL bytes); {_ACCEPTED}")
    text = _try(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        text = _try(data, encoding)
        if text is not None and _is_chinese(text):
            return text, encoding
    raise SourceError(f"{shown}: no text in a known encoding; tried UTF-8, GB18030 and UTF-16, which would be accepted")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strictly(shown: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"damaged {encoding.upper()} (its mark says so, but byte {error.start} does not fit)"
        raise SourceError(f"{shown}: {found}; {_ACCEPTED}") from error
    if not text:
        raise SourceError(f"{shown}: empty but for a byte order mark; {_ACCEPTED}")
    return text


def _share(pattern: re.Pattern[str], text: str) -> float:
    sample = text[:200_000]
    return sum(len(run) for run in pattern.findall(sample)) / max(1, len(sample))


def _is_chinese(text: str) -> bool:
    """Whether decoded characters are such as Chinese text is made of: nearly all plain, and nearly all of the commoner half of GB 2312."""
    if _share(_PLAIN, text) < 0.98:
        return False
    han = "".join(c for c in text[:50_000] if "\u4e00" <= c <= "\u9fff").encode("gb2312", "ignore")
    count = sum("\u4e00" <= c <= "\u9fff" for c in text[:50_000])
    return sum(lead < 0xD8 for lead in han[::2]) >= 0.8 * count
