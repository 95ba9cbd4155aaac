"""Mentions in words for the eye: the names of types and fields, numbers with their signs, normal forms, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from unodc_report.data.labels import labels
from unodc_report.errors import ReadingError
from unodc_report.models.mentions import MentionBase, Quantity, Url, plain
from unodc_report.models.observations import Observation
from unodc_report.standards.symbols import address

TYPE_NAMES: Final[dict[str, tuple[str, str]]] = {
    "country": ("Country", "国家"),
    "region": ("Region", "区域"),
    "place": ("Place", "地点"),
    "organization": ("Organization", "组织"),
    "programme": ("Programme", "方案"),
    "event": ("Event", "会议"),
    "document": ("Document", "文件"),
    "instrument": ("Instrument", "文书"),
    "publication": ("Publication", "出版物"),
    "reference": ("Reference", "参见"),
    "url": ("Link", "链接"),
    "date": ("Date", "日期"),
    "quantity": ("Quantity", "数量"),
    "drug": ("Drug", "药物"),
    "sdg": ("SDG", "目标"),
}
"""Type → its name in English and Chinese, in the order in which types are listed."""

_SIGNS: Final = {"exact": "", "about": "≈ ", "over": "> ", "at_least": "≥ ", "nearly": "≲ ", "under": "< ", "up_to": "≤ "}
_SLOTS: Final = (
    "item_en", "item_code", "action_en", "action_class", "polarity", "actor", "programme", "instrument", "as_of",
)  # fmt: skip
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_BARE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+(?:[/?#:]|\Z)")


def number(quantity: Quantity) -> str:
    """The number with the sign of its qualifier.

    >>> from unodc_report import extract
    >>> [number(m) for m in extract("超过112,000多人，占70%，另有5至10名") if m.type == "quantity"]
    ['> 112,000', '70', '5–10']
    """
    sign = _SIGNS[quantity.qualifier]
    if quantity.value is not None:
        return f"{sign}{written(quantity.value)}"
    bounds = ["" if bound is None else written(bound) for bound in (quantity.low, quantity.high)]
    return f"{sign}{bounds[0]}–{bounds[1]}"


def normal_form(mention: MentionBase) -> str:
    """The normal form in one line; empty where the text does not decide it.

    >>> from unodc_report import extract
    >>> [normal_form(m) for m in extract("2020年，哥伦比亚缉获106吨可卡因，见A/76/122")]
    ['2020', 'COL', '106 t', 'cocaine', 'A/76/122']
    """
    if isinstance(mention, Quantity):
        return f"{number(mention)} {mention.unit or ''}".strip()
    known = [written(value) for name in mention.FIELDS if name != "kind" and (value := getattr(mention, name)) is not None]
    return " · ".join(dict.fromkeys(known))


def fields(mention: MentionBase) -> Iterator[tuple[str, str]]:
    """The fields that say something, each as (name, value) for the eye; places and codes with their English name."""
    for name in mention.FIELDS:
        value = getattr(mention, name)
        if value is None or value == () or (name == "related" and isinstance(mention, Quantity)):
            continue
        yield name.replace("_", " "), ", ".join(map(place, value)) if name == "where" else written(value)


def slots(observation: Observation) -> Iterator[tuple[str, str]]:
    """What an observation says beyond the fields of its quantity; its polarity only where the text denies the action."""
    for name in _SLOTS:
        value = getattr(observation, name)
        if value not in {None, "positive"}:
            yield name.replace("_en", " in English").replace("_", " "), written(value)


def deed(observation: Observation) -> tuple[str, str]:
    """The action as written and in English, empty where there is none; with `not` where the text denies it.

    >>> from unodc_report import parse
    >>> [deed(o) for o in parse("表决时，14个会员国未参加，120个会员国赞成。").observations]
    [('not 参加', 'not attend'), ('赞成', 'vote for')]
    """
    denied = "not " if observation.polarity == "negative" else ""
    return (denied + observation.action if observation.action else ""), (denied + observation.action_en if observation.action_en else "")


def place(name: str) -> str:
    """A country code or region's name with its English name.

    >>> place("COL"), place("西非"), place("某地")
    ('COL Colombia', '西非 Western Africa', '某地')
    """
    english = labels("country", {"iso3": name})[0] or labels("region", {"name": name})[0]
    return f"{name} {english}" if english else name


def written(value: object) -> str:
    """A field's value as text: numbers with separators and at most six decimals, several values with commas.

    >>> from decimal import Decimal
    >>> written(Decimal("2500000")), written(Decimal("0.6666666667")), written((54, 55)), written("COL")
    ('2,500,000', '0.666667', '54, 55', 'COL')
    """
    value = plain(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:,.6f}".rstrip("0").rstrip(".")
    return f"{value:,}" if isinstance(value, int) else str(value)


def link(mention: MentionBase) -> str | None:
    """The address that a mention names, None where it names none: of a document's symbol, or the link itself. Nothing is fetched.

    >>> from unodc_report import extract
    >>> [link(m) for m in extract("2020年，A/76/122，www.unodc.org/sdgs")]
    [None, 'https://docs.un.org/zh/A/76/122', 'https://www.unodc.org/sdgs']
    """
    if isinstance(mention, Url):
        return _web(mention.url)
    symbol = getattr(mention, "symbol", None)
    if not isinstance(symbol, str):
        return None
    try:
        found = address(symbol)
    except ReadingError:
        return None
    return found and quote(found, safe=":/()[].,-")


def _web(url: str) -> str | None:
    """A link as a browser takes it; None for what is neither http nor a bare host name."""
    if _SCHEME.match(url):
        return url
    return f"https://{url}" if _BARE.match(url) else None
