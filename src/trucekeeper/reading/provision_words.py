"""`knowledge/deontic.toml` and `knowledge/provisions.toml`, checked when they are read: a key that nobody knows is an error."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

Words = frozenset[str]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Duty(_Table):
    modals: Words
    verbs: Words
    participles: Words
    bound: Words
    constitutive: Words
    acting: Words
    imperatives: Words


class Bearers(_Table):
    heads: Words
    not_bearers: Words


class Beneficiaries(_Table):
    heads: Words
    transfer: Words
    transfers: Words
    serve: Words
    equip: Words
    receive: Words


class Openers(_Table):
    openers: tuple[str, ...]


class Headings(_Table):
    words: tuple[str, ...]
    ordinals: tuple[str, ...]
    starters: Words


class Deontic(_Table):
    duty: Duty
    bearers: Bearers
    beneficiaries: Beneficiaries
    preamble: Openers
    conditions: Openers
    exceptions: Openers
    returns: Openers
    headings: Headings


class Phases(_Table):
    ordinals: dict[str, int]
    numbers: dict[str, int]
    nouns: Words
    loose_nouns: Words
    named: tuple[str, ...]
    same: dict[str, str]


class Agreements(_Table):
    nouns: Words
    running: Words
    open_: Words = Field(alias="open")
    call_for: Words
    matters: Words


class Edges(_Table):
    begin: Words
    end: Words
    last: Words
    begin_nouns: Words
    end_nouns: Words
    extend: Words
    extend_nouns: Words
    lead_nouns: Words


class StandingWords(_Table):
    demand: Words
    propose: Words
    demand_nouns: Words
    demand_acts: Words
    propose_acts: Words
    dispute: Words
    disputing: Words
    denying: Words
    claims: Words


class ResolutionWords(_Table):
    asking: Words
    deciding: Words


class ToldWords(_Table):
    documents: Words
    drafts: Words
    settled: Words
    says: Words
    grants: Words
    life: Words
    reached: Words
    proposing: Words
    aims: Words
    idle: Words
    leads: tuple[str, ...]
    promising: Words
    retellers: Words
    bound: Words
    laid: Words
    vague: Words
    retelling: Words
    unchanged: Words


class AnchorWords(_Table):
    signature: tuple[str, ...]
    effect: tuple[str, ...]
    begin_words: tuple[str, ...]
    end_words: tuple[str, ...]
    events: tuple[str, ...]
    done: tuple[str, ...]
    clause_words: tuple[str, ...]


class Provisions(_Table):
    phases: Phases
    agreements: Agreements
    edges: Edges
    standing: StandingWords
    resolutions: ResolutionWords
    told: ToldWords
    anchors: AnchorWords
    issues: dict[str, tuple[str, ...]]


Made = TypeVar("Made", bound=_Table)


def checked(shape: type[Made], content: dict[str, Any], name: str) -> Made:
    """Raises KnowledgeError naming the key that does not fit."""
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(p) for p in first["loc"])
        raise KnowledgeError(f"{place}: {first['msg']}", where=f"{name}.toml", mend="Compare with the keys in reading/provision_words.py.") from error


@cache
def deontic() -> Deontic:
    return checked(Deontic, table("deontic"), "deontic")


@cache
def provision_words() -> Provisions:
    return checked(Provisions, table("provisions"), "provisions")


@cache
def phase_name() -> str:
    """The pattern of a phase's name: "the second stage", "phase two", "the interim period"."""
    named = "|".join(re.escape(n).replace(r"\-", r"[-–‑]?\s*") for n in sorted(provision_words().phases.named, key=len, reverse=True))
    ordinals = "|".join(provision_words().phases.ordinals)
    nouns = "|".join(provision_words().phases.loose_nouns)
    return rf"(?:(?:{ordinals})[\s-](?:{nouns})|(?:phase|stage)\s+(?:{'|'.join(provision_words().phases.numbers)}|\d)|{named}|pre[-–]transitional)\b"


def phase_key(words: str) -> str:
    """ "1" for "first phase" or "phase one", "next" for the one to come, or a period's own name."""
    known = provision_words().phases
    low = re.sub(r"\s+", " ", re.sub(r"\s*[-–‑]\s*", "-", words.casefold())).strip()
    if match := re.match(r"(?:phase|stage)[ -](\w+)$", low):
        return str(known.numbers.get(match[1], match[1]))
    first = re.split(r"[ -]", low)[0]
    if first in known.ordinals and not low.startswith("pre"):
        number = known.ordinals[first]
        return str(number) if number > 0 else "next" if number == 0 else "last"
    low = "pre-transitional period" if low == "pre-transitional" else low
    return known.same.get(low, low)
