"""Treaties, declarations, agendas, laws, sets of rules: 《…》 by their last word, and some names without marks.

Part of the name of a body, a mechanism or a programme is no instrument (《公约》缔约国会议, 执行多哈宣言全球方案). Which
instrument a bare 《公约》 is, the context tells (`unodc_report.context.instruments`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters, digits
from typing import Final, cast

from unodc_report.chinese.characters import han
from unodc_report.entities.instruments import shapes
from unodc_report.entities.instruments.titles import BARE, INSTRUMENT_HEADS, instrument_id, kind_of
from unodc_report.entities.surroundings import titles
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto

_KIND: Final = "instrument"
_PART_OF_NAME: Final = re.compile(
    r"(?:及其(?:各项)?(?:任择|补充|附加)?议定书)?(?:的?(?:全球|区域|国家|联合)?(?:方案|项目|举措)(?!草案)|(?:执行|实施|落实|履行)(?:情况)?(?:审议|审查|审评)?(?:机制|支助方案)|"
    rf"审议机制|(?<!》)(?:不结盟)?缔约国集团|(?:设于{han()}{{2,12}}的)?(?!区域和|{han()}{{0,10}}(?:[的下各]|设[立在]|建立|规定|指定)){han()}{{2,16}}区域(?:协调)?中心|(?:区域|协调|信息交换所)?(?:中心|组织|委员会|秘书处|筹备委员会|信托基金|理事会|工作组|执行秘书))"
)
_IN_QUOTES: Final = re.compile(
    rf'"(?<!题为")(?<!主题")(?<!专题")(?P<span>{han("、·-" + digits + ascii_letters)}{{3,44}}'
    r'(?<!之)(?:公约|议定书|宣言|宪章|规约|条约|协定|纲领|原则|准则|契约|行动计划|守则|议程)(?:\((?:19|20)\d\d(?: ?- ?\d{2,4})?年?\))?)"'
)
_PROCEDURES: Final = tuple(
    map(re.compile, ("议事规则", "章程(?=第)", "规约(?=第)", "组织法(?=第)", "宪章(?=第)", "总规则(?=第)", "财务条例(?:和(?:财务)?细则)?(?=第)"))
)
"""Rules of procedure anywhere, the constitution of a body where one of its articles is cited; a pattern each, as one literal is found at once."""
_WHOSE_OR_HOW: Final = lazy(r"(?:(?:职[司能]委员会|执行局|附属机构)(?:暂行)?|暂行)\Z")
_REGULATIONS: Final = tuple(map(re.compile, (r"工作人员(?:条例|细则)(?=第? ?\d)", r"联合国财务(?:条例|细则)(?=第? ?\d)")))
"""Cited by one of their articles: 工作人员细则第101.2条; many bodies have a 财务细则."""
_CLEAR_HEAD: Final = lazy(
    rf"(?:{INSTRUMENT_HEADS}|公报|平台|路径|和平倡议|和约|波茨坦公告|(?:多哈|蒙特勒)文件|战略规划|多哈任务授权|釜山[有效发展合作]*伙伴关系|世纪议程的?方案)(?:\([^()]+\)|[0-9]{{4}}-[0-9]{{4}}|最新版本)?$"
)
_NOT_NAMED: Final = lazy(r"(?:一项|该|这项|此项|任何|其他|各项|新的?|本|每一|两项)$")
_A_WORK: Final = lazy("(?:的(?:综合)?)?(?:报告|出版物|手册|研究)")
_NO_COMPACT: Final = lazy("协调契约$")


def extract(reading: Reading) -> Iterator[Finding]:
    """Titles, names in quotes, names from the lexicon, rules of procedure of a named body, and names by their form."""
    yield from _titles(reading)
    yield from _names(reading)
    yield from _quoted(reading)
    yield from _procedures(reading)
    for found in shapes.find(reading):
        yield _finding(reading, found.start, found.end, found.rule, cast("str | None", found.fields["id"])) if isinstance(found, Candidate) else found


def _titles(reading: Reading) -> Iterator[Finding]:
    for start, end in reading.once(titles):
        title = reading.folded[start + 1 : end - 1]
        if kind_of(title) != "instrument":
            continue
        yield _finding(reading, start, end, "instrument.title", instrument_id(title))


def _finding(reading: Reading, start: int, end: int, rule: str, key: str | None) -> Finding:
    if reading.taken.covers(start, end, "organization"):
        return Veto(_KIND, start, end, rule, "part of the name of a body")
    if _PART_OF_NAME.match(reading.folded, end):
        return Veto(_KIND, start, end, rule, "part of the name of a mechanism, programme or body")
    return Candidate(_KIND, start, end, rule, {"id": key})


def _names(reading: Reading) -> Iterator[Finding]:
    """Names of the lexicon without marks; those whose last word is no head (我们希望的未来) count in quotes only."""
    folded = reading.folded
    for hit in reading.hits.get(_KIND, ()):
        start, end = hit.start, hit.end
        if reading.taken.overlaps(start, end, "opaque") or BARE.fullmatch(hit.name.text):
            continue
        quoted = folded[start - 1 : start] == '"' == folded[end : end + 1]
        reason = "" if quoted or _CLEAR_HEAD.search(hit.name.text) else "words of the language, without marks"
        if kind_of(hit.name.text) == "publication" or (quoted and _A_WORK.match(folded, end + 1)):
            reason = "a publication"
        if reason:
            yield Veto(_KIND, start, end, "instrument.name", reason)
        else:
            yield _finding(reading, start, end, "instrument.name", hit.name.key or None)


def _quoted(reading: Reading) -> Iterator[Finding]:
    for match in _IN_QUOTES.finditer(reading.folded):
        start, end = match.span("span")
        if BARE.fullmatch(match["span"]) or _NO_COMPACT.search(match["span"]):
            yield Veto(_KIND, start, end, "instrument.quoted", "not the name of one instrument")
        elif _A_WORK.match(reading.folded, end + 1):
            yield Veto(_KIND, start, end, "instrument.quoted", "a publication")
        else:
            yield _finding(reading, start, end, "instrument.quoted", instrument_id(match["span"]))


def _procedures(reading: Reading) -> Iterator[Finding]:
    """安全理事会暂行议事规则, 国际法委员会章程: the rules or constitution of a body and its name before them; regulations of the organization by themselves."""
    folded = reading.folded
    for pattern in _REGULATIONS:
        for match in pattern.finditer(folded):
            start = match.start() - (3 if folded.endswith("联合国", 0, match.start()) else 0)
            yield Candidate(_KIND, start, match.end(), "instrument.procedure", {"id": None})
    for pattern in _PROCEDURES:
        for match in pattern.finditer(folded):
            before = _WHOSE_OR_HOW.search(folded, max(0, match.start() - 8), match.start())
            name = start = before.start() if before else match.start()
            while start and reading.taken.overlaps(start - 1, start, "organization"):
                start -= 1
            if start < name and not reading.taken.covers(name, match.end(), "organization"):
                yield Candidate(_KIND, start, match.end(), "instrument.procedure", {"id": None})


def _fields(_: re.Match[str]) -> Fields:
    return {"id": None}


RULES: Final = (
    Rule(
        id="instrument.title",
        pattern=lazy("《[^《》]{1,200}》"),
        build=_fields,
        finds=(
            ("按照《联合国反腐败公约》第十六条", "《联合国反腐败公约》", {"id": "UNCAC"}),
            ("《禁止酷刑公约》缔约国", "《禁止酷刑公约》", {"id": "CAT"}),
            ("该国修订了《反洗钱和没收法》", "《反洗钱和没收法》", {"id": None}),
            ("根据《公约》第四条", "《公约》", {"id": None}),
            ("通过了《2016-2020年国家行动计划》", "《2016-2020年国家行动计划》", {"id": None}),
        ),
        skips=(
            "《联合国反腐败公约》缔约国会议",
            "《世界毒品问题报告》",
            "《公约》实施情况审议机制",
            "执行《多哈宣言》全球方案",
            "依照公约的规定",
            "《巴塞尔公约》设于埃及的培训和技术转让区域中心",
        ),
    ),
    Rule(
        id="instrument.name",
        pattern=lazy("(?<!《)[\u4e00-\u9fff0-9]{2,40}(?:公约|议程|条约|宣言|宪章|未来)"),
        build=_fields,
        finds=(
            ("落实2030年可持续发展议程，", "2030年可持续发展议程", {"id": "2030 Agenda"}),
            ("非不扩散条约缔约国", "不扩散条约", {"id": None}),
            ("题为“我们希望的未来”的成果文件", "我们希望的未来", {"id": None}),
        ),
        skips=("这是我们希望的未来。", "“我们希望的未来”研究", "执行多哈宣言全球方案", "关于腐败的国际公约"),
    ),
    Rule(
        id="instrument.quoted",
        pattern=_IN_QUOTES,
        build=_fields,
        finds=(
            ("所谓“关于透明采购的奥斯陆原则”", "关于透明采购的奥斯陆原则", {"id": None}),
            ("制定了“保护儿童行动计划（2009-2013年）”", "保护儿童行动计划（2009-2013年）", {"id": None}),
        ),
        skips=("“任择议定书”一词", "题为“审查各项议定书”的项目", "“联合国全球反恐协调契约”"),
    ),
    Rule(
        id="instrument.procedure",
        pattern=lazy("|".join(pattern.pattern for pattern in (*_PROCEDURES, *_REGULATIONS))),
        build=_fields,
        finds=(
            ("大会议事规则第153条", "大会议事规则", {"id": None}),
            ("按照安全理事会暂行议事规则", "安全理事会暂行议事规则", {"id": None}),
            ("国际法委员会章程第18条", "国际法委员会章程", {"id": None}),
            ("工作人员细则第109.3条", "工作人员细则", {"id": None}),
        ),
        skips=("委员会议事规则第2条", "议事规则的修正", "本章程第三条", "该组织章程", "工作人员条例和办法"),
    ),
)
"""The rows show what each way of finding yields; titles and lexicon hits are found without their patterns."""
