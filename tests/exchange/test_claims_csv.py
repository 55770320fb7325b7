"""Claims as a table: one row a claim, its fields where a spreadsheet looks for them, and nothing that it would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from trucekeeper.exchange.claims_csv import COLUMNS, SHARED, write_table
from trucekeeper.exchange.claims_jsonl import rows_of_record
from trucekeeper.model.claims import KINDS, Actor, Attribution, Claim, Event, Figure, Place, Statement
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.time import Time
from trucekeeper.record import Record

PAPER = Document(name="a", text="Ida Roe met Bel in Sess.\n=1+1 boats sank.", outlet="Harbour Post", title="Talks, and more", published="2031-05-04")
ROE, BEL, WIRE = Actor("she", None, "Ida Roe"), Actor("Bel"), Actor("Isles Wire")
MET = Event(
    id="a" * 16, document=PAPER.id, evidence=(Evidence.of(PAPER.text, 0, 15),), attribution=Attribution((WIRE, ROE), "indirect", hedge="reportedly"),
    about=Time("2031-05-01", "2031-05-02"), place=Place("Sess", 1.5, 2.5), act="meet", actors=(ROE, BEL), status="planned", plover="CONSULT",
)  # fmt: skip
SANK = Figure(id="b" * 16, document=PAPER.id, evidence=(Evidence.of(PAPER.text, 25, 35),), attribution=Attribution(), measure="sunk", value=2.0, of="boats")


def table(claims: list[Claim], tmp_path: Path, *judgements: Judgement) -> list[dict[str, Any]]:
    out = io.StringIO()
    with Record.create(tmp_path / "r.truce") as record:
        record.add(PAPER, claims, learnt="2031-05-05")
        for judgement in judgements:
            record.judge(judgement)
        assert write_table(rows_of_record(record), {PAPER.id: PAPER}, out) == len(claims)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_a_row_has_the_claim_and_where_it_comes_from(tmp_path: Path) -> None:
    met, sank = table([MET, SANK], tmp_path, Judgement(subject=SANK.id, verdict="reject", by="N. Reader", at="2031-05-06"))
    assert (met["what"], met["status"], met["who"], met["from"], met["to"], met["place"], met["lat"]) == (
        "meet", "planned", "Ida Roe; Bel", "2031-05-01", "2031-05-02", "Sess", "1.5",
    )  # fmt: skip
    assert (met["said_by"], met["chain"], met["hedge"], met["outlet"], met["title"]) == (
        "Ida Roe", "Isles Wire > Ida Roe", "reportedly", "Harbour Post", "Talks, and more",
    )  # fmt: skip
    assert (met["words"], met["start"], met["end"], met["sha256"], met["judgements"]) == ("Ida Roe met Bel", "0", "15", PAPER.sha256, "")
    assert (sank["what"], sank["value"], sank["counted"], sank["who"], sank["judgements"]) == ("sunk", "2.0", "boats", "", "reject by N. Reader, 2031-05-06")


def test_words_become_no_formula(tmp_path: Path) -> None:
    assert [r["words"] for r in table([SANK], tmp_path)] == ["'=1+1 boats"]


def test_every_kind_has_its_fields(tmp_path: Path) -> None:
    said = Statement(id="c" * 16, document=PAPER.id, evidence=MET.evidence, attribution=Attribution(), speaker=ROE, content="met Bel", act="report")
    (row,) = table([replace(said, addressee=BEL)], tmp_path)
    assert (row["who"], row["to_whom"], row["content"], row["what"]) == ("Ida Roe", "Bel", "met Bel", "report")
    assert set(SHARED) <= set(COLUMNS)
    for name, fields in SHARED.items():
        for kind, field in fields.items():
            assert field in KINDS[kind].__dataclass_fields__, (name, kind)
