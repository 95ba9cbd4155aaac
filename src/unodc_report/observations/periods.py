"""When a figure applies: the dates whose reach it stands in.

A date reaches to the end of its sentence from where it stands; one that follows the number counts when none precedes it. A date
that only compares (比2010年增加, but not 较2019年的77人), that the number changed from (从2015年的4吨) or that names something
(2014年的报告) does not; that of what happened does (2010年的地震). One in a bracket behind the number is its own (2.8%(2010年));
one that says when what tells the number was adopted (2011年通过的决议，其中…) is not; 上一年 is the year before. 其中, 其间 and 同期
take over the period of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.before import COMPARING, DEICTIC
from unodc_report.observations.constructions import Found
from unodc_report.observations.governors import first_listed
from unodc_report.observations.items import CHANGES, REACHES
from unodc_report.observations.tokens import Sentence, Token, bracket_start, clause_start, comma_from
from unodc_report.observations.vocabulary import AGAINST, COORDINATORS, DISASTERS, words
from unodc_report.observations.years import opens_that_year

INHERITING: Final = words("inheriting")
_OPEN: Final = "("
_CLOSE: Final = ")"
_PRESENT: Final = frozenset({"现有", "现", "目前", "现在", "至今", "迄今"})
"""Words that say that the figure is of now, whatever date stands before them."""
_HAPPENINGS: Final = DISASTERS | words("happening")
"""Nouns whose date is the date of what they did."""
_PAPERS: Final = frozenset({"报告", "决定"})
"""Names of papers that are verbs too: 2014年的|报告."""
_BEGINNING: Final = frozenset({"成立", "设立", "创立", "创建", "建立", "启动", "生效", "独立", "开业", "诞生"})
"""Verbs whose date is that of a beginning: what is told after them is of later."""
_CONFERENCES: Final = ("审议大会", "审查会议", "世界首脑会议", "首脑会议", "世界会议", "高级别会议")
_PARTS: Final = frozenset({"其中", "包括", "占"})
"""Words with which a clause says more of the figure before it."""
_EACH: Final = frozenset({"分别", "分别为"})
_SINCE: Final = frozenset({"自", "自从"})
_BASES: Final = frozenset({"基础", "依据", "基准", "基线", "起点", "标准"})
_PURPOSES: Final = frozenset({"来", "以便", "从而", "用于", "用以"})
"""Words with which another act begins, whose date is its own."""
_FINDINGS: Final = words("finding")
"""Nouns whose date is that of what they show: 2014年的|成果|表明."""
_SHOWING: Final = frozenset({"表明", "显示"})
_ON_THE_OCCASION: Final = frozenset({"上", "期间", "中"})


def find_when(sentence: Sentence, at: int) -> tuple[Token, str] | None:
    """The date token whose period the quantity at token `at` falls in, and where it stands; None where the sentence states none."""
    if "date" not in sentence.kinds:
        return None
    tokens = sentence.tokens
    bracketed = _in_bracket_after(tokens, at)
    if bracketed is not None:
        return bracketed, "when.bracket"
    if _spans_own_time(tokens, at):
        return None
    before = _before(tokens, at)
    return _behind(tokens, at) if before is None else before.value


def _before(tokens: Sequence[Token], at: int) -> Found[tuple[Token, str] | None] | None:
    """The nearest date before the number that reaches it; it is not that of a figure of now, which has none behind it either."""
    present = False
    for i in range(at - 1, -1, -1):  # most tokens are no date: what they are asked decides the time
        token = tokens[i]
        deictic = token.text in DEICTIC and tokens[max(i - 1, 0)].text not in COMPARING  # not 产量比|去年|同期低20%
        if token.text in _PRESENT or (deictic and i >= clause_start(tokens, at)):
            present = True
        if token.tag == "t" and _reaches(tokens, i, at):
            return Found(None if present else (token, "when.clause" if i >= clause_start(tokens, at) else "when.sentence"))
    return None


def _behind(tokens: Sequence[Token], at: int) -> tuple[Token, str] | None:
    """The date behind the number in its clause, or for which a sum is entered in the books."""
    for i in range(at + 1, len(tokens)):
        if tokens[i].text == "，" and i + 2 < len(tokens) and tokens[i + 1].text == "充作" and tokens[i + 2].tag == "t":
            return tokens[i + 2], "when.charged_to"  # 批款4亿美元，充作|2014年7月至12月|的维持费
        if tokens[i].text in {"，", ":"} or tokens[i].tag == "Q" or tokens[i].text in _PURPOSES:
            break
        if tokens[i].tag == "t" and reaches_over(tokens, i, at) and not _names(tokens, i, at) and not _of_something_else(tokens, i):
            return tokens[i], "when.behind"
    return None


def _reaches(tokens: Sequence[Token], date: int, at: int) -> bool:
    """Whether the period of a date reaches the number behind it."""
    apart = _names(tokens, date, at) or _compares(tokens, date, at) or _ends_before(tokens, date, at) or _of_record(tokens, date)
    apart = apart or _of_birth(tokens, date)
    return not apart and (reaches_over(tokens, date, at) or _glosses(tokens, date)) and not _of_span_before(tokens, date, at)


def _of_birth(tokens: Sequence[Token], date: int) -> bool:
    """Whether the date is that on which somebody was born: 生于|1968年|，现年37岁; 1971年|出生|，育有3名子女."""
    return (date > 0 and tokens[date - 1].text.endswith("生于")) or (date + 1 < len(tokens) and tokens[date + 1].text == "出生")


def _of_record(tokens: Sequence[Token], date: int) -> bool:
    """Whether the date says since when there has been no such figure: 自|2009年|有记录以来的最高数字."""
    since = tokens[date].text.endswith("以来")
    for token in tokens[date + 1 : date + _RECORD]:
        if token.tag in {"w", "Q"}:
            return False
        since = since or token.text == "以来"
        if since and token.text in _UTMOST:
            return True
    return False


_RECORD: Final = 8  # tokens from the date to the superlative
_UTMOST: Final = frozenset({"最高", "最低", "最大", "最小", "最多", "最少", "最快", "最长", "最强", "最差", "最严重"})


def _glosses(tokens: Sequence[Token], date: int) -> bool:
    """Whether the date, alone in a bracket, says which time the words before it mean: 仅一年之内(|2019年至2020年|)就导致."""
    if date < _GLOSSED or tokens[date - 1].text != _OPEN or date + 1 >= len(tokens) or tokens[date + 1].text != _CLOSE:
        return False
    return tokens[date - 2].text in _WITHIN and tokens[date - 3].tag == "Q"


def _of_span_before(tokens: Sequence[Token], date: int, at: int) -> bool:
    """Whether the number is of a span before that of the date: 2015年以来每年…，较|之前五年|的1 200万公顷有所下降."""
    clause = clause_start(tokens, at)
    return date < clause and tokens[clause].text in COMPARING and tokens[clause + 1].text in _EARLIER


_GLOSSED: Final = 3
_WITHIN: Final = frozenset({"内", "之内", "以内", "里", "期间", "间"})
_EARLIER: Final = frozenset({"之前", "此前", "先前", "以前"})


def respective_member(sentence: Sentence, date: Token, at: int) -> str | None:
    """With 分别 the date that stands where the number stands in its list.

    2012年和2013年分别为5起和|7起, 分别占2012年和2013年支出的5%和|7%.
    """
    tokens = sentence.tokens
    i = tokens.index(date)
    turn = next((j for j in range(clause_start(tokens, at), at) if tokens[j].text in _EACH), None)
    if turn is None or any(token.tag in {"w", "Q"} for token in tokens[min(i, turn) : max(i, turn)]):
        return None
    end = next((j for j in range(turn, len(tokens)) if tokens[j].text in "，:"), len(tokens))
    numbers = [j for j in range(turn, end) if tokens[j].tag == "Q"]
    dates = _listed_dates(tokens, i)
    return dates[numbers.index(at)] if len(numbers) == len(dates) > 1 and at in numbers else None


def joint_dates(sentence: Sentence, date: Token) -> str | None:
    """The set of the dates that are coordinated with one: |2014年12月和2015年1月|的5起; None where it stands alone."""
    dates = _listed_dates(sentence.tokens, sentence.tokens.index(date))
    if len(dates) < 2 or not all(one.replace("-", "").replace("/", "").isdigit() for one in dates):
        return None
    return "{" + ",".join(one.replace("/", "..") for one in dates) + "}"


def _listed_dates(tokens: Sequence[Token], last: int) -> list[str]:
    """EDTF of the dates of the list that ends at token `last`; a set that one mention holds counts as its members."""
    first = last
    while first > 1 and tokens[first - 1].text in COORDINATORS and tokens[first - 2].tag == "t":
        first -= 2
    found = [str(t.mention.fields["edtf"]) for t in tokens[first : last + 1] if t.tag == "t" and t.mention is not None]
    return found[0].strip("{}").split(",") if len(found) == 1 and found[0].startswith("{") else found


def begins_range(sentence: Sentence, date: Token) -> bool:
    """Whether a change goes from the level of the date to another: 从|2000年|每10万活产440例降至."""
    tokens = sentence.tokens
    i = tokens.index(date)
    if not i or tokens[i - 1].text not in {"从", "由"}:
        return False
    return any((token.text in CHANGES and token.text[-1] in "至到") or token.text in _LEADING_TO for token in tokens[i : i + _REACH])


_LEADING_TO: Final = words("to") - {"从", "由"}
_REACH: Final = 9


def takes_over(sentence: Sentence, at: int) -> bool:
    """Whether the quantity at token `at` is of the period of the sentence before: |其间|…, 在印度尼西亚|同期|缴获."""
    tokens = sentence.tokens
    if tokens[0].text in INHERITING or opens_that_year(sentence):
        return True
    same = next((i for i in range(1, min(at, 6)) if tokens[i].text == "同期"), 0)
    return bool(same) and tokens[same - 1].tag in {"g", "n"} and tokens[same + 1].verbal


def opens_since(sentence: Sentence, date: Token) -> bool:
    """Whether a clause in 自…以来 that the date stands in makes a period of it that has not ended: 自缔约国|2009年|批准以来."""
    tokens = sentence.tokens
    i = tokens.index(date)
    start = next((j for j in range(i, -1, -1) if tokens[j].text in _SINCE or tokens[j].tag == "w"), -1)
    end = next((j for j in range(i, len(tokens)) if tokens[j].tag == "w"), len(tokens)) - 1
    if start < 0 or tokens[start].text not in _SINCE:
        return tokens[end].text == "以来" and end > i and tokens[end - 1].verbal  # 基金于|2005年|设立以来
    return tokens[end].text in {"以来", "之后", "以后"} and end > i


_OWN_TIME: Final = frozenset({"满", "每隔", "过去", "最近", "今后", "未来"})
"""Words before a time that is counted from now, or that comes again and again."""


def _spans_own_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether the quantity is a time that ends or begins now, or comes again: |24年|来缺乏, 已满|五十年, 过去|12个月, 每隔|五年."""
    fields = tokens[at].mention.fields  # type: ignore[union-attr]  # a Q token is a mention
    if fields.get("kind") != "duration":
        return False
    if at and tokens[at - 1].text in _OWN_TIME:
        return True
    after = tokens[at + 1 : at + 3]
    return len(after) > 1 and after[0].text in {"来", "以来"} and (after[1].verbal or after[1].tag == "d" or after[1].text == "，")


def _in_bracket_after(tokens: Sequence[Token], at: int) -> Token | None:
    """The date with which a bracket after the number opens, or with which one that holds its parts ends.

    78岁(|2014年|估计数), 78岁(男75岁，女80岁(|2014年|)).
    """
    start = at + 1
    if bracket_start(tokens, at) is not None:  # the parts of a whole share the date at their end
        while start < len(tokens) and (tokens[start].text == "，" or tokens[start].nominal or tokens[start].tag == "Q"):
            start += 1
    if start + 1 >= len(tokens) or tokens[start].text != _OPEN:
        return None
    if tokens[start + 1].tag == "t":
        return tokens[start + 1] if _closes_without_number(tokens, start + 2) else None
    inner = next((i for i in range(start + 1, len(tokens)) if tokens[i].text in {_OPEN, _CLOSE}), len(tokens))
    if inner + 1 >= len(tokens) or tokens[inner].text != _OPEN or tokens[inner + 1].tag != "t":
        return None
    end = next((i for i in range(inner, len(tokens)) if tokens[i].text == _CLOSE), len(tokens))
    ends = end + 1 < len(tokens) and tokens[end + 1].text == _CLOSE
    return tokens[inner + 1] if ends and _closes_without_number(tokens, inner + 2) else None


def _closes_without_number(tokens: Sequence[Token], start: int) -> bool:
    """Whether a bracket closes after nouns alone."""
    i = start
    while i < len(tokens) and tokens[i].nominal and tokens[i].mention is None:
        i += 1
    return i < len(tokens) and tokens[i].text == _CLOSE


def _ends_before(tokens: Sequence[Token], date: int, at: int) -> bool:
    """Whether what the date says ends before the number.

    With its own clause: 2012年|通过的决议，其中决定; 鉴于任期2015年|届满，; 2010年|成立，拥有; 2012年|为84%，2011年为85%，都高于80%.
    With the phrase that it stands in: 以1967年|边界为基础|的.
    """
    if _in_basis(tokens, date, at):
        return True
    end = next((i for i in range(date, at) if tokens[i].text in "，:"), None)
    if end is None:
        return False
    start = clause_start(tokens, date)
    if tokens[end - 1].text in _BEGINNING or any(token.text == "鉴于" for token in tokens[start:date]):
        return True
    return _only_modifies(tokens, date, end) or _is_conference(tokens, date + 1) or _enumerates(tokens, start, end, at)


def _in_basis(tokens: Sequence[Token], date: int, at: int) -> bool:
    """Whether the date stands in 以…为基础 and the number outside of it."""
    opened = next((i for i in range(date - 1, max(date - 4, -1), -1) if tokens[i].text == "以"), None)
    if opened is None:
        return False
    return any(tokens[i].text == "为" and tokens[i + 1].text in _BASES for i in range(date, min(at, len(tokens) - 1)))


def _only_modifies(tokens: Sequence[Token], date: int, end: int) -> bool:
    """Whether the date belongs to a clause in 的 whose noun ends the clause: |2011年|修订的任务规定|，."""
    closing = next((i for i in range(end - 1, date, -1) if tokens[i].text == "的" or tokens[i].tag == "Q"), None)
    if _of_object(tokens, date, end):
        return True
    if closing is not None and tokens[closing].text == "的" and tokens[end - 1].text in _SENT and closing + 2 == end:
        return any(token.text in _SENDING for token in tokens[clause_start(tokens, date) : date])  # 收到|2020年发射物体的资料|，
    if closing is None or tokens[closing].tag == "Q" or not tokens[closing - 1].verbal or closing - 1 == date:
        return False
    noun = tokens[end - 1]
    return noun.text not in _HAPPENINGS and all(token.nominal or token.tag in {"m", "q"} for token in tokens[closing + 1 : end])


_SENT: Final = frozenset({"资料", "材料", "信息", "数据", "文件", "来文", "通知", "报告", "函件", "申请"})
_SENDING: Final = frozenset({"收到", "提交", "接获", "审议", "转交", "提供", "分发"})
"""Acts whose object is a paper, which has a date of its own."""


def _of_object(tokens: Sequence[Token], date: int, end: int) -> bool:
    """Whether the clause of the date is an act whose sum is of the period: 核准|2021年7月至2022年6月期间经费2 000万美元|，并裁撤."""
    i = date - 1
    while i >= 0 and tokens[i].tag in {"n", "g"}:
        i -= 1
    period = date + 1 < end and tokens[date + 1].text == "期间"
    return period and i >= 0 and tokens[i].verbal and tokens[end - 1].tag == "Q" and tokens[end + 1].text in {"并", "并且", "以及"}


def _enumerates(tokens: Sequence[Token], start: int, end: int, at: int) -> bool:
    """Whether clauses with a date each follow one another, so that none reaches a number in a clause without.

    2012年为84%，2011年为85%，|都高于80%. The clause of the date is from token `start` to `end`.
    """
    clause = clause_start(tokens, at)
    if tokens[clause].text in _PARTS:
        return False
    if start and tokens[start].tag == tokens[clause_start(tokens, start - 1)].tag == "t" and tokens[start + 1].text != "，":
        return True
    return any(tokens[i].text == "，" and tokens[i + 1].tag == "t" for i in range(end, clause - 2) if tokens[i + 2].text != "，")


def _of_something_else(tokens: Sequence[Token], date: int) -> bool:
    """Whether a date behind the number is another's: 增加到|2012年|的7%, |2015年|通过并签署的《…》."""
    if date + 2 < len(tokens) and tokens[date + 1].text == "的" and tokens[date + 2].tag == "Q":
        return True
    if _in_basis(tokens, date, len(tokens)) or _is_conference(tokens, date + 1):
        return True
    closing = next((i for i in range(date + 1, len(tokens) - 1) if tokens[i].text == "的" or tokens[i].tag == "w"), None)
    if closing is None or tokens[closing].text != "的" or not tokens[closing - 1].verbal:
        return False
    mention = tokens[closing + 1].mention
    return mention is not None and mention.type in {"instrument", "publication", "document"}


def reaches_over(tokens: Sequence[Token], i: int, at: int) -> bool:
    """Whether what token `i` says reaches token `at`: it stands in no bracket, or in the same one."""
    bracket = bracket_start(tokens, i)
    return bracket is None or bracket == bracket_start(tokens, at)


def _compares(tokens: Sequence[Token], date: int, at: int) -> bool:
    """Whether the date only says what the number is compared with, or changed from.

    比|2010年|增加了26%; 是|2019年|的近4倍; 从|2015年|的4吨增至23吨; 与|2011年|的…相比，增加了.
    """
    listed = date
    while listed > 1 and tokens[listed - 1].text in COORDINATORS and tokens[listed - 2].tag == "t":
        listed -= 2  # 比2016年和|2017两年期|的批款减少
    before = tokens[listed - 1].text if listed else ""
    of = tokens[date + 1].text == "的"
    if before in COMPARING:
        own = date + 2 if tokens[at - 1].text != _OPEN else _nouns_end(tokens, date + 2) + 1
        return not of or own != at  # but 较2019年的|77人减少了16%
    number = tokens[at].mention
    if of and number is not None and number.fields.get("kind") == "multiple":
        return date + 4 >= at
    if of and before in {"从", "由"} and tokens[date + 2].tag == "Q":
        return date + 2 != first_listed(tokens, at)
    if of and tokens[date + 2].tag == "Q" and before[-1:] in {"到", "至"} and _moves_again(tokens, date, at):
        return True
    end = comma_from(tokens, date, at)
    return any(token.text in AGAINST for token in tokens[date:end]) or (end < at and tokens[end - 1].text == "比较")


def _moves_again(tokens: Sequence[Token], date: int, at: int) -> bool:
    """Whether the clause of the number has a change of its own, from one level to another: 增到2020年的9公顷，产量也|从|670吨减至405吨."""
    clause = clause_start(tokens, at)
    return clause > date and any(token.text in {"从", "由"} for token in tokens[clause:at])


def _names(tokens: Sequence[Token], at: int, number: int) -> bool:
    """Whether the date only names something: 2014年|《…报告》, 2014年通过的|…, 2016-2017两年期|预算.

    Not before the noun whose number follows (2002年|的收入为6亿美元), nor before an occasion (在2017年8月|的会议上).
    """
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if following.mention is not None and following.mention.type in {"instrument", "publication", "event", "document"}:
        return not (at and tokens[at - 1].text in {"截至", "截止", "自", "自从"})  # 截至3月24日|第二十八届会议|闭幕时
    if following.text.endswith("报告") and (len(following.text) > 2 or _is_paper(tokens, at)):  # 2014年|调查报告
        return True
    if following.text != "的":
        return _adopted(tokens, at, number)
    end = _named_end(tokens, at + 2)
    return end is not None and not (_dates_figure(tokens, at, end, number) or _reaches_number(tokens, end))


def _named_end(tokens: Sequence[Token], start: int) -> int | None:
    """Index after the noun phrase that begins behind a date and its 的; None where no noun without a number does."""
    noun = tokens[start : start + 2]
    named = noun and noun[0].text != "每" and (noun[0].nominal or noun[0].text in _PAPERS or noun[0].text[0] == "第")
    if not named or any(token.tag == "Q" for token in noun):
        return None
    return start if noun[0].text in _PAPERS else _nouns_end(tokens, start)


def _dates_figure(tokens: Sequence[Token], at: int, end: int, number: int) -> bool:
    """Whether the date of the noun that ends before `end` is that of the figure too: an occasion, an event, a state, a finding."""
    last, after = tokens[end - 1].text, tokens[end].text if end < len(tokens) else ""
    if after in _ON_THE_OCCASION or last in _HAPPENINGS:
        return True  # 2010年1月的|地震|夺走了
    if last in {"情况", "状况"} and at and tokens[at - 1].text in {"截至", "截止"}:
        return True  # 截至4月30日的摊款缴付|情况|，包括未缴摊款
    bracket = end + 1 == number and after == _OPEN  # 2013年的|数字|(23 551人)
    return bracket or (last in _FINDINGS and after in _SHOWING)


_ADOPTING: Final = words("adopting")


def _adopted(tokens: Sequence[Token], at: int, number: int) -> bool:
    """Whether the date is that of what was adopted or set up and tells the number: 2015年|通过的议程|载有, 2010年|启动的项目|惠及9国."""
    if at + 4 >= number or tokens[at + 1].text not in _ADOPTING or tokens[at + 2].text != "的":
        return False
    end = _nouns_end(tokens, at + 3)
    if end == at + 3 or end >= number or _reaches_number(tokens, end):
        return False
    shows = tokens[end - 1].text in _FINDINGS and tokens[end].text in _SHOWING
    return not shows and tokens[end - 1].text not in _HAPPENINGS


def _is_conference(tokens: Sequence[Token], start: int) -> bool:
    """Whether a conference that its year names stands at token `start`, not as the occasion: 2010年|审议大会|商定的."""
    named = "".join(token.text for token in tokens[start : start + 3])
    if not named.startswith(_CONFERENCES):
        return False
    end = next((i for i in range(start, len(tokens)) if tokens[i].text.endswith("会议") or tokens[i].text == "大会"), start)
    return end + 1 >= len(tokens) or tokens[end + 1].text not in _ON_THE_OCCASION


def _is_paper(tokens: Sequence[Token], date: int) -> bool:
    """Whether the 报告 after the date is a paper, not what was done: 提交其2011年|报告|，."""
    after = tokens[date + 2] if date + 2 < len(tokens) else None
    return date > 0 and (tokens[date - 1].verbal or tokens[date - 1].tag == "r") and (after is None or after.tag == "w" or after.nominal)


def _nouns_end(tokens: Sequence[Token], end: int) -> int:
    """Index after the nouns from token `end` on, verbs before a noun included: 总|就业|人数."""
    while end < len(tokens) and (tokens[end].nominal or (tokens[end].verbal and end + 1 < len(tokens) and tokens[end + 1].tag == "n")):
        end += 1
    return end


def _reaches_number(tokens: Sequence[Token], end: int) -> bool:
    """Whether words of reaching or changing and a number stand at token `end`: |为6亿美元, |共达12吨, |增加了15%."""
    i = end
    while i < len(tokens) and (tokens[i].text in REACHES or tokens[i].text in CHANGES or tokens[i].tag in {"d", "ul"}):
        i += 1
    return end < i < len(tokens) and tokens[i].tag == "Q"
