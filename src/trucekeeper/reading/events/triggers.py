"""The words that name acts: verbs with their frames, nouns that are used as events, and the light verbs that carry them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from trucekeeper.language.relations import (
    base,
    children,
    complement_clauses,
    is_passive,
    modifiers,
    objects,
    obliques,
    open_complements,
    own_subjects,
    subjects,
)
from trucekeeper.reading.events.lemmas import forms_of, lemma_in
from trucekeeper.reading.events.lexicon import Act, Frame, acts, kinds
from trucekeeper.reading.events.statuswords import bare_before, governor_word, has_to, is_verbal, says
from trucekeeper.reading.events.timewords import is_calendar, is_time
from trucekeeper.reading.layers import layers

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(slots=True)
class Trigger:
    """A word that names an act. `light` is the verb that carries a noun ("held talks"); `used` are nouns that belong to the trigger
    itself. `matter` is what a speech act takes for its own: in "threatened to shell", the shelling. `roles`: those who take part, once worked out."""

    token: Token
    act: Act
    frame: Frame | None = None
    light: Token | None = None
    used: frozenset[int] = frozenset()
    speaker: Token | None = None
    matter: Trigger | None = None
    roles: tuple[list[Token], list[Token]] | None = None

    @property
    def anchor(self) -> Token:
        """Where the clause hangs: the light verb, or the word itself."""
        return self.light if self.light is not None else self.token


def words_of(noun: Token) -> set[str]:
    """Lemmas by which a phrase may belong to a class: its head, what stands before it, and the noun of its "of"."""
    found = set(forms_of(noun))
    for child in noun.children:
        if base(child) in {"amod", "compound", "nmod", "nummod", "flat", "appos"} and child.i < noun.i and not is_calendar(child):
            found.update(forms_of(child))
    for part in obliques(noun, "of"):
        if is_calendar(part):
            continue
        found.update(forms_of(part))
        for child in modifiers(part):
            found.update(forms_of(child))
    return found


def is_somebody(token: Token) -> bool:
    return (
        token.i in layers(token.doc).mention_at
        or token.ent_type_ in NAMES
        or token.pos_ == "PROPN"
        or (token.pos_ == "PRON" and token.tag_ == "PRP" and token.lower_ != "it")
    )


def is_anybody(token: Token) -> bool:
    """Somebody, or a noun for people and bodies ("a rebel withdrawal")."""
    return is_somebody(token) or (token.pos_ == "NOUN" and lemma_in(token, acts().people) is not None)


def is_somewhere(token: Token) -> bool:
    return token.ent_type_ in PLACES or token.pos_ == "PROPN" or any(p.start <= token.idx < p.end for p in layers(token.doc).places)


def has_clause(token: Token) -> bool:
    return bool(open_complements(token) or complement_clauses(token) or any(has_to(c) for c in children(token, "advcl", "acl")))


def following(verb: Token) -> list[Token]:
    """The words right after a verb that seems to have no object, up to the next punctuation: its object, where the tree missed it."""
    found: list[Token] = []
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if token.is_punct or token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.lower_ == "having" or (not found and token.pos_ in {"ADP", "SCONJ"}):
            break  # ("called for a truce")
        found.append(token)
    return found


def meets(frame: Frame, token: Token, candidates: Sequence[Token]) -> tuple[bool, list[Token]]:
    """Whether the arguments are what a frame asks for, and which of them made it so."""
    if frame.ban and any(words_of(c) & frame.ban for c in candidates):
        return False, []
    if not frame.need and not frame.special:
        return True, []
    fitting = [c for c in candidates if words_of(c) & frame.need and (not is_time(c) or obliques(c, "of"))]
    if fitting:
        return True, [w for c in fitting for w in (c, *(p for p in obliques(c, "of") if is_amount_of(c, frame) and not frame.need.isdisjoint(forms_of(p))))]
    if "@none" in frame.special and not [o for o in objects(token) if not is_time(o)] and not (token.tag_ == "VBN" and children(token, "aux:pass")):
        return True, []
    if "@clause" in frame.special and has_clause(token):
        return True, []
    if "@infinitive" in frame.special and any(
        has_to(c) for c in (*children(token, "xcomp", "advcl"), *(a for o in objects(token) for a in children(o, "acl")))
    ):
        return True, []
    if frame.need and not frame.of_subject and is_verbal(token) and not objects(token):
        near = following(token)
        if frame.act.plover == "ACCUSE":
            near = list(takewhile(lambda t: t.tag_ != "TO", near))  # "tries to pacify the leaders"
        beside = [t for t in near if not frame.need.isdisjoint(forms_of(t))]
        if beside:
            return True, beside
    for name, test in (("@actor", is_somebody), ("@person", lambda t: t.ent_type_ == "PERSON"), ("@place", is_somewhere)):
        if name in frame.special and any(test(c) for c in [*candidates, *(p for c in candidates if is_amount(c) for p in obliques(c, "of"))]):
            return True, []
    return False, []


def is_amount_of(noun: Token, frame: Frame) -> bool:
    """ "held three days of talks": what is held are the talks."""
    return frame.need.isdisjoint(forms_of(noun))


def is_amount(noun: Token) -> bool:
    """ "dozens of elders", "a group of rebels": what follows "of" is who they are."""
    return noun.pos_ in {"NOUN", "NUM"} and lemma_in(noun, says()["amount"]) is not None


REACH = 8  # tokens from a verb to the adjective or noun that says what became of its object


def seconds(verb: Token) -> set[str]:
    """Particles, adverbs and prepositions that may belong to a verb, by tree and, since trees err, by position."""
    found = {c.lower_ for c in verb.children if c.dep_ == "compound:prt" or base(c) in {"advmod", "xcomp"}}
    for child in (*children(verb, "obl", "xcomp"), *(n for o in children(verb, "obj") for n in children(o, "nmod"))):
        found |= {c.lower_ for c in children(child, "case")}
    for token in verb.doc[verb.i + 1 : verb.i + REACH]:
        if token.is_punct or token.pos_ == "VERB":
            break
        if token.pos_ in {"ADJ", "NOUN"}:
            found.add(token.lower_)  # "took three guards captive"
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return found | {t.lower_ for t in after if t.pos_ in {"ADP", "ADV", "PART", "SCONJ"}}


def misread_subject(verb: Token) -> Token | None:
    """The subject of a verb that was read as a participle before its own object ("Serbia eased emergency measures"): the noun just before it."""
    if base(verb) != "amod" or verb.tag_ not in {"VBN", "VBD"} or verb.i == 0 or verb.i > verb.head.i:
        return None
    at = verb.i - 1
    while at > verb.sent.start and (verb.doc[at].pos_ == "ADV" or verb.doc[at].lower_ in {"has", "have", "had"}):
        at -= 1
    if at < verb.i - 1 and verb.doc[at + 1].pos_ == "ADV":
        return None  # "the newly opened crossing"
    before = verb.doc[at]
    return before if before.pos_ in {"NOUN", "PROPN", "PRON"} and before.sent == verb.sent else None


def verb_arguments(verb: Token, second: str | None) -> list[Token]:
    if misread_subject(verb) is not None:
        return [verb.head]
    if second:
        found = obliques(verb, second) + [n for o in children(verb, "obj") for n in obliques(o, second)]
        if found:
            return found
    if verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ in {"for", "upon", "against", "of"}:
        return own_subjects(verb)  # "called for the president to resign": no object, whatever the tree says
    speaks = is_passive(verb) or children(verb, "ccomp")  # "the forum concluded that …"
    return things(verb) or ([] if speaks else own_subjects(verb))


def things(verb: Token) -> list[Token]:
    """Objects, a relative pronoun giving way to the noun that it stands for ("prisoners whom they will free")."""
    found = objects(verb) or obliques(verb, "than")  # "halted more than a year of fighting"
    if found and is_passive(verb) and children(verb, "obj"):
        found = [*found, *(s for s in own_subjects(verb) if s not in found)]  # "was given land", and appositions that the tree made an object of
    if not found and is_passive(verb) and (base(verb) in {"conj", "xcomp"} or has_to(verb)):
        found = subjects_of(verb)  # "the truce came into force and was broken", "twenty are due to be released"
    if not found and bare_before(verb) is not None:
        found = [verb.head]  # "are to free prisoners"
    return [verb.head if o.tag_ in {"WDT", "WP"} and verb.dep_ == "acl:relcl" else o for o in found]


CUT = "cut relations"
VISIT = "visit"
APART = frozenset({"without", "in"})  # a frame that asks for one of them leaves its noun's own act to the noun ("died in the raid")


def subjects_of(verb: Token) -> list[Token]:
    """Subjects, of an infinitive that hangs on an adjective ("was due to reach") the adjective's."""
    return subjects(verb) or (own_subjects(verb.head) if has_to(verb) else [])


def verb_frame(verb: Token) -> Trigger | None:
    """The most specific frame that a verb and its arguments meet."""
    lemma = lemma_in(verb, acts().verbs)
    if lemma is None:
        return None
    frames = acts().verbs[lemma]
    near = seconds(verb) if any(f.second for f in frames) else set()
    particles = {c.lower_ for c in children(verb, "compound:prt")} & {f.second for f in frames}
    for frame in frames:
        if frame.second and frame.second not in (particles or near):
            continue  # "called off on Friday" is no calling on anybody
        arguments = subjects_of(verb) if frame.of_subject else verb_arguments(verb, frame.second)
        if frame.act.name == VISIT and frame.second and is_passive(verb):
            continue  # "were returned from": nobody goes by himself
        if frame.act.name == CUT and arguments and arguments == own_subjects(verb) and not is_passive(verb):
            continue  # "the talks ended": nobody broke them off
        fits, used = meets(frame, verb, arguments)
        if fits:
            apart = frame.second in APART  # "the meeting ended without agreement": it took place
            return Trigger(verb, frame.act, frame, None, frozenset() if apart else frozenset(t.i for t in used if t.pos_ != "PROPN"))
    return None


def noun_frame(noun: Token) -> Trigger | None:
    lemma = lemma_in(noun, acts().nouns)
    if lemma is None:
        return None
    frames = acts().nouns[lemma]
    before = noun.doc[noun.i - 1] if noun.i else noun
    if before.text == "-" and noun.i > 1:
        before = noun.doc[noun.i - 2]
    inside = [p for mark in ("of", "to", "on", "in", "for") for p in obliques(noun, mark)]
    if not inside and noun.i + 2 < len(noun.doc) and noun.doc[noun.i + 1].lower_ == "of":
        inside = [t for t in noun.doc[noun.i + 2 : noun.i + 5] if t.pos_ == "NOUN"][:1]  # its "of" hung elsewhere
    for frame in frames:
        if frame.second and frame.second not in {before.lower_, before.lemma_.lower()}:
            continue
        if frame.ban and words_of(noun) & frame.ban:
            continue
        if not frame.need and not frame.special:
            return Trigger(noun, frame.act, frame)
        inner = words_of(noun) - set(forms_of(noun))
        parts = frozenset(p.i for p in inside if words_of(p) & frame.need)
        if inner & frame.need or parts or ("@clause" in frame.special and has_clause(noun)):
            return Trigger(noun, frame.act, frame, None, parts)
    return None


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
    if base(noun) == "obj" or (base(noun) == "nsubj" and is_passive(verb)):
        return verb if governor_word(verb, "nominal") == "through" else None
    if base(noun) == "nsubj" and lemma_in(verb, says()["occurrence"]):
        return verb
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


def works(verb: Token) -> bool:
    """Whether a verb names harm: its subject and its means are of the same hour."""
    lemma = lemma_in(verb, acts().verbs)
    return lemma is not None and any(f.act.plover in kinds()["hurting"] for f in acts().verbs[lemma])


def is_eventive(noun: Token) -> bool:
    """Whether a noun tells of an act here, rather than naming one in passing: it has a participant, a time, or a governor that says what became of it."""
    if base(noun) in {"compound", "amod", "flat", "nmod:unmarked"} or (noun.dep_ == "nmod" and noun.i < noun.head.i and not children(noun, "case")):
        return False
    if base(noun) == "conj" and noun.head.pos_ == "NOUN" and noun_frame(noun.head) is not None and is_eventive(noun.head):
        return True  # "reported mortar fire and air strikes"
    if obliques(noun, "by", "on", "against", "with", "between", "of", "from", "into", "in", "to", "at"):
        return True
    if any(works(c) for c in noun.children if c.dep_ == "acl:relcl" and c.i > noun.i):
        return True  # "the bombing, which killed 19"
    if surface_owner(noun) is not None or any(c.i < noun.i and c.pos_ in {"NUM", "PROPN"} and is_time(c) for c in noun.children):
        return True  # "the 2003 coup", "Friday's raid"
    if any(c.dep_ == "nmod:poss" or (base(c) in {"amod", "compound", "nmod"} and is_anybody(c)) for c in noun.children if c.i < noun.i):
        return True
    mark = " ".join(c.lower_ for c in children(noun, "case"))
    if mark in says()["preposition"] or (mark in {"in", "by"} and is_verbal(noun.head) and lemma_in(noun.head, says()["suffering"])):
        return True
    head = noun.head
    if base(noun) == "nsubj" and head.pos_ == "ADJ" and governor_word(head, "adjective") in SPOKEN:
        return True  # "an assault was imminent"
    while head.pos_ == "NOUN" and head.head != head and governor_word(head, "noun") == "through":
        if " ".join(c.lower_ for c in children(head, "case")) in says()["preposition"]:
            return True  # "after a night of shelling"
        head = head.head  # "urged the launch of negotiations"
    said = governor_word(head, "nominal" if is_verbal(head) else "noun", mark if head == noun.head else "")
    if said == "told" and is_verbal(head) and (lemma_in(head, says()["reporting"]) or lemma_in(head, says()["causing an act"])) and noun in objects(head):
        return True  # "reported renewed air strikes"
    return head != noun and said not in {None, "told", "through"}


def is_in_state(noun: Token) -> bool:
    """ "a truce has been in place since July"."""
    head = noun.head
    phrase = head.doc[head.left_edge.i : head.i + 1].text.lower() if base(noun) == "nsubj" and children(head, "cop") else ""
    return any(phrase.endswith(state) for state in says()["state"])


def is_mere_mention(found: Trigger) -> bool:
    """ "their truce", "the second phase of the ceasefire", "talks on the war": what is spoken of as known and is not told here."""
    noun = found.token
    if noun.head == noun or base(noun) == "conj":
        return False
    if base(noun) == "obj" and is_verbal(noun.head) and lemma_in(noun.head, says()["lessening"]) is not None:
        return True  # "the truce reduced fighting"
    over = governor_word(noun.head, "noun") if not is_verbal(noun.head) else None
    if found.act.plover == "ASSAULT" and any(c.lower_ in {"on", "over", "about"} for c in children(noun, "case")) and is_talk(noun.head):
        return True
    if found.act.plover in {"REQUEST", "THREATEN"} and found.light is None and base(noun) == "nsubj" and noun.dep_ != "nsubj:pass":
        return True  # "their proposal would see …"
    if lemma_in(noun, acts().truces) is None:
        return False
    if found.light is None and base(noun) == "obj" and is_verbal(noun.head) and governor_word(noun.head, "nominal") == "told":
        return lemma_in(noun.head, says()["reporting"]) is None  # "oversees a truce"
    if noun.i + 1 < len(noun.doc) and lemma_in(noun.nbor(), acts().people) is not None:
        return True  # "truce monitors"
    known = any(d.lower_ in {"the", "this", "that", "their", "its", "his"} or d.dep_ == "nmod:poss" for d in noun.children)
    if found.light is not None:
        return governor_word(found.light, "nominal") != "through" or below(noun, found.light).dep_ == "nsubj"  # what begins or ends is told by the verb
    return known or (not is_verbal(noun.head) and over not in SPOKEN) or base(noun) == "nsubj"


def below(token: Token, top: Token) -> Token:
    while token.head != top:
        token = token.head
    return token


SPOKEN = frozenset({"planned", "proposed", "demanded", "threatened", "conditional", "denied"})


def is_talk(noun: Token) -> bool:
    lemma = lemma_in(noun, acts().nouns)
    return lemma is not None and any(f.act.plover == "CONSULT" for f in acts().nouns[lemma])


def noun_trigger(noun: Token) -> Trigger | None:
    found = None if is_calendar(noun) else noun_frame(noun)
    if found is None:
        return None
    if found.act.plover == "THREATEN" and children(noun, "cop"):
        return None  # "is the biggest threat to his rule"
    found.light = carrier(noun)
    if lemma_in(noun, acts().truces) is not None and is_in_state(noun):
        return found
    if is_mere_mention(found):
        return None
    for_talks = found.act.plover == "CONSULT" and any(c.lower_ == "for" for c in children(noun, "case"))
    return found if found.light is not None or for_talks or is_eventive(noun) else None
