"""Numbered sessions, congresses, conferences and meetings: 第五十八届会议, 第7358次会议, 第十四届联合国预防犯罪和刑事司法大会.

The body that holds it is the organization named before it in the same clause; what the clause leaves open,
`context.sessions` looks for in the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from string import ascii_letters
from typing import Final

from unodc_report.chinese.characters import han
from unodc_report.entities.bodies import NOT_THE_ASSEMBLY
from unodc_report.entities.issuer import is_of_agency, issuer
from unodc_report.entities.ordinals import AND, NUMERAL, RANGE, ordinal
from unodc_report.entities.organizations.party_conferences import conferences
from unodc_report.lexicon import Hit
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto, scan

CRIME_CONGRESS: Final = "UN Crime Congress"
_CONGRESS: Final = re.compile("预防犯罪(?:和|与|及)(?:刑事司法|罪犯待遇)大会")
_COMMITTEE: Final = ("人权事务委员会", "CCPR/C")
"""The one committee whose meetings number as high as those of the Security Council."""
_YOUNG: Final = frozenset({"COP-UNTOC", "COSP-UNCAC"})
_YOUNG_SESSIONS: Final = 16  # sessions that these biennial conferences reach in the 2030s: a later 缔约方会议 is another treaty's
_LONGEST: Final = 60  # members of a range of sessions
_MEMBERS: Final = 12  # of a list of sessions that share their head noun

# 会议 in 会议室, 委员会议程; 大会 in 扩大会议, 大会堂.
_HEAD: Final = r"(?:(?<![员事])会议(?![室程厅员])|(?<!扩)大会(?![堂场议战])|联大(?!会)|常会(?!议(?![程事题]))|续会|届会|峰会|会(?<=届会)(?![议员计场堂见晤谈同商合费务址籍]|期(?!间)))"
_BETWEEN: Final = rf'(?:\((?:(?:19|20)\d\d年?|[^()\d]{{1,8}})\)|《[^》\n]{{1,120}}》|(?!第){han("·/-" + ascii_letters)}|(?<={han()})、(?={han()})|"){{0,60}}?'
_COUNT: Final = rf"(?P<numbers>{NUMERAL}(?:[届次]?(?:{RANGE}第?|{AND}){NUMERAL}){{0,8}})(?:\((?:特别|紧急|闭幕|开幕|最后|非公开|闭门)\))?"
# 第三次向大会提交, 第一次参加会议: how often something was done, not which meeting.
_ADVERBIAL: Final = re.compile(
    r"向|在|参加|出席|召开|举行|举办|主办|组织|审议(?!$)|提交|通过|根据|按照|于|对|被|把|为|与|由|以|使|让|请|要求|成为|当选|访问|讨论|列入|提出|担任|报告|发言|发表|获得|是|将|也|就|从|到|给|任"
    r"|修订|修正|作出|作为|开始|进行|提到|提及|收到|批准|核准|认可|呼吁|回顾|重申|宣布|应|能|可|了|过"
)
_ELSEWHERE: Final = re.compile(r"大战|战争|周年|报告(?!标准)|周期|阶段|审查(?!$)|选举|审计|年度(?!$)|提交|向|举行|召开|通过|规定|以来|期间|委员会第|将|了|决议|决定|之间|届时")
_COORDINATED: Final = lazy(rf"(?P<unit>[届次])(?={AND}第{NUMERAL}[届次期])")


_TITLE: Final = lazy("《[^》]*》")
_BETWEEN_MEMBERS: Final = re.compile(AND)
_BETWEEN_ENDS: Final = re.compile(RANGE)


def _values(text: str) -> int | tuple[int, ...] | None:
    """The numbers of sessions: one, or those of a list or range.

    >>> _values("五十四至第五十七"), _values("276和277"), _values("三十")
    ((54, 55, 56, 57), (276, 277), 30)
    """
    values: list[int] = []
    for part in _BETWEEN_MEMBERS.split(text):
        ends = [ordinal(piece.strip("第届次")) for piece in _BETWEEN_ENDS.split(part)]
        first, last = ends[0], ends[-1]
        if first is None or last is None or not 0 <= last - first <= _LONGEST or len(ends) > 2:
            return None
        values += range(first, last + 1)
    return values[0] if len(values) == 1 else tuple(values)


def _event(match: re.Match[str]) -> Fields | str:
    number = _values(match["numbers"])
    if number is None or number == 0:
        return "no number of a session"
    name = match["name"]
    if match["unit"] != "届" and _ADVERBIAL.match(name):
        return "how often, not which"
    if _ELSEWHERE.search(_TITLE.sub("", name) if "《" in name else name) or ("的" in name and not name.startswith(("关于", "题为"))):
        return "the head noun belongs to other words"
    return {"body": None, "number": number}


def _coordinated(match: re.Match[str]) -> Fields | str:
    """第九次 in 第九次和第十次会议: its head noun follows the last number."""
    number = _values(match["numbers"])
    following = _SESSION.match(match.string, match.end("link"))
    for _ in range(_MEMBERS):
        if following is not None or (step := _MEMBER.match(match.string, match.end("link"))) is None:
            break
        match, following = step, _SESSION.match(match.string, step.end("link"))
    if number is None or following is None or isinstance(_event(following), str):
        return "no head noun"
    return {"body": None, "number": number}


_SESSION: Final = re.compile(rf"第{_COUNT}(?P<unit>[届次期])(?P<name>{_BETWEEN})(?P<head>{_HEAD})")
_MEMBER: Final = re.compile(rf"(?P<span>第(?=[^第]{{1,200}}+(?<=[、，,及和与至到 \-])第){_COUNT}(?P<unit>[届次])?)(?P<link>{AND})(?=第{NUMERAL})")
"""A member of a list before its last: what joins the two stands right before the next 第, which tells of most that they are none."""

RULES: Final = (
    Rule(
        id="event.session",
        pattern=_SESSION,
        build=_event,
        finds=(
            ("麻醉药品委员会第五十七届会议续会", "第五十七届会议", {"number": 57, "body": "CND"}),
            ("安全理事会第7358次会议", "第7358次会议", {"number": 7358, "body": "UNSC"}),
            ("第三十届特别会议", "第三十届特别会议", {"number": 30}),
            ("第五十四至第五十七届会议", "第五十四至第五十七届会议", {"number": (54, 55, 56, 57)}),
            ("举行第一次续会和第二次续会", "第二次续会", {"number": 2}),
            ("第十四届联合国预防犯罪和刑事司法大会于京都举行", "第十四届联合国预防犯罪和刑事司法大会", {"number": 14, "body": "UN Crime Congress"}),
            (
                "第十届联合国预防犯罪和罪犯待遇大会之后，第十一届大会",
                "第十一届大会",
                {"number": 11, "body": "UN Crime Congress"},
            ),
            ("大会第三届会第二期会议", "第三届会", {"number": 3, "body": "UNGA"}),
            ("国际电信联盟第十九届大会", "第十九届大会", {"number": 19, "body": "ITU"}),
            ("第三次小岛屿发展中国家问题国际会议", "第三次小岛屿发展中国家问题国际会议", {"number": 3, "body": None}),
            ("理事会第五届非常会议", "第五届非常会议", {"number": 5}),
            ("第1 024次会议", "第1 024次会议", {"number": 1024, "body": None}),
            ("第2次全体会议", "第2次全体会议", {"number": 2}),
            ("条约机构主席第二十六次年度会议", "第二十六次年度会议", {"number": 26}),
            ("缔约国第七次审议大会", "第七次审议大会", {"number": 7}),
            ("人权理事会在联合国日内瓦办事处举行了第十七届会议", "第十七届会议", {"number": 17, "body": "HRC"}),
            ("国际法委员会报告第七十一届会议", "第七十一届会议", {"number": 71, "body": "ILC"}),
            ("大会正式记录第六十八届会议补编第17号", "第六十八届会议", {"number": 68, "body": "UNGA"}),
            ("缔约方会议第二十届会议", "第二十届会议", {"number": 20, "body": None}),
            ("在第4次全体会议上，大会通过了议程", "第4次全体会议", {"number": 4, "body": "UNGA"}),
            ("大会决定将该项目列入第六十届会议议程", "第六十届会议", {"number": 60, "body": "UNGA"}),
            ("委员会第31(闭幕)次会议", "第31(闭幕)次会议", {"number": 31}),
            ("大会专门讨论儿童问题的第二十七届特别会议", "第二十七届特别会议", {"number": 27, "body": "UNGA"}),
            ("第88次和89次会议", "第88次和89次会议", {"number": (88, 89)}),
            ("第7358次会议", "第7358次会议", {"number": 7358, "body": "UNSC"}),
        ),
        skips=("第二次世界大战期间的盟国会议", "第三次向大会提交报告", "第一次参加会议的代表", "第二周期和第一阶段", "第五委员会议程项目", "第六次定期报告", "第一次在会议上发言"),
    ),
    Rule(
        id="event.coordinated",
        pattern=_MEMBER,
        build=_coordinated,
        finds=(("举行了第九次和第十次会议", "第九次", {"number": 9}), ("第276和第277次会议", "第276", {"number": 276})),
        skips=("第一和第二条", "第三次和第四次报告"),
    ),
)

# What may stand between a body and its session: dates, places, verbs of meeting.
_VENUE: Final = r"(?:联合国)?(?:日内瓦|维也纳|内罗毕)(?:办事处|国际中心)|联合国(?:所在地)?|(?:联合国|粮农组织|世卫组织|教科文组织|劳工组织|工发组织)?总部|万国宫"
GAP: Final = re.compile(
    rf"(?:{_VENUE}|的?报告\n?|\n?正式记录:?\n?|在|于|其|的|定于|原定于|应|将|已|曾|又|还|也|再次|拟|并|即|和|举行|召开|举办|了|分别|历次|最近|上|主持|最后|期间|会|续会|国家元首和政府首脑(?:会议|大会|理事会)?|"
    rf'副?主席(?:[^，。；、\n()在第]{{1,16}}(?:\([^()\n]{{1,24}}\))?)?(?=在)|\([^()\n]{{1,24}}\)|\)|(?:关于|专门(?:讨论|审议))[^。；\n]{{1,80}}?的|题为"[^"\n]{{1,80}}"的?|'
    rf"(?:19|20)\d\d年|\d{{1,2}}月|\d{{1,2}}日|[一二][〇零一二三四五六七八九]{{3}}年|[一二三四五六七八九十]{{1,3}}[月日]|[至、和-]|\d{{1,2}}|{han()}{{2,6}}(?=举行|召开|举办)|第{NUMERAL}[届次期](?:紧急)?(?:特别|全体)?会议?续?会?|{AND}|第{NUMERAL}[届次]?)*+"
)
_HOSTS: Final = ("办事处", "总部")
"""Ends of names of what houses the sessions of others and holds none."""
_HEADED: Final = lazy(rf"{han()}{{2}}(?:委员会|理事会|工作组|小组|会议|大会)\Z")
_REPORTED_TO: Final = frozenset("向给对由经提")
_CLAUSE: Final = lazy(r"[，,。；、\n!?]")
_REACH: Final = 120  # code points between a body and its session


class Bodies:
    """The organizations that the lexicon met, found again by where they end.

    Args:
        reading: the text and its hits.

    Attributes:
        congress: whether the text names a crime congress anywhere.
        committee: whether it names a committee whose meetings number as high as those of the Security Council.
    """

    def __init__(self, reading: Reading) -> None:
        self._folded = reading.folded
        self.congress = _CONGRESS.search(reading.folded) is not None
        own = issuer(reading)
        self.committee = (own is not None and own.key == "CCPR") or any(name in reading.folded for name in _COMMITTEE)
        others = {found.end for found in reading.once(conferences) if found.rule == "organization.party_conference" and not found.fields["id"]}
        self._hits = [
            hit
            for hit in reading.once(meeting)
            if hit.end not in others and not hit.name.text.endswith(_HOSTS)
        ]
        ends = {hit.end for hit in self._hits}
        self._hits = [hit for hit in self._hits if not _defined(reading.folded, hit, ends)]
        self._starts = [hit.start for hit in self._hits]

    def before(self, position: int) -> Hit | None:
        """The organization that holds what stands at `position`: nothing but when and where stands between."""
        index = bisect_left(self._starts, position) - 1
        if index < 0 or position - self._hits[index].end > _REACH:
            return None
        hit = self._hits[index]
        if hit.end > position or GAP.fullmatch(self._folded, hit.end, position) is None:
            return None
        reported = self._folded.find("报告", hit.end, position) >= 0 and self._folded[max(0, hit.start - 1) : hit.start] in _REPORTED_TO
        return None if reported else hit


def _defined(folded: str, hit: Hit, ends: set[int]) -> bool:
    """Whether an acronym stands in brackets after the name of another body, for which it stands here: 计划和预算委员会(PBC)."""
    bracketed = hit.name.text.isascii() and folded.startswith("(", max(0, hit.start - 1)) and folded.startswith(")", hit.end)
    return bracketed and hit.start - 1 not in ends and _HEADED.search(folded, hit.start - 6, hit.start - 1) is not None


def meeting(reading: Reading) -> list[Hit]:
    """The organizations that the lexicon met, but 大会 only where it is the General Assembly: not in 第十四届大会, 缔约国大会."""
    agency = is_of_agency(reading)
    return [hit for hit in reading.hits.get("organization", ()) if hit.name.text != "大会" or not (agency or _is_another(reading.folded, hit))]


def _is_another(folded: str, hit: Hit) -> bool:
    return NOT_THE_ASSEMBLY.search(folded, hit.start - 8, hit.start) is not None


def _is_assembly(folded: str, event: Candidate) -> bool:
    """Whether a bare 第N届大会 is the General Assembly's: no congress has met so often, and no other body stands before it."""
    number = event.fields["number"]
    return isinstance(number, int) and 30 <= number <= 120 and (event.start == 0 or folded[event.start - 1] in '，。；、\n(":在向于至到自从的和')


def extract(reading: Reading) -> Iterator[Finding]:
    """The numbered sessions and meetings of the text."""
    folded = reading.folded
    bodies: Bodies | None = None
    for finding in scan(RULES, folded):
        if isinstance(finding, Veto) or reading.taken.overlaps(finding.start, finding.start + 1, "opaque"):
            if isinstance(finding, Candidate):
                yield Veto("event", finding.start, finding.end, finding.rule, "inside a title")
            continue
        bodies = bodies or Bodies(reading)
        body, how = _body(folded, finding, bodies)
        yield Candidate("event", finding.start, finding.end, finding.rule, {**finding.fields, "body": body}, how)


def _holder(hit: Hit | None, number: object) -> str | None:
    """The id of the body named before a session; none for a biennial conference that cannot have met so often."""
    if hit is None or (hit.name.key in _YOUNG and isinstance(number, int) and number > _YOUNG_SESSIONS):
        return None
    return hit.name.key or None


def _body(folded: str, event: Candidate, bodies: Bodies) -> tuple[str | None, tuple[str, ...]]:
    surface = folded[event.start : event.end]
    number = event.fields["number"]
    if _CONGRESS.search(surface):
        return CRIME_CONGRESS, ()
    early = surface.endswith(("届大会", "届预防犯罪大会")) and isinstance(number, int) and number < 30
    if early and (bodies.congress or "预防犯罪" in surface):
        return CRIME_CONGRESS, ("body: congress named in the text",)
    if surface.endswith(("联大", "联合国大会")) or (not early and surface.endswith("届大会") and _is_assembly(folded, event)):
        return "UNGA", ()
    hit = bodies.before(event.start)
    if early or hit is not None:
        return _holder(hit, number), ()
    if surface.endswith("次会议") and isinstance(number, int) and number >= 3000 and not bodies.committee:
        return "UNSC", ("body: no other organ numbers its meetings so high",)
    return None, ()
