"""Link lines: the targets of a page's links, which a PDF reader wrote out after the page's text.

A link that the text itself gives stays, also where it stands on a line of its own.
"""

from __future__ import annotations

import re
from typing import Final

from unodc_report.layout.lines import Line, is_closed
from unodc_report.patterns import lazy

_LINK: Final = lazy(r"<?(?:https?://|ftp://|mailto:)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+>?", re.IGNORECASE)
_SYMBOL_LINK: Final = lazy(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/", re.IGNORECASE)
_NAMES_IT: Final = lazy(r"(?:查阅|参阅|查询|获取|下载|网址|网站|网页|链接|地址|见|载于|at|see|from)\s*[：:（(《“\"＜<]?\s*$")
_LEADS_IN: Final = lazy(rf"{_NAMES_IT.pattern}|[：:（(《“\"＜<为于自在]\s*$")
_SCHEME: Final = lazy(r"^<?(?:https?://|ftp://|mailto:)(?:www\.)?", re.IGNORECASE)
_MOST: Final = 300  # links looked up in the text: each costs a pass over it
_GOES_ON: Final = frozenset("。，；、）)》”】,;.]>”")


def find_links(lines: list[Line], reasons: dict[int, str]) -> None:
    """Mark the link lines in `reasons`."""
    places = [i for i, line in enumerate(lines) if i not in reasons and line.text[0] in "hHfFmM<" and _LINK.fullmatch(line.text)]
    if not places:
        return
    alone = set(places)
    dotted = {k for i, line in enumerate(lines) if "." in line.text for k in (i, i + 1)}  # an address may be broken over two lines
    text = "".join("".join(line.text.split()) for i, line in enumerate(lines) if i in dotted and i not in alone)
    printed = [_is_printed(link, text) for link in list(dict.fromkeys(lines[i].text for i in places))[:_MOST]]
    twice = {link for link, known in zip(dict.fromkeys(lines[i].text for i in places), printed, strict=False) if known}
    for i in places:
        if not _is_given(lines, i, reasons) and (_is_dumped(lines, i, reasons) or lines[i].text in twice):
            reasons[i] = "link"
    for i in reversed(places):  # a run of link lines is one thing
        if i not in reasons and reasons.get(i + 1) == "link" and not _is_given(lines, i, reasons):
            reasons[i] = "link"


def _is_given(lines: list[Line], i: int, reasons: dict[int, str]) -> bool:
    """Whether the text leads into the link or goes on after it."""
    if i + 1 < len(lines) and i + 1 not in reasons and lines[i + 1].text[0] in _GOES_ON:
        return True
    if i == 0 or i - 1 in reasons or _LINK.fullmatch(lines[i - 1].text):
        return False
    leads = _NAMES_IT if _SYMBOL_LINK.match(lines[i].text) else _LEADS_IN
    return leads.search(lines[i - 1].text[-12:]) is not None


def _is_dumped(lines: list[Line], i: int, reasons: dict[int, str]) -> bool:
    if _SYMBOL_LINK.match(lines[i].text):
        return True
    if i and i - 1 in reasons:
        return True
    at_end = i + 1 >= len(lines) or i + 1 in reasons or lines[i + 1].page or _LINK.fullmatch(lines[i + 1].text) is not None
    return at_end and (i == 0 or is_closed(lines[i - 1].text))


def _is_printed(link: str, text: str) -> bool:
    """Whether the text itself prints the address, with or without its scheme."""
    bare = _SCHEME.sub("", link).rstrip("/>")
    return len(bare) > 6 and bare in text
