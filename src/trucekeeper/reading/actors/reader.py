"""The reader of actors: names, titles, then descriptions and pronouns in the order of the text."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from trucekeeper.reading.actors.appointments import with_told
from trucekeeper.reading.actors.book import Book, quoted_tokens, sentence_numbers, telling_numbers
from trucekeeper.reading.actors.choosing import proper_names
from trucekeeper.reading.actors.descriptions import Described, described, is_plural, kind_of, of_words, own_actor, singular
from trucekeeper.reading.actors.identity import Naming
from trucekeeper.reading.actors.lexicon import lexicon
from trucekeeper.reading.actors.metonyms import is_metonym
from trucekeeper.reading.actors.names import HYPHENS, LOC, Name
from trucekeeper.reading.actors.pronouns import PRONOUNS, Resolver
from trucekeeper.reading.actors.role_nouns import actor_nouns, genders, honorifics, persons, role_words
from trucekeeper.reading.actors.titles import Title, gender_of, is_grade, office_start, titles
from trucekeeper.reading.actors.tracing import Tracer
from trucekeeper.reading.layers import Mention, layers

LONGEST_CALLING = 7  # tokens


class Reading:
    """One document being read."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.names = proper_names(doc)
        quoted = quoted_tokens(doc)
        self.book = Book(doc, sentence_numbers(doc), quoted, telling_numbers(doc, quoted))
        self.titles = with_told(doc, self.names, titles(doc, self.names))
        self.in_title = {i for several in self.titles.values() for t in several for i in range(t.start, t.end) if self.doc[i].pos_ != "PRON"}
        self.in_name = {i: n for n in self.names if n.form in {"name", "capital"} for i in range(n.start, n.end)}
        self.owner: dict[int, Mention] = {}
        self.by_start: dict[int, Mention] = {}
        self.described: list[tuple[int, Described]] = []  # unnamed entities with their first description
        self.tracer = Tracer(self.book, frozenset(singular(doc[t.noun]) for several in self.titles.values() for t in several))
        self.resolver = Resolver(self.book)

    def run(self) -> Book:
        Naming(self.book, self.names).run()
        for mention in self.book.mentions:
            self.by_start[mention.words[0]] = mention
            for i in range(*mention.words):
                self.owner[i] = mention
        self.apply_titles()
        self.metonyms()
        self.walk()
        self.masters()
        self.rebels()
        self.book.mentions.sort(key=lambda m: (m.start, m.end))
        return self.book

    def apply_titles(self) -> None:
        for start, (title, *_) in self.titles.items():
            mention = self.by_start.get(start)
            if mention is None or (title.noun == title.start and self.doc[title.noun].lower_ == "one"):
                continue
            entity = self.book.entities[mention.entity]
            entity.gender = gender_of(self.doc, title) or entity.gender
            honorific = self.doc[title.noun].lower_ in honorifics() and self.doc[title.noun].lower_ not in persons()
            if honorific and not any(self.doc[i].lower_ in persons() for i in range(title.start, title.noun)):
                gender = honorifics()[self.doc[title.noun].lower_]
                entity.gender = gender or entity.gender
                continue
            owner = self.owner_of_title(title, mention.entity)
            if entity.title is None or (owner and not entity.of):
                entity.title = self.words_of(title)
                entity.of = owner
                self.book.facts[mention.entity].people |= self.people_of(title)

    def words_of(self, title: Title) -> str:
        """The title as written, without the rank after it ("army spokesman Colonel") and without "its" before it."""
        start, end = title.start, title.end
        while title.before and end - 1 > title.noun and is_grade(self.doc[end - 1]):
            end -= 1
        if title.before and title.noun == end - 1 and (is_grade(self.doc[title.noun]) or self.doc[title.noun].lower_ in honorifics()):
            role = next((i + 1 for i in range(end - 1, start, -1) if not is_grade(self.doc[i]) and self.doc[i].lower_ not in honorifics()), start)
            end = role if role > start and self.doc[role - 1].lower_ in persons() else end
        if self.doc[start].lower_ in {"its", "their"} and end - start > 1:
            start += 1
        return self.doc[start:end].text

    def owner_of_title(self, title: Title, person: int) -> str | None:
        """The organisation or state that a title names; the words after "of" where they are no known name."""
        inside = [m for i, m in sorted(self.owner.items()) if title.start <= i < title.end and m.entity != person and i == m.token]
        for mention in inside:
            if self.book.entities[mention.entity].kind != "person":
                return self.book.entities[mention.entity].name
        for mention in inside:
            return self.book.entities[mention.entity].of or self.book.entities[mention.entity].name
        after = next((i for i in range(title.noun + 1, title.end) if self.doc[i].lower_ in {"of", "for", "at"}), None)
        if after is None:
            return None
        words = self.doc[after + 1 : title.end]
        if self.doc[after - 1].lower_ in role_words().bodies.portfolios and (
            self.doc[after].lower_ == "for" or words.text.lower() == "state"
        ):  # what the office is for
            return None
        if words.text.islower() and self.doc[after].lower_ == "for":  # what the office is for, and not whose it is ("high commissioner for peace")
            return None
        return words[1:].text if len(words) > 1 and words[0].lower_ in {"the", "a", "an"} else words.text or None

    def people_of(self, title: Title) -> set[str]:
        return {code for i in range(title.start, title.end) if i in self.owner for code in self.book.facts[self.owner[i].entity].people}

    def metonyms(self) -> None:
        """Capitals that stand for their government are mentions of it; a place that nobody knows and that acts is somebody of its own."""
        for name in self.names:
            stranger = name.known is None and name.label == LOC and name.start not in self.owner
            if not stranger and (name.form != "capital" or name.known is None):
                continue
            head = self.doc[name.start : name.end].root
            if not is_metonym(head):
                continue
            if name.known is None:
                self.stranger(name, head.i)
                continue
            state = lexicon().known[name.known]
            index = next((e.index for e in self.book.entities if e.actor == state.id), None)
            if index is None:
                index = self.book.add(state.name, "state", actor=state.id)
                self.book.facts[index].people |= state.people
                self.book.facts[index].called |= state.called
            text = self.doc[name.start : name.end].text
            if text not in self.book.entities[index].aliases:
                self.book.entities[index].aliases.append(text)
            self.mentioned(name, head.i, index)

    def stranger(self, name: Name, head: int) -> None:
        """ "Norland said it had paid": a country or region that is in no table."""
        text = self.doc[name.start : name.end].text
        index = next((e.index for e in self.book.entities if e.name == text), None)
        self.mentioned(name, head, self.book.add(text, "state") if index is None else index)

    def mentioned(self, name: Name, head: int, index: int) -> None:
        mention = self.book.mention(name.start, name.end, head, index, "name")
        self.by_start[name.start] = mention
        self.owner.update(dict.fromkeys(range(name.start, name.end), mention))

    def walk(self) -> None:
        title_nouns = {t.noun: (start, t) for start, several in self.titles.items() for t in several}
        for token in self.doc:
            mention = self.by_start.get(token.i)
            if mention is not None:
                self.book.see(mention, titles=[t.noun for t in self.titles.get(token.i, ())])
            elif token.i in title_nouns and title_nouns[token.i][0] in self.by_start:
                start, title = title_nouns[token.i]
                self.titled(token, title, self.by_start[start])
            elif token.lower_ in PRONOUNS:
                self.pronoun(token)
            elif token.i not in self.in_name and token.pos_ in {"NOUN", "PROPN"} and singular(token) in actor_nouns():
                self.description(token)

    def titled(self, token: Token, title: Title, mention: Mention) -> None:
        """The title's noun is the person too, whichever of them the parse makes the head."""
        start, end = (title.start, title.end) if title.told else (min(title.start, mention.words[0]), max(title.end, mention.words[1]))
        self.owner[token.i] = self.book.mention(start, end, token.i, mention.entity, "description")

    def pronoun(self, token: Token) -> None:
        found = self.resolver.resolve(token)
        if found is not None:
            self.note(self.book.mention(token.i, token.i + 1, token.i, found, "pronoun"))

    def description(self, token: Token) -> None:
        if self.is_modifier(token):
            return
        if token.i in self.in_title:
            self.owner_in_title(token)
            return
        d = described(self.book, token, self.owner)
        if d.lemma == "head" and self.doc[d.start].tag_ == "PRP$":
            return
        found = self.named_behind(token)
        if found is None:
            found = self.tracer.trace(d)
        if found is None:
            found = self.unnamed(d)
        mention = self.book.mention(d.start, d.end, token.i, found, "description")
        self.owner[mention.token] = mention
        if d.start < token.i or d.plural:  # a bare singular ("served as minister") is a part, and nobody that a pronoun takes up
            self.book.see(mention)

    def owner_in_title(self, token: Token) -> None:
        """ "The group's leader, Ida Roe", "a spokesman for the group": whom a title's description stands for is whose the title is."""
        d = described(self.book, token, self.owner)
        possesses = d.end < len(self.doc) and self.doc[d.end].tag_ == "POS"
        if not possesses and (d.start == 0 or self.doc[d.start - 1].lower_ not in {"of", "for"}):
            return
        found = self.tracer.trace(d)
        start = next((s for s, several in self.titles.items() for t in several if t.start <= token.i < t.end and t.noun != token.i), None)
        if found is None or self.book.entities[found].kind == "person" or start not in self.by_start:
            return
        person = self.book.entities[self.by_start[start].entity]
        if person.of is None or person.of.lower() == d.lemma:
            person.of = self.book.entities[found].name
        self.note(self.book.mention(d.start, d.end, token.i, found, "description"))

    def named_behind(self, noun: Token) -> int | None:
        """The group that a description goes on to name: "the armed group Salt Front", "a group, the Salt Front,", "the rebels, known as the Salt Front"."""
        doc, at = self.doc, noun.i + 1
        set_off = at < len(doc) and doc[at].text == ","
        while (
            at < len(doc)
            and at < noun.i + LONGEST_CALLING
            and (doc[at].lower_ in role_words().grammar.calling or doc[at].is_quote or (set_off and doc[at].text == ","))
        ):
            at += 1
        mention = self.by_start.get(at)
        called = any(t.lower_ in {"known", "called"} for t in doc[noun.i + 1 : at])
        lemma = singular(noun)
        if mention is None or (lemma not in role_words().groups.generic and not (called and lemma in role_words().groups.opposing & role_words().groups.armed)):
            return None
        entity, head = self.book.entities[mention.entity], doc[mention.token]
        direct = at == noun.i + 1 and (head.head == noun or noun.head == head)
        end = mention.words[1]
        closed = set_off and not is_plural(noun) and end < len(doc) and doc[end].text in {",", "(", "–", "—"}
        if entity.kind not in {"group", "unknown"} or not (direct or called or closed):
            return None
        entity.kind = "group"
        self.book.facts[mention.entity].called.add(lemma)
        return mention.entity

    def is_modifier(self, token: Token) -> bool:
        """A noun before another noun is no somebody ("group leader", "army base")."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        before = self.doc[token.i - 1] if token.i else None
        if after is not None and office_start(after) <= token.i:
            return True  # "Secretary" of "Secretary General"
        if office_start(token) < token.i:
            return after is not None and token.dep_ == "compound" and token.head.i > token.i and after.pos_ in {"NOUN", "PROPN"}
        if (after is not None and after.text in HYPHENS and not token.whitespace_) or (
            before is not None and before.text in HYPHENS and not before.whitespace_
        ):
            return not (
                before is not None
                and before.text in HYPHENS
                and token.dep_ not in {"compound", "amod"}
                and singular(token) in role_words().groups.armed | role_words().groups.plural
            )
        return after is not None and token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i and after.pos_ in {"NOUN", "PROPN"}

    def unnamed(self, d: Described) -> int:
        words = self.doc[d.start : d.end]
        while len(words) > 1 and (words[0].lower_ in {"the", "a", "an"} or words[0].text[0].isdigit()):
            words = words[1:]
        text = words.text
        if d.definite:
            for entity in reversed(self.book.entities):
                if not self.book.facts[entity.index].named and entity.name.casefold() == text.casefold():
                    return entity.index
        gender = genders().get(d.lemma) if not d.plural else None
        index = self.book.add(
            text,
            kind_of(d),
            actor=own_actor(self.book, d.lemma, self.tracer.masters(d), self.doc[d.start : d.end], plural=d.plural) or self.tracer.only_army(d),
            named=False,
            plural=is_plural(self.doc[d.noun]),
            gender=gender,
            of=of_words(self.book, d),
        )
        facts = self.book.facts[index]
        facts.people |= d.people
        facts.called.add(d.lemma)
        self.described.append((index, d))
        return index

    def rebels(self) -> None:
        """Rebels of whom the text tells before it names the group that it is about ("Burundi's last rebel group", "armed separatists") are that group's."""
        for index, d in self.described:
            if self.book.entities[index].actor is None and (group := self.tracer.group_meant(index, d)) is not None:
                self.book.entities[index].actor = self.book.entities[group].actor

    def masters(self) -> None:
        """Whom an unnamed one belongs to where that is told by a description after it ("Representatives of the group"), resolved by now."""
        for mention in self.book.mentions:
            entity = self.book.entities[mention.entity]
            if self.book.facts[mention.entity].named or entity.of or mention.form != "description":
                continue
            inside = [self.owner[i].entity for i in range(mention.token + 1, mention.words[1]) if i in self.owner and self.owner[i].token == i]
            found = [i for i in dict.fromkeys(inside) if self.book.entities[i].kind not in {"person", "people"} and i != mention.entity]
            if found:
                entity.of = self.book.entities[found[0]].name
                entity.actor = entity.actor or own_actor(
                    self.book, singular(self.doc[mention.token]), found[:1], self.doc[slice(*mention.words)], plural=entity.plural
                )

    def note(self, mention: Mention) -> None:
        self.owner[mention.token] = mention
        self.book.see(mention)


def entities_of(doc: Doc, names: list[Name]) -> list[Span]:
    """The names as the Doc's entities: states and seats of government are places, demonyms none."""
    return [Span(doc, n.start, n.end, label=n.label) for n in names if n.label and n.form in {"name", "capital"}]


def read(doc: Doc) -> Doc:
    reading = Reading(doc)
    book = reading.run()
    found = layers(doc)
    found.entities, found.mentions = book.entities, book.mentions
    doc.set_ents(entities_of(doc, reading.names), default="outside")
    return doc
