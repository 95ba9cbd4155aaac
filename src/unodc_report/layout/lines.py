"""The lines of a raw text, each with its place, and how a line ends.

A blank line is not a line here: it is counted in the `gap` of the line after it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from unodc_report.patterns import lazy

_EDGE: Final = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u3000\ufeff"
)  # white space and the invisible marks of converters: the class `chinese.characters.SPACE` as a string to strip
_CLOSERS: Final = "”’」』》〉）)］]】\"'＂＇"
_WORD_STOP: Final = lazy(r"(?<![./\w])(?!Add|Rev|Corr|Vol|vol|No|Nos|Art|art|pp|para)[A-Za-z]+[a-z]\.$")  # of an English sentence
_FINAL: Final = frozenset("。！？；：…!?;:．｡")


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start, end: raw span without the white space around it.
        text: `raw[start:end]`.
        gap: blank lines before it.
        indent: white space before it on its line.
        page: whether a form feed stands between it and the line before.
        begins: whether the file says that a block begins here; None where it does not say.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int
    page: bool
    begins: bool | None = None


def split_lines(raw: str) -> list[Line]:
    r"""The lines of a text that are not blank, whatever ends them: \n, \r\n, \r, \f, \v, U+2028.

    >>> [(line.text, line.gap) for line in split_lines(" 一. 导言 \r\n\r\n1. 大会\f2. 决定")]
    [('一. 导言', 0), ('1. 大会', 1), ('2. 决定', 0)]
    """
    lines: list[Line] = []
    position = gap = 0
    page = False
    for piece in raw.splitlines(keepends=True):
        text = piece.strip()
        if text and (text[0] in _EDGE or text[-1] in _EDGE):
            text = text.strip(_EDGE)
        if text:
            indent = 0 if piece[0] == text[0] else piece.index(text[0])
            start = position + indent
            lines.append(Line(start, start + len(text), text, gap, indent, page))
            gap, page = 0, False
        else:
            gap += 1
        page = page or piece[-1] == "\f"
        position += len(piece)
    return lines


def width(text: str) -> int:
    """How wide a line is set, in half-width columns: a Chinese character takes two.

    >>> width("第 75 号"), width("A/76/122")
    (8, 8)
    """
    count = len(text)
    return count if text.isascii() else count + (len(text.encode("utf-8", "surrogatepass")) - count) // 2


def is_closed(text: str) -> bool:
    """Whether a text ends as sentences and their parts end (。；：…), closing quotes and brackets apart.

    >>> is_closed("（见下文。）"), is_closed("请各国："), is_closed("推进法治"), is_closed("《公约》")
    (True, True, False, False)
    """
    last = text[-1:]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:]
    elif last == ".":
        return _WORD_STOP.search(text[-24:]) is not None or (len(text) > 8 and text[-2] > "\u2e7f" and "\u4e00" <= text[-3] <= "\u9fff")
    return last in _FINAL
