"""What several tests share: a passage and a small report that hold every type of mention."""

from __future__ import annotations

from typing import Final

import pytest

PASSAGE: Final = (
    "大会第75/196号决议请联合国毒品和犯罪问题办公室支持非洲会员国。自2020年3月以来，该办公室在哥伦比亚和维也纳培训了约250多名检察官，"
    "缉获106吨可卡因，见上文第24段、第三十届会议的报告、《联合国反腐败公约》和题为《毒品调查手册》的出版物。"
    "这有助于实现可持续发展目标16（www.unodc.org/sdgs）。"
)

REPORT: Final = f"""秘书长的报告

一. 导言

1. {PASSAGE}

2. 截至 2021 年 5 月，尼日尔有 3,500 名儿童受益。

二. 结论

3. 尼日利亚政府培训了 40 名法官。
"""


@pytest.fixture
def passage() -> str:
    """A sentence or two with a mention of every type."""
    return PASSAGE


@pytest.fixture
def report_text() -> str:
    """A small report: a title line, two headings, three numbered paragraphs."""
    return REPORT
