"""Places where what is counted is, where it goes, and where it is done with help: said beside the verb, not as its subject.

Those with a verb of being (|地中海|有2.5万人死亡), those that one of going leads to (逃往|乌干达|), those whose own act somebody
helps with (协助|伊拉克|追回). The place of a meeting that asks for something (在京都|举行，要求) is none of what it asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.before import is_named
from unodc_report.observations.clauses import AGENTS, is_person
from unodc_report.observations.items import CHANGES, REACHES, Item
from unodc_report.observations.tokens import Sentence, Token, behind_mark, clause_start, comma_from
from unodc_report.observations.vocabulary import AREA_NOUNS, COORDINATORS, INSIDE, LISTING, words

PARTS: Final = frozenset({"部分", "一些", "大部分"})
MODIFYING: Final = AREA_NOUNS | PARTS | {"的", "军区"}
OF_STATES: Final = frozenset({"accede", "attend", "mention", "participate", "propose", "ratify", "request", "sign", "submit"})
"""Classes of acts that say nothing of the ground of those who act."""
OUTWARD: Final = frozenset({
    "abuse", "accede", "adopt", "assist", "attack", "attend", "besiege", "damage", "deploy", "destroy", "displace", "donate", "encourage",
    "enter", "evacuate", "fly", "fund", "injure", "invite", "kill", "mention", "other", "participate", "pay", "pledge", "present",
    "propose", "provide", "publish", "ratify", "recommend", "request", "sanction", "sign", "submit", "support", "travel", "violate",
    "visit", "win",
})  # fmt: skip
"""Classes of acts that a state does elsewhere, or that no table knows."""
ELSEWHERE: Final = OUTWARD - {"other", "destroy"}

OPENING: Final = frozenset({"在", "就", "对", "对于"})
"""Words with which a sentence opens on a place: 在|哥伦比亚|，; 就|墨西哥|而言，."""
SPOKEN_OF: Final = frozenset({"而言", "来说", "来讲"})
HELD: Final = frozenset({"举行", "举办", "召开", "主办"})
_HELPING: Final = words("helping")
_ANAPHORS: Final = words("place_anaphor")
_ATTENDING: Final = frozenset({"attend", "participate"})


_LEADING_ON: Final = frozenset({"首都", "首府", "省会", "该国", "该区域", "城市", "该省"})
"""Words before the name of a place: 在|首都|内比都."""


def spoken_of(tokens: Sequence[Token], i: int) -> list[Token]:
    """The places before the 而言 at `i`: 就|墨西哥|而言."""
    found, over = back(tokens, i - 1)
    return found if over >= 0 and tokens[over].text in OPENING else []


def past_span(tokens: Sequence[Token], start: int, at: int) -> int:
    """Index after a span of time with which a clause opens: |过去几天来|, |近年来|."""
    if tokens[start].text not in {"过去", "最近", "近"}:
        return start
    return next((i + 1 for i in range(start, min(start + 5, at)) if tokens[i].text in {"来", "以来", "里", "中", "内"}), start)


_TOTALS: Final = frozenset({"共计", "总计", "合计"})


def sums_up(sentence: Sentence, at: int) -> bool:
    """Whether a clause only adds up what the figure before counts, where that is: 向黎巴嫩派出3支工兵分队，共计|450人次."""
    tokens = sentence.tokens
    if at < 2 or tokens[at - 1].text not in _TOTALS or clause_start(tokens, at) != at - 1:
        return False
    ends = at + 1 == len(tokens) or tokens[at + 1].tag == "w"
    return ends and sentence.quantity(at).fields["kind"] == "count"


def places_after(tokens: Sequence[Token], start: int, stop: int) -> tuple[list[Token], int]:
    """The places from token `start` on, and the index after them."""
    i = start + (start + 1 < stop and tokens[start].text in _LEADING_ON and tokens[start + 1].tag == "g")
    found: list[Token] = []
    while i < stop:
        named = tokens[i].tag in {"g", "f", "t"} or tokens[i].text in COORDINATORS
        if not named and not (found and tokens[i].text in MODIFYING):
            break
        if tokens[i].tag == "g":
            found.append(tokens[i])
        i += 1
    return found, i


def back(tokens: Sequence[Token], i: int) -> tuple[list[Token], int]:
    """The places that end at token `i`, with what coordinates them, and the index before them."""
    found: list[Token] = []
    while i >= 0 and (tokens[i].tag == "g" or (tokens[i].text in LISTING and found)):
        if tokens[i].tag == "g":
            found.insert(0, tokens[i])
        i -= 1
    return found, i


def there_are(tokens: Sequence[Token], at: int, action: str | None) -> list[Token]:
    """The places that hold the number with a verb of being: 记录到2014年以来|地中海|有逾2.5万人死亡."""
    i = at - 1
    while i > 0 and tokens[i].tag in {"d", "m"}:
        i -= 1
    if i < 1 or tokens[at].text[-1] == "国" or tokens[i].text not in _THERE:
        return []
    if action is not None and action_label(action)[1] in OF_STATES:
        return []
    i -= 1
    while i > 0 and (tokens[i].tag == "d" or tokens[i].text in INSIDE):
        i -= 1
    found, over = back(tokens, i)
    return found if found and (over < 0 or tokens[over].tag in {"t", "w"} or tokens[over].text in {"到", "在"}) else []


_THERE: Final = frozenset({"有", "约有", "仍有", "共有", "已有", "还有", "尚有"})
"""Verbs of being before what is there."""


def destination(tokens: Sequence[Token], at: int, action: str | None, clause: int) -> list[Token] | None:
    """The places that those counted went to, where their clause names no other: 另有77万难民逃往|乌干达和苏丹|."""
    if action not in _GOING:
        return None
    if (left := next((i for i in range(clause, at) if tokens[i].text == action), at)) < at:
        found = places_after(tokens, left + 1, at)[0]  # 逃往|乌干达|的难民有32万人
        return found if found and not any(token.tag == "g" for token in tokens[clause:left]) else None
    if any(token.tag == "g" for token in tokens[clause:at]):
        return None
    went = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == action or tokens[i].text == "，"), len(tokens))
    if went >= len(tokens) - 1 or tokens[went].text != action:
        return None
    return places_after(tokens, went + 2 if tokens[went + 1].text == "了" else went + 1, len(tokens))[0] or None


_GOING: Final = frozenset({
    "逃离", "离开", "撤离", "撤出", "逃往", "驶向", "驶往", "飞往", "开往", "赶赴", "赶往", "逃到", "逃至", "前往", "抵达", "到达",
    "进入", "涌入", "流入", "迁往", "返回", "回返", "迁至",
})  # fmt: skip
"""Acts whose place is where they lead, or where they begin."""


def helped(tokens: Sequence[Token], at: int, action: str | None) -> list[Token]:
    """The places whose own act somebody helps with: 协助|伊拉克|追回文物364件."""
    act = next((i for i in range(at - 1, 2, -1) if tokens[i].text == action or tokens[i].text == "，"), 0)
    if not act or tokens[act].text != action or action_label(action)[1] in ELSEWHERE:
        return []
    last = act - 1
    while last and tokens[last].nominal and tokens[last].tag != "g":
        last -= 1  # 协助|马里|政府军训练
    found, over = back(tokens, last)
    if not found or over < 0:
        return []
    served = tokens[over].text in {"为", "给"} and tokens[over].tag == "p" and _acts_itself(tokens[act - 1].text)
    return found if served or tokens[over].text in _HELPING else []


def _acts_itself(noun: str) -> bool:
    """Whether a noun is of somebody in the place before it, for whom something is done: 为|塞拉利昂警察|编写手册."""
    return is_person(noun) or noun in AGENTS


def series(tokens: Sequence[Token], at: int) -> list[Token]:
    """The places of the first of clauses that give one statistic each: 乍得|石油收入为14亿美元，而棉花出口收入为|4 200万美元|."""
    clause = behind_mark(tokens, at, "，")
    if not clause or not _is_statistic(tokens, clause, at):
        return []
    for _ in range(_STATISTICS):
        end, clause = clause - 1, behind_mark(tokens, clause - 1, "，")
        start = clause
        while start < end and tokens[start].tag in {"t", "d", "c"}:
            start += 1
        found, after = places_after(tokens, start, end)
        if not _is_statistic(tokens, after, end) and (found or not _says_more(tokens, after, end)):
            return []
        if found or not clause:
            return found
    return []


_STATISTICS: Final = 4  # clauses of a series at most
_GIVEN: Final = words("given_sum") | words("paying") | {"摊款", "认捐款", "捐助", "国家", "缔约国", "会员国"}
"""Nouns of what states give, and of states: the next clause may be of others."""
_STATING: Final = REACHES | CHANGES | words("before_number") | COORDINATORS | {"的", "从", "由", "到", "至", "为"}


def _says_more(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a clause without a noun of its own only gives another figure of the one before: 达25万公顷; 较2022年增加2万公顷."""
    return start < end and all(t.tag in {"d", "c", "t", "Q", "zg", "p"} or t.text in _STATING for t in tokens[start:end])


def _is_statistic(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the tokens only say of what and how many: nouns, words of reaching and changing, numbers and times."""
    named = False
    for token in tokens[start:end]:
        if token.text in _GIVEN or is_named(token):
            return False
        named = named or token.tag == "n"
        if not (token.nominal or token.tag in {"d", "c", "t", "Q", "f", "r", "ul"} or token.text in _STATING):
            return False
    return named


def was_held(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether a meeting was held in the place before token `end`, which then asks for what the number says: 在京都|举行，要求."""
    comma = comma_from(tokens, end, at)
    return comma + 1 < at and end < comma and tokens[end].text in HELD and tokens[comma + 1].text in _ASKING


_ASKING: Final = frozenset({"要求", "决定", "呼吁", "敦促", "建议", "商定", "请求", "承诺", "促请", "请", "规定", "提议", "通过", "核准"})
"""What a meeting does that says nothing of where it is held."""


DISTRICTS: Final = AREA_NOUNS | {"营地", "难民营", "城镇", "村庄", "村", "镇", "市", "州", "省", "县", "岛", "港口", "机场", "监狱", "医院"}
"""Nouns after 该 that stand for a place named before."""


def at_once_behind(tokens: Sequence[Token], at: int, item: Item | None) -> list[Token]:
    """The places in 在 at once behind the noun: 3.4万名布隆迪难民在|卢旺达|接受登记."""
    end = item.end if item is not None and item.how == "after" else at + 1
    return places_after(tokens, end + 1, len(tokens))[0] if end < len(tokens) and tokens[end].text == "在" else []


def coming(tokens: Sequence[Token], at: int, item: Item | None) -> list[Token]:
    """The places whence those counted come: 三名|来自|非洲, 来自|突尼斯|的占40%."""
    end = item.end if item is not None and item.how == "after" else at + 1
    if end < len(tokens) and tokens[end].text == "来自":
        return places_after(tokens, end + 1, len(tokens))[0]
    start = clause_start(tokens, at)
    start += tokens[start].text == "其中"
    if tokens[start].text != "来自":
        return []
    found, end = places_after(tokens, start + 1, at)  # 来自突尼斯的|占40%
    return found if found and tokens[end - 1].text == "的" and all(token.tag in {"v", "d"} for token in tokens[end:at]) else []


def there(tokens: Sequence[Token], at: int) -> list[Token]:
    """The place that 该市, 该国, 当地 or 该地区 in the clause of the number stands for: the last one named before."""
    clause = clause_start(tokens, at)
    end = next((i for i in range(at, len(tokens)) if tokens[i].text in "，:"), len(tokens))
    for i in range(clause, end):
        that = tokens[i].text in _ANAPHORS or (tokens[i].text == "该" and i + 1 < end and tokens[i + 1].text in DISTRICTS)
        if that:
            named = next((j for j in range(i - 1, -1, -1) if tokens[j].tag == "g"), None)
            return [] if named is None else [tokens[named]]
    return []


def place_of_clause(tokens: Sequence[Token], start: int, at: int) -> Token | None:
    """The place behind a clause that says more of it, with which the 在 at `start` opens the sentence: 在产量占一半的|秘鲁|，."""
    end = next((i for i in range(start, at) if tokens[i].text == "，"), None)
    opens = not start or tokens[start - 1].tag == "w"
    return tokens[end - 1] if opens and end is not None and tokens[end - 1].tag == "g" and tokens[end - 2].text == "的" else None


_LIVING: Final = frozenset({"生活", "居住", "分布", "集中", "驻扎", "位于", "栖身", "避难"})


def stands_in(tokens: Sequence[Token], at: int, item: Item | None) -> list[Token]:
    """The places in which the predicate at once behind the number says that those counted are: 其中83%在|南亚|."""
    end = item.end if item is not None and item.how == "after" else at + 1
    if end + 3 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        end += 3  # 60%的人|(45亿)|生活在亚洲
    elif end < len(tokens) and tokens[end].text == ")":
        end += 1  # |45亿|)生活在亚洲
    end += end < len(tokens) and (tokens[end].text in _LIVING or tokens[end].text == "是")
    if end + 1 >= len(tokens) or tokens[end].text != "在":
        return []
    found, after = places_after(tokens, end + 2 if is_named(tokens[end + 1]) and tokens[end + 1].tag == "n" else end + 1, len(tokens))
    after += after < len(tokens) and tokens[after].text in AREA_NOUNS  # 是在世卫组织非洲|区域|
    return found if after == len(tokens) or tokens[after].tag == "w" else []


def attended(tokens: Sequence[Token], at: int, action: str | None) -> list[Token]:
    """The places of the occasion that persons attend: 40名官员参加了在|内罗毕|举行的讲习班."""
    if action is None or action_label(action)[1] not in _ATTENDING:
        return []
    for i in range(at + 1, len(tokens) - 1):
        if tokens[i].tag == "w":
            break
        if tokens[i].text == "在":
            found, end = places_after(tokens, i + 1, len(tokens))
            if found and end < len(tokens) and tokens[end].text in HELD:
                return found
    return []


def counts_states(tokens: Sequence[Token], at: int, item: Item | None) -> bool:
    """Whether states are counted: they do not lie in the one that acts."""
    opening = tokens[clause_start(tokens, at)].mention if tokens[at - 1].text[-1] == "有" else None
    if opening is not None and opening.type == "region":
        return False  # |中亚地区|有6个
    return (item is not None and tokens[item.end - 1].text.endswith(("国", "国家"))) or tokens[at].text.endswith("国")
