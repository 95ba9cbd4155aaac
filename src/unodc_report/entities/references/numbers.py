"""Numbers of pointers, as patterns and in their normal form: 251、252及261-265, 三十一, XXIV, 55(1)和(2), 7(1)(九)."""

from __future__ import annotations

import re
from typing import Final

from unodc_report.entities.ordinals import AND, CHINESE, RANGE, ordinal
from unodc_report.patterns import lazy
from unodc_report.standards.resolutions import roman

_STEMS: Final = dict(zip("甲乙丙丁戊己子丑寅卯辰巳", "abcdefabcdef", strict=True))  # the Charter counts its items so
_CIRCLED: Final = {chr(0x3220 + i): str(i + 1) for i in range(10)} | {chr(0x2474 + i): str(i + 1) for i in range(20)}
BRACKETED: Final = rf"(?: ?\((?:\d{{1,3}}|[a-zA-Z]{{1,6}}|[一二三四五六七八九十百零〇{''.join(_STEMS)}]{{1,7}})\)|[㈠-㈩⑴-⒇])"
SEVERAL: Final = rf"(?:{BRACKETED}(?:{AND}(?= ?[(㈠-㈩⑴-⒇])|(?! ?[(㈠-㈩⑴-⒇]))){{1,7}}"  # in brackets, one or more
_NUMERAL: Final = r"[IVX]{1,7}(?:-[1-9](?:/\d{1,2})?|\.\d{1,2})?(?![A-Za-z0-9])"
_PLAIN: Final = rf"(?:\d{{1,5}}(?:\.\d{{1,4}}){{0,3}}(?:-?[A-Z](?![A-Za-z]))?|{CHINESE}|{_NUMERAL})"
ONE: Final = rf"{_PLAIN}{BRACKETED}{{0,4}}"
_NEXT: Final = rf"(?:{RANGE}第?|{AND})(?:{ONE}|{BRACKETED})"
LIST: Final = rf"(?P<numbers>{ONE}(?:{_NEXT}){{0,30}})"
OWN: Final = rf"(?={AND}第{ONE})"  # the measure word of a number follows the last of several with their own 第
ITEM: Final = rf"(?:{ONE}|{BRACKETED}{{1,2}}|[A-H](?![A-Za-z0-9]))"
_PIECE: Final = re.compile(rf"(?P<join>{RANGE}第?|{AND})?(?:(?P<plain>{_PLAIN})(?P<sub>{BRACKETED}{{0,4}})|(?P<alone>{BRACKETED}))")
_JOINS_A_RANGE: Final = re.compile(RANGE)
_BETWEEN_MEMBERS: Final = lazy(AND)
_ROMAN_NUMBER: Final = lazy("X{0,3}(?:IX|IV|V?I{0,3})")
_SUB: Final = re.compile(r"\(([^()]{1,8})\)|([㈠-㈩⑴-⒇])")


def _plain(text: str) -> str | None:
    """A number as the target gives it: 三十一 → 31, XXIV → 24, 10.103 and 66-4 as they stand."""
    if text[0].isdigit():
        return text
    if text[0].isascii():
        return _figures(text)
    value = ordinal(text)
    return None if value is None else str(value)


def _figures(text: str) -> str | None:
    """The value of a Roman numeral; one that a hyphen parts (the chapters II-1 and II-2 of a convention) stands as it is."""
    if "-" in text:
        return text
    numeral, point, rest = text.partition(".")
    return f"{roman(numeral)}{point}{rest}" if _ROMAN_NUMBER.fullmatch(numeral) else None


def _sub(text: str) -> str | None:
    """Bracketed subdivisions: (3), (A)(e), ㈡, (二)."""
    parts = []
    for match in _SUB.finditer(text):
        inner = match[1] or _CIRCLED[match[2]]
        value = inner if inner.isascii() else _STEMS.get(inner) or _plain(inner)
        if value is None:
            return None
        parts.append(f"({value})")
    return "".join(parts)


def numbers(text: str) -> str | None:
    """The numbers of a pointer in their normal form, None if they are none.

    >>> numbers("251、252及261-265"), numbers("55(1)和(2)"), numbers("三十一"), numbers("12至15"), numbers("66-4和66-5")
    ('251,252,261-265', '55(1),55(2)', '31', '12-15', '66-4,66-5')
    """
    if text.isdecimal():  # most are one number
        return text
    out = last = ""
    for match in _PIECE.finditer(text):
        if match["alone"]:
            number, sub = last, _sub(match["alone"])
        else:
            number, sub = _plain(match["plain"]) or "", _sub(match["sub"])
        if not number or sub is None:
            return None
        last = number
        join = match["join"]
        out += ("" if not out else "-" if join and _JOINS_A_RANGE.match(join) else ",") + number + sub
    return out or None


def beneath(words: str) -> list[str]:
    """What stands below an article, each in brackets: 三 → (3), 3(d) → (3)(d), 1和2 → (1) and (2), 3-5 → (3)-(5), (A)(e) as it stands.

    >>> beneath("三"), beneath("3 (d)"), beneath("1和2"), beneath("(A)(e)"), beneath("㈡"), beneath("(a)和(c)")
    (['(3)'], ['(3)(d)'], ['(1)', '(2)'], ['(A)(e)'], ['(2)'], ['(a)', '(c)'])
    >>> beneath("3-5")
    ['(3)-(5)']
    """
    if words.isascii() and words.isalpha() and len(words) == 1:
        return [f"({words})"]  # 第三条A款 of the agency's Statute
    if words.lstrip()[0] in "(㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩":
        subs = [_sub(piece) for piece in _BETWEEN_MEMBERS.split(words)]
        return [sub for sub in subs if sub] if all(subs) else []
    value = numbers(words)
    return ["-".join(map(_bracketed, one.split("-"))) for one in value.split(",")] if value else []


def _bracketed(number: str) -> str:
    """3(d) → (3)(d)."""
    whole, bracket, rest = number.partition("(")
    return f"({whole}){bracket}{rest}"


def under(value: str, words: str) -> str:
    """A number with each of the parts below it: 12 with (a)和(c) → 12(a),12(c), 9 with 3-5 → 9(3)-9(5); "" where they are none."""
    return ",".join("-".join(value + end for end in one.split("-")) for one in beneath(words))


INSERTED: Final = {"二": "bis", "三": "ter", "四": "quater", "五": "quinquies"}


def inserted(value: str, ordinal_word: str) -> str:
    """A paragraph that was put in after another: 5(8) with 之三 → 5(8 ter), 8 → 8 ter."""
    mark = f" {INSERTED[ordinal_word]}"
    return f"{value[:-1]}{mark})" if value.endswith(")") else value + mark
