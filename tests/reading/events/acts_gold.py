"""Scores events against fresh sentences of our own, every act labelled before the reader saw them. Used by the test and by benchmarks/events.

A row: `acts`, each with the places of the words that may name it (`at`), what one would accept for `status` and `root` (PLOVER's own convention), a word of
each actor and recipient, place and date; `aside`, words that may make an event or none; `not_done`, words that must make none that happened.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import EventFound, layers

GOLD = Path(__file__).with_name("acts_gold.jsonl")
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})  # who meets whom is one question


def gold_rows(batch: str | None = None) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [r for r in rows if batch is None or r["batch"] == batch]


@dataclass
class Score:
    """Counts; `acts` are those labelled, `found` those with an event on their words, `made` the events, `fitting` those on labelled words."""

    acts: int = 0
    found: int = 0
    made: int = 0
    fitting: int = 0
    status: int = 0
    root: int = 0
    not_done: int = 0
    false_happened: int = 0
    actors: int = 0
    actors_met: int = 0
    recipients: int = 0
    recipients_met: int = 0
    dates: int = 0
    dates_met: int = 0

    def share(self, part: str, whole: str) -> float:
        return float(getattr(self, part) / (getattr(self, whole) or 1))

    def __str__(self) -> str:
        pairs = [("found", "acts"), ("fitting", "made"), ("status", "found"), ("root", "found"), ("false_happened", "not_done")]
        pairs += [("actors_met", "actors"), ("recipients_met", "recipients"), ("dates_met", "dates")]
        return "  ".join(f"{part} {getattr(self, part)}/{getattr(self, whole)} = {self.share(part, whole):.3f}" for part, whole in pairs)

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def on(event: EventFound, spans: Iterable[list[int]]) -> bool:
    return any(event.trigger[0] < end and start < event.trigger[1] for start, end in spans)


def named(word: str, actors: Iterable[Actor]) -> bool:
    have = [n.casefold() for a in actors for n in (a.name, a.label)]
    return any(word.casefold() in h or h in word.casefold() for h in have)


def score_act(score: Score, act: dict[str, Any], events: list[EventFound]) -> list[EventFound]:
    """Count one labelled act; returns the events on its words, the best of them first."""
    on_it = sorted((e for e in events if on(e, act["at"])), key=lambda e: (e.status not in act["status"], e.plover not in act["root"]))
    undone = not {"happened", "ongoing"} & set(act["status"])
    score.acts += 1
    score.not_done += undone
    if not on_it:
        return []
    best = on_it[0]
    score.found += 1
    score.status += best.status in act["status"]
    score.root += best.plover in act["root"]
    score.false_happened += undone and any(e.status == "happened" for e in on_it)
    together = (*best.actors, *best.recipients) if best.plover in SYMMETRIC else ()
    for word in act["actors"]:
        score.actors += 1
        score.actors_met += named(word, together or best.actors)
    for word in act["recipients"]:
        score.recipients += 1
        score.recipients_met += named(word, together or best.recipients)
    score.dates += act["date"] is not None
    score.dates_met += act["date"] is not None and best.about is not None and named(act["date"], [Actor(best.about.text or "")])
    return on_it


def score_row(row: dict[str, Any], doc: Doc) -> Score:
    score, events = Score(), layers(doc).events
    used = {id(e) for act in row["acts"] for e in score_act(score, act, events)}
    for span in row["not_done"]:
        score.not_done += 1
        stray = [e for e in events if on(e, [span]) and id(e) not in used]
        score.false_happened += any(e.status == "happened" for e in stray)
        used |= {id(e) for e in stray if e.status != "happened"}
    counted = [e for e in events if id(e) in used or not on(e, row["aside"])]
    score.made += len(counted)
    score.fitting += sum(id(e) in used for e in counted)
    return score


def score_rows(rows: list[dict[str, Any]], docs: Iterable[Doc]) -> Score:
    return sum((score_row(row, doc) for row, doc in zip(rows, docs, strict=True)), Score())
