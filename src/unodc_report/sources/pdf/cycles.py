"""Drawings of a PDF that contain themselves. PDFium may never finish with such a file, so it is tried in a process of its own first."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Final

_OBJECT: Final = re.compile(rb"(?<!\d)(\d{1,9})\s{1,4}\d{1,5}\s{1,4}obj\b")
_FORM: Final = re.compile(rb"/Subtype\s{0,4}/Form\b")
_DRAWN: Final = re.compile(rb"/XObject\s{0,4}(?:<<([^<>]{0,20000})>>|(\d{1,9})\s{1,4}\d{1,5}\s{1,4}R)")
_RESOURCES: Final = re.compile(rb"/Resources\s{0,4}(\d{1,9})\s{1,4}\d{1,5}\s{1,4}R")
_REFERENCE: Final = re.compile(rb"(\d{1,9})\s{1,4}\d{1,5}\s{1,4}R\b")
_LONGEST: Final = 20_000  # bytes of one object that are looked at
_PATIENCE: Final = 15.0  # seconds
_TRY: Final = """
import sys, pypdfium2
document = pypdfium2.PdfDocument(sys.stdin.buffer.read(), password=sys.argv[1] or None)
for number in range(len(document)):
    try:
        page = document[number]
    except Exception:
        continue
    page.get_textpage().close()
    page.close()
"""


def is_endless(data: bytes, password: str | None) -> bool:
    """Whether PDFium never finishes with a file. Only files with a drawing that contains itself are tried."""
    if not _holds_itself(data):
        return False
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter
            [sys.executable, "-c", _TRY, password or ""], input=data, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return True
    return done.returncode < 0  # it crashed


def _holds_itself(data: bytes) -> bool:
    """Whether a form draws itself, directly or through others, as far as the uncompressed part of the file shows.

    >>> _holds_itself(b"5 0 obj <</Subtype/Form/Resources<</XObject<</X 5 0 R>>>>>> stream")
    True
    """
    if _FORM.search(data) is None:
        return False
    draws: dict[int, set[int]] = {}
    starts = [*_OBJECT.finditer(data)]
    for k, match in enumerate(starts):
        end = starts[k + 1].start() if k + 1 < len(starts) else len(data)
        head = data[match.end() : min(end, match.end() + _LONGEST)].partition(b"stream")[0]
        held = {int(r) for listed, linked in _DRAWN.findall(head) for r in ([linked] if linked else _REFERENCE.findall(listed))}
        held |= {int(r) for r in _RESOURCES.findall(head)} if _FORM.search(head) else set()
        if held:
            draws[int(match[1])] = held
    return _has_cycle(draws)


def _has_cycle(draws: dict[int, set[int]]) -> bool:
    """Whether some object leads back to itself; each is looked at once.

    >>> _has_cycle({1: {2}, 2: {3}, 3: {2}}), _has_cycle({1: {2, 3}, 2: {3}})
    (True, False)
    """
    done: set[int] = set()
    for first, held in draws.items():
        path = [(first, iter(held))] if first not in done else []
        inside = {first}
        while path:
            place, following = path[-1]
            after = next(following, None)
            if after is None:
                done.add(place)
                inside.discard(place)
                path.pop()
            elif after in inside:
                return True
            elif after not in done and after in draws:
                inside.add(after)
                path.append((after, iter(draws[after])))
    return False
