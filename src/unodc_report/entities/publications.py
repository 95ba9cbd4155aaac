"""Titled works that are no instruments: 《…报告》, and titles in quotes after a word that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.entities.instrument_titles import kind_of
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding, Rule, Veto
from unodc_report.titles import find_titles

_KIND: Final = "publication"
_WORK: Final = "报告|出版物|手册|说明|研究|指南|论文|文章|简报|书|概览|调查|简讯|小册子|资料册|工具包|刊物|专著|政策文件|工作文件|背景文件|讨论文件|一揽子(?:技术)?方案"
_TITLED: Final = re.compile(
    rf'(?<!主)(?<!专)题为(?P<titled>"[^"\n]{{4,120}}")(?P<after>的[^，。；\n"]{{0,16}})?|(?<!该)(?<!些)(?:{_WORK}):?(?P<named>"[^"\n]{{4,120}}")'
)
_OF_A_WORK: Final = re.compile(rf"的[^，。；]{{0,14}}?(?:{_WORK})")
_WORK_BEFORE: Final = re.compile(rf"(?:{_WORK})，?(?:其标题|标题)?$")
_NOT_A_TITLE: Final = ("了", "的", "。", "，", "；")


def extract(reading: Reading) -> Iterator[Finding]:
    """Titles in 《…》 that name no instrument, then titles in quotes."""
    for start, end in find_titles(reading.folded):
        title = reading.folded[start + 1 : end - 1]
        if kind_of(title) != "publication" or not title:
            continue
        yield Candidate(_KIND, start, end, "publication.title", {"title": reading.text[start + 1 : end - 1]})
    for match in _TITLED.finditer(reading.folded):
        yield _quoted(reading, match)


def _quoted(reading: Reading, match: re.Match[str]) -> Finding:
    group = "titled" if match["titled"] else "named"
    start, end = match.span(group)
    reason = _no_work(reading.folded, match, start)
    if reason:
        return Veto(_KIND, start, end, "publication.quoted", reason)
    return Candidate(_KIND, start, end, "publication.quoted", {"title": reading.text[start + 1 : end - 1]})


def _no_work(folded: str, match: re.Match[str], start: int) -> str:
    if folded[match.end("titled" if match["titled"] else "named") - 2] in _NOT_A_TITLE:
        return "a quotation"
    if match["named"]:
        return ""
    if match["after"] is not None:
        return "" if _OF_A_WORK.match(match["after"]) else "the title of an item, a meeting or a draft"
    return "" if _WORK_BEFORE.search(folded, max(0, start - 14), start - 2) else "nothing says that it is a work"


RULES: Final[tuple[Rule, ...]] = ()
