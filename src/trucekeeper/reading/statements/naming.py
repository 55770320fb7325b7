"""Whom a source that tells of somebody goes on to name: of "an army spokesman, Brigadier Ann Lee" the person."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.reading.actors.role_nouns import persons
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page


def described_person(page: Page, draft: Draft) -> int | None:
    """The person whom a description set beside him, or an office or body, belongs to."""
    return next((i for tell in (_behind_office, _set_off_last, _of_a_body, _of_two_offices) if (i := tell(page, draft)) is not None), None)


def _behind_office(page: Page, draft: Draft) -> int | None:
    """The person whom a comma sets right behind an office ("the Salt Front (SF) spokesman, Ann Lee, said"), and who ends the source."""
    start, end = draft.source[0] if draft.source else (0, 0)
    named = layers(page.doc).mention_at.get(end - 1)
    if named is None or named.form != "name" or named.words[1] != end or named.words[0] - 2 < start:
        return None
    office = named.words[0] - 2
    person = layers(page.doc).entities[named.entity].kind == "person"
    held = page.lower[office + 1] == "," and page.lower[office] in persons() and page.tags[office] in {"NN", "NNP"}
    return named.token if person and held and "and" not in page.lower[start:office] else None


def _set_off_last(page: Page, draft: Draft) -> int | None:
    """The person whom a comma sets behind several descriptions of him ("A former rebel and now an analyst, Ann Lee, said"): no list ends so."""
    if not draft.source:
        return None
    start, end = draft.source[0]
    named = layers(page.doc).mention_at.get(end - 1)
    if named is None or named.form != "name" or named.words[1] != end or layers(page.doc).entities[named.entity].kind != "person":
        return None
    comma = named.words[0] - 1
    joined = start < comma and page.lower[comma] == "," and _goes_on_of_one(page, start, comma)
    inside = (m for i in range(start, comma) if (m := layers(page.doc).mention_at.get(i)) is not None and m.form == "name" and i == m.token)
    roles = joined and not any(layers(page.doc).entities[m.entity].kind == "person" or not _is_modifier(page, m.words[1] - 1) for m in inside)
    return named.token if roles else None


def _of_a_body(page: Page, draft: Draft) -> int | None:
    """The person whose name opens the source, where only what he is of or from follows ("Ann Lee from the ruling party")."""
    if not draft.source:
        return None
    start, end = draft.source[0]
    named = next((m for i in range(start, min(start + 4, end)) if (m := layers(page.doc).mention_at.get(i)) is not None and m.form == "name"), None)
    if named is None or layers(page.doc).entities[named.entity].kind != "person" or named.words[1] + 1 >= end:
        return None
    behind = page.lower[named.words[1] : end]
    return named.token if behind[0] in {"from", "of", "for", "with"} and "and" not in behind and "," not in behind else None


def _of_two_offices(page: Page, draft: Draft) -> int | None:
    """The person who has both offices ("Union chairman and Foreign Minister Ann Lee"): the first has no name and no article."""
    if not draft.source:
        return None
    start, end = draft.source[0]
    named = layers(page.doc).mention_at.get(end - 1)
    joint = next((j for j in range(start + 1, end - 2) if page.lower[j] == "and"), None)
    if joint is None or named is None or named.form != "name" or named.words[1] != end or layers(page.doc).entities[named.entity].kind != "person":
        return None
    offices = all(page.lower[i] in persons() and page.tags[i] in {"NN", "NNP"} for i in (joint - 1, named.words[0] - 1))
    bare = not any(page.pos[i] in {"DET", "PUNCT"} or page.tags[i] == "PRP$" for i in range(start, named.words[0]))
    return named.token if offices and bare and joint < named.words[0] - 1 else None


def _goes_on_of_one(page: Page, start: int, end: int) -> bool:
    """ "A rebel and now an analyst", "mayor and party leader", but not "the mayor and the rebels' envoy", who are two."""
    joint = next((j for j in range(start, end - 1) if page.lower[j] == "and"), None)
    first = page.lower[joint + 1] if joint is not None else "the"
    named = joint is not None and page.tags[joint + 1] == "NNP" and first not in persons()
    return first != "the" and joint is not None and page.tags[joint + 1] != "PRP$" and not named and "the" not in page.lower[start : start + 1]


def _is_modifier(page: Page, i: int) -> bool:
    """A name, by its last word, before a noun that it tells more of ("ELN guerrilla"), or behind "of" or "for" ("Minister for National Unity")."""
    named = layers(page.doc).mention_at.get(i)
    before = page.lower[named.words[0] - 1] if named is not None else ""
    return page.pos[i + 1] in {"NOUN", "PROPN"} or page.tags[i + 1] == "POS" or before in {"of", "for"}


def named_source(page: Page, draft: Draft) -> int:
    """The token that stands for the speaker: of "an army spokesman, Brigadier Ann Lee" the name's."""
    head = page.tokens[draft.source_head or 0]
    return named(page, draft, head).i if draft.source else head.i


def named(page: Page, draft: Draft, head: Token) -> Token:
    """Whom a description goes on to name within the source ("an army spokesman, Brigadier Ann Lee", "the main party, ABC")."""
    found = layers(page.doc)
    mention = found.mention_at.get(head.i)
    low, high = draft.source[0]
    if mention is not None and mention.form == "name" and found.entities[mention.entity].kind != "person":
        return _officer(page, mention.words[1], high) or head
    if (mention is not None and mention.form == "name") or page.pos[head.i] == "PRON" or page.lemmas[head.i] not in lexicon().words.speakers:
        return head
    behind = _behind_comma(page, head.i, high)
    if behind is not None:
        return page.tokens[behind]
    comma = next((i for i in range(head.i + 1, high) if page.lower[i] in {",", "("}), None)
    first = head.i + 1
    if comma is not None and any(page.pos[i] in {"ADP", "ADJ"} for i in range(first, comma)):  # "a source close to General Lee's army (A)"
        if page.lower[comma] == "(":
            return head
        first = comma + 1
    for i in range(first, min(head.i + 4, high) if comma is None else min(comma + 6, high)):
        other = found.mention_at.get(i)
        if other is not None and other.form == "name" and low <= other.token < high:
            kind = found.entities[other.entity].kind
            apposed = comma is not None and other.words[0] == comma + 1 and not any(page.pos[j] == "ADP" for j in range(head.i + 1, comma))
            if kind == "person" or (apposed and kind not in {"state", "people"}):
                return page.tokens[other.token]
        if comma is None and page.pos[i] not in {"PROPN", "NOUN"}:
            break
        if page.lower[i] in {"who", "which", "whose", "and", "by"}:
            break
    return head


def _behind_comma(page: Page, head: int, high: int) -> int | None:
    """The person whom a comma sets behind the whole description ("The chief mediator for the Union (UN), Ann Lee, said")."""
    found = layers(page.doc)
    for i in range(head + 1, high - 1):
        if page.is_finite(i) or page.lower[i] in {"who", "which", "whose"}:
            return None
        mention = found.mention_at.get(i + 1) if page.lower[i] == "," else None
        if mention is not None and mention.form == "name" and mention.words[0] == i + 1 and found.entities[mention.entity].kind == "person":
            return mention.token
    return None


def _officer(page: Page, start: int, end: int) -> Token | None:
    """The person named behind a body and his office there ("Unity Party spokesman Ann Lee")."""
    found = layers(page.doc)
    for i in range(start, min(end, start + 8)):
        other = found.mention_at.get(i)
        if other is not None and other.form == "name" and found.entities[other.entity].kind == "person":
            office = other.words[0] > start and all(page.pos[j] in {"NOUN", "PROPN", "ADJ"} for j in range(start, other.words[0]))
            return page.tokens[other.token] if office and page.lemmas[other.words[0] - 1] in lexicon().words.speakers | persons() else None
        if page.lower[i] in {",", "(", "and", "'s", "’s"}:
            return None
    return None
