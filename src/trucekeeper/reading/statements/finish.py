"""From a settled draft to a statement: exact spans, mode, speaker, addressee, chain and hedge."""

from __future__ import annotations

from trucekeeper.language.relations import possessors
from trucekeeper.model.claims import Actor, Mode
from trucekeeper.reading.layers import Region, StatementFound, layers
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import MARKS, Page, Words

CONFIDENCE = {"quote": 0.9, "clause": 0.85, "phrase": 0.85, "open": 0.7, "object": 0.6, "noun": 0.5, "hedge": 0.5, "run-on": 0.4}


def finish(page: Page, draft: Draft) -> StatementFound:
    """The statement of a draft; every span in code points."""
    addressee = actor_at(page.tokens[draft.addressee]) if draft.addressee is not None else None
    speaker, via = _speaker(page, draft)
    if addressee is not None and draft.addressee is not None and _carries(page, draft.addressee):
        via, addressee = (addressee, *via), None
    return StatementFound(
        source=tuple(page.region(s) for s in draft.source),
        cue=tuple(page.region(c) for c in draft.cue),
        content=tuple(_content(page, c) for c in draft.content),
        mode=mode_of(page, draft),
        act="denial" if draft.denied and draft.act in {"confirmation", "claim"} else draft.act,
        speaker=speaker,
        addressee=addressee,
        via=via,
        cue_lemma=draft.lemma,
        hedge=draft.hedge,
        run_on=draft.run_on,
        confidence=CONFIDENCE[draft.shape] - (0.15 if not draft.source and draft.shape != "hedge" else 0.0),
    )


def _content(page: Page, words: Words) -> Region:
    """With the closing mark, and the full stop before it, where a quotation ends here."""
    start, end = words
    while (
        end < len(page.tokens)
        and page.quote_of[end - 1] >= 0
        and page.quote_of[end] == page.quote_of[end - 1]
        and end + 2 >= page.quoted[page.quote_of[end]].words[1]
    ):
        end += 1
    return page.region((start, end))


def mode_of(page: Page, draft: Draft) -> Mode:
    """Direct when all is quoted, mixed when something is, else indirect."""
    inside = outside = 0
    for start, end in draft.content:
        for i in range(start, end):
            if page.tokens[i].is_punct or page.tokens[i].is_space or page.lower[i] in MARKS or page.lower[i] == "that":
                continue
            if page.quote_of[i] >= 0:
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "direct" if not outside else "mixed"


def _carries(page: Page, token: int) -> bool:
    """Is the one addressed a news agency or an outlet, that is, a link in the chain?"""
    entity = layers(page.doc).entity_of(token)
    return entity is not None and entity.kind in {"agency", "media"}


def _speaker(page: Page, draft: Draft) -> tuple[Actor | None, tuple[Actor, ...]]:
    """Who says it, and the text through which ("according to a ministry statement": the ministry, by a statement)."""
    if draft.source_head is None:
        return None, ()
    token = page.tokens[draft.source_head]
    actor = actor_at(token)
    if page.lemmas[token.i] in lexicon().documents:
        makers = [p for p in possessors(token)] or [c for c in token.children if c.dep_ == "compound" and layers(page.doc).entity_of(c.i) is not None]
        if makers:
            return actor_at(makers[0]), (Actor(page.doc[draft.source[0][0] : draft.source[0][1]].text),)
    return actor, ()
