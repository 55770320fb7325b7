"""What one denies and another tells: events told as not done, and statements that deny."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from trucekeeper.model.claims import Actor, Claim, Event, Statement
from trucekeeper.model.document import Document, Evidence
from trucekeeper.weighing.armies import of_one_army
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.blame import (
    NEAR,
    PAGES,
    TOLD,
    accused_words,
    accuses,
    asserter_key,
    blame_before,
    blame_of,
    blamers,
    blaming,
    denier_of_a_part,
    harm_before,
    in_reach,
    is_blame,
    tells_of_himself,
    voice_of,
    whose_they_are,
)
from trucekeeper.weighing.carriers import carriers
from trucekeeper.weighing.doers import by_others, is_name, share
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.grounds import crossing
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.kinds import is_hostile, one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import content, held_in, stem, stems
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.sentences import CALENDAR, sentence
from trucekeeper.weighing.tellings import HARM
from trucekeeper.weighing.words import verb_of

DisputeKind = Literal["denied", "each_accuses", "doers_differ", "words_differ", "retracted"]
ANSWERS = 0.6  # share of a denial’s meaning words that a claim has too, from which it is a denial of that claim
ONESELF = re.compile(
    r"\b(?:(?:it|its|they|their|we|our|us|I|my|he|his|she|her)\b|den(?:y|ied|ies|ying) (?:\w+ly )?\w+ing\b)"
)  # in a denial: of one's own doing
UNABLE = re.compile(
    r"\b(?:can(?:not| not|[’']t)|could(?: not|n[’']t)|unable to|not yet|yet to)\b|not \w+ yet\b|[\"“]\s*(?:[Dd]o not|[Dd]on[’']t|[Nn]ever)\b"
)  # "Don't shoot"; what is not yet done may be
NOBODY = re.compile(r"no (?=\w)", re.IGNORECASE)
NAMED = re.compile(r"\b[A-Z][\w.-]*")
LEAD = 15  # characters before a clause in which such a word may stand
OF_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT"})  # acts of speech: that somebody did not say so is not told of here
REFUSAL = "rejection"  # the speech act of who turns a thing down, which need not be an accusation


@dataclass(frozen=True, slots=True)
class Dispute:
    """`claims` in the order in which `reason` speaks of them."""

    kind: DisputeKind
    claims: tuple[Claim, ...]
    parties: tuple[str, ...]
    reason: str


def denied_events(found: list[Happening], claims: list[Claim], who: WhoIsWho, documents: Mapping[str, Document]) -> Iterator[Dispute]:
    """Denied events, each with those who tell it as done by the one of whom it is denied, and those who accuse him of it.

    Who denies a part in what he does not deny to have happened stands only against those who lay it on him.
    What is told without a doer stands against the denial only where somebody blames the denier: that a town was shelled is not that he shelled it.
    """
    by_text = _by_text(found)
    for happening in found:
        for denial in (t for t in happening.tellings if _is_denied(t, documents)):
            part = () if denial.actors else denier_of_a_part(denial, documents)
            doers = (*(denial.actors or part), *whose_they_are(denial, documents[denial.document]))
            blame = blame_of(denial, claims, who, documents) or blame_before(denial, claims, who) if denial.type == "ASSAULT" else None
            told = [t for t in happening.tellings if _is_told(t, denial) and not _came_later(t, denial, happening, documents)]
            others = [t for t in told if not _is_own(t, denial, who) and _is_of_its_object(t, denial, who)]
            others = [t for t in others if (share(t.actors, part, who) if part else _is_laid_on(t, denial, doers, who, blamed=blame is not None))]
            such = (t for t in by_text.get(denial.document, ()) if t not in others and _is_such_an_act(t, denial, documents, who))
            others += [t for t in such if not _is_own(t, denial, who)]
            if others or blame is not None:
                voices = tuple(dict.fromkeys([voice_of(denial, who), *(voice_of(t, who) for t in others)]))
                reason = _told_of(voices, blame, who)
                if blame is not None:
                    voices = tuple(dict.fromkeys([*voices, blaming(blame, who)]))
                yield Dispute("denied", (denial, *others, *((blame,) if blame is not None else ())), voices, reason)


def _told_of(voices: tuple[str, ...], blame: Claim | None, who: WhoIsWho) -> str:
    """What the first voice denies: what the others tell, and what somebody accuses him of."""
    others = voices[1:]
    told = f"what {', '.join(others) or 'the report'} {'tell' if len(others) > 1 else verb_of(others[0] if others else '', 'tells', 'tell')}"
    accused = f"what {accuses(blame, who)} {accused_words(blame, who)} of" if blame is not None else ""
    return f"{_denies(voices[0])} {' and '.join(filter(None, (told if others or blame is None else '', accused)))}"


def _is_of_its_object(told: Event, denial: Event, who: WhoIsWho) -> bool:
    """Has a telling a word of what the denial says was not done to whom ("denied targeting civilians")? That there was an attack is not denied by that."""
    act = stems(denial.trigger.exact)[:1] if denial.trigger is not None else []
    doers = {stem(w) for a in denial.actors for name in who.called(a) for w in name}
    object_ = content(" ".join(a.name for a in denial.recipients)) - set(act) - doers
    words = content(" ".join([told.evidence[0].exact, *(a.label for a in told.recipients), told.place.name if told.place else ""]))
    if denial.act in HARM and (heads := [NOBODY.sub("", a.name).rsplit(" ", 1)[-1] for a in denial.recipients if NOBODY.match(a.name)]):
        return bool(content(" ".join(heads)) & words)  # "no prison guards were killed"
    if not object_ or object_ & words or told.document == denial.document or (denial.place and told.place):
        return True
    wave = lexicon().events.waves | lexicon().events.spells
    return not told.recipients and told.place is None and not wave & set(plain(told.evidence[0].exact).split())


def _is_denied(event: Event, documents: Mapping[str, Document]) -> bool:
    """Is it told as not done, in a sentence that denies or negates? Of an act of speech that is not told of here, nor of what is forbidden or cannot be."""
    if event.status != "denied" or (event.type in OF_SPEECH and not is_hostile(event)):
        return False
    document, main, words = documents[event.document], event.evidence[0], lexicon().statements
    act = event.trigger.start if event.trigger is not None else main.end
    if UNABLE.search(document.text, max(0, main.start - LEAD), act):
        return False
    first, last = sentence(document, main.start, main.end)
    return words.denying.search(document.text, first, last) is not None or words.negating.search(document.text, first, last) is not None


def _is_laid_on(told: Event, denial: Event, doers: tuple[Actor, ...], who: WhoIsWho, *, blamed: bool) -> bool:
    """Does a telling lay the denied act on those of whom it is denied, on some who may be they ("gunmen"), or on nobody by name while others blame them?"""
    if not doers or share(told.actors, doers, who):
        return True
    if (told.act in HARM and told.act != denial.act) or tells_of_himself(told, who):
        return False
    unnamed = told.act == denial.act and bool(told.actors) and all(_is_unnamed(a, told) for a in told.actors) and any(map(is_name, doers))
    return (blamed or unnamed) and not by_others(told.actors, doers, who)


def _is_unnamed(doer: Actor, told: Event) -> bool:
    """Are they some people without a name, and neither an office nor a kind of act ("terrorist attacks")?"""
    phrase = rf"\b(?:an?|the|this|that) {re.escape(doer.label)} {re.escape(told.trigger.exact)}" if told.trigger is not None else "$^"
    kind = re.search(phrase, told.evidence[0].exact, re.IGNORECASE) is not None
    several = doer.label.endswith(("s", "men"))
    return several and not kind and not is_name(doer) and not set(name_words(doer.label)) & worn()


def _by_text(found: Iterable[Happening]) -> dict[str, list[Event]]:
    held: dict[str, list[Event]] = defaultdict(list)
    for happening in found:
        for telling in happening.tellings:
            held[telling.document].append(telling)
    return {d: sorted(events, key=lambda e: (e.evidence[0].start, e.id)) for d, events in held.items()}


def _is_own(told: Event, denial: Event, who: WhoIsWho) -> bool:
    """Does the denier himself tell it, or (in one voice with others) the one of whom it is denied?"""
    asserter = told.attribution.asserter
    if asserter_key(told, who) == asserter_key(denial, who) or of_one_army(asserter, denial.attribution.asserter, who):
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


def denying_statements(statements: list[Statement], claims: list[Claim], who: WhoIsWho, told: set[str], documents: Mapping[str, Document]) -> Iterator[Dispute]:
    """Statements that deny, each with the claim that it answers; where nobody asserts it in this record, that is said too."""
    for denial in (s for s in statements if _is_denial(s, documents) and s.id not in told and not _is_passed_on(s)):
        if (beside := _in_its_sentence(denial, claims, who, documents)) is not None:
            voice, other = voice_of(denial, who), blaming(beside, who)
            yield Dispute("denied", (denial, beside), (voice, other), f"{_denies(voice)} what {other} {verb_of(other, 'says', 'say')}")
        else:
            yield from _of_what_was_said(denial, claims, who) if _is_echo(denial) else _of_a_matter(denial, claims, who, documents)


def _in_its_sentence(denial: Statement, claims: list[Claim], who: WhoIsWho, documents: Mapping[str, Document]) -> Claim | None:
    """What another voice says in the main clause, where the denial is only appended to it ("Orrin blames Tavel for the fire, which Tavel denies")."""
    document, main, denier = documents[denial.document], denial.evidence[0], asserter_key(denial, who)
    first, last = sentence(document, main.start, main.end)
    appended = lexicon().statements.appended.search(document.text, first, last)
    if appended is None or appended.end() < main.start:
        return None
    here = [c for c in claims if c.document == denial.document and first <= c.evidence[0].start < appended.start() and c is not denial]
    told = [
        c
        for c in here
        if ((isinstance(c, Event) and c.status in TOLD) or (isinstance(c, Statement) and c.act not in lexicon().statements.deny))
        and denier not in blamers(c, who)
    ]
    return min(told, key=lambda c: (not is_blame(c), not isinstance(c, Statement), c.evidence[0].start, c.id), default=None)


def _of_a_matter(denial: Statement, claims: list[Claim], who: WhoIsWho, documents: Mapping[str, Document]) -> Iterator[Dispute]:
    voice = voice_of(denial, who)
    if (harm := harm_before(denial, claims, who)) is not None:
        other = voice_of(harm, who)
        yield Dispute("denied", (denial, harm), (voice, other), f"{_denies(voice)} what {other} {verb_of(other, 'says', 'say')}")
        return
    no_part = lexicon().statements.no_part.search(denial.content) is not None
    blame = blame_of(denial, claims, who, documents) if no_part else None
    answered = next((c for c in claims if _answers(denial, c, who) and in_reach(denial, c, documents)), None) if blame is None else None
    if answered is not None:
        other = voice_of(answered, who)
        yield Dispute("denied", (denial, answered), (voice, other), f"{_denies(voice)} what {other} {verb_of(other, 'says', 'say')}")
    elif blame is None and (before := blame_before(denial, claims, who)) is not None:
        other = blaming(before, who)
        yield Dispute("denied", (denial, before), (voice, other), f"{_denies(voice)}, after {accuses(before, who)} in the same report")
    elif (blame := blame or (blame_of(denial, claims, who, documents) if denial.act != REFUSAL else None)) is not None:
        other = blaming(blame, who)
        yield Dispute("denied", (denial, blame), (voice, other), f"{_denies(voice)}; {accuses(blame, who)}, in another report of the week")
    elif content(denial.content) and denial.act in lexicon().statements.deny:
        yield Dispute("denied", (denial,), (voice,), f"{_denies(voice)}, and nobody in this record is found to assert it")


def _denies(voice: str) -> str:
    return f"{voice} {verb_of(voice, 'denies', 'deny')}"


@cache
def echo_stems() -> frozenset[str]:
    """The stems of nouns for what somebody has said."""
    return frozenset(stem(w) for w in lexicon().statements.echoes)


def _is_echo(denial: Statement) -> bool:
    """Does it only deny what was said before ("denied this", "called the claim a fabrication", "denied Orrin’s accusations")?"""
    if lexicon().statements.echoing.search(denial.evidence[0].exact) is not None:
        return True
    words = content(denial.content)
    return bool(words & echo_stems()) and words - echo_stems() <= _names_told(denial)


def _names_told(denial: Statement) -> frozenset[str]:
    """The stems of the names in what is denied: whose claim it is."""
    return content(" ".join(NAMED.findall(denial.content)))


def _of_what_was_said(denial: Statement, claims: list[Claim], who: WhoIsWho) -> Iterator[Dispute]:
    """The last thing that another voice told as a fact before, in the same passage; of one whose claim is named, his last accusation of the text."""
    start, denier, voice = denial.evidence[0].start, asserter_key(denial, who), voice_of(denial, who)
    facts = (c for c in claims if (isinstance(c, Event) and c.status in TOLD) or (isinstance(c, Statement) and c.act not in lexicon().statements.deny))
    before = [c for c in facts if c.document == denial.document and 0 < start - c.evidence[0].end <= PAGES and denier not in blamers(c, who)]
    theirs = _names_told(denial) - content(voice)
    near = [c for c in before if start - c.evidence[0].end <= NEAR]
    if theirs:
        near = [c for c in before if is_blame(c) and any(theirs & content(" ".join(name)) for a in _who_tells(c) for name in who.called(a))]
    if near:
        last = max(near, key=lambda c: (c.evidence[0].end, -c.evidence[0].start, c.id))
        if is_blame(last) or asserter_key(last, who) != last.document:
            other = blaming(last, who)
            yield Dispute("denied", (denial, last), (voice, other), f"{_denies(voice)} what {other} {verb_of(other, 'says', 'say')}")


def _who_tells(claim: Claim) -> tuple[Actor, ...]:
    """Who says it, and who is told of as blaming."""
    asserter = claim.attribution.asserter
    return (*((asserter,) if asserter is not None else ()), *(claim.actors if isinstance(claim, Event) else ()))


def _is_denial(statement: Statement, documents: Mapping[str, Document]) -> bool:
    words, document, main = lexicon().statements, documents[statement.document], statement.evidence[0]
    if words.undecided.search(document.text, *sentence(document, main.start, main.end)):
        return False  # "did not confirm or deny"
    asserter = statement.attribution.asserter
    if asserter is not None and all(w in CALENDAR or w.isdigit() for w in name_words(asserter.label)):
        return False  # a day denies nothing
    return statement.act in words.deny or words.echoing.search(main.exact) is not None or words.no_part.search(statement.content) is not None


def _is_passed_on(statement: Statement) -> bool:
    """Is its speaker an agency or outlet, which quotes others and asserts nothing itself in quotation marks, nor denies?"""
    speaker = statement.attribution.asserter
    return speaker is not None and statement.attribution.mode != "outlet" and ((speaker.actor or "") in carriers() or plain(speaker.label) in carriers())


def framing(statements: list[Statement], denied: list[Dispute]) -> set[str]:
    """The ids of statements in which a denied event stands that is already told of."""
    events = [d.claims[0] for d in denied]
    return {s.id for s in statements for e in events if crossing(s, e)}


def _answers(denial: Statement, claim: Claim, who: WhoIsWho) -> bool:
    """Does a denial deny what this claim says? Most of its meaning words must be there, and another voice must say so as a fact."""
    if not isinstance(claim, Statement | Event) or crossing(denial, claim) or asserter_key(claim, who) == asserter_key(denial, who):
        return False
    if isinstance(claim, Statement) and claim.mode == "direct" and _is_passed_on(claim):
        return False
    if isinstance(claim, Event):
        words, fact = claim.evidence[0].exact, claim.status in TOLD
    else:
        words, fact = claim.content, claim.act not in lexicon().statements.deny
    own = {stem(w) for w in name_words(voice_of(denial, who))} - worn()
    if is_blame(claim) and own & {stem(w) for w in name_words(blaming(claim, who))}:
        return False  # whom his own side accuses
    matter = content(denial.content) - echo_stems()
    if not fact or len(matter & content(words)) < 2 or held_in(denial.content, words) < ANSWERS:
        return False
    if lexicon().statements.negating.search(words):
        return False  # it says the same as the denial
    oneself = ONESELF.search(denial.evidence[0].exact) or lexicon().statements.no_part.search(denial.evidence[0].exact)
    return not oneself or _names(claim, words, denial, who)  # that the quay was shelled is not that he shelled it


def _names(claim: Claim, words: str, denial: Statement, who: WhoIsWho) -> bool:
    """Does a claim speak of who denies, by a word of his name or as a doer?"""
    doers = claim.actors if isinstance(claim, Event) else ()
    asserter = denial.attribution.asserter
    if asserter is not None and share(doers, (asserter,), who):
        return True
    own = {stem(w) for w in name_words(voice_of(denial, who))} - worn()
    return bool(own & set(stems(words)))


def within_denials(statements: Iterable[Statement], claims: Iterable[Claim]) -> frozenset[str]:
    """The ids of events told as done in words that somebody denies: what stands inside a denial is not told as a fact."""
    denied: dict[str, list[Evidence]] = defaultdict(list)
    for statement in statements:
        if statement.act in lexicon().statements.deny and lexicon().statements.negating.search(statement.content) is None:
            denied[statement.document].append(statement.evidence[0])
    told = (c for c in claims if isinstance(c, Event) and c.status in TOLD and c.type not in OF_SPEECH)
    return frozenset(c.id for c in told if any(e.covers(c.evidence[0]) for e in denied[c.document]))
