"""Two versions of an agreement: clauses that were renumbered are found by their words; moved days, changed counts and dropped exceptions are told."""

from __future__ import annotations

from trucekeeper.agreement.diff import LineChange, compare
from trucekeeper.model.agreement import Agreement, Term
from trucekeeper.model.claims import Anchor
from trucekeeper.model.time import Time
from trucekeeper.views.diff import build

SIGNED = Time("2043-08-12", "2043-08-12")


def within(days: int) -> Anchor:
    return Anchor(f"within {days} days of signature", "event", "signature", f"P{days}D", "within")


def term(clause: str, act: str, **more: object) -> Term:
    return Term(id=f"clause-{clause}", clause=clause, act=act, **more)  # type: ignore[arg-type]


FIRST = Agreement(
    name="the Ulla accord",
    signed=SIGNED,
    terms=(
        term("1", "hand over its mortars by 30 September, except for those kept for training", exceptions=("except for those kept for training",)),
        term("2", "release 80 prisoners", quantity="80 prisoners", anchor=within(20)),
        term("3", "reopen schools in the valley"),
        term("4", "stop all attacks"),
        term("5", "withdraw from Imber town", anchor=within(30)),
    ),
)
SECOND = Agreement(
    name="the Ulla accord",
    signed=SIGNED,
    terms=(
        term("1", "stop all attacks"),
        term("2", "hand over its mortars by 31 October"),
        term("3", "release 60 prisoners", quantity="60 prisoners", anchor=within(20)),
        term("4", "withdraw from Imber town", anchor=within(45)),
        term("5", "publish maps of its minefields"),
    ),
)


def lines(first: Agreement = FIRST, second: Agreement = SECOND) -> dict[str, LineChange]:
    return {change.label.partition(" ")[2]: change for change in compare(first, second).lines}


def fields(change: LineChange) -> dict[str, tuple[str, str]]:
    return {f.name: (f.before, f.after) for f in change.fields}


def test_clauses_are_found_by_their_words() -> None:
    kinds = {label: change.kind for label, change in lines().items()}
    assert kinds == {
        "hand over its mortars by 31 October": "changed",
        "release 60 prisoners": "changed",
        "reopen schools in the valley": "only in the first",
        "stop all attacks": "renumbered",
        "withdraw from Imber town": "changed",
        "publish maps of its minefields": "only in the second",
    }


def test_a_dropped_exception_a_count_and_a_moved_day() -> None:
    found = lines()
    assert fields(found["hand over its mortars by 31 October"])["exceptions"] == ("except for those kept for training", "")
    assert fields(found["release 60 prisoners"])["quantity"] == ("80 prisoners", "60 prisoners")
    assert fields(found["withdraw from Imber town"]) == {"clause": ("5", "4"), "last_day": ("2043-09-11", "2043-09-26 (15 days later)")}


def test_a_clause_that_says_something_else_under_its_number_is_another() -> None:
    one, two = (Agreement(name="x", terms=(term("1", act),)) for act in ("stop all attacks", "publish maps of its minefields"))
    assert {c.kind for c in lines(one, two).values()} == {"only in the first", "only in the second"}


def test_an_id_of_its_own_is_the_same_line_whatever_it_says() -> None:
    one, two = (Agreement(name="x", terms=(Term(id="road", act=act),)) for act in ("open the road", "keep lorries out"))
    assert [c.kind for c in lines(one, two).values()] == ["changed"]


def test_the_same_agreement_differs_in_nothing() -> None:
    assert {c.kind for c in lines(FIRST, FIRST).values()} == {"same"}


def test_open_windows_are_told_in_words() -> None:
    one, two = (
        Agreement(name="the Ulla accord", terms=(term("1", "leave Imber", due=Time(None, day)), term("2", "open it", due=Time(day, None))))
        for day in ("2043-09-01", "2043-09-20")
    )
    rows = build(compare(one, two)).rows
    assert [(f.before, f.after) for r in rows for f in r.fields if f.name == "when"] == [
        ("by 1 September 2043", "by 20 September 2043"),
        ("from 1 September 2043", "from 20 September 2043"),
    ]
