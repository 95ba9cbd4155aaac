"""The typed lexicon: every name of every table, found in one pass.

Countries, regions, places, organizations, instruments, drugs, languages, currencies, diseases and known traps share one
index, so that 西班牙文 is met as a language where 西班牙 is met as a country. Each type keeps its own longest matches:
a country inside the name of an institution is still a country. Which names veto which is for the entity modules to say.

The index is a dictionary from the first two characters of a folded name to the names that begin so, the longest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from unodc_report.chinese.characters import fold


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the lexicon.

    Attributes:
        text: the name, folded; at least two characters.
        type: country, region, place, organization, instrument, drug, language, currency, disease, trap, …
        key: the code of what it names (iso3, id, …); "" where the table gives none.
    """

    text: str
    type: str
    key: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A name met in a text: clean span and name."""

    start: int
    end: int
    name: Name = field(repr=True)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


class Lexicon:
    """An index of names.

    >>> lexicon = Lexicon([Name("印度", "country", "IND"), Name("印度尼西亚", "country", "IDN"), Name("印度洋", "trap", "")])
    >>> [(h.name.key, h.start) for h in lexicon.find("印度尼西亚和印度洋")["country"]]
    [('IDN', 0), ('IND', 6)]
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._index: dict[str, list[Name]] = {}
        for name in dict.fromkeys(n if (text := fold(n.text)) == n.text else Name(text, n.type, n.key) for n in names):
            self._index.setdefault(name.text[:2], []).append(name)
        for bucket in self._index.values():
            if len(bucket) > 1:
                bucket.sort(key=lambda n: -len(n.text))

    def find(self, folded: str) -> Mapping[str, list[Hit]]:
        """All names in a folded text, by type, in text order: the longest at a place, none overlapping within its type.

        A name that begins or ends in a Latin letter or digit is met only as a word of its own (WHO, not in WHOLE).
        """
        hits: dict[str, list[Hit]] = {}
        ends: dict[str, int] = {}
        index = self._index
        for start, pair in enumerate(map("".join, pairwise(folded))):
            bucket = index.get(pair)
            if bucket is None:
                continue
            for name in bucket:
                if not folded.startswith(name.text, start) or start < ends.get(name.type, 0):
                    continue
                end = start + len(name.text)
                if _is_latin(pair[0]) and start and _is_latin(folded[start - 1]):
                    continue
                if _is_latin(name.text[-1]) and end < len(folded) and _is_latin(folded[end]):
                    continue
                hits.setdefault(name.type, []).append(Hit(start, end, name))
                ends[name.type] = end
        return hits
