"""Who does it and to whom: the actors and recipients of an act, from the clause of a verb or the phrase of a noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from trucekeeper.language.relations import (
    ancestors,
    auxiliaries,
    base,
    children,
    conjuncts,
    doers,
    indirect_objects,
    is_passive,
    noun_phrase,
    objects,
    obliques,
    own_subjects,
    possessors,
    preposition,
    subjects,
)
from trucekeeper.model.claims import Actor
from trucekeeper.reading.events.attach import host_before
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds
from trucekeeper.reading.events.statuswords import bare_before, governor_word, has_to, is_verbal, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import NAMES, Trigger, is_somebody, misread_subject, surface_owner, things
from trucekeeper.reading.layers import covering, layers, text_of
from trucekeeper.reading.references import actor_at, several_before

TOWARD = ("with", "to", "against", "on", "upon", "at", "between", "among", "from", "for", "into", "toward", "towards", "over", "in", "of", "between", "about")
UNKNOWN = frozenset({"it", "this", "that", "which", "who", "whom", "there", "one", "what", "these", "those"})


def named(token: Token) -> Actor | None:
    """The actor that a word stands for, by its full name where the word is a pronoun; None for one that resolves to nobody."""
    if token.i in layers(token.doc).mention_at:
        actor = actor_at(token)
        return replace(actor, name=actor.label) if token.pos_ in {"PRON", "DET"} else actor
    if token.pos_ in {"PRON", "NUM", "DET", "PUNCT"} or token.lower_ in UNKNOWN or is_time(token):
        return None
    return Actor(plain_name(token))


GOING = frozenset({"from", "into", "at", "near"})
CHARGES = frozenset({"of", "for"})


def plain_name(noun: Token) -> str:
    """The words of a phrase without a bound before its number ("at least 40 people") and without a time after it ("Doha Monday")."""
    tokens = list(noun_phrase(noun))
    verb = next((i for i, t in enumerate(tokens) if misread_subject(t) is not None), -1)  # "jets bombed Idlib", read as one phrase
    tokens = tokens[verb + 1 :]
    number = next((i for i, t in enumerate(tokens) if t.pos_ == "NUM"), 0)
    if all(t.pos_ in {"ADV", "ADJ", "ADP"} for t in tokens[:number]):
        tokens = tokens[number:]
    aside = GOING | (CHARGES if base(noun) == "obj" and is_charge(noun.head) else frozenset())  # "accused the captives of links to …"
    gone = next((i for i, t in enumerate(tokens) if t.i > noun.i and t.head == noun and preposition(t) in aside), None)
    if gone is not None:
        tokens = tokens[: tokens.index(tokens[gone].doc[min(c.i for c in tokens[gone].subtree)])]  # "fighters from the town": where they go from
    while len(tokens) > 1 and tokens[-1] != noun and is_time(tokens[-1]):
        tokens.pop()
    if not tokens:
        return noun.text
    end = tokens[-1].idx + len(tokens[-1])
    return text_of(noun.doc)[tokens[0].idx : end]


def is_party(token: Token) -> bool:
    """A word for somebody: a name, a resolved mention, or a noun for people and bodies."""
    entity = layers(token.doc).entity_of(token.i)
    if entity is not None and entity.kind == "text":
        return False
    return (is_somebody(token) and not is_time(token)) or (token.pos_ in {"NOUN", "PROPN"} and lemma_in(token, acts().people) is not None)


def is_adjectival(token: Token) -> bool:
    """A word before a noun for whose it is: a name, a people, or a word for people read as an adjective ("insurgent shelling")."""
    named_so = token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[0].isupper() and not token.is_sent_start)
    of_people = token.pos_ == "ADJ" and lemma_in(token, acts().people) is not None and token.lower_ not in {"other", "general"}
    return token.i in layers(token.doc).mention_at or token.ent_type_ in NAMES or named_so or of_people


WHERE = ("in", "at", "into", "on", "to", "from")
WITHIN = frozenset({"in", "at", "near", "inside", "outside", "around", "across"})


def only_where(part: Token, *, dealing: bool) -> bool:
    """ "in front of the mediators", and of what several do together "signed in Togo's capital": it says where it was, not to whom it was done."""
    if preposition(part) not in WITHIN:
        return False
    if part.lower_ == "front" and bool(obliques(part, "of")):
        return True
    return dealing and (lemma_in(part, acts().places) is not None or is_whereabouts(part))


def counts_others(verb: Token) -> bool:
    """ "nine were killed and 27 injured": the number before a second participle is of others."""
    return base(verb) == "conj" and verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).pos_ == "NUM" and not own_subjects(verb)


def principals(verb: Token) -> list[Token]:
    """For whom it is done, and who so does it: "signed on behalf of the government"."""
    found = [p for head in (verb, *objects(verb)) for p in obliques(head, "on") if p.lower_ == "behalf"]
    return [p for behalf in found for owner in (*obliques(behalf, "of"), *possessors(behalf)) for p in parties(owner)]


def inside(noun: Token, depth: int = 0, *, at: bool = True) -> list[Token]:
    """The parties in a phrase whose head is none: its owner, its adjective of origin, or the nouns of its prepositions (without `at`, not those that
    may only say where it is)."""
    found = [p for p in possessors(noun) if is_party(p)]
    found += [c for c in noun.children if c.i < noun.i and base(c) in {"amod", "compound", "nmod"} and c.dep_ != "nmod:poss" and is_adjectival(c)]
    for part in obliques(noun, "of", "in", "on", "against", "to", "from", "with", "between", "for", "by", "into", "at", "among"):
        if not at and preposition(part) in WHERE:
            continue
        if is_party(part):
            found.append(part)
        elif depth < 2 and not found:
            found += inside(part, depth + 1, at=at)
    return found


def parties(noun: Token) -> list[Token]:
    """The phrase itself where it is somebody, the parties inside it otherwise."""
    return [noun] if is_party(noun) else inside(noun)


def suffering(noun: Token, *, whole: bool) -> list[Token]:
    """To whom or what something is done; `whole`: what is no party counts itself, unless it is somebody's ("a church in Jos", but of "its base" the owner)."""
    if not whole:
        return parties(noun)
    if is_party(noun):
        return [noun]
    owners = [p for p in inside(noun, at=False) if not (is_site(noun) and is_whose_place(p))]
    return owners or ([noun] if is_site(noun) else inside(noun))


def is_site(noun: Token) -> bool:
    """A building, vehicle or stretch of land, which is hit itself ("an army convoy in Mali")."""
    return noun.pos_ in {"NOUN", "PROPN"} and lemma_in(noun, acts().sites) is not None


def is_whose_place(token: Token) -> bool:
    """ "Tripoli's airport", "the Sri Lankan embassy": where it is, or a name that only tells it apart."""
    return does_nothing(token) or (token.dep_ != "nmod:poss" and token.i < token.head.i)


def origins_of(party: Token) -> list[Token]:
    """ "Chadian and Sudanese troops" are two: the adjectives, where several stand before one noun."""
    for child in party.children:
        if child.i < party.i and base(child) in {"amod", "compound"} and is_adjectival(child):
            several = [c for c in conjuncts(child) if is_adjectival(c) and c.i < party.i]
            after = party.doc[child.i + 1 : child.i + 3]
            if len(after) == 2 and after[0].lower_ == "and" and after[1].head == party and is_adjectival(after[1]) and after[1].i < party.i:
                several = [child, after[1]]  # joined by its word, though not by the tree
            if len(several) > 1:
                return several
    return [party]


def counterparts(noun: Token) -> list[Token]:
    """The sides of "fighting in the past week between the army and gunmen": the phrase hangs on the week, or on the place."""
    for part in obliques(noun, "in", "over", "during", "at", "near") or (obliques(noun.head, "in", "over", "during") if base(noun) == "obl" else []):
        if part.i > noun.i and (is_time(part) or only_where(part, dealing=True)):
            found = obliques(part, "between")
            if found:
                return found
    return []


def own_side(pronoun: Token) -> Actor | None:
    """ "we" in somebody's words: whoever says them."""
    if pronoun.lower_ not in {"we", "us", "i", "me"}:
        return None
    said = covering(layers(pronoun.doc).statements, (pronoun.idx, pronoun.idx + len(pronoun)))
    return said[-1].speaker if said else None


def meant(token: Token) -> list[Token]:
    """The word itself; of "they" that nothing resolves the several that it goes on about; of "a coalition known as the Front" the name."""
    called = next((c for t in (token, *obliques(token, "of")) for c in children(t, "acl") if c.lower_ in says()["called"] and c.i > token.i), None)
    named_so = [n for n in (*obliques(called, "as"), *children(called, "xcomp", "obj")) if n.pos_ == "PROPN"] if called is not None else []
    return named_so[:1] or several_before(token) or [token]


def unique(tokens: Iterable[Token]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for token in (o for t in tokens for m in meant(t) for o in origins_of(m)):
        actor = named(token) or own_side(token)
        if actor is not None:
            found.setdefault(actor.key, actor)
    return tuple(found.values())


def each_other(verb: Token) -> bool:
    """ "met each other", "attacked one another": the subjects act on one another."""
    after = verb.doc[verb.i + 1 : verb.i + 6].text.lower()
    return "each other" in after or "one another" in after


SAID = frozenset({"reported", "demanded", "threatened", "proposed"})  # what verbs of saying make of their clause


def is_charge(verb: Token) -> bool:
    """Whether a verb lays to somebody's charge what its gerund tells."""
    lemma = lemma_in(verb, acts().verbs)
    return lemma is not None and any(f.act.plover == "ACCUSE" for f in acts().verbs[lemma])


def accused(verb: Token) -> list[Token]:
    """ "accused the army of shelling the town": those to whose charge it is laid."""
    above = verb.head
    if verb.tag_ != "VBG" or verb.i == verb.sent.start or verb.nbor(-1).lower_ not in {"of", "for"} or own_subjects(verb):
        return []
    if base(verb) == "acl" and base(above) == "obj" and is_verbal(above.head) and is_charge(above.head):
        return conjuncts(above)
    return objects(above) if is_verbal(above) and is_charge(above) else []


def controllers(verb: Token) -> list[Token]:
    """The subject above an adverbial clause without one of its own ("prepared to send", "since designating it")."""
    above = verb.head
    if base(verb) == "nmod" and has_to(verb) and above.head == above and above.i < verb.i:
        return conjuncts(above)  # the headline "Rebels to free hostages"
    if is_passive(verb) or base(verb) not in {"advcl", "acl"} or above == verb or own_subjects(verb) or is_act_noun(verb):
        return []
    if has_to(verb) and is_verbal(above) and governor_word(above, "clause") is not None:
        controlled = [o for o in (objects(above) or obliques(above, "on", "upon")) if o.i < verb.i and not is_time(o)]  # "called on the council to …"
        if controlled:
            return controlled
    if base(verb) == "acl" and has_to(verb):
        above = next((a for a in ancestors(verb) if is_verbal(a)), above)
    return subjects(above) if is_verbal(above) else []


def reported_doers(verb: Token) -> list[Token]:
    """ "said that jets had struck a market, killing 30": a participle behind reported words is theirs, whatever the tree hangs it on."""
    head = verb.head
    if base(verb) == "conj" and verb.tag_ == head.tag_ == "VBG" and base(head) in {"advcl", "acl"}:
        return reported_doers(head)  # "shelled villages, burning homes and killing dozens"
    speaks = bool(children(verb, "ccomp")) or governor_word(verb, "clause") is not None  # ", adding that …" is the speaker's own
    if not speaks and (host := host_before(verb)) is not None:
        return doers(host)
    if verb.tag_ != "VBG" or base(verb) not in {"advcl", "acl"} or own_subjects(verb) or speaks:
        return []
    if base(head) in {"obj", "obl"} and is_verbal(head.head) and verb.doc[verb.i - 1].text == ",":
        return doers(head.head)  # "shelled villages, killing dozens", hung on the villages
    reported = [c for c in children(head, "ccomp") if head.i < c.i < verb.i]
    return doers(reported[-1]) if reported else []


def is_act_noun(gerund: Token) -> bool:
    """ "diverted due to shelling", "shelling by the army": a noun that was taken for a verb, with nothing that it acts on."""
    if gerund.tag_ != "VBG" or gerund.lower_ not in acts().nouns or base(gerund) in {"acl", "xcomp", "ccomp"}:
        return False
    if base(gerund) == "conj" and is_verbal(gerund.head):
        return False  # "killing or wounding 50"
    return gerund.nbor(-1).text != "," and not auxiliaries(gerund) and not children(gerund, "obj", "nsubj") if gerund.i else False


def issuers(verb: Token) -> list[Token]:
    """ "issued a statement calling on the council to meet": who issues the text asks by it."""
    text = verb.head
    if base(verb) != "acl" or verb.tag_ != "VBG" or governor_word(verb, "clause") not in SAID or lemma_in(text, says()["noun"]) is None:
        return []
    above = next((a for a in ancestors(text) if is_verbal(a)), None)
    return [*possessors(text)] or ([] if above is None else doers(above) if text in objects(above) else [])


def is_owned(gerund: Token) -> bool:
    """ "raised the toll of Tuesday's shelling": a noun that was read as a verb; whoever speaks of it has not done it."""
    return gerund.tag_ == "VBG" and gerund.i > 1 and gerund.nbor(-1).tag_ == "POS"


def torn_doers(verb: Token) -> list[Token]:
    """ "denied that the army had … and threatened to …": the second verb of saying is the speaker's, whatever the tree joined it to."""
    first = verb.head
    if base(verb) == "conj" and verb.tag_ == "VBD" and first.pos_ == "NOUN" and not own_subjects(verb):
        missed = [m for c in first.children if c.i < first.i and (m := misread_subject(c)) is not None]
        return missed[:1]  # "… and took thirty hostages", hung on the object of a verb that was read as its participle
    if base(verb) != "conj" or own_subjects(verb) or verb.tag_ != "VBD" or auxiliaries(verb) or not is_verbal(first):
        return []
    speaking = governor_word(verb, "clause") in SAID and (has_matter(verb) or children(verb, "ccomp", "xcomp"))
    saying = first.head
    if not speaking or base(first) != "ccomp" or not is_verbal(saying) or saying.tag_ != "VBD" or not (auxiliaries(first) or children(first, "mark")):
        return []
    return own_subjects(saying)


def has_matter(verb: Token) -> bool:
    return bool(obliques(verb, "for", "of", "on", "to"))


def speakers_own(pronoun: Token) -> list[Token]:
    """Whom "they" and "it" mean in what somebody says of himself ("denied that they had …"), where no reader of actors has found it."""
    verb = pronoun.head
    if pronoun.lower_ not in {"they", "it"} or pronoun.i in layers(pronoun.doc).mention_at or base(verb) not in {"ccomp", "advcl"} or not is_verbal(verb.head):
        return []
    speakers = [s for s in own_subjects(verb.head) if is_party(s)]
    if governor_word(verb.head, "clause") is None or len(speakers) != 1 + (pronoun.lower_ == "they" and len(speakers) > 1) * (len(speakers) - 1):
        return []
    plural = len(speakers) > 1 or speakers[0].tag_ in {"NNS", "NNPS"}
    return speakers if plural == (pronoun.lower_ == "they") and all(s.pos_ != "PRON" for s in speakers) else []


def verb_roles(verb: Token, root: str, parts: frozenset[int] = frozenset()) -> tuple[list[Token], list[Token]]:
    affecting, dealing = root in kinds()["hurting"], root in kinds()["dealing"]
    missed = misread_subject(verb)
    doing = [missed] if missed is not None else reported_doers(verb) or torn_doers(verb) or issuers(verb) or accused(verb) or doers(verb) or controllers(verb)
    if bare_before(verb) is not None:
        doing = own_subjects(verb.head)
    if is_owned(verb):
        doing = [t for t in (verb.doc[verb.i - 2],) if not is_time(t)]
    doing = [s for d in doing for s in (speakers_own(d) or [d])]
    acting = [p for d in doing for p in ([d] if is_party(d) else inside(d, at=False) or named_before(d) or [d])]
    if is_passive(verb) and base(verb) == "acl":
        acting = [p for d in obliques(verb, "by") for p in ([d] if is_party(d) else inside(d) or [d])]
    receiving = [p for o in indirect_objects(verb) for p in parties(o)]
    both = obliques(verb, "between") or ([] if acting else [p for thing in things(verb) for p in obliques(thing, "between")])
    acting += [p for b in both for p in parties(b)]  # "clashes broke out between herders and farmers"
    for thing in [verb.head] if missed is not None else [] if counts_others(verb) else things(verb):
        receiving += ([thing] if thing.i not in parts else inside(thing)) if is_party(thing) else suffering(thing, whole=affecting)
    charged = governor_word(verb, "clause") == "reported" and any(is_party(o) or o.pos_ == "PRON" for o in objects(verb))  # "suspected them of spying for …"
    standing_for = principals(verb)
    acting += standing_for
    for part in obliques(verb, *(("to", "with", "against") if charged else TOWARD)):
        if part.lower_ in {"behalf", "exchange", "return"} or (is_passive(verb) and preposition(part) == "by"):
            continue
        if affecting and preposition(part) in {"in", "during"} and is_act(part):
            acting += [] if acting else [p for o in obliques(part, "by") for p in parties(o)]  # "killed in an ambush by rebels"
            continue
        if not is_time(part) and part not in both and part.lower_ not in says()["in force"] and not only_where(part, dealing=dealing):
            receiving += suffering(part, whole=affecting and preposition(part) in {"on", "against", "at", "into"})
    if not receiving and is_passive(verb) and base(verb) == "advcl":
        receiving += [p for s in subjects(verb.head) for p in parties(s)]  # "were found dead after being kidnapped"
    for clause in children(verb, "xcomp", "ccomp"):
        if not receiving:
            receiving += content_parties(clause, acting)
    if each_other(verb):
        receiving += acting
    return acting, receiving


def content_parties(clause: Token, acting: list[Token]) -> list[Token]:
    """Those spoken of in a complement: "demanded that Israel …", "threatened to attack Iran"."""
    taken = {t.i for t in acting}
    found = [s for s in subjects(clause) if s.i not in taken and is_party(s)]
    for thing in [*objects(clause), *obliques(clause, *TOWARD)]:
        if not found and not is_time(thing):
            found += [p for p in parties(thing) if p.i not in taken]
    return found


def governing_doers(noun: Token) -> list[Token]:
    """Whose act it will be where somebody plans, weighs or threatens what a noun names ("has drawn up plans for an assault")."""
    node = noun
    while node.head != node and not is_verbal(node):
        if node != noun and lemma_in(node, says()["control"]) is None:
            return []
        node = node.head
    if not is_verbal(node) or node == noun:
        return []
    through = node.head if base(node) == "xcomp" and is_verbal(node.head) else node
    controls = any(lemma_in(w, says()["control"]) for w in (node, *(a for a in ancestors(noun) if a.pos_ == "NOUN" and a.i > node.i)))
    if not controls or base(noun) == "nsubj":
        return []
    return [s for s in (subjects(node) or subjects(through)) if is_party(s) or s.i in layers(s.doc).mention_at or s.pos_ == "PRON"]


def named_before(noun: Token) -> list[Token]:
    """ "army shelling", "hostage release"."""
    return [c for c in children(noun, "compound") if c.i < noun.i and is_party(c)]


def noun_roles(noun: Token) -> tuple[list[Token], list[Token]]:
    """ "Israeli strikes on Gaza", "its invasion of the enclave", "the release of prisoners by the militia"."""
    owners = [p for p in possessors(noun) if is_party(p) or p.i in layers(noun.doc).mention_at]
    origins = [c for c in noun.children if c.i < noun.i and base(c) in {"amod", "compound", "nmod"} and c.dep_ != "nmod:poss" and is_adjectival(c)]
    compounds = [c for c in named_before(noun) if c not in origins]
    lost = surface_owner(noun)
    owners = owners or ([lost] if lost is not None else [])
    owners += [s for s in own_subjects(noun) if children(noun, "cop") and children(noun, "case") and is_party(s)]  # "the rebels were in talks with …"
    acting = [*obliques(noun, "by"), *owners, *origins, *compounds, *(obliques(noun, "between") or counterparts(noun))]
    receiving = [
        p for part in obliques(noun, "on", "against", "with", "to", "of", "into", "in", "from", "for", "over") if not is_time(part) for p in parties(part)
    ]
    return acting, receiving


def victims(noun: Token) -> list[Token]:
    """ "nine people died in the raid": who suffered what a noun names is told by the verb that it stands beside."""
    verb = noun.head
    if preposition(noun) != "in" or base(noun) != "obl" or not is_verbal(verb) or lemma_in(verb, says()["suffering"]) is None:
        return []
    return objects(verb) if is_passive(verb) else subjects(verb) if not children(verb, "obj") else []


def announcer(noun: Token) -> list[Token]:
    """Who confirms or announces talks takes part in them ("confirmed the start of talks with the rebels"), as does who announces a step that is for
    himself to take ("announced the suspension of air links")."""
    verb = next((a for a in ancestors(noun) if is_verbal(a)), None)
    if verb is None or governor_word(verb, "nominal") != "told" or base(noun) not in {"obj", "nmod"}:
        return []
    return [s for s in subjects(verb) if is_party(s)]


def deep(trigger: Trigger, acting: list[Token]) -> list[Token]:
    """The first party anywhere in what is said, for acts of speech whose target stands deep in it ("demanded an end to the siege of Taiz")."""
    taken, dealing = {t.i for t in acting} | {c.i for t in acting for c in t.subtree}, trigger.act.plover in kinds()["dealing"]
    for token in trigger.anchor.subtree:
        if token.i <= trigger.anchor.i or token.i in taken or not is_party(token) or token.pos_ == "PRON" or base(token) in {"flat", "compound"}:
            continue
        if not suffers(token) and not any(only_where(t, dealing=dealing) for t in (token, *below(token, trigger.anchor))):
            return [token]
    return []


def below(token: Token, top: Token) -> Iterator[Token]:
    """What stands above a word, up to and without `top`."""
    return takewhile(lambda a: a != top, ancestors(token))


def suffers(token: Token) -> bool:
    """Whether something is done to somebody in a phrase that names the doing: "the release of prisoners", "the students' abduction", "attacks on farmers"."""
    noun, mark = token.head, preposition(token)
    lemma = lemma_in(noun, acts().nouns) if noun.pos_ == "NOUN" and base(token) in {"nmod", "compound", "obl"} else None
    if lemma is None or (not mark and is_adjectival(token)):
        return False
    done = [f.act for f in acts().nouns[lemma]]
    if mark in {"on", "against"}:
        return any(a.plover in kinds()["hurting"] for a in done)
    return mark in {"of", ""} and any(a.name in kinds()["suffered"] and a.plover != "SANCTION" for a in done)


def own_roles(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Who does it and to whom, worked out once."""
    if trigger.roles is None:
        trigger.roles = roles_of(trigger)
    acting, receiving = trigger.roles
    return list(acting), list(receiving)


def roles_of(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    token = trigger.token
    if trigger.frame is not None and trigger.frame.undergone:
        return [p for o in obliques(token, "from", "by") for p in parties(o)], [p for s in subjects(token) for p in (parties(s) or [s])]
    if trigger.speaker is not None:
        return [trigger.speaker], [s for s in subjects(token) if is_party(s)] or content_parties(token, [])
    if (token.pos_ not in {"NOUN", "PROPN"} or is_verbal(token)) and not is_act_noun(token):
        given = trigger.act.plover in kinds()["giving"] or trigger.act.name in kinds()["sending"]
        return verb_roles(token, trigger.act.plover, trigger.used if given else frozenset())
    acting, receiving = noun_roles(token)
    own = trigger.act.plover == "CONSULT" and receiving
    if (own or trigger.act.name in kinds()["declared"]) and not acting and trigger.light is None:
        acting = announcer(token)
    if not acting and trigger.light is None:
        acting = governing_doers(token)
    if not receiving and not acting and trigger.act.plover in kinds()["hurting"]:
        receiving = victims(token)
    if trigger.act.name in kinds()["suffered"] and not obliques(token, "of"):
        owners = [t for t in acting if t.dep_ == "nmod:poss" or (base(t) == "compound" and t.pos_ == "NOUN")]
        acting, receiving = [t for t in acting if t not in owners], owners + receiving  # "the student's murder"
    if trigger.act.name in kinds()["passing"]:
        passed = [t for t in acting if base(t) == "compound" and t.pos_ == "NOUN"]
        acting, receiving = [t for t in acting if t not in passed], passed + receiving  # "the prisoner exchange"
    if trigger.act.name in kinds()["moving"]:
        going = [p for o in obliques(token, "of") for p in parties(o)]
        left = [p for g in going for o in obliques(g, "from") for p in parties(o)]
        acting, receiving = [*acting, *going], [*(t for t in receiving if t not in going), *left]  # "the withdrawal of the troops from Moxico"
    if trigger.light is not None:
        more, others = verb_roles(trigger.light, trigger.act.plover)
        acting = [t for t in more if t.i != token.i and t.head != token] + [t for t in acting if not more or not is_country(t)]
        receiving = receiving + [t for t in others if t.i not in {a.i for a in acting} and t.i != token.i]
    return acting, receiving


def is_country(token: Token) -> bool:
    """A state or place by its name ("staged Togo's deadliest mutiny": where it was, once somebody else has done it)."""
    entity = layers(token.doc).entity_of(token.i)
    return token.dep_ == "nmod:poss" and ((entity is not None and entity.kind == "state") or does_nothing(token))


def kin(trigger: Trigger, known: dict[int, frozenset[str]]) -> frozenset[str]:
    """Keys of all that stand in the phrases of the actors: of an office, also the one whose office it is. `known`: those of the entities met so far."""
    doc = trigger.token.doc
    found = layers(doc)
    acting = {found.mention_at[a.i].entity for a in own_roles(trigger)[0] if a.i in found.mention_at}
    for entity in acting - known.keys():
        inner = [found.mention_at[t.i] for m in found.mentions if m.entity == entity for t in doc[m.token].subtree if t.i in found.mention_at]
        known[entity] = frozenset(Actor(m.text, found.entities[m.entity].actor, found.entities[m.entity].name).key for m in inner)
    return frozenset[str]().union(*(known[entity] for entity in acting))


def is_act(token: Token) -> bool:
    """A word for an act or a text ("a strike", "the Gaza truce"), also inside a name."""
    if token.i in layers(token.doc).mention_at or (is_party(token) and token.text != token.lower_):
        return False
    words = (acts().nouns, says()["noun"], acts().agreements)
    return token.pos_ in {"NOUN", "PROPN"} and lemma_in(token, acts().people) is None and any(lemma_in(token, w) is not None for w in words)


def is_whereabouts(token: Token) -> bool:
    """A place that only says where ("held in several areas in East Aceh")."""
    if preposition(token) not in {"in", "near", "at", "around", "across", "inside", "outside"}:
        return False
    return any(p.start <= token.idx < p.end and not p.metonym for p in layers(token.doc).places)


def does_nothing(token: Token) -> bool:
    """A word for an act, a text ("a strike", "the truce") or a mere place, which does nothing itself."""
    if token.i in layers(token.doc).mention_at:
        return False
    if is_act(token) or lemma_in(token, acts().happenings) is not None:
        return True
    if base(token) == "nsubj" and token.dep_ != "nsubj:pass" and is_verbal(token.head) and token.pos_ == "PROPN":
        return False  # "Colombo will investigate": a place that does something is its government
    return any(p.start <= token.idx < p.end and not p.metonym for p in layers(token.doc).places)


def roles(trigger: Trigger) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Actors and recipients of an act, each once."""
    acting, receiving = own_roles(trigger)
    taken = {t.i for t in acting}
    if trigger.matter is not None and not receiving:
        receiving = [t for t in own_roles(trigger.matter)[1] if t.i not in taken]
    hurting = trigger.act.plover in kinds()["hurting"]  # what is hit is no text, though "settlement" may be one
    receiving = [p for t in receiving for p in ([t] if not is_act(t) or (hurting and is_site(t)) else inside(t))]
    if trigger.act.plover in kinds()["speaking"]:
        receiving = [t for t in receiving if not suffers(t)]  # who asks for prisoners' release asks nothing of the prisoners
    if not receiving and trigger.act.plover in kinds()["speaking"]:
        receiving = deep(trigger, acting)
    elsewhere = [t for t in receiving if not is_whereabouts(t)]
    if elsewhere or trigger.act.plover in kinds()["dealing"]:
        receiving = elsewhere  # a place stands for those in it where nobody else is named, but not where somebody meets or signs there
    actors = unique(
        t
        for t in acting
        if not is_verbal(t) and not does_nothing(t) and (trigger.act.plover in kinds()["material"] or is_party(t) or t.pos_ != "NOUN" or t.text[0].isupper())
    )
    keys = {a.key for a in actors}
    return actors, tuple(r for r in unique(receiving) if r.key not in keys or not actors)
