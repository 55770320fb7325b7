"""What stands in a list that somebody demands, plans or offers."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques, preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children, first_conjunct
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.phrases import is_harm
from trucekeeper.reading.events.statuswords import STATUSES, governor_word, is_verbal, says


def listed(noun: Token, head: Token) -> str | None:
    """ "their demands include a withdrawal": what the subject of a listing verb says of what it lists."""
    if base(noun) not in {"obj", "obl", "conj"} or not lemma_in(head, says()["listing"]):
        return None
    return listed_by(head, noun)


def is_of_harms(noun: Token, head: Token) -> bool:
    """ "army breaches of the truce include air raids": one of the harms that are listed, and as real as they."""
    return base(noun) in {"obj", "conj"} and is_harm(noun) and lemma_in(head, says()["listing"]) is not None and any(map(is_harm, listing_subjects(head)))


def listed_before(token: Token) -> str | None:
    """What a list's head says of an item far along the list, where the tree lost it: "the demands include a withdrawal, an end …, the release …"."""
    first = token
    while base(first) == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    if children(first, "cop") and not is_verbal(first):
        named = [n for o in own_subjects(first) for n in (*children(o, "acl:relcl"), o)]
        asked = [governor_word(n, "nominal" if is_verbal(n) else "noun") for n in named]  # "among their demands was the release of …"
        return next((a for a in asked if a in STATUSES), None)  # "what they want is the release of …"
    if says()["preposition"].get(preposition(token)) == "told":
        return None  # "there are no talks because of the raid"
    if (announced := announced_by_colon(token)) is not None:
        return announced
    loose = False
    above = token
    while above.head != above and not is_verbal(above):
        loose = loose or base(above) in {"appos", "parataxis", "dep", "list", "conj"}
        above = above.head
    loose = loose or base(above) in {"parataxis", "appos"}
    for i in range(token.i - 1, token.sent.start, -1):
        before = token.doc[i]
        if before.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            if lemma_in(before, says()["listing"]):
                return listed_by(before, token)
            return governor_word(before, "nominal") if loose and not is_verbal(token) and is_verbal(before) else None
    return None


def announced_by_colon(item: Token) -> str | None:
    """ "met three demands: lifting the siege, freeing prisoners and …": what the noun before the colon says of gerunds, infinitives and nouns behind it."""
    if own_subjects(item) or (is_verbal(item) and item.tag_ not in {"VBG", "VB"}):
        return None
    for i in range(item.i - 1, item.sent.start, -1):
        before = item.doc[i]
        if before.text == ":":
            named = before.nbor(-1)
            said = governor_word(named, "noun") if named.pos_ == "NOUN" else None
            return said if said in STATUSES else None
        if before.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return None
    return None


def listing_subjects(verb: Token) -> list[Token]:
    """What a verb says the parts of: its own subject, the noun of its relative clause ("any plan that involves a withdrawal"), or that of the verb before it
    ("was struck in May and includes a swap", "a deal which they struck and includes a swap")."""
    if found := own_subjects(verb):
        return [verb.head if verb.dep_ == "acl:relcl" and s.tag_ == "WDT" else s for s in found]
    first = first_conjunct(verb)
    if first == verb:
        return []
    if first.dep_ == "acl:relcl":
        return [first.head]
    return [*listing_subjects(first), *(o for o in objects(first) if children(o, "acl:relcl"))]  # "praised a deal which they struck and includes a swap"


def listed_by(verb: Token, item: Token) -> str | None:
    if verb.tag_ == "VBD" and lemma_in(verb, says()["causing"]) is not None:
        return None  # "the deal saw the release of nine miners"
    above = set(ancestors(item))
    for subject in listing_subjects(verb):
        if subject in above and first_conjunct(verb).dep_ != "acl:relcl":
            continue  # "there was no sign of …": met on the way up
        if is_verbal(subject) and base(subject) == "csubj":
            return said if (said := governor_word(subject, "clause")) in STATUSES else None  # "what they want is a …"
        if is_harm(subject):
            continue  # "breaches of the truce include air raids"
        for word in [subject, *obliques(subject, "of")]:
            said = "proposed" if lemma_in(word, {"plan"}) else governor_word(word, "noun")
            if said in STATUSES:
                return said
            if (
                verb.tag_ in {"VBZ", "VBP"}
                and governor_word(verb, "nominal", "for") not in STATUSES
                and (lemma_in(word, {"phase", "stage"}) or lemma_in(word, acts().agreements))
            ):
                return "planned"  # "the first phase includes a swap"
    return None
