"""Accords and records of reports for properties: phases that hang on one another, rounds with make-up rounds, several accounts, disputes, amendments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from trucekeeper.agreement.lines import from_file
from trucekeeper.agreement.schema import AgreementFile
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Actor, Attribution, Claim, Event, Figure, Position, Provision, Statement, StatementSpans, TimeExpression
from trucekeeper.model.claims import Anchor as AnchorOf
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.ids import digest
from trucekeeper.model.time import Time, Timex

FIRST = date(2031, 5, 1)
LAST = 150  # days that reports may be of
PARTIES = ("the North", "the South")
PLACES = ("Ostrow", "Lipno", "Kesh")
DAYS = st.integers(0, LAST).map(lambda n: (FIRST + timedelta(days=n)).isoformat())
SOME_DAYS = st.one_of(
    DAYS, st.tuples(DAYS, DAYS).map(lambda two: "/".join(sorted(two))), DAYS.map(lambda d: f"/{d}"), DAYS.map(lambda d: f"{d}/"), st.just("?")
)
LENGTHS = st.sampled_from(["P3D", "P2W", "P21D", "P1M", "P3M", "PT72H", "?"])
RELATIONS = st.sampled_from(["within", "after", "before", "by", "on", "from", "during", "until", None])


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), values)


def line(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A line of a file without the fields that came out as None."""
    return st.fixed_dictionaries(fields).map(lambda made: {k: v for k, v in made.items() if v is not None})


def anchors(earlier: list[str], phases: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """To a day, an event, a phase, or one of the `earlier` terms, so that none goes in a circle."""
    targets = [("event", "signature"), ("event", "entry into force"), ("event", "local elections"), ("date", "2031-06-15")]
    targets += [("phase", f"{p}{edge}") for p in phases for edge in (":begin", ":end", "")] + [("clause", t) for t in earlier]
    return st.builds(
        lambda target, offset, relation: {"kind": target[0], "reference": target[1], **({"offset": offset} if offset else {}), "relation": relation},
        st.sampled_from(targets), maybe(LENGTHS), RELATIONS,
    )  # fmt: skip


ACTS = st.one_of(
    st.sampled_from(PLACES).map(lambda p: f"withdraw its forces from {p}"), st.just("release 80 captives"), st.just("not: tax humanitarian aid"),
    st.just("open the Kesh road"), st.just("publish a report on the accord"),
)  # fmt: skip
SCHEDULES = line(every=st.sampled_from(["P1W", "P2W", "P1M", "?"]), first=maybe(DAYS), count=maybe(st.integers(1, 13)), last=maybe(DAYS))


def terms(earlier: list[str], phases: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return line(
        act=ACTS, phase=maybe(st.sampled_from(phases)) if phases else st.none(),
        bearers=st.one_of(st.lists(st.sampled_from(PARTIES), unique=True, max_size=2), st.just("?")),
        issue=maybe(st.sampled_from(["withdrawal", "prisoners", "aid access", "blockade"])), quantity=maybe(st.just("80 captives")),
        anchor=maybe(anchors(earlier, phases)), ends=maybe(anchors(earlier, phases)),
        due=maybe(SOME_DAYS), schedule=maybe(SCHEDULES), conditions=maybe(st.just(["once the list is agreed"])),
        exceptions=maybe(st.just(["except for police"])), in_return_for=maybe(st.just(earlier[-1:])), survives=maybe(st.booleans()),
        standing=st.sampled_from(["agreed", "agreed", "agreed", "proposed", "demanded", "disputed"]), by=maybe(st.sampled_from(PARTIES)),
    )  # fmt: skip


OWED = [
    {"act": "withdraw its forces from Ostrow", "issue": "withdrawal"},
    {"act": "release 80 captives", "issue": "prisoners", "quantity": "80 captives"},
    {"act": "open the Kesh road", "issue": "blockade"},
]
SIDE = line(
    of=st.sampled_from(["soldiers", "captives", "bodies"]), value=maybe(st.integers(0, 60)), bound=st.sampled_from(["exact", "at_least"]),
    giver=maybe(st.sampled_from(PARTIES)), each=maybe(st.sampled_from(["round", "soldier"])),
)  # fmt: skip
ROUNDS = st.lists(line(number=st.integers(1, 14), due=maybe(DAYS), makes_up=maybe(st.integers(1, 6))), max_size=3, unique_by=lambda r: r["number"])
EXCHANGE = line(
    gives=st.lists(SIDE, min_size=1, max_size=2), returns=st.lists(SIDE, max_size=2), schedule=maybe(SCHEDULES), rounds=ROUNDS, dispute=maybe(st.just("lists"))
)
STEPS = [{"before": "the observers", "within": "P3D"}, {"before": "the guarantors", "within": "P1M"}, {"before": "a judge"}]


@st.composite
def accords(draw: st.DrawFn) -> Agreement:
    """An agreement as a person could have written it in a file."""
    keys = [str(n) for n in range(1, draw(st.integers(0, 4)) + 1)]
    phases = []
    for n, key in enumerate(keys):
        before = keys[:n]
        made = draw(
            line(
                begin=maybe(SOME_DAYS), end=maybe(SOME_DAYS), length=maybe(LENGTHS), begin_from=maybe(anchors([], before)), end_from=maybe(anchors([], before))
            )
        )
        phases.append({"id": key, "label": f"phase {key}", "number": n + 1, "needs": ["swap"] if n else [], **made})
    lines: list[dict[str, Any]] = []
    for n, owed in enumerate(OWED):  # what the reports tell of, so that most records tell of something
        dated = draw(
            line(due=maybe(SOME_DAYS), anchor=maybe(anchors([t["id"] for t in lines], keys)), phase=maybe(st.sampled_from(keys)) if keys else st.none())
        )
        lines.append({"id": f"owed{n}", "bearers": [PARTIES[n % 2]], **owed, **dated})
    for n in range(draw(st.integers(0, 3))):
        lines.append({"id": f"t{n}", **draw(terms([t["id"] for t in lines], keys))})
    ids = [*keys, *(t["id"] for t in lines), "swap"]
    change = line(
        what=st.sampled_from(["extend", "replace", "suspend", "resume", "end"]), line=st.sampled_from(ids), on=maybe(DAYS), until=maybe(DAYS),
        length=maybe(LENGTHS), replacement=maybe(st.sampled_from(ids)),
    )  # fmt: skip
    paper = line(signed=maybe(DAYS), effective=maybe(DAYS), standing=st.sampled_from(["agreed", "agreed", "proposed"]), changes=st.lists(change, max_size=3))
    amendments = [{"id": f"a{n}", **draw(paper)} for n in range(draw(st.integers(0, 3)))]
    if amendments and lines and draw(st.booleans()):
        lines[-1]["added_by"] = "a0"
    content: dict[str, Any] = {
        "name": "the accord", "parties": [{"name": p} for p in PARTIES], "phases": phases, "terms": lines, "amendments": amendments,
        "moments": [{"name": "local elections", "when": draw(SOME_DAYS)}], "exchanges": [{"id": "swap", **draw(EXCHANGE)}],
        "aid": [{"id": "aid", "of": "trucks", "value": 80, "crossings": draw(st.sampled_from([[], ["Sorna"], ["Sorna", "Velt"]]))}],
        "money": [{"id": "fund", "name": "resettlement fund", "contributions": [{"by": "the North", "value": 900, "currency": "EUR"}]}],
        "disputes": [{"id": "lists", "matter": "the names on a list", "steps": STEPS}], **draw(line(signed=maybe(DAYS), effective=maybe(SOME_DAYS))),
    }  # fmt: skip
    return from_file(AgreementFile.model_validate(content))


@dataclass(frozen=True)
class Report:
    """A document with its claims, and on which day (counted from FIRST) the record learnt it."""

    document: Document
    claims: tuple[Claim, ...]
    learnt: int


SENTENCES = [
    "The army has left {place}.", "The army was keeping men in {place}.", "The army has not left {place}.", "It has freed {n} of the 80 captives so far.",
    "The North handed over {n} soldiers in the {nth} round of the exchange.", "{n} soldiers have been released so far.",
    "The {nth} round of the exchange did not take place.", "The South rejected the list of captives for the exchange.",
    "{n} trucks of aid entered through Sorna.", "The Kesh road reopened to traffic.", "Guards delayed lorries of humanitarian aid.",
    "The North has paid {n} euros into the resettlement fund.", "The missed round was made up for with {n} soldiers.",
    "The sides agreed that the round would be held soon.", "Rain fell on the hills.",
]  # fmt: skip
ACTS_TOLD = ["withdraw", "release", "exchange", "deliver aid", "give money", "open", "negotiate"]


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    return [draw(report(n)) for n in range(draw(st.sampled_from([3, 2, 4, 0])))]


@st.composite
def report(draw: st.DrawFn, number: int) -> Report:
    published = draw(st.integers(0, LAST))
    words = {"place": st.sampled_from(PLACES), "n": st.integers(1, 60), "nth": st.sampled_from(["first", "second", "fifth"])}
    told = [s.format(**{k: draw(v) for k, v in words.items()}) for s in draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4, unique=True))]
    day = (FIRST + timedelta(days=published)).isoformat()
    # no two reports are one document: claims of one id would differ in what they say
    paper = Document(name=f"r{number}", text=f"{' '.join(told)} Page {number}.", outlet=draw(st.sampled_from(["Gazette", "Herald"])), published=day)
    claims: list[Claim] = []
    start = 0
    for sentence in told:
        claims += draw(claims_in(paper, start, sentence, day))
        start += len(sentence) + 1
    return Report(paper, tuple(claims), published + draw(st.integers(0, 20)))


@st.composite
def claims_in(draw: st.DrawFn, paper: Document, start: int, sentence: str, day: str) -> list[Claim]:
    """An act, the numbers, a promise with its day, and a term told of a phase; each in the report's voice or somebody's."""
    by = draw(st.sampled_from([None, *PARTIES]))
    chain = (Actor(paper.outlet or ""), Actor(by)) if by else (Actor(paper.outlet or ""),)
    about = draw(maybe(DAYS))
    when = Time.from_range(about) if about else None

    def common(kind: str, first: int, last: int) -> dict[str, Any]:
        found = Evidence(first, last, paper.text[first:last])
        return {
            "id": digest(kind, paper.id, first, last), "document": paper.id, "evidence": (found,), "said": Time(day, day),
            "attribution": Attribution(chain, "indirect" if by else "outlet"), "about": when,
        }  # fmt: skip

    end = start + len(sentence)
    status = draw(st.sampled_from(["happened", "happened", "denied", "planned"]))
    made: list[Claim] = [
        Event(**common("event", start, end), act=draw(st.sampled_from(ACTS_TOLD)), status=status, actors=(Actor(draw(st.sampled_from(PARTIES))),))
    ]
    at = start
    for word in sentence.split():
        at = paper.text.index(word, at)
        if word.isdigit():
            money = "euros" in sentence
            unit, measure = ("EUR", "money given") if money else (None, "released")
            of = sentence[at - start + len(word) :].split()[0].strip(".")
            made.append(Figure(**common("figure", at, at + len(word)), value=float(word), of=of, unit=unit, measure=measure))
        at += len(word)
    if draw(st.booleans()):
        spans = StatementSpans(content=(Evidence(start, end, paper.text[start:end]),))
        act = draw(st.sampled_from(["promise", "denial", "accusation", None]))
        made.append(Statement(**common("statement", start, end), speaker=Actor(by) if by else None, content=sentence, act=act, spans=spans))
        made.append(TimeExpression(**common("time", end - 2, end), timex=Timex("DATE", "2031-06-27")))
    if draw(st.integers(0, 4)) == 0:
        reference = draw(SOME_DAYS.filter(lambda d: d != "?"))
        anchor = AnchorOf(reference, "date", reference, None, draw(st.sampled_from(["from", "until", "on"])))
        standing = draw(st.sampled_from(["agreed", "demanded", "proposed"]))
        issue = draw(st.sampled_from(["ceasefire duration", "next phase"]))
        made.append(Provision(**common("provision", start, end), phase="1", issue=issue, standing=standing, anchor=anchor, action=sentence))
    if draw(st.integers(0, 6)) == 0:
        made.append(Position(**common("position", start, end), party=Actor("the South"), issue="withdrawal", stance="demands", content=sentence))
    return made
