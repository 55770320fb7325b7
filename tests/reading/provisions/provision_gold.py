"""Scores provisions against a gold of offsets and labels; the texts themselves stay outside the project. Run as a script it prints the misses."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.model.claims import Anchor
from trucekeeper.reading.layers import ProvisionFound, layers

GOLD = Path(__file__).with_name("gold.csv")  # of texts that stay outside
OWN, OWN_TEXTS = Path(__file__).with_name("own_gold.csv"), Path(__file__).with_name("texts")
LATER = ("clause", "beneficiary", "quantity", "condition", "exception", "in_return")
SLACK = 3  # characters by which the end of a clause may differ: a full stop, a closing bracket


@dataclass(frozen=True)
class Term:
    text: str
    start: int
    end: int
    bearer: str
    anchor: str
    issues: frozenset[str]
    more: dict[str, str]


@dataclass
class Score:
    """Of `terms` in the gold: how many were found at all, with exact bounds, and with each field right; `judged` counts those with the later fields."""

    terms: int = 0
    found: int = 0
    bounds: int = 0
    bearer: int = 0
    anchor: int = 0
    issue: int = 0
    judged: Counter[str] = field(default_factory=Counter)
    more: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        """Of all terms in the gold, so that a term that was not found counts as wrong; of later fields, of those judged."""
        return self.more[name] / max(self.judged[name], 1) if name in LATER else float(getattr(self, name)) / self.terms


@cache
def gold(path: Path = GOLD) -> tuple[Term, ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return tuple(
            Term(r["text"], int(r["start"]), int(r["end"]), r["bearer"], r["anchor"], frozenset(r["issue"].split("|")), {n: r[n] for n in LATER if r.get(n)})
            for r in rows
        )


def read(nlp: Language, text: str) -> Doc:
    """A Doc with the layers that provisions look at."""
    import trucekeeper.reading.actors
    import trucekeeper.reading.provisions
    import trucekeeper.reading.times  # noqa: F401

    doc = nlp(text)
    for name in ("truce_actors", "truce_times", "truce_provisions"):
        doc = nlp.create_pipe(name)(doc)
    return doc


def anchor_label(anchor: Anchor | None) -> str:
    return "-" if anchor is None else f"{anchor.kind}:{anchor.reference or ''}:{anchor.offset or ''}"


def bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def same_bearer(term: Term, found: ProvisionFound) -> bool:
    have = [bare(o.name) for o in found.obligors[:1]]
    return any(not have if w == "-" else any(h.startswith(bare(w)) or bare(w).endswith(h) for h in have) for w in term.bearer.split("|"))


def score(folder: Path, nlp: Language, path: Path = GOLD) -> Score:
    made = Score()
    by_text = {name: layers(read(nlp, (folder / f"{name}.txt").read_text("utf-8"))).provisions for name in sorted({t.text for t in gold(path)})}
    for term in gold(path):
        made.terms += 1
        near = [p for p in by_text[term.text] if p.spans[0][0] < term.end and term.start < p.spans[0][1]]
        best = min(near, key=lambda p: abs(p.spans[0][0] - term.start) + abs(p.spans[0][1] - term.end), default=None)
        if best is None:
            made.misses.append(f"{term.text} {term.start}: not found")
            continue
        made.found += 1
        tells = {
            "bounds": best.spans[0][0] == term.start and abs(best.spans[0][1] - term.end) <= SLACK,
            "bearer": same_bearer(term, best),
            "anchor": anchor_label(best.anchor) in term.anchor.split("|"),
            "issue": "*" in term.issues or best.issue in term.issues,
        }
        for name, right in tells.items():
            setattr(made, name, getattr(made, name) + right)
            if not right:
                shown = {"bounds": best.spans[0], "bearer": [o.name for o in best.obligors], "anchor": anchor_label(best.anchor), "issue": best.issue}[name]
                made.misses.append(f"{term.text} {term.start}: {name} {shown}, gold {(term.end, term.bearer, term.anchor, sorted(term.issues))}")
        for name, wanted in term.more.items():
            have = later(best, name)
            right = any(have == "-" if w == "-" else bare(have).startswith(bare(w)) for w in wanted.split("|"))
            made.more[name] += right
            made.judged[name] += 1
            if not right:
                made.misses.append(f"{term.text} {term.start}: {name} {have}, gold {wanted}")
    return made


def later(found: ProvisionFound, name: str) -> str:
    told = {
        "clause": found.clause,
        "beneficiary": found.beneficiaries[0].name if found.beneficiaries else None,
        "quantity": found.quantity,
        "condition": found.conditions[0] if found.conditions else None,
        "exception": found.exceptions[0] if found.exceptions else None,
        "in_return": found.in_return_for[0] if found.in_return_for else None,
    }
    return told[name] or "-"


if __name__ == "__main__":
    import sys

    from trucekeeper.language.pipeline import load

    for texts, path in ((Path(sys.argv[1]), GOLD), (OWN_TEXTS, OWN)):
        result = score(texts, load(), path)
        print("\n".join(result.misses))  # noqa: T201
        print({n: round(result.share(n), 3) for n in ("found", "bounds", "bearer", "anchor", "issue", *LATER)}, result.terms, result.judged)  # noqa: T201
