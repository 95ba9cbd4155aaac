"""Web pages: what a reader of the page sees, footnote links, encodings, and pages that are wrong or hostile."""

from __future__ import annotations

import time

import pytest

import unodc_report
from unodc_report.errors import LimitError, SourceError
from unodc_report.sources.reading import read_source


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def text(body: str) -> str:
    return read_source(page(body)).text


def test_what_is_no_text_is_left_out() -> None:
    body = "<nav><p>首页</p></nav><script>var a = '<p>2019年</p>';</script><style>p{}</style><p>正文。<!-- 注 --></p><footer><p>版权</p></footer>"
    assert text(body) == "正文。\n"


def test_lists_number_themselves_unless_the_number_is_typed() -> None:
    assert text('<ol start="3"><li>甲<li>乙<ol type="a"><li>丙</li></ol></ol><ul><li>丁</ul><ol><li>5. 戊</ol>') == "3.\t甲\n4.\t乙\n(a)\t丙\n•\t丁\n5. 戊\n"


def test_white_space_is_the_browsers() -> None:
    assert text("<p>  第 75/196\n   号<b>决议</b>&nbsp;&mdash; A&amp;B </p><p>一<br>二<br><br>三</p>") == "第 75/196 号决议\xa0— A&B\n一\n二\n三\n"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<a href="#_ftn1" name="_ftnref1">[1]</a>', '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> A/76/1。</p></div>'),
        ('<sup><a href="#fn:1">1</a></sup>', '<ol><li id="fn:1"><p>A/76/1。 <a href="#fnref:1">↩</a></p></li></ol>'),
        ("<sup>1</sup>", "<hr><p><sup>1</sup> A/76/1。</p>"),
        ('<sup id="r1"><a href="#n1">1</a></sup>', '<p id="n1">1. A/76/1。</p>'),
    ],
)
def test_footnote_links(mark: str, note: str) -> None:
    report = unodc_report.read(page(f"<p>1. 2021年有3{mark}名法官。</p><p>2. 其后。</p>{note}"))
    assert [(n.id, n.text, report.text[: n.anchor or 0][-2:]) for n in report.footnotes] == [("note1", "1 A/76/1。", "有3")]
    assert [block.text for block in report.paragraphs] == ["1. 2021年有3名法官。", "2.其后。"]


def test_tables_are_kept_apart_and_layout_tables_are_not() -> None:
    data = "<table><caption>表 1</caption><tr><th>国家<th>数量<tr><td>甲<td>12</table>"
    report = unodc_report.read(page(f"<p>1. 见表。</p>{data}<p>2. 其后。</p>"))
    assert [row for table in report.tables for row in table.rows][-2:] == [("国家", "数量"), ("甲", "12")]
    assert [block.text for block in report.blocks if block.kind == "paragraph"] == ["1.见表。", "2.其后。"]
    layout = f"<table><tr><td><p>菜单</p></td><td><p>1. {'本报告介绍情况。' * 60}</p><p>2. 其后。</p></td></tr></table>"
    assert [block.id for block in unodc_report.read(page(layout)).paragraphs] == ["1", "2"]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'), ("utf-8", ""), ("gb18030", ""), ("utf-8", "<meta charset='utf8'>"), ("gb18030", '<meta charset="nonsense">')],
)
def test_encodings(encoding: str, head: str) -> None:
    body = f"<html><head>{head}</head><body><p>1. 联合国毒品和犯罪问题办公室在尼日尔开展培训。</p></body></html>"
    assert "尼日尔" in read_source(body.encode(encoding)).text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_byte_order_marks(encoding: str) -> None:
    assert "尼日尔" in read_source("<html><p>尼日尔</p></html>".encode(encoding)).text


def test_damaged_characters_are_told() -> None:
    source = read_source(b'<html><meta charset="utf-8"><p>\xe5\xa4\xa7\xe4\xbc\x9a \xff\xfe\x80 text</p></html>')
    assert "大会" in source.text
    assert source.notes == ("damaged UTF-8: 1 place that does not fit, the first at byte 38, shown as U+FFFD",)
    source = read_source(b'<html><meta charset="utf-8"><p>\xe5\xa4\xa7\xe4\xbc\x9a \xff \xfe \x80 text</p></html>')
    assert "大会" in source.text
    assert source.notes == ("3 characters that are no utf-8, shown as U+FFFD",)


@pytest.mark.parametrize(
    "hostile",
    ["<", "<!--", "<!", "<a ", "</", "<p", "&", "&#", '<a b="', "<a b='", "<table>", "<td>", "<ol><li>", "<div>", "</div>", "<sup>1", '<a href="#x">1', "<script>", "<![CDATA[", "<br>", "&#x110000;", "<li>"],
)
def test_hostile_pages_take_linear_time(hostile: str) -> None:
    begun = time.thread_time()  # what the thread computes for, whatever else the machine does
    source = read_source(page("<p>文</p>" + hostile * (200_000 // len(hostile))))
    assert "文" in source.text
    assert time.thread_time() - begun < 10


def test_limits() -> None:
    with pytest.raises(LimitError, match="limit of 100"):
        read_source(page("<p>" + "文" * 200), max_characters=100)
    with pytest.raises(SourceError, match="no text"):
        read_source(page("<script>1</script>"))


def test_text_that_quotes_a_tag_is_text() -> None:
    assert read_source("实现<2030年可持续发展议程>的京都宣言".encode()).form == "text"
