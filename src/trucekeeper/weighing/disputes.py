"""Where claims stand against each other: what one asserts and another denies, blame in both directions, and one speaker given different words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from trucekeeper.model.claims import Actor, Claim, Event, Statement
from trucekeeper.model.document import Document
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import plain

DisputeKind = Literal["denied", "each_accuses", "words_differ", "retracted"]
TOLD = ("happened", "ongoing")
ANSWERS = 70  # of 100: word overlap from which a denial is one of a given claim
DRAFT = 55  # overlap from which two quotations may be of one utterance
VERBATIM = 97  # from which they are the same


@dataclass(frozen=True, slots=True)
class Dispute:
    """`claims` in the order in which `reason` speaks of them."""

    kind: DisputeKind
    claims: tuple[Claim, ...]
    parties: tuple[str, ...]
    reason: str


def _voice(claim: Claim, who: WhoIsWho) -> str:
    asserter = claim.attribution.asserter
    return who.label_of(asserter) if asserter else "the report"


def _asserter_key(claim: Claim, who: WhoIsWho) -> str:
    asserter = claim.attribution.asserter
    return who.entity_of(asserter) if asserter else claim.document


def _denied_events(found: Iterable[Happening], who: WhoIsWho) -> Iterator[Dispute]:
    for happening in found:
        denials = [t for t in happening.tellings if t.status == "denied"]
        told = [t for t in happening.tellings if t.status in TOLD]
        for denial in denials:
            against = [t for t in told if _asserter_key(t, who) != _asserter_key(denial, who)]
            if against:
                voices = tuple(dict.fromkeys([_voice(denial, who), *(_voice(t, who) for t in against)]))
                reason = f"{voices[0]} denies what {', '.join(voices[1:]) or 'the report'} tells"
                yield Dispute("denied", (denial, *against), voices, reason)


def _target(claim: Statement) -> str:
    """The words of a denial's content, its negations and helping verbs set aside by the comparison."""
    return plain(claim.content or claim.evidence[0].exact)


def _denying_statements(statements: list[Statement], claims: list[Claim], who: WhoIsWho) -> Iterator[Dispute]:
    for denial in (s for s in statements if s.act in lexicon().statements.deny):
        denied = _target(denial)
        for claim in claims:
            if _overlap(denial, claim) or _asserter_key(claim, who) == _asserter_key(denial, who) or not isinstance(claim, Statement | Event):
                continue
            if isinstance(claim, Event) and claim.status not in TOLD:
                continue
            words = _target(claim) if isinstance(claim, Statement) else plain(claim.evidence[0].exact)
            if len(words.split()) > 3 and fuzz.token_set_ratio(denied, words) >= ANSWERS:
                voices = (_voice(denial, who), _voice(claim, who))
                yield Dispute("denied", (denial, claim), voices, f"{voices[0]} denies what {voices[1]} says")
                break


def _overlap(a: Claim, b: Claim) -> bool:
    first, second = a.evidence[0], b.evidence[0]
    return a.document == b.document and first.start < second.end and second.start < first.end


def _names_in(text: str, who: WhoIsWho) -> set[str]:
    """Entities whose name stands in a text as whole words."""
    folded = plain(text)
    return {e.key for e in who.somebodies.values() for n in e.names if n != n.lower() and re.search(rf"\b{re.escape(plain(n))}\b", folded)}


def _accusations(statements: list[Statement], events: list[Event], who: WhoIsWho) -> dict[tuple[str, str], list[Claim]]:
    """(accuser, accused) -> the claims that say so."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for event in events:
        if event.type == "ACCUSE" and event.status in TOLD:
            for accuser in event.actors:
                for accused in event.recipients:
                    held[(who.entity_of(accuser), who.entity_of(accused))].append(event)
    for statement in statements:
        if statement.act in lexicon().statements.accuse and statement.speaker:
            speaker = who.entity_of(statement.speaker)
            for accused_key in sorted(_names_in(statement.content, who) - {speaker}):
                held[(speaker, accused_key)].append(statement)
    return held


def _each_accuses(statements: list[Statement], events: list[Event], who: WhoIsWho) -> Iterator[Dispute]:
    held = _accusations(statements, events, who)
    for a, b in sorted(held):
        if a < b and (b, a) in held:
            names = tuple(who.somebodies[k].label if k in who.somebodies else k for k in (a, b))
            claims = sorted({*held[(a, b)], *held[(b, a)]}, key=lambda c: (c.document, c.evidence[0].start, c.id))
            yield Dispute("each_accuses", tuple(claims), names, f"{names[0]} and {names[1]} each accuse the other")


def _words_differ(statements: list[Statement], who: WhoIsWho) -> Iterator[Dispute]:
    """One speaker, one day, two reports, and quotations that are alike and not the same."""
    held: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        day = statement.said.known_day if statement.said else None
        if statement.mode == "direct" and statement.speaker and day:
            held[(who.entity_of(statement.speaker), day.isoformat())].append(statement)
    for _, quotes in sorted(held.items()):
        for a, b in combinations(sorted(quotes, key=lambda s: s.id), 2):
            alike = fuzz.ratio(plain(a.content), plain(b.content))
            if a.document != b.document and DRAFT <= alike < VERBATIM and not (_within(a, b) or _within(b, a)):
                name = who.label_of(a.speaker or Actor("somebody"))
                yield Dispute("words_differ", (a, b), (name,), f"two reports give {name} different words")


def _within(a: Statement, b: Statement) -> bool:
    """Is the one quotation a part of the other, as a shortened report gives it?"""
    return fuzz.partial_ratio(plain(a.content).strip('"“” ,.'), plain(b.content).strip('"“” ,.')) >= VERBATIM


def _retracted(statements: list[Statement], who: WhoIsWho) -> Iterator[Dispute]:
    for statement in statements:
        if statement.act in lexicon().statements.retract:
            yield Dispute("retracted", (statement,), (_voice(statement, who),), f"{_voice(statement, who)} takes back what was said")


def disputes(claims: Iterable[Claim], found: Iterable[Happening], who: WhoIsWho, documents: Mapping[str, Document]) -> list[Dispute]:
    """All that stands against each other, the same for any order of the claims."""
    held = sorted((c for c in claims if c.document in documents), key=lambda c: (c.document, c.evidence[0].start, c.id))
    statements = [c for c in held if isinstance(c, Statement)]
    events = [c for c in held if isinstance(c, Event)]
    return [
        *_denied_events(found, who),
        *_denying_statements(statements, held, who),
        *_each_accuses(statements, events, who),
        *_words_differ(statements, who),
        *_retracted(statements, who),
    ]
