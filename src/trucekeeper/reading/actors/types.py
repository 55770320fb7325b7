"""Is a name a person's, a body's or a place's, or none of these? One decision for each spelling of a document, from all places where it stands.

Each place's evidence is weighed by a log-linear model (maximum entropy, Berger et al. 1996) whose table, `language/name_types.tsv`, can be read: a feature and
what it speaks for. The names' component adds its own label.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

from trucekeeper.reading.actors.evidence import Evidence
from trucekeeper.reading.actors.listing import agreement, enumerations
from trucekeeper.reading.actors.names import LOC, ORG, PER, Name

TYPES = (PER, ORG, LOC, None)  # the columns of the table; None is the name of something else, or no name
BIAS = "*"
KNOWN = 20.0  # what an entry of the gazetteer weighs
MODEL = 1.0  # what the label of the names' component weighs
# What grammar makes sure of weighs more than the open name sets, which have few such places, can teach.
SURE = {
    "titled": (2.0, 0, 0, 0),
    "addressed": (8.0, 0, 0, 0),
    "setoff": (2.0, 0, 0, 0),
    "person": (2.0, 0, 0, 0),
    "speaks": (1.0, 0, 0, 0),
    "called": (4.0, 0, 0, 0),
    "namesake": (4.0, 0, 0, 0),
    "aged": (4.0, 0, 0, 0),
    "site": (0, 0, 2.0, 0),
    "portfolio": (0, 0, 0, 4.0),
    "alias": (0, 4.0, 0, 0),
    "body": (0, 4.0, 0, 0),
    "fighters": (0, 4.0, 0, 0),
    "offshoot": (0, 2.0, 0, 0),
    "company": (0, 3.0, 0, 0),
    "company?": (0, 1.0, 0, 0),
    "place": (0, 0, 4.0, 0),
    "athome": (0, 0, 4.0, 0),
    "homeof": (0, 0, 3.0, 0),
    "placed": (0, 0, 1.0, 0),
    "undertaking": (0, 0, 0, 6.0),
    **dict.fromkeys(("place=curated", "place=great", "place=great+"), (0, 0, 3.0, 0)),
    "place=curated+": (0, 0, 6.0, 0),  # of several words, and known as a place of a peace process
}

Weights = tuple[float, ...]


@cache
def weights() -> dict[str, Weights]:
    """What each feature speaks for, in the order of TYPES."""
    lines = (files("trucekeeper.language") / "name_types.tsv").read_text(encoding="utf-8").splitlines()
    return {feature: tuple(map(float, row)) for feature, *row in (line.split("\t") for line in lines if not line.startswith("#"))}


def logs(scores: list[float]) -> list[float]:
    """Logarithms of the probabilities that the scores stand for."""
    most = max(scores)
    total = most + math.log(sum(math.exp(s - most) for s in scores))
    return [s - total for s in scores]


def weighed(features: list[str]) -> list[float]:
    table = weights()
    rows = [table[f] for f in (BIAS, *features) if f in table]
    return logs([sum(column) for column in zip(*rows, strict=True)])


def placed(features: list[str]) -> Weights:
    """What one place in the text says of a name's type."""
    sure = [SURE[f] for f in features if f in SURE]
    return tuple(sum(column) for column in zip(weighed(features), *sure, strict=True))


def vote(doc: Doc, names: list[Name]) -> dict[str, str | None]:
    """One type for each spelling."""
    evidence = Evidence(doc)
    tally: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TYPES))
    for name in names:
        count = tally[doc[name.start : name.end].text]
        if name.known is None:
            add(count, placed(evidence.of(name)))
        count[TYPES.index(name.label)] += KNOWN if name.known else MODEL
    beside = by_company(doc, names, {key: [math.exp(w) for w in logs(count)] for key, count in tally.items()})
    for key, weights_of in beside.items():
        add(tally[key], weights_of)
    return {key: TYPES[count.index(max(count))] for key, count in tally.items()}


def add(count: list[float], more: Sequence[float]) -> None:
    for at, weight in enumerate(more):
        count[at] += weight


def by_company(doc: Doc, names: list[Name], likely: dict[str, list[float]]) -> dict[str, list[float]]:
    """What the names beside which a name is enumerated say of its type, by spelling; `likely` are the types' probabilities so far."""
    found: dict[str, list[float]] = {}
    for run in enumerations(doc, names):
        keys = [doc[n.start : n.end].text for n in run]
        for at, key in enumerate(keys):
            others = [likely[other] for other in keys[:at] + keys[at + 1 :] if other != key]
            if others:
                add(found.setdefault(key, [0.0] * len(TYPES)), agreement(others))
    return found
