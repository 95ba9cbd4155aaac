"""The base of mentions and observations: frozen, and made without validating what extractors have made already."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, NoReturn, Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record of fields. What users make is validated; validators are built when they first do."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    @classmethod
    def trusted(cls, values: Mapping[str, object]) -> Self:
        """The record with these values, of the types of its fields: what extractors found is not validated again."""
        filled = unfilled(cls)()
        for name, value in values.items():
            filled[name] = value  # `update` would give the dictionary names of its own
        return cls.whole(filled)

    @classmethod
    def whole(cls, values: dict[str, object]) -> Self:
        """The record with these values: one for each field, in the order of the fields. The dictionary becomes part of the record.

        As pydantic's `model_construct`, which asks for aliases, factories and extras that records do not have and takes five
        times as long. All records of a type share one `model_fields_set`.
        """
        record: Self = _new(cls)
        _put_values(record, values)
        _put_given(record, _given(cls))
        _put_extra(record, None)
        _put_private(record, None)
        return record


class Spans(dict[str, tuple[int, int]]):
    """Clean spans by name: a dictionary that stays as it is, so that a frozen record can hold it and be hashed.

    >>> spans = Spans({"item": (3, 5)})
    >>> spans == {"item": (3, 5)}, hash(spans) == hash(Spans(spans))
    (True, True)
    >>> spans["item"] = 0, 1
    Traceback (most recent call last):
    TypeError: the spans of a record do not change; a copy does: dict(spans)
    """

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]  # of a dictionary it is None
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Spans], tuple[dict[str, tuple[int, int]]]]:
        """Of what it is made: by itself a dictionary is pickled and copied by putting one item in after the other."""
        return type(self), (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("the spans of a record do not change; a copy does: dict(spans)")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse


_new: Final[Any] = object.__new__
# Setters of the slots of pydantic's models: what `object.__setattr__` would do, in half its time.
_put_values, _put_given, _put_extra, _put_private = (
    vars(BaseModel)[slot].__set__ for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


@cache
def unfilled(model: type[Record]) -> Callable[[], dict[str, object]]:
    """What gives the defaults of a record again and again, to be filled with its values.

    They are copies of a dictionary as an instance of a class has it, which share the names of the fields: they take less than half the
    memory of others.
    """
    values: dict[str, object] = vars(type(model.__name__, (), {})())
    for name, default in blank(model).items():
        values[name] = default  # noqa: PERF403  # `update` would give the dictionary names of its own
    return values.copy


@cache
def blank(model: type[Record]) -> Mapping[str, object]:
    """The fields of a type with their defaults (None where there is none), in order."""
    return {name: None if field.is_required() else field.default for name, field in model.model_fields.items()}


@cache
def _given(model: type[Record]) -> set[str]:
    """The names of fields that count as given."""
    return set(model.model_fields) - {"type"}
