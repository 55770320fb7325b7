"""Counts of another event than the one that a text is about: of what took place elsewhere, or of an attack that is only brought in to compare."""

from __future__ import annotations

from trucekeeper.weighing.given import Given
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.sentences import sentence


def of_another_event(a: Given, b: Given) -> str | None:
    """Why two counts are of two events, where the words say so: only one was "in another part of the country", or one text, after it has given the one
    count, brings in an attack anew ("since an ambush that killed three"). None where they do not."""
    if _is_elsewhere(a) != _is_elsewhere(b):
        return "only one is told of what took place elsewhere"
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


def _is_brought_in(item: Given, before: Given) -> bool:
    """Does an attack stand with "a" or "an" before its count, in a sentence that has not the other count?"""
    if item.document is None:
        return False
    main = item.figure.evidence[0]
    first, _ = sentence(item.document, main.start, main.end)
    return before.figure.evidence[0].end <= first and lexicon().figures.brought_in.search(item.document.text, first, main.start) is not None
