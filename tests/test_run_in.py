"""Lines that run together what the page had apart, and where they are cut: mastheads, sessions, resolutions, pages in one line."""

from __future__ import annotations

import pytest

from unodc_report.layout.lines import Line, split_lines
from unodc_report.layout.run_in import cut_run_in

SAID = "委员会在本报告所述期间举行了会议，审议了各国提交的报告，并就今后的工作方案交换了意见，通过了若干决定。"  # fifty characters
LIST = f"委员会建议各国采取下列步骤：1.审查法律；2.培训人员；3.公布数据；4.加强合作。{SAID * 3}"  # a paragraph that holds a list


def cut(raw: str) -> list[str]:
    return [line.text for line in cut_run_in(split_lines(raw))]


def counted(*numbers: int, said: str = SAID) -> list[str]:
    return [f"{number}.{said}" for number in numbers]


@pytest.mark.parametrize(
    ("raw", "pieces"),
    [
        ("A/76/122 Original: English 关于水的报告\n1. 会议开幕。", ["A/76/122 Original: English", "关于水的报告", "1. 会议开幕。"]),
        ("A/76/122Original：Spanish关于水的报告", ["A/76/122Original：Spanish", "关于水的报告"]),
        ("A/76/122 ORIGINAL: ENGLISH 关于水的报告", ["A/76/122 ORIGINAL: ENGLISH", "关于水的报告"]),
        ("A/76/122 Original: English 关于 水资源的报告", ["A/76/122 Original: English", "关于 水资源的报告"]),
        ("A/76/122 Original: English 报告", ["A/76/122 Original: English 报告"]),  # too short for a title
        ("A/76/122 Original: EnglishFrench 关于水的报告", ["A/76/122 Original: EnglishFrench 关于水的报告"]),
        ("议程\n" * 13 + "Original: English 关于水的报告", ["议程"] * 13 + ["Original: English", "关于水的报告"]),
        ("议程\n" * 14 + "Original: English 关于水的报告", ["议程"] * 14 + ["Original: English 关于水的报告"]),
        ("Original: English 关于水的报告\n" + "议程\n" * 13 + "Original: English 关于火的报告", ["Original: English", "关于水的报告", *["议程"] * 13, "Original: English 关于火的报告"]),
    ],
)
def test_a_masthead_ends_where_its_language_does(raw: str, pieces: list[str]) -> None:
    assert cut(raw) == pieces


@pytest.mark.parametrize(
    ("raw", "pieces"),
    [
        ("人权理事会 第十二届会议 议程项目 4 需要注意的情况", ["人权理事会", "第十二届会议", "议程项目 4", "需要注意的情况"]),
        ("第十二届会议 临时议程* 项目 4 (b) 《公约》的执行", ["第十二届会议", "临时议程* 项目 4 (b)", "《公约》的执行"]),
        ("第七届特别会议 2001年6月25日至27日 议程项目 8 审查", ["第七届特别会议", "2001年6月25日至27日", "议程项目 8", "审查"]),
        ("经济及社会理事会 第 12 届会议 2001 年 6 月 25 日,纽约 暂定项目表项目 3 “水”", ["经济及社会理事会", "第 12 届会议", "2001 年 6 月 25 日,纽约", "暂定项目表项目 3", "“水”"]),
        ("第十二届会议 议程项目 4", ["第十二届会议 议程项目 4"]),  # nothing run into it
        ("在第十二届会议 议程项目 4 下审议", ["在第十二届会议 议程项目 4 下审议"]),
        ("议程\n" * 13 + "第十二届会议 议程项目 4 水", ["议程"] * 13 + ["第十二届会议", "议程项目 4", "水"]),
        ("议程\n" * 14 + "第十二届会议 议程项目 4 水", ["议程"] * 14 + ["第十二届会议 议程项目 4 水"]),
        ("第十二届会议 议程项目 4 水\n" + "议程\n" * 13 + "第十三届会议 议程项目 5 火", ["第十二届会议", "议程项目 4", "水", *["议程"] * 13, "第十三届会议 议程项目 5 火"]),
    ],
)
def test_body_session_date_and_item_in_one_line_are_told_apart(raw: str, pieces: list[str]) -> None:
    assert cut(raw) == pieces


ACTS = ["1. 核可该报告;2/", "2. 强调职责重要;", "3. 请秘书长提出报告。"]
PREAMBLE = ["审议了秘书长的报告1/和有关建议,2/", "回顾其1996年12月12日第51/75号决议,", "又回顾秘书长的说明,"]


@pytest.mark.parametrize(
    "pieces",
    [
        ["[根据第三委员会的报告(A/61/999)通过]", "61/393. 关于水的问题", "大会,", *PREAMBLE, *ACTS],
        ["61/393. 关于水的问题", "大会,", *PREAMBLE, *ACTS],
        ["2004/91. 关于水的问题", "经济及社会理事会，", *PREAMBLE, *ACTS],
        ["61/393 A. 关于水的问题", "大会,", PREAMBLE[0], *ACTS],
        ["议程项目 1.会议开幕 [根据第三委员会的报告通过]", "61/393. 关于水的问题", "大会,", *PREAMBLE, *ACTS],  # the first act is looked for after the body
        ["61/393. 关于水的问题", "大会,", *PREAMBLE, "1. 核可该报告, 并请各国遵循, 又回顾秘书长的说明, 还请秘书长提出报告;", *ACTS[1:]],  # no paragraph of a preamble begins after it
        ["61/393. 关于水的问题", "大会,", *PREAMBLE[:2], "并重申职责重要, 决定处理此案。"],  # it may have but one act, without a number
    ],
)
def test_a_resolution_in_one_line_is_cut_at_its_paragraphs(pieces: list[str]) -> None:
    assert cut(" ".join(pieces)) == pieces


def test_the_title_of_a_resolution_in_one_line_may_stand_below_the_head_of_its_page() -> None:
    whole = "61/393. 关于水的问题 大会, 回顾其以往的决议, 1. 核可该报告; 2. 强调职责重要; 3. 请秘书长提出报告。"
    assert len(cut("议程\n" * 13 + whole)) == 13 + 6
    assert cut("议程\n" * 14 + whole) == ["议程"] * 14 + [whole]
    assert cut(f"{whole}\n" + "议程\n" * 13 + whole)[-1] == whole


PAGE = counted(1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(
    "pieces",
    [
        PAGE,
        counted(15, 16, 17, 18, 19, 20, 21),  # a page from the middle, a sentence before it or nothing
        [SAID, *counted(15, 16, 17, 18, 19, 20, 21)],
        counted(98, 99, 100, 101, 102, 103),
        [f"{number}. {SAID}" for number in range(1, 8)],
        ["一.导言", *PAGE],
        [*PAGE[:3], "二.结论", *PAGE[3:]],
        [*PAGE[:3], "第三章结论", *PAGE[3:]],
        [*PAGE[:3], "B.结论", *PAGE[3:]],
        [*PAGE[:2], *counted(3, said="2021年，" + SAID), *PAGE[3:]],  # it begins with a figure, a title or a bracket
        [*PAGE[:2], *counted(3, said="《公约》生效。" + SAID), *PAGE[3:]],
        [*PAGE[:2], *counted(3, said="(见附件)" + SAID), *PAGE[3:]],
        [*PAGE[:2], *counted(3, said=SAID[:-1] + "；"), *counted(4, said=SAID[:-1] + "，1/ "), *PAGE[4:]],
        [*PAGE[:2], *counted(3, said="支出达到4.5亿美元。" + SAID), *PAGE[3:]],  # the next number, but inside a sentence
        counted(1, 2, 3, said=SAID * 3),  # three are enough
        ["临时议程：1.会议开幕；2.通过议程。", "一.导言", *PAGE],  # those two are not
        [*PAGE[:3], *counted(4, said=LIST), *PAGE[4:]],  # a list inside a paragraph does not begin the count anew
        [*counted(*range(1, 10)), *counted(10, said="见第12.3段。" + SAID), *counted(11, 12)],
    ],
)
def test_a_page_in_one_line_is_cut_at_the_numbers_that_count_on(pieces: list[str]) -> None:
    assert cut("".join(pieces)) == [piece.strip() for piece in pieces]


@pytest.mark.parametrize(
    "raw",
    [
        SAID * 7,  # a page without numbers
        "".join(counted(1, 2, said=SAID * 4)),  # two that count on may do so by chance
        "".join(counted(1, 3, 5, 7, said=SAID * 2)),
        "".join(f"共{number}.5亿美元，{SAID[:-1]}" for number in range(1, 8)),  # decimals
        f"{LIST}\n" + f"{SAID}\n" * 9,  # one paragraph a line
        f"{SAID * 12}\n1.审查法律。2.培训人员。3.公布数据。",  # a short line beside pages
    ],
)
def test_other_lines_are_not_cut(raw: str) -> None:
    assert cut(raw) == raw.strip().split("\n")


def test_a_masthead_run_into_its_title_makes_no_pages_of_the_lines_below() -> None:
    assert cut(f"A/76/122 Original: English 关于水的报告\n{LIST}\n" + f"{SAID}\n" * 9)[2] == LIST


def test_a_piece_knows_its_place_and_only_the_first_what_stood_before_its_line() -> None:
    raw = f"联合国\n\n  \f  第十二届会议 议程项目 4  水\n{SAID}\n"
    lines = cut_run_in(split_lines(raw))
    assert [(line.text, line.gap, line.indent, line.page, line.begins) for line in lines] == [
        ("联合国", 0, 0, False, None), ("第十二届会议", 2, 2, True, None), ("议程项目 4", 0, 0, False, True), ("水", 0, 0, False, True), (SAID, 0, 0, False, None),
    ]  # fmt: skip
    assert all(raw[line.start : line.end] == line.text for line in lines)
    told = [Line(0, 7, "1.会议开幕。", 0, 0, page=False, begins=False)]
    assert cut_run_in([*told, *split_lines(raw)])[0] == told[0]


def test_where_punctuation_is_lost_the_blanks_around_numbers_part_paragraphs() -> None:
    said = "委员会在本报告所述期间举行了会议 审议了各国提交的报告 并就今后的工作方案交换了意见" * 3
    parts = [f"{n}. {said}" for n in range(5, 9)]
    assert cut(" ".join(["2 page 2", *parts])) == ["2 page 2", *parts]
    assert len(cut(" ".join(["2 page 2", *parts]).replace(said, said + "。", 1))) == 1  # the first sentence ends, so others would
    assert len(cut("2 page 2 " + "".join(f"{n}.{said}" for n in range(5, 9)))) == 1


def test_the_date_and_the_meeting_close_a_resolution_in_one_line() -> None:
    text = "62/999. 关于渔业的问题 大会, 回顾其以往的决议, 1. 核可报告; 2. 强调职责; 3. 请秘书长提出报告。 2007年12月18日 第78次全体会议"
    assert cut(text)[-2:] == ["3. 请秘书长提出报告。", "2007年12月18日 第78次全体会议"]
    assert cut(text + "通过")[-1] == "3. 请秘书长提出报告。 2007年12月18日 第78次全体会议通过"
