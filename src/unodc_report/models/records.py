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
        """The record with these values, of the types of its fields: what extractors found is not validated again.

        As pydantic's `model_construct`, which asks for aliases, factories and extras that records do not have and takes five
        times as long. All records of a type share one `model_fields_set`.
        """
        record = cls.__new__(cls)
        defaults, given = _fields_of(cls)
        object.__setattr__(record, "__dict__", {**defaults, **values})
        object.__setattr__(record, "__pydantic_fields_set__", given)
        object.__setattr__(record, "__pydantic_extra__", None)
        object.__setattr__(record, "__pydantic_private__", None)
        return record


@cache
def _fields_of(model: type[Record]) -> tuple[dict[str, object], set[str]]:
    """The fields of a type with their defaults, in order, and the names that count as given."""
    fields = model.model_fields
    return {name: None if field.is_required() else field.default for name, field in fields.items()}, set(fields) - {"type"}
