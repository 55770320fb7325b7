"""Faults that a file's shape alone does not show: ids given twice, lines that speak of lines that are not there, dates reckoned in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from trucekeeper.agreement.lines import content_digest, key_of, lines_of
from trucekeeper.agreement.names import is_party, plain_name
from trucekeeper.agreement.schema import SECTIONS, AgreementFile, AnchorLine
from trucekeeper.knowledge import table
from trucekeeper.model.claims import Actor
from trucekeeper.model.ids import slug

Place = tuple[int | str, ...]
EDGES = ("begin", "end")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where in the file (keys and list numbers down to it), what is wrong, and how to mend it."""

    place: Place
    message: str
    mend: str


def faults(file: AgreementFile) -> Iterator[Fault]:
    """In the order of the kinds of fault; a file that is sound has none."""
    yield from twice(file)
    yield from missing_phases(file)
    yield from missing_lines(file)
    yield from missing_anchors(file)
    yield from circles(file)


def twice(file: AgreementFile) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for name in SECTIONS.values():
        kind = name if name in ("parties", "moments", "phases") else "lines"  # amendments speak of the rest by id alone
        for number, line in enumerate(getattr(file, name)):
            key = (kind, key_of(line))
            if key in seen:
                yield Fault((name, number), f"{key_of(line)} is there twice", "Give one of the two another id (a party or moment another name).")
            seen.add(key)


def listed(known: Iterable[str]) -> str:
    names = list(known)
    return f"one of {', '.join(names[:12])}{' …' if len(names) > 12 else ''}" if names else ""


def missing_phases(file: AgreementFile) -> Iterator[Fault]:
    known = [p.id for p in file.phases]
    mend = f"Name {listed(known)}, or add the phase under `phases`." if known else "Add the phase under `phases`."
    for name in ("terms", "exchanges", "aid", "money"):
        for number, line in enumerate(getattr(file, name)):
            if line.phase is not None and line.phase not in known:
                yield Fault((name, number, "phase"), f"{line.id}: no phase {line.phase}", mend)


def missing_lines(file: AgreementFile) -> Iterator[Fault]:
    """Amendments, and procedures for disputes, that a line names."""
    procedures, papers = {d.id for d in file.disputes}, {a.id for a in file.amendments}
    ids = [key_of(line) for kind, line in lines_of(file) if kind not in ("party", "moment")]
    for number, exchange in enumerate(file.exchanges):
        if exchange.dispute is not None and exchange.dispute not in procedures:
            yield Fault(("exchanges", number, "dispute"), f"{exchange.id}: no procedure {exchange.dispute}", "Add it under `disputes`.")
        for at, one in enumerate(exchange.rounds):
            if one.added_by is not None and one.added_by not in papers:
                place = ("exchanges", number, "rounds", at, "added_by")
                yield Fault(place, f"{exchange.id}, round {one.number}: no amendment {one.added_by}", "Add it under `amendments`.")
    for number, term in enumerate(file.terms):
        if term.added_by is not None and term.added_by not in papers:
            yield Fault(("terms", number, "added_by"), f"{term.id}: no amendment {term.added_by}", "Add it under `amendments`.")
    for number, paper in enumerate(file.amendments):
        for at, change in enumerate(paper.changes):
            for field in ("line", "replacement"):
                key = getattr(change, field)
                if key is not None and key not in ids:
                    yield Fault(("amendments", number, "changes", at, field), f"{paper.id}: nothing in the file has the id {key}", f"Name {listed(ids)}.")


def anchors(file: AgreementFile) -> Iterator[tuple[Place, str, AnchorLine]]:
    """Every anchor with its place and what it dates: "phase 1:begin", "term clause-2.1"."""
    for number, phase in enumerate(file.phases):
        for edge in EDGES:
            anchor = getattr(phase, f"{edge}_from")
            if anchor is not None and getattr(phase, edge) in (None, "?"):
                yield ("phases", number, f"{edge}_from"), f"phase {phase.id}:{edge}", anchor
    for number, term in enumerate(file.terms):
        if term.anchor is not None and term.due in (None, "?"):
            yield ("terms", number, "anchor"), f"term {term.id}", term.anchor
        if term.ends is not None and term.due in (None, "?"):
            yield ("terms", number, "ends"), f"end of term {term.id}", term.ends


def target(file: AgreementFile, anchor: AnchorLine) -> str | None:
    """What an anchor is reckoned from, as `anchors` names it; None for a date or an event."""
    if anchor.kind == "phase" and anchor.reference:
        name, _, edge = anchor.reference.partition(":")
        return f"phase {name}:{edge or 'begin'}"
    if anchor.kind == "clause" and anchor.reference:
        found = [t.id for t in file.terms if anchor.reference in (t.id, t.clause)]
        return f"term {found[0]}" if found else None
    return None


def missing_anchors(file: AgreementFile) -> Iterator[Fault]:
    """A drafted anchor may be reckoned from what the text tells elsewhere; one that a person wrote must be found."""
    phases = {p.id for p in file.phases}
    for place, _, anchor in anchors(file):
        line = getattr(file, str(place[0]))[place[1]]
        if line.drafted == content_digest(line):
            continue
        if anchor.kind == "phase" and anchor.reference and anchor.reference.partition(":")[0] not in phases and phases:
            mend = f"Name {listed(sorted(phases))}, with :begin or :end."
            yield Fault((*place, "reference"), f"no phase {anchor.reference.partition(':')[0]} to reckon from", mend)
        if anchor.kind == "clause" and anchor.reference and target(file, anchor) is None:
            yield Fault((*place, "reference"), f"no term {anchor.reference} to reckon from", "Name a term's id or clause, or take the reference out.")


def circles(file: AgreementFile) -> Iterator[Fault]:
    """Dates that are reckoned from one another."""
    found = {name: (place, target(file, anchor)) for place, name, anchor in anchors(file)}
    for start, (place, after) in found.items():
        chain = [start]
        while after is not None and after in found and after not in chain:
            chain.append(after)
            after = found[after][1]
        if after == start:
            yield Fault(place, f"reckoned in a circle: {' from '.join([*chain, start])}", "Give one of these a day of its own.")
            return


def unknown_bearers(file: AgreementFile) -> Iterator[tuple[Place, str]]:
    """Agreed terms whose bearer is none of the file's parties."""
    known = {key for p in file.parties for key in (p.id, plain_name(p.name)) if key}
    for number, term in enumerate(file.terms):
        for who in term.bearers if term.standing == "agreed" and isinstance(term.bearers, list) else []:
            actor = Actor(who) if isinstance(who, str) else Actor(who.name, who.id)
            if known and is_party(actor) and not {actor.actor, plain_name(actor.name)} & known:
                yield ("terms", number, "bearers"), f"{term.id}: {actor.name} is none of the parties; name it under `parties`, or mend the bearer"


def unknown_moments(file: AgreementFile) -> Iterator[tuple[Place, str]]:
    """What a person reckons from and that nothing in the file dates; drafting leaves many of these, and they stand in the file as `?`."""
    known = {slug(m.name) for m in file.moments} | {"signature", "entry-into-force"}
    for place, _, anchor in anchors(file):
        line = getattr(file, str(place[0]))[place[1]]
        name = anchor.reference or anchor.text
        if anchor.kind == "event" and anchor.relation != "every" and slug(name) not in known and line.drafted is None:
            yield place, f"{line.id}: “{name}” is dated nowhere; give its day under `moments` once it is known"


def unknown_issues(file: AgreementFile) -> Iterator[tuple[Place, str]]:
    """Issues that the vocabulary has not: reports of their matter are not found by it."""
    known = sorted(table("issues"))
    for number, term in enumerate(file.terms):
        if term.issue not in (None, "?", *known):
            near = get_close_matches(str(term.issue), known, n=1)
            yield ("terms", number, "issue"), f"{term.id}: no issue called {term.issue}{f'; did you mean {near[0]}?' if near else ''}"
