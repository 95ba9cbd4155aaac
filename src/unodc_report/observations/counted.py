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

from unodc_report.data.counted import action_label
from unodc_report.observations.governors import over_modifier
from unodc_report.observations.items import CHANGES, COORDINATORS, EITHER, REACHES, Item, noun_phrase, object_phrase
from unodc_report.observations.tokens import Sentence, Token, clause_start
from unodc_report.observations.vocabulary import words
from unodc_report.rules import Fields

NO_ITEM_UNITS: Final = words("counts_itself")
"""Measure words that stand for the counted thing itself."""
_SHARES: Final = frozenset({"percent", "fraction", "multiple"})
_BEFORE: Final = CHANGES | REACHES | words("before_number")
"""Words that may stand between a subject and its number."""
_VARYING: Final = (REACHES | CHANGES) - {"占"}
"""Words whose subject is the variable of a share, not its base."""
_NUMBER_NOUNS: Final = words("number_noun")
_CONTINUING: Final = words("up") | words("down") | {"比", "较", "达", "达到"}
"""Words with which a clause without a subject says more of the figure before."""
_AROUND: Final = frozenset({"以上", "以下", "左右", "上下"})
"""Words of the number that stand after it."""
_AMONG: Final = frozenset({"中", "当中", "之中"})
_FROM: Final = frozenset({"从", "由"})
_ADJECTIVES: Final = frozenset({"a", "b", "z"})
_COMPARING: Final = frozenset({"比", "较"})
_MOVES: Final = (words("up") | words("down") | words("to")) - _FROM - {"到", "至"}
RATES: Final = frozenset({"比例", "比重", "份额", "比率", "占比", "百分比"})
_MAKING_UP: Final = frozenset({"占", "约占", "仅占"})
_COMPOUNDING: Final = words("compounding")
DISPOSAL: Final = frozenset({"将", "把"})
"""Words that put an object before its verb: 将|两种物质|列入."""
_ELIDED_REACH: Final = 40  # tokens between a number and an earlier one whose noun it leaves out
_TRIED: Final = 3  # earlier numbers whose noun is sought
_LIST: Final = 6  # numbers of a list that share the noun after the last
_SKIPPED: Final = 24  # tokens between a subject and its number


def find_item(sentence: Sentence, at: int) -> Item | None:
    """The noun phrase counted by the quantity at token `at`; None where the measure word stands for it or nothing tells."""
    tokens = sentence.tokens
    fields = sentence.quantity(at).fields
    if fields["kind"] == "duration":
        return None
    found = _own(tokens, at, fields)
    if found is not None or fields.get("unit") in NO_ITEM_UNITS:
        return found
    if fields["kind"] in _SHARES:
        return _of_bare_share(tokens, at) or _continued(tokens, at)
    return _elided(tokens, at, fields)


def find_heading(tokens: Sequence[Token], colon: int) -> Item | None:
    """The noun phrase before a colon, over a bracket: |缉获量|(公斤):"""
    end = colon
    if tokens[end - 1].text == ")":
        end = next((i for i in range(end - 1, -1, -1) if tokens[i].text == "("), end)
    return _run_before(tokens, end)


def _own(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun phrase that stands with the number itself."""
    if fields.get("unit") == "票":
        return None
    if fields.get("unit") in NO_ITEM_UNITS:
        found = _object_before(tokens, at) or _labelled(tokens, at) or _part_beside(tokens, at)
        return found or (_before(tokens, at, fields) if _rate_start(tokens, at, max(at - _SKIPPED, 0)) is not None else None)
    if fields["kind"] in _SHARES:
        return _of_share(tokens, at, fields)
    after = _after(tokens, at, money=fields["kind"] == "money")
    return after or _object_before(tokens, at) or _before(tokens, at, fields) or _beside(tokens, at)


def _after(tokens: Sequence[Token], at: int, *, money: bool) -> Item | None:
    """The phrase that follows the number, or the last number of the list that it stands in."""
    for _ in range(_LIST):
        if at + 2 >= len(tokens) or tokens[at + 1].text not in COORDINATORS or not _alike(tokens[at], tokens[at + 2]):
            break
        at += 2
    if at + 1 < len(tokens) and tokens[at + 1].text in _AROUND:
        at += 1
    return object_phrase(tokens, at, money=money)


def _alike(one: Token, other: Token) -> bool:
    """Whether two tokens are quantities with the same unit."""
    both = one.mention is not None and other.mention is not None and one.tag == other.tag == "Q"
    return both and one.mention.fields.get("unit") == other.mention.fields.get("unit")  # type: ignore[union-attr]


def _object_before(tokens: Sequence[Token], at: int) -> Item | None:
    """An object that its number follows: 炸伤|平民|766人, 收到|捐款|136 000美元."""
    item = _run_before(tokens, at)
    if item is None or not item.start:
        return None
    while item.start > 1 and tokens[item.start - 1].text in COORDINATORS and tokens[item.start - 2].tag == "n":
        wider = _run_before(tokens, item.start - 1)  # 解救了|妇女和儿童|81人
        if wider is None or not wider.start:
            return None
        item = Item(wider.start, item.end, "before")
    over = item.start - 1
    if tokens[over].text in COORDINATORS and over and tokens[over - 1].tag == "Q":
        return item  # 销毁地雷2 341枚、|弹药|15 600件
    if tokens[over].text == "的":
        return item if over_modifier(tokens, over) is not None else None
    if tokens[over].tag in {"ul", "ug"} and over:
        over -= 1
    elif over and tokens[over].text in _COMPOUNDING and (tokens[over - 1].verbal or tokens[over - 1].text in EITHER):
        item, over = Item(over, item.end, "before"), over - 1  # 共组织|培训活动|77次
    does = tokens[over].verbal or (tokens[over].text in EITHER and tokens[over + 1].tag != "n")
    known = len(tokens[over].text) > 1 or action_label(tokens[over].text)[1] != "other"
    return item if does and known and tokens[over].text not in _BEFORE else None


def _labelled(tokens: Sequence[Token], at: int) -> Item | None:
    """The label that a number stands behind alone: |国际工作人员|:412人."""
    if at < 2 or tokens[at - 1].text != ":" or (at + 1 < len(tokens) and tokens[at + 1].tag != "w"):  # noqa: PLR2004
        return None
    item = _run_before(tokens, at - 1)
    return item if item is not None and (item.start == 0 or tokens[item.start - 1].tag == "w") else None


def _beside(tokens: Sequence[Token], at: int) -> Item | None:
    """A noun that makes a clause with its number and nothing else: 其中|妇女|212名."""
    item = _run_before(tokens, at)
    if item is None or (at + 1 < len(tokens) and tokens[at + 1].tag != "w"):
        return _labelled(tokens, at)
    return item if item.start == clause_start(tokens, at, "，:、(") or tokens[item.start - 1].text in {"其中", "包括"} else None


def _part_beside(tokens: Sequence[Token], at: int) -> Item | None:
    """A noun between 其中 and a number that ends its clause: 其中|女性|520人."""
    item = _beside(tokens, at)
    return item if item is not None and item.start and tokens[item.start - 1].text == "其中" else None


def _of_share(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """Base or variable of a share."""
    if at + 3 < len(tokens) and tokens[at + 3].text == "的" and tokens[at + 1].text in COORDINATORS and _alike(tokens[at], tokens[at + 2]):
        at += 2  # 45%和|46%的指标
    if at and tokens[at - 1].text in _VARYING and (variable := _before(tokens, at, fields)) is not None:
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
        return _run_before(tokens, at)  # ，|减幅|6.9%
    return _before(tokens, at, fields)


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
    share = fields["kind"] in _SHARES
    found = object_phrase(tokens, earlier, money=False) if share else _own(tokens, earlier, fields)
    if found is None and tokens[earlier - 1].text[-1] != "有":
        found = _before(tokens, earlier, fields)
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
            found = None if fields["kind"] in _SHARES or fields["kind"] == "duration" else _own(tokens, i, fields)
            if found is not None:
                return Item(found.start, found.end, "elided")
    return None


def _base_before(tokens: Sequence[Token], end: int) -> Item | None:
    """The run of nouns before token `end`, number nouns included: |总额|的百分之五."""
    start = end
    while start and tokens[start - 1].nominal:
        start -= 1
    return Item(start, end, "before") if start < end else None


def _before(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun phrase before the number: over the words of reaching and changing, then the run of nouns."""
    end = _skip_back(tokens, at)
    if end == at or tokens[at - 1].text in DISPOSAL:
        return None
    if fields["kind"] in _SHARES and tokens[end - 1].text in RATES and tokens[end - 2].text == "的":
        rate = _run_before(tokens, end - 2)  # 妇女|的比例达到64%
        return Item(end - 1 if rate is None else rate.start, end, "before")
    if fields["kind"] in {"count", "money"} and end > 1 and tokens[end - 1].text in _NUMBER_NOUNS:
        end -= 1
        if tokens[end - 1].text == "的":
            end -= 1
    return _run_before(tokens, end)


def _run_before(tokens: Sequence[Token], end: int) -> Item | None:
    """The run of nouns that ends before token `end`; places and organizations alone are not counted."""
    start = end
    while start and tokens[start - 1].nominal and tokens[start - 1].text not in _BEFORE:
        start -= 1
    if start == end or tokens[end - 1].tag in _ADJECTIVES or all(_named(token) for token in tokens[start:end]):
        return None
    return Item(start, end, "before")


def _named(token: Token) -> bool:
    """Whether a token is a place or an organization: as the subject of a number it is not counted."""
    return token.tag == "g" or (token.mention is not None and token.mention.type == "organization")


def _skip_back(tokens: Sequence[Token], at: int) -> int:
    """Index after the last token before `at` that is no word of reaching or changing, adverb, or earlier number of the same change."""
    end, said, least = at, False, max(at - _SKIPPED, 0)
    if (start := _range_start(tokens, at, least)) is not None:
        end, said = start, True
    elif (start := _rate_start(tokens, at, least)) is not None:
        end = start
    while end > least:
        token = tokens[end - 1]
        said = said or token.text in _BEFORE or token.text == "("
        if token.text in _BEFORE or token.tag in {"d", "ul", "Q", "t"} or token.text in {"(", "出现"} or _leans(tokens, end):
            end -= 1
        elif end < at and (skipped := _over_adverbial(tokens, end)) is not None:
            end = skipped
        else:
            break
    return end if said else at


def _rate_start(tokens: Sequence[Token], at: int, least: int) -> int | None:
    """Index of the 每 before what a rate is counted on: 死亡率为|每千名活产|4.2例."""
    for i in range(at - 1, max(at - 6, least) - 1, -1):
        if tokens[i].text == "每":
            return i
        if not (tokens[i].nominal or tokens[i].tag in {"m", "q", "Q"}):
            return None
    return None


def _range_start(tokens: Sequence[Token], at: int, least: int) -> int | None:
    """Index of the 从 or 由 of the change that the number is the first or the second end of: |从1990年的每千人93例降至2015年的|41例."""
    second = any(token.text in _MOVES for token in tokens[max(at - 5, least) : at])
    if not second and (at + 1 == len(tokens) or tokens[at + 1].text not in _MOVES):
        return None
    for i in range(at - 1, least - 1, -1):
        if tokens[i].text in _FROM:
            return i
        if tokens[i].text in "，:":
            return None
    return None


def _leans(tokens: Sequence[Token], end: int) -> bool:
    """Whether the token before `end` belongs to what follows it.

    The comma of ，从23个增至, the modifier of 短期|下降, 的 in 从2020年|的|4吨, 和 in 30%|和|4%.
    """
    token, following = tokens[end - 1], tokens[end]
    if token.text == "，":
        return following.text in _FROM
    if token.text == "的":
        return following.tag == "Q" and end > 1 and tokens[end - 2].tag == "t"
    if token.text in COORDINATORS:
        return following.tag == "Q" and end > 1 and _alike(tokens[end - 2], following)
    return token.tag == "b" and following.text in CHANGES


def _over_adverbial(tokens: Sequence[Token], end: int) -> int | None:
    """Start of a phrase 在…期间/阶段 or 比… that ends at `end` between a subject and its predicate."""
    for i in range(end - 1, max(end - 7, 0), -1):
        if tokens[i].text in _COMPARING:
            return i
        if tokens[i].tag == "w" or tokens[i].text == "的":
            return None
        if tokens[i].text == "在" and i:
            return i
    return None


def _elided(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun said with an earlier number of the sentence: 4起诉讼…超过|22起; 2 540份申请，共计|33万库纳."""
    if fields["kind"] == "money":
        return _summed(tokens, at) if tokens[at - 1].text in REACHES else _continued(tokens, at)
    alike = (i for i in range(at - 1, max(at - _ELIDED_REACH, -1), -1) if _alike(tokens[i], tokens[at]))
    for i in islice(alike, _TRIED):
        bracketed = i and tokens[i - 1].text == "("
        found = object_phrase(tokens, i, money=False) if bracketed else _own(tokens, i, tokens[i].mention.fields)  # type: ignore[union-attr]
        if found is not None:
            return Item(found.start, found.end, "elided")
    return _continued(tokens, at)


def _summed(tokens: Sequence[Token], at: int) -> Item | None:
    """What a sum of money is the sum of: the noun before its clause, 减免了国家的|债务|，总额为410亿美元."""
    clause = clause_start(tokens, at)
    found = _run_before(tokens, clause - 1) if clause > 1 and tokens[clause - 2].tag in {"n", "vn"} else None
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
            found = None if fields["kind"] == "duration" else _own(tokens, i, {**fields, "kind": "count"} if fields["kind"] in _SHARES else fields)
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
    return bool(names) and all(_named(token) for token in names) and any(token.text in CHANGES for token in tokens[clause:at])


def head(sentence: Sentence, item: Item) -> str:
    """The head of the phrase: the last word of its first conjunct."""
    tokens = sentence.tokens[item.start : item.end]
    cut = next((i for i, token in enumerate(tokens) if i and token.text in COORDINATORS), len(tokens))
    return tokens[cut - 1].text
