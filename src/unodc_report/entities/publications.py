"""Titled works that are no instruments: 《…报告》, and titles in quotes after a word that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.entities.instruments.titles import kind_of
from unodc_report.entities.surroundings import titles
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto

_KIND: Final = "publication"
_WORK: Final = "报告|出版物|手册|说明|研究|指南|论文|文章|简报|书|概览|调查|简讯|小册子|资料册|工具包|刊物|专著|政策文件|工作文件|背景文件|讨论文件|一揽子(?:技术)?方案"
_QUOTED: Final = re.compile(r'"(?P<title>[^"\n]{4,120})"(?P<after>的[^，。；\n"]{0,16})?')
_TITLED: Final = re.compile("(?<!主)(?<!专)题为$")
_NAMED: Final = lazy(rf"(?<!该)(?<!些)(?:{_WORK}):?$")
_OF_A_WORK: Final = re.compile(rf"的[^，。；]{{0,14}}?(?:{_WORK}|备忘录|(?<!成果)(?<!最后)(?<!结论)(?<!会议)文件)")
_ENDS_AS_WORK: Final = re.compile(rf"(?:{_WORK})$")
_OF_NO_WORK: Final = re.compile("的(?:临时|暂定|分|补充)?(?:议程|议题|项目|专题|议项|决议|决定|辩论|会议|会外活动|讲习班|研讨会|讨论会|小组讨论)")
_WORK_BEFORE: Final = lazy(rf"(?:{_WORK})，?(?:其标题|标题)?$")
_LISTED: Final = re.compile(r"(?:出版|发行|印发|发表|编写)[^。\n\"]{0,12}(?:出版物|刊物|手册|指南|论文|报告|文章|书籍|书)[^。\n\"]{0,50}(?:包括|例如|如|分别[为是])[:：]?(?:\([a-z1-9]\) ?)?$")
_NEXT_OF_LIST: Final = lazy(r"(?:[、，,；;和与及]|以及|\([a-z1-9]\)| ){1,6}")
_LIST_REACH: Final = 80  # code points before a title in which the word for the works of a list stands
_NOT_A_TITLE: Final = ("了", "的", "。", "，", "；")


def extract(reading: Reading) -> Iterator[Finding]:
    """Titles in 《…》 that name no instrument, then titles in quotes."""
    for start, end in reading.once(titles):
        title = reading.folded[start + 1 : end - 1]
        if kind_of(title) != "publication" or not title:
            continue
        yield Candidate(_KIND, start, end, "publication.title", {"title": reading.text[start + 1 : end - 1]})
    listed = -1  # where the last title of a list of works ends
    for match in _QUOTED.finditer(reading.folded):
        goes_on = listed >= 0 and _NEXT_OF_LIST.fullmatch(reading.folded, listed, match.start()) is not None
        finding = _quoted(reading, match, listed=goes_on or _LISTED.search(reading.folded, match.start() - _LIST_REACH, match.start()) is not None)
        if finding is not None:
            listed = finding.end
            yield finding


def _quoted(reading: Reading, match: re.Match[str], *, listed: bool) -> Finding | None:
    folded, (start, end) = reading.folded, (match.start(), match.end("title") + 1)
    titled = _TITLED.search(folded, start - 3, start) is not None
    if not titled and not listed and not _NAMED.search(folded, start - 10, start):
        return None
    reason = _no_work(folded, match, titled=titled)
    if reason:
        return Veto(_KIND, start, end, "publication.quoted", reason)
    return Candidate(_KIND, start, end, "publication.quoted", {"title": reading.text[start + 1 : end - 1]})


def _no_work(folded: str, match: re.Match[str], *, titled: bool) -> str:
    if match["title"].endswith(_NOT_A_TITLE):
        return "a quotation"
    if titled and match["after"] is not None and _OF_NO_WORK.match(match["after"]):
        return "the title of an item, a meeting or a draft"
    if not titled or _ENDS_AS_WORK.search(match["title"]):
        return ""
    if match["after"] is not None:
        return "" if _OF_A_WORK.match(match["after"]) else "the title of an item, a meeting or a draft"
    start = match.start()
    return "" if _WORK_BEFORE.search(folded, start - 16, start - 2) else "nothing says that it is a work"


def _fields(match: re.Match[str]) -> Fields:
    return {"title": match["title"]}


RULES: Final = (
    Rule(
        id="publication.title",
        pattern=lazy("《(?P<title>[^《》]{1,200})》"),
        build=_fields,
        finds=(
            ("发表了《全球杀人问题研究》", "《全球杀人问题研究》", {"title": "全球杀人问题研究"}),
            ("出版《司法廉正：法官手册》", "《司法廉正：法官手册》", {"title": "司法廉正：法官手册"}),
        ),
        skips=("《刑法》第三条", "《联合国打击跨国有组织犯罪公约》", "《全球海事方案》"),
    ),
    Rule(
        id="publication.quoted",
        pattern=_QUOTED,
        build=_fields,
        finds=(
            ("出版物“监狱改革的代价”已经印发", "“监狱改革的代价”", {"title": "监狱改革的代价"}),
            ("一份题为“监测毒品市场：分析员手册”的材料", "“监测毒品市场：分析员手册”", {"title": "监测毒品市场：分析员手册"}),
            ("秘书长题为“共同的责任”的报告", "“共同的责任”", {"title": "共同的责任"}),
            ("按照题为“合作的途径”的文件第12段", "“合作的途径”", {"title": "合作的途径"}),
            ("印发了若干出版物，以推广经验，包括(a) “渔村的明天”；(b) “山区妇女”", "“山区妇女”", {"title": "山区妇女"}),
        ),
        skips=(
            "题为“预防腐败”的议程项目",
            "将题为“委员会的报告”的项目列入议程",
            "以“安全城市”为主题",
            "主题为“法治与发展”的报告",
            "举办题为“打击洗钱”的讲习班",
            "通过了题为“共同的海洋”的成果文件",
            "“快乐生活”方案",
            "报告指出，该国有若干方案，包括“快乐生活”",
        ),
    ),
)
