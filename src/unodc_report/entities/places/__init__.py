"""Places below country level. `rows` finds them; `countries` says in which country, the others find what no table holds."""

from unodc_report.entities.places.rows import RULES, extract

__all__ = ["RULES", "extract"]
