"""What bears on an agreement in a large record: each document is held against the agreement once, and what was found in it is kept in the record.

What is kept hangs on the agreement's lines and on one document's newest reading alone, so that neither the order of arrival nor an amendment changes it. Where
a line is mended, or the program is another version, all of it is made anew; a report that is added waits until the next look at the agreement.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trucekeeper.agreement.bearing import Bearing, Found, in_place
from trucekeeper.agreement.decisions import SIGN
from trucekeeper.agreement.phases import DURATION_ISSUE, NEXT_PHASE, SIGNATURE_ISSUE
from trucekeeper.agreement.promises import promises_of, untexted
from trucekeeper.agreement.touches import Row, row_of
from trucekeeper.agreement.written import text_of
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.built import builder
from trucekeeper.model.claims import Claim, Provision
from trucekeeper.model.ids import digest
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.ledger import Entry
from trucekeeper.model.matches import Match
from trucekeeper.model.rows import plain
from trucekeeper.record import Borne, Record
from trucekeeper.weighing.judged import judged, standing

if TYPE_CHECKING:
    from trucekeeper.agreement.watch import Watch

SMALL = 6000  # claims of a record that is read as a whole each time, and in which nothing is kept
TOGETHER = 200  # documents held against the agreement by one transaction
PHASES = (DURATION_ISSUE, NEXT_PHASE, SIGNATURE_ISSUE)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was found in one document, as it is kept: tellings that only touch a line stay text."""

    document: str
    matches: tuple[Match, ...] = ()
    entries: tuple[Entry, ...] = ()
    touches: tuple[Row, ...] = ()


def kept_bearing(
    record: Record, agreement: Agreement, judgements: Iterable[Judgement], on: date, known_on: str | None = None, *, under: str | None = None
) -> Bearing:
    """The same as `bearing_of` gives of the record's claims as people judged them, but for plans of which a state on the day `on` does not ask. What is found
    is kept under the agreement's key, or `under` another name."""
    decided, kept_as = list(judgements), under or agreement.key
    if is_watched(agreement):
        keep_up(record, agreement, under=under)
    changed = [j.subject for j in standing(decided).values() if j.verdict in ("reject", "correct")]
    matched = {j.subject for j in decided if (j.other or "").startswith(f"{agreement.key}{SIGN}")}
    with record.bearing() as borne:
        other = borne.documents_of(changed) | (borne.read_after(known_on) if known_on else set())
        numbers = set(borne.numbers(other))
        held = borne.found(kept_as, known_on) if is_watched(agreement) else ()
        kept = [_decoded(row) for no, row in held if no not in numbers]
        kept += map(_kept, _anew(borne, agreement, other, decided, known_on))
        ahead = [*borne.plans(on.isoformat(), known_on), *borne.promises(on.isoformat(), known_on)]
        phases = borne.phase_provisions(PHASES, known_on)
        by_hand = borne.by_id(matched, known_on)
        promised = promises_of(agreement, borne.by_id({b.claim for t in untexted(agreement) for b in t.basis if b.claim}))
    shown = [list(judged(claims, decided).claims) for claims in (phases, ahead, by_hand)]
    provisions = tuple(c for c in in_place(shown[0]) if isinstance(c, Provision))
    kept.sort(key=_document)
    found = tuple(Found(k.matches, k.entries) for k in kept if k.matches or k.entries)
    touches = tuple(row for k in kept for row in k.touches)
    return Bearing(found, touches, provisions, tuple(in_place(shown[1])), {c.id: c for c in shown[2]}, tuple(k.document for k in kept), promised)


def kept_agreement(record: Record, path: Path) -> tuple[Agreement, list[str]]:
    """The agreement of a file as it was read and found sound before, or read now, with warnings of names that it does not explain. Raises AgreementError."""
    source = digest(text_of(path), _rules())
    with record.bearing() as borne:
        lines = borne.lines_of(source)
    if lines is None:
        from trucekeeper.agreement.file import load_file, sound, strangers
        from trucekeeper.agreement.lines import from_file

        file = sound(load_file(path), path)
        agreement = from_file(file)
        lines = json.dumps({"agreement": plain(agreement), "strangers": strangers(file, path)}, ensure_ascii=False)
        with record.bearing(write=True) as borne:
            borne.put_lines(agreement.key, source, lines)
    kept = json.loads(lines)
    return builder(Agreement)(kept["agreement"]), kept["strangers"]


def drafted(record: Record, judgements: Iterable[Judgement], known_on: str | None = None) -> Agreement:
    """The agreement that a large record tells of: drafted from the documents with terms or exchanges, which are asked of indexes."""
    from trucekeeper.agreement.draft import UNNAMED, agreement_of
    from trucekeeper.agreement.exchanges import DONE

    decided = list(judgements)
    with record.bearing() as borne:
        terms = judged(borne.provisions(known_on), decided).claims
        if not any(isinstance(c, Provision) and c.standing == "agreed" for c in terms):
            return Agreement(name=UNNAMED)
        documents = {c.document for c in (*terms, *borne.done(DONE, known_on))}
        claims = judged(borne.claims(documents, known_on), decided).claims
        papers = list(borne.documents(borne.numbers(documents, known_on)).values())
    return agreement_of(claims, papers)


def is_watched(agreement: Agreement) -> bool:
    """Does it hold a line that words of reports could bear on?"""
    return bool(agreement.exchanges or agreement.aid or agreement.money) or any(t.standing == "agreed" for t in agreement.terms)


def waiting(record: Record, agreement: Agreement, under: str | None = None) -> int:
    """How many documents have still to be held against the agreement."""
    if not is_watched(agreement):
        return 0
    key = under or agreement.key
    with record.bearing() as borne:
        begun = borne.print_of(key) == print_of(agreement)
        return borne.count_waiting(key) if begun else record.size()[0]


def keep_up(record: Record, agreement: Agreement, under: str | None = None) -> int:
    """Hold all documents that wait against the agreement; how many they were."""
    key, print_ = under or agreement.key, print_of(agreement)
    with record.bearing() as borne:
        begun = borne.print_of(key) == print_
        if begun and not borne.waiting(key, 1):
            return 0
    if not begun:
        with record.bearing(write=True) as borne:
            borne.begin(key, print_)
    from trucekeeper.agreement.watch import Watch

    watch = Watch(agreement)
    done = 0
    while True:
        with record.bearing(write=True) as borne:
            numbers = borne.waiting(key, TOGETHER)
            if numbers:
                borne.put(key, take_in(borne, watch, numbers))
        done += len(numbers)
        if len(numbers) < TOGETHER:
            return done


def take_in(borne: Borne, watch: Watch, numbers: Iterable[int]) -> list[tuple[int, str | None]]:
    documents = borne.documents(numbers)
    by_document = _grouped(borne.claims(d.id for d in documents.values()))
    made = []
    for no, document in documents.items():
        found = watch.of(document, by_document.get(document.id, []))
        made.append((no, _encoded(found) if found.matches or found.entries else None))
    return made


def _document(kept: Kept) -> str:
    return kept.document


def _anew(borne: Borne, agreement: Agreement, documents: set[str], judgements: list[Judgement], known_on: str | None) -> list[Found]:
    """Of documents in which people judged claims, or which a later reading has changed."""
    if not documents:
        return []
    from trucekeeper.agreement.watch import Watch

    watch = Watch(agreement)
    papers = {d.id: d for d in borne.documents(borne.numbers(documents)).values()}
    claims = judged(borne.claims(documents, known_on), judgements).claims
    by_document = _grouped(claims)
    found = [watch.of(papers[document], own) for document, own in by_document.items()]
    return [f for f in found if f.matches or f.entries]


def _grouped(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    grouped: dict[str, list[Claim]] = {}
    for claim in in_place(claims):
        grouped.setdefault(claim.document, []).append(claim)
    return grouped


def print_of(agreement: Agreement) -> str:
    """Of all that decides what is found: the lines that are looked for, and this program's own rules and words."""
    lines = replace(
        Agreement(name=""),
        signed=agreement.signed,
        effective=agreement.effective,
        parties=agreement.parties,
        terms=agreement.terms,
        exchanges=agreement.exchanges,
        aid=agreement.aid,
        money=agreement.money,
    )
    return digest(repr(lines), _rules())


@cache
def _rules() -> str:
    folder = files("trucekeeper")
    sources = [
        path
        for room, ending in (("agreement", ".py"), ("model", ".py"), ("knowledge", ".toml"))
        for path in folder.joinpath(room).iterdir()
        if path.name.endswith(ending)
    ]
    return digest(*(path.read_text(encoding="utf-8") for path in sorted(sources, key=str)))


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter  # of tens of thousands of rows it makes objects in half the time of Python's own

    return TypeAdapter(Kept)


def _kept(found: Found) -> Kept:
    rows = tuple(row_of(m) for m in found.matches if m.state is None)
    return Kept((*found.matches, *found.entries)[0].document, tuple(m for m in found.matches if m.state is not None), found.entries, rows)


def _encoded(found: Found) -> str:
    made: bytes = _adapter().dump_json(_kept(found), exclude_defaults=True)
    return made.decode()


def _decoded(row: str) -> Kept:
    made: Kept = _adapter().validate_json(row)
    return made
