"""`knowledge/deontic.toml` and `knowledge/provisions.toml`, checked when they are read: a key that nobody knows is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.shaped import Pattern, shaped

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Duty:
    modals: Words
    verbs: Words
    stating: Words
    participles: Words
    bound: Words
    rights: Words
    asked: Words
    constitutive: Words
    acting: Words
    settling: Words
    staying: Words
    imperatives: Words
    aims: Words


@dataclass(frozen=True, slots=True)
class Bearers:
    heads: Words
    tasks: Words
    not_bearers: Words
    witnesses: Words
    beside: Pattern


@dataclass(frozen=True, slots=True)
class Beneficiaries:
    heads: Words
    transfer: Words
    transfers: Words
    serve: Words
    equip: Words
    receive: Words


@dataclass(frozen=True, slots=True)
class Openers:
    openers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    sides: Words
    labels: Words


@dataclass(frozen=True, slots=True)
class Headings:
    words: tuple[str, ...]
    ordinals: tuple[str, ...]
    starters: Words


@dataclass(frozen=True, slots=True)
class Deontic:
    duty: Duty
    bearers: Bearers
    beneficiaries: Beneficiaries
    preamble: Openers
    conditions: Openers
    exceptions: Openers
    returns: Openers
    counts: Counts
    headings: Headings


@dataclass(frozen=True, slots=True)
class Phases:
    ordinals: dict[str, int]
    numbers: dict[str, int]
    nouns: Words
    loose_nouns: Words
    named: tuple[str, ...]
    same: dict[str, str]


@dataclass(frozen=True, slots=True)
class Agreements:
    nouns: Words
    titled: Words
    running: Words
    plain: Words
    open_: Words
    call_for: Words
    matters: Words


@dataclass(frozen=True, slots=True)
class Edges:
    begin: Words
    end: Words
    last: Words
    end_nouns: Words
    extend: Words
    extend_nouns: Words
    lead_nouns: Words


@dataclass(frozen=True, slots=True)
class StandingWords:
    demand: Words
    propose: Words
    demand_nouns: Words
    demand_acts: Words
    propose_acts: Words
    dispute: Words
    disputing: Words
    denying: Words
    claims: Words


@dataclass(frozen=True, slots=True)
class ResolutionWords:
    asking: Words
    deciding: Words


@dataclass(frozen=True, slots=True)
class ToldWords:
    documents: Words
    drafts: Words
    making: Words
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
    minded: Words
    laid: Words
    vague: Words
    retelling: Words
    unchanged: Words
    owing: Words
    between: Words
    closing: Words
    truces: Words
    fights: Words
    leaving: Words
    abstaining: Words
    settling: Words
    permits: Words
    nothing: Words
    powers: Words
    offices: Words
    sharing: Words
    talks: Words
    motives: Words
    entire: Words
    series: Words
    swaps: Words


@dataclass(frozen=True, slots=True)
class AnchorWords:
    signature: tuple[str, ...]
    others: tuple[str, ...]
    effect: tuple[str, ...]
    begin_words: tuple[str, ...]
    end_words: tuple[str, ...]
    events: tuple[str, ...]
    done: tuple[str, ...]
    never: tuple[str, ...]
    clause_words: tuple[str, ...]
    papers: Pattern
    comes: Pattern
    past: Pattern
    per: Pattern
    extending: Pattern
    beginning: Pattern
    concluding: Pattern


@dataclass(frozen=True, slots=True)
class ListWords:
    """Words about lists of terms; all are patterns."""

    agrees: Pattern
    states: Pattern
    terms: Pattern
    reached: Pattern
    steps: Pattern
    acts: Pattern
    signing: Pattern
    opener: Pattern


@dataclass(frozen=True, slots=True)
class Provisions:
    phases: Phases
    agreements: Agreements
    edges: Edges
    standing: StandingWords
    resolutions: ResolutionWords
    told: ToldWords
    anchors: AnchorWords
    lists: ListWords
    issues: dict[str, tuple[str, ...]]


@cache
def deontic() -> Deontic:
    return shaped(Deontic, table("deontic"), "deontic.toml")


@cache
def provision_words() -> Provisions:
    return shaped(Provisions, table("provisions"), "provisions.toml")


@cache
def phase_name() -> str:
    """The pattern of a phase's name: "the second stage", "phase two", "the interim period"."""
    named = "|".join(re.escape(n).replace(r"\-", r"[-–‑]?\s*") for n in sorted(provision_words().phases.named, key=len, reverse=True))
    ordinals = "|".join(provision_words().phases.ordinals)
    nouns = "|".join(provision_words().phases.loose_nouns)
    return rf"(?:(?:{ordinals})[\s-](?:{nouns})|(?:phase|stage)\s+(?:{'|'.join(provision_words().phases.numbers)}|\d)|{named}|pre[-–]transitional)\b"


@cache
def phase_pattern() -> re.Pattern[str]:
    """A phase's name, in capitals or not."""
    return re.compile(phase_name(), re.IGNORECASE)


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
