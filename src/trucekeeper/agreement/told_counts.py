"""Counts of what was done under a term: k of the n that are owed, a share that the sentence counts itself, or so many without a whole."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.agreement.frames import whole_words
from trucekeeper.agreement.lexicon import act_words
from trucekeeper.agreement.sentences import Sentence, stems
from trucekeeper.agreement.shared import root, roots, with_alike
from trucekeeper.agreement.wanted import owed_of
from trucekeeper.model.agreement import Term
from trucekeeper.model.claims import Figure

PART = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|these|those)?\s*(?:about\s+)?", re.IGNORECASE)
OF_ALL = re.compile(r"\bof\s+(?:the|its|their|those|these)?\s*(?:about\s+)?$", re.IGNORECASE)
GERUND = re.compile(r",\s+\w+ing\b|\band\s+(?:\w+ly\s+)?[a-z]+ed\b")  # the clause behind a comma, or a further act
UNCOUNTED = frozenset({"duration", "distance"})  # measures of which no part is done
DONE = frozenset({"disarmed", "released", "returned", "withdrawn"})  # measures of people of whom a text need not say again who they are
ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+|its\s+|their\s+)?(?:\w+\s+){0,2}?\w+s\b")  # so many of them are not all
NEAR = 100  # code points between a verb and the count of what it was done to


@cache
def brings_to() -> re.Pattern[str]:
    """ "bringing the number of the freed to", right before a count of all so far."""
    return re.compile(rf"\b(?:{act_words().frames.bringing})(?:\s+\w+){{0,8}}\s+to\s*$", re.IGNORECASE)


def count_of(sentence: Sentence, term: Term, topics: frozenset[str] = frozenset()) -> tuple[float, float] | None:
    """Done and owed, where the sentence counts what was done so far: "40 of the 60", "bringing to 20", "60 trucks a day" of 120 owed. What is counted may go by
    another of the `topics` of its kind ("570 weapons" of 840 arms)."""
    owed = owed_of(term)
    if owed is None:
        return None
    figures = sentence.figures()
    alike = topics if root(owed[1]) in topics else frozenset()
    for first in figures:
        for second in figures:
            between = sentence.text[first_end(first, sentence) : max(0, second.evidence[0].start - sentence.start)]
            if first is not second and second.value == owed[0] and PART.fullmatch(between):
                done = float(first.value or 0)
                return (done * owed[0] if done < 1 else done), owed[0]
    for figure in figures:
        before = sentence.text[: max(0, figure.evidence[0].start - sentence.start)]
        if brings_to().search(before) and owed[1] in stems(sentence.text):
            return float(figure.value or 0), owed[0]
        of = f"{figure.of or ''} {figure.evidence[0].exact}"
        same = owed[1] in stems(of) or bool(frozenset(roots(of)) & alike)
        if same and in_all(before) and 1 < (figure.value or 0) <= owed[0] and not is_to_be(figure, sentence):
            return float(figure.value or 0), owed[0]
    whole = (f for f in figures if f.value == owed[0] and owed[1] in stems(f"{f.of or ''} {f.evidence[0].exact}"))
    if any(not is_to_be(f, sentence) and not OF_ALL.search(before_of(f, sentence)) for f in whole):  # "a quarter of its 840 rifles" is not all of them
        return owed[0], owed[0]
    rate = [
        f for f in figures if owed[1] in stems(f.evidence[0].exact) and (f.value or 0) <= owed[0] and "a day" in f.evidence[0].exact and "a day" in term.act
    ]
    return (float(rate[0].value or 0), owed[0]) if rate else None


def share_of(sentence: Sentence, matter: frozenset[str]) -> tuple[float, float] | None:
    """What the sentence itself counts out of a whole that is more: "six of the eleven", "of the eleven, six"; not of what is another matter."""
    for first in sentence.figures():
        for second in sentence.figures():
            between = sentence.text[first_end(first, sentence) : max(0, second.evidence[0].start - sentence.start)]
            whole, part = (first, second) if OF_ALL.search(before_of(first, sentence)) and between.endswith((", ", ",")) else (second, first)
            if first is second or not (PART.fullmatch(between) or whole is first):
                continue
            of = frozenset(roots(whole.of or part.of or ""))
            if part.value and whole.value and 1 <= part.value < whole.value and (not of or of & matter):
                return float(part.value), float(whole.value)
    return None


def is_to_be(figure: Figure, sentence: Sentence) -> bool:
    """Does it count what is yet to be done ("a total of 60 are to be freed")?"""
    after = sentence.text[first_end(figure, sentence) :][:NEAR]
    return re.match(r"[^.;,]*?\b(?:(?:is|are|was|were|has|have) to(?: be)?|will|would|should|must)\b", after) is not None


def in_all(before: str) -> bool:
    """Do the words right before a number say that it counts all so far ("a total of")?"""
    return re.search(rf"\b(?:{act_words().frames.in_all})\s+(?:\w+\s+)?$", before, re.IGNORECASE) is not None


def so_many(sentence: Sentence, at: int, matter: frozenset[str], act: str = "") -> bool:
    """Does the sentence count what was done at that place ("handed over 22 missiles") without a word that it was all, and no such number in the act itself?"""
    if whole_words(act_words().frames.whole).search(sentence.text):
        return False
    figures = [f for f in sentence.figures() if f.value is not None and f.value > 1 and f.measure not in UNCOUNTED]
    counted = [f for f in figures if is_money(f) or frozenset(roots(f.of or "")) & matter or (f.of is None and f.measure in DONE and ALL.search(act))]
    return any(is_near(f, sentence, at) for f in counted) and not as_asked(sentence, at, act)


def counted_near(sentence: Sentence, at: int) -> frozenset[str]:
    """Roots of what the sentence counts at that place, whatever it calls it."""
    return frozenset(r for f in sentence.figures() if f.of and not is_money(f) and f.measure not in UNCOUNTED and is_near(f, sentence, at) for r in roots(f.of))


def as_asked(sentence: Sentence, at: int, act: str) -> bool:
    """Does the sentence count at that place just so many as the act asks for ("five posts" of "the five observation posts"), and nothing else?"""
    near = [f for f in sentence.figures() if f.of and f.measure not in UNCOUNTED and is_near(f, sentence, at)]
    return bool(near) and all(is_of_act(f, act) for f in near)


def is_of_act(figure: Figure, act: str) -> bool:
    number, of = figure.evidence[0].exact.split()[0], with_alike(roots(figure.of or ""))
    behind = re.search(rf"\b{re.escape(number)}\s+((?:[\w’'-]+\s*){{1,3}})", act, re.IGNORECASE)
    return behind is not None and bool(of & with_alike(roots(behind[1])))


def is_near(figure: Figure, sentence: Sentence, at: int) -> bool:
    """In the same clause: "adopted a charter, replacing 40 laws" counts no charters."""
    place = figure.evidence[0].start - sentence.start
    return abs(place - at) <= NEAR and (place < at or GERUND.search(sentence.text[at:place]) is None)


def is_money(figure: Figure) -> bool:
    return (figure.measure or "").startswith("money")


def before_of(figure: Figure, sentence: Sentence) -> str:
    return sentence.text[: max(0, figure.evidence[0].start - sentence.start)]


def first_end(figure: Figure, sentence: Sentence) -> int:
    """Where the number itself ends, whose evidence can hold the whole "30 of the 60 soldiers"."""
    main = figure.evidence[0]
    match = re.match(r"[^\W_]+(?:,\d{3})*", main.exact)
    return main.start - sentence.start + (match.end() if match else 0)
