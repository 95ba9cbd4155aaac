"""Numbers of resolutions and decisions, and the symbols that organs make of them.

How the organs number: the General Assembly by session since its thirty-first (75/196), before that through all sessions
with the session in Roman numerals (3281(XXIX)); the Security Council through all years with the year in brackets
(2396 (2017)); the Economic and Social Council by year since 1978 (2021/25), before that like the Assembly (1576(L)); the
Human Rights Council, functional commissions and conferences of parties by session (48/13, 30/1, 8/9). Commissions and
conferences have no series of their own; their symbols here (E/CN.7/RES/63/1, CTOC/COP/RES/10/5) follow the same pattern.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

Noun: TypeAlias = Literal["resolution", "decision"]
Shape: TypeAlias = Literal["session", "year", "special", "emergency", "dated", "roman", "bare", "own", "treaty"]

_LETTERS: Final = r"(?: ?[A-Z](?:(?:至|-|和|及|、) ?[A-Z])?(?![A-Za-z0-9/.\-]))"
_SLASH: Final = rf"(?:E?S-)?\d{{1,4}}/\d{{1,4}}(?![\d/]){_LETTERS}?"
_BRACKET: Final = rf"\d{{1,4}}{_LETTERS}? ?\((?:(?:19|20)\d\d|(?:E?S-?)?[IVXLC]{{1,8}}|ORG-\d{{1,2}})\){_LETTERS}?"
_OWN: Final = (
    r"IDB\.\d{1,3}/Dec\.\d{1,3}|GC\.\d{1,3}/(?:Res|Dec)\.\d{1,3}|GC\(\d{1,3}\)/(?:RES|DEC)/\d{1,3}[A-Z]?|WHA\d{1,3}\.\d{1,3}|EB\d{1,3}\.R\d{1,3}"
    r"|[A-Z]{1,5}\.\d{1,4}\(\d{1,3}\)|A ?\d{1,3}-\d{1,3}(?!\d)|C-DEC \d{1,3}/\d{1,3}|Conf\. ?\d{1,2}\.\d{1,2}|[1-4]\d ?C/\d{1,3}(?![\d/])|[12]?\d\d EX/\d{1,3}(?:\.[IVX]{1,4})?(?![\d/])"
)
_TREATY: Final = r"(?:SS\.)?[IVXL]{1,7}/\d{1,3}|\d{1,3}/(?:CP|CMP|CMA|COP|MOP)\.\d{1,3}|(?:BC|RC|SC|MC|OEWG|RS|BS|NP|CP|VC|IG|ES)-[\dIVX]{1,5}/\d{1,3}|[A-Z]{3,5}/COP\d{1,2}\(\d{1,3}\)"
CONFERENCES: Final = rf"(?:{_TREATY})"
"""Pattern of a number as conferences of parties write it: 1/CP.17, VII/30, BC-10/2."""
STRONG: Final = rf"(?:{_BRACKET}|{_SLASH}|{_OWN}|{_TREATY})"
"""Pattern of a number whose form alone shows that it is of a resolution or decision, or is at least unusual elsewhere."""
BARE: Final = r"\d{1,4}(?![\d/(.%])"
"""Pattern of a number alone."""

_PARTED: Final = re.compile(
    r"(?P<session>(?:E?S-)?\d{1,4})/(?P<number>\d{1,4})(?P<letters>.{0,8})"
    r"|(?P<serial>\d{1,4})(?P<before>[^(]{0,8})\((?P<bracket>[^()]{1,12})\)(?P<after>.{0,8})"
    r"|(?P<bare>\d{1,4})",
)
_OWN_WHOLE: Final = re.compile(_OWN)
_LOST_HYPHEN: Final = re.compile(r"(?<=\A)S(?=[IVX])|(?<=\AE)S(?=[IVX])")  # 1874 (SIV), 2252 (ESV)
_ROMAN_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

# The last resolution that the Security Council adopted in each year from 1946 on.
_COUNCIL_YEARS: Final = (
    15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 169, 176, 185, 199, 219, 232, 244, 262, 275, 291, 307, 324, 344,
    366, 384, 402, 422, 443, 461, 484, 499, 529, 545, 559, 580, 593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284,
    1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671,
    2721, 2767,
)  # fmt: skip


class Number(NamedTuple):
    """The number of a resolution or decision, taken apart.

    Attributes:
        shape: which way of numbering it shows.
        session: session, special session (S-30) or year before the stroke; year or Roman numeral in brackets; "" if none.
        number: the number itself; the whole text where the body has a notation of its own.
        letters: of the part (B, A-D), "" if none.
    """

    shape: Shape
    session: str
    number: str
    letters: str = ""


def read_number(text: str) -> Number:
    """Take a number matched by `STRONG` or `BARE` apart.

    >>> read_number("74/550 B"), read_number("217 A (III)").session, read_number("ES-11/1").shape, read_number("X/20").shape
    (Number(shape='session', session='74', number='550', letters='B'), 'III', 'emergency', 'treaty')
    >>> read_number("1874 (SIV)").session, read_number("2252 (ES-V)").session
    ('S-IV', 'ES-V')
    """
    if _OWN_WHOLE.fullmatch(text):
        return Number("own", "", text)
    match = _PARTED.fullmatch(text)
    if match is None:
        return Number("treaty", "", text)
    if match["bare"]:
        return Number("bare", "", match["bare"])
    if match["bracket"]:
        shape: Shape = "dated" if match["bracket"].isdigit() else "roman"
        return Number(shape, _LOST_HYPHEN.sub("S-", match["bracket"]), match["serial"], _plain(match["before"] + match["after"]))
    session = match["session"]
    shape = "emergency" if session.startswith("E") else "special" if session.startswith("S") else "year" if len(session) == 4 else "session"
    return Number(shape, session, match["number"], _plain(match["letters"]))


def _plain(letters: str) -> str:
    return "-".join(c for c in letters if c.isalpha() and c.isascii())


def roman(numeral: str) -> int:
    """The value of a Roman numeral.

    >>> roman("XXIX"), roman("LX")
    (29, 60)
    """
    values = [_ROMAN_DIGITS[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def council_year(number: int) -> int | None:
    """The year in which the Security Council adopted a resolution; None for one later than the list here goes.

    >>> council_year(242), council_year(1325), council_year(9999)
    (1967, 2000, None)
    """
    index = bisect_left(_COUNCIL_YEARS, number)
    return 1946 + index if index < len(_COUNCIL_YEARS) else None


def is_national(number: Number) -> bool:
    """Whether a number is of the form number/year that laws and courts of states use and no organ does: 123/2010."""
    return number.shape == "session" and 1900 <= int(number.number) <= 2100


def _assembly(n: Number, noun: Noun) -> bool:
    if n.shape == "session":
        return int(n.session) > 30 and (noun == "resolution" or int(n.number) > 300)
    if n.shape == "roman":
        return "ORG" not in n.session and ("S-" in n.session or roman(n.session) <= 30)
    return n.shape in ("special", "emergency")


def _security_council(n: Number, noun: Noun) -> bool:
    return noun == "resolution" and n.shape in ("dated", "bare") and int(n.number) > 0


def _social_council(n: Number, _: Noun) -> bool:
    if n.shape == "roman":
        return "S-" not in n.session and ("ORG" in n.session or roman(n.session) <= 63)
    return n.shape == "year" and int(n.session) >= 1978 and int(n.number) < 400


def _human_rights_council(n: Number, noun: Noun) -> bool:
    if n.shape not in ("session", "special") or is_national(n):
        return False
    return int(n.number) < 100 or noun == "decision"


def _commission(n: Number, _: Noun) -> bool:
    return n.shape in ("session", "special") and int(n.number) < 60


def _yearly(n: Number, _: Noun) -> bool:
    return n.shape == "year"


def _sessions(n: Number, _: Noun) -> bool:
    return n.shape == "session" and int(n.session) < 31 and int(n.number) < 60


_FITS: Final[Mapping[str, Callable[[Number, Noun], bool]]] = {
    "A": _assembly,
    "S": _security_council,
    "E": _social_council,
    "A/HRC": _human_rights_council,
    "CAC/COSP": _sessions,
    "CTOC/COP": _sessions,
    "UNEP/EA": _sessions,
    "E/CN.4": _yearly,
    "E/CN.9": _yearly,
}
_LATEST: Final[Mapping[str, Callable[[int], int]]] = {
    "A": lambda year: year - 1945,
    "A/HRC": lambda year: 3 * (year - 2006) + 2,
    "E/CN.6": lambda year: year - 1956,
    "E/CN.7": lambda year: year - 1957,
    "E/CN.15": lambda year: year - 1991,
    "CAC/COSP": lambda year: (year - 2004) // 2 + 1,
    "CTOC/COP": lambda year: (year - 2002) // 2 + 1,
}


def fits(organ: str, number: Number, noun: Noun) -> bool:
    """Whether an organ, given by the opening of its symbols, numbers its resolutions or decisions in this way.

    >>> fits("A", read_number("30/1"), "resolution"), fits("E/CN.15", read_number("30/1"), "resolution")
    (False, True)
    """
    return _FITS.get(organ, _commission)(number, noun)


def possible(organ: str, number: Number, noun: Noun, year: int) -> bool:
    """Whether an organ numbers so and can have reached the session by a year.

    >>> possible("E/CN.7", read_number("62/1"), "resolution", 2021), possible("E/CN.7", read_number("70/1"), "resolution", 2021)
    (True, False)
    """
    if not fits(organ, number, noun):
        return False
    return number.shape != "session" or organ not in _LATEST or int(number.session) <= _LATEST[organ](year)


def symbol_of(organ: str, number: Number, noun: Noun) -> str | None:
    """The symbol of an organ's resolution or decision; None where the organ does not number so.

    >>> symbol_of("A", read_number("74/550 B"), "decision"), symbol_of("S", read_number("1325"), "resolution")
    ('A/DEC/74/550 B', 'S/RES/1325 (2000)')
    >>> symbol_of("E", read_number("1576 (L)"), "resolution"), symbol_of("CAC/COSP", read_number("8/9"), "resolution")
    ('E/RES/1576(L)', 'CAC/COSP/RES/8/9')
    """
    if not fits(organ, number, noun):
        return None
    if organ == "S":
        year = number.session or council_year(int(number.number))
        return f"S/RES/{number.number} ({year})" if year else None
    letters = f" {number.letters}" if number.letters else ""
    if organ == "UNEP/EA":
        return f"UNEP/EA.{number.session}/{'Res' if noun == 'resolution' else 'Dec'}.{number.number}"
    series = f"{organ}/{'RES' if noun == 'resolution' else 'DEC'}"
    if number.shape == "roman":
        return f"{series}/{number.number}({number.session}){letters}"
    return f"{series}/{number.session}/{number.number}{letters}"


def by_form(number: Number, noun: Noun) -> str | None:
    """The symbol that the form of a number alone tells; None where several organs number so.

    A year in brackets is the Security Council's if its list of that year holds the number. A Roman numeral after a number
    that no other organ had reached by its session, an emergency session, and a session after the thirtieth with a number
    beyond what councils and commissions adopt in one, or with the letter of a part, are the General Assembly's. A year before a stroke is the Economic
    and Social Council's since the Commission on Human Rights, which numbered alike, is gone; decisions from 201 on always.

    >>> by_form(read_number("2133 (2014)"), "resolution"), by_form(read_number("75/196"), "resolution")
    ('S/RES/2133 (2014)', 'A/RES/75/196')
    >>> by_form(read_number("62/1"), "resolution"), by_form(read_number("267(2009)"), "decision")
    (None, None)
    """
    organ = _organ_by_form(number, noun)
    return number.number if number.shape == "own" else symbol_of(organ, number, noun) if organ else None


def _organ_by_form(number: Number, noun: Noun) -> str | None:
    value = int(number.number) if number.number.isdigit() else 0
    decision = noun == "decision"
    match number.shape:
        case "dated":
            organ, told = "S", not decision and _council_adopted(value, number.session)
        case "roman":
            session = 0 if "-" in number.session else roman(number.session)
            organ, told = "A", "S-" in number.session or (1 <= session <= 30 and value > 45 * session)
        case "session":
            organ, told = "A", int(number.session) > 30 and (400 <= value < 900 if decision else 60 <= value < 1900 or bool(number.letters))
        case "year":
            organ, told = "E", 200 < value < 400 if decision else int(number.session) > 2006 and value > 3
        case shape:
            organ, told = "A", shape == "emergency"
    return organ if told else None


def _council_adopted(number: int, year: str) -> bool:
    known = council_year(number)
    return str(known) == year or (known is None and year > str(1945 + len(_COUNCIL_YEARS)) and number < 4000)
