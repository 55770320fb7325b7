"""Copies of one story, and texts that only share a subject."""

from __future__ import annotations

import random

import pytest

from trucekeeper.model.document import Document
from trucekeeper.weighing.copies import copies, stories

WORDS = ["harbour", "council", "boat", "ferry", "quay", "tide", "envoy", "truce", "fish", "market", "island", "north", "south", "winter", "bread", "lamp"]


def story(seed: int, paragraphs: int = 8, length: int = 45) -> list[str]:
    """Paragraphs of invented words, the same for the same seed."""
    rng = random.Random(seed)
    return [" ".join(rng.choice(WORDS) + str(rng.randrange(40)) for _ in range(length)) + "." for _ in range(paragraphs)]


def paper(name: str, lines: list[str]) -> Document:
    return Document(name=name, text="\n".join(lines), outlet=name)


ORIGINAL = story(1)
EDITED = [line.replace("boat", "vessel").replace("quay", "pier", 1) for line in ORIGINAL]
CASES = [
    ("the same", ORIGINAL, "exact"),
    ("other case and spacing", [line.upper() + "  " for line in ORIGINAL], "exact"),
    ("a word changed here and there", [line.replace(line.split()[20], "changed") for line in ORIGINAL], "near"),
    ("another lead", [*story(2, 2), *ORIGINAL], "near"),
    ("cut to the first three paragraphs", ORIGINAL[:3], "cut"),
    ("two paragraphs quoted in another story", [*story(3, 5), *ORIGINAL[:2]], "quotes"),
    ("another story in the same words", story(4), None),
]


@pytest.mark.parametrize(("name", "lines", "relation"), CASES, ids=[c[0] for c in CASES])
def test_relations(name: str, lines: list[str], relation: str | None) -> None:
    found = copies([paper("a", ORIGINAL), paper("b", lines)])
    assert [c.relation for c in found] == ([relation] if relation else [])


def test_stories_join_copies_and_not_quotations() -> None:
    held = [paper("a", ORIGINAL), paper("b", EDITED), paper("c", ORIGINAL[:4]), paper("d", [*story(3, 6), *ORIGINAL[:2]])]
    by_name = {d.id: d.name for d in held}
    parted = {tuple(sorted(by_name[i] for i in group)) for group in stories([d.id for d in held], copies(held)).values()}
    assert parted == {("a", "b", "c"), ("d",)}


def test_order_does_not_matter() -> None:
    held = [paper(str(n), lines) for n, (_, lines, _) in enumerate(CASES)]
    assert copies(held) == copies(reversed(held))


def test_planted_copies_are_found_among_many() -> None:
    held = [paper(f"p{n}", story(100 + n, 5, 30)) for n in range(300)]
    planted = [paper(f"c{n}", [*story(900 + n, 1, 30), *story(100 + n, 5, 30)]) for n in range(40)]
    found = {frozenset((c.first, c.second)) for c in copies([*held, *planted])}
    assert found == {frozenset((held[n].id, planted[n].id)) for n in range(40)}
