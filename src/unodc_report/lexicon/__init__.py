"""The typed lexicon: every name of every table, found in one pass.

Countries, regions, places, organizations, instruments, drugs, languages, currencies, diseases and known traps share one
index, so that 西班牙文 is met as a language where 西班牙 is met as a country. Each type keeps its own longest matches:
a country inside the name of an institution is still a country. Which names veto which is for the entity modules to say.

Where names stand, `pairs` finds by itself; with the extra `fast`, `automaton` finds the same in a third of the time, once there is more
than a short text to search.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from itertools import compress, count
from math import inf
from operator import ne
from string import ascii_letters, digits
from typing import Final, NamedTuple, TypeAlias

from unodc_report.chinese.characters import fold
from unodc_report.lexicon.pairs import Pairs

_SHORT: Final = 1 << 14
"""Code points that are searched without the automaton: as long as no more are, making it takes longer than searching."""
_LATIN: Final = frozenset(ascii_letters + digits)
Search: TypeAlias = Callable[[str], Iterable[tuple[int, int, str]]]
"""From a folded text to the names in it, overlapping ones too: start, end and text of each, in text order, the longest first at a place."""


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


class Lexicon:
    """An index of names.

    Args:
        names: the names; the texts of several may be the same.
        compiled: whether to search with ahocorasick-rs (extra `fast`); None for where it is installed and there is text enough.

    >>> lexicon = Lexicon([Name("印度", "country", "IND"), Name("印度尼西亚", "country", "IDN"), Name("印度洋", "trap", "")])
    >>> [(h.name.key, h.start) for h in lexicon.find("印度尼西亚和印度洋")["country"]]
    [('IDN', 0), ('IND', 6)]
    """

    def __init__(self, names: Iterable[Name], *, compiled: bool | None = None) -> None:
        found: defaultdict[str, list[Name]] = defaultdict(list)
        for name in _folded(names):
            found[name[0]].append(name)
        self._names: Mapping[str, list[Name]] = dict(found)
        self._kinds = {name.type for same in found.values() for name in same}
        # Names that begin or end in a Latin letter or digit are words of their own.
        self._edged = {text for text in found if text[0] in _LATIN or text[-1] in _LATIN}
        self._left = 0 if compiled else _SHORT if compiled is None and find_spec("ahocorasick_rs") is not None else inf
        self._search = Pairs(self._names).find if self._left else _automaton(self._names)

    def find(self, folded: str) -> Mapping[str, list[Hit]]:
        """All names in a folded text, by type, in text order: the longest at a place, none overlapping within its type.

        A name that begins or ends in a Latin letter or digit is met only as a word of its own (WHO, not in WHOLE).
        """
        if self._left:
            self._left = max(0, self._left - len(folded))
            if not self._left:
                self._search = _automaton(self._names)
        hits: dict[str, list[Hit]] = {kind: [] for kind in self._kinds}
        ends = dict.fromkeys(self._kinds, 0)
        known, edged, new = self._names, self._edged, tuple.__new__  # `Hit` itself runs a function of Python for each of the many
        for start, end, text in self._search(folded):
            if text in edged and not _is_word(folded, start, end):
                continue
            for name in known[text]:
                kind = name.type
                if start >= ends[kind]:
                    hits[kind].append(new(Hit, (start, end, name)))
                    ends[kind] = end
        return hits


def _folded(names: Iterable[Name]) -> Iterable[Name]:
    """The names with their texts folded, each once. All texts are folded in one go: most hold nothing to fold."""
    names = list(names)
    texts = [name[0] for name in names]
    folded = fold("\n".join(texts)).split("\n")
    for place in compress(count(), map(ne, texts, folded)):
        names[place] = names[place]._replace(text=folded[place])
    return dict.fromkeys(names)


def _automaton(texts: Iterable[str]) -> Search:
    from unodc_report.lexicon.automaton import automaton

    return automaton(texts)


def _is_word(folded: str, start: int, end: int) -> bool:
    """Whether no Latin letter or digit goes on over either end of a name."""
    if start and folded[start] in _LATIN and folded[start - 1] in _LATIN:
        return False
    return not (end < len(folded) and folded[end - 1] in _LATIN and folded[end] in _LATIN)
