"""The predicate after a counted noun: the verb, or the verbal noun under a light one (进行|培训, 提供…|援助)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.constructions import Found
from unodc_report.observations.items import DEGREES
from unodc_report.observations.tokens import Token, comma_from
from unodc_report.observations.vocabulary import COORDINATORS, DISPOSAL, EXISTENTIAL, LIGHT, MODAL, PAYING, SUFFERING, UNDERTAKINGS, words

_EMPTY: Final = words("empty")
"""Light verbs that say nothing by themselves."""
_HANDING: Final = words("handing")
"""Light verbs that say enough where no verbal noun follows: 提供|药品."""
COPULAS: Final = EXISTENTIAL | words("copula")
_VERBAL_NOUNS: Final = words("verbal_noun")
_OCCASIONS: Final = words("occasion")
"""Nouns that may follow the verbal noun of a light verb without hiding it: 支持|方案."""
"""What may stand between the counted noun and its predicate: 人口|不能|享受."""
CONDITIONS: Final = words("condition")
"""Verbs of the dictionary that name what somebody suffers from: 遭受急性|营养不良|."""
_INSERTING: Final = frozenset({"其中", "包括"})
"""Words that open a clause that is put in before the predicate: 平民，|其中包括7名妇女|，被打死."""
_WITHOUT: Final = frozenset({"未经"})
_INSERTED: Final = 3  # clauses put in at most
_EXPECTED: Final = frozenset({"全部", "全都", "预计", "据报", "据称", "打算", "计划", "预定", "可望"})
"""Words before the verb, which they only lay into the future or into the mouth of others, or say of all: 官兵|预计|将部署."""
_PASSED: Final = _EXPECTED | MODAL | DEGREES
_OF_ACTS: Final = ("班", "课程", "服务")
"""Endings of nouns that name an occasion of what their first two characters say: 培训|班."""


def of_beneficiary(tokens: Sequence[Token], end: int) -> Token | None:
    """After 为, 向, 对 and the number: the verbal noun under a light verb, else the verb."""
    for i in range(end, len(tokens)):
        token = tokens[i]
        if token.tag == "w" or token.text == "的":
            return None
        if token.text in LIGHT:
            return _given(tokens, i)
        if token.verbal and token.text not in COPULAS:
            return token
        if token.text in PAYING and i + 1 < len(tokens) and tokens[i + 1].tag == "Q":
            return token  # 向45个国家|拨款|4亿美元
    return None


def _given(tokens: Sequence[Token], light: int) -> Token | None:
    """What is done for somebody with the light verb at `light`: 提供|咨询, 举办|培训班, but |举办|搜救课程, |提供|药品."""
    word, noun = tokens[light], _object_noun(tokens, light)
    if word.text not in _EMPTY:
        return noun if noun is None or noun.text in _VERBAL_NOUNS else word
    return noun or (word if word.text in _HANDING and not _of_undertaking(tokens, light) else None)


def _of_undertaking(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause from the verb at `at` on only says of what an undertaking is: |提供许可证的|费用."""
    closing = next((i for i in range(at, len(tokens) - 1) if tokens[i].text == "的" or tokens[i].tag == "w"), None)
    return closing is not None and tokens[closing].text == "的" and any(t.text in UNDERTAKINGS for t in tokens[closing : closing + 3])


def _object_noun(tokens: Sequence[Token], light: int) -> Token | None:
    """The verbal noun that a light verb carries: the head of its object, of coordinated ones the first."""
    best, last = None, None
    if (bearing := _borne(tokens, light)) is not None:
        return bearing
    start = light + 1
    if start + 1 < len(tokens) and tokens[start].text in {"了", "过"}:
        start += 1
    if start < len(tokens) and tokens[start].text in {"关于", "有关", "针对"}:  # 举办|关于毒品分析的|培训
        start = next((i + 1 for i in range(start, min(start + 14, len(tokens))) if tokens[i].text == "的"), start)
    for token in tokens[start:]:
        if (token.tag in {"w", "p"} and token.text != "、") or token.text in {"并", "并且", "以", "而"}:
            break
        if token.text in COORDINATORS and best is not None:
            break
        last = token
        if token.text[:2] in _VERBAL_NOUNS and token.text.endswith(_OF_ACTS):
            best = last = Token(token.text[:2], token.start, token.start + 2, "vn")
        elif token.tag == "vn" or (token.verbal and token.text not in CONDITIONS) or token.text in _VERBAL_NOUNS:
            best = token
    return best if best is last or (last is not None and last.text in _OCCASIONS) else None


def _borne(tokens: Sequence[Token], light: int) -> Token | None:
    """What those bear who are under a list of ills, with which their clause ends: 受到冲突、旱灾和疾病的|影响."""
    if tokens[light].text not in {"受到", "遭受"}:
        return None
    end = next((i for i in range(light, len(tokens)) if tokens[i].tag == "w" and tokens[i].text != "、"), len(tokens)) - 1
    return tokens[end] if tokens[end].text in {"影响", "威胁"} else None


def _grades(tokens: Sequence[Token], i: int) -> bool:
    """Whether the adjective at `i` says how badly those before it suffer: 21万儿童|严重|营养不良."""
    return tokens[i].tag == "a" and i + 1 < len(tokens) and tokens[i + 1].text in CONDITIONS


def predicate(tokens: Sequence[Token], end: int, *, share: bool = False) -> Token | None:
    """The verb after the counted noun, which ends before token `end`; of a share the one in 所 too (82%的人口|所|使用|的吗啡)."""
    for i in range(_past_insertions(tokens, end), len(tokens)):
        if i + 1 < len(tokens) and tokens[i + 1].text == "的" and (tokens[i].verbal or tokens[i].tag == "vn"):
            return None  # 五个专题领域|开展|的工作
        if (decided := _at_opening(tokens, i, share=share)) is not None:
            return decided.value
        if tokens[i].text in _PASSED or _denied(tokens, i) or _grades(tokens, i) or _of_manner(tokens, i) or _checks(tokens, i):
            continue
        if _leads(tokens, i):
            return _disposed(tokens, i) or _after_adverbial(tokens, i)
        if tokens[i].verbal or tokens[i].tag not in {"d", "r", "f"}:
            return _own_verb(tokens, i)
    return None


def _at_opening(tokens: Sequence[Token], i: int, *, share: bool) -> Found[Token | None] | None:
    """What a word decides with which only some predicates open: 将, a light verb, 所, 受影响; None where it is none of them."""
    text = tokens[i].text
    if text in DISPOSAL and (made := _made_of(tokens, i)) is not None:
        return Found(made)
    if text in LIGHT:
        return Found(_carried(tokens, i))
    if text == "所" and i + 1 < len(tokens) and tokens[i + 1].verbal:
        return Found(tokens[i + 1] if share else None)
    inside = _inside_word(tokens, i)
    return None if inside is None else Found(inside)


def _own_verb(tokens: Sequence[Token], i: int) -> Token | None:
    """The verb at `i`, or what it leads to, if it says what those counted do."""
    token = tokens[i]
    if token.text == "派" and (sent := _sending(tokens, i)) is not None:
        return sent
    if token.text == "是" and (cleft := _cleft(tokens, i)) is not None:
        return cleft
    return token if (token.verbal or token.tag == "vn") and says(token) and not _comes(tokens, i) else None


def _denied(tokens: Sequence[Token], i: int) -> bool:
    """Whether 没有 at `i` denies the verb behind it: 1 200万儿童|没有|上学, not 没有|教师."""
    return tokens[i].text == "没有" and i + 1 < len(tokens) and (tokens[i + 1].verbal or tokens[i + 1].text == "被")


_PUTTING: Final = frozenset({"纳入", "列入", "转入", "并入", "移交"})


def _made_of(tokens: Sequence[Token], at: int) -> Token | None:
    """The verb that says what an object after 将 is made: 100个缔约国将行贿|定为|犯罪; None where 将 only speaks of what will be."""
    if at + 1 < len(tokens) and tokens[at + 1].text in LIGHT:
        return None
    for i in range(at + 2, len(tokens)):
        if tokens[i].tag == "w" and tokens[i].text != "、":
            return None
        verb = tokens[i]
        if verb.verbal and len(verb.text) > 1 and (verb.text[-1] in "为作成" or verb.text in _PUTTING):
            return verb
    return None


def _past_insertions(tokens: Sequence[Token], end: int) -> int:
    """Index at which the predicate begins behind what is put in before it, else `end`.

    平民，其中包括7名妇女，|被打死; 飞机未经许可，也未通报，|进入领空.
    """
    without = end < len(tokens) and tokens[end].text in _WITHOUT
    i = comma_from(tokens, end, len(tokens)) if without else end
    for _ in range(_INSERTED):
        if i + 1 >= len(tokens) or tokens[i].text != "，":
            return end
        following = tokens[i + 1]
        if (following.text == "被" and not _modifies(tokens, i + 1)) or (without and (following.verbal or following.text in MODAL)):
            return i + 1
        if following.text not in _INSERTING and not (without and following.tag == "d"):
            return end
        i = comma_from(tokens, i + 1, len(tokens))
    return end


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether 被 at `at` opens the modifier of another subject: 占比达61%，|被贩运的女童|多数受到剥削."""
    return at + 2 < len(tokens) and tokens[at + 2].text == "的"


def _inside_word(tokens: Sequence[Token], i: int) -> Token | None:
    """The verb that the dictionary has as one word with what stands before it: 受|影响, 其中12件已|登记."""
    token = tokens[i]
    closes = token.text[0] == "已" and token.tag == "b" and (i + 1 == len(tokens) or tokens[i + 1].tag == "w")
    return Token(token.text[1:], token.start + 1, token.end, "v") if closes or token.text == "受影响" else None


_CHECKING: Final = frozenset({"核实", "确认", "证实", "登记", "核准", "许可", "批准"})


def _checks(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` only says that what follows was found true: 1 639人|经核实|死亡, 87个国家中|估计|有."""
    if tokens[i].text == "估计":
        return i + 1 < len(tokens) and tokens[i + 1].text[-1] == "有"
    if tokens[i].text == "经":
        return i + 1 < len(tokens) and tokens[i + 1].text in _CHECKING
    return tokens[i].text in _CHECKING and i > 0 and tokens[i - 1].text == "经"


_BECAUSE: Final = frozenset({"因为", "由于"})


def _leads(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` opens an adverbial before the predicate: |从|援助中受益, |通过|平台参加, |未经|许可离开."""
    through = tokens[i].text in {"通过", "经"} and tokens[min(i + 1, len(tokens) - 1)].text != "了"
    return through or tokens[i].tag == "p" or tokens[i].text in _WITHOUT | _BECAUSE or (tokens[i].text == "作为" and tokens[i].tag != "w")


def _of_manner(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` only says how the verb after it is done: |自愿|回返, |充分|享受, |完全或部分|关闭了."""
    joined = next((j for j in (i + 1, i, i - 1) if 0 < j < len(tokens) and tokens[j].text == "或" and tokens[j - 1].tag == "ad"), i - 1)
    if joined >= i:
        return True
    manner = tokens[i].tag in {"ad", "b", "vd", "z"} or tokens[i].text in {"新", "部分"}  # |新|感染了
    return manner and i + 1 < len(tokens) and (tokens[i + 1].verbal or tokens[i + 1].tag == "vn")


def _sending(tokens: Sequence[Token], i: int) -> Token | None:
    """What those do whom somebody sends: 派观察员|列席, 派代表团|参加了."""
    end = i + 1
    while end < len(tokens) and tokens[end].nominal and tokens[end].tag != "vn":
        end += 1
    does = end < len(tokens) and end > i + 1 and (tokens[end].verbal or tokens[end].tag == "vn")
    return tokens[end] if does and says(tokens[end]) else None


def _cleft(tokens: Sequence[Token], i: int) -> Token | None:
    """The verb between the 是 at `i` and the 的 with which its clause ends: 70%是在海港|查获|的."""
    if i + 2 >= len(tokens) or tokens[i + 1].tag not in {"p", "v", "t", "d"}:
        return None
    end = next((j for j in range(i + 1, len(tokens)) if tokens[j].tag == "w" and tokens[j].text != "、"), len(tokens))
    does = end - i > 2 and tokens[end - 1].text == "的" and (tokens[end - 2].verbal or tokens[end - 2].tag == "vn")
    return tokens[end - 2] if does and says(tokens[end - 2]) else None


def _comes(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verb at `i` only says whence: |来自|亚洲."""
    if tokens[i].text != "来自" or i + 1 >= len(tokens):
        return False
    return tokens[i + 1].tag in {"g", "Q"} or tokens[i + 1].text.endswith("国家")


def _carried(tokens: Sequence[Token], light: int) -> Token | None:
    """What the light verb at `light` says: the verbal noun that it carries, else, where it says enough, itself."""
    word = tokens[light]
    noun = _object_noun(tokens, light) if word.text in _EMPTY else None
    if noun is not None:
        return noun
    if word.text in SUFFERING:
        return _last_verb(tokens, light + 1) or (word if len(word.text) > 1 and word.text != "受到" else None)
    return word if word.text not in _EMPTY or word.text in _HANDING else None


def _last_verb(tokens: Sequence[Token], start: int) -> Token | None:
    """The last verb with content from token `start` to the end of the clause."""
    end = next((i for i in range(start, len(tokens)) if tokens[i].tag == "w" and tokens[i].text != "、"), len(tokens))
    last = tokens[end - 1] if end > start else None
    return last if last is not None and last.verbal and says(last) and last.text not in CONDITIONS else None


def _disposed(tokens: Sequence[Token], at: int) -> Token | None:
    """What an object in 将 behind the adverbial at `at` is made: 根据《议定书》将贩运人口|定为|犯罪."""
    for i in range(at + 1, len(tokens)):
        if tokens[i].tag == "w":
            return None
        if tokens[i].text in DISPOSAL:
            return _made_of(tokens, i)
    return None


def _after_adverbial(tokens: Sequence[Token], at: int) -> Token | None:
    """The predicate behind a prepositional phrase, the last verb of the clause: 从…援助中|受益, 通过…平台|参加."""
    best = tokens[at] if tokens[at].verbal else None
    closed = at
    for i, token in enumerate(tokens[at + 1 :], at + 1):
        if token.text == "(":
            closed = next((j for j in range(i, min(i + 8, len(tokens))) if tokens[j].text == ")"), i)
        if i <= closed:
            continue  # 向法希尔|(El Fasher)|运送
        if token.tag == "w" and token.text != "、":
            break
        if token.text in _EMPTY:
            return _object_noun(tokens, i) or best or _carried(tokens, i) or token
        if best is not None and i + 1 < len(tokens) and tokens[i + 1].text == "的":
            continue  # 被关押在|无人看管|的地方
        if best is not None and tokens[i - 1].text in COORDINATORS and tokens[i - 2] is best:
            continue  # 被|招募|和使用
        if (token.verbal or _closes(tokens, i) or (best is None and _is_activity(tokens, i))) and says(token):
            best = token
            if i + 1 < len(tokens) and tokens[i + 1].text == "了":
                break  # 通过平台|完成|了培训
    return best


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verbal noun at `i` is the predicate with which the clause ends: 因触雷而|死亡, 在袭击中|死亡."""
    ends = i + 1 == len(tokens) or tokens[i + 1].tag == "w"
    ends = ends or (tokens[i + 1].text in {"或", "和"} and i + 2 < len(tokens) and tokens[i + 2].verbal)
    return ends and tokens[i].tag == "vn" and tokens[i - 1].tag in {"c", "d", "f", "g", "s"} and tokens[i - 1].text not in COORDINATORS


def _is_activity(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun is the verb with which the clause ends: 在该地区|活动, 在农村|工作."""
    closes = i + 1 == len(tokens) or tokens[i + 1].tag == "w"
    return closes and tokens[i].text in {"活动", "工作", "生活"} and tokens[i - 1].tag in {"n", "g", "f", "s"}


def says(token: Token) -> bool:
    """Whether a verb has content and is long enough to be trusted."""
    return token.text not in COPULAS and token.text not in MODAL and len(token.text) > 1 and token.text[0] != "是"
