"""The schema of the rows and of the report, in JSON Schema draft 2020-12: made from the models, so that it cannot fall behind them."""

from __future__ import annotations

import inspect
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from unodc_report.models.document import Block, Exhibit, Metadata
from unodc_report.models.mentions import MENTION_TYPES, MentionBase, Quantity
from unodc_report.models.observations import Observation

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_STRING: Final = {"type": "string"}
_OFFSET: Final = {"type": "integer", "minimum": 0}
_NUMBER: Final = {"type": "number"}
_BOX: Final = {"type": "array", "prefixItems": [{"type": "integer"}, *[_NUMBER] * 4], "items": False, "minItems": 5}


class _AsInRows(GenerateJsonSchema):
    """Decimals are JSON numbers in a row."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:  # noqa: ARG002
        return {"type": "number"}


def schema() -> dict[str, Any]:
    """What `unodc-report extract` prints: a row (`--format jsonl`) or a report (`--format json`).

    `$defs` holds each by name: the mention types, `row` (any of them), `block`, `observation`, `exhibit`, `metadata`, `report`.

    >>> schema()["$defs"]["country"]["properties"]["iso3"]["type"]
    'string'
    """
    definitions: dict[str, Any] = {name: _row(name, model) for name, model in MENTION_TYPES.items()}
    definitions["row"] = {"description": "A mention.", "oneOf": [_link(name) for name in MENTION_TYPES]}
    definitions["block"] = _block()
    definitions["observation"] = _observation()
    definitions["exhibit"] = _closed(_properties(Exhibit), description=_summary(Exhibit))
    definitions["metadata"] = _closed(_properties(Metadata), description=_summary(Metadata))
    definitions["report"] = _report()
    return {
        "$schema": DIALECT,
        "title": "unodc-report extract",
        "oneOf": [_link("row"), _link("report")],
        "$defs": definitions,
    }


def _row(name: str, model: type[MentionBase]) -> dict[str, Any]:
    own = _properties(model)
    properties = {
        "file": {"description": "Path as given; there when several files are read.", **_STRING},
        "type": {"const": name},
        "start": {"description": "Raw offset, in code points of the file as read.", **_OFFSET},
        "end": {"description": "Raw offset just after the mention.", **_OFFSET},
        "text": {"description": "Clean surface.", **_STRING},
        "paragraph": {"description": "Id of the block that holds it.", **_nullable(_STRING)},
        **{field: own[field] for field in model.FIELDS},
        "rule": {"description": "Id of the rule that found it.", **_STRING},
        "inferred": {"description": "Fields that context told, each as field: how.", **_list(_STRING)},
        "page": {"description": "On which it begins, where the file has pages; the first is 1.", "type": "integer", "minimum": 1},
        "boxes": {"description": "Page, left, top, right, bottom of each of its lines, in points from the top left corner.", **_list(_BOX)},
    }
    return _closed(properties, optional=("file", "page", "boxes"), description=_summary(model))


def _block() -> dict[str, Any]:
    kind = _properties(Block)["kind"]
    segment = {"type": "array", "prefixItems": [_OFFSET, _OFFSET], "items": False, "minItems": 2}
    properties = {
        "id": _STRING,
        "kind": {**kind, "enum": ["para" if name == "paragraph" else name for name in kind["enum"]]},
        "text": {"description": "As printed, without line breaks.", **_STRING},
        "segments": {"description": "Raw spans, in order.", **_list(segment)},
        "level": {"description": "Depth of a heading or list item.", "type": "integer", "minimum": 0},
    }
    return _closed(properties, optional=("level",), description=_summary(Block))


def _observation() -> dict[str, Any]:
    figure = {name: _properties(Quantity)[name] for name in ("value", "low", "high", "qualifier", "kind", "unit")}
    slots = {name: field for name, field in _properties(Observation).items() if name not in ("quantity", "spans", "constructions")}
    return _closed({"start": _OFFSET, "end": _OFFSET, "text": _STRING, **figure, **slots}, description=_summary(Observation))


def _report() -> dict[str, Any]:
    properties = {
        "file": _STRING,
        "metadata": _link("metadata"),
        "structure": _list(_link("block")),
        "mentions": _list(_link("row")),
        "observations": _list(_link("observation")),
        "exhibits": _list(_link("exhibit")),
        "notes": {"description": "What could not be decided, and where.", **_list(_STRING)},
    }
    return _closed(properties, optional=("file",), description="A report.")


def _properties(model: type[Any]) -> dict[str, Any]:
    """The fields of a model as its rows hold them; a default says nothing about a row and is left out."""
    properties = model.model_json_schema(schema_generator=_AsInRows)["properties"]
    return {name: {key: value for key, value in field.items() if key not in ("title", "default")} for name, field in properties.items()}


def _closed(properties: dict[str, Any], optional: tuple[str, ...] = (), description: str = "") -> dict[str, Any]:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _nullable(of: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [of, {"type": "null"}]}


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _link(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _summary(model: type[Any]) -> str:
    return (inspect.getdoc(model) or "").partition("\n\n")[0].replace("\n", " ")
