"""Where a figure applies: the places whose reach it stands in.

A place counts when it opens the sentence or clause with 在, when it modifies the counted noun (非洲和亚洲的20多个会员国,
秘鲁的产量为…), when the thing comes from it (来自…的) or is brought to it (向也门运送), or when it, or a body of state (秘鲁海关), is the
subject of an act done on its own ground (土耳其缉获, not 日本捐助, not 以色列侵略). Those who are harmed are where something was
struck (轰炸阿勒颇，造成5人死亡). 该国 and 该市 stand for the place named before. With 分别 each number takes its own. A place with
which a paragraph opens (在秘鲁，…) reaches to the first sentence that names another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from unodc_report.data.counted import action_label
from unodc_report.observations.constructions import Construction, first
from unodc_report.observations.grounds import (
    DISTRICTS,
    MODIFYING,
    OPENING,
    SPOKEN_OF,
    at_once_behind,
    attended,
    back,
    coming,
    counts_states,
    helped,
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
from unodc_report.observations.items import CHANGES, Item
from unodc_report.observations.periods import reaches_over
from unodc_report.observations.respective import place_in_turn
from unodc_report.observations.subjects import GROUNDS, LOCAL, of_subject
from unodc_report.observations.tokens import Sentence, Token, clause_start
from unodc_report.observations.vocabulary import AREA_NOUNS, COORDINATORS, WORLDWIDE, words
from unodc_report.rules import Candidate

_LOCATIVE: Final = words("locative") | {"进入"}
_PLACES: Final = frozenset({"country", "region", "place"})
_OPEN: Final = "("
_LEADING: Final = MODIFYING | {"约", "近", "多达"}
"""What may stand between a place and the number that it modifies."""
_COVERING: Final = frozenset({"涉及", "遍及", "覆盖", "分布在", "遍布"})
_STRIKING: Final = words("striking")
"""Verbs before the place that is struck: 轰炸|加沙."""
_SHOOTING: Final = frozenset({"发射", "投掷", "开火", "射击", "投下", "投放"})
_HARM: Final = frozenset({"kill", "injure", "displace", "damage", "destroy"})
"""Classes of what befalls those who are where something is struck."""
_TOWARDS: Final = "往向到给至"
"""Endings of verbs after which a place is where a thing goes."""
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


class _Figure(NamedTuple):
    """A figure whose places are sought: its sentence's tokens, its own index, what it counts and what happened to it."""

    tokens: Sequence[Token]
    at: int
    item: Item | None
    action: str | None


def find_where(sentence: Sentence, at: int, item: Item | None, action: str | None) -> tuple[list[Token], str | None]:
    """The place tokens that the quantity at token `at` applies to, in order, and the construction that tells; none where none is stated."""
    if not names_place(sentence) or sums_up(sentence, at):
        return [], None
    figure = _Figure(sentence.tokens, at, item, action)
    answer = first(_STATED, figure)
    if answer is None and not _of_another(sentence.tokens, at, item):
        answer = first(_SAID_AROUND, figure)
    return ([], None) if answer is None else (place_in_turn(sentence.tokens, at, answer[0]), answer[1])


def _nearest_locative(figure: _Figure) -> list[Token]:
    """The places in 在, unless the subject stands between them and the number."""
    found = _locative(figure.tokens, figure.at)
    subject = _subject(figure) if found else []
    return [] if subject and subject[0].start > found[0].start else found


def _subject(figure: _Figure) -> list[Token]:
    return [] if counts_states(figure.tokens, figure.at, figure.item) else of_subject(figure.tokens, figure.at, figure.action)


def _before_noun(figure: _Figure) -> list[Token]:
    return _of_noun_before(figure.tokens, figure.item) if figure.item is not None and figure.item.how == "before" else []


def _series(figure: _Figure) -> list[Token]:
    return series(figure.tokens, figure.at) if figure.action is None or figure.action in CHANGES else []


def _described(tokens: Sequence[Token], at: int, item: Item | None, action: str | None) -> list[Token]:
    """The place behind a clause that tells the figure of it: 人口达12亿的|印度|，."""
    of = item.end if item is not None and item.how == "after" else at + 1
    if of + 1 >= len(tokens) or tokens[of].text != "的" or tokens[of + 1].tag != "g":
        return []
    alone = of + 2 == len(tokens) or not (tokens[of + 2].nominal or tokens[of + 2].text == "的" or tokens[of + 2].tag == "f")
    return [tokens[of + 1]] if alone and (action is None or action in LOCAL) else []


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
    return token.mention is not None and token.mention.type == "organization" and token.text.endswith(GROUNDS)


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


_Places: TypeAlias = Construction[_Figure, list[Token]]

_STATED: Final[tuple[_Places, ...]] = (
    Construction("where.predicate", lambda f: stands_in(f.tokens, f.at, f.item), "使用者中83%在|南亚|。"),
    Construction("where.inside_noun", lambda f: _of_item(f.tokens, f.item, nationals=False), "特派团培训了12名|海地|警官。"),
    Construction("where.told_of", lambda f: _described(f.tokens, f.at, f.item, f.action), "人口达12亿的|印度|，正在审查法律。"),
    Construction("where.before_number", lambda f: _before_number(f.tokens, f.at), "来自|非洲|的20多名检察官参加了课程。"),
    Construction("where.there_are", lambda f: there_are(f.tokens, f.at, f.action), "该署称，|尼日尔|有5000名难民。"),
    Construction("where.noun_before", _before_noun, "|秘鲁|的产量为4吨。"),
    Construction("where.helped", lambda f: helped(f.tokens, f.at, f.action), "该署协助|伊拉克|追回文物364件。"),
    Construction("where.locative", _nearest_locative, "警方在|秘鲁|缉获海洛因5公斤。"),
    Construction("where.subject", _subject, "|土耳其|缉获海洛因5公斤。"),
    Construction("where.recipient", lambda f: _recipient(f.tokens, f.at, f.action), "该署向|也门|运送了51万剂疫苗。"),
    Construction("where.behind_noun", lambda f: at_once_behind(f.tokens, f.at, f.item), "该署说，3万名难民在|卢旺达|接受登记。"),
    Construction("where.nationals", lambda f: _of_item(f.tokens, f.item, nationals=True), "该署登记了500名|叙利亚|难民。"),
    Construction("where.coming_from", lambda f: coming(f.tokens, f.at, f.item), "学员中有三名来自|突尼斯|。"),
    Construction("where.struck", lambda f: _struck(f.tokens, f.at, f.action), "飞机轰炸|阿勒颇|，造成5人死亡。"),
    Construction("where.anaphor", lambda f: there(f.tokens, f.at), "调查组提到|索马里|，指出该国有5所监狱。"),
)
"""What the figure, its noun and its clause tell."""

_SAID_AROUND: Final[tuple[_Places, ...]] = (
    Construction("where.noun_said_before", lambda f: _of_noun_before(f.tokens, f.item), "该厅说|秘鲁|的案件为5起，委员会认为超过22起。"),
    Construction("where.whole", lambda f: _of_whole(f.tokens, f.item), "该司检查了|喀布尔省|22个县，委员会走访了其中15个。"),
    Construction("where.following", lambda f: _following(f.tokens, f.at, f.item), "开展了61项活动，涉及|欧洲、中东和亚洲|。"),
    Construction("where.occasion", lambda f: attended(f.tokens, f.at, f.action), "40名官员参加了该司在|内罗毕|举行的讲习班。"),
    Construction("where.series", _series, "|乍得|石油收入为14亿美元，而棉花出口收入为4200万美元。"),
)
"""What the words around tell, unless a body is the subject of a figure whose noun was said of others."""

CONSTRUCTIONS: Final = _STATED + _SAID_AROUND
