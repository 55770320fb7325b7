"""Scores positions against our own gold of report sentences, read by the whole pipeline. Run as a script it prints the misses, batch by batch.

Each row has the `batch` in which it was written (labelled before the program was run on it), its text and the positions that a reader would list; `a|b` in
a field means that both fit (`*` any). A row without positions must give none; `also` are words of positions that may be given or left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trucekeeper.model.claims import Actor, Position
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

GOLD = Path(__file__).with_name("gold.jsonl")
FIELDS = ("party", "stance", "issue")
Row = dict[str, Any]


@dataclass
class Score:
    """`asked` positions in the gold, `made` by the program, `found` those that meet on the words; the rest count right fields among the found."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.counts["found"] / self.counts["asked"]

    @property
    def precision(self) -> float:
        return self.counts["found"] / self.counts["made"]

    def right(self, name: str) -> float:
        return self.counts[name] / self.counts["found"]

    def __str__(self) -> str:
        shares = ", ".join(f"{name} {self.right(name):.3f}" for name in FIELDS)
        words = f"whose word {self.counts['word']}/{self.counts['words']}, partial {self.counts['partial']}/{self.counts['partials']}"
        made = f"{self.counts['asked']} asked, {self.counts['made']} made: found {self.recall:.3f}, precision {self.precision:.3f}"
        return f"{made}; of the found {shares}; {words}"


def gold() -> list[Row]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def one_of(wanted: str, have: str) -> bool:
    return any(w.casefold() in have.casefold() for w in wanted.split("|"))


def shown(actor: Actor | None) -> str:
    return f"{actor.name} {actor.label}" if actor is not None else ""


def nearness(wanted: Row, start: int, claim: Position) -> tuple[bool, float]:
    """Whether the stance is right, and the share of words in common."""
    end, (first, last) = start + len(wanted["content"]), (claim.evidence[0].start, claim.evidence[0].end)
    shared = min(last, end) - max(first, start)
    return claim.stance in wanted["stance"].split("|"), shared / (max(last, end) - min(first, start))


def pairs(row: Row, claims: list[Position]) -> Iterator[tuple[Row, Position | None]]:
    """Each wanted position with the claim that meets it best, each claim once."""
    left = list(claims)
    for wanted in row["positions"]:
        start = row["text"].index(wanted["content"])
        near = [c for c in left if nearness(wanted, start, c)[1] > 0]
        best = max(near, key=lambda c: nearness(wanted, start, c), default=None)
        if best is not None:
            left.remove(best)
        yield wanted, best


def tally(made: Score, row: Row, claims: list[Position]) -> None:
    free = [row["text"].index(words) for words in row.get("also", ())]
    wanted_at = [row["text"].index(w["content"]) for w in row["positions"]]
    claims = [
        c
        for c in claims
        if not any(c.evidence[0].start <= i < c.evidence[0].end for i in free) or any(c.evidence[0].start <= i < c.evidence[0].end for i in wanted_at)
    ]
    made.counts.update(asked=len(row["positions"]), made=len(claims))
    met: set[str] = set()
    for wanted, claim in pairs(row, claims):
        if claim is None:
            made.misses.append(f"{row['text']}\n    missed {wanted}")
            continue
        met.add(claim.id)
        right = {
            "party": one_of(wanted["party"], shown(claim.party)),
            "stance": claim.stance in wanted["stance"].split("|"),
            "issue": "*" in wanted["issue"].split("|") or claim.issue in wanted["issue"].split("|"),
        }
        made.counts.update(found=1, **right)
        if "word" in wanted:
            made.counts.update(words=1, word=one_of(wanted["word"], shown(claim.attribution.asserter)))
        if wanted.get("partial"):
            made.counts.update(partials=1, partial=claim.partial)
        if not all(right.values()):
            made.misses.append(f"{row['text']}\n    {shown(claim.party)} | {claim.stance} | {claim.issue} for {wanted}")
    made.misses += [f"{row['text']}\n    made up: {shown(c.party)} | {c.stance} | {c.issue} | {c.content}" for c in claims if c.id not in met]


def score(reader: Reader, rows: Iterable[Row]) -> Score:
    made, asked = Score(), list(rows)
    for row, reading in zip(asked, reader.read_all(Document(name="gold", text=r["text"]) for r in asked), strict=True):
        tally(made, row, [c for c in reading.claims if isinstance(c, Position) and not c.ended])
    return made


if __name__ == "__main__":
    found = gold()
    for batch in sorted({r["batch"] for r in found}):
        result = score(Reader(), (r for r in found if r["batch"] == batch))
        print("\n".join(result.misses), f"batch {batch}: {result}", sep="\n")  # noqa: T201
