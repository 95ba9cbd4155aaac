"""Years that are told from another: 当年 and 次年 from the date before, 上一年 from the one that the sentence is about."""

from __future__ import annotations

from typing import Final

from unodc_report.observations.items import REACHES
from unodc_report.observations.tokens import Sentence, bracket_start, clause_start

_THAT_YEAR: Final = frozenset({"当年", "同年"})
_YEAR_AFTER: Final = frozenset({"次年", "翌年"})
_FROM_THAT_YEAR: Final = _THAT_YEAR | _YEAR_AFTER
_PRICES: Final = ("价格", "汇率", "币值", "物价", "美元", "人")
_LAST_YEAR: Final = frozenset({"上一年", "上年", "上年度", "前一年", "去年"})


def year_before(sentence: Sentence, at: int) -> bool:
    """Whether the quantity at token `at` is of the year before the one that the sentence is about: 比上一年(|53起|)减少, 上一年为|53起."""
    tokens = sentence.tokens
    bracket = bracket_start(tokens, at)
    i = at - 1 if bracket is None else bracket - 1
    while i >= 0 and (tokens[i].tag == "d" or tokens[i].text in REACHES or tokens[i].text == "的"):
        i -= 1
    if i > 0 and tokens[i].text == "同期":
        i -= 1
    mention = tokens[at].mention
    if i < 0 or (mention is not None and mention.fields["kind"] == "multiple"):
        return False  # 是上一年的|两倍
    if tokens[i].text in _LAST_YEAR:
        return True
    return i > 0 and tokens[i].text == "一年" and tokens[i - 1].text in {"上", "前"}


def that_year(sentence: Sentence, at: int) -> str | None:
    """The year of the date before, which 当年 before the quantity at token `at` stands for: 1950年5月开始工作，|当年|救济难民86万人."""
    if _FROM_THAT_YEAR.isdisjoint(sentence.words):
        return None
    tokens = sentence.tokens
    for i in range(at - 1, clause_start(tokens, at) - 1, -1):
        if tokens[i].tag == "t":
            return None
        if tokens[i].text in _YEAR_AFTER:
            year = next((str(t.mention.fields["edtf"]) for t in reversed(tokens[:i]) if t.tag == "t" and t.mention is not None), "")
            return str(int(year) + 1) if year.isdigit() else None
        if tokens[i].text in _THAT_YEAR and not tokens[i + 1].text.startswith(_PRICES):
            date = next((t.mention for t in reversed(tokens[:i]) if t.tag == "t" and t.mention is not None), None)
            year = "" if date is None else str(date.fields["edtf"])
            return year[:4] if year[:4].isdigit() and "/" not in year else None
    return None


def opens_that_year(sentence: Sentence) -> bool:
    """Whether the sentence opens with the year of the one before: |当年|，该区域有11亿人."""
    tokens = sentence.tokens
    return tokens[0].text in _THAT_YEAR and len(tokens) > 1 and not tokens[1].text.startswith(_PRICES)
