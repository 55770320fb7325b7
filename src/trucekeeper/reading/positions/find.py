"""Where parties take positions: all positions of a Doc, before their issues are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.auxiliaries import is_modal, modal
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.layers import covering, layers
from trucekeeper.reading.positions.absences import of_no_other, of_no_question, of_no_without, of_none_to_come, of_only_way
from trucekeeper.reading.positions.conditions import conditions, of_as_condition, of_hinging
from trucekeeper.reading.positions.enumerations import of_among, of_doing, of_enumeration, of_equation, of_list
from trucekeeper.reading.positions.found import Found
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.nouns import of_noun, of_precondition, of_ultimatum
from trucekeeper.reading.positions.predicates import of_need, of_predicate, of_tabling
from trucekeeper.reading.positions.verbs import of_cleft, of_misread, of_ruled_out, of_verb
from trucekeeper.reading.positions.verdicts import of_verdict
from trucekeeper.reading.positions.willing import of_announcement, of_conditional_offer, of_modal, of_no_going, of_refusal, present

MAY_BE_VERBS = frozenset({"VERB", "AUX", "NOUN", "ADJ"})  # parts of speech under which a tagger puts verbs


@cache
def phrases() -> dict[str, Callable[[Token], Iterator[Found]]]:
    """What reads a phrase, by the word that it begins with."""
    return {
        "what": of_cleft,
        "there": of_none_to_come,
        "without": of_no_without,
        "of": of_no_question,
        "out": of_no_question,
        "off": of_no_question,
        "to": of_no_other,
        "other": of_no_other,
        "except": of_no_other,
        "outside": of_no_other,
        "besides": of_no_other,
        "apart": of_no_other,
        **dict.fromkeys(listed("ways"), of_only_way),
    }


def is_term(sentence: Span) -> bool:
    """ "The Government shall allow 120 trucks a day": a text that binds, in nobody's words, is a provision and takes no stance."""
    ahead = modal(sentence.root)
    if ahead is None or ahead.lower_ != "shall":
        return False
    place = (sentence.root.idx, sentence.root.idx + len(sentence.root))
    return not covering(layers(sentence.doc).statements, place)


@cache
def nouns() -> frozenset[str]:
    """Lemmas of nouns that can take a stance, list or condition one; the others are passed over."""
    return frozenset(stances().nouns) | listed("preconditions") | listed("refused")


def positions(doc: Doc) -> Iterator[Found]:
    """In text order of the words that take them."""
    enumerated_at: set[int] = set()
    for sentence in doc.sents:
        if is_term(sentence):
            continue
        tokens = [*sentence]
        words = [t.lower_ for t in tokens]
        copular = {t.head.i for t in tokens if t.dep_ == "cop"}
        modals = {t.head.i for t in tokens if is_modal(t)}
        for token, word in zip(tokens, words, strict=True):
            pos, tag = token.pos_, token.tag_
            listed_here: list[Found] = []
            if (pos in MAY_BE_VERBS or tag.startswith("V")) and is_verbal(token):
                listed_here = [*of_list(token)]
                if not listed_here and token.i not in enumerated_at:
                    yield from of_act(token, ahead=token.i in modals)
                    if "table" in words:
                        yield from of_tabling(token)
            elif pos == "ADJ" and token.i in copular:
                yield from of_modal(token)  # "any passage must be subject to controls"
            elif pos == "NOUN" and token.i not in enumerated_at:
                if lemma_in(token, nouns()) is not None:
                    listed_here = [*of_enumeration(token), *of_doing(token)]
                    yield from (() if listed_here else of_thing(token))
                if token.i in copular:
                    yield from of_modal(token)  # "that must be the release of all"
                    yield from of_precondition(token)
                if tag == "NNS":
                    yield from of_misread(token)
            if pos in {"NOUN", "ADJ"} or tag == "VBG":  # "was disappointing"
                yield from of_verdict(token)
            if pos == "ADJ":
                yield from of_need(token)
            if (read := phrases().get(word)) is not None:
                yield from read(token)
            elif word == "among":
                listed_here = [*of_among(token)]
            if pos in {"ADJ", "ADP", "VERB", "SCONJ"} or (pos == "NOUN" and token.i in copular):
                yield from of_predicate(token)
            yield from listed_here
            enumerated_at.update(i for item in listed_here for i in range(item.content.start, item.content.end))
        yield from conditions(tokens, words)


def of_act(verb: Token, *, ahead: bool) -> Iterator[Found]:
    """`ahead`: it has a modal."""
    yield from of_verb(verb)
    yield from of_no_going(verb)
    yield from of_ultimatum(verb)
    yield from of_ruled_out(verb)
    if ahead or verb.head.lemma_ in listed("owing"):
        yield from of_modal(verb)
    if ahead or present(verb) is not None:
        yield from of_refusal(verb)
    if ahead:
        yield from of_conditional_offer(verb)
        yield from of_hinging(verb)
        yield from of_announcement(verb)


def of_thing(noun: Token) -> Iterator[Found]:
    yield from of_noun(noun)
    yield from of_equation(noun)
    yield from of_as_condition(noun)
