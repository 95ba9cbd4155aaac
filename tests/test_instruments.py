"""Instruments: titles, names without marks, and which treaty a bare title is."""

from __future__ import annotations

import pytest

import unodc_report as ur


def instruments(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.id) for m in ur.extract(text) if m.type == "instrument"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("《联合国打击跨国有组织犯罪公约》", "UNTOC"),
        ("《有组织犯罪公约》", "UNTOC"),
        ("《人口贩运议定书》", "Trafficking in Persons Protocol"),
        ("《关于推进预防犯罪、刑事司法和法治：实现〈2030年可持续发展议程〉的京都宣言》", "Kyoto Declaration"),
        ("《公民权利和政治权利国际公约》", "ICCPR"),
        ("《示范战略和实际措施》", None),
        ("《刑事诉讼法》", None),
        ("《亚的斯亚贝巴行动议程》", "AAAA"),
        ("《水俣公约》", None),
    ],
)
def test_titles(text: str, key: str | None) -> None:
    assert instruments(text) == [(text, key)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("执行2030年可持续发展议程", "2030年可持续发展议程"),
        ("2015年后发展议程", "2015年后发展议程"),
        ("依照安全理事会暂行议事规则第39条", "安全理事会暂行议事规则"),
        ("按照联合国工作人员条例第1.2条", "联合国工作人员条例"),
        ("按照该工作人员细则第101.2条", "工作人员细则"),
        ("经济及社会理事会职司委员会议事规则", "经济及社会理事会职司委员会议事规则"),
        ("通过了“安全、有序和正常移民全球契约”", "安全、有序和正常移民全球契约"),
    ],
)
def test_names_without_marks(text: str, found: str) -> None:
    assert [name for name, _ in instruments(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "《公约》缔约国会议", "《反腐败公约》实施情况审议机制", "执行多哈宣言全球方案", "依照公约第三条", "《全球毒品问题报告》", "《海上犯罪全球方案》", "委员会议事规则",
        "各项公约和议定书", "我们希望的未来属于青年",
    ],
)  # fmt: skip
def test_what_is_no_instrument(text: str) -> None:
    assert instruments(text) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("加入了《反腐败公约》，并依照《公约》提出请求", ["UNCAC", "UNCAC"]),
        ("《公约》第三条", [None]),
        ("《禁止酷刑公约》和《儿童权利公约》的缔约国。《公约》", ["CAT", "CRC", None]),
        ("《枪支议定书》。《公约》及其《议定书》", ["Firearms Protocol", None, "Firearms Protocol"]),
        ("《联合国海洋法公约》（《公约》）和《生物多样性公约》。《公约》规定", ["UNCLOS", "UNCLOS", "CBD", "UNCLOS"]),
        ("《反洗钱公约》缔约国。《公约》", [None, None]),
        ("《公约》先于《反腐败公约》", [None, "UNCAC"]),
    ],
)
def test_bare_titles(text: str, keys: list[str | None]) -> None:
    assert [key for _, key in instruments(text)] == keys


def test_an_id_from_the_context_says_so() -> None:
    bare = [m for m in ur.extract("《反腐败公约》生效后，《公约》") if m.text == "《公约》"]
    assert [m.inferred for m in bare] == [("id: the 公约 named before it",)]


def test_a_short_title_is_known_once_it_is_defined() -> None:
    text = "通过了《联合国打击跨国有组织犯罪公约》（《巴勒莫文书》）。《巴勒莫文书》"
    assert instruments(text)[-1] == ("《巴勒莫文书》", "UNTOC")
