"""Annotations in the forms of other tools lead back to the characters of the report."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import unodc_report
from unodc_report.errors import MissingExtraError
from unodc_report.export.annotation import CONTEXT, label_studio_config, label_studio_task, spacy_doc, web_annotations
from unodc_report.models.mentions import MENTION_TYPES
from unodc_report.report import Report


@pytest.fixture(scope="module")
def drugs() -> Report:
    return unodc_report.read(Path(__file__).parent.parent / "fixtures/drugs/report.pdf")


def test_web_annotations_select_their_mentions(drugs: Report) -> None:
    collection = json.loads(json.dumps(web_annotations(drugs)))
    assert collection["@context"] == CONTEXT
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(drugs.mentions)
    assert len({item["id"] for item in items}) == len(items)
    for mention, item in zip(drugs.mentions, items, strict=True):
        position, quoted = item["target"]["selector"]
        assert drugs.text[position["start"] : position["end"]] == quoted["exact"] == mention.text
        assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in drugs.text
        assert item["body"][0]["value"] == mention.type
        assert item["body"][1]["value"] == {name: mention.row()[name] for name in mention.FIELDS}
    assert items[0]["target"]["source"] == "https://docs.un.org/zh/E/CN.7/2023/9"


def test_web_annotations_of_a_text_without_a_symbol() -> None:
    collection = web_annotations(unodc_report.parse("1. 哥伦比亚出席。\n"))
    assert collection["id"] == "urn:unodc-report:report#mentions"
    assert web_annotations(unodc_report.parse("1. 哥伦比亚出席。\n"), "https://example.org/a")["id"] == "https://example.org/a#mentions"


def test_label_studio_regions_are_the_mentions(drugs: Report) -> None:
    task = json.loads(json.dumps(label_studio_task(drugs)))
    (prediction,) = task["predictions"]
    for mention, region in zip(drugs.mentions, prediction["result"], strict=True):
        value = region["value"]
        assert task["data"]["text"][value["start"] : value["end"]] == value["text"] == mention.text
        assert value["labels"] == [mention.type]
    assert "iso3: COL" in [line for region in prediction["result"] for line in region["meta"]["text"]]


def test_label_studio_interface_names_what_the_task_uses(drugs: Report) -> None:
    view = ET.fromstring(label_studio_config())  # noqa: S314  # our own
    region = label_studio_task(drugs)["predictions"][0]["result"][0]
    assert {label.get("value") for label in view.iter("Label")} == set(MENTION_TYPES)
    assert [node.get("name") for node in view] == [region["to_name"], region["from_name"]]


@pytest.fixture(scope="module")
def spacy() -> Any:
    return pytest.importorskip("spacy", reason="spaCy is not installed: make engines")


def test_spacy_spans_are_the_mentions(spacy: Any, drugs: Report) -> None:
    doc = spacy_doc(drugs)
    assert doc.text == drugs.text
    assert doc.lang_ == spacy.blank("zh").lang
    spans = doc.spans["mentions"]
    assert [(span.text, span.label_) for span in spans] == [(m.text, m.type) for m in drugs.mentions]
    assert [(span.start_char, span.end_char) for span in spans] == [m.span for m in drugs.mentions]
    assert [json.loads(span.id_) for span in spans] == [{name: m.row()[name] for name in m.FIELDS} for m in drugs.mentions]


def test_spacy_spans_survive_a_file(spacy: Any, drugs: Report, tmp_path: Path) -> None:
    """As corpora for training are kept."""
    spacy.tokens.DocBin(docs=[spacy_doc(drugs)]).to_disk(tmp_path / "drugs.spacy")
    nlp = spacy.blank("zh")
    (doc,) = spacy.tokens.DocBin().from_disk(tmp_path / "drugs.spacy").get_docs(nlp.vocab)
    assert [(span.text, span.label_) for span in doc.spans["mentions"]] == [(m.text, m.type) for m in drugs.mentions]
    assert json.loads(doc.spans["mentions"][0].id_) == {name: drugs.mentions[0].row()[name] for name in drugs.mentions[0].FIELDS}


def test_a_spacy_pipeline_goes_on_with_the_document(spacy: Any, drugs: Report) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("sentencizer", config={"punct_chars": ["。"]})
    doc = nlp(spacy_doc(drugs, nlp))
    assert doc.vocab is nlp.vocab
    assert len(doc.spans["mentions"]) == len(drugs.mentions)
    assert sum(1 for _ in doc.sents) > 50


@pytest.mark.usefixtures("spacy")
@pytest.mark.parametrize("text", ["1. 无。", "1. \U00020000\U0001f600，2020 年哥伦比亚缉获 106 吨可卡因。", "1. \ud800，2020 年。", ""])
def test_spacy_takes_any_report(text: str) -> None:
    report = unodc_report.parse(text)
    doc = spacy_doc(report)
    assert [span.text for span in doc.spans["mentions"]] == [m.text for m in report.mentions]


def test_without_spacy_the_error_names_the_extra(drugs: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'unodc-report\[spacy\]'"):
        spacy_doc(drugs)
