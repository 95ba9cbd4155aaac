"""Lists of places that no table holds: before 等地 or 三个难民营, and of three names or more after 在; and names that share the type word of the last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from unodc_report.data.codes import place_keys
from unodc_report.entities.places.countries import Found
from unodc_report.entities.places.words import EDGE, NO_PLACE_BEHIND, NOT_PLACES, Leads, M, T, unknown
from unodc_report.entities.surroundings import AND, AND_MARKS
from unodc_report.patterns import lazy
from unodc_report.rules import Rule

_PEOPLE: Final = "的?(?:代表|主任|官员|领导|专家|办事处|委员会|组织|负责人|经理)"
_KINDS: Final = f"(?:城市|城镇|市镇|村庄|省份|地区|州(?!长)|省(?!长)|县(?!长)|岛屿|港口)(?!{_PEOPLE})"
_OTHERS: Final = rf"其[他它](?:主要|大|受影响)?(?:地点|{_KINDS})"
_MANY: Final = (
    f"等(?:地(?![位主理])|(?:受[^,.;，。；、]{{2,9}}影响的?|受灾|主要|大|沿海|边境|偏远|边远|重要|[东西南北]部|中部)?{_KINDS})"
    "|(?:[两三四五六七八九十0-9]|等[两三四五六七八九十0-9])(?:个|座|处)?(?:难民营|营地|定居点|村庄|村镇|村(?!民)|城镇|城市|市镇|镇(?!压)|县(?!长)|区(?![域别间])|省(?!长)|州(?!长)|地点|港口|岛屿)"
)
_ALL_PLACES: Final = rf"{_MANY}|(?:和|及|以及|或)[^,.;，。；、和及或]{{0,8}}{_OTHERS}"
"""What says behind a list that all its members are places: 等地, 三个难民营, 两省, 和该国其他城镇."""
ET_CETERA: Final = Rule(
    id="place.etcetera",
    pattern=lazy(rf"(?P<span>{M}{{2,8}}+)(?:{AND}{M}{{2,8}}+){{1,6}}(?:{_ALL_PLACES})"),
    build=unknown,
    finds=(("在邦苏、哈佩尔和特德尔等地", "邦苏", {"iso3": None}), ("在邦苏、哈佩尔和特德尔等地", "特德尔", {"iso3": None}), ("邦苏和哈佩尔两个难民营", "哈佩尔", {"iso3": None}), ("邦苏、哈佩尔和该国其他城镇", "邦苏", {"iso3": None}), ("邦苏和哈佩尔等受冲突影响省份", "哈佩尔", {"iso3": None})),
    skips=("穆斯林、塔利班等武装团体", "阿拉伯、库尔德等地位", "哈桑和穆罕默德两人", "胡图和图西两个族裔", "胡安、佩德罗和其他地区代表", "卡索佐和特德尔等地主"),
)
"""Matched from the list's beginning, which is sought before 等地."""
_ET_CETERA: Final = re.compile(rf"[其等两三四五六七八九十0-9](?:(?<={M}.)(?<=(?={_MANY}).)|(?<=(?={_OTHERS}).))")
"""The first character of what says so, sought in the stead of its words; what begins otherwise than 其他 stands right behind the last member."""
_AND_BEFORE: Final = lazy(r"(?:以及|[和及或])[^,.;，。；、和及或]{0,8}\Z")
_GAP: Final = 10  # characters between 和 and 其他
_MEMBERS: Final = lazy(rf"(?<!{M})(?:{M}{{2,8}}+{AND}){{1,6}}+{M}{{2,8}}$")
_MEMBER: Final = lazy(f"{M}{{2,8}}+(?:-{T}{{2,8}}+)?")

ENUMERATED: Final = Rule(
    id="place.enumerated",
    begins=("在", "于", "从", "自"),
    pattern=re.compile(
        rf"[在于从自](?<![关由对基属鉴至终限用]于)(?P<span>{M}{{2,8}}+(?:-{T}{{2,8}}+)?)(?:、{M}{{2,8}}+(?:-{T}{{2,8}}+)?){{1,8}}+(?:和|及|以及|与){M}{{2,8}}?(?:-{T}{{2,8}}+)?(?={EDGE}|[设建驻]有|新?[设建成]立|登记|开[展设]|部署|发生|爆发|交战|巡逻|进行|收[集容缴]|[缴缉]获|逮捕|遭|受灾|出发|共|三|分别)"
    ),
    build=unknown,
    finds=(
        ("在邦苏、哈佩尔和特德尔登记渔船", "邦苏", {"iso3": None}),
        ("在邦苏、哈佩尔和特德尔登记渔船", "特德尔", {"iso3": None}),
        ("自邦苏、卡索-佐罗以及特德尔出发", "卡索-佐罗", {"iso3": None}),
    ),
    skips=("在塔利班、哈马斯和胡塞之间", "关于哈桑、卡里姆和穆罕默德", "在哈桑、卡里姆和纳赛尔先生看来", "在图西、胡图和特瓦族之间"),
)
"""Three names or more in a list after 在 or 从: persons and peoples do not stand so."""
SHARED: Final = Rule(
    id="place.shared_type_word",
    pattern=lazy(rf"(?P<span>{M}{{2,8}}+)(?:{AND}{M}{{2,8}}+){{0,4}}{AND}{M}{{2,8}}+(?:大区|[省州邦])"),
    build=unknown,
    finds=(("法拉和尼姆鲁兹省", "法拉", {"iso3": "AFG"}), ("在法拉、伊洛和帕克蒂卡省", "法拉", {"iso3": "AFG"})),
    skips=("法拉和阿里的家人", "法拉先生和省长"),
)
"""A short name that a table holds only with the type word that the last of the list has."""
_TYPE_WORDS: Final = ("大区", "省", "州", "邦")
_BEFORE: Final = lazy(rf"(?<!{M})(?:{M}{{2,8}}+{AND}){{1,5}}+\Z")
_LONGEST_LIST: Final = 60  # characters of a list that is looked at


def before_et_cetera(folded: str) -> Iterator[Found]:
    """The members of the lists that end in 等地."""
    for mark in _ET_CETERA.finditer(folded):
        end = mark.start()
        if folded[end] == "其":
            joint = _AND_BEFORE.search(folded, end - _GAP, end)
            end = joint.start() if joint else end
        members = _MEMBERS.search(folded, end - _LONGEST_LIST, end)
        if members is None or not ET_CETERA.pattern.match(folded, members.start()):
            continue
        yield from _members(folded, members.span(), ET_CETERA)


def beside_known(place: Found, starts: Sequence[int]) -> Found:
    """The member of a list with the place of a table to the right of the list's beginning that it stands with, if one is near enough."""
    first = place.start if place.beside is None else place.beside
    index = bisect_left(starts, first)
    return place._replace(beside=starts[index]) if index < len(starts) and starts[index] - first < _LONGEST_LIST // 2 else place


def enumerated(folded: str, leads: Leads) -> Iterator[Found]:
    """The members of the lists after 在 and 从."""
    for match in leads.matches(ENUMERATED):
        if NO_PLACE_BEHIND.match(folded, match.end()):
            continue
        yield from _members(folded, (match.start("span"), match.end()), ENUMERATED)


def sharing_type_word(folded: str, found: Sequence[Found]) -> Iterator[Found]:
    """The members of lists before a known place with its type word that are known with that word too: 法拉|和尼姆鲁兹省."""
    starts = {place.start for place in found}
    for place in found:
        if not folded.endswith(_TYPE_WORDS, place.start, place.end):
            continue
        word = next(word for word in _TYPE_WORDS if folded.endswith(word, place.start, place.end))
        before = _BEFORE.search(folded, place.start - _LONGEST_LIST, place.start) if folded.endswith(AND_MARKS, 0, place.start) else None
        for member in _MEMBER.finditer(folded, *before.span()) if before else ():
            key = place_keys().get(member[0] + word)
            if key is not None and member.start() not in starts:
                yield Found(*member.span(), SHARED.id, key)


def _members(folded: str, span: tuple[int, int], rule: Rule) -> Iterator[Found]:
    """The members of a list that are places, each with where the list begins."""
    for member in _MEMBER.finditer(folded, *span):
        if member[0] not in NOT_PLACES:
            yield Found(*member.span(), rule.id, None, span[0])
