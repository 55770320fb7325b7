"""What a verb's own form, and the words before a noun, say of the act that they name: tense, modals, negation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.knowledge import table
from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.negation import is_negated, is_of_bound
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques, possessors
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.statuswords import bare_before, governor_word, has_to, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.layers import layers


def has_future_time(verb: Token) -> bool:
    """A time beside the verb that lies ahead: by a word such as "tomorrow", or a date after the report's."""
    future = says()["time"]
    near = [d for c in verb.children if base(c) in {"obl", "advmod", "nmod"} or (base(c) in {"obj", "xcomp"} and is_time(c)) for d in c.subtree]
    if any(future.get(d.lower_) == "future" for d in near):
        return True
    found = layers(verb.doc)
    published = found.document.published if found.document else None
    if not published or not near:
        return False
    spans = [(d.idx, d.idx + len(d)) for d in near]
    return any(t.time.earliest and t.time.earliest[:10] > published[:10] and any(t.start <= s < t.end for s, _ in spans) for t in found.times)


def conditions(verb: Token) -> list[Token]:
    """The words that open a condition on a verb ("if", "unless", "provided")."""
    table_of = says()["mark"]
    hung = [c for o in children(verb, "obj") for a in children(o, "acl") if a.tag_ == "VBN" for c in children(a, "advcl")]  # on a participle of the object
    return [m for c in (*children(verb, "advcl"), *hung) for m in [*markers(c), *children(c, "advmod")] if table_of.get(m.lower_) == "conditional"]


def is_said_under_condition(verb: Token) -> bool:
    """ "If the army leaves, the rebels say they will disarm"."""
    if base(verb) != "ccomp":
        return False
    return any(says()["mark"].get(m.lower_) == "conditional" for c in children(verb.head, "advcl") if c.i < verb.head.i for m in markers(c))


def source_of_would(verb: Token) -> str:
    """ "would" is conditional with a condition, planned in reported speech or with a date, and proposed under a proposal."""
    if conditions(verb):
        return "conditional"
    nouns = says()["noun"]
    over = [verb, *([verb.head] if base(verb) in {"advcl", "conj"} else [])]
    if any(lemma_in(t, acts().agreements) for v in over for text in obliques(v, "under") for t in (text, *possessors(text))):
        return "planned"  # "under the deal the army would free 30"
    for word in [*own_subjects(verb), *obliques(verb, "under")]:
        if lemma_in(word, {"plan"}) or nouns.get(word.lemma_.lower()) == "proposed":
            return "proposed"
    clause = verb
    while base(clause) in {"conj", "xcomp"} and clause.head != clause:
        clause = clause.head
    if base(clause) == "acl" and (lemma_in(clause.head, {"plan"}) or nouns.get(clause.head.lemma_.lower()) == "proposed"):
        return "proposed"  # "a resolution that would impose …"
    if base(verb) in {"conj", "advcl"} and own_would(verb.head) and not markers(verb):
        return source_of_would(verb.head)
    if base(clause) in {"ccomp", "parataxis"} or children(clause, "parataxis", "ccomp") or (base(clause) == "root" and has_time(verb)):
        return "planned"
    return "conditional" if base(clause) != "acl" else "planned"


def own_would(verb: Token) -> bool:
    found = modal(verb)
    return found is not None and found.lower_ == "would"


def has_time(verb: Token) -> bool:
    near = [d.idx for c in verb.children if base(c) in {"obl", "advmod", "nmod"} for d in c.subtree]
    return any(t.start <= i < t.end for t in layers(verb.doc).times for i in near) or any(c.dep_ in {"obl:tmod", "nmod:tmod"} for c in verb.children)


def inverted_modal(verb: Token) -> Token | None:
    """ "Only then will the army leave": the modal before the subject, where the tree lost it."""
    if verb.tag_ != "VB" or has_to(verb) or auxiliaries(verb):
        return None
    return next((t for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i] if t.tag_ == "MD" and t.head != verb and t.i + 1 < verb.i), None)


def own_modal(verb: Token) -> Iterator[str]:
    bare = bare_before(verb)
    found = modal(verb) or inverted_modal(verb) or (bare if bare is not None and bare.tag_ == "MD" else None)
    modals = says()["modal"]
    if found is not None and not opens_with_auxiliary(verb):
        word = found.lower_ if found.lower_ in modals or found.lower_ == "would" else found.lemma_.lower()
        if word == "would" or found.lower_ in {"'d", "’d"}:
            yield source_of_would(verb)
        elif (modals.get(word) == "planned" and (conditions(verb) or is_said_under_condition(verb))) or (
            word in modals and verb.sent.text.rstrip(' "”’\n').endswith("?")
        ):
            yield "conditional"  # ("why should we negotiate?")
        elif word in modals:
            yield modals[word]
    elif not has_to(verb) and any(a.lower_ == "be" and a.tag_ == "VB" for a in children(verb, "aux")):
        yield "demanded"  # "that aid be delivered"
    elif has_to(verb):
        at = next((m.i for m in markers(verb) if m.lower_ == "to"), verb.i - 1)
        at -= verb.doc[at].lower_ == "have" and verb.doc[at - 1].lower_ == "to"
        before = verb.doc[at - 1] if at else verb
        if before.pos_ == "ADV" and before.lower_ != "yet" and at > 1 and verb.doc[at - 2].lemma_.lower() == "be":
            before = verb.doc[at - 2]  # "are still to be held"
        if before.lemma_.lower() == "be" and before.tag_ != "VB":
            yield "denied" if verb.doc[at + 1].lower_ == "have" and verb.i > at + 1 else "planned"  # "was to have delivered": it did not
        elif before.lower_ == "yet" and not is_of_record(before):
            yield "denied"  # "has yet to arrive", "yet to be signed"
        elif before.lemma_.lower() == "have":
            yield "demanded"
        elif before.lower_ in says()["adjective"] and before.tag_ in {"JJ", "VBN", "IN"}:
            yield says()["adjective"][before.lower_]


def is_of_record(yet: Token) -> bool:
    """ "the most forceful attempt yet to oust him": up to now."""
    return yet.i > 0 and yet.nbor(-1).pos_ == "NOUN" and any(t.tag_ in {"JJS", "RBS"} for t in yet.nbor(-1).subtree if t.i < yet.i)


def own_tense(verb: Token) -> Iterator[str]:
    be = [a for a in auxiliaries(verb) if a.lemma_.lower() == "be" or a.lower_ in {"is", "are", "'s", "’s", "been"}]
    if not be and verb.i > verb.sent.start and verb.doc[verb.i - 1].lower_ in {"is", "are", "been"}:
        be = [verb.doc[verb.i - 1]]  # the tree made another word of it ("have been bombing positions")
    if verb.tag_ == "VBG" and be:
        if has_future_time(verb):
            yield "planned"
        elif not any(a.tag_ == "VBD" for a in auxiliaries(verb)) or is_reported_past(verb):
            yield "ongoing"
    elif any(a.lower_ == "being" for a in be) and any(a.tag_ in {"VBZ", "VBP"} for a in be):
        yield "planned" if has_future_time(verb) else "ongoing"  # "are being withdrawn"
    elif verb.tag_ == "VBG" and base(verb) == "advcl" and has_future_time(verb):
        yield "planned"  # "signed a deal, withdrawing the troops by the end of August"
    elif verb.tag_ in {"VBZ", "VBP"} and not (verb.tag_ == "VBP" and verb.lower_ in table("acts_irregular")["same"]["verbs"]):
        if has_future_time(verb):
            yield "planned"
        elif any(says()["time"].get(c.lower_) == "continuing" for c in children(verb, "advmod")) or is_repeated(verb):
            yield "ongoing"
    elif is_imperative(verb):
        yield "demanded"


def is_reported_past(verb: Token) -> bool:
    """ "said that it was probing the raid": in the past by the tense of the saying alone."""
    return base(verb) == "ccomp" and verb.head.tag_ == "VBD" and governor_word(verb.head, "clause") == "reported" and not has_time(verb)


def is_repeated(verb: Token) -> bool:
    """ "Gunmen often rob convoys", "is shelled every night"."""
    habit = says()["habit"]
    beside = [c for c in verb.children if base(c) in {"advmod", "obl"}]
    return any(habit.get(c.lower_) == "often" or any(habit.get(d.lower_) == "every" for d in c.children) for c in beside)


def is_imperative(verb: Token) -> bool:
    if base(verb) == "ccomp" and objects(verb.head) and lemma_in(verb.head, says()["causing"]) is not None:
        return False  # "an offensive that saw the army take the town"
    return verb.tag_ == "VB" and base(verb) in {"root", "ccomp"} and not own_subjects(verb) and not auxiliaries(verb) and not markers(verb) and not has_to(verb)


def is_inverted_condition(token: Token) -> bool:
    """ "Should the militia attack again, …", "…, had they met": a clause that opens with its auxiliary is a condition."""
    if opens_with_auxiliary(token):
        return True
    first = token.sent[0]
    if first.lower_ not in {"should", "had", "were"} or first.i == token.i:
        return False
    return any(t.text == "," for t in token.sent if t.i > token.i) and not any(t.text == "," for t in token.doc[first.i : token.i])


def opens_with_auxiliary(verb: Token) -> bool:
    if verb.tag_ not in {"VB", "VBN", "VBD"}:
        return False
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 7), -1):
        word, before, after = verb.doc[i], verb.doc[i - 1], verb.doc[i + 1]
        if word.is_punct or word.lower_ in {"that", "and", "or", "to"} or (word.tag_ in {"VBD", "VBZ", "VBP", "MD"} and word.lower_ not in {"should", "had"}):
            return False
        if word.lower_ in {"should", "had"}:
            subject_after = after.pos_ in {"PROPN", "PRON", "DET"} and after.i < verb.i and after.dep_ != "det:predet"
            free = before.lower_ == "that" or before.is_punct or (word.lower_ == "should" and before.pos_ in {"NOUN", "PROPN", "ADV"})
            return subject_after and free and (verb.tag_ == "VB") == (word.lower_ == "should") and verb.sent.text.rstrip()[-1:] != "?"
    return False


def of_verb(verb: Token, *, timeless: bool = False) -> Iterator[str]:
    """What a verb's own form says."""
    yield from own_modal(verb)
    if not timeless:
        yield from own_tense(verb)
    if is_set_for(verb):
        yield "planned"
    if is_negated(verb) or nothing_done(verb) or is_never_to(verb) or any(c.lower_ in says()["falling short"] for c in children(verb, "advmod")):
        yield "denied"


def is_never_to(verb: Token) -> bool:
    """ "promised never again to bomb", where the tree hung the negation elsewhere."""
    if not has_to(verb):
        return False
    at = next((m.i for m in markers(verb) if m.lower_ == "to"), verb.i - 1) - 1
    while at > verb.sent.start and verb.doc[at].pos_ == "ADV" and verb.doc[at].lower_ != "never":
        at -= 1
    return verb.doc[at].lower_ in {"never", "not"} and verb.doc[at].head != verb


def is_set_for(word: Token) -> bool:
    """ "called a strike for Monday", "the talks planned for June"."""
    called = objects(word) if word.lemma_.lower() in says()["calling"] else []
    days = [t for w in (word, *called) for t in obliques(w, "for")]
    return any(is_time(t) and t.tag_ != "NNS" and not any(d.pos_ == "NUM" or d.lower_ in {"the", "a"} for d in t.children) for t in days)


def nothing_done(verb: Token) -> bool:
    """ "no aid entered", "nothing was signed", "signed no deal"."""
    for named in (*own_subjects(verb), *objects(verb)):
        denied = (d for d in named.children if d.lower_ in {"no", "neither"} and base(d) == "det" and not is_of_bound(d))
        if named.lower_ in {"nothing", "nobody", "none", "neither"} or any(denied):
            return True
    return False


def of_noun(noun: Token) -> Iterator[str]:
    """What the words before a noun say ("the planned visit", "no talks", "a possible strike")."""
    modifier = says()["modifier"]
    for child in noun.children:
        if child.i < noun.i and base(child) in {"amod", "compound", "acl", "nmod", "det", "advmod"}:
            if child.lower_ in modifier:
                yield modifier[child.lower_]
            elif child.lower_ in {"no", "any"} and base(child) == "det":
                yield "denied" if child.lower_ == "no" else "conditional"
    if any(is_time(t) for n in (noun, noun.head, *obliques(noun, "of")) for t in obliques(n, "by")):
        yield "planned"  # "the withdrawal of its troops by May"
    for child in children(noun, "acl"):
        if child.i > noun.i and child.tag_ in {"VBN", "JJ"} and says()["adjective"].get(child.lower_) == "planned" and not is_hoped_of(child):
            yield "planned"


def is_hoped_of(verb: Token) -> bool:
    """ "talks that were supposed to lead to a deal": what comes of them is ahead, not they."""
    coming = children(verb, "xcomp", "advcl")
    return verb.dep_ == "acl:relcl" and bool(coming) and not any(lemma_in(c, says()["occurrence"]) or children(c, "aux:pass") for c in coming)
