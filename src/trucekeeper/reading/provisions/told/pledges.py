"""Terms that somebody takes upon himself under a text: "undertakes to grant an amnesty", "a declaration in which they commit to …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, is_perfect
from trucekeeper.language.grammar.clauses import open_complements
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.phrases import obliques
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children, conjuncts
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import deontic, provision_words
from trucekeeper.reading.provisions.bearers import actors
from trucekeeper.reading.provisions.told.clauses import CLAUSE_TAGS, acts, is_owed, leads_in, listed_things, owed_clauses
from trucekeeper.reading.provisions.told.cuts import end_of_clause
from trucekeeper.reading.provisions.told.papers import is_draft, is_open, is_reached, texts_of
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.terms import Told, owed_word
from trucekeeper.reading.references import actor_at


def pledged(verb: Token, *, past: bool = False) -> Token | None:
    """The infinitive of "undertakes to grant an amnesty", "commit themselves to lay down their arms"; of "promised to", where the sentence names the text."""
    bound = lemma_in(verb, deontic().duty.verbs) is not None or lemma_in(verb, provision_words().told.promising) is not None
    told = verb.tag_ in {"VBZ", "VBP"} or (past and verb.tag_ == "VBD") or (verb.tag_ == "VBN" and is_perfect(verb)) or is_bound(verb)
    if not (bound or is_bound(verb)) or not told or is_negated(verb):
        return None
    return next((c for c in [*open_complements(verb), *children(verb, "advcl", "ccomp")] if c.i > verb.i and (has_to(c) or is_to_gerund(c))), None)


def is_bound(word: Token) -> bool:
    """The "committed" of "is committed to setting up a court", the "obligated" of "are obligated to pull back"."""
    if word.lower_ not in provision_words().told.bound and word.lower_ not in deontic().duty.participles:
        return False
    if word.lower_ in provision_words().told.minded and any(is_somebody(s) for s in own_subjects(word)):
        return False  # "the president is committed to ending the war" tells how he is minded
    return any(t.lower_ in {"is", "are"} for t in word.doc[max(word.sent.start, word.i - 3) : word.i])


def is_somebody(subject: Token) -> bool:
    """One person, by name or office, who binds nobody by being committed."""
    entity = layers(subject.doc).entity_of(subject.i)
    return entity is not None and entity.kind == "person" and subject.tag_ in {"NN", "NNP"}


def is_to_gerund(verb: Token) -> bool:
    """ "commit to | establishing units"."""
    return verb.tag_ == "VBG" and any(m.lower_ == "to" for m in children(verb, "mark", "case"))


def within_text(sentence: Span) -> Iterator[Told]:
    """ "signed a declaration in which they commit to a ceasefire"."""
    for noun in texts_of(sentence):
        if not is_reached(noun):
            continue
        for verb in words_of(sentence)[noun.i + 1 - sentence.start :]:
            if verb.dep_ != "acl:relcl" or is_negated(verb):
                continue
            in_which = any(c.tag_ in {"WDT", "WP"} and children(c, "case") for c in verb.children)
            if not in_which:
                continue
            if owed_word(verb) is not None:  # "signed a pact in which the kingdom would keep its ministries"
                yield from owed_clauses(verb, "proposed" if is_draft(noun) else "agreed", None)
                continue
            said = next((c for c in children(verb, "ccomp") if owed_word(c) is not None), None)
            if said is not None:  # "signed an accord in which they said they would stop the raids"
                yield from owed_clauses(said, "proposed" if is_draft(noun) else "agreed", None)
                continue
            if lemma_in(verb, deontic().duty.verbs) is None:
                continue
            doers = actors(own_subjects(verb))
            inner = next((c for c in [*open_complements(verb), *children(verb, "advcl")] if has_to(c) and c.i > verb.i), None)
            standing: Standing = "proposed" if is_draft(noun) else "agreed"
            yield from acts(inner if inner is not None else verb, standing, None, doers)


def promised_under(sentence: Span) -> Iterator[Told]:
    """ "Under the accord, the movement also promised to start disarming"."""
    text = next((t for t in texts_of(sentence) if not is_open(t) and not is_draft(t) and leads_in(t) is not None), None)
    if text is not None:
        yield from pledges(sentence, "agreed", None, past=True)


def pledges(sentence: Span, standing: Standing, by: Actor | None, *, past: bool = False) -> Iterator[Told]:
    for verb in words_of(sentence):
        if verb.tag_ not in CLAUSE_TAGS:
            continue
        inner = pledged(verb, past=past) if is_verbal(verb) or is_bound(verb) else None
        if inner is not None:
            heads = subjects(verb)
            timed = verb.doc[verb.i : sentence.end] if inner.i > verb.i + 2 else None  # "is required within 20 days to leave"
            yield from acts(inner, standing, by, actors(heads) or tuple(named for h in heads[:1] if (named := pronoun_actor(h)) is not None), timed)
        elif is_laid_down(verb):
            yield from list(owed_clauses(verb, standing, by))[:1]  # "an amnesty law is planned", "their safety is guaranteed by …"


def is_laid_down(verb: Token) -> bool:
    """ "An amnesty law is planned", "the premier is given authority over the ministries": the present passive of what a text lays down or gives."""
    told = verb.lower_ in provision_words().told.laid or lemma_in(verb, provision_words().told.grants) is not None
    return told and verb.tag_ == "VBN" and is_passive(verb) and any(a.lower_ in {"is", "are"} for a in auxiliaries(verb))


def pronoun_actor(head: Token) -> Actor | None:
    """Who "they" are, where the actors' reader tells."""
    return actor_at(head) if head.pos_ == "PRON" and layers(head.doc).entity_of(head.i) is not None else None


def beside_signing(sentence: Span) -> Iterator[Told]:
    """ "Promising to cut its army, the government signed an accord", "signed a pact on Monday, agreeing to open the roads"."""
    words = provision_words().told
    text = next((t for t in texts_of(sentence) if not is_open(t) and lemma_in(signing_of(t), words.reached) is not None), None)
    if text is None:
        return
    signing = signing_of(text)
    for verb in words_of(sentence):
        if verb.tag_ != "VBG" or not (lemma_in(verb, words.promising) or lemma_in(verb, deontic().duty.verbs)) or verb.i + 2 >= sentence.end:
            continue
        own = own_subjects(verb) or (conjuncts(verb.head) if base(verb) == "acl" else [])  # "signed a pact, with both sides pledging to …"
        opens = verb.i == sentence.start or verb.nbor(-1).text in {",", "by"} or bool(own)
        standing: Standing = "proposed" if is_draft(text) else "agreed"
        if opens and verb.nbor().lower_ == "to" and verb.nbor(2).tag_ == "VB":
            yield from acts(verb.nbor(2), standing, None, actors(own) or actors(subjects(signing)))
        elif opens and lemma_in(verb, {"agree"}):  # "signed a pact, agreeing to a halt to raids and the return of the herders"
            for thing in obliques(verb, "to", "on")[:1]:
                yield from listed_things(thing, end_of_clause(verb, sentence.end), standing, None, actors(own) or actors(subjects(signing)))


def behind_reaching(sentence: Span) -> Iterator[Told]:
    """ "They had agreed a deal and would hold a vote within a year": what those who reach a text will do, in the same breath."""
    for noun in texts_of(sentence):
        if is_open(noun) or not is_reached(noun):
            continue
        for verb in conjuncts(signing_of(noun))[1:]:
            if not own_subjects(verb) and is_owed(verb):
                yield from owed_clauses(verb, "proposed" if is_draft(noun) else "agreed", None)


def signing_of(text: Token) -> Token:
    """The verb that a text is the object of, also through "a series of accords"."""
    above = text.head
    return above.head if above.pos_ == "NOUN" and base(text) == "nmod" else above
