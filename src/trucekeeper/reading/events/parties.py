"""Who a phrase stands for: itself where it is somebody, else the parties in it; and the names of those found."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import noun_phrase, obliques, possessors, preposition
from trucekeeper.language.grammar.subjects import agents
from trucekeeper.language.grammar.tree import base, children, first_conjunct
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.phrases import NAMES, is_amount, is_somebody
from trucekeeper.reading.events.statuswords import is_verbal, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.layers import layers


def is_whence(part: Token) -> bool:
    """ "signed by officials from the ministry", where the tree hung the ministry on the signing: it is who they are."""
    return preposition(part) == "from" and any(a.i + 1 == part.left_edge.i for a in agents(part.head))


def sends(token: Token) -> bool:
    """ "a team from the ministry": who they are from is who they are, other than where."""
    return preposition(token) == "from" and is_party(token) and not any(p.start <= token.idx < p.end for p in layers(token.doc).places)


def is_party(token: Token) -> bool:
    """A word for somebody: a name, a resolved mention, or a noun for people and bodies."""
    entity = layers(token.doc).entity_of(token.i)
    if (
        (entity is not None and entity.kind == "text")
        or (token.pos_ == "NOUN" and is_cut(token))
        or (token.lower_ in words_of_roles()["posted"] and preposition(token) == "on")
    ):
        return False
    return (is_somebody(token) and not is_time(token)) or (token.pos_ in {"NOUN", "PROPN"} and lemma_in(token, acts().people) is not None)


def has_own(noun: Token) -> bool:
    """ "his men", "its forces": they are somebody's of whom is spoken."""
    return any(c.tag_ == "PRP$" for c in noun.children)


def is_cut(word: Token) -> bool:
    """ "hostage-taking", "Secretary-General": the first part of another word."""
    return not word.whitespace_ and word.i + 2 < len(word.doc) and word.nbor().text == "-" and not word.nbor().whitespace_


def is_adjectival(token: Token) -> bool:
    """A word before a noun for whose it is: a name, a people, or a word for people read as an adjective ("insurgent shelling")."""
    named_so = token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[0].isupper() and not token.is_sent_start)
    of_people = token.pos_ == "ADJ" and lemma_in(token, acts().people) is not None and token.lower_ not in {"other", "general"}
    return not is_hyphened(token) and (token.i in layers(token.doc).mention_at or token.ent_type_ in NAMES or named_so or of_people)


def only_where(part: Token, *, dealing: bool) -> bool:
    """ "in front of the mediators", and of what several do together "signed in Togo's capital": it says where it was, not to whom it was done."""
    if preposition(part) not in words_of_roles()["within"]:
        return False
    if part.lower_ in {"front", "presence"} and bool(obliques(part, "of")):
        return True
    return dealing and (lemma_in(part, acts().places) is not None or is_site(part) or is_whereabouts(part))


def inside(noun: Token, depth: int = 0, *, at: bool = True) -> list[Token]:
    """The parties in a phrase whose head is none: its owner, its adjective of origin, or the nouns of its prepositions (without `at`, not those that
    may only say where it is)."""
    found = [p for p in possessors(noun) if is_party(p)]
    found += [c for c in noun.children if c.i < noun.i and base(c) in {"amod", "compound", "nmod"} and c.dep_ != "nmod:poss" and is_adjectival(c)]
    found = [p for p in found if not tells_apart(p) and not (is_ground(noun) and obliques(noun, "of"))]  # "the Malian town of Bria"
    for part in obliques(noun, "of", "in", "on", "against", "to", "from", "with", "between", "for", "by", "into", "at", "among"):
        if not at and mark_of(part) in words_of_roles()["where"]:
            continue
        if is_party(part):
            found.append(part)
        elif depth < 2 and not found:
            found += inside(part, depth + 1, at=at)
    return found


def parties(noun: Token) -> list[Token]:
    """The phrase itself where it is somebody, the parties inside it otherwise."""
    return [noun] if is_party(noun) else inside(noun)


def tells_apart(name: Token) -> bool:
    """ "the Korvo ambush": a single name that nothing else is known of, behind "the", only says which of the acts is meant, mostly by its place."""
    found = layers(name.doc)
    entity = found.entity_of(name.i)
    single = name.pos_ == "PROPN" and base(name) in {"compound", "amod"} and name.i == name.head.i - 1 and not children(name, "compound", "flat")
    lemma = lemma_in(name.head, acts().nouns)
    if not single or name.i == 0 or name.nbor(-1).lower_ != "the" or lemma is None:
        return False
    harmful = any(f.act.plover in kinds()["hurting"] for f in acts().nouns[lemma])  # "the Mbari offer" is somebody's
    if not harmful or entity is None:
        return harmful
    again = sum(m.entity == found.mention_at[name.i].entity for m in found.mentions) > 1 if name.i in found.mention_at else False
    return entity.kind == "unknown" or (entity.kind == "person" and (entity.actor or "~").startswith("~") and not again)  # "~": known from this text alone


def named_before(noun: Token) -> list[Token]:
    """ "army shelling", "hostage release"."""
    return [c for c in children(noun, "compound") if c.i < noun.i and is_party(c) and not is_hyphened(c) and not tells_apart(c)]


def is_hyphened(word: Token) -> bool:
    """ "in-person talks": the last part of another word, or the whole of one ("U.N.-brokered")."""
    if "-" in word.text and word.lower_.endswith("ed"):
        return True
    before = word.nbor(-1) if word.i > word.sent.start + 1 else word
    if before.text != "-" or before.whitespace_ or before.nbor(-1).whitespace_:
        return False
    return word.pos_ == "NOUN" or before.nbor(-1).lower_ in words_of_roles()["prefixes"]  # "intra-Afghan talks", "an anti-Front march"


def suffering(noun: Token, *, whole: bool) -> list[Token]:
    """To whom or what something is done; `whole`: what is no party counts itself, unless it is somebody's ("a church in Jos", but of "its base" the owner)."""
    if not whole:
        return parties(noun)
    if is_party(noun) or (is_amount(noun) and noun.tag_ in {"NNS", "CD"} and not is_time(noun)):
        return [noun]  # also "killed hundreds", "killed 12"
    if is_amount(noun) and any(is_party(o) or is_site(o) for o in obliques(noun, "of")):
        return [noun]  # "a number of key buildings"
    owners = [p for p in inside(noun, at=False) if not (is_site(noun) and (is_whose_place(p) or preposition(p) == "by"))]
    if owners or is_site(noun):
        return owners or [noun]
    if not is_act(noun) and (named_before(noun) or children(noun, "nummod")):
        return [noun]  # "an army outpost", "three rangers"
    return inside(noun)


def is_site(noun: Token) -> bool:
    """A building, vehicle or stretch of land, which is hit itself ("an army convoy in Mali")."""
    return noun.pos_ in {"NOUN", "PROPN"} and lemma_in(noun, acts().sites) is not None


def is_whose_place(token: Token) -> bool:
    """ "Tripoli's airport", "the Sri Lankan embassy": where it is, or a name that only tells it apart."""
    return does_nothing(token) or (token.dep_ != "nmod:poss" and token.i < token.head.i)


def is_charge(verb: Token) -> bool:
    """Whether a verb lays to somebody's charge what its gerund tells."""
    lemma = lemma_in(verb, acts().verbs)
    return lemma is not None and any(f.act.plover == "ACCUSE" for f in acts().verbs[lemma])


def is_act(token: Token) -> bool:
    """A word for an act or a text ("a strike", "the Gaza truce"), also inside a name."""
    if token.i in layers(token.doc).mention_at or (is_party(token) and token.text != token.lower_):
        return False
    words = (acts().nouns, says()["noun"], acts().agreements)
    return token.pos_ in {"NOUN", "PROPN"} and lemma_in(token, acts().people) is None and any(lemma_in(token, w) is not None for w in words)


def is_whereabouts(token: Token) -> bool:
    """A place that only says where ("held in several areas in East Aceh", "posts on the outskirts of Wau", "in the country")."""
    if is_renamed(token):
        return is_whereabouts(token.head)
    mark = mark_of(token)
    if mark == "of":  # "on the outskirts of Wau"
        over = first_conjunct(token).head
        return over.pos_ == "NOUN" and is_ground(over) and is_whereabouts(over)
    if mark == "on" and token.text == token.lower_ and lemma_in(token, words_of_roles()["on"]) is not None:
        return True  # "on a second front"
    if mark not in words_of_roles()["around"] and not (mark == "on" and lemma_in(token, words_of_roles()["on"]) is not None):
        return False
    if is_ground(token) and token.i not in layers(token.doc).mention_at:
        return True
    span = noun_phrase(token)
    return any(span.start_char <= p.start < span.end_char and p.start <= token.idx and not p.metonym for p in layers(token.doc).places)


def is_renamed(name: Token) -> bool:
    """ "the second city, Buchanan": the name of the place just spoken of, which the tree may have joined to it."""
    if not is_ground(name.head) or name.i <= name.head.i:
        return False
    return base(name) == "appos" or (base(name) == "conj" and not children(name, "cc") and name.left_edge.i > 0 and name.left_edge.nbor(-1).text == ",")


def is_ground(noun: Token) -> bool:
    """A noun for a stretch of land, or for a side of one ("the outskirts")."""
    return lemma_in(noun, acts().places) is not None or lemma_in(noun, words_of_roles()["sides"]) is not None


def mark_of(token: Token) -> str:
    """The preposition of a phrase, also where it stands only before the first of several ("in Bor and Leer")."""
    return preposition(token) or preposition(first_conjunct(token))


def does_nothing(token: Token) -> bool:
    """A word for an act, a text ("a strike", "the truce") or a mere place, which does nothing itself."""
    if token.i in layers(token.doc).mention_at:
        return False
    if is_act(token) or lemma_in(token, acts().happenings) is not None:
        return True
    first = first_conjunct(token)
    if base(first) == "nsubj" and first.dep_ != "nsubj:pass" and is_verbal(first.head) and token.pos_ == "PROPN":
        return False  # "Colombo will investigate": a place that does something is its government
    return any(p.start <= token.idx < p.end and not p.metonym for p in layers(token.doc).places)
