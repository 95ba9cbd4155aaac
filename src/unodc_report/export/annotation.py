"""Mentions as annotations in the forms that annotation tools exchange.

* W3C Web Annotation (https://www.w3.org/TR/annotation-model/), JSON-LD: `web_annotations`
* Label Studio tasks with predictions (https://labelstud.io/guide/predictions): `label_studio_task`
* a spaCy `Doc` whose tokens are characters and whose mentions are a span group: `spacy_doc`

All select from the clean text of the report, `report.text`, in Unicode code points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from unodc_report import __version__
from unodc_report.errors import needing

if TYPE_CHECKING:
    from unodc_report.models.mentions import Mention
    from unodc_report.report import Report

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_MARGIN: Final = 32  # characters of prefix and suffix
_LABEL: Final = "type"
_TEXT: Final = "text"


def web_annotations(report: Report, source: str | None = None) -> dict[str, Any]:
    """The mentions as an annotation collection with one page, in JSON-LD.

    Each annotation has two bodies, the type as a tag and the normal form as data (the fields of `Mention.row`), and a target
    that selects by position in the clean text and, so that it holds in other copies, by the words with those around them.

    Args:
        report: what was read.
        source: address of the text that is annotated; by default the report's address, made of its symbol, else its name.

    >>> from unodc_report import parse
    >>> page = web_annotations(parse("1. 见 www.unodc.org。"))["first"]
    >>> page["items"][0]["target"]["selector"][1]["exact"], page["items"][0]["body"][0]["value"]
    ('www.unodc.org', 'url')
    """
    target = source or _source(report)
    name = f"{target}#mentions"
    page = {"id": f"{name}-1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    items = [_annotation(report, mention, target, number) for number, mention in enumerate(report.mentions, 1)]
    return {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "total": len(items), "first": page | {"items": items}}


def label_studio_task(report: Report) -> dict[str, Any]:
    """The report as a task of Label Studio, its mentions as a prediction: import a JSON list of these.

    `label_studio_config` is the labelling interface that goes with it. The normal form of a mention stands in the `meta` of its region.

    >>> from unodc_report import parse
    >>> task = label_studio_task(parse("1. 见 www.unodc.org。"))
    >>> region = task["predictions"][0]["result"][0]
    >>> task["data"]["text"][region["value"]["start"] : region["value"]["end"]], region["value"]["labels"]
    ('www.unodc.org', ['url'])
    """
    result = [
        {
            "id": f"m{number}",
            "from_name": _LABEL,
            "to_name": _TEXT,
            "type": "labels",
            "value": {"start": mention.start, "end": mention.end, "text": mention.text, "labels": [mention.type]},
            "meta": {"text": [f"{name}: {value}" for name, value in _normal_form(mention).items() if value not in (None, [])]},
        }
        for number, mention in enumerate(report.mentions, 1)
    ]
    data = {"text": report.text, "name": report.name, "symbol": report.metadata.symbol}
    return {"data": data, "predictions": [{"model_version": f"unodc-report {__version__}", "result": result}]}


def label_studio_config() -> str:
    """The labelling interface of Label Studio with all types of mention.

    >>> label_studio_config().splitlines()[1].strip()
    '<Text name="text" value="$text"/>'
    """
    from unodc_report.models.mentions import MENTION_TYPES

    labels = "\n".join(f'    <Label value="{kind}"/>' for kind in MENTION_TYPES)
    return f'<View>\n  <Text name="{_TEXT}" value="$text"/>\n  <Labels name="{_LABEL}" toName="{_TEXT}">\n{labels}\n  </Labels>\n</View>\n'


def spacy_doc(report: Report, nlp: Any = None) -> Any:  # noqa: ANN401  # spaCy's own types
    """The report as a spaCy `Doc`, its mentions as the span group `mentions`, which may overlap (`spans`, not `ents`).

    A token is a character: no mention begins or ends inside one. The type is the span's label, the normal form its `id` as JSON.

    Args:
        report: what was read.
        nlp: a spaCy pipeline whose vocabulary is used; a blank Chinese one by default.

    Raises:
        MissingExtraError: spaCy is not installed.
    """
    import json

    with needing("spacy", "a spaCy document"):
        import spacy
        from spacy.tokens import Doc, Span
    vocab = (nlp or spacy.blank("zh")).vocab
    doc = Doc(vocab, words=list(report.text), spaces=[False] * len(report.text))
    doc.spans["mentions"] = [
        Span(doc, mention.start, mention.end, label=mention.type, span_id=json.dumps(_normal_form(mention), ensure_ascii=False))
        for mention in report.mentions
    ]
    return doc


def _annotation(report: Report, mention: Mention, source: str, number: int) -> dict[str, Any]:
    text, (start, end) = report.text, mention.span
    quoted = {
        "type": "TextQuoteSelector",
        "exact": mention.text,
        "prefix": text[max(0, start - _MARGIN) : start],
        "suffix": text[end : end + _MARGIN],
    }
    form = {"type": "Dataset", "format": "application/json", "purpose": "identifying", "value": _normal_form(mention)}
    return {
        "id": f"{source}#mention-{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": mention.type}, form],
        "target": {"source": source, "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quoted]},
    }


def _normal_form(mention: Mention) -> dict[str, Any]:
    row = mention.row()
    return {name: row[name] for name in mention.FIELDS}


def _source(report: Report) -> str:
    if report.metadata.symbol:
        return f"https://docs.un.org/zh/{quote(report.metadata.symbol)}"
    return f"urn:unodc-report:{quote(report.name or 'report')}"
