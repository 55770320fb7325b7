"""What a stance is about: the items of a list, the object or clause of a verb, cut from the text."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from trucekeeper.language.relations import (
    base,
    children,
    clause,
    complement_clauses,
    conjuncts,
    markers,
    noun_phrase,
    objects,
    obliques,
    open_complements,
    trimmed,
)
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal, says
from trucekeeper.reading.events.timewords import is_time

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def unwrapped(noun: Token) -> Token:
    """From "the need for access" to the access: a noun that only says that something is demanded gives way to its complement."""
    if governor_word(noun, "noun") != "demanded":
        return noun
    inner = [*obliques(noun, "for", "of"), *(c for c in children(noun, "acl") if has_to(c) or markers(c))]
    return inner[0] if inner else noun


def phrase(noun: Token) -> Span:
    return noun_phrase(noun, clauses=True)


def of_word(word: Token) -> Span:
    return tidied(clause(word) if is_verbal(word) else phrase(word), word)


def tidied(span: Span, head: Token) -> Span:
    """Without what only comments on it: a participle or relative clause after a comma, or (after a condition) the sentence that goes on."""
    doc = span.doc
    for i in range(head.i + 1, span.end - 1):
        after = doc[i + 1]
        if doc[i].text == "," and (after.tag_ in {"VBG", "WDT", "WP"} or doc[min(i + 2, span.end - 1)].tag_ in {"WDT", "WP"}):
            return trimmed(doc[span.start : i])
    return span


def contents(verb: Token, second: str | None) -> list[Span]:
    """The passages that a verb takes for its matter: each coordinated noun or clause is one."""
    heads: list[Token] = []
    if second:
        heads += obliques(verb, second)
    if not heads:
        heads += [h for c in [*open_complements(verb), *complement_clauses(verb)] for h in conjuncts(c)]
        heads += [c for c in children(verb, "advcl") if has_to(c) and c.i > verb.i]
        hung = [(o, c) for o in objects(verb) for c in children(o, "acl") if has_to(c)]
        if hung and governor_word(verb, "clause") != "demanded":  # "wants the displaced to return": who is to do it belongs to the matter
            return [verb.doc[o.left_edge.i : of_word(c).end] for o, c in hung]
        heads += [c for _, c in hung]
        if not heads:
            heads += [unwrapped(o) for o in objects(verb)]
    return [with_tail(s, verb) for s in (of_word(h) for h in heads) if len(s)]


def with_tail(span: Span, verb: Token) -> Span:
    """With the prepositional phrase right behind it that the tree hangs on the verb ("urged the launch of talks | on the second phase")."""
    doc = span.doc
    if span.end + 1 >= len(doc) or doc[span.end].lower_ not in {"on", "over", "about"} or span.root.pos_ not in {"NOUN", "PROPN"}:
        return span
    tail = next((o for o in obliques(verb, doc[span.end].lower_) if o.left_edge.i == span.end and not is_time(o)), None)
    return trimmed(doc[span.start : noun_phrase(tail).end]) if tail is not None else span


def list_end(verb: Token) -> int:
    """Where the list after a verb ends: before the clause that says who says so, at a semicolon or the sentence's end (token index, not included)."""
    doc, end = verb.doc, verb.sent.end
    comma = None
    for i in range(verb.i + 1, end):
        token = doc[i]
        if token.text in {";", "”", '"'}:
            return i
        if token.text == ",":
            comma = i
        if token.tag_ in FINITE and comma is not None and governor_word(token, "clause") == "reported":
            return comma
    return end


def split(verb: Token) -> Iterator[Span]:
    """The items of the list after a verb, by its commas and its last "and"; a list of two without a comma is left to the tree."""
    doc, end = verb.doc, list_end(verb)
    start = verb.i + 1
    cuts: list[int] = []
    for i in range(start, end):
        word = doc[i]
        joins = word.lower_ in {"and", "or"} and (cuts or is_top_coordination(word, verb))
        if joins or (word.text == "," and not between_numbers(word)):
            cuts.append(i)
    for left, right in zip([start - 1, *cuts], [*cuts, end], strict=True):
        item = without_opening(trimmed(doc[left + 1 : right]))
        if any(t.pos_ in {"NOUN", "PROPN", "VERB"} for t in item):
            yield item


def between_numbers(comma: Token) -> bool:
    doc, i = comma.doc, comma.i
    return 0 < i < len(doc) - 1 and doc[i - 1].like_num and doc[i + 1].like_num


def is_top_coordination(word: Token, verb: Token) -> bool:
    """Whether an "and" joins two objects of the verb, and not two words inside one of them."""
    joined = word.head
    return base(joined) == "conj" and any(joined.head == o for o in objects(verb))


def without_opening(item: Span) -> Span:
    """Without a preposition that only strings it on the list ("with the council returning")."""
    while len(item) > 1 and item[0].tag_ == "IN" and item[0].lower_ in {"with", "of", "that"}:
        item = item[1:]
    return item


def is_listing(verb: Token) -> bool:
    return lemma_in(verb, says()["listing"]) is not None
