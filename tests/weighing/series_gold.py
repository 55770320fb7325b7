"""The official daily tolls of the shared figure series as a record: one report a row, its counts as claims, so that the weighing itself has to judge them.

What the transcribers filled in (`ext_` keys, `flash_source: fill`) stands in its report as an estimate, as somebody would tell it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from trucekeeper.model.claims import Actor, Attribution, Figure, Place
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.ids import digest
from trucekeeper.model.time import Time
from trucekeeper.weighing.relations import Relation
from trucekeeper.weighing.weighed import Weighed

SERIES = "bench/figures/figure_series_gaza_lebanon_westbank.jsonl"
PARTS = {
    "killed_recovered": "recovered from the rubble",
    "killed_succumbed": "deaths from wounds",
    "killed_truce_new": "newly killed",
    "killed_committee": "acknowledged by a committee",
}
PLACES = {"casualties_daily": "Gaza", "lebanon_casualties_daily": "Lebanon", "west_bank_daily": "the West Bank"}
COMPARED = ("repeats", "replaces", "corrects", "differs", "compatible", "does_not_sum", "sums_to")
WAR, SECOND_PHASE = Time.on(date(2023, 10, 7)), Time.on(date(2026, 3, 2))


def rows(shared: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (shared / SERIES).read_text("utf-8").splitlines()]


@dataclass
class Told:
    """Claims of one row's report; `scope` of each figure is what must never be mixed: the country and what its total takes in."""

    papers: list[Document] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    scope: dict[str, str] = field(default_factory=dict)

    def report(self, row: dict[str, Any], counts: list[tuple[str, str, dict[str, Any]]]) -> None:
        """`counts` are (words, scope, fields of the figure)."""
        place = PLACES[row["series"]]
        voice = Actor("the health ministry", f"~{place}-health-ministry", f"Health Ministry of {place}")
        lead = f"In {place} the count of {row['report_date']} was told."
        text = " ".join([lead, *(f"{words}." for words, _, _ in counts)])
        paper = Document(name=f"{row['series']}-{row['report_date']}", text=text, outlet="Gazette", published=row["report_date"])
        self.papers.append(paper)
        start = len(lead) + 1
        ids: list[str] = []
        for words, scope, fields in counts:
            key = digest("figure", paper.id, start, words)
            base = fields.pop("part_of", None)
            fields.setdefault("of", "people")
            made = Figure(
                id=key,
                document=paper.id,
                evidence=(Evidence(start, start + len(words), words),),
                attribution=Attribution((Actor("Gazette"), voice), "indirect", "said"),
                said=paper.said,
                about=Time.on(date.fromisoformat(row["report_date"])),
                measure="killed",
                place=Place(place),
                part_of=ids[base] if base is not None else None,
                **fields,
            )
            ids.append(key)
            self.figures.append(made)
            self.scope[key] = f"{place}: {scope}"
            start += len(words) + 2

    def weighed(self) -> Weighed:
        return Weighed.make(self.papers, self.figures)


def exactly(value: float) -> dict[str, Any]:
    return {"value": float(value), "low": float(value), "high": float(value)}


def told_of(all_rows: Iterable[dict[str, Any]]) -> Told:
    made = Told()
    for row in all_rows:
        counts = list({"casualties_daily": gaza, "lebanon_casualties_daily": lebanon, "west_bank_daily": west_bank}[row["series"]](row))
        if counts:
            made.report(row, counts)
    return made


def gaza(row: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """New and all so far, with the parts of the new ones; what is only filled in, as an estimate."""
    if "killed" in row:
        yield f"{row['killed']} people were killed since the last report", "new", {**exactly(row["killed"]), "counting": "new"}
        for part, words in PARTS.items():
            if part in row:
                yield f"{row[part]} {words}", "part", {**exactly(row[part]), "part_of": 0, "of": words}
    elif "ext_killed" in row:
        yield f"An estimated {row['ext_killed']} people were killed, by interpolation", "new", {**exactly(row["ext_killed"]), "counting": "new"}
    if "killed_cum" in row:
        yield f"Which makes {row['killed_cum']} in all", "all", {**exactly(row["killed_cum"]), "counting": "cumulative", "since": WAR}
    elif "ext_killed_cum" in row:
        yield (
            f"An estimated {row['ext_killed_cum']} in all, by interpolation",
            "all",
            {**exactly(row["ext_killed_cum"]), "counting": "cumulative", "since": WAR},
        )


def lebanon(row: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """All since the war began, and, in its second phase, what the ministry counts since that began."""
    if "killed" in row and row["report_period"] == 24:
        yield f"{row['killed']} people were killed since the last report", "new", {**exactly(row["killed"]), "counting": "new"}
    yield f"Which makes {row['killed_cum']} in all", "all", {**exactly(row["killed_cum"]), "counting": "cumulative", "since": WAR}
    if row["phase"] == 2:
        fields = {**exactly(row["killed_cum_reported"]), "counting": "cumulative", "since": SECOND_PHASE}
        yield f"{row['killed_cum_reported']} of this phase", "second phase", fields


def west_bank(row: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Flash reports, and what has been verified since."""
    status, words = ("reported", "were reported killed") if row["flash_source"] != "fill" else ("reported", "are killed by an estimate, carried over,")
    yield f"{row['killed_cum']} {words} in all", "flash", {**exactly(row["killed_cum"]), "counting": "cumulative", "since": WAR, "status": status}
    verified = row.get("verified", {})
    if "killed_cum" in verified:
        fields = {**exactly(verified["killed_cum"]), "counting": "cumulative", "since": WAR, "status": "confirmed"}
        yield f"{verified['killed_cum']} are verified in all", "verified", fields


@dataclass
class Found:
    """What the weighing says: days whose parts make the whole, pairs of days that add up, days that do not, relations that mix scopes or take an
    estimate for a report, and how many things are told as contested in all.
    """

    whole_days: int = 0
    summing_days: int = 0
    summing_pairs: int = 0
    breaks: list[date] = field(default_factory=list)
    mixed: list[Relation] = field(default_factory=list)
    estimated: list[Relation] = field(default_factory=list)
    estimates: int = 0
    alarms: int = 0


def found_in(told: Told, known: Weighed, place: str = "Gaza") -> Found:
    made = Found()
    figures = {f.id: f for f in told.figures}
    wholes = {f.part_of for f in told.figures if f.part_of}
    made.whole_days = len(wholes)
    made.estimates = sum("estimate" in f.evidence[0].exact for f in told.figures)
    made.alarms = sum(r.kind in ("does_not_sum", "differs", "corrects") for r in known.figure_relations)
    for relation in known.figure_relations:
        held = [figures[c] for c in relation.claims]
        scopes = {told.scope[c] for c in relation.claims}
        if relation.kind in ("sums_to", "part_of") and relation.claims[-1 if relation.kind == "part_of" else 0] in wholes and _makes_whole(relation, held):
            made.summing_days += 1
        elif relation.kind in ("sums_to", "does_not_sum") and {s.partition(": ")[2] for s in scopes} == {"all", "new"}:
            days = sorted(f.about.known_day for f in held if f.about and f.about.known_day)
            if next(iter(scopes)).startswith(place):
                if relation.kind == "sums_to":
                    made.summing_pairs += 1
                else:
                    made.breaks.append(days[-1])
        elif relation.kind in COMPARED and len({s for s in scopes if not s.endswith("new")}) > 1:
            made.mixed.append(relation)
        if relation.kind in COMPARED and any("estimate" in f.evidence[0].exact for f in held):
            made.estimated.append(relation)
    made.breaks.sort()
    return made


def _makes_whole(relation: Relation, held: list[Figure]) -> bool:
    """All parts, or one part that is all of it."""
    return relation.kind == "sums_to" or held[0].value == held[1].value


def breaks_by_hand(all_rows: list[dict[str, Any]]) -> list[date]:
    """The days of the official series on which the count before and the new ones do not make the count, by plain arithmetic."""
    days = {date.fromisoformat(r["report_date"]): r for r in all_rows if r["series"] == "casualties_daily" and "killed_cum" in r}
    pairs = ((day, days.get(day - timedelta(1)), row) for day, row in sorted(days.items()) if "killed" in row)
    return [day for day, before, row in pairs if before and before["killed_cum"] + row["killed"] != row["killed_cum"]]
