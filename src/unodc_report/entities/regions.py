"""Supra-national areas and named groups of countries: from the lexicon, and coordinations that share one head.

The name leaves a trailing 地区, 区域, 国家 out (the lexicon holds the names that need it: 太平洋岛国, 阿拉伯国家). 东部和南部非洲
names two areas, the first over the characters that are there; 中西亚 likewise. Each has its M49 code where M49 lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from unodc_report.chinese.characters import LETTER
from unodc_report.data.codes import region_codes, region_names
from unodc_report.entities.surroundings import AND, ILLEGAL, TRANSLITERATION_ONLY, begun_before, covered, held, in_a_persons_name
from unodc_report.lexicon import Hit
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto, scan

_VETOES: Final[dict[str, re.Pattern[str]]] = {
    "中非": lazy(
        r"中非(?=共和国|合作|论坛|关系|友好|峰会|贸易|经贸)|(?<![和、及与部])中非(?!经济|国家|次区域|地区|区域|次分区|[和、及与][东南西北])"
    ),
    "中东": lazy("中东(?=[欧亚非部])"),
    "中欧": lazy("中欧(?=关系|合作|贸易|投资|班列|峰会)"),
    "里海": lazy("(?<=[公英海])里海"),
    "大湖区": lazy("(?<=五)大湖区"),
    "安第斯": lazy("安第斯(?=山)"),
    "非洲": lazy("非洲(?=法郎|猪瘟)"),
    "欧元区": lazy("欧元区(?=间)"),
    "南海": lazy("(?<=[东西云越湖河海济])南海|南海(?=[岸滩])"),
    "美洲": lazy("美洲(?=印第安|豹)"),
    "南美": lazy("南美(?=[国元])"),
    "北美": lazy("北美(?=元)"),
    "拉美": lazy("拉美(?=[尔斯洛拉])"),
    "北极": lazy("北极(?=[熊星光])"),
    "死海": lazy("死海(?=[豚豹鸟龟])"),
    "黄海": lazy("黄海(?=[北南]道)"),
    "红海": lazy("红海(?=[州省])"),
    "西亚": lazy("(?<=加)(?<!参加|增加|追加|添加|施加)西亚"),
    "太平洋岛屿": lazy("太平洋岛屿(?=托管)"),
    "大西洋": lazy("大西洋(?=[省]|理事会)"),
    "马格里布": lazy("马格里布(?=银行)"),
}
"""By name: where it is part of other words or names something else. The pattern is matched at the name."""
_SEA_OF_A_COUNTRY: Final = re.compile("(?:日本|挪威|菲律宾|阿拉伯)海[关军域岸事洋外啸上盗底运员警峡滩]")
_NO_REGION: Final = re.compile(f"{ILLEGAL}|欧亚(?!洲)")
"""What begins with the last character of a name and makes another word of it: 西|非法移民, 西北|欧亚大陆."""
_CONTINENT: Final = re.compile("[非亚欧]洲")
"""南亚|洲 and its like: the compass point belongs to the word before (海南|亚洲), the continent is meant."""

_COMPOUND: Final = lazy("中东欧|中西[亚非欧]|中南美")
"""Two compass points before one head: the second makes a name of its own (东欧)."""

_DIRECTION: Final = "[东西南北中](?:(?<=[东西])[南北])?部"
_LONGER: Final = ("country", "place", "currency")
_UNDER_LONGER: Final = partial(covered, _LONGER)
"""What longer names hold the name of a region and are none of it: 非洲|法郎."""


def _region(match: re.Match[str]) -> Fields | str:
    name = region_names().get(match[0])
    return _fields(name) if name else "no region"


def _shared(match: re.Match[str]) -> Fields | str:
    """A member of a coordination whose head stands with the last one only: 东部 (和南部非洲), 中 (西亚)."""
    name = match["span"] + match["head"]
    return _fields(name) if name in region_codes() else "no region"


def _fields(name: str) -> Fields:
    return {"name": name, "m49": region_codes().get(name)}


RULES: Final = (
    Rule(
        id="region.name",
        pattern=re.compile(rf"(?:{LETTER}|-){{2,}}+"),
        build=_region,
        finds=(
            ("在拉丁美洲和加勒比区域开展培训", "拉丁美洲和加勒比", {"name": "拉丁美洲和加勒比", "m49": "419"}),
            ("撒哈拉以南非洲国家", "撒哈拉以南非洲", {"name": "撒哈拉以南非洲", "m49": "202"}),
            ("支持太平洋岛国和太平洋地区", "太平洋岛国", {"name": "太平洋岛国", "m49": None}),
            ("阿拉伯国家和萨赫勒地区", "萨赫勒", {"name": "萨赫勒", "m49": None}),
            ("在西非法语国家", "西非", {"name": "西非", "m49": "011"}),
            ("东南部亚洲的缉获量", "东南部亚洲", {"name": "东南部亚洲", "m49": "035"}),
            ("亚丁湾和几内亚湾的海盗行为", "几内亚湾", {"name": "几内亚湾", "m49": None}),
        ),
        skips=("沙特阿拉伯国家报告", "中非共和国当局", "发展中国家和最不发达国家", "距离海岸 200 公里海域", "捐助国和会员国", "日本海关", "尼科西亚", "从北非法入境", "该国东北非法采金", "加西亚法官", "西北欧亚大陆", "欧元区间的差额", "马里奥·加西亚·洛佩斯"),
    ),
    Rule(
        id="region.direction",
        pattern=lazy(rf"(?P<span>{_DIRECTION})(?={AND}(?:{_DIRECTION}{AND}){{0,3}}{_DIRECTION}(?P<head>[非亚欧]洲))"),
        build=_shared,
        finds=(
            ("在东部和南部非洲设立办事处", "东部", {"name": "东部非洲", "m49": "014"}),
            ("西部、中部和南部非洲", "西部", {"name": "西部非洲", "m49": "011"}),
        ),
        skips=("该国东部和南部", "东部和南部地区"),
    ),
    Rule(
        id="region.compass",
        begins=("中东", "中南", "中西", "中北", "东西", "南北"),
        pattern=re.compile(r"(?P<span>中(?=西[亚非欧]|[东南北][亚欧]|南美洲)|东(?=西[亚非欧])|南(?=北[亚非欧]))[东西南北](?P<head>[亚欧非](?!洲)|美洲)"),
        build=_shared,
        finds=(
            ("西非以及中西亚的网络", "中", {"name": "中亚", "m49": "143"}),
            ("中东欧国家", "中", {"name": "中欧", "m49": None}),
        ),
        skips=("其中西部地区", "其中东部各省"),
    ),
)
_NAME, _BY_SIDES, _BY_COMPASS = RULES
_SIDES: Final = re.compile(f"部{AND}[东西南北中]")
"""In every coordination of sides: asked before the text is searched for them."""


def extract(reading: Reading) -> Iterator[Finding]:
    """The regions of the text: coordinations with a shared head first, then the names that the lexicon met."""
    yield from scan((_BY_SIDES, _BY_COMPASS) if _SIDES.search(reading.folded) else (_BY_COMPASS,), reading.folded)
    for hit in reading.hits.get("region", ()):
        yield from _named(reading, hit)


def _named(reading: Reading, hit: Hit) -> Iterator[Finding]:
    start, end = hit.start, hit.end
    reason = _reason(reading, start, end)
    if reason is not None:
        yield Veto("region", start, end, _NAME.id, reason)
        start, end = _hidden(reading.folded, start, end), end + 1
    match = _NAME.pattern.fullmatch(reading.folded, start, end)
    if match is not None and not isinstance(built := _NAME.build(match), str):
        yield Candidate("region", start, end, _NAME.id, built)


def _hidden(folded: str, start: int, end: int) -> int:
    """Where the name begins that a vetoed one hid: 中|东欧, 海南|亚洲. The end of the vetoed one where there is none."""
    if _CONTINENT.match(folded, end - 1):
        return end - 1
    return start + 1 if _COMPOUND.match(folded, start) else end


def _reason(reading: Reading, start: int, end: int) -> str | None:
    folded = reading.folded
    veto = _VETOES.get(folded[start:end])
    if (veto is not None and veto.match(folded, start)) or _SEA_OF_A_COUNTRY.match(folded, start) or _NO_REGION.match(folded, end - 1):
        return "part of other words"
    if end - start == 2 and _CONTINENT.match(folded, end - 1):
        return "the continent behind it"
    if end - start == 2 and start and folded[start - 1] in TRANSLITERATION_ONLY:
        return "the end of a longer name"
    if in_a_persons_name(folded, start, end):
        return "a person"
    if (country := begun_before(reading.hits.get("country", ()), start)) is not None and country.end < end:
        return f"begins inside the country {country.name.text}"
    longer = held(reading.hits, _LONGER, start, end) if reading.once(_UNDER_LONGER)[start] else None
    return None if longer is None else f"inside the {longer.name.type} {longer.name.text}"
