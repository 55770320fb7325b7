"""Does a count of all so far add up from report to report: what stood before, and what is new since? A day that does not add up is told with its arithmetic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from trucekeeper.weighing.given import Given
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.relations import Relation
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.series import apart_in_text, set_apart
from trucekeeper.weighing.sums import Count, breaks
from trucekeeper.weighing.words import day_words, number_words

BESIDE = 300  # characters of one text between what is new and the count of all that it makes


def running(items: Iterable[Given]) -> list[Relation]:
    """For each count of all so far that stands beside a count of new cases: that count, the one before by the same source, and the new ones.

    It is checked only where the source has one count for the day at which the new cases begin; where that is not known, nothing is said.
    """
    held = sorted((g for g in items if g.figure.bound == "exact" and g.figure.value is not None and _day(g)), key=lambda g: g.order)
    totals: dict[tuple[str, str, str], list[Given]] = defaultdict(list)
    new: dict[str, list[Given]] = defaultdict(list)
    for item in held:
        if item.figure.counting == "cumulative":
            totals[_voice(item)].append(item)
        elif item.figure.counting == "new":
            new[item.figure.document].append(item)
    found: dict[tuple[object, ...], Relation] = {}
    for voice, counts in sorted(totals.items()):
        by_day: dict[date | None, list[Given]] = defaultdict(list)
        for count in counts:
            by_day[_day(count)].append(count)
        for total in counts:
            for fresh in _beside(total, new):
                for relation in _checked(total, fresh, by_day):
                    found.setdefault((voice, relation.kind, relation.reason), relation)
    return list(found.values())


def _voice(item: Given) -> tuple[str, str, str]:
    return item.origin.key, item.figure.measure, item.figure.unit or ""


def _day(item: Given) -> date | None:
    """The day at the end of which a count stood."""
    return item.as_of.last_day if item.as_of and item.as_of.known_day else None


def _beside(total: Given, new: dict[str, list[Given]]) -> Iterator[Given]:
    """Counts of new cases, by the same source, that a text gives together with the count of all."""
    for item in new[total.figure.document]:
        alike = replace(item, figure=replace(item.figure, counting="cumulative", since=total.figure.since))
        if _voice(item) == _voice(total) and _day(item) == _day(total) and apart_in_text(item, total) <= BESIDE and set_apart(alike, total) is None:
            yield item


def _checked(total: Given, fresh: Given, by_day: dict[date | None, list[Given]]) -> Iterator[Relation]:
    day, period, new, now = _day(total), _period(fresh), fresh.figure.value, total.figure.value
    if day is None or period is None or new is None or now is None:
        return
    before = [g for g in by_day[day - period] if set_apart(g, total) is None]
    values = {g.figure.value for g in before}
    old = before[0].figure.value if len(values) == 1 else None
    if old is None:
        return
    claims, when = (total.figure.id, before[0].figure.id, fresh.figure.id), f"{total.origin.name}, {day_words(day)} after {day_words(day - period)}"
    _, wrong = breaks((Count(day - period, None, old), Count(day, new, now)), step=period)
    if wrong:
        yield Relation("does_not_sum", claims, f"{when}: {wrong[0].reason}")
    else:
        yield Relation("sums_to", claims, f"{when}: {number_words(old)} + {number_words(new)} = {number_words(now)} in all")


def _period(fresh: Given) -> timedelta | None:
    """How long the new cases were counted: a day where the words do not tell; None where they tell of a time that is not understood."""
    if fresh.document is None:
        return None
    main = fresh.figure.evidence[0]
    first, last = sentence(fresh.document, main.start, main.end)
    told = lexicon().figures.span.search(fresh.document.text, first, last)
    if told is None:
        return timedelta(days=1)
    number = next((int(w) for w in told[0].split() if w.isdigit()), 0)
    hours = number * (24 if "day" in told[0].casefold() else 1)
    return timedelta(hours=hours) if hours and hours % 24 == 0 else None
