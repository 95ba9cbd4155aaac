"""Controlled drugs and precursors by name: from the lexicon and, for new substances, by the shape of their codes.

The id is the English name (the international non-proprietary name where there is one), or the code itself. Words for kinds of
drugs (毒品, 兴奋剂, 新精神活性物质, 前体) name no substance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.data.codes import drug_ids
from unodc_report.entities.surroundings import latin_words
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto, finding, matches_from

_VETOES: Final[dict[str, re.Pattern[str]]] = {
    "吗啡": lazy("吗啡(?=烷)"),
    "丙酮": lazy("(?<=[二基苯氧])丙酮"),
    "硫酸": lazy("硫酸(?=[盐铜钡铵镁锌铝钠钙])"),
    "甲胺": lazy("(?<=[二三])甲胺|甲胺(?=[磷基酮])"),
    "盐酸": lazy("盐酸(?=盐)"),
}
"""By name: before or after these it is part of another compound."""
_GROUP: Final = lazy("(?:[基氧氯氟溴酰羟氢][- ]?|[苯甲乙丙丁戊己])$")
"""What chemical names join to the name of a compound, which makes another one of it: 甲基|芬太尼, 苯乙基|哌啶, 乙|卡西酮."""


_SHARED: Final = frozenset({"BMK", "CBD", "DMT", "DOB", "GBL", "HHC", "MAPA", "MDA", "NPP", "PCP", "PMA", "PMK", "THC"})
"""Acronyms that conventions, chemicals and bodies have too (the Convention on Biological Diversity, pentachlorophenol)."""
_OF_DRUGS: Final = lazy("毒品|药物|麻醉|精神药|精神活性|大麻|苯丙胺|可卡因|海洛因|致幻|前体|阿片")


def _named(match: re.Match[str]) -> Fields | str:
    drug = drug_ids().get(match[0])
    return {"id": drug} if drug else "no drug"


def _code(match: re.Match[str]) -> Fields:
    return {"id": match[0]}


RULES: Final = (
    Rule(
        id="drug.name",
        pattern=lazy(r"[^\W_][^，。；、\n]{1,40}"),
        build=_named,
        finds=(
            ("缉获 106 吨可卡因", "可卡因", {"id": "cocaine"}),
            ("麦角酰二乙胺（迷幻剂）", "麦角酰二乙胺", {"id": "LSD"}),
            ("即 MDMA，俗称“摇头丸”", "摇头丸", {"id": "MDMA"}),
            ("四氢大麻酚", "四氢大麻酚", {"id": "delta-9-tetrahydrocannabinol"}),
            ("丁酰芬太尼", "丁酰芬太尼", {"id": "butyrfentanyl"}),
        ),
        skips=("毒品和犯罪问题", "麻醉药品委员会", "其他兴奋剂药物", "新精神活性物质", "化学品前体", "对氟苄基哌啶", "4-甲基乙卡西酮", "α-溴苯丙酮", "审议UNEP/CBD/COP/11/35", "五氯苯酚(PCP)及其盐类", "与CBD秘书处合作"),
    ),
    Rule(
        id="drug.code",
        pattern=re.compile(
            r"(?=[2-6A-Zaα])(?<![\w/.\-])(?:"
            r"(?:JWH|AM|UR|XLR|MAM|RCS|THJ|EAM|HU|AH|MT|U|W|BB|SDB|STS|WIN)-\d{1,5}"
            r"|CP[- ]?\d\d,?\d{3}|AKB-?48|APINACA"
            r"|2[5C][A-Z]?-(?:[A-Z]-?)?(?:NBOMe|NBOH|NBF|[A-Z])(?:-\d{1,2})?"
            r"|[2-6]-(?:[A-Z]{1,4}PB|MMC|MEC|CMC|BMC|FMC|EMC|FA|FMA|IT|MeO-[A-Z][A-Za-z]{1,4}|AcO-[A-Z]{2,5})"
            r"|(?:[45]-?(?:F|CN|Cl)-?)?(?:AB|ADB|MDMB|AMB|MMB|EMB|CUMYL|ADBICA|NM2201|APP)-(?:4en-|4CN-)?[0-9A-Z]{2,}(?:-[0-9A-Z]{2,}){0,3}"
            r"|[45]F-(?:PB-22|AKB-?48|APINACA|SDB-\d{3}|ADB|AMB)|PB-22|FUB-(?:AMB|144|PB-22)|[aα]-Pi?[A-Z]P"
            r")(?![\w/])",
            re.ASCII,
        ),
        build=_code,
        finds=(
            ("建议将 25C-NBOMe 列入附表一", "25C-NBOMe", {"id": "25C-NBOMe"}),
            ("AM-2201 和 5F-MDMB-PINACA", "5F-MDMB-PINACA", {"id": "5F-MDMB-PINACA"}),
            ("4-CMC 和 JWH-018", "JWH-018", {"id": "JWH-018"}),
            ("5F-ADB和MDMB-4en-PINACA", "MDMB-4en-PINACA", {"id": "MDMB-4en-PINACA"}),
            ("α-PiHP", "α-PiHP", {"id": "α-PiHP"}),
        ),
        skips=("An-26 型飞机", "A/AC.105/AM-22/1", "米-8 型直升机", "25-6 票"),
    ),
)
_NAME, _CODE = RULES
_BEFORE_LETTERS: Final = re.compile(r"[2-6]5?\Z|[2-6α]-\Z")
"""What a code may have before its first letters: 5F-ADB, 25C-NBOMe, 4-CMC."""


def extract(reading: Reading) -> Iterator[Finding]:
    """The drugs that the lexicon met, and those that only their code names."""
    known = set()
    for hit in reading.hits.get("drug", ()):
        known.add(hit.start)
        match = _NAME.pattern.fullmatch(reading.folded, hit.start, hit.end)
        veto = _VETOES.get(hit.name.text)
        shared = hit.name.text in _SHARED and not _OF_DRUGS.search(reading.folded)
        other = shared or (veto and veto.match(reading.folded, hit.start)) or _GROUP.search(reading.folded, hit.start - 2, hit.start)
        built = "another substance or no substance" if other else _NAME.build(match) if match else "no drug"
        if isinstance(built, str):
            yield Veto("drug", hit.start, hit.end, _NAME.id, built)
        else:
            yield Candidate("drug", hit.start, hit.end, _NAME.id, built)
    for match in matches_from(_code_starts(reading), _CODE.pattern, reading.folded):
        if match.start() not in known:
            yield finding(_CODE, match)


def _code_starts(reading: Reading) -> Iterator[int]:
    """Where codes can begin, in order."""
    for word in reading.once(latin_words):
        before = _BEFORE_LETTERS.search(reading.folded, word - 2, word)
        yield word if before is None else before.start()
