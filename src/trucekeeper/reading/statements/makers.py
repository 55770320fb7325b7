"""Who is behind a text that speaks: of "a statement issued on Tuesday by the ministry" the ministry."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import possessors
from trucekeeper.language.grammar.subjects import agents
from trucekeeper.language.grammar.tree import children
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import layers
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page


def behind_text(page: Page, head: int, words: tuple[int, int]) -> tuple[Actor, tuple[Actor, ...]]:
    """Of a text its maker, by that text; of a text that nobody is told to have made, the text."""
    token = page.tokens[head]
    maker = _maker(page, token) if page.lemmas[head] in lexicon().words.documents else None
    if maker is None:
        return actor_at(token), ()
    span = words if words[1] - words[0] > 1 else (token.left_edge.i, head + 1)
    return maker, (Actor(page.doc[span[0] : span[1]].text),)


def _maker(page: Page, text: Token) -> Actor | None:
    makers = list(possessors(text)) or [c for c in text.children if c.dep_ == "compound" and layers(page.doc).entity_of(c.i) is not None]
    makers = makers or [c for c in text.children if c.dep_.startswith("nmod") and any(p.lower_ in {"by", "from"} for p in c.children)]
    makers = makers or _issued_by(page, text) or _printed_in(page, text)
    maker = actor_at(_person_behind(page, makers[0], text.right_edge.i)) if makers else None
    return maker if maker is not None and (maker.actor is not None or page.pos[makers[0].i] != "PRON") else None


def _issued_by(page: Page, text: Token) -> list[Token]:
    """Who issued it, also where the tree has torn "by" from the participle ("a statement issued on Tuesday by army spokesman Ann Lee")."""
    made = next((c for c in children(text, "acl") if c.lemma_ in lexicon().words.issuing), None)
    if made is None or (found := agents(made)):
        return list(found) if made is not None else []
    end = page.unit(text.i)[1]
    by = next((j for j in range(made.i + 1, min(made.i + 6, end - 1)) if page.lower[j] == "by"), None)
    last = by + 1 if by is not None else end
    while last < end and page.pos[last] in {"DET", "ADJ", "NOUN", "PROPN", "PART"}:
        last += 1
    if by is None or any(page.pos[j] in {"VERB", "PUNCT"} for j in range(made.i + 1, by)) or last == by + 1 or page.lower[last : last + 1] == ["and"]:
        return []
    named = layers(page.doc).mention_at.get(last - 1)
    return [page.tokens[named.token if named is not None else last - 1]]


def _person_behind(page: Page, maker: Token, last: int) -> Token:
    """Whom a maker's office goes on to name ("a statement by the envoy to the lakes Ann Lee"), or the maker."""
    found = layers(page.doc)
    if maker.i in found.mention_at and found.mention_at[maker.i].form == "name":
        return maker
    for i in range(maker.i + 1, last + 1):
        named = found.mention_at.get(i)
        if named is not None and named.form == "name" and found.entities[named.entity].kind == "person":
            return page.tokens[named.token]
        if page.lower[i] in {"and", "by", "with", "'s", "’s"} or page.is_finite(i):
            break
    return maker


def _printed_in(page: Page, text: Token) -> list[Token]:
    """Of "a report in the daily The Valley" the paper."""
    found = layers(page.doc)
    for place in children(text, "nmod"):
        if any(c.lower_ in {"in", "on"} for c in place.children):
            named = (m for i in range(place.i, min(place.i + 4, page.unit(text.i)[1])) if (m := found.mention_at.get(i)) is not None and m.form == "name")
            paper = next((m for m in named if found.entities[m.entity].kind in {"media", "agency"}), None)
            return [page.tokens[paper.token]] if paper is not None else []
    return []
