"""Why two figures are in one series and what they are to each other, or why they count different things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from trucekeeper.model.claims import Figure
from trucekeeper.weighing.earned import rivals_in, wanting
from trucekeeper.weighing.given import Given, same_time
from trucekeeper.weighing.relations import Relation
from trucekeeper.weighing.series import Series, base_of, common_ground, compared, too_far
from trucekeeper.weighing.told_as import DONE
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.why.reasons import Change, Reason, Speaks, Why, carried, people_on
from trucekeeper.weighing.words import time_words, value_words

RELATIONS = {
    "repeats": "repeats",
    "replaces": "replaces",
    "corrects": "corrects",
    "differs": "differs from",
    "compatible": "fits",
    "other_base": "counts something else than",
    "part_of": "is a part of",
    "sums_to": "adds up with",
    "does_not_sum": "does not add up with",
}


RELATED = {  # the same from the other side
    "repeats": "is repeated by",
    "replaces": "is replaced by",
    "corrects": "is corrected by",
    "part_of": "has as a part",
}


def why_figures(a: Figure, b: Figure, known: Weighed) -> Why:
    given = {g.figure.id: g for g in known.given}
    first, second = given[a.id], given[b.id]
    relations = relations_of(a, b, known)
    series = next((s for s in known.series if any(g.figure.id == a.id for g in s.given)), None)
    one_series = series is not None and any(g.figure.id == b.id for g in series.given)
    if relations:
        head = relations[0]
        told = f"{head.claims[0][:8]} {RELATIONS[head.kind]} {', '.join(c[:8] for c in head.claims[1:])}"
        together, relation, decided = head.kind != "other_base", told, "; ".join(r.reason for r in relations)
    elif series is not None and one_series:
        together, relation, decided = True, "one series", _no_relation(first, second, series)
    else:
        together, relation, decided = None, "not compared", _apart(first, second)
    reasons = (*_reasons(first, second), *carried(a, b, known))
    return Why(together, relation, decided, reasons, people_on((a, b), known), tuple(_changes(first, second, one_series)))


def relations_of(a: Figure, b: Figure, known: Weighed) -> list[Relation]:
    """What the two are to each other, or what the same numbers of the same voices are: two that each repeat theirs are told to differ once."""
    direct = [r for r in known.figure_relations if a.id in r.claims and b.id in r.claims]
    if direct:
        return direct
    given = {g.figure.id: (g.origin.key, g.figure.value, g.figure.bound, g.figure.measure) for g in known.given}
    alike = sorted((given[a.id], given[b.id]), key=str)
    pairs = (r for r in known.figure_relations if r.kind == "differs" and len(r.claims) == 2 and all(c in given for c in r.claims))
    told = (replace(r, claims=_in_place_of(r, a, b, given)) for r in pairs if sorted((given[c] for c in r.claims), key=str) == alike)
    return list(told)[:1] if base_of(_item(a, known), _item(b, known)) == (True, "") else []


def _item(figure: Figure, known: Weighed) -> Given:
    return next(g for g in known.given if g.figure.id == figure.id)


def _in_place_of(relation: Relation, a: Figure, b: Figure, given: Mapping[str, object]) -> tuple[str, ...]:
    """The two in the order in which the relation tells of their voices."""
    return (a.id, b.id) if given[relation.claims[0]] == given[a.id] else (b.id, a.id)


def _no_relation(a: Given, b: Given, series: Series) -> str:
    """Of one series, but nothing is said of the pair."""
    if compared(a, b)[0] is not True:
        return f"by way of other counts; of the two alone: {_apart(a, b)}"
    if a.origin.key != b.origin.key and not same_time(a, b):
        return "they count one thing at different times, by two sources, which says nothing of either"
    if a.origin.key != b.origin.key and (missing := wanting(a, b, rivals_in(series.given))) is not None:
        return f"they count one thing, and that they contradict each other is not known: {missing}"
    return "they count one thing, and others of its counts stand between them in time, each of which is set against the next"


def _apart(a: Given, b: Given) -> str:
    if a.told_as != b.told_as:
        return f"the one is told as {a.told_as}, the other as {b.told_as}"
    one, why = compared(a, b)
    return why if one is not True else "they would fit, but too many counts lie between them to be compared"


def _reasons(a: Given, b: Given) -> Iterator[Reason]:
    yield _same("measure", a.figure.measure.replace("_", " "), b.figure.measure.replace("_", " "))
    yield _same("told as", a.told_as, b.told_as)
    counted = [", ".join(sorted(g.population)) or "people or things of any kind" for g in (a, b)]
    yield _same("counted", *counted)
    places = [g.figure.place.name if g.figure.place else None for g in (a, b)]
    yield _named("place", *places, one=bool(a.place and b.place and (a.place in b.place or b.place in a.place)))
    parties = [g.figure.party.label if g.figure.party else None for g in (a, b)]
    yield _named("whose people", *parties, one=a.party == b.party)
    since = [time_words(g.figure.since) if g.figure.since else None for g in (a, b)]
    yield _named("since", *since, one=bool(a.figure.since and b.figure.since and a.figure.since.overlaps(b.figure.since)))
    yield _named("counting", a.figure.counting, b.figure.counting, one=a.figure.counting == b.figure.counting)
    bases = [f"{value_words(g.base)} {g.base.of or g.base.measure}" if g.base else None for g in (a, b)]
    yield Reason("base", "for" if bases[0] == bases[1] and bases[0] else "neither" if bases[0] == bases[1] else "against", _both(*bases))
    dates = [time_words(g.as_of) if g.stated else f"reported {time_words(g.as_of)}" for g in (a, b)]
    yield Reason("as of", "for" if same_time(a, b) else "neither", _both(*dates))
    yield Reason("values", "against" if too_far(a, b) else "neither", f"{value_words(a.figure)} and {value_words(b.figure)}")
    yield Reason("common ground", "for" if common_ground(a, b) else "against", _ground(a, b))


def _ground(a: Given, b: Given) -> str:
    """What is common to the two beside what they count."""
    shared = sorted(a.names & b.names)
    found = {
        f"names: {', '.join(shared)}": bool(shared),
        "an event": bool(a.events & b.events),
        "both name a place": bool(a.place and b.place),
        "a party": bool(a.party) and a.party == b.party,
        "a base": bool(a.base and b.base),
        "one text": a.figure.document == b.figure.document,
        "one story": a.story == b.story != "",
    }
    return "; ".join(words for words, holds in found.items() if holds) or "none"


def _same(matter: str, a: str, b: str) -> Reason:
    return Reason(matter, "for" if a == b else "against", _both(a, b))


def _named(matter: str, a: str | None, b: str | None, *, one: bool) -> Reason:
    """Only where both say it does it speak."""
    speaks: Speaks = "neither" if a is None or b is None else "for" if one else "against"
    return Reason(matter, speaks, _both(a, b))


def _both(a: str | None, b: str | None) -> str:
    first, second = a or "not stated", b or "not stated"
    return first if first == second else f"{first}; {second}"


def _changes(a: Given, b: Given, one_series: bool) -> Iterator[Change]:
    """What would set two counts of different things together, each tried out alone; or part two of one series."""
    if a.told_as != b.told_as:
        done, other = (a, b) if a.told_as == DONE else (b, a)
        yield Change(f"if the words told {value_words(other.figure)} as {done.told_as} (now: {other.told_as})")
        return
    for name, tried, value in _tries(a, b):
        before, after = compared(a, b)[0] is True, compared(a, tried)[0] is True
        if before != after and (after or one_series):
            yield Change(f"if the second {value}", f"truce judge RECORD {b.figure.id[:8]} correct --set {name} --by NAME")


def _tries(a: Given, b: Given) -> Iterator[tuple[str, Given, str]]:
    """Corrections of the second count: what the first has, where they differ; otherwise something else."""
    first, second = a.figure, b.figure
    if a.population != b.population:
        yield f'of="{first.of or ""}"', replace(b, population=a.population), f"counted {first.of or 'people or things of any kind'}"
    if a.place != b.place:
        name = first.place.name if first.place else None
        yield f'place="{name}"' if name else "place=null", replace(b, place=a.place), f"were of {name or 'no stated place'}"
    if a.party != b.party:
        name = first.party.label if first.party else None
        yield f'party="{name}"' if name else "party=null", replace(b, party=a.party), f"were of {name or 'no stated party'}"
    if first.since != second.since:
        value = f"{first.since.earliest}" if first.since else "null"
        yield f"since={value}", replace(b, figure=replace(second, since=first.since)), f"counted since {time_words(first.since, unknown='no stated day')}"
    if first.counting != second.counting:
        tried = replace(b, figure=replace(second, counting=first.counting))
        yield f"counting={first.counting or 'null'}", tried, f"were {first.counting or 'not said to be all or new'}"
    if a.base != b.base:
        part = first.part_of or "null"
        yield f"part_of={part}", replace(b, base=a.base), f"were of {f'the same {value_words(a.base)}' if a.base else 'no stated base'}"
    if first.measure != second.measure:
        yield f'measure="{first.measure}"', replace(b, figure=replace(second, measure=first.measure)), f"counted {first.measure.replace('_', ' ')}"
