"""Lines that run together what the page had apart: a masthead and the title after it, or all paragraphs of a page or a whole document.

Some converters write a page as one line. Then the end of the masthead (Original: English), the running numbers of the
paragraphs and the numerals of headings before them say where lines were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.layout.lines import Line
from unodc_report.layout.resolution_lines import OPENS

_MASTHEAD: Final = re.compile(
    r"Original\s?[:：]\s?(?:English|French|Spanish|Russian|Arabic|Chinese)(?![A-Za-z])(?=\s*[\u4e00-\u9fff]{2} ?[\u4e00-\u9fff]{2})",
    re.IGNORECASE,
)
_SESSION: Final = re.compile(
    r"(?:(?P<body>[\u4e00-\u9fff]{2,24}(?:大会|理事会|委员会|会议|工作组|机制|审议组|论坛|执行局))\s+)?"
    r"(?P<session>第\s?[一二三四五六七八九十百〇\d]{1,7}\s?届(?:特别|常)?会议(?:续会)?)\s+(?:(?P<date>\d{4}[\s年][^议]{4,40}?)\s+)?"
    r"(?P<item>(?:(?:临时|暂定)\s?)?(?:议程|项目表)\s?[*＊]{0,3}\s?项目\s?\d{1,3}(?:\s?[(（][a-z\d]{1,3}[)）])*)\s*(?=[\u4e00-\u9fff《“\"])"
)
_DATED: Final = re.compile(  # a session with its date and place, or the number of an item before its name
    r"(?:(?P<body>[\u4e00-\u9fff《》 ]{2,40}(?:大会|理事会|委员会|会议|工作组))\s+)?"
    r"(?P<session>第[一二三四五六七八九十百〇]{1,7}届(?:特别|常)?会议)\s+\d{4}\s?年[^。；]{4,30}日(?:\s?[,，]\s?[\u4e00-\u9fff]{2,6})?"
    r"|(?P<item>(?:临时|暂定)?议程\*{0,3}\s?项目\s?\d{1,3}(?:\([a-z]\))?)\s+[\u4e00-\u9fff《 ]{2,60}"
)
_RESOLUTION: Final = re.compile(
    r"(?:[^。]{0,160}[\]］]\s*)?(?P<title>(?:\d{2}|(?:19|20)\d\d)/\d{1,3}(?: ?[A-Z])?\s?[.．、][^。；;]{2,160}?)"
    rf"\s(?P<body>(?:大会|经济及社会理事会)[,，])\s?(?={OPENS.pattern})"
)
_CLAUSE: Final = re.compile(rf"[,，](?:\s?\d{{1,2}}/)?\s+(?={OPENS.pattern})")  # no other comma has a blank after it
_FIRST_ACT: Final = re.compile(r"\s1\.\s?[\u4e00-\u9fff]")
_CLOSING: Final = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s第\d{1,5}次(?:全体)?会议\s*\Z")
_ZONE: Final = 14  # lines in which a masthead is looked for
_COUNTED: Final = 2  # numbers that may count on by chance
_PAGE: Final = 300  # characters a line on average, where lines are pages
_NUMBER: Final = re.compile(r"(?P<number>[1-9][0-9]{0,2})\.(?=\s?[\u4e00-\u9fff0-9《“(（])")
_HEADING: Final = re.compile(
    r"(?<![第、和])(?:[一二三四五六七八九十]{1,2}[.、．]|(?<![A-Za-z0-9 ])[A-H]\.)\s?(?![一二三四五六七八九十]+[、.])"
    r"[\u4e00-\u9fff]{2,20}\Z|第[一二三四五六七八九十]{1,3}章[:：.．]?\s?[\u4e00-\u9fff]{2,24}\s?\Z"
)
_HEADED: Final = 30  # characters before a number in which its heading stands
_MARKED: Final = re.compile(r"[。；;，,]\s?\d{1,2}/\s*\Z")  # a mark of the old style after the paragraph before
_ENDS: Final = frozenset("。；;，,：:.！？”)）")


def cut_run_in(lines: list[Line]) -> list[Line]:
    """The lines, cut where a masthead ends inside of one and, where lines are pages, before numbered paragraphs and their headings."""
    paged = len(lines) < 2000 and sum(len(line.text) for line in lines) > _PAGE * len(lines)
    if not paged and not any(map(_is_front, lines[:_ZONE])):
        return lines
    cut: list[Line] = []
    for k, line in enumerate(lines):
        places = {match.end() for match in _MASTHEAD.finditer(line.text)} if k < _ZONE else set()
        if k < _ZONE and (session := _SESSION.match(line.text)):
            places.update(session.end(part) for part in ("body", "session", "date", "item") if session[part])
        elif k < _ZONE and (session := _DATED.fullmatch(line.text)):
            places.update(session.end(part) for part in ("body", "session", "item") if session[part])
        resolution = _RESOLUTION.match(line.text) if k < _ZONE else None
        if resolution is not None:
            places.update(_clauses(line.text, resolution))
        if resolution is not None or (paged and len(line.text) > _PAGE // 2):
            places.update(_paragraphs(line.text))
        cut.extend(_pieces(line, sorted(places)))
    return cut


def _is_front(line: Line) -> bool:
    return any((_MASTHEAD.search(line.text), _SESSION.match(line.text), _DATED.fullmatch(line.text), _RESOLUTION.match(line.text)))


def _clauses(text: str, resolution: re.Match[str]) -> Iterator[int]:
    """Where the title, the body that speaks and the paragraphs of the preamble begin in a line that holds a resolution."""
    yield from (place for place in (resolution.start("title"), resolution.start("body"), resolution.end("body")) if place)
    first = _FIRST_ACT.search(text, resolution.end("body"))
    for clause in _CLAUSE.finditer(text, resolution.end("body"), first.start() if first else len(text)):
        yield clause.end()
    if closing := _CLOSING.search(text, max(resolution.end("body"), len(text) - 40)):
        yield closing.start()


def _paragraphs(text: str) -> Iterator[int]:
    """Where numbered paragraphs begin in a line, and the headings right before them: numbers that count on, three at least."""
    chains: list[list[re.Match[str]]] = []
    bare = "。" not in text  # some converters lose the marks of punctuation: blanks are left
    for match in _NUMBER.finditer(text):
        start, number = match.start(), int(match["number"])
        marked = _MARKED.search(text[max(0, start - 6) : start])
        before = marked[0][0] if marked else text[max(0, start - 2) : start].rstrip()[-1:]
        parted = bare and text[max(0, start - 1) : start] == " " == text[match.end() : match.end() + 1]
        headed = parted or before in _ENDS or _HEADING.search(text[max(0, start - _HEADED) : start]) is not None
        if chains and number == int(chains[-1][-1]["number"]) + 1 and headed:
            chains[-1].append(match)
        elif _may_be_first(number, "。" if parted else before, [len(chain) for chain in chains]):
            chains.append([match])
    chain = max(chains, key=len, default=[])
    for match in chain if len(chain) > _COUNTED else ():
        yield match.start()
        heading = _HEADING.search(text, max(0, match.start() - _HEADED), match.start())
        if heading:
            yield heading.start()


def _may_be_first(number: int, before: str, counted: list[int]) -> bool:
    """Whether a number may begin a count: 1 after any character of a text or none, any after a sentence where none has begun."""
    if number == 1:
        return (not before or before in _ENDS or "\u4e00" <= before <= "\u9fff") and not (counted and counted[-1] > _COUNTED)
    return not counted and before in "。；;！？”"


def _pieces(line: Line, places: list[int]) -> Iterator[Line]:
    for first, last in zip([0, *places], [*places, len(line.text)], strict=True):
        piece = line.text[first:last]
        text = piece.strip()
        if text:
            begin = line.start + first + piece.index(text[0])
            whole = first == 0
            begins = line.begins if whole else True
            yield Line(begin, begin + len(text), text, line.gap * whole, line.indent * whole, whole and line.page, begins)
