"""The words of the language with their frequencies and classes: those that jieba's dictionary counts at least a hundred times."""

from __future__ import annotations

from collections.abc import Iterator

from unodc_report.chinese.words import Lexeme
from unodc_report.data.tables import records


def lexemes() -> Iterator[Lexeme]:
    """One row a word: the word, its count, its class after the ICTCLAS tag set.

    >>> next(lexeme for lexeme in lexemes() if lexeme[0] == "培训")[2]
    'vn'
    """
    return ((word, int(count), tag) for word, count, tag in records("lexemes", "zh", "count", "tag"))
