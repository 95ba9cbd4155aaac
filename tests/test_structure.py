"""Structure: masthead, title, headings, numbered paragraphs, lists, annexes, resolutions, letters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from specimens import LAYOUTS, SPECIMENS, raw, structure

from unodc_report.structure import read_report

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def rows(text: str) -> list[tuple[str, str, int | None]]:
    return [(block.id, block.kind, block.level) for block in read_report(text).blocks]


def squeeze(text: str) -> str:
    return "".join(text.split())


MASTHEAD = """联 合 国 A/77/133

大 会
Distr.: General
1 July 2022
Chinese
Original: English

第七十七届会议
暂定项目表*项目 109
预防犯罪和刑事司法
打击为犯罪目的使用信息和通信技术行为的国际合作情况
秘书长的报告
摘 要
本报告根据大会第 76/187 号决议编写。
一. 导言
1. 大会请秘书长提出报告。
* A/77/50。
"""


def test_the_masthead_gives_its_fields() -> None:
    document = read_report(MASTHEAD)
    fields = document.metadata.model_dump()
    assert fields == {
        "symbol": "A/77/133", "title": "打击为犯罪目的使用信息和通信技术行为的国际合作情况", "body": "大会", "distribution": "General", "date": "1 July 2022",
        "language": "Chinese", "original_language": "English", "session": "第七十七届会议", "agenda_item": "暂定项目表*项目109", "author": "秘书长的报告",
        "job_number": None, "inferred": (),
    }  # fmt: skip
    titles = [(block.id, block.text) for block in document.blocks if block.kind == "title"]
    assert titles == [("t1", "预防犯罪和刑事司法"), ("t2", fields["title"]), ("t3", "秘书长的报告")]
    assert next(block for block in document.blocks if block.id == "note*").anchor is not None


def test_masthead_in_columns_is_read_too() -> None:
    text = "联合国        CAC/COSP/IRG/2015/1\n反腐败公约缔约国会议        Distr.: Limited\n                 20 March 2015\n实施情况审议组\n第六届会议\n2015年6月1日至5日，维也纳\n1. 会议开幕。\n2. 会议通过了议程。\n"
    metadata = read_report(text).metadata
    assert (metadata.symbol, metadata.distribution, metadata.date, metadata.session) == ("CAC/COSP/IRG/2015/1", "Limited", "20 March 2015", "第六届会议")
    assert metadata.body == "反腐败公约缔约国会议"


def test_a_lost_masthead_leaves_the_symbol_of_the_running_header() -> None:
    metadata = read_report("1. 会议开幕。\nA/76/122\n7/18 V.21-04921\n2. 会议通过了议程。\n").metadata
    assert (metadata.symbol, metadata.job_number, metadata.inferred) == ("A/76/122", "V.21-04921", ("symbol",))
    assert metadata.date is None


def test_summary_headings_and_paragraphs_are_told_apart() -> None:
    text = """摘要
本报告介绍打击犯罪的措施。
报告还提出了建议。
一. 导言
1. 大会请秘书长提出报告。
A. 预防犯罪
1. 解决根源问题
2. 秘书处提供了协助。
2. 处理经济问题
3. 各国政府采取了措施：
(a) 修订法律；
(b) 培训人员，包括：
(i) 法官；
(ii) 检察官。
（c） 公布统计数据。
3. 新的犯罪形式
(a) 贩运人口
4. 贩运人口案件增加。
(b) 贩运枪支
5. 枪支案件减少。
二. 结论
推进法治
6. 各国应加强合作。
"""
    assert rows(text) == [
        ("h0", "heading", 1), ("s1", "summary", None), ("s2", "summary", None), ("h1", "heading", 1), ("1", "paragraph", None), ("h2", "heading", 2),
        ("h3", "heading", 3), ("2", "paragraph", None), ("h4", "heading", 3), ("3", "paragraph", None), ("3(a)", "item", 1), ("3(b)", "item", 1),
        ("3(b)(i)", "item", 2), ("3(b)(ii)", "item", 2), ("3(c)", "item", 1), ("h5", "heading", 3), ("h6", "heading", 4), ("4", "paragraph", None),
        ("h7", "heading", 4), ("5", "paragraph", None), ("h8", "heading", 1), ("h9", "heading", 2), ("6", "paragraph", None),
    ]  # fmt: skip
    document = read_report(text)
    item = next(block for block in document.blocks if block.id == "3(b)(i)")
    assert (item.paragraph, item.section, item.label) == ("3", "h4", "(i)")


@pytest.mark.parametrize("label", ["{}. ", "{}．", "{}、", "{}.\n", "{}\n"])
def test_paragraph_numbers_in_every_form(label: str) -> None:
    body = ["大会请秘书长提出报告。", "2021 年，秘书处提供了协助。", "各国政府采取了措施。", "委员会表示欢迎。", "会议结束。"]
    text = "一. 导言\n" + "".join(label.format(n) + line + "\n" for n, line in enumerate(body, 1))
    document = read_report(text)
    assert [block.number for block in document.blocks if block.kind == "paragraph"] == [1, 2, 3, 4, 5]
    assert all(block.text.endswith(squeeze(line)) for block, line in zip(document.blocks[1:], body, strict=True))


def test_full_width_numbers_are_numbers() -> None:
    text = "一、导言\n１．大会请秘书长提出报告。\n２．秘书处提供了协助。\n二、结论\n３．会议结束。\n"
    assert rows(text) == [("h1", "heading", 1), ("1", "paragraph", None), ("2", "paragraph", None), ("h2", "heading", 1), ("3", "paragraph", None)]


def test_a_number_at_a_line_start_by_chance_begins_nothing() -> None:
    text = "14. 会员国提供的资料载于《条约汇编》第\n12. 卷，并在本报告所述期间增加了一倍，达到\n2.5 亿美元以上，这一数字高于上一年。\n15. 会议结束。\n"
    assert [row[0] for row in rows(text)] == ["14", "15"]


def test_annexes_begin_their_numbers_anew() -> None:
    text = "一. 导言\n1. 大会请秘书长提出报告。\n2. 报告如下。\n3. 会议结束。\n附件\n京都宣言草案\n1. 各国重申其承诺。\n2. 各国决定加强合作。\n"
    document = read_report(text)
    assert [block.id for block in document.blocks if block.kind == "paragraph"] == ["1", "2", "3", "annex1:1", "annex1:2"]
    assert [(block.text, block.level) for block in document.blocks if block.kind == "heading"] == [("一.导言", 1), ("附件", 1), ("京都宣言草案", 2)]


def test_a_numbered_list_inside_a_paragraph_does_not_stop_the_count() -> None:
    text = "7. 委员会建议采取下列步骤：\n1. 审查现行法律。\n2. 培训执法人员。\n8. 委员会还建议公布统计数据。\n"
    assert rows(text) == [("7", "paragraph", None), ("7(1)", "item", 1), ("7(2)", "item", 1), ("8", "paragraph", None)]


def test_bullets_are_items() -> None:
    text = "7. 委员会建议采取下列步骤：\n• 审查现行法律；\n• 培训执法人员。\n8. 委员会还建议公布统计数据。\n"
    assert [row[:2] for row in rows(text)] == [("7", "paragraph"), ("7•1", "item"), ("7•2", "item"), ("8", "paragraph")]


def test_compound_numbers_are_paragraphs_and_decimals_are_not() -> None:
    text = "2.26 该办事处力求巩固伙伴关系。\n2.27 所需经费增加了\n3.5 倍。\n2.28 员额没有变化。\n"
    assert [row[:2] for row in rows(text)] == [("2.26", "paragraph"), ("2.27", "paragraph"), ("2.28", "paragraph")]


def test_a_resolution_keeps_its_preamble_and_its_operative_paragraphs() -> None:
    text = "大会，\n回顾其关于预防犯罪和刑事司法的各项决议，\n深为关切跨国有组织犯罪造成的影响，\n1. 欢迎秘书长的报告；\n2. 请会员国加强合作；\n3. 决定继续处理此案。\n"
    document = read_report(text)
    assert [block.id for block in document.blocks if block.kind == "paragraph"] == ["1", "2", "3"]
    assert squeeze(document.text) == squeeze(text)


def test_a_letter_loses_nothing() -> None:
    text = "2015年2月25日约旦常驻联合国代表给秘书长的信\n奉我国政府指示，谨随函转递约旦政府的声明（见附件）。\n请将本函及其附件作为安全理事会文件分发为荷。\n常驻代表\n大使\n（签名）\n"
    document = read_report(text)
    assert squeeze(document.text) == squeeze(text)
    assert document.blocks[0].kind == "title"
    assert not [block for block in document.blocks if block.kind in {"paragraph", "heading"}]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("specimen", SPECIMENS)
def test_specimens_are_read_as_their_gold_says(specimen: str, layout: str) -> None:
    compare(raw(specimen, layout), structure(specimen, layout))


def compare(text: str, gold: list[dict[str, object]]) -> None:
    document = read_report(text)
    found = {
        block.id: (block.kind, block.level if block.kind == "heading" else None, squeeze(block.printed), _trimmed(text, block.segments))
        for block in document.blocks
        if block.kind != "masthead"
    }
    wanted = {
        str(row["id"]): (
            {"para": "paragraph"}.get(str(row["kind"]), row["kind"]),
            row.get("level") if row["kind"] == "heading" else None,
            squeeze(str(row["text"])),
            _trimmed(text, row["segments"]),  # type: ignore[arg-type]
        )
        for row in gold
    }
    assert found == wanted


def _trimmed(text: str, segments: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    trimmed = []
    for start, end in segments:
        piece = text[start:end]
        trimmed.append((start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))
    return trimmed


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference report is not beside the checkout")
def test_the_real_report_is_read_as_its_gold_says() -> None:
    text = (SHARED / "reports" / "A_76_122.zh.txt").read_bytes().decode()
    lines = (SHARED / "gold" / "A_76_122.zh.structure.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    assert len(gold) == 158
    compare(text, gold)
