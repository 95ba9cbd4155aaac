"""Tables of contents: 目录 and its entries, which repeat the headings and are no text."""

from __future__ import annotations

import re
from typing import Final

from unodc_report.layout.labels import read_label
from unodc_report.layout.lines import Line, is_closed

_HEAD: Final = re.compile(
    r"目\s*[录錄次](?:\s?[(（]续[)）])?(?:\s+(?:章\s*次\s*)?(?:段\s*次\s*)?页\s*次)?|Contents|(?:章\s*次\s*)?段\s*次\s*页\s*次"
)
_COLUMNS: Final = re.compile(r"(?:章\s*[次节]?|段\s*次|页\s*次|段\s*落|页|Page|Paragraphs|章节|附件|\s)+")
_PAGES: Final = r"[0-9０-９]{1,3}(?:\s?[-–—]\s?[0-9０-９]{1,6})?(?:\s+[0-9０-９]{1,3})?$"  # paragraphs and page: 4-13 2, or 4-132
_ENTRY: Final = re.compile(rf"[.．·…‥_~]{{3,}}[0-9０-９\s\-–—]*$|[^0-9０-９.,，/第年月\-–—]\s*{_PAGES}|^{_PAGES}|^[ivx]{{1,5}}$")
_NUMBERS: Final = re.compile(r"[.．·…‥_]{2,}|[\s0-9０-９\-–—]+$|\s+")
_LEADERS: Final = re.compile(r"(?:[.．·…‥_~]\s?){4,}")
_NOTE: Final = re.compile(r"\*|[_＿]{5,}")  # a note at the foot of a page that a long table of contents goes beyond, and its rule
_HEAD_LENGTH: Final = 20  # characters: 目录 章次 段次 页次, letter-spaced
_LONGEST: Final = 600  # lines
_APART: Final = 4  # lines from one entry's page to the next one's


def find_contents(lines: list[Line], reasons: dict[int, str]) -> None:
    """Mark the lines of tables of contents as furniture in `reasons`."""
    i = 0
    while i < len(lines):
        if i not in reasons and len(lines[i].text) < _HEAD_LENGTH and _HEAD.fullmatch(_over_columns(lines, i)):
            end = _end(lines, i + 1, reasons)
            reasons.update({k: "furniture" for k in range(i, end) if k not in reasons and not _NOTE.match(lines[k].text)})
            i = end
        i += 1


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
    return end if end > first + 1 else _repeated(lines, first, last, top)


def _is_entry(text: str) -> bool:
    return (len(text) < 120 or len(_LEADERS.sub("", text)) < 120) and _ENTRY.search(text[-40:]) is not None and not is_closed(text)


def _key(lines: list[Line], first: int, reasons: dict[int, str]) -> tuple[int, str]:
    """The first entry with a label: where it stands, and its words."""
    for k in range(first, min(len(lines), first + 8)):
        label = None if k in reasons or _COLUMNS.fullmatch(lines[k].text) else read_label(lines[k].text)
        if label is not None and not label.alone:
            return k, _bare(lines[k].text)
    return first, ""


def _bare(text: str) -> str:
    return _NUMBERS.sub("", text) if len(text) < 120 else ""


def _repeated(lines: list[Line], first: int, last: int, top: str) -> int:
    """A table of contents without page numbers ends where its first entry comes again, as a heading."""
    if not top:
        return first
    for k in range(first + 2, last):
        if is_closed(lines[k].text):
            break
        if _bare(lines[k].text) == top:
            return k if k > first + 2 else first
    return first
