"""What a quantity is a number of: what stands with the number itself (`stated`), else what was said with an earlier number.

4起诉讼…超过|22起; ，比2016年增加了|7倍; 债务，总额为|410亿美元; 参与者中有36%选择培训，|25%|选择返校.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final, TypeAlias

from unodc_report.observations.before import (
    SEXES,
    SHARES,
    TIMES,
    alike,
    is_distance,
    is_named,
    moved_before,
    run_before,
)
from unodc_report.observations.behind import object_phrase
from unodc_report.observations.constructions import Construction, first
from unodc_report.observations.items import CHANGES, REACHES, Item, elided
from unodc_report.observations.persons import CONTINUING, OF_PERSONS
from unodc_report.observations.respective import EACH, member, numbers_after, turn_before
from unodc_report.observations.shares import (
    MAKING_UP,
    that_makes_up,
)
from unodc_report.observations.stated import AREAS, ELIDED_REACH, NO_ITEM_UNITS, Figure, of_share, own, stated
from unodc_report.observations.tokens import Sentence, Token, clause_start
from unodc_report.observations.vocabulary import AGAINST
from unodc_report.rules import Fields

_TRIED: Final = 10  # earlier numbers whose noun is sought
_PAIR: Final = 2
_COMPARED: Final = 8  # tokens of what a figure is compared with
_EXPECTED: Final = frozenset({"预期", "预计", "估计"})
_BEYOND: Final = frozenset({"高于", "低于", "多于", "少于"})
_ONLY: Final = frozenset({"只有", "仅有"})
_REACHING_ONLY: Final = REACHES | _ONLY
_MOVING: Final = CHANGES | REACHES
_SET_AGAINST: Final = AGAINST | {"比较"}
_SAID_OF_SHARES: Final = MAKING_UP | {"占比"}
_REACHED: Final = frozenset({"高达", "多达", "超过", "低至", "仅为", "约为", "接近", "不到"})
"""Words that lead to a level without a verb."""
_BESIDE: Final = AREAS | SEXES | {"同"}


def find_item(sentence: Sentence, at: int) -> Item | None:
    """The noun phrase counted by the quantity at token `at`; None where the measure word stands for it or nothing tells."""
    return counted(sentence, at)[0]


def counted(sentence: Sentence, at: int) -> tuple[Item | None, str | None]:
    """The noun phrase counted by the quantity at token `at`, as `find_item` gives it, and the construction that tells."""
    tokens = sentence.tokens
    fields = sentence.quantity(at).fields
    if fields["kind"] == "duration":
        return None, None
    if not EACH.isdisjoint(sentence.words) and (listed := member(tokens, at)) is not None:
        return listed, IN_TURN.id
    found = stated(tokens, at, fields)
    figure = Figure(tokens, at, fields)
    if found[0] is None and fields.get("unit") == "例" and tokens[clause_start(tokens, at)].text in _BEYOND:
        return first((CONTINUED,), figure) or (None, None)  # 2亿例疟疾病例，高于2015年的|1亿例
    if found[0] is None and fields.get("unit") == "人":
        return first((_PERSONS,), figure) or (None, None)
    if found[0] is not None or fields.get("unit") in NO_ITEM_UNITS or is_distance(tokens, at, fields):
        return found
    return first(_SHARES_BEFORE if fields["kind"] in SHARES else _THINGS_BEFORE, figure) or (None, found[1])


def _number_of_persons(tokens: Sequence[Token], at: int) -> Item | None:
    """The number of persons that a clause before says moved: |难民人数|大幅度减少，连续第三年减少|20万人|."""
    if not any(token.text.endswith(OF_PERSONS) for token in tokens[:at]):
        return None
    earlier = next((tokens[i] for i in range(at - 1, -1, -1) if tokens[i].tag == "Q"), None)
    if earlier is not None and earlier.mention is not None and earlier.mention.fields["kind"] in SHARES:
        return None  # 伤亡人数上升3%，达|1.1万人|: the measure word says who
    found = _continued(tokens, at)
    return found if found is not None and tokens[found.end - 1].text.endswith(OF_PERSONS) else None


def _of_bare_share(tokens: Sequence[Token], at: int) -> Item | None:
    """What a clause that only says 占 and a share takes it of: |自愿捐款|4 700万，其中瑞典捐助了1 200万，占|25%."""
    clause = clause_start(tokens, at)
    if at == clause > 1 and (found := _of_share_before(tokens, at)) is not None:
        return found
    if (topic := _of_topic(tokens, clause, at)) is not None:
        return topic
    said = [token.text for token in tokens[clause:at] if token.tag != "d" and token.text != "即"]
    if len(said) != 1 or said[0] not in _SAID_OF_SHARES or (at + 1 < len(tokens) and tokens[at + 1].tag != "w"):
        return None
    stop = next((i for i in range(clause - 1, -1, -1) if tokens[i].text == "其中"), clause)
    for i in range(stop - 1, -1, -1):
        if tokens[i].tag == "Q":
            fields = tokens[i].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
            found = None if fields["kind"] in SHARES or fields["kind"] == "duration" else own(tokens, i, fields)
            if found is not None:
                return elided(found)
    return None


def _standing(tokens: Sequence[Token], at: int) -> Item | None:
    """The subject of a clause that says how a level stands, which the next gives without a verb: |失业率|居高不下，高达|38%|."""
    if tokens[at - 1].tag not in {"d", "c"} and tokens[at - 1].text not in _REACHED:
        return None
    clause = clause_start(tokens, at)
    lead = tokens[clause:at]
    adverbs = clause > 0 and all(token.tag in {"d", "c"} or token.text in _REACHED for token in lead)
    return elided(moved_before(tokens, clause)) if adverbs and any(token.text in _REACHED for token in lead) else None


def _of_topic(tokens: Sequence[Token], clause: int, at: int) -> Item | None:
    """Those whom a clause without a verb names before what a share of them does: 特派团的2万|军事人员|，有超过40%在北部巡逻."""
    said = [token.text for token in tokens[clause:at] if token.tag != "d" and token.text not in TIMES]
    start = clause_start(tokens, clause - 1) if clause > 1 and said == ["有"] else clause
    counts = [i for i in range(start, clause) if tokens[i].tag == "Q"]
    if len(counts) != 1 or any(token.verbal for token in tokens[start:clause]):
        return None
    found = own(tokens, counts[0], tokens[counts[0]].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
    return elided(found) if found is not None and found.end == clause - 1 else None


def _of_share_before(tokens: Sequence[Token], at: int) -> Item | None:
    """The base of the share with which the clause before begins its list: |参与者|中有36%选择培训，|25%|选择返校."""
    earlier = next((i for i in range(at - 2, -1, -1) if tokens[i].tag == "Q"), None)
    if earlier is None or at + 1 >= len(tokens):
        return None
    fields = tokens[earlier].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
    if fields["kind"] in {"count", "money", "measure"} and clause_start(tokens, earlier) == clause_start(tokens, at - 1):
        does = tokens[at + 1].verbal or tokens[at + 1].text in {"由", "为", "在"}
        found = own(tokens, earlier, fields) if does else None
        return elided(found)  # 摊款总额达14亿美元，|85%|由两国拖欠
    if not alike(tokens[earlier], tokens[at]) or not tokens[at + 1].verbal or clause_start(tokens, earlier) != clause_start(tokens, at - 1):
        return None
    found = of_share(tokens, earlier, fields)
    acts = tokens[found.end] if found is not None and found.start > earlier else tokens[earlier + 1]
    does = acts.verbal or (acts.tag == "vn" and acts is not tokens[earlier + 1])
    return elided(found) if does else None  # 三分之二以上的|代表|投了赞成票，|十分之一|弃权


def _elided(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun said with an earlier number of the sentence: 4起诉讼…超过|22起; 2 540份申请，共计|33万库纳."""
    if at and tokens[at - 1].text == "人均":
        return None  # 森林面积为40亿公顷，相当于人均|0.5公顷
    if (found := _of_another_year(tokens, at) or _of_member_before(tokens, at)) is not None:
        return found
    if fields["kind"] == "money":
        return (_summed(tokens, at) if tokens[at - 1].text in REACHES else None) or _continued(tokens, at)
    same = (i for i in range(at - 1, max(at - ELIDED_REACH, -1), -1) if alike(tokens[i], tokens[at]))
    for i in islice(same, _TRIED):
        bracketed = i and tokens[i - 1].text == "("
        found = object_phrase(tokens, i, money=False) if bracketed else own(tokens, i, tokens[i].mention.fields)  # type: ignore[union-attr]
        if found is not None:
            return elided(found)
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
    found = own(tokens, before[numbers.index(at)], tokens[at].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
    return elided(found)


def _of_another_year(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun of the figure that one of another year in brackets is set beside: 支出为1 200万美元(2013年:|1 050万美元|)."""
    dated = at > 3 and tokens[at - 1].text == ":" and tokens[at - 2].tag == "t" and tokens[at - 3].text == "("
    if not dated or not alike(tokens[at - 4], tokens[at]):
        return None
    found = own(tokens, at - 4, tokens[at - 4].mention.fields)  # type: ignore[union-attr]  # a Q token is a mention
    return elided(found)


def _summed(tokens: Sequence[Token], at: int) -> Item | None:
    """What a sum of money is the sum of: the noun before its clause, 减免了国家的|债务|，总额为410亿美元."""
    clause = clause_start(tokens, at)
    found = run_before(tokens, clause - 1) if clause > 1 and tokens[clause - 2].tag in {"n", "vn"} else None
    return elided(found)


def _continued(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun of the figure before, which a clause without a subject says more of: ，比2016年增加了|7倍; ，达到|6 800吨."""
    clause = clause_start(tokens, at)
    lead = tokens[_past_span(tokens, clause, at) : at]
    passed = TIMES | {"到", "至", "在"}
    opening = next((token for token in lead if token.tag not in {"d", "c", "t"} and token.text not in passed), None)
    continues = opening is not None and (opening.text in CONTINUING or _says_of(tokens, opening, at) or _from_level(tokens, opening, at))
    continues = continues or (opening is None and at - clause == 1 and tokens[clause].text in {"至", "到"})  # 下滑了4%，至|820亿美元
    respective = not continues and _respective(tokens, clause, at)
    if not continues and not respective and not _is_compared(tokens, clause, at):
        return None
    if continues and clause and (moved := moved_before(tokens, clause)) is not None:
        return elided(moved)
    for i in range(_before_bracket(tokens, clause - 1), max(clause - ELIDED_REACH, -1), -1):
        if tokens[i].tag == "Q":
            fields = tokens[i].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
            if fields["kind"] == "duration":
                return None
            found = own(tokens, i, {**fields, "kind": "count"} if fields["kind"] in SHARES else fields)
            if found is None and fields["kind"] in SHARES and tokens[at].text.endswith("%"):
                found = of_share(tokens, i, fields)  # 占死亡人数的27%，但2015年上升到|39%
            if found is None and tokens[at].text.endswith("百分点"):
                found = that_makes_up(tokens, i)
            if found is None and clause_start(tokens, i) > 1:
                found = _continued(tokens, i)  # 总额为4亿美元，与2011年的3亿美元相比，增加了|1亿美元
            if found is not None and any(token.text in SEXES for token in tokens[clause:at]):
                return Item(found.end - 1, found.end, "elided")
            return None if found is None else Item(past_place(tokens, found) if respective else found.start, found.end, "elided")
    return None


def _before_bracket(tokens: Sequence[Token], comma: int) -> int:
    """Index of the bracket with which the clause before a comma ends, else of the comma: 毛额1 260万美元|(净额1 150万美元)，减少了."""
    if comma < 1 or tokens[comma - 1].text != ")":
        return comma
    return next((i for i in range(comma - 1, -1, -1) if tokens[i].text == "("), comma)


def _past_span(tokens: Sequence[Token], clause: int, at: int) -> int:
    """Index after a span of time with which a clause opens: |10年来|增加45%, |两年内|下降了7%."""
    if tokens[clause].text in {"与", "同", "和"}:  # |与2009年相比|减少了12%
        return next((i + 1 for i in range(clause, min(clause + _COMPARED, at)) if tokens[i].text in AGAINST), clause)
    if tokens[clause].text == "连续" and tokens[clause + 1].text[0] == "第":
        return next((i for i in range(clause + 1, at) if tokens[i].tag != "m"), at)  # |连续第三年|减少20万人
    span = tokens[clause].mention if clause + 1 < at else None
    lasts = span is not None and span.fields.get("kind") == "duration"
    return clause + 2 if lasts and tokens[clause + 1].text in {"来", "以来", "内", "间", "中"} else clause


def _from_level(tokens: Sequence[Token], opening: Token, at: int) -> bool:
    """Whether a clause opens with the level that something changed from: ，|从|2010年初的310万人减少到290万人."""
    if opening.text not in {"从", "由"}:
        return False
    start = tokens.index(opening)
    between = [token.tag for token in tokens[start + 1 : at] if token.text not in _MOVING]
    moved = any(token.text in CHANGES for token in tokens[start + 1 : at + 2])
    return moved and all(tag in {"t", "uj", "Q", "v", "d", "f"} for tag in between)


def _says_of(tokens: Sequence[Token], opening: Token, at: int) -> bool:
    """Whether a clause opens with 是 or 为 on how many times another the figure before is, or with 为 on its level: ，|为|35亿美元."""
    if opening.text not in {"是", "为"}:
        return False
    return tokens[at].text[-1] in "倍半" or (opening.text == "为" and tokens[at - 1] is opening)


def _is_compared(tokens: Sequence[Token], clause: int, at: int) -> bool:
    """Whether the clause only sets the figure beside the one before: ，与2011年的|4亿美元|相比."""
    beside = at + 1 < len(tokens) and tokens[at + 1].text in _SET_AGAINST and tokens[clause].text in {"与", "同", "和"}
    return beside and all(token.tag in {"t", "f"} or token.text == "的" for token in tokens[clause + 1 : at])


def past_place(tokens: Sequence[Token], item: Item) -> int:
    """Start of the phrase without the place that another takes in this clause: 非洲|出口额下降11%，亚洲下降6%."""
    start = item.start
    while start < item.end - 1 and (tokens[start].tag == "g" or tokens[start].text == "的"):
        start += 1
    return start


def _respective(tokens: Sequence[Token], clause: int, at: int) -> bool:
    """Whether the clause has places alone for its subject, or none: 秘鲁和玻利维亚则分别增加了|30%; ，2012年为|84%."""
    lead = tokens[clause : at - 1]
    beside = clause > 1 and tokens[at].text[-1] == "%" and alike(tokens[clause - 2], tokens[at])  # 西非增长3.8%，加纳为|7.2%
    if (
        tokens[at - 1].text in _REACHING_ONLY
        and clause
        and all(token.tag in {"t", "d", "c"} or token.text in _BESIDE or (beside and token.tag == "g") for token in lead)
    ):
        return True
    names = [token for token in tokens[clause:at] if token.nominal and token.text not in CHANGES and token.text not in _EXPECTED]
    return bool(names) and all(is_named(token) for token in names) and any(token.text in CHANGES for token in tokens[clause:at])


_Said: TypeAlias = Construction[Figure, Item | None]

IN_TURN: Final[_Said] = Construction("item.in_turn", lambda f: member(f.tokens, f.at), "|警察|和志愿人员分别为1162名和190名。")
CONTINUED: Final[_Said] = Construction("item.continued", lambda f: _continued(f.tokens, f.at), "|失业率|为5%，比2016年增加了7%。")
_PERSONS: Final[_Said] = Construction(
    "item.number_of_persons", lambda f: _number_of_persons(f.tokens, f.at), "|难民人数|大幅度减少，连续第三年减少20万人。",
)  # fmt: skip
_SHARES_BEFORE: Final[tuple[_Said, ...]] = (
    Construction("item.bare_share", lambda f: _of_bare_share(f.tokens, f.at), "|自愿捐款|为4700万美元，占25%。"),
    Construction("item.standing", lambda f: _standing(f.tokens, f.at), "|失业率|居高不下，高达38%。"),
    CONTINUED,
)
_THINGS_BEFORE: Final[tuple[_Said, ...]] = (
    Construction("item.said_before", lambda f: _elided(*f), "2021年有4起|诉讼|，后来超过22起。"),
)
CONSTRUCTIONS: Final = (IN_TURN, _PERSONS, *_SHARES_BEFORE, *_THINGS_BEFORE)
"""With the noun of an earlier number."""
