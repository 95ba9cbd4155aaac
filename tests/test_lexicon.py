"""The lexicon: what it finds, and that both ways of searching find the same."""

from __future__ import annotations

from typing import Final

import pytest
import specimens
from hypothesis import given
from hypothesis import strategies as st

from unodc_report.chinese.characters import fold
from unodc_report.data.names import names
from unodc_report.lexicon import Lexicon, Name

pytest.importorskip("ahocorasick_rs", reason="the extra `fast` is not installed")

ALL: Final = tuple(names())
PLAIN, COMPILED = Lexicon(ALL, compiled=False), Lexicon(ALL, compiled=True)
FEW: Final = [Name(text, kind, "") for kind in ("organization", "trap") for text in ("国家", "国家安全", "安全局", "WHO", "WHO总部", "联合国", "联合国大会", "大会")]


@pytest.mark.parametrize("name", specimens.SPECIMENS)
def test_both_searches_find_the_same_in_a_report(name: str) -> None:
    text = fold(specimens.raw(name, "word"))
    found = PLAIN.find(text)
    assert len(found["country"]) > 10
    assert COMPILED.find(text) == found


@given(st.text(alphabet="国家安全局联合大会WHO总部 A1\ud800\U0001f600，", max_size=60))
def test_both_searches_find_the_same_in_any_text(text: str) -> None:
    assert Lexicon(FEW, compiled=True).find(text) == Lexicon(FEW, compiled=False).find(text)


@pytest.mark.parametrize("compiled", [False, True])
def test_the_longest_name_holds_and_latin_names_are_words(compiled: bool) -> None:
    lexicon = Lexicon(FEW, compiled=compiled)
    found = lexicon.find("联合国大会和WHO、WHOLE、WHO总部，国家安全局")
    assert [hit.name.text for hit in found["organization"]] == ["联合国大会", "WHO", "WHO总部", "国家安全"]


def test_stretches_of_a_long_text_hide_no_name() -> None:
    text = "无名" * 32_767 + "甲联合国大会"
    assert [(hit.start, hit.name.text) for hit in Lexicon(FEW, compiled=False).find(text)["organization"]] == [(65_535, "联合国大会")]
