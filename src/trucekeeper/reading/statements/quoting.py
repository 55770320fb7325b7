"""Who is quoted as saying something, and by whom."""

from __future__ import annotations

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.subjects import agents, own_subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import ancestors
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.beside import beside, phrase_head
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page


def _quoted_beside(page: Page, verb: int) -> tuple[int, int | None] | None:
    """The same by the words: who stands before "as", and who before the verb of quoting."""
    quoting = next((j for j in range(verb - 2, page.unit(verb)[0], -1) if page.tags[j] in FINITE), None)
    if quoting is None or page.lemmas[quoting] not in {"quote", "cite", "paraphrase"} or page.pos[verb - 2] not in {"NOUN", "PROPN", "PRON"}:
        return None
    by = beside(page, quoting)
    return phrase_head(page, verb - 2), by


def says_as(page: Page, i: int) -> bool:
    """Does "as saying", "as accusing" stand here?"""
    return page.lower[i] == "as" and page.tags[i + 1] == "VBG" and lexicon().verbs.get(page.lemmas[i + 1]) is not None


def quoted_by(page: Page, verb: int) -> tuple[int, int | None] | None:
    """Of "the agency quoted an official as saying": the official, and the agency where it is told."""
    token = page.tokens[verb]
    if page.tags[token.i] != "VBG" or page.lower[verb - 1] != "as":
        return None
    verbs = [a for a in ancestors(token) if page.pos[a.i] == "VERB"]
    above = next((a for a in verbs if page.lemmas[a.i] in {"quote", "cite", "paraphrase"}), verbs[0] if verbs else None)
    if above is None or lexicon().verb(page.lemmas[above.i], "np") is None:
        return _quoted_beside(page, verb)
    said = next((c.i for c in objects(above) if c.i < verb), None)
    if said is None:
        return None
    by = [s.i for s in own_subjects(above) if s.i != said] or [a.i for a in agents(above) if a.i != said]
    named = layers(page.doc).mention_at.get(verb - 2)
    if named is not None and named.form == "name" and named.words[1] == verb - 1 and said < verb - 2:
        said = named.token  # "quoted party leader and mayor Ann Lee as …"
    return phrase_head(page, said), by[0] if by else None
