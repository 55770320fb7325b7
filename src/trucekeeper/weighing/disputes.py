"""Where claims stand against each other: what one asserts and another denies, blame in both directions, and one speaker given different words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from rapidfuzz import fuzz

from trucekeeper.model.claims import Actor, Claim, Event, Statement
from trucekeeper.model.document import Document
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.blame import TOLD, asserter_key, is_blame, tells_of_himself, voice_of
from trucekeeper.weighing.denials import Dispute, denying_statements, framing, within_denials
from trucekeeper.weighing.denied_events import denied_events
from trucekeeper.weighing.doers import other_actors
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.grounds import crossing
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import likeness, stem
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.nations import with_countries
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.tellings import HARM, in_digits

DRAFT = 55  # overlap from which two quotations may be of one utterance
MEANT = 0.55  # share of meaning words from which they may be
NAMED = re.compile(r"(?<=\w )[A-Z][\w.-]*")
EACH_OTHER = re.compile(r"\b(?:each|one an) ?other\b")
VERBATIM = 97  # from which they are the same


def _doers_differ(found: Iterable[Happening], who: WhoIsWho) -> Iterator[Dispute]:
    """One act of violence that two voices tell as done by two: the first pair of each event."""
    for happening in found:
        told = [t for t in happening.tellings if t.status in TOLD and t.act not in HARM and any(who.entity_of(a) for a in t.actors)]
        for a, b in combinations(told, 2):
            if other_actors(a, b, who) and asserter_key(a, who) != asserter_key(b, who) and not any(tells_of_himself(t, who) for t in (a, b)):
                doers = [who.label_of(t.actors[0]) for t in (a, b)]
                reason = f"{voice_of(a, who)} tells it as done by {doers[0]}, {voice_of(b, who)} as done by {doers[1]}"
                yield Dispute("doers_differ", (a, b), tuple(dict.fromkeys([voice_of(a, who), voice_of(b, who)])), reason)
                break


def _names_in(text: str, who: WhoIsWho) -> set[str]:
    """Entities whose name stands in a text as whole words."""
    folded = plain(text)
    names = ((e.key, plain(n)) for e in who.somebodies.values() for n in e.names if n != n.lower())
    return {key for key, name in names if name in folded and re.search(rf"\b{re.escape(name)}\b", folded)}


def _accusations(statements: list[Statement], events: list[Event], who: WhoIsWho) -> dict[tuple[str, str], list[Claim]]:
    """(accuser, accused) -> the claims that say so."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for event in events:
        if is_blame(event):
            each_other = not event.recipients and EACH_OTHER.search(event.evidence[0].exact) is not None
            for accuser in event.actors:
                for accused in event.actors if each_other else event.recipients:
                    held[(who.entity_of(accuser), who.entity_of(accused))].append(event)
    for statement in statements:
        if statement.act in lexicon().statements.accuse and statement.speaker:
            speaker = who.entity_of(statement.speaker)
            for accused_key in sorted(_names_in(statement.content, who) - {speaker}):
                held[(speaker, accused_key)].append(statement)
    return held


def _each_accuses(statements: list[Statement], events: list[Event], who: WhoIsWho) -> Iterator[Dispute]:
    """Two sides that each accuse the other, told once however many speak for each."""
    held = _accusations(statements, events, who)
    sides = {key: _side(key, who) for pair in held for key in pair}
    mutual = [
        (one, other)
        for one, other in combinations(sorted(held), 2)
        if _one_side(one[0], other[1], sides) and _one_side(one[1], other[0], sides) and not _one_side(*one, sides)
    ]
    alike = [(x, y) for x, y in combinations(sorted({k for pair in mutual for both in pair for k in both}), 2) if _one_side(x, y, sides)]
    keys = {k for pair in mutual for both in pair for k in both}
    label_of = {k: who.somebodies[k].label if k in who.somebodies else k for k in keys}  # "Orrin" for "the Orrin army", "Orrin’s press" and Orrin
    home = {
        key: min(group, key=lambda k: (bool(set(name_words(label_of[k])) & lexicon().names.members), len(label_of[k]), k))
        for group in groups(keys, alike)
        for key in group
    }
    told: dict[frozenset[str], list[tuple[tuple[str, str], tuple[str, str]]]] = defaultdict(list)
    for pair in mutual:
        told[frozenset(home[k] for k in pair[0])].append(pair)
    for two, found in sorted(told.items(), key=lambda t: sorted(t[0])):
        names = tuple(sorted(label_of[k] for k in two))
        claims = sorted({x for pair in found for both in pair for x in held[both]}, key=lambda x: (x.document, x.evidence[0].start, x.id))
        yield Dispute("each_accuses", tuple(claims), names, f"{names[0]} and {names[1]} each accuse the other")


def _side(key: str, who: WhoIsWho) -> frozenset[str]:
    """The words by which a side may be known: those of its names that few others bear ("Roe’s forces" and "Roe’s Lake Army")."""
    names = (*who.somebodies[key].names, *who.bodies.get(key, ())) if key in who.somebodies else (key,)
    return frozenset(stem(w) for n in names for w in with_countries(name_words(n))) - {stem(w) for w in worn()} - {stem(w) for w in lexicon().names.members}


def _one_side(a: str, b: str, sides: Mapping[str, frozenset[str]]) -> bool:
    return a == b or bool(sides[a] & sides[b])


def _words_differ(statements: list[Statement], who: WhoIsWho) -> Iterator[Dispute]:
    """One speaker, two reports of one day or of two that follow, and quotations that are alike and not the same."""
    held: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.mode == "direct" and statement.speaker and statement.said and statement.said.last_day:
            held[who.entity_of(statement.speaker)].append(statement)
    for _, quotes in sorted(held.items()):
        for a, b in _of_one_day(sorted(quotes, key=lambda s: (s.said.latest or "" if s.said else "", s.id))):
            alike = fuzz.ratio(in_digits(a.content), in_digits(b.content))
            if a.document != b.document and DRAFT <= alike < VERBATIM and _are_one_sentence(a, b) and not (_within(a, b) or _within(b, a)):
                name = who.label_of(a.speaker or Actor("somebody"))
                yield Dispute("words_differ", (a, b), (name,), f"two reports give {name} different words")


def _are_one_sentence(a: Statement, b: Statement) -> bool:
    """Do two quotations have most of what they say, names aside, in common? Of one speech, reports quote other sentences too."""
    return likeness(*(NAMED.sub("", s.content) for s in (a, b))) >= MEANT


def _of_one_day(quotes: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs, from statements in order of time, that may be of one day: the days given are the same, or reports of days that follow give none."""
    for i, a in enumerate(quotes):
        for b in quotes[i + 1 :]:
            first, second = a.said, b.said
            if first is None or second is None or first.last_day is None or second.last_day is None or (second.last_day - first.last_day).days > 1:
                break
            if first.overlaps(second) or not (first.known_day and second.known_day):
                yield a, b


def _within(a: Statement, b: Statement) -> bool:
    """Is the one quotation a part of the other, as a shortened report gives it?"""
    return fuzz.partial_ratio(*(in_digits(s.content).strip('"“” ,.') for s in (a, b))) >= VERBATIM


def _retracted(claims: list[Claim], who: WhoIsWho, documents: Mapping[str, Document]) -> Iterator[Dispute]:
    """What is taken back: by a speech act of that kind, or in a sentence that says so ("withdrew his earlier statement"), told once a sentence."""
    told: set[tuple[str, int]] = set()
    for claim in claims:
        if not isinstance(claim, Statement | Event):
            continue
        main, document = claim.evidence[0], documents[claim.document]
        first, last = sentence(document, main.start, main.end)
        match = lexicon().statements.taking_back.search(document.text, first, last)
        acted = isinstance(claim, Statement) and claim.act in lexicon().statements.retract
        within = match is not None and (main.start < match.end() and match.start() < main.end)
        if (acted or within) and (claim.document, first) not in told:
            told.add((claim.document, first))
            doer = claim.actors[0] if isinstance(claim, Event) and claim.actors else None
            voice = who.label_of(doer) if doer else voice_of(claim, who)
            yield Dispute("retracted", (claim,), (voice,), f"{voice} takes back what was said")


def _once(found: Iterable[Dispute], stories: Mapping[str, tuple[str, ...]]) -> list[Dispute]:
    """Disputes without those that a copy of a story tells again in the same words; its claims are added to the first."""
    made: dict[tuple[object, ...], Dispute] = {}
    for dispute in found:
        head = dispute.claims[0]
        key: tuple[object, ...] = (dispute.kind, dispute.parties, stories.get(head.document, (head.document,))[0], plain(head.evidence[0].exact))
        # "denied the claim", and "denied the claim and asked for observers"
        longer = (k for k, d in made.items() if d.kind == dispute.kind == "denied" and d.parties == dispute.parties and crossing(d.claims[0], head))
        key = next(longer, key)
        first = made.setdefault(key, dispute)
        if first is not dispute:
            made[key] = replace(first, claims=tuple(dict.fromkeys([*first.claims, *dispute.claims])))
    return list(made.values())


def disputes(
    claims: Iterable[Claim], found: Iterable[Happening], who: WhoIsWho, documents: Mapping[str, Document], stories: Mapping[str, tuple[str, ...]]
) -> list[Dispute]:
    """All that stands against each other, the same for any order of the claims."""
    held = sorted((c for c in claims if c.document in documents), key=lambda c: (c.document, c.evidence[0].start, c.id))
    statements = [c for c in held if isinstance(c, Statement)]
    within = within_denials(statements, held)
    held = [c for c in held if c.id not in within]
    events = [c for c in held if isinstance(c, Event)]
    told_of = [replace(h, tellings=tuple(t for t in h.tellings if t.id not in within)) for h in found]
    denied = list(denied_events(told_of, held, who, documents))
    every = [
        *denied,
        *_doers_differ(told_of, who),
        *denying_statements(statements, held, who, framing(statements, denied), documents),
        *_each_accuses(statements, events, who),
        *_words_differ(statements, who),
        *_retracted(held, who, documents),
    ]
    return _once(every, stories)
