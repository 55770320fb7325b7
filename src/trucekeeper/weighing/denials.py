"""Statements that deny what another tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from trucekeeper.model.claims import Actor, Claim, Event, Statement
from trucekeeper.model.document import Document, Evidence
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.blame import (
    NEAR,
    PAGES,
    TOLD,
    accused_words,
    accuses,
    asserter_key,
    blame_before,
    blame_in_text,
    blame_of,
    blamers,
    blaming,
    harm_before,
    in_reach,
    is_blame,
    laid_before,
    voice_of,
)
from trucekeeper.weighing.carriers import carriers
from trucekeeper.weighing.doers import share
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.grounds import crossing
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import content, held_in, stem, stems
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.sentences import CALENDAR, sentence
from trucekeeper.weighing.words import verb_of

DisputeKind = Literal["denied", "each_accuses", "doers_differ", "words_differ", "retracted"]
ANSWERS = 0.6  # share of a denial’s meaning words that a claim has too, from which it is a denial of that claim
ONESELF = re.compile(
    r"\b(?:(?:it|its|they|their|we|our|us|I|my|he|his|she|her)\b|den(?:y|ied|ies|ying) (?:\w+ly )?\w+ing\b)"
)  # in a denial: of one's own doing
NAMED = re.compile(r"\b[A-Z][\w.-]*")
OF_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT"})  # acts of speech: that somebody did not say so is not told of here
TURNED_DOWN = "refusal"  # of a charge or claim it is a denial
TURNING_DOWN = "REJECT"  # the kind of act: who turned a charge down said nothing that another could deny
REFUSAL = "rejection"  # the speech act of who turns a thing down, which need not be an accusation


@dataclass(frozen=True, slots=True)
class Dispute:
    """`claims` in the order in which `reason` speaks of them."""

    kind: DisputeKind
    claims: tuple[Claim, ...]
    parties: tuple[str, ...]
    reason: str


def denying_statements(statements: list[Statement], claims: list[Claim], who: WhoIsWho, told: set[str], documents: Mapping[str, Document]) -> Iterator[Dispute]:
    """Statements that deny, each with the claim that it answers; where nobody asserts it in this record, that is said too."""
    for denial in (s for s in statements if _is_denial(s, documents) and s.id not in told and not _is_passed_on(s)):
        if (beside := _in_its_sentence(denial, claims, who, documents)) is not None:
            voice, other = voice_of(denial, who), blaming(beside, who)
            yield Dispute("denied", (denial, beside), (voice, other), f"{denies(voice)} what {other} {verb_of(other, 'says', 'say')}")
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
        yield Dispute("denied", (denial, harm), (voice, other), f"{denies(voice)} what {other} {verb_of(other, 'says', 'say')}")
        return
    no_part = _takes_no_part(denial)
    here = blame_in_text(denial, claims, who)
    if here is not None:
        other = blaming(here, who)
        yield Dispute("denied", (denial, here), (voice, other), f"{denies(voice)} what {accuses(here, who)} {accused_words(here, who)} of")
        return
    blame = (laid_before(denial, claims, who, documents) or blame_of(denial, claims, who, documents)) if no_part else None
    answered = next((c for c in claims if _answers(denial, c, who) and in_reach(denial, c, documents)), None) if blame is None else None
    if answered is not None and is_blame(answered):
        other = blaming(answered, who)
        yield Dispute("denied", (denial, answered), (voice, other), f"{denies(voice)} what {accuses(answered, who)} {accused_words(answered, who)} of")
    elif answered is not None:
        other = voice_of(answered, who)
        yield Dispute("denied", (denial, answered), (voice, other), f"{denies(voice)} what {other} {verb_of(other, 'says', 'say')}")
    elif blame is None and (before := blame_before(denial, claims, who)) is not None:
        other = blaming(before, who)
        yield Dispute("denied", (denial, before), (voice, other), f"{denies(voice)}, after {accuses(before, who)} in the same report")
    elif blame is not None and not is_blame(blame):
        other = voice_of(blame, who)
        yield Dispute("denied", (denial, blame), (voice, other), f"{denies(voice)} what {other} {verb_of(other, 'says', 'say')}")
    elif (blame := blame or (blame_of(denial, claims, who, documents) if denial.act != REFUSAL else None)) is not None:
        other = blaming(blame, who)
        yield Dispute("denied", (denial, blame), (voice, other), f"{denies(voice)}; {accuses(blame, who)}, in another report of the week")
    elif content(denial.content) and denial.act in lexicon().statements.deny:
        yield Dispute("denied", (denial,), (voice,), f"{denies(voice)}, and nobody in this record is found to assert it")


def _takes_no_part(denial: Statement) -> bool:
    """Does somebody say that he had nothing to do with it ("denied responsibility, saying that …": the first clause alone)?"""
    words = denial.evidence[0].exact
    found = lexicon().statements.no_part.search(words)
    return found is not None and found.end() > words.find(denial.content)


def denies(voice: str) -> str:
    """Who denies, with the verb."""
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
    facts = (
        c
        for c in claims
        if (isinstance(c, Event) and c.status in TOLD and c.type != TURNING_DOWN) or (isinstance(c, Statement) and c.act not in lexicon().statements.deny)
    )
    before = [c for c in facts if c.document == denial.document and 0 < start - c.evidence[0].end <= PAGES and denier not in blamers(c, who)]
    theirs = _names_told(denial) - content(voice)
    near = [c for c in before if start - c.evidence[0].end <= NEAR]
    if theirs:
        near = [c for c in before if is_blame(c) and any(theirs & content(" ".join(name)) for a in _who_tells(c) for name in who.called(a))]
    if near:
        last = max(near, key=lambda c: (is_blame(c), c.evidence[0].end, -c.evidence[0].start, c.id))
        if is_blame(last) or asserter_key(last, who) != last.document:
            other = blaming(last, who)
            yield Dispute("denied", (denial, last), (voice, other), f"{denies(voice)} what {other} {verb_of(other, 'says', 'say')}")


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
    if statement.act == TURNED_DOWN and words.appended.search(document.text, *sentence(document, main.start, main.end)):
        return True  # "a charge rejected by the government"
    return statement.act in words.deny or words.echoing.search(main.exact) is not None or _takes_no_part(statement)


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
