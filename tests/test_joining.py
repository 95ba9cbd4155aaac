"""Joining: where a line end between two narrow characters stands for a blank and where for nothing, and how white space is written."""

from __future__ import annotations

import pytest

from unodc_report.layout.joining import Words, is_parted, is_torn, joins
from unodc_report.layout.writer import Writer

NONE = Words("")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("在 20", "21 年"), ("共 1234", "567 名"), ("第 42", "1"), ("在 2", "019 年"), ("在 2", "019年"), ("在 2", "019 年举行"), ("第 75/", "196 号"), ("第 75/19", "6 号"), ("第 2019/12", "345 号"), ("E/CN.15", "123 号"), ("21-04", "921"),
        ("CAC/COSP/", "2019/16"), ("A/", "76/122"), ("AB/", "76/122"), ("A/76", "/122"), ("A", "/76/122"), ("A/AC", "/1"), ("E/CN.", "15/2021/17"), ("A/56/6 (Sect.16)/Add.", "1"), ("A/AC.", "261"), ("约 2.", "5 亿"), ("增加(2.", "5 亿)"), ("S", ".5"), ("约 12", ".5"),
        ("达到 700,", "000 人"), ("达到 1,", "700,000"), ("COVID-", "19 大流行"), ("COVID", "-19"), ("COVID", "‑19"), ("1971–", "1975"), ("x-", "y"), ("A", "-1"), ("Web", "-based"),
        ("www.unodc.org/unodc/", "en/index.html"), ("http://x", "y"), ("unodc.org/a", "b"), ("https://www.unodc.org/unodc/en", "/a"), ("UNODC.ORG/X", "y"),
    ],
)  # fmt: skip
def test_what_a_line_end_broke_is_joined(before: str, after: str) -> None:
    assert joins(before, after, NONE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("共 17", "186 名"), ("(共17", "186 名)"), ("(17", "186 名)"), ("共 2", "019 名"), ("共 170", "186 名"), ("有 17", "186年"), ("共 2", "019人，2021年"), ("David", "Scharia"), ("A/76/122", "A/76/123"), ("见 A", "B"),
        ("和", "/1"), ("/", "2019"), ("A/", "-"), ("A", "/"), ("见 /", "/1"), ("Vol.", "2"), ("Mr.", "Smith"), ("E/CN.", "x"), ("a", "."), ("a", ".x"), ("。.", ".5"), ("5.", "x"), (".", "5"),
        ("x,", "700 人"), ("有 5,", "7000 人"), ("有 5,", "70 人"), ("有 5,", "ab"), ("5;", "700"), ("-", "19"), ("x", "-"), ("x-", "(y)"), ("(", "-x"), ("反恐 -", "-x"),
        ("www.unodc.org,", "www.un.org"), ("www.unodc.org;", "www.un.org"), ("(www.unodc.org)", "www.un.org"), ("<www.unodc.org>", "www.un.org"),
        ("www.unodc.org", "(in"), ("www.unodc.org", "<a"), ("www.unodc.org", "[a"), ("www.unodc.org", '"a"'), ("www.unodc.org", "'a'"), ("甲", "a"), ("a", "甲"), ("", "a"), ("甲", "-1"),
    ],
)  # fmt: skip
def test_what_a_line_end_parts_stays_apart(before: str, after: str) -> None:
    assert not joins(before, after, NONE)


@pytest.mark.parametrize(
    ("text", "before", "after", "joined"),
    [
        ("INTERPOL 的", "INTER", "POL 的", True), ("over view overview over view", "over", "view", False), ("over view overview", "over", "view", True), ("view view overview", "over", "view", True),
        ("over over overview", "over", "view", True), ("ab cd", "ab", "cd", False), ("abcd", "ab", "cd", True), ("abc", "ab", "c", False), ("abcd", "(ab", "cd),", True), ("A/CONF.234", "A/CONF.2", "34.", True),
        ("ab.cd", "ab.", "cd", False), ("UNODC 的", "UN", "ODC", True), ("UNODC 的", "UN", "ODC. 其他", True), ("UNODC 的", "UN-", "ODC", True), ("UNODC 的", "UN)", "ODC", False), ("UNODC 的", "UN", "(ODC", False), ("abcde", "abcd", "e", True), ("abcde", "a", "bcde", True),
    ],
)  # fmt: skip
def test_halves_of_a_word_are_joined_where_the_text_holds_it_whole(text: str, before: str, after: str, joined: bool) -> None:
    words = Words(text)
    assert joins(before, after, words) is joined
    assert joins(before, after, words) is joined, "asked again, it says the same"


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("会议在 20| 21 年举行", True), ("自 201| 6年起", True), ("自 199| 6年起", True), ("自 1| 996年起", True), ("有 15| 16年级", False), ("于 18| 21 年", False), ("2020年1| 2 月起", True), ("2020年1| 3 月起", False),
        ("载于A/C.3/76| /L.5/Rev.1", True), ("载于CEDAW| /C/7", True), ("和| /或", False), ("A/76| /122", False), ("见A| B/7", False), ("(| 见", True), ("2015| )", True),
        ("3月2| 9 日止", True), ("3月4| 9 日止", False), ("共 1| 2 项", True), ("共1| 0个单位", True), ("共 12| 3 项", False), ("共 1| 2 座", False),
    ],
)  # fmt: skip
def test_a_blank_inside_a_number_is_torn_where_it_can_be_nothing_else(text: str, torn: bool) -> None:
    assert is_torn(text.replace("|", ""), text.index("|")) is torn


@pytest.mark.parametrize(
    ("before", "after", "parted"),
    [
        ("截至2006年3月", "8日收到的答复", True), ("截至 2006 年 3 月", "28 日收到的答复", True), ("截至2006年", "3月8日收到的答复", True), ("截至2006年", "12 月收到的答复", True), ("截至2006年3月", "8国提出的答复", False), ("截至2006年3月", "8日本公民", False),
        ("于3月", "8日举行", True), ("截至上月", "8日收到的答复", False), ("截至2006年3月", "收到的答复", False), ("截至3", "8日收到的答复", False), ("E/CN.", "15/2014/3", True), ("(见A/AC.", "254/9)", True), ("A/56/6/Add.", "1", True), ("Rev.", "1", True), ("E/CN.", "见下文", False), ("No.", "1", False),
    ],
)  # fmt: skip
def test_no_paragraph_ends_inside_a_date_or_a_symbol(before: str, after: str, parted: bool) -> None:
    assert is_parted(before, after) is parted


def test_only_the_last_word_of_a_line_counts() -> None:
    assert not joins("www.unodc.org 网址。" + "甲" * 80 + "abc", "def", NONE)
    assert joins("x" * 200 + "-", "y", NONE)


def written(raw: str, *spans: tuple[int, int], whole: bool = False) -> Writer:
    """A text written line by line."""
    writer = Writer(raw)
    for k, (start, end) in enumerate(spans):
        if k:
            writer.next_line(spans[k - 1][1], start, whole=whole)
        writer.copy(start, end)
    return writer


@pytest.mark.parametrize(
    ("raw", "first", "second", "text"),
    [
        ("见 COVID-\nA/1\n19 大流行", 8, 13, "见COVID-19大流行"), ("David\nA/1\nScharia", 5, 10, "David Scharia"), ("甲\nA/1\nabc", 1, 6, "甲abc"), ("abc\nA/1\n甲", 3, 8, "abc甲"), ("7\nA/1\n2021", 1, 6, "72021"),
        ("(a)\nA/1\nb" + "c" * 100, 3, 8, "(a) b" + "c" * 100), ("达到 700,\nA/1\n000 人", 7, 12, "达到700,000人"),
    ],
)  # fmt: skip
def test_lines_with_something_between_them_join_as_if_nothing_were(raw: str, first: int, second: int, text: str) -> None:
    assert written(raw, (0, first), (second, len(raw))).text() == text


def test_a_number_that_stands_apart_joins_nothing() -> None:
    raw = "7\nA/1\n2021 年"
    assert written(raw, (0, 1), (6, len(raw)), whole=True).text() == "7 2021年"


def test_every_character_left_out_has_its_reason() -> None:
    raw = "COVID-\n19 大流行\nA/76/122\n期间 "
    writer = Writer(raw)
    writer.copy(0, 13)
    writer.skip(14, 22, "furniture")
    writer.next_line(13, 23)
    writer.copy(23, 25)
    removals = [(raw[r.start : r.end], r.reason) for r in writer.removals()]
    assert writer.text() == "COVID-19大流行期间"
    assert removals == [("\n", "join"), (" ", "space"), ("\n", "space"), ("A/76/122", "furniture"), ("\n", "space"), (" ", "space")]


def test_a_blank_that_tore_a_symbol_is_left_out_as_joined() -> None:
    writer = written("CEDAW /C/7", (0, 10))
    assert (writer.text(), [(r.start, r.end, r.reason) for r in writer.removals()]) == ("CEDAW/C/7", [(5, 6, "join")])


def test_blanks_inside_a_line_join_nothing_and_those_before_a_text_are_not_written() -> None:
    raw = "20  21\n共 17"
    assert written(raw, (0, len(raw))).text() == "20 21共17"
    assert written(" abc", (0, 4)).text() == "abc"


def test_a_blank_beside_a_mark_that_is_left_out_stays_a_blank() -> None:
    raw = " INCB* Report"
    writer = Writer(raw)
    writer.copy(1, 5)
    writer.skip(5, 6, "mark")
    writer.copy(6, 13)
    assert (writer.text(), writer.source_map().raw_span(0, 4), writer.source_map().raw_span(5, 11)) == ("INCB Report", (1, 5), (7, 13))
    writer = Writer("INCB *Report")
    writer.copy(0, 5)
    writer.skip(5, 6, "mark")
    writer.copy(6, 12)
    assert writer.text() == "INCB Report"


def test_what_is_left_out_between_lines_may_itself_be_joined_over() -> None:
    raw = "COVID-\n7/18\n19"
    writer = Writer(raw)
    writer.copy(0, 6)
    writer.skip(7, 11, "furniture")
    writer.next_line(6, 12)
    writer.copy(12, 14)
    assert (writer.text(), [(r.start, r.end, r.reason) for r in writer.removals()]) == ("COVID-19", [(6, 7, "join"), (7, 11, "furniture"), (11, 12, "space")])


@pytest.mark.parametrize(
    ("spaced", "text"),
    [
        ("补 编 第 1 5 号", "补编第15号"), ("于 1 9 8 7 年 3 月 1 2 日", "于1987年3月12日"), ("第 1 2 和 1 3 段", "第12和13段"), ("见 第 1 5 至 2 0 段", "见第15至20段"), ("第 3 0 届 会 议", "第30届会议"),
        ("表 1 2 3", "表1 2 3"), ("共 2 5 0 年", "共2 5 0年"), ("共 3 9 8 7 年", "共3 9 8 7年"), ("共 1 9 年", "共1 9年"), ("共 1 9 8 年", "共1 9 8年"), ("第 1 500 号", "第1 500号"), ("第 2 2 A 号", "第2 2 A号"), ("15 16年", "15 16年"), ("共 1 5 号", "共1 5号"), ("，1 2 次会议", "，1 2次会议"),
    ],
)  # fmt: skip
def test_the_digits_of_a_letter_spaced_line_are_one_number_where_no_other_reading_is_possible(spaced: str, text: str) -> None:
    writer = Writer(spaced)
    writer.copy(0, len(spaced))
    assert writer.text() == text
