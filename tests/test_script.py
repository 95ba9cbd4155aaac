"""Reports that are not in simplified Chinese are told, and no others."""

from __future__ import annotations

import random
from typing import Final

import pytest
from specimens import LAYOUTS, SPECIMENS, raw

import unodc_report
from unodc_report.structure.script import script_notes

ENGLISH: Final = "1. The Commission on Narcotic Drugs, at its sixty-fourth session, adopted resolution 64/1 on the situation in Afghanistan.\n\n" * 20
TRADITIONAL: Final = "1. 聯合國毒品和犯罪問題辦公室協助會員國調查跨國有組織犯罪案件，並為執法人員舉辦培訓班。\n\n" * 20
SIMPLIFIED: Final = "1. 联合国毒品和犯罪问题办公室协助会员国调查跨国有组织犯罪案件，并为执法人员举办培训班。\n\n" * 20
MASTHEAD: Final = "United Nations 联合国\nGeneral Assembly 大会\nDistr.: General\n27 July 2021\nChinese\nOriginal: English\nSeventy-sixth session\n\n"
FIGURES: Final = "\n".join(f"表 {n}  {n * 37}  {n * 11.5:.1f}%  {n * 4096}  kg  USD" for n in range(300))


@pytest.mark.parametrize(("text", "told"), [(ENGLISH, "Chinese characters"), (TRADITIONAL, "traditional"), (MASTHEAD + ENGLISH, "Chinese characters"), (MASTHEAD + TRADITIONAL, "traditional")])
def test_another_script_is_told(text: str, told: str) -> None:
    (note,) = unodc_report.parse(text).notes
    assert told in note
    assert note in unodc_report.read(text.encode()).notes


@pytest.mark.parametrize("text", ["", "1. 2020", ENGLISH[:200], TRADITIONAL[:100], MASTHEAD, MASTHEAD + SIMPLIFIED, SIMPLIFIED + ENGLISH, ENGLISH + SIMPLIFIED, FIGURES, "1 234 567\n" * 500, "秘书長李喆、陳堃：" + SIMPLIFIED])
def test_short_and_mixed_texts_say_nothing(text: str) -> None:
    assert script_notes(text) == ()


@pytest.mark.parametrize("specimen", SPECIMENS)
def test_the_specimens_are_simplified_chinese(specimen: str) -> None:
    for layout in LAYOUTS:
        text = raw(specimen, layout)
        assert script_notes(text) == ()
        assert script_notes("".join(random.Random(0).sample(text, len(text)))) == ()  # noqa: S311  # no secret


def test_of_a_long_text_a_sample_is_looked_at() -> None:
    assert script_notes(SIMPLIFIED[:200] + ENGLISH * 40)
    assert script_notes(SIMPLIFIED * 40 + ENGLISH) == ()
