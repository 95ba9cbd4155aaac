"""Numerals as Chinese texts write them, read to exact decimals.

Three writings, and what is common to them:

* Arabic digits, plain or grouped by commas or single blanks, with decimals and Chinese multipliers: 700,000 · 2 600万 ·
  17.315亿 · 1亿2 000万 · 3万4500
* Chinese numerals: 十五 · 一百二十三 · 两千零五 · 二〇二一 · 廿
* shares: 三分之一 · 百分之二十五 · 三成 · 八成五 · 半

An infix 多, 余 or 几 says that the number is passed (250多万, 十几); 数百, 几十, 上千 name a magnitude only; 两三, 七八 a range.
Everything here is about the language: which numerals count something is decided in `unodc_report.entities.quantities.rows`.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from unodc_report.chinese.characters import NO_LABEL

Qualifier: TypeAlias = Literal["exact", "about", "over", "at_least", "nearly", "under", "up_to"]

DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ZERO: Final = frozenset("零〇")
_PLACES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

_DECIMALS: Final = r"(?:\.\d{1,9}+(?!\d))?"
_UNLABELLED: Final = rf"(?<![第/.-])(?<!\d, )(?<!\d ,){NO_LABEL}"
_TORN: Final = rf"(?=\d{{1,3}}(?: ,|, )\d){_UNLABELLED}\d{{1,3}}(?:(?: ,|, )\d{{3}}){{1,4}}+(?! ?,? ?\d|[、，和及至与])"  # a converter set a blank beside the comma
_GROUPED: Final = rf"{_TORN}{_DECIMALS}|\d{{1,3}}(?:,\d{{3}}){{1,6}}+(?!,?\d){_DECIMALS}|\d{{1,3}}(?: \d{{3}}){{1,6}}+(?! ?\d){_DECIMALS}"
ARABIC: Final = rf"(?:(?<!\d)(?:{_GROUPED}|\d{{1,15}}+(?!\d){_DECIMALS}))"
"""Pattern of a number in Arabic digits. Groups are three digits and of one kind; 5 685700 is no group."""

_TENS: Final = "[十-千百]"
"""十, 百 or 千. 十 and 千 with the obsolete character between them are one range: a class of two compiles many times as fast as one of three."""
# 千 and 百 open the names of units (千克, 百分点) before they multiply.
_MULTIPLIER: Final = f"(?:万亿|{_TENS}?[万亿]|[百千](?![克米瓦卡焦赫帕分里年位字]))"
_CHINESE: Final = "[一二两三四五六七八九十百千万亿〇零廿卅]"
_RUN: Final = rf"(?:(?!千[克米瓦卡焦赫帕字]|百分[点之]|分之){_CHINESE}){{1,24}}+"
_VAGUE: Final = f"(?:成百上千|成千上万|[数几上](?:{_TENS}?[万亿]+|{_TENS}))"
_ONES: Final = r"(?:(?<=\d万)\d[ ,]?\d{3}(?![\d年月日号万亿千百]|[ ,./]\d|-\d(?!\d{0,3}万)))?"  # 1万5|270: four digits fill the places below 万
_PLAIN: Final = r"(?<!\d)\d{1,4}+(?![\d ,.多余几十百千万亿])|[一二两三四五六七八九十](?![一二两三四五六七八九十百千万亿〇零廿卅多余几])"
"""Most numbers: few digits or a single numeral, with which no more goes on. Tried first, they are told in half the time."""
NUMBER: Final = (
    rf"(?:{_PLAIN}|{ARABIC}(?:[多余几]?(?:{ARABIC}?{_MULTIPLIER}){{1,3}})?+{_ONES}(?:多(?!米尼)|余|几(?!内亚))?"
    rf"|{_VAGUE}[多余]?"
    rf"|{_RUN}(?:[多余几]{_MULTIPLIER}?)?)"
)
"""Pattern of a number in any writing but shares, infix included. It may match what is no number: `read` decides."""

_ARABIC_NUMBER: Final = re.compile(rf"(?P<digits>{ARABIC})(?P<infix>[多余几])?(?P<multiplier>{_MULTIPLIER})?(?P<rest>(?:{ARABIC}{_MULTIPLIER}){{0,2}})(?P<ones>{_ONES})(?P<tail>[多余几])?")
_PART: Final = re.compile(rf"({ARABIC})({_MULTIPLIER})")
_VAGUE_NUMBER: Final = re.compile(rf"[数几上](?P<magnitude>{_TENS}?[万亿]*)[多余]?")
_VAGUE_PHRASES: Final = {"成百上千": 100, "成千上万": 1000}
_CHINESE_NUMBER: Final = re.compile(rf"(?P<numeral>{_CHINESE}+)(?:(?P<infix>[多余几])(?P<multiplier>{_MULTIPLIER})?)?")
_SECTION: Final = re.compile(
    "[零〇]?(?:(?P<thousand>[一二两三四五六七八九])千)?[零〇]?(?:(?P<hundred>[一二两三四五六七八九])百)?[零〇]?"
    "(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?[零〇]?(?P<one>[一二三四五六七八九])?"
)
_NEIGHBOURS: Final = re.compile(rf"(?P<ten>十)?(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<multiplier>{_TENS}?[万亿]?)")
_SHARE: Final = re.compile(rf"(?P<base>{_CHINESE}{{1,9}})分之(?P<part>\d{{1,9}}(?:\.\d{{1,9}})?|{_CHINESE}{{1,9}})")
DECIMAL: Final = rf"{_CHINESE}{{1,9}}点[〇零一二三四五六七八九]{{1,6}}"
"""Pattern of a decimal in Chinese characters (零点三三). 三点五十分 is a time of day: use it where a share is stated."""
_DECIMAL_NUMBER: Final = re.compile(rf"(?P<whole>{_CHINESE}{{1,9}})点(?P<decimals>[〇零一二三四五六七八九]{{1,6}})")
_TENTHS: Final = re.compile(r"(?P<part>[一二两三四五六七八九1-9])成(?P<hundredths>[一二三四五六七八九半])?")
_HALVES: Final = frozenset({"半", "一半", "半数"})
_LONGEST: Final = 40  # characters; no text states more digits than this


class Number(NamedTuple):
    """A number as a text states it.

    Attributes:
        value: the stated number, exact; None for a range or a bare magnitude.
        low, high: the bounds of a range (两三 → 2, 3), or the least of a magnitude (数百 → 100, None).
        qualifier: how the statement relates to the truth: exact, about, over (多, 余), at_least, nearly, under, up_to.
    """

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = "exact"


def arabic(text: str) -> Decimal:
    """The value of digits matched by `ARABIC`.

    >>> arabic("33 776 130.00"), arabic("5,600")
    (Decimal('33776130.00'), Decimal('5600'))
    """
    return Decimal(text.replace(",", "").replace(" ", ""))


def multiplier(text: str | None) -> int:
    """The value of 万, 千万, 万亿, …; 1 for none.

    >>> multiplier("千万"), multiplier(None)
    (10000000, 1)
    """
    value = 1
    for place in text or "":
        value *= _PLACES[place]
    return value


@lru_cache(maxsize=4096)
def chinese(text: str) -> Decimal | None:
    """The value of a numeral in Chinese characters, None if it is not well formed.

    Places fall from left to right, and a last digit that skips a place needs 零: 一百零五, not 一百五, which speech uses for 150.

    >>> chinese("一亿二千万零五十"), chinese("二〇二一"), chinese("十五"), chinese("廿三"), chinese("三万亿"), chinese("二五〇万")
    (Decimal('120000050'), Decimal('2021'), Decimal('15'), Decimal('23'), Decimal('3000000000000'), Decimal('2500000'))
    >>> chinese("一百五"), chinese("百万"), chinese("十百"), chinese("三四")
    (None, None, None, None)
    """
    if text and all(c in DIGITS for c in text):
        return _positional(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "亿" not in text:
        return _below_yi(text, tail=False)
    head, _, rest = text.rpartition("亿")
    high, low = (None if "亿" in head else chinese(head)), _below_yi(rest, tail=True)
    return None if not high or low is None else high * 10**8 + low


def _positional(text: str) -> Decimal | None:
    """A single digit, or digits one by one as years and numbers are read out (二〇二一); 三四 is no number but a range."""
    if len(text) == 1:
        return Decimal(DIGITS[text])
    if "两" in text or (len(text) < 3 and text[1] not in _ZERO):
        return None
    return Decimal("".join(str(DIGITS[c]) for c in text))


def _below_yi(text: str, *, tail: bool) -> Decimal | None:
    if "万" not in text:
        return _below_wan(text, tail=tail)
    head, _, rest = text.partition("万")
    if not rest and len(head) > 2 and not _ZERO.isdisjoint(head) and all(c in DIGITS for c in head):  # 二五〇万, as older texts write
        return Decimal("".join(str(DIGITS[c]) for c in head)) * 10**4
    high, low = (Decimal(2) if head == "两" else _below_wan(head, tail=tail)), _below_wan(rest, tail=True)
    return None if not high or low is None else high * 10**4 + low


def _below_wan(text: str, *, tail: bool) -> Decimal | None:
    """The value of a numeral without 万 and 亿; `tail`: one of them stands before it, so it may be empty or begin with 零."""
    if not text:
        return Decimal(0) if tail else None
    match = _SECTION.fullmatch(text)
    if match is None or text[-1] in _ZERO or (not tail and text[0] in _ZERO):
        return None
    skips = match["one"] and not match["ten"] and (tail or match["thousand"] or match["hundred"])
    if skips and text[-2:-1] not in _ZERO:
        return None
    tens = match["tens"] or ("一" if match["ten"] else None)
    places = ((match["thousand"], 1000), (match["hundred"], 100), (tens, 10), (match["one"], 1))
    return Decimal(sum(DIGITS[digit] * place for digit, place in places if digit))


@lru_cache(maxsize=4096)
def read(text: str) -> Number | None:
    """What a numeral states, None if it is not one. The numeral fills the text; words such as 约 or 以上 are not read here.

    >>> read("250多万")
    Number(value=Decimal('2500000'), low=None, high=None, qualifier='over')
    >>> read("数百")
    Number(value=None, low=Decimal('100'), high=None, qualifier='about')
    >>> read("1亿2 000万").value, read("3万5200").value, round(read("三分之一").value, 4), read("两三").high, read("三四十").low
    (Decimal('120000000'), Decimal('35200'), Decimal('0.3333'), Decimal('3'), Decimal('30'))
    >>> read("百余").value, read("千余").qualifier, read("百")
    (Decimal('100'), 'over', None)
    >>> read("5 685700"), read("百分之二十五").value, read("零点三三").value
    (None, Decimal('0.25'), Decimal('0.33'))
    """
    if len(text) > _LONGEST:
        return None
    if decimal := _DECIMAL_NUMBER.fullmatch(text):
        return _read_decimal(decimal["whole"], decimal["decimals"])
    return _read_arabic(text) or _read_vague(text) or _read_share(text) or _read_neighbours(text) or _read_chinese(text)


_SHARED: Final = re.compile("(?:[十百千]?[万亿]+|[百千])$")
_LARGE: Final = re.compile("[万亿]")


def read_range(first: str, last: str) -> Number | None:
    """What two numerals state as the ends of a range, None if it does not rise; the lower one shares the upper one's multiplier.

    The multiplier is the longest with which the range still rises: 2至3百万, 三百至五百万. What writes one of its own (2万至3亿) keeps it.

    >>> shared = read_range("2", "3百万")
    >>> (shared.low, shared.high), read_range("三百", "五百万").low, read_range("2万", "3亿").low, read_range("5 000", "1万").low
    ((Decimal('2000000'), Decimal('3000000')), Decimal('3000000'), Decimal('20000'), Decimal('5000'))
    >>> read_range("10", "5") is None
    True
    """
    lower, upper = read(first), read(last)
    if lower is None or upper is None or lower.value is None or upper.value is None:
        return None
    low, high = lower.value, upper.value
    shared = None if _LARGE.search(first) else _SHARED.search(last)
    for start in range(shared.start(), len(last)) if shared else ():
        factor = multiplier(last[start:])
        if low * factor < high:
            low *= factor
            break
    return Number(low=low, high=high, qualifier=upper.qualifier) if low < high else None


def _read_decimal(whole: str, decimals: str) -> Number | None:
    value = Decimal(0) if whole in _ZERO else chinese(whole)
    return None if value is None else Number(value + Decimal("0." + "".join(str(DIGITS[c]) for c in decimals)))


def _stated(value: Decimal, infix: str | None) -> Number:
    return Number(value, qualifier="over" if infix else "exact")


def _read_arabic(text: str) -> Number | None:
    match = _ARABIC_NUMBER.fullmatch(text)
    if match is None or (text[0] == "0" and text[1:2].isdecimal()):
        return None
    value, least = arabic(match["digits"]) * multiplier(match["multiplier"]), multiplier(match["multiplier"])
    for digits, places in _PART.findall(match["rest"]):
        if multiplier(places) >= least:
            return None
        least = multiplier(places)
        value += arabic(digits) * least
    if match["ones"]:
        if "." in match["digits"]:
            return None
        value += arabic(match["ones"])
    return _stated(value, match["infix"] or match["tail"])


def _read_vague(text: str) -> Number | None:
    match = _VAGUE_NUMBER.fullmatch(text)
    least = multiplier(match["magnitude"]) if match else _VAGUE_PHRASES.get(text, 1)
    return Number(low=Decimal(least), qualifier="about") if least > 1 else None


def _read_share(text: str) -> Number | None:
    if text in _HALVES:
        return Number(Decimal("0.5"))
    if tenths := _TENTHS.fullmatch(text):
        part, hundredths = tenths["part"], tenths["hundredths"]
        return Number(Decimal(DIGITS.get(part) or part) / 10 + Decimal(5 if hundredths == "半" else DIGITS.get(hundredths, 0)) / 100)
    match = _SHARE.fullmatch(text)
    if match is None:
        return None
    base = Decimal(multiplier(match["base"])) if match["base"] in {"百", "千", "万"} else chinese(match["base"])
    part = _share_part(match["part"])
    with localcontext(prec=12):
        return Number(part / base) if base and part is not None else None


def _share_part(text: str) -> Decimal | None:
    if text[0].isdecimal():
        return Decimal(text)
    return Decimal(100) if text == "百" else chinese(text)


def _read_neighbours(text: str) -> Number | None:
    match = _NEIGHBOURS.fullmatch(text)
    if match is None or DIGITS[match["high"]] != DIGITS[match["low"]] + 1:
        return None
    low, high = (Decimal((10 if match["ten"] else 0) + DIGITS[match[name]]) * multiplier(match["multiplier"]) for name in ("low", "high"))
    return Number(low=low, high=high)


def _read_chinese(text: str) -> Number | None:
    match = _CHINESE_NUMBER.fullmatch(text)
    bare = match is not None and match["infix"] in ("余", "多") and match["numeral"] in ("百", "千", "万")  # 百余名, 千余人
    value = chinese("一" * bare + match["numeral"]) if match else None
    if match is None or value is None:
        return None
    return _stated(value * multiplier(match["multiplier"]), match["infix"])
