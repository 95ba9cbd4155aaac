"""Pointers inside the report or into an instrument: 上文第24段, 第三十一条第三款, 第一章, A节, 附件二, 图三, 同上.

The target is a kind and a number: `para:51-55`, `article:31(3)`, `chapter:1`, `section:A`, `draft:1`, `annex:2`. Numbers that
share one measure word are one target: `section:251,252,261-265`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from unodc_report.chinese.characters import LETTER, han
from unodc_report.entities.ordinals import AND, CHINESE, RANGE
from unodc_report.entities.references.numbers import BRACKETED, INSERTED, ITEM, LIST, ONE, OWN, SEVERAL, beneath, inserted, numbers, under
from unodc_report.entities.references.seeking import LETTERED, Ordinal, OrdinalRow, seek
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto

_KINDS: Final = {"段": "para", "条": "article", "款": "para", "节": "section", "章": "chapter", "图": "figure", "表": "table", "地图": "map", "附件": "annex", "附录": "appendix", "附文": "enclosure", "附表": "schedule", "附则": "annex"}


def _target(kind: str, words: str | None) -> Fields | str:
    value = numbers(words or "")
    return {"target": f"{kind}:{value}"} if value else "no number"


def _listed(kind: str) -> Callable[[Ordinal, re.Match[str]], Fields | str]:
    def build(ordinal: Ordinal, _: re.Match[str]) -> Fields | str:
        return _target(kind, ordinal.numbers)

    return build


def _paragraph_again(match: re.Match[str]) -> Fields | str:
    """A paragraph without a 第 of its own, after another: 第30段和|32段."""
    return _target("para", match["numbers"])


def _paragraph(ordinal: Ordinal, match: re.Match[str]) -> Fields | str:
    """A paragraph with what stands below it: 第12段(a)和(c) → para:12(a),12(c)."""
    value = numbers(ordinal.numbers or "")
    if value and match["bis"]:
        value = inserted(value, match["bis"])
    if value is None or not match["below"]:
        return {"target": f"para:{value}"} if value else "no number"
    return {"target": f"para:{under(value, match['below'])}"}


def _article(ordinal: Ordinal, match: re.Match[str]) -> Fields | str:
    """An article with its paragraphs and items: 第七条第一款第9项 → article:7(1)(9)."""
    value = numbers(ordinal.numbers or "")
    if value is None:
        return "no number"
    if match["bis"]:
        value += INSERTED[match["bis"]]
    for words in (match["clause"] or match["aside"], match["bracket"], match["bare"], match["item"], match["point"]):
        if words:
            value = under(value, words)
            if not value:
                return "no number"
        if words and words == match["clause"] and match["below"]:
            value = inserted(value, match["below"])
    return {"target": f"article:{value}"}


_BUDGET_BEFORE: Final = lazy(r"(?:预算的?|/6(?:/Rev\.1)?\)?|第[一二三四五六七八九十]{1,3}编(?:\([^()\n]{1,8})?\)?)\Z")
_BUDGET_BEHIND: Final = lazy(r"(?<=\d[A-Z]款)|\((?!见|另见|即|如|经)[\u4e00-\u9fff]{2}|项?下(?!列|述|文|的?规定)|所需|编列|经费|资源|员额|供资|适用\d")
"""Around 第N款: the sections of a budget are called so too (A/74/6第15款, 第27款(人道主义援助), 第2款下)."""
_BUDGET_REACH: Final = 12


_ARTICLES_BEFORE: Final = lazy(rf"第 ?{ONE}(?:条{AND}{ONE}){{0,8}}\Z")


def _article_again(match: re.Match[str]) -> Fields | str:
    """An article without a 第 of its own, after others: 第2条、3条和|16条."""
    if _ARTICLES_BEFORE.search(match.string, max(0, match.start() - 60), match.start()) is None:
        return "a count of articles"
    return _target("article", match["numbers"])


def _clause(ordinal: Ordinal, match: re.Match[str]) -> Fields | str:
    """A paragraph of an article: of the one before it in 第三十一条第一款和第二款, else of what the text speaks of."""
    text, start = match.string, ordinal.start
    words = ordinal.numbers or ordinal.bracketed or ""
    value = numbers(words) if ordinal.numbers else ",".join(beneath(words)).replace("(", "").replace(")", "")
    if not value:
        return "no number"
    if _BUDGET_BEFORE.search(text, max(0, start - _BUDGET_REACH), start):
        return "a section of a budget"
    before = _CLAUSES_BEFORE.search(text, max(0, start - 60), start)
    if before is None and not text.endswith("》", 0, start) and _BUDGET_BEHIND.match(text, match.end()):
        return "a section of a budget"
    kind = "para" if before is None else "article"
    if before is not None:
        value = under(numbers(before["article"]) or "", words)
    if match["items"]:
        value = under(value, match["items"])
    return {"target": f"{kind}:{inserted(value, match['below']) if match['below'] else value}"}


def _measured(ordinal: Ordinal, match: re.Match[str]) -> Fields | str:
    """One of several numbers with their own 第: the kind is told by the measure word after the last."""
    value = numbers(ordinal.numbers or "")
    measure = _TAIL.match(match.string, match.end())
    if value is None or measure is None:
        return "no measure word"
    return {"target": f"{_KINDS[measure['measure']]}:{value}"}


def _lettered(match: re.Match[str]) -> Fields:
    return {"target": f"section:{re.sub(AND, ',', re.sub(RANGE, '-', match['letter']))}"}


_ROMAN: Final = {numeral: str(value) for value, numeral in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)}


_MIXED: Final = re.compile(r"[a-d]|[A-H]\.")  # 表4a, 表A.1
_PARTED: Final = re.compile(rf"(?P<number>\d{{1,2}}|{CHINESE})(?P<part>[.-]?[A-H])")  # 附件二A, 附件1-A


def _attached(match: re.Match[str]) -> Fields | str:
    """附件二, 图三, 表2 and lists of them."""
    letters = match.groupdict().get("letter")
    if letters and letters in _ROMAN and match["kind"] != "附录":
        letters = _ROMAN[letters]  # 附件I is 附件一; a lone 附录I is one of CITES and keeps its numeral
    if not letters and (parted := _PARTED.fullmatch(match["numbers"])):
        letters = f"{numbers(parted['number'])}{parted['part']}"
    elif not letters and _MIXED.search(match["numbers"]):
        letters = match["numbers"]
    value = re.sub(AND, ",", re.sub(RANGE, "-", letters)) if letters else numbers(match["numbers"])
    return {"target": f"{_KINDS[match['kind']]}:{value}"} if value else "no number"


def _bare(match: re.Match[str]) -> Fields:
    return {"target": _KINDS[match["kind"]]}


_LETTERED: Final = rf"\([a-z]{{1,4}}\)(?:[㈠-㈩]|\((?:[ivx]{{1,4}}|{CHINESE})\))?"
_LETTERS: Final = rf"(?:\.\d{{1,2}}|(?:(?:{RANGE}|{AND})[A-Z](?![A-Za-z])){{1,6}})?"
_TIGHT: Final = r"(?: ?\((?:[a-h]|[ivx]{1,4}|[一二三四五六七八九十]{1,2}|[甲乙丙丁戊己子丑寅卯辰巳])\)|[㈠-㈩])"
_LONG_DASH: Final = lazy(r"--? ?")


def _draft(match: re.Match[str]) -> Fields | str:
    value = re.sub(AND, ",", match["roman"]) if match["roman"] else numbers(_LONG_DASH.sub("-", match["numbers"]))
    return {"target": f"draft:{value}"} if value else "no number"


def _ibid(_: re.Match[str]) -> Fields:
    return {"target": "ibid"}


_TAIL: Final = lazy(rf"(?:{AND}第{LIST}){{1,12}}(?P<measure>段|条|款|节|章)(?!约)")
_CLAUSES_BEFORE: Final = lazy(rf"第(?P<article>{ONE})条(?:第{ITEM}款(?:之[二三四五])?(?:{BRACKETED}(?:{AND}{BRACKETED}){{0,6}}项|{BRACKETED})?{AND}){{1,6}}\Z")
_LABELS: Final = frozenset(("reference.figure", "reference.annex", "reference.bare_annex"))
_NO_ARTICLE: Final = r"(?!约|线|路|道路|消息|建议|理由|意见|战线|新闻|标准|件|原则|规定是|裂|形|腿|船|河|街|狗|鱼|命|船只|生产线|途径)"

RULES: Final[tuple[Rule | OrdinalRow, ...]] = (
    OrdinalRow(
        id="reference.paragraph",
        measures=("段", "分段"),
        pattern=re.compile(rf"分?段(?!落性|时间|航程|路程|旅程|期)(?:之(?P<bis>[二三四五])(?![十百千分个项]))?(?: ?(?P<below>{_LETTERED}(?:{AND}{_LETTERED}){{0,6}})(?:分?段|项)?)?"),
        build=_paragraph,
        finds=(
            ("见上文第 24 段", "第24段", {"target": "para:24"}),
            ("（见下文第51-55段）", "第51-55段", {"target": "para:51-55"}),
            ("第3、5和7段", "第3、5和7段", {"target": "para:3,5,7"}),
            ("第12至第15段", "第12至第15段", {"target": "para:12-15"}),
            ("见下文第 4 – 11 段", "第4 – 11段", {"target": "para:4-11"}),
            ("（第25- 31段）", "第25- 31段", {"target": "para:25-31"}),
            ("执行部分第 5(b)段", "第5(b)段", {"target": "para:5(b)"}),
            ("第15段(b)㈡", "第15段(b)㈡", {"target": "para:15(b)(2)"}),
            ("第6段之二，", "第6段之二", {"target": "para:6 bis"}),
            ("第8段(a)和(c)", "第8段(a)和(c)", {"target": "para:8(a),8(c)"}),
        ),
        skips=("第三阶段", "这一段时间", "分段进行", "第二段时间"),
    ),
    Rule(
        id="reference.paragraph_again",
        pattern=lazy(rf"第 ?{ONE}段{AND}(?P<span>{LIST}段)(?!落性|时间|航程|路程|旅程|期)"),
        build=_paragraph_again,
        finds=(("第30段和32段规定的", "32段", {"target": "para:32"}), ("第4段及6至9段", "6至9段", {"target": "para:6-9"})),
        skips=("第三阶段和两段时间", "分两段进行", "第三阶段和32段视频"),
    ),
    OrdinalRow(
        id="reference.article",
        measures=("条",),
        pattern=lazy(
            rf"条(?:之(?P<bis>[二三四五]))?{_NO_ARTICLE}"
            rf"(?:第?(?P<clause>(?:{ITEM}(?:(?:{AND}|{RANGE})(?![款段])|(?=[款段]))){{1,7}})[款段](?:之(?P<below>[二三四五]))?|\(第(?P<aside>{ITEM})款\)|(?P<bracket>{BRACKETED}{{1,3}})[款项]?)?(?:(?<=款)(?P<bare>{_TIGHT})(?!项|目|{AND}{BRACKETED}|{han()}*款)|(?:第?(?P<item>(?:{ITEM}(?:{AND}(?!项)|(?=项))){{1,7}})项)?(?:第?(?P<point>{ITEM})目)?)"
        ),
        build=_article,
        finds=(
            ("《公约》第三十一条第三款", "第三十一条第三款", {"target": "article:31(3)"}),
            ("《儿童权利公约》第 29 条", "第29条", {"target": "article:29"}),
            ("第10.103条(d)款", "第10.103条(d)款", {"target": "article:10.103(d)"}),
            ("《刑法典》第212-B条", "第212-B条", {"target": "article:212-B"}),
            ("第66-4和66-5条", "第66-4和66-5条", {"target": "article:66-4,66-5"}),
            ("第55(1)和(2)条", "第55(1)和(2)条", {"target": "article:55(1),55(2)"}),
            ("《总协定》第XXIV条第5款", "第XXIV条第5款", {"target": "article:24(5)"}),
            ("第51条(A)(e)", "第51条(A)(e)", {"target": "article:51(A)(e)"}),
            ("第七条第一款第9项", "第七条第一款第9项", {"target": "article:7(1)(9)"}),
            ("议事规则第58条第2段", "第58条第2段", {"target": "article:58(2)"}),
            ("第一条(三)项", "第一条(三)项", {"target": "article:1(3)"}),
            ("《宪章》第七十三条(辰)款", "第七十三条(辰)款", {"target": "article:73(e)"}),
            ("《章程》第XVI条", "第XVI条", {"target": "article:16"}),
            ("总条例第XVI.2(c)条", "第XVI.2(c)条", {"target": "article:16.2(c)"}),
            ("总规则第XXI条第3款第(b)项", "第XXI条第3款第(b)项", {"target": "article:21(3)(b)"}),
            ("《规约》第三条A款第5项", "第三条A款第5项", {"target": "article:3(A)(5)"}),
            ("第14条第3款(丁)，", "第14条第3款(丁)", {"target": "article:14(3)(d)"}),
            ("第二十条之二", "第二十条之二", {"target": "article:20bis"}),
            ("第3条第2款之三", "第3条第2款之三", {"target": "article:3(2 ter)"}),
            ("第9条第1款(a)、(b)和(d)项", "第9条第1款(a)、(b)和(d)项", {"target": "article:9(1)(a),9(1)(b),9(1)(d)"}),
            ("第八条第二款(b)项(xxii)目", "第八条第二款(b)项(xxii)目", {"target": "article:8(2)(b)(xxii)"}),
            ("（第7条和第18条（第3款））", "第18条（第3款）", {"target": "article:18(3)"}),
            ("第九条第3-5款", "第九条第3-5款", {"target": "article:9(3)-9(5)"}),
        ),
        skips=("第一条战线", "第IXX条", "铁路第二条线", "第三条建议", "二十条措施", "发条"),
    ),
    Rule(
        id="reference.article_again",
        pattern=lazy(rf"条(?<=[\d一二三四五六七八九十IVX)]条)(?={AND}(?P<span>{LIST}条){_NO_ARTICLE})"),
        build=_article_again,
        finds=(("《公约》第2条、3条和16条", "16条", {"target": "article:16"}), ("第12条、14条规定", "14条", {"target": "article:14"}), ("第IV(a)条和IV(b)条", "IV(b)条", {"target": "article:4(b)"})),
        skips=("两条和3条", "提出20条、3条是新的"),
    ),
    OrdinalRow(
        id="reference.clause",
        measures=("款",), bracketed=True, behind=re.compile("(?<!条)|(?<=[本该上前述]条)"),
        pattern=lazy(rf"款(?!项|式|额)(?:之(?P<below>[二三四五])|(?P<items>{SEVERAL})项)?"),
        build=_clause,
        finds=(
            ("第7款规定", "第7款", {"target": "para:7"}),
            ("第三十一条第一款和第二款", "第二款", {"target": "article:31(2)"}),
            ("第6条第4款和第4款之二", "第4款之二", {"target": "article:6(4 bis)"}),
            ("第十四条第一款、第三款(乙)、(丁)项和第五款", "第三款(乙)、(丁)项", {"target": "article:14(3)(b),14(3)(d)"}),
            ("第十四条第一款、第三款(乙)、(丁)项和第五款", "第五款", {"target": "article:14(5)"}),
            ("第3款(c)项", "第3款(c)项", {"target": "para:3(c)"}),
            ("第19条第(1)款和第(5)款", "第(5)款", {"target": "article:19(5)"}),
            ("本条第(3)款(b)项", "第(3)款(b)项", {"target": "para:3(b)"}),
            ("《组织法》第71A款", "第71A款", {"target": "para:71A"}),
        ),
        skips=("第二笔款项", "一款产品", "方案预算第29A款（主管副秘书长办公室）", "A/50/6/Rev.1第15款", "第27款（人道主义援助）所需资源", "第2款适用8%的空缺率"),
    ),
    OrdinalRow(
        id="reference.section",
        measures=("节",), pattern=re.compile("节(?!课|能|车厢|约|日|点)"),
        build=_listed("section"),
        finds=(
            ("第 255 节", "第255节", {"target": "section:255"}),
            ("第251、252及261-265节", "第251、252及261-265节", {"target": "section:251,252,261-265"}),
        ),
        skips=("第一节课", "情节", "春节"),
    ),
    Rule(
        id=LETTERED,
        pattern=lazy(rf"(?P<letter>[A-Z](?<![A-Za-z0-9.].){_LETTERS})节(?![能约点])"),
        build=_lettered,
        finds=(("第一章，A 节，决议草案一", "A节", {"target": "section:A"}), ("B节和D节", "D节", {"target": "section:D"}), ("第三章，B.2节", "B.2节", {"target": "section:B.2"}), ("第四章A至C节", "A至C节", {"target": "section:A-C"})),
        skips=("VIP节目", "A节点"),
    ),
    OrdinalRow(
        id="reference.chapter",
        measures=("章",), pattern=re.compile("章(?!程|鱼|节性)"),
        build=_listed("chapter"),
        finds=(("《联合国宪章》第七章", "第七章", {"target": "chapter:7"}), ("法典第33章", "第33章", {"target": "chapter:33"})),
        skips=("章程", "第二个篇章", "宪章"),
    ),
    OrdinalRow(
        id="reference.own_ordinal",
        measures=("、", "，", ",", "及", "以及", "和", "与"),
        pattern=lazy(OWN),
        build=_measured,
        finds=(("上文第9和第12段", "第9", {"target": "para:9"}), ("议事规则第21和第99条", "第21", {"target": "article:21"})),
        skips=("第一、第二和第三号议定书", "第一和第二次会议"),
    ),
    Rule(
        id="reference.annex",
        pattern=re.compile(
            rf"(?P<kind>附(?<!非附)[件录文则])(?:(?P<letter>(?:[A-H]|[IVX]{{1,4}})(?![A-Za-z0-9])(?:(?:{RANGE}|{AND})(?:[A-H]|[IVX]{{1,4}})(?![A-Za-z0-9])){{0,6}})|(?P<numbers>(?:\d{{1,2}}|{CHINESE})[.-]?[A-H](?![A-Za-z0-9-]|节)(?!(?:{RANGE}|{AND})\d)|(?:\d{{1,2}}(?!\d|[年月日.%/])(?:[A-D](?![A-Za-z0-9]))?|{CHINESE})(?:(?:{RANGE}(?:附件)?|{AND})(?:\d{{1,2}}(?!\d|[年月日.%/])|{CHINESE})(?!{han()}{{0,2}}[人个名])){{0,8}}))"
            r"(?![名个份项])"
        ),
        build=_attached,
        finds=(
            ("载于附件一和附件二", "附件二", {"target": "annex:2"}),
            ("《公约》附件E", "附件E", {"target": "annex:E"}),
            ("见附件一至三", "附件一至三", {"target": "annex:1-3"}),
            ("合同附录2", "附录2", {"target": "appendix:2"}),
            ("附件2国家", "附件2", {"target": "annex:2"}),
            ("《公约》附件B和C", "附件B和C", {"target": "annex:B,C"}),
            ("列入附录I和II", "附录I和II", {"target": "appendix:I,II"}),
            ("附件1A", "附件1A", {"target": "annex:1A"}),
            ("《协定》附件2-B所列", "附件2-B", {"target": "annex:2-B"}),
            ("见附件三A节", "附件三", {"target": "annex:3"}),
            ("见附件二A", "附件二A", {"target": "annex:2A"}),
            ("《防污公约》附则VI", "附则VI", {"target": "annex:6"}),
            ("（见附件II）", "附件II", {"target": "annex:2"}),
        ),
        skips=("非附件一缔约方", "附件三份", "附件CD光盘", "附则规定", "列入附表一"),
    ),
    Rule(
        id="reference.bare_annex",
        pattern=re.compile(
            r"(?P<kind>附[件文录])(?:(?<=[见其，,(于即本该》]..)|(?<=[信函告议明件议]及其..)|(?<=[信函段章节]及..)|(?<=(?:决议|草案|说明|报告|上文|下文|信的|作为)..)|(?<=(?:决议的)..))"
            r"(?=[)。，；、,;\n\"]|$|[的所内中和与及提作载列并又]|第|为荷|分发|开列|概|履行|规定)"
        ),
        build=_bare,
        finds=(
            ("（见附件）", "附件", {"target": "annex"}),
            ("见CAC/COSP/2019/16，附件", "附件", {"target": "annex"}),
            ("见第2至第4段及附件。", "附件", {"target": "annex"}),
            ("请将本函及其附件分发", "附件", {"target": "annex"}),
            ("本说明附件所载的安排", "附件", {"target": "annex"}),
            ("《协定》附件第2节", "附件", {"target": "annex"}),
        ),
        skips=("及其安全问题附件的执行情况", "条约及军事附件", "两份附件", "电子邮件附件"),
    ),
    Rule(
        id="reference.figure",
        begins=("地图", "图", "表"),
        pattern=re.compile(
            rf"(?P<kind>[图表]|地图(?=\d)(?<=[见如及和与(、]..))(?:(?<!{LETTER}.)|(?<=[见如及和与(、]地图)|(?=[一二三四]所列)|(?<=[见如和及与下上据由在于至参从中对述文考看同照告以入章节了].)|(?<=附[件录文][一二三四五六七八九十].))"
            rf"(?P<numbers>(?:\d{{1,2}}[A-H]\.\d{{1,2}}(?![\d.])|\d{{1,3}}(?:\.\d{{1,2}})?(?!\d|[年月日%/,])(?:[A-Da-d](?![A-Za-z0-9]))?|(?:[A-H]|[IVX]{{1,4}})\.\d{{1,2}}(?![\d.])|[IVX]{{1,4}}(?![A-Za-z0-9])|[一二三四五六七八九十]{{1,3}})(?:(?:{RANGE}[图表]?|{AND})(?:\d{{1,3}}(?!\d|[年月日%/,])(?:[A-Da-d](?![A-Za-z0-9]))?|[IVX]{{1,4}}(?![A-Za-z0-9])|[一二三四五六七八九十]{{1,3}})){{0,6}})"
            r"(?![份张个幅名人样种般定致直])"
        ),
        build=_attached,
        finds=(("如以下表3所示", "表3", {"target": "table:3"}), ("（见图三）", "图三", {"target": "figure:3"}), ("表1和2", "表1和2", {"target": "table:1,2"}), ("表1和表2", "表2", {"target": "table:2"}), ("本说明附件三表2", "表2", {"target": "table:2"}), ("将该物质列入表一。", "表一", {"target": "table:1"}), ("第二章图3", "图3", {"target": "figure:3"}), ("（见地图4）", "地图4", {"target": "map:4"}), ("通报表二所列物质", "表二", {"target": "table:2"}), ("见表II.3", "表II.3", {"target": "table:2.3"}), ("（见表A.1）", "表A.1", {"target": "table:A.1"}), ("如图II所示", "图II", {"target": "figure:2"}), ("审查了表9所列数额", "表9", {"target": "table:9"}), ("所需资源见表28D.2。", "表28D.2", {"target": "table:28D.2"})),
        skips=("代表10个国家", "企图一再阻挠", "发表10点宣言", "地图一张", "该地图2份", "由各代表一致通过"),
    ),
    Rule(
        id="reference.draft",
        pattern=re.compile(
            rf"决[议定]草案(?:(?P<numbers>(?:\d{{1,2}}(?![\d/年月日])|[一二三四五六七八九十]{{1,3}})(?:(?:-{{1,2}} ?|{RANGE}|{AND})(?:\d{{1,2}}(?![\d/年月日])|[一二三四五六七八九十]{{1,3}})){{0,6}})|(?P<roman>[IVX]{{1,5}}(?![A-Za-z.])|[A-F](?![A-Za-z./\d-])(?:{AND}[A-F](?![A-Za-z./\d-])){{0,4}}))(?![致读项份])"
        ),
        build=_draft,
        finds=(("第一章，A 节，决议草案一", "决议草案一", {"target": "draft:1"}), ("决定草案二", "决定草案二", {"target": "draft:2"}), ("决定草案一——四", "决定草案一——四", {"target": "draft:1-4"}), ("决议草案B，", "决议草案B", {"target": "draft:B"})),
        skips=("决议草案一致通过", "一项决议草案", "决议草案A/C.3/70/L.5"),
    ),
    Rule(
        id="reference.ibid",
        pattern=re.compile(rf"同上(?<!{LETTER}同上)(?!{LETTER}(?<!第))"),
        build=_ibid,
        finds=(("4 同上，第一章", "同上", {"target": "ibid"}), ("（同上，第66段）", "同上", {"target": "ibid"})),
        skips=("共同上诉", "同上级协商", "如同上述"),
    ),
)


def extract(reading: Reading) -> Iterator[Finding]:
    """The pointers of the text."""
    for found in seek(RULES, reading.folded):
        if isinstance(found, Candidate) and found.rule in _LABELS and reading.document.whole and _fills_its_line(reading.folded, found):
            yield Veto(found.type, found.start, found.end, found.rule, "the label of an exhibit or annex, no pointer to it")
        else:
            yield found


def _fills_its_line(folded: str, found: Candidate) -> bool:
    return folded[found.start - 1 : found.start] in ("", "\n") and folded[found.end : found.end + 1] in ("", "\n")
