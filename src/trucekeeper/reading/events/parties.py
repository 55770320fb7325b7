"""Who a phrase stands for: itself where it is somebody, else the parties in it; and the names of those found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from trucekeeper.language.relations import (
    agents,
    ancestors,
    base,
    children,
    conjuncts,
    first_conjunct,
    noun_phrase,
    obliques,
    possessors,
    preposition,
)
from trucekeeper.model.claims import Actor
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.phrases import NAMES, is_amount, is_somebody
from trucekeeper.reading.events.statuswords import is_verbal, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import misread_subject
from trucekeeper.reading.layers import covering, layers, text_of
from trucekeeper.reading.references import actor_at, several_before


def named(token: Token) -> Actor | None:
    """The actor that a word stands for, by its full name where the word is a pronoun; None for one that resolves to nobody."""
    if token.i in layers(token.doc).mention_at:
        actor = actor_at(token)
        return replace(actor, name=actor.label) if token.pos_ in {"PRON", "DET"} else actor
    if token.pos_ in {"PRON", "DET", "PUNCT"} or token.lower_ in words_of_roles()["nobody"] or is_time(token):
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
    aside = GOING | (CHARGES if base(noun) == "obj" and is_charge(noun.head) and not is_amount(noun) else frozenset())  # "accused the captives of links to …"
    gone = next((i for i, t in enumerate(tokens) if t.i > noun.i and t.head == noun and preposition(t) in aside and not sends(t)), None)
    if gone is not None:
        tokens = tokens[: tokens.index(tokens[gone].doc[min(c.i for c in tokens[gone].subtree)])]  # "fighters from the town": where they go from
    told = next((i for i, t in enumerate(tokens[:-1]) if t.i > noun.i and t.text == "," and tokens[i + 1].tag_ in {"WDT", "WP", "WRB"}), len(tokens))
    tokens = tokens[:told]  # "a camp in Bria, which …"
    while len(tokens) > 1 and tokens[-1] != noun and (is_time(tokens[-1]) or tokens[-1].pos_ == "ADP"):
        tokens.pop()  # "a checkpoint on Monday"
    while len(tokens) > 1 and tokens[0] != noun and is_time(tokens[0]):
        tokens.pop(0)
    if not tokens:
        return noun.text
    end = tokens[-1].idx + len(tokens[-1])
    return text_of(noun.doc)[tokens[0].idx : end]


def is_whence(part: Token) -> bool:
    """ "signed by officials from the ministry", where the tree hung the ministry on the signing: it is who they are."""
    return preposition(part) == "from" and any(a.i + 1 == part.left_edge.i for a in agents(part.head))


def sends(token: Token) -> bool:
    """ "a team from the ministry": who they are from is who they are, other than where."""
    return preposition(token) == "from" and is_party(token) and not any(p.start <= token.idx < p.end for p in layers(token.doc).places)


def is_party(token: Token) -> bool:
    """A word for somebody: a name, a resolved mention, or a noun for people and bodies."""
    entity = layers(token.doc).entity_of(token.i)
    if (entity is not None and entity.kind == "text") or is_cut(token) or (token.lower_ in words_of_roles()["posted"] and preposition(token) == "on"):
        return False
    return (is_somebody(token) and not is_time(token)) or (token.pos_ in {"NOUN", "PROPN"} and lemma_in(token, acts().people) is not None)


def is_cut(word: Token) -> bool:
    """ "hostage-taking": a common noun that is the first part of another word."""
    return word.pos_ == "NOUN" and not word.whitespace_ and word.i + 2 < len(word.doc) and word.nbor().text == "-" and not word.nbor().whitespace_


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
    """ "in-person talks": the last part of another word."""
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
            if (mate := hyphen_mate(child)) is not None:
                return [mate, child]
    return [party] if (mate := hyphen_mate(party)) is None else [mate, party]


def hyphen_mate(adjective: Token) -> Token | None:
    """The first state of "the Chadian-Sudanese border force"; a people's name with a hyphen is one ("Turkish-Cypriot")."""
    if adjective.i - 2 < adjective.sent.start or adjective.nbor(-1).text not in {"-", "–"} or adjective.nbor(-1).whitespace_:
        return None
    mate, found = adjective.nbor(-2), layers(adjective.doc)
    named_so = [found.mention_at[t.i] for t in (mate, adjective) if t.i in found.mention_at]
    alike = len(named_so) == 2 and all(m.form == "adjective" and found.entities[m.entity].kind == "state" for m in named_so)
    return mate if alike and not mate.whitespace_ else None


def own_side(pronoun: Token) -> Actor | None:
    """ "we" in somebody's words: whoever says them."""
    if pronoun.lower_ not in {"we", "us", "i", "me"}:
        return None
    said = covering(layers(pronoun.doc).statements, (pronoun.idx, pronoun.idx + len(pronoun)))
    speaker = said[-1].speaker if said else None
    return speaker if speaker is None or speaker.actor is not None or " " in speaker.name or speaker.name[:1].isupper() else None  # but not "he"


def meant(token: Token) -> list[Token]:
    """The word itself; of "they" that nothing resolves the several that it goes on about; of "a coalition known as the Front" the name."""
    called = next((c for t in (token, *obliques(token, "of")) for c in children(t, "acl") if c.lower_ in says()["called"] and c.i > token.i), None)
    named_so = [n for n in (*obliques(called, "as"), *children(called, "xcomp", "obj")) if n.pos_ == "PROPN"] if called is not None else []
    whose = [p for p in obliques(token, "of") if p.pos_ == "PRON"] if token.pos_ == "NUM" else []  # "two of them"
    return named_so[:1] or whose[:1] or several_before(token) or bearer(token) or by_name(token) or [token, *beside_state(token), *listed_after(token)]


def beside_state(token: Token) -> list[Token]:
    """ "the government of Mali and rebels in Kidal", where the rebels were joined to Mali: people are no second half of a state, nor is another state."""
    found = layers(token.doc)
    entity = found.entity_of(token.i)
    if token.tag_ != "NN" or entity is None or entity.kind not in {"body", "state"}:
        return []
    states = [p for p in children(token, "nmod") if preposition(p) == "of" and is_state(p)]
    joined = [c for p in states for c in children(p, "conj")]
    return [c for c in joined if (c.tag_ == "NNS" and c.text == c.text.lower() and is_party(c)) or is_state(c)]


def is_state(token: Token) -> bool:
    entity = layers(token.doc).entity_of(token.i)
    return entity is not None and entity.kind == "state"


def by_name(token: Token) -> list[Token]:
    """ "the rebel commander, Colonel Ann Obi": the name behind a description, where nobody has joined the two."""
    found = layers(token.doc)
    mention = found.mention_at.get(token.i)
    if mention is None or mention.form != "description" or found.entities[mention.entity].kind != "person" or found.entities[mention.entity].plural:
        return []
    names = [(a, found.mention_at.get(a.i)) for a in children(token, "appos") if a.i > token.i]
    return [a for a, m in names if m is not None and m.form == "name" and found.entities[m.entity].kind == "person" and m.entity != mention.entity][:1]


def listed_after(token: Token) -> list[Token]:
    """The others of "Chad, the Republic of Niger and Mali", where the tree made an apposition of them: names of one kind up to an "and"."""
    found, kept = layers(token.doc), []
    mention = found.mention_at.get(token.i)
    while mention is not None and mention.form == "name" and token.doc[mention.words[1] - 1].sent == token.sent:
        end = mention.words[1]
        joint = token.doc[end].lower_ if end < token.sent.end else ""
        after = end + 1 + (end + 1 < token.sent.end and token.doc[end + 1].pos_ == "DET")
        other = next((m for m in found.mentions if m.words[0] in {end + 1, after} and m.form == "name"), None)
        alike = other is not None and other.entity != mention.entity and found.entities[other.entity].kind == found.entities[mention.entity].kind
        if other is None or not alike or joint not in {",", "and"}:
            return []
        kept.append(token.doc[other.token])
        if joint == "and":
            return kept if len(kept) > 1 else []
        mention = other
    return []


def bearer(token: Token) -> list[Token]:
    """ "UN Special Envoy Ann Obi", read as a name that begins with the body: the person whose title it opens."""
    found = layers(token.doc)
    own = found.mention_at.get(token.i)
    if own is None or found.entities[own.entity].kind == "person" or token.dep_ == "nmod:poss":
        return []
    wider = [m for m in found.mentions if m.words[0] == own.words[0] and m.words[1] > own.words[1] and found.entities[m.entity].kind == "person"]
    return [token.doc[m.token] for m in wider if token in ancestors(token.doc[m.token])][:1]


def unique(tokens: Iterable[Token]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for token in (o for t in tokens for m in meant(t) for o in origins_of(m)):
        actor = named(token) or own_side(token)
        if actor is not None:
            found.setdefault(actor.key, actor)
    return tuple(found.values())


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
    if base(token) == "nsubj" and token.dep_ != "nsubj:pass" and is_verbal(token.head) and token.pos_ == "PROPN":
        return False  # "Colombo will investigate": a place that does something is its government
    return any(p.start <= token.idx < p.end and not p.metonym for p in layers(token.doc).places)
