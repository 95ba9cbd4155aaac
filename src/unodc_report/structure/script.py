"""Whether a report is in simplified Chinese, which the rules read: of another script little is found, and a note says so."""

from __future__ import annotations

import re
from typing import Final

_PART: Final = 1_000  # characters looked at, at the beginning, in the middle and at the end
_ENOUGH: Final = 400  # letters; of fewer, a masthead or a table of figures among them, nothing is said
_FEW: Final = 0.1  # of the letters; in bilingual text it is a quarter, as a word of English has five letters where Chinese has two
_MANY: Final = 0.1  # of the Chinese characters; in traditional text it is a third, in simplified text a hundredth (names)
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def script_notes(text: str) -> tuple[str, ...]:
    """A note on a text of some length that holds little Chinese, or much that is traditional; a sample of it is looked at.

    A character counts as traditional that Big 5 has and GB 2312 has not.

    >>> script_notes("The Commission adopted the following resolution. " * 20)
    ('0% of the letters are Chinese characters: this reads reports in Chinese, and finds little in others',)
    >>> script_notes("聯合國毒品和犯罪問題辦公室協助會員國調查案件。" * 30)
    ('45% of the characters are traditional: this reads simplified Chinese, and finds little in others',)
    >>> script_notes("联合国毒品和犯罪问题办公室协助会员国调查案件。" * 30)
    ()
    """
    letters = "".join(_LETTERS.findall(_sample(text)))
    if len(letters) < _ENOUGH:
        return ()
    chinese = "".join(letter for letter in letters if "\u3400" <= letter <= "\u9fff")
    if len(chinese) < _FEW * len(letters):
        share = f"{len(chinese) / len(letters):.0%} of the letters are Chinese characters"
        return (f"{share}: this reads reports in Chinese, and finds little in others",)
    traditional = _traditional(chinese)
    if traditional > _MANY * len(chinese):
        share = f"{traditional / len(chinese):.0%} of the characters are traditional"
        return (f"{share}: this reads simplified Chinese, and finds little in others",)
    return ()


def _sample(text: str) -> str:
    if len(text) <= 3 * _PART:
        return text
    middle = (len(text) - _PART) // 2
    return text[:_PART] + text[middle : middle + _PART] + text[-_PART:]


def _traditional(chinese: str) -> int:
    simplified = chinese.encode("gb2312", "ignore").decode("gb2312")
    if len(simplified) == len(chinese):
        return 0
    both = set(simplified)
    others = "".join(character for character in chinese if character not in both)
    return len(others.encode("big5", "ignore")) // 2
