"""Pronouns of the third person: whom "he", "she", "it" and "they" stand for, left unresolved where two would do."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import possessors
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base
from trucekeeper.reading.actors.answering import Charge, charge_answered
from trucekeeper.reading.actors.book import Book, Seen, is_subject
from trucekeeper.reading.actors.role_nouns import Gender, persons, role_words

PERSON: dict[str, Gender] = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THING = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "themselves"})
PRONOUNS = frozenset(PERSON) | THING | MANY
REACH = 3  # sentences back for a person
GOING_ON = 1.0
FARTHEST = 15  # the same over sentences of a quotation
COLLECTIVE = frozenset({"group", "state", "body", "media", "agency", "unknown"})
TALKED_OF, TALKED_OF_MOST = 0.15, 1.5  # what each earlier mention adds: a report goes on about whom it is about
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})  # of one clause: two of them are two
SURE = 1.0  # by how much the best candidate must lead


class Resolver:
    def __init__(self, book: Book) -> None:
        self.book = book

    def resolve(self, token: Token) -> int | None:
        charge = charge_answered(self.book, token)
        if charge is not None:
            return self.accused(token, charge)
        low = token.lower_
        if low in PERSON:
            return self.person(token, PERSON[low])
        return self.thing(token) if low in THING else self.many(token)

    def accused(self, token: Token, charge: Charge) -> int | None:
        """The only one accused that the pronoun fits."""
        fitting = [i for i in sorted(charge.against) if self.fits(token.lower_, i)]
        return fitting[0] if len(fitting) == 1 else None

    def fits(self, pronoun: str, index: int) -> bool:
        entity = self.book.entities[index]
        if pronoun in PERSON:
            return entity.kind == "person" and not entity.plural and entity.gender in {None, PERSON[pronoun]}
        return self.collective(index, plural=pronoun in MANY) is not None

    def person(self, token: Token, gender: Gender) -> int | None:
        """The best placed person of fitting gender: subjects before others, the nearer sentence before the farther."""
        here = self.book.sentence_of[token.i]
        quoted, numbers = self.book.quoted[token.i], self.book.told_of
        scores: dict[int, float] = {}
        for seen in self.book.recent(here, reach=REACH if quoted else FARTHEST):
            if not quoted and numbers[token.i] - numbers[seen.token] > REACH:
                continue
            entity = self.book.entities[seen.entity]
            if entity.kind != "person" or entity.plural or (entity.gender and entity.gender != gender):
                continue
            if self.beside(token, entity.name):
                continue
            doubtful = not (entity.title or entity.gender or " " in entity.name or seen.subject)  # a lone capitalised word may be no person at all
            if doubtful or self.barred(token, seen):
                continue
            score = self.weight(token, seen, here) + (1.0 if entity.gender == gender else 0.0) + (0.5 if entity.title else 0.0)
            score += min(TALKED_OF_MOST, TALKED_OF * self.book.counts[seen.entity])
            scores[seen.entity] = max(scores.get(seen.entity, -99.0), score)
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < SURE):
            return None
        chosen = ranked[0][0]
        if self.book.entities[chosen].gender is None:
            self.book.entities[chosen].gender = gender
        return chosen

    def weight(self, token: Token, seen: Seen, here: int) -> float:
        apart = here - seen.sentence if self.book.quoted[token.i] or seen.quoted else self.book.told_of[token.i] - self.book.told_of[seen.token]
        score = -2.0 * apart
        if seen.subject:
            score += 2.0 + (GOING_ON if apart == 1 and not seen.quoted and self.opens(token) else 0.0)
        if self.book.quoted[token.i] == seen.quoted:
            score += 1.0
        if seen.form == "pronoun":
            score += 0.5
        if here == seen.sentence:
            governing = [s for a in ancestors(token) for s in own_subjects(a)]
            if seen.token in {s.i for s in governing}:
                score += 1.5
            if seen.token in {p.i for s in governing if s.lower_ in role_words().bodies.speaking_for for p in possessors(s)}:
                score += 4.0
        return score

    def opens(self, token: Token) -> bool:
        """Does the pronoun open its sentence? It then mostly goes on about the subject of the one before ("Ode refused. He said …")."""
        return bool(token.is_sent_start) and base(token) == "nsubj" and not self.book.quoted[token.i]

    def barred(self, token: Token, seen: Seen) -> bool:
        """A subject pronoun is not its own verb's object, nor an object its subject; one inside a quote is not who speaks it."""
        other = self.book.doc[seen.token]
        if base(token) in ARGUMENTS and token.lower_ not in {"himself", "herself"} and other.head == token.head and other.i != token.i:
            return base(other) in ARGUMENTS
        if self.book.quoted[token.i] and not seen.quoted and self.book.sentence_of[token.i] == seen.sentence:
            return is_subject(other) and other.head in list(ancestors(token))
        return False

    def beside(self, token: Token, name: str) -> bool:
        """Is somebody of that name told of in another place of the pronoun's own clause ("he agreed with Ode that …")?"""
        if base(token) not in ARGUMENTS:
            return False
        return any(c.i > token.i and base(c) in ARGUMENTS and c.pos_ == "PROPN" and c.text in name.split() for c in token.head.children)

    def governor(self, token: Token) -> int | None:
        """The collective that is the subject of the clause that the pronoun's clause hangs on ("X said it would …"), or of its own ("X withdrew its …")."""
        for verb in ancestors(token):
            for subject in subjects(verb) if verb.pos_ in {"VERB", "AUX"} else []:
                if subject.i >= token.i:
                    continue
                found = self.at(subject)
                if found is not None and sum(s.pos_ != "NUM" for s in subjects(verb)) == 1:  # "X, one of the three, said it would …"
                    return found
            if base(verb) in {"conj", "root"} and verb.head.i == verb.i:
                return None
        return None

    def author(self, token: Token) -> int | None:
        """The collective whose text is the subject of the clause that the pronoun's clause hangs on ("The Front's statement named nobody, but it said …")."""
        for verb in ancestors(token):
            for text in own_subjects(verb):
                owners = (
                    [self.at(c) for c in text.children if base(c) in {"compound", "nmod"}]
                    if text.i < token.i and text.lemma_.lower() in role_words().grammar.texts
                    else []
                )
                issuers = {i for i in owners if self.collective(i, plural=False) is not None}
                if len(issuers) == 1:
                    return issuers.pop()
        return None

    def at(self, token: Token) -> int | None:
        """The entity last mentioned at a token."""
        for seen in self.book.recent(self.book.sentence_of[token.i], reach=0):
            if seen.token == token.i and seen.form != "adjective":
                return seen.entity
        return None

    def collective(self, index: int | None, *, plural: bool) -> int | None:
        if index is None:
            return None
        entity = self.book.entities[index]
        fits = entity.kind in COLLECTIVE and not entity.plural
        many = entity.plural or entity.kind in {"people", "group", "body", "media"}
        return index if (many if plural else fits) else None

    def thing(self, token: Token) -> int | None:
        found = self.collective(self.governor(token), plural=False)
        if found is not None:
            return found
        if base(token) == "nsubj" and token.head.lemma_.lower() in role_words().grammar.saying and (author := self.author(token)) is not None:
            return author
        if token.tag_ == "PRP$":
            return self.master(token)
        verb = token.head
        if (
            token.lower_ != "it"
            or base(token) not in {"nsubj", "expl"}
            or verb.lemma_.lower() not in role_words().metonyms.subject
            or verb.lemma_.lower() not in role_words().grammar.saying
        ):
            return None
        aside = base(verb) == "parataxis" and 0 < verb.i - token.i < 3  # "China, it noted, has …"
        return self.speaker_before(token, plural=False) if token.sent.root == verb or aside else None

    def master(self, token: Token) -> int | None:
        """ "its spokesman": of the only collective subject earlier in the sentence, or in the sentence before where this one has none."""
        noun = token.head
        if noun.lower_ not in persons() or self.book.quoted[token.i]:
            return None
        here = self.book.sentence_of[token.i]
        earlier = {s.entity for s in self.book.recent(here, reach=0) if s.subject and not s.quoted and s.token < token.i and s.form != "adjective"}
        fitting = [i for i in sorted(earlier) if self.collective(i, plural=False) is not None]
        return fitting[0] if len(fitting) == 1 else None if earlier else self.speaker_before(token, plural=False)

    def speaker_before(self, token: Token, *, plural: bool) -> int | None:
        """The only collective subject of the sentence before."""
        here = self.book.sentence_of[token.i]
        subjects_before = {s.entity for s in self.book.recent(here, reach=1) if s.sentence == here - 1 and s.subject and s.form != "adjective"}
        fitting = [i for i in sorted(subjects_before) if self.collective(i, plural=plural) is not None]
        return fitting[0] if len(fitting) == 1 else None

    def many(self, token: Token) -> int | None:
        found = self.collective(self.governor(token), plural=True)
        if found is not None:
            return found
        here = self.book.sentence_of[token.i]
        if any(s.token < token.i and s.sentence == here for s in self.book.recent(here, reach=0)):
            return None
        if self.book.quoted[token.i] and not any(s.quoted for s in self.book.recent(here, reach=1) if s.sentence == here - 1):
            return None  # a quotation that begins with "they" speaks of whom its speaker has in mind
        if self.opens(token) and self.several(token):
            return None  # "Ode and Bol met the villagers. They agreed …": no one of those told of
        before = [s for s in self.book.recent(here, reach=1) if s.sentence == here - 1 and s.form != "adjective" and self.book.entities[s.entity].plural]
        for group in ({s.entity for s in before}, {s.entity for s in before if s.subject}):
            if len(group) == 1:
                return next(iter(group))
        return self.speaker_before(token, plural=True)

    def several(self, token: Token) -> bool:
        """Does the sentence before have several for its subject, or a "they" that is none of those told of?"""
        start = token.sent.start
        if not start:
            return False
        before = own_subjects(token.doc[start - 1].sent.root)
        return len(before) > 1 or any(s.lower_ == "they" and self.at(s) is None for s in before)
