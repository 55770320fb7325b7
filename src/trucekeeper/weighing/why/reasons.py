"""What an explanation is made of, and the reasons that claims of every kind share: whose word, and whether the reports are copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from trucekeeper.model.claims import Actor, Claim
from trucekeeper.model.judgement import Judgement
from trucekeeper.weighing.copies import Copy
from trucekeeper.weighing.entities import actors_of
from trucekeeper.weighing.judged import identities
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import day_words

Speaks = Literal["for", "against", "neither"]
COPIED = {"exact": "run the same text", "near": "run one story, edited", "cut": "run one story, one of them shorter", "quotes": "share long passages"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One matter that was looked at ("date", "place" …), and whether it speaks for one thing, against it, or does not tell."""

    matter: str
    speaks: Speaks
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """What would make it otherwise, tried out on these claims; `command` is how a person says so (with RECORD and NAME to fill in), where one can."""

    words: str
    command: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """`together` is None where two claims are not set against each other at all. `relation` names what they are to each other, `decided` what decided it."""

    together: bool | None
    relation: str
    decided: str
    reasons: tuple[Reason, ...] = ()
    people: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def carried(a: Claim, b: Claim, known: Weighed) -> Iterator[Reason]:
    """Whose word each is, and what the reports have in common; it says how independent two tellings are, and seldom whether they are of one thing."""
    first, second = known.origin(a), known.origin(b)
    if first.key == second.key:
        yield Reason("origin", "neither", f"one origin: {first.name} ({first.kind})")
    else:
        yield Reason("origin", "neither", f"two origins: {first.name} ({first.kind}) and {second.name} ({second.kind})")
    if a.document == b.document:
        yield Reason("report", "neither", "both stand in one report")
    else:
        copy = copy_of(a.document, b.document, known)
        story = b.document in known.stories.get(a.document, ())
        words = f"the reports {COPIED[copy.relation]}: {copy.reason}" if copy else "the reports run one story, by way of others" if story else "no copies"
        yield Reason("copy", "neither", words)


def copy_of(first: str, second: str, known: Weighed) -> Copy | None:
    return next((c for c in known.copies if {c.first, c.second} == {first, second}), None)


def people_on(claims: tuple[Claim, ...], known: Weighed) -> tuple[str, ...]:
    """What people judged of some claims, and of the names in them."""
    ids = {c.id for c in claims}
    keys = {a.key for c in claims for a in actors_of(c)}
    told = [judged_words(j) for j in known.judgements if j.subject in ids]
    told += [judged_words(j) for pair, j in sorted(identities(known.judgements).items(), key=lambda item: (item[1].at, item[1].id)) if pair & keys]
    return tuple(dict.fromkeys(told))


def judged_words(judgement: Judgement) -> str:
    what = f"{judgement.subject} {judgement.verdict}{f' {judgement.other}' if judgement.other else ''}"
    return f"{day_words(judgement.at)}: {judgement.by}: {what}{f' ({judgement.reason})' if judgement.reason else ''}"


def names(actors: tuple[Actor, ...], known: Weighed) -> str:
    """Names as written, with the entity's where that is another."""
    told = []
    for actor in actors:
        label = known.who.label_of(actor)
        told.append(actor.label if label == actor.label else f"{actor.label} (taken for {label})")
    return ", ".join(told)
