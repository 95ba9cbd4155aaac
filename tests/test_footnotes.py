"""Footnotes and their marks: which lines are notes, where the text goes on after them, which digits are marks."""

from __future__ import annotations

import pytest

from unodc_report.layout.cleaning import clean
from unodc_report.layout.marks import choose, find_candidates
from unodc_report.sources.source import Hints

RULE = "__________________"


def read(raw: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The lines of the text, and the notes as key and text."""
    found = clean(raw)
    return [row.line.text for draft in found.drafts for row in draft.rows], [(note.key, "".join(found.lines[i].text for i in note.lines)) for note in found.notes]


def anchors(raw: str) -> list[str | None]:
    """What stands before the mark of each note, five characters of it."""
    return [raw[max(0, note.mark.start - 5) : note.mark.start] if note.mark else None for note in clean(raw).notes]


FULL = "1. 会员国在本报告所述期间加强了边境管制并与邻国的海关部门交流了情报"  # a full line that goes on


@pytest.mark.parametrize(("number", "is_note"), [(1, True), (2, True), (20, True), (21, False), (45, False)])
def test_under_a_rule_a_number_a_little_ahead_begins_a_note(number: int, is_note: bool) -> None:
    body, notes = read(f"1. 会议结束。\n{RULE}\n{number} 见第三章。\n")
    assert [key for key, _ in notes] == [str(number)] * is_note
    assert len(body) == 2 - is_note


def test_numbers_begin_anew_in_another_part_only_right_under_a_rule() -> None:
    page = f"1. 会议结束。\n{RULE}\n1 见第三章。\n2 见第四章。\n"
    assert [key for key, _ in read(page + page.replace("1. 会", "2. 会"))[1]] == ["1", "2", "1", "2"]
    assert read(f"1. 会议结束。\n{RULE}\n1 见《条约汇编》第二千三百四十九卷的第\n1 部分和第\n5 部分。\n")[1] == [("1", "1 见《条约汇编》第二千三百四十九卷的第1 部分和第5 部分。")]


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        ("秘书长的报告\n1. 会议结束。\n* A/76/50。\n", "* A/76/50。"), ("秘书长的报告*\n1. 会议结束。\n* 本报告迟交\n", "* 本报告迟交"), ("秘书长的报告\n* 本报告因技术原因迟交。\n1. 会议结束。\n", "* 本报告因技术原因迟交。"),
        ("会议\n* A/76/50。\n* 审查法律。\n", None), ("会议\n* 审查法律。\n* A/76/50。\n", None), ("1. 会议结束。\n* 本报告因技术原因迟交。\n", None), ("秘书长的报告\n* 本报告\n", None), ("* A/76/50。", "* A/76/50。"),
        ("* A/76/50。\n1. 会议结束。\n* E/2021/1。\n", "* A/76/50。"), ("* 审查法律。\n* 培训人员。", None), ("1. 报告。\n甲*乙\n** 本报告迟交。\n", None),
    ],
)  # fmt: skip
def test_a_line_with_a_star_is_a_note_where_it_is_alone_and_marked(raw: str, note: str | None) -> None:
    assert [text for _, text in read(raw)[1]] == ([note] if note else [])


@pytest.mark.parametrize(
    ("raw", "keys"),
    [
        ("1. 委员会通过了决议。1\n1 见 E/2021/30。\n2. 会议结束。\n", ["1"]), ("1. 重点人群1 需求上升。\n1 见第三章。\n2. 会议结束。\n", []), ("1. 委员会通过了决议。3\n3 见 E/2021/30。\n2. 会议结束。\n", ["3"]),
        ("1. 委员会通过了决议。4\n4 见 E/2021/30。\n2. 会议结束。\n", []), ("1. 会议结束。\n注\n1 见 E/2021/30。\n2 见 E/2021/31。\n", ["1", "2"]), ("1. 会议结束。\n注\n2 见 E/2021/30。\n", []), ("1. 会议结束。\n注 释\n1 见。\n", ["1"]),
        ("1. 会议。1\n结束。2\n1 见 E/2021/30。\n2 见 E/2021/31。\n", ["1", "2"]), ("1. 会议。2 结束。1\n1 见 E/2021/30。\n2 见 E/2021/31。\n2. 会议结束。\n", ["1", "2"]), ("1. 会议结束。\na 见 E/2021/30。\n", []),
    ],
)  # fmt: skip
def test_without_a_rule_a_note_is_believed_for_a_strong_mark_in_its_order(raw: str, keys: list[str]) -> None:
    assert [key for key, _ in read(raw)[1]] == keys


def test_a_letter_after_a_note_with_a_number_is_no_note() -> None:
    assert read(f"1. 会议结束。\n{RULE}\n1 见该决议第四章第二节第\na 段和 b 段。\n")[1] == [("1", "1 见该决议第四章第二节第a 段和 b 段。")]


def test_a_rule_is_left_out_as_a_rule() -> None:
    assert clean(f"1. 会议结束。\n{RULE}\n1 见第三章。\n").reasons == {1: "rule"}


@pytest.mark.parametrize(("between", "anchor"), [("", "结论性意见"), ("\n" + "委员会在该届会议上审议了报告。\n" * 30, None)])
def test_a_note_that_stands_first_has_its_mark_after_the_title_near_it(between: str, anchor: str | None) -> None:
    raw = f"* 委员会第一〇四届会议（2021年8月10日至25日）通过。\n\n消除种族歧视委员会\n{between}\n关于丹麦合并定期报告的结论性意见*\n\n1. 委员会在2021年8月18日举行的会议上审议了丹麦提交的报告。\n"
    assert anchors(raw) == [anchor]


def test_notes_with_letters_stand_under_a_rule_and_go_on() -> None:
    assert [key for key, _ in read(f"1. 会议结束。\n{RULE}\na 见 E/2021/30。\nb 见 E/2021/31。\n")[1]] == ["a", "b"]


ENDED = FULL + "。"
NOTE = "1 见《联合国条约汇编》第二千三百四十九卷，第四万二千一百四十六号。"  # a line as full as the text's
SHORT = "1 A/76/119。"


@pytest.mark.parametrize(
    ("before", "note", "after", "resumes"),
    [
        (FULL, SHORT, "并商定了下一步工作。", True),  # a short line that ends a sentence ends the note
        ("1. 会议结束。", SHORT, "委员会表示欢迎。", True),
        (FULL, NOTE, "2. 会议结束。", True),  # a label after a full stop
        (FULL, NOTE, "(a) 修订法律；", True),
        (FULL, NOTE, "一. 导言", True),
        (FULL, NOTE, "并商定了下一步工作。", True),  # the text waits for its rest
        (FULL, NOTE, "另见第三章。", False),
        (FULL, NOTE, "可查阅 www.unodc.org。", False),
        (FULL, NOTE, "www.unodc.org。", False),
        (FULL, NOTE, "（A/76/119）。", False),
        (ENDED, NOTE, "另一份文件载有其他资料。", False),  # the text waits for nothing
        (ENDED, NOTE, "①见附件。", False),
        (ENDED, NOTE, "2. 会议结束。", True),
        (ENDED + "1", NOTE, "另一份文件载有其他资料。", False),
        (FULL, "1 A/76/119", "并商定了下一步工作。", True),  # a short line without a full stop, and the text waits
        (FULL, "1 A/76/119", "第 7 段所述情报。", True),
        (FULL, "1 A/76/119", "“A/76/119/Add.1。", False),
        (FULL, "1 A/76/119", "and Add.1。", False),
        (FULL, NOTE[:-1], "资料。", False),
        (FULL, NOTE[:-1] + "：", "2. 资料。", False),  # a colon ends no note
        (FULL, NOTE[:-1] + "；", "资料。", False),
        ("1. 会议结束。", "1 A/76/119", "资料。", False),
    ],
)
def test_where_the_text_goes_on_after_a_note(before: str, note: str, after: str, resumes: bool) -> None:
    body, notes = read(f"{before}\n{RULE}\n{note}\n{after}\n")
    assert body == [before, *([after] if resumes else [])]
    assert notes == [("1", note if resumes else note + after)]


def test_how_wide_a_line_is_the_text_right_before_a_note_says() -> None:
    page = "一页取作一行的文字" * 9
    assert read(f"{page}\n{ENDED}\n{RULE}\n{NOTE}\n另一份文件载有其他资料。\n")[1] == [("1", NOTE + "另一份文件载有其他资料。")]


def test_a_note_at_the_head_of_a_text_has_nothing_to_wait_for() -> None:
    assert read(f"{RULE}\n{NOTE}\n另一份文件载有其他资料。\n") == ([], [("1", NOTE + "另一份文件载有其他资料。")])


@pytest.mark.parametrize(("end", "resumes"), [("\n\f", True), ("\n", False)])
def test_a_note_without_a_rule_ends_with_its_page(end: str, resumes: bool) -> None:
    body, notes = read(f"{ENDED}1\n{NOTE}{end}另一份文件载有其他资料。\n2. 会议结束。\n")
    assert body == [f"{ENDED}1", *(["另一份文件载有其他资料。"] if resumes else []), "2. 会议结束。"]
    assert notes == [("1", NOTE if resumes else NOTE + "另一份文件载有其他资料。")]


def test_at_the_head_of_a_text_the_lines_behind_a_note_say_how_wide_a_line_is() -> None:
    assert read(f"{RULE}\n{SHORT}\n另一份文件载有其他资料。\n") == (["另一份文件载有其他资料。"], [("1", SHORT)])


def test_furniture_ends_a_note() -> None:
    body, notes = read(f"{FULL}\n{RULE}\n{NOTE[:-1]}\nA/76/122\n7/18 V.21-04921\n资料。\n")
    assert (body, notes) == ([FULL, "资料。"], [("1", NOTE[:-1])])


def test_a_note_right_under_the_title_belongs_to_it() -> None:
    assert anchors("秘书长的报告*\n* 本报告因技术原因迟交。\n1. 会议结束。\n") == ["书长的报告"]


def test_marks_are_taken_in_the_order_of_the_notes() -> None:
    raw = f"1. 甲决议。2 乙决议。1 丙决议。2\n{RULE}\n1 见第一章。\n2 见第二章。\n"
    assert anchors(raw) == [" 乙决议。", " 丙决议。"]
    assert anchors(f"1. 甲决议。1 乙决议。\n{RULE}\n1 见第一章。\n2 见第二章。\n2. 丙决议。2\n") == [" 甲决议。", None]


def test_a_mark_inside_a_note_is_no_mark_of_the_next_one() -> None:
    raw = f"1. 委员会通过了决议。1 重点人群2 需求上升。\n{RULE}\n1 见该决议。2 另见附件。\n2 见第四章。\n"
    assert anchors(raw) == ["过了决议。", " 重点人群"]


@pytest.mark.parametrize(
    ("raw", "marks"),
    [
        ("决议。1", [("1", "1", 2)]), ("决议。1 各国", [("1", "1", 2)]), ("决议。1/ 各国", [("1/", "1", 2)]), ("决议。1/", [("1/", "1", 2)]), ("决议。1/2", []), ("决议。1/2。", []), ("决议。1/a", []), ("决议。1。", [("1", "1", 2)]), ("决议”1，", [("1", "1", 2)]),
        ("人群1 需求", [("1", "1", 1)]), ("人群1需求", [("1", "1", 1)]), ("增加1 倍", []), ("增加1倍", []), ("增加12.5", []), ("增加1，5", [("5", "5", 2)]), ("增加1 000", []), ("增加1 0001", [("1", "1", 1)]), ("增加1-2", []), ("决议1a", []), ("决议1A", []), ("决议1%", []), ("决议1_", []), ("决议1@", []),
        ("决议1(", [("1", "1", 1)]), ("决议1国际", [("1", "1", 1)]), ("决议1国", []), ("决议1国内", [("1", "1", 1)]), ("表1 载有", []), ("目标11 涉及", []), ("决议0", []), ("决议1234", []), ("a1", []),
        ("决议¹", [("¹", "1", 3)]), ("决议¹²", [("¹²", "12", 3)]), ("决议[1]", [("[1]", "1", 3)]), ("决议［12］", [("［12］", "12", 3)]), ("决议[0]", []), ("决议[1］", [("[1］", "1", 3)]),
        ("决议。 1 ", [("1", "1", 1)]), ("决议。\n1\n", [("1", "1", 1)]), ("决议。 1 名", []), ("决议。  1 各国", []), ("决议*", [("*", "*", 2)]), ("决议**。", [("**", "**", 2)]), ("决议* **", [("*", "*", 2), ("**", "**", 2)]), (" * 决议", []), ("* 决议", []),
    ],
)  # fmt: skip
def test_what_may_be_a_mark(raw: str, marks: list[tuple[str, str, int]]) -> None:
    found = sorted(mark for places in find_candidates(raw).values() for mark in places)
    assert [(raw[mark.start : mark.end], mark.key, mark.strength) for mark in found] == marks


def test_the_strongest_place_is_chosen_and_of_equals_the_first() -> None:
    raw = "人群1 需求。1 上升。1 下降¹ 1"
    places = find_candidates(raw)
    assert [choose(places, "1", after, before) for after, before in ((-1, 3), (-1, 8), (-1, 13), (-1, 99), (6, 13), (2, 6), (99, 200))] == [
        next(m for m in places["1"] if m.start == start) if start else None for start in (2, 7, 7, 16, 7, None, None)
    ]
    assert choose(places, "2", -1, 99) is None


def test_only_marks_that_the_file_knows_are_marks_where_it_knows_them() -> None:
    raw = "决议。1 各国 2 名[a]代表。3*"
    found = find_candidates(raw, ((8, 9), (11, 14)))
    assert {key: [(mark.start, mark.end, mark.strength) for mark in marks] for key, marks in found.items()} == {"2": [(8, 9, 4)], "a": [(12, 13, 4)], "*": [(18, 19, 2)]}


def test_notes_that_the_file_knows_are_taken_as_they_are() -> None:
    raw = "1. 会议。\n05 见附件一\n第二节。\n* 见附件二。\niv 见附件三。\n无号的注。\n2. 结束。8\n8 见附件四。\n"
    at = raw.index
    hints = Hints(notes=((at("05"), at("2. 结")),), note_starts=frozenset({at("05"), at("* 见"), at("iv"), at("无号")}))
    found = clean(raw, hints)
    assert [(note.key, "".join(found.lines[i].text for i in note.lines)) for note in found.notes] == [
        ("5", "05 见附件一第二节。"), ("*", "* 见附件二。"), ("iv", "iv 见附件三。无号的注。"), ("8", "8 见附件四。"),
    ]  # fmt: skip
    assert [row.line.text for draft in found.drafts for row in draft.rows] == ["1. 会议。", "2. 结束。8"]


def test_a_line_that_the_file_takes_for_a_note_before_any_note_begins_is_text() -> None:
    raw = "1. 会议\n结束。\n"
    assert [row.line.text for draft in clean(raw, Hints(notes=((7, 10),))).drafts for row in draft.rows] == ["1. 会议", "结束。"]


def test_known_marks_lose_their_brackets() -> None:
    raw = "决议[1]和［2］和 3 。"
    assert {key: [(m.start, m.end) for m in marks] for key, marks in find_candidates(raw, ((2, 5), (6, 9), (10, 13))).items()} == {"1": [(2, 5)], "2": [(6, 9)], "3": [(11, 12)]}
    assert find_candidates("决议。1/ab", ()) == {}
    assert [mark.key for mark in find_candidates("决议。1/。")["1"]] == ["1"]


# Notes as `pdftotext -layout` writes them: the raised number on a line of its own.

ALONE = f"""{FULL}，1 并商
定了下一步工作。2 其他各国表示支

1
    见第三章。
2
    第四章载有其他资料，包括
    各国的答复。

V.21-04921                                        2
持。3
{{more}}
3
    见附件。
"""


@pytest.mark.parametrize("rule", ["", RULE])
def test_the_number_of_a_note_may_stand_alone_on_the_line_before_it(rule: str) -> None:
    raw = ALONE.replace("\n1\n", f"\n{rule}\n1\n").format(more="2. 会议结束。")
    body, notes = read(raw)
    assert notes == [("1", "1见第三章。"), ("2", "2第四章载有其他资料，包括各国的答复。"), ("3", "3见附件。")]
    assert body[-2:] == ["持。3", "2. 会议结束。"]
    assert anchors(raw) == ["流了情报，", "一步工作。", " 2\n持。"]


@pytest.mark.parametrize(
    "raw",
    [
        f"{FULL}，1 并商\n{RULE}\n1\n见第三章。\n2\n定了下一步工作。\n",  # the number of a page: no mark of a second note stands before it
        f"{FULL}，并商\n1\n定了下一步工作。\n",
        "1\n委员会审议了报告。\n2\n委员会感谢各国。\n3\n会议结束。\n",
    ],
)  # fmt: skip
def test_a_number_alone_is_no_note_without_its_mark(raw: str) -> None:
    assert [key for key, _ in read(raw)[1]] == ["1"] * (RULE in raw)


@pytest.mark.parametrize("slash", ["/", "／"])
def test_marks_of_the_old_style_end_with_a_slash(slash: str) -> None:
    raw = f"1. 大会在其决议1{slash}第3段中提出请求，并规定了期限。2{slash}\n1{slash}  见第三章。\n2{slash}  见第四章。\n2. 会议结束。\n"
    assert anchors(raw) == ["会在其决议", "定了期限。"]
    assert anchors(f"1. 大会在其决议1{slash}2段中提出请求。\n1{slash}  见第三章。\n2. 会议结束。\n") == []


def test_a_note_with_a_star_that_stands_first_ends_with_its_sentence() -> None:
    raw = "* 本文件迟交。\n\n关于粮食援助的最后报告\n\n1. 会议开幕。\n"
    assert read(raw) == (["关于粮食援助的最后报告", "1. 会议开幕。"], [("*", "* 本文件迟交。")])
    assert read("* 本文件迟交。\n另见附件。\n关于粮食援助的最后报告\n")[1] == [("*", "* 本文件迟交。另见附件。")]
    assert read("* 本文件迟交，原因如下：\n无译员。\n关于粮食援助的最后报告\n")[1] == [("*", "* 本文件迟交，原因如下：无译员。")]


@pytest.mark.parametrize("rule", ["–––––––––––", "=========="])
def test_rules_of_other_signs(rule: str) -> None:
    assert clean(f"1. 会议结束。\n{rule}\n1 见第三章。\n").reasons == {1: "rule"}


@pytest.mark.parametrize(("after", "keys"), [("。", ["1"]), ("，", ["1"]), ("；", ["1"]), ("、", []), ("类", []), ("", [])])
def test_a_mark_glued_to_a_word_is_believed_without_a_rule_before_a_stop(after: str, keys: list[str]) -> None:
    assert [key for key, _ in read(f"1. 日程根据各方的意见确定的1{after}会议结束。\n1 见第三章。\n2. 会议开幕。\n")[1]] == keys


def test_more_blank_lines_than_a_page_has_inside_end_a_note() -> None:
    head = f"1. 会议开始。1 {FULL[3:]}。\n{RULE}\n1 另见www.unodc.org/unodc/corruption\n"
    assert read(f"{head}\n\n\n第二天会议结束。\n")[0][-1] == "第二天会议结束。"
    assert read(f"{head}\n\n第二天会议结束。\n")[1][0][1].endswith("第二天会议结束。")


def test_the_number_of_a_page_after_a_note_is_no_note() -> None:
    raw = f"1. 会议。3 结束。1 开幕。2 其他各国\n{RULE}\n1\n见第三章。\n2\n见第四章。\n3\n表示支持。\n"
    assert [key for key, _ in read(raw)[1]] == ["1", "2"]
    raw = f"{FULL}，1 并\n{RULE}\n1 见《条约汇编》\n5\n并商定了下一步工作。\n"
    assert read(raw)[0][-1] == "并商定了下一步工作。"


def test_a_note_whose_lines_stand_as_far_apart_as_pages_goes_on() -> None:
    raw = f"1. 会议开始。1 {FULL[3:]}。\n{RULE}\n\n\n\n1 另见第三章\n\n\n\n和第四章。\n"
    assert read(raw)[1] == [("1", "1 另见第三章和第四章。")]
