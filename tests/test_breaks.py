"""Breaks: where one paragraph, heading or item ends and the next begins, by labels, by full lines, and by what blanks say in a text."""

from __future__ import annotations

import pytest

from unodc_report.layout.alone import are_cells
from unodc_report.layout.cleaning import clean
from unodc_report.layout.setting import Measure

LINE = "会员国加强边境管制并与邻国海关部门交流情报"  # twenty-one characters: a full line
NEXT = "委员会注意到缔约国请秘书处继续提供技术援助"  # another
SHORT = "并商定下一步工作。"


def paragraphs(count: int, between: str = "\n", last: str = "\n", indent: str = "") -> str:
    """So many paragraphs of two full lines and a short one."""
    return "".join(f"{indent}{n}. {LINE[:-2]}{between}{LINE}{between}{SHORT}{last}" for n in range(1, count + 1))


def measured(raw: str) -> Measure:
    return clean(raw).setting


def after(raw: str, text: str, between: str = "\n") -> list[str]:
    """The drafts of `text`, its lines parted by `|`, after the text `raw`."""
    lines = text.split("|")
    drafts = clean(raw + between.join(lines) + "\n5. 会议结束。\n").drafts
    first = next(k for k, draft in enumerate(drafts) if lines[0].strip() in draft.text)
    place = drafts[first].text.index(lines[0].strip())
    return [drafts[first].text[place:], *[draft.text for draft in drafts[first + 1 : -1]]]


def test_a_text_is_measured_by_its_open_lines() -> None:
    assert measured(paragraphs(4)) == Measure(wrapped=True, margin=42, full=0.97 * 41, gap=0, trailing=False, measured=True)
    assert measured(paragraphs(4, between="\n\n")).gap == 1
    assert measured(paragraphs(4, between="\n\n", last="\n\n\n")).gap == 1
    assert measured(paragraphs(1)) == Measure(wrapped=True, margin=42, full=0.97 * 41, gap=0, trailing=False, measured=True)
    assert measured(f"1. {LINE}\n{SHORT}\n") == Measure(wrapped=True, margin=24, full=46, gap=0, trailing=False, measured=False)
    assert measured("") == Measure(wrapped=True, margin=24, full=1, gap=0, trailing=False, measured=False)
    assert measured(paragraphs(2)).measured is True


def test_one_paragraph_a_line_is_no_wrapped_text() -> None:
    assert measured("".join(f"{n}. {LINE}，{LINE}。\n" for n in range(1, 9))).wrapped is False
    assert measured(f"1. {LINE * 12}\n" * 4).wrapped is False
    assert measured("".join(f"{n}. {LINE}，\n" for n in range(1, 9))).wrapped is False
    assert measured(f"1. {LINE}。\n2. {LINE}。\n3. 会议结束。\n").wrapped is True


def test_two_full_open_lines_are_enough_to_measure_and_headings_are_not_among_them() -> None:
    one = f"1. {LINE[:-2]}\n{SHORT}\n"
    assert measured(one + f"2. {LINE[:-2]}\n{SHORT}").measured is True
    assert measured(one + f"2. {LINE}。\n{SHORT}").measured is False
    assert measured(one + f"2. {LINE[:-7]}\n{SHORT}").measured is False  # much narrower than the widest
    assert measured(one.replace("\n", "\n\n") * 2).gap == 1  # a number tells that they go on over a blank line
    assert measured(f"{LINE}\n\n{SHORT}\n\n" * 2).measured is False  # without one, a blank line may stand after a title
    assert measured(f"{LINE}\n{LINE}。\n" * 2).measured is True
    assert measured(f"{LINE[:12]}\n{LINE[:12]}。\n" * 2).measured is False  # a list of names in a narrow column
    assert measured(f"{LINE * 4}\n{LINE * 4}。\n" * 2).measured is False  # a paragraph a line
    wide = "会员国在本报告所述期间加强了边境管制并与邻国海关部门交流情报秘书处继续提供技术援助各国政府表示欢迎"
    assert measured(f"各国在此期间采取的各项主要措施及其成果\n{wide}\n{wide}\n{SHORT}\n" * 5) == Measure(wrapped=True, margin=2 * len(wide), full=0.97 * 2 * len(wide), gap=0, trailing=False, measured=True)


def test_one_short_open_line_does_not_say_how_wide_a_full_one_is() -> None:
    assert measured(f"{paragraphs(4)}会议审查了该方案执行情况的\n{SHORT}\n").full == 0.75 * 41


@pytest.mark.parametrize(("beyond", "wrapped"), [(3, True), (9, False)])
def test_a_few_lines_beyond_the_margin_make_no_lines_of_paragraphs(beyond: int, wrapped: bool) -> None:
    assert measured(paragraphs(4) + "(a) 审查法律；\n" * 30 + f"{LINE}，{LINE}。\n" * beyond).wrapped is wrapped


@pytest.mark.parametrize(("count", "trailing"), [(5, True), (4, False)])
def test_blanks_at_the_ends_of_paragraphs_are_told_from_enough_of_them(count: int, trailing: bool) -> None:
    assert measured(paragraphs(count, last=" \n") + f"9. {LINE}\n{LINE}\n结束\n").trailing is trailing
    assert measured(paragraphs(count)).trailing is False
    assert measured(paragraphs(count, between=" \n", last=" \n")).trailing is False
    assert measured(paragraphs(count, last="\u3000\n") + f"9. {LINE}\n{LINE}\n结束\n").trailing is trailing
    assert measured(paragraphs(count, last="\xa0\n") + f"9. {LINE}\n{LINE}\n结束\n").trailing is trailing
    assert measured(paragraphs(count, last=" \n") + paragraphs(2)).trailing is False


@pytest.mark.parametrize(
    ("text", "drafts"),
    [
        (f"{NEXT[:15]}|{NEXT}|{SHORT}", 1),  # an open line goes on, if it is not very short
        (f"{NEXT[:14]}|{NEXT}|{SHORT}", 2),
        ("预防犯罪|各国应当加强合作，审查有关法律。", 2),
        (f"{NEXT[:-1]}。|{SHORT}", 1),  # a full line that ends a sentence may go on
        (f"{NEXT[:-4]}。|{SHORT}", 2),
        (f"{NEXT[:-4]}。|COVID-19 疫情继续蔓延。", 1),  # the word did not fit
        (f"{NEXT[:-4]}。|（COVID-19）疫情继续蔓延。", 1),
        (f"{NEXT[:-4]}。|《公约》生效。", 1),  # no bracket ends a line
        (f"{NEXT[:-5]}。|《公约》生效。", 2),
        (f"{NEXT[:-4]}。|A 国表示欢迎。", 2),
        ("会议开始，|审查了议程", 1),  # a comma goes on
        ("会议开始。各国|审查了议程", 1),  # so does what has begun as a sentence
        (f"{NEXT}|秘书长的报告", 2),
        ("摘要|各国应当加强合作，审查有关法律。", 2),
        ("附件|各国应当加强合作，审查有关法律。", 2),
        ("执行 摘要|会议开始并审查了议程并继续工作", 2),
        (f"{NEXT}|一. 导言", 1),  # a full line goes on, whatever the next one begins with
        ("会议开始并审查了议程|一. 导言", 2),
        (f"{NEXT[:-1]}。|一. 导言", 2),
        (f"{NEXT}|(a) 修订法律；", 1),
        (f"{NEXT[:-1]}、|(a) 修订法律；", 2),  # after a comma an item may begin
        (f"{NEXT[:-1]}、|• 修订法律；", 2),
        (f"{NEXT[:-1]}、|（1）修订法律；", 2),
        (f"{NEXT[:-1]}、|一. 导言", 1),
        ("会议审查了议程、|一. 导言", 2),
        ("会议审查了议程和|一. 导言", 2),
        (f"{NEXT}|第三章 结论", 1),
        (f"{NEXT[:-1]}，|12. 卷", 2),  # whether it is a paragraph is settled by counting
        (f"{NEXT}|12. 卷", 1),
        (f"{NEXT}|5. 卷", 2),  # the next number
        (f"{NEXT}|3. 卷", 2),
        ("会议审查了议程|12. 卷", 2),
        (f"{NEXT}|2.26 亿", 1),
        (f"{NEXT[:-1]}、|12. 卷", 1),  # after such a comma a number may be a volume's
        (f"{NEXT}|• 修订法律；", 2),  # nothing else begins with a bullet
        (f"{NEXT}|- 修订法律；", 1),
        (f"(a) {NEXT[:13]}缉获|106|件。", 1),  # a bare number is none where paragraphs have theirs before their text
    ],
)  # fmt: skip
def test_where_blocks_end_in_lines_that_follow_one_another(text: str, drafts: int) -> None:
    assert len(after(paragraphs(4), text)) == drafts


@pytest.mark.parametrize(
    ("text", "between", "drafts"),
    [
        (f"{NEXT}|{SHORT}", "\n\n", 2),  # a blank line ends an open line
        (f"(a) {NEXT[:-2]}|{SHORT}", "\n\n", 1),  # of a numbered paragraph only a short one: the rest may be on the next page
        (f"(a) 修订法律|{SHORT}", "\n\n", 2),
        (f"会议开始。{NEXT[:-5]}|{SHORT}", "\n\n", 1),
        (f"{NEXT[:-1]}。|{SHORT}", "\n\n", 2),
        (f"{NEXT[:-1]}。|{SHORT}", "\n    ", 2),  # a first line further in
        (f"会议{NEXT}|{NEXT[:-1]}。|{SHORT}", "\n    ", 1),
        (f"{NEXT}|一. 导言", "\n\n", 2),
    ],
)
def test_what_blank_lines_and_indents_say(text: str, between: str, drafts: int) -> None:
    assert len(after(paragraphs(4), text, between)) == drafts


def test_an_indent_takes_from_the_width_of_its_line() -> None:
    assert len(after(paragraphs(4), f"    {NEXT[:-3]}。|{SHORT}")) == 1
    assert len(after(paragraphs(4), f"{NEXT[:-3]}。|{SHORT}")) == 2


def test_lines_further_in_are_as_wide_as_those_before_them_further_in() -> None:
    assert len(after(paragraphs(4), f"    {NEXT[:-4]}。|{SHORT}", "\n    ")) == 2
    assert len(after(paragraphs(4), f"    {NEXT[:-1]}。|{SHORT}", "\n    ")) == 1


def test_a_blank_at_the_end_of_an_open_line_ends_it_where_blanks_do() -> None:
    raw = paragraphs(6, last=" \n")
    assert len(after(raw, f"{NEXT} |{SHORT} ")) == 2
    assert len(after(raw, f"{NEXT}|{SHORT} ")) == 1
    assert len(after(raw, f"{NEXT[:-1]}。 |{SHORT} ")) == 2
    assert len(after(raw, f"{NEXT[:-1]}。|{SHORT} ")) == 1
    assert len(after(raw, f"(a) {NEXT[:-4]}12 |500 人。 ")) == 1
    assert len(after(raw, f"(a) {NEXT[:-4]}１２ |500 人。 ")) == 1
    assert len(after(raw, f"(a) {NEXT[:-4]}Interpol |{SHORT} ")) == 1
    assert len(after(raw, f"会议{NEXT[:-6]}12 |500 人。 ")) == 1
    assert len(after(raw, f"A 国{NEXT[:-4]} |{SHORT} ")) == 2
    assert len(after(raw, f"(a) {NEXT[:-4]}INTERPOL |{SHORT} ")) == 1
    assert len(after(raw, f"会议{NEXT[:-6]}1名 |{SHORT} ")) == 2
    assert len(after(raw, f"会议{NEXT[:-6]}名1 |{SHORT} ")) == 1
    assert len(after(raw, f"{NEXT} |一. 导言")) == 2
    assert len(after(raw, f"{NEXT}|一. 导言")) == 1
    assert len(after(raw, f"会议开始。{NEXT[:-5]} |(a) 修订法律")) == 2
    assert len(after(raw, f"会议开始。{NEXT[:-5]}|(a) 修订法律")) == 1
    page = f"{NEXT} \nA/76/122\n2/9 V.21-04921\n(a) 项承担的义务。"  # at the end of a page every line may end so
    assert [draft.text for draft in clean(raw + page).drafts][-1] == f"{NEXT}(a) 项承担的义务。"


def test_lines_of_notes_and_furniture_between_two_lines_part_nothing() -> None:
    page = "\n__________\n1 见附件。\nA/76/122\n2/9 V.21-04921\n\n\n"
    raw = paragraphs(4)
    assert [draft.text for draft in clean(f"{raw}5. {NEXT[:-2]}{page}{SHORT}\n").drafts][-1] == f"5. {NEXT[:-2]}{SHORT}"
    assert [draft.text for draft in clean(f"{raw}5. {NEXT[:-3]}。{page}{SHORT}\n").drafts][-1] == f"5. {NEXT[:-3]}。{SHORT}"
    assert [draft.text for draft in clean(f"{raw}5. {NEXT[:-7]}。{page}{SHORT}\n").drafts][-1] == SHORT
    assert [draft.text for draft in clean(f"{raw}    {NEXT[:-4]}。{page}{SHORT}\n").drafts][-1] == SHORT  # its indent takes nothing from a line on another page


def test_after_the_end_of_a_page_an_indent_begins_a_paragraph_where_indents_do() -> None:
    page = "\nA/76/122\n2/9 V.21-04921\n"
    raw = paragraphs(4)
    last = [draft.text for draft in clean(f"{raw}    会议{NEXT[:-4]}\n{NEXT[:-1]}。{page}    会议{NEXT[:-4]}\n{SHORT}\n").drafts]
    assert last[-2:] == [f"会议{NEXT[:-4]}{NEXT[:-1]}。", f"会议{NEXT[:-4]}{SHORT}"]
    last = [draft.text for draft in clean(f"{raw}    会议{NEXT[:-4]}\n{NEXT[:-1]}。{page}会议{NEXT[:-2]}\n{SHORT}\n").drafts]
    assert last[-1] == f"会议{NEXT[:-4]}{NEXT[:-1]}。会议{NEXT[:-2]}{SHORT}"


def test_a_heading_after_a_full_last_line_is_cut_off_again() -> None:
    texts = after(paragraphs(4), f"(a) {NEXT[:-2]}|{NEXT[:-1]}。|推进法治")
    assert texts == [f"(a) {NEXT[:-2]}{NEXT[:-1]}。", "推进法治"]
    assert after(paragraphs(4), f"(a) {NEXT[:-3]}。|推进法治") == [f"(a) {NEXT[:-3]}。", "推进法治"]
    texts = after(paragraphs(4), f"(a) {NEXT[:-2]}|{NEXT[:-1]}。|推进法治，")
    assert texts == [f"(a) {NEXT[:-2]}{NEXT[:-1]}。推进法治，"]


def test_lines_broken_at_raised_marks_are_one_line() -> None:
    raw = paragraphs(4, between="\n\n", last="\n\n")
    note = "\n\n__________\n\n1 见附件。\n\n"
    drafts = clean(f"{raw}5. 委员会通过了决议。1\n {NEXT[:9]}，\n\n{SHORT}{note}").drafts
    assert drafts[-1].text == f"5. 委员会通过了决议。1{NEXT[:9]}，{SHORT}"
    drafts = clean(f"{raw}5. 委员会通过了决议。*\n {NEXT[:9]}，\n\n{SHORT}").drafts  # the note may be lost
    assert drafts[-1].text == f"5. 委员会通过了决议。*{NEXT[:9]}，{SHORT}"
    drafts = clean(f"{paragraphs(4)}会议{NEXT[:14]}1\n{NEXT[:10]}。\n{SHORT}\n__________\n1 见附件。\n").drafts  # two lines, told by nothing between them
    assert [draft.text for draft in drafts[4:]] == [f"会议{NEXT[:14]}1{NEXT[:10]}。", SHORT]


@pytest.mark.parametrize(
    ("text", "between", "drafts"),
    [
        ("会议开始。按照《公约》1|(a) 项承担的义务。", "\n", 1),  # broken at the mark, whatever the rest begins with
        ("会议开始。按照《公约》1|(a) 项承担的义务。", "\n\n", 1),  # a raised mark may leave a blank line
        ("会议开始。按照《公约》1|(a) 项承担的义务。", "\n\n\n", 2),
        ("会议开始。按照《公约》1|2. 会议承担的义务。", "\n", 2),
        ("会议开始。按照《公约》|(a) 项承担的义务。", "\n", 2),
        (f"{NEXT[:10]}。1|{NEXT[:9]}", "\n", 1),  # both fill one line
        (f"{NEXT[:10]}。 1|{NEXT}", "\n", 2),
        (f"{NEXT[:10]}。1|{NEXT}", "\n", 2),  # the second is a line by itself
        (f"{NEXT[:-1]}。1|{NEXT}", "\n", 1),  # and so is the first, which is full
        (f"(a) {NEXT[:10]}。1|{NEXT}", "\n", 1),
    ],
)
def test_a_line_that_ends_with_a_mark_may_be_broken_there(text: str, between: str, drafts: int) -> None:
    lines = text.split("|")
    found = clean(f"{paragraphs(4)}{between.join(lines)}\n__________\n1 见附件。\n").drafts
    assert [draft.text for draft in found[4:]] == (["".join(lines)] if drafts == 1 else lines)


def test_the_table_above_the_views_of_a_treaty_body_stands_line_by_line() -> None:
    lines = ["来文提交人：", "甲某某（由律师代理）", "据称受害人：", "提交人", "所涉缔约国：", "秘鲁", "事由：", "驱逐出境"]
    assert [draft.text for draft in clean("\n".join(lines)).drafts] == lines


def test_a_number_alone_on_its_line_waits_for_its_text() -> None:
    assert [draft.text for draft in clean("11. 会议开始。\n12.\n(a) 各国政府采取了措施。\n13.\n14. 会议结束。\n").drafts] == ["11. 会议开始。", "12.(a) 各国政府采取了措施。", "13.", "14. 会议结束。"]


def test_a_mark_alone_on_its_line_parts_nothing() -> None:
    drafts = clean(f"{paragraphs(4)}5. 委员会通过了决议。\n1\n各国政府表示欢迎。\n__________\n1 见附件。\n").drafts
    assert [draft.text for draft in drafts[4:]] == ["5. 委员会通过了决议。1各国政府表示欢迎。"]


def test_a_decimal_that_looks_like_the_next_number_goes_on_a_full_line() -> None:
    raw = f"{paragraphs(4)}2.4 秘书处提供了协助。\n(a) {NEXT[:-2]}\n\n2.5 亿美元。\n5. 会议结束。\n"
    assert [draft.text for draft in clean(raw).drafts[5:]] == [f"(a) {NEXT[:-2]}2.5 亿美元。", "5. 会议结束。"]


@pytest.mark.parametrize(("first", "second"), [("各国采取的措施", "(a) 修订法律；"), ("本届会议的成果", "一. 导言"), ("与会者的意见", "B. 结论"), ("今后的工作", "9. 会议结束。"), ("今后的工作", "• 修订法律；"), ("执行情况", "附件")])
def test_where_every_line_is_a_paragraph_a_label_begins_one(first: str, second: str) -> None:
    raw = "".join(f"{n}. {LINE}，{LINE}。\n" for n in range(1, 9))
    assert [draft.text for draft in clean(f"{raw}{first}\n{second}\n").drafts][8:] == [first, second]


def test_the_front_of_a_report_stands_line_by_line_until_numbers_begin() -> None:
    date = "2021年3月7日至12日，维也纳"
    assert [draft.text for draft in clean(f"大会\n第七十六届会议\n{date}\n秘书长的报告\n1. 会议结束。\n").drafts][:4] == ["大会", "第七十六届会议", date, "秘书长的报告"]
    assert clean(f"{paragraphs(3)}4. {NEXT[:-2]}\n{date}\n举行会议。\n").drafts[-1].text == f"4. {NEXT[:-2]}{date}举行会议。"
    assert clean("标题\n" * 41 + "大会\n审查了议程。\n").drafts[-1].text.endswith("大会审查了议程。")


def test_numbers_with_a_point_are_labels_beside_their_neighbours_only() -> None:
    assert [draft.text for draft in clean("2.26 秘书处提供了协助。\n2.27 各国表示欢迎。\n").drafts] == ["2.26 秘书处提供了协助。", "2.27 各国表示欢迎。"]
    heading, last = "各国采取的主要措施和今后的工作", f"2.27 {LINE[:-3]}{SHORT}"
    assert [draft.text for draft in clean(f"{paragraphs(4)}2.26 秘书处提供了协助。\n{heading}\n{last}\n").drafts[5:]] == [heading, last]
    apart = clean("2.26 秘书处提供了协助。\n3.27 各国表示欢迎。\n2.28 会议结束。\n").drafts
    assert [row.label for draft in apart for row in draft.rows] == [None, None, None]


@pytest.mark.parametrize(
    ("last", "drafts"),
    [(f"9. {LINE}", 1), (f"9. {LINE}。", 2), (LINE, 2), (f"会议开始。{LINE}", 1), ("9. 会议", 2), ("会议开始。各国", 2)],
)
def test_one_paragraph_a_line_goes_on_over_the_end_of_a_page_where_its_sentence_does(last: str, drafts: int) -> None:
    raw = "".join(f"{n}. {LINE}，{LINE}。\n" for n in range(1, 9))
    found = clean(f"{raw}{last}\nA/76/122\n2/9 V.21-04921\n{SHORT}\n").drafts
    assert [draft.text for draft in found[8:]] == ([last + SHORT] if drafts == 1 else [last, SHORT])
    found = clean(f"{raw}{last}\nA/76/122\n2/9 V.21-04921\n(a) {SHORT}\n").drafts
    assert [draft.text for draft in found[8:]] == [last, f"(a) {SHORT}"]  # what has a label begins there all the same


@pytest.mark.parametrize(
    ("tail", "cut"),
    [("推进法治", True), (f"{NEXT}|推进法治", True), (f"{NEXT}|{NEXT}|推进法治与善政", False), ("会议。推进法治", False), ("推进法治、", False), ("推进法治。", False), ("各国应当：", False)],
)
def test_what_follows_the_last_full_stop_of_a_paragraph_is_a_heading_where_it_is_short(tail: str, cut: bool) -> None:
    texts = after(paragraphs(4), f"(a) {NEXT[:-2]}|{NEXT[:-1]}。|{tail}")
    whole, rest = f"(a) {NEXT[:-2]}{NEXT[:-1]}。", tail.replace("|", "")
    assert texts == ([whole, rest] if cut else [whole + rest])


def test_the_rows_of_a_table_are_lines_by_themselves() -> None:
    rows = ["国家          加入日期", "挪威          1992年2月14日", "芬兰          1995年5月9日"]
    assert after(paragraphs(4), "|".join(rows)) == rows
    assert after(paragraphs(4), f"{LINE[:5]}      {LINE[:14]}|{NEXT[:12]}。")[0].endswith("。")  # one line with a blank is no table


@pytest.mark.parametrize(("first", "whole"), [("关于各国合并定期报告的", True), ("会议审议了本届会议的目的", False), ("与会者商定的各项标的", False), ("关于各国定期报告", False)])
def test_a_line_that_ends_with_de_goes_on(first: str, whole: bool) -> None:
    assert len(clean(f"{first}\n\n结论性意见\n\n1. 会议开幕。\n\n2. 会议闭幕。\n").drafts) == 4 - whole
    assert len(clean(f"{first}\n\n1. 会议开幕。\n\n2. 会议闭幕。\n").drafts) == 3


def test_a_preamble_is_cut_at_its_participles_where_lines_do_not_tell() -> None:
    assert [draft.text for draft in clean("大会，\n回顾其决议，\n强调合作的重要性，\n1. 决定开会。\n").drafts] == ["大会，", "回顾其决议，", "强调合作的重要性，", "1. 决定开会。"]
    text = f"大会，\n回顾{LINE[:17]}，\n强调会议的成果，\n{paragraphs(4)}"
    assert [draft.text for draft in clean(text).drafts][1:2] == [f"回顾{LINE[:17]}，强调会议的成果，"]  # a full line
    assert [draft.text for draft in clean(text.replace("\n强调", "\n\n强调")).drafts][2] == "强调会议的成果，"
    assert len(clean("各国政府，\n强调合作的重要性，\n并商定继续开展下一步的工作。\n").drafts) < 3


def test_a_numbered_paragraph_goes_on_over_a_blank_line_where_its_last_sentence_is_not_over() -> None:
    long = f"1. {LINE}，{NEXT}。委员会在会议期间(一周)"
    more = f"审议了{LINE}。{NEXT}。"
    rest = "".join(f"{n}. {LINE}，{NEXT}，{LINE}。\n\n" for n in range(2, 9))
    assert clean(f"{long}\n\n{more}\n\n{rest}").drafts[0].text == long + more
    assert [draft.text for draft in clean(f"{long}\n\n审议情况\n\n{rest}").drafts][:2] == [long, "审议情况"]
    assert [draft.text for draft in clean(f"{long}。\n\n{more}\n\n{rest}").drafts][:2] == [long + "。", more]
    assert [draft.text for draft in clean(f"1. {LINE}\n\n{more}\n\n{rest}").drafts][:2] == [f"1. {LINE}", more]


def test_the_first_paragraph_begins_after_a_full_line_that_is_none_of_a_sentence() -> None:
    found = after(paragraphs(4), f"{LINE[:-4]}(A/76/122)|1. {LINE[:-2]}|{SHORT}|2. 无。")
    assert [text[:2] for text in found] == [LINE[:2], "1.", "2."]


def test_an_officer_begins_a_line() -> None:
    assert after(paragraphs(4), f"{NEXT}|主席：马女士|{SHORT}")[:2] == [NEXT, "主席：马女士"]
    assert after(paragraphs(4), f"{NEXT}|主席马女士{SHORT}") == [f"{NEXT}主席马女士{SHORT}"]


def test_blank_lines_after_titles_do_not_say_that_lines_of_paragraphs_have_them() -> None:
    titles = f"{NEXT}\n\n" * 3
    assert measured(titles + paragraphs(1)).gap == 0
    assert measured(titles + paragraphs(1, between="\n\n", last="\n\n")).gap == 1


def test_what_tells_nothing_of_how_wide_a_line_is() -> None:
    notes = "__________\n1 见第三章。\n2 见第四章。\n"
    assert measured(f"{LINE}1\n{SHORT}\n{LINE}2\n{SHORT}\n{notes}").measured is False  # broken at raised marks
    assert measured(f"{LINE}\n会议记录\n{NEXT}\n其他事项\n").measured is False  # a list of titles
    assert measured(paragraphs(1) + "各国提交的答复和来文汇编\n" * 3 + f"{SHORT}\n").margin == 42  # some narrow cells


def test_a_few_lines_without_blank_lines_are_enough_among_titles() -> None:
    assert measured(f"{NEXT}\n\n" * 6 + paragraphs(1)).gap == 0


def test_no_preamble_is_cut_where_none_has_begun() -> None:
    assert after(paragraphs(4), "各国政府在会上，|强调合作的重要性，|并商定下一步工作。") == ["各国政府在会上，强调合作的重要性，并商定下一步工作。"]
    assert after(paragraphs(4), f"{NEXT}|委员会，|以便各国{SHORT}") == [f"{NEXT}委员会，以便各国{SHORT}"]  # no body that speaks


def test_a_paragraph_without_a_number_ends_at_a_blank_line() -> None:
    rest = "".join(f"{n}. {LINE}，{NEXT}，{LINE}。\n\n" for n in range(2, 9))
    long, more = f"{LINE}，{NEXT}。委员会在会议期间(一周)", f"审议了{LINE}。{NEXT}。"
    assert [draft.text for draft in clean(f"{long}\n\n{more}\n\n{rest}").drafts][:2] == [long, more]


@pytest.mark.parametrize(("before", "row", "answer"), [("国家      日期", "挪威      1992年", True), ("1.    委员会", "国家      日期", False), ("国家      日期", "(a)    委员会", False), ("国家 日期", "挪威      1992年", False)])
def test_rows_of_a_table_have_cells_apart(before: str, row: str, answer: bool) -> None:
    assert are_cells(before, row) is answer


@pytest.mark.parametrize(("first", "drafts"), [("载有秘书处编写的", 2), ("A/CN.9/WG.VI/WP.123", 1)])
def test_a_word_that_did_not_fit_makes_no_title_of_the_line_before_it(first: str, drafts: int) -> None:
    assert len(clean(f"关于水和渔业及其管理的说明\n{first}关于渔业的说明和各国提交的评论意见已经分发给代表。\n1. 会议结束。\n").drafts) == drafts + 1


@pytest.mark.parametrize(("under", "drafts"), [("由秘书长根据大会的请求编写并提交大会第九十九届会议审议的报告提到各国的行动。", 2), ("(由秘书长根据大会的请求编写并提交大会第九十九届会议审议的报告)提到各国的行动。", 1)])
def test_a_title_stands_over_a_sentence_but_not_over_its_own_words_in_brackets(under: str, drafts: int) -> None:
    assert len(clean(f"关于水的报告\n{under}\n1. 会议结束。\n").drafts) == drafts + 1


def test_a_heading_is_cut_off_before_a_label_whatever_the_paragraph_begins_with() -> None:
    assert after(paragraphs(4), f"加强合作|{LINE}。|推进法治") == ["加强合作", f"{LINE}。", "推进法治"]
    assert after(paragraphs(4), f"加强合作|{LINE}。|推进法治|委员会结束了会议。") == ["加强合作", f"{LINE}。推进法治委员会结束了会议。"]
