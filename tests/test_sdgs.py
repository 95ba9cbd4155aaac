"""Sustainable Development Goals, and goals that are none of them."""

from __future__ import annotations

import pytest

import unodc_report as ur


def goals(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.goal) for m in ur.extract(text) if m.type == "sdg"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("可持续发展目标 11 和 16", [("目标11", "11"), ("16", "16")]),
        ("可持续发展目标3、5、16和17", [("目标3", "3"), ("5", "5"), ("16", "16"), ("17", "17")]),
        ("可持续发展目标5和16个国家", [("目标5", "5")]),
        ("具体目标 16.4", [("16.4", "16.4")]),
        ("目标3.3必须列出指标", [("目标3.3", "3.3")]),
        ("可持续发展目标，尤其是目标16和具体目标16.a", [("目标16", "16"), ("16.a", "16.a")]),
        ("可持续发展目标1至6", [("目标1至6", "1-6")]),
        ("从千年发展目标到目标5（性别平等）", [("目标5", "5")]),
    ],
)
def test_goals(text: str, found: list[tuple[str, str]]) -> None:
    assert goals(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "千年发展目标4和5",
        "战略目标2",
        "目标16",
        "可持续发展目标18",
        "目标3.14",
        "可持续发展目标2030年",
        "从千年发展目标到目标5",
        "目标10 000人",
        "可持续发展目标列入战略目标2",
        "目标4的进展表明，千年发展目标和可持续发展目标有联系",
    ],
)
def test_other_goals(text: str) -> None:
    assert goals(text) == []


def test_goals_are_told_by_their_own_paragraph() -> None:
    text = "本文件分为两部分。\n\n可持续发展目标很重要，例如目标3。\n\n本方案的目标5是提高效率。\n"
    assert [m.text for m in ur.parse(text).mentions if m.type == "sdg"] == ["目标3"]
