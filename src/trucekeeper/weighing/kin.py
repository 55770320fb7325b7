"""One number of the same people told by two measures: "seven soldiers were captured", "he holds seven soldiers"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from trucekeeper.weighing.given import Given
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.relations import Relation, counted
from trucekeeper.weighing.series import WINDOW, set_apart
from trucekeeper.weighing.tellings import FEW


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
