"""Forms of real documents: records of meetings, pages in one line, two languages side by side, mastheads in tables, lettered resolutions."""

from __future__ import annotations

import pytest
from specimens import SPECIMENS, raw

from unodc_report.layout.running import find_paragraphs
from unodc_report.models.document import Document
from unodc_report.structure import read_report

SAID = "委员会在本报告所述期间举行了两次会议，并就今后的工作方案交换了意见。"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_report(text).blocks]


def levels(text: str) -> dict[str, int | None]:
    return {block.text: block.level for block in read_report(text).blocks if block.kind == "heading"}


# records of meetings

RECORD = (
    "河流委员会\n\n第九届会议\n\n第77次会议简要记录\n\n2031年5月6日，星期二，上午10时在内罗毕总部举行\n\n主席：甲女士\n\n目录\n\n会议开幕\n\n"
    "通过议程和工作安排\n\n河流状况（续）\n\n上午10时15分宣布开会。\n\n会议开幕\n\n1. 主席宣布开会。\n\n通过议程和工作安排（RC/C/9/1）\n\n"
    "2. 议程获得通过。\n\n河流状况（续）（RC/C/9/2和Add.1）\n\n乙先生（丙国）介绍了报告。\n\n上午11时散会。\n"
)


def test_the_items_of_a_meeting_are_its_contents() -> None:
    assert kinds(RECORD) == [
        ("masthead", "河流委员会"), ("masthead", "第九届会议"), ("title", "第77次会议简要记录"), ("masthead", "2031年5月6日，星期二，上午10时在内罗毕总部举行"),
        ("text", "主席：甲女士"), ("text", "上午10时15分宣布开会。"), ("heading", "会议开幕"), ("paragraph", "1.主席宣布开会。"),
        ("heading", "通过议程和工作安排（RC/C/9/1）"), ("paragraph", "2.议程获得通过。"), ("heading", "河流状况（续）（RC/C/9/2和Add.1）"),
        ("text", "乙先生（丙国）介绍了报告。"), ("text", "上午11时散会。"),
    ]  # fmt: skip
    metadata = read_report(RECORD).metadata
    assert (metadata.title, metadata.body, metadata.session) == ("第77次会议简要记录", "河流委员会", "第九届会议")


def test_the_items_are_contents_only_where_the_first_of_them_comes_next() -> None:
    text = RECORD.replace("宣布开会。\n\n会议开幕", "宣布开会。\n\n选举主席")
    assert "通过议程和工作安排" in [said for _, said in kinds(text)]


def test_what_a_table_of_contents_lists_is_a_heading_once() -> None:
    text = "目录\n\n页次\n\n乙国......3\n\n丙国......5\n\n一. 审议报告\n\n1. 会议开幕。\n\n乙国\n\n2. 收到了答复。名单如下：\n\n乙国\n\n丙国\n\n3. 会议闭幕。\n"
    assert levels(text) == {"一.审议报告": 1, "乙国": 2}


# pages in one line


def one_line(document: Document, between: str) -> str:
    return between.join(block.printed for block in document.blocks if block.kind != "footnote")


@pytest.mark.parametrize("between", ["", " "], ids=["glued", "with blanks"])
@pytest.mark.parametrize("specimen", SPECIMENS)
def test_a_report_in_one_line_keeps_its_paragraphs(specimen: str, between: str) -> None:
    document = read_report(raw(specimen, "pdftotext"))
    numbers = [block.number for block in document.blocks if block.kind == "paragraph" and ":" not in block.id]
    found = [block.number for block in read_report(one_line(document, between)).blocks if block.kind == "paragraph" and ":" not in block.id]
    assert set(found) <= set(numbers)
    assert len(found) > 0.95 * len(numbers)


@pytest.mark.parametrize("specimen", SPECIMENS)
def test_a_report_in_markdown_keeps_its_paragraphs_and_headings(specimen: str) -> None:
    document = read_report(raw(specimen, "pdftotext"))
    marks = {"heading": "## ", "title": "# "}
    text = "\n\n".join(marks.get(block.kind, "") + block.printed for block in document.blocks if block.kind != "footnote")
    again = read_report(text)
    for kind in ("paragraph", "heading"):
        expected = [(block.id, block.level) for block in document.blocks if block.kind == kind]
        assert [(block.id, block.level) for block in again.blocks if block.kind == kind] == expected


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (f"1.{SAID}2.{SAID}3.{SAID}", ["1.", "2.", "3."]),
        (f"1.{SAID}2.{SAID}", []),  # two may count on by chance
        (f"{SAID}7.{SAID}8.{SAID}9.{SAID}", ["7.", "8.", "9."]),
        (f"1.{SAID}2.{SAID}4.{SAID}5.{SAID}", ["1.", "2.", "4.", "5."]),  # one was lost
        (f"一.导言1.{SAID}2.{SAID}二.方法A.来源3.{SAID}", ["一.导言", "1.", "2.", "二.方法", "A.来源", "3."]),
        (f"1.{SAID}2.{SAID}B.供应1.植物类毒品3.{SAID}2.合成毒品4.{SAID}", ["1.", "2.", "B.供应", "1.植物类毒品", "3.", "2.合成毒品", "4."]),
        (f"见B卷1.{SAID}2.{SAID}3.{SAID}", ["1.", "2.", "3."]),  # the first may stand behind any character
        (f"见附件B1.{SAID}2.{SAID}3.{SAID}", []),  # but behind no letter: two are left
        (f"1.{SAID}2.{SAID}(b)偷运移民3.{SAID}", ["1.", "2.", "(b)偷运移民", "3."]),
        (f"1.{SAID}2.{SAID}对大会的建议3.{SAID}", ["1.", "2.", "对大会的建议", "3."]),  # a heading without a number
        (f"1.{SAID}2.{SAID}第三章结论3.{SAID}", ["1.", "2.", "第三章结论", "3."]),
        (f"1.{SAID}2.支出达3.5亿美元。{SAID}3.{SAID}", ["1.", "2.", "3."]),  # the next number, but a decimal
        (f"1.{SAID}2.建议：1.审查法律；2.培训人员；3.公布数据；4.加强合作。3.{SAID}4.{SAID}", ["1.", "2.", "3.", "4."]),
        (f"1.{SAID}2.{SAID[:-1]}；1/ 3.{SAID}", ["1.", "2.", "3."]),  # the mark of a note before it
        (f"1.{SAID}2.{SAID}3 3.{SAID}", ["1.", "2.", "3."]),
        (f"1.{SAID}2.{SAID}3.{SAID}附件{SAID}1.{SAID}2.{SAID}3.{SAID}", ["1.", "2.", "3.", "1.", "2.", "3."]),
    ],
)
def test_the_best_count_tells_the_paragraphs_of_running_text(text: str, starts: list[str]) -> None:
    places = sorted(find_paragraphs(text))
    assert [text[place : place + len(start)] for place, start in zip(places, starts, strict=True)] == starts


def test_pages_in_one_line_count_on() -> None:
    pages = ["".join(f"{number}.{SAID * 6}" for number in numbers) for numbers in ((1, 2), (3, 4), (5, 6))]
    assert [block.number for block in read_report("\n".join(pages)).blocks] == [1, 2, 3, 4, 5, 6]


def test_masthead_title_author_and_summary_of_one_line_are_told_apart() -> None:
    text = (
        "联合国A/99/12大会Distr.:General4March2044Chinese Original:English第九十九届会议临时议程项目7河流的保护秘书长的报告摘要本报告系根据大会第98/7号决议编写。"
        f"一.导言1.{SAID * 3}2.{SAID * 3}3.{SAID * 3}"
    )
    assert kinds(text)[1:6] == [
        ("masthead", "第九十九届会议"), ("masthead", "临时议程项目7"), ("title", "河流的保护"), ("title", "秘书长的报告"), ("heading", "摘要"),
    ]  # fmt: skip
    metadata = read_report(text).metadata
    assert (metadata.title, metadata.author, metadata.session, metadata.agenda_item) == ("河流的保护", "秘书长的报告", "第九十九届会议", "临时议程项目7")


# two languages side by side


def test_labels_that_stand_twice_head_the_line_after_them() -> None:
    text = "I. 一.\nIntroduction 导言\n1. 1.\nThe Council met in May. 理事会在5月举行会议。\n2. 2.\nIt adopted its agenda. 理事会通过了议程。\n"
    assert [(block.kind, block.label, block.number) for block in read_report(text).blocks] == [
        ("heading", "I. 一.", None), ("paragraph", "1. 1.", 1), ("paragraph", "2. 2.", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "label"), [("2. 2.", "2. 2."), ("1. 2.", "1."), ("A. B.", None), ("1.1.", None), ("I. 见第二章", "I.")])
def test_a_label_stands_twice_where_both_say_the_same(line: str, label: str | None) -> None:
    text = f"一. 导言\n1. 会议开幕。\n{line}\nThe Council met. 理事会举行会议。\n"
    assert [block.label for block in read_report(text).blocks][:3] == ["一.", "1.", label]


def test_what_heads_texts_set_side_by_side_is_no_title() -> None:
    text = "Correct misalignment Change languages order\nA/99/12 V1.docx (English) A/99/12 V2.docx (Chinese)\nReport on rivers 关于河流的报告\n1. 1.\nIt met. 委员会开会。\n"
    assert read_report(text).metadata.title == "Report on rivers关于河流的报告"


# mastheads, titles, headings


def test_a_masthead_in_the_cells_of_a_table() -> None:
    text = "联合国 | S/RES/9999 (2044) |\n安全理事会 | Distr.: General 10 June 2044 |\n第9999(2044)号决议\n安全理事会，\n回顾其以往各项决议，\n1. 决定继续处理此案。\n"
    assert [kind for kind, _ in kinds(text)[:3]] == ["masthead", "masthead", "title"]
    metadata = read_report(text).metadata
    assert (metadata.symbol, metadata.body, metadata.date) == ("S/RES/9999 (2044)", "安全理事会", "10 June 2044")


@pytest.mark.parametrize("cells", [["甲 | 乙 |", "丙 | 丁 |"], ["来源 | 见附件 |"]])
def test_other_cells_are_no_masthead(cells: list[str]) -> None:
    assert [kind for kind, _ in kinds("\n".join([*cells, "1. 会议开幕。"]))] == [*["title"] * len(cells), "paragraph"]


def test_cells_before_any_masthead_are_no_titles() -> None:
    text = "委员\n\n国籍\n\n任期\n\n甲女士\n\n巴西\n\n2030\n\n乙先生\n\n智利\n\n2032\n\n4. 委员会选出了主席。\n"
    assert read_report(text).metadata.title is None
    assert kinds(text)[0] == ("text", "委员")


def test_the_resolutions_of_one_number_are_lettered() -> None:
    text = (
        "会议时地\n\nA\n会议日历\n\n大会，\n\n回顾其第98/1号决议，\n\n1. 核可会议日历；\n\n2. 请秘书长执行。\n\n"
        "B\n会议文件\n\n大会，\n\n深知文件的重要，\n\n1. 决定限制文件篇幅；\n\n2. 请秘书长提出报告。\n"
    )
    blocks = read_report(text).blocks
    assert [block.text for block in blocks if block.kind == "heading"] == ["A会议日历", "B会议文件"]
    assert [block.id for block in blocks if block.kind == "paragraph"] == ["1", "2", "part2:1", "part2:2"]


def test_other_letters_alone_are_no_headings() -> None:
    text = "1. 各组如下：\n\nA\n\n甲国\n\nC\n\n乙国\n\n2. 会议闭幕。\n"
    assert levels(text) == {}


def test_a_long_heading_counts_on_from_the_last_one() -> None:
    long = "E. 与各专门机构、各区域委员会、人权机制、民间社会组织、学术机构和私营部门在收集和分析河流水质数据方面的合作以及今后拟采取的措施"
    text = f"D. 主席团\n\n1. 委员会选出了主席。\n\n{long}\n\n2. 委员会注意到各项安排。\n"
    assert [(kind, said[:2]) for kind, said in kinds(text)] == [("heading", "D."), ("paragraph", "1."), ("heading", "E."), ("paragraph", "2.")]


@pytest.mark.parametrize("chapter", ["第一章组织事项", "第二部分委员会的报告"])
def test_a_chapter_may_have_its_title_right_behind_its_number(chapter: str) -> None:
    assert levels(f"{chapter}\n\nA. 会议\n\n1. 会议开幕。\n") == {chapter: 1, "A.会议": 2}


@pytest.mark.parametrize("line", ["第一章载有各项建议", "第二章和附件", "第三章的结论"])
def test_a_sentence_about_a_chapter_is_no_chapter(line: str) -> None:
    text = f"一. 导言\n\n1. 会议开幕。\n\n{line}\n\n2. 会议闭幕。\n"
    assert levels(text).get(line) != 1


def test_headings_may_end_with_a_bracket() -> None:
    assert levels("一. 导言\n\n1. 会议开幕。\n\n审议报告(议程项目4)\n\n2. 会议闭幕。\n") == {"一.导言": 1, "审议报告(议程项目4)": 2}


# numbers


def test_a_paragraph_may_end_with_the_mark_of_a_note_that_was_lost() -> None:
    text = "1. 核可秘书长的报告；1\n\n2. 选举委员会主席(第30条)。3\n\n3. 请秘书长执行本决议。\n"
    assert [block.id for block in read_report(text).blocks] == ["1", "2", "3"]


def test_items_count_as_treaties_count() -> None:
    text = "1. 缔约国承允：\n\n(子) 采取立法措施；\n\n(丑) 提交报告。\n\n2. 本条不影响第二条第三款\n(丑)项的规定。\n"
    assert [block.id for block in read_report(text).blocks] == ["1", "1(子)", "1(丑)", "2"]


def test_views_are_adopted_in_clauses() -> None:
    text = "根据《公约》设立的委员会，\n于2044年10月30日举行会议，\n结束了对第7/2040号来文的审议，\n考虑了双方提出的书面材料，\n通过如下：\n"
    assert len(read_report(text).blocks) == 5


@pytest.mark.parametrize("line", ["United Nations — Treaty Series · Nations Unies — Recueil des Traités", "Vol. 999, I-14668"])
def test_head_and_foot_of_the_treaty_series_are_furniture(line: str) -> None:
    assert kinds(f"{line}\n第一条\n1. 缔约国承允采取措施。\n")[0] == ("title", "第一条")


# letters, verbatim records, budgets, excerpts

LETTER = (
    "联合国 S/2039/999\n安全理事会\nDistr.: General\n8 February 2039\n\n2039年2月7日乙国常驻联合国代表给安全理事会主席的信\n\n"
    "谨随函转递乙国外交部长的来信(见附件)。\n\n常驻代表\n\n甲某某(签名)\n\n2039年2月7日乙国常驻联合国代表给安全理事会主席的信的附件\n\n[原件：英文]\n\n"
    "我国政府谴责这一行为，并呼吁安全理事会立即采取措施，防止局势进一步恶化。\n\n外交部长\n\n丙某某(签名)\n"
)


def test_neither_signatures_nor_the_language_of_the_original_are_headings() -> None:
    assert list(levels(LETTER)) == ["2039年2月7日乙国常驻联合国代表给安全理事会主席的信的附件"]
    assert read_report(LETTER).metadata.title == "2039年2月7日乙国常驻联合国代表给安全理事会主席的信"


def test_those_present_stand_each_on_a_line() -> None:
    text = "S/PV.9999\n第9999次会议\n\n主席：甲先生..................(乙国)\n成员：丙国..................丁女士\n戊国..................己先生\n\n上午10时05分开会。\n"
    assert [kind for kind, _ in kinds(text)] == ["masthead", "title", "text", "text", "text", "text"]


def test_a_budget_section_has_headings_one_above_the_other() -> None:
    text = (
        "第16款\n河流管理\n\n方案13\n洪水预防\n\n总方向\n\n任务规定和背景\n\n16.1 办公室负责协助会员国预防洪水。\n\n16.2 办公室在20个国家设有办事处。\n"
    )
    assert levels(text) == {"第16款河流管理": 1, "方案13洪水预防": 1, "总方向": 2, "任务规定和背景": 2}


def test_the_symbol_of_a_budget_section_names_it() -> None:
    assert read_report("联合国 A/99/6 (Sect. 16)\n大会\n\n拟议方案预算\n\n1. 会议开幕。\n").metadata.symbol == "A/99/6 (Sect. 16)"


def test_an_excerpt_may_begin_amid_the_notes() -> None:
    text = "大会，\n\n注意到秘书长的报告，23\n\n1. 赞同各项建议；24\n\n2. 请秘书长提出报告。\n\n23 A/98/500。\n\n24 同上，附件。\n"
    assert [(block.id, block.anchor is not None) for block in read_report(text).blocks if block.kind == "footnote"] == [("note23", True), ("note24", True)]


@pytest.mark.parametrize("note", ["23 个国家参加。", "23 A/98/500。"])
def test_a_number_without_a_mark_before_it_begins_no_note(note: str) -> None:
    assert [kind for kind, _ in kinds(f"1. 会议开幕。\n\n2. 名单如下：\n\n{note}\n")] == ["paragraph", "paragraph", "text"]
