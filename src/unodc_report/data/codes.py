"""Codes of countries, regions and drugs by name. All look-ups are dictionaries built on first need."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from unodc_report.chinese.characters import SPACE, fold
from unodc_report.data.tables import columns, rows
from unodc_report.patterns import lazy

_SHORTEST: Final = 3  # letters of a name that may be an acronym
_WHITE: Final = lazy(f"[{SPACE}]+")


@cache
def country_names() -> Mapping[str, str]:
    """ISO 3166-1 alpha-3 code of every form of a country's name, folded."""
    return {row["name"]: row["iso3"] for row in rows("country_names", "name", "iso3")}


@cache
def _codes() -> Mapping[str, str]:
    """The same for codes and English names, in lower case."""
    found: dict[str, str] = {}
    for row in rows("countries", "iso3", "iso2", "m49", "en", "en_formal"):
        for name in (row["iso3"], row["iso2"], row["m49"], row["en"], row["en_formal"]):
            if name:
                found.setdefault(name.lower(), row["iso3"])
    return found


@cache
def region_names() -> Mapping[str, str]:
    """The plain name of every form of a region's name."""
    return {row["name"]: row["plain"] for row in rows("regions", "name", "plain")}


@cache
def region_codes() -> Mapping[str, str | None]:
    """M49 code of every plain name of a region; None where M49 has no such area."""
    return {row["plain"]: row["m49"] or None for row in rows("regions", "plain", "m49")}


@cache
def place_keys() -> Mapping[str, str]:
    """The lexicon's key of every place name: country codes joined by |; the first is taken where the text does not tell."""
    return {name: f"{iso3}|{others}" for name, iso3, others in zip(*columns("places", "name", "iso3", "others"), strict=True)}


_KINDS_OF_SUBDIVISIONS: Final = lazy(
    " (?:Province|Governorate|Department|District|County|Region|State|Municipality|Prefecture|Oblast|Parish|Voivodeship|Division)$"
)


@cache
def latin_places() -> Mapping[str, str]:
    """ISO 3166-1 code of the country of places by their names in Latin letters; those of one country only.

    >>> latin_places()["Dushanbe"], "Kingston" in latin_places()
    ('TJK', False)
    """
    owners: dict[str, set[str]] = {}
    for english, iso3, others in zip(*columns("places", "en", "iso3", "others"), strict=True):
        name = _KINDS_OF_SUBDIVISIONS.sub("", english)
        owners.setdefault(name, set()).update((iso3, *others.split("|")) if others else (iso3,))
    return {name: next(iter(codes)) for name, codes in owners.items() if len(name) > _SHORTEST and len(codes) == 1 and "" not in codes}


@cache
def drug_ids() -> Mapping[str, str]:
    """The id of every name of a drug, folded."""
    return {
        fold(name): row["id"] for row in rows("drugs", "id", "zh", "aliases") for name in (row["zh"], *row["aliases"].split("|")) if name
    }


def find_country(name: str) -> str | None:
    """ISO 3166-1 alpha-3 code of a country named in Chinese (any form in the tables) or English, or by a code.

    Width, punctuation and white space do not matter. None for what is no name of a country.

    >>> find_country("多民族玻利维亚国"), find_country("刚果（金）"), find_country("大韩 民国"), find_country("中东")
    ('BOL', 'COD', 'KOR', None)
    >>> find_country("Viet Nam"), find_country("vn"), find_country("704")
    ('VNM', 'VNM', 'VNM')
    """
    folded = fold(name)
    return country_names().get(_WHITE.sub("", folded)) or _codes().get(_WHITE.sub(" ", folded).strip().lower())
