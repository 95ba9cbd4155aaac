"""Publications: titles in 《…》 that name no instrument, and titles in quotes after a word for a work."""

from __future__ import annotations

import pytest

import unodc_report as ur


def titles(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.title) for m in ur.extract(text) if m.type == "publication"]


@pytest.mark.parametrize(
    ("text", "surface", "title"),
    [
        ("出版了《世界毒品问题报告》", "《世界毒品问题报告》", "世界毒品问题报告"),
        ("《沉默的代价：监狱研究》", "《沉默的代价：监狱研究》", "沉默的代价：监狱研究"),
        ("发表了题为“共同安全”的研究报告", "“共同安全”", "共同安全"),
        ("编写了一份指导说明，题为“法院与疫情”。", "“法院与疫情”", "法院与疫情"),
        ("手册“狱警培训入门”", "“狱警培训入门”", "狱警培训入门"),
    ],
)
def test_works(text: str, surface: str, title: str) -> None:
    assert titles(text) == [(surface, title)]


@pytest.mark.parametrize(
    "text",
    [
        "题为“预防犯罪”的议程项目", "题为“打击腐败的措施”的决议草案", "主题为“青年与法治”的报告", "“快乐锻炼”培训方案", "《反腐败公约》", "《民法典》", "《机场项目》",
        "这些报告“令人信服地证实了”", "举办题为“数据与司法”的会议",
    ],
)  # fmt: skip
def test_what_is_no_publication(text: str) -> None:
    assert titles(text) == []


def test_a_title_goes_on_a_list_of_works_only_where_it_stands_next_in_it() -> None:
    assert [title for _, title in titles("手册“狱警培训入门”和“法院入门”已经印发。校长提到“快乐锻炼”。")] == ["狱警培训入门", "法院入门"]
