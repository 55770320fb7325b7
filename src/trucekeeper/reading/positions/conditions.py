"""Conditions on what a party will do: "unless the army leaves", "in exchange for talks", "provided that salaries are paid"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from trucekeeper.language.relations import is_negated, modal, trimmed
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import governor_word, is_verbal
from trucekeeper.reading.positions.contents import next_head, of_word
from trucekeeper.reading.positions.found import Found, is_side, parties_of
from trucekeeper.reading.positions.lexicon import listed, stances

REACH = 25  # words between a party's verb and its condition
ENDS = frozenset({",", ";", ":", "”", '"', "(", "—", "–"})


@cache
def by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Openers by their first word, the longest first."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(listed("openers") | listed("negative")):
        words = tuple(phrase.split())
        made.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=lambda w: -len(w))) for first, found in made.items()}


def opener_at(token: Token) -> tuple[str, ...] | None:
    """The opener that begins at a token; None for an "if" that asks whether and an "until" of time."""
    found = by_first().get(token.lower_)
    if not found:
        return None
    after = tuple(t.lower_ for t in token.doc[token.i : min(token.sent.end, token.i + 5)])
    opener = next((words for words in found if after[: len(words)] == words), None)
    before = token.nbor(-1) if token.i > token.sent.start else None
    if opener == ("if",) and any(lemma_in(t, listed("asking")) for t in token.doc[max(token.sent.start, token.i - 3) : token.i]):
        return None
    if opener == ("once",) and (before is None or before.pos_ in {"ADV", "ADJ", "DET"} or before.lower_ in {"at", "more", "than"}):
        return None
    bare = opener in {("provided",), ("providing",)}
    if bare and (token.nbor().pos_ == "ADP" or (before is not None and before.lemma_ == "be")):
        return None
    return opener


def opener_after(verb: Token) -> int | None:
    """Where, behind a verb, a condition on it opens; no comma with a new clause may stand between."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + REACH)]:
        opener = opener_at(token)
        if opener is not None and " ".join(opener) not in listed("negative"):
            return token.i
        if token.text in {";", ":"} or token.tag_ in {"VBD", "VBZ", "MD"}:
            return None
    return None


def conditions(sentence: Span) -> Iterator[Found]:
    """All conditions of a sentence that somebody in it makes."""
    firsts = by_first()
    for token in sentence:
        if token.lower_ not in firsts:
            continue
        opener = opener_at(token)
        if opener is None:
            continue
        verb = conditioned(token, " ".join(opener) in listed("negative"))
        if verb is None:
            continue
        content = extent(token, len(opener))
        if content is not None:
            yield from (Found(party, "conditions", content, content) for party in parties_of(verb) if is_side(party) or party.pos_ == "PRON")


def conditioned(opener: Token, needs_refusal: bool) -> Token | None:
    """The nearest verb before an opener (behind it, where the opener begins the sentence) by which somebody tells of his own act."""
    doc, sentence = opener.doc, opener.sent
    first = opener.i == sentence.start or (opener.nbor(-1).text in {"“", '"', ","} and opener.i - sentence.start < 3)
    if first:
        comma = next((t.i for t in doc[opener.i : sentence.end] if t.text == ","), None)
        if comma is None:
            return None
        return next((t for t in doc[comma + 1 : min(sentence.end, comma + REACH)] if is_own_act(t, needs_refusal)), None)
    for i in range(opener.i - 1, max(sentence.start, opener.i - REACH) - 1, -1):
        token = doc[i]
        if token.text == ";":
            return None
        if is_own_act(token, needs_refusal):
            return token
    return None


def is_own_act(token: Token, needs_refusal: bool) -> bool:
    if token.pos_ == "ADJ" and token.lower_ in stances().adjectives:
        return not needs_refusal or token.lower_ in {"unwilling", "reluctant"}
    if not is_verbal(token):
        return False
    word = governor_word(token, "clause")
    refusing = is_negated(token) or word == "denied"
    if needs_refusal:
        return refusing and (modal(token) is not None or word == "denied")
    ahead = modal(token)
    demanded = ahead is not None and ahead.lower_ in {"must", "should", "ought", "may", "might"}
    cue = lemma_in(token, stances().verbs)
    offers = cue is not None and any(c.stance in {"offers", "accepts", "rejects"} for c in stances().verbs[cue])
    return not demanded and (ahead is not None or word in {"threatened", "denied"} or offers)


def extent(token: Token, length: int) -> Span | None:
    """From the opener to the end of its clause."""
    doc, end = token.doc, token.sent.end
    end = next((i for i in range(token.i + length, end) if doc[i].text in ENDS), end)
    span = trimmed(doc[token.i : end])
    return span if len(span) > length else None


def of_no_without(mark: Token) -> Iterator[Found]:
    """ "no elections without disarmament": a condition of whoever says it."""
    if mark.lower_ != "without":
        return
    doc, start = mark.doc, mark.sent.start
    no = next((t for t in reversed(doc[max(start, mark.i - 6) : mark.i]) if t.lower_ == "no" and t.nbor().pos_ in {"NOUN", "ADJ", "PROPN"}), None)
    head = next_head(mark, mark.sent.end) if no is not None else None
    if head is not None:
        content = doc[mark.i : of_word(head).end]
        yield Found(None, "conditions", content, content)
