"""Documents, resolutions and decisions in sentences and in whole reports."""

from __future__ import annotations

import pytest

import unodc_report as ur


def documents(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.symbol) for m in ur.extract(text) if m.type == "document"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("大会1992年12月16日第47/91号和1993年12月20日第48/103号决议", [("第47/91号", "A/RES/47/91"), ("第48/103号决议", "A/RES/48/103")]),
        (
            "大会1974年12月12日第3281(XXIX)号、2001年12月21日第56/212号决议和2003年12月23日第58/553号决定",
            [("第3281(XXIX)号", "A/RES/3281(XXIX)"), ("第56/212号决议", "A/RES/56/212"), ("第58/553号决定", "A/DEC/58/553")],
        ),
        ("第53/111和第54/114及第54/126号决议", [("第53/111", "A/RES/53/111"), ("第54/114", "A/RES/54/114"), ("第54/126号决议", "A/RES/54/126")]),
        ("第1145(XII)号和第58/8号决议", [("第1145(XII)号", "A/RES/1145(XII)"), ("第58/8号决议", "A/RES/58/8")]),
        ("安理会第1267(1999)和1989(2011)号决议", [("第1267(1999)", "S/RES/1267 (1999)"), ("1989(2011)号决议", "S/RES/1989 (2011)")]),
        ("大会第52/12 A和B号决议", [("第52/12 A和B号决议", "A/RES/52/12 A-B")]),
        ("（A/69/860、Add.1 和 Add.2）", [("A/69/860", "A/69/860"), ("Add.1", "A/69/860/Add.1"), ("Add.2", "A/69/860/Add.2")]),
        ("A/AC.260/2 和 Corr.1", [("A/AC.260/2", "A/AC.260/2"), ("Corr.1", "A/AC.260/2/Corr.1")]),
        ("A/C.3/70/L.5和L.6", [("A/C.3/70/L.5", "A/C.3/70/L.5"), ("L.6", "A/C.3/70/L.6")]),
        ("A/54/1和2名代表", [("A/54/1", "A/54/1")]),
        ("见A/61/267/Add.9和10。", [("A/61/267/Add.9", "A/61/267/Add.9"), ("10", "A/61/267/Add.10")]),
        ("见A/C.2/60/SR.99和100。", [("A/C.2/60/SR.99", "A/C.2/60/SR.99"), ("100", "A/C.2/60/SR.100")]),
        ("见A/61/267/Add.1和999。", [("A/61/267/Add.1", "A/61/267/Add.1")]),
    ],
)
def test_lists(text: str, found: list[tuple[str, str | None]]) -> None:
    assert documents(text) == found


def test_what_follows_a_symbol_is_a_document_like_it() -> None:
    found = [(m.kind, m.rule) for m in ur.extract("A/69/860、Add.1和Corr.2") if m.type == "document"]
    assert found == [("document", "document.symbol"), ("document", "document.ellipsis"), ("document", "document.ellipsis")]


@pytest.mark.parametrize(
    ("before", "text", "after", "symbols"),
    [
        ("会议开幕。", "安理会成员注意到，该国按照第1533号决议执行。", "会议结束。", ["S/RES/1533 (2004)"]),
        ("安全理事会举行了会议。", "该国按照第1533号决议执行。", "会议结束。", []),
        ("会议开幕。", "该国按照第1533号决议执行。", "安全理事会举行了会议。", []),
    ],
)
def test_a_high_number_is_the_security_councils_where_its_own_paragraph_speaks_of_the_council(before: str, text: str, after: str, symbols: list[str]) -> None:
    assert [m.symbol for m in ur.parse(f"1. {before}\n\n2. {text}\n\n3. {after}\n").documents] == symbols


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("大会关于经济及社会理事会的第61/16号决议", "A/RES/61/16"),
        ("麻醉药品委员会关于预防犯罪和刑事司法委员会的第61/2号决议", "E/CN.7/RES/61/2"),
        ("麻醉药品委员会通过了预防犯罪和刑事司法委员会的第61/2号决议", "E/CN.15/RES/61/2"),
        ("麻醉药品委员会在第六十一届会议上审议了报告并通过了第61/2号决议", "E/CN.7/RES/61/2"),
        ("麻醉药品委员会在会上听取了预防犯罪和刑事司法委员会的报告并审议了第61/2号决议", None),
        ("2003年9月26日第58/2号决议", "A/RES/58/2"),  # the session opens in September
        ("2004年9月13日第58/2号决议", "A/RES/58/2"),
        ("2003年8月26日第58/2号决议", None),
        ("2004年10月26日第58/2号决议", None),
        ("大会第60/251号决议设立的人权理事会第5/1号决议", "A/RES/60/251"),
        ("大会在其题为“网络犯罪”的第65/230号决议中", "A/RES/65/230"),
        ("安全理事会2014年通过的第2133号决议", "S/RES/2133 (2014)"),
        ("缔约方会议在第五届会议上通过了第5/4号决议", "CTOC/COP/RES/5/4"),
        ("《禁止地雷公约》缔约国会议第8/9号决议", None),
        ("缔约国大会第2/3号决议", None),
        ("技术委员会第3/1号决议", None),
        ("根据麻醉药品委员会的报告，大会主席提到第62/1号决议", None),
        ("大会第8/9号决议", None),
        ("拉丁美洲和加勒比经济委员会第689(XXXV)号决议", None),
    ],
)
def test_the_body_of_the_sentence(text: str, symbol: str | None) -> None:
    assert documents(text)[0][1] == symbol


@pytest.mark.parametrize(
    "text",
    [
        "总统第2085号决定", "最高法院第123/2010号决定", "欧洲联盟理事会第2008/615号决定", "第12号决议草案", "会议决定于2015年", "第43号建议", "每人1/2份", "和/或", "www.un.org/A/76/122",
    ],
)  # fmt: skip
def test_what_is_no_document(text: str) -> None:
    assert documents(text) == []


REPORT = """一. 导言

1. 麻醉药品委员会通过了第 62/1 号决议。会议通过第 8/1 号决议。1

2. 公约缔约国会议在第 8/9 号决议中请秘书处协助。会议通过第 8/1 号决议。

3. 根据第 62/1 号决议和第 61/2 号决议，举行了会议。

二. 后续行动

4. 按照第 30/1 号决议，活动继续进行。2

__________________
 1 E/2021/30-E/CN.15/2021/17，第一章，第 30/2 号决议。
 2 同上，第 30/3 号决议。
"""


def test_a_report_tells_whose_resolution_a_bare_number_is() -> None:
    report = ur.parse(REPORT)
    told = {(m.paragraph, m.text): (m.symbol, m.inferred) for m in report.documents}
    assert told["2", "第8/1号决议"] == ("CAC/COSP/RES/8/1", ("symbol: 会议 stands for the body last named",))
    assert told["3", "第62/1号决议"] == ("E/CN.7/RES/62/1", ("symbol: the same number elsewhere in the report",))
    assert told["note1", "第30/2号决议"] == ("E/CN.15/RES/30/2", ("symbol: source cited in the footnote",))
    assert told["note2", "第30/3号决议"] == ("E/CN.15/RES/30/3", ("symbol: source cited in the footnote",))
    assert told["4", "第30/1号决议"] == (None, ())
