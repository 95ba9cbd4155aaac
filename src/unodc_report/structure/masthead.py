"""The masthead: what stands above the title, and its fields.

Distribution, date and language are printed in English in Chinese documents too; the order of the lines in a converted text
is not the order on the page, and any of them may be lost.
"""

from __future__ import annotations

import re
from typing import Final

from unodc_report.chinese.characters import LETTER
from unodc_report.layout.masthead_lines import BODIES, BODY, HAN, MONTH, SESSION, SYMBOL, squeeze, whole_symbol
from unodc_report.patterns import lazy

_FIELDS: Final = {
    "distribution": re.compile(
        r"Distr\s?[.:：]+\s*:?\s*(General|Limited|Restricted|Unrestricted|Provisional)"
        r"|(?<![A-Za-z])(GENERAL|LIMITED|RESTRICTED)(?![A-Za-z]| Assembly)",
        re.IGNORECASE,
    ),
    "date": re.compile(  # in English; as agencies print it in Chinese
        rf"(?<!\d)(\d{{1,2}}\s*{MONTH}\s*\d{{4}})"
        r"|(?:日\s*期\s*[:：]|\S\s{2,}|^巴黎[，,])\s*((?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*$",
        re.IGNORECASE,
    ),
    "original_language": re.compile(
        r"(?i:Original)\s*[:：]\s*((?:[A-Z][a-z]+|[A-Z]{3,})(?:\s*(?:/|,|and|、)\s*(?:[A-Z][a-z]+|[A-Z]{3,}))*)"
    ),
    "session": re.compile(
        rf"((?:第[{HAN}\d\s]{{1,7}}届|\d{{4}}\s*年(?=\s*(?:常|实质性|组织|会|届会)))"
        r"(?:常?会议?|特别会议|世界卫生大会|实质性会议|续会|组织会议|会\s*议)?(?:续会)?)"
    ),
    "agenda_item": re.compile(
        r"((?:(?:临时|暂定)?议程|暂定项目表|初步清单|临时议程|议程草案)\s?\*{0,3}\s*项目\s*\d+(?:\.\d+)?(?:\s*[(（][a-z\d]+[)）])*"
        r"(?:\s*[、和至-]\s*\d+(?:\s*[(（][a-z]+[)）])*)*\*{0,3})"
    ),
}
_LANGUAGE: Final = re.compile(r"(?<![A-Za-z])(Chinese|English|French|Russian|Spanish|Arabic|CHINESE)(?![A-Za-z](?!riginal))")
_LETTERED: Final = re.compile(f"(?:{LETTER} ){{3}}")  # 第 十 九 届 会 议
_SPACED: Final = lazy(f"(?<={LETTER}) (?={LETTER})")
_HEADED: Final = re.compile(r"联合国\s+\S|联\s*合\s*国\s{2,}\S")  # the name of the organization, then another column
_ENGLISH: Final = re.compile(rf"^[A-Za-z\d,.\-]+(?={LETTER})")
_WITH_MORE: Final = re.compile(rf"(?:(?:正式记录)?{SESSION}\S*|决议)$")  # 联合国大会第六十一届会议, 大会决议
AUTHOR: Final = re.compile(
    r"(?:(?:联合国)?秘书长|秘书处|执行主任|主任|主席|主席团|高级专员|联合检查组|审计委员会|行政和预算问题咨询委员会|特别报告员|独立专家|工作组|高级专员办事处|委员会|理事会|内部监督事务厅|专家组)"
    r"(?:的|提交的|编写的|转递的)?(?:(?:综合|年度|临时|最后|补充)?报告|说明|备忘录|工作文件|背景文件|会议室文件|提案|来文|会议纪要|决议草案|临时议程)(?:(?:增编|更正|摘要)\S{0,4})?"
    r"|(?:临时|暂定)?议程(?:说明|草案)?|决议草案|工作文件|背景文件|会议室文件"
)


def read_fields(lines: list[str]) -> dict[str, str]:
    """The fields of the masthead's lines, by the names of `Metadata`; only what is printed."""
    found: dict[str, str] = {}
    for line in (_SPACED.sub("", line) if _LETTERED.search(line) else line for line in lines):
        for name, pattern in _FIELDS.items():
            match = pattern.search(line) if name not in found else None
            if match:
                found[name] = _value(name, next(group for group in match.groups() if group))
        language = _LANGUAGE.search(line)
        if language and "original" not in line[: language.start()].lower() and "language" not in found:
            found["language"] = language[1].capitalize()
        bare = re.sub(r"\s?Distr.*", "", line)
        bare = squeeze(SYMBOL.sub("", bare)).strip("*＊").replace("联合国联合国", "联合国")  # beside a body that is called so
        rest = bare.removeprefix("联合国")
        bare = rest if rest in BODIES or not rest or _HEADED.match(line) else bare  # 联合国 may be part of the body's name
        bare = _ENGLISH.sub("", bare)
        bare = _WITH_MORE.sub("", bare) or bare
        bare = bare.removeprefix("联合国") if bare.removeprefix("联合国") in BODIES else bare
        bare = next((body for body in BODIES if bare.startswith(body) and bare[len(body) :] in BODIES), bare)  # of two bodies the first
        if found.get("body", "组织").endswith("组织") and (bare in BODIES or BODY.fullmatch(bare)):  # an organization, then its organ
            found["body"] = bare
    return found


def _value(name: str, text: str) -> str:
    if name in ("session", "agenda_item"):
        return squeeze(text).rstrip("*＊") if name == "agenda_item" else squeeze(text)
    if name == "date" and text[-1] == "日":
        return squeeze(text)
    text = " ".join(_PARTS.findall(text)) if name == "date" else " ".join(text.split())
    return text.capitalize() if name == "distribution" or (name == "original_language" and text.isalpha() and text.isupper()) else text


_WORD_AFTER: Final = re.compile(r"(?<=\d)(?=(?:Chinese|English|Original|Distr|GE\.))")
_AGENCY: Final = lazy(  # FAO: CL 128/13; WHO: A68/7
    r"\d{2,3} (?:EX|C)/[A-Z\d.\-]{1,10}"  # UNESCO: 176 EX/4
    r"|(?:CL|C|CFS|COFI|COAG|FC|PC) \d{1,4}/[A-Za-z\d.\-/]{1,16}|(?<![A-Z])GB\.\d{2,3}(?:/[A-Z\d()]{1,8}){1,4}"
    r"|CFS:\d{4}/\d{1,2}|(?:EB|A)\d{2,3}/[A-Z\d.\-/]{1,12}|(?:EB|WHA)\d{2,3}\.R?\d{1,3}"
)
_PARTS: Final = re.compile(r"\d+|[A-Za-z]+")
_MORE: Final = re.compile(r"\s?\((?:(?:Vol|Part|Sect|Prog)\.?\s?)?(?:[IVXLC\d]{1,6}|\d{1,2}[A-H]|Introduction)\)(?=$|\s|\*)")


def _balanced(symbol: str) -> str:
    """The symbol without the bracket that closes one before it: 补编第20号(A/64/20)."""
    while symbol.endswith(")") and symbol.count(")") > symbol.count("("):
        symbol = symbol[:-1]  # one at a time: A/64/20(Vol.I)) has one of its own
    return symbol


def find_symbol(lines: list[str]) -> str | None:
    """The first document symbol that stands in the masthead's lines."""
    for line in lines:
        if agency := _AGENCY.fullmatch(line.strip().removeprefix("国 际 劳 工 局").lstrip()):
            return agency[0]
        if whole := whole_symbol(line):
            more = _MORE.search(line.rstrip("*＊ "))
            return whole.rstrip(".-(") + (more[0] if more else "")
        match = SYMBOL.search(_WORD_AFTER.sub(" ", line))
        if match and any(c.isdigit() for c in match[0]):
            more = _MORE.match(line, match.end())
            return _balanced(match[0].rstrip(".-(")) + (more[0] if more else "")
    return None
