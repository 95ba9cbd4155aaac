"""Symbols of agencies, which write theirs in other ways than the United Nations: CL 128/13, C 2019/REP, CFS:2002/4, EB126/4, A76/52."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.rules import Fields, Finding, Rule, scan_from

_CHANGED: Final = r"(?:[ /-](?:Add|Corr|Rev|Sup)\.? ?\d{1,2})?"
_FAO: Final = rf"(?:CL ?\d{{2,3}}/(?:REP|(?:INF/|LIM/|OD/)?\d{{1,3}})|C (?:19|20)\d\d/(?:REP|(?:INF/|LIM/|[IVX]{{1,3}}/)?\d{{1,3}})|C[CF][PS]:? ?(?:19|20)\d\d/(?:\d{{1,3}}|REP))(?![\d/]){_CHANGED}"
_WHO: Final = (
    r"A(?:3\d|[4-9]\d)/(?:\d{1,3}|VR/\d{1,2}|DIV\./\d{1,2}|INF\.(?:DOC\.)?/\d{1,2})(?![\d/.])" + _CHANGED + r"|EB\d{2,3}/(?:\d{1,3}|INF\.(?:DOC\.)?/\d{1,2})(?![\d/.])" + _CHANGED +
    r"|(?:EB|WHA)\d{2,3}/(?:19|20)\d\d/REC/\d(?![\d/])|(?:EB\d{2,3}\.R|WHA\d{1,2}\.)\d{1,3}(?![\d.])|(?:EB|WHA)\d{2,3}\(\d{1,3}\)"
)  # fmt: skip
_ADOPTED: Final = re.compile(r"(?P<resolution>EB\d+\.R\d+|WHA\d+\.\d+)|(?P<decision>[A-Z]+\d+\(\d+\))")


def _symbol(match: re.Match[str]) -> Fields:
    """The symbol as it stands, with what it names by its form: EB126.R1 is a resolution, WHA72(11) a decision."""
    adopted = _ADOPTED.fullmatch(match[0])
    return {"kind": adopted.lastgroup if adopted else "document", "symbol": match[0]}


RULE: Final = Rule(
    id="document.agency_symbol",
    pattern=re.compile(rf"(?<![A-Za-z0-9/.\-])(?:{_FAO}|{_WHO})(?![A-Za-z0-9])", re.ASCII),
    build=_symbol,
    finds=(
        ("见CL 140/12号文件", "CL 140/12", {"kind": "document", "symbol": "CL 140/12"}),
        ("粮农组织C 2015/REP号文件", "C 2015/REP", {"symbol": "C 2015/REP"}),
        ("补充文件CFS:2004/3", "CFS:2004/3", {"symbol": "CFS:2004/3"}),
        ("（文件A68/19和EB136/4）", "EB136/4", {"symbol": "EB136/4"}),
        ("见文件EB133/2013/REC/1，第三次会议", "EB133/2013/REC/1", {"kind": "document", "symbol": "EB133/2013/REC/1"}),
        ("载于文件WHA64/2011/REC/3", "WHA64/2011/REC/3", {"symbol": "WHA64/2011/REC/3"}),
        ("EB134.R7关于残疾", "EB134.R7", {"kind": "resolution", "symbol": "EB134.R7"}),
    ),
    skips=("A4/5纸", "C 3/4", "公路A50/1/2段", "EB5/6型", "CL 5/6"),
)
_START: Final = re.compile(r"[ACEW](?<![A-Za-z0-9/.\-].)[BCFHLP \d]", re.ASCII)


def find(folded: str) -> Iterator[Finding]:
    """The symbols of agencies in a folded text, sought by how they begin."""
    return scan_from(_START, (RULE,), folded)
