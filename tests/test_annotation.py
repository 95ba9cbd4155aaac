"""Annotations in the forms of other tools lead back to the characters of the report."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import unodc_report
from unodc_report.errors import UnodcReportError
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


def test_spacy_spans_are_the_mentions(drugs: Report) -> None:
    pytest.importorskip("spacy")
    doc = spacy_doc(drugs)
    assert doc.text == drugs.text
    assert [(span.text, span.label_) for span in doc.spans["mentions"]] == [(m.text, m.type) for m in drugs.mentions]


def test_without_spacy_the_error_says_what_to_install(drugs: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(UnodcReportError, match="pip install spacy"):
        spacy_doc(drugs)
