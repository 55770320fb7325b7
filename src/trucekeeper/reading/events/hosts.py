"""The verb that a participle behind a comma says more of, where the tree gave the participle to another."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base
from trucekeeper.reading.events.lexicon import kinds
from trucekeeper.reading.events.statuswords import is_finite, is_verbal
from trucekeeper.reading.events.triggers import verb_frame


def host_before(participle: Token) -> Token | None:
    """The verb that a participle behind a comma says more of, where the tree gave it to the verb of saying at the end: "jets struck a market, killing 30,
    officials said"."""
    at = participle.i - 1
    if participle.tag_ != "VBG" or at <= participle.sent.start or participle.doc[at].text != "," or own_subjects(participle):
        return None
    host = next((t for t in reversed(list(participle.doc[participle.sent.start : at])) if is_verbal(t) and t.pos_ != "AUX" and t.dep_ != "amod"), None)
    if participle.head.i > participle.i or host is None:
        return host
    if base(participle) != "advcl" or host == participle.head or not (is_finite(host) and is_hurtful(host) and is_hurtful(participle)):
        return None
    return None if is_hurtful(participle.head) else host  # "left on Monday after a bus was hit by rebels, killing nine"


def is_hurtful(verb: Token) -> bool:
    found = verb_frame(verb)
    return found is not None and found.act.plover in kinds()["hurting"]
