"""What happened to the counted thing: the content verb or verbal noun of its clause.

In the order in which the constructions are tried:

* the counted noun only modifies another (190个国家|的…人, 来自15个国家的专家): none;
* preposition and number (为|84个国家|提供…援助): the verbal noun under the light verb, else the verb itself;
* verb and number (培训了|5000名教练): that verb; a pivot (协助|9个缔约国|完成) keeps the first, 使, 有 and 导致 give the second;
* number and predicate (80名从业人员|参加, 被|翻译, 获得…|援助; 平民，其中包括7名妇女，被|打死): it comes before a verb that modifies;
* subject and number (…|释放|的人员达到700,000人; 案件|减少|50%).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from unodc_report.observations.before import is_named
from unodc_report.observations.changes import brackets_end, compares, taken_part
from unodc_report.observations.constructions import Construction, Found, first
from unodc_report.observations.governors import first_listed, governor
from unodc_report.observations.items import Item
from unodc_report.observations.modifying import conjuncts_end, modifies, modify, past_names, suffered_from, taken_from, undertaken
from unodc_report.observations.objects import disposed_of
from unodc_report.observations.predicates import COPULAS, predicate, says
from unodc_report.observations.shares import differing
from unodc_report.observations.tokens import Sentence, Token
from unodc_report.observations.verbs import (
    HANDING_ON,
    LESS,
    done_with,
    first_in_bracket,
    governed,
    holds,
    involves,
    is_change,
    is_object,
    may_modify,
    moved,
    of_amount,
    of_duration,
    of_object,
    of_opening,
    of_relative,
    of_subject,
    reaches,
    states_those,
)
from unodc_report.observations.vocabulary import DISPOSAL, EITHER, MODAL


class _Figure(NamedTuple):
    """A figure whose action is sought.

    Attributes:
        tokens, at, item: of its sentence, its own, and what it counts.
        kind: of its quantity.
        after: whether its noun stands behind it.
        end: index after its phrase.
        left: index of what governs it; None until it is sought.
    """

    tokens: Sequence[Token]
    at: int
    item: Item | None
    kind: str
    after: bool
    end: int
    left: int | None = None

    @property
    def share(self) -> bool:
        """Whether it is a share of something."""
        return self.kind in {"percent", "fraction"}

    @property
    def before(self) -> Item | None:
        """What it counts, where that stands before it."""
        return self.item if self.item is not None and self.item.how == "before" else None


_Answer: TypeAlias = Found[Token | None] | None


def find_action(sentence: Sentence, at: int, item: Item | None) -> tuple[Token | None, str | None]:
    """The token that says what happened to the thing counted at token `at`, and the construction that tells.

    None where the words do not decide; then the construction is one that leaves the slot empty, or None too.
    """
    after = item is not None and item.how == "after"
    end = item.end if item is not None and after else at + 1
    figure = _Figure(sentence.tokens, at, item, str(sentence.quantity(at).fields["kind"]), after, end)
    answer = first(_BY_PHRASE, figure) or first(_BY_CLAUSE, _of_whole_phrase(figure))
    if answer is None:
        return None, None
    word = answer[0].value  # type: ignore[union-attr]  # what answers is no None
    return None if word is not None and word.text in MODAL else word, answer[1]  # 罚款|不得|超过5 000克朗


def _lasts(figure: _Figure) -> _Answer:
    apart = figure.kind in {"duration", "multiple"} and not _comes_by_turns(figure)
    return Found(of_duration(figure.tokens, figure.at)) if apart else None


def _comes_by_turns(figure: _Figure) -> bool:
    return figure.at > 0 and figure.tokens[figure.at - 1].text in {"分", "连续"}


def _by_turns(figure: _Figure) -> _Answer:
    return Found(predicate(figure.tokens, figure.end)) if _comes_by_turns(figure) else None


def _voted(figure: _Figure) -> _Answer:
    tokens, at = figure.tokens, figure.at
    if tokens[at].text[-1] != "票":
        return None
    against = at > 1 and tokens[at - 1].text == "对" and tokens[at - 2].tag == "Q"  # 以3票对|2票|驳回上诉
    return Found(tokens[at + 1] if not against and at + 1 < len(tokens) and tokens[at + 1].verbal else None)


def _disposed(figure: _Figure) -> _Answer:
    tokens, at = figure.tokens, figure.at
    its = at > 1 and tokens[at - 1].text == "其" and tokens[at - 2].text in DISPOSAL
    return Found(disposed_of(tokens, figure.end)) if its or (at and tokens[at - 1].text in DISPOSAL) else None


def _of_sum(figure: _Figure) -> _Answer:
    tokens, item = figure.tokens, figure.item
    if item is None or item.how != "elided" or figure.kind != "money" or is_change(tokens, figure.at) or moved(tokens, item):
        return None
    return Found(of_object(tokens, item.start))


def _only_compares(figure: _Figure) -> _Answer:
    tokens, start = figure.tokens, first_listed(figure.tokens, figure.at)
    more = not figure.after and start > 2 and tokens[start - 1].text in LESS and compares(tokens, start - 1)
    return Found(None) if more or (not figure.after and differing(tokens, figure.at) is not None) else None  # 支出|低于预算90万欧元


def _owns(figure: _Figure) -> _Answer:
    tokens, at = figure.tokens, figure.at
    if figure.item is not None or at + 1 >= len(tokens):
        return None
    states = tokens[at].text[-1] == "国" and tokens[at + 1].nominal  # |两国|领导人
    owned = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 1].text == "的" else None
    of = owned is not None and (owned.nominal or owned.text in EITHER)  # 夺走了|22万多人|的生命, 收到|52国|的报告
    return Found(None) if states or of else None


def _so_many_times(figure: _Figure) -> _Answer:
    tokens, at = figure.tokens, figure.at
    if tokens[at].text[-1] != "次" or at + 1 >= len(tokens):
        return None
    act = tokens[at + 1]
    done = at + 2 < len(tokens) and act.tag == "vn" and tokens[at + 2].tag == "g"  # 四次|侵犯|塞浦路斯领空
    counted = figure.item is not None and figure.item.end == at + 2 and act.verbal  # 发动的89次|袭击|造成
    return Found(act) if done or counted else None


def _is_bare(figure: _Figure) -> _Answer:
    tokens, end = figure.tokens, figure.end
    bare = figure.after and not figure.share and len(tokens[figure.at].text) == 1 and end < len(tokens) and tokens[end].nominal
    return Found(None) if bare else None


def _done_to(figure: _Figure) -> _Answer:
    tokens, at, end = figure.tokens, figure.at, figure.end
    if not (figure.after and at and tokens[at - 1].text == "对"):
        return None
    if end + 2 < len(tokens) and tokens[end + 1].text == "的" and tokens[end].verbal:
        return Found(tokens[end + 2] if tokens[end + 2].tag == "vn" else None)  # 对12名军官提出的|指控
    done = done_with(tokens, end)
    return None if done is None else Found(done)


def _is_ground(figure: _Figure) -> _Answer:
    return Found(None) if figure.after and not figure.share and holds(figure.tokens, figure.end) else None


def _modifies_another(figure: _Figure) -> _Answer:
    tokens, at, end = figure.tokens, figure.at, figure.end
    if not figure.after or figure.share or not (modifies(tokens, past_names(tokens, end)) or modify(tokens, at, end)):
        return None
    return Found(undertaken(tokens, at, end) or suffered_from(tokens, at, end) or taken_from(tokens, at, end))


def _has_object(figure: _Figure) -> _Answer:
    tokens, at, item = figure.tokens, figure.at, figure.before
    if item is None or _in_bracket_of(figure) or not (item.end == at or is_object(tokens, item, at)):
        return None
    if tokens[at - 1].text in EITHER and is_named(tokens[at - 2]):
        return Found(tokens[at - 1])  # 瑞典|认捐|300万美元
    return Found(of_object(tokens, item.start))  # 炸伤|平民|766人


def _in_bracket_of(figure: _Figure) -> bool:
    """Whether the figure stands in the bracket behind its noun: 动员|风险青年|(76%是女童)."""
    item = figure.before
    return item is not None and figure.tokens[figure.at - 1].text == "(" == figure.tokens[item.end].text


def _of_whole_phrase(figure: _Figure) -> _Figure:
    """The figure with all that stands with it: its bracket, what it is joined to, what governs it."""
    tokens, at, item = figure.tokens, figure.at, figure.item
    if item is not None and _in_bracket_of(figure):
        end, at = brackets_end(tokens, at), item.start
    else:
        end = conjuncts_end(tokens, figure.end)
        if end < len(tokens) and tokens[end].text == "(" and not (figure.share and end == at + 1):
            end = brackets_end(tokens, end)  # 141项指控(62%)|被认定
    left = governor(tokens, at)
    if left is not None and item is not None and item.start <= left < item.end:
        left = None  # 捐款 in 业务活动|捐款|共计72亿美元 is counted, not done
    return _Figure(tokens, at, item, figure.kind, figure.after, end, left)


def _taken(figure: _Figure) -> _Answer:
    done = None if figure.share or figure.before is None else taken_part(figure.tokens, figure.before, figure.at)
    return None if done is None else Found(done)


def _of_own_clause(figure: _Figure) -> _Answer:
    tokens, left, end = figure.tokens, figure.left, figure.end
    if left is None or not figure.after:
        return None
    if tokens[left].verbal and may_modify(tokens, left, figure.at):
        return Found(predicate(tokens, end) or governed(tokens, left, end))
    if left and tokens[left].text == "在" and tokens[figure.at - 1].text == "的" and tokens[left - 1].verbal and says(tokens[left - 1]):
        return Found(predicate(tokens, end) or tokens[left - 1])  # |部署|在中非的9 850名人员
    return None


def _by_governor(figure: _Figure) -> _Answer:
    tokens, at, left = figure.tokens, figure.at, figure.left
    if left is None or (tokens[left].text == "为" and figure.before is not None) or (left == at - 1 and states_those(tokens, at)):
        return None  # 款项|为|4亿元
    if tokens[left].tag != "p" and tokens[left].text in COPULAS and not involves(tokens, left, at):
        return None
    done = governed(tokens, left, figure.end)
    goes_on = done is None and tokens[left].verbal and len(tokens[left].text) == 1  # 乘|4辆汽车的25人被绑架
    return None if goes_on else Found(done)


def _by_predicate(figure: _Figure) -> _Answer:
    verb = predicate(figure.tokens, figure.end, share=figure.share)
    return None if verb is None else Found(verb)


def _by_subject(figure: _Figure) -> _Answer:
    tokens = figure.tokens
    start = first_in_bracket(tokens, figure.at)
    leads = start and (reaches(tokens[start - 1]) or states_those(tokens, start))
    subject = of_subject(tokens, start, share=figure.share) if leads else None
    if subject is not None and subject.text in HANDING_ON:
        subject = of_amount(tokens, figure.item) or subject  # 造成的|死亡|人数达8 000人
    return None if subject is None else Found(subject)


def _by_amount(figure: _Figure) -> _Answer:
    act = None if figure.share else of_amount(figure.tokens, figure.item)
    return None if act is None else Found(act)


def _by_relative(figure: _Figure) -> _Answer:
    verb = None if figure.share else of_relative(figure.tokens, figure.at)
    return None if verb is None else Found(verb)


def _by_opening(figure: _Figure) -> _Answer:
    verb = None if figure.share else of_opening(figure.tokens, figure.item)
    return None if verb is None else Found(verb)


_BY_PHRASE: Final[tuple[Construction[_Figure, _Answer], ...]] = (
    Construction("action.duration", _lasts, "该市|断电|长达18小时。"),
    Construction("action.by_turns", _by_turns, "这些人员分五批|撤离|。"),
    Construction("action.vote", _voted, "提案以121票|赞成|获得通过。"),
    Construction("action.disposal", _disposed, "该国将12名嫌犯|引渡|。"),
    Construction("action.sum_said_before", _of_sum, "该国|减免|了债务，总额为4亿美元。"),
    Construction("action.none_compared", _only_compares, "产量为5吨，比此前估算多18%。"),
    Construction("action.none_owner", _owns, "冲突夺走了22万多人的生命。"),
    Construction("action.times", _so_many_times, "该机四次|侵犯|塞浦路斯领空。"),
    Construction("action.none_bare_number", _is_bare, "两法庭工作已经完成。"),
    Construction("action.done_to", _done_to, "检察官撤销了对12名军官提出的|指控|。"),
    Construction("action.none_ground", _is_ground, "洪水使9个国家超过1400万人受害。"),
    Construction("action.modifies_another", _modifies_another, "秘书处感谢12个缔约国对调查表的答复。"),
    Construction("action.object_before", _has_object, "警方|缉获|海洛因5公斤。"),
)
"""What the figure and its noun tell by themselves."""

_BY_CLAUSE: Final[tuple[Construction[_Figure, _Answer], ...]] = (
    Construction("action.taken_part", _taken, "|缉获|的海洛因从91吨降至74吨。"),
    Construction("action.own_clause", _of_own_clause, "扣押的5名儿童被|释放|。"),
    Construction("action.governor", _by_governor, "该司|培训|了50名检察官。"),
    Construction("action.predicate", _by_predicate, "80名学员|参加|了课程。"),
    Construction("action.subject", _by_subject, "|释放|的人员达到7000人。"),
    Construction("action.amount", _by_amount, "可卡因|缉获|量达到2000吨。"),
    Construction("action.relative", _by_relative, "在|提交|答复的60个国家中，一些国家设有热线。"),
    Construction("action.opening", _by_opening, "该项目启动后，|受益|学生超过5万名。"),
)
"""What the clause tells of the whole phrase: what governs it, what is predicated of it, what its subject does."""

CONSTRUCTIONS: Final = _BY_PHRASE + _BY_CLAUSE
