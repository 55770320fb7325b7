"""Word lists as frozen dataclasses, with every key and value looked at: in a hundredth of the time that it takes to load what does so for files of people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from trucekeeper.model.errors import KnowledgeError

Pattern = Annotated[str, "pattern"]  # of `re`, kept as it is written
Spaced = Annotated[frozenset[str], "spaced"]  # the words of one text, parted by blanks
Made = TypeVar("Made")
Reader = Callable[[Any, str], Any]  # of a value and its place in the file


def shaped(shape: Callable[..., Made], content: Any, file: str) -> Made:
    """A dataclass out of a file's content; a field `open_` is the key `open`. Raises KnowledgeError, which names the place, for a key that is unknown or

    missing, for a value of another type and for a pattern that is none.
    """
    try:
        made: Made = _reader(shape)(content, "")
    except ValueError as error:
        raise KnowledgeError(str(error), where=file, mend=f"Compare with the fields of {shape.__module__}.") from error
    return made


@cache
def _reader(hint: Any) -> Reader:
    if is_dataclass(hint):
        return _of_fields(hint)
    if hint in (Pattern, re.Pattern[str]):
        return _pattern if hint == Pattern else _words_pattern
    if hint == Spaced:
        return _spaced
    inside = get_args(hint)
    if get_origin(hint) is Literal:
        return lambda value, place: _fitting(value, place, value in inside, f"one of {', '.join(inside)}")
    if get_origin(hint) is dict:
        return _mapping(_reader(inside[1]))
    if get_origin(hint) in (tuple, frozenset):
        return _list(get_origin(hint), _reader(inside[0]))
    return lambda value, place: _fitting(value, place, type(value) is hint, hint.__name__)


def _fitting(value: Any, place: str, fits: bool, wanted: str) -> Any:
    if not fits:
        raise ValueError(f"{place or 'the file'} must be {wanted}, not {value!r}")
    return value


def _of_fields(shape: Any) -> Reader:
    hints = get_type_hints(shape, include_extras=True)
    readers = {f.name.rstrip("_"): (f.name, _reader(hints[f.name])) for f in fields(shape)}
    needed = {f.name.rstrip("_") for f in fields(shape) if f.default is MISSING}

    def read(value: Any, place: str) -> Any:
        _fitting(value, place, isinstance(value, Mapping), "a table")
        for told, keys in (("unknown", value.keys() - readers.keys()), ("missing", needed - value.keys())):
            if keys:
                raise ValueError(f"{told} in {place or 'the file'}: {', '.join(sorted(keys))}")
        return shape(**{readers[key][0]: readers[key][1](held, f"{place}.{key}".lstrip(".")) for key, held in value.items()})

    return read


def _mapping(of: Reader) -> Reader:
    def read(value: Any, place: str) -> Any:
        return {key: of(held, f"{place}.{key}") for key, held in _fitting(value, place, isinstance(value, Mapping), "a table").items()}

    return read


def _list(kind: Any, of: Reader) -> Reader:
    def read(value: Any, place: str) -> Any:
        return kind(of(held, f"{place}[{n}]") for n, held in enumerate(_fitting(value, place, isinstance(value, list), "a list")))

    return read


def _spaced(value: Any, place: str) -> frozenset[str]:
    return frozenset(str(_fitting(value, place, isinstance(value, str), "words in one text")).split())


def _pattern(value: Any, place: str) -> str:
    _compiled(value, place, "{}")
    return str(value)


def _words_pattern(value: Any, place: str) -> re.Pattern[str]:
    """From the beginning of a word, in capitals or not."""
    return _compiled(value, place, r"\b(?:{})", re.IGNORECASE)


def _compiled(value: Any, place: str, frame: str, flags: int = 0) -> re.Pattern[str]:
    written = str(_fitting(value, place, isinstance(value, str), "a pattern"))
    try:
        return re.compile(frame.format(written), flags)
    except re.error as error:
        raise ValueError(f"{place} is no pattern: {written}: {error}") from error
