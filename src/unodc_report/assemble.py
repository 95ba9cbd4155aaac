"""From candidates to the mentions that users see: raw spans, paragraph and section, labels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from unodc_report.data.labels import labels
from unodc_report.models.document import Document
from unodc_report.models.mentions import MENTION_TYPES, Mention
from unodc_report.rules import Candidate


def assemble(document: Document, candidates: Iterable[Candidate]) -> tuple[Mention, ...]:
    """The candidates as frozen mentions, in the order given."""
    starts = [block.start for block in document.blocks]
    mentions = []
    for c in candidates:
        block = document.blocks[bisect_right(starts, c.start) - 1]
        raw_start, raw_end = document.source_map.raw_span(c.start, c.end)
        label_en, label_zh = labels(c.type, c.fields)
        mentions.append(
            MENTION_TYPES[c.type](
                start=c.start,
                end=c.end,
                raw_start=raw_start,
                raw_end=raw_end,
                text=document.text[c.start : c.end],
                paragraph=block.paragraph or None,
                section=block.section,
                rule=c.rule,
                inferred=c.inferred,
                label_en=label_en,
                label_zh=label_zh,
                **c.fields,
            )
        )
    return tuple(mentions)  # type: ignore[arg-type]  # MENTION_TYPES holds the members of the union
