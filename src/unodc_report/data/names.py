"""The names of all tables as one lexicon.

What each type's `key` holds: country iso3 · region its plain name · place iso3 codes with | between: the one that is
meant where nothing tells ("" if none), then the others ·
organization, instrument and drug the id · currency ISO 4217 · language ISO 639 · disease, programme and trap nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from unodc_report.data.codes import place_keys
from unodc_report.data.tables import columns, rows
from unodc_report.lexicon import Lexicon, Name

NEVER_NAMES: Final = frozenset({
    "办公室", "委员会", "会议", "理事会", "工作组", "秘书处", "联合国", "方案", "审议组", "特设委员会", "专家组",
    "宪章", "公约", "议定书", "宣言", "规则", "原则", "准则", "战略", "议程", "UN",
})  # fmt: skip
"""Words that stand for a body or an instrument only where a report says so."""

_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*")
_AMBIGUOUS: Final = frozenset({"COP", "CAC", "CTC", "ISA", "IOC", "CAN", "ITC", "CAT", "CED", "ECO", "EAG", "TI", "WB", "EC", "EP"})
"""Acronyms that several bodies share or that are words or codes of their own."""


def split(field: str) -> Iterator[str]:
    """The members of a field that holds several, separated by |.

    >>> list(split("大会|联大")), list(split(""))
    (['大会', '联大'], [])
    """
    return (part for part in field.split("|") if part)


@cache
def lexicon() -> Lexicon:
    """The lexicon of all tables, built on first need."""
    return Lexicon(names())


def names() -> Iterator[Name]:
    """All names of all tables, of at least two characters."""
    return chain(
        _of("country", ((r["name"], r["iso3"]) for r in rows("country_names", "name", "iso3"))),
        _of("region", ((r["name"], r["plain"]) for r in rows("regions", "name", "plain"))),
        _of("place", place_keys().items()),
        _of("organization", _organizations()),
        _of("instrument", _instruments()),
        _of("drug", _drugs()),
        _of("currency", ((r["zh"], r["iso4217"]) for r in rows("currencies", "zh", "iso4217"))),
        _of("language", ((zh, r["iso639"]) for r in rows("languages", "iso639", "zh") for zh in split(r["zh"]))),
        _of("disease", ((r["zh"], "") for r in rows("diseases", "zh"))),
        _of("programme", ((r["zh"], "") for r in rows("programmes", "zh"))),
        _of("trap", ((r["text"], "") for r in rows("traps", "text"))),
    )


_new: Final = tuple.__new__  # `Name` itself runs a function of Python for each of the many


def _of(kind: str, keys: Iterable[tuple[str, str]]) -> Iterator[Name]:
    """The names of one type, from their texts and keys."""
    return (_new(Name, (text, kind, key)) for text, key in keys if len(text) > 1 and text not in NEVER_NAMES)


def _organizations() -> Iterator[tuple[str, str]]:
    for key, full, short, acronym in zip(*columns("organizations", "id", "zh_full", "zh_short", "acronym"), strict=True):
        yield full, key
        if short:
            yield from ((name, key) for name in split(short))
        if acronym and acronym not in _AMBIGUOUS and _ACRONYM.fullmatch(acronym):
            yield acronym, key


def _instruments() -> Iterator[tuple[str, str]]:
    for row in rows("treaties", "id", "zh_title", "zh_short"):
        for name in (row["zh_title"], *split(row["zh_short"])):
            yield name.removeprefix("《").removesuffix("》") if name.count("《") == 1 else name, row["id"]


def _drugs() -> Iterator[tuple[str, str]]:
    for row in rows("drugs", "id", "zh", "aliases"):
        for name in (row["zh"], *split(row["aliases"])):
            yield name, row["id"]
