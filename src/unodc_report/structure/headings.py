"""Headings without a number: what tells them from short lines of text, and how deep they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from unodc_report.layout.alone import OFFICER
from unodc_report.layout.drafts import Draft
from unodc_report.layout.resolution_lines import is_adopting_body, resolution_title
from unodc_report.patterns import lazy
from unodc_report.structure.numbering import Role, is_short

LONGEST: Final = 92  # columns: an unnumbered heading is no longer
OPENING: Final = re.compile(  # headings that stand first; their numeral may be lost
    r"[.．]?(?:导言|引言|序言|前言|绪论|概述|综述|导论|说明|背景(?:信息|介绍|情况)?|缩略语|简称|送文函|通过议程|会议(?:开幕|闭幕))"
)
TITLES: Final = 6  # so many lines are titles at most
_TITLED: Final = lazy("(?:报告|决[议定]|说明|议程|意见|会议|战略|方案)(?![\u4e00-\u9fff])|第.{1,5}届")
_ASIDE: Final = re.compile(r"[\[［].*[\]］]|.*[(（]签[名字][)）]")  # [原件：英文], a signature
_STATED: Final = frozenset({"paragraph", "heading", "restart"})


@dataclass(slots=True)
class Told:
    """The headings that the file itself marks as such.

    Attributes:
        lines: raw start of a line -> level by the file.
        levels: level by the file -> level of the headings with a numeral that had it.
        flat: whether one level of the file stands for several, as where a converter knows headings but not their levels.
    """

    lines: Mapping[int, int]
    levels: dict[int, int] = field(default_factory=dict)
    flat: bool = False

    def note(self, draft: Draft, level: int) -> None:
        """Note the level of a heading with a numeral."""
        told = self.lines.get(draft.rows[0].line.start)
        if told is not None:
            self.flat = self.flat or self.levels.setdefault(told, level) != level

    def level(self, draft: Draft, below: int) -> int | None:
        """The level of a heading without a numeral, which stands `below` that of the last with one; None where the file tells of none."""
        told = self.lines.get(draft.rows[0].line.start)
        if told is None or self.flat:
            return None if told is None else below
        above = [level for known, level in self.levels.items() if known < told]
        return self.levels.setdefault(told, max(above) + 1 if above else below)


def are_no_titles(lines: list[str | None]) -> bool:
    """Whether the lines that a text begins with (None: a line of the masthead) are cells of a table rather than titles.

    >>> are_no_titles(["委员", "国籍", "甲女士", "巴西", "乙先生", "智利"]), are_no_titles(["毒品报告", "维也纳", "导言", "注", "一", "二"])
    (True, False)
    """
    return len(lines) >= TITLES and not any(line is None or _TITLED.search(line) for line in lines)


def heads_resolution(drafts: list[Draft], i: int, margin: int) -> bool:
    """Whether a line is the number and title of one of several resolutions: the body that adopts it speaks next."""
    after = drafts[i + 1] if i + 1 < len(drafts) else None
    titled = is_short(drafts[i], margin) and resolution_title(drafts[i].text) is not None
    return titled and after is not None and is_adopting_body(after.text)


def is_run_in(drafts: list[Draft], roles: dict[int, Role], i: int, margin: int, *, summary: bool) -> bool:
    """Whether a line without a number is a heading: short, no full stop, and text or a deeper heading under it.

    What stands before it is over; `summary`: whether it stands in one.
    """
    draft, before = drafts[i], drafts[i - 1] if i else None
    if draft.width > LONGEST or not is_short(draft, margin):
        return False
    after = drafts[i + 1] if i + 1 < len(drafts) else None
    if after is None or (draft.text[-1] in "：:）)" and not ("（" in draft.text or "(" in draft.text)) or OFFICER.match(draft.text):
        return False
    if (before is not None and before.text[-1] in "：:") or draft.text.isascii() or _ASIDE.fullmatch(draft.text):
        return False  # what stands after a colon is what was announced
    if roles.get(i + 1) in _STATED or (i + 2 < len(drafts) and _heads_numbered(drafts, roles, i + 1, margin)):
        return True
    if after.label is not None:
        return after.label.kind in ("cjk", "letter", "compound")
    return after.closed and not summary and after.width > max(draft.width, margin) and draft.width <= 60


def _heads_numbered(drafts: list[Draft], roles: dict[int, Role], i: int, margin: int) -> bool:
    """Whether a line is a heading right above a numbered paragraph, so that a short line above it is one too."""
    draft, after = drafts[i], drafts[i + 1]
    if draft.label is not None or draft.width > LONGEST or not is_short(draft, margin) or _ASIDE.fullmatch(draft.text):
        return False
    return roles.get(i + 1) in _STATED or (after.label is not None and after.label.kind == "compound")
