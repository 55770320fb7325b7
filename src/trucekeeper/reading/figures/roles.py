"""What a word says of the counted in one of its roles, and what sort of word it is: raising, passive, only a place."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from trucekeeper.language.grammar.tree import children
from trucekeeper.reading.figures.lexicon import VERBAL, Role, listed, plain, rules
from trucekeeper.reading.figures.phrases import Counted, noun_classes
from trucekeeper.reading.quantities.lexicon import words
from trucekeeper.reading.quantities.noun_phrases import is_time_name
from trucekeeper.reading.quantities.site import sentence_of

PLACING = frozenset({"in", "into", "at", "on", "near", "through", "across", "inside", "outside", "within", "over"})
SOME = frozenset({"one", "some", "many", "most", "few", "half", "several", "none", "any", "each", "majority", "rest", "part", "quarter"})


@dataclass(frozen=True, slots=True)
class Measured:
    measure: str
    predicate: Token | None = None


def lookup(role: Role, token: Token, counted: frozenset[str], *, behind: int = 0) -> str | None:
    """The measure that a word in a role gives to nouns of these classes; `behind` asks for phrases of that many more words only."""
    word = plain(token.lower_, token.lemma_.lower(), verb=role in VERBAL)
    for rule in rules().get((role, word), ()):
        if (behind and len(rule.rest) != behind) or (rule.rest and not follows(token, rule.rest)):
            continue
        if rule.holds_for(counted):
            return rule.measure
    return None


def follows(token: Token, rest: tuple[str, ...]) -> bool:
    """Do the further words of a phrase stand behind it, in order, each within reach ("handed eight bodies over")?"""
    doc, at = token.doc, token.i
    end = min(sentence_of(token)[1], at + 12)
    for word in rest:
        at = next((i for i in range(at + 1, end) if word in (doc[i].lower_, plain(doc[i].lower_, doc[i].lemma_.lower()))), -1)
        if at < 0 or (len(rest) > 1 and at - token.i > 6):
            return False
    return True


def is_number_word(token: Token) -> bool:
    return token.lemma_.lower() in words("numbers")


def is_place(item: Counted) -> bool:
    """ "grenades thrown into three bars injured …": is the phrase only where something was done, by its preposition and a noun of no class?"""
    before = item.doc[item.start - 1].lower_ if item.start > item.sentence[0] else ""
    return before in PLACING and item.own and not item.of_phrase and not noun_classes(item.noun)


def is_partitive_base(item: Counted) -> bool:
    """ "Of the 251 hostages taken …, 58 remain", "one of the 58 hostages": the number is only what the other is a part of."""
    doc, begin, at = item.doc, item.sentence[0], item.start - 1
    if doc[begin].lower_ == "of" and item.start - begin <= 3 and not any(t.text == "," for t in doc[begin : item.start]):
        return True
    at -= at > begin and doc[at].pos_ in {"DET", "PRON"}
    return at > begin and doc[at].lower_ == "of" and doc[at - 1].lower_ in SOME and doc[max(begin, at - 2)].lower_ != "how"


def be_before(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    while before is not None and before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    return before is not None and before.lemma_.lower() in {"be", "get"}


def does_itself(token: Token) -> bool:
    """ "Sixty of his men seized the camp": a verb with an object of its own is nothing done to its subject."""
    done = token.tag_ in {"VBD", "VBN"} and not be_before(token)
    return done and any(c.i > token.i and not is_time_name(c) for c in children(token, "obj"))


def is_found(token: Token) -> bool:
    """ "have been confirmed killed": what a raising verb in the passive says of its subject."""
    before = token.nbor(-1) if token.i else None
    return before is not None and before.tag_ == "VBN" and is_raising(before) and be_before(before)


def is_raising(token: Token) -> bool:
    return token.lemma_.lower() in listed("raising") or plain(token.lower_, token.lemma_.lower(), verb=True) in listed("raising")


def says_itself(token: Token) -> bool:
    """ "A rebel commander said 12 soldiers had been killed": the counted says it, and it is not said of him."""
    return token.tag_ in {"VBD", "VBZ", "VBP"} and not be_before(token) and bool(children(token, "ccomp")) and bool(children(token, "nsubj"))
