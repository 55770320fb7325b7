"""Counts of some people ("24 civilians") against counts of people of any kind ("at least 17 people"), where both are of one thing by all else that is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import permutations

from trucekeeper.weighing.bounds import strict, usual
from trucekeeper.weighing.earned import wanting
from trucekeeper.weighing.former import is_former
from trucekeeper.weighing.given import WEEK, Given, bodies_of, dates, same_time
from trucekeeper.weighing.growth import had_grown, only_grew, rose, told_on
from trucekeeper.weighing.handed import may_be_of_two_sides
from trucekeeper.weighing.lots import is_some_one, linked, of_batches
from trucekeeper.weighing.names import name_words
from trucekeeper.weighing.relations import Relation, by_measure, counted, own_word, risen_since
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.series import FAR_APART, WINDOW, Series, common_ground, set_apart
from trucekeeper.weighing.sides import of_several_sides, side_of
from trucekeeper.weighing.words import time_words

BESIDE = 150  # characters from some of the counted to the others
ByText = Mapping[str, list[Given]]


def wholes(all_series: Iterable[Series], lists: frozenset[str]) -> list[Relation]:
    """What counts of some are to counts of all; `lists` are the ids of counts that are not all (`lots.in_lists`)."""
    held = list(all_series)
    by_text: dict[str, list[Given]] = defaultdict(list)
    for item in (g for series in held for g in series.given):
        by_text[item.figure.document].append(item)
    return [r for _, group in by_measure(held) for one, other in permutations(group[:WINDOW], 2) for r in _between(one, other, by_text, lists)]


def _between(everyone: Series, some: Series, by_text: ByText, lists: frozenset[str]) -> Iterator[Relation]:
    several = of_several_sides((*everyone.given, *some.given))
    held = [a for a in everyone.given[-WINDOW:] if not a.population and a.figure.id not in lists]
    whole = [a for a in held if not _is_rest(a, by_text) and not _is_elided(a, by_text)]
    for a, b in ((a, b) for a in whole for b in some.given[-WINDOW:] if b.population):
        if (a.figure.unit or "") != (b.figure.unit or "") or linked(a, b) or is_former(a) or is_former(b) or (several and side_of(a) != side_of(b)):
            continue
        if common_ground(a, b) and set_apart(a, replace(b, population=a.population)) is None:
            relation = _more_than_all(b, a) or _as_one_toll(b, a, by_text)
            if relation is not None:
                yield relation


def _more_than_all(parts: Given, everyone: Given) -> Relation | None:
    """A count of some above another voice's count of all for one moment."""
    if parts.origin.key == everyone.origin.key or rose(everyone, parts) or had_grown(everyone, parts) or risen_since(everyone, parts):
        return None
    later_not_higher = told_on(parts) <= told_on(everyone) and bool(parts.events & everyone.events) and _of_one_week(parts, everyone)
    if not same_time(parts, everyone) and not later_not_higher:
        return None
    if may_be_of_two_sides(parts, everyone) or of_batches(parts, everyone):
        return None
    low, high = strict(parts.figure).low, strict(everyone.figure).high
    if low is None or high is None or low <= high or low > FAR_APART * high or wanting(parts, everyone) is not None:
        return None
    told = [f"{counted(g)} ({g.origin.name})" for g in (parts, everyone)]
    return Relation("differs", (parts.figure.id, everyone.figure.id), f"{told[0]} is more than {told[1]}, {dates(parts, everyone)}")


def _as_one_toll(parts: Given, everyone: Given, by_text: ByText) -> Relation | None:
    """The only count of some that a report gives of an event ("three soldiers were killed"), and another report's count of all of them ("the toll").

    They repeat each other, fit, or the later one takes the place of the other where it says that the number rose, or is of the same source; a count of all that
    is only higher may have others in it, and nothing is said.
    """
    alone = (_is_only_count(parts, by_text) and not _has_part(everyone, parts, by_text)) or _are_its_own(parts, everyone)
    one_more = _told_with_one_more(everyone, parts, by_text)
    if not (alone or one_more) or not parts.events & everyone.events:
        return None
    older, newer = sorted((parts, everyone), key=lambda g: (told_on(g), g.figure.id))
    claims, told = (newer.figure.id, older.figure.id), [f"{counted(g)} ({g.origin.name})" for g in (newer, older)]
    if (older.figure.value, older.figure.bound) == (newer.figure.value, newer.figure.bound):
        return Relation("repeats", claims, f"{told[0]} of the same event as {told[1]}")
    if not (one_more or _of_one_week(parts, everyone)):
        return None
    one_source = older.origin.key == newer.origin.key and told_on(older) < told_on(newer)
    if one_source and (word := own_word(newer)):
        return Relation("corrects", claims, f"{told[0]}, told {time_words(newer.document.said if newer.document else None)}, where it was {told[1]}{word}")
    if rose(older, newer) or (one_source and only_grew(older, newer)):
        return Relation("replaces", claims, f"{told[0]}, told {time_words(newer.document.said if newer.document else None)}, after {told[1]}")
    if usual(older.figure).meets(usual(newer.figure)):
        return Relation("compatible", claims, f"{told[0]} and {told[1]} fit each other")
    return None


def _is_only_count(item: Given, by_text: ByText) -> bool:
    """Does its text give no other number of that measure, but for single people?"""
    return all(g.figure.value == item.figure.value or is_some_one(g) for g in by_text[item.figure.document] if g.figure.measure == item.figure.measure)


def _has_part(everyone: Given, parts: Given, by_text: ByText) -> bool:
    """Does the text that counts all count some of them too?"""
    held = (g for g in by_text[everyone.figure.document] if g.figure.measure == parts.figure.measure and not is_some_one(g))
    return any(g.population for g in held)


def _told_with_one_more(everyone: Given, parts: Given, by_text: ByText) -> bool:
    """Does its sentence tell of one more of just those ("a soldier died, bringing the dead to five")?"""
    if everyone.document is None:
        return False
    main = everyone.figure.evidence[0]
    first, last = sentence(everyone.document, main.start, main.end)
    held = (g for g in by_text[everyone.figure.document] if is_some_one(g) and first <= g.figure.evidence[0].start < last)
    return any(g.figure.measure == everyone.figure.measure and g.population == parts.population for g in held)


def _are_its_own(parts: Given, everyone: Given) -> bool:
    """Are "soldiers of the Lake Guard" counted here, and the guard's dead there?"""
    body = bodies_of(parts.figure.of)
    return bool(body) and everyone.figure.party is not None and body == set(name_words(everyone.figure.party.label))


def _of_one_week(a: Given, b: Given) -> bool:
    days = [g.document.said if g.document else None for g in (a, b)]
    return days[0] is not None and days[1] is not None and days[0].widened(WEEK).overlaps(days[1])


def _right_before(item: Given, by_text: ByText) -> list[Given]:
    start = item.figure.evidence[0].start
    return [g for g in by_text[item.figure.document] if 0 < start - g.figure.evidence[0].end <= BESIDE]


def _is_rest(item: Given, by_text: ByText) -> bool:
    """Does it count the others, shortly after some of them ("five were badly hurt, and 21 others")?"""
    words = f"{item.figure.of or ''} {item.figure.evidence[0].exact}".casefold()
    return "other" in words and any(g.figure.measure == item.figure.measure for g in _right_before(item, by_text))


def _is_elided(item: Given, by_text: ByText) -> bool:
    """Is it a bare number right behind a count of some, and so of the same ones ("two guards were killed and five hurt")?"""
    return item.figure.of is None and any(g.population for g in _right_before(item, by_text))
