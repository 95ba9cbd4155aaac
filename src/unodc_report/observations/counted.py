"""What a quantity is a number of, in the order in which the constructions are tried.

* after the measure word: 五个|区域间调查论坛, the noun that ends a list of numbers (174个和192个|缔约国);
* before the number: 炸伤|平民|766人, 缔约方|已有187个, 产量|从4吨增至23吨;
* the base of a share: 70%的|缔约国, 妇女在|使用者|中占45%, of 其中 the figure before; the variable of a change: |案件|减少50%;
* said with an earlier number: 4起诉讼…超过|22起; ，比2016年增加了|7倍; 债务，总额为|410亿美元.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from unodc_report.observations.before import (
    SHARES,
    SKIPPED,
    alike,
    amount_before,
    beside,
    is_distance,
    is_named,
    labelled,
    part_beside,
    rate_start,
    run_before,
    subject_before,
)
from unodc_report.observations.clauses import is_person
from unodc_report.observations.items import CHANGES, COORDINATORS, REACHES, Item, noun_phrase, object_phrase
from unodc_report.observations.objects import done_to, object_before
from unodc_report.observations.respective import member, numbers_after, turn_before
from unodc_report.observations.shares import (
    AMONG,
    AROUND,
    MAKING_UP,
    base_before,
    beside_share,
    changed,
    compared,
    joined_share,
    made_up,
    of_group,
    that_makes_up,
    voters,
    whole_after,
)
from unodc_report.observations.tokens import Sentence, Token, clause_start
from unodc_report.observations.vocabulary import words
from unodc_report.rules import Fields

NO_ITEM_UNITS: Final = words("counts_itself")
"""Measure words that stand for the counted thing itself."""
_VARYING: Final = (REACHES | CHANGES) - {"占"}
"""Words whose subject is the variable of a share, not its base."""
_CONTINUING: Final = words("up") | words("down") | {"比", "较", "达", "达到", "高于", "低于", "多于", "少于"}
"""Words with which a clause without a subject says more of the figure before."""
_NOT_SAYING: Final = frozenset({"占", "有", "约", "近", "，", "不到", "超过", "只有", "仅有", "仅", "至少有"})
"""Words between the whole and its share: 这些国家中，|只有|29%."""
_NOT_PERSONS: Final = frozenset({"人员", "人", "人数", "人口", "人士"})
"""Nouns that say no more than the measure word 人 does."""
_ELIDED_REACH: Final = 40  # tokens between a number and an earlier one whose noun it leaves out
_TRIED: Final = 10  # earlier numbers whose noun is sought
_PAIR: Final = 2
_AREAS: Final = words("area_noun") | {"农村", "城市", "城镇", "乡村"}
_LIST: Final = 6  # numbers of a list that share the noun after the last


def find_item(sentence: Sentence, at: int) -> Item | None:
    """The noun phrase counted by the quantity at token `at`; None where the measure word stands for it or nothing tells."""
    tokens = sentence.tokens
    fields = sentence.quantity(at).fields
    if fields["kind"] == "duration":
        return None
    found = member(tokens, at) or _own(tokens, at, fields)
    if found is not None or fields.get("unit") in NO_ITEM_UNITS or is_distance(tokens, at, fields):
        return found
    if fields["kind"] in SHARES:
        return _of_bare_share(tokens, at) or _continued(tokens, at)
    return _elided(tokens, at, fields)


def _own(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun phrase that stands with the number itself."""
    unit = fields.get("unit")
    if unit == "票" or is_distance(tokens, at, fields):
        return None
    if unit in NO_ITEM_UNITS:
        found = object_before(tokens, at) or labelled(tokens, at) or part_beside(tokens, at) or _persons_beside(tokens, at)
        return found or _of_persons(tokens, at, fields) or _of_cases(tokens, at, unit)
    if fields["kind"] in SHARES:
        return _of_share(tokens, at, fields)
    money = fields["kind"] == "money"
    if (joint := _institutions(tokens, at, unit)) is not None:
        return joint
    found = _in_brackets(tokens, at) or _after(tokens, at, money=money) or _of_these(tokens, at) or _before(tokens, at, fields)
    if found is None and money:
        return amount_before(tokens, at)
    bodies = found is not None and unit in {"名", "位"} and found.how == "before" and tokens[found.end - 1].text in _BODIES
    return None if bodies else found


_JOINT: Final = frozenset({"法庭", "法院", "委员会", "机构", "公约", "组织", "基金", "办事处", "特派团", "理事会", "秘书处"})


def _institutions(tokens: Sequence[Token], at: int, unit: object) -> Item | None:
    """The institutions that 两 or 三 counts without a measure word, not what they have: 两|法庭|工作, 三|公约|秘书处."""
    if unit is not None or len(tokens[at].text) > 1 or at + 1 >= len(tokens):
        return None
    return Item(at + 1, at + 2) if tokens[at + 1].text in _JOINT else None


def _before(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The phrase before the number, where none follows it."""
    return object_before(tokens, at) or subject_before(tokens, at, fields) or beside(tokens, at) or done_to(tokens, at)


_BODIES: Final = frozenset({"国家", "国", "地区", "区域", "组织", "机构", "集团"})
"""What sends the persons that 名 counts: 亚太国家|7名."""


def _of_persons(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """Who the persons are whom 人 counts: 其中57人为|儿童, |叙利亚难民|有784 884人; of what a rate is, 死亡率为每千名4.2例."""
    if tokens[at - 1].text == "每":
        return None  # 每|10万人
    if _is_rate(tokens, at):
        return subject_before(tokens, at, fields)
    if fields.get("unit") != "人":
        return _behind_unit(tokens, at, fields.get("unit"))
    if at + 2 < len(tokens) and tokens[at + 1].text in {"为", "是"}:
        found = noun_phrase(tokens, at + 2)
        closes = found is not None and (found.end == len(tokens) or tokens[found.end].tag == "w")
        return found if found is not None and closes and is_person(tokens[found.end - 1].text) else None
    ends = at + 1 == len(tokens) or tokens[at + 1].tag == "w" or tokens[at + 1].text in _CONTINUING
    found = subject_before(tokens, at, fields) if ends and tokens[at - 1].text not in {"(", ":"} else None
    if found is None or found.end < clause_start(tokens, at):
        return None
    noun = tokens[found.end - 1].text
    bare = found.end - found.start == 1 and noun in _NOT_PERSONS
    return found if not bare and (is_person(noun) or noun.endswith(_OF_PERSONS)) else None


_OF_PERSONS: Final = ("人数", "人口", "容量", "上限", "限额", "规模")
"""Endings of nouns for what is measured in persons: 监狱|设计容量|为800人."""


def _behind_unit(tokens: Sequence[Token], at: int, unit: object) -> Item | None:
    """What flights and visits are of, where their noun follows 的: 9架次的|救援飞行."""
    flights = unit in {"架次", "班次"} and at + 2 < len(tokens) and tokens[at + 1].text == "的"
    return noun_phrase(tokens, at + 2) if flights else None


def _persons_beside(tokens: Sequence[Token], at: int) -> Item | None:
    """Persons who make a clause with their number and nothing else: 受援者4万人:|妇女|2.3万人，|男子|1.7万人."""
    found = beside(tokens, at) if tokens[at - 1].tag == "n" and tokens[at].text[-1] == "人" else None
    return found if found is not None and found.end == found.start + 1 and is_person(tokens[found.start].text) else None


def _of_cases(tokens: Sequence[Token], at: int, unit: object) -> Item | None:
    """What the cases are of, where their noun follows: 236例|脊髓灰质炎病例, not 3例|死亡."""
    found = object_phrase(tokens, at, money=False) if unit == "例" else None
    return found if found is not None and tokens[found.end - 1].tag == "n" and not tokens[found.start].verbal else None


def _is_rate(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number is a rate, or the level that one changed to: 每千名活产|93例|降至2020年的|37例."""
    if rate_start(tokens, at, max(at - SKIPPED, 0)) is not None:
        return True
    first = next((i for i in range(at - 1, max(at - 6, -1), -1) if tokens[i].tag == "Q"), None)
    if first is None or not alike(tokens[first], tokens[at]) or any(token.tag == "w" for token in tokens[first:at]):
        return False
    moved = any(token.text in CHANGES or token.text[-1] in "至到" for token in tokens[first:at])
    return moved and rate_start(tokens, first, max(first - SKIPPED, 0)) is not None


def _in_brackets(tokens: Sequence[Token], at: int) -> Item | None:
    """What a part and its whole in brackets are of, the figure before: 29%采纳了定义(|34个|中的|10个|)."""
    if at > 3 and tokens[at - 1].text == "的" and tokens[at - 2].text in AMONG and tokens[at - 3].tag == "Q":
        at -= 3
    if not at or tokens[at - 1].text != "(" or at + 3 >= len(tokens) or tokens[at + 1].text not in AMONG or tokens[at + 3].tag != "Q":
        return None
    for i in range(at - 2, max(at - _ELIDED_REACH, -1), -1):
        if tokens[i].tag == "Q":
            found = _own(tokens, i, tokens[i].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
            return None if found is None else Item(found.start, found.end, "elided")
    return None


def _of_these(tokens: Sequence[Token], at: int) -> Item | None:
    """The things of which some are counted: 这些|席位|中的3个, 这些|案件|中，有14起."""
    end = at - 1
    if end > 0 and tokens[end].text == "的":
        end -= 1
    else:
        while end > 0 and (tokens[end].tag == "d" or tokens[end].text in _NOT_SAYING):
            end -= 1
    return base_before(tokens, end) if end > 0 and tokens[end].text in AMONG else None


def _after(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:
    """The phrase that follows the number, or the last number of the list that it stands in."""
    for _ in range(_LIST):
        if at + 2 >= len(tokens) or tokens[at + 1].text not in COORDINATORS or not alike(tokens[at], tokens[at + 2]):
            break
        at += 2
    if at + 1 < len(tokens) and tokens[at + 1].text in AROUND:
        at += 1
    return object_phrase(tokens, at, money=money)


def _of_share(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:  # noqa: C901, PLR0911, PLR0912  # one return a construction
    """Base or variable of a share."""
    if at + 3 < len(tokens) and tokens[at + 3].text == "的" and tokens[at + 1].text in COORDINATORS and alike(tokens[at], tokens[at + 2]):
        at += 2  # 45%和|46%的指标
    if (first := joined_share(tokens, at)) is not None:
        found = _of_share(tokens, first, fields)
        return None if found is None else Item(found.start, found.end, "elided")
    if (base := made_up(tokens, at)) is not None:
        return base
    if (variable := changed(tokens, at)) is not None:
        return variable
    if tokens[at - 1].text == "是" and at + 1 < len(tokens) and (after := whole_after(tokens, at)) is not None:
        return after  # 原因是50%以上的|感染者
    if at and tokens[at - 1].text in _VARYING and (variable := subject_before(tokens, at, fields)) is not None:
        return None if tokens[variable.end - 1].text in _AREAS else variable  # 而农村|地区|则为88%: the figure before says of what
    if (after := whole_after(tokens, at)) is not None:
        return after
    if (majority := voters(tokens, at)) is not None:
        return majority
    if fields["kind"] == "multiple" and (variable := compared(tokens, at)) is not None:
        return variable
    if at > 1 and tokens[at - 1].text == "的" and tokens[at - 2].tag not in {"a", "b", "z"}:
        base = base_before(tokens, at - 2 if tokens[at - 2].text in AMONG else at - 1)
        if base is not None:
            return base
    elif (base := _of_whole(tokens, at)) is not None:
        return base
    elif tokens[clause_start(tokens, at)].text == "其中" and tokens[at - 1].text in MAKING_UP:
        return None  # 75人出席，其中女性占|44%
    elif tokens[at - 1].tag == "n" and tokens[at - 1].text[-1] in "率幅":
        return run_before(tokens, at)  # ，|减幅|6.9%
    if tokens[at - 1].text in MAKING_UP:
        part = subject_before(tokens, at, fields)
        said = next((i for i in range(part.start) if tokens[i].text == tokens[part.end - 1].text), None) if part is not None else None
        if part is None or said is None:
            return None  # ，|女生|占56%: of whom is not said
        return part if part.end == part.start + 1 else run_before(tokens, said + 1)  # 全国|法官|共有400名，女法官占9%
    return subject_before(tokens, at, fields) or labelled(tokens, at) or beside_share(tokens, at)


def _of_whole(tokens: Sequence[Token], at: int) -> Item | None:
    """The whole that a share is taken of: 妇女在|使用者|中占45%, |被捕者|中约十分之一, 在|缔约方|中，62%, of 其中 the figure before."""
    end = at
    while end and (tokens[end - 1].tag == "d" or tokens[end - 1].text in _NOT_SAYING):
        end -= 1
    if end and tokens[end - 1].text in AMONG and (end > at - 4):
        return base_before(tokens, end - 1)
    part = end
    while part and tokens[part - 1].nominal and tokens[end].text in MAKING_UP:
        part -= 1
    if 0 < part < end and tokens[part - 1].text in AMONG:
        return base_before(tokens, part - 1)  # 参加培训的|人员|中女性占三分之一
    clause = clause_start(tokens, at)
    if tokens[clause].text != "其中":
        return of_group(tokens, clause, end) if end < at and tokens[end].text == "占" else None
    earlier = next((i for i in range(clause - 1, -1, -1) if tokens[i].tag == "Q"), None)
    if earlier is None:
        return None
    fields = tokens[earlier].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
    share = fields["kind"] in SHARES
    found = object_phrase(tokens, earlier, money=False) if share else _own(tokens, earlier, fields)
    if found is None:
        found = subject_before(tokens, earlier, fields)
        if found is not None and tokens[earlier - 1].text[-1] == "有" and not is_person(tokens[found.end - 1].text):
            return None  # 讲习班共有|75人
    return None if found is None else Item(found.start, found.end, "elided")


def _of_bare_share(tokens: Sequence[Token], at: int) -> Item | None:
    """What a clause that only says 占 and a share takes it of: |自愿捐款|4 700万，其中瑞典捐助了1 200万，占|25%."""
    clause = clause_start(tokens, at)
    if at == clause > 1 and (found := _of_share_before(tokens, at)) is not None:
        return found
    said = [token.text for token in tokens[clause:at] if token.tag != "d" and token.text != "即"]
    if len(said) != 1 or said[0] not in MAKING_UP | {"占比"} or (at + 1 < len(tokens) and tokens[at + 1].tag != "w"):
        return None
    stop = next((i for i in range(clause - 1, -1, -1) if tokens[i].text == "其中"), clause)
    for i in range(stop - 1, -1, -1):
        if tokens[i].tag == "Q":
            fields = tokens[i].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
            found = None if fields["kind"] in SHARES or fields["kind"] == "duration" else _own(tokens, i, fields)
            if found is not None:
                return Item(found.start, found.end, "elided")
    return None


def _of_share_before(tokens: Sequence[Token], at: int) -> Item | None:
    """The base of the share with which the clause before begins its list: |参与者|中有36%选择培训，|25%|选择返校."""
    earlier = next((i for i in range(at - 2, -1, -1) if tokens[i].tag == "Q"), None)
    if earlier is None or not alike(tokens[earlier], tokens[at]) or at + 1 >= len(tokens) or not tokens[at + 1].verbal:
        return None
    if clause_start(tokens, earlier) != clause_start(tokens, at - 1) or not tokens[earlier + 1].verbal:
        return None
    found = _of_share(tokens, earlier, tokens[earlier].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
    return None if found is None else Item(found.start, found.end, "elided")


def _elided(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun said with an earlier number of the sentence: 4起诉讼…超过|22起; 2 540份申请，共计|33万库纳."""
    if (found := _of_another_year(tokens, at) or _of_member_before(tokens, at)) is not None:
        return found
    if fields["kind"] == "money":
        return (_summed(tokens, at) if tokens[at - 1].text in REACHES else None) or _continued(tokens, at)
    same = (i for i in range(at - 1, max(at - _ELIDED_REACH, -1), -1) if alike(tokens[i], tokens[at]))
    for i in islice(same, _TRIED):
        bracketed = i and tokens[i - 1].text == "("
        found = object_phrase(tokens, i, money=False) if bracketed else _own(tokens, i, tokens[i].mention.fields)  # type: ignore[union-attr]
        if found is not None:
            return Item(found.start, found.end, "elided")
    return _continued(tokens, at)


def _of_member_before(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun of the figure at the same place of the list before: 有13名|医生|和42名护士，农村则分别只有|4名|和15名."""
    turn = turn_before(tokens, at)
    if turn is None:
        return None
    numbers = numbers_after(tokens, turn)
    before = [i for i in range(turn) if tokens[i].tag == "Q"][-len(numbers) :]
    if len(numbers) < _PAIR or len(before) != len(numbers) or not alike(tokens[before[numbers.index(at)]], tokens[at]):
        return None
    found = _own(tokens, before[numbers.index(at)], tokens[at].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
    return None if found is None else Item(found.start, found.end, "elided")


def _of_another_year(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun of the figure that one of another year in brackets is set beside: 支出为1 200万美元(2013年:|1 050万美元|)."""
    dated = at > 3 and tokens[at - 1].text == ":" and tokens[at - 2].tag == "t" and tokens[at - 3].text == "("
    if not dated or not alike(tokens[at - 4], tokens[at]):
        return None
    found = _own(tokens, at - 4, tokens[at - 4].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
    return None if found is None else Item(found.start, found.end, "elided")


def _summed(tokens: Sequence[Token], at: int) -> Item | None:
    """What a sum of money is the sum of: the noun before its clause, 减免了国家的|债务|，总额为410亿美元."""
    clause = clause_start(tokens, at)
    found = run_before(tokens, clause - 1) if clause > 1 and tokens[clause - 2].tag in {"n", "vn"} else None
    return None if found is None else Item(found.start, found.end, "elided")


def _continued(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun of the figure before, which a clause without a subject says more of: ，比2016年增加了|7倍; ，达到|6 800吨."""
    clause = clause_start(tokens, at)
    lead = (token for token in tokens[clause:at] if token.tag not in {"d", "c", "t"})
    opening = next((token for token in lead if token.text not in {"到", "至", "在"}), None)
    continues = opening is not None and (opening.text in _CONTINUING or (opening.text == "是" and tokens[at].text[-1] in "倍半"))
    respective = not continues and _respective(tokens, clause, at)
    if not continues and not respective and not _is_compared(tokens, clause, at):
        return None
    for i in range(clause - 1, max(clause - _ELIDED_REACH, -1), -1):
        if tokens[i].tag == "Q":
            fields = tokens[i].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
            if fields["kind"] == "duration":
                return None
            found = _own(tokens, i, {**fields, "kind": "count"} if fields["kind"] in SHARES else fields)
            if found is None and tokens[at].text.endswith("百分点"):
                found = that_makes_up(tokens, i)
            if found is None and clause_start(tokens, i) > 1:
                found = _continued(tokens, i)  # 总额为4亿美元，与2011年的3亿美元相比，增加了|1亿美元
            return None if found is None else Item(_past_place(tokens, found) if respective else found.start, found.end, "elided")
    return None


def _is_compared(tokens: Sequence[Token], clause: int, at: int) -> bool:
    """Whether the clause only sets the figure beside the one before: ，与2011年的|4亿美元|相比."""
    beside = at + 1 < len(tokens) and tokens[at + 1].text in {"相比", "相较", "比较"} and tokens[clause].text in {"与", "同", "和"}
    return beside and all(token.tag in {"t", "f"} or token.text == "的" for token in tokens[clause + 1 : at])


def _past_place(tokens: Sequence[Token], item: Item) -> int:
    """Start of the phrase without the place that another takes in this clause: 非洲|出口额下降11%，亚洲下降6%."""
    start = item.start
    while start < item.end - 1 and (tokens[start].tag == "g" or tokens[start].text == "的"):
        start += 1
    return start


_BESIDE: Final = _AREAS | {"同"}


def _respective(tokens: Sequence[Token], clause: int, at: int) -> bool:
    """Whether the clause has places alone for its subject, or none: 秘鲁和玻利维亚则分别增加了|30%; ，2012年为|84%."""
    lead = tokens[clause : at - 1]
    if tokens[at - 1].text in REACHES and clause and all(token.tag in {"t", "d", "c"} or token.text in _BESIDE for token in lead):
        return True
    names = [token for token in tokens[clause:at] if token.nominal and token.text not in CHANGES]
    return bool(names) and all(is_named(token) for token in names) and any(token.text in CHANGES for token in tokens[clause:at])
