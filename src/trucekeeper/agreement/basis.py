"""From claims to the words that a line of an agreement rests on, and to those whose word it is."""

from __future__ import annotations

from collections.abc import Iterable

from trucekeeper.model.claims import Actor, Claim
from trucekeeper.model.undertakings import Basis


def basis_of(claim: Claim) -> Basis:
    main = claim.evidence[0]
    return Basis(document=claim.document, start=main.start, end=main.end, exact=main.exact, claim=claim.id)


def voices_of(claims: Iterable[Claim]) -> tuple[Actor, ...]:
    """Those who assert the claims, each once, by name; a claim in the report's own voice adds its outlet, where that is known."""
    found = {a.key: a for a in (c.attribution.asserter for c in claims) if a is not None}
    return tuple(found[key] for key in sorted(found))
