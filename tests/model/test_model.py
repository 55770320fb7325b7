from __future__ import annotations

import dataclasses
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucekeeper.model.claims import KINDS, Actor, Attribution, Figure, Statement, StatementSpans
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.errors import InputError, NotFound, TrucekeeperError
from trucekeeper.model.ids import digest, slug
from trucekeeper.model.rows import from_row, to_row
from trucekeeper.model.time import Time

FIGURE = Figure(
    id="a1", document="d1", evidence=(Evidence(0, 8, "40 shops"),), attribution=Attribution((Actor("Daily"), Actor("the mayor", "~mayor"))),
    measure="count", of="shops", value=40.0, bound="at_least", since=Time("2024-03-01", None), about=Time("2024-03-02", "2024-03-02"),
)  # fmt: skip
STATEMENT = Statement(
    id="a2", document="d1", evidence=(Evidence(3, 9, "we go."),), attribution=Attribution(), content="we go.", speaker=Actor("she", "~ann", "Ann Lee"),
    spans=StatementSpans(content=(Evidence(3, 9, "we go."),)),
)  # fmt: skip


@pytest.mark.parametrize("claim", [FIGURE, STATEMENT])
def test_a_row_gives_the_claim_back(claim: Figure | Statement) -> None:
    row = json.loads(json.dumps(to_row(claim, "report")))
    assert row["document_name"] == "report"
    assert from_row(row) == claim


def test_unknown_keys_of_a_row_are_left_aside() -> None:
    assert from_row(to_row(FIGURE, "r") | {"colour": "red"}) == FIGURE


@pytest.mark.parametrize(
    ("change", "words"), [({"kind": "rumour"}, "no such kind"), ({"value": "many"}, "value"), ({"bound": "roughly"}, "bound"), ({"evidence": None}, "evidence")]
)
def test_a_bad_row_names_the_field(change: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        from_row(to_row(FIGURE, "r") | change, where="claims.jsonl")


def test_claims_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        FIGURE.value = 41.0  # type: ignore[misc]


def test_every_kind_says_its_name() -> None:
    for kind, made in KINDS.items():
        field = next(f for f in dataclasses.fields(made) if f.name == "kind")
        assert field.default == kind


def test_parts_of_an_id_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", None) != digest("a", "")
    assert digest("a", 1) == digest("a", 1)


def test_the_id_of_a_document_depends_on_all_that_its_reading_depends_on() -> None:
    base = Document(name="x", text="The truce holds.")
    assert base.id == Document(name="another name", text="The truce holds.").id
    others = [dataclasses.replace(base, **{k: "2024-03-02"}) for k in ("text", "outlet", "url", "published")]
    assert len({base.id, *(o.id for o in others)}) == 5


@given(st.text(), st.text())
def test_a_digest_takes_any_text(a: str, b: str) -> None:
    assert (digest(a, b) == digest(b, a)) == (a == b)


def test_slugs() -> None:
    assert slug("Abdel Latif al-Qanoua") == "abdel-latif-al-qanoua"
    assert slug("Muñoz, José") == "munoz-jose"
    assert slug("ههه") == "ههه"


def test_times_with_open_ends_overlap_for_ever() -> None:
    march = Time("2024-03-01", "2024-03-31")
    assert march.overlaps(Time(None, "2024-03-01"))
    assert march.overlaps(Time())
    assert not march.overlaps(Time("2024-04-01", None))
    assert march.overlaps(Time.on(date(2024, 3, 31)))
    assert march.known_day is None
    assert Time("2024-03-02T10:00", "2024-03-02T12:00").known_day == date(2024, 3, 2)


def test_evidence_is_checked_against_the_text() -> None:
    assert Evidence.of("Ça va 👍 ok", 6, 7).holds_in("Ça va 👍 ok")
    assert not Evidence(0, 3, "abc").holds_in("abd")
    assert not Evidence(2, 2, "").holds_in("abc")


def test_errors_carry_their_exit_code_and_the_mend() -> None:
    error = NotFound("no claim 12ab", mend="List them with `truce search`.")
    assert isinstance(error, TrucekeeperError)
    assert error.exit_code == 5
    assert str(error).endswith("List them with `truce search`.")
    assert str(InputError("not JSON", where="a.jsonl", line=3)) == "a.jsonl:3: not JSON"
