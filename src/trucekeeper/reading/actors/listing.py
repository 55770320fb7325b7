"""Names in one enumeration are of one type: "Vodafone, Orange and Brawnex", "Dureb and Hagos"."""

from __future__ import annotations

import math
from collections.abc import Iterator

from spacy.tokens import Doc

from trucekeeper.reading.actors.names import Name

BETWEEN = frozenset({",", "and", "or", "&"})
# How often two names are of one type, counted in the open name sets that training/README.md lists: in enumerations of three and more, and in pairs with "and".
SAME, SAME_OF_TWO = 0.97, 0.9
LEAST = 1e-3  # no name's type is surer than this, so that one alone doesn't decide for all


def enumerations(doc: Doc, names: list[Name]) -> Iterator[list[Name]]:
    """Runs of names with nothing but commas and "and" between them. Two with only a comma ("Zandor, Brelvia") tell nothing of each other."""
    run: list[Name] = []
    for name in names:
        if run and (not follows(doc, run[-1], name) or (len(run) > 1 and closed(doc, run[-1]))):
            yield from whole(doc, run)
            run = []
        run.append(name)
    yield from whole(doc, run)


def follows(doc: Doc, first: Name, second: Name) -> bool:
    between = [t.lower_ for t in doc[first.end : second.start] if t.lower_ != "the"]
    return 1 <= len(between) <= 2 and BETWEEN.issuperset(between) and doc[first.start].sent == doc[second.start].sent


def closed(doc: Doc, name: Name) -> bool:
    """Does "and" lead to this name? It is the last of its enumeration ("Ode and Lam, Zandor and Brelvia")."""
    at = name.start - 1
    while at > 0 and doc[at].lower_ == "the":
        at -= 1
    return doc[at].lower_ in {"and", "or", "&"}


def whole(doc: Doc, run: list[Name]) -> Iterator[list[Name]]:
    if len(run) > 1 and doc[run[-1].start - 1].text != "," and doc[run[-2].end].text + doc[run[-1].start - 1].text != ",the":
        yield run


def agreement(others: list[list[float]]) -> list[float]:
    """What the probabilities of the other names' types say of one name's type, as logarithms: all are of one type, or each is of any."""
    types = len(others[0])
    same = SAME if len(others) > 1 else SAME_OF_TWO
    shared = [math.prod(max(p[t], LEAST) for p in others) for t in range(types)]
    return [math.log(same * s / sum(shared) + (1 - same) / types) for s in shared]
