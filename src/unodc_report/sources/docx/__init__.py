"""Word files (.docx, ECMA-376): the text as Word shows it, with what the file knows of its paragraphs, notes and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from unodc_report.errors import LimitError, SourceError
from unodc_report.sources.captions import MASTHEAD
from unodc_report.sources.docx.body import Body, read_styles
from unodc_report.sources.docx.numbering import W, read_numbering
from unodc_report.sources.docx.package import Package
from unodc_report.sources.flow import Flow, Para, Table
from unodc_report.sources.source import Source

if TYPE_CHECKING:
    from unodc_report.sources.flow import Item

_SYMBOL: Final = re.compile(r"(?<![A-Za-z/.])[A-Z][A-Z0-9]{0,6}(?:/[A-Za-z0-9.\-()\[\]]{1,20}){1,6}")
_JOB: Final = re.compile(r"(?<![A-Za-z0-9])(?:(?:V|GE|K|N|BKK|LC|ESCAP|HS|ID|NY|VIE)\.\s?)?[0-9]{2}-[0-9]{5}(?![0-9])")
_FRONT: Final = 15
_UNPACKED: Final = 4  # an archive may unpack to this many times the limit of bytes


def read_docx(name: str | None, data: bytes, *, max_bytes: int, max_characters: int) -> Source:
    """The source of a Word file.

    Raises:
        SourceError: it is damaged, no Word document, or holds no text.
        LimitError: it unpacks to more than four times `max_bytes`, or holds more than `max_characters`.
    """
    shown = name or "the input"
    package = Package(shown, data, _UNPACKED * max_bytes)
    document = package.parse("word/document.xml")
    content = document.find(W + "body") if document is not None else None
    if content is None:
        raise SourceError(f"{shown}: a Word document without a body")
    numbering, styles = read_numbering(package.parse("word/numbering.xml")), read_styles(package.parse("word/styles.xml"))
    body = Body(numbering, styles, _notes(package), _forms(package, content))
    items = list(body.items(content))
    headers, footers = _running(package, "header"), _running(package, "footer")
    if not any(_is_masthead(item) for item in items[:_FRONT]):
        items[:0] = next((header for header in headers if any(_is_masthead(item) for item in header)), [])
    text, hints = Flow().write(items, body.notes)
    if not text.strip():
        raise SourceError(f"{shown}: no text in this Word document")
    if len(text) > max_characters:
        raise LimitError(f"{shown}: {len(text)} characters, more than the limit of {max_characters}")
    return Source(name, text, "", "docx", hints, symbol=_symbol(package, headers), job=_job(footers))


def _notes(package: Package) -> dict[str, Any]:
    notes = {}
    for kind in ("footnote", "endnote"):
        root = package.parse(f"word/{kind}s.xml")
        for node in root.iter(W + kind) if root is not None else ():
            if node.get(W + "type") in (None, "normal"):
                notes[f"{kind}{node.get(W + 'id')}"] = node
    return notes


def _forms(package: Package, content: Any) -> dict[str, str]:  # noqa: ANN401
    """The number formats of footnotes and endnotes."""
    forms = {"endnote": "lowerRoman"}
    for root in (package.parse("word/settings.xml"), content):
        for kind in ("footnote", "endnote"):
            node = next(root.iter(f"{W}{kind}Pr"), None) if root is not None else None
            form = node.find(W + "numFmt") if node is not None else None
            if form is not None:
                forms[kind] = form.get(W + "val") or forms.get(kind, "decimal")
    return forms


def _running(package: Package, kind: str) -> list[list[Item]]:
    """What the running heads or feet hold, one list a part."""
    found = []
    for part in sorted(name for name in package.names if re.fullmatch(rf"word/{kind}\d*\.xml", name))[:12]:
        root = package.parse(part)
        if root is not None:
            found.append(list(Body(read_numbering(None), {}, {}, {}).items(root)))
    return found


def _texts(item: Item) -> list[str]:
    if isinstance(item, Para):
        return [item.text]
    if isinstance(item, Table):
        return [para.text for row in item.rows for cell in row for para in cell]
    return [para.text for para in item.paras]


def _is_masthead(item: Item) -> bool:
    return any(MASTHEAD.search(text) for text in _texts(item))


def _job(footers: list[list[Item]]) -> str | None:
    """The job number in the running feet."""
    matches = (_JOB.search(text) for footer in footers for item in footer for text in _texts(item))
    return next((match[0] for match in matches if match), None)


def _symbol(package: Package, headers: list[list[Item]]) -> str | None:
    """A document symbol in the running heads or among the properties of the file."""
    texts = [text for header in headers for item in header for text in _texts(item)]
    core = package.parse("docProps/core.xml")
    if core is not None:
        texts += [node.text or "" for node in core if node.tag.rpartition("}")[2] in ("title", "subject", "keywords")]
    for text in texts:
        match = _SYMBOL.search(text)
        if match and any(c.isdigit() for c in match[0]):
            return match[0].rstrip(".-(")
    return None
