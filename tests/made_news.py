"""Two readings of an invented record, for the tests of what is new: a plan that is carried out, another count, a party that moves, and two copies."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

from made_claims import CLINIC, MINISTRY, ORRIN, TAVEL, Desk, day
from trucekeeper.model.document import Document
from trucekeeper.record import Record

FIRST, SECOND = "2031-04-02T08:00:00Z", "2031-04-05T08:00:00Z"
LONG = " ".join(f"The harbour council of Sess met about boat {n} and the tide of the winter." for n in range(12))
STORY = f"Ten people were killed at Fort Belm on 1 April, the ministry said. Tavel rejects a truce on Sess. {LONG}"


def old_papers(desk: Desk) -> None:
    quay = desk.paper(
        "Quay", f"Ten people were killed at Fort Belm on 1 April, the ministry said. Tavel rejects a truce on Sess. {LONG}", published="2031-04-02"
    )
    desk.figure(quay, "Ten people", 10, of="people", by=(MINISTRY,), about=day("2031-04-01"))
    desk.event(quay, "Ten people were killed at Fort Belm", "attack", type="ASSAULT", about=day("2031-04-01"), actors=(TAVEL,))
    desk.position(quay, "a truce on Sess", TAVEL, "ceasefire", stance="rejects")
    plan = desk.paper("Ebb", "Orrin will open the fish market of Sess on 4 April, it said.", published="2031-04-02")
    desk.event(plan, "open the fish market of Sess", "open", type="COOPERATE", status="planned", about=day("2031-04-04"), actors=(ORRIN,))


def new_papers(desk: Desk) -> None:
    tide = desk.paper("Tide", "The clinic counts 14 people killed at Fort Belm on 1 April. Tavel accepts a truce on Sess.", published="2031-04-05")
    desk.figure(tide, "14 people", 14, of="people", by=(CLINIC,), about=day("2031-04-01"))
    desk.position(tide, "a truce on Sess", TAVEL, "ceasefire", stance="accepts")
    desk.statement(tide, "Tavel accepts a truce on Sess", TAVEL)
    opened = desk.paper("Foam", "Orrin opened the fish market of Sess on 4 April. It was full.", published="2031-04-05")
    desk.event(opened, "Orrin opened the fish market of Sess", "open", type="COOPERATE", status="happened", about=day("2031-04-04"), actors=(ORRIN,))
    for name in ("Gull", "Tern"):
        copy = desk.paper(name, f"{STORY} The {name} asked the envoy of Orrin.", published="2031-04-03")
        desk.figure(copy, "Ten people", 10, of="people", by=(MINISTRY,), about=day("2031-04-01"))
        desk.event(copy, f"The {name} asked the envoy", "ask", type="CONSULT", actors=(ORRIN,))


def two_readings(path: Path, *, seed: int | None = None) -> Desk:
    """The old papers, then the new ones, each reading's in an order of its own."""
    desk = Desk()
    old_papers(desk)
    before = list(desk.papers)
    new_papers(desk)
    rest = [p for p in desk.papers if p not in before]
    for papers in (before, rest):
        if seed is not None:
            random.Random(seed).shuffle(papers)
    with Record.create(path) as record:
        put(record, desk, before, FIRST)
        put(record, desk, rest, SECOND)
    return desk


def put(record: Record, desk: Desk, papers: Iterable[Document], learnt: str) -> None:
    for paper in papers:
        record.add(paper, [c for c in desk.held if c.document == paper.id], learnt=learnt)
