"""Where the name of a body begins, found from its head leftwards.

Chinese sets no mark between a verb and the name that follows it. The text before a head (…委员会, …法院) is cut at
punctuation, at the end of the name before, and at words that are no part of names (由, 与, 向, 根据, 设立了); what is left
must say more than the head does (`says_nothing`), or there is no name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from unodc_report.entities.organizations.words import (
    ACTIVITIES,
    ACTS,
    BARE,
    GROUPS,
    GROUPS_TOO,
    HARD,
    JOINTS,
    KIND_AT_END,
    NO_PARTNERS,
    NOUNS_TOO,
    OPENINGS,
    PEOPLES,
    SOUNDS,
    TOPIC_ONLY,
    WORDS,
)
from unodc_report.patterns import lazy

_OPENING: Final = re.compile("|".join(OPENINGS))
_OPENING_LENGTH: Final = max(map(len, OPENINGS))
_OPENS: Final = lazy(f"[A-Z]|{SOUNDS.pattern}|{_OPENING.pattern}")
_AFTER_JOINTS: Final = lazy(".*(?:(?<!参)与|[及、]|和(?![平解谐]))")
_LEADERS: Final = frozenset("-~·•|# ")  # what begins an entry of a list, and no name
LONGEST: Final = 44
"""Code points that may stand before a head."""


def says_nothing(modifier: str) -> bool:
    """Whether the words before a head only tell what kind of body it is (各区域, 不限成员名额, 特设专家), not which.

    >>> says_nothing("各区域"), says_nothing("人权和行政司法")
    (True, False)
    """
    modifier = modifier.lstrip("0123456789")  # 17:00执行委员会, a line of a programme
    return BARE.fullmatch(modifier) is not None or modifier in ACTS


def says_topic_only(modifier: str) -> bool:
    """Whether the words before a head tell no more than a field of work (妇女, 国家石油): a name of a kind, not of one body.

    >>> says_topic_only("国际人道主义"), says_topic_only("维护生命神父")
    (True, False)
    """
    return TOPIC_ONLY.fullmatch(modifier) is not None


def opens(folded: str, edge: int, openers: Mapping[int, int]) -> bool:
    """Whether names of institutions begin as the text does at `edge`: with a country, a place, 国家, 联合国, a foreign name.

    >>> opens("国家统计局", 0, {}), opens("约翰霍普金斯大学", 0, {}), opens("主要司法局", 0, {})
    (True, True, False)
    """
    first = folded[edge : edge + 1]
    foreign = SOUNDS.match(folded, edge) is not None or (first.isascii() and first.isupper())
    return foreign or edge in openers or folded.startswith(OPENINGS, edge)


def opens_nowhere(folded: str, low: int, head: int, starts: Sequence[int]) -> bool:
    """Whether no name of an institution begins between `low` and `head`; `starts`: of the countries, regions and places, in order.

    >>> opens_nowhere("我们参加工会", 0, 4, []), opens_nowhere("参加乌克兰工会", 0, 5, [2]), opens_nowhere("参加全国工会", 0, 4, [])
    (True, False, False)
    """
    place = bisect_left(starts, low)
    return (place == len(starts) or starts[place] >= head) and _OPENS.search(folded, low, head + _OPENING_LENGTH - 1) is None


def left_edge(folded: str, limit: int, head: int, openers: Mapping[int, int]) -> tuple[int, str]:
    """Where the name whose head starts at `head` begins, and the word that it was cut from ("" at the limit or a mark).

    Args:
        folded: the folded text.
        limit: no name begins before this: the start of the block or the end of the name before.
        head: start of the head word.
        openers: start to end of the countries, regions and places in the text: names of institutions begin with them, and none
            is cut inside one (尼|日|利亚, 土耳|其).
    """
    low = max(limit, head - LONGEST)
    named = {position for start in filter(openers.__contains__, range(low, head)) for position in range(start, openers[start])}
    for mark in HARD.finditer(folded, low, head):
        if mark.start() not in named:  # 刚果(布)外交部
            low = mark.end()
    edge, cut = low, ""
    for word in WORDS.finditer(folded, low, head):
        if word[0] in NOUNS_TOO and folded[word.start() - 1] in JOINTS and word.start() > edge:
            continue
        if word["kept"] is None and word.start() not in named and not _joins(folded, edge, word, head, openers):
            edge, cut = word.end(), word[0]
    while edge < head and folded[edge] in _LEADERS:
        edge += 1
    return edge, cut


def _joins(folded: str, edge: int, word: re.Match[str], head: int, openers: Mapping[int, int]) -> bool:
    """Whether a cutting word stands inside the name after all: it joins two short parts of equal rank, or two verbs."""
    if word[0] not in JOINTS:
        return False
    left, right = folded[openers.get(edge, edge) : word.start()], folded[word.end() : head]
    if not right or word.end() in openers or right.startswith(OPENINGS):
        return False
    if left.endswith(ACTS) and right.startswith(ACTS):
        return True
    if right.startswith(GROUPS) and not left.endswith(GROUPS):
        return False
    if left.endswith(GROUPS) and GROUPS_TOO.search(right):
        return True
    right = KIND_AT_END.sub("", right)
    partners = not left.endswith(NO_PARTNERS) or left.endswith(ACTIVITIES) or (edge in openers and left in PEOPLES)
    return partners and 2 <= len(_AFTER_JOINTS.sub("", left)) <= 8 and len(left) <= 18 and len(right) <= 14


def at_opening(folded: str, edge: int, head: int, openers: Mapping[int, int]) -> int:
    """The first country, place or word that opens names between `edge` and `head`; `edge` if there is none.

    >>> at_opening("随函转递乌克兰外交部", 0, 7, {4: 7})
    4
    """
    word = _OPENING.search(folded, edge, head + _OPENING_LENGTH - 1)
    if word is not None and word.start() < head:
        head = word.start()
        return next(filter(openers.__contains__, range(edge, head)), head)
    return next(filter(openers.__contains__, range(edge, head)), edge)
