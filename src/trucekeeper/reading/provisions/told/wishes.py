"""Whether a term that a report tells of is agreed, proposed, demanded or disputed, and by whom: from the words above it in the tree and the statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.phrases import possessors
from trucekeeper.language.grammar.subjects import subjects
from trucekeeper.language.grammar.tree import ancestors, base
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.layers import Region, covering, layers
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.bearers import actor_of, is_bearer


@dataclass(frozen=True, slots=True)
class Wish:
    """A standing, and who wants it where it is not agreed."""

    standing: Standing
    by: Actor | None = None


def wish_at(token: Token) -> Wish:
    """The nearest verb or noun of wanting above a token decides; without one, the statement that covers it; without any, it is agreed."""
    for above in above_of(token):
        standing = standing_of(above)
        if standing is not None:
            return Wish(standing, wanter(above))
    return stated(token.doc, (token.idx, token.idx + len(token))) or Wish("agreed")


def above_of(token: Token) -> Iterator[Token]:
    yield token
    below = token
    for above in ancestors(token):
        if base(below) == "acl" and below.dep_ != "acl":  # out of a relative clause: what stands above is another matter
            return
        yield above
        below = above


def standing_of(token: Token) -> Standing | None:
    words, low = provision_words().standing, token.lemma_.lower()
    if token.pos_ == "VERB" and not is_set_up(token):
        if low in words.demand:
            return None if is_said_of_text(token) else "demanded"
        if low in words.propose:
            return None if is_said_of_text(token) else "proposed"
        return "disputed" if low in words.dispute else None
    if token.pos_ == "NOUN":
        if token.lower_ in words.demand_nouns or low in words.demand_nouns:
            return "demanded"
        return "proposed" if low in provision_words().agreements.open_ else None
    return None


def is_set_up(verb: Token) -> bool:
    """ "puts in place a team": no proposal, and nothing of a text's own life."""
    return verb.lemma_.lower() == "put" and verb.doc[verb.i + 1 : verb.i + 3].text.lower() == "in place"


def is_said_of_text(verb: Token) -> bool:
    """ "The accord calls for …": what a text asks is agreed."""
    words = provision_words()
    settled = (words.agreements.nouns | words.told.documents) - words.agreements.open_
    return any(s.lemma_.lower() in settled for s in subjects(verb))


def wanter(word: Token) -> Actor | None:
    """Whose demand or proposal: the subject of the verb, the owner of the noun, or the speaker of the statement around it."""
    heads = possessors(word) if word.pos_ == "NOUN" else subjects(word)
    named = [h for h in heads if is_bearer(h) or layers(word.doc).entity_of(h.i) is not None]
    if named:
        return actor_of(named[0])
    if any(h.pos_ == "PRON" for h in heads):
        return last_proposer(word)
    inside = covering(layers(word.doc).statements, (word.idx, word.idx + len(word)))
    return inside[-1].speaker if inside else None


def last_proposer(word: Token) -> Actor | None:
    """Whom "their proposal" means, where the actors' reader left it open: who proposed last, in the sentence before."""
    first = word.sent.start
    if first == 0:
        return None
    plural = any(t.lower_ in {"their", "they"} for t in word.sent)
    for token in reversed(word.doc[first - 1].sent):
        if token.pos_ == "VERB" and token.lemma_.lower() in provision_words().standing.propose:
            named = [s for s in proposers(token) if s.pos_ != "PRON" and (s.tag_ in {"NNS", "NNPS"}) is plural]
            if named:
                return actor_of(named[0])
    return None


def proposers(verb: Token) -> list[Token]:
    """Who proposes: of "leaders to offer" the noun right before, which a tree easily loses, then the subject."""
    at = verb.i
    if at >= verb.sent.start + 2 and verb.nbor(-1).lower_ == "to" and verb.nbor(-2).pos_ in {"NOUN", "PROPN"}:
        return [verb.nbor(-2)]
    return subjects(verb)


def stated(doc: Doc, place: Region) -> Wish | None:
    for statement in reversed(covering(layers(doc).statements, place)):
        if statement.act in provision_words().standing.demand_acts:
            return Wish("demanded", statement.speaker)
        if statement.act in provision_words().standing.propose_acts:
            return Wish("proposed", statement.speaker)
    return None
