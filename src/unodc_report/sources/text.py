"""Text files: which encoding, and what is no text at all.

UTF-8 with or without its mark, UTF-16 with its mark or plainly so without, and GB18030 (which holds GB 2312 and GBK) where
the characters are such as Chinese text is made of. The text is kept exactly as decoded; a byte order mark is no character of it.
UTF-8 that is damaged in a few places, or cut off inside a character, is read with U+FFFD in them, and a note says where.
"""

from __future__ import annotations

import codecs
import errno
import os
from pathlib import Path
from typing import IO, Final

from unodc_report.errors import LimitError, SourceError
from unodc_report.patterns import lazy
from unodc_report.sources.source import Source

_ACCEPTED: Final = "accepted: PDF, Word (.docx), HTML, or text in UTF-8, UTF-16 or GB18030"
_CONTAINERS: Final = (
    (b"PK\x03\x04", "a Word document or another ZIP archive"), (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"), (b"{\\rtf", "an RTF document"), (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
)  # fmt: skip
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PLAIN: Final = lazy(
    r"[\t\n\v\f\r\x20-\x7e\x85\xa0-\xff\u2010-\u2060\u2160-\u217f\u2460-\u24ff\u2500-\u257f\u25a0-\u25ff\u3000-\u303f\u4e00-\u9fff\uff01-\uff65\uffe0-\uffe6]+"
)

_SAMPLE: Final = 100_000  # characters looked at to tell what a file is
_NAME: Final = 200  # characters of a name; what is longer, or has lines, is a text that was taken for one
_MISFITS: Final = lazy("\ufffd+")


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
    text, encoding, notes = decode(shown, data)
    if len(text) > max_characters:
        raise LimitError(f"{shown}: {len(text)} characters, more than the limit of {max_characters}")
    return Source(name, text, encoding, notes=notes)


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
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOENT, errno.ENAMETOOLONG):
            otherwise = "; for the text itself use parse()" if len(name) > _NAME or "\n" in name else ""
            raise SourceError(f"{_short(name)}: no such file{otherwise}") from None
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{_short(name)}: cannot be read ({reason})") from error


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _NAME else line[:_NAME] + "…"


def decode(shown: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The characters of a text file, its encoding, and notes on what does not fit it.

    Raises:
        SourceError: no known encoding fits.

    >>> decode("a.txt", "缉获 106 吨".encode()[:-1])
    ('缉获 106 \ufffd', 'utf-8', ('damaged UTF-8: 1 place that does not fit, the first at byte 11, shown as U+FFFD',))
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark) and not data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
            return _marked(shown, data, mark, encoding)
    if b"\0" in data:
        return (*_without_mark(shown, data), ())
    text = _try(data, "utf-8")
    if text is not None:
        return text, "utf-8", ()
    text = _try(data, "gb18030")
    if text is not None and _is_chinese(text):
        return text, "gb18030", ()
    mended = _mended(data, 0)
    if mended is not None:
        return mended
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(data, encoding)
        if text is not None and _is_chinese(text):
            return text, encoding, ()
    raise SourceError(f"{shown}: no text in a known encoding; tried UTF-8, GB18030 and UTF-16, which would be accepted ({_damage(data)})")


def _without_mark(shown: str, data: bytes) -> tuple[str, str]:
    """The characters of UTF-16 that holds NUL bytes, as it does where it holds Latin letters or figures."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(data, encoding)
        if text is not None and _odd(text[:_SAMPLE]) < 0.02 * min(len(text), _SAMPLE):
            return text, encoding
    raise SourceError(f"{shown}: a binary file (it holds NUL bytes); {_ACCEPTED}")


def _mended(data: bytes, offset: int) -> tuple[str, str, tuple[str, ...]] | None:
    """UTF-8 with U+FFFD where bytes do not fit, None where that is not seldom: then it is something else.

    `offset` is the place of the data in its file. Characters of three bytes and more count for UTF-8: in other encodings bytes
    seldom fall so by chance, and Chinese is made of them.
    """
    text = data.decode("utf-8", "replace")
    own, sample = data.count("\ufffd".encode()), text[:_SAMPLE]
    misfits = sample.count("\ufffd")
    good = sum(character > "\u07ff" for character in sample) - misfits
    if good < 1 or misfits - own > max(3, good // 10):
        return None
    places = max(1, len(_MISFITS.findall(text)) - own)
    if places > max(1, good // 50):
        return None
    what = "1 place that does" if places == 1 else f"{places} places that do"
    start = _first_misfit(data)
    return text, "utf-8", (f"damaged UTF-8: {what} not fit, the first at byte {start + offset}, shown as U+FFFD",)


def _first_misfit(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _damage(data: bytes) -> str:
    return f"as UTF-8 it is damaged at byte {_first_misfit(data)}"


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _marked(shown: str, data: bytes, mark: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """The characters behind a byte order mark."""
    body = data[len(mark) :]
    if not body:
        raise SourceError(f"{shown}: empty but for a byte order mark; {_ACCEPTED}")
    try:
        return body.decode(encoding), encoding, ()
    except UnicodeDecodeError as error:
        mended = _mended(body, len(mark)) if encoding == "utf-8" else None
        if mended is not None:
            return mended
        found = f"damaged {encoding.upper()} (its mark says so, but byte {error.start + len(mark)} does not fit)"
        raise SourceError(f"{shown}: {found}; {_ACCEPTED}") from error


def _odd(text: str) -> int:
    """How many characters are none that plain text is made of."""
    return len(text) - sum(map(len, _PLAIN.findall(text)))


def _is_chinese(text: str) -> bool:
    """Whether decoded characters are such as Chinese text is made of: nearly all plain, and nearly all of the commoner half of GB 2312.

    One or two others may stand in a short text (a rare character in a name), where there are twice as many Chinese ones.
    """
    sample = text[:_SAMPLE]
    chinese = [c for c in sample if "\u4e00" <= c <= "\u9fff"]
    if _odd(sample) > max(0.02 * len(sample), min(2, len(chinese) // 2)):
        return False
    han = "".join(chinese).encode("gb2312", "ignore")
    return sum(lead < 0xD8 for lead in han[::2]) >= 0.8 * len(chinese)
