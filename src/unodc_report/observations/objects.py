"""The object of a verb that its number follows: 炸伤|平民|766人, 收到|捐款|136 000美元."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.before import BEFORE, NUMBER_NOUNS, is_named, run_before
from unodc_report.observations.changes import brackets_end
from unodc_report.observations.clauses import is_person
from unodc_report.observations.governors import handed_in, over_modifier
from unodc_report.observations.items import BOUNDS, COMPOUNDING, Item
from unodc_report.observations.tokens import Token
from unodc_report.observations.vocabulary import COORDINATORS, EITHER, NOT_YET, words

_PHRASE: Final = 8  # tokens of a phrase between an object and its verb
TRANSITIVE: Final = words("transitive")
"""Acts that are nouns too and whose object follows: 2018年|出口|煤炭100万吨."""
_VERBS_TOO: Final = EITHER | TRANSITIVE
_NOT_OBJECTS: Final = (
    "额", "量", "率", "值", "价", "费", "者", "员", "商", "站", "团", "车", "物", "收入", "公司", "许可", "许可证", "中心", "小组",
    "车辆", "设备", "物资", "项目", "实验室", "机构", "部门", "方案", "计划", "设施", "商品", "班", "课程", "基金", "报告", "清单",
    "手册", "机制", "工作", "活动", "案件", "案", "事件", "罪", "犯罪", "网络", "集团",
)  # fmt: skip
"""Endings of nouns that an act before them only says the kind of: 救济|物资|200吨."""
_JOINING: Final = COORDINATORS - {"并"}
_KINDS: Final = COMPOUNDING | {"追加", "就业", "违约", "违规", "违法"}
"""Verbs that say the kind of the noun behind them where another verb stands before: 创造|就业|机会, 核准|追加|批款."""
_BEFALLING: Final = words("disaster") | {"战争", "冲突", "战乱"}
_FORCES: Final = ("军", "部队", "军队", "当局", "政府", "海关", "警察", "警方", "火灾", "灾害")
"""Endings of nouns of those who act: 马里政府军|训练|士兵."""
ABOUT: Final = frozenset({"约合", "逾", "约", "近", "大约", "至少", "将近", "共", "共计", "合计", "总计", "总共", "差不多"})
"""Words that may stand between an object and its number."""
EACH: Final = frozenset({"每日", "每天", "每周", "每月", "每年", "平均"})
_OF_EVERY_KIND: Final = frozenset({"各类", "各种", "各型", "此类"})
_CASES: Final = frozenset({"案件", "事件", "案", "案例", "罪行", "申请", "申诉", "投诉", "举报", "控告"})
_THERE_ARE: Final = frozenset({"有", "共有", "现有", "设有", "拥有", "已有", "约有", "仅有", "只有", "尚有", "原有"})
"""Verbs of being with which a noun and its number are the object."""


def object_before(tokens: Sequence[Token], at: int) -> Item | None:
    """An object that its number follows: 炸伤|平民|766人, 收到|捐款|136 000美元."""
    if at > 1 and tokens[at - 1].text in EITHER and handed_in(tokens, at - 1, at):
        return Item(at - 1, at, "before")  # 印发|报告|16份
    item = run_before(tokens, _past_approximation(tokens, at))
    if item is not None and (thing := _behind_act(tokens, item)) is not None:
        return thing
    item = _with_examples(tokens, item) if item is not None and item.start else None
    if item is None:
        return None
    over = item.start - 1
    if tokens[over].text in COORDINATORS and over and tokens[over - 1].tag == "Q":
        return item  # 销毁地雷2 341枚、|弹药|15 600件
    if tokens[over].text == "到" and over and (tokens[over - 1].verbal or tokens[over - 1].text in EITHER):
        over -= 1  # 记录|到|违规事件76起
    if tokens[over].text == "的":
        return _modified_object(tokens, item, over, at)
    return _object_of(tokens, item, over, at)


def _with_examples(tokens: Sequence[Token], item: Item) -> Item | None:
    """The nouns with those that 等 or a coordinator joins to them; None where nothing stands before that could govern them."""
    item = Item(past_examples(tokens, item.start), item.end, "before")
    while item.start > 1 and tokens[item.start - 1].text in _JOINING and tokens[item.start - 2].tag == "n":
        wider = run_before(tokens, item.start - 1)  # 解救了|妇女和儿童|81人
        if wider is None or not wider.start:
            return None
        item = Item(wider.start, item.end, "before")
    return item


def _modified_object(tokens: Sequence[Token], item: Item, of: int, at: int) -> Item | None:
    """The object behind the 的 at `of`, with the age of those it names: 有|15至49岁的感染者|140万人."""
    young = _with_age(tokens, of)
    if young is None:
        return item if over_modifier(tokens, of) is not None else None
    item = Item(young, item.end, "before")
    if tokens[young - 1].text == "的":
        return item if over_modifier(tokens, young - 1) is not None else None
    return _object_of(tokens, item, young - 1, at)


def _object_of(tokens: Sequence[Token], item: Item, over: int, at: int) -> Item | None:
    """The nouns as the object of the word at `over`, if that is a verb."""
    if tokens[over].text == "其" and over:
        over -= 1  # 冻结|其|资产150万美元
    item, over = _with_kind(tokens, item) if over == item.start - 1 else (item, over)
    over = past_period(tokens, over)
    if tokens[over].text == "为" and over and tokens[at - 1].tag == "n" and _states(tokens, over, at):
        return item  # 核定编制为|军事人员|2 370名
    of_whole = over > 0 and tokens[over - 1].text in {"其中", "中"} and not is_person(tokens[item.end - 1].text)
    if tokens[over].text in _THERE_ARE and not of_whole:
        return item  # 全国共有|教师|8 223名
    does = tokens[over].verbal or (tokens[over].text in EITHER and tokens[over + 1].tag != "n")
    does = does or (tokens[over].text in TRANSITIVE and tokens[over + 1].text == "了")  # 访问了|拘留中心|19所
    known = len(tokens[over].text) > 1 or action_label(tokens[over].text)[1] != "other"
    return item if does and known and tokens[over].text not in BEFORE else None


def past_examples(tokens: Sequence[Token], start: int) -> int:
    """Index of the first of the examples that 等 joins to a noun at `start`: 缉获|可卡因、海洛因等各类|毒品5吨."""
    end = start - (start > 0 and tokens[start - 1].text in _OF_EVERY_KIND)
    if end < 2 or tokens[end - 1].text != "等":
        return start
    first = end - 1
    while first and (tokens[first - 1].nominal or tokens[first - 1].text in COORDINATORS):
        first -= 1
    return first if 0 < first < end - 1 else start


def _with_age(tokens: Sequence[Token], of: int) -> int | None:
    """Index of the age that the 的 at `of` joins to the persons behind it."""
    age = of - 2 if tokens[of - 1].text in BOUNDS else of - 1
    mention = tokens[age].mention if age > 0 else None
    return age if mention is not None and mention.fields.get("kind") == "duration" else None


def _states(tokens: Sequence[Token], over: int, at: int) -> bool:
    """Whether the 为 at `over` says of what and how many the noun before it is made up."""
    mention = tokens[at].mention
    counts = mention is not None and mention.fields["kind"] == "count"
    return counts and (tokens[over - 1].tag == "n" or tokens[over - 1].text in EITHER)


def _with_kind(tokens: Sequence[Token], item: Item) -> tuple[Item, int]:
    """The object with the verb before it that only says of what kind it is, and the index of what stands before."""
    over = item.start - 1
    if over and (tokens[over].text in _OF_EVERY_KIND or tokens[over].tag in {"ul", "ug"}):
        over -= 1  # 缴获|各类|毒品21吨
    elif over and len(tokens[over].text) == 2 and tokens[over].text[0] == "被" and tokens[over - 1].verbal:
        item, over = Item(over, item.end, "before"), over - 1  # 追回|被盗|资产
    elif over and tokens[over].text in _KINDS and (tokens[over - 1].verbal or tokens[over - 1].text in EITHER):
        item, over = Item(over, item.end, "before"), over - 1  # 共组织|培训活动|77次
    elif tokens[item.end - 1].text in _CASES and (verb := _over_kind(tokens, over)) is not None:
        item, over = Item(verb + 1 + (tokens[verb + 1].text == "了"), item.end, "before"), verb  # 审理|毒品走私案件|67起
    elif over > 1 and tokens[over].verbal and tokens[over - 1].text in NOT_YET and tokens[over - 2].verbal:
        item, over = Item(over - 1, item.end, "before"), over - 2  # 收缴|未爆炸弹药|300枚
    return item, over


def _over_kind(tokens: Sequence[Token], over: int) -> int | None:
    """Index of the verb before the act at `over` that only says of what kind a case is, and before what the act is done to."""
    verb = over - 1
    while verb > 0 and tokens[verb].nominal:
        verb -= 1
    verb -= verb > 0 and tokens[verb].text == "了"
    acts = tokens[over].verbal or tokens[over].text in _VERBS_TOO
    return verb if acts and 0 <= verb < over and tokens[verb].verbal else None


def _behind_act(tokens: Sequence[Token], item: Item) -> Item | None:
    """The object of an act that is a noun too, behind its subject or time: 2018年|出口|煤炭, 洪都拉斯|损失|红树林."""
    act = next((i for i in range(max(item.start - 1, 0), item.end - 1) if tokens[i].text in TRANSITIVE), None)
    if act is None or tokens[item.end - 1].text.endswith(_NOT_OBJECTS):
        return None
    before = tokens[act - 1] if act else None
    if before is None or before.tag in {"t", "d", "w", "f", "tn", "r"} or before.text in _BEFALLING:
        return Item(act + 1, item.end, "before")
    return Item(act + 1, item.end, "before") if is_named(before) or before.text.endswith(_FORCES) else None


def past_period(tokens: Sequence[Token], over: int) -> int:
    """Index of what stands before the period, and the body, that an object is of: |核准|2021年7月至2022年6月期间|经费."""
    start = over
    while start and tokens[start].text in {"期间", "期"}:
        start -= 1
    if tokens[start].tag != "t":
        return over
    while start and tokens[start].tag == "t":
        start -= 1
    while start and is_named(tokens[start]):
        start -= 1
    return start if tokens[start].verbal and len(tokens[start].text) > 1 else over


def _past_approximation(tokens: Sequence[Token], at: int) -> int:
    """Index after the object before the number, over words of approximation: 缴获可卡因|逾|5吨; of a total they are the predicate."""
    end = at
    while end > 1 and (tokens[end - 1].text in ABOUT or tokens[end - 1].text in EACH):
        end -= 1
    return at if tokens[end - 1].text in NUMBER_NOUNS else end


def done_to(tokens: Sequence[Token], at: int) -> Item | None:
    """Those to whom an agent after 由 or 被 did what stands before their number: |学生|已由警方释放67名."""
    if at < 4 or not tokens[at - 1].verbal:  # noun, 由, agent, verb
        return None
    i = at - 2
    while i and tokens[i].nominal:
        i -= 1
    if i == at - 2 or tokens[i].text not in {"由", "被"}:
        return None
    while i and tokens[i - 1].tag == "d":
        i -= 1
    return run_before(tokens, i)


def disposed_of(tokens: Sequence[Token], end: int) -> Token | None:
    """The verb behind an object with 将 or 把: 将两种物质|列入."""
    if end < len(tokens) and tokens[end].text == "(":
        end = brackets_end(tokens, end)  # 将一个员额|(本国)|改划为
    if end < len(tokens) and tokens[end].text == "从":  # 将八个实体|从名单中|除名
        closing = next((i + 1 for i in range(end, min(end + _PHRASE, len(tokens))) if tokens[i].text in {"中", "上"}), end)
        end = closing if closing > end else next((i for i in range(end, min(end + _PHRASE, len(tokens))) if tokens[i].verbal), end)
    while end < len(tokens) and tokens[end].tag in {"d", "ad"}:
        end += 1  # 将250名战斗人员|重新|编入
    verb = tokens[end] if end < len(tokens) else None
    return verb if verb is not None and len(verb.text) > 1 and (verb.verbal or verb.tag == "vn") else None
