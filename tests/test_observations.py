"""Observations: one row a construction, in sentences of our own."""

from __future__ import annotations

from typing import Any

import pytest

import unodc_report as ur
from unodc_report.models.mentions import Quantity

FOLLOWING = [
    ("缉获了106吨可卡因。", "106吨", {"item": "可卡因", "action": "缉获"}),
    ("共有32份执行摘要定稿。", "32份", {"item": "执行摘要", "action": "定稿"}),
    ("来自41个国家的专家与会。", "41个", {"item": "国家", "action": None}),
    ("举办了三个关于证人保护的区域间讲习班。", "三个", {"item": "关于证人保护的区域间讲习班", "action": "举办"}),
    ("委员会审议了45起缉毒案件，并商定了后续步骤。", "45起", {"item": "缉毒案件", "action": "审议"}),
    ("讨论会以六种语言进行。", "六种", {"item": "语言", "action": None}),
    ("60%的受访囚犯表示曾经吸毒。", "60%", {"item": "受访囚犯"}),
    ("警方逮捕了1,200多名嫌疑人。", "1,200多名", {"item": "嫌疑人", "action": "逮捕"}),
]

BEFORE = [
    ("该公约的缔约方已有187个。", "187个", {"item": "缔约方"}),
    ("财产犯罪案件数量减少了50%。", "50%", {"item": "财产犯罪案件数量", "action": "减少", "change": "decrease", "change_mode": "by"}),
    ("获释的人员达到700,000人。", "700,000人", {"item": None, "action": "获释"}),
    ("没收的资产逾50亿美元。", "50亿美元", {"item": "资产", "action": "没收"}),
]

BENEFICIARIES = [
    ("向84个国家提供了技术援助。", "84个", {"item": "国家", "action": "援助"}),
    ("对571名从业人员进行培训。", "571名", {"item": "从业人员", "action": "培训"}),
    ("支持18个缔约国修订法律。", "18个", {"item": "缔约国", "action": "支持"}),
    ("教材使150万名学生受益。", "150万名", {"item": "学生", "action": "受益"}),
    ("有80名检察官参加了活动。", "80名", {"item": "检察官", "action": "参加"}),
    ("450个工具被翻译成法文。", "450个", {"item": "工具", "action": "翻译"}),
]

COORDINATION = [
    ("为15,000名青年和1,200名教官和教练提供了培训。", "15,000名", {"item": "青年", "action": "培训"}),
    ("为15,000名青年和1,200名教官和教练提供了培训。", "1,200名", {"item": "教官和教练", "action": "培训"}),
    ("通过了16项法律和9项政策。", "9项", {"item": "政策", "action": "通过"}),
    ("在埃及、约旦和摩洛哥，办公室培训了90名法官。", "90名", {"where": ("EGY", "JOR", "MAR")}),
    ("袭击导致17名平民丧生，其中包括6名儿童。", "6名", {"item": "儿童", "action": "丧生", "relation": "part_of"}),
]

SCOPE = [
    ("2021年，毒品和犯罪问题办公室在越南培训了127名检察官。", "127名", {"where": ("VNM",), "when": "2021"}),
    ("截至2021年5月，已有65个法域采用该标准。", "65个", {"when": "../2021-05"}),
    ("向非洲和亚洲的20多个会员国提供援助。", "20多个", {"where": ("非洲", "亚洲"), "action": "援助"}),
    ("该机构设在日内瓦。它培训了30名法官。", "30名", {"where": (), "when": None}),
    ("2019年举行了选举。其间，共逮捕了45名嫌疑人。", "45名", {"when": "2019", "action": "逮捕"}),
    ("2019年举行了选举。警方逮捕了45名嫌疑人。", "45名", {"when": None}),
]

CHANGES = [
    ("缉获量增加了3倍。", "3倍", {"change": "increase", "change_mode": "by"}),
    ("缉获量增加到3倍。", "3倍", {"change": "increase", "change_mode": "to"}),
    ("失业率下降至12%。", "12%", {"change": "decrease", "change_mode": "to"}),
    ("死亡人数为12人。", "12人", {"change": None, "change_mode": None}),
]


def _quantity(text: str, surface: str) -> Quantity:
    return next(m for m in ur.extract(text) if isinstance(m, Quantity) and "".join(m.text.split()) == surface)


@pytest.mark.parametrize(("text", "surface", "slots"), FOLLOWING + BEFORE + BENEFICIARIES + COORDINATION + SCOPE + CHANGES)
def test_the_slots_of_a_figure(text: str, surface: str, slots: dict[str, Any]) -> None:
    quantity = _quantity(text, surface)
    assert {name: getattr(quantity, name) for name in slots} == slots


def test_status_of_a_treaty_has_the_instrument_as_its_subject() -> None:
    report = ur.parse("一. 现状\n\n1. 截至 2021 年 5 月，《联合国反腐败公约》已有 187 个缔约方。\n")
    (observation,) = report.observations
    assert (observation.instrument, observation.as_of, observation.item) == ("UNCAC", "2021-05", "缔约方")


def test_an_observation_names_its_actor_and_labels_its_words() -> None:
    report = ur.parse("一. 活动\n\n1. 2020 年，毒品和犯罪问题办公室在秘鲁培训了 30 名检察官。\n\n2. 办公室还培训了 12 名法官。\n")
    first, second = report.observations
    assert (first.actor, first.action_en, first.action_class, first.item_en) == ("UNODC", "train", "train", "prosecutors")
    assert second.actor == "UNODC"
    assert any(note.startswith("actor") for note in second.inferred)


def test_a_part_points_at_the_figure_that_it_is_part_of() -> None:
    text = "袭击导致 17 名平民丧生，其中包括 6 名儿童。"
    part = _quantity(text, "6名")
    assert part.related is not None
    assert "".join(text[slice(*part.related)].split()) == "17名"


def test_slots_lie_where_their_spans_say() -> None:
    report = ur.parse("一. 活动\n\n1. 2020 年，毒品和犯罪问题办公室在秘鲁培训了 30 名检察官。\n")
    (observation,) = report.observations
    assert {slot: report.text[slice(*span)] for slot, span in observation.spans.items()} == {
        "item": "检察官",
        "action": "培训",
        "when": "2020年",
        "where": "秘鲁",
        "actor": "毒品和犯罪问题办公室",
    }


@pytest.mark.parametrize(
    ("text", "surface", "slots"),
    [
        ("空袭炸伤平民766人。", "766人", {"item": "平民", "action": "炸伤"}),
        ("信托基金已收到捐款136 000美元。", "136 000美元", {"item": "捐款", "action": "收到"}),
        ("总体利用率为82%。", "82%", {"item": "总体利用率", "action": None}),
        ("城市人口的三分之一使用该设施。", "三分之一", {"item": "城市人口", "relation": "share_of"}),
        ("其中规定每年举行三次会议。", "三次", {"item": "会议", "action": "举行", "relation": None}),
        ("拟设2个P-4职等员额。", "2个", {"item": "P-4职等员额"}),
    ],
)
def test_objects_before_their_number_and_shares_of_a_base(text: str, surface: str, slots: dict[str, Any]) -> None:
    quantity = next(m for m in ur.extract(text) if isinstance(m, Quantity) and m.text == surface)
    assert {name: getattr(quantity, name) for name in slots} == slots
