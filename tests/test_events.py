"""Sessions and meetings, and whose they are."""

from __future__ import annotations

import pytest

import unodc_report as ur


def events(text: str) -> list[tuple[str, str | None, object]]:
    return [(m.text, m.body, m.number) for m in ur.extract(text) if m.type == "event"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第二十九届会议经精简的常会和续会", [("第二十九届会议", None, 29)]),
        ("第五十四至第五十七届会议", [("第五十四至第五十七届会议", None, (54, 55, 56, 57))]),
        ("第276和277次会议", [("第276和277次会议", None, (276, 277))]),
        ("第三次和第四次会议", [("第三次", None, 3), ("第四次会议", None, 4)]),
        ("第九次增进在《反腐败公约》下开展国际合作专家会议", [("第九次增进在《反腐败公约》下开展国际合作专家会议", None, 9)]),
        ("大会第六十九届会议主席", [("第六十九届会议", "UNGA", 69)]),
        ("麻醉药品委员会应在定于2015年3月9日至17日举行的第五十八届会议上", [("第五十八届会议", "CND", 58)]),
        ("大会第二十届特别会议和第七十届联大", [("第二十届特别会议", "UNGA", 20), ("第七十届联大", "UNGA", 70)]),
        ("第7358次会议", [("第7358次会议", "UNSC", 7358)]),
        ("各国议会联盟第131届大会", [("第131届大会", "IPU", 131)]),
        ("第二次缔约国大会", [("第二次缔约国大会", None, 2)]),
        ("如前所述，第六十三届大会通过了该项目", [("第六十三届大会", "UNGA", 63)]),
        ("各国第六十三届大会通过了该项目", [("第六十三届大会", None, 63)]),
    ],
)
def test_sessions(text: str, found: list[tuple[str, str | None, object]]) -> None:
    assert events(text) == found


@pytest.mark.parametrize(
    "text",
    ["第二周期", "第一阶段", "第三次报告", "第一次审议", "第六十九届", "第二次世界大战结束后的会议", "第三次向大会报告", "第五委员会会议室", "第二次参加会议", "《第三届会议的报告》"],
)
def test_what_is_no_session(text: str) -> None:
    assert events(text) == []


REPORT = """一. 会议

1. 预防犯罪和刑事司法委员会于2020年12月开会。

2. 委员会于2021年5月17日至21日举行了第三十届会议。请委员会第三十一届会议审议。

3. 实施情况审议组于2020年6月举行了第十一次会议，其后举行第一次续会。

二. 其他

4. 秘书处为第三十届会议编写了文件。技术委员会第五届会议也作了审议。
"""


def test_a_report_tells_whose_session_it_is() -> None:
    told = {m.text: (m.body, m.inferred) for m in ur.parse(REPORT).events if m.paragraph != "4"}
    assert told["第三十届会议"] == ("CCPCJ", ("body: 委员会 stands for 预防犯罪和刑事司法委员会",))
    assert told["第三十一届会议"][0] == "CCPCJ"
    assert told["第十一次会议"] == ("IRG", ())
    assert told["第一次续会"] == ("IRG", ("body: session named before it in the paragraph",))
    last = {m.text: (m.body, m.inferred) for m in ur.parse(REPORT).events if m.paragraph == "4"}
    assert last["第三十届会议"] == ("CCPCJ", ("body: the same session elsewhere in the report",))
    assert last["第五届会议"] == (None, ())


def test_a_congress_is_the_crime_congress_where_the_text_says_so() -> None:
    assert events("第十四届大会")[0][1] is None
    assert [body for _, body, _ in events("第十三届联合国预防犯罪和刑事司法大会与第十四届大会")] == ["UN Crime Congress", "UN Crime Congress"]


OWN = """联合国

A/58/382

大会

Distr.: General
9 September 2003
Chinese
Original: English

第五十八届会议
议程项目105

业务活动

秘书长的报告

一. 导言

1. 请秘书长向第五十九届会议报告。亚太经社会第五十九届会议也审议了该报告。第三届会议没有审议。
"""


def test_a_bare_session_near_that_of_the_report_is_of_its_own_body() -> None:
    told = [(m.text, m.body, m.inferred) for m in ur.parse(OWN).events]
    assert told[0] == ("第五十九届会议", "UNGA", ("body: a session of the report's own body",))
    assert [body for _, body, _ in told] == ["UNGA", "ESCAP", None]


@pytest.mark.parametrize(
    ("symbol", "text", "expected"),
    [
        ("FCCC/CP/2014/3", "缔约方会议第二十届会议在利马举行。", [("第二十届会议", None)]),
        ("FCCC/CP/2014/3", "缔约方会议在第二十届会议上通过了决定。", [("第二十届会议", None)]),
        ("A/FCTC/COP/3/4", "公约缔约方会议第二届会议要求提出报告。第三届会议将审议。", [("第二届会议", None), ("第三届会议", None)]),
        ("CTOC/COP/2016/9", "缔约方会议第七届会议打击有组织犯罪的决定。", [("第七届会议", "COP-UNTOC")]),
    ],
)
def test_a_conference_of_parties_is_the_one_that_the_document_tells(symbol: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    report = ur.parse(f"联合国\n\n{symbol}\n\nDistr.: General\n3 March 2014\nChinese\nOriginal: English\n\n缔约方会议\n\n秘书处的说明\n\n1. {text}\n\n2. 会议结束。\n")
    assert [(m.text, m.body) for m in report.events] == expected


def test_the_session_of_a_committee_on_the_cover_of_its_report_is_not_the_assemblys() -> None:
    text = "A/69/46\n\n联合国\n\n辐射问题科学委员会的报告\n\n第六十一届会议\n\n(2014年7月21日至25日)\n\n大会\n\n正式记录 第六十九届会议 补编第46号\n"
    assert [(m.text, m.body) for m in ur.parse(text).events] == [("第六十一届会议", None), ("第六十九届会议", "UNGA")]


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("第十届联合国预防犯罪和罪犯待遇大会之后，第十一届大会", [(), ("body: congress named in the text",)]),
        ("第7358次会议", [("body: no other organ numbers its meetings so high",)]),
    ],
)
def test_a_body_that_the_words_do_not_name_is_inferred(text: str, inferred: list[tuple[str, ...]]) -> None:
    assert [m.inferred for m in ur.extract(text) if m.type == "event"] == inferred
