"""What figures are to one another, each with its reason in words. No average is made, and no value is called the true one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from trucekeeper.weighing.bounds import strict, usual
from trucekeeper.weighing.earned import Rivals, are_opposed, are_rivals, grounded, rivals_in, wanting
from trucekeeper.weighing.former import is_former
from trucekeeper.weighing.given import ROUGH, Given, dates, is_within, same_time
from trucekeeper.weighing.growth import AS_MUCH_AGAIN, fall, had_grown, may_have_risen, measure_of, only_grew, rose, told_on
from trucekeeper.weighing.handed import may_be_of_two_sides
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.lots import is_some_one, linked, of_batches, of_other_days, of_other_loads, one_number
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.series import (
    MANY,
    PASSAGE,
    WINDOW,
    Series,
    apart_in_text,
    base_of,
    brought_up_to_date,
    common_ground,
    neighbours,
    set_apart,
    siblings,
    too_far,
)
from trucekeeper.weighing.sides import of_several_sides, side_of
from trucekeeper.weighing.standing import has_stand, of_nobody_known, of_one_government
from trucekeeper.weighing.words import day_words, time_words, value_words

RelationKind = Literal["repeats", "replaces", "corrects", "differs", "compatible", "other_base", "part_of", "sums_to", "does_not_sum"]
BESIDE = 150  # characters from some of the counted to the others
WEEK = 7  # days in which two counts of one event may be set against each other
OTHERS = re.compile(r"\b(?:another|a further|an additional)\s+[\w-]+", re.IGNORECASE)
FEW_SENTENCES = 300  # characters of one text beyond which a count may be of another event than one before it
LARGEST_FALL = 0.3  # of a count that only grows, taken back by its own source


@dataclass(frozen=True, slots=True)
class Relation:
    """`claims[0]` stands in the relation to the others: the newer, the part, the whole of a sum. `reason` is a sentence."""

    kind: RelationKind
    claims: tuple[str, ...]
    reason: str


def _one_source(older: Given, newer: Given) -> Relation | None:
    """Two figures of one origin on one base, None where they may be of two things."""
    latest = brought_up_to_date(older, newer)
    if latest is older:
        older, newer = newer, older
    claims = (newer.figure.id, older.figure.id)
    old, new, who = value_words(older.figure), value_words(newer.figure), newer.origin.name
    one_text = older.figure.document == newer.figure.document
    if (older.figure.value, older.figure.bound) == (newer.figure.value, newer.figure.bound):
        if older.story == newer.story != "" and not one_text:
            return Relation("repeats", claims, f"{new} in two copies of one story")
        return Relation("repeats", claims, f"{who} again: {new} ({dates(older, newer)})")
    if older.figure.value is not None and older.figure.value == newer.figure.value and not one_text:
        return Relation("compatible", claims, f"{who}: {new} fits {old} ({dates(older, newer)})")
    if latest is not None:
        return Relation("replaces", claims, f"{who}, later in the same report: {new}, after {old}")
    if (
        (may_be_of_two_sides(older, newer) and not own_word(newer))
        or of_other_days(older, newer)
        or (measure_of(newer) in lexicon().figures.cumulative and is_within(older, newer))
        or of_other_loads(older, newer)
        or (one_text and not (older.stated and newer.stated and apart_in_text(older, newer) <= PASSAGE))
    ):
        return None
    same_day = older.as_of and newer.as_of and older.stated and newer.stated and older.as_of.overlaps(newer.as_of)
    if same_day and usual(older.figure).meets(usual(newer.figure)):
        return Relation("compatible", claims, f"{who}, {dates(older, newer)}: {new} fits {old}")
    told_later = newer.document is not None and older.document is not None and newer.document.published != older.document.published
    if same_day and told_later and only_grew(older, newer):
        return Relation("replaces", claims, f"{who}, told {_published(newer)}: {new}, after {old}, both of {time_words(newer.as_of)}")
    if same_day and told_later:
        told = f"{new}, told {_published(newer)}, where it was {old}{own_word(newer)}"
        return Relation("corrects", claims, f"{who}, for the same date ({time_words(newer.as_of)}): {told}")
    if older.order[0] == newer.order[0] and usual(older.figure).meets(usual(newer.figure)):
        return Relation("compatible", claims, f"{who}, {dates(older, newer)}: {new} fits {old}")
    if older.order[0] == newer.order[0] and not one_text and measure_of(newer) in lexicon().figures.cumulative and not own_word(newer):
        return _of_one_day(older, newer)
    if older.order[0] == newer.order[0]:
        certain = has_stand(newer) and older.stated and newer.stated and measure_of(newer) not in lexicon().figures.growing
        return Relation("differs", claims, f"{who}, for the same date ({dates(older, newer)}): {old} and {new}") if certain else None
    lower = fall(older, newer)
    if lower > LARGEST_FALL or (lower and not (older.stated or newer.stated) and same_time(older, newer)):
        return None  # of one moment, by reports of two days, neither is the newer
    note = "; lower than before, though such a count only grows" if lower else ""
    return Relation("replaces", claims, f"{who}, {time_words(newer.as_of)}: {new}, after {old} ({time_words(older.as_of)}){note}")


def _of_one_day(a: Given, b: Given) -> Relation:
    """Two counts by one voice for one day, of what only adds up: nobody contradicts himself while the dead are counted."""
    low, high = sorted((a, b), key=lambda g: g.figure.value or 0)
    claims, words = (high.figure.id, low.figure.id), f"{high.origin.name}, for one day ({dates(low, high)}): {value_words(high.figure)}"
    if rose(low, high):
        return Relation("replaces", claims, f"{words}, after {value_words(low.figure)}: it says that it rose")
    return Relation("compatible", claims, f"{words}, and {value_words(low.figure)}: such a count grows in a day")


def _published(item: Given) -> str:
    return day_words(item.document.published) if item.document and item.document.published else "later"


def own_word(item: Given) -> str:
    """The word by which a sentence itself says that a count was wrong."""
    if item.document is None:
        return ""
    main = item.figure.evidence[0]
    first, last = sentence(item.document, main.start, main.end)
    found = next((w for w in re.findall(r"\w+", item.document.text[first:last].casefold()) if w in lexicon().figures.corrected), None)
    return f" (“{found}”)" if found else ""


def _two_sources(a: Given, b: Given, rivals: Rivals) -> Relation:
    """Two figures of different origins on one base at one time."""
    claims, words = (b.figure.id, a.figure.id), f"{value_words(a.figure)} ({a.origin.name}) and {value_words(b.figure)} ({b.origin.name})"
    if (a.figure.value, a.figure.bound) == (b.figure.value, b.figure.bound):
        return Relation("repeats", claims, f"{a.origin.name} and {b.origin.name} both give {value_words(a.figure)}")
    if usual(a.figure).meets(usual(b.figure)) or _one_large_number(a, b):
        return Relation("compatible", claims, f"{words} fit each other")
    if strict(a.figure).meets(strict(b.figure)):
        return Relation("compatible", claims, f"{words}, {dates(a, b)}: both may hold to the letter")
    older, newer = sorted((a, b), key=lambda g: (told_on(g), g.figure.value or 0))
    if rose(older, newer) and not are_rivals(older, newer, rivals):
        if has_stand(older) and told_on(older)[:10] == told_on(newer)[:10]:
            return _of_other_hours(older, newer)  # from what it has risen, and which is the later one, is not known
        told = [f"{value_words(g.figure)} ({g.origin.name})" for g in (newer, older)]
        reason = f"{told[0]}, told {_published(newer)}, after {told[1]}: it says that it rose"
        return Relation("replaces", (newer.figure.id, older.figure.id), reason)
    if had_grown(a, b):
        return Relation("compatible", claims, f"{words}, {dates(a, b)}: the later one is higher, and such a count grows from day to day")
    return Relation("differs", claims, f"{words}, {dates(a, b)}")


def risen_since(a: Given, b: Given) -> bool:
    """May a toll have risen from the one count to the other, of which one is a report's own or of officials whom it does not name? Two bodies that each give
    theirs are two accounts."""
    return may_have_risen(a, b) and not (has_stand(a) and has_stand(b))


def _risen(a: Given, b: Given) -> Relation:
    early, late = sorted((a, b), key=told_on)
    words = [f"{value_words(g.figure)} ({g.origin.name})" for g in (early, late)]
    return Relation(
        "compatible", (late.figure.id, early.figure.id), f"{words[0]}, and {words[1]}, told {_published(late)}: a later toll that is higher takes nothing back"
    )


def _may_be_of_other_hours(a: Given, b: Given) -> bool:
    """Is the higher one, of what only adds up, told of the same day as the lower one, and not many times as high?"""
    low, high = sorted((a, b), key=lambda g: g.figure.value or 0)
    within = (high.figure.value or 0) <= AS_MUCH_AGAIN * (low.figure.value or 0) and not (is_within(low, high) or is_within(high, low))
    return within and told_on(low)[:10] == told_on(high)[:10] != "" and measure_of(a) in lexicon().figures.cumulative


def _of_other_hours(a: Given, b: Given) -> Relation:
    low, high = sorted((a, b), key=lambda g: g.figure.value or 0)
    words = [f"{value_words(g.figure)} ({g.origin.name})" for g in (low, high)]
    return Relation("compatible", (high.figure.id, low.figure.id), f"{words[0]} and {words[1]}, told on one day: such a count grows from hour to hour")


def _stands_by_it(a: Given, b: Given, series: Series) -> bool:
    """Does the voice of the lower one of two counts, who stands for it, give the same number again after the other, which is not the older one, was told?"""
    low, high = sorted((a, b), key=lambda g: g.figure.value or 0)
    if not has_stand(low) or told_on(low)[:10] > told_on(high)[:10]:
        return False
    again = (g for g in series.given if g.origin.key == low.origin.key and one_number(g, low) and not is_former(g))
    return any(told_on(g)[:10] > told_on(high)[:10] for g in again)


def _carries_on(a: Given, b: Given, series: Series) -> bool:
    """Has the lower one, which no body of its own stands for, been told before the higher one's report, so that it may only be carried on?"""
    low, high = sorted((a, b), key=lambda g: g.figure.value or 0)
    if measure_of(low) not in lexicon().figures.cumulative or has_stand(low):
        return False
    return any(g.figure.value == low.figure.value and told_on(g)[:10] < told_on(high)[:10] and g.figure.id != low.figure.id for g in series.given)


def _one_large_number(a: Given, b: Given) -> bool:
    """ "More than 2,432" and "2,432": of a large number the one more is loosely told."""
    return a.figure.value is not None and a.figure.value == b.figure.value and a.figure.value >= MANY


def _of_one_whole(a: Given, b: Given) -> bool:
    """Are both parts of one whole in one text, which are not counts of one thing?"""
    return a.base is not None and b.base is not None and a.base.id == b.base.id


def _says_no_number(item: Given) -> bool:
    """ "Many" and "scores" fit everything and say nothing."""
    return item.figure.value is None and item.figure.low is None and item.figure.high is None


def relations_within(series: Series, lists: frozenset[str] = frozenset()) -> list[Relation]:
    """Each origin's own sequence, and different origins at one time; only of measures that are compared at all. `lists` are the ids of counts that are not
    all (`lots.in_lists`)."""
    if series.measure.replace("_", " ") not in lexicon().figures.compared:
        return []
    found: list[Relation] = []
    outdated: set[str] = set()
    told: set[frozenset[tuple[object, ...]]] = set()
    several, rivals = of_several_sides(series.given), rivals_in(series.given)
    chains: dict[str, list[Given]] = defaultdict(list)
    for item in series.given:
        chains[item.origin.key].append(item)
    for _, chain in sorted(chains.items()):
        made = [r for a, b in _steps(chain) if (r := _one_source(a, b))]
        found.extend(made)
        of_text = {g.figure.id: g.figure.document for g in chain}
        outdated.update(r.claims[1] for r in made if r.kind == "replaces" and of_text[r.claims[0]] == of_text[r.claims[1]])
    outdated.update(_overtaken(series))
    pairs = [(a, b) for a, b in neighbours(list(series.given)) if a.figure.document == b.figure.document and set_apart(a, b) is None]
    outdated.update(old.figure.id for a, b in pairs for old, new in ((a, b), (b, a)) if rose(old, new))
    for a, b in neighbours(list(series.given)):
        if a.origin.key == b.origin.key or set_apart(a, b) or _of_one_whole(a, b) or _says_no_number(a) or _says_no_number(b):
            continue
        if too_far(a, b) and not are_opposed(a, b):
            continue
        if is_some_one(a) or is_some_one(b):
            continue
        if not of_other_days(a, b) and (same_time(a, b) or _of_one_event(a, b)):
            relation = _two_sources(a, b, rivals)
            if relation.kind != "repeats" and (may_be_of_two_sides(a, b) or {a.figure.id, b.figure.id} & lists):
                continue
            if relation.kind == "differs" and several and side_of(a) != side_of(b):
                continue  # one side's dead, and those of the other or of both
            if relation.kind == "differs" and a.figure.document == b.figure.document and (of_nobody_known(a) or of_nobody_known(b) or of_one_government(a, b)):
                continue  # "the official" of one text may be the one whom it has named
            against = frozenset((g.origin.key, g.figure.value, g.figure.bound) for g in (a, b))
            opposed = relation.kind == "differs" and are_opposed(a, b)
            if relation.kind == "differs" and not opposed and (_carries_on(a, b, series) or (risen_since(a, b) and not _stands_by_it(a, b, series))):
                relation = _risen(a, b)
            if relation.kind == "differs" and (of_other_loads(a, b) or of_batches(a, b)):
                continue
            if relation.kind == "differs" and (_fits_another(a, b, series) or (_of_two_passages(a, b) and not opposed) or _counts_others(a, b)):
                continue
            if relation.kind == "differs" and (against in told or is_former(a) or is_former(b) or {a.figure.id, b.figure.id} & outdated):
                continue  # two voices that each repeat their number differ once
            if relation.kind == "differs" and wanting(a, b, rivals) is not None and not _stands_by_it(a, b, series):
                if not _may_be_of_other_hours(a, b):
                    continue
                relation = _of_other_hours(a, b)
            found.append(relation)
            told.update({against} if relation.kind == "differs" else ())
        elif a.events & b.events and one_number(a, b):
            found.append(Relation("repeats", (b.figure.id, a.figure.id), f"{value_words(b.figure)} of the same event: {a.origin.name}, then {b.origin.name}"))
        elif (later := _told_later(a, b)) is not None:
            found.append(later)
    return found


def _told_later(a: Given, b: Given) -> Relation | None:
    """Of two counts of one place or people, told within a month, of what commonly grows from day to day: the later one is the same large number, or higher."""
    early, late = sorted((a, b), key=told_on)
    days = [g.document.said if g.document else None for g in (early, late)]
    if measure_of(a) not in lexicon().figures.growing or days[0] is None or days[1] is None or not days[0].widened(ROUGH).overlaps(days[1]):
        return None
    low, high = early.figure.value or 0, late.figure.value or 0
    if not (MANY <= low <= high <= AS_MUCH_AGAIN * low and grounded(a, b)) or "new" in (a.figure.counting, b.figure.counting):
        return None
    words = f"{value_words(early.figure)} ({early.origin.name}), and {value_words(late.figure)} ({late.origin.name}), told {_published(late)}"
    if one_number(a, b):
        return Relation("repeats", (late.figure.id, early.figure.id), words)
    return Relation("compatible", (late.figure.id, early.figure.id), f"{words}: such a count grows from day to day")


def _of_two_passages(a: Given, b: Given) -> bool:
    """Do they stand far apart in one text, only one of them told with an attack that has its day or place, so that the other may be of another?"""
    one_text = a.figure.document == b.figure.document and apart_in_text(a, b) > FEW_SENTENCES
    return one_text and bool(a.attacks) != bool(b.attacks) and not a.events & b.events


def _counts_others(a: Given, b: Given) -> bool:
    """Does the second of two counts of one text count others than the first ("another 11 people were killed nearby")?"""
    second = max((a, b), key=lambda g: g.figure.evidence[0].start)
    start = second.figure.evidence[0].start
    lead = f"{second.document.text[max(0, start - 12) : start]}{second.figure.evidence[0].exact}" if second.document is not None else ""
    return a.figure.document == b.figure.document and OTHERS.search(lead) is not None


def _fits_another(a: Given, b: Given, series: Series) -> bool:
    """Have the two texts, each in the voice of its count, counts that fit each other ("four of the six rockets" here, "four rockets" there)?"""
    held = [g for g in series.given if not is_former(g)]
    first, second = ([g for g in held if g.figure.document == x.figure.document and g.origin.key == x.origin.key] for x in (a, b))
    return a.figure.document != b.figure.document and any(usual(x.figure).meets(usual(y.figure)) for x in first for y in second)


def _overtaken(series: Series) -> Iterator[str]:
    """The ids of counts, of what only adds up, below the highest that the same voice gives in the same text: the text tells how the number grew."""
    held = [g for g in series.given if series.measure.replace("_", " ") in lexicon().figures.cumulative and not is_former(g)]
    for a, b in neighbours(held):
        if a.figure.document == b.figure.document and a.population == b.population and (siblings(a, b) or of_one_government(a, b)):
            low, high = sorted((a, b), key=lambda g: g.figure.value or 0)
            if low.figure.value is not None and low.figure.value < (high.figure.value or 0):
                yield low.figure.id


def _steps(chain: list[Given]) -> Iterator[tuple[Given, Given]]:
    """Each count of one source with the one before it that counts the same thing, however others may have set the two in one series.

    What a text gives as the earlier count takes no part.
    """
    chain = [g for g in chain if not is_former(g) and not is_some_one(g)]
    for n, item in enumerate(chain[1:], start=1):
        before = next(
            (b for b in reversed(chain[max(0, n - WINDOW) : n]) if set_apart(b, item) is None and not too_far(b, item) and not siblings(b, item)), None
        )
        if before is not None:
            yield before, item


def _of_one_event(a: Given, b: Given) -> bool:
    """Are both counts of one event, told within a week of each other, the later one not higher? A toll that rises takes nothing back."""
    first, second = (g.document.said if g.document else None for g in (a, b))
    if not a.events & b.events or first is None or second is None or a.figure.counting == "new" or b.figure.counting == "new":
        return False
    early, late = (a, b) if (first.latest or "") <= (second.latest or "") else (b, a)
    low, high = usual(early.figure).low, usual(late.figure).high
    return first.widened(WEEK).overlaps(second) and low is not None and high is not None and high <= low


def relations_between(all_series: Iterable[Series]) -> list[Relation]:
    """Series of one measure that count something else: the difference of base, told once for each two series."""
    found: list[Relation] = []
    for _, group in by_measure(all_series):
        for one, other in combinations(group[:WINDOW], 2):
            a, b = one.given[-1], other.given[-1]
            base = base_of(a, b)
            if base and not base[0] and not linked(a, b) and common_ground(a, b) and (a.base or b.base or not too_far(a, b)):
                found.append(Relation("other_base", (a.figure.id, b.figure.id), f"{counted(a)} and {counted(b)}: {base[1]}"))
    return found


def by_measure(all_series: Iterable[Series]) -> list[tuple[str, list[Series]]]:
    """The series of each measure that is compared at all."""
    held: dict[str, list[Series]] = defaultdict(list)
    for series in all_series:
        held[series.measure].append(series)
    return sorted((measure, group) for measure, group in held.items() if measure.replace("_", " ") in lexicon().figures.compared)


def counted(item: Given) -> str:
    of = item.figure.of or ""
    if set(plain(of).split()) & lexicon().figures.tallies:
        of = item.figure.measure.replace("_", " ")  # "21 killed", and no "21 toll"
    return f"{value_words(item.figure)} {of}".strip()
