"""Which body a resolution is of: named right before its number, or the subject of the sentence.

Bodies are given by the opening of their symbols (A, S, E/CN.7, CAC/COSP); "" is a body that is named but adopts nothing
that has a symbol here, or is not named in full (委员会, 会议).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from unodc_report.chinese.characters import fold
from unodc_report.data.tables import rows
from unodc_report.patterns import lazy

REACH: Final = 240  # code points before a number in which its body is looked for

# Bodies whose kind alone is said; which one, the report may tell.
GENERIC: Final = ("委员会", "理事会", "会议", "大会", "缔约国会议", "缔约方会议", "缔约方大会", "工作组", "论坛", "执行局", "管理局", "小组", "法院", "议会", "内阁", "国会", "政府", "联盟", "组织")
NOT_THE_ASSEMBLY: Final = re.compile(
    r"(?:卫生|首脑|缔约国|缔约方|审议|延期|成员国|环境|劳工|机构|联盟|组织|议会|届|人居|司法|待遇|管理局|公约|党员|扩|青年|议联|世界|民航|电信|邮政|气象|当事国|当事方|国民|世卫|海洋学委员会|协会|联合会|基金会|学会)\Z"
)
_OTHER_TREATIES: Final = lazy(
    r"残疾人|地雷|弹药|海洋法|不扩散|化学武器|生物武器|儿童权利|酷刑|歧视|移徙|失踪|罗马规约|核材料|荒漠化|气候|湿地|遗产|濒危|烟草|文化|核安全|生物多样性|巴塞尔|鹿特丹"
    r"|斯德哥尔摩|水俣|臭氧|蒙特利尔|维也纳|卡塔赫纳|名古屋|迁徙|电信|武器贸易|拉罗通加|佩林达巴|无核武器区|常规武器"
)
_FILLER: Final = (
    r"在|于|其|的|上|中|内|所|已|曾|又|还|也|并|将|为|和|及|与|以及|或|至|、|，|,|最近|早先|此前|以前|后来|随后|先前|历次|一致|协商一致|未经表决|通过|以|了|作出|核准|核可|颁布|发布|各项|有关|相关|若干"
    r"|举行的|召开的|举办的|续会|期间|部长级会议|高级别部分|特别是|尤其是|包括|例如|即|如|根据|按照|依照|依据|遵照|执行|落实|回顾|忆及|重申|铭记|强调|重大|第"
)
_ORDINAL: Final = r"第(?:[一二三四五六七八九十百]{1,6}|\d{1,4})[届次](?:特别|紧急特别|全体|常|年度)?会议?"
_CHINESE_DATE: Final = "[一二][〇零一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?"
_TOPIC: Final = r'关于[^，。；\n]{1,70}?的(?=第|(?:19|20)\d\d年|[一二][〇零一二三四五六七八九]{3}年|\Z)|关于[^。；\n]{1,70}?的|题为"[^"\n]{1,100}"的?|题为《[^》\n]{1,100}》的?|\([^()\n]{1,40}\)|"[^"\n]{1,60}"的?'
_CITED: Final = r"第?[\dA-Z][\dA-Z/. \-]{0,12}(?:\([\dIVXLCS\-]{1,8}\))?[A-Z]?号?|(?:等|其他)?决[议定]"
_BETWEEN: Final = re.compile(rf"(?:(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?|\d{{1,2}}月\d{{1,2}}日|{_CHINESE_DATE}|{_ORDINAL}|{_TOPIC}|{_CITED}|{_FILLER})*+")
_ALONE: Final = re.compile(
    r"(?:^|[\n，。；、：:,()\"》日月年届议\d .]|[在由请向经于为使是对将与和及据该本述让给以从自到被待候后前而即则供]|主席|提请|主办|承办|行的|开的|建议|按照|根据|提交|出席|参加|支持|通知|鼓励|敦促|促请|协助|告知|提醒|回顾|忆及|重申|依照|遵照|执行)\Z"
)
_STOPS: Final = ("。", "；", "\n", "!", "?")
_SUBJECT_AFTER: Final = lazy(r"(?:[，,]|在|于|还|又|也|已|曾|将|应|请|决定|回顾|忆及|重申|强调|欢迎|呼吁|鼓励|敦促|赞同|核可|注意|表示|铭记|通过|确认|认识|赞赏|促请|吁请|\d{4}年|一九)")
_SUBJECT_BEFORE: Final = lazy(r"(?:^|[，,:\"(]|[年月日]|[\W\d_A-Za-z])\Z")


class Body(NamedTuple):
    """A body named in a text: clean span, the opening of its symbols ("" where it has none), and its words."""

    start: int
    end: int
    organ: str
    words: str


@cache
def _organs() -> dict[str, str]:
    """Names of the bodies that adopt resolutions, with the opening of their symbols; generic words without."""
    named = {fold(zh): r["symbol_prefix"] for r in rows("organs", "symbol_prefix", "zh", "adopts") if r["adopts"] for zh in r["zh"].split("|")}
    return dict.fromkeys(GENERIC, "") | named


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_organs(), key=len, reverse=True)))


def bodies(folded: str, start: int, end: int) -> Iterator[Body]:
    """The bodies named between `start` and `end`, in text order, longest names first."""
    for match in _names().finditer(folded, start, end):
        words = match[0]
        yield Body(match.start(), match.end(), _organ(folded, match.start(), words), words)


def _organ(folded: str, start: int, words: str) -> str:
    """What the words name, given what stands before them."""
    organ = _organs()[words]
    if words == "大会":
        return "" if folded.startswith("议", start + 2) or NOT_THE_ASSEMBLY.search(folded, start - 24, start) else organ
    if organ in ("CAC/COSP", "CTOC/COP"):
        before = folded[max(0, start - 24) : start]
        near = before[max(before.rfind("，"), before.rfind("和"), before.rfind("、")) + 1 :]
        return "" if _OTHER_TREATIES.search(near) else organ
    return organ


def stands_alone(folded: str, start: int) -> bool:
    """Whether a word for a kind of body at `start` is no end of a longer name: 委员会, but not 技术委员会.

    >>> stands_alone("请委员会", 1), stands_alone("技术委员会", 2)
    (True, False)
    """
    return _ALONE.search(folded, start - 3, start) is not None


def sentence_start(folded: str, position: int, reach: int = REACH) -> int:
    """Where the sentence that holds `position` begins, at most `reach` characters before it."""
    floor = max(0, position - reach)
    return max(floor, *[folded.rfind(stop, floor, position) + 1 for stop in _STOPS])


def body_before(folded: str, position: int) -> tuple[Body, ...]:
    """The bodies that can be meant by a number at `position`, the likeliest first.

    A body counts if only dates, sessions, topics (关于…的), other numbers of the same list and words that lead to a number
    stand between; or if it is the subject of the sentence and the only body named in it.

    >>> [b.words for b in body_before("大会关于经济及社会理事会的第61/16号决议", 16)]
    ['大会', '经济及社会理事会']
    >>> [b.organ for b in body_before("根据麻醉药品委员会的要求召集了会议，见", 20)]
    []
    """
    start = sentence_start(folded, position)
    named = list(bodies(folded, start, position))
    near = [body for body in named[:-4:-1] if _BETWEEN.fullmatch(folded, body.end, position)]
    if len(near) > 1 and folded.startswith("关于", near[1].end) and folded.startswith("的", near[0].end):
        near[0], near[1] = near[1], near[0]
    if near:
        return tuple(near)
    known = {body.organ for body in named}
    if len(known) == 1 and "" not in known and _SUBJECT_AFTER.match(folded, named[0].end) and _SUBJECT_BEFORE.search(folded[start : named[0].start]):
        return (named[0],)
    return ()
