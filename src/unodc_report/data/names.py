"""The names of all tables as one lexicon."""

from __future__ import annotations

from functools import cache

from unodc_report.lexicon import Lexicon


@cache
def lexicon() -> Lexicon:
    """The lexicon of all tables, built on first need."""
    return Lexicon(())
