"""The page that explains: why two claims were set together or apart and what would change it, or what one claim is tied to."""

from __future__ import annotations

from dataclasses import dataclass

from trucekeeper.model.claims import Claim
from trucekeeper.model.errors import UsageError
from trucekeeper.views.cite import Cite, cite_of
from trucekeeper.views.extent import left_out
from trucekeeper.views.news_rows import told
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.why.claims import ties_of, why
from trucekeeper.weighing.why.reasons import Change, Reason, people_on
from trucekeeper.weighing.words import day_words


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim: its kind (and status or stance), its words, whose word it is, in which report of what day."""

    id: str
    kind: str
    words: str
    by: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class TieRow:
    """What the claim is tied to (`together`) or kept apart from: `what` in words, `by` whose word where it is a claim, `reason` a sentence."""

    relation: str
    together: bool
    what: str
    by: str
    reason: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class ExplainPage:
    """`together` is None where two claims are not set against each other at all, or where only one is asked for, which then has `ties`."""

    first: ClaimRow
    second: ClaimRow | None
    together: bool | None
    relation: str
    decided: str
    reasons: tuple[Reason, ...]
    people: tuple[str, ...]
    changes: tuple[Change, ...]
    ties: tuple[TieRow, ...]
    left_out: str

    @property
    def cites(self) -> list[Cite]:
        return [self.first.cite, *([self.second.cite] if self.second else []), *(c for t in self.ties for c in t.cites)]


def build(known: Weighed, first: Claim, second: Claim | None = None) -> ExplainPage:
    """The page on one claim or two. Raises UsageError for a claim that takes no part in weighing."""
    a = _standing(known, first)
    left = left_out(known.extent, chosen="theirs, and those of the same days and measures", more="").rstrip()
    if second is None:
        ties = tuple(
            TieRow(t.relation, t.together, shortened(t.words, 140), told(known, [t.other]) if t.other else "", t.reason, (cite_of(t.other),) if t.other else ())
            for t in ties_of(a, known)
        )
        return ExplainPage(_row(known, a), None, None, "", "", (), people_on((a,), known), (), ties, left)
    b = _standing(known, second)
    made = why(a, b, known)
    return ExplainPage(
        _row(known, a), _row(known, b), made.together, made.relation, made.decided, made.reasons, made.people, made.changes, (), left
    )  # fmt: skip


def _standing(known: Weighed, claim: Claim) -> Claim:
    """The claim as people have judged it."""
    held = known.by_id.get(claim.id)
    if held is not None:
        return held
    review = known.judged.reviews.get(claim.id)
    if review is not None and review.verdict == "reject":
        mend = f"`truce judge RECORD {claim.id[:8]} undo --by NAME` takes that back."
        raise UsageError(f"claim {claim.id} is set against nothing: {review.by} rejected it on {day_words(review.at)}", mend=mend)
    raise UsageError(f"claim {claim.id} is only a mention, which is set against nothing", mend="Name a statement, event, figure, position or term.")


def _row(known: Weighed, claim: Claim) -> ClaimRow:
    more = next((str(v).replace("_", " ") for name in ("status", "held", "measure") if (v := getattr(claim, name, None))), "")
    kind = f"{getattr(claim, 'kind', 'claim')}{f', {more}' if more else ''}"
    return ClaimRow(claim.id, kind, shortened(claim.evidence[0].exact, 200), told(known, [claim]), cite_of(claim))


def title(page: ExplainPage) -> str:
    return f"Explain {page.first.id[:8]}" + (f" and {page.second.id[:8]}" if page.second else "")
