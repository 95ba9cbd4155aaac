"""One text to one value: a number, a date, a country, a document symbol. For cleaning a column; the rules are those of the extraction.

    >>> to_number("二百三十余万").value, to_date("2020年8月31日至9月2日").edtf
    (Decimal('2300000'), '2020-08-31/2020-09-02')

What cannot be read to its end raises `ReadingError`, which shows the text with a caret where reading stopped. What is no text (None and
nan, say, of a column with gaps) raises `InputTypeError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from unodc_report.chinese.numerals import NUMBER, Number, read, read_range
from unodc_report.data.codes import find_country
from unodc_report.entities import documents
from unodc_report.entities.dates.rows import find as find_dates
from unodc_report.entities.quantities.approximators import qualifier, stands_after, stands_before
from unodc_report.errors import ReadingError, check_text
from unodc_report.layout.passage import read_passage
from unodc_report.models.document import Document
from unodc_report.reading import Reading, Taken
from unodc_report.rules import Candidate, Veto
from unodc_report.standards import edtf

__all__ = ["DateValue", "Number", "to_country", "to_date", "to_number", "to_symbol"]

_NUMERAL: Final = re.compile(
    rf"(?P<share>[一二两三四五六七八九十百千万]{{1,9}}分之(?:\d{{1,9}}(?:\.\d{{1,9}})?|[一二两三四五六七八九十百]{{1,9}})|一半|半数|半|(?:[一二两三四五六七八九]|(?<!\d)[1-9])成半?)"
    rf"|(?P<first>{NUMBER})(?P<percent>%)?(?:(?: ?-{{1,2}} ?|至|到)(?P<last>{NUMBER})(?P<percents>%)?)?"
)


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date or period.

    Attributes:
        edtf: ISO 8601-2 Extended Date/Time Format.
        start, end: its first and last day; None where an end is open or the year is not stated.
    """

    edtf: str
    start: date | None
    end: date | None


def to_number(text: str) -> Number:
    """The number that a text states, exact, with its qualifier.

    Takes Arabic digits (grouped by commas or blanks), Chinese numerals, mixtures with 万 and 亿, shares, ranges, and words such
    as 约, 超过 or 以上 around them; no measure words. A share is a number: 百分之二十五 and 25% are 0.25.

    Raises:
        ReadingError: the text is no number, or more than one.
        InputTypeError: no text was given.

    >>> to_number("17.315亿").value, to_number("超过112,000多").qualifier, to_number("三分之一").value
    (Decimal('1731500000.000'), 'over', Decimal('0.333333333333'))
    >>> to_number("5至10")
    Number(value=None, low=Decimal('5'), high=Decimal('10'), qualifier='exact')
    >>> to_number("三百名")
    Traceback (most recent call last):
    unodc_report.errors.ReadingError: the number ends before this:
      三百名
      　　^
    """
    check_text(text, "to_number()")
    document = read_passage(text)
    match = next((m for m in _NUMERAL.finditer(document.folded) if read(m["share"] or m["first"]) is not None), None)
    if match is None:
        raise ReadingError(text, 0, "no number")
    before, after = document.folded[: match.start()], document.folded[match.end() :]
    if before and not stands_before(before):
        raise ReadingError(text, _raw(document, 0), "something stands before the number")
    if after and not stands_after(after):
        raise ReadingError(text, _raw(document, match.end()), "the number ends before this")
    number = _stated(text, document, match)
    return Number(number.value, number.low, number.high, qualifier(document.folded, match.start(), match.end(), number.qualifier))


def _stated(text: str, document: Document, match: re.Match[str]) -> Number:
    part = Decimal("0.01") if match["percent"] or match["percents"] else Decimal(1)
    stated = read_range(match["first"], match["last"]) if match["last"] else read(match["share"] or match["first"])
    if stated is None:
        raise ReadingError(text, _raw(document, match.start("last")), "not the upper end of a range")
    return Number(_times(stated.value, part), _times(stated.low, part), _times(stated.high, part), stated.qualifier)


def _times(value: Decimal | None, part: Decimal) -> Decimal | None:
    return value if value is None or part == 1 else value * part


def to_date(text: str) -> DateValue:
    """The date or period that a text states, in any form that the extraction reads, or in EDTF.

    Words such as 自, 截至 or 以来 open its ends. A year that the text leaves out is XXXX.

    Raises:
        ReadingError: the text is no date, names a day that does not exist, or says more than one date.
        InputTypeError: no text was given.

    >>> to_date("自 2020 年 3 月以来")
    DateValue(edtf='2020-03/..', start=datetime.date(2020, 3, 1), end=None)
    >>> to_date("2021年2月30日")
    Traceback (most recent call last):
    unodc_report.errors.ReadingError: no such date:
      2021年2月30日
      ^
    """
    check_text(text, "to_date()")
    document = read_passage(text)
    folded = document.folded
    for written in (text.strip(), folded):  # folding makes a hyphen of the ~ of EDTF
        if edtf.is_valid(written):
            return DateValue(written, *edtf.bounds(written))
    findings = sorted(find_dates(folded), key=lambda f: (f.start, -f.end))
    first = next((f for f in findings if isinstance(f, Candidate)), None)
    refused = next((f for f in findings if isinstance(f, Veto)), None)
    if refused is not None and (first is None or (refused.start <= first.start and refused.end > first.end)):
        raise ReadingError(text, _raw(document, refused.start), refused.reason)
    if first is None:
        raise ReadingError(text, 0, "no date")
    if not _LEADS.fullmatch(folded[: first.start]):
        raise ReadingError(text, 0, "something stands before the date")
    if not _TRAILS.fullmatch(folded, first.end):
        raise ReadingError(text, _raw(document, first.end), "the date ends before this")
    value = str(first.fields["edtf"])
    return DateValue(value, *edtf.bounds(value))


_LEADS: Final = re.compile("(?:在|于|自|自从|从|截至|截止|截止到|到|至|直到|直至|迄|不迟于|至迟|最迟|最迟在|约|大约)?")
_TRAILS: Final = re.compile(r"(?:\(?星期[一二三四五六日天]\)?)?(?:期间|为?止|开始|左右|前后|内|起|以来|之前|以前|之后|以后)?")


def to_country(text: str) -> str:
    """The ISO 3166-1 alpha-3 code of a country, by any of its Chinese names, its English name or a code.

    Raises:
        ReadingError: no country has this name.
        InputTypeError: no text was given.

    >>> to_country("委内瑞拉玻利瓦尔共和国")
    'VEN'
    """
    check_text(text, "to_country()")
    code = find_country(text)
    if code is None:
        raise ReadingError(text, 0, "no country has this name")
    return code


def to_symbol(text: str) -> str:
    """The symbol that a citation names.

    Raises:
        ReadingError: the text names no document, its number needs a body that it does not name, or more stands in it.
        InputTypeError: no text was given.

    >>> to_symbol("大会第 75/196 号决议"), to_symbol("s/res/2396(2017)".upper())
    ('A/RES/75/196', 'S/RES/2396 (2017)')
    >>> to_symbol("第30/1号决议")
    Traceback (most recent call last):
    unodc_report.errors.ReadingError: no body is named, and several number their resolutions so:
      第30/1号决议
      　^
    """
    check_text(text, "to_symbol()")
    document = read_passage(text)
    reading = Reading(document, {}, Taken(len(document.text)))
    found = [finding for finding in documents.extract(reading) if isinstance(finding, Candidate)]
    if not found:
        raise ReadingError(text, 0, "no document, resolution or decision")
    first = found[0]
    raw_start, raw_end = document.source_map.raw_span(first.start, first.end)
    symbol = first.fields["symbol"]
    if symbol is None:
        raise ReadingError(text, raw_start + (text[raw_start] == "第"), "no body is named, and several number their resolutions so")
    if raw_end < len(text.rstrip()):
        raise ReadingError(text, raw_end, "the symbol ends before this")
    if first.rule == "document.symbol" and text[:raw_start].strip():
        raise ReadingError(text, 0, "something stands before the symbol")
    return str(symbol)


def _raw(document: Document, position: int) -> int:
    """The raw offset of a clean position; of the end, the offset after the last character."""
    if position >= len(document.folded):
        return document.source_map.raw_span(0, len(document.folded))[1] if document.folded else 0
    return document.source_map.raw_at(position)
