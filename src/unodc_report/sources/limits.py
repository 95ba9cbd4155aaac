"""How large a source may be where the caller does not say: the command line shows these without loading the readers."""

from typing import Final

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_PAGES: Final = 3_000
MAX_CHARACTERS: Final = 16_000_000
