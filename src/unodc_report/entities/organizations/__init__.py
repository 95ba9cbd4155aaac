"""Bodies. `rows` finds them; `names` judges those of the tables, the others find what no table holds."""

from unodc_report.entities.organizations.rows import RULES, extract

__all__ = ["RULES", "extract"]
