"""The record: what goes in comes out, nothing is overwritten, and each date has its state."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from trucekeeper.model.claims import KINDS, Actor, Attribution, Claim, Event, Figure, Position, Statement, StatementSpans
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.errors import InputError, NotFound, RecordError, UsageError
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.time import Time
from trucekeeper.record import Record, database, schema
from trucekeeper.record.codec import decode, encode, proven
from trucekeeper.record.migrating import MIGRATIONS
from trucekeeper.record.numbers import PLACES, after_day, wanted_number

WORDS = "Tavel’s ministry said at least 12 hostages were held in Sess. Orrin will meet envoys on Monday. It demands a full withdrawal."
DOCUMENT = Document(name="a", text=WORDS, outlet="Harbour Post", published="2031-05-04", title="Talks", agencies=("NNA",), published_reasons=("given",))
OTHER = Document(name="b", text="Nothing new was said in Sess.", published_range=Time("2031-05-01", "2031-05-09", True, "May"))
MINISTRY, ORRIN = Actor("the ministry", "~tavel-ministry", "Tavel Ministry"), Actor("Orrin", "orrin")


def at(words: str, document: Document = DOCUMENT) -> tuple[Evidence, ...]:
    start = document.text.index(words)
    return (Evidence(start, start + len(words), words),)


def common(id_: str, words: str, *chain: Actor) -> dict[str, Any]:
    return {"id": id_ * 16, "document": DOCUMENT.id, "evidence": at(words), "attribution": Attribution((Actor("Harbour Post"), *chain)), "said": DOCUMENT.said}


FIGURE = Figure(**common("a", "at least 12 hostages were held", MINISTRY), measure="held", of="hostages", low=12.0, bound="at_least", party=ORRIN)
EVENT = Event(**common("b", "Orrin will meet envoys"), act="meet", actors=(ORRIN,), status="planned", about=Time("2031-05-05", "2031-05-05"))
POSITION = Position(**common("c", "demands a full withdrawal"), party=ORRIN, issue="withdrawal")
STATEMENT = Statement(**common("d", "at least 12 hostages were held", MINISTRY), speaker=MINISTRY, spans=StatementSpans(cue=at("said")))
CLAIMS: list[Claim] = [FIGURE, STATEMENT, EVENT, POSITION]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.create(tmp_path / "r.truce") as made:
        made.add(DOCUMENT, CLAIMS, learnt="2031-05-05")
        yield made


def test_what_goes_in_comes_out(record: Record) -> None:
    record.add(OTHER, [], learnt="2031-05-05")
    assert {d.id: d for d in record.documents()} == {DOCUMENT.id: DOCUMENT, OTHER.id: OTHER}
    assert [d.id for d in record.documents()] == sorted([DOCUMENT.id, OTHER.id])
    assert list(record.claims()) == CLAIMS
    assert list(record.claims("event")) == [EVENT]
    assert list(record.claims(document=OTHER.id)) == []
    assert list(record.claims(measure="held")) == [FIGURE]
    assert list(record.claims(issue="withdrawal", party="orrin")) == [POSITION]
    assert record.learnt(DOCUMENT.id) == "2031-05-05T00:00:00Z"
    assert record.size() == (2, 4)
    assert list(record.check()) == []


def test_already_there_is_told_and_nothing_changes(record: Record) -> None:
    assert record.add(DOCUMENT, [], learnt="2031-06-01") == "already there"
    assert list(record.claims()) == CLAIMS


def test_reading_again_drops_and_adds_and_keeps_the_history(record: Record) -> None:
    newer = dataclasses.replace(FIGURE, confidence=0.9)
    assert record.add(DOCUMENT, [newer, EVENT], learnt="2031-06-01T12:00:00", again=True) == "read again"
    assert list(record.claims()) == [newer, EVENT]
    assert list(record.claims(known_on="2031-05-31")) == CLAIMS
    assert list(record.claims(known_on="2031-06-01")) == [newer, EVENT]
    assert list(record.claims(known_on="2031-05-04")) == []
    assert record.claim_learnt(EVENT.id) == ("2031-05-05T00:00:00Z", None)
    assert record.claim_learnt(POSITION.id) == ("2031-05-05T00:00:00Z", "2031-06-01T12:00:00Z")
    assert record.claim(POSITION.id) == POSITION
    assert list(record.check()) == []


def test_a_claim_dropped_and_found_again_stands(record: Record) -> None:
    record.add(DOCUMENT, [EVENT], learnt="2031-06-01", again=True)
    record.add(DOCUMENT, CLAIMS, learnt="2031-06-02", again=True)
    assert list(record.claims()) == CLAIMS
    assert list(record.check()) == []


def test_a_document_that_does_not_hold_its_claims_is_refused_whole(record: Record) -> None:
    for wrong in ([EVENT], [dataclasses.replace(EVENT, document=OTHER.id, status="dreamt")], [dataclasses.replace(EVENT, document=OTHER.id)] * 2):
        with pytest.raises(RecordError):
            record.add(OTHER, wrong, learnt="2031-05-05")
    assert not record.holds(OTHER.id)


def test_ids_may_be_cut_short(record: Record) -> None:
    assert record.claim("aaaa") == FIGURE
    assert record.document(DOCUMENT.id[:6]) == DOCUMENT
    for missing in ("eeee", "aa", "no id", "%"):
        with pytest.raises(NotFound):
            record.claim(missing)
    record.add(OTHER, [dataclasses.replace(EVENT, id="aaaab" + "0" * 11, document=OTHER.id, evidence=at("Nothing", OTHER))], learnt="2031-05-05")
    with pytest.raises(NotFound, match="2 ids begin"):
        record.claim("aaaa")


def judgement(verdict: Any, **more: Any) -> Judgement:
    return Judgement(**{"subject": EVENT.id, "verdict": verdict, "by": "N. Reader", "at": "2031-05-06T10:00:00+02:00", **more})


def test_judgements_are_added_and_outlast_reading_again(record: Record) -> None:
    record.judge(judgement("correct", correction={"status": "happened"}, reason="it took place", at="2031-05-07"))
    record.judge(judgement("reject"))
    record.judge(judgement("reject"))
    record.judge(Judgement(subject="orrin", other="~orrin", verdict="same", by="N. Reader", at="2031-05-08"))
    record.add(DOCUMENT, [], learnt="2031-06-01", again=True)
    assert [(j.verdict, j.at) for j in record.judgements(EVENT.id)] == [("reject", "2031-05-06T08:00:00Z"), ("correct", "2031-05-07T00:00:00Z")]
    assert [j.verdict for j in record.judgements("~orrin")] == ["same"]
    assert [j.verdict for j in record.judgements(known_on="2031-05-06")] == ["reject"]
    assert list(record.check()) == []


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (judgement("reject", subject="f" * 16), NotFound),
        (judgement("reject", subject="bbbb"), UsageError),
        (judgement("correct"), UsageError),
        (judgement("accept", correction={"status": "planned"}), UsageError),
        (judgement("correct", correction={"colour": "red"}), UsageError),
        (judgement("correct", correction={"document": "x"}), UsageError),
        (judgement("correct", correction={"status": "dreamt"}), InputError),
        (judgement("reject", at="yesterday"), UsageError),
    ],
)
def test_a_judgement_must_fit(record: Record, wrong: Judgement, error: type[Exception]) -> None:
    with pytest.raises(error):
        record.judge(wrong)
    assert list(record.judgements()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents SET text = 'x'",
        "DELETE FROM documents",
        "DELETE FROM claims",
        "UPDATE claims SET row = '{}'",
        "UPDATE judgements SET verdict = 'accept'",
        "DELETE FROM judgements",
    ],
)
def test_the_file_itself_refuses_to_forget(record: Record, statement: str) -> None:
    record.judge(judgement("reject"))
    with closing(sqlite3.connect(record.path)) as connection, pytest.raises(sqlite3.DatabaseError, match=r"never|only ever"):
        connection.execute(statement)


DAMAGE = [
    ("DROP TRIGGER documents_stay", "UPDATE documents SET text = replace(text, '12', '21')", "has the hash"),
    ("DROP TRIGGER documents_stay", "UPDATE documents SET outlet = 'Other'", "makes the id"),
    ("DROP TRIGGER claims_stay", "UPDATE claims SET row = replace(row, '[{\"start\":2', '[{\"start\":1') WHERE kind = 'figure'", "does not say"),
    ("DROP TRIGGER claims_stay", "UPDATE claims SET row = replace(row, 'at_least', 'at_leats')", "no claim of kind"),
    ("DROP TRIGGER claims_stay", "UPDATE claims SET status = 'happened' WHERE kind = 'event'", "column status"),
    ("DROP TRIGGER claims_stay", "UPDATE claims SET names = 'Nobody' WHERE kind = 'event'", "index claims_index"),
    ("DROP TRIGGER claims_kept", "DELETE FROM claims WHERE kind = 'event'", "on claim bbbbbbbbbbbbbbbb, which is not there"),
    ("DROP TRIGGER documents_kept", "DELETE FROM documents", "document"),
    ("DROP TRIGGER judgements_stay", "UPDATE judgements SET verdict = 'accept'", "makes the id"),
    (
        "DROP TRIGGER claims_stay",
        'UPDATE claims SET row = replace(row, \'"measure"\', \'"part_of":"eeeeeeeeeeeeeeee","measure"\') WHERE kind = \'figure\'',
        "part of figure eeeeeeeeeeeeeeee",
    ),
]


@pytest.mark.parametrize(("unlock", "damage", "told"), DAMAGE, ids=[told for _, _, told in DAMAGE])
def test_check_names_what_is_broken(record: Record, unlock: str, damage: str, told: str) -> None:
    record.judge(judgement("reject"))
    with closing(sqlite3.connect(record.path)) as connection, connection:
        connection.execute(unlock)
        assert connection.execute(damage).rowcount > 0
    assert told in "\n".join(f"{p.where}: {p.what}" for p in record.check())


def test_what_is_no_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("This is a text and no database at all, whatever its name says. " * 20)
    with closing(sqlite3.connect(tmp_path / "other")) as connection, connection:
        connection.execute("CREATE TABLE t (a)")
    for name, told in (("text", "text is no record"), ("other", "no record"), ("nowhere", "no record at"), (".", "is a folder")):
        with pytest.raises(RecordError, match=told):
            Record.open(tmp_path / name)
    with pytest.raises(RecordError, match="No such file"):
        Record.create(tmp_path / "no" / "folder.truce")


def test_a_newer_version_is_refused(record: Record) -> None:
    with closing(sqlite3.connect(record.path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="of version 9999"):
        Record.open(record.path)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")  # indexes are left out here anyway
def test_the_tables_are_those_that_the_migrations_make(record: Record) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert tuple(made.revision for made in ScriptDirectory.from_config(config).walk_revisions())[::-1] == database.VERSIONS
    engine = create_engine(f"sqlite:///{record.path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": lambda o, name, kind, *_: kind != "index" and "_index" not in (name or "")})
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


names = st.text(min_size=1, max_size=8)
SOME = {
    "evidence": st.builds(Evidence, st.integers(0, 99), st.integers(100, 199), names).map(lambda e: (e,)),
    "document": names,
    "id": names,
    "confidence": st.floats(0, 1),
}


def any_claim(kind: type[Claim]) -> st.SearchStrategy[Claim]:
    return st.builds(kind, **{**SOME, "kind": st.just(next(k for k, v in KINDS.items() if v is kind))})


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(list(KINDS)).flatmap(lambda kind: any_claim(KINDS[kind])))
def test_every_claim_survives_its_row(claim: Claim) -> None:
    kind = next(k for k, v in KINDS.items() if v is type(claim))
    assert decode(kind, encode(claim)) == proven(kind, encode(claim)) == claim


@pytest.mark.parametrize("row", ["{}", "[]", "no JSON", '{"id": "a", "rumour": 1}'])
def test_a_row_that_cannot_be_a_claim_is_told(row: str) -> None:
    with pytest.raises(RecordError, match="no claim of kind 'event'"):
        decode("event", row)


@pytest.mark.parametrize("until", ["1800-01-01", "2031-05-04", "2031-05-05", "2999-01-01", "9999-12-31"])
def test_the_numbers_of_claims_tell_what_lies_behind_a_day(until: str) -> None:
    for day in (None, "1800-01-01", "2031-05-04", "2031-05-05", "2031-05-06T23:59:00Z"):
        for head in ("00000000", "ffffffff"):
            last = (wanted_number(f"{head}00000000", day) << PLACES) + (1 << PLACES) - 1
            assert (last < after_day(until)) is (day is None or day[:10] <= until)
