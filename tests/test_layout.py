"""Layout: what is dropped from a page, what is joined, and that nothing goes astray."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unodc_report.chinese.characters import well_formed
from unodc_report.layout.cleaning import clean
from unodc_report.layout.lines import split_lines
from unodc_report.layout.writer import Writer
from unodc_report.structure import read_report

if TYPE_CHECKING:
    from unodc_report.models.document import Block, Document

OPEN = "12. 会员国在本报告所述期间加强了边境管制，并与吉尔吉斯斯"
REST = "坦和邻国的海关部门交流了情报。"


def blocks(raw: str) -> dict[str, str]:
    return {block.id: block.text for block in read_report(raw).blocks}


def note(document: Document, name: str) -> Block:
    return next(block for block in document.blocks if block.id == name)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\v", "\u2028"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert [line.text for line in split_lines(f" 甲 {end}{end}乙{end}")] == ["甲", "乙"]


@pytest.mark.parametrize(
    "furniture",
    [
        "A/76/122\n7/18 V.21-04921", "V.21-04921 7/18\nA/76/122", "A/76/122 7/18 V.21-04921", "7/18 V.21-04921", "V.21-049217/18",
        " A/76/122 \n \n\n7/18 V.21-04921 ", "V.15-01965 (C) GP 130415 130415\n*1501965*", "*1501965*  请回收", "- 12 -\n\f", "— 12 —",
        "/...\nA/50/146\nChinese\nPage 3", "第 7 页", "第7页，共18页", "21-12345 (C)    220415  230415", "GE.15-12345 (C)\nA/HRC/28/1",
        "https://undocs.org/ch/A/RES/75/196\nhttps://undocs.org/ch/A/CONF.234/16", "__________________\n\n* A/76/50。\nA/76/122\n7/18 V.21-04921",
    ],
)  # fmt: skip
def test_furniture_inside_a_word_is_dropped(furniture: str) -> None:
    found = blocks(f"{OPEN}\n\n\n{furniture}\n\n{REST}\n")
    assert (OPEN + REST).replace(" ", "") in [text.replace(" ", "") for text in found.values()]


def test_a_symbol_fused_with_its_page_number_is_known_by_the_masthead() -> None:
    raw = f"联合国 A/55/383/Add.2\n大会\nDistr.: General\n一. 导言\n{OPEN.replace('12', '1')}\nA/55/383/Add.22\n{REST}\n2. 大会请秘书长提出报告。\n"
    document = read_report(raw)
    assert document.metadata.symbol == "A/55/383/Add.2"
    assert "Add.22" not in document.text


def test_a_page_taken_as_one_line_loses_its_furniture() -> None:
    found = blocks(f"{OPEN} A/76/122 7/18 V.21-04921 {REST}")
    assert "".join(found.values()).replace(" ", "") == (OPEN + REST).replace(" ", "")


def test_running_headers_that_come_back_are_dropped() -> None:
    bodies = ("警察", "海关", "法院", "检察机关", "边防部队")
    rest = "的工作人员参加了在维也纳举行的各次讲习班，并就没收和返还资产的办法交换\n了意见。\n与会者商定了下一步工作，其中包括编写手册和建立一个供各国使用的数\n据库。\n"
    pages = [f"{n}. {body}在报告所述期间采取了若干措施，其中包括与国际组织合\n{n + 10}\n打击跨国犯罪的方案\n作培训{body}{rest}" for n, body in enumerate(bodies, 1)]
    document = read_report("".join(pages))
    assert "打击跨国犯罪的方案" not in document.text
    assert all(f"国际组织合作培训{body}的工作人员" in document.text for body in bodies)


def test_numbers_and_symbols_of_the_text_stay() -> None:
    raw = "1. 委员会收到了下列文件：\nA/76/121\nA/76/122\nE/CN.15/2021/7\n2. 共缉获武器\n106\n件。\n"
    assert list(blocks(raw).values()) == ["1.委员会收到了下列文件：", "A/76/121 A/76/122 E/CN.15/2021/7", "2.共缉获武器106件。"]


def test_a_link_that_the_text_gives_stays_on_its_own_line() -> None:
    raw = "1. 会议文件可查阅\nhttps://www.unodc.org/unodc/en/commissions\n。2. 无。\n"
    assert "https://www.unodc.org/unodc/en/commissions" in read_report(raw).text
    raw = "1. 见下列网址：\nhttps://undocs.org/zh/A/76/122\n2. 秘书处将继续提供协助。\n"
    assert "https://undocs.org/zh/A/76/122" in read_report(raw).text


NOTES = """1. 会员国加强了反腐败措施。1
 研究表明，这些措施有效。
2. 共有 4,200 人通过在线平台参加。2

3 月 7 日，大会通过了宣言。委员会重申其目标，3 如今仍然有效，重点人群4 需求上升。
__________________
1 见《条约汇编》，第 2349 卷，
第 42146 号。
 2 A/76/119。
3 同上，第二章。
4 毒品和犯罪问题办公室的资料。
3. 会议至此结束。
"""


def test_footnotes_stand_apart_and_their_marks_leave_the_text() -> None:
    document = read_report(NOTES)
    found = {block.id: block for block in document.blocks}
    assert found["1"].text == "1.会员国加强了反腐败措施。研究表明，这些措施有效。"
    assert found["2"].text == "2.共有4,200人通过在线平台参加。3月7日，大会通过了宣言。委员会重申其目标，如今仍然有效，重点人群需求上升。"
    assert found["2"].printed.startswith("2.共有4,200人通过在线平台参加。23月7日")
    assert found["note1"].text == "1见《条约汇编》，第2349卷，第42146号。"
    assert document.text[: found["note4"].anchor].endswith("重点人群")
    assert [block.id for block in document.blocks][-4:] == ["note1", "note2", "note3", "note4"]
    assert sum(removal.reason == "mark" for removal in document.removals) == 4


def test_without_notes_digits_stay() -> None:
    raw = "1. 会员国加强了反腐败措施。1\n研究表明，这些措施有效；增加了 3 倍。人群1 需求¹上升。\n"
    assert blocks(raw)["1"] == "1.会员国加强了反腐败措施。1研究表明，这些措施有效；增加了3倍。人群1需求¹上升。"


@pytest.mark.parametrize("mark", ["¹", "[1]", "1"])
def test_marks_raised_or_bracketed_are_known(mark: str) -> None:
    raw = f"1. 会员国加强了措施，{mark}并开展了合作。\n_____________\n{mark} 见第三章。\n2. 无。\n"
    document = read_report(raw)
    assert note(document, "1").text == "1.会员国加强了措施，并开展了合作。"
    assert note(document, "note1").anchor is not None


def test_notes_without_a_rule_are_known_by_their_numbers() -> None:
    raw = "1. 委员会通过了一项决议。1 各国政府支持这一决议，并承诺为执行工作提供\n1 见 E/2021/30，第一章。\n资源。\n2. 缉获量增加，达到\n3 吨。\n"
    found = blocks(raw)
    assert found["1"] == "1.委员会通过了一项决议。各国政府支持这一决议，并承诺为执行工作提供资源。"
    assert found["note1"] == "1见E/2021/30，第一章。"
    assert found["2"] == "2.缉获量增加，达到3吨。"


def test_notes_collected_at_the_end_are_known() -> None:
    raw = "1. 委员会通过了一项决议。1\n2. 理事会核准了这项决议。2\n注\n1 见 E/2021/30。\n2 第 2021/5 号决议，\n附件。\n"
    document = read_report(raw)
    assert (note(document, "note1").text, note(document, "note2").text) == ("1见E/2021/30。", "2第2021/5号决议，附件。")
    assert note(document, "note2").anchor is not None


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("吉尔吉斯斯\n坦", "吉尔吉斯斯坦"), ("共有 17\n 186 名平民", "17 186名平民"), ("见 CAC/COSP/\n2019/16", "CAC/COSP/2019/16"),
        ("COVID-\n19 大流行", "COVID-19大流行"), ("在 20\n21 年", "在2021年"), ("达到 700,\n000 人", "700,000人"), ("E/CN.\n15/2021/17", "E/CN.15/2021/17"),
        ("甲\u200b乙", "甲乙"), ("ab\u200bcd", "abcd"),
        ("www.unodc.org/unodc/\nen/index.html", "www.unodc.org/unodc/en/index.html"), ("David\nScharia 先生", "David Scharia先生"),
        ("联 合 国", "联合国"), ("2020 年\n3 月 7\n日", "2020年3月7日"),
    ],
)  # fmt: skip
def test_broken_words_and_numbers_heal(broken: str, whole: str) -> None:
    assert whole in blocks(f"1. 委员会注意到{broken}，并请秘书处继续就此提供协助。\n2. 无。\n")["1"]


def test_contents_are_no_headings() -> None:
    raw = "目 录\n段次 页次\n一. 导言 ........ 1-2 3\n二. 结论 ........ 3 4\n一. 导言\n1. 大会请秘书长提出报告。\n2. 报告如下。\n二. 结论\n3. 会议结束。\n"
    document = read_report(raw)
    assert [(block.id, block.text) for block in document.blocks if block.kind == "heading"] == [("h1", "一.导言"), ("h2", "二.结论")]


# The properties: arbitrary text, and furniture between arbitrary lines.

PIECES = st.sampled_from(
    [
        "1. ", "2. ", "12.", "(a) ", "（一）", "一. ", "A. ", "附件", "摘要", "目录", "\n", "\n\n", "\r\n", "\f", " ", "　", "\u200b", "国际合作", "会员国加强了措施。",
        "1", "12", "¹", "*", "[1]", "____________\n", "1 见第三章。\n", "* A/76/50。\n", "A/76/122", "7/18 V.21-04921", "https://undocs.org/A/1\n", "COVID-", "19",
        "Distr.: General\n", "联合国\n", "• ", "2.26 ", "……", "，", "。", "：", "\ud800", "\0",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join))


def check(raw: str) -> None:
    raw = well_formed(raw)
    document = read_report(raw)
    assert len(document.folded) == len(document.text)
    assert all(document.text[block.start : block.end] == block.text for block in document.blocks)
    assert len({block.id for block in document.blocks}) == len(document.blocks)
    assert all(a.end < b.start for a, b in zip(document.blocks, document.blocks[1:], strict=False))
    kept: set[int] = set()
    for parts in ([b for b in document.blocks if b.kind != "footnote"], [b for b in document.blocks if b.kind == "footnote"]):
        places = [document.source_map.raw_at(i) for block in parts for i in range(block.start, block.end)]
        assert places == sorted(set(places))
        kept.update(places)
    for block in document.blocks:
        for i in range(block.start, block.end):
            character = raw[document.source_map.raw_at(i)]
            assert character == document.text[i] or document.text[i] == " "
    dropped = {i for removal in document.removals for i in range(removal.start, removal.end)}
    ends = {document.source_map.raw_at(block.end) for block in document.blocks}
    assert set(range(len(raw))) <= kept | dropped | ends
    assert not {i for i in kept if not raw[i].isspace()} & dropped


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_character_is_accounted_for(raw: str) -> None:
    check(raw)


SPECIMEN = """一. 导言
1. 本报告根据大会第 76/187 号决议编写，介绍会员国为预防和打击跨国有组织犯
罪采取的措施，并概述秘书处在 2021 年 3 月至 12 月期间开展的技术合作活
动。
2. 共有 17 186 名从业人员参加了培训，其中包括来自哈萨克斯坦和吉尔吉斯斯坦
的检察官和法官；另有 4,200 人通过在线平台参加了讲习班和其他会议活动。
二. 技术合作
A. 能力建设
3. 秘书处在下列方面提供了协助，受益者包括执法机关、司法机关和民间社会组
织：
(a) 修订关于没收和返还资产的法律，以便各国主管机关能够更有效地开展国际
合作；
(b) 建立受害人保护机制。
4. 委员会欢迎这些努力，并请各国政府通过自愿捐款提供进一步支持，以确保有
关活动的可持续性。
推进法治
5. 大会在同一决议中鼓励各国加入《公约》及其各项议定书，并就执行情况向缔约
方会议提出报告。
"""
WANTED = {block.id: (block.kind, block.level, block.text) for block in read_report(SPECIMEN).blocks}
FURNITURE = (
    "\nA/77/133\n\n{n}/18 V.22-12345\n\n", "V.22-12345 {n}/18\nA/77/133\n", "A/77/133 {n}/18 V.22-12345\n", "\nV.22-12345\n{n}/18\n\f", "\n- {n} -\n\nA/77/133\n",
    "\n__________________\n * A/77/50。\n\nA/77/133\n{n}/18 V.22-12345\n", "https://undocs.org/ch/A/RES/76/187\n",
)  # fmt: skip


def test_the_specimen_is_read_as_written() -> None:
    kinds = {name: row[:2] for name, row in WANTED.items()}
    assert kinds == {
        "h1": ("heading", 1), "1": ("paragraph", None), "2": ("paragraph", None), "h2": ("heading", 1), "h3": ("heading", 2),
        "3": ("paragraph", None), "3(a)": ("item", 1), "3(b)": ("item", 1), "4": ("paragraph", None), "h4": ("heading", 3), "5": ("paragraph", None),
    }  # fmt: skip
    assert WANTED["h4"][2] == "推进法治"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FURNITURE), st.lists(st.integers(1, 16), min_size=1, max_size=4, unique=True), st.booleans(), st.booleans())
def test_furniture_between_any_two_lines_changes_nothing(furniture: str, places: list[int], spread: bool, returns: bool) -> None:
    parts = SPECIMEN.splitlines(keepends=True)
    for page, place in enumerate(sorted(places), 2):
        parts[place] += furniture.format(n=page)
    raw = "".join(parts)
    if spread:
        raw = raw.replace("\n", "\n\n")
    if returns:
        raw = raw.replace("\n", "\r\n")
    document = read_report(raw)
    assert {b.id: (b.kind, b.level, b.text) for b in document.blocks if b.kind != "footnote"} == WANTED
    check(raw)


def test_clean_text_says_what_the_furniture_says() -> None:
    found = clean(SPECIMEN + "\nA/77/133\n\n2/18 V.22-12345\n")
    assert (found.symbol, found.job) == ("A/77/133", "V.22-12345")
    assert set(found.reasons.values()) == {"furniture"}


def test_a_blank_between_narrow_characters_maps_to_white_space() -> None:
    writer = Writer("David\nScharia")
    writer.copy(0, 13)
    assert (writer.text(), writer.source_map().raw_span(0, 13)) == ("David Scharia", (0, 13))


@pytest.mark.parametrize("raw", ["1" * 200_000, "12\n" * 30_000, "1. " * 50_000, "国。1" * 50_000, "____________\n1 见。\n" * 5_000, "A/76/1\n" * 20_000])
def test_hostile_text_is_read_in_linear_time(raw: str) -> None:
    document = read_report(raw)
    assert len(document.text) <= len(raw) + 1
