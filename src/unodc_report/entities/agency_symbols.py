"""Symbols of agencies, which write theirs in other ways than the United Nations: CL 128/13, C 2019/REP, CFS:2002/4, EB126/4, A76/52."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.rules import Fields, Finding, Rule, scan_from

_CHANGED: Final = r"(?:[ /-](?:Add|Corr|Rev|Sup)\.? ?\d{1,2})?"
_FAO: Final = rf"(?:CL ?\d{{2,3}}/(?:REP|(?:INF/|LIM/|OD/)?\d{{1,3}})|C (?:(?:19|20)\d\d|[5-9]\d)/(?:REP|(?:INF/|LIM/|[IVX]{{1,3}}/)?\d{{1,3}})|C[CF][PS]:? ?(?:19|20)\d\d/(?:\d{{1,3}}|REP)|CO(?:FO|FI|AG)/(?:19|20)\d\d/(?:(?:Inf\.|INF/)?\d{{1,2}}(?:\.\d{{1,2}})?|REP)|CGRFA-\d{{1,2}}/\d\d/(?:(?:Inf\.)?\d{{1,3}}(?:\.\d{{1,2}})?|Report))(?![\d/]){_CHANGED}"
_WHO: Final = (
    r"A(?:3\d|[4-9]\d)/(?:\d{1,3}|VR/\d{1,2}|DIV\./\d{1,2}|INF\.(?:DOC\.)?/\d{1,2})(?![\d/.])" + _CHANGED + r"|EB\d{2,3}/(?:\d{1,3}|INF\.(?:DOC\.)?/\d{1,2})(?![\d/.])" + _CHANGED +
    r"|(?:EB|WHA)\d{2,3}/(?:19|20)\d\d/REC/\d(?![\d/])|(?:EB\d{2,3}\.R|WHA\d{1,2}\.)\d{1,3}(?![\d.])|(?:EB|WHA)\d{2,3}\(\d{1,3}\)"
)  # fmt: skip
_ILO: Final = r"ILC\.\d{2,3}/(?:[IVX]{1,4}(?:\([A-Z0-9]{1,2}\))?|D\.\d{1,3}|PR\.\d{1,3})"
_ADOPTED: Final = re.compile(r"(?P<resolution>EB\d+\.R\d+|WHA\d+\.\d+)|(?P<decision>[A-Z]+\d+\(\d+\))")


def _symbol(match: re.Match[str]) -> Fields:
    """The symbol as it stands, with what it names by its form: EB126.R1 is a resolution, WHA72(11) a decision."""
    adopted = _ADOPTED.fullmatch(match[0])
    return {"kind": adopted.lastgroup if adopted else "document", "symbol": match[0]}


RULE: Final = Rule(
    id="document.agency_symbol",
    pattern=re.compile(rf"(?<![A-Za-z0-9/.\-])(?:{_FAO}|{_WHO}|{_ILO})(?![A-Za-z0-9])", re.ASCII),
    build=_symbol,
    finds=(
        ("见CL 140/12号文件", "CL 140/12", {"kind": "document", "symbol": "CL 140/12"}),
        ("粮农组织C 2015/REP号文件", "C 2015/REP", {"symbol": "C 2015/REP"}),
        ("补充文件CFS:2004/3", "CFS:2004/3", {"symbol": "CFS:2004/3"}),
        ("（文件A68/19和EB136/4）", "EB136/4", {"symbol": "EB136/4"}),
        ("见文件EB133/2013/REC/1，第三次会议", "EB133/2013/REC/1", {"kind": "document", "symbol": "EB133/2013/REC/1"}),
        ("载于文件WHA64/2011/REC/3", "WHA64/2011/REC/3", {"symbol": "WHA64/2011/REC/3"}),
        ("见COFO/2018/6.3和CGRFA-16/17/4", "CGRFA-16/17/4", {"symbol": "CGRFA-16/17/4"}),
        ("国际劳工大会ILC.101/IV(1)号报告", "ILC.101/IV(1)", {"symbol": "ILC.101/IV(1)"}),
        ("EB134.R7关于残疾", "EB134.R7", {"kind": "resolution", "symbol": "EB134.R7"}),
    ),
    skips=("A4/5纸", "C 3/4", "公路A50/1/2段", "EB5/6型", "CL 5/6"),
)
UNESCO: Final = Rule(
    id="document.unesco_symbol",
    pattern=re.compile(r"(?<![\w/.])\d{2,3} ?(?:EX/(?:(?:(?:INF|SR|WG)\.?)?\d{1,3}|(?P<decision>Decision \d{1,2}(?:\.[IVX\dA-Z]{1,4}){0,3})|Decisions)|C/(?:(?:INF\.)?\d{1,3}|(?P<resolution>Res(?:olution|\.)? ?\d{1,3}))|C/Resolutions)(?![\w/])", re.ASCII),
    build=lambda match: {"kind": match.lastgroup or "document", "symbol": match[0]},
    finds=(
        ("载于205 EX/5号文件", "205 EX/5", {"kind": "document", "symbol": "205 EX/5"}),
        ("《计划与预算》(40 C/5)", "40 C/5", {"symbol": "40 C/5"}),
        ("根据207 EX/Decision 5.I.A", "207 EX/Decision 5.I.A", {"kind": "decision"}),
    ),
    skips=("每37 C/小时", "40 C/5a", "1 205 EX"),
)
_PLACES: Final = re.compile(r"\d{2,3} ?(?:EX|C)/", re.ASCII)
_START: Final = re.compile(r"[ACEIW](?<![A-Za-z0-9/.\-].)[BCFGHLOP \d]", re.ASCII)


def find(folded: str) -> Iterator[Finding]:
    """The symbols of agencies in a folded text, sought by how they begin."""
    yield from scan_from(_START, (RULE,), folded)
    if " EX/" in folded or " C/" in folded:
        yield from scan_from(_PLACES, (UNESCO,), folded)
