"""Dates: spans lie in the text, days exist, ends open as the words say, and elided years come from the text before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unodc_report
from unodc_report.entities.dates.openings import OPENING
from unodc_report.entities.dates.rows import _BY_CHINESE, _OPENINGS, RULES
from unodc_report.layout.passage import read_passage
from unodc_report.models.mentions import Date
from unodc_report.standards import edtf


def dates(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.edtf) for m in unodc_report.extract(text) if isinstance(m, Date)]


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2099, 12, 31)), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_day_reads_back(day: date, spaced: bool) -> None:
    gap = " " if spaced else ""
    (mention,) = dates(f"于{gap}{day.year}{gap}年{gap}{day.month}{gap}月{gap}{day.day}{gap}日举行")
    assert mention[1] == day.isoformat()


@pytest.mark.parametrize(
    ("text", "there"),
    [("2021年2月30日", "2021年2月28日"), ("2021年13月1日", "2021年12月1日"), ("4月31日", "5月31日"), ("2100年0月", "2100年1月"), ("2019年2月29日", "2020年2月29日"), ("2015年0月5日", "2015年10月5日")],
)
def test_of_a_day_that_does_not_exist_no_part_is_a_date_either(text: str, there: str) -> None:
    assert dates(f"{text}开会。") == []
    assert [surface for surface, _ in dates(f"{there}开会。")] == [there]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年2月29日", []),
        ("一九八五年二月二十九日", []),
        ("2020年5月1日通过。2023年2月29日再次通过。", [("2020年5月1日", "2020-05-01")]),
        ("2020年2月29日通过。2023年3月1日再次通过。", [("2020年2月29日", "2020-02-29"), ("2023年3月1日", "2023-03-01")]),
    ],
)
def test_a_leap_day_of_a_common_year_is_not_one_of_another_year(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@given(st.text(alphabet="2015年3月79日至和、0-到以来前底1(一)二〇", max_size=40))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_and_values_are_valid(text: str) -> None:
    for mention in unodc_report.extract(text):
        if isinstance(mention, Date):
            assert "".join(text[mention.raw_start : mention.raw_end].split()) == "".join(mention.text.split())
            assert edtf.is_valid(mention.edtf), (mention.text, mention.edtf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014年和2015年", [("2014年", "2014"), ("2015年", "2015")]),
        ("2016年7月和2017年3月", [("2016年7月", "2016-07"), ("2017年3月", "2017-03")]),
        ("从2010年的4起增加到2011年的9起", [("2010年", "2010"), ("2011年", "2011")]),
        ("由2010年的4起到2011年的9起", [("2010年", "2010"), ("2011年", "2011")]),
        ("不迟于2011年的届会", [("2011年", "../2011")]),
        ("任期自2015年1月1日起，至2017年12月31日止", [("2015年1月1日起", "2015-01-01/.."), ("2017年12月31日", "../2017-12-31")]),
        ("《1988年公约》和《2030年可持续发展议程》", []),
        ("自上世纪七、八十年代以来的债务", [("七、八十年代以来", "197X/..")]),
        ("2015年后可持续发展框架", []),
        ("2月26日至3月1日", [("2月26日至3月1日", "XXXX-02-26/XXXX-03-01")]),
    ],
)
def test_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


def test_a_bare_day_takes_the_year_of_the_date_before_it_and_says_so() -> None:
    mentions = [m for m in unodc_report.extract("2009年6月3日签署协定，9月7日生效。") if isinstance(m, Date)]
    assert [m.edtf for m in mentions] == ["2009-06-03", "2009-09-07"]
    assert mentions[0].inferred == ()
    assert mentions[1].inferred == ("edtf: year of 2009年6月3日",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2009年12月3日签署，次年1月7日生效。", "2010-01-07"),
        ("2009年12月3日签署，同年12月7日生效。", "2009-12-07"),
        ("2009年12月3日签署，今年1月7日生效。", "XXXX-01-07"),
        ("应于2030年前实现。3月7日开会。", "XXXX-03-07"),
        ("3月7日开会。", "XXXX-03-07"),
        ("2009年签署，2月29日生效。", "XXXX-02-29"),
    ],
)
def test_elided_years(text: str, expected: str) -> None:
    assert dates(text)[-1][1] == expected


@pytest.mark.parametrize(("day", "expected"), [("31日", ["2009-03-31"]), ("1日", ["2009-03-01"]), ("32日", []), ("0日", [])])
def test_a_day_by_itself_is_one_of_the_month_before_it(day: str, expected: list[str]) -> None:
    assert [value for _, value in dates(f"2009年3月遭到炮击。{day}又有两人丧生。")] == ["2009-03", *expected]


def test_in_a_report_the_section_is_context() -> None:
    report = unodc_report.parse("一. 导言\n\n1. 会议于2011年5月2日开幕。\n\n2. 会议于5月6日闭幕。\n\n二. 结论\n\n3. 磋商于7月1日开始。\n")
    assert [m.edtf for m in report.mentions if isinstance(m, Date)] == ["2011-05-02", "2011-05-06", "XXXX-07-01"]


@pytest.mark.parametrize(
    ("text", "like"),
    [("2021-02-30", "2021-02-28"), ("2021-03/2020-01", "2020-01/2021-03"), ("../..", "../2021"), ("", "2021"), ("{}", "{2020,2021}"), ("2021-3", "2021-03"), ("XXXX-13-01", "XXXX-12-01"), ("2021-03-07~/x", "2021-03-07~/..")],
)
def test_what_is_no_edtf(text: str, like: str) -> None:
    assert not edtf.is_valid(text)
    assert edtf.is_valid(like)


def test_bounds() -> None:
    assert edtf.bounds("2021-35") == (date(2021, 7, 1), date(2021, 9, 30))
    assert edtf.bounds("{2020-12-03,2020-12-05}") == (date(2020, 12, 3), date(2020, 12, 5))
    assert edtf.bounds("../2019~") == (None, date(2019, 12, 31))
    assert edtf.bounds("XXXX-03-07") == (None, None)


def test_the_year_of_a_meeting_is_not_that_of_a_resolution_cited_before_it() -> None:
    text = "一. 工作\n\n1. 2004年7月5日，委员会开会。\n\n2. 委员会考虑到1999年12月6日第54/92号决议。\n\n3. 在7月8日第5次会议上，委员会通过了报告。\n"
    assert [m.edtf for m in unodc_report.parse(text).dates] == ["2004-07-05", "1999-12-06", "2004-07-08"]


@pytest.mark.parametrize(("text", "year"), [("1. 见关于海盗的报告(1998)。\n\n2. 印度(641)、尼泊尔(30)作了答复。\n", ["1998"]), ("1. 海盗行为报告(1998)载有：印度(641)、尼泊尔(30)。\n\n2. 会议结束。\n", [])])
def test_counts_in_the_brackets_of_another_paragraph_make_no_count_of_a_year(text: str, year: list[str]) -> None:
    assert [m.edtf for m in unodc_report.parse(text).dates] == year


@pytest.mark.parametrize("text", sorted({text for rule in RULES for text, *_ in rule.finds}))
def test_rows_that_are_not_tried_where_a_date_begins_match_nothing_there(text: str) -> None:
    folded = read_passage(text).folded
    for opening in OPENING.finditer(folded):
        tried = _OPENINGS.rows(folded, opening)
        assert [rule.id for rule in _BY_CHINESE if rule not in tried and rule.pattern.match(folded, opening.start())] == []
