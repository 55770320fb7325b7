"""Counts of another event than the one that a text is about: of what took place elsewhere, or of an attack that is only brought in to compare."""

from __future__ import annotations

from trucekeeper.weighing.given import NEAR_DAYS, Given
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.sentences import sentence


def of_another_event(a: Given, b: Given) -> str | None:
    """Why two counts are of two events, where the words say so: only one was "in another part of the country", or one text, after it has given the one
    count, brings in an attack anew ("since an ambush that killed three"). None where they do not."""
    if _is_elsewhere(a) != _is_elsewhere(b):
        return "only one is told of what took place elsewhere"
    if _is_renewed(a, b) or _is_renewed(b, a):
        return "only one is told of violence that had begun again, days after the other was told"
    if a.attacks and b.attacks and not a.events & b.events and a.figure.counting != "cumulative" != b.figure.counting:
        return "they are told with two attacks"
    first, second = sorted((a, b), key=lambda g: g.figure.evidence[0].start)
    if first.figure.document == second.figure.document and not first.events & second.events and _is_brought_in(second, first):
        return "one text brings in another attack after it has given the first count"
    return None


def _is_elsewhere(item: Given) -> bool:
    if item.document is None:
        return False
    main = item.figure.evidence[0]
    return lexicon().figures.elsewhere.search(item.document.text, *sentence(item.document, main.start, main.end)) is not None


def _is_renewed(item: Given, other: Given) -> bool:
    """Is the one count of "renewed clashes", in a report of days after the one that gives the other count?"""
    if item.document is None or other.document is None or "cumulative" in (item.figure.counting, other.figure.counting):
        return False
    told, before = item.document.said, other.document.said
    if told is None or before is None or told.first_day is None or before.last_day is None or (told.first_day - before.last_day).days <= NEAR_DAYS:
        return False
    main, pattern = item.figure.evidence[0], lexicon().figures.renewed
    older = other.figure.evidence[0]
    again = pattern.search(item.document.text, *sentence(item.document, main.start, main.end)) is not None
    return again and pattern.search(other.document.text, *sentence(other.document, older.start, older.end)) is None


def _is_brought_in(item: Given, before: Given) -> bool:
    """Does an attack stand with "a" or "an" before its count, in a sentence that has not the other count?"""
    if item.document is None:
        return False
    main = item.figure.evidence[0]
    first, _ = sentence(item.document, main.start, main.end)
    return before.figure.evidence[0].end <= first and lexicon().figures.brought_in.search(item.document.text, first, main.start) is not None
