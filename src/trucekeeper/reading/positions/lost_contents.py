"""What a stance is about where the tree hangs it elsewhere: behind those spoken to, a day, an aside, a preposition some words on."""

from __future__ import annotations

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import clause, trimmed
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import governor_word, is_verbal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.positions.lexicon import listed
from trucekeeper.reading.positions.passages import above_auxiliary, of_word, with_tail

REACH = 6  # words behind a verb in which its preposition can stand where the tree lost it
TIMED = frozenset({"since", "during", "after", "before", "until", "when", "while"})


def behind_addressed(word: Token) -> Span | None:
    """ "urged all groups, including the front, | to come to the table"."""
    doc, end = word.doc, word.sent.end
    if governor_word(word, "clause") != "demanded":
        return None
    for i in range(word.i + 2, min(end - 1, word.i + 30)):
        if doc[i].lower_ == "to" and doc[i + 1].tag_ == "VB" and (doc[i - 1].text == "," or doc[i - 1].is_quote):
            return of_word(above_auxiliary(doc[i + 1]))
        if doc[i].tag_ in {"VBD", "VBZ", "VBP", "MD"} or doc[i].text in {";", ":"}:
            return None
    return None


def behind_day(word: Token) -> Span | None:
    """ "rejected on Sunday | rebel demands for a vote": an object that the tree joined with the day before it."""
    for noun in children(word, "obl"):
        days = [t.i for t in noun.lefts if is_time(t)]
        if days and noun.i > word.i and not is_time(noun) and max(days) + 1 < noun.right_edge.i + 1:
            return with_tail(word.doc[max(days) + 1 : noun.right_edge.i + 1], word)
    return None


def behind_that(word: Token) -> Span | None:
    """ "proposed to the rebels | that a vote be held": a clause that the tree hangs on those spoken to."""
    doc, end = word.doc, word.sent.end
    if governor_word(word, "clause") not in {"demanded", "proposed"}:
        return None
    for i in range(word.i + 1, min(end, word.i + 1 + REACH)):
        if doc[i].lower_ == "that" and base(doc[i]) == "mark" and doc[i].head.i > i:
            return doc[i + 1 : clause(doc[i].head).end]
        if is_verbal(doc[i]) or doc[i].is_punct:
            return None
    return None


def behind_aside(word: Token) -> Span | None:
    """ "agreed, in principle, | to hold talks"."""
    doc, end = word.doc, word.sent.end
    if word.i + 1 >= end or doc[word.i + 1].text != ",":
        return None
    closing = next((i for i in range(word.i + 2, min(end - 2, word.i + 8)) if doc[i].text == ","), None)
    if closing is None or doc[closing + 1].lower_ != "to" or doc[closing + 2].tag_ != "VB":
        return None
    stop = next((i for i in range(closing + 2, end) if doc[i].text in {",", ";", ".", "”"}), end)
    return trimmed(doc[closing + 1 : stop])


def wanted_of_several(word: Token) -> Span | None:
    """ "wants members, the bloc and agencies | to be allowed in": the infinitive behind several objects, which a tree hangs on the last of them."""
    doc, end = word.doc, word.sent.end
    if not lemma_in(word, listed("wanting")) or not objects(word):
        return None
    for i in range(word.i + 1, min(end - 1, word.i + 25)):
        token = doc[i]
        if token.lower_ == "to" and doc[i + 1].tag_ == "VB":
            return doc[word.i + 1 : of_word(above_auxiliary(doc[i + 1])).end]
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "VBG"} or token.text in {";", ":"} or token.lower_ in {"that", "if"}:
            return None
    return None


def infinitive_after(addressed: Token) -> Token | None:
    """What somebody is called upon to do: "called on both sides | to show restraint"."""
    doc, start = addressed.doc, behind_apposition(addressed)
    for i in range(start, min(addressed.sent.end - 1, start + 7)):
        if doc[i].lower_ == "to" and (after := next((t for t in doc[i + 1 : i + 4] if t.tag_ == "VB"), None)) is not None:
            return above_auxiliary(after)
        if doc[i].tag_ in {"VBD", "VBZ", "VBP", "MD"} or doc[i].text in {",", ";"}:
            return None
    return None


def behind_apposition(addressed: Token) -> int:
    """Where the sentence goes on behind somebody and what is put between commas ("called on the front, the rebels' wing, | to disarm")."""
    doc, first = addressed.doc, addressed.i + 1
    if first >= addressed.sent.end or doc[first].text not in {",", "–", "—", "-"} or (doc[first].text == "-" and not doc[first - 1].whitespace_):
        return first
    named = max((a.right_edge.i for a in children(addressed, "appos")), default=first)
    reach = doc[first + 1 : min(addressed.sent.end, first + 14)]
    closing = next((t.i for t in reach if t.text == doc[first].text or t.tag_ in {"VBD", "VBZ", "VBP", "MD"}), first)
    return closing + 1 if doc[closing].text == doc[first].text and closing > first else named + 1


def behind(word: Token, mark: str) -> Token | None:
    """What stands behind a preposition a few words on ("agreed in principle | to a ceasefire"), where the tree hangs it elsewhere."""
    doc, end = word.doc, word.sent.end
    at = next((i for i in range(word.i + 1, min(end, word.i + 1 + REACH)) if doc[i].lower_ == mark), None)
    if at is None or any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} or t.is_punct for t in doc[word.i + 1 : at]):
        return None
    return next_head(doc[at], end)


def next_head(mark: Token, end: int) -> Token | None:
    """The noun or gerund that a preposition introduces, by the words alone."""
    doc = mark.doc
    if mark.i + 1 < end and doc[mark.i + 1].lower_ in TIMED:
        return None  # "has been pushing for since May"
    for i in range(mark.i + 1, min(end, mark.i + 9)):
        token = doc[i]
        if token.tag_ == "VBG" and i == mark.i + 1:
            return above_auxiliary(token)
        compound = i + 1 < end and (doc[i + 1].pos_ in {"NOUN", "PROPN"} or doc[i + 1].text in {"-", "'s", "’s", "'", "’"})
        if token.pos_ in {"NOUN", "PROPN"} and not compound:
            return token
        if (token.pos_ == "VERB" and token.tag_ not in {"VBN", "VBG"}) or (token.is_punct and token.text not in {"-", '"', "“"}):
            return None
    return None
