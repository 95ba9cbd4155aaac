"""Non-governmental organizations that speak in their own statements: 妇女互助运动呼吁…, 山地妇女行动是非政府组织.

Their names are made of ordinary words and have no head that only bodies have. What tells them is the place: they open a
paragraph and are the subject of a verb of speaking, or the paragraph says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from unodc_report.chinese.characters import han
from unodc_report.entities.organizations.edges import says_topic_only
from unodc_report.patterns import lazy

_LEAD: Final = r"(?:\d{1,3}\. ?)?(?:(?:此外|因此|为此|同时|另外|然而|最后|总之|鉴此|有鉴于此|在这方面|在此背景下)，?)?"
_HEADS: Final = "组织|运动|联盟|协会|联合会|基金会|理事会|学会|姐妹会|修女会|论坛|行动"
_SAYS: Final = (
    "相信|认为|认识到|呼吁|敦促|欢迎|赞赏|强调|指出|注意到|重申|主张|建议|深信|坚信|确信|感到|敦请|谴责|倡导|赞同|关切|提出以下|谨提出|谨建议|支持(?!下|者)|很高兴|"
    "将(?=[^，。\n]{1,12}视为)"
)
SPEAKER: Final = re.compile(rf"{_LEAD}(?P<span>{han('·')}{{2,14}}(?P<head>{_HEADS}))(?={_SAYS})")
"""Matched where a line begins."""
INTRODUCED: Final = re.compile(
    rf"(?P<span>{han('·')}{{4,20}}(?P<head>))(?=是(?:一个|一家|一所)?[^，。；\n是]{{0,16}}(?:非政府组织|非营利组织|非盈利组织|慈善组织|慈善机构|民间社会组织))"
)
"""Matched where a line begins."""

_TWO_BODIES: Final = lazy("(?:组织|运动|联盟|协会|联合会|基金会|理事会|学会|同盟|[部局署厅院庭党]|委员会|工会|商会|大会)[和与及、](?!平)")
_NO_NAME: Final = lazy("[的了这该本其些各两每它她他]|我们|许多|所有|一[个项次]|缔约国|会员国|成员国|大多数|多数")
_NO_SUBJECT: Final = lazy("(?:军事|维持和平|人道主义|后续|救援|执法|国家|集体|联合|扫雷|排雷|和平|打击|反恐|气候|发展|保护|促进).{0,4}行动$")


def find_speakers(folded: str, known: Collection[int]) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, rule and reason against it ("" for none) of the organizations that open a line; `known`: where names of the tables end."""
    for line in _line_starts(folded):
        for rule, pattern in (("speaker", SPEAKER), ("introduced", INTRODUCED)):
            match = pattern.match(folded, line)
            if match is not None:
                start, end = match.span("span")
                yield start, end, f"organization.{rule}", _reason(match, known)
                break


def _reason(match: re.Match[str], known: Collection[int]) -> str:
    start, end = match.span("span")
    if any(start < end_of_known < end for end_of_known in known) or _TWO_BODIES.search(match["span"]):
        return "several bodies"
    if _NO_NAME.search(match["span"]) or _NO_SUBJECT.search(match["span"]) or says_topic_only(match["span"].removesuffix(match["head"])):
        return "a kind of bodies"
    return ""


def _line_starts(folded: str) -> Iterator[int]:
    start = 0
    while start >= 0:
        yield start
        start = folded.find("\n", start) + 1 or -1
