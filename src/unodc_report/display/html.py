"""A report as one self-contained HTML page: its text with the mentions marked, what each is, tables of figures and countries.

The page asks nothing of any network, and its own policy forbids it. Whatever comes from the report is text, never markup. The
document is whole without scripts; they add switches, search and the panel. The page's frame, style and script are the files in
`viewer/`.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Any, Final

from unodc_report import __version__
from unodc_report.display.document import document, label_length
from unodc_report.display.tables import countries, documents, figures
from unodc_report.display.values import TYPE_NAMES, fields, link, normal_form, slots

if TYPE_CHECKING:
    from unodc_report.models.document import Block
    from unodc_report.models.mentions import Mention
    from unodc_report.models.observations import Observation
    from unodc_report.report import Report, Section

_OWN: Final = re.compile(r"(?:上文|下文|本报告|本说明)\Z")
_PARAGRAPH: Final = re.compile(r"para:(\d+)")
_PLACE: Final = re.compile(r"\{\{(\w+)\}\}")
_ABOUT: Final = (
    "symbol", "body", "session", "agenda_item", "date", "author", "distribution", "language", "original_language", "job_number",
)  # fmt: skip


def page(report: Report) -> str:
    """The whole page, as text to be saved in UTF-8.

    >>> from unodc_report import parse
    >>> html = page(parse("1. 2020 年缉获 106 吨<b>可卡因</b>。"))
    >>> html.startswith("<!doctype html>"), "<b>" in html, "&lt;b&gt;" in html
    (True, False, True)
    """
    assets = files("unodc_report.display") / "viewer"
    style, script = ((assets / name).read_text(encoding="utf-8") for name in ("viewer.css", "viewer.js"))
    parts = {
        "title": escape(_title(report)),
        "symbol": escape(report.metadata.symbol or _file_name(report)),
        "version": escape(__version__),
        "style": style,
        "style_hash": _hash(style),
        "script": script,
        "script_hash": _hash(script),
        "switches": _switches(report),
        "outline": _outline(report.sections),
        "about": _about(report),
        "document": document(report),
        "figures": figures(report),
        "countries": countries(report),
        "documents": documents(report),
        "data": _data(report),
    }
    frame = (assets / "page.html").read_text(encoding="utf-8")
    whole = _PLACE.sub(lambda place: parts[place[1]], frame)  # in one pass, so that a place-holder inside a report's own text is not filled
    return whole.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def write_page(report: Report, stream: IO[str], _file: str | None = None) -> None:
    """Write the page to a stream that wants UTF-8."""
    stream.write(page(report))


def _title(report: Report) -> str:
    titles = "：".join(block.text for block in report.blocks if block.kind == "title")
    return report.metadata.title or titles or report.metadata.symbol or _file_name(report) or "Report"


def _file_name(report: Report) -> str:
    """The file's name without its folders: the page may be passed on, and they say how its maker's disk is arranged."""
    return re.split(r"[/\\]", report.name or "")[-1]


def _hash(content: str) -> str:
    """The hash of a script or style as the content security policy names it: the browser runs nothing else."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def _switches(report: Report) -> str:
    counts: Counter[str] = Counter(mention.type for mention in report.mentions)
    return "".join(
        f'<li><label class="switch {kind}"><input type="checkbox" checked value="{kind}"><span class="swatch"></span>'
        f'<span class="name">{english} <span lang="zh-Hans">{chinese}</span></span><span class="count">{counts[kind]:,}</span></label></li>'
        for kind, (english, chinese) in TYPE_NAMES.items()
        if counts[kind]
    )


def _outline(sections: tuple[Section, ...]) -> str:
    if not sections:
        return ""
    entries = (
        f'<li><a href="#{_anchor(section.heading.id)}">{_heading(section.heading)}</a>{_outline(section.sections)}</li>'
        for section in sections
    )
    return f"<ol>{''.join(entries)}</ol>"


def _heading(block: Block) -> str:
    cut = label_length(block)
    return escape(f"{block.text[:cut].strip()} {block.text[cut:]}".strip())


def _anchor(block: str) -> str:
    return escape(f"p-{block}")


def _about(report: Report) -> str:
    known = [(name, getattr(report.metadata, name)) for name in _ABOUT if getattr(report.metadata, name)]
    sizes = [("paragraphs", len(report.paragraphs)), ("mentions", len(report.mentions)), ("characters", len(report.text))]
    lines = [*known, *((name, f"{size:,}") for name, size in sizes)]
    rows = "".join(f"<dt data-w>{escape(name.replace('_', ' '))}</dt><dd>{escape(value)}</dd>" for name, value in lines)
    notes = "".join(f"<li>{escape(note)}</li>" for note in report.notes)
    return f"<dl>{rows}</dl>" + (f"<h3 data-w>Not decided</h3><ul>{notes}</ul>" if notes else "")


def _data(report: Report) -> str:
    """What the panel shows, as JSON that cannot end the element that holds it."""
    observed = {observation.quantity.start: observation for observation in report.observations}
    patterns: dict[str, str | None] = {}
    for mention in report.mentions:
        if mention.rule not in patterns:
            patterns[mention.rule] = report.explain(mention).pattern
    content = {
        "types": {kind: names[0] for kind, names in TYPE_NAMES.items()},
        "words": _chinese(),
        "mentions": [_entry(report, mention, observed.get(mention.start)) for mention in report.mentions],
        "patterns": {rule: pattern for rule, pattern in patterns.items() if pattern is not None},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _chinese() -> dict[str, str]:
    """The page's own words in Chinese, by the English ones."""
    words: dict[str, str] = json.loads((files("unodc_report.display") / "viewer" / "chinese.json").read_text(encoding="utf-8"))
    return dict(TYPE_NAMES.values()) | words


def _entry(report: Report, mention: Mention, observed: Observation | None) -> dict[str, Any]:
    observation = observed if mention.type == "quantity" else None
    entry = {
        "type": mention.type,
        "text": mention.text,
        "normal": normal_form(mention),
        "paragraph": mention.paragraph,
        "labels": list(filter(None, dict.fromkeys((mention.label_en, mention.label_zh)))),
        "fields": list(fields(mention)),
        "slots": list(slots(observation)) if observation is not None else [],
        "inferred": list(dict.fromkeys((*mention.inferred, *(observation.inferred if observation is not None else ())))),
        "rule": mention.rule,
        "link": link(mention),
        "target": _target(report, mention),
        "page": mention.page,
        "span": [mention.raw_start, mention.raw_end],
    }
    return {name: value for name, value in entry.items() if value not in (None, "")}


def _target(report: Report, mention: Mention) -> str | None:
    """The paragraph of this report that a reference names, None where it may be another document's (该决议第10段)."""
    found = _PARAGRAPH.match(mention.target) if mention.type == "reference" else None
    if found is None or not _OWN.search(report.text, max(0, mention.start - 3), mention.start):
        return None
    return found[1]
