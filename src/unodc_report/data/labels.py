"""English and Chinese labels of coded values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, TypeAlias

from unodc_report.data.tables import rows

Label: TypeAlias = tuple[str | None, str | None]

NO_LABEL: Final[Label] = (None, None)


def coded(kind: str) -> tuple[str, Mapping[object, Label]] | None:
    """The field of a type of mention that holds a code, and the labels of the codes; None where the type has none."""
    if kind not in _BY_KIND:
        return None
    field, table = _BY_KIND[kind]
    return field, table()  # type: ignore[return-value]  # asked of whatever the field holds


def labels(kind: str, fields: Mapping[str, object]) -> Label:
    """The labels (English, Chinese) of the value that the fields of a mention hold; None where no table has them.

    >>> labels("country", {"iso3": "BOL"})
    ('Bolivia (Plurinational State of)', '多民族玻利维亚国')
    >>> labels("sdg", {"goal": "16.4"}), labels("date", {"edtf": "2020"})
    (('Target 16.4', '具体目标16.4'), (None, None))
    """
    codes = coded(kind)
    return NO_LABEL if codes is None else codes[1].get(fields.get(codes[0]), NO_LABEL)


@cache
def _countries() -> Mapping[str, Label]:
    return {row["iso3"]: (row["en"], row["zh"]) for row in rows("countries", "iso3", "en", "zh")}


@cache
def _regions() -> Mapping[str, Label]:
    return {row["plain"]: (row["en"], row["plain"]) for row in rows("regions", "plain", "en")}


@cache
def _organizations() -> Mapping[str, Label]:
    return {row["id"]: (row["en"] or None, row["zh_full"]) for row in rows("organizations", "id", "en", "zh_full") if row["id"]}


@cache
def _instruments() -> Mapping[str, Label]:
    return {row["id"]: (row["en"] or None, row["zh_title"]) for row in rows("treaties", "id", "en", "zh_title") if row["id"]}


@cache
def _drugs() -> Mapping[str, Label]:
    return {row["id"]: (row["en"], row["zh"]) for row in rows("drugs", "id", "en", "zh")}


@cache
def _goals() -> Mapping[str, Label]:
    goals: dict[str, Label] = {row["goal"]: (row["en_short"], row["zh_short"]) for row in rows("sdg_goals", "goal", "en_short", "zh_short")}
    targets = (row["target"] for row in rows("sdg_targets", "target"))
    return goals | {target: (f"Target {target}", f"具体目标{target}") for target in targets}


_BY_KIND: Final[dict[str, tuple[str, Callable[[], Mapping[str, Label]]]]] = {
    "country": ("iso3", _countries),
    "region": ("name", _regions),
    "organization": ("id", _organizations),
    "instrument": ("id", _instruments),
    "drug": ("id", _drugs),
    "sdg": ("goal", _goals),
}
"""By type of mention: the field that holds the code, and the labels of the codes."""
