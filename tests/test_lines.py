"""Lines: where they end, how wide they are, whether they end a sentence, what they begin with, and the lines of a masthead."""

from __future__ import annotations

import pytest

from unodc_report.layout.cleaning import clean
from unodc_report.layout.known import know
from unodc_report.layout.labels import read_label, roman, split_glued
from unodc_report.layout.lines import Line, is_closed, split_lines, width
from unodc_report.layout.masthead_lines import is_body, is_line, is_symbols, whole_symbol
from unodc_report.layout.passage import read_passage
from unodc_report.layout.resolution_lines import resolution_symbol
from unodc_report.sources.source import NO_HINTS, Apart, Hints
from unodc_report.structure import read_report


def test_lines_know_their_place_their_indent_the_blank_lines_and_the_pages_before_them() -> None:
    raw = "\n \u200b \n  甲 乙\u200b \n\f\n\u3000丙\r\n\r\n\u2028丁"
    assert split_lines(raw) == [Line(7, 10, "甲 乙", 2, 2, page=False), Line(16, 17, "丙", 2, 1, page=True), Line(22, 23, "丁", 2, 0, page=False)]
    assert all(raw[line.start : line.end] == line.text for line in split_lines(raw))
    assert split_lines(" \n\u200b\n") == []
    assert [line.page for line in split_lines("甲\f乙\n丙")] == [False, True, False]
    assert split_lines("\u200b\u00ad甲")[0] == Line(2, 3, "甲", 0, 2, page=False)


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("A/76/122", 8), ("第 75 号", 8), ("《公约》", 8), ("é", 1), ("\ud800", 2), ("\U00020000", 2)])
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize("text", ["会议结束。", "会议结束！", "各国：", "修订法律；", "……", "（见下文。）", "“会议结束。”", "见《公约》。”）", "end of the meeting.", "委员会审议了报告.", "see Annex:", "会议结束?", "the last sentence of this text ends here and now.", "委员会重申各国法律的统一性."])
def test_what_ends_a_sentence_or_its_part(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["会议结束", "《公约》", "（见下文）", "1.", "A/CN.", "E/CN.15/Add.", "Add.", "Vol.", "No.", "pp.", "2.5.", "”", "", "，", "A.", "x/yz.", "委员会审议报告."])
def test_what_ends_none(text: str) -> None:
    assert not is_closed(text)


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("12. 大会", "number", "12"), ("012. 大会", "number", "12"), ("１２．大会", "number", "12"), ("3、大会", "number", "3"), ("3. 2021年", "number", "3"), ("3.2021年", "number", "3"), ("12", "bare", "12"), ("１２", "bare", "12"), ("一. 导言", "cjk", "一"), ("十二、结论", "cjk", "十二"), ("A. 预防", "letter", "A"), ("Z. 其他", "letter", "Z"),
        ("Ｂ．预防", "letter", "B"), ("(a) 法律", "paren", "a"), ("（ii） 法律", "paren", "ii"), ("（一）法律", "parencjk", "一"), ("(1) 法律", "parennum", "1"), ("1) 法律", "parennum", "1"), ("① 法律", "parennum", "①"), ("• 法律", "bullet", "•"), ("- 法律", "bullet", "-"), ("2.26 该办事处", "compound", "2.26"),
        ("附 件 一", "annex", "附件一"), ("附件", "annex", "附件"), ("附录 二", "annex", "附录二"), ("第 三 章", "chapter", "第三章"), ("第三章 结论", "chapter", "第三章"), ("第 三部分：结论", "chapter", "第三部分"), ("第 3 章 结论", "chapter", "第3章"), ("第3章载有", None, None), ("附      件", "annex", "附件"), ("II. 结论", "cjk", "II"), ("IV．结论", "cjk", "IV"), ("II. World", None, None), ("MD. 结论", None, None),
        ("2.5 亿", "compound", "2.5"), ("2.5%", None, None), ("5,000 名", None, None), ("一、二和三", None, None), ("3.14", None, None), ("-5", None, None), ("A.B. 史密斯", None, None), ("附件一载有", None, None), ("第三章节", None, None), ("2021. 年", None, None),
    ],
)  # fmt: skip
def test_what_a_line_begins_with(text: str, kind: str | None, key: str | None) -> None:
    label = read_label(text)
    assert (label and label.kind, label and label.key) == (kind, key)
    if label is not None:
        assert label.alone is (text in {"12", "１２", "附件", "附 件 一", "附录 二", "第 三 章", "附      件"})
        assert text[label.end - 1] not in " 大法预导结该"


def test_a_label_says_where_the_text_after_it_begins() -> None:
    assert [(label.end, label.alone) for text in ("12. 大会", "12.", "(a) 法律", "附件") if (label := read_label(text))] == [(3, False), (3, True), (3, False), (2, True)]


@pytest.mark.parametrize(
    ("text", "number", "compound", "key", "rest"),
    [
        ("5.118个国家参加。", 4, (0, 0), "5", "118个国家参加。"), ("1.22014年，提交人被捕。", 0, (1, 1), "1.2", "2014年，提交人被捕。"), ("2.36月20日他获释。", 1, (2, 2), "2.3", "6月20日他获释。"), ("2.102010年，他被捕。", 1, (2, 9), "2.10", "2010年，他被捕。"),
        ("4.212名证人未获传唤。", 3, (4, 1), "4.2", "12名证人未获传唤。"), ("3.12014年，委员会决定。", 1, (2, 7), "3.1", "2014年，委员会决定。"), ("3.605亿美元", 5, (0, 0), None, ""), ("3.05亿美元", 2, (0, 0), None, ""), ("2.5", 1, (0, 0), None, ""),
    ],
)  # fmt: skip
def test_where_a_number_ends_that_is_glued_to_a_figure(text: str, number: int, compound: tuple[int, int], key: str | None, rest: str) -> None:
    label = split_glued(text, number, compound)
    assert (label and label.key, text[label.end :] if label else "") == (key, rest)


@pytest.mark.parametrize(("letters", "value"), [("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("v", 5), ("vi", 6), ("ix", 9), ("x", 10), ("xiv", 14), ("xl", 40), ("l", 50), ("xx", 20), ("a", None), ("ib", None), ("", 0)])
def test_roman_numerals(letters: str, value: int | None) -> None:
    assert roman(letters) == value


@pytest.mark.parametrize(
    "text",
    [
        "联 合 国", "联合国 A/76/122", "联合国大会", "联合国 General", "大  会", "大会*", "Distr.: General", "大会 Distr.: General", "反腐败公约缔约国会议 Distr.: Limited", "20 March 2015", "Chinese", "Original: English", "第七十六届会议", "2015年6月1日至5日，维也纳", "临时议程*项目109", "**", "", "第 76 届会议",
        "GENERAL", "2015年实质性会议", "儿童权利公约      GENERAL", "大    会      Distr.", "正式记录", "补编第20号", "补编第 20 号 (A/64/20)", "补编第二十一号(A/64/21)",
    ],
)  # fmt: skip
def test_lines_of_a_masthead(text: str) -> None:
    assert is_line(text, None)


@pytest.mark.parametrize("text", ["预防犯罪和刑事司法", "联合国毒品和犯罪问题办公室", "联合国系统", "2015年6月1日举行了第一次会议", "秘书长的报告 Distr.: General", "Distr" + "i" * 90, "X大会X", "联合国系", "大会 ECOSOC 第三十届会议", "儿童权利公约      执行情况", "预防犯罪   GENERAL", "儿童权利公约      儿童权利委员会", "Annual Report      World Review", "补编第20号载有该决议"])
def test_lines_of_none(text: str) -> None:
    assert not is_line(text, None)


def test_a_line_with_the_symbol_of_the_document_is_a_line_of_its_masthead() -> None:
    assert is_line("A/76/122", "A/76/122")
    assert is_line("大会 A/76/122*", "A/76/122")
    assert not is_line("A/76/123", "A/76/122")
    assert not is_line("A/76/122", None)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("A/76/122", "A/76/122"), ("*A/76/122**", "A/76/122"), ("A/76/122＊", "A/76/122"), ("CEDAW /C/ABC/CO/7", "CEDAW/C/ABC/CO/7"), ("C RC/C/ABC/3-4", "CRC/C/ABC/3-4"), ("E/CN. 15/2014/3", "E/CN.15/2014/3"), ("A/ 76/122", "A/76/122"), ("A/76/6 (Vol. II)", "A/76/6"),
        ("E/2018/22E/C.12/2017/3", "E/2018/22"), ("CBD A/76/122", None), ("E/2003/30 E/CN.15/2003/14", None), ("A/C.3/58/L.2 3", None), ("A/B", None), ("A/76/122号", None), ("见 A/76/122", None), ("**", None), ("A 76", None), ("A / 7 / 6 / 1 / 2", None),
    ],
)  # fmt: skip
def test_a_symbol_that_is_all_of_a_line_is_read_without_its_blanks(text: str, symbol: str | None) -> None:
    assert whole_symbol(text) == symbol


@pytest.mark.parametrize(
    ("text", "answer"),
    [("E/2003/30 E/CN.15/2003/14", True), ("E/2003/30* E/CN.15/2003/14＊", True), ("A/61/1 S/2006/1 E/2006/1", True), ("A/61/1 S/2006/1 E/2006/1 A/61/2", False), ("E/2003/30", False), ("OAS/CICAD E/2003/30", False), ("见E/2003/30 E/CN.15/2003/14", False)],
)
def test_the_two_symbols_of_a_document_may_be_all_of_a_line(text: str, answer: bool) -> None:
    assert is_symbols(text) is answer


@pytest.mark.parametrize(
    ("body", "text", "symbol"),
    [
        ("大会", "50/28.关于水的问题", "A/RES/50/28"), ("大会", "3336(XXIX).关于水的问题", "A/RES/3336(XXIX)"), ("大会", "3336 （XXIX）. 关于水的问题", "A/RES/3336(XXIX)"), ("大会", "2999(S-VI)关于水的问题", "A/RES/2999(S-VI)"), ("经济及社会理事会", "2002/13关于水的问题", "E/RES/2002/13"),
        ("大会", "54/402.选举", None), ("大会", "2002/13关于水的问题", None), ("经济及社会理事会", "50/28.关于水的问题", None), ("安全理事会", "2002/13关于水的问题", None), ("大会", "关于水的问题", None),
    ],
)  # fmt: skip
def test_the_symbol_of_a_resolution_has_the_form_of_its_body(body: str, text: str, symbol: str | None) -> None:
    assert resolution_symbol(body, text) == symbol


@pytest.mark.parametrize(("text", "answer"), [("预防犯罪和刑事司法委员会", True), ("儿童权利公约", True), ("关于儿童权利的公约", True), ("秘书长的报告", False), ("公约", False), ("委员会", False)])
def test_names_of_bodies(text: str, answer: bool) -> None:
    assert is_body(text) is answer


def test_a_passage_is_one_block_without_layout() -> None:
    document = read_passage("2020 年\n缉获 106 吨\ud800可卡因 ")
    assert document.text == "2020年缉获106吨\ufffd可卡因"
    (block,) = document.blocks
    assert (block.id, block.kind, block.start, block.end, block.text, block.printed, block.paragraph, block.segments) == ("", "text", 0, 15, document.text, document.text, "", ((0, 20),))
    assert (len(document.folded), document.whole) == (15, False)
    assert document.source_map.raw_span(0, 5) == (0, 6)
    assert [(r.start, r.end) for r in document.removals] == [(4, 5), (6, 7), (9, 10), (13, 14), (19, 20)]


KNOWN = "联合国\n1. 会议结束。1\n页眉\n表 1\n甲 乙\n专栏\n文字。\n1 见附件。\n其他。\n2. 另见附件。\n"


def test_what_a_file_knows_of_its_lines_goes_before_how_they_look() -> None:
    at = KNOWN.index
    hints = Hints(
        begins={at("1. 会"): True, at("2. 另"): False}, furniture=((at("页眉"), at("表 1")),), notes=((at("1 见"), at("其他")),), note_starts=frozenset({at("1 见")}), marks=((at("1\n页"), at("1\n页") + 1),),
        apart=(Apart("table", at("表 1"), at("专栏")), Apart("box", at("专栏"), at("1 见"))),
    )  # fmt: skip
    lines, known = know(split_lines(KNOWN), hints)
    assert known.reasons == {2: "furniture", 3: "table", 4: "table", 5: "box", 6: "box"}
    assert (known.notes, known.note_starts, known.boxes, known.marks) == ({7}, {7}, [range(5, 7)], hints.marks)
    assert [line.begins for line in lines] == [None, True, None, None, None, None, None, None, None, False]
    found = clean(KNOWN, hints)
    assert found.reasons == {2: "furniture", 3: "table", 4: "table"}
    assert [[draft.text for draft in box] for box in found.boxes] == [["专栏文字。"]]
    assert [(note.key, note.lines, note.mark and note.mark.strength) for note in found.notes] == [("1", [7], 4)]
    assert {block.id: block.text for block in read_report(KNOWN, hints).blocks if block.kind == "text"}["b1"] == "专栏文字。"


def test_a_file_that_knows_nothing_leaves_all_to_the_layout() -> None:
    lines = split_lines(KNOWN)
    same, known = know(lines, NO_HINTS)
    assert same is lines
    assert (known.reasons, known.notes, known.note_starts, known.boxes, known.marks) == ({}, set(), set(), [], None)
