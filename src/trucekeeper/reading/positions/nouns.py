"""Stances by nouns: "their demands include …", "its demand for a withdrawal", "the refusal to attend", "has no objection to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.relations import (
    ancestors,
    auxiliaries,
    base,
    children,
    clause,
    is_negated,
    obliques,
    own_subjects,
    particle,
    possessors,
    subjects,
)
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import forms, lemma_in
from trucekeeper.reading.events.speech import speaker_of
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.positions.contents import next_head, of_word, unwrapped
from trucekeeper.reading.positions.found import Found, is_side
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.lists import FINITE, is_listing, items, matter_end, unfolded

# the prepositions by which a noun of each stance names its matter
MATTER_OF: dict[Stance, tuple[str, ...]] = {
    "demands": ("for", "to"),
    "offers": ("of", "for", "to"),
    "accepts": ("of", "for", "to", "on"),
    "rejects": ("of", "to", "on"),
    "proposes": ("for", "on", "to"),
    "conditions": ("for",),
}


def owner_of(noun: Token) -> Token | None:
    """Whose demand, plan or condition it is: its possessor, the one whom it is "of", "by" or "from", an adjective of origin, or whoever has or voices it."""
    found = [p for p in [*possessors(noun), *obliques(noun, "by", "from")] if is_side(p) or p.pos_ == "PRON"]
    if lemma_in(noun, listed("of_somebody")):
        found += [p for p in obliques(noun, "of") if is_side(p)]
    if found:
        return found[0]
    origin = next((c for c in children(noun, "amod", "compound") if c.i < noun.i and is_side(c) and c.i not in {noun.i}), None)
    if origin is not None:
        return origin
    verb = noun.head
    if base(noun) == "obj" and is_verbal(verb) and lemma_in(verb, listed("holding")):
        return next((s for s in subjects(verb) if is_side(s) or s.pos_ == "PRON"), None)
    return None


def stance_noun(noun: Token) -> tuple[Token, Stance] | None:
    """The noun that takes the stance: the word itself or what it is a list of ("a list of demands")."""
    for word in [noun, *obliques(noun, "of")]:
        lemma = lemma_in(word, stances().nouns)
        if lemma:
            return word, stances().nouns[lemma]
    return None


def of_list(verb: Token) -> Iterator[Found]:
    """ "their demands include a withdrawal, an end to the siege and the release of prisoners" is three."""
    if not is_listing(verb):
        return
    for subject in own_subjects(verb):
        held = stance_noun(subject)
        if held is None:
            continue
        partial = lemma_in(verb, {"include", "range"}) is not None
        for item in items(verb):
            yield Found(owner_of(held[0]) or owner_of(subject), held[1], item, clause(verb), partial=partial)
        return


def standing_of(noun: Token, stance: Stance) -> Stance | None:
    """What is left of a stance that its own "no" or the verb above it takes back: "has no objection", "dropped its demand"."""
    if any(d.lower_ == "no" for d in children(noun, "det")):
        lemma = lemma_in(noun, stances().negated)
        return stances().negated[lemma] if lemma else None
    verb = noun.head
    if base(noun) in {"obj", "obl", "nsubj"} and is_verbal(verb):
        if is_negated(verb):
            return None
        given_up = listed("giving_up")
        if lemma_in(verb, given_up) or (particle(verb) and any(f"{form} {particle(verb)}" in given_up for form in forms(verb.lemma_, verb.lower_))):
            return "accepts" if stance == "rejects" else None
    return stance


def of_noun(noun: Token) -> Iterator[Found]:
    """ "its demand for a withdrawal", "their call to lift the siege", "no intention of disarming"."""
    lemma = lemma_in(noun, stances().nouns)
    negative = any(d.lower_ == "no" for d in children(noun, "det"))
    if lemma is None and not (negative and lemma_in(noun, {"intention", "plan"})):
        return
    stance = stances().nouns[lemma] if lemma is not None else "offers"
    owner = owner_of(noun)
    if owner is None or (base(noun) == "nsubj" and is_listing(noun.head) and noun.head.lemma_ != "be"):
        return
    kept = standing_of(noun, stance)
    if kept is None:
        return
    marks = ("of", "to", "for") if lemma is None else MATTER_OF[stance]
    inner = [*obliques(noun, *marks), *(c for c in children(noun, "acl") if has_to(c) or children(c, "mark"))]
    inner = [i for i in inner if i.i > noun.i and i != owner]
    if not inner and noun.i + 1 < noun.sent.end and noun.nbor().lower_ in {*marks, "to"}:
        lost = next_head(noun.nbor(), noun.sent.end)
        inner = [lost] if lost is not None else []
    for head in inner[:1]:
        content = of_word(unwrapped(head))
        if content.start <= noun.i:
            continue
        whole = noun.doc[noun.left_edge.i : max(noun.right_edge.i + 1, content.end)]
        limit = min([noun.head.i, *(a.i for a in auxiliaries(noun.head) if a.i > noun.i)]) if base(noun) == "nsubj" and noun.head.i > noun.i else None
        yield from (Found(owner, kept, part, whole) for part in unfolded(content, matter_end(content, noun, limit)))


def of_enumeration(noun: Token) -> Iterator[Found]:
    """ "set three conditions: the release of …, the lifting of …", "a list of demands, among them a republic"."""
    lemma = lemma_in(noun, stances().nouns)
    if lemma is None:
        return
    doc, end = noun.doc, noun.sent.end
    opening = next((i for i in range(noun.i + 1, min(end - 1, noun.i + 8)) if opens_list(doc[i])), None)
    if opening is None or any(t.tag_ in FINITE for t in doc[noun.i + 1 : opening]):
        return
    owner = owner_of(noun) or next((o for a in (noun.head, noun.head.head) if a.pos_ == "NOUN" and (o := owner_of(a)) is not None), None)
    partial = doc[opening].text != ":"
    for item in items(doc[opening]):
        yield Found(owner, stances().nouns[lemma], item, doc[noun.i : item.end], partial=partial)


def opens_list(token: Token) -> bool:
    return token.text == ":" or token.lower_ in {"including", "namely"} or (token.lower_ in {"them", "which"} and token.nbor(-1).lower_ == "among")


def of_verdict(token: Token) -> Iterator[Found]:
    """ "it's a good first step", "the plan is unacceptable", said by somebody of a proposal."""
    lemma = lemma_in(token, stances().verdicts)
    if lemma is None or not children(token, "cop") or status_of(token).status == "conditional":
        return
    subjects_here = own_subjects(token)
    if not any(s.lower_ in {"it", "this", "that"} or stance_noun(s) for s in subjects_here):
        return
    stance = stances().verdicts[lemma]
    if is_negated(token):
        stance = "rejects" if stance == "accepts" else "accepts"
    yield Found(speaker_of(token), stance, clause(token), clause(token), fallback="agreement or plan" if near_proposal(token) else None)


def near_proposal(token: Token) -> bool:
    """Whether a plan or proposal is spoken of in the sentence or the one before it."""
    start = token.sent.start
    before = token.doc[start - 1].sent.start if start else start
    return any(stances().nouns.get(lemma_in(t, stances().nouns) or "") == "proposes" for t in token.doc[before : token.sent.end] if t.pos_ == "NOUN")


def last_subject(pronoun: Token) -> Token | None:
    """Whom "its demand" means where the pronoun resolves to nobody: the subject of the verb above."""
    verb = next((a for a in ancestors(pronoun) if is_verbal(a)), None)
    return next((s for s in subjects(verb) if is_side(s) and s.i < pronoun.i), None) if verb is not None else None
