"""Words: cut as jieba cuts them from the same dictionary, with no trace of jieba in the process."""

from __future__ import annotations

import subprocess
import sys
import warnings

from hypothesis import given
from hypothesis import strategies as st

from unodc_report.chinese.words import Segmenter
from unodc_report.data.lexemes import lexemes

LEXEMES = lexemes()
SEGMENTER = Segmenter(LEXEMES, {})
OWN = {"从业人员": "n", "青年": "t"}


def test_cuts_as_the_tokenizer_of_the_dictionary_cuts() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba import Tokenizer
    tokenizer = Tokenizer()
    known = LEXEMES
    frequencies = dict(zip(known.words, known.counts, strict=True))
    tokenizer.total, tokenizer.initialized = sum(frequencies.values()), True
    for word in tuple(frequencies):
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    tokenizer.FREQ = frequencies
    for text in ("为一万五千名青年和一千二百名教练提供了培训", "各国政府加强了打击跨国有组织犯罪的能力", "缉获量在过去十年中增加了三倍", "研究生命起源"):
        assert [word for word, _ in SEGMENTER.cut(text)] == list(tokenizer.cut(text, HMM=False))


@given(st.text(alphabet="的了和培训人员国家委员会提供援助缉获一二三，。 aA1", max_size=40))
def test_words_leave_no_gap(text: str) -> None:
    assert "".join(word for word, _ in SEGMENTER.cut(text)) == text


def test_the_table_is_in_the_order_in_which_words_are_looked_up() -> None:
    assert list(LEXEMES.words) == sorted(LEXEMES.words)


@given(st.lists(st.sampled_from(["为青年提供了培训", "缉获量增加了三倍", "从业人员", "国家委员会", "业", ""]), max_size=4))
def test_what_was_cut_before_changes_nothing(texts: list[str]) -> None:
    worn = Segmenter(LEXEMES, OWN)
    for text in texts:
        assert worn.cut(text) == Segmenter(LEXEMES, OWN).cut(text)


def test_own_words_are_not_cut_apart_and_carry_their_tag() -> None:
    words = Segmenter(LEXEMES, {"受审议缔约国": "n"}).cut("建议受审议缔约国加强能力")
    assert ("受审议缔约国", "n") in words


def test_nothing_of_the_tokenizer_is_loaded() -> None:
    code = "import sys; from unodc_report import extract; extract('缉获106吨可卡因'); print('jieba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
