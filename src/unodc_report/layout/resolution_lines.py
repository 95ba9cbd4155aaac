"""What stands above and opens a resolution: under which item and on whose report it was adopted, its number and title, its preamble.

A preamble has one sentence: the body, then paragraphs that each begin with a participle and end with a comma.
"""

from __future__ import annotations

import re
from typing import Final

from unodc_report.chinese.characters import LETTER, han
from unodc_report.patterns import lazy

_BODY: Final = re.compile(
    rf"(?:(?:联合国)?大会|安全理事[会會]|{han()}{{0,20}}(?:委员会|理事会|执行局|缔约[国方](?:会议|大会)|卫生大会|环境大会))[，,]?"
)
OPENS: Final = lazy(
    r"(?:再次|再度|又|还|還|并|並|亦|也|特别|深为|深信|进一步|谨|严重|深切|十分|充分|重新|满意地|赞赏地|遗憾地|关切地|欣见|欣慰地|感兴趣地|同时|还要|最){0,3}"
    r"(?:回顾|回顧|忆及|回想|念及|重申|铭记|銘記|牢记|意识到|认识到|認識到|确认|確認|认定|承认|注意|审议|審議|考虑|考慮|强调|強調|欢迎|歡迎|赞扬|赞赏|表示|感谢|遵循|根据|按照|依照|依据|申明|"
    r"断言|关切|震惊|不安|痛惜|谴责|遗憾|鉴于|决心|相信|深信|坚信|希望|期待|受到|鼓励|满意|着重|指出|收到|听取|听到|支持|赞同|信念|遵照|本着|感到|觉察|察觉|重视|念念不忘|谨记|宣布|声明|同意|结束|于(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:举行|开会|审议|通过))"
)
_ACTS: Final = ("通过", "决定", "请", "核可", "核准", "任命", "设立", "促请", "呼吁", "建议", "授权", "商定")
_ADOPTED: Final = re.compile(r"[\[［][^\]］]{2,120}通过(?:[(（].{3,40}[)）])?[\]］]")
_ADOPTION: Final = re.compile(
    r"(?=\d|第\d)(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日)?(?:大会|安全理事会|经济及社会理事会|人权理事会)?"
    r"(?:第\d{1,5}次(?:全体)?会议)?(?:通过的?|的?决议)[，,]?"
)
_NUMBERED: Final = re.compile(
    r"(?:(?:ES?-|S-)?\d{1,4}/\d{1,4}(?: ?[A-Z](?![A-Za-z]))?\s?[.．、]"
    rf"|(?:19|20)\d\d/\d{{1,3}}(?=\s?{LETTER})(?!\s?(?:[年月日号和至与及]|财|学))|\d{{3,4}}\s?[(（](?:S-)?[IVXLC]{{1,7}}[)）]\s?[.．、]"
    r"|[一二三四五六七八九〇○零]{2,5}\s?[(（][一二三四五六七八九十]{1,4}[)）]\s?[.．、]"
    r"|[A-Z]{1,4}/(?:[A-Z\d.]{1,6}/){0,2}RES/[\d/A-Z.\-]{1,16}\*?|(?:EB|WHA)\d{1,3}\.R?\d{1,3})"
    rf"\s?(?=[《“\"]|{LETTER})"
)


def is_adopting_body(text: str) -> bool:
    """Whether a line is the subject of a resolution alone: a body's name, with or without its comma.

    >>> is_adopting_body("大会，"), is_adopting_body("执行委员会,"), is_adopting_body("大会请秘书长")
    (True, True, False)
    """
    return _BODY.fullmatch("".join(text.split())) is not None


def is_preambular(text: str) -> bool:
    """Whether a line is a paragraph of a preamble.

    >>> is_preambular("又回顾其以往各项决议，"), is_preambular("加强合作方案，")
    (True, False)
    """
    return len(text) > 1 and text[-1] in "，," and (OPENS.match(text) is not None or is_adopting_body(text))


def opens_act(text: str) -> bool:
    """Whether a line goes on after the name of the body that acts: 回顾…, 决定…, 通过….

    >>> opens_act("通过本决议所附宣言。"), opens_act("第六届会议")
    (True, False)
    """
    return OPENS.match(text) is not None or text.startswith(_ACTS)


def is_adoption(text: str) -> bool:
    """Whether a line says on whose report, or when and where, the resolution was adopted.

    >>> is_adoption("［根据第三委员会的报告(A/61/443)通过］"), is_adoption("2011年12月2日大会决议"), is_adoption("大会决议草案")
    (True, True, False)
    """
    bare = "".join(text.split())
    return _ADOPTED.fullmatch(bare) is not None or _ADOPTION.fullmatch(bare) is not None


def resolution_title(text: str) -> str | None:
    """The title that stands after the number of a resolution, None where the text is none.

    >>> resolution_title("50/28.联合国近东巴勒斯坦难民救济和工程处"), resolution_title("审议大会的报告")
    ('联合国近东巴勒斯坦难民救济和工程处', None)
    """
    match = _NUMBERED.match(text)
    return text[match.end() :] if match else None


_OWN_NUMBER: Final = lazy(r"(?P<number>\d{2,4}/\d{1,3}|\d{3,4}\s?[(（](?:S-)?[IVXLC]{1,7}[)）])\s?(?=[.．、\u4e00-\u9fff])")
_SERIES: Final = {
    "大会": ("A/RES/", lazy(r"[3-9]\d/[1-3]?\d{1,2}|\d{3,4}\((?:S-)?[IVXLC]+\)")),  # from 400 on they are decisions
    "经济及社会理事会": ("E/RES/", lazy(r"(?:19|20)\d\d/\d{1,3}")),
}


def resolution_symbol(body: str, text: str) -> str | None:
    """The symbol of the resolution whose number a title begins with, None where the number is not of that body's form.

    >>> resolution_symbol("大会", "50/28.联合国近东巴勒斯坦难民救济和工程处"), resolution_symbol("大会", "3336(XXIX).永久主权")
    ('A/RES/50/28', 'A/RES/3336(XXIX)')
    >>> resolution_symbol("经济及社会理事会", "2002/13采取行动"), resolution_symbol("大会", "54/402.选举")
    ('E/RES/2002/13', None)
    """
    match = _OWN_NUMBER.match(text)
    if match is None or body not in _SERIES:
        return None
    opening, form = _SERIES[body]
    number = "".join(match["number"].split()).replace("（", "(").replace("）", ")")
    return opening + number if form.fullmatch(number) else None
