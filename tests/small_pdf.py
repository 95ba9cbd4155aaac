"""Writes small PDFs by hand: what a typesetter would never make, a test may need."""

from __future__ import annotations

from typing import Final

HELVETICA: Final = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A file of these objects, numbered from 1, without a cross-reference table: readers rebuild it."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, 1))
    return b"%%PDF-1.7\n%strailer<</Root %d 0 R>>\n%%%%EOF\n" % (body, root)


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(content), content)


def page(content: bytes, resources: bytes = b"", more: bytes = b"") -> bytes:
    """A file of one page with one font, /F1."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 %s>>%s>>%s>>" % (HELVETICA, resources, more),
        stream(content),
    )


def lines(*texts: str) -> bytes:
    """A content stream that prints lines of Latin text."""
    shown = b"".join(b"(%s) Tj 0 -16 Td " % text.encode("latin-1") for text in texts)
    return b"BT /F1 11 Tf 72 700 Td " + shown + b"ET"
