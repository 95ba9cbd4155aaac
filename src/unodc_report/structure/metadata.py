"""What a document is: the fields of its masthead, its title and author, and what its page furniture adds."""

from __future__ import annotations

import re
from typing import Final

from unodc_report.chinese.characters import LETTER, han
from unodc_report.layout.cleaning import CleanText
from unodc_report.layout.masthead_lines import BODY, is_line, is_session, whole_symbol
from unodc_report.layout.resolution_lines import is_adopting_body, resolution_symbol, resolution_title
from unodc_report.models.document import Block, Metadata
from unodc_report.patterns import lazy
from unodc_report.structure import masthead
from unodc_report.structure.outline import Unit

_FRONT: Final = 24  # blocks in which the subject of a resolution stands
_NO_TITLE: Final = re.compile(
    r"(?:副?主席(?:兼报告员)?|报告员|(?:联合|共同)主席|秘书)[:：].*"  # who presented it
    # but 加强联合国环境规划署 is one, and so is 主题辩论摘要
    rf"|(?!关于|加强|改革|设立|关闭|审查|评价|支持){han()}{{2,16}}(?:办公室|办事处|管制局|规划署|计划署|开发署)"
    rf"|(?:主题(?!辩论|讨论|发言|报告|小组|会议|活动)|通过日期|原始文本)[:：]?(?:联合国|查看|{han()}{{2,12}}$).*"
    rf"|(?:联合国|国际|世界){han('、')}{{2,24}}(?:办公室|办事处|组织|管制局|规划署|计划署|基金会?|劳工局|研究所|大学)[ |]*"  # whose it is
    rf"|(?s:(?!.*{LETTER}).*)|[^|\n]*\|.*"  # a cell of a table
)
_LETTER: Final = re.compile("(?:给|致).{2,30}的(?:同文)?(?:信|普通照会)(?:的增编|的更正)?[*＊]*$")
_DATED: Final = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?!至)")
_YEAR: Final = lazy(r" ?\(((?:19|20)\d\d)\)")  # of a resolution of the Security Council, part of its symbol
_ANAPHORS: Final = frozenset({"委员会", "理事会"})


def read_metadata(text: CleanText, units: list[Unit], blocks: list[Block]) -> Metadata:
    """The metadata of a document, from the units of its masthead and its first blocks."""
    head = [unit for unit in units if unit.kind == "masthead"]
    under = [unit for unit in units if unit.kind == "title" and is_line("".join(_lines_of(unit)), None)]  # a session under a title
    fields = masthead.read_fields([line for unit in (*head, *under) for line in _lines_of(unit)])
    titles = [block.text for block in blocks if block.kind == "title"]
    if "body" not in fields and (body := _body(blocks, titles)):
        fields["body"] = body
    author = next((title for title in reversed(titles) if masthead.AUTHOR.fullmatch(title)), None)
    symbol = masthead.find_symbol([line for unit in units if unit.kind == "masthead" for line in _lines_of(unit)])
    symbol = symbol or masthead.find_symbol([title for title in titles if "/RES/" in title and resolution_title(title)])
    running = _with_year(text) or _own_resolution(fields.get("body", ""), blocks)
    inferred = ("symbol",) if symbol is None and running is not None else ()
    title = _title([title for title in _after_item(units, titles, fields) if title != author])
    told = {"symbol": symbol or running, "title": title, "author": author, "job_number": text.job, "inferred": inferred}
    return Metadata.trusted({**told, **fields})


def _with_year(text: CleanText) -> str | None:
    """The running symbol; S/RES/2396 with the year that the text gives it."""
    if text.symbol is None or not text.symbol.startswith("S/RES/"):
        return text.symbol
    year = _YEAR.match(text.raw, text.raw.find(text.symbol) + len(text.symbol))
    return f"{text.symbol} ({year[1]})" if year else text.symbol


def _own_resolution(body: str, blocks: list[Block]) -> str | None:
    """The symbol of the one resolution that a document is, by the number before its title."""
    titles = [block.text for block in blocks if block.kind != "masthead" and resolution_title(block.text)]
    return resolution_symbol(body, titles[0]) if len(titles) == 1 else None


def _lines_of(unit: Unit) -> list[str]:
    """The lines of a masthead unit, those made one that the file knows to be one, as the name of a body in a narrow column."""
    lines: list[str] = []
    for row in unit.rows:
        if row.line.begins is False and lines:
            lines[-1] += row.line.text
        else:
            lines.append(row.line.text)
    return lines


def _body(blocks: list[Block], titles: list[str]) -> str | None:
    """The body that a masthead lost: it stands alone over the title, or is the subject of the resolution."""
    if len(titles) > 1 and BODY.fullmatch(titles[0]):
        return titles[0]
    for block in blocks[:_FRONT]:
        if block.kind == "text" and block.text[-1] in "，," and is_adopting_body(block.text) and block.text[:-1] not in _ANAPHORS:
            return block.text[:-1]
    return None


def _after_item(units: list[Unit], titles: list[str], fields: dict[str, str]) -> list[str]:
    """The titles without the name of the agenda item, which stands right under its number where a title of the document follows it."""
    heads = [unit for unit in units if unit.kind in ("masthead", "title")]
    place = next((k for k, unit in enumerate(heads) if unit.kind == "title"), 0)
    if "agenda_item" not in fields or not place or "项目" not in "".join(_lines_of(heads[place - 1])) or len(titles) != len(heads) - place:
        return titles
    gaps = [unit.rows[0].line.gap for unit in heads[place:]]
    if not any(gaps):
        return titles  # a title in two lines, perhaps
    end = place + 1
    while end < len(heads) and not gaps[end - place]:
        end += 1  # the name goes on in the next line
    rest = titles[end - place :]
    return rest if any(not masthead.AUTHOR.fullmatch(title) for title in rest) else titles


def _title(titles: list[str]) -> str | None:
    """The longest line under the masthead; of a resolution what stands after its number, of a letter its date, writer and addressee."""
    if letter := _letter(titles):
        return letter
    numbered = [title for title in map(resolution_title, titles) if title]
    named = [title for title in titles if not is_line(title, None) and not whole_symbol(title)]  # sessions and dates stand there too
    telling = [title for title in named if not is_session(title) and not _NO_TITLE.fullmatch(title)]
    telling = [title for title in telling if not BODY.fullmatch(title)] or telling
    title = numbered[0] if numbered else max(telling or named or titles, key=len, default=None)
    return title and (title.rstrip("*＊ ") or title)  # marks of notes that are lost


def _letter(titles: list[str]) -> str | None:
    """The title of a letter in its lines: 1994年4月7日加纳常驻联合国代表 | 给秘书长的信."""
    end = next((k for k, title in enumerate(titles) if _LETTER.search(title)), None)
    start = None if end is None else next((k for k in range(end, max(end - 4, -1), -1) if _DATED.match(titles[k])), None)
    return None if start is None or end is None else "".join(titles[start : end + 1]).rstrip("*＊ ")
