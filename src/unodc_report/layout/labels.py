"""What a line begins with: the number of a paragraph, of a heading, of a list item.

United Nations documents number headings 一. (or II.) · A. · 1. · (a) · (i), paragraphs 1. 2. 3. through the whole document, and
list items (a) · (i) · •. A label alone does not tell a heading from a paragraph or an item (see `structure.numbering`).
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from unodc_report.chinese.characters import LETTER, han
from unodc_report.patterns import lazy

LabelKind = Literal["chapter", "annex", "cjk", "letter", "number", "bare", "compound", "paren", "parencjk", "parennum", "bullet"]

_HAN_NUMERAL: Final = "一二三四五六七八九十"
_DAY: Final = r"\s?月\s?\d{1,2}\s?[日至和\-–—]"  # what stands after 1.7 in 1.7月23日: paragraph 1, and a date
_MONTH: Final = rf"(?:[1-9]|1[0-2]){_DAY}"
_TITLE: Final = (  # of a chapter, right behind its number and to the end of the line; no sentence about the chapter
    rf"(?!规定|载|所|的|和|至|与|及|第|中|列|述|介绍|概述|讨论|审查|涉及|说明|侧重|提供|阐|分析|是|为|以|对|论|将|还|也|则|包|共|内|以){han('、《》')}{{2,30}}$"
)
_LABEL: Final = re.compile(
    rf"""
      (?P<chapter>第\s?(?:[{_HAN_NUMERAL}百]{{1,5}}|[0-9]{{1,2}})\s?(?:章|部分|编))(?:[：:.．、]|(?=\s|$|{_TITLE}))
    | (?P<chapter2>(?:第\s?[0-9]{{1,2}}\s?款|方案\s?[0-9]{{1,2}})$)
    | (?P<annex>附\s{{0,40}}[件录]\s?(?:[{_HAN_NUMERAL}]{{1,3}}|[0-9０-９]{{1,2}}|[IVX]{{1,4}})?)(?=\s|$)
    | (?P<cjk>[{_HAN_NUMERAL}]{{1,3}})\s?[.．、](?!\s?[{_HAN_NUMERAL}][、和])
    | (?P<compound>[0-9]{{1,2}}[A-Z]?\.[0-9]{{1,3}})(?![0-9.年%％/]|{_DAY})(?=\s|{LETTER})
    | (?P<number>[0-9０-９]{{1,3}})\s?(?:[.．](?:(?![0-9０-９](?!\d{{3}}\s?年))|(?={_MONTH}))|、(?!\s?[0-9](?!\d{{3}}\s?年)))
    | (?P<bare>[0-9０-９]{{1,3}})$
    | (?P<cjk2>[IVX]{{2,5}})\s?[.．、](?=\s?(?:{LETTER}|[《“]))
    | (?P<letter>[A-ZＡ-Ｚ])\s?[.．、](?!\s?[A-Z][.．]|[a-z0-9])
    | [(（]\s?(?P<paren>[a-z]{{1,2}}|[ivxl]{{1,5}})\s?[)）]
    | [(（]\s?(?P<parencjk>[{_HAN_NUMERAL}]{{1,3}}|[子丑寅卯辰巳午未申酉戌亥])\s?[)）](?![项款目])
    | (?:[(（]\s?(?P<parennum>[0-9]{{1,2}})\s?[)）]|(?P<parennum2>[0-9]{{1,2}})[)）]|(?P<parennum3>[①-⑳]))
    | (?P<bullet>[•●■▪◆‣➢⚫\uf000-\uf0ff]|[·○□◇►⁃‐–—\-](?=\s))
    """,
    re.VERBOSE,
)
_TWICE: Final = 14  # characters of a label that stands twice
_DOUBLED: Final = re.compile(  # the label of a text in two languages side by side: 1. 1., A. A., II. 二.
    r"(?P<number>[0-9]{1,3})\.\s(?P=number)\.|(?P<letter>[A-Z])\.\s(?P=letter)\.|[IVX]{1,5}\.\s(?P<cjk>[一二三四五六七八九十]{1,3})[.、]"
    r"|\((?P<paren>[a-z]{1,2})\)\s\((?P=paren)\)"
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}


class Label(NamedTuple):
    """A label: its kind, its key ("12", "a", "三", "•"), the offset in the line just after it, whether nothing follows it."""

    kind: LabelKind
    key: str
    end: int
    alone: bool


def read_label(text: str) -> Label | None:
    """The label that a line begins with, or None.

    >>> read_label("12. 大会")
    Label(kind='number', key='12', end=3, alone=False)
    >>> read_label("（a）贩运人口").key, read_label("三、结论").kind, read_label("5,000 名")
    ('a', 'cjk', None)
    """
    match = (_DOUBLED.fullmatch(text) if len(text) < _TWICE else None) or _LABEL.match(text)
    if match is None:
        return None
    kind = str(match.lastgroup).rstrip("23")
    key = match[match.lastgroup or 0]
    if kind in ("number", "bare"):
        key = str(int(key))
    elif kind == "letter":
        key = chr(ord(key) - 0xFEE0) if key > "Z" else key
    elif kind in ("annex", "chapter"):
        key = "".join(key.split())
    return Label(kind, key, match.end(), match.end() == len(text))  # type: ignore[arg-type]  # the groups are the kinds


_GLUED: Final = re.compile(rf"(?P<part>[0-9]{{1,3}})\.(?P<digits>[0-9]{{1,7}})(?=(?:[ ,，][0-9]{{3}})*\s?{LETTER})")
_DATED: Final = lazy(r"(?:1[89]|20)[0-9]{2}\s?年|(?:[1-9]|1[0-2])\s?月")
_FIGURE: Final = lazy(rf"{_DATED.pattern}|[1-9][0-9]{{0,3}}\s?[名个位份件项次国页]")  # no decimal counts persons or papers


def split_glued(text: str, number: int, compound: tuple[int, int]) -> Label | None:
    """The label of a paragraph whose number a converter glued to the figure that it begins with; only the count tells where it ends.

    `number` and `compound` are the last numbers counted: 4, and 2.1 as (2, 1).

    >>> split_glued("5.118个国家参加。", 4, (0, 0)).end, split_glued("3.605亿美元", 5, (0, 0))
    (2, None)
    >>> split_glued("2.22015年，提交人被捕。", 1, (2, 1)).key
    '2.2'
    """
    match = _GLUED.match(text)
    if match is None:
        return None
    part, digits = int(match["part"]), match["digits"]
    for length in range(1, min(3, len(digits))):
        own = (part, int(digits[:length]))
        figure = _FIGURE if compound == (part, own[1] - 1) else _DATED
        if own in _next(number, compound) and figure.match(text, match.start("digits") + length):
            return Label("compound", f"{part}.{digits[:length]}", match.start("digits") + length, alone=False)
    if part == number + 1 and digits[0] != "0":
        return Label("number", str(part), match.start("digits"), alone=False)
    return None


def _next(number: int, compound: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The compound numbers that may come after those counted: 2.2 after 2.1, 3.1 after 2.7 or 2."""
    part, last = compound
    return ((part, last + 1), (max(part, number) + 1, 1)) if part else ((number + 1, 1),)


def follows(label: Label, number: int, compound: tuple[int, int]) -> bool:
    """Whether a compound label is the one that comes after those counted."""
    part, _, last = label.key.partition(".")
    return part.isdigit() and (int(part), int(last)) in _next(number, compound)


def roman(key: str) -> int | None:
    """The value of a small Roman numeral, None where the letters are none.

    >>> roman("iv"), roman("ab")
    (4, None)
    """
    total = before = 0
    for letter in reversed(key):
        value = _ROMAN.get(letter)
        if value is None:
            return None
        total += value if value >= before else -value
        before = max(before, value)
    return total
