"""Dataclasses of the model out of plain values that are known to fit: in a hundredth of the time that it takes to load what would prove it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

Maker = Callable[[Any], Any]


@cache
def builder(kind: Any) -> Maker:
    """What makes one of `kind` out of a mapping by field name. Structure is looked at, types of values are not: raises TypeError for names that do not fit."""
    hints = get_type_hints(kind)
    makers = [(f.name, made) for f in fields(kind) if (made := _maker(hints[f.name], kind)) is not None]

    def build(row: dict[str, Any]) -> Any:
        for name, make in makers:
            value = row.get(name)
            if value is not None:
                row[name] = make(value)
        return kind(**row)

    return build if makers else lambda row: kind(**row)


def _maker(hint: Any, of: Any) -> Maker | None:
    """None where a value stands for itself."""
    if isinstance(hint, type) and is_dataclass(hint):
        return (lambda row: builder(hint)(row)) if hint is of else builder(hint)  # an actor may hold actors, and is not known yet when it is looked at
    args = [a for a in get_args(hint) if a is not type(None)]
    if get_origin(hint) is UnionType or len(args) < len(get_args(hint)):
        return _maker(args[0], of) if len(args) == 1 else None
    if get_origin(hint) is tuple:
        inner = _maker(args[0], of)
        return (lambda rows: tuple([inner(row) for row in rows])) if inner else tuple
    return None
