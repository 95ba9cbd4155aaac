"""The errors: they travel between processes, and nothing else escapes from a call that is given what it does not take."""

from __future__ import annotations

import copy
import math
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

import unodc_report
from unodc_report import errors
from unodc_report.errors import InputTypeError, ReadingError, UnodcReportError

CLASSES: Final = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, UnodcReportError)]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: str(kind.__name__))
def test_errors_can_be_pickled_and_copied(kind: type[UnodcReportError]) -> None:
    error = kind("三百名", 2, "the number ends before this") if issubclass(kind, ReadingError) else kind("a.txt: no such file")
    error.add_note("in row 3")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301  # our own
        assert type(again) is kind
        assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))


CALLS: Final[list[Callable[[Any], object]]] = [
    unodc_report.to_number, unodc_report.to_date, unodc_report.to_country, unodc_report.to_symbol, unodc_report.parse, unodc_report.extract, unodc_report.fetch,
]  # fmt: skip


@pytest.mark.parametrize("call", CALLS, ids=lambda call: str(call.__name__))
@pytest.mark.parametrize("given", [None, math.nan, 106, b"106", ["106"], Path("a.txt")], ids=repr)
def test_what_is_no_text_is_named(call: Callable[[Any], object], given: object) -> None:
    with pytest.raises(InputTypeError) as caught:
        call(given)
    assert isinstance(caught.value, TypeError)
    assert str(caught.value).startswith(f"{call.__name__}() takes a text (str), not {type(given).__name__}: {given!r}")


def test_a_long_input_is_named_in_short() -> None:
    with pytest.raises(InputTypeError) as caught:
        unodc_report.parse(b"1" * 1_000_000)  # type: ignore[arg-type]  # a user's mistake
    assert len(str(caught.value)) < 200
    assert str(caught.value).endswith("…; a file, or the bytes of one, is for read()")


@pytest.mark.parametrize("given", [None, 3, 1.5, ["a.txt"]], ids=repr)
def test_what_is_no_file_is_refused(given: Any) -> None:
    with pytest.raises(UnodcReportError, match="accepted: a path, bytes, or a file"):
        unodc_report.read(given)
