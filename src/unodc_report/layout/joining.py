"""Where a line goes on in the next one without a blank: broken numbers, symbols, links and words.

Beside Chinese characters a line break says nothing anyway (see `writer`); only between two narrow characters must it be
decided whether it stands for a blank.
"""

from __future__ import annotations

import re
from typing import Final

_TAIL: Final = re.compile(r"[!-~\u2010-\u2015]{1,80}$")
_HEAD: Final = re.compile(r"[!-~\u2010-\u2015]{1,80}")
_COMPONENT: Final = re.compile(r"(?:^|/)(?:A?C|CN|CONF|AC|Add|Rev|Corr|WG|CRP|SC|Sub|PV|SR|INF|GC|NGO|EG|WP|R|L|BUR|PC|Amend)\.$")
_LINK: Final = re.compile(r"https?://|www\.|[a-z0-9\-]\.(?:org|int|net|com|edu)\b", re.IGNORECASE)
_DASHES: Final = "-‐‑–—"


def joins(before: str, after: str, known: str) -> bool:
    r"""Whether the line `after` goes on the last word of the line `before`; `known` is text in which broken words may occur whole.

    >>> joins("见 CAC/COSP/", "2019/16", ""), joins("COVID-", "19", ""), joins("共 17", "186 名", ""), joins("20", "21 年", "")
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
    return _same_symbol(tail, head) or _same_word(tail, head, known)


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


def _same_word(tail: str, head: str, known: str) -> bool:
    """Halves of a word or symbol that the text holds whole elsewhere, and never in two."""
    if not (tail[-1].isalnum() and head[0].isalnum()):
        return False
    left, right = re.split(r"[^\w/.\-]", tail)[-1], re.split(r"[^\w/.\-]", head)[0]
    return len(left) + len(right) > 3 and left + right in known and f"{left} {right}" not in known
