"""PDF files, through PDFium: characters with their places, in reading order, and what stands apart from the text.

PDFium is not thread-safe: read PDFs in several processes, not in several threads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from unodc_report.errors import LimitError, MissingReaderError, SourceError, needing
from unodc_report.sources.pdf.cycles import is_endless
from unodc_report.sources.source import Source

if TYPE_CHECKING:
    from unodc_report.sources.pdf.arrange import Page
    from unodc_report.sources.pdf.characters import PageCharacters
    from unodc_report.sources.pdf.graphics import Graphics

_SYMBOL: Final = re.compile(r"(?<![A-Za-z/.])(?:[A-Z][A-Z0-9]{0,6})(?:/[A-Za-z0-9.\-()\[\]]+){1,6}")
_SAMPLE: Final = 12  # pages looked at for the size of the text


def read_pdf(name: str | None, data: bytes, *, password: str | None, max_pages: int, max_characters: int) -> Source:
    """The source of a PDF.

    Raises:
        SourceError: it is damaged, encrypted without the right password, or all its pages are pictures.
        LimitError: it has more pages or characters than allowed.
    """
    shown = name or "the input"
    document, raw = _open(shown, data, password)
    try:
        count = len(document)
        if count > max_pages:
            raise LimitError(f"{shown}: {count} pages, more than the limit of {max_pages}")
        if not count:
            raise SourceError(f"{shown}: a PDF without pages")
        return _read(shown, name, document, raw, max_characters)
    finally:
        document.close()


def _open(shown: str, data: bytes, password: str | None) -> tuple[Any, Any]:
    with needing("pdf", f"{shown}: this is a PDF; reading it", MissingReaderError):
        import pypdfium2
        from pypdfium2 import raw
    if is_endless(data, password):
        raise SourceError(f"{shown}: refused: a PDF whose drawings hold themselves, with which PDFium does not come to an end")
    try:
        return pypdfium2.PdfDocument(data, password=password), raw
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            given = "encrypted, and the password given is not its own"
            what = given if password else "encrypted: give its password"
            raise SourceError(f"{shown}: this PDF is {what}") from None
        raise SourceError(f"{shown}: a damaged PDF, which PDFium cannot open") from None


def _read(shown: str, name: str | None, document: Any, raw: Any, max_characters: int) -> Source:  # noqa: ANN401
    from unodc_report.sources.pdf.blocks import find_setting
    from unodc_report.sources.pdf.text import write

    notes: list[str] = []
    pages = list(_pages(shown, document, raw, max_characters, notes))
    scanned = [number for number, page in enumerate(pages, 1) if page.scanned]
    if not any(page.flow or page.exhibits for page in pages):
        pictures = "its pages are pictures without a text layer (scanned); recognise the text first (OCR)"
        what = pictures if scanned else "its pages hold no text"
        raise SourceError(f"{shown}: no text in this PDF: {what}")
    if scanned:
        notes.append(f"scanned, without a text layer: page{'s' if len(scanned) > 1 else ''} {', '.join(map(str, scanned))}")
    for number, page in enumerate(pages, 1):
        if page.unmapped:
            what = "character" if page.unmapped == 1 else "characters"
            notes.append(f"page {number}: {page.unmapped} {what} that the file does not map to Unicode, shown as U+FFFD")
    text, hints, page_map = write(pages, find_setting([page.flow for page in pages]))
    return Source(name, text, "", "pdf", hints, page_map, _symbol(document), notes=tuple(notes))


def _pages(shown: str, document: Any, raw: Any, max_characters: int, notes: list[str]) -> list[Page]:  # noqa: ANN401
    from unodc_report.sources.pdf.characters import PageCharacters, Reader
    from unodc_report.sources.pdf.graphics import Graphics, read_graphics

    reader = Reader(raw)
    read: list[tuple[PageCharacters, Graphics]] = []
    pages: list[Page] = []
    total = 0
    body = 0.0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except Exception as error:  # noqa: BLE001  # pypdfium2 raises several; the other pages are read all the same
            notes.append(f"page {number}: cannot be read ({type(error).__name__})")
            read.append((PageCharacters(0.0, 0.0), Graphics()))
            continue
        try:
            characters = reader.read(page, max_characters - total)
            total += characters.count
            if total > max_characters:
                raise LimitError(f"{shown}: more than the limit of {max_characters} characters (reached on page {number})")
            read.append((characters, read_graphics(raw, page)))
        finally:
            page.close()
        if number == _SAMPLE:
            body = _body_size(read)
            _arrange(read, body, pages)
        elif number > _SAMPLE:
            _arrange(read, body, pages)
    _arrange(read, body or _body_size(read), pages)
    return pages


def _arrange(read: list[tuple[PageCharacters, Graphics]], body: float, pages: list[Page]) -> None:
    """Take the pages read so far apart."""
    from unodc_report.sources.pdf.arrange import arrange

    for each in read:
        pages.append(arrange(*each, len(pages) + 1, body, summary=bool(pages) and pages[-1].summary))
    read.clear()


def _body_size(read: list[tuple[PageCharacters, Any]]) -> float:
    sizes: dict[float, int] = {}
    for characters, _ in read:
        for run in characters.runs:
            size = round(run.size * 2) / 2
            sizes[size] = sizes.get(size, 0) + len(run.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _symbol(document: Any) -> str | None:  # noqa: ANN401
    """A document symbol among the properties of the file."""
    for key in ("Title", "Subject", "Keywords"):
        match = _SYMBOL.search(document.get_metadata_value(key) or "")
        if match and any(c.isdigit() for c in match[0]):
            return match[0].rstrip(".-(")
    return None
