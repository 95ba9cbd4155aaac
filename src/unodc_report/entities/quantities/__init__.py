"""Counts, measures, money, shares. `search` finds them by `rows`; `amounts` says what a match is worth, the others hold its words."""

from unodc_report.entities.quantities.rows import RULES
from unodc_report.entities.quantities.search import extract

__all__ = ["RULES", "extract"]
