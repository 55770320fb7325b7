"""What a view may draw for a count given in vague words: by a policy with a name, which the view prints. The count itself stays vague."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Figure
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.weighing.bounds import Range, strict

WHERE = "knowledge/vague_counts.toml"
POLICY_KEYS = frozenset({"name", "words", "counts"})


@dataclass(frozen=True, slots=True)
class Policy:
    """`words` are what a view prints; `counts` the least and most by word."""

    name: str
    words: str
    counts: dict[str, tuple[float, float]]


def build(content: dict[str, Any]) -> tuple[dict[str, Policy], str]:
    """The policies by name, and the default's name. Raises KnowledgeError for an unknown key or default."""
    strange = sorted({*content} - {"default", "policy"}) + sorted(k for row in content["policy"] for k in {*row} - POLICY_KEYS)
    if strange:
        raise KnowledgeError(f"unknown key {strange[0]!r}", where=WHERE, mend=f"Keys of a policy are: {', '.join(sorted(POLICY_KEYS))}.")
    made = {row["name"]: Policy(row["name"], row["words"], {w: (low, high) for w, (low, high) in row.get("counts", {}).items()}) for row in content["policy"]}
    if content["default"] not in made:
        raise KnowledgeError(f"no policy {content['default']!r}", where=WHERE, mend=f"Policies are: {', '.join(made)}.")
    return made, content["default"]


@cache
def policies() -> tuple[dict[str, Policy], str]:
    return build(table("vague_counts"))


def policy(name: str | None = None) -> Policy:
    """A policy by its name, the default's without one."""
    made, default = policies()
    return made[name or default]


def drawn(figure: Figure, by: Policy) -> Range | None:
    """The ends between which a policy draws a vague count; None for a count that is not vague, and for one whose words allow anything."""
    if figure.bound != "vague":
        return None
    said = figure.evidence[0].exact.casefold().split()
    told = next((by.counts[w] for w in said if w in by.counts), None)
    found = Range(*told) if told else strict(figure)
    return found if found.low is not None else None
