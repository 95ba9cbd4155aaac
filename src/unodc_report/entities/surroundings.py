"""What the extractors of names share: longer names around a name, and the characters that foreign names are written with."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Final

from unodc_report.lexicon import Hit
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.titles import find_titles

TRANSLITERATION: Final = (
    "丁万丘丰丹久乌乔亚亨什伊伍伏伦伯佐佛佩侯俄保克兰兹冈凡凯切列利加努劳勃勒华卑博卜卡卢印厄叶吉吕呼哈哥喀嘉图圣圭坎坦埃培基堡堪塔塞壁夏多夫夸奇奈奎奔奥姆威娜嫩孔孙孟宁安宾密富察尔尤尼巴布希帕库康廊廖廷弗"
    "彭彻彼德恩恰戈扎托拉拜拿捷提摩撒敦斋斯昂昆明晓普曼朗朱杜杰松林果柏查格桑梅森楚楠欣欧比毛汉汗汤汶沃沙法波泰泽洛济涅温滕潘爱牙特玛班琪琼瑙瑟瓜瓦甘甫畔登皮盖磅祖科穆米索累纳纽绍维罕罗翁翰耶肯胡腊舍舒艾芒"
    "因季代芦芬苏茅茨荷莎莫莱菲萨蒂蒙蓬詹讷诺谢谷豪贝贡费贾赖赛赞赫辛达迈迪逊那邦里钦锡阿陶隆雅雪雷霍韦顿马鲁麦黎默齐墨龙鹿内古绥津孜仑伽珀芙芭茵诃鲍邓谭佤挝衮黛咯姬岑吴福宰扬金"
)
"""Characters of transliterated names. Most are ordinary words too: a run of them is a name only where its surroundings say so."""

TRANSLITERATION_ONLY: Final = frozenset(
    "乌乔伊伦佩俄兹冈凯勒卡卢厄吉吕哈喀坎埃塔塞奈奎姆娜尔尼巴帕库廷弗戈扎拜曼朗桑梅涅潘琳瑙瑟瓜瓦穆耶聂茨茹莎莫莱菲萨蒂蒙詹讷诺贝贾赫迈迪里阿陀雅霍韦顿颇鲁黎斯"
)
"""Those that hardly begin or end a word of another kind: beside a short name they say that the name goes on."""

AND: Final = "(?:、|和|及|与|以及)"
"""Pattern of what joins the members of a list of names."""
AND_MARKS: Final = ("、", "和", "及", "与")
"""With which what joins them ends."""

ILLEGAL: Final = (
    "非法(?:开采|采[矿伐金捕]|捕|移[民徙]|越|入境|出境|贩|贸易|交易|武|毒|药物|麻醉|砍|伐|买卖|持有|制造|生产|种植|活动|占|拘|逮|监禁|资金|作物|定居|狩|猎|侵|杀|处决|运|跨|转|过境|进[口入]|出口|据|所得|物品|商品|行为|[居逗停滞]留|就业|网络"
    "|收养|剥夺|使用|获|军|枪|火器|小武器|倾|排放|旅行|迁)"
)
"""Pattern of 非法 and what is done so, to tell a compass point before it from 西非, 南非 and their like (从北|非法入境, but 南非|法院)."""

ABOVE_OR_BELOW: Final = re.compile("(?<=[以之如])[上下]")
"""以下 and 以上 before a name: 下 and 上 are no part of it (以下|奥地利, not 下奥地利)."""
NO_CITY: Final = lazy("(?<=市)(?:[场民]|政(?!府))")
"""What makes another word of the last character of a city: 巴拿马|市场."""

_LATIN_WORD: Final = re.compile("[A-Za-z][A-Za-z]*")


def latin_words(reading: Reading) -> Sequence[int]:
    """Where words in Latin letters begin, in order: a Chinese text has few, and patterns that begin with one ask these alone."""
    return [word.start() for word in _LATIN_WORD.finditer(reading.folded)]


def titles(reading: Reading) -> Sequence[tuple[int, int]]:
    """The titles in 《…》 of a text, marks included, in order."""
    return [*find_titles(reading.folded)]
_NAME_ON: Final = re.compile(rf"(?<=[\u4e00-\u9fff])·[{TRANSLITERATION}]{{0,3}}\Z")
_BESIDE_NAMES: Final = 5  # code points of a middle dot, what stands before it and what may stand between it and a name that is no place


def in_a_persons_name(folded: str, start: int, end: int) -> bool:
    """Whether what stands there is a part of a foreign person's name: 若泽·|马里|奥, 阿卜杜勒·科|罗马|; not 彼得·卡林在|罗马|.

    A middle dot behind no Chinese character is the mark of a list (•|巴西|).

    >>> in_a_persons_name("阿卜杜勒·科罗马", 6, 8), in_a_persons_name("彼得·卡林在罗马", 6, 8), in_a_persons_name("·巴西", 1, 3)
    (True, False, False)
    """
    if folded[end : end + 1] == "·":
        return True
    head = folded[max(0, start - _BESIDE_NAMES) : start]
    return "·" in head and _NAME_ON.search(head) is not None


HIT_START: Final = itemgetter(Hit._fields.index("start"))
"""Where a hit begins, as bisection asks for it."""


def holding(hits: Sequence[Hit], start: int, end: int) -> Hit | None:
    """The hit that holds `start`..`end` and more; the hits are of one type, so in order and without overlaps."""
    place = bisect_right(hits, start, key=HIT_START) - 1
    if place < 0:
        return None
    hit = hits[place]
    return hit if hit.end >= end and hit.end - hit.start > end - start else None


def held(hits: Mapping[str, Sequence[Hit]], kinds: Sequence[str], start: int, end: int) -> Hit | None:
    """The hit of the first of some types that holds `start`..`end` and more."""
    return next((hit for kind in kinds if (hit := holding(hits.get(kind, ()), start, end)) is not None), None)


def covered(kinds: Sequence[str], reading: Reading) -> bytes:
    """For each character of a text, 1 where a hit of one of some types stands, else 0: what stands at none needs no search for its holder."""
    marks = bytearray(len(reading.folded))
    for hit in (hit for kind in kinds for hit in reading.hits.get(kind, ())):
        marks[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    return bytes(marks)


def exactly(hits: Sequence[Hit], start: int, end: int) -> Hit | None:
    """The hit that is `start`..`end`; the hits are as for `holding`."""
    place = bisect_left(hits, start, key=HIT_START)
    return hits[place] if place < len(hits) and hits[place].start == start and hits[place].end == end else None


def begun_before(hits: Sequence[Hit], start: int) -> Hit | None:
    """The hit that begins before `start` and goes on over it: 沙特|阿拉伯国家; the hits are as for `holding`."""
    place = bisect_left(hits, start, key=HIT_START) - 1
    return hits[place] if place >= 0 and hits[place].end > start else None
