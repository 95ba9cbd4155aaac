"""Extended Date/Time Format: ISO 8601-2:2019, as far as reports need it.

Level 0 dates (2021, 2021-03, 2021-03-07) and intervals (2021-03-07/2021-03-12); level 1 open ends (2020-03/.., ../2021-05),
approximation (2019~), unspecified digits (199X, XXXX-03-07), seasons; level 2 quarters 33-36, half-years 40 and 41, and sets
({2020-12-03,2020-12-04}). Specification: https://www.loc.gov/standards/datetime/

    >>> date_string(2021, 3, 7), interval("2020-03", "..")
    ('2021-03-07', '2020-03/..')
    >>> is_valid("2021-02-30"), is_valid("2021-41"), bounds("2021-41")
    (False, True, (datetime.date(2021, 7, 1), datetime.date(2021, 12, 31)))
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

OPEN: Final = ".."
UNKNOWN_YEAR: Final = "XXXX"
HALVES: Final = {1: 40, 2: 41}
QUARTERS: Final = {1: 33, 2: 34, 3: 35, 4: 36}
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}

_POINT: Final = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<approximate>~)?")
_MONTHS: Final = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
"""First and last month of the divisions of a year. Seasons depend on the hemisphere and have no months."""
_LEAP_YEAR: Final = 2000  # stands for a year that is not known: 29 February may exist


@lru_cache(maxsize=4096)
def date_string(year: int | str | None, month: int | None = None, day: int | None = None) -> str | None:
    """The EDTF of a year, month or day; None if there is no such day or month. A year not known is None or a mask (199X).

    >>> date_string(2020, 2, 29), date_string(2021, 2, 29), date_string(None, 3, 7), date_string(2021, 13)
    ('2020-02-29', None, 'XXXX-03-07', None)
    """
    known = year if isinstance(year, int) else None
    if not _exists(known, month, day):
        return None
    text = f"{known:04d}" if known is not None else str(year or UNKNOWN_YEAR)
    return text + "".join(f"-{part:02d}" for part in (month, day) if part is not None)


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if year is not None and not 1 <= year <= 9999:
        return False
    if month is None:
        return day is None
    return 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1])


def division(year: int | str, code: int) -> str:
    """A half-year, quarter or season of a year: `division(2021, 41)` is 2021-41."""
    return f"{year}-{code}"


def interval(start: str, end: str) -> str:
    """An interval; either end may be `OPEN`. A half-year or quarter at an end is written by its months.

    >>> interval("2020-41", "2021"), interval(OPEN, "2019~")
    ('2020-07/2021', '../2019~')
    """
    return f"{_in_months(start, 0)}/{_in_months(end, 1)}"


def _in_months(point: str, side: int) -> str:
    months = _MONTHS.get(int(point[5:7])) if point[5:7].isdecimal() and len(point) == 7 else None
    return f"{point[:4]}-{months[side]:02d}" if months else point


def set_of(members: Iterable[str]) -> str:
    """A set, each of whose members is meant."""
    return "{" + ",".join(members) + "}"


@lru_cache(maxsize=4096)
def is_valid(text: str) -> bool:
    """Whether a string is an EDTF date, interval or set of the forms of this module, of days that exist.

    >>> [is_valid(s) for s in ("199X", "XXXX-03-07", "../2019~", "2021-03/2020-01", "{2020,2021}", "20-03-2021")]
    [True, True, True, False, True, False]
    """
    if text.startswith("{") and text.endswith("}"):
        return all(_is_point(member) for member in text[1:-1].split(","))
    start, slash, end = text.partition("/")
    if not slash:
        return _is_point(text)
    if not all(part == OPEN or _is_point(part) for part in (start, end)) or start == end == OPEN:
        return False
    first, last = bounds(start)[0] if start != OPEN else None, bounds(end)[1] if end != OPEN else None
    return first is None or last is None or first <= last


def _is_point(text: str) -> bool:
    match = _POINT.fullmatch(text)
    if match is None:
        return False
    year = int(match["year"]) if match["year"].isdecimal() else None
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    if month in _MONTHS or month in SEASONS.values():
        return day is None
    return _exists(year, month, day)


def bounds(text: str) -> tuple[date | None, date | None]:
    """First and last day of a date, interval or set; None for an open end, a year not known, or a season.

    >>> bounds("2020-08-31/2020-09-02"), bounds("199X")
    ((datetime.date(2020, 8, 31), datetime.date(2020, 9, 2)), (datetime.date(1990, 1, 1), datetime.date(1999, 12, 31)))
    """
    if text.startswith("{"):
        members = [bounds(member) for member in text[1:-1].split(",")]
        return min((m[0] for m in members if m[0]), default=None), max((m[1] for m in members if m[1]), default=None)
    start, slash, end = text.partition("/")
    first = None if start == OPEN else _point_bounds(start)[0]
    last = None if (end or start) == OPEN else _point_bounds(end if slash else start)[1]
    return first, last


def _point_bounds(text: str) -> tuple[date | None, date | None]:
    match = _POINT.fullmatch(text)
    if match is None or match["year"] == UNKNOWN_YEAR:
        return None, None
    first_year, last_year = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    if not _is_point(text) or month in SEASONS.values() or first_year < 1:
        return None, None
    if day is not None and month is not None:
        return date(first_year, month, day), date(last_year, month, day)
    low, high = _MONTHS.get(month or 0, (month or 1, month or 12))
    return date(first_year, low, 1), _last_day(last_year, high)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def period_ended(end: date, years: int = 1) -> str:
    """The period of some years that ended on a day: `period_ended(date(2014, 6, 30))` is 2013-07-01/2014-06-30.

    >>> period_ended(date(2013, 12, 31), years=2)
    '2012-01-01/2013-12-31'
    """
    after = end + timedelta(days=1)
    day = 28 if (after.month, after.day) == (2, 29) else after.day
    return interval(after.replace(year=after.year - years, day=day).isoformat(), end.isoformat())
