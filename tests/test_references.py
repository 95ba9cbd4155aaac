"""Pointers inside reports and into instruments."""

from __future__ import annotations

import pytest

import unodc_report as ur


def references(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.target) for m in ur.extract(text) if m.type == "reference"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第240、243、244和245条", [("第240、243、244和245条", "article:240,243,244,245")]),
        ("第 251、252 及 261-265 节", [("第251、252及261-265节", "section:251,252,261-265")]),
        ("上文第9和第12段", [("第9", "para:9"), ("第12段", "para:12")]),
        ("第24至第35段", [("第24至第35段", "para:24-35")]),
        ("第三十一条第一款和第二款", [("第三十一条第一款", "article:31(1)"), ("第二款", "article:31(2)")]),
        ("第七条第㈡款第1项", [("第七条第㈡款第1项", "article:7(2)(1)")]),
        ("第4条第3 (d)款", [("第4条第3 (d)款", "article:4(3)(d)")]),
        ("第五条第1和2款", [("第五条第1和2款", "article:5(1),5(2)")]),
        ("第6 (f)条", [("第6 (f)条", "article:6(f)")]),
        ("第一五六条", [("第一五六条", "article:156")]),
        ("载于附件一和附件二", [("附件一", "annex:1"), ("附件二", "annex:2")]),
        ("附件一、二和三", [("附件一、二和三", "annex:1,2,3")]),
        ("（同上，表1和表2）", [("同上", "ibid"), ("表1", "table:1"), ("表2", "table:2")]),
        ("第一章，B 节和 D 节", [("第一章", "chapter:1"), ("B节", "section:B"), ("D节", "section:D")]),
        ("载于附件I", [("附件I", "annex:1")]),
        ("列入附录I的物种", [("附录I", "appendix:I")]),
        ("决议草案一至三", [("决议草案一至三", "draft:1-3")]),
        ("《宪章》第六章和第七章", [("第六章", "chapter:6"), ("第七章", "chapter:7")]),
    ],
)
def test_targets(text: str, found: list[tuple[str, str]]) -> None:
    assert references(text) == found


@pytest.mark.parametrize(
    "text",
    ["第百十段", "第十十条", "第一条战线", "第五委员会", "第一部分", "一项条款", "代表3月31日", "发表2份声明", "《关于第三章的评注》", "第二阶段", "附件三份", "共同上诉", "第二笔款项", "图书1 000册", "意图一"],
)
def test_what_points_to_nothing(text: str) -> None:
    assert references(text) == []


REPORT = """一. 结果

1. 各国的数字见下。

表1

2. 表2列出了其余各国。

图三：趋势
"""


def test_a_label_fills_its_line_and_points_to_nothing() -> None:
    assert [m.text for m in ur.parse(REPORT).references] == ["表2", "图三"]
    assert [m.text for m in ur.parse("表1").references] == []
    assert [m.text for m in ur.parse("表1 各国").references] == ["表1"]
