"""What is kept as documents arrive is what a look at all of them finds; no order of arrival and no kill leaves a trace."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from made_claims import Desk, island
from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.model.rows import plain
from trucekeeper.record import Record
from trucekeeper.weighing import parts
from trucekeeper.weighing.keeping import keep_up
from trucekeeper.weighing.parts import newest_part
from trucekeeper.weighing.weighed import Weighed

KEPT = ("weighed", "keys", "copies", "spellings", "blocks", "short_forms", "totals")
WORDS = ["harbour", "council", "boat", "ferry", "quay", "tide", "envoy", "truce", "fish", "market", "island", "north", "south", "winter", "bread", "lamp"]


def story(seed: int, paragraphs: int = 4) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choice(WORDS) + str(rng.randrange(40)) for _ in range(30)) + "." for _ in range(paragraphs)]


def archive() -> Desk:
    """The island's reports, and eighteen of six stories: as they were, with another lead, and cut; one text twice, one long after."""
    desk = island()
    speakers = [Actor("Yusuf al-Karim"), Actor("Yousuf Karim"), Actor("Union of Lake Towns"), Actor("ULT"), Actor("Karim")]
    for number in range(6):
        lines = story(number)
        texts = [lines, [*story(100 + number, 1), *lines], lines[:2] if number % 2 else lines]
        for nth, text in enumerate(texts):
            said = f"The Union of Lake Towns (ULT) spoke in place {number}."
            late = number == 5 and nth == 2
            paper = desk.paper(f"P{number}-{nth}", "\n".join([*text, said]), published="2031-09-01" if late else f"2031-04-0{nth + 1}")
            desk.statement(paper, said, speakers[(number + nth) % len(speakers)])
    return desk


def put(desk: Desk, path: Path, papers: Iterable[Document], *, every: int = 5) -> None:
    with Record.create(path) as record:
        for number, paper in enumerate(papers):
            record.add(paper, [c for c in desk.held if c.document == paper.id], learnt="2031-10-01")
            if number % every == 0:
                keep_up(record)
        keep_up(record)


def kept(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in KEPT}


def told(weighed: Weighed) -> list[object]:
    return [plain(weighed.copies), weighed.stories, weighed.who.key_to, plain(list(weighed.who.somebodies.values())), plain(weighed.who.proposals)]


def test_what_is_kept_is_what_a_look_at_all_finds(tmp_path: Path) -> None:
    desk = archive()
    put(desk, tmp_path / "r.truce", desk.papers)
    with Record.open(tmp_path / "r.truce") as record:
        assert told(newest_part(record)) == told(desk.weighed())
    assert len(desk.weighed().copies) > 12


def test_order_of_arrival_leaves_no_trace(tmp_path: Path) -> None:
    desk = archive()
    found = []
    for seed in range(3):
        papers = list(desk.papers)
        random.Random(seed).shuffle(papers)
        put(desk, tmp_path / f"{seed}.truce", papers, every=seed + 1)
        found.append(kept(tmp_path / f"{seed}.truce"))
    assert found[0] == found[1] == found[2]
    assert len(found[0]["copies"]) > 5


def test_reading_again_takes_back_what_is_no_longer_read(tmp_path: Path) -> None:
    desk = archive()
    put(desk, tmp_path / "a.truce", desk.papers)
    before = kept(tmp_path / "a.truce")
    with Record.open(tmp_path / "a.truce") as record:
        paper = desk.papers[-1]
        record.add(paper, [], learnt="2031-11-01", again=True)
        keep_up(record)
        assert kept(tmp_path / "a.truce")["spellings"] != before["spellings"]
        record.add(paper, [c for c in desk.held if c.document == paper.id], learnt="2031-11-02", again=True)
        keep_up(record)
    assert kept(tmp_path / "a.truce") == before


def test_a_standing_notice_sets_nothing_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trucekeeper.weighing.copies.CROWD", 4)
    monkeypatch.setattr("trucekeeper.weighing.keeping.CROWD", 4)
    monkeypatch.setattr("trucekeeper.weighing.kept_copies.CROWD", 4)
    desk = Desk()
    for number in range(6):  # the notice is most of each text; the first four are set together until it is known as a notice
        desk.paper(f"P{number}", "\n".join([" ".join(f"{w}{number}" for w in WORDS[:14]), story(99, 1)[0]]))
    put(desk, tmp_path / "r.truce", desk.papers, every=1)
    with Record.open(tmp_path / "r.truce") as record:
        assert newest_part(record).copies == desk.weighed().copies


def test_judgements_outlast_reading_again_and_undoing_restores(tmp_path: Path) -> None:
    desk = archive()
    put(desk, tmp_path / "r.truce", desk.papers)

    def judge(record: Record, verdict: str, at: str) -> None:
        record.judge(Judgement(subject="karim", other="yusuf al-karim", verdict=verdict, by="R. Ode", at=at))  # type: ignore[arg-type]

    with Record.open(tmp_path / "r.truce") as record:
        before = told(newest_part(record))
        judge(record, "same", "2031-11-01")
        joined = told(newest_part(record))
        assert joined != before
        paper = desk.papers[-1]
        record.add(paper, [c for c in desk.held if c.document == paper.id], learnt="2031-11-02", again=True)
        assert told(newest_part(record)) == joined
        judge(record, "undo", "2031-11-03")
        assert told(newest_part(record)) == before


def test_a_large_record_is_weighed_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = archive()
    put(desk, tmp_path / "r.truce", desk.papers)
    monkeypatch.setattr(parts, "WHOLE", 5)
    monkeypatch.setattr(parts, "ROOM", 4)
    with Record.open(tmp_path / "r.truce") as record:
        part = newest_part(record)
    assert not part.extent.whole
    assert (part.extent.documents, part.extent.reports) == (20, 4)
    stories = [part.stories[d] for d in part.documents]
    assert len(set(stories)) == len(stories)  # one telling of each story
    whole = desk.weighed()
    assert all(part.stories[d] == whole.stories[d] for d in part.documents)
    hanging = {"karim", "yusuf al-karim", "yousuf karim"}  # on what else is weighed beside them
    actors = {c.attribution.chain[-1].key for c in part.claims} - hanging
    assert {k: part.who.key_to[k] for k in actors} == {k: whole.who.key_to[k] for k in actors}


# Keeps a record up, and is killed: RECORD STATEMENT
KILLED = """
import sys
from killed_at import kill_at
from trucekeeper.record import Record
from trucekeeper.weighing import keeping
keeping.TOGETHER = 3
kill_at(int(sys.argv[2]))
with Record.open(sys.argv[1]) as record:
    keeping.keep_up(record)
"""


def test_killed_while_keeping_up(tmp_path: Path) -> None:
    """At ever later statements, each run going on where the one before was killed: at the first, inside of a transaction, and behind some that are whole."""
    desk = archive()
    path = tmp_path / "r.truce"
    with Record.create(path) as record:
        for paper in desk.papers:
            record.add(paper, [c for c in desk.held if c.document == paper.id], learnt="2031-10-01")
    waiting = []
    for number in (1, 9, 30, 77, 140, 260, 450):
        done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(number)], check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
        assert done.returncode == -signal.SIGKILL
        with Record.open(path) as record, closing(sqlite3.connect(path)) as connection:
            assert list(record.check()) == []
            weighed, pending = (connection.execute(f"SELECT document FROM {table}").fetchall() for table in ("weighed", "pending"))
        assert len({*weighed, *pending}) == len(weighed) + len(pending) == len(desk.papers)  # each is either taken in or still waits
        waiting.append(len(pending))
    assert waiting == sorted(waiting, reverse=True)
    assert 0 < waiting[-1] < waiting[0] == len(desk.papers)
    with Record.open(path) as record:
        keep_up(record)
    put(desk, tmp_path / "whole.truce", desk.papers)
    assert kept(path) == kept(tmp_path / "whole.truce")
