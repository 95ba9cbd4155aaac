"""Numbered documents, resolutions and decisions: A/76/122, 大会第75/196号决议, 第2014(2011)、第2051(2012)和第2140(2014)号决议.

A symbol in the text is its own normal form. A resolution is cited by number; its symbol needs the body, which the words
before it name, or the form of the number tells. What the sentence does not say, `context.resolutions` looks for in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

from unodc_report.entities.bodies import body_before, stands_alone
from unodc_report.entities.documents import agency_symbols
from unodc_report.entities.documents.council_numbers import councils
from unodc_report.entities.documents.dated_resolutions import of_date
from unodc_report.entities.documents.resolution_numerals import IN_CHARACTERS, SERIAL, SESSION_BEHIND, in_figures
from unodc_report.entities.documents.shortened_symbols import shortened
from unodc_report.entities.surroundings import latin_words
from unodc_report.errors import ReadingError
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto, finding, matches_from, scan
from unodc_report.standards import symbols
from unodc_report.standards.resolutions import BARE, CONFERENCES, STRONG, Noun, Number, by_form, is_national, read_number, symbol_of

_MORE: Final = r"(?:等|(?:和|及|以及)其他)?(?:各项|[两三四五六七八九]项|相关|有关)?"
_NOUN: Final = rf"{_MORE}(?P<noun>决议|决定)(?!草案)"
_BRACKETED: Final = r"\d{1,4} ?\((?:(?:19|20)\d\d|[IVXL]{1,8})\)"
_NEXT_PART: Final = r"(?<=[A-Z]号)(?:[、和与及]|以及) ?(?P<letter>[A-Z])号"
"""Another part of the resolution before: 第50/117 A号和B号决议."""
_GOES_ON: Final = r"(?<=[、和与及])\d{3,4}(?=(?:[、和与及]\d{3,4}){0,8}号决)"  # 第242和338号决议
_ITEM: Final = rf"(?P<numbered>第 ?)?(?P<number>{STRONG}|(?<=[会第]){BARE}|(?<=第)(?:{IN_CHARACTERS}|{SERIAL})|{_GOES_ON})(?P<hao>号)?"
_CLOSE: Final = re.compile(_NOUN)
_APART: Final = re.compile(r'(?:关于[^。；，\n]{2,50}?|题为"[^"\n]{1,80}")的(?P<noun>决议|决定)(?!草案)')
"""第1328(2000)号|关于设立特派团的决议: the topic stands between number and noun."""
_LINK: Final = re.compile(
    r"(?:(?:[、，,和及与或至到\-]|以及|and){1,2}|(?<=号)(?=第 ?\d))(?:其?(?:后来的|随后的)?|[^，。；、\n]{0,40}?)(?:(?:19|20)\d\d年)?(?:\d{1,2}月\d{1,2}日)?(?:通过的|的)?"
    rf"(?P<next>(?:第 ?|(?<![\w/.\-])){STRONG}|第 ?(?:{BARE}|{IN_CHARACTERS})|{_GOES_ON})号?"
    rf"|(?<=[号)\d])第 ?(?:{STRONG})号?|(?<=[号)]){_BRACKETED}号?"  # the source has lost the separator
    rf"|{_NEXT_PART}",
    re.ASCII,
)
_GLOSS: Final = re.compile(r"\((?:见)?[A-Z]{1,6}/[\w/. \-]{2,30}\)", re.ASCII)  # 第48/264号(A/52/856)和第51/241号决议
_ITEM_PATTERN: Final = re.compile(rf"(?=[第\dA-Z])(?:(?<![\w/.\-])|(?=第)){_ITEM}", re.ASCII)
_FIRST: Final = re.compile(r"[第0-9A-Z](?:(?<=第)|(?<![\w/.\-].)(?:(?<=[会、和与及].)|(?=[0-9A-Za-z 至和及、]{0,12}[/(.\-])))", re.ASCII)
"""With which a number begins, or 第 before it: sought in the stead of the whole pattern. Without 第 a mark shows what it is, or a word that leads to it."""
_NUMBER: Final = re.compile(rf"{STRONG}|(?<=[会第、和与及]){BARE}")
_JOINED: Final = re.compile(r"(?<=[号)\d])|(?:\((?:见)?[A-Z/\w. \-]{3,36}\))?(?:[、，,和及与或至到-]|以及){1,2}(?:其)?(?:(?:19|20)\d\d年)?(?:\d{1,2}月\d{1,2}日)?(?:通过的|的)?")
_BEFORE_BARE: Final = "、，,和及与或至到-)"
"""After these a number of a list needs neither 第 nor 号."""
_PART: Final = re.compile(_NEXT_PART)
_NO_NOUN: Final = "no 决议 or 决定 after the number"
_ALONE: Final = "a number alone, and no body"
_NOUNS: Final = re.compile("决[议定]")
_WINDOW: Final = 600  # code points before a noun in which the numbers of its list stand
_LIST_LENGTH: Final = 20  # members of a list that are followed to its noun
_LAWS: Final = re.compile(
    r"(?:内阁|部长会议|部长理事会|法院|法庭|议会|国会|政府|总统|部|国民议会|众议院|参议院|欧盟|欧洲联盟|欧洲委员会|欧洲议会|欧洲理事会|非洲联盟|非盟|阿盟|国家联盟|东盟|州|省|市|银行|检察院|"
    r"人民代表大会|人大|人民权利委员会|共同体|管理局局长|法令|规约|总理)(?:理事会|委员会|大会|主席|会议)?(?:于?(?:19|20)\d\d年(?:\d{1,2}月\d{1,2}日)?)?(?:的|通过的|发布的|颁布的)?(?:关于[^。；\n]{1,50}的)?\Z"
)
_UNITED_NATIONS: Final = lazy(r"联合国[^。；，\n]{0,12}\Z")
_OF_ITU: Final = lazy(r" ?\((?:WRC-|WTSA-|[^()\n]{2,16}修订版)")
_SECTORS: Final = ("ITU-R", "ITU-T", "ITU-D", "WRC", "国际电联")
"""Resolutions of the telecommunication union have a number alone, and behind it the conference that adopted or revised them."""


def noun_after(folded: str, end: int) -> tuple[Noun, int] | None:
    """The noun that closes the list of numbers of which one ends at `end`, and where that noun ends if it follows directly.

    Returns:
        The noun with the end of the span (`end` itself for a member of a list that is not its last), None if no noun closes.
    """
    position = end
    for _ in range(_LIST_LENGTH):
        if gloss := _GLOSS.match(folded, position):
            position = gloss.end()
        close = _CLOSE.match(folded, position)
        if close is None and folded.startswith("号", position - 1) and (apart := _APART.match(folded, position)):
            return ("resolution" if apart["noun"] == "决议" else "decision"), end
        if close:
            noun: Noun = "resolution" if close["noun"] == "决议" else "decision"
            return noun, close.end() if position == end else end
        link = _LINK.match(folded, position)
        if link is None:
            return None
        position = link.end()
    return None


def _symbol(match: re.Match[str]) -> Fields | str:
    try:
        symbol = symbols.parse(match[0])
    except ReadingError as error:
        return error.reason
    return {"kind": symbol.kind, "symbol": str(symbol)}


def _resolution(match: re.Match[str]) -> Fields | str:
    folded = match.string
    closed = noun_after(folded, match.end())
    if closed is None:
        return _NO_NOUN
    noun = closed[0]
    figures = in_figures(match["number"])
    if not match["numbered"] and not match["hao"] and folded[match.start() - 1] not in _BEFORE_BARE and not _tells_itself(read_number(figures), noun):
        return "neither 第 nor 号"
    if figures.isdigit() and closed[1] > match.end() and (session := SESSION_BEHIND.match(folded, closed[1])):
        figures = in_figures(figures + session[0])
    number = read_number(figures)
    before = folded[max(0, match.start() - 80) : match.start()]
    if is_national(number) or _LAWS.search(before):
        return "of a state or a body outside the United Nations"
    symbol = _symbol_of(folded, match.start(), number, noun)
    if number.shape == "bare" and symbol is None and not body_before(folded, match.start()) and not _UNITED_NATIONS.search(before):
        return {"kind": noun, "symbol": None} if _OF_ITU.match(folded, closed[1]) or before.endswith(_SECTORS) else _ALONE
    return {"kind": noun, "symbol": symbol}


def _tells_itself(number: Number, noun: Noun) -> bool:
    """Whether a number can be nothing but one of a resolution or decision: EB120.R2, 1325(2000)."""
    return number.shape in ("own", "dated") and by_form(number, noun) is not None


def _symbol_of(folded: str, position: int, number: Number, noun: Noun) -> str | None:
    """The symbol that the sentence tells."""
    for body in body_before(folded, position):
        if body.organ and (symbol := symbol_of(body.organ, number, noun)):
            return symbol
        economic = number.shape == "year" or (number.shape == "roman" and noun == "resolution")  # the one of trusteeship is named in full
        if body.words == "理事会" and economic and stands_alone(folded, body.start) and (symbol := symbol_of("E", number, noun)):
            return symbol
    return by_form(number, noun) or of_date(folded, position, number, noun)


def _afterwards(match: re.Match[str]) -> Fields | str:
    """决议 or 决定 before its number: 安理会决议1325(2000), 决定4/COP.7."""
    noun: Noun = "resolution" if match[0].startswith("决议") else "decision"
    number = read_number(in_figures(match["number"]))
    if is_national(number):
        return "of a state"
    return {"kind": noun, "symbol": _symbol_of(match.string, match.start(), number, noun)}


RULES: Final = (
    Rule(
        id="document.symbol",
        pattern=symbols.PATTERN,
        build=_symbol,
        finds=(
            ("见A/76/122。", "A/76/122", {"kind": "document", "symbol": "A/76/122"}),
            ("（E/CN.7/2019/CRP. 3）", "E/CN.7/2019/CRP. 3", {"symbol": "E/CN.7/2019/CRP.3"}),
            ("3 E/2021/30-E/CN.15/2021/17，第一章", "E/2021/30-E/CN.15/2021/17", {"symbol": "E/2021/30-E/CN.15/2021/17"}),
            ("主席声明（S/PRST/2014/5）", "S/PRST/2014/5", {"kind": "document"}),
            ("S/RES/2396(2017)", "S/RES/2396(2017)", {"kind": "resolution", "symbol": "S/RES/2396 (2017)"}),
            ("工业发展理事会的IDB.38/4号文件", "IDB.38/4", {"symbol": "IDB.38/4"}),
            ("TD(XI)/BP/2和DP-FPA/2011/1", "DP-FPA/2011/1", {"symbol": "DP-FPA/2011/1"}),
            ("TD/B(S-XXI)/4", "TD/B(S-XXI)/4", {"symbol": "TD/B(S-XXI)/4"}),
            ("ICCD/COP(11)/23/Add.1号文件", "ICCD/COP(11)/23/Add.1", {"symbol": "ICCD/COP(11)/23/Add.1"}),
            ("CCPR/C/21/Rev.1/Add.13", "CCPR/C/21/Rev.1/Add.13", {"symbol": "CCPR/C/21/Rev.1/Add.13"}),
            ("（CRC/C/NZL/Q/3-4/Add.1）", "CRC/C/NZL/Q/3-4/Add.1", {"symbol": "CRC/C/NZL/Q/3-4/Add.1"}),
            ("A/RES/217 A (III)", "A/RES/217 A (III)", {"symbol": "A/RES/217(III) A"}),
        ),
        skips=("感染A/H1N1型流感", "和/或 HIV/AIDS", "9/11事件后全天候24/7运作", "TCP/IP 协议和 CD/DVD", "用LC/MS/MS法检验", "每千人3/4", "km/h"),
    ),
    Rule(
        id="document.resolution",
        pattern=_ITEM_PATTERN,
        build=_resolution,
        finds=(
            ("大会第75/196号决议", "第75/196号决议", {"kind": "resolution", "symbol": "A/RES/75/196"}),
            ("大会在其第 74/550 B 号决定中", "第74/550 B号决定", {"kind": "decision", "symbol": "A/DEC/74/550 B"}),
            ("安理会2118(2013)号决议", "2118(2013)号决议", {"symbol": "S/RES/2118 (2013)"}),
            ("第2014(2011)、第2051(2012)和第2140(2014)号决议", "第2051(2012)", {"symbol": "S/RES/2051 (2012)"}),
            ("经社理事会1971年5月20日1576 (L)号决议", "1576 (L)号决议", {"symbol": "E/RES/1576(L)"}),
            ("经济及社会理事会第2020/230号决定", "第2020/230号决定", {"kind": "decision", "symbol": "E/DEC/2020/230"}),
            ("大会第一五一四(十五)号决议", "第一五一四(十五)号决议", {"symbol": "A/RES/1514(XV)"}),
            ("第一五一四号决议(XV)所载宣言", "第一五一四号决议", {"symbol": "A/RES/1514(XV)"}),
            ("第五〇二(一九八二)号决议", "第五〇二(一九八二)号决议", {"symbol": "S/RES/502 (1982)"}),
            ("联合国安全理事会第1325号决议", "第1325号决议", {"symbol": "S/RES/1325 (2000)"}),
            ("公约缔约国会议第8/9号决议", "第8/9号决议", {"symbol": "CAC/COSP/RES/8/9"}),
            ("安理会要求遵守第1701号决议第5段", "第1701号决议", {"symbol": "S/RES/1701 (2006)"}),
            ("安理会第1526(2004)号第1617(2005)号决议", "第1526(2004)号", {"symbol": "S/RES/1526 (2004)"}),
            ("大会第56/253(A/56/800)和第57/304号决议", "第56/253", {"symbol": "A/RES/56/253"}),
            ("安全理事会第242和338号决议", "338号决议", {"symbol": "S/RES/338 (1973)"}),
            ("大会第1874(SIV)号决议", "第1874(SIV)号决议", {"symbol": "A/RES/1874(S-IV)"}),
            ("安理会1373号决议", "1373号决议", {"symbol": "S/RES/1373 (2001)"}),
            ("麻醉药品委员会第62/1号决议", "第62/1号决议", {"symbol": "E/CN.7/RES/62/1"}),
            ("人权理事会第S-16/1号决议", "第S-16/1号决议", {"symbol": "A/HRC/RES/S-16/1"}),
            ("大会第ES-11/1号决议", "第ES-11/1号决议", {"symbol": "A/RES/ES-11/1"}),
            ("大会第1237(紧特三)号决议", "第1237(紧特三)号决议", {"symbol": "A/RES/1237(ES-III)"}),
            ("按照第62/1号决议", "第62/1号决议", {"symbol": None}),
            ("其2007年11月6日第62/7号决议", "第62/7号决议", {"symbol": "A/RES/62/7"}),
            ("2008年3月28日第62/7号决议", "第62/7号决议", {"symbol": "A/RES/62/7"}),
            ("2008年1月17日关于经费筹措的第62/9号决议", "第62/9号决议", {"symbol": "A/RES/62/9"}),
            ("2019年3月22日第62/7号决议", "第62/7号决议", {"symbol": None}),
            ("委员会2007年11月6日第62/7号决议", "第62/7号决议", {"symbol": None}),
            ("重申1559(2004)1680(2006)1701(2006)号决议", "1559(2004)", {"symbol": "S/RES/1559 (2004)"}),
            ("第1559(2004)第1680(2006)号决议", "第1559(2004)", {"symbol": "S/RES/1559 (2004)"}),
            ("大会第52/15 A号和B号决议", "B号决议", {"symbol": "A/RES/52/15 B"}),
            ("WHA66.10决议", "WHA66.10决议", {"symbol": "WHA66.10"}),
            ("第1328(2000)号关于设立特派团的决议", "第1328(2000)号", {"kind": "resolution", "symbol": "S/RES/1328 (2000)"}),
            ("第70号决议(WRC-12，修订版)", "第70号决议", {"kind": "resolution", "symbol": None}),
            ("教科文组织第38 C/17号决议", "第38 C/17号决议", {"kind": "resolution", "symbol": "38 C/17"}),
            ("执行局第202 EX/8号决定", "第202 EX/8号决定", {"kind": "decision", "symbol": "202 EX/8"}),
            ("回顾2001年11月29日题为“导弹”的第56/24号决议", "第56/24号决议", {"symbol": "A/RES/56/24"}),
            ("一九八五年十二月十二日第40/18号决议", "第40/18号决议", {"symbol": "A/RES/40/18"}),
            ("第IDB.42/Dec.3号决定", "第IDB.42/Dec.3号决定", {"kind": "decision", "symbol": "IDB.42/Dec.3"}),
            ("第BS-VI/3号决定", "第BS-VI/3号决定", {"kind": "decision", "symbol": None}),
        ),
        skips=("第2085号总统决定", "宪法法院第123/2010号决定", "第75/196号决议草案", "根据第25条所决定的", "部长会议第12/4号决议", "内阁会议第31号决定", "第43号法令", "第1701号决议第5段", "安理会注意到议会第1701号决议", "安理会收到第12号决议"),
    ),
    Rule(
        id="document.resolution_before_number",
        pattern=re.compile(rf"决议(?<![号一该项同本届条]决议)案?(?:第 ?)?(?P<number>(?:E?S-)?\d{{1,3}}/\d{{1,3}}(?![\d/])|\d{{1,4}} ?\((?:(?:19|20)\d\d|[IVXL]{{1,7}})\)|{IN_CHARACTERS})号?"),
        build=_afterwards,
        finds=(
            ("安理会决议1325(2000)", "决议1325(2000)", {"kind": "resolution", "symbol": "S/RES/1325 (2000)"}),
            ("大会决议案一五一四(十五)", "决议案一五一四(十五)", {"symbol": "A/RES/1514(XV)"}),
            ("决议案七十三(一九四九)所载办法", "决议案七十三(一九四九)", {"symbol": "S/RES/73 (1949)"}),
            ("大会决议案一一二〇(紧特二)", "决议案一一二〇(紧特二)", {"symbol": "A/RES/1120(ES-II)"}),
        ),
        skips=("通过该决议3/4的成员", "决议草案1/2"),
    ),
    Rule(
        id="document.decision_before_number",
        pattern=re.compile(rf"决定(?<![号一该项同本届条的]决定) ?(?P<number>{CONFERENCES})(?![A-Za-z0-9./]|号)"),
        build=_afterwards,
        finds=(("根据决定4/COP.7，", "决定4/COP.7", {"kind": "decision", "symbol": None}), ("见决定VII/30附件", "决定VII/30", {"symbol": None})),
        skips=("该决定4/COP.7号文件", "决定3/4的席位", "由其决定IV类"),
    ),
    agency_symbols.RULE,
)


def _shared(folded: str, members: list[Candidate]) -> Iterator[Candidate]:
    """The members of a list; those whose body nothing else tells get the one that the others have."""
    organs = {str(m.fields["symbol"]).partition("/RES/" if m.fields["kind"] == "resolution" else "/DEC/")[0] for m in members if m.fields["symbol"]}
    for member in members:
        symbol = cast("str | None", member.fields["symbol"])
        inferred: tuple[str, ...] = ()
        if symbol and symbol.startswith("S/RES/") and "(" not in folded[member.start : member.end]:
            inferred = ("symbol: the year of the number",)
        if symbol is None and len(organs) == 1 and (match := _NUMBER.search(folded, member.start, member.end)):
            noun: Noun = "resolution" if member.fields["kind"] == "resolution" else "decision"
            symbol = symbol_of(next(iter(organs)), read_number(match[0]), noun)
            inferred = ("symbol: body of the list",) if symbol else ()
        yield member._replace(fields={**member.fields, "symbol": symbol}, inferred=inferred)


def _near_nouns(folded: str, rule: Rule) -> Iterator[Finding]:
    """The matches of a rule in the stretches of lines that lead to 决议 or 决定."""
    done = 0
    for noun in _NOUNS.finditer(folded):
        start = max(done, noun.start() - _WINDOW, folded.rfind("\n", done, noun.start()) + 1)
        done = noun.end()
        while (first := _FIRST.search(folded, start, done)) is not None:
            match = rule.pattern.match(folded, first.start(), done)
            start = first.end() if match is None else match.end()
            if match is not None:
                yield finding(rule, match)


def _of_council(reading: Reading, veto: Veto) -> Finding:
    """A resolution that has no more than a number, where the document tells that it is the Security Council's."""
    number = _NUMBER.search(reading.folded, veto.start, veto.end)
    closed = noun_after(reading.folded, veto.end)
    if veto.reason != _ALONE or number is None or closed is None or closed[0] != "resolution":
        return veto
    if not number[0].isdecimal() or not councils(reading, int(number[0]), veto.start):
        return veto
    symbol = symbol_of("S", read_number(number[0]), "resolution")
    return Candidate("document", veto.start, veto.end, veto.rule, {"kind": "resolution", "symbol": symbol})


def _cited(reading: Reading) -> Iterator[Finding]:
    """Resolutions and decisions with their full spans, list by list."""
    folded = reading.folded
    members: list[Candidate] = []
    for match_found in _near_nouns(folded, RULES[1]):
        found = _of_council(reading, match_found) if isinstance(match_found, Veto) else match_found
        if isinstance(found, Veto):
            if found.reason != _NO_NOUN:
                yield found
            continue
        closed = noun_after(folded, found.end)
        member = found._replace(end=closed[1] if closed else found.end)
        if members and not _JOINED.fullmatch(folded, members[-1].end, member.start):
            yield from _shared(folded, members)
            members = []
        members.append(member)
        members += _parts(folded, member)
    yield from _shared(folded, members)


def _parts(folded: str, member: Candidate) -> Iterator[Candidate]:
    """The further parts of a resolution, whose number the text does not repeat: B号决议 in 第50/117 A号和B号决议."""
    number = _NUMBER.search(folded, member.start, member.end)
    position = member.end
    while number is not None and (match := _PART.match(folded, position)) is not None:
        closed = noun_after(folded, match.end())
        symbol = re.sub(" [A-Z]$", f" {match['letter']}", str(member.fields["symbol"] or "")) or None
        yield member._replace(start=match.start("letter"), end=closed[1] if closed else match.end(), fields={**member.fields, "symbol": symbol})
        position = match.end()


def extract(reading: Reading) -> Iterator[Finding]:
    """The symbols, resolutions and decisions of the text."""
    folded = reading.folded
    if "/" in folded:
        for match in matches_from(reading.once(latin_words), symbols.PATTERN, folded):
            found = finding(RULES[0], match)
            yield found
            if isinstance(found, Candidate):
                yield from shortened(folded, found)
    yield from agency_symbols.find(reading)
    if "决" in folded:
        yield from _cited(reading)
        yield from scan(RULES[2:4], folded)
