"""Web pages: the text that a reader of the page sees, footnotes at their marks, menus and running heads left out."""

from __future__ import annotations

import codecs
import re
from typing import Final

from unodc_report.errors import LimitError, SourceError
from unodc_report.sources.flow import Flow
from unodc_report.sources.html.body import Body
from unodc_report.sources.html.tokens import tokens
from unodc_report.sources.source import Source
from unodc_report.sources.text import decode

_HEAD: Final = 4096  # bytes in which a page says what it is and how it is encoded
_PAGE: Final = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]|<meta\s", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([a-zA-Z0-9_\-]{2,20})""", re.IGNORECASE)
_NAMES: Final = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252", "utf8": "utf-8"}


def is_html(data: bytes) -> bool:
    """Whether bytes look like a web page.

    >>> is_html(b"<!DOCTYPE html><p>A"), is_html("A/76/122 <b>".encode())
    (True, False)
    """
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) & ~1].decode("utf-16", "ignore").encode()
    return _PAGE.search(head) is not None and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def read_html(name: str | None, data: bytes, max_characters: int) -> Source:
    """The source of a web page.

    Raises:
        SourceError: its encoding is not known, or it holds no text.
        LimitError: it holds more than `max_characters`.
    """
    shown = name or "the input"
    page, encoding, notes = _decode(shown, data)
    if len(page) > 8 * max_characters:
        raise LimitError(f"{shown}: {len(page)} characters, more than the limit of {max_characters}")
    body = Body()
    body.take(tokens(page))
    text, hints = Flow().write(body.items, body.notes, marked=body.marked)
    if not text.strip():
        raise SourceError(f"{shown}: no text in this web page")
    if len(text) > max_characters:
        raise LimitError(f"{shown}: {len(text)} characters, more than the limit of {max_characters}")
    return Source(name, text, encoding, "html", hints, notes=notes)


def _decode(shown: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The characters of a page: by its byte order mark, by what it says itself, else by what fits."""
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        match = _CHARSET.search(data[:_HEAD])
        named = match[1].decode("ascii").lower() if match else ""
        encoding = _NAMES.get(named, named)
        try:
            if encoding and not encoding.startswith("utf-16"):
                return data.decode(encoding), encoding, ()
        except (LookupError, UnicodeDecodeError):
            pass
        if match is not None:
            try:
                return decode(shown, data)
            except SourceError:
                text = data.decode("utf-8", "replace")
                return text, "utf-8", (f"{text.count(chr(0xFFFD))} characters that are no {named}, shown as U+FFFD",)
    return decode(shown, data)
