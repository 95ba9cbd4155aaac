"""Link lines and tables of contents: what a page prints beside its text, and the text that looks like it."""

from __future__ import annotations

import pytest

from unodc_report.layout.contents import find_contents
from unodc_report.layout.lines import split_lines
from unodc_report.layout.links import find_links

UNDOCS = "https://undocs.org/ch/A/RES/75/196"
UNODC = "https://www.unodc.org/unodc/en/commissions"


def links(raw: str, *furniture: int) -> list[str]:
    """The lines taken for link lines; those with the indexes `furniture` are known to be page furniture."""
    lines, reasons = split_lines(raw), dict.fromkeys(furniture, "furniture")
    find_links(lines, reasons)
    return [line.text for i, line in enumerate(lines) if reasons.get(i) == "link"]


@pytest.mark.parametrize(
    "raw",
    [
        f"1. 大会请秘书长提出报告。\n{UNODC}", f"1. 大会请秘书长提出报告。\n{UNODC}\n\f2. 报告如下。", UNODC, f"{UNODC}\n\f2. 报告如下。", f"1. 大会请秘书长\n{UNDOCS}\n提出报告。", f"1. 该系统为\n{UNDOCS}\n2. 报告如下。", f"1. 大会请秘书长\n{UNDOCS.upper()}\n提出报告。",
        f"1. 各国见\n下文的建议。\n{UNODC}",
    ],
)  # fmt: skip
def test_links_that_a_reader_wrote_out_are_no_text(raw: str) -> None:
    assert links(raw) == [next(link for link in (UNDOCS, UNDOCS.upper(), UNODC) if link in raw)]


@pytest.mark.parametrize(
    "raw",
    [
        f"1. 资料可查阅\n{UNODC}\n。2. 无。", f"1. 资料可查阅：\n{UNODC}", f"1. 资料载于\n{UNDOCS}", f"1. 见 {UNODC}", f"1. 该系统为\n{UNODC}", f"1. 大会请秘书长\n{UNODC}\n提出报告。", f"1. 大会请秘书长。\n{UNODC}\n提出报告。", f"1. 大会请秘书长\n{UNODC}",
        f"{UNODC}\n，另见附件。", f"1. 报告如下。\n{UNDOCS}\n，另见附件。", f"{UNODC}\n提出报告。", f"{UNDOCS}\n）载有决议。", f"1. 网址是 (\n{UNODC}", "1. 报告如下。\nfentanyl",
    ],
)  # fmt: skip
def test_links_that_the_text_leads_into_or_goes_on_after_stay(raw: str) -> None:
    assert links(raw) == []


def test_links_after_furniture_are_the_pages_links() -> None:
    raw = f"1. 大会请秘书长\nA/76/122\n{UNODC}\n提出报告。"
    assert links(raw, 1) == [UNODC]
    assert links(raw.replace("A/76/122", "甲")) == []
    assert links(f"1. 大会请秘书长。\n{UNODC}\nA/76/122\n提出报告。", 2) == [UNODC]
    assert links(f"1. 大会请秘书长\n{UNODC}\nA/76/122\n提出报告。", 2) == []


def test_a_furniture_line_before_a_link_leads_into_nothing_and_one_after_it_goes_on_nothing() -> None:
    assert links(f"1. 资料见\n{UNODC}", 0) == [UNODC]
    assert links(f"1. 报告如下。\n{UNODC}\n；", 2) == [UNODC]


def test_a_run_of_link_lines_is_one_thing() -> None:
    other = "https://www.unodc.org/unodc/en/congress"
    assert links(f"1. 大会请秘书长提出报告。\n{UNODC}\n{other}\n{UNDOCS}\n2. 报告如下。") == [UNODC, other, UNDOCS]
    assert links(f"1. 资料可查阅\n{UNODC}\n{UNDOCS}\n2. 报告如下。") == [UNDOCS]
    assert links(f"1. 大会请秘书长\n{UNODC}\n{other}\n{UNDOCS}\n提出报告。") == [UNODC, other, UNDOCS]
    assert links(f"1. 大会请秘书长\n{UNODC}\n{other}\n提出报告。") == []
    assert links(f"{UNODC}\n{other}\n{UNDOCS}") == [UNODC, other, UNDOCS]


@pytest.mark.parametrize(("printed", "found"), [("www.unodc.org/unodc/en/commissions", True), (UNODC, True), ("www.unodc.org/unodc/en/commis\nsions", True), ("www.unodc.org/unodc/en/ commissions", True), ("www.unodc.org/unodc/en/commission", False)])
def test_a_link_that_the_text_prints_is_written_out_a_second_time(printed: str, found: bool) -> None:
    raw = f"1. 资料（{printed}）已经发表。\n2. 大会请秘书长\n{UNODC}\n提出报告。"
    assert links(raw) == links(raw.replace("2. ", "")) == [UNODC] * found
    assert links(raw.replace("commissions\n提", "commissions/\n提")) == [UNODC + "/"] * found


def test_a_short_address_is_not_looked_for() -> None:
    assert links("1. 资料（a.b/cd）已经发表。\n2. 大会请\nhttps://a.b/cd\n提出报告。") == []
    assert links("1. 资料（a.b/cde）已经发表。\n2. 大会请\nhttps://a.b/cde\n提出报告。") == ["https://a.b/cde"]


def contents(raw: str, *furniture: int) -> tuple[list[str], list[str]]:
    """The lines taken for a table of contents, and the others."""
    lines, reasons = split_lines(raw), dict.fromkeys(furniture, "furniture")
    find_contents(lines, reasons)
    assert set(reasons.values()) <= {"furniture"}
    return [line.text for i, line in enumerate(lines) if i in reasons], [line.text for i, line in enumerate(lines) if i not in reasons]


BODY = ("一. 导言", "1. 大会请秘书长提出报告。", "二. 结论", "2. 会议结束。")


@pytest.mark.parametrize(
    "table",
    [
        "目录\n一. 导言 ........ 3\n二. 结论 ........ 4", "目 录\n章次 段次 页次\n一. 导言 1-2 3\n二. 结论 3 4", "目次\n一. 导言……………… 1—2\n二. 结论……………… 3", "Contents\n一. 导言 ...... 1\n二. 结论 ...... 2", "目录\n一. 导言\n1-2 3\n二. 结论\n3 4",
        "目录\n一. 导言........ ３\n二. 结论 １２-１５ ４", "目录\n一. 导言 ........ 3\n二. 关于会员国在本报告所述期间采取的\n措施的补充\n结论 ........ 4", "目录\n页次\n一. 导言 ........ 3\n附件\n二. 结论 ........ 4", "段次\n页次\n一. 导言 ........ 3\n二. 结论 ........ 4",
    ],
)  # fmt: skip
def test_a_table_of_contents_is_no_text_and_ends_at_its_last_entry(table: str) -> None:
    assert contents(table + "\n" + "\n".join(BODY)) == (table.split("\n"), list(BODY))


def test_a_table_of_contents_needs_no_heading_after_it_and_goes_on_over_the_heads_of_its_pages() -> None:
    table = ["目录", "一. 导言", "1-2 3", "二. 结论", "3 4"]
    assert contents("\n".join([*table, BODY[1], BODY[3]])) == (table, [BODY[1], BODY[3]])
    table = ["目录", "一. 导言 ........ 3", "A/76/122", "2/9", "章次", "段次", "页次", "二. 结论 ........ 4"]
    assert contents("\n".join([*table, *BODY]), 2, 3) == (table, list(BODY))


def test_a_table_of_contents_without_pages_ends_where_its_first_entry_comes_again() -> None:
    table = ["目录", "页次", "一. 导言", "二. 结论"]
    assert contents("\n".join([*table, *BODY])) == (table, list(BODY))
    assert contents("\n".join(["目录", *table[1:], "三. 建议", *BODY]), 1) == (["目录", "页次", "一. 导言", "二. 结论", "三. 建议"], list(BODY))


@pytest.mark.parametrize("raw", ["目录\n1. 大会请秘书长提出报告。\n2. 会议结束。", "目录\n一. 导言\n1. 大会请秘书长提出报告。\n一. 导言", "目录\n导言\n结论\n导言", "目录\n一. 导言\n一. 导言\n1. 会议结束。", "目录", "目录\n\n1. 共 12 34 次会议。\n2. 会议结束。"])
def test_after_the_word_contents_alone_nothing_is_left_out(raw: str) -> None:
    head, *rest = [line for line in raw.split("\n") if line]
    assert contents(raw) == ([head], rest)


def test_the_first_entry_that_comes_again_ends_the_table() -> None:
    table = ["目录", "一. 导言 ........ 3", "二. 结论 ........ 4"]
    body = ["一. 导言", "A. 截至年底的会员国为 193", "1. 大会请秘书长提出报告。"]
    assert contents("\n".join([*table, *body])) == (table, body)


def test_text_that_ends_with_a_number_goes_too_far_for_an_entry() -> None:
    table, body = ["目录", "一. 导言 ........ 3", "二. 结论 ........ 4"], ["本报告", "介绍会员国", "采取的措施", "情况如下", "其总数为 193"]
    assert contents("\n".join([*table, *body])) == (table, body)
    assert contents("\n".join([*table, *body[1:]])) == ([*table, *body[1:]], [])


def test_a_long_table_goes_on_after_the_notes_and_the_furniture_of_its_page() -> None:
    raw = "目录\n一. 导言 ........ 3\n____________\n* A/76/50。\nA/76/122\n二. 结论 ........ 4\n" + "\n".join(BODY)
    assert contents(raw, 4) == (["目录", "一. 导言 ........ 3", "A/76/122", "二. 结论 ........ 4"], ["____________", "* A/76/50。", *BODY])


def test_what_ends_in_a_year_or_a_number_of_a_name_is_no_entry() -> None:
    body = ["《2020", "年报告》第12", "件为 A/76", "共 3,250", "长达一百二十字以上的一行" * 11 + " 12"]
    for line in body:
        assert contents(f"目录\n一. 导言 ........ 3\n二. 结论 ........ 4\n甲\n乙\n{line}\n丙。")[1] == ["甲", "乙", line, "丙。"]
