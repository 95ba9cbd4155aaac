"""Lines that run together what the page had apart: a masthead and the title after it, or all paragraphs of a page or a whole document.

Some converters write a page as one line. Then the end of the masthead (Original: English), the running numbers of the
paragraphs and the numerals of headings before them say where lines were.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from unodc_report.chinese.characters import LETTER, han
from unodc_report.layout.lines import Line
from unodc_report.layout.resolution_lines import OPENS
from unodc_report.layout.running import find_paragraphs
from unodc_report.patterns import lazy

_MASTHEAD: Final = re.compile(
    rf"(?i:Original\s?[:：]\s?(?:English|French|Spanish|Russian|Arabic|Chinese))(?![A-Za-z])(?=\s*(?:{LETTER} ?){{3}})"
)
_SESSION: Final = re.compile(
    rf"(?:(?P<body>{han('/')}{{2,24}}(?:大会|理事会|委员会|会议|工作组|机制|审议组|论坛|执行局))\s+)?"
    r"(?P<session>第\s?[一二三四五六七八九十百〇\d]{1,7}\s?届(?:特别|常)?会议(?:续会)?)\s+(?:(?P<date>\d{4}[\s年][^议]{4,40}?)\s+)?"
    r"(?P<item>(?:(?:临时|暂定)\s?)?(?:议程|项目表)\s?[*＊∗]{0,3}\s?项目\s?\d{1,3}(?:\s?[(（][a-z\d]{1,3}[)）])*)"
    rf"\s*(?=[《“\"]|{LETTER})"
)
_GLUED: Final = lazy(_SESSION.pattern.replace(r"\s+", r"\s*"))
_SUMMARY: Final = lazy(
    r"(?:(?:执行)?摘\s?要|内容提要|概\s?要)(?=\s*(?:本(?:报告|文件|说明|研究|次)|根据|按照|依照|秘书长|大会|理事会))"
)
_AUTHOR: Final = lazy(r"(?:秘书长|秘书处|执行主任|执行秘书|高级专员|特别报告员|独立专家|工作组)的?(?:报告|说明)\s*\Z")
_DATED: Final = re.compile(  # a session with its date and place, or the number of an item before its name
    rf"(?:(?P<body>{han('《》 ')}{{2,40}}(?:大会|理事会|委员会|会议|工作组))\s+)?"
    rf"(?P<session>第[一二三四五六七八九十百〇]{{1,7}}届(?:特别|常)?会议)\s+\d{{4}}\s?年[^。；]{{4,30}}日(?:\s?[,，]\s?{LETTER}{{2,6}})?"
    rf"|(?P<item>(?:临时|暂定)?议程\*{{0,3}}\s?项目\s?\d{{1,3}}(?:\([a-z]\))?)\s+{han('《 ')}{{2,60}}"
)
_RESOLUTION: Final = re.compile(
    r"(?:[^。]{0,160}[\]］]\s*)?(?P<title>(?:\d{2}|(?:19|20)\d\d)/\d{1,3}(?: ?[A-Z])?\s?[.．、][^。；;]{2,160}?)"
    rf"\s(?P<body>(?:大会|经济及社会理事会)[,，])\s?(?={OPENS.pattern})"
)
_CLAUSE: Final = lazy(rf"[,，](?:\s?\d{{1,2}}/)?\s+(?={OPENS.pattern})")  # no other comma has a blank after it
_FIRST_ACT: Final = lazy(r"\s1\.\s?[\u4e00-\u9fff]")
_CLOSING: Final = lazy(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s第\d{1,5}次(?:全体)?会议\s*\Z")
_ZONE: Final = 14  # lines in which a masthead is looked for
_TITLED: Final = 500  # characters from the masthead to the summary
_SHORT: Final = 60  # characters of a line beside pages that is none
_PAGE: Final = 300  # characters a line on average, where lines are pages


def cut_run_in(lines: list[Line]) -> list[Line]:
    """The lines, cut where a masthead ends inside of one and, where lines are pages, before numbered paragraphs and their headings."""
    paged = len(lines) < 2000 and sum(len(line.text) for line in lines) > _PAGE * len(lines)
    if not paged and not any(map(_is_front, lines[:_ZONE])):
        return lines
    resolutions = {k: match for k, line in enumerate(lines[:_ZONE]) if (match := _RESOLUTION.match(line.text))}
    numbered = _paragraphs(lines, [k for k, line in enumerate(lines) if k in resolutions or (paged and len(line.text) > _SHORT)])
    cut: list[Line] = []
    for k, line in enumerate(lines):
        places = {match.end() for match in _MASTHEAD.finditer(line.text)} if k < _ZONE else set()
        places |= {place for end in {0, *places} for place in _front(line.text, end)} if paged and k < _ZONE else set()
        if k < _ZONE and (session := _SESSION.match(line.text)):
            places.update(session.end(part) for part in ("body", "session", "date", "item") if session[part])
        elif k < _ZONE and (session := _DATED.fullmatch(line.text)):
            places.update(session.end(part) for part in ("body", "session", "item") if session[part])
        if k in resolutions:
            places.update(_clauses(line.text, resolutions[k]))
        places |= numbered.get(k, set())
        cut.extend(_pieces(line, sorted(places - {0})))
    return cut


def _front(text: str, start: int) -> Iterator[int]:
    """Where body, session, item, title, author and summary begin after the masthead of a page in one line."""
    session = _GLUED.match(text, start + (text[start : start + 1] == " "))
    if session is not None:
        yield from (session.end(part) for part in ("body", "session", "date", "item") if session[part])
    summary = _SUMMARY.search(text, start, start + _TITLED)
    if summary is not None:
        yield from summary.span()
        if author := _AUTHOR.search(text, start, summary.start()):
            yield author.start()


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


def _paragraphs(lines: list[Line], whole: list[int]) -> dict[int, set[int]]:
    """Where numbered paragraphs and their headings begin in the lines that are pages, by the index of the line."""
    starts, length = [], 0
    for k in whole:
        starts.append(length)
        length += len(lines[k].text) + 1
    places: dict[int, set[int]] = {}
    for place in find_paragraphs("\n".join(lines[k].text for k in whole)):
        at = bisect_right(starts, place) - 1
        places.setdefault(whole[at], set()).add(place - starts[at])
    return places


def _pieces(line: Line, places: list[int]) -> Iterator[Line]:
    for first, last in zip([0, *places], [*places, len(line.text)], strict=True):
        piece = line.text[first:last]
        text = piece.strip()
        if text:
            begin = line.start + first + piece.index(text[0])
            whole = first == 0
            begins = line.begins if whole else True
            yield Line(begin, begin + len(text), text, line.gap * whole, line.indent * whole, whole and line.page, begins)
