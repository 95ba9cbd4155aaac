"""`to_number` and `to_date`: the rules of the extraction on single texts, and errors that point at the place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unodc_report import ReadingError, to_country, to_date, to_number, to_symbol
from unodc_report.standards import edtf as notation


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("二百三十余万", 2300000, "over"), ("约 17 186", 17186, "about"), ("１２", 12, "exact"), ("超过112,000多", 112000, "over"), ("50以上", 50, "at_least"),
        ("25%", Decimal("0.25"), "exact"), ("百分之二十五", Decimal("0.25"), "exact"), ("近一半", Decimal("0.5"), "nearly"),
    ],
)  # fmt: skip
def test_numbers(text: str, value: Decimal | int, qualifier: str) -> None:
    number = to_number(text)
    assert (number.value, number.qualifier) == (value, qualifier)


def test_ranges_have_bounds() -> None:
    number = to_number("10%至20%")
    assert (number.value, number.low, number.high) == (None, Decimal("0.10"), Decimal("0.20"))


@pytest.mark.parametrize("text", ["3-5万", "三至五万", "3万至5万"])
def test_the_ends_of_a_range_share_a_multiplier(text: str) -> None:
    number = to_number(text)
    assert (number.low, number.high) == (Decimal(30_000), Decimal(50_000))


@given(st.sampled_from(["2020", "2020-03", "2020-03-07", "199X", "2021-41"]), st.sampled_from(["", "~"]), st.sampled_from(["{}", "{}/..", "../{}"]))
def test_what_a_date_is_normalised_to_is_read_back(point: str, about: str, form: str) -> None:
    written = form.format(point + about)
    assert notation.is_valid(written)
    assert to_date(written).edtf == written


@pytest.mark.parametrize(("text", "position"), [("三百名", 2), ("没有数字", 0), ("10至5", 3), ("", 0), ("共计 5 个 7", 0), ("12 和", 3), ("１２，", 2)])
def test_errors_of_numbers_point_at_the_place(text: str, position: int) -> None:
    with pytest.raises(ReadingError) as caught:
        to_number(text)
    assert caught.value.position == position
    assert text in str(caught.value)


@pytest.mark.parametrize(
    ("text", "edtf", "start", "end"),
    [
        ("2020年8月31日至9月2日", "2020-08-31/2020-09-02", date(2020, 8, 31), date(2020, 9, 2)),
        ("截至 2021 年 5 月", "../2021-05", None, date(2021, 5, 31)),
        ("1990年代", "199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("3月7日", "XXXX-03-07", None, None),
        ("2021-41", "2021-41", date(2021, 7, 1), date(2021, 12, 31)),
        ("16 July 2021", "2021-07-16", date(2021, 7, 16), date(2021, 7, 16)),
    ],
)
def test_dates(text: str, edtf: str, start: date | None, end: date | None) -> None:
    value = to_date(text)
    assert (value.edtf, value.start, value.end) == (edtf, start, end)


@pytest.mark.parametrize(("text", "position"), [("2021年2月30日", 0), ("2021年2月29日", 0), ("没有日期", 0), ("", 0), ("2021年3月7日举行", 9), ("会议2021年", 0), ("2014年和2015年", 5)])
def test_errors_of_dates_point_at_the_place(text: str, position: int) -> None:
    with pytest.raises(ReadingError) as caught:
        to_date(text)
    assert caught.value.position == position


@given(st.text(max_size=30))
def test_nothing_else_escapes(text: str) -> None:
    for normalise in (to_number, to_date, to_country, to_symbol):
        try:
            normalise(text)
        except ReadingError as error:
            assert 0 <= error.position <= len(text)  # noqa: PT017


def test_countries_and_symbols() -> None:
    assert to_country("大韩民国") == "KOR"
    assert to_symbol("大会第75/196号决议") == "A/RES/75/196"
    with pytest.raises(ReadingError):
        to_country("亚特兰蒂斯")
