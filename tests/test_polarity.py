"""The polarity of an observation: whether the text denies what was done."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import unodc_report as ur
from unodc_report.cli import cli
from unodc_report.display.values import deed


def polarities(text: str) -> list[tuple[str | None, str | None]]:
    return [(seen.action, seen.polarity) for seen in ur.parse(text).observations]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("14个会员国未参加表决。", "参加"),
        ("230万名儿童无法上学。", "上学"),
        ("约5 000人未能及时撤离。", "撤离"),
        ("25万名儿童得不到教育。", "教育"),
        ("有61个会员国未足额缴款。", "缴款"),
        ("委员会宣布9项来文不予受理。", "受理"),
        ("该国政府未批准其中9架次的救援飞行。", "批准"),
        ("尚未加入公约的国家有10个。", "加入"),
        ("有12个国家不再适用死刑。", "适用"),
        ("该署未向3 000名难民提供充分的援助。", "援助"),
        ("15名工作人员没有被遣返。", "遣返"),
    ],
)
def test_what_is_denied_is_negative(text: str, action: str) -> None:
    assert polarities(text) == [(action, "negative")]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("14个会员国参加了表决。", "参加"),
        ("另有10个国家已签署但尚未批准。", "签署"),
        ("三架飞机未经许可飞越领海。", "飞越"),
        ("警方不断缉获海洛因25公斤。", "缉获"),
        ("没有援助的话，25万人将挨饿。", "挨饿"),
        ("缉获了不到25公斤的海洛因。", "缉获"),
        ("未成年人25人获救。", "获救"),
        ("该司没有办公楼，但培训了25名法官。", "培训"),
        ("未执行的37项建议已转交该司。", "转交"),
    ],
)
def test_what_stands_in_another_clause_or_modifier_denies_nothing(text: str, action: str) -> None:
    assert polarities(text) == [(action, "positive")]


def test_a_figure_without_an_action_has_no_polarity() -> None:
    assert polarities("其中未经处理的占40%。") == [(None, None)]


def test_what_is_taken_over_is_taken_over_with_its_polarity() -> None:
    assert polarities("1 200万儿童没有上学，其中女童700万。") == [("上学", "negative"), ("上学", "negative")]


def test_each_figure_of_a_list_has_its_own() -> None:
    assert polarities("24项建议已执行，10项正在执行，3项未执行。") == [("执行", "positive"), ("执行", "positive"), ("执行", "negative")]


def test_what_is_denied_is_shown_as_denied() -> None:
    (seen,) = ur.parse("14个会员国未参加表决。").observations
    assert deed(seen) == ("not 参加", "not attend")
    assert "not 参加" in ur.parse("14个会员国未参加表决。").to_html()
    assert seen.row()["polarity"] == "negative"


def test_the_terminal_shows_it_in_eighty_columns(tmp_path: Path) -> None:
    path = tmp_path / "votes.txt"
    path.write_text("一. 表决\n\n1. 2020年，有14个会员国未参加表决。\n", encoding="utf-8")
    assert "not 参加" in CliRunner().invoke(cli, ["show", str(path)], env={"COLUMNS": "80"}).output
