"""What happened to the counted thing: the content verb or verbal noun of its clause.

In the order in which the constructions are tried:

* the counted noun only modifies another (190个国家|的…人, 来自15个国家的专家): none;
* preposition and number (为|84个国家|提供…援助): the verbal noun under the light verb, else the verb itself;
* verb and number (培训了|5000名教练): that verb; a pivot (协助|9个缔约国|完成) keeps the first, 使, 有 and 导致 give the second;
* number and predicate (80名从业人员|参加, 被|翻译, 获得…|援助);
* subject and number (…|释放|的人员达到700,000人; 案件|减少|50%).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.items import CHANGES, COORDINATORS, REACHES, Item, noun_phrase
from unodc_report.observations.tokens import Sentence, Token
from unodc_report.observations.vocabulary import words

_LIGHT: Final = words("light")
_EMPTY: Final = words("empty")
"""Light verbs that say nothing by themselves."""
_CAUSATIVE: Final = words("causative")
_EXISTENTIAL: Final = words("existential")
_BENEFACTIVE: Final = words("benefactive")
_MANNER: Final = words("manner")
_COPULAS: Final = _EXISTENTIAL | words("copula")
_TO: Final = words("to")
_EITHER: Final = words("either")
"""Words that are verbs when a number follows them."""
_QUALIFIERS: Final = words("qualifier")
"""Words that may stand between a verb and its number."""
_VERBAL_NOUNS: Final = words("verbal_noun")
_AREAS: Final = words("area_noun")
_REPORTING: Final = words("reporting")
_ATTITUDES: Final = words("attitude")
"""Verbs that govern a whole clause: what was welcomed is not the number."""
_OCCASIONS: Final = words("occasion")
"""Nouns that may follow the verbal noun of a light verb without hiding it: 支持|方案."""
_PASSIVE: Final = frozenset({"被", "将", "已", "能", "能够", "可", "可以", "会", "应", "应当", "必须"})
"""What may stand between the counted noun and its predicate."""
_OF_ACTS: Final = ("班", "课程", "服务")
"""Endings of nouns that name an occasion of what their first two characters say: 培训|班."""


def find_action(sentence: Sentence, at: int, item: Item | None) -> Token | None:
    """The token that says what happened to the thing counted at token `at`; None where the words do not decide."""
    tokens = sentence.tokens
    kind = sentence.quantity(at).fields["kind"]
    if kind in {"duration", "multiple"}:
        return _of_duration(tokens, at)
    after = item is not None and item.how == "after"
    end = item.end if item is not None and after else at + 1
    if after and kind not in {"percent", "fraction"} and _modifies(tokens, end):
        return None
    if item is not None and item.how == "before" and tokens[at - 1].text == "(" and tokens[item.end].text == "(":
        at = item.start  # 动员|风险青年|(76%是女童)
    elif item is not None and item.how == "before" and item.end == at:
        return _of_object(tokens, item.start)  # 炸伤|平民|766人
    end = _conjuncts_end(tokens, end)
    left = governor(tokens, at)
    if left is not None and (tokens[left].tag == "p" or tokens[left].text not in _COPULAS):
        return _governed(tokens, left, end)
    subject = _of_subject(tokens, at, share=kind in {"percent", "fraction"}) if at and _reaches(tokens[at - 1]) else None
    return _predicate(tokens, end) or subject


def _of_object(tokens: Sequence[Token], start: int) -> Token | None:
    """The verb whose object begins at token `start`."""
    left = governor(tokens, start)
    return tokens[left] if left is not None and tokens[left].verbal and tokens[left].text not in _COPULAS else None


def _governed(tokens: Sequence[Token], left: int, end: int) -> Token | None:
    """What the governor at `left` makes of the figure whose phrase ends at `end`."""
    word = tokens[left]
    if word.text in _BENEFACTIVE and word.tag in {"p", "c"}:
        return _of_beneficiary(tokens, end)
    if word.text in _TO:
        return _of_change(tokens, left)
    if word.text in _MANNER:
        return None
    if word.text in _ATTITUDES:
        return _predicate(tokens, end)
    if word.text in _CAUSATIVE:
        return _predicate(tokens, end) or word
    verb = _first_conjunct(tokens, left)
    return verb if len(verb.text) > 1 else None


def _of_change(tokens: Sequence[Token], at: int) -> Token | None:
    """The verb before 到, 至 and 从: 覆盖|到, 增加|到; 增至 itself."""
    word = tokens[at]
    if word.text == "到" and at and tokens[at - 1].verbal:
        return tokens[at - 1]
    ahead = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 2].text in CHANGES else None  # 由|31%|增加到
    itself = word if word.text.endswith("至") and len(word.text) > 1 else None
    return ahead or _change_before(tokens, at) or itself


def _reaches(token: Token) -> bool:
    return token.text in _EXISTENTIAL | REACHES | _QUALIFIERS | CHANGES or token.tag == "d" or token.text in {"(", "超过"}


def _of_duration(tokens: Sequence[Token], at: int) -> Token | None:
    """断电|长达|18小时; 增长了|两倍."""
    over = at - 1
    while over > 0 and (tokens[over].text in {"长达", "了", "近", "约"} or tokens[over].tag == "d"):
        over -= 1
    if over < at - 1 and over >= 0 and (tokens[over].verbal or tokens[over].tag == "vn") and "长达" in {t.text for t in tokens[over:at]}:
        return tokens[over]
    return tokens[over] if over >= 0 and tokens[over].text in CHANGES else None


def _modifies(tokens: Sequence[Token], end: int) -> bool:
    """Whether the counted noun modifies another: 国家|的|人, 城市|与…有关的|因素."""
    if end >= len(tokens):
        return False
    if tokens[end].text == "与":
        return any(token.text in {"有关", "相关"} for token in tokens[end : end + 6])
    return tokens[end].text == "的"


def governor(tokens: Sequence[Token], at: int) -> int | None:  # noqa: C901, PLR0911  # one branch a word class
    """Index of the verb or preposition that governs the number, over qualifiers, modifiers in 的 and earlier conjuncts."""
    i = at - 1
    while i >= 0:
        token = tokens[i]
        if token.text in _EITHER and tokens[i + 1].tag != "n":
            return i
        if token.text == "的":
            if i and tokens[i - 1].verbal:
                return i - 1  # 召开|的五次会议
            start = _modifier_start(tokens, i)
            if start is None:
                return None
            i = start - 1
        elif token.text in COORDINATORS:
            start = i if i and tokens[i - 1].tag == "g" else _earlier_conjunct(tokens, i)
            if start is None:
                return None
            i = start - 1
        elif token.verbal or token.tag in {"p", "vn"} or token.text in _CAUSATIVE | _EXISTENTIAL | _TO:
            if token.text not in _QUALIFIERS:
                return i
            i -= 1
        elif token.text in _QUALIFIERS or token.tag in {"d", "m", "r", "b", "q", "ul", "ug", "uz", "t", "g", "a"}:
            i -= 1
        else:
            return None
    return None


def _modifier_start(tokens: Sequence[Token], at: int) -> int | None:
    """Index at which the modifier that ends in the 的 at `at` begins: 来自…的, 创记录的, 非洲和亚洲的."""
    for i in range(at - 1, max(at - 14, -1), -1):
        if tokens[i].text in {"来自", "涉及", "包括", "关于", "有关", "针对"}:
            return i
        if tokens[i].tag == "w" and tokens[i].text != "、":
            break
    i = at
    while i and tokens[i - 1].nominal and tokens[i - 1].tag != "g":
        i -= 1
    if i < at and i and tokens[i - 1].tag == "Q":
        return i - 1  # 190多个国家|的200多万人
    i = at
    while i and (tokens[i - 1].tag in {"g", "a", "b", "t", "z"} or tokens[i - 1].text in COORDINATORS | _AREAS):
        i -= 1
    return i if any(token.text not in _AREAS for token in tokens[i:at]) else None


def _earlier_conjunct(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the earlier quantity that the coordinator at `at` joins to this one."""
    for i in range(at - 1, max(at - 9, -1), -1):
        if tokens[i].tag == "Q":
            return i
        if not (tokens[i].nominal or tokens[i].text in COORDINATORS):
            return None
    return None


def _first_conjunct(tokens: Sequence[Token], at: int) -> Token:
    """The first of coordinated verbs: 起草|或修订."""
    while at >= 2 and tokens[at - 1].text in COORDINATORS - {"并"} and (tokens[at - 2].verbal or tokens[at - 2].tag == "vn"):
        at -= 2
    return tokens[at]


def _change_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The word of change that a 从…增至 belongs to, in this clause or the one before."""
    return next((tokens[i] for i in range(at, max(at - 12, -1), -1) if tokens[i].text in CHANGES), None)


def _conjuncts_end(tokens: Sequence[Token], end: int) -> int:
    """Index after the further conjuncts (、33,000名教师) that share the predicate."""
    while end + 1 < len(tokens) and tokens[end].text in COORDINATORS:
        i = end + 1
        while i < len(tokens) and tokens[i].tag in {"d", "m", "r"}:
            i += 1
        if i >= len(tokens) or tokens[i].tag != "Q":
            break
        item = noun_phrase(tokens, i + 1)
        end = item.end if item else i + 1
    return end


def _of_beneficiary(tokens: Sequence[Token], end: int) -> Token | None:
    """After 为, 向, 对 and the number: the verbal noun under a light verb, else the verb."""
    for i in range(end, len(tokens)):
        token = tokens[i]
        if token.tag == "w" or token.text == "的":
            return None
        if token.text in _LIGHT:
            return _object_noun(tokens, i)
        if token.verbal and token.text not in _COPULAS:
            return token
    return None


def _object_noun(tokens: Sequence[Token], light: int) -> Token | None:
    """The verbal noun that a light verb carries: the head of its object, of coordinated ones the first."""
    best, last = None, None
    for token in tokens[light + 1 :]:
        if (token.tag in {"w", "p"} and token.text != "、") or token.text in {"并", "并且", "以", "而"}:
            break
        if token.text in COORDINATORS and best is not None:
            break
        last = token
        if token.text[:2] in _VERBAL_NOUNS and token.text.endswith(_OF_ACTS):
            best = last = Token(token.text[:2], token.start, token.start + 2, "vn")
        elif token.tag == "vn" or token.verbal or token.text in _VERBAL_NOUNS:
            best = token
    return best if best is last or (last is not None and last.text in _OCCASIONS) else None


def _predicate(tokens: Sequence[Token], end: int) -> Token | None:
    """The verb after the counted noun."""
    for i in range(end, len(tokens)):
        token = tokens[i]
        if i + 1 < len(tokens) and tokens[i + 1].text == "的" and (token.verbal or token.tag == "vn"):
            return None  # 五个专题领域|开展|的工作
        if token.text in _LIGHT:
            noun = _object_noun(tokens, i)
            return noun if noun is not None and token.text in _EMPTY else None if token.text in _EMPTY else token
        if token.tag == "p" or token.text in {"通过", "经"}:
            return _after_adverbial(tokens, i)
        if token.verbal or token.tag == "vn":
            return token if _says(token) else None
        if token.tag not in {"d", "r", "f"} and token.text not in _PASSIVE:
            return None
    return None


def _after_adverbial(tokens: Sequence[Token], at: int) -> Token | None:
    """The predicate behind a prepositional phrase, the last verb of the clause: 从…援助中|受益, 通过…平台|参加."""
    best = tokens[at] if tokens[at].verbal else None
    for token in tokens[at + 1 :]:
        if token.tag == "w" and token.text != "、":
            break
        if token.verbal and _says(token):
            best = token
    return best


def _says(token: Token) -> bool:
    """Whether a verb has content and is long enough to be trusted."""
    return token.text not in _COPULAS and len(token.text) > 1 and token.text[0] != "是"


def _of_subject(tokens: Sequence[Token], at: int, *, share: bool) -> Token | None:
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
            if not share and token.text not in _REPORTING and _says(token):
                return token
        elif token.tag == "w" and token.text not in {"(", "、"}:
            return None
    return None
