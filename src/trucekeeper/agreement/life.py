"""When an agreement was signed and when it takes effect, by its own words or by what reports tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.calculus import Duration, shifted
from trucekeeper.agreement.definitions import begins_truce, takes_effect
from trucekeeper.agreement.phases import SIGNATURE_ISSUE, all_facts, chosen, edge_facts
from trucekeeper.model.claims import Claim, Provision, TimeExpression
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Basis

NEXT = 4  # code points between the two days of "from 3 May to 9 May"
HEAD = 400  # code points of a text within which a date stands under its title


def signed_of(provisions: Sequence[Provision], claims: Sequence[Claim]) -> tuple[Time | None, tuple[Basis, ...]]:
    """The day that the words give ("Done at …"), or else the one that stands under the agreement's title."""
    found = sorted((p for p in provisions if p.issue == SIGNATURE_ISSUE and p.anchor and p.anchor.reference), key=day_of)
    if found:
        return Time.from_range(day_of(found[-1])), ()
    first = {p.document: p.evidence[0].start for p in reversed(provisions) if p.clause}
    begun = beginnings(claims)  # "met from 3 to 9 May": not the first of the two
    for claim in claims:
        under_title = isinstance(claim, TimeExpression) and claim.evidence[0].end <= min(HEAD, first.get(claim.document, 0))
        if under_title and claim.id not in begun and claim.about is not None and claim.about.known_day is not None:
            return claim.about, (basis_of(claim),)
    return None, ()


def beginnings(claims: Sequence[Claim]) -> frozenset[str]:
    """The ids of dates right behind which another one stands."""
    dates = [c for c in claims if isinstance(c, TimeExpression) and c.about is not None and c.about.known_day is not None]
    return frozenset(a.id for a, b in pairwise(dates) if a.document == b.document and 0 < b.evidence[0].start - a.evidence[0].end <= NEXT)


def day_of(provision: Provision) -> str:
    return (provision.anchor.reference if provision.anchor else None) or ""


def effective_of(provisions: Sequence[Provision], signed: Time | None) -> tuple[Time | None, tuple[Basis, ...]]:
    """When the agreement itself is said to begin, and on which words; a clause can reckon it from the signature."""
    facts = edge_facts(all_facts(provisions), None, "begin")
    value = chosen(facts)
    if value is not None:
        return Time.from_range(value), tuple(basis_of(f.provision) for f in facts if f.value == value)
    for provision in provisions:
        anchor = provision.anchor
        if anchor is None or not (takes_effect(provision) or begins_truce(provision)):
            continue
        if anchor.kind == "date":
            return Time.from_range(anchor.reference), (basis_of(provision),)
        if anchor.reference == "signature" and signed is not None:
            length = Duration.parse(anchor.offset) if anchor.offset else None
            return (shifted(signed, length) if length else signed), (basis_of(provision),)
    return None, ()
