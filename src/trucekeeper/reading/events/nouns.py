"""Nouns that are used as events, and the light verbs that carry them: which of them are told of, and which are only mentioned."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import is_past
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques, preposition
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import forms_of, lemma_in
from trucekeeper.reading.events.lexicon import Act, acts, kinds
from trucekeeper.reading.events.mentions import SPOKEN, is_mere_mention, is_undergone_in
from trucekeeper.reading.events.phrases import is_anybody, is_bare, is_definite, is_harm, is_naming, is_somebody, is_talk, words_of
from trucekeeper.reading.events.status.lists import is_of_harms, listed
from trucekeeper.reading.events.status.nouns import is_answerable_for, wider_mark
from trucekeeper.reading.events.statuswords import governor_word, is_verbal, process_of, says, state_of
from trucekeeper.reading.events.timewords import is_calendar, is_time
from trucekeeper.reading.events.triggers import Trigger, has_clause, verb_frame, works


def noun_frame(noun: Token) -> Trigger | None:
    gerund = noun.lower_ in acts().nouns and (noun.tag_ == "VBG" or noun.lower_.endswith("ing"))
    lemma = noun.lower_ if gerund else lemma_in(noun, acts().nouns)  # "fighting", no fight
    if lemma is None:
        return None
    frames = acts().nouns[lemma]
    before = noun.doc[noun.i - 1] if noun.i else noun
    if before.text == "-" and noun.i > 1:
        before = noun.doc[noun.i - 2]
    inside = obliques(noun, "of", "to", "on", "in", "for", "against")
    if not inside and noun.i + 2 < len(noun.doc) and noun.doc[noun.i + 1].lower_ in {"of", "to", "in"}:
        inside = [t for t in noun.doc[noun.i + 2 : noun.i + 5] if t.pos_ == "NOUN" or t.tag_ == "VBG"][:1]  # its "of" hung elsewhere
    for frame in frames:
        if frame.second and frame.second not in {before.lower_, before.lemma_.lower()}:
            continue
        if frame.ban and (words_of(noun) | {w for p in obliques(noun, "against", "on") for w in words_of(p)}) & frame.ban:
            continue
        if not frame.need and not frame.special:
            return Trigger(noun, frame.act, frame)
        if "@bare" in frame.special and is_bare(noun):
            return Trigger(noun, frame.act, frame)
        if "@known" in frame.special and is_bare(noun) and (is_definite(noun) or is_again(noun)) and is_told_before(noun, frame.act):
            return Trigger(noun, frame.act, frame)
        if "@between" in frame.special and is_between(noun):
            return Trigger(noun, frame.act, frame)
        if "@actor" in frame.special and frame.act.name in kinds()["suffered"] and any(c.lower_ in finding()["owners"] for c in children(noun, "nmod:poss")):
            return Trigger(noun, frame.act, frame)  # "his immediate release"
        inner = words_of(noun) - set(forms_of(noun))
        parts = frozenset(p.i for p in inside if words_of(p) & frame.need or (p.pos_ == "NUM" and "@actor" in frame.special and not is_time(p)))
        if inner & frame.need or parts or ("@clause" in frame.special and has_clause(noun)):
            return Trigger(noun, frame.act, frame, None, parts if frame.act.stands is None else frozenset())  # what a call is for is told too
    return None


def is_between(agreement: Token) -> bool:
    """ "a deal between the two", "an agreement late on Thursday between the two"."""
    if obliques(agreement, "between"):
        return True
    after = next((t for t in agreement.doc[agreement.i + 1 : agreement.sent.end] if not is_time(t) and t.lower_ not in {"on", "late", "early"}), agreement)
    return after.lower_ == "between"


def is_again(noun: Token) -> bool:
    """ "a second round", "another exchange": one of several."""
    return any(c.lower_ in finding()["again"] for c in noun.children if c.i < noun.i)


def is_told_before(noun: Token, act: Act) -> bool:
    """ "will open the crossing … the opening was put off": what a bare noun means was told in full before it."""
    for token in reversed(noun.doc[max(0, noun.i - LOOKING_BACK) : noun.i]):
        if token.pos_ == "VERB" and any(f.act is act for f in acts().verbs.get(token.lemma_.lower(), ())):
            found = verb_frame(token)
        elif token.pos_ == "NOUN" and any(f.act is act for f in acts().nouns.get(token.lemma_.lower(), ())):
            found = noun_frame(token)
        else:
            continue
        if found is not None and found.act is act:
            return True
    return False


LOOKING_BACK = 150  # tokens: some five sentences


def is_act(noun: Token) -> bool:
    """A noun that names an act, whether or not it is told of here."""
    return noun.pos_ == "NOUN" and lemma_in(noun, acts().nouns) is not None


def carrier(noun: Token) -> Token | None:
    """The verb that carries a noun event: its light verb, through nouns such as "round" and "start"."""
    steps = 0
    while base(noun) in {"nmod", "conj"} and noun.head.pos_ == "NOUN" and steps < 3:
        through = governor_word(noun.head, "noun") == "through" or base(noun) == "conj"
        if not through:
            return None
        noun, steps = noun.head, steps + 1
    verb = noun.head
    if verb == noun or not is_verbal(verb):
        return None
    if base(noun) == "obj" and (is_naming(verb) or any(not is_verbal(c) for c in children(verb, "xcomp"))):
        return None  # "called the exchange a success"
    if base(noun) == "obj" or (base(noun) == "nsubj" and is_passive(verb)):
        return verb if governor_word(verb, "nominal") == "through" else None
    if base(noun) == "nsubj" and lemma_in(verb, says()["occurrence"]) and not any(is_act(o) for o in objects(verb)):
        return verb  # but not "the attack would not stop the talks"
    return None


def surface_owner(noun: Token) -> Token | None:
    """The possessor before a date ("Hamas' Oct. 7, 2023, incursion"), where the tree lost it."""
    for i in range(noun.i - 1, max(noun.i - 9, noun.sent.start), -1):
        token = noun.doc[i]
        if token.tag_ == "POS":
            return noun.doc[i - 1] if is_somebody(noun.doc[i - 1]) and any(is_time(t) for t in noun.doc[i : noun.i]) else None
        if not (token.is_punct or token.like_num or token.pos_ in {"ADJ", "NUM"} or is_time(token)):
            return None
    return None


def is_eventive(noun: Token) -> bool:
    """Whether a noun tells of an act here, rather than naming one in passing: it has a participant, a time, or a governor that says what became of it."""
    if (over := process_of(noun)) is not None and not is_talk(noun):
        said = governor_word(over.head, "nominal") if is_verbal(over.head) else None
        harmed = is_harm(noun) and is_verbal(over.head) and (is_deplored(over.head) or (base(over) == "nsubj" and not is_passive(over.head)))
        return harmed or said is not None or preposition(over) in says()["preposition"] or bool(obliques(over, "by", "of"))
    if base(noun) in {"compound", "amod", "flat", "nmod:unmarked"} or (noun.dep_ == "nmod" and noun.i < noun.head.i and not children(noun, "case")):
        return False
    if base(noun) == "conj" and noun.head.pos_ == "NOUN" and noun_frame(noun.head) is not None and is_eventive(noun.head):
        return True  # "reported mortar fire and air strikes"
    if is_taken_for_done(noun):
        return True
    if obliques(noun, "by", "on", "against", "with", "between", "among", "of", "from", "into", "in", "to", "at"):
        return True
    told_of = [c for c in children(noun, "acl") if c.i > noun.i and tells_of(c, noun)]
    if any((works(c) and lemma_in(noun, finding()["wars"]) is None) or lemma_in(c, says()["occurrence"]) for c in told_of):
        return True  # "the bombing, which killed 19", "the talks, which had begun in May", "with clashes breaking out"
    if is_there(noun) or is_convened(noun):
        return True
    if base(noun) == "nsubj" and is_verbal(noun.head) and is_past(noun.head) and not is_passive(noun.head) and is_harm(noun):
        setting = is_definite(noun) and lemma_in(noun, finding()["lasting"]) is not None
        return not setting and lemma_in(noun, acts().people) is None  # "shelling wrecked the truce"
    if surface_owner(noun) is not None or any(c.pos_ in {"NUM", "PROPN"} and is_time(c) for c in noun.children):
        return True  # "the 2003 coup", "Friday's raid", "in a meeting March 23"
    if any(c.dep_ == "nmod:poss" or (base(c) in {"amod", "compound", "nmod"} and is_anybody(c)) for c in noun.children if c.i < noun.i):
        return True
    mark = preposition(noun)
    if mark in says()["preposition"] or (mark in {"in", "by"} and is_verbal(noun.head) and is_undergone_in(noun.head)):
        return True
    if is_harm(noun) and is_definite(noun) and is_answerable_for(noun, mark):
        return True  # "said the front was responsible for the raid"
    if mark == "before" and is_harm(noun) and is_definite(noun) and lemma_in(noun, finding()["lasting"]) is None:
        return True  # "called the port before the raid"
    if mark == "by" and is_harm(noun) and is_passive(noun.head) and lemma_in(noun, finding()["lasting"]) is None:
        return True  # "brought to an end by a raid"
    head = noun.head
    if base(noun) == "nsubj" and head.pos_ in {"ADJ", "ADV"} and governor_word(head, "adjective") in {*SPOKEN, "ongoing"}:
        return True  # "an assault was imminent", "talks are underway again"
    while head.pos_ == "NOUN" and head.head != head and governor_word(head, "noun") == "through":
        opening = preposition(head)
        if (
            opening in says()["preposition"]
            or wider_mark(head, opening) in says()["preposition"]
            or (opening in {"in", "by"} and is_verbal(head.head) and lemma_in(head.head, says()["suffering"]))
        ):
            return True  # "after a night of shelling", "killed in 75 incidents of shelling"
        head = head.head  # "urged the launch of negotiations"
    section = "nominal" if is_verbal(head) else "adjective" if head.pos_ == "ADJ" and mark else "noun"  # "is open to a truce"
    said = governor_word(head, section, mark if head == noun.head else "")
    if said == "told" and is_verbal(head) and (lemma_in(head, says()["reporting"]) or lemma_in(head, says()["causing an act"])) and noun in objects(head):
        return True  # "reported renewed air strikes"
    if is_verbal(head) and (listed(noun, head) in SPOKEN or is_of_harms(noun, head)):
        return True  # "the document implies a truce"
    return head != noun and said not in {None, "told", "through"}


def is_convened(talks: Token) -> bool:
    """ "talks arranged by elders led to a truce": a participle that says who or what brought them about."""
    return is_talk(talks) and any(c.tag_ == "VBN" and c.i > talks.i and lemma_in(c, finding()["convening"]) is not None for c in children(talks, "acl"))


def tells_of(verb: Token, noun: Token) -> bool:
    """A relative clause, a gerund behind "with clashes", or the verb of a sentence that was taken for a participle of its subject."""
    if verb.dep_ == "acl:relcl":
        return True
    return noun.head == noun if verb.tag_ == "VBN" else verb.tag_ == "VBG" and preposition(noun) == "with"


def is_there(noun: Token) -> bool:
    """ "there were clashes", "there was an increase in shelling": a harm that is said to have been."""
    over = noun
    while base(over) == "nmod" and over.head.pos_ == "NOUN" and governor_word(over.head, "noun") == "through":
        over = over.head
    return is_harm(noun) and base(over) == "nsubj" and bool(children(over.head, "expl")) and lemma_in(noun, finding()["lasting"]) is None


def is_taken_for_done(noun: Token) -> bool:
    """ "condemned the ambush", "welcomed the release", "claimed responsibility for the blast": what such words speak of, if it is one known happening, took
    place."""
    if base(noun) in {"obj", "nmod"} and after_which(noun):
        return True
    known = is_definite(noun) or bool(children(noun, "nummod"))
    counted = noun.head
    if not known and base(noun) == "nmod" and preposition(noun) == "of" and lemma_in(counted, finding()["counting"]) is not None:
        return is_harm(noun) and base(counted) in {"obj", "obl"} and is_verbal(counted.head) and is_deplored(counted.head)  # "blamed for a series of attacks"
    lasting = lemma_in(noun, finding()["lasting"]) is not None and not obliques(noun, "around", "near", "between", "by")
    if not known or is_talk(noun) or lasting or base(noun) not in {"obj", "obl", "nmod", "nsubj"}:
        return False
    head = noun.head
    if base(noun) == "nsubj" and not (is_verbal(head) and is_passive(head)):
        return False
    if head.pos_ == "NOUN":
        return base(noun) == "nmod" and governor_word(head, "noun") == "told"
    return is_verbal(head) and (lemma_in(head, finding()["any"]) is not None or (is_harm(noun) and is_deplored(head)))


def is_deplored(verb: Token) -> bool:
    return lemma_in(verb, finding()["harm"]) is not None


def after_which(noun: Token) -> bool:
    """ "followed clashes in the port", "followed months of talks": what went before has taken place."""
    while base(noun) == "nmod" and noun.head.pos_ == "NOUN" and governor_word(noun.head, "noun") == "through":
        noun = noun.head
    return base(noun) == "obj" and is_verbal(noun.head) and lemma_in(noun.head, finding()["after"]) is not None


def is_in_state(noun: Token) -> bool:
    """ "a truce has been in place since July"."""
    return base(noun) == "nsubj" and bool(children(noun.head, "cop")) and state_of(noun.head) == "ongoing"


def noun_trigger(noun: Token) -> Trigger | None:
    found = None if is_calendar(noun) else noun_frame(noun)
    if found is None:
        return None
    if found.act.plover == "THREATEN" and children(noun, "cop"):
        return None  # "is the biggest threat to his rule"
    found.light = carrier(noun)
    if (process := process_of(noun)) is not None:
        found.used |= {process.i}
    if lemma_in(noun, acts().truces) is not None and is_in_state(noun):
        return found
    if is_mere_mention(found):
        return None
    for_talks = found.act.plover == "CONSULT" and any(c.lower_ == "for" for c in children(noun, "case"))
    return found if found.light is not None or for_talks or is_eventive(noun) else None
