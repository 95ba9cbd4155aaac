"""Numbers of resolutions in Chinese characters, as documents wrote them until the 1980s: 第一五一四(十五)号, 第五〇二(一九八二)号."""

from __future__ import annotations

import re
from typing import Final

from unodc_report.chinese.numerals import DIGITS, chinese
from unodc_report.patterns import lazy

_DIGIT: Final = "[一二三四五六七八九〇零○]"
_TENS: Final = r"[一二三四五六七八九]?十[一二三四五六七八九]?"
IN_CHARACTERS: Final = (
    rf"(?:\d{{1,4}}(?= ?[A-Z]? ?\([^IVXLC])|[一二三四五六七八九]{_DIGIT}{{0,3}}(?![十百])|[一二三四五六七八九]百(?:零[一二三四五六七八九]|{_TENS})?|{_TENS})(?: ?[A-Z])? ?"
    rf"\((?:[IVXLC]{{1,8}}|一九{_DIGIT}{{2}}|[一二三四五六]?十[一二三四五六七八九]?|(?:紧急?特(?:别|设)?|特别?|紧)?[一二三四五六七八九])\)"
)
"""Pattern of such a number, its first part in figures too where what is in brackets is not: in brackets a session, in either kind of numerals (特二 is a special one, 紧特四 an emergency one), or a year."""

SERIAL: Final = rf"[一二三四五六七八九]{_DIGIT}{{2,3}}(?=号)"
"""Pattern of a number alone: 第一五一四号."""
SESSION_BEHIND: Final = lazy(r"\((?:[IVXLC]{1,8}|[一二三四五六]?十[一二三四五六七八九]?|[一二三四五六七八九])\)")
"""The session of a number, set behind its noun: 第一五一四号决议(XV)."""
_SERIAL: Final = re.compile(rf"{_DIGIT}{{3,4}}")
_PARTS: Final = re.compile(r"(?P<serial>[一二三四五六七八九〇零○十百]+|\d+)(?P<letters> ?[A-Z]?) ?\((?P<bracket>[^()]+)\)")
_ROMAN: Final = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_YEAR: Final = 4
_SPECIAL: Final = lazy("(?P<emergency>紧急?)?(?:特(?:别|设)?)?(?P<session>.)")


def in_figures(text: str) -> str:
    """The number with figures for its characters; any other text as it is.

    >>> in_figures("十三(一)"), in_figures("五十二(一)")
    ('13(I)', '52(I)')
    >>> in_figures("一五一四(十五)"), in_figures("五〇二(一九八二)"), in_figures("二二〇〇 A(XXI)"), in_figures("二四二"), in_figures("75/196")
    ('1514(XV)', '502(1982)', '2200 A(XXI)', '242', '75/196')
    >>> in_figures("七十三(一九四九)"), in_figures("一百零九(一九五五)"), in_figures("一一二〇(紧特三)"), in_figures("1001(紧特一)")
    ('73(1949)', '109(1955)', '1120(ES-III)', '1001(ES-I)')
    """
    if _SERIAL.fullmatch(text):
        return _figures(text)
    match = _PARTS.fullmatch(text)
    if match is None:
        return text
    bracket = match["bracket"]
    if not bracket.isascii():
        bracket = _figures(bracket) if len(bracket) == _YEAR and bracket[0] == "一" else _session(bracket)
    return f"{_figures(match['serial'])}{match['letters']}({bracket})"


def _session(text: str) -> str:
    """The Roman numeral of a session, with the letters of a special one.

    >>> _session("十五"), _session("特二"), _session("紧特四")
    ('XV', 'S-II', 'ES-IV')
    """
    special = _SPECIAL.fullmatch(text) if text[0] in "特紧" else None
    if special is None:
        return _roman(int(chinese(text) or 0))
    return ("ES-" if special["emergency"] else "S-") + _roman(int(chinese(special["session"]) or 0))


def _figures(text: str) -> str:
    if text.isascii():
        return text
    if "十" in text or "百" in text:
        return str(chinese(text))
    return "".join(str(DIGITS["〇" if c == "○" else c]) for c in text)


def _roman(value: int) -> str:
    out = ""
    for size, numeral in _ROMAN:
        count, value = divmod(value, size)
        out += numeral * count
    return out
