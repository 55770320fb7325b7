"""Mistakes that people make in an agreement file: each is told with its line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucekeeper.agreement.checks import unknown_bearers, unknown_issues, unknown_moments
from trucekeeper.agreement.file import load, parse
from trucekeeper.model.errors import AgreementError

FILE = """\
format: 1
name: The Oru Accord
signed: 2031-05-01
parties:
  - name: the North
    role: mediator
phases:
  - id: '1'
    label: phase 1
    length: P42D
terms:
  - id: a
    clause: '3.10'
    act: leave Ostrow
    bearers: [the North]
    issue: withdrawal
    anchor: {text: within 30 days of signature, kind: event, reference: signature, offset: P30D, relation: within}
exchanges:
  - id: swap
    gives:
      - {of: soldiers, value: 36}
money:
  - id: fund
    name: the fund
    contributions:
      - {value: 5, currency: EUR}
"""

# (was, is, line, what is told, the mend)
MISTAKES = [
    ("  - name: the North", "\t- name: the North", 5, "not YAML", "takes no tabs"),
    ("2031-05-01", "2031-02-31", 3, "2031-02-31 is no day", "that the calendar has"),
    ("2031-05-01", "1 May 2031", 3, "write 2031-05-01", ""),
    ("2031-05-01", "05/06/2031", 3, "write 2031-06-05 or 2031-05-06", ""),
    ("2031-05-01", "2031-05-09/2031-05-01", 3, "ends before it begins", ""),
    ("    label: phase 1", "    lable: phase 1", 9, "lable: no such field", "Did you mean `label`?"),
    ("    label: phase 1\n", "", 8, "label: is missing", ""),
    ("P42D", "42 days", 10, "write P42D", ""),
    ("P30D", "a month", 17, "write P1M", ""),
    ("'3.10'", "3.10", 13, "put it in quotes", ""),
    ("role: mediator", "role: facilitator", 6, "is none of party, guarantor, mediator", ""),
    ("relation: within", "relation: in", 17, "'in' is none of within, after", ""),
    ("[the North]", "the North", 15, "is no list", "bearers: [the North]"),
    ("act: leave Ostrow", "act: leave: Ostrow", 14, "not YAML", "in quotes"),
    ("{of: soldiers, value: 36}", "{of: 1,200 soldiers, value: 1200}", 21, "200 soldiers: stands behind a comma", "in quotes"),
    ("value: 36", "value: thirty-six", 21, "is no number", "in digits"),
    ("currency: EUR", "currency: euros", 26, "no ISO 4217 code", ""),
    ("  - id: swap", "  - id: a", 19, "a is there twice", "another id"),
    ("    anchor:", "    phase: '3'\n    anchor:", 17, "no phase 3", "Name one of 1"),
    ("name: The Oru Accord\n", "", 1, "name: is missing", ""),
]


@pytest.mark.parametrize(("was", "now", "line", "told", "mend"), MISTAKES, ids=[m[1].strip()[:24] or m[3] for m in MISTAKES])
def test_a_mistake_is_told_with_its_line_and_mend(tmp_path: Path, was: str, now: str, line: int, told: str, mend: str) -> None:
    assert was in FILE
    path = tmp_path / "oru.agreement.yaml"
    path.write_text(FILE.replace(was, now, 1), "utf-8")
    with pytest.raises(AgreementError) as raised:
        load(path)
    assert f"{path}:{line}:" in str(raised.value)
    assert told in str(raised.value)
    assert mend in str(raised.value)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "oru.agreement.yaml"
    path.write_bytes(FILE.replace("the North", "the Nórth").encode("latin-1"))
    with pytest.raises(AgreementError, match="not in UTF-8") as raised:
        load(path)
    assert f"{path}:5:" in str(raised.value)


def test_a_sound_file_has_no_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "oru.agreement.yaml"
    path.write_text(FILE, "utf-8")
    load(path)
    made = parse(FILE, where="x")
    assert [*unknown_bearers(made), *unknown_issues(made), *unknown_moments(made)] == []


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("[the North]", "[the Nroth]", "a: the Nroth is none of the parties"),
        ("issue: withdrawal", "issue: withdrawl", "a: no issue called withdrawl; did you mean withdrawal?"),
        ("reference: signature", "reference: the elections", "a: “the elections” is dated nowhere"),
    ],
)
def test_names_that_the_file_does_not_explain(was: str, now: str, told: str) -> None:
    made = parse(FILE.replace(was, now), where="x")
    found = [said for _, said in (*unknown_bearers(made), *unknown_issues(made), *unknown_moments(made))]
    assert len(found) == 1
    assert told in found[0]
