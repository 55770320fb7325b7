"""What two positions are to each other: of one party on one issue, said again, moved, or on different matters."""

from __future__ import annotations

from collections.abc import Iterator

from trucekeeper.model.claims import Position
from trucekeeper.weighing.likeness import likeness
from trucekeeper.weighing.stances import MATTER, SAME, Stand
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.why.reasons import Change, Reason, Why, carried, people_on
from trucekeeper.weighing.words import said_words


def why_positions(a: Position, b: Position, known: Weighed) -> Why:
    stand = stand_of(a, known)
    together = stand is not None and any(p.id == b.id for p in stand.positions)
    alike = likeness(a.content, b.content)
    move = next((m for m in stand.moves if {m.before.id, m.after.id} == {a.id, b.id}), None) if stand else None
    if not together:
        relation, decided = "kept apart", "another party" if not _one_party(a, b, known) else "another issue"
    elif move:
        relation, decided = "moved", move.reason
    elif a.stance == b.stance and alike >= SAME:
        relation, decided = "said again", f"the same stance in much the same words ({alike:.0%} in common; {SAME:.0%} are asked for)"
    else:
        relation, decided = "one party on one issue", _both_stand(a, b, alike)
    return Why(together, relation, decided, (*_reasons(a, b, known), *carried(a, b, known)), people_on((a, b), known), tuple(_changes(a, b, known, together)))


def stand_of(position: Position, known: Weighed) -> Stand | None:
    return next((s for s in known.stands if any(p.id == position.id for p in s.positions)), None)


def _one_party(a: Position, b: Position, known: Weighed) -> bool:
    keys = [known.who.entity_of(p.party) if p.party else "" for p in (a, b)]
    return keys[0] == keys[1]


def _both_stand(a: Position, b: Position, alike: float) -> str:
    if alike < MATTER:
        return f"both stand: the words are of different matters ({alike:.0%} in common; {MATTER:.0%} are asked for to call it a move)"
    return "both stand: the stance is the same, in other words" if a.held == b.held else "both stand: neither is known to be the later one"


def _reasons(a: Position, b: Position, known: Weighed) -> Iterator[Reason]:
    parties = [p.party.label if p.party else "not stated" for p in (a, b)]
    one = _one_party(a, b, known)
    yield Reason("party", "for" if one else "against", parties[0] if parties[0] == parties[1] else f"{parties[0]}; {parties[1]}")
    issues = [p.issue.replace("_", " ") for p in (a, b)]
    yield Reason("issue", "for" if issues[0] == issues[1] else "against", issues[0] if issues[0] == issues[1] else f"{issues[0]}; {issues[1]}")
    yield Reason("stance", "neither", a.held if a.held == b.held else f"{a.held}; {b.held}")
    yield Reason("words", "neither", f"{likeness(a.content, b.content):.0%} of the words that carry meaning are common to the two")
    yield Reason("said", "neither", f"{said_words(a.said, unknown='not dated')}; {said_words(b.said, unknown='not dated')}")


def _changes(a: Position, b: Position, known: Weighed, together: bool) -> Iterator[Change]:
    one, same_issue = _one_party(a, b, known), a.issue == b.issue
    if not one and same_issue and a.party and b.party:
        yield Change("if the two parties were one", f'truce judge RECORD "{b.party.label}" --same-as "{a.party.label}" --by NAME')
    if one and not same_issue:
        yield Change(f"if the second were on {a.issue.replace('_', ' ')}", f"truce judge RECORD {b.id[:8]} correct --set issue={a.issue} --by NAME")
    if together:
        yield Change("if the second were on another issue, or another party's", f"truce judge RECORD {b.id[:8]} correct --set issue=ISSUE --by NAME")
