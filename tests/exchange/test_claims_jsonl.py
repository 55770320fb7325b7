"""Claims out and in again, and faults named by line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from trucekeeper.exchange.claims_jsonl import read_claims, rows_of, rows_of_record, write_claims
from trucekeeper.model.claims import Actor, Attribution, Claim, Event, Figure, Place, Role, Statement
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.errors import InputError
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.time import Time
from trucekeeper.record import Record

PAPER = Document(name="a", text="The sides met – 12 “envoys” came.", outlet="Harbour Post", published="2031-05-04")
MET = Event(id="a" * 16, document=PAPER.id, evidence=(Evidence.of(PAPER.text, 0, 13),), attribution=Attribution((Actor("Harbour Post"),)), act="meet")
CAME = Figure(id="b" * 16, document=PAPER.id, evidence=(Evidence.of(PAPER.text, 16, 32),), attribution=Attribution(), measure="people", value=12.0)
SAID = Statement(
    id="c" * 16, document=PAPER.id, evidence=(Evidence.of(PAPER.text, 0, 9),), attribution=Attribution(), said_in=Place("Sess", 1.5, 2.5), venue="a rally"
)  # fmt: skip
HELD = Role(
    id="d" * 16, document=PAPER.id, evidence=SAID.evidence, attribution=Attribution(), person=Actor("Bel"), about=Time("2019-01-01"), tenure="acting"
)  # fmt: skip
CLAIMS: list[Claim] = [MET, CAME]


def test_out_and_in_again() -> None:
    out = io.StringIO()
    assert write_claims(rows_of(PAPER, CLAIMS), out) == 2
    assert "–" not in out.getvalue().split("\n")[0]
    assert "“envoys”" in out.getvalue()
    assert list(read_claims(io.StringIO(out.getvalue() + "\n\n"), "f")) == CLAIMS


def test_the_occasion_of_a_saying_and_the_time_of_an_office_go_out_and_in(tmp_path: Path) -> None:
    assert list(read_claims(map(json.dumps, rows_of(PAPER, [SAID, HELD])), "f")) == [SAID, HELD]
    with Record.create(tmp_path / "r.truce") as record:
        record.add(PAPER, [SAID, HELD], learnt="2031-05-05")
        assert [record.claim(SAID.id), record.claim(HELD.id)] == [SAID, HELD]


def test_rows_begin_as_the_format_says() -> None:
    row = next(iter(rows_of(PAPER, CLAIMS)))
    assert list(row)[:4] == ["id", "kind", "document", "document_name"]
    assert row["document_name"] == "a"


def test_a_record_is_written_with_its_judgements(tmp_path: Path) -> None:
    with Record.create(tmp_path / "r.truce") as record:
        record.add(PAPER, CLAIMS, learnt="2031-05-05")
        record.judge(Judgement(subject=CAME.id, verdict="reject", by="N. Reader", at="2031-05-06"))
        met, came = rows_of_record(record)
        assert met["learnt"] == "2031-05-05T00:00:00Z"
        assert "judgements" not in met
        assert came["judgements"][0]["verdict"] == "reject"
        assert [row["kind"] for row in rows_of_record(record, kind="figure")] == ["figure"]
        assert list(rows_of_record(record, known_on="2031-05-04")) == []


BROKEN = [("{", "not JSON"), ("5", "not a JSON object"), ('{"kind": "rumour"}', "no such kind"), ('{"kind": "event", "id": "a"}', "document")]


@pytest.mark.parametrize(("line", "told"), BROKEN)
def test_a_fault_is_named_with_its_line(line: str, told: str) -> None:
    good = json.dumps(next(iter(rows_of(PAPER, CLAIMS))))
    with pytest.raises(InputError, match=rf"^f:2: .*{told}"):
        list(read_claims([good, line], "f"))
