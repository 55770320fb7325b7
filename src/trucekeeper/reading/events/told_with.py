"""Words whose time is an act's as well: the verb that tells of its course, the act that it was part of, the other acts of one breath."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.hosts import host_before
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.nouns import is_act
from trucekeeper.reading.events.phrases import is_harm, is_talk
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal, process_of, says
from trucekeeper.reading.events.triggers import Trigger, works

ANY, BEFORE, AFTER = 0, -1, 1  # where the shared time must stand, seen from the verb


def beside(trigger: Trigger) -> Iterator[tuple[Token, int]]:
    """Words whose time is the act's as well, the nearest first, with the side on which it must stand."""
    token, anchor = trigger.token, trigger.anchor
    yield from ((c, ANY) for c in children(token, "acl") if lemma_in(c, says()["occurrence"]))  # "clashes, which began on Tuesday"
    if (process := process_of(token)) is not None:
        yield process, ANY  # "a coup attempt in May"
    if base(token) in {"nsubj", "csubj"} and lemma_in(token.head, says()["occurrence"]):
        yield token.head, ANY  # "fighting broke out on 15 April"
    if is_verbal(anchor):
        yield from beside_verb(anchor)
    else:
        yield from beside_noun(token)


def beside_noun(noun: Token) -> Iterator[tuple[Token, int]]:
    first = noun
    while base(first) == "conj" and first.head.pos_ == "NOUN":
        first = first.head
        yield first, ANY  # "shelling and air strikes on Tuesday"
    yield from ((c, AFTER) for c in children(noun, "conj") if is_act(c))
    if base(first) == "nsubj":
        coming = (c for c in children(first.head, "xcomp", "advcl", "csubj", "ccomp") if has_to(c) and lemma_in(c, says()["occurrence"]))
        yield from ((c, AFTER) for c in coming)  # "talks are due to resume on Monday"
    head = first.head
    if head == first or not (is_verbal(head) or is_misread_participle(head)):
        return
    if base(first) == "nsubj" and is_passive(head) and says_planned(head):
        yield head, AFTER  # "the talks are planned for Friday", "the opening was moved to 9 June"
    if base(first) == "nsubj":
        if works(head):
            yield head, ANY  # "the raid killed nine on Sunday"
    elif base(first) == "obj":
        if lemma_in(head, says()["causing an act"]) or governor_word(head, "nominal") == "through":
            yield head, ANY  # "triggered clashes on Tuesday"
        elif lemma_in(head, says()["reporting"]):
            yield first, ANY
            yield from ((head, AFTER) for c in (first,) if any(d.i > c.i for d in children(head, "obl")))  # "reported shelling in the city on Tuesday"
    elif preposition(first) in {"at", "in"} and is_talk(first):
        yield head, ANY  # "a breakthrough was made on Monday at talks in Lome"
    elif preposition(first) == "after" and tells_toll(head) and is_harm(first):
        yield head, ANY  # "six died on Sunday after an ambush"
    elif preposition(first) == "for" and lemma_in(head, words_of_roles()["going"]):
        yield head, ANY  # "flew to Juba on Monday for talks"
    elif preposition(first) in words_of_roles()["inside"] and (works(head) or lemma_in(head, says()["suffering"]) or lemma_in(head, says()["causing an act"])):
        yield head, ANY  # "were killed on Monday in a raid"
        yield from beside_verb(head)


def says_planned(verb: Token) -> bool:
    return governor_word(verb, "nominal") == "planned" or lemma_in(verb, says()["moving"]) is not None


def is_misread_participle(word: Token) -> bool:
    """ "nine were killed and ten injured in a raid", the second one read as an adjective."""
    return word.pos_ == "ADJ" and word.lower_.endswith("ed") and works(word)


def beside_verb(verb: Token) -> Iterator[tuple[Token, int]]:
    relation, head = base(verb), verb.head
    if (host := host_before(verb)) is not None:
        yield host, ANY  # "jets struck a market on Monday, killing 30, officials said"
    if verb.tag_ == "VBG" and relation in {"advcl", "acl"} and all(m.lower_ in words_of_roles()["inside"] for m in children(verb, "mark")):
        above = next((a for a in ancestors(verb) if is_verbal(a)), None)
        if above is not None:
            yield above, ANY  # "shelled the town, killing dozens"
            if base(above) == "advcl" and is_verbal(above.head) and at_once(above):
                yield above.head, ANY  # "the raid was on Sunday, when gunmen shelled the town, killing dozens"
    if verb.dep_ == "acl:relcl" and lemma_in(head, acts().nouns) and not any(c.lower_ == "since" for c in verb.children):
        yield head, ANY  # "a raid in May that killed seven"
        if is_verbal(head.head):
            yield head.head, ANY  # "an operation on Sunday that killed seven"
    first = verb
    while base(first) == "conj" and is_verbal(first.head):
        yield first.head, BEFORE  # "in March, Chad expelled the envoy and closed its border"
        if not same_teller(first, first.head):
            break
        first = first.head
        yield first, ANY
        if first.tag_ == "VBG" or (base(first) == "advcl" and at_once(first)):
            yield from beside_verb(first)  # "jets struck a market on Monday, killing three and injuring ten"
    if works(verb):
        yield from ((s, ANY) for s in own_subjects(first) if is_act(s))  # "the Oct. 3 raid killed nine"
    if relation == "xcomp" and is_verbal(head) and governor_word(head, "clause") in {"through", "ongoing"}:
        yield head, ANY  # "began on Monday to shell the town"
    if has_to(verb) and head.pos_ == "ADJ" and children(head, "cop"):
        yield head, ANY  # "on Thursday they were due to hold talks"
    if relation == "advcl" and is_verbal(head) and at_once(verb):
        yield head, ANY  # "on Tuesday, three died when the port was attacked"
    yield from ((c, ANY) for c in children(verb, "advcl") if at_once(c))
    for other in children(verb, "conj"):
        one_breath = is_passive(verb) and tells_toll(other) and other.tag_ in {"JJ", "VBN"} and not auxiliaries(other)
        if same_teller(other, verb) or one_breath:
            yield other, AFTER  # "attacked the village and burned homes on Monday", "one was killed and two others injured on Monday"


def same_teller(verb: Token, first: Token) -> bool:
    """Two past verbs of one subject, or of two told in one breath ("three were killed and five others injured")."""
    torn = verb.tag_ == "VBD" and is_passive(first) and not objects(verb) and tells_toll(verb)
    alike = ({verb.tag_, first.tag_} <= {"VBD", "VBN"} or verb.tag_ == first.tag_ == "VBG") and is_passive(verb) == is_passive(first) and not own_subjects(verb)
    return (torn or alike) and modal(first) is None and not any(a.lower_ in {"has", "have"} for a in auxiliaries(first))


def tells_toll(verb: Token) -> bool:
    lemma = lemma_in(verb, acts().verbs)
    return lemma is not None and any(f.act.name in kinds()["tolls"] for f in acts().verbs[lemma])


def at_once(clause: Token) -> bool:
    """A clause of "when", "as" or "while" that tells of the past."""
    opening = [w.lower_ for w in (*markers(clause), *children(clause, "advmod")) if w.i < clause.i]
    if any(w.lower_ in {"later", "then", "earlier", "previously"} for w in children(clause, "advmod")):
        return False  # "while three others were later seized"
    past = clause.tag_ == "VBD" or any(a.tag_ == "VBD" for a in auxiliaries(clause))
    return is_verbal(clause) and past and bool({"when", "as", "while"} & set(opening))
