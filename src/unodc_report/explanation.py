"""Why a mention is one: its rule and pattern, what context told, and which other readings of the same characters gave way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from unodc_report import entities
from unodc_report.models.mentions import MentionBase, plain
from unodc_report.rules import Rule, Veto


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `Report.explain` gives.

    Attributes:
        mention: the mention asked about.
        surroundings: the clean text around it, the mention in 【】.
        pattern: the pattern of its rule; None where a table of names, and not a pattern, found it.
        vetoes: readings that touch the same characters and are no mentions, each as (type, text, rule, reason).
    """

    mention: MentionBase
    surroundings: str
    pattern: str | None
    vetoes: tuple[tuple[str, str, str, str], ...]

    def __str__(self) -> str:
        mention = self.mention
        fields = ", ".join(f"{name} {plain(getattr(mention, name))}" for name in mention.FIELDS if getattr(mention, name) is not None)
        lines = [f"{mention.text}  ({mention.row()['type']}: {fields})", f"  in       {self.surroundings}", f"  rule     {mention.rule}"]
        if mention.label_en or mention.label_zh:
            lines.append("  label    " + " · ".join(filter(None, (mention.label_en, mention.label_zh))))
        if self.pattern is not None:
            lines.append(f"  pattern  {self.pattern}")
        lines += [f"  inferred {inference}" for inference in mention.inferred]
        lines += [f"  not      {kind} {text} ({rule}): {reason}" for kind, text, rule, reason in self.vetoes]
        where = f"clean {mention.start}-{mention.end}, raw {mention.raw_start}-{mention.raw_end}"
        lines.append(f"  place    paragraph {mention.paragraph or '-'}, {where}")
        return "\n".join(lines)


def explain(mention: MentionBase, text: str, vetoes: Iterable[Veto]) -> Explanation:
    """The explanation of a mention of `text`, given the vetoes of its reading."""
    rule = _rules().get(mention.rule)
    touching = tuple(
        (veto.type, text[veto.start : veto.end], veto.rule, veto.reason)
        for veto in vetoes
        if veto.start < mention.end and mention.start < veto.end
    )
    return Explanation(mention, _surroundings(text, mention), rule.pattern.pattern if rule else None, touching)


def _surroundings(text: str, mention: MentionBase, width: int = 24) -> str:
    before = text[max(0, mention.start - width) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + width].partition("\n")[0]
    return f"{before}【{text[mention.start : mention.end]}】{after}"


@cache
def _rules() -> dict[str, Rule]:
    return {rule.id: rule for module in entities.MODULES for rule in module.RULES}
