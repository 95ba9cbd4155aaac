"""What the property tests and the fuzzing share: texts made of the pieces of reports, and what must hold of any text."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Final

from hypothesis import strategies as st

from unodc_report import ReadingError, Report, extract, parse, to_country, to_date, to_number, to_symbol
from unodc_report.chinese.characters import SPACE, well_formed
from unodc_report.data.tables import rows
from unodc_report.models.mentions import Mention

EXAMPLES: Final = int(os.environ.get("EXAMPLES", "0"))
"""How many texts a night's run tries in each of its properties; 0 for the few thousand of every day, which are always the same."""

_SPACE: Final = re.compile(f"[{SPACE}]+")


def _some(table: str, *columns: str) -> tuple[str, ...]:
    """Some two dozen names of a table, from all over it."""
    names = [name for row in rows(table, *columns) for column in columns for name in row[column].split("|") if name]
    return tuple(names[:: max(1, len(names) // 24)])


NAMES: Final = (
    *_some("countries", "zh", "zh_formal"), *_some("organizations", "zh_full", "zh_short", "acronym"), *_some("regions", "name"), *_some("places", "name"),
    *_some("treaties", "zh_title", "zh_short"), *_some("drugs", "zh"), *_some("programmes", "zh"), *_some("diseases", "zh"), *_some("traps", "text"), *_some("words", "zh"),
)  # fmt: skip
NUMERALS: Final = (
    *"0123456789０５一二两三四五六七八九十百千万亿兆零〇半几数多余", "16", "250", "2,300,000", "17 186", "3.5", "1/2", "-", "至", "到", "约", "近", "超过", "至少", "不到", "以上", "左右", "%", "％",
    "百分之", "分之", "倍", "成", "个", "名", "人", "吨", "公斤", "公顷", "美元", "万美元", "个百分点", "年", "小时", "第", "其中", "增加", "减少", "了", "增至", "培训了", "缉获", "来自",
)  # fmt: skip
DATES: Final = (
    "2020年", "1978年", "2021年3月7日", "2月30日", "3月", "7日", "12日", "31日", "2021-2025年", "自", "截至", "以来", "年底", "下半年", "第一季度", "同年", "上旬", "两年期", "2020/21年",
    "12 March 2019", "2020-03-07", "二〇一九年", "星期三", "期间", "之前", "XXXX", "XXXX-03/..",
)  # fmt: skip
SYMBOLS: Final = (
    "第75/196号决议", "第74/550 B号决定", "第2396 (2017)号", "第53/111和", "A/RES/75/196", "E/2021/30-E/CN.15/2021/17", "A/76/122", "S/PV.8765", "A/", "/Add.1", "/Corr.2", "(2017)", "号", "决议",
    "CTOC/COP/2020/10", "CAC/COSP/RES/8/9", "见上文第24段", "第51-55段", "第三十一条第三款", "附件二", "图三", "表2", "同上", "目标11和16", "可持续发展", "具体目标16.4", "www.unodc.org/x", "https://undocs.org/ch/A/76/122",
)  # fmt: skip
TITLES: Final = (
    "《", "》", "《公约》", "《联合国打击跨国有组织犯罪公约》", "《2030年可持续发展议程》", "〈", "〉", "“", "”", '"', "（", "）", "(", ")", "题为", "出版物", "以下简称", "（以下简称“", "”）", "第三十届会议", "第一次续会",
    "大会", "委员会", "工作组", "会议", "缔约方会议", "公约", "议定书", "宣言", "政府", "办公室", "国家", "地区", "市", "省", "州", "难民营", "，", "、", "。", "；", "：", "和", "以及", "与", "的", "在", "·",
)  # fmt: skip
LINES: Final = (
    "\n", "\n\n", "\r\n", "\f", "\u2028", "\t", " ", "　", "1. ", "2. ", "12.", "(a) ", "（一）", "一. ", "二、", "A. ", "摘要\n", "目录\n", "附件\n", "联合国\n", "Distr.: General\n", "12 March 2019\n", "秘书长的报告\n",
    "____________\n", "1 见第三章。\n", "* A/76/50。\n", "A/76/122\n", "7/18 V.21-04921\n", "¹", "[1]", "*", "。1", "V.21-04921 (C)", "资料来源：", "表1\n", "图1. ", "……", "• ",
)  # fmt: skip
ODD: Final = ("\ud800", "\udfff", "\0", "\u0301", "\u200f", "\u202e", "\ue000", "\U0010ffff", "\u00ad", "\u200b", "\ufeff", "𠀀", "\u3000", "²", "Ⅷ", "㎏", "①", "٣", "۴", "߁", "İ", "ß")

PIECES: Final = st.sampled_from((*NUMERALS, *DATES, *SYMBOLS, *TITLES, *LINES, *NAMES, *ODD))
TEXTS: Final = st.one_of(
    st.lists(PIECES, max_size=30).map("".join),
    st.lists(st.one_of(PIECES, PIECES, PIECES, st.text(max_size=4)), max_size=30).map("".join),
    st.lists(st.sampled_from((*NUMERALS, *DATES)), max_size=14).map("".join),
    st.lists(st.sampled_from((*SYMBOLS, *TITLES)), max_size=14).map("".join),
    st.text(max_size=40),
)


def check_passage(text: str) -> None:
    """What holds of the mentions of any passage."""
    mentions = extract(text)
    raw = well_formed(text)
    for mention in mentions:
        assert 0 <= mention.raw_start < mention.raw_end <= len(raw)
        assert _SPACE.sub("", raw[mention.raw_start : mention.raw_end]) == _SPACE.sub("", mention.text)
        json.dumps(mention.row(), ensure_ascii=False).encode()
    check_layers(mentions)


def check_report(text: str) -> None:
    """What holds of a report made of any text."""
    report, raw = parse(text), well_formed(text)
    for mention in report.mentions:
        assert 0 <= mention.start < mention.end <= len(report.text)
        assert report.text[mention.start : mention.end] == mention.text
        assert 0 <= mention.raw_start < mention.raw_end <= len(raw)
        surface = raw[mention.raw_start : mention.raw_end]
        assert surface[0] == mention.text[0]
        assert surface[-1] == mention.text[-1]
        assert is_subsequence(mention.text.replace(" ", ""), surface)
        assert mention.paragraph is None or any(block.id == mention.paragraph for block in report.blocks)
        assert str(report.explain(mention))
    check_layers(report.mentions)
    check_observations(report)
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert parse(text) == report


def check_layers(mentions: Iterable[Mention]) -> None:
    """Mentions stand in the order of the text, and two of one type never overlap."""
    last = (-1, 0)
    layers: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        assert (mention.start, -mention.end) >= last
        last = mention.start, -mention.end
        layers[mention.type].append(mention)
    for layer in layers.values():
        assert all(one.end <= other.start for one, other in pairwise(layer))


def check_observations(report: Report) -> None:
    """Each observation is of a quantity of the report; what its slots say stands where they say."""
    quantities = report.quantities
    for observation in report.observations:
        assert observation.quantity in quantities
        assert observation.sentence in report.text
        assert all(0 <= start < end <= len(report.text) for start, end in observation.spans.values())
        for slot in {"item", "action", "programme"} & set(observation.spans):
            start, end = observation.spans[slot]
            assert report.text[start:end] == getattr(observation, slot)
        json.dumps(observation.row(), ensure_ascii=False).encode()


def check_values(text: str) -> None:
    """A normaliser gives a value or says where it stopped."""
    for normalise in (to_number, to_date, to_country, to_symbol):
        with suppress(ReadingError):
            assert normalise(text) is not None


def is_subsequence(characters: Sequence[str], text: str) -> bool:
    """Whether the characters stand in the text in this order."""
    rest = iter(text)
    return all(character in rest for character in characters)
