"""Names made of a body's noun and the capitalised words around it: "Health Ministry", "Ministry of Defence", "Rádio Belmira"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trucekeeper.language.words import is_word
from trucekeeper.reading.actors.lexicon import surfaces
from trucekeeper.reading.actors.names import HYPHENS, LINKS, ORG, PARTICLES, Name, in_feast, is_capital
from trucekeeper.reading.actors.role_nouns import given_names, in_names, persons, role_words
from trucekeeper.reading.gazetteer.words import place_words

POSSESSIVE = frozenset({"'", "’", "'s", "’s"})
PLURAL = frozenset({"people", "women", "men", "children", "peoples"})


def capitalised_left(doc: Doc, i: int) -> int:
    """Where the capitalised words before token `i` begin ("People's Peasants' Front"); a sentence's first word counts only as a proper noun or adjective."""
    start = i
    while start > 0:
        if (
            start > 1
            and doc[start - 1].text in POSSESSIVE
            and is_capital(doc[start - 2])
            and (
                doc[start - 2].tag_ in {"NNS", "NNPS"}
                or doc[start - 2].lower_ in PLURAL
                or (doc[start - 1].text in {"'", "’"} and doc[start - 2].lower_.endswith("s"))
            )
        ):
            start -= 2
            continue
        if start > 1 and doc[start - 1].text in HYPHENS and doc[start - 2].lower_ in PARTICLES:
            start -= 2
            continue
        if start < i and joins_words(doc, start - 1):
            start -= 2
            continue
        if not (is_capital(doc[start - 1]) and doc[start - 1].lower_ not in role_words().grammar.never and doc[start - 1].sent == doc[i].sent):
            break
        if doc[start - 1].is_sent_start and doc[start - 1].pos_ not in {"PROPN", "ADJ"}:
            break
        start -= 1
    return start


def joins_words(doc: Doc, i: int) -> bool:
    """The "and" in "Truth and Reconciliation Commission": between two words of the dictionary that name no body, and no person or state."""
    if doc[i].lower_ not in {"and", "&"} or i < 1 or i + 1 >= len(doc) or doc[i - 1].sent != doc[i + 1].sent:
        return False
    return all(is_capital(t) and is_task(t) for t in (doc[i - 1], doc[i + 1]))


def is_task(token: Token) -> bool:
    """A capitalised word that may tell what a body is for."""
    low = token.lower_
    named = token.text in surfaces() or low in in_names() or low in role_words().grammar.never or low in persons()
    return not named and (is_word(token) or low in role_words().grammar.not_actors) and low not in given_names() and not token.is_upper


def before_person(doc: Doc, first: int, stop: int) -> int:
    """The end of what a body is for where a person's name stands right behind it ("Committee for National Security Ida Roe")."""
    task = first
    while task < stop and is_task(doc[task]):
        task += 1
    person = task > first and stop - task > 1 and not any(is_word(t) or t.text in surfaces() for t in doc[task:stop])
    return task if person else stop


def linked_right(doc: Doc, end: int) -> int:
    """The end of "of (the) Foreign Affairs (and Trade)" after a body's noun, or `end`."""
    at, begun = end, end
    while at < len(doc) and doc[at].lower_ in LINKS | {"and", ","}:
        joint = doc[at].lower_
        if joint in {"and", ","} and (at == begun or not (at + 1 < len(doc) and is_capital(doc[at + 1]) and is_task(doc[at + 1]))):
            break
        first = at + 1
        if first < len(doc) and doc[first].lower_ == "the":
            first += 1
        stop = first
        while stop < len(doc) and is_capital(doc[stop]) and doc[stop].lower_ not in role_words().grammar.never:
            stop += 1
        if stop - first > 1 and joint == "of" and doc[first].lower_ in given_names():
            break  # "the Lake Junta of Ida Roe"
        if joint in {"of", "for"}:
            stop = before_person(doc, first, stop)
        if stop == first or (joint in {"and", ","} and stop < len(doc) and doc[stop].pos_ in {"VERB", "AUX"}):
            break
        if (joint == "," and doc[stop : stop + 1].text not in {",", "and"}) or (joint == "on" and doc[stop - 1].lower_ in place_words().sites):
            break
        end = at = stop
    return end


def run_right(doc: Doc, end: int) -> int:
    """The end of the capitalised words after a body's noun, with what links them in other languages: "Banco de Crédito", "Jaish al-Nasr"."""
    at = end
    while at < len(doc) and not doc[at].is_sent_start:
        token = doc[at]
        if is_capital(token) and token.lower_ not in role_words().grammar.never and token.pos_ not in {"AUX", "PRON"}:
            end = at + 1
        elif token.lower_ not in PARTICLES and not (token.text in HYPHENS and not token.whitespace_):
            break
        at += 1
    return end


def bodies(doc: Doc) -> Iterator[Name]:
    """Names made of a body's noun and capitalised words around it: "Health Ministry", "Ministry of Defence", "Arakan People's Party"."""
    for token in doc:
        if token.lower_ in in_names() and is_capital(token) and not (token.is_sent_start and token.pos_ != "PROPN"):
            start = capitalised_left(doc, token.i)
            end = linked_right(doc, token.i + 1)
            if token.lower_ in role_words().bodies.leading:
                end = max(end, run_right(doc, token.i + 1))
            if end - start > 1 and not in_feast(doc, end) and not (start == token.i and end > start and doc[start].tag_ == "NNS" and doc[start].is_sent_start):
                yield Name(start, end, ORG)
