"""Why claims were set together or apart: the verdict is the record's own, the reasons name what was looked at, and each change that is named does change it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from made_claims import CLINIC, MINISTRY, ORRIN, TAVEL, Desk, day, island, sess
from trucekeeper.model.claims import Actor, Claim, Event, Figure, Position
from trucekeeper.model.judgement import Judgement
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.why.claims import ties_of, why

FIRST: dict[str, Any] = {"about": day("2031-04-01"), "actors": (ORRIN,), "recipients": (TAVEL,), "place": sess("Fort Belm"), "type": "ASSAULT"}
# (name, what the second telling has otherwise, together or not, words of what decided, what would change it)
EVENTS: list[tuple[str, dict[str, Any], bool, str, set[str]]] = [
    ("all the same", {}, True, "the same act", set()),
    ("another day", {"about": day("2031-05-09")}, False, "the dates lie apart: 1 April 2031 and 9 May 2031", {"about"}),
    ("another place", {"place": sess("Port Orrin")}, False, "other places", {"place"}),
    ("other actors", {"actors": (TAVEL,)}, False, "other actors", {"--same-as"}),
    ("another day and place", {"about": day("2031-05-09"), "place": sess("Port Orrin")}, False, "other places", {"two"}),
]


def two_events(second: dict[str, Any]) -> tuple[Event, Event, Desk]:
    desk = Desk()
    one = desk.paper("One", "Orrin's boats shelled the jetty of Tavel at dawn.", published="2031-04-02")
    two = desk.paper("Two", "At Tavel's pier gunners opened up before breakfast.", published="2031-04-02")
    a = desk.event(one, "Orrin's boats shelled the jetty of Tavel", "shell", **FIRST)
    b = desk.event(two, "gunners opened up before breakfast", "shell", **{**FIRST, **second})
    return a, b, desk


@pytest.mark.parametrize(("name", "second", "together", "decided", "changes"), EVENTS, ids=[e[0] for e in EVENTS])
def test_events(name: str, second: dict[str, Any], together: bool, decided: str, changes: set[str]) -> None:
    a, b, desk = two_events(second)
    known = desk.weighed()
    assert (len(known.happenings) == 1) is together
    made = why(a, b, known)
    assert (made.together, made.relation) == (together, "tellings of one event" if together else "two events")
    assert decided in made.decided
    told = " ".join(f"{c.command or 'two'}" for c in made.changes)
    assert all(word in told for word in changes)
    assert {r.matter for r in made.reasons} >= {"act", "date", "place", "actors", "words", "origin", "copy"}
    against = {r.matter for r in made.reasons if r.speaks == "against"}
    assert bool(against) is not together


@pytest.mark.parametrize("second", [e[1] for e in EVENTS[1:4]], ids=[e[0] for e in EVENTS[1:4]])
def test_what_is_said_to_change_it_does(second: dict[str, Any]) -> None:
    a, b, desk = two_events(second)
    for change in why(a, b, desk.weighed()).changes:
        assert change.command is not None
        decided = _as_judged(change.command, a, b)
        changed = Weighed.make(desk.papers, desk.held, [decided])
        assert why(changed.by_id[a.id], changed.by_id[b.id], changed).together is True


def _as_judged(command: str, a: Event, b: Event) -> Judgement:
    """The judgement that a command of a change would make."""
    if "--same-as" in command:
        return Judgement(subject=TAVEL.key, other=ORRIN.key, verdict="same", by="R. Ode", at="2031-05-01T09:00:00Z")
    field = re.search(r"--set (\w+)=", command)
    assert field is not None
    assert b.id[:8] in command
    from trucekeeper.model.rows import to_row

    return Judgement(subject=b.id, verdict="correct", by="R. Ode", at="2031-05-01T09:00:00Z", correction={field[1]: to_row(a, a.document)[field[1]]})


def test_by_way_of_a_third_telling() -> None:
    desk = Desk()
    words = {"about": day("2031-04-01"), "type": "ASSAULT"}
    papers = [desk.paper(n, f"{n}: shots fell, on a jetty of the bay.", published="2031-04-02") for n in ("One", "Two", "Three")]
    a = desk.event(papers[0], "shots fell", "shell", **words, actors=(ORRIN,))
    b = desk.event(papers[1], "on a jetty of the bay", "shell", **words, recipients=(TAVEL,))
    desk.event(papers[2], "shots fell, on a jetty of the bay", "shell", **words, actors=(ORRIN,), recipients=(TAVEL,))
    made = why(a, b, desk.weighed())
    assert made.together is True
    assert made.decided.startswith(f"by way of other tellings: {a.id[:8]} and ")


def test_a_person_s_decision_is_told_and_tried_out() -> None:
    a, b, desk = two_events({"actors": (TAVEL,)})
    desk.decided.append(Judgement(subject=TAVEL.key, other=ORRIN.key, verdict="same", by="R. Ode", at="2031-05-01T09:00:00Z"))
    made = why(a, b, desk.weighed())
    assert made.together is True
    assert made.people == ("1 May 2031: R. Ode: tavel same orrin",)
    assert made.changes[-1].words == "if R. Ode’s decision of 1 May 2031 were taken back: two events"
    assert made.changes[-1].command == 'truce judge RECORD "tavel" undo --same-as "orrin" --by NAME'


# (name, the second count, together, relation, words of what decided, fields whose correction would change it)
FIGURES: list[tuple[str, dict[str, Any], bool | None, str, str, set[str]]] = [
    ("differs", {"value": 25, "by": (CLINIC,)}, True, "differs from", "17 (Orrin Health Ministry) and 25 (Sess Clinic)", set()),
    ("other people", {"value": 12, "by": (CLINIC,), "of": "sailors"}, None, "not compared", "they count different things (people; sailors)", {"of"}),
    ("new ones only", {"value": 9, "by": (CLINIC,), "counting": "new"}, False, "something else", "only new cases", {"counting"}),
    ("of another place", {"value": 25, "by": (CLINIC,), "place": sess("Port Orrin")}, False, "something else", "one counts in Sess", {"place"}),
    ("a whole war", {"value": 2300, "by": (CLINIC,)}, None, "not compared", "more than 5 times", set()),
    ("another measure", {"value": 25, "by": (CLINIC,), "measure": "wounded"}, None, "not compared", "one counts killed, the other wounded", {"measure"}),
]


@pytest.mark.parametrize(("name", "second", "together", "relation", "decided", "changes"), FIGURES, ids=[f[0] for f in FIGURES])
def test_figures(name: str, second: dict[str, Any], together: bool | None, relation: str, decided: str, changes: set[str]) -> None:
    desk = Desk()
    held = []
    base = {"by": (MINISTRY,), "of": "people", "place": sess(), "counting": "cumulative", "value": 17, "about": day("2031-04-01")}
    for paper, fields in (("One", {}), ("Two", second)):
        held.append(desk.figure(desk.paper(paper, f"So {paper} tells of the count at Fort Belm."), "the count", **{**base, **fields}))
    made = why(held[0], held[1], desk.weighed())
    assert made.together is together
    assert relation in made.relation
    assert decided in made.decided
    assert {c for c in changes if not any(f"--set {c}=" in (x.command or "") for x in made.changes)} == set()


def test_positions() -> None:
    desk = Desk()
    papers = [desk.paper(n, "Tavel spoke of a truce on Sess.", published=f"2031-04-0{i}") for i, n in enumerate(("One", "Two", "Three"), start=1)]
    first = desk.position(papers[0], "a truce on Sess", TAVEL, "ceasefire", stance="rejects")
    moved = desk.position(papers[1], "a truce on Sess", TAVEL, "ceasefire", stance="accepts")
    again = desk.position(papers[2], "a truce on Sess", TAVEL, "ceasefire", stance="accepts")
    other = desk.position(papers[2], "a truce on Sess", ORRIN, "ceasefire", stance="accepts")
    known = desk.weighed()
    assert why(first, moved, known).relation == "moved"
    assert why(moved, again, known).relation == "said again"
    assert (why(first, other, known).together, why(first, other, known).decided) == (False, "another party")
    assert why(first, other, known).changes[0].command == 'truce judge RECORD "Orrin" --same-as "Tavel" --by NAME'


def of_kind(desk: Desk, kind: type[Claim], words: str) -> Claim:
    return next(c for c in desk.held if isinstance(c, kind) and words in c.evidence[0].exact)


def test_one_claim_is_tied_to_its_tellings_and_denials() -> None:
    desk = island()
    known = desk.weighed()
    event = of_kind(desk, Event, "set the fire")
    ties = ties_of(known.by_id[event.id], known)
    assert "the same event" in {t.relation for t in ties}
    assert "denied" in {t.relation for t in ties}
    assert all(t.reason for t in ties)
    assert [t.together for t in ties] == sorted((t.together for t in ties), reverse=True)


def test_one_figure_names_both_sides_of_a_relation() -> None:
    desk = island()
    known = desk.weighed()
    ties = ties_of(of_kind(desk, Figure, "17 people"), known)
    assert next(t.relation for t in ties if t.other is not None) == "differs from"


def test_one_position_and_one_name() -> None:
    desk = island()
    held = of_kind(desk, Position, "market")
    full = Actor("the Republic of Orrin", None, "Republic of Orrin")
    desk.held.append(replace(held, id="f" * 16, party=full))
    known = desk.weighed()
    assert all(t.reason for t in ties_of(known.by_id[held.id], known))
