"""Symbols of United Nations documents: A/76/122, E/CN.15/2021/17, S/RES/2396 (2017).

A symbol tells the organ, the body below it, the session or year, the kind of document and its number, and how the text was
changed since. All language versions of a document share its symbol. Sources: the symbols guide of the Dag Hammarskjöld
Library (research.un.org/en/docs/symbols) and the United Nations Editorial Manual.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, TypeAlias

from unodc_report.errors import ReadingError
from unodc_report.patterns import lazy

Kind: TypeAlias = Literal["resolution", "decision", "document"]

PRINCIPAL: Final = frozenset({"A", "S", "E", "T", "ST"})
"""The principal organs: one or two letters, so that what follows must look like a symbol."""

SERIES: Final = frozenset("""
    A S E T ST ACABQ ACC APLC AT BWC CAC CAT CBD CCM CCPR CCW CD CDIP CEB CED CEDAW CEP CERD CES CICP CLCS CMW COP CRC CRPD CTBT CTOC DC DP
    EB EC ECA ECE ECESA ECLAC EIF ENERGY ESCAP ESCWA FCCC GC GEF GOV HLPF HONEURO HONLAC HONLAF HONLAP HONLEA HRI HS HSP
    ICC ICCD ICEF ICSC ID IDB INCB INFCIRC INT IPBES ISBA ISDR ITC ITCPAC JAB JIU JSPB LC LEG LI LOS MEM MM MP MSC MEPC NPT OPCW PBC PCNICC PCT
    PBSO PPD SAICM SCAF SCCR SCP SCT SEF SG SPLOS STAT TD TRADE TRANS UNAIDS UNAT UNCTAD UNDP UNDT UNECE UNEP UNFF UNFPA UNHCR UNICEF UNIDO UNITAR UNODC UNOPS UNU
    UNRISD UNSCEAR UNW WFP WHA WIPO WO WSSD WT
""".split())  # noqa: SIM905  # a list literal of this length could not be read
"""Opening words of the series of documents of the United Nations and its family."""

SUBDIVIDED: Final = frozenset({"EB", "IDB", "GC", "MP", "PBC", "UNEP", "ICC-ASP", "CTBT-Art", "DP-FPA", "FAO", "GB", "TD", "AVIATION"})
"""Series that set a number or a second word with a dot, a bracket or a hyphen (IDB.42/3, GC(59)/RES/10, UNEP(DTIE)/Hg/COP.1/29)."""

_ROMAN: Final = "[IVXLC]{1,8}"
_SESSION: Final = rf"\((?:(?:19|20)\d\d|(?:E?S-)?{_ROMAN}|ORG-\d{{1,2}})\)"
_LETTERS: Final = r"(?: ?[A-Z](?![A-Za-z0-9./(])(?:-[A-Z](?![A-Za-z0-9./]))?)"
_WORD: Final = r"[A-Z][A-Za-z]{0,11}"
_PART: Final = (
    r"(?:E?S-\d{1,2}(?!\d)"  # a special session
    r"|\d{1,2}-\d{1,2}(?=/(?:Add|Corr|Rev)\.)"  # reports combined in one: CRC/C/NZL/Q/3-4/Add.1
    r"|\d{1,6}(?=Chinese|English|Original|Distr|GE\.\d|(?:Add|Corr|Rev)\.\d|E/CN?\.\d)"  # a number to which a converter glued what follows
    r"|\d{1,6}(?:[A-Z](?:-[A-Z])?)?(?![A-Za-z0-9])"  # a session, year or number
    r"|\(\d{1,3}\)"
    r"|(?:SR|PV) \d{1,5}(?![A-Za-z0-9])"  # SR 1464: a record whose dot is lost
    rf"|{_WORD}(?:\. ?(?:\d{{1,5}}[A-Za-z]?|[A-Za-z]{{1,12}})(?![A-Za-z0-9])){{0,3}}(?![A-Za-z0-9]))"  # CN.15, L.4, Rev.1, RES
    r"(?:\((?:\d{1,3}|[A-Z]{2,8}|S-[IVXLC]{1,7}|SES\.\d{1,3}/\d{1,3})\)"
    r"| ?\((?:Part|Vol\.|Sect\.|Prog\.) ?(?:[IVX\d]{1,4}|\d{1,2}[A-H])\)| ?\(Introduction\)| ?\((?:SUPP|supp)\)|\[Vol\. ?[IVX]{1,4}\]){0,2}"
)
_START: Final = r"(?:(?<![A-Za-z0-9/.@_\-].)|(?<=\dE)(?=/CN?\.\d))"  # behind the first letter: a pattern that opens with a set is found faster
_AFTER_FIRST: Final = r"[A-Za-z]{0,11}(?:-[A-Z][A-Za-z]{1,4})?(?:\.[A-Za-z0-9]{1,6}|\([A-Z0-9]{1,5}\))?"
_ORGAN: Final = f"[A-Z]{_AFTER_FIRST}"
_SLASH: Final = r" ?/{1,2} ?"
_REST: Final = rf"(?:{_SLASH}{_PART}){{1,9}}(?:(?: ?[A-Z](?= ?\())? ?{_SESSION})?{_LETTERS}?"
_RANGE: Final = r"-(?:[A-Z][A-Za-z]{0,3}\.)?\d{1,5}(?![\dA-Za-z/.])"
PATTERN: Final = re.compile(rf"[A-Z]{_START}{_AFTER_FIRST}{_REST}(?:{_RANGE}|(?:\*{{0,2}}-{_ORGAN}{_REST}){{0,2}})")
"""A symbol, or two joined by a hyphen, in running text; whether it is one, `parse` decides."""

_WHOLE: Final = re.compile(rf"(?P<organ>{_ORGAN})(?P<parts>(?:{_SLASH}{_PART}){{1,9}})(?:(?P<range>{_RANGE})|(?: ?(?P<session>{_SESSION}))?(?P<letters>{_LETTERS})?)\*{{0,3}}")
_JOINT: Final = re.compile(r"(?<=[\d)*])-(?=[A-Z][A-Za-z]{0,11}(?:-[A-Z]{2,4})?(?:\(\d{1,3}\))?/)")
_STRICT_PART: Final = re.compile(r"\d|E?S-\d|[A-Z][A-Za-z]*\.|[A-Z]{2,}\b")
_SLASHES: Final = re.compile(_SLASH)
_LOOSE: Final = re.compile(r"\. (?=\d)(?![^(]*\))")  # CONF. 234, but (Sect. 16)
_RECORD: Final = re.compile(r"(SR|PV) (?=\d)")
_GLUED: Final = lazy(r"(\d{1,6})([A-Z](?:-[A-Z])?)")
_SUFFIX: Final = re.compile(r"(add|corr|rev|amend|summary|excerpt)\b", re.IGNORECASE)
_TYPE: Final = re.compile(r"(?:^|/)(?:(RES|Res\.\d+|Res)|(DEC|Dec\.\d+|Dec))(?:/|$)")
_LIBRARY: Final = lazy(r"(?:A|E)/DEC/|E/CN\.\d+/(?:RES|DEC)/|CAC/COSP/(?:RES|DEC)/|CTOC/COP/(?:RES|DEC)/")
_LANGUAGES: Final = frozenset({"ar", "zh", "en", "fr", "ru", "es"})


class Symbol(NamedTuple):
    """A document symbol, taken apart.

    Attributes:
        organ: the series it opens with: A, CAC, UNEP, ….
        parts: what stands between strokes after it, suffixes left out, each in its usual case.
        suffixes: Add.1, Corr.2, Rev.1, Summary, …
        session: what stands in brackets at the end: a year or a session in Roman numerals; None if nothing does.
        letters: the letter of a part of a resolution (B, or A-D for several); None if there is none.
        twin: the second symbol of a document that has two.
    """

    organ: str
    parts: tuple[str, ...]
    suffixes: tuple[str, ...] = ()
    session: str | None = None
    letters: str | None = None
    twin: Symbol | None = None

    @property
    def kind(self) -> Kind:
        """What the symbol names: a resolution, a decision, or any other document.

        >>> parse("S/RES/2396(2017)").kind, parse("A/DEC/74/550 B").kind, parse("UNEP/EA.4/Res.1").kind, parse("A/76/122").kind
        ('resolution', 'decision', 'resolution', 'document')
        """
        found = _TYPE.search("/".join(self.parts))
        if found is None:
            return "document"
        return "resolution" if found[1] else "decision"

    def __str__(self) -> str:
        """The canonical form: single strokes, no blanks, but one before a year in brackets and before letters."""
        text = "/".join((self.organ, *self.parts, *self.suffixes))
        if self.session:
            text += f" ({self.session})" if self.session.isdigit() else f"({self.session})"
        if self.letters:
            text += f" {self.letters}"
        return f"{text}-{self.twin}" if self.twin else text


def parse(text: str) -> Symbol:
    """The symbol that the whole text is.

    ::

        symbol  = single [ "-" single ]                        two symbols of one document are joined by a hyphen
        single  = organ 1*9( "/" part ) [ session ] [ letters ]
        organ   = A | S | E | T | ST | CAC | CTOC | UNODC | …   (SERIES)
        part    = body | session or year | type | number | suffix, with a bracket: COP(11), (Part I), [Vol.I]
        body    = AC.n C.n CN.n CONF.n GC.n PC SC.n Sub.n WG.n EG.n
        type    = RES DEC L.n INF CRP.n WP.n PV.n SR.n PRST NGO
        suffix  = Add.n | Corr.n | Rev.n | Amend.n | Summary
        session = "(" year | Roman numeral | "S-" Roman | "ORG-" n ")"
        letters = capital [ "-" capital ]                       the part of a resolution

    Blanks beside strokes, double strokes, and capitals in suffixes are read as what they stand for.

    Raises:
        ReadingError: the text is no symbol; its position is where reading stopped.

    >>> str(parse("S/2001/521/ADD.1")), str(parse("S/2014//502")), str(parse("S/RES/2396(2017)")), str(parse("A/RES/37/235A-D"))
    ('S/2001/521/Add.1', 'S/2014/502', 'S/RES/2396 (2017)', 'A/RES/37/235 A-D')
    >>> str(parse("CRC/C/SR 1464"))
    'CRC/C/SR.1464'
    >>> str(parse("A/RES/217 A (III)")), parse("E/2021/30-E/CN.15/2021/17").twin.parts
    ('A/RES/217(III) A', ('CN.15', '2021', '17'))
    >>> parse("A/H1N1")
    Traceback (most recent call last):
    unodc_report.errors.ReadingError: no document symbol:
      A/H1N1
        ^
    """
    pieces = _JOINT.split(text)
    if len(pieces) > 2:
        raise ReadingError(text, len(pieces[0]) + len(pieces[1]) + 1, "more than two symbols")
    twin = _single(text, pieces[1], len(pieces[0]) + 1, None) if len(pieces) == 2 else None
    return _single(text, pieces[0], 0, twin)


def _single(text: str, piece: str, offset: int, twin: Symbol | None) -> Symbol:
    # The letter of a part may stand before the session: 217 A (III).
    moved = re.sub(rf"( ?[A-Z])( ?{_SESSION})\Z", r"\2\1", piece) if piece.endswith(")") and "/RES/" in piece else piece
    match = _WHOLE.match(moved)
    if match is None:
        raise ReadingError(text, offset + len(re.match(rf"(?:{_ORGAN}{_SLASH})?", piece)[0]), "no document symbol")  # type: ignore[index]
    if match.end() != len(moved):
        raise ReadingError(text, offset + match.end(), "no document symbol")
    organ = match["organ"]
    parts = [_tidy(part) for part in _SLASHES.split(match["parts"]) if part]
    if match["range"]:
        parts[-1] += match["range"]
    _check(text, offset, organ, parts)
    first = next((i for i, part in enumerate(parts) if _SUFFIX.match(part) and i), len(parts))
    session = match["session"]
    letters = match["letters"]
    if letters is None and "RES" in parts and (glued := _GLUED.fullmatch(parts[-1])):
        parts[-1], letters = glued[1], glued[2]
    return Symbol(organ, tuple(parts[:first]), tuple(parts[first:]), session and session[1:-1], letters and letters.strip(), twin)


def _tidy(part: str) -> str:
    part = _RECORD.sub(r"\1.", _LOOSE.sub(".", part)).replace(" (supp)", "(SUPP)").replace("(supp)", "(SUPP)").replace(" (SUPP)", "(SUPP)")
    if found := _SUFFIX.match(part):
        return part[: found.end()].capitalize() + part[found.end() :]
    return part


def _check(text: str, offset: int, organ: str, parts: list[str]) -> None:
    """Refuse what has the shape of a symbol but cannot be one: HIV/AIDS, TCP/IP, A/H1N1."""
    name = organ.partition("(")[0].partition(".")[0]
    if not any(c.isdigit() for part in parts for c in part):
        raise ReadingError(text, offset, "no number in it")
    if len(parts) == 1 and parts[0].isdigit() and len(parts[0]) < 2 and organ.isalpha():
        raise ReadingError(text, offset + len(organ) + 1, "no document symbol")
    if name in PRINCIPAL:
        if not _STRICT_PART.match(parts[0]):
            raise ReadingError(text, offset + len(organ) + 1, "no document symbol")
    elif name in SUBDIVIDED or name in SERIES:
        if organ != name and name not in SUBDIVIDED:
            raise ReadingError(text, offset + len(name), "no document symbol")
    elif len(parts) < 2 or not name[:2].isupper() or not any(_TELLING.fullmatch(part) for part in parts):
        raise ReadingError(text, offset, "no series of the United Nations")


_TELLING: Final = lazy(r"(?:CRP|CONF|WG|WP|SR|PV|INF|Add|Corr|Rev|MSP|CN|AC|EG|CP|COP|L)\.\d+")


def kind_of(symbol: str) -> Kind:
    """What a symbol names.

    >>> kind_of("A/RES/75/196")
    'resolution'
    """
    return parse(symbol).kind


def address(symbol: str, language: str = "zh") -> str | None:
    """The address under which the United Nations serve a document; None for a symbol that libraries use but no file bears.

    Nothing is fetched. Decisions of the General Assembly, and resolutions of commissions and treaty conferences, are printed in
    session reports and have no address of their own. A document with two symbols is found under the first.

    Args:
        symbol: in any form that `parse` reads.
        language: ar, zh, en, fr, ru or es.

    Raises:
        ReadingError: no symbol.
        ValueError: no such language.

    >>> address("S/RES/2396 (2017)"), address("A/DEC/74/550 B")
    ('https://docs.un.org/zh/S/RES/2396(2017)', None)
    """
    if language not in _LANGUAGES:
        raise ValueError(f"language {language!r}: one of {', '.join(sorted(_LANGUAGES))}")
    parse(symbol)
    text = str(parse(_JOINT.split(symbol)[0]))
    if _LIBRARY.match(text):
        return None
    return f"https://docs.un.org/{language}/{text.replace(' ', '')}"
