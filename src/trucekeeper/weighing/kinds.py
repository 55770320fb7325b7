"""Kinds of acts: those by which reports tell of one thing in other words."""

from __future__ import annotations

from functools import cache

from trucekeeper.model.claims import Event
from trucekeeper.weighing.lexicon import lexicon

HOSTILE = "attack"  # the family of acts of which each side may tell as the other's

TALKS = "meet"  # of acts that may go on for days


@cache
def families(act: str) -> frozenset[str]:
    """The first of each list of acts that tell of one thing in other words ("attack": shelled, bombed, raided); none where an act is in no list."""
    return frozenset(acts[0] for acts in lexicon().events.alike if act in acts)


def is_hostile(event: Event) -> bool:
    return HOSTILE in families(event.act)


def is_of_talks(event: Event) -> bool:
    return TALKS in families(event.act)


def one_kind(a: Event, b: Event) -> bool:
    return a.act == b.act or bool(families(a.act) & families(b.act))


def kinds_of(event: Event) -> tuple[str, ...]:
    """The families of its act, or the act alone."""
    return tuple(sorted(families(event.act))) or (event.act or event.type,)
