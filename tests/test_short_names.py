"""Short names that a report defines: which brackets define one, and that they hold everywhere."""

from __future__ import annotations

import pytest

import unodc_report as ur
from unodc_report.context.short_names import stands_for


def bodies(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.id) for m in ur.extract(text) if m.type == "organization"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("国家禁毒协调委员会（禁毒委）表示，禁毒委", ("禁毒委", None)),
        ("联合国毒品和犯罪问题办公室（以下简称“毒罪办公室”）。毒罪办公室", ("毒罪办公室", "UNODC")),
        ("世界海关组织（WCO）与FIU。WCO", ("WCO", "WCO")),
        ("哥斯达黎加国家药物研究所（ICD）和ICD", ("ICD", None)),
        ("非洲恐怖主义问题研究中心（研究中心）。研究中心", ("研究中心", None)),
    ],
)
def test_a_defined_short_name_holds_everywhere(text: str, last: tuple[str, str | None]) -> None:
    found = bodies(text)
    assert found.count(last) == 2
    assert found[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "国际刑警组织（重点针对西非）。重点针对西非", "麻醉药品委员会（委员会）。委员会", "世界银行（2019年）。2019年", "大会（第75/196号决议）。第75/196号决议",
        "海关组织（法国）。法国", "联合国毒品和犯罪问题办公室（办公室）。办公室",
    ],
)  # fmt: skip
def test_a_gloss_defines_nothing(text: str) -> None:
    assert len(bodies(text)) == 1


def test_the_report_wins_over_the_tables() -> None:
    found = [m for m in ur.extract("乌拉圭国家卫生研究所（WHO）与WHO") if m.type == "organization" and m.text == "WHO"]
    assert [(m.id, m.rule) for m in found] == [(None, "organization.short_name")] * 2


def test_of_two_definitions_the_last_before_holds() -> None:
    text = "联合国人口基金（联基）。联基。联合国儿童基金会（联基）。联基"
    assert [key for name, key in bodies(text) if name == "联基"] == ["UNFPA", "UNFPA", "UNICEF", "UNICEF"]


def test_characters_must_stand_in_order() -> None:
    assert stands_for("禁化武组织", "禁止化学武器组织")
    assert not stands_for("武化禁组织", "禁止化学武器组织")
