"""What an extractor sees: the document, the names that the lexicon met in it, and which characters are taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from unodc_report.lexicon import Hit
from unodc_report.models.document import Document

_Answer = TypeVar("_Answer")


class Taken:
    """Which clean characters mentions of which type cover.

    >>> taken = Taken(10)
    >>> taken.add("date", 2, 5)
    >>> taken.overlaps(4, 8, "date", "quantity"), taken.overlaps(5, 8, "date")
    (True, False)
    """

    def __init__(self, length: int) -> None:
        self._length = length
        self._layers: dict[str, bytearray] = {}
        self._all = bytearray(length + 1)  # of all layers: most of what is asked lies where nothing is marked

    def add(self, layer: str, start: int, end: int) -> None:
        """Mark `start`..`end` in a layer: a mention type, or `opaque`."""
        cells = self._layers.get(layer)
        if cells is None:
            cells = self._layers[layer] = bytearray(self._length + 1)
        marks = b"\x01" * (end - start)
        cells[start:end] = marks
        self._all[start:end] = marks

    def overlaps(self, start: int, end: int, *layers: str) -> bool:
        """Whether any character of `start`..`end` is marked in any of the layers."""
        if self._all.find(1, start, end) < 0:
            return False
        known = self._layers
        for name in layers:  # noqa: SIM110  # asked of every candidate: a generator costs more than the answer
            if name in known and known[name].find(1, start, end) >= 0:
                return True
        return False

    def end(self, start: int) -> int:
        """The first position from `start` on that no layer marks.

        >>> taken = Taken(10)
        >>> taken.add("date", 2, 5)
        >>> taken.end(3), taken.end(5)
        (5, 5)
        """
        return self._all.find(0, start)

    def covers(self, start: int, end: int, *layers: str) -> bool:
        """Whether every character of `start`..`end` is marked in one of the layers."""
        return any(cells.find(0, start, end) < 0 for name in layers if (cells := self._layers.get(name)) is not None)


@dataclass(frozen=True, slots=True)
class Reading:
    """One document being read.

    Attributes:
        document: clean and folded text, blocks, map.
        hits: lexicon hits by type, each type in text order; within one type the longest name at a place, no overlaps.
        taken: filled by the pipeline after each extractor; layer `opaque` holds the insides of titles 《…》, names of
            diseases and links, in which nothing is a mention.
    """

    document: Document
    hits: Mapping[str, Sequence[Hit]]
    taken: Taken = field(repr=False)
    _answers: dict[object, object] = field(init=False, repr=False, compare=False, default_factory=dict)

    def once(self, question: Callable[[Reading], _Answer]) -> _Answer:
        """The answer to a question about the whole document, found when it is first asked."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return cast("_Answer", self._answers[question])

    @property
    def text(self) -> str:
        """Clean text."""
        return self.document.text

    @property
    def folded(self) -> str:
        """Folded text: what patterns match on."""
        return self.document.folded
