"""The words that open a condition ("if", "provided that", "in exchange for"), and where one stands behind a verb."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import has_to
from trucekeeper.reading.positions.lexicon import listed, stances

BEHIND_ONLY = frozenset({"after", "when"})  # words of time that an "only" makes a condition
REACH = 25  # words between a party's verb and its condition


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
    if opener is not None and opener[-2:] == ("long", "as") and after[len(opener) :][:2] in {("it", "takes"), ("it", "took"), ("it", "lasts")}:
        return None  # "for as long as it takes"
    if opener == ("provided",) and (token.nbor().pos_ == "ADP" or (before is not None and before.lemma_ == "be")):
        return None
    return opener


def opener_after(verb: Token) -> int | None:
    """Where, behind a verb, a condition on it opens; no comma with a new clause may stand between."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + REACH)]:
        opener = opener_at(token)
        if opener is not None and " ".join(opener) not in listed("negative"):
            return token.i
        if token.text in {";", ":"} or token.tag_ in {"VBD", "VBZ", "MD"} or is_of_threat(token):
            return None
    return None


def is_of_threat(verb: Token) -> bool:
    """The "bomb" of "over its threat to bomb them if …": what hangs on it is no condition of a party's own offer."""
    return verb.dep_ == "acl" and has_to(verb) and lemma_in(verb.head, stances().nouns) is None


def has_only_before(opener: Token) -> bool:
    """ "only if", "will only begin once": an "only" right before an opener, or before the verb that it follows."""
    for token in reversed(opener.doc[max(opener.sent.start, opener.i - 5) : opener.i]):
        if token.lower_ == "only":
            return True
        if token.is_punct and not token.is_quote:
            return False
    return False


def behind_only(token: Token) -> tuple[str, ...] | None:
    """ "talks can only start | after (when) the army has left": a word of time that an "only" before the verb makes a condition."""
    if token.lower_ not in BEHIND_ONLY or token.i == token.sent.start or not has_only_before(token):
        return None
    return (token.lower_,) if token.nbor(-1).pos_ in {"VERB", "AUX", "ADV", "NOUN"} and token.nbor(-1).lower_ != "only" else None
