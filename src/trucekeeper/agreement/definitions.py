"""What an agreement's own clauses say of its phases: "the interim period shall begin eight months after signature and last three years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.texts import texts
from trucekeeper.model.claims import Anchor, Provision
from trucekeeper.model.undertakings import Basis
from trucekeeper.reading.durations import duration_of, duration_pattern
from trucekeeper.reading.provision_words import phase_key, phase_name, phase_pattern, provision_words

ALTERNATIVES = re.compile(r"\bwhichever\b|\bor\s+(?:on|upon|at|after)\b", re.IGNORECASE)
PRECEDED = re.compile(r"\b(?:preceded by|after)\s+[^.;]{0,40}$", re.IGNORECASE)
LIMIT = re.compile(r"\b(?:within|in|after|before|during|over|than|at least|every|first|last)\s+(?:the\s+)?(?:(?:first|last)\s+)?$", re.IGNORECASE)
BEGINS: frozenset[str | None] = frozenset({None, "after", "on", "from"})
ENDS: frozenset[str | None] = frozenset({None, "after", "on", "by", "until"})
CEASEFIRE = "ceasefire"
WITHIN = re.compile(r"\b(?:during|for|in|within|throughout|of|before|after|at|over|into)\s+(?:the\s+)?$", re.IGNORECASE)  # the phase is when, not what
SUBJECT = re.compile(r"(?:\s+\([^)]*\)|\s+of\b[^,;:]*?)?\s*(?:\b(?:shall|will|must|is to|are to)\b)?\s*\w*\s*$", re.IGNORECASE)
LONGEST_SUBJECT = 8  # words: "a comprehensive and permanent cessation of hostilities"
OF_PHASE = r"\s+(?:of\s+)?(?:(?:a|an|the)\s+)?"


@cache
def own_length() -> re.Pattern[str]:
    """Right before a length, which is then the phase's own ("shall last for a period of")."""
    words = texts().phases
    return re.compile(rf"\b(?:{words.leads})\s+(?:for\s+)?(?:an?\s+)?(?:(?:{words.spans})\s+of\s+)?$", re.IGNORECASE)


@cache
def comes_about() -> re.Pattern[str]:
    return re.compile(texts().phases.begins, re.IGNORECASE)


@cache
def in_force() -> re.Pattern[str]:
    return re.compile(rf"(?:{texts().phases.runs})\b", re.IGNORECASE)


@cache
def of_length() -> re.Pattern[str]:
    """ "The term of office shall"."""
    return re.compile(rf"\W*(?:and\s+)?(?:the|its)\s+(?:{texts().phases.lengths})\b(?:\s+of\s+office)?\s+(?:shall|will|must)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Defined:
    """What clauses say of one phase: what its edges are reckoned from, how long it is, with the words; `alternatives` are clauses that give it more than one
    beginning, of which only a person can say which it was."""

    begin_from: Anchor | None = None
    end_from: Anchor | None = None
    length: str | None = None
    alternatives: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()


def is_definition(provision: Provision) -> bool:
    """A clause that says what a word means, or when a phase begins, ends or how long it lasts: nobody owes it."""
    if provision.obligors or not provision.clause:
        return False
    return first_word(provision) in {"mean", "means"} or times_a_phase(provision) or takes_effect(provision) or gives_its_length(provision)


def gives_its_length(provision: Provision) -> bool:
    """ "… and the term shall be two years": how long what the words before told of is to last."""
    words = provision.evidence[0].exact
    return of_length().match(words) is not None and re.search(duration_pattern(), words, re.IGNORECASE) is not None


def carried_on(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """The provisions, what gives a length under the phase that its clause told of before."""
    before: Provision | None = None
    for provision in provisions:
        same = before is not None and (before.document, before.clause) == (provision.document, provision.clause)
        if same and before is not None and before.phase and gives_its_length(provision):
            provision = replace(provision, phase=before.phase)
        before = provision
        yield provision


def first_word(provision: Provision) -> str:
    return provision.action.split(maxsplit=1)[0].casefold() if provision.action.strip() else ""


def times_a_phase(provision: Provision) -> bool:
    """Is a phase what begins, ends or lasts?"""
    edges = provision_words().edges
    if first_word(provision) not in edges.begin | edges.end | edges.last:
        return False
    before = provision.evidence[0].exact.partition(provision.action)[0]
    found = list(phase_pattern().finditer(before))
    return bool(found) and WITHIN.search(before[: found[-1].start()]) is None and SUBJECT.match(before[found[-1].end() :]) is not None


def takes_effect(provision: Provision) -> bool:
    """Is it the agreement or its truce that begins, or is in force for so long ("A cessation of hostilities shall come into force on 3 May")?"""
    before, found, _ = provision.evidence[0].exact.partition(provision.action)
    nouns = provision_words().agreements.running | provision_words().agreements.nouns
    subject = re.sub(r"\b(?:shall|will|must)\b|\([^)]*\)", " ", before.rpartition(",")[2]).casefold().replace("-", "")
    words = re.findall(r"\w+", subject)
    running = in_force().match(provision.action) is not None and provision.anchor is not None and provision.anchor.offset is not None  # and so a length
    force = (comes_about().match(provision.action) is not None or running) and not provision.obligors
    return bool(found) and force and len(words) <= LONGEST_SUBJECT and any(w in nouns or w == "cessation" for w in words)


def begins_truce(provision: Provision) -> bool:
    """ "shall observe a ceasefire beginning at noon on 3 May", "as of noon on 3 May a truce is declared": a clause on the whole that gives its first day."""
    anchor = provision.anchor
    if anchor is None or anchor.kind != "date" or anchor.relation not in {"on", "from"} or provision.issue != CEASEFIRE or not provision.clause:
        return False
    before, _, after = provision.evidence[0].exact.partition(anchor.text)
    return truce_from().search(before) is not None or truce_declared().search(after) is not None


@cache
def truce_from() -> re.Pattern[str]:
    words = provision_words()
    return re.compile(rf"\b(?:{'|'.join(sorted(words.agreements.running))})\b[^.;,]{{0,40}}\b(?:{texts().phases.starting})\s*(?:\w+\s+)?$", re.IGNORECASE)


@cache
def truce_declared() -> re.Pattern[str]:
    words = provision_words()
    return re.compile(rf"^,?\s*[^.;,]{{0,20}}\b(?:{'|'.join(sorted(words.agreements.running))})\b[^.;]*\b(?:{texts().phases.declared})", re.IGNORECASE)


def defined(phase: str, provisions: Sequence[Provision]) -> Defined:
    """Of the phase with this key; of two clauses that date the same edge, the first in the text that gives one day."""
    begin_from = end_from = None
    length: str | None = None
    alternatives: list[str] = []
    used: list[Provision] = []
    for provision in carried_on(provisions):
        if provision.standing != "agreed" or not provision.clause:
            continue
        own = provision.phase == phase and times_a_phase(provision)
        edge = edge_of(provision) if own else None
        if edge == "begin" and ALTERNATIVES.search(provision.action):
            alternatives.append(provision.clause)
        elif edge == "begin" and begin_from is None and usable(provision.anchor, BEGINS):
            begin_from = provision.anchor
            used.append(provision)
        elif edge == "end" and end_from is None and usable(provision.anchor, ENDS):
            end_from = provision.anchor
            used.append(provision)
        for key, written, follows in lengths(provision):
            if key == phase and length is None:
                length = written
                used.append(provision)
            if key == phase and follows is not None and end_from is None:
                end_from = Anchor(provision.evidence[0].exact, "phase", f"{follows}:begin", None, "before")
    return Defined(begin_from, end_from, length, tuple(alternatives), tuple(dict.fromkeys(map(basis_of, used))))


def usable(anchor: Anchor | None, relations: frozenset[str | None]) -> bool:
    """Does it say what the edge is reckoned from?"""
    return anchor is not None and anchor.reference is not None and anchor.relation in relations


def edge_of(provision: Provision) -> str | None:
    edges, word = provision_words().edges, first_word(provision)
    return "begin" if word in edges.begin else "end" if word in edges.end and word not in edges.last else None


def lengths(provision: Provision) -> Iterator[tuple[str, str, str | None]]:
    """Phases whose length the words give, with the phase before which they are said to come: "preceded by eight months of a pre-transitional period"."""
    words = provision.evidence[0].exact
    anchored = provision.anchor.text if provision.anchor else ""
    at_anchor = words.find(anchored) if anchored else -1
    for match in re.finditer(duration_pattern(), words, re.IGNORECASE):
        written = duration_of(match)
        after = re.compile(rf"{OF_PHASE}({phase_name()})", re.IGNORECASE).match(words, match.end())
        before = re.compile(rf"({phase_name()})\s+of\s+\W?$", re.IGNORECASE).search(words[: match.start()])
        if written is None:
            continue
        if after is not None and not LIMIT.search(words[: match.start()]):
            follows = provision.phase if PRECEDED.search(words[: match.start()]) and provision.phase != phase_key(after[1]) else None
            yield phase_key(after[1]), written, follows
        elif before is not None:
            yield phase_key(before[1]), written, None
        elif (
            provision.phase
            and (times_a_phase(provision) or gives_its_length(provision))
            and own_length().search(words[: match.start()])
            and (at_anchor < 0 or not at_anchor <= match.start() < at_anchor + 20)
        ):
            yield provision.phase, written, None
