"""Bodies by name and by shape: what is one, where its name begins, and what is none."""

from __future__ import annotations

import pytest

import unodc_report as ur
from unodc_report.entities.organizations.edges import LONGEST


def bodies(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.id) for m in ur.extract(text) if m.type == "organization"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("麻醉药品委员会和麻委会秘书处", [("麻醉药品委员会", "CND"), ("麻委会", "CND")]),
        ("毒品和犯罪问题办公室/世界银行追回被盗资产举措", [("毒品和犯罪问题办公室", "UNODC"), ("世界银行", "World Bank")]),
        ("UNODC和WHO", [("UNODC", "UNODC"), ("WHO", "WHO")]),
        ("联黎部队和联塞部队", [("联黎部队", "UNIFIL"), ("联塞部队", None)]),
        ("人权事务委员会和大陆架界限委员会", [("人权事务委员会", "CCPR"), ("大陆架界限委员会", None)]),
        ("青年党与博科圣地", [("青年党", None), ("博科圣地", None)]),
        ("联合国艾滋病署", [("联合国艾滋病署", "UNAIDS")]),
        ("联合国艾滋病毒/艾滋病联合规划署", [("联合国艾滋病毒/艾滋病联合规划署", "UNAIDS")]),
    ],
)
def test_names_of_the_tables(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("由加纳土地管理委员会执行", "加纳土地管理委员会"),
        ("委员会请反对种族主义全国委员会提供资料", "反对种族主义全国委员会"),
        ("此外，公共审计处已经同意", "公共审计处"),
        ("在肯尼亚，卫生部分发了材料", "卫生部"),
        ("谨随函转递乌克兰外交部的声明", "乌克兰外交部"),
        ("工程、交通和住房部的官员", "工程、交通和住房部"),
        ("并提交宪法法院审理", "宪法法院"),
        ("秘鲁国会于2010年通过", "秘鲁国会"),
        ("与国际刑事法院律师协会合作", "国际刑事法院律师协会"),
        ("第十六条，“新希望”基金会", "“新希望”基金会"),
        ("就安全理事会向1988委员会", "1988委员会"),
        ("由加纳土地管理委员会援助团执行", "加纳土地管理委员会"),
    ],
)
def test_names_by_shape_begin_where_the_name_begins(text: str, name: str) -> None:
    assert name in [found for found, _ in bodies(text)]


@pytest.mark.parametrize(
    "text",
    [
        "委员会、理事会和工作组商定", "各国政府和区域组织", "联合国警察和秘书处", "两个工作组", "主管部门、执法机构和司法部门", "全国对话大会和审议大会", "第十四届大会通过",
        "洪都拉斯政府", "一家私营公司", "地方法院", "有组织犯罪集团", "人民大会堂", "非政府组织联盟的成员", "国际组织的代表", "签署了协定并部署人员", "布局和结局", "内部和外部",
        "在大会厅举行", "在联合国大会堂举行", "肯尼亚公共审计处级官员", "加纳土地管理委员会制", "政府设立了一个反腐败委员会", "西非司法合作网络", "外地办事处", "联合国", "《麻醉药品委员会的历史》", "E/ECE/1234",
    ],
)  # fmt: skip
def test_what_names_no_body(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会第75/196号决议", ["大会"]),
        ("世界毒品问题大会特别会议", ["大会"]),
        ("请大会主席", ["大会"]),
        ("第十四届大会的后续行动", []),
        ("缔约方大会第十二次会议", ["缔约方大会"]),
        ("世界卫生大会", ["世界卫生大会"]),
    ],
)
def test_the_general_assembly_and_other_assemblies(text: str, expected: list[str]) -> None:
    assert [name for name, _ in bodies(text)] == expected


def test_a_parent_body_and_its_working_group_are_two() -> None:
    assert [name for name, _ in bodies("反腐败公约缔约国会议资产追回工作组")] == ["反腐败公约缔约国会议", "资产追回工作组"]
    assert [name for name, _ in bodies("欧洲警察组织欧洲网络犯罪中心")] == ["欧洲警察组织", "欧洲网络犯罪中心"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《反腐败公约》缔约国会议", [("《反腐败公约》缔约国会议", "COSP-UNCAC")]),
        ("打击跨国有组织犯罪公约缔约方会议。缔约方会议还", [("打击跨国有组织犯罪公约缔约方会议", "COP-UNTOC"), ("缔约方会议", "COP-UNTOC")]),
        ("《禁雷公约》缔约国会议。反腐败与缔约国会议", [("《禁雷公约》缔约国会议", None), ("缔约国会议", None)]),
        ("为防止腐败，缔约国会议", [("缔约国会议", "COSP-UNCAC")]),
        ("缔约方会议就气候变化作出决定", [("缔约方会议", None)]),
        ("作为《京都议定书》缔约方会议的《公约》缔约方会议讨论了有组织犯罪。缔约方会议还", [("作为《京都议定书》缔约方会议的《公约》缔约方会议", None), ("缔约方会议", None)]),
        ("《巴塞尔公约》非洲培训区域中心", [("《巴塞尔公约》非洲培训区域中心", None)]),
        ("《巴塞尔公约》东南亚培训区域中心", [("《巴塞尔公约》东南亚培训区域中心", None)]),
    ],
)
def test_conferences_of_parties(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("《联合国反腐败公约》缔约国会议通过了决议。缔约国会议还设立了工作组。", "id: the conference named before it"),
        ("反腐败工作取得进展。缔约国会议设立了工作组。", "id: what the text speaks of"),
    ],
)
def test_a_bare_conference_says_what_told_it(text: str, note: str) -> None:
    assert [m.inferred for m in ur.extract(text) if m.type == "organization"][-1] == (note,)


def test_a_name_is_no_longer_than_it_may_be() -> None:
    ((name, _),) = bodies("甲" * 200 + "委员会")
    assert name == "甲" * LONGEST + "委员会"


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("国际法学家委员会；国际残疾人联盟；支持孤儿上学国际基金会；妇女", True),  # two of four
        ("国际法学家委员会；支持孤儿上学国际基金会；妇女；青年", False),  # one body alone
        ("国际法学家委员会；国际残疾人联盟；妇女；青年；儿童；支持孤儿上学国际基金会；老人；农民；渔民", False),  # two of nine
    ],
)
def test_what_begins_with_a_verb_is_a_body_in_a_list_of_which_a_quarter_are_bodies(text: str, listed: bool) -> None:
    assert ("支持孤儿上学国际基金会" in [name for name, _ in bodies(text)]) == listed


@pytest.mark.parametrize("before", ["", "与会者：", "代表们在会议开始时听取了关于筹备工作的说明，" * 4 + "与会者如下："])
def test_an_association_behind_a_body_is_one_wherever_the_list_stands(before: str) -> None:
    assert bodies(f"{before}国际残疾人联盟；山区教育协会。会议结束。") == [("国际残疾人联盟", None), ("山区教育协会", None)]
    assert bodies(f"{before}残疾人；山区教育协会。会议结束。") == []
