"""What governs a number: the verb or preposition before it, over qualifiers, modifiers and earlier members of its list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.clauses import is_person
from unodc_report.observations.tokens import Token, clause_start
from unodc_report.observations.vocabulary import (
    AMONG,
    AREA_NOUNS,
    COORDINATORS,
    DISPOSAL,
    EITHER,
    INSIDE,
    LISTING,
    QUALIFIERS,
    RESPECTS,
    words,
)

_VERBS: Final = words("causative") | words("existential") | words("to")
_MODIFIER: Final = 14  # tokens of a modifier in 的
PERIODS: Final = frozenset({"期间", "间", "时期"})
"""Words behind a time: 降至2010-2015年|期间|的1.2%."""
_PAPERS: Final = frozenset({"报告", "通报", "通知"})
"""Papers whose names are verbs too."""
_ATTRIBUTES: Final = frozenset({"g", "a", "b", "t", "tn", "z"})
_HIDING: Final = frozenset({
    "来自", "藏匿", "藏", "隐藏", "运往", "从", "涉嫌", "被", "被迫", "准备", "用于", "源自", "企图", "试图", "属于", "遭", "遭到", "遭受",
    "伪装", "因", "受", "位于", "设在", "埋设", "遗留",
})  # fmt: skip
"""Words with which a modifier begins that a verb of taking may have before it."""
_TAKING: Final = frozenset({
    "seize", "arrest", "detain", "destroy", "rescue", "confiscate", "recover", "release", "build", "rehabilitate", "repair", "restore",
    "clear", "evacuate", "relocate", "return", "inspect",
})  # fmt: skip
_SUMS: Final = frozenset({"总额", "总值", "金额", "数额", "价值", "面值", "毛额", "净额", "总量", "数量"})
_AMOUNTING: Final = frozenset({"为", "达", "共", "共计"})
_DONE: Final = frozenset({"了", "过"})
"""Between a verb and its object: 批准|了|总额, while 采购总额 is one word."""
_UNTIL: Final = frozenset({"至", "截至", "到", "自"})
_OF_EQUALS: Final = COORDINATORS | {"并"}


def governor(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the verb or preposition that governs the number, over qualifiers, modifiers in 的 and earlier conjuncts."""
    i, modified = at - 1, False
    while i >= 0:
        if tokens[i].text == "的":
            decided, found = _at_of(tokens, i, modified=modified)
            modified = tokens[i - 1].text not in AMONG
        elif tokens[i].text in COORDINATORS:
            decided, found = _at_coordinator(tokens, i)
        else:
            decided, found = _at_word(tokens, i, at)
        if decided or found is None:
            return found
        i = found
    return None


_Step = tuple[bool, int | None]
"""Whether the governor is decided, and its index (None: there is none); else the index at which to go on, to the left."""
_PASSED: Final = frozenset({"d", "m", "r", "b", "q", "ul", "ug", "uz", "t", "g", "a"})
"""Tags of words over which a verb governs its number."""


def _at_of(tokens: Sequence[Token], i: int, *, modified: bool) -> _Step:
    """What the 的 at `i` leads to: the verb over its modifier, the verb that is the modifier, or the words before it."""
    if tokens[i - 1].text in RESPECTS and (over := over_modifier(tokens, i)) is not None:
        return True, over  # 确定|了在减少风险方面的七个领域
    if i > 2 and tokens[i - 2].text == "拟" and tokens[i - 3].verbal:
        return True, i - 3  # 不|核准|拟设的两个员额
    if i and tokens[i - 1].verbal and tokens[i - 1].text not in QUALIFIERS:
        own = i - 2 if i > 1 and tokens[i - 1].text in EITHER and tokens[i - 2].verbal else i - 1  # 提交|报告的97个国家
        return True, None if modified else _done(tokens, i) or own  # 召开|的五次会议, not 被占领|的北部地区的12个靶场
    start = _modifier_start(tokens, i)
    if start is None:
        return True, over_modifier(tokens, i)  # 确定|了在争取平等方面的十二个领域
    return False, start - 1


def _at_coordinator(tokens: Sequence[Token], i: int) -> _Step:
    """What stands before the conjunct that the word at `i` joins to the number."""
    start = i if i and tokens[i - 1].tag == "g" else earlier_conjunct(tokens, i)
    if start is None:
        return True, None
    over = _with_object(tokens, start)
    return (True, over) if over is not None else (False, start - 1)  # |领到|现金500美元和两条毛毯


def _at_word(tokens: Sequence[Token], i: int, at: int) -> _Step:
    """Whether the word at `i` governs, is passed, or ends the search."""
    token = tokens[i]
    if token.text in EITHER and tokens[i + 1].tag != "n" and (not i or tokens[i - 1].tag != "r"):
        return True, i - 1 if handed_in(tokens, i, at) else i
    if token.text in _AMOUNTING and _is_sum(tokens, i, at):
        return False, i - 2  # 批准|了总额为5亿美元的预算
    if token.text in {"成", "就"} and i and (particle := _at_particle(tokens, i)) is not None:
        return particle
    until = token.text in _UNTIL and tokens[i + 1].tag == "t"  # 登记的物体|至1997年底|共4 893件
    if not until and (token.verbal or token.tag in {"p", "vn"} or token.text in _VERBS) and token.text not in QUALIFIERS:
        return True, i
    inside = token.text in INSIDE and i > 0 and tokens[i - 1].verbal  # 覆盖|全国|40%的人口
    if until or inside or token.text in QUALIFIERS or token.tag in _PASSED:
        return False, i - 1
    return True, _owner_verb(tokens, i) or _means(tokens, i)


def _at_particle(tokens: Sequence[Token], i: int) -> _Step | None:
    """What 成 behind a verb, or 就 behind one with 了, makes of the number."""
    if tokens[i].text == "成":
        return (True, _turned(tokens, i)) if tokens[i - 1].verbal or tokens[i - 1].tag == "vn" else None
    return (True, None) if tokens[i - 1].text in _DONE else None  # 介绍了|就|已登记的52项请求所作的决定


def handed_in(tokens: Sequence[Token], i: int, at: int) -> bool:
    """Whether the word at `i` is a paper that the verb before it has for its object, the number behind it: 收到|报告|52份."""
    paper = i == at - 1 and i > 0 and tokens[i].text in _PAPERS and tokens[at].text[-1] in "份篇"
    return paper and tokens[i - 1].verbal and len(tokens[i - 1].text) > 1


def _with_object(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the verb whose object stands before the figure at `at`: |缴获|手枪12支."""
    start = at
    while start and tokens[start - 1].tag == "n":
        start -= 1
    return start - 1 if 0 < start < at and tokens[start - 1].verbal and len(tokens[start - 1].text) > 1 else None


def _turned(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the verb before the 成 at `i`: |翻译|成501种语文; of 450个工具被翻译成15种语言 it is said of the tools."""
    counted = (token for token in tokens[clause_start(tokens, i) : i] if token.tag == "Q" and token.mention is not None)
    return None if any(token.mention.fields["kind"] == "count" for token in counted) else i - 1  # type: ignore[union-attr]


def _done(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the verb with 了, or before 被, whose object the clause that ends in the 的 at `at` modifies.

    |释放|了被扣押的45名人员, |收到|了12个国家提交的14份报告.
    """
    if at > 2 and tokens[at - 2].text == "被" and tokens[at - 3].verbal:
        return at - 3  # |解救|被贩运的12名妇女
    over = over_modifier(tokens, at)
    if over is not None and tokens[over + 2].text in {"就", "对"}:
        return None  # 介绍了就|登记|的34项请求所作的决定
    return over if over is not None and all(token.tag != "Q" for token in tokens[over + 3 : at]) else None


def _is_sum(tokens: Sequence[Token], i: int, at: int) -> bool:
    """Whether a verb with 了 and a noun for a sum stand before the word at `i`, and the thing it is the sum of behind the number's 的."""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return i > 1 and tokens[i - 1].text in _SUMS and tokens[i - 2].text in _DONE and behind == "的"


def _owner_verb(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the verb with 了 before the nouns that end at `i`, whose the number is: |收到|了国际社会1.35亿美元, |审查|了警方42份记录.

    Of a verb of appointing the body is an owner without 了 too: |选举|国际法院五名法官.
    """
    owner = tokens[i].mention
    body = owner is not None and owner.type == "organization"
    while i >= 0 and tokens[i].nominal:
        i -= 1
    if body and i >= 0 and (tokens[i].verbal or tokens[i].tag == "vn") and action_label(tokens[i].text)[1] == "appoint":
        return i
    return i - 1 if i > 0 and tokens[i].text == "了" and (tokens[i - 1].verbal or tokens[i - 1].tag == "vn") else None


def _means(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the 以 before the body, named at `i`, whose the means are: |以|联合国六种语文."""
    over = i - 2 if i > 1 and tokens[i - 1].tag == "r" else i - 1
    return over if over >= 0 and tokens[i].tag in {"n", "v"} and tokens[over].text == "以" else None  # 以|本组织六种语文


def over_modifier(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the verb with 了 whose object the modifier that ends in the 的 at `at` belongs to: |截获|了运往比利时的可卡因7.8吨."""
    for i in range(at - 1, max(at - _MODIFIER, 0), -1):
        if tokens[i].tag == "w" and tokens[i].text != "、":
            return None
        if tokens[i].text == "了":
            return i - 1 if tokens[i - 1].verbal or tokens[i - 1].tag == "vn" else None
        taking = tokens[i].verbal or tokens[i].tag == "vn"
        if i < at - 2 and taking and tokens[i + 1].text in _HIDING and action_label(tokens[i].text)[1] in _TAKING:
            return i  # |查获|藏匿于集装箱的海洛因1.4吨
    return None


def _modifier_start(tokens: Sequence[Token], at: int) -> int | None:
    """Index at which the modifier that ends in the 的 at `at` begins: 来自…的, 创记录的, 非洲和亚洲的."""
    for i in range(at - 1, max(at - 14, -1), -1):
        if tokens[i].text in {"涉及", "包括"} and i and tokens[i - 1].nominal:
            break  # 犯罪|涉及|12个国家的400个物种
        if tokens[i].text in {"来自", "涉及", "包括", "关于", "有关", "针对", "设在", "位于", "驻扎在", "分布在", "驻"}:
            return i
        if tokens[i].tag == "w" and tokens[i].text != "、":
            break
    if tokens[at - 1].tag == "r":
        return at - 1  # 审议|该国|的四个项目
    if tokens[at - 1].text in AMONG:
        return _whole_start(tokens, at - 1)
    start = _owner_start(tokens, at)
    return _attribute_start(tokens, at) if start is None else start


def _whole_start(tokens: Sequence[Token], at: int) -> int | None:
    """Index at which the whole begins that the 中 at `at` makes: |18个席位中|的9个, |这些席位中|的3个."""
    i = at
    while i and tokens[i - 1].nominal:
        i -= 1
    return i - 1 if 0 < i < at and tokens[i - 1].tag in {"Q", "r"} else None


def _owner_start(tokens: Sequence[Token], at: int) -> int | None:
    """Index at which the nouns before the 的 at `at` begin, where what stands before them shows what they are."""
    i = at
    while i and tokens[i - 1].nominal and tokens[i - 1].tag != "g":
        i -= 1
    if i == at or not i:
        return None
    before = tokens[i - 1]
    if before.tag == "Q" or (i > 1 and _refers(tokens, i - 1)):
        return i - 1  # 190多个国家|的200多万人, 选定|该年度|的两名
    if before.tag == "g" and i > 1 and tokens[i - 2].tag == "p":
        return i - 1  # 为|约旦地方政府|的210名工作人员
    if before.tag == "p":
        return None if before.text in DISPOSAL else i  # 向|全国各地|的300人, not 把|预算|的15%
    return i if before.verbal and _acts_on_part(tokens, i - 1, at) else None


def _acts_on_part(tokens: Sequence[Token], i: int, at: int) -> bool:
    """Whether the verb at `i` does something to what the nouns before the 的 at `at` have, not to them: |裁撤|后勤科的两个员额.

    Of persons it is such a verb only where those nouns are none: |释放|监狱的25名囚犯, not 培训|教师的25名专家.
    """
    counted = tokens[at + 1].mention if at + 1 < len(tokens) else None
    if counted is None or counted.fields.get("kind") != "count" or (i and tokens[i - 1].tag in {"Q", "p"}):
        return False
    kind = action_label(tokens[i].text)[1]
    if tokens[at + 1].text[-1] in "名位人":
        return kind in _ON_PERSONS and not is_person(tokens[at - 1].text)
    return kind in _ON_THINGS


_ON_PERSONS: Final = frozenset({"release", "arrest", "detain", "appoint", "recruit", "dismiss"})
_ON_THINGS: Final = frozenset({
    "abolish", "approve", "establish", "reclassify", "destroy", "damage", "seize", "confiscate", "close", "build", "open", "inspect",
    "suspend",
})  # fmt: skip
"""Classes of acts that are done to the persons or the things counted."""


def _attribute_start(tokens: Sequence[Token], at: int) -> int | None:
    """Index at which the places, times and adjectives before the 的 at `at` begin."""
    i = at
    i -= i > 1 and tokens[i - 1].text in PERIODS and tokens[i - 2].tag == "t"
    while i and (tokens[i - 1].tag in _ATTRIBUTES or tokens[i - 1].text in LISTING or tokens[i - 1].text in QUALIFIERS):
        i -= 1
    while i < at and tokens[i].text in COORDINATORS:
        i += 1  # 7%和|2013年|的9%
    return i if any(token.text not in AREA_NOUNS for token in tokens[i:at]) else None


def _refers(tokens: Sequence[Token], i: int) -> bool:
    """Whether the pronoun at `i` follows a verb: 审查|该国的三个项目."""
    return tokens[i].tag == "r" and (tokens[i - 1].verbal or tokens[i - 1].tag in {"ul", "p"})


def earlier_conjunct(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the earlier quantity that the coordinator at `at` joins to this one."""
    for i in range(at - 1, max(at - 9, -1), -1):
        if tokens[i].tag == "Q" or _is_one(tokens, i):
            return i
        if not (tokens[i].nominal or tokens[i].text in COORDINATORS):
            return None
    return None


def first_listed(tokens: Sequence[Token], at: int) -> int:
    """Index of the first of the quantities that coordinators join to the one at `at`: |4个|办事处、35名工作人员."""
    while at and tokens[at - 1].text in COORDINATORS and (before := earlier_conjunct(tokens, at - 1)) is not None:
        at = before
    return at


def _is_one(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is a 一个 that is no figure, with no clause before it: 部署|一个营和两个连."""
    modified = i > 1 and tokens[i - 1].text == "的" and tokens[i - 2].text not in QUALIFIERS
    return tokens[i].tag == "m" and tokens[i].text[0] == "一" and not modified


def first_conjunct(tokens: Sequence[Token], at: int) -> Token:
    """The first of coordinated verbs: 起草|或修订."""
    while at >= 2 and tokens[at - 1].text in _OF_EQUALS and (tokens[at - 2].verbal or tokens[at - 2].tag == "vn"):
        if tokens[at - 1].text == "并" and tokens[at].text in EITHER and tokens[at + 1].text != "了":
            break  # 主持并|出资|100万美元
        at -= 2
    return tokens[at]
