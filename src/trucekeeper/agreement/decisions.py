"""What people decided of matches: a judgement on a claim with a line of an agreement beside it confirms or refuses that the one bears on the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from trucekeeper.agreement.basis import basis_of
from trucekeeper.model.claims import Claim, Event
from trucekeeper.model.judgement import Judgement, in_order
from trucekeeper.model.matches import Match

AnyMatch = TypeVar("AnyMatch", bound=Match)
SIGN = "#"  # between an agreement's key and a line's id, in the `other` of a judgement


def line_key(agreement: str, line: str) -> str:
    """How a judgement names a line of an agreement."""
    return f"{agreement}{SIGN}{line}"


@dataclass(frozen=True, slots=True)
class Decisions:
    """The standing decision of each pair of claim and line."""

    by_pair: Mapping[tuple[str, str], Judgement]

    @classmethod
    def of(cls, judgements: Iterable[Judgement], agreement: str) -> Decisions:
        piles: dict[tuple[str, str], list[Judgement]] = {}
        for judgement in in_order(judgements):
            key, sign, line = (judgement.other or "").partition(SIGN)
            if not sign or key != agreement:
                continue
            pile = piles.setdefault((judgement.subject, line), [])
            if judgement.verdict in ("accept", "reject"):
                pile.append(judgement)
            elif judgement.verdict == "undo" and pile:
                pile.pop()
        return cls({pair: pile[-1] for pair, pile in piles.items() if pile})

    def on(self, matches: Sequence[Match], claims: Mapping[str, Claim]) -> list[Match]:
        """The matches as people decided them; a claim that a person matched to a line that the machine did not is added."""
        made = self.settled(matches)
        if not self.by_pair:
            return made
        met = {(c, m.line) for m in made for c in m.claims}
        for pair, judgement in self.by_pair.items():
            if pair not in met and judgement.verdict == "accept" and pair[0] in claims:
                made.append(decided(by_hand(claims[pair[0]], pair[1]), judgement))
        return made

    def settled(self, matches: Sequence[AnyMatch]) -> list[AnyMatch]:
        """The matches that the machine made, as people decided them."""
        return [self._settled(m) for m in matches] if self.by_pair else list(matches)

    def _settled(self, match: AnyMatch) -> AnyMatch:
        pair = next(((c, match.line) for c in match.claims if (c, match.line) in self.by_pair), None)
        return decided(match, self.by_pair[pair]) if pair else match


def decided(match: AnyMatch, judgement: Judgement) -> AnyMatch:
    who = f"{judgement.by}, {judgement.at[:10]}"
    if judgement.verdict == "reject":
        return replace(match, certainty="refused", decided=who)
    state = (judgement.correction or {}).get("state", match.state)
    return replace(match, certainty="confirmed", decided=who, state=state)


def by_hand(claim: Claim, line: str) -> Match:
    """A match that only a person made."""
    from trucekeeper.agreement.acts_told import state_told  # few states hold one, and the words of acts take time to read

    return Match(
        line=line, document=claim.document, reason="matched by a person", claims=(claim.id,), basis=(basis_of(claim),), certainty="confirmed",
        state=state_told(claim) if isinstance(claim, Event) else None, by=claim.attribution.asserter, said=claim.said, when=claim.about,
        words=" ".join(claim.evidence[0].exact.split()),
    )  # fmt: skip
