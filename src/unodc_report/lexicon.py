"""The typed lexicon: every name of every table, found in one pass.

Countries, regions, places, organizations, instruments, drugs, languages, currencies, diseases and known traps share one
index, so that 西班牙文 is met as a language where 西班牙 is met as a country. Each type keeps its own longest matches:
a country inside the name of an institution is still a country. Which names veto which is for the entity modules to say.

The index leads from the first two characters of a folded name, and for longer names from the first four, to the names that
begin so, the longest first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from itertools import compress, count
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

_STRETCH: Final = 1 << 16  # characters that are looked at in one go, an even number: memory does not grow with the text
_CODE: Final = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"


class _Entry(NamedTuple):
    """A name as the index holds it: `edged` where it begins or ends in a Latin letter or digit."""

    text: str
    size: int
    type: str
    edged: bool
    name: Name


class Lexicon:
    """An index of names.

    >>> lexicon = Lexicon([Name("印度", "country", "IND"), Name("印度尼西亚", "country", "IDN"), Name("印度洋", "trap", "")])
    >>> [(h.name.key, h.start) for h in lexicon.find("印度尼西亚和印度洋")["country"]]
    [('IDN', 0), ('IND', 6)]
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._short: dict[str, list[_Entry]] = {}
        self._long: dict[str, list[_Entry]] = {}
        for name in dict.fromkeys(n if (text := fold(n.text)) == n.text else Name(text, n.type, n.key) for n in names):
            text = name.text
            bucket = self._short.setdefault(text[:2], [])
            if len(text) >= _LONG:
                bucket = self._long.setdefault(text[:_LONG], [])
            bucket.append(_Entry(text, len(text), name.type, _is_latin(text[0]) or _is_latin(text[-1]), name))
        for bucket in (*self._short.values(), *self._long.values()):
            if len(bucket) > 1:
                bucket.sort(key=_by_length)
        self._pairs = frozenset(int.from_bytes(pair.encode(_CODE), sys.byteorder) for pair in self._short)

    def find(self, folded: str) -> Mapping[str, list[Hit]]:
        """All names in a folded text, by type, in text order: the longest at a place, none overlapping within its type.

        A name that begins or ends in a Latin letter or digit is met only as a word of its own (WHO, not in WHOLE).
        """
        hits: dict[str, list[Hit]] = {}
        ends: dict[str, int] = {}
        short, long = self._short, self._long
        for start in self._starts(folded):
            entries = short[folded[start : start + 2]]
            if longer := long.get(folded[start : start + _LONG]):
                entries = longer + entries
            for text, size, kind, edged, name in entries:
                if folded.startswith(text, start) and start >= ends.get(kind, 0):
                    end = start + size
                    if edged and not _is_word(folded, start, end):
                        continue
                    hits.setdefault(kind, []).append(Hit(start, end, name))
                    ends[kind] = end
        return hits

    def _starts(self, folded: str) -> list[int]:
        """Where the first two characters of a name stand. Asked of every character: pairs as integers take half the time of strings."""
        found: list[int] = []
        for begin in range(0, len(folded), _STRETCH):
            coded = memoryview(folded[begin : begin + _STRETCH + 1].encode(_CODE, "surrogatepass"))
            for first in (0, 1):  # the pairs that begin at an even offset, then those at an odd one
                pairs = coded[4 * first : 4 * first + (len(coded) - 4 * first) // 8 * 8].cast("Q")
                found += compress(count(begin + first, 2), map(self._pairs.__contains__, pairs))
        found.sort()
        return found


def _by_length(entry: _Entry) -> int:
    return -entry.size


def _is_word(folded: str, start: int, end: int) -> bool:
    """Whether no Latin letter or digit goes on over either end of a name."""
    if start and _is_latin(folded[start]) and _is_latin(folded[start - 1]):
        return False
    return not (end < len(folded) and _is_latin(folded[end - 1]) and _is_latin(folded[end]))
