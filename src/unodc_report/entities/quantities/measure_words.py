"""What can follow a number, as patterns: measure words, units of measure and time, currencies. From the tables of those names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from unodc_report.data.tables import rows
from unodc_report.patterns import lazy


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


@cache
def units() -> Mapping[str, tuple[str, str]]:
    """Unit names of measures, shares, time and multiples: their code and kind."""
    return {row["zh"]: (row["unit"], row["kind"]) for row in rows("units", "zh", "unit", "kind")}


@cache
def currencies() -> Mapping[str, str]:
    """Names of currencies and their ISO 4217 codes; "" for a name that several currencies share (法郎)."""
    named = {row["zh"].replace("（", "(").replace("）", ")"): row["iso4217"] for row in rows("currencies", "zh", "iso4217")}
    return named | {row["zh"]: row["iso4217"] for row in rows("currency_short_names", "zh", "iso4217")}


def unit_words(kind: str) -> list[str]:
    """Patterns of the units of one kind: measure, percent, duration or multiple. A Latin unit (°C, kW, μg/m3) ends where its word ends."""
    names = [name for name, (_, of) in units().items() if of == kind]
    chinese = _longest_first(name.replace(".", r"\.") for name in names if _is_han(name[0]))
    latin = _longest_first(name.replace(".", r"\.") for name in names if not _is_han(name[0]))
    return chinese + [opening + word + "(?![A-Za-z0-9])" for opening in ("", " ") for word in latin]


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"


def currency_words() -> list[str]:
    """The names of currencies."""
    return _longest_first(name for name in currencies() if "(" not in name and " " not in name)


def measure_words() -> list[str]:
    """Patterns of the measure words of counts, each where it is not the beginning of another word (5项目标, but 5个项目)."""
    words = {row["zh"]: (row["not_before"], row["only_before"]) for row in rows("measure_words", "zh", "not_before", "only_before")}
    return [
        word + (f"(?!{words[word][0]})" if words[word][0] else "") + (f"(?={words[word][1]})" if words[word][1] else "") for word in _longest_first(words)
    ]


def any_of(words: Iterable[str], closing: str = "") -> re.Pattern[str]:
    """The pattern of one of some words, the group `unit`, and what may close it."""
    return lazy(f"(?P<unit>{'|'.join(words)}){closing}")


def by_first(words: Iterable[str], closing: str = "") -> Mapping[str, re.Pattern[str]]:
    """The same by the first character of the words: of some hundred words a report asks for few."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return {first: any_of(beginning, closing) for first, beginning in found.items()}
