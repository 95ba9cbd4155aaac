"""Countries and areas of ISO 3166-1 by name: from the lexicon, where the words around do not say that it is something else.

A name stands inside other words in three ways: inside a longer name (西班牙港, 印度洋, 西班牙文), which the other names of
the lexicon show; across the border of two words (参|加纳|入, 执|法国|际合作), for which `_VETOES` has a row; and before 共和国
and its like, which belong to the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Final

from unodc_report.chinese.characters import LETTER
from unodc_report.data.codes import country_names
from unodc_report.entities.surroundings import ABOVE_OR_BELOW, ILLEGAL, NO_CITY, TRANSLITERATION, covered, holding, in_a_persons_name
from unodc_report.lexicon import Hit
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto

_MONEY: Final = lazy("法郎|马克(?!思)|里拉|先令|比塞塔|埃斯库多|德拉克马|镑|盾(?!牌)|元(?![首素老旦件帅])|卢比|第纳尔|克朗|比索|新?谢克尔|里亚尔|克鲁赛罗|列弗|卢布|梅蒂卡尔")
"""What makes the name of a country that of its money: 800万|比利时|法郎."""
_MONEY_FIRST: Final = frozenset("法马里先比埃德镑盾元卢第克新谢列梅")  # with which such a word begins
_NUMERAL: Final = "0-9〇一二三四五六七八九十"
_VETOES: Final[dict[str, re.Pattern[str]]] = {
    "中国": lazy(r"(?<=[其程展当])中国|(?<=集)中国(?=内)|中国(?=际|家(?!庭|具|长|园|禽))"),
    "美国": lazy(r"(?<=[拉泛北])美国|美国(?=际|家(?!庭|具|长|园|禽))"),
    "法国": lazy(
        r"(?<=[执司立宪刑民办方违非合依守无商税护普释用])法国(?=[际家内])|(?<=国际)法国(?=[家内际])|法国(?=际|家(?!庭|具|长|园|禽))"
    ),
    "英国": lazy(r"英国(?=际|家(?!庭|具|长|园|禽))"),
    "德国": lazy(r"(?<=道)德国|德国(?=际|家(?!庭|具|长|园|禽))"),
    "泰国": lazy(r"泰国(?=际|家(?!庭|具|长|园|禽))"),
    "韩国": lazy(r"韩国(?=际|家(?!庭|具|长|园|禽))"),
    "日本": lazy(
        rf"(?<=[0-9])日本|(?<=[{_NUMERAL}即当该次同翌])日本(?=协定|议定书|条约|文件|[章会届次]|部分|[应将])"
        r"|日本(?=公约|决议|委员会|报告(?![说称了指的，]))"
    ),
    "海地": lazy(
        r"(?<=[沿近远公领临环深浅里黑红上南东北西青内外出入填跨])海地|(?<=地中|勒比|罗的|白令|爱琴|里亚)海地|海地(?=[区带缘形貌理质])"
    ),
    "萨尔瓦多": lazy("(?<=巴西)萨尔瓦多"),
    "加纳": lazy(r"(?<=[参增追添附更施])加纳|加纳(?=[税入粹])"),
    "多哥": lazy(r"(?<=[许众更诸很最太过])多哥"),
    "马里": lazy(r"(?<=[苏索])马里|马里(?=[兰奥亚克恩乌博昂尼]|因卡|安(?![全排置理])|斯坦)"),
    "阿曼": lazy(r"阿曼(?=达|苏尔|海)"),
    "外约旦": lazy("(?<=[此以除境国海另])外约旦|外约旦(?=河)"),
    "约旦": lazy(r"约旦(?=河)"),
    "古巴": lazy(r"古巴(?=比伦|德[雷利])"),
    "巴林": lazy(r"巴林(?=左|右|杰)"),
    "汤加": lazy(r"汤加(?=里罗)"),
    "贝宁": lazy(r"贝宁(?=城|湾)"),
    "苏丹": lazy(r"(?<=阿曼)苏丹|苏丹(?=陛下|殿下)"),
    "沙特": lazy(r"沙特(?=尔)"),
    "印度": lazy(r"印度(?=洋|教|河|支那|次大陆)|(?<=[东西])印度(?=群岛|公司)"),
    "蒙古": lazy(r"(?<=内)蒙古|蒙古(?=族|人种)"),
    "朝鲜": lazy(r"朝鲜(?=族|半岛)"),
    "黑山": lazy(r"黑山(?=县|羊)"),
    "刚果": lazy(r"刚果(?=河|盆地)"),
    "南非": lazy(rf"南非(?=洲)|(?<=东)南非|南(?={ILLEGAL})"),
    "希腊": lazy(r"(?<=[^蒙]古)希腊"),
    "埃及": lazy(r"(?<=[^蒙]古)埃及"),
    "开曼": lazy(r"(?<=[离召展公打分])开曼|开曼(?=[谷彻德尼哈])"),
    "中非": lazy(r"(?<=集)中非|中非(?!(?:过渡)?政府(?!间)|(?:过渡)?当局|总统|总理|外长|外交部|武装部队|国民议会|难民|宪兵)"),
    "圣马丁": lazy(r"(?<=秘鲁|何塞|·德)圣马丁|(?<=法属波利尼西亚.)圣马丁|(?<=圣巴泰勒米.)圣马丁|圣马丁(?=[大省区县市镇街岛德]|广场)"),
}  # fmt: skip
"""By name: where it is part of other words. The pattern is matched at the name; its lookbehinds see what stands before."""

_FORMAL: Final = re.compile(
    r"(?:(?:苏维埃|社会主义|人民|民主|阿拉伯|伊斯兰|联邦|联合|合作|多民族|玻利瓦尔|哈希姆){0,3}(?:共和国|王国|大公国|公国|合众国|民众国|酋长国))"
)
"""What follows a short name in a formal one (塞浦路斯共和国, 保加利亚人民共和国) and belongs to it."""

_LONGER: Final = ("trap", "place", "language", "currency", "disease")
_UNDER_LONGER: Final = partial(covered, _LONGER)
"""Types whose names, where they hold a country's and more, say that the country is not meant."""
_SCRIPT: Final = re.compile("[化件献职物官书本学明艺牍]")
"""文 and 语 before these begin a word of their own (意大利文化部), so that no language is meant."""

_PEOPLE: Final = re.compile("[家际内民会防营有歌旗王务债籍庆立库]")
"""After 国 these begin a word with it (卡塔尔|国家|银行), so that 国 does not end the name."""

_ETHNIC: Final = re.compile("族(?!谱)")
"""After a name it makes a people of it, wherever they live: 阿尔巴尼亚族."""

_DOUBLE: Final = lazy(f"-(?P<second>[{TRANSLITERATION}]{{2,8}}?)(?:[县郡镇村州省邦]|市(?![场民])|区(?![域别]))")
"""Behind a name: the second half of a district's double name (阿曼-阿瓜克县), unless it is a country itself."""

_LONGEST: Final = 13  # characters of the longest name that can begin inside another one


def _country(match: re.Match[str]) -> Fields:
    return _fields(match[0])


def _fields(name: str) -> Fields:
    """The code of a name as it stands in the table, or with its formal ending."""
    iso3 = country_names().get(name)
    if iso3 is None:
        iso3 = country_names()[_FORMAL.sub("", name)]
    return {"iso3": iso3}


RULES: Final = (
    Rule(
        id="country.name",
        pattern=lazy(rf"(?:{LETTER}|[(，、)·-]){{2,}}+"),
        build=_country,
        finds=(
            ("向多民族玻利维亚国派出顾问", "多民族玻利维亚国", {"iso3": "BOL"}),
            ("斯里兰卡政府的代表", "斯里兰卡", {"iso3": "LKA"}),
            ("参加纳米比亚的培训", "纳米比亚", {"iso3": "NAM"}),
            ("许多哥伦比亚受害者", "哥伦比亚", {"iso3": "COL"}),
            ("保加利亚人民共和国代表", "保加利亚人民共和国", {"iso3": "BGR"}),
            ("刚果（金）东部", "刚果（金）", {"iso3": "COD"}),
            ("意大利文化部", "意大利", {"iso3": "ITA"}),
            ("适用以下奥地利法律", "奥地利", {"iso3": "AUT"}),
            ("福克兰(马尔维纳斯)群岛的主权", "福克兰(马尔维纳斯)群岛", {"iso3": "FLK"}),
            ("索马里共和国总统", "索马里共和国", {"iso3": "SOM"}),
            ("安圭拉、开曼和蒙特塞拉特", "开曼", {"iso3": "CYM"}),
            ("圣马丁加入该区域组织", "圣马丁", {"iso3": "SXM"}),
            ("中非共和国族裔间的关系", "中非共和国", {"iso3": "CAF"}),
            ("阿曼-也门边境两侧", "也门", {"iso3": "YEM"}),
            ("中非当局与武装团体的对话", "中非", {"iso3": "CAF"}),
        ),
        skips=(
            "12 月 10 日本报告", "加强执法国际合作", "沿海地区的渔民", "拉美国家", "译成西班牙文和葡萄牙文", "《萨尔瓦多宣言》", "其中国际社会",
            "以南非兰特计算", "该国东南非法采矿", "向南非法越境", "科索沃阿尔巴尼亚族居民", "增加纳税人的负担", "印度洋和约旦河沿岸", "道德国际准则",
            "离开曼谷返回", "关于古希腊的戏剧", "圣马丁大区的农民", "译成瑞典语和荷兰语", "在印度次大陆", "中非合作论坛", "西非和中非各国政府", "进入阿曼-阿瓜克县", "集中非政府组织的资料", "中非政府间机构",
        ),
    ),
)  # fmt: skip
_NAME: Final = RULES[0]


def extract(reading: Reading) -> Iterator[Finding]:
    """The countries that the lexicon met, with their formal endings; those inside other words as vetoes."""
    end = 0
    for hit in reading.hits.get("country", ()):
        for start, stop, reason in _settled(reading, hit):
            if start < end:
                continue
            stop = _with_formal_ending(reading.folded, start, stop)  # noqa: PLW2901  # the name goes on
            if reason is not None:
                yield Veto("country", start, stop, _NAME.id, reason)
                continue
            end = stop
            yield Candidate("country", start, stop, _NAME.id, _fields(reading.folded[start:stop]))


def _settled(reading: Reading, hit: Hit) -> Iterator[tuple[int, int, str | None]]:
    """The hit with the reason against it; where there is one, also a name that begins inside it and was hidden by it."""
    start, end = hit.start, hit.end
    reason = _reason(reading, start, end)
    hidden = _name_inside(reading.folded, start, end)
    if reason is None and hidden is not None and hidden[1] - hidden[0] > end - start:
        reason = "across two words"
    yield start, end, reason
    if reason is not None and hidden is not None:
        yield *hidden, _reason(reading, *hidden)


@cache
def _openings() -> frozenset[str]:
    """The first two characters of all names."""
    return frozenset(name[:2] for name in country_names())


def _name_inside(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The longest name that begins inside `start`..`end` and goes on beyond it (参|加纳|米比亚)."""
    names, openings = country_names(), _openings()
    for begin in range(start + 1, end):
        if folded[begin : begin + 2] not in openings:
            continue
        for stop in range(min(begin + _LONGEST, len(folded)), end, -1):
            if folded[begin:stop] in names:
                return begin, stop
    return None


def _reason(reading: Reading, start: int, end: int) -> str | None:  # noqa: PLR0911  # one reason a line
    folded = reading.folded
    veto, behind = _VETOES.get(folded[start:end]), folded[end : end + 1]
    if veto is not None and veto.match(folded, start):
        return "part of other words"
    if behind in _MONEY_FIRST and _MONEY.match(folded, end):
        return "a currency"
    if in_a_persons_name(folded, start, end):
        return "a person"
    if behind == "-" and (double := _DOUBLE.match(folded, end)) is not None and double["second"] not in country_names():
        return "part of a double name"
    if behind == "族" and _ETHNIC.match(folded, end) and not folded.endswith(("和国", "王国"), start, end):
        return "a people"
    for kind in _LONGER if reading.once(_UNDER_LONGER)[start] else ():
        longer = holding(reading.hits.get(kind, ()), start, end)
        if longer is None or (kind == "language" and _SCRIPT.match(folded, longer.end)):
            continue
        if kind != "place" or not (ABOVE_OR_BELOW.match(folded, longer.start) or NO_CITY.match(folded, longer.end)):
            return f"inside the {kind} {longer.name.text}"
    return None


def _with_formal_ending(folded: str, start: int, end: int) -> int:
    """The end of the name with 共和国 and its like, where they follow; without a 国 that belongs to the word behind."""
    if folded[end - 1] == "国":
        return end - 1 if _PEOPLE.match(folded, end) and folded[start : end - 1] in country_names() else end
    ending = _FORMAL.match(folded, end)
    return ending.end() if ending else end
