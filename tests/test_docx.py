"""Word: numbers as Word shows them, notes at their marks, tables, boxes, changes, and archives that are wrong or hostile."""

from __future__ import annotations

import io
import random
import sys
import zipfile

import pytest
import specimens
from small_docx import docx, level, numbered, numbering, p

import unodc_report
from unodc_report.errors import LimitError, SourceError, UnodcReportError
from unodc_report.sources.reading import read_source

REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def text(body: str, **parts: str) -> str:
    return read_source(docx(body, **parts)).text


def test_numbers_are_counted_by_level() -> None:
    levels = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))
    body = "".join(p("文", properties=numbered(1, depth)) for depth in (0, 0, 1, 1, 2, 2, 1, 0, 1))
    labels = [line.split("\t")[0] for line in text(body, numbering=levels).splitlines()]
    assert labels == ["1.", "2.", "(a)", "(b)", "(i)", "(ii)", "(c)", "3.", "(a)"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [("chineseCounting", "一、"), ("upperLetter", "A、"), ("upperRoman", "I、"), ("decimal", "1、"), ("decimalFullWidth", "１、"), ("decimalEnclosedCircle", "①、"), ("none", "、")],
)
def test_number_formats(form: str, shown: str) -> None:
    assert text(p("文", properties=numbered(1)), numbering=numbering(level(0, form, "%1、"))) == f"{shown}\t文\n"


def test_levels_in_one_number_and_legal_ones() -> None:
    levels = numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"))
    body = "".join(p("文", properties=numbered(1, depth)) for depth in (0, 1, 2, 0, 1))
    assert [line.split("\t")[0] for line in text(body, numbering=levels).splitlines()] == ["一、", "一.1", "1.1.1", "二、", "二.1"]


def test_lists_of_one_kind_share_a_count_and_an_override_starts_anew() -> None:
    levels = numbering(level(0, "decimal", "%1.")) + '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    body = "".join(p("文", properties=numbered(number)) for number in (1, 2, 3, 3))
    assert [line.split("\t")[0] for line in text(body, numbering=levels).splitlines()] == ["1.", "2.", "1.", "2."]


def test_numbers_come_from_styles_and_can_be_turned_off() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    body = p("一", properties='<w:pStyle w:val="B"/>') + p("二", properties='<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert text(body, styles=styles, numbering=numbering(level(0, "decimal", "%1."))) == "1.\t一\n二\n"


def test_automatic_number_fields_count() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTONUM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    simple = '<w:fldSimple w:instr=" AUTONUM \\* Arabic "/>'
    assert text(p(field, " 大会。") + p(simple, " 理事会。")) == "1. 大会。\n2. 理事会。\n"


def test_fields_show_their_result_and_hidden_text_nothing() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _x 2019</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    assert text(p("见第", field, "页", hidden, "。")) == "见第12页。\n"


def test_changes_are_accepted() -> None:
    body = p("增加", '<w:del w:id="1"><w:r><w:delText>十</w:delText></w:r></w:del>', '<w:ins w:id="2"><w:r><w:t>二十</w:t></w:r></w:ins>', "人。")
    moved = p('<w:moveFrom w:id="3"><w:r><w:t>旧处</w:t></w:r></w:moveFrom>') + p('<w:moveTo w:id="3"><w:r><w:t>新处</w:t></w:r></w:moveTo>')
    joined = p("一段", properties='<w:rPr><w:del w:id="4"/></w:rPr>') + p("到底。")
    assert text(body + moved + joined) == "增加二十人。\n新处\n一段到底。\n"


def test_footnotes_are_tied_to_their_marks() -> None:
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> A/76/1。</w:t></w:r></w:p></w:footnote><w:footnote w:id="3"><w:p><w:r><w:t>A/76/2。</w:t></w:r></w:p><w:p><w:r><w:t>另见第2段。</w:t></w:r></w:p></w:footnote>'
    body = p("1. 2021年有3", REFERENCE.format(7), "名法官。") + p("2. 其后2020", REFERENCE.format(3), "年。")
    report = unodc_report.read(docx(body, footnotes=notes))
    assert [(note.id, note.text) for note in report.footnotes] == [("note1", "1 A/76/1。"), ("note2", "2 A/76/2。另见第2段。")]
    assert [report.text[: note.anchor or 0][-3:] for note in report.footnotes] == ["年有3", "020"]
    assert "3名法官" in report.text
    assert [m.text for m in report.quantities] == ["3名"]


def test_endnotes_have_their_own_numbers() -> None:
    notes = '<w:endnote w:id="1"><w:p><w:r><w:t>S/2015/1。</w:t></w:r></w:p></w:endnote>'
    report = unodc_report.read(docx(p("1. 会议。", '<w:r><w:endnoteReference w:id="1"/></w:r>'), endnotes=notes))
    assert [(note.label, note.text) for note in report.footnotes] == [("i", "i S/2015/1。")]
    assert report.paragraph(1).text == "1.会议。"


def test_tables_keep_their_cells_and_captions() -> None:
    cells = [["国家", "数量"], ["甲", "12"]]
    rows = "".join("<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in cells)
    report = unodc_report.read(docx(p("1. 见下表。") + p("表 1") + p("缉获量") + f"<w:tbl>{rows}</w:tbl>" + p("资料来源：秘书处。") + p("2. 其后。")))
    (table,) = report.tables
    assert (table.title, table.rows, table.after) == ("表1缉获量", (("国家", "数量"), ("甲", "12"), ("资料来源：秘书处。",)), "1")
    assert [block.id for block in report.blocks] == ["1", "2"]


def test_a_frame_of_one_cell_is_a_box_and_the_summary_is_none() -> None:
    def frame(*texts: str) -> str:
        return f"<w:tbl><w:tr><w:tc>{''.join(p(each) for each in texts)}</w:tc></w:tr></w:tbl>"

    body = frame("摘要", "本报告介绍情况。") + p("一. 导言") + p("1. 大会请秘书长提出报告。") + frame("方框 1", "说明文字。") + p("2. 其后。")
    report = unodc_report.read(docx(body))
    assert [(block.id, block.text) for block in report.blocks if block.id[0] in "sb"] == [("s1", "本报告介绍情况。"), ("b1", "方框1"), ("b2", "说明文字。")]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('框内文字。')}</w:txbxContent>"
    run = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    report = unodc_report.read(docx(p("1. 正文开始，", run, "正文继续。") + p("2. 其后。")))
    assert [(block.id, block.text) for block in report.blocks] == [("1", "1.正文开始，正文继续。"), ("b1", "框内文字。"), ("2", "2.其后。")]


def test_running_heads_are_left_out_but_give_symbol_and_job_number() -> None:
    report = unodc_report.read(docx(p("1. 大会。"), header1=f"<?xml version='1.0'?><w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{p('A/76/122')}</w:hdr>", footer1=f"<?xml version='1.0'?><w:ftr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{p('3/18 V.21-04921')}</w:ftr>"))
    assert (report.metadata.symbol, report.metadata.job_number, report.text.strip()) == ("A/76/122", "V.21-04921", "1.大会。")
    assert "symbol" in report.metadata.inferred


def refused(file: bytes, told: str, error: type[UnodcReportError] = SourceError) -> None:
    with pytest.raises(error, match=told) as caught:
        unodc_report.read(file)
    assert "\n" not in str(caught.value)


def test_entities_are_refused() -> None:
    for declared in ('<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("word/document.xml", f'<?xml version="1.0"?><!DOCTYPE d [{declared}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>')
        refused(out.getvalue(), "declares entities|is no XML")


def test_bombs_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    refused(out.getvalue(), "unpacks to", LimitError)


def test_deep_elements_do_not_break_the_reader() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + p("文") + "</w:sdtContent></w:sdt>" * 5000
    with pytest.raises(UnodcReportError):
        unodc_report.read(docx(deep))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_truncated_archives_are_refused(share: float) -> None:
    whole = (specimens.FIXTURES / "drugs" / "report.docx").read_bytes()
    refused(whole[: int(len(whole) * share)], "damaged")


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bits_are_refused_or_survived(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same each time
    broken = bytearray((specimens.FIXTURES / "treaties" / "report.docx").read_bytes())
    for _ in range(1 + seed * 3):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    try:
        unodc_report.read(bytes(broken))
    except UnodcReportError as error:
        assert "\n" not in str(error)  # noqa: PT017


@pytest.mark.parametrize(("part", "what"), [("xl/workbook.xml", "a spreadsheet"), ("ppt/presentation.xml", "a presentation"), ("a.txt", "a ZIP archive")])
def test_other_archives_are_named(part: str, what: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, "x")
    refused(out.getvalue(), what)


def test_an_empty_document_is_told() -> None:
    refused(docx(p("")), "no text")


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    refused(docx(p("文")), r"unodc-report\[docx\]")
