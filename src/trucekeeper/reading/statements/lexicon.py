"""The cues of `knowledge/cues.toml`: which words make somebody say something, what they do, and what their content can be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.shaped import shaped

KINDS = ("verb", "noun", "adjective", "adverb", "hedge")
IRREGULAR, WORDS = "irregular", "words"
KEYS = frozenset({"act", "frames", "tone", "neutral", "addressee", "words"})
ACTS = frozenset(
    {"statement", "report", "announcement", "confirmation", "denial", "claim", "testimony", "demand", "order", "proposal", "question", "accusation"}
    | {"threat", "warning", "promise", "intention", "refusal", "belief", "assessment", "prediction", "designation", "support", "opposition", "apology", "count"}
)
TONES = frozenset({"neutral", "loaded-doubt", "loaded-guilt", "loaded-force"})
PREPOSITIONS = frozenset({"of", "about", "against", "for", "with", "on", "over", "as", "at", "to", "in"})
FRAMES = frozenset({"quote", "that", "np", "to", "obj-to", "ing", "small", "two", "tally"}) | PREPOSITIONS | {f"obj-{p}" for p in PREPOSITIONS}


@dataclass(frozen=True, slots=True)
class Cue:
    """One word and what it does; `frames` are the shapes of content that it takes."""

    word: str
    act: str
    frames: frozenset[str]
    tone: str = "neutral"
    addressee: bool = False
    neutral: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of words that do one thing beside the cues."""

    prepositions: frozenset[str]
    documents: frozenset[str]
    venues: frozenset[str]
    gatherings: frozenset[str]
    visits: frozenset[str]
    audience: frozenset[str]
    appearing: frozenset[str]
    dates: frozenset[str]
    day_parts: frozenset[str]
    speakers: frozenset[str]
    tallies: frozenset[str]
    summing: frozenset[str]
    outlets: frozenset[str]
    naming: frozenset[str]
    reticent: frozenset[str]
    silent: frozenset[str]
    particulars: frozenset[str]
    preventing: frozenset[str]
    withheld: frozenset[str]
    discharging: frozenset[str]
    nicknaming: frozenset[str]
    rejecting: frozenset[str]
    charges: frozenset[str]
    owning: frozenset[str]
    taken: frozenset[str]
    issuing: frozenset[str]
    platforms: frozenset[str]
    desks: frozenset[str]
    asking: frozenset[str]
    answering: frozenset[str]
    becoming: frozenset[str]
    counting: frozenset[str]
    light: frozenset[str]
    citing: frozenset[str]
    cited: frozenset[str]
    referring: frozenset[str]
    conversing: frozenset[str]
    interviewed: frozenset[str]
    leading: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """By kind and lemma ("call for" for a verb with its preposition or particle); `verbs` has every reading of a word, in the file's order."""

    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    adverbs: dict[str, Cue]
    hedges: dict[str, Cue]
    words: Words
    forms: dict[str, str]
    plurals: dict[str, str]

    def loaded(self, word: str) -> Cue | None:
        """The reading of a verb that has a neutral word beside it."""
        return next((c for c in self.verbs.get(word, ()) if c.neutral is not None), None)

    def verb(self, word: str, frame: str) -> Cue | None:
        return next((c for c in self.verbs.get(word, ()) if frame in c.frames), None)


@cache
def lexicon() -> Lexicon:
    return build(table("cues"))


def build(data: dict[str, Any]) -> Lexicon:
    """The lexicon of a parsed cues file. Raises KnowledgeError on an unknown kind, key, act, frame or tone, or a word given twice in a group."""
    unknown = set(data) - set(KINDS) - {IRREGULAR, WORDS}
    if unknown:
        raise KnowledgeError(f"unknown kinds: {', '.join(sorted(unknown))}", where="cues.toml")
    cues = {kind: [cue for group in data.get(kind, []) for cue in _group(kind, group)] for kind in KINDS}
    verbs: dict[str, tuple[Cue, ...]] = {}
    for cue in cues["verb"]:
        verbs[cue.word] = (*verbs.get(cue.word, ()), cue)

    def once(kind: str) -> dict[str, Cue]:
        found: dict[str, Cue] = {}
        for cue in cues[kind]:
            found.setdefault(cue.word, cue)
        return found

    nouns, hedges, words = once("noun"), once("hedge"), shaped(Words, data.get(WORDS, {}), "cues.toml [words]")
    forms = _forms(sorted({word.split()[0] for word in verbs} | set(hedges)), data.get(IRREGULAR, {}))
    counted = (nouns, words.speakers, words.documents, words.tallies, words.venues, words.audience, words.charges, words.taken, words.summing)
    return Lexicon(verbs, nouns, once("adjective"), once("adverb"), hedges, words, forms, _plurals(sorted({word for held in counted for word in held})))


def _group(kind: str, group: dict[str, Any]) -> list[Cue]:
    where = f"cues.toml [[{kind}]] {group.get('words', ['?'])[:3]!s}"
    if set(group) - KEYS:
        raise KnowledgeError(f"unknown keys: {', '.join(sorted(set(group) - KEYS))}", where=where)
    act, tone, frames = group.get("act", "statement"), group.get("tone", "neutral"), frozenset(group.get("frames", ()))
    if act not in ACTS or tone not in TONES or frames - FRAMES:
        raise KnowledgeError(f"unknown act, tone or frame: {act}, {tone}, {', '.join(sorted(frames - FRAMES))}", where=where)
    words = [str(w).lower() for w in group["words"]]
    if len(set(words)) < len(words):
        raise KnowledgeError(f"given twice: {', '.join(sorted({w for w in words if words.count(w) > 1}))}", where=where)
    neutral = str(group.get("neutral", "")) or None
    if neutral is not None and tone == "neutral":
        raise KnowledgeError(f"a neutral word for one that is not loaded: {neutral}", where=where)
    return [Cue(word, act, frames, tone, addressee=bool(group.get("addressee", False)), neutral=neutral) for word in words]


def _forms(verbs: list[str], irregular: dict[str, list[str]]) -> dict[str, str]:
    """Every inflected form of the verbs and what it is a form of; the pipeline's own lemmas are not always words."""
    found: dict[str, str] = {}
    for verb in verbs:
        for form in (*irregular.get(verb, ()), *inflections(verb)):
            found.setdefault(form, verb)
    return {**found, **{verb: verb for verb in verbs}}


def _plurals(nouns: list[str]) -> dict[str, str]:
    """The plural of each noun -> the noun; a plural that is a word of its own ("remarks") stays one."""
    found = {}
    for noun in nouns:
        if noun.endswith("man"):
            found[f"{noun[:-3]}men"] = noun
        elif noun.endswith("y") and noun[-2:-1] not in "aeiou":
            found[f"{noun[:-1]}ies"] = noun
        else:
            found[f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"] = noun
    return {plural: noun for plural, noun in found.items() if plural not in nouns}


def inflections(verb: str) -> tuple[str, ...]:
    """The regular forms, a last consonant doubled or not."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing", f"{verb}ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"
    doubled = (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing") if verb[-1:] in "bdglmnprt" else ()
    return third, f"{verb}ed", f"{verb}ing", *doubled
