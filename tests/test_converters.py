"""What converters do to a document before its text is read: blanks lost and added, lines run together, mastheads torn."""

from __future__ import annotations

import pytest

from unodc_report import extract
from unodc_report.models.mentions import Date
from unodc_report.structure import read_report


def kinds(text: str) -> dict[str, str]:
    return {block.id: block.kind for block in read_report(text).blocks}


def texts(text: str) -> dict[str, str]:
    return {block.id: block.text for block in read_report(text).blocks}


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.type, mention.text) for mention in extract(text)]


# A paragraph's number, and the figure that the paragraph begins with.


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.4月14日，委员会审议了报告。", "2.委员会欢迎报告。"),
        ("1.2015年，委员会审议了报告。", "2.12名代表出席了对话。"),
        ("1.委员会审议了报告。", "2.5月以来，环境署在各国开展了活动。"),
        ("1.18个国家提交了报告。", "2.3月至5月，委员会视察了六个办事处。"),
    ],
)
def test_a_number_glued_to_a_date_or_a_figure_is_the_paragraphs(first: str, second: str) -> None:
    text = f"一.导言\n\n{first}\n\n{second}\n\n3.委员会结束了工作。\n"
    assert kinds(text) == {"h1": "heading", "1": "paragraph", "2": "paragraph", "3": "paragraph"}
    assert not any("." in mention.text for mention in extract(texts(text)["1"].removeprefix("1.")))
    for beginning in (text.removeprefix("一.导言"), text.removeprefix("一.导言").rstrip("。\n")):  # an excerpt may end where it likes
        assert list(kinds(beginning)) == ["1", "2", "3"]


def test_a_decimal_where_no_paragraph_can_begin_is_none() -> None:
    for figure in ("3.605亿美元。", "3.605亿美元，是各国最初认捐的数额。"):  # however long the line that it begins
        text = f"1.委员会审议了预算。\n2.数额为下列各项的总和，即\n{figure}\n4.委员会结束了工作。\n"
        assert texts(text)["2"].endswith(figure)
    text = "1.委员会审议了预算。\n2.预算见下文。\n3.委员会注意到此事。\n3.605亿美元是最初的数额。\n4.委员会结束了工作。\n"
    assert set(kinds(text)) <= {"1", "2", "3", "4", "x1"}
    assert ("quantity", "3.605亿美元") in found("3.605亿美元是最初的数额。")


@pytest.mark.parametrize(
    ("lines", "blocks", "holder"),
    [
        (["3.605亿美元已经到账。", "4.委员会注意到此事。"], ["1", "2", "3", "4"], "3"),  # the count lacks a third paragraph
        (["3.605亿美元已经到账。", "5.委员会注意到此事。"], ["1", "2", "3", "5"], "3"),
        (["3.605亿美元已经到账。", "6.委员会注意到此事。", "7.委员会结束了工作。"], ["1", "2", "6", "7"], "2"),  # too many to tell
        (["3.605亿美元已经到账。", "3.委员会注意到此事。"], ["1", "2", "3"], "2"),  # it has one
        (["3.5月以来，各国开展了活动。"], ["1", "2", "3"], "3"),  # the last paragraph
    ],
)
def test_a_figure_glued_to_the_number_that_the_count_lacks(lines: list[str], blocks: list[str], holder: str) -> None:
    found = texts("\n".join(["1.委员会审议了预算。", "2.委员会欢迎各国认捐。", *lines, ""]))
    assert list(found) == blocks
    assert found[holder].endswith(lines[0])


@pytest.mark.parametrize("figure", ["2.5月以来，各国开展了活动。", "2.5亿美元已经到账。"])
def test_one_paragraph_is_no_count(figure: str) -> None:
    assert "2" not in kinds(f"1.委员会审议了预算。\n{figure}\n")


def test_the_paragraphs_of_views_are_counted_in_two_parts() -> None:
    text = """1.1来文提交人是该国国民，1979年出生。

1.22014年12月1日，委员会请缔约国不要遣返提交人。

提交人陈述的事实

2.1提交人曾任职于一个非政府组织。

2.22010年5月3日，他被逮捕。

2.36月20日他获释。

3.提交人称，缔约国违反了《公约》。

4.1 2015年2月2日，缔约国提出意见。

4.212名证人未获传唤。

5.委员会认为来文可以受理。
"""
    blocks = kinds(text)
    assert [name for name, kind in blocks.items() if kind == "paragraph"] == ["1.1", "1.2", "2.1", "2.2", "2.3", "3", "4.1", "4.2", "5"]
    assert blocks["h1"] == "heading"
    folded = read_report(text).folded
    assert "2.36" not in folded
    assert "6月20日" in folded


def test_paragraphs_in_two_parts_need_no_others() -> None:
    text = "1.1来文提交人是该国国民。\n1.22014年12月1日，委员会提出请求。\n2.1提交人曾任职于一个非政府组织。\n2.22010年5月3日，他被逮捕。\n"
    assert list(kinds(text)) == ["1.1", "1.2", "2.1", "2.2"]


def test_paragraphs_count_on_after_those_in_two_parts() -> None:
    text = "1.第一点是程序。\n\n2.1第二点是事实。\n\n2.2事实如下。\n\n3.1第三点是申诉。\n\n3.2申诉如下。\n\n4.1第四点是意见。\n\n4.2意见如下。\n\n5.1第五点是受理。\n\n5.2受理如下。\n\n6.第六点是结论。\n"
    assert list(kinds(text)) == ["1", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2", "6"]


# Mastheads.

TORN = """联 合 国

C MW/C/PER/CO/2

保护所有移徙工人及其家庭成员

权利国际公约

Distr.: General

5May2015

Chinese

Original: Spanish

保护所有移徙工人及其家庭成员权利委员会

关于秘鲁第二次定期报告的结论性意见 *

1.委员会审议了秘鲁的报告。

* 委员会第二十二届会议(2015年4月13日至24日)通过。
"""


def test_a_torn_masthead_is_read() -> None:
    document = read_report(TORN)
    fields = document.metadata
    assert (fields.symbol, fields.distribution, fields.date, fields.language, fields.original_language) == ("CMW/C/PER/CO/2", "General", "5 May 2015", "Chinese", "Spanish")
    assert (fields.body, fields.title) == ("保护所有移徙工人及其家庭成员权利委员会", "关于秘鲁第二次定期报告的结论性意见")
    assert [block.kind for block in document.blocks] == ["masthead"] * 9 + ["title", "paragraph", "footnote"]


@pytest.mark.parametrize("above", ["UNEP\n\nEP", "CBD", "气候变化\n框架公约"])
def test_what_stands_above_the_distribution_is_no_title(above: str) -> None:
    text = f"{above}\nDistr.\nGENERAL\n14 March2016\nCHINESE\nORIGINAL: ENGLISH\n\n联合国环境大会\n第二届会议\n化学品的无害管理\n导言\n1.环境署开展了活动。\n"
    fields = read_report(text).metadata
    assert (fields.title, fields.date, fields.body, fields.distribution) == ("化学品的无害管理", "14 March 2016", "联合国环境大会", "General")


def test_general_assembly_is_no_distribution() -> None:
    fields = read_report("United Nations 联 合 国\nGeneral Assembly 大 会\nThirtieth session 第三十届会议\n程序报告\n1.大会审议了报告。\n").metadata
    assert (fields.distribution, fields.body, fields.session) == (None, "大会", "第三十届会议")


def test_a_masthead_after_the_title_or_run_into_it() -> None:
    fields = read_report("缔约方会议\n执行秘书的说明\n1.会议开幕。\n2.会议通过了议程。\n联 合 国 FCCC/SBI/2013/4\n气候变化框架公约 Distr.: General 5 May 2013 Chinese Original: English\n").metadata
    assert (fields.symbol, fields.date) == ("FCCC/SBI/2013/4", "5 May 2013")
    fields = read_report("JIU/REP/2011/4ChineseOriginal:English对联合国系统采购的审查\n1.联检组审查了采购。\n").metadata
    assert (fields.symbol, fields.title) == ("JIU/REP/2011/4", "对联合国系统采购的审查")


def test_two_symbols_are_the_documents_and_its_running_head() -> None:
    text = "联 合 国 E/2011/30 E/CN.15/2011/21\n经济及社会理事会 Distr.: General\n预防犯罪和刑事司法委员会\n第二十届会议报告\n2\nE/2011/30 E/CN.15/2011/21\n1.委员会举行了会议。\n"
    document = read_report(text)
    assert document.metadata.symbol == "E/2011/30"
    assert document.text.count("E/2011/30") == 1
    assert read_report("E/2011/22E/C.12/2010/3\n经济、社会及文化权利委员会\n报告\n1.委员会举行了会议。\n").metadata.symbol == "E/2011/22"


def test_the_last_symbol_of_a_list_is_not_the_documents() -> None:
    text = "文 件\n\nA/CONF.189/1\n临时议程\nA/CONF.189/2\n暂行议事规则\nA/CONF.189/3\n暂定工作安排\nA/CONF.189/4\n"
    document = read_report(text)
    assert document.metadata.symbol is None
    assert "A/CONF.189/4" in document.text


# Resolutions.

RESOLUTION = """第七十届会议
议程项目97(x)
{adopted}
[根据第一委员会的报告( A/70/460 )通过]
70/33.  推进多边裁军谈判，
尤其是核裁军谈判
大会，
回顾其关于这一问题的第67/56号决议，
铭记各国在裁军谈判会议、
裁军审议委员会和第一委员会作出的努力，
1. 重申目标的紧迫性；
2. 欢迎工作组举行会议。
"""


@pytest.mark.parametrize("adopted", ["大会决议", "2015年12月7日大会决议"])
def test_the_front_of_a_resolution(adopted: str) -> None:
    document = read_report(RESOLUTION.format(adopted=adopted))
    fields = document.metadata
    assert (fields.title, fields.body, fields.session, fields.agenda_item) == ("推进多边裁军谈判，尤其是核裁军谈判", "大会", "第七十届会议", "议程项目97(x)")
    assert [block.text for block in document.blocks if block.kind == "title"] == ["70/33.推进多边裁军谈判，尤其是核裁军谈判"]
    assert "铭记各国在裁军谈判会议、裁军审议委员会和第一委员会作出的努力，" in [block.text for block in document.blocks if block.kind == "text"]
    assert [block.id for block in document.blocks if block.kind == "paragraph"] == ["1", "2"]
    assert "第一委员会的报告(A/70/460)" in document.folded


def test_operative_paragraphs_begin_after_a_preamble_whose_first_was_lost() -> None:
    text = "安全理事会，\n回顾其以往各项决议，\n在此背景下表示关切，\n2. 决定延长任务期限；\n3. 请秘书长提交报告。\n"
    assert [name for name, kind in kinds(text).items() if kind == "paragraph"] == ["2", "3"]
    assert read_report(text).metadata.title is None


# Notes, units and lists.


@pytest.mark.parametrize("marks", ["*", "**"])
def test_a_note_that_stands_first_ends_with_its_sentence(marks: str) -> None:
    text = f"{marks} 委员会第一〇四届会议（2021年8月10日至25日）通过。\n\n消除种族歧视委员会\n\n关于丹麦合并定期报告的结论性意见{marks}\n\n1.委员会在2021年8月18日举行的会议上审议了丹麦提交的报告。\n\n2.委员会欢迎报告。\n"
    document = read_report(text)
    assert [(block.id, block.kind) for block in document.blocks] == [("t1", "title"), ("t2", "title"), ("1", "paragraph"), ("2", "paragraph"), (f"note{marks}", "footnote")]
    assert (document.metadata.title, document.metadata.body) == ("关于丹麦合并定期报告的结论性意见", "消除种族歧视委员会")


def test_a_unit_over_a_sentence_is_not_joined_to_it() -> None:
    document = read_report("粮食及农业组织区域会议摘录\n\n委员会在其于1998年6月2-5日举行的第二十四届会议上核准了开放性工作组的报告，并请秘书处予以落实。\n")
    assert [block.text[:4] for block in document.blocks] == ["粮食及农", "委员会在"]
    for rest in ("开展更广泛的国际合作。", "各国开展更广泛的国际合作。"):
        assert len(read_report(f"今年的调查结果突出表明需要\n\n{rest}\n").blocks) == 1


def test_an_officer_under_a_colon_is_no_heading() -> None:
    text = "四.选举主席团成员\n5.委员会选出以下成员:\n主席:甲某某\n五.通过议程\n6.委员会通过了议程。\n"
    assert kinds(text)["x1"] == "text"


def test_a_page_taken_as_one_line_is_cut_at_its_numbers() -> None:
    sentences = "".join(f"{k}.{'18个国家' if k == 3 else '委员会'}在本报告所述期间举行了会议，审议了各国提交的报告，并就今后的工作方案交换了意见，通过了若干决定。" for k in range(1, 8))
    text = f"联合国A/55/383大会Distr.:General20March2001ChineseOriginal:English特设委员会工作报告一.导言{sentences}"
    document = read_report(text)
    assert [block.id for block in document.blocks] == ["m1", "t1", "h1", "1", "2", "3", "4", "5", "6", "7"]
    assert document.metadata.date == "20 March 2001"


def test_a_table_of_contents_in_columns_that_a_converter_wrote_one_under_the_other() -> None:
    entries = "章次\n\n段次\n\n页次\n\n送文函\n\nviii\n\n一.\n\n提请注意的事项\n\n1-4\n\n1\n\n二.\n\n组织事项\n\n5-23\n\n2\n\n"
    document = read_report(f"{entries}目录（续）\n\n三. 结论 24-30 5\n\n附件 31\n\n一.提请注意的事项\n\n1.委员会通过了下列决定。\n")
    assert [block.id for block in document.blocks] == ["h1", "1"]


# Characters.


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("201 6 年的报告", ("date", "2016年")),
        ("报备的有 7 5 项。", ("quantity", "75项")),
        ("捐款5 0 万美元", ("quantity", "50万美元")),
        ("约 2 600 万人", ("quantity", "2 600万人")),
        ("载于 CEDAW /C/ABC/Q/4-5 号文件", ("document", "CEDAW/C/ABC/Q/4-5")),
        ("( 见 CEDAW/C/SR.1227 和 1228 ) 。", ("document", "1228")),
        ("见JIU/REP/2011/4Chinese", ("document", "JIU/REP/2011/4")),
        ("备忘录(A/BUR/60/1Add.1)", ("document", "A/BUR/60/1")),
        ("E/2011/22E/C.12/2010/3", ("document", "E/C.12/2010/3")),
        ("第一O九届会议", ("event", "第一O九届会议")),
        ("二0一0年一月", ("date", "二0一0年一月")),
    ],
)
def test_what_a_converter_lost_or_added_is_read_where_one_reading_is_possible(text: str, mention: tuple[str, str]) -> None:
    assert mention in found(text)


@pytest.mark.parametrize("text", ["重点人群7 5 项", "表1 2 3", "15 16年", "2009114日", "和 /或"])
def test_what_may_be_two_things_is_left(text: str) -> None:
    assert not {"75项", "1516年", "2009114日"} & {mention.text for mention in extract(text)}
    assert text.replace(" ", "") == "".join(read_report(text).text.split())


def test_dates_without_their_signs_say_so() -> None:
    date = next(mention for mention in extract("于2009630日通过") if isinstance(mention, Date))
    assert (date.edtf, date.inferred) == ("2009-06-30", ("edtf: the source has lost 年 and 月",))


# A masthead, a table of contents and page headers, as they come out of a page.


def test_a_masthead_written_as_one_line_is_taken_apart() -> None:
    text = (
        "人权理事会 第十二届会议 议程项目 4 需要理事会注意的情况\n\n独立专家的报告\n\n概要\n\n本报告介绍了工作。\n\n联 合 国 A/HRC/12/77\n\n"
        "大 会 Distr.: General 3 March 2009 Chinese Original: English\n\nA/HRC/12/77\n\n2 GE.09-12345\n\n一. 导言\n\n1. 专家开展了工作。\n"
    )
    document = read_report(text)
    assert document.metadata.session == "第十二届会议"
    assert document.metadata.agenda_item == "议程项目4"
    assert document.metadata.title == "需要理事会注意的情况"
    assert "A/HRC/12/77" not in "".join(block.text for block in document.blocks if block.kind != "masthead")


def test_a_session_that_is_spoken_of_in_a_line_is_no_masthead() -> None:
    text = "第十二届会议 审议了议程项目 4 并通过了报告\n"
    assert read_report(text).metadata.agenda_item is None


@pytest.mark.parametrize("head", ["目录 段次 页次", "目录 章次 段次 页次", "目 录 页 次"])
def test_columns_may_stand_beside_the_head_of_a_table_of_contents(head: str) -> None:
    leaders = "." * 130
    text = f"秘书处的报告\n\n{head}\n\n. 导言 {leaders} 1-2 3\n\nA. 援助 {leaders} 3-11 3\n\n二. 结论 {leaders} 12 7\n\n一. 导言\n\n1. 秘书处提交了报告。\n"
    assert kinds(text) == {"t1": "title", "h1": "heading", "1": "paragraph"}


@pytest.mark.parametrize("leader", [". " * 70, "~" * 40])
def test_leaders_may_be_spaced_and_of_other_signs(leader: str) -> None:
    text = f"秘书处的报告\n\n目录\n\n导言 {leader}1-2 3\n\n结论 {leader}12 7\n\n一. 导言\n\n1. 秘书处提交了报告。\n"
    assert kinds(text) == {"t1": "title", "h1": "heading", "1": "paragraph"}


def test_a_table_of_contents_whose_first_numbered_entry_is_not_its_first_line() -> None:
    text = "目录\n\n页次\n\n第一部分 委员会的报告\n\n送文函......2\n\n一.提请注意的事项3\n\nA.决定1-26\n\n二.组织事项27-309\n\n一.提请注意的事项\n\n1. 委员会通过了决定。\n"
    assert kinds(text) == {"h1": "heading", "1": "paragraph"}


def test_an_entry_of_a_table_of_contents_may_have_four_lines() -> None:
    text = "目录\n\n一. 导言 .... 1\n\n二. 提请各国注意\n\n的事项和\n\n其他各项\n\n事项 .... 5\n\n一. 导言\n\n1. 委员会通过了决定。\n"
    assert kinds(text) == {"h1": "heading", "1": "paragraph"}


def test_a_page_header_after_a_note_ends_the_note() -> None:
    text = "联 合 国 CTOC/COP/2010/9\n\n缔约方会议\n\n临时议程* 项目3\n\n执行情况\n\n__________________\n* CTOC/COP/2010/1\n\nCTOC/COP/2010/9\n\n一. 导言\n\n1. 会议通过了决议。\n"
    assert texts(text)["note*"] == "* CTOC/COP/2010/1"
    assert kinds(text)["1"] == "paragraph"


def test_fields_of_a_file_are_no_text() -> None:
    text = "联合国\n\nE/CN.15/2012/8\n\nDistr.: General\n3 May 2012\n\n<<ODS JOB NO>>V1253107C<<ODS JOB NO>>\n\n<<ODS DOC SYMBOL1>>E/CN.15/2012/8<<ODS DOC SYMBOL1>>\n\n<>V1253107<>\n\n关于犯罪的报告\n\n1. 开幕。\n"
    assert not any("<" in block.text for block in read_report(text).blocks)
    assert read_report(text).metadata.title == "关于犯罪的报告"


# Lines that end inside a symbol, a date or a title.


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("秘书处提交了报告(E/CN.", "15/2014/3)供审议。", "E/CN.15/2014/3"),
        ("工作组的报告(A/AC.", "254/9和Corr.1)已经分发。", "A/AC.254/9"),
        ("补编第10号(E/1999/30/Rev.", "1)载有决议草案。", "E/1999/30/Rev.1"),
        ("截至2006年3月", "8日收到的答复有三份。", "2006年3月8日"),
    ],
)
def test_a_line_that_ends_inside_a_symbol_or_a_date_goes_on(first: str, second: str, whole: str) -> None:
    blocks = texts(f"{first}\n{second}\n")
    assert list(blocks.values()) == [first + second]
    assert whole in [mention.text for mention in extract(first + second)]


def test_a_title_goes_on_where_no_line_begins() -> None:
    text = "大会决议\n\n61/904.《关于犯罪问题的宣言》\n的后续行动\n\n大会,\n\n回顾其以往各项决议,\n\n1. 请秘书长提出报告;\n"
    assert read_report(text).metadata.title == "《关于犯罪问题的宣言》的后续行动"


def test_a_letter_stands_under_the_numeral_before_it() -> None:
    text = "一. 第一个周期第一至第四年的工作安排及其进行情况\nA. 抽签\n1. 各国应以抽签方式选出，并可请求重抽一次。\n2. 会议于六月举行。\n"
    assert kinds(text) == {"h1": "heading", "h2": "heading", "1": "paragraph", "2": "paragraph"}


def test_a_paragraph_number_alone_on_its_line_ends_the_title() -> None:
    text = "区域问题\n某集团就无核武器区问题向会议提交的工作文件*\n1.\n集团重申，各国有权缔结条约，以保证其领土上没有核武器，\n并重视这项权利。\n2.\n集团强调该决议的重要性，并欢迎各区域为此作出的努力和\n贡献。\n3.\n集团还强调该决议继续有效。\n"
    assert [block.text[:4] for block in read_report(text).blocks if block.kind == "paragraph"] == ["1.集团", "2.集团", "3.集团"]


# What the metadata take from the lines under the masthead.


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["关于水的报告", "主席兼报告员：某国常驻代表团的一名参赞（日内瓦）"], "关于水的报告"),
        (["联合国毒品和犯罪问题办公室", "世界药物报告"], "世界药物报告"),
        (["2004/91扩大国际合作", "经济及社会理事会，"], "扩大国际合作"),
        (["3999(XXX).关于海洋的问题", "大会，"], "关于海洋的问题"),
        (["← | 2100(2013) | 决议汇编的前一页和后一页 |", "关于某国的决议"], "关于某国的决议"),
    ],
)
def test_a_title_is_no_line_that_says_whose_a_document_is(lines: list[str], title: str) -> None:
    assert read_report("\n\n".join([*lines, "回顾其以往的决议，", "1. 请秘书长提出报告。"]) + "\n").metadata.title == title


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("CL 133/INF/7\n\n理事会\n\n第一三三届会议\n\n权限的声明\n\n1. 通过议程。\n", "CL 133/INF/7"),
        ("CL 133/1-Rev.3\n\n理事会\n\n第一三三届会议\n\n权限的声明\n\n1. 通过议程。\n", "CL 133/1-Rev.3"),
        ("GB.301/PFA/2\n\n理事会第301届会议\n\n2008年3月,日内瓦\n\n预算问题\n\n1. 劳工局提交了文件。\n", "GB.301/PFA/2"),
        ("联 合 国 | S/RES/2199 (2015) |\n安全理事会 | Distr.: General |\n安全理事会，\n重申其决议，\n1. 决定处理此案。\n", "S/RES/2199 (2015)"),
        ("联合国年，纽约报告E/INCB//联合国出版物\n1. 开幕。\n", None),
    ],
)
def test_a_symbol_is_read_whole_from_the_head_of_a_document(text: str, symbol: str | None) -> None:
    assert read_report(text).metadata.symbol == symbol


def test_every_bullet_begins_an_item() -> None:
    text = "• 根据决议设立的中心\n\n• 大会决定更改名称\n  • 文号以HSP开头\n\n  • 每年召开三次会议\n"
    assert list(kinds(text).values()) == ["item"] * 4


def test_the_months_and_days_of_parted_digits_are_whole() -> None:
    assert found("到期日为 1992 年 1 2 月 5 日。") == [("date", "1992年12月5日")]
    assert found("到期日为 1995 年 1 0 月 2 1 日。") == [("date", "1995年10月21日")]


def test_a_resolution_in_one_line_is_taken_apart() -> None:
    text = (
        "[根据第三委员会的报告(A/61/999)通过] 61/393. 关于某基金的问题 大会, 审议了秘书长关于该基金的报告1/和有关建议,2/ 回顾其1996年12月12日第51/75号决议, "
        "又回顾秘书长的说明, 1. 核可该报告;2/ 2. 强调职责重要; 3. 请秘书长提出报告。\n"
    )
    document = read_report(text)
    assert [block.text[:5] for block in document.blocks if block.kind == "text"][-4:] == ["大会,", "审议了秘书", "回顾其19", "又回顾秘书"]
    assert [block.id for block in document.blocks if block.kind == "paragraph"] == ["1", "2", "3"]
    assert (document.metadata.title, document.metadata.symbol, document.metadata.inferred) == ("关于某基金的问题", "A/RES/61/393", ("symbol",))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("61/393. 关于水的问题\n\n大会,\n\n回顾其以往的决议,\n\n1. 决定处理此案。\n", "A/RES/61/393"),
        ("3999(XXX). 关于水的问题\n\n大会,\n\n回顾其以往的决议,\n\n1. 决定处理此案。\n", "A/RES/3999(XXX)"),
        ("2004/91 关于水的问题\n\n经济及社会理事会,\n\n回顾其以往的决议,\n\n1. 决定处理此案。\n", "E/RES/2004/91"),
        ("61/503. 关于水的问题\n\n大会,\n\n回顾其以往的决定,\n\n1. 决定处理此案。\n", None),
        ("61/393. 关于水的问题\n\n大会,\n\n回顾其以往的决议,\n\n1. 决定处理此案。\n\n61/904. 关于火的问题\n\n大会,\n\n回顾其决议,\n\n1. 决定处理此案。\n", None),
    ],
)
def test_the_number_before_its_title_tells_the_symbol_of_a_resolution(text: str, symbol: str | None) -> None:
    assert read_report(text).metadata.symbol == symbol
