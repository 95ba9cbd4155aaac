"""Tables of contents: 目录 and its entries, which repeat the headings and are no text."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from unodc_report.chinese.characters import LETTER
from unodc_report.layout.alone import opens_meeting
from unodc_report.layout.labels import read_label
from unodc_report.layout.lines import Line, is_closed
from unodc_report.patterns import lazy

_HEAD: Final = re.compile(
    r"目\s*[录錄次](?:\s?[(（]续[)）])?(?:\s+(?:章\s*次\s*)?(?:段\s*次\s*)?页\s*次)?|Contents|(?:章\s*次\s*)?段\s*次\s*页\s*次"
)
_COLUMNS: Final = re.compile(r"(?:章\s*[次节]?|段\s*次|页\s*次|段\s*落|页|Page|Paragraphs|章节|附件|\s)+")
_PAGES: Final = r"[0-9０-９]{1,3}(?:\s?[-–—]\s?[0-9０-９]{1,6})?(?:\s+[0-9０-９]{1,3})?$"  # paragraphs and page: 4-13 2, or 4-132
_ENTRY: Final = re.compile(rf"[.．·…‥_~]{{3,}}[0-9０-９\s\-–—]*$|[^0-9０-９.,，/第年月\-–—]\s*{_PAGES}|^{_PAGES}|^[ivx]{{1,5}}$")
_NUMBERS: Final = re.compile(r"[.．·…‥_]{2,}|[\s0-9０-９\-–—]+$|\s+")
_LEADERS: Final = lazy(r"(?:[.．·…‥_~]\s?){4,}")
_NOTE: Final = re.compile(r"\*|[_＿]{5,}")  # a note at the foot of a page that a long table of contents goes beyond, and its rule
_HEAD_LENGTH: Final = 20  # characters: 目录 章次 段次 页次, letter-spaced
_WORDS: Final = re.compile(f"{LETTER}{{2}}")
_BRACKET: Final = lazy("[(（]")
_LONGEST: Final = 600  # lines
_ITEMS: Final = 60  # lines of the items of a meeting
_APART: Final = 4  # lines from one entry's page to the next one's


def find_contents(lines: list[Line], reasons: dict[int, str]) -> frozenset[str]:
    """Mark the lines of tables of contents as furniture in `reasons`; the entries without a label, which the text has as headings."""
    entries: set[str] = set()
    i = 0
    while i < len(lines):
        if i not in reasons and len(lines[i].text) < _HEAD_LENGTH and _HEAD.fullmatch(_over_columns(lines, i)):
            end = _end(lines, i + 1, reasons)
            listed = [k for k in range(i, end) if k not in reasons and not _NOTE.match(lines[k].text)]
            reasons.update(dict.fromkeys(listed, "furniture"))
            entries.update(name for name in (_name(lines[k].text) for k in listed[1:]) if name)
            i = end
        i += 1
    return frozenset(entries)


def _name(text: str) -> str:
    """The words of an entry without a label, empty where there are none."""
    words = _bare(text) if read_label(text) is None and not _COLUMNS.fullmatch(text) else ""
    return words if _WORDS.search(words) else ""


def entry_named(text: str, entries: Collection[str | None]) -> str | None:
    """The entry that a line is, with or without the documents (in brackets) that the entry leaves out.

    >>> entries = {"通过议程", "会议闭幕"}
    >>> entry_named("通过议程(E/C.2/1)", entries), entry_named("会议闭幕", entries), entry_named("通过议程和工作安排", entries)
    ('通过议程', '会议闭幕', None)
    """
    bare = _NUMBERS.sub("", text.rstrip("。*＊ "))
    names = (bare, *(bare[: bracket.start()] for bracket in _BRACKET.finditer(bare)))
    return next((name for name in names if name in entries), None)


def _over_columns(lines: list[Line], i: int) -> str:
    """A line, and where it heads a column (章次, 段次, 页次, one under the other) those after it."""
    text = lines[i].text
    columns = {"章": 3, "段": 2}.get(text[0], 1) if len(text) < 5 else 1
    return "".join(line.text for line in lines[i : i + columns])


def _end(lines: list[Line], first: int, reasons: dict[int, str]) -> int:
    """The index after the last entry; `first` where there are none."""
    place, top = _key(lines, first, reasons)
    end = k = first
    last = min(len(lines), first + _LONGEST)
    while k < last and k - end < _APART:
        text = lines[k].text
        if k in reasons or _COLUMNS.fullmatch(text) or _is_entry(text):
            end = k + 1
        elif (is_closed(text) and not _NOTE.match(text)) or (k > place and top and _bare(text) == top):
            break
        k += 1
    return end if end > first + 1 else _repeated(lines, first, last, top) if top else _recorded(lines, first, reasons)


def _is_entry(text: str) -> bool:
    return (len(text) < 120 or len(_LEADERS.sub("", text)) < 120) and _ENTRY.search(text[-40:]) is not None and not is_closed(text)


def _key(lines: list[Line], first: int, reasons: dict[int, str]) -> tuple[int, str]:
    """The first entry with a label: where it stands, and its words."""
    for k in range(first, min(len(lines), first + 8)):
        if is_closed(lines[k].text) and read_label(lines[k].text):
            break
        label = None if k in reasons or _COLUMNS.fullmatch(lines[k].text) else read_label(lines[k].text)
        if label is not None and not label.alone:
            return k, _bare(lines[k].text)
    return first, ""


def _bare(text: str) -> str:
    return _NUMBERS.sub("", text) if len(text) < 120 else ""


def _repeated(lines: list[Line], first: int, last: int, top: str) -> int:
    """A table of contents without page numbers ends where its first entry comes again, as a heading."""
    for k in range(first + 2, last):
        if is_closed(lines[k].text):
            break
        if _bare(lines[k].text) == top:
            return k if k > first + 2 else first
    return first


def _recorded(lines: list[Line], first: int, reasons: dict[int, str]) -> int:
    """The items of a meeting, which its record lists without labels, end where the meeting opens; the first of them comes next."""
    for k in range(first, min(len(lines), first + _ITEMS)):
        text = lines[k].text
        if opens_meeting(text):
            after = next((line.text for i, line in enumerate(lines[k + 1 : k + 4], k + 1) if i not in reasons), "")
            return k if k > first and entry_named(after, {_name(lines[first].text)}) else first
        if is_closed(text):
            break
    return first
