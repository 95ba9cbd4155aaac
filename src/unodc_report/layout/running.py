"""Paragraphs and headings in running text, where a converter lost the line breaks: the count of the paragraphs tells where they begin.

Any number with a full stop may begin a paragraph. What stands before it says how likely that is; of all rows of numbers that count on,
the one with the best support is that of the paragraphs. Headings stand between the end of a paragraph and the number of the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from unodc_report.patterns import lazy

_NUMBER: Final = lazy(r"(?<![0-9A-Za-z./\-–—第])(?P<number>[1-9][0-9]{0,2})\.(?=\s?[\u4e00-\u9fff0-9《“(（])")
_FIGURE: Final = lazy(  # a decimal: no paragraph after a heading begins so
    r"[0-9]+\.\s?[0-9]{1,2}\s?(?:[亿万%％倍吨]|百分|公[斤里顷吨]|[美欧]元)"
)
_NOTED: Final = lazy(r"(?:[。；;，,]\s?\d{1,2}/|[。；;][”）)]?\d{1,3})\s*\Z")  # the mark of a note after the paragraph before
_HAN: Final = "[一二三四五六七八九十]"
_LABELLED: Final = lazy(
    rf"(?:(?<![第、和]){_HAN}{{1,2}}[.、．](?!\s?{_HAN}+[、.])|(?:(?<![A-Za-z0-9 ])|(?<=[\u4e00-\u9fff。；）)] ))[A-H]\."
    r"|(?<![0-9A-Za-z./\-第和至])[1-9][0-9]?\.|[(（][a-z][)）])\s?[^。；;！？：]{2,40}(?<![，,、])\s*\Z"
    rf"|第{_HAN}{{1,3}}章[:：.．]?\s?[\u4e00-\u9fff]{{2,24}}\s*\Z"
)
_PLAIN: Final = lazy(r"[。；;！？]\s?(?P<words>[\u4e00-\u9fff《》 ]{4,24})(?<![第约共达至和为于在从每近是计见])\s*\Z")
_UNDER: Final = lazy(  # a heading under a heading is the first of its kind
    r"[\u4e00-\u9fff）)》]\s?(?=(?:[A1]\.|[(（]a[)）])\s?[\u4e00-\u9fff《])"
)
_WINDOW: Final = 48  # characters before a number in which its heading stands
_LEAST: Final = 3  # numbers that may count on by chance are fewer
_COUNTS: Final = 12  # counts looked for in one text
_ENDS: Final = {
    "。": 1.0, "！": 1.0, "？": 1.0, "；": 0.9, ";": 0.9, "”": 0.8, ")": 0.7, "）": 0.7, "，": 0.6, ",": 0.6, ".": 0.5, "：": 0.3, ":": 0.3,
    "|": 0.6,
}  # fmt: skip
_LISTED: Final = 0.3  # of the support is left to a number that another follows with no sentence between: it is that of a heading
_GLUED: Final = 0.8  # support of a number that is glued to the mark of a note
_LOST: Final = 0.5  # support that a number costs which a converter lost


@dataclass(slots=True)
class _Number:
    """A number that may begin a paragraph: its place and value, and the support of the best count that ends with it."""

    start: int
    value: int
    support: float
    total: float = 0.0
    length: int = 1
    before: _Number | None = None


def find_paragraphs(text: str) -> set[int]:
    """The offsets at which numbered paragraphs begin, and the headings right before them; none where fewer than three count on.

    >>> text = "导言1.委员会开会。2.它审议了报告。B.结论3.它通过了1.水和2.火两项。4.会议闭幕。"
    >>> [text[i:i+3] for i in sorted(find_paragraphs(text))]
    ['1.委', '2.它', 'B.结', '3.它', '4.会']
    """
    places: set[int] = set()
    parts = [list(_numbers(text))]
    for _ in range(_COUNTS):
        numbers = parts.pop() if parts else []
        chain = _best(numbers)
        if len(chain) < _LEAST or chain[-1].value - chain[0].value >= 1.3 * len(chain):
            continue
        places.update(place for number in chain for place in _with_headings(text, number.start))
        parts.append([number for number in numbers if number.start < chain[0].start])
        parts.append([number for number in numbers if number.start > chain[-1].start])
    return places


def _numbers(text: str) -> Iterator[_Number]:
    """The numbers that may begin a paragraph, each with the support of what stands around it."""
    bare = "。" not in text  # some converters lose the marks of punctuation: blanks are left
    matches = list(_NUMBER.finditer(text))
    for k, match in enumerate(matches):
        start, value = match.start(), int(match["number"])
        support = _support(text, start, value)
        if support == 0.0 and bare and text[start - 1] == " " == text[match.end() : match.end() + 1]:
            support = 0.5
        following = matches[k + 1].start() if k + 1 < len(matches) else len(text)
        if following - match.end() < _WINDOW and not bare and not any(c in "。；;，：:" for c in text[match.end() : following]):
            support *= _LISTED
        if support:
            yield _Number(start, value, support)
        if text[start - 1] in "。；;":  # its first digits may be the mark of a note
            yield from (_Number(start + k, int(match["number"][k:]), _GLUED) for k in (1, 2) if match["number"][k : k + 1] > "0")


def _support(text: str, start: int, value: int) -> float:
    before = text[max(0, start - _WINDOW) : start]
    bare = before.rstrip(" \t\u3000")
    if not bare or bare[-1] == "\n" or _NOTED.search(before):
        return 1.0
    if bare[-1] in _ENDS:
        return _ENDS[bare[-1]]
    if _FIGURE.match(text, start):
        return 0.0
    if _LABELLED.search(before):
        return 1.0
    if _PLAIN.search(before):
        return 0.6
    return 0.4 if value == 1 and "\u4e00" <= bare[-1] <= "\u9fff" else 0.0


def _best(numbers: list[_Number]) -> list[_Number]:
    """The numbers that count on, with at most two lost in a row, whose support is greatest."""
    ends: dict[int, _Number] = {}
    for number in numbers:
        number.total, number.length, number.before = number.support, 1, None
        for step in (1, 2, 3):
            last = ends.get(number.value - step)
            if last is not None and (total := last.total + number.support - _LOST * (step - 1)) > number.total:
                number.total, number.length, number.before = total, last.length + 1, last
        if number.value not in ends or number.total > ends[number.value].total:
            ends[number.value] = number
    last = max(ends.values(), key=lambda number: number.total, default=None)
    chain: list[_Number] = []
    while last is not None:
        chain.append(last)
        last = last.before
    return chain[::-1]


def _with_headings(text: str, start: int) -> Iterator[int]:
    """Where a paragraph begins, and where the headings one after the other before it do."""
    yield start
    plain = _PLAIN.search(text, max(0, start - _WINDOW), start)
    while heading := _LABELLED.search(text, max(0, start - _WINDOW), start):
        yield from (inner.end() for inner in _UNDER.finditer(text, heading.start() + 3, start))
        start, plain = heading.start(), None
        yield start
    if plain is not None:
        yield plain.start("words")
