"""One module or package a mention type: its rules as rows, and `extract(reading)`, which yields what they find."""

from typing import Final

from unodc_report.entities import (
    countries, dates, documents, drugs, events, instruments, organizations, places, programmes, publications, quantities, references,
    regions, sdgs, urls,
)  # fmt: skip

MODULES: Final = (
    countries, dates, documents, drugs, events, instruments, organizations, places, programmes, publications, quantities, references,
    regions, sdgs, urls,
)  # fmt: skip
"""All of them: each has `RULES` and `extract`."""
