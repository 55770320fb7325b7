"""Figures set in series: what each value is to the others, in a table of pairs."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_claims import MINISTRY, MONITORS, ORRIN, TAVEL, Desk, day, sess
from trucekeeper.model.claims import Actor
from trucekeeper.model.rows import plain
from trucekeeper.weighing.bounds import grain, strict, usual
from trucekeeper.weighing.given import population_of

# (name, fields of the first, fields of the second, the relation expected or None); ministry and monitors are two sources
PAIRS: list[tuple[str, dict[str, Any], dict[str, Any], str | None]] = [
    ("a newer count of one source", {"value": 17, "about": day("2031-04-01")}, {"value": 21, "about": day("2031-04-03")}, "replaces"),
    ("one source again", {"value": 17, "about": day("2031-04-01")}, {"value": 17, "about": day("2031-04-02")}, "repeats"),
    ("one source again, with a bound", {"value": 17, "bound": "at_least"}, {"value": 17}, "compatible"),
    ("another source, one day", {"value": 17, "about": day("2031-04-01")}, {"value": 25, "about": day("2031-04-01"), "by": (MONITORS,)}, "differs"),
    ("another source, same value", {"value": 17}, {"value": 17, "by": (MONITORS,)}, "repeats"),
    ("rounded and exact", {"value": 1800, "bound": "about"}, {"value": 1777, "by": (MONITORS,)}, "compatible"),
    ("over thirty and 33", {"value": 30, "bound": "more_than"}, {"value": 33, "by": (MONITORS,)}, "compatible"),
    ("over 180 and 180", {"value": 180, "bound": "more_than"}, {"value": 180, "by": (MONITORS,)}, "compatible"),
    ("over thirty and 30", {"value": 30, "bound": "more_than"}, {"value": 30, "by": (MONITORS,)}, "compatible"),
    ("over 33 and 33", {"value": 33, "bound": "more_than"}, {"value": 33, "by": (MONITORS,)}, "differs"),
    ("over 1,347 and 1,347", {"value": 1347, "bound": "more_than"}, {"value": 1347, "by": (MONITORS,)}, "compatible"),
    ("at least twelve and at least forty", {"value": 12, "bound": "at_least"}, {"value": 40, "bound": "at_least", "by": (MONITORS,)}, "compatible"),
    ("at least twelve and forty", {"value": 12, "bound": "at_least"}, {"value": 40, "by": (MONITORS,)}, "compatible"),
    ("a range and a value in it", {"value": None, "low": 20, "high": 30, "bound": "between"}, {"value": 25, "by": (MONITORS,)}, "compatible"),
    ("all so far and new ones", {"value": 17, "counting": "cumulative"}, {"value": 9, "by": (MONITORS,), "counting": "new"}, "other_base"),
    ("all so far and no word of it", {"value": 25, "counting": "cumulative"}, {"value": 17, "by": (MONITORS,)}, "differs"),
    ("all so far, and more a day later", {"value": 17, "counting": "cumulative"}, {"value": 25, "by": (MONITORS,)}, "compatible"),
    ("other places", {"value": 17, "place": sess("Sess")}, {"value": 25, "by": (MONITORS,), "place": sess("Port Orrin")}, "other_base"),
    ("other people", {"value": 17, "party": ORRIN}, {"value": 25, "by": (MONITORS,), "party": TAVEL}, "other_base"),
    ("another group of the counted", {"value": 59, "of": "hostages"}, {"value": 24, "of": "living hostages", "by": (MONITORS,)}, "other_base"),
    ("other things altogether", {"value": 59, "of": "hostages"}, {"value": 24, "of": "lorries", "by": (MONITORS,)}, None),
    ("more civilians than people", {"value": 24, "of": "civilians", "by": (MONITORS,)}, {"value": 17}, "differs"),
    ("more civilians a day later", {"value": 17}, {"value": 24, "of": "civilians", "by": (MONITORS,)}, None),
    ("fewer civilians than people", {"value": 17}, {"value": 12, "of": "civilians", "by": (MONITORS,)}, None),
    (
        "rounded to the thousand, and a little more",
        {"value": 22000, "measure": "displaced"},
        {"value": 22140, "measure": "displaced", "by": (MONITORS,)},
        "compatible",
    ),
    ("one attack and a war", {"value": 17}, {"value": 2300, "by": (MONITORS,)}, None),
    ("other units", {"value": 17, "unit": "weeks"}, {"value": 25, "unit": "days", "by": (MONITORS,)}, None),
    ("shares of whom nobody tells", {"value": 47, "unit": "percent", "of": None}, {"value": 38, "unit": "percent", "of": None, "by": (MONITORS,)}, None),
    ("lengths of time", {"value": 17, "measure": "duration"}, {"value": 25, "measure": "duration", "by": (MONITORS,)}, None),
    ("soldiers of a body, and soldiers", {"value": 3, "of": "soldiers of the Lake Guard"}, {"value": 2, "of": "soldiers", "by": (MONITORS,)}, "differs"),
    (
        "soldiers of two bodies",
        {"value": 3, "of": "soldiers of the Lake Guard"},
        {"value": 5, "of": "soldiers of the Hill Guns", "by": (MONITORS,)},
        "other_base",
    ),
    ("two days, two sources", {"value": 17, "about": day("2031-03-20")}, {"value": 25, "about": day("2031-04-01"), "by": (MONITORS,)}, None),
]


def two(first: dict[str, Any], second: dict[str, Any]) -> Desk:
    desk = Desk()
    for name, published, fields in (("One", "2031-04-02", first), ("Two", "2031-04-03", second)):
        paper = desk.paper(name, f"So {name} tells of the count at Fort Belm.", published=published)
        desk.figure(paper, "the count", **{"by": (MINISTRY,), "of": "people", **fields})
    return desk


def test_the_lorries_of_one_day_take_no_place_of_others() -> None:
    desk = Desk()
    for published, number in (("2031-04-02", 50), ("2031-05-23", 163)):
        paper = desk.paper("One", f"A convoy of {number} lorries reached Fort Belm.", published=published)
        desk.figure(paper, f"{number} lorries", number, "trucks", of="lorries", by=(MINISTRY,))
    assert desk.weighed().figure_relations == []


def test_an_official_of_one_text_may_be_the_one_whom_it_has_named() -> None:
    desk = Desk()
    paper = desk.paper(
        "One", "At Fort Belm 65 people were hurt, the ministry said. At its market 35 people were hurt, the official said.", published="2031-04-02"
    )
    desk.figure(paper, "65 people", 65, "wounded", of="people", by=(MINISTRY,))
    desk.figure(paper, "35 people", 35, "wounded", of="people", by=(Actor("the official"),))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


def test_renewed_clashes_have_a_toll_of_their_own() -> None:
    desk = Desk()
    first = desk.paper("One", "Clashes at Fort Belm left 64 people hurt.", published="2031-04-02")
    second = desk.paper("Two", "Renewed clashes at Fort Belm left 17 people hurt.", published="2031-04-09")
    desk.figure(first, "64 people", 64, "wounded", of="people", by=(MINISTRY,), about=day("2031-04-01"))
    desk.figure(second, "17 people", 17, "wounded", of="people", by=(MONITORS,), about=day("2031-04-01"))
    assert {r.kind for r in desk.weighed().figure_relations} <= {"other_base"}


def test_what_was_looted_is_not_what_was_found() -> None:
    desk = Desk()
    first = desk.paper("One", "Some 5,610 rifles were looted at Fort Belm.", published="2031-04-02")
    second = desk.paper("Two", "Police at Fort Belm recovered 1,140 rifles.", published="2031-04-02")
    desk.figure(first, "5,610 rifles", 5610, "weapons", of="rifles", by=(MINISTRY,))
    desk.figure(second, "1,140 rifles", 1140, "weapons", of="rifles", by=(MONITORS,))
    assert {r.kind for r in desk.weighed().figure_relations} <= {"other_base"}
    third = desk.paper("Three", "Police at Fort Belm have recovered 1,290 rifles.", published="2031-04-02")
    desk.figure(third, "1,290 rifles", 1290, "weapons", of="rifles", by=(MINISTRY,))
    assert "differs" in {r.kind for r in desk.weighed().figure_relations}


@pytest.mark.parametrize(("name", "first", "second", "expected"), PAIRS, ids=[p[0] for p in PAIRS])
def test_pairs(name: str, first: dict[str, Any], second: dict[str, Any], expected: str | None) -> None:
    relations = two(first, second).weighed().figure_relations
    assert [r.kind for r in relations] == ([expected] if expected else [])
    assert all(len(r.reason) > 15 for r in relations)


def test_reports_with_no_name_in_common_are_not_set_together() -> None:
    desk = Desk()
    for name, place, value, by in (("One", "Sess", 17, MINISTRY), ("Two", "Orrin", 25, MONITORS)):
        desk.figure(desk.paper(name, f"In all of {place} some died."), "some died", value, by=(by,), of="people")
    assert desk.weighed().figure_relations == []


def test_a_report_whose_date_nobody_knows_says_nothing_of_when() -> None:
    desk = Desk()
    for name, published, value, by in (("One", None, 17, MINISTRY), ("Two", "2031-04-02", 25, MONITORS)):
        desk.figure(desk.paper(name, "In all of Belm some died.", published=published), "some died", value, by=(by,), of="people")
    assert desk.weighed().figure_relations == []


def test_a_correction_for_the_same_date_keeps_the_old() -> None:
    desk = two({"value": 21, "about": day("2031-04-01")}, {"value": 17, "about": day("2031-04-01")})
    weighed = desk.weighed()
    assert [r.kind for r in weighed.figure_relations] == ["corrects"]
    assert [g.figure.value for g in weighed.series[0].given] == [21, 17]


def test_a_toll_that_rises_is_a_newer_count_unless_the_words_take_the_old_back() -> None:
    rising = two({"value": 17, "about": day("2031-04-01")}, {"value": 21, "about": day("2031-04-01")})
    assert [r.kind for r in rising.weighed().figure_relations] == ["replaces"]
    desk = Desk()
    for name, published, value, verb in (("One", "2031-04-02", 17, "gave"), ("Two", "2031-04-03", 21, "corrected")):
        paper = desk.paper(name, f"At Fort Belm it {verb} the count.", published=published)
        desk.figure(paper, "the count", value, by=(MINISTRY,), of="people", about=day("2031-04-01"))
    assert [r.kind for r in desk.weighed().figure_relations] == ["corrects"]


def test_what_a_text_gives_as_the_earlier_count_replaces_nothing() -> None:
    desk = two({"value": 31, "about": day("2031-04-01")}, {"value": 28, "about": day("2031-04-01")})
    paper = next(p for p in desk.papers if p.name == "Two")
    desk.figure(paper, "the count", 31, by=(MINISTRY,), of="earlier count")
    assert [(r.kind, len(r.claims)) for r in desk.weighed().figure_relations] == [("corrects", 2)]


def test_somebody_who_died_is_no_count_of_all_the_dead() -> None:
    desk = Desk()
    for name, words, value, by in (("One", "Four soldiers", 4, MINISTRY), ("Two", "A soldier", 1, MONITORS), ("Three", "One soldier", 1, TAVEL)):
        desk.figure(desk.paper(name, f"{words} died at Fort Belm."), words, value, by=(by,), of="soldiers")
    told = [sorted(desk.weighed().by_id[c].evidence[0].exact for c in r.claims) for r in desk.weighed().figure_relations if r.kind == "differs"]
    assert told == [["Four soldiers", "One soldier"]]


def test_a_count_lowered_from_another_stands_against_nobody_with_the_other() -> None:
    desk = Desk()
    one = desk.paper("One", "By the clinic 31 people died at Fort Belm.", published="2031-04-02")
    two_ = desk.paper("Two", "It lowered the toll of the Fort Belm raid from 26 souls to 22 dead.", published="2031-04-02")
    desk.figure(one, "31 people", 31, by=(MONITORS,), of="people")
    desk.figure(two_, "26 souls", 26, by=(MINISTRY,), of="people")
    desk.figure(two_, "22 dead", 22, by=(MINISTRY,), of="people")
    told = [sorted(desk.weighed().by_id[c].evidence[0].exact for c in r.claims) for r in desk.weighed().figure_relations if r.kind == "differs"]
    assert told == [["22 dead", "31 people"]]


def test_what_was_said_at_first_stands_against_nobody() -> None:
    def told(words: str) -> list[str]:
        desk = Desk()
        one = desk.paper("One", f"The clinic {words} 53 had died at Fort Belm.")
        desk.figure(one, "53", 53, by=(MONITORS,), of="people")
        desk.figure(desk.paper("Two", "So 26 men died at Fort Belm."), "26 men", 26, by=(MINISTRY,), of="people")
        return [r.kind for r in desk.weighed().figure_relations]

    assert told("initially said that some") == []
    assert told("had earlier put the dead at") == []
    assert told("was earlier than others and said") == ["differs"]
    assert told("initially said 12 and later") == ["differs"]


def test_one_number_of_one_week_is_told_again_where_reports_share_a_name() -> None:
    def told(value: int, of: str, other: str) -> list[str]:
        desk = Desk()
        desk.figure(
            desk.paper("One", f"In Port Belm all is well. Some {of} were waiting at the gate."), f"Some {of}", value, of=of, measure="trucks", by=(MINISTRY,)
        )
        desk.figure(desk.paper("Two", f"So {of} stand idle on the road to {other}."), of, value, of=of, measure="trucks", by=(MONITORS,))
        return [r.kind for r in desk.weighed().figure_relations]

    assert told(400, "lorries", "Belm") == ["repeats"]
    assert told(400, "lorries", "Mirel") == []
    assert told(3, "lorries", "Belm") == []


def test_police_who_begin_a_sentence_are_one_source_with_police() -> None:
    desk = Desk()
    for name, label, value in (("One", "police", 26), ("Two", "Police", 26)):
        desk.figure(desk.paper(name, "So 26 died at Fort Belm."), "26", value, by=(Actor(label),), of="people")
    assert len({g.origin.key for g in desk.weighed().given}) == 1


def test_the_dead_of_days_of_fighting_grow_and_those_of_one_day_are_disputed() -> None:
    def kinds(**fields: Any) -> list[str]:
        desk = two({"value": 60, **fields}, {"value": 80, "by": (MONITORS,), **fields})
        return [r.kind for r in desk.weighed().figure_relations]

    assert kinds() == ["compatible"]
    assert kinds(about=day("2031-04-01")) == ["differs"]
    assert kinds(measure="displaced") == ["compatible"]
    assert kinds(measure="held") == ["differs"]


def test_a_text_that_says_a_count_rose_sets_the_old_one_against_nobody() -> None:
    desk = Desk()
    one = desk.paper("One", "More than 80 died at Fort Belm.", published="2031-04-02")
    two_ = desk.paper("Two", "The dead of Fort Belm have risen to 80 souls. On Saturday 60 souls were dead at Fort Belm.", published="2031-04-03")
    desk.figure(one, "More than 80", 80, by=(MINISTRY,), of="people")
    desk.figure(two_, "80 souls", 80, by=(MONITORS,), of="people")
    desk.figure(two_, "60 souls", 60, by=(ORRIN,), of="people")
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("Since an ambush on the Belm road that killed three, nobody goes there.", True),
        ("In another district of Belm three were killed.", True),
        ("The clinic at Belm said that three were killed.", False),
    ],
)
def test_a_text_that_brings_in_another_attack_counts_its_dead_apart(words: str, *, apart: bool) -> None:
    desk = Desk()
    paper = desk.paper("One", f"Four people were killed in the raid on Belm, the army said. {words}", published="2031-04-02")
    desk.figure(paper, "Four people", 4, by=(MINISTRY,), of="people")
    desk.figure(paper, "three", 3, by=(MONITORS,), of="people")
    assert [r.kind for r in desk.weighed().figure_relations] == (["other_base"] if apart else ["differs"])


def test_each_states_count_of_its_own_dead_stands_against_no_others() -> None:
    def kinds(*told: tuple[str, float, str | None]) -> set[str]:
        desk = Desk()
        for number, (voice, value, place) in enumerate(told):
            paper = desk.paper(f"P{number}", f"So many died in the war at Fort Belm, as {voice} had it.", published="2031-04-02")
            desk.figure(paper, "So many", value, of="people", by=(Actor(voice),), place=sess(place) if place else None)
        return {r.kind for r in desk.weighed().figure_relations}

    assert "differs" not in kinds(("Cambodia’s defence ministry", 13, None), ("Thailand’s health ministry", 15, None), ("the press", 33, None))
    assert "differs" not in kinds(("Thailand’s army", 13, None), ("Thailand’s health ministry", 15, None))
    assert "differs" in kinds(("Thailand’s army", 13, None), ("the Lake Monitors", 15, None))
    assert "differs" not in kinds(("the hospital", 13, None), ("the Lake Monitors", 15, None))
    assert "differs" in kinds(("the hospital", 15, None), ("the Lake Monitors", 13, None))


def test_what_is_far_more_than_the_whole_is_no_part_of_it() -> None:
    desk = Desk()
    paper = desk.paper("One", "It spoke of 24 deaths, 14 of them civilians, and 139,000 driven out at Belm.", published="2031-04-02")
    whole = desk.figure(paper, "24 deaths", 24, of="deaths", by=(MINISTRY,))
    desk.figure(paper, "14 of them civilians", 14, of="civilians", by=(MINISTRY,), part_of=whole.id)
    desk.figure(paper, "139,000 driven out", 139_000, of="deaths", measure="displaced", by=(MINISTRY,), part_of=whole.id)
    assert "does_not_sum" not in {r.kind for r in desk.weighed().figure_relations}


def test_a_series_is_named_after_a_place_that_no_other_count_contradicts() -> None:
    def place(*places: str | None) -> str | None:
        desk = Desk()
        for number, where in enumerate(places):
            paper = desk.paper(f"P{number}", "So many died at Fort Belm.", published="2031-04-02")
            desk.figure(paper, "So many", 17, of="people", by=(Actor(f"Clinic {number}"),), place=sess(where) if where else None)
        (series,) = desk.weighed().series
        return series.place

    assert place("Belm", None) == "Belm"
    assert place("Belm", None, None, None) is None
    assert place("Belm", "Sess", None) is None


def test_the_dead_of_two_attacks_are_not_set_against_each_other() -> None:
    def kinds(first: str, second: str) -> set[str]:
        desk = Desk()
        for number, (when, place, value, by) in enumerate((("2031-03-01", first, 27, MINISTRY), ("2031-04-01", second, 31, MONITORS))):
            paper = desk.paper(f"P{number}", f"The raid on {place} in the Belm valley left so many dead.", published="2031-04-02")
            desk.event(paper, f"The raid on {place}", "attack", type="ASSAULT", about=day(when), place=sess(place))
            desk.figure(paper, "so many dead", value, of="people", by=(by,))
        return {r.kind for r in desk.weighed().figure_relations}

    assert kinds("Fort Sess", "Port Orrin") == {"other_base"}


def test_nobody_counts_ahead() -> None:
    desk = two({"value": 60, "about": day("2031-04-09")}, {"value": 60, "by": (MONITORS,)})
    held = {g.figure.value: g for g in desk.weighed().given if g.origin.name == MINISTRY.label}
    assert not held[60].stated and held[60].as_of is not None and held[60].as_of.latest == "2031-04-02"


def test_a_bare_number_behind_a_count_of_some_is_of_the_same_ones() -> None:
    desk = Desk()
    one = desk.paper("One", "At Belm two guards were killed and five hurt.", published="2031-04-02")
    other = desk.paper("Two", "At Belm it hurt 12 civilians.", published="2031-04-02")
    desk.figure(one, "two guards", 2, of="guards", by=(MINISTRY,))
    desk.figure(one, "five hurt", 5, of=None, measure="wounded", by=(MINISTRY,))
    desk.figure(other, "12 civilians", 12, of="civilians", measure="wounded", by=(MONITORS,))
    assert desk.weighed().figure_relations == []


def test_a_fall_of_a_growing_count_is_said() -> None:
    desk = two({"value": 170, "about": day("2031-04-01")}, {"value": 120, "about": day("2031-04-03")})
    assert "only grows" in desk.weighed().figure_relations[0].reason


def nested() -> Desk:
    """Of 90 taken 30 remain, four of them of Tavel: three dead and one alive; 20 were freed and five bodies returned."""
    desk = Desk()
    text = "Of 90 sailors taken, 30 remain, including four of Tavel: three dead, one alive. Earlier 20 were freed and five bodies returned."
    paper = desk.paper("One", text)
    taken = desk.figure(paper, "90 sailors", 90, "taken", of="sailors")
    held = desk.figure(paper, "30 remain", 30, "held", part_of=taken.id)
    four = desk.figure(paper, "four of Tavel", 4, "held", part_of=held.id, party=TAVEL)
    desk.figure(paper, "three dead", 3, "dead", part_of=four.id)
    desk.figure(paper, "one alive", 1, "alive", part_of=four.id)
    desk.figure(paper, "20 were freed", 20, "released")
    desk.figure(paper, "five bodies", 5, "returned_dead")
    return desk


def test_nested_sums() -> None:
    kinds = {r.kind: r.reason for r in nested().weighed().figure_relations if r.kind != "part_of"}
    assert kinds == {"sums_to": "3 dead + 1 alive = 4 held"}


def test_a_count_of_some_and_a_count_of_all() -> None:
    desk = nested()
    other = desk.paper("Two", "The clinic counts 31 held of Tavel, one of them since long before.")
    desk.figure(other, "31 held", 31, "held", by=(MONITORS,))
    told = [r.reason for r in desk.weighed().figure_relations if r.kind == "other_base" and other.id in {c.document for c in desk.held}]
    assert any("30 are counted of 90 sailors; 31 are not said to be of these" in reason for reason in told)


def test_no_alarm_on_what_is_no_sum() -> None:
    reasons = [r.reason for r in nested().weighed().figure_relations if r.kind in ("differs", "does_not_sum")]
    assert reasons == []


def test_parts_above_their_whole() -> None:
    desk = Desk()
    paper = desk.paper("One", "Of 10 seen, 7 were dead and 6 alive.")
    whole = desk.figure(paper, "10 seen", 10, "held")
    desk.figure(paper, "7 were dead", 7, "dead", part_of=whole.id)
    desk.figure(paper, "6 alive", 6, "alive", part_of=whole.id)
    assert [r.reason for r in desk.weighed().figure_relations] == ["7 dead + 6 alive is more than the 10 held"]


def test_a_number_beside_a_part_that_completes_the_whole() -> None:
    desk = Desk()
    paper = desk.paper("One", "Of 5 seen, 4 are dead, while 1 is alive; 1 ship sank.")
    whole = desk.figure(paper, "5 seen", 5, "held", of="crew")
    desk.figure(paper, "4 are dead", 4, "dead", part_of=whole.id, of="crew")
    desk.figure(paper, "1 is alive", 1, "alive")
    desk.figure(paper, "1 ship", 1, "count", of="ship")
    told = [r.reason for r in desk.weighed().figure_relations if r.kind == "sums_to"]
    assert told == ["4 crew (dead) + 1 alive = 5 crew; the two stand side by side, though the text does not call both a part"]


def test_a_remainder_does_not_borrow_the_date_of_its_base() -> None:
    desk = Desk()
    paper = desk.paper("One", "Of 9 taken, 3 remain.")
    taken = desk.figure(paper, "9 taken", 9, "taken", about=day("2031-01-05"))
    desk.figure(paper, "3 remain", 3, "held", part_of=taken.id, about=day("2031-01-05"))
    assert [(g.stated, g.as_of) for g in desk.weighed().given] == [(True, day("2031-01-05")), (False, day("2031-04-02"))]


def test_a_part_of_a_part_that_the_text_includes() -> None:
    desk = Desk()
    paper = desk.paper("One", "Of 90 taken, 30 remain in the fort, including four of Tavel.")
    whole = desk.figure(paper, "90 taken", 90, "taken", of="sailors")
    desk.figure(paper, "30 remain", 30, "held", part_of=whole.id, of="sailors")
    desk.figure(paper, "four of Tavel", 4, "held", part_of=whole.id, of="crew")
    assert [r.reason for r in desk.weighed().figure_relations if r.kind == "part_of"] == [
        "30 sailors of 90 sailors; 60 others",
        "4 crew of 30 sailors; 26 others",
    ]


def test_parts_that_may_overlap_raise_no_alarm() -> None:
    desk = Desk()
    paper = desk.paper("One", "Of 10 killed, 7 were crew and 6 were women.")
    whole = desk.figure(paper, "10 killed", 10)
    desk.figure(paper, "7 were crew", 7, part_of=whole.id, of="crew")
    desk.figure(paper, "6 were women", 6, part_of=whole.id, of="women")
    assert [(r.kind, r.reason) for r in desk.weighed().figure_relations if r.kind != "other_base"] == [
        ("part_of", "7 crew of 10 killed; 3 others"),
        ("part_of", "6 women of 10 killed; 4 others"),
    ]


def test_a_copy_is_no_second_source() -> None:
    desk = Desk()
    body = "The ferry was hit at noon in the outer harbour and burnt for six hours before the crew of a tug could put the fire out, in all 17 dead."
    for name in ("One", "Two"):
        paper = desk.paper(name, body)
        desk.figure(paper, "17 dead", 17)
    weighed = desk.weighed()
    assert weighed.independence(weighed.claims).words == "2 outlets (2 documents, of which 1 copied from another); 1 origin"


def many() -> Desk:
    desk = two({"value": 17}, {"value": 25, "by": (MONITORS,)})
    extra = desk.paper("Three", "At least 24 died, the ministry said; over 30, said others.", published="2031-04-05")
    desk.figure(extra, "At least 24", 24, by=(MINISTRY,), bound="at_least", of="people")
    desk.figure(extra, "over 30", 30, bound="more_than")
    return desk


@given(st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(rng: random.Random) -> None:
    straight, shuffled = many(), many()
    rng.shuffle(shuffled.held)
    rng.shuffle(shuffled.papers)
    a, b = straight.weighed(), shuffled.weighed()
    assert plain(a.figure_relations) == plain(b.figure_relations)
    assert [plain(s.given) for s in a.series] == [plain(s.given) for s in b.series]


def test_population_words() -> None:
    assert population_of("people") == frozenset()
    assert population_of("living hostages, mostly women") == {"living", "hostage"}


@pytest.mark.parametrize(("value", "expected"), [(1777, 1), (1800, 100), (1000, 1000), (2.5, 0), (0, 0)])
def test_grain(value: float, expected: float) -> None:
    assert grain(value) == expected


def test_bounds_open_and_usual() -> None:
    figure = two({"value": 30.0, "bound": "more_than"}, {"value": 1}).held[0]
    assert strict(figure).high is None  # type: ignore[arg-type]
    assert (usual(figure).low, usual(figure).high) == (30, 40)  # type: ignore[arg-type]


def of_one_text(text: str, *counts: tuple[str, float, dict[str, Any]]) -> list[tuple[str, str]]:
    desk = Desk()
    paper = desk.paper("One", text, published="2031-04-03")
    for words, value, fields in counts:
        desk.figure(paper, words, value, **{"by": (MINISTRY,), "of": "people", **fields})
    return [(r.kind, r.reason) for r in desk.weighed().figure_relations]


def test_a_text_that_brings_its_own_count_up_to_date() -> None:
    told = of_one_text("The ministry counted 16 hurt at Fort Belm. It later put the hurt at 19.", ("16 hurt", 16, {}), ("19", 19, {}))
    assert told == [("replaces", "Orrin Health Ministry, later in the same report: 19, after 16")]
    assert of_one_text("The ministry counted 16 hurt at Fort Belm. There were 19 at Mirel.", ("16 hurt", 16, {}), ("19", 19, {})) == []


def test_what_a_part_leaves_is_the_other_part() -> None:
    desk = Desk()
    paper = desk.paper("One", "Of 840 guns 676 were taken in; 164 were sent back.")
    whole = desk.figure(paper, "840 guns", 840, "weapons", of="guns")
    desk.figure(paper, "676", 676, "weapons", of="guns", part_of=whole.id)
    desk.figure(paper, "164", 164, "weapons", of="guns")
    assert [(r.kind, r.reason) for r in desk.weighed().figure_relations] == [("sums_to", "676 guns + 164 guns = 840 guns")]


def test_a_toll_of_the_week_after_is_set_against_that_of_the_day() -> None:
    def told(published: str) -> list[str]:
        desk = Desk()
        one, two = desk.paper("One", "Fort Belm burnt."), desk.paper("Two", "At Fort Belm 24 died.", published=published)
        desk.figure(one, "burnt", 31, by=(MINISTRY,), of="people", about=day("2031-04-01"), place=sess("Fort Belm"))
        desk.figure(two, "24", 24, by=(MONITORS,), of="people", place=sess("Fort Belm"))
        return [r.kind for r in desk.weighed().figure_relations]

    assert told("2031-04-07") == ["differs"]
    assert told("2031-04-12") == []


def test_a_named_source_goes_on_counting_the_same_things() -> None:
    def told(measure: str) -> list[str]:
        desk = Desk()
        for published, value in (("2031-04-02", 640), ("2031-05-02", 610)):
            desk.figure(desk.paper(published, f"There are {value}.", published=published), f"{value}", value, measure, by=(MONITORS,), of="guns")
        return [r.kind for r in desk.weighed().figure_relations]

    assert (told("weapons"), told("killed")) == (["replaces"], [])


def test_a_country_in_the_name_of_who_counts_is_no_place() -> None:
    def told(place: str) -> list[str]:
        desk = Desk()
        union = Actor(f"{place} Doctors' Union")
        one, two = desk.paper("One", "The mission said 35 died at Fort Belm."), desk.paper("Two", f"The {place} Doctors' Union counts 38 of Fort Belm.")
        desk.figure(one, "35", 35, by=(MONITORS,), of="people", place=sess("Fort Belm"))
        desk.figure(two, "38", 38, by=(union,), of="people", place=sess(place))
        return [r.kind for r in desk.weighed().figure_relations]

    assert (told("Kenya"), told("Port Orrin")) == (["differs"], ["other_base"])


def test_the_place_of_an_officer_is_not_that_of_his_count() -> None:
    desk = Desk()
    one, two = desk.paper("One", "At Fort Belm 4 died."), desk.paper("Two", "At Fort Belm 5 died, Mirel governor Ida Roe said.")
    desk.figure(one, "4", 4, by=(MONITORS,), of="people", place=sess("Fort Belm"))
    desk.figure(two, "5", 5, by=(Actor("Ida Roe"),), of="people", place=sess("Mirel"))
    assert [r.kind for r in desk.weighed().figure_relations] == ["differs"]


def test_a_later_higher_toll_of_the_injured_is_newer() -> None:
    desk = Desk()
    one, two = desk.paper("One", "At Fort Belm 14 were hurt."), desk.paper("Two", "The injured of Fort Belm had risen to 17.", published="2031-04-03")
    desk.figure(one, "14", 14, "wounded", by=(MINISTRY,), of="people", place=sess("Fort Belm"))
    desk.figure(two, "17", 17, "wounded", by=(MONITORS,), of="injured", place=sess("Fort Belm"))
    assert [r.kind for r in desk.weighed().figure_relations] == ["replaces"]


STATES = [
    ("57 wounded remain in hospital", True),
    ("57 wounded were still being treated", True),
    ("57 wounded have been sent home", True),
    ("57 wounded were in a critical condition", True),
    ("57 wounded were taken to hospital", False),
    ("57 wounded were counted, and some remain in hospital", False),
]


@pytest.mark.parametrize(("words", "apart"), STATES, ids=[s[0] for s in STATES])
def test_those_in_some_state_are_not_all_of_them(words: str, apart: bool) -> None:
    desk = Desk()
    one = desk.paper("One", "At least 150 were wounded in the fire at Fort Belm.")
    two = desk.paper("Two", f"After the fire at Fort Belm {words}.")
    desk.figure(one, "At least 150", 150, "wounded", bound="at_least", of="people", by=(MINISTRY,), about=day("2031-04-01"))
    desk.figure(two, "57 wounded", 57, "wounded", of="wounded", by=(MONITORS,), about=day("2031-04-01"))
    assert ("differs" in [r.kind for r in desk.weighed().figure_relations]) is not apart


def of_one_day(first: str, second: str, *, by: Actor = MONITORS) -> list[str]:
    """What the second of two counts of one fire, told on one day by two, is to the first."""
    desk = Desk()
    for name, words, source, value in (("One", first, MINISTRY, 47), ("Two", second, by, 59)):
        desk.figure(desk.paper(name, f"{words} in the fire at Fort Belm."), str(value), value, of="people", by=(source,), about=day("2031-04-01"))
    return [r.kind for r in desk.weighed().figure_relations]


def test_a_toll_that_is_said_to_rise_contradicts_nobody() -> None:
    assert of_one_day("They put at 47 the dead", "They put at 59 the dead") == ["differs"]
    assert of_one_day("They put at 47 the dead", "The number has climbed to 59 dead") == ["compatible"]
    assert of_one_day("The number has climbed to 47 dead", "They put at 59 the dead") == ["differs"]


def test_first_estimates_are_the_earlier_count() -> None:
    assert of_one_day("They put at 47 the dead", "They put at 59 the dead", by=Actor("initial estimates")) == []


def test_two_voices_that_repeat_their_numbers_differ_once() -> None:
    desk = Desk()
    for name, source, value in (("One", MINISTRY, 47), ("Two", MONITORS, 59), ("Three", MINISTRY, 47), ("Four", MONITORS, 59)):
        paper = desk.paper(name, f"{name}: they put the dead of the fire at Fort Belm at {value}.")
        desk.figure(paper, str(value), value, of="people", by=(source,), about=day("2031-04-01"))
    assert [r.kind for r in desk.weighed().figure_relations].count("differs") == 1


def test_lengths_of_time_have_no_base() -> None:
    relations = two({"value": 4, "measure": "duration", "place": sess("Sess")}, {"value": 5, "measure": "duration", "place": sess("Belm")})
    assert relations.weighed().figure_relations == []


def test_the_others_are_the_rest_of_those_just_counted() -> None:
    def against(text: str) -> list[str]:
        desk = Desk()
        one = desk.paper("One", "The blast at Fort Belm wounded 26 soldiers.")
        two = desk.paper("Two", text)
        desk.figure(one, "26 soldiers", 26, "wounded", of="soldiers", by=(MINISTRY,), about=day("2031-04-01"))
        if "Five" in text:
            desk.figure(two, "Five", 5, "wounded", of="soldiers", by=(MONITORS,), about=day("2031-04-01"))
        desk.figure(two, "21 others", 21, "wounded", of="others", by=(MONITORS,), about=day("2031-04-01"))
        return [r.kind for r in desk.weighed().figure_relations if "is more than" in r.reason]

    assert against("The blast at Fort Belm killed two and wounded 21 others.") == ["differs"]
    assert against("Five were badly hurt in the blast at Fort Belm, and 21 others.") == []


def test_a_name_alone_makes_no_series_of_attacks_of_other_years() -> None:
    desk = Desk()
    for name, published, value in (("One", "2029-06-09", 22), ("Two", "2031-01-19", 20)):
        paper = desk.paper(name, f"The Lake Front killed {value} people.", published=published)
        desk.figure(paper, f"{value} people", value, of="people", by=(MINISTRY if value == 22 else MONITORS,))
    assert len(desk.weighed().series) == 2


def test_an_armed_group_and_an_envoy_are_no_monitors() -> None:
    desk = Desk()
    paper = desk.paper("One", "Talk of the boats of Sess went on.")
    names = ("the main rebel group", "a top United Nations envoy", "health ministry officials", "the Ceasefire Commission", "Ida Roe")
    for n, name in enumerate(names):
        desk.statement(paper, "Talk of the boats"[: 10 + n], Actor(name))
    found = {o.name: o.kind for o in desk.weighed().independence(desk.held).origins}
    assert list(map(found.get, names)) == ["armed group", "official", "ministry", "monitor", "speaker"]


def test_a_spokesman_says_what_his_body_says() -> None:
    desk = Desk()
    roe = Actor("Ida Roe", "~ida-roe", "Ida Roe")
    first = desk.paper("One", "The army said 4 people were killed at Fort Belm.", published="2031-04-02")
    second = desk.paper("Two", "Army spokeswoman Ida Roe corrected the toll at Fort Belm to 6 people.", published="2031-04-04")
    desk.figure(first, "4 people", 4, of="people", by=(Actor("the army"),), about=day("2031-04-01"))
    desk.role(second, "Army spokeswoman Ida Roe", roe, "Army spokeswoman")
    desk.figure(second, "6 people", 6, of="people", by=(roe,), about=day("2031-04-01"))
    assert [r.kind for r in desk.weighed().figure_relations] == ["corrects"]


def test_of_how_a_number_grew_in_one_text_only_the_last_stands_against_others() -> None:
    desk = Desk()
    roe = Actor("Ida Roe", "~ida-roe", "Ida Roe")
    first = desk.paper(
        "One",
        "The government had said 76 crews of Fort Belm were freed. The minister, Ida Roe, later said 91 crews were. The government then said 105 crews are.",
    )
    government = Actor("The government")
    desk.role(first, "The minister, Ida Roe", roe, "minister")
    for words, number, by in (("76 crews", 76, government), ("91 crews", 91, roe), ("105 crews", 105, government)):
        desk.figure(first, words, number, "released", of="crews", by=(by,), place=sess("Fort Belm"))
    second = desk.paper("Two", "At Fort Belm 117 crews were freed.")
    desk.figure(second, "117 crews", 117, "released", of="crews", by=(MONITORS,), place=sess("Fort Belm"))
    told = [r.reason for r in desk.weighed().figure_relations if r.kind == "differs"]
    assert len(told) == 1
    assert "105" in told[0]
    assert "117" in told[0]


def test_what_earlier_reports_said_is_no_count_of_today() -> None:
    desk = Desk()
    paper = desk.paper("One", "The ministry counted 113 crews at Fort Belm, contrary to earlier reports that 110 were taken.")
    desk.figure(paper, "113 crews", 113, "taken", of="crews", by=(MINISTRY,), place=sess("Fort Belm"))
    desk.figure(paper, "110", 110, "taken", of="crews", by=(MONITORS,), place=sess("Fort Belm"))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


@pytest.mark.parametrize(("first", "second"), [("prisoners of war", "POWs"), ("girls", "schoolgirls"), ("deceased", "people")])
def test_other_words_for_the_same_people(first: str, second: str) -> None:
    assert population_of(first) == population_of(second)


def test_the_head_of_a_body_is_no_second_source() -> None:
    desk = Desk()
    roe, union = Actor("Ida Roe", "~ida-roe", "Ida Roe"), Actor("the Lake Union", "~lake-union", "Lake Union")
    for number, (by, words) in enumerate(
        ((union, "The Lake Union"), (roe, "Lake Union head Ida Roe"), (Actor("the head of the Lake Union"), "The head of the Lake Union"))
    ):
        paper = desk.paper(f"Paper {number}", f"{words} said 70 people were killed at Fort Belm.")
        if by is roe:
            desk.role(paper, words, roe, "Lake Union head", of="Lake Union")
        desk.figure(paper, "70 people", 70, of="people", by=(by,), place=sess("Fort Belm"))
    weighed = desk.weighed()
    assert {weighed.origin(f).name for f in weighed.claims if f.kind == "figure"} == {"Lake Union"}
    assert all("two sources" not in r.reason for r in weighed.figure_relations)


def test_what_takes_the_total_higher_takes_nothing_back() -> None:
    desk = Desk()
    paper = desk.paper("One", "At Fort Belm 869 men were freed, the clinic said. The release of 104 more takes the total number to 973 freed.")
    desk.figure(paper, "869 men", 869, "released", of="men", by=(MONITORS,), place=sess("Fort Belm"))
    desk.figure(paper, "973 freed", 973, "released", of="men", place=sess("Fort Belm"))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


def test_what_a_deal_involves_is_not_done() -> None:
    desk = Desk()
    paper = desk.paper("One", "The Belm deal involves the release of more than 800 men.")
    desk.figure(paper, "more than 800 men", 800, "released", of="men", bound="more_than")
    assert set(desk.weighed().told_as.values()) == {"planned"}


def test_two_texts_with_a_count_that_fits_do_not_differ_in_their_others() -> None:
    desk = Desk()
    first = desk.paper("One", "The mill at Fort Belm was hit by four rockets, the clinic said, and two rockets were shot down.")
    second = desk.paper("Two", "Four of the six rockets hit the mill at Fort Belm, the ministry said.")
    for paper, words, number, by in (
        (first, "four rockets", 4, MONITORS),
        (first, "two rockets", 2, MONITORS),
        (second, "Four", 4, MINISTRY),
        (second, "six rockets", 6, MINISTRY),
    ):
        desk.figure(paper, words, number, "weapons", of="rockets", by=(by,), place=sess("Fort Belm"))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


def test_those_brought_to_hospital_so_far_are_not_all_who_were_hurt() -> None:
    desk = Desk()
    first = desk.paper("One", "The strike on Fort Belm left 180 people hurt, the clinic said.")
    second = desk.paper("Two", "From Fort Belm 73 hurt people had been transported to the town, the ministry said.")
    desk.figure(first, "180 people", 180, "wounded", of="people", by=(MONITORS,), place=sess("Fort Belm"))
    desk.figure(second, "73 hurt people", 73, "wounded", of="people", by=(MINISTRY,), place=sess("Fort Belm"))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


def test_a_number_that_its_text_calls_the_first_toll_stands_against_no_later_one() -> None:
    desk = Desk()
    first = desk.paper("One", "The harbour office put the toll of Fort Belm at 500. Its initial toll of 500 was widely told.")
    second = desk.paper("Two", "The ministry says 471 people were killed at Fort Belm.")
    desk.figure(first, "500", 500, of="toll", by=(Actor("the harbour office"),), place=sess("Fort Belm"))
    desk.figure(second, "471 people", 471, of="people", by=(MINISTRY,), place=sess("Fort Belm"))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


def test_far_down_a_text_a_count_may_be_of_another_event() -> None:
    desk = Desk()
    between = "The quay was quiet by night, and its boats lay in three rows. " * 6
    paper = desk.paper("One", f"At Fort Belm 120 people were killed, the clinic said. {between}In a raid on Belm Mill 13 people were killed.")
    desk.figure(paper, "120 people", 120, of="people", by=(MONITORS,), place=sess("Fort Belm"))
    desk.event(paper, "a raid on Belm Mill", "attack", type="ASSAULT", place=sess("Belm Mill"), about=day("2031-04-01"))
    desk.figure(paper, "13 people", 13, of="people", about=day("2031-04-01"))
    assert "differs" not in {r.kind for r in desk.weighed().figure_relations}


def test_what_was_so_before_the_war_stands_against_no_newer_count() -> None:
    desk = Desk()
    one = desk.paper("One", "Camps at Fort Belm held 40,000 refugees before the latest fighting.")
    two = desk.paper("Two", "At Fort Belm 31,000 refugees have arrived.")
    desk.figure(one, "40,000 refugees", 40000, "displaced", of="refugees", by=(MINISTRY,), place=sess("Fort Belm"))
    desk.figure(two, "31,000 refugees", 31000, "displaced", of="refugees", by=(MONITORS,), place=sess("Fort Belm"))
    assert not desk.weighed().figure_relations


def test_people_on_the_move_are_told_of_by_where_they_are_from_or_where_they_came_to() -> None:
    desk = Desk()
    one = desk.paper("One", "Some 31,000 people have fled Port Lume for Fort Belm.")
    two = desk.paper("Two", "In Port Lume the war has made 31,000 people flee.")
    desk.figure(one, "31,000 people", 31000, "displaced", of="people", by=(MINISTRY,), place=sess("Fort Belm"))
    desk.figure(two, "31,000 people", 31000, "displaced", of="people", by=(MONITORS,), place=sess("Port Lume"))
    assert [r.kind for r in desk.weighed().figure_relations] == ["repeats"]


def test_of_one_party_s_people_some_words_say_no_more_than_that_they_are() -> None:
    desk = Desk()
    one = desk.paper("One", "The ministry has freed 361 Tavel prisoners so far.")
    two = desk.paper("Two", "The ministry has freed 420 Tavel fighters so far.", published="2031-04-12")
    desk.figure(one, "361 Tavel prisoners", 361, "released", of="prisoners", party=TAVEL, by=(MINISTRY,), counting="cumulative")
    desk.figure(two, "420 Tavel fighters", 420, "released", of="fighters", party=TAVEL, by=(MINISTRY,), counting="cumulative")
    assert [r.kind for r in desk.weighed().figure_relations] == ["replaces"]
