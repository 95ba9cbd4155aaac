"""What the rows of `unodc_report.entities.dates.rows` make of their matches: EDTF, or the reason why a match is no date."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from unodc_report.chinese.calendar import AND, BEFORE, BOUND, DAY, JOINT, MONTH, SINCE, TO, WEEKDAY, number
from unodc_report.chinese.characters import LETTER, han
from unodc_report.patterns import lazy
from unodc_report.rules import Fields
from unodc_report.standards import edtf

NO_SUCH_DAY: Final = "no such date"
ENGLISH_MONTHS: Final = {name: i for i, name in enumerate(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"], 1)}

_PART_CODES: Final = {
    "上半年": edtf.HALVES[1], "前半年": edtf.HALVES[1], "下半年": edtf.HALVES[2], "后半年": edtf.HALVES[2],
    "春": edtf.SEASONS["spring"], "夏": edtf.SEASONS["summer"], "秋": edtf.SEASONS["autumn"], "冬": edtf.SEASONS["winter"],
}  # fmt: skip
_QUARTER: Final = re.compile("第?([一二三四1-4])季度")
_QUARTERS_BETWEEN: Final = lazy("[一二三四1-4]")

# What the text before and after a date makes of it.
_LEADS_SINCE: Final = re.compile("(?:(?<!来)自|自从|从)$")  # 来自2016年的报告 opens no period
_LEADS_UNTIL: Final = re.compile(
    "(?:截[至止]到?|截止于|截至于|直[至到]|迄|迟[于至]|不晚于|至迟在?|最迟在?|(?<![提收达得看意及感受改加升降减高少迟接遇想听见回移调溯归录察查谈虑识料解找])到|(?<![推溯甚乃以减增升降改提冬夏]|迟)至)$"
)
_NEXT_YEAR: Final = lazy("(?:次|翌|同|当|今|去|本|上一?)年$")
"""Between a word that leads a date and its month: 截至次年5月10日."""
_LEADS_ABOUT: Final = re.compile("(?<![公条节制违预签])(?:大?约|大概|大致)在?$")
_ENDS_OF_ABOUT: Final = ("约", "概", "致", "在")
_CLOCK: Final = r"(?:上午|下午|晚上?|中午|午夜|凌晨|\d{1,2}[时点:](?:\d{1,2}分?)?|零时|时|[一二三四五六七八九十]{1,3}时|整|\([^()，。\n]{1,14}\))"
_FOLLOWS: Final = re.compile(rf"{WEEKDAY}(?:{_CLOCK}){{0,4}}(?P<word>{BOUND}|为?止|至今|迄今(?!为止)|左右|前后)")
_NAMES_NO_DATE: Final = re.compile(rf"(?:可持续)?(?:发展)?议程|愿景|后{han()}{{0,10}}(?:议程|框架)|后(?:可持续)?发展目标|[和及与、]20\d\d年议程")
_MEASURED: Final = re.compile(rf"的|占|百分之|(?!\d{{1,2}}[时点:])\d[\d, .]*(?:[%万亿]|{LETTER})")
"""What follows a year that a figure is of: 从2010年的4起, 从一九九〇年百分之三降至."""
_MOVES: Final = lazy(r"的?[^，。；\n以]{0,8}\d[^，。；\n]{0,16}?(?:[升降增减跌]|提高|扩大|上升|下降|增加|减少)[至到]")
"""What is said of a level that changes: 自1991年|的5.5%升至; 自 leads the time of that level then, no period."""
_TO_THE_END: Final = ("截至", "截到", "直至", "直到", "延至", "延到", "延长至", "延长到")
"""What leads an end whatever follows: 任期延至3月23日的决议."""
Role = Literal["since", "until", "about"]


def _role(match: re.Match[str]) -> Role | None:
    """Whether the words around a date open its end, open its beginning, or make it approximate."""
    text, start, end = match.string, match.start(), match.end()
    bound = match["bound"] if "bound" in match.re.groupindex else None
    if bound:
        return "since" if bound in SINCE else "until"
    follows = _FOLLOWS.match(text, end)
    word = follows["word"] if follows else None
    before = text[max(0, start - 6) : start]
    before = (_NEXT_YEAR.sub("", before) if before.endswith("年") else before)[-4:]
    if follows is not None and word in {"左右", "前后"} and follows.start("word") > end:
        word = None  # 6月20日15时左右: the hour is about
    if word in {"左右", "前后"} or (before.endswith(_ENDS_OF_ABOUT) and _LEADS_ABOUT.search(before)):
        return "about"
    if word in BEFORE or word in {"止", "为止"}:
        return "until"
    if word is not None:
        return "since"
    measured = _MEASURED.match(text, end)
    return _led(before, partitive=measured is not None and (not before.endswith("自") or _MOVES.match(text, end) is not None))


def _led(before: str, *, partitive: bool) -> Role | None:
    """The role that the words before a date give it. From 2010年的4起 to 2011年的22起 is no period but two years."""
    if _LEADS_SINCE.search(before):
        return None if partitive and before[-1] in "从自" else "since"
    if _LEADS_UNTIL.search(before):
        stays = before.endswith(_TO_THE_END)
        return None if partitive and not stays and before[-1] in "到至" else "until"
    return None


_GLUED: Final = re.compile(
    r"[1-9](?:(?<=[、，；。：)”》].)\d?(?=(?:19|20)\d\d年)|(?<![\d.,].)\d?\.(?:(?=(?:19|20)\d\d(?: ?- ?(?:19|20)?\d\d)?年|(?:[1-9]|1[0-2])月\d{1,2}[日至])"
    r"|\d{1,2}(?=(?:19|20)\d\d年\d{1,2}月)))"
)
_MAY_BE_GLUED_TO_A_YEAR: Final = re.compile(r"年(?<=[1-9][12][09]\d\d年)")
_MAY_BE_GLUED_BY_A_STOP: Final = re.compile(r"\.(?<=[1-9]\.)(?=\d{4}|\d{1,2}月)")
"""What a text holds that has such marks: most have none, and a literal is sought faster than figures."""


def unglued(folded: str) -> str:
    """A folded text with blanks in the place of what a converter glued to a year or a month: a footnote mark, or the number of an entry.

    >>> unglued("在罗马、11992年在里约"), unglued("9.2002-2003年计划"), unglued("，2002年")
    ('在罗马、 1992年在里约', '  2002-2003年计划', '，2002年')
    >>> unglued("1.7月30日委员会"), unglued("2.12010年12月选举"), unglued("2.1年，1.7%")
    ('  7月30日委员会', '   2010年12月选举', '2.1年，1.7%')
    """
    if _MAY_BE_GLUED_TO_A_YEAR.search(folded) or _MAY_BE_GLUED_BY_A_STOP.search(folded):
        return _GLUED.sub(lambda glued: " " * len(glued[0]), folded)
    return folded


def _with_role(point: str, role: Role | None) -> Fields:
    if role == "since":
        return {"edtf": edtf.interval(point, edtf.OPEN)}
    if role == "until":
        return {"edtf": edtf.interval(edtf.OPEN, point)}
    return {"edtf": point if role is None or point.endswith("~") else f"{point}~"}


def _point(year: int | None, month: int | None, day: int | None, part: str | None) -> str | None:
    """The EDTF of a point and the part of it that is meant."""
    point = edtf.date_string(year, month, day)
    if point is None or part is None or part in {"全年", "份"}:
        return point
    code = _PART_CODES.get(part.rstrip("季天"))
    if quarter := _QUARTER.fullmatch(part):
        code = edtf.QUARTERS[number(quarter[1]) or 1]
    if part.startswith("最后"):
        code = edtf.QUARTERS[4]
    return f"{point}~" if code is None else edtf.division(point, code)


def _numbers(match: re.Match[str], *names: str) -> tuple[int | None, ...]:
    return tuple([number(match[name]) for name in names])


# 今年十月, 九月份, 于十一月举行: what makes a bare month in Chinese numerals a month and no number of months.
_OF_A_YEAR: Final = lazy("(?:[今去明本同当次翌上]|第二|来)年$")
_AT: Final = lazy("(?:[于自]|截[至止]|直至)$")
_WITHIN: Final = lazy("[内间]|[之以][内后前]|[后前]|期|多|余")


def _is_month(match: re.Match[str]) -> bool:
    """Whether the words around a month in Chinese numerals say that it is one of the calendar."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - 3) : start]
    if match["part"] or _OF_A_YEAR.search(before):
        return True
    return _AT.search(before) is not None and not match["bound"] and _WITHIN.match(text, end) is None


def single(match: re.Match[str]) -> Fields | str:
    """A point of time: a year, month or day, with what the words around it say."""
    if match["year"] and _NAMES_NO_DATE.match(match.string, match.string.index("年", match.end("year")) + 1):
        return "the year is part of a name"
    year, month, day = _numbers(match, "year", "month", "day")
    if year is None and day is None and not match["month"].isdecimal() and not _is_month(match):
        return "a month in Chinese numerals by itself may be a duration"
    point = _point(year, month, day, match["part"])
    return NO_SUCH_DAY if point is None else _with_role(point, _role(match))


def period(match: re.Match[str]) -> Fields | str:
    """Both ends; each takes from the other what it leaves out: the end its year and month, the beginning nothing."""
    year, month, day = _numbers(match, "year", "month", "day")
    last_year, last_month, last_day = _numbers(match, "last_year", "last_month", "last_day")
    if last_month is None and last_day is not None:
        last_month = month
    if last_year is None:
        last_year = year
    if (day is not None and month is None) or (last_day is not None and last_month is None) or (year is None and last_year is not None and month is None):
        return "not the two ends of one period"
    if year is None and last_year is not None:
        year = last_year
    first, last = _point(year, month, day, match["part"]), _point(last_year, last_month, last_day, match["last_part"])
    if first is None or last is None:
        return NO_SUCH_DAY
    period = edtf.interval(first, last)
    return {"edtf": period} if edtf.is_valid(period) else "ends before it begins"


_MEMBER: Final = re.compile(rf"(?:(?P<month>{MONTH})月)?(?:(?P<day>{DAY})日?)?")
_JOINTS: Final = lazy(AND)


def days(match: re.Match[str]) -> Fields | str:
    """Days that share their year or month."""
    year, month = number(match["year"]), None
    members = []
    for piece in _JOINTS.split(match["days"]):
        member = _MEMBER.fullmatch(piece)
        month = (number(member["month"]) if member else None) or month
        day = number(member["day"]) if member else None
        members.append(None if day is None else edtf.date_string(year, month, day))
    return _set(members)


def months(match: re.Match[str]) -> Fields | str:
    """Months that share their year."""
    year = number(match["year"])
    return _set([edtf.date_string(year, number(piece.rstrip("月份"))) for piece in _JOINTS.split(match["months"])])


def years(match: re.Match[str]) -> Fields | str:
    """Years that share one 年."""
    return _set([edtf.date_string(number(piece)) for piece in re.split(JOINT, match["years"])])


def _set(members: list[str | None]) -> Fields | str:
    known = [member for member in members if member is not None]
    return {"edtf": edtf.set_of(known)} if len(known) == len(members) else NO_SUCH_DAY


def year_range(match: re.Match[str]) -> Fields | str:
    """From one year to another; the second may be its last two digits. Where the dash is lost, those are of the year that follows: 199697年."""
    first, last = number(match["first"]) or 0, number(match["last"]) or 0
    short = last < 100
    if short:
        last += first // 100 * 100
    if not first < last < first + (2 if short and match.end("first") == match.start("last") else 100):
        return "not two years in order"
    return {"edtf": edtf.interval(str(first), edtf.OPEN if match["bound"] else str(last))}


def ended(match: re.Match[str]) -> Fields | str:
    """The year or two years that ended on a day."""
    year, month, day = (part or 1 for part in _numbers(match, "year", "month", "day"))
    if edtf.date_string(year, month, day) is None:
        return NO_SUCH_DAY
    return {"edtf": edtf.period_ended(date(year, month, day), 2 if "两" in match["period"] else 1)}


def decade(match: re.Match[str]) -> Fields | str:
    """A decade or a century, by the digits that it leaves open, with what the words around it say."""
    century, decade = number(match["century"]), number(match["decade"] or match["decade_alone"])
    if match["year"]:
        point = f"{number(match['year'])}"[:3] + "X"
    elif decade is None:
        point = f"{(century or 1) - 1:02d}XX"
    else:
        point = f"{(century or 20) - 1:02d}{decade // 10}X"
    return _with_role(point, _role(match))


def decades(match: re.Match[str]) -> Fields | str:
    """Decades that share one 年代."""
    pieces = [*re.split(f"{JOINT}|{TO}", match["decades"]), *filter(None, [match.groupdict().get("last")])]
    members = [number(piece) for piece in pieces]
    points = [f"{member}"[:3] + "X" if member and member > 99 else f"{(number(match['century']) or 20) - 1:02d}{(member or 0) // 10}X" for member in members]
    if match["to"]:
        period = edtf.interval(points[0], points[-1])
        return {"edtf": period} if edtf.is_valid(period) and len(points) == 2 else "not two decades in order"
    return {"edtf": edtf.set_of(points)}


def decade_pair(match: re.Match[str]) -> Fields | str:
    """Two decades that share one 十: 六七十年代, since 七、八十年代以来."""
    first, last = (number(match[name]) or 0 for name in ("first", "last"))
    if last != first + 1:
        return "not two decades in order"
    century = (number(match["century"]) or 20) - 1
    if match["bound"]:
        return _with_role(f"{century:02d}{first}X", _role(match))
    return {"edtf": edtf.set_of([f"{century:02d}{first}X", f"{century:02d}{last}X"])}


def quarters(match: re.Match[str]) -> Fields | str:
    """Quarters that share their year."""
    year = number(match["year"]) or 0
    numerals = [match["first"], *_QUARTERS_BETWEEN.findall(match["more"]), match["last"]]
    points = [edtf.division(year, edtf.QUARTERS[number(numeral) or 1]) for numeral in numerals]
    if match["to"]:
        return {"edtf": edtf.interval(points[0], points[-1])} if len(points) == len(("first", "last")) else "no two ends"
    return {"edtf": edtf.set_of(points)}


def english(match: re.Match[str]) -> Fields | str:
    """A date of an English masthead."""
    day, last, year = (int(match[name]) if match[name] else None for name in ("day", "last", "year"))
    month = ENGLISH_MONTHS[match["month"]]
    first, second = edtf.date_string(year, month, day), edtf.date_string(year, month, last)
    if first is None or second is None:
        return NO_SUCH_DAY
    return {"edtf": edtf.interval(first, second) if last else first}


def numeric(match: re.Match[str]) -> Fields | str:
    """A date in figures alone."""
    point = edtf.date_string(*_numbers(match, "year", "month", "day"))
    return {"edtf": point} if point else NO_SUCH_DAY


def damaged(match: re.Match[str]) -> Fields | str:
    """A date whose 年 and 月 are lost, where only one is possible: 2009630日 is the 30th of June, 2009114日 may be two days."""
    year, run, last = int(match["year"]), match["run"], match["last"]
    pairs = [(int(run[:k]), int(run[k:])) for k in (1, 2) if run and 0 < len(run) - k < 3 and run[k] != "0"] if run else [(int(match["month"]), int(match["day"]))]
    points = [(month, point) for month, day in pairs if (point := edtf.date_string(year, month, day))]
    if len(points) != 1:
        return "more than one date" if points else NO_SUCH_DAY
    month, point = points[0]
    if not last:
        return _with_role(point, _role(match))
    end = edtf.date_string(year, month, int(last))
    return {"edtf": edtf.interval(point, end)} if end else NO_SUCH_DAY


def named_year(match: re.Match[str]) -> Fields | str:
    """A financial, calendar or school year by its number."""
    return _with_role(str(number(match["year"])), "since" if match["bound"] else None)
