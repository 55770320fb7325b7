"""What is known beforehand of actors: states with capitals and demonyms, groups, bodies, media. Data in `knowledge/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from ahocorasick_rs import AhoCorasick, MatchKind

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.ids import slug
from trucekeeper.reading.layers import ActorKind
from trucekeeper.reading.tables import STATE_COLUMNS, checked_keys, checked_rows, values

SurfaceForm = Literal["name", "adjective", "people", "capital"]
ACTOR_COLUMNS = ["id", "name", "kind", "people", "called", "aliases", "wikidata"]
KINDS = frozenset({"group", "body", "agency", "media"})
PEOPLE_SCHEMA = frozenset({"forms", "plural", "within"})
NO_PLURAL = ("ese", "ch", "sh", "ss", "s", "men", "women", "é")  # demonyms that are their own plural, or have none


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of `knowledge/`. `people` are ISO codes of the states that it belongs to; a state's is its own."""

    id: str
    name: str
    kind: ActorKind
    people: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to write a known actor."""

    text: str
    actor: str
    form: SurfaceForm


@dataclass(frozen=True, slots=True)
class Lexicon:
    known: dict[str, Known]
    surfaces: list[Surface]
    matcher: AhoCorasick


def load_states() -> tuple[list[Known], list[Surface]]:
    states, surfaces = [], []
    for row in checked_rows("actors_states", STATE_COLUMNS):
        key = f"state:{slug(row['name'])}"
        called = frozenset({"state", "country", "government"})
        states.append(Known(key, row["name"], "state", frozenset({row["iso"]}), called, row["wikidata"] or None))
        surfaces += [Surface(n, key, "name") for n in (row["name"], *values(row["aliases"]))]
        surfaces += [Surface(n, key, "capital") for n in values(row["capitals"])]
        for demonym in values(row["demonyms"]):
            surfaces.append(Surface(demonym, key, "adjective"))
            if not demonym.endswith(NO_PLURAL) and "." not in demonym and not demonym.isupper():
                surfaces.append(Surface(f"{demonym}s", key, "people"))
    return states, surfaces


def called_so(cell: str) -> frozenset[str]:
    """The nouns of the field, plural ones in the singular too ("rebels" is what a description's lemma calls "rebel")."""
    found = values(cell)
    return frozenset(found) | frozenset(w[:-1] for w in found if w.endswith("s"))


def load_actors() -> tuple[list[Known], list[Surface]]:
    actors, surfaces = [], []
    for row in checked_rows("actors", ACTOR_COLUMNS):
        if row["kind"] not in KINDS:
            raise KnowledgeError(f"{row['id']}: no such kind of actor: {row['kind']!r}", where="actors.csv")
        kind = cast(ActorKind, row["kind"])
        actors.append(Known(row["id"], row["name"], kind, frozenset(values(row["people"])), called_so(row["called"]), row["wikidata"] or None))
        surfaces += [Surface(n, row["id"], "name") for n in (row["name"], *values(row["aliases"]))]
    return actors, surfaces


def hyphened(names: str) -> list[str]:
    """Names with a blank also with a hyphen ("Bosnian Serb", "Bosnian-Serb")."""
    return [form for name in values(names) for form in dict.fromkeys((name, name.replace(" ", "-")))]


def load_peoples() -> tuple[list[Known], list[Surface]]:
    data = table("demonyms")
    checked_keys("demonyms.toml", data, {"peoples"})
    peoples, surfaces = [], []
    for key, row in data["peoples"].items():
        checked_keys(f"demonyms.toml [{key}]", row, PEOPLE_SCHEMA)
        name = (values(row["plural"]) or values(row["forms"]))[0]
        peoples.append(Known(f"people:{key}", name, "people", frozenset(values(row["within"]))))
        surfaces += [Surface(n, f"people:{key}", "adjective") for n in hyphened(row["forms"])]
        surfaces += [Surface(n, f"people:{key}", "people") for n in hyphened(row["plural"])]
    return peoples, surfaces


@cache
def lexicon() -> Lexicon:
    """The gazetteer, made once a process. A name beats a capital and an adjective of the same spelling."""
    states, state_surfaces = load_states()
    actors, actor_surfaces = load_actors()
    peoples, people_surfaces = load_peoples()
    chosen: dict[str, Surface] = {}
    rank = {"name": 0, "capital": 1, "people": 2, "adjective": 3}
    for surface in sorted([*actor_surfaces, *state_surfaces, *people_surfaces], key=lambda s: rank[s.form]):
        chosen.setdefault(surface.text, surface)
    surfaces = list(chosen.values())
    matcher = AhoCorasick([s.text for s in surfaces], matchkind=MatchKind.LeftmostLongest)
    return Lexicon({k.id: k for k in (*states, *actors, *peoples)}, surfaces, matcher)


@cache
def armies() -> dict[str, str]:
    """ISO codes of states -> the id of the state's army, where the list has it."""
    bodies = (k for k in lexicon().known.values() if k.kind == "body" and "army" in k.called and len(k.people) == 1)
    return {iso: known.id for known in bodies for iso in known.people}


@cache
def known_ids() -> dict[str, str]:
    """The known actor of each way to write one."""
    return {s.text: s.actor for s in lexicon().surfaces}


@cache
def surfaces() -> frozenset[str]:
    """All ways to write a known actor."""
    return frozenset(s.text for s in lexicon().surfaces)


@cache
def group_names() -> frozenset[str]:
    """All names of known groups."""
    return frozenset(s.text for s in lexicon().surfaces if s.form == "name" and lexicon().known[s.actor].kind == "group")


@cache
def state_names() -> frozenset[str]:
    """All names of states."""
    return frozenset(s.text for s in lexicon().surfaces if s.form == "name" and s.actor.startswith("state:"))
