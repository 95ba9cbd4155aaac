"""Movements and associations that are called by what they strive for: 争取团结与和平联盟, 利比里亚人争取…联盟.

What they strive for is made of ordinary words, and 争取 is a verb everywhere else. What tells is that nothing stands between that a clause
would have (的, 在, 加入), and that the name ends where its sentence goes on with what a body does or has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from unodc_report.chinese.characters import han
from unodc_report.entities.organizations.founded import unlisted
from unodc_report.patterns import lazy
from unodc_report.rules import Rule

STRIVING: Final = re.compile(
    r"争取(?!加入|成为|获得|得到|取得|实现|参加|建立|设立|成立|通过|支持|国际|区域|非政府|民间|更多|有关|一|让|使|与|和(?![平解谐])|在|将|把|各|其|该|这|那|尽|所)"
    rf"(?:(?![的了在由向]|争取){han()}){{2,14}}?(?:联盟|阵线|组织|协会|联合会|全国委员会|同盟)"
    r"(?=[，。、；：()\n\"和与]|\Z|(?:在|于|是|指出|认为|提出|提交|呼吁|表示|声称|成员|领导人|主席|代表|的(?:成员|领导|代表|主席|部队|战斗)))"
)
_STRIVERS: Final = lazy("(?:[\u4e00-\u9fff]人|捍卫|保卫|团结起来|公民|妇女|青年|学生|律师|母亲|工人|记者|医生|全国|国民|人民|国际|世界|联合|非洲|基督徒|穆斯林)$")
_STRIVERS_LENGTH: Final = 4  # code points of those who strive


def find_striving(folded: str, known: Mapping[int, int], lands: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Start and end of each name.

    Args:
        folded: the folded text.
        known: end to start of the bodies known: in 争取欧洲联盟的支持 one of them is striven for.
        lands: start to end of the countries and regions: those who strive may be called by one.

    >>> list(find_striving("山地人争取团结与进步联盟，争取加入该联盟。", {}, {}))
    [(3, 12)]
    """
    countries = {end: start for start, end in lands.items()}
    for match in STRIVING.finditer(folded):
        start, end = match.span()
        if known.get(end, -1) > start:
            continue
        strivers = _STRIVERS.search(folded, start - _STRIVERS_LENGTH, start)
        edge = strivers.start() if strivers else start
        if strivers is not None and strivers[0].endswith("人"):
            edge = countries.get(start - 1, start)
        yield countries.get(edge, edge), end


STRIVER: Final = Rule(
    id="organization.striving",
    pattern=STRIVING,
    build=unlisted,
    finds=(("沿海妇女争取团结与进步联盟，", "妇女争取团结与进步联盟", {"id": None}),),
    skips=("争取加入该联盟。", "争取国际组织参与。", "争取妇女组织的支持"),
)
