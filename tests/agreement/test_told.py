"""What sentences of reports tell of a term: in whole, in part, against, both, or only by touching it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from trucekeeper.agreement.state import state_on
from trucekeeper.model.agreement import Agreement, Term, TermState
from trucekeeper.model.claims import Actor, Anchor, Attribution, Claim, Event, Figure, TimeExpression
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.ids import digest
from trucekeeper.model.time import Time

ON = date(2031, 6, 20)
BY = Anchor("by 10 May", "date", "2031-05-10", None, "by")
LEAVE = Term(id="a", act="withdraw its forces from Ostrow by 10 May.", issue="withdrawal", bearers=(Actor("the North"),), anchor=BY)
FREE = Term(id="b", act="release 80 captives by 10 May.", issue="hostages", bearers=(Actor("the South"),), quantity="80 captives", anchor=BY)
SPARE = Term(id="c", act="tax humanitarian aid.", issue="aid access", bearers=(Actor("Neither side"),), anchor=BY)
SILENT = "deadline passed, no report of performance"
TOUCHED = "reports touch it, none says plainly"

CASES = [
    ("troops gone", LEAVE, "The army has left Ostrow.", "performed"),
    ("told to stay", LEAVE, "The South accused the army of keeping men in Ostrow.", "alleged not performed"),
    ("only planned", LEAVE, "The army would have left Ostrow by June.", None),
    ("not done", LEAVE, "The army has not left Ostrow.", "alleged not performed"),
    ("part", FREE, "It has freed 50 of the 80 captives so far.", "performed in part"),
    ("all", FREE, "It has now freed 80 of the 80 captives.", "performed"),
    ("others freed", FREE, "It freed 12 miners from a pit.", "nothing"),
    ("no act performs a ban", SPARE, "Lorries of aid entered the town.", None),
    ("against a ban", SPARE, "Guards delayed lorries of aid.", "alleged broken"),
    ("something else", LEAVE, "Rain fell on the hills.", "nothing"),
]


def claims_of(paper: Document) -> list[Claim]:
    """An event over the whole text, and its figures."""
    common: dict[str, Any] = {"document": paper.id, "attribution": Attribution((Actor("Gazette"),)), "said": Time(None, "2031-06-01")}
    found: list[Claim] = [Event(id=digest(paper.id), evidence=(Evidence(0, len(paper.text), paper.text),), **common)]
    at = 0
    for word in paper.text.split():
        at = paper.text.index(word, at)
        if word.isdigit():
            of = paper.text[at + len(word) :].split()[0].strip(".")
            found.append(Figure(id=digest(paper.id, at), evidence=(Evidence(at, at + len(word), word),), value=float(word), of=of, **common))
        at += len(word)
    return found


def stands(term: Term, *texts: str) -> TermState:
    papers = [Document(name=f"r{n}", text=t, outlet="Gazette", published="2031-06-01") for n, t in enumerate(texts)]
    claims = [c for p in papers for c in claims_of(p)]
    return state_on(Agreement(name="x", terms=(term,)), claims, ON, papers).terms[0]


@pytest.mark.parametrize(("term", "text", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_one_sentence(term: Term, text: str, wanted: str | None) -> None:
    made = stands(term, text)
    if wanted in {None, "nothing"}:
        assert [s.state for s in made.states] == [TOUCHED if wanted is None else SILENT]
    else:
        assert made.states[0].state == wanted


def test_a_day_by_which_it_was_due_is_not_when_it_was_done() -> None:
    """Nor is a day of another clause."""
    for text, when in (
        ("It left Ostrow on 8 May.", "2031-05-08"),
        ("It left Ostrow within the 8 May deadline.", ""),
        ("It left Ostrow, as promised on 8 May.", ""),
    ):
        paper = Document(name="r", text=text, outlet="Gazette", published="2031-06-01")
        at = text.index("8 May")
        day = TimeExpression(
            id="t", document=paper.id, attribution=Attribution((Actor("Gazette"),)), said=Time(None, "2031-06-01"), evidence=(Evidence(at, at + 5, "8 May"),),
            about=Time("2031-05-08", "2031-05-08", text="8 May"),
        )  # fmt: skip
        told = state_on(Agreement(name="x", terms=(LEAVE,)), [*claims_of(paper), day], ON, [paper]).terms[0].states[0]
        assert (told.state, told.since.as_range if told.since else "") == ("performed", when or "/2031-06-01")


def test_a_count_is_kept() -> None:
    told = stands(FREE, "It has freed 50 of the 80 captives so far.").states
    assert [(s.state, s.done, s.owed) for s in told] == [("performed in part", 50, 80), ("not known", None, None)]


def test_a_share_of_the_whole_is_not_the_whole() -> None:
    told = stands(FREE, "The column freed 25 percent of its 80 captives.").states
    assert all(s.state != "performed" and s.done != 80 for s in told)


def test_accounts_that_differ_are_disputed() -> None:
    told = stands(LEAVE, "The army has left Ostrow.", "The army was keeping men in Ostrow.").states
    assert {s.state for s in told} == {"performed", "alleged not performed", "disputed"}


PARTS = [
    ("some of a whole", FREE, "It has freed some of the captives.", "performed in part"),
    ("a share that the sentence counts", LEAVE, "The army withdrew most of its guns from Ostrow.", "performed in part"),
]


@pytest.mark.parametrize(("term", "text", "wanted"), [c[1:] for c in PARTS], ids=[c[0] for c in PARTS])
def test_part_of_it(term: Term, text: str, wanted: str) -> None:
    assert stands(term, text).states[0].state == wanted


BODY = Term(id="d", act="appoint a Provincial Electoral Board by 10 May.", issue="elections", bearers=(Actor("the North"),), anchor=BY)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Provincial Electoral Board was appointed.", "performed"),
        ("The North has yet to appoint the Provincial Electoral Board.", "alleged not performed"),
        ("The Provincial Electoral Board appointed a clerk.", TOUCHED),  # it appointed, and was not appointed
    ],
)
def test_what_is_done_to_what(text: str, wanted: str) -> None:
    assert stands(BODY, text).states[0].state == wanted


SHIP = Term(id="e", act="scuttle the old ferry by 10 May.", issue="reconstruction", bearers=(Actor("the North"),), anchor=BY)
LISTS = Term(id="f", act="hand over the lists of the missing by 10 May.", bearers=(Actor("the South"),), anchor=BY)
DOCKS = Term(id="g", act="rebuild the docks at Ostrow by 10 May.", bearers=(Actor("the North"),), anchor=BY)
ENLIST = Term(id="h", act="cease recruitment of miners.", bearers=(Actor("the South"),), anchor=BY)
TRUCE = Term(id="l", act="observe the truce.", issue="ceasefire", bearers=(Actor("the North"),), anchor=BY)
WHILE_TRUCE = Term(id="m", act="suspend detentions while the truce is in force.", bearers=(Actor("the South"),), anchor=BY)
SEIZE = Term(id="j", act="repeal the emergency law by 10 May.", bearers=(Actor("the North"),), anchor=BY)
SWAP = Term(id="n", act="An exchange of captives shall be carried out by 10 May.", issue="hostages", anchor=BY)
ARMS = Term(id="o", act="hand over 200 arms by 10 May.", quantity="200 arms", bearers=(Actor("the South"),), anchor=BY)
BOARD = Term(id="p", act="consult the United Churches about Ostrow by 10 May.", bearers=(Actor("the North"),), anchor=BY)
CEDE = Term(id="q", act="The harbour of Ostrow shall be returned to the North by 10 May.", anchor=BY)
STORE = Term(id="s", act="store all rifles of the Hill Front in Ostrow by 10 May.", bearers=(Actor("the Mission"),), anchor=BY)
PARDON = Term(id="r", act="in accordance with the law of the land, grant pardons by 10 May.", bearers=(Actor("the North"),), anchor=BY)
POSTS = Term(id="v", act="withdraw its forces from the three lookout posts between Ostrow and Velm, taking into account the pledges of Dorn.", anchor=BY)
AROUND = Term(id="w", act="leave the villages near Dorn by 10 May.", issue="withdrawal", bearers=(Actor("the North"),), anchor=BY)
ROAD = Term(id="x", act="open the Ostrow road (B4) to lorries by 10 May.", bearers=(Actor("the North"),), anchor=BY)
CHURCHES = Term(id="y", act="Churches and schools held by the army shall be vacated by 10 May.", anchor=BY)
NO_HARM = Term(id="z", act="abstain from hostile acts against civilians, including such acts as arson, theft and extortion.", anchor=BY)
LAWS = Term(id="aa", act="take all measures to assure adoption of the electoral amendments by 10 May.", anchor=BY)
DISARM = Term(id="ab", act="There shall be complete voluntary disarmament of the hill bands by 10 May.", anchor=BY)
SIGN = Term(id="i", act="ratify this agreement by 10 May.", bearers=(Actor("the North"),), anchor=BY)

FRAMES = [
    ("the term's own verb", SHIP, "The old ferry was scuttled on Monday.", "performed"),
    ("a verb apart from its particle", LISTS, "The South handed the lists of the missing over to the judges.", "performed"),
    ("yet to", SHIP, "The North has yet to scuttle the old ferry.", "alleged not performed"),
    ("not begun to", DOCKS, "The North has not begun to rebuild the docks at Ostrow.", "alleged not performed"),
    ("refused to, though the form is the same as the past", BODY, "The North refused to set up the Provincial Electoral Board.", "alleged not performed"),
    ("stalled", DOCKS, "Work on the docks at Ostrow has stalled.", "alleged not performed"),
    ("behind schedule", DOCKS, "The docks at Ostrow are two months behind schedule.", "late"),
    ("not behind schedule", DOCKS, "The docks at Ostrow are not behind schedule.", TOUCHED),
    ("a body that sat", BODY, "The Provincial Electoral Board met for the first time on Monday.", "performed"),
    ("planned behind a comma", BODY, "The Provincial Electoral Board, which was to be set up by May, met for the first time.", "performed"),
    ("only to be set up", BODY, "The Provincial Electoral Board is to be set up soon.", TOUCHED),
    ("what is to cease goes on", ENLIST, "There were reports of continued recruitment of miners.", "alleged broken"),
    ("the agreement itself", SIGN, "The North ratified the accord on Monday.", "performed"),
    ("nearly", TRUCE, "The truce almost broke in May.", TOUCHED),
    ("broke down, which is no breach", TRUCE, "Talks on the truce broke down.", SILENT),
    ("in the event of", TRUCE, "An office will be told in the event of violations of the truce.", TOUCHED),
    ("amid something stalled", DOCKS, "In Ostrow the docks were quiet amid stalled talks.", TOUCHED),
    ("attacks when the truce was over", TRUCE, "The North attacked a post after it decided not to renew the truce.", TOUCHED),
    ("what is owed only while", WHILE_TRUCE, "The North suspended the truce.", SILENT),
    ("another verb of the same act", SEIZE, "The emergency law was lifted on Monday.", "performed"),
    ("hasn't been", SEIZE, "So far the emergency law hasn't been lifted.", "alleged not performed"),
    ("hasn’t", SEIZE, "The North hasn’t yet lifted the emergency law.", "alleged not performed"),
    ("not lifted", SEIZE, "The North has not lifted the emergency law.", "alleged not performed"),
    ("put off", SEIZE, "A vote on the emergency law has been put off.", "late"),
    ("as part of, which is no part", SEIZE, "The North lifted the emergency law as part of a package.", "performed"),
    ("from so many", LEAVE, "In Ostrow the army withdrew from two posts.", "performed in part"),
    ("being done", DOCKS, "The docks at Ostrow are being rebuilt.", TOUCHED),
    ("a share by its fraction", LEAVE, "The army has pulled out three-quarters of its men from Ostrow.", "performed in part"),
    ("only begun", LISTS, "The South began handing over the lists of the missing.", "performed in part"),
    ("a noun of the act", SWAP, "The exchange of captives took place on Monday.", "performed"),
    ("a noun of the term's own verb", STORE, "Storage of the Hill Front rifles has now been concluded.", "performed"),
    ("a first round of it", SWAP, "The first round of the exchange of captives took place on Monday.", "performed in part"),
    ("a commitment that was kept", LISTS, "The South has fulfilled its commitment to hand over the lists of the missing.", "performed"),
    ("the same thing by another word, in all", ARMS, "A total of 150 rifles were handed over.", "performed in part"),
    ("a deal that stalled, and not what it asks for", LEAVE, "At Ostrow men moved under a deal that had stalled for months.", SILENT),
    ("efforts to", DOCKS, "Efforts to rebuild the docks at Ostrow went on.", TOUCHED),
    ("a participle that only describes", DOCKS, "The rebuilt docks at Ostrow are to be painted.", TOUCHED),
    ("another clause's subject", DOCKS, "The docks at Ostrow were searched, and two huts were rebuilt.", TOUCHED),
    ("no name, but its letters", BOARD, "Army units consulted a doctor.", SILENT),
    ("turned over", CEDE, "The harbour of Ostrow was turned over to the North on Monday.", "performed"),
    ("behind a manner that stands first", PARDON, "Pardons were granted on Monday.", "performed"),
    ("except for some", LEAVE, "The army has left Ostrow except for two posts.", "performed in part"),
    ("but stays in some", LEAVE, "The army has left Ostrow but remains at two posts.", "performed in part"),
    ("so many that are to be", ARMS, "A total of 200 arms are to be handed over.", TOUCHED),
    ("what others do", LISTS, "The South looked over the lists of the missing in a hall that was completed in May.", TOUCHED),
    ("poised to", LEAVE, "In Ostrow the army seemed poised to stay.", TOUCHED),
    ("posts closed, as many as are owed", POSTS, "The army closed the three posts near Ostrow.", "performed"),
    ("posts that were closed", POSTS, "I can confirm that the checkpoints on the Ostrow-Velm road have been dismantled.", "performed"),
    ("gone to what is no place of the term's", POSTS, "Its forces left Brod for Ostrow.", TOUCHED),
    ("told of another place in another clause", LEAVE, "Its forces left Brod, while shops in Ostrow were shut.", TOUCHED),
    ("why it is owed says not what", POSTS, "Its ferries have left Dorn.", SILENT),
    ("completed its withdrawal", LEAVE, "The army has completed its withdrawal from Ostrow.", "performed"),
    ("a first stage completed", LEAVE, "The army has completed the first stage of its withdrawal from Ostrow.", "performed in part"),
    ("something else remains", LEAVE, "Tension at Ostrow remained high.", SILENT),
    ("still occupied", CHURCHES, "The army is occupying 39 churches, 7 schools and a mill.", "alleged not performed"),
    ("a road by its letter and number", ROAD, "The B-4 was opened to lorries.", "performed"),
    ("a share far before its verb", LEAVE, "More than one third of the Ostrow army's heavy tanks have been withdrawn.", "performed in part"),
    ("each of so many", LAWS, "The assembly adopted each of 15 electoral amendments.", "performed"),
    ("a count of something else behind it", LAWS, "The assembly has adopted the electoral amendments, replacing 15 decrees.", "performed"),
    ("voted to", LAWS, "The assembly voted unanimously to adopt the electoral amendments.", "performed"),
    ("though not all", LISTS, "The South handed over the lists of the missing, though not all of them.", "performed in part"),
]


FOR_A_PERSON = [
    ("made known", DOCKS, "The mayor announced the reconstruction of the docks at Ostrow.", "performed"),
    ("belittled", LEAVE, "The South dismissed the withdrawal from Ostrow as a show.", "disputed"),
    ("not gone on with", LEAVE, "The North suspended the withdrawal from Ostrow.", "alleged not performed"),
    ("in passing", STORE, "Among the Hill Front rifles stored by guards some were old.", "performed in part"),
    ("another's, and not those of the name", STORE, "The Lake Army rifles were stored on Monday.", "performed"),
    ("from places of another sentence", LEAVE, "In the Ostrow hills its forces withdrew from them on Monday.", "performed"),
    ("held up", LISTS, "A quarrel delayed the handing over of the lists of the missing.", "late"),
    ("the last of it, by another word", ARMS, "The South handed over a final batch of rifles.", "performed"),
    ("a road that another sentence names", ROAD, "The road was opened at noon.", "performed"),
    ("the place beside", AROUND, "The army left Dorn on Monday.", "performed"),
    ("little is left", CHURCHES, "The army occupies only two churches.", "alleged not performed"),
    ("one of the acts that a term lists", NO_HARM, "The monitors counted nine cases of arson by miners.", "alleged broken"),
    ("complaints", NO_HARM, "The monitors had three complaints about arson.", "alleged broken"),
    ("arms that others collect", DISARM, "The League has collected more than 400 rifles so far.", "performed in part"),
    ("like things", FREE, "Prisoners were freed in the hills.", "performed in part"),
]


@pytest.mark.parametrize(("term", "text", "wanted"), [c[1:] for c in FOR_A_PERSON], ids=[c[0] for c in FOR_A_PERSON])
def test_what_is_proposed(term: Term, text: str, wanted: str) -> None:
    made = stands(term, text)
    assert [s.state for s in made.proposed] == [wanted]
    assert not any(s.ground == "claim" for s in made.states)


@pytest.mark.parametrize(("term", "text", "wanted"), [c[1:] for c in FRAMES], ids=[c[0] for c in FRAMES])
def test_words_around_a_verb(term: Term, text: str, wanted: str) -> None:
    assert stands(term, text).states[0].state == wanted


def test_words_that_one_term_takes_are_proposed_for_no_other() -> None:
    """All rifles handed in are those of the one term, and no arms caches of another."""
    caches = Term(id="t", act="hand over its caches of arms by 10 May.", bearers=(Actor("the South"),), anchor=BY)
    every = Term(id="u", act="hand over all rifles and arms of its hill companies by 10 May.", bearers=(Actor("the South"),), anchor=BY)
    paper = Document(name="r", text="The South handed over all rifles and arms of the hill companies.", outlet="Gazette", published="2031-06-01")
    made = state_on(Agreement(name="x", terms=(caches, every)), claims_of(paper), ON, [paper]).terms
    assert [[s.state for s in t.proposed] for t in made] == [[], []]
    assert made[1].states[0].state == "performed"


def test_what_is_done_to_them() -> None:
    """Them are those of the same clause's other term."""
    name = Term(id="a", clause="4", act="hand over a list of the captives by 10 May.", bearers=(Actor("the South"),), anchor=BY)
    free = Term(id="b", clause="4", act="release them within a week.", bearers=(Actor("the South"),), anchor=BY)
    paper = Document(name="r", text="Some captives have been released but not all.", outlet="Gazette", published="2031-06-01")
    made = state_on(Agreement(name="x", terms=(name, free)), claims_of(paper), ON, [paper]).terms
    assert made[1].states[0].state == "performed in part"
    assert not any(s.ground == "claim" for s in made[0].states)


def test_a_denial_is_of_what_the_sentence_before_told() -> None:
    paper = Document(name="r", text="The army was keeping men in Ostrow. The North denied it.", outlet="Gazette", published="2031-06-01")
    common: dict[str, Any] = {"document": paper.id, "said": Time(None, "2031-06-01")}
    claims = [
        Event(id=digest(start), evidence=(Evidence(start, end, paper.text[start:end]),), attribution=Attribution((Actor(by),)), **common)
        for start, end, by in ((0, 35, "the South"), (36, len(paper.text), "the North"))
    ]
    told = state_on(Agreement(name="x", terms=(LEAVE,)), claims, ON, [paper]).terms[0].states
    assert [(s.state, s.by.name if s.by else "") for s in told if s.ground == "claim"] == [("alleged not performed", "the South"), ("disputed", "the North")]


def test_no_word_is_cut_where_an_object_is_looked_for() -> None:
    """A term's matter "cease" is no part of a "ceasefire" that stands a hundred characters behind the verb."""
    term = Term(id="k", act="order its men to cease operations in the hills.", issue="ceasefire", bearers=(Actor("the South"),), anchor=BY)
    for pad in range(40):
        told = stands(
            term, f"The South's commanders ordered a halt to operations from 6 May to 3 June, {'very ' * (pad % 8)}{'x' * pad} on the way to a ceasefire."
        )
        assert told.states
