"""Nouns for persons, groups and bodies, and words about them, from `knowledge/titles.toml`; given names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Tenure
from trucekeeper.model.shaped import Pattern, Spaced, shaped

Gender = Literal["f", "m"]
Turn = Literal["begins", "serves", "ends"]  # what a verb does with an office


@dataclass(frozen=True, slots=True)
class Persons:
    either: Spaced
    f: Spaced
    m: Spaced
    kin: Spaced


@dataclass(frozen=True, slots=True)
class Offices:
    """How offices are held, and the verbs that take somebody into, through and out of one."""

    former: Spaced
    acting: Spaced
    outgoing: Spaced
    incoming: Spaced
    late: Spaced
    then: Spaced
    begins: Spaced
    serves: Spaced
    ends: Spaced
    done_to: Spaced
    with_particle: Spaced
    alone: Spaced
    ruling: Spaced
    deputies: Spaced
    before_turn: Spaced
    behind_turn: Spaced
    to_office: Spaced
    offices: Spaced


@dataclass(frozen=True, slots=True)
class Honorifics:
    either: Spaced
    f: Spaced
    m: Spaced


@dataclass(frozen=True, slots=True)
class Groups:
    generic: Spaced
    army: Spaced
    armed: Spaced
    opposing: Spaced
    acting: Spaced
    plural: Spaced


@dataclass(frozen=True, slots=True)
class Meant:
    """Words that tell which group a description of fighters means, or leave it open."""

    fighting: Spaced
    colour: Spaced
    size: Spaced
    left: Spaced
    any_group: Spaced
    alone: Spaced
    militias: Spaced
    parties: Spaced


@dataclass(frozen=True, slots=True)
class Bodies:
    state: Spaced
    other: Spaced
    every: Spaced
    media: Spaced
    agency: Spaced
    portfolios: Spaced
    speaking_for: Spaced
    papers: Spaced
    in_names: Spaced
    leading: Spaced


@dataclass(frozen=True, slots=True)
class People:
    nouns: Spaced


@dataclass(frozen=True, slots=True)
class Same:
    sets: tuple[Spaced, ...]


@dataclass(frozen=True, slots=True)
class Metonyms:
    governing: Spaced
    subject: Spaced
    object: Spaced
    dealings: Spaced
    possessed: Spaced
    disposed: Spaced
    dealing: Spaced
    on: Spaced
    against: Spaced
    joined: Spaced


@dataclass(frozen=True, slots=True)
class Grammar:
    never: Spaced
    ranks: Spaced
    grades: Spaced
    generals: Spaced
    not_actors: Spaced
    accusing: Spaced
    denying: Spaced
    answering: Spaced
    charges: Spaced
    saying: Spaced
    texts: Spaced
    said: Spaced
    calling: Spaced
    dwellers: Spaced


@dataclass(frozen=True, slots=True)
class Called:
    """Between a person's name and his other one; patterns."""

    how: Pattern
    so: Pattern


@dataclass(frozen=True, slots=True)
class States:
    """In the formal names of states and of their governments; patterns."""

    formal: Pattern
    governments: Pattern


@dataclass(frozen=True, slots=True)
class Titles:
    """The words of `titles.toml`, singular and in lower case."""

    persons: Persons
    tenure: Offices
    honorifics: Honorifics
    groups: Groups
    meant: Meant
    bodies: Bodies
    people: People
    same: Same
    metonyms: Metonyms
    grammar: Grammar
    called: Called
    states: States


def checked(content: object) -> Titles:
    """Raises KnowledgeError for an unknown or missing section or key."""
    return shaped(Titles, content, "titles.toml")


@cache
def role_words() -> Titles:
    return checked(table("titles"))


@cache
def persons() -> frozenset[str]:
    """Nouns for a person, by office, trade or kin."""
    return role_words().persons.either | frozenset(genders())


@cache
def genders() -> dict[str, Gender]:
    """Nouns for persons of one gender."""
    return {**dict.fromkeys(role_words().persons.f, "f"), **dict.fromkeys(role_words().persons.m, "m")}


@cache
def honorifics() -> dict[str, Gender | None]:
    """Titles and ranks before a name, with the gender that they tell."""
    made: dict[str, Gender | None] = dict.fromkeys(role_words().honorifics.either)
    return {**made, **dict.fromkeys(role_words().honorifics.f, "f"), **dict.fromkeys(role_words().honorifics.m, "m")}


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """By a noun all those that may stand for the same one, itself included."""
    made: dict[str, frozenset[str]] = {}
    for group in role_words().same.sets:
        for word in group:
            made[word] = made.get(word, frozenset()) | group
    return made


@cache
def tenures() -> dict[str, Tenure]:
    """How a word before an office says that it is held: "ex" -> former."""
    return {word: tenure for tenure in get_args(Tenure) for word in getattr(role_words().tenure, tenure)}


@cache
def turns() -> dict[str, Turn]:
    """What a verb does with an office: "resigned" -> ends."""
    return {word: turn for turn in get_args(Turn) for word in getattr(role_words().tenure, turn)}


@cache
def in_names() -> frozenset[str]:
    """Nouns that the names of bodies hold."""
    return role_words().bodies.in_names | role_words().bodies.leading


@cache
def actor_nouns() -> frozenset[str]:
    """All nouns for persons, groups, bodies and people."""
    groups, bodies = role_words().groups, role_words().bodies
    return (
        persons() | groups.generic | groups.armed | groups.acting | groups.plural
        | bodies.state | bodies.other | bodies.media | bodies.agency | role_words().people.nouns
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class GivenNames:
    f: Spaced
    m: Spaced


@cache
def given_names() -> dict[str, Gender]:
    """Lower-case given names whose bearers are nearly always of one gender."""
    names = shaped(GivenNames, table("actors_given_names"), "actors_given_names.toml")
    return {**dict.fromkeys(names.m, "m"), **dict.fromkeys(names.f, "f")}
