"""Whose a document is where its masthead does not say, and what follows from it."""

from __future__ import annotations

import pytest

import unodc_report as ur

COVER = """大 会
正式记录
第六十七届会议
补编第10号

国际法委员会报告

第六十四届会议
（2012年5月7日至6月1日）
"""
PLENARY = """67/10. 海洋法公约

大会，

回顾其第66/10号决议，

2012年11月30日
第45次全体会议
"""
COUNCIL = """安全理事会，

回顾其第1572号决议，

重申第1643号决议第6段，

1. 决定延长第1572号决议第7至12段规定的措施；
"""
COMMITTEE = """结论性意见

1. 委员会在2012年7月12日第1047次会议（见CEDAW/C/SR.1047）上审议了第三次定期报告（CEDAW/C/GUY/3-6）。

2. 第五十二届会议通过了本意见。《公约》第九条适用。
"""
BOARD = """联合国人类住区规划署
理事会
第二十届会议

麻醉药品委员会的报告

1. 委员会第五十届会议审议了这一问题。
"""
AGENCY = """粮农组织理事会
第一四〇届会议

1. 大会第三十六届会议选出理事会成员。
"""


def bodies(text: str) -> list[tuple[str, str | None]]:
    return [(m.text.replace("\n", ""), m.body) for m in ur.parse(text).events]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (COVER, [("第六十四届会议", "ILC")]),
        (PLENARY, [("第45次全体会议", "UNGA")]),
        (COMMITTEE, [("第1047次会议", "CEDAW"), ("第五十二届会议", "CEDAW")]),
        (BOARD, [("第五十届会议", "CND")]),
        (AGENCY, [("第三十六届会议", None)]),
        (AGENCY.replace("1. 大会", "1. 按照第65/1号决议，大会"), [("第三十六届会议", "UNGA")]),
        ("报告\n\n1. 主席向人权理事会报告第三届会议的情况。\n", [("第三届会议", None)]),
    ],
)
def test_sessions_of_the_issuer(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [row for row in bodies(text) if row[0] != "第六十七届会议"] == found


def test_an_agency_has_its_own_conference() -> None:
    assert [(m.text, m.id) for m in ur.parse(AGENCY).organizations if m.text == "大会"] == [("大会", None)]


def test_numbers_of_the_council_that_issues_the_document() -> None:
    assert [m.symbol for m in ur.parse(COUNCIL).documents] == ["S/RES/1572 (2004)", "S/RES/1643 (2005)", "S/RES/1572 (2004)"]
    assert not ur.parse(COUNCIL.replace("安全理事会", "人权理事会")).documents


def test_the_convention_of_the_committee_that_issues_the_document() -> None:
    assert [m.id for m in ur.parse(COMMITTEE).instruments] == ["CEDAW"]


def test_a_protocol_by_its_full_title_names_its_convention() -> None:
    found = ur.extract("《残疾人权利公约任择议定书》已经生效。《公约》第四条适用。")
    assert [m.id for m in found if m.type == "instrument"] == [None, "CRPD"]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("《经济，社会与文化权利国际公约》", "ICESCR"),
        ("《对于难民地位的公约》", "Convention relating to the Status of Refugees"),
        ("《禁止酷刑及其他残忍、不人道或有辱人格的待遇或处罚公约》", "CAT"),
        ("《儿童权利公约关于儿童卷入武装冲突问题的任择议定书》", None),
    ],
)
def test_titles_with_other_marks_and_links(title: str, key: str | None) -> None:
    assert [m.id for m in ur.extract(title) if m.type == "instrument"] == [key]


def test_a_conference_after_the_short_name_of_its_agency() -> None:
    found = ur.extract("联合国教育、科学及文化组织（教科文组织）大会")
    assert [(m.text, m.id) for m in found if m.type == "organization"][-1] == ("大会", None)


AGENCY_CITING = """联合国工业发展组织
大会
第十五届会议

1. 联合国大会在其第67/226号决议中欢迎这项工作。大会第十四届会议请总干事提出报告。

2. 安全理事会通过了决议，大会注意到这一点。
"""


def test_an_agency_that_names_the_united_nations_in_full_means_its_own_conference() -> None:
    named = [(m.text, m.id) for m in ur.parse(AGENCY_CITING).organizations if m.text.endswith("大会")]
    assert named == [("联合国大会", "UNGA"), ("大会", None), ("大会", None)]
    unnamed = AGENCY_CITING.replace("联合国大会在其", "大会在其")
    assert [(m.text, m.id) for m in ur.parse(unnamed).organizations if m.text.endswith("大会")] == [("大会", "UNGA")] * 3
