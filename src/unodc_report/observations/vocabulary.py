"""The words that the constructions around a figure turn on, by the role that they play there: `tables/roles.csv`.

Roles: `light` verbs carry a verbal noun (提供…援助), `empty` ones say nothing by themselves; `occasion` nouns may follow the verbal
noun (支持方案); `causative` and `existential` verbs hand the figure on to a second verb; `attitude` verbs govern a whole clause,
`reporting` ones introduce what somebody says; `benefactive` prepositions introduce those to whom something is done, `manner` ones
the means; `qualifier` words may stand between a verb and its number, `before_number` ones between a subject and its number;
`change`, `up`, `down`, `to` and `reaching` are of increases and decreases; `compounding` verbs stand before a noun as freely as
nouns do; `either` words are verbs when a number follows them, `transitive` ones where a noun and its number do
(2018年出口煤炭100万吨); `opener` words open a modifier that ends in 的;
the date of an `adopting` act is that of what was adopted;
`worldwide` ones say that a figure is not of the place with which its paragraph opens; `local` acts happen where their subject is,
`inside` words make a ground of the place before them (黎巴嫩境内), an `authority` acts on the ground of the state before it (秘鲁海关),
a `disaster` befalls the place before it, the date of a `happening` is that of what it did; before a `national` a place says of
what nation persons are, after a `helping` verb who is helped; `measure` nouns open a clause on the figure before (，增幅为37%);
`person` nouns are counted by 名 and 位, `agent` ones act like persons, `money_noun` ones name a sum, `given_sum` ones one that
is given, `paying` words are the act as often as the sum; `suffered` verbs after 被 and `undone` ones after 未 make a modifier
of the noun behind them (三个被围困社区, 一个未填补空缺), `beforehand` words open one (以前…的儿童); `now` words begin another
phrase after a noun (委员会|今后会议), `adverbial` ones before a verb its predicate (国家|积极参与了); a
`condition` is what somebody suffers from; a `denying` word says that the act behind it did not happen.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from unodc_report.data.tables import rows


@cache
def _roles() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("roles", "zh", "roles"):
        for role in row["roles"].split("|"):
            found.setdefault(role, set()).add(row["zh"])
    return {role: frozenset(words) for role, words in found.items()}


def words(role: str) -> frozenset[str]:
    """The words that play a role.

    >>> "使" in words("causative")
    True
    """
    return _roles()[role]


# What several modules ask.
AREA_NOUNS: Final = words("area_noun")
CAUSATIVE: Final = words("causative")
COORDINATORS: Final = words("coordinator")
DISASTERS: Final = words("disaster")
EITHER: Final = words("either")
EXISTENTIAL: Final = words("existential")
INSIDE: Final = words("inside")
LIGHT: Final = words("light")
MODAL: Final = words("modal")
MONEY_NOUNS: Final = words("money_noun")
PAYING: Final = words("paying")
QUALIFIERS: Final = words("qualifier")
REPORTING: Final = words("reporting")
SUFFERING: Final = words("suffering")
UNDERTAKINGS: Final = words("undertaking")
WORLDWIDE: Final = words("worldwide")
AMONG: Final = frozenset({"中", "当中", "之中"})  # behind the whole of which a figure is a part
FROM: Final = frozenset({"从", "由"})  # before what something comes from
DISPOSAL: Final = frozenset({"将", "把"})  # put an object before its verb: 将|两种物质|列入
RESPECTS: Final = frozenset({"方面", "领域"})  # close what a figure is about
AGAINST: Final = frozenset({"相比", "相较", "比起"})  # close what a figure is compared with
NOT_YET: Final = frozenset({"未", "尚未"})  # deny that it has happened
LISTING: Final = COORDINATORS | AREA_NOUNS
