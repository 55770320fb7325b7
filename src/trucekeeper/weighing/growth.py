"""Counts that grow: a later, higher one takes nothing back and contradicts nothing, and a little lower one may be a correction."""

from __future__ import annotations

import re

from trucekeeper.weighing.bounds import strict, usual
from trucekeeper.weighing.given import NEAR_DAYS, WEEK, Given, is_close
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.tellings import in_digits

LEAD = 40  # characters behind a word that says it rose in which the count itself may stand
AS_MUCH_AGAIN = 2  # times a toll, by which a later one may be higher
MORE = 1.1  # times a toll, by which it may be higher days after
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def measure_of(item: Given) -> str:
    """Its measure in the words of the lexicon."""
    return item.figure.measure.replace("_", " ")


def told_on(item: Given) -> str:
    """The day on which its report says that it was told before, else the day or moment of the report, "" where none is known."""
    published = (item.document.published or "") if item.document else ""
    said = item.figure.said.known_day.isoformat() if item.figure.said and item.figure.said.known_day else published
    return said if said < published[:10] else published


def only_grew(older: Given, newer: Given) -> bool:
    """Is a later count of one day higher, of what only adds up (the dead of an attack), with no word that the earlier one was wrong?"""
    if newer.document is None or measure_of(newer) not in lexicon().figures.cumulative:
        return False
    main, low = newer.figure.evidence[0], strict(newer.figure).low
    first, last = sentence(newer.document, main.start, main.end)
    said = set(newer.document.text[first:last].casefold().split())
    return low is not None and low > (older.figure.value or older.figure.low or 0) and not said & lexicon().figures.corrected


def fall(older: Given, newer: Given) -> float:
    """By what share a count that only adds up is lower than before: a little takes something back, much is of another thing. 0 where it is not lower."""
    low, high = usual(older.figure).low, usual(newer.figure).high
    if measure_of(newer) not in lexicon().figures.cumulative or not low or high is None:
        return 0.0
    return max(0.0, 1 - high / low)


def rose(older: Given, newer: Given) -> bool:
    """Is the later-told count higher, of what only adds up, and says its report that it rose ("after five of the wounded died", "has climbed to 60")?"""
    return newer.document is not None and told_on(older) <= told_on(newer) and only_grew(older, newer) and says_it_rose(newer)


def says_it_rose(item: Given) -> bool:
    """Does its sentence, or another of its text that gives the same number, say so?"""
    if item.document is None:
        return False
    main, text = item.figure.evidence[0], item.document.text
    if lexicon().figures.rising.search(text, *sentence(item.document, main.start, main.end)) is not None:
        return True
    if item.figure.value is None:
        return False
    told = (NUMBER.search(in_digits(text[m.end() : m.end() + LEAD])) for m in lexicon().figures.rising.finditer(text))
    return any(number is not None and number[0].replace(",", "") == f"{item.figure.value:g}" for number in told)


def may_have_risen(a: Given, b: Given) -> bool:
    """Is the one that was told on a later day, within a week, higher by no more than as much again, of what only adds up? The wounded die and bodies are found,
    so that such two counts of one attack need not contradict each other, whoever gives them."""
    early, late = sorted((a, b), key=told_on)
    days = [g.document.said if g.document else None for g in (early, late)]
    if days[0] is None or days[1] is None or days[0].last_day is None or days[1].first_day is None or not only_grew(early, late):
        return False
    low, high = usual(early.figure).high, strict(late.figure).low
    return 0 < (days[1].first_day - days[0].last_day).days <= WEEK and low is not None and high is not None and high <= AS_MUCH_AGAIN * low


def _days_later(a: Given, b: Given) -> bool:
    """Was the higher one reported so many days after the other that some of the wounded may have died, and is it not much higher?"""
    early, late = sorted((a, b), key=told_on)
    told = [g.document.said if g.document else None for g in (early, late)]
    if told[0] is None or told[1] is None or told[0].last_day is None or told[1].first_day is None:
        return False
    low, high = usual(early.figure).high, strict(late.figure).low
    return (told[1].first_day - told[0].last_day).days > NEAR_DAYS and low is not None and high is not None and low < high <= MORE * low


def _dies_slowly(item: Given) -> bool:
    """Does its sentence tell of hunger or disease, of which people die from day to day?"""
    main = item.figure.evidence[0]
    return item.document is not None and lexicon().figures.slow.search(item.document.text, *sentence(item.document, main.start, main.end)) is not None


def had_grown(a: Given, b: Given) -> bool:
    """Is the one that is of a later day higher, of what commonly grows from day to day? Such two counts need not contradict each other.

    The dead of one attack or of one day are counted once, and another's other count of them is another account; those of days of violence are not.
    """
    days = [g.as_of.latest[:10] if g.as_of and g.as_of.latest and is_close(g) else "" for g in (a, b)]
    if not all(days) or days[0] == days[1]:
        return False
    if measure_of(a) in lexicon().figures.cumulative and not (_dies_slowly(a) and _dies_slowly(b)):
        if not _days_later(a, b) and (a.events & b.events or any(g.stated and g.as_of and g.as_of.known_day for g in (a, b))):
            return False
    elif measure_of(a) not in lexicon().figures.growing | lexicon().figures.cumulative:
        return False
    early, late = (a, b) if days[0] < days[1] else (b, a)
    low, high = strict(late.figure).low, usual(early.figure).high
    return low is not None and high is not None and low > high
