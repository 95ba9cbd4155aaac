"""Why a mention is one: its rule and pattern, what context told, and which other readings of the same characters gave way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from unodc_report import entities
from unodc_report.models.mentions import MentionBase, plain
from unodc_report.models.observations import Observation
from unodc_report.rules import Row, Veto

_PATTERN: Final = 160  # characters of a pattern that are shown; `Explanation.pattern` holds it whole


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `Report.explain` gives.

    Attributes:
        mention: the mention asked about.
        surroundings: the clean text around it, the mention in 【】.
        pattern: the pattern of its rule; None where a table of names, and not a pattern, found it.
        slots: of a quantity, each slot that the words around it filled, as (slot, text, clean span).
        constructions: of a quantity, by which construction each slot was filled, or left empty, as (slot, id) (docs/observations.md).
        vetoes: readings that touch the same characters and are no mentions, each as (type, text, rule, reason).
    """

    mention: MentionBase
    surroundings: str
    pattern: str | None
    vetoes: tuple[tuple[str, str, str, str], ...]
    slots: tuple[tuple[str, str, tuple[int, int]], ...] = ()
    constructions: tuple[tuple[str, str], ...] = ()

    def lines(self) -> list[tuple[str, str]]:
        """What there is to say, as (name, value): for `str` and for the terminal. A long pattern is cut short here."""
        mention = self.mention
        lines = [("in", self.surroundings), ("rule", mention.rule)]
        if self.pattern is not None:
            lines.append(("pattern", _shortened(self.pattern)))
        if mention.label_en or mention.label_zh:
            lines.append(("label", " · ".join(filter(None, (mention.label_en, mention.label_zh)))))
        by = dict(self.constructions)
        lines += [(slot, f"{text}  clean {span[0]}-{span[1]}{_by(by.pop(slot, None))}") for slot, text, span in self.slots]
        lines += [(slot, f"no words of its own{_by(construction)}") for slot, construction in by.items()]
        lines += [("context", inference) for inference in mention.inferred]
        lines += [("vetoed", f"{kind} {text} ({rule}): {reason}") for kind, text, rule, reason in self.vetoes]
        lines.append(("place", f"clean {mention.start}-{mention.end}, raw {mention.raw_start}-{mention.raw_end}"))
        return lines

    def __str__(self) -> str:
        mention = self.mention
        fields = ", ".join(f"{name} {plain(getattr(mention, name))}" for name in mention.FIELDS if getattr(mention, name) is not None)
        head = f"{mention.text}  ({mention.row()['type']}: {fields})"
        return "\n".join((head, *(f"  {name:<10} {value}" for name, value in self.lines())))


def _by(construction: str | None) -> str:
    return "" if construction is None else f"  by {construction}"


def _shortened(pattern: str) -> str:
    return pattern if len(pattern) <= _PATTERN else f"{pattern[:_PATTERN]}… ({len(pattern)} characters in all)"


def explain(mention: MentionBase, text: str, vetoes: Iterable[Veto], observation: Observation | None = None) -> Explanation:
    """The explanation of a mention of `text`, given the vetoes of its reading and, for a quantity, its observation."""
    rule = _rules().get(mention.rule)
    touching = tuple(
        (veto.type, text[veto.start : veto.end], veto.rule, veto.reason)
        for veto in vetoes
        if veto.start < mention.end and mention.start < veto.end
    )
    spans = observation.spans if observation is not None else {}
    slots = tuple((slot, text[slice(*span)], span) for slot, span in spans.items())
    constructions = observation.constructions if observation is not None else ()
    return Explanation(mention, _surroundings(text, mention), rule.pattern.pattern if rule else None, touching, slots, constructions)


def _surroundings(text: str, mention: MentionBase, width: int = 24) -> str:
    before = text[max(0, mention.start - width) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + width].partition("\n")[0]
    return f"{before}【{text[mention.start : mention.end]}】{after}"


@cache
def _rules() -> dict[str, Row]:
    return {rule.id: rule for module in entities.MODULES for rule in module.RULES}
