"""Where a line goes on in the next one without a blank: broken numbers, symbols, links and words.

Beside Chinese characters a line break says nothing anyway (see `writer`); only between two narrow characters must it be
decided whether it stands for a blank.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from unodc_report.patterns import lazy

_TAIL: Final = lazy(r"[!-~\u2010-\u2015]{1,80}$")
_HEAD: Final = lazy(r"[!-~\u2010-\u2015]{1,80}")
_PARTED: Final = lazy(
    r"(?<![A-Za-z])(?:[A-Z]{1,8}(?:/[A-Za-z0-9.\-]{1,12}){0,6}/(?:A?C|CN|CONF|AC|Add|Rev|Corr|WG|SC|Sub|PV|SR|L)|Add|Rev|Corr)\.$"
)
_COMPONENT: Final = lazy(r"(?:^|/)(?:A?C|CN|CONF|AC|Add|Rev|Corr|WG|CRP|SC|Sub|PV|SR|INF|GC|NGO|EG|WP|R|L|BUR|PC|Amend)\.$")
_LINK: Final = lazy(r"https?://|www\.|[a-z0-9\-]\.(?:org|int|net|com|edu)\b", re.IGNORECASE)
_WORD: Final = lazy(r"[A-Za-z0-9](?:[A-Za-z0-9/.\-]*[A-Za-z0-9])?")
_EDGE: Final = lazy(r"[^A-Za-z0-9/.\-]")
_DASHES: Final = "-‐‑–—"


class Words:
    """The words and symbols of a text, counted when first asked: a word broken in two may stand whole elsewhere."""

    __slots__ = ("_counts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: Counter[str] | None = None

    def whole(self, left: str, right: str) -> bool:
        """Whether the text holds both halves as one word and not as two words of their own.

        >>> Words("INTERPOL INTER POL").whole("INTER", "POL"), Words("over view over view overview").whole("over", "view")
        (True, False)
        """
        if left + right not in self._text:
            return False
        if self._counts is None:
            self._counts = Counter(_WORD.findall(self._text))
        return self._counts[left + right] > 0 and min(self._counts[left], self._counts[right]) < 2


def parts_symbol(before: str, after: str) -> bool:
    """Whether a line ends inside a symbol that the next one goes on with: E/CN. and 15/2021/17.

    >>> parts_symbol("（见E/CN.", "15/2021/17号"), parts_symbol("ISO.", "9 所"), parts_symbol("（E/CN.", "见下文")
    (True, False, False)
    """
    return before[-1] == "." and after[0].isdecimal() and _PARTED.search(before, max(0, len(before) - 80)) is not None


_MONTH: Final = re.compile(r"[0-9]\s?[年月]$")
_DAY: Final = lazy(r"[0-9]{1,2}\s?[月日](?!本)")


def is_parted(before: str, after: str) -> bool:
    """Whether a line ends inside a symbol or a date, which ends no paragraph whatever its length.

    >>> is_parted("截至 2003 年 2 月", "5 日收到的答复"), is_parted("截至 2003 年 2 月", "5 国提出")
    (True, False)
    """
    dated = after[0].isdecimal() and _MONTH.search(before[-4:]) is not None and _DAY.match(after) is not None
    return dated or parts_symbol(before, after)


_HANGS: Final = re.compile("的(?!黎波里|士)")  # no title, heading or paragraph begins so


def hangs(before: str, after: str, *, closed: bool, headed: bool) -> bool:
    """Whether a line goes on the one before it, whatever their widths: inside a symbol or a date, before or after 的.

    `closed`: whether the line before ends a sentence; `headed`: whether this one begins with a label or is a block by itself.

    >>> hangs("关于定期报告的", "结论性意见", closed=False, headed=False), hangs("本文件的目的", "结论性意见", closed=False, headed=False)
    (True, False)
    """
    if is_parted(before, after):
        return True
    if closed:
        return False
    return _HANGS.match(after) is not None or (not headed and before[-1] == "的" and before[-2:-1] not in ("目", "标", ""))


def joins(before: str, after: str, words: Words) -> bool:
    r"""Whether the line `after` goes on the last word of the line `before`; `words` are those of the whole text.

    >>> none = Words("")
    >>> joins("见 CAC/COSP/", "2019/16", none), joins("COVID-", "19", none), joins("共 17", "186 名", none), joins("20", "21 年", none)
    (True, True, False, True)
    """
    left, right = _TAIL.search(before[-80:]), _HEAD.match(after)
    if left is None or right is None:
        return False
    tail, head = left[0], right[0]
    if tail[-1].isdigit() and head[0].isdigit():
        return _same_number(tail, after)
    if _LINK.search(tail):
        return head[0] not in "(<[\"'" and not tail.endswith((",", ";", ")", ">"))
    if tail[-1] in _DASHES and len(tail) > 1:
        return head[0].isalnum()
    if head[0] in _DASHES and len(head) > 1:
        return tail[-1].isalnum()
    return _same_symbol(tail, head) or _same_word(tail, head, words)


_YEAR_BEFORE: Final = re.compile(r"(?<![0-9.,/\-] )(?<![0-9.,/\-])[0-9]{1,3}$")
_YEAR_AFTER: Final = re.compile(r"[0-9]{1,3}(?=\s?年)")
_DIGITS: Final = lazy(r"(?<=[\u4e00-\u9fff]\s)[1-9]$")
_MONTH_BEFORE: Final = lazy(r"年\s?1$")
_MONTH_AFTER: Final = re.compile(r"[0-2](?=\s?月)")
_DAY_BEFORE: Final = lazy(r"月\s?[1-3]$")
_DAY_AFTER: Final = re.compile(r"[0-9](?=\s?日)")
_DIGITS_AFTER: Final = re.compile(r"[0-9](?=\s?(?:[项个名人件次份国案条起位种岁天]|百分|万|亿|%))")
_SPACED_BEFORE: Final = lazy(r"(?:第 ?(?:[0-9 ]{1,8}[至和、及] ?)?|[\u4e00-\u9fff] |\A|\n)(?P<digits>(?:[0-9] ){0,3}[0-9])$")
_SPACED_AFTER: Final = re.compile(r"(?P<digits>[0-9](?: [0-9]){0,3}) ?(?P<what>[年号届次条款段页至和、及])")
_SERIES_BEFORE: Final = lazy(r"(?<![A-Za-z/])[A-Z]{1,7}$|/[A-Za-z0-9.\-]{1,12}$")
_SERIES_AFTER: Final = lazy(r"/(?:[A-Z]{1,5}(?:\.\d+)?|\d{1,4})/[A-Za-z0-9]")


def is_torn(raw: str, blank: int) -> bool:
    """Whether a blank inside a line, at `blank`, stands where none was: inside a bracket, a year, a number or a symbol.

    >>> is_torn("于 1 9 8 7 年", 3), is_torn("第 1 5 号", 3), is_torn("表 1 2 3", 3)
    (True, True, False)
    >>> [is_torn(text, text.index(" ")) for text in ("(CEDAW/C/7 )", "201 6年", "CEDAW /C/7", "2 600万", "15 16年", "年1 2 月")]
    [True, True, True, False, False, True]
    """
    left, right = raw[blank - 1], raw[blank + 1]
    if left == "(" or right == ")":
        return left != " " and right != " "
    if left.isdigit() and right.isdigit():
        return _is_number(raw, blank)
    if right == "/":
        return _SERIES_AFTER.match(raw, blank + 1) is not None and _SERIES_BEFORE.search(raw, max(0, blank - 14), blank) is not None
    return False


def _is_number(raw: str, blank: int) -> bool:
    """Whether the digits on both sides of a blank are one year, or one number of two digits: no other reading is possible."""
    before = _YEAR_BEFORE.search(raw, max(0, blank - 5), blank)
    after = _YEAR_AFTER.match(raw, blank + 1)
    if before and after:
        year = before[0] + after[0]
        return len(year) == 4 and year[:2] in ("19", "20")
    for left, right in ((_MONTH_BEFORE, _MONTH_AFTER), (_DAY_BEFORE, _DAY_AFTER)):
        if right.match(raw, blank + 1) and left.search(raw, max(0, blank - 3), blank):
            return True
    if _is_spaced(raw, blank):
        return True
    if _DIGITS_AFTER.match(raw, blank + 1) is None:
        return False
    zero = raw[blank + 1] == "0" and "\u4e00" <= raw[blank - 2 : blank - 1] <= "\u9fff"  # no number begins with it
    return zero or _DIGITS.search(raw, max(0, blank - 3), blank) is not None


def _is_spaced(raw: str, blank: int) -> bool:
    """Whether all digits of a number stand apart, as in a letter-spaced line: of a year, or between 第 and what it counts."""
    after = _SPACED_AFTER.match(raw, blank + 1)
    before = _SPACED_BEFORE.search(raw, max(0, blank - 20), blank) if after else None
    if after is None or before is None:
        return False
    digits = (before["digits"] + after["digits"]).replace(" ", "")
    return before[0][0] == "第" if after["what"] != "年" else len(digits) == 4 and digits[:2] in ("19", "20")


def _same_number(tail: str, after: str) -> bool:
    """Digits before and after: one number, unless three digits follow, which a blank groups as well."""
    digits = len(after) - len(after.lstrip("0123456789"))
    own = len(tail) - len(tail.rstrip("0123456789"))
    if digits == 3 and own <= 3 and tail[-own - 1 : -own] not in ("/", ".", "-"):
        return own == 1 and after[digits:].lstrip()[:1] == "年"
    return True


def _same_symbol(tail: str, head: str) -> bool:
    if tail[-1] == "/":
        return len(tail) > 1 and head[0].isalnum()
    if head[0] == "/":
        return tail[-1].isalnum() and len(head) > 1
    if tail[-1] == ".":
        return head[0].isdigit() and (_COMPONENT.search(tail) is not None or tail[-2:-1].isdigit())
    if head[0] == "." and len(head) > 1:
        return head[1].isdigit() and tail[-1].isalnum()
    return tail[-1] == "," and tail[-2:-1].isdigit() and re.match(r"[0-9]{3}(?![0-9])", head) is not None


def _same_word(tail: str, head: str, words: Words) -> bool:
    """Halves of a word or symbol that the text holds whole elsewhere."""
    if not (tail[-1].isalnum() and head[0].isalnum()):
        return False
    left, right = _EDGE.split(tail)[-1], _EDGE.split(head)[0].rstrip(".-/")
    return len(left) + len(right) > 3 and words.whole(left, right)
