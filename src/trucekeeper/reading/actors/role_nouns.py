"""Nouns for persons, groups and bodies, and words about them, from `knowledge/titles.toml`; given names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, get_args

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Tenure
from trucekeeper.reading.tables import checked_keys

Gender = Literal["f", "m"]
Turn = Literal["begins", "serves", "ends"]  # what a verb does with an office
TITLE_SCHEMA: dict[str, frozenset[str]] = {
    "persons": frozenset({"either", "f", "m", "kin"}),
    "tenure": frozenset(
        {
            *get_args(Tenure),
            "begins",
            "serves",
            "ends",
            "done_to",
            "with_particle",
            "alone",
            "ruling",
            "offices",
            "deputies",
            "before_turn",
            "behind_turn",
            "to_office",
        }
    ),
    "honorifics": frozenset({"either", "f", "m"}),
    "groups": frozenset({"generic", "armed", "opposing", "acting", "plural", "army"}),
    "meant": frozenset({"fighting", "colour", "size", "left", "any_group", "alone", "militias", "parties"}),
    "bodies": frozenset({"state", "other", "every", "media", "agency", "papers", "in_names", "leading", "portfolios", "speaking_for"}),
    "people": frozenset({"nouns"}),
    "same": frozenset({"sets"}),
    "metonyms": frozenset({"governing", "subject", "object", "dealings", "possessed", "disposed", "dealing", "on", "against", "joined"}),
    "grammar": frozenset(
        {"never", "ranks", "grades", "generals", "not_actors", "accusing", "denying", "answering", "charges", "saying", "said", "dwellers", "texts", "calling"}
    ),
}
NAMES_SCHEMA = frozenset({"f", "m"})


@dataclass(frozen=True, slots=True)
class Meant:
    """Words that tell which group a description of fighters means, or leave it open."""

    fighting: frozenset[str]
    colour: frozenset[str]
    size: frozenset[str]
    left: frozenset[str]
    any_group: frozenset[str]
    alone: frozenset[str]
    militias: frozenset[str]
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nouns:
    """The role nouns of `titles.toml`, each list a set of singular lower-case words."""

    persons: frozenset[str]
    kin: frozenset[str]
    gender: dict[str, Gender]
    honorifics: dict[str, Gender | None]
    generic: frozenset[str]
    armed: frozenset[str]
    opposing: frozenset[str]
    acting: frozenset[str]
    plural: frozenset[str]
    state_bodies: frozenset[str]
    bodies: frozenset[str]
    every: frozenset[str]
    media: frozenset[str]
    agencies: frozenset[str]
    papers: frozenset[str]
    in_names: frozenset[str]
    leading: frozenset[str]
    people: frozenset[str]
    same: dict[str, frozenset[str]]
    governing: frozenset[str]
    subject_verbs: frozenset[str]
    object_verbs: frozenset[str]
    dealings: frozenset[str]
    possessed: frozenset[str]
    disposed: frozenset[str]
    dealing: frozenset[str]
    on: frozenset[str]
    against: frozenset[str]
    joined: frozenset[str]
    never: frozenset[str]
    texts: frozenset[str]
    ranks: frozenset[str]
    grades: frozenset[str]
    generals: frozenset[str]
    not_actors: frozenset[str]
    accusing: frozenset[str]
    denying: frozenset[str]
    answering: frozenset[str]
    charges: frozenset[str]
    saying: frozenset[str]
    said: frozenset[str]
    dwellers: frozenset[str]
    tenures: dict[str, Tenure]  # "ex" -> former
    turns: dict[str, Turn]  # "resigned" -> ends
    done_to: frozenset[str]
    with_particle: frozenset[str]
    alone: frozenset[str]
    ruling: frozenset[str]
    offices: frozenset[str]
    deputies: frozenset[str]
    before_turn: frozenset[str]
    behind_turn: frozenset[str]
    to_office: frozenset[str]
    army: frozenset[str]
    portfolios: frozenset[str]
    speaking_for: frozenset[str]
    calling: frozenset[str]
    meant: Meant
    all: frozenset[str] = field(default=frozenset())


def parse_titles(data: dict[str, Any]) -> Nouns:
    """The nouns of `titles.toml`, its keys checked."""
    checked_keys("titles.toml", data, TITLE_SCHEMA)
    sections: dict[str, dict[str, Any]] = data
    for section, keys in TITLE_SCHEMA.items():
        checked_keys(f"titles.toml [{section}]", sections[section], keys)

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(sections[section][key].split())

    gender: dict[str, Gender] = {**dict.fromkeys(words("persons", "f"), "f"), **dict.fromkeys(words("persons", "m"), "m")}
    honorifics: dict[str, Gender | None] = dict.fromkeys(words("honorifics", "either"))
    honorifics.update(dict.fromkeys(words("honorifics", "f"), "f"))
    honorifics.update(dict.fromkeys(words("honorifics", "m"), "m"))
    persons = words("persons", "either") | frozenset(gender)
    same: dict[str, frozenset[str]] = {}
    for group in data["same"]["sets"]:
        for word in group.split():
            same[word] = same.get(word, frozenset()) | frozenset(group.split())
    nouns = Nouns(
        persons=persons,
        kin=words("persons", "kin"),
        gender=gender,
        honorifics=honorifics,
        generic=words("groups", "generic"),
        armed=words("groups", "armed"),
        opposing=words("groups", "opposing"),
        acting=words("groups", "acting"),
        plural=words("groups", "plural"),
        state_bodies=words("bodies", "state"),
        bodies=words("bodies", "other"),
        every=words("bodies", "every"),
        media=words("bodies", "media"),
        agencies=words("bodies", "agency"),
        papers=words("bodies", "papers"),
        in_names=words("bodies", "in_names") | words("bodies", "leading"),
        leading=words("bodies", "leading"),
        people=words("people", "nouns"),
        same=same,
        governing=words("metonyms", "governing"),
        subject_verbs=words("metonyms", "subject"),
        object_verbs=words("metonyms", "object"),
        dealings=words("metonyms", "dealings"),
        possessed=words("metonyms", "possessed"),
        disposed=words("metonyms", "disposed"),
        dealing=words("metonyms", "dealing"),
        on=words("metonyms", "on"),
        against=words("metonyms", "against"),
        joined=words("metonyms", "joined"),
        never=words("grammar", "never"),
        texts=words("grammar", "texts"),
        ranks=words("grammar", "ranks"),
        grades=words("grammar", "grades"),
        generals=words("grammar", "generals"),
        not_actors=words("grammar", "not_actors"),
        accusing=words("grammar", "accusing"),
        denying=words("grammar", "denying"),
        answering=words("grammar", "answering"),
        charges=words("grammar", "charges"),
        saying=words("grammar", "saying"),
        said=words("grammar", "said"),
        dwellers=words("grammar", "dwellers"),
        tenures={word: tenure for tenure in get_args(Tenure) for word in words("tenure", tenure)},
        turns={word: turn for turn in get_args(Turn) for word in words("tenure", turn)},
        done_to=words("tenure", "done_to"),
        with_particle=words("tenure", "with_particle"),
        alone=words("tenure", "alone"),
        ruling=words("tenure", "ruling"),
        offices=words("tenure", "offices"),
        deputies=words("tenure", "deputies"),
        before_turn=words("tenure", "before_turn"),
        behind_turn=words("tenure", "behind_turn"),
        to_office=words("tenure", "to_office"),
        army=words("groups", "army"),
        portfolios=words("bodies", "portfolios"),
        speaking_for=words("bodies", "speaking_for"),
        calling=words("grammar", "calling"),
        meant=Meant(**{key: words("meant", key) for key in TITLE_SCHEMA["meant"]}),
    )
    together = (
        nouns.persons
        | nouns.generic
        | nouns.armed
        | nouns.acting
        | nouns.plural
        | nouns.state_bodies
        | nouns.bodies
        | nouns.media
        | nouns.agencies
        | nouns.people
    )
    object.__setattr__(nouns, "all", together)
    return nouns


@cache
def nouns() -> Nouns:
    return parse_titles(table("titles"))


@cache
def given_names() -> dict[str, Gender]:
    """Lower-case given names whose bearers are nearly always of one gender."""
    data = table("actors_given_names")
    checked_keys("actors_given_names.toml", data, NAMES_SCHEMA)
    found: dict[str, Gender] = dict.fromkeys(str(data["m"]).split(), "m")
    found |= dict.fromkeys(str(data["f"]).split(), "f")
    return found
