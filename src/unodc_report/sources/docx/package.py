"""The parts of a Word file: a ZIP archive of XML, read with limits, without entities and without the network."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import Any, Final

from unodc_report.errors import LimitError, MissingReaderError, SourceError, UnodcReportError, needing

_DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    ValueError, OverflowError, EOFError, NotImplementedError, OSError, RuntimeError, MemoryError, IndexError, KeyError,
)  # fmt: skip
"""What `zipfile` raises on archives whose offsets, sizes or names are wrong."""
_MEMBERS: Final = 20_000
_RATIO: Final = 400  # a part that unpacks to more than this many times its size is a bomb


class Package:
    """Opens a Word file and parses parts of it.

    Raises:
        SourceError: it is damaged, no Word document, or lxml is not installed (`MissingReaderError`).
        LimitError: what it unpacks to is larger than `limit` bytes.
    """

    def __init__(self, shown: str, data: bytes, limit: int) -> None:
        with needing("docx", f"{shown}: this is a Word document; reading it", MissingReaderError):
            from lxml import etree
        self._shown, self._left, self._etree = shown, limit, etree
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = set(self._archive.namelist())
        except _DAMAGE as error:
            raise SourceError(f"{shown}: a damaged ZIP archive ({error}); accepted: PDF, Word (.docx), HTML or text") from None
        if len(self.names) > _MEMBERS:
            raise LimitError(f"{shown}: an archive of {len(self.names)} files")
        if "word/document.xml" not in self.names:
            known = {"xl/workbook.xml": "a spreadsheet", "ppt/presentation.xml": "a presentation"}
            other = next((what for name, what in known.items() if name in self.names), "a ZIP archive")
            raise SourceError(f"{shown}: this is {other}, no Word document; accepted: PDF, Word (.docx), HTML or text")

    def parse(self, name: str) -> Any | None:  # noqa: ANN401  # an lxml element
        """The root element of a part, None where the file has no such part."""
        if name not in self.names:
            return None
        data = self._unpack(name)
        etree = self._etree
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise SourceError(f"{self._shown}: damaged: {name} is no XML ({str(error)[:120]})") from None
        if root.getroottree().docinfo.doctype:
            raise SourceError(f"{self._shown}: refused: {name} declares entities, which no Word document does")
        return root

    def _unpack(self, name: str) -> bytes:
        try:
            info = self._archive.getinfo(name)
            if info.flag_bits & 1:
                raise SourceError(f"{self._shown}: an encrypted archive")
            if info.file_size > _RATIO * max(info.compress_size, 4096):
                raise LimitError(f"{self._shown}: {name} unpacks to {info.file_size} bytes from {info.compress_size}: refused")
            with self._archive.open(info) as part:
                data = part.read(self._left + 1)
        except UnodcReportError:
            raise
        except _DAMAGE as error:
            raise SourceError(f"{self._shown}: damaged: {name} cannot be unpacked ({error})") from None
        self._left -= len(data)
        if self._left < 0:
            raise LimitError(f"{self._shown}: unpacks to more than the limit")
        return data
