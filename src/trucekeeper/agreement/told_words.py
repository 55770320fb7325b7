"""One telling of a term, and the words of a sentence that it rests on: what an act is done to, what stops, and those that are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from trucekeeper.agreement.lexicon import act_words
from trucekeeper.agreement.sentences import Sentence
from trucekeeper.agreement.shared import roots
from trucekeeper.agreement.told_counts import NEAR
from trucekeeper.model.agreement import Life
from trucekeeper.model.claims import Actor, Claim
from trucekeeper.model.time import Time

PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|got|remain(?:s|ed)?|stay(?:s|ed)?)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
NO_OBJECT = re.compile(
    r"\s*(?:\w+ly\b\s*)?(?:$|[.,;]|(?:on|in|at|by|across|throughout|over|for|after|before|with|since|last|this|earlier|yesterday|today"
    r"|(?:an?|one|two|three|\d+) (?:hour|day|week|month|year)s?)\b)",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"(?P<head>(?:[\w'’-]+\W+){1,2})(?:that|which|who)\W+(?:\w+\W+)?$", re.IGNORECASE)
RELATIVE_END = re.compile(r"(?P<head>(?:[\w'’-]+\W+){1,3})(?:that|which|who)\W*$", re.IGNORECASE)
AUX = re.compile(r"\b(?:was|were|is|are|(?:has|have|had)(?: been)?)\b(?=.*\w)", re.IGNORECASE)
NEXT_CLAUSE = re.compile(r"(?:[,;]|\b(?:and|but|or|after|before|when|while|because|since|although|as|that|which|who)\b)\W*", re.IGNORECASE)
CLAUSE_BREAK = re.compile(
    r",(?!\d|\s+(?:\d|[\w’'-]+(?:,|\s+(?:and|or)\s)))|[;:]|\s[-–—]+\s|\b(?:after|before|when|while|because|since|although|despite|that|which|who|where)\b"
)
OWN_AUX = re.compile(r"\W*(?:(?:was|were|is|are|be|been|being|has|have|had|got|\w+ly|not|yet|also|then|later|already)\W+)*$", re.IGNORECASE)
PERFORMED = frozenset({"performed", "performed in part"})
DENIES = frozenset({"denial", "refusal", "rejection"})
TO_DO = re.compile(r"\s*to\s+(?!(?:the|an?|its|their|his|her|all|both|each|them|it)\b)[a-z]+\s")
LONGEST = 150
SUBJECT = 150  # code points before a verb within which its subject stands


@cache
def office_given() -> re.Pattern[str]:
    return re.compile(act_words().frames.offices, re.IGNORECASE)


@cache
def goes_to() -> re.Pattern[str]:
    """ "to the coast", "and heading north to": where somebody goes stands behind it."""
    to = r"\b(?:to|into|towards?|for|in the direction of)\s+(?=(?:the\s+)?[A-Z])"
    return re.compile(rf"{to}|\b(?:and|{act_words().frames.heads_for})\s+(?:[\w’'-]+\s+){{0,4}}?(?:into|to|towards?)\b")


@cache
def of_matter() -> re.Pattern[str]:
    """Right before a time: it dates the matter, and not what is told of it."""
    return re.compile(rf"\b(?:{act_words().frames.dates_matter})\s+$", re.IGNORECASE)


@cache
def denying() -> re.Pattern[str]:
    """Words before what is denied, within its part of the sentence."""
    return re.compile(rf"\b(?:{act_words().frames.denies})\b(?:(?!\bbut\b)[^.;])*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a term. `state` is None where the words only touch it; `done` is a count told so far of the `owed` one; `object` are roots of the words
    that stand where what the act is done to does, None where the telling does not ask for them; `time` is the one that the words give; what is not `sure` only
    a person can confirm. `at` is where in the sentence the telling words
    stand, `limits` are words for days by which something was due."""

    state: Life | None
    by: Actor | None
    claims: tuple[Claim, ...]
    words: str
    said: Time | None
    done: float | None = None
    owed: float | None = None
    object: frozenset[str] | None = None
    time: Time | None = None
    sure: bool = True
    at: int = 0
    limits: frozenset[str] = frozenset()


def touched(sentence: Sentence) -> Told | None:
    """A sentence that shares a term's matter and tells nothing plainly."""
    return plain(None, sentence, 0)


def subject_before(text: str, at: int) -> str:
    """The words before a verb that its subject stands in; behind "that" or "which" those right before it ("under a deal that had stalled")."""
    before = words_in(text, at - NEAR, at)
    relative = RELATIVE.search(before)
    return relative["head"] if relative else before


def objects_of(sentence: Sentence, match: re.Match[str]) -> frozenset[str]:
    """Roots of the words where the verb's object stands: before a passive ("was published", "a report published on Monday"), behind an active verb, and between
    it and its particle; what goes somewhere has both ("the army has deployed along the river")."""
    text = sentence.text
    passive = PASSIVE.search(text[: match.start()]) is not None or NO_OBJECT.match(text[match.end() :]) is not None
    before, after = subject_of(words_in(text, match.start() - SUBJECT, match.start())), words_in(text, match.end(), match.end() + NEAR)
    goes = passive and " " not in match.group() and not after.lstrip().startswith("by ") and PASSIVE.search(text[: match.start()]) is None
    office = passive and office_given().fullmatch(match.group()) is not None and not after.lstrip().startswith("by ")  # "was named | head of the board"
    if not passive and TO_DO.match(after):  # "gathered to see off the troops" is done to nobody
        return frozenset()
    around = f"{before} {after}" if goes or office else before if passive else after
    return frozenset(roots(sentence.spelled(f"{' '.join(match.group().split()[1:])} {around}")))


def clause_at(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    """Roots of the words of the clause around [start, end), without where to somebody goes ("left for the coast")."""
    text = sentence.text
    breaks = [m.end() for m in CLAUSE_BREAK.finditer(text[:start])]
    before = words_in(text, max(start - SUBJECT, breaks[-1] if breaks else 0), start)
    after = CLAUSE_BREAK.split(words_in(text, end, end + NEAR))[0]
    return frozenset(roots(sentence.spelled(f"{before} {goes_to().split(after)[0]}")))


def subject_of(before: str) -> str:
    """Of the words before a passive those of its own clause: what follows another verb's clause ("after the road was cleared, and two posts were set up"); a
    relative ("the road, which was cleared") has its subject before it."""
    own = OWN_AUX.search(before)
    words = before[: own.start()] if own else before
    if (relative := RELATIVE_END.search(words)) is not None:
        return relative["head"]
    others = [m.end() for m in AUX.finditer(words)]
    nexts = NEXT_CLAUSE.search(words, others[-1]) if others else None
    rest = words[nexts.end() :] if nexts else ""
    return rest if rest.strip() else words


def words_in(text: str, start: int, end: int) -> str:
    """The words that begin between two places; none is cut in two."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[max(0, start) : max(0, end)]


def denied(sentence: Sentence, at: int) -> bool:
    """Do the words stand in what somebody denied?"""
    _, claim = sentence.asserter(at)
    return getattr(claim, "act", None) in DENIES or denying().search(sentence.text[:at]) is not None


def plain(state: Life | None, sentence: Sentence, at: int, done: float | None = None, owed: float | None = None) -> Told | None:
    by, claim = sentence.asserter(at)
    if claim is None:
        return None
    if state in PERFORMED and sentence.is_owed(at):
        state = None  # the sentence that says what is to be done tells nothing of its being done
    when, limits = (time_for(sentence, at), sentence.limits()) if state is not None else (None, frozenset())
    inside: Sequence[Claim] = [claim, *(e for e in sentence.events() if e.id != claim.id)]
    words = " ".join(sentence.text.split()).strip(' "“”')
    return Told(state, by, tuple(inside), shown_at(words, at), claim.said, done, owed, time=when, at=at, limits=limits)


def time_for(sentence: Sentence, at: int) -> Time | None:
    """The one time that the words give, if it is not behind another clause's beginning ("pulled out, as agreed after the war of last year")."""
    one = sentence.timed()
    if one is None:
        return None
    place = one.evidence[0].start - sentence.start
    apart = at < place and CLAUSE_BREAK.search(sentence.text[at:place]) is not None
    return None if apart or of_matter().search(sentence.text[: max(0, place)]) else one.about


def shown_at(words: str, at: int) -> str:
    """The words, or, of many, those about the place that tells."""
    if len(words) <= LONGEST:
        return words
    begin = words.rfind(" ", 0, at - LONGEST // 2) + 1 if at > LONGEST // 2 else 0
    end = len(words) if begin + LONGEST >= len(words) else words.rfind(" ", 0, begin + LONGEST)
    return f"{'… ' if begin else ''}{words[begin:end]}{' …' if end < len(words) else ''}"
