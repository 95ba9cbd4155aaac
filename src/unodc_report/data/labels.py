"""English and Chinese labels of coded values."""

from __future__ import annotations

from collections.abc import Mapping


def labels(kind: str, fields: Mapping[str, object]) -> tuple[str | None, str | None]:  # noqa: ARG001
    """The labels of the value that the fields of a mention hold, where a table has them."""
    return None, None
