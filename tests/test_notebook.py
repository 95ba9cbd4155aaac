"""What a notebook shows for a report and its parts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any, Final

import pytest
from specimens import SPECIMENS, raw

import unodc_report as ur
from unodc_report.display.notebook import NAMES

VOID: Final = {"br", "meta", "input", "link", "hr"}


class Outline(HTMLParser):
    """Elements that are open, ids, inner links, and the text outside styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value[1:] for name, value in attrs if name == "href" and value and value.startswith("#")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def shown(value: Any) -> Outline:
    outline = Outline(value._repr_html_())  # the name that notebooks call
    assert outline.open == []
    return outline


@pytest.fixture(scope="module", params=SPECIMENS)
def report(request: pytest.FixtureRequest) -> ur.Report:
    return ur.parse(raw(request.param, "word"))


def test_report_shows_title_symbol_and_counts(report: ur.Report) -> None:
    card = shown(report)
    assert report.metadata.symbol is not None
    assert report.metadata.symbol in card.text
    assert f"quantity {len(report.quantities)}" in card.text
    assert f"{len(report.paragraphs)} numbered paragraphs" in card.text


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_whole_and_its_links_lead_somewhere(report: ur.Report, name: str) -> None:
    table = report.table(name)
    assert len(table) == len(getattr(report, name))
    html = shown(table)
    assert len(html.links) == min(len(table), 50)
    assert set(html.links) <= set(html.ids)
    assert len(html.ids) == len(set(html.ids))


def test_type_names_work_as_well_as_properties() -> None:
    report = ur.parse("1. 2020年，哥伦比亚缉获106吨可卡因。\n")
    assert list(report.table("country")) == list(report.table("countries")) == [("哥伦比亚", "COL", "Colombia")]


def test_unknown_table_says_what_there_is() -> None:
    report = ur.parse("1. 2020年。\n")
    with pytest.raises(ur.UnknownNameError, match=r"^no table 'nations': one of mentions, countries"):
        report.table("nations")
    with pytest.raises(KeyError, match=r"^no paragraph 7$"):
        report.paragraph(7)


def test_columns_have_names_of_their_own() -> None:
    report = ur.parse("1. 2020年，哥伦比亚缉获106吨可卡因。\n")
    for name in NAMES:
        columns = report.table(name).columns
        assert len(set(columns)) == len(columns)


def test_a_long_table_says_how_many_rows_it_leaves_out() -> None:
    report = ur.parse("".join(f"{n}. 培训了{n + 300}名法官。\n" for n in range(1, 81)))
    html = shown(report.table("quantities"))
    assert "and 30 more rows" in html.text
    assert "350名" in html.text
    assert "351名" not in html.text


def test_mention_shows_its_normal_form_label_rule_and_context(report_text: str) -> None:
    report = ur.parse(report_text)
    (niger,) = [mention for mention in report.countries if mention.iso3 == "NER"]
    card = shown(niger)
    for words in ("尼日尔", "NER", "Niger", niger.rule):
        assert words in card.text


def test_mention_shows_what_context_told() -> None:
    told = next(mention for mention in ur.parse("1. 2020年3月7日举行了会议。9月2日又举行了会议。\n").dates if mention.inferred)
    assert told.edtf == "2020-09-02"
    assert told.inferred[0] in shown(told).text


def test_observation_shows_sentence_and_slots(report_text: str) -> None:
    report = ur.parse(report_text)
    seizure = next(seen for seen in report.observations if seen.quantity.text == "106吨")
    card = shown(seizure)
    for words in ("106 t", "可卡因", "缉获", "seize", "mark"):
        assert words in card.text or words in card.tags


def test_section_shows_heading_and_text(report_text: str) -> None:
    first = ur.parse(report_text).sections[0]
    card = shown(first)
    assert "导言" in card.text
    assert "尼日尔" in card.text


def test_nothing_of_the_report_becomes_markup() -> None:
    hostile = "1. 题为“<img src=x onerror=alert(1)>”的报告，由<script>alert(2)</script>委员会于2020年向哥伦比亚&amp;的106名“<b>法官</b>”提供。\n"
    report = ur.parse("一. <script>标题</script>\n\n" + hostile)
    assert report.mentions
    for value in (report, *report.mentions, *report.observations, *report.sections, *(report.table(name) for name in NAMES)):
        assert not shown(value).tags & {"script", "img", "b"}, value


def test_ids_of_two_outputs_differ(report: ur.Report) -> None:
    first, second = shown(report.table("countries")), shown(report.table("quantities"))
    assert not set(first.ids) & set(second.ids)
    assert all(re.fullmatch(r"ur-[0-9a-f]{8}-.+", name) for name in first.ids)
