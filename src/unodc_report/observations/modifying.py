"""Counted nouns that only modify another: 190个国家|的|人, 12个缔约国|对调查表的答复; and the further members of a list of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.before import alike
from unodc_report.observations.governors import governor
from unodc_report.observations.items import noun_phrase
from unodc_report.observations.tokens import Token
from unodc_report.observations.vocabulary import AMONG, COORDINATORS, RESPECTS, SUFFERING, UNDERTAKINGS

_COMPLEMENTS: Final = frozenset({"对", "在", "就", "关于"})
_WHEREABOUTS: Final = frozenset({"处", "外"})
_MAKING: Final = frozenset({
    "abolish", "build", "deploy", "destroy", "displace", "establish", "evacuate", "expel", "extradite", "increase", "procure",
    "reclassify", "recruit", "release", "transfer", "withdraw",
})  # fmt: skip
"""Classes of acts that are done to things and persons, never to an undertaking."""


def modify(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the last of numbers that are joined modifies another noun, and with it all: 26个国家和|3个国际组织|的答复."""
    further = conjuncts_end(tokens, end)
    last = next((i for i in range(further - 1, end, -1) if tokens[i].tag == "Q"), None)
    return last is not None and alike(tokens[at], tokens[last]) and further < len(tokens) and tokens[further].text == "的"


def past_names(tokens: Sequence[Token], end: int) -> int:
    """Index after the names in quotes that stand beside the noun which ends at `end`: 两个支队|"甲"和"乙"|的战士."""
    i = end
    while i < len(tokens) and tokens[i].text == '"':
        closed = next((j + 1 for j in range(i + 1, len(tokens)) if tokens[j].text == '"'), None)
        if closed is None or closed >= len(tokens):
            return end
        i = closed + 1 if tokens[closed].text in COORDINATORS else closed
    return i


def undertaken(tokens: Sequence[Token], at: int, end: int) -> Token | None:
    """The verb of the clause that says of what an undertaking is: |设立|三个员额的提议, not 支持三个国家的计划."""
    if tokens[end].text != "的" or end + 1 >= len(tokens) or tokens[end + 1].text not in UNDERTAKINGS:
        return None
    left = governor(tokens, at)
    if left is None or not (tokens[left].verbal or tokens[left].tag == "vn") or tokens[left + 1].text == "的":
        return None
    return tokens[left] if action_label(tokens[left].text)[1] in _MAKING else None


def suffered_from(tokens: Sequence[Token], at: int, end: int) -> Token | None:
    """What somebody suffers from those counted, with which the clause ends: 遭到20名武装分子的|伏击."""
    if tokens[end].text != "的" or end + 1 >= len(tokens) or (end + 2 < len(tokens) and tokens[end + 2].tag != "w"):
        return None
    act, left = tokens[end + 1], governor(tokens, at)
    return act if left is not None and tokens[left].text in SUFFERING and (act.verbal or act.tag == "vn") else None


_TAKEN: Final = {
    "解除": frozenset({"武装", "职务"}),
    "剥夺": frozenset({"国籍", "自由", "权利", "公民权"}),
    "吊销": frozenset({"执照", "护照", "许可证"}),
}
"""Verbs of taking, with what they take from those counted."""


def taken_from(tokens: Sequence[Token], at: int, end: int) -> Token | None:
    """The verb that takes from those counted what stands behind their 的: |解除|了4 215名战斗人员的武装."""
    if tokens[end].text != "的" or end + 1 >= len(tokens):
        return None
    left = governor(tokens, at)
    return tokens[left] if left is not None and tokens[end + 1].text in _TAKEN.get(tokens[left].text, ()) else None


def modifies(tokens: Sequence[Token], end: int) -> bool:
    """Whether the counted noun modifies another: 国家|的|人, 城市|与…有关的|因素."""
    if end >= len(tokens):
        return False
    if tokens[end].text in _WHEREABOUTS or tokens[end - 1].text in _WHEREABOUTS:
        return True  # 在城外35公里|处
    if tokens[end].text in _COMPLEMENTS:  # 74个缔约方|对调查表的答复, 两个组织|在登记方面的进展
        return _is_noun_with_complement(tokens, end)
    if tokens[end].text == "与":
        return any(token.text in {"有关", "相关"} for token in tokens[end : end + 6])
    if tokens[end].text in AMONG and end + 2 < len(tokens) and tokens[end + 1].text == "的" and tokens[end + 2].tag == "Q":
        return True  # 18个席位|中的9个
    verb = end
    while verb < len(tokens) and tokens[verb].tag in {"d", "ad"}:
        verb += 1
    clause = verb + 1 < len(tokens) and tokens[verb].verbal and tokens[verb + 1].text == "的"  # 80个国家|提交|的报告, 两国|分别作出|的提议
    return clause or tokens[end].text == "的"


def _is_noun_with_complement(tokens: Sequence[Token], at: int) -> bool:
    """Whether 对…的 at token `at` leads to nouns alone up to the end of the clause."""
    closing = next((i for i in range(at, min(at + 12, len(tokens))) if tokens[i].text == "的"), None)
    if closing is not None and closing + 1 < len(tokens) and tokens[closing - 1].text in RESPECTS and tokens[closing + 1].nominal:
        return True
    stop = next((i for i in range(at, len(tokens)) if tokens[i].tag == "w"), len(tokens))
    return closing is not None and closing < stop and all(token.nominal for token in tokens[closing + 1 : stop])


def conjuncts_end(tokens: Sequence[Token], end: int) -> int:
    """Index after the further conjuncts (、33,000名教师) that share the predicate."""
    while end + 1 < len(tokens) and tokens[end].text in COORDINATORS:
        i = end + 1
        while i < len(tokens) and tokens[i].tag in {"d", "m", "r"}:
            i += 1
        owner = i
        while owner < len(tokens) and tokens[owner].nominal:
            owner += 1
        if i < owner < len(tokens) - 1 and tokens[owner].text == "的" and tokens[owner + 1].tag == "Q":
            i = owner + 1  # 向叙利亚的12万人和|邻国的|30万人
        if i >= len(tokens) or tokens[i].tag != "Q":
            break
        bounded = i + 2 < len(tokens) and tokens[i + 1].tag == "f" and tokens[i + 2].text == "的"  # 和75万|以上的|居民
        item = noun_phrase(tokens, i + 3 if bounded else i + 1)
        end = item.end if item else i + 1
    return end
