"""The words that name acts, and what a frame asks of their arguments; verbs with their frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import is_perfect, modal
from trucekeeper.language.grammar.clauses import complement_clauses, open_complements
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children, conjuncts
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.attach import goes_on
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import forms_of, lemma_in
from trucekeeper.reading.events.lexicon import Act, Frame, acts, kinds
from trucekeeper.reading.events.phrases import is_amount, is_harm, is_he, is_naming, is_somebody, is_somewhere, is_town, own_words, words_of
from trucekeeper.reading.events.plover import COOPERATIVE
from trucekeeper.reading.events.statuswords import bare_before, has_to, is_verbal, stranded
from trucekeeper.reading.events.timewords import is_time


@dataclass(slots=True)
class Trigger:
    """A word that names an act. `light` is the verb that carries a noun ("held talks"); `used` are nouns that belong to the trigger
    itself. `matter` is what a speech act takes for its own: in "threatened to shell", the shelling; `spoken`: the act that one without a matter spoke of.
    `roles`: those who take part, once worked out."""

    token: Token
    act: Act
    frame: Frame | None = None
    light: Token | None = None
    used: frozenset[int] = frozenset()
    speaker: Token | None = None
    matter: Trigger | None = None
    roles: tuple[list[Token], list[Token]] | None = None
    spoken: str = ""

    @property
    def anchor(self) -> Token:
        """Where the clause hangs: the light verb, or the word itself."""
        return self.light if self.light is not None else self.token


def has_clause(token: Token) -> bool:
    return bool(open_complements(token) or complement_clauses(token) or any(has_to(c) for c in children(token, "advcl", "acl")))


def following(verb: Token) -> list[Token]:
    """The words right after a verb that seems to have no object, up to the next punctuation: its object, where the tree missed it."""
    found: list[Token] = []
    first = verb.i + 1 + (verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].tag_ == "RP")
    for token in verb.doc[first : first + 4]:
        if token.is_punct or token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.lower_ == "having" or (not found and token.pos_ in {"ADP", "SCONJ"}):
            break  # ("called for a truce")
        found.append(token)
        if token.tag_ == "VBG" and children(token, "obj"):
            break  # "start overseeing a truce": the truce is that of the second verb
    return found


def meets(frame: Frame, token: Token, candidates: Sequence[Token]) -> tuple[bool, list[Token]]:
    """Whether the arguments are what a frame asks for, and which of them made it so."""
    if frame.ban and any((kind_words(c) | aim_words(c)) & frame.ban for c in (*candidates, *(objects(token) if frame.second and is_verbal(token) else ()))):
        return False, []
    if not frame.need and not frame.special:
        return True, []
    fitting = [c for c in candidates if words_of(c) & frame.need and (not is_time(c) or obliques(c, "of")) and not is_harm_of(c, frame) and is_owned(c, frame)]
    if fitting:
        return True, [w for c in fitting for w in (c, *(p for p in obliques(c, "of") if is_amount_of(c, frame) and not frame.need.isdisjoint(forms_of(p))))]
    if "@none" in frame.special and not [o for o in objects(token) if not is_time(o)] and not (token.tag_ == "VBN" and children(token, "aux:pass")):
        return True, []
    if "@object" in frame.special and objects(token):
        return True, []
    if "@clause" in frame.special and has_clause(token):
        return True, []
    if "@infinitive" in frame.special and any(
        has_to(c) for c in (*open_complements(token), *children(token, "advcl"), *(a for o in objects(token) for a in children(o, "acl")))
    ):
        return True, []
    if "@amid" in frame.special and any(is_several(c) for c in candidates) and is_amid_harm(token):
        return True, []
    if frame.need and not frame.of_subject and is_verbal(token) and not objects(token):
        near = following(token)
        if frame.act.plover == "ACCUSE" or "@actor" in frame.special:
            near = list(takewhile(lambda t: t.tag_ != "TO", near))  # "tries to pacify the leaders", "asked the council to monitor the truce"
        beside = [t for t in near if not frame.need.isdisjoint(forms_of(t))]
        if beside:
            return True, beside
    for name, test in (
        ("@actor", is_somebody),
        ("@person", lambda t: t.ent_type_ == "PERSON" or (t.pos_ == "NUM" and not is_time(t))),  # "captured nine"
        ("@place", is_somewhere),
        ("@town", is_town),
        ("@pronoun", is_he),
    ):
        if name in frame.special and any(test(c) for c in [*candidates, *(p for c in candidates if is_amount(c) for p in obliques(c, "of"))]):
            return True, []
    return False, []


def kind_words(noun: Token) -> set[str]:
    """Lemmas of what a phrase is, without the length of time that it is counted by ("three days of fighting")."""
    counted = obliques(noun, "of") if is_time(noun) else []
    return {w for c in counted for w in words_of(c)} if counted else words_of(noun)


def aim_words(noun: Token) -> set[str]:
    """Lemmas of what it is for ("operations | to rescue the crew")."""
    at = noun.i + 1
    if at + 1 >= noun.sent.end or noun.doc[at].tag_ != "TO" or noun.doc[at + 1].tag_ != "VB":
        return set()
    verb = noun.doc[at + 1]
    return {verb.lemma_.lower(), *(w.lemma_.lower() for o in objects(verb) for w in conjuncts(o))}


def is_several(noun: Token) -> bool:
    """ "six people", "a clerk", "dozens": those whom a toll counts, rather than somebody by name."""
    if noun.pos_ == "NUM" or noun.tag_ == "NNS" or is_amount(noun):
        return True
    return noun.pos_ == "NOUN" and any(c.lower_ in {"a", "an"} for c in children(noun, "det"))


def is_amid_harm(verb: Token) -> bool:
    """Whether a toll is told in the past, and a hurtful act in the same sentence or shortly before ("jets bombed the port; at least eleven people died")."""
    doc = verb.doc
    if modal(verb) is not None or not (verb.tag_ == "VBD" or is_perfect(verb)):
        return False
    return any(t != verb and (works(t) if t.pos_ == "VERB" else t.pos_ == "NOUN" and is_harm(t)) for t in doc[max(0, verb.i - AMID) : verb.sent.end])


AMID = 60  # tokens: some two or three sentences


def is_harm_of(noun: Token, frame: Frame) -> bool:
    """ "called it a violation of the truce": the noun names a harm, and what the frame asks for stands in its "of" alone."""
    several = is_time(noun) or is_amount(noun)  # "three days of hostilities"
    return frame.act.plover in COOPERATIVE and not several and own_words(noun).isdisjoint(frame.need) and is_harm(noun)


def is_owned(noun: Token, frame: Frame) -> bool:
    """Whether a thing is somebody's own, where a frame asks for that ("destroyed nine guns, half of their arsenal")."""
    return "@own" not in frame.special or any(t.tag_ == "PRP$" for t in noun.subtree)


def is_amount_of(noun: Token, frame: Frame) -> bool:
    """ "held three days of talks": what is held are the talks."""
    return frame.need.isdisjoint(forms_of(noun))


REACH = 8  # tokens from a verb to the adjective or noun that says what became of its object


def seconds(verb: Token) -> set[str]:
    """Particles, adverbs and prepositions that may belong to a verb, by tree and, since trees err, by position."""
    found = {c.lower_ for c in verb.children if c.dep_ == "compound:prt" or base(c) in {"advmod", "xcomp"}}
    for child in (*children(verb, "obl", "xcomp"), *(n for o in children(verb, "obj") for n in children(o, "nmod", "obl"))):
        found |= {c.lower_ for c in children(child, "case")}
    found |= {m.lower_ for c in children(verb, "advcl") if c.tag_ == "VBG" for m in children(c, "mark")}  # "prevented thousands from leaving"
    for token in without_inserted(verb):
        if token.is_punct or (token.pos_ == "VERB" and token.tag_ != "RB"):
            break
        if token.pos_ in {"ADJ", "NOUN"} or token.tag_ == "RB":
            found.add(token.lower_)  # "took three guards captive"
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return found | {t.lower_ for t in after if t.pos_ in {"ADP", "ADV", "PART", "SCONJ"}}


def without_inserted(verb: Token) -> list[Token]:
    """The words behind a verb within its reach, without "…, including two nurses, …"."""
    end = verb.sent.end
    first = next((t.i for t in verb.doc[verb.i + 1 : min(verb.i + REACH, end)] if t.text == ","), end)
    if first + 1 < end and verb.doc[first + 1].lower_ == "including":
        last = next((t.i for t in verb.doc[first + 1 : min(first + 2 * REACH, end)] if t.text == ","), first)
        return [*verb.doc[verb.i + 1 : first], *verb.doc[last + 1 : min(last + 3, end)]]
    return list(verb.doc[verb.i + 1 : verb.i + REACH])


def misread_subject(verb: Token) -> Token | None:
    """The subject of a verb that was read as a participle before its own object ("Serbia eased emergency measures"): the noun just before it."""
    if base(verb) == "amod" and verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text == "," and goes_on(verb):
        later = next(w.nbor() for w in verb.doc[verb.i + 1 : verb.sent.end - 1] if w.lower_ in {"and", "or"} and w.nbor().tag_ == "VBG")
        return next(iter(subjects(later)), None)  # "…, looting shops, burning houses and beating villagers"
    if base(verb) != "amod" or verb.tag_ not in {"VBN", "VBD"} or verb.i == 0 or verb.i > verb.head.i:
        return None
    if own := own_subjects(verb):
        return own[-1]  # an adjective has none
    at = verb.i - 1
    while at > verb.sent.start and (verb.doc[at].pos_ == "ADV" or verb.doc[at].lower_ in {"has", "have", "had"}):
        at -= 1
    if at < verb.i - 1 and verb.doc[at + 1].pos_ == "ADV":
        return None  # "the newly opened crossing"
    before = verb.doc[at]
    if before.pos_ == "CCONJ" and verb.tag_ == "VBD":
        first = next((t for t in reversed(list(verb.doc[verb.sent.start : at])) if t.pos_ == "VERB" and own_subjects(t)), None)
        return own_subjects(first)[-1] if first is not None else None  # "rebuilt the town and required rebels to disarm"
    return before if before.pos_ in {"NOUN", "PROPN", "PRON"} and before.sent == verb.sent else None


def verb_arguments(verb: Token, second: str | None) -> list[Token]:
    if misread_subject(verb) is not None:
        return [verb.head]
    if second and second == stranded(verb):
        return own_subjects(verb)
    if second and not (objects(verb) and any(c.lower_ == second for c in children(verb, "compound:prt"))):  # "turned in nine rifles in the first round"
        found = obliques(verb, second) + [n for o in children(verb, "obj") for n in obliques(o, second)]
        found = [f for f in found if base(f) != "obl" or f.dep_ != "obl:unmarked" or not is_time(f)]  # "called off this morning"
        if found:
            return found
    if (
        verb.i + 1 < len(verb.doc)
        and verb.doc[verb.i + 1].lower_ in finding()["calling"]
        and not is_passive(verb)
        and not any(o.i < verb.i for o in objects(verb))
    ):
        return []  # "called for the president to resign": no object, whatever the tree says
    clausal = children(verb, "ccomp") or any(is_verbal(c) for c in children(verb, "xcomp"))  # "the forum concluded that …", "tries to pacify"
    going_on = any(c.tag_ == "VBG" and 0 < c.i - verb.i <= 2 and not children(c, "mark") for c in children(verb, "advcl"))  # "gave up defending the city"
    speaks = is_passive(verb) or clausal or going_on
    return things(verb) or ([] if speaks else own_subjects(verb))


def things(verb: Token) -> list[Token]:
    """Objects, a relative pronoun giving way to the noun that it stands for ("prisoners whom they will free")."""
    found = objects(verb) or obliques(verb, "than")  # "halted more than a year of fighting"
    if found and is_passive(verb) and children(verb, "obj"):
        found = [*found, *(s for s in own_subjects(verb) if s not in found)]  # "was given land", and appositions that the tree made an object of
    if base(verb) == "acl" and verb.tag_ in {"VBN", "VBD"} and verb.i > verb.sent.start and not own_subjects(verb) and not children(verb, "obj"):
        found = [*found, *(t for t in [verb.nbor(-1)] if t.pos_ == "NOUN" and t not in found)]  # "violations of a truce signed in May", hung on the violations
    if not found and is_passive(verb) and (base(verb) in {"conj", "xcomp"} or has_to(verb)):
        found = subjects_of(verb)  # "the truce came into force and was broken", "twenty are due to be released"
    if not found and is_gapped(verb):
        found = [verb.head]  # "a truce they declared in May"
    if not found and bare_before(verb) is not None:
        found = [verb.head]  # "are to free prisoners"
    return [antecedent(verb, o) for o in found]


def is_gapped(verb: Token) -> bool:
    """A relative clause with a subject of its own and no pronoun: what it leaves out is its noun."""
    if verb.dep_ != "acl:relcl" or is_passive(verb) or not own_subjects(verb) or is_time(verb.head) or children(verb, "ccomp", "xcomp"):
        return False
    return not any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} or t.lower_ == "that" for t in verb.doc[verb.head.i + 1 : verb.i])


def antecedent(verb: Token, thing: Token) -> Token:
    """What a relative pronoun stands for, also where its verb completes another one ("a plan that it was expected to present")."""
    while is_relative(thing) and base(verb) == "xcomp" and thing.i < verb.head.i:
        verb = verb.head
    return verb.head if is_relative(thing) and verb.dep_ == "acl:relcl" else thing


def is_relative(pronoun: Token) -> bool:
    """ "which", "whom", and a "that" with a place of its own in its clause, whatever its tag."""
    return pronoun.tag_ in {"WDT", "WP"} or (pronoun.lower_ == "that" and base(pronoun) == "obj" and pronoun.i < pronoun.head.i)


CUT = "cut relations"


VISIT = "visit"


def subjects_of(verb: Token) -> list[Token]:
    """Subjects, of an infinitive that hangs on an adjective ("was due to reach") the adjective's."""
    return subjects(verb) or (own_subjects(verb.head) if has_to(verb) else [])


def stood_for(verb: Token, found: list[Token]) -> list[Token]:
    """ "brokered a truce, but it broke down": a truce that "it" stands for, where nothing else was spoken of since; and the truce right before a finite
    verb, where the tree gave the verb another subject."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ in {"AUX", "ADV"}:
        at -= 1
    near = verb.doc[at]
    if (
        near.pos_ == "NOUN"
        and near not in found
        and base(near) in {"obl", "obj"}
        and verb.tag_ in {"VBD", "VBZ", "VBP"}
        and lemma_in(near, acts().truces) is not None
    ):
        return [near]
    if len(found) == 1 and found[0].tag_ == "PRP" and base(verb) == "ccomp" and is_verbal(verb.head):
        return [s for s in own_subjects(verb.head) if s.tag_ != "PRP"] or found  # "the army said it would leave"
    if len(found) != 1 or found[0].lower_ != "it" or not all(map(is_idiom_of, objects(verb))):
        return found
    first = max(found[0].i - LOOKING_BACK, 0)
    named = (t for t in reversed(verb.doc[first : found[0].i]) if t.pos_ in {"NOUN", "PROPN"} and base(t) in {"nsubj", "obj"})
    before = next(named, None)
    return [before] if before is not None and lemma_in(before, acts().truces) is not None else found


def is_idiom_of(thing: Token) -> bool:
    """ "took effect", "took hold": a bare noun that only makes a verb of its verb."""
    return thing.tag_ == "NN" and not any(True for _ in thing.children)


LOOKING_BACK = 40  # tokens from "it" back to what it stands for


def verb_frame(verb: Token) -> Trigger | None:
    """The most specific frame that a verb and its arguments meet."""
    lemma = lemma_in(verb, acts().verbs)
    if lemma is None:
        return None
    frames = acts().verbs[lemma]
    if verb.lower_ != lemma and verb.lower_ in acts().verbs and children(verb, "aux:pass", "cop") and not is_passive(verb):
        frames = acts().verbs[verb.lower_] + frames  # "is prepared to leave"
    chosen: Trigger | None = None
    near = seconds(verb) if any(f.second for f in frames) else set()
    particles = {c.lower_ for c in children(verb, "compound:prt")} & {f.second for f in frames}
    left = stranded(verb)
    for frame in frames:
        if left is not None and frame.second != left:
            continue
        if frame.second and (frame.second not in (particles or near) or is_naming(verb)):
            continue  # "called off on Friday" is no calling on anybody
        arguments = stood_for(verb, subjects_of(verb)) if frame.of_subject else verb_arguments(verb, frame.second)
        if frame.special and not frame.of_subject and arguments == own_subjects(verb) and not is_passive(verb):
            arguments = []  # "rebels charged into the town": whoever does it is not the one to whom it is done
        if frame.act.name == VISIT and frame.second and is_passive(verb):
            continue  # "were returned from": nobody goes by himself
        if frame.act.name == CUT and arguments and arguments == own_subjects(verb) and not is_passive(verb):
            continue  # "the talks ended": nobody broke them off
        fits, used = meets(frame, verb, arguments)
        if not fits or (chosen is not None and not is_by_itself(frame, arguments)):
            continue
        apart = frame.second in finding()["apart"]  # "the meeting ended without agreement": it took place
        chosen = Trigger(verb, frame.act, frame, None, frozenset() if apart else frozenset(t.i for t in used if t.pos_ != "PROPN" and not is_undone(t, verb)))
        if not frame.need or not arguments or is_by_itself(frame, arguments):
            break  # else a frame that asks for the noun itself goes before one that is met by its "of" alone ("a meeting of the truce committee")
    return chosen


def is_undone(meeting: Token, verb: Token) -> bool:
    """ "called off the talks", "the meeting was postponed": a meeting that did not come about is told of besides."""
    return lemma_in(meeting, acts().talks) is not None and lemma_in(verb, finding()["cancelling"]) is not None


def is_by_itself(frame: Frame, arguments: Sequence[Token]) -> bool:
    """Whether the noun itself is what the frame asks for, or what an amount is of ("dozens of prisoners", "three days of talks")."""
    heads = [p for a in arguments for p in (a, *(obliques(a, "of") if is_amount(a) or is_time(a) else ()))]
    return any(not frame.need.isdisjoint(own_words(h)) for h in heads)


def works(verb: Token) -> bool:
    """Whether a verb names harm: its subject and its means are of the same hour."""
    lemma = lemma_in(verb, acts().verbs)
    return lemma is not None and any(f.act.plover in kinds()["hurting"] for f in acts().verbs[lemma])
