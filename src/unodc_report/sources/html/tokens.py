"""The tokens of an HTML page, in time linear in its length whatever it holds: tags with their attributes, and text."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:\-]{0,40})(?P<rest>(?:\"[^\"<]{0,8000}\"|'[^'<]{0,8000}'|[^'\"<>])*+)>")
_ATTRIBUTE: Final = re.compile(r"([a-zA-Z_:][\w:.\-]{0,60})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RAW: Final = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "object"})


class Token(NamedTuple):
    """A tag (`name` is its name, with a slash before it where it ends an element) with its attributes, or text (`name` is empty)."""

    name: str
    text: str
    attributes: dict[str, str]


def tokens(page: str) -> Iterator[Token]:
    """The tokens of a page; comments, scripts and styles left out.

    >>> [token.name or token.text for token in tokens("<p class=a>A &amp; B<!-- c --><br/></p>")]
    ['p', 'A & B', 'br', '/p']
    """
    position, size = 0, len(page)
    comments = True
    while position < size:
        start = page.find("<", position)
        if start < 0:
            start = size
        if start > position:
            yield Token("", unescape(page[position:start]), {})
        position = start
        if position >= size:
            return
        if page.startswith("<!--", position):
            end = page.find("-->", position + 4) if comments else -1
            comments = end >= 0
            position = end + 3 if end >= 0 else position + 4
        elif page.startswith(("<!", "<?"), position):
            end = page.find(">", position, position + 4000)
            position = end + 1 if end >= 0 else position + 2
        elif match := _TAG.match(page, position):
            position = match.end()
            name = match["name"].lower()
            if not match["end"] and name in _RAW and not match["rest"].endswith("/"):
                position = _after(page, name, position)
                continue
            yield Token(match["end"] + name, "", _attributes(match["rest"]) if match["rest"].strip() else {})
        else:
            yield Token("", "<", {})
            position += 1


def _after(page: str, name: str, position: int) -> int:
    """Where an element ends whose inside is no text; the end of the page where it is never closed."""
    match = re.compile(rf"</{name}\s{{0,20}}>", re.IGNORECASE).search(page, position)
    return match.end() if match else len(page)


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text[:20_000]):
        found.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or ""))
    return found
