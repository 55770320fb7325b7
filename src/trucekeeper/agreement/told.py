"""What the sentences of reports tell of a term: done, done in part, not done, late, or only that they touch it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.sentences import Sentence, stems
from trucekeeper.agreement.shared import root, roots
from trucekeeper.agreement.told_counts import NEAR, count_of, share_of, so_many
from trucekeeper.agreement.wanted import OWN, owed_of
from trucekeeper.model.agreement import Life, Term
from trucekeeper.model.claims import Actor, Claim
from trucekeeper.model.time import Time

NOT_YET = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|could|can|if|unless|until|when|once|due|planned|propos\w+|demand\w*|want\w*|urg\w+"
    r"|agreed to|in (?:the )?(?:event|case) of|threats?|prevent\w*|avoid\w*|respon(?:d\w*|ses?) to|any)\b[^.,;]{0,40}$",
    re.IGNORECASE,
)
NEARLY = re.compile(r"\b(?:almost|nearly|all but|close to|on the brink of|at risk of|narrowly)\W+(?:\w+\W+)?$", re.IGNORECASE)
UNDER_WAY = re.compile(r"\b(?:to (?:be )?|being )(?:\w+ly )?$", re.IGNORECASE)  # "refused to set up", "was to be released", "is being delivered"
NEGATED = re.compile(r"(?:\b(?:not|never|no|none|nobody|neither|nor|without|cannot|yet to|failed to)|n['’]t)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE)
NO_ONE = re.compile(r"\bno (?:\w+ ){1,5}$", re.IGNORECASE)  # "no prisoners of war remained"
BACKGROUND = re.compile(
    r"\b(?:since|before|until|(?:days?|weeks?|months?|years?) after)\s+(?:(?:the|a|an|this|their|its)\s+)?$", re.IGNORECASE
)  # what only dates something else
PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|got|remain(?:s|ed)?|stay(?:s|ed)?)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
NO_OBJECT = re.compile(
    r"\s*(?:$|[.,;]|(?:on|in|at|by|across|throughout|over|for|after|before|with|since|last|this|earlier|yesterday|today"
    r"|(?:an?|one|two|three|\d+) (?:hour|day|week|month|year)s?)\b)",
    re.IGNORECASE,
)
PARTLY = re.compile(r"\b(?:some|several|a few|part|partly|partially|many|most)\b[^.;,]{0,40}$", re.IGNORECASE)
MOST = re.compile(
    r"\s+(?:some|most|part|many|half|several)\b|[^.;]{0,40}(?<!\bas )\b(?:most|part|half) of\b"
    r"|\s+from\s+(?:some|most|parts?|many|several|a few|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
    r"|[^.;]{0,80}\b(?:but|though|although|if) (?:\w+ly )?not (?:(?:of|for|from|in|to) )?(?:all|every\w*|fully|entirely|completely)\b",
    re.IGNORECASE,
)
REST = re.compile(r"\b(?:the|all|its|their)\s+(?:remaining|rest|last|other)\b", re.IGNORECASE)
FORBIDDEN = re.compile(r"^(?:neither|no|none|nobody)\b", re.IGNORECASE)
DENIES = frozenset({"denial", "refusal", "rejection"})
LONGEST = 150
BEFORE = 60  # code points before a verb in which a "not" or a "will" bears on it


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a term. `state` is None where the words only touch it; `done` is a count told so far of the `owed` one; `object` are roots of the words
    that stand where what the act is done to does, None where the telling does not ask for them; `time` is the one that the words give; what is not `sure` only
    a person can confirm."""

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


@cache
def whole_words(pattern: str) -> re.Pattern[str]:
    """Kept here, because an agreement of many terms has more patterns than the module `re` keeps."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


def touched(sentence: Sentence) -> Told | None:
    """A sentence that shares a term's matter and tells nothing plainly."""
    return plain(None, sentence, 0)


def told_by(sentence: Sentence, telling: Telling, term: Term, matter: frozenset[str]) -> Told | None:
    """A plain telling in the words of its kind, a count of what was owed, or None where the sentence has none of those words."""
    text = sentence.text
    counted = count_of(sentence, term)
    done = [m for m in whole_words(telling.done).finditer(text) if not elsewhere(sentence, m.start(), telling)]
    done = [m for m in done if not telling.placed or (objects_of(text, m) & matter and m.group().islower())]
    if counted is None and (noun := owed_of(term)) and noun[1] not in stems(text):
        return plain(None, sentence, 0) if done else None
    for match in done:
        before = before_of(text, match)
        if is_ahead(before) or UNDER_WAY.search(before) or BACKGROUND.search(before) or forbids(term):
            continue
        return placed(performed(sentence, match, term, matter, counted), telling, text, match)
    against = list(undone(text, telling))
    for state, match in against:
        if not is_ahead(before_of(text, match)):
            told = placed(plain("disputed" if denied(sentence, match.start()) else state, sentence, match.start()), telling, text, match)
            over = telling.against == "alleged broken" and whole_words(act_words().frames.over).search(text) is not None
            return replace(told, sure=False) if told is not None and over else told
    if (left := unfinished(sentence, matter)) is not None:
        return left
    if counted is not None and counted[0] < counted[1] and not NEGATED.search(text):  # k of the n that are owed, told in other words
        return replace(plain("performed in part", sentence, 0, *counted) or Told(None, None, (), "", None), sure=False) if sentence.claims else None
    if done or against or any(e.act in telling.acts for e in sentence.events()):
        return plain(None, sentence, 0)
    return None


def performed(sentence: Sentence, match: re.Match[str], term: Term, matter: frozenset[str], counted: tuple[float, float] | None) -> Told | None:
    """What words that say "done" come to: in whole, in part, or, behind a "not" or inside of a denial, not at all."""
    text, before = sentence.text, before_of(sentence.text, match)
    if NEGATED.search(before) or denied(sentence, match.start()):
        return plain("alleged not performed", sentence, match.start())
    if counted:
        return plain("performed" if counted[0] >= counted[1] else "performed in part", sentence, match.start(), *counted)
    some = share_of(sentence, matter)
    part = (owed_of(term) and not REST.search(before)) or PARTLY.search(before) or MOST.match(text[match.end() :]) or so_many(sentence, match, matter)
    return plain("performed in part" if some is not None or part else "performed", sentence, match.start(), *(some or ()))


def undone(text: str, telling: Telling) -> Iterator[tuple[Life | None, re.Match[str]]]:
    """Words of the kind that say that it was not kept, and what they say; behind a "not" they say that it was, or nothing."""
    if telling.undone:
        for match in whole_words(telling.undone).finditer(text):
            before = before_of(text, match)
            turned = NEGATED.search(before) or NO_ONE.search(before)
            yield ("performed" if telling.against == "alleged not performed" else None) if turned else telling.against, match
    if telling.verbs:
        failed = rf"(?:{act_words().frames.failed}) to (?:\w+ly )?(?:be )?(?:{telling.verbs})\w*"
        yield from (("alleged not performed", match) for match in whole_words(failed).finditer(text))


def unfinished(sentence: Sentence, matter: frozenset[str]) -> Told | None:
    """ "Work on the bridge has stalled", "the handover is behind schedule": what the term is about stands before."""
    for state, at in stops(sentence.text):
        about = frozenset(roots(words_in(sentence.text, at - NEAR, at)))
        told = plain(state, sentence, at) if about & matter else None
        if told is not None:
            return replace(told, object=about)
    return None


@lru_cache(maxsize=64)  # a sentence is held against many terms
def stops(text: str) -> tuple[tuple[Life, int], ...]:
    """Where the words say that something does not go on, or not in time."""
    frames = act_words().frames
    states: tuple[tuple[Life, str], ...] = (("alleged not performed", frames.stalled), ("late", frames.late))
    found = ((state, match) for state, pattern in states for match in whole_words(pattern).finditer(text))
    return tuple((state, m.start()) for state, m in found if not NEGATED.search(before_of(text, m)) and not is_ahead(before_of(text, m)))


def is_ahead(before: str) -> bool:
    """Do the words before a verb say that it may come, or nearly came?"""
    return NOT_YET.search(before) is not None or NEARLY.search(before) is not None


def before_of(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - BEFORE) : match.start()]


def placed(told: Told | None, telling: Telling, text: str, match: re.Match[str]) -> Told | None:
    """With the words that the act is done to; where the term's own verb tells of it, that verb shows which term is meant as well."""
    if told is None or not telling.placed:
        return told
    verb = frozenset(roots(match.group())) if telling.name == OWN else frozenset()
    return replace(told, object=objects_of(text, match) | verb)


def objects_of(text: str, match: re.Match[str]) -> frozenset[str]:
    """Roots of the words where the verb's object stands: before a passive ("was published", "a report published on Monday"), behind an active verb, and between
    it and its particle."""
    passive = PASSIVE.search(text[: match.start()]) is not None or NO_OBJECT.match(text[match.end() :]) is not None
    around = words_in(text, match.start() - NEAR, match.start()) if passive else words_in(text, match.end(), match.end() + NEAR)
    return frozenset(roots(f"{' '.join(match.group().split()[1:])} {around}"))


def words_in(text: str, start: int, end: int) -> str:
    """The words that begin between two places; none is cut in two."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[max(0, start) : max(0, end)]


def elsewhere(sentence: Sentence, at: int, telling: Telling) -> bool:
    """Is the word read as another act ("people left their homes")?"""
    place = sentence.start + at
    read = [e.act for e in sentence.events() if e.trigger and e.trigger.start <= place < e.trigger.end]
    return bool(read) and bool(telling.acts) and not any(act in telling.acts for act in read)


def forbids(term: Term) -> bool:
    """Is it something not to be done? Then no act performs it."""
    return term.act.casefold().startswith("not ") or FORBIDDEN.match(term.act) is not None or any(FORBIDDEN.match(a.label) for a in term.bearers)


def forbidden_done(sentence: Sentence, term: Term) -> Told | None:
    """A telling of just what the term forbids ("accused it of recruiting boys", "allegations of ongoing recruitment"), or None; what is not done, or denied,
    is none."""
    verbs = forbidden_in(term)
    for match in re.finditer(r"\b[a-z]{4,}\b", sentence.text) if verbs else ():
        before = before_of(sentence.text, match)
        told = match.group().endswith(("ed", "ing")) or whole_words(act_words().frames.ongoing).search(before)
        if root(match.group()) in verbs and told and not is_ahead(before) and not NEGATED.search(before) and not denied(sentence, match.start()):
            return plain("alleged broken", sentence, match.start())
    return None


def forbidden_in(term: Term) -> frozenset[str]:
    """Roots of the words that name what a term forbids: "not: recruit", "cease recruitment and training"."""
    verb = re.search(r"\bnot:?\s+([a-z]+)", term.act)
    if verb is not None:
        return frozenset({root(verb[1])})
    ceased = re.search(rf"\b(?:{act_words().frames.ceased})\s+(?P<what>(?:[\w-]+\s+){{0,3}}?[a-z]+(?:ing|tion|ment|ance|ure))\b", term.act)
    return frozenset({root(ceased["what"].split()[-1])}) if ceased is not None else frozenset()


def denied(sentence: Sentence, at: int) -> bool:
    """Do the words stand in what somebody denied?"""
    _, claim = sentence.asserter(at)
    return getattr(claim, "act", None) in DENIES


def plain(state: Life | None, sentence: Sentence, at: int, done: float | None = None, owed: float | None = None) -> Told | None:
    by, claim = sentence.asserter(at)
    if claim is None:
        return None
    inside: Sequence[Claim] = [claim, *(e for e in sentence.events() if e.id != claim.id)]
    words = " ".join(sentence.text.split()).strip(' "“”')
    return Told(state, by, tuple(inside), shown_at(words, at), claim.said, done, owed, time=sentence.time())


def shown_at(words: str, at: int) -> str:
    """The words, or, of many, those about the place that tells."""
    if len(words) <= LONGEST:
        return words
    begin = words.rfind(" ", 0, at - LONGEST // 2) + 1 if at > LONGEST // 2 else 0
    end = len(words) if begin + LONGEST >= len(words) else words.rfind(" ", 0, begin + LONGEST)
    return f"{'… ' if begin else ''}{words[begin:end]}{' …' if end < len(words) else ''}"
