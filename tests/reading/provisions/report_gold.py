"""Scores the terms that reports tell of against our own reports, read by the whole program. Run as a script it prints the misses.

Each row is a report with the `terms` that a reader would list: `content` as written, `standing`, `by` (who proposes), `bearer`, `issue`, `anchor`
(kind:reference:offset), and `quantity`, `phase`, `condition`, `return` or `gets` (who gets something) where they are judged.
`a|b`: both fit; `-` none; `*` any.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trucekeeper.model.claims import Actor, Anchor, Provision
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

GOLD = Path(__file__).with_name("reports_gold.jsonl")
FIELDS = ("bounds", "standing", "by", "bearer", "issue", "anchor")
LATER = ("quantity", "phase", "condition", "return", "gets")
BOUNDS = 0.75  # share of words in common from which the bounds count as right
Row = dict[str, Any]


@dataclass
class Score:
    """`asked` terms in the gold, `made` by the program, `found` those that meet on the words; the rest count right fields among the found."""

    counts: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.counts["found"] / self.counts["asked"]

    @property
    def precision(self) -> float:
        return self.counts["found"] / self.counts["made"]

    def right(self, name: str) -> float:
        return self.counts[name] / max(self.judged[name] if name in LATER else self.counts["found"], 1)

    def __str__(self) -> str:
        shares = ", ".join(f"{name} {self.right(name):.3f}" for name in (*FIELDS, *LATER))
        return f"{self.counts['asked']} asked, {self.counts['made']} made: found {self.recall:.3f}, precision {self.precision:.3f}; of the found {shares}"


def gold(path: Path = GOLD) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def shown(actor: Actor) -> str:
    return f"{bare(actor.name)} {bare(actor.label)}"


def names(wanted: str, have: list[str]) -> bool:
    return any((w == "-" and not have) or any(bare(w) in h for h in have) for w in wanted.split("|"))


def anchor_label(anchor: Anchor | None) -> str:
    return "-" if anchor is None else f"{anchor.kind}:{anchor.reference or ''}:{anchor.offset or ''}"


def right_fields(wanted: Row, claim: Provision, share: float) -> dict[str, bool]:
    told = {
        "bounds": share >= BOUNDS,
        "standing": claim.standing in wanted["standing"].split("|"),
        "by": names(wanted["by"], [shown(claim.proposer)] if claim.proposer else []),
        "bearer": names(wanted["bearer"], [shown(o) for o in claim.obligors]),
        "issue": "*" in wanted["issue"].split("|") or claim.issue in wanted["issue"].split("|"),
        "anchor": wanted["anchor"] == "*" or anchor_label(claim.anchor) in wanted["anchor"].split("|"),
    }
    later = {
        "quantity": claim.quantity == wanted.get("quantity"),
        "phase": claim.phase == wanted.get("phase"),
        "condition": any(c.startswith(wanted.get("condition", "")) for c in claim.conditions),
        "gets": names(wanted.get("gets", "-"), [shown(b) for b in claim.beneficiaries]),
        "return": any(c.startswith(wanted.get("return", "")) for c in claim.in_return_for),
    }
    return told | {name: right for name, right in later.items() if name in wanted}


def matched(row: Row, claims: list[Provision]) -> Iterator[tuple[Row, Provision | None, float]]:
    """Each wanted term with the claim that shares most of its words, each claim once, the best matches first."""
    near = []
    for at, wanted in enumerate(row["terms"]):
        start = row["text"].index(wanted["content"])
        end = start + len(wanted["content"])
        for claim in claims:
            first, last = claim.evidence[0].start, claim.evidence[0].end
            shared = min(last, end) - max(first, start)
            if shared > 0:
                near.append((shared / (max(last, end) - min(first, start)), -at, claim.id, claim))
    taken: dict[int, tuple[Provision, float]] = {}
    used: set[str] = set()
    for share, at, key, claim in sorted(near, key=lambda n: n[:3], reverse=True):
        if -at not in taken and key not in used:
            taken[-at] = (claim, share)
            used.add(key)
    for at, wanted in enumerate(row["terms"]):
        claim_or_none, share = taken.get(at, (None, 0.0))
        yield wanted, claim_or_none, share


def score(reader: Reader, rows: list[Row]) -> Score:
    made = Score()
    documents = (Document(name=r["name"], text=r["text"], published=r["published"]) for r in rows)
    for row, reading in zip(rows, reader.read_all(documents), strict=True):
        claims = [c for c in reading.claims if isinstance(c, Provision)]
        made.counts.update(asked=len(row["terms"]), made=len(claims))
        met = set()
        for wanted, claim, share in matched(row, claims):
            if claim is None:
                made.misses.append(f"{row['name']}: missed {wanted['content']}")
                continue
            met.add(claim.id)
            told = right_fields(wanted, claim, share)
            made.counts.update(found=1, **told)
            made.judged.update(name for name in told if name in LATER)
            wrong = [name for name, right in told.items() if not right]
            if wrong:
                made.misses.append(f"{row['name']}: {', '.join(wrong)} of {claim.action!r} for {wanted}")
        made.misses += [f"{row['name']}: made up {c.action!r}" for c in claims if c.id not in met]
    return made


if __name__ == "__main__":
    found = gold()
    for batch in sorted({r["batch"] for r in found}):
        result = score(Reader(), [r for r in found if r["batch"] == batch])
        print("\n".join(result.misses), f"batch {batch}: {result}", sep="\n")  # noqa: T201
