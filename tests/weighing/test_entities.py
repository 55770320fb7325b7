"""Who is who: joined, proposed, told apart, and what people decided of it."""

from __future__ import annotations

from typing import Any

from made_claims import Desk
from trucekeeper.model.claims import Actor
from trucekeeper.model.judgement import Judgement
from trucekeeper.weighing.entities import WhoIsWho, who_is_who
from trucekeeper.weighing.short_forms import short_forms_in


def speakers(*names: str | Actor, judgements: list[Judgement] | None = None) -> WhoIsWho:
    desk = Desk()
    for name in names:
        actor = name if isinstance(name, Actor) else Actor(name)
        desk.statement(desk.paper(actor.name, "Talks go on.", outlet=None), "Talks go on", actor)
    return who_is_who(desk.held, judgements or [])


def judgement(first: str, second: str, verdict: Any, at: str = "2031-05-01") -> Judgement:
    return Judgement(subject=first, other=second, verdict=verdict, by="R. Ode", at=at)


def test_spellings_of_a_full_name_are_joined() -> None:
    who = speakers("Yusuf al-Karim", "Yousuf Karim")
    assert [(e.names, e.claims) for e in who.somebodies.values()] == [(("Yousuf Karim", "Yusuf al-Karim"), 2)]


def test_an_uncertain_pair_is_only_proposed() -> None:
    who = speakers("Ida Roe", "Roe")
    assert len(who.somebodies) == 2
    assert [(p.first_label, p.second_label) for p in who.proposals] == [("Ida Roe", "Roe")]
    assert "the end of" in who.proposals[0].reason


def test_two_whom_knowledge_tells_apart_are_not_proposed() -> None:
    who = speakers(Actor("Sess", "sess"), Actor("North Sess", "north-sess"))
    assert who.proposals == ()


def test_descriptions_name_nobody() -> None:
    assert speakers("the officials", "officials").proposals == ()


def test_a_person_joins_and_parts() -> None:
    joined = judgement("ida roe", "roe", "same")
    assert len(speakers("Ida Roe", "Roe", judgements=[joined]).somebodies) == 1
    parted = judgement("ida roe", "roe", "different", at="2031-06-01")
    told = speakers("Ida Roe", "Roe", judgements=[joined, parted])
    assert (len(told.somebodies), told.proposals) == (2, ())


def test_undoing_restores_the_proposal() -> None:
    decided = [judgement("ida roe", "roe", "different"), judgement("ida roe", "roe", "undo", at="2031-06-01")]
    assert len(speakers("Ida Roe", "Roe", judgements=decided).proposals) == 1


def test_a_judgement_stands_above_what_names_say() -> None:
    parted = judgement("yousuf karim", "yusuf al-karim", "different")
    assert len(speakers("Yusuf al-Karim", "Yousuf Karim", judgements=[parted]).somebodies) == 2


def test_what_is_only_perhaps_one_is_proposed_whatever_the_reports_share() -> None:
    desk = Desk()
    for name in ("Benjamin Sorov", "Binyamin Sorov"):
        paper = desk.paper(name, f"In Port Sess the Mirel bridge talks go on, says {name}.", outlet=None)
        desk.statement(paper, "talks go on", Actor(name))
    who = who_is_who(desk.held, [], {d.id: d.text for d in desk.papers})
    assert (len(who.somebodies), [p.reason for p in who.proposals]) == (2, ["the same last name, and first names that begin and end alike"])


def test_one_office_makes_two_spellings_one_and_a_rank_does_not() -> None:
    def held(title: str) -> WhoIsWho:
        desk = Desk()
        for name in ("Olena Zelynska", "Olena Zelinskaya"):
            paper = desk.paper(name, f"{title} {name} spoke.", outlet=None)
            desk.role(paper, f"{title} {name}", Actor(name), title)
        return who_is_who(desk.held, [], {d.id: d.text for d in desk.papers})

    joined = held("President")
    assert (len(joined.somebodies), [j.reason for j in joined.joins]) == (1, ["the names differ in the spelling of a sound, and both are called president"])
    assert len(held("Colonel").somebodies) == 2


def test_members_stand_for_their_body() -> None:
    assert len(speakers("Rebels of the Lake Liberation Front", "Lake Liberation Front").somebodies) == 1
    assert len(speakers("guerrilla fighters from the Lake Liberation Front", "Lake Liberation Front").somebodies) == 1
    assert len(speakers("LLF fighters", "LLF").somebodies) == 1
    assert len(speakers("Sess fighters", "Sess").somebodies) == 2, "it may be a town"


def test_two_full_names_with_one_short_form_may_be_one() -> None:
    def held(*bridges: str) -> WhoIsWho:
        desk = Desk()
        for name, bridge in zip(("Lake Liberation Front", "Front for the Freedom of the Lake"), bridges, strict=True):
            paper = desk.paper(name, f"At the {bridge} bridge the {name} (LLF) agreed.", outlet=None)
            desk.statement(paper, "agreed", Actor(name))
        return who_is_who(desk.held, [], {d.id: d.text for d in desk.papers})

    apart = held("Mirel", "Sorov")
    assert (len(apart.somebodies), [p.reason for p in apart.proposals]) == (2, ["texts call both LLF for short"])
    assert len(held("Mirel", "Mirel").somebodies) == 1


def test_a_name_with_one_more_first_name_may_be_a_son() -> None:
    desk = Desk()
    for name in ("Yusuf Karim", "Hasan Yusuf Karim"):
        paper = desk.paper(name, f"At the Mirel bridge the talks go on, says {name}.", outlet=None)
        desk.statement(paper, "talks go on", Actor(name))
    who = who_is_who(desk.held, [], {d.id: d.text for d in desk.papers})
    assert (len(who.somebodies), len(who.proposals)) == (2, 1)


def test_listed_letters_stand_for_the_listed_name() -> None:
    assert len(speakers(Actor("National Liberation Army", "eln"), "leaders of the ELN").somebodies) == 1


def test_whom_a_role_is_of_is_somebody() -> None:
    desk = Desk()
    paper = desk.paper("a", "Lake Front spokesman Ida Roe spoke.", outlet=None)
    desk.role(paper, "Lake Front spokesman Ida Roe", Actor("Ida Roe"), "Lake Front spokesman", of="Lake Front", body=Actor("Lake Front", "~lake-front"))
    who = who_is_who(desk.held, [], {d.id: d.text for d in desk.papers})
    assert who.speaks_for["ida roe"] == ("~lake-front", "Lake Front")


def test_another_name_that_a_text_gives_is_a_short_form() -> None:
    assert ("simba", "ida bol roe") in short_forms_in("Ida Bol Roe, alias Simba, fled.")
    assert ("badger", "ida roe") in short_forms_in("Ida Roe, whose nom de guerre is the Badger, fled.")
    assert ("lnc-hw", "lake national council") in short_forms_in("the Lake National Council (LNC-HW) met")


def test_a_first_name_is_taken_for_the_only_one_who_bears_it_in_reports_akin() -> None:
    def held(*names: str) -> WhoIsWho:
        desk = Desk()
        for name in names:
            paper = desk.paper(name, f"At the Mirel bridge the talks go on, says {name}.", outlet=None)
            desk.statement(paper, "talks go on", Actor(name))
        return who_is_who(desk.held, [], {d.id: d.text for d in desk.papers})

    assert len(held("Yusuf", "Yusuf Karim").somebodies) == 1
    assert len(held("Yusuf", "Yusuf Karim", "Yusuf Belo").somebodies) == 3
    assert len(held("Mirel", "Mirel Red Cross").somebodies) == 2, "a town is not its body"


def test_a_description_with_letters_behind_it_is_the_body_of_that_name() -> None:
    found = short_forms_in("The Lake Nations mission (MILNA) sent a patrol, and the mayor (ROE) a letter.")
    assert ("milna", "lake nations mission") in found
    assert not any(short == "roe" for short, _ in found)


def test_a_short_form_with_the_letters_of_another_language_is_one_with_its_name() -> None:
    desk = Desk()
    text = "The Movement of Democratic Towns of Velan (MTDV) spoke."
    desk.statement(desk.paper("One", text), "spoke", Actor("Movement of Democratic Towns of Velan"))
    desk.statement(desk.paper("Two", "The MTDV spoke."), "spoke", Actor("MTDV"))
    assert len(who_is_who(desk.held, [], {p.id: p.text for p in desk.papers}).somebodies) == 3  # with the two outlets


def test_a_rank_tells_something_where_the_same_others_are_named() -> None:
    def told(other: Actor) -> int:
        desk = Desk()
        full, short = Actor("Viv Ode Roe", "~viv-ode-roe", "Viv Ode Roe"), Actor("Viv Roe", "~viv-roe", "Viv Roe")
        guard = Actor("Lake Guard", "~lake-guard", "Lake Guard")
        for name, text, person, beside in (("One", "said Colonel Viv Ode Roe.", full, guard), ("Two", "said Colonel Viv Roe.", short, other)):
            paper = desk.paper(name, text, outlet=None)
            desk.role(paper, text[5:-1], person, "Colonel")
            desk.statement(paper, "said", beside)
        who = who_is_who(desk.held, [], {})
        return len({who.entity_of(full), who.entity_of(short)})

    assert told(Actor("Lake Guard", "~lake-guard", "Lake Guard")) == 1
    assert told(Actor("Hill Guns", "~hill-guns", "Hill Guns")) == 2


def test_one_noun_that_many_names_share_is_proposed_for_nobody() -> None:
    assert speakers("The National", "Orrin National Army").proposals == ()
