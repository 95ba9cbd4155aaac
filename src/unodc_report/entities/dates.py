"""dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unodc_report.reading import Reading
from unodc_report.rules import Finding, Rule, scan

RULES: Final[tuple[Rule, ...]] = ()


def extract(reading: Reading) -> Iterator[Finding]:
    """Yield nothing yet."""
    return scan(RULES, reading.folded)
