"""Whom a description stands for among those whom the text has named or described before: "the group", "the U.S. president", "the government"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from trucekeeper.language.grammar.tree import first_conjunct
from trucekeeper.reading.actors.answering import charge_answered
from trucekeeper.reading.actors.book import Book
from trucekeeper.reading.actors.descriptions import Described, army_of, kind_of
from trucekeeper.reading.actors.lexicon import armies
from trucekeeper.reading.actors.role_nouns import genders, persons, role_words, synonyms

REACH = 12  # sentences back that a definite description may refer to
NEAR = 2  # sentences back for "the government", whose state has to be at hand
POSSESSED = re.compile(r"(?:['’]s|s['’])\s")
LINKED = re.compile(r"\s(?:of|for|to|at|from|in)\s")


def same_role(lemma: str, modifiers: tuple[str, ...], title: str) -> bool:
    """Does a title hold the noun, or one that may stand for it? A deputy is not whom he stands in for."""
    own = LINKED.split(POSSESSED.split(title.lower())[-1])[0]  # not the president's of "the president's envoy" or "envoy of the president"
    words = own.replace("-", " ").split()
    if any(w in role_words().tenure.deputies and w not in modifiers for w in words):
        return False
    whole = "-" in lemma and lemma.replace("-", " ") in " ".join(words)  # "the secretary-general"
    return whole or lemma in words or any(w in words for w in synonyms().get(lemma, ()))


class Tracer:
    """Finds what a description stands for among what has been mentioned before it; None where nothing fits surely."""

    def __init__(self, book: Book, offices: frozenset[str] = frozenset()) -> None:
        self.book = book
        self.offices = offices  # those that the report gives to somebody by name

    def candidates(self, d: Described, reach: int) -> Iterator[int]:
        """Entities by how lately they were mentioned, each once."""
        done: set[int] = set()
        for seen in self.book.recent(self.book.sentence_of[d.noun], reach=reach):
            if seen.entity not in done:
                done.add(seen.entity)
                yield seen.entity

    def trace(self, d: Described) -> int | None:
        kind = kind_of(d)
        if d.lemma in role_words().bodies.state and not d.plural:
            return self.government(d)
        if kind == "person" and (d.definite or d.people or d.named) and not d.indefinite:
            return self.person(d)
        if not d.definite or d.possessor_words:
            return None
        if kind in {"group", "body", "media", "agency"}:
            return self.collective(d)
        return None

    def person(self, d: Described) -> int | None:
        fitting = []
        for index in self.candidates(d, 1000):
            entity = self.book.entities[index]
            if entity.kind != "person" or entity.plural:
                continue
            gender = genders().get(d.lemma)
            if gender and entity.gender and gender != entity.gender:
                continue
            if entity.title and same_role(d.lemma, d.modifiers, entity.title) and self.belongs(d, index):
                if d.lemma in entity.title.lower().split():
                    return index
                if self.other_role(d, index):
                    continue
                fitting.append(index)  # a chair may be called president, but not before the president himself
            elif not self.book.facts[index].named and d.definite and self.same_words(d, entity.name):
                return fitting[0] if fitting else index
        return fitting[0] if fitting else self.only_person(d)

    def other_role(self, d: Described, index: int) -> bool:
        """Has somebody another role just here ("the rebel leader's truce was welcomed by the president"), or one that stands against the one described?"""
        sentence = self.book.sentence_of[d.noun]
        beside = any(s.entity == index and s.sentence == sentence and s.form != "pronoun" for s in self.book.recent(sentence, reach=0))
        title = (self.book.entities[index].title or "").lower()
        return beside or (d.lemma in role_words().tenure.ruling and any(w in role_words().groups.opposing for w in title.split()))

    def only_person(self, d: Described) -> int | None:
        """ "Ode urged calm. The minister said …": the only person so far, whom nothing is told of but what he said or decided just before.

        Nobody where the report gives the office to somebody by name, or where the description says more of him.
        """
        if not d.definite or d.people or d.named or d.modifiers or d.possessor_words or d.end > d.noun + 1:
            return None
        if d.lemma not in role_words().tenure.offices or d.lemma in self.offices:
            return None
        seen = [s for s in self.book.history if self.book.entities[s.entity].kind == "person" and not self.book.entities[s.entity].plural]
        if len({s.entity for s in seen}) != 1 or self.book.entities[seen[-1].entity].title or not self.book.facts[seen[-1].entity].named:
            return None
        near = self.book.sentence_of[d.noun] - seen[-1].sentence <= NEAR
        token = self.book.doc[seen[-1].token]
        acts = token.dep_ == "nsubj" and token.head.lemma_ in role_words().metonyms.subject
        return seen[-1].entity if near and acts else None

    def same_words(self, d: Described, name: str) -> bool:
        """ "the official" for "a senior official": the same noun, and no modifier that the other lacks, nor a deputy's."""
        words = name.lower().replace("-", " ").split()
        return (
            words[-1:] == [d.lemma]
            and all(m in words for m in d.modifiers)
            and not any(w in role_words().tenure.deputies and w not in d.modifiers for w in words)
        )

    def belongs(self, d: Described, index: int) -> bool:
        """Do the description's state and names agree with what is known of the candidate? Those that say nothing fit every candidate."""
        facts = self.book.facts[index]
        entity = self.book.entities[index]
        said = f"{entity.title or ''} {entity.of or ''}"
        for other in d.named:
            names = [self.book.entities[other].name, *self.book.entities[other].aliases]
            if not any(n in said for n in names) and not (self.book.facts[other].people & facts.people):
                return False
        distinctive = [m for m in d.modifiers if m not in {"former", "senior", "top", "late", "new"}]
        return all(m in said.lower() for m in distinctive) if entity.title else not distinctive

    def subjects_first(self, d: Described, reach: int) -> Iterator[int]:
        """The same, the subject of each sentence before others in it: of "Q is the armed wing of R" it is Q that the text goes on about."""
        seen = list(self.book.recent(self.book.sentence_of[d.noun], reach=reach))
        seen.sort(key=lambda s: (-s.sentence, not s.subject))
        yield from dict.fromkeys(s.entity for s in seen)

    def collective(self, d: Described) -> int | None:
        """ "the group", "the Palestinian movement", "the ministry": the last one mentioned that may be called so."""
        several = d.plural and d.lemma not in role_words().groups.armed and d.lemma != "police"
        if any(self.book.entities[n].kind != "state" for n in d.named) or several:
            return None  # "the groups", "the parties" are several
        charge = charge_answered(self.book, self.book.doc[d.noun])
        beside = self.beside(d)
        for index in self.subjects_first(d, REACH):
            if index in beside or (charge is not None and index in charge.by):
                continue
            entity, facts = self.book.entities[index], self.book.facts[index]
            if entity.kind in {"person", "people", "state"}:
                continue
            own = facts.named and (entity.actor or "").startswith("~")  # of known actors the gazetteer says what they are called
            last = entity.name.lower().split()[-1] if own else ""
            called = d.lemma in facts.called or d.lemma == last or (d.lemma in role_words().meant.any_group and entity.kind == "group" and facts.named)
            if not called or (d.people and not d.people & facts.people) or (entity.kind != "group" and role_words().meant.fighting & set(d.modifiers)):
                continue
            if any(m in entity.name.lower() for m in d.modifiers) or not self.restricting(d, facts.named):
                return index
        return self.only_rebels(d, charge.by if charge is not None else frozenset()) if d.plural else None

    def beside(self, d: Described) -> set[int]:
        """Those joined to it by "and" or the like, by the tree or by the words: they are others ("the Front and the group")."""
        doc = self.book.doc
        noun, first = doc[d.noun], first_conjunct(doc[d.noun])
        near = [m for m in self.book.mentions if noun.sent.start <= m.token < noun.sent.end and m.token != d.noun]
        joined = d.start if d.start and doc[d.start - 1].lower_ in {"and", "or"} else None
        return {m.entity for m in near if first_conjunct(doc[m.token]) == first or (joined and m.words[1] == joined - 1)}

    def only_rebels(self, d: Described, accusers: Collection[int]) -> int | None:
        """ "The rebels", "the insurgents": the group that the text has named most so far, where it may be one that fights."""
        if d.lemma not in role_words().groups.opposing & role_words().groups.armed - role_words().meant.alone or d.named or self.restricting(d, named=True):
            return None
        index = self.fighting_group()
        if index is None or index in accusers or self.sentences(index) & {self.book.sentence_of[d.noun]}:  # "the Front fought the rebels"
            return None
        return index if not d.people or d.people & self.book.facts[index].people else None

    def group_meant(self, unnamed: int, d: Described) -> int | None:
        """The group that the whole text is about, where rebels described before its name may be its own: no sentence tells of both."""
        words = role_words().meant
        fighters = d.lemma in role_words().groups.opposing & role_words().groups.armed - words.alone
        group = (d.lemma in role_words().groups.generic or d.lemma == "army") and any(m in words.fighting for m in d.modifiers)
        states = all(self.book.entities[n].kind == "state" for n in d.named) and (d.possessor is None or d.possessor in d.named)
        if not (fighters or group) or not states or any(m not in words.colour | words.size | words.fighting | words.left for m in d.modifiers):
            return None
        if (d.indefinite or not d.plural) and not d.definite and self.book.sentence_of[d.noun] > 0 and not d.possessor_words:
            return None  # one more group, told of later
        index = self.fighting_group()
        if index is None or self.sentences(index) & self.sentences(unnamed):
            return None
        people = self.book.facts[index].people
        return index if not people or not d.people or d.people & people else None

    def fighting_group(self) -> int | None:
        """The named group that the text has told of most so far, where it may be one that fights."""
        found = {s.entity for s in self.book.history if self.book.entities[s.entity].kind == "group" and self.book.facts[s.entity].named}
        index = self.foremost(found)
        if index is None:
            return None
        entity, called = self.book.entities[index], self.book.facts[index].called
        listed = not (entity.actor or "~").startswith("~")
        if listed and not called & (
            role_words().groups.opposing - role_words().meant.alone - role_words().meant.militias
        ):  # the list knows whether it fights a state
            return None
        return None if role_words().meant.parties & (called | set(entity.name.lower().split())) else index

    def sentences(self, entity: int) -> set[int]:
        """The sentences that mention somebody."""
        return {s.sentence for s in self.book.history if s.entity == entity and s.form != "pronoun"}

    def only_army(self, d: Described) -> str | None:
        """The id of "the army", "the military": that of the only state whose troops the text has told of so far."""
        of_country = any(t.lower_ in {"country", "nation"} for t in self.book.doc[d.start : d.noun])
        if d.lemma not in role_words().groups.army or not d.definite or d.people or d.named or ((d.modifiers or d.possessor_words) and not of_country):
            return None
        found = {actor for s in self.book.history if self.is_army(actor := self.book.entities[s.entity].actor or "")}
        if found:
            return found.pop() if len(found) == 1 else None
        states = [s for s in self.book.history if self.book.entities[s.entity].kind == "state"]
        sole = len({s.entity for s in states}) == 1 and any(s.form != "adjective" for s in states)
        return army_of(self.book, states[0].entity) if sole else None

    def masters(self, d: Described) -> list[int]:
        """Whose it is: those named in it, or the state that possesses it ("the country's army")."""
        if not d.named and d.possessor is not None and self.book.entities[d.possessor].kind == "state":
            return [d.possessor]
        return list(d.named)

    def is_army(self, actor: str) -> bool:
        return actor.endswith(":forces") or actor in armies().values()

    def restricting(self, d: Described, named: bool) -> bool:
        """Would the modifiers tell this one from others? Those that only colour ("the militant group") do not, for a named one with its state said."""
        return not named or any(m not in role_words().meant.colour | role_words().meant.size for m in d.modifiers)

    def government(self, d: Described) -> int | None:
        """A government is its state: the one that its words name, that its head of state's name gives, or the last at hand, told as one where it is."""
        for index in d.named:
            entity = self.book.entities[index]
            if entity.kind == "state":
                return index
            if entity.kind == "person" and entity.of:
                return next((e.index for e in self.book.entities if e.kind == "state" and entity.of in {e.name, *e.aliases}), None)
        if d.named or not d.definite or d.modifiers or d.possessor_words or self.of_a_part(d):
            return None
        near = [s for s in self.book.recent(self.book.sentence_of[d.noun], reach=NEAR) if self.book.entities[s.entity].kind == "state"]
        if len({s.entity for s in self.book.history if self.book.entities[s.entity].kind == "state"}) > 1:
            near = [s for s in near if s.form != "adjective"]  # told in passing, of one of several states
        told = [s for s in near if s.form == "description" and s.subject] or [s for s in near if s.form == "description"]
        return told[0].entity if told else self.foremost({s.entity for s in near})

    def of_a_part(self, d: Described) -> bool:
        """ "the government of Orsk", where Orsk is no state that is known: a region's own, or that of a part of the country."""
        behind = self.book.doc[d.noun + 1 : d.noun + 4]
        named = [t for t in behind[1:] if t.text[:1].isupper()]
        return len(behind) > 1 and behind[0].lower_ == "of" and bool(named) and named[0].lower_ not in persons() and named[0].ent_type_ != "PER"

    def foremost(self, found: set[int]) -> int | None:
        """Whom the report is about, of several states or groups: the only one, or one told of twice as often as any other."""
        counts = sorted(((self.book.counts[s], s) for s in found), reverse=True)
        if len(counts) > 1 and counts[0][0] < 2 * counts[1][0]:
            return None
        return counts[0][1] if counts else None
