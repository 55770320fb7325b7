"""The days of phases and terms, reckoned from one another by the anchors of an agreement, with each sum by name; None where they cannot be reckoned."""

from __future__ import annotations

from dataclasses import dataclass

from trucekeeper.agreement.calculus import Duration, days_between, duration_words, last_day, shifted, whole_days
from trucekeeper.agreement.frames import whole_words
from trucekeeper.agreement.lexicon import act_words
from trucekeeper.model.agreement import Agreement, Phase, Term
from trucekeeper.model.claims import Anchor
from trucekeeper.model.ids import slug
from trucekeeper.model.time import Time

OPEN = frozenset({"after", "from"})  # an end that is reckoned so has no last day
SIGNATURE, EFFECT = "signature", "entry into force"


@dataclass(frozen=True, slots=True)
class Span:
    """A phase's days as far as they can be told, with the sums that were done."""

    begin: Time | None = None
    end: Time | None = None
    checks: tuple[str, ...] = ()


class Reckoner:
    """Spans of phases and windows of terms, each worked out once. A chain of anchors may be of any length; one that comes back to itself dates nothing."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.moments = {slug(m.name): m.when for m in agreement.moments if m.when is not None}
        self._spans: dict[str, Span] = {}
        self._windows: dict[str, tuple[Time | None, str | None]] = {}
        self._open: set[str] = set()

    def span(self, key: str) -> Span:
        """Days of a phase by its id."""
        phase = self.agreement.phase(key)
        mark = f"phase {key}"
        if phase is None or mark in self._open:
            return Span()
        if key not in self._spans:
            self._open.add(mark)
            self._spans[key] = self._span_of(phase)
            self._open.discard(mark)
        return self._spans[key]

    def window(self, term: Term) -> tuple[Time | None, str | None]:
        """The first and last day on which a term is to be done, and how that was reckoned."""
        if term.due is not None:
            return term.due, f"the words give {term.due.as_range}"
        mark = f"term {term.id}"
        if (term.anchor is None and term.ends is None) or mark in self._open:
            return None, None
        if term.id not in self._windows:
            self._open.add(mark)
            self._windows[term.id] = self._window_of(term)
            self._open.discard(mark)
        return self._windows[term.id]

    def _window_of(self, term: Term) -> tuple[Time | None, str | None]:
        """From what the term's beginning is reckoned from to what its end is; what ends only after something has no last day."""
        begin, how = self._begin(term, term.anchor) if term.anchor is not None else (None, None)
        if term.ends is None:
            return begin, how
        end, ending = self.anchored(term.ends)
        last = end.latest if end is not None and term.ends.relation not in OPEN else None
        undated = f"{term.ends.relation or 'with'} {self.name_of(term.ends)}, which is not dated"
        words = f"it ends {ending or undated}"
        made = Time(begin.earliest if begin else None, last)
        return (made if made.earliest or made.latest else None), "; ".join(w for w in (how, words) if w)

    def _begin(self, term: Term, anchor: Anchor) -> tuple[Time | None, str | None]:
        """By what it is reckoned from; "within 60 days" of nothing that is named runs from the entry into force, and that is assumed."""
        effective = self.agreement.effective
        if effective is None or anchor.kind != "event" or anchor.reference or anchor.relation != "within" or is_rule(term):
            return self.anchored(anchor)
        when, how = reckoned(anchor, effective, EFFECT)
        return when, f"{how}, assumed as no words tell what “{anchor.text}” is reckoned from"

    def anchored(self, anchor: Anchor) -> tuple[Time | None, str | None]:
        """The days that an anchor means, and the sum."""
        base = self.base(anchor)
        return reckoned(anchor, base, self.name_of(anchor)) if base is not None else (None, None)

    def base(self, anchor: Anchor) -> Time | None:
        """The day or days that an anchor counts from."""
        if anchor.kind == "date":
            return Time.from_range(anchor.reference)
        if anchor.kind == "event":
            known = {SIGNATURE: self.agreement.signed, EFFECT: self.agreement.effective}
            return known.get(anchor.reference or "") or self.moments.get(slug(anchor.reference or anchor.text))
        if anchor.kind == "clause":
            term = self.agreement.term(anchor.reference)
            return self.window(term)[0] if term is not None else None
        return self._phase_base(anchor) if anchor.reference else None

    def _phase_base(self, anchor: Anchor) -> Time | None:
        name, _, edge = (anchor.reference or "").partition(":")
        if self.agreement.phase(name) is None:
            return None
        span = self.span(name)
        if edge:
            return span.begin if edge == "begin" else span.end
        if anchor.offset or anchor.relation in {"from", "after"}:
            return span.begin
        first, last = span.begin, span.end
        return Time(first.earliest if first else None, last.latest if last else None) if first or last else None

    def name_of(self, anchor: Anchor) -> str:
        """What an anchor counts from, in words."""
        name = anchor.reference or anchor.text
        if anchor.kind == "phase":
            return f"phase {name.replace(':', ' ')}" if name.partition(":")[0].isdigit() else name.replace(":", " ")
        term = self.agreement.term(anchor.reference) if anchor.kind == "clause" else None
        return f"the days of {f'clause {term.clause}' if term.clause else term.id}" if term is not None else name

    def _span_of(self, phase: Phase) -> Span:
        """Begin and end as given or anchored; a first phase without a beginning begins with its agreement; an end not given is begin plus length."""
        checks: list[str] = []
        begin = phase.begin or self._edge(phase.begin_from, "beginning", checks)
        if begin is None and phase.number == 1 and self.agreement.effective is not None:
            begin = self.agreement.effective
            checks.append("begins with the agreement: no words give the phase a beginning of its own")
        end = phase.end or self._edge(phase.end_from, "end", checks)
        length = Duration.parse(phase.length) if phase.length else None
        words = duration_words(phase.length or "")
        if length is not None and begin is None and end is not None and end.latest:
            begin = shifted(shifted(end, length, back=True), Duration(days=1))
            checks.append(f"beginning reckoned: {words} that end on {end.as_range}, both days counted, begin on {begin.as_range}")
        elif length is not None and begin is not None and begin.earliest:
            by_length = last_day(begin, length)
            if end is None:
                end = by_length
                checks.append(f"end reckoned: {begin.as_range} + {words}, the first day counted, is {end.as_range}")
            else:
                checks.extend(length_check(begin, end, phase.length or "", length))
        return Span(begin, end, tuple(checks))

    def _edge(self, anchor: Anchor | None, edge: str, checks: list[str]) -> Time | None:
        """A phase's beginning or end from its anchor; "from" and "on" mean the very day."""
        base = self.base(anchor) if anchor is not None else None
        if anchor is None or base is None:
            return None
        when, how = reckoned(anchor, base, self.name_of(anchor))
        if anchor.offset is None and anchor.relation in {None, "from", "on"}:
            when = base
        if anchor.offset is None and anchor.relation == "before" and edge == "end":
            when, how = shifted(base, Duration(days=1), back=True), f"the day before {self.name_of(anchor)} ({base.as_range})"
        if when is not None:
            checks.append(f"{edge} reckoned: {how}, which is {when.as_range}")
        return when


def is_rule(term: Term) -> bool:
    """Is it for whatever comes up ("any complaint shall be answered within 5 days"), so that its time runs from that?"""
    return bool(term.conditions) or whole_words(act_words().drafting.rules).search(term.act) is not None


def length_check(begin: Time, end: Time, written: str, length: Duration) -> list[str]:
    first, last = begin.known_day, end.known_day
    if first is None or last is None:
        return []
    days = days_between(first, last)
    least, most = whole_days(length, first)
    reckoned_days = f"{least} days" if least == most else f"{least} to {most} days"
    agreed = f"which is the {duration_words(written)} agreed" if least <= days <= most else f"not the {duration_words(written)} agreed ({reckoned_days})"
    return [f"{first} to {last}, both days counted, is {days} days, {agreed}"]


def reckoned(anchor: Anchor, base: Time, name: str) -> tuple[Time | None, str | None]:
    """The window of an anchor whose base is known; `name` is what it counts from."""
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
