"""The words that say what becomes of an act, from `knowledge/status.toml`, and the few questions of form that they are asked with."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from trucekeeper.knowledge import table
from trucekeeper.language.grammar.auxiliaries import auxiliaries
from trucekeeper.language.grammar.clauses import markers, particle
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.model.claims import Status
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import forms, lemma_in
from trucekeeper.reading.events.lexicon import acts

SECTIONS = {
    "clause": {"reported", "through", "moving", "ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"},
    "nominal": {"told", "through", "ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"},
    "adjective": {"through", "ongoing", "planned", "conditional", "denied", "demanded"},
    "noun": {"told", "through", "tried", "planned", "proposed", "demanded", "threatened", "conditional", "denied"},
    "modifier": {"ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"},
    "preposition": {"told", "planned", "conditional", "denied"},
    "mark": {"conditional", "planned", "denied"},
    "hedge": {"adverbs", "adjectives", "verbs"},
    "time": {"future", "continuing"},
    "occurrence": {"verbs", "ongoing", "ending"},
    "state": {"ongoing", "proposed"},
    "subject": {"planned", "proposed", "conditional"},
    "listing": {"verbs"},
    "control": {"words"},
    "aim": {"nouns"},
    "trying": {"verbs"},
    "amount": {"nouns"},
    "feeling": {"nouns"},
    "averting": {"verbs"},
    "using": {"verbs"},
    "overseeing": {"verbs"},
    "habit": {"often", "every", "any"},
    "suffering": {"verbs"},
    "reporting": {"verbs"},
    "asserting": {"verbs"},
    "wishing": {"verbs"},
    "vowing": {"verbs"},
    "causing": {"verbs"},
    "causing an act": {"verbs"},
    "confirming": {"verbs"},
    "modal": {"planned", "conditional", "demanded"},
    "in force": {"nouns"},
    "lessening": {"verbs"},
    "falling short": {"words"},
    "called": {"words"},
    "calling": {"verbs"},
    "performing": {"verbs"},
    "moving": {"verbs"},
    "arrangement": {"nouns"},
    "believing": {"verbs"},
    "still ahead": {"words"},
    "up to now": {"words"},
    "moment": {"words"},
    "doubting": {"nouns"},
    "process": {"nouns"},
    "matter": {"words"},
    "means": {"words"},
    "joint": {"words"},
    "before a gerund": {"words"},
}

STATUSES = frozenset({"ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"})


def build(data: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, str]]:
    """Each section as word -> what it says. Raises KnowledgeError for a section or key that is not known."""
    for section, entries in data.items():
        unknown = set(entries) - SECTIONS.get(section, set())
        if unknown:
            raise KnowledgeError(f"section {section!r}: unknown keys: {', '.join(sorted(unknown))}", where="knowledge/status.toml")
    return {section: {word: key for key, words in entries.items() for word in words} for section, entries in data.items()}


@cache
def says() -> dict[str, dict[str, str]]:
    return build(table("status"))


def fold(inner: Status, outer: str) -> Status:
    """What an act is when the word nearer to it says `inner` and one further out says `outer`."""
    if outer not in STATUSES:
        return inner
    if outer == "denied":
        return "denied"
    if outer in {"demanded", "threatened", "proposed"}:
        return "conditional" if inner == "conditional" and outer == "threatened" else outer  # type: ignore[return-value]
    if outer == "conditional":
        return "conditional"
    if outer == "planned":
        return "planned" if inner in {"happened", "ongoing"} else inner
    return "ongoing" if inner == "happened" else inner


def is_verbal(token: Token) -> bool:
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VB", "VBD", "VBZ", "VBP"}:
        return not (token.tag_ == "VBG" and any(c.dep_ == "det" for c in token.children))
    return is_mistagged_verb(token) or (token.tag_ == "VBG" and any(a.lemma_.lower() == "be" for a in auxiliaries(token)))


def is_mistagged_verb(token: Token) -> bool:
    """A bare form that was tagged as a noun and yet has a subject of its own, or heads a clause ("that the president resign")."""
    if token.pos_ not in {"NOUN", "ADJ"}:
        return False
    if bare_before(token) is not None:
        return True
    if token.lower_ == token.lemma_.lower() and any(m.lower_ == "to" and m.i < token.i for m in markers(token)):
        return not children(token, "cop", "det", "case")  # "to free the students"
    if token.pos_ == "ADJ" and token.lower_.endswith("ed") and token.tag_ == "JJ" and base(token) in {"root", "ccomp", "conj", "advcl", "acl"}:
        return bool(own_subjects(token)) and not children(token, "cop", "aux")  # "the truce expired"
    if token.tag_ == "JJ" and children(token, "obj") and own_subjects(token) and not children(token, "cop"):
        return True  # "demanding that Niger free a commander", "said that it must free 19"
    if base(token) == "ccomp" and token.tag_ == "NN" and any(m.lower_ == "that" for m in markers(token)) and not children(token, "cop"):
        return True
    return (
        token.pos_ == "NOUN"
        and token.tag_ == "NN"
        and base(token) in {"ccomp", "root", "advcl", "conj"}
        and bool(own_subjects(token))
        and not children(token, "cop", "det", "case", "amod")
    )


def bare_before(token: Token) -> Token | None:
    """The "to" or modal of a verb that was read as an adjective ("are to free prisoners", "must free 19", "to normalise ties")."""
    if token.tag_ not in {"JJ", "VB"} or base(token) != "amod" or token.i < token.sent.start + 2 or lemma_in(token, acts().verbs) is None:
        return None
    before = token.nbor(-1)
    after_be = token.tag_ == "VB" or before.nbor(-1).lower_ in {"is", "are", "was", "were", "agreed", "ordered", "due"}
    return before if before.tag_ == "MD" or (before.lower_ == "to" and after_be) else None


def is_finite(verb: Token) -> bool:
    """With a tense of its own or of an auxiliary of its own."""
    return verb.tag_ in {"VBD", "VBP", "VBZ"} or any(a.tag_ in {"VBD", "VBP", "VBZ", "MD"} for a in auxiliaries(verb))


def has_to(verb: Token) -> bool:
    if any(m.lower_ == "to" for m in markers(verb)):
        return True
    if (before := bare_before(verb)) is not None:
        return before.lower_ == "to"
    bare = next((a for a in auxiliaries(verb) if a.tag_ == "VB"), verb)  # "to be investigated"
    return bare.tag_ == "VB" and bare.i > 0 and verb.doc[bare.i - 1].lower_ == "to"


def governor_word(token: Token, section: str, mark: str = "") -> str | None:
    """What a section says of a word, first with its particle or the preposition of its complement."""
    words = says()[section]
    lemma = lemma_in(token, words)
    second = particle(token) or mark or beside(token)
    for pair in (f"{form} {second}" for form in forms(token.lemma_.lower(), token.lower_)) if second else ():
        if pair in words:
            return words[pair]
    return words[lemma] if lemma else None


def stranded(verb: Token) -> str | None:
    """ "a truce was called for by both": the preposition that a passive keeps, where it makes another verb of it."""
    after = verb.i + 1
    if after >= len(verb.doc) or verb.doc[after].lower_ not in finding()["calling"] or not children(verb, "aux:pass") or not own_subjects(verb):
        return None
    beyond = verb.doc[after + 1] if after + 1 < len(verb.doc) else verb
    return verb.doc[after].lower_ if beyond.pos_ in {"ADP", "PUNCT", "ADV", "SCONJ", "CCONJ"} and beyond.head != verb.doc[after] else None


def beside(token: Token) -> str:
    """The particle right behind a word, where the tree gave it to another ("ruled out")."""
    if (left := stranded(token)) is not None:
        return left
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return after.lower_ if after.tag_ == "RP" or after.lower_ == "out" else ""


def state_of(predicate: Token) -> str | None:
    """ "has been in place since July", "is under discussion": what a predicate says of its subject, with the words before it."""
    phrase = predicate.doc[predicate.left_edge.i : predicate.i + 1].text.lower()
    return next((status for state, status in says()["state"].items() if phrase.endswith(state)), None)


def process_of(noun: Token) -> Token | None:
    """ "a disarmament campaign", "a coup attempt": the noun that an act's name stands before as an adjective."""
    compound = base(noun) == "compound" and noun.i + 1 == noun.head.i and lemma_in(noun.head, says()["process"]) is not None
    return noun.head if compound else None


def is_text_speaking(verb: Token) -> bool:
    """ "the pact allows them to return": what a text lets be done is still ahead."""
    return verb.tag_ in {"VBZ", "VBP"} and any(lemma_in(s, acts().agreements) for s in subjects(verb))


def said_by(governor: Token, *, nominal: bool, mark: str = "") -> str | None:
    """What a governing verb, adjective or noun says of its complement."""
    if is_verbal(governor):
        said = governor_word(governor, "clause", mark if nominal else "")
        if nominal:
            said = governor_word(governor, "nominal", mark) or said
        return "planned" if said == "through" and is_text_speaking(governor) else said
    if governor.pos_ == "ADJ" or governor.tag_ in {"VBN", "JJ"}:
        return governor_word(governor, "adjective") or governor_word(governor, "clause")
    said = governor_word(governor, "noun")
    if said is None and governor.pos_ != "PROPN" and governor.lower_.endswith(("ed", "s")):
        return governor_word(governor, "nominal" if nominal else "clause", mark)  # a verb that was tagged as a noun
    return said
