"""Which reader a file wants, by what it holds and not by its name."""

from __future__ import annotations

import os
from typing import IO, Final

from unodc_report.sources.limits import MAX_BYTES, MAX_CHARACTERS, MAX_PAGES
from unodc_report.sources.source import Source
from unodc_report.sources.text import load, read_text

_PDF_HEAD: Final = 1024  # bytes that may stand before the mark of a PDF
_BEFORE_TAG: Final = b"\xef\xbb\xbf \t\r\n"


def read_source(
    source: str | os.PathLike[str] | bytes | IO[bytes],
    *,
    password: str | None = None,
    max_bytes: int = MAX_BYTES,
    max_pages: int = MAX_PAGES,
    max_characters: int = MAX_CHARACTERS,
) -> Source:
    """What a file holds: a path, the bytes themselves, or a file open for reading bytes; PDF, Word, HTML or text.

    Raises:
        SourceError: it cannot be read; one line says what was found and what would be accepted.
        LimitError: it is larger than `max_bytes`, has more than `max_pages`, or holds more than `max_characters`.

    >>> read_source("缉获 106 吨".encode("gb18030")).encoding
    'gb18030'
    """
    name, data = load(source, max_bytes)
    if b"%PDF-" in data[:_PDF_HEAD]:
        from unodc_report.sources.pdf import read_pdf

        return read_pdf(name, data, password=password, max_pages=max_pages, max_characters=max_characters)
    if data.startswith(b"PK\x03\x04"):
        from unodc_report.sources.docx import read_docx

        return read_docx(name, data, max_bytes=max_bytes, max_characters=max_characters)
    if data.lstrip(_BEFORE_TAG)[:1] == b"<" or data.startswith((b"\xff\xfe<", b"\xfe\xff\x00<")):
        from unodc_report.sources.html import is_html, read_html

        if is_html(data):
            return read_html(name, data, max_characters)
    return read_text(name, data, max_characters)
