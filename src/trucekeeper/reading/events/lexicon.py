"""The acts and the words that name them, from `knowledge/acts.toml`; triggers are parsed once, and a mistake in the file is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from trucekeeper.knowledge import names, table
from trucekeeper.model.claims import PloverType, Status
from trucekeeper.model.errors import KnowledgeError

Content = Literal["", "fold", "take", "own"]
SPECIAL = frozenset(
    {"@actor", "@person", "@place", "@town", "@clause", "@infinitive", "@none", "@object", "@pronoun", "@bare", "@known", "@amid", "@between", "@own"}
)
KEYS = frozenset({"plover", "mode", "cameo", "acled", "stands", "content", "never_by", "verbs", "undergone", "nouns"})
TRIGGER = re.compile(r"^(?P<words>[\w'-]+(?: [\w'-]+)?)(?: (?P<side>[<>]) (?P<need>[^!]+?))?(?: ! (?P<ban>.+))?$")


@dataclass(frozen=True, slots=True)
class Act:
    """A domain act with its codes; `stands` is the status of the matter spoken of once the act is done, `content` what becomes of the matter spoken of,
    `never_by` the lemmas of what does no such act ("the flood killed nine")."""

    name: str
    plover: PloverType
    mode: str | None
    cameo: str
    acled: str
    stands: Status | None = None
    content: Content = ""
    never_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger: the act, a second word (particle, preposition or modifier), and the lemmas that an argument must or must not have
    (`of_subject`: the subject must); `undergone`: the subject is the one to whom it is done."""

    act: Act
    second: str | None
    need: frozenset[str]
    ban: frozenset[str]
    special: frozenset[str]
    of_subject: bool = False
    undergone: bool = False

    @property
    def weight(self) -> int:
        return 3 * bool(self.need) + 2 * bool(self.special) + 2 * bool(self.second) + bool(self.ban)


@dataclass(frozen=True, slots=True)
class Acts:
    """`verbs` and `nouns`: frames by first lemma, the most specific first (nouns by head lemma). `people`: nouns for somebody;
    `agreements`: nouns for agreements and proposals, `talks`: nouns for talks,
    `envoys`: nouns for those who speak for others, `truces`: nouns for a state that begins and ends, `places`: nouns for where something is,
    `sites`: nouns for what is hit, held or destroyed, `happenings`: nouns for what comes about and does nothing itself."""

    acts: dict[str, Act]
    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    people: frozenset[str]
    agreements: frozenset[str]
    talks: frozenset[str]
    envoys: frozenset[str]
    truces: frozenset[str]
    places: frozenset[str]
    sites: frozenset[str]
    happenings: frozenset[str]


def fail(what: str) -> KnowledgeError:
    return KnowledgeError(what, where="knowledge/acts.toml")


def make_act(name: str, entry: dict[str, Any], classes: dict[str, Any]) -> Act:
    unknown = set(entry) - KEYS
    if unknown:
        raise fail(f"act {name!r} has unknown keys: {', '.join(sorted(unknown))}")
    if entry.get("plover") not in get_args(PloverType):
        raise fail(f"act {name!r}: no such PLOVER root: {entry.get('plover')!r}")
    if entry.get("stands") not in (None, *get_args(Status)):
        raise fail(f"act {name!r}: no such status: {entry['stands']!r}")
    if entry.get("content", "") not in get_args(Content):
        raise fail(f"act {name!r}: content is fold, take or own, not {entry['content']!r}")
    never_by, _ = lemmas_of(entry.get("never_by"), classes, name)
    stands = cast("Status | None", entry.get("stands"))
    return Act(name, entry["plover"], entry.get("mode"), entry["cameo"], entry["acled"], stands, entry.get("content", ""), never_by)


def lemmas_of(words: str | None, classes: dict[str, Any], trigger: str) -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas and the special classes that a comma-separated list stands for."""
    lemmas: set[str] = set()
    special: set[str] = set()
    for word in (w.strip() for w in words.split(",")) if words else ():
        if word.startswith("="):
            lemmas.add(word[1:])
        elif word in SPECIAL:
            special.add(word)
        elif word in classes:
            lemmas.update(classes[word])
        else:
            raise fail(f"trigger {trigger!r}: no such class: {word!r}")
    for name, nouns in (("@actor", "people"), ("@place", "places")):
        if name in special:
            lemmas.update(classes[nouns])
    return frozenset(lemmas), frozenset(special)


def make_frame(act: Act, trigger: str, classes: dict[str, Any], *, noun: bool, undergone: bool = False) -> tuple[str, Frame]:
    """The first lemma (of a noun: the head) and the frame of one trigger."""
    found = TRIGGER.match(trigger)
    if not found:
        raise fail(f"act {act.name!r}: not a trigger: {trigger!r}")
    words = found["words"].split()
    key = words[-1] if noun else words[0]
    second = (words[0] if noun else words[1]) if len(words) > 1 else None
    need, special = lemmas_of(found["need"], classes, trigger)
    ban, _ = lemmas_of(found["ban"], classes, trigger)
    return key, Frame(act, second, need, ban, special, found["side"] == "<", undergone)


def index(frames: Iterable[tuple[str, Frame]]) -> dict[str, tuple[Frame, ...]]:
    made: dict[str, list[Frame]] = {}
    for key, frame in frames:
        made.setdefault(key, []).append(frame)
    return {key: tuple(sorted(found, key=lambda f: -f.weight)) for key, found in made.items()}


def build(entries: dict[str, Any], classes: dict[str, Any]) -> Acts:
    """The lexicon of such tables. Raises KnowledgeError for unknown keys, codes, classes or a trigger that cannot be read."""
    acts = {name: make_act(name, entry, classes) for name, entry in entries.items()}
    verbs = [make_frame(acts[name], t, classes, noun=False) for name, entry in entries.items() for t in entry.get("verbs", ())]
    verbs += [make_frame(acts[name], t, classes, noun=False, undergone=True) for name, entry in entries.items() for t in entry.get("undergone", ())]
    nouns = [make_frame(acts[name], t, classes, noun=True) for name, entry in entries.items() for t in entry.get("nouns", ())]
    return Acts(
        acts,
        index(verbs),
        index(nouns),
        frozenset(classes["people"]),
        frozenset([*classes["agreement"], *classes["proposal"]]),
        frozenset(classes["talks"]),
        frozenset(classes["delegation"]),
        frozenset(classes["truce"]),
        frozenset(classes["places"]),
        frozenset([*classes["building"], *classes["land"], *classes["crossing"], *classes["vehicle"]]),
        frozenset(classes["happening"]),
    )


@cache
def noun_classes() -> dict[str, list[str]]:
    """The classes of `knowledge/acts_classes.toml`; the open ones, of people, with what WordNet has besides."""
    listed = table("acts_classes")
    return listed | {name: [*listed[name], *sorted(names("persons"))] for name in ("people", "captive")}


@cache
def acts() -> Acts:
    return build(table("acts"), noun_classes())


KINDS = {
    "roots": {"hurting", "harming", "dealing", "giving", "material", "speaking", "answering"},
    "acts": {
        "sending",
        "suffered",
        "scheduled",
        "achieved",
        "tolls",
        "moving",
        "passing",
        "handing",
        "declared",
        "firing",
        "decreeing",
        "setting",
        "ruining",
        "pausing",
        "aims",
    },
}


ROLE_WORDS = frozenset(
    {
        "toward",
        "where",
        "within",
        "around",
        "telling",
        "amid",
        "inside",
        "bounds",
        "ends",
        "spoken",
        "on",
        "sides",
        "beside",
        "prefixes",
        "idioms",
        "made",
        "creating",
        "going",
        "nobody",
        "texts",
        "posted",
        "laying",
        "forces",
        "announcing",
        "topic",
    }
)


def build_role_words(data: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """The words of `knowledge/acts_roles.toml` by what they say of a phrase. Raises KnowledgeError for unknown keys and for keys that are missing."""
    if wrong := set(data) ^ ROLE_WORDS:
        raise KnowledgeError(f"section 'words': unknown or missing: {', '.join(sorted(wrong))}", where="knowledge/acts_roles.toml")
    return {key: tuple(words) for key, words in data.items()}


@cache
def words_of_roles() -> dict[str, tuple[str, ...]]:
    """Prepositions by what they say of those behind them, and words that stand for nobody."""
    return build_role_words(table("acts_roles")["words"])


def build_kinds(data: dict[str, dict[str, list[str]]], known: Acts) -> dict[str, frozenset[str]]:
    """The kinds of act of `knowledge/acts_roles.toml` by name. Raises KnowledgeError for unknown sections and keys, and for names that are no root or act."""
    allowed: dict[str, Iterable[str]] = {"roots": get_args(PloverType), "acts": known.acts}
    found: dict[str, frozenset[str]] = {}
    for section, entries in data.items():
        wrong = [k for k in entries if k not in KINDS.get(section, ())] + [n for ns in entries.values() for n in ns if n not in allowed.get(section, ())]
        if wrong:
            raise KnowledgeError(f"section {section!r}: unknown: {', '.join(sorted(wrong))}", where="knowledge/acts_roles.toml")
        found |= {key: frozenset(value) for key, value in entries.items()}
    return found


@cache
def kinds() -> dict[str, frozenset[str]]:
    """What the kinds of act ask of those who take part: names of roots or acts by kind."""
    return build_kinds({section: entries for section, entries in table("acts_roles").items() if section != "words"}, acts())
