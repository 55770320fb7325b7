"""PLOVER's own convention: cooperation that is still ahead is AGREE, hostility that is only announced is THREATEN, a call is REQUEST, a refusal REJECT."""

from __future__ import annotations

from trucekeeper.model.claims import PloverType, Status
from trucekeeper.reading.events.lexicon import Act, kinds

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "AGREE"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def plover_of(act: Act, status: Status, *, somebody: bool = True) -> PloverType | None:
    """The root of an act with a status, as PLOVER 2.0 codes it; None where it has none: harm that is ahead and that nobody is said to plan
    (without `somebody`) is no threat, for want of a threatener."""
    if act.plover in VERBAL:
        return act.plover
    if status == "denied":
        return "REJECT" if act.plover in COOPERATIVE else act.plover
    if status == "demanded":
        return "REQUEST"
    if status == "threatened":
        return "THREATEN"
    if act.name in kinds()["scheduled"]:
        return act.plover
    if status in {"planned", "proposed", "conditional"}:
        return "AGREE" if act.plover in COOPERATIVE else "THREATEN" if somebody else None
    if act.name == "begin ceasefire" and status == "happened":
        return "RETREAT"
    return act.plover
