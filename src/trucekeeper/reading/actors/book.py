"""The register of one document's somebodies while it is being filled: entities, mentions, and what was spoken of last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.tree import base
from trucekeeper.model.ids import slug
from trucekeeper.reading.actors.role_nouns import Gender
from trucekeeper.reading.layers import ActorKind, Entity, Mention, MentionForm

SUBJECTS = frozenset({"nsubj", "csubj"})
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
DESCRIBING = NOMINAL | {"ADP", "CCONJ", "PUNCT", "NUM"}


@dataclass(slots=True)
class Facts:
    """What the reader knows of an entity beyond what the layer keeps: states that it belongs to, nouns that it may be called by, whether it has a name."""

    people: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    named: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention in the course of the text. `sentence` counts from 0."""

    token: int
    sentence: int
    entity: int
    subject: bool
    quoted: bool
    form: MentionForm


@dataclass(slots=True)
class Book:
    doc: Doc
    sentence_of: list[int]
    quoted: list[bool]
    told_of: list[int] = field(default_factory=list)  # the number of each token's sentence, those wholly within a quotation not counted
    entities: list[Entity] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    history: list[Seen] = field(default_factory=list)
    counts: Counter[int] = field(default_factory=Counter)  # entity -> mentions seen so far

    def add(
        self,
        name: str,
        kind: ActorKind,
        *,
        actor: str | None = None,
        named: bool = True,
        plural: bool = False,
        gender: Gender | None = None,
        of: str | None = None,
    ) -> int:
        """A new entity's index. A named one without an id of `knowledge/` gets the document's own."""
        index = len(self.entities)
        if actor is None and named:
            actor = f"~{slug(name)}"
        self.entities.append(Entity(index, name, kind, actor, gender, plural, of=of))
        self.facts.append(Facts(named=named))
        return index

    def mention(self, start: int, end: int, head: int, entity: int, form: MentionForm) -> Mention:
        """Tokens [start, end) stand for an entity; the first that is said of a head token holds."""
        span = self.doc[start:end]
        made = Mention(span.start_char, span.end_char, head, span.text, entity, form, (start, end))
        self.mentions.append(made)
        return made

    def see(self, mention: Mention, *, titles: Iterable[int] = ()) -> None:
        """Note a mention in the course of the text; `titles` are the tokens of its titles' nouns, which the parse may have made the subject instead."""
        token = self.doc[mention.token]
        subject = is_subject(token) or any(is_subject(self.doc[i]) for i in titles) or self.leads(min([*titles, mention.words[0]]), mention.words[1])
        self.counts[mention.entity] += 1
        self.history.append(Seen(token.i, self.sentence_of[token.i], mention.entity, subject, self.quoted[token.i], mention.form))

    def leads(self, first: int, end: int) -> bool:
        """Do words that open the sentence stand right before its finite verb, or a comma and the verb? A subject, whatever the tree; so is a name that a comma
        sets behind its description ("The minister for trade and peace, Ann Lee, said").
        """
        plain = DESCRIBING if first and self.doc[first - 1].text == "," else NOMINAL
        if end >= len(self.doc) or any(t.pos_ not in plain for t in self.doc[self.doc[first].sent.start : first]):
            return False
        after = self.doc[end + 1] if self.doc[end].text == "," and end + 1 < len(self.doc) else self.doc[end]
        return after.tag_ in {"VBD", "VBZ", "MD"}

    def recent(self, sentence: int, *, reach: int) -> Iterable[Seen]:
        """What was mentioned up to `reach` sentences back, latest first."""
        for seen in reversed(self.history):
            if seen.sentence < sentence - reach:
                return
            yield seen


def is_subject(token: Token) -> bool:
    """Is the phrase of this token a subject, itself or as the first of several?"""
    while base(token) in {"conj", "flat", "compound", "appos"} and token.head.i != token.i:
        token = token.head
    return base(token) in SUBJECTS


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence, blank and quote-only sentences not counted."""
    numbers = []
    number = -1
    for sent in doc.sents:
        if number < 0 or any(t.is_alpha for t in sent):
            number += 1
        numbers += [number] * len(sent)
    return numbers


def telling_numbers(doc: Doc, quoted: list[bool]) -> list[int]:
    """For each token the number of its sentence among those that are not all quotation: a long one does not part "he said" from its speaker."""
    numbers = []
    number = -1
    for sent in doc.sents:
        if number < 0 or any(t.is_alpha and not quoted[t.i] for t in sent):
            number += 1
        numbers += [number] * len(sent)
    return numbers


def quoted_tokens(doc: Doc) -> list[bool]:
    """Which tokens stand between quotation marks; an unclosed mark ends with its paragraph."""
    found = []
    inside = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            inside = False
        if token.text in {"“", "«", "``"}:
            inside = True
        elif token.text in {"”", "»"} or (token.text in {'"', "''"} and inside):
            inside = False
        elif token.text in {'"', "''"}:
            inside = True
        found.append(inside)
    return found
