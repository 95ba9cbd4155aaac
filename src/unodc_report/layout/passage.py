"""A passage by itself, without layout or structure: one block, white space tidied."""

from __future__ import annotations

from unodc_report.chinese.characters import fold, well_formed
from unodc_report.layout.writer import Writer
from unodc_report.models.document import Block, Document


def read_passage(text: str) -> Document:
    """The passage as a document of one block without an id.

    >>> read_passage("2020 年缉获 106 吨可卡因").text
    '2020年缉获106吨可卡因'
    """
    text = well_formed(text)
    writer = Writer(text)
    writer.copy(0, len(text))
    clean = writer.text()
    block = Block.trusted({
        "id": "", "kind": "text", "start": 0, "end": len(clean), "text": clean, "printed": clean, "paragraph": "",
        "segments": ((0, len(text)),),
    })  # fmt: skip
    return Document(clean, fold(clean), (block,), writer.source_map(), writer.removals(), whole=False)
