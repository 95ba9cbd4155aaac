"""Which types give way to which: the one place where mentions of different types settle who owns a character.

Types are independent layers and may nest (a country in the name of an institution). The table names the exceptions.
"""

from __future__ import annotations

from typing import Final

GIVES_WAY: Final[dict[str, tuple[str, ...]]] = {
    "url": (),
    "document": ("opaque", "url"),
    "event": ("opaque",),
    "reference": ("opaque", "document", "event"),
    "sdg": ("opaque",),
    "date": ("opaque", "document", "event", "reference", "sdg", "url"),
    "quantity": ("opaque", "document", "event", "reference", "sdg", "date", "url"),
    "drug": ("opaque",),
    "organization": ("opaque",),
    "region": ("opaque", "organization"),
    "country": ("opaque", "region"),
    "instrument": ("organization",),
    "publication": ("organization", "instrument"),
    "place": ("opaque", "instrument", "country"),
}
"""For each type, the layers none of whose characters it may touch. A title is opaque inside its marks only, so that a
body whose name begins with a title (《…公约》缔约国会议) stands."""
