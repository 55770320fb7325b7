"""Sentences of which one thing was once read wrongly: whether an act was done, who was charged with it, and what is no act at all."""

from __future__ import annotations

import pytest

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.layers import EventFound, layers

# text, act, its status
STATUSES = [
    ("The two sides vowed to halt the fighting within three days.", "begin ceasefire", "planned"),
    ("The army vowed to shell the camp.", "shell", "threatened"),
    ("The office said the army would not leave before the rebels had laid down their arms.", "disarm", "conditional"),
    ("The guards could not leave before gunmen attacked the post.", "attack", "happened"),
    ("The army denied carrying out air strikes targeting farmers in Tessim.", "attack", "denied"),
    ("Talks between the army and the Lake Front were called off on Friday.", "reject", "happened"),
    ("Tavel agreed on Monday to sign the accord.", "agree", "happened"),
    ("Tavel agreed on Monday to sign the accord.", "sign", "planned"),
    ("Talks stalled over the insistence that the militia disarm first.", "disarm", "demanded"),
    ("Among the group's demands was the release of detainees.", "release", "demanded"),
    ("The envoys renewed calls for both sides to free their prisoners.", "release", "demanded"),
    ("The general's resignation was a precondition, the rebels said.", "resign", "demanded"),
    ("They would reject any plan that involved the withdrawal of fighters from the city.", "withdraw", "proposed"),
    ("The council called for an immediate and unconditional truce between the two armies.", "begin ceasefire", "demanded"),
    ("Orrin will sign if the Tavel-allied militia agrees to it.", "agree", "conditional"),
    ("The agencies tried to deliver food to the town.", "deliver aid", "planned"),
    ("The army tried to storm the camp.", "attack", "happened"),
    ("Both governments spoke, but neither has signed the accord.", "sign", "denied"),
    ("The rebels freed the hostages in return for food, their spokesman insisted.", "release", "happened"),
    ("Donors pledged money for the camps at a conference in Paris.", "meet", "happened"),
    ("The resolution aims to tighten sanctions and impose a blockade on Orrin.", "restrict", "planned"),
    ("The talks broke up on Saturday over an amnesty for the militia.", "relent", "proposed"),
    ("The council accused the police of beating farmers.", "beat", "happened"),
    ("Two officers were accused of plotting to bomb the port.", "strike", "planned"),
    ("Twenty hostages and 300 prisoners are due to be released on Friday.", "release", "planned"),
    ("The rebels are to free 30 prisoners on Friday.", "release", "planned"),
    ("The first phase includes the exchange of 33 sailors for 90 soldiers.", "exchange", "planned"),
    ("Bello said Oduya must free 19 hostages.", "release", "demanded"),
    ("He would evaluate the talks, which began with his predecessor in February 2017.", "negotiate", "happened"),
    ("There were no casualties besides the six killed yesterday.", "kill", "happened"),
    ("The president ordered troops to stand down.", "begin ceasefire", "demanded"),
    ("The chief of staff ordered a stop to military operations in Kidal.", "begin ceasefire", "demanded"),
    ("A truce has been in place since July.", "begin ceasefire", "ongoing"),
    ("The truce almost broke down in May.", "end ceasefire", "denied"),
    ("Fighting would stop if the truce is reinstated.", "begin ceasefire", "conditional"),
    ("There is fighting around the airport.", "attack", "ongoing"),
    ("The army signed a cease-fire with the rebels last month.", "sign", "happened"),
    ("The shells left nine people dead.", "kill", "happened"),
    ("With the killings of the farmers, officials are doubting the pledge.", "kill", "happened"),
    ("The treaty allows monthly visits.", "visit", "planned"),
    ("The rebels pushed into the region, sending residents fleeing.", "displace", "happened"),
]

NOTHING = [
    ("An earlier deal brokered by Kenya failed to halt the fighting in the valley.", "begin ceasefire"),
    ("An earlier deal brokered by Kenya failed to halt the fighting in the valley.", "reject"),
    ("The failure to stop the fighting has raised fears of hunger.", "begin ceasefire"),
    ("After the warning issued by health officials, elders met the herders.", "threaten"),
    ("The embassy expressed concern at the drought in Orvale.", "condemn"),
    ("The truce has reduced fighting in the north.", "attack"),
    ("The mediator tries to pacify the leaders.", "accuse"),
    ("The rebels released a video of two hostages.", "release"),
    ("The army said in a press release that it was calm.", "release"),
    ("Ousted President Moro Tann has arrived.", "expel"),
    ("A spokesman declined to elaborate.", "reject"),
    ("The uprising is the biggest threat to his rule.", "threaten"),
    ("Envoys spoke at talks aimed at ending the war.", "begin ceasefire"),
    ("The truce monitors were tired.", "monitor"),
    ("The mission has not said who fired.", "attack"),
    ("Orrin denied having bombed the convoy.", "block aid"),
    ("The group aims at holding an inclusive national dialogue.", "detain"),
    ("The clashes threatened to plunge the country into chaos.", "threaten"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str) -> list[EventFound]:
    return layers(next(reader.nlp.pipe([reader.prepare(Document(name="report", text=text, published="2031-05-15"))]))).events


@pytest.mark.parametrize(("text", "act", "status"), STATUSES)
def test_status(reader: Reader, text: str, act: str, status: str) -> None:
    found = {(e.act, e.status) for e in events(reader, text)}
    assert (act, status) in found, found
    assert status == "happened" or (act, "happened") not in found


@pytest.mark.parametrize(("text", "act"), NOTHING)
def test_no_such_act(reader: Reader, text: str, act: str) -> None:
    assert act not in {e.act for e in events(reader, text)}


def test_who_is_accused_is_who_did_it(reader: Reader) -> None:
    found = [e for e in events(reader, "Orrin accused the rebels of breaking the truce.") if e.act == "break ceasefire"]
    assert [[a.name for a in e.actors] for e in found] == [["the rebels"]]


def test_a_past_that_looks_ahead_lies_behind(reader: Reader) -> None:
    (found,) = [e for e in events(reader, "The air force says it is investigating Sunday's strike on a wedding.") if e.act == "strike"]
    assert found.about is not None
    assert found.about.as_range == "2031-05-11"


def test_what_is_condemned_with_its_day_is_told(reader: Reader) -> None:
    assert {"condemn", "attack"} <= {e.act for e in events(reader, "The council condemned Sunday's attack on the camp.")}


SHOWN = [
    # text, a word of the act, the words to show for it
    ("The accord which the rebels signed last week was praised.", "signed", "The accord which the rebels signed last week"),
    ("Four guards died in the fighting.", "fighting", "Four guards died in the fighting"),
    ("The council accused the police of beating farmers.", "beating", "The council accused the police of beating farmers"),
    ("The king wants the army to shell the port.", "shell", "The king wants the army to shell the port"),
    ("Officials said that jets had bombed Bria.", "bombed", "jets had bombed Bria"),
]


@pytest.mark.parametrize(("text", "word", "shown"), SHOWN)
def test_the_words_shown_tell_the_act(reader: Reader, text: str, word: str, shown: str) -> None:
    event = next(e for e in events(reader, text) if word in text[slice(*e.trigger)])
    assert text[slice(*event.spans[0])] == shown


def test_what_somebody_is_suspected_of_is_hedged(reader: Reader) -> None:
    event = next(e for e in events(reader, "The guards were suspected of shelling a school.") if e.act == "shell")
    assert event.hedge == "suspected"
