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


@pytest.mark.parametrize("line", ["2019年5月3日，维也纳", "2020年3月，维也纳", "2014年3月13日至21日，日内瓦"])
def test_date_and_place_alone_are_of_the_masthead(line: str) -> None:
    assert [block.kind for block in read_report(line).blocks] == ["masthead"]


@pytest.mark.parametrize("line", ["2019年5月3日，有25名平民丧生。", "2019年5月3日，3人被捕。", "2020年3月，秘鲁收获古柯。"])
def test_a_sentence_that_opens_with_its_date_is_text(line: str) -> None:
    assert [block.kind for block in read_report(line).blocks] == ["text"]


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


# Forms of whole documents.

RECORD = """联  合  国                                        A/RES/{number}
大    会                                        Distr.: General

第六十二届会议
议程项目57

                2007年12月18日大会决议
             ［根据第二委员会的报告（A/62/422）通过］

            62/999. 关于海洋渔业的问题

    大会，

    回顾其2005年12月22日第60/204号决议，

    强调渔业的重要性，

    注意到秘书长的报告，1

    1.   欢迎该报告；

    2.   请秘书长继续同各国协商，并就此向大会第六十三届会议提出一份全面的综合
报告。

                                      2007年12月18日
                                      第78次全体会议

                         附      件
                    关于渔业的准则

一、总则

    1.   各国应养护鱼类资源。

    2.   各国应合作。

二、执行

    3.   各国应提出报告。
_______________
1 A/62/260。
"""


def test_a_resolution_of_a_page_is_read_paragraph_by_paragraph() -> None:
    document = read_report(RECORD.format(number="62/999"))
    assert document.metadata.title == "关于海洋渔业的问题"
    assert [block.text for block in document.blocks if block.kind == "title"] == ["62/999.关于海洋渔业的问题"]
    texts = [block.text for block in document.blocks if block.kind == "text"]
    assert texts[:6] == ["2007年12月18日大会决议", "［根据第二委员会的报告（A/62/422）通过］", "大会，", "回顾其2005年12月22日第60/204号决议，", "强调渔业的重要性，", "注意到秘书长的报告，"]
    assert [block.id for block in document.blocks if block.kind == "paragraph"] == ["1", "2", "annex1:1", "annex1:2", "annex1:3"]
    assert next(block.text for block in document.blocks if block.id == "2").endswith("提出一份全面的综合报告。")


def test_the_paragraphs_of_draft_resolutions_begin_anew_under_each() -> None:
    text = """第一章

需采取行动的事项

A. 决议草案

一、关于水的问题

某理事会，

回顾其第1998/5号决议，

1. 核准方案；

2. 请秘书长提出报告。

二、关于火的问题

某理事会，

1. 核准任命；

2. 请各国合作。

B. 决定草案

1. 关于土的问题

理事会核可这一请求。

第二章

通过的决议

1999/1. 关于风的问题

发展委员会，

1. 赞扬各国；

2. 请各国合作。

一、其他事项

3. 会议结束。
"""
    found = {block.id: (block.kind, block.level, block.text) for block in read_report(text).blocks}
    assert [name for name, (kind, _, _) in found.items() if kind == "paragraph"] == ["1", "2", "part2:1", "part2:2", "part3:1", "part3:2", "part3:3"]
    headings = [(level, text) for kind, level, text in found.values() if kind == "heading"]
    assert headings == [
        (1, "第一章需采取行动的事项"), (2, "A.决议草案"), (3, "一、关于水的问题"), (3, "二、关于火的问题"), (2, "B.决定草案"), (3, "1.关于土的问题"), (1, "第二章通过的决议"),
        (2, "1999/1.关于风的问题"), (1, "一、其他事项"),
    ]  # fmt: skip


def test_a_list_before_the_first_paragraph_of_a_chapter_goes_on_in_the_count() -> None:
    text = "第一章\n导言\n\n1. 开幕。\n\n2. 议程：\n\n第二章\n结论\n\n1. 第一项；\n\n2. 第二项；\n\n3. 第三项。\n\n3. 委员会核准报告。\n\n4. 闭幕。\n"
    assert [block.id for block in read_report(text).blocks if block.kind == "paragraph"] == ["1", "2", "3", "4"]


def test_headings_may_have_roman_numerals() -> None:
    text = "H. 前言\n\nI. 程序\n\n1. 开幕。\n\nA. 议程\n\n2. 通过议程。\n\nII. 粮食形势\n\n3. 审议形势。\n"
    assert [(block.level, block.text) for block in read_report(text).blocks if block.kind == "heading"] == [(2, "H.前言"), (1, "I.程序"), (2, "A.议程"), (1, "II.粮食形势")]
    assert [block.level for block in read_report(text.replace("II.", "J.")).blocks if block.kind == "heading"] == [2, 2, 2, 2]


def test_a_heading_whose_numeral_is_lost_ends_the_titles() -> None:
    found = read_report("总务委员会的工作\n\n. 导言\n\n1. 委员会举行了会议。\n").blocks
    assert [(block.kind, block.text) for block in found] == [("title", "总务委员会的工作"), ("heading", ".导言"), ("paragraph", "1.委员会举行了会议。")]


def test_the_annex_of_a_letter_is_a_part_of_the_document() -> None:
    text = "2004年3月3日某国代表给安全理事会主席的信\n\n谨随函转递一份声明。\n\n代表（签名）\n\n2004年3月3日某国代表给安全理事会主席的信的附件\n\n1. 政府谴责袭击。\n\n2. 政府提出抗议。\n"
    blocks = read_report(text).blocks
    assert [(block.kind, block.level) for block in blocks if block.text.endswith("的附件")] == [("heading", 1)]
    assert [block.kind for block in read_report(text.replace("的附件", "的附件载有声明。")).blocks if "的附件载有" in block.text] == ["text"]


@pytest.mark.parametrize(
    ("under", "title"),
    [
        ("渔业和海洋\n  的管理\n\n南太平洋的拖网捕捞\n\n秘书长的报告", "南太平洋的拖网捕捞"), ("渔业和海洋的养护与管理\n\n拖网捕捞\n\n秘书长的报告", "拖网捕捞"), ("渔业和海洋的养护与管理\n\n秘书长的报告", "渔业和海洋的养护与管理"),
        ("\n渔业和海洋\n\n秘书长的报告", "渔业和海洋"), ("渔业和海洋的养护与管理\n拖网捕捞\n秘书长的报告", "渔业和海洋的养护与管理"),
        ("2008年5月1日，纽约\n\n渔业和海洋的养护与管理\n\n拖网捕捞", "渔业和海洋的养护与管理"),
    ],
)  # fmt: skip
def test_the_name_of_the_agenda_item_is_not_the_title(under: str, title: str) -> None:
    head = "联合国 A/63/77\n大会\nDistr.: General\n\n第六十三届会议\n临时议程 项目 73\n"
    assert read_report(f"{head}{under}\n\n1. 会议开幕。\n\n2. 会议闭幕。\n").metadata.title == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["世界森林状况", "2012年", "毒品和犯罪问题办公室"], "世界森林状况"), (["森林战略", "通过日期 联合国大会1990年12月21日通过", "原始文本 查看联合国大会决议"], "森林战略"),
        (["粮食援助报告", "粮食安全与营养委员会"], "粮食援助报告"), (["消除饥饿问题委员会"], "消除饥饿问题委员会"),
        (["加强联合国环境规划署", "区域合作"], "加强联合国环境规划署"), (["主题辩论主席总结", "粮食安全"], "主题辩论主席总结"),
    ],
)  # fmt: skip
def test_who_a_document_is_by_and_what_a_site_says_of_it_are_no_title(lines: list[str], title: str) -> None:
    assert read_report("\n\n".join([*lines, "1. 会议开幕。", "2. 会议闭幕。", ""])).metadata.title == title


def test_the_cover_of_official_records() -> None:
    text = "A/65/20\n\n联合国\n\n外层空间活动概览\n\n大会\n正式记录\n第六十五届会议\n补编第 20 号 (A/65/20)\n\n联合国 • 2010 年，纽约\n\n1. 会议开幕。\n"
    fields = read_report(text).metadata
    assert (fields.symbol, fields.body, fields.session, fields.title) == ("A/65/20", "大会", "第六十五届会议", "外层空间活动概览")


def test_the_letter_after_h_is_no_roman_numeral() -> None:
    topics = "\n\n".join(f"{letter}. 议题\n\n{n}. 委员会审议了该议题。" for n, letter in enumerate("ABCDEFGHIJ", 2))
    report = read_report(f"A/65/1\n\n大会\n\nI. 导言\n\n1. 会议开幕。\n\n{topics}\n\nII. 结论\n\n12. 会议闭幕。\n")
    assert [block.level for block in report.blocks if block.kind == "heading"] == [1, *[2] * 10, 1]


def test_a_volume_keeps_its_bracket_inside_another() -> None:
    text = "A/65/20(Vol.I)\n\n联合国\n\n大会\n正式记录\n第六十五届会议\n补编第20号(A/65/20(Vol.I))\n\n外层空间活动概览\n\n1. 会议开幕。\n"
    for cover in (text, text.partition("\n")[2]):
        assert read_report(cover).metadata.symbol == "A/65/20(Vol.I)"


def test_an_organ_goes_before_its_organization() -> None:
    text = "世 界 卫 生 组 织\n\n执 行 委 员 会\n\n第一一四届会议\n\n关于粮食的报告\n\n1. 会议开幕。\n"
    assert read_report(text).metadata.body == "执行委员会"
    assert read_report(text.replace("执 行 委 员 会\n\n", "")).metadata.body == "世界卫生组织"


TWO = """United Nations                                        A/C.2/64/L.9
联合国

General Assembly                                      Distr.: Limited
大会                                                  8 October 2009

Sixty-fourth session
第六十四届会议

Second Committee
第二委员会

Agenda item 53
议程项目53

Fisheries and the oceans
渔业和海洋

决议草案

1. 会议开幕。
"""


def test_a_masthead_in_two_languages_line_by_line() -> None:
    document = read_report(TWO)
    fields = document.metadata
    assert (fields.symbol, fields.distribution, fields.date, fields.session) == ("A/C.2/64/L.9", "Limited", "8 October 2009", "第六十四届会议")
    assert (fields.agenda_item, fields.title, fields.author) == ("议程项目53", "渔业和海洋", "决议草案")
    assert [block.text for block in document.blocks if block.kind == "title"] == ["渔业和海洋", "决议草案"]
    assert read_report("渔业和海洋\n\nSixty-fourth session\n\n1. 会议开幕。\n").blocks[1].kind == "title"  # under the title it is none of the masthead


def test_a_letter_spaced_masthead() -> None:
    text = "联 合 国 环 境 规 划 署\n\n理 事 会\n\n第 十 八 届 会 议\n\n临 时 议 程 项 目 4\n\n执 行 主 任 的 报 告\n\n1. 会议开幕。\n\n2. 会议闭幕。\n"
    fields = read_report(text).metadata
    assert (fields.body, fields.session, fields.agenda_item, fields.author) == ("理事会", "第十八届会议", "临时议程项目4", "执行主任的报告")


def test_a_session_under_the_title_is_a_field_too() -> None:
    text = "关于海洋的《公约》缔约方会议 第八届会议 2008年11月26日至12月7日,波兹南\n\n临时议程项目 2(a) 组织事项\n\n临时议程和说明\n\n1. 会议开幕。\n\n2. 会议闭幕。\n"
    fields = read_report(text).metadata
    assert (fields.session, fields.agenda_item) == ("第八届会议", "临时议程项目2(a)")


def test_chapters_may_be_numbered_with_digits() -> None:
    found = read_report("第 1 章  导言\n\n1. 会议开幕。\n\n第2章 引渡\n\n2. 会议闭幕。\n\n第3章载有结论。\n").blocks
    assert [(block.kind, block.level) for block in found] == [("heading", 1), ("paragraph", None), ("heading", 1), ("paragraph", None), ("text", None)]


def test_the_symbol_of_a_supplement_is_read_without_its_brackets() -> None:
    assert read_report("外层空间活动概览\n\n大会\n正式记录\n补编第 20 号 (A/65/20)\n\n1. 会议开幕。\n").metadata.symbol == "A/65/20"


def test_a_numeral_under_a_letter_is_below_it_in_chapters_only() -> None:
    assert [block.level for block in read_report("A. 导言\n\n一、背景\n\n1. 会议开幕。\n").blocks if block.kind == "heading"] == [2, 1]


def test_a_long_line_that_names_an_annex_is_none() -> None:
    text = "谨提及某国常驻联合国代表团的临时代办就该国境内发生的各种事件以及各国政府为此采取的各项措施给安全理事会主席的信的附件\n\n1. 会议开幕。\n"
    assert [block.level for block in read_report(f"谨启。\n\n{text}").blocks if block.kind == "heading"] != [1]


def test_a_list_inside_a_paragraph_is_no_new_count() -> None:
    blocks = read_report("1. 会议开幕。\n\n2. 步骤如下：\n\n1. 审查法律；\n\n2. 培训人员。\n\n3. 会议闭幕。\n").blocks
    assert [block.id for block in blocks][:3] == ["1", "2", "2(1)"]
    assert not any(":" in block.id for block in blocks)


LETTER_OF_TWO_BODIES = """联 合 国                                      A S
大    会                 安全理事会
Distr.
GENERAL
A/50/417
S/1995/709
21 August 1995
CHINESE
ORIGINAL: FRENCH

大会                      安全理事会
第五十届会议              第五十年
临时议程* 项目 64

1995年8月18日乍得常驻联合国代表
给秘书长的信

    谨随函转递我国总统的声明。

                    大使
                    常驻代表

*  A/50/150。
95-25216 (c) 240895 240895                  /...
A/50/417
S/1995/709
Chinese
Page 2

附  件

乍得总统的声明

    1. 乍得于1995年8月15日释放了12名战俘。
"""


def test_a_letter_to_two_bodies() -> None:
    document = read_report(LETTER_OF_TWO_BODIES)
    metadata = document.metadata
    assert (metadata.symbol, metadata.body, metadata.session) == ("A/50/417", "大会", "第五十届会议")
    assert metadata.title == "1995年8月18日乍得常驻联合国代表给秘书长的信"
    assert metadata.job_number == "95-25216"
    assert "S/1995/709" not in [block.text for block in document.blocks if block.kind != "masthead"]


def test_a_masthead_under_the_letters_of_a_body_and_a_volume_over_each_page() -> None:
    document = read_report(
        "TD\n联合国\n贸易和发展会议        Distr.\nGENERAL\nTD/B/47/9 (Vol. II)\n5 December 2000\nCHINESE\nOriginal: ENGLISH\n"
        "贸易和发展理事会\n第四十七届会议\n\n理事会的报告\n\nGE.00-51234 (C)  111200 121200\nTD/B/47/9 (Vol. II)\npage 2\n1. 理事会举行了六次会议。\n"
    )
    assert (document.metadata.symbol, document.metadata.date) == ("TD/B/47/9 (Vol. II)", "5 December 2000")
    assert [block.text for block in document.blocks if block.kind in ("title", "text")] == ["理事会的报告"]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("C\n\nPCT/WG/8/12\n\n原 文：英文\n\n日 期：2015年4月21日\n\n专利合作条约工作组的报告\n\n附件二第3页\n", "2015年4月21日"),
        ("世界卫生组织\n\n第六十五届世界卫生大会        A65/9\n临时议程项目13.4        2012年3月15日\n\n营养：进展报告\n", "2012年3月15日"),
        ("第六十五届会议\n2012年3月15日至20日，日内瓦\n\n营养：进展报告\n", None),
    ],
)
def test_agencies_print_the_date_in_chinese(head: str, date: str | None) -> None:
    metadata = read_report(head).metadata
    assert metadata.date == date
    assert metadata.title in ("专利合作条约工作组的报告", "营养：进展报告")


@pytest.mark.parametrize(
    ("head", "symbol", "title", "date"),
    [
        (
            "联合国教育、科学及文化组织\n执行局\n第一八一届会议\n\n181 EX/7\n第 II 部分\n巴黎，2009 年 3 月 20 日\n原件：英文/法文\n\n临时议程项目 7\n\n总干事关于扫盲的报告\n",
            "181 EX/7", "总干事关于扫盲的报告", "2009年3月20日",
        ),
        ("EB121/9\n执行委员会                 2007年4月26日\n第一二一届会议\n临时议程项目6.4\n\n疟疾控制的进展\n秘书处的报告\n", "EB121/9", "疟疾控制的进展", "2007年4月26日"),
        ("FC 118/6\n\n财政委员会\n\n第一一八届会议\n\n2007年5月14 - 18日,罗马\n\n关于出版物收入的报告\n", "FC 118/6", "关于出版物收入的报告", None),
    ],
)  # fmt: skip
def test_mastheads_of_governing_bodies_of_agencies(head: str, symbol: str, title: str, date: str | None) -> None:
    metadata = read_report(head).metadata
    assert (metadata.symbol, metadata.title, metadata.date) == (symbol, title, date)
