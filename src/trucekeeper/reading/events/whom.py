"""Whom the word of a role means, and by what name: itself, the name behind a description, the several that a pronoun takes up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import noun_phrase, obliques, preposition
from trucekeeper.language.grammar.tree import ancestors, base, children, conjuncts
from trucekeeper.model.claims import Actor
from trucekeeper.reading.events.lexicon import words_of_roles
from trucekeeper.reading.events.parties import is_adjectival, is_charge, is_cut, is_party, sends
from trucekeeper.reading.events.phrases import is_amount
from trucekeeper.reading.events.statuswords import says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import misread_subject
from trucekeeper.reading.layers import covering, layers, text_of
from trucekeeper.reading.references import actor_at, several_before

GOING = frozenset({"from", "into", "at", "near"})

CHARGES = frozenset({"of", "for"})


def named(token: Token) -> Actor | None:
    """The actor that a word stands for, by its full name where the word is a pronoun; None for one that resolves to nobody."""
    if token.i in layers(token.doc).mention_at:
        actor = actor_at(token)
        return replace(actor, name=actor.label) if token.pos_ in {"PRON", "DET"} else actor
    if token.pos_ in {"PRON", "DET", "PUNCT"} or token.lower_ in words_of_roles()["nobody"] or is_time(token):
        return None
    return Actor(plain_name(token))


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
    if own is None and is_cut(token):
        over = [m for m in found.mentions if m.words[0] == token.i and m.form == "description" and found.entities[m.entity].kind == "person"]
        return [token.doc[m.token] for m in over][:1]  # "Secretary-General Ann Obi"
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
