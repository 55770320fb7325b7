"""One number of the same people or things in other words: by two measures ("seven soldiers were captured", "he holds seven soldiers"), or as what is agreed
here and planned or demanded there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.nations import country_words
from trucekeeper.weighing.relations import Relation, counted
from trucekeeper.weighing.sentences import capitals
from trucekeeper.weighing.series import WINDOW, set_apart
from trucekeeper.weighing.tellings import FEW
from trucekeeper.weighing.told_as import AHEAD_OF_US

APART = 60  # days between two reports that may tell of one aim


def told_otherwise(items: Iterable[Given]) -> list[Relation]:
    """Counts of kin measures in two reports that are one number above a few, of one population and of one event; the newest of each measure."""
    held = sorted((g for g in items if (g.figure.value or 0) > FEW and g.events), key=lambda g: g.order)
    found: list[Relation] = []
    for kin in lexicon().figures.kin:
        of_measure = [[g for g in held if g.figure.measure.replace("_", " ") == measure][-WINDOW:] for measure in kin]
        for one, other in combinations(of_measure, 2):
            found.extend(_repeats(*sorted((a, b), key=lambda g: g.order)) for a in one for b in other if _is_one_number(a, b))
    return found


def _is_one_number(a: Given, b: Given) -> bool:
    one = a.figure.value == b.figure.value and a.population == b.population and bool(a.events & b.events)
    return one and a.figure.document != b.figure.document and set_apart(a, b) is None


def _repeats(older: Given, newer: Given) -> Relation:
    told = [f"{g.figure.measure.replace('_', ' ')} by {g.origin.name}" for g in (newer, older)]
    return Relation("repeats", (newer.figure.id, older.figure.id), f"{counted(newer)} of the same event: {told[0]}, {told[1]}")


def aimed_at(items: Iterable[Given]) -> list[Relation]:
    """One number above a few that several reports give of what is still ahead, each with the one before it: 300 prisoners who are to be freed are the 300
    whose release was agreed. Different numbers are set against nothing: what is offered is not what is demanded."""
    held: dict[tuple[str, str, float | None], list[Given]] = defaultdict(list)
    for item in items:
        figure = item.figure
        compared = figure.measure.replace("_", " ") in lexicon().figures.compared
        if item.told_as in AHEAD_OF_US and compared and (figure.value or 0) > FEW and not (figure.unit or "").startswith("percent"):
            held[(figure.measure, figure.unit or "", figure.value)].append(item)
    found: list[Relation] = []
    for _, group in sorted(held.items(), key=lambda entry: (entry[0][0], entry[0][1], entry[0][2] or 0)):
        group.sort(key=lambda g: ((g.document.published or "") if g.document else "", g.figure.id))
        for n, newer in enumerate(group):
            before = next((older for older in reversed(group[max(0, n - WINDOW) : n]) if _is_one_aim(older, newer)), None)
            if before is not None:
                told = [f"{g.told_as}, by {g.origin.name}" for g in (newer, before)]
                found.append(Relation("repeats", (newer.figure.id, before.figure.id), f"{counted(newer)}: {told[0]}; {told[1]}"))
    return found


def _is_one_aim(a: Given, b: Given) -> bool:
    """Are the counted the same, as far as is told, and have the two reports, of a month or two, a name in common that is not everywhere?"""
    nested = a.population <= b.population or b.population <= a.population
    if (a.party is None) != (b.party is None):  # "government prisoners" are none of the group's, whom the other may tell of as "its prisoners"
        nested = a.population <= b.population if a.party is None else b.population <= a.population
    if (a.figure.counting == "new") != (b.figure.counting == "new"):
        return False
    if a.document is None or b.document is None or not nested or set_apart(a, replace(b, population=a.population)) is not None:
        return False
    if a.document.id == b.document.id:
        return True
    days = a.document.said, b.document.said
    if days[0] is None or days[1] is None or not days[0].widened(APART).overlaps(days[1]):
        return False
    return bool((capitals(a.document.text) & capitals(b.document.text)) - worn() - country_words())
