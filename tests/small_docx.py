"""Writes small Word files by hand."""

from __future__ import annotations

import io
import zipfile
from typing import Final

NAMES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; further parts of `word/` by name, whole or as the inside of their root element."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content if content.startswith("<?xml") else f"<w:{name} {NAMES}>{content}</w:{name}>")
    return out.getvalue()


def p(*texts: str, properties: str = "") -> str:
    """A paragraph of runs: plain text, or a run as XML."""
    runs = "".join(text if text.startswith("<w:") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def numbered(number: int, level: int = 0) -> str:
    """The properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def numbering(*levels: str) -> str:
    """One abstract list with these levels, used by the lists 1 and 2."""
    links = "".join(f'<w:num w:numId="{k}"><w:abstractNumId w:val="0"/></w:num>' for k in (1, 2))
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{links}'
