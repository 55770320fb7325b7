"""Positions by party and issue over time: where each stands now, and who moved, when, and by which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucekeeper.model.claims import Actor, Position
from trucekeeper.model.document import Document
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.likeness import likeness
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.words import time_words

SAME = 0.7  # share of meaning words from which a position is only said again
MATTER = 0.5  # from which two are on one matter


@dataclass(frozen=True, slots=True)
class Move:
    """A party that takes another stance on an issue, or holds one no longer."""

    before: Position
    after: Position
    reason: str


@dataclass(frozen=True, slots=True)
class Stand:
    """What one party has said on one issue, oldest first; `moves` where the stance changed."""

    party: str
    issue: str
    positions: tuple[Position, ...]
    moves: tuple[Move, ...]


def _order(position: Position, documents: Mapping[str, Document]) -> tuple[str, str, int, str]:
    document = documents.get(position.document)
    said = (position.said.latest or "") if position.said else ""
    return (said or (document.published if document else None) or ""), position.document, position.evidence[0].start, position.id


def _day(position: Position, documents: Mapping[str, Document]) -> str:
    return _order(position, documents)[0][:10]


def _moved(positions: list[Position], documents: Mapping[str, Document]) -> list[Move]:
    """Changes from one dated position to a later one on the same matter."""
    made = []
    for index, after in enumerate(positions):
        earlier = [p for p in positions[:index] if _day(p, documents) < _day(after, documents)]
        alike = [p for p in earlier if likeness(p.content, after.content) >= MATTER]
        before = alike[-1] if alike else None
        if before and before.held != after.held:
            made.append(Move(before, after, f"{before.held} ({time_words(before.said)}), then {after.held} ({time_words(after.said)})"))
    return made


def stands(positions: Iterable[Position], who: WhoIsWho, documents: Mapping[str, Document]) -> list[Stand]:
    """Positions parted by party and issue, sorted by issue and party."""
    held: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        key = who.entity_of(position.party) if position.party else ""
        held[(position.issue, key)].append(position)
    made = []
    for (issue, _), group in sorted(held.items()):
        group.sort(key=lambda p: _order(p, documents))
        party = group[0].party or Actor("party not stated")
        made.append(Stand(who.label_of(party), issue, tuple(group), tuple(_moved(group, documents))))
    return made


def each_once(moves: Iterable[Move]) -> list[Move]:
    """Moves without those that a copy of a story tells again in the same words."""
    told: dict[tuple[str, ...], Move] = {}
    for move in moves:
        told.setdefault((move.before.held, move.after.held, plain(move.after.content)), move)
    return list(told.values())


def distinct(positions: Iterable[Position]) -> list[tuple[Position, ...]]:
    """Positions that say the same again laid on one pile, the newest pile last; each pile oldest first."""
    piles: list[list[Position]] = []
    for position in positions:
        match = next((p for p in piles if p[0].held == position.held and _again(p[-1], position)), None)
        if match is None:
            piles.append([position])
        else:
            match.append(position)
    return [tuple(pile) for pile in piles]


def _again(a: Position, b: Position) -> bool:
    return likeness(a.content, b.content) >= SAME
