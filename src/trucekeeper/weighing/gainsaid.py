"""Counts that a text itself sets against another number: "64 people, not 60", "far higher than the official toll, which is 432"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.given import ROUGH, Given, dates
from trucekeeper.weighing.growth import NUMBER
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.nations import country_words
from trucekeeper.weighing.relations import Relation, RelationKind, counted
from trucekeeper.weighing.sentences import capitals, sentence
from trucekeeper.weighing.series import WINDOW, set_apart
from trucekeeper.weighing.tellings import in_digits

REACH = 300  # characters from a count to one that is said to be lower or higher


def gainsaid(items: Iterable[Given], known: Iterable[Relation]) -> list[Relation]:
    """What the words of one count say against another, where no relation of the two is `known`; once for each two voices and numbers."""
    related = {frozenset(r.claims) for r in known if r.kind != "other_base"}
    by_measure: dict[tuple[str, str], list[Given]] = defaultdict(list)
    for item in items:
        if item.figure.measure.replace("_", " ") in lexicon().figures.compared and item.figure.value is not None:
            by_measure[(item.figure.measure, item.figure.unit or "")].append(item)
    found: list[Relation] = []
    told: set[frozenset[tuple[str, float | None]]] = set()
    for _, held in sorted(by_measure.items()):
        for a in sorted(held, key=lambda g: g.order):
            for b in (*_denied_by(a, held), *_compared_to(a, held)):
                voices = frozenset((g.origin.key, g.figure.value) for g in (a, b))
                if voices not in told and frozenset((a.figure.id, b.figure.id)) not in related:
                    told.add(voices)
                    words = f"{counted(a)} ({a.origin.name}), where {counted(b)} ({b.origin.name}) is set against it by the words themselves"
                    kind: RelationKind = "corrects" if a.origin.key == b.origin.key else "differs"
                    found.append(Relation(kind, (a.figure.id, b.figure.id), f"{words}, {dates(a, b)}"))
    return found


def _denied_by(item: Given, held: list[Given]) -> Iterator[Given]:
    """The newest count, told before and akin, of the number that a sentence says it was not."""
    number = _denied_number(item)
    if number is None or number == item.figure.value:
        return
    alike = (g for g in held if g.figure.value == number and g.figure.id != item.figure.id and g.order[1] <= item.order[1] and _is_akin(item, g))
    yield from sorted(alike, key=lambda g: g.order)[-1:]


def _denied_number(item: Given) -> float | None:
    if item.document is None:
        return None
    main = item.figure.evidence[0]
    behind = in_digits(item.document.text[main.end - 1 : sentence(item.document, main.start, main.end)[1]])
    said = lexicon().figures.gainsaying.match(behind)
    number = NUMBER.match(behind, said.end()) if said is not None else None
    return float(number[0].replace(",", "")) if number is not None else None


def _compared_to(item: Given, held: list[Given]) -> Iterator[Given]:
    """The count of one text, told right before, which is said to be higher or lower than this one by another voice."""
    if item.document is None:
        return
    main = item.figure.evidence[0]
    first, _ = sentence(item.document, main.start, main.end)
    if lexicon().figures.outdoing.search(item.document.text[max(first, main.start - REACH) : main.start].rstrip()) is None:
        return
    near = [g for g in held[-WINDOW:] if g.figure.document == item.figure.document and 0 < main.start - g.figure.evidence[0].end <= REACH]
    before = max(near, key=lambda g: g.figure.evidence[0].start, default=None)
    if before is not None and before.origin.key != item.origin.key and before.figure.value != item.figure.value and _is_apart(before, item) is None:
        yield before


def _is_apart(a: Given, b: Given) -> str | None:
    """Why they count different things, whoever is counted in the words of the one: the text itself compares them."""
    return set_apart(a, replace(b, population=a.population))


def _is_akin(a: Given, b: Given) -> bool:
    """May they be of one event: nothing sets them apart, and their reports, of a month, share an event or a name that is not everywhere?"""
    nested = a.population <= b.population or b.population <= a.population
    if a.document is None or b.document is None or not nested or _is_apart(a, b) is not None:
        return False
    days = a.document.said, b.document.said
    if days[0] is None or days[1] is None or not days[0].widened(ROUGH).overlaps(days[1]):
        return False
    return bool(a.events & b.events) or bool((capitals(a.document.text) & capitals(b.document.text)) - worn() - country_words())
