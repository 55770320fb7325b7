"""What must be known of two unlike counts before they are told to contradict each other. Where it is not known they stand side by side: a contradiction that is
none is the worst that can be told of two sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.given import NEAR_DAYS, Given, is_within
from trucekeeper.weighing.growth import measure_of
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.nations import country_words, is_country
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.series import MANY, PASSAGE, apart_in_text
from trucekeeper.weighing.standing import has_stand, is_one_account, of_one_body, of_one_state

NEARLY = 0.02  # of a large number, by which two counts of it may be off before they are two accounts
Rivals = tuple[tuple[Given, Given], ...]


def rivals_in(items: Iterable[Given]) -> Rivals:
    """The voices of one series whose unlike counts a text sets against each other, each two once: what one of them says, or puts right, elsewhere stands
    against the other too."""
    by_text: dict[str, list[Given]] = defaultdict(list)
    for item in items:
        by_text[item.figure.document].append(item)
    pairs = (pair for _, held in sorted(by_text.items()) for pair in _in_passages(held))
    return tuple({frozenset((a.origin.key, b.origin.key)): (a, b) for a, b in pairs if has_stand(a) and has_stand(b) and are_opposed(a, b)}.values())


def _in_passages(items: Iterable[Given]) -> Iterator[tuple[Given, Given]]:
    """The counts of one text that stand near each other."""
    held = sorted(items, key=lambda g: g.figure.evidence[0].start)
    for n, a in enumerate(held):
        for b in held[n + 1 :]:
            if not near(a, b):
                break
            yield a, b


def are_rivals(a: Given, b: Given, rivals: Rivals) -> bool:
    return any((is_one_account(a, x) and is_one_account(b, y)) or (is_one_account(a, y) and is_one_account(b, x)) for x, y in rivals)


def wanting(a: Given, b: Given, rivals: Rivals = ()) -> str | None:
    """What is not known, though two counts that contradict each other would need it; None where all of it is. That they count one measure, population and base
    at one time, and that nothing told of them sets them apart, is known before this is asked."""
    if of_one_body(a, b):
        return f"{a.origin.name} and {b.origin.name} may be one body"
    if _nearly_one(a, b):
        return "so large and so near each other, the one may be a little older"
    if (a.figure.since is None) != (b.figure.since is None):
        return "only one says since when it counts"
    if measure_of(a) in lexicon().figures.cumulative and (is_within(a, b) or is_within(b, a)):
        return "one counts those of a time of which the other counts a part"
    if are_opposed(a, b) or are_rivals(a, b, rivals):
        return None
    for item in (a, b):
        if not has_stand(item):
            return f"nobody by name stands for the number of {item.origin.name}, which may be of another hour"
    if (lower := _in_hospital(a, b)) is not None:
        return f"{lower.origin.name} counts those who were brought there"
    one_text = a.figure.document == b.figure.document
    if not one_text and of_one_state(a, b):
        return f"{a.origin.name} and {b.origin.name} speak for one state, and no text sets the one's number against the other's"
    if not one_text and _rose_in_days(a, b):
        return "the higher one was told days later"
    if not (near(a, b) if one_text else grounded(a, b)):
        return "they are not told of one event, place or people"
    return None


def are_opposed(a: Given, b: Given) -> bool:
    """Does one text set the unlike number of another voice against the one in words ("however", "another tally", "accounts are conflicting")?"""
    if not near(a, b) or a.origin.key == b.origin.key or a.figure.value == b.figure.value:
        return False
    first, second = sorted((g.figure.evidence[0] for g in (a, b)), key=lambda e: e.start)
    if a.document is None:
        return False
    text, own = a.document.text, sentence(a.document, second.start, second.end)
    return lexicon().figures.opposing.search(text, *own) is not None or lexicon().figures.disputing.search(text, first.end, own[1]) is not None


def near(a: Given, b: Given) -> bool:
    """Are they told in one passage of one text?"""
    return a.figure.document == b.figure.document and apart_in_text(a, b) <= PASSAGE


def grounded(a: Given, b: Given) -> bool:
    """Is something told by which both count one thing: an event, a place, a base or, of what is not done at one time, whose they are; or a name in their
    sentences that is neither everywhere nor a country's?"""
    if a.events & b.events or (a.base is not None and b.base is not None):
        return True
    if a.place is not None and b.place is not None and not (is_country(a.place) or is_country(b.place)):
        return True
    if measure_of(a) not in lexicon().figures.cumulative and a.party is not None and a.party == b.party:
        return True
    return bool((a.names & b.names) - worn() - country_words())


def _nearly_one(a: Given, b: Given) -> bool:
    low, high = sorted(g.figure.value or 0 for g in (a, b))
    return low >= MANY and high - low <= NEARLY * high


def _rose_in_days(a: Given, b: Given) -> bool:
    """Was the higher one, of what only adds up, told so many days after the other that more may have been found?"""
    low, high = sorted((a, b), key=lambda g: g.figure.value or 0)
    days = [g.document.said if g.document else None for g in (low, high)]
    if measure_of(a) not in lexicon().figures.cumulative or days[0] is None or days[1] is None or days[0].last_day is None or days[1].first_day is None:
        return False
    return (days[1].first_day - days[0].last_day).days >= NEAR_DAYS


def _in_hospital(a: Given, b: Given) -> Given | None:
    """The lower count, where a hospital gives it and not the other."""
    low, high = sorted((a, b), key=lambda g: g.figure.value or 0)
    return low if low.origin.kind == "hospital" != high.origin.kind else None
