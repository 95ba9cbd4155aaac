"""What the models of findings share: frozen, and made from values that are already those of their fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record of fields. What users make is validated; validators are built when they first do."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    @classmethod
    def trusted(cls, values: Mapping[str, object]) -> Self:
        """The record with these values, of the types of its fields: what extractors found is not validated again."""
        return cls.whole({**blank(cls), **values})

    @classmethod
    def whole(cls, values: dict[str, object]) -> Self:
        """The record that these values are: one for each field, in the order of the fields. They become the record's own.

        As pydantic's `model_construct`, which asks for aliases, factories and extras that records do not have and takes five
        times as long. All records of a type share one `model_fields_set`.
        """
        record = cls.__new__(cls)
        put = object.__setattr__
        put(record, "__dict__", values)
        put(record, "__pydantic_fields_set__", _given(cls))
        put(record, "__pydantic_extra__", None)
        put(record, "__pydantic_private__", None)
        return record


@cache
def blank(model: type[Record]) -> Mapping[str, object]:
    """The fields of a type with their defaults (None where there is none), in order."""
    return {name: None if field.is_required() else field.default for name, field in model.model_fields.items()}


@cache
def _given(model: type[Record]) -> set[str]:
    """The names of fields that count as given."""
    return set(model.model_fields) - {"type"}
