"""All that follows a verb of saying whose clause the parser lost."""

from __future__ import annotations

from trucekeeper.language.grammar.auxiliaries import is_perfect
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import clause_end, sums_up
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.making import made
from trucekeeper.reading.statements.page import Page, Words
from trucekeeper.reading.statements.receivers import receiver
from trucekeeper.reading.statements.sources import find_source
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak


def read_lost(page: Page, i: int, name: str) -> Draft | None:
    """A verb of saying whose clause the parser lost: all that follows, if it has a finite verb."""
    cue = lexicon().verb(name, "that")
    participle = page.tags[i] == "VBG" and page.lower[i - 1] in {",", "while", "by", "in"}
    if page.lower[i + 1 : i + 2] in (["and"], ["but"]):
        return None
    did = page.tags[i] == "VB" and page.lower[i - 1] in {"did", "does", "do"}  # "But he did say two were missing"
    finite = did or page.tags[i] in {"VBD", "VBZ", "VBP"} or (page.tags[i] == "VBN" and is_perfect(page.tokens[i]))
    if cue is None or "quote" not in cue.frames or not (participle or finite):
        return None
    source = find_source(page, i)
    if source is None or source > i or not can_speak(page, source) or page.lower[i + 1 : i + 2] in ([","], ["."], [":"]):
        return None
    start = i + 1 + (name.count(" ") if page.lower[i + 1 : i + 2] == name.split()[-1:] else 0)
    if start >= page.unit(i)[1]:
        return None
    person = receiver(page, i) if cue.addressee else None
    if person is not None and person < i + 8:
        start = max(start, source_span(page, person, after=i + 1)[1])
    end = clause_end(page, i, page.tokens[i + 1], start, whole=cue.act == "statement" and lexicon().verb(name, "np") is None)
    content = page.trim((start, end))
    if content is None or sums_up(page, content[0]) or _is_done_to(page, i, content) or not (_is_clause(page, content) or _lost_verb(page, cue, content)):
        return None
    return made(page, i, name, cue, "clause", [content])


def _is_done_to(page: Page, i: int, content: Words) -> bool:
    """ "released the last soldiers they held", "hold 60 of the men they took": of a verb that is also no saying, an object with a clause of its own."""
    taken = next((c for c in children(page.tokens[i], "obj") if c.left_edge.i == content[0]), None)
    if taken is None or lexicon().verb(page.lemmas[i], "np") is not None or page.lemmas[i] == "say":
        return False
    return any(children(c, "nsubj") for t in (taken, *children(taken, "nmod")) for c in children(t, "acl"))


def _lost_verb(page: Page, cue: Cue, content: Words) -> bool:
    """After a verb that takes nothing but a clause ("say"), a noun phrase of some length whose verb the tagger took for a noun."""
    start, end = content
    plain = cue.word == "say" and page.pos[start] in {"DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"}
    return plain and end - start > 4 and page.quote_of[start] < 0 and any(page.tags[j] == "NNS" for j in range(start + 1, end - 1))


def _is_clause(page: Page, content: Words) -> bool:
    """Does a finite verb come with nothing before it but its subject?"""
    for j in range(*content):
        token = page.tokens[j]
        if page.tags[j] == "VBG" and j > content[0] and (page.pos[j - 1] == "DET" or base(token) == "case"):  # "the killing", "including"
            continue
        if page.lower[j] == "," and page.lower[j + 1] in {"including", "among"}:  # "said nine people, including guards, nurses and a cook, had died"
            return page.finite((j + 1, content[1]))
        if page.pos[token.i] in {"VERB", "AUX"} and j > content[0]:
            return "VerbForm=Fin" in str(token.morph) or page.tags[token.i] == "MD"
        if page.lower[j] == "," and (closed := next((k for k in range(j + 1, content[1] - 1) if page.lower[k] == ","), None)) is not None:
            return page.is_finite(closed + 1)  # "the area, some thirty miles away, is quiet"
        if page.lower[j] in {",", ";", ":", "--", "—"} or page.pos[token.i] == "SCONJ" or page.tags[token.i] in {"WDT", "WP", "WRB", "TO"}:
            return False
    return False
