"""What the sentences of reports tell of a term: done, done in part, not done, or only that they touch it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.sentences import Sentence, stem, stems
from trucekeeper.agreement.shared import root, roots
from trucekeeper.model.agreement import Life, Term
from trucekeeper.model.claims import Actor, Claim, Figure
from trucekeeper.model.time import Time

NOT_YET = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|could|can|if|unless|until|when|once|be|due|planned|propos\w+|demand\w*|want\w*|urg\w+"
    r"|agreed to)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:not|never|no|none|nobody|neither|nor|without|n[o']t|yet to|failed to)\b(?:\W+\w+){0,2}\W*$|n't\W*$", re.IGNORECASE)
BACKGROUND = re.compile(
    r"\b(?:since|before|until|(?:days?|weeks?|months?|years?) after)\s+(?:(?:the|a|an|this|their|its)\s+)?$", re.IGNORECASE
)  # what only dates something else
PART = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|these|those)?\s*(?:about\s+)?", re.IGNORECASE)
OF_ALL = re.compile(r"\bof\s+(?:the|its|their|those|these)?\s*(?:about\s+)?$", re.IGNORECASE)
SO_FAR = re.compile(r"\b(?:bring\w*|brought|tak\w+|rais\w+)(?:\s+\w+){0,8}\s+to\s*$", re.IGNORECASE)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|got|remain(?:s|ed)?|stay(?:s|ed)?)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
NO_OBJECT = re.compile(
    r"\s*(?:$|[.,;]|(?:on|in|at|by|across|throughout|over|for|after|before|with|since|last|this|earlier|yesterday|today"
    r"|(?:an?|one|two|three|\d+) (?:hour|day|week|month|year)s?)\b)",
    re.IGNORECASE,
)
PARTLY = re.compile(r"\b(?:some|several|a few|part|partly|partially|many|most)\b[^.;,]{0,40}$", re.IGNORECASE)
MOST = re.compile(r"\s+(?:some|most|part|many|half|several)\b|[^.;]{0,40}\b(?:most|part|half) of\b", re.IGNORECASE)
WHOLE = re.compile(r"\b(?:all|every|entire\w*|whole|last|remaining|rest|complet\w+|fully)\b", re.IGNORECASE)
REST = re.compile(r"\b(?:the|all|its|their)\s+(?:remaining|rest|last|other)\b", re.IGNORECASE)
DENIES = frozenset({"denial", "refusal", "rejection"})
LONGEST = 150
NEAR = 100  # code points from a verb within which its object stands
TOPIC = 24  # code points within which what is given says more than the verb ("release the bodies")
EARLY = 40  # code points of a term within which its act stands
DUTY = re.compile(r"\b(?:shall|will|should|must|would|not:)\s")
FORBIDDEN = re.compile(r"^(?:neither|no|none|nobody)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a term. `state` is None where the words only touch it; `done` is a count told so far of the `owed` one; `object` are roots of the words
    that stand where the telling verb's object does; what is not `sure` only a person can confirm."""

    state: Life | None
    by: Actor | None
    claims: tuple[Claim, ...]
    words: str
    said: Time | None
    done: float | None = None
    owed: float | None = None
    object: frozenset[str] = frozenset()
    sure: bool = True


def telling_of(term: Term) -> Telling | None:
    """By the act of the term's own words: the kind of telling whose pattern stands first in them."""
    places = [(m.start(), n) for n, t in enumerate(act_words().tellings) if (m := re.search(rf"\b(?:{t.term})\b", early(term), re.IGNORECASE))]
    first = min(places, default=None, key=lambda p: (not (act_words().tellings[p[1]].needs_topic and p[0] <= TOPIC), p))
    return act_words().tellings[first[1]] if first else None


def early(term: Term) -> str:
    """The words in which a term's act is named: the first ones, after the bearer where a report's whole sentence stands."""
    start = next((m.end() for m in DUTY.finditer(term.act)), 0)
    return term.act[start : start + EARLY]


def matter_of(term: Term, telling: Telling | None) -> frozenset[str]:
    """The words that name what the term is about: without its verb, its time, its conditions, its bearers and grammar."""
    act = re.sub(rf"\b(?:{telling.term})\b", without_verb, term.act, flags=re.IGNORECASE) if telling and not telling.needs_topic else term.act
    for part in (term.anchor.text if term.anchor else "", *term.conditions):
        act = act.replace(part, " ") if part else act
    bearers = stems(" ".join(a.label for a in term.bearers))
    return frozenset(w for w in stems(act) - bearers if w not in act_words().common and len(w) > 2 and not w[0].isdigit())


def without_verb(match: re.Match[str]) -> str:
    """A pattern that reaches from a verb to its object loses the verb alone."""
    words = match.group().split()
    return " ".join(words[1:]) if len(words) > 2 else " "


def topics_of(telling: Telling | None) -> frozenset[str]:
    return frozenset(map(root, telling.topic)) if telling else frozenset()


def about(words: frozenset[str], plain: frozenset[str], telling: Telling, matter: frozenset[str]) -> bool:
    """Does a sentence share the term's matter? Where the telling has its own topic words and the term needs one of them, one of those. `plain` are the
    words outside names."""
    topic = topics_of(telling)
    return bool(plain & topic) if telling.needs_topic else bool(words & matter or plain & topic)


def touched(sentence: Sentence) -> Told | None:
    """A sentence that shares a term's matter and tells nothing plainly."""
    return plain(None, sentence, 0)


def told_by(sentence: Sentence, telling: Telling, term: Term, matter: frozenset[str]) -> Told | None:
    """A plain telling in the words of its kind, a count of what was owed, or None where the sentence has none of those words."""
    text = sentence.text
    counted = count_of(sentence, term)
    done = [m for m in re.finditer(rf"\b(?:{telling.done})\b", text, re.IGNORECASE) if not elsewhere(sentence, m.start(), telling)]
    done = [m for m in done if not telling.placed or (objects_of(text, m) & matter and m.group().islower())]
    undone = list(re.finditer(rf"\b(?:{telling.undone})\b", text, re.IGNORECASE)) if telling.undone else []
    if counted is None and (noun := owed_of(term)) and noun[1] not in stems(text):
        return plain(None, sentence, 0) if done else None
    for match in done:
        before = text[max(0, match.start() - 60) : match.start()]
        if NOT_YET.search(before) or BACKGROUND.search(before) or forbids(term):
            continue
        state: Life = "alleged not performed" if NEGATED.search(before) or denied(sentence, match.start()) else "performed"
        if counted and state == "performed":
            return plain("performed" if counted[0] >= counted[1] else "performed in part", sentence, match.start(), *counted)
        some = share_of(sentence) if state == "performed" else None
        part = (owed_of(term) and not REST.search(before)) or PARTLY.search(before) or MOST.match(text[match.end() :]) or so_many(sentence, match, matter)
        if some is not None or (state == "performed" and part):
            state = "performed in part"
        return placed(plain(state, sentence, match.start(), *(some or ())), text, match)
    for match in undone:
        before = text[max(0, match.start() - 60) : match.start()]
        if not NOT_YET.search(before):
            turned = bool(NEGATED.search(before))
            state_of: Life | None = ("performed" if telling.against == "alleged not performed" else None) if turned else telling.against
            state_of = "disputed" if denied(sentence, match.start()) else state_of
            return placed(plain(state_of, sentence, match.start()), text, match)
    if counted is not None and counted[0] < counted[1] and not NEGATED.search(text):  # k of the n that are owed, told in other words
        return replace(plain("performed in part", sentence, 0, *counted) or Told(None, None, (), "", None), sure=False) if sentence.claims else None
    if done or undone or any(e.act in telling.acts for e in sentence.events()):
        return plain(None, sentence, 0)
    return None


def so_many(sentence: Sentence, match: re.Match[str], matter: frozenset[str]) -> bool:
    """Does the sentence count what was done ("handed over 22 missiles") without a word that it was all?"""
    if WHOLE.search(sentence.text):
        return False
    counted = [f for f in sentence.figures() if f.value is not None and f.value > 1 and f.of and frozenset(roots(f.of)) & matter]
    return any(abs(f.evidence[0].start - sentence.start - match.start()) <= NEAR for f in counted)


def placed(told: Told | None, text: str, match: re.Match[str]) -> Told | None:
    return replace(told, object=objects_of(text, match)) if told is not None else None


def objects_of(text: str, match: re.Match[str]) -> frozenset[str]:
    """Roots of the words where the verb's object stands: before a passive ("was published", "a report published on Monday"), behind an active verb."""
    passive = PASSIVE.search(text[: match.start()]) is not None or NO_OBJECT.match(text[match.end() :]) is not None
    return frozenset(roots(text[max(0, match.start() - NEAR) : match.start()] if passive else text[match.end() : match.end() + NEAR]))


def elsewhere(sentence: Sentence, at: int, telling: Telling) -> bool:
    """Is the word read as another act ("people left their homes")?"""
    place = sentence.start + at
    read = [e.act for e in sentence.events() if e.trigger and e.trigger.start <= place < e.trigger.end]
    return bool(read) and bool(telling.acts) and not any(act in telling.acts for act in read)


def forbids(term: Term) -> bool:
    """Is it something not to be done? Then no act performs it."""
    return term.act.casefold().startswith("not ") or FORBIDDEN.match(term.act) is not None or any(FORBIDDEN.match(a.label) for a in term.bearers)


def forbidden_done(sentence: Sentence, term: Term) -> Told | None:
    """A telling of just what the term forbids ("accused it of recruiting boys"), or None; what is not done, or denied, is none."""
    verb = re.search(r"\bnot:?\s+([a-z]+)", term.act)
    if verb is None:
        return None
    for match in re.finditer(r"\b[a-z]+(?:ed|ing)\b", sentence.text):
        before = sentence.text[max(0, match.start() - 60) : match.start()]
        if root(match.group()) == root(verb[1]) and not NOT_YET.search(before) and not NEGATED.search(before) and not denied(sentence, match.start()):
            return plain("alleged broken", sentence, match.start())
    return None


def denied(sentence: Sentence, at: int) -> bool:
    """Do the words stand in what somebody denied?"""
    _, claim = sentence.asserter(at)
    return getattr(claim, "act", None) in DENIES


def owed_of(term: Term) -> tuple[float, str] | None:
    """How many of what: "60 soldiers" is 60 of "soldier"."""
    if not term.quantity or not (match := NUMBER.search(term.quantity)):
        return None
    nouns = [w for w in stems(term.quantity[match.end() :]) if w.isalpha()]
    last = stem(term.quantity.casefold().split()[-1])
    return (float(match.group().replace(",", "")), last) if nouns else None


def count_of(sentence: Sentence, term: Term) -> tuple[float, float] | None:
    """Done and owed, where the sentence counts what was done so far: "40 of the 60", "bringing to 20", "60 trucks a day" of 120 owed."""
    owed = owed_of(term)
    if owed is None:
        return None
    figures = sentence.figures()
    for first in figures:
        for second in figures:
            between = sentence.text[first_end(first, sentence) : max(0, second.evidence[0].start - sentence.start)]
            if first is not second and second.value == owed[0] and PART.fullmatch(between):
                done = float(first.value or 0)
                return (done * owed[0] if done < 1 else done), owed[0]
    for figure in figures:
        before = sentence.text[: max(0, figure.evidence[0].start - sentence.start)]
        if SO_FAR.search(before) and owed[1] in stems(sentence.text):
            return float(figure.value or 0), owed[0]
    if any(f.value == owed[0] and owed[1] in stems(f"{f.of or ''} {f.evidence[0].exact}") for f in figures):
        return owed[0], owed[0]
    rate = [
        f for f in figures if owed[1] in stems(f.evidence[0].exact) and (f.value or 0) <= owed[0] and "a day" in f.evidence[0].exact and "a day" in term.act
    ]
    return (float(rate[0].value or 0), owed[0]) if rate else None


def share_of(sentence: Sentence) -> tuple[float, float] | None:
    """What the sentence itself counts out of a whole that is more: "six of the eleven", "of the eleven, six"."""
    for first in sentence.figures():
        for second in sentence.figures():
            between = sentence.text[first_end(first, sentence) : max(0, second.evidence[0].start - sentence.start)]
            whole, part = (first, second) if OF_ALL.search(before_of(first, sentence)) and between.endswith((", ", ",")) else (second, first)
            if first is second or not (PART.fullmatch(between) or whole is first):
                continue
            if part.value and whole.value and 1 <= part.value < whole.value:
                return float(part.value), float(whole.value)
    return None


def before_of(figure: Figure, sentence: Sentence) -> str:
    return sentence.text[: max(0, figure.evidence[0].start - sentence.start)]


def first_end(figure: Figure, sentence: Sentence) -> int:
    """Where the number itself ends, whose evidence can hold the whole "30 of the 60 soldiers"."""
    main = figure.evidence[0]
    match = re.match(r"[^\W_]+(?:,\d{3})*", main.exact)
    return main.start - sentence.start + (match.end() if match else 0)


def plain(state: Life | None, sentence: Sentence, at: int, done: float | None = None, owed: float | None = None) -> Told | None:
    by, claim = sentence.asserter(at)
    if claim is None:
        return None
    inside: Sequence[Claim] = [claim, *(e for e in sentence.events() if e.id != claim.id)]
    words = " ".join(sentence.text.split()).strip(' "“”')
    return Told(state, by, tuple(inside), shown_at(words, at), claim.said, done, owed)


def shown_at(words: str, at: int) -> str:
    """The words, or, of many, those about the place that tells."""
    if len(words) <= LONGEST:
        return words
    begin = words.rfind(" ", 0, at - LONGEST // 2) + 1 if at > LONGEST // 2 else 0
    end = len(words) if begin + LONGEST >= len(words) else words.rfind(" ", 0, begin + LONGEST)
    return f"{'… ' if begin else ''}{words[begin:end]}{' …' if end < len(words) else ''}"
