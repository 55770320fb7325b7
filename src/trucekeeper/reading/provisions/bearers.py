"""Who owes a term, and its verb: the subject of the duty, the agent of a passive, the opener of a list; nobody where the words name none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from trucekeeper.language.relations import agents, children, conjuncts, is_passive, noun_phrase, objects, own_subjects
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import layers, text_of
from trucekeeper.reading.provision_words import deontic
from trucekeeper.reading.references import actor_at

BEARING_KINDS = frozenset({"person", "group", "state", "body", "people"})
RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "as", "where"})  # a modal behind these qualifies a noun or repeats a rule; it lays no duty
NOMINAL = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})
OPENS_ASIDE = frozenset({"that", "which", "who", "whom", "whose", "where"})
TAKES_EFFECT = re.compile(r"(?:comes?|enters?|takes?|remains?)\s(?:in(?:to)?\s)?(?:effect|force)\b|expires?\b")
BESIDE = re.compile(
    r"\b(?:in (?:collaboration|consultation|coordination|cooperation|conjunction|partnership|accordance|line)|together|along|with the support|through"
    r"|acting|taking|having|recogni[sz]ing)\b"
)


@dataclass(frozen=True, slots=True)
class Duty:
    """The word that lays the duty, the verb owed and whether it is a passive."""

    word: Token
    verb: Token
    passive: bool


def duties(span: Span) -> list[Duty]:
    """Every modal, or else binding verb, of a clause, in text order; of verbs coordinated under one modal only the first."""
    found = []
    skip = -1
    for token in span:
        opens = token.i == span.start  # "Should a violation be committed, …"
        if token.lower_ in deontic().duty.modals and token.tag_ == "MD" and token.i > skip and not opens and not is_relative(token, span):
            verb = verb_after(token, span)
            found.append(Duty(token, verb, surface_passive(token, verb)))
            skip = verb.i
    if found:
        return found
    return [d for d in map(binding, span) if d is not None][:1]


def present_act(span: Span) -> list[Duty]:
    """ "The Government grants an amnesty", "complaints are submitted to the States": terms told in the present, which in an agreement bind."""
    words = deontic().duty
    for token in span:
        if token.lower_ in OPENS_ASIDE and token.i > span.start:
            return []
        if token.tag_ in {"VBZ", "VBP"} and token.i > span.start:
            if token.lemma_ == "do":
                verb = next((t for t in token.doc[token.i + 1 : min(span.end, token.i + 4)] if t.tag_ == "VB"), token)
                return [] if verb.lemma_.lower() in words.constitutive else [Duty(token, verb, False)]
            if token.lemma_ in {"be", "have"}:
                passive = next((t for t in span.doc[token.i + 1 : min(span.end, token.i + 4)] if t.tag_ == "VBN"), None)
                return [Duty(token, passive, True)] if passive is not None and token.lemma_ == "be" else []
            return [] if token.lemma_.lower() in words.constitutive else [Duty(token, token, False)]
    return []


def is_relative(modal: Token, span: Span) -> bool:
    """ "actions that may impede", "as shall be stipulated"; "agree that the truce shall hold" is not."""
    before = span.doc[max(span.start, modal.i - 2) : modal.i]
    return any(t.lower_ in RELATIVE and (t.i == modal.i - 1 or t.nbor().pos_ in {"ADV", "PUNCT"}) for t in before)


def binding(token: Token) -> Duty | None:
    """ "agree to …", "are prohibited", "is entitled to": a duty without a modal."""
    words = deontic().duty
    if is_to(token):
        verb = next((t for t in token.doc[token.i + 2 : token.i + 6] if t.tag_ == "VB" and t.lemma_ != "be"), None) or token.nbor(2)
        passive = next((t for t in token.doc[token.i + 2 : token.i + 7] if t.tag_ == "VBN"), None) if token.nbor(2).lower_ == "be" else None
        return Duty(token, passive or verb, passive is not None)
    if token.tag_ in {"VBZ", "VBP"} and TAKES_EFFECT.match(token.doc[token.i : token.i + 3].text):
        return Duty(token, token, False)
    if token.tag_ in {"VBN", "VBD"} and token.nbor(-1).lower_ == "hereby" if token.i else False:
        return Duty(token, token, True)
    if token.lemma_.lower() in words.verbs and token.pos_ == "VERB" and (token.tag_ in {"VBP", "VBZ"} or is_bare_finite(token)):
        return Duty(token, token, False)
    if token.lower_ in words.participles and any(t.lemma_ == "be" for t in token.doc[max(0, token.i - 3) : token.i]):
        return Duty(token, token, token.lower_ not in words.bound)
    return None


def is_bare_finite(verb: Token) -> bool:
    """ "the Parties to the accord | commit themselves to …", tagged as an infinitive: right behind a name or noun no "to" or modal governs it."""
    return verb.tag_ == "VB" and verb.i > verb.sent.start and verb.nbor(-1).pos_ in {"NOUN", "PROPN"} and not children(verb, "aux", "mark")


def is_to(token: Token) -> bool:
    """The "are" of "trucks are to enter"."""
    return token.lower_ in {"is", "are"} and token.i + 2 < token.sent.end and token.nbor().lower_ == "to" and token.nbor(2).tag_ == "VB"


def verb_after(modal: Token, span: Span) -> Token:
    """The verb that a modal is the auxiliary of: by the tree, or the first verb behind it."""
    if (behind := behind_aside(modal, span)) is not None:
        return behind
    head = modal.head
    beside = head.pos_ == "NOUN" and head.nbor(-1).lower_ == "in"  # "will, in accordance with the law, grant"
    if head.i > modal.i and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} and not beside and head.i < span.end and head.i - modal.i < 25:
        return head
    after = span.doc[modal.i + 1 : min(span.end, modal.i + 25)]
    return next((t for t in after if t.pos_ == "VERB" or t.tag_ == "VB"), modal)  # "The board shall:" opens a list of verbs


def behind_aside(modal: Token, span: Span) -> Token | None:
    """ "will, in accordance with the law, | grant": the word behind what stands between commas."""
    doc = span.doc
    if modal.i + 1 >= span.end or doc[modal.i + 1].text != ",":
        return None
    closing = next((i for i in range(modal.i + 2, min(span.end - 1, modal.i + 25)) if doc[i].text == ","), None)
    return doc[closing + 1] if closing is not None else None


def surface_passive(modal: Token, verb: Token) -> bool:
    """ "shall be released": the tree's word, or a form of be right before a participle."""
    if verb.tag_ not in {"VBN", "VBD"} and not verb.lower_.endswith("ed"):
        return False
    if verb.lower_ in deontic().duty.bound:
        return False  # "shall be committed to …"
    return is_passive(verb) or any(t.lower_ == "be" for t in verb.doc[modal.i + 1 : verb.i])


def bearers(duty: Duty, span: Span) -> tuple[Actor, ...]:
    """Those who owe it; () where the words name nobody."""
    if duty.word.lower_ == "entitled":  # they get something; who owes it is not said
        return ()
    if duty.passive:
        return by_phrase(duty, span)
    heads = subject_heads(duty, span)
    if not heads or owes_nothing(duty, heads):
        return ()
    return actors(heads, span) or tuple(actor_of(h, span) for h in heads[:1] if is_bare_name(h))


def is_bare_name(head: Token) -> bool:
    """A name without an article as the subject of a duty ("Wadi Hara will pay"), unless it names a text or period."""
    known = deontic().bearers.not_bearers
    return head.pos_ == "PROPN" and head.lower_ not in known and not any(c.dep_ == "det" for c in head.children)


def agreeing(duty: Duty, span: Span) -> tuple[Actor, ...]:
    """Of "the Parties agree that X shall be done": the Parties."""
    for token in span.doc[span.start : duty.word.i]:
        outer = binding(token)
        if outer is not None and not outer.passive and any(t.lower_ == "that" for t in span.doc[token.i + 1 : token.i + 3]):
            return bearers(outer, span)
    return ()


def subject_heads(duty: Duty, span: Span) -> list[Token]:
    """Subjects by the tree where they stand before the duty word and inside the clause, else the noun phrase nearest before it."""
    main = before_companions(duty.word, span)
    if main is not None:
        return conjuncts_before(main, duty.word) if not is_bearer(main) else [main]
    near = nearest_noun(duty.word, span)
    for verb in (duty.verb, duty.word):
        tree = [t for t in own_subjects(verb) if span.start <= t.i < duty.word.i and not is_aside(t, duty.word)]
        if any(t.lower_ == "there" for t in tree):
            return []
        if tree and (near is None or any(t.left_edge.i <= near.i <= t.right_edge.i for t in tree) or (is_bearer(tree[0]) and not is_bearer(near))):
            return tree
    if any(t.lower_ == "there" for t in span.doc[max(span.start, duty.word.i - 1) : duty.word.i]):
        return []
    return conjuncts_before(near, duty.word) if near is not None else []


def before_companions(word: Token, span: Span) -> Token | None:
    """Of "the board in consultation with the bank shall": the board."""
    lead = span.doc[span.start : word.i]
    beside = BESIDE.search(lead.text) if len(lead) else None
    before = span.doc.char_span(lead.start_char, lead.start_char + beside.start(), alignment_mode="contract") if beside and beside.start() else None
    if before is None:
        return None
    at = before_aside(before.end - 1, span)
    while at > span.start and span.doc[at].is_punct:
        at = before_aside(at - 1, span)
    return head_of_run(at, span) if span.doc[at].pos_ in {"NOUN", "PROPN"} else None


def is_aside(token: Token, word: Token) -> bool:
    """Does a whole clause stand between the two?"""
    return sum(t.text in ";:" for t in token.doc[token.i : word.i]) > 0


def nearest_noun(word: Token, span: Span) -> Token | None:
    """The head of the noun phrase right before a word: past asides in commas and brackets, then back over "of" phrases."""
    doc = span.doc
    at = before_aside(word.i - 1, span)
    while at >= span.start and doc[at].pos_ in {"ADV", "PUNCT", "PART", "AUX"} and doc[at].text not in {";", ":"}:
        at = before_aside(at - 1, span)
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
        return not (lemma in words.acting and objects(duty.verb) and any(is_bearer(h) for h in heads))
    return False


def by_phrase(duty: Duty, span: Span) -> tuple[Actor, ...]:
    found = [t for t in agents(duty.verb) if t.i < span.end]
    if not found:
        doc = span.doc
        for mark in doc[duty.verb.i + 1 : span.end]:
            if mark.lower_ in {"which", "whom", "who"} or mark.tag_ == "MD":
                break
            if mark.lower_ == "by" and mark.i + 1 < span.end and mark.head.i > mark.i and mark.head.pos_ in {"NOUN", "PROPN"}:
                found = conjuncts(mark.head)
                break
    return actors(found, span)


def named_by(span: Span) -> tuple[Actor, ...]:
    """For terms without a verb ("Reinstatement of control by the government of X"): the by-phrase that names somebody."""
    for mark in span:
        if mark.lower_ == "by" and mark.head.i > mark.i and mark.head.i < span.end:
            found = actors(conjuncts(mark.head), span)
            if found:
                return found
    return ()


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
