"""Patterns of the lines around tables and charts (captions above, sources and notes below), and of masthead lines."""

from __future__ import annotations

from typing import Final

from unodc_report.chinese.characters import LETTER
from unodc_report.patterns import lazy

_NUMBER: Final = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,5})"
CAPTION: Final = lazy(
    rf"(?:图|表|表格|地图|插图|方框|专栏|框|Figure|Table|Box|Map)\s?{_NUMBER}(?:[.．:：、\s]|$)"
    rf"|(?:图|表)\s?{_NUMBER}(?={LETTER})(?!和|及|至|[章节款条显所明列示中内])"
)
"""The number of a figure, a table or a box at the head of a line."""

SOURCE: Final = lazy(r"(?:资\s?料\s?来\s?源|来\s?源|数据来源|注|说明|缩写|图例|Sources?|Notes?)\s?[：:]|[a-z*]\s+\S")
"""A source or a note under a table."""

SUMMARY: Final = lazy(r"(?:执行)?\s*摘\s*要|内容提要|概\s*要|提\s*要|(?:Executive )?[Ss]ummary")
"""The heading of a summary, which the United Nations frame on the first page; it is text all the same."""

MASTHEAD: Final = lazy(r"联\s*合\s*国$|联\s+合\s+国|Distr\.|United Nations|Original\s*:|^Chinese$")
"""A line of the masthead."""
