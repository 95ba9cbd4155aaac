"""Observations: one row a construction, in sentences of our own."""

from __future__ import annotations

import copy
import pickle
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

LISTS = [
    ("通过了三项法律、五项条例和12份准则。", "三项", {"item": "法律", "action": "通过"}),
    ("通过了三项法律、五项条例和12份准则。", "五项", {"item": "条例", "action": "通过"}),
    ("通过了三项法律、五项条例和12份准则。", "12份", {"item": "准则", "action": "通过"}),
    ("两公约分别有174个和192个缔约国。", "174个", {"item": "缔约国", "action": None}),
    ("两公约分别有174个和192个缔约国。", "192个", {"item": "缔约国", "action": None}),
    ("向12所学校和30个诊所提供了援助。", "12所", {"item": "学校", "action": "援助"}),
    ("向12所学校和30个诊所提供了援助。", "30个", {"item": "诊所", "action": "援助"}),
    ("11名牧民和6名农民被打死。", "11名", {"item": "牧民", "action": "打死"}),
    ("11名牧民和6名农民被打死。", "6名", {"item": "农民", "action": "打死"}),
]

STATES_THAT_SHARE_A_VERB = [
    ("日本、大韩民国和泰国逮捕了34名嫌疑人。", "34名", {"where": ("JPN", "KOR", "THA"), "action": "逮捕"}),
    ("肯尼亚和乌干达的警察缴获了80支枪支。", "80支", {"where": ("KEN", "UGA"), "item": "枪支"}),
    ("2018年，泰国查获5吨海洛因，逮捕了40名嫌疑人。", "40名", {"where": ("THA",), "when": "2018"}),
    ("秘鲁和智利分别查获3吨和5吨可卡因。", "3吨", {"where": ("PER",), "item": "可卡因"}),
    ("秘鲁和智利分别查获3吨和5吨可卡因。", "5吨", {"where": ("CHL",), "item": "可卡因"}),
    ("秘鲁和智利的失业率分别为7%和9%。", "9%", {"where": ("CHL",), "item": "失业率"}),
    ("喀麦隆（12名）和乍得（20名）派出了人员。", "20名", {"where": ("TCD",)}),
    ("日本捐助了500万美元。", "500万美元", {"where": (), "action": "捐助"}),
    ("古巴和荷兰加入了12项文书。", "12项", {"where": (), "action": "加入"}),
    ("瑙鲁有两国共认犯罪的要求。", "两国", {"where": (), "item": None, "action": None}),
]

INHERITED = [
    (
        "2021年，警方逮捕了300名嫌疑人，其中包括45名妇女。",
        "45名",
        {"item": "妇女", "action": "逮捕", "when": "2021", "relation": "part_of"},
    ),
    ("在秘鲁，警方逮捕了300人，其中包括45名妇女。", "45名", {"where": ("PER",), "action": "逮捕"}),
    ("部署了800名军事人员，其中妇女212名。", "212名", {"item": "妇女", "action": "部署", "relation": "part_of"}),
    ("2021年，警方逮捕了300人。其中，45名嫌疑人获释。", "45名", {"action": "获释", "when": "2021"}),
    ("2021年举行了选举。同期，登记了5 000名选民。", "5000名", {"action": "登记", "when": "2021"}),
    ("警方绑架案件有58起，其中30起是18岁以下的青年所为。", "18岁", {"item": None, "action": None}),
    ("缉获量有所上升，其中五人住在首都的34个收容点。", "34个", {"item": "收容点", "action": None}),
]

REACH = [
    ("从2015年的4吨增至23吨。", "4吨", {"when": "2015", "action": "增至"}),
    ("从2015年的4吨增至23吨。", "23吨", {"when": None, "change": "increase", "change_mode": "to"}),
    ("2021年缉获40吨，比2010年增加了26%。", "26%", {"when": "2021", "change": "increase"}),
    ("死亡人数为40人，是2019年的两倍。", "两倍", {"when": None}),
    ("2014年的报告提到12起案件。", "12起", {"when": None, "action": "提到"}),
    ("2020年的预算为300万美元。", "300万美元", {"when": "2020", "item": "预算"}),
    ("在2019年6月的会议上，12个代表团要求审查。", "12个", {"when": "2019-06", "item": "代表团"}),
    ("公约于2005年生效，现有45个缔约国。", "45个", {"when": None, "item": "缔约国"}),
    ("2019年举行了会议；委员会审议了12起案件。", "12起", {"when": None}),
    ("两名司机在内罗毕被劫持。", "两名", {"where": ("KEN",), "action": "劫持"}),
    ("秘鲁的古柯种植面积为4公顷。", "4公顷", {"where": ("PER",), "item": "古柯种植面积"}),
]

WHOLES = [
    ("妇女在法官中占40%。", "40%", {"item": "法官", "relation": "share_of"}),
    ("在受访的囚犯中，12%曾经吸毒。", "12%", {"item": "囚犯", "relation": "share_of"}),
    ("这笔款项约占总额的百分之五。", "百分之五", {"item": "总额", "relation": "share_of"}),
    ("一半以上的国家提交了报告。", "一半", {"item": "国家", "action": "提交"}),
    ("登记了400名选民，其中47%为妇女。", "47%", {"item": "选民", "relation": "part_of"}),
    ("减免了12个国家的债务，总额为40亿美元。", "40亿美元", {"item": "债务", "action": "减免"}),
    ("共记录100起安全事件，比上一期间减少22%。", "22%", {"item": "安全事件", "action": "减少", "change": "decrease"}),
    ("可卡因缉获量达到40吨。", "40吨", {"item": "可卡因缉获量", "action": "缉获"}),
    ("业务活动捐款共计7亿美元。", "7亿美元", {"item": "业务活动捐款", "action": None}),
]

NOT_DONE = [
    ("参考了74个缔约方对调查表的答复。", "74个", {"item": "缔约方", "action": None}),
    ("专家讨论了80个国家提交的报告。", "80个", {"item": "国家", "action": None}),
    ("专家在城外35公里处被劫持。", "35公里", {"action": None}),
    ("建议将三种物质列入该清单。", "三种", {"item": "物质", "action": "列入"}),
    ("82%的人口所使用的药物质量良好。", "82%", {"item": "人口", "action": "使用"}),
]

CHANGES = [
    ("秘鲁和智利分别增加了30%和4%。", "4%", {"change": "increase", "change_mode": "by"}),
    ("产量从12吨下降至2021年的4吨。", "4吨", {"item": "产量", "action": "下降", "change": "decrease", "change_mode": "to"}),
    ("缉获量增加了3倍。", "3倍", {"change": "increase", "change_mode": "by"}),
    ("缉获量增加到3倍。", "3倍", {"change": "increase", "change_mode": "to"}),
    ("失业率下降至12%。", "12%", {"change": "decrease", "change_mode": "to"}),
    ("死亡人数为12人。", "12人", {"change": None, "change_mode": None}),
]


def _quantity(text: str, surface: str) -> Quantity:
    return next(m for m in ur.extract(text) if isinstance(m, Quantity) and "".join(m.text.split()) == surface)


CONSTRUCTIONS = [
    *FOLLOWING, *BEFORE, *BENEFICIARIES, *COORDINATION, *SCOPE, *LISTS, *STATES_THAT_SHARE_A_VERB, *INHERITED, *REACH, *WHOLES, *NOT_DONE,
    *CHANGES,
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "slots"), CONSTRUCTIONS)
def test_the_slots_of_a_figure(text: str, surface: str, slots: dict[str, Any]) -> None:
    quantity = _quantity(text, surface)
    assert {name: getattr(quantity, name) for name in slots} == slots


def test_status_of_a_treaty_has_the_instrument_as_its_subject() -> None:
    report = ur.parse("一. 现状\n\n1. 截至 2021 年 5 月，《联合国反腐败公约》已有 187 个缔约方。\n")
    (observation,) = report.observations
    assert (observation.instrument, observation.as_of, observation.item) == ("UNCAC", "2021-05", "缔约方")


@pytest.mark.parametrize(
    ("text", "when", "as_of"),
    [
        ("截至2021年5月，该公约有187个缔约方。", "../2021-05", "2021-05"),
        ("到2020年，已有187个国家批准了该公约。", "../2020", "2020"),
        ("到2030年，将有15亿人生活在脆弱环境中。", "../2030", None),
        ("会员国应在2025年之前将死亡率降低25%。", "../2025", None),
        ("到2030年，产量应达到25吨。", "../2030", None),
    ],
)
def test_a_date_by_which_something_is_to_be_is_no_date_of_a_stock(text: str, when: str, as_of: str | None) -> None:
    observation = ur.parse(text).observations[-1]
    assert (observation.when, observation.as_of) == (when, as_of)


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


def test_a_sentence_without_end_is_not_copied_whole_for_each_of_its_figures() -> None:
    observations = ur.parse("2020年缴获106吨可卡因，" * 1000).observations
    assert len(observations) == 1000
    assert all("106吨可卡因" in seen.sentence and len(seen.sentence) <= 2000 for seen in observations)
    (short,) = ur.parse("2020年缴获106吨可卡因，销毁后无存。" + "会议结束。" * 1000).observations
    assert short.sentence == "2020年缴获106吨可卡因，销毁后无存"


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


PARAGRAPH = "12. 在哥伦比亚，种植集中在三个省。政府在2021年铲除了10公顷作物。{}\n"


@pytest.mark.parametrize(
    ("later", "where"),
    [
        ("警方逮捕了45名嫌疑人。", ("COL",)),
        ("全球共逮捕了45名嫌疑人。", ()),
        ("秘鲁逮捕了45名嫌疑人。", ("PER",)),
        ("这一举措得到45个国家的支持。", ()),
        ("委员会在日内瓦举行了会议。警方逮捕了45名嫌疑人。", ()),
    ],
)
def test_a_place_that_opens_the_paragraph_reaches_until_another_is_named(later: str, where: tuple[str, ...]) -> None:
    observations = ur.parse("一. 活动\n\n" + PARAGRAPH.format(later)).observations
    assert [o.where for o in observations if o.quantity.text in {"10公顷", "45名", "45个"}] == [("COL",), where]


def test_a_place_that_opens_a_paragraph_ends_with_it() -> None:
    report = ur.parse("一. 活动\n\n1. 在哥伦比亚，警方逮捕了30人。\n\n2. 办公室培训了45名法官。\n")
    assert [o.where for o in report.observations] == [("COL",), ()]


def test_mentions_can_be_read_without_observations() -> None:
    text = "1. 2020年哥伦比亚缉获106吨可卡因。\n2. 培训了100名法官。\n"
    whole, bare = ur.parse(text), ur.parse(text, observations=False)
    slots = dict.fromkeys(("item", "head", "action", "when", "change", "change_mode", "relation", "related")) | {"where": ()}
    assert len(whole.observations) == 2
    assert bare.observations == ()
    assert bare.mentions == tuple(m.model_copy(update=slots) if m.type == "quantity" else m for m in whole.mentions)
    assert [m.item for m in ur.extract(text, observations=False) if isinstance(m, Quantity)] == [None, None]


def test_a_report_and_its_observations_do_not_change_and_can_be_hashed() -> None:
    report = ur.parse("一. 活动\n\n1. 2020年哥伦比亚缉获106吨可卡因。\n")
    (seen,) = report.observations
    before = dict(seen.spans)
    assert before
    changes: list[Any] = [
        lambda: seen.spans.update(x=(0, 1)), lambda: seen.spans.__setitem__("x", (0, 1)), seen.spans.clear, seen.spans.popitem,
        lambda: seen.spans.pop("item"), lambda: seen.spans.__delitem__("item"), lambda: seen.spans.__ior__({"x": (0, 1)}), lambda: seen.spans.setdefault("x", (0, 1)),
    ]  # fmt: skip
    for change in changes:
        with pytest.raises(TypeError, match="do not change"):
            change()
    assert seen.spans == before
    for again in (ur.Report.model_validate_json(report.model_dump_json()), pickle.loads(pickle.dumps(report)), copy.deepcopy(report)):  # noqa: S301  # our own
        assert (again, hash(again), hash(again.observations)) == (report, hash(report), hash(report.observations))
        assert type(again.observations[0].spans) is type(seen.spans)
    assert type(report.model_dump()["observations"][0]["spans"]) is dict


def test_a_copy_has_the_sections_of_its_own_blocks() -> None:
    report = ur.parse("一. 活动\n\n1. 缉获106吨可卡因。\n")
    assert [section.heading.text for section in report.sections] == ["一.活动"]
    assert report.model_copy(update={"blocks": ()}).sections == ()
