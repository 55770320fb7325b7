"""Where claims stand against each other: what one asserts and another denies, blame in both directions, and one speaker given different words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from trucekeeper.model.claims import Actor, Claim, Event, Role, Statement
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.time import Time
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.carriers import carriers
from trucekeeper.weighing.doers import by_others, is_name, other_actors, share
from trucekeeper.weighing.entities import WhoIsWho, bare_name
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.kinds import one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import content, held_in, stem, stems
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.origins import is_named
from trucekeeper.weighing.sentences import capitals, sentence
from trucekeeper.weighing.tellings import HARM
from trucekeeper.weighing.words import listed

DisputeKind = Literal["denied", "each_accuses", "doers_differ", "words_differ", "retracted"]
TOLD = ("happened", "ongoing")
ANSWERS = 0.6  # share of a denial’s meaning words that a claim has too, from which it is a denial of that claim
PAGES = 1500  # characters of one text between a claim and its denial
WEEK = 7  # days
NEAR = 500  # characters from an accusation to the denial that follows it
DRAFT = 55  # overlap from which two quotations may be of one utterance
ONESELF = re.compile(
    r"\b(?:(?:it|its|they|their|we|our|us|I|my|he|his|she|her)\b|den(?:y|ied|ies|ying) (?:\w+ly )?\w+ing\b)"
)  # in a denial: of one's own doing
UNABLE = re.compile(
    r"\b(?:can(?:not| not|[’']t)|could(?: not|n[’']t)|unable to|not yet|yet to)\b|not \w+ yet\b|[\"“]\s*(?:[Dd]o not|[Dd]on[’']t|[Nn]ever)\b"
)  # "Don't shoot"; what is not yet done may be
LEAD = 15  # characters before a clause in which such a word may stand
OF_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT"})  # acts of speech: that somebody did not say so is not told of here
REFUSAL = "rejection"  # the speech act of who turns a thing down, which need not be an accusation
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
    return who.label_of(asserter) if asserter and is_named(asserter) else "the report"


def _asserter_key(claim: Claim, who: WhoIsWho) -> str:
    asserter = claim.attribution.asserter
    return who.entity_of(asserter) if asserter and claim.attribution.mode != "outlet" else claim.document


def _denied_events(found: list[Happening], claims: list[Claim], who: WhoIsWho, documents: Mapping[str, Document]) -> Iterator[Dispute]:
    """Denied events, each with those who tell it as done by the one of whom it is denied, and those who accuse him of it.

    What is told without a doer stands against the denial only where somebody blames the denier: that a town was shelled is not that he shelled it.
    """
    by_text = _by_text(found)
    for happening in found:
        for denial in (t for t in happening.tellings if _is_denied(t, documents)):
            doers = denial.actors or _denier_of_a_part(denial, documents)
            blame = _blame_of(denial, claims, who, documents) or _blame_before(denial, claims, who) if denial.type == "ASSAULT" else None
            told = [t for t in happening.tellings if _is_told(t, denial) and not _came_later(t, denial, happening, documents)]
            others = [t for t in told if not _is_own(t, denial, who) and _is_laid_on(t, denial, doers, who, blamed=blame is not None)]
            such = (t for t in by_text.get(denial.document, ()) if t not in others and _is_such_an_act(t, denial, documents, who))
            others += [t for t in such if not _is_own(t, denial, who)]
            if others or blame is not None:
                voices = tuple(dict.fromkeys([_voice(denial, who), *(_voice(t, who) for t in others)]))
                told_words = f"what {', '.join(voices[1:]) or 'the report'} {'tell' if len(voices) > 2 else 'tells'}" if others else ""
                accused = f"what {_blaming(blame, who)} accuses {_accused(blame, who)} of" if blame is not None else ""
                reason = f"{voices[0]} denies {' and '.join(filter(None, (told_words, accused)))}"
                if blame is not None:
                    voices = tuple(dict.fromkeys([*voices, _blaming(blame, who)]))
                yield Dispute("denied", (denial, *others, *((blame,) if blame is not None else ())), voices, reason)


def _is_denied(event: Event, documents: Mapping[str, Document]) -> bool:
    """Is it told as not done, in a sentence that denies or negates? Of an act of speech that is not told of here, nor of what is forbidden or cannot be."""
    if event.status != "denied" or event.type in OF_SPEECH:
        return False
    document, main, words = documents[event.document], event.evidence[0], lexicon().statements
    act = event.trigger.start if event.trigger is not None else main.end
    if UNABLE.search(document.text, max(0, main.start - LEAD), act):
        return False
    first, last = sentence(document, main.start, main.end)
    return words.denying.search(document.text, first, last) is not None or words.negating.search(document.text, first, last) is not None


def _denier_of_a_part(denial: Event, documents: Mapping[str, Document]) -> tuple[Actor, ...]:
    """Who denies a part in what he does not deny to have happened ("denied involvement in the attack")."""
    main, asserter = denial.evidence[0], denial.attribution.asserter
    text = documents[denial.document].text
    part = lexicon().statements.no_part.search(text, *sentence(documents[denial.document], main.start, main.end))
    return (asserter,) if part is not None and asserter is not None else ()


def _is_laid_on(told: Event, denial: Event, doers: tuple[Actor, ...], who: WhoIsWho, *, blamed: bool) -> bool:
    """Does a telling lay the denied act on those of whom it is denied, on some who may be they ("gunmen"), or on nobody by name while others blame them?"""
    if not doers or share(told.actors, doers, who):
        return True
    if (told.act in HARM and told.act != denial.act) or _tells_of_himself(told, who):
        return False
    unnamed = told.act == denial.act and bool(told.actors) and all(_is_unnamed(a, told) for a in told.actors)
    return (blamed or unnamed) and not by_others(told.actors, doers, who)


def _is_unnamed(doer: Actor, told: Event) -> bool:
    """Are they some people without a name, and neither an office nor a kind of act ("terrorist attacks")?"""
    phrase = rf"\b(?:an?|the|this|that) {re.escape(doer.label)} {re.escape(told.trigger.exact)}" if told.trigger is not None else "$^"
    kind = re.search(phrase, told.evidence[0].exact, re.IGNORECASE) is not None
    several = doer.label.endswith(("s", "men"))
    return several and not kind and not is_name(doer) and not set(name_words(doer.label)) & worn()


def _accused(blame: Claim, who: WhoIsWho) -> str:
    return listed([who.label_of(a) for a in blame.recipients]) if isinstance(blame, Event) and blame.recipients else "it"


def _by_text(found: Iterable[Happening]) -> dict[str, list[Event]]:
    held: dict[str, list[Event]] = defaultdict(list)
    for happening in found:
        for telling in happening.tellings:
            held[telling.document].append(telling)
    return {d: sorted(events, key=lambda e: (e.evidence[0].start, e.id)) for d, events in held.items()}


def _is_own(told: Event, denial: Event, who: WhoIsWho) -> bool:
    """Does the denier himself tell it, or (in one voice with others) the one of whom it is denied?"""
    asserter = told.attribution.asserter
    if _asserter_key(told, who) == _asserter_key(denial, who):
        return True
    members = asserter.members if asserter is not None else None
    return bool(members) and share(members or (), denial.actors, who)


def _is_such_an_act(told: Event, denial: Event, documents: Mapping[str, Document], who: WhoIsWho) -> bool:
    """Is it an act of a kind that the denier says was never done at all ("has not fired a single shell"), by the same doer?"""
    main = denial.evidence[0]
    absolute = lexicon().statements.absolute.search(documents[denial.document].text, main.start, main.end) is not None
    return absolute and told.status in TOLD and one_kind(told, denial) and share(told.actors, denial.actors, who)


def _is_told(event: Event, denial: Event) -> bool:
    """Is it told as done? Of a denied agreement, what was agreed may be yet to come; who denies that anybody was hurt does not deny the attack."""
    if denial.act in HARM and event.act != denial.act:
        return False
    return event.status in TOLD or (denial.type == event.type == "AGREE" and event.status == "planned")


def _came_later(event: Event, denial: Event, happening: Happening, documents: Mapping[str, Document]) -> bool:
    """Is it told of a day after the one on which it was said not to have taken place ("has not left", and left a week later)?

    One told without a day is of the day that others tell of the same event; of an agreement on what is yet to come, that day is not its own.
    """
    said = denial.said or (documents[denial.document].said if denial.document in documents else None)
    days = [t.about for t in happening.tellings if t.about is not None and t.status in TOLD]
    begins = (event.about if event.status in TOLD else None) or (min(days, key=lambda t: t.earliest or "") if days else None)
    begins = begins or (documents[event.document].said if event.document in documents else None)
    last, first = (said.latest if said else None), (begins.earliest if begins else None)
    return bool(last and first and first[:10] > last[:10])


def _doers_differ(found: Iterable[Happening], who: WhoIsWho) -> Iterator[Dispute]:
    """One act of violence that two voices tell as done by two: the first pair of each event."""
    for happening in found:
        told = [t for t in happening.tellings if t.status in TOLD and t.act not in HARM and any(who.entity_of(a) for a in t.actors)]
        for a, b in combinations(told, 2):
            if other_actors(a, b, who) and _asserter_key(a, who) != _asserter_key(b, who) and not any(_tells_of_himself(t, who) for t in (a, b)):
                doers = [who.label_of(t.actors[0]) for t in (a, b)]
                reason = f"{_voice(a, who)} tells it as done by {doers[0]}, {_voice(b, who)} as done by {doers[1]}"
                yield Dispute("doers_differ", (a, b), tuple(dict.fromkeys([_voice(a, who), _voice(b, who)])), reason)
                break


def _tells_of_himself(event: Event, who: WhoIsWho) -> bool:
    """ "We took the town": he speaks for others than himself."""
    return _asserter_key(event, who) in {who.entity_of(a) for a in event.actors}


def _denying_statements(
    statements: list[Statement], claims: list[Claim], who: WhoIsWho, told: set[str], documents: Mapping[str, Document]
) -> Iterator[Dispute]:
    """Statements that deny, each with the claim that it answers; where nobody asserts it in this record, that is said too."""
    for denial in (s for s in statements if _is_denial(s, documents) and s.id not in told and not _is_passed_on(s)):
        voice = _voice(denial, who)
        no_part = lexicon().statements.no_part.search(denial.content) is not None
        blame = _blame_of(denial, claims, who, documents) if no_part else None
        answered = next((c for c in claims if _answers(denial, c, who) and _in_reach(denial, c, documents)), None) if blame is None else None
        if answered is not None:
            other = _voice(answered, who)
            yield Dispute("denied", (denial, answered), (voice, other), f"{voice} denies what {other} says")
        elif blame is None and (before := _blame_before(denial, claims, who)) is not None:
            other = _blaming(before, who)
            yield Dispute("denied", (denial, before), (voice, other), f"{voice} denies, after {other} accuses in the same report")
        elif (blame := blame or (_blame_of(denial, claims, who, documents) if denial.act != REFUSAL else None)) is not None:
            other = _blaming(blame, who)
            yield Dispute("denied", (denial, blame), (voice, other), f"{voice} denies; {other} accuses, in another report of the week")
        elif content(denial.content):
            yield Dispute("denied", (denial,), (voice,), f"{voice} denies, and nobody in this record is found to assert it")


def _is_denial(statement: Statement, documents: Mapping[str, Document]) -> bool:
    words, document, main = lexicon().statements, documents[statement.document], statement.evidence[0]
    if words.undecided.search(document.text, *sentence(document, main.start, main.end)):
        return False  # "did not confirm or deny"
    return statement.act in words.deny or words.no_part.search(statement.content) is not None


def _blaming(blame: Claim, who: WhoIsWho) -> str:
    return who.label_of(blame.actors[0]) if isinstance(blame, Event) and blame.actors else _voice(blame, who)


def _blame_of(denial: Statement | Event, claims: list[Claim], who: WhoIsWho, documents: Mapping[str, Document]) -> Claim | None:
    """An accusation in another report of the week against who denies, or against those for whom he speaks or of whom he denies it, on a matter with the
    same names."""
    denier = _asserter_key(denial, who)
    doers = {stem(w) for a in denial.actors for name in who.called(a) for w in name} - worn() if isinstance(denial, Event) else set[str]()
    own = _standing_for(denial, claims, who) | doers
    for claim in claims:
        if claim.document == denial.document or not isinstance(claim, Event) or not _is_blame(claim) or not _in_reach(denial, claim, documents):
            continue
        accused = {who.entity_of(a) for a in claim.recipients}
        named = {stem(w) for a in claim.recipients for w in name_words(who.label_of(a))} - worn()
        told_of = denier in accused or named & own or _is_named_in(denier, claim.evidence[0].exact, who)
        if denier not in _blamers(claim, who) and told_of and _akin(denial, claim, documents):
            return claim
    return None


def _is_passed_on(statement: Statement) -> bool:
    """Is its speaker an agency or outlet, which quotes others and asserts nothing itself in quotation marks, nor denies?"""
    speaker = statement.attribution.asserter
    return speaker is not None and statement.attribution.mode != "outlet" and ((speaker.actor or "") in carriers() or plain(speaker.label) in carriers())


def _is_named_in(key: str, words: str, who: WhoIsWho) -> bool:
    """Does somebody's whole name stand in some words ("blamed a group known as the Lake Front")?"""
    entity, folded = who.somebodies.get(key), plain(words)
    names = [bare_name(n) for n in entity.names] if entity is not None else []
    return any(set(name_words(n)) - worn() or len(n.split()) > 1 for n in names if re.search(rf"\b{re.escape(n)}\b", folded))


def _standing_for(statement: Claim, claims: list[Claim], who: WhoIsWho) -> set[str]:
    """The stems of the names of a speaker and of what he is called ("spokesman of the Lake Front")."""
    speaker = _asserter_key(statement, who)
    titles = [f"{c.title or ''} {c.of or ''}" for c in claims if isinstance(c, Role) and who.entity_of(c.person) == speaker]
    return {stem(w) for told in (_voice(statement, who), *titles) for w in name_words(told)} - worn()


def _akin(a: Claim, b: Claim, documents: Mapping[str, Document]) -> bool:
    """Do the two reports share a name that is not everywhere?"""
    return bool((capitals(documents[a.document].text) & capitals(documents[b.document].text)) - worn())


def _framing(statements: list[Statement], denied: list[Dispute]) -> set[str]:
    """The ids of statements in which a denied event stands that is already told of."""
    events = [d.claims[0] for d in denied]
    return {s.id for s in statements for e in events if _overlap(s, e)}


def _in_reach(denial: Claim, claim: Claim, documents: Mapping[str, Document]) -> bool:
    """Can a denial be of this claim at all: on the same pages of one text, or in reports of one week that both have a date?"""
    if denial.document == claim.document:
        return abs(denial.evidence[0].start - claim.evidence[0].start) <= PAGES
    days = [documents[c.document].said for c in (denial, claim)]
    dated = [t for t in days if t is not None and t.first_day and t.last_day]
    return len(dated) == 2 and all(_days(t) <= WEEK for t in dated) and dated[0].widened(WEEK).overlaps(dated[1])


def _days(time: Time) -> int:
    return (time.last_day - time.first_day).days if time.first_day and time.last_day else WEEK + 1


def _blame_before(denial: Statement | Event, claims: list[Claim], who: WhoIsWho) -> Claim | None:
    """The nearest accusation by another voice shortly before a denial, as reports set them: the blame, then the answer."""
    start = denial.evidence[0].start
    near = [c for c in claims if c.document == denial.document and 0 < start - c.evidence[0].start <= NEAR and _is_blame(c) and not _overlap(c, denial)]
    denier = _asserter_key(denial, who)
    return next((c for c in reversed(near) if denier not in _blamers(c, who)), None)


def _blamers(claim: Claim, who: WhoIsWho) -> set[str]:
    """The keys of those who blame: who says it, and whom the report tells of as blaming."""
    return {_asserter_key(claim, who), *(who.entity_of(a) for a in (claim.actors if isinstance(claim, Event) else ()))}


def _is_blame(claim: Claim) -> bool:
    if isinstance(claim, Statement):
        return claim.act in lexicon().statements.accuse
    return isinstance(claim, Event) and claim.act in lexicon().statements.accuse and claim.status in TOLD


def _answers(denial: Statement, claim: Claim, who: WhoIsWho) -> bool:
    """Does a denial deny what this claim says? Most of its meaning words must be there, and another voice must say so as a fact."""
    if not isinstance(claim, Statement | Event) or _overlap(denial, claim) or _asserter_key(claim, who) == _asserter_key(denial, who):
        return False
    if isinstance(claim, Statement) and claim.mode == "direct" and _is_passed_on(claim):
        return False
    if isinstance(claim, Event):
        words, fact = claim.evidence[0].exact, claim.status in TOLD
    else:
        words, fact = claim.content, claim.act not in lexicon().statements.deny
    if not fact or len(content(denial.content) & content(words)) < 2 or held_in(denial.content, words) < ANSWERS:
        return False
    if lexicon().statements.negating.search(words):
        return False  # it says the same as the denial
    own = ONESELF.search(denial.evidence[0].exact) or lexicon().statements.no_part.search(denial.evidence[0].exact)
    return not own or _names(claim, words, denial, who)  # that the quay was shelled is not that he shelled it


def _names(claim: Claim, words: str, denial: Statement, who: WhoIsWho) -> bool:
    """Does a claim speak of who denies, by a word of his name or as a doer?"""
    doers = claim.actors if isinstance(claim, Event) else ()
    asserter = denial.attribution.asserter
    if asserter is not None and share(doers, (asserter,), who):
        return True
    own = {stem(w) for w in name_words(_voice(denial, who))} - worn()
    return bool(own & set(stems(words)))


def _overlap(a: Claim, b: Claim) -> bool:
    first, second = a.evidence[0], b.evidence[0]
    return a.document == b.document and first.start < second.end and second.start < first.end


def _names_in(text: str, who: WhoIsWho) -> set[str]:
    """Entities whose name stands in a text as whole words."""
    folded = plain(text)
    names = ((e.key, plain(n)) for e in who.somebodies.values() for n in e.names if n != n.lower())
    return {key for key, name in names if name in folded and re.search(rf"\b{re.escape(name)}\b", folded)}


def _accusations(statements: list[Statement], events: list[Event], who: WhoIsWho) -> dict[tuple[str, str], list[Claim]]:
    """(accuser, accused) -> the claims that say so."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for event in events:
        if _is_blame(event):
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
    sides = {key: _side(key, who) for pair in held for key in pair}
    for (a, b), (c, d) in combinations(sorted(held), 2):
        if _one_side(a, d, sides) and _one_side(b, c, sides) and not _one_side(a, b, sides):
            names = tuple(sorted(who.somebodies[k].label if k in who.somebodies else k for k in (a, c)))
            claims = sorted({*held[(a, b)], *held[(c, d)]}, key=lambda x: (x.document, x.evidence[0].start, x.id))
            yield Dispute("each_accuses", tuple(claims), names, f"{names[0]} and {names[1]} each accuse the other")


def _side(key: str, who: WhoIsWho) -> frozenset[str]:
    """The words by which a side may be known: those of its names that few others bear ("Roe’s forces" and "Roe’s Lake Army")."""
    names = (*who.somebodies[key].names, *who.bodies.get(key, ())) if key in who.somebodies else (key,)
    return frozenset(stem(w) for n in names for w in name_words(n)) - {stem(w) for w in worn()} - {stem(w) for w in lexicon().names.members}


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
            alike = fuzz.ratio(plain(a.content), plain(b.content))
            if a.document != b.document and DRAFT <= alike < VERBATIM and not (_within(a, b) or _within(b, a)):
                name = who.label_of(a.speaker or Actor("somebody"))
                yield Dispute("words_differ", (a, b), (name,), f"two reports give {name} different words")


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
    return fuzz.partial_ratio(plain(a.content).strip('"“” ,.'), plain(b.content).strip('"“” ,.')) >= VERBATIM


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
            voice = who.label_of(doer) if doer else _voice(claim, who)
            yield Dispute("retracted", (claim,), (voice,), f"{voice} takes back what was said")


def _within_denials(statements: Iterable[Statement], claims: Iterable[Claim]) -> frozenset[str]:
    """The ids of events told as done in words that somebody denies: what stands inside a denial is not told as a fact."""
    denied: dict[str, list[Evidence]] = defaultdict(list)
    for statement in statements:
        if statement.act in lexicon().statements.deny and lexicon().statements.negating.search(statement.content) is None:
            denied[statement.document].append(statement.evidence[0])
    told = (c for c in claims if isinstance(c, Event) and c.status in TOLD and c.type not in OF_SPEECH)
    return frozenset(c.id for c in told if any(e.covers(c.evidence[0]) for e in denied[c.document]))


def _once(found: Iterable[Dispute], stories: Mapping[str, tuple[str, ...]]) -> list[Dispute]:
    """Disputes without those that a copy of a story tells again in the same words; its claims are added to the first."""
    made: dict[tuple[object, ...], Dispute] = {}
    for dispute in found:
        head = dispute.claims[0]
        key = (dispute.kind, dispute.parties, stories.get(head.document, (head.document,))[0], plain(head.evidence[0].exact))
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
    within = _within_denials(statements, held)
    held = [c for c in held if c.id not in within]
    events = [c for c in held if isinstance(c, Event)]
    told_of = [replace(h, tellings=tuple(t for t in h.tellings if t.id not in within)) for h in found]
    denied = list(_denied_events(told_of, held, who, documents))
    every = [
        *denied,
        *_doers_differ(told_of, who),
        *_denying_statements(statements, held, who, _framing(statements, denied), documents),
        *_each_accuses(statements, events, who),
        *_words_differ(statements, who),
        *_retracted(held, who, documents),
    ]
    return _once(every, stories)
