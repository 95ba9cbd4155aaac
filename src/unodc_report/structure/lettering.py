"""Items of lists by their neighbours: which stand in one list, and whether (i), (v), (x) are letters or Roman numerals."""

from __future__ import annotations

from collections.abc import Sequence

from unodc_report.layout.drafts import Draft
from unodc_report.layout.labels import Label, roman


def are_siblings(drafts: list[Draft], i: int, k: int) -> bool:
    """Whether two drafts next to each other are items (a), (b) of one list, rather than headings."""
    if i < 0 or k >= len(drafts):
        return False
    a, b = drafts[i].label, drafts[k].label
    if a is None or b is None or a.kind != b.kind or (drafts[i].closed != drafts[k].closed and not drafts[i].closed):
        return False
    return a.key != b.key


def letter_kind(drafts: list[Draft], i: int, label: Label) -> str:
    """`a` or `i`: whether (i), (v), (x) are letters or Roman numerals, by what stands before and after."""
    if label.kind == "parencjk":
        return "cjk"
    value = roman(label.key)
    if value is None:
        return "a"
    before = _label_key(drafts, range(i - 1, max(-1, i - 60), -1))
    after = _label_key(drafts, range(i + 1, min(len(drafts), i + 60)))
    next_letter = len(label.key) == 1 and before is not None and len(before) == 1 and ord(before) + 1 == ord(label.key)
    if after is not None and roman(after) == value + 1 and not (next_letter and ord(after[0]) == ord(label.key) + 1):
        return "i"
    if next_letter and not drafts[i - 1].text.endswith(("：", ":")):
        return "a"
    return "i" if value == 1 or (before is not None and roman(before) == value - 1) or len(label.key) > 1 else "a"


def _label_key(drafts: Sequence[Draft], places: range) -> str | None:
    for k in places:
        label = drafts[k].label
        if label is not None and label.kind == "paren":
            return label.key
    return None
