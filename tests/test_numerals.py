"""Numerals: every writing reads to its exact value, and what is no number reads to none."""

from __future__ import annotations

import re
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unodc_report.chinese.numerals import _PLAIN, NUMBER, chinese, read

DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")


def spell_section(number: int) -> str:
    """A number below 10,000 in Chinese numerals, 零 for each gap between places."""
    spelled, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            spelled += ("零" if gap and spelled else "") + DIGITS[digit] + PLACES[place]
        gap = not digit
    return spelled


def spell(number: int) -> str:
    """A number below 10^12 in Chinese numerals."""
    if number == 0:
        return "零"
    spelled = ""
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        section = number // size % 10**4
        if section:
            spelled += ("零" if spelled and section < 1000 else "") + spell_section(section) + unit
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled


@given(st.integers(min_value=0, max_value=10**12 - 1))
@settings(max_examples=400, deadline=None)
def test_a_chinese_numeral_reads_to_the_number_that_it_spells(number: int) -> None:
    assert chinese(spell(number)) == number


@given(st.integers(min_value=1, max_value=10**8))
@settings(max_examples=60, deadline=None)
def test_the_reading_agrees_with_an_independent_one(number: int) -> None:
    assert chinese(spell(number)) == cn2an.cn2an(spell(number), "normal")


@given(st.integers(min_value=0, max_value=10**15 - 1), st.sampled_from([",", " "]))
def test_grouped_digits_read_to_their_number(number: int, mark: str) -> None:
    stated = read(f"{number:,}".replace(",", mark))
    assert stated is not None
    assert stated.value == number


@given(st.decimals(min_value=0, max_value=10**6, places=3), st.sampled_from([("万", 10**4), ("亿", 10**8), ("千万", 10**7), ("万亿", 10**12)]))
def test_multipliers_are_exact(number: Decimal, multiplier: tuple[str, int]) -> None:
    stated = read(f"{number}{multiplier[0]}")
    assert stated is not None
    assert stated.value == number * multiplier[1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两千零五", 2005), ("一百一十", 110), ("十", 10), ("廿", 20), ("卅五", 35), ("二〇一四", 2014), ("一九九八", 1998), ("1亿2 000万", 120000000), ("1万5270", 15270), ("2万3 500", 23500),
        ("2 600万", 26000000), ("58.5万", 585000), ("33 776 130.00", 33776130), ("一万二千亿", 1200000000000), ("〇", 0),
    ],
)  # fmt: skip
def test_writings(text: str, value: int) -> None:
    stated = read(text)
    assert stated is not None
    assert (stated.value, stated.qualifier) == (Decimal(value), "exact")


@pytest.mark.parametrize(("text", "value"), [("250多万", 2500000), ("二百三十余万", 2300000), ("10万多", 100000), ("十几", 10), ("1,500多", 1500)])
def test_an_infix_says_that_the_number_is_passed(text: str, value: int) -> None:
    stated = read(text)
    assert stated is not None
    assert (stated.value, stated.qualifier) == (Decimal(value), "over")


@pytest.mark.parametrize(("text", "low", "high"), [("数百", 100, None), ("几十", 10, None), ("成千上万", 1000, None), ("两三", 2, 3), ("十七八", 17, 18), ("三四百", 300, 400)])
def test_magnitudes_and_neighbours_have_bounds_and_no_value(text: str, low: int, high: int | None) -> None:
    stated = read(text)
    assert stated is not None
    assert (stated.value, stated.low, stated.high) == (None, Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(("text", "value"), [("三分之一", "0.333333333333"), ("百分之12.5", "0.125"), ("千分之三", "0.003"), ("半数", "0.5"), ("七成半", "0.75")])
def test_shares(text: str, value: str) -> None:
    stated = read(text)
    assert stated is not None
    assert stated.value == Decimal(value)


@pytest.mark.parametrize("text", ["", "一百五", "百", "万", "十百", "二十两", "5 685700", "1,00", "007", "多", "1万2亿", "1万52705", "1万527", "一亿亿", "分之一", "9" * 60])
def test_what_is_no_number(text: str) -> None:
    assert read(text) is None


def test_digits_one_by_one_are_a_number_only_from_three_on() -> None:
    assert chinese("三四") is None
    assert chinese("一二三") == 123


@given(st.text("0123456789一二两三四五六七八九十百千万亿〇零廿多余几成上数半, .分之点克年个", max_size=14))
@settings(max_examples=600, deadline=None)
def test_a_number_that_is_told_as_a_plain_one_ends_where_it_would_by_the_other_forms(text: str) -> None:
    quick, whole = re.compile(NUMBER), re.compile(NUMBER.replace(f"{_PLAIN}|", ""))
    assert [found.span() for found in quick.finditer(text)] == [found.span() for found in whole.finditer(text)]
