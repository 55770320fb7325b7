"""The passage of text that a word stands for, without what only comments on it."""

from __future__ import annotations

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import clause, noun_phrase, obliques, trimmed
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.positions.lexicon import stances
from trucekeeper.reading.positions.topics import TALKS, issue_of

ELSEWHERE = frozenset({"while", "whereas", "although", "though"})  # behind a comma these open what others hold
SAYS_MORE = frozenset({"WDT", "WP"})


def phrase(noun: Token) -> Span:
    return noun_phrase(noun, clauses=True)


def of_word(word: Token) -> Span:
    """The clause of a verb or the phrase of a noun, tidied."""
    return tidied(clause(word) if is_verbal(word) else phrase(word), word)


def tidied(span: Span, head: Token) -> Span:
    """Without what only comments on it: a participle or relative clause after a comma, or (after a condition) the sentence that goes on."""
    doc = span.doc
    for i in range(head.i + 1, span.end - 1):
        after = doc[i + 1]
        if doc[i].text == "," and (after.tag_ in {"VBG", *SAYS_MORE} or after.lower_ in ELSEWHERE or doc[min(i + 2, span.end - 1)].tag_ in SAYS_MORE):
            return trimmed(doc[span.start : i])
    return span


def takes_a_thing(word: Token) -> bool:
    """Whether an object of a word of acceptance or rejection is its matter, and an infinitive behind it only what that is for."""
    cues = stances().verbs.get(lemma_in(word, stances().verbs) or "", ())
    return any(c.stance in {"accepts", "rejects"} for c in cues) and bool(objects(word)) and not children(word, "xcomp", "ccomp")


def above_auxiliary(verb: Token) -> Token:
    """The word that carries the meaning: "to | be the mediator", "on | being recognised"."""
    return verb.head if base(verb) in {"aux", "cop"} and verb.head.i > verb.i else verb


def with_tail(span: Span, verb: Token) -> Span:
    """With the phrase right behind it that the tree hangs on the verb ("urged the launch of talks | on the second phase", "an end | to fighting")."""
    doc = span.doc
    asking = lemma_in(span.root, stances().nouns) is not None
    marks = {"on", "over", "about", "to"} | ({"as"} if takes_a_thing(verb) else set()) | ({"for"} if asking else set())
    if span.end + 1 >= len(doc) or doc[span.end].lower_ not in marks or not (asking or span.root.pos_ in {"NOUN", "PROPN"}):
        return span
    if doc[span.end].lower_ == "to" and not asking:
        gerund = next((c for c in children(verb, "advcl", "xcomp") if c.lower_.endswith("ing") and c.left_edge.i == span.end), None)
        return trimmed(doc[span.start : clause(gerund).end]) if gerund is not None else span
    tail = next((o for o in obliques(verb, doc[span.end].lower_) if o.left_edge.i == span.end and not is_time(o)), None)
    if tail is None or (doc[span.end].lower_ == "as" and issue_of([tail]) != TALKS):  # "rejected the bloc | as mediator"
        return span
    return trimmed(doc[span.start : noun_phrase(tail).end])
