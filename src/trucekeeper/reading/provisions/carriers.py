"""Where a report tells terms: "the accord provides for …", "under the deal, X will …", "the two sides agreed to …", "a deal to free …", "proposed that …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from trucekeeper.language.relations import (
    agents,
    auxiliaries,
    base,
    children,
    conjuncts,
    is_lost_predicate,
    is_negated,
    is_passive,
    is_perfect,
    modal,
    objects,
    obliques,
    open_complements,
    own_subjects,
    possessors,
    subjects,
)
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.layers import layers
from trucekeeper.reading.positions.contents import behind
from trucekeeper.reading.provision_words import deontic, provision_words
from trucekeeper.reading.provisions.bearers import actors, is_bearer
from trucekeeper.reading.provisions.told import Told, doers_of_clause, end_of_clause, is_open, is_text, noun_items, owed_word, verb_items
from trucekeeper.reading.provisions.wishes import Wish, wanter, wish_at
from trucekeeper.reading.references import actor_at

UNDONE = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "if", "yet", "unless", "until", "whether", "no"})
PRONOUNS = frozenset({"it", "they", "both"})


def standing_of(noun: Token, verb: Token, lead: tuple[Standing, Actor | None] | None = None) -> tuple[Standing, Actor | None]:
    """A plan's terms are proposed, a deal's agreed, unless somebody is said to want them or what it would do is still ahead.

    "The roadmap" of what was agreed in the sentence before (`lead`) is agreed too.
    """
    if lead is not None and lead[0] == "agreed" and noun.lemma_.lower() in provision_words().told.settled and not is_draft(noun):
        return lead
    if is_open(noun):
        return "proposed", owner_of_text(noun)
    wish = wish_at(verb.head) if verb.head != verb else Wish("agreed")  # what is wanted by the text itself is its term
    word = modal(verb)
    if wish.standing == "agreed" and (is_draft(noun) or (word is not None and word.lower_ in {"would", "could"} and not layers(noun.doc).statements)):
        return "proposed", owner_of_text(noun)
    return wish.standing, wish.by


def is_draft(noun: Token) -> bool:
    """ "a draft treaty", "a proposed accord", "a paper handed to both sides"."""
    drafted = provision_words().told.drafts
    return noun.lemma_.lower() in drafted or any(lemma_in(c, drafted) for c in children(noun, "amod", "compound", "acl", "nmod:unmarked"))


def owner_of_text(noun: Token) -> Actor | None:
    """Whose plan it is: its possessor, who drafted it, the body whose name stands before it ("a United Nations paper"), or who puts it forward."""
    owners = possessors(noun)
    if owners:
        return wanter(noun)
    before = [c for c in children(noun, "compound", "amod") if c.i < noun.i and is_bearer(c) and layers(noun.doc).entity_of(c.i) is not None]
    putting = base(noun) == "obj" and lemma_in(noun.head, provision_words().standing.propose) is not None and is_verbal(noun.head)
    return drafter(noun) or next(iter(actors(before[:1])), None) or (wanter(noun.head) if putting else None)


def drafter(noun: Token) -> Actor | None:
    """ "a plan drafted by mediators", "a draft that Baku put forward": whose it is."""
    for made in children(noun, "acl"):
        heads = [*obliques(made, "by"), *(s for s in own_subjects(made) if s.tag_ not in {"WDT", "WP"})]
        found = actors([h for h in heads if is_bearer(h)][:1])
        if found:
            return found[0]
    return None


def terms_of_text(noun: Token, verb: Token, standing: Standing, by: Actor | None) -> Iterator[Told]:
    """What a text does or asks: by a verb such as "provides for", by a modal ("would give"), or by saying so."""
    words, lemma = provision_words(), verb.lemma_.lower()
    if is_negated(verb):
        return
    if lemma in words.told.says and (clauses := said_clauses(verb)):
        for inner in clauses:
            if owed_word(inner) is not None:
                yield from owed_clauses(inner, standing, by)
            elif lemma != "say" and inner.tag_ in {"VB", "VBP"}:  # "stipulates that troops take over the airports"
                for span, head in verb_items(inner, subject=True):
                    yield Told(span, head, standing, by, doers_of_clause(head))
        return
    if lemma in words.agreements.call_for:
        found = [*asked(verb, standing, by)]
        yield from found
        if found or lemma in words.told.life:
            return
    ahead = modal(verb)
    if ahead is not None and is_passive(verb):  # "The truce will be monitored by …"; "an accord will be reached" is no term
        if agents(verb) and lemma not in words.told.reached:
            yield from owed_clauses(verb, standing, by)
        return
    if ahead is not None and lemma in {"take", "enter", "come", "go", "last", "run", "begin", "start"}:
        if any(t.lower_ in {"hour", "hours", "day", "days", "week", "weeks", "month", "months"} for t in verb.doc[verb.i + 1 : verb.sent.end]):
            yield from list(owed_clauses(verb, standing, by))[:1]  # "will take effect 24 hours after …"
        return
    if (ahead is not None and ahead.lower_ in {"will", "would", "must", "shall"} and lemma not in words.told.life) or (
        lemma in words.told.grants and verb.tag_ in {"VBZ", "VBP", "VBD"} and base(verb) not in {"advcl", "acl"}
    ):
        yield from acts(verb, standing, by, ())


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
    complements = [c for c in [*open_complements(verb), *children(verb, "ccomp")] if c.i > verb.i]
    addressed = [o for o in [*objects(verb), *obliques(verb, "on", "upon", "for")] if o.i > verb.i]
    hung = [(o, c) for o in addressed for c in children(o, "acl") if has_to(c)]
    seen: set[int] = set()
    for head in [*complements, *(c for c in children(verb, "advcl") if has_to(c) and addressed and is_bearer(addressed[0]))]:
        told = [*acts(head, standing, by, doers_of_clause(head) or actors(addressed[:1]))]
        seen.update(i for t in told for i in range(t.span.start, t.span.end))
        yield from told
    for thing, head in hung:
        if head.i not in seen and (is_bearer(thing) or thing.tag_ == "NNS"):
            told = [*acts(head, standing, by, actors([thing]))]
            seen.update(i for t in told for i in range(thing.i, t.span.end))
            yield from told
    things = [o for o in objects(verb) if o.i > verb.i] or [o for o in obliques(verb, "for", "on") if o.i > verb.i]
    far = behind(verb, "for") if not things else None
    things = things or ([far] if far is not None else [])
    if things and not seen and not hung:
        yield from listed_things(things[0], end_of_clause(verb, verb.sent.end), standing, by, ())


def listed_things(thing: Token, end: int, standing: Standing, by: Actor | None, doers: tuple[Actor, ...]) -> Iterator[Told]:
    """Each thing of a list that names something to be done or set up; somebody, or a text, is none."""
    for span in noun_items(thing, end):
        head = next((t for t in span if t.head.i < span.start or t.head.i >= span.end or t.head == t), span.root)
        new = any(c.lower_ in {"a", "an"} for c in children(head, "det"))  # "a court" is to be set up
        wish = lemma_in(head, provision_words().standing.demand_nouns) is not None
        if (new or not (is_bearer(head) or is_text(head))) and not wish:
            yield Told(span, head, standing, by, doers)


def acts(verb: Token, standing: Standing, by: Actor | None, doers: tuple[Actor, ...], timed: Span | None = None) -> Iterator[Told]:
    """The verb and those strung on it, each a term without its subject."""
    for span, head in verb_items(verb, subject=False):
        yield Told(span, head, standing, by, doers or doers_of_clause(head), timed)


def owed_clauses(verb: Token, standing: Standing, by: Actor | None) -> Iterator[Told]:
    """ "X will pull back and open the road": the first with its subject, the others without."""
    having = owed_word(verb)
    if having is not None and having.lemma_.lower() in {"have", "get"}:
        yield from acts(verb, standing, by, actors(subjects(having)), verb.doc[having.i + 1 : verb.sent.end])
        return
    doers = doers_of_clause(verb)
    for span, head in verb_items(verb, subject=True):
        yield Told(span, head, standing, by, doers if head == verb or not is_passive(head) else doers_of_clause(head))


def by_text(sentence: Span, lead: tuple[Standing, Actor | None] | None) -> Iterator[Told]:
    """Terms of a text that is the subject; "it" is the text of the sentence before where `lead` says how that stands."""
    for verb in sentence:
        if not is_verbal(verb) and not is_misread(verb):
            continue
        for subject in text_subjects(verb):
            if is_text(subject) and not any(d.lower_ in {"any", "no", "every"} for d in children(subject, "det")):
                yield from terms_of_text(subject, verb, *standing_of(subject, verb, lead))
            elif subject.lower_ in {"it", "this"} and lead is not None and verb.head == verb and layers(verb.doc).entity_of(subject.i) is None:
                yield from terms_of_text(subject, verb, *lead)
        if verb.lemma_.lower() in provision_words().told.says and any(is_text(s) for s in own_subjects(verb)):  # "…, the annex says"
            noun = next(s for s in own_subjects(verb) if is_text(s))
            above = verb.head if base(verb) == "parataxis" else next((c for c in children(verb, "ccomp") if c.i < verb.i), None)
            if above is not None and owed_word(above) is not None:
                yield from owed_clauses(above, *standing_of(noun, verb))


def text_subjects(verb: Token) -> list[Token]:
    """The subjects of a verb of which one may be a text, wherever a tree has put them."""
    if is_lost_predicate(verb):  # "The deal called for …", taken for a participle of the deal
        return [verb.head]
    found = own_subjects(verb) or far_subject(verb) or (subjects(verb) if base(verb) == "conj" else [])
    return [s for f in found for s in (own_subjects(f) if f.tag_ == "VBG" else [f])]  # "The truce, formalising a pause, creates …"


def is_misread(word: Token) -> bool:
    """ "The plan, drafted in May, calls for …", the verb tagged as a plural."""
    words = provision_words().agreements.call_for
    return word.tag_ == "NNS" and word.lemma_.lower() in words and word.i + 1 < word.sent.end and word.nbor().lower_ in {"for", "on", "that"}


def far_subject(verb: Token) -> list[Token]:
    """Of "A paper handed to both sides would give …", the paper: a tree easily makes it the subject of the participle."""
    if is_misread(verb):
        return [t for t in verb.doc[max(verb.sent.start, verb.i - 14) : verb.i] if is_text(t)][-1:]
    if modal(verb) is None:
        return []
    texts = [t for t in verb.doc[verb.sent.start : verb.i] if is_text(t) and base(t) == "nsubj" and t.head.tag_ in {"VBD", "VBN"} and t.i < t.head.i < verb.i]
    return texts[-1:] if texts and not texts[-1].head.is_ancestor(verb) else []


def under(sentence: Span) -> Iterator[Told]:
    """ "Under the deal (as part of it, according to it), X will …, and Y is to …"."""
    doc = sentence.doc
    for noun in sentence:
        if not is_text(noun) or leads_in(noun) is None:
            continue
        standing: Standing = "proposed" if is_open(noun) or is_draft(noun) else "agreed"
        by = owner_of_text(noun) if standing == "proposed" else None
        yield from owed_in(doc[sentence.start : sentence.end], standing, by)
        return


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
    for verb in sentence:
        if verb.i in seen or not is_owed(verb):
            continue
        told = [*owed_clauses(verb, standing, by)]
        seen.update(t.head.i for t in told)
        yield from told


def is_owed(verb: Token) -> bool:
    """A main clause (or one beside it, or what somebody says) with a word of duty or future and a subject, or a pledge in the present."""
    bare = verb.tag_ == "VBN" or (verb.pos_ == "ADJ" and not children(verb, "cop"))  # "will free 700 men", tagged as an adjective
    if not (is_verbal(verb) or (bare and owed_word(verb) is not None)) or verb.lemma_.lower() in provision_words().told.idle:
        return False
    if verb.dep_ in {"acl:relcl", "acl", "advcl:relcl"} and owed_word(verb) is not None and owed_word(verb).tag_ == "MD":  # type: ignore[union-attr]
        return False
    if base(verb) == "advcl" and any(m.lower_ not in {"while", "whereas"} for m in children(verb, "mark")):
        return False
    return owed_word(verb) is not None


def agreed(sentence: Span, in_text: bool) -> Iterator[Told]:
    """ "The two sides agreed to exchange 240 men (on a truce, that aid would pass)": where several agree, or one under a text."""
    doc = sentence.doc
    if any(is_text(t) and is_open(t) and leads_in(t) is not None for t in sentence):
        return  # "Under the plan, the two sides agreed to …" tells of no deal
    for verb in sentence:
        if lemma_in(verb, {"agree"}) is None or not is_verbal(verb) or verb.i + 2 >= sentence.end:
            continue
        lead = {t.lower_ for t in doc[max(sentence.start, verb.i - 4) : verb.i]}
        ahead = modal(verb)
        if lead & UNDONE or is_negated(verb) or ahead is not None or has_to(verb) or (base(verb) == "advcl" and children(verb, "mark", "advmod")):
            continue
        who = subjects(verb)
        several = len(who) > 1 or any(t.tag_ in {"NNS", "NNPS"} or t.lower_ in {"they", "both"} for t in who) or bool(obliques(verb, "with"))
        if not (several or in_text):
            continue
        doers = actors(who)
        heads = [c for c in [*open_complements(verb), *children(verb, "ccomp", "advcl")] if c.i > verb.i and (has_to(c) or owed_word(c) is not None)]
        heads = [h for h in heads if h.i < verb.i + 12 or has_to(h)][:1] or [h for h in [infinitive_behind(verb)] if h is not None]
        if heads:
            for head in heads:
                yield from acts(head, "agreed", None, doers) if has_to(head) or head.tag_ in {"VB", "JJ"} else owed_clauses(head, "agreed", None)
            continue
        things = [o for o in [*objects(verb), *obliques(verb, "on", "upon", "to")] if o.i > verb.i and base(o) != "conj" and not is_text(o)]
        for thing in things[:1]:
            yield from listed_things(thing, end_of_clause(verb, sentence.end), "agreed", None, doers)


def infinitive_behind(verb: Token) -> Token | None:
    """By the words alone, where the tree hangs it elsewhere: the parser takes a bare "free" for an adjective."""
    after = verb.nbor(2)
    return after if verb.nbor().lower_ == "to" and after.pos_ in {"VERB", "ADJ", "AUX"} else None


def deal_to(sentence: Span) -> Iterator[Told]:
    """ "a deal on Monday to free 887 detainees"; what a deal is only meant to bring about ("a deal to end the war") is no term."""
    for noun in sentence:
        if not is_text(noun) or is_open(noun) or not is_reached(noun):
            continue
        verb = infinitive_of(noun)
        if verb is not None and verb.lemma_.lower() not in provision_words().told.aims:
            told = acts(verb, "proposed" if is_draft(noun) else "agreed", None, ())
            yield from (t for t in told if t.head.lemma_.lower() not in provision_words().told.aims)


def planned(sentence: Span) -> Iterator[Told]:
    """ "floated a plan to move the line", "a proposal that the army withdraw"."""
    for noun in sentence:
        if not is_text(noun) or not (is_open(noun) or is_draft(noun)) or noun.nbor(-1 if noun.i else 0).lower_ in {"no", "any"}:
            continue
        by = owner_of_text(noun)
        verb = infinitive_of(noun) if is_put_forward(noun) else None
        if verb is not None and verb.lemma_.lower() not in provision_words().told.aims:
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


def is_reached(noun: Token) -> bool:
    """Whether the text is one that somebody is said to have reached."""
    verb = noun.head if is_verbal(noun.head) else None
    if verb is None or is_negated(verb) or modal(verb) is not None or has_to(verb):
        return False
    return lemma_in(verb, provision_words().told.reached) is not None


def proposals(sentence: Span) -> Iterator[Told]:
    """ "has proposed that both armies pull back", "offered to open a road in exchange for talks", "proposed a ten-day pause"."""
    for verb in sentence:
        if not is_verbal(verb) or is_negated(verb) or lemma_in(verb, provision_words().told.proposing) is None:
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


def pledged(verb: Token) -> Token | None:
    """The infinitive of "undertakes to grant an amnesty", "commit themselves to lay down their arms"."""
    bound = lemma_in(verb, deontic().duty.verbs) is not None or lemma_in(verb, provision_words().told.promising) is not None
    told = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBN" and is_perfect(verb)) or is_bound(verb)
    if not (bound or is_bound(verb)) or not told or is_negated(verb):
        return None
    return next((c for c in [*open_complements(verb), *children(verb, "advcl", "ccomp")] if c.i > verb.i and (has_to(c) or is_to_gerund(c))), None)


def is_bound(word: Token) -> bool:
    """The "committed" of "is committed to setting up a court", the "obligated" of "are obligated to pull back"."""
    be = any(t.lower_ in {"is", "are"} for t in word.doc[max(word.sent.start, word.i - 3) : word.i])
    return be and (word.lower_ in provision_words().told.bound or word.lower_ in deontic().duty.participles)


def is_to_gerund(verb: Token) -> bool:
    """ "commit to | establishing units"."""
    return verb.tag_ == "VBG" and any(m.lower_ == "to" for m in children(verb, "mark", "case"))


def within_text(sentence: Span) -> Iterator[Told]:
    """ "signed a declaration in which they commit to a ceasefire"."""
    for noun in sentence:
        if not is_text(noun) or not is_reached(noun):
            continue
        for verb in sentence.doc[noun.i + 1 : sentence.end]:
            in_which = any(c.tag_ in {"WDT", "WP"} and children(c, "case") for c in verb.children)
            if lemma_in(verb, deontic().duty.verbs) is None or verb.dep_ != "acl:relcl" or is_negated(verb) or not in_which:
                continue
            doers = actors(own_subjects(verb))
            inner = next((c for c in [*open_complements(verb), *children(verb, "advcl")] if has_to(c) and c.i > verb.i), None)
            standing: Standing = "proposed" if is_draft(noun) else "agreed"
            yield from acts(inner if inner is not None else verb, standing, None, doers)


def pledges(sentence: Span, standing: Standing, by: Actor | None) -> Iterator[Told]:
    for verb in sentence:
        inner = pledged(verb) if is_verbal(verb) or is_bound(verb) else None
        if inner is not None:
            heads = subjects(verb)
            yield from acts(inner, standing, by, actors(heads) or tuple(named for h in heads[:1] if (named := pronoun_actor(h)) is not None))
        elif (
            verb.tag_ == "VBN" and verb.lower_ in provision_words().told.laid and is_passive(verb) and any(a.lower_ in {"is", "are"} for a in auxiliaries(verb))
        ):
            yield from list(owed_clauses(verb, standing, by))[:1]  # "an amnesty law is planned", "their safety is guaranteed by …"


def pronoun_actor(head: Token) -> Actor | None:
    """Who "they" are, where the actors' reader tells."""
    return actor_at(head) if head.pos_ == "PRON" and layers(head.doc).entity_of(head.i) is not None else None


__all__ = ["agreed", "by_text", "deal_to", "is_draft", "is_reached", "owed_in", "planned", "pledges", "proposals", "standing_of", "under", "within_text"]
