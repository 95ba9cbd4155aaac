"""What can follow a number, as patterns: measure words, units of measure and time, currencies. From the tables of those names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from unodc_report.data.tables import rows


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


@cache
def units() -> Mapping[str, tuple[str, str]]:
    """Unit names of measures, shares, time and multiples: their code and kind."""
    return {row["zh"]: (row["unit"], row["kind"]) for row in rows("units", "zh", "unit", "kind")}


@cache
def currencies() -> Mapping[str, str]:
    """Names of currencies and their ISO 4217 codes; "" for a name that several currencies share (法郎)."""
    named = {row["zh"].replace("（", "(").replace("）", ")"): row["iso4217"] for row in rows("currencies", "zh", "iso4217")}
    return named | {row["zh"]: row["iso4217"] for row in rows("currency_short_names", "zh", "iso4217")}


def unit_pattern(kind: str) -> str:
    """Pattern of the units of one kind: measure, percent, duration or multiple. A Latin unit (°C, kW, μg/m3) ends where its word ends."""
    names = [name for name, (_, of) in units().items() if of == kind]
    chinese, latin = (_either(_escaped(n) for n in names if ("一" <= n[0] <= "鿿") is han) for han in (True, False))
    return f"(?:{chinese}| ?(?:{latin})(?![A-Za-z0-9]))" if latin else f"(?:{chinese})"


def _escaped(name: str) -> str:
    return name.replace(".", r"\.").replace("%", "%")


def currency_pattern() -> str:
    """Pattern of the names of currencies."""
    return f"(?:{_either(n for n in currencies() if '(' not in n and ' ' not in n)})"


def measure_pattern() -> str:
    """Pattern of the measure words of counts, each where it is not the beginning of another word (5项目标, but 5个项目)."""
    words = {row["zh"]: (row["not_before"], row["only_before"]) for row in rows("measure_words", "zh", "not_before", "only_before")}
    guarded = (
        word + (f"(?!{words[word][0]})" if words[word][0] else "") + (f"(?={words[word][1]})" if words[word][1] else "")
        for word in sorted(words, key=lambda word: (-len(word), word))
    )
    return f"(?:{'|'.join(guarded)})"


def measure_firsts() -> frozenset[str]:
    """The characters with which measure words begin."""
    return frozenset(row["zh"][0] for row in rows("measure_words", "zh"))
