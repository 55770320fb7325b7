"""Figures that count one thing, set in a series: by measure, population, place, party and base, and on common ground only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from trucekeeper.weighing.another import of_another_event
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.bounds import strict
from trucekeeper.weighing.given import ROUGH, WEEK, Given, bodies_of
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.handed import of_two_sides
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import names_somebody, plain
from trucekeeper.weighing.nations import country_words
from trucekeeper.weighing.sentences import capitals, sentence
from trucekeeper.weighing.tellings import FEW, first_number
from trucekeeper.weighing.words import listed, time_words, value_words

PARTITIVE = re.compile(r"([\w,.]+) of (?:the|those|these|them|whom)\b")
CLAUSE = re.compile(r"[,;:]|\b(?:while|after|when|and|but)\b")
MANY = 100  # from which two counts of people or of one kind of things are not the same by chance
FAR_APART = 5  # counts with no common base stated, one this many times the other, are not of one thing
FAR_OF_ONE = 10  # the same of two that are told with one attack: sides have told very different tolls of one
SPANS_APART = 1.5  # the same where only one of them says since when it counts
PAGE = 1500  # characters of one text within which two counts that share a name or place may be of one thing
PASSAGE = 500  # the same where they share none
SHORT = 5000  # characters of a text that is one passage as a whole
WINDOW = 40  # figures of one measure compared with each one, in time order


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one measure, population, place and base, all told as one thing, in order of their as-of dates."""

    measure: str
    of: str
    place: str | None
    given: tuple[Given, ...]

    @property
    def told_as(self) -> str:
        """What all of them are told as: done, or only agreed, planned, denied …"""
        return self.given[0].told_as

    @property
    def key(self) -> str:
        return self.given[0].figure.id


def _base_words(item: Given) -> str:
    return f"{value_words(item.base)} {item.base.of or item.base.measure}" if item.base else ""


def set_apart(a: Given, b: Given) -> str | None:
    """Why two figures of one measure count different things, or None."""
    if a.place and b.place and a.place not in b.place and b.place not in a.place and not _on_the_way(a, b):
        return f"one counts in {a.figure.place.name if a.figure.place else a.place}, the other in {b.figure.place.name if b.figure.place else b.place}"
    if a.party and b.party and a.party != b.party:
        names = [g.figure.party.label for g in (a, b) if g.figure.party]
        return f"one counts {names[0]}, the other {names[1]}"
    if a.figure.since and b.figure.since and not a.figure.since.overlaps(b.figure.since):
        return f"one counts since {time_words(a.figure.since)}, the other since {time_words(b.figure.since)}"
    if {a.figure.status, b.figure.status} == {"confirmed", "reported"}:
        return "one counts what is confirmed, the other what is reported"
    if a.figure.counting and b.figure.counting and a.figure.counting != b.figure.counting:
        return "one counts all so far, the other only new cases"
    if (apart := _one_of_a_state(a, b) or of_another_event(a, b) or of_two_sides(a, b)) is not None:
        return apart
    if (a.base is None) != (b.base is None) and not _again(a, b) and not (a.of_aim or b.of_aim):
        part, other = (a, b) if a.base else (b, a)
        return f"{value_words(part.figure)} are counted of {_base_words(part)}; {value_words(other.figure)} are not said to be of these"
    if a.base and b.base and not (a.of_aim or b.of_aim) and a.base.id != b.base.id and not strict(a.base).meets(strict(b.base)):
        return f"one is of {_base_words(a)}, the other of {_base_words(b)}"
    if of_some(a) != of_some(b):
        part, other = (a, b) if of_some(a) else (b, a)
        return f"“{part.figure.evidence[0].exact}” is of some group; {value_words(other.figure)} are not said to be of it"
    doings = doing_of(a), doing_of(b)
    if all(doings) and not doings[0] & doings[1]:
        return f"one counts those {listed(sorted(doings[0]))}, the other those {listed(sorted(doings[1]))}"
    bodies = bodies_of(a.figure.of), bodies_of(b.figure.of)
    if all(bodies) and not bodies[0] & bodies[1]:
        return f"one counts those of {' '.join(sorted(bodies[0]))}, the other of {' '.join(sorted(bodies[1]))}"
    if not one_population(a, b) and not _again(a, b):
        extra = ", ".join(sorted(a.population ^ b.population))
        return f"they count different groups ({extra})"
    return None


def _on_the_way(a: Given, b: Given) -> bool:
    """Do both count people on the move, and name the sentence of the one the other's place too ("fled Mirel for Belm")?"""
    moving = a.figure.measure.replace("_", " ") in lexicon().figures.moving
    return moving and any(x.place is not None and set(x.place.split()) <= y.names for x, y in ((a, b), (b, a)))


def one_population(a: Given, b: Given) -> bool:
    """Are the same people or things counted by the words: of one party's people some words say no more than that they are ("Front prisoners")?"""
    of_one = a.party is not None and a.party == b.party
    return a.population == b.population or (of_one and a.population ^ b.population <= lexicon().figures.of_party)


def _again(a: Given, b: Given) -> bool:
    """Is it one number of one party’s people or of one event, given once as a part and once alone, or in fewer words ("15 of the 23 freed are Orrin’s";
    "Orrin’s 15 men are free"; "four village guards", "four guards")?"""
    akin = (a.party is not None and a.party == b.party) or bool(a.events & b.events)
    nested = a.population <= b.population or b.population <= a.population
    return akin and nested and a.figure.value is not None and a.figure.value == b.figure.value


def _one_of_a_state(a: Given, b: Given) -> str | None:
    """Why not, where only one counts those who are in some state at the time ("57 injured remain in hospital"), or the two are in different ones."""
    first, second = state_of(a), state_of(b)
    if first == second:
        return None
    return f"one counts those {listed(sorted(filter(None, (first, second))))}"


def doing_of(item: Given) -> frozenset[str]:
    """What was done with the things that are counted, by the words of their clause ("1,041 rifles were looted", "recovered 214"), each by one word for all."""
    if item.document is None or item.figure.measure not in lexicon().figures.things:
        return frozenset()
    main, text = item.figure.evidence[0], item.document.text
    first, last = sentence(item.document, main.start, main.end)
    before, behind = CLAUSE.split(text[first : main.start])[-1], CLAUSE.split(text[main.end : last], maxsplit=1)[0]
    said = re.findall(r"\w+", f"{before} {main.exact} {behind}".casefold())
    clause = f" {' '.join(said)} "
    return frozenset(words[0] for words in lexicon().figures.doings if any(f" {word} " in clause for word in words))


def state_of(item: Given) -> str | None:
    """The words behind a count, in its clause, that tell what the counted are at the time."""
    if item.document is None:
        return None
    start, end = item.figure.evidence[0].end, sentence(item.document, item.figure.evidence[0].start, item.figure.evidence[0].end)[1]
    clause = CLAUSE.split(item.document.text[start:end], maxsplit=1)[0]
    found = lexicon().figures.state.search(clause)
    return found[0] if found else None


def of_some(item: Given) -> bool:
    """Is it so many of a group whose number is not at hand ("four of the wounded died"; "four soldiers of the Lake Guard" are of a body)?"""
    found = PARTITIVE.search(item.figure.evidence[0].exact)
    return item.base is None and found is not None and (first_number(found[1]) is not None or plain(found[1]) in lexicon().figures.shares)


def too_far(a: Given, b: Given) -> bool:
    """With no base, party or start in common, counts many times apart are of different things (one attack, a whole war)."""
    anchored = (a.party and a.party == b.party and a.figure.since and b.figure.since) or (a.base and b.base)
    values = sorted(abs(v) for v in (a.figure.value, b.figure.value) if v)
    of_one_attack = bool(a.attacks) and a.attacks == b.attacks
    return not anchored and len(values) == 2 and values[1] > (FAR_OF_ONE if of_one_attack else FAR_APART) * values[0]


def _other_span(a: Given, b: Given) -> bool:
    """Does only one count say since when, and is the other far from it, so that it may be of another phase?"""
    values = sorted(abs(v) for v in (a.figure.value, b.figure.value) if v)
    return (a.figure.since is None) != (b.figure.since is None) and len(values) == 2 and values[1] > SPANS_APART * values[0]


def _akin(a: Given, b: Given) -> bool:
    """Do they count the same kind of thing at all, so that it is worth saying how their bases differ?"""
    return one_population(a, b) or bool(a.population & b.population)


def base_of(a: Given, b: Given) -> tuple[bool, str] | None:
    """(True, "") for one base, (False, why) for another base, None where the two have nothing to do with each other."""
    one, why = compared(a, b)
    return None if one is None else (one, why)


def compared(a: Given, b: Given) -> tuple[bool | None, str]:
    """Do two figures count one thing, or why not; None where they have nothing to do with each other, with the reason too."""
    if a.figure.measure != b.figure.measure:
        return None, f"one counts {a.figure.measure.replace('_', ' ')}, the other {b.figure.measure.replace('_', ' ')}"
    if (a.figure.unit or "") != (b.figure.unit or ""):
        return None, f"one is in {a.figure.unit or 'no unit'}, the other in {b.figure.unit or 'no unit'}"
    if (a.figure.unit or "").startswith("percent") and not (a.population and a.population == b.population):
        return None, "shares of what is not told to be the same"
    if not _akin(a, b):
        return None, f"they count different things ({a.figure.of}; {b.figure.of})"
    why = set_apart(a, b)
    if why is not None:
        return False, why
    if too_far(a, b):
        return None, f"the one is more than {FAR_APART} times the other, and no party with a start, and no base, is common to them"
    if _other_span(a, b):
        return None, "only one says since when it counts, and they lie too far apart to be of one time"
    if siblings(a, b):
        return None, "one text gives both in one voice, with no dates to tell them apart"
    if not common_ground(a, b):
        return None, "no place, party, name, event or story is common to them"
    return True, ""


def common_ground(a: Given, b: Given) -> bool:
    """Something positive by which both count one thing: a place, party, base or name in common, one story, or one passage of one text."""
    named = (bool(a.names & b.names) and not _of_other_times(a, b)) or bool(a.events & b.events) or (a.place is not None and b.place is not None)
    if a.figure.document == b.figure.document:
        short = a.document is not None and len(a.document.text) <= SHORT
        return short or apart_in_text(a, b) <= (PAGE if named else PASSAGE)
    return (
        named
        or _counted_on(a, b)
        or _one_number(a, b)
        or (a.party is not None and a.party == b.party)
        or (a.base is not None and b.base is not None)
        or a.story == b.story != ""
    )


def _one_number(a: Given, b: Given) -> bool:
    """Do two reports of one week, which share a name that is not everywhere, give one number of the same things ("400 lorries were waiting")?"""
    days = [g.document.said if g.document else None for g in (a, b)]
    if a.document is None or b.document is None or days[0] is None or days[1] is None or not days[0].widened(WEEK).overlaps(days[1]):
        return False
    one = a.figure.value is not None and a.figure.value == b.figure.value and a.population == b.population
    return (
        one
        and (a.figure.value or 0) > (FEW if a.population else MANY)
        and bool((capitals(a.document.text) & capitals(b.document.text)) - worn() - country_words())
    )


def _of_other_times(a: Given, b: Given) -> bool:
    """Are two counts of what only adds up told more than a month apart, neither of them as a count of all so far? A name alone makes them no count of one
    attack."""
    if a.figure.measure.replace("_", " ") not in lexicon().figures.cumulative or a.figure.counting == "cumulative" or b.figure.counting == "cumulative":
        return False
    days = [g.document.said if g.document else None for g in (a, b)]
    return days[0] is not None and days[1] is not None and not days[0].widened(ROUGH).overlaps(days[1]) and not (a.figure.since and b.figure.since)


def _counted_on(a: Given, b: Given) -> bool:
    """Does one named source go on counting the same things ("the monitors: 640 guns", later 610)? Of what only adds up it may be two events."""
    if a.origin.key != b.origin.key or a.origin.kind == "outlet" or not names_somebody(a.origin.name) or a.figure.measure != b.figure.measure:
        return False
    return a.figure.measure.replace("_", " ") not in lexicon().figures.cumulative


def apart_in_text(a: Given, b: Given) -> int:
    return abs(a.figure.evidence[0].start - b.figure.evidence[0].start)


def siblings(a: Given, b: Given) -> bool:
    """Numbers that one text gives in one voice with no date to tell them apart are of several things, unless it gives one number of one thing twice."""
    if a.figure.document != b.figure.document or a.origin.key != b.origin.key or (a.stated and b.stated and a.as_of != b.as_of):
        return False
    if brought_up_to_date(a, b) is not None:
        return False
    return a.figure.value != b.figure.value or not (a.names & b.names or (a.place and b.place))


def brought_up_to_date(a: Given, b: Given) -> Given | None:
    """Of two counts of one text the later one, where its sentence says that it takes the earlier one's place ("later put the wounded at 19")."""
    older, newer = sorted((a, b), key=lambda g: g.figure.evidence[0].start)
    if a.figure.document != b.figure.document or newer.document is None:
        return None
    main = newer.figure.evidence[0]
    first, _ = sentence(newer.document, main.start, main.end)
    after = first > older.figure.evidence[0].start and lexicon().figures.updating.search(newer.document.text, first, main.start) is not None
    return newer if after else None


def neighbours(items: list[Given]) -> Iterator[tuple[Given, Given]]:
    for i, a in enumerate(items):
        for b in items[i + 1 : i + 1 + WINDOW]:
            yield a, b


def _blocks(items: Iterable[Given]) -> list[list[Given]]:
    held: dict[tuple[str, str, str], list[Given]] = defaultdict(list)
    for item in items:
        held[(item.figure.measure, item.figure.unit or "", item.told_as)].append(item)
    return [sorted(block, key=lambda g: g.order) for _, block in sorted(held.items())]


def _place_of(given: tuple[Given, ...]) -> str | None:
    """The place that a series is named after: one that no count of it is told of another than, and a third of them are told of."""
    names = [g.figure.place.name for g in given if g.figure.place is not None and g.place is not None]
    apart = any(a.casefold() not in b.casefold() and b.casefold() not in a.casefold() for a, b in combinations(sorted(set(names)), 2))
    return min(names, key=lambda n: (-names.count(n), n)) if names and not apart and len(names) * 3 >= len(given) else None


def series_of(items: Iterable[Given]) -> list[Series]:
    """Figures parted into series; each stands in exactly one."""
    found = []
    for block in _blocks(items):
        by_id = {g.figure.id: g for g in block}
        pairs = [(a.figure.id, b.figure.id) for a, b in neighbours(block) if (base := base_of(a, b)) and base[0]]
        for group in groups(by_id, pairs):
            given = tuple(sorted((by_id[i] for i in group), key=lambda g: g.order))
            named = [g.figure.of for g in given if g.figure.of]
            found.append(Series(given[0].figure.measure, min(named, key=lambda n: (-named.count(n), n)) if named else "", _place_of(given), given))
    return sorted(found, key=lambda s: (s.measure, s.of, s.key))
