"""The kind, the id and the place in the tree of each block of a report.

Ids: `m1` masthead line, `t1` title, `s1` summary paragraph, `h1` heading (`h0` is 摘要), `15` numbered paragraph, `15(a)` and
`15(a)(ii)` list items, `15•2` the second bulleted item, `x1` unnumbered text. Where numbering begins again, ids carry the
part before them: `annex1:3` in the first annex that does, `part2:3` in the second run of numbers elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from unodc_report.layout import masthead_lines as masthead
from unodc_report.layout.alone import OFFICER, has_leaders, opens_meeting
from unodc_report.layout.cleaning import CleanText
from unodc_report.layout.contents import entry_named
from unodc_report.layout.drafts import Draft, Row
from unodc_report.layout.labels import Label
from unodc_report.layout.resolution_lines import is_adopting_body, is_adoption, is_preambular, opens_act
from unodc_report.models.document import BlockKind
from unodc_report.structure.headings import LONGEST, OPENING, TITLES, Told, are_no_titles, heads_resolution, is_run_in
from unodc_report.structure.lettering import are_siblings, letter_kind
from unodc_report.structure.numbering import Role, assign, is_short

_SUMMARY: Final = re.compile(r"摘要|内容提要|执行摘要|概要")
_LEVELS: Final = {"chapter": 1, "annex": 1, "cjk": 1, "letter": 2, "parencjk": 2, "number": 3, "bare": 3, "compound": 3, "paren": 4}
_ABOVE: Final = 8  # lines above the line of the distribution
_SESSION: Final = re.compile("[届年]会?议?$|项目|报告|说明")
_AHEAD: Final = 60  # units from one heading to the next
_LONGEST: Final = 360  # columns of a title
_ATTACHED: Final = re.compile(r".*(?:的?信|函|照会|备忘录|报告|说明)的(?:附件|附录|附文)[一二三四五六七八九十]{0,2}")  # …给主席的信的附件


class Unit(NamedTuple):
    """A block before it is written: see `models.document.Block` for the fields."""

    id: str
    kind: BlockKind
    rows: tuple[Row, ...]
    label: str | None = None
    number: int | None = None
    level: int | None = None
    section: str | None = None
    paragraph: str = ""


@dataclass(slots=True)
class _State:
    """What the walk over the drafts remembers."""

    margin: int
    units: list[Unit] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    open: list[tuple[int, str]] = field(default_factory=list)  # headings above, (level, id)
    numbered: int = 0  # level of the last numbered heading
    items: list[tuple[str, str, str]] = field(default_factory=list)  # list items above: type, key, id
    paragraph: str = ""
    summary: bool = False
    prefix: str = ""
    annexes: int = 0
    chapter: bool = False  # whether a chapter is open, and 一 under A in it
    below: bool = False
    roman: bool = False  # whether headings are numbered I, II, III, so that I is no letter but after A to H
    letter: str = ""  # of the last heading of those that count on from A
    told: Told = field(default_factory=lambda: Told({}))
    entries: set[str | None] = field(default_factory=set)  # of a table of contents, those that have not come yet
    parts: int = 1

    def fresh(self, letter: str) -> str:
        self.counts[letter] = self.counts.get(letter, 0) + 1
        return f"{letter}{self.counts[letter]}"

    def unique(self, name: str) -> str:
        self.used[name] = self.used.get(name, 0) + 1
        return name if self.used[name] == 1 else self.unique(f"{name}~{self.used[name]}")

    @property
    def section(self) -> str | None:
        return self.open[-1][1] if self.open else None


def outline(text: CleanText) -> list[Unit]:
    """The units of the body, in order."""
    margin = text.setting.margin
    drafts, roles = _merge(text.drafts, assign(text.drafts, margin))
    state = _State(margin, roman=any(draft.label is not None and draft.label.kind == "cjk" and draft.label.key < "一" for draft in drafts))
    state.told, state.entries = Told(text.headings), set(text.entries)
    first = _front(state, drafts, roles, text.symbol)
    if are_no_titles([unit.rows[0].line.text if unit.kind == "title" else None for unit in state.units]):
        state.units = [unit._replace(id=state.fresh("x"), kind="text", paragraph=f"x{k}") for k, unit in enumerate(state.units, 1)]
    for i in range(first, len(drafts)):
        _body(state, drafts, roles, i)
    return state.units


def _merge(drafts: list[Draft], roles: dict[int, Role]) -> tuple[list[Draft], dict[int, Role]]:
    """Drafts whose number turned out to be none, back in the drafts before them."""
    merged: list[list[Row]] = []
    kept: dict[int, Role] = {}
    for i, draft in enumerate(drafts):
        role = roles.get(i)
        if role == "none" and merged and not (drafts[i - 1].closed and draft.closed and draft.rows[0].line.gap > 1):
            merged[-1].extend(draft.rows)
        else:
            if role is not None:
                kept[len(merged)] = role
            merged.append(list(draft.rows))
    return [Draft(tuple(rows)) for rows in merged], kept


def _front(state: _State, drafts: list[Draft], roles: dict[int, Role], symbol: str | None) -> int:
    """Masthead and title: what stands before the summary, the first heading or the first text. Returns where they end."""
    columns, over = _before_distribution(drafts), False
    for i, draft in enumerate(drafts):
        if _SUMMARY.fullmatch(masthead.squeeze(draft.text)) or roles.get(i) in ("paragraph", "restart") or _opens_resolution(drafts, i):
            return i
        above = i < columns or masthead.is_hard(draft.text) or _heads_record(drafts, i)
        if above or ((not over or _was(state, "masthead")) and _is_masthead(state, drafts, i, symbol)):
            name = state.fresh("m")
            state.units.append(Unit(name, "masthead", draft.rows, paragraph=name))
        elif is_adoption(draft.text) or OFFICER.match(draft.text) or has_leaders(draft.text):
            _text(state, draft)
        elif draft.closed or draft.width > min(4 * max(state.margin, 60), _LONGEST) or _starts_body(drafts, roles, i, state):
            return i
        elif _was(state, "title") and state.units[-1].rows[-1].line.text[-1] in "，,":
            state.units[-1] = state.units[-1]._replace(rows=(*state.units[-1].rows, *draft.rows))
        else:
            over = True
            name = state.fresh("t")
            state.units.append(Unit(name, "title", draft.rows, paragraph=name))
    return len(drafts)


def _before_distribution(drafts: list[Draft]) -> int:
    """How many drafts stand above the line of the distribution: no title is among them, but a treaty's name in two lines may be."""
    for i, draft in enumerate(drafts[:_ABOVE]):
        text = masthead.squeeze(draft.text)
        if text.startswith("Distr"):
            return i
        if draft.closed or draft.width > LONGEST or draft.label is not None or _SESSION.search(text):
            break
    return 0


def _heads_record(drafts: list[Draft], i: int) -> bool:
    """Whether a draft is the body whose official records (正式记录, 补编第20号) a document is in; a cover has them under the title."""
    return masthead.is_body(drafts[i].text) and i + 1 < len(drafts) and masthead.squeeze(drafts[i + 1].text).startswith("正式记录")


def _opens_resolution(drafts: list[Draft], i: int) -> bool:
    return is_adopting_body(drafts[i].text) and i + 1 < len(drafts) and opens_act(drafts[i + 1].text)


def _was(state: _State, kind: BlockKind) -> bool:
    return bool(state.units) and state.units[-1].kind == kind


def _is_masthead(state: _State, drafts: list[Draft], i: int, symbol: str | None) -> bool:
    text = drafts[i].text
    if masthead.is_foreign(_spaced(drafts[i])):
        return i + 1 < len(drafts)
    if masthead.is_line(text, symbol):
        return not (_was(state, "title") and masthead.is_body(text))
    if masthead.whole_symbol(_spaced(drafts[i])) is not None or masthead.is_symbols(_spaced(drafts[i])):
        return state.counts.get("m", 0) < _ABOVE
    return _is_body_line(drafts, i, symbol)


def _spaced(draft: Draft) -> str:
    return " ".join(row.line.text for row in draft.rows)


def _is_body_line(drafts: list[Draft], i: int, symbol: str | None) -> bool:
    """Whether a body's name stands among lines of the masthead, and is not the title."""
    around = [drafts[k].text for k in (i - 2, i - 1, i + 1, i + 2) if 0 <= k < len(drafts)]
    return masthead.is_body(drafts[i].text) and any(masthead.is_line(text, symbol) for text in around)


def _starts_body(drafts: list[Draft], roles: dict[int, Role], i: int, state: _State) -> bool:
    label, text = drafts[i].label, drafts[i].text
    if (OPENING.fullmatch(masthead.squeeze(text)) or opens_meeting(text)) and i + 1 < len(drafts):
        return True
    if label is not None and label.kind == "bullet":
        return True
    if is_preambular(text) or (is_adopting_body(text) and text[-1] in "，,"):
        return True
    if label is not None and (label.kind in _LEVELS or roles.get(i) == "heading"):
        return label.kind != "bare"
    return state.counts.get("t", 0) >= TITLES


def _body(state: _State, drafts: list[Draft], roles: dict[int, Role], i: int) -> None:
    draft = drafts[i]
    label, role = draft.label, roles.get(i)
    if role in ("paragraph", "restart"):
        _paragraph(state, draft, restart=role == "restart")
    elif role == "heading":
        _heading(state, draft, 3, numbered=True)
    elif label is None or (label.kind in ("number", "bare") and role is None):
        _unlabelled(state, drafts, roles, i)
    elif label.kind == "compound":
        _compound(state, drafts, i)
    elif role == "item" or label.kind in ("parennum", "bullet"):
        _item(state, draft, label, label.kind)
    else:
        _labelled(state, drafts, i)


def _paragraph(state: _State, draft: Draft, *, restart: bool, key: str | None = None) -> None:
    label = draft.label
    if restart:
        if state.annexes:
            state.prefix = f"annex{state.annexes}:"
        else:
            state.parts += 1
            state.prefix = f"part{state.parts}:"
    key = key or (label.key if label else "")
    name = state.unique(state.prefix + key)
    state.units.append(
        Unit(name, "paragraph", draft.rows, _printed(draft), int(key) if key.isdigit() else None, section=state.section, paragraph=name)
    )
    state.paragraph, state.items, state.summary = name, [], False


def _compound(state: _State, drafts: list[Draft], i: int) -> None:
    draft = drafts[i]
    if draft.closed or "。" in draft.text:
        _paragraph(state, draft, restart=False, key=draft.label.key if draft.label else None)
    elif is_short(draft, state.margin):
        _heading(state, draft, 3, numbered=True)
    else:
        _text(state, draft)


def _heading(state: _State, draft: Draft, level: int, *, numbered: bool) -> None:
    text = masthead.squeeze(draft.text)
    summary = _SUMMARY.fullmatch(text) is not None
    name = state.unique("h0") if summary and "h0" not in state.used else state.fresh("h")
    while state.open and state.open[-1][0] >= level:
        state.open.pop()
    state.units.append(Unit(name, "heading", draft.rows, _printed(draft), level=level, section=state.section, paragraph=name))
    state.open.append((level, name))
    state.summary, state.paragraph, state.items = summary, "", []
    if numbered:
        state.numbered = level
        state.told.note(draft, level)


def _text(state: _State, draft: Draft) -> None:
    name = state.fresh("s" if state.summary else "x")
    kind: BlockKind = "summary" if state.summary else "text"
    state.units.append(Unit(name, kind, draft.rows, _printed(draft), section=state.section, paragraph=name))
    state.paragraph, state.items = name, []


def _unlabelled(state: _State, drafts: list[Draft], roles: dict[int, Role], i: int) -> None:
    text = masthead.squeeze(drafts[i].text)
    if masthead.is_run_in(text):
        name = state.fresh("m")
        state.units.append(Unit(name, "masthead", drafts[i].rows, paragraph=name))
    elif _SUMMARY.fullmatch(text) or text in ("附件", "附录"):
        _heading(state, drafts[i], 1, numbered=True)
    elif drafts[i].width <= LONGEST and _ATTACHED.fullmatch(text):
        state.annexes += 1
        _heading(state, drafts[i], 1, numbered=True)
    else:
        _plain(state, drafts, roles, i)


def _plain(state: _State, drafts: list[Draft], roles: dict[int, Role], i: int) -> None:
    """Text, or a heading without a number: the file, a table of contents or its shape says so."""
    draft = drafts[i]
    over = i == 0 or drafts[i - 1].closed or _was_heading(state) or opens_meeting(drafts[i - 1].text)  # what stands before it
    level = None if draft.closed else state.told.level(draft, state.numbered + 1)
    if level is not None:
        _heading(state, draft, level, numbered=False)
    elif (
        heads_resolution(drafts, i, state.margin)
        or (over and i + 1 < len(drafts) and (_is_listed(state, drafts, i) or OPENING.fullmatch(masthead.squeeze(draft.text))))
        or (over and is_run_in(drafts, roles, i, state.margin, summary=state.summary))
    ):
        _heading(state, draft, state.numbered + 1, numbered=False)
    else:
        _text(state, draft)


def _is_listed(state: _State, drafts: list[Draft], i: int) -> bool:
    """Whether a line is an entry of the table of contents that has not come yet; what stands after a colon is what was announced."""
    announced = i > 0 and drafts[i - 1].text[-1] in "：:"
    name = entry_named(drafts[i].text, state.entries) if state.entries and not announced else None
    state.entries -= {name}
    return name is not None


def _was_heading(state: _State) -> bool:
    return bool(state.units) and state.units[-1].kind in ("heading", "title", "masthead")


def _labelled(state: _State, drafts: list[Draft], i: int) -> None:
    """A label that may begin a heading or an item: 一. · A. · (a) · 附件."""
    draft = drafts[i]
    label = draft.label
    if label is None:
        return
    if label.kind in ("paren", "parencjk"):
        _bracketed(state, drafts, i, label)
    elif is_short(draft, state.margin) or _counts_on(state, draft, label):
        state.annexes += label.kind == "annex"
        _heading(state, draft, _level(state, label), numbered=True)
    elif label.kind == "letter" and state.paragraph:
        _item(state, draft, label, "letter")
    else:
        _text(state, draft)


def _counts_on(state: _State, draft: Draft, label: Label) -> bool:
    """Whether a line too long for a heading is the next of those lettered A, B, C."""
    title = label.kind == "letter" and not draft.closed and draft.width < _LONGEST and not any(c in draft.text for c in "。；;")
    last = next((unit.label for unit in reversed(state.units[-_AHEAD:]) if unit.kind == "heading"), None)
    return title and last is not None and last[0] == chr(ord(label.key) - 1)


def _level(state: _State, label: Label) -> int:
    """How deep a heading stands: 一 above A, but below it where A stands under a chapter."""
    if label.kind in ("chapter", "annex"):
        state.chapter, state.below, state.letter = True, False, ""
    elif label.kind == "cjk":
        state.below = state.below or (state.chapter and label.key == "一" and state.numbered == _LEVELS["letter"])
        state.chapter = state.chapter and state.below
        if state.below:
            return 3
        state.letter = ""
        return 1
    elif label.kind == "letter":
        counts_on = bool(state.letter) and ord(label.key) == ord(state.letter) + 1
        if state.roman and label.key in "IVX" and not counts_on:
            state.letter = ""
            return 1
        state.letter = label.key if counts_on or label.key == "A" else ""
    return _LEVELS[label.kind]


def _bracketed(state: _State, drafts: list[Draft], i: int, label: Label) -> None:
    """(a): a heading of the fourth level or an item of a list. An item ends with a stop or stands among its siblings."""
    draft = drafts[i]
    kind = letter_kind(drafts, i, label)
    siblings = are_siblings(drafts, i - 1, i) or are_siblings(drafts, i, i + 1)
    listed = bool(state.items) and not drafts[i - 1].closed
    if is_short(draft, state.margin) and draft.width <= LONGEST and not siblings and not listed and i + 1 < len(drafts):
        _heading(state, draft, 2 if label.kind == "parencjk" else 5 if kind == "i" else 4, numbered=True)
    else:
        _item(state, draft, label, kind)


def _item(state: _State, draft: Draft, label: Label, kind: str) -> None:
    if not state.paragraph:
        state.paragraph = state.section or ""
    for depth, (above, _, _) in enumerate(state.items):
        if above == kind:
            del state.items[depth:]
            break
    parent = state.items[-1][2] if state.items else state.paragraph
    if label.kind == "bullet":
        state.counts[parent + "•"] = state.counts.get(parent + "•", 0) + 1
        name = f"{parent}•{state.counts[parent + '•']}"
    else:
        name = f"{parent}({label.key})"
    name = state.unique(name)
    state.items.append((kind, label.key, name))
    state.units.append(
        Unit(name, "item", draft.rows, _printed(draft), level=len(state.items), section=state.section, paragraph=state.paragraph or name)
    )


def _printed(draft: Draft) -> str | None:
    label = draft.label
    return draft.rows[0].line.text[: label.end].strip() if label is not None else None
