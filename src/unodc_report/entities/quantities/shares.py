"""Shares in words, and what is like them: 百分之七十五, 三分之二, 三成, 过半, 数以千计."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from unodc_report.chinese.numerals import DECIMAL, NUMBER
from unodc_report.entities.quantities import amounts
from unodc_report.rules import Rule

TO: Final = "(?: ?-{1,2} ?|至|到|[和与](?=[^，。；、\n]{1,14}之间))"
"""Pattern of what joins the ends of a range."""
NUMERAL: Final = "[一二两三四五六七八九十百千万]"
_ONE_WORD: Final = "(?!员|立|为|本|交|功|就|果|因|分|品|熟|长|人(?!口(?!粮))|年|套|批|文|型|份|效|绩|组|对|群|千)"
_TENTHS: Final = "[一二两三四五六七八九]成"
_HUNDREDTHS: Final = "[一二三四五六七八九](?=[的以经由左上为来是属受用在，。；、)]|$)"  # 八成五的, but not 八成|五个国家
HALVED: Final = "的受难会成国人家妇儿女男学青居囚农城企缔员民病患工平以"
"""First characters of what a half, told by a word before it, is of: 过半|受访者, 近半|以上."""

ROWS: Final[tuple[Rule, ...]] = (
    Rule(
        id="quantity.per_cent",
        pattern=re.compile(rf"(?P<base>[百千]|百?万|十亿)分之(?:(?P<first>百|{DECIMAL}|{NUMBER}))(?:{TO}(?:百分之)?(?P<last>{NUMBER}))?"),
        build=amounts.per_cent,
        finds=(
            ("百分之七十五的受访者", "百分之七十五", {"value": Decimal(75), "kind": "percent", "unit": "%"}),
            ("百分之30到40", "百分之30到40", {"low": Decimal(30), "high": Decimal(40), "unit": "%"}),
            ("百分之零点七的经费", "百分之零点七", {"value": Decimal("0.7"), "kind": "percent", "unit": "%"}),
            ("千分之三", "千分之三", {"value": Decimal("0.003"), "kind": "fraction", "unit": None}),
            ("浓度为百万分之390", "百万分之390", {"value": Decimal("0.00039"), "kind": "fraction", "unit": None}),
        ),
        skips=("百分比", "百分点"),
    ),
    Rule(
        id="quantity.countless",
        pattern=re.compile("数以(?P<first>[十百千]?[万亿]|[十百千])计"),
        build=amounts.countless,
        finds=(
            ("数以千计的平民", "数以千计", {"value": None, "low": Decimal(1000), "kind": "count", "unit": None, "qualifier": "about"}),
            ("已有数以十万计的人逃离", "数以十万计", {"low": Decimal(100000), "qualifier": "about"}),
        ),
        skips=("数以此为准", "其数以年计"),
    ),
    Rule(
        id="quantity.fraction",
        pattern=re.compile(
            rf"(?:(?P<low>{NUMERAL}{{1,9}}分之{NUMERAL}{{1,9}}|{_TENTHS}(?=[至到]))(?:至|到|-{{1,2}})(?P<high>{NUMERAL}{{1,9}}分之{NUMERAL}{{1,9}}|{_TENTHS}{_ONE_WORD})|{NUMERAL}{{1,9}}分之(?:\d{{1,9}}|{NUMERAL}{{1,9}})|一半(?!岛)|半数|(?:[一二两三四五六七八九]|(?<![\d.])[1-9])成{_ONE_WORD}(?:半|{_HUNDREDTHS})?|(?P<slashed>[1-9]/(?:10|[2-9]))(?:(?=的|以上|以下|多数|左右|(?: ?(?:属于|来自|是|为|由|在)))|(?<=[占约近达足选]\d/\d)(?![\d/])))"
        ),
        build=amounts.fraction,
        finds=(
            ("三分之二的国家", "三分之二", {"value": Decimal("0.666666666667"), "kind": "fraction", "unit": None}),
            ("四分之一至三分之一的青年", "四分之一至三分之一", {"value": None, "low": Decimal("0.25"), "high": Decimal("0.333333333333")}),
            ("近一半人口", "一半", {"value": Decimal("0.5"), "qualifier": "nearly"}),
            ("减少两成至三成", "两成至三成", {"value": None, "low": Decimal("0.2"), "high": Decimal("0.3")}),
            ("约三成的囚犯", "三成", {"value": Decimal("0.3"), "qualifier": "about"}),
            ("八成五的缉获量，增至九成半", "八成五", {"value": Decimal("0.85"), "unit": None}),
            ("近8成的受访者", "8成", {"value": Decimal("0.8"), "kind": "fraction", "unit": None, "qualifier": "nearly"}),
            ("2/3多数", "2/3", {"value": Decimal("0.666666666667"), "kind": "fraction"}),
            ("产量约占1/4，", "1/4", {"value": Decimal("0.25"), "kind": "fraction"}),
        ),
        skips=("三成员小组", "8成品油", "18成", "5成人口粮", "第2/3号决定", "一半岛", "评为5/5的项目"),
    ),
    Rule(
        id="quantity.half",
        pattern=re.compile(rf"(?:(?<=逾)|(?<=(?<![最附邻临靠亲新])近)|(?<=(?<![已经超通])过))半(?=[{HALVED}](?<!以)|以上)(?!成品|工半)"),
        build=amounts.half,
        finds=(
            ("逾半难民是儿童", "半", {"value": Decimal("0.5"), "kind": "fraction", "unit": None, "qualifier": "over"}),
            ("过半受访者", "半", {"value": Decimal("0.5"), "qualifier": "over"}), ("近半人口", "半", {"qualifier": "nearly"}),
        ),
        skips=("附近半岛", "时间已过半的会议", "半成品"),
    ),
)
