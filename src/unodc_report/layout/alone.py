"""Lines that are blocks by themselves, whatever stands before and after them: 摘要, an author, an officer, a field of a table."""

from __future__ import annotations

import re
from typing import Final

from unodc_report.patterns import lazy

_ALONE: Final = re.compile(r"(?:执行)?摘要|内容提要|概要|目录|附件|附录|注释|导言|前言|序言|结论|决议草案|资料来源")
_AUTHOR: Final = re.compile(
    r"(?:秘书长|秘书处|执行主任|主席|高级专员|特别报告员|独立专家|工作组|委员会|联合检查组)的?(?:报告|说明|备忘录|来文)"
)
OFFICER: Final = re.compile("(?:副?主席(?:兼报告员)?|报告员|(?:联合|共同)主席|秘书|成员|委员|召集人|主持人|协调员)[:：]")
_ENTRY: Final = re.compile(  # of the table above the views of a treaty body
    r"(?:(?:来文)?提交人|(?:据称)?受害人|所涉缔约国|来文日期|参考文件|(?:本?意见|决定)的?通过日期|事由|程序性问题|实质性问题|《(?:公约|任择议定书)》(?:相关)?条款|主题)[:：]"
)
_MEETING: Final = lazy(r"[上下中]午\s?[0-9一二三四五六七八九十]\S{0,9}(?:宣布|会议)?(?:开会|开始|散会|休会|复会|续会|结束)[。.]?")
_CELLS: Final = lazy(r"[^\s.．、)）]\s{3,}\S")


def are_cells(before: str, after: str) -> bool:
    """Whether two lines are rows of a table, whose cells stand apart.

    >>> are_cells("国家        加入日期", "阿富汗      1992年2月14日"), are_cells("国家        加入日期", "1.    委员会")
    (True, False)
    """
    return "   " in before and "   " in after and _CELLS.search(before) is not None and _CELLS.search(after) is not None


def has_leaders(text: str) -> bool:
    """Whether leaders part the columns of a line, as in a list of those present.

    >>> has_leaders("主席：甲先生..........(乙国)"), has_leaders("他说：“……局势已有改善”。")
    (True, False)
    """
    return "....." in text or "………" in text


def opens_meeting(text: str) -> bool:
    """Whether a line says when a meeting was opened, suspended or closed, and nothing else.

    >>> opens_meeting("上午10时15分会议开始。"), opens_meeting("下午6时散会"), opens_meeting("上午10时开会讨论水的问题。")
    (True, True, False)
    """
    return text[1:2] == "午" and _MEETING.fullmatch("".join(text.split())) is not None


def stands_alone(text: str, *, closed: bool) -> bool:
    """Whether a short line is a block by itself; `closed`: whether it ends as a sentence does.

    >>> stands_alone("秘 书 长 的 报 告", closed=False), stands_alone("事由：", closed=True), stands_alone("会议结束。", closed=True)
    (True, True, False)
    """
    if opens_meeting(text):
        return True
    if closed:
        return _ENTRY.fullmatch(text) is not None
    bare = "".join(text.split())
    return any((_ALONE.fullmatch(bare), _AUTHOR.fullmatch(bare), OFFICER.match(bare)))
