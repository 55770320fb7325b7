"""Cues that are adjectives: "is sure that", "are aware of", "was willing to"."""

from __future__ import annotations

from trucekeeper.language.grammar.tree import base
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import clause_end, phrase_end
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.making import made
from trucekeeper.reading.statements.marks import after_mark, mark_of
from trucekeeper.reading.statements.page import Page


def read_adjective(page: Page, i: int) -> Draft | None:
    """ "is sure that", "are aware of", "was willing to"."""
    cue = lexicon().adjectives.get(page.lower[i])
    token, unit = page.tokens[i], page.unit(i)
    if cue is None or page.pos[token.i] not in {"ADJ", "VERB"} or page.in_speech(i):
        return None
    if not any(base(c) in {"cop", "aux"} for c in token.children) and not _stays_so(page, i):
        return None
    for child in token.children:
        if not i < child.i < unit[1]:
            continue
        relation = base(child)
        to = any(page.lower[c.i] == "to" and base(c) == "mark" for c in child.children)
        if relation in {"ccomp", "advcl", "xcomp"} and (
            (to and "to" in cue.frames) or (not to and "that" in cue.frames and (relation == "ccomp" or page.lower[child.left_edge.i] == "that"))
        ):
            start = max(child.left_edge.i, i + 1)
            return made(page, i, page.lower[i], cue, "clause", [(start, clause_end(page, i, child, start))])
        mark = mark_of(page, child)
        if relation in {"obl", "advcl"} and (mark in cue.frames or (mark == "to" and "obj-to" in cue.frames)) and (mark != "to" or relation == "obl"):
            start = after_mark(page, child, i)
            draft = made(page, i, page.lower[i], cue, "object", [(start, phrase_end(page, i, child))])
            if draft is not None:
                draft.cue = [(draft.cue[0][0], start)]
            return draft
    return None


def _stays_so(page: Page, i: int) -> bool:
    """ "remained hopeful", "grew wary"."""
    verb = page.tokens[i].head
    return base(page.tokens[i]) == "xcomp" and verb.i < i and page.lemmas[verb.i] in lexicon().words.becoming
