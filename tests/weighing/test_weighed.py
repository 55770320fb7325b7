"""A record weighed as a whole: the order of arrival leaves no trace, and a day's view knows nothing of later reports."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from made_claims import ORRIN, TAVEL, Desk, island
from trucekeeper.model.claims import StatementSpans
from trucekeeper.model.document import Evidence
from trucekeeper.model.rows import plain
from trucekeeper.weighing.weighed import Weighed

PARTS = ("claims", "copies", "given", "series", "figure_relations", "happenings", "stands", "disputes")


def all_of(weighed: Weighed) -> list[object]:
    return [plain(list(getattr(weighed, part))) for part in PARTS] + [plain(weighed.who.proposals), weighed.who.key_to, weighed.stories]


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_order_of_arrival_leaves_no_trace(rng: random.Random) -> None:
    shuffled: Desk = island()
    rng.shuffle(shuffled.held)
    rng.shuffle(shuffled.papers)
    assert all_of(shuffled.weighed()) == all_of(island().weighed())


def test_a_day_knows_nothing_of_later_reports() -> None:
    weighed = island().weighed()
    earlier = weighed.published_by(date(2031, 4, 2))
    assert [d.name for d in earlier.documents.values()] == ["Quay"]
    assert {c.document for c in earlier.claims} == set(earlier.documents)
    assert weighed.published_by(date(2031, 4, 3)) is weighed


def test_the_newest_day() -> None:
    assert island().weighed().newest_day == date(2031, 4, 3)
    assert Desk().weighed().newest_day is None


def test_who_else_tells_it_in_the_same_report() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin prepared to send a team. Tavel said a team was coming.")
    desk.event(paper, "send a team", "visit", actors=(ORRIN,), evidence=(Evidence(19, 30, "send a team"), Evidence(42, 59, "a team was coming")))
    words = Evidence(42, 59, "a team was coming")
    desk.statement(paper, "Tavel said a team was coming", TAVEL, spans=StatementSpans(content=(words,)))
    weighed = desk.weighed()
    assert weighed.further_voices(weighed.happenings[0].main) == ("Tavel",)
