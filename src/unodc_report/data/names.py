"""The names of all tables as one lexicon.

What each type's `key` holds: country iso3 · region its plain name · place iso3 codes with | between: the one that is
meant where nothing tells ("" if none), then the others ·
organization, instrument and drug the id · currency ISO 4217 · language ISO 639 · disease, programme and trap nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from unodc_report.data.codes import place_keys
from unodc_report.data.tables import rows
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
    for name in _all():
        if len(name.text) > 1 and name.text not in NEVER_NAMES:
            yield name


def _all() -> Iterator[Name]:
    yield from (Name(r["name"], "country", r["iso3"]) for r in rows("country_names", "name", "iso3"))
    yield from (Name(r["name"], "region", r["plain"]) for r in rows("regions", "name", "plain"))
    yield from (Name(name, "place", key) for name, key in place_keys().items())
    yield from _organizations()
    yield from _instruments()
    yield from _drugs()
    yield from (Name(r["zh"], "currency", r["iso4217"]) for r in rows("currencies", "zh", "iso4217"))
    yield from (Name(zh, "language", r["iso639"]) for r in rows("languages", "iso639", "zh") for zh in split(r["zh"]))
    yield from (Name(r["zh"], "disease", "") for r in rows("diseases", "zh"))
    yield from (Name(r["zh"], "programme", "") for r in rows("programmes", "zh"))
    yield from (Name(r["text"], "trap", "") for r in rows("traps", "text"))


def _organizations() -> Iterator[Name]:
    for row in rows("organizations", "id", "zh_full", "zh_short", "acronym"):
        for name in (row["zh_full"], *split(row["zh_short"])):
            yield Name(name, "organization", row["id"])
        if _ACRONYM.fullmatch(row["acronym"]) and row["acronym"] not in _AMBIGUOUS:
            yield Name(row["acronym"], "organization", row["id"])


def _instruments() -> Iterator[Name]:
    for row in rows("treaties", "id", "zh_title", "zh_short"):
        for name in (row["zh_title"], *split(row["zh_short"])):
            bare = name.removeprefix("《").removesuffix("》") if name.count("《") == 1 else name
            yield Name(bare, "instrument", row["id"])


def _drugs() -> Iterator[Name]:
    for row in rows("drugs", "id", "zh", "aliases"):
        for name in (row["zh"], *split(row["aliases"])):
            yield Name(name, "drug", row["id"])
