"""Phases of an agreement out of what is said of their beginning, end and length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.definitions import defined
from trucekeeper.model.agreement import Phase
from trucekeeper.model.claims import Provision
from trucekeeper.model.time import Time

DURATION_ISSUE = "ceasefire duration"
SIGNATURE_ISSUE = "signature"
NEXT_PHASE = "next phase"  # an issue
NEXT = "next"  # the key of a phase that no number tells
Edge = Literal["begin", "end", "length"]
WORDS = {"begin": "beginning", "end": "end", "length": "length"}


@dataclass(frozen=True, slots=True)
class PhaseFact:
    """One telling of a phase's edge: `value` is a Time's range, or an ISO duration for a length."""

    phase: str | None
    edge: Edge
    value: str
    provision: Provision


def is_phase_fact(provision: Provision) -> bool:
    """Does it only date the agreement or a phase, or say how long it is?"""
    return provision.standing == "agreed" and provision.issue in {DURATION_ISSUE, SIGNATURE_ISSUE} and bool(facts_of(provision))


def facts_of(provision: Provision) -> list[PhaseFact]:
    """The edges that a provision about duration tells."""
    if provision.issue != DURATION_ISSUE or provision.anchor is None:
        return [PhaseFact(None, "begin", "", provision)] if provision.issue == SIGNATURE_ISSUE else []
    anchor = provision.anchor
    found = []
    when = Time.from_range(anchor.reference)
    if when is not None and (anchor.relation in {"from", "on"} or (anchor.relation == "during" and anchor.offset)):  # "for 90 days from 3 May"
        found.append(PhaseFact(provision.phase, "begin", when.as_range, provision))
    elif when is not None and anchor.relation in {"until", "by"}:
        found.append(PhaseFact(provision.phase, "end", when.as_range, provision))
    if anchor.relation in {"during", "until", "from"} and anchor.offset:
        found.append(PhaseFact(provision.phase, "length", anchor.offset, provision))
    return found


def all_facts(provisions: Iterable[Provision]) -> list[PhaseFact]:
    return [f for p in provisions if p.standing == "agreed" and p.issue == DURATION_ISSUE for f in facts_of(p)]


def chosen(facts: Sequence[PhaseFact]) -> str | None:
    """The value told last, then by most documents; the accounts that differ stand in the state of the phase."""
    if not facts:
        return None

    def weight(value: str) -> tuple[str, int, str]:
        told = [f.provision for f in facts if f.value == value]
        last = max((p.said.latest or "" if p.said else "") for p in told)
        return last[:10], len({p.document for p in told}), value

    return max({f.value for f in facts}, key=weight)


def edge_facts(facts: Iterable[PhaseFact], phase: str | None, edge: Edge) -> list[PhaseFact]:
    return [f for f in facts if f.phase == phase and f.edge == edge]


def phase_label(key: str) -> str:
    return f"phase {key}" if key.isdigit() else key


def running_time(provisions: Sequence[Provision]) -> Phase | None:
    """The agreement's own time as its only phase, where words say how long it is in force and from which day, signature or event."""
    told = [p for p in provisions if p.standing == "agreed" and p.issue == DURATION_ISSUE and p.phase is None and p.clause and p.anchor and p.anchor.offset]
    first = next((p for p in told if p.anchor and p.anchor.relation in {"during", "from"}), None)
    if first is None or first.anchor is None:
        return None
    begin = Time.from_range(first.anchor.reference)
    begin_from = replace(first.anchor, offset=None, relation="on") if begin is None and first.anchor.reference else None
    return Phase(
        id="whole", label="the whole agreement", number=1, begin=begin, begin_from=begin_from, length=first.anchor.offset,
        unknown={} if begin or begin_from else {"begin": "no words give its beginning"}, basis=tuple(dict.fromkeys(basis_of(p) for p in told)),
    )  # fmt: skip


def phases_of(provisions: Sequence[Provision]) -> Iterable[Phase]:
    """Every phase that any provision names, numbered ones first in their order."""
    keys = {p.phase for p in provisions if p.phase}
    facts = all_facts(provisions)
    for key in sorted(keys, key=lambda k: (not k.isdigit(), int(k) if k.isdigit() else 0, k)):
        edges = {edge: chosen(edge_facts(facts, key, edge)) for edge in ("begin", "end", "length")}
        told = [f.provision for f in facts if f.phase == key] or [p for p in provisions if p.phase == key][:1]
        text = defined(key, provisions)
        length = edges["length"] or text.length
        begin_from = text.begin_from if edges["begin"] is None else None
        end_from = text.end_from if edges["end"] is None and not (begin_from and length) else None
        if key == NEXT and not any(edges.values()):
            continue  # "talks on the next phase" name none
        given = {"begin": edges["begin"] or begin_from, "end": edges["end"] or end_from or (begin_from and length), "length": length}
        unknown = {name: f"no words give its {WORDS[name]}" for name, value in given.items() if value is None}
        if text.alternatives and given["begin"] is None:
            unknown["begin"] = f"clause {', '.join(text.alternatives)} gives more than one beginning"
        yield Phase(
            id=key,
            label=phase_label(key),
            number=int(key) if key.isdigit() else None,
            begin=Time.from_range(edges["begin"]),
            end=Time.from_range(edges["end"]),
            length=length,
            begin_from=begin_from,
            end_from=end_from,
            unknown=unknown,
            basis=tuple(dict.fromkeys((*text.basis, *(basis_of(p) for p in told)))),
        )


def once_told(provisions: Sequence[Provision]) -> list[Provision]:
    """Without a wish that the same words tell more closely: "an extension" within "an extension of the truce until mid-April"."""
    wishes: dict[tuple[str, str, str | None, str | None], list[Provision]] = {}
    for p in provisions:
        if p.standing != "agreed":
            wishes.setdefault((p.document, p.standing, p.phase, p.issue), []).append(p)
    return [p for p in provisions if not any(closer(other, p) for other in wishes.get((p.document, p.standing, p.phase, p.issue), ()))]


def closer(one: Provision, other: Provision) -> bool:
    """Does the one give a date and overlap the other, which gives none?"""
    first, second = one.evidence[0], other.evidence[0]
    return one is not other and one.anchor is not None and other.anchor is None and first.start < second.end and second.start < first.end
