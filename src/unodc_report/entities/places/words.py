"""What the rules for unknown places share: the characters of their names, what joins them, what stands behind one, what is none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from unodc_report.entities.surroundings import TRANSLITERATION
from unodc_report.rules import Fields, Finding, Rule, finding, matches_from

_OF_PLACES: Final = TRANSLITERATION + "颇歇焦慕廓帖旺"
CHARACTERS: Final = frozenset(_OF_PLACES)
"""Characters of names of places: those of foreign names, and some that names of persons hardly have."""
T: Final = f"[{_OF_PLACES}]"
M: Final = f"[{_OF_PLACES}西尚柯冯通本考永洪武道文木]"
"""In a list of places characters that words begin with too may stand in a name, because the list tells what it is."""
ARRIVING: Final = "抵到运送飞直"
"""Before 达, which names begin with too, these make a verb of it: 抵达|哈贾省."""
BEFORE_NAMES: Final = "东西南北中上下大小新"
"""A compass point or 新 may stand before a name."""
INNER: Final = "本日得武文根士热美干采尚开木门别洪道若考施土连高灵延农永宽略策英约冯柯通坡怀台姑契"
"""Characters that words begin with more often than names hold them: one of them may stand inside a name before its type word."""
EDGE: Final = r"(?=[，。、；:)\n和及与等]|以及|的|各|地区|两|举行|召开|举办|附近|郊区|一带|周边|周围|之间|方向|$)"

NOT_PLACES: Final = frozenset({
    "阿拉伯", "伊斯兰", "穆斯林", "库尔德", "塔利班", "哈马斯", "埃博拉", "塞雷卡", "努埃尔", "洛乌-努埃尔", "恩哥克-丁卡",
    "哈卡尼", "法塔赫", "苏维埃", "罗姆", "胡塞", "图阿雷格", "图西", "胡图", "什叶", "雅兹迪", "卡特尔",
    "马拉松", "奥林匹克", "沙里亚", "加勒比", "普什图", "豪萨", "富拉尼", "奥斯卡", "诺贝尔", "普利策", "托拉斯", "沙林", "阿司匹林",
    "乌托邦", "古代", "森林", "丛林", "坦克", "基金", "普查", "沙漠", "瓦斯", "巴士", "那里", "哪里", "卡扎菲", "阿萨德", "萨达姆", "卡斯特罗", "曼德拉", "穆罕默德", "阿拉法特",
    "内塔尼亚胡", "卡比拉", "卡尔扎伊", "尼赫鲁", "肯尼迪", "萨科齐",
})  # fmt: skip
"""Words, peoples, movements and persons that are written with the same characters."""
_TAIL: Final = re.compile("(?:营地|[里内])$")
"""What may stand behind one of them: 森林|里."""
NO_PLACE_BEHIND: Final = re.compile("[族人语裔教号]|派(?![驻遣出有])|总统|总理|先生|女士|大使|将军|政权|运动|组织|公约|议定书")


_LASTS: Final = "于在往抵达到占夺回复出击炸困驻返至经由越领放守攻轰袭锁邻来的自从向朝对距离都府会市镇庄屿地问访察了"
_LAST: Final = re.compile(f"[{_LASTS}](?=[{BEFORE_NAMES}]?{M}{M})")


class Leads:
    """Where names can begin behind the words that lead to them (在, 位于, 城市), sought once for all rules: each by itself reads the whole text.

    Args:
        folded: the folded text.
    """

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._ends: dict[str, list[int]] = defaultdict(list)  # by the last two characters of words, and by the last
        for last in _LAST.finditer(folded):
            end = last.end()
            self._ends[folded[end - 2 : end]].append(end)
            self._ends[last[0]].append(end)

    def starts(self, words: Iterable[str]) -> list[int]:
        """Where one of the words stands before what can be a name, in order.

        >>> Leads("设在索佐的营地，在那里，在法律上").starts(("在", "设在"))
        [0, 1, 8]
        """
        ends, folded = self._ends, self._folded
        return sorted({end - len(word) for word in words for end in ends.get(word[-2:], ()) if len(word) <= 2 or folded.endswith(word, 0, end)})

    def matches(self, rule: Rule) -> Iterator[re.Match[str]]:
        """The matches of a rule, all of which begin with one of the words of its `begins`."""
        return matches_from(self.starts(rule.begins), rule.pattern, self._folded)

    def findings(self, rule: Rule) -> Iterator[Finding]:
        """What the rule makes of its matches."""
        return (finding(rule, match) for match in self.matches(rule))


def may_begin(folded: str, position: int) -> bool:
    """Whether a name of two characters or more can begin at a position: most often none does, and no pattern need be asked."""
    return folded[position + 1 : position + 2] in CHARACTERS and (folded[position] in CHARACTERS or folded[position] in BEFORE_NAMES)


_VERBS: Final = frozenset(ARRIVING)


def is_edge(folded: str, start: int) -> bool:
    """Whether no name that began before goes on at a position: 达 of 抵达 belongs to the verb, and a name can begin behind it."""
    before, here = folded[start - 1 : start], folded[start]
    if before in CHARACTERS:
        return before == "达" and folded[start - 2 : start - 1] in _VERBS
    return here != "达" or before not in _VERBS


def unknown(match: re.Match[str]) -> Fields | str:
    """The name in the group `span`, or why it is none."""
    name = match["span"]
    if name in NOT_PLACES or _TAIL.sub("", name) in NOT_PLACES or name.endswith("阿拉伯半岛") or NO_PLACE_BEHIND.match(match.string, match.end("span")):
        return "no name of a place"
    return {"name": name, "iso3": None}
