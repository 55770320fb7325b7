"""Claims on an invented conflict, made by hand for the tests of weighing and views: two small states, Orrin and Tavel, and the island of Sess."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trucekeeper.model.claims import Actor, Attribution, Claim, Event, Figure, Place, Position, Provision, Role, Statement
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.ids import digest
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.time import Time
from trucekeeper.weighing.weighed import Weighed

ORRIN = Actor("Orrin", "orrin", "Orrin")
TAVEL = Actor("Tavel", "tavel", "Tavel")
MINISTRY = Actor("the ministry", "~orrin-health-ministry", "Orrin Health Ministry")
CLINIC = Actor("Sess Clinic", None, "Sess Clinic")
MONITORS = Actor("the Lake Monitors", None, "Lake Monitors")


def day(first: str, last: str | None = None) -> Time:
    return Time(first, last or first)


@dataclass
class Desk:
    """Documents and the claims made of their words. Every method takes the exact words that the claim rests on."""

    papers: list[Document] = field(default_factory=list)
    held: list[Claim] = field(default_factory=list)
    decided: list[Judgement] = field(default_factory=list)

    def paper(self, name: str, text: str, **fields: Any) -> Document:
        made = Document(name=name, text=text, **{"outlet": f"{name} Post", "published": "2031-04-02", **fields})
        self.papers.append(made)
        return made

    def _common(self, kind: str, paper: Document, words: str, by: tuple[Actor, ...], fields: dict[str, Any]) -> dict[str, Any]:
        start = paper.text.index(words)
        nth = sum(c.document == paper.id and c.evidence[0].exact == words for c in self.held)
        chain = (Actor(paper.outlet), *by) if paper.outlet else by
        return {
            "id": digest(kind, paper.id, start, words, nth),
            "document": paper.id,
            "evidence": (Evidence(start, start + len(words), words),),
            "attribution": Attribution(chain, "indirect" if by else "outlet"),
            "said": paper.said,
            **fields,
        }

    def figure(self, paper: Document, words: str, value: float | None, measure: str = "killed", *, by: tuple[Actor, ...] = (), **fields: Any) -> Figure:
        made = Figure(**self._common("figure", paper, words, by, {"measure": measure, "value": value, **fields}))
        self.held.append(made)
        return made

    def event(self, paper: Document, words: str, act: str, *, by: tuple[Actor, ...] = (), **fields: Any) -> Event:
        made = Event(**self._common("event", paper, words, by, {"act": act, **fields}))
        self.held.append(made)
        return made

    def statement(self, paper: Document, words: str, speaker: Actor, **fields: Any) -> Statement:
        made = Statement(**self._common("statement", paper, words, (speaker,), {"speaker": speaker, "content": words, **fields}))
        self.held.append(made)
        return made

    def role(self, paper: Document, words: str, person: Actor, title: str, **fields: Any) -> Role:
        made = Role(**self._common("role", paper, words, (), {"person": person, "title": title, **fields}))
        self.held.append(made)
        return made

    def position(self, paper: Document, words: str, party: Actor, issue: str, **fields: Any) -> Position:
        made = Position(**self._common("position", paper, words, (party,), {"party": party, "issue": issue, "content": words, **fields}))
        self.held.append(made)
        return made

    def provision(self, paper: Document, words: str, **fields: Any) -> Provision:
        made = Provision(**self._common("provision", paper, words, (), {"action": words, **fields}))
        self.held.append(made)
        return made

    def documents(self) -> list[Document]:
        return self.papers

    def claims(self, **_: Any) -> list[Claim]:
        return self.held

    def judgements(self) -> list[Judgement]:
        return self.decided

    def weighed(self) -> Weighed:
        return Weighed.of(self)


def sess(name: str = "Sess") -> Place:
    return Place(name)


def island() -> Desk:
    """Three reports on the truce of Sess: two tolls, a plan told twice, a denial, positions, a copy."""
    desk = Desk()
    first = desk.paper(
        "Quay",
        "The first phase of the truce ended on 1 April.\nOrrin prepared to send a team to Port Sess on Thursday.\n"
        "Tavel demanded an end to the fish blockade, envoy Ida Roe said.\nThe Orrin Health Ministry said 17 people were killed in the fire on Sess.\n"
        "Orrin said Tavel's boats set the fire.",
        title="Fire tests the truce",
    )
    second = desk.paper(
        "Tide",
        "Sess Clinic counted 25 people killed in the fire.\nTavel denied that its boats set the fire.\nOrrin offers to open the fish market in May.\n"
        "Orrin's envoys will travel to Port Sess on Thursday, its office said.",
        published="2031-04-03",
    )
    thursday = day("2031-04-04")
    envoy = Actor("Ida Roe", None, "Ida Roe")
    place = sess("Port Sess")
    desk.event(first, "The first phase of the truce ended", "end truce", type="RETREAT", about=day("2031-04-01"))
    desk.event(first, "send a team to Port Sess on Thursday", "visit", actors=(ORRIN,), status="planned", about=thursday, place=place)
    desk.event(
        second, "Orrin's envoys will travel to Port Sess on Thursday", "visit", by=(ORRIN,), actors=(ORRIN,), status="planned", about=thursday, place=place
    )
    fire: dict[str, Any] = {"actors": (TAVEL,), "place": sess(), "type": "ASSAULT"}
    desk.event(first, "Tavel's boats set the fire", "burn", by=(ORRIN,), about=day("2031-04-01"), **fire)
    desk.event(second, "its boats set the fire", "burn", by=(TAVEL,), status="denied", about=day("2031-04-01"), **fire)
    desk.figure(first, "17 people were killed", 17, by=(MINISTRY,), of="people", place=sess(), about=day("2031-04-01"))
    desk.figure(second, "25 people killed", 25, by=(CLINIC,), of="people", place=sess(), about=day("2031-04-01"))
    desk.position(first, "an end to the fish blockade", TAVEL, "blockade", stance="demands")
    desk.position(second, "open the fish market in May", ORRIN, "blockade", stance="offers")
    desk.statement(first, "Tavel demanded an end to the fish blockade", envoy, act="demand")
    return desk


def island_record(path: Path) -> Path:
    """The island's reports and claims in a record of their own."""
    from trucekeeper.record import Record

    desk = island()
    with Record.create(path) as record:
        for paper in desk.papers:
            record.add(paper, [c for c in desk.held if c.document == paper.id], learnt="2031-04-03T08:00:00Z")
    return path
