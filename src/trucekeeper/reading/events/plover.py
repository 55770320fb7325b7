"""PLOVER's own convention: cooperation that is still ahead is AGREE, hostility that is only announced is THREATEN, a call is REQUEST, a refusal REJECT."""

from __future__ import annotations

from trucekeeper.model.claims import PloverType, Status
from trucekeeper.reading.events.lexicon import Act, kinds

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "AGREE"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def plover_of(act: Act, status: Status) -> PloverType:
    """The root of an act with a status, as PLOVER 2.0 codes it."""
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
        return "AGREE" if act.plover in COOPERATIVE else "THREATEN"
    if act.name == "begin ceasefire" and status == "happened":
        return "RETREAT"
    return act.plover
