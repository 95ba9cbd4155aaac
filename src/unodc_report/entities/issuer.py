"""The body that issues a document: by its symbol and masthead, by its cover, by the words with which its resolution opens, by what it cites.

A report without a readable masthead still says whose it is. Its first lines name a body alone on a line (人权理事会) or as the author
of a report (国际法委员会报告); a resolution opens with the body that speaks (大会， 回顾…); and a committee's own documents
cite one another (CEDAW/C/GEO/4-5, CEDAW/C/SR.1227).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from unodc_report.chinese.characters import fold, han
from unodc_report.data.names import lexicon
from unodc_report.data.tables import rows
from unodc_report.patterns import lazy
from unodc_report.reading import Reading

_FIRST_PAGE: Final = 400  # code points in which an agency names itself
_AGENCY: Final = re.compile(
    "粮农组织|联合国粮食及农业组织|世卫组织|世界卫生(?:组织|大会)|教科文组织|工发组织|联合国工业发展组织|国际原子能机构|原子能机构|国际电联|国际电信联盟|万国邮政联盟|万国邮联|"
    "世界知识产权组织|知识产权组织|产权组织|国际海事组织|海事组织|国际民用航空组织|民航组织|世界气象组织|气象组织|国际劳工组织|劳工组织|世界旅游组织|禁止化学武器组织|禁化武组织"
)
_OWN_COVER: Final = re.compile(
    rf"^(?:(?:{_AGENCY.pattern})(?:大会|理事会|执行(?:局|委员会)|全权代表大会)?|(?:CL?|GC\.?) ?\d{{2,4}}/[A-Z\d][A-Z\d/ .\-]*|A\d\d-(?:WP|MIN)/\d[\d/A-Z\-]*|GC\(\d\d\)/[A-Z\d/]+)$", re.MULTILINE
)
"""A line of the first page that is an agency's name, its assembly's, or a symbol of its series: C 2019/REP, A38-WP/51, GC(55)/RES/4."""
_ITS_ASSEMBLY: Final = lazy(f"(?:{_AGENCY.pattern})(?:章程[^。\n]{{0,24}})?大会(?!议)")
_SYMBOL: Final = r"(?<![A-Z/.\w])(?:A/(?:RES/)?\d|E/\d{4}/|E/CN|A/C\.|S/(?:RES/)?\d)"
_COVER_OF_THE_UN: Final = lazy(rf"{_SYMBOL}|^联合国$|^Distr", re.MULTILINE)
_FIRST_PARAGRAPH: Final = re.compile(r"^1\. ?", re.MULTILINE)
_RESOLUTION: Final = lazy(r"第\d{2}/\d{1,3} ?[A-Z]?号决议")
"""What is numbered as resolutions of the General Assembly are."""
_FULL_NAME: Final = lazy("联合国大会|联大")
_NEAR: Final = 40  # code points before such a number in which an agency says whose it is
_UNITED_NATIONS: Final = lazy(rf"{_SYMBOL}|{_FULL_NAME.pattern}|{_RESOLUTION.pattern}|^大会(?:$|决议)|安全理事会|经济及社会理事会", re.MULTILINE)


_CONFERENCES: Final = ("缔约方会议", "缔约国会议", "公约缔约方会议", "公约缔约国会议")
_CONFERENCE_SERIES: Final = ("CTOC/", "CAC/")
"""Where a masthead says no more than 缔约方会议, the series tells whether it is one of the two conferences that are called so here."""
_OF_COUNCIL: Final = "A/HRC/"
_COUNCIL: Final = "人权理事会"
"""Its documents print 大会 above its name."""
_OF_HEALTH: Final = ("A/FCTC/", "A/INB/", "A/WGIHR/")  # series of WHO that look like the General Assembly's


class Issuer(NamedTuple):
    """A body: its id and the name that tells it."""

    key: str
    name: str


_COVER: Final = 800  # code points in which the cover stands
_FIRST_LINES: Final = 60  # code points in which a document's own symbol stands
_OPENING: Final = 3000  # code points in which a resolution opens
_COVER_LINE: Final = lazy(rf"^(?:[A-Za-z ]{{4,40}} )?(?P<name>{han('、')}{{0,24}}?(?:大会|委员会|理事会|安理会|执行局|工作组|小组委员会))(?:的?(?:年度)?报告)?$", re.MULTILINE)
_PREAMBLE: Final = (
    "回顾|忆及|铭记|注意|重申|念及|考虑|欢迎|深信|确信|认识|审议|审查|意识|强调|听取|通过|赞扬|赞赏|关切|深为|深切|希望|确认|遵循|表示|承认|按照|根据|依照|遵照|感谢|满意|决心|震惊|严重|谴责|再次|又|还|决定|收到|核可|选举"
)
_ENACTING: Final = lazy(rf"^(?P<name>{han('、')}{{0,24}}?(?:大会|委员会|理事会|安理会))(?:[，,]\n?|\n)(?={_PREAMBLE})", re.MULTILINE)
_ADOPTED: Final = lazy(r"\[(?:未经发交主要委员会|根据[^\]\n]{2,40}报告 ?\([^)\]\n]{4,40}\))[^\]\n]{0,6}通过")
_TREATY_SERIES: Final = {
    "CEDAW/C": "CEDAW", "CRC/C": "CRC", "CAT/C": "CAT", "CCPR/C": "CCPR", "CERD/C": "CERD", "CED/C": "CED", "CRPD/C": "CRPD", "E/C.12": "CESCR", "CMW/C": "CMW",
}  # fmt: skip
"""The series of the committees that supervise a treaty."""
COMMITTEES: Final = frozenset(_TREATY_SERIES.values())
_CITED: Final = lazy(rf"(?<![A-Z/])(?P<series>{'|'.join(map(re.escape, _TREATY_SERIES))}) ?/(?=[A-Z0-9])|(?<![A-Z/.\w])(?P<other>A|S|E)/(?!C\.12)[A-Z\d]")
_ENOUGH: Final = 2  # symbols of one series that a document cites at least
_COMMITTEE: Final = "委员会"


def issuer(reading: Reading) -> Issuer | None:
    """The body that issues a whole document, None for a passage and where nothing tells."""
    return reading.once(_issuer)


def _issuer(reading: Reading) -> Issuer | None:
    if not reading.document.whole:
        return None
    metadata = reading.document.metadata
    symbol = metadata.symbol or ""
    bare = metadata.body in _CONFERENCES and not symbol.startswith(_CONFERENCE_SERIES)
    printed = _COUNCIL if symbol.startswith(_OF_COUNCIL) else None if bare else metadata.body or _body_of(symbol)
    return (_named(printed) if printed else None) or _citing(reading.folded) or _adopted(reading.folded) or _on_cover(reading.folded) or _speaking(reading.folded)


def is_of_agency(reading: Reading) -> bool:
    """Whether a text is one of a specialized agency, whose 大会 is its own conference.

    A document opens with the agency's name, a passage names its conference (民航组织大会); neither cites an organ of the United Nations.
    A document that bears the agency's name or symbol on its cover may cite them, if it says 联合国大会 where it means that one.
    """
    return reading.once(_is_of_agency)


def _is_of_agency(reading: Reading) -> bool:
    if not reading.document.whole:
        return "大会" in reading.folded and _UNITED_NATIONS.search(reading.folded) is None and _ITS_ASSEMBLY.search(reading.folded) is not None
    masthead = f"{reading.document.metadata.symbol or ''}\n{reading.document.metadata.body or ''}\n"
    cover = _FIRST_PARAGRAPH.split(fold(reading.document.text[:_FIRST_PAGE]), maxsplit=1)[0]
    if _OWN_COVER.search(cover) is not None and _COVER_OF_THE_UN.search(cover) is None and not _cites_unnamed(reading.folded):
        return True
    if _AGENCY.search(masthead + reading.folded[:_FIRST_PAGE]) is None:
        return False
    return _UNITED_NATIONS.search(masthead) is None and _UNITED_NATIONS.search(reading.folded) is None


def _cites_unnamed(folded: str) -> bool:
    """Whether a text cites a resolution of the General Assembly that it does not name in full: 大会 may be that one there."""
    return any(_FULL_NAME.search(folded, cited.start() - _NEAR, cited.start()) is None for cited in _RESOLUTION.finditer(folded))


def _named(name: str) -> Issuer | None:
    hits = [hit for hit in lexicon().find(fold(name)).get("organization", ()) if hit.name.key]
    best = max(hits, key=lambda hit: hit.end - hit.start, default=None)
    return Issuer(best.name.key, best.name.text) if best else None


def _alone(name: str) -> Issuer | None:
    """The body whose name is all of the words: 人权理事会, but not 粮农组织大会, which holds two names."""
    hits = lexicon().find(name).get("organization", ())
    return next((Issuer(hit.name.key, hit.name.text) for hit in hits if hit.name.key and (hit.start, hit.end) == (0, len(name))), None)


def _body_of(symbol: str) -> str | None:
    """The name of the body in whose series a symbol is: that of the longest prefix in the table of organs."""
    if symbol.startswith(_OF_HEALTH):
        return None
    if key := next((key for series, key in _TREATY_SERIES.items() if symbol.startswith(f"{series}/")), None):
        return key
    series = [r for r in rows("organs", "symbol_prefix", "zh", "adopts") if r["adopts"] and symbol.startswith(f"{r['symbol_prefix']}/")]
    return max(series, key=lambda r: len(r["symbol_prefix"]))["zh"].partition("|")[0] if series else None


def _adopted(folded: str) -> Issuer | None:
    """The General Assembly, which alone says in brackets on whose report it adopted a resolution."""
    return _named("大会") if _ADOPTED.search(folded, 0, min(len(folded), _COVER)) else None


def _speaking(folded: str) -> Issuer | None:
    """The body with which a resolution opens."""
    match = _ENACTING.search(folded, 0, min(len(folded), _OPENING))
    return _alone(match["name"]) if match else None


def _on_cover(folded: str) -> Issuer | None:
    """The body that stands last alone on a line of the cover, or whose report it is."""
    found = None
    for match in _COVER_LINE.finditer(folded, 0, min(len(folded), _COVER)):
        found = _alone(match["name"]) or found
    return found


def _citing(folded: str) -> Issuer | None:
    """The committee in whose series the first symbol of a document is, its own or the first that it cites, if it cites no other committee's."""
    if not any(series in folded for series in _TREATY_SERIES):
        return None
    cited = list(_CITED.finditer(folded))
    series = [match["series"] for match in cited if match["series"]]
    if not series or len(set(series)) > 1:
        return None
    first = next(match.start() for match in cited if match["series"])
    if first > _FIRST_LINES and (len(series) < _ENOUGH or first != cited[0].start()):
        return None
    key = _TREATY_SERIES[series[0]]
    return Issuer(key, _COMMITTEE)
