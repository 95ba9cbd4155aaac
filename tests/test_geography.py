"""Countries, regions, places and drugs on real forms: what is found, what is not, and which country a place is in."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import pytest

from unodc_report import extract

TRAPS: Final = list(
    csv.DictReader((Path(__file__).parent.parent / "resources" / "country_traps.csv").read_text(encoding="utf-8").splitlines())
)

OLDER_AND_LONGER: Final = {"阿曼苏丹国": "OMN", "西萨摩亚": "WSM", "美属萨摩亚": "ASM", "法属圭亚那": "GUF", "英属印度洋领土": "IOT"}


def found(kind: str, text: str) -> list[tuple[str, object]]:
    """The mentions of a type: surface and normal form."""
    field = {"country": "iso3", "place": "iso3", "region": "name", "drug": "id"}[kind]
    return [(m.text, getattr(m, field)) for m in extract(text) if m.type == kind]


@pytest.mark.parametrize("trap", [pytest.param(trap, id=trap["text"]) for trap in TRAPS])
def test_a_look_alike_is_no_country(trap: dict[str, str]) -> None:
    codes = [code for _, code in found("country", trap["text"])]
    reading = trap["correct_reading"].split()
    if reading[0] == "country" and trap["rule"] == "longest-match":
        assert codes == [reading[1].rstrip(";")]
    elif trap["text"] == "多米尼加共和国":
        assert codes == ["DOM"]
    elif trap["text"] in OLDER_AND_LONGER:
        assert codes == [OLDER_AND_LONGER[trap["text"]]]
    elif trap["rule"] == "inside-larger-entity" and "《" not in trap["text"] and len(trap["contains_code"]) == 3:
        assert codes == [trap["contains_code"]]
    else:
        assert trap["contains_code"] not in codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("许多哥伦比亚受害者", ["COL"]),
        ("参加纳米比亚的培训", ["NAM"]),
        ("古巴西部", ["CUB"]),
        ("卡塔尔国家人权委员会", ["QAT"]),
        ("巴勒斯坦国的观察员", ["PSE"]),
        ("以色列国防军", ["ISR"]),
        ("意大利文化部和西班牙文版本", ["ITA"]),
        ("塞浦路斯共和国和保加利亚人民共和国", ["CYP", "BGR"]),
        ("赤道以南非洲国家", []),
        ("美国家庭和法国内政部", ["USA", "FRA"]),
        ("联合国阿富汗援助团和巴勒斯坦解放组织", ["AFG", "PSE"]),
        ("苏联和前南斯拉夫问题国际法庭", []),
        ("《萨尔瓦多宣言》", []),
        ("中国香港特别行政区和中国台湾省", ["HKG", "TWN"]),
        ("马里、尼日尔和几内亚比绍", ["MLI", "NER", "GNB"]),
        ("人民刚刚开始，独特多样", []),
        ("约旦·彼得森先生和迈克尔·乍得先生", []),
        ("另有外加纳米比亚专家两名", ["NAM"]),
        ("捐款90万比利时法郎、200万荷兰盾和5 000塞浦路斯镑", []),
        ("荷兰盾牌和巴西元首", ["NLD", "BRA"]),
    ],
)
def test_countries(text: str, expected: list[str]) -> None:
    assert [code for _, code in found("country", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东部和南部非洲", [("东部", "东部非洲"), ("南部非洲", "南部非洲")]),
        ("西部、中部和南部非洲", [("西部", "西部非洲"), ("中部", "中部非洲"), ("南部非洲", "南部非洲")]),
        ("中西亚", [("中", "中亚"), ("西亚", "西亚")]),
        ("中东欧各国", [("中", "中欧"), ("东欧", "东欧")]),
        ("西北部和北部非洲", [("北部非洲", "北部非洲")]),
        ("中东和北非", [("中东", "中东"), ("北非", "北非")]),
        ("东亚、南亚和东南亚", [("东亚", "东亚"), ("南亚", "南亚"), ("东南亚", "东南亚")]),
        ("亚洲及太平洋区域", [("亚洲及太平洋", "亚洲及太平洋")]),
        ("拉丁美洲及加勒比国家", [("拉丁美洲及加勒比", "拉丁美洲和加勒比")]),
        ("萨赫勒地区", [("萨赫勒", "萨赫勒")]),
        ("太平洋岛国和太平洋地区", [("太平洋岛国", "太平洋岛国"), ("太平洋", "太平洋")]),
        ("海南亚洲论坛", [("亚洲", "亚洲")]),
        ("发展中国家、最不发达国家、捐助国和会员国", []),
        ("中非共和国和南非", []),
        ("日本海关和日本海", [("日本海", "日本海")]),
        ("领海基线外 200 公里海域", []),
        ("美洲印第安人", []),
        ("梅西亚先生", []),
        ("尼科西亚和加利西亚", []),
    ],
)
def test_regions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found("region", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在日本京都举行", [("京都", "JPN")]),
        ("墨西哥奇瓦瓦市和华雷斯城", [("奇瓦瓦市", "MEX"), ("华雷斯城", "MEX")]),
        ("巴基斯坦旁遮普的警察", [("旁遮普", "PAK")]),
        ("印度旁遮普邦的警察", [("旁遮普邦", "IND")]),
        ("在圣地亚哥举行", [("圣地亚哥", "CHL")]),
        ("古巴代表在圣地亚哥举行会议", [("圣地亚哥", "CUB")]),
        ("在哥斯达黎加贝伦举行", [("贝伦", "CRI")]),
        ("科索沃北部和耶路撒冷", [("科索沃", None), ("耶路撒冷", None)]),
        ("扎勒卡难民营", [("扎勒卡难民营", "MWI")]),
        ("德班市政府和德班市长", [("德班市", "ZAF"), ("德班", "ZAF")]),
        ("叙利亚阿尔塔里夫村附近", [("阿尔塔里夫村", "SYR")]),
        ("达尔富尔混合行动", [("达尔富尔", "SDN")]),
        ("北京+20", [("北京", "CHN")]),
        ("《京都宣言》和北京行动纲要", []),
        ("巴塞尔、鹿特丹和斯德哥尔摩三项公约", []),
        ("华盛顿先生和哈马斯", []),
        ("维多利亚湖", []),
        ("这样做达到良好效果，变成都市", []),
        ("各国市场、省级机构、州长", []),
        ("伊拉克萨达姆政权、阿富汗塔利班", []),
        ("加沙和阿拉伯世界", [("加沙", "PSE")]),
        ("瓦卢拉岛的渔民到了斐济", [("瓦卢拉岛", "FJI")]),
        ("瓦卢拉岛和斐济的渔民", [("瓦卢拉岛", None)]),
        ("斐济和瓦卢拉岛的渔民", [("瓦卢拉岛", None)]),
        ("瓦哈卡州瓦卢拉村的农民", [("瓦哈卡州", "MEX"), ("瓦卢拉村", "MEX")]),
        ("叙利亚阿卡萨布兰卡附近", [("阿卡萨布兰卡", "SYR")]),
        ("副主席伊布拉欣•科罗马（加纳）", []),
        ("副主席保罗·卡林在罗马同代表会晤", [("罗马", "ITA")]),
        ("•罗马；\n•内罗毕。", [("罗马", "ITA"), ("内罗毕", "KEN")]),
    ],
)
def test_places(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found("place", text) == expected


def test_a_country_far_before_in_a_sentence_without_end_says_nothing_about_a_place() -> None:
    assert found("place", "斐济" + "的渔民和农民" * 20 + "到了瓦卢拉岛") == [("瓦卢拉岛", "FJI")]
    assert found("place", "斐济" + "的渔民和农民" * 200 + "到了瓦卢拉岛") == [("瓦卢拉岛", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("缉获可卡因、海洛因和甲基苯丙胺", ["cocaine", "heroin", "methamphetamine"]),
        ("大麻脂和大麻", ["cannabis resin", "cannabis"]),
        ("亚甲二氧基甲基苯丙胺（MDMA）", ["MDMA", "MDMA"]),
        ("将 5F-APINACA、JWH-073 和 4-CMC 列入附表", ["5F-APINACA", "JWH-073", "4-CMC"]),
        ("乙酰芬太尼和芬太尼", ["acetylfentanyl", "fentanyl"]),
        ("醋酸酐、高锰酸钾和 P-2-P", ["acetic anhydride", "potassium permanganate", "1-phenyl-2-propanone"]),
        ("毒品、兴奋剂和新精神活性物质", []),
        ("硫酸铜和盐酸盐", []),
        ("A/AC.105/2015/CRP.4 和 An-26 型飞机", []),
        ("WHOLE 和 THCS", []),
    ],
)
def test_drugs(text: str, expected: list[str]) -> None:
    assert [drug for _, drug in found("drug", text)] == expected
