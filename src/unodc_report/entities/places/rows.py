"""Places below country level: cities, states, provinces, camps by name, and unknown ones by how they stand in the sentence.

The span takes the type word in (腊卡省, 扎勒卡难民营). The country is the table's; where the table has several, the one of them
that the sentence names, else the one that is meant by far most often, else null. For a place that no table holds it is the
country before it, the country of the place that it stands with, or the only country that its sentence names; else null.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from unodc_report.chinese.characters import LETTER
from unodc_report.data.codes import place_keys
from unodc_report.entities.places.countries import Countries, Found
from unodc_report.entities.places.latin import SETTLEMENT
from unodc_report.entities.places.lists import sharing_type_word
from unodc_report.entities.places.shapes import ROWS, TYPE_WORD, add_unknown, after_countries
from unodc_report.entities.places.words import CHARACTERS, EDGE
from unodc_report.entities.surroundings import ABOVE_OR_BELOW, TRANSLITERATION, TRANSLITERATION_ONLY, covered, held, in_a_persons_name
from unodc_report.lexicon import Hit, Name
from unodc_report.patterns import lazy
from unodc_report.reading import Reading, Taken
from unodc_report.rules import Candidate, Fields, Finding, Rule, Veto

_VETOES: Final[dict[str, re.Pattern[str]]] = {
    "西岸": lazy("(?<=[河海湖江洋洲陆岛湾])西岸"),
    "河内": lazy("(?<=[运两界尔罗瑙茵边过沿条])河内|河内(?=[陆河])"),
    "西安": lazy("西安(?=[全置排])"),
    "太原": lazy("太原(?=[始因则来])"),
    "上海": lazy("(?<=[海以之岸])上海|上海(?=[啸洋岸军域滩]|运输)"),
    "福建": lazy("福建(?=[设立造])"),
    "成都": lazy("(?<=[变建形构完组合达])成都"),
    "重庆": lazy("(?<=隆)重庆|重庆(?=祝)"),
    "贝尼": lazy("贝尼(?=[侯哈尚])"),
    "长春": lazy("长春(?=花)"),
    "万象": lazy("(?<=罗)万象|万象(?=更)"),
    "科隆": lazy("科隆(?=群岛)"),
    "洛美": lazy("洛美(?=[国元])"),
    "华盛顿": lazy("华盛顿(?=共识)"),
    "马尔堡": lazy("马尔堡(?=病毒|病(?!院)|出血热)"),
    "凯恩斯": lazy("凯恩斯(?=主义|学派)"),
    "太阳城": lazy("太阳城(?=市)"),
    "阿巴": lazy(f"(?<=[{TRANSLITERATION}])阿巴|阿巴(?=[{TRANSLITERATION}])"),
    "德里": lazy(f"(?<=[{TRANSLITERATION}])德里|德里(?=[{TRANSLITERATION}])"),
    "若开": lazy("(?<=[如倘假])若开|若开(?![、，。；)和及与邦州族北南境地])"),
    "果敢": lazy("果敢(?!地区|特区|自治区|县)"),
    "诺曼底": lazy("诺曼底(?=形式|模式|机制|登陆|战役)"),
    "代顿": lazy("代顿(?=和平|进程)"),
    "突厥斯坦": lazy("(?<=[东西])突厥斯坦|突厥斯坦(?=伊斯兰)"),
    "巴尔坎": lazy("巴尔坎(?=行动)"),
    "果阿": lazy("(?<=[如结成效苹后因])果阿"),
    "邦加": lazy("(?<=[联城友盟乌托异])邦加"),
    "邦县": lazy("(?<=[联城友盟乌托异])邦县"),
    "西贡": lazy("西贡(?=献)"),
    "赛云": lazy("(?<=[比竞大决预])赛云"),
    "赛永": lazy("(?<=[比竞大决预])赛永"),
    "盖雷达": lazy("(?<=[覆涵掩])盖雷达"),
    "采列": lazy("(?<=开)采列"),
    "哈伊斯": lazy("哈伊斯(?=兰)"),
    "塞阿拉": lazy("塞阿拉(?=伯)"),
    "福查": lazy("(?<=[幸祝])福查"),
    "吉博": lazy("吉博(?=[物士览])"),
    "干丹": lazy("(?<=若)干丹"),
    "康康": lazy("(?<=[健安])康康|康康(?=复)"),
    "实兑": lazy("(?<=[落确真切])实兑|实兑(?=现)"),
    "约拉": lazy("(?<=[条公节大契制签预])约拉"),
    "列日": lazy("(?<=[系陈上下并开排前])列日|列日(?=[本程益常期])"),
    "南特": lazy("(?<=[东西越湖云河海])南特|南特(?=[别定征有殊派色使权区])"),
    "西顿": lazy("(?<=[东巴墨])西顿"),
    "圣约瑟": lazy("圣约瑟(?=[夫修]|医院|教堂|学[校院]|大学|会)"),
    "苏艾": lazy("苏艾(?=[利德尔哈莱])"),
    "阿拉瓦": lazy("阿拉瓦(?=[德基克尔人族])"),
    "圣约翰": lazy("圣约翰(?=[斯骑保勋教大])"),
    "马赛": lazy("马赛(?=人|社区|牧民|族)"),
    **{name: lazy(f"{name}(?=[场民])") for name in ("东方市", "玻璃市", "墨西哥市", "巴拿马市", "危地马拉市", "科威特市", "吉布提市", "卢森堡市")},
    **{name: lazy(f"(?<=[^、和与及在于自从往赴至国了，。；(\\n]){name}|{name}(?![、，。；)和与及省等的两三]|$)") for name in ("山东", "山西", "河南", "河北", "湖南", "湖北", "江西")},
}  # fmt: skip
"""By name: where it is part of other words. The pattern is matched at the name."""

_INSTRUMENT: Final = re.compile(
    f"(?:(?:、|和|及|与|以及)[{TRANSLITERATION}通谷]{{2,8}}+){{0,3}}(?:[一二三四五六七八九十]项?|各项?|若干|后续|发展)?(?:宣言|议定书|公约|规则|原则|纲领|行动纲要|行动纲领|行动计划|行动框架|框架|共识|协定|协议|公报(?!社)|条约(?!机构)|章程"
    "|准则|规约|承诺|路线图|宪章|战略|决议|倡议|议程|(?:成果)?文件|谅解|备忘录|声明|呼吁)"
)
"""A place before these is part of an instrument's name (北京行动纲要, 日内瓦四公约)."""
_PERSON: Final = re.compile("[·•]|先生|女士|博士|大使(?!馆)|教授|法官|总统|总理|阁下|殿下|爵士|夫人")
_TITLE: Final = re.compile("(?<=主席|总统|总理|部长|大使|教授|博士|法官|上校|将军|特使|议员)")
_SPEECH: Final = re.compile("语(?!境)|[族裔]")
_NATURE: Final = re.compile("宫(?!殿)|运河|瀑布|[湖河江](?!畔|岸|边)|海峡|海沟|海脊|海隆|海岭|海盆|山脉|[油气]田")
_WATERS: Final = ("河", "湖")
"""Names of provinces that end so are those of rivers and lakes where no type word follows (锡尔河|州)."""
_LONGER: Final = ("region", "country", "trap", "currency", "disease", "drug", "language")
_UNDER_LONGER: Final = partial(covered, _LONGER)
_SETTLEMENT: Final = lazy(SETTLEMENT)
_SPANISH_TAIL: Final = re.compile(f"-(?:德尔?|埃尔|洛斯|拉斯)[{TRANSLITERATION}]{{2,8}}+")
_SYLLABLES: Final = frozenset(TRANSLITERATION)
_LONGEST: Final = 10  # characters of the longest name that can begin inside another one
_TYPES: Final = "市省州县郡邦镇村城岛区府国"
_SHORT: Final = 3  # characters up to which a name is read only where the word does not go on in transliteration
_LEADS: Final = frozenset("在从至到往、和及与驻向由")
_EDGE: Final = lazy(EDGE)
_SHORTEST: Final = 2  # characters of names that so many words hold that more of the characters beside them count
_BESIDE_SHORTEST: Final = TRANSLITERATION_ONLY | frozenset("克德罗拉兰森坦夫奇奥兹泽撒佐茨丹杜雷赖")


def _named(match: re.Match[str]) -> Fields | str:
    return {"name": match[0], "iso3": None}


RULES: Final = (
    Rule(
        id="place.name",
        pattern=lazy(rf"{LETTER}{{2}}(?:{LETTER}|[·-]){{0,14}}+"),
        build=_named,
        finds=(
            ("在日本京都举行", "京都", {"name": "京都", "iso3": "JPN"}),
            ("哥伦比亚圣地亚哥-德卡利和南非德班市政府", "德班市", {"name": "德班市", "iso3": "ZAF"}),
            ("加强南里奥格兰德州、巴拉那州的警察", "巴拉那州", {"iso3": "BRA"}),
            ("科索沃警察", "科索沃", {"iso3": None}),
            ("在古巴圣地亚哥举行", "圣地亚哥", {"iso3": "CUB"}),
            ("印度旁遮普邦", "旁遮普邦", {"iso3": "IND"}),
            ("墨西哥圣胡安-德尔里奥市", "圣胡安-德尔里奥市", {"iso3": "MEX"}),
        ),
        skips=("执行多哈宣言全球方案", "日内瓦四公约", "北京行动纲要", "哈马斯", "维多利亚湖", "太平洋西岸", "变成都市", "巴西安全部队", "突尼斯", "主席哈珀说", "与索泰兹宾的谈话"),
    ),
    *ROWS,
)
_NAME: Final = RULES[0]


def extract(reading: Reading) -> Iterator[Finding]:
    """The places of the text: those that the lexicon met, then those that only their surroundings tell, each with its country."""
    countries = Countries(reading)
    after = tuple(after_countries(reading, countries))
    longer = Taken(len(reading.folded))
    for place in after:
        longer.add("tail", place.start + 1, place.end)
    found: list[Found] = []
    hits = list(reading.hits.get("place", ()))
    for hit in hits:
        end = _with_type_word(reading.folded, hit.end)
        reason = "part of a longer name" if longer.covers(hit.start, hit.end, "tail") else _reason(reading, hit, end)
        if reason is None:
            found.append(Found(hit.start, end, _NAME.id, hit.name.key))
            continue
        yield Veto("place", hit.start, end, _NAME.id, reason)
        if hidden := _hidden(reading.folded, hit):
            hits.append(hidden)
    found += [*sharing_type_word(reading.folded, found)]
    add_unknown(reading, countries, after, found)
    for place, iso3 in countries.decide(found):
        yield Candidate("place", place.start, place.end, place.rule, {"name": reading.text[place.start : place.end], "iso3": iso3})


def _with_type_word(folded: str, end: int) -> int:
    """The end of the name with its type word; the word may follow a syllable that the table's form lacks (阿蒂博尼|特省)."""
    if folded[end - 1].isascii():
        word = _SETTLEMENT.match(folded, end)
        return word.end() if word else end
    if (tail := _SPANISH_TAIL.match(folded, end)) is not None:
        end = tail.end()
    word = TYPE_WORD.match(folded, end)
    if word is None and folded[end - 1] not in _TYPES and folded[end : end + 1] in _SYLLABLES:
        word = TYPE_WORD.match(folded, end + 1)
    return word.end() if word else end


def _hidden(folded: str, hit: Hit) -> Hit | None:
    """A name that begins inside a vetoed one and goes on beyond it (马|里加|奥: 加奥), or is the rest of it (以|下|朱巴)."""
    keys = place_keys()
    shortest = hit.end - 1 if ABOVE_OR_BELOW.match(folded, hit.start) else hit.end
    for start in range(hit.start + 1, hit.end):
        for end in range(min(start + _LONGEST, len(folded)), shortest, -1):
            key = keys.get(folded[start:end])
            if key is not None:
                return Hit(start, end, Name(folded[start:end], "place", key))
    return None


def _reason(reading: Reading, hit: Hit, end: int) -> str | None:  # noqa: PLR0911  # one reason a line
    folded, start = reading.folded, hit.start
    veto = _VETOES.get(hit.name.text)
    if (veto is not None and veto.match(folded, start)) or ABOVE_OR_BELOW.match(folded, start):
        return "part of other words"
    if _INSTRUMENT.match(folded, end):
        return "in the name of an instrument"
    if _PERSON.match(folded, end) or in_a_persons_name(folded, start, end) or (hit.end - start <= _SHORT and _TITLE.match(folded, start)):
        return "a person"
    if _SPEECH.match(folded, end):
        return "a language or a people"
    if _NATURE.match(folded, end) or (end == hit.end and hit.name.text.endswith(_WATERS) and not hit.name.text.endswith("加扎勒河")):
        return "a river, a lake, a mountain or a palace"
    if reading.taken.overlaps(start, hit.end, "country"):
        return "part of a country's name"
    if hit.end - start <= _SHORT and (_ends_a_double_name(reading, start) or _goes_on(reading, start, hit.end)):
        return "part of a longer name"
    if hit.end - start <= _SHORTEST and _in_a_run(reading, start, hit.end):
        return "part of a longer name"
    longer = held(reading.hits, _LONGER, start, hit.end) if reading.once(_UNDER_LONGER)[start] else None
    return None if longer is None else f"inside the {longer.name.type} {longer.name.text}"


def _ends_a_double_name(reading: Reading, start: int) -> bool:
    """Whether a hyphen and a foreign name that is no place stand before it: 阿卜杜勒-纳西尔, not 罗马-巴黎."""
    folded = reading.folded
    return start > 1 and folded[start - 1] == "-" and folded[start - 2] in TRANSLITERATION and not _beside(reading, start - 1, lambda hit: hit.end)


def _goes_on(reading: Reading, start: int, end: int) -> bool:
    """Whether the characters beside a short name belong to a transliteration, and to no other name that ends or begins there."""
    folded = reading.folded
    goes_on = TRANSLITERATION_ONLY if end - start > _SHORTEST else _BESIDE_SHORTEST
    if start and folded[start - 1] in goes_on and not _beside(reading, start, lambda hit: hit.end):
        return True
    return end < len(folded) and folded[end] in goes_on and not _beside(reading, end, lambda hit: hit.start)


def _in_a_run(reading: Reading, start: int, end: int) -> bool:
    """Whether a name of two characters is part of a run of the characters of names that by itself stands for a place: 在维|泰兹|的."""
    folded, first, last = reading.folded, start, end
    while first and folded[first - 1] in CHARACTERS:
        first -= 1
    while last < len(folded) and folded[last] in CHARACTERS:
        last += 1
    if last - first == end - start or folded[first - 1 : first] not in _LEADS or not _EDGE.match(folded, last):
        return False
    return not _beside(reading, start, lambda hit: hit.end) and not _beside(reading, end, lambda hit: hit.start)


def _beside(reading: Reading, position: int, edge: Callable[[Hit], int]) -> bool:
    for kind in ("country", "place", "region"):
        hits = reading.hits.get(kind, ())
        index = bisect_left(hits, position, key=edge)
        if index < len(hits) and edge(hits[index]) == position:
            return True
    return False
