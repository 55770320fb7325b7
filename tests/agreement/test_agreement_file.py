from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_truce import ALL, PAPERS

from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.file import dump, load, load_file, parse, strangers
from trucekeeper.agreement.lines import from_file, to_file
from trucekeeper.agreement.mends import mends, redrafted
from trucekeeper.agreement.schema import json_schema
from trucekeeper.model.errors import AgreementError

DRAFT = agreement_of(ALL, PAPERS)
TEXT = dump(to_file(DRAFT))

FAULTS = [
    ("terms:\n  - [", "not YAML", 2),
    ("nothing", "holds no agreement", 1),
    ("name: a\nterm: []\n", "term: no such field", 2),
    ("name: a\nphases:\n  - id: '1'\n    label: one\n    begin: soon\n", "phases.0.begin: 'soon' is no ISO day", 5),
    ("name: a\nphases:\n  - id: '1'\n    label: one\n    length: 6 weeks\n", "phases.0.length: '6 weeks' is no ISO 8601 duration", 5),
    ("name: a\nterms:\n  - id: t\n    act: go\n    clause: 2.1\n", "terms.0.clause: 2.1 is read as a number: put it in quotes", 5),
    ("name: a\nterms:\n  - id: t\n    act: go\n    standing: broken\n", "terms.0.standing", 5),
]


@pytest.mark.parametrize(("text", "said", "line"), FAULTS)
def test_faults_name_the_line(text: str, said: str, line: int) -> None:
    with pytest.raises(AgreementError, match=said) as caught:
        parse(text, where="x.agreement.yaml")
    assert caught.value.line == line
    assert caught.value.mend


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "x.agreement.yaml"
    path.write_text(TEXT, "utf-8")
    again = load(path)
    assert to_file(again) == to_file(DRAFT)
    assert from_file(load_file(path)) == again


def test_a_draft_says_what_it_could_not_tell() -> None:
    second = next(p for p in to_file(DRAFT).phases if p.id == "2")
    assert (second.begin, second.unknown["begin"]) == ("?", "no words give its beginning")


def test_drafting_again_keeps_mends() -> None:
    mended = TEXT.replace("act: do 100", "act: leave the bridge")
    assert mended != TEXT
    kept = redrafted(parse(mended, where="x"), DRAFT)
    acts = {t.id: t.act for t in kept.terms}
    assert acts["clause-2.1"] == "leave the bridge"
    assert acts["clause-2.2"] == "do 120"


def test_drafting_again_leaves_out_what_a_person_took_out() -> None:
    kept = redrafted(parse(TEXT + "leave_out: [clause-2.1]\n", where="x"), DRAFT)
    assert "clause-2.1" not in {t.id for t in kept.terms}


def test_drafting_again_keeps_added_lines_and_drops_untouched_ones_that_no_words_bear() -> None:
    added = parse("name: a\nterms:\n  - id: mine\n    act: keep the peace\n", where="x")
    assert [t.id for t in redrafted(added, DRAFT).terms][-1] == "mine"
    assert redrafted(parse(TEXT, where="x"), agreement_of([], [])).terms == []


def test_the_schema_is_closed() -> None:
    schema = json_schema()
    assert schema["additionalProperties"] is False
    assert all(d.get("additionalProperties") is False for d in schema["$defs"].values())


def test_a_deleted_line_stays_deleted_and_a_renamed_party_renamed() -> None:
    kept = parse(TEXT, where="x")
    terms = [t for t in kept.terms if t.id != "clause-2.1"]
    parties = [p.model_copy(update={"name": "Northerners"}) if p.name == "the North" else p for p in kept.parties]
    changed = kept.model_copy(update={"terms": terms, "parties": parties})
    assert mends(changed) == 2
    for again in (redrafted(changed, DRAFT), redrafted(redrafted(changed, DRAFT), DRAFT)):
        assert "clause-2.1" not in {t.id for t in again.terms}
        assert {p.name for p in again.parties} == {"Northerners", "the South"}


def test_comments_stay() -> None:
    noted = TEXT.replace("format: 1", "# kept by Ana\nformat: 1").replace("act: do 100", "act: leave the bridge  # as signed")
    made = dump(redrafted(parse(noted, where="x"), DRAFT), over=noted)
    assert "# kept by Ana" in made
    assert "act: leave the bridge  # as signed" in made
    assert parse(made, where="x") == redrafted(parse(noted, where="x"), DRAFT)


def edited(text: str) -> str:
    """A draft as a person mends it: lines moved, renamed, deleted and added, days without quotes, comments before lines, behind them and in lists."""
    head, *lines = re.split(r"(?m)^(?=  - id: )", text)
    by_id = {line.split("\n", 1)[0]: line for line in lines}
    by_id["  - id: clause-2.1"] = by_id["  - id: clause-2.1"].replace("  - id: clause-2.1", "  - id: leaving  # clause 2.1")
    by_id["  - id: clause-2.2"] = by_id["  - id: clause-2.2"].replace(
        "    standing: agreed\n", "    standing: agreed\n    conditions:\n      - if asked  # note 3\n"
    )
    moved = [by_id.pop("  - id: clause-2.2"), by_id.pop("  - id: clause-2.1")]
    mine = "  # added by Ana\n  - id: mine\n    act: keep the peace\n    due: 2031-07-01\n"
    phases = [line for key, line in by_id.items() if not key.startswith("  - id: term-")]
    one, *_ = [line for key, line in by_id.items() if key.startswith("  - id: term-")]  # the other one is deleted, and what stood behind it with it
    letter = "amendments:\n  - {id: letter, signed: 2031-06-01, changes: [{what: extend, line: leaving, until: 2031-07-01}]}  # seen\n"
    return head.replace("name: the South", "name: Southerners  # their wish") + "".join([*phases, *moved, mine, one]) + letter


def test_a_heavily_mended_file_stays_as_it_is_where_nothing_new_is_drafted() -> None:
    mended = edited(TEXT.partition("exchanges:")[0].partition("drafted_before:")[0]) + "drafted_before:\n" + TEXT.partition("drafted_before:\n")[2]
    kept = parse(mended, where="x")
    again = redrafted(kept, DRAFT)
    assert [t.id for t in again.terms] == [t.id for t in kept.terms]
    assert dump(again, over=mended) == mended


def test_a_new_line_stands_behind_the_one_that_it_follows() -> None:
    kept = parse(TEXT, where="x")
    before = kept.model_copy(update={"terms": [t for t in kept.terms if t.id != "clause-2.2"], "drafted_before": ["term clause-2.1"]})
    assert [t.id for t in redrafted(before, DRAFT).terms][:2] == ["clause-2.1", "clause-2.2"]


def test_a_phase_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "x.agreement.yaml"
    path.write_text("name: a\nterms:\n  - id: t\n    act: go\n    phase: '7'\n", "utf-8")
    with pytest.raises(AgreementError, match=r"yaml:5: t: no phase 7") as caught:
        load(path)
    assert caught.value.mend


def test_a_bearer_that_is_no_party(tmp_path: Path) -> None:
    path = tmp_path / "x.agreement.yaml"
    path.write_text("name: a\nparties:\n  - name: the North\nterms:\n  - id: t\n    act: go\n    bearers: [Notrh, North, Each Party]\n", "utf-8")
    assert strangers(load_file(path), path) == ["7: t: Notrh is none of the parties; name it under `parties`, or mend the bearer"]
