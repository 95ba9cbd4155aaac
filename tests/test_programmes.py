"""Programmes, initiatives, mechanisms and networks: by name, in quotes, by shape."""

from __future__ import annotations

import pytest

import unodc_report as ur


def programmes(text: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.name, m.kind) for m in ur.extract(text) if m.type == "programme"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("毒品问题国别方案和打击海盗全球方案", [("毒品问题国别方案", "programme"), ("打击海盗全球方案", "programme")]),
        ("设立了边境联合监测机制的工作", [("边境联合监测机制", "mechanism")]),
        ("东南亚司法网络和西非司法合作网络的成员", [("东南亚司法网络", "network"), ("西非司法合作网络", "network")]),
        ("加入光明前途倡议", [("光明前途倡议", "initiative")]),
        ("聚光灯倡议", [("聚光灯倡议", "initiative")]),
        ("清洁城市举措", [("清洁城市举措", "initiative")]),
        ("该区域网络和东南亚司法网络", [("东南亚司法网络", "network")]),
    ],
)
def test_programmes_by_shape(text: str, found: list[tuple[str, str]]) -> None:
    assert [(name, kind) for _, name, kind in programmes(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("支持“海上犯罪”全球方案", [("“海上犯罪”全球方案", "“海上犯罪”全球方案", "programme")]),
        ("根据“清澈河流倡议”制定准则", [("清澈河流倡议", "清澈河流倡议", "initiative")]),
        ("根据《清洁水源倡议》", [("《清洁水源倡议》", "清洁水源倡议", "initiative")]),
        ("通过《全球港口方案》开展评估", [("《全球港口方案》", "全球港口方案", "programme")]),
    ],
)
def test_the_name_is_as_written(text: str, found: list[tuple[str, str, str]]) -> None:
    assert programmes(text) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("执行扩大免疫规划的国家", ["扩大免疫规划"]), ("各国应扩大免疫规划", []), ("国家继续扩大免疫规划", []),
        ("参加增强综合框架的国家", ["增强综合框架"]), ("评估增强综合框架的效力", []), ("进一步增强综合框架", []),
    ],
)  # fmt: skip
def test_a_name_that_opens_with_a_verb_is_none_where_the_verb_is_one(text: str, names: list[str]) -> None:
    assert [name for _, name, _ in programmes(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "阿富汗塔利班和哈卡尼网络策划袭击", "基地组织网络仍在活动", "利比亚沿海走私和贩运网络获利", "全国道路网络遭到破坏", "索马里全国电信网络瘫痪",
        "跨国有组织犯罪网络被捣毁", "系统“遭到”网络攻击",
    ],
)  # fmt: skip
def test_networks_of_criminals_and_of_wires_are_no_programmes(text: str) -> None:
    assert programmes(text) == []


@pytest.mark.parametrize(("text", "rule"), [("全球枪支方案", "programme.name"), ("打击海盗全球方案", "programme.shape"), ("“清澈河流倡议”", "programme.quoted")])
def test_what_found_a_programme(text: str, rule: str) -> None:
    assert [m.rule for m in ur.extract(text) if m.type == "programme"] == [rule]


@pytest.mark.parametrize("text", ["在该区域网络中", "设立区域方案", "社会网络", "国际倡议", "执行光明前途倡议者", "全球网络安全", "《东南亚司法网络的历史》"])
def test_what_is_no_programme(text: str) -> None:
    assert programmes(text) == []
