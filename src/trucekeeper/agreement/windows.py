"""From an anchor to the days that it means under an agreement, with the sum by name; None where it cannot be reckoned."""

from __future__ import annotations

from collections.abc import Mapping

from trucekeeper.agreement.calculus import Duration, duration_words, shifted
from trucekeeper.model.agreement import Agreement, PhaseState, Term
from trucekeeper.model.claims import Anchor
from trucekeeper.model.time import Time

SIGNATURE, EFFECT = "signature", "entry into force"
OPEN = Time()


def window_of(term: Term, agreement: Agreement, phases: Mapping[str, PhaseState]) -> tuple[Time | None, str | None]:
    """The first and last day on which a term is to be done, and how that was reckoned."""
    if term.due is not None:
        return term.due, f"the words give {term.due.as_range}"
    if term.anchor is None:
        return None, None
    base = base_of(term.anchor, agreement, phases)
    return reckoned(term.anchor, base) if base is not None else (None, None)


def base_of(anchor: Anchor, agreement: Agreement, phases: Mapping[str, PhaseState]) -> Time | None:
    """The day or days that an anchor counts from."""
    if anchor.kind == "date":
        return Time.from_range(anchor.reference)
    if anchor.kind == "event":
        return {SIGNATURE: agreement.signed, EFFECT: agreement.effective}.get(anchor.reference or "")
    if anchor.kind == "phase" and anchor.reference:
        name, _, edge = anchor.reference.partition(":")
        phase = phases.get(name)
        if phase is None:
            return None
        if edge:
            return phase.begin if edge == "begin" else phase.end
        if anchor.offset or anchor.relation in {"from", "after"}:
            return phase.begin
        first, last = phase.begin, phase.end
        return Time(first.earliest if first else None, last.latest if last else None) if first or last else None
    return None


def reckoned(anchor: Anchor, base: Time) -> tuple[Time | None, str | None]:
    """The window of an anchor whose base is known."""
    name = anchor.reference or anchor.text
    if anchor.kind == "phase" and name.partition(":")[0].isdigit():
        name = f"phase {name.replace(':', ' ')}"
    days = " to ".join(d for d in (base.earliest, base.latest) if d) if base.earliest and base.latest and base.earliest != base.latest else base.as_range
    told = name if name == base.as_range else f"{name} ({days})"
    duration = Duration.parse(anchor.offset) if anchor.offset else None
    if anchor.relation == "every":
        return None, None
    if duration is None:
        first, last = base.earliest, base.latest
        made = {
            "by": Time(None, last), "until": Time(None, last), "before": Time(None, last), "after": Time(first, None), "from": Time(first, None),
        }.get(anchor.relation or "", Time(first, last))  # fmt: skip
        return made, f"{anchor.relation or 'on'} {told}"
    if anchor.relation == "before":
        moved = shifted(base, duration, back=True)
        return Time(None, moved.latest), f"{told} - {duration_words(anchor.offset or '')}"
    moved = shifted(base, duration)
    sum_words = f"{told} + {duration_words(anchor.offset or '')}"
    if anchor.relation == "after":
        return moved, sum_words
    return Time(base.earliest, moved.latest), sum_words
