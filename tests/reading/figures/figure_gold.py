"""Scores figures against gold rows: value, value with bound, measure, counted noun, unit, part-of. Used by the test and by benchmarks/figures."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trucekeeper.model.claims import Figure

GOLD = Path(__file__).with_name("gold.jsonl")


def gold_rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]


@dataclass
class Score:
    gold: int = 0
    made: int = 0
    value: int = 0
    bound: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def f1(self, right: int) -> float:
        return 2 * right / (self.gold + self.made) if self.gold + self.made else 0.0

    def share(self, name: str) -> float:
        return self.met[name] / self.asked[name] if self.asked[name] else 0.0

    def lines(self) -> list[str]:
        made = [f"gold {self.gold}, read {self.made}", f"value F1 {self.f1(self.value):.3f}, value with bound F1 {self.f1(self.bound):.3f}"]
        return made + [f"{name} {self.share(name):.3f} of {self.asked[name]}" for name in ("measure", "noun", "unit", "part_of")]


def size(row: dict[str, Any]) -> tuple[float | None, float | None, float | None]:
    """Value, and both ends where there is none."""
    value = row.get("value")
    return (value, None, None) if value is not None else (None, row.get("low"), row.get("high"))


def same(one: dict[str, Any], two: dict[str, Any]) -> bool:
    return all(
        (a is None) == (b is None) and (a is None or b is None or abs(a - b) <= 1e-6 * max(1.0, abs(a))) for a, b in zip(size(one), size(two), strict=True)
    )


def pairs(gold: list[dict[str, Any]], made: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Gold and read figures of one size, in text order, the same bound first."""
    found: list[tuple[int, int]] = []
    for strict in (True, False):
        for i, wanted in enumerate(gold):
            if any(i == g for g, _ in found):
                continue
            fits = (j for j, m in enumerate(made) if same(wanted, m) and (not strict or wanted["bound"] == m["bound"]) and all(j != k for _, k in found))
            j = next(fits, None)
            if j is not None:
                found.append((i, j))
    return found


def add(score: Score, row: dict[str, Any], made: list[dict[str, Any]]) -> None:
    """One sentence: `made` are figures as dicts with `of` in words, `part_of` an index."""
    gold = row["figures"]
    found = pairs(gold, made)
    score.gold += len(gold)
    score.made += len(made)
    score.value += len(found)
    index = dict(found)
    for i, j in found:
        wanted, got = gold[i], made[j]
        score.bound += wanted["bound"] == got["bound"]
        if wanted["bound"] != got["bound"]:
            score.misses.append(f"bound  {row['text']} | {wanted['bound']} not {got['bound']} {got.get('value')}")
        tell(score, row, "measure", wanted, wanted["measure"] == got["measure"], got)
        tell(score, row, "unit", wanted, wanted.get("unit") == got.get("unit"), got)
        if wanted.get("of"):
            tell(score, row, "noun", wanted, wanted["of"] in (got.get("of") or "").lower().replace("-", " ").split(), got)
        if wanted.get("part_of") is not None:
            tell(score, row, "part_of", wanted, index.get(wanted["part_of"], -2) == got.get("part_of"), got)
    score.misses += [f"missed {row['text']} | {g}" for i, g in enumerate(gold) if i not in index]
    score.misses += [
        f"extra  {row['text']} | {m['value']} {m['low']} {m['high']} {m['of']} {m['measure']}" for j, m in enumerate(made) if j not in index.values()
    ]


def told(claim: Figure) -> dict[str, Any]:
    """A claim as the rows of the gold have it; `who` holds the asserter's words, lower-cased."""
    asserter = claim.attribution.asserter
    made = {name: getattr(claim, name) for name in ("value", "low", "high", "bound", "measure", "of", "unit", "counting", "status")}
    return {**made, "who": f"{asserter.label} {asserter.name}".lower() if asserter is not None else ""}


def tell(score: Score, row: dict[str, Any], name: str, wanted: dict[str, Any], right: bool, got: dict[str, Any]) -> None:
    score.asked[name] += 1
    score.met[name] += right
    if not right:
        key = "of" if name == "noun" else name
        score.misses.append(f"{name:7}{row['text']} | {wanted.get('value')} {wanted.get(key)!r} not {got.get(key)!r}")
