"""What a record has learnt since a moment: new claims and no repeats, copies of what was known, and no trace of the order of arrival or of a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from made_claims import CLINIC, MINISTRY, Desk
from made_news import SECOND, STORY, put, two_readings
from trucekeeper.model.errors import UsageError
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.rows import plain
from trucekeeper.record import Record
from trucekeeper.views.new import build
from trucekeeper.weighing import parts
from trucekeeper.weighing.news import News, news_since


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("news") / "r.truce"
    two_readings(made)
    return made


def news_of(path: Path, since: str | None = None) -> News:
    with Record.open(path) as record:
        return news_since(record, since)


def test_the_last_reading_without_a_moment(path: Path) -> None:
    news = news_of(path)
    assert (news.since, news.last, news.documents, news.again) == (SECOND, SECOND, 4, 0)
    assert {news.weighed.documents[d].name for d in news.papers} == {"Tide", "Foam", "Gull", "Tern"}


def test_copies_of_what_was_known_bring_only_their_own_words(path: Path) -> None:
    news = news_of(path)
    assert {news.weighed.documents[c].name: o.name for c, o in news.copies.items()} == {"Gull": "Quay", "Tern": "Quay"}
    told = sorted(c.evidence[0].exact for c in news.weighed.claims if c.id in news.claims and c.document in news.copies)
    assert told == ["The Gull asked the envoy", "The Tern asked the envoy"]


def test_of_new_copies_the_first_is_the_source(path: Path) -> None:
    news = news_of(path, "2031-01-01")
    assert {o.name for o in news.copies.values()} == {"Quay"}
    assert len(news.copies) == 2
    assert news.before.documents == {}


def test_of_one_day_the_one_that_carries_nobody_is_the_source(tmp_path: Path) -> None:
    desk = Desk()
    for name, outlet, agencies in (("A", "Tirand Daily", ("Coast Wire",)), ("B", "Coast Wire", ("Coast Wire",)), ("C", "Amber Post", ("Coast Wire",))):
        paper = desk.paper(name, STORY, outlet=outlet, agencies=agencies)
        desk.figure(paper, "Ten people", 10, of="people", by=(MINISTRY,))
        if name == "A":
            desk.figure(paper, "at Fort Belm", 11, of="people", by=(CLINIC,))
    with Record.create(tmp_path / "r.truce") as record:
        put(record, desk, desk.papers, SECOND)
        news = news_since(record)
    assert {o.outlet for o in news.copies.values()} == {"Coast Wire"}
    assert all(news.is_new(c) for c in news.weighed.claims)  # what a copy tells again of a new document is news with it
    assert {news.weighed.documents[c.document].outlet for c in news.weighed.claims if c.id in news.claims} == {"Coast Wire"}


def test_what_was_known_before(path: Path) -> None:
    assert sorted(d.name for d in news_of(path).before.documents.values()) == ["Ebb", "Quay"]


def test_nothing_since(path: Path) -> None:
    news = news_of(path, "2031-04-06")
    assert (news.documents, news.claims, news.last) == (0, frozenset(), SECOND)


def test_a_moment_that_is_none(path: Path) -> None:
    with pytest.raises(UsageError, match="not an ISO date"):
        news_of(path, "yesterday")


def test_read_again(tmp_path: Path) -> None:
    desk = two_readings(tmp_path / "r.truce")
    quay = desk.papers[0]
    held = [c for c in desk.held if c.document == quay.id]
    other = desk.event(quay, "the ministry said", "say", type="CONSULT", status="happened")
    with Record.open(tmp_path / "r.truce") as record:
        record.add(quay, [*held[:-1], other], learnt="2031-04-09T08:00:00Z", again=True)
        record.judge(Judgement(subject=held[0].id, verdict="accept", by="R. Ode", at="2031-04-09T09:00:00Z"))
        news = news_since(record)
    assert (news.documents, news.again, news.claims, dict(news.dropped)) == (0, 1, {other.id}, {quay.id: 1})
    assert [j.by for j in news.judgements] == ["R. Ode"]


def test_order_of_arrival_leaves_no_trace(path: Path, tmp_path: Path) -> None:
    pages = []
    for seed in range(3):
        two_readings(tmp_path / f"{seed}.truce", seed=seed)
        pages.append(plain(build(news_of(tmp_path / f"{seed}.truce"))))
    assert pages == [plain(build(news_of(path)))] * 3


def test_killed_while_it_weighs(path: Path, tmp_path: Path) -> None:
    two_readings(tmp_path / "r.truce")
    script = (
        "import sys\nfrom trucekeeper.record import Record\nfrom trucekeeper.weighing import keeping, news\nkeeping.TOGETHER = 1\n"
        "print('begun', flush=True)\nwith Record.open(sys.argv[1]) as record: news.news_since(record)"
    )
    for wait_s in (0.0, 0.02):
        with subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "r.truce")], stdout=subprocess.PIPE, env=os.environ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(wait_s)
            os.kill(process.pid, signal.SIGKILL)
    assert plain(build(news_of(tmp_path / "r.truce"))) == plain(build(news_of(path)))


def test_a_large_record_takes_the_news_and_what_stands_beside_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two_readings(tmp_path / "r.truce")
    monkeypatch.setattr(parts, "WHOLE", 3)
    news = news_of(tmp_path / "r.truce")
    assert not news.weighed.extent.whole
    names = {d.name for d in news.weighed.documents.values()}
    assert {"Tide", "Foam", "Quay", "Ebb"} <= names  # Quay for its figure, Ebb for its day
    assert len(news.copies) == 2
