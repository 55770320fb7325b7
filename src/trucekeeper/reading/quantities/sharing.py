"""The noun that a number takes over from the number before it: "Two soldiers were killed and one was hurt"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from trucekeeper.reading.layers import Quantity
from trucekeeper.reading.quantities.noun_phrases import is_time_name
from trucekeeper.reading.quantities.site import Site, is_adjective, sentence_of

NEAR = 16  # quantities before one that it can take its noun from
LIMITS = frozenset({"at_most", "less_than"})
NO_SHARE = frozenset({"NOUN", "PROPN", "NUM", "SYM"})


def share_nouns(doc: Doc, found: list[Quantity]) -> list[Quantity]:
    """The quantities, those without a noun given that of an earlier one in their sentence (or in the sentence before, where they open theirs)."""
    made: list[Quantity] = []
    for quantity in found:
        before = going_on(doc, quantity, made) if quantity.noun is None or quantity.noun < quantity.token else None
        if before is not None:
            quantity = replace(quantity, noun=before.noun)
        if made and compared(doc, quantity, made[-1]):
            quantity = replace(quantity, unit=made[-1].unit, noun=made[-1].noun)
        if quantity.noun is None and can_share(doc, quantity):
            quantity = replace(quantity, noun=shared(doc, quantity, made))
        if made and is_limited_too(doc, quantity, made[-1]):
            quantity = replace(quantity, bound=made[-1].bound, low=None)
        made.append(quantity)
    return made


def is_limited_too(doc: Doc, quantity: Quantity, before: Quantity) -> bool:
    """ "no more than 400 soldiers and 90 police": does a limit hold for the count joined to the one it stands at?"""
    if before.bound not in LIMITS or quantity.bound != "exact" or quantity.unit != before.unit or before.noun is None or quantity.noun is None:
        return False
    own = before.token < before.noun < quantity.token < quantity.noun
    return own and [t.lower_ for t in doc[before.noun + 1 : quantity.token]] == ["and"]


def compared(doc: Doc, quantity: Quantity, before: Quantity) -> bool:
    """ "20,000 tonnes of ammunition, down from 42,000": is the number what one with a unit was earlier?"""
    if quantity.unit is not None or quantity.noun is not None or not is_measured(before):
        return False
    same_sentence = sentence_of(doc[before.token]) == sentence_of(doc[quantity.token])
    return same_sentence and doc.text[before.end : quantity.start].rstrip().lower().endswith(("up from", "down from"))


def going_on(doc: Doc, quantity: Quantity, made: list[Quantity]) -> Quantity | None:
    """The number before that this one goes on about; for "from" (of $2 billion, 5 percent, from $1 billion) the nearest of the same unit."""
    if made and carries_on(doc, quantity, made[-1]):
        return made[-1]
    if not doc.text[: quantity.start].rstrip().lower().endswith(" from"):
        return None
    start, _ = sentence_of(doc[quantity.token])
    return next((q for q in reversed(made[-3:]) if q.token >= start and q.noun is not None and q.unit == quantity.unit is not None), None)


def carries_on(doc: Doc, quantity: Quantity, before: Quantity) -> bool:
    """Does a number go on about what the one before it counts ("profit of $2 billion, up 12%", "218 votes to 210", "slowed to 2.4% from 2.6%")?"""
    if before.noun is None or sentence_of(doc[before.token]) != sentence_of(doc[quantity.token]):
        return False
    end = max(before.end, doc[before.noun].idx + len(doc[before.noun]) if before.noun > before.token else 0)
    between = doc.text[end : quantity.start].lower().split()
    following = next_token(doc, quantity)
    counts = following is not None and following.pos_ in NO_SHARE and following.idx == quantity.end + 1
    return not counts and (
        between in (["to"], ["from"], ["against"])
        or (len(between) < 12 and between[-1:] in (["up"], ["down"]) and between[-2:-1] != [] and between[-2].endswith(","))
    )


def shared(doc: Doc, quantity: Quantity, earlier: list[Quantity]) -> int | None:
    """The noun taken over, or else the adjective that stands for people behind the number ("treated 113 wounded")."""
    noun = antecedent(doc, quantity, earlier)
    before = doc[quantity.token - 1] if quantity.token else None
    active = before is not None and before.pos_ == "VERB" and before.tag_ != "VBN"
    if not active and noun is not None and doc[noun].pos_ in {"NOUN", "PROPN"}:
        return noun
    following = next_token(doc, quantity)
    site = Site(doc, quantity.token, quantity.token, following.i if following is not None else quantity.token + 1, None)
    opens = quantity.start <= doc[sentence_of(doc[quantity.token])[0]].idx  # then it is the predicate ("Thousands crossed into …")
    return following.i if following is not None and not opens and is_adjective(site, following.i) else noun


def is_measured(quantity: Quantity) -> bool:
    """Has it a unit of its own (a rate is none)?"""
    return quantity.unit is not None and quantity.unit != "percent" and not quantity.unit.startswith("per ")


def can_share(doc: Doc, quantity: Quantity) -> bool:
    """Does the number stand alone, with a verb, a preposition or a sign behind it?"""
    if is_measured(quantity):
        return False
    following = next_token(doc, quantity)
    return following is None or following.pos_ not in NO_SHARE or is_time_name(following)


def next_token(doc: Doc, quantity: Quantity) -> Token | None:
    at = quantity.token + 1
    while at < len(doc) and doc[at].idx < quantity.end:
        at += 1
    return doc[at] if at < len(doc) else None


def brought_in(doc: Doc, quantity: Quantity) -> bool:
    """Is it only a part that is named in passing ("among them two dozen students")?"""
    return any(t.lower_ in {"including", "among"} for t in doc[max(0, quantity.token - 4) : quantity.token])


def antecedent(doc: Doc, quantity: Quantity, earlier: list[Quantity]) -> int | None:
    start, _ = sentence_of(doc[quantity.token])
    first = quantity_start(doc, quantity)
    if [t.lower_ for t in doc[quantity.token + 1 : quantity.token + 3]] == ["of", "which"] and first - 2 > start and doc[first - 1].text == ",":
        before = doc[first - 2]
        if before.tag_ == "NNS":
            return int(before.i)  # "live in transitional sites, 11 of which …"
    for other in reversed(earlier):
        if other.token < start:
            break
        if of_more(doc, quantity, other):
            continue
        if first > start and doc[first - 1].lower_ == "among" and (other.value or 0) < (quantity.value or 0):
            continue  # "49 children among 108 killed"
        if other.noun is not None and not is_measured(other) and (brought_in(doc, quantity) or not brought_in(doc, other)):
            return other.noun
    following = next_token(doc, quantity)
    if following is not None and following.lower_ in {"more", "others"}:
        following = following.nbor() if following.i + 1 < len(doc) else None
    opening = doc[start : quantity_start(doc, quantity)]
    if following is not None and following.pos_ in {"VERB", "AUX"} and len(opening) < 4 and all(t.pos_ in {"DET", "ADJ", "ADV"} for t in opening):
        return of_sentence_before(doc, start, earlier)
    if following is None or following.lower_ != "of":
        return None
    last = next((q for q in reversed(earlier[-NEAR:]) if q.noun is not None and not is_measured(q)), None)
    if last is not None and sentence_of(doc[last.token])[1] >= start:
        return last.noun
    return first_plural(doc, start, quantity.token)


def of_more(doc: Doc, quantity: Quantity, other: Quantity) -> bool:
    """ "1,588 weapons of the two factions …, 1,320 of them": can the other number not be what this is a part of?"""
    following = next_token(doc, quantity)
    partly = following is not None and following.lower_ == "of"
    return partly and other.value is not None and quantity.value is not None and other.value < quantity.value


def quantity_start(doc: Doc, quantity: Quantity) -> int:
    at = quantity.token
    while at > 0 and doc[at - 1].idx >= quantity.start:
        at -= 1
    return at


def of_sentence_before(doc: Doc, start: int, earlier: list[Quantity]) -> int | None:
    """What the sentence before counts first: "Over 100,000 refugees have crossed. Some 32,000 have been given houses."."""
    if start == 0 or doc[start - 1].is_space:
        return None
    before = sentence_of(doc[start - 1])
    first = next((q for q in earlier[-NEAR:] if before[0] <= q.token < before[1] and q.noun is not None and not is_measured(q)), None)
    return first.noun if first is not None and first.noun is not None and doc[first.noun].tag_ in {"NNS", "NNPS"} else None


def first_plural(doc: Doc, start: int, end: int) -> int | None:
    """ "Mercenaries from Russia, about 1,000 of them, …"."""
    return next((int(t.i) for t in doc[start:end] if t.tag_ in {"NNS", "NNPS"}), None)
