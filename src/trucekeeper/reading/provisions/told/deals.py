"""Terms that somebody agrees to or puts forward: "the two sides agreed to …", "a deal to free …", "a plan to …", "proposed that …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.clauses import open_complements
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import noun_phrase, obliques
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children, conjuncts
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.nouns import noun_frame
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.layers import layers
from trucekeeper.reading.positions.topics import of_matter
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.bearers import actors
from trucekeeper.reading.provisions.forms import of_an_act
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.told.clauses import CLAUSE_TAGS, acts, leads_in, listed_things, owed_clauses
from trucekeeper.reading.provisions.told.cuts import end_of_clause
from trucekeeper.reading.provisions.told.papers import is_draft, is_open, is_reached, is_text, owner_of_text, texts_of
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.terms import Told, doers_of_clause, owed_word, verb_items
from trucekeeper.reading.provisions.told.wishes import wanter

UNDONE = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "if", "yet", "unless", "until", "whether", "no"})


def agreed(sentence: Span, in_text: bool) -> Iterator[Told]:
    """ "The two sides agreed to exchange 240 men (on a truce, that aid would pass)": where several agree, or one under a text (`in_text`).

    So with other verbs of settling under a text: "The two parties decided to set up teams and committed not to disrupt the vote".
    """
    doc, texts = sentence.doc, texts_of(sentence)
    if any(is_open(t) and leads_in(t) is not None for t in texts):
        return  # "Under the plan, the two sides agreed to …" tells of no deal
    beside = in_text or any(not is_open(t) and not is_draft(t) and not is_agreed_to(t) for t in texts)
    for verb in words_of(sentence):
        if verb.tag_ not in CLAUSE_TAGS:
            continue
        agrees = lemma_in(verb, {"agree"}) is not None
        if not (agrees or (in_text and lemma_in(verb, provision_words().told.settling))) or verb.i + 2 >= sentence.end:
            continue
        if not (is_verbal(verb) or (verb.tag_ == "VBG" and base(verb) == "advcl")):
            continue  # also "broke the deadlock by agreeing to …"
        lead = {t.lower_ for t in doc[max(sentence.start, verb.i - 4) : verb.i]}
        ahead = modal(verb)
        if lead & UNDONE or base(conjuncts(verb)[0]) == "csubj" or is_negated(verb) or ahead is not None or has_to(verb) or is_clause_of_time(verb):
            continue
        who = subjects(verb) or (subjects(verb.head) if verb.tag_ == "VBG" else [])
        several = len(who) > 1 or any(t.tag_ in {"NNS", "NNPS"} or t.lower_ in {"they", "both"} for t in who) or bool(obliques(verb, "with"))
        if not (several or (beside and agrees)):
            continue
        doers = actors(who)
        heads = [c for c in [*open_complements(verb), *children(verb, "ccomp", "advcl")] if c.i > verb.i and (has_to(c) or owed_word(c) is not None)]
        close = verb.i + (40 if verb.nbor().lower_ == "that" else 12)  # "agreed that, within three months, all units shall …"
        heads = [h for h in heads if (h.i < close or has_to(h)) and not is_purpose(h, verb)][:1] or [h for h in [infinitive_behind(verb)] if h is not None]
        heads += [c for h in heads[:1] if not has_to(h) for c in conjuncts(h)[1:] if c.i > h.i and own_subjects(c)]  # "…, and that the palace will be sold"
        if heads:
            for head in heads:
                told = head.doc[head.i : end_of_clause(head, sentence.end)]
                if not (several or in_text) and of_matter(told, strict=True) is None and issue_of(told.text) is None:
                    continue  # one side alone, on nothing that agreements settle
                yield from (
                    acts(head, "agreed", None, doers)
                    if has_to(head) or (head.tag_ in {"VB", "JJ"} and owed_word(head) is None)
                    else owed_clauses(head, "agreed", None)
                )
            continue
        things = [o for o in things_of(verb) if o.i > verb.i and base(o) != "conj" and (not is_text(o) or is_timed_truce(o))]
        for thing in things[:1]:
            further = next((c for c in children(verb, "conj") if c.i > thing.i and has_to(c) and c.lower_ != "be"), None)
            end = further.i - 1 if further is not None else sentence.end  # "agreed to a lasting truce | and to pull back"
            yield from listed_things(thing, end_of_clause(verb, end), "agreed", None, doers)
            if further is not None:
                yield from acts(further, "agreed", None, doers)


def settled_that(sentence: Span, in_text: bool) -> Iterator[Told]:
    """ "It was agreed that X will …"; where a text is told of (`in_text`), also "it was decided (resolved) that …"."""
    for verb in words_of(sentence):
        if verb.tag_ != "VBN" or not is_passive(verb) or is_negated(verb) or modal(verb) is not None or has_to(verb):
            continue
        if not any(t.lower_ == "it" for t in children(verb, "expl", "nsubj:pass", "nsubj")):
            continue
        under = any(leads_in(t) is not None and not is_open(t) and not is_draft(t) for t in texts_of(sentence))  # "Under the accord it was decided that …"
        if lemma_in(verb, {"agree"}) or ((in_text or under) and lemma_in(verb, provision_words().told.settling)):
            for clause in children(verb, "ccomp", "csubj", "csubj:pass", "advcl")[:1]:
                for part in conjuncts(clause):
                    if part.i > verb.i and owed_word(part) is not None and (part == clause or own_subjects(part)):
                        yield from owed_clauses(part, "agreed", None)


def is_clause_of_time(verb: Token) -> bool:
    """ "if (when, before) they agreed to …"; "by agreeing to …" is none."""
    return base(verb) == "advcl" and any(m.lower_ != "by" for m in children(verb, "mark", "advmod"))


def is_agreed_to(noun: Token) -> bool:
    """ "agreed to the deal (on a truce)": the text itself is what is agreed to."""
    return base(noun) in {"obj", "obl"} and lemma_in(noun.head, {"agree"}) is not None


def is_purpose(head: Token, verb: Token) -> bool:
    """ "agreed to a truce | to end the war": what the thing agreed to is for."""
    return has_to(head) and any(verb.i < t.i < head.i for t in things_of(verb))


def is_timed_truce(noun: Token) -> bool:
    """ "agreed to a ceasefire starting at noon": a truce, and no paper, with its time."""
    words = provision_words()
    if obliques(noun, "of"):
        return True  # "a cessation of hostilities"
    if noun.lemma_.lower() in words.told.truces and (
        obliques(noun, "in", "on", "for", "along", "across", "around", "with") or any(c.tag_ == "VBG" for c in children(noun, "acl"))
    ):
        return True  # "a ceasefire in the valley", "a truce involving all sides"
    if noun.lemma_.lower() in words.told.truces and any(lemma_in(c, words.told.entire) for c in children(noun, "amod")):
        return True  # "a lasting truce"
    papers = noun.lemma_.lower() in words.agreements.nouns - words.agreements.running or noun.lemma_.lower() in {"agreement", "deal", "accord", "pact"}
    rest = noun.doc[noun_phrase(noun).start : min(noun.sent.end, noun.i + 8)]  # also "a ten-day ceasefire"
    return not papers and any(rest.start_char <= t.start < rest.end_char for t in layers(noun.doc).times)


def things_of(verb: Token) -> list[Token]:
    """What is agreed to, and no day on which it is."""
    times = layers(verb.doc).times
    return [t for t in [*objects(verb), *obliques(verb, "on", "upon", "to")] if not any(time.start <= t.idx < time.end for time in times)]


def infinitive_behind(verb: Token) -> Token | None:
    """By the words alone, where the tree hangs it elsewhere: the parser takes a bare "free" for an adjective."""
    after = verb.nbor(2)
    if after.lower_ in {"each", "both", "all"} and after.i + 1 < verb.sent.end:
        after = after.nbor()  # "agreed to each withdraw eleven posts"
    return after if verb.nbor().lower_ == "to" and after.pos_ in {"VERB", "ADJ", "AUX"} else None


def deal_on(sentence: Span) -> Iterator[Told]:
    """ "reached an agreement on the disarming of the militias and the entry of the army"; what is only talked about ("on a date") is none."""
    for noun in texts_of(sentence):
        if is_open(noun) or is_draft(noun) or not is_reached(noun):
            continue
        things = [
            t
            for t in obliques(noun, "on")
            if (noun_frame(t) is not None or of_an_act().match(t.lower_)) and not is_text(t) and (any(c.i > t.i for c in t.children) or is_followed(t))
        ]
        for thing in things[:1]:
            yield from listed_things(thing, end_of_clause(noun, sentence.end), "agreed", None, ())


def is_followed(noun: Token) -> bool:
    """Whether a phrase that says more of a noun stands right behind it, wherever the tree hangs it."""
    return noun.i + 1 < noun.sent.end and noun.nbor().tag_ == "IN" and noun.nbor().lower_ in {"of", "for"}


def deal_to(sentence: Span) -> Iterator[Told]:
    """ "a deal on Monday to free 887 detainees"; what a deal is only meant to bring about ("a deal to end the war") is no term."""
    for noun in texts_of(sentence):
        if is_open(noun) or not is_reached(noun):
            continue
        verb = infinitive_of(noun)
        if verb is not None and not is_aim(verb):
            told = acts(verb, "proposed" if is_draft(noun) else "agreed", None, ())
            yield from (t for t in told if not is_aim(t.head))


def is_aim(verb: Token) -> bool:
    """ "(a deal) to end the war, to calm the conflict": what it is only meant to bring about."""
    words = provision_words().told
    if verb.lemma_.lower() in {"cease", "suspend"}:
        return False  # "a deal to cease hostilities" is a truce
    return verb.lemma_.lower() in words.aims or any(lemma_in(o, words.fights) for o in objects(verb))


def planned(sentence: Span) -> Iterator[Told]:
    """ "floated a plan to move the line", "a proposal that the army withdraw"."""
    for noun in texts_of(sentence):
        if not (is_open(noun) or is_draft(noun)) or noun.nbor(-1 if noun.i else 0).lower_ in {"no", "any"}:
            continue
        by = owner_of_text(noun)
        verb = infinitive_of(noun) if is_put_forward(noun) else None
        if verb is not None and not is_aim(verb):
            yield from acts(verb, "proposed", by, ())
        for clause in children(noun, "acl", "ccomp"):
            if clause.i > noun.i and any(m.lower_ == "that" for m in children(clause, "mark")) and (clause.tag_ in {"VB", "VBP"} or modal(clause) is not None):
                for span, head in verb_items(clause, subject=True):
                    yield Told(span, head, "proposed", by, doers_of_clause(head))


def is_put_forward(noun: Token) -> bool:
    """A plan for others, and not what somebody plans to do himself ("its plans to join", "plans to release them")."""
    if lemma_in(noun, {"plan"}) is None:
        return True
    return noun.tag_ != "NNS" and any(c.lower_ in {"a", "an"} for c in children(noun, "det"))


def infinitive_of(noun: Token) -> Token | None:
    """By the words: "to" and a verb within a few words, nothing but a day or place between."""
    doc, end = noun.doc, noun.sent.end
    for i in range(noun.i + 1, min(end - 2, noun.i + 8)):
        token = doc[i]
        if token.lower_ == "to":
            after = doc[i + 1]
            bare = after.pos_ == "ADJ" and doc[i + 2].pos_ in {"NUM", "DET"}  # "to free 887 men"
            return after if after.tag_ == "VB" or bare else None
        if token.is_punct or is_verbal(token) or token.lower_ in {"that", "which", "and", "how", "whether"}:
            return None
    return None


def proposals(sentence: Span) -> Iterator[Told]:
    """ "has proposed that both armies pull back", "offered to open a road in exchange for talks", "proposed a ten-day pause"."""
    for verb in words_of(sentence):
        if verb.tag_ not in CLAUSE_TAGS or lemma_in(verb, provision_words().told.proposing) is None or not is_verbal(verb) or is_negated(verb):
            continue
        if governor_word(verb, "clause") is None and modal(verb) is not None:
            continue
        above = verb.head
        strays = (
            base(verb) == "conj" and verb.tag_ == "VBD" and above.tag_ in {"VB", "VBP"} and base(above) == "ccomp"
        )  # "proposed that they leave, and offered …"
        who = [s for s in subjects(above.head if strays else verb) if not is_text(s)]
        by = wanter(above.head if strays else verb)
        if not who or by is None:
            continue
        clauses = [c for c in children(verb, "ccomp", "xcomp") if c.i > verb.i]
        for inner in clauses:
            if has_to(inner):
                yield from acts(inner, "proposed", by, (by,) if lemma_in(verb, {"offer", "volunteer"}) else ())
            elif inner.tag_ in {"VB", "VBP"} or ((ahead := modal(inner)) is not None and ahead.lower_ in {"would", "should"} and verb.tag_ != "VBG"):
                for span, head in verb_items(inner, subject=True):
                    yield Told(span, head, "proposed", by, doers_of_clause(head))
        if not clauses:
            for thing in [o for o in objects(verb) if o.i > verb.i and base(o) != "conj"][:1]:
                yield from listed_things(thing, end_of_clause(verb, sentence.end), "proposed", by, ())
