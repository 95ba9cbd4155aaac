"""Page furniture: which lines of a page are symbol, page number, job number or running header, and which only look like them."""

from __future__ import annotations

import pytest

from unodc_report.layout.furniture import Furniture, cut_inline, find_furniture
from unodc_report.layout.lines import Line, split_lines

OPEN = "1. 会员国在本报告所述期间加强了边境管制并与邻国的海关部门"
REST = "交流了情报，另有其他国家参加。"


def find(raw: str) -> tuple[list[str], list[str], Furniture]:
    """The lines that are furniture, the others, and what was found."""
    lines = cut_inline(raw, split_lines(raw))
    found = find_furniture(lines)
    assert set(found.reasons.values()) <= {"furniture"}
    return [line.text for i, line in enumerate(lines) if i in found.reasons], [line.text for i, line in enumerate(lines) if i not in found.reasons], found


@pytest.mark.parametrize(
    "line",
    [
        "*1501965*", "V.21-04921", "V.21-04921 (C)", "GE.15-12345 (C)", "21-12345 (C)", "21-12345 2/9", "21-12345 A/76/1", "2 21-12345", "A/76/122 2/9", "2/9 A/76/122", "- 2 -", "(C) 220415 230415", "(C) 220415", "(C) GP 130415", "(E) GP 130415 130415", "Page 3", "3 of 9",
        "A/76/122 Page", "English A/76/122", "/...", "/…", "第 7 页", "第七页", "第7页，共18页", "·2·", "请 回 收", "♻", "A/76/122* 2/9", "V.15-01965 (C) 请回收", "请回收 (C) V.15-01965", "请回收 *1501965*", "V.15-01965 （C）",
    ],
)  # fmt: skip
def test_furniture_by_its_parts_alone(line: str) -> None:
    assert find(f"{OPEN}\n{line}\n{REST}\n2. 会议结束。\n")[:2] == ([line], [OPEN, REST, "2. 会议结束。"])


@pytest.mark.parametrize(
    "line",
    ["1122e(c)", "iv", "V.96-80233Ta", "各国" + " " * 90 + "3", "21-12345", "2/9", "12", "A/76/122", "GP", "220415", "Page", "of", "(C)", "A/B", "A/76/122 B/9 x", "- a -", "第 7 页为空白", "共缉获 12", "2/9 abc", "A/76/122 第三章", "12 13", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 abc", "7/18 V.21-04921 载有全文。"],
)
def test_what_may_be_text_stays_without_anything_beside_it(line: str) -> None:
    assert find(f"{OPEN}\n{line}\n{REST}\n2. 会议结束。\n")[0] == []


@pytest.mark.parametrize("page", ["2/9", "12", "- 2 -", "2 V.21-04921", "V.21-04921", "第 7 页"])
def test_a_symbol_beside_a_page_number_is_the_running_symbol(page: str) -> None:
    strong = page not in {"2/9", "12"}
    for both in (f"A/76/122\n{page}", f"{page}\nA/76/122"):
        left_out, _, found = find(f"{OPEN}\n{both}\n{REST}\n2. 会议结束。\n")
        assert found.symbol == "A/76/122"
        assert left_out == (both.split("\n") if strong else [])


@pytest.mark.parametrize("line", ["English A/76/122", "Page A/76/122", "2/9 A/76/122", "A/76/122* 2/9", "V.21-04921 A/76/122"])
def test_a_symbol_beside_other_parts_of_its_line_is_read_alone(line: str) -> None:
    assert find(f"{OPEN}\n{line}\n{REST}\n2. 会议结束。\n")[2].symbol == "A/76/122"


def test_symbols_in_a_list_are_no_furniture() -> None:
    raw = "1. 委员会收到下列文件：\nA/76/121\nA/76/122\nA/76/123\n2. 会议结束。\n"
    assert find(raw)[:2] == ([], raw.splitlines())


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_symbol_that_comes_back_is_furniture(times: int) -> None:
    left_out, _, found = find("".join(f"{n}. 会员国加强了边境管制。\nA/76/122\n" for n in range(times)) + "9. 会议结束。\n")
    assert left_out == ["A/76/122"] * (times if times > 1 else 0)
    assert found.symbol == ("A/76/122" if times > 1 else None)


def test_the_symbol_of_the_masthead_is_no_furniture_the_first_time() -> None:
    raw = "联合国\nA/76/122*\n大会\nDistr.: General\n1. 会员国加强了边境管制。\nA/76/122\n2/9\n2. 会议\nA/76/122 3\n结束。\nA/76/1\n3. 会议。\n"
    left_out, kept, found = find(raw)
    assert (found.symbol, left_out) == ("A/76/122", ["A/76/122", "2/9", "A/76/122 3"])
    assert kept[:2] == ["联合国", "A/76/122*"]
    assert "A/76/1" in kept


@pytest.mark.parametrize(("between", "above"), [(0, True), (4, True), (5, False)])
def test_the_symbol_of_the_masthead_stands_near_its_other_lines(between: int, above: bool) -> None:
    body = "1. 会员国加强了边境管制。\n" * 14 + "A/76/122\n2/9\n2. 会议结束。\n"
    for head in ("联合国\n{}A/76/122\n", "A/76/122\n{}Distr.: General\n"):
        assert find(head.format("关于水的报告\n" * between) + body)[0] == ["A/76/122"] * (not above) + ["A/76/122", "2/9"]


def test_a_report_that_names_the_organization_early_has_no_masthead_for_that() -> None:
    raw = f"1. 联合国毒品和犯罪问题办公室编写了本报告。\n{OPEN}\nA/76/122\n2/9 V.21-04921\n{REST}\n"
    assert find(raw)[0] == ["A/76/122", "2/9 V.21-04921"]


def test_a_masthead_line_holds_symbol_and_name() -> None:
    _, _, found = find("联 合 国 A/C.3/76/L.5*\n大会\n1. 会议结束。\nA/C.3/76/L.5\n2/9\n")
    assert found.symbol == "A/C.3/76/L.5"


@pytest.mark.parametrize(
    ("numbers", "left_out"),
    [(("2/9", "3/9"), True), (("2/9",), False), (("2/9", "3/8"), False), (("12/9", "13/9"), False), (("8/9", "9/9"), True), (("1/3", "2/3"), True)],
)
def test_page_numbers_of_one_total_come_back(numbers: tuple[str, ...], left_out: bool) -> None:
    raw = "".join(f"1. 会员国加强了边境管制并\n{number}\n交流了情报。\n" for number in numbers) + "2. 会议结束。\n"
    assert find(raw)[0] == (list(numbers) if left_out else [])


@pytest.mark.parametrize(
    ("symbols", "stem"),
    [
        (("A/55/383/Add.22", "A/55/383/Add.23", "A/55/383/Add.24"), "A/55/383/Add.2"), (("A/55/3832", "A/55/3833", "A/55/38310"), "A/55/383"), (("A/55/383/Add.22", "A/55/383/Add.23"), None), (("A/55/3834", "A/55/3833", "A/55/3832"), None),
        (("A/55/383", "A/56/383", "A/57/383"), None), (("A/55/3832", "A/56/3833", "A/55/3834"), None), (("A/1", "B/2", "C/3"), None), (("A/55/383A2", "A/55/383A3", "A/55/383A4"), None), (("A/55/3832", "A/55/3833", "A/55/383/Add.1"), None),
    ],
)  # fmt: skip
def test_page_numbers_fused_with_the_symbol_leave_what_they_share(symbols: tuple[str, ...], stem: str | None) -> None:
    raw = "".join(f"1. 会员国加强了边境管制并\n{symbol}\n交流了情报。\n" for symbol in symbols) + "2. 会议结束。\n"
    left_out, _, found = find(raw)
    assert (found.symbol, left_out) == (stem, list(symbols) if stem else [])


def test_the_job_number_is_the_first_one_that_stands() -> None:
    assert find(f"{OPEN}\n2/9 V.21-04921\n{REST}\nV.21-04922 3/9\n")[2].job == "V.21-04921"
    assert find(f"{OPEN}\n21-12345 (C)\n{REST}\n")[2].job == "21-12345"
    assert find(f"{OPEN}\n*1501965*\n{REST}\n")[2].job is None
    assert find(f"{OPEN}\n2/9 V. 21-04921\n{REST}\n")[2].job is None


def test_what_stands_beside_furniture_is_furniture_too() -> None:
    assert find(f"{OPEN}\n12\nV.21-04921\n{REST}\n")[0] == ["12", "V.21-04921"]
    assert find(f"{OPEN}\n１２\nV.21-04921\n{REST}\n")[0] == ["１２", "V.21-04921"]
    assert find(f"{OPEN}\n１２\n13\nV.21-04921\n{REST}\n")[0] == ["13", "V.21-04921"]
    assert find(f"{OPEN}\n12\n13\nV.21-04921\n{REST}\n")[0] == ["13", "V.21-04921"]
    assert find(f"{OPEN}\nGP 12\nV.21-04921\n{REST}\n")[0] == ["GP 12", "V.21-04921"]
    assert find(f"{OPEN}\nGP\nV.21-04921\n{REST}\n")[0] == ["V.21-04921"]
    assert find(f"{OPEN}\nOAS/CICAD\nV.21-04921\n{REST}\n")[0] == ["V.21-04921"]  # no symbol: it has no digit
    assert find(f"{OPEN}\nV.21-04921\n220415\n12\n{REST}\n")[0] == ["V.21-04921", "220415", "12"]
    assert find(f"联合国 A/76/122\n大会\n{OPEN}\nA/76/1\n2/9 V.21-04921\n12\n{REST}\n")[0] == ["2/9 V.21-04921", "12"]


def test_what_stands_at_the_end_of_a_page_is_furniture() -> None:
    assert find(f"{OPEN}\n12\n\f{REST}\n2. 会议结束。\n")[0] == ["12"]
    assert find(f"{OPEN}\n\f12\n{REST}\n2. 会议结束。\n")[0] == ["12"]
    assert find(f"{OPEN}{REST}\n2. 会议结束。\n12\n")[0] == ["12"]
    assert find(f"{OPEN}\nA/76/122\n\f{REST}\n2. 会议结束。\n")[0] == ["A/76/122"]


def test_a_number_two_lines_from_the_end_of_a_page_is_the_texts() -> None:
    assert find(f"{OPEN}\n\f12\n共缉获武器\n106\n件；\n{REST}")[0] == ["12"]
    assert find(f"共缉获武器\n106\n件，其中\n12\n\f{REST}")[0] == ["12"]
    assert find(f"{OPEN}\n106\n件，另有\n107\n\f108\n{REST}")[0] == ["107", "108"]
    assert find(f"共缉获武器\n106\n件，其中\n{REST}\n12\n")[0] == ["12"]


def test_paragraph_numbers_on_lines_of_their_own_are_no_page_numbers() -> None:
    texts = ("大会请秘书长提出报告。", "秘书处提供了协助。", "各国政府采取了措施。", "会议结束。")
    raw = "".join(f"{n}\n{text}\n" for n, text in enumerate(texts, 1))
    left_out, _, found = find(raw + "V.21-04921\n")
    assert (left_out, found.numbered_alone) == (["V.21-04921"], True)
    assert find("1\n大会请秘书长提出报告。\n2\n会议结束。\n")[2].numbered_alone is False
    assert find(raw + "".join(f"{n}. {text}\n" for n, text in enumerate((*texts, *texts), 5)))[2].numbered_alone is False
    assert find(raw + "".join(f"{n}. 标题\n" for n in range(5, 15)))[2].numbered_alone is True


def test_paragraph_numbers_alone_at_the_heads_of_pages_are_no_header() -> None:
    texts = ("大会请秘书长提出报告。", "秘书处提供了协助。", "各国政府采取了措施。", "委员会表示欢迎。", "理事会核准了方案。", "会议结束。")
    raw = "".join(f"{n}\n{text}\n" + "V.21-04921\n" * (n > 2) for n, text in enumerate(texts, 1))
    assert find(raw)[0] == ["V.21-04921"] * 4
    assert find(f"{raw}7\n")[0] == [*["V.21-04921"] * 4, "7"]  # no text begins after it
    assert find(f"{OPEN}\nV.21-04921\n1\n{REST}\n{raw}")[0][:2] == ["V.21-04921", "1"]  # the text goes on after it


def test_with_numbers_alone_a_page_number_is_told_by_the_text_that_it_tears() -> None:
    texts = ("大会请秘书长提出报告。", "秘书处提供了协助。", "各国政府采取了措施。", "会员国在本报告所述期间加强了边境管制并与邻国的海关部门")
    raw = "".join(f"{n}\n{text}\n" for n, text in enumerate(texts, 1)) + "2\nV.21-04921\n交流了情报。\n5\n会议结束。\n"
    assert find(raw)[0] == ["2", "V.21-04921"]
    raw = "".join(f"{n}\n{text}\n" for n, text in enumerate(texts[:3], 1)) + "V.21-04921\n4\n会议结束。\n"
    assert find(raw)[0] == ["V.21-04921"]


@pytest.mark.parametrize(("pages", "left_out"), [((2, 3, 4), "2 3 4"), ((2, 3), ""), ((2, 4, 6), ""), ((12, 13, 14, 15), "12 13 14 15"), ((106, 2, 3, 4), "2 3 4")])
def test_bare_numbers_that_count_pages(pages: tuple[int, ...], left_out: str) -> None:
    raw = "".join(f"{'甲乙丙丁'[k]}国加强了边境管制，并与\n{page}\n邻国交流了情报；\n与会者商定了下一步工作；\n报告如下；\n会议结束；\n" for k, page in enumerate(pages))
    assert find(raw)[0] == left_out.split()


def test_bare_numbers_close_to_one_another_count_no_pages() -> None:
    assert find("".join(f"缉获武器\n{n}\n件；\n" for n in (2, 3, 4, 5)) + "会议结束。\n")[0] == []


@pytest.mark.parametrize(("times", "left_out"), [(2, False), (3, True)])
@pytest.mark.parametrize("header", ["打击跨国犯罪的方案", "2021年毒品问题报告 {n}", "TRENDS in crime"])
def test_headers_that_come_back_beside_furniture(times: int, left_out: bool, header: str) -> None:
    pages = [f"{OPEN}{n}\n{n}/18 V.21-04921\n{header.format(n=n)}\n{REST}\n" for n in range(2, 2 + times)]
    assert (header.format(n=2) in find("".join(pages))[0]) is left_out


@pytest.mark.parametrize("page", ["{open}\n{n}/18 V.21-04921\n{header}\n{rest}\n", "{open}\n{header}\n{n}/18 V.21-04921\n{rest}\n", "{open}\n\f{header}\n{rest}\n", "{open}\n{header}\n\f{rest}\n"])
def test_headers_stand_above_or_below_the_end_of_a_page(page: str) -> None:
    pages = [page.format(open=OPEN, rest=REST, n=n, header=f"2021年毒品问题报告 {n}") for n in range(2, 5)]
    assert [text for text in find("".join(pages))[0] if "V." not in text] == ["2021年毒品问题报告 2", "2021年毒品问题报告 3", "2021年毒品问题报告 4"]


@pytest.mark.parametrize("line", ["1. 会议开幕", "会议结束。", "________", "会员国在本报告所述期间加强了边境管制并与邻国的海关部门交流了情报" * 3])
def test_lines_that_are_no_headers_stay_however_often_they_come_back(line: str) -> None:
    pages = [f"{OPEN}{n}\n{n}/18 V.21-04921\n{line}\n{REST}\n" for n in range(2, 6)]
    assert line in find("".join(pages))[1]


def test_two_lines_of_header_are_found_one_after_the_other() -> None:
    pages = [f"{OPEN}{n}\n{n}/18 V.21-04921\n毒品和犯罪问题办公室\n打击跨国犯罪的方案\n{REST}\n" for n in range(2, 6)]
    assert find("".join(pages))[0][1:3] == ["毒品和犯罪问题办公室", "打击跨国犯罪的方案"]


FAR = "与会者商定了下一步工作。\n" * 9


@pytest.mark.parametrize(
    ("raw", "left_out"),
    [
        (f"{OPEN}\n跨国犯罪\n{REST}\n{FAR}" * 3, True), (f"{OPEN}\n跨国犯罪\n{REST}\n{FAR}" * 2, False), (f"{OPEN}\n跨国犯罪\n{REST}\n{FAR[:26]}" * 3, False), (FAR + f"{OPEN}\n跨国犯罪\n{REST}\n{FAR[:26]}" * 3, False), (f"{OPEN}。\n跨国犯罪\n{REST}\n{FAR}" * 3, False), (f"会员国\n跨国犯罪\n{REST}\n{FAR}" * 3, False),
        (f"{OPEN}\n跨国犯罪\n{REST}\n{FAR}" * 3 + f"{REST}\n跨国犯罪\n{REST}\n{FAR}" * 2, True), (f"{OPEN}\n跨国犯罪\n{REST}\n{FAR}" * 3 + f"{REST}\n跨国犯罪\n{REST}\n{FAR}" * 3, False), (f"跨国犯罪\n{REST}\n{FAR}" * 3, False),
    ],
)  # fmt: skip
def test_short_lines_that_tear_sentences_far_apart_are_headers(raw: str, left_out: bool) -> None:
    assert ("跨国犯罪" in find(raw)[0]) is left_out
    assert ("T-20方案" in find(raw.replace("跨国犯罪", "T-20方案"))[0]) is left_out
    for other in ("跨国犯罪。", "一. 犯罪", "犯罪", "―跨国犯罪"):
        assert other not in find(raw.replace("跨国犯罪", other))[0]


def test_a_page_taken_as_one_line_is_cut_at_its_furniture() -> None:
    raw = f"\n  \f  {OPEN} A/CN.7/76/122 7/18 V.21-04921 {REST} V.21-04922 (C) GP 220415 *1501965* {REST}"
    lines = cut_inline(raw, split_lines(raw))
    assert [line.text for line in lines] == [OPEN, "A/CN.7/76/122 7/18 V.21-04921", REST, "V.21-04922 (C) GP 220415 *1501965*", REST]
    assert all(raw[line.start : line.end] == line.text for line in lines)
    assert [(line.gap, line.indent, line.page) for line in lines] == [(2, 2, True), *[(0, 0, False)] * 4]


@pytest.mark.parametrize("raw", ["2. 会议结束 7/18 V.21-04921", f"{OPEN}{REST}{REST}"])
def test_short_lines_and_lines_without_a_job_number_are_not_cut(raw: str) -> None:
    lines: list[Line] = split_lines(raw)
    assert cut_inline(raw, lines) == lines


LONG = "会员国在本报告所述期间加强了边境管制并与邻国的海关"  # twenty-five characters: what is shorter may be a heading


@pytest.mark.parametrize(
    ("before", "is_page"),
    [
        (LONG, True), (LONG[1:], False), (LONG + "。", False), (LONG + "。12", False), (LONG + "。*", False), (LONG + "12", True), ("12" + LONG, True), (f"{LONG}\nV.21-04922", True), (f"{LONG}。\nV.21-04922", False), (f"甲\n{LONG}\nV.21-04922", True),
        (f"{LONG}\n甲", False),
    ],
)  # fmt: skip
def test_a_number_before_a_new_paragraph_is_its_number_and_after_an_open_line_a_page(before: str, is_page: bool) -> None:
    texts = ("大会请秘书长提出报告。", "秘书处提供了协助。", "各国政府采取了措施。")
    raw = "".join(f"{n}\n{text}\n" for n, text in enumerate(texts, 1)) + f"{before}\n4\n会议结束。\nV.21-04921\n"
    with_page = raw.replace("\n4\n会议结束。\n", "\nV.21-04920\n4\n会议结束。\n")
    assert ("4" in find(with_page)[0]) is is_page


@pytest.mark.parametrize(("before", "is_page"), [(LONG, True), (LONG + "。", False), ("会议的安排", False)])
def test_a_number_at_the_end_of_a_page_is_the_next_paragraphs_unless_it_tears_the_text(before: str, is_page: bool) -> None:
    texts = ("大会请秘书长提出报告。", "秘书处提供了协助。", "各国政府采取了措施。")
    raw = "".join(f"{n}\n{text}\n" for n, text in enumerate(texts, 1)) + f"{before}\n4\n\f会议结束。\n"
    assert find(raw)[0] == ["4"] * is_page


@pytest.mark.parametrize(
    "line",
    [
        "V.96-80233T", "84-27611    1122e(c)", "84-27611 /...", "*1507777*" + " " * 60 + "请回收", "GE.15-07777" + " " * 90 + "3", "A/76/122" + " " * 90 + "2/9",
    ],
)  # fmt: skip
def test_parts_of_a_line_may_be_far_apart_and_job_numbers_end_with_a_letter(line: str) -> None:
    left_out, others, _ = find(f"{OPEN}\n{line}\n{REST}\n2. 会议结束。\n")
    assert (" ".join(left_out).split(), others) == (line.split(), [OPEN, REST, "2. 会议结束。"])


def test_a_figure_with_a_letter_beside_furniture_is_no_typists_code() -> None:
    assert find(f"{OPEN}\nV.21-04921\n112e\n{REST}\n2. 会议结束。\n")[0] == ["V.21-04921"]


def test_a_roman_page_number_stands_beside_the_running_symbol() -> None:
    raw = f"联合国 A/64/20\n{OPEN}\niv\nA/64/20\n{REST}\n2. 会议结束。\nA/64/20\nv\n3. 会议开幕。\nA/64/20 vi\n4. 无。\n"
    assert find(raw)[0] == ["iv", "A/64/20", "A/64/20", "v", "A/64/20 vi"]


def test_the_title_of_a_file_over_each_of_its_pages_is_furniture() -> None:
    title = "关于水的报告 €¦ · 第一章 导言"
    raw = f"Page 1: {title}\n{OPEN}\nPage 2: {title}\n{REST}\nPage 3: 另见附件\n"
    assert find(raw)[0] == [f"Page 1: {title}", f"Page 2: {title}"]


@pytest.mark.parametrize("line", ["Correct misalignment Change languages order", "A/HRC/99/1 N3100001.docx (English)", "←|→"])
def test_what_stands_above_a_document_in_two_languages_is_furniture_at_its_head_only(line: str) -> None:
    text = [OPEN, REST, "2. 会议结束。"]
    assert find("\n".join([line, *text]))[:2] == ([line], text)
    assert find("\n".join([*text * 4, line]))[:2] == ([], [*text * 4, line])
