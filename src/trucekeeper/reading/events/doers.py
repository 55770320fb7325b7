"""Who does what a verb names, where that is not its subject: those charged with it, who controls it, who issued the text, who speaks."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries
from trucekeeper.language.grammar.objects import indirect_objects, objects
from trucekeeper.language.grammar.phrases import obliques, possessors
from trucekeeper.language.grammar.subjects import asked_for, doers, own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base, children, conjuncts
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.hosts import host_before
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.parties import does_nothing, is_act, is_charge, is_party, is_site, parties
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_finite, is_verbal, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import misread_subject, verb_frame
from trucekeeper.reading.layers import layers

SAID = frozenset({"reported", "demanded", "threatened", "proposed"})  # what verbs of saying make of their clause


def accused(verb: Token) -> list[Token]:
    """ "accused the army of shelling the town", "thanked them for freeing her": those to whose charge it is laid, or for whose act something befalls them."""
    above = verb.head
    if base(verb) == "xcomp" and above.tag_ == "VBG" and not own_subjects(verb):
        return accused(above)  # "of failing to comply"
    if answered := [o for o in objects(above) if is_party(o)] if is_answered(verb) else []:
        return answered
    if verb.tag_ == "VBG" and base(verb) == "conj" and is_verbal(above) and is_finite(above) and is_charge(above) and not own_subjects(verb):
        return objects(above)  # "accused the army of a raid and shelling the town"
    opening = {verb.nbor(-1).lower_} if verb.i > verb.sent.start else set()
    opening |= {m.lower_ for m in children(verb, "mark")}  # "of blatantly breaking the truce"
    if verb.tag_ != "VBG" or not opening & {"of", "for"} or own_subjects(verb):
        return []
    charging = above.head if base(verb) == "acl" else above
    if is_verbal(charging) and is_charge(charging) and each_other(charging):
        return subjects(charging)  # "accused one another of breaking the truce"
    if base(verb) == "acl" and base(above) == "obj" and is_verbal(above.head) and is_charge(above.head):
        return conjuncts(above) if is_party(above) or above.pos_ == "PRON" else []
    return objects(above) if is_verbal(above) and is_charge(above) else []


def is_answered(gerund: Token) -> bool:
    """ "thanked the rebels for extending the truce", "jailed them for storming a base": what the objects of such a verb have done."""
    above = gerund.head
    if gerund.tag_ != "VBG" or base(gerund) not in {"advcl", "acl"} or not any(m.lower_ == "for" for m in children(gerund, "mark")) or not is_verbal(above):
        return False
    named = verb_frame(above)
    return named is not None and named.act.plover in kinds()["answering"] and not is_passive(above) and not own_subjects(gerund)


def controllers(verb: Token) -> list[Token]:
    """The subject above an adverbial clause without one of its own ("prepared to send", "since designating it")."""
    above = verb.head
    if base(verb) == "acl" and has_to(verb) and above.tag_ == "NNS" and governor_word(above, "clause") == "planned" and above.i == verb.i - 2:
        named = [c for c in children(above, "compound") if c.i == above.i - 1 and is_party(c)]
        if named and (above.head == above or base(above) == "ccomp"):
            return named  # "the militia plans to attack", where the verb was read as a noun
    if base(verb) == "nmod" and has_to(verb) and above.head == above and above.i < verb.i:
        return conjuncts(above)  # the headline "Rebels to free hostages"
    if base(verb) == "csubj" and has_to(verb) and above.pos_ == "ADJ":
        return own_subjects_but(above, verb)  # "the council was due to hold …"
    if is_passive(verb) or base(verb) not in {"advcl", "acl"} or above == verb or own_subjects(verb) or is_act_noun(verb):
        return []
    if has_to(verb) and above.pos_ == "ADJ" and children(above, "cop"):
        return own_subjects(above)  # "the army was due to free the prisoners"
    if has_to(verb) and is_verbal(above) and governor_word(above, "clause") is not None:
        asked = (
            asked_for(verb) or objects(above) or indirect_objects(above) or obliques(above, "on", "upon")
        )  # "called on the council to …", "told the monitors to …"
        controlled = [o for o in asked if o.i < verb.i and not is_time(o)]
        if controlled and (any(is_party(o) or o.pos_ == "PRON" for o in controlled) or governor_word(above, "clause") != "through"):
            return controlled  # but not "made a trip to meet …"
    if base(verb) == "acl" and (has_to(verb) or is_process(verb)):
        over = list(takewhile(lambda a: not is_verbal(a), ancestors(verb)))
        if any(children(a, "cop") for a in over):
            return []  # "said the swap was a first move to free …": not the speaker's
        above = over[-1].head if over else above
        if (given := indirect_objects(above)) and over[-1:] == objects(above)[:1] and is_time(over[-1]):
            return given  # "gave the rebels two days to leave"
    return (accused(above) or subjects(above)) if is_verbal(above) else []


def body_of_relative(verb: Token) -> list[Token]:
    """ "the chairman of the African Union that brokered the talks": what "that" and "which" stand for is the body right before them, no person."""
    found = layers(verb.doc)
    opening = next((s for s in own_subjects(verb) if s.lower_ in {"that", "which"}), None)
    entity = found.entity_of(verb.head.i)
    if verb.dep_ != "acl:relcl" or is_passive(verb) or opening is None or opening.i == verb.sent.start or entity is None or entity.kind != "person":
        return []
    before = opening.nbor(-2) if opening.nbor(-1).text == "," and opening.i > 1 else opening.nbor(-1)
    own = [m for m in found.mentions if m.words[1] == before.i + 1 and found.entities[m.entity].kind in {"body", "group", "state"}]
    return [verb.doc[own[0].token]] if own else []


def act_of_relative(verb: Token) -> list[Token]:
    """ "an attack on a barracks that killed six": what "that" and "which" stand for is the attack; a building or a stretch of land kills nobody."""
    site = verb.head
    opening = next((s for s in own_subjects(verb) if s.lower_ in {"that", "which"}), None)
    if verb.dep_ != "acl:relcl" or is_passive(verb) or opening is None or not (is_site(site) or does_nothing(site)):
        return []
    return [site.head] if base(site) == "nmod" and is_act(site.head) else []


def is_process(verb: Token) -> bool:
    """ "the process of releasing the captives"."""
    return verb.tag_ == "VBG" and any(m.lower_ == "of" for m in children(verb, "mark")) and governor_word(verb.head, "noun") == "through"


def own_subjects_but(word: Token, clause: Token) -> list[Token]:
    return [s for s in own_subjects(word) if s != clause]


def reported_doers(verb: Token) -> list[Token]:
    """ "said that jets had struck a market, killing 30": a participle behind reported words is theirs, whatever the tree hangs it on."""
    head = verb.head
    if base(verb) == "conj" and verb.tag_ == head.tag_ == head.head.tag_ == "VBG" and base(head) == "xcomp" and objects(head.head):
        return reported_doers(head.head) or doers(head.head)  # "sending thousands fleeing and shattering the truce"
    if base(verb) == "conj" and verb.tag_ == head.tag_ == "VBG" and base(head) in {"advcl", "acl"}:
        return reported_doers(head)  # "shelled villages, burning homes and killing dozens"
    speaks = bool(children(verb, "ccomp")) or governor_word(verb, "clause") is not None  # ", adding that …" is the speaker's own
    if not speaks and (host := host_before(verb)) is not None:
        return doers(host)
    if verb.tag_ != "VBG" or base(verb) not in {"advcl", "acl"} or own_subjects(verb) or speaks:
        return []
    fired = verb.i == head.i + 1 and is_act(head)  # "opened fire killing nine"
    if base(head) in {"obj", "obl"} and is_verbal(head.head) and (fired or verb.doc[verb.i - 1].text == ","):
        return doers(head.head)  # "shelled villages, killing dozens", hung on the villages
    reported = [c for c in children(head, "ccomp") if head.i < c.i < verb.i]
    return doers(reported[-1]) if reported else []


def is_act_noun(gerund: Token) -> bool:
    """ "diverted due to shelling", "shelling by the army": a noun that was taken for a verb, with nothing that it acts on."""
    if gerund.tag_ != "VBG" or gerund.lower_ not in acts().nouns or base(gerund) in {"acl", "xcomp", "ccomp"}:
        return False
    if base(gerund) == "conj" and is_verbal(gerund.head):
        return False  # "killing or wounding 50"
    if gerund.i == gerund.sent.start:
        return base(gerund) == "nsubj" and not children(gerund, "obj")  # "Fighting broke out …"
    return gerund.nbor(-1).text != "," and not auxiliaries(gerund) and not children(gerund, "obj", "nsubj")


def issuers(verb: Token) -> list[Token]:
    """ "issued a statement calling on the council to meet": who issues the text asks by it."""
    text = verb.head
    if base(verb) != "acl" or verb.tag_ != "VBG" or governor_word(verb, "clause") not in SAID or not is_text(text):
        return []
    above = next((a for a in ancestors(text) if is_verbal(a)), None)
    return [*possessors(text)] or ([] if above is None else doers(above) if text in objects(above) else [])


def laid_on(noun: Token) -> list[Token]:
    """ "blamed the attack on the rebels", "attributed the raid to herders": to whose charge an act is laid."""
    if base(noun) != "obj" or lemma_in(noun.head, words_of_roles()["laying"]) is None:
        return []
    return [p for head in (noun, noun.head) for o in obliques(head, "on", "to") if o.i > noun.i for p in parties(o)]


def is_text(noun: Token) -> bool:
    """A noun for what is said or written."""
    return any(lemma_in(noun, words) is not None for words in (says()["noun"], words_of_roles()["texts"]))


def is_owned(gerund: Token) -> bool:
    """ "raised the toll of Tuesday's shelling": a noun that was read as a verb; whoever speaks of it has not done it."""
    return gerund.tag_ == "VBG" and gerund.i > 1 and gerund.nbor(-1).tag_ == "POS"


def torn_doers(verb: Token) -> list[Token]:
    """ "denied that the army had … and threatened to …": the second verb of saying is the speaker's, whatever the tree joined it to."""
    if verb.i and verb.nbor(-1).lower_ in {"and", "but"}:
        torn = [m for s in own_subjects(verb) for c in children(s, "amod") if (m := misread_subject(c)) is not None]
        if torn:
            return torn[:1]  # "Obi accused guards of … and urged the council to …", where the guards were made the subject
    first = verb.head
    if base(verb) == "conj" and verb.tag_ == "VBD" and first.pos_ == "NOUN" and not own_subjects(verb):
        missed = [m for c in first.children if c.i < first.i and (m := misread_subject(c)) is not None]
        return missed[:1]  # "… and took thirty hostages", hung on the object of a verb that was read as its participle
    mistaken = verb.tag_ == "VBN" and bool(children(verb, "obj")) and not children(verb, "aux", "aux:pass")  # tagged by the verb that it was joined to
    past = mistaken or (verb.tag_ == "VBD" and not auxiliaries(verb))
    if base(verb) != "conj" or own_subjects(verb) or not past or not is_verbal(first):
        return []
    speaking = (governor_word(verb, "clause") in SAID or is_charge(verb)) and (has_matter(verb) or children(verb, "ccomp", "xcomp"))
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


def counts_others(verb: Token) -> bool:
    """ "nine were killed and 27 injured": the number before a second participle is of others."""
    return base(verb) == "conj" and verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).pos_ == "NUM" and not own_subjects(verb)


def principals(verb: Token) -> list[Token]:
    """For whom it is done, and who so does it: "signed on behalf of the government"."""
    found = [p for head in (verb, *objects(verb)) for p in obliques(head, "on") if p.lower_ == "behalf"]
    return [p for behalf in found for owner in (*obliques(behalf, "of"), *possessors(behalf)) for p in parties(owner)]


def each_other(verb: Token) -> bool:
    """ "met each other", "attacked one another": the subjects act on one another."""
    after = verb.doc[verb.i + 1 : verb.i + 6].text.lower()
    return "each other" in after or "one another" in after
