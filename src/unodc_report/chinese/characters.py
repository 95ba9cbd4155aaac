"""Characters of Chinese text: which are white space, which are wide, and which variants stand for one form.

The folded form serves matching only and keeps every offset: one code point in, one code point out. It is not NFKC, which
would turn 10³ into 103 and ㎏ into two letters.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from unodc_report.patterns import lazy

SPACE: Final = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\u00ad"
"""Inside of a character class: white space and the invisible marks that converters leave behind. Spelled out: a class with `\\s` takes twice as long."""

_WIDE: Final = re.compile("[\u00b7\u2014\u2018-\u201d\u2026\u2e80-\u303f\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\uffe0-\uffe6]|[\U00020000-\U0003ffff]")

_MARKS: Final = frozenset("，。、；：（）“”《》")
"""The most frequent of what is wide and no Chinese character."""

_OTHER: Final = ((0, 0x6FF), (0x2000, 0x27BF), (0x3000, 0x3006), (0x3008, 0x33FF), (0xF020, 0xF0FF), (0xFF00, 0xFFEF))
"""What stands beside Chinese characters: alphabets, signs, marks, figures in circles, wide forms; all but the Chinese digit 〇."""


def han(also: str = "") -> str:
    """A character class: Chinese characters, 〇 included, and some others.

    It names what is none: what a class names is spelled out character by character when it is compiled, and the Chinese characters are
    thirty thousand.

    >>> re.findall(han("、") + "+", "农业、林业（2021年）和〇")
    ['农业、林业', '年', '和〇']
    """
    named = sorted(map(ord, also))
    bounds = ((first - 1, *(code for code in named if first <= code <= last), last + 1) for first, last in _OTHER)
    left = ((before + 1, behind - 1) for around in bounds for before, behind in pairwise(around))
    return "[^" + "".join(rf"\u{first:04x}-\u{last:04x}" for first, last in left if first <= last) + "]"


LETTER: Final = r"[^\W\x00-\u024f\u2070-\u27bf]"
"""A character class: a letter that is not Latin and no small or circled figure, so in Chinese text a Chinese character.

It compiles faster than `han()`, but takes neither marks nor figures in."""

_SURROGATE: Final = lazy(r"[\ud800-\udfff]")
_FULLWIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if code != 0xFF1B} | {0xFF05: "%", 0xFF0F: "/", 0xFF0B: "+"}
_VARIANTS: Final = {
    "（": "(", "）": ")", "［": "[", "］": "]", "〔": "(", "〕": ")", "﹙": "(", "﹚": ")",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "－": "-", "～": "-", "〜": "-", "~": "-", "﹣": "-",
    "〈": "<", "〉": ">", "＜": "<", "＞": ">", "﹤": "<", "﹥": ">",
    "•": "·", "‧": "·", "∙": "·", "⋅": "·", "・": "·", "○": "〇", "◯": "〇", "﹪": "%", "．": ".", "﹒": ".",
    "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"', "〝": '"', "〞": '"', "\u00a0": " ", "\u3000": " ", "\u202f": " ", "\u2009": " ",
    "﹐": "，", "﹔": "；", ";": "；", "﹕": "：", "：": ":", "＄": "$", "￥": "¥", "﹩": "$",
}  # fmt: skip
_FORMS: Final = {chr(k): (chr(v) if isinstance(v, int) else v) for k, v in _FULLWIDTH.items()} | _VARIANTS
_VARIANT: Final = re.compile(f"[{re.escape(''.join(_FORMS))}]")

_PAUSES: Final = tuple(
    (mark, lazy(rf"{mark}(?:(?<={han('》')}.)|(?= ?{han('《')})|(?=(?:19|20)\d\d ?年|\d{{1,2}} ?月 ?\d))"), pause)
    for mark, pause in ((",", "，"), (";", "；"))
)
"""A comma or semicolon of Latin type in Chinese text: a converter set it so. Between figures (but before a date, A/75/1,2020年) and Latin letters it stays."""
_NAMED: Final = "治翰德斯尔克奇亚娜丽莎拉里托尼奥夫姆顿恩卡罗雷莫纳索丁伯勒姬蒂戈伊萨迪穆默蓬昂哈菲"  # what given names end with, and few sentences
_SURNAMED: Final = "阿埃艾奥巴班贝比彼波布查达戴德迪杜恩菲费弗福盖戈格古哈汉豪赫霍吉贾杰卡凯坎科克肯库拉莱兰劳勒里林卢鲁伦罗洛马迈曼梅蒙米莫穆纳奈尼努诺帕佩皮普乔琼萨塞桑沙史斯苏塔泰汤图托瓦威维韦沃乌希夏谢辛休雅伊扎泽詹"
_STOP: Final = re.compile(  # as the same converters write 。, but not in 乔治.布什, 乔治.W.布什
    rf"\.(?<={han('》')}.)(?<![一二三四五六七八九十甲乙丙丁].)(?:(?=\n|$|[A-Z](?!\.))|(?={han('《')})(?<![{_NAMED}].(?=[{_SURNAMED}])))"
)
NO_LABEL: Final = "(?<!(?<!代)[表图])(?<!(?<!代)[表图] )(?<!(?:附[件录]|项目|目标))(?<!(?:附[件录]|项目|目标) )"
"""Where a number begins that is not that of a table, an annex, an item or a goal: 表3，120个, but 代表25人."""
_IN_A_GROUP: Final = re.compile("，(?<=\\d，)(?=\\d{3}(?!\\d))")
_GROUPS: Final = lazy(  # no label before (第5，120, 表3，100个) and a unit behind, or a group of noughts
    f"(?<![\\d第月、.，,/A-Za-z-]){NO_LABEL}[1-9]\\d{{0,2}}(?:，\\d{{3}})+(?![\\d年月日号段条款章节页]|，\\d| \\d)"
    "(?:(?<=，000)|(?=(?:\\.\\d{1,2})? ?(?:[多余]|[\u4e00-\u9fff])))"
)
"""Thousands apart by a full-width comma, as typists of older texts and of news set them: 25，943人."""
_GUILLEMETS: Final = lazy("«([^«»\n]{0,80}[\u4e00-\u9fff][^«»\n]{0,80})»")
_ZEROS: Final = tuple((zero, re.compile(f"{zero}(?<=[一二三四五六七八九〇].)[Oo0]{{0,2}}(?=[一二三四五六七八九〇十届屆年次])")) for zero in "Oo0")
"""A zero among numerals, typed as a letter or a figure: each is sought by itself, because a literal is found many times as fast as a class."""


def fold(text: str) -> str:
    """The text with width and punctuation variants in one form; as long as the text, in code points.

    Full-width digits, letters and signs become ASCII, brackets ( ) [ ] < >, every dash -, every double quote ", the
    middle dots ·, ○ the digit 〇, and so does a letter O among numerals in Chinese characters. Book-title marks 《》 and the marks ，、。； keep
    theirs; a comma or semicolon in ASCII beside Chinese characters and a full stop in ASCII behind one get them (but not
    between the parts of a foreign name), and so do guillemets around a Chinese title. A full-width comma between thousands becomes
    the ASCII one.

    >>> fold("２０２１—２０２５年（％）：“目标”")
    '2021-2025年(%):"目标"'
    >>> fold("第一O九届会议")
    '第一〇九届会议'
    >>> fold("二000年")
    '二〇〇〇年'
    >>> fold("会议期间,共有5,600人;其中A, B")
    '会议期间，共有5,600人；其中A, B'
    >>> fold("提交报告.该决议"), fold("一.导言"), fold("Add.1号和第3.1条")
    ('提交报告。该决议', '一.导言', 'Add.1号和第3.1条')
    >>> fold("难民25，943人，其中1，686名儿童；见表3，120个国家")
    '难民25,943人，其中1,686名儿童；见表3，120个国家'
    >>> fold("乔治.布什总统.主席说")
    '乔治.布什总统。主席说'
    >>> fold("«无线电规则»")
    '《无线电规则》'
    """
    text = _VARIANT.sub(_form, text)  # few characters are variants: ten times as fast as str.translate, which asks of every one
    for mark, pattern, pause in _PAUSES:
        if mark in text:
            text = pattern.sub(pause, text)
    if "." in text:
        text = _STOP.sub("。", text)
    if _IN_A_GROUP.search(text):
        text = _GROUPS.sub(_grouped, text)
    if "«" in text:
        text = _GUILLEMETS.sub(r"《\1》", text)
    for zero, pattern in _ZEROS:
        if zero in text:
            text = pattern.sub(_zero, text)
    return text


def _grouped(match: re.Match[str]) -> str:
    return match[0].replace("，", ",")


def _zero(match: re.Match[str]) -> str:
    return "〇" * len(match[0])


def _form(match: re.Match[str]) -> str:
    return _FORMS[match[0]]


def well_formed(text: str) -> str:
    r"""The text with every lone surrogate, which no encoding can write, as U+FFFD; as long as the text, in code points.

    >>> well_formed("\ud800联合国")
    '\ufffd联合国'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def is_wide(character: str) -> bool:
    """Whether a character is set in Chinese type, where white space beside it says nothing.

    >>> is_wide("年"), is_wide("，"), is_wide("5"), is_wide("A")
    (True, True, False, False)
    """
    return character > "\u00b6" and ("\u3100" <= character <= "\u9fff" or character in _MARKS or _WIDE.match(character) is not None)  # · is the first that is wide
