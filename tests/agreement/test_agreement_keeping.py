"""What is kept of an agreement in a large record is what a look at all of it finds: whatever came later, was read again, or was judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_processes import HERE, label, process, reader, reports

from trucekeeper.agreement.bearing import bearing_of
from trucekeeper.agreement.decisions import line_key
from trucekeeper.agreement.draft import UNNAMED, agreement_of
from trucekeeper.agreement.file import load, load_file, strangers
from trucekeeper.agreement.keeping import drafted, keep_up, kept_agreement, kept_bearing, print_of, waiting
from trucekeeper.agreement.state import Stand
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Claim, Event
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.record import Record
from trucekeeper.weighing.judged import judged

DAYS = {"amara": ("2033-06-20", "2033-07-12", "2033-08-13"), "tarn": ("2032-03-01", "2032-05-03"), "hessa": ("2034-06-01",)}
LEARNT = "2040-01-01T00:00:00Z"
LATER = "2040-02-01T00:00:00Z"


def filled(path: Path, name: str, learnt: str = LEARNT) -> Record:
    _, claims, papers = process(name)
    record = Record.create(path)
    for paper in papers:
        record.add(paper, [c for c in claims if c.document == paper.id], learnt=learnt)
    return record


def whole(record: Record, agreement: Agreement, judgements: list[Judgement], day: date, known_on: str | None = None) -> Stand:
    claims = judged(record.claims(known_on=known_on), judgements).claims
    return Stand.of(agreement, bearing_of(agreement, claims, record.documents(known_on=known_on)), day, judgements)


def kept(record: Record, agreement: Agreement, judgements: list[Judgement], day: date, known_on: str | None = None) -> Stand:
    return Stand.of(agreement, kept_bearing(record, agreement, judgements, day, known_on), day, judgements)


def same(record: Record, agreement: Agreement, day: date, known_on: str | None = None) -> None:
    judgements = list(record.judgements(known_on=known_on))
    one, other = (look(record, agreement, judgements, day, known_on) for look in (whole, kept))
    assert other.state == one.state
    assert other.ledger == one.ledger


@pytest.fixture
def amara(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "x.truce", "amara") as record:
        yield record


@pytest.mark.parametrize(("name", "day"), [(name, day) for name, days in DAYS.items() for day in days])
def test_the_same_state_and_ledger(tmp_path: Path, name: str, day: str) -> None:
    with filled(tmp_path / "x.truce", name) as record:
        same(record, process(name)[0], date.fromisoformat(day))


def test_a_report_is_held_against_it_once(amara: Record) -> None:
    agreement, claims, papers = process("amara")
    assert waiting(amara, agreement) == keep_up(amara, agreement) == len(papers)
    assert waiting(amara, agreement) == keep_up(amara, agreement) == 0
    amara.add(Document(name="new", text="Rain fell.", outlet="Herald", published="2033-08-01"), [], learnt=LATER)
    assert keep_up(amara, agreement) == 1
    amara.add(papers[0], [c for c in claims if c.document == papers[0].id][:-1], learnt=LATER, again=True)
    assert keep_up(amara, agreement) == 1


def test_a_mended_line_makes_all_of_it_anew(amara: Record) -> None:
    agreement, _, papers = process("amara")
    keep_up(amara, agreement)
    mended = replace(agreement, terms=(replace(agreement.terms[0], act="withdraw its howitzers"), *agreement.terms[1:]))
    assert keep_up(amara, mended) == len(papers)
    assert print_of(replace(agreement, amendments=())) == print_of(agreement) != print_of(mended)
    same(amara, mended, date(2033, 8, 13))


def first_told(claims: tuple[Claim, ...], line: str, agreement: Agreement, papers: tuple[Document, ...]) -> Claim:
    found = bearing_of(agreement, claims, papers).matches([], agreement.key)
    wanted = next(m.claims[0] for m in found if m.line == line and m.state)
    return next(c for c in claims if c.id == wanted)


@pytest.mark.parametrize("verdict", ["reject", "accept"])
def test_judgements_on_claims_and_on_matches(amara: Record, verdict: str) -> None:
    agreement, claims, papers = process("amara")
    keep_up(amara, agreement)
    told = first_told(claims, "guns", agreement, papers)
    other = next(c for c in claims if isinstance(c, Event) and c.id != told.id)
    amara.judge(Judgement(subject=told.id, verdict=verdict, by="Ana", at=LATER))  # type: ignore[arg-type]
    amara.judge(Judgement(subject=other.id, other=line_key(agreement.key, "rifles"), verdict=verdict, by="Ana", at=LATER))  # type: ignore[arg-type]
    same(amara, agreement, date(2033, 8, 13))


def test_what_was_known_earlier(amara: Record) -> None:
    """One report came later, one was read again since with fewer claims."""
    agreement, claims, papers = process("amara")
    more = Document(name="new", text=papers[1].text, outlet="Herald", published="2033-07-01")
    amara.add(more, [replace(c, id=f"{n:016x}", document=more.id) for n, c in enumerate(c for c in claims if c.document == papers[1].id)], learnt=LATER)
    amara.add(papers[2], [c for c in claims if c.document == papers[2].id][:1], learnt=LATER, again=True)
    for known_on in (None, "2040-01-15", "2040-02-01"):
        same(amara, agreement, date(2033, 8, 13), known_on)


def test_two_agreements_side_by_side(tmp_path: Path) -> None:
    with filled(tmp_path / "x.truce", "amara") as record:
        for name in ("amara", "tarn", "amara"):
            same(record, process(name)[0], date(2033, 8, 13))
        assert keep_up(record, process("tarn")[0]) == keep_up(record, process("amara")[0]) == 0


@pytest.mark.parametrize("name", sorted(DAYS))
def test_a_file_is_kept_as_it_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = HERE / label(name)["agreement"]
    read, warned = load(path), strangers(load_file(path), path)
    with Record.create(tmp_path / "x.truce") as record:
        assert kept_agreement(record, path) == (read, warned)
        monkeypatch.setattr("trucekeeper.agreement.file.load_file", None)  # it is not read a second time
        assert kept_agreement(record, path) == (read, warned)


def test_a_mended_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "x.agreement.yaml"
    with Record.create(tmp_path / "x.truce") as record:
        for bearer, warnings in (("Notrh", 1), ("North", 0)):
            path.write_text(f"name: a\nparties:\n  - name: the North\nterms:\n  - id: t\n    act: go\n    bearers: [{bearer}]\n", "utf-8")
            for _ in range(2):
                agreement, warned = kept_agreement(record, path)
                assert agreement.terms[0].bearers[0].name == bearer
                assert len(warned) == warnings


@pytest.mark.parametrize("name", ["basrin", "korada"])
def test_a_draft_asked_of_indexes_is_the_whole_records(tmp_path: Path, name: str) -> None:
    """Before the agreement's own text came among the reports, and since."""
    claims, papers = reports(name)
    text = (HERE / label(name)["agreement"]).read_text("utf-8")
    reading = reader().read(Document(name=name, text=text, published=label(name)["signed"]))
    with Record.create(tmp_path / "x.truce") as record:
        for paper in papers:
            record.add(paper, [c for c in claims if c.document == paper.id], learnt=LEARNT)
        before = agreement_of(claims, papers)
        assert drafted(record, []) == before
        record.add(reading.document, reading.claims, learnt=LATER)
        made = drafted(record, [])
        assert made == agreement_of([*claims, *reading.claims], [*papers, reading.document])
        day = date(2040, 1, 1)
        assert kept_bearing(record, made, [], day, under="~draft").matches([], made.key) == whole(record, made, [], day).bearing.matches([], made.key)
        assert waiting(record, made, "~draft") == 0
        assert waiting(record, made) == len(papers) + 1
        assert drafted(record, [], "2040-01-15") == before


def test_an_agreement_without_lines_is_held_against_nothing(amara: Record) -> None:
    empty = Agreement(name=UNNAMED)
    assert waiting(amara, empty) == 0
    assert kept_bearing(amara, empty, [], date(2033, 8, 13)).found == ()
