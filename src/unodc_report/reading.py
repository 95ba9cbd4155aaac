"""What an extractor sees: the document, the names that the lexicon met in it, and which characters are taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, TypeVar

from unodc_report.lexicon import Hit
from unodc_report.models.document import Document

_Answer = TypeVar("_Answer")


_IN_A_PLANE: Final = 8  # layers: a bit of a byte each
_BYTES: Final = tuple(bytes([byte]) for byte in range(256))


class Taken:
    """Which clean characters mentions of which type cover.

    >>> taken = Taken(10)
    >>> taken.add("date", 2, 5)
    >>> taken.overlaps(4, 8, "date", "quantity"), taken.overlaps(5, 8, "date")
    (True, False)
    """

    def __init__(self, length: int) -> None:
        self._length = length
        self._all = bytearray(length + 1)  # of all layers: most of what is asked lies where nothing is marked
        self._planes: list[bytearray] = []  # a byte a character and a bit a layer, so that sixteen layers take two bytes
        self._places: dict[str, tuple[bytearray, int]] = {}
        self._masks: dict[tuple[str, ...], list[tuple[bytearray, bytes]]] = {}

    def add(self, layer: str, start: int, end: int) -> None:
        """Mark `start`..`end` in a layer: a mention type, or `opaque`."""
        plane, bit = self._places.get(layer) or self._new(layer)
        every = self._all
        if 1 not in every[start:end]:
            plane[start:end] = _BYTES[bit] * (end - start)
        else:
            plane[start:end] = plane[start:end].translate(_marking(bit))
        every[start:end] = b"\x01" * (end - start)

    def overlaps(self, start: int, end: int, *layers: str) -> bool:
        """Whether any character of `start`..`end` is marked in any of the layers."""
        if 1 not in self._all[start:end]:
            return False
        masks = self._masks.get(layers)
        if masks is None:
            masks = self._masks[layers] = self._masks_of(layers)
        for plane, asking in masks:  # noqa: SIM110  # asked of every candidate: a generator costs more than the answer
            if 1 in plane[start:end].translate(asking):
                return True
        return False

    def marks(self, *layers: str) -> bytes:
        """For each character, 1 where one of the layers marks it, else 0: to ask it character by character is quicker than `overlaps`.

        >>> taken = Taken(4)
        >>> taken.add("date", 1, 3)
        >>> list(taken.marks("date", "quantity"))
        [0, 1, 1, 0]
        """
        marked = [plane[: self._length].translate(asking) for plane, asking in self._masks_of(layers)]
        return bytes(map(max, *marked)) if len(marked) > 1 else bytes(marked[0] if marked else self._length)

    def end(self, start: int) -> int:
        """The first position from `start` on that no layer marks.

        >>> taken = Taken(10)
        >>> taken.add("date", 2, 5)
        >>> taken.end(3), taken.end(5)
        (5, 5)
        """
        return self._all.find(0, start)

    def covers(self, start: int, end: int, layer: str) -> bool:
        """Whether every character of `start`..`end` is marked in the layer."""
        if layer not in self._places or 0 in self._all[start:end]:
            return False
        plane, bit = self._places[layer]
        return 0 not in plane[start:end].translate(_asking(bit))

    def _new(self, layer: str) -> tuple[bytearray, int]:
        number = len(self._places) % _IN_A_PLANE
        if number == 0:
            self._planes.append(bytearray(self._length + 1))
        self._masks.clear()
        self._places[layer] = self._planes[-1], 1 << number
        return self._places[layer]

    def _masks_of(self, layers: Iterable[str]) -> list[tuple[bytearray, bytes]]:
        """The planes in which the layers lie, each with the table that tells which of its bytes are marked in one of them."""
        known = [self._places[layer] for layer in layers if layer in self._places]
        bits = ((plane, sum({bit for other, bit in known if other is plane})) for plane in self._planes)
        return [(plane, _asking(bit)) for plane, bit in bits if bit]


@cache
def _marking(bit: int) -> bytes:
    """For each byte, the byte with a bit more."""
    return bytes(byte | bit for byte in range(256))


@cache
def _asking(bits: int) -> bytes:
    """For each byte, 1 where it has one of the bits, else 0."""
    return bytes(byte & bits > 0 for byte in range(256))


@dataclass(frozen=True, slots=True)
class Reading:
    """One document being read.

    Attributes:
        document: clean and folded text, blocks, map.
        hits: lexicon hits by type, each type in text order; within one type the longest name at a place, no overlaps.
        taken: filled by the pipeline after each extractor; layer `opaque` holds the insides of titles 《…》, names of
            diseases and links, in which nothing is a mention.
        text: clean text.
        folded: folded text: what patterns match on.
    """

    document: Document
    hits: Mapping[str, Sequence[Hit]]
    taken: Taken = field(repr=False)
    text: str = field(init=False, repr=False)
    folded: str = field(init=False, repr=False)
    _answers: dict[object, object] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.document.text)
        object.__setattr__(self, "folded", self.document.folded)

    def once(self, question: Callable[[Reading], _Answer]) -> _Answer:
        """The answer to a question about the whole document, found when it is first asked."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return self._answers[question]  # type: ignore[return-value]  # what the question gave
