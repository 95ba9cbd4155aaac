"""Programmes, initiatives, mechanisms, networks and campaigns: what figures are reported under, and no body of its own.

By table, by shape (…全球方案, …倡议, …机制, …网络), and by quotes or title marks around the name (“聚光灯倡议”, “快乐锻炼”培训方案).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.entities.heads import heads
from unodc_report.entities.organizations.edges import left_edge, says_nothing, says_topic_only
from unodc_report.entities.organizations.words import listed
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto, scan

_KIND: Final = "programme"
_KINDS: Final = {
    "方案": "programme", "计划": "programme", "项目": "project", "举措": "initiative", "倡议": "initiative", "机制": "mechanism",
    "网络": "network", "网": "network", "运动": "campaign", "行动": "operation", "战役": "campaign", "论坛": "forum",
}  # fmt: skip
_NETWORK: Final = "网络(?!犯罪|安全|空间|攻击|欺诈|钓鱼|技术|平台|系统|研讨|直播|服务|设备|基础)"
_HEADS: Final = (
    heads("全球|区域|次区域|联合|国别|技术合作|能力建设|研究金|奖学金|旗舰", "方案"),
    heads("", "倡议(?![者国书人])"),
    heads("", "举措(?!的)"),
    heads("审议|同行审议|监测|报告|申诉|协调|核查|预警|信息交换", "机制"),
    heads("", _NETWORK),
)
_BARE: Final = lazy("(?:该|本|此|这一|这些|各|有关|相关|现有|新|其他|一项|两项|上述|多边|区域|国家|全球|国际|主要|类似|若干)+")
_VERBS: Final = ("扩大", "增强", "加强", "强化")
_CALL: Final = lazy(r"(?:[应须]|必须|需要|继续|一步|不断|力求)\Z")
_OBJECT: Final = lazy("的(?:覆盖|效力|协调|范围|影响|作用)")
"""Around names that open with a verb: 各国应|扩大免疫规划, 增强综合框架|的效力."""
_BESIDE: Final = lazy("[^、，。；]{1,30}(?:机制|方案|倡议|举措|网络)(?:[、和与及]|以及)")
"""Another of its kind before a name: 同行审议机制、|普遍定期审议机制."""
_NO_NAMES: Final = listed(
    "走私 贩运 贩毒 贩卖 偷运 蛇头 扩散 犯罪 犯罪者 恐怖 恐怖主义 恐怖分子 极端分子 圣战分子 洗钱 招募 资助 筹资 融资 采购 金融 毒品 人口 移民 武器 武装 海盗 军火 "
    "走私者 贩运者 偷运者 道路 公路 铁路 交通 运输 电信 通信 供水 排水 灌溉 输电 电力 天然气 管道 供应链 供应 物流 销售 分销 社交 计算机 局域 "
    "无线 卫星 光纤 医院 门诊 公交 河流 银行 代理人 关系 联络 安全 保障"
)  # fmt: skip
"""What stands before 网络 where it is no name: networks of criminals, of roads and wires."""
_LEAST: Final = 4  # code points before the head: shorter ones only tell a kind (区域倡议, 社会网络)


def kind_of(name: str) -> str:
    """The kind that the last word of a name tells.

    >>> kind_of("聚光灯倡议"), kind_of("东南亚司法网络")
    ('initiative', 'network')
    """
    return next((kind for head, kind in _KINDS.items() if name.rstrip('"》)').endswith(head)), "programme")


def _quoted(match: re.Match[str]) -> Fields | str:
    return {"kind": kind_of(match["span"])}


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="programme.quoted",
        pattern=re.compile(r'"(?P<span>[^"\n，。；]{2,28}(?:方案|倡议|举措|运动|网络|机制|计划|行动))"'),
        build=_quoted,
        finds=(("根据“清澈河流倡议”制定准则", "清澈河流倡议", {"kind": "initiative"}),),
        skips=("题为“区域合作”的报告", "该倡议得到支持"),
    ),
    Rule(
        id="programme.named",
        pattern=re.compile(rf'(?P<span>"[^"\n。；]{{2,24}}"(?:培训|全球|区域|试点|教育|联合)?(?:方案|倡议|举措|运动|{_NETWORK}|项目|计划))'),
        build=_quoted,
        finds=(("通过“健康步伐”培训方案动员青年", "“健康步伐”培训方案", {"name": "“健康步伐”培训方案", "kind": "programme"}),),
        skips=("所谓“自由”的说法", "系统“遭到”网络攻击"),
    ),
    Rule(
        id="programme.title",
        pattern=re.compile("(?P<span>《[^《》\n]{2,40}(?:方案|倡议|举措)》)"),
        build=_quoted,
        finds=(("通过《全球港口方案》开展评估", "《全球港口方案》", {"name": "全球港口方案", "kind": "programme"}),),
        skips=("《反腐败公约》",),
    ),
)


def extract(reading: Reading) -> Iterator[Finding]:
    """Programmes of the table, in quotes, and by shape."""
    for hit in reading.hits.get(_KIND, ()):
        if hit.name.text.startswith(_VERBS) and (_CALL.search(reading.folded, hit.start - 3, hit.start) or _OBJECT.match(reading.folded, hit.end)):
            continue
        yield Candidate(_KIND, hit.start, hit.end, "programme.name", {"name": reading.text[hit.start : hit.end], "kind": kind_of(hit.name.text)})
    for found in scan(RULES, reading.folded):  # the name is as written, not as folded: “健康步伐”培训方案
        yield found._replace(fields={**found.fields, "name": reading.text[found.start : found.end].strip("《》")}) if isinstance(found, Candidate) else found
    yield from _shapes(reading)


def _shapes(reading: Reading) -> Iterator[Finding]:
    openers = {hit.start: hit.end for kind in ("region", "country") for hit in reading.hits.get(kind, ())}
    limit = 0
    for head, end in sorted(span for kind in _HEADS for span in kind.find(reading.folded)):
        start, _ = left_edge(reading.folded, limit, head, openers)
        if beside := _BESIDE.match(reading.folded, start, head):
            start = beside.end()
        reason = _reason(reading, start, head, end)
        if reason:
            yield Veto(_KIND, start, end, "programme.shape", reason)
            continue
        limit = end
        yield Candidate(_KIND, start, end, "programme.shape", {"name": reading.text[start:end], "kind": kind_of(reading.folded[head:end])})


def _reason(reading: Reading, start: int, head: int, end: int) -> str:
    modifier = reading.folded[start:head]
    if reading.taken.overlaps(start, end, "opaque"):
        return "inside a title"
    if reading.folded.startswith("网", head) and (modifier.endswith(_NO_NAMES) or reading.taken.overlaps(head - 1, head + 1, "organization")):
        return "a network of no name"
    if len(modifier) < _LEAST or _BARE.fullmatch(modifier) or says_nothing(modifier) or says_topic_only(modifier):
        return "a kind of programmes, not named"
    return ""
