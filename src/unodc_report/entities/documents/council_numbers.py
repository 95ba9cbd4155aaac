"""Resolutions of the Security Council cited by their number alone, far from its name: 第1493号决议第15段.

The Council numbers through all years, so that a number tells its year. Parliaments and conferences number in the same way: one
counts as the Council's only where the Council issues the document, where the same number stands with its year elsewhere in the
text, or where the line speaks of the Council.
"""

from __future__ import annotations

import re
from typing import Final

from unodc_report.entities.issuer import issuer
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.standards.resolutions import council_year

_LOWEST: Final = 100  # lower numbers are cited with their year or right after the Council's name
_NAMES: Final = lazy("安全?理(?:事)?会")
_COUNCIL: Final = "UNSC"


def councils(reading: Reading, number: int, position: int) -> bool:
    """Whether a resolution that has no more than a number is the Security Council's."""
    year = council_year(number)
    if number < _LOWEST or year is None:
        return False
    folded = reading.folded
    if re.search(rf"(?<!\d){number} ?\({year}\)", folded):
        return True
    start, end = folded.rfind("\n", 0, position) + 1, folded.find("\n", position)
    if _NAMES.search(folded, start, len(folded) if end < 0 else end):
        return True
    own = issuer(reading)
    return own is not None and own.key == _COUNCIL
