"""Documents, resolutions and decisions by number. `rows` finds them; the others read numbers that are written in their own ways."""

from unodc_report.entities.documents.rows import RULES, extract

__all__ = ["RULES", "extract"]
