"""Fields of value types in the reference: one table a class, its types from the code, its words from the docstring."""

from __future__ import annotations

import dataclasses
import re
from inspect import get_annotations
from typing import TYPE_CHECKING, Any, Final, ForwardRef, NamedTuple

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

_SECTION: Final = re.compile(r"^Attributes:\n((?:[ ]{4,}.*\n|\n)+)", re.MULTILINE)
_FIELD: Final = re.compile(r"^ {4}(\w+(?:, \w+)*): ((?:.*\n(?: {5,}.*\n)*))", re.MULTILINE)
_UNION: Final = re.compile(r"~?(?:\w+\.)?Annotated\[.*?discriminator='type'\)\]")
_MENTION: Final = "unodc_report.models.mentions.Mention"


class Field(NamedTuple):
    """A field as the class declares it."""

    name: str
    kind: str
    default: str


def fields_of(cls: type) -> list[Field]:
    """The fields that a class itself declares; those of its bases stand with the bases."""
    own = get_annotations(cls)
    if issubclass(cls, BaseModel):
        given: Mapping[str, Any] = {name: field.get_default() for name, field in cls.model_fields.items() if name in own}
        missing: object = PydanticUndefined
    elif dataclasses.is_dataclass(cls):
        given, missing = {field.name: field.default for field in dataclasses.fields(cls)}, dataclasses.MISSING
    elif hasattr(cls, "_fields"):
        given, missing = {name: cls._field_defaults.get(name, Ellipsis) for name in cls._fields}, Ellipsis  # type: ignore[attr-defined]
    else:
        return []
    return [Field(name, _linked(own[name]), "" if value is missing else f"``{value!r}``") for name, value in given.items()]


def _linked(annotation: str | ForwardRef) -> str:
    """A type as the code writes it, each class a link where the reference has it, one of several words as these words."""
    written = annotation if isinstance(annotation, str) else annotation.__forward_arg__
    words = re.sub(r"Literal\[(.*?)\]", lambda these: these[1].replace(", ", " | "), written)
    return re.sub(r"\b(?!None)[A-Z]\w+", r":py:obj:`.\g<0>`", words)


def words(docstring: str) -> Iterator[tuple[str, str]]:
    """What the section `Attributes` says of each name; names that share a line share its words."""
    section = _SECTION.search(docstring)
    for names, text in _FIELD.findall(section[1] if section else ""):
        first, *others = names.split(", ")
        yield first, " ".join(text.split())
        for other in others:
            yield other, f"see ``{first}``"


def tabulate(_app: Sphinx, what: str, _name: str, obj: object, _options: object, lines: list[str]) -> None:
    """Put a table in place of the section `Attributes`, or at the end where a value type has none."""
    if what not in {"class", "exception"} or not isinstance(obj, type):
        return
    fields = fields_of(obj)
    if not fields:
        return
    text = "\n".join(lines) + "\n"
    about = dict(words(text))
    unknown = about.keys() - {field.name for field in fields}
    if unknown:
        raise ValueError(f"{obj.__qualname__} has no field {', '.join(sorted(unknown))}")
    columns = ("Field", "Type", "Default", *(("What it holds",) if about else ()))
    table = ["", ".. list-table::", "   :header-rows: 1", "   :class: fields", ""]
    for row in (columns, *((f"``{f.name}``", f.kind, f.default, about.get(f.name, ""))[: len(columns)] for f in fields)):
        table += [f"   {'* -' if number == 0 else '  -'} {cell}".rstrip() for number, cell in enumerate(row)]
    whole = "\n".join([*table, ""])
    section = _SECTION.search(text)
    lines[:] = (text[: section.start()] + whole + "\n" + text[section.end() :] if section else text + whole).splitlines()


def sign(
    _app: Sphinx, what: str, _name: str, obj: object, _options: object, signature: str | None, returns: str | None
) -> tuple[str, str] | None:
    """Leave out the constructor of a value type, whose table of fields says more; name the union of mentions instead of its members."""
    if signature is None:
        return None
    if what == "class" and isinstance(obj, type) and fields_of(obj):
        return "", ""
    return _UNION.sub(f"~{_MENTION}", signature), _UNION.sub(f"~{_MENTION}", returns or "")


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls."""
    app.connect("autodoc-process-docstring", tabulate, priority=100)  # before napoleon reads the section
    app.connect("autodoc-process-signature", sign)
    return {"parallel_read_safe": True}
