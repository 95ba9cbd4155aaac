"""What the extractors of names share: longer names around a name, and the characters that foreign names are written with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from unodc_report.lexicon import Hit

TRANSLITERATION: Final = (
    "丁万丘丹丽久乌乔乍什仑伊伍伏休伦伯佐佛佩俄克兰兹冈凯凡利加努劳勃勒匈华卑南博卡卢卜厄叙古叶吉吕呼咸哈哥哲喀喇图圣圭坎坤坦埃培基堡堪塔塞墨夏多夫夸奇奈奎奔奥姆威娃娜孔孙孟宁安察富尔尤尼岱川巴布希帕帝库庞康廖廷弗彭彼德恩恰戈"
    "戴托扎扬拉拜拿捷提撒摩斐斋斯普曼朗朱杜杰松林柏柯格桑梅梯森楚欧比毛汉汗汤汶沃沙泰泽洛洪派海涅滕潘濑爪特犹珊珍琅琳琼瑙瑞瑟瓜瓦甘甫甸科穆米索纳维罗翁耶胡腊腓舍艾芒芬芭茅茨茹莉莎莫莱莲菲萨葡蒂蒙蓬蔚蔡蕾薇藻西詹让讷诺谢贝贾赖"
    "赛赞赤赫达迈迦迪邓郎那里钦钮锡阿隆陀陶雅雷霍韦韩顿颇马骆鲁鲍麦黎默齐聂温皮辛"
)
"""Characters of transliterated names. Most are ordinary words too: a run of them is a name only where its surroundings say so."""

TRANSLITERATION_ONLY: Final = frozenset(
    "乌乔伊伦佩俄兹冈凯勒卡卢厄吉吕哈喀坎埃塔塞奈奎姆娜尔尼巴帕库廷弗戈扎拜曼朗桑梅涅潘琳瑙瑟瓜瓦穆耶聂茨茹莎莫莱菲萨蒂蒙詹讷诺贝贾赫迈迪里阿陀雅霍韦顿颇鲁黎斯"
)
"""Those that hardly begin or end a word of another kind: beside a short name they say that the name goes on."""


def holding(hits: Sequence[Hit], start: int, end: int) -> Hit | None:
    """The hit that holds `start`..`end` and more; the hits are of one type, so in order and without overlaps."""
    place = bisect_right(hits, start, key=lambda hit: hit.start) - 1
    if place < 0:
        return None
    hit = hits[place]
    return hit if hit.end >= end and hit.end - hit.start > end - start else None
