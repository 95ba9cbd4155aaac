"""Numbers of sessions, articles and paragraphs: 三十一, 五十四至五十七, 251、252及261-265."""

from __future__ import annotations

from typing import Final

from unodc_report.chinese.numerals import chinese

CHINESE: Final = "[一二三四五六七八九十百零〇]{1,7}"
NUMERAL: Final = rf"(?:\d{{1,4}}(?:(?<!\d\d\d) \d{{3}}(?!\d))?|{CHINESE})"
RANGE: Final = "(?:[至到]| ?- ?)"  # 第6 – 15段, 第38- 40段
AND: Final = "(?:、|，|,|以?及|[和与]){1,2}"


def ordinal(text: str) -> int | None:
    """The value of a numeral in Arabic digits or Chinese characters, None if it is not well formed.

    >>> ordinal("五十八"), ordinal("7358"), ordinal("1 024"), ordinal("一五六"), ordinal("十百")
    (58, 7358, 1024, 156, None)
    """
    figures = text.replace(" ", "")  # 第1 024次
    if figures.isdigit() and figures.isascii():
        return int(figures)
    value = chinese(text)
    return None if value is None else int(value)
