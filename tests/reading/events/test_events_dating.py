"""When an act was: by its own date, by that of a clause told with it, or by another telling of the same happening."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.events.dating import behind
from trucekeeper.reading.layers import EventFound, layers

PUBLISHED = "2031-05-15"  # a Thursday

# text, the word that names the act, its first and last day (None: nobody says)
CASES = [
    ("Residents reported renewed mortar fire and air strikes around Bria on Tuesday.", "fire", "2031-05-13", "2031-05-13"),
    ("Residents reported renewed mortar fire and air strikes around Bria on Tuesday.", "strikes", "2031-05-13", "2031-05-13"),
    ("The latest violence came on Sunday, when gunmen attacked the ferry, killing nine people.", "killing", "2031-05-11", "2031-05-11"),
    ("The group is absent from the talks and last month it launched an offensive on the port.", "launched", "2031-04-01", "2031-04-30"),
    ("A step ahead was made on 5 May in talks with the elders.", "talks", "2031-05-05", "2031-05-05"),
    ("The deadline has been extended to 20 June.", "extended", None, None),
    ("The truce expires May 31.", "expires", "2031-05-31", "2031-05-31"),
    ("The talks were put off to 2 June, the ministry said.", "put", None, None),
    ("Monday's deadly night raids on the camp drew an outcry.", "raids", "2031-05-12", "2031-05-12"),
    ("The raid on the ferry killed nine people on Sunday.", "raid", "2031-05-11", "2031-05-11"),
    ("The May 3 raid on the ferry killed nine people.", "killed", "2031-05-03", "2031-05-03"),
    ("A quarrel over cattle triggered clashes on Sunday in Pibor.", "clashes", "2031-05-11", "2031-05-11"),
    ("On Monday, four civilians were killed and six others injured in Bria.", "injured", "2031-05-12", "2031-05-12"),
    ("On Monday, four civilians were killed when gunmen attacked the ferry.", "attacked", "2031-05-12", "2031-05-12"),
    ("Four civilians were killed when gunmen attacked the ferry on Monday.", "killed", "2031-05-12", "2031-05-12"),
    ("The gunmen attacked the village and burned the houses on Monday.", "attacked", "2031-05-12", "2031-05-12"),
    ("They were captured on 2 May during an ambush near Bria.", "ambush", "2031-05-02", "2031-05-02"),
    ("The army has bombed the valley since March.", "bombed", "2031-03-01", "2031-05-15"),
    ("The envoys met on 3 May and 4 May.", "met", "2031-05-03", "2031-05-04"),
    ("The floods of soldiers displaced 900 people between 3 May and 9 May.", "displaced", "2031-05-03", "2031-05-09"),
    ("The two sides agreed on Monday to extend a March 2 truce.", "agreed", "2031-05-12", "2031-05-12"),
    ("The two sides agreed on Monday to extend a March 2 truce.", "extend", None, None),  # nobody said on which day
    ("Following the attack in April, the president ordered the army to shell the camp.", "ordered", None, None),
    ("Rebels shelled the town of Bria on Monday. The bombardment destroyed a school.", "destroyed", "2031-05-12", "2031-05-12"),
    ("Rebels shelled the town of Bria on Monday. Nobody died in the bombardment.", "bombardment", "2031-05-12", "2031-05-12"),
    ("Rebels shelled the town of Bria on Monday. At least four civilians were killed.", "killed", "2031-05-12", "2031-05-12"),
    ("Rebels shelled the town of Bria on Monday. In the war, 400 civilians have been killed.", "killed", None, None),
    ("Rebels shelled the town of Bria. The bombardment on Monday destroyed a school.", "shelled", "2031-05-12", "2031-05-12"),
    ("The gunmen took the town of Bria last week after the garrison had left.", "took", "2031-05-05", "2031-05-11"),
    ("The gunmen took the town of Bria last week after the garrison withdrew.", "withdrew", None, None),
    ("There has been no fighting since 2028, when the two sides signed a truce.", "signed", "2028-01-01", "2028-12-31"),
    ("It was the first delivery of aid to Bria since March.", "delivery", None, None),
    ("Monitors were sent before talks set to open on Friday in Bria.", "talks", "2031-05-16", "2031-05-16"),
    ("The general announced his resignation on Monday.", "resignation", "2031-05-12", "2031-05-12"),
    ("The army and the rebels exchanged prisoners on Monday. The prisoner exchange took an hour.", "exchange took", "2031-05-12", "2031-05-12"),
    ("The envoys of both sides met in Bria on Monday. The meeting in Bria lasted an hour.", "meeting", "2031-05-12", "2031-05-12"),
    ("A mine exploded on a bus on Monday, killing nine people, the home ministry said.", "killing", "2031-05-12", "2031-05-12"),
    ("The accord which the rebels signed in April was praised.", "praised", None, None),
    ("Two nurses were taken captive in neighbouring Kotido district on Monday, he said.", "taken", "2031-05-12", "2031-05-12"),
    ("Jets struck a bus on Monday, killing three people and injuring ten more in an attack on the road.", "injuring", "2031-05-12", "2031-05-12"),
    ("The army said this week two guards were killed in a raid on their camp on Monday.", "killed", "2031-05-12", "2031-05-12"),
    ("The fighting follows rebel raids in July and an ambush.", "raids", "2030-07-01", "2030-07-31"),
    ("The rebels have so far refused to disarm.", "refused", None, None),
    ("The chairman left for talks due to open in Bria on Friday.", "talks", "2031-05-16", "2031-05-16"),
    ("Only nine of the captives have been freed before the deadline on 3 May.", "freed", None, None),
    ("The herders and the farmers blamed each other for starting Monday's fight.", "blamed", None, None),
    ("The truce was signed in Bria, the site of a massacre in April.", "signed", None, None),
    ("The guards launched Monday's assault on the ferry after a quarrel.", "launched", "2031-05-12", "2031-05-12"),
    ("The premier flew to Bria on Monday for talks with the herders.", "talks", "2031-05-12", "2031-05-12"),
    ("On Monday they were due to hold talks with the herders.", "hold", "2031-05-19", "2031-05-19"),
    ("There was a mutiny in May by guards, who have since captured Bria.", "captured", None, None),
    ("There were no clashes in the area on Sunday or Monday.", "clashes", "2031-05-11", "2031-05-12"),
    ("It was the first raid on the camp following the signing of the accord in Lome last month.", "raid", None, None),
    ("The war has killed 900 farmers. The Bria killings on 3 May were the worst.", "killed", None, None),
    ("The talks were rescheduled for 3 June.", "talks", "2031-06-03", "2031-06-03"),
    ("The opening of the crossing has been moved to 9 June.", "opening", "2031-06-09", "2031-06-09"),
    ("Talks are due to resume in Goma on Monday.", "Talks", "2031-05-19", "2031-05-19"),
    ("The herders and the farmers agreed to a truce from 3 April.", "agreed", None, None),
    ("One guard was killed and two others injured in Goma late on Monday in a raid on the camp.", "killed", "2031-05-12", "2031-05-12"),
    ("On Monday nine drivers were killed and ten injured in two ambushes on the road.", "ambushes", "2031-05-12", "2031-05-12"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str) -> list[EventFound]:
    return layers(next(reader.nlp.pipe([reader.prepare(Document(name="report", text=text, published=PUBLISHED))]))).events


def on(found: list[EventFound], text: str, word: str) -> EventFound:
    start = text.index(word)
    return next(e for e in found if any(s <= start < end for s, end in [e.trigger, *e.spans[1:]]))


@pytest.mark.parametrize(("text", "word", "first", "last"), CASES)
def test_day_of_an_act(reader: Reader, text: str, word: str, first: str | None, last: str | None) -> None:
    about = on(events(reader, text), text, word).about
    assert ((about.earliest or "")[:10], (about.latest or "")[:10]) == (first, last) if about else first is None


def test_what_is_agreed_from_a_day_lies_ahead(reader: Reader) -> None:
    text = "The herders and the farmers agreed to a truce from 2 January."
    doc = next(reader.nlp.pipe([reader.prepare(Document(name="report", text=text, published=PUBLISHED))]))
    assert [t.time.earliest for t in layers(doc).times] == ["2032-01-02"]


def test_different_tolls_of_different_times_are_not_one_event(reader: Reader) -> None:
    text = "On Tuesday, 600 people were displaced from Bria. Fighting has displaced 40,000 people between 3 March and 9 May."
    assert sorted(e.about.as_range for e in events(reader, text) if e.act == "displace" and e.about) == ["2031-03-03/2031-05-09", "2031-05-13"]


def test_what_is_told_for_a_day_after_the_report_is_ahead(reader: Reader) -> None:
    text = "Mediators hope that next week's talks with the rebels succeed."
    assert on(events(reader, text), text, "talks").status == "planned"


ENDS = [
    ("The first phase of the truce ended on Sunday.", "end phase", "happened"),
    ("The ceasefire expired at midnight on Tuesday.", "end ceasefire", "happened"),
    ("The six-month truce lapsed on Monday.", "end ceasefire", "happened"),
    ("The truce between the army and the rebels collapsed last week.", "end ceasefire", "happened"),
    ("After the collapse of the ceasefire, thousands fled.", "end ceasefire", "happened"),
    ("The truce is due to expire on Friday.", "end ceasefire", "planned"),
    ("The minister warned that the truce could collapse.", "end ceasefire", "conditional"),
    ("The second phase began on Monday.", "begin phase", "happened"),
    ("The second phase will begin on Monday.", "begin phase", "planned"),
    ("The peace talks in Juba collapsed on Monday.", "end talks", "happened"),
    ("The talks broke down over the list of names.", "end talks", "happened"),
    ("The talks in Juba ended on Tuesday without agreement.", "end talks", "happened"),
]


@pytest.mark.parametrize(("text", "act", "status"), ENDS)
def test_a_truce_a_phase_and_talks_end(reader: Reader, text: str, act: str, status: str) -> None:
    assert (act, status) in {(e.act, e.status) for e in events(reader, text)}


@pytest.mark.parametrize("text", ["The first phase of the truce includes an exchange.", "The rainy season ended in May.", "The truce ended the fighting."])
def test_nothing_ends(reader: Reader, text: str) -> None:
    assert not [e for e in events(reader, text) if e.act.startswith("end ")]


OWN_DAYS = [
    # text, act, its day
    ("The truce announced by the Lake Front (LF) on May 4 broke down on Wednesday when fighting erupted.", "declare ceasefire", "2031-05-04"),
    ("The truce announced by the Lake Front (LF) on May 4 broke down on Wednesday when fighting erupted.", "end ceasefire", "2031-05-14"),
    ("The 2019 ceasefire came to an end last year.", "end ceasefire", "2030-01-01/2030-12-31"),
    ("Both sides violated the 2014 peace agreement.", "break ceasefire", None),
    ("The war was sparked in 1993 by the assassination of the king.", "kill", "1993-01-01/1993-12-31"),
    ("Six guards died on Sunday after an ambush near Bria.", "attack", "2031-05-11"),
    ("They blamed the rebels for attacking positions in Bria on 23 April.", "accuse", None),
    ("They blamed the rebels for attacking positions in Bria on 23 April.", "attack", "2031-04-23"),
    ("The prince, who has broken several truces, was silent. The war began in 2024 when he led a raid.", "break ceasefire", None),
    ("They made peace, but clashes soon broke out.", "attack", None),
    ("Six guards were killed and dozens injured in a battle Monday near Bria.", "injure", "2031-05-12"),
    ("Thousands have been displaced from the port following the March 24, 2031 attack by the Lake Front.", "attack", "2031-03-24"),
    ("Thousands have been displaced from the port following the March 24, 2031 attack by the Lake Front.", "displace", None),
    ("Life is hard since a failed coup attempt in September 2029.", "attack", "2029-09-01/2029-09-30"),
]


@pytest.mark.parametrize(("text", "act", "day"), OWN_DAYS)
def test_the_day_of_another_participle_or_of_the_agreement_is_not_the_acts(reader: Reader, text: str, act: str, day: str | None) -> None:
    (found,) = [e for e in events(reader, text) if e.act == act]
    assert (found.about.as_range if found.about else None) == day


def test_a_leap_years_february_that_was_taken_for_the_coming_one(reader: Reader) -> None:
    text = "The army is investigating February's strikes on the ferry."
    doc = next(reader.nlp.pipe([reader.prepare(Document(name="report", text=text, published="2031-05-15"))]))
    ahead = Time("2032-02-01", "2032-02-29", "February's")
    assert behind(ahead, doc) == Time("2031-02-01", "2031-02-28", "February's")
