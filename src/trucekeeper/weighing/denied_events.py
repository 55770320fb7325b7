"""Events told as not done, with those who tell them as done and those who accuse the denier of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from trucekeeper.model.claims import Actor, Claim, Event
from trucekeeper.model.document import Document
from trucekeeper.weighing.armies import of_one_army
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.blame import (
    TOLD,
    accused_words,
    accuses,
    asserter_key,
    blame_before,
    blame_of,
    blaming,
    denier_of_a_part,
    tells_of_himself,
    voice_of,
    whose_they_are,
)
from trucekeeper.weighing.denials import OF_SPEECH, Dispute, denies
from trucekeeper.weighing.doers import by_others, is_name, share
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.kinds import is_hostile, one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import content, stem, stems
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.tellings import HARM
from trucekeeper.weighing.words import verb_of

UNABLE = re.compile(
    r"\b(?:can(?:not| not|[’']t)|could(?: not|n[’']t)|unable to|not yet|yet to)\b|not \w+ yet\b|[\"“]\s*(?:[Dd]o not|[Dd]on[’']t|[Nn]ever)\b"
)  # "Don't shoot"; what is not yet done may be
NOBODY = re.compile(r"no (?=\w)", re.IGNORECASE)
LEAD = 15  # characters before a clause in which such a word may stand
NO_OTHER = "no other "  # "no other force can have done it" accuses, and denies nothing


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
    return f"{denies(voices[0])} {' and '.join(filter(None, (told if others or blame is None else '', accused)))}"


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
    if event.actors and all(a.label.casefold().startswith(NO_OTHER) for a in event.actors):
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
