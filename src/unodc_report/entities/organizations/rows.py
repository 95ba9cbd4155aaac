"""Bodies: organs, agencies, commissions, working groups, ministries, courts, institutes, armed groups.

Most names are in the lexicon; names that no table holds are found by their shape (`organizations.shapes`). Bare heads
(委员会, 办公室), bare 联合国, governments, networks and programmes are no bodies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unodc_report.entities.organizations.founded import FOUNDING, find_founded, unlisted
from unodc_report.entities.organizations.heads import HEAD
from unodc_report.entities.organizations.lists import LISTED, find_listed
from unodc_report.entities.organizations.names import hidden, read_name
from unodc_report.entities.organizations.party_conferences import CONFERENCE, OFFICES, conferences, find_offices
from unodc_report.entities.organizations.shapes import (
    BAND,
    CALLED,
    LATIN,
    NEGOTIATING,
    NUMBERED,
    NUMBERED_GROUP,
    OF_PERSON,
    QUOTED,
    Surroundings,
    find_shapes,
)
from unodc_report.entities.organizations.speakers import INTRODUCED, SPEAKER
from unodc_report.entities.organizations.striving import STRIVER
from unodc_report.entities.surroundings import latin_words
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding, Rule, Veto

_KIND: Final = "organization"


def extract(reading: Reading) -> Iterator[Finding]:
    """Bodies by name, conferences of parties, bodies by shape."""
    treaty_bodies = [*reading.once(conferences), *find_offices(reading)]
    yield from treaty_bodies
    named: list[Finding] = [*treaty_bodies, *(read_name(reading, hit) for hit in reading.hits.get(_KIND, ()))]
    yield from named[len(treaty_bodies) :]
    ends = {found.end: found.start for found in named if isinstance(found, Candidate)}
    lands = {hit.start: hit.end for kind in ("region", "country") for hit in reading.hits.get(kind, ())}
    states = {hit.start: hit.end for hit in reading.hits.get("trap", ()) if hit.name.text.endswith("共和国")}  # 北塞浦路斯土耳其共和国
    openers = {hit.start: hit.end for hit in reading.hits.get("place", ())} | lands | states
    bodies = {start: end for end, start in ends.items()}
    for shape in find_shapes(Surroundings(reading.folded, ends, openers, lands, reading.once(latin_words))):
        reason = shape.reason or hidden(reading, shape.start, shape.end)
        if reason:
            yield Veto(_KIND, shape.start, shape.end, shape.rule, reason)
        else:
            bodies[shape.start] = shape.end
            yield Candidate(_KIND, shape.start, shape.end, shape.rule, {"id": None})
    for start, end in find_founded(reading.folded, openers):
        if not hidden(reading, start, end):
            bodies[start] = end
            yield Candidate(_KIND, start, end, "organization.founded", {"id": None})
    for start, end in find_listed(reading.folded, bodies):
        yield Candidate(_KIND, start, end, "organization.listed", {"id": None})


RULES: Final = (
    Rule(
        id="organization.shape",
        pattern=HEAD,
        build=unlisted,
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
            ("移民、人口和海关署的官员", "海关署", {"id": None}),
            ("由环境与气候监察总署处理", "环境与气候监察总署", {"id": None}),
            ("加兹尼省教育厅", "加兹尼省教育厅", {"id": None}),
            ("法律和采购支助司的工作", "法律和采购支助司", {"id": None}),
            ("提交给人事处", "人事处", {"id": None}),
            ("智利外交、欧洲事务和国际贸易部", "智利外交、欧洲事务和国际贸易部", {"id": None}),
            ("乌干达国家情报和安全局", "乌干达国家情报和安全局", {"id": None}),
            ("卢森堡科学院院长", "卢森堡科学院", {"id": None}),
            ("秘鲁空军的飞机", "秘鲁空军", {"id": None}),
            ("约旦红新月会分发了物资", "约旦红新月会", {"id": None}),
            ("关岛能源事务办公室", "关岛能源事务办公室", {"id": None}),
            ("非洲联盟驻尼日尔训练团", "非洲联盟驻尼日尔训练团", {"id": None}),
            ("提高公共服务效率问题咨询小组", "提高公共服务效率问题咨询小组", {"id": None}),
            ("山区之友小组举行了会议", "山区之友小组", {"id": None}),
            ("民族变革党赢得议席", "民族变革党", {"id": None}),
            ("山地力量同盟和争取民主进步党", "争取民主进步党", {"id": None}),
            ("会见了蒙古人民党的领导人", "蒙古人民党", {"id": None}),
            ("塔吉克斯坦国家禁毒署", "塔吉克斯坦国家禁毒署", {"id": None}),
            ("隶属司法部的监狱管理局", "监狱管理局", {"id": None}),
            ("秘鲁石油集团公司", "秘鲁石油集团公司", {"id": None}),
            ("全国打击贩运人口委员会", "全国打击贩运人口委员会", {"id": None}),
            ("警察总局调查了此案", "警察总局", {"id": None}),
            ("向帕劳海洋发展基金捐款", "帕劳海洋发展基金", {"id": None}),
            ("秘鲁妇女联盟的代表", "秘鲁妇女联盟", {"id": None}),
            ("肯尼亚民族联盟的成员", "肯尼亚民族联盟", {"id": None}),
            ("山地人民团结力量（山团力）的成员", "山地人民团结力量", {"id": None}),
            ("在乌干达北部古卢警察局", "古卢警察局", {"id": None}),
            ("总理兼国家复兴委员会主席", "国家复兴委员会", {"id": None}),
            ("中非共和国问题监测组的报告", "中非共和国问题监测组", {"id": None}),
            ("失踪人员和战俘事务全国委员会主席", "失踪人员和战俘事务全国委员会", {"id": None}),
            ("据悉全国毒品监测站发布了数据", "全国毒品监测站", {"id": None}),
            ("其间斐济人权委员会提出意见", "斐济人权委员会", {"id": None}),
            ("秘鲁国家民警的行动", "秘鲁国家民警", {"id": None}),
            ("秘鲁青年事务秘书处", "秘鲁青年事务秘书处", {"id": None}),
            ("约旦特种部队", "约旦特种部队", {"id": None}),
            ("联合国约旦多伙伴基金", "联合国约旦多伙伴基金", {"id": None}),
            ("秘鲁药物管制署", "秘鲁药物管制署", {"id": None}),
            ("摩洛哥劳工联盟", "摩洛哥劳工联盟", {"id": None}),
            ("秘鲁打击人口贩运局", "秘鲁打击人口贩运局", {"id": None}),
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
            "各国警察部队和武装部队参加了训练",
            "法国空军基地附近的居民",
            "红十字会和红新月会的志愿人员",
            "难民在安全处所接受法律援助处理",
            "法律和行政处罚的规定",
            "部长办公室和总理办公室",
            "在阿富汗设有办公室的机构",
            "青年咨询小组提供了意见",
            "私营股份有限公司的登记程序",
            "签署部署协议",
            "各国人权委员会和该国人权委员会",
            "设立了发展基金和妇女联盟",
            "秘鲁发展基金额和受害者和委员会",
            "在山上设有观察站",
            "该国司法警察和各国边防警察",
            "约旦接待中心和过境中心",
            "反恐局势和家庭局促",
            "妇女事务秘书处和规划秘书处",
            "新生力量不断涌现",
            "组成反对派联盟（见附件）",
            "2003年塞尔维亚议会选举",
            "加强伙伴力量（包括妇女）",
            "消除童工现象运动（消童运动）",
            "设立了人道主义基金",
            "第三十二特别工作组",
        ),
    ),
    Rule(
        id="organization.quoted_name",
        pattern=QUOTED,
        build=unlisted,
        finds=(("伙伴“新视野”基金会", "“新视野”基金会", {"id": None}), ("由“南星”警察特派团接替", "“南星”警察特派团", {"id": None})),
        skips=("称为“伙伴”的非政府组织", "“绿色”经济"),
    ),
    Rule(
        id="organization.latin_name",
        pattern=LATIN,
        build=unlisted,
        finds=(("与Terra Nova基金会合作", "Terra Nova基金会", {"id": None}),),
        skips=("KAFO二号行动", "COVID-19大流行", "B. 法院受理的案件"),
    ),
    Rule(
        id="organization.persons_name",
        pattern=OF_PERSON,
        build=unlisted,
        finds=(("并设有保罗·莫雷尔基金，", "保罗·莫雷尔基金", {"id": None}), ("送往玛丽·贝尔纳医院", "玛丽·贝尔纳医院", {"id": None})),
        skips=("保罗·莫雷尔和基金会主席", "莫雷尔·保罗基金经理"),
    ),
    Rule(
        id="organization.numbered_committee",
        pattern=NUMBERED,
        build=unlisted,
        finds=(("向1267委员会通报", "1267委员会", {"id": None}), ("751和1907委员会主席", "751和1907委员会", {"id": None})),
        skips=("2021年委员会",),
    ),
    Rule(
        id="organization.negotiating_committee",
        pattern=NEGOTIATING,
        build=unlisted,
        finds=(
            ("拟订一项打击海上犯罪公约特设委员会第三届会议", "拟订一项打击海上犯罪公约特设委员会", {"id": None}),
            ("制订一项关于养护公海生物多样性国际法律文书政府间会议", "制订一项关于养护公海生物多样性国际法律文书政府间会议", {"id": None}),
        ),
        skips=("拟订一项公约，特设", "谈判一项条约的建议"),
    ),
    Rule(
        id="organization.numbered_group",
        pattern=NUMBERED_GROUP,
        build=unlisted,
        finds=(("贸易法委员会第三工作组（透明度）", "第三工作组", {"id": None}), ("审议大会第二主要委员会", "第二主要委员会", {"id": None}), ("（第29工作组）", "第29工作组", {"id": None})),
        skips=("第三个工作组", "第三次工作组会议", "第29次工作组会议", "各主要委员会"),
    ),
    Rule(
        id="organization.quoted_band",
        pattern=BAND,
        build=unlisted,
        finds=(("所谓“山鹰烈士旅”声称负责", "山鹰烈士旅", {"id": None}), ("称为“北方解放阵线”的团体", "北方解放阵线", {"id": None})),
        skips=("启动了“和平之旅”活动", "“绿色”经济", "“阵线和旅”"),
    ),
    Rule(
        id="organization.called",
        pattern=CALLED,
        build=unlisted,
        finds=(("意大利非政府组织“桥梁”的代表", "桥梁", {"id": None}), ("称为武装团体“山风”", "山风", {"id": None})),
        skips=("称为“桥梁”的非政府组织", "非政府组织的“桥梁”作用"),
    ),
    Rule(
        id="organization.part",
        pattern=lazy("执行理事会|理事会|执行局|实况调查团|技术委员会|办公室"),
        build=unlisted,
        finds=(
            ("禁化武组织执行理事会的决定", "执行理事会", {"id": None}),
            ("国际海底管理局理事会选举了主席", "理事会", {"id": None}),
            ("开发署执行局年度会议", "执行局", {"id": None}),
            ("禁化武组织实况调查团报告", "实况调查团", {"id": None}),
            ("世界银行检查组的结论", "检查组", {"id": None}),
            ("秘鲁内政部边境事务办公室", "边境事务办公室", {"id": None}),
        ),
        skips=("执行局核准了方案", "理事会主席", "实况调查团访问了该国", "总理办公室", "检查组到场", "在该省设有办公室"),
    ),
    Rule(
        id="organization.speaker",
        pattern=SPEAKER,
        build=unlisted,
        finds=(
            ("3. 山地妇女互助运动呼吁各国政府", "山地妇女互助运动", {"id": None}),
            ("农村青年专业论坛注意到", "农村青年专业论坛", {"id": None}),
            ("此外，沿海妇女互助论坛指出", "沿海妇女互助论坛", {"id": None}),
        ),
        skips=("妇女组织呼吁各国政府", "民间社会组织认为", "甲地同盟和乙地运动欢迎", "人道主义行动认为", "这些国家的妇女运动呼吁", "军事行动将持续"),
    ),
    Rule(
        id="organization.introduced",
        pattern=INTRODUCED,
        build=unlisted,
        finds=(("山地妇女替代行动是一个非政府组织", "山地妇女替代行动", {"id": None}),),
        skips=("本组织是一个非政府组织", "我们是非政府组织", "其中许多是非政府组织"),
    ),
    Rule(
        id="organization.listed",
        pattern=LISTED,
        build=unlisted,
        finds=(
            ("国际法学家委员会；社区种植协会；大赦国际", "社区种植协会", {"id": None}),
            ("下列组织派观察员出席：沿海渔民互助论坛；大赦国际。", "沿海渔民互助论坛", {"id": None}),
        ),
        skips=("社区种植协会；国家预算；妇女组织", "社区种植协会、沿海互助论坛和工会", "支持农民组织；加强专业协会；"),
    ),
    FOUNDING,
    STRIVER,
    Rule(
        id="organization.treaty_office",
        pattern=lazy("|".join(pattern.pattern.replace("?P<office>", "?:") for pattern in OFFICES)),
        build=unlisted,
        finds=(
            ("由《鹿特丹公约》秘书处编写", "《鹿特丹公约》秘书处", {"id": None}),
            ("《斯德哥尔摩公约》巴西区域中心", "《斯德哥尔摩公约》巴西区域中心", {"id": None}),
            ("巴塞尔公约阿拉伯国家培训区域中心", "巴塞尔公约阿拉伯国家培训区域中心", {"id": None}),
        ),
        skips=("《公约》各区域中心", "《公约》秘书处", "各公约的区域中心和秘书处"),
    ),
    Rule(
        id="organization.party_conference",
        pattern=CONFERENCE,
        build=unlisted,
        finds=(
            ("《联合国反腐败公约》缔约国会议第九届会议", "《联合国反腐败公约》缔约国会议", {"id": "COSP-UNCAC"}),
            ("巴塞尔公约缔约方大会", "巴塞尔公约缔约方大会", {"id": None}),
            ("作为《巴黎协定》缔约方会议的《公约》缔约方会议", "作为《巴黎协定》缔约方会议的《公约》缔约方会议", {"id": None}),
            ("打击有组织犯罪的工作由公约缔约方会议审查", "公约缔约方会议", {"id": "COP-UNTOC"}),
        ),
        skips=("第三次缔约国会议", "公约缔约国"),
    ),
)
"""The rows show what each way of finding yields; names are bounded by `organizations.edges`, which their patterns do not show."""
