"""Why a match is no mention: the reasons that `Report.explain` shows."""

from __future__ import annotations

import pytest

import unodc_report as ur


@pytest.mark.parametrize(
    ("text", "kind", "surface", "reason"),
    [
        ("科索沃阿尔巴尼亚族居民", "country", "阿尔巴尼亚", "a people"),
        ("约旦·彼得森先生", "country", "约旦", "a person"),
        ("以南非兰特计算", "country", "南非", "inside the currency 南非兰特"),
        ("另有外加纳米比亚专家两名", "country", "加纳", "across two words"),
        ("拉美国家", "country", "美国", "part of other words"),
        ("印度(1998)、尼泊尔(641)", "date", "1998", "a count among counts"),
        ("于三月内答复", "date", "三月", "a month in Chinese numerals by itself may be a duration"),
        ("2010年至5日", "date", "2010年至5日", "not the two ends of one period"),
        ("2009114日", "date", "2009114日", "more than one date"),
        ("2月30日", "date", "2月30日", "no such date"),
        ("2009 13 40日", "date", "2009 13 40日", "no such date"),
        ("2019年2月至2020年13月", "date", "2019年2月至2020年13月", "no such date"),
        ("2019年第一季度、第二季度至第四季度", "date", "2019年第一季度、第二季度至第四季度", "no two ends"),
        ("3月23日运动的指挥官", "date", "3月23日", "part of a name"),
        ("2030年议程的执行", "date", "2030年", "the year is part of a name"),
        ("第1701号决议第5段", "document", "第1701号", "a number alone, and no body"),
        ("和/或 HIV/AIDS", "document", "HIV/AIDS", "no number in it"),
        ("部长会议第12/4号决议", "document", "第12/4号", "of a state or a body outside the United Nations"),
        ("《第三届会议的报告》", "event", "第三届会议", "inside a title"),
        ("“我们希望的未来”研究", "instrument", "我们希望的未来", "a publication"),
        ("“关于透明采购的奥斯陆原则”手册", "instrument", "关于透明采购的奥斯陆原则", "a publication"),
        ("“联合国全球反恐协调契约”", "instrument", "联合国全球反恐协调契约", "not the name of one instrument"),
        ("巴塞尔公约缔约方大会", "instrument", "巴塞尔公约", "part of the name of a body"),
        ("《公约》秘书处", "instrument", "《公约》", "part of the name of a mechanism, programme or body"),
        ("这是我们希望的未来。", "instrument", "我们希望的未来", "words of the language, without marks"),
        ("北部省的卫生中心", "organization", "卫生中心", "a common word with no name before it"),
        ("第三次缔约国会议", "organization", "缔约国会议", "a conference of parties: read with its treaty"),
        ("缔约国第七次审议大会", "organization", "大会", "a congress, not the General Assembly"),
        ("“联合国全球反恐协调契约”", "organization", "联合国全球反恐协调契约", "a network, mechanism or programme"),
        ("民间社会组织认为", "organization", "民间社会组织", "a kind of bodies"),
        ("总理办公室", "organization", "总理办公室", "an office that has no name of its own"),
        ("国内法院", "organization", "国内法院", "bare head"),
        ("沙特阿拉伯人权委员会编写了报告", "organization", "阿拉伯人权委员会", "begins inside the country 沙特阿拉伯"),
        ("斐济人权委员会", "organization", "人权委员会", "of a state: read with what stands before it"),
        ("两个工作组", "organization", "个工作组", "one of several, not named"),
        ("肯尼亚公共审计处级官员", "organization", "肯尼亚公共审计处", "part of a longer word"),
        ("在该镇以北约三十公里处", "organization", "北约", "part of a longer word"),
        ("见UNEP/CBD/COP/10/27", "organization", "UNEP", "inside a symbol or link"),
        ("见www.un.org/WHO", "organization", "WHO", "inside a symbol or link"),
        ("《麻醉药品委员会的历史》", "organization", "麻醉药品委员会", "inside a title"),
        ("主席哈珀说", "place", "哈珀", "a person"),
        ("维多利亚湖", "place", "维多利亚", "a river, a lake, a mountain or a palace"),
        ("日内瓦四公约", "place", "日内瓦", "in the name of an instrument"),
        ("亚丁湾的海盗行为", "place", "亚丁", "inside the region 亚丁湾"),
        ("突尼斯", "place", "尼斯", "part of a country's name"),
        ("哈马斯", "place", "哈马", "part of a longer name"),
        ("变成都市", "place", "成都市", "part of other words"),
        ("12日", "quantity", "12", "a label or a number of no thing"),
        ("2021年13月", "quantity", "2021年", "a year, not a number of years"),
        ("协定于一九八五年二月三十日签字", "quantity", "一九八五年", "a year, not a number of years"),
        ("25-6 票", "quantity", "25-6票", "no range: it falls"),
        ("每千人3/4", "quantity", "千人", "not a well-formed number"),
        ("国际十年（2001-2010）", "quantity", "十年", "the name of a decade"),
        ("第三个五年计划", "quantity", "五年", "the name of a plan"),
        ("有一天", "quantity", "一天", "一 with a measure word is an article"),
        ("第百十段", "reference", "第百十段", "no number"),
        ("方案预算第29A款（主管副秘书长办公室）", "reference", "第29A款", "a section of a budget"),
        ("第一和第二次会议", "reference", "第一", "no measure word"),
        ("沙特阿拉伯国家报告", "region", "阿拉伯国家", "begins inside the country 沙特阿拉伯"),
        ("萨赫勒·穆罕默德先生", "region", "萨赫勒", "a person"),
        ("尼科西亚", "region", "西亚", "inside the place 尼科西亚"),
        ("西北部和北部非洲", "region", "西北部", "no region"),
        ("海南亚洲论坛", "region", "南亚", "the continent behind it"),
        ("日本海关", "region", "日本海", "part of other words"),
        ("目标18.9", "sdg", "目标18.9", "no such goal or target"),
    ],
)
def test_a_veto_says_why(text: str, kind: str, surface: str, reason: str) -> None:
    report = ur.parse(text)
    assert (kind, surface, reason) in [(veto.type, report.text[veto.start : veto.end], veto.reason) for veto in report.vetoes]
    assert [veto.rule for veto in report.vetoes if veto.rule.partition(".")[0] != veto.type] == []


def test_a_mention_has_no_reason_against_it() -> None:
    report = ur.parse("2009年13月")
    assert [veto.rule for veto in report.vetoes]
    assert ur.parse("2009年12月").vetoes == ()
