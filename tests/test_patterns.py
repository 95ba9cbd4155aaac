"""Patterns that are compiled on first need: they answer as `re.compile` does, and every one of the package compiles."""

from __future__ import annotations

import importlib
import pkgutil
import re
from itertools import chain
from typing import Any

import pytest

import unodc_report
from unodc_report import patterns


def lazy_patterns(value: object) -> list[Any]:
    """The lazy patterns that a module's name holds: by itself, in a row, or in a collection of either."""
    if isinstance(value, patterns._Lazy):  # noqa: SLF001
        return [value]
    if isinstance(value, dict):
        return [found for part in chain(value, value.values()) for found in lazy_patterns(part)]
    if isinstance(value, tuple | list | frozenset):
        return [found for part in value for found in lazy_patterns(part)]
    return lazy_patterns(value.pattern) if hasattr(value, "pattern") and not isinstance(value, str) else []


def test_a_lazy_pattern_answers_as_a_compiled_one() -> None:
    lazy, compiled = patterns.lazy("(?P<kind>[图表])(\\d)", re.ASCII), re.compile("(?P<kind>[图表])(\\d)", re.ASCII)
    assert (lazy.pattern, lazy.flags) == ("(?P<kind>[图表])(\\d)", re.ASCII)
    text = "见表1和图2"
    assert [m.span("kind") for m in lazy.finditer(text)] == [m.span("kind") for m in compiled.finditer(text)] == [(1, 2), (4, 5)]
    assert lazy.sub("x", text) == "见x和x"
    assert lazy.match(text) is None
    assert lazy.groups == 2


@pytest.mark.parametrize("pattern", [re.compile("图$"), patterns.lazy("图$")])
def test_a_search_from_before_the_text_begins_at_its_first_character(pattern: re.Pattern[str]) -> None:
    assert [found.span() for found in pattern.finditer("图表图", -9, 1)] == [(0, 1)]
    assert pattern.search("表图", -1, 1) is None


def test_what_is_no_pattern_is_told_when_it_is_asked() -> None:
    wrong = patterns.lazy("(")
    with pytest.raises(re.error):
        wrong.search("a")


def test_every_lazy_pattern_of_the_package_compiles() -> None:
    names = [module.name for module in pkgutil.walk_packages(unodc_report.__path__, "unodc_report.") if not module.name.endswith("__main__")]
    found = {id(p): p for name in names for value in vars(importlib.import_module(name)).values() for p in lazy_patterns(value)}
    assert len(found) > 300
    for pattern in found.values():
        re.compile(pattern.pattern, pattern.flags)
