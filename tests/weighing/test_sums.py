"""The arithmetic of running counts, by hand; claims of real reports are in test_running.py."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from made_claims import Desk
from trucekeeper.weighing.sums import Count, breaks


def counts(*rows: tuple[int, float | None, float | None]) -> Iterator[Count]:
    return (Count(date(2031, 4, d), new, total) for d, new, total in rows)


def test_breaks_are_told_with_the_arithmetic() -> None:
    checked, found = breaks(counts((1, None, 100), (2, 5, 105), (3, 7, 110)))
    assert checked == 2
    assert [(b.day.day, b.missing) for b in found] == [(3, -2)]
    assert found[0].reason == "105 + 7 = 112, but 110 in all are given (-2)"


def test_a_day_that_is_missing_breaks_nothing() -> None:
    assert breaks(counts((1, None, 100), (3, 9, 150))) == (0, ())
    assert breaks(counts((1, None, 100), (2, None, 150))) == (0, ())


def test_order_does_not_matter() -> None:
    rows = [(1, None, 100.0), (2, 5.0, 105.0), (3, 7.0, 110.0)]
    assert breaks(counts(*rows)) == breaks(counts(*reversed(rows)))


def test_of_a_share_nothing_is_left_to_count() -> None:
    desk = Desk()
    paper = desk.paper("One", "Of the 12,000 fighters who gave up their arms 2 percent were women.")
    whole = desk.figure(paper, "12,000 fighters", 12000, "disarmed", of="fighters")
    desk.figure(paper, "2 percent", 2, "disarmed", of="women", unit="percent", part_of=whole.id)
    (told,) = (r.reason for r in desk.weighed().figure_relations if r.kind == "part_of")
    assert "other" not in told
