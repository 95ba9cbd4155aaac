"""Lines of the masthead: what stands above the title of a document, line by line."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from unodc_report.chinese.characters import LETTER, han
from unodc_report.patterns import lazy

MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
HAN: Final = "一二三四五六七八九十百零〇OoＯ○"  # converters write 〇 as a letter too
_PARTS: Final = r"(?:/[A-Za-z0-9.\-()\[\]]+)+"  # of a symbol, behind the first
SYMBOL: Final = re.compile(rf"(?<![A-Za-z/])[A-Z][A-Z0-9]{{0,6}}{_PARTS}")
_SYMBOL: Final = rf"(?<![A-Za-z/])[A-Za-z][A-Za-z0-9]{{0,6}}{_PARTS}"  # in small letters too
BODIES: Final = (
    "大会", "安全理事会", "经济及社会理事会", "秘书处", "人权理事会", "托管理事会", "贸易和发展理事会", "联合国环境大会", "裁军谈判会议",
    "执行局",
)  # fmt: skip
BODY: Final = re.compile(
    rf"(?:{'|'.join(BODIES)}|理事会)|(?!{han()}{{0,30}}第[{HAN}]{{1,7}}[届次])"
    rf"{han()}{{2,30}}(?:委员会|缔约国会议|缔约方会议|理事会|执行局|工作组|专家组|审议组|专家机制|论坛|组织|大会|筹备会议|筹备委员会|法庭|会议)"
)
_NAMED_TREATY: Final = "公约"
_WORLDWIDE: Final = ("联合国", "国际", "世界")
SESSION: Final = rf"第[{HAN}\d]{{1,7}}届(?:常?会议?|特别会议|续会|世界卫生大会)?(?:续会)?"
_AGENCY: Final = lazy(
    rf"(?:{'|'.join(_WORLDWIDE)}){han('、')}{{2,16}}(?:组织|规划署|计划署|基金|基金会|人居署|高级专员(?:办事处)?|研究所|项目事务厅|大学)"
)
_SESSION: Final = lazy(rf"{SESSION}[:：]?")
_TREATY: Final = lazy(rf"(?:关于)?{han('、')}{{2,50}}{_NAMED_TREATY}")
_DAY: Final = r"\d{1,2}月\d{1,2}(?:[-–至]\d{1,2})?日(?:[至–-](?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?"
_NO_SENTENCE: Final = r"(?!\S*[。；有被死约\d])"  # 2019年5月3日，维也纳, but not 2019年5月3日，有25人丧生。
_TOWN: Final = "(?:纽约|维也纳|日内瓦|内罗毕|罗马|巴黎|蒙特利尔|海牙|波恩)"
_LATIN: Final = re.compile(  # the other language, before the Chinese of a line in two
    rf"[A-Za-z][A-Za-z0-9 ,.\-]*(?={LETTER})|\([0-9A-Z][A-Za-z0-9 ,.\-–]*\)\s?(?=[(（])"
)
_TWO: Final = re.compile(r"(?<=\d)(?=[A-Z]{1,6}/[A-Z]{1,4}[./])")
VOLUME: Final = re.compile(r"\s?\((?:(?:Vol|Part|Sect|Prog)\.?\s?)?[IVXLC\d]{1,6}\)$")
_HARD: Final = re.compile(
    rf"(?i:United\s?Nations|Distr.*|General|Limited|Restricted|\d{{1,2}}\s*{MONTH}\s*\d{{4}}(?:(?:Chinese|English).*)?"
    r"|(?:Chinese|English)(?:\s*Original.*)?|Original.*)"
    rf"|(?:{'|'.join(BODIES)}){_SYMBOL}(?:\((?i:Vol|Part)\.?[IVXivx\d]{{1,4}}\))?|正式记录[:：]?(?:{SESSION})?|补编第\S{{1,4}}号(?:[(（]{_SYMBOL}[)）]?)?|{_SYMBOL}\*{{0,3}}\d{{1,2}}(?i:{MONTH})\d{{4}}"
    # when and where a meeting was held
    rf"|(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日[，,]?星期[一二三四五六日][，,]?[上下]午[^。，,]{{1,12}}(?:[，,]?在?{han()}{{2,20}}举行)?[。.]?"
)
_RUN_IN: Final = lazy(r"(?i:(?:(?!Distr)[^。]){0,80}Distr[^。]{1,80}Original)[:：]?[A-Za-z]+")  # a masthead taken as one line
_WITH_SYMBOL: Final = re.compile(rf"联合国{_SYMBOL}|{_SYMBOL}(?i:Original).*")
_LINE: Final = re.compile(
    rf"联合国(?:{_SYMBOL})?|(?:{'|'.join(BODIES)})(?:正式记录{SESSION}补编第\S{{1,4}}号|决议)|(?:{'|'.join(BODIES)}|理事会){SESSION}|第[{HAN}]{{1,7}}年"
    rf"|{SESSION}(?:[(（].{{4,40}}[)）]|(?:19|20)\d{{4,6}})?|\d{{4}}年(?:实质性|组织|常)?(?:会议|届会)"
    rf"|[(（\[]?\d{{4}}年{_DAY}(?:[和及](?:\d{{4}}年)?{_DAY})?(?:[，,]{_NO_SENTENCE}\S{{2,12}}|{_NO_SENTENCE}(?!\S*(?:决议|通过|举行|报告|声明|会议))\S{{2,6}})?[)）\]]?"
    rf"|\d{{4}}年\d{{1,2}}月[，,]{_NO_SENTENCE}\S{{2,8}}|(?:19|20)\d{{4,6}}日(?:[至–-]\d{{1,2}}日)?[，,]{_NO_SENTENCE}\S{{2,8}}"
    r"|[一二三四五六七八九〇零]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|(?:日期[:：]|巴黎[，,])(?:19|20)\d\d年\d{1,2}月\d{1,2}日|(?i:TD|EP|HSP|[ACES]|AS|ES)|临时|分发[:：]?(?:普遍|普通|一般|有限|限制)|原[文件][:：]\S{2,6}"
    r"|(?:(?:临时|暂定)?议程|暂定项目表|初步清单|议程草案)\*{0,3}项目.{0,24}|正式记录|补编第?\S{1,4}号?|(?i:ISSN)\S{4,14}"
    rf"|(?:联合国[·•]?)?(?:{_TOWN}(?:和{_TOWN})?[，,]\d{{4}}年|\d{{4}}年[，,·•]{_TOWN}(?:和{_TOWN})?)|{_TOWN}"
    r"|\d{2,3}(?i:EX|C)/[A-Za-z0-9.\-]{1,12}|第[IVXivx]{1,4}部分"
    r"|(?i:CL|C|CFS|COFI|FC|PC|EB|A|WHA)[: ]?\d{1,4}(?:[/.][A-Za-z0-9.\-]{1,12}){0,3}"
    r"|(?:国际劳工局)?(?i:GB)\.\d{2,3}(?:/[A-Za-z\d()]{1,8}){1,4}"
)


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


_WORDS: Final = lazy(r"[A-Z][a-z]{2,}(?:[ -][A-Za-z\d(),'\-]+)+\*{0,3}")  # two words at least
_COLUMNS: Final = lazy(r"\s{3,}|\s*\|\s*")  # of a table, the second


def is_line(text: str, symbol: str | None) -> bool:
    """Whether a line belongs to the masthead, or holds several that stand beside one another on the page.

    >>> is_line("联 合 国", None), is_line("Distr.: General", None), is_line("第七十六届会议", None), is_line("预防犯罪和刑事司法", None)
    (True, True, True, False)
    """
    return _is_line(text, symbol) or (("   " in text or "|" in text) and _is_row(_COLUMNS.split(text.strip("| ")), symbol))


def _is_row(columns: list[str], symbol: str | None) -> bool:
    """Whether columns of one line are lines of a masthead, one of them such as stand nowhere else; or all of them such lines."""
    lines = [not column.isascii() and _is_line(column, symbol) for column in columns]
    if len(columns) > 1 and any(lines) and all(line or is_body(column) for line, column in zip(lines, columns, strict=True)):
        return True  # 大会   安全理事会, 第四十九届会议   第四十九年, 执行委员会   2005年12月1日
    return any(is_hard(column) or whole_symbol(column) for column in columns) and all(
        column.isascii() or is_hard(column) or is_body(column) or _is_line(column, symbol) for column in columns
    )


def _is_line(text: str, symbol: str | None) -> bool:
    bare = squeeze(_LATIN.sub("", text, count=1) if _LATIN.match(text) and "Distr" not in text else text)  # in two languages
    if len(bare) > 80:
        return False
    rest = bare.replace(symbol, "") if symbol else bare
    rest = rest.strip("*＊")
    if rest in BODIES or not rest:
        return True
    if rest.startswith("联合国") and (_is_known(rest[3:]) or rest[3:] in BODIES):
        return True
    if _is_known(rest):
        return True
    head, _, tail = rest.partition("Distr")
    return bool(tail) and (not head or BODY.fullmatch(head) is not None)


def _is_known(bare: str) -> bool:
    return _HARD.fullmatch(bare) is not None or _LINE.fullmatch(bare) is not None


def is_hard(text: str) -> bool:
    """Whether a line can stand nowhere but in a masthead, whatever stood before it: the distribution, the language, a date in English.

    >>> is_hard("Original: English"), is_hard("17January2023"), is_hard("第六届会议")
    (True, True, False)
    """
    bare = squeeze(text)
    if _HARD.fullmatch(bare) is not None or _WITH_SYMBOL.fullmatch(bare) is not None:
        return True
    if "distr" in bare.lower() and _RUN_IN.fullmatch(bare) is not None:
        return True
    return "|" in text and _is_row(_COLUMNS.split(text.strip("| ")), None)


def is_foreign(text: str) -> bool:
    """Whether a line is in another language, as every other one of a masthead in two: no title of a Chinese document is.

    >>> is_foreign("Seventy-third session"), is_foreign("A/73/1"), is_foreign("1. ABC Ltd.")
    (True, False, False)
    """
    return text.isascii() and _WORDS.fullmatch(text.strip()) is not None


def is_run_in(text: str) -> bool:
    """Whether a line is a masthead by itself, wherever it stands: converters write what stands beside the title after it.

    >>> is_run_in("气候变化框架公约 Distr.: General 14 May 2012 Chinese Original: English"), is_run_in("General")
    (True, False)
    """
    bare = squeeze(text)
    if "Distr" in bare and "Original" in bare and _RUN_IN.fullmatch(bare) is not None:
        return True
    return bare.startswith("联合国") and SYMBOL.fullmatch(bare, len("联合国")) is not None


def is_session(text: str) -> bool:
    """Whether a line is the session of a body and nothing else: 执行委员会第153届会议.

    >>> is_session("执行委员会第153届会议："), is_session("提交执行委员会第153届会议审议。")
    (True, False)
    """
    body, ordinal, session = squeeze(text).rpartition("第")
    return _SESSION.fullmatch(ordinal + session) is not None and (not body or BODY.fullmatch(body) is not None)


def whole_symbol(text: str) -> str | None:
    """The symbol that a line is and nothing else, blanks that a converter left in it taken out.

    >>> whole_symbol("CEDAW /C/ABC/CO/7"), whole_symbol("C RC/C/ABC/3-4")
    ('CEDAW/C/ABC/CO/7', 'CRC/C/ABC/3-4')
    >>> whole_symbol("E/2003/30 E/CN.15/2003/14"), whole_symbol("A/C.3/58/L.2 3")
    (None, None)
    """
    tokens = VOLUME.sub("", text.strip("*＊ ")).split()
    if not tokens or len(tokens) > 6 or "/" not in text:
        return None
    if not all(_is_torn(left, right) for left, right in pairwise(tokens)):
        return None
    whole = _TWO.split("".join(tokens))[0]  # E/2018/22E/C.12/2017/3: a document with two symbols, and the blank between them lost
    return whole if SYMBOL.fullmatch(whole) and any(c.isdigit() for c in whole) else None


def _is_torn(left: str, right: str) -> bool:
    """Whether a symbol may have been one word where a blank stands: beside a stroke, or after its first letters."""
    letters = len(left) < 3 and left.isalpha() and left.isupper() and right[0].isalpha() and "/" in right
    return letters or left[-1] in "/." or right[0] == "/"


def is_symbols(text: str) -> bool:
    """Whether a line holds the two symbols of one document and nothing else: E/2003/30 E/CN.15/2003/14."""
    tokens = text.split()
    return 1 < len(tokens) < 4 and all(SYMBOL.fullmatch(token.strip("*＊")) and re.search(r"\d", token) for token in tokens)


def is_body(text: str) -> bool:
    """Whether a line is the name of the body that the document is for, or of the treaty under which that body works.

    >>> is_body("预防犯罪和刑事司法委员会"), is_body("儿童权利公约"), is_body("秘书长的报告")
    (True, True, False)
    """
    name = squeeze(text)
    if BODY.fullmatch(name) is not None or (name.endswith(_NAMED_TREATY) and _TREATY.fullmatch(name) is not None):
        return True
    return name.startswith(_WORLDWIDE) and _AGENCY.fullmatch(name) is not None


