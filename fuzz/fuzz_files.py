"""Coverage-guided fuzzing of the file readers: text, HTML, Word, PDF, beginning from the specimens in fixtures/.

usage: fuzz_files.py [libFuzzer options] [corpus folder …]

Whatever the bytes, reading them gives a report or an error of the library.
"""

from __future__ import annotations

import sys
from contextlib import suppress

import atheris

with atheris.instrument_imports(include=["unodc_report"]):
    from unodc_report import UnodcReportError, read
    from unodc_report.sources import docx, html, pdf

READERS = (docx, html, pdf)  # loaded here, so that they are instrumented


def one(data: bytes) -> None:
    """Try one file."""
    with suppress(UnodcReportError):
        report = read(data, max_bytes=4_000_000, max_pages=50, max_characters=200_000)
        report.model_dump_json()


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
