"""One person told of with an article: "killed a child and wounded 12 more" is one killed. Only for what is done to people, where every one counts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trucekeeper.reading.figures.lexicon import PERSONS, classes, plain
from trucekeeper.reading.figures.measure import measure_of
from trucekeeper.reading.figures.phrases import Counted, noun_classes
from trucekeeper.reading.figures.roles import Measured, lookup
from trucekeeper.reading.layers import Quantity
from trucekeeper.reading.quantities.noun_phrases import phrase
from trucekeeper.reading.quantities.site import sentence_of

TOLD = frozenset({"killed", "wounded", "missing", "taken", "released", "detained"})
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT"})
LONGEST = 6  # tokens between the article and its noun


def singles(doc: Doc) -> Iterator[Quantity]:
    """A quantity for each "a" or "an" before a person, and "one of the men"; what is said of the person decides whether it is a figure."""
    for token in doc:
        noun = person_behind(token) if token.lower_ in {"a", "an"} else one_of(token) if token.lower_ == "one" else None
        if noun is not None:
            end = token.idx + len(token)
            yield Quantity(start=token.idx, end=end, token=token.i, bound="exact", value=1.0, low=1.0, high=1.0, unit=None, noun=noun.i)


def done_to(item: Counted) -> Measured | None:
    """What was done to one person; None where the words say nothing of it, or that the person did it ("a soldier killed two men")."""
    measured = measure_of(item)
    if measured is None or measured.measure not in TOLD:
        return None
    verb = measured.predicate
    if verb is not None and verb.i == item.after and verb.tag_ in {"VBD", "VBN"} and verb.i + 1 < item.sentence[1]:
        behind = verb.nbor()
        if behind.pos_ in {"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"} or behind.lower_ in {"at", "more", "some", "up", "about", "over", "nearly"}:
            return None if lookup("object", verb, noun_classes(item.noun)) else measured
    return measured


def one_of(token: Token) -> Token | None:
    """The persons of "one of the men", "one of his own fighters"."""
    doc, end = token.doc, min(sentence_of(token)[1], token.i + LONGEST + 2)
    if token.i + 3 >= end or doc[token.i + 1].lower_ != "of" or doc[token.i + 2].tag_ not in {"DT", "PRP$"}:
        return None
    run = phrase(doc, token.i + 3, end)
    known = classes().get(plain(run[-1].lower_, run[-1].lemma_.lower()), frozenset()) if run else frozenset()
    return run[-1] if known & PERSONS else None


def person_behind(article: Token) -> Token | None:
    """The noun of the phrase that an article begins, where that is one person ("a Cambodian soldier", no "a people" and no "a member state")."""
    doc, end = article.doc, min(sentence_of(article)[1], article.i + LONGEST)
    at = article.i + 1
    while at < end and (doc[at].pos_ in INSIDE or doc[at].tag_ in {"VBN", "VBG"}) and doc[at].text not in {",", ";", ":", "."}:
        at += 1
    noun = doc[at - 1]
    single = (
        noun.tag_ == "NN"
        and noun.i > article.i
        and not noun.lower_.endswith(("people", "police", "staff", "personnel", "party", "population", "family", "household", "force"))
    )
    known = classes().get(plain(noun.lower_, noun.lemma_.lower()), frozenset())
    return noun if single and known & PERSONS else None
