"""What a line begins with: the number of a paragraph, of a heading, of a list item.

United Nations documents number headings 一. · A. · 1. · (a) · (i), paragraphs 1. 2. 3. through the whole document, and
list items (a) · (i) · •. A label alone does not tell a heading from a paragraph or an item (see `structure.numbering`).
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

LabelKind = Literal["chapter", "annex", "cjk", "letter", "number", "bare", "compound", "paren", "parencjk", "parennum", "bullet"]

_HAN_NUMERAL: Final = "一二三四五六七八九十"
_LABEL: Final = re.compile(
    rf"""
      (?P<chapter>第\s?[{_HAN_NUMERAL}百]{{1,5}}\s?(?:章|部分|编))(?=[\s：:.．、]|$)[：:.．、]?
    | (?P<annex>附\s?[件录]\s?(?:[{_HAN_NUMERAL}]{{1,3}}|[0-9０-９]{{1,2}}|[IVX]{{1,4}})?)(?=\s|$)
    | (?P<cjk>[{_HAN_NUMERAL}]{{1,3}})\s?[.．、](?!\s?[{_HAN_NUMERAL}][、和])
    | (?P<compound>[0-9]{{1,2}}[A-Z]?\.[0-9]{{1,3}})(?![0-9.年%％/])(?=\s|[\u4e00-\u9fff])
    | (?P<number>[0-9０-９]{{1,3}})\s?(?:[.．](?![0-9０-９](?!\d{{3}}\s?年))|、(?!\s?[0-9](?!\d{{3}}\s?年)))
    | (?P<bare>[0-9０-９]{{1,3}})$
    | (?P<letter>[A-ZＡ-Ｚ])\s?[.．、](?!\s?[A-Z][.．]|[a-z0-9])
    | [(（]\s?(?P<paren>[a-z]{{1,2}}|[ivxl]{{1,5}})\s?[)）]
    | [(（]\s?(?P<parencjk>[{_HAN_NUMERAL}]{{1,3}})\s?[)）]
    | (?:[(（]\s?(?P<parennum>[0-9]{{1,2}})\s?[)）]|(?P<parennum2>[0-9]{{1,2}})[)）]|(?P<parennum3>[①-⑳]))
    | (?P<bullet>[•●■▪◆‣➢⚫\uf000-\uf0ff]|[·○□◇►⁃‐–—\-](?=\s))
    """,
    re.VERBOSE,
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
    match = _LABEL.match(text)
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
