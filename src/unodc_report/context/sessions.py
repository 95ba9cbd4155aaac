"""Whose session a bare 第三十届会议 is.

委员会第三十届会议 is a session of the commission last named; a meeting is one of the body that acts at it (在第2次全体会议上，大会通过了) or
decides about its own (大会决定列入第六十届会议议程); a resumed session (第一次续会) is one of the body whose session
was named before it in the paragraph; a session near the one to which the report itself was submitted, with no body before it,
is one of the report's own body; a session that the report elsewhere gives to one body only is that body's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from unodc_report.chinese.characters import fold
from unodc_report.context.resolutions import Blocks
from unodc_report.entities.bodies import sentence_start, stands_alone
from unodc_report.entities.events import GAP, meeting
from unodc_report.entities.issuer import COMMITTEES, Issuer, issuer
from unodc_report.entities.ordinals import AND, NUMERAL, ordinal
from unodc_report.entities.organizations.party_conferences import BODIES, CONFERENCE
from unodc_report.lexicon import Hit
from unodc_report.models.document import Metadata
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate

# What a body is called after it was named in full, and how its full names end.
_KINDS: Final = ("特设委员会", "小组委员会", "筹备委员会", "委员会", "缔约国会议", "缔约方会议", "缔约方大会", "执行局", "理事会", "审议组", "工作组", "专家组", "论坛", "会议")
_KIND: Final = re.compile("|".join(_KINDS))
_REACH: Final = 120  # code points between 委员会 and its session


_KINDS_THAT_MEET: Final = ("大会", "理事会", "安理会", "委员会", "会议", "执行局", "工作组", "专家组", "论坛", "法庭", "法院")
_AT_IT: Final = re.compile(r"(?:上|期间|\([^()\n]{1,20}\)){0,3}，")
_ACTS: Final = re.compile(
    "[，,]|在|于|还|又|也|已|曾|经|未经|以|应|审[议查]|通过|决定|听取|核[准可]|选[举出]|建议|收到|根据|按照|依照|同意|注意到|讨论|就|开始|结束|继续|商定|任命|批准|一致|面前|请|欢迎|赞同|授权|设立|确认|进行|完成"
    "|第[^，。；\n]{1,12}会议(?:决定|通过|请)"
)
_ITS_OWN: Final = re.compile("(?:列入|在|向|于|选[出举])其?$|其$")
_CLAUSE_START: Final = re.compile(r"^|[\n，,。；:.) \"]$")
_OF_IT: Final = re.compile("的|主席|关于|第|决议|议程|[、和与及]")
"""What follows a body that is named in passing, while another one is the subject: 大会根据总务委员会的建议决定…."""
_NEAR: Final = range(-6, 4)  # sessions about its own that a report speaks of without naming their body
_DAY_BEFORE: Final = lazy(r"\d{4}年\d{1,2}月\d{1,2}日$")
_LINE_START: Final = re.compile(r"(?:^|\n)\**(?:\d{4}年\d{1,2}月\d{1,2}日\n?|[A-Z][A-Za-z -]{3,40} session |正式记录[：:]?)?$")
_OWN_LINE: Final = lazy(r"[，,]?[一二〇○零\d]{4}年|\(|\n|$|[。；]?$|议程|补编|临时议程| ")
"""What may follow a session that has a line of its own."""
_CONFERENCES: Final = frozenset(BODIES.values())
_HIGH: Final = 100  # below it a meeting in a report to the Security Council is some commission's
_CONFERENCE: Final = len("缔约方会议")
_GAP: Final = 24  # code points between a conference and its session: dates, verbs of meeting
_COVER: Final = 400  # code points in which the cover of a report stands
_ASSEMBLY_SYMBOL: Final = re.compile(r"A/(\d{2,3})/\d")
_SESSION_SYMBOL: Final = lazy(r"A/(?:HRC/)?(\d{1,3})/")


def resolve_sessions(reading: Reading, found: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """Fill in the bodies of sessions whose clause does not name them.

    >>> import unodc_report as ur
    >>> text = "1. 麻醉药品委员会开了会。\\n\\n2. 委员会于2021年4月举行了第六十四届会议，12月举行了续会。\\n"
    >>> [(e.text, e.body) for e in ur.parse("一. 导言\\n\\n" + text).events]
    [('第六十四届会议', 'CND')]
    """
    others = _other_conferences(reading, found)
    events = [event._replace(fields={**event.fields, "body": None}) if _is_of(event, others) else event for event in found.get("event", [])]
    if all(event.fields["body"] for event in events):
        return found
    resolver = _Resolver(reading, others)
    done: list[Candidate] = []
    for event in events:
        done.append(event if event.fields["body"] else resolver.resolve(event, done))
    return {**found, "event": _coordinated(reading.folded, _repeated(reading, done))}


def _other_conferences(reading: Reading, found: dict[str, list[Candidate]]) -> list[int]:
    """Where the names end of conferences of parties to other treaties, and of those of which nothing tells whose they are.

    A passage by itself may say 公约缔约国会议 of the one whose usual name that is; 缔约方会议 alone is anybody's.
    """
    return [
        c.end
        for c in found.get("organization", ())
        if c.fields["id"] is None and (reading.document.whole or c.rule == "organization.party_conference" or c.end - c.start == _CONFERENCE) and CONFERENCE.match(reading.folded, c.end - _CONFERENCE)
    ]


def _is_of(event: Candidate, ends: Sequence[int]) -> bool:
    """Whether a session was given to the conference whose name ends right before it."""
    return event.fields["body"] in _CONFERENCES and bool(ends) and event.start - _GAP <= ends[max(0, bisect_right(ends, event.start) - 1)] <= event.start


class _Resolver:
    """Finds bodies of sessions in one document.

    Args:
        reading: the document with its lexicon hits.
        others: where names of conferences of parties end that are of other treaties than their words say.
    """

    def __init__(self, reading: Reading, others: Sequence[int]) -> None:
        self._document = reading.document
        self._folded = reading.folded
        self._blocks = Blocks(reading.document)
        self._hits = [hit for hit in reading.once(meeting) if not (hit.name.key in _CONFERENCES and hit.end in others)]
        self._starts = [hit.start for hit in self._hits]
        self._by_kind: dict[str, _Named] = {}
        self._issuer = issuer(reading)
        self._own = _own_session(reading.document.metadata, self._issuer)

    def resolve(self, event: Candidate, before: Sequence[Candidate]) -> Candidate:
        """The session with its body, if the text before it tells."""
        if self._folded.endswith("续会", event.start, event.end):
            return self._resumed(event, before)
        kind = self._kind(event.start)
        if kind is None and (told := self._told_around(event, before)):
            return _with_body(event, *told)
        kind = kind or self._kind_after(event.end)
        if kind is None:
            return self._of_the_report(event)
        hit = self._antecedent(kind)
        if hit is None and self._issuer is not None and self._issuer.name.endswith(kind[0]):
            return _with_body(event, self._issuer.key, f"{kind[0]} stands for the body that issues the report")
        if hit is None or not hit.name.key:
            return event
        return _with_body(event, hit.name.key, f"{kind[0]} stands for {hit.name.text}")

    def _told_around(self, event: Candidate, before: Sequence[Candidate]) -> tuple[str, str] | None:
        """The body that the rest of the sentence tells, and how."""
        if self._folded.endswith(("次会议", "次"), event.start, event.end) and (body := self._in_sentence(event, before)):
            return body, "meeting named before it in the sentence"
        actor = self._acting(event) or self._deciding(event)
        return (actor.name.key, f"{actor.name.text} acts at it or decides about it") if actor else None

    def _in_sentence(self, event: Candidate, before: Sequence[Candidate]) -> str | None:
        """The body of the last meeting in the same sentence: 第6次会议 …，并在…举行的第13次会议."""
        if not before or not self._folded.endswith(("次会议", "次"), before[-1].start, before[-1].end):
            return None
        between = self._folded[before[-1].end : event.start]
        body = before[-1].fields["body"]
        return str(body) if body and "。" not in between and "\n" not in between else None

    def _of_the_report(self, event: Candidate) -> Candidate:
        """The session with the report's own body, if it is a regular session near its own and no name stands before it.

        A line of its own is the session of the masthead, or the place of a resolution: 第79次全体会议.
        """
        if self._issuer is None or self._of_a_committee(event):
            return event
        plenary = self._folded.endswith("次全体会议", event.start, event.end)
        line = _LINE_START.search(self._folded, event.start - 48, event.start)
        if (line and (plenary or _OWN_LINE.match(self._folded, event.end))) or (plenary and _DAY_BEFORE.search(self._folded, event.start - 16, event.start)):
            return _with_body(event, self._issuer.key, "a line of its own in the report of the body")
        if not stands_alone(self._folded, event.start):
            return event
        if self._is_meeting(event, self._issuer):
            return _with_body(event, self._issuer.key, "a meeting of the body whose document it is")
        return _with_body(event, self._issuer.key, "a session of the report's own body") if self._is_near(event, self._issuer) else event

    def _is_meeting(self, event: Candidate, own: Issuer) -> bool:
        """Whether an event is a meeting of a body that sits in meetings alone: those of a committee, or those of the Security Council by their number."""
        number = event.fields["number"]
        counted = own.key in COMMITTEES or (own.key == "UNSC" and isinstance(number, int) and number >= _HIGH)
        return counted and self._folded.endswith("次会议", event.start, event.end)

    def _is_near(self, event: Candidate, own: Issuer) -> bool:
        """Whether an event is a regular session with a number near that of the report's own session."""
        number = event.fields["number"]
        last = number[-1] if isinstance(number, tuple) else number
        if not self._folded.endswith(("届会议", "届常会"), event.start, event.end) or not isinstance(last, int):
            return False
        return last - self._own in _NEAR if self._own else own.key in COMMITTEES

    def _of_a_committee(self, event: Candidate) -> bool:
        """Whether the symbol says that a session is none of the General Assembly, to which a committee reports: the 62nd on the cover of A/70/46."""
        if self._issuer is None or self._issuer.key != "UNGA" or (symbol := _ASSEMBLY_SYMBOL.match(self._document.metadata.symbol or "")) is None:
            return False
        number = event.fields["number"]
        return self._folded.endswith("届会议", event.start, event.end) and isinstance(number, int) and abs(number - int(symbol[1])) > 1 and self._on_cover(event)

    def _on_cover(self, event: Candidate) -> bool:
        return self._blocks.at(event.start).kind in ("title", "masthead") or event.start < _COVER

    def _resumed(self, event: Candidate, before: Sequence[Candidate]) -> Candidate:
        block = self._blocks.at(event.start)
        for earlier in reversed(before):
            if earlier.start < block.start:
                return event
            if earlier.fields["body"]:
                return _with_body(event, str(earlier.fields["body"]), "session named before it in the paragraph")
        return event

    def _kind(self, position: int) -> re.Match[str] | None:
        """The word for a body that holds the session: 委员会 in 委员会于2021年5月举行了第三十届会议."""
        last = None
        for match in _KIND.finditer(self._folded, position - _REACH, position):
            last = match
        if last is None or not GAP.fullmatch(self._folded, last.end(), position):
            return None
        return last if stands_alone(self._folded, last.start()) else None

    def _acting(self, event: Candidate) -> Hit | None:
        """The body that the clause after a meeting names as the one that acts: 在第2次全体会议上，大会根据…."""
        after = _AT_IT.match(self._folded, event.end)
        if after is None:
            return None
        index = bisect_left(self._starts, after.end())
        hit = self._hits[index] if index < len(self._hits) and self._hits[index].start == after.end() else None
        return hit if hit is not None and self._meets(hit) and _ACTS.match(self._folded, hit.end) else None

    def _deciding(self, event: Candidate) -> Hit | None:
        """The body that is the subject of the sentence in which a session is put on an agenda: 大会决定列入第六十届会议议程."""
        if not self._folded.endswith(("届会议", "届常会"), event.start, event.end) or not _ITS_OWN.search(self._folded, event.start - 6, event.start):
            return None
        floor = sentence_start(self._folded, event.start)
        if any(GAP.fullmatch(self._folded, match.end(), event.start) for match in _KIND.finditer(self._folded, max(floor, event.start - 16), event.start)):
            return None  # 供特设工作组在第六十届会议上审议
        for hit in reversed(self._hits[bisect_left(self._starts, floor) : bisect_left(self._starts, event.start)]):
            if not hit.name.text.endswith(_KINDS_THAT_MEET):
                continue
            if _ACTS.match(self._folded, hit.end) and _CLAUSE_START.search(self._folded, max(floor, hit.start - 1), hit.start):
                return hit if self._meets(hit) and not self._names_a_kind(hit.end, event.start) else None
            if not _OF_IT.match(self._folded, hit.end):
                return None
        return None

    def _meets(self, hit: Hit) -> bool:
        return bool(hit.name.key) and hit.name.text.endswith(_KINDS_THAT_MEET)

    def _names_a_kind(self, start: int, end: int) -> bool:
        """Whether another body is spoken of by its kind alone between two offsets: 请委员会, 理事会在."""
        return any(stands_alone(self._folded, match.start()) and not self._folded.startswith("的", match.end()) for match in _KIND.finditer(self._folded, start, end))

    def _kind_after(self, position: int) -> re.Match[str] | None:
        """The word for the body that acts at a meeting: 委员会 in 在第15次会议上，委员会通过了."""
        after = _AT_IT.match(self._folded, position)
        kind = _KIND.match(self._folded, after.end()) if after else None
        return kind if kind is not None and _ACTS.match(self._folded, kind.end()) else None

    def _antecedent(self, kind: re.Match[str]) -> Hit | None:
        """The body of that kind last named: in the section, else the only one named in the report so far."""
        named = self._by_kind.get(kind[0])
        if named is None:
            named = self._by_kind[kind[0]] = _Named([hit for hit in self._hits if hit.name.text.endswith(kind[0])])
        hit = named.last_before(kind.start())
        if hit is None:
            return None
        same_section = self._blocks.at(hit.start).section == self._blocks.at(kind.start()).section
        return hit if same_section or named.is_only_before(kind.start()) else None


class _Named:
    """Where bodies of one kind are named.

    Args:
        hits: in text order.
    """

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._starts = [hit.start for hit in hits]
        self._second = next((hit.start for hit in hits if hit.name.key != hits[0].name.key), None)

    def last_before(self, position: int) -> Hit | None:
        """The last one named before an offset."""
        index = bisect_left(self._starts, position) - 1
        return self._hits[index] if index >= 0 else None

    def is_only_before(self, position: int) -> bool:
        """Whether no two different ones are named before an offset."""
        return self._second is None or self._second >= position


def _own_session(metadata: Metadata, own: Issuer | None) -> int | None:
    """The number of the session to which a report was submitted, as masthead and symbol tell."""
    printed = _ORDINAL.search(fold(metadata.session or ""))
    number = ordinal(printed[1]) if printed else int(match[1]) if (match := _SESSION_SYMBOL.match(metadata.symbol or "")) else None
    return number if own else None


_ORDINAL: Final = re.compile(f"第({NUMERAL})[届次]")
_AND: Final = lazy(AND)


def _repeated(reading: Reading, events: list[Candidate]) -> list[Candidate]:
    """Sessions (届) without a body get the one that all others of that number in the text have."""
    bodies: dict[object, set[str]] = {}
    for event in events:
        if event.fields["body"] and _is_session(reading, event):
            bodies.setdefault(event.fields["number"], set()).add(str(event.fields["body"]))
    return [
        _with_body(event, next(iter(bodies[event.fields["number"]])), "the same session elsewhere in the report")
        if not event.fields["body"] and _is_session(reading, event) and len(bodies.get(event.fields["number"], ())) == 1
        else event
        for event in events
    ]


def _coordinated(folded: str, events: list[Candidate]) -> list[Candidate]:
    """Members of a list get the body of the one that their head noun follows: 第1707次 in 第1707次和第1708次会议."""
    done = events[-1:]
    for event in reversed(events[:-1]):
        body = done[-1].fields["body"]
        shares = event.rule == "event.coordinated" and not event.fields["body"] and body and _AND.fullmatch(folded, event.end, done[-1].start)
        done.append(_with_body(event, str(body), "the body of the list's last member") if shares else event)
    return done[::-1]


def _is_session(reading: Reading, event: Candidate) -> bool:
    return reading.folded.endswith(("届会议", "届常会", "届会", "届特别会议"), event.start, event.end) and isinstance(event.fields["number"], int)


def _with_body(event: Candidate, body: str, how: str) -> Candidate:
    return event._replace(fields={**event.fields, "body": body}, inferred=(*event.inferred, f"body: {how}"))
