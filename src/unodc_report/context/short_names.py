"""The report's own short names: 全称（简称）."""

from __future__ import annotations

from collections.abc import Iterator

from unodc_report.reading import Reading
from unodc_report.rules import Finding


def extract(reading: Reading) -> Iterator[Finding]:  # noqa: ARG001
    """Yield nothing yet."""
    return iter(())
