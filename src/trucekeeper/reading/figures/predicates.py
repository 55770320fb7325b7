"""The measure that what stands behind the counted gives it: "12 people were killed", "168 wounded", "left 15 people dead"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.negation import NEGATIVE
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.figures.phrases import Counted, noun_classes
from trucekeeper.reading.figures.roles import (
    Measured,
    be_before,
    does_itself,
    is_found,
    is_partitive_base,
    is_place,
    is_raising,
    lookup,
    says_itself,
)

SKIPPED = frozenset({"AUX", "ADV", "PART"})
REACH = 7  # tokens behind a phrase in which its predicate may stand
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})


def by_state_behind(item: Counted) -> Measured | None:
    """ "left 15 people dead and 25 wounded", "left three guards and 12 rebels dead"."""
    at = item.after
    left = "leave" in {t.lemma_.lower() for t in item.doc[max(item.sentence[0], item.start - 4) : item.start]}
    if left and at < item.sentence[1] and item.doc[at].lower_ == "and":
        at = past_phrases(item)
    elif left and at < item.sentence[1] and item.doc[at].text == ",":
        at = next((t.i + 1 for t in item.doc[at + 1 : min(item.sentence[1] - 1, at + 14)] if t.text == ","), at)  # "left 30 people, two of them nurses, dead"
    token = item.doc[at] if item.own and at < item.sentence[1] else None
    # "52 were killed and 65 others wounded"
    joined = item.start > item.sentence[0] and item.doc[item.start - 1].lower_ in {"and", "or", ","}
    hurt = (
        joined
        and token is not None
        and token.tag_ in {"VBN", "VBD", "VBP"}
        and lookup("state", token, noun_classes(item.noun)) in {"killed", "wounded", "missing"}
    )
    told = token is not None and (hurt or token.pos_ == "ADJ" or token.lower_ in {"in", "behind", "under"})  # "300 people in custody"
    found = lookup("state", token, noun_classes(item.noun)) if token is not None and told else None
    return Measured(found, token) if found else None


def by_next_word(item: Counted) -> Measured | None:
    """A number that stands alone before what happened: "168 wounded", "220,000 dead", "58 remain"."""
    if item.own or item.quantity.unit not in {None, "percent"}:
        return None
    start = item.after + 2 if [t.lower_ for t in item.doc[item.end : item.end + 2]] in (["of", "them"], ["of", "whom"], ["of", "those"]) else item.after
    if start > item.after and start + 1 < item.sentence[1] and item.doc[start].tag_ == "VBN" and item.doc[start + 1].tag_ in {"VBD", "VBP", "VBZ"}:
        start += 1  # "14 of those seized were released"
    if start < item.sentence[1] and item.doc[start].text == "," and (close := closing_comma(item, start)) is not None:
        start = close + 1  # "334 of them, 186 children among them, died"
    return next(predicates(item, start, 1), None)


def role_words(item: Counted, token: Token) -> str | None:
    """The measure of a word that says something of the counted and stands behind it."""
    kinds = noun_classes(item.noun)
    behind_them = item.doc[item.after].lower_ == "of" and token.i == item.after + 2
    alone = (token.i == item.after or behind_them) and not item.own  # "another 12 hurt", "90 of them wounded", whatever the tag
    if does_itself(token):
        return lookup("subject", token, kinds)
    passive = alone or (token.tag_ in {"VBN", "VBD"} and (is_passive(token) or token.i == item.after or be_before(token) or is_found(token)))
    if passive or token.pos_ == "ADJ":
        found = lookup("object", token, kinds) or lookup("state", token, kinds)
        if found:
            return found
    if alone or (token.pos_ in {"VERB", "AUX"} and not passive):
        return lookup("subject", token, kinds) or (lookup("state", token, kinds) if token.tag_ == "VBG" else None)  # "are still missing"
    return lookup("state", token, kinds) or (lookup("subject", token, kinds) if token.tag_ in {"VBD", "VBN"} else None)


def predicates(item: Counted, start: int, reach: int) -> Iterator[Measured]:
    """Measures of the predicate that begins at a token, auxiliaries, adverbs and raising verbs passed over."""
    doc, end = item.doc, item.sentence[1]
    passed = 0
    for token in doc[start : min(end, start + REACH + reach)]:
        if token.text in QUOTES:
            continue
        if token.lower_ in NEGATIVE or (token.lower_ == "yet" and token.i + 1 < end and token.nbor().lower_ == "to"):
            return
        found = role_words(item, token)
        if found:
            yield Measured(found, token)
            return
        raising = is_raising(token)
        if raising and says_itself(token):
            return
        if not (raising or token.pos_ in SKIPPED or token.tag_ == "TO"):
            passed += 1
            if passed >= reach:
                return


def by_predicate_behind(item: Counted) -> Measured | None:
    if (item.base_follows and is_reduced(item)) or is_place(item) or is_partitive_base(item):
        return None
    at = past_phrases(item)
    return next(predicates(item, at, 1), None)


def is_reduced(item: Counted) -> bool:
    """Does the participle behind a whole belong to it ("48 of the 251 people seized that day are …"), with another verb to follow?"""
    rest = item.doc[item.after : item.sentence[1]]
    return len(rest) > 0 and rest[0].tag_ == "VBN" and any(t.tag_ in {"VBD", "VBP", "VBZ"} for t in rest[1:])


def past_phrases(item: Counted) -> int:
    """Behind the counted phrase with its prepositional phrases and what stands between commas."""
    doc, end, at = item.doc, item.sentence[1], item.after
    while at < end:
        token = doc[at]
        if token.pos_ == "ADP" and token.tag_ == "IN":
            at += 1
            while at < end and doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"} and doc[at].lower_ not in {"who", "that", "which"}:
                at += 1
        elif token.text == "," and (listed := past_list(item, at)) is not None:
            at = listed
        elif token.text == "," and (named := past_names(item, at)) is not None:
            at = named
        elif token.text == "," and (close := closing_comma(item, at)) is not None:
            at = close + 1
        elif token.lower_ in {"and", "or"} and at + 1 < end and doc[at + 1].pos_ in {"NUM", "NOUN", "PROPN", "ADJ", "DET", "ADP", "ADV"}:
            at += 1
            while at < end and doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "ADV"} and not says(item, doc[at]):
                at += 1
        elif token.lower_ in {"who", "that", "which"}:
            at += 1
        else:
            break
    return at


def past_names(item: Counted, at: int) -> int | None:
    """Behind the other names of a list ("people from Belm, Orsk and Tavel were moved")."""
    doc, end, begin = item.doc, item.sentence[1], at
    while at < end and (doc[at].pos_ == "PROPN" or doc[at].text in {",", "and", "or"}):
        at += 1
    return at if at > begin + 2 and at < end and doc[at].pos_ in {"AUX", "VERB"} and doc[at - 1].pos_ == "PROPN" else None


def past_list(item: Counted, at: int) -> int | None:
    """Behind the other counts of a list ("150 soldiers, 95 civilians and hundreds of rebels killed")."""
    doc, end = item.doc, min(item.sentence[1], at + 18)
    if at + 1 >= end or doc[at + 1].pos_ != "NUM":
        return None
    while at < end and (doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "ADV", "CCONJ"} or doc[at].text == ",") and not says(item, doc[at]):
        at += 1
    told = at < end and (doc[at].pos_ in {"VERB", "AUX"} or says(item, doc[at]))
    return at if told and doc[at - 1].text != "," else None


def says(item: Counted, token: Token) -> bool:
    """Is an adjective the predicate and no part of a phrase ("left 53 soldiers and a civilian dead")?"""
    ahead = token.i + 1 < item.sentence[1] and token.nbor().pos_ in {"NOUN", "PROPN", "ADJ"}
    return token.pos_ in {"ADJ", "ADV"} and not ahead and lookup("state", token, noun_classes(item.noun)) is not None


def closing_comma(item: Counted, at: int) -> int | None:
    """The end of an insertion ("36 people, including seven children, were killed")."""
    doc = item.doc
    for token in doc[at + 1 : min(item.sentence[1], at + 14)]:
        if token.text == ",":
            behind = doc[token.i + 1] if token.i + 1 < item.sentence[1] else None
            return int(token.i) if behind is not None and behind.pos_ in {"VERB", "AUX", "ADV"} else None
        if token.pos_ == "AUX":
            return None
    return None
