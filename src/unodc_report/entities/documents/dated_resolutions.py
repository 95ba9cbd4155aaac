"""Resolutions that the day before their number tells: 2007年11月6日第62/7号决议 can only be one of the General Assembly."""

from __future__ import annotations

import re
from typing import Final

from unodc_report.entities.bodies import Body, body_before
from unodc_report.entities.ordinals import ordinal
from unodc_report.standards.resolutions import Noun, Number, symbol_of

_DATED: Final = re.compile(r'(?P<year>\d{4}|[一二][〇零一二三四五六七八九]{3})年(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?:关于[^。；，\n]{2,60}?的|题为"[^"\n]{2,60}"的)?第? ?\Z')
_LONGEST_DATE: Final = 84  # with the topic behind it
_OPENS: Final = 9  # the month in which a session of the General Assembly opens


def _owns_date(folded: str, body: Body, start: int) -> bool:
    """Whether a body other than the General Assembly stands right before a date: 委员会|2007年11月6日, not 委员会|忆及2001年."""
    return body.words != "大会" and folded[body.end : start] in ("", "的", "其", "在", "于")


def of_date(folded: str, position: int, number: Number, noun: Noun) -> str | None:
    """The General Assembly's symbol, where the day before the number is in its session: no other body that numbers so met in that year.

    Session n opens in September of 1945+n; the sessions of councils and commissions of that number were held in other years.
    """
    match = _DATED.search(folded, position - _LONGEST_DATE, position)
    if match is None or number.shape != "session" or any(_owns_date(folded, body, match.start()) for body in body_before(folded, position)):
        return None
    year, month = ordinal(match["year"]) or 0, ordinal(match["month"]) or 0
    opened = 1945 + int(number.session)
    in_session = (year == opened and month >= _OPENS) or (year == opened + 1 and month <= _OPENS)
    return symbol_of("A", number, noun) if in_session else None
