"""Symbols of agencies, which write theirs in other ways than the United Nations: CL 128/13, CFS:2002/4, EB126/4, A39-WP/12, MSC 94/3, 40 C/11."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.entities.surroundings import latin_words
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Fields, Finding, Rule, finding, matches_from

_CHANGED: Final = r"(?:[ /-](?:Add|Corr|Rev|Sup)\.? ?\d{1,2})?"
_FAO: Final = (
    rf"(?:CL ?\d{{2,3}}/(?:REP|(?:INF/|LIM/|OD/)?\d{{1,3}})|C (?:(?:19|20)\d\d|[5-9]\d)/(?:REP|(?:INF/|LIM/|[IVX]{{1,3}}/)?\d{{1,3}})|(?:FC|PC|CCLM) \d{{2,3}}/(?:INF/)?\d{{1,3}}"
    rf"|C[CF][PS]:? ?(?:19|20)\d\d/(?:\d{{1,3}}|REP)|CO(?:FO|FI|AG)/(?:19|20)\d\d/(?:(?:Inf\.|INF/)?\d{{1,3}}(?:\.\d{{1,2}})?|REP)|CGRFA-\d{{1,2}}/\d\d/(?:(?:Inf\.)?\d{{1,3}}(?:\.\d{{1,2}})?|Report))(?![\d/]){_CHANGED}"
)
_WHO: Final = (
    r"A(?:3\d|[4-9]\d)/(?:\d{1,3}|VR/\d{1,2}|DIV\./\d{1,2}|INF\.(?:DOC\.)?/\d{1,2})(?![\d/.])" + _CHANGED + r"|EB\d{2,3}/(?:\d{1,3}|INF\.(?:DOC\.)?/\d{1,2})(?![\d/.])" + _CHANGED +
    r"|(?:EB|WHA)\d{2,3}/(?:19|20)\d\d/REC/\d(?![\d/])|(?:EB\d{2,3}\.R|WHA\d{1,2}\.)\d{1,3}(?![\d.])|(?:EB|WHA)\d{2,3}\(\d{1,3}\)"
)  # fmt: skip
_ICAO: Final = r"(?:A\d\d|C|AN)-WP/\d{1,5}|Doc \d{4,5}(?:-[A-Z]{2,3}/\d{1,4})?"
_IMO: Final = rf"(?:MSC|MEPC|LEG|FAL|SDC|SSE|NCSR|CCC|HTW|PPR) ?\d{{1,3}}/(?:\d{{1,3}}(?:/\d{{1,3}})?|INF\.\d{{1,3}}){_CHANGED}|(?:MSC-MEPC|MSC|MEPC|LEG|FAL)\.\d{{1,2}}/Circ\.\d{{1,4}}{_CHANGED}"
_IMO_ADOPTED: Final = r"(?:A\.\d{3,4}|(?:MSC|MEPC|LEG|FAL)\.\d{1,3})\(\d{1,3}\)"
_FUND_AND_PROGRAMME: Final = (
    rf"EB (?:19|20)\d\d/\d{{2,3}}/(?:C\.)?(?:R|INF)\.\d{{1,3}}{_CHANGED}"
    rf"|WFP/EB\.[A\d]/20\d\d/\d{{1,2}}-[A-Z](?:/\d{{1,2}})?(?:/[A-Z\d]{{1,2}})?{_CHANGED}"
)
_TREATIES: Final = (
    r"IT/GB-\d{1,2}/\d\d/(?:(?:Inf\. ?)?\d{1,3}|Report)|WHC-\d\d/\d{1,2}\.(?:EXT\.)?(?:COM|GA)/[\dA-Z]{1,4}(?:\.[\dA-Z]{1,3})*"
    r"|CoP1\d (?:Doc|Prop|Com|Inf)\. ?\d{1,3}(?:\.\d{1,2})*|(?:SC|PC|AC)\d\d Doc\. ?\d{1,3}(?:\.\d{1,2})*"
)
_WTO: Final = rf"WT/DS\d{{1,3}}(?:/(?:AB/)?(?:RW?|ARB|\d{{1,3}}))?{_CHANGED}|(?:G|IP|TN|JOB)/(?:[A-Z]{{1,5}}/){{1,3}}(?:[A-Z]{{3}}/)?\d{{1,4}}(?![\d/]){_CHANGED}"
_IAEA: Final = rf"GC\(\d{{2}}\)/(?:INF/|OR\.)?\d{{1,3}}{_CHANGED}"
_OPCW: Final = r"(?:C|EC|RC|C-SS|EC-M)-\d{1,3}/(?:(?:DEC|DG|S)[./]\d{1,3}|\d{1,2})"
_ITU: Final = r"(?:C[012]\d|PP-\d\d)/(?:INF/)?\d{1,4}(?=号文件)"
_ILO: Final = r"ILC\.\d{2,3}/(?:[IVX]{1,4}(?:/\d)?(?:\([A-Z0-9]{1,2}\))?|D\.\d{1,3}|PR\.\d{1,3})"
_UNESCO: Final = (
    rf"[1-4]\d C/(?:(?:INF\.)?\d{{1,3}}{_CHANGED}|Res(?:olution|\.)? ?\d{{1,3}}|Resolutions)|[12]?\d\d EX/(?:(?:(?:INF|SR|WG)\.?)?\d{{1,3}}{_CHANGED}|Decision \d{{1,2}}(?:\.[IVX\dA-Z]{{1,4}}){{0,3}}|Decisions)"
)
_TRIBUNAL: Final = r"20\d\d-UNAT-\d{1,4}"
_ADOPTED: Final = lazy(r"(?P<resolution>EB\d+\.R\d+|(?:A|M[A-Z]+|LEG|FAL)\.\d+\(\d+\)|WHA\d+\.\d+|\d\d C/Res[a-z.]* ?\d+)|(?P<decision>[A-Z]+\d+\(\d+\)|[A-Z-]+\d+/DEC[./]\d+|\d+ EX/Decision .+)")


def _symbol(match: re.Match[str]) -> Fields:
    """The symbol as it stands, with what it names by its form: EB126.R1 is a resolution, WHA72(11) a decision."""
    adopted = _ADOPTED.fullmatch(match[0])
    return {"kind": adopted.lastgroup if adopted else "document", "symbol": match[0]}


RULE: Final = Rule(
    id="document.agency_symbol",
    pattern=re.compile(rf"(?<![A-Za-z0-9/.\-])(?:{_FAO}|{_WHO}|{_ICAO}|{_IMO}|{_IMO_ADOPTED}|{_FUND_AND_PROGRAMME}|{_TREATIES}|{_WTO}|{_IAEA}|{_OPCW}|{_ITU}|{_ILO}|{_UNESCO}|{_TRIBUNAL})(?![A-Za-z0-9])", re.ASCII),
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
        ("财政委员会FC 148/7号文件", "FC 148/7", {"symbol": "FC 148/7"}),
        ("文件COFI/2014/3", "COFI/2014/3", {"symbol": "COFI/2014/3"}),
        ("载于A38-WP/204号文件", "A38-WP/204", {"kind": "document", "symbol": "A38-WP/204"}),
        ("《安全管理手册》(Doc 9734号文件)", "Doc 9734", {"symbol": "Doc 9734"}),
        ("附于MSC 91/22/Add.1号文件", "MSC 91/22/Add.1", {"symbol": "MSC 91/22/Add.1"}),
        ("见MEPC.1/Circ.778号通函", "MEPC.1/Circ.778", {"symbol": "MEPC.1/Circ.778"}),
        ("上诉机构报告(WT/DS406/AB/R)", "WT/DS406/AB/R", {"symbol": "WT/DS406/AB/R"}),
        ("通知G/SPS/N/CAN/1120", "G/SPS/N/CAN/1120", {"symbol": "G/SPS/N/CAN/1120"}),
        ("年度报告(GC(54)/4)", "GC(54)/4", {"symbol": "GC(54)/4"}),
        ("执行理事会EC-70/DEC.3", "EC-70/DEC.3", {"kind": "decision", "symbol": "EC-70/DEC.3"}),
        ("理事会C17/61号文件", "C17/61", {"symbol": "C17/61"}),
        ("上诉法庭2012-UNAT-213号判决", "2012-UNAT-213", {"symbol": "2012-UNAT-213"}),
        ("教科文组织37 C/4号文件", "37 C/4", {"symbol": "37 C/4"}),
        ("见197 EX/5和198 EX/12", "198 EX/12", {"symbol": "198 EX/12"}),
        ("修订了A.962(23)和MEPC.210(63)", "MEPC.210(63)", {"kind": "resolution", "symbol": "MEPC.210(63)"}),
        ("通函MSC-MEPC.2/Circ.12", "MSC-MEPC.2/Circ.12", {"symbol": "MSC-MEPC.2/Circ.12"}),
        ("农发基金EB 2007/91/R.14号文件", "EB 2007/91/R.14", {"symbol": "EB 2007/91/R.14"}),
        ("粮食署WFP/EB.1/2014/7-B/1号文件", "WFP/EB.1/2014/7-B/1", {"symbol": "WFP/EB.1/2014/7-B/1"}),
        ("管理机构IT/GB-5/13/6号文件", "IT/GB-5/13/6", {"symbol": "IT/GB-5/13/6"}),
        ("载于WHC-14/38.COM/7B.Add", "WHC-14/38.COM/7B", {"symbol": "WHC-14/38.COM/7B"}),
        ("见CoP16 Doc. 53.1和SC65 Doc. 42", "SC65 Doc. 42", {"symbol": "SC65 Doc. 42"}),
        ("根据207 EX/Decision 5.I.A", "207 EX/Decision 5.I.A", {"kind": "decision"}),
    ),
    skips=("C15/20混凝土", "每37 C/小时", "40 C/5a", "第37 C/P页", "A4/5纸", "C 3/4", "公路A50/1/2段", "EB5/6型", "CL 5/6", "见A.10(3)段", "MSC.5节"),
)
_NUMBER_FIRST: Final = re.compile(r"(?:[12]?\d\d |20\d\d-)\Z", re.ASCII)
_LONGEST_NUMBER: Final = 5
"""The number with which some begin: 40 C/11, 2012-UNAT-213."""
_MARKS: Final = ("/", "EB", "WHA", "Doc", "UNAT", "MEPC.", "MSC.", "海事组织")
"""One of these stands in every text that holds such a symbol: asked before the text is searched."""


def find(reading: Reading) -> Iterator[Finding]:
    """The symbols of agencies in a text."""
    if any(mark in reading.folded for mark in _MARKS):
        yield from (finding(RULE, match) for match in matches_from(_starts(reading), RULE.pattern, reading.folded))


def _starts(reading: Reading) -> Iterator[int]:
    """Where they can begin, in order: with letters, or with the number before them."""
    for word in reading.once(latin_words):
        number = _NUMBER_FIRST.search(reading.folded, word - _LONGEST_NUMBER, word)
        if number is not None:
            yield number.start()
        yield word
