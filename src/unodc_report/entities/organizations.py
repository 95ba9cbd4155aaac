"""Bodies: organs, agencies, commissions, working groups, ministries, courts, institutes, armed groups.

Most names are in the lexicon; names that no table holds are found by their shape (`organization_shapes`). Bare heads
(委员会, 办公室), bare 联合国, governments, networks and programmes are no bodies.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from unodc_report.entities.issuer import is_of_agency
from unodc_report.entities.organization_shapes import (
    HEAD,
    LATIN,
    NEGOTIATING,
    NUMBERED,
    NUMBERED_GROUP,
    QUOTED,
    SPEAKER,
    Surroundings,
    find_shapes,
)
from unodc_report.entities.party_conferences import CONFERENCE, find_conferences
from unodc_report.entities.surroundings import HIT_START, begun_before
from unodc_report.lexicon import Hit
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto

_KIND: Final = "organization"
_NO_BODY: Final = ("网络", "网", "契约", "倡议", "方案", "机制", "举措", "战略")
_BODY_ALL_THE_SAME: Final = (
    "余留机制", "处理机制", "政府间倡议", "独立机制", "调查机制", "专家机制", "核查机制", "监测机制", "安排监测和核查机制", "渔业机制", "水机制", "能源机制",
)  # fmt: skip
_LONGER: Final = {
    "部": "门队长署落分级",
    "局": "势面部限长",
    "署": "名",
    "处": "理罚置",
    "司": "法令机",
    "团": "结体",
    "盟": "约国",
    "组": "织成",
    "军": "事官用衔备警",
}
_CONFERENCE: Final = re.compile("缔约[国方](?:会议|大会)$")
_ASSEMBLY: Final = "大会"
_OTHER_ASSEMBLY: Final = re.compile(
    r"(?:届|首脑|审议|延期|人民|缔约国|缔约方|发展|减灾|风险|世界|国民|成员国?|会员|对话|制宪|长老|局|本次|这次|此次|该|各次|历次|司法|犯罪|卫生|劳工|环境|人居|代表|"
    r"全体|年度|股东|议会|科学|国际|区域|民族|青年|妇女|协会|联盟|年)$"
)
_ITS_OWN: Final = re.compile("大会(?:第[一二三四五六七八九十百0-9]+届|特别会议|紧急特别会议|第[0-9]+/[0-9]+)")
_STATES_HAVE_THEM: Final = re.compile("^(?!联合国|国际|世界|全球|欧洲|非洲|亚洲|美洲|拉丁美洲|西亚).*(?:委员会|(?<!援助)(?<!支助)部|司)$")
_TREATY_BODY: Final = re.compile("^(?:消除|禁止|防止|防范|强迫失踪|儿童权利|残疾人权利|经济|人权事务)|^第[一二三四五六]|^大会")
_OF_A_STATE: Final = re.compile("(?:国家|全国|联邦|独立|州|省)$")
_HALL: Final = re.compile("大会[堂厅场战]")
_OTHER_WORDS: Final = {"北约": re.compile(r"(?<=[以东西正偏])北约|北约(?=[\d二三四五六七八九百几数半])")}
"""By name: where it is part of other words. The pattern is matched at the name; its lookbehind sees what stands before."""
_OF_A_SYMBOL: Final = re.compile(r"/(?:[A-Z]{0,2}\d|[A-Z][a-z]{1,4}\.)|[:/](?:19|20)\d\d/\d")  # ODA/25-2019/SA, CFS:2002/4
_OF_A_DIRECTIVE: Final = re.compile(r"(?<=\d/)[A-Z]{2,3}号?")  # 2013/33/EU
_SEVERAL: Final = re.compile("(?:各|两|其他|这些|特设)$")


def extract(reading: Reading) -> Iterator[Finding]:
    """Bodies by name, conferences of parties, bodies by shape."""
    conferences = list(find_conferences(reading))
    yield from conferences
    named: list[Finding] = [*conferences]
    named += [_named(reading, hit) for hit in reading.hits.get(_KIND, ())]
    yield from named[len(conferences) :]
    ends = {found.end: found.start for found in named if isinstance(found, Candidate)}
    lands = {hit.start: hit.end for kind in ("region", "country") for hit in reading.hits.get(kind, ())}
    openers = {hit.start: hit.end for hit in reading.hits.get("place", ())} | lands
    for shape in find_shapes(Surroundings(reading.folded, ends, openers, lands)):
        reason = shape.reason or _hidden(reading, shape.start, shape.end)
        if reason:
            yield Veto(_KIND, shape.start, shape.end, shape.rule, reason)
        else:
            yield Candidate(_KIND, shape.start, shape.end, shape.rule, {"id": None})


def _named(reading: Reading, hit: Hit) -> Finding:
    rule = "organization.name"
    reason = _hidden(reading, hit.start, hit.end) or _not_this_body(reading.folded, hit)
    if not reason and (country := begun_before(reading.hits.get("country", ()), hit.start)) is not None and country.end < hit.end:
        reason = f"begins inside the country {country.name.text}"
    if hit.name.text == _ASSEMBLY and (_is_inside_an_event(reading, hit) or _is_of_another_body(reading, hit.start)):
        reason = "a congress, not the General Assembly"
    if not reason and _is_national(reading, hit):
        reason = "of a state: read with what stands before it"
    if reason:
        return Veto(_KIND, hit.start, hit.end, rule, reason)
    # 联合国教育、科学及文化组织(教科文组织)大会, and 大会 in the documents of an agency, are its own conference
    own = hit.name.text == _ASSEMBLY and (
        (reading.folded[hit.start - 1 : hit.start] == ")" and _is_of_another_body(reading, hit.start - 1)) or is_of_agency(reading)
    )
    return Candidate(_KIND, hit.start, hit.end, rule, {"id": None if own else hit.name.key or None})


def _is_inside_an_event(reading: Reading, hit: Hit) -> bool:
    return hit.start > 0 and reading.taken.covers(hit.start - 1, hit.end, "event")


def _is_of_another_body(reading: Reading, start: int) -> bool:
    """Whether the name of a body ends right before an assembly: that of 教科文组织 or the IMO, not the General Assembly."""
    hits = reading.hits[_KIND]
    before = bisect_left(hits, start, key=HIT_START) - 1
    return before >= 0 and hits[before].end == start and hits[before].name.text != "联合国"


def _is_national(reading: Reading, hit: Hit) -> bool:
    """Whether a country or 国家 before a name that states use too says that it is theirs: 国家人权委员会, 印度统计委员会."""
    if not _STATES_HAVE_THEM.search(hit.name.text):
        return False
    if _OF_A_STATE.search(reading.folded, max(0, hit.start - 4), hit.start):
        return True
    lands = reading.hits.get("country", ())
    before = bisect_left(lands, hit.start, key=HIT_START) - 1
    return before >= 0 and lands[before].end == hit.start and not _TREATY_BODY.search(hit.name.text)


def _hidden(reading: Reading, start: int, end: int) -> str:
    """Names inside titles, symbols and links are no mentions; one that begins with a title or holds a disease's name is."""
    if reading.taken.overlaps(end - 1, end, "opaque"):
        return "inside a title"
    return "inside a symbol or link" if reading.taken.overlaps(start, end, "document", "url") else ""


def _not_this_body(folded: str, hit: Hit) -> str:
    name = hit.name.text
    if _CONFERENCE.search(name):
        return "a conference of parties: read with its treaty"
    if name.endswith(_NO_BODY) and not name.endswith(_BODY_ALL_THE_SAME):
        return "a network, mechanism or programme"
    if _goes_on(folded, hit):
        return "part of a longer word"
    if name == _ASSEMBLY:
        return _no_general_assembly(folded, hit.start)
    if name.endswith("法庭") and _SEVERAL.search(folded, max(0, hit.start - 2), hit.start):
        return "one of several, not named"
    return ""


def _goes_on(folded: str, hit: Hit) -> bool:
    """Whether the words around a name make another word of it: 以北|约30公里, 部|门, ODA/25-2019/SA."""
    name, following = hit.name.text, folded[hit.end : hit.end + 1]
    if following and following in _LONGER.get(name[-1], ""):
        return True
    other = _OTHER_WORDS.get(name)
    return (other is not None and other.match(folded, hit.start) is not None) or (name.isascii() and (_OF_A_SYMBOL.match(folded, hit.end) is not None or _OF_A_DIRECTIVE.match(folded, hit.start) is not None))


def _no_general_assembly(folded: str, start: int) -> str:
    if _HALL.match(folded, start):
        return "part of a longer word"
    before = _OTHER_ASSEMBLY.search(folded, max(0, start - 3), start)
    if before and (before[0] == "届" or not _ITS_OWN.match(folded, start)):
        return "a congress, not the General Assembly"
    return ""


def _unlisted(_: re.Match[str]) -> Fields:
    return {"id": None}


RULES: Final = (
    Rule(
        id="organization.shape",
        pattern=HEAD,
        build=_unlisted,
        finds=(
            ("由牧区水资源管理委员会执行", "牧区水资源管理委员会", {"id": None}),
            ("与挪威司法和公安部签署了备忘录", "挪威司法和公安部", {"id": None}),
            ("教育、科学和文化部提供了资料", "教育、科学和文化部", {"id": None}),
            ("在国家统计局的支持下", "国家统计局", {"id": None}),
            ("最高法院裁定", "最高法院", {"id": None}),
            ("设立了反腐败和经济犯罪法院", "反腐败和经济犯罪法院", {"id": None}),
            ("防止和打击家庭暴力全国委员会", "防止和打击家庭暴力全国委员会", {"id": None}),
            ("利比里亚问题专家小组的报告", "利比里亚问题专家小组", {"id": None}),
            ("该国最高法院裁定", "最高法院", {"id": None}),
            ("刚果（布）外交部", "刚果（布）外交部", {"id": None}),
            ("尼日利亚中央银行的数据", "尼日利亚中央银行", {"id": None}),
            ("中国中央银行", "中国中央银行", {"id": None}),
            ("据土耳其外交部称", "土耳其外交部", {"id": None}),
            ("尼日利亚最高法院", "尼日利亚最高法院", {"id": None}),
            ("洪都拉斯国家统计局", "洪都拉斯国家统计局", {"id": None}),
            ("与也门内政部举行会谈", "也门内政部", {"id": None}),
            ("国家人权委员会的投诉程序", "国家人权委员会", {"id": None}),
            ("斐济人权委员会", "斐济人权委员会", {"id": None}),
            ("美国国务院的报告", "美国国务院", {"id": None}),
            ("应塞舌尔选举委员会请求派出专家", "塞舌尔选举委员会", {"id": None}),
            ("设立了岛民事务局", "岛民事务局", {"id": None}),
            ("沙特阿拉伯人权委员会编写了报告", "沙特阿拉伯人权委员会", {"id": None}),
            ("独立选举委员会登记了选民", "独立选举委员会", {"id": None}),
            ("资源和能源技术安全和使用问题不限成员名额工作组", "资源和能源技术安全和使用问题不限成员名额工作组", {"id": None}),
            ("基里巴斯长老大会的代表", "基里巴斯长老大会", {"id": None}),
        ),
        skips=(
            "委员会请秘书处提供资料",
            "各区域委员会",
            "该国卫生部门和司法机关",
            "不限成员名额工作组",
            "非政府组织和民间社会组织",
            "两个工作组",
            "秘鲁政府",
            "国内法院",
            "该公司的银行账户",
            "各大学和研究所",
            "该国设立了一个独立委员会",
            "全部内部文件",
            "警察局和主管当局",
            "证人保护股",
            "联合国警察",
            "国家当局签署了协定",
            "在该镇以北约三十公里处",
            "召开了第二次会员国大会",
            "在第九届预防犯罪和罪犯待遇大会上",
            "全国各州人权委员会",
            "各国中央银行和该国中央银行",
            "后者ODA/25-2019/SA号照会",
            "该管理局的外部管理局势",
            "设立独立专家委员会和独立调查委员会",
        ),
    ),
    Rule(
        id="organization.quoted_name",
        pattern=QUOTED,
        build=_unlisted,
        finds=(("伙伴“新视野”基金会", "“新视野”基金会", {"id": None}),),
        skips=("称为“伙伴”的非政府组织", "“绿色”经济"),
    ),
    Rule(
        id="organization.latin_name",
        pattern=LATIN,
        build=_unlisted,
        finds=(("与Terra Nova基金会合作", "Terra Nova基金会", {"id": None}),),
        skips=("KAFO二号行动", "COVID-19大流行"),
    ),
    Rule(
        id="organization.numbered_committee",
        pattern=NUMBERED,
        build=_unlisted,
        finds=(("向1267委员会通报", "1267委员会", {"id": None}), ("751和1907委员会主席", "751和1907委员会", {"id": None})),
        skips=("2021年委员会",),
    ),
    Rule(
        id="organization.negotiating_committee",
        pattern=NEGOTIATING,
        build=_unlisted,
        finds=(
            ("拟订一项打击海上犯罪公约特设委员会第三届会议", "拟订一项打击海上犯罪公约特设委员会", {"id": None}),
            ("制订一项关于养护公海生物多样性国际法律文书政府间会议", "制订一项关于养护公海生物多样性国际法律文书政府间会议", {"id": None}),
        ),
        skips=("拟订一项公约，特设", "谈判一项条约的建议"),
    ),
    Rule(
        id="organization.numbered_group",
        pattern=NUMBERED_GROUP,
        build=_unlisted,
        finds=(("贸易法委员会第三工作组（透明度）", "第三工作组", {"id": None}),),
        skips=("第三个工作组", "第三次工作组会议"),
    ),
    Rule(
        id="organization.speaker",
        pattern=SPEAKER,
        build=_unlisted,
        finds=(("3. 山地妇女互助运动呼吁各国政府", "山地妇女互助运动", {"id": None}),),
        skips=("妇女组织呼吁各国政府", "民间社会组织认为", "甲地同盟和乙地运动欢迎"),
    ),
    Rule(
        id="organization.party_conference",
        pattern=CONFERENCE,
        build=_unlisted,
        finds=(
            ("《联合国反腐败公约》缔约国会议第九届会议", "《联合国反腐败公约》缔约国会议", {"id": "COSP-UNCAC"}),
            ("巴塞尔公约缔约方大会", "巴塞尔公约缔约方大会", {"id": None}),
            ("作为《巴黎协定》缔约方会议的《公约》缔约方会议", "作为《巴黎协定》缔约方会议的《公约》缔约方会议", {"id": None}),
            ("打击有组织犯罪的工作由公约缔约方会议审查", "公约缔约方会议", {"id": "COP-UNTOC"}),
        ),
        skips=("第三次缔约国会议", "公约缔约国"),
    ),
)
"""The rows show what each way of finding yields; names are bounded by `organization_edges`, which their patterns do not show."""
