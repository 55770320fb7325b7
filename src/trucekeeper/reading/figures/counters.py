"""Whose count a figure is where nobody speaks: "the mission recorded 214 violations", "by the ministry's count, 300"."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import possessors
from trucekeeper.language.grammar.subjects import agents, doers, own_subjects
from trucekeeper.model.claims import Actor
from trucekeeper.reading.figures.lexicon import listed, plain
from trucekeeper.reading.figures.phrases import Counted
from trucekeeper.reading.layers import layers
from trucekeeper.reading.quantities.lexicon import words
from trucekeeper.reading.references import actor_at

NOBODY = frozenset({"it", "they", "which", "who", "that", "this", "these", "those"})


def counter_of(item: Counted) -> tuple[Actor, str] | None:
    """Who counted, and the word that says so; None where the sentence names nobody."""
    return by_verb(item) or by_putting(item) or by_tally(item) or by_telling(item)


def by_verb(item: Counted) -> tuple[Actor, str] | None:
    """The doer of the verb of counting that the count (or the one it is a part of) hangs on."""
    for verb in hung_on(item):
        word = plain(verb.lower_, verb.lemma_.lower(), verb=True)
        if verb.pos_ != "VERB" or verb.tag_ in {"VBN", "VBG"}:
            continue
        if word not in listed("counters"):
            return None
        if not is_negated(verb) and modal(verb) is None:
            who = next((d for d in doers(verb) if may_count(d) and not item.start <= d.i < item.after), None)
            return (actor_at(who), word) if who is not None else None
    return None


def by_putting(item: Counted) -> tuple[Actor, str] | None:
    """ "…, while a senator put the toll at 228": who sets a toll at the number, in whoever else's words the clause may stand."""
    if item.doc[item.start - 1].lower_ != "at":
        return None
    verb = next((v for v in hung_on(item) if v.lemma_.lower() in words("puts")), None)
    if verb is None or is_negated(verb) or modal(verb) is not None or not any(o.lower_ in words("counts") for o in objects(verb)):
        return None
    who = next((d for d in own_subjects(verb) if may_count(d) and d.i < verb.i), None)
    return (actor_at(who), verb.lower_) if who is not None else None


def hung_on(item: Counted) -> list[Token]:
    """The words above a count that stand before it in its sentence, nearest first, as far as the first verb of counting may be."""
    node = item.node
    found: list[Token] = []
    while node.head.i != node.i and len(found) < 4:
        node = node.head
        if item.sentence[0] <= node.i < item.start:
            found.append(node)
        elif node.i >= item.after and node.pos_ == "VERB" and node.tag_ in {"VBD", "VBZ", "VBP"}:
            break
    return found


def by_tally(item: Counted) -> tuple[Actor, str] | None:
    """ "by the ministry's count", "the army's tally is 20", "corrected its count: 20"."""
    for token in item.doc[max(item.sentence[0], item.start - 8) : item.start]:
        if token.lower_ in listed("tallies") and token.pos_ == "NOUN":
            who = next((p for p in possessors(token) if is_somebody(p)), None)
            if who is not None:
                return actor_at(who), token.lower_
    return None


def by_telling(item: Counted) -> tuple[Actor, str] | None:
    """ "The official toll of 12 put forward by the government": who told a toll, by the participle behind it."""
    begin, end = item.sentence
    if item.start - 2 < begin or item.after >= end or item.doc[item.start - 1].lower_ != "of":
        return None
    verb = item.doc[item.after]
    told = verb.tag_ in {"VBN", "VBD"} and plain(verb.lower_, verb.lemma_.lower(), verb=True) in listed("tellings")
    if not told or item.doc[item.start - 2].lower_ not in listed("tallies") | words("counts"):
        return None
    who = next((a for a in agents(verb) if may_count(a)), None)
    return (actor_at(who), verb.lower_) if who is not None else None


def may_count(doer: Token) -> bool:
    """A noun or pronoun that is no time ("its January count")."""
    return doer.pos_ in {"NOUN", "PROPN", "PRON"} and doer.lower_ not in NOBODY and not any(t.start <= doer.idx < t.end for t in layers(doer.doc).times)


def is_somebody(owner: Token) -> bool:
    """A noun, or a pronoun that is known to stand for somebody."""
    return may_count(owner) and (owner.pos_ != "PRON" or owner.i in layers(owner.doc).mention_at)
