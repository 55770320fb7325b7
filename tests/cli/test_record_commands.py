"""search, show, check, judge, export and kinds, on a small record."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from trucekeeper.cli.main import COMMANDS, main
from trucekeeper.model.claims import KINDS, Actor, Attribution, Figure
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.errors import InputError, NotFound, RecordError, UsageError
from trucekeeper.record import Record
from trucekeeper.record.context import sentence_around
from trucekeeper.weighing.weighed import Weighed

TEXT = "The talks ended on Friday. At least 12 hostages are still held, Gen. Ana Ruiz told NNA. “They must come home.” Nobody [else] spoke.\nA new line."
PAPER = Document(name="talks", text=TEXT, outlet="Harbour Post", published="2031-05-04")
WORDS = "At least 12 hostages are still held"
FIGURE = Figure(
    id="abcdef0123456789",
    document=PAPER.id,
    evidence=(Evidence(TEXT.index(WORDS), TEXT.index(WORDS) + len(WORDS), WORDS),),
    attribution=Attribution((Actor("Harbour Post"), Actor("NNA"), Actor("Ruiz", None, "Ana Ruiz")), "indirect", "told", "reportedly"),
    said=PAPER.said,
    measure="held",
    of="hostages",
    value=12.0,
    bound="at_least",
)
ID = FIGURE.id


@pytest.fixture
def path(tmp_path: Path) -> str:
    with Record.create(tmp_path / "r.truce") as record:
        record.add(PAPER, [FIGURE], learnt="2031-05-05")
    return str(tmp_path / "r.truce")


def truce(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def told(*arguments: str) -> str:
    result = truce(*arguments)
    assert result.exit_code == 0, result.exception
    assert all(len(line) <= 80 for line in result.stdout.splitlines()) or "--json" in arguments
    return result.stdout


def test_search(path: str) -> None:
    assert ID in told("search", path, "hostages")
    assert "Nothing found" in told("search", path, "zebra")
    hits = json.loads(told("search", path, "hostages", "--kind", "figure", "--json"))
    assert [(h["id"], h["kind"], h["document_name"]) for h in hits] == [(ID, "figure", "talks")]


def test_show(path: str) -> None:
    page = told("show", path, ID[:6])
    for words in (
        WORDS,
        "Gen. Ana Ruiz told NNA.",
        "Harbour Post → NNA → Ana Ruiz",
        "hedged “reportedly”",
        PAPER.sha256,
        "27–62",
        "2031-05-05T00:00:00Z",
        "none yet",
    ):
        assert words in page
    assert "The talks ended" not in page


def test_show_as_json(path: str) -> None:
    page = json.loads(told("show", path, ID, "--json"))
    assert page["sentence"]["exact"] == "At least 12 hostages are still held, Gen. Ana Ruiz told NNA."
    assert page["chain"] == ["Harbour Post", "NNA", "Ana Ruiz"]
    assert page["claim"]["value"] == 12.0
    assert page["actors"] == []


def test_show_tells_the_ids_of_known_actors(tmp_path: Path) -> None:
    claim = replace(FIGURE, party=Actor("the UN", "un", "United Nations"))
    with Record.create(tmp_path / "r.truce") as record:
        record.add(PAPER, [claim], learnt="2031-05-05")
    assert "United Nations: un, Wikidata Q1065" in told("show", str(tmp_path / "r.truce"), ID)
    page = json.loads(told("show", str(tmp_path / "r.truce"), ID, "--json"))
    assert page["actors"] == [{"name": "United Nations", "id": "un", "wikidata": "Q1065"}]


def test_judge_stands_beside_what_was_read(path: str) -> None:
    told("judge", path, ID[:4], "correct", "--by", "N. Reader", "--set", "value=13", "--set", "of=captives", "--reason", "misread", "--at", "2031-05-06")
    page = told("show", path, ID)
    assert page.index("value 12, corrected to 13 by N. Reader, 2031-05-06") < page.index("Whose word")
    assert "of hostages, corrected to captives by N. Reader, 2031-05-06" in page
    told("judge", path, ID, "undo", "--by", "N. Reader", "--at", "2031-05-07")
    page = told("show", path, ID)
    assert "2031-05-06  correct by N. Reader; value = 13, of = captives, low = 13;" in page
    assert "corrected to" not in page
    assert "undo by N. Reader" in page
    assert "hostages" in page


def test_two_names_are_judged(path: str) -> None:
    def somebodies() -> int:
        with Record.open(path) as held:
            return len(Weighed.of(held).who.somebodies)

    before = somebodies()
    told("judge", path, "NNA", "--same-as", "Harbour Post", "--by", "N. Reader", "--at", "2031-05-06")
    assert somebodies() == before - 1
    told("judge", path, "harbour post", "undo", "--same-as", "nna", "--by", "N. Reader", "--at", "2031-05-07")
    assert somebodies() == before
    told("judge", path, "Ruiz", "--different-from", "NNA", "--by", "N. Reader", "--at", "2031-05-08")
    with Record.open(path) as held:
        newest = list(held.judgements())[-1]
    assert (newest.subject, newest.other, newest.verdict) == ("ana ruiz", "nna", "different")


WRONG = [
    (["judge", "R", "NNA", "--same-as", "Nobody", "--by", "x"], NotFound),
    (["judge", "R", "NNA", "undo", "--same-as", "Ruiz", "--by", "x"], NotFound),
    (["judge", "R", "Ruiz", "--same-as", "Ana Ruiz", "--by", "x"], UsageError),
    (["judge", "R", "NNA", "--same-as", "Ruiz", "--different-from", "Ruiz", "--by", "x"], UsageError),
    (["judge", "R", ID, "--by", "x"], UsageError),
    (["judge", "R", ID, "accept", "--by", " "], UsageError),
    (["judge", "R", ID, "correct", "--by", "x", "--set", "value"], UsageError),
    (["judge", "R", "ffff", "reject", "--by", "x"], NotFound),
    (["judge", "R", ID, "undo", "--by", "x"], NotFound),
    (["judge", "R", ID, "correct", "--by", "x", "--set", "about=soon"], InputError),
    (["judge", "R", ID, "correct", "--by", "x", "--set", "about=[2031"], UsageError),
    (["show", "R", "nothing"], NotFound),
    (["search", "R", "--", "-"], UsageError),
    (["search", "R", "x", "--since", "soon"], UsageError),
    (["export", "R", "--known-on", "soon"], UsageError),
    (["export", "R", "--to", "no/folder/x.jsonl"], UsageError),
    (["check", "nowhere.truce"], RecordError),
]


@pytest.mark.parametrize(("arguments", "error"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_errors_are_of_the_tree(path: str, arguments: list[str], error: type[Exception]) -> None:
    assert isinstance(truce(*(path if a == "R" else a for a in arguments)).exception, error)


def test_check(path: str) -> None:
    assert told("check", path) == "1 document, 1 claim: sound.\n"
    assert json.loads(told("check", path, "--json")) == {"documents": 1, "claims": 1, "problems": []}


def test_export(path: str, tmp_path: Path) -> None:
    row = json.loads(truce("export", path, "--kind", "figure").stdout)
    assert (row["id"], row["document_name"], row["learnt"]) == (ID, "talks", "2031-05-05T00:00:00Z")
    assert truce("export", path, "--known-on", "2031-05-04").stdout == ""
    truce("export", path, "--to", str(tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").read_text("utf-8").startswith("\ufeffid,kind,status,what,who,")
    assert truce("export", path, "--csv").stdout.startswith("id,kind,status,what,who,")
    truce("export", path, "--to", str(tmp_path / "out.jsonl"))
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8")) == row


def test_kinds() -> None:
    kinds = json.loads(told("kinds", "--json"))
    assert list(kinds) == ["every", *KINDS]
    assert "planned" in next(f for f in kinds["event"] if f["field"] == "status")["values"]
    assert next(f for f in kinds["event"] if f["field"] == "actors")["type"] == "list of Actor"


SENTENCES = [
    ("hostages", "At least 12 hostages are still held, Gen. Ana Ruiz told NNA."),
    ("They must", "“They must come home.”"),
    ("Nobody", "Nobody [else] spoke."),
    ("A new", "A new line."),
    ("Friday. At least", "The talks ended on Friday. At least 12 hostages are still held, Gen. Ana Ruiz told NNA."),
]


@pytest.mark.parametrize(("words", "sentence"), SENTENCES)
def test_the_sentence_around(words: str, sentence: str) -> None:
    start = TEXT.index(words)
    assert TEXT[slice(*sentence_around(TEXT, start, start + len(words)))] == sentence


def test_the_console_script_has_no_tracebacks(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "trucekeeper.cli.main"]
    failed = subprocess.run([*run, "show", str(tmp_path / "no.truce"), "abcd"], capture_output=True, text=True, check=False)
    assert failed.returncode == RecordError.exit_code
    assert failed.stderr.startswith("truce: no record at ")
    assert "Traceback" not in failed.stderr


def test_help_imports_nothing_heavy() -> None:
    """A time would hang on the machine; what it hangs on is what is imported."""
    helped = subprocess.run([sys.executable, "-X", "importtime", "-m", "trucekeeper.cli.main", "--help"], capture_output=True, text=True, check=True)
    imported = {line.rsplit("|", 1)[-1].strip() for line in helped.stderr.splitlines()}
    assert all(name in helped.stdout for name in COMMANDS)
    assert "click" in imported
    assert not imported & {"sqlalchemy", "spacy", "pydantic", "rich", "trafilatura", "alembic"}


def test_what_was_decided_is_told_in_words(path: str) -> None:
    assert truce("judge", path, ID, "reject", "--by", "N. Reader").stdout == f"{ID}: rejected, by N. Reader.\n"
    assert truce("judge", path, ID, "undo", "--by", "N. Reader").stdout == f"{ID}: the last judgement is undone, by N. Reader.\n"
