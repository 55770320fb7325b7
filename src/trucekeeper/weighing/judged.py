"""Claims as people have judged them: rejected ones left out and counted, corrected ones beside what was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from trucekeeper.model.claims import Claim
from trucekeeper.model.judgement import Judgement, in_order


@dataclass(frozen=True, slots=True)
class Judged:
    """`claims` are those to show, `as_read` what the machine read where a person corrected it, `reviews` the standing judgement by claim."""

    claims: tuple[Claim, ...]
    rejected: tuple[Claim, ...] = ()
    as_read: dict[str, Claim] = field(default_factory=dict)
    reviews: dict[str, Judgement] = field(default_factory=dict)


def standing(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judgement of each claim that no newer one follows; an undo takes back the one before it."""
    piles: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in in_order(judgements):
        pile = piles[judgement.subject]
        if judgement.other is not None or judgement.verdict in ("same", "different"):
            continue
        if judgement.verdict != "undo":
            pile.append(judgement)
        elif pile:
            pile.pop()
    return {subject: pile[-1] for subject, pile in piles.items() if pile}


def identities(judgements: Iterable[Judgement]) -> dict[frozenset[str], Judgement]:
    """What people decided of pairs of entities: the standing same or different of each pair."""
    piles: dict[frozenset[str], list[Judgement]] = defaultdict(list)
    for judgement in in_order(judgements):
        if judgement.other is None:
            continue
        pile = piles[frozenset((judgement.subject, judgement.other))]
        if judgement.verdict in ("same", "different"):
            pile.append(judgement)
        elif judgement.verdict == "undo" and pile:
            pile.pop()
    return {pair: pile[-1] for pair, pile in piles.items() if pile}


def _corrected(claim: Claim, judgement: Judgement) -> Claim:
    from trucekeeper.model.rows import from_row, to_row  # pydantic is wanted only here

    row = to_row(claim, claim.document)
    return from_row({**row, **(judgement.correction or {}), "id": claim.id, "kind": row["kind"], "document": claim.document})


def judged(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> Judged:
    """Claims in the light of the judgements on them. Raises InputError for a correction that does not fit its claim's kind."""
    reviews = standing(judgements)
    shown, rejected, as_read = [], [], {}
    for claim in claims:
        review = reviews.get(claim.id)
        if review is not None and review.verdict == "reject":
            rejected.append(claim)
            continue
        if review is not None and review.verdict == "correct":
            as_read[claim.id] = claim
            claim = _corrected(claim, review)
        shown.append(claim)
    return Judged(tuple(shown), tuple(rejected), as_read, reviews)
