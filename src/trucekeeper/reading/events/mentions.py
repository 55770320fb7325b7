"""Nouns that name an act without telling it: spoken of as known, as the setting of something else, or told by their verb."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import obliques, preposition
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.phrases import is_bare, is_definite, is_talk
from trucekeeper.reading.events.status.lists import listed
from trucekeeper.reading.events.statuswords import governor_word, is_verbal, said_by, says, state_of
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import Trigger, verb_frame, works

SPOKEN = frozenset({"planned", "proposed", "demanded", "threatened", "conditional", "denied"})


def is_mere_mention(found: Trigger) -> bool:
    """ "their truce", "the second phase of the ceasefire", "talks on the war": what is spoken of as known and is not told here."""
    noun = found.token
    if found.act.plover == "CONSULT" and children(noun, "cop") and state_of(noun) is not None:
        return True  # "a swap is under discussion"
    if noun.head == noun or base(noun) == "conj":
        return False
    if base(noun) in {"obj", "xcomp"} and is_verbal(noun.head) and lemma_in(noun.head, says()["lessening"]) is not None:
        return True  # "the truce reduced fighting"
    if base(noun) == "nmod" and preposition(noun) == "of" and lemma_in(noun.head, finding()["offices"]) is not None and not children(noun, "det"):
        return True  # "the director of military operations"
    if base(noun) == "nsubj" and is_text_of(noun):
        return True  # "an official release said"
    if found.act.plover == "REQUEST" and preposition(noun) in finding()["asked_by"] and base(noun) in {"obl", "nmod"} and obliques(noun, "of"):
        return True  # "left at the request of the ministry"
    over = governor_word(noun.head, "adjective" if noun.head.pos_ == "ADJ" else "noun") if not is_verbal(noun.head) else None
    if found.act.plover == "ASSAULT" and any(c.lower_ in finding()["matter"] for c in children(noun, "case")) and is_talk(noun.head):
        return True
    undergoing = is_verbal(noun.head) and (base(noun) == "obj" or (base(noun) == "nsubj" and is_passive(noun.head)))
    if found.act.plover in {"ACCUSE", "REQUEST"} and undergoing and governor_word(noun.head, "nominal") == "denied":
        return True  # "denied the accusation", "the plan was abandoned": that there was one is denied by nobody
    if found.act.plover in {"REQUEST", "THREATEN"} and found.light is None and base(noun) == "nsubj" and noun.dep_ != "nsubj:pass":
        return True  # "their proposal would see …"
    if found.act.plover == "CONSULT" and noun.dep_ == "nsubj:pass" and is_definite(noun) and is_bare(noun) and noun.head.lower_ in finding()["aimed"]:
        return True  # "the talks are aimed at a truce"
    if found.act.plover == "AGREE" and lemma_in(noun, acts().agreements) is not None and is_told_by(noun):
        return True
    if found.act.plover in {"COOPERATE", "AID", "SUPPORT"} and is_in_name(noun):
        return True
    if lemma_in(noun, acts().truces) is not None and preposition(noun) in finding()["matter"] and is_talk(noun.head):
        return True  # "talks on a truce"
    if found.act.plover == "CONSULT" and is_definite(noun) and not is_verbal(noun.head) and lemma_in(noun.head, finding()["had"]) is not None:
        return True  # "the aim of the talks"
    setting = lemma_in(noun, finding()["lasting"]) is not None and is_definite(noun) and children(noun, "case") and not is_told_more_of(noun)
    if setting and preposition(noun) == "during" and lemma_in(noun, finding()["wars"]) is not None:
        return True
    if setting and not (is_verbal(noun.head) and (works(noun.head) or is_undergone_in(noun.head))):
        return True  # "in the war", "since the violence": the setting of something else
    if lemma_in(noun, acts().truces) is None or (is_verbal(noun.head) and listed(noun, noun.head) in SPOKEN):
        return False  # "the deal includes a truce"
    if found.light is None and base(noun) == "obj" and is_verbal(noun.head) and governor_word(noun.head, "nominal") == "told":
        return lemma_in(noun.head, says()["reporting"]) is None  # "oversees a truce"
    if noun.i + 1 < len(noun.doc) and lemma_in(noun.nbor(), acts().people) is not None:
        return True  # "truce monitors"
    known = is_definite(noun)
    if found.light is None and base(noun) == "obj" and is_verbal(noun.head) and said_by(noun.head, nominal=True) is None:
        return True  # "talks to establish a truce"
    if found.light is not None:
        return governor_word(found.light, "nominal") != "through" or below(noun, found.light).dep_ == "nsubj"  # what begins or ends is told by the verb
    return known or (not is_verbal(noun.head) and over not in SPOKEN) or base(noun) == "nsubj"


def is_told_by(agreement: Token) -> bool:
    """ "brokered a deal between both", "a deal between both is signed", "agreed on a pact between them": the verb tells it."""
    verb = agreement.head
    if not is_verbal(verb) or not (base(agreement) in {"obj", "obl"} or agreement.dep_ == "nsubj:pass"):
        return False
    told = verb_frame(verb)
    return (told is not None and told.act.plover == "AGREE") or (not preposition(agreement) and governor_word(verb, "nominal") in {"told", "through"})


def is_text_of(noun: Token) -> bool:
    return is_verbal(noun.head) and not is_passive(noun.head) and lemma_in(noun.head, finding()["textual"]) is not None


def is_in_name(noun: Token) -> bool:
    """ "Pacific Economic Cooperation": with a capital, behind another word of a name."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    return (
        noun.pos_ == "PROPN"
        and noun.text[0].isupper()
        and before.tag_.startswith("NNP")
        and before.text[0].isupper()
        and not is_time(before)
        and before != noun
    )


def is_told_more_of(noun: Token) -> bool:
    """With its day, or with those who take part in it."""
    return bool(obliques(noun, "by", "between", "against", "with") or children(noun, "acl")) or any(
        is_time(c) and base(c) not in {"compound", "amod"} for c in noun.children
    )


def below(token: Token, top: Token) -> Token:
    while token.head != top:
        token = token.head
    return token


def is_undergone_in(verb: Token) -> bool:
    """ "died in the fighting", "was involved in the fighting"."""
    return lemma_in(verb, says()["suffering"]) is not None or lemma_in(verb, finding()["taking_part"]) is not None
