"""Labelled reports (`reports.txt`): their text without the marks, and for each mark what stands where and who it has to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import Layers

MARK = re.compile(r"\[([^\[\]|@]+)([|@])([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Label:
    """Code points [start, end); `speech` where the words are a cue and `wanted` is its speaker."""

    start: int
    end: int
    wanted: str
    speech: bool


@dataclass(frozen=True, slots=True)
class Report:
    name: str
    text: str
    labels: tuple[Label, ...]


def reports() -> list[Report]:
    data = (Path(__file__).parent / "reports.txt").read_text(encoding="utf-8")
    return [unmarked(part) for part in data.split("== ")[1:]]


def unmarked(part: str) -> Report:
    name, _, marked = part.partition("\n")
    text, labels, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        labels.append(Label(len(text), len(text) + len(mark[1]), mark[3], mark[2] == "@"))
        text += mark[1]
        at = mark.end()
    return Report(name, (text + marked[at:]).rstrip(), tuple(labels))


def bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def who(found: Layers, label: Label) -> set[str]:
    """The names and the id of whoever the label's words stand for in the layers; "-" where nobody was found, "~" for the unnamed."""
    if label.speech:
        statement = next((s for s in found.statements if any(a < label.end and label.start < b for a, b in s.cue)), None)
        return of_actor(statement.speaker) if statement and statement.speaker else {"-"}
    same = [m for m in found.mentions if (m.start < label.end and m.end == label.end) or (m.start == label.start and m.end >= label.end)]
    mention = min(same, key=lambda m: abs(m.start - label.start) + abs(m.end - label.end), default=None)
    if mention is None:
        return {"-"}
    entity = found.entities[mention.entity]
    if entity.actor is None:
        return {"~", bare(entity.name)}
    return {bare(n) for n in (entity.name, *entity.aliases, entity.actor)}


def of_actor(actor: Actor) -> set[str]:
    names = {bare(n) for n in (actor.name, actor.resolved, actor.actor) if n}
    return names if actor.actor else names | {"~"}


def right(found: Layers, label: Label) -> bool:
    got = who(found, label)
    return bare(label.wanted) in got or (label.wanted == "-" and "~" in got)
