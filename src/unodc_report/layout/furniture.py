"""Page furniture: running symbol, page number, job number, barcode, and headers that repeat.

A line is furniture by its parts (`7/18 V.21-04921`, `*1501965*`) or, where its parts do not decide (`A/76/122`, `12`), by
what stands beside it and by how often it comes back. Parts may stand in any order, on one line or several.
"""

from __future__ import annotations

import re
from collections import ChainMap, Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from unodc_report.layout.labels import read_label
from unodc_report.layout.lines import Line, is_closed
from unodc_report.layout.masthead_lines import SYMBOL, VOLUME
from unodc_report.patterns import lazy

_JOB: Final = r"(?:V|GE|K|N|BKK|LC|ESCAP|HS|ID|NY|VIE)\.\s?\d{2}-\d{5}(?:[A-Z](?![A-Za-z]))?"
_TOKEN: Final = re.compile(
    rf"""
      (?P<j>(?:\d{{1,3}}/\d{{1,3}})?{_JOB}(?:\d{{1,3}}/\d{{1,3}})?)
    | (?P<q>\d{{2}}-\d{{5}})
    | (?P<c>[(（][CEc][)）])
    | (?P<p>\d{{1,3}}/\d{{1,3}})
    | (?P<n>\d{{1,4}})
    | (?P<d>\d{{6}})
    | (?P<b>[*＊]\d{{6,9}}[*＊])
    | (?P<y>[A-Z][A-Z0-9]{{0,6}}(?:/[A-Za-z0-9.\-–()\[\]]++)++\*{{0,3}})
    | (?P<m>[-–—―－]+)
    | (?P<e>\d{{4}}[a-z](?:\(c\))?)
    | (?P<w>[Pp]age|PAGE|p\.|Chinese|English|of|请回收|♻)
    | (?P<t>/(?:\.\.\.|…+))
    | (?P<r>[ivxl]{{1,5}})
    | (?P<i>[A-Z]{{1,4}})
    """,
    re.VERBOSE,
)
_CHINESE: Final = re.compile(
    r"(?:附件[一二三四五六七八九十]{0,3})?第\s?[\d一二三四五六七八九十百]+\s?页(?:[，,\s/]*共\s?\d+\s?页)?|[-–—―－·]+\s?\d{1,3}\s?[-–—―－·]+|请\s?回\s?收\s?\W{0,3}|[\ue000-\uf8ff♲-♽\s]+|/…+"
)
_ZONE: Final = 14
_HEAD: Final = 4  # lines at the head of a document
_FIELD: Final = lazy(r"(?:<{1,2}[A-Za-z0-9 ]{0,20}>{1,2}[A-Za-z0-9/.()\-]{0,40}){2,4}")  # <<ODS JOB NO>>, hidden in the Word file
_SERIES: Final = lazy(r"United Nations ?[-–—] ?Treaty Series.*|Vol\. ?\d{1,4}, ?I{1,2}-\d{1,5}")  # head and foot of the Treaty Series
_JOB_NUMBER: Final = re.compile(r"\.\s?\d{2}-\d{5}")  # quick to look for in a whole text
_JOB_INLINE: Final = lazy(rf"(?<![A-Za-z]){_JOB}(?!\d)")
_SYMBOL: Final = r"[A-Z]+(?:/[A-Za-z0-9.()\-]{1,20}){2,8}"
_PAGE_TITLE: Final = lazy(r"Page \d{1,4}: (?P<title>.+)")  # a site that writes out the pages of a file heads each of them so
_ALIGNED: Final = re.compile(r"Correct misalignment |\S+ \S+\.docx? \([A-Z][a-z]+\)|← ?\|")  # above documents in two languages side by side
_BEFORE: Final = lazy(rf"(?:(?:{_SYMBOL}\s+)?\d{{1,3}}/\d{{1,3}}\s+|{_SYMBOL}\s+)$")
_AFTER: Final = lazy(
    rf"\s+\d{{1,3}}/\d{{1,3}}(?:\s+{_SYMBOL})?|\s*[(（]C[)）](?:\s+[A-Z]{{2,3}}\b)?(?:\s+\d{{6}}){{0,2}}(?:\s+\*\d{{6,8}}\*)?"
)


@dataclass(slots=True)
class Furniture:
    """What was found: the reason for each line that is no text, by its index, and what the furniture says.

    Attributes:
        reasons: index of the line -> `furniture` (other passes add `link`, `rule`).
        symbol: the running symbol.
        job: the job number.
        numbered_alone: whether paragraph numbers stand on lines of their own in this document.
    """

    reasons: dict[int, str] = field(default_factory=dict)
    symbol: str | None = None
    job: str | None = None
    numbered_alone: bool = False


def cut_inline(raw: str, lines: list[Line]) -> list[Line]:
    """The lines, those cut apart in which a job number and its page number stand amid text (a page taken as one line)."""
    if _JOB_NUMBER.search(raw) is None:
        return lines
    cut: list[Line] = []
    for line in lines:
        if len(line.text) < 40 or (match := _JOB_INLINE.search(line.text)) is None:
            cut.append(line)
            continue
        position = 0
        while match is not None:
            before = _BEFORE.search(line.text, max(position, match.start() - 60), match.start())
            after = _AFTER.match(line.text, match.end())
            start, end = before.start() if before else match.start(), after.end() if after else match.end()
            cut.extend(_pieces(line, position, start, end))
            position = end
            match = _JOB_INLINE.search(line.text, position)
        cut.extend(_pieces(line, position, len(line.text), len(line.text)))
    return cut


def _pieces(line: Line, position: int, start: int, end: int) -> list[Line]:
    pieces = []
    for first, last in ((position, start), (start, end)):
        text = line.text[first:last].strip()
        if text:
            begin = line.start + first + line.text[first:last].index(text)
            whole = first == 0
            pieces.append(Line(begin, begin + len(text), text, line.gap * whole, line.indent * whole, whole and line.page))
    return pieces


def find_furniture(lines: list[Line], known: Mapping[int, str] = MappingProxyType({})) -> Furniture:
    """Which lines are page furniture, beside those that are `known` to be no text."""
    found = Furniture(dict(known))
    signatures = {i: s for i, s in _signatures(lines).items() if known.get(i, "furniture") == "furniture"}
    symbols = Counter(_symbol(lines[i].text) for i, s in signatures.items() if "y" in s)
    found.symbol = _running_symbol(lines, signatures, symbols)
    found.numbered_alone = _numbered_alone(lines, signatures)
    weak: dict[int, str] = {}
    totals = Counter(lines[i].text.rpartition("/")[2] for i, s in signatures.items() if s == "p")
    first = not _holds_symbol(lines, found.symbol)
    symbols[found.symbol or ""] += not first
    for i, signature in signatures.items():
        if "y" in signature and first and i < _ZONE and _symbol(lines[i].text) == found.symbol and _is_masthead(lines, i):
            first = False  # the symbol at the head of the first page is a field of the masthead
        elif i in known or _is_strong(signature) or _is_repeated(lines[i].text, signature, found.symbol, symbols, totals):
            found.reasons[i] = "furniture"
        else:
            weak[i] = signature
        if found.job is None and ("j" in signature or "q" in signature):
            found.job = _job(lines[i].text)
    _page_titles(lines, found)
    _spread(lines, weak, found)
    _page_numbers(lines, weak, found)
    _headers(lines, found)
    return found


def _holds_symbol(lines: list[Line], symbol: str | None) -> bool:
    """Whether the masthead has the symbol amid other words (联合国 A/76/122), so that a line that is no more than it heads a page."""
    if symbol is None:
        return False
    headed = any(line.text[0] == "联" and symbol in line.text for line in lines[:_ZONE])
    return headed or any(symbol in line.text and not line.text.isascii() and not is_closed(line.text) for line in lines[:_HEAD])


def _signatures(lines: list[Line]) -> dict[int, str]:
    """For each line that may be furniture, the kinds of its parts, one letter each."""
    signatures = {}
    for i, line in enumerate(lines):
        text = line.text
        if len(text) > 90 and ("   " not in text or len(text := " ".join(text.split())) > 90):  # parts of a line may be far apart
            continue
        if (text[0] == "<" and _FIELD.fullmatch(text)) or (text[0] in "UV" and _SERIES.fullmatch(text)):
            signatures[i] = "t"
            continue
        if text.isascii() or ((len(text) < 60 or "   " in text) and ("*" in text or "(" in text or "（" in text)):
            signature = _signature(text)
            if signature:
                signatures[i] = signature
        elif len(text) < 4 and text.isdecimal():
            signatures[i] = "n"
        elif len(text) < 20 and _CHINESE.fullmatch(text):
            signatures[i] = "wn"
    return signatures


def _signature(text: str) -> str:
    kinds = []
    for token in (VOLUME.sub("", text) if "/" in text else text).split()[:14]:
        match = _TOKEN.fullmatch(token)
        if match is None or (match.lastgroup == "y" and not any(c.isdigit() for c in token)):
            return ""
        kinds.append(str(match.lastgroup))
    return "".join(kinds)


def _is_strong(signature: str) -> bool:
    kinds = set(signature)
    if "b" in kinds or "j" in kinds or ("q" in kinds and kinds & set("cpynet")):
        return True
    if "w" in kinds:
        return "n" in kinds or signature in ("yw", "wy")
    if signature == "t":
        return True
    return signature in ("yp", "py", "mnm", "cdd", "cd", "cid", "cidd")


def _is_repeated(text: str, signature: str, symbol: str | None, symbols: Counter[str], totals: Counter[str]) -> bool:
    if signature == "p":
        number, _, total = text.partition("/")
        return totals[total] > 1 and int(number) <= int(total)
    if symbol is None or "y" not in signature or set(signature) - set("ynr"):
        return False
    if signature == "y":
        own = _symbol(text)
        fused = own.startswith(symbol) and own[len(symbol) :].isdigit()
        return fused or (own == symbol and symbols[own] > 1)
    return symbol in text


def _symbol(text: str) -> str:
    return next((t for t in text.split() if "/" in t and t[0].isalpha()), text).rstrip("*")


def _job(text: str) -> str | None:
    match = re.search(rf"{_JOB}|(?<!\d)\d{{2}}-\d{{5}}", text)
    return match[0] if match else None


def _running_symbol(lines: list[Line], signatures: dict[int, str], symbols: Counter[str]) -> str | None:
    """The symbol of the document: from its masthead, else the one that comes back, alone or fused with page numbers."""
    for i, line in enumerate(lines[:_ZONE]):
        if "y" in signatures.get(i, "") and _is_masthead(lines, i):
            return _symbol(line.text)
        if line.text[0] == "联" and (match := SYMBOL.search(line.text)) and any(c.isdigit() for c in match[0]):
            return match[0].rstrip("*")
    if not symbols:
        return None
    best, times = symbols.most_common(1)[0]
    places = [i for i, s in signatures.items() if "y" in s]
    listed = any(b - a < 3 for a, b in pairwise(places))  # one under the other, as in a list of documents
    paged = [s for i, s in ((i, _symbol(lines[i].text)) for i, s in signatures.items() if "y" in s and set(s) & set("pjqw"))]
    if times > 1 or best in paged:
        return best
    stem = None if listed else _common_stem(list(symbols))
    return paged[0] if paged else stem or _beside_pages(lines, signatures)


def _second_symbol(lines: list[Line], symbol: str | None) -> str | None:
    """The other symbol of a document of two bodies, under the first one in the masthead (A/49/112, S/1994/398)."""
    for first, second in pairwise(lines[:_ZONE]):
        if symbol is not None and _symbol(first.text) == symbol and SYMBOL.fullmatch(second.text) and any(c.isdigit() for c in second.text):
            return second.text
    return None


def _common_stem(symbols: list[str]) -> str | None:
    """`A/55/383/Add.2` from `A/55/383/Add.22`, `A/55/383/Add.23`, `A/55/383/Add.24`: page numbers fused with the symbol."""
    stem = symbols[0]
    for other in symbols[1:]:
        while not other.startswith(stem):
            stem = stem[:-1]
    rests = [s[len(stem) :] for s in symbols]
    good = len(symbols) > 2 and "/" in stem and stem[-1].isdigit() and all(r.isdigit() for r in rests)
    return stem if good and [int(r) for r in rests] == sorted(int(r) for r in rests) else None


def _beside_pages(lines: list[Line], signatures: dict[int, str]) -> str | None:
    for i, signature in signatures.items():
        if signature == "y" and (signatures.get(i + 1, "") in _PAGE_KINDS or signatures.get(i - 1, "") in _PAGE_KINDS):
            return _symbol(lines[i].text)
    return None


_PAGE_KINDS: Final = frozenset({"p", "n", "r", "mnm", "pj", "jp", "nj", "jn", "pq", "qp", "wn", "nq", "qn", "j"})
_MASTHEAD: Final = lazy(
    r"^联\s*合\s*国(?=\s|[A-Z]|$)|Distr\.|Original|United Nations|(?:General|Limited|Restricted)$|大\s*会$|安全理事会$|理事会$"
)


def _is_masthead(lines: list[Line], index: int) -> bool:
    return any(_MASTHEAD.search(line.text) for line in lines[max(0, index - 5) : index + 6] if len(line.text) < 60)


def _numbered_alone(lines: list[Line], signatures: dict[int, str]) -> bool:
    """Whether bare numbers on lines of their own are paragraph numbers: 1, 2, 3 … where no paragraph begins `N. text`."""
    expected = 1
    inline = 0
    for i, line in enumerate(lines):
        if signatures.get(i) == "n":
            expected += int(line.text) == expected and _begins_text(lines, signatures, i)
        elif line.text[0].isdecimal() and (label := read_label(line.text)) and label.kind == "number":
            inline += label.alone or len(line.text) > 28 or is_closed(line.text)
    return expected > 3 and inline * 2 < expected


def _spread(lines: list[Line], weak: dict[int, str], found: Furniture) -> None:
    """What may be furniture and stands beside furniture or a page break, is. Bare numbers do not pass it on to one another."""
    furniture = [i for i, reason in found.reasons.items() if reason == "furniture"]
    queue = [(k, i) for i in furniture for k in (i - 1, i + 1)]  # a line, and what it stands beside
    listed = len({lines[i].text for i, signature in weak.items() if signature == "y"}) > 2  # the last of a list is not the running symbol
    second = _second_symbol(lines, found.symbol)
    last = len(lines) - 1  # the end of the text is the end of a page
    queue.extend((i, -1) for i in weak if lines[i].page or i == last or lines[i + 1].page)
    while queue:
        i, beside = queue.pop()
        signature = weak.get(i, "i")
        if signature == "i" or (signature == "n" and weak.get(beside) == "n"):
            continue
        if signature == "y":
            found.symbol = found.symbol or (None if listed else _symbol(lines[i].text))
            if _symbol(lines[i].text) not in (found.symbol, second):
                continue
        elif signature == "n" and found.numbered_alone and _begins_text(lines, ChainMap(weak, found.reasons), i):
            continue
        if i not in found.reasons:
            found.reasons[i] = "furniture"
            queue.extend(((i - 1, i), (i + 1, i)))


def _begins_text(lines: list[Line], apart: Container[int], i: int) -> bool:
    """Whether text begins after line `i` that does not go on from the text before it; lines `apart` are none."""
    if i + 1 >= len(lines) or i + 1 in apart:
        return False
    before = next((lines[k].text for k in range(i - 1, max(-1, i - 6), -1) if k not in apart), "")
    return len(before) < 25 or is_closed(before.rstrip("0123456789¹²³⁰⁴⁵⁶⁷⁸⁹*"))


def _page_titles(lines: list[Line], found: Furniture) -> None:
    """Lines with the number of a page and the title of the file, the same on each page."""
    titles: dict[str, list[int]] = {}
    found.reasons.update((i, "furniture") for i, line in enumerate(lines[:_HEAD]) if _ALIGNED.match(line.text))
    for i, line in enumerate(lines):
        if line.text.startswith("Page ") and (match := _PAGE_TITLE.fullmatch(line.text)):
            titles.setdefault(match["title"], []).append(i)
    found.reasons.update((i, "furniture") for places in titles.values() if len(places) > 1 for i in places)


def _page_numbers(lines: list[Line], weak: dict[int, str], found: Furniture) -> None:
    """Bare numbers that count the pages: 2, 3, 4 …, each between lines of text that go on over it or far apart."""
    if found.numbered_alone:
        return
    chain: list[int] = []
    for i in (i for i, s in weak.items() if s == "n" and i not in found.reasons):
        number, last = int(lines[i].text), int(lines[chain[-1]].text) if chain else None
        if last is None or (number == last + 1 and i - chain[-1] > 4):
            chain.append(i)
        elif len(chain) < 3:
            chain = [i]
    if len(chain) >= 3:
        found.reasons.update(dict.fromkeys(chain, "furniture"))


def _headers(lines: list[Line], found: Furniture) -> None:
    """Lines that come back at page breaks, three times at least, page numbers in them apart."""
    for _ in range(2):
        edges: dict[str, list[int]] = {}
        for i in _at_breaks(lines, found):
            text = lines[i].text
            if len(text) < 80 and text[0] not in "_＿─━―—-=" and not is_closed(text) and read_label(text) is None:
                edges.setdefault(re.sub(r"\d+", "#", text), []).append(i)
        fresh = [i for places in edges.values() if len(places) > 2 for i in places]
        if not fresh:
            break
        found.reasons.update(dict.fromkeys(fresh, "furniture"))
    _torn_headers(lines, found)


def _torn_headers(lines: list[Line], found: Furniture) -> None:
    """Short lines that come back far apart and mostly tear a sentence in two."""
    again: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        text = line.text
        if 3 < len(text) < 60 and text[0] not in "_＿─━―—-=" and i not in found.reasons:
            again.setdefault(text, []).append(i)
    for text, places in again.items():
        if len(places) < 3 or is_closed(text) or read_label(text) is not None:
            continue
        torn = sum(1 for i in places if i and len(lines[i - 1].text) > 20 and not is_closed(lines[i - 1].text))
        if torn * 2 > len(places) and all(b - a > 8 for a, b in pairwise(places)):
            found.reasons.update(dict.fromkeys(places, "furniture"))


def _at_breaks(lines: list[Line], found: Furniture) -> set[int]:
    places: set[int] = set()
    count = len(lines)
    for i in found.reasons:
        places.update((i - 1, i + 1))
    for i, line in enumerate(lines):
        if line.page:
            places.update((i - 1, i))
    return {i for i in places if 0 <= i < count and i not in found.reasons}
