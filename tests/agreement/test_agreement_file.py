from __future__ import annotations

from pathlib import Path

import pytest
from made_truce import ALL, PAPERS

from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.file import dump, load, load_file, parse, redrafted
from trucekeeper.agreement.lines import from_file, to_file
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
