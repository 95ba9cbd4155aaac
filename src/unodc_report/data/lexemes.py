"""The words of the language with their frequencies and classes: those that jieba's dictionary counts at least a hundred times."""

from __future__ import annotations

from array import array
from sys import intern

from unodc_report.chinese.words import Lexemes
from unodc_report.data.tables import columns


def lexemes() -> Lexemes:
    """The words, their counts, their classes after the ICTCLAS tag set.

    >>> words, counts, tags = lexemes()
    >>> tags[words.index("培训")]
    'vn'
    """
    words, counts, tags = columns("lexemes", "zh", "count", "tag")
    return Lexemes(words, array("L", map(int, counts)), list(map(intern, tags)))
