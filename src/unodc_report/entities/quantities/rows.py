"""Quantities: counts, measures, money, shares, durations and multiples.

At each number of a text the rows of `RULES` are tried in order (`unodc_report.entities.quantities.search`), and the first that fits
decides what it is a number of. Words around it give the qualifier (`unodc_report.entities.quantities.approximators`). What looks like a count and is none is
vetoed with its reason: ordinals (第五个), the article 一 (一次辩论), labels (表 3, 1号), names (七国集团, 红十字).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from unodc_report.chinese.characters import LETTER
from unodc_report.chinese.numerals import NUMBER
from unodc_report.entities.quantities import amounts, shares
from unodc_report.entities.quantities.amounts import Stated
from unodc_report.entities.quantities.measure_words import (
    any_of,
    by_first,
    currency_words,
    measure_words,
    unit_words,
)
from unodc_report.entities.quantities.shares import NUMERAL, TO
from unodc_report.patterns import lazy
from unodc_report.rules import Fields, Row, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow(Row):
    """One row whose pattern matches what follows a number, or the second number of a range.

    Attributes:
        build: the fields from number and match, or a reason (a string) why this is no quantity.
        firsts: the characters with which what follows begins.
        patterns: by such a character, the pattern of what begins with it; empty where `pattern` does for all.
    """

    build: Callable[[Stated], Fields | str]
    firsts: frozenset[str]
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    def behind(self, folded: str, position: int) -> re.Match[str] | None:
        """What of this row stands at a position."""
        pattern = self.patterns.get(folded[position : position + 1]) if self.patterns else self.pattern
        return pattern.match(folded, position) if pattern is not None else None


_AGE_OF: Final = "(?!级|一度|代|期(?!间|限)|度|制|初|底|末|薪|龄|轻|会|报|鉴|历(?!史)|货)"
_NOUN: Final = "(?:缔约国|缔约方|会员国|成员国|签署国|国家|警察|士兵|官兵|军人|部队|平民|儿童|妇女|男子|学生|难民|囚犯|代表团|员额|职位|学校|案件|工作人员|专家|成员|观察员|家庭|村庄|公司|受害人|受害者)"
_SHARERS: Final = "(?:委员会|机构|方面|阶段|部门|公约|组织|地区|法庭|基金|代表团|工作组|区域|领域|国(?![集家会际特小]))"
_NEVER_TWO: Final = "(?:位数|性|极|栖|用|年(?:期(?!限)|度)|手|岸|旁|边|端|样|头|难|翼|者|侧|点|面|全|下|相|可|立|讫|班|德|伊|河|广|湖|口|重|[一二三四五六七八九十百千万亿])"

_AND_HALF: Final = "(?:半(?![数岛径球导决机年天月小个周场期百千万自成熟公官透衰精合固胶工挂干流截路途夜价]))?"
"""Half a unit more (两吨半), not where it begins a word (半成品)."""
_MONEY: Final = currency_words()
_NO_MONEY: Final = "(?!区|化|首|素)"
_MEASURES: Final = unit_words("measure")
_NO_MEASURE: Final = f"(?!(?<=升)[至到为高级格值]|(?<=瓦)[努图砾解]|制|什|尼|拉(?!松)|斯|兰|隆|尔|里|面|市|罗|朗|鲁){_AND_HALF}"
_COUNTS: Final = [*measure_words(), r"点(?<=\.\d点)(?![\d钟半一二三四五六七八九十])"]
_DURATION: Final = (
    rf"(?:年{_AGE_OF}|周年|周岁|岁|个[多半]?月|(?<=\d)周(?!年|边|围|期(?!间)|岁|末|[一二三四五六日])|(?<=[两三五六七八九十])周(?!年|边|围|期(?!间)|岁|末|[刊报密折遭身转游旋知全到详恩])|周(?=内|后|前|以|之|的|时[间限]|期限|[，。；、)]|多|左右|$)|天(?!然|津|主|空|体|文|气|花|使|线|平)|昼夜"
    r"|(?:个[多半]?|多)?星期(?![一二三四五六日天])|个礼拜|(?:个[多半]?|多)?小时|分钟|秒钟?|个多?世纪|日(?=内|以内|之内|的?期限|时限|的?时间))"
)

RULES: Final[tuple[Rule | NumberRow, ...]] = (
    NumberRow(
        id="quantity.percent",
        pattern=any_of(unit_words("percent")),
        firsts=frozenset("%个百 "),
        build=amounts.of_unit,
        finds=(
            ("失业率为12.5%", "12.5%", {"value": Decimal("12.5"), "kind": "percent", "unit": "%", "qualifier": "exact"}),
            ("占５％", "５％", {"value": Decimal(5), "unit": "%"}),
            ("增加了 10%-20%", "10%-20%", {"value": None, "low": Decimal(10), "high": Decimal(20), "unit": "%"}),
            ("上升4.5个百分点", "4.5个百分点", {"value": Decimal("4.5"), "kind": "percent", "unit": "pp"}),
            ("80%以上的女童入学", "80%", {"value": Decimal(80), "qualifier": "at_least"}),
        ),
        skips=("A/RES/60/5", "第5条"),
    ),
    *shares.ROWS,
    NumberRow(
        id="quantity.money",
        pattern=any_of(_MONEY, _NO_MONEY),
        firsts=frozenset(word[0] for word in _MONEY),
        patterns=by_first(_MONEY, _NO_MONEY),
        build=amounts.money,
        finds=(
            ("约24亿美元", "24亿美元", {"value": Decimal(2400000000), "kind": "money", "unit": "USD", "qualifier": "about"}),
            ("1 080万欧元", "1 080万欧元", {"value": Decimal(10800000), "unit": "EUR"}),
            ("100至200万瑞士法郎", "100至200万瑞士法郎", {"low": Decimal(1000000), "high": Decimal(2000000), "unit": "CHF"}),
            ("收费500法郎", "500法郎", {"value": Decimal(500), "kind": "money", "unit": None}),
        ),
        skips=("欧元区", "美元汇率"),
    ),
    NumberRow(
        id="quantity.measure",
        pattern=any_of(_MEASURES, _NO_MEASURE),
        firsts=frozenset(word[0] for word in _MEASURES),
        patterns=by_first(_MEASURES, _NO_MEASURE),
        build=amounts.of_unit,
        finds=(
            ("缴获23公斤海洛因", "23公斤", {"value": Decimal(23), "kind": "measure", "unit": "kg"}),
            ("1,500公顷罂粟", "1,500公顷", {"value": Decimal(1500), "unit": "ha"}),
            ("三千克", "三千克", {"value": Decimal(3), "unit": "kg"}),
            ("超过800 000平方公里", "800 000平方公里", {"value": Decimal(800000), "unit": "km2", "qualifier": "over"}),
            ("50 kg 硝酸铵", "50 kg", {"value": Decimal(50), "unit": "kg"}),
            ("两吨半可卡因", "两吨半", {"value": Decimal("2.5"), "unit": "t"}),
            ("20公斤半成品和3公里半径内", "20公斤", {"value": Decimal(20)}),
            ("3至5吨", "3至5吨", {"low": Decimal(3), "high": Decimal(5), "unit": "t"}),
            ("流量介于20立方米和35立方米之间", "20立方米和35立方米", {"low": Decimal(20), "high": Decimal(35), "unit": "m3"}),
        ),
        skips=("5G网络", "第3克朗", "An-26", "由30升至高位"),
    ),
    NumberRow(
        id="quantity.degrees",
        pattern=re.compile("(?P<unit>度)(?![假过数年量])"),
        firsts=frozenset("度"),
        build=amounts.degrees,
        finds=(
            ("把升温控制在1.5度以内", "1.5度", {"value": Decimal("1.5"), "kind": "measure", "unit": "Cel"}),
            ("轨道倾角为97.4度", "97.4度", {"value": Decimal("97.4"), "kind": "measure", "unit": "deg"}),
        ),
        skips=("北纬12度", "三度当选", "温度高", "气温为零下5度"),
    ),
    NumberRow(
        id="quantity.magnitude",
        pattern=re.compile(r"(?P<unit>(?<=\d)级)(?=以|的|[大强]|地震|余震|[，。；、)和]|$)"),
        firsts=frozenset("级"),
        build=amounts.magnitude,
        finds=(("震级为里氏6.8级，", "6.8级", {"value": Decimal("6.8"), "kind": "measure", "unit": "级"}), ("一次7级地震", "7级", {"value": Decimal(7)})),
        skips=("五级制", "里氏震级", "一级教师"),
    ),
    NumberRow(
        id="quantity.multiple",
        pattern=re.compile(f"(?P<unit>倍)(?!增|数){_AND_HALF}"),
        firsts=frozenset("倍"),
        build=amounts.of_unit,
        finds=(
            ("增长了3.3倍", "3.3倍", {"value": Decimal("3.3"), "kind": "multiple", "unit": "倍"}),
            ("3倍多", "3倍", {"value": Decimal(3), "qualifier": "over"}),
            ("增长了两倍半，", "两倍半", {"value": Decimal("2.5")}),
            ("两到三倍", "两到三倍", {"low": Decimal(2), "high": Decimal(3), "kind": "multiple"}),
        ),
        skips=("成倍增加", "事半功倍"),
    ),
    NumberRow(
        id="quantity.duration",
        pattern=re.compile(rf"(?:(?<!半)|(?=年(?!期|度)|个[月小世]|小时|天))(?P<unit>{_DURATION})(?:(?<=[年天时周岁])半(?!数))?"),
        firsts=frozenset("年个周岁天昼多星小分秒日半"),
        build=amounts.duration,
        finds=(
            ("任期三年，", "三年", {"value": Decimal(3), "kind": "duration", "unit": "a"}),
            ("30天内", "30天", {"value": Decimal(30), "unit": "d"}),
            ("两个多月", "两个多月", {"value": Decimal(2), "unit": "mo", "qualifier": "over"}),
            ("为期两周半，", "两周半", {"value": Decimal("2.5"), "unit": "wk"}),
            ("四年半的工作", "四年半", {"value": Decimal("4.5"), "unit": "a", "qualifier": "exact"}),
            ("5岁以下儿童", "5岁", {"value": Decimal(5), "unit": "a", "qualifier": "under"}),
            ("15至19岁", "15至19岁", {"low": Decimal(15), "high": Decimal(19), "unit": "a"}),
            ("六十周年", "六十周年", {"value": Decimal(60), "unit": "a"}),
            ("为期半年至一年", "半年至一年", {"value": None, "low": Decimal("0.5"), "high": Decimal(1), "unit": "a"}),
            ("近半个世纪", "半个世纪", {"value": Decimal(50), "unit": "a", "qualifier": "nearly"}),
            ("为期六周；", "六周", {"value": Decimal(6), "unit": "wk"}),
            ("在四周时限内", "四周", {"value": Decimal(4), "unit": "wk"}),
            ("90日内", "90日", {"value": Decimal(90), "unit": "d"}),
            ("过去一年", "一年", {"value": Decimal(1), "unit": "a"}),
            ("协定签署已有一年", "一年", {"value": Decimal(1), "unit": "a"}),
        ),
        skips=("2015年", "3月", "五年级", "两年期预算", "千年发展目标", "这一年中", "有一天", "第二年", "星期三", "1990年代", "12日", "四周环山", "双周刊"),
    ),
    NumberRow(
        id="quantity.count",
        pattern=any_of(_COUNTS),
        firsts=frozenset(word[0] for word in _COUNTS),
        patterns=by_first(_COUNTS),
        build=amounts.counted,
        finds=(
            ("共有23名检察官", "23名", {"value": Decimal(23), "kind": "count", "unit": "名", "qualifier": "exact"}),
            ("培训了 1,800 多名教师", "1,800多名", {"value": Decimal(1800), "unit": "名", "qualifier": "over"}),
            ("2 600万人", "2 600万人", {"value": Decimal(26000000), "unit": "人"}),
            ("三个区域", "三个", {"value": Decimal(3), "unit": "个"}),
            ("数十名囚犯", "数十名", {"value": None, "low": Decimal(10), "unit": "名", "qualifier": "about"}),
            ("5至7份报告", "5至7份", {"low": Decimal(5), "high": Decimal(7), "unit": "份"}),
            ("两三个国家", "两三个", {"low": Decimal(2), "high": Decimal(3), "unit": "个"}),
            ("每五名青年中就有一名失业", "一名", {"value": Decimal(1), "unit": "名"}),
            ("裁撤一个P-3员额", "一个", {"value": Decimal(1), "unit": "个"}),
            ("唯一一次会议", "一次", {"value": Decimal(1), "unit": "次"}),
            ("每个国家指定一名协调人", "一名", {"value": Decimal(1), "unit": "名"}),
            ("二百三十余万人", "二百三十余万人", {"value": Decimal(2300000), "unit": "人", "qualifier": "over"}),
            ("不超过10页", "10页", {"value": Decimal(10), "unit": "页", "qualifier": "up_to"}),
            ("指数为98.4点，", "98.4点", {"value": Decimal("98.4"), "unit": "点"}),
            ("50名以上囚犯", "50名", {"value": Decimal(50), "qualifier": "at_least"}),
            ("没收了5只猎鹰，", "5只", {"value": Decimal(5), "unit": "只"}),
            ("2副手铐", "2副", {"value": Decimal(2), "unit": "副"}),
        ),
        skips=(
            "举行了一次辩论", "一份说明", "第五个国家", "第三和四次会议", "一些国家", "几个国家", "多个国家", "若干国家", "一起努力", "七国集团", "77国集团",
            "红十字会", "第12条", "1号级联", "议程项目42", "附件三", "十分重要", "万一", "一方面", "U-235", "EC3", "A/CN.4/L.5", "统一", "双方", "该年只有", "图3只列出国家", "2副主席",
        ),
    ),
    Rule(
        id="quantity.great",
        pattern=lazy(rf"(?P<first>[两三四五六七八九十]|\d{{1,3}})大(?={LETTER})(?!会|使|约|量|型|学|力|规|洋|洲|陆|赦|麻|选|多|部|小|师|厅|楼|纲|门|气|西|韩|屠|火|桥|公|法|不|国|街|道|工业化?国)"),
        build=amounts.two_of,
        finds=(("四大优先领域", "四大", {"value": Decimal(4), "kind": "count", "unit": None}),),
        skips=("第三大城市", "五大洲", "四大洋"),
    ),
    Rule(
        id="quantity.pair",
        pattern=re.compile(rf"(?P<first>两)(?:级(?!别)|(?={LETTER})(?!{_NEVER_TWO}))|(?<=[际域家球央方部])[三四]级|[三四五六七八九](?={_SHARERS})"),
        build=amounts.two_of,
        finds=(
            ("两公约缔约国", "两", {"value": Decimal(2), "kind": "count", "unit": None}), ("三机构", "三", {"value": Decimal(3), "unit": None}),
            ("两级审理制度", "两级", {"value": Decimal(2), "unit": "级"}),
        ),
        skips=("两性平等", "两年期", "下一个两年度", "两极分化", "两用物项", "降至两位数", "第三方面军"),
    ),
    Rule(
        id="quantity.bare",
        pattern=re.compile(rf"(?=\d|[数几上成]|{NUMERAL}{{1,12}}?[万亿])(?P<first>{NUMBER})(?:\(\d{{1,7}}\))?(?:{TO}(?P<last>{NUMBER}))?(?P<noun>(?={_NOUN}))?"),
        build=amounts.bare,
        finds=(
            ("14缔约国", "14", {"value": Decimal(14), "kind": "count", "unit": None}),
            ("5 500警察", "5 500", {"value": Decimal(5500), "unit": None}),
            ("总数增至25。", "25", {"value": Decimal(25), "unit": None}),
            ("人口约为120万。", "120万", {"value": Decimal(1200000), "unit": None, "qualifier": "about"}),
        ),
        skips=("建议256", "1 200 3 400 (5 600) 780", "2015", "3.2.1 取得进展", "第1267号", "表3", "议程项目 5", "电话 1 212 963", "25C-NBOMe"),
    ),
    Rule(
        id="quantity.money_sign",
        pattern=lazy(rf"(?<![A-Za-z])(?P<sign>US\$|[$€£]|(?:EUR|USD|GBP|CHF)(?= ?\d)) ?(?P<first>(?=\d){NUMBER})(?: (?P<scale>thousand|million|billion))?"),
        build=amounts.money_sign,
        finds=(("拨款$5 000万", "$5 000万", {"value": Decimal(50000000), "kind": "money", "unit": "USD"}), ("€1.5 million", "€1.5 million", {"value": Decimal(1500000), "unit": "EUR"})),
        skips=("R$", "US$"),
    ),
)
