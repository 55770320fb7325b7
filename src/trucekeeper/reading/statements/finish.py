"""From a settled draft to a statement: exact spans, mode, speaker, addressee, chain and hedge."""

from __future__ import annotations

from trucekeeper.model.claims import Mode
from trucekeeper.reading.layers import Region, StatementFound
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.carriers import carriers
from trucekeeper.reading.statements.chain import speaker_of
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.occasion import occasion_of
from trucekeeper.reading.statements.page import MARKS, Page, Words

CONFIDENCE = {"quote": 0.9, "clause": 0.85, "phrase": 0.85, "open": 0.7, "object": 0.6, "noun": 0.5, "hedge": 0.5, "run-on": 0.4}


TOLD = frozenset({"statement", "announcement", "confirmation", "report"})
LONGEST_WAY = 4  # tokens from "declined" to what is declined to be said


def finish(page: Page, draft: Draft) -> StatementFound:
    """The statement of a draft; every span in code points."""
    speaker, texts = speaker_of(page, draft)
    links = carriers(page, draft)
    occasion = occasion_of(page, draft)
    addressee = actor_at(page.tokens[draft.addressee]) if draft.addressee is not None else None
    if addressee is not None and any(addressee.key == link.key for link in links):
        addressee = None
    return StatementFound(
        source=tuple(page.region(s) for s in draft.source),
        cue=tuple(page.region(c) for c in draft.cue),
        content=tuple(_content(page, c) for c in draft.content),
        mode=mode_of(page, draft),
        act=act_of(page, draft),
        speaker=speaker,
        addressee=addressee,
        via=(*links, *texts),
        cue_lemma=draft.lemma,
        hedge=draft.hedge,
        said=occasion.when,
        place=occasion.where,
        venue=occasion.venue,
        run_on=draft.run_on,
        answers=draft.answers,
        confidence=CONFIDENCE[draft.shape] - (0.15 if not draft.source and draft.shape != "hedge" else 0.0),
    )


def act_of(page: Page, draft: Draft) -> str:
    """What is done by the words: a denied cue and a rejected charge deny, and what somebody will not say he refuses."""
    if (draft.denied and draft.act in {"confirmation", "claim"}) or rejects_charge(page, draft):
        return "denial"
    return "refusal" if draft.act in TOLD and withholds(page, draft) else draft.act


def withholds(page: Page, draft: Draft) -> bool:
    """ "did not say that", "declined to officially confirm that", "stopped short of saying that"."""
    first = max(page.unit(draft.head)[0], draft.head - LONGEST_WAY)
    if page.lower[draft.head - 2 : draft.head] == ["short", "of"]:
        return True
    declined = page.tags[draft.head] == "VB" and "to" in page.lower[draft.head - 2 : draft.head]
    return draft.denied or (declined and any(page.lemmas[i] in {"decline", "refuse"} for i in range(first, draft.head)))


def rejects_charge(page: Page, draft: Draft) -> bool:
    """ "Dismissed accusations that his men had fired", "rejected the claim as a hoax": a denial of what the charge says."""
    if draft.lemma not in lexicon().words.rejecting or draft.denied or not draft.content:
        return False
    start, end = draft.content[0]
    head = next((i for i in range(start, end) if page.pos[i] in {"NOUN", "PROPN"} and (i + 1 == end or page.pos[i + 1] not in {"NOUN", "PROPN"})), None)
    return head is not None and page.lemmas[head] in lexicon().words.charges


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
    if draft.verbatim:
        return "direct"
    if draft.answers:  # another's words
        return "indirect"
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
