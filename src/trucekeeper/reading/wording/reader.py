"""The component `truce_wording`: each loaded term with its owner, whose word it is, and what could be said instead."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.tags import NOUNS
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import Layers, Region, WordingFound, covering, layers
from trucekeeper.reading.quotes import Quote, is_speech, quotes
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.wording.cues import loaded_cues
from trucekeeper.reading.wording.lexicon import Term, people, terms

NAMING = frozenset({"designation", "accusation"})
LONGEST_SCARE = 4  # words of a scare quote


@Language.component("truce_wording")
def truce_wording(doc: Doc) -> Doc:
    """Fills `doc._.truce.wordings`."""
    layers(doc).wordings = find_wordings(doc)
    return doc


def find_wordings(doc: Doc) -> list[WordingFound]:
    """Loaded terms, loaded cues and scare quotes, in text order; no two over the same words."""
    marks = quotes(doc.text)
    found = [*_scare_quotes(doc, marks), *_terms(doc, marks), *(w for w in loaded_cues(doc) if not any(q.start <= w.start < q.end for q in marks))]
    kept: list[WordingFound] = []
    for item in sorted(found, key=lambda w: (w.start, -w.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


# --- terms of the lexicon ------------------------------------------------------------------------------------------------------------------------------


def _terms(doc: Doc, marks: list[Quote]) -> list[WordingFound]:
    known = terms()
    lower = [t.lower_ for t in doc]
    found = []
    skip = 0
    for i, word in enumerate(lower):
        entries = known.get(word)
        if entries is None or i < skip:
            continue
        for words, term in entries:
            end = i + len(words)
            if tuple(lower[i:end]) == words and _fits(doc, term, i, end):
                found.append(_found(doc, term, i, end, marks))
                skip = end
                break
    return found


def _fits(doc: Doc, term: Term, start: int, end: int) -> bool:
    """Is it used as the lexicon means it: as this part of speech, beside one of these nouns, no part of a name?"""
    first, last = doc[start], doc[end - 1]
    following = doc[end].lower_ if end < len(doc) else ""
    before = doc[start - 1].lower_ if start else ""
    if term.barring & {following, before} or (term.barring and doc[end - 1].head.lower_ in term.barring):
        return False
    if all(_in_name(token, term) for token in doc[start:end]):
        return False
    if term.definite:
        return before == "the" and last.pos_ in NOUNS and base(last) not in {"compound", "amod", "flat"} and not children(last, "nmod")
    if term.beside:
        return _head_noun(last).lower_ in term.beside or following in term.beside
    if term.kind == "verb":
        return first.pos_ in {"VERB", "ADJ"} and _done_to(first, term)
    return term.kind == "exact" or last.pos_ in NOUNS


def _done_to(verb: Token, term: Term) -> bool:
    """Is it done to what the lexicon means: not to a harmless thing ("occupied the vacant seat"), and, where only people are meant, to people?"""
    for done_to in objects(verb):
        if done_to.lower_ in term.barring or done_to.lemma_.lower() in term.barring:
            return False
        if (
            term.people
            and done_to.pos_ == "NOUN"
            and layers(verb.doc).entity_of(done_to.i) is None
            and done_to.lower_ not in people()
            and done_to.lower_ not in terms()
        ):
            return False
    return True


def _in_name(token: Token, term: Term) -> bool:
    """With a capital within a sentence it is part of a name ("Lord's Resistance Army"), the bearer's own and no verdict."""
    if not token.text[:1].isupper() or token.is_sent_start or token.i == 0 or term.word[:1].isupper():
        return False
    before = token.nbor(-1)
    opening = before.is_quote and not before.whitespace_
    return not (before.is_space or opening or before.text in {".", ":", "!", "?"})


def _head_noun(token: Token) -> Token:
    return token.head if base(token) in {"amod", "compound", "nmod"} and token.head.i > token.i else token


def _found(doc: Doc, term: Term, start: int, end: int, marks: list[Quote]) -> WordingFound:
    head = _head_noun(doc[end - 1])
    left, right = start, end
    if term.phrase:
        left, right = _phrase(doc, head, start, end)
    span = doc[left:right]
    return WordingFound(
        span.start_char, span.end_char, doc[start:end].text, _referent(doc, term, head), _whose(doc, (span.start_char, span.end_char), marks), term.neutral,
        0.8 if term.category in {"group-label", "act-label", "place-label"} else 0.6,
    )  # fmt: skip


def _phrase(doc: Doc, head: Token, start: int, end: int) -> tuple[int, int]:
    """From the owner or article of the noun to the noun; never over a comma, a mark or a preposition."""
    left = start
    while left > 0 and left > head.left_edge.i and doc[left - 1].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "NUM"} and not doc[left - 1].is_space:
        left -= 1
    return left, max(end, head.i + 1 if head.i - start < 8 else end)


def _referent(doc: Doc, term: Term, head: Token) -> str | None:
    """What the term is said of: whom a label stands for, otherwise the thing beside it or its owner."""
    if term.category in {"group-label", "person-label"}:
        actor = actor_at(head)
        name = actor.label if actor.actor or term.word not in actor.label.lower() else None
        return name or _of(head)
    if head.pos_ in NOUNS and term.category in {"evaluation", "distance", "place-label"}:
        return head.text if head.lower_ != term.word else None
    return _of(head)


def _of(head: Token) -> str | None:
    """The possessor, or what follows "of"."""
    for child in children(head, "nmod:poss"):
        return actor_at(child).label
    for child in children(head, "nmod"):
        if any(c.lower_ == "of" for c in child.children):
            return actor_at(child).label
    return None


# --- whose word ----------------------------------------------------------------------------------------------------------------------------------------


def _whose(doc: Doc, place: Region, marks: list[Quote]) -> Actor | None:
    """The speaker, where he is told to call something so, or in marks within what he says; for its own paraphrase the outlet answers."""
    found: Layers = layers(doc)
    told = covering(found.statements, place)
    if told and told[-1].act == "designation":  # "labelled the raid a massacre"
        return told[-1].speaker
    if not any(q.start <= place[0] and place[1] <= q.end for q in marks):
        return None
    voices = [s for s in told if s.mode != "indirect"]
    return voices[-1].speaker if voices else None


# --- scare quotes --------------------------------------------------------------------------------------------------------------------------------------


def _scare_quotes(doc: Doc, marks: list[Quote]) -> list[WordingFound]:
    """Short quoted terms that are no utterance: the marks hold them at a distance, or say that they are somebody's own."""
    found = []
    text = doc.text  # made anew at each asking
    for quote in marks:
        words = quote.words(text)
        if quote.depth or not words or len(words.split()) > LONGEST_SCARE or is_speech(words) or not quote.closed:
            continue
        region = (quote.start, quote.end)
        span = doc.char_span(*region, alignment_mode="expand")
        if span is None or _is_title(words) or _is_plainly_quoted(doc, region, words):
            continue
        term = words.rstrip(",.;:")
        found.append(WordingFound(*region, term, _quoted_referent(doc, span[-1]), _speaker(doc, region), None, 0.6))
    return found


def _is_plainly_quoted(doc: Doc, region: Region, words: str) -> bool:
    """Are these only a few of a speaker's own words, with nobody named or charged by them?"""
    voices = [s for s in covering(layers(doc).statements, (region[0] + 1, region[1] - 1)) if s.mode != "indirect"]
    if not voices or voices[-1].act in NAMING:
        return False
    return not any(w in terms() for w in words.lower().split())


def _speaker(doc: Doc, region: Region) -> Actor | None:
    voices = [s for s in covering(layers(doc).statements, region) if s.mode != "indirect"]
    return voices[-1].speaker if voices else None


def _quoted_referent(doc: Doc, last: Token) -> str | None:
    """The noun that the quoted word describes."""
    word = last if not last.is_punct else doc[max(last.i - 1, 0)]
    head = _head_noun(word)
    if head.i != word.i and head.pos_ in NOUNS:
        return head.text
    return _of(word)


def _is_title(words: str) -> bool:
    """The title of a book or a song rather than a term: several capitals."""
    parts = words.split()
    return len(parts) > 1 and all(p[:1].isupper() for p in parts)
