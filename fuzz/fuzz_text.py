"""Coverage-guided fuzzing of the text path: passages, whole reports, normalisers.

usage: fuzz_text.py [libFuzzer options] [corpus folder …], for example: fuzz_text.py -max_total_time=60

The bytes choose pieces of reports and arbitrary characters; what must hold of any text is in tests/properties.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

with atheris.instrument_imports(include=["unodc_report"]):
    import properties  # and with it the library

PIECES = [
    *properties.NUMERALS, *properties.DATES, *properties.SYMBOLS, *properties.TITLES, *properties.LINES, *properties.NAMES, *properties.ODD,
]  # fmt: skip


def text_of(data: bytes) -> str:
    """A text from bytes: pieces of reports, now and then a character of any kind."""
    source = atheris.FuzzedDataProvider(data)
    parts: list[str] = []
    while source.remaining_bytes() and len(parts) < 60:
        parts.append(source.ConsumeUnicode(3) if source.ConsumeIntInRange(0, 7) == 0 else source.PickValueInList(PIECES))
    return "".join(parts)


def one(data: bytes) -> None:
    """Try one text."""
    text = text_of(data)
    properties.check_passage(text)
    properties.check_report(text)
    properties.check_values(text[:40])


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
