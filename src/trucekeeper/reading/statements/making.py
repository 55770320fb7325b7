"""From a cue and its content to a draft: the span of the cue, its source and addressee."""

from __future__ import annotations

from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.tree import children
from trucekeeper.reading.statements.drafts import Draft, Shape
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.page import Page, Words
from trucekeeper.reading.statements.receivers import receiver
from trucekeeper.reading.statements.sources import find_source
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak

BEFORE_CUE = frozenset({"AUX", "PART", "ADV"})
RANK: dict[str, float] = {"clause": 0.8, "open": 0.6, "object": 0.5}


TOLD_BESIDE = frozenset({"while", "when", "as", "in", "at", "on", "during", "after", "before", "to", ","})


def made(page: Page, i: int, name: str, cue: Cue, shape: Shape, content: list[Words]) -> Draft | None:
    kept = [t for c in content if (t := page.trim(_without_day(page, i, c))) is not None]
    if not kept or (len(kept) == 1 and kept[0][1] - kept[0][0] == 1 and page.pos[kept[0][0]] in {"X", "PUNCT", "ADP", "SCONJ"}):
        return None
    if cue.word == "say" and all(page.lemmas[j] in lexicon().words.speakers for a, b in kept for j in range(a, b)):
        return None  # a headline's "…, says official"
    source = find_source(page, i)
    if (
        shape != "clause"
        and page.tags[i] != "VBG"
        and (source is None or not (can_speak(page, source) or _apposed(page, source) or _counts_people(page, source)))
    ):
        return None
    if shape == "clause" and " " in name and source is not None and page.pos[source] == "NOUN" and not can_speak(page, source):
        return None  # "talks will go on"
    draft = Draft(i, [(i, i + 1)], kept, cue.act, name, shape, rank=RANK[shape], denied=is_negated(page.tokens[i]))
    if source is not None and not draft.covers(source):
        draft.source_head = source
        draft.source = [source_span(page, source, before=i if source < i else kept[0][0] if kept[0][0] > source else None, after=None if source < i else i + 1)]
    if shape == "object" and not draft.source and not kept[0][0] < i:
        return None
    draft.cue = [cue_span(page, i, name, draft)]
    _tidy(page, draft)
    if "quote" in cue.frames:
        draft.addressee = receiver(page, i)
    if draft.addressee is not None and (
        draft.covers(draft.addressee) or draft.addressee >= kept[-1][1] > i or page.lower[draft.addressee] in lexicon().words.dates
    ):
        draft.addressee = None
    return draft


def _apposed(page: Page, source: int) -> bool:
    """Is it told to be somebody ("The emergency room, a volunteer group, …")?"""
    return any(can_speak(page, c.i, texts=False) for c in children(page.tokens[source], "appos"))


def _counts_people(page: Page, source: int) -> bool:
    """ "a number of councillors", "a handful of envoys"."""
    return page.lemmas[source] in lexicon().words.counting and any(
        can_speak(page, c.i, texts=False) for c in children(page.tokens[source], "nmod") if page.lower[source + 1] == "of"
    )


def _without_day(page: Page, i: int, words: Words) -> Words:
    """ "said Wednesday they were willing": the day is told of the saying."""
    start, end = words
    while start > i and start + 2 < end and page.lower[start] in lexicon().words.dates and page.pos[start + 1] not in {"VERB", "AUX", "ADP", "PART"}:
        start += 1
    return _behind_venue(page, start, end) if start == i + 1 else start, end


def _behind_venue(page: Page, start: int, end: int) -> int:
    """ "said in a statement the men were freed": through what it was said, and not what was said."""
    if page.lower[start] not in {"in", "via"} or start + 3 >= end:
        return start
    noun = next((j for j in range(start + 1, min(start + 6, end - 2)) if page.pos[j] not in {"DET", "ADJ"}), start)
    venue = page.lemmas[noun] in lexicon().words.venues | lexicon().words.documents and page.pos[noun + 1] in {"DET", "PRON", "PROPN"}
    return noun + 1 if venue and page.tags[noun + 1] not in {"WDT", "WP"} else start


def with_source(page: Page, draft: Draft | None, source: int, i: int) -> Draft | None:
    if draft is not None:
        draft.source_head = source
        draft.source = [source_span(page, source, before=i if source < i else None, after=None if source < i else i + 1)]
        if draft.addressee is not None and draft.source[0][0] <= draft.addressee < draft.source[0][1]:
            draft.addressee = None
        draft.cue = [cue_span(page, i, draft.lemma, draft)]
    return draft


def _tidy(page: Page, draft: Draft) -> None:
    """A quotation that opens the content closes it, when only a loose phrase follows; "which" is what a relative clause says something of."""
    start, end = draft.content[0]
    at = page.quote_of[start]
    if draft.shape == "clause" and at >= 0 and page.quoted[at].speech and page.quoted[at].words[0] == start:
        close = page.quoted[at].words[1]
        if start < close < end and page.lower[close] in TOLD_BESIDE:
            draft.content[0] = (start, close)
    if draft.shape == "clause" and draft.source and start > draft.head and page.lower[draft.source[0][0] - 1] in {"which", "what"} and draft.source[0][0] > 0:
        which = draft.source[0][0] - 1
        draft.content.insert(0, (which, which + 1))


def cue_start(page: Page, i: int, floor: int) -> int:
    """The auxiliaries, negation and adverbs just before a verb belong to its cue."""
    start, low = i, max(floor, page.unit(i)[0])
    while start > low and _leads(page, start - 1, i):
        start -= 1
    if start < i and page.lower[start] == "to" and start > low and page.lemmas[start - 1] in lexicon().words.leading:  # "seemed to think", "had to reject"
        start -= 1
        while start > low and _leads(page, start - 1, start):
            start -= 1
    return start


def _leads(page: Page, before: int, cue: int) -> bool:
    """Is this word an auxiliary or adverb of the cue, and no name that the tagger took for one?"""
    token = page.tokens[before]
    named = token.text[:1].isupper() and before > page.unit(cue)[0]
    return page.pos[token.i] in BEFORE_CUE and not named and token.head.i in (cue, page.tokens[cue].head.i)


def cue_span(page: Page, i: int, name: str, draft: Draft) -> Words:
    floor = draft.source[0][1] if draft.source and draft.source[0][1] <= i else page.unit(i)[0]
    end = i + 1
    wanted = name.split()[1:]
    while wanted and end < page.unit(i)[1] and page.lower[end] in wanted:
        end += 1
    return cue_start(page, i, floor), end
