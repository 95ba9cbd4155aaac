"""Quantities: what counts and what does not, spans, qualifiers and units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unodc_report
from unodc_report.models.mentions import Quantity


def quantities(text: str) -> list[Quantity]:
    return [m for m in unodc_report.extract(text) if isinstance(m, Quantity)]


def surfaces(text: str) -> list[str]:
    return [m.text for m in quantities(text)]


@given(st.integers(min_value=1000, max_value=10**9), st.sampled_from([",", " "]), st.sampled_from(["名", "人", "个", "吨", "美元", "%"]))
@settings(max_examples=60, deadline=None)
def test_grouped_numbers_are_found_whole(number: int, mark: str, unit: str) -> None:
    text = f"{number:,}".replace(",", mark) + unit
    (found,) = quantities(f"共有{text}。")
    assert (found.text, found.value) == (text, Decimal(number))


@given(st.text(alphabet="一二两三十百千万亿数几半多余个名年% 至-0123456789,.分之约超过以上", max_size=30))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_and_a_quantity_has_a_value_or_bounds(text: str) -> None:
    for found in quantities(text):
        assert "".join(text[found.raw_start : found.raw_end].split()) == "".join(found.text.split())
        assert found.value is not None or found.low is not None


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("共有40名法官", "exact"), ("约40名法官", "about"), ("伤者数百", "about"), ("据估计有40名法官", "about"), ("40名左右", "about"), ("超过40名法官", "over"), ("40多名法官", "over"),
        ("至少有40名法官", "at_least"), ("不少于40名法官", "at_least"), ("40名以上的法官", "at_least"), ("近40名法官", "nearly"), ("将近40名法官", "nearly"),
        ("不到40名法官", "under"), ("未满40岁", "under"), ("40岁以下", "under"), ("多达40名法官", "up_to"), ("最多40名法官", "up_to"), ("不超过40名法官", "up_to"),
        ("公约40个缔约方", "exact"), ("附近40个村庄", "exact"), ("收到40份以下文件", "exact"), ("超过4,000多名法官", "over"), ("几乎是男子的两倍", "nearly"), ("为期十余年半", "over"),
    ],
)  # fmt: skip
def test_qualifiers(text: str, qualifier: str) -> None:
    assert [m.qualifier for m in quantities(text)] == [qualifier]


@pytest.mark.parametrize(
    ("text", "surface", "value", "qualifier"),
    [
        ("近百人受伤", "百人", 100, "nearly"), ("将近千名难民", "千名", 1000, "nearly"), ("近万人流离失所", "万人", 10_000, "nearly"),
        ("逾百吨毒品", "百吨", 100, "over"), ("超百万人受灾", "百万人", 10**6, "over"), ("过百人被捕", "百人", 100, "over"),
        ("约百名学生", "百名", 100, "about"), ("不到千万美元", "千万美元", 10**7, "under"), ("近亿人缺水", "亿人", 10**8, "nearly"),
        ("近百万难民返回", "百万", 10**6, "nearly"), ("万余名妇女", "万余名", 10_000, "over"), ("近百年来", "百年", 100, "nearly"),
    ],
)  # fmt: skip
def test_a_power_of_ten_counts_where_a_word_says_how_near_it_is(text: str, surface: str, value: int, qualifier: str) -> None:
    assert [(m.text, m.value, m.qualifier) for m in quantities(text)] == [(surface, Decimal(value), qualifier)]


@pytest.mark.parametrize(
    "text",
    ["百人被捕", "百年老店", "万名儿童", "最近百名代表离会", "经过千次试验", "公约百条规定", "以万人计", "过百姓的日子", "附近千户人家", "不过百年"],
)
def test_a_bare_power_of_ten_counts_nothing(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("营地收容31，274人，其中2，815名为孤儿", [("31，274人", 31274), ("2，815名", 2815)]),
        ("批款１，８６０，０００美元", [("１，８６０，０００美元", 1860000)]),
        ("共收割14，250.5公吨小麦和6，000多公顷玉米", [("14，250.5公吨", Decimal("14250.5")), ("6，000多公顷", 6000)]),
        ("三二○万人受灾", [("三二○万人", 3200000)]),
        ("见表7，140个国家派代表出席", [("140个", 140)]),
        ("载于附件2，150名代表出席", [("150名", 150)]),
        ("占45%，320人弃权", [("45%", 45), ("320人", 320)]),
        ("建于2003年，120人住在那里", [("120人", 120)]),
        ("见第8，110段", []),
        ("约 2, 700 名学徒和3 ,150公顷稻田", [("2, 700名", 2700), ("3 ,150公顷", 3150)]),
        ("表4, 210人出席；分别为11, 320和455人", [("210人", 210), ("11", 11), ("320", 320), ("455人", 455)]),
    ],
)
def test_a_full_width_comma_between_thousands(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(m.text, m.value) for m in quantities(text)] == [(surface, Decimal(value)) for surface, value in expected]


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("功率为75瓦", "measure", "W"), ("每秒传送34兆比特/秒", "measure", "Mbit/s"), ("轨道倾角82.5度", "measure", "deg"), ("里氏6.1级", "measure", "级"), ("5.9级以上的地震", "measure", "级"),
        ("25公斤", "measure", "kg"), ("30公顷", "measure", "ha"), ("8升", "measure", "L"), ("40平方公里", "measure", "km2"), ("15%", "percent", "%"), ("3个百分点", "percent", "pp"),
        ("四分之一", "fraction", None), ("三倍", "multiple", "倍"), ("五天", "duration", "d"), ("两周内", "duration", "wk"), ("18个月", "duration", "mo"), ("12岁", "duration", "a"),
        ("48小时", "duration", "h"), ("五年计划", "duration", "a"), ("500万欧元", "money", "EUR"), ("300瑞士法郎", "money", "CHF"), ("2 000卢比", "money", None), ("7万以色列镑", "money", "ILP"), ("60万南斯拉夫第纳尔", "money", "YUD"), ("45起案件", "count", "起"), ("两公约", "count", None),
    ],
)  # fmt: skip
def test_kinds_and_units(text: str, kind: str, unit: str | None) -> None:
    assert [(m.kind, m.unit) for m in quantities(text)] == [(kind, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("5至10名", "5", "10"), ("10%-20%", "10", "20"), ("100至200万人", "1000000", "2000000"), ("100万至200万人", "1000000", "2000000"), ("2至3百万人", "2000000", "3000000"),
     ("2至3千万人", "20000000", "30000000"), ("三百至五百万人", "3000000", "5000000"), ("2至3万亿元", "2000000000000", "3000000000000"),
     ("5 000至1万人", "5000", "10000"), ("一百至五百人", "100", "500"), ("2万至3亿人", "20000", "300000000"), ("三四个", "3", "4"), ("0-14岁", "0", "14"), ("半天至一天", "0.5", "1"),
     ("三至四年半", "3", "4.5"), ("两年半至三年", "2.5", "3"), ("两个半月至三个半月", "2.5", "3.5"), ("半年至一年半", "0.5", "1.5"), ("两三年半", "2.5", "3.5")],
)  # fmt: skip
def test_ranges(text: str, low: str, high: str) -> None:
    (found,) = quantities(text)
    assert (found.text, found.value, found.low, found.high) == (text, None, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "就此举行了一次辩论", "来自各国的一名，", "编写了一份说明", "一系列会议", "第五个国家", "第三、四次会议", "第12和13个项目", "几个国家", "多项活动", "若干问题", "一致同意", "十分重要", "统一", "万一", "双方",
        "星期三", "三月", "2015年", "2000年代", "七国集团", "二十国集团", "77国集团", "红十字会", "四氢呋喃", "2号级联", "U-235", "EC3", "An-26型飞机", "25C-NBOMe", "3.2.1 取得进展",
        "第1540 (2004)号决议", "A/RES/60/288", "议程项目42", "《千年发展目标》", "千年发展目标", "12 345 6 789 (5 000)", "两性平等", "两年期预算", "这一年", "上一个月", "建议256", "另一名代表", "设立一个秘书职位",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize("text", ["仅一例结案", "唯一一个国家", "至少一名律师", "请每个国家指定一名专家"])
def test_one_counts_where_the_sentence_insists_on_it(text: str) -> None:
    assert [m.value for m in quantities(text)] == [1]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("约23 000架次、165 000架次", ["about", "about"]), ("约23 000架次，165 000架次", ["about", "exact"]), ("约23 000架次和165 000吨", ["about", "exact"]),
        ("至少23架次和165架次", ["at_least", "exact"]), ("出动若干架次和165架次", ["exact"]),
    ],
)  # fmt: skip
def test_about_holds_for_a_pair_of_one_unit(text: str, qualifiers: list[str]) -> None:
    assert [m.qualifier for m in quantities(text)] == qualifiers


def test_numbers_broken_by_white_space_are_one() -> None:
    (found,) = quantities("共有 2 600 万\n人受益")
    assert (found.text, found.value) == ("2 600万人", Decimal(26000000))
