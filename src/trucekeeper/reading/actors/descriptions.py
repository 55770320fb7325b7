"""Descriptions: "the group", "Israeli forces", "the U.S. president", "an official": what their words say, and of what kind they are."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.tree import base
from trucekeeper.reading.actors.book import Book
from trucekeeper.reading.actors.lexicon import armies
from trucekeeper.reading.actors.metonyms import joined
from trucekeeper.reading.actors.names import HYPHENS
from trucekeeper.reading.actors.role_nouns import actor_nouns, persons, role_words
from trucekeeper.reading.actors.titles import office_start, office_word
from trucekeeper.reading.gazetteer.words import place_words
from trucekeeper.reading.layers import ActorKind, Mention

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "some", "several", "many", "few", "no", "any", "every", "each", "another", "other", "two", "three", "dozens", "one"})
BEFORE = frozenset({"amod", "compound", "det", "nmod", "nummod", "advmod", "case", "flat", "punct"})
NOT_INSIDE = frozenset({"least", "most", "more", "fewer", "less", "than", "up", "including", "such"})


@dataclass(frozen=True, slots=True)
class Described:
    """A noun phrase that describes somebody: tokens [start, end), its noun and lemma, and what stands in it: determiner, demonyms' states, named entities."""

    start: int
    end: int
    noun: int
    lemma: str
    definite: bool
    indefinite: bool
    plural: bool
    people: frozenset[str]
    named: tuple[int, ...]
    possessor: int | None  # entity
    possessor_words: bool  # somebody or something possesses it
    modifiers: tuple[str, ...]


def singular(token: Token) -> str:
    """The noun's lemma, for capitalised ones too ("Parties" -> "party")."""
    office = office_word(token)
    if office is not None:
        return office
    low = token.lower_
    words = actor_nouns()
    if low in words and token.tag_ not in {"NNS", "NNPS"}:
        return low
    if low.endswith("men") and low[:-3] + "man" in words:
        return low[:-3] + "man"
    for end, put in (("ies", "y"), ("s", "")):
        if low.endswith(end) and low[: -len(end)] + put in words:
            return low[: -len(end)] + put
    return low if low in words else token.lemma_.lower()


def is_plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"} or "Number=Plur" in str(token.morph)


def left_edge(noun: Token, owner: dict[int, Mention]) -> int:
    """Where the phrase before a noun begins, by walking over what may stand in it; a possessor is taken along with its own determiner."""
    doc = noun.doc
    first = noun.sent.start
    i = noun.i
    while i > first:
        token = doc[i - 1]
        if i - 1 == first and i - 1 not in owner and token.is_upper and len(token) > 3:  # a dateline's town ("JUBA South Sudan's government …")
            break
        if token.text in HYPHENS and token.whitespace_ and i > 1 and doc[i - 2].whitespace_:  # a dash
            break
        if i - 1 in owner and owner[i - 1].form == "name" and owner[i - 1].words[1] == i:  # a name is taken whole
            i = owner[i - 1].words[0]
            continue
        if (
            token.lower_ in NOT_INSIDE
            or (token.lower_ in role_words().grammar.never and token.pos_ not in {"DET", "PRON"})
            or (token.tag_ == "VBN" and i > 1 and doc[i - 2].pos_ == "AUX")
        ):
            break
        within = token.pos_ == "ADV" and i - 1 > first and token.text[0].isupper() and doc[i - 2].text[0].isupper()  # "the Harbour Now portal"
        if (
            within
            or token.pos_ in {"ADJ", "NOUN", "PROPN", "NUM"}
            or token.tag_ in {"POS", "PRP$", "VBN", "AFX", "HYPH", "VBG"}
            or token.text in {"-", "'", "’"}
        ):
            if token.pos_ in {"NOUN", "PROPN"} and not belongs(token, noun) and doc[i].tag_ != "POS":
                break
            if doc[i].tag_ == "CD" and not (token.tag_ in {"POS", "PRP$", "CD"} or (i > 1 and doc[i - 2].pos_ == "DET")):
                break  # before a number stands an article or a possessor, or nothing of the phrase ("set free 30 detainees")
            i -= 1
            if token.tag_ == "PRP$":
                break  # before a possessive there is nothing of the phrase ("has said his government accepts …")
        elif token.pos_ == "DET" or token.lower_ in {"the", "a", "an"}:
            i -= 1
            break
        else:
            break
    while i < noun.i and (doc[i].tag_ in {"POS", "HYPH"} or doc[i].text in {"-", "'", "’"} or doc[i].tag_ == "VBG" or verb_like(doc[i])):
        i += 1
    return i


def verb_like(token: Token) -> bool:
    """A participle right after a noun is that noun's verb ("the front accused soldiers")."""
    return token.tag_ == "VBN" and token.i > 0 and token.nbor(-1).pos_ in {"PROPN", "NOUN", "PRON"}


def belongs(token: Token, noun: Token) -> bool:
    """Is the token before the noun in its phrase, as the parse sees it or by sheer adjacency of names?"""
    return (
        token.head.i <= noun.i and token.head.i >= token.i and base(token) in {"amod", "compound", "nmod", "flat", "nummod", "det", "obl"}
    ) or token.pos_ == "PROPN"


def right_edge(noun: Token) -> int:
    """The end of a short "of …" phrase after the noun, or just after it."""
    doc = noun.doc
    i = noun.i + 1
    if i < len(doc) and doc[i].lower_ in {"of", "from"} and doc[i].sent == noun.sent and not is_of_verb(doc[i].head, noun):
        j = i + 1
        while j < len(doc) and j - i < 8 and (doc[j].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} or doc[j].tag_ in {"POS", "HYPH"} or doc[j].text == "-"):
            if doc[j - 1].pos_ == "PROPN" and doc[j].text.islower() and doc[j].tag_ not in {"POS", "HYPH"} and not of_people(doc[j - 1], doc[j]):
                break  # after a name the sentence goes on ("the government of X set …")
            j += 1
        if j > i + 1 and doc[j - 1].pos_ in {"NOUN", "PROPN"}:
            return j
    return i


def of_people(name: Token, noun: Token) -> bool:
    """ "a group of Tarn elders", "the government of Tarn province": the name tells the noun behind it apart."""
    return base(name) in {"compound", "amod"} and name.head == noun and (noun.lemma_ in actor_nouns() or noun.lower_ in place_words().nouns)


def is_of_verb(part: Token, noun: Token) -> bool:
    """ "accused the captives of links": the phrase behind a noun belongs to the verb above."""
    return base(part) == "obl" and part.head == noun.head and part.head.pos_ == "VERB"


def described(book: Book, noun: Token, owner: dict[int, Mention]) -> Described:
    """All that the phrase of a role noun says. `owner` gives the named mention at a token."""
    start, end = left_edge(noun, owner), right_edge(noun)
    if end - 1 > noun.i and end - 1 in owner:
        end = max(end, owner[end - 1].words[1])  # a name in it is whole: "Members of the Association of Jurists"
    doc = book.doc
    if end - 1 in owner and is_plural(noun):
        end = end_of_list(book, end, owner)
    people: set[str] = set()
    named: list[int] = []
    possessor = None
    possessed = False
    modifiers = []
    for i in range(start, end):
        token = doc[i]
        mention = owner.get(i)
        if mention is not None and i == mention.token and not joined(doc[mention.words[1] - 1]) and not sided(doc[mention.words[0]]):
            facts = book.facts[mention.entity]
            if mention.form == "adjective" or book.entities[mention.entity].kind == "state":
                people |= facts.people
            if mention.entity not in named and (i < noun.i or mention.form != "adjective"):
                named.append(mention.entity)
        if token.tag_ in {"POS", "PRP$"} and i < noun.i:
            possessed = True
            before = owner.get(i if token.tag_ == "PRP$" else i - 1)
            possessor = before.entity if before else None
        elif mention is None and token.pos_ in {"ADJ", "NOUN", "PROPN"} and i < office_start(noun):
            modifiers.append(token.lower_)
    word = doc[start].lower_
    return Described(
        start,
        end,
        noun.i,
        singular(noun),
        word in DEFINITE,
        word in INDEFINITE,
        is_plural(noun),
        frozenset(people),
        tuple(named),
        possessor,
        possessed,
        tuple(modifiers),
    )


def end_of_list(book: Book, end: int, owner: dict[int, Mention]) -> int:
    """ "the leaders of Chad, Mali and Togo": the phrase ends with the last of several states, where an "and" tells which it is."""
    found, at = end, end
    while at + 1 < len(book.doc) and book.doc[at].lower_ in {",", "and"} and book.doc[at].sent == book.doc[end - 1].sent:
        other = owner.get(at + 1)
        if other is None or {book.entities[m.entity].kind for m in (owner[end - 1], other)} != {"state"} or other.form != "name" or other.words[0] != at + 1:
            break
        last, at = book.doc[at].lower_ == "and", other.words[1]
        if last:
            return at
    return found


def sided(token: Token) -> bool:
    """ "pro-Iran": on somebody's side, and not his."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in {"pro", "anti", "ex", "non"}


def kind_of(d: Described) -> ActorKind:
    if d.lemma in role_words().bodies.media:
        return "media"
    if d.lemma in role_words().bodies.agency:
        return "agency"
    if d.lemma in role_words().bodies.state or (d.lemma in role_words().bodies.other and d.lemma not in persons()):
        return "body"
    if d.lemma in role_words().groups.armed and (d.plural or d.lemma not in persons()):
        return "group"
    if d.lemma in role_words().groups.generic:
        return "group"
    if d.plural:
        return "people" if d.lemma in role_words().people.nouns and d.lemma not in role_words().groups.plural else "group"
    return "person" if d.lemma in persons() | role_words().groups.plural else "people"


def own_actor(book: Book, lemma: str, masters: list[int], words: Span, *, plural: bool) -> str | None:
    """The id of a description that names its master: a state's armed men, those who act for a group; None for persons who stay unnamed.

    Rebels, the opposition and whoever else may stand against a state are not that state, nor its forces.
    """
    if len(masters) != 1:
        return None
    master = book.entities[masters[0]]
    army = master.kind == "body" and any({w, w.removesuffix("s")} & role_words().groups.armed for w in master.name.lower().split())
    if (master.kind not in {"state", "group"} and not army) or (master.kind == "state" and may_oppose(words)):
        return None
    if lemma in role_words().groups.acting and (plural or lemma not in persons()):
        return master.actor
    if lemma not in role_words().groups.armed:
        return None
    if master.kind == "state":
        return army_of(book, masters[0]) if lemma in role_words().groups.army else f"{master.actor}:{'police' if lemma == 'police' else 'forces'}"
    return master.actor


def army_of(book: Book, state: int) -> str:
    """The id of a state's army: that of the list, where it has one."""
    people = book.facts[state].people
    listed = armies().get(next(iter(people))) if len(people) == 1 else None
    return listed or f"{book.entities[state].actor}:forces"


def may_oppose(words: Span) -> bool:
    """Does one of the words tell of those who stand against a state ("Malian separatist forces", "the Tarvian opposition's envoys")?"""
    return any(word in role_words().groups.opposing for t in words for word in (t.lower_, singular(t)))


def of_words(book: Book, d: Described) -> str | None:
    """Whom the description belongs to, by the name that stands in it."""
    return next((book.entities[i].name for i in d.named), None)
