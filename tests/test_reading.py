"""What is asked of a text again and again is answered by short cuts: each gives what the long way would."""

from __future__ import annotations

import copy
import pickle
import re
import sys
from typing import Final

import pytest
import specimens
from hypothesis import given
from hypothesis import strategies as st

import unodc_report
from unodc_report.chinese.characters import fold
from unodc_report.data.names import names
from unodc_report.entities import dates, heads
from unodc_report.entities.dates import openings
from unodc_report.entities.organizations import heads as organization_heads
from unodc_report.lexicon import Lexicon
from unodc_report.models.document import SourceMap
from unodc_report.reading import Taken

LAYERS: Final = [f"layer {n}" for n in range(19)]  # of three planes
SPANS: Final = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda span: (span[0], span[0] + span[1]))
REPORTS: Final = [fold(specimens.raw(name, "word")) for name in specimens.SPECIMENS]


@given(st.lists(st.tuples(st.sampled_from(LAYERS), SPANS), max_size=30), SPANS, st.lists(st.sampled_from(LAYERS), min_size=1, max_size=4))
def test_layers_keep_apart_what_they_cover(added: list[tuple[str, tuple[int, int]]], asked: tuple[int, int], layers: list[str]) -> None:
    taken, cells = Taken(20), {layer: set[int]() for layer in LAYERS}
    for k, (layer, span) in enumerate(added):
        if k == len(added) // 2:
            taken.overlaps(*asked, *layers)  # an answer given before a layer is there must not outlive it
        taken.add(layer, *span)
        cells[layer].update(range(*span))
    within = set(range(*asked))
    assert taken.overlaps(*asked, *layers) is any(within & cells[layer] for layer in layers)
    assert taken.covers(*asked, layers[0]) is (within <= cells[layers[0]])
    assert taken.end(asked[0]) == next(n for n in range(asked[0], 21) if not any(n in marked for marked in cells.values()))


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 4)), min_size=1, max_size=8), st.data())
def test_spans_in_order_lead_back_as_each_alone_does(runs: list[tuple[int, int]], data: st.DataObject) -> None:
    clean, raw, length, position = [], [], 0, 0
    for kept, left_out in runs:
        clean.append(length)
        raw.append(position + left_out)
        length, position = length + kept, position + left_out + kept
    document = SourceMap(tuple(clean), tuple(raw), length)
    starts = sorted(data.draw(st.lists(st.integers(0, length - 1), max_size=12)))
    spans = [(start, data.draw(st.integers(start + 1, length))) for start in starts]
    assert list(document.raw_spans(spans)) == [document.raw_span(*span) for span in spans]


def test_a_text_without_runs_leads_back_to_itself() -> None:
    assert list(SourceMap((), (), 0).raw_spans([(0, 2)])) == [(0, 2)]


PIECES: Final = ["20", "19", "15", "1998", "2003", "年", "月", "日", "3", "12", "至", "-", "、", "和", "以及", "世纪", "年代", "二〇〇三", "一九", "十", "五", "底", "初", "第", "两年期",
                 "财政年度", "终了", "季度", "一", "/", ".", " ", "]", "以来"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_rows_that_are_not_tried_could_not_have_matched(text: str) -> None:
    chinese = [rule for rule in dates.RULES if rule.id in openings._BEHIND_A_YEAR]  # noqa: SLF001
    tried = openings.Openings(chinese)
    for opening in openings.OPENING.finditer(text):
        assert [rule.id for rule in chinese if rule.pattern.match(text, opening.start())] == [
            rule.id for rule in tried.rows(text, opening) if rule.pattern.match(text, opening.start())
        ]


@pytest.mark.parametrize("text", REPORTS, ids=specimens.SPECIMENS)
def test_closings_that_are_dropped_early_have_no_head(text: str) -> None:
    dropped = 0
    for head in organization_heads.HEADS:
        if head.lasts:
            found = list(heads.heads(head.words, head.closing, head.lasts).find(text))
            assert found == list(heads.heads(head.words, head.closing).find(text))
            dropped += len(re.findall(head.closing, text)) - len(found)
    assert dropped > 0


HEAD_WORDS: Final = sorted({word for head in organization_heads.HEADS if head.ends for word in re.findall(r"[\u4e00-\u9fff]{2,}", head.words)})


@given(st.lists(st.sampled_from([*HEAD_WORDS, *(f"{word}{tail}" for word in HEAD_WORDS for tail in ("分庭", "长", "士"))]), max_size=6).map("的".join))
def test_heads_that_are_words_are_found_as_their_patterns_find_them(text: str) -> None:
    rows = organization_heads._BY_END.items()  # noqa: SLF001
    patterns = [re.compile(head.words) for head in organization_heads.HEADS]
    by_pattern = {end: tuple(organization_heads.Ending(row.rank, pattern=patterns[row.rank]) for row in ending) for end, ending in rows}
    found = list(organization_heads.find_ends(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(organization_heads, "_BY_END", by_pattern)
        assert found == list(organization_heads.find_ends(text))


def test_the_lexicon_finds_the_same_before_and_after_it_makes_its_automaton() -> None:
    pytest.importorskip("ahocorasick_rs", reason="the extra `fast` is not installed")
    either, short = Lexicon(tuple(names())), REPORTS[0][:2000]
    before = either.find(short)
    assert sum(map(len, before.values())) > 20
    either.find(REPORTS[0] * 10)
    assert either.find(short) == before


def test_mentions_that_share_the_names_of_their_fields_are_whole() -> None:
    one, other = unodc_report.extract("法国缉获106吨可卡因，德国缉获3吨。")[:2]
    assert list(vars(one)) == list(type(one).model_fields)
    assert sys.getsizeof(vars(one)) < sys.getsizeof(dict(vars(one)))
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == type(one).model_validate(one.model_dump()) == one != other  # noqa: S301
