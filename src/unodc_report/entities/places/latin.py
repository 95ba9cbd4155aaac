"""Names of places in Latin letters, as letters to the Council print them: villages, quarters, camps that have no Chinese form.

A name in Latin letters alone may be a person, a company or a ship. It is a place
- with a type word (Qahtaniya村, Hamidiya营地), or before 附近, 一带 and the like,
- after a word for settlements (村庄Beit Iksa, 住区，包括Wadi al-Joz),
- right after a place of a larger kind (伊德利卜省Safouhan),
- in a list with such a name, or in one with a known place where the words behind say that places are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.data.codes import latin_places
from unodc_report.entities.places.words import CHARACTERS, T, unknown
from unodc_report.entities.surroundings import AND, latin_words
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Fields, Finding, Rule, finding, matches_from

_LETTERS: Final = "A-Za-zÀ-ÖØ-öø-ÿ"
NAME: Final = (
    rf"[A-Za](?<![{_LETTERS}0-9/.-].)(?:(?<=[Aa])l[- ]?[A-Z]|(?<=[A-Z])(?:[a-z] [A-Z])?)[a-zß-ÿ][{_LETTERS}'’`-]{{1,20}}"
    rf"(?: (?:(?:al|el|ash|as|ar|at|ad|az)-)?[A-Z][a-zß-ÿ][{_LETTERS}'’`-]{{0,20}}){{0,3}}"
)
SETTLEMENT: Final = (
    r"(?:村(?![庄民落长社])|镇(?![压静定痛长])|市(?![场长民价值面政])|省(?![略份级长际])|州(?![长际级立议])|县(?![长级])|城(?![市镇区乡墙])"
    r"|区(?![域别分划间内长块])|社区|社群|居民区|营地|难民营|定居点|前哨点|半岛)"
)
_NEAR: Final = r"(?:附近|周围|周边|一带|郊区|郊外|以[东西南北]|地区(?!办事处|总部|主任|代表|经理|委员会|分部|组织|中心|网络|部落))"
_NO_PLACE_BEHIND: Final = lazy(
    r"先生|女士|博士|教授|大使|法官|将军|上校|中士|爵士|夫人|大学|学院|学校|公司|集团|基金|医院|银行|酒店|饭店|研究|协会|组织|中心|号|报|条|法(?![院庭])|案|[族人语部派教党]"
)


_BARE: Final = re.compile(NAME)
_IN_LATIN: Final = lazy(rf"[{_LETTERS}0-9][ (,.'’-]{{1,2}}\Z")
"""Before a name: it stands in a run of Latin letters, as the places of publication in a footnote do."""


def _latin(match: re.Match[str]) -> Fields | str:
    if _NO_PLACE_BEHIND.match(match.string, match.end("span")):
        return "no name of a place"
    bare = _BARE.match(match["span"])
    return {"name": match["span"], "iso3": latin_places().get(bare[0]) if bare else None}


def _known(match: re.Match[str]) -> Fields | str:
    if match["span"] not in latin_places():
        return "no name that a table holds"
    return "among Latin letters" if _IN_LATIN.search(match.string, match.start() - 3, match.start()) else _latin(match)


ALONE: Final = (
    Rule(
        id="place.latin",
        pattern=lazy(rf"(?P<span>{NAME}(?:村|镇|市|省|州|县|区(?![域别分划间内长块])|营地|难民营|定居点|半岛)|{NAME}(?={_NEAR}))"),
        build=_latin,
        finds=(
            ("叙利亚 Qahtaniya 村的居民", "Qahtaniya 村", {"name": "Qahtaniya村", "iso3": "SYR"}),
            ("Abu Tir 附近的检查站", "Abu Tir", {"iso3": None}),
            ("来自 Hamada 营地的人", "Hamada 营地", {"iso3": None}),
            ("来自 Hassahissa 营地的人", "Hassahissa 营地", {"iso3": "SDN"}),
            ("黎巴嫩 Kfar Hamam 一带", "Kfar Hamam", {"iso3": "LBN"}),
            ("Um Sayala 地区发生战斗", "Um Sayala", {"iso3": None}),
            ("阿塞拜疆 Qubadli 区的居民", "Qubadli 区", {"name": "Qubadli区", "iso3": "AZE"}),
            ("Sozokar 市法院判他有罪", "Sozokar 市", {"iso3": None}),
        ),
        skips=("UNODC 市一级方案", "Annex 一", "Facebook 社区", "Radar 阵地附近", "Garifuna 社区", "Oxfam 地区办事处", "Excel 区域"),
    ),
    Rule(
        id="place.latin_settlement",
        pattern=lazy(
            rf"(?:村庄|村镇|城镇|小镇|住区|居民区|居民点|定居点|难民营)(?:[，(:]?(?:包括|例如|如|即)|[:(])?在?(?P<span>{NAME}(?![A-Za-z0-9]|[、和及与]?[^、和及与。，；]{{0,3}}公司))"
        ),
        build=_latin,
        finds=(
            ("巴勒斯坦村庄 Beit Surik 的土地", "Beit Surik", {"iso3": "PSE"}),
            ("若干住区，包括在 Wadi Yasul 和 Ras Amud 建造住房", "Wadi Yasul", {"iso3": None}),
            ("若干住区，包括在 Wadi Yasul 和 Ras Amud 建造住房", "Ras Amud", {"iso3": None}),
        ),
        skips=("走访村庄，Smith 先生说", "在定居点 G4S 公司"),
    ),
    Rule(
        id="place.latin_known",
        pattern=lazy(rf"(?P<span>{NAME})(?![{_LETTERS}0-9·'’@/_-]| ?[,.&]? ?[{_LETTERS}0-9])"),
        build=_known,
        finds=(
            ("经 Kismayo 港出口的木炭", "Kismayo", {"iso3": "SOM"}),
            ("法希尔（El Fasher）的居民", "El Fasher", {"iso3": "SDN"}),
            ("在塔什干和 Dushanbe 培训官员", "Dushanbe", {"iso3": "TJK"}),
        ),
        skips=("Cambridge University Press, Geneva, 2004", "《Paris Review》杂志", "Lusaka 先生", "Nairobi 大学"),
    ),
)
"""Rules that stand by themselves."""
_TYPED, _SETTLED, _KNOWN = ALONE

GLOSSED: Final = (
    Rule(
        id="place.glossed",
        pattern=lazy(rf"(?<![^、，。；:(\n和及与在于到从向至的了国])(?P<span>{T}{{2,10}}+)(?=\({NAME}\)(?:{SETTLEMENT}|{_NEAR}|举行|召开|举办|机场|监狱|等地))"),
        build=unknown,
        finds=(("缅甸的索佐卡拉（Sozokara）区", "索佐卡拉", {"iso3": "MMR"}), ("在卡索佐（Kasozo）附近巡逻", "卡索佐", {"iso3": None})),
        skips=("卡索佐（Kasozo）先生", "胡塞（Houthi）地区", "研究所（Kasozo）附近"),
    ),
    Rule(
        id="place.glossed_goal",
        pattern=lazy(rf"(?:(?<=访问)|(?<=走访)|(?<=视察)|(?<=前往)|(?<=[抵到]达)|(?<=位于)|(?<=设在)|(?<=[逃运飞驶送]往)|(?<=撤出)|(?<=途经))(?P<span>{T}{{2,8}}+)(?=\({NAME}\))"),
        build=unknown,
        finds=(("首次访问索卡（Soka）前", "索卡", {"iso3": None}), ("他们抵达索佐卡（Sozoka）后", "索佐卡", {"iso3": None})),
        skips=("会见索佐卡（Sozoka）时", "前往塔利班（Taliban）的营地"),
    ),
    Rule(
        id="place.glossed_there",
        pattern=lazy(
            rf"(?:(?<=[^存对关由基属所等位]在)|(?<=[从至到]))(?P<span>{T}{{2,8}}+)(?=\({NAME}\)(?!的?(?:领导|主持|看来|支持|帮助|建议|任内|指挥|倡议|陪同|著作|提议)|先生|女士|博士|教授|大使|法官|将军|上校|等人|总统|担任|手中|家))"
        ),
        build=unknown,
        finds=(("昨天在索卡（Soka）有人中枪", "索卡", {"iso3": None}), ("公路通至索佐卡（Sozoka）", "索佐卡", {"iso3": None})),
        skips=("在索卡（Soka）的领导下", "在塔利班（Taliban）看来", "问题在于索卡（Soka）"),
    ),
)
"""Names with their Latin form in brackets, matched in the run of characters before the bracket."""
_LEAD: Final = 9  # code points of the longest words before a name in a settlement: 居民区，包括在
_SETTLEMENT_ENDS: Final = re.compile("[庄镇区点营]")
"""One of these stands in every word for settlements."""


def find(reading: Reading) -> Iterator[Finding]:
    """What the rules that stand by themselves find in a text, sought by the names in Latin letters."""
    folded = reading.folded
    for name in matches_from(reading.once(latin_words), _BARE, folded):
        start = name.start()
        for rule in (_TYPED, _KNOWN):
            if match := rule.pattern.match(folded, start):
                yield finding(rule, match)
        if start and folded[start - 1] == "(":
            yield from _glossed(folded, start - 1)
        for lead in range(max(0, start - _LEAD), start - 1) if _SETTLEMENT_ENDS.search(folded, start - _LEAD, start) else ():
            if (match := _SETTLED.pattern.match(folded, lead)) and match.start("span") == start:
                yield finding(_SETTLED, match)
                break


def _glossed(folded: str, bracket: int) -> Iterator[Finding]:
    """The Chinese name whose Latin form stands in the bracket."""
    first = bracket
    while first and folded[first - 1] in CHARACTERS:
        first -= 1
    for start in range(first, bracket - 1):
        for rule in GLOSSED:
            if (match := rule.pattern.match(folded, start)) and match.end("span") == bracket:
                yield finding(rule, match)
                return


INSIDE: Final = Rule(
    id="place.latin_inside",
    pattern=lazy(rf"(?<=[省州县区邦市镇村])(?P<span>{NAME}(?:{SETTLEMENT})?)(?=的|[，。；、)和及与]|附近|地区|一带|$)"),
    build=_latin,
    finds=(
        ("霍姆斯省 Al-Waer 社区的学校", "Al-Waer 社区", {"name": "Al-Waer社区", "iso3": "SYR"}),
        ("在伊德利卜省 Kafr Takharim 的一所学校", "Kafr Takharim", {"iso3": "SYR"}),
    ),
    skips=("该省 Tishreen 大学的学生", "各州 Smith 先生的"),
)
"""Matched where a known place's name ends: a name in Latin letters right behind it is a place in it."""


def may_begin(folded: str, position: int) -> bool:
    """Whether a name in Latin letters can begin at a position."""
    return folded[position : position + 1].isascii() and folded[position : position + 1].isalpha()


AND_NEXT: Final = Rule(
    id="place.latin_next",
    pattern=lazy(rf"{AND}(?P<span>{NAME}(?:{SETTLEMENT})?)(?=的|等|地区|两|三|附近|一带|之间)"),
    build=_latin,
    finds=(("设在卡杜格利和 Gok Shilluk 的区总部", "Gok Shilluk", {"iso3": "SDN"}),),
    skips=("会议由主席和 Amnesty International 的代表主持",),
)
"""Matched where a place's name ends: what stands beside it in a list."""

FURTHER: Final = Rule(
    id="place.latin_further",
    pattern=lazy(rf"{AND}(?P<span>{NAME}(?:{SETTLEMENT})?)(?![A-Za-z0-9·])"),
    build=_latin,
    finds=(("在 Qahtaniya 村和 Beit Hilu 等地", "Beit Hilu", {"iso3": None}),),
    skips=("Qahtaniya 是一种植物",),
)
"""The same where the place before it is in Latin letters itself: a list of names that are all places."""

ROWS: Final = (*ALONE, *GLOSSED, INSIDE, AND_NEXT, FURTHER)
