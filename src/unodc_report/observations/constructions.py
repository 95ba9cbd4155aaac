"""Named constructions: the ways in which a slot is found, in the order in which they are tried; the first that answers decides.

An id is the slot and what stands where (`where.locative`, `action.governor`); `report.explain` tells it of each slot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, Generic, NamedTuple, TypeVar

From = TypeVar("From")
To = TypeVar("To")


class Construction(NamedTuple, Generic[From, To]):
    """A way to find a slot.

    Attributes:
        id: `slot.construction`; of one that leaves the slot empty with good reason `slot.none_…`.
        find: gives what it finds; what is false (None, an empty list) asks the next one.
        example: a passage in which it decides, what it finds between `|`.
    """

    id: str
    find: Callable[[From], To]
    example: str


class Found(NamedTuple, Generic[To]):
    """An answer, which may be that there is nothing: the next construction is not asked."""

    value: To


def first(constructions: Iterable[Construction[From, To]], given: From) -> tuple[To, str] | None:
    """What the first construction that answers finds, and its id; None where none does.

    >>> halves = Construction("half.even", lambda number: None if number % 2 else number // 2, "4")
    >>> first([halves], 6), first([halves], 7)
    ((3, 'half.even'), None)
    """
    for construction in constructions:
        if found := construction.find(given):
            return found, construction.id
    return None


TOLD: Final[Mapping[str, str]] = MappingProxyType({
    "item.heading": "2019年|缉获量|（公斤）：西非1204公斤。",
    "item.semicolon": "马里有3000名|难民|；尼日尔有5000名。",
    "action.figure_before": "该司培训了50名检察官，其中包括12名妇女。",
    "actor.subject": "|毒品和犯罪问题办公室|培训了50名检察官。",
    "actor.anaphor": "人权事务委员会举行了会议。|委员会|审议了12份报告。",
    "actor.none_counted": "讨论会由世界气象组织举办，109个国家参加了讨论会。",
    "programme.before": "全球|集装箱管制方案|培训了50名官员。",
    "instrument.parties": "|《联合国反腐败公约》|已有187个缔约国。",
    "instrument.joined": "120个国家批准了|《联合国反腐败公约》|。",
    "where.paragraph": "在秘鲁，局势有所改善。警方缉获了5公斤海洛因。",
    "where.semicolon": "秘鲁缉获海洛因5公斤；缴获现金500万美元。",
    "where.figure_before": "来自秘鲁的12名法官和3名检察官参加了课程。",
    "when.clause": "|2019年|该司培训了50名检察官。",
    "when.sentence": "|2019年|，该司培训了50名检察官。",
    "when.bracket": "预期寿命为78岁（|2014年|）。",
    "when.behind": "该司培训50名检察官的工作在|2019年|完成。",
    "when.charged_to": "大会批款4亿美元，充作|2014年7月至12月|的维持费。",
    "when.that_year": "该署1950年5月开始工作，当年救济难民86万人。",
    "when.in_turn": "2012年和|2013年|分别为5起和7起。",
    "when.year_before": "|2012年|有60起案件，比上一年（53起）增加。",
    "when.joined": "2014年12月和|2015年1月|的5起案件已经审结。",
    "when.level_before": "产量从|2000年以来|的440吨降至220吨。",
    "when.since": "自缔约国|2009年|批准以来，有50名检察官接受培训。",
    "when.sentence_before": "2019年局势恶化。其间，有50人死亡。",
    "when.semicolon": "2018年，秘鲁缉获海洛因5公斤；智利缉获海洛因6公斤。",
    "change.compared": "产量比2014年少21吨。",
    "change.variable": "该项目增加收入35%。",
    "change.before_number": "案件减少50%。",
    "relation.part_of_whole": "该司培训了50名检察官，其中包括12名妇女。",
    "relation.of_those": "该国将50名移民中的其中12名驱逐。",
    "relation.joined": "该司培训了50名检察官，其中包括12名妇女和8名青年。",
    "relation.further_part": "收到37项建议，其中24项已执行，10项正在执行。",
    "relation.share": "70%的缔约国答复了。",
    "relation.none_value": "投票率为69%。",
})  # fmt: skip
"""The constructions that stand in no list, as what is found tells which it was; each with its example as in `Construction`."""
