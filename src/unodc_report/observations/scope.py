"""Where a figure applies: the places whose reach it stands in.

A place counts when it opens the sentence or clause with 在, when it modifies the counted noun (非洲和亚洲的20多个会员国,
秘鲁的产量为…), when the thing comes from it (来自…的) or is brought to it (向也门运送), or when it, or a body of state (秘鲁海关), is the
subject of an act done on its own ground (土耳其缉获, not 日本捐助, not 以色列侵略). Those who are harmed are where something was
struck (轰炸阿勒颇，造成5人死亡). 该国 and 该市 stand for the place named before. With 分别 each number takes its own. A place with
which a paragraph opens (在秘鲁，…) reaches to the first sentence that names another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from unodc_report.data.counted import action_label
from unodc_report.observations.before import is_named
from unodc_report.observations.grounds import (
    DISTRICTS,
    ELSEWHERE,
    INSIDE,
    MODIFYING,
    OF_STATES,
    OPENING,
    OUTWARD,
    SPOKEN_OF,
    at_once_behind,
    attended,
    back,
    coming,
    counts_states,
    destination,
    helped,
    past_span,
    place_of_clause,
    places_after,
    series,
    spoken_of,
    stands_in,
    sums_up,
    there,
    there_are,
    was_held,
)
from unodc_report.observations.items import BOUNDS, CHANGES, REACHES, Item
from unodc_report.observations.objects import TRANSITIVE
from unodc_report.observations.periods import reaches_over
from unodc_report.observations.respective import place_in_turn
from unodc_report.observations.tokens import Sentence, Token, clause_start
from unodc_report.observations.vocabulary import AREA_NOUNS, COORDINATORS, DISASTERS, EITHER, WORLDWIDE, words
from unodc_report.rules import Candidate

_LOCATIVE: Final = words("locative") | {"进入"}
_PLACES: Final = frozenset({"country", "region", "place"})
_OPEN: Final = "("
_LEADING: Final = MODIFYING | {"约", "近", "多达"}
"""What may stand between a place and the number that it modifies."""
_HAVING: Final = REACHES | CHANGES | words("existential") | words("reaching") | words("copula") | {"多达", "高达", "超过", "不到", "不足"}
_COVERING: Final = frozenset({"涉及", "遍及", "覆盖", "分布在", "遍布"})
_CHANGING: Final = REACHES | CHANGES
_LOCAL: Final = CHANGES | words("local")
"""What happens where its subject is."""
_AGGRESSION: Final = words("aggression")
"""What a state does to others, or does it with, where it is named before: |以色列|侵略, |叙利亚|直升机."""
_STRIKING: Final = words("striking")
"""Verbs before the place that is struck: 轰炸|加沙."""
_SHOOTING: Final = frozenset({"发射", "投掷", "开火", "射击", "投下", "投放"})
_HARM: Final = frozenset({"kill", "injure", "displace", "damage", "destroy"})
"""Classes of what befalls those who are where something is struck."""
_HAPPENING: Final = DISASTERS | words("happening") - {"会议", "研讨会", "讲习班", "选举", "行动"}
_MAKING: Final = frozenset({"造成", "导致", "致使", "引起", "使"})
_EXISTING: Final = (words("existential") - {"包括"}) | {"现有", "设有", "拥有", "仍有"}
_DURING: Final = frozenset({"期间", "时期", "高峰期"})
_TOWARDS: Final = "往向到给至"
"""Endings of verbs after which a place is where a thing goes."""
_AUTHORITIES: Final = tuple(words("authority"))
_GROUNDS: Final = (*_AUTHORITIES, "监狱", "医院", "大学", "学校", "厂", "设施", "机场", "矿山")
_POLICE: Final = ("当局", "警察", "警方", "海关", "政府", "警卫队", "宪兵")
"""Authorities that destroy things on their own ground alone."""
_NATIONALS: Final = words("national")
"""Nouns before which a place says who they are, not where: 叙利亚|难民."""
_RECEIVING: Final = (words("benefactive") - COORDINATORS) | words("helping")
"""Words before those to whom something is brought: 向|也门|运送."""
_INWARD: Final = frozenset({"assist", "deliver", "deploy", "hold", "provide", "support", "train", "transfer", "treat", "vaccinate"})
"""Classes of acts that happen where those are to whom they are done."""


def opening_place(sentence: Sentence) -> list[Token]:
    """The places with which the sentence opens as its scope: 在|哥伦比亚|，…; empty where it opens otherwise."""
    tokens = sentence.tokens
    start = 0
    while start < len(tokens) and (tokens[start].tag in {"t", "w", "m"} or tokens[start].text.isdigit()):
        start += 1  # 12.2020年，|在…
    if start == len(tokens) or tokens[start].text not in OPENING:
        return []
    found, end = places_after(tokens, start + 1, len(tokens))
    end += end < len(tokens) and tokens[start].text != "在" and tokens[end].text in SPOKEN_OF
    return found if end < len(tokens) and tokens[end].text == "，" else []


def reaches_on(sentence: Sentence, at: int, item: Item | None) -> bool:
    """Whether a place with which the paragraph opened reaches the quantity at token `at`: nothing says that it is of elsewhere."""
    return not names_place(sentence) and WORLDWIDE.isdisjoint(sentence.words) and not counts_states(sentence.tokens, at, item)


def names_place(sentence: Sentence) -> bool:
    """Whether the sentence names any place."""
    return not _PLACES.isdisjoint(sentence.kinds)


def find_where(sentence: Sentence, at: int, item: Item | None, action: str | None) -> list[Token]:
    """The place tokens that the quantity at token `at` applies to, in order; empty where none is stated."""
    tokens = sentence.tokens
    if not names_place(sentence) or sums_up(sentence, at):
        return []
    found = (
        stands_in(tokens, at, item)
        or _of_item(tokens, item, nationals=False)
        or _described(tokens, at, item, action)
        or _before_number(tokens, at)
        or there_are(tokens, at, action)
        or (_of_noun_before(tokens, item) if item is not None and item.how == "before" else [])
    )
    if not found:
        subject = [] if counts_states(tokens, at, item) else _of_subject(tokens, at, action)
        own = helped(tokens, at, action)
        nearest = own or max((_locative(tokens, at), subject), key=lambda places: places[0].start if places else -1)
        found = nearest or _recipient(tokens, at, action) or at_once_behind(tokens, at, item)
        found = found or _of_item(tokens, item, nationals=True) or coming(tokens, at, item)
        found = found or _struck(tokens, at, action) or there(tokens, at)
        if not found and not _of_another(tokens, at, item):
            found = _of_noun_before(tokens, item) or _of_whole(tokens, item) or _following(tokens, at, item) or attended(tokens, at, action)
            found = found or (series(tokens, at) if action is None or action in CHANGES else [])
    return place_in_turn(tokens, at, found)


def _described(tokens: Sequence[Token], at: int, item: Item | None, action: str | None) -> list[Token]:
    """The place behind a clause that tells the figure of it: 人口达12亿的|印度|，."""
    of = item.end if item is not None and item.how == "after" else at + 1
    if of + 1 >= len(tokens) or tokens[of].text != "的" or tokens[of + 1].tag != "g":
        return []
    alone = of + 2 == len(tokens) or not (tokens[of + 2].nominal or tokens[of + 2].text == "的" or tokens[of + 2].tag == "f")
    return [tokens[of + 1]] if alone and (action is None or action in _LOCAL) else []


def harms(action: str | None) -> bool:
    """Whether an act is of those that befall persons and things where they are."""
    return action is not None and action_label(action)[1] in _HARM


def with_states(sentence: Sentence, states: Mapping[int, Candidate]) -> Sentence:
    """The sentence with each body whose name opens with that of a state or city as a place: |秘鲁国家警察|缉获.

    Args:
        sentence: the sentence.
        states: the countries and places named in it, by their start.
    """
    if not any(_is_body(token) and token.start in states for token in sentence.tokens):
        return sentence
    tokens = (t._replace(tag="g", mention=states[t.start]) if _is_body(t) and t.start in states else t for t in sentence.tokens)
    return Sentence.of(tuple(tokens), sentence.start, sentence.end)


def _is_body(token: Token) -> bool:
    """Whether a token names an authority or an establishment; parties and armed groups act elsewhere too."""
    return token.mention is not None and token.mention.type == "organization" and token.text.endswith(_GROUNDS)


def _of_another(tokens: Sequence[Token], at: int, item: Item | None) -> bool:
    """Whether an organization is the subject of a figure whose noun was said of others: 中国的排放量增加4%，而欧洲联盟减少了|2%."""
    if item is None or item.how != "elided":
        return False
    clause = tokens[clause_start(tokens, at) : at]
    return any(token.mention is not None and token.mention.type == "organization" for token in clause)


def _of_item(tokens: Sequence[Token], item: Item | None, *, nationals: bool) -> list[Token]:
    """Places inside the counted noun phrase; those that say of what nation persons are only with `nationals`."""
    if item is None or (item.how == "elided" and not nationals):
        return []
    found = [i for i in range(item.start, item.end) if tokens[i].tag == "g"]
    return [tokens[i] for i in found if nationals or i + 1 >= item.end or tokens[i + 1].text not in _NATIONALS]


def _recipient(tokens: Sequence[Token], at: int, action: str | None) -> list[Token]:
    """The places to which something is brought: 向|也门|运送51万剂, 为|约旦|地方政府的210名工作人员."""
    if action is None or action_label(action)[1] not in _INWARD or _has_owner(tokens, at):
        return []
    for i in range(at - 1, -1, -1):
        if tokens[i].text in _RECEIVING:
            found, _ = places_after(tokens, i + 2 if tokens[i + 1].text == "来自" else i + 1, at)
            if found:
                return found
    return []


def _has_owner(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number, joined to another, has an owner of its own that is no place: 向叙利亚的12万人和|邻国的|30万难民."""
    if at < 3 or tokens[at - 1].text != "的" or not tokens[at - 2].nominal or tokens[at - 2].tag == "g":
        return False
    return tokens[at - 3].text in COORDINATORS


def _struck(tokens: Sequence[Token], at: int, action: str | None) -> list[Token]:
    """The places where those are who are harmed: 轰炸|阿勒颇|，造成5人死亡; 对|加沙|的袭击造成20人受伤."""
    if not harms(action):
        return []
    for i in range(at - 1, -1, -1):
        if tokens[i].text in _STRIKING or (tokens[i].text in {"对", "向"} and any(t.text in _STRIKING | _SHOOTING for t in tokens[i:at])):
            found, _ = places_after(tokens, i + 2 if tokens[i + 1].text == "了" else i + 1, at)
            if found:
                return found
    return []


def _before_number(tokens: Sequence[Token], at: int) -> list[Token]:
    """Places that modify the number from the left: 非洲和亚洲的|20多个, 东欧|36个, 来自加勒比区域的|100名, 智利(|140名)."""
    i = at - 1
    if i > 0 and tokens[i].text == _OPEN:
        return [tokens[i - 1]] if tokens[i - 1].tag == "g" else []
    if i > 1 and tokens[i].text == "的" and (outer := _of_number_before(tokens, i)) is not None:
        return _before_number(tokens, outer)  # 孟加拉国北部16个县的|120万名
    while i >= 0 and (tokens[i].tag in {"d", "b", "m", "r", "a", "f"} or tokens[i].text in _LEADING):
        i -= 1
    found, i = back(tokens, i)
    mention = tokens[at].mention
    share = mention is not None and mention.fields["kind"] in {"percent", "fraction"}  # 海地|一半人口
    opens = i < 0 and not share and tokens[at - 1].text != "的" and at + 1 < len(tokens) and tokens[at + 1].tag != "w"
    if not found or (opens and tokens[at + 1].text not in DISTRICTS and tokens[at + 1].text != "的"):
        return []  # not 日本|12名代表, but 喀布尔省|22个县
    before = tokens[i]  # or none: then i is -1
    leads = i < 0 or before.verbal or before.tag in {"p", "w", "ul"} or before.text == "其中" or (before.text == "的" and i + 2 == at)
    return found if leads else []


def _of_whole(tokens: Sequence[Token], item: Item | None) -> list[Token]:
    """The places of the figure whose noun the number leaves out: 喀布尔省|22个县|中有15个."""
    of_number = item is not None and item.how != "after" and item.start and tokens[item.start - 1].tag == "Q"
    return _before_number(tokens, item.start - 1) if of_number and item is not None else []


def _of_number_before(tokens: Sequence[Token], of: int) -> int | None:
    """Index of the number whose noun the 的 at `of` joins to another: |16个|县的120万名居民."""
    i = of - 1
    while i and tokens[i].nominal and tokens[i].tag != "g":
        i -= 1
    return i if i < of - 1 and tokens[i].tag == "Q" else None


def _of_noun_before(tokens: Sequence[Token], item: Item | None) -> list[Token]:
    """Places that modify a counted noun before its number: 秘鲁和智利的|产量为4吨, 葡萄牙与巴西之间的|合作占五分之二."""
    if item is None or item.how == "after":
        return []
    i = item.start - 1
    while i >= 0 and (tokens[i].text == "的" or tokens[i].tag in {"f", "b", "a", "t", "r"} or tokens[i].text in AREA_NOUNS):
        i -= 1
        if i > 0 and tokens[i].text == ")":  # 东亚(不包括中国)的|国内生产总值
            i = next((j - 1 for j in range(i, -1, -1) if tokens[j].text == "("), i)
    found, over = back(tokens, i)
    return [] if found and over >= 0 and tokens[over].text[-1] in _TOWARDS else found  # not |运往比利时|的可卡因7吨


def _of_subject(tokens: Sequence[Token], at: int, action: str | None) -> list[Token]:  # one a way to open
    """The places that are the subject of the number's clause, or of the clause before where it has none of its own."""
    clause, moved = clause_start(tokens, at), False
    if (goal := destination(tokens, at, action, clause)) is not None:
        return goal
    for _ in range(4):
        start = clause
        while start < at and (tokens[start].tag in {"t", "d", "c"} or tokens[start].text in {"，", "截至", "自", "其中", "即", "同期"}):
            start += 1
        while not clause and start < at and (tokens[start].text.isdigit() or tokens[start].text == "."):
            start += 1  # 26.|百慕大有
        start = past_span(tokens, start, at)
        start += start + 1 < at and is_named(tokens[start]) and tokens[start + 1].tag == "g" != tokens[start].tag  # 世卫组织|非洲区域报告了
        if start + 2 < at and tokens[start].tag in {"a", "b"} and tokens[start + 1].text == "的" and tokens[start + 2].tag == "g":
            start += 2  # 独立的|乌兹别克斯坦
        found, end = places_after(tokens, start, at)
        if found:
            if moved and action_label(tokens[end].text)[1] in ELSEWHERE:
                return []  # 瑞典|捐助了…，占四分之一
            return found if _acts(tokens, end, at, action) else []
        moved = True
        opening = tokens[start]
        if not (start and clause and (opening.verbal or opening.tag in {"Q", "vn"} or opening.text in _SUBJECTLESS)):
            return []
        clause = clause_start(tokens, clause - 1)
    return []


_SUBJECTLESS: Final = _HAVING | words("measure") | words("authority") | {"使", "比", "较", "并", "为", "向", "将", "把"}
"""Words that open a clause whose subject stands in the clause before."""


def _acts(tokens: Sequence[Token], end: int, at: int, action: str | None) -> bool:  # noqa: C901, PLR0911, PLR0912  # one a construction
    """Whether what follows the places at token `end` makes them the ground of the figure: a predicate, or 的 and a noun with one."""
    if tokens[end - 1].text in COORDINATORS:
        end -= 1  # 智利|与…合作
    if end + 2 < len(tokens) and tokens[end].text == "一" and tokens[end + 1].text == "国":
        end += 2  # 土耳其|一国|收容了
    end += tokens[end].text == "同期"
    end += 2 * (end + 1 < at and tokens[end].tag == "Q" and tokens[end + 1].text in BOUNDS)  # 非洲|5岁以下|儿童仍然占
    following = tokens[end]
    if following.text in INSIDE or tokens[end - 1].text in INSIDE:
        return True
    if _attacks(tokens, end):
        return False
    if tokens[at - 1].text == "其":
        return True  # 南非凭借|其|4万兆瓦的发电能力
    if _befalls(tokens, end, at):
        return True
    if following.text in _EXISTING and (action is None or action_label(action)[1] not in OF_STATES):
        return True  # 哥伦比亚|已有27个城市被宣布为无雷区
    topic = end
    while topic < at and (tokens[topic].nominal or (action in CHANGES and tokens[topic].verbal and topic + 1 < at)):
        topic += 1
    direct = end == at or following.verbal or following.tag in {"d", "p", "vn", "c", "r"} or following.text == "每"
    direct = direct or tokens[end].tag == "Q"  # 也门|三分之二人口，即1 880万人急需
    direct = direct or following.text in TRANSITIVE or tokens[end - 1].text == "的"
    last = topic - 1 if topic > end + 1 and tokens[topic - 1].text in EITHER else topic  # 秘鲁政府|计划|在2022年铲除
    direct = direct or (last > end and tokens[last - 1].text.endswith(_GROUNDS))
    last = topic - 1 if topic > end + 1 and tokens[topic - 1].text in _DURING else topic
    last -= last > end + 1 and tokens[last - 1].text == "高峰"
    if last > end and tokens[last - 1].text in DISASTERS:
        return True  # 海地|霍乱疫情|已造成, 西非|埃博拉疫情|高峰时期
    if not direct and (topic == end or tokens[topic].tag == "w"):
        return False
    while topic < at - 1 and topic > end and tokens[topic].tag in {"t", "d"}:
        topic += 1
    if not direct and action is None:
        # 南苏丹|境内流离失所者总数达, not 日本|代表团为
        return tokens[topic].text in _CHANGING and not tokens[topic - 1].text.endswith("团")
    if not direct and action not in CHANGES:
        return False
    if action is not None:
        kind = action_label(action)[1]
        at_home = kind == "destroy" and topic > end and tokens[topic - 1].text.endswith(_POLICE)
        return action in _LOCAL or kind not in OUTWARD or at_home
    return any(token.text in _HAVING for token in tokens[clause_start(tokens, at) : at])


def _attacks(tokens: Sequence[Token], end: int) -> bool:
    """Whether the place before token `end` is of those who attack: 以色列|侵略, 叙利亚|政权直升机."""
    if tokens[end - 1].text.endswith(tuple(_AGGRESSION)):
        return True
    i = end
    while i < len(tokens) and tokens[i].nominal and tokens[i].text not in _AGGRESSION:
        i += 1
    return i < len(tokens) and tokens[i].text in _AGGRESSION and tokens[end - 1].tag == "g" and i < end + 2


def _befalls(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether what happened in the place caused the number: 班吉|两派之间的冲突|已导致数百人死亡."""
    making = next((i for i in range(end, at) if tokens[i].text in _MAKING), None)
    if making is None:
        return False
    while making > end and tokens[making - 1].tag in {"d", "ul"}:
        making -= 1
    inside = tokens[end:making]
    if not inside or inside[-1].text not in _HAPPENING:
        return False
    return not any((token.verbal and token.tag != "vd") or token.tag in {"w", "p"} for token in inside[:-1])


def _locative(tokens: Sequence[Token], at: int) -> list[Token]:
    """Places after 在, 于, … before the number: the nearest such phrase whose reach is not broken by a bracket."""
    for i in range(at - 1, -1, -1):
        word = tokens[i].text
        if word in SPOKEN_OF and (found := spoken_of(tokens, i)):
            return found
        if word in _LOCATIVE and reaches_over(tokens, i, at):
            if tokens[i + 1].text in WORLDWIDE:
                return []
            found, end = places_after(tokens, i + 1, at)
            if not found and (closing := place_of_clause(tokens, i, at)) is not None:
                return [closing]
            if found and (tokens[i].text == "驻" or not (end < at and tokens[end].tag == "n" and tokens[end - 1].tag == "g")):
                return [] if was_held(tokens, end, at) else found  # not 在阿鲁沙|精神的帮助下
    return []


def _following(tokens: Sequence[Token], at: int, item: Item | None) -> list[Token]:
    """Places behind the number: two words at most behind its noun (两名司机在|贝拉|被劫持), or in a clause that says what it covers.

    61项…，涉及|欧洲、中东和亚洲.
    """
    end = item.end if item is not None and item.how == "after" else at + 1
    if end < len(tokens) and tokens[end].text in {"设在", "位于", "驻扎在", "用于"}:
        return places_after(tokens, end + 1, len(tokens))[0]  # 9个|设在|非洲
    for i in range(end, min(end + 3, len(tokens))):
        if tokens[i].tag == "w" or tokens[i].text[0] in "的是从由":
            break
        if tokens[i].text in _LOCATIVE:
            return places_after(tokens, i + 1, len(tokens))[0]
    for i, token in enumerate(tokens[at + 1 :], at + 1):
        if token.tag == "Q":
            break
        if token.text in _COVERING and tokens[i - 1].text == "，":
            return places_after(tokens, i + 1, len(tokens))[0]
    return []
