"""Automatic numbers of Word as Word shows them (ECMA-376, part 1, 17.9): of paragraphs, headings, list items and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN: Final = "〇一二三四五六七八九"
_ROMAN: Final = (
    (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
)  # fmt: skip
_PLACE: Final = re.compile(r"%([1-9])")


def han(value: int) -> str:
    """A number below ten thousand in Chinese counting: 12 is 十二, 105 is 一百零五.

    >>> han(10), han(12), han(20), han(105)
    ('十', '十二', '二十', '一百零五')
    """
    if not 0 < value < 10_000:
        return str(value)
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if gap and text else "") + _HAN[digit] + name
        gap = not digit
    return text.removeprefix("一") if 10 <= value < 20 else text


def letters(value: int) -> str:
    """A number in small letters: a … z, aa, bb.

    >>> letters(3), letters(27)
    ('c', 'aa')
    """
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value < 1000 else str(value)


def roman(value: int) -> str:
    """A number in small Roman numerals.

    >>> roman(4), roman(19)
    ('iv', 'xix')
    """
    if not 0 < value < 1000:
        return str(value)
    text = ""
    for size, sign in _ROMAN:
        text += sign * (value // size)
        value %= size
    return text


FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "lowerLetter": letters, "upperLetter": lambda v: letters(v).upper(), "lowerRoman": roman, "upperRoman": lambda v: roman(v).upper(),
    "chineseCounting": han, "chineseCountingThousand": han, "taiwaneseCountingThousand": han, "taiwaneseCounting": han,
    "ideographDigital": han, "japaneseCounting": han, "chineseLegalSimplified": han, "none": lambda _: "",
    "decimalFullWidth": lambda v: str(v).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}),
    "decimalEnclosedCircle": lambda v: chr(0x245F + v) if 0 < v < 21 else str(v), "decimalZero": lambda v: f"{v:02d}",
    "decimalEnclosedCircleChinese": lambda v: chr(0x245F + v) if 0 < v < 21 else str(v),
    "chicago": lambda v: "*†‡§"[(v - 1) % 4] * ((v - 1) // 4 + 1),
}  # fmt: skip
"""Number formats of Word other than decimal; one that is not here is shown as decimal."""


@dataclass(slots=True)
class _Level:
    """A level of a list: where it starts, its format and its text, and after which level it starts anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by numId
    shared: dict[str, str] = field(default_factory=dict)  # numId -> abstract list, whose count its numIds share
    counts: dict[str, dict[int, int]] = field(default_factory=dict)  # by abstract list
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)  # numId -> starts that apply once

    def label(self, number: str, level: int) -> str:
        """Count one paragraph of a list; the number as Word shows it, empty where it shows none."""
        levels = self.levels.get(number)
        if levels is None:
            return ""
        own = levels.get(level) or _Level()
        counts = self.counts.setdefault(self.shared.get(number, number), {})
        for depth, start in self.overrides.pop(number, {}).items():
            counts[depth] = start - 1
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [depth for depth in counts if depth > level]:
            after = (levels.get(deeper) or _Level()).restart
            if after is None or level < after:
                del counts[deeper]
        if own.form == "bullet":
            return _bullet(own.text)
        return _PLACE.sub(lambda m: self._shown(levels, counts, int(m[1]) - 1, legal=own.legal), own.text)

    def _shown(self, levels: dict[int, _Level], counts: dict[int, int], depth: int, *, legal: bool) -> str:
        level = levels.get(depth) or _Level()
        value = counts.get(depth, level.start)
        return str(value) if legal else show(value, level.form)


def show(value: int, form: str) -> str:
    """A number in a format of Word."""
    return FORMATS.get(form, str)(value)


def _bullet(text: str) -> str:
    return "•" if not text or "\uf000" <= text[0] <= "\uf0ff" else text


def read_numbering(root: Any) -> Numbering:  # noqa: ANN401  # an lxml element
    """The lists of `word/numbering.xml`; None gives a document without lists."""
    found = Numbering()
    if root is None:
        return found
    abstract = {node.get(W + "abstractNumId"): _levels(node) for node in root.iter(W + "abstractNum")}
    for node in root.iter(W + "num"):
        number, link = node.get(W + "numId"), node.find(W + "abstractNumId")
        base = str(link.get(W + "val")) if link is not None else ""
        if number is None or base not in abstract:
            continue
        levels = dict(abstract[base])
        for override in node.iter(W + "lvlOverride"):
            depth = _integer(override.get(W + "ilvl"), 0)
            if override.find(W + "lvl") is not None:
                levels.update(_levels(override))
            start = override.find(W + "startOverride")
            if start is not None:
                found.overrides.setdefault(number, {})[depth] = _integer(start.get(W + "val"), 1)
        found.levels[number], found.shared[number] = levels, base
    return found


def _levels(node: Any) -> dict[int, _Level]:  # noqa: ANN401
    levels = {}
    for level in node.iter(W + "lvl"):
        values = {child.tag.removeprefix(W): child.get(W + "val") for child in level}
        levels[_integer(level.get(W + "ilvl"), 0)] = _Level(
            _integer(values.get("start"), 1),
            values.get("numFmt") or "decimal",
            values.get("lvlText") or "",
            _integer(values["lvlRestart"], 0) if "lvlRestart" in values else None,
            "isLgl" in values and values["isLgl"] not in ("0", "false"),
        )
    return levels


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text or default)
    except ValueError:
        return default
