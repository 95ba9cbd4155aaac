"""The verbs around a figure: what governs it, whose object or subject it is, what its amount, its relative clause or its length names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.before import STAYING
from unodc_report.observations.governors import earlier_conjunct, first_conjunct, governor, over_modifier
from unodc_report.observations.items import CHANGES, COMPOUNDING, MOVES, REACHES, Item
from unodc_report.observations.objects import ABOUT, EACH, TRANSITIVE, object_before, past_examples, past_period
from unodc_report.observations.predicates import CONDITIONS, COPULAS, of_beneficiary, predicate, says
from unodc_report.observations.tokens import Token
from unodc_report.observations.vocabulary import (
    CAUSATIVE,
    COORDINATORS,
    EITHER,
    EXISTENTIAL,
    LIGHT,
    QUALIFIERS,
    REPORTING,
    SUFFERING,
    words,
)

_BENEFACTIVE: Final = words("benefactive")
_MANNER: Final = words("manner")
_TO: Final = words("to")
_REACHING: Final = EXISTENTIAL | REACHES | QUALIFIERS | CHANGES | {"(", "超过", "不足", "仍有"}
_ATTITUDES: Final = words("attitude")
"""Verbs that govern a whole clause: what was welcomed is not the number."""
_EMPTY: Final = words("empty") - words("handing")
_TURNING: Final = words("turning")
"""Verbs after which 为 leads to what something is made: 改组|为|两个部门."""
_FOUND: Final = frozenset({"发现", "确认"})
"""Verbs of attitude that are acts with 了: 发现了|12名受害者."""
_PRONOUNCING: Final = frozenset({"宣布", "认定", "裁定", "判定", "宣告"})
"""Verbs that say what is done with those counted: 宣布|9项|来文不予受理; alone they are the act."""
_RECORDING: Final = frozenset({"记录", "报告", "核实", "证实", "通报", "登记", "查明"})
HANDING_ON: Final = CAUSATIVE | _RECORDING
_TIMES: Final = frozenset({"以来", "后", "之后", "以后", "前", "之前", "以前", "期间", "时"})
"""Words that make a time of the verb before them: 上次|报告|以来的."""
_BREACHING: Final = frozenset({"违反", "违背"})
_PAPERS: Final = frozenset({"报告", "答复", "申请", "请求", "建议", "来文", "资料"})
"""Verbal nouns that somebody hands in."""
_LONG: Final = frozenset({"长达", "已有", "已达", "达"})
_DELAYS: Final = frozenset({
    "囚禁", "关押", "拘留", "羁押", "监禁", "围困", "隔离", "延误", "推迟", "拖延", "延期", "停课", "停工", "停电", "断电",
})  # fmt: skip
"""Acts that are measured in time."""
_LASTING: Final = _LONG | {"了", "近", "约", "已", "快"}
"""Words between what lasts and how long it does."""
LESS: Final = frozenset({"少", "多", "低", "高"})
_NOT_ACTS: Final = REPORTING | CONDITIONS
_VERBS_TOO: Final = EITHER | CHANGES | TRANSITIVE
_MOVING: Final = MOVES | _DELAYS


def holds(tokens: Sequence[Token], end: int) -> bool:
    """Whether the places before token `end` are where those live whom the next figure counts: 9个国家|超过1 400万人."""
    over = end
    while over < len(tokens) and (tokens[over].tag == "d" or tokens[over].text in _REACHED_BY):
        over += 1
    figure = tokens[over].mention if over < len(tokens) and tokens[over].tag == "Q" else None
    persons = figure is not None and figure.fields.get("unit") in {"人", "名"}
    return persons and tokens[end - 1].text.endswith(_GROUNDS) and over + 1 < len(tokens) and tokens[over + 1].tag != "w"


_REACHED_BY: Final = frozenset({"超过", "多达", "高达", "不到"})
_GROUNDS: Final = ("国家", "地区", "县", "省", "州", "村", "村庄", "城镇", "营地", "学校")


def done_with(tokens: Sequence[Token], end: int) -> Token | None:
    """The act behind the 的 of a phrase in 对, of what it is done to: 中止了对23项申诉的|审议|."""
    if end + 1 >= len(tokens) or tokens[end].text != "的":
        return None
    act = tokens[end + 1]
    closes = end + 2 == len(tokens) or not (tokens[end + 2].nominal or tokens[end + 2].text == "的")
    return act if closes and (act.verbal or act.tag == "vn") and action_label(act.text)[1] != "other" else None


def is_object(tokens: Sequence[Token], item: Item, at: int) -> bool:
    """Whether only words of approximation stand between a verb's object and its number: 缴获|可卡因|逾|5吨."""
    between = tokens[item.end : at]
    return item.start > 0 and all(token.text in ABOUT | EACH for token in between) and object_before(tokens, at) == item


def first_in_bracket(tokens: Sequence[Token], at: int) -> int:
    """Index of the first of joined numbers with which a bracket opens, else `at`: 减少146个员额(|103个|国际员额和43个本国员额)."""
    first = at
    while first and tokens[first - 1].text in COORDINATORS:
        before = earlier_conjunct(tokens, first - 1)
        if before is None:
            return at
        first = before
    return first if first and tokens[first - 1].text == "(" else at


def involves(tokens: Sequence[Token], left: int, at: int) -> bool:
    """Whether persons or states were involved (涉及|1名|受害者); of kinds the verb only says what something is about (涉及|15类|犯罪)."""
    return tokens[left].text == "涉及" and tokens[at].text[-1] in "名位人个家国户"


def may_modify(tokens: Sequence[Token], left: int, at: int) -> bool:
    """Whether the verb at `left` may only belong to a clause that modifies the number: 扣押的|5名儿童|被释放.

    Then the number's own predicate comes first.
    """
    return tokens[left + 1].text == "的" or (tokens[left + 1].tag == "r" and tokens[at - 1].text == "的")


def of_opening(tokens: Sequence[Token], item: Item | None) -> Token | None:
    """The verb before a noun with which the clause of its number opens: ，|受益|学生超过5万名."""
    if item is None or item.how != "before" or not item.start:
        return None
    verb = tokens[item.start - 1]
    before = tokens[item.start - 2].tag if item.start > 1 else "w"
    opens = before in {"w", "t"} or (verb.text[0] == "新" and before in {"g", "b"})  # 苏丹境内|新增|流离失所者超过320万人
    return verb if opens and verb.verbal and verb.text not in COMPOUNDING and says(verb) else None  # not 选举|预算为4 400万美元


def of_relative(tokens: Sequence[Token], at: int) -> Token | None:
    """The verb of a clause that modifies the number: 在|提交|答复的60个国家中."""
    i = at - 2
    if i < 0 or tokens[at - 1].text != "的":
        return None
    while i >= 0 and tokens[i].nominal and tokens[i].tag != "g":
        i -= 1
    does = 0 < i < at - 2 and tokens[i].verbal and says(tokens[i]) and tokens[i - 1].text == "在"
    if not does or all(token.text != "中" for token in tokens[at : at + 6]):
        return None
    return tokens[at - 2] if tokens[i].text in LIGHT and tokens[at - 2].tag == "vn" else tokens[i]  # 在接受|检测|的样本中


def is_change(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number says how much something changed: 减少|45万美元, 比2014年少|2 100万美元."""
    return any(token.text in MOVES or token.text in LESS for token in tokens[max(at - 3, 0) : at])


def moved(tokens: Sequence[Token], item: Item) -> bool:
    """Whether the predicate of an item is that it changed or stayed: |投资|下降了8%，为35亿美元; |投资|保持平稳，为35亿美元."""
    after = item.end
    while after < len(tokens) and tokens[after].tag in {"d", "ad", "vd"} and tokens[after].text not in STAYING:
        after += 1
    return after < len(tokens) and (tokens[after].text in MOVES or tokens[after].text in STAYING)


def of_amount(tokens: Sequence[Token], item: Item | None) -> Token | None:
    """The act that a noun of amount before its number names: 可卡因|缉获|量达到2 000吨."""
    last = tokens[item.end - 1] if item is not None and item.how == "before" else None
    act = "" if last is None else last.text.removesuffix("量").removesuffix("人数")
    if last is None or act == last.text or action_label(act)[1] == "other":
        return None
    return Token(act, last.start, last.start + len(act), "vn")


def of_object(tokens: Sequence[Token], start: int) -> Token | None:
    """The verb whose object begins at token `start`."""
    if start and tokens[start - 1].text in TRANSITIVE:
        return tokens[start - 1]  # |出口|煤炭100万吨
    start = past_examples(tokens, start - (start > 1 and tokens[start - 1].text == "其"))
    over = past_period(tokens, start - 1) if start else 0
    if start and over < start - 1:
        return tokens[over]  # |核准|2021年期间经费2 000万美元
    while start > 1 and tokens[start - 1].text in COORDINATORS and tokens[start - 2].tag == "Q":
        start -= 2  # 销毁|地雷|2 341枚、|弹药|15 600件
        while start and tokens[start - 1].text in ABOUT:
            start -= 1
        while start and tokens[start - 1].nominal:
            start -= 1
    while start > 1 and tokens[start - 1].text in COORDINATORS and tokens[start - 2].tag == "n":
        start -= 2  # 解救了|妇女和儿童|81人
        while start and tokens[start - 1].nominal:
            start -= 1
    left = over_modifier(tokens, start - 1) if start and tokens[start - 1].text == "的" else None
    left = governor(tokens, start) if left is None else left
    if left is None or tokens[left].text in COPULAS:
        return None
    if tokens[left].text == "到" and left and (tokens[left - 1].verbal or tokens[left - 1].text in EITHER):
        left -= 1  # 记录|到|违规事件76起
    return first_conjunct(tokens, left) if tokens[left].verbal or tokens[left].text in _VERBS_TOO else None


def governed(tokens: Sequence[Token], left: int, end: int) -> Token | None:
    """What the governor at `left` makes of the figure whose phrase ends at `end`."""
    word = tokens[left]
    if word.text == "为" and left and tokens[left - 1].text in _TURNING:
        return tokens[left - 1]
    if word.text in _TO or word.text in _MANNER or (word.text in _BENEFACTIVE and word.tag in {"p", "c"}):
        return _of_preposition(tokens, left, end)
    told = word.text in _ATTITUDES and not (tokens[left + 1].text == "了" and word.text in _FOUND)
    recorded = word.text in _RECORDING and end < len(tokens) and (tokens[end].text == "被" or _harmed(tokens, end))
    if told or recorded or word.text in {"被", "与", "同"}:  # 被两个小组|绑架, 与五个国家|协商
        return predicate(tokens, end)  # 记录了9 000名平民被|打死, 记录了40名平民|死亡|及62名平民受伤
    if word.text in CAUSATIVE or word.text in _PRONOUNCING:
        return predicate(tokens, end) or _befallen(tokens, end) or (word if len(word.text) > 1 else None)
    if left and tokens[left - 1].text in _BREACHING:
        return tokens[left - 1]  # 违反|停火|80次
    act = _repeated(tokens, end) or _suffered(tokens, left, end) if word.text in _EMPTY else None
    verb = act or first_conjunct(tokens, left)
    return verb if len(verb.text) > 1 or action_label(verb.text)[1] != "other" else None


def _befallen(tokens: Sequence[Token], end: int) -> Token | None:
    """The verb of those counted where the clause says more of what caused it: 导致20人|丧生|的爆炸."""
    verbs = end + 1 < len(tokens) and tokens[end + 1].text == "的" and (tokens[end].verbal or tokens[end].tag == "vn")
    return tokens[end] if verbs and says(tokens[end]) else None


def _of_preposition(tokens: Sequence[Token], left: int, end: int) -> Token | None:
    """What the preposition, or the verb of change, at `left` leads to."""
    word = tokens[left]
    if word.text in _BENEFACTIVE and word.tag in {"p", "c"}:
        return of_beneficiary(tokens, end)
    if word.text not in _TO:
        return None  # 在, 以, 按照: the means and the ground
    return _of_change(tokens, left) or (_of_agent(tokens, end) if word.text == "由" else None)


def _harmed(tokens: Sequence[Token], end: int) -> bool:
    """Whether the persons before token `end` are recorded for what befell them, which ends their part of the clause."""
    befell = tokens[end].verbal or tokens[end].tag == "vn"
    closes = end + 1 == len(tokens) or tokens[end + 1].tag == "w" or tokens[end + 1].text in COORDINATORS
    return befell and closes and action_label(tokens[end].text)[1] in {"kill", "injure"}


def _repeated(tokens: Sequence[Token], end: int) -> Token | None:
    """The act that a figure in 次 counts: 进行了60多次|轰炸."""
    last = end if tokens[end - 1].tag == "Q" else end - 1
    if last >= len(tokens) or tokens[last - 1].tag != "Q" or tokens[last - 1].text[-1] != "次":
        return None
    return tokens[last] if tokens[last].verbal or tokens[last].tag == "vn" else None


def _suffered(tokens: Sequence[Token], left: int, end: int) -> Token | None:
    """What somebody suffers of those counted: 遭到3枚火箭弹|袭击."""
    suffers = tokens[left].text in SUFFERING and end < len(tokens) and (tokens[end].verbal or tokens[end].tag == "vn")
    return tokens[end] if suffers and says(tokens[end]) else None


def _of_agent(tokens: Sequence[Token], end: int) -> Token | None:
    """What those after 由 do: 由五个国家向所有国家作出|保证; nothing where something only consists of them."""
    verb = predicate(tokens, end)
    return None if verb is None or verb.text in {"组成", "构成"} else verb


def _of_change(tokens: Sequence[Token], at: int) -> Token | None:
    """The verb before 到, 至 and 从: 覆盖|到, 增加|到; a verb in 至 itself: 锐减35%，从2亿|跌至|1亿."""
    word = tokens[at]
    if word.text == "到" and at and (tokens[at - 1].verbal or tokens[at - 1].tag == "vn"):
        return tokens[at - 1]
    number = next((i for i in range(at + 1, min(at + 5, len(tokens))) if tokens[i].tag == "Q"), at)
    number += number + 2 < len(tokens) and tokens[number + 1].text == "，"  # 从36%，|上升|到47%
    verb = tokens[number + 1] if number + 1 < len(tokens) else word
    ahead = verb if word.text in {"从", "由"} and verb.text in MOVES else None  # 由|31%|增加到, 从|2015年|的|4吨|增至
    itself = word if word.text[-1] in "至到" and len(word.text) > 1 else None
    own = ahead or itself
    return own if own is not None and own.text[-1] in "至到" else _change_before(tokens, at) or own


def states_those(tokens: Sequence[Token], first: int) -> bool:
    """Whether 为 before the number gives that of those behind whose verb 的 stands alone: 其中调查结束的|为|198项."""
    return first > 1 and tokens[first - 1].text == "为" and tokens[first - 2].text == "的"


def _with_object(tokens: Sequence[Token], at: int) -> Token:
    """The verb whose object the verbal noun at `at` is, where that is a paper: |提交|调查表答复的会员国有105个; else the noun itself."""
    i = at - 1
    while i > 0 and tokens[i].nominal:
        i -= 1
    return tokens[i] if tokens[at].text in _PAPERS and i < at - 1 and tokens[i].verbal and says(tokens[i]) else tokens[at]


def reaches(token: Token) -> bool:
    """Whether a word stands between a subject and the number that it reaches: 参加者|达到|80人."""
    return token.tag == "d" or token.text in _REACHING


def of_duration(tokens: Sequence[Token], at: int) -> Token | None:
    """断电|长达|18小时; 保持和平|已有|十年; 增长了|两倍."""
    if at + 1 < len(tokens) and tokens[at - 1].text in {"由", "从"} and tokens[at + 1].text in MOVES:
        return tokens[at + 1]  # 任期由14个月|缩短|为9个月
    over = at - 2 if at > 1 and tokens[at - 1].text in {"为", "到", "至"} and tokens[at - 2].text in MOVES else at - 1
    while over > 0 and (tokens[over].text in _LASTING or tokens[over].tag == "d"):
        over -= 1
    if over < 0:
        return None
    if _LONG & {token.text for token in tokens[over + 1 : at]}:
        verb = over
        while verb > 0 and tokens[verb].nominal and tokens[verb].tag not in {"vn", "g"}:
            verb -= 1
        return tokens[verb] if (tokens[verb].verbal or tokens[verb].tag == "vn") and says(tokens[verb]) else None
    return tokens[over] if tokens[over].text in _MOVING else None


def _change_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The word of change that a 从…增至 belongs to, in this clause or the one before."""
    return next((tokens[i] for i in range(at, max(at - 12, -1), -1) if tokens[i].text in CHANGES), None)


def of_subject(tokens: Sequence[Token], at: int, *, share: bool) -> Token | None:
    """The verb of the subject before the number (参加…的|有, 采用…的法域|超过), or the change before a bracket.

    The subject of a share is a variable (…的利用率为|82%): its modifiers do not say what happened.
    """
    closing = None
    for i in range(at - 1, -1, -1):
        token = tokens[i]
        if token.text == "的":
            closing = i
        elif token.text in CHANGES:
            return token
        elif closing is not None and (token.verbal or (token.tag == "vn" and i == closing - 1)):
            if not share and token.text not in _NOT_ACTS and tokens[i + 1].text not in _TIMES and says(token):
                return _with_object(tokens, i) if token.tag == "vn" else token
        elif token.tag == "w" and token.text not in {"(", "、"}:
            return None
    return None
