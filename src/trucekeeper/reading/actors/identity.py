"""Which names of a document are one somebody: known actors, full and short names of persons, bodies and their acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from trucekeeper.reading.actors.aliases import aliases
from trucekeeper.reading.actors.book import Book
from trucekeeper.reading.actors.kinds import alias_of_group, fighters_of, has_people, is_kin
from trucekeeper.reading.actors.lexicon import known_ids, lexicon, surfaces
from trucekeeper.reading.actors.ministries import Ministries
from trucekeeper.reading.actors.names import HYPHENS, LINKS, LOC, ORG, PARTICLES, PER, Name, plain
from trucekeeper.reading.actors.role_nouns import Gender, given_names, in_names, role_words
from trucekeeper.reading.actors.states import formal_state, own_states
from trucekeeper.reading.layers import ActorKind, MentionForm

LONGEST_NAME = 14  # tokens
LONG_NAME = 4  # tokens from which on a name may be cut in two
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", ",", "-", "de", "des", "du", "la", "del", "y", "et", "'", "’", "'s", "’s"})
FACTION = re.compile(r"(?<=[A-Z]) ?\((\w+)\)$")
INITIALS = re.compile(r"(?:\w\.)+\w?|\w\.?")  # "r.n.", "r.n", "j."
ACRONYM = re.compile(r"(?:[A-Z]\.?-?){2,}[a-z]{0,2}[A-Z]*(?:[-/][A-Z]+)?|[A-Z]-[A-Za-z]{2,}[A-Z]+|[A-Z](?:o|of|d)[A-Z]+")
CLOSING = frozenset({",", ".", ";", ":", ")"})  # behind an acronym that is given between commas


def parts(doc: Doc, name: Name) -> list[str]:
    """The words of a personal name that tell people apart: no particles, hyphens or initials."""
    words = [plain(doc[i].text) for i in range(name.start, name.end) if doc[i].text not in HYPHENS and doc[i].text != "."]
    bare = [w for w in words if w not in PARTICLES and not INITIALS.fullmatch(w) and len(w) > 1]
    return bare or words


def spells(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Do the letters come in order among the words' capitals ("AFP" in "Agence France-Presse")?"""
    capitals = iter([c for w in words for c in w if c.isupper()])
    return all(any(letter == c for c in capitals) for letter in letters)


def without_overlaps(names: Sequence[Name], first: Sequence[Name]) -> list[Name]:
    """The names, those of `first` before all others where two share a token."""
    taken: set[int] = set()
    kept = []
    for name in sorted(dict.fromkeys([*first, *names]), key=lambda n: n not in first):
        if taken.isdisjoint(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return sorted(kept, key=lambda n: n.start)


def is_short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Do the words of one name stand in the other in order, ending on its last word (or being its only given name)?"""
    if len(short) > len(full):
        return False
    at = iter(full)
    in_order = all(any(w == f for f in at) for w in short)
    return in_order and (short[-1] == full[-1] or len(short) == 1 or full[: len(short)] == list(short))


def acronym_of(text: str) -> str | None:
    """The known actor that is written so."""
    return known_ids().get(text)


def is_paper(doc: Doc, name: Name) -> bool:
    """A newspaper's name of several words: "The Zandor Post", which "the Post" stands for."""
    return name.label == ORG and name.end - name.start > 1 and doc[name.end - 1].lower_ in role_words().bodies.papers


class Naming:
    """Gives every name its entity, in text order, so that the first full name opens an entity and later short ones find it."""

    def __init__(self, book: Book, names: list[Name]) -> None:
        self.book = book
        self.doc = book.doc
        self.names = names
        self.persons: list[tuple[list[str], int]] = []
        self.kin: dict[int, int] = {}  # who is brought in as somebody's kin -> where: before that, his last name alone is another's
        self.by_known: dict[str, int] = {}
        self.by_text: dict[str, int] = {}
        self.acronyms = self.defined_acronyms()
        self.initials = self.spelt_by_initials()
        self.papers = {self.doc[n.end - 1].text: n for n in reversed(names) if is_paper(self.doc, n)}
        self.states = own_states(self.doc, names)
        self.ministries = Ministries(self.doc, names)
        fighting = [self.text(n) for n in names if n.label == ORG and not n.known and (fighters_of(self.doc, n) or alias_of_group(self.doc, n))]
        self.fighting = frozenset(fighting) | {self.text(self.acronyms[text]) for text in fighting if text in self.acronyms}
        self.aliases = [(names[at], other) for at, other in aliases(self.doc, names)]
        called = {self.text(other) for _, other in self.aliases}
        self.names[:] = [replace(n, label=PER) if n.known is None and self.text(n) in called else n for n in self.names]

    def text(self, name: Name) -> str:
        text = self.doc[name.start : name.end].text
        return re.sub(r"\s+", " ", text)

    def defined_acronyms(self) -> dict[str, Name]:
        """Acronyms that the text explains ("… Front (ABC)") -> the name before the bracket, made longer to the left where its first letters ask for it."""
        found: dict[str, Name] = {}
        self.names[:] = sorted([*self.names, *self.unnamed(), *self.of_a_land()], key=lambda n: (n.start, n.end))
        for number, name in enumerate(self.names):
            inner = self.bracketed(name.end) if name.label != PER else None
            if inner is None or inner in found:
                continue
            start = self.spelt_from(inner, name)
            if start is None:
                continue
            found[inner] = name if start == name.start else Name(start, name.end, ORG)
            self.names[number] = found[inner]
        found = {**dict(self.explained()), **found}
        full = [n for n in found.values() if n.known is None]
        self.names[:] = without_overlaps(self.names, [*full, *(again for n in full for again in self.further(n))])
        return found

    def explained(self) -> Iterator[tuple[str, Name]]:
        """Acronyms with the full name in brackets behind them ("SF (Salt Front)")."""
        starts = {n.start: n for n in self.names if n.label == ORG and n.end - n.start > 1}
        for name in self.names:
            full, text = starts.get(name.end + 1), self.text(name)
            bracketed = full is not None and self.doc[name.end].text == "(" and self.doc[full.end : full.end + 1].text == ")"
            if full is None or not bracketed or name.known or not ACRONYM.fullmatch(text):
                continue
            words = [t.text for t in self.doc[full.start : full.end]]
            if spells(text, words) or any(w.lower() in in_names() for w in words):
                yield text, full

    def of_a_land(self) -> Iterator[Name]:
        """Bodies whose names end with a land, as the acronym behind it tells ("Salt Front in Chad (SFC)")."""
        ends = {n.end: n for n in self.names if n.label == ORG and n.known is None}
        for name in self.names:
            body = ends.get(name.start - 1) if name.label == LOC and name.start and self.doc[name.start - 1].lower_ == "in" else None
            if body is not None and self.bracketed(name.end) is not None and self.bracketed(name.end) not in surfaces():
                yield Name(body.start, name.end, ORG)

    def further(self, name: Name) -> Iterator[Name]:
        """The other places where the same words stand: a name that is explained once may be cut in two where it comes again."""
        words = self.doc[name.start : name.end].text
        if name.end - name.start < LONG_NAME:
            return
        at = self.doc.text.find(words)
        while at >= 0:
            span = self.doc.char_span(at, at + len(words))
            if span is not None and span.start != name.start:
                yield Name(span.start, span.end, ORG)
            at = self.doc.text.find(words, at + len(words))

    def spelt_by_initials(self) -> dict[str, Name]:
        """Acronyms that the text leaves unexplained -> the only body whose name has just these initials."""
        bodies: dict[str, dict[str, Name]] = {}
        for name in self.names:
            if name.label == ORG and name.end - name.start > 1:
                for end in (name.end, *(i for i in range(name.start + 2, name.end - 1) if self.doc[i].lower_ == "of")):  # "Security Forces of Zandovia"
                    letters = "".join(t.text[0] for t in self.doc[name.start : end] if t.text[0].isupper())
                    bodies.setdefault(letters, {}).setdefault(self.text(self.acronyms.get(self.text(name), name)), name)
        return {letters: next(iter(found.values())) for letters, found in bodies.items() if len(letters) > 2 and len(found) == 1}

    def bracketed(self, i: int) -> str | None:
        """The acronym in brackets, or between commas behind "or" or "known as", at token `i`."""
        doc = self.doc
        if i + 1 < len(doc) and doc[i].text == ",":
            opens = i + (2 if doc[i + 1].lower_ == "or" else 3 if [t.lower_ for t in doc[i + 1 : i + 3]] == ["known", "as"] else 0)
            closed = i < opens < len(doc) and (opens + 1 == len(doc) or doc[opens + 1].text in CLOSING)
            return doc[opens].text if closed and ACRONYM.fullmatch(doc[opens].text) else None
        if i + 1 >= len(doc) or doc[i].text != "(":
            return None
        close = next((j for j in range(i + 1, min(i + 9, len(doc))) if doc[j].text == ")"), None)
        inner = str(doc[i + 1 : close].text).strip("\"'“”‘’") if close else ""
        return inner if ACRONYM.fullmatch(inner) else None

    def spelt_from(self, acronym: str, name: Name) -> int | None:
        """The token from which on the words spell the acronym's letters; None where they do not, but for what is known anyway."""
        letters = [c.upper() for c in acronym if c.isupper()]
        doc = self.doc
        taken = {i for n in self.names if n is not name for i in range(n.start, n.end) if n.known or n.label == PER}
        start = name.start
        while start >= 0 and name.end - start <= LONGEST_NAME and (start not in taken or self.just_spells(letters, start, name.end)):
            low = doc[start].lower_
            capital = doc[start].text[:1].isupper()
            if not (capital or low in SMALL or start >= name.start):
                break
            if capital and doc[start].text[0] == letters[0] and spells(letters, [doc[i].text for i in range(start, name.end)]):
                return start
            start -= 1
        named = name.end - name.start > 1 and any(doc[i].lower_ in in_names() for i in range(name.start, name.end))
        if name.known and (name.label == LOC or acronym_of(acronym) not in {None, name.known}):  # "Zandovia (AFP)"
            return None
        return name.start if name.known or (named and acronym not in surfaces()) else None  # in another tongue's order: "… Front (FLA)"

    def just_spells(self, letters: Sequence[str], start: int, end: int) -> bool:
        """Are they the initials of the words in capitals, no more and no less? Then a people's name may begin it ("Zandovians United for Reform (ZUR)")."""
        return len(letters) > 2 and [t.text[0] for t in self.doc[start:end] if t.text[:1].isupper()] == list(letters)

    def unnamed(self) -> Iterator[Name]:
        """Words before an acronym in brackets that spell it, of which the names' component has made no name that ends there."""
        ends = {n.end for n in self.names}
        for i in range(1, len(self.doc) - 2):
            inner = self.bracketed(i) if self.doc[i].text == "(" and i not in ends and self.doc[i - 1].text[:1].isupper() else None
            letters = [c for c in inner or "" if c.isupper()]
            starts = (s for s in range(i - 2, max(-1, i - LONGEST_NAME), -1) if self.doc[s].text[:1] in letters[:1])
            start = next((s for s in starts if self.just_spells(letters, s, i) and self.is_a_name(s, i)), None)
            if start is not None:
                yield Name(start, i, ORG)

    def is_a_name(self, start: int, end: int) -> bool:
        """Capitals and the small words between them, nothing else."""
        return all(t.text[:1].isupper() or t.lower_ in SMALL for t in self.doc[start:end])

    def run(self) -> None:
        full = [n for n in self.names if n.label == PER and n.known is None and len(parts(self.doc, n)) > 1]
        for name in full:
            self.person(name)
        for name, other in self.aliases:
            self.persons.append((parts(self.doc, other), self.person(name)))
        for name in self.names:
            index = self.entity(name)
            if index is not None:
                form: MentionForm = "adjective" if name.form == "adjective" else "name"
                self.book.mention(name.start, name.end, self.doc[name.start : name.end].root.i, index, form)

    def entity(self, name: Name) -> int | None:
        if name.form == "capital":
            return None  # a seat of government is somebody only where the grammar says so
        text = spelt_with_hyphen(self.text(name))
        if name.known is None and text in self.states:
            return self.own_state(self.states[text], text)
        formal = formal_state(self.text(self.acronyms.get(text, name))) if name.known is None else None
        if formal is not None:
            return self.known(replace(name, label=LOC, known=formal), text)
        if name.label == PER and name.known is None:
            return self.person(name)
        name = self.acronyms.get(text, name)
        if name.known is None and name.end - name.start == 1:
            name = self.papers.get(text, name)
        if name.known is None and text.isupper():
            name = self.initials.get(text, name)
        if name.known is not None:
            return self.known(name, text)
        followers = name.end - name.start == 1 and self.doc[name.start].tag_ == "NNPS"  # "the Naxalites"
        if (name.label != ORG and not (name.label is None and followers)) or self.doc[name.start].lower_ == "operation":
            return None
        if followers and (led := self.led_by(text)) is not None:
            self.alias(led, text)
            return led
        if self.head_word(name) in role_words().grammar.not_actors and not has_people(self.doc, name):
            return None
        fighting = followers or text in self.fighting
        return self.organisation(self.ministries.named(name, spelt_with_hyphen(self.text(name))), text, fighting=fighting)

    def led_by(self, followers: str) -> int | None:
        """The only known group so far whose people are called so ("the Maoists")."""
        found = [i for i, facts in enumerate(self.book.facts) if followers.lower() in facts.called and self.book.entities[i].kind == "group"]
        return found[0] if len(found) == 1 else None

    def head_word(self, name: Name) -> str:
        """The noun of a body's name: its last word, or the last before "of …"."""
        link = next((i for i in range(name.start + 1, name.end) if self.doc[i].lower_ in LINKS | {"in"}), name.end)
        return str(self.doc[link - 1].lower_)

    def known(self, name: Name, text: str) -> int:
        known = lexicon().known[name.known or ""]
        key = f"{known.id}:people" if name.form == "people" and known.kind == "state" else known.id
        if key not in self.by_known:
            if name.form == "people" and known.kind == "state":
                self.by_known[key] = self.book.add(self.text(name), "people", actor=key, plural=True)
            else:
                self.by_known[key] = self.book.add(known.name, known.kind, actor=known.id, plural=known.kind == "people")
                self.book.facts[-1].called |= known.called
            self.book.facts[-1].people |= known.people
        index = self.by_known[key]
        self.alias(index, text, form=name.form)
        return index

    def own_state(self, name: str, text: str) -> int:
        """The entity of a state that only this document knows."""
        if name not in self.by_text:
            self.by_text[name] = self.book.add(name, "state")
            self.book.facts[-1].called |= {"state", "country", "government"}
        self.alias(self.by_text[name], text)
        return self.by_text[name]

    def organisation(self, full: str, text: str, *, fighting: bool = False) -> int:
        """The entity of a body that is not in `knowledge/`: its full name, and how it is written here; `fighting` where its people or fighters are told of."""
        bare = re.sub(r"^the\s+", "", full, flags=re.IGNORECASE)
        if bare not in self.by_text:
            kind = body_kind(bare)
            kind = "group" if kind in {"unknown", "body"} and fighting else kind
            self.by_text[bare] = self.book.add(bare, kind)
            first, last = bare.split()[0].lower(), bare.split()[-1].lower()
            head = re.split(r"\s(?:of|for|on)\s", bare)[0].split()[-1].lower()  # "High Council of Elders" is a council
            self.book.facts[-1].called |= {last, first, head} | (
                {"group", "organization", "organisation", "movement"} if kind in {"group", "unknown"} else {"agency", "body"}
            )
        index = self.by_text[bare]
        self.alias(index, text)
        return index

    def person(self, name: Name) -> int:
        words = parts(self.doc, name)
        matches = [
            (full, index)
            for full, index in self.persons
            if (is_short_for(words, full) or is_short_for(full, words)) and not (len(words) < len(full) and name.start < self.kin.get(index, 0))
        ]
        own = [m for m in matches if m[1] not in self.kin or len(m[0]) <= len(words)]
        matches = own or matches
        whole = [m for m in matches if m[0] == words and len(words) > 1]
        if matches:
            full, index = whole[0] if whole else matches[-1] if len(matches) == 1 else self.nearest(matches, name)
            if len(words) > len(full):
                self.book.entities[index].name = self.text(name)
                self.persons[self.persons.index((full, index))] = (words, index)
        else:
            gender: Gender | None = next((given_names()[w] for w in words[:2] if w in given_names()), None) if len(words) > 1 else None
            index = self.book.add(self.text(name), "person", gender=gender)
            self.persons.append((words, index))
            if is_kin(self.doc, name):
                self.kin[index] = name.start
        self.alias(index, self.text(name))
        return index

    def nearest(self, matches: list[tuple[list[str], int]], name: Name) -> tuple[list[str], int]:
        """Of several who bear a name, the one named last before this place."""
        indices = {index for _, index in matches}
        latest = next((m.entity for m in reversed(self.book.mentions) if m.entity in indices and m.words[0] < name.start), matches[0][1])
        return next(m for m in matches if m[1] == latest)

    def alias(self, index: int, text: str, form: str = "name") -> None:
        entity = self.book.entities[index]
        if form == "name" and text != entity.name and text not in entity.aliases:
            entity.aliases.append(text)


def spelt_with_hyphen(text: str) -> str:
    """ "ABCD (EF)" and "ABCD(EF)" as "ABCD-EF"."""
    return FACTION.sub(r"-\1", text)


def body_kind(text: str) -> ActorKind:
    """The kind of an organisation that nothing is known of, by the nouns of its name."""
    words = [w.lower() for w in text.split()]
    if any(w in {"army", "front", "brigade", "brigades", "militia", "movement", "group", "forces", "alliance", "party", "coalition"} for w in words):
        return "group"
    if any(w in role_words().bodies.papers | {"newspaper"} for w in words[1:]) or words[-1] in {"tv", "radio"} or words[0] in {"radio", "channel"}:
        return "media"
    return "body" if any(w in in_names() for w in words) else "unknown"
