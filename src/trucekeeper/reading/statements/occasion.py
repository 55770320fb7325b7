"""The occasion of a saying: when, where and through what ("told reporters in Geneva on Monday", "in a post on X", "Speaking at a rally in Goma, …").

Only what the words tell of the saying itself: a dateline, a speaker's own seat and the places of what was said are none of it. A phrase tells of the
saying where it stands right behind cue, addressee and source, at the sentence's head before the source, or behind "speaking" and its like; each phrase
behind it has to carry on from a venue, a day or whom it was told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucekeeper.model.time import Time
from trucekeeper.reading.layers import PlaceFound, Region, layers
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page

THOUGHT = frozenset({"belief", "intention"})  # what is thought is thought nowhere
UNSPOKEN = frozenset({"hedge", "noun", "run-on"})
AT = frozenset({"in", "at", "from", "near"})  # before a place
BY = frozenset({"in", "at", "on", "during", "by", "via", "through", "to"})  # before a venue
WITH = frozenset({"with", "alongside"})
HEARING = frozenset({"agency", "media", "body"})
TOWNS = frozenset({"city", "camp", "site"})
ENDS = frozenset({",", ";", ":", ".", "(", "that", "who", "which"})
LONGEST = 30  # tokens of a stretch


@dataclass(frozen=True, slots=True)
class Occasion:
    """When (a time), where (an index into the places) and through what (the words of it) something was said; None where the words do not tell."""

    when: Time | None = None
    where: int | None = None
    venue: Region | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [start, end) behind a preposition, which is empty for a bare day or adverb."""

    preposition: str
    start: int
    end: int


def occasion_of(page: Page, draft: Draft) -> Occasion:
    when = said_on(page, draft)
    if draft.act in THOUGHT or draft.shape in UNSPOKEN or not draft.cue:
        return Occasion(when)
    where, venue = None, None
    for start, spoken in _stretches(page, draft):
        place, by = _along(page, draft, start, spoken=spoken)
        where, venue = where if where is not None else place, venue or by
    return Occasion(when, where, venue)


# --- where the words of an occasion stand -----------------------------------------------------------------------------------------------------------


def _stretches(page: Page, draft: Draft) -> Iterator[tuple[int, bool]]:
    """Where such words may begin, and whether "speaking" or its like opens them."""
    low, high = page.unit(draft.head)
    behind = _behind(page, draft)
    first = min([draft.head, *(a for a, _ in draft.source)])
    while low < first and page.tokens[low].is_space:
        low += 1
    if low < first and not draft.covers(low) and page.quote_of[low] < 0:
        yield from _opened(page, low, first)
    for i in range(first, draft.head):
        if page.lower[i] == "," and not draft.covers(i):
            yield from _opened(page, i + 1, draft.head)
    if behind < high and not draft.covers(behind):
        if page.lower[behind] == "," and behind + 1 < high:
            yield from _opened(page, behind + 1, high)
        else:
            yield behind, True


def _opened(page: Page, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """A phrase set off by a comma: after "speaking" and its like, or a bare one."""
    if page.lower[start] in {"while", "when"}:
        start += 1
    if start + 1 >= end:
        return
    if page.lower[start] in lexicon().words.appearing:
        yield start + 1, True
    else:
        yield start, False


def _behind(page: Page, draft: Draft) -> int:
    """The first word behind cue, inverted source and addressee."""
    end = max(b for _, b in draft.cue)
    end = next((b for a, b in draft.source if a == end), end)
    told = draft.addressee
    if told is None or not end <= told < end + 6:
        return end
    mention = layers(page.doc).mention_at.get(told)
    heard = page.lemmas[told] in lexicon().words.audience or (mention is not None and layers(page.doc).entities[mention.entity].kind in HEARING)
    named = mention is not None and mention.form == "name"
    last = mention.words[1] if named and mention is not None else told + 1
    return last if heard or named else end


# --- along the words --------------------------------------------------------------------------------------------------------------------------------


def _along(page: Page, draft: Draft, start: int, *, spoken: bool) -> tuple[int | None, Region | None]:
    """The place and the venue that the phrases from `start` on tell. Without `spoken` a bare place counts only as a town that opens the sentence."""
    place, venue, visiting = None, None, False
    carried = spoken  # does what stands before tell of the saying?
    for phrase in _phrases(page, draft, start):
        found = _place_at(page, phrase)
        head = page.lemmas[phrase.end - 1]
        if _is_time(page, phrase):
            continue
        if page.tags[phrase.start] == "VBG":
            break
        if found is not None and (phrase.preposition in AT or (phrase.preposition == "to" and visiting)):
            index, item = found
            opens = phrase.start <= start + 1 and item.type in TOWNS and page.lower[phrase.end] == ","
            if (carried or opens) and not _runs_on(page, draft, phrase):
                place = index
            break
        if phrase.preposition in BY and is_venue(head):
            end = _whole(page, phrase)
            venue = venue or page.region((phrase.start, end))
            carried, visiting = True, head in lexicon().words.visits
            within = _place_within(page, phrase)
            if within is not None:
                place = within
                break
        elif not (carried and (phrase.preposition in WITH or _is_whole(page, phrase) or _hears(page, phrase))):
            break
    return place, venue


def _runs_on(page: Page, draft: Draft, phrase: Phrase) -> bool:
    """Does what was said follow without a "that" ("said in Goma two were killed")? Then the place may be its own."""
    return any(a == phrase.end for a, _ in draft.content) and page.lower[phrase.end] != "that" and page.quote_of[phrase.end] < 0


def is_venue(noun: str) -> bool:
    cues = lexicon()
    return any(noun in kind for kind in (cues.words.venues, cues.words.documents, cues.words.gatherings, cues.words.visits))


def _phrases(page: Page, draft: Draft, start: int) -> Iterator[Phrase]:
    """The phrases from a word on, up to a comma, a verb, a mark or what was said."""
    i, stop = start, min(page.unit(start)[1], start + LONGEST)
    while i < stop and not _stops(page, draft, i):
        preposition = page.lower[i] if page.pos[i] == "ADP" or page.lower[i] in AT | BY else ""
        first = i + 1 if preposition else i
        end = first
        while end < stop and not _stops(page, draft, end) and not (page.pos[end] == "ADP" or page.lower[end] in AT | BY):
            end += 1
        if end == first:
            i = first
            continue
        yield Phrase(preposition, first, end)
        i = end


def _stops(page: Page, draft: Draft, i: int) -> bool:
    return page.lower[i] in ENDS or page.quote_of[i] >= 0 or draft.covers(i) or page.is_finite(i)


def _is_time(page: Page, phrase: Phrase) -> bool:
    """A day or an adverb ("on Tuesday", "late", "again")."""
    times = layers(page.doc).time_words(page.doc)
    return all(i in times or page.pos[i] in {"ADV", "DET"} for i in range(phrase.start, phrase.end))


def _is_whole(page: Page, phrase: Phrase) -> bool:
    """ "of the council", "on X": what goes on about the noun before it."""
    return phrase.preposition == "of" or (phrase.preposition == "on" and page.lemmas[phrase.end - 1] in lexicon().words.venues)


def _hears(page: Page, phrase: Phrase) -> bool:
    """ "speaking to reporters", "addressing parliament"."""
    if phrase.preposition not in {"", "to", "before"}:
        return False
    entity = layers(page.doc).entity_of(phrase.end - 1)
    return page.lemmas[phrase.end - 1] in lexicon().words.audience or (entity is not None and entity.kind in HEARING)


def _whole(page: Page, phrase: Phrase) -> int:
    """The end of a venue with "on X" or "of the council" behind it."""
    end = phrase.end
    if end + 1 < len(page.tokens) and page.lower[end] in {"of", "on"}:
        last = end + 1
        while last < len(page.tokens) and page.pos[last] in {"DET", "ADJ", "NOUN", "PROPN"} and last - end < 7:
            last += 1
        if last > end + 1 and (page.lower[end] == "of" or page.lemmas[last - 1] in lexicon().words.venues):
            end = last
    return end


def _place_at(page: Page, phrase: Phrase) -> tuple[int, PlaceFound] | None:
    """The place that a phrase begins with."""
    first = phrase.start + (page.pos[phrase.start] == "DET" and phrase.start + 1 < phrase.end)
    at = page.tokens[first].idx
    return next(((n, p) for n, p in enumerate(layers(page.doc).places) if p.start in (at, page.tokens[phrase.start].idx) and not p.metonym), None)


def _place_within(page: Page, phrase: Phrase) -> int | None:
    """The town before a venue's noun ("at a Doha press conference")."""
    start, end = page.region((phrase.start, phrase.end))
    towns = (n for n, p in enumerate(layers(page.doc).places) if start < p.start and p.end < end and not p.metonym and p.type in TOWNS)
    return next(towns, None)


# --- when -------------------------------------------------------------------------------------------------------------------------------------------


def said_on(page: Page, draft: Draft) -> Time | None:
    """The date beside the cue, outside what was said."""
    found = layers(page.doc).times
    if not found:
        return None
    unit = page.region(page.unit(draft.head))
    spoken = [page.region(c) for c in draft.content] + [
        page.region(page.quoted[q].words) for q in {page.quote_of[i] for i in range(*page.unit(draft.head))} if q >= 0
    ]
    for item in found:
        outside = all(item.end <= s or e <= item.start for s, e in spoken)
        if (
            unit[0] <= item.start
            and item.end <= unit[1]
            and outside
            and item.is_date
            and not _of_speaker(page, draft, item.start)
            and _near(page, draft, item.start, item.end)
        ):
            return item.time
    return None


def _of_speaker(page: Page, draft: Draft, start: int) -> bool:
    """Does the date stand in a relative clause on who says it ("Ann Lee, who was mayor until 2021, said")?"""
    told = [i for a, b in draft.source for i in range(a, b) if page.tokens[i].idx < start < page.tokens[b - 1].idx + len(page.tokens[b - 1])]
    return any(page.lower[i] in {"who", "which", "whose"} for i in told)


def _near(page: Page, draft: Draft, start: int, end: int) -> bool:
    """Next to the cue, or before it at the sentence's head."""
    cue = page.region(draft.cue[0]) if draft.cue else (page.tokens[draft.head].idx, page.tokens[draft.head].idx)
    sources = [page.region(s) for s in draft.source]
    first = min([cue[0], *(s for s, _ in sources)])
    last = max([cue[1], *(e for _, e in sources)])
    return -25 <= start - last <= 25 or 0 <= first - end <= 25
