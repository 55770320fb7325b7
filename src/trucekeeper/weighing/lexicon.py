"""The word lists of `knowledge/weighing.toml`, checked when they are read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from trucekeeper.model.errors import KnowledgeError

FILE = "weighing.toml"


@dataclass(frozen=True, slots=True)
class NameWords:
    called: frozenset[str]
    spelt: Mapping[str, str]
    particles: frozenset[str]
    address: frozenset[str]
    common: frozenset[str]
    bodies: frozenset[str]
    members: frozenset[str]
    ranks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Transliteration:
    rewrite: tuple[tuple[str, str], ...]
    vowels: frozenset[str]


@dataclass(frozen=True, slots=True)
class CommonWords:
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    generic: frozenset[str]
    shares: frozenset[str]
    tallies: frozenset[str]
    compared: frozenset[str]
    superseded: frozenset[str]
    lasting: frozenset[str]
    cumulative: frozenset[str]
    growing: frozenset[str]
    slow: re.Pattern[str]
    kin: tuple[tuple[str, ...], ...]
    exclusive: tuple[tuple[str, str], ...]
    alike: tuple[tuple[str, ...], ...]
    of_party: frozenset[str]
    corrected: frozenset[str]
    former: re.Pattern[str]
    of_before: re.Pattern[str]
    gainsaying: re.Pattern[str]
    outdoing: re.Pattern[str]
    opposing: re.Pattern[str]
    disputing: re.Pattern[str]
    belied: re.Pattern[str]
    called_former: re.Pattern[str]
    rising: re.Pattern[str]
    state: re.Pattern[str]
    moving: frozenset[str]
    passing: frozenset[str]
    handed: frozenset[str]
    handing: frozenset[str]
    things: frozenset[str]
    doings: tuple[tuple[str, ...], ...]
    filled: re.Pattern[str]
    goals: re.Pattern[str]
    span: re.Pattern[str]
    updating: re.Pattern[str]
    elsewhere: re.Pattern[str]
    renewed: re.Pattern[str]
    brought_in: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EventWords:
    alike: tuple[tuple[str, ...], ...]
    ending: frozenset[str]
    moved: frozenset[str]
    spells: frozenset[str]
    waves: frozenset[str]
    habits: frozenset[str]
    waging: frozenset[str]
    utterances: frozenset[str]
    further: frozenset[str]
    attacks: frozenset[str]
    times: frozenset[str]
    lines: frozenset[str]


@dataclass(frozen=True, slots=True)
class OriginWords:
    ministry: frozenset[str]
    government: frozenset[str]
    army: frozenset[str]
    hospital: frozenset[str]
    witness: frozenset[str]
    monitor: frozenset[str]


@dataclass(frozen=True, slots=True)
class VoiceWords:
    armed_group: frozenset[str]
    official: frozenset[str]
    of_government: frozenset[str]
    forces: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatementWords:
    deny: frozenset[str]
    confirm: frozenset[str]
    retract: frozenset[str]
    accuse: frozenset[str]
    charged: frozenset[str]
    no_part: re.Pattern[str]
    losses: re.Pattern[str]
    undecided: re.Pattern[str]
    echoing: re.Pattern[str]
    appended: re.Pattern[str]
    echoes: frozenset[str]
    negating: re.Pattern[str]
    denying: re.Pattern[str]
    taking_back: re.Pattern[str]
    absolute: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    names: NameWords
    transliteration: Transliteration
    words: CommonWords
    figures: FigureWords
    events: EventWords
    origins: OriginWords
    voices: VoiceWords
    statements: StatementWords


PAIRS = {"rewrite", "exclusive"}
LISTS = {"alike", "doings", "kin"}
PATTERNS = {
    "absolute",
    "appended",
    "brought_in",
    "called_former",
    "denying",
    "echoing",
    "elsewhere",
    "filled",
    "gainsaying",
    "former",
    "goals",
    "losses",
    "negating",
    "no_part",
    "of_before",
    "opposing",
    "disputing",
    "belied",
    "outdoing",
    "renewed",
    "rising",
    "slow",
    "span",
    "state",
    "taking_back",
    "undecided",
    "updating",
}
Section = TypeVar("Section")


def _words(value: Any, where: str) -> frozenset[str]:
    words = value.split() if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
        raise KnowledgeError(f"{where} must be words", where=FILE)
    return frozenset(words)


def _pairs(value: Any, where: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list) or not all(isinstance(p, list) and len(p) == 2 and all(isinstance(w, str) for w in p) for p in value):
        raise KnowledgeError(f"{where} must be pairs of words", where=FILE)
    return tuple((a, b) for a, b in value)


def _lists(value: Any, where: str) -> tuple[tuple[str, ...], ...]:
    if not isinstance(value, list) or not all(isinstance(one, list) and len(one) > 1 and all(isinstance(w, str) for w in one) for one in value):
        raise KnowledgeError(f"{where} must be lists of words", where=FILE)
    return tuple(tuple(one) for one in value)


def _pattern(value: Any, where: str) -> re.Pattern[str]:
    if not isinstance(value, list) or not all(isinstance(form, str) for form in value):
        raise KnowledgeError(f"{where} must be patterns", where=FILE)
    try:
        return re.compile(rf"\b(?:{'|'.join(value)})\b", re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{where} is no pattern: {error}", where=FILE) from error


def _reader(name: str) -> Callable[[Any, str], Any]:
    """What reads the value of a key."""
    if name == "spelt":
        return lambda value, where: dict(_pairs(value, where))
    return _pairs if name in PAIRS else _lists if name in LISTS else _pattern if name in PATTERNS else _words


def _section(cls: type[Section], rows: Any, where: str) -> Section:
    names = [f.name for f in fields(cls)]  # type: ignore[arg-type]
    _same_keys(rows, names, where)
    return cls(**{n: _reader(n)(rows[n], f"{where}.{n}") for n in names})


def _same_keys(rows: Any, names: list[str], where: str) -> None:
    if not isinstance(rows, Mapping):
        raise KnowledgeError(f"{where} must be a table", where=FILE)
    if set(rows) != set(names):
        odd = sorted(set(rows) ^ set(names))
        raise KnowledgeError(f"{where}: unknown or missing: {', '.join(odd)}", where=FILE, mend=f"Keys are: {', '.join(names)}.")


def parse(text: str) -> Lexicon:
    """The lexicon that a TOML text holds. Raises KnowledgeError for a key that is unknown or missing, or a value of another shape."""
    data = tomllib.loads(text)
    sections: dict[str, type[Any]] = {
        "names": NameWords,
        "transliteration": Transliteration,
        "words": CommonWords,
        "figures": FigureWords,
        "events": EventWords,
        "origins": OriginWords,
        "voices": VoiceWords,
        "statements": StatementWords,
    }
    _same_keys(data, list(sections), "the file")
    return Lexicon(**{name: _section(cls, data[name], name) for name, cls in sections.items()})


@cache
def lexicon() -> Lexicon:
    return parse(files("trucekeeper.knowledge").joinpath(FILE).read_text("utf-8"))
