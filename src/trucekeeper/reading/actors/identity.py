"""Which names of a document are one somebody: known actors, full and short names of persons, bodies and their acronyms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from trucekeeper.reading.actors.book import Book
from trucekeeper.reading.actors.lexicon import Gender, given_names, lexicon, nouns
from trucekeeper.reading.actors.names import HYPHENS, ORG, PARTICLES, PER, Name, plain
from trucekeeper.reading.layers import ActorKind, MentionForm

ACRONYM = re.compile(r"(?:[A-Z]\.?-?){2,}[a-z]{0,2}[A-Z]*(?:[-/][A-Z]+)?|[A-Z]-[A-Za-z]{2,}[A-Z]+")


def parts(doc: Doc, name: Name) -> list[str]:
    """The words of a personal name that tell people apart: no particles, hyphens or initials."""
    words = [plain(doc[i].text) for i in range(name.start, name.end) if doc[i].text not in HYPHENS and doc[i].text != "."]
    bare = [w for w in words if w not in PARTICLES and not (len(w) <= 2 and w.endswith(".")) and len(w) > 1]
    return bare or words


def is_short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Do the words of one name stand in the other in order, ending on its last word (or being its only given name)?"""
    if len(short) > len(full):
        return False
    at = iter(full)
    in_order = all(any(w == f for f in at) for w in short)
    return in_order and (short[-1] == full[-1] or len(short) == 1 or full[: len(short)] == list(short))


class Naming:
    """Gives every name its entity, in text order, so that the first full name opens an entity and later short ones find it."""

    def __init__(self, book: Book, names: list[Name]) -> None:
        self.book = book
        self.doc = book.doc
        self.names = names
        self.persons: list[tuple[list[str], int]] = []
        self.by_known: dict[str, int] = {}
        self.by_text: dict[str, int] = {}
        self.acronyms = self.defined_acronyms()

    def text(self, name: Name) -> str:
        text = self.doc[name.start : name.end].text
        return re.sub(r"\s+", " ", text)

    def defined_acronyms(self) -> dict[str, Name]:
        """Acronyms that the text explains ("… Front (ABC)") -> the name before the bracket."""
        found: dict[str, Name] = {}
        for name in self.names:
            i = name.end
            while i < len(self.doc) and i - name.end < 2 and self.doc[i].text in {'"', "”", "’s", "'s"}:
                i += 1
            if i + 1 >= len(self.doc) or self.doc[i].text != "(":
                continue
            close = next((j for j in range(i + 1, min(i + 9, len(self.doc))) if self.doc[j].text == ")"), None)
            if close is None or name.label == PER:
                continue
            inner = self.doc[i + 1 : close].text.strip("\"'“”‘’")
            if ACRONYM.fullmatch(inner) and inner not in found:
                found[inner] = name
        return found

    def run(self) -> None:
        full = [n for n in self.names if n.label == PER and n.known is None and len(parts(self.doc, n)) > 1]
        for name in full:
            self.person(name)
        for name in self.names:
            index = self.entity(name)
            if index is not None:
                form: MentionForm = "adjective" if name.form == "adjective" else "name"
                self.book.mention(name.start, name.end, self.doc[name.start : name.end].root.i, index, form)

    def entity(self, name: Name) -> int | None:
        if name.form == "capital":
            return None  # a seat of government is somebody only where the grammar says so
        if name.label == PER and name.known is None:
            return self.person(name)
        text = self.text(name)
        name = self.acronyms.get(text, name)
        if name.known is not None:
            return self.known(name, text)
        return self.organisation(self.text(name), text) if name.label == ORG else None

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

    def organisation(self, full: str, text: str) -> int:
        """The entity of a body that is not in `knowledge/`: its full name, and how it is written here."""
        bare = re.sub(r"^the\s+", "", full, flags=re.IGNORECASE)
        if bare not in self.by_text:
            kind = body_kind(bare)
            self.by_text[bare] = self.book.add(bare, kind)
            last = bare.split()[-1].lower()
            first = bare.split()[0].lower()
            self.book.facts[-1].called |= {last, first} | (
                {"group", "organization", "organisation", "movement"} if kind in {"group", "unknown"} else {"agency", "body"}
            )
        index = self.by_text[bare]
        self.alias(index, text)
        return index

    def person(self, name: Name) -> int:
        words = parts(self.doc, name)
        matches = [(full, index) for full, index in self.persons if is_short_for(words, full) or is_short_for(full, words)]
        if matches:
            full, index = matches[-1] if len(matches) == 1 else self.nearest(matches, name)
            if len(words) > len(full):
                self.book.entities[index].name = self.text(name)
                self.persons[self.persons.index((full, index))] = (words, index)
        else:
            gender: Gender | None = next((given_names()[w] for w in words[:2] if w in given_names()), None) if len(words) > 1 else None
            index = self.book.add(self.text(name), "person", gender=gender)
            self.persons.append((words, index))
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


def body_kind(text: str) -> ActorKind:
    """The kind of an organisation that nothing is known of, by the nouns of its name."""
    words = [w.lower() for w in text.split()]
    if any(w in {"army", "front", "brigade", "brigades", "militia", "movement", "group", "forces", "alliance", "party", "coalition"} for w in words):
        return "group"
    if (
        any(w in {"newspaper", "times", "post", "tribune", "herald", "gazette"} for w in words[1:])
        or words[-1] in {"tv", "radio"}
        or words[0] in {"radio", "channel"}
    ):
        return "media"
    return "body" if any(w in nouns().in_names for w in words) else "unknown"
