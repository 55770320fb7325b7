"""A figure as somebody gave it, with what is needed to set it beside another: origin, as-of date, population, place and base."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from trucekeeper.model.claims import Figure
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.origins import Origin
from trucekeeper.weighing.sentences import CALENDAR, sentence
from trucekeeper.weighing.told_as import AHEAD_OF_US, DONE
from trucekeeper.weighing.words import time_words

NEAR_DAYS = 3  # reports this far apart may be of one moment where neither says of when its count is
INCLUDING = re.compile(r"\b(including|among (?:them|whom|those)|of (?:them|whom))\b")
OF_A_BODY = re.compile(r"(?<=\w) of (?:the )?((?:[A-Z][\w’'-]*\s?)+)$")
INCLUDING_WITHIN = 60  # characters
WEEK = 7  # days after an event in which a toll without a date is that of the event
ROUGH = 31  # days; a report’s date known only more roughly than this says nothing of when its count is


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as somebody gave it.

    `as_of` is the report's date where the words do not tell; `stated` says which. `party` is an entity's key, `story` is shared by copies of one report,
    `names` are the proper names of the sentence other than those of whose word it is, `events` the keys of the events told in it,
    `attacks` those of them that are acts of violence with a day or place, `office` the words of the titles by which its text calls whose word it is.
    `handed` are the sides that freed the counted, `swapped` says whether its text tells of a swap, `of_aim` whether its
    base is only aimed at.
    `told_as` is "happened", or "agreed", "planned", "denied" …
    """

    figure: Figure
    document: Document | None
    origin: Origin
    as_of: Time | None
    stated: bool
    population: frozenset[str]
    place: str | None = None
    party: str | None = None
    base: Figure | None = None
    story: str = ""
    names: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    attacks: frozenset[str] = frozenset()
    office: frozenset[str] = frozenset()
    handed: frozenset[str] = frozenset()
    swapped: bool = False
    of_aim: bool = False
    told_as: str = DONE

    @property
    def order(self) -> tuple[str, str, str]:
        """By as-of date, then by when it was published; the id last, so that no order of arrival shows."""
        when = self.as_of.latest or self.as_of.earliest or "" if self.as_of else ""
        published = (self.document.published or "") if self.document else ""
        return when[:10], published, self.figure.id


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _common(word: str) -> str:
    """One word for those that reports use of the same people or things."""
    return next((words[0] for words in lexicon().figures.alike if word in words), word)


def population_of(of: str | None) -> frozenset[str]:
    """The words that tell which people or things are counted; "people", "deaths" and the names of days tell nothing."""
    head = re.split(r",|\bmostly\b|\bincluding\b", plain(OF_A_BODY.sub("", of or "")))[0]
    words = (_common(_singular(w)) for w in re.findall(r"[^\W\d]+", head) if w not in lexicon().words.small)
    return frozenset(w for w in words if w not in lexicon().figures.generic and w not in CALENDAR)


def bodies_of(of: str | None) -> frozenset[str]:
    """The words of the name of the body whose members are counted ("soldiers of the Lake Guard")."""
    found = OF_A_BODY.search(of or "")
    return frozenset(plain(found[1]).split()) if found else frozenset()


def with_bases(items: Iterable[Given]) -> list[Given]:
    """The same with each part's whole filled in, where it is at hand."""
    held = list(items)
    by_id = {g.figure.id: g.figure for g in held}
    parts = sorted((g for g in held if g.figure.part_of in by_id), key=lambda g: (g.figure.document, g.figure.evidence[0].start))
    wholes = {g.figure.id: _nearest_whole(g, parts) or by_id[g.figure.part_of or ""] for g in parts}
    wholes |= {g.figure.id: whole for p in parts for g in held if g.figure.id not in wholes and (whole := _rest_of(p, by_id[p.figure.part_of or ""], g))}
    ahead = {g.figure.id for g in held if g.told_as in AHEAD_OF_US}
    return [_with_base(g, wholes[g.figure.id], aim=wholes[g.figure.id].id in ahead) if g.figure.id in wholes else g for g in held]


def _rest_of(part: Given, whole: Figure, other: Given) -> Figure | None:
    """The whole, where another number of the part's sentence is just what the part leaves of it ("of 840 guns 676 were taken; 164 were rejected")."""
    a, b = part.figure, other.figure
    if b.document != a.document or b.measure != a.measure or b.part_of or b.id == whole.id or part.document is None:
        return None
    exact = a.bound == b.bound == whole.bound == "exact" and None not in (a.value, b.value, whole.value)
    if not exact or (a.value or 0) + (b.value or 0) != whole.value or b.evidence[0].start < a.evidence[0].end:
        return None
    return whole if sentence(part.document, a.evidence[0].start, b.evidence[0].end) == sentence(part.document, *_ends(a)) else None


def _ends(figure: Figure) -> tuple[int, int]:
    return figure.evidence[0].start, figure.evidence[0].end


def _nearest_whole(item: Given, parts: list[Given]) -> Figure | None:
    """The part of the same whole right before this one, where the text says that it includes it ("of 90, 30 remain, including four …")."""
    for other in parts:
        figure, gap = other.figure, item.figure.evidence[0].start - other.figure.evidence[0].end
        akin = figure.document == item.figure.document and figure.part_of == item.figure.part_of and figure.measure == item.figure.measure
        if not akin or not 0 <= gap <= INCLUDING_WITHIN or item.document is None or (figure.value or 0) <= (item.figure.value or 0):
            continue
        between = item.document.text[figure.evidence[0].end : item.figure.evidence[0].end]
        if INCLUDING.search(between):
            return figure
    return None


def _with_base(item: Given, base: Figure, *, aim: bool) -> Given:
    """What remains of those taken on a day is not itself of that day: such a date is the base's, and the report's stands instead."""
    borrowed = item.stated and item.figure.about == base.about and item.figure.measure != base.measure
    if borrowed and item.document is not None and item.document.said is not None:
        return replace(item, base=base, of_aim=aim, as_of=item.document.said, stated=False)
    return replace(item, base=base, of_aim=aim)


def is_close(item: Given) -> bool:
    """Is the as-of date known well enough to be set beside another?"""
    first, last = (item.as_of.first_day, item.as_of.last_day) if item.as_of else (None, None)
    return item.stated or (first is not None and last is not None and (last - first).days <= ROUGH)


def same_time(a: Given, b: Given) -> bool:
    if a.as_of is None or b.as_of is None or not (is_close(a) and is_close(b)):
        return False
    if a.stated and b.stated:
        return a.as_of.overlaps(b.as_of)
    return a.as_of.widened(NEAR_DAYS).overlaps(b.as_of) or _toll_of_the_week(a, b) or _toll_of_the_week(b, a)


def is_within(part: Given, whole: Given) -> bool:
    """Is the one told of a day, or of days, within the several days of which the other is told ("26 dead from Sunday to Thursday, 24 of them on Sunday")?"""
    inner, outer = part.as_of, whole.as_of
    if inner is None or outer is None or not (part.stated and whole.stated) or inner.as_range == outer.as_range:
        return False
    first, last, begin, end = inner.first_day, inner.last_day, outer.first_day, outer.last_day
    return first is not None and last is not None and begin is not None and end is not None and begin <= first <= last <= end


def _toll_of_the_week(dated: Given, other: Given) -> bool:
    """Is the one the toll of a day, and the other one without a date told of the same place or names within a week after it?"""
    day, told = dated.as_of.last_day if dated.as_of and dated.stated else None, other.as_of.first_day if other.as_of and not other.stated else None
    if day is None or told is None or not 0 <= (told - day).days <= WEEK or dated.figure.measure.replace("_", " ") not in lexicon().figures.cumulative:
        return False
    return bool(dated.names & other.names) or bool(dated.events & other.events) or (dated.place is not None and dated.place == other.place)


def dates(a: Given, b: Given) -> str:
    words = [time_words(g.as_of) if g.stated else f"reported {time_words(g.as_of)}" for g in (a, b)]
    return words[0] if words[0] == words[1] else f"{words[0]}, and {words[1]}"
