"""Pointers to paragraphs, articles, annexes. `rows` finds them; `numbers` reads what they point at."""

from unodc_report.entities.references.rows import RULES, extract

__all__ = ["RULES", "extract"]
