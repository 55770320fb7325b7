"""Denials, blame in both directions, and one speaker given two wordings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from made_claims import ORRIN, TAVEL, Desk, day, sess
from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Evidence

ROE = Actor("Ida Roe")


def kinds(desk: Desk) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.kind, d.parties) for d in desk.weighed().disputes]


def test_an_event_denied() -> None:
    desk = Desk()
    one, two = desk.paper("One", "Tavel burnt the boats on Monday."), desk.paper("Two", "Tavel did not burn the boats on Monday.")
    monday = day("2031-04-01")
    desk.event(one, "Tavel burnt the boats", "burn", by=(ORRIN,), actors=(TAVEL,), about=monday)
    desk.event(two, "burn the boats on Monday", "burn", by=(TAVEL,), actors=(TAVEL,), about=monday, status="denied")
    assert kinds(desk) == [("denied", ("Tavel", "Orrin"))]


def test_a_statement_denied() -> None:
    desk = Desk()
    one, two = desk.paper("One", "Tavel had burnt the boats of the pilots."), desk.paper("Two", "It had not burnt the boats of the pilots.")
    desk.statement(one, "Tavel had burnt the boats of the pilots", ORRIN, act="report")
    desk.statement(two, "had not burnt the boats of the pilots", TAVEL, act="denial")
    assert kinds(desk) == [("denied", ("Tavel", "Orrin"))]


def test_a_denial_of_another_month_answers_nothing() -> None:
    desk = Desk()
    one = desk.paper("One", "Tavel had burnt the boats of the pilots.", published="2031-02-02")
    two = desk.paper("Two", "It had not burnt the boats of the pilots.")
    desk.statement(one, "Tavel had burnt the boats of the pilots", ORRIN, act="report")
    desk.statement(two, "had not burnt the boats of the pilots", TAVEL, act="denial")
    assert kinds(desk) == [("denied", ("Tavel",))]


def test_nobody_denies_himself() -> None:
    """The denial is told, and that nobody else asserts what it denies."""
    desk = Desk()
    paper = desk.paper("One", "Tavel had burnt the boats of the pilots. It had not burnt the boats of the pilots.")
    desk.statement(paper, "Tavel had burnt the boats of the pilots", TAVEL, act="report")
    desk.statement(paper, "had not burnt the boats of the pilots", TAVEL, act="denial")
    assert kinds(desk) == [("denied", ("Tavel",))]


@pytest.mark.parametrize("answer", ["denied this", "called the report a fabrication", "rejected the claim as a hoax"])
def test_what_only_denies_what_was_said_answers_the_last_voice(answer: str) -> None:
    desk = Desk()
    earlier = desk.paper("One", "Orrin accused Tavel of firing at a mill.")
    desk.event(earlier, "Orrin accused Tavel of firing at a mill", "accuse", type="ACCUSE", by=(ORRIN,), actors=(ORRIN,), recipients=(TAVEL,))
    paper = desk.paper("Two", f"Orrin spoke of a mill. Ida Roe said that half of the boats had left. Tavel {answer}.")
    desk.statement(paper, "half of the boats had left", ROE, act="report")
    desk.statement(paper, f"Tavel {answer}", TAVEL, act="denial" if answer == "denied this" else "statement")
    assert kinds(desk) == [("denied", ("Tavel", "Ida Roe"))]


def test_a_denial_that_follows_an_accusation() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin blamed Tavel for the fire. Tavel said that was nonsense, nobody of its crew was there.")
    desk.statement(paper, "Orrin blamed Tavel for the fire", ORRIN, act="accusation")
    desk.statement(paper, "nobody of its crew was there", TAVEL, act="denial")
    assert kinds(desk) == [("denied", ("Tavel", "Orrin"))]


def test_blame_in_both_directions() -> None:
    desk = Desk()
    paper = desk.paper("One", "Tavel broke the truce. No, Orrin broke it.")
    desk.statement(paper, "Tavel broke the truce", ORRIN, act="accusation")
    assert kinds(desk) == []
    desk.statement(paper, "Orrin broke it", TAVEL, act="accusation")
    assert kinds(desk) == [("each_accuses", ("Orrin", "Tavel"))]


def quoted(first: str, second: str) -> Desk:
    desk = Desk()
    for name, words in (("One", first), ("Two", second)):
        desk.statement(desk.paper(name, f"“{words}”"), words, ROE, mode="direct")
    return desk


def test_whose_accusation_is_denied_is_found_by_his_name() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin accused Tavel of firing at a mill. Ida Roe said that half of the boats had left. Tavel denied Orrin’s accusations.")
    desk.event(paper, "Orrin accused Tavel of firing at a mill", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(TAVEL,))
    desk.statement(paper, "half of the boats had left", ROE, act="report")
    made = desk.statement(paper, "Tavel denied Orrin’s accusations", TAVEL, act="denial")
    desk.held[-1] = replace(made, content="Orrin’s accusations")
    assert kinds(desk) == [("denied", ("Tavel", "Orrin"))]


def test_who_has_not_verified_denies_nothing_and_a_day_neither() -> None:
    desk = Desk()
    paper = desk.paper("One", "Tavel has not yet officially verified the visit of the pilots. On Monday no visit of the pilots took place.")
    desk.statement(paper, "not yet officially verified the visit of the pilots", TAVEL, act="denial")
    desk.statement(paper, "no visit of the pilots took place", Actor("Monday"), act="denial")
    assert kinds(desk) == []


def test_two_sides_that_accuse_each_other_are_told_once() -> None:
    desk = Desk()
    paper = desk.paper("One", "So it went on between Russia and Ukraine at night.")
    for accuser, accused in (("Russia", "Ukraine"), ("Russian army", "Ukrainian forces"), ("Ukraine", "Russia"), ("Ukrainian officials", "Russian troops")):
        desk.event(paper, "between Russia and Ukraine", "accuse", type="ACCUSE", actors=(Actor(accuser),), recipients=(Actor(accused),))
        desk.held[-1] = replace(desk.held[-1], id=f"{accuser}{accused}")
    assert kinds(desk) == [("each_accuses", ("Russia", "Ukraine"))]


def test_one_sentence_tells_that_two_sides_accuse_each_other() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin and Tavel blamed each other for the fire.")
    desk.event(paper, "Orrin and Tavel blamed each other for the fire", "accuse", type="ACCUSE", actors=(ORRIN, TAVEL))
    assert kinds(desk) == [("each_accuses", ("Orrin", "Tavel"))]


def test_a_denial_answers_the_accusation_of_its_own_report_that_names_those_it_speaks_of() -> None:
    desk = Desk()
    filler = "The harbour was quiet for the rest of the week. " * 12
    earlier = desk.paper("One", "Orrin accused the envoys of Tavel of sinking ferries with the pilots.")
    desk.event(earlier, earlier.text[:-1], "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(Actor("the envoys of Tavel"),))
    paper = desk.paper("Two", f"Monitors blamed the pilots for the fire. {filler}Tavel denied that pilots were involved in the fire.")
    desk.event(paper, "Monitors blamed the pilots for the fire", "accuse", type="ACCUSE", actors=(Actor("Lake Monitors"),), recipients=(Actor("the pilots"),))
    desk.statement(paper, "that pilots were involved in the fire", TAVEL, act="denial")
    assert kinds(desk) == [("denied", ("Tavel", "Lake Monitors"))]


def test_who_repeats_a_denial_answers_the_accusation_and_not_the_denial() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin blamed Tavel for the fire. A spokesman angrily rejected the allegation. Ida Roe denied it.")
    desk.event(paper, "Orrin blamed Tavel for the fire", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(TAVEL,))
    desk.event(paper, "A spokesman angrily rejected the allegation", "reject", type="REJECT", actors=(TAVEL,), by=(TAVEL,))
    desk.statement(paper, "Ida Roe denied it", ROE, act="denial")
    assert kinds(desk) == [("denied", ("Ida Roe", "Orrin"))]


@pytest.mark.parametrize(("again", "answers"), [("denied responsibility", ("Tavel", "Orrin")), ("again denied responsibility", ("Tavel",))])
def test_who_denies_responsibility_answers_who_laid_the_attack_on_somebody_right_before(again: str, answers: tuple[str, ...]) -> None:
    desk = Desk()
    paper = desk.paper("One", f"Orrin insisted that militias shelled the ferry. Tavel {again}, saying that the ferry was out of its reach.")
    desk.event(paper, "militias shelled the ferry", "shell", type="ASSAULT", by=(ORRIN,), actors=(Actor("militias"),))
    denial = desk.statement(paper, f"Tavel {again}", TAVEL, act="denial")
    desk.held[-1] = replace(denial, content="responsibility")
    reason = desk.statement(paper, f"Tavel {again}, saying that the ferry was out of its reach", TAVEL, act="statement")
    desk.held[-1] = replace(reason, content="the ferry was out of its reach")
    assert kinds(desk) == [("denied", answers)]


def test_a_weapon_is_nobody_who_did_it() -> None:
    desk = Desk()
    one, two = desk.paper("One", "The guard of Kesh shelled the ferry of Sess."), desk.paper("Two", "A Kesh launcher shelled the ferry of Sess.")
    shelling: dict[str, Any] = {"type": "ASSAULT", "about": day("2031-04-01"), "place": sess("Sess")}
    desk.event(one, "The guard of Kesh shelled the ferry of Sess", "shell", by=(ORRIN,), actors=(Actor("the Lake Guard"),), **shelling)
    desk.event(two, "A Kesh launcher shelled the ferry of Sess", "shell", by=(TAVEL,), actors=(Actor("a Kesh launcher"),), **shelling)
    assert kinds(desk) == []


def test_no_other_can_have_done_it_accuses_and_denies_nothing() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin accused Tavel of the fire. No other navy could not have been behind it, it said.")
    desk.event(paper, "Orrin accused Tavel of the fire", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(TAVEL,))
    desk.event(paper, "No other navy could not have been behind it", "burn", type="ASSAULT", actors=(Actor("No other navy"),), status="denied", by=(ORRIN,))
    assert kinds(desk) == []


def test_a_charge_that_is_turned_down_is_denied() -> None:
    desk = Desk()
    paper = desk.paper("One", "Monitors accused the guard of burning the mill, a charge rejected by Tavel.")
    desk.statement(paper, "Monitors accused the guard of burning the mill", Actor("Lake Monitors"), act="accusation")
    desk.statement(paper, paper.text[:-1], TAVEL, act="refusal")
    assert kinds(desk) == [("denied", ("Tavel", "Lake Monitors"))]


def test_who_leads_a_force_is_accused_and_an_officer_of_it_denies() -> None:
    desk = Desk()
    one = desk.paper("One", "Ida Roe, the commander of the Lake Guard Army, was blamed by Orrin for the fire at Kesh.")
    desk.role(one, "Ida Roe", ROE, "commander of the Lake Guard Army", of="Lake Guard Army")
    desk.event(one, "was blamed by Orrin for the fire at Kesh", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(ROE,))
    two = desk.paper("Two", "An LGA official denied that his force had lit the mill of Kesh.")
    desk.statement(two, "his force had lit the mill of Kesh", Actor("LGA official"), act="denial")
    assert kinds(desk) == [("denied", ("LGA official", "Orrin"))]


@pytest.mark.parametrize("end", [", which Tavel denies", ", a claim Tavel denies", ", a claim disputed by Tavel"])
def test_a_denial_appended_to_what_is_denied_answers_its_main_clause(end: str) -> None:
    desk = Desk()
    earlier = desk.paper("One", "Ida Roe said Orrin had blamed half of the boats for the fire.")
    desk.statement(earlier, "Orrin had blamed half of the boats for the fire", ROE, act="report")
    paper = desk.paper("Two", f"Orrin blames half of the boats for the fire{end}.")
    desk.statement(paper, "Orrin blames half of the boats for the fire", ORRIN, act="accusation")
    made = desk.statement(paper, f"Orrin blames half of the boats for the fire{end}", TAVEL, act="denial")
    desk.held[-1] = replace(made, content="Orrin blames half of the boats for the fire")
    assert kinds(desk) == [("denied", ("Tavel", "Orrin"))]


def test_what_was_not_done_to_some_denies_nothing_done_to_others() -> None:
    desk = Desk()
    one = desk.paper("One", "Tavel burnt the boats at Sess on Monday.")
    two = desk.paper("Two", "Tavel denied that it had burnt houses of pilots at Sess on Monday.")
    monday = day("2031-04-01")
    desk.event(one, "Tavel burnt the boats", "burn", by=(ORRIN,), actors=(TAVEL,), about=monday, recipients=(Actor("the boats"),), place=sess())
    fields = {"status": "denied", "about": monday, "recipients": (Actor("houses of pilots"),)}
    desk.event(two, "it had burnt houses of pilots", "burn", by=(TAVEL,), actors=(TAVEL,), **fields)  # type: ignore[arg-type]
    assert kinds(desk) == []


def test_other_sentences_of_one_speech_are_no_other_words() -> None:
    first = "With the arrest of Pilot Roe of Sess and Belm the truce has been torn up"
    assert kinds(quoted(first, "The arrest of Pilot Roe of Sess and Belm brings all of us a cold winter")) == []


def test_one_speaker_two_wordings() -> None:
    desk = quoted("We will open the market in May, come what may", "We may open the market in May, if the boats return")
    assert kinds(desk) == [("words_differ", ("Ida Roe",))]


def test_a_shortened_quotation_is_no_other_wording() -> None:
    assert kinds(quoted("We will open the market in May, come what may", "We will open the market in May")) == []


def test_a_number_in_words_or_digits_is_one_wording() -> None:
    assert kinds(quoted("All seventy-eight boats are back in the harbour of Belm", "All 78 boats are back in the harbour of Belm")) == []
    assert kinds(quoted("All seventy-eight boats are back in the harbour of Belm", "All 79 boats were back in a harbour of Belm")) != []


def test_who_denies_a_part_stands_against_those_who_lay_it_on_him() -> None:
    desk = Desk()
    one = desk.paper("One", "In Port Sess the ferry was burnt on Monday. Orrin blamed Tavel for it.")
    two = desk.paper("Two", "In Port Sess, Tavel denied any involvement in the burning of the ferry on Monday.")
    burnt: dict[str, Any] = {"type": "ASSAULT", "about": day("2031-04-01"), "place": sess("Port Sess")}
    desk.event(one, "the ferry was burnt on Monday", "burn", **burnt)
    desk.event(one, "Orrin blamed Tavel for it", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(TAVEL,))
    desk.event(two, "the burning of the ferry on Monday", "burn", by=(TAVEL,), status="denied", **burnt)
    assert [d.reason for d in desk.weighed().disputes] == ["Tavel denies what Orrin accuses Tavel of"]


def test_an_attack_accuses_nobody() -> None:
    desk = Desk()
    one = desk.paper("One", "In Port Sess an airstrike sank the ferry, pilots said, blaming Tavel.")
    two = desk.paper("Two", "In Port Sess, Tavel denied that it had sunk the ferry.")
    blamed: dict[str, Any] = {"type": "ACCUSE", "actors": (Actor("An airstrike"),), "recipients": (TAVEL,)}
    desk.event(one, "blaming Tavel", "accuse", by=(Actor("pilots"),), **blamed)
    desk.event(two, "it had sunk the ferry", "burn", by=(TAVEL,), actors=(TAVEL,), type="ASSAULT", status="denied")
    assert [d.reason for d in desk.weighed().disputes] == ["Tavel denies what pilots accuse Tavel of"]


def test_two_different_remarks_are_no_dispute() -> None:
    assert kinds(quoted("We will open the market in May", "The pilots were never consulted by anybody")) == []


SHOT: dict[str, Any] = {"type": "ASSAULT", "about": day("2031-04-01")}


def test_two_voices_tell_of_two_doers() -> None:
    desk = Desk()
    one, two = desk.paper("One", "So Orrin fired on the Mirel bridge."), desk.paper("Two", "So Tavel fired at the Mirel bridge first.")
    desk.event(one, "Orrin fired on the Mirel bridge", "attack", by=(TAVEL,), actors=(ORRIN,), **SHOT)
    desk.event(two, "Tavel fired at the Mirel bridge first", "attack", by=(ORRIN,), actors=(TAVEL,), **SHOT)
    found = desk.weighed().disputes
    assert [(d.kind, d.reason) for d in found] == [("doers_differ", "Tavel tells it as done by Orrin, Orrin as done by Tavel")]


def test_never_denies_whatever_was_done() -> None:
    def told(denied: str) -> list[tuple[str, tuple[str, ...]]]:
        desk = Desk()
        paper = desk.paper("One", f"Orrin said Tavel had shelled Mirel on Monday. Tavel said {denied}.")
        desk.event(paper, "Tavel had shelled Mirel on Monday", "shell", by=(ORRIN,), actors=(TAVEL,), **SHOT)
        desk.event(paper, denied, "attack", by=(TAVEL,), actors=(TAVEL,), type="ASSAULT", status="denied", about=day("2031-03-01"))
        return kinds(desk)

    assert told("it had not fired a single shell") == [("denied", ("Tavel", "Orrin"))]
    assert told("it had not fired on the quay") == []


def test_who_is_accused_of_what_he_denies() -> None:
    desk = Desk()
    one = desk.paper("One", "In Port Sess a ferry was burnt. Orrin blamed Tavel for it.")
    two = desk.paper("Two", "In Port Sess, Tavel denied that it had burnt the ferry.")
    desk.event(one, "Orrin blamed Tavel for it", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(TAVEL,))
    desk.event(two, "it had burnt the ferry", "burn", by=(TAVEL,), actors=(TAVEL,), type="ASSAULT", status="denied")
    assert [d.reason for d in desk.weighed().disputes] == ["Tavel denies what Orrin accuses Tavel of"]


def test_sides_are_known_by_a_name_that_both_bear() -> None:
    desk = Desk()
    paper = desk.paper("One", "Orrin blamed Roe's forces. Roe's Lake Army blamed Orrin.")
    desk.event(paper, "Orrin blamed Roe's forces", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(Actor("Roe's forces"),))
    desk.event(paper, "Roe's Lake Army blamed Orrin", "accuse", type="ACCUSE", actors=(Actor("Roe's Lake Army"),), recipients=(ORRIN,))
    assert kinds(desk) == [("each_accuses", ("Orrin", "Roe's Lake Army"))]


def test_who_denies_that_anybody_was_hurt_does_not_deny_the_attack() -> None:
    def told(act: str) -> list[tuple[str, tuple[str, ...]]]:
        desk = Desk()
        one, two = desk.paper("One", "At Mirel nine sailors were hurt by Tavel."), desk.paper("Two", "At Mirel no sailors were hurt by Tavel.")
        desk.event(one, "nine sailors were hurt by Tavel", act, by=(ORRIN,), actors=(TAVEL,), **SHOT)
        desk.event(two, "no sailors were hurt by Tavel", "injure", by=(TAVEL,), actors=(TAVEL,), status="denied", **SHOT)
        return kinds(desk)

    assert (told("injure"), told("attack")) == ([("denied", ("Tavel", "Orrin"))], [])


def test_a_demand_turned_down_answers_no_accusation() -> None:
    desk = Desk()
    one = desk.paper("One", "In Port Sess, Orrin blamed Tavel for a fire.")
    two = desk.paper("Two", "In Port Sess, Tavel turned down the offer of grain.")
    desk.event(one, "Orrin blamed Tavel for a fire", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(TAVEL,))
    desk.event(two, "the offer of grain", "deliver aid", by=(TAVEL,), actors=(TAVEL,), type="AID", status="denied")
    assert kinds(desk) == []


def test_who_denies_that_he_did_it_denies_nothing_told_of_nobody() -> None:
    """That the quay was shelled is not that Tavel shelled it; where somebody blames Tavel for it, it is."""
    desk = Desk()
    one, two = desk.paper("One", "Shells hit the quay of Sess on Monday."), desk.paper("Two", "Tavel denied that it had shelled the quay of Sess.")
    desk.event(one, "Shells hit the quay of Sess on Monday", "shell", type="ASSAULT", by=(Actor("residents"),), about=day("2031-04-01"), place=sess())
    desk.event(two, "it had shelled the quay of Sess", "shell", type="ASSAULT", by=(TAVEL,), actors=(TAVEL,), status="denied", place=sess())
    assert kinds(desk) == []
    three = desk.paper("Three", "Orrin accused Tavel of shelling the quay of Sess.")
    desk.event(three, "Orrin accused Tavel of shelling the quay of Sess", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(TAVEL,))
    assert [d.parties for d in desk.weighed().disputes] == [("Tavel", "residents", "Orrin")]


@pytest.mark.parametrize("words", ["would not confirm or deny the raid on the quay", "did not confirm that there was a raid on the quay"])
def test_neither_yes_nor_no_denies_nothing(words: str) -> None:
    desk = Desk()
    paper = desk.paper("One", f"A Tavel officer {words}.")
    desk.statement(paper, words, TAVEL, act="denial")
    assert kinds(desk) == []


def test_a_group_blamed_by_what_it_is_known_as() -> None:
    desk = Desk()
    one = desk.paper("One", "The Sess police chief blamed a group known as the New Watch for the fire.")
    two = desk.paper("Two", "The New Watch said that it had nothing to do with the fire on Sess.")
    watch = Actor("The New Watch", None, "New Watch")
    desk.event(one, one.text.rstrip("."), "blame", type="ACCUSE", actors=(Actor("Sess police chief"),), recipients=(Actor("a group"),))
    desk.statement(two, "it had nothing to do with the fire on Sess", watch, act="statement")
    assert kinds(desk) == [("denied", ("New Watch", "Sess police chief"))]


def test_a_denial_of_ones_own_doing_is_answered_by_who_names_him() -> None:
    desk = Desk()
    one = desk.paper("One", "Nine died in the shelling of the market of Belm.")
    two = desk.paper("Two", "Tavel denied that it shelled the market in Belm.")
    desk.statement(one, "Nine died in the shelling of the market of Belm", Actor("Belm clinic"), act="report")
    desk.statement(two, "it shelled the market in Belm", TAVEL, act="denial")
    assert kinds(desk) == [("denied", ("Tavel",))]


def test_who_commands_an_army_may_be_told_for_it() -> None:
    desk = Desk()
    one = desk.paper("One", "Forces of Roe shelled the quay of Sess. Roe's Lake Army spoke of peace.")
    two = desk.paper("Two", "The Lake Army denied that it had shelled the quay of Sess.")
    army = Actor("The Lake Army", None, "Lake Army")
    desk.event(one, "Forces of Roe shelled the quay of Sess", "shell", type="ASSAULT", by=(ORRIN,), actors=(ROE,), place=sess())
    desk.statement(one, "spoke of peace", army)
    desk.event(two, "it had shelled the quay of Sess", "shell", type="ASSAULT", by=(army,), actors=(army,), status="denied", place=sess())
    three = desk.paper("Three", "Orrin accused the Lake Army of shelling the quay of Sess.")
    desk.event(three, three.text.rstrip("."), "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(army,))
    assert [d.parties for d in desk.weighed().disputes] == [("Lake Army", "Orrin")]


def test_what_failed_is_not_denied() -> None:
    desk = Desk()
    one, two = desk.paper("One", "Tavel left the fort of Belm."), desk.paper("Two", "Orrin spoke of Tavel failing to leave the fort of Belm.")
    desk.event(one, "Tavel left the fort of Belm", "withdraw", type="RETREAT", by=(TAVEL,), actors=(TAVEL,), place=sess("Belm"))
    desk.event(two, "failing to leave the fort of Belm", "withdraw", type="RETREAT", by=(ORRIN,), actors=(TAVEL,), status="denied", place=sess("Belm"))
    assert kinds(desk) == []


def test_what_is_forbidden_or_cannot_be_is_not_denied() -> None:
    desk = Desk()
    one = desk.paper("One", "Orrin shelled the quay of Sess.")
    desk.event(one, "Orrin shelled the quay of Sess", "shell", type="ASSAULT", by=(TAVEL,), actors=(ORRIN,), place=sess())
    for name, words in (("Two", "“Don't shell the quay of Sess”"), ("Three", "Orrin cannot shell the quay of Sess")):
        paper = desk.paper(name, f"{words}, an elder said.")
        start = paper.text.index("shell")
        trigger = Evidence(start, start + 5, "shell")
        desk.event(paper, words, "shell", type="ASSAULT", by=(Actor("an elder"),), actors=(ORRIN,), status="denied", place=sess(), trigger=trigger)
    assert kinds(desk) == []


def test_what_nobody_had_said_yet_is_not_denied() -> None:
    def told(published: str) -> list[tuple[str, tuple[str, ...]]]:
        desk = Desk()
        first = desk.paper("One", "Tavel had nothing to do with it, the boats of Sess were burnt by others.", published="2031-04-02")
        desk.statement(first, "Tavel had nothing to do with it", TAVEL, act="denial")
        later = desk.paper("Two", "Orrin accused Tavel of burning the boats of Sess.", published=published)
        desk.event(later, "Orrin accused Tavel of burning the boats of Sess", "accuse", type="ACCUSE", by=(ORRIN,), actors=(ORRIN,), recipients=(TAVEL,))
        return kinds(desk)

    assert told("2031-04-01") == [("denied", ("Tavel", "Orrin"))]
    assert told("2031-04-05") == [("denied", ("Tavel",))]


def test_who_denies_it_of_his_own_is_laid_it_by_whose_body_he_is() -> None:
    desk = Desk()
    one = desk.paper("One", "Kesh border guards shelled Port Sess on Monday.")
    two = desk.paper("Two", "Kesh's Lake Committee spoke on Tuesday. The committee denied that its forces had shelled Port Sess.")
    shelling: dict[str, Any] = {"type": "ASSAULT", "place": sess("Port Sess")}
    committee = Actor("The committee", "~lake-committee", "Lake Committee")
    desk.event(one, "Kesh border guards shelled Port Sess", "shell", by=(ORRIN,), actors=(Actor("Kesh"),), about=day("2031-04-01"), **shelling)
    desk.event(two, "its forces had shelled Port Sess", "shell", by=(committee,), actors=(Actor("its forces"),), status="denied", **shelling)
    assert kinds(desk) == [("denied", ("Lake Committee", "Orrin"))]


def test_who_denies_losses_answers_who_says_that_he_killed_some() -> None:
    desk = Desk()
    paper = desk.paper("One", "The Lake Guard said it had killed four rebels. Ida Roe denied any losses.")
    guard = Actor("the Lake Guard")
    desk.event(paper, "it had killed four rebels", "kill", type="ASSAULT", by=(guard,), actors=(guard,))
    desk.statement(paper, "Ida Roe denied any losses", ROE, act="denial")
    assert kinds(desk) == [("denied", ("Ida Roe", "the Lake Guard"))]


def test_of_an_unnamed_denier_it_is_not_known_that_unnamed_doers_are_meant() -> None:
    desk = Desk()
    one, two = desk.paper("One", "Armed men killed pilots at Port Sess."), desk.paper("Two", "A rebel group denied killing pilots at Port Sess.")
    killing: dict[str, Any] = {"type": "ASSAULT", "place": sess("Port Sess"), "about": day("2031-04-01")}
    desk.event(one, "Armed men killed pilots at Port Sess", "kill", by=(ORRIN,), actors=(Actor("Armed men"),), **killing)
    group = Actor("A rebel group", None, "rebel group")
    desk.event(two, "killing pilots at Port Sess", "kill", by=(group,), actors=(group,), status="denied", **killing)
    assert kinds(desk) == []


def test_that_no_guards_were_hurt_denies_nothing_of_the_guarded() -> None:
    desk = Desk()
    one = desk.paper("One", "The raid on the Belm prison killed dozens of prisoners.")
    two = desk.paper("Two", "The Lake Guard said no prison guards were killed in the raid on Belm.")
    guard = Actor("The Lake Guard", "~lake-guard", "Lake Guard")
    raid: dict[str, Any] = {"type": "ASSAULT", "place": sess("Belm"), "about": day("2031-04-01")}
    desk.event(one, "killed dozens of prisoners", "kill", by=(ORRIN,), recipients=(Actor("dozens of prisoners"),), **raid)
    desk.event(two, "no prison guards were killed", "kill", by=(guard,), recipients=(Actor("no prison guards"),), status="denied", **raid)
    assert kinds(desk) == []


def test_nobody_denies_what_his_own_side_accuses_others_of() -> None:
    desk = Desk()
    one = desk.paper("One", "The Orrin army accused Tavel of shelling Port Sess in order to blame Orrin.")
    two = desk.paper("Two", "Orrin denied shelling Port Sess.")
    army = Actor("The Orrin army", "~orrin-army", "Orrin army")
    desk.event(one, one.text[:-1], "accuse", type="ACCUSE", by=(), actors=(army,), recipients=(TAVEL,))
    desk.statement(two, "Orrin denied shelling Port Sess", ORRIN, act="denial")
    assert [d.claims[1:] for d in desk.weighed().disputes if d.kind == "denied"] == [()]


@pytest.mark.parametrize(("blame", "act", "answered"), [("keeping rescuers away", "obstruct", False), ("shelling the market", "shell", True)])
def test_an_accusation_of_another_matter_is_not_what_is_denied(blame: str, act: str, answered: bool) -> None:
    desk = Desk()
    one = desk.paper("One", f"At Port Sess Orrin accused Tavel of {blame}.")
    two = desk.paper("Two", "Tavel denied carrying out airstrikes on pilots at Port Sess.")
    desk.event(one, f"Orrin accused Tavel of {blame}", "accuse", type="ACCUSE", actors=(ORRIN,), recipients=(TAVEL,))
    inner = desk.event(one, blame, act, type="ASSAULT" if act == "shell" else "COERCE")
    desk.held[-1] = replace(inner, trigger=inner.evidence[0])
    desk.statement(two, "Tavel denied carrying out airstrikes on pilots at Port Sess", TAVEL, act="denial")
    assert [len(d.claims) > 1 for d in desk.weighed().disputes] == [answered]


def test_an_army_does_not_deny_what_it_tells_itself_under_another_name() -> None:
    desk = Desk()
    one = desk.paper("One", "Kenya's National Army said its raid on Port Sess hit a market.")
    two = desk.paper("Two", "The Kenyan army denied a raid on the market of Port Sess.")
    army, other = Actor("Kenya's National Army", None, "Kenya's National Army"), Actor("The Kenyan army", "~kenyan-army", "Kenyan army")
    raid: dict[str, Any] = {"type": "ASSAULT", "place": sess("Port Sess"), "about": day("2031-04-01")}
    desk.event(one, "its raid on Port Sess hit a market", "attack", by=(army,), actors=(Actor("Kenya"),), **raid)
    desk.event(two, "a raid on the market of Port Sess", "attack", by=(other,), actors=(other,), status="denied", **raid)
    assert kinds(desk) == []


def test_a_number_put_right_takes_nothing_back() -> None:
    desk = Desk()
    paper = desk.paper("One", "The ministry raised the death toll to 19, correcting an earlier figure of 17.")
    desk.statement(paper, paper.text[:-1], ORRIN, act="correction")
    assert kinds(desk) == []
