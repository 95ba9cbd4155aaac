"""Lines of the masthead: what stands above the title of a document, line by line."""

from __future__ import annotations

import re
from typing import Final

MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
HAN: Final = "一二三四五六七八九十百零〇"
SYMBOL: Final = re.compile(r"(?<![A-Za-z/])[A-Z][A-Z0-9]{0,6}(?:/[A-Za-z0-9.\-()\[\]]+)+")
BODIES: Final = (
    "大会", "安全理事会", "经济及社会理事会", "秘书处", "人权理事会", "托管理事会", "贸易和发展理事会", "联合国环境大会", "裁军谈判会议",
)  # fmt: skip
BODY: Final = re.compile(
    rf"(?:{'|'.join(BODIES)})|[\u4e00-\u9fff]{{2,30}}(?:委员会|缔约国会议|缔约方会议|理事会|执行局|工作组|专家组|审议组|组织|大会|筹备会议|筹备委员会|法庭|会议)"
)
_TREATY: Final = re.compile(r"(?:关于)?[\u4e00-\u9fff、]{2,50}公约")
_LINE: Final = re.compile(
    rf"联合国(?:{SYMBOL.pattern})?|United\s?Nations|Distr.*|General|Limited|Restricted|\d{{1,2}}\s*{MONTH}\s*\d{{4}}"
    r"|(?:Chinese|English)(?:\s*Original.*)?|Original.*"
    rf"|第[{HAN}\d]{{1,7}}届(?:常?会议?|特别会议|续会)?(?:续会)?|\d{{4}}年(?:实质性|组织|常)?(?:会议|届会)"
    r"|[(（]?\d{4}年\d{1,2}月\d{1,2}日(?:[至-](?:\d{1,2}月)?\d{1,2}日)?(?:[，,]?\S{2,6})?[)）]?"
    r"|(?:(?:临时|暂定)?议程|暂定项目表|初步清单|议程草案)\*{0,3}项目.{0,24}|正式记录|补编第?\S{1,4}号?|纽约|维也纳|日内瓦|内罗毕",
    re.IGNORECASE,
)


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def is_line(text: str, symbol: str | None) -> bool:
    """Whether a line belongs to the masthead.

    >>> is_line("联 合 国", None), is_line("Distr.: General", None), is_line("第七十六届会议", None), is_line("预防犯罪和刑事司法", None)
    (True, True, True, False)
    """
    bare = squeeze(text)
    if len(bare) > 80:
        return False
    rest = bare.replace(symbol, "") if symbol else bare
    rest = rest.strip("*＊")
    if rest in BODIES or not rest:
        return True
    if rest.startswith("联合国") and (len(rest) == 3 or _LINE.fullmatch(rest[3:]) is not None or rest[3:] in BODIES):
        return True
    if _LINE.fullmatch(rest) is not None:
        return True
    head, _, tail = rest.partition("Distr")
    return bool(tail) and (not head or BODY.fullmatch(head) is not None)


def is_body(text: str) -> bool:
    """Whether a line is the name of the body that the document is for, or of the treaty under which that body works.

    >>> is_body("预防犯罪和刑事司法委员会"), is_body("儿童权利公约"), is_body("秘书长的报告")
    (True, True, False)
    """
    name = squeeze(text)
    return BODY.fullmatch(name) is not None or _TREATY.fullmatch(name) is not None


