"""The duties of a clause: the word that lays one ("shall", "undertakes to", "is obliged"), the verb that is owed, and whether it is a passive."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.provision_words import deontic

RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "as", "where"})  # a modal behind these qualifies a noun or repeats a rule; it lays no duty
OPENS_ASIDE = frozenset({"that", "which", "who", "whom", "whose", "where"})
TAKES_EFFECT = re.compile(r"(?:comes?|enters?|takes?|remains?|is|stays?)\s(?:in(?:to)?\s(?:effect|force)|effect|effective|valid)\b|expires?\b")


@dataclass(frozen=True, slots=True)
class Duty:
    """The word that lays the duty, the verb owed and whether it is a passive."""

    word: Token
    verb: Token
    passive: bool


def duties(span: Span) -> list[Duty]:
    """Every modal, or else binding verb, of a clause, in text order; of verbs coordinated under one modal only the first."""
    found: list[Duty] = []
    skip, aside = -1, -1
    for token in span:
        if is_to(token) and token.i > skip and not is_relative(token, span) and (laid := binding(token)) is not None:
            found.append(laid)
            skip = laid.verb.i
            continue
        opens = token.i == span.start  # "Should a violation be committed, …"
        if token.lower_ in deontic().duty.modals and token.tag_ == "MD" and token.i > skip and not opens:
            if is_relative(token, span) or (aside >= 0 and token.nbor(-1).lower_ == "and"):
                aside = token.i  # "which shall sit in the port and | shall consist of …"
                continue
            verb = verb_after(token, span)
            found.append(Duty(token, verb, surface_passive(token, verb)))
            skip = verb.i
    if found:
        return found
    bound = [d for d in map(binding, span) if d is not None]
    if len(bound) > 1 and bound[0].verb.lemma_.lower() in deontic().duty.stating and goes_on(bound[1], bound[0]):
        return bound[1:2]  # "recognise that … and commit to …": by the first nobody owes anything
    return bound[:1] + [d for d in bound[1:] if has_own_subject(d, bound[0])]


def goes_on(duty: Duty, first: Duty) -> bool:
    """ "… and | commits to …": a second verb of the same subject."""
    return duty.word.nbor(-1).lower_ == "and" and not has_own_subject(duty, first)


def has_own_subject(duty: Duty, first: Duty) -> bool:
    """ "both sides recognise the truce, and | the North undertakes to free the captives": a second side binds itself behind an "and"."""
    between = duty.word.doc[first.word.i + 1 : duty.word.i]
    return not duty.passive and any(t.lower_ == "and" for t in between) and any(first.word.i < s.i < duty.word.i for s in own_subjects(duty.verb))


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
                if (counted := counted_to_do(token)) is not None:
                    return [Duty(token, counted, False)]
                passive = next((t for t in span.doc[token.i + 1 : min(span.end, token.i + 4)] if t.tag_ == "VBN"), None)
                return [Duty(token, passive, True)] if passive is not None and token.lemma_ == "be" else []
            return [] if token.lemma_.lower() in words.constitutive else [Duty(token, token, False)]
    return [Duty(t, t, False) for t in span if is_misread_present(t, span)][:1]


def counted_to_do(be: Token) -> Token | None:
    """Of "The number of guards to remain in the port is 300": "remain"."""
    number = next((s for s in own_subjects(be.head) if s.lower_ == "number" and s.i < be.i), None) if be.head.pos_ == "NUM" else None
    todo = [t for t in number.subtree if t.dep_ == "acl" and t.tag_ == "VB"] if number is not None else []
    return todo[0] if todo else None


def is_misread_present(token: Token, span: Span) -> bool:
    """The "repairs" of "The Council repairs the road", tagged as a plural: right behind who can owe it, and before its object."""
    if token.tag_ != "NNS" or token.i <= span.start or token.i + 1 >= span.end or token.nbor(-1).lower_ not in deontic().bearers.heads:
        return False
    return token.nbor().pos_ == "DET" and all(t.pos_ in {"DET", "ADJ", "NOUN", "PROPN"} for t in span.doc[span.start : token.i])


def is_relative(modal: Token, span: Span) -> bool:
    """ "actions that may impede", "as shall be stipulated"; "agree that the truce shall hold" is not."""
    before = span.doc[max(span.start, modal.i - 2) : modal.i]
    whose = next((t for t in reversed(span.doc[span.start : modal.i]) if t.lower_ == "whose" or t.text in {",", ";"} or t.pos_ in {"VERB", "AUX"}), None)
    if whose is not None and whose.lower_ == "whose":
        return True  # "a council whose members the President shall appoint"
    return any(t.lower_ in RELATIVE and (t.i == modal.i - 1 or t.nbor().pos_ in {"ADV", "PUNCT"}) for t in before)


def binding(token: Token) -> Duty | None:
    """ "agree to …", "are prohibited", "is entitled to": a duty without a modal."""
    words = deontic().duty
    if is_to(token) and not tells_aim(token):
        verb = next((t for t in token.doc[token.i + 2 : token.i + 6] if t.tag_ == "VB" and t.lemma_ != "be"), None) or token.nbor(2)
        passive = next((t for t in token.doc[token.i + 2 : token.i + 7] if t.tag_ == "VBN"), None) if token.nbor(2).lower_ == "be" else None
        return Duty(token, passive or verb, passive is not None)
    if token.tag_ in {"VBZ", "VBP"} and TAKES_EFFECT.match(token.doc[token.i : token.i + 3].text):
        return Duty(token, token, False)
    if token.tag_ in {"VBN", "VBD"} and token.nbor(-1).lower_ == "hereby" if token.i else False:
        return Duty(token, token, True)
    if token.lemma_.lower() in words.verbs and token.pos_ == "VERB" and (token.tag_ in {"VBP", "VBZ"} or is_bare_finite(token) or is_settled(token)):
        return Duty(token, token, False)
    if token.lower_ in words.participles and any(t.lemma_ == "be" for t in token.doc[max(0, token.i - 3) : token.i]):
        return Duty(token, token, token.lower_ not in words.bound | words.asked)
    return None


def tells_aim(be: Token) -> bool:
    """ "The objectives of the truce are to protect …": what something is for, and no duty."""
    return any(s.lemma_.lower() in deontic().duty.aims for s in own_subjects(be) or own_subjects(be.head))


def is_bare_finite(verb: Token) -> bool:
    """ "the Parties to the accord | commit themselves to …", tagged as an infinitive: right behind a name or noun no "to" or modal governs it."""
    return verb.tag_ == "VB" and verb.i > verb.sent.start and verb.nbor(-1).pos_ in {"NOUN", "PROPN"} and not children(verb, "aux", "mark")


def is_settled(verb: Token) -> bool:
    """ "The guarantors (have) agreed to open an office": what protocols tell of their own meeting."""
    told = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(a.lower_ in {"have", "has"} for a in children(verb, "aux")))
    return told and verb.lower_ == "agreed" and verb.i + 1 < verb.sent.end and verb.nbor().lower_ in {"to", "that"} and bool(own_subjects(verb))


def is_to(token: Token, *, past: bool = False) -> bool:
    """The "are" of "trucks are (also) to enter"; with `past`, as reports tell it, also the "were"."""
    if not (token.lower_ in {"is", "are"} or (past and token.lower_ in {"was", "were"})) or token.i + 3 >= token.sent.end:
        return False
    to = token.nbor(2) if token.nbor().lower_ in {"also", "then"} else token.nbor()
    return to.lower_ == "to" and to.nbor().tag_ == "VB"


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
    by = verb.i + 1 < verb.sent.end and verb.nbor().lower_ == "by"
    if verb.lower_ in deontic().duty.bound and not by:
        return False  # "shall be committed to …"
    return is_passive(verb) or any(t.lower_ == "be" for t in verb.doc[modal.i + 1 : verb.i])
