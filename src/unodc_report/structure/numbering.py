"""Which lines `N. ` begin a numbered paragraph, which a heading, which an item of a list, and which begin nothing.

Paragraphs are numbered through the document, headings of the third level anew under each letter: only the running
counter and the missing full stop tell them apart.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from unodc_report.layout.drafts import Draft
from unodc_report.layout.resolution_lines import is_preambular

Role = Literal["paragraph", "heading", "item", "restart", "none"]

_MARKED: Final = re.compile(r"[。；;][”’）)]?\d{1,3}$")  # 的报告；2, whose note was lost
_AHEAD: Final = 120  # numbered drafts looked at to settle one


class _Number(NamedTuple):
    """A draft that begins with a number.

    Attributes:
        place: its index among the drafts.
        value: the number.
        text: whether it reads as a paragraph: it ends a sentence, or is long.
        follows: whether the draft before it is over (it ends a sentence or is a heading).
        part: how many annexes and chapters stand before it.
        above: the 6 of a paragraph 6.2 before it, where paragraphs are numbered so.
    """

    place: int
    value: int
    text: bool
    follows: bool
    part: int
    above: int


def is_short(draft: Draft, margin: int) -> bool:
    """Whether a draft has the shape of a heading: no full stop, two or three lines at most."""
    if draft.closed or len(draft.rows) > 3 or draft.width > max(2.2 * margin, 100):
        return False
    text = draft.text
    return "。" not in text and text[-1] not in "，,、" and not (text[-1].isdecimal() and _MARKED.search(text))


def assign(drafts: list[Draft], margin: int) -> dict[int, Role]:
    """The role of each draft that begins with a number, by its index."""
    numbers = _numbers(drafts, margin)
    roles: dict[int, Role] = {}
    counter = nested = heading = part = 0
    for k, number in enumerate(numbers):
        counter = max(counter, number.above)
        role = _role(numbers, k, counter, nested, heading)
        if role == "item" and number.value == 1 and number.part != part and not _resumes(numbers, k, counter, listed=True):
            role = "restart"
        if role == "heading" and not _heads(drafts, number.place):
            role = "paragraph" if number.value == counter + 1 else "none" if not number.follows else role
        roles[number.place] = role
        if role in ("paragraph", "restart"):
            counter, nested, heading, part = number.value, 0, heading if role == "paragraph" else 0, number.part
        elif role == "item":
            nested = number.value
        elif role == "heading":
            heading = number.value
    return roles


def _numbers(drafts: list[Draft], margin: int) -> list[_Number]:
    numbers: list[_Number] = []
    part = above = 0
    counted = len({draft.label.key.partition(".")[0] for draft in drafts if draft.label is not None and draft.label.kind == "compound"}) > 1
    for i, draft in enumerate(drafts):
        label = draft.label
        if label is None:
            continue
        if label.kind == "compound" and counted and draft.closed and label.key.partition(".")[0].isdigit():
            above = int(label.key.partition(".")[0])
        if (label.kind in ("annex", "chapter") or draft.rows[0].line.text == label.key) and is_short(draft, margin):
            part += 1
        elif label.kind in ("number", "bare"):
            before = drafts[i - 1] if i else None
            over = before is None or before.closed or _MARKED.search(before.text) is not None
            follows = over or is_short(drafts[i - 1], margin) or _ends_preamble(drafts, i)
            numbers.append(_Number(i, int(label.key), not is_short(draft, margin), follows, part, above))
    return numbers


def _ends_preamble(drafts: list[Draft], i: int) -> bool:
    """Whether a draft stands after the last paragraph of a preamble, which ends with a comma."""
    before, first = drafts[i - 1], drafts[i - 2] if i > 1 else drafts[i - 1]
    return is_preambular(before.text) or (before.label is None and before.text[-1] in "，," and is_preambular(first.text))


def _role(numbers: list[_Number], k: int, counter: int, nested: int, heading: int) -> Role:  # noqa: PLR0911  # one case a line
    number = numbers[k]
    if number.value == counter + 1:
        if _comes_again(numbers, k, counter):
            return "item" if number.text and nested and number.value == nested + 1 else "heading" if not number.text else "none"
        return "paragraph" if number.text or not number.follows else "heading" if number.value == 1 and counter == 0 else "paragraph"
    if not number.follows:
        return "none"
    if not number.text:
        return "heading" if number.value == 1 or 0 < number.value - heading < 3 or counter == 0 else "none"
    if nested and number.value == nested + 1:
        return "item"
    continued = any(n.text and n.value == number.value + 1 for n in numbers[k + 1 : k + 20])
    reach = counter + (30 if continued else 3)  # a converter may lose a number
    if counter < number.value <= reach or (counter == 0 and number.value > 1):  # an excerpt may begin anywhere
        return "paragraph"
    if number.value == 1:
        return "item" if _resumes(numbers, k, counter) else "restart"
    return "none"


def _comes_again(numbers: list[_Number], k: int, counter: int) -> bool:
    """Whether the next paragraph's number comes again before the one after it: then this is not that paragraph."""
    for number in numbers[k + 1 : k + _AHEAD]:
        if number.part != numbers[k].part:
            return False
        if number.text and number.value == 1:
            return False  # there another count begins
        if number.text and number.value in (counter + 1, counter + 2):
            return number.value == counter + 1
    return False


def _resumes(numbers: list[_Number], k: int, counter: int, *, listed: bool = False) -> bool:
    """Whether the count goes on after a list numbered 1, 2, 3 inside a paragraph; `listed`: by a number that is not the list's next."""
    if counter == 0:
        return False
    last = numbers[k].value
    for number in numbers[k + 1 : k + _AHEAD]:
        if number.part != numbers[k].part:
            return False
        if listed and number.value == last + 1:
            last = number.value
        elif number.value == counter + 1 and number.text:
            return True
    return False


def _heads(drafts: list[Draft], place: int) -> bool:
    """Whether something stands under a heading: the next draft is text or a deeper heading, not its sibling."""
    after = drafts[place + 1] if place + 1 < len(drafts) else None
    if after is None:
        return False
    label, own = after.label, drafts[place].label
    if label is None or own is None or label.kind != own.kind:
        return True
    return after.closed or int(label.key) != int(own.key) + 1
