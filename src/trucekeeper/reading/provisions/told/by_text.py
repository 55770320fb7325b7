"""Terms that a text lays down: "the accord provides for …", "it says that …", "…, the annex says"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.clauses import open_complements
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import noun_phrase, obliques, preposition, trimmed
from trucekeeper.language.grammar.subjects import agents, own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children, conjuncts
from trucekeeper.language.grammar.voice import is_lost_predicate, is_passive
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.layers import covering, layers
from trucekeeper.reading.positions.lost_contents import behind
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.bearers import actors, is_bearer
from trucekeeper.reading.provisions.told.clauses import acts, listed_things, owed_clauses
from trucekeeper.reading.provisions.told.cuts import end_of_clause, end_of_list
from trucekeeper.reading.provisions.told.papers import is_draft, is_known, is_open, is_text, owner_of_text
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.terms import Told, apart, doers_of_clause, is_act, owed_word, subject_heads, verb_items
from trucekeeper.reading.provisions.told.wishes import Wish, is_set_up, wish_at


def standing_of(noun: Token, verb: Token, lead: tuple[Standing, Actor | None] | None = None) -> tuple[Standing, Actor | None]:
    """A plan's terms are proposed, a deal's agreed, unless somebody is said to want them or what it would do is still ahead.

    "The roadmap" of what was agreed in the sentence before (`lead`) is agreed too.
    """
    if lead is not None and is_known(noun, lead) and not is_draft(noun):
        return lead
    if is_open(noun):
        return "proposed", owner_of_text(noun)
    if lead is not None and lead[0] == "proposed" and any(d.lower_ in {"the", "this"} for d in children(noun, "det")) and is_subject(noun):
        return lead  # "published a draft accord. The accord also states …": still a draft
    wish = wish_at(verb.head) if verb.head != verb and base(verb) != "acl" else Wish("agreed")  # what is wanted by the text itself is its term
    word = modal(verb)
    voices = covering(layers(noun.doc).statements, (verb.idx, verb.idx + len(verb)))
    if word is not None and word.lower_ in {"must", "should"} and voices:
        return "demanded", voices[-1].speaker  # "the truce must also cover the delta, he said"
    if wish.standing == "agreed" and (is_draft(noun) or (word is not None and word.lower_ in {"would", "could"} and not layers(noun.doc).statements)):
        return "proposed", owner_of_text(noun)
    return wish.standing, wish.by


def is_subject(noun: Token) -> bool:
    return noun.dep_.startswith("nsubj")


def terms_of_text(noun: Token, verb: Token, standing: Standing, by: Actor | None) -> Iterator[Told]:
    """What a text does or asks: by a verb such as "provides for", by a modal ("would give"), or by saying so."""
    words, lemma = provision_words(), verb.lemma_.lower()
    if is_negated(verb) or (lemma == "set" and verb.i + 1 < verb.sent.end and verb.nbor().lower_ == "out"):
        return  # "the accord sets out to ease tension"
    asking = base(verb) == "acl" and verb.i + 1 < verb.sent.end and verb.nbor().lower_ in {"for", "on", "that"} and not agents(verb)
    passive = is_passive(verb) and not asking and not is_set_up(verb) and (bool(children(verb, "aux:pass")) or not children(verb, "obj"))
    if lemma in words.told.says | {"mean"} and (clauses := said_clauses(verb)):
        for inner in clauses:
            if owed_word(inner) is not None:
                yield from owed_clauses(inner, standing, by)
            elif lemma != "say" and (inner.tag_ in {"VB", "VBP"} or is_to_be(inner)):  # "stipulates that troops take over (be sent to) the airports"
                for span, head in verb_items(inner, subject=True):
                    yield Told(span, head, standing, by, doers_of_clause(head))
        return
    ahead = modal(verb)
    if ahead is not None and ahead.lower_ in {"may", "might", "could"}:
        return  # "a deal that may let the exiles return": what it may come to
    if lemma in words.agreements.call_for and not passive:
        found = sorted(apart([*asked_of_others(verb, standing, by), *asked(verb, standing, by)]), key=lambda t: t.span.start)
        yield from found
        if found or lemma in words.told.life:
            return
    if ahead is not None and passive:  # "The truce will be monitored by …"; "an accord will be reached" is no term
        if agents(verb) and lemma not in words.told.reached | words.told.life:
            yield from owed_clauses(verb, standing, by)
        return
    if ahead is not None and lemma in {"take", "enter", "come", "go", "last", "run", "begin", "start"}:
        if any(t.lower_ in {"hour", "hours", "day", "days", "week", "weeks", "month", "months"} for t in verb.doc[verb.i + 1 : verb.sent.end]):
            yield from list(owed_clauses(verb, standing, by))[:1]  # "will take effect 24 hours after …"
        return
    lives = lemma in words.told.life and not is_set_up(verb)
    if (ahead is not None and ahead.lower_ in {"will", "would", "must", "shall"} and not lives) or (
        lemma in words.told.grants
        and (verb.tag_ in {"VBZ", "VBP", "VBD", "VBN"} or verb.lower_ in words.told.unchanged)
        and (base(verb) not in {"advcl", "acl"} or bool(objects(verb)))
        and not passive
        and not any(lemma_in(o, words.told.nothing) for o in objects(verb))
    ):
        yield from acts(verb, standing, by, ())


def is_to_be(verb: Token) -> bool:
    """ "(stipulates) that guards be | sent": the passive of what is asked."""
    return verb.tag_ == "VBN" and any(a.tag_ == "VB" for a in children(verb, "aux:pass")) and modal(verb) is None


def said_clauses(verb: Token) -> list[Token]:
    """The heads of what a text says: its clauses, and by the words those that further ", that …" open."""
    found = [part for c in children(verb, "ccomp") if c.i > verb.i for part in conjuncts(c) if part == c or own_subjects(part) or modal(part) is not None]
    for mark in verb.doc[verb.i + 2 : verb.sent.end]:
        joined = mark.lower_ == "that" and (mark.nbor(-1).text == "," or mark.nbor(-1).lower_ == "and")
        if joined and mark.head.i > mark.i and mark.head not in found and is_verbal(mark.head) and own_subjects(mark.head):
            found.append(mark.head)
    return sorted(found, key=lambda t: t.i)


def asked(verb: Token, standing: Standing, by: Actor | None) -> Iterator[Told]:
    """ "provides for A, B and C", "requires X to withdraw and to disarm", "would see a fund set up"."""
    complements = [c for c in dict.fromkeys([*open_complements(verb), *said_clauses(verb)]) if c.i > verb.i and not is_what_for(c, verb)]
    complements += [c for c in children(verb, "advcl") if c.tag_ == "VBG" and c.i > verb.i and any(m.lower_ in {"on", "for"} for m in children(c, "mark"))]
    addressed = [o for o in [*objects(verb), *obliques(verb, "on", "upon", "for")] if o.i > verb.i]
    hung = [(o, c) for o in addressed for c in children(o, "acl") if has_to(c)]
    seen: set[int] = set()
    for head in [
        *complements,
        *(
            c
            for c in children(verb, "advcl", *(["acl"] if is_misread(verb) else []))
            if has_to(c) and addressed and is_bearer(addressed[0]) and not is_what_for(c, verb)
        ),
    ]:
        that = verb.i + 2 < verb.sent.end and "that" in {verb.nbor().lower_, *(m.lower_ for m in children(head, "mark"))}
        own = doers_of_clause(head)
        if that and subject_heads(head):  # "demands that | the clans disarm"
            told = [Told(span, inner, standing, by, own) for span, inner in verb_items(head, subject=True)]
        else:
            told = [*acts(head, standing, by, own or actors(addressed[:1]))]
        seen.update(i for t in told for i in range(t.span.start, t.span.end))
        yield from told
    hung = [
        (thing, head) for thing, head in hung if (is_bearer(thing) or thing.tag_ == "NNS") and not is_new(thing)
    ]  # not "the commitment of both sides to stop …"
    for thing, head in hung:
        if head.i not in seen:
            told = [*acts(head, standing, by, actors([thing]))]
            seen.update(i for t in told for i in range(thing.i, t.span.end))
            yield from told
    things = [o for o in objects(verb) if o.i > verb.i] or [o for o in obliques(verb, "for", "on") if o.i > verb.i]
    if things and is_text(things[0]) and not lemma_in(things[0], provision_words().told.truces) and (on := obliques(things[0], "on")):
        things = on  # "it included agreement on the release of captives"
    far = behind(verb, "for") if not things else None
    things = things or ([far] if far is not None else [])
    if things and not seen and not hung:
        yield from listed_things(things[0], end_of_list(verb, verb.sent.end), standing, by, ())


def is_new(thing: Token) -> bool:
    """ "a small force to deter raids": what is to be set up, and nobody who is asked."""
    return any(d.lower_ in {"a", "an"} for d in children(thing, "det"))


def is_what_for(complement: Token, verb: Token) -> bool:
    """ "foresees a small force | to deter raids": what the thing is for."""
    return has_to(complement) and any(verb.i < o.i < complement.i and (is_new(o) or not is_bearer(o)) for o in objects(verb))


def asked_of_others(verb: Token, standing: Standing, by: Actor | None) -> Iterator[Told]:
    """ "calls for a truce and | for the rebels to lay down their arms": each "for X to do", by the words."""
    doc, end = verb.doc, end_of_clause(verb, verb.sent.end)
    marks = [t.i for t in doc[verb.i + 1 : end] if t.lower_ == "for" and (t.i == verb.i + 1 or t.nbor(-1).lower_ in {"and", ","})]
    for mark, limit in pairwise([*marks, end]):
        to = next((t for t in doc[mark + 2 : limit - 1] if t.lower_ == "to" and (t.nbor().tag_ == "VB" or t.nbor().lower_ == "be" or t.dep_ == "mark")), None)
        if to is None or any(t.tag_ in {"VBZ", "VBP", "VBD", "MD"} or t.text in {";", ":"} for t in doc[mark + 1 : to.i]):
            thing = next((o for o in obliques(verb, "for") if mark < o.i < limit), None)
            if to is None and len(marks) > 1 and thing is not None:
                yield from listed_things(thing, limit, standing, by, ())  # "calls for | a truce | and for the rebels to disarm"
            continue
        above = to.nbor().head
        if base(to.nbor()) == "acl" and mark < above.i < to.i and to.nbor().lower_ != "be" and (is_new(above) or is_act(above)):
            continue  # "provides for the naming of a governor | to run the town": what the naming is for
        comma = next((t.i for t in reversed(doc[mark + 2 : to.i]) if t.text == "," and t.nbor().lower_ == "and"), None)
        if comma is not None:  # "calls for | a truce, and | observers to be sent"
            yield from (t for o in obliques(verb, "for")[:1] if mark < o.i < comma for t in listed_things(o, comma, standing, by, ()))
            mark = comma + 1
        phrase = doc[mark + 1 : to.i]
        heads = [t for t in phrase if is_bearer(t) and t.head.i not in range(t.i + 1, to.i)]
        passive = next((t for t in doc[to.i + 2 : min(limit, to.i + 4)] if t.tag_ == "VBN"), None) if to.nbor().lower_ == "be" else None
        if passive is not None:
            yield Told(trimmed(doc[mark + 1 : limit]), passive, standing, by, doers_of_clause(passive))
        elif heads:
            yield from acts(to.nbor(), standing, by, actors(heads))
        elif any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in phrase):  # "for the road to stay open and be guarded by …": nobody is asked
            told = [*acts(to.nbor(), standing, by, ())]
            yield from (replace(t, span=doc[mark + 1 : t.span.end]) if t.head == to.nbor() else t for t in told)


def by_text(sentence: Span, lead: tuple[Standing, Actor | None] | None) -> Iterator[Told]:
    """Terms of a text that is the subject; "it" is the text of the sentence before where `lead` says how that stands."""
    for verb in words_of(sentence):
        if not is_verbal(verb) and not is_misread(verb):
            continue
        for subject in text_subjects(verb):
            if is_text(subject) and not any(d.lower_ in {"any", "no", "every"} for d in children(subject, "det")):
                yield from terms_of_text(subject, verb, *standing_of(subject, verb, lead))
            elif subject.lower_ in {"it", "this", "these"} and (known := lead or text_before(subject)) is not None and is_said_of_it(subject, verb):
                yield from terms_of_text(subject, verb, *known)
        yield from included(verb)
        yield from said_in(verb)
        yield from among(verb)
        yield from found_in(verb)
        if verb.lemma_.lower() in provision_words().told.says and any(is_text(s) for s in own_subjects(verb)):  # "…, the annex says"
            noun = next(s for s in own_subjects(verb) if is_text(s))
            above = verb.head if base(verb) == "parataxis" else next((c for c in children(verb, "ccomp") if c.i < verb.i), None)
            for part in conjuncts(above) if above is not None else ():
                if owed_word(part) is not None and (part == above or own_subjects(part)) and not any(s.lower_ in {"this", "that"} for s in own_subjects(part)):
                    yield from owed_clauses(part, *standing_of(noun, verb))


def said_in(verb: Token) -> Iterator[Told]:
    """ "The leaders stipulated in the accord that a vote must be held in May"."""
    if lemma_in(verb, provision_words().told.says) is None or is_negated(verb) or modal(verb) is not None:
        return
    text = next((o for o in obliques(verb, "in") if is_text(o) and not is_open(o)), None)
    if text is None:
        return
    for clause in sorted({*said_clauses(verb), *children(text, "acl")}, key=lambda c: c.i):  # a tree takes "that" for a relative of the text
        if owed_word(clause) is not None and clause.i > text.i:
            yield from owed_clauses(clause, *standing_of(text, verb))


def included(verb: Token) -> Iterator[Told]:
    """ "The agreement, including a truce from Monday, was initialled in May"."""
    for noun in own_subjects(verb):
        if not is_text(noun) or is_negated(verb):
            continue
        for thing in obliques(noun, "including"):
            end = next((t.i for t in noun.doc[thing.i : verb.i] if t.text == ","), verb.i)
            yield from listed_things(thing, end, *standing_of(noun, verb), ())


def found_in(verb: Token) -> Iterator[Told]:
    """ "A cut of the forces was also included in the treaty", "… are provided for in the annex"."""
    if (
        verb.tag_ != "VBN"
        or not is_passive(verb)
        or is_negated(verb)
        or modal(verb) is not None
        or lemma_in(verb, provision_words().agreements.call_for) is None
    ):
        return
    text = next((o for o in obliques(verb, "in", "under") if is_text(o) and o.i > verb.i), None)
    if text is None:
        return
    for thing in own_subjects(verb):
        if thing.pos_ == "NOUN" and not is_text(thing) and not is_bearer(thing):
            yield Told(trimmed(verb.doc[noun_phrase(thing).start : noun_phrase(thing).end]), thing, *standing_of(text, verb))


def among(verb: Token) -> Iterator[Told]:
    """ "Among its provisions are the opening of the archives and a vote", the verb "to be"."""
    if verb.lemma_ != "be" or verb.i + 2 >= verb.sent.end:
        return
    text = next((t for t in verb.doc[max(verb.sent.start, verb.i - 8) : verb.i] if is_text(t) and preposition(t) == "among"), None)
    nouns = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.pos_ in {"NOUN", "PROPN"}]
    thing = next((t for t in nouns if t.i + 1 == len(t.doc) or t.nbor().pos_ not in {"NOUN", "PROPN"}), None)
    if text is not None and thing is not None:
        yield from listed_things(thing, end_of_clause(verb, verb.sent.end), "proposed" if is_open(text) or is_draft(text) else "agreed", None, ())


def text_before(it: Token) -> tuple[Standing, Actor | None] | None:
    """How the text stands that is the subject of the sentence in which "it" goes on ("The pact is a first because it allows for a vote")."""
    text = next((t for t in it.doc[it.sent.start : it.i] if is_text(t) and base(t) == "nsubj"), None)
    return standing_of(text, text.head) if text is not None else None


def is_said_of_it(it: Token, verb: Token) -> bool:
    """Whether "it" is the text: the subject of the sentence, or of a verb by which texts bind, and nobody else."""
    entity = layers(verb.doc).entity_of(it.i)
    main = verb.head == verb or is_told_behind(verb) or (base(verb) == "conj" and verb.head == verb.sent.root)
    words = provision_words()
    binds = lemma_in(verb, words.agreements.call_for - words.told.life) is not None and base(verb) in {"ccomp", "advcl"}
    return (main and (entity is None or entity.kind in {"text", "unknown"})) or (binds and (entity is None or entity.kind in {"media", "agency"}))


def is_told_behind(verb: Token) -> bool:
    """ "It would open the roads, mediators said": the main clause, with who says so behind it."""
    above = verb.head
    return base(verb) in {"ccomp", "parataxis"} and above == above.sent.root and above.i > verb.i


def text_subjects(verb: Token) -> list[Token]:
    """The subjects of a verb of which one may be a text, wherever a tree has put them."""
    if is_lost_predicate(verb):  # "The deal called for …", taken for a participle of the deal
        return [verb.head]
    lays_down = lemma_in(verb, provision_words().agreements.call_for - provision_words().told.life) is not None
    which = (
        verb.head
        if lays_down and base(verb) == "acl" and verb.head.pos_ in {"NOUN", "PROPN"} and any(s.tag_ in {"WDT", "WP"} for s in own_subjects(verb))
        else None
    )
    if which is not None and not is_text(which) and base(which) == "nmod" and is_text(which.head):
        which = which.head  # "a timetable for disarming that provides for …"
    if which is not None:
        return [which]  # "the treaty, which calls for …"
    if verb.tag_ == "VBG" and lays_down and base(verb) == "acl" and is_text(verb.head) and is_there(verb.head):
        return [verb.head]  # "hailed the accord calling for a halt to raids"
    doing = verb.tag_ in {"VBD", "VBN", "VB"} and not has_to(verb) and children(verb, "obj") and not children(verb, "obl:agent")
    asking = verb.tag_ in {"VBD", "VBN"} and lemma_in(verb, provision_words().agreements.call_for) is not None and verb.i + 1 < verb.sent.end
    doing = doing or (asking and verb.nbor().lower_ in {"for", "on", "that"} and not agents(verb))  # "The deal | called for a truce, officials said"
    if doing and base(verb) == "acl" and is_text(verb.head):
        return [verb.head]  # "after a May accord | set up a commission"
    lost = [c for c in children(verb, "compound") if c.i == verb.i - 1 and is_text(c) and verb.tag_ in {"VBZ", "VBD", "VBP"}]  # "The accord | calls for …"
    found = own_subjects(verb) or lost or far_subject(verb) or (subjects(verb) if base(verb) == "conj" else [])
    return [s for f in found for s in (own_subjects(f) if f.tag_ == "VBG" else [f])]  # "The truce, formalising a pause, creates …"


def is_there(noun: Token) -> bool:
    """Whether a text is one that exists, and none that somebody wants or is to sign."""
    above = noun.head
    return wish_at(noun).standing == "agreed" and not has_to(above) and modal(above) is None


def is_misread(word: Token) -> bool:
    """ "The plan, drafted in May, calls for …", the verb tagged as a plural."""
    words = provision_words().agreements.call_for
    if word.tag_ != "NNS" or word.lemma_.lower() not in words or word.i + 1 >= word.sent.end or word.nbor().lower_ not in {"for", "on", "that"}:
        return False
    return word.i == 0 or word.nbor(-1).pos_ not in {"ADJ", "DET"}  # "failed to meet local demands for …"


def far_subject(verb: Token) -> list[Token]:
    """Of "A paper handed to both sides would give …", the paper: a tree easily makes it the subject of the participle."""
    if is_misread(verb):
        return [t for t in verb.doc[max(verb.sent.start, verb.i - 24) : verb.i] if is_text(t)][-1:]
    if modal(verb) is None:
        return []
    texts = [t for t in verb.doc[verb.sent.start : verb.i] if is_text(t) and base(t) == "nsubj" and t.head.tag_ in {"VBD", "VBN"} and t.i < t.head.i < verb.i]
    return texts[-1:] if texts and not texts[-1].head.is_ancestor(verb) else []
