"""Markdown: what is markup, what it says of the lines, and that every character keeps its place."""

from __future__ import annotations

import pytest

from unodc_report import parse
from unodc_report.models.document import Block, Document
from unodc_report.sources.markdown import is_markdown, read_markdown
from unodc_report.structure import read_report

PARAGRAPH = "委员会在本报告所述期间举行了两次会议，并就今后的工作方案交换了意见。"


def kinds(raw: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_report(raw).blocks]


def block(document: Document, name: str) -> Block:
    return next(block for block in document.blocks if block.id == name)


@pytest.mark.parametrize(
    "text",
    [
        "## 一. 导言\n\n1. 会议开幕。",
        "1. 会议开幕。\n### 二. 结论",
        "| 国家 | 答复 |\n|---|---|\n| 乙国 | 3 |",
        "国家 | 答复\n--- | ---\n乙国 | 3",
        "1. 会议开幕。[^1]\n\n[^1]: 见附件。",
        "1. 会议开幕。<sup>1</sup>",
        "**一. 导言**\n\n1. 会议开幕。\n\n**二. 结论**",
    ],
)
def test_marked_up_texts_are_told(text: str) -> None:
    assert is_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "1. 会议开幕。",
        "秘书长的报告**\n* A/99/50。\n** 本报告迟交。",  # notes with stars
        "#1 号井\n#2 号井",  # a number, and no blank
        "第一节---第二节\n----------\n1 见附件。",  # a rule over notes
        "见 | 左栏 | 右栏",
        "**重要**的一行，另有一行**重要**。",
        "# 一行\n" + PARAGRAPH * 1_500,  # in a long text one such line is none
    ],
)
def test_plain_texts_are_no_markdown(text: str) -> None:
    assert not is_markdown(text)


def test_headings_are_read_as_those_of_any_report() -> None:
    raw = "# 联合国\n\n## A/99/12\n\n# 关于水的报告\n\n## 一. 导言\n\n1. 会议开幕。\n\n### A. 方法\n\n2. 收到了答复。\n"
    assert kinds(raw) == [
        ("masthead", "联合国"), ("masthead", "A/99/12"), ("title", "关于水的报告"), ("heading", "一.导言"), ("paragraph", "1.会议开幕。"),
        ("heading", "A.方法"), ("paragraph", "2.收到了答复。"),
    ]  # fmt: skip


def test_headings_without_a_numeral_stand_as_deep_as_the_file_says() -> None:
    raw = "# 关于水的报告\n\n## 一. 导言\n\n### 先前的建议\n\n水是公有的，\n\n1. 会议开幕。\n\n## 后续行动\n\n2. 收到了答复。\n"
    levels = {block.text: block.level for block in read_report(raw).blocks if block.kind == "heading"}
    assert levels == {"一.导言": 1, "先前的建议": 2, "后续行动": 1}


def test_levels_that_the_file_does_not_tell_apart_say_nothing() -> None:
    raw = "## 关于水的报告\n\n## 一. 导言\n\n## A. 方法\n\n1. 会议开幕。\n\n## 先前的建议\n\n2. 收到了答复。\n"
    levels = {block.text: block.level for block in read_report(raw).blocks if block.kind == "heading"}
    assert levels == {"一.导言": 1, "A.方法": 2, "先前的建议": 3}


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**1.** 会议*开幕*。", "1.会议开幕。"),
        ("1\\. 会议开幕。", "1.会议开幕。"),
        ("1. 见文件A/C\\.3/99/L\\.2。", "1.见文件A/C.3/99/L.2。"),
        ("1. 见文件**A/99/**12。", "1.见文件A/99/12。"),  # markup inside a word parts nothing
        ("1. **Resolution 99** and annex", "1. Resolution 99 and annex"),
        ("> 1. 会议开幕。", "1.会议开幕。"),
        ("- 1. 会议开幕。", "1.会议开幕。"),
        ("1. 见[附件](https://example.org/a_b)。", "1.见附件。"),
        ("1. 见[附件](附录)。", "1.见[附件](附录)。"),  # brackets in a sentence are no link
        ("1. 会议<br>开幕<!-- image -->。", "1.会议开幕。"),
        ("1. 3 \\* 4 和 5 * 6 * 7。", "1. 3 * 4和5 * 6 * 7。"),  # stars with blanks on both sides are none
    ],
)
def test_markup_in_a_line_is_left_out(line: str, text: str) -> None:
    assert block(read_report(f"## 导言\n\n{line}\n"), "1").text == text


def test_lists_keep_their_labels() -> None:
    raw = "## 导言\n\n1. 委员会建议：\n\n- (a) 审查法律；\n- (b) 培训人员。\n\n2. 会议闭幕。\n"
    assert [block.id for block in read_report(raw).blocks] == ["h1", "1", "1(a)", "1(b)", "2"]


def test_footnotes_have_their_marks() -> None:
    document = read_report("## 导言\n\n1. 会议开幕[^1]。\n\n2. 会议闭幕。[^b]\n\n[^1]: 见附件一。\n\n[^b]: 见附件二，\n    以及附件三。\n\n## 结论\n\n3. 无。\n")
    first, second = block(document, "note1"), block(document, "noteb")
    assert (first.text, first.anchor) == ("1见附件一。", block(document, "1").end - 1)
    assert (second.text, second.anchor) == ("b见附件二，以及附件三。", block(document, "2").end)
    assert block(document, "3").text == "3.无。"


def test_raised_footnotes_end_where_a_line_is_blank() -> None:
    document = read_report("## 导言\n\n1. 会议开幕。<sup>1</sup>\n\n<sup>1</sup> 见附件\n第3段。\n\n2. 会议闭幕；$^{2}$ 无异议。\n\n<sup>2</sup> 同上。\n")
    assert block(document, "note1").text == "1见附件第3段。"
    assert block(document, "2").text == "2.会议闭幕；无异议。"
    assert block(document, "note2").anchor == block(document, "2").start + len("2.会议闭幕；")


def test_tables_stand_beside_the_text() -> None:
    raw = "## 导言\n\n1. 见下表。\n\n表1 答复\n\n| 区域 | 数目 |\n|------|-----:|\n| **非洲** | 12 |\n| 亚洲 | 30 |\n\n2. 会议闭幕。\n"
    document = read_report(raw)
    assert [block.id for block in document.blocks] == ["h1", "1", "2"]
    (table,) = document.exhibits
    assert (table.title, table.rows, table.after) == ("表1答复", (("区域", "数目"), ("非洲", "12"), ("亚洲", "30")), "1")
    assert raw[table.raw_start : table.raw_end].startswith("表1")


def test_a_table_that_holds_the_masthead_is_text() -> None:
    raw = "| 联合国 | A/99/12 |\n|---|---|\n| 大会 | Distr.: General 4 March 2019 |\n\n# 关于水的报告\n\n## 一. 导言\n\n1. 会议开幕。\n"
    metadata = read_report(raw).metadata
    assert (metadata.symbol, metadata.body, metadata.distribution, metadata.title) == ("A/99/12", "大会", "General", "关于水的报告")


def test_pages_are_parted() -> None:
    raw = "## 导言\n\n1. 会议开幕，并且\n\nA/99/12\n\n-----\n\n通过了议程。\n\nA/99/12\n\n-----\n\n2. 会议闭幕。\n\nA/99/12\n"
    assert block(read_report(raw), "1").text == "1.会议开幕，并且通过了议程。"


@pytest.mark.parametrize(
    "text",
    ["## **一. 导言** ##\r\n\r\n1\\. 会议*开幕*[^1]。\r\n\r\n[^1]: 见<b>附件</b>。", "a|b\n|---|\n", "**", "##", "[^", "|\n|---|---|", "***a** b*", "-----\n\n> ", "{4}------------------------\n"],
)
def test_every_character_keeps_its_place(text: str) -> None:
    plain, _ = read_markdown(text)
    assert len(plain) == len(text)
    assert all(after in (before, " ", "\u200b", "\f") for before, after in zip(text.replace("\\.", ".\\"), plain, strict=True))


def test_mentions_count_from_the_text_as_given() -> None:
    raw = "## 一. 导言\n\n1\\. *2020年3月*，**《残疾人权利公约》**缔约国增至<sup>1</sup> 182个。\n"
    assert [(mention.type, raw[mention.raw_start : mention.raw_end]) for mention in parse(raw).mentions][:2] == [
        ("date", "2020年3月"), ("instrument", "《残疾人权利公约》"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["*a " * 20_000, "**a\n" * 10_000, "[" * 40_000, "[a](" * 10_000, "|" * 40_000 + "\n" + "|---" * 10_000, "<!--" * 10_000, "> " * 20_000])
def test_hostile_markup_costs_no_more_than_other_text(text: str) -> None:
    assert len(read_markdown("## 导言\n" + text)[0]) == len(text) + 6
