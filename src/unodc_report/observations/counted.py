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
    beside,
    is_named,
    labelled,
    object_before,
    part_beside,
    rate_start,
    run_before,
    subject_before,
)
from unodc_report.observations.items import CHANGES, COORDINATORS, REACHES, Item, noun_phrase, object_phrase
from unodc_report.observations.tokens import Sentence, Token, clause_start
from unodc_report.observations.vocabulary import words
from unodc_report.rules import Fields

NO_ITEM_UNITS: Final = words("counts_itself")
"""Measure words that stand for the counted thing itself."""
_VARYING: Final = (REACHES | CHANGES) - {"占"}
"""Words whose subject is the variable of a share, not its base."""
_CONTINUING: Final = words("up") | words("down") | {"比", "较", "达", "达到"}
"""Words with which a clause without a subject says more of the figure before."""
_AROUND: Final = frozenset({"以上", "以下", "左右", "上下"})
"""Words of the number that stand after it."""
_AMONG: Final = frozenset({"中", "当中", "之中"})
_PERSONS: Final = "者员民人童女"
"""Endings of nouns of persons."""
_MAKING_UP: Final = frozenset({"占", "约占", "仅占"})
_ELIDED_REACH: Final = 40  # tokens between a number and an earlier one whose noun it leaves out
_TRIED: Final = 3  # earlier numbers whose noun is sought
_LIST: Final = 6  # numbers of a list that share the noun after the last


def find_item(sentence: Sentence, at: int) -> Item | None:
    """The noun phrase counted by the quantity at token `at`; None where the measure word stands for it or nothing tells."""
    tokens = sentence.tokens
    fields = sentence.quantity(at).fields
    if fields["kind"] == "duration":
        return None
    found = _own(tokens, at, fields)
    if found is not None or fields.get("unit") in NO_ITEM_UNITS:
        return found
    if fields["kind"] in SHARES:
        return _of_bare_share(tokens, at) or _continued(tokens, at)
    return _elided(tokens, at, fields)


def _own(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun phrase that stands with the number itself."""
    if fields.get("unit") == "票":
        return None
    if fields.get("unit") in NO_ITEM_UNITS:
        found = object_before(tokens, at) or labelled(tokens, at) or part_beside(tokens, at)
        return found or (subject_before(tokens, at, fields) if rate_start(tokens, at, max(at - SKIPPED, 0)) is not None else None)
    if fields["kind"] in SHARES:
        return _of_share(tokens, at, fields)
    after = _after(tokens, at, money=fields["kind"] == "money")
    return after or object_before(tokens, at) or subject_before(tokens, at, fields) or beside(tokens, at)


def _after(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:
    """The phrase that follows the number, or the last number of the list that it stands in."""
    for _ in range(_LIST):
        if at + 2 >= len(tokens) or tokens[at + 1].text not in COORDINATORS or not alike(tokens[at], tokens[at + 2]):
            break
        at += 2
    if at + 1 < len(tokens) and tokens[at + 1].text in _AROUND:
        at += 1
    return object_phrase(tokens, at, money=money)


def _of_share(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:  # noqa: PLR0911  # one return a construction
    """Base or variable of a share."""
    if at + 3 < len(tokens) and tokens[at + 3].text == "的" and tokens[at + 1].text in COORDINATORS and alike(tokens[at], tokens[at + 2]):
        at += 2  # 45%和|46%的指标
    if at and tokens[at - 1].text in _VARYING and (variable := subject_before(tokens, at, fields)) is not None:
        return variable
    if at + 2 < len(tokens) and tokens[at + 1].text in _AROUND and tokens[at + 2].text == "的":
        return noun_phrase(tokens, at + 3)
    if at + 1 < len(tokens) and tokens[at + 1].text == "的":
        return noun_phrase(tokens, at + 2)
    if at > 1 and tokens[at - 1].text == "的":
        base = _base_before(tokens, at - 2 if tokens[at - 2].text in _AMONG else at - 1)
        if base is not None:
            return base
    elif (base := _of_whole(tokens, at)) is not None:
        return base
    elif tokens[clause_start(tokens, at)].text == "其中" and tokens[at - 1].text in _MAKING_UP:
        return None  # 75人出席，其中女性占|44%
    elif tokens[at - 1].tag == "n" and tokens[at - 1].text[-1] in "率幅":
        return run_before(tokens, at)  # ，|减幅|6.9%
    return subject_before(tokens, at, fields)


def _of_whole(tokens: Sequence[Token], at: int) -> Item | None:
    """The whole that a share is taken of: 妇女在|使用者|中占45%, |被捕者|中约十分之一, 在|缔约方|中，62%, of 其中 the figure before."""
    end = at
    while end and (tokens[end - 1].tag == "d" or tokens[end - 1].text in {"占", "有", "约", "近", "，", "不到", "超过"}):
        end -= 1
    if end and tokens[end - 1].text in _AMONG and (end > at - 4):
        return _base_before(tokens, end - 1)
    clause = clause_start(tokens, at)
    if tokens[clause].text != "其中":
        return _of_group(tokens, clause, end) if end < at and tokens[end].text == "占" else None
    earlier = next((i for i in range(clause - 1, -1, -1) if tokens[i].tag == "Q"), None)
    if earlier is None:
        return None
    fields = tokens[earlier].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
    share = fields["kind"] in SHARES
    found = object_phrase(tokens, earlier, money=False) if share else _own(tokens, earlier, fields)
    if found is None:
        found = subject_before(tokens, earlier, fields)
        if found is not None and tokens[earlier - 1].text[-1] == "有" and tokens[found.end - 1].text[-1] not in _PERSONS:
            return None  # 讲习班共有|75人
    return None if found is None else Item(found.start, found.end, "elided")


def _of_group(tokens: Sequence[Token], clause: int, end: int) -> Item | None:
    """The group that a clause before names, where this one and those between only name its parts: |受害者|中，女童占19%，男童占15%."""
    while clause > 1 and all(token.nominal for token in tokens[clause:end]):
        last = clause - 2  # before the comma
        if tokens[last].text in _AMONG:
            return _base_before(tokens, last)
        if tokens[last].tag != "Q":
            return None
        clause = clause_start(tokens, last)
        end = last
        while end > clause and (tokens[end - 1].tag == "d" or tokens[end - 1].text == "占"):
            end -= 1
    return None


def _of_bare_share(tokens: Sequence[Token], at: int) -> Item | None:
    """What a clause that only says 占 and a share takes it of: |自愿捐款|4 700万，其中瑞典捐助了1 200万，占|25%."""
    clause = clause_start(tokens, at)
    said = [token.text for token in tokens[clause:at] if token.tag != "d" and token.text != "即"]
    if len(said) != 1 or said[0] not in _MAKING_UP or (at + 1 < len(tokens) and tokens[at + 1].tag != "w"):
        return None
    stop = next((i for i in range(clause - 1, -1, -1) if tokens[i].text == "其中"), clause)
    for i in range(stop - 1, -1, -1):
        if tokens[i].tag == "Q":
            fields = tokens[i].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
            found = None if fields["kind"] in SHARES or fields["kind"] == "duration" else _own(tokens, i, fields)
            if found is not None:
                return Item(found.start, found.end, "elided")
    return None


def _base_before(tokens: Sequence[Token], end: int) -> Item | None:
    """The run of nouns before token `end`, number nouns included: |总额|的百分之五."""
    start = end
    while start and tokens[start - 1].nominal:
        start -= 1
    return Item(start, end, "before") if start < end else None


def _elided(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun said with an earlier number of the sentence: 4起诉讼…超过|22起; 2 540份申请，共计|33万库纳."""
    if fields["kind"] == "money":
        return _summed(tokens, at) if tokens[at - 1].text in REACHES else _continued(tokens, at)
    same = (i for i in range(at - 1, max(at - _ELIDED_REACH, -1), -1) if alike(tokens[i], tokens[at]))
    for i in islice(same, _TRIED):
        bracketed = i and tokens[i - 1].text == "("
        found = object_phrase(tokens, i, money=False) if bracketed else _own(tokens, i, tokens[i].mention.fields)  # type: ignore[union-attr]
        if found is not None:
            return Item(found.start, found.end, "elided")
    return _continued(tokens, at)


def _summed(tokens: Sequence[Token], at: int) -> Item | None:
    """What a sum of money is the sum of: the noun before its clause, 减免了国家的|债务|，总额为410亿美元."""
    clause = clause_start(tokens, at)
    found = run_before(tokens, clause - 1) if clause > 1 and tokens[clause - 2].tag in {"n", "vn"} else None
    return None if found is None else Item(found.start, found.end, "elided")


def _continued(tokens: Sequence[Token], at: int) -> Item | None:
    """The noun of the figure before, which a clause without a subject says more of: ，比2016年增加了|7倍; ，达到|6 800吨."""
    clause = clause_start(tokens, at)
    opening = next((token for token in tokens[clause:at] if token.tag not in {"d", "c"}), None)
    continues = opening is not None and (opening.text in _CONTINUING or (opening.text == "是" and tokens[at].text[-1] in "倍半"))
    respective = not continues and _respective(tokens, clause, at)
    if not continues and not respective:
        return None
    for i in range(clause - 1, max(clause - _ELIDED_REACH, -1), -1):
        if tokens[i].tag == "Q":
            fields = tokens[i].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
            if fields["kind"] == "duration":
                return None
            found = _own(tokens, i, {**fields, "kind": "count"} if fields["kind"] in SHARES else fields)
            return None if found is None else Item(_past_place(tokens, found) if respective else found.start, found.end, "elided")
    return None


def _past_place(tokens: Sequence[Token], item: Item) -> int:
    """Start of the phrase without the place that another takes in this clause: 非洲|出口额下降11%，亚洲下降6%."""
    start = item.start
    while start < item.end - 1 and (tokens[start].tag == "g" or tokens[start].text == "的"):
        start += 1
    return start


def _respective(tokens: Sequence[Token], clause: int, at: int) -> bool:
    """Whether the clause has places alone for its subject, or none: 秘鲁和玻利维亚则分别增加了|30%; ，2012年为|84%."""
    if tokens[at - 1].text in REACHES and clause and all(token.tag in {"t", "d", "c"} for token in tokens[clause : at - 1]):
        return True
    names = [token for token in tokens[clause:at] if token.nominal and token.text not in CHANGES]
    return bool(names) and all(is_named(token) for token in names) and any(token.text in CHANGES for token in tokens[clause:at])


def head(sentence: Sentence, item: Item) -> str:
    """The head of the phrase: the last word of its first conjunct."""
    tokens = sentence.tokens[item.start : item.end]
    cut = next((i for i, token in enumerate(tokens) if i and token.text in COORDINATORS), len(tokens))
    return tokens[cut - 1].text
