"""Sustainable Development Goals and targets by number: 可持续发展目标11和16, 具体目标16.4, 目标3.3.

目标 followed by a number is also a millennium goal, a strategic goal or the third aim of a programme: a goal needs the words
可持续发展 (or SDG) in its paragraph, a target a code that the list of targets holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import chain
from typing import Final

from unodc_report.chinese.characters import han
from unodc_report.data.tables import rows
from unodc_report.entities.ordinals import AND, NUMERAL, ordinal
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto, finding, matches_at, scan

_CODE: Final = r"\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?(?![\d.]*\d|%|[a-z]|\.[A-Z])"  # but 目标8.F is a millennium target
_OTHERS: Final = re.compile(r"(?:千年(?:发展)?|战略|总体|总|项目|方案|绩效|业绩|预期|次级|分|长期|近期|主要|首要|核心|爱知|生物多样性|教育|行动|政策|规划|产出|中期|阶段性|议程项目)\Z")
_GOALS: Final = lazy("可持续发展(?:(?:各项|的?各?个?)?目标|议程|问题高级别政治论坛)|SDG|sdg|具体目标")
_OPENING: Final = ("可持续发展", "SDG", "sdg", "具体目标")
_THE_GOALS: Final = re.compile("可持续发展目标")
_LONGEST_ORDINAL: Final = 10  # code points of 第…项 before it
_MILLENNIUM: Final = lazy("千年发展目标")
_MEMBER: Final = lazy(rf"{AND}(?:(?:可持续发展)?(?:具体)?目标)?(?P<span>{_CODE}(?:[至-]{_CODE})?)(?!年|月|日|个|名|人|项|号|{han()}{{0,3}}国)")
_IN_CHARACTERS: Final = "(?P<number>[一二三四五六七八九十]{1,3})(?=[和与及、，。；)(的]|以及|$)"
_NEXT_IN_CHARACTERS: Final = lazy(f"{AND}(?:可持续发展)?(?P<span>(?:目标)?{_IN_CHARACTERS})")
_TITLE: Final = lazy(r"\(([^()\n]{3,24})\)")
_TITLED: Final = lazy(r"目标(?P<goal>\d{1,2})\((?P<title>[^()\n]{3,24})\)")
_JOINTS: Final = lazy('[、和与及的且"]')
_RANGE: Final = re.compile("[至-]")
_REACH: Final = 2_000  # code points of a paragraph that are looked at before and after a goal


@cache
def _targets() -> frozenset[str]:
    return frozenset(r["target"] for r in rows("sdg_targets", "target"))


@cache
def _titles() -> dict[str, str]:
    return {r["goal"]: r["zh_short"] for r in rows("sdg_goals", "goal", "zh_short")}


def _is_code(code: str) -> bool:
    return code in _targets() if "." in code else 1 <= int(code) <= 17


def _goal(match: re.Match[str]) -> Fields | str:
    code = match["code"]
    if not all(_is_code(one) for one in _RANGE.split(code)):
        return "no such goal or target"
    if _OTHERS.search(match.string, match.start() - 8, match.start()):
        return "another kind of goal"
    return {"goal": _RANGE.sub("-", code)}


def _by_ordinal(match: re.Match[str]) -> Fields | str:
    """A goal counted as the first, second, … of them."""
    value = ordinal(match["number"])
    return {"goal": str(value)} if value is not None and _is_code(str(value)) else "no such goal or target"


class _Agenda:
    """Which goals the paragraphs of a text speak of: their places, found once, when first asked for.

    Args:
        folded: the text.
    """

    def __init__(self, folded: str) -> None:
        self._folded = folded

    @cached_property
    def _sustainable(self) -> list[tuple[int, int]]:
        named = [match.span() for match in matches_at(_OPENING, _GOALS, self._folded)]
        titled = [m.span() for m in _TITLED.finditer(self._folded) if _same_title(m["title"], _titles().get(m["goal"], ""))]
        return sorted(named + titled)

    @cached_property
    def _millennium(self) -> list[int]:
        return [match.start() for match in _MILLENNIUM.finditer(self._folded)]

    def tells(self, position: int) -> bool:
        """Whether the last goals named in the paragraph before `position`, or else the first after it, are the sustainable ones."""
        reach = max(0, position - _REACH)
        start = max(reach, self._folded.rfind("\n", reach, position) + 1)
        following = bisect_left(self._sustainable, (position, 0))
        if following and (before := self._sustainable[following - 1])[0] >= start:
            return not self._names_millennium(before[1] + 1, position)
        end = self._folded.find("\n", position, position + _REACH)
        end = position + _REACH if end < 0 else end
        named = following < len(self._sustainable) and self._sustainable[following][1] <= end
        return named and not self._names_millennium(start, end)

    def _names_millennium(self, start: int, end: int) -> bool:
        return bisect_left(self._millennium, start) < bisect_left(self._millennium, end)


def _is_told(folded: str, found: Candidate, agenda: _Agenda) -> bool:
    """Whether the text says that a goal given by its number alone is a Sustainable Development Goal."""
    if found.rule != "sdg.goal" or "." in str(found.fields["goal"]):
        return True
    return _is_titled(folded, found) or agenda.tells(found.start)


def _is_titled(folded: str, found: Candidate) -> bool:
    """Whether the goal's own short title stands in brackets behind its number: 目标5(性别平等)."""
    title = _TITLE.match(folded, found.end)
    return title is not None and _same_title(title[1], _titles().get(str(found.fields["goal"]), ""))


def _same_title(words: str, title: str) -> bool:
    """Whether words in brackets are a goal's short title, but for its joints: 和平、正义与强大机构."""
    return bool(title) and _JOINTS.sub("", words) == _JOINTS.sub("", title)


RULES: Final = (
    Rule(
        id="sdg.goal",
        pattern=re.compile(rf"(?P<span>目标(?<!具体目标)(?P<code>{_CODE}(?:[至-]{_CODE})?))(?!年|月|日|个|名|人)"),
        build=_goal,
        finds=(
            ("可持续发展目标 11 和 16", "目标11", {"goal": "11"}),
            ("可持续发展目标 11 和 16", "16", {"goal": "16"}),
            ("促进目标16（和平、正义与强大机构）", "目标16", {"goal": "16"}),
            ("终结疫情的目标3.3", "目标3.3", {"goal": "3.3"}),
            ("目标4（优质教育）、目标6（饮水安全）和目标7", "目标6", {"goal": "6"}),
            ("可持续发展目标1至6", "目标1至6", {"goal": "1-6"}),
            ("《2030年可持续发展议程》，特别是目标16", "目标16", {"goal": "16"}),
        ),
        skips=("千年发展目标4和5", "战略目标2", "目标5（提高效率）", "项目目标1", "实现目标1 200个", "到2015年目标2", "目标18.9", "可持续发展目标2030年"),
    ),
    Rule(
        id="sdg.acronym",
        begins=("SDG",),
        pattern=lazy(rf"SDGs?\)? ?(?P<span>(?P<code>{_CODE}))"),
        build=_goal,
        finds=(("SDG 16", "16", {"goal": "16"}), ("可持续发展目标(SDG)14", "14", {"goal": "14"})),
        skips=("SDG 2030", "SDG 18"),
    ),
    Rule(
        id="sdg.ordinal",
        pattern=lazy(rf"(?P<span>第(?P<number>{NUMERAL})[项个]可持续发展目标)"),
        build=_by_ordinal,
        finds=(("第八项可持续发展目标", "第八项可持续发展目标", {"goal": "8"}),),
        skips=("第二十项可持续发展目标", "第三个可持续发展战略"),
    ),
    Rule(
        id="sdg.ordinal_behind",
        begins=("目标第",),
        pattern=lazy(rf"(?P<span>目标(?<=可持续发展目标)第(?P<number>{NUMERAL})[项个](?!{han()}{{0,2}}目标))"),
        build=_by_ordinal,
        finds=(("落实可持续发展目标第16项", "目标第16项", {"goal": "16"}),),
        skips=("可持续发展目标第二次审查", "可持续发展目标第一项具体目标"),
    ),
    Rule(
        id="sdg.in_characters",
        begins=tuple(f"目标{numeral}" for numeral in "一二三四五六七八九十"),
        pattern=lazy(f"(?P<span>目标(?<=可持续发展目标){_IN_CHARACTERS})"),
        build=_by_ordinal,
        finds=(("落实可持续发展目标十三，", "目标十三", {"goal": "13"}), ("可持续发展目标三、四和目标五", "目标五", {"goal": "5"})),
        skips=("可持续发展目标一致", "可持续发展目标三大支柱", "可持续发展目标二十，", "战略目标三，"),
    ),
    Rule(
        id="sdg.target",
        begins=("具体目标",),
        pattern=lazy(rf"具体目标(?P<span>(?P<code>(?=\d{{1,2}}\.){_CODE}))"),
        build=_goal,
        finds=(("具体目标 16.4", "16.4", {"goal": "16.4"}), ("具体目标16.a", "16.a", {"goal": "16.a"}), ("具体目标3.3和16.4", "16.4", {"goal": "16.4"})),
        skips=("具体目标99.1", "具体目标4"),
    ),
)
_COUNTED: Final = next(rule for rule in RULES if rule.id == "sdg.ordinal")
_BY_NAME: Final = tuple(rule for rule in RULES if rule is not _COUNTED)


def _counted(folded: str) -> Iterator[Finding]:
    """第八项可持续发展目标: sought by its last words, because 第 stands everywhere."""
    for goals in _THE_GOALS.finditer(folded):
        match = _COUNTED.pattern.search(folded, goals.start() - _LONGEST_ORDINAL, goals.end())
        if match is not None:
            yield finding(_COUNTED, match)


def _next_in_characters(folded: str, position: int) -> Iterator[Finding]:
    """The further members of a list of goals in characters: 可持续发展目标三、|四和|目标五."""
    while (match := _NEXT_IN_CHARACTERS.match(folded, position)) is not None and not isinstance(fields := _by_ordinal(match), str):
        yield Candidate("sdg", *match.span("span"), "sdg.member", fields)
        position = match.end()


def extract(reading: Reading) -> Iterator[Finding]:
    """The goals and targets of the text, members of a list one by one."""
    folded = reading.folded
    if "目标" not in folded and "SDG" not in folded:
        return
    agenda = _Agenda(folded)
    for found in chain(scan(_BY_NAME, folded), _counted(folded)):
        if isinstance(found, Veto):
            yield found
            continue
        if not _is_told(folded, found, agenda):
            yield Veto("sdg", found.start, found.end, found.rule, "nothing tells that it is a Sustainable Development Goal")
            continue
        yield found
        if found.rule == "sdg.in_characters":
            yield from _next_in_characters(folded, found.end)
            continue
        match = _MEMBER.match(folded, found.end)
        while match is not None and all(_is_code(one) for one in _RANGE.split(match["span"])):
            yield Candidate("sdg", match.start("span"), match.end("span"), "sdg.member", {"goal": _RANGE.sub("-", match["span"])})
            match = _MEMBER.match(folded, match.end())
