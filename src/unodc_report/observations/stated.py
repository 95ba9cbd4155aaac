"""The noun phrase that stands with the number itself.

* after the measure word: 五个|区域间调查论坛, the noun that ends a list of numbers (174个和192个|缔约国);
* before the number: 炸伤|平民|766人, 缔约方|已有187个, 产量|从4吨增至23吨;
* the base of a share: 70%的|缔约国, 妇女在|使用者|中占45%, of 其中 the figure before; the variable of a change: |案件|减少50%.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.before import (
    SEXES,
    SHARES,
    SKIPPED,
    alike,
    amount_before,
    beside,
    is_distance,
    labelled,
    part_beside,
    rate_start,
    run_before,
    subject_before,
)
from unodc_report.observations.behind import object_phrase
from unodc_report.observations.clauses import is_person
from unodc_report.observations.items import CHANGES, REACHES, Item, elided, noun_phrase
from unodc_report.observations.objects import ABOUT, done_to, object_before
from unodc_report.observations.shares import (
    AROUND,
    MAKING_UP,
    WORTH,
    base_before,
    beside_share,
    changed,
    compared,
    differing,
    joined_share,
    made_up,
    of_group,
    voters,
    whole_after,
)
from unodc_report.observations.tokens import Token, clause_start
from unodc_report.observations.vocabulary import AMONG, COORDINATORS, MONEY_NOUNS, words
from unodc_report.rules import Fields

CONTINUING: Final = words("up") | words("down") | {"比", "较", "达", "达到", "高于", "低于", "多于", "少于", *WORTH}
"""Words with which a clause without a subject says more of the figure before."""
ELIDED_REACH: Final = 40  # tokens between a number and an earlier one whose noun it leaves out
NO_ITEM_UNITS: Final = words("counts_itself")
"""Measure words that stand for the counted thing itself."""
_VARYING: Final = (REACHES | CHANGES) - {"占"}
"""Words whose subject is the variable of a share, not its base."""
_NOT_SAYING: Final = frozenset({"占", "有", "约", "近", "，", "不到", "超过", "只有", "仅有", "仅", "至少有"})
"""Words between the whole and its share: 这些国家中，|只有|29%."""
_BETWEEN_SHARES: Final = MAKING_UP | _NOT_SAYING
_GOING_ON: Final = CONTINUING | AMONG
_NOT_PERSONS: Final = frozenset({"人员", "人", "人数", "人口", "人士"})
"""Nouns that say no more than the measure word 人 does."""
AREAS: Final = words("area_noun") | {"农村", "城市", "城镇", "乡村"}
_BRACKET: Final = 8  # tokens of a bracket between a whole and its share
_LIST: Final = 6  # numbers of a list that share the noun after the last
_JOINT: Final = frozenset({"法庭", "法院", "委员会", "机构", "公约", "组织", "基金", "办事处", "特派团", "理事会", "秘书处"})
_BODIES: Final = frozenset({"国家", "国", "地区", "区域", "组织", "机构", "集团"})
"""What sends the persons that 名 counts: 亚太国家|7名."""
_HARM: Final = frozenset({"伤亡", "死亡", "失踪", "受伤"})
_OF_CASES: Final = ("病例", "病例数", "案例", "案件", "差距", "人数")
"""Endings of nouns for what is measured in cases: 这一|差距|已缩小为320例."""
OF_PERSONS: Final = ("人数", "人口", "容量", "上限", "限额", "规模", "编制", "总数")
"""Endings of nouns for what is measured in persons: 监狱|设计容量|为800人."""


def own(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun phrase that stands with the number itself."""
    unit = fields.get("unit")
    if unit == "票" or is_distance(tokens, at, fields):
        return None
    if unit in NO_ITEM_UNITS:
        found = object_before(tokens, at) or labelled(tokens, at) or part_beside(tokens, at) or _persons_beside(tokens, at)
        return found or _of_persons(tokens, at, fields) or _of_cases(tokens, at, unit)
    if fields["kind"] in SHARES:
        return differing(tokens, at) or of_share(tokens, at, fields)
    money = fields["kind"] == "money"
    if (named := differing(tokens, at) or _institutions(tokens, at, unit) or _limited(tokens, at, fields)) is not None:
        return named
    found = _in_brackets(tokens, at) or _after(tokens, at, money=money) or _of_these(tokens, at) or _told(tokens, at, money=money)
    found = found or _before(tokens, at, fields)
    if found is None and money:
        return amount_before(tokens, at)
    bodies = found is not None and unit in {"名", "位"} and found.how == "before" and tokens[found.end - 1].text in _BODIES
    return None if bodies else found


def _limited(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun whose bound a sum is, in a clause that modifies another: 人均|国民总收入|低于750美元的国家."""
    if fields["kind"] != "money" or at < 2 or tokens[at - 1].text not in _BOUNDS or tokens[at - 2].tag != "n":
        return None
    return subject_before(tokens, at, fields) if at + 1 < len(tokens) and tokens[at + 1].text == "的" else None


_BOUNDS: Final = frozenset({"低于", "高于", "超过", "不足", "不到"})


def _institutions(tokens: Sequence[Token], at: int, unit: object) -> Item | None:
    """The institutions that 两 or 三 counts without a measure word, not what they have: 两|法庭|工作, 三|公约|秘书处."""
    if unit is not None or len(tokens[at].text) > 1 or tokens[at].text == "半" or at + 1 >= len(tokens):
        return None
    return Item(at + 1, at + 2) if tokens[at + 1].text in _JOINT else None


def _told(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:
    """What 是 or 为 at once behind the number tells that a part is: 其中6 970万美元是|非经常性开支, 其中90名为|国际工作人员."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in {"为", "是"} or tokens[clause_start(tokens, at)].text != "其中":
        return None
    found = noun_phrase(tokens, at + 2)
    if found is None or not (found.end == len(tokens) or tokens[found.end].tag == "w"):
        return None
    last = tokens[found.end - 1].text
    return found if (last in MONEY_NOUNS if money else tokens[at].text[-1] in "名位万亿" and is_person(last)) else None


def _before(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The phrase before the number, where none follows it."""
    if at and tokens[at - 1].text in WORTH and (at == 1 or tokens[at - 2].tag == "w"):
        return None  # 象牙12根，|估价|48万美元
    return object_before(tokens, at) or subject_before(tokens, at, fields) or beside(tokens, at) or done_to(tokens, at)


def _of_persons(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """Who the persons are whom 人 counts: 其中57人为|儿童, |叙利亚难民|有784 884人; of what a rate is, 死亡率为每千名4.2例."""
    if tokens[at - 1].text == "每":
        return None  # 每|10万人
    if _is_rate(tokens, at):
        return subject_before(tokens, at, fields)
    if (behind := _behind_unit(tokens, at, fields.get("unit"))) is not None or fields.get("unit") != "人":
        return behind
    if at + 2 < len(tokens) and tokens[at + 1].text in {"为", "是"}:
        found = noun_phrase(tokens, at + 2)
        if found is not None and found.end + 1 < len(tokens) and tokens[found.end].text == "的" and is_person(tokens[found.end + 1].text):
            found = Item(found.start, found.end + 2)  # 4 000多万人是|现代奴隶制的受害者
        closes = found is not None and (found.end == len(tokens) or tokens[found.end].tag == "w")
        return found if found is not None and closes and is_person(tokens[found.end - 1].text) else None
    ends = at + 1 == len(tokens) or tokens[at + 1].tag == "w" or tokens[at + 1].text in _GOING_ON
    found = subject_before(tokens, at, fields) if ends and tokens[at - 1].text not in {"(", ":"} else None
    if found is None or found.end < clause_start(tokens, at):
        return None
    noun = tokens[found.end - 1].text
    bare = found.end - found.start == 1 and noun in _NOT_PERSONS
    return found if not bare and (is_person(noun) or noun.endswith(OF_PERSONS)) else None


def _behind_unit(tokens: Sequence[Token], at: int, unit: object) -> Item | None:
    """What flights are of, and what befell persons, where their noun follows 的: 9架次的|救援飞行, 8 239人的|平民伤亡."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "的" or unit not in {"架次", "班次", "人"}:
        return None
    found = noun_phrase(tokens, at + 2)
    return None if found is None or (unit == "人" and tokens[found.end - 1].text not in _HARM) else found


def _persons_beside(tokens: Sequence[Token], at: int) -> Item | None:
    """Persons who make a clause with their number and nothing else: 受援者4万人:|妇女|2.3万人，|男子|1.7万人."""
    found = beside(tokens, at) if tokens[at - 1].tag == "n" and tokens[at].text[-1] == "人" else None
    return found if found is not None and found.end == found.start + 1 and is_person(tokens[found.start].text) else None


def _of_cases(tokens: Sequence[Token], at: int, unit: object) -> Item | None:
    """What the cases are of, where their noun follows: 236例|脊髓灰质炎病例, not 3例|死亡."""
    moves = tokens[at - 1].text in CHANGES or (at + 1 < len(tokens) and tokens[at + 1].text in CHANGES)
    if unit == "例" and (moves or at + 1 == len(tokens) or tokens[at + 1].tag == "w"):
        found = subject_before(tokens, at, tokens[at].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
        told = found is not None and (moves or tokens[found.end - 1].text.endswith(_OF_CASES))
        return found if told else None  # |霍乱疑似病例|超过100万例, |死刑判决|从14例减至3例
    found = object_phrase(tokens, at, money=False) if unit == "例" else None
    named = found is not None and (tokens[found.end - 1].tag == "n" or tokens[found.end - 2].text in {"相关", "有关"})
    return found if named and found is not None and not tokens[found.start].verbal else None  # 40万例|疟疾相关死亡


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
    for i in range(at - 2, max(at - ELIDED_REACH, -1), -1):
        if tokens[i].tag == "Q":
            found = own(tokens, i, tokens[i].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
            return elided(found)
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


def of_share(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:  # noqa: C901, PLR0911, PLR0912  # one return a construction
    """Base or variable of a share."""
    if at + 3 < len(tokens) and tokens[at + 3].text == "的" and tokens[at + 1].text in COORDINATORS and alike(tokens[at], tokens[at + 2]):
        at += 2  # 45%和|46%的指标
    if (first := joined_share(tokens, at)) is not None:
        found = of_share(tokens, first, fields)
        return elided(found)
    if (base := made_up(tokens, at)) is not None:
        return base
    if (variable := changed(tokens, at)) is not None:
        return variable
    if tokens[at - 1].text == "是" and at + 1 < len(tokens) and (after := whole_after(tokens, at)) is not None:
        return after  # 原因是50%以上的|感染者
    moved = at - 2 if at > 1 and tokens[at - 1].text == "了" else at - 1  # 其中女童数量增加|了38%
    if at and tokens[moved].text in _VARYING and (variable := subject_before(tokens, at, fields)) is not None:
        sides = variable.end - variable.start == 1 and tokens[variable.start].text in SEXES  # 而男性仅为16%
        return None if sides or tokens[variable.end - 1].text in AREAS else variable  # 而农村|地区|则为88%: the figure before says of what
    if (after := whole_after(tokens, at)) is not None:
        return after
    if (majority := voters(tokens, at)) is not None:
        return majority
    if fields["kind"] == "multiple" and (variable := compared(tokens, at)) is not None:
        return variable
    if tokens[at].text[-1] == "倍" and tokens[at - 1].text == "的" and tokens[clause_start(tokens, at)].text == "是":
        return None  # 每天接诊45名患者，是建议人数的|两倍
    of = at - 1
    while of > 1 and (tokens[of].text in ABOUT or tokens[of].text in _BOUNDS):
        of -= 1  # 占总数的|约|三分之二
    if of > 0 and tokens[of].text == "的" and (tokens[of - 1].tag not in {"a", "b", "z"} or tokens[of - 1].text == "全球"):
        base = base_before(tokens, _past_bracket(tokens, of - 1 if tokens[of - 1].text in AMONG else of))
        if base is not None:
            return base
    elif _changes_itself(tokens, at) and (variable := subject_before(tokens, at, fields)) is not None:
        return variable
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


def _past_bracket(tokens: Sequence[Token], end: int) -> int:
    """Index before the bracket that ends at `end`, which gives the size of the whole: 占|预算总额|(3亿美元)的52%."""
    if tokens[end - 1].text != ")":
        return end
    return next((i for i in range(end - 2, max(end - _BRACKET, 0), -1) if tokens[i].text == "("), end)


def _changes_itself(tokens: Sequence[Token], at: int) -> bool:
    """Whether a share says by how much what 其中 names changed: 缉获量增加了5%，其中|吗啡增加了|8%."""
    verb = at - 1 - (tokens[at - 1].text == "了")
    clause = clause_start(tokens, at)
    return tokens[clause].text == "其中" and verb > clause + 1 and tokens[verb].text in CHANGES


def _of_whole(tokens: Sequence[Token], at: int) -> Item | None:
    """The whole that a share is taken of: 妇女在|使用者|中占45%, |被捕者|中约十分之一, 在|缔约方|中，62%, of 其中 the figure before."""
    end = at
    while end and (tokens[end - 1].tag == "d" or tokens[end - 1].text in _NOT_SAYING):
        end -= 1
    if end and tokens[end - 1].text in AMONG and (end > at - 4):
        return base_before(tokens, end - 1)
    part = end
    while part and tokens[part - 1].nominal and tokens[end].text in _BETWEEN_SHARES:
        part -= 1
    if 1 < part < end and tokens[part - 1].text == "，":
        part -= 1  # 代表中，女性不到三分之一
    clause = clause_start(tokens, at)
    if clause > 1 and tokens[at - 1].text in MAKING_UP and tokens[end - 1].text == "的" and tokens[clause - 2].text in AMONG:
        return base_before(tokens, clause - 2)  # 在所缉获的海洛因中，经海路偷运的约占30%
    if 0 < part < end and tokens[part - 1].text in AMONG:
        return base_before(tokens, part - 1)  # 参加培训的|人员|中女性占三分之一
    if tokens[clause].text != "其中":
        return of_group(tokens, clause, end) if end < at and tokens[end].text == "占" else None
    return _of_earlier(tokens, clause)


def _of_earlier(tokens: Sequence[Token], clause: int) -> Item | None:
    """The noun of the last figure before the clause, of which 其中 opens a part."""
    earlier = next((i for i in range(clause - 1, -1, -1) if tokens[i].tag == "Q"), None)
    if earlier is None:
        return None
    fields = tokens[earlier].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
    share = fields["kind"] in SHARES
    found = object_phrase(tokens, earlier, money=False) or of_share(tokens, earlier, fields) if share else own(tokens, earlier, fields)
    if found is None:
        found = subject_before(tokens, earlier, fields)
        if found is not None and tokens[earlier - 1].text[-1] == "有" and not is_person(tokens[found.end - 1].text):
            return None  # 讲习班共有|75人
    return elided(found)
