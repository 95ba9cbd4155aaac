"""Treaties, declarations, agendas, laws, sets of rules: 《…》 by their last word, and some names without marks.

Part of the name of a body, a mechanism or a programme is no instrument (《公约》缔约国会议, 执行多哈宣言全球方案). Which
instrument a bare 《公约》 is, the context tells (`unodc_report.context.instruments`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.entities.instrument_titles import BARE, INSTRUMENT_HEADS, instrument_id, kind_of
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding, Rule, Veto
from unodc_report.titles import find_titles

_KIND: Final = "instrument"
_PART_OF_NAME: Final = re.compile(
    r"(?:及其(?:各项)?(?:任择|补充|附加)?议定书)?(?:的?(?:全球|区域|国家|联合)?(?:方案|项目|举措)(?!草案)|(?:执行|实施|落实|履行)(?:情况)?(?:审议|审查|审评)?(?:机制|支助方案)|"
    r"审议机制|(?:区域|协调|信息交换所)?(?:中心|组织|委员会|秘书处|筹备委员会|信托基金|理事会|工作组|执行秘书))"
)
_IN_QUOTES: Final = re.compile(
    r'(?<!题为)(?<!主题)(?<!专题)(?<!标题为)"(?P<span>[\u4e00-\u9fffA-Za-z0-9、·\-]{3,44}'
    r'(?<!之)(?:公约|议定书|宣言|宪章|规约|条约|协定|纲领|原则|准则|契约|行动计划|守则|议程))"'
)
_PROCEDURE: Final = re.compile(r"(?:职[司能]委员会|执行局|附属机构)?(?:暂行)?议事规则")
_CLEAR_HEAD: Final = re.compile(f"(?:{INSTRUMENT_HEADS})$")
_NOT_NAMED: Final = re.compile(r"(?:一项|该|这项|此项|任何|其他|各项|新的?|本|每一|两项)$")
_NO_COMPACT: Final = re.compile("协调契约$")


def extract(reading: Reading) -> Iterator[Finding]:
    """Titles, names in quotes, names from the lexicon, rules of procedure of a named body."""
    yield from _titles(reading)
    yield from _names(reading)
    yield from _quoted(reading)
    yield from _procedures(reading)


def _titles(reading: Reading) -> Iterator[Finding]:
    for start, end in find_titles(reading.folded):
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
        if kind_of(hit.name.text) == "publication":
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
        else:
            yield _finding(reading, start, end, "instrument.quoted", instrument_id(match["span"]))


def _procedures(reading: Reading) -> Iterator[Finding]:
    """安全理事会暂行议事规则: the rules and the name of their body before them."""
    for match in _PROCEDURE.finditer(reading.folded):
        start = match.start()
        while start and reading.taken.overlaps(start - 1, start, "organization"):
            start -= 1
        if start < match.start():
            yield Candidate(_KIND, start, match.end(), "instrument.procedure", {"id": None})


RULES: Final[tuple[Rule, ...]] = ()
