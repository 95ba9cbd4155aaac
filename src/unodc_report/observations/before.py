"""Noun phrases before a number: the subject that reaches it (|缔约方|已有187个), its label (|国际工作人员|:412人)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from unodc_report.observations.items import CHANGES, COMPOUNDING, REACHES, Item, leads_level, past_base, proposes
from unodc_report.observations.tokens import Token, behind_mark, clause_start
from unodc_report.observations.vocabulary import AGAINST, COORDINATORS, DISPOSAL, EITHER, FROM, MONEY_NOUNS, PAYING, words
from unodc_report.rules import Fields

SHARES: Final = frozenset({"percent", "fraction", "multiple"})
BEFORE: Final = CHANGES | REACHES | words("before_number")
"""Words that may stand between a subject and its number."""
NUMBER_NOUNS: Final = words("number_noun")
SEXES: Final = frozenset({"男性", "女性", "男子", "妇女", "男孩", "女孩", "男童", "女童", "男生", "女生"})
_REAL: Final = frozenset({"实际", "绝对", "估计", "平均"})
"""Words between what is counted and the noun of number: 无国籍人的|实际|数量."""
_MORE: Final = frozenset({"多", "少", "高", "低"})
"""Words of a difference after 比: 比其男性同行|多|3倍."""
_ADJECTIVES: Final = frozenset({"a", "b", "z"})
COMPARING: Final = frozenset({"比", "较"})
_COMPARED: Final = COMPARING | AGAINST
_MOVES: Final = (words("up") | words("down") | words("to")) - FROM - {"到", "至"}
RATES: Final = frozenset({"比例", "比重", "份额", "比率", "占比", "百分比"})
_PLACES_IN: Final = frozenset("内中外上下间里旁处")
"""Words of place that stand like nouns after a noun: 基金|内."""
_COUNTED_UP: Final = frozenset({"人数", "次数", "件数", "天数"})
_HANDING_ON: Final = DISPOSAL | words("causative")
"""Words behind which what changes stands: 在该国使|凶杀案|减少了40%, 在五年内将|贫困人口|减少一半."""
SKIPPED: Final = 24  # tokens between a subject and its number


def labelled(tokens: Sequence[Token], at: int) -> Item | None:
    """The label that a number stands behind alone: |国际工作人员|:412人."""
    if at < 2 or tokens[at - 1].text != ":" or (at + 1 < len(tokens) and tokens[at + 1].tag != "w"):
        return None
    item = run_before(tokens, at - 1)
    return item if item is not None and (item.start == 0 or tokens[item.start - 1].tag == "w") else None


def beside(tokens: Sequence[Token], at: int) -> Item | None:
    """A noun that makes a clause with its number and nothing else: 其中|妇女|212名."""
    item = run_before(tokens, at)
    if item is None or (at + 1 < len(tokens) and tokens[at + 1].tag != "w"):
        return labelled(tokens, at)
    start = item.start - (item.start > 0 and tokens[item.start - 1].tag == "r")  # 该馆|藏书|12万册
    return item if start == behind_mark(tokens, at, "，:、(") or tokens[item.start - 1].text in {"其中", "包括"} else None


def part_beside(tokens: Sequence[Token], at: int) -> Item | None:
    """A noun between 其中 and a number that ends its clause: 其中|女性|520人."""
    item = beside(tokens, at)
    if item is None or not item.start or (item.end == item.start + 1 and tokens[item.start].tag == "vn"):
        return None  # 其中|死亡|6人
    start = item.start
    while start and tokens[start - 1].text in {"，", "、"}:  # 其中难民350人，|流离失所者|620人
        before = behind_mark(tokens, start - 1, "，:、")
        if tokens[start - 2].tag != "Q" or not all(token.nominal for token in tokens[before + (tokens[before].text == "其中") : start - 2]):
            return None
        start = before + 1 if tokens[before].text == "其中" else before
    return item if start and tokens[start - 1].text == "其中" else None


def subject_before(tokens: Sequence[Token], at: int, fields: Fields) -> Item | None:
    """The noun phrase before the number: over the words of reaching and changing, then the run of nouns."""
    end = _skip_back(tokens, at)
    under = 1 < end < at and tokens[end - 1].text == "项下"  # 差旅费|项下|减少190万美元
    end -= under
    if end == at or tokens[at - 1].text in DISPOSAL or _by_reason(tokens, end):
        return None
    if under and (heading := run_before(tokens, end)) is not None and heading.start > 1 and tokens[heading.start - 1].text in COORDINATORS:
        wider = run_before(tokens, heading.start - 1)
        return heading if wider is None else Item(wider.start, end, "before")  # |行政领导和管理|项下
    if fields["kind"] in SHARES and tokens[end - 1].text in RATES and tokens[end - 2].text == "的":
        rate = run_before(tokens, end - 2)  # 妇女|的比例达到64%
        return Item(end - 1 if rate is None else rate.start, end, "before")
    if fields["kind"] in {"count", "money"} and end > 1 and tokens[end - 1].text in NUMBER_NOUNS:
        counted = end - 1 - (tokens[end - 2].text in _REAL)
        counted -= tokens[counted - 1].text == "的"
        if tokens[end - 1].text == "人数" and (doing := _of_doing(tokens, end)) is not None:
            return doing
        return run_before(tokens, counted) or run_before(tokens, end)
    if end > 1 and tokens[end - 1].text in SEXES and tokens[end - 2].text[-1] == "率":
        end -= 1  # |成人识字率|女性为41%
    if end > 2 and tokens[end - 2].text == "每":
        end -= 2  # |咖啡价格|每磅跌至41美分
    found = run_before(tokens, end)
    return _both(tokens, found) if found is not None and fields["kind"] in SHARES else found


def _both(tokens: Sequence[Token], found: Item) -> Item:
    """The phrase with the one that is joined to it behind 将, 把 or 使: 将|发病率和死亡率|降低40%."""
    joined = found.start > 2 and tokens[found.start - 1].text in COORDINATORS
    wider = run_before(tokens, found.start - 1) if joined else None
    whole = wider is not None and wider.start > 0 and tokens[wider.start - 1].text in _HANDING_ON
    return Item(wider.start, found.end, "before") if whole and wider is not None else found


def _of_doing(tokens: Sequence[Token], end: int) -> Item | None:
    """The number of those who do or suffer something: |感染疟疾人数|, 因感染疟疾而死亡的|人数|."""
    if tokens[end - 2].tag == "vn" or (tokens[end - 2].verbal and tokens[end - 2].text in _STATES):
        return Item(end - 2, end, "before")  # 因滥用药物|患病人数
    if tokens[end - 2].text == "的":
        return Item(end - 1, end, "before") if tokens[end - 3].verbal or tokens[end - 3].tag == "vn" or _of_those(tokens, end) else None
    start = end - 1
    while start and tokens[start - 1].nominal and tokens[start - 1].tag != "vn":
        start -= 1
    return Item(start - 1, end, "before") if _opens_with_verb(tokens, start, end - 1) else None


def _of_those(tokens: Sequence[Token], end: int) -> bool:
    """Whether the 人数 before token `end` is that of those who have to do with an object: 面临粮食短缺问题的|人数|."""
    start = end - 2
    while start and tokens[start - 1].nominal and tokens[start - 1].tag != "g":
        start -= 1
    return _opens_with_verb(tokens, start, end - 2)


def _opens_with_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the nouns from `start` to `end` are the object of a verb at the head of what is said of those counted."""
    verb = tokens[start - 1] if 0 < start < end else None
    does = verb is not None and verb.verbal and len(verb.text) > 1 and verb.text not in BEFORE
    return does and (start < 2 or tokens[start - 2].tag in {"d", "r", "w", "t", "c"})


def _by_reason(tokens: Sequence[Token], end: int) -> bool:
    """Whether the nouns before token `end` are the object of what is only the reason: 因|裁撤|一个员额减少12万美元."""
    for i in range(end - 1, clause_start(tokens, end) - 1, -1):
        if tokens[i].text in {"因", "由于", "因为", "鉴于"}:
            return i + 1 < end and tokens[i + 1].verbal and all(t.nominal or t.tag in {"m", "q", "Q", "w"} for t in tokens[i + 2 : end])
    return False


_IN_BETWEEN: Final = frozenset({"间", "之间"})
DEICTIC: Final = frozenset({"今年", "去年", "明年", "前年", "今年年底", "去年年底", "本世纪", "上世纪"})
"""Times counted from the day of the paper."""
TIMES: Final = DEICTIC | {"现在", "如今", "现今", "目前", "当前", "上年", "近年", "上月", "本月", "今天", "昨天"}
"""Those and other times that the dictionary has as nouns: nothing is counted by them."""
_OPENING: Final = TIMES | {"(", "出现"}
APART: Final = frozenset({"境内", "当年", "同年", "同期", "次年", "翌年", "当前", "目前", "上年"}) | DEICTIC
"""Words of place and time before the nouns of a subject."""
_NO_THING: Final = _PLACES_IN | APART | {"人均", "每", "差不多", "很", "经", "须经", "上将"}
"""Words that end no noun phrase: 相当于人均|0.52公顷."""
_DIRECTED: Final = EITHER | {"移民", "移徙", "出口", "汇款"}
"""Nouns of acts before which 向 says to whom or where."""


def run_before(tokens: Sequence[Token], end: int) -> Item | None:
    """The run of nouns that ends before token `end`; places and organizations alone are not counted."""
    start = end
    while start and (tokens[start - 1].nominal or _verbal_noun(tokens, start - 1)) and tokens[start - 1].text not in BEFORE:
        mention = tokens[start - 1].mention
        if start < end and tokens[start - 1].text in APART:
            break  # 玻利维亚境内|古柯种植面积, 当年|捐款
        if (mention is not None and mention.type == "reference") or (start < end and tokens[start - 1].text == "现有"):
            break  # 第20款|所需资源, 肯尼亚现有|难民营4个
        start -= 1
    if 0 < start < end - 1 and tokens[start - 1].text in {"向", "给", "对"} and tokens[end - 1].text in _DIRECTED:
        start = end - 1  # 向基金|捐款|共计
    if start == end or _names_nothing(tokens, start, end):
        return None
    if 1 < start < end and tokens[start - 1].text in {"以上", "以下"} and tokens[start - 2].text in {"及", "或", "和"}:
        wider = run_before(tokens, start - 2)  # |专业及以上|职类
        start = start if wider is None else wider.start
    start = past_base(tokens, start, end)
    if start > 1 and tokens[start].tag == tokens[start - 2].tag == "g" and tokens[start - 1].text in COORDINATORS:
        start += 1  # 南美洲和中美洲|监狱在押人数
    return Item(start, end, "before")


def _names_nothing(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a run of nouns is no thing that is counted: places, bodies and times alone, what a price is of (每桶)."""
    if tokens[end - 1].tag in _ADJECTIVES or tokens[end - 1].text in _NO_THING or (tokens[start].text == "每" and start + 2 == end):
        return True
    if start + 1 == end < len(tokens) and tokens[start].text in _PLANNED and tokens[end].text in {"到", "在", "于"}:
        return True
    named = all(is_named(token) or _is_time(token) or _of_place(tokens, i) for i, token in enumerate(tokens[start:end], start))
    return named or proposes(tokens, start, end)


_PLANNED: Final = frozenset({"计划", "预计", "预期", "估计"})
"""Acts that stand like nouns before what they are of: ，|计划|到2030年达到35%."""


def _is_time(token: Token) -> bool:
    """Whether a noun only says when: |下半年|上涨4.7%."""
    return token.tag == "tn" or token.text in TIMES


def _of_place(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` only says that the place before it is one: 中亚|地区|有6个."""
    return i > 0 and tokens[i].text in {"地区", "区域", "次区域"} and tokens[i - 1].tag == "g"


_NAMING: Final = COORDINATORS | words("area_noun")
_NO_NOUNS: Final = frozenset({
    "其中", "每年", "每月", "每周", "每天", "每日", "其", "期间", "同期", "此", "该", "年均", "后", "时", "以来", "次年", "翌年",
})  # fmt: skip
"""Words before 的 that are no modifier of the thing: 每年|的收入, 该|公约的缔约方."""


def moved_before(tokens: Sequence[Token], clause: int) -> Item | None:
    """The subject of a clause before that only says how it moved: 外国直接投资|持续下滑，|降至35亿美元; |份额|保持平稳，为8%."""
    end = clause - 1
    start = end - 1
    if start < 1 or tokens[end].text != "，" or not (tokens[start].text in CHANGES or tokens[start].text in _STEADY):
        return None
    while start and (tokens[start - 1].tag in {"d", "ad", "vd"} or tokens[start - 1].text in _AUXILIARIES):
        start -= 1
    return run_before(tokens, start)


_STEADY: Final = frozenset({
    "平稳", "稳定", "不变", "疲软", "强劲", "停滞", "低迷", "居高不下", "高企", "高", "低",
    "很高", "很低", "偏高", "偏低", "较高", "较低", "极高", "极低",
})  # fmt: skip
"""Words of how a level is, behind which its figure follows: 失业率|居高不下|，高达38%."""
_TENDING: Final = frozenset({
    "继续", "呈", "呈现", "趋于", "开始", "不断", "出现", "有所", "略有", "大幅", "小幅", "大体", "基本", "很", "较", "极",
})  # fmt: skip
"""Words between a subject and how it moves."""


def widened(tokens: Sequence[Token], start: int) -> int:
    """Start of the phrase with the nouns that 的 joins to it, where they open the clause: |妇女|的失业率, |四个工作地点|的利用率.

    A place or a body alone stays outside: it is where the figure applies, not what it is of (秘鲁的|失业率).
    """
    found = start
    while found > 1 and tokens[found - 1].text == "的":
        first = found - 1
        while first and (tokens[first - 1].nominal or tokens[first - 1].tag in {"f", "r", "Q"}) and tokens[first - 1].text not in _NO_NOUNS:
            first -= 1
        opens = not first or tokens[first - 1].tag in {"w", "t", "c"} or _reports(tokens, first - 1)
        modifier = tokens[first : found - 1]
        if not opens or all(is_named(token) or token.tag in {"f", "r"} or token.text in _NAMING for token in modifier):
            break
        found = first
    return found


def _reports(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verb at `i` opens what somebody says, not the modifier of a noun: 找到并|确认|身份的遗骸."""
    return tokens[i].text in words("reporting") and (not i or tokens[i - 1].text not in {"并", "并且", "和"})


def _verbal_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verb at `i` stands for its noun: 工业|生产|增长了8%, |入学|人数减少."""
    if not tokens[i].verbal or i + 1 >= len(tokens):
        return False
    if tokens[i].text in _STATES:
        return tokens[i + 1].tag == "n"  # |失学|儿童达4 100万
    if tokens[i].text in EITHER and i and tokens[i - 1].text == "的":
        return tokens[i + 1].text in BEFORE  # 未审的|报告|仍有206份
    following = tokens[i + 1].text
    moves = following in CHANGES or following in FROM  # 新发艾滋病|感染|从90万降到
    return following in _COUNTED_UP or (moves and tokens[i].text in COMPOUNDING and i > 0 and tokens[i - 1].tag == "n")


_STATES: Final = frozenset({"失学", "辍学", "失业", "患病", "发病", "得病", "就诊", "住院", "丧生", "遇难", "身亡"})
"""Verbs without an object, which only say who those behind them are."""


def is_named(token: Token) -> bool:
    """Whether a token is a place or an organization: as the subject of a number it is not counted."""
    return token.tag == "g" or (token.mention is not None and token.mention.type == "organization")


def _skip_back(tokens: Sequence[Token], at: int) -> int:
    """Index after the last token before `at` that is no word of reaching or changing, adverb, or earlier number of the same change."""
    end, said, least = at, False, max(at - SKIPPED, 0)
    if (start := _range_start(tokens, at, least)) is not None:
        end, said = start, True
    elif (start := rate_start(tokens, at, least)) is not None:
        end = start
    while end > least:
        end = _past_aside(tokens, end, at)
        token = tokens[end - 1]
        leans = _leans(tokens, end)
        if token.text == "在" and end > 1 and tokens[end - 2].text in STAYING:
            end, said = end - 2, True  # 感染率|稳定在|1.2%
            continue
        if token.text == "在" and end == at and at + 1 < len(tokens) and tokens[at + 1].text in _IN_BETWEEN:
            end, said = end - 1, True  # 总值|在|3亿至5亿美元|之间
            continue
        said = said or token.text in BEFORE or token.text == "(" or (leans and token.text in _MORE)
        if token.text in BEFORE or token.tag in {"d", "ul", "Q", "t"} or token.text in _OPENING or leans:
            end -= 1
        elif end < at and (skipped := _over_adverbial(tokens, end)) is not None:
            end = skipped
        else:
            break
    return end if said else at


def _past_aside(tokens: Sequence[Token], end: int, at: int) -> int:
    """Index before a bracket, or a time in 自 or 截至, that ends at `end`: 芬乙茶碱|(俗称"卡普塔根")|由, 海平面|自1901年以来|上升."""
    if end > 1 and end < at and tokens[end - 1].text == ")":
        inside = range(end - 2, max(end - _BRACKET, 0), -1)
        opened = next((i for i in inside if tokens[i].text == "(" or tokens[i].tag == "t" or _is_figure(tokens[i])), 0)
        return opened if opened and tokens[opened].text == "(" and tokens[opened - 1].nominal else end
    if end > 2 and tokens[end - 1].tag == "t" and tokens[end - 2].text in {"自", "自从", "截至", "到", "至"}:
        return end - 2
    return end


def _is_figure(token: Token) -> bool:
    """Whether a token is a figure of its own, not the age that a bracket gives: 青年人|(15岁至24岁)|为1.2亿."""
    return token.tag == "Q" and (token.mention is None or token.mention.fields["kind"] != "duration")


STAYING: Final = frozenset({"稳定", "维持", "保持", "停留", "徘徊", "控制", "持续"})
"""Words of staying at a level, with 在."""
_AUXILIARIES: Final = STAYING | _TENDING | CHANGES
_NO_ACTS: Final = _MOVES | BEFORE


def rate_start(tokens: Sequence[Token], at: int, least: int) -> int | None:
    """Index of the 每 before what a rate is counted on: 死亡率为|每千名活产|4.2例."""
    for i in range(at - 1, max(at - 6, least) - 1, -1):
        if tokens[i].text == "每":
            return i
        if not (tokens[i].nominal or tokens[i].tag in {"m", "q", "Q"} or tokens[i].text == "例"):
            return None
    return None


def _range_start(tokens: Sequence[Token], at: int, least: int) -> int | None:
    """Index of the 从 or 由 of the change that the number is the first or the second end of: |从1990年的每千人93例降至2015年的|41例."""
    first = at + 1 < len(tokens) and tokens[at + 1].text in _MOVES
    if not first and all(token.text not in _MOVES for token in tokens[max(at - 5, least) : at]):
        return None
    for i in range(at - 1, least - 1, -1):
        if tokens[i].text in FROM or leads_level(tokens, i):
            doing = any(token.verbal and token.text not in _NO_ACTS for token in tokens[i:at])
            return None if tokens[i].text == "由" and doing else i  # 由熟练人员|接生|的比例增加了
        if tokens[i].text in "，:":
            return None
    return None


def _leans(tokens: Sequence[Token], end: int) -> bool:
    """Whether the token before `end` belongs to what follows it.

    The comma of ，从23个增至, the modifier of 短期|下降, 的 in 从2020年|的|4吨, 和 in 30%|和|4%.
    """
    token, following = tokens[end - 1], tokens[end]
    if token.text == "，":
        return following.text in FROM
    if token.text == "在":
        return following.text in CHANGES  # 人口都|在|增长
    if token.text in _MORE:
        return following.tag == "Q" and any(word.text in _COMPARED for word in tokens[max(end - 12, 0) : end])
    if token.text == "的" or token.text in _UNHEARD_OF:
        adjective = token.text in _UNHEARD_OF and following.text == "的"
        level = following.tag == "Q" and end > 1  # 上升至去年|的|12%
        return adjective or (level and (tokens[end - 2].tag == "t" or tokens[end - 2].text in _OF_LEVELS))
    if token.text in COORDINATORS and end > 1:
        reaches = following.text in BEFORE and tokens[end - 2].text in BEFORE  # 毕业率都接近|或|超过90%
        return reaches or (following.tag == "Q" and alike(tokens[end - 2], following))
    return token.tag == "b" and following.text in CHANGES


_UNHEARD_OF: Final = frozenset({"前所未有", "史无前例", "空前", "创纪录", "惊人", "历史性", "破纪录"})
"""Adjectives of a level that is reached: 达到|前所未有|的7 950万人."""
_OF_LEVELS: Final = _UNHEARD_OF | TIMES


def _over_adverbial(tokens: Sequence[Token], end: int) -> int | None:
    """Start of a phrase 在…期间/阶段, 比… or 与…相比 that ends at `end` between a subject and its predicate."""
    if tokens[end - 1].text == ")":  # 比上一年|(27 000例)|减少
        end = next((i for i in range(end - 1, max(end - _BRACKET, 0), -1) if tokens[i].text == "("), end)
    compared = tokens[end - 1].text in {"相比", "比起", "比较"}
    past = False
    for i in range(end - 1, max(end - 10, 0), -1):
        if tokens[i].text in COMPARING or (compared and tokens[i].text in {"与", "同", "和"}):
            return i
        if tokens[i].tag == "w" or tokens[i].text in _HANDING_ON:
            return None
        past = past or tokens[i].text == "的"
        if tokens[i].text == "在":
            return None if past or i < end - 6 or tokens[end - 1].text in RATES else i  # not 在海地这一|比例|为90%
    return None


_BRACKET: Final = 14  # tokens of a bracket between a subject and its predicate
_MONEY_NOUNS: Final = "额款费税薪资债"


def amount_before(tokens: Sequence[Token], at: int) -> Item | None:
    """A noun of money that an amount follows at once: 为2015年分摊|毛额|24 042 875美元."""
    noun = tokens[at - 1]
    if not at or noun.text in PAYING or not (noun.text in MONEY_NOUNS or (noun.tag == "n" and noun.text[-1] in _MONEY_NOUNS)):
        return None
    found = run_before(tokens, at)
    paid = found is not None and found.end - found.start > 1 and found.start and tokens[found.start - 1].tag in {"t", "d"}
    if found is not None and paid and tokens[found.start].text in EITHER:
        return Item(found.start + 1, found.end, "before")  # 为2015年分摊|毛额|2 400万美元
    return found


def alike(one: Token, other: Token) -> bool:
    """Whether two tokens are quantities with the same unit."""
    both = one.mention is not None and other.mention is not None and one.tag == other.tag == "Q"
    return both and one.mention.fields.get("unit") == other.mention.fields.get("unit")  # type: ignore[union-attr]


def find_heading(tokens: Sequence[Token], colon: int) -> Item | None:
    """The noun phrase before a colon, over a bracket: |缉获量|(公斤):西非."""
    end = colon
    if tokens[end - 1].text == ")":
        end = next((i for i in range(end - 1, -1, -1) if tokens[i].text == "("), end)
    return run_before(tokens, end - 1 if end > 1 and tokens[end - 1].text == "如下" else end)


_LENGTHS: Final = frozenset({"m", "km", "[mi_i]", "[ft_i]", "[nmi_i]"})
_AWAY: Final = frozenset({"以东", "以西", "以南", "以北", "以外", "外", "东", "西", "南", "北", "东北", "东南", "西北", "西南"})
"""Words before a distance."""
_REACHES: Final = frozenset({"范围", "范围内", "距离", "半径", "地方", "地点", "长度", "高度", "宽度", "深度", "区域", "地区"})
"""Nouns that say what a length measures, not what is measured: 5公里|的范围."""


def is_distance(tokens: Sequence[Token], at: int, fields: Fields) -> bool:
    """Whether a length says how far off something lies: 以西|200米|的围栏."""
    if fields.get("unit") not in _LENGTHS:
        return False
    if at + 1 < len(tokens) and tokens[at + 1].text == "处":
        return True  # 距首都120公里|处
    around = at + 2 < len(tokens) and tokens[at + 1].text == "的" and tokens[at + 2].text in _REACHES
    return around or (at > 0 and tokens[at - 1].text in _AWAY)
