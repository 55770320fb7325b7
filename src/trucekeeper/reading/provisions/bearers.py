"""Who owes a term, and its verb: the subject of the duty, the agent of a passive, the opener of a list; nobody where the words name none."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import noun_phrase, obliques
from trucekeeper.language.grammar.subjects import agents, own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children, conjuncts
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import layers, text_of
from trucekeeper.reading.provision_words import deontic
from trucekeeper.reading.provisions.duties import RELATIVE, Duty, binding, goes_on
from trucekeeper.reading.references import actor_at

BEARING_KINDS = frozenset({"person", "group", "state", "body", "people"})
NAMES = frozenset({"PROPN", "NOUN"})
NOMINAL = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})


@cache
def those_beside() -> re.Pattern[str]:
    """Behind it stand those with whom, and not by whom, something is to be done."""
    return re.compile(rf"\b(?:{deontic().bearers.beside})\b")


def bearers(duty: Duty, span: Span) -> tuple[Actor, ...]:
    """Those who owe it; () where the words name nobody."""
    if duty.word.lower_ == "entitled":  # they get something; who owes it is not said
        return ()
    if duty.verb.i < duty.word.i:  # "the number of guards to remain is 300"
        return ()
    if duty.passive:
        return by_phrase(duty, span)
    if (charged := whose_task(duty, span)) is not None:
        return actors(charged, span)
    heads = subject_heads(stated_before(duty, span) or duty, span)
    if not heads or owes_nothing(duty, heads):
        return ()
    named = [h for h in heads if is_bearer(h) or is_bare_name(h)]
    return tuple({a.key: a for a in (actor_of(h, span) for h in named)}.values())


def stated_before(duty: Duty, span: Span) -> Duty | None:
    """The "recognise" of "the sides recognise that … and commit to …", whose subject owes what follows."""
    stating = (binding(t) for t in span.doc[span.start : duty.word.i] if t.lemma_.lower() in deontic().duty.stating)
    return next((first for first in stating if first is not None and goes_on(duty, first)), None)


def whose_task(duty: Duty, span: Span) -> list[Token] | None:
    """Of "verification shall be the responsibility of the Mission" the Mission; None where nobody's task is told."""
    tasks = deontic().bearers.tasks
    task = next((t for t in span.doc[duty.word.i + 1 : min(span.end, duty.word.i + 6)] if t.pos_ == "NOUN" and t.lemma_.lower() in tasks), None)
    if task is None or not any(t.lemma_ == "be" for t in span.doc[duty.word.i : task.i]):
        return None
    return [c for o in obliques(task, "of") for c in conjuncts(o) if c.i < span.end]


def is_bare_name(head: Token) -> bool:
    """A name without an article as the subject of a duty ("Wadi Hara will pay"), unless it names a text or period."""
    known = deontic().bearers.not_bearers
    return head.pos_ == "PROPN" and head.lower_ not in known and not any(c.dep_ == "det" for c in head.children)


def agreeing(duty: Duty, span: Span) -> tuple[Actor, ...]:
    """Of "the Parties agree that X shall be done", "commit to ensuring that …": the Parties."""
    for token in span.doc[span.start : duty.word.i]:
        outer = binding(token)
        if outer is not None and not outer.passive and any(t.lower_ == "that" for t in span.doc[token.i + 1 : token.i + 4]):
            return bearers(outer, span)
    return ()


def who_we_are(span: Span) -> tuple[Actor, ...]:
    """Of "…, we, the undersigned, the council and the front, declare …": the council and the front; () of a clause that names nobody so."""
    we = next((t for t in span if t.lower_ == "we" and t.i + 2 < span.end and t.nbor().text == ","), None)
    verb = next((t for t in span.doc[we.i + 1 : span.end] if t.tag_ in {"VBP", "VB"}), None) if we is not None else None
    if we is None or verb is None:
        return ()
    end = next((t.i for t in span.doc[we.i + 1 : verb.i] if t.lower_ in deontic().bearers.witnesses), verb.i)  # who only saw it owes nothing
    named = [
        t for t in span.doc[we.i + 1 : end] if is_bearer(t) and base(t) not in {"compound", "flat"} and t.nbor(-1).pos_ != "ADP" and t.nbor(-1).text != "("
    ]
    return actors(named, span)


def who_before(duty: Duty, span: Span) -> tuple[Actor, ...]:
    """Of "The delegation has informed that it will …" the delegation: whom the pronoun before a duty goes on with in its own clause."""
    pronoun = next((t for t in span.doc[span.start : duty.word.i] if t.lower_ in {"they", "it"}), None)
    if pronoun is None:
        return ()
    before = [t for t in span.doc[span.start : pronoun.i] if base(t) == "nsubj" and is_bearer(t)]
    return actors(before[-1:], span)


def who_agreed(stem: Span) -> tuple[Actor, ...]:
    """Of the opener "We, the chiefs of the valley, have agreed to:" those who agreed, as what follows is theirs to do."""
    verb = next((t for t in stem if t.pos_ == "VERB" and t.lemma_.lower() in deontic().duty.settling), None)
    if verb is None:
        return ()
    heads = own_subjects(verb)
    before = [t for t in stem.doc[stem.start : verb.i] if is_bearer(t)]
    return actors([*heads, *(c for h in heads for c in children(h, "appos"))], stem) or actors(before[:1], stem)


def subject_heads(duty: Duty, span: Span) -> list[Token]:
    """Subjects by the tree where they stand before the duty word and inside the clause, else the noun phrase nearest before it."""
    if (described := before_participles(duty.word, span)) is not None:
        return [described]
    main = before_companions(duty.word, span)
    if main is not None:
        joined = [*joined_before(main, span), *conjuncts_before(main, duty.word)]
        return joined if not is_bearer(main) else [t for t in joined if is_bearer(t) or is_bare_name(t)] or [main]
    near = nearest_noun(duty.word, span)
    if (before := before_participle(near, span)) is not None:
        return [before]
    for verb in (duty.verb, duty.word):
        tree = [t for t in own_subjects(verb) if span.start <= t.i < duty.word.i and not is_aside(t, duty.word)]
        if any(t.lower_ == "there" for t in tree):
            return []
        if tree and tree[0].tag_ == "VBN" and near is not None and is_bearer(near):
            return [near]  # "the party | concerned shall …", the participle taken for the subject
        if tree and (near is None or any(t.left_edge.i <= near.i <= t.right_edge.i for t in tree) or (is_bearer(tree[0]) and not is_bearer(near))):
            return tree
    if any(t.lower_ == "there" for t in span.doc[max(span.start, duty.word.i - 1) : duty.word.i]):
        return []
    if near is None:  # "The board and the clans agree to and will …"
        joined = [c for t in subjects(duty.verb) if span.start <= t.i < duty.word.i for c in conjuncts_before(t, duty.word)]
        return joined if any(is_bearer(t) for t in joined) else []
    return conjuncts_before(near, duty.word)


def joined_before(head: Token, span: Span) -> list[Token]:
    """The "Orlen" of "Orlen and Tavria, in coordination with the mission, will": a name right before an "and", whatever the tree joins it to."""
    at = head.i - 1
    while at > span.start and span.doc[at].pos_ in {"DET", "ADJ"} | NAMES and span.doc[at].head == head:
        at -= 1
    if at <= span.start or span.doc[at].lower_ != "and" or span.doc[at - 1].pos_ not in NAMES:
        return []
    return [head_of_run(at - 1, span)]


def before_companions(word: Token, span: Span) -> Token | None:
    """Of "the board in consultation with the bank shall": the board."""
    lead = span.doc[span.start : word.i]
    beside = those_beside().search(lead.text) if len(lead) else None
    before = span.doc.char_span(lead.start_char, lead.start_char + beside.start(), alignment_mode="contract") if beside and beside.start() else None
    if before is None:
        return None
    at = before.end - 1
    while at > span.start and span.doc[at].is_punct and span.doc[at].text != ")":
        at -= 1  # the comma that opens the aside
    at = before_aside(at, span)
    return head_of_run(at, span) if span.doc[at].pos_ in {"NOUN", "PROPN"} else None


def before_participles(word: Token, span: Span) -> Token | None:
    """Of "A commission, hosted by the mission, chaired by the bank, and including the church, will" the commission."""
    doc, end = span.doc, word.i - 1
    if end <= span.start or doc[end].text != ",":
        return None
    asides = 0
    while (back := next((i for i in range(end - 1, span.start, -1) if doc[i].text == ","), None)) is not None:
        first = doc[back + 1].nbor() if doc[back + 1].lower_ == "and" else doc[back + 1]
        if first.tag_ not in {"VBN", "VBG", "VBD"}:
            break
        end, asides = back, asides + 1
    return head_of_run(end - 1, span) if asides > 1 and doc[end - 1].pos_ in NAMES else None


def before_participle(near: Token | None, span: Span) -> Token | None:
    """Of "The council | named in this annex shall …" the council: what stands right before the word of duty belongs to the participle."""
    if near is None or (is_bearer(near) and near.left_edge.nbor(-1 if near.left_edge.i else 0).lower_ != "by"):
        return None
    for token in reversed(span.doc[span.start + 1 : near.i]):
        if token.is_punct or token.lower_ in RELATIVE:
            return None
        if token.tag_ in {"VBN", "VBG", "VBD"} and token.nbor(-1).pos_ in {"NOUN", "PROPN"}:
            head = head_of_run(token.i - 1, span)
            return head if is_bearer(head) else None
    return None


def is_aside(token: Token, word: Token) -> bool:
    """Does a whole clause stand between the two?"""
    return sum(t.text in ";:" for t in token.doc[token.i : word.i]) > 0


def nearest_noun(word: Token, span: Span) -> Token | None:
    """The head of the noun phrase right before a word: past asides in commas and brackets, then back over "of" phrases."""
    doc = span.doc
    at = before_aside(word.i - 1, span)
    while at >= span.start and doc[at].pos_ in {"ADV", "PUNCT", "PART", "AUX"} and doc[at].text not in {";", ":"}:
        at = before_aside(at - 1, span)
    if at > span.start and doc[at].tag_ == "VBN" and doc[at - 1].pos_ in {"NOUN", "PROPN"}:
        at -= 1  # "the party concerned shall …"
    if at < span.start or doc[at].pos_ not in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}:
        return None
    return head_of_run(at, span)


def before_aside(at: int, span: Span) -> int:
    """Skip "(RTGoNU)" and ", in consultation with the others," that end at a token."""
    doc = span.doc
    while at > span.start and doc[at].text in {")", ","}:
        opener = "(" if doc[at].text == ")" else ","
        back = next((i for i in range(at - 1, max(span.start, at - 40) - 1, -1) if doc[i].text == opener), None)
        if back is None or back <= span.start:
            return at - 1 if opener == "," else at
        at = back - 1
    return at


def head_of_run(at: int, span: Span) -> Token:
    """From the last word of a noun phrase to its head: the last noun before the first "of", "for", "in", "to" or "and" of names."""
    doc = span.doc
    start = at
    while start > span.start and doc[start - 1].pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "CCONJ", "PRON"} and not doc[start - 1].is_punct:
        start -= 1
    if doc[start].pos_ == "ADP":
        starts = [i for i in range(start, at) if doc[i].pos_ == "DET"]
        start = starts[-1] if starts else start
    end = next((i for i in range(start + 1, at + 1) if doc[i].pos_ == "ADP"), at + 1)
    nouns = [doc[i] for i in range(start, end) if doc[i].pos_ in {"NOUN", "PROPN", "PRON"}]
    return nouns[-1] if nouns else doc[at]


def conjuncts_before(head: Token, word: Token) -> list[Token]:
    return [t for t in conjuncts(head) if t.i < word.i]


def owes_nothing(duty: Duty, heads: list[Token]) -> bool:
    """Does the verb only say what its subject is, or what befalls it?"""
    words = deontic().duty
    lemma = duty.verb.lemma_.lower()
    if lemma in words.constitutive:
        acts = objects(duty.verb) or (lemma in words.staying and obliques(duty.verb, "in", "at", "within", "on", "behind"))
        return not (lemma in words.acting and acts and any(is_bearer(h) for h in heads))
    return False


def by_phrase(duty: Duty, span: Span) -> tuple[Actor, ...]:
    found = [t for t in agents(duty.verb) if t.i < span.end]
    if not found:
        doc = span.doc
        for mark in doc[duty.verb.i + 1 : span.end]:
            if mark.lower_ in {"which", "whom", "who", "as"} or mark.tag_ == "MD" or (mark.tag_ == "VBN" and not is_joined(mark)):
                break  # "informed of breaches | pledged by …": another verb's doer
            if mark.lower_ == "by" and mark.i + 1 < span.end and mark.head.i > mark.i and mark.head.pos_ in {"NOUN", "PROPN"}:
                found = conjuncts(mark.head)
                break
    return actors(found, span)


def is_joined(participle: Token) -> bool:
    """ "verified and | counted by …"."""
    return participle.nbor(-1).lower_ in {"and", "or", ","}


def named_by(span: Span) -> tuple[Actor, ...]:
    """For terms without a verb ("Reinstatement of control by the government of X"): the by-phrase that names somebody."""
    for mark in span:
        if mark.lower_ == "by" and mark.head.i > mark.i and mark.head.i < span.end and (mark.i == span.start or mark.nbor(-1).lower_ != "than"):
            found = actors(conjuncts(mark.head), span)
            if found:
                done = any(t.lower_ == "of" for t in span.doc[span.start : mark.i])
                return found if done else tuple(without_matter(a) for a in found)
    return ()


OF_WHAT = re.compile(r" of (?:(?:the|all|any|its|their) )?[a-z].*")


def without_matter(actor: Actor) -> Actor:
    """Of "support by the councils | of the trade in salt" the councils; "the government of Orlen" keeps its name."""
    return Actor(OF_WHAT.sub("", actor.name), actor.actor, actor.resolved)


def actors(heads: list[Token], within: Span | None = None) -> tuple[Actor, ...]:
    made = [actor_of(h, within) for h in heads if is_bearer(h)]
    return tuple({a.key: a for a in made}.values())


def actor_of(head: Token, within: Span | None = None) -> Actor:
    """As the actors' reader resolved it; its words are cut at the clause's edge and before brackets and lists."""
    actor = actor_at(head)
    mention = layers(head.doc).mention_at.get(head.i)
    phrase = noun_phrase(head)
    start, end = (mention.start, mention.end) if mention is not None else (phrase.start_char, phrase.end_char)
    if within is not None:
        start, end = max(start, within.start_char), min(end, within.end_char)
    name = text_of(head.doc)[start:end]
    name = re.split(r" \(|, | in collaboration| from any| in a timely", name)[0].strip(" ,;")
    return Actor(name, actor.actor, actor.resolved)


def is_bearer(head: Token) -> bool:
    """Can this noun owe something? By the lexicon, by the actors' reader, or by being a name in capitals that is no text or period."""
    words = deontic().bearers
    low = head.lower_
    if low in words.not_bearers or head.lemma_.lower() in words.not_bearers:
        return False
    if low in words.heads or low.split("-")[-1] in words.heads:
        return True
    entity = layers(head.doc).entity_of(head.i)
    if entity is not None and entity.kind != "unknown":
        return entity.kind in BEARING_KINDS
    return len(head) > 1 and sum(c.isupper() for c in head.text) > 1
