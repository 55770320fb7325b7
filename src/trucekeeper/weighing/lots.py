"""Counts that are not all: one of several in a list, one lot of what goes by, the new ones of a day, one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from trucekeeper.weighing.former import is_former
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.growth import says_it_rose
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.series import of_some

ARTICLE = re.compile(r"an? ", re.IGNORECASE)


def is_some_one(item: Given) -> bool:
    """ "A soldier died of his wounds" tells of one, and counts nobody else out."""
    return item.figure.value == 1 and ARTICLE.match(item.figure.evidence[0].exact) is not None


def in_lists(items: Iterable[Given]) -> frozenset[str]:
    """The ids of counts beside which one voice gives another of the same people in the same sentence ("12 died in the shelling and 106 when the town was
    stormed"): none of them is all."""
    by_sentence: dict[tuple[object, ...], list[Given]] = defaultdict(list)
    for item in items:
        main = item.figure.evidence[0]
        if item.document is not None and item.base is None and not (is_some_one(item) or is_former(item) or of_some(item) or says_it_rose(item)):
            where = (item.document.id, *sentence(item.document, main.start, main.end))
            by_sentence[(*where, item.origin.key, item.figure.measure, item.told_as, item.population, item.party)].append(item)
    lists = (held for held in by_sentence.values() if len({g.figure.value for g in held}) > 1 and not any(linked(a, b) for a, b in combinations(held, 2)))
    return frozenset(g.figure.id for held in lists for g in held)


def of_other_days(a: Given, b: Given) -> bool:
    """Are two different counts of new cases of days of their own, so that neither takes the place of the other?"""
    new = "new" in (a.figure.counting, b.figure.counting) and not one_number(a, b)
    return new and not (a.as_of is not None and b.as_of is not None and a.as_of.overlaps(b.as_of))


def of_other_loads(a: Given, b: Given) -> bool:
    """Are two counts of what goes by of two days, and not both of all so far?"""
    so_far = a.figure.counting == "cumulative" == b.figure.counting
    return a.figure.measure in lexicon().figures.passing and not so_far and a.order[0] != b.order[0]


def of_batches(a: Given, b: Given) -> bool:
    """May they be of several lots of what goes by: neither told with one event or place, nor both of all so far?"""
    so_far = a.figure.counting == "cumulative" == b.figure.counting
    one = bool(a.events & b.events) or any(x.place is not None and (x.place == y.place or set(x.place.split()) <= y.names) for x, y in ((a, b), (b, a)))
    return a.figure.measure in lexicon().figures.passing and not so_far and not one


def one_number(a: Given, b: Given) -> bool:
    return a.figure.value is not None and (a.figure.value, a.figure.bound) == (b.figure.value, b.figure.bound)


def linked(a: Given, b: Given) -> bool:
    return b.figure.id in (a.figure.part_of, a.base and a.base.id) or a.figure.id in (b.figure.part_of, b.base and b.base.id)
