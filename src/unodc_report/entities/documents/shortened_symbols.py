"""Symbols of which the text gives only the end, after a whole one: A/AC.260/2和Corr.1, CRC/C/SR.1626和1627."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.patterns import lazy
from unodc_report.rules import Candidate, Finding

_LONGEST: Final = 20  # members of a list that are followed
_SUFFIXES: Final = r"(?:Add|Corr|Rev|Amend|L|CRP|WP|SR|PV|INF)\. ?\d{1,4}(?:-\d{1,3})?(?:/(?:Add|Corr|Rev)\.\d{1,3})*(?![\w./])"
_RECORDS: Final = ("SR", "PV")
_SUFFIXED: Final = ("Add", "Corr", "Rev", "L", "CRP", "WP")
_ELLIPSIS: Final = re.compile(rf"(?:[、，,;和及与]|以及| and | & ){{1,2}}(?:其)?(?P<span>{_SUFFIXES}|\d{{1,4}}(?:-\d{{1,4}})?(?= ?[)，。；、,;]|(?:[和与及]|以及)\d{{1,4}}(?:-\d{{1,4}})? ?[)，。；、,;]))", re.ASCII)
_CORRECTION: Final = lazy(r"/Corr\.\d+$")


def shortened(folded: str, base: Candidate) -> Iterator[Finding]:
    """The shortened symbols after a symbol: A/AC.260/2和Corr.1."""
    symbol, position = str(base.fields["symbol"]), base.end
    for _ in range(_LONGEST):
        match = _ELLIPSIS.match(folded, position)
        if match is None:
            return
        last = re.search(r"[A-Z][A-Za-z]*\.(?=\d{1,5}(?:-\d{1,5})?$)", symbol)
        words = match["span"].replace(" ", "")
        if words[0].isdecimal():
            series = _RECORDS if len(words) > 2 else (*_RECORDS, *_SUFFIXED)  # 1317 after SR.1316, but 2014 after Add.1
            if last is None or not last[0].startswith(series):
                return
            words = last[0] + words
        symbol = _extended(symbol, words)
        yield Candidate("document", match.start("span"), match.end("span"), "document.ellipsis", {"kind": "document", "symbol": symbol})
        position = match.end()


def _extended(symbol: str, words: str) -> str:
    """The symbol with its part of the same kind put for, or, if it has none, with the part after it.

    >>> _extended("A/57/1/Add.1", "Add.2"), _extended("A/57/1", "Corr.1"), _extended("A/C.3/55/L.4", "L.5")
    ('A/57/1/Add.2', 'A/57/1/Corr.1', 'A/C.3/55/L.5')
    >>> _extended("A/57/1/Corr.1", "Add.1")
    'A/57/1/Add.1'
    """
    kind = words.partition(".")[0]
    if kind != "Corr":
        symbol = _CORRECTION.sub("", symbol)  # what is added is added to the document, not to its correction
    parts = symbol.split("/")
    same = [i for i, part in enumerate(parts) if i > 1 and part.startswith(f"{kind}.")]
    return "/".join([*parts[: same[-1]], words]) if same else f"{symbol}/{words}"
