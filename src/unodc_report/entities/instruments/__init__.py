"""Treaties, laws, declarations. `rows` finds them; `titles` tells what is in 《…》, `shapes` finds those without marks."""

from unodc_report.entities.instruments.rows import RULES, extract

__all__ = ["RULES", "extract"]
