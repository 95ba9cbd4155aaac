"""When a figure applies: the dates whose reach it stands in.

A date reaches to the end of its sentence from where it stands; one that follows the number counts when none precedes it. A date
that only compares (比2010年增加, but not 较2019年的77人), that the number changed from (从2015年的4吨) or that names something
(2014年的报告) does not; that of what happened does (2010年的地震). 其中, 其间 and 同期 take over the period of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.items import REACHES
from unodc_report.observations.tokens import Sentence, Token
from unodc_report.observations.vocabulary import words

INHERITING: Final = words("inheriting")
_OPEN: Final = "("
_CLOSE: Final = ")"
_PRESENT: Final = frozenset({"现有", "现", "目前", "现在", "至今", "迄今"})
"""Words that say that the figure is of now, whatever date stands before them."""
_DISASTERS: Final = words("disaster")
"""What befalls the place that is named before it."""
_HAPPENINGS: Final = _DISASTERS | words("happening")
"""Nouns whose date is the date of what they did."""
_COMPARING: Final = frozenset({"比", "较"})
_PAPERS: Final = frozenset({"报告", "决定"})
"""Names of papers that are verbs too: 2014年的|报告."""
_ON_THE_OCCASION: Final = frozenset({"上", "期间", "中"})


def find_when(sentence: Sentence, at: int) -> Token | None:
    """The date token whose period the quantity at token `at` falls in; None where the sentence states none."""
    tokens = sentence.tokens
    present = False
    for i in range(at - 1, -1, -1):  # most tokens are no date: what they are asked decides the time
        token = tokens[i]
        if token.text in _PRESENT:
            present = True
        if token.tag != "t" or not reaches_over(tokens, i, at) or _names(tokens, i) or _compares(tokens, i, at):
            continue
        return None if present else tokens[i]
    for i in range(at + 1, len(tokens)):
        if tokens[i].text in {"，", ":"} or tokens[i].tag == "Q":
            break
        if tokens[i].tag == "t" and reaches_over(tokens, i, at) and not _names(tokens, i):
            return tokens[i]
    return None


def reaches_over(tokens: Sequence[Token], i: int, at: int) -> bool:
    """Whether what token `i` says reaches token `at`: it stands in no bracket, or in the same one."""
    bracket = _bracket(tokens, i)
    return bracket is None or bracket == _bracket(tokens, at)


def _bracket(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the bracket that token `at` stands in, None outside of brackets."""
    for i in range(at - 1, -1, -1):
        if tokens[i].text == _CLOSE:
            return None
        if tokens[i].text == _OPEN:
            return i
    return None


def _compares(tokens: Sequence[Token], date: int, at: int) -> bool:
    """Whether the date only says what the number is compared with, or changed from.

    比|2010年|增加了26%; 是|2019年|的近4倍; 从|2015年|的4吨增至23吨; 与|2011年|的…相比，增加了.
    """
    before = tokens[date - 1].text if date else ""
    of = tokens[date + 1].text == "的"
    if before in _COMPARING:
        return not of or date + 2 != at  # but 较2019年的|77人减少了16%
    number = tokens[at].mention
    if of and number is not None and number.fields.get("kind") == "multiple":
        return date + 4 >= at
    if of and before in {"从", "由"} and tokens[date + 2].tag == "Q":
        return date + 2 != at
    end = next((i for i in range(date, at) if tokens[i].text == "，"), None)
    return end is not None and tokens[end - 1].text in {"相比", "比较", "相较"}


def _names(tokens: Sequence[Token], at: int) -> bool:  # noqa: PLR0911  # one return a construction
    """Whether the date only names something: 2014年|《…报告》, 2014年通过的|…, 2016-2017两年期|预算.

    Not before the noun whose number follows (2002年|的收入为6亿美元), nor before an occasion (在2017年8月|的会议上).
    """
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if following.mention is not None and following.mention.type in {"instrument", "publication", "event", "document"}:
        return True
    if following.text.endswith("报告") and len(following.text) > 2:  # 2014年|调查报告
        return True
    if following.text != "的":
        return False
    noun = tokens[at + 2 : at + 4]
    named = noun and noun[0].text != "每" and (noun[0].nominal or noun[0].text in _PAPERS or noun[0].text[0] == "第")
    if not named or any(token.tag == "Q" for token in noun):
        return False
    end = at + 2 if noun[0].text in _PAPERS else _nouns_end(tokens, at + 2)
    if end < len(tokens) and tokens[end].text in _ON_THE_OCCASION:
        return False
    if tokens[end - 1].text in _HAPPENINGS:
        return False  # 2010年1月的|地震|夺走了
    return not _reaches_number(tokens, end)


def _nouns_end(tokens: Sequence[Token], end: int) -> int:
    """Index after the nouns from token `end` on, verbs before a noun included: 总|就业|人数."""
    while end < len(tokens) and (tokens[end].nominal or (tokens[end].verbal and end + 1 < len(tokens) and tokens[end + 1].tag == "n")):
        end += 1
    return end


def _reaches_number(tokens: Sequence[Token], end: int) -> bool:
    """Whether words of reaching and a number stand at token `end`: |为6亿美元, |共达12吨."""
    i = end
    while i < len(tokens) and (tokens[i].text in REACHES or tokens[i].tag == "d"):
        i += 1
    return end < i < len(tokens) and tokens[i].tag == "Q"
