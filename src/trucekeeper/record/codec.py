"""Documents and claims as rows of the tables and back. The columns are what is queried; a claim's `row` holds all of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from trucekeeper.model.built import builder
from trucekeeper.model.claims import KINDS, Actor, Claim
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.errors import RecordError
from trucekeeper.model.rows import adapter, plain
from trucekeeper.model.time import Time

# of each kind, whose claim it mainly is about: the first of these fields that is filled
PARTIES = ("party", "speaker", "by", "person", "obligors", "actors")
BESIDE = ("addressee", "recipients", "beneficiaries")
STATUSES = ("status", "standing", "stance")
Values = dict[str, Any]


def encode(claim: Claim) -> str:
    """All of a claim as compact JSON; what is None is left out."""
    made: bytes = adapter(kind_of(claim)).dump_json(claim, exclude_none=True, warnings=False)
    return made.decode()


def decode(kind: str, row: str) -> Claim:
    """A claim out of a row, which was proven to be one when it was written. Raises RecordError for a row that cannot be one."""
    try:
        of: Any = KINDS[kind]
        made: Claim = builder(of)(json.loads(row))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _no_claim(kind, row, str(error)) from error
    return made


def proven(kind: str, row: str) -> Claim:
    """A claim out of a row, every value looked at. Raises RecordError for a row that is no claim of this kind."""
    try:
        made: Claim = adapter(kind).validate_json(row)
    except (KeyError, ValueError) as error:
        raise _no_claim(kind, row, " ".join(str(error).splitlines()[1:3])) from error
    return made


def _no_claim(kind: str, row: str, why: str) -> RecordError:
    return RecordError(f"a row that is no claim of kind {kind!r}: {why}", mend=f"It is: {row[:200]}")


def claim_values(claim: Claim, row: str) -> Values:
    """The columns of a claim, all but when it was learnt; `row` is its JSON. A pure function of the claim."""
    main = claim.evidence[0]
    main_party = next((a for name in PARTIES for a in _actors(getattr(claim, name, None))), None)
    people = list(people_of(claim))
    return {
        "id": claim.id,
        "document": claim.document,
        "kind": kind_of(claim),
        "start": main.start,
        "end": main.end,
        "asserter": claim.attribution.asserter.key if claim.attribution.asserter else None,
        "party": main_party.key if main_party else None,
        "actors": "".join(f"|{key}" for key in dict.fromkeys(a.key for a in people)) + "|",
        "names": " · ".join(dict.fromkeys(name for a in people for name in (a.label, a.name))),
        "measure": getattr(claim, "measure", None),
        "issue": getattr(claim, "issue", None),
        "act": getattr(claim, "act", None),
        "status": next((getattr(claim, name) for name in STATUSES if hasattr(claim, name)), None),
        **_ends("said", claim.said),
        **_ends("about", claim.about),
        "confidence": claim.confidence,
        "row": row,
    }


def kind_of(claim: Claim) -> str:
    kind: str = claim.kind  # type: ignore[attr-defined]  # every kind of KINDS has it
    return kind


def people_of(claim: Claim) -> Iterator[Actor]:
    """Everybody whom a claim names, those of its chain first; some more than once."""
    yield from (a for link in claim.attribution.chain for a in link.each)
    for name in (*PARTIES, *BESIDE):
        yield from (a for actor in _actors(getattr(claim, name, None)) for a in actor.each)


def _actors(value: Any) -> tuple[Actor, ...]:
    return (value,) if isinstance(value, Actor) else tuple(value or ())


def _ends(name: str, time: Time | None) -> Values:
    return {f"{name}_earliest": time.earliest if time else None, f"{name}_latest": time.latest if time else None}


def evidence_of(claim: Claim) -> Iterator[Evidence]:
    """Every piece of text that a claim points at."""
    yield from claim.evidence
    trigger, spans = getattr(claim, "trigger", None), getattr(claim, "spans", None)
    if trigger is not None:
        yield trigger
    if spans is not None:
        yield from (*spans.source, *spans.cue, *spans.content)


def document_values(document: Document) -> Values:
    """The columns of a document, all but when it was learnt."""
    values = plain(document)
    values |= {name: json.dumps(values[name]) if values[name] is not None else None for name in JSON_FIELDS}
    day = document.said.first_day if document.said else None
    return {**values, "id": document.id, "sha256": document.sha256, "day": day.isoformat() if day else None}


LISTS = ("agencies", "published_reasons")
JSON_FIELDS = (*LISTS, "published_range")


def document_from(row: sqlite3.Row) -> Document:
    values = {f.name: row[f.name] for f in fields(Document)}
    values |= {name: json.loads(values[name]) if values[name] else None for name in JSON_FIELDS}
    found = values["published_range"]
    return Document(**{**values, "published_range": Time(**found) if found else None, **{name: tuple(values[name] or ()) for name in LISTS}})
