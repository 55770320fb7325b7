"""Events told several times: set together or apart, and what differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from made_claims import ORRIN, TAVEL, Desk, day, sess
from trucekeeper.model.claims import Actor, Place
from trucekeeper.model.document import Evidence
from trucekeeper.model.time import Time
from trucekeeper.weighing.happenings import first_told

SENT = {"words": "Orrin sent a team to Port Sess", "act": "visit", "actors": (ORRIN,), "about": day("2031-04-01")}
UNDATED = SENT | {"about": None, "recipients": (TAVEL,)}
SAME = [
    ("the same day, actor and place", SENT | {"place": sess()}, SENT | {"place": sess(), "words": "its envoys travelled to the port"}),
    ("a plan and its outcome", SENT | {"status": "planned"}, SENT | {"words": "the Orrin team sent to Port Sess has come"}),
    (
        "no date, much the same words",
        SENT | {"about": None, "recipients": (TAVEL,)},
        SENT | {"recipients": (TAVEL,), "words": "Orrin sent a team to Port Sess then"},
    ),
    ("dated in one of two reports of a week", SENT | {"recipients": (TAVEL,)}, UNDATED | {"actors": (), "words": "the team sent to Port Sess"}),
    ("a day apart", SENT | {"place": sess()}, SENT | {"about": day("2031-04-02"), "place": sess()}),
]
SAME.append(
    (
        "done by the day that was set for it",
        {"words": "the crews of Port Sess are to hand in their nets by 1 April", "act": "disarm", "about": day("2031-04-01"), "status": "demanded"},
        {"words": "few nets were surrendered at Port Sess by Tuesday", "act": "disarm", "about": day("2031-04-01")},
    )
)
SAME.append(("one kind of act on one day in like words", SENT, SENT | {"act": "travel", "words": "a team Orrin had sent to Port Sess"}))
OTHER = [
    ("one kind of act on one day in other words", SENT, SENT | {"act": "meet", "words": "the fishermen were received in the old town hall"}),
    ("a week later", SENT, SENT | {"about": day("2031-04-08")}),
    ("other actors", SENT, SENT | {"actors": (TAVEL,)}),
    ("other places", SENT | {"place": sess("North Sess")}, SENT | {"place": sess("Port Orrin")}),
    ("another act", SENT, SENT | {"act": "burn", "type": "ASSAULT"}),
    ("nothing but the act", SENT | {"about": None, "actors": ()}, SENT | {"about": None, "words": "the crews went home for the winter"}),
]


def told(*events: dict[str, Any]) -> list[tuple[int, tuple[str, ...]]]:
    desk = Desk()
    for number, fields in enumerate(events):
        rest = {k: v for k, v in fields.items() if k not in ("words", "act")}
        desk.event(desk.paper(f"Paper {number}", f"Then {fields['words']}."), fields["words"], fields["act"], **rest)
    return [(len(h.tellings), h.differences) for h in desk.weighed().happenings]


@pytest.mark.parametrize(("name", "a", "b"), SAME, ids=[c[0] for c in SAME])
def test_set_together(name: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert [count for count, _ in told(a, b)] == [2]


@pytest.mark.parametrize(("name", "a", "b"), OTHER, ids=[c[0] for c in OTHER])
def test_kept_apart(name: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert [count for count, _ in told(a, b)] == [1, 1]


def test_differences_are_said() -> None:
    found = told(SENT | {"status": "planned", "place": sess()}, SENT | {"about": day("2031-04-02"), "place": sess(), "actors": (ORRIN, TAVEL)})
    assert found[0][1] == ("told of different days: 1 April 2031 and 2 April 2031", "told as planned and happened", "actors differ: Orrin; Orrin, Tavel")


def test_an_act_named_inside_another_is_an_event_of_its_own() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin shelled the northern quay in answer to the raid.")
    desk.event(paper, "Orrin shelled the northern quay in answer to the raid", "attack", actors=(ORRIN,))
    desk.event(paper, "the raid", "attack")
    assert [len(h.tellings) for h in desk.weighed().happenings] == [1, 1]


RAIN = "It rained all night on the roofs and the mill stood still until the morning came with wind from the sea and a little sun."
HAY = "No hay was sold at the fair this year because the barges had not been paid for and nobody could say when they would be."
FIRE: dict[str, Any] = {"act": "attack", "type": "ASSAULT"}


def grouped(*texts: tuple[str, list[dict[str, Any]]], published: tuple[str, ...] = ()) -> list[list[str]]:
    """Reports, each with its events: the words of the tellings of each event."""
    desk = Desk()
    for number, (text, events) in enumerate(texts):
        paper = desk.paper(f"Paper {number}", text, **({"published": published[number]} if published else {}))
        for fields in events:
            words = fields["words"]
            trigger = fields.get("trigger", words)
            start = paper.text.index(words) + words.index(trigger)
            rest = {k: v for k, v in fields.items() if k not in ("words", "act", "trigger")}
            desk.event(paper, words, fields["act"], trigger=Evidence(start, start + len(trigger), trigger), **rest)
    return [[t.evidence[0].exact for t in h.tellings] for h in desk.weighed().happenings]


def test_what_an_attack_did_is_one_event_with_it() -> None:
    text = "Gunmen raided Port Sess on Monday, killing nine. Three were killed in Mirel."
    raid = FIRE | {"words": "Gunmen raided Port Sess on Monday", "about": day("2031-04-01")}
    killed = [{"words": w, "act": "kill", "type": "ASSAULT"} for w in ("killing nine", "Three were killed in Mirel")]
    found = grouped((text, [raid, *killed]))
    assert sorted(map(len, found)) == [1, 2]
    assert ["Three were killed in Mirel"] in found


def test_the_attack_is_the_one_told_before() -> None:
    text = "Gunmen raided Port Sess on Monday. Tavel said Orrin had carried out the attack."
    raid = FIRE | {"words": "Gunmen raided Port Sess on Monday", "about": day("2031-04-01"), "place": sess("Port Sess")}
    back = FIRE | {"words": "Orrin had carried out the attack", "trigger": "carried out the attack", "actors": (ORRIN,), "by": (TAVEL,)}
    assert len(grouped((text, [raid, back]))) == 1


def test_each_side_tells_one_clash_as_the_others_doing() -> None:
    def told(act: str, teller: Any) -> int:
        first = {"words": "Orrin fired on the Mirel bridge", "act": act, "type": "ASSAULT", "actors": (ORRIN,), "by": (TAVEL,), "about": day("2031-04-01")}
        second = first | {"words": "Tavel fired at the Mirel bridge first", "actors": (TAVEL,), "by": (teller,)}
        return len(grouped(("So Orrin fired on the Mirel bridge.", [first]), ("So Tavel fired at the Mirel bridge first.", [second])))

    assert told("attack", ORRIN) == 1
    assert told("attack", TAVEL) == 2  # one voice that tells of two is not contested
    assert told("visit", ORRIN) == 2


def test_the_dead_of_nowhere_are_of_any_event() -> None:
    one = {"words": "Three people were killed", "act": "kill", "type": "ASSAULT"}
    texts = (f"{RAIN} Three people were killed.", f"{HAY} Three people were killed.")
    assert len(grouped(*((text, [one]) for text in texts))) == 2


def test_an_undated_telling_is_of_the_day_that_its_words_name() -> None:
    one = FIRE | {"words": "Gunmen raided the Mirel ferry on Tuesday", "about": day("2031-04-01")}
    other = FIRE | {"words": "the Mirel ferry was raided on Tuesday"}
    texts = (("So Gunmen raided the Mirel ferry on Tuesday.", [one]), ("Then the Mirel ferry was raided on Tuesday.", [other]))
    assert len(grouped(*texts)) == 1
    assert len(grouped(*texts, published=("2031-04-02", "2031-04-10"))) == 2
    later = FIRE | {"words": "the attack on the Mirel ferry"}
    texts = (texts[0], ("Talks went on despite the attack on the Mirel ferry on April 1.", [later]))
    assert len(grouped(*texts, published=("2031-04-02", "2031-05-20"))) == 1
    assert len(grouped(*texts, published=("2031-04-02", "2031-10-20"))) == 2


def test_what_is_told_in_passing_is_not_of_the_day_of_its_sentence() -> None:
    raid = FIRE | {"words": "Gunmen raided the Mirel ferry on Tuesday", "about": day("2031-04-01")}
    freed = "The men seized after the Mirel raid were let go on Sunday"
    later = FIRE | {"words": "after the Mirel raid", "trigger": "raid", "about": replace(day("2031-04-06"), text="Sunday")}
    first = ("So Gunmen raided the Mirel ferry on Tuesday.", [raid])
    assert len(grouped(first, (f"{freed}.", [later]), published=("2031-04-02", "2031-04-07"))) == 1
    dated = FIRE | {"words": "after the raid on the Mirel ferry on Sunday", "trigger": "raid", "about": replace(day("2031-04-06"), text="Sunday")}
    second = ("The men seized after the raid on the Mirel ferry on Sunday were let go.", [dated])
    assert len(grouped(first, second, published=("2031-04-02", "2031-04-07"))) == 2


def test_a_day_behind_the_next_verb_is_not_the_participles() -> None:
    seized = {"words": "Orrin seized the crew of the Mirel ferry", "act": "detain", "about": day("2031-04-01")}
    freed = {"words": "the crew seized on the Mirel ferry", "trigger": "seized", "act": "detain"}
    texts = (("So Orrin seized the crew of the Mirel ferry.", [seized]), ("So the crew seized on the Mirel ferry were tried on Saturday.", [freed]))
    assert len(grouped(*texts, published=("2031-04-02", "2031-04-06"))) == 1


def test_talks_go_on_until_they_end() -> None:
    met = {"words": "Orrin and Tavel met at Port Sess", "act": "meet", "type": "CONSULT", "actors": (ORRIN, TAVEL), "about": day("2031-04-01")}
    ended = met | {"words": "talks of Orrin and Tavel ended without a deal", "trigger": "talks", "act": "negotiate", "about": day("2031-04-04")}
    again = ended | {"words": "talks of Orrin and Tavel began in Mirel"}

    def told(other: dict[str, Any]) -> int:
        return len(grouped(("So Orrin and Tavel met at Port Sess.", [met]), (f"So {other['words']}.", [other])))

    assert told(ended) == 1
    assert told(again) == 2
    assert told(ended | {"about": day("2031-04-20")}) == 2


def test_one_verb_of_one_day_tells_of_one_act() -> None:
    truce = {"words": "Orrin signed a truce at Port Sess", "trigger": "signed a truce", "act": "begin ceasefire", "type": "RETREAT", "about": day("2031-04-01")}
    accord = {"words": "the Port Sess accord was signed", "trigger": "signed", "act": "sign", "type": "SUPPORT", "about": day("2031-04-01")}
    first = ("So Orrin signed a truce at Port Sess.", [truce])
    assert len(grouped(first, ("So the Port Sess accord was signed.", [accord]))) == 1
    assert len(grouped(first, ("So the Port Sess accord was signed.", [accord | {"about": day("2031-04-03")}]))) == 2


def test_the_first_such_attack_is_the_one_in_whose_words_it_stands() -> None:
    words = "Orrin fired rockets at Belm, the first such attack in months"
    fired = FIRE | {"words": words, "trigger": "fired rockets", "act": "shell"}
    such = FIRE | {"words": "the first such attack in months", "trigger": "attack"}
    assert len(grouped((f"{words}.", [fired, such]))) == 1


def test_other_numbers_harmed_on_other_days_are_of_two_events() -> None:
    harm = {"act": "kill", "type": "ASSAULT"}
    nine, more = harm | {"words": "nine civilians were killed", "about": day("2031-04-01")}, harm | {"words": "22 civilians were killed"}
    first, second = ("In Belm nine civilians were killed.", [nine]), "In Belm 22 civilians were killed."
    assert len(grouped(first, (second, [more | {"about": day("2031-04-01")}]))) == 1
    assert len(grouped(first, (second, [more | {"about": day("2031-04-02")}]))) == 2


def test_harm_done_by_others_is_one_event_only_on_one_day() -> None:
    harm: dict[str, Any] = {"act": "kill", "type": "ASSAULT", "place": sess("Belm")}
    one = harm | {"words": "masked riders shot herders at Belm", "about": day("2031-04-01"), "actors": (Actor("masked riders"),)}
    other = harm | {"words": "hired guns shot herders at Belm", "actors": (Actor("hired guns"),)}
    first, second = ("So masked riders shot herders at Belm.", [one]), "So hired guns shot herders at Belm."
    assert len(grouped(first, (second, [other | {"about": day("2031-04-01")}]))) == 1
    assert len(grouped(first, (second, [other]))) == 2


def test_two_sentences_of_one_text_that_tell_of_other_dead_are_two() -> None:
    harm: dict[str, Any] = {"act": "kill", "type": "ASSAULT", "place": sess("Belm")}
    one = harm | {"words": "Six herders were killed near Belm", "recipients": (Actor("herders"),)}
    other = harm | {"words": "some pilots were killed near Belm", "recipients": (Actor("pilots"),)}
    again = other | {"words": "some herders were killed near Belm", "recipients": (Actor("herders"),)}
    assert len(grouped((f"{one['words']}. It is said {other['words']}.", [one, other]))) == 2
    assert len(grouped((f"{one['words']}. It is said {again['words']}.", [one, again]))) == 1


def test_a_country_that_takes_part_is_no_place() -> None:
    swap = {"words": "Armenia and Orrin swapped captives", "act": "exchange", "type": "COOPERATE", "actors": (Actor("Armenia", "armenia"), ORRIN)}
    freed = {
        "words": "Orrin freed fifteen of the soldiers it held, all from Armenia",
        "act": "release",
        "type": "RETREAT",
        "actors": (ORRIN,),
        "place": Place("Armenia"),
    }
    assert len(grouped((f"{swap['words']}. {freed['words']}.", [swap, freed]))) == 2


def test_no_chain_joins_what_days_keep_apart() -> None:
    raids = [FIRE | {"words": f"the Mirel ferry was raided by gunmen on {d} April", "about": day(f"2031-04-0{d}")} for d in (1, 2, 3)]
    found = grouped(*((f"Then {r['words']}.", [r]) for r in raids))
    assert sorted(map(len, found)) == [1, 2]


def test_what_was_told_before_a_demand_is_no_outcome_of_it() -> None:
    done = {"words": "the crews had left Port Sess", "act": "withdraw", "type": "RETREAT", "place": sess("Port Sess")}
    asked = done | {"words": "the crews must leave Port Sess", "status": "demanded"}
    texts = (("So the crews had left Port Sess.", [done]), ("So the crews must leave Port Sess.", [asked]))
    assert len(grouped(*texts, published=("2031-04-02", "2031-04-06"))) == 2
    assert len(grouped(*texts, published=("2031-04-06", "2031-04-02"))) == 1


def test_reasons_are_said() -> None:
    desk = Desk()
    for opening in (RAIN, HAY):
        paper = desk.paper(opening, f"{opening} Then Orrin sent a team to Port Sess.")
        desk.event(paper, "Orrin sent a team to Port Sess", "visit", actors=(ORRIN,), about=day("2031-04-01"))
    told = "the same day, the names port and sess, the same actor, nearly the same words and the same act"
    assert desk.weighed().happenings[0].reasons == (told,)


def test_reports_that_share_no_name_tell_of_nothing_in_common() -> None:
    one, other = ({"words": w, "act": "negotiate", "type": "CONSULT"} for w in ("peace talks", "talks"))
    assert len(grouped((f"{RAIN} In Mirel peace talks went on.", [one]), (f"{HAY} In Mirel talks went on.", [other]))) == 1
    assert len(grouped((f"{RAIN} In Mirel peace talks went on.", [one]), (f"{HAY} In Orvel talks went on.", [other]))) == 2


def test_a_chronicle_tells_of_many_like_events() -> None:
    strikes = [FIRE | {"words": w, "actors": (ORRIN,)} for w in ("Orrin fired on the quay", "Orrin fired on a quay")]
    text = "Orrin fired on the quay. {} Orrin fired on a quay."
    assert len(grouped((text.format(RAIN), strikes))) == 1
    assert len(grouped((text.format(RAIN * 20), strikes))) == 2


def test_a_war_is_none_of_its_events() -> None:
    desk = Desk()
    paper = desk.paper("One", "A strike hit Sess. Thousands were killed in the war on Sess.")
    other = desk.paper("Two", "Sess was struck again in the war.")
    desk.event(paper, "A strike hit Sess", "attack", type="ASSAULT", recipients=(TAVEL,), place=sess())
    desk.event(paper, "Thousands were killed in the war on Sess", "kill", type="ASSAULT", place=sess())
    desk.event(other, "Sess was struck again", "attack", type="ASSAULT", recipients=(TAVEL,), place=sess())
    assert sorted(len(h.tellings) for h in desk.weighed().happenings) == [1, 2]


def known(later: str, *, strikes: int) -> list[int]:
    """How many tellings each event has where a later report speaks of "the raid" and earlier ones tell of so many."""
    desk = Desk()
    for n in range(strikes):
        paper = desk.paper(f"Paper {n}", f"Orrin raided the mill of Belm on {1 + 3 * n} April.", published=f"2031-04-{2 + 3 * n:02}")
        desk.event(paper, paper.text.rstrip("."), "attack", type="ASSAULT", actors=(ORRIN,), place=sess("Belm"), about=day(f"2031-04-{1 + 3 * n:02}"))
    last = desk.paper("Last", f"The elders of Belm met. They spoke of {later}.", published="2031-04-20")
    start = last.text.index(later)
    desk.event(last, later, "attack", type="ASSAULT", trigger=Evidence(start, start + len(later), later))
    return sorted(len(h.tellings) for h in desk.weighed().happenings)


def test_the_raid_is_the_only_one_told_among_the_same_names() -> None:
    assert known("the raid", strikes=1) == [2]
    assert known("a raid", strikes=1) == [1, 1]
    assert known("the raid", strikes=3) == [1, 1, 1, 1]


def goes_on(second: str, act: str, at: str = "reached", **fields: Any) -> list[int]:
    """How many tellings each event has where a report tells of a truce agreed and an attack, and goes on with a second sentence."""
    desk = Desk()
    paper = desk.paper("One", f"Envoys agreed to a truce at Belm. Five men were killed at the mill. {second}.")
    desk.event(paper, "Envoys agreed to a truce at Belm", "agree", type="AGREE", place=sess("Belm"))
    desk.event(paper, "Five men were killed at the mill", "kill", type="ASSAULT")
    start = paper.text.index(at)
    desk.event(paper, second, act, trigger=Evidence(start, start + len(at), at), **fields)
    return sorted(len(h.tellings) for h in desk.weighed().happenings)


def test_a_text_goes_on_about_what_it_told() -> None:
    assert goes_on("The accord was reached at midnight", "agree", type="AGREE") == [1, 2]
    assert goes_on("Another accord was reached at midnight", "agree", type="AGREE") == [1, 1, 1]
    assert goes_on("The shells were fired by Tavel", "shell", at="fired", type="ASSAULT", actors=(TAVEL,)) == [1, 2]
    assert goes_on("The Tavel army shelled a farm", "shell", at="shelled", type="ASSAULT", actors=(TAVEL,)) == [1, 1, 1]


def test_a_habit_is_none_of_its_events() -> None:
    words = "frequent raids on Belm"
    desk = Desk()
    paper = desk.paper("One", f"Orrin raided Belm. It has a past of {words}.")
    desk.event(paper, "Orrin raided Belm", "attack", type="ASSAULT", place=sess("Belm"))
    start = paper.text.index("raids")
    desk.event(paper, words, "attack", type="ASSAULT", place=sess("Belm"), trigger=Evidence(start, start + 5, "raids"))
    assert sorted(len(h.tellings) for h in desk.weighed().happenings) == [1, 1]


def test_one_number_speaks_for_one_event() -> None:
    freed = {"act": "release", "type": "RETREAT", "actors": (ORRIN,), "about": None}
    assert told(freed | {"words": "Orrin freed 215 pilots"}, freed | {"words": "215 crewmen were let go by Orrin"})[0][0] == 2
    assert len(told(freed | {"words": "Orrin freed 215 pilots"}, freed | {"words": "118 crewmen were let go by Orrin"})) == 2


def test_who_a_party_fights_is_no_event() -> None:
    desk = Desk()
    paper = desk.paper("One", "The Orrin army shelled Belm.", published="2031-04-02")
    desk.event(paper, "The Orrin army shelled Belm", "attack", type="ASSAULT", actors=(ORRIN,), recipients=(TAVEL,), place=sess("Belm"))
    other = desk.paper("Two", "The Orrin army fighting the Tavel rebels near Belm said so.")
    start = other.text.index("fighting")
    words = "The Orrin army fighting the Tavel rebels near Belm"
    trigger = Evidence(start, start + 8, "fighting")
    desk.event(other, words, "attack", type="ASSAULT", actors=(ORRIN,), recipients=(TAVEL,), place=sess("Belm"), trigger=trigger)
    assert [len(h.tellings) for h in desk.weighed().happenings] == [1, 1]


def test_what_is_said_again_and_again_is_many_sayings() -> None:
    asked = {"act": "demand", "type": "REQUEST", "status": "demanded", "actors": (ORRIN,), "recipients": (TAVEL,), "about": None}
    assert len(told(asked | {"words": "Orrin wants the quay of Belm"}, asked | {"words": "Orrin asked for more boats"})) == 2
    assert len(told(asked | {"words": "Orrin wants the quay of Belm back"}, asked | {"words": "Orrin wants the quay of Belm"})) == 1


def test_the_people_of_two_reports_are_not_the_same_ones() -> None:
    crowd = Actor("the people")
    met = {"act": "meet", "type": "CONSULT", "actors": (crowd,), "about": None}
    assert len(told(met | {"words": "the people met at the mill"}, met | {"words": "the people met at the harbour"})) == 2


def test_what_is_not_done_yet_is_not_what_was_done() -> None:
    signed = {"act": "sign", "type": "SUPPORT", "actors": (ORRIN,), "recipients": (TAVEL,), "about": None, "place": sess("Belm")}
    assert (
        len(told(signed | {"words": "Orrin signed a truce at Belm"}, signed | {"words": "Orrin has not yet signed a peace at Belm", "status": "denied"})) == 2
    )
    assert len(told(signed | {"words": "Orrin signed a truce at Belm"}, signed | {"words": "Orrin never signed a truce at Belm", "status": "denied"})) == 1


def test_a_wave_of_attacks_is_none_of_them() -> None:
    raid = FIRE | {"words": "the Tavel rebels raided Belm", "trigger": "raided", "actors": (TAVEL,), "place": sess("Belm")}
    wave = FIRE | {"words": "the attacks by the Tavel rebels on Belm", "trigger": "attacks", "actors": (TAVEL,), "place": sess("Belm")}
    assert len(grouped(("Then the Tavel rebels raided Belm.", [raid]), ("It told of the attacks by the Tavel rebels on Belm.", [wave]))) == 2
    on_a_day = wave | {"about": day("2031-04-01")}
    texts = (("Then the Tavel rebels raided Belm.", [raid | {"about": day("2031-04-01")}]), ("It told of the attacks by the Tavel rebels on Belm.", [on_a_day]))
    assert len(grouped(*texts)) == 1


def test_who_attacks_again_and_again_did_not_do_one_act() -> None:
    one = FIRE | {"words": "Orrin fired on a mill by the river", "actors": (ORRIN,)}
    other = FIRE | {"words": "Orrin fired on boats that came home", "actors": (ORRIN,)}
    texts = ((f"{RAIN} Orrin fired on a mill by the river.", [one]), (f"{HAY} Orrin fired on boats that came home.", [other]))
    assert len(grouped(*texts)) == 2


def test_the_second_round_is_not_the_third() -> None:
    def talks(which: str) -> dict[str, Any]:
        return {"act": "negotiate", "type": "CONSULT", "words": f"the {which} round of talks between Orrin and Tavel", "actors": (ORRIN, TAVEL), "about": None}

    assert len(told(talks("second"), talks("third"))) == 2
    assert len(told(talks("second"), talks("second"))) == 1


def test_so_many_of_a_kind_are_the_same_ones_within_a_region() -> None:
    taken = {"act": "abduct", "type": "ASSAULT", "words": "gunmen took three road workers", "recipients": (Actor("three road workers"),), "place": sess("Belm")}
    other = taken | {"act": "detain", "type": "COERCE", "words": "who seized three building workers", "recipients": (Actor("three building workers"),)}
    assert len(told(taken, other)) == 1
    assert len(told(taken, other | {"words": "who seized some masons", "recipients": (Actor("five masons"),)})) == 2


def test_a_region_may_hold_a_village_but_no_town_another() -> None:
    def raid(place: Place) -> dict[str, Any]:
        return SENT | {"place": place, "recipients": (TAVEL,)}

    region, village = Place("Anbar", 32.6, 41.6, None), Place("Belm")
    assert len(told(raid(region), raid(village))) == 1
    assert len(told(raid(Place("Sinop", 42.03, 35.15, None)), raid(Place("Belm Sess")))) == 2


def test_two_verbs_of_one_doer_are_two_acts() -> None:
    text = "The Tavel rebels overran a post at Belm and attacked a ferry."
    first = FIRE | {
        "act": "occupy",
        "words": "The Tavel rebels overran a post at Belm",
        "trigger": "overran",
        "actors": (TAVEL,),
        "recipients": (Actor("a post"),),
    }
    second = FIRE | {"words": "attacked a ferry", "actors": (TAVEL,), "recipients": (Actor("a ferry"),)}
    assert len(grouped((text, [first, second]))) == 2


def test_an_attack_and_what_it_is_said_to_have_hit_are_one() -> None:
    text = "An Orrin drone strike hit a barge near Belm on Tuesday."
    noun = FIRE | {"act": "strike", "words": "An Orrin drone strike", "trigger": "strike", "about": day("2031-04-01")}
    verb = FIRE | {
        "words": "An Orrin drone strike hit a barge near Belm on Tuesday",
        "trigger": "hit a barge",
        "about": day("2031-04-01"),
        "place": sess("Belm"),
    }
    assert len(grouped((text, [noun, verb]))) == 1


def test_an_attack_that_a_text_brings_in_is_none_that_it_told() -> None:
    text = "Gunmen raided Belm, killing four. It was the worst day since an ambush near Belm killed three. Then the attack was claimed."
    raid = FIRE | {"words": "Gunmen raided Belm", "trigger": "raided", "place": sess("Belm"), "about": day("2031-04-01")}
    ambush = FIRE | {"words": "an ambush near Belm", "trigger": "ambush", "place": sess("Belm"), "about": day("2031-04-01")}
    assert len(grouped((text, [raid, ambush]))) == 2
    assert len(grouped((text.replace("an ambush", "the ambush"), [raid, ambush | {"words": "the ambush near Belm"}]))) == 1


def test_a_noun_with_the_day_of_what_it_means_points_back() -> None:
    text = "Three pilots were freed on Monday after weeks. Ida Roe confirmed the release and thanked them."
    freed = {
        "act": "release",
        "type": "RETREAT",
        "words": "Three pilots were freed on Monday",
        "trigger": "freed",
        "about": replace(day("2031-04-01"), text="Monday"),
    }
    back = freed | {"words": "Ida Roe confirmed the release", "trigger": "release"}
    assert len(grouped((text, [freed, back]))) == 1


def test_what_is_put_off_is_what_did_not_take_place() -> None:
    text = "Orrin did not free the pilots on Monday. The handover has been put off."
    denied = {
        "act": "release",
        "type": "RETREAT",
        "words": "Orrin did not free the pilots on Monday",
        "trigger": "free",
        "status": "denied",
        "actors": (ORRIN,),
    }
    later = {"act": "release", "type": "RETREAT", "words": "The handover has been put off", "trigger": "handover", "status": "planned"}
    assert len(grouped((text, [denied, later]))) == 1
    assert len(grouped((text, [denied | {"about": day("2031-04-01")}, later | {"about": day("2031-04-05")}]))) == 1
    assert (
        len(
            grouped(
                (
                    text.replace("put off", "held"),
                    [denied | {"about": day("2031-04-01")}, later | {"words": "The handover has been held", "about": day("2031-04-05")}],
                )
            )
        )
        == 2
    )


def test_the_strikes_are_those_told_by_that_name() -> None:
    text = "Orrin carried out airstrikes on Belm. It came after an attack on a Sess mill. Tavel said the strikes were a crime."
    air = FIRE | {
        "act": "strike",
        "words": "Orrin carried out airstrikes on Belm",
        "trigger": "carried out airstrikes",
        "actors": (ORRIN,),
        "place": sess("Belm"),
    }
    mill = FIRE | {"words": "an attack on a Sess mill", "trigger": "attack", "place": sess("Sess")}
    back = FIRE | {"act": "strike", "words": "the strikes were a crime", "trigger": "strikes", "by": (TAVEL,)}
    found = grouped((text, [air, mill, back]))
    assert ["Orrin carried out airstrikes on Belm", "the strikes were a crime"] in found


TALKS = {"words": "peace talks in Sess", "act": "meet", "place": sess(), "status": "planned", "about": day("2031-04-11")}
HELD = {"words": "two weeks of talks in Sess", "act": "meet", "place": sess(), "about": day("2031-04-17")}


def test_talks_of_which_neither_report_says_between_whom_are_not_those_of_another_day() -> None:
    assert [count for count, _ in told(TALKS, HELD)] == [1, 1]
    assert [count for count, _ in told(TALKS | {"actors": (ORRIN,)}, HELD | {"actors": (ORRIN,)})] == [2]
    assert [count for count, _ in told(TALKS, HELD | {"about": day("2031-04-12")})] == [2]


def test_a_meeting_spoken_of_as_new_is_not_the_visit_of_that_day() -> None:
    def count(words: str) -> int:
        desk = Desk()
        first, second = (
            desk.paper("One", "Ida Roe of Orrin came to Tavel on Tuesday."),
            desk.paper("Two", f"Orrin and Tavel spoke of boats. After {words} they left."),
        )
        desk.event(first, "Ida Roe of Orrin came to Tavel on Tuesday", "visit", actors=(Actor("Ida Roe"),), about=day("2031-04-01"))
        desk.event(second, words, "meet", about=day("2031-04-01"))
        return len(desk.weighed().happenings)

    assert (count("a special meeting on Tuesday"), count("the meeting on Tuesday")) == (2, 1)


def test_what_is_known_already_is_not_what_a_report_tells_a_week_later() -> None:
    def count(published: str) -> int:
        desk = Desk()
        first = desk.paper("One", "In Belm the elders spoke of the assault.", published="2031-04-02")
        second = desk.paper("Two", "Tavel led an assault on Belm.", published=published)
        desk.event(first, "the assault", "attack", type="ASSAULT")
        desk.event(second, "Tavel led an assault on Belm", "attack", type="ASSAULT", actors=(TAVEL,), place=sess("Belm"))
        return len(desk.weighed().happenings)

    assert (count("2031-04-03"), count("2031-04-10")) == (1, 2)


def test_what_was_not_done_put_off_and_done() -> None:
    desk = Desk()
    crew, pilots = Actor("Tavel’s rebels"), Actor("the captured pilots", "~captured-pilots", "captured pilots")
    first = desk.paper("One", "Tavel’s rebels did not hand over the captured pilots on Tuesday. Rain fell. The handover has been moved to Saturday.")
    second = desk.paper("Two", "The captured pilots were handed over at Belm on Saturday.", published="2031-04-07")
    desk.event(
        first, "did not hand over the captured pilots on Tuesday", "release", actors=(crew,), recipients=(pilots,), about=day("2031-04-01"), status="denied"
    )
    desk.event(first, "The handover has been moved to Saturday", "release", about=day("2031-04-05"), status="planned")
    desk.event(second, "The captured pilots were handed over at Belm", "release", recipients=(pilots,), about=day("2031-04-05"))
    assert [len(h.tellings) for h in desk.weighed().happenings] == [3]


def test_the_attack_that_killed_so_many_has_no_month_of_another_sentence() -> None:
    desk = Desk()
    first = desk.paper("One", "Tavel raided the Belm prison, which held men taken in May. The raid killed 53 LNPs, Ida Roe said.")
    second = desk.paper("Two", "In Belm, Friday’s raid on the prison killed 53 LNPs.")
    desk.event(first, "Tavel raided the Belm prison", "attack", type="ASSAULT", actors=(TAVEL,), place=sess("Belm"))
    start = first.text.index("The raid killed")
    raid = desk.event(first, "The raid killed 53 LNPs", "attack", type="ASSAULT", about=Time("2031-05-01", "2031-05-31", text="May"))
    desk.held[-1] = replace(raid, trigger=Evidence(start + 4, start + 8, "raid"))
    desk.event(second, "Friday’s raid on the prison killed 53 LNPs", "attack", type="ASSAULT", about=day("2031-04-01"), place=sess("Belm"))
    assert [len(h.tellings) for h in desk.weighed().happenings] == [3]


def test_the_attack_is_not_what_another_paragraph_told_as_one_more() -> None:
    desk = Desk()
    paper = desk.paper("One", "A raid on Belm killed 70 men.\nAnother mill at Kesh was shelled too.\nNobody said who carried out the attack.")
    main = desk.event(paper, "A raid on Belm", "attack", type="ASSAULT", place=sess("Belm"))
    desk.event(paper, "Another mill at Kesh was shelled", "shell", type="ASSAULT", place=sess("Kesh"))
    start = paper.text.index("shelled")
    desk.held[-1] = replace(desk.held[-1], trigger=Evidence(start, start + 7, "shelled"))
    start = paper.text.index("the attack")
    back = desk.event(paper, "who carried out the attack", "attack", type="ASSAULT")
    desk.held[-1] = replace(back, trigger=Evidence(start + 4, start + 10, "attack"))
    assert {main.id, back.id} in [{t.id for t in h.tellings} for h in desk.weighed().happenings]


def test_one_region_says_less_than_one_town() -> None:
    raid: dict[str, Any] = {"words": "an Orrin drone struck the mill", "act": "strike", "actors": (ORRIN,), "type": "ASSAULT"}
    taken: dict[str, Any] = {"words": "Orrin has seized large areas", "act": "occupy", "actors": (ORRIN,), "type": "ASSAULT"}
    region, town = Place("Darfur", 13.0, 25.0), sess("Belm")
    assert [count for count, _ in told(raid | {"place": region}, taken | {"place": region})] == [1, 1]
    assert [count for count, _ in told(raid | {"place": town, "about": day("2031-04-01")}, taken | {"place": town, "about": day("2031-04-01")})] == [2]


def test_a_story_run_again_weeks_later_tells_of_the_monday_of_the_first() -> None:
    desk = Desk()
    text = (
        "Seventeen people were killed in a raid on the market of Kesh on Monday, the harbour office said, and its clinic took in forty more of them by night."
    )
    for name, published, monday in (("One", "2031-04-03", "2031-03-31"), ("Two", "2031-04-20", "2031-04-14")):
        paper = desk.paper(name, text, published=published)
        told = {"type": "ASSAULT", "about": Time(monday, monday, text="Monday")}
        desk.event(paper, "Seventeen people were killed", "kill", recipients=(Actor("Seventeen people"),), **told)
        desk.event(paper, "a raid on the market of Kesh on Monday", "attack", place=sess("Kesh"), **told)
    weighed = desk.weighed()
    assert [len(h.tellings) for h in weighed.happenings] == [4]
    assert {e.about.earliest for e in first_told(weighed.happenings[0], weighed.scene)} == {"2031-03-31"}


def test_who_retakes_a_place_is_not_who_attacked_it() -> None:
    attack: dict[str, Any] = {"words": "gunmen opened fire in Kesh", "act": "attack", "actors": (Actor("gunmen"),), "type": "ASSAULT"}
    retaken: dict[str, Any] = {"words": "the Lake Guard retook Kesh", "act": "occupy", "actors": (Actor("the Lake Guard"),), "type": "ASSAULT"}
    there: dict[str, Any] = {"place": sess("Kesh"), "about": day("2031-04-01")}
    assert [count for count, _ in told(attack | there, retaken | there)] == [1, 1]


@pytest.mark.parametrize(("target", "together"), [("a camp of the displaced at Kesh", True), ("a mill at Kesh", False)])
def test_an_attack_without_day_or_place_is_the_only_one_on_its_target(target: str, together: bool) -> None:
    desk = Desk()
    first = desk.paper("One", f"Mortars struck {target} on Tuesday, the Lake Guard said.")
    second = desk.paper("Two", "Kesh wept over a deadly bombardment of a camp for the displaced, the Lake Guard said.")
    desk.event(first, f"Mortars struck {target}", "shell", type="ASSAULT", place=sess("Kesh"), about=day("2031-04-01"))
    words = "a deadly bombardment of a camp for the displaced"
    floating = desk.event(second, words, "strike", type="ASSAULT")
    start = second.text.index("bombardment")
    desk.held[-1] = replace(floating, trigger=Evidence(start, start + 11, "bombardment"))
    assert (len(desk.weighed().happenings) == 1) == together


@pytest.mark.parametrize(("words", "together"), [("Orrin blamed an airstrike for it", True), ("Then an airstrike hit the mill of Kesh", False)])
def test_an_attack_that_is_only_named_as_the_cause_is_no_other(words: str, together: bool) -> None:
    desk = Desk()
    paper = desk.paper("One", f"A blast at the hospital of Kesh killed 471 men. {words}.")
    where: dict[str, Any] = {"type": "ASSAULT", "place": sess("Kesh"), "about": day("2031-04-01")}
    for phrase, word in (("A blast at the hospital of Kesh", "blast"), ("an airstrike", "airstrike")):
        made = desk.event(paper, phrase, "strike", **where)
        start = paper.text.index(word)
        desk.held[-1] = replace(made, trigger=Evidence(start, start + len(word), word))
    assert (len(desk.weighed().happenings) == 1) == together


def test_what_was_told_a_month_before_is_not_what_is_told_today() -> None:
    agreed: dict[str, Any] = {"act": "agree", "type": "AGREE", "actors": (ORRIN, TAVEL), "words": "Orrin and Tavel had agreed on the mills of Sess"}
    assert [count for count, _ in told(agreed, agreed | {"words": "Orrin and Tavel have agreed on the mills of Sess"})] == [2]
    before = agreed | {"said": Time("2031-02-01", "2031-02-28", text="February")}
    swap = agreed | {"words": "Orrin and Tavel have agreed to a swap of pilots"}
    agreed |= {"words": "Orrin and Tavel had agreed to terms of a truce"}
    assert [count for count, _ in told(agreed, swap)] == [2]
    assert [count for count, _ in told(agreed | {"said": before["said"]}, swap)] == [1, 1]
