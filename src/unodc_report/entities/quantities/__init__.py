"""Counts, measures, money, shares. `rows` finds them; `amounts` says what a match is worth, the others hold its words."""

from unodc_report.entities.quantities.rows import RULES, extract

__all__ = ["RULES", "extract"]
