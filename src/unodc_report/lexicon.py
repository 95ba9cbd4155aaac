"""The typed lexicon: every name of every table, found in one pass.

Countries, regions, places, organizations, instruments, drugs, languages, currencies, diseases and known traps share one
index, so that 西班牙文 is met as a language where 西班牙 is met as a country. Each type keeps its own longest matches:
a country inside the name of an institution is still a country. Which names veto which is for the entity modules to say.

The index leads from the first two characters of a folded name, and for longer names from the first four, to the names that
begin so, the longest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import add
from typing import Final, NamedTuple

from unodc_report.chinese.characters import fold


class Name(NamedTuple):
    """One name of the lexicon.

    Attributes:
        text: the name, folded; at least two characters.
        type: country, region, place, organization, instrument, drug, language, currency, disease, trap, …
        key: the code of what it names (iso3, id, …); "" where the table gives none.
    """

    text: str
    type: str
    key: str


class Hit(NamedTuple):
    """A name met in a text: clean span and name."""

    start: int
    end: int
    name: Name


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


_LONG: Final = 4  # code points by which longer names are told apart: hundreds begin with 联合国


class Lexicon:
    """An index of names.

    >>> lexicon = Lexicon([Name("印度", "country", "IND"), Name("印度尼西亚", "country", "IDN"), Name("印度洋", "trap", "")])
    >>> [(h.name.key, h.start) for h in lexicon.find("印度尼西亚和印度洋")["country"]]
    [('IDN', 0), ('IND', 6)]
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._short: dict[str, list[Name]] = {}
        self._long: dict[str, list[Name]] = {}
        for name in dict.fromkeys(n if (text := fold(n.text)) == n.text else Name(text, n.type, n.key) for n in names):
            self._short.setdefault(name.text[:2], [])
            if len(name.text) < _LONG:
                self._short[name.text[:2]].append(name)
            else:
                self._long.setdefault(name.text[:_LONG], []).append(name)
        for bucket in (*self._short.values(), *self._long.values()):
            if len(bucket) > 1:
                bucket.sort(key=_by_length)

    def find(self, folded: str) -> Mapping[str, list[Hit]]:
        """All names in a folded text, by type, in text order: the longest at a place, none overlapping within its type.

        A name that begins or ends in a Latin letter or digit is met only as a word of its own (WHO, not in WHOLE).
        """
        hits: dict[str, list[Hit]] = {}
        ends: dict[str, int] = {}
        short, long = self._short, self._long
        for start in [i for i, pair in enumerate(map(add, folded, folded[1:])) if pair in short]:
            for bucket in (long.get(folded[start : start + _LONG], ()), short[folded[start : start + 2]]):
                for name in bucket:
                    end = start + len(name.text)
                    if folded[start:end] == name.text and start >= ends.get(name.type, 0) and _is_word(folded, start, end):
                        hits.setdefault(name.type, []).append(Hit(start, end, name))
                        ends[name.type] = end
        return hits


def _by_length(name: Name) -> int:
    return -len(name.text)


def _is_word(folded: str, start: int, end: int) -> bool:
    """Whether no Latin letter or digit goes on over either end of a name."""
    if start and folded[start] < "\x80" and _is_latin(folded[start]) and _is_latin(folded[start - 1]):
        return False
    return not (folded[end - 1] < "\x80" and end < len(folded) and _is_latin(folded[end - 1]) and _is_latin(folded[end]))
