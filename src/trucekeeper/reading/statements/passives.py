"""Cue verbs in the passive: "was rejected by both sides", "is accused of theft", "is considered a traitor by the union"."""

from __future__ import annotations

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import clause_end
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.making import cue_start
from trucekeeper.reading.statements.page import Page, Words
from trucekeeper.reading.statements.sources import is_passive
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak


def read_passive(page: Page, i: int, name: str) -> Draft | None:
    """ "The plan was rejected by both sides": what it is told of is the content, the agent the source; "is accused of theft" goes without one."""
    token, unit = page.tokens[i], page.unit(i)
    if page.tags[i] != "VBN" or not is_passive(page, i) or base(token) in {"acl", "amod", "xcomp"} or page.lemmas[i] in {"quote", "cite"}:
        return None
    subject = next((c for c in token.children if base(c) == "nsubj" and unit[0] <= c.i < i), None)
    if subject is None or page.lower[subject.i] in {"which", "that", "who"}:
        return None
    left = [(subject.left_edge.i, subject.right_edge.i + 1)]
    cue = lexicon().verb(name, "np")
    agent = next((c for c in children(token, "obl") if c.i > i and preposition(c) == "by"), None)
    if cue is not None and agent is not None and can_speak(page, agent.i) and cue.act != "count":
        start = next((c.i for c in agent.children if page.lower[c.i] == "by"), agent.left_edge.i)
        draft = Draft(i, [(i, i + 1)], [t for c in left if (t := page.trim(c)) is not None], cue.act, name, "object", rank=0.5)
        draft.source_head, draft.source = agent.i, [source_span(page, agent.i, after=start + 1)]
        of = next((j for j in range(agent.i + 1, min(agent.i + 3, unit[1] - 2)) if page.lower[j] == "of" and _gerund_soon(page, j)), None)
        if of is not None and lexicon().verb(name, "obj-of") is not None:  # "was accused by the union of breaking the truce"
            rest = page.trim((of, clause_end(page, i, page.tokens[of + 1], of)))
            draft.content += [rest] if rest is not None else []
        draft.cue = [(cue_start(page, i, left[0][1]), start + 1)]
        return draft if draft.content and start == i + 1 else None
    return _accused(page, i, name, left[0]) or _considered(page, i, name, left[0])


def _gerund_soon(page: Page, i: int) -> bool:
    """Does a gerund follow, with no more than adverbs before it?"""
    first = next((j for j in range(i + 1, page.unit(i)[1]) if page.pos[j] not in {"ADV", "PART"}), i)
    return page.tags[first] == "VBG"


def _considered(page: Page, i: int, name: str, subject: Words) -> Draft | None:
    """ "is considered a terrorist group by the union": what it is called, and by whom."""
    cue = lexicon().verb(name, "small")
    end = page.unit(i)[1]
    by = next((j for j in range(i + 2, min(i + 14, end - 1)) if page.lower[j] == "by"), None)
    before = page.trim(subject)
    if cue is None or by is None or before is None or any(page.pos[j] == "VERB" or page.lower[j] == "," for j in range(i + 1, by)):
        return None
    first = i + 2 if page.lower[i + 1] == "as" else i + 1
    head = next(
        (j for j in range(by + 1, min(by + 8, end)) if page.pos[j] in {"NOUN", "PROPN"} and (j + 1 == end or page.pos[j + 1] not in {"NOUN", "PROPN"})), None
    )
    if head is None or not can_speak(page, head) or page.pos[first] not in {"DET", "NOUN", "ADJ", "PROPN"}:
        return None
    draft = Draft(i, [(cue_start(page, i, subject[1]), i + 1)], [before, (first, by)], cue.act, name, "object", rank=0.5)
    draft.source_head, draft.source = head, [source_span(page, head, after=by + 1)]
    return draft


def _accused(page: Page, i: int, name: str, subject: Words) -> Draft | None:
    """ "is accused of using …": said by nobody who is told."""
    if page.lower[i + 1 : i + 2] != ["of"] or lexicon().verb(name, "obj-of") is None or i + 2 >= page.unit(i)[1]:
        return None
    cue = lexicon().verb(name, "obj-of")
    rest = page.trim((i + 2, clause_end(page, i, page.tokens[i + 2], i + 2)))
    before = page.trim(subject)
    if cue is None or cue.act != "accusation" or rest is None or before is None:  # who "has been informed of" it is told
        return None
    return Draft(i, [(cue_start(page, i, subject[1]), i + 2)], [before, rest], cue.act, name, "object", hedge=page.lower[i], rank=0.45)
