"""Clauses that stand between a number and its noun: 五个|已提交报告的|国家, 三个|被围困|社区, 两名|与武装团体有关联的|儿童.

The words with which they begin (已, 将, 被, 为) as often begin the predicate of a figure whose noun was said before; a clause is read
as a modifier only where the noun behind its last 的 is one that acts (国家, 组织) or, after 名 and 位, a person, or where its verb stands
before that 的 (两个|已完成的|项目): 五个|将提交关于森林的报告 is a predicate.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.tokens import Token
from unodc_report.observations.vocabulary import COORDINATORS, NOT_YET, words

_REACH: Final = 24  # tokens of a clause
_PERSONS: Final = "者员民人童兵官犯徒客囚"
"""Last characters of nouns of persons."""
_PERSONAL: Final = words("person")
_NO_PERSONS: Final = frozenset({"器官", "感官"})
AGENTS: Final = words("agent")
OWN: Final = frozenset({"自己", "其", "他们", "她们", "它们", "该", "本"})
"""Words before the last 的 of an object, not of a modifier: 40名|已返回自己的家园."""
_BEFOREHAND: Final = words("beforehand")
_RELATED: Final = frozenset({"有关联", "有关", "相关", "有联系", "相联", "关联", "联系", "合作", "接壤", "相邻"})
_SUFFERED: Final = words("suffered")
"""What befalls the thing counted, where its noun follows at once: 两个|被|围困|社区."""


def is_person(word: str) -> bool:
    """Whether a noun names persons.

    >>> is_person("工作人员"), is_person("治疗站")
    (True, False)
    """
    return word in _PERSONAL or (word[-1] in _PERSONS and word not in _NO_PERSONS)


def closing(tokens: Sequence[Token], start: int, unit: object) -> int | None:
    """Index of the last 的 of the clause that begins at `start` and modifies the counted noun behind it; None if it does not."""
    last, aim = None, tokens[start].text == "为"
    if tokens[start].text[0] == "是" or tokens[start].tag == "w":
        return None
    for j in range(start + 1, min(start + _REACH, len(tokens) - 1)):
        token = tokens[j]
        if (token.tag == "w" and token.text != "、") or token.text[0] == "是":
            break
        aim = aim and token.text != "而"
        if token.text == "的" and tokens[j + 1].tag in {"n", "l", "b", "j"} and tokens[j - 1].text not in OWN:
            last = j
    says = tokens[start].tag == "d" or any(token.verbal or token.tag in {"vn", "b"} for token in tokens[start:last])
    if last is None or aim or not says:
        return None
    return last if _acts(tokens, last + 1, unit) or (tokens[last - 1].verbal and unit not in {"名", "位"}) else None


def _acts(tokens: Sequence[Token], start: int, unit: object) -> bool:
    """Whether the nouns at `start` are such as act: persons after 名 and 位, bodies and places after others."""
    end = start
    while end < len(tokens) and tokens[end].nominal:
        end += 1
    if end == start:
        return False
    word = tokens[end - 1].text
    if unit in {"名", "位"}:
        return is_person(word)
    return word in AGENTS


def skip_beforehand(tokens: Sequence[Token], start: int) -> int:
    """Index after the words of time with which a modifier begins: 5名|以前|与武装团体有关联的儿童."""
    while start < len(tokens) - 1 and tokens[start].text in _BEFOREHAND:
        start += 1
    return start


def related(tokens: Sequence[Token], start: int) -> bool:
    """Whether 与 at `start` opens a modifier and joins no nouns: |与|武装团体有关联的儿童."""
    if tokens[start].text not in {"与", "同", "和"}:
        return False
    for j in range(start + 1, min(start + 12, len(tokens) - 1)):
        if tokens[j].tag == "w":
            return False
        if tokens[j].text in _RELATED:
            return tokens[j + 1].text == "的"
    return False


_UNDONE: Final = words("undone")
_MEASURED: Final = frozenset({"达到", "达", "超过", "为", "在", "不到", "低于", "高于", "大于", "小于", "不足", "约", "约为", "高达"})
_BOUNDS: Final = frozenset({"以上", "以下", "左右"})


def left_undone(tokens: Sequence[Token], start: int) -> bool:
    """Whether 未 at `start` with its verb modifies the noun behind it: 一个|未|填补|空缺."""
    if tokens[start].text not in NOT_YET or start + 2 >= len(tokens):
        return False
    return tokens[start + 1].text in _UNDONE and tokens[start + 2].tag == "n"


def past_figure(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the 的 of a modifier that gives a figure of the noun before it: 13吨铀-235丰度|达到5%的|六氟化铀."""
    if tokens[i + 1].text not in _MEASURED:
        return None
    for j in range(i + 2, min(i + 4, len(tokens) - 2)):
        if tokens[j].tag == "w":
            return None
        if tokens[j].tag == "Q":
            end = j + 2 if tokens[j + 1].text in _BOUNDS else j + 1
            return end if end + 1 < len(tokens) and tokens[end].text == "的" and tokens[end + 1].tag == "n" else None
    return None


def befallen(tokens: Sequence[Token], start: int) -> bool:
    """Whether 被 at `start` with its verb modifies the noun behind it: 两个|被|围困|社区."""
    if tokens[start].text != "被" or start + 2 >= len(tokens):
        return False
    return tokens[start + 1].text in _SUFFERED and tokens[start + 2].tag == "n"


def ends_clause(tokens: Sequence[Token], end: int) -> bool:
    """Whether nothing of the clause stands from token `end` on."""
    return end == len(tokens) or tokens[end].tag == "w"




def done_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verbal noun at `at`, the last of its clause, is what the persons before it do: 名 and 位 count no acts."""
    joined = at + 2 < len(tokens) and tokens[at + 1].text in COORDINATORS and tokens[at + 2].tag == "Q"  # 40名平民|死亡|及62名
    return (joined or ends_clause(tokens, at + 1)) and tokens[at].tag == "vn" and tokens[at - 1].tag in {"n", "nr"}


_JOINING: Final = frozenset({"participate", "attend", "accede", "ratify", "sign"})


_PASSING: Final = frozenset({"死亡", "消失", "丧失", "失踪"})


def joined_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verbal noun at `at`, the last of its clause, is what the states or bodies before it take part in: 15个国家|参与|，."""
    if not ends_clause(tokens, at + 1) or tokens[at].tag != "vn":
        return False
    if tokens[at].text in _PASSING:
        return tokens[at - 1].tag == "n"  # 95万头|牲畜|死亡, 4 700万公顷的原始森林|消失
    joins = action_label(tokens[at].text)[1] in _JOINING or tokens[at].text == "发言"
    return joins and tokens[at - 1].text in AGENTS


def joins_cases(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word alone stands between the figure at `at` and another of the same measure that is joined to it."""
    further = tokens[at + 3] if at + 3 < len(tokens) and tokens[at + 2].text in COORDINATORS else None
    return further is not None and further.tag == "Q" and further.text[-1] == tokens[at].text[-1]


def is_ground(tokens: Sequence[Token], end: int) -> bool:
    """Whether the phrase that ends before token `end` only says on what a change goes on: 在去年3 600吨的|基础|上."""
    return tokens[end - 1].text == "基础" and end < len(tokens) and tokens[end].text == "上"


def settles(word: str) -> bool:
    """Whether a noun names persons, or groups of them that live somewhere."""
    return is_person(word) or word.endswith(("人口", "家庭", "住户"))


_JOINTS: Final = frozenset({"和", "或", "、", "与", "及"})
_ACTS: Final = frozenset({"案件", "事件", "行为", "案例", "指控", "案", "活动", "罪行"})


def acts_end(tokens: Sequence[Token], start: int) -> int | None:
    """Index after the noun of acts that coordinated verbs from `start` on name: 474起|杀害和残害儿童案件|."""
    if start + 2 >= len(tokens) or tokens[start + 1].text not in _JOINTS:
        return None
    for i in range(start + 2, min(start + 9, len(tokens))):
        if tokens[i].text in _ACTS:
            return i + 1
        if not (tokens[i].verbal or tokens[i].nominal or tokens[i].text in _JOINTS):
            return None
    return None
