"""Dates and periods. `rows` finds them; `openings` says where to look, `forms`, `bare` and `decades` what a match is worth."""

from unodc_report.entities.dates.rows import RULES, extract

__all__ = ["RULES", "extract"]
