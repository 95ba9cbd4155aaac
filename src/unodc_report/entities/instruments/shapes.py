"""Instruments that the text names without marks and no table has: by their number, their city, their year, or in quotes as a law.

What these forms share is that nothing else is named so: 2015年后可持续发展议程, 第2004/12号法律, 安曼宣言, 1974年部队隔离协定, “…法令”. A word
for an instrument without such a part (该协定, 一项协议, 双边协定) names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import digits
from typing import Final

from unodc_report.chinese.characters import han
from unodc_report.entities.instruments.titles import instrument_id
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Fields, Finding, Rule, Veto, finding, scan

_OF_A_STATE: Final = "(?:联邦|共和国|君主|国王|王国|大公|埃米尔|苏丹|组织|宪法|基本|普通|特别|总统|王室|皇家|最高|行政|紧急|部长|内阁|立法|国家|刑事|公共|劳动|框架|州|省|部|政府)?"
_ACT_NUMBER: Final = r"\d{1,6}(?:[/.\-]\d{1,6}){0,2}(?:-[A-Z]{1,3})?(?: ?\((?:19|20)\d\d\))?"
"""As states number their acts: 2004/12, 4.524, 187/07(2008), 272-Z."""
_LAW: Final = "(?<![做方办看想说算用司执立无合非违依手疗际义惯内权])法(?![院庭官律学典治定制案规令医])"
_CITY_HEADS: Final = (
    "宣言|议定书|公约|(?:全面)?和平(?:协定|协议|条约)|停火协[定议]|框架协[定议]|最后文[件书]|成果文件|条约(?!机构|义务|谈判)|宪章|规约|共识|路线图|行动(?:计划|纲领|纲要|议程|框架)|协定(?!书)|协议(?![书会国各])|原则(?![上性是地问立])|准则|规则(?!制)|备忘录|公报(?![社局称])"
)
_HEAD: Final = re.compile(_CITY_HEADS)
_GENERIC: Final = lazy(
    "[的在与和签缔达根据该这两各由对将为以及后间中向同于至了是被新本现]|双边|多边|框架|合作|贷款|总部|地位|示范|标准|临时|上述|有关|相关|投资|贸易|服务|谅解|双方|三方|各方|一项|若干|首次|最后|类似|其他|通过|批准|生效"
)
_NOT_NAMED: Final = "names no one instrument"


def _named(match: re.Match[str]) -> Fields:
    return {"id": instrument_id(match["span"])}


def _dated(match: re.Match[str]) -> Fields | str:
    """An agreement known by its year: the words between must be a name and no clause."""
    return _NOT_NAMED if _GENERIC.search(match["name"]) else _named(match)


_PROTOCOL: Final = (
    rf"(?P<span>(?:关于|有关|旨在)(?:(?![应须该其各]|批准|签署|加入|缔约|决议|规定){han('、')}){{3,36}}?(?:第[一二三]项|补充|附加)?(?:任择|附加|补充)?议定书)(?!草案)"
)
"""A protocol by its subject, behind the treaty that it belongs to or behind another protocol."""

_BEFORE_POLICIES: Final = (
    "通过", "制定", "制订", "批准", "核准", "颁布", "出台", "公布", "拟订", "执行", "实施", "落实", "根据", "按照", "依照",
)  # fmt: skip
RULES: Final = (
    Rule(
        id="instrument.after_year",
        pattern=re.compile(
            r"(?P<span>20\d\d(?<!\d\d\d\d\d)年以?后的?(?:(?:联合国|全球|国际|普遍|可持续|发展|教育|城市|人口)*+议程(?!项目)|(?:全球|国际)?(?:减少灾害风险|减轻灾害风险|减灾|减少风险)框架))"
        ),
        build=_named,
        finds=(
            ("纳入2015年后全球发展议程", "2015年后全球发展议程", {"id": None}),
            ("2020年后减少灾害风险框架", "2020年后减少灾害风险框架", {"id": None}),
        ),
        skips=("2015年后时期的议程项目", "2015年后发展框架", "2015年的议程"),
    ),
    Rule(
        id="instrument.numbered_law",
        pattern=re.compile(
            rf"(?P<span>第 ?{_ACT_NUMBER}号{_OF_A_STATE}(?:法律(?![顾援事框专意问制程人厅司依部类])|(?:[法政敕诏]|行政命)令(?!状)|(?<=[统长室尔王府政号])令(?![人其状箭牌])|条例|宪法修正案|法(?![院庭官学规典案律令定医治])))(?!草案)"
        ),
        build=_named,
        finds=(
            ("根据第2004/12号法律", "第2004/12号法律", {"id": None}),
            ("第7610号共和国法", "第7610号共和国法", {"id": None}),
            ("第31/2007号总统令", "第31/2007号总统令", {"id": None}),
            ("根据第1.873号君主政令", "第1.873号君主政令", {"id": None}),
            ("第214-Z号法律", "第214-Z号法律", {"id": None}),
            ("第9号部长令", "第9号部长令", {"id": None}),
        ),
        skips=("第4号法庭", "第2011/36/EU号指令", "第12号命令", "第3号令状", "第6号法案", "第5号法律顾问", "第12号法律草案", "第75/196号决议", "第3号法官"),
    ),
    Rule(
        id="instrument.number_behind",
        begins=("联邦法", "总统令", "法令", "政令", "敕令", "组织法"),
        pattern=lazy(rf"(?P<span>(?:联邦法律?|总统令|法令|政令|敕令|组织法)第 ?{_ACT_NUMBER}号(?!决))"),
        build=_named,
        finds=(("2012年7月28日联邦法第139-FZ号", "联邦法第139-FZ号", {"id": None}), ("总统令第18号", "总统令第18号", {"id": None})),
        skips=("联邦法院第5号判决", "按照法令第3条", "法令第2款"),
    ),
    Rule(
        id="instrument.numbered_convention",
        pattern=re.compile(r"(?P<span>第 ?\d{1,3}号(?:公约|(?:(?<=组织第\d\d号)|(?<=组织第\d\d\d号))建议书|(?=(?:(?:[、和与及]|以及)第\d{1,3}号){1,8}公约)))"),
        build=_named,
        finds=(
            ("批准了第160号公约", "第160号公约", {"id": None}),
            ("劳工组织第103号和第171号公约", "第103号", {"id": None}),
            ("国际劳工组织第198号建议书", "第198号建议书", {"id": None}),
            ("劳工组织第103号和第171号公约", "第171号公约", {"id": None}),
        ),
        skips=("第12号文件和第13号文件", "第2号议定书", "第5号建议书"),
    ),
    Rule(
        id="instrument.quoted_law",
        pattern=re.compile(rf'"(?<!题为")(?P<span>{han(digits + "、，《》·-")}{{4,60}})"(?=(?:的{han()}{{0,6}})?法(?:律|令|[(，。；、第的]|$))'),
        build=_named,
        finds=(("该国“关于若干地区临时地位”的共和国法律", "关于若干地区临时地位", {"id": None}),),
        skips=("题为“司法改革”的法律讲习班", "“和平”的方法", "所谓“自由”法"),
    ),
    Rule(
        id="instrument.quoted_plan",
        pattern=re.compile(
            rf'"(?<!题为")(?<!主题")(?P<span>{han()}{{0,12}}(?:19|20)\d\d(?:-\d{{2,4}})?年?{han("、")}{{0,24}}(?:战略|愿景|远景|议程|路线图|行动计划|战略计划|发展计划|纲要)|{han()}{{0,10}}(?:愿景|远景)20\d\d年?)"(?!的?(?:国家|全球)?(?:会议|项目|方案|研讨|讨论|讲习|报告|出版物))'
        ),
        build=_named,
        finds=(("按照“阿曼2040年愿景”", "阿曼2040年愿景", {"id": None}), ("执行“卢旺达愿景2020”", "卢旺达愿景2020", {"id": None})),
        skips=("题为“2015年行动计划”的项目", "“国家战略”", "“2010年战略”报告"),
    ),
    Rule(
        id="instrument.quoted_policy",
        begins=_BEFORE_POLICIES,
        pattern=re.compile(
            rf'(?:{"|".join(_BEFORE_POLICIES)})了?(?:一项|其)?(?:名为|题为)?"(?P<span>(?={han()}{{0,30}}(?:国家|全国|全球|区域|部门)){han(digits + "、-")}{{5,40}}(?:战略|政策|纲要|路线图|发展计划|战略计划))"(?!的?(?:会议|项目|方案|研讨|讨论|讲习|报告|出版物))'
        ),
        build=_named,
        finds=(("2009 年通过“保护湿地国家战略”", "保护湿地国家战略", {"id": None}),),
        skips=("讨论“保护湿地国家战略”", "通过“国家战略”", "根据“好政策”"),
    ),
    Rule(
        id="instrument.dated",
        pattern=re.compile(rf"年(?<=\d\d\d\d年)(?:\d{{1,2}}月\d{{1,2}}日)?的?(?P<span>(?P<name>{han()}{{2,12}}?)(?:协定|协议|条约|议定书|{_LAW})(?!谈判|草案|范本|框架|缔约))"),
        build=_dated,
        finds=(
            ("1949年停战协定规定的界线", "停战协定", {"id": None}),
            ("2005年5月6日边界管理议定书", "边界管理议定书", {"id": None}),
            ("2009年的反洗钱法", "反洗钱法", {"id": None}),
            ("该国1998年选举法", "选举法", {"id": None}),
        ),
        skips=("2011年的做法", "2003年国际法", "2004年普通法院", "2010年有效执法", "2010年立法", "1999年统计方法","2012年双边协定", "2009年签署的协定", "2004年两国缔结引渡条约", "2010年批准该议定书", "2006年停火协定谈判"),
    ),
    Rule(
        id="instrument.protocol",
        pattern=re.compile(f"》的?{_PROTOCOL}"),
        build=_named,
        finds=(
            ("批准了《公约》有关儿童参与敌对行动的任择议定书", "有关儿童参与敌对行动的任择议定书", {"id": None}),
            ("《公约》关于买卖儿童、儿童卖淫和儿童色情制品问题的任择议定书", "关于买卖儿童、儿童卖淫和儿童色情制品问题的任择议定书", {"id": "OPSC"}),
        ),
        skips=("《年鉴》关于缔约国批准议定书的说明", "关于该问题的任择议定书", "《年鉴》有关决议和任择议定书"),
    ),
    Rule(
        id="instrument.next_protocol",
        pattern=re.compile(f"议定书(?:[、和]|以及){_PROTOCOL}"),
        build=_named,
        finds=(("《公约》关于来文的任择议定书和关于青年就业问题的任择议定书", "关于青年就业问题的任择议定书", {"id": None}),),
        skips=("议定书和关于该事项的说明",),
    ),
    Rule(
        id="instrument.city",
        pattern=lazy(
            rf"(?P<span>{han()}{{2,8}}(?:{_CITY_HEADS}))"
        ),
        build=_named,
        finds=(("会议通过的安曼宣言", "安曼宣言", {"id": None}), ("履行喀土穆协定", "喀土穆协定", {"id": None}), ("签署阿姆斯特丹条约后", "阿姆斯特丹条约", {"id": None}), ("恩贾梅纳停火协定", "恩贾梅纳停火协定", {"id": None})),
        skips=("执行安曼宣言全球方案", "设在日内瓦条约机构", "与该市签订协定", "新宣言", "与内罗毕协议会签"),
    ),
)
*_BY_PATTERN, _CITY = RULES


def find(reading: Reading) -> Iterator[Finding]:
    """The instruments that their form tells; the caller looks whether they are part of another name."""
    for found in scan(_BY_PATTERN, reading.folded):
        if reading.taken.overlaps(found.start, found.end, "opaque"):
            yield Veto(found.type, found.start, found.end, found.rule, "inside a title")
        else:
            yield found
    yield from _of_cities(reading)


def _of_cities(reading: Reading) -> Iterator[Finding]:
    """麦纳麦宣言: a city that the lexicon met, and right after it a word for an instrument."""
    for hit in reading.hits.get("place", ()):
        head = _HEAD.match(reading.folded, hit.end)
        if head is None or reading.taken.overlaps(hit.start, head.end(), "opaque"):
            continue
        match = _CITY.pattern.fullmatch(reading.folded, hit.start, head.end())
        if match is not None:
            yield finding(_CITY, match)
