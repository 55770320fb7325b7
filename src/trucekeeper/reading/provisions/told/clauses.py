"""Clauses that tell what is owed, each verb or thing strung on them a term: "X will pull back and open the road", "under the deal, Y is to …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import is_perfect, modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import noun_phrase, obliques
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.language.grammar.voice import is_minded, is_passive
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import deontic, provision_words
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import actors, is_bearer
from trucekeeper.reading.provisions.told.cuts import end_of_clause
from trucekeeper.reading.provisions.told.papers import is_draft, is_known, is_open, is_text, owner_of_text, texts_of
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.terms import Told, doers_of_clause, having_to, is_existential, owed_word, subject_heads, verb_items
from trucekeeper.reading.provisions.told.things import noun_items

CLAUSE_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "NN"})  # of what can be the verb of a clause, as a tagger may have it


def listed_things(thing: Token, end: int, standing: Standing, by: Actor | None, doers: tuple[Actor, ...]) -> Iterator[Told]:
    """Each thing of a list that names something to be done or set up; somebody, or a text, is none."""
    for span in noun_items(thing, end):
        head = next((t for t in span if t.head.i < span.start or t.head.i >= span.end or t.head == t), span.root)
        new = any(c.lower_ in {"a", "an"} for c in children(head, "det"))  # "a court" is to be set up
        if span[0].tag_ in {"WP", "WDT"} or head.lemma_.lower() in provision_words().phases.nouns or head.lower_ in provision_words().anchors.signature:
            continue  # "offered what he called talks", "agreed to the first phase of the plan", "saw the signing of a peace"
        wish = lemma_in(head, provision_words().standing.demand_nouns) is not None
        text = is_text(head) and (head.lemma_.lower() in provision_words().told.documents and not obliques(head, "for"))  # "a provision that calls for …"
        if not text and (new or obliques(head, "for") or not (is_bearer(head) or is_text(head))) and not wish:
            yield Told(span, head, standing, by, doers)


def acts(verb: Token, standing: Standing, by: Actor | None, doers: tuple[Actor, ...], timed: Span | None = None) -> Iterator[Told]:
    """The verb and those strung on it, each a term without its subject."""
    for span, head in verb_items(verb, subject=False):
        yield Told(span, head, standing, by, doers or doers_of_clause(head), timed)


def owed_clauses(verb: Token, standing: Standing, by: Actor | None) -> Iterator[Told]:
    """ "X will pull back and open the road": the first with its subject, the others without."""
    having = owed_word(verb)
    if having is not None and having.lemma_.lower() in {"have", "get"} and having != having_to(verb):
        yield from acts(verb, standing, by, actors(subjects(having)), verb.doc[having.i + 1 : verb.sent.end])
        return
    doers = doers_of_clause(verb)
    for span, head in verb_items(verb, subject=True):
        yield Told(span, head, standing, by, doers if head == verb or not is_passive(head) else doers_of_clause(head))


def under(sentence: Span, lead: tuple[Standing, Actor | None] | None) -> Iterator[Told]:
    """ "Under the deal (as part of it, according to it), X will …, and Y is to …"; "the plan" of what was agreed just before (`lead`) is agreed too."""
    for noun in texts_of(sentence):
        if leads_in(noun) is None:
            continue
        open_ = is_draft(noun) or (is_open(noun) and not is_known(noun, lead))
        standing: Standing = "proposed" if open_ else "agreed"
        by = owner_of_text(noun) if open_ else None
        yield from owed_in(sentence, standing, by)
        main = sentence.root
        if main.tag_ in {"VBZ", "VBP"} and main.pos_ == "VERB" and leads_in(noun) is not None and is_duty_told(main):
            yield from owed_clauses(main, standing, by)  # "Under the deal, all parties waive any claim to the ministries"
        return


def is_duty_told(verb: Token) -> bool:
    """A present by which a report tells a term: no verb of saying or of what merely is, and with an object."""
    words = provision_words().told
    own = lemma_in(verb, words.idle | words.life | words.promising) is None and lemma_in(verb, deontic().duty.verbs) is None
    return own and bool(objects(verb)) and bool(own_subjects(verb)) and not is_negated(verb)


def leads_in(noun: Token) -> Token | None:
    """The "under" before a text."""
    before = noun.doc[max(noun.sent.start, noun.left_edge.i - 5) : noun.i]
    words = [t.lower_ for t in before]
    if {"under", "per"} & set(words):
        return before[0]
    phrase = " ".join(words)
    return before[0] if any(lead in phrase for lead in provision_words().told.leads) else None


def owed_in(sentence: Span, standing: Standing, by: Actor | None) -> Iterator[Told]:
    """All clauses of a sentence that tell what is owed."""
    seen: set[int] = set()
    for verb in words_of(sentence):
        if verb.tag_ not in CLAUSE_TAGS or verb.i in seen or not is_owed(verb):
            continue
        told = [*owed_clauses(verb, standing, by)]
        seen.update(t.head.i for t in told)
        yield from told


def falls_due(verb: Token) -> bool:
    """ "will make the lists public within 60 days": by a time that is counted from something."""
    if verb.pos_ != "VERB":
        return False
    rest = verb.doc[verb.i : end_of_clause(verb, verb.sent.end)]
    due = anchor_of(rest.text, rest.start_char, layers(verb.doc).times)
    return due is not None and due.relation == "within"


def must_stay(verb: Token) -> bool:
    """ "must remain in the camps"."""
    word = modal(verb)
    staying = lemma_in(verb, deontic().duty.staying) is not None and bool(obliques(verb, "in", "at", "within", "on", "behind"))
    return staying and word is not None and word.lower_ in {"must", "shall"}


def is_empowered(verb: Token) -> bool:
    """ "will have the power to dismiss ministers", "will take nine seats", "nine seats will go to the front"."""
    words = provision_words().told
    given = [o for o in objects(verb) if o.i > verb.i]
    if lemma_in(verb, {"have"}) is not None and any(lemma_in(o, words.powers) for o in given):
        return True
    if lemma_in(verb, {"go"}) is not None and obliques(verb, "to"):
        return any(lemma_in(s, words.offices) for s in own_subjects(verb))
    return lemma_in(verb, words.sharing) is not None and any(lemma_in(o, words.offices) and is_counted(o) for o in given)


def is_counted(noun: Token) -> bool:
    """ "nine seats", "a third of the seats", "most posts"."""
    before = noun.doc[noun_phrase(noun).start : noun.i]
    return any(t.pos_ == "NUM" or t.lower_ in {"half", "most", "third", "quarter", "majority", "all"} for t in before)


def is_owed(verb: Token) -> bool:
    """A main clause (or one beside it, or what somebody says) with a word of duty or future and a subject, or a pledge in the present."""
    bare = verb.tag_ == "VBN" or (verb.pos_ == "ADJ" and not children(verb, "cop"))  # "will free 700 men", tagged as an adjective
    if not (is_verbal(verb) or (bare and owed_word(verb) is not None)):
        return False
    if is_minded(verb) and not is_perfect(verb):
        return False  # "they would be prepared to disarm"
    taken = verb.lower_ == "taken" and any(s.lemma_.lower() in {"measure", "step", "action"} for s in own_subjects(verb))
    idle = not taken and verb.lemma_.lower() in provision_words().told.idle and verb.doc[verb.i : verb.i + 2].text.lower() != "take place"
    office = lemma_in(verb, provision_words().told.leaving) is not None and any(s.pos_ == "PROPN" for s in subject_heads(verb))  # "Ms Obi will become premier"
    living = lemma_in(verb, provision_words().told.life) is not None and any(is_text(s) for s in subject_heads(verb))
    if living and not falls_due(verb):
        return False  # "The pact will pave the way for a vote"
    if idle and not (office or falls_due(verb) or must_stay(verb) or is_existential(verb) or is_empowered(verb)):
        return False
    if verb.dep_ in {"acl:relcl", "acl", "advcl:relcl"} and owed_word(verb) is not None and owed_word(verb).tag_ == "MD":  # type: ignore[union-attr]
        return False
    if any(m.lower_ in {"whether", "if"} for m in children(verb, "mark")) and base(verb) != "advcl":
        return False  # "questions remain whether the accord would be kept"
    if any(c.i < verb.i and c.tag_ == "WRB" for c in verb.children):
        return False  # "undecided is | how the force would be paid"
    if base(verb) == "advcl" and any(m.lower_ not in {"while", "whereas"} for m in children(verb, "mark")):
        return False
    return owed_word(verb) is not None
