"""Which types give way to which: the one place where mentions of different types settle who owns a character.

Types are independent layers and may nest (a country in the name of an institution). The table names the exceptions.
"""

from __future__ import annotations

from typing import Final

GIVES_WAY: Final[dict[str, tuple[str, ...]]] = {
    "url": (),
    "document": ("opaque", "url"),
    "event": (),
    "reference": ("opaque", "document", "event"),
    "sdg": ("opaque",),
    "date": ("opaque", "document", "event", "reference", "sdg", "url"),
    "quantity": ("opaque", "document", "event", "reference", "sdg", "date", "url"),
    "drug": ("opaque", "document"),
    "organization": (),
    "region": ("opaque", "organization"),
    "country": ("opaque", "region"),
    "instrument": (),
    "publication": (),
    "programme": ("document", "url", "instrument"),
    "place": ("opaque", "instrument", "country"),
}
"""For each type, the layers none of whose characters it may touch. A title is opaque inside its marks only, so that a
body whose name begins with a title (《…公约》缔约国会议) stands. The name of a meeting may hold a title
(第九次增进在《…公约》下开展国际合作…专家会议); events look for themselves that they do not stand inside one. So do
organizations (names that hold a disease's) and instruments (rules of procedure begin with the name of their body)."""

YIELDED_TO: Final = frozenset().union(*GIVES_WAY.values())
"""The layers that others give way to: where the mentions of other types stand, nobody asks."""

TRANSPARENT: Final = frozenset({"instrument.quoted_law"})
"""Rules whose mentions are ordinary text in quotes: what gives way to their type stands inside them all the same."""
