"""Pronouns that speak: "he added" is whoever spoke last, where nobody else has come between.

A report goes on with the one it quotes: of "A said B would resign. He called it overdue" the speaker is A, though B stands nearer.
"""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tree import base
from trucekeeper.reading.actors.role_nouns import genders, persons
from trucekeeper.reading.layers import Entity, layers
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.naming import named_source
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.together import together

GENDER = {"he": "m", "she": "f"}
ONE_MORE = frozenset({"group", "state", "body", "media", "agency", "text"})
REACH = 2  # paragraphs back
COUNTED = frozenset({"one", "another"})  # "one of the sources"


def trace_voices(page: Page, kept: list[Draft]) -> None:
    """Sets `voice` of each pronoun that speaks, in text order, so that a chain of them comes down to one who is told."""
    spoken = sorted(kept, key=lambda d: d.head)
    outer: list[Draft] = []  # those so far that stand within nobody else's words
    for draft in spoken:
        if any(o is not draft and o.covers(draft.head) for o in kept):
            continue
        word = page.lower[draft.source_head] if draft.source_head is not None and not page.in_speech(draft.source_head) else ""
        if word in GENDER or word in {"it", "they"}:
            draft.voice = _before(page, draft, outer, word)
        outer.append(draft)


def _before(page: Page, draft: Draft, spoken: list[Draft], word: str) -> Draft | None:
    """The last who spoke and fits the pronoun, in the paragraphs just before; nobody where somebody else who fits has done something since."""
    pronoun = draft.source_head or 0
    known = layers(page.doc).entity_of(pronoun)
    if known is not None and word not in GENDER:
        return None
    if draft.act == "denial" and spoken and spoken[-1].act == "accusation":  # who denies is not who accused
        return None
    start = min([pronoun, *(a for a, _ in (*draft.source, *draft.content))])  # whom he speaks of is not himself
    for other in reversed(spoken):
        if page.paragraph_of[draft.head] - page.paragraph_of[other.head] > REACH:
            return None
        if other.source_head is None or other.source_head == pronoun or page.lower[other.source_head] in {"who", "which", "that"}:
            continue
        end = max([other.head + 1, *(b for a, b in (*other.source, *other.content) if b <= start)])
        if _someone_between(page, end, start, word):
            return None
        if other.voice is None and page.lower[other.source_head] in {"he", "she", "they", "it", "i", "we"} and other.source_head != pronoun:
            if page.lower[other.source_head] == word and layers(page.doc).entity_of(other.source_head) is not None:
                return other
            continue
        if _fits(page, other.voice or other, word):
            return other.voice or other
        if word not in GENDER:
            return None
    return None


def _fits(page: Page, other: Draft, word: str) -> bool:
    head = other.source_head
    if head is None:
        return False
    several = len(together(page, other, page.tokens[head])) > 1
    entity = layers(page.doc).entity_of(named_source(page, other))
    if word == "they":
        return several or page.tags[head] in {"NNS", "NNPS"} or (entity is not None and entity.plural)
    if several or page.tags[head] in {"NNS", "NNPS"}:
        return False
    return _is_person(page, head, entity, GENDER[word]) if word in GENDER else entity is not None and entity.kind in ONE_MORE and not entity.plural


def _is_person(page: Page, head: int, entity: Entity | None, gender: str) -> bool:
    told = genders().get(page.lemmas[head])
    if told is not None and told != gender:
        return False
    if entity is None:
        return page.lower[head] in COUNTED or page.lemmas[head] in persons()
    return entity.kind == "person" and not entity.plural and entity.gender in {None, gender}


def _acts(token: Token) -> bool:
    """Is it a subject, or the name of one ("Presidential Assistant Obi went")?"""
    return base(token) == "nsubj" or (base(token) in {"appos", "flat"} and base(token.head) == "nsubj")


def _someone_between(page: Page, start: int, end: int, word: str) -> bool:
    """Does somebody whom the pronoun could mean do something between the two, outside what is quoted?"""
    found = layers(page.doc)
    for i in range(start, end):
        mention = found.mention_at.get(i)
        if mention is None and word in GENDER and page.pos[i] == "PROPN" and base(page.tokens[i]) == "nsubj" and not page.in_speech(i):
            return True  # a name that nobody has read
        if mention is None or mention.token != i or mention.form in {"adjective", "pronoun"} or page.in_speech(i):
            continue
        if not any(_acts(token) for token in page.tokens[mention.words[0] : mention.words[1]]):
            continue
        entity = found.entities[mention.entity]
        many = entity.plural or page.tags[i] in {"NNS", "NNPS"}
        if word in GENDER and entity.kind in {"person", "unknown"} and not many and entity.gender in {None, GENDER[word]}:
            return True
        if (word == "they" and many) or (word == "it" and entity.kind in ONE_MORE and not many):
            return True
    return False
