"""Three agreements coded by hand and what newspapers tell of them: by whose word what was done, and how each term stands on a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from made_processes import label, process, who

from trucekeeper.agreement.bearing import bearing_of
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.agreement.state import Stand
from trucekeeper.model.matches import Match

NAMES = ("sarpe", "belk", "ilmari")


@cache
def matches(name: str) -> tuple[tuple[Match, str], ...]:
    """Every match with the words of its whole sentence."""
    agreement, claims, papers = process(name)
    whole = {(s.document, c.id): " ".join(s.text.split()) for s in sentences_of(papers, claims) for c in s.claims}
    return tuple((m, whole.get((m.document, m.claims[0]), m.words)) for m in bearing_of(agreement, claims, papers).matches([], agreement.key))


@cache
def stand(name: str, day: str) -> Stand:
    agreement, claims, papers = process(name)
    return Stand.of(agreement, bearing_of(agreement, claims, papers), date.fromisoformat(day))


def fits(row: list[str], match: Match, words: str, *, voice: bool = False) -> bool:
    told = row[0] in words and match.line == row[1] and (match.state or "") == row[2]
    return told and (not voice or row[3].casefold() in who(match.by).casefold())


@pytest.mark.parametrize("name", NAMES)
def test_what_is_matched_without_a_person_is_right(name: str) -> None:
    automatic = [(m, words) for m, words in matches(name) if m.certainty == "matched"]
    wrong = [(m.line, m.state, words) for m, words in automatic if not any(fits(row, m, words) for row in label(name)["told"])]
    unvoiced = [(m.line, who(m.by), words) for m, words in automatic if not any(fits(row, m, words, voice=True) for row in label(name)["told"])]
    assert len(automatic) >= 0.5 * len(label(name)["told"])
    assert not wrong
    assert len(unvoiced) <= 0.15 * len(automatic), unvoiced


@pytest.mark.parametrize("name", NAMES)
def test_what_is_plainly_told_is_found(name: str) -> None:
    told = [row for row in label(name)["told"] if row[2]]
    missed = [row for row in told if not any(fits(row, m, words) for m, words in matches(name))]
    assert len(missed) <= 0.4 * len(told), missed


def cases(kind: str) -> list[Any]:
    return [pytest.param(name, row, id=f"{name}-{'-'.join(map(str, row[:2]))}") for name in NAMES for row in label(name)[kind]]


@pytest.mark.parametrize(("name", "row"), cases("states"))
def test_a_term_on_a_day(name: str, row: list[Any]) -> None:
    day, key, accounts, computed = row
    made = next(t for t in stand(name, day).state.terms if t.term.id == key)
    told = [(s.state, who(s.by)) for s in made.states[:-1] if s.ground == "claim"]
    wanted = [a.split(": ") for a in accounts]
    assert len(told) == len(wanted), told
    assert all(any(state == s and voice.casefold() in by.casefold() for s, by in told) for state, voice in wanted), told
    assert made.states[-1].state == computed, made.states[-1].reason


@pytest.mark.parametrize(("name", "row"), cases("phases"))
def test_a_phase_on_a_day(name: str, row: list[str]) -> None:
    day, key, state, begin, end = row
    made = next(p for p in stand(name, day).state.phases if p.id == key)
    assert (made.state, made.begin.as_range if made.begin else "", made.end.as_range if made.end else "") == (state, begin, end)
