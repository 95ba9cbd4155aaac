"""The noun phrase that stands with the number itself.

* after the measure word: 五个|区域间调查论坛, the noun that ends a list of numbers (174个和192个|缔约国);
* before the number: 炸伤|平民|766人, 缔约方|已有187个, 产量|从4吨增至23吨;
* the base of a share: 70%的|缔约国, 妇女在|使用者|中占45%, of 其中 the figure before; the variable of a change: |案件|减少50%.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from unodc_report.observations.before import (
    SEXES,
    SHARES,
    alike,
    amount_before,
    beside,
    is_distance,
    labelled,
    part_beside,
    run_before,
    subject_before,
)
from unodc_report.observations.behind import object_phrase
from unodc_report.observations.clauses import is_person
from unodc_report.observations.constructions import Construction, Found, first
from unodc_report.observations.items import CHANGES, REACHES, Item, elided, noun_phrase
from unodc_report.observations.objects import ABOUT, done_to, object_before
from unodc_report.observations.persons import of_cases, of_persons, persons_beside
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

ELIDED_REACH: Final = 40  # tokens between a number and an earlier one whose noun it leaves out
NO_ITEM_UNITS: Final = words("counts_itself")
"""Measure words that stand for the counted thing itself."""
_VARYING: Final = (REACHES | CHANGES) - {"占"}
"""Words whose subject is the variable of a share, not its base."""
_NOT_SAYING: Final = frozenset({"占", "有", "约", "近", "，", "不到", "超过", "只有", "仅有", "仅", "至少有"})
"""Words between the whole and its share: 这些国家中，|只有|29%."""
_BETWEEN_SHARES: Final = MAKING_UP | _NOT_SAYING
AREAS: Final = words("area_noun") | {"农村", "城市", "城镇", "乡村"}
_BRACKET: Final = 8  # tokens of a bracket between a whole and its share
_LIST: Final = 6  # numbers of a list that share the noun after the last
_JOINT: Final = frozenset({"法庭", "法院", "委员会", "机构", "公约", "组织", "基金", "办事处", "特派团", "理事会", "秘书处"})
_BODIES: Final = frozenset({"国家", "国", "地区", "区域", "组织", "机构", "集团"})
"""What sends the persons that 名 counts: 亚太国家|7名."""


class Figure(NamedTuple):
    """A figure whose noun is sought: the tokens of its sentence, its index, the fields of its quantity."""

    tokens: Sequence[Token]
    at: int
    fields: Fields


def own(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun phrase that stands with the number itself."""
    return stated(tokens, at, fields)[0]


def stated(tokens: Sequence[Token], at: int, fields: Fields) -> tuple[Item | None, str | None]:
    """The noun phrase that stands with the number itself, and the construction that tells."""
    unit = fields.get("unit")
    if unit == "票" or is_distance(tokens, at, fields):
        return None, None
    figure = Figure(tokens, at, fields)
    if unit in NO_ITEM_UNITS:
        return first(_OF_UNITS, figure) or (None, None)
    if fields["kind"] in SHARES:
        return _stated_share(figure)
    found = first(_OF_THINGS, figure)
    if found is None or found[0] is None:
        return None, None
    bodies = unit in {"名", "位"} and found[0].how == "before" and tokens[found[0].end - 1].text in _BODIES
    return (None, None) if bodies else found


def _limited(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun whose bound a sum is, in a clause that modifies another: |人均国民总收入|低于750美元的国家."""
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


def _before(find: Callable[[Figure], Item | None]) -> Callable[[Figure], Item | None]:
    """A construction before the number, which a clause that only gives the worth of the figure before has not: 象牙12根，|估价|48万美元."""

    def found(figure: Figure) -> Item | None:
        tokens, at = figure.tokens, figure.at
        worth = at and tokens[at - 1].text in WORTH and (at == 1 or tokens[at - 2].tag == "w")
        return None if worth else find(figure)

    return found


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


def of_share(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """Base or variable of a share."""
    return _stated_share(Figure(tokens, at, fields))[0]


def _stated_share(figure: Figure) -> tuple[Item | None, str | None]:
    """Base or variable of a share, and the construction that tells."""
    tokens, at = figure.tokens, figure.at
    if at + 3 < len(tokens) and tokens[at + 3].text == "的" and tokens[at + 1].text in COORDINATORS and alike(tokens[at], tokens[at + 2]):
        figure = figure._replace(at=at + 2)  # 45%和|46%的指标
    found = first(_OF_SHARES, figure)
    return (None, None) if found is None or found[0] is None else (found[0].value, found[1])  # what answers is no None


_Answer: TypeAlias = Found[Item | None] | None


def _if_found(item: Item | None) -> _Answer:
    return None if item is None else Found(item)


def _joined(figure: Figure) -> _Answer:
    before = joined_share(figure.tokens, figure.at)
    return None if before is None else Found(elided(of_share(figure.tokens, before, figure.fields)))


def _behind_copula(figure: Figure) -> _Answer:
    tokens, at = figure.tokens, figure.at
    told = tokens[at - 1].text == "是" and at + 1 < len(tokens)
    return _if_found(whole_after(tokens, at)) if told else None  # 原因是50%以上的|感染者


def _variable(figure: Figure) -> _Answer:
    tokens, at, fields = figure
    moved = at - 2 if at > 1 and tokens[at - 1].text == "了" else at - 1  # 其中女童数量增加|了38%
    variable = subject_before(tokens, at, fields) if at and tokens[moved].text in _VARYING else None
    if variable is None:
        return None
    sides = variable.end - variable.start == 1 and tokens[variable.start].text in SEXES  # 而男性仅为16%
    area = tokens[variable.end - 1].text in AREAS  # 而农村|地区|则为88%: the figure before says of what
    return Found(None if sides or area else variable)


def _compared(figure: Figure) -> _Answer:
    return _if_found(compared(figure.tokens, figure.at)) if figure.fields["kind"] == "multiple" else None


def _times_another(figure: Figure) -> _Answer:
    """每天接诊45名患者，是建议人数的|两倍: of the figure before."""
    tokens, at = figure.tokens, figure.at
    times = tokens[at].text[-1] == "倍" and tokens[at - 1].text == "的" and tokens[clause_start(tokens, at)].text == "是"
    return Found(None) if times else None


def _of(figure: Figure) -> int | None:
    """Index of the 的 that joins the share to its base: 占总数|的|约三分之二."""
    tokens, of = figure.tokens, figure.at - 1
    while of > 1 and (tokens[of].text in ABOUT or tokens[of].text in _BOUNDS):
        of -= 1
    joins = of > 0 and tokens[of].text == "的" and (tokens[of - 1].tag not in {"a", "b", "z"} or tokens[of - 1].text == "全球")
    return of if joins else None


def _base(figure: Figure) -> _Answer:
    tokens, of = figure.tokens, _of(figure)
    return None if of is None else _if_found(base_before(tokens, _past_bracket(tokens, of - 1 if tokens[of - 1].text in AMONG else of)))


def _whole(figure: Figure) -> _Answer:
    return _if_found(_of_whole(figure.tokens, figure.at)) if _of(figure) is None else None


def _part_of_another(figure: Figure) -> _Answer:
    """75人出席，其中女性占|44%: of the figure before."""
    tokens, at = figure.tokens, figure.at
    part = _of(figure) is None and tokens[at - 1].text in MAKING_UP and tokens[clause_start(tokens, at)].text == "其中"
    return Found(None) if part else None


def _rate(figure: Figure) -> _Answer:
    tokens, at = figure.tokens, figure.at
    rate = _of(figure) is None and tokens[at - 1].tag == "n" and tokens[at - 1].text[-1] in "率幅"
    return Found(run_before(tokens, at)) if rate else None  # ，|减幅|6.9%


def _part(figure: Figure) -> _Answer:
    tokens, at, fields = figure
    if tokens[at - 1].text not in MAKING_UP:
        return None
    part = subject_before(tokens, at, fields)
    said = next((i for i in range(part.start) if tokens[i].text == tokens[part.end - 1].text), None) if part is not None else None
    if part is None or said is None:
        return Found(None)  # ，|女生|占56%: of whom is not said
    return Found(part if part.end == part.start + 1 else run_before(tokens, said + 1))  # 全国|法官|共有400名，女法官占9%


def _past_bracket(tokens: Sequence[Token], end: int) -> int:
    """Index before the bracket that ends at `end`, which gives the size of the whole: 占|预算总额|(3亿美元)的52%."""
    if tokens[end - 1].text != ")":
        return end
    return next((i for i in range(end - 2, max(end - _BRACKET, 0), -1) if tokens[i].text == "("), end)


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


_OF_UNITS: Final[tuple[Construction[Figure, Item | None], ...]] = (
    Construction("item.object", lambda f: object_before(f.tokens, f.at), "该国解救了|受害者|81人。"),
    Construction("item.label", lambda f: labelled(f.tokens, f.at), "|国际工作人员|：412人。"),
    Construction("item.part_beside", lambda f: part_beside(f.tokens, f.at), "该营收容了900人，其中|妇女|520人。"),
    Construction("item.persons_beside", lambda f: persons_beside(f.tokens, f.at), "受援者4万人：|妇女|2万人，男子2万人。"),
    Construction("item.persons", lambda f: of_persons(f.tokens, f.at, f.fields), "其中57人为|儿童|。"),
    Construction("item.cases", lambda f: of_cases(f.tokens, f.at, f.fields.get("unit")), "|霍乱疑似病例|超过100万例。"),
)
"""Of a measure word that stands for what it counts."""

_OF_THINGS: Final[tuple[Construction[Figure, Item | None], ...]] = (
    Construction("item.institutions", lambda f: _institutions(f.tokens, f.at, f.fields.get("unit")), "两|法庭|工作已经完成。"),
    Construction("item.bound", lambda f: _limited(*f), "|人均国民总收入|低于750美元的国家可以申请。"),
    Construction("item.in_bracket", lambda f: _in_brackets(f.tokens, f.at), "有12个|国家|采纳了定义（34个中的10个）。"),
    Construction(
        "item.after_number", lambda f: _after(f.tokens, f.at, money=f.fields["kind"] == "money"), "该司培训了50名|检察官|。",
    ),
    Construction("item.of_these", lambda f: _of_these(f.tokens, f.at), "这些|案件|中，有14起已经审结。"),
    Construction(
        "item.told", lambda f: _told(f.tokens, f.at, money=f.fields["kind"] == "money"), "共有120名人员，其中90名为|国际工作人员|。",
    ),
    Construction("item.differing", lambda f: differing(f.tokens, f.at), "|支出|低于预算90万欧元。"),
    Construction("item.object_before", _before(lambda f: object_before(f.tokens, f.at)), "警方缉获|海洛因|5公斤。"),
    Construction("item.subject", _before(lambda f: subject_before(*f)), "|缔约方|已有187个。"),
    Construction("item.beside", _before(lambda f: beside(f.tokens, f.at)), "该馆藏有画册，|图书|12万册。"),
    Construction("item.done_to", _before(lambda f: done_to(f.tokens, f.at)), "|嫌犯|已由警方释放67名。"),
    Construction(
        "item.amount", lambda f: amount_before(f.tokens, f.at) if f.fields["kind"] == "money" else None, "为2015年分摊|毛额|2400万美元。",
    ),
)  # fmt: skip
"""Of a count, a measure or a sum."""

_OF_SHARES: Final[tuple[Construction[Figure, _Answer], ...]] = (
    Construction("item.joined_share", _joined, "|捐款总额|的22%和18%来自两国。"),
    Construction("item.making_up", lambda f: _if_found(made_up(f.tokens, f.at)), "年轻人占|人口|30%以上。"),
    Construction("item.changed", lambda f: _if_found(changed(f.tokens, f.at)), "该项目增加|收入|35%。"),
    Construction("item.behind_copula", _behind_copula, "原因是50%以上的|感染者|没有就医。"),
    Construction("item.variable", _variable, "|案件|减少50%。"),
    Construction("item.behind_de", lambda f: _if_found(whole_after(f.tokens, f.at)), "70%的|缔约国|答复了。"),
    Construction("item.voters", lambda f: _if_found(voters(f.tokens, f.at)), "修正案须获得参加表决的|成员|三分之二多数。"),
    Construction("item.compared", _compared, "妇女感染的|几率|几乎是同龄男性的两倍。"),
    Construction("item.none_times_another", _times_another, "是建议人数的两倍。"),
    Construction("item.share_differing", lambda f: _if_found(differing(f.tokens, f.at)), "|入学率|高于平均水平12个百分点。"),
    Construction("item.base", _base, "这占|预算总额|的52%。"),
    Construction("item.whole", _whole, "妇女在|使用者|中占45%。"),
    Construction("item.none_part_of_another", _part_of_another, "有75人出席，其中女性占44%。"),
    Construction("item.rate", _rate, "产量下降，|减幅|6.9%。"),
    Construction("item.part", _part, "|全国法官|共有400名，女法官占9%。"),
    Construction("item.share_subject", lambda f: _if_found(subject_before(*f)), "|利用率|仅82%。"),
    Construction("item.share_label", lambda f: _if_found(labelled(f.tokens, f.at)), "|文盲率|：12%。"),
    Construction("item.beside_share", lambda f: _if_found(beside_share(f.tokens, f.at)), "企业须缴纳30%|利润税|。"),
)
"""Of a share: its base, or the variable that it is the value or the change of."""

CONSTRUCTIONS: Final[tuple[Construction[Figure, Any], ...]] = (*_OF_UNITS, *_OF_THINGS, *_OF_SHARES)
