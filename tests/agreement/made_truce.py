"""Provisions and events of an invented truce, by hand, for the tests of this folder."""

from __future__ import annotations

from typing import Any

from trucekeeper.model.claims import Actor, Anchor, Attribution, Claim, Event, Provision
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.ids import digest
from trucekeeper.model.time import Time

NORTH, SOUTH = Actor("the North", "north", "the North"), Actor("the South", "south", "the South")
TEXT = Document(name="accord", text="x" * 400, outlet="Archive", published="2031-05-01")
REPORT = Document(name="report", text="y" * 400, outlet="Gazette", published="2031-06-20")


def common(kind: str, paper: Document, start: int, by: Actor | None) -> dict[str, Any]:
    words = Evidence(start, start + 10, paper.text[start : start + 10])
    chain = (Actor(paper.outlet or ""), by) if by else (Actor(paper.outlet or ""),)
    return {
        "id": digest(kind, paper.id, start), "document": paper.id, "evidence": (words,), "said": Time(None, paper.published),
        "attribution": Attribution(chain, "indirect" if by else "outlet"),
    }  # fmt: skip


def term(start: int, *, paper: Document = TEXT, by: Actor | None = None, **fields: Any) -> Provision:
    return Provision(**common("provision", paper, start, by), **{"action": f"do {start}", **fields})


def event(start: int, *, paper: Document = REPORT, by: Actor | None = None, **fields: Any) -> Event:
    return Event(**common("event", paper, start, by), **fields)


def date_anchor(day: str, relation: str, offset: str | None = None) -> Anchor:
    return Anchor(day, "date", day, offset, relation)


SIGNED = term(0, action="signed", issue="signature", anchor=date_anchor("2031-05-01", "on"))
BEGUN = term(20, issue="ceasefire duration", anchor=date_anchor("2031-05-03", "from"))
ENDED = term(40, paper=REPORT, phase="1", issue="ceasefire duration", anchor=date_anchor("2031-06-13", "until", "P6W"), quantity="six weeks")
SECOND = term(60, paper=REPORT, by=SOUTH, phase="2", issue="next phase", standing="demanded", proposer=SOUTH, action="begin the second phase")
LONGER = term(80, paper=REPORT, by=NORTH, phase="1", issue="ceasefire duration", standing="demanded", anchor=date_anchor("2031-07-15", "until"))
WITHDRAW = term(100, clause="2.1", issue="withdrawal", obligors=(NORTH,), anchor=Anchor("within 21 days of signature", "event", "signature", "P21D", "within"))
PRISONERS = term(120, clause="2.2", issue="prisoners", obligors=(SOUTH,), anchor=Anchor("by 10 May", "date", "2031-05-10", None, "by"))
LEFT = event(140, by=SOUTH, act="withdraw", status="happened", actors=(NORTH,), about=Time("2031-05-20", "2031-05-20"))
DENIED = event(160, by=SOUTH, act="withdraw", status="denied", actors=(NORTH,))
WILL_LEAVE = event(180, act="withdraw", status="planned", actors=(NORTH,), about=Time("2031-06-25", "2031-06-25"))

ALL: list[Claim] = [SIGNED, BEGUN, ENDED, SECOND, LONGER, WITHDRAW, PRISONERS, LEFT, DENIED, WILL_LEAVE]
PAPERS = [TEXT, REPORT]
