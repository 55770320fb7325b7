"""What nouns list: "their demands include …", "three conditions: …", "among their demands were …", "the demand is that …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.phrases import clause, trimmed
from trucekeeper.language.grammar.subjects import subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.positions.found import Found
from trucekeeper.reading.positions.lexicon import stances
from trucekeeper.reading.positions.lists import is_listing, items, matter_end, unfolded
from trucekeeper.reading.positions.nouns import owner_of, stance_noun


def of_list(verb: Token) -> Iterator[Found]:
    """ "their demands include a withdrawal, an end to the siege and the release of prisoners" is three."""
    ahead = modal(verb)
    if not is_listing(verb) or base(verb) == "xcomp" or children(verb, "expl") or (ahead is not None and ahead.lower_ in {"could", "may", "might"}):
        return
    for subject in subjects(verb):
        held = stance_noun(subject)
        if held is None:
            continue
        partial = lemma_in(verb, {"include", "range"}) is not None
        for item in items(verb):
            yield Found(owner_of(held[0]) or owner_of(subject) or last_owner(held[0]), held[1], item, clause(verb), partial=partial)
        return


def last_owner(noun: Token) -> Token | None:
    """Whose "the demands" are: whose the same word was last; "other conditions" go on with demands of any name."""
    others = any(c.lower_ in {"other", "further", "additional", "remaining"} for c in children(noun, "amod"))
    stance = stances().nouns.get(lemma_in(noun, stances().nouns) or "")
    before = (
        t
        for t in reversed(noun.doc[: noun.sent.start])
        if t.pos_ == "NOUN" and (t.lemma_ == noun.lemma_ or (others and stances().nouns.get(lemma_in(t, stances().nouns) or "") == stance))
    )
    return next((o for t in before if (o := owner_of(t)) is not None and o.pos_ != "PRON"), None)


def of_among(mark: Token) -> Iterator[Found]:
    """ "Among the alliance's demands were the release of detainees and the pull-out of troops"."""
    if mark.lower_ != "among":
        return
    doc, end = mark.doc, mark.sent.end
    noun = next((t for t in doc[mark.i + 1 : min(end, mark.i + 8)] if t.pos_ == "NOUN" and lemma_in(t, stances().nouns)), None)
    be = next((t for t in doc[noun.i + 1 : min(end, noun.i + 9)] if t.lower_ in {"was", "were", "is", "are"}), None) if noun is not None else None
    if noun is None or be is None or any(is_verbal(t) for t in doc[noun.i + 1 : be.i]):
        return
    owner = owner_of(noun) or last_owner(noun)
    for item in items(be):
        yield Found(owner, stances().nouns[lemma_in(noun, stances().nouns) or ""], item, doc[mark.i : item.end], partial=True)


def of_equation(noun: Token) -> Iterator[Found]:
    """ "The rebels' key demand is for a new government", "their demand is that he resign"."""
    lemma = lemma_in(noun, stances().nouns)
    if lemma is None:
        return
    doc, end = noun.doc, noun.sent.end
    be = next((t for t in doc[noun.i + 1 : min(end, noun.i + 4)] if t.lower_ in {"is", "was", "remains", "are", "were"}), None)
    if be is None or base(noun) != "nsubj" or any(t.is_punct for t in doc[noun.i + 1 : be.i]) or be.i + 2 >= end:
        return
    owner = owner_of(noun)
    opens = doc[be.i + 1]
    if owner is None or opens.lower_ not in {"for", "that", "to"} or is_negated(noun.head):
        return
    start = be.i + 1 + (opens.lower_ != "to")
    rest = doc[start:end]
    content = trimmed(doc[start : matter_end(rest, be)])
    if len(content):
        yield from (Found(owner, stances().nouns[lemma], part, content) for part in unfolded(content, content.end))


def of_doing(noun: Token) -> Iterator[Found]:
    """ "The other conditions are bringing the culprits to justice, opening the roads and a neutral venue": a list that begins with what is to be done."""
    lemma = lemma_in(noun, stances().nouns)
    doc, end = noun.doc, noun.sent.end
    be = noun.i + 1
    if lemma is None or stances().nouns[lemma] not in {"demands", "conditions"} or be + 1 >= end or doc[be].lower_ not in {"is", "are", "was", "were"}:
        return
    if doc[be + 1].tag_ != "VBG" or doc[be + 1].lower_ == "being":
        return
    owner = owner_of(noun) or last_owner(noun)
    for item in items(doc[be]):
        yield Found(owner, stances().nouns[lemma], item, doc[noun.i : item.end])


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
